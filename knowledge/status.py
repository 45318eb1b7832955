"""Status of the index and report of a refresh."""

from dataclasses import dataclass
from typing import Literal

from knowledge.documents import Skipped
from knowledge.omissions import Omission

State = Literal["empty", "reading", "embedding", "complete", "failed"]
SearchMode = Literal["lexical", "hybrid"]


@dataclass(frozen=True, slots=True)
class Progress:
    """Progress of an index build."""

    state: State
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class IndexStatus:
    """State of the index and search mode in use; *reason* says why the state is ``failed``."""

    state: State = "empty"
    done: int = 0
    total: int = 0
    pages: int = 0
    passages: int = 0
    mode: SearchMode = "lexical"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class IngestReport:
    """Report of a refresh; pages are named by their files.

    Those that are *outdated* cannot be read as they are now; what they said before is still used.
    *omissions* are what files hold and their pages do not, by file.
    """

    pages: int
    passages: int
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    outdated: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    omissions: tuple[tuple[str, Omission], ...]
    embedded: int
    mode: SearchMode
    seconds: float
