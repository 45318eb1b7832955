"""Keeping on record what somebody tried at a decision and may not do, and telling who must know."""

from collections.abc import Iterable

from governance import (
    EvidenceDecidedError,
    MoveNotAllowedError,
    NotAllowedError,
    NotFoundError,
    NotTheOwnerError,
    Person,
    PersonRow,
    RequirementsOpenError,
    Review,
    Role,
    Solution,
)
from handlers.reply import Button, Buttons, Notice, Reply, Tone, verbatim
from handlers.review.rights import read_id
from handlers.turn import Desk, Said, Turn
from handlers.wording import Wording

KEPT = (NotAllowedError, MoveNotAllowedError, RequirementsOpenError, EvidenceDecidedError)
"""The refusals that say somebody wanted what the rules do not allow; others are mistakes."""

DECISIONS = frozenset(
    f"review.{verb}"
    for verb in (
        *("approving", "approve", "overriding", "override", "rejecting", "reject"),
        *("asking", "ask", "take", "giving", "give"),
    )
)
"""What only those may press who decide."""

READS = frozenset({"review.open", "solutions.open", "solutions.versions", "solutions.file"})
"""What changes nothing, so that nobody needs to hear of it."""


async def note_attempt(turn: Turn, desk: Desk, refusal: Exception) -> None:
    """Note a *refusal* of something pressed or sent about a solution, and tell who must know.

    Of a decision that is not theirs, whoever decides it and the leads are told; of a change that
    is not theirs, the owner; of evidence that a decision rests on, who made that; of a pause, who
    ordered it. Each hears once a day of the same person and solution.
    """
    if isinstance(turn.what, Said) or not isinstance(refusal, KEPT):
        return
    action = turn.what.action
    solution = await _find_solution(desk, action, turn.text)
    if solution is None:
        return
    _record(turn, desk, solution, action, type(refusal).__name__)
    if action in READS:
        return
    review = await desk.records.reviews.find_latest(solution)
    people: list[Person | PersonRow] = []
    if action in DECISIONS and isinstance(refusal, NotAllowedError):
        people += await _deciders(desk, review)
    elif isinstance(refusal, NotTheOwnerError):
        people.append(solution.owner)
    elif isinstance(refusal, EvidenceDecidedError) and review is not None and review.reviewer:
        people.append(review.reviewer)
    elif isinstance(refusal, NotAllowedError) and solution.paused_by is not None:
        people.append(solution.paused_by)
    await _tell(turn, desk, solution, people, review if action in DECISIONS else None)


def note_obstacle(turn: Turn, desk: Desk, review: Review, why: str) -> None:
    """Note that a decision of whoever may decide was not taken; the reply tells them why."""
    if not isinstance(turn.what, Said):
        _record(turn, desk, review.solution, turn.what.action, why)


def _record(turn: Turn, desk: Desk, solution: Solution, action: str, why: str) -> None:
    desk.records.audit.record(
        actor=turn.person,
        action="attempt.refused",
        subject=solution.reference,
        before=None,
        after={"action": action, "why": why},
        at=turn.at,
    )


async def _find_solution(desk: Desk, action: str, value: str) -> Solution | None:
    """Find what a button or a form is about: its value begins with a reference or a review."""
    first = value.partition(".")[0]
    try:
        if action.startswith(("review.", "solutions.")) and (number := read_id(first)):
            return (await desk.records.reviews.get(number)).solution
        return await desk.records.registry.get(first)
    except NotFoundError:
        return None


async def _deciders(desk: Desk, review: Review | None) -> Iterable[Person | PersonRow]:
    """Name who has a review, or may take it, and the leads."""
    people = desk.records.people
    leads = await people.list_with_role(Role.LEAD)
    if review is None:
        return leads
    if review.reviewer is not None:
        return (review.reviewer, *leads)
    return (*await people.list_with_role(review.role), *leads)


async def _tell(
    turn: Turn,
    desk: Desk,
    solution: Solution,
    people: Iterable[Person | PersonRow],
    review: Review | None,
) -> None:
    told = {each.id: each for each in people if each.id != turn.person.id}
    for person in told.values():
        await desk.records.outbox.enqueue(
            person.id,
            kind="attempt.refused",
            reply=_say(turn, solution, review, desk.wording.to(person.locale)).to_json(),
            key=f"attempt-{solution.reference}-{turn.person.id}-{turn.at:%Y%m%d}-{person.id}",
            at=turn.at,
        )


def _say(turn: Turn, solution: Solution, review: Review | None, words: Wording) -> Reply:
    told = words(
        "review-attempt-told" if review is not None else "review-attempt-told-change",
        who=verbatim(turn.person.name),
        reference=solution.reference,
        name=verbatim(solution.name),
    )
    open_ = Button(words("solutions-open"), "solutions.open", solution.reference)
    if review is not None:
        open_ = Button(words("review-open"), "review.open", str(review.id))
    return Reply((Notice(told, Tone.CAREFUL), Buttons((open_,))))
