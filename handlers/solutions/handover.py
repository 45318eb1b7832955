"""Who answers for a solution: naming a backup owner, handing over, taking over."""

from governance import NotTheOwnerError, Person, PersonRow, Solution, may_offer
from handlers.reply import Button, Buttons, Notice, Reply, Text, Tone, verbatim
from handlers.solution_views.notify import (
    Say,
    about_review,
    about_solution,
    find_open_review,
    notify,
    tell_who_may_take,
)
from handlers.solution_views.summary import subject_of
from handlers.solutions.evidence import get_own
from handlers.solutions.short_forms import person_form, read_person
from handlers.turn import Desk, Turn
from handlers.wording import Wording


async def ask_backup(turn: Turn, desk: Desk) -> Reply:
    """Ask the owner who looks after a solution when they are away."""
    solution = await get_own(turn, desk, turn.text)
    known = solution.backup.email if solution.backup else ""
    return Reply((person_form(desk, "backup", solution, known=known or ""),))


async def name_backup(turn: Turn, desk: Desk) -> Reply:
    """Name the backup owner, and tell them and whoever was it before."""
    solution = await get_own(turn, desk, turn.text)
    found = await read_person(turn, desk, person_form(desk, "backup", solution))
    if isinstance(found, Reply):
        return found
    former, review = solution.backup, await find_open_review(desk, solution)
    had_it = review.reviewer_id if review else None
    solution = await desk.records.operations.name_backup(
        solution.reference, backup=found, by=turn.person, at=turn.at
    )
    if former is None or former.id != found.id:
        kind, who = "solution.backup_named", turn.person.name
        say = about_solution(solution, "solutions-backup-told", who=who)
        await notify(turn, desk, (found,), say, kind=kind)
        say = about_solution(solution, "solutions-backup-told-former", who=found.name)
        await notify(turn, desk, (former,), say, kind=kind)
    if had_it == found.id:
        await tell_who_may_take(turn, desk, review, found)
    return _done(desk, solution, "solutions-backup-done", found.name)


async def ask_successor(turn: Turn, desk: Desk) -> Reply:
    """Ask the owner, or a lead where they have left, who should own a solution from now on."""
    solution = await _get_offerable(turn, desk)
    return Reply((person_form(desk, "offer", solution),))


async def offer(turn: Turn, desk: Desk) -> Reply:
    """Offer a solution to somebody, who accepts or declines; nothing changes until then."""
    solution = await _get_offerable(turn, desk)
    found = await read_person(turn, desk, person_form(desk, "offer", solution))
    if isinstance(found, Reply):
        return found
    review = await find_open_review(desk, solution)
    had_it = review.reviewer_id if review else None
    solution = await desk.records.operations.offer(
        solution.reference, to=found, by=turn.person, at=turn.at
    )
    await notify(turn, desk, (found,), _invitation(turn, solution), kind="solution.offered")
    if had_it == found.id:
        await tell_who_may_take(turn, desk, review, found)
    return _done(desk, solution, "solutions-offer-done", found.name)


async def _get_offerable(turn: Turn, desk: Desk) -> Solution:
    """Find a solution that whoever speaks may offer.

    Raises:
        NotTheOwnerError: If they may not.
    """
    solution = await desk.records.registry.get(turn.text)
    if not may_offer(solution, turn.person):
        raise NotTheOwnerError(solution.reference)
    return solution


async def accept(turn: Turn, desk: Desk) -> Reply:
    """Take a solution over, and tell its former owner, its backup owner and who reviews it."""
    before = await desk.records.registry.get(turn.text)
    former, review = before.owner, await find_open_review(desk, before)
    reviewer = review.reviewer if review else None
    solution = await desk.records.operations.accept(turn.text, by=turn.person, at=turn.at)
    kind, who = "solution.handed_over", turn.person.name
    say = about_solution(solution, "solutions-accept-told", who=who)
    await notify(turn, desk, (former, solution.backup), say, kind=kind)
    if review is not None and reviewer is not None:
        say = about_review(review, "solutions-accept-told", who=who)
        await notify(turn, desk, (reviewer,), say, kind=kind)
        if reviewer.id == turn.person.id:
            await tell_who_may_take(turn, desk, review, turn.person)
    return _done(desk, solution, "solutions-accept-done", former.name)


async def decline(turn: Turn, desk: Desk) -> Reply:
    """Say no to what was offered, or take one's offer back; tell the other side."""
    before = await desk.records.registry.get(turn.text)
    offered_to = before.offered_to
    solution = await desk.records.operations.decline(turn.text, by=turn.person, at=turn.at)
    is_owner = solution.owner_id == turn.person.id
    key = "solutions-offer-taken-back" if is_owner else "solutions-decline-told"
    if offered_to is not None:
        others = (offered_to,) if is_owner else (solution.owner,)
        say = about_solution(solution, key, who=turn.person.name)
        await notify(turn, desk, others, say, kind="solution.offer_declined")
    return _done(desk, solution, "solutions-decline-done", solution.owner.name)


def offer_buttons(solution: Solution, person: Person, words: Wording) -> tuple[Button, ...]:
    """Offer *person* to accept or decline what was offered, or to take over what they back up."""
    reference = solution.reference
    if solution.is_retired:
        return ()
    if solution.offered_to_id == person.id:
        no = Button(words("solutions-decline"), "solutions.decline", reference)
        return (_accept_button(solution, words), no)
    if solution.owner_id == person.id and solution.offered_to is not None:
        return (Button(words("solutions-offer-take-back"), "solutions.decline", reference),)
    is_backup = solution.backup_id == person.id
    return (_accept_button(solution, words, main=False),) if is_backup else ()


def _accept_button(solution: Solution, words: Wording, *, main: bool = True) -> Button:
    return Button(
        words("solutions-accept"),
        "solutions.accept",
        solution.reference,
        main=main,
        confirm=words("solutions-accept-confirm", reference=solution.reference),
    )


def _invitation(turn: Turn, solution: Solution) -> Say:
    """Ask somebody to take a solution over."""

    def say(words: Wording, _to: Person | PersonRow) -> Reply:
        told = words(
            "solutions-offer-told",
            who=verbatim(turn.person.name),
            reference=solution.reference,
            name=verbatim(solution.name),
        )
        buttons = (
            _accept_button(solution, words),
            Button(words("solutions-decline"), "solutions.decline", solution.reference),
            Button(words("solutions-open"), "solutions.open", solution.reference),
        )
        purpose = Text(verbatim(solution.purpose))
        return Reply((Notice(told), purpose, Buttons(buttons)), about=subject_of(solution))

    return say


def _done(desk: Desk, solution: Solution, key: str, person: str) -> Reply:
    words = desk.wording
    said = words(
        key,
        reference=solution.reference,
        name=verbatim(solution.name),
        person=verbatim(person),
    )
    mine = Button(words("solutions-mine"), "solutions.mine", main=True)
    return Reply((Notice(said, Tone.GOOD), Buttons((mine,))), about=subject_of(solution))
