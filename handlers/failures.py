"""The words for every refusal, and what to do next about it.

A refusal carries facts; its words are found along the classes it comes from, so a new kind has
the words of its parent until it has its own. A crash has a reference and nothing else.
"""

from datetime import datetime

from governance import (
    AlreadyAnsweredError,
    BookingNotFoundError,
    DatabaseUnreachableError,
    DraftNotFoundError,
    EvidenceDecidedError,
    EvidenceNotFoundError,
    GovernanceError,
    HasAStakeError,
    MoveNotAllowedError,
    NotALeadError,
    NotAllowedError,
    NotAMentorError,
    NotApprovedError,
    NotAReviewerError,
    NotFoundError,
    NotTheOwnerError,
    NotYourBookingError,
    OwnSolutionError,
    PersonNotFoundError,
    PolicyInvalidError,
    PolicyNotFoundError,
    QuestionNotFoundError,
    RequirementsOpenError,
    ReviewNotFoundError,
    SlotNotOfferedError,
    SlotTakenError,
    SolutionNotFoundError,
    TooLateError,
    TooMuchEvidenceError,
)
from handlers.reply import Button, Buttons, Notice, Reply, Tone
from handlers.wording import Wording
from knowledge import (
    EmbedderUnavailableError,
    HandbookEmptyError,
    HandbookNotFoundError,
    KnowledgeError,
    PageNotFoundError,
)

WORDS: dict[type[Exception], str] = {
    GovernanceError: "refusal-not-possible",
    NotFoundError: "refusal-not-found",
    SolutionNotFoundError: "refusal-solution-not-found",
    ReviewNotFoundError: "refusal-review-not-found",
    BookingNotFoundError: "refusal-booking-not-found",
    PersonNotFoundError: "refusal-person-not-found",
    QuestionNotFoundError: "refusal-question-not-found",
    DraftNotFoundError: "refusal-draft-not-found",
    EvidenceNotFoundError: "refusal-evidence-not-found",
    NotAllowedError: "refusal-not-allowed",
    NotTheOwnerError: "refusal-not-the-owner",
    NotAReviewerError: "refusal-not-a-reviewer",
    OwnSolutionError: "refusal-own-solution",
    HasAStakeError: "refusal-has-a-stake",
    RequirementsOpenError: "refusal-requirements-open",
    EvidenceDecidedError: "refusal-evidence-decided",
    NotAMentorError: "refusal-not-a-mentor",
    NotALeadError: "refusal-not-a-lead",
    NotYourBookingError: "refusal-not-your-booking",
    MoveNotAllowedError: "refusal-move-not-allowed",
    SlotTakenError: "refusal-slot-taken",
    SlotNotOfferedError: "refusal-slot-not-offered",
    TooLateError: "refusal-too-late",
    TooMuchEvidenceError: "refusal-too-much-evidence",
    AlreadyAnsweredError: "refusal-already-answered",
    NotApprovedError: "refusal-not-approved",
    PolicyNotFoundError: "refusal-policy-unusable",
    PolicyInvalidError: "refusal-policy-unusable",
    DatabaseUnreachableError: "refusal-records-unreachable",
    KnowledgeError: "refusal-handbook-unusable",
    HandbookNotFoundError: "refusal-handbook-unusable",
    HandbookEmptyError: "refusal-handbook-empty",
    PageNotFoundError: "refusal-page-not-found",
    EmbedderUnavailableError: "refusal-search-unavailable",
}
"""The key of the words for each refusal."""

INSTEAD: dict[type[Exception], tuple[str, str]] = {
    SolutionNotFoundError: ("refusal-see-solutions", "solutions.start"),
    BookingNotFoundError: ("refusal-see-office-hours", "office-hours.start"),
    DraftNotFoundError: ("refusal-see-register", "register.start"),
    SlotTakenError: ("refusal-see-slots", "office-hours.start"),
    SlotNotOfferedError: ("refusal-see-slots", "office-hours.start"),
    NotApprovedError: ("refusal-see-solutions", "solutions.start"),
}
"""What helps instead: the key of a button's label, and its action."""


def explain(refusal: Exception, words: Wording, *, zone: str) -> Reply:
    """Say a *refusal* to a person who lives in *zone*."""
    kinds = type(refusal).__mro__
    key = next(WORDS[kind] for kind in kinds if kind in WORDS)
    reply = Reply((Notice(words(key, **_facts(refusal, words, zone)), Tone.CAREFUL),))
    instead = next((INSTEAD[kind] for kind in kinds if kind in INSTEAD), None)
    if instead is None:
        return reply
    label, action = instead
    return reply.then(Buttons((Button(words(label), action),)))


def report_crash(incident: str, words: Wording) -> Reply:
    """Say that something broke, with the reference under which it was written down."""
    return Reply((Notice(words("refusal-broken", incident=incident), Tone.BAD),))


def _facts(refusal: Exception, words: Wording, zone: str) -> dict[str, str | int]:
    """Take the facts a sentence may use; times as the person's own clock shows them."""
    facts: dict[str, str | int] = {}
    for name, value in vars(refusal).items():
        match value:
            case datetime():
                facts[name] = words.moment(value, zone)
            case str() | int():
                facts[name] = value
    return facts
