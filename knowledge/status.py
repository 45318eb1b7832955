"""What the handbook tells of itself: how far its index has come, and what a refresh did."""

from dataclasses import dataclass
from typing import Literal

from knowledge.documents import Skipped

State = Literal["empty", "reading", "embedding", "complete", "failed"]
SearchMode = Literal["lexical", "hybrid"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the making of the index has come."""

    state: State
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class IndexStatus:
    """What answers can be had right now; *reason* says why the state is ``failed``."""

    state: State = "empty"
    done: int = 0
    total: int = 0
    pages: int = 0
    passages: int = 0
    mode: SearchMode = "lexical"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What a refresh found and did. Pages are named by their files.

    Those that are *outdated* cannot be read as they are now; what they said before is still used.
    """

    pages: int
    passages: int
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    outdated: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    embedded: int
    mode: SearchMode
    seconds: float
