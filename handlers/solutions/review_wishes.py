"""What a maker may ask of a review: to take it back, to hurry it, to look again after a "no"."""

from datetime import datetime

from governance import AppealKind, Review, Role, Solution
from handlers.reply import Button, Buttons, Notice, Reply, Tone, verbatim
from handlers.solution_views.deadlines import days_after, due_in, review_terms
from handlers.solution_views.notify import (
    about_review,
    about_solution,
    find_open_review,
    notify,
    reviewers_of,
)
from handlers.solution_views.summary import subject_of
from handlers.solutions.evidence import get_own
from handlers.solutions.short_forms import read_text, text_form
from handlers.turn import Desk, Turn
from handlers.wording import Wording


async def withdraw(turn: Turn, desk: Desk) -> Reply:
    """Take the version that waits back; whoever has the case, or may take it, is told."""
    registered = await get_own(turn, desk, turn.text)
    review = await find_open_review(desk, registered)
    told = await reviewers_of(desk, review)
    solution = await desk.records.registry.withdraw(turn.text, by=turn.person, at=turn.at)
    if review is not None:
        say = about_review(review, "solutions-withdraw-told", who=turn.person.name)
        await notify(turn, desk, told, say, kind="review.withdrawn")
        say = about_solution(solution, "solutions-withdraw-told", who=turn.person.name)
        await notify(turn, desk, (solution.backup,), say, kind="review.withdrawn")
    return _done(desk, solution, "solutions-withdraw-done")


async def ask_haste(turn: Turn, desk: Desk) -> Reply:
    """Ask why a review is urgent; where there is no short cut, say so."""
    solution = await get_own(turn, desk, turn.text)
    if urgent_days(desk, solution) is None:
        return _no_short_cut(desk, solution)
    hint = desk.wording("solutions-hurry-hint")
    return Reply((text_form(desk, "hurry", solution.reference, solution.reference, hint=hint),))


async def hurry(turn: Turn, desk: Desk) -> Reply:
    """Ask for an earlier decision, and tell whoever has the case or may take it."""
    solution = await get_own(turn, desk, turn.text)
    days = urgent_days(desk, solution)
    if days is None:
        return _no_short_cut(desk, solution)
    form = text_form(desk, "hurry", solution.reference, solution.reference)
    reason, again = read_text(turn, desk, form)
    if again is not None:
        return again
    review = await desk.records.decisions.hurry(
        solution, reason=reason, due_at=due_in(turn, desk, days), by=turn.person, at=turn.at
    )
    say = about_review(review, "solutions-hurry-told", reason, who=turn.person.name)
    await notify(turn, desk, await reviewers_of(desk, review), say, kind="review.hurried")
    until = desk.wording.moment(review.due_at, turn.person.zone)
    return _done(desk, solution, "solutions-hurry-done", until=until)


async def ask_appeal(turn: Turn, desk: Desk) -> Reply:
    """Ask why somebody else should look again, and say until when that is possible."""
    solution = await get_own(turn, desk, turn.text)
    until = await appeal_until(turn, desk, solution)
    if until is None:
        return Reply((Notice(desk.wording("solutions-appeal-none"), Tone.CAREFUL),))
    said = desk.wording.moment(until, turn.person.zone)
    hint = desk.wording("solutions-appeal-hint", until=said)
    return Reply((text_form(desk, "appeal", solution.reference, solution.reference, hint=hint),))


async def appeal(turn: Turn, desk: Desk) -> Reply:
    """Ask the leads who did not decide to look again, and tell whoever decided."""
    solution = await get_own(turn, desk, turn.text)
    decided = await desk.records.reviews.find_latest(solution)
    ground = await desk.records.appeals.find_ground(desk.policy, solution)
    until, terms = await appeal_until(turn, desk, solution), desk.policy.appeals
    if until is None or terms is None or decided is None or ground is None:
        return Reply((Notice(desk.wording("solutions-appeal-none"), Tone.CAREFUL),))
    form = text_form(desk, "appeal", solution.reference, solution.reference)
    reason, again = read_text(turn, desk, form)
    if again is not None:
        return again
    due_at, decider = due_in(turn, desk, terms.decide_in), decided.reviewer
    review = await desk.records.appeals.appeal(
        solution,
        policy=desk.policy,
        reason=reason,
        until=until,
        due_at=due_at,
        by=turn.person,
        at=turn.at,
    )
    by_rules = ground.kind is AppealKind.RULES
    leads = await desk.records.people.list_with_role(Role.LEAD)
    others = [each for each in leads if by_rules or decider is None or each.id != decider.id]
    who = turn.person.name
    say = about_review(review, "solutions-appeal-told", reason, who=who)
    await notify(turn, desk, others, say, kind="review.appealed")
    if not by_rules:
        say = about_review(decided, "solutions-appeal-told-decided", reason, who=who)
        await notify(turn, desk, (decider,), say, kind="review.appealed_decided")
    said = desk.wording.moment(due_at, turn.person.zone)
    return _done(desk, solution, "solutions-appeal-done", until=said)


async def wish_buttons(
    turn: Turn, desk: Desk, solution: Solution, review: Review | None
) -> tuple[Button, ...]:
    """Offer the owner what can be asked of the review now."""
    words, reference, found = desk.wording, solution.reference, list[Button]()
    if await appeal_until(turn, desk, solution) is not None:
        found.append(Button(words("solutions-appeal"), "solutions.appealing", reference))
    can_hurry = review is not None and review.status.awaits_reviewer and not review.is_urgent
    if can_hurry and urgent_days(desk, solution) is not None:
        found.append(Button(words("solutions-hurry"), "solutions.hurrying", reference))
    if solution.state.is_open and not solution.is_retired:
        found.append(_withdraw_button(reference, words))
    return tuple(found)


async def appeal_until(turn: Turn, desk: Desk, solution: Solution) -> datetime | None:
    """Say until when somebody may appeal about *solution*; nothing when not, or not any more."""
    terms = desk.policy.appeals
    ground = await desk.records.appeals.find_ground(desk.policy, solution)
    if terms is None or ground is None:
        return None
    until = days_after(turn, desk, ground.since, terms.working_days)
    return until if turn.at <= until else None


def urgent_days(desk: Desk, solution: Solution) -> int | None:
    """Say within how many working days an urgent case of this tier is decided, if it may be."""
    return review_terms(desk.policy, solution.tier).urgent_working_days


def _withdraw_button(reference: str, words: Wording) -> Button:
    confirm = words("solutions-withdraw-confirm", reference=reference)
    return Button(words("solutions-withdraw"), "solutions.withdraw", reference, confirm=confirm)


def _no_short_cut(desk: Desk, solution: Solution) -> Reply:
    tier = desk.policy.tier(solution.tier).name.to(desk.wording.locale)
    return Reply((Notice(desk.wording("solutions-hurry-none", tier=tier), Tone.CAREFUL),))


def _done(desk: Desk, solution: Solution, key: str, **facts: str) -> Reply:
    words = desk.wording
    name = verbatim(solution.name)
    said = words(key, reference=solution.reference, name=name, **facts)
    open_ = Button(words("solutions-open"), "solutions.open", solution.reference, main=True)
    return Reply((Notice(said, Tone.GOOD), Buttons((open_,))), about=subject_of(solution))
