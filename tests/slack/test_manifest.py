"""The app's manifest, and what says whether the app is well."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import guildmate
from bot.slack.manifest import SCOPES, manifest
from bot.slack.payloads import parse_command, short_name
from handlers import COMMANDS, Said

DOCS = (Path(__file__).parents[2] / "docs" / "slack.md").read_text(encoding="utf-8")


def test_every_command_is_in_the_manifest_and_is_understood() -> None:
    """One that is added later appears by itself, whatever the prefix."""
    names = [each.name for each in COMMANDS]
    for prefix in ("ai", "guild", ""):
        typed = [
            each["command"]
            for each in manifest("https://x.example", prefix=prefix)["features"]["slash_commands"]
        ]
        took = [
            parse_command({"command": each, "trigger_id": "t", "user_id": "U1"}, names).what
            for each in typed
        ]

        assert took == [Said(f"/{name}") for name in names]
        assert len(set(typed)) == len(names)


def test_it_keeps_to_slacks_lengths() -> None:
    """As the reference of the manifest says them."""
    drawn = manifest("https://guild.example/")
    features = drawn["features"]

    assert len(drawn["display_information"]["name"]) <= 35
    assert len(drawn["display_information"]["description"]) <= 140
    assert len(features["agent_view"]["agent_description"]) <= 300
    assert all(1 <= len(each["description"]) <= 2000 for each in features["slash_commands"])
    assert all(len(each["usage_hint"]) <= 1000 for each in features["slash_commands"])
    assert all(len(each["name"]) <= 24 for each in features["shortcuts"])
    assert all(len(each["description"]) <= 150 for each in features["shortcuts"])


def test_presses_and_look_ups_come_to_one_address() -> None:
    """Without the second, Slack asks nobody for the options of a field that looks them up."""
    address = "https://guild.example/slack/interactive"

    assert manifest("https://guild.example/")["settings"]["interactivity"] == {
        "is_enabled": True,
        "request_url": address,
        "message_menu_options_url": address,
    }


def test_socket_mode_needs_no_address() -> None:
    """Nothing in it leads anywhere."""
    drawn = manifest("", socket=True)

    assert drawn["settings"]["socket_mode_enabled"]
    assert "url" not in json.dumps(drawn)


def test_the_guide_gives_the_reason_for_every_scope() -> None:
    """And for no other."""
    rows = [
        line.split("`")[1]
        for line in DOCS.splitlines()
        if (line.startswith("| `") and ":" in line.split("`")[1]) or line.startswith("| `commands`")
    ]

    assert sorted(rows) == sorted(SCOPES)


def test_the_command_line_prints_it() -> None:
    """As JSON, ready to be pasted."""
    said = CliRunner().invoke(
        guildmate, ["manifest", "slack", "--url", "https://guild.example", "--prefix", "guild"]
    )

    assert json.loads(said.stdout) == manifest("https://guild.example", prefix="guild")


@pytest.mark.parametrize(
    "typed", [[], ["--url", "http://x.example"], ["--socket", "--prefix", "A I"]]
)
def test_what_slack_would_not_take_is_said(typed: list[str]) -> None:
    """In one sentence, with the exit code of a wrong use."""
    said = CliRunner().invoke(guildmate, ["manifest", "slack", *typed])

    assert said.exit_code == 2


def test_a_command_has_its_last_word() -> None:
    """As people say it."""
    assert [short_name("office-hours"), short_name("ask")] == ["hours", "ask"]
