"""What governance refuses to do.

GovernanceError
├── NotFoundError
│   ├── SolutionNotFoundError
│   ├── ReviewNotFoundError
│   ├── BookingNotFoundError
│   ├── PersonNotFoundError
│   ├── QuestionNotFoundError
│   ├── DraftNotFoundError
│   └── EvidenceNotFoundError
├── NotAllowedError
│   ├── NotTheOwnerError
│   ├── NotAReviewerError
│   ├── OwnSolutionError
│   ├── HasAStakeError
│   ├── NotAMentorError
│   ├── NotALeadError
│   └── NotYourBookingError
├── MoveNotAllowedError
│   └── ChangedMeanwhileError
├── RequirementsOpenError
├── EvidenceDecidedError
├── SlotTakenError
├── SlotNotOfferedError
├── TooLateError
├── AlreadyAnsweredError
├── NotApprovedError
├── TooMuchEvidenceError
├── PolicyNotFoundError
├── PolicyInvalidError
└── DatabaseUnreachableError
    └── DatabaseTooNewError

These are answers, not crashes: a person asked for something the rules do not allow, or a thing
the assistant stands on is not there. Each carries the facts as attributes; the words are the
handlers' affair.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any


class GovernanceError(Exception):
    """Base of everything that governance refuses."""


class NotFoundError(GovernanceError):
    """Nothing goes by the name somebody gave."""

    noun = "record"

    def __init__(self, reference: str | int) -> None:
        """Remember the *reference* that led nowhere."""
        super().__init__(f"no {self.noun} {reference!r}")
        self.reference = reference


class SolutionNotFoundError(NotFoundError):
    """No solution is registered under the reference."""

    noun = "solution"


class ReviewNotFoundError(NotFoundError):
    """There is no such review."""

    noun = "review"


class BookingNotFoundError(NotFoundError):
    """No booking goes by the reference."""

    noun = "booking"


class PersonNotFoundError(NotFoundError):
    """Nobody goes by the number or the address."""

    noun = "person"


class QuestionNotFoundError(NotFoundError):
    """There is no such question, or it is somebody else's."""

    noun = "question"


class DraftNotFoundError(NotFoundError):
    """There is no such open draft, or it is somebody else's."""

    noun = "draft"


class EvidenceNotFoundError(NotFoundError):
    """There is no such piece of evidence, or it is not for this person to see."""

    noun = "evidence"


class NotAllowedError(GovernanceError):
    """Somebody asked for what only others may do; *reference* says with what."""

    def __init__(self, reference: str = "") -> None:
        """Remember the *reference* of what they wanted to touch."""
        super().__init__(f"not theirs to do: {reference!r}")
        self.reference = reference


class NotTheOwnerError(NotAllowedError):
    """Only the owner of a solution may change it."""


class NotAReviewerError(NotAllowedError):
    """Only somebody with the review's role may decide it."""


class OwnSolutionError(NotAllowedError):
    """Nobody reviews their own solution."""


class HasAStakeError(NotAllowedError):
    """Nobody decides about a solution that they back up, coached, helped to build, or judged."""


class NotAMentorError(NotAllowedError):
    """Only mentors have office hours."""


class NotALeadError(NotAllowedError):
    """Only a governance lead may do this."""


class NotYourBookingError(NotAllowedError):
    """Only the maker and the mentor may cancel a booking."""


class MoveNotAllowedError(GovernanceError):
    """A record cannot go from where it is to where somebody wants it."""

    def __init__(self, current: str, wanted: str) -> None:
        """Remember the *current* status and the *wanted* one."""
        super().__init__(f"{current} -> {wanted}")
        self.current = current
        self.wanted = wanted


class ChangedMeanwhileError(MoveNotAllowedError):
    """What somebody wants to decide about is not what they have looked at."""


