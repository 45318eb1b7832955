"""The cells of a sheet as people see them, in rows and columns counted from 1 (pure)."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple


class Cell(NamedTuple):
    """What a cell shows.

    *note* is what somebody noted on it. *is_value* tells a number, a date or a mark of yes and no
    from words. *is_copy* is the text of a cell that spans several columns, in all of these but the
    first.
    """

    text: str
    note: str = ""
    is_value: bool = False
    is_bold: bool = False
    is_copy: bool = False

    @property
    def said(self) -> str:
        """What the cell says, with the note on it."""
        return f"{self.text} ({self.note})".strip() if self.note else self.text


Row = dict[int, Cell]
"""The cells of a row that show something, by column."""


@dataclass(frozen=True, slots=True)
class TableRange:
    """Where a table is for sure, with its header: the file says so.

    One that *is_open* goes on with the rows below it, as what is filtered does when rows are added.
    """

    first_row: int
    last_row: int
    first_column: int
    last_column: int
    is_open: bool = False


@dataclass(slots=True)
class Grid:
    """The rows of a sheet that show something, by number, and the tables that are known."""

    rows: dict[int, Row] = field(default_factory=dict)
    tables: list[TableRange] = field(default_factory=list)


def column_name(column: int) -> str:
    """Return the letters of a column."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@lru_cache(maxsize=512)
def parse_column(letters: str) -> int:
    """Return the number of a column named by *letters*."""
    return parse_reference(letters)[1]


def parse_reference(reference: str) -> tuple[int, int]:
    """Return row and column of ``B4``; 0 for what it does not say."""
    row = column = 0
    for character in reference.replace("$", ""):
        if character.isascii() and character.isalpha():
            column = column * 26 + ord(character.upper()) - ord("A") + 1
        elif character.isascii() and character.isdigit():
            row = row * 10 + int(character)
    return row, column


def parse_range(reference: str) -> tuple[int, int, int, int]:
    """Return first row, first column, last row and last column of ``B4:C7``."""
    first, _, last = reference.partition(":")
    top, left = parse_reference(first)
    bottom, right = parse_reference(last or first)
    return top, left, bottom, right
