"""Files, functions and tests that the documents name are there."""

import re
from pathlib import Path

import pytest

from tests.test_house_rules import ROOT

DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md"))
)

_QUOTED = re.compile(r"`([^`\n]+)`")
_FILE = re.compile(r"[\w.-]+(?:/[\w.-]+)*\.(?:py|ftl|toml|mako)")
_NAME = re.compile(r"_?[a-z]\w*_\w+|_[a-z]\w+")
_TOPS = ("bot", "handlers", "knowledge", "governance", "tests")


def list_files() -> list[str]:
    """List the files of the packages and of the tests."""
    found = [*ROOT.glob("*.*"), *(path for top in _TOPS for path in (ROOT / top).rglob("*.*"))]
    return [
        f"/{path.relative_to(ROOT).as_posix()}"
        for path in found
        if not {"node_modules", "__pycache__"} & set(path.parts)
    ]


FILES = list_files()
CODE = "\n".join(
    Path(ROOT / path[1:]).read_text(encoding="utf-8")
    for path in FILES
    if path.endswith((".py", ".toml", ".yaml", ".ftl", ".js"))
)
NAMES = frozenset(re.findall(r"\w+", CODE))


def missing_files(text: str) -> list[str]:
    """List the files that *text* quotes, by their path or the end of it, and that are nowhere."""
    quoted = (each for each in _QUOTED.findall(text) if _FILE.fullmatch(each))
    return [each for each in quoted if not any(path.endswith(f"/{each}") for path in FILES)]


def missing_names(text: str) -> list[str]:
    """List the functions, fields and tests that *text* quotes and that no source has."""
    quoted = (each for each in _QUOTED.findall(text) if _NAME.fullmatch(each))
    return [each for each in quoted if each not in NAMES]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_file_that_a_document_names_is_there(document: str) -> None:
    """What is moved is moved there as well."""
    assert missing_files((ROOT / document).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("document", ["adding", "architecture", "channels"])
def test_a_name_that_a_document_tells_to_look_for_is_there(document: str) -> None:
    """What is renamed is renamed there as well."""
    assert missing_names((ROOT / f"docs/{document}.md").read_text(encoding="utf-8")) == []


def test_what_is_not_there_is_found() -> None:
    """By a part of the path as well."""
    nobody = "nobody is called so".replace(" ", "_")
    said = f"See `bot/app.py`, `jobs/worker.py`, `is_fact`, `bot/nowhere.py` and `{nobody}`."

    assert missing_files(said) == ["bot/nowhere.py"]
    assert missing_names(said) == [nobody]
