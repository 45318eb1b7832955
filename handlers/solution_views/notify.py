"""Telling those whom a change of a solution or a case concerns, each in their own language."""

from collections.abc import Callable, Iterable

from governance import Person, PersonRow, PersonSource, Review, Solution
from handlers.reply import Button, Buttons, Notice, Reply, Text, Tone, verbatim
from handlers.solution_views.summary import case_of, subject_of
from handlers.turn import Desk, Turn
from handlers.wording import Wording

Say = Callable[[Wording, Person | PersonRow], Reply]
"""Says something in the words of whoever is told."""


async def notify(
    turn: Turn, desk: Desk, people: Iterable[Person | PersonRow | None], say: Say, *, kind: str
) -> None:
    """Tell each of *people* once, but never whoever did it; *kind* says what happened."""
    told = {person.id: person for person in people if person is not None}
    for person in told.values():
        if person.id != turn.person.id:
            await desk.records.outbox.enqueue(
                person.id,
                kind=kind,
                reply=say(desk.wording.to(person.locale), person).to_json(),
                key=f"{kind}-{turn.place.channel}-{turn.id}-{person.id}",
                at=turn.at,
            )


async def notify_makers(turn: Turn, desk: Desk, solution: Solution, say: Say, *, kind: str) -> None:
    """Tell the owner, and the backup owner who is there to read it."""
    backup = solution.backup
    is_here = backup is not None and backup.is_active and backup.source is not PersonSource.NAMED
    await notify(turn, desk, (solution.owner, backup if is_here else None), say, kind=kind)


async def reviewers_of(desk: Desk, review: Review | None) -> tuple[Person | PersonRow, ...]:
    """Name who has a review, or else everybody who may take it."""
    if review is None:
        return ()
    if review.reviewer is not None:
        return (review.reviewer,)
    return await desk.records.people.list_with_role(review.role)


async def tell_who_may_take(
    turn: Turn,
    desk: Desk,
    review: Review | None,
    former: Person | PersonRow,
    key: str = "solutions-review-freed-told",
) -> None:
    """Tell whoever may take a review that *former* had, who is too close to its solution now."""
    if review is not None:
        others = [each for each in await reviewers_of(desk, review) if each.id != former.id]
        say = about_review(review, key, who=former.name)
        await notify(turn, desk, others, say, kind="review.freed")


async def find_open_review(desk: Desk, solution: Solution) -> Review | None:
    """Find the review of *solution* that is not over."""
    review = await desk.records.reviews.find_latest(solution)
    return review if review is not None and review.status.is_open else None


def about_solution(solution: Solution, key: str, reason: str = "", **facts: str) -> Say:
    """Say *key* of a solution, with the *reason* that *who* gave; who has a part in it opens it."""
    theirs = {solution.owner_id, solution.backup_id, solution.offered_to_id}

    def say(words: Wording, to: Person | PersonRow) -> Reply:
        blocks = _say(solution, key, reason, facts, words)
        if to.id not in theirs:
            return Reply(blocks)
        open_ = Button(words("solutions-open"), "solutions.open", solution.reference, main=True)
        return Reply((*blocks, Buttons((open_,))), about=subject_of(solution))

    return say


def about_review(review: Review, key: str, reason: str = "", **facts: str) -> Say:
    """Say *key* of a solution to whoever reviews it; it opens the review."""

    def say(words: Wording, _to: Person | PersonRow) -> Reply:
        open_ = Button(words("review-open"), "review.open", str(review.id), main=True)
        blocks = _say(review.solution, key, reason, facts, words)
        return Reply((*blocks, Buttons((open_,))), about=case_of(review))

    return say


def _say(
    solution: Solution, key: str, reason: str, facts: dict[str, str], words: Wording
) -> tuple[Notice | Text, ...]:
    known = {"reference": solution.reference, "name": verbatim(solution.name)}
    quoted = {fact: verbatim(value) for fact, value in facts.items()}
    notice = Notice(words(key, **known, **quoted), Tone.CAREFUL)
    if not reason:
        return (notice,)
    return notice, Text(words("review-said", reviewer=quoted["who"], comment=verbatim(reason)))
