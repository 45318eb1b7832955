"""A release is refused until version, changelog and tree agree."""

import subprocess
from pathlib import Path

import pytest

from tests.tooling.release import obstacles

PROJECT = '[project]\nname = "guildmate"\nversion = "0.2.0"\n'
CHANGES = """# Changelog

## Unreleased

## 0.2.0 - 2026-12-01

- Something.

## 0.1.0 - 2026-11-01
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout that can be released."""
    (tmp_path / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    (tmp_path / "CHANGELOG.md").write_text(CHANGES, encoding="utf-8")
    git(tmp_path, "init")
    commit(tmp_path)
    return tmp_path


def git(folder: Path, *words: str) -> None:
    """Do something with git in a *folder*."""
    person = ("-c", "user.name=Ben", "-c", "user.email=ben@selat.example")
    subprocess.run(["git", "-C", str(folder), *person, *words], check=True, capture_output=True)  # noqa: S603, S607 - our own words


def commit(folder: Path) -> None:
    """Commit everything in a *folder*."""
    git(folder, "add", "--all")
    git(folder, "commit", "--message", "Change something")


def test_a_release_that_agrees_is_made(checkout: Path) -> None:
    """What comes next may be noted already."""
    assert list(obstacles(checkout)) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            "## Unreleased\n- Something.\n",
            "has version 0.2.0, the latest entry of CHANGELOG.md is none",
        ),
        ("## 0.1.0 - 2026-11-01\n", "has version 0.2.0, the latest entry of CHANGELOG.md is 0.1.0"),
        ("## 0.2.0\n", "does not say on which day 0.2.0 is released"),
        ("## 0.2.0 - soon\n", "does not say on which day 0.2.0 is released"),
    ],
)
def test_a_changelog_without_the_version_and_its_day_is_refused(
    checkout: Path, changes: str, said: str
) -> None:
    """Somebody forgot to move what is unreleased under a heading, or to count on."""
    (checkout / "CHANGELOG.md").write_text(f"# Changelog\n\n{changes}", encoding="utf-8")
    commit(checkout)

    [obstacle] = obstacles(checkout)

    assert said in obstacle


def test_what_is_not_committed_is_not_released(checkout: Path) -> None:
    """A file that git does not know would be in the wheel as well."""
    (checkout / "forgotten.py").touch()

    assert list(obstacles(checkout)) == ["Something is not committed: see 'git status'."]


def test_a_version_is_released_once(checkout: Path) -> None:
    """A tag says that it was."""
    git(checkout, "tag", "v0.2.0")

    assert list(obstacles(checkout)) == ["There is a tag v0.2.0 already."]