class RequirementsOpenError(GovernanceError):
    """A version cannot be approved while something that its tier demands is missing."""

    def __init__(self, reference: str, missing: Sequence[tuple[str, str]]) -> None:
        """Remember the solution's *reference* and what is *missing*, as kind and policy entry."""
        super().__init__(f"{reference} lacks {len(missing)} requirements")
        self.reference = reference
        self.missing = tuple(missing)


class EvidenceDecidedError(GovernanceError):
    """Evidence that a decision rested on stays with it."""

    def __init__(self, reference: str) -> None:
        """Remember the solution's *reference*."""
        super().__init__(f"evidence of {reference} belongs to a decision")
        self.reference = reference


class SlotTakenError(GovernanceError):
    """The mentor or the maker is already booked at that time."""

    def __init__(self, starts_at: datetime) -> None:
        """Remember when the slot that somebody else was faster for begins."""
        super().__init__(f"{starts_at:%Y-%m-%d %H:%M} UTC is taken")
        self.starts_at = starts_at


class SlotNotOfferedError(GovernanceError):
    """The mentor does not offer that time and topic to this person, or the time has passed."""

    def __init__(self, starts_at: datetime) -> None:
        """Remember when the slot that is not offered begins."""
        super().__init__(f"{starts_at:%Y-%m-%d %H:%M} UTC is not offered")
        self.starts_at = starts_at


class TooLateError(GovernanceError):
    """A booking that has started cannot be cancelled any more."""

    def __init__(self, reference: str, starts_at: datetime) -> None:
        """Remember the booking's *reference* and when it started."""
        super().__init__(f"{reference} started {starts_at:%Y-%m-%d %H:%M} UTC")
        self.reference = reference
        self.starts_at = starts_at


class AlreadyAnsweredError(GovernanceError):
    """Somebody of the team has replied to the question already."""

    def __init__(self, question_id: int, replied_by: str) -> None:
        """Remember the question, and the name of who replied."""
        super().__init__(f"question {question_id} is answered")
        self.question_id = question_id
        self.replied_by = replied_by


class NotApprovedError(GovernanceError):
    """Only an approved solution is shown to everybody."""

    def __init__(self, reference: str, status: str) -> None:
        """Remember the solution's *reference* and the *status* it has instead."""
        super().__init__(f"{reference} is {status}")
        self.reference = reference
        self.status = status


class TooMuchEvidenceError(GovernanceError):
    """A file is too large, or there are too many: of a solution, or waiting to be added."""

    def __init__(self, reference: str = "") -> None:
        """Remember the *reference* of the solution that has too many."""
        super().__init__(f"too much evidence {reference}")
        self.reference = reference


class PolicyNotFoundError(GovernanceError):
    """There is no ``policy.yaml`` where one was looked for."""

    def __init__(self, path: Path) -> None:
        """Remember the *path* looked at."""
        super().__init__(f"There is no policy at {path}.")
        self.path = path


class PolicyInvalidError(GovernanceError):
    """``policy.yaml`` cannot be used as it is."""

    def __init__(self, findings: Sequence[Any]) -> None:
        """Remember the *findings*, each a ``Finding`` with its file and line."""
        super().__init__(f"The policy has {len(findings)} mistakes.")
        self.findings: tuple[Any, ...] = tuple(findings)  # checking knows them, and knows us


class DatabaseUnreachableError(GovernanceError):
    """The records cannot be read or written; *reason* is a sentence that says why."""

    def __init__(self, place: str, reason: str) -> None:
        """Remember the *place* (an address without its password) and the *reason*."""
        super().__init__(f"The database at {place} cannot be used: {reason}")
        self.place = place
        self.reason = reason


class DatabaseTooNewError(DatabaseUnreachableError):
    """The database was upgraded by a newer version of Guildmate than this one."""

    def __init__(self, place: str, found: str) -> None:
        """Remember the revision *found* that this version does not know."""
        super().__init__(place, "a newer version of Guildmate has upgraded it. Run that version.")
        self.found = found
