"""What the handbook cannot do.

KnowledgeError
├── HandbookNotFoundError
├── HandbookEmptyError
├── PageNotFoundError
├── EmbedderUnavailableError
└── VectorsUnavailableError

QuestionSetInvalidError stands apart: it meets whoever measures, never whoever asks.

Each carries the facts as attributes; the words for people are the handlers' affair.
"""

from pathlib import Path


class KnowledgeError(Exception):
    """Base of the errors of reading, searching or showing the handbook."""


class HandbookNotFoundError(KnowledgeError):
    """There is no folder where the handbook should be."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"no handbook folder at {str(folder)!r}")
        self.folder = folder


class HandbookEmptyError(KnowledgeError):
    """The handbook's folder holds no page that can be read."""

    def __init__(self, folder: Path, *, skipped: tuple[tuple[str, str], ...] = ()) -> None:
        """Store each *skipped* file with its reason."""
        super().__init__(f"no readable page in {str(folder)!r} ({len(skipped)} files skipped)")
        self.folder = folder
        self.skipped = skipped


class PageNotFoundError(KnowledgeError):
    """No page has this id, or none that the asker may see."""

    def __init__(self, page: str) -> None:
        super().__init__(f"no page {page!r}")
        self.page = page


class QuestionSetInvalidError(Exception):
    """A file of questions cannot be read, or a *line* of it is no question (0: the whole file)."""

    def __init__(self, file: Path, line: int, reason: str) -> None:
        where = f"{file}:{line}" if line else str(file)
        super().__init__(f"the question set {where} cannot be used: {reason}")
        self.file = file
        self.line = line
        self.reason = reason


class EmbedderUnavailableError(KnowledgeError):
    """The embedder returned no vectors, or invalid ones."""

    def __init__(self, embedder: str, reason: str) -> None:
        super().__init__(f"embedder {embedder!r} is unavailable: {reason}")
        self.embedder = embedder
        self.reason = reason


class VectorsUnavailableError(KnowledgeError):
    """The vector store is unavailable; exact search stands in."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"the vector store is unavailable: {reason}")
        self.reason = reason
