"""Notes files are edited where it is needed, and nowhere else."""

import pytest

from knowledge.documents.notes_edit import put_mark, put_note
from knowledge.documents.notes_file import parse_notes

BLOCK = """# Checked by two people
a:
  # of the first clause
  asks:
    en:
      - why so   # said often
      - how come
  short:
    en: >
      Because of
      that.
b:
  of: 0123456789ab
  short: {en: No.}
"""


@pytest.mark.parametrize("anchor", ["a", "b"])
def test_a_mark_is_put_and_nothing_else_changes(anchor: str) -> None:
    """A new line for a note without one; in another, the mark alone."""
    edited = put_mark(BLOCK, anchor, "ffffffffffff")
    assert edited is not None

    [of] = [each.of for each in parse_notes("", edited).clauses if each.anchor == anchor]
    assert of == "ffffffffffff"
    rest = edited.replace("of: ffffffffffff\n  ", "", 1) if anchor == "a" else edited
    assert rest.replace("f" * 12, "0123456789ab") == BLOCK
    assert put_mark(edited, anchor, "ffffffffffff") == edited


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing yet\n",
        BLOCK,
        "a: {}\n",
        "{}\n",
        "a:\n",
        "a: {asks: {en: [], id: [x]}}",
        "a:\n  asks:\n    en:\n    - x\n",
        "a:\n  asks:\n  short:\n    th: x\n",
        "a:\n  of: 0123456789ab",
        "'a': {short: {th: old}}\n",
        "page#a:\n  asks: {th: [x]}\n",
        "b: {}",
        "a:\n  short:\n    th: |\n      old\n    id: stays\nb: {}\n",
    ],
)
def test_asks_and_short_texts_are_put_into_any_way_to_write_notes(text: str) -> None:
    """In block and flow style, whether the keys are there or not; what was there stays."""
    before = {each.anchor: each for each in parse_notes("", text).clauses}
    asks = {"en": ['it\'s: "this"?', "second"], "vi": ["tại sao thế"]}
    edited = put_note(text, "a", asks, {"th": "เพราะ: ว่า"})
    assert edited is not None
    notes = parse_notes("", edited)
    after = {each.anchor: each for each in notes.clauses}

    assert notes.problems == parse_notes("", text).problems
    assert {*asks["en"]} <= {*after["a"].asks["en"]}
    assert after["a"].asks["vi"] == ("tại sao thế",)
    assert after["a"].short["th"] == "เพราะ: ว่า"
    for anchor, note in before.items():
        assert after[anchor].of == note.of
        for language, texts in note.asks.items():
            assert {*texts} <= {*after[anchor].asks[language]}
        assert note.short.items() - {("th", note.short.get("th"))} <= after[anchor].short.items()
    assert put_note(edited, "a", asks, {}) == edited


@pytest.mark.parametrize("text", ["a: [", "- a\n", "a: text\n", ""])
def test_what_cannot_be_edited_is_left(text: str) -> None:
    """A person has to."""
    assert put_mark(text, "a", "ffffffffffff") is None
    assert (put_note(text, "a", {"en": ["why"]}, {}) is None) == (text in {"a: [", "- a\n"})
