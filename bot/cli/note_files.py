"""Where notes are written: into the files beside the pages, and proposals into the home."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path, PurePosixPath

from bot.errors import CannotStartError
from knowledge import NoteProposal, Page, Reading, put_mark, put_note

_ENDING = ".notes.yaml"


class ProposalFile:
    """The proposals of a language model, and the ids of those that a person dismissed."""

    def __init__(self, index: Path) -> None:
        self._file = index / "knowledge" / "note-proposals.json"
        self.suggested: tuple[NoteProposal, ...] = ()
        self.dismissed: frozenset[str] = frozenset()
        self._read()

    def save(self, suggested: Iterable[NoteProposal], dismissed: Iterable[str]) -> None:
        """Keep these proposals and ids from now on.

        Raises:
            CannotStartError: If the file cannot be written.
        """
        self.suggested, self.dismissed = tuple(suggested), frozenset(dismissed)
        kept = {
            "suggested": [asdict(each) for each in self.suggested],
            "dismissed": sorted(self.dismissed),
        }
        _write(self._file, json.dumps(kept, ensure_ascii=False, indent=1))

    def _read(self) -> None:
        """Read the file; one that is damaged holds nothing."""
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            self.suggested = tuple(
                NoteProposal(
                    clause=str(each["clause"]),
                    asks={code: tuple(map(str, asks)) for code, asks in each["asks"].items()},
                    short={code: str(short) for code, short in each["short"].items()},
                    source="model",
                )
                for each in kept["suggested"]
            )
            self.dismissed = frozenset(map(str, kept["dismissed"]))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return


def find_clauses(reading: Reading, named: Sequence[str]) -> list[tuple[Page, str]]:
    """Find the clauses that have a note, of pages and clauses as they are *named*; all without.

    Raises:
        CannotStartError: If there is no note of what is named.
    """
    noted = [(page, note.anchor) for page in reading.pages for note in page.notes.clauses]
    there = [(page, anchor) for page, anchor in noted if f"{page.id}#{anchor}" in page.clauses]
    for name in named:
        if not any(name in {page.id, f"{page.id}#{anchor}"} for page, anchor in there):
            raise CannotStartError(f"There is no note of {name!r}.")
    return [
        (page, anchor)
        for page, anchor in there
        if not named or {page.id, f"{page.id}#{anchor}"} & set(named)
    ]


def stamp_notes(folder: Path, clauses: Sequence[tuple[Page, str]]) -> int:
    """Mark the notes of *clauses* as looked at, and return how many were not before.

    Raises:
        CannotStartError: If a file cannot be edited.
    """
    changed = 0
    for page in {page.id: page for page, _ in clauses}.values():
        file = _file(folder, page)
        text = before = _text(file)
        for anchor in (anchor for own, anchor in clauses if own.id == page.id):
            note, mark = page.notes.note(anchor), page.section(anchor).mark
            if note is not None and note.of != mark:
                text = _require_edit(file, put_mark(text, anchor, mark))
                changed += 1
        if text != before:
            _write(file, text)
    return changed


def accept_proposal(folder: Path, page: Page, proposal: NoteProposal) -> Path:
    """Write a *proposal* into the notes of its *page*, and return their file.

    With a short text the note is marked as looked at, since whoever accepts it has looked.

    Raises:
        CannotStartError: If the file cannot be edited.
    """
    file, anchor = _file(folder, page), proposal.clause.rpartition("#")[2]
    text = _text(file) if page.notes.file else ""
    text = _require_edit(file, put_note(text, anchor, proposal.asks, proposal.short))
    if proposal.short:
        text = _require_edit(file, put_mark(text, anchor, page.section(anchor).mark))
    _write(file, text)
    return file


def _file(folder: Path, page: Page) -> Path:
    """Return the notes file of a *page*, which may still have to be made."""
    beside = str(PurePosixPath(page.file).with_suffix("")) + _ENDING
    file = folder / (page.notes.file or beside)
    if not file.parent.is_dir():
        raise CannotStartError(f"{page.file} is in an archive, whose notes cannot be changed.")
    return file


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise CannotStartError(f"{file} cannot be read as UTF-8 text.") from error


def _write(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise CannotStartError(f"{file} cannot be written ({reason}).") from error


def _require_edit(file: Path, text: str | None) -> str:
    """Return the edited *text*; where there is none, a person has to edit the *file*."""
    if text is None:
        raise CannotStartError(f"{file} is written so that it has to be edited by hand.")
    return text
