"""The words of each language, as files."""

import re
from collections.abc import Iterator
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from knowledge.text.lexicon import LEXICON, pattern, read_language
from knowledge.text.quantities import find_quantities

DATA = Path(str(files("knowledge.text") / "data"))
CODES = [each.code for each in LEXICON]


WRITTEN = (DATA / "th.toml").read_text("utf-8")
KEYS = [
    number
    for number, line in enumerate(WRITTEN.splitlines())
    if re.match(r"(?:time\.)?[a-z_]+ = ", line)
]
"""Where in a file a key begins that every file has."""


def without(number: int) -> str:
    """Give the file without the key that begins there."""
    lines = WRITTEN.splitlines()
    end = number + 1
    while lines[number].endswith("[") and lines[end - 1] != "]":
        end += 1
    return "\n".join(lines[:number] + lines[end:])


def entries(value: Any) -> Iterator[str]:
    """Give every entry of a language."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from entries(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from entries(each)


def test_every_file_is_a_language_and_english_comes_first() -> None:
    """A language is there because its file is."""
    assert [f"{code}.toml" for code in CODES] == [
        "en.toml",
        *sorted(path.name for path in DATA.glob("*.toml") if path.name != "en.toml"),
    ]


@pytest.mark.parametrize("number", KEYS)
def test_a_file_without_a_key_is_refused_by_name(number: int, tmp_path: Path) -> None:
    """Whoever adds a language is told what is missing, and in which file."""
    key = WRITTEN.splitlines()[number].partition(" ")[0]
    (tmp_path / "xx.toml").write_text(without(number), "utf-8")

    with pytest.raises(ValueError, match=rf"^xx\.toml: (?:[a-z_]+\.)?{key}: Field required"):
        read_language(tmp_path / "xx.toml")


@pytest.mark.parametrize(
    ("odd", "told"),
    [
        ("[negation]\nwrods = []\n", "negation.wrods: Extra inputs"),
        ("[negation]\nonly = 'no'\n", "Cannot overwrite a value"),
        ("[negation\n", "Expected ']'"),
    ],
)
def test_a_file_with_a_slip_is_refused_by_name(odd: str, told: str, tmp_path: Path) -> None:
    """A misspelt key would be words that nobody looks for."""
    assert "[negation]\n" in WRITTEN
    (tmp_path / "xx.toml").write_text(WRITTEN.replace("[negation]\n", odd), "utf-8")

    with pytest.raises(ValueError, match=r"^xx\.toml: .*" + re.escape(told)):
        read_language(tmp_path / "xx.toml")


@pytest.mark.parametrize("code", CODES)
def test_every_entry_is_a_regular_expression(code: str) -> None:
    """Each by itself, so that one with a slip is found where it stands."""
    language = next(each for each in LEXICON if each.code == code)
    found = list(entries(language.model_dump()))
    assert found
    for entry in found:
        for placeholder in ("{start}", "{data}"):
            entry = entry.replace(placeholder, "")  # noqa: PLW2901 - what is left of it
        re.compile(pattern(entry), re.MULTILINE)


@pytest.mark.parametrize("code", CODES)
def test_every_table_says_what_it_is_for(code: str) -> None:
    """Whoever knows the language need not read the code."""
    lines = (DATA / f"{code}.toml").read_text("utf-8").splitlines()

    assert lines[0].startswith("#")
    assert [
        table for before, table in pairwise(lines) if table[:1] == "[" and before[:1] != "#"
    ] == []


def test_a_period_may_be_one_word() -> None:
    """As in Bahasa Indonesia."""
    assert find_quantities("Dua hari seminggu").periods == {24 * 7.0}
