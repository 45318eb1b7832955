"""The commands, as somebody types them."""

import json
from pathlib import Path

import pytest

from bot.rulebook import starter
from tests.bot.conftest import Typed

APP = "6f9b2c1e-0000-4000-8000-000000000001"

COMMANDS = (
    ("run",),
    ("ask",),
    ("ingest",),
    ("check",),
    ("init",),
    ("eval",),
    ("doctor",),
    ("db", "upgrade"),
    ("people", "list"),
    ("people", "grant"),
    ("people", "revoke"),
    ("notes", "stamp"),
    ("notes", "proposals"),
    ("notes", "accept"),
    ("notes", "dismiss"),
    ("notes", "suggest"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_explains_itself_with_an_example(
    typed: Typed, command: tuple[str, ...]
) -> None:
    """Whoever forgot the words finds them."""
    result = typed(*command, "--help")

    assert result.exit_code == 0
    assert f"guildmate {' '.join(command)}" in result.output.partition("For example:")[2]


def test_a_folder_is_checked_against_the_register(typed: Typed) -> None:
    """An empty register has nothing against it."""
    typed("db", "upgrade")
    result = typed("check", "--against-register")

    assert result.exit_code == 0
    assert "0 errors" in result.stdout


def test_ingesting_tells_what_it_read_and_skipped(typed: Typed, tmp_path: Path) -> None:
    """And the second time, that nothing changed."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "tea.md").write_text("# Tea\n\n## Hours\n\nTea is at four.\n")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    first = typed("ingest", str(folder))
    again = json.loads(typed("ingest", str(folder), "--json").stdout)

    assert first.exit_code == 0
    assert "added    tea.md" in first.stdout
    assert "skipped  photo.jpg: " in first.stdout
    assert (again["pages"], again["added"], again["changed"]) == (1, [], [])
    assert again["skipped"][0]["file"] == "photo.jpg"


def test_ingesting_tells_of_which_page_an_older_text_is_used(typed: Typed, tmp_path: Path) -> None:
    """It is not gone, and it is not what the folder says now."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "tea.md").write_text("# Tea\n\n## Hours\n\nTea is at four.\n")
    (folder / "cake.md").write_text("# Cake\n\n## Hours\n\nCake is at five.\n")
    typed("ingest", str(folder))
    (folder / "tea.md").write_text("---\neffective: soon\n---\n# Tea\n\nTea is at three.\n")
    told = typed("ingest", str(folder)).stdout

    assert "  outdated tea.md: what it said before is still used\n" in told
    assert "removed" not in told


def test_a_folder_that_is_not_there_is_a_sentence(typed: Typed, tmp_path: Path) -> None:
    """For every command that takes one."""
    gone = str(tmp_path / "gone")
    results = [
        typed("ingest", gone),
        typed("check", gone),
        typed("doctor", GUILDMATE_HANDBOOK=gone),
    ]

    assert [result.exit_code for result in results] == [1, 1, 1]
    assert all("There is no handbook folder at" in result.output for result in results)
    assert not any("Traceback" in result.output for result in results)


def test_the_starter_handbook_has_no_findings(typed: Typed) -> None:
    """What people start from is right."""
    result = typed("check", "--json")

    assert result.exit_code == 0
    assert json.loads(result.stdout)["errors"] == 0


def test_findings_come_with_file_and_line(typed: Typed, tmp_path: Path) -> None:
    """And errors make the command fail."""
    folder = tmp_path / "handbook"
    typed("init", str(folder))
    policy = (folder / "policy.yaml").read_text(encoding="utf-8")
    (folder / "policy.yaml").write_text(policy.replace("clause: ", "clause: nowhere-", 1))
    result = typed("check", str(folder))
    found = json.loads(typed("check", str(folder), "--json").stdout)

    assert result.exit_code == 1
    assert "policy.yaml:" in result.stdout
    assert found["errors"] == 1
    assert found["findings"][0]["line"] > 1


def test_every_kind_of_mistake_is_told_at_once(typed: Typed, tmp_path: Path) -> None:
    """What cannot be read hides nothing that can be, and only what follows from it stays unsaid."""
    folder = tmp_path / "handbook"
    typed("init", str(folder))
    policy = (folder / "policy.yaml").read_text(encoding="utf-8")
    for good, bad in [
        ("when: affects_person &&", "when: affects_person &"),  # no condition
        ("review#the-minimal-tier", "review#the-minimum-tier"),  # no such clause
        ("working_days: 10}", "working_days: ten}"),  # no number
        ("evidence: [test-record]", "evidence: [test-recrd]"),  # no such evidence
        ("when: outside\n", "when: outside || !outside\n"),  # always fires
        (", vi: Tối thiểu}", "}"),  # lacks a language
    ]:
        assert policy.count(good) >= 1
        policy = policy.replace(good, bad, 1)
    (folder / "policy.yaml").write_text(policy, encoding="utf-8")
    page = (folder / "review.md").read_text(encoding="utf-8")
    (folder / "review.md").write_text(page.replace("#the-no", "#no").replace("](reg", "](rej"))
    (folder / "glossary.md").write_text("---\neffective: soon\n---\n# Glossary\n\nWords.\n")
    result = typed("check", str(folder))
    found = json.loads(typed("check", str(folder), "--json").stdout)["findings"]
    lines = policy.splitlines()

    assert result.exit_code == 1
    assert [(each["file"], each["severity"]) for each in found] == [
        ("glossary.md", "error"),
        ("review.md", "error"),
        ("review.notes.yaml", "warning"),  # of the clause whose link was broken
        *[
            ("policy.yaml", kind)
            for kind in ("warning", "error", "error", "error", "error", "error")
        ],
    ]
    told = [(lines[each["line"] - 1].strip(), each["message"]) for each in found[3:]]
    assert [line for line, _ in told] == [
        next(line.strip() for line in lines if part in line)
        for part in ("name: {en: Minimal", "minimum-tier", "test-recrd", ": ten}", " & ", "|| !out")
    ]


def test_pages_are_looked_at_where_there_is_no_policy(typed: Typed, tmp_path: Path) -> None:
    """One missing file hides nothing of the others."""
    folder = tmp_path / "handbook"
    typed("init", str(folder))
    (folder / "policy.yaml").unlink()
    (folder / "review.md").write_text("---\neffective: soon\n---\n# Review\n\nSoon.\n")
    result = typed("check", str(folder))

    assert result.exit_code == 1
    assert "review.md:1: error: effective in its front matter is not a date" in result.stdout
    assert "policy.yaml:1: error: There is no policy.yaml in" in result.stdout


def test_the_starter_handbook_can_be_copied(typed: Typed, tmp_path: Path) -> None:
    """Every page of it, to edit."""
    folder = tmp_path / "deep" / "mine"
    result = typed("init", str(folder))

    assert result.exit_code == 0
    assert {path.name for path in folder.iterdir()} == {
        path.name for path in starter().iterdir() if path.name != "__pycache__"
    }
    assert f"guildmate check {folder}" in result.stdout


@pytest.mark.parametrize("name", ["full", "file"])
def test_nothing_is_ever_copied_over(typed: Typed, tmp_path: Path, name: str) -> None:
    """A folder with something in it stays as it is, and so does a file."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.md").write_text("mine")
    (tmp_path / "file").write_text("mine")
    result = typed("init", str(tmp_path / name))

    assert result.exit_code == 1
    assert result.stderr == f"{tmp_path / name} is not empty. Choose a new folder.\n"


def test_the_database_is_upgraded_as_often_as_one_likes(typed: Typed) -> None:
    """The second time there is nothing to do."""
    assert [typed("db", "upgrade").exit_code for _ in range(2)] == [0, 0]


@pytest.mark.parametrize(
    "url",
    ["nonsense", "oracle://x/y", "sqlite:////nowhere/at/all.db", "postgresql://127.0.0.1:9/x"],
)
def test_a_database_that_cannot_be_used_is_a_sentence(typed: Typed, url: str) -> None:
    """Whatever is wrong with it."""
    result = typed("db", "upgrade", DATABASE_URL=url)

    assert result.exit_code == 1
    assert result.stderr.startswith("The database cannot be used: ")
    assert result.stderr.count("\n") == 1


def test_a_wrong_setting_is_a_sentence(typed: Typed) -> None:
    """For every command."""
    result = typed("doctor", GUILDMATE_PORT="many")

    assert result.exit_code == 2
    assert result.stderr.startswith("The setting GUILDMATE_PORT cannot be used: ")


@pytest.mark.parametrize("chat", [("slack",), ("teams", "--app-id", APP)], ids=["slack", "teams"])
def test_an_address_without_a_host_is_none(typed: Typed, chat: tuple[str, ...]) -> None:
    """No chat could post there."""
    result = typed("manifest", *chat, "--url", "https://")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "https address" in result.stderr
