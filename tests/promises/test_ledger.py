"""Every promise of the starter handbook is kept by somebody, and the software's by a test.

The assistant quotes the handbook as fact, so a sentence that nothing holds is a lie in waiting.
"""

import ast
import re
import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.fixtures.handbooks import ROOT
from tests.promises.sentences import Said, everything, is_promise, promises

LEDGER = tomllib.loads((Path(__file__).parent / "ledger.toml").read_text(encoding="utf-8"))
PENDING = [sentence for sentences in LEDGER["pending"].values() for sentence in sentences]
"""What is being built now."""

BY = {"software", "people", "makers", "law"}


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry of the ledger."""

    said: Said
    by: str
    held_by: tuple[str, ...]


ENTRIES = [
    Kept(Said(each["clause"], each["says"]), each["by"], tuple(each.get("held_by", ())))
    for each in LEDGER["promise"]
]


@cache
def named_in(path: str) -> frozenset[str]:
    """Name the tests of a file without running any."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    functions = ast.FunctionDef | ast.AsyncFunctionDef
    return frozenset(
        node.name
        for node in ast.walk(tree)
        if isinstance(node, functions) and node.name.startswith("test_")
    )


def exists(test: str) -> bool:
    """Tell whether a test of this name stands in its file."""
    path, _, name = test.partition("::")
    return (ROOT / path).is_file() and name in named_in(path)


def test_every_promise_is_in_the_ledger() -> None:
    """Who adds a sentence that promises something says who keeps it."""
    known = {entry.said for entry in ENTRIES}

    assert [said for said in promises() if said not in known] == []


def test_the_ledger_has_nothing_else() -> None:
    """A sentence that was reworded is a new promise; none is there twice."""
    there = set(everything())

    assert [entry.said for entry in ENTRIES if entry.said not in there] == []
    assert len({entry.said for entry in ENTRIES}) == len(ENTRIES)
    assert {entry.by for entry in ENTRIES} <= BY


@pytest.mark.parametrize(
    "entry", [each for each in ENTRIES if each.by == "software"], ids=lambda each: each.said.clause
)
def test_what_the_software_promises_has_a_test(entry: Kept) -> None:
    """Or is being built now."""
    if entry.said.text in PENDING:
        assert not entry.held_by, "It is held by a test: take it off the list of what is pending."
    else:
        assert entry.held_by, "Name the test, or say in the handbook what is true today."
        assert [test for test in entry.held_by if not exists(test)] == []


def test_only_the_software_needs_tests() -> None:
    """What people promise no test can hold."""
    assert [entry for entry in ENTRIES if entry.held_by and entry.by != "software"] == []


def test_what_is_pending_is_a_promise_and_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """The list names sentences of the ledger, each once, and nothing else."""
    promised = {entry.said.text for entry in ENTRIES if entry.by == "software"}
    with capsys.disabled():
        for who, sentences in LEDGER["pending"].items():
            if sentences:
                told = (f"\nPromised and not built yet ({who}):", *sentences)
                sys.stdout.write("\n  ".join(told) + "\n")

    assert set(PENDING) <= promised
    assert len(set(PENDING)) == len(PENDING)


def test_a_release_has_nothing_pending() -> None:
    """What is released says nothing that it does not do."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    is_released = re.search(rf"^## \[?{re.escape(version)}\b", changelog, re.MULTILINE)

    assert not (is_released and PENDING)


@pytest.mark.parametrize(
    "sentence",
    [
        "The governance lead is told the next morning.",
        "A request that stays unanswered for 60 days is withdrawn.",
        "Guildmate reminds you.",
        "Every reviewer answers on the same day.",
        "If you do not answer, your backup owner is asked.",
        "A reviewer and an expert from the field concerned decide within 10 working days.",
        "A qualified professional, such as a doctor, signs it off.",
        "Tier: High; Who: One reviewer; Within: 10 working days",
        "Type /register to begin.",
        "You may appeal against any decision.",
        "Limited solutions need a backup owner before approval.",
        "You are told straight away.",
        "The booking ends by itself.",
    ],
)
def test_the_rule_finds_promises(sentence: str) -> None:
    """Of every kind that it names."""
    assert is_promise(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "A reviewer is a trained colleague.",
        "Test with real sentences from your users.",
        "Deleting records automatically is not allowed.",
        "The most sensitive class counts for all of it.",
    ],
)
def test_the_rule_leaves_the_rest_alone(sentence: str) -> None:
    """Definitions, and what makers do."""
    assert not is_promise(sentence)
