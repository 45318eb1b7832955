"""The one sentence for everything that keeps a command from doing its work."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.settings import SettingsError
from governance import (
    DatabaseUnreachableError,
    Finding,
    GovernanceError,
    PersonNotFoundError,
    PolicyInvalidError,
    PolicyNotFoundError,
)
from knowledge import (
    EmbedderUnavailableError,
    HandbookEmptyError,
    HandbookNotFoundError,
    KnowledgeError,
    QuestionSetInvalidError,
)


class CannotStartError(Exception):
    """Guildmate cannot do what was asked here; the message is a sentence for a person."""


class HandbookBrokenError(Exception):
    """The handbook has mistakes that keep it from being used."""

    def __init__(self, folder: Path, findings: tuple[Finding, ...]) -> None:
        """Remember the *folder* and what is wrong in it."""
        super().__init__(f"{len(findings)} mistakes in the handbook")
        self.folder = folder
        self.findings = findings


_WRONG_USE = 2
_FAILED = 1

_MAKE_ONE = "Make one to edit with: guildmate init FOLDER"
_SEE_WHO = "See who is there with: guildmate people list"


def _mistakes(what: str, findings: tuple[Finding, ...]) -> str:
    """Name the first mistake, and where to read of the others."""
    first = findings[0]
    number = "a mistake" if len(findings) == 1 else f"{len(findings)} mistakes, the first one"
    where = f"{first.file}:{first.line}: {first.message.removesuffix('.')}"
    return f"{what} has {number} at {where}. See all with: guildmate check"


def _name_skipped(files: tuple[tuple[str, str], ...]) -> str:
    """Name the first file that was skipped, with its reason, and count the others."""
    if not files:
        return ", because it holds no file"
    name, reason = files[0]
    others = f"; {len(files) - 1} more were skipped" if files[1:] else ""
    return f": {name} was skipped ({reason.rstrip('.')}){others}"


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    SettingsError: str,
    CannotStartError: str,
    HandbookBrokenError: lambda e: _mistakes(f"The handbook in {e.folder}", e.findings),
    PolicyInvalidError: lambda e: _mistakes("The policy", e.findings),
    PolicyNotFoundError: lambda e: f"There is no policy.yaml in {e.path.parent}. {_MAKE_ONE}",
    PersonNotFoundError: lambda e: f"Nobody has the address {e.reference}. {_SEE_WHO}",
    DatabaseUnreachableError: lambda e: f"The database cannot be used: {e.reason}",
    HandbookNotFoundError: lambda e: f"There is no handbook folder at {e.folder}. {_MAKE_ONE}",
    HandbookEmptyError: lambda e: f"No page in {e.folder} can be read{_name_skipped(e.skipped)}.",
    EmbedderUnavailableError: lambda e: f"The embedder {e.embedder} is unavailable: {e.reason}",
    QuestionSetInvalidError: lambda e: f"{str(e)[:1].upper()}{str(e)[1:]}.",
    GovernanceError: lambda e: f"{str(e)[:1].upper()}{str(e)[1:].removesuffix('.')}.",
    KnowledgeError: lambda e: f"{str(e)[:1].upper()}{str(e)[1:].removesuffix('.')}.",
}
"""What to say of each failure; a kind that is not listed is said like the kind it belongs to."""


def sentence_for(error: Exception) -> str | None:
    """Say in one sentence what went wrong, or nothing when it was not foreseen."""
    words = next((SENTENCES[kind] for kind in type(error).__mro__ if kind in SENTENCES), None)
    return words(error) if words else None


def exit_code_for(error: Exception) -> int:
    """Tell a wrong use (2) from a failure (1)."""
    return _WRONG_USE if isinstance(error, SettingsError) else _FAILED
