"""The app package, held against Microsoft's own schemas."""

import json
import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import fastjsonschema
import pytest
from typer.testing import CliRunner

from bot.__main__ import guildmate
from bot.teams.manifest import VERSION, manifest, package
from handlers import COMMANDS
from handlers.wording import LOCALES
from tests.teams.doubles.rendering import MODULES

URL, APP = "https://guild.example", "6f9b2c1e-8d34-4a57-9e60-2b1f7c8d9a03"
SCHEMAS = MODULES / "@microsoft" / "app-manifest" / "build" / "json-schemas" / "teams"
DOCS = (Path(__file__).parents[2] / "docs" / "teams.md").read_text(encoding="utf-8")


pytestmark = pytest.mark.usefixtures("npm")


def hold(content: dict[str, Any], name: str) -> None:
    """Hold *content* against the schema *name* of its version."""
    written = (SCHEMAS / f"v{VERSION}" / name).read_text(encoding="utf-8-sig")
    schema = json.loads(written.replace(r"\\p{L}", r"\\w"))  # Python knows letters by another name
    fastjsonschema.compile(schema)(content)


def packed() -> dict[str, bytes]:
    """Unpack a package."""
    with ZipFile(BytesIO(package(URL, APP))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pixels(png: bytes) -> tuple[int, list[tuple[int, int, int, int]]]:
    """Read a square picture: its size, and red, green, blue and opacity of every point."""
    width, height, depth, kind = struct.unpack(">IIBB", png[16:26])
    start = png.index(b"IDAT")
    (length,) = struct.unpack(">I", png[start - 4 : start])
    raw = zlib.decompress(png[start + 4 : start + 4 + length])
    rows = [raw[n * (4 * width + 1) + 1 : (n + 1) * (4 * width + 1)] for n in range(height)]
    assert (width, depth, kind) == (height, 8, 6)
    return width, [tuple(row[n : n + 4]) for row in rows for n in range(0, len(row), 4)]  # type: ignore[misc]  # four of each


def test_the_manifest_is_what_the_newest_schema_asks_for() -> None:
    """Of those that Microsoft's own tools come with."""
    versions = [each.name.removeprefix("v1.") for each in SCHEMAS.glob("v1.*")]

    hold(json.loads(packed()["manifest.json"]), "MicrosoftTeams.schema.json")
    assert f"1.{max(map(int, versions))}" == VERSION


@pytest.mark.parametrize("locale", LOCALES[1:])
def test_every_other_language_is_packed(locale: str) -> None:
    """As the schema of translations asks for, and none of it in English."""
    content, drawn = packed(), json.loads(packed()["manifest.json"])
    translated = json.loads(content[f"{locale}.json"])
    said = {each for each in translated.values() if not each.startswith("http")} - {"Guildmate"}

    hold(translated, "MicrosoftTeams.Localization.schema.json")
    assert {"languageTag": locale, "file": f"{locale}.json"} in drawn["localizationInfo"][
        "additionalLanguages"
    ]
    assert not [each for each in said if f'"{each}"' in content["manifest.json"].decode()]


def test_every_command_is_listed_wherever_people_talk_to_it() -> None:
    """One that is added later appears by itself, as long as Teams shows so many."""
    [bot] = manifest(URL, APP)["bots"]
    listed = {each["scopes"][0]: each["commands"] for each in bot["commandLists"]}

    assert list(listed) == ["personal", "team", "groupChat"]
    for commands in listed.values():
        assert [each["title"] for each in commands] == [each.name for each in COMMANDS]
        assert all(each["description"] for each in commands)


def test_it_names_what_it_needs_and_no_more() -> None:
    """One bot, its files, the domain that links lead to."""
    drawn = manifest(f"{URL}/", APP)

    assert drawn["id"] == drawn["bots"][0]["botId"] == drawn["composeExtensions"][0]["botId"] == APP
    assert drawn["validDomains"] == ["guild.example"]
    assert drawn["bots"][0]["supportsFiles"]
    assert [each["id"] for each in drawn["composeExtensions"][0]["commands"]] == [
        "askAbout",
        "searchHandbook",
        "searchSolutions",
    ]
    assert "authorization" not in drawn
    assert all(f"`{each}`" in DOCS for each in drawn["permissions"])


def test_the_icons_are_as_teams_wants_them() -> None:
    """One in full colour that fills its square, one in white on nothing."""
    packed = ZipFile(BytesIO(package(URL, APP)))
    size, colour = pixels(packed.read("color.png"))
    small, outline = pixels(packed.read("outline.png"))

    assert (size, small) == (192, 32)
    assert {alpha for *_, alpha in colour} == {255}
    assert len(set(colour)) > 10
    assert {(red, green, blue) for red, green, blue, _ in outline} == {(255, 255, 255)}
    assert outline[0][3] == 0
    assert {alpha for *_, alpha in outline} >= {0, 255}


def test_the_command_line_writes_it_and_says_what_to_set(tmp_path: Path) -> None:
    """The same package for the same app, whenever it is made."""
    tenant, out = "0C7D9A03-8D34-4A57-9E60-2B1F6F9B2C1E", tmp_path / "app.zip"
    typed = ["--url", f"{URL}/", "--app-id", APP.upper(), "--tenant", tenant, "--out", str(out)]
    said = CliRunner().invoke(guildmate, ["manifest", "teams", *typed])

    assert said.exit_code == 0
    assert out.read_bytes() == package(f"{URL}/", APP)
    assert f"TEAMS_APP_ID={APP}\n" in said.stdout
    assert f"TEAMS_TENANT_ID={tenant.lower()}\n" in said.stdout
    assert "https://guild.example/api/messages" in said.stdout


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["--url", "http://guild.example", "--app-id", APP], "https"),
        (["--url", "https://", "--app-id", APP], "https"),
        (["--url", URL, "--app-id", "mine"], "--app-id"),
        (["--url", URL, "--app-id", APP, "--tenant", "ours"], "--tenant"),
        (["--url", URL, "--app-id", APP, "--out", "/nowhere/app.zip"], "/nowhere/app.zip"),
    ],
)
def test_what_teams_would_not_take_is_said(typed: list[str], told: str) -> None:
    """In one sentence, with the exit code of a wrong use."""
    said = CliRunner().invoke(guildmate, ["manifest", "teams", *typed])

    assert said.exit_code == 2
    assert told in said.output
