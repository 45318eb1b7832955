"""Notes beside a page: which file is of which page, what is read of it, and what is told."""

from pathlib import Path

import pytest

from knowledge import proofread, read_folder
from knowledge.documents.notes_file import MAX_ASK_CHARS, parse_notes
from knowledge.index.corpus import fingerprint
from knowledge.notes import clause_mark
from tests.fixtures.handbooks import LEAVE

ANNUAL = "Everybody has 18 days of annual leave a year. It grows by one day after five years."
MARK = clause_mark("Annual leave", ANNUAL)
NOTES = f"""annual-leave:
  of: "{MARK}"
  asks:
    en: [how many days off do i get, "how many days off  do i get"]
    id: [cuti tahunan berapa hari]
  short:
    en: 18 days a year, one more after five years.
    th: ลาได้ 18 วันต่อปี
"""
UNTIL = "this note's short text is not shown until a person has looked (guildmate notes stamp"


def test_notes_are_no_page_and_no_part_of_a_version(folder: Path) -> None:
    """They are read with their page, whose text and fingerprint stay what they were."""
    [before, _] = read_folder(folder).pages
    (folder / "leave.notes.yaml").write_text(NOTES, encoding="utf-8")
    reading = read_folder(folder)
    page = reading.pages[0]

    assert [each.id for each in reading.pages] == ["leave", "travel"]
    assert reading.skipped == ()
    assert fingerprint(page) == fingerprint(before)
    assert page.notes.file == "leave.notes.yaml"
    [note] = page.notes.clauses
    assert note.asks == {
        "en": ("how many days off do i get",),
        "id": ("cuti tahunan berapa hari",),
    }
    assert note.short["th"] == "ลาได้ 18 วันต่อปี"
    assert note.of == page.section("annual-leave").mark


def test_a_changed_note_is_read_again_and_a_cached_one_is_whole(folder: Path) -> None:
    """Pages come from the cache as long as neither they nor their notes differ."""
    home = folder.parent / "home"
    (folder / "leave.notes.yaml").write_text(NOTES, encoding="utf-8")
    first = read_folder(folder, home=home).pages[0]
    cached = read_folder(folder, home=home).pages[0]
    (folder / "leave.notes.yaml").write_text(NOTES.replace("18 days a", "18 a"), encoding="utf-8")
    changed = read_folder(folder, home=home).pages[0]
    (folder / "leave.notes.yaml").unlink()
    bare = read_folder(folder, home=home).pages[0]

    assert cached == first
    assert changed.notes.clauses[0].short["en"] == "18 a year, one more after five years."
    assert bare.notes.clauses == ()


@pytest.mark.parametrize(
    ("pages", "notes", "owner"),
    [
        (("leave.md", "leave.csv"), "leave.notes.yaml", "leave.md"),
        (("leave.md", "leave.csv"), "leave.csv.notes.yaml", "leave.csv"),
        (("leave.csv",), "Leave.NOTES.yml", "leave.csv"),
        (("deep/leave.md", "leave.md"), "deep/leave.notes.yaml", "deep/leave.md"),
        (("leave.txt",), "leave.notes.yaml", "leave.txt"),
    ],
)
def test_notes_are_of_one_page_whatever_its_format(
    tmp_path: Path, pages: tuple[str, ...], notes: str, owner: str
) -> None:
    """The whole file name tells; with the stem alone, Markdown comes first."""
    (tmp_path / "deep").mkdir()
    for page in pages:
        (tmp_path / page).write_text("# Leave\n\nDays,18\n", encoding="utf-8")
    (tmp_path / notes).write_text("section: {}\n", encoding="utf-8")
    reading = read_folder(tmp_path)

    assert {page.file: page.notes.file for page in reading.pages} == {
        page: notes if page == owner else "" for page in pages
    }
    assert reading.skipped == ()


def test_who_a_page_is_for_is_never_read_from_notes(tmp_path: Path) -> None:
    """It is told, and a document that might have meant it stays shut, as it always did."""
    (tmp_path / "travel.notes.csv").write_text("Town,Price\nJakarta,80\n", encoding="utf-8")
    (tmp_path / "travel.notes.yaml").write_text("audience: leads\n", encoding="utf-8")
    (tmp_path / "travel.md").write_text("# Travel\n\nBook early.\n", encoding="utf-8")
    reading = read_folder(tmp_path)

    assert [(each.file, each.closed) for each in reading.skipped] == [("travel.notes.csv", True)]
    [page] = reading.pages
    assert (page.audience, page.notes.file) == ("everyone", "travel.notes.yaml")
    assert [each.message for each in page.notes.problems] == [
        "the note of 'audience' must be a mapping"
    ]


