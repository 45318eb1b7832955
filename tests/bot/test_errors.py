"""The one sentence for everything that goes wrong."""

from pathlib import Path

import pytest

from bot.errors import (
    CannotStartError,
    HandbookBrokenError,
    exit_code_for,
    sentence_for,
)
from bot.settings import SettingsError
from governance import (
    DatabaseUnreachableError,
    Finding,
    GovernanceError,
    PersonNotFoundError,
    PolicyInvalidError,
    PolicyNotFoundError,
    SolutionNotFoundError,
)
from knowledge import (
    EmbedderUnavailableError,
    HandbookEmptyError,
    HandbookNotFoundError,
    KnowledgeError,
    PageNotFoundError,
)

FOLDER = Path("handbook")
MISTAKES = (Finding("error", "policy.yaml", 12, "There is no tier `hihg`."),) * 2
ERRORS: tuple[Exception, ...] = (
    CannotStartError("Port 8075 is taken."),
    SettingsError("The setting GUILDMATE_PORT cannot be used."),
    HandbookBrokenError(FOLDER, MISTAKES),
    PolicyInvalidError(MISTAKES[:1]),
    PolicyNotFoundError(FOLDER / "policy.yaml"),
    PersonNotFoundError("x@y.example"),
    DatabaseUnreachableError("db", "it does not answer."),
    HandbookNotFoundError(FOLDER),
    HandbookEmptyError(FOLDER, skipped=(("a.pdf", "no Markdown"), ("b.pdf", "no Markdown"))),
    EmbedderUnavailableError("openai", "no key."),
    SolutionNotFoundError("SOL-0009"),
    PageNotFoundError("nothing"),
)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_what_can_go_wrong_is_one_line_that_ends(error: Exception) -> None:
    """Something a person can read, and act on."""
    sentence = sentence_for(error)

    assert sentence
    assert "\n" not in sentence
    assert sentence[0].isupper()


def test_every_refusal_has_a_sentence() -> None:
    """Also one that nobody here has thought of yet."""

    class NewRefusalError(GovernanceError):
        """Something new."""

    class NewTroubleError(KnowledgeError):
        """Something new."""

    assert sentence_for(NewRefusalError("it is late.")) == "It is late."
    assert sentence_for(NewTroubleError("no ink")) == "No ink."


def test_the_first_mistake_of_a_handbook_is_named() -> None:
    """With its file and its line, and where to see the others."""
    assert sentence_for(HandbookBrokenError(FOLDER, MISTAKES)) == (
        "The handbook in handbook has 2 mistakes, the first one at policy.yaml:12: "
        "There is no tier `hihg`. See all with: guildmate check"
    )


def test_a_bug_has_no_sentence_of_its_own() -> None:
    """Its text is for the log."""
    assert sentence_for(ZeroDivisionError("x")) is None


def test_a_wrong_setting_is_a_wrong_use() -> None:
    """Everything else is a failure."""
    assert (exit_code_for(SettingsError("x")), exit_code_for(CannotStartError("x"))) == (2, 1)
