"""Saying that a condition of an approval is met, with what shows it."""

from governance import (
    NotTheOwnerError,
    Requirement,
    RequirementKind,
    Solution,
    SolutionNotFoundError,
)
from handlers.reply import Button, Buttons, Notice, Reply, Tone, verbatim
from handlers.solution_views.notify import about_review, about_solution, notify
from handlers.solution_views.summary import subject_of
from handlers.solutions.short_forms import read_id, read_text, text_form
from handlers.turn import Desk, Turn


async def ask_proof(turn: Turn, desk: Desk) -> Reply:
    """Ask the owner, or the backup owner, what shows that a condition is met."""
    solution, condition = await _find(turn, desk)
    key = f"{solution.reference}.{condition.id}"
    return Reply((text_form(desk, "met", key, solution.reference, hint=condition.note),))


async def settle(turn: Turn, desk: Desk) -> Reply:
    """Tick a condition off, and tell whoever decided and those who answer for the solution."""
    solution, condition = await _find(turn, desk)
    form = text_form(desk, "met", turn.text, solution.reference, hint=condition.note)
    proof, again = read_text(turn, desk, form)
    if again is not None:
        return again
    await desk.records.requirements.settle(condition, proof, by=turn.person, at=turn.at)
    review = await desk.records.reviews.find_latest(solution)
    kind, key = f"requirement.met.{condition.id}", "solutions-met-told"
    facts = {"who": turn.person.name, "condition": condition.note}
    say = about_solution(solution, key, proof, **facts)
    await notify(turn, desk, (solution.owner, solution.backup), say, kind=kind)
    if review is not None:
        say = about_review(review, key, proof, **facts)
        await notify(turn, desk, (review.reviewer,), say, kind=kind)
    words = desk.wording
    said = words("solutions-met-done", reference=solution.reference, name=verbatim(solution.name))
    open_ = Button(words("solutions-open"), "solutions.open", solution.reference, main=True)
    return Reply((Notice(said, Tone.GOOD), Buttons((open_,))), about=subject_of(solution))


async def _find(turn: Turn, desk: Desk) -> tuple[Solution, Requirement]:
    """Find the condition that *turn* is about, of a solution that this person answers for."""
    reference, _, number = turn.text.partition(".")
    solution = await desk.records.registry.get(reference)
    if turn.person.id not in {solution.owner_id, solution.backup_id}:
        raise NotTheOwnerError(solution.reference)
    versions = await desk.records.registry.list_versions(solution)
    found = await desk.records.requirements.get(read_id(number))
    ids = {version.id for version in versions}
    if found is None or found.version_id not in ids or found.kind is not RequirementKind.CONDITION:
        raise SolutionNotFoundError(turn.text)
    return solution, found