def test_check_names_notes_that_are_of_nothing_stale_or_unread(folder: Path) -> None:
    """With file and line, and with the command that helps."""
    (folder / "leave.notes.yaml").write_text(
        f"{NOTES}sick-leave:\n  short: {{en: Tell your lead.}}\ngone:\n  short: {{en: No.}}\n",
        encoding="utf-8",
    )
    (folder / "alone.notes.yaml").write_text(NOTES, encoding="utf-8")
    (folder / "leave.md").write_text(LEAVE.replace("18 days", "20 days"), encoding="utf-8")
    found = proofread(read_folder(folder))

    assert [(each.severity, each.file, each.line, each.message) for each in found] == [
        (
            "warning",
            "alone.notes.yaml",
            1,
            "there is no page beside it that these notes could be of",
        ),
        (
            "warning",
            "leave.notes.yaml",
            1,
            f"leave#annual-leave has changed since; {UNTIL} leave#annual-leave)",
        ),
        (
            "warning",
            "leave.notes.yaml",
            9,
            f"nobody has compared it with leave#sick-leave; {UNTIL} leave#sick-leave)",
        ),
        (
            "error",
            "leave.notes.yaml",
            11,
            "leave.md has no clause 'gone'; this note is of nothing",
        ),
    ]


def test_a_rewrapped_clause_is_the_same_version() -> None:
    """Line breaks and how an accent is composed say nothing new; a word does."""
    assert clause_mark("Annual  leave", ANNUAL.replace(". ", ".\n")) == MARK
    assert clause_mark("Nghỉ", "phép") == clause_mark("Nghi\u0309", "phe\u0301p")
    assert clause_mark("Annual leave", ANNUAL.replace("18", "20")) != MARK


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", []),
        ("# nothing yet\n", []),
        ("a: [1\n", [(2, "the notes are not valid YAML")]),
        ("- a\n", [(1, "the notes must be a mapping")]),
        ("? [a]\n: {}\n", [(1, "a key of the notes is not a word")]),
        ("a: text\n", [(1, "the note of 'a' must be a mapping")]),
        ("a:\n  shorts: {en: Yes.}\n", [(2, "'shorts' is none of of, asks, short")]),
        ("a:\n  asks: [why]\n", [(2, "what is said by language must be a mapping")]),
        ("a:\n  asks:\n    en: why\n", [(3, "asks of a language are a list of questions")]),
        ("a:\n  asks:\n    en:\n    - [why]\n", [(4, "an ask is a text in words")]),
        ("a:\n  asks: {en: ['?!']}\n", [(2, "an ask is a text in words")]),
        (
            "a:\n  asks:\n    xx: [why]\n",
            [(3, "'xx' is none of the languages en, id, th, vi")],
        ),
        (
            f"a:\n  asks:\n    en: [{'y' * (MAX_ASK_CHARS + 1)}]\n",
            [(3, "an ask has at most 300 characters, and this one 301")],
        ),
        (
            "a:\n  of: soon\n",
            [(2, "of: 'soon' is no mark of a version; guildmate notes stamp writes it")],
        ),
        ("a: {}\na: {}\n", [(2, "the clause 'a' is there twice; the first is used")]),
        ("a:\n  of:\n  asks:\n  short:\n    en:\n", []),
    ],
)
def test_bad_notes_are_told_line_by_line(text: str, problems: list[tuple[int, str]]) -> None:
    """Nothing that somebody writes there keeps the rest from being read."""
    notes = parse_notes("a.notes.yaml", text)

    assert [(each.line, each.message) for each in notes.problems] == problems


def test_bytes_of_any_kind_are_no_crash(folder: Path) -> None:
    """The page is served without them."""
    for content in (
        b"\x00\xff\xfe",
        b"a: !!python/object:os.system {}\n",
        b"a: &a [*a]\n",
        b"\t",
        b"[" * 900_000,
    ):
        (folder / "leave.notes.yaml").write_bytes(content)
        page = read_folder(folder).pages[0]

        assert page.id == "leave"
        assert all(note.asks == {} for note in page.notes.clauses)
