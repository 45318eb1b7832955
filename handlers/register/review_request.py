"""Asking for the review that a tier wants, and telling those who give it."""

from datetime import datetime

from governance import (
    Assessment,
    ReviewPlan,
    Role,
    Solution,
    StepRequest,
    VersionState,
    list_demands,
    plan_review,
    plan_steps,
    repeat_steps,
)
from handlers.solution_views.deadlines import due_in, review_terms
from handlers.solution_views.next_deciders import list_holders, list_in_role, tell_deciders
from handlers.turn import Desk, Turn


async def ask(
    turn: Turn, desk: Desk, solution: Solution, assessment: Assessment, *, key: str
) -> None:
    """Ask of the current version what its tier demands, and for its review, once for each *key*.

    A version that is approved at once is reviewed by nobody. One that is held to a stricter tier
    than its own is reviewed by whom that tier asks. Of one that is not sent yet nobody is told,
    but its review asks whom its newest answers call for.
    """
    version = solution.current
    demands = list_demands(desk.policy, version, at=turn.at)
    await desk.records.requirements.demand(version, demands)
    if version.state is VersionState.APPROVED:
        return
    terms = review_terms(desk.policy, solution.tier)
    plan = plan_review(desk.policy, assessment, terms)
    due_at = due_in(turn, desk, plan.working_days)
    knows_it = await _who_knows(desk, solution)
    review = await desk.records.reviews.request(
        solution,
        role=Role(terms.by),
        due_at=due_at,
        by=turn.person,
        at=turn.at,
        steps=await _steps(turn, desk, solution, plan, due_at=due_at),
    )
    if version.state is VersionState.DRAFT:
        return
    await tell_deciders(turn, desk, review, key=key, knows_it=knows_it)


async def _steps(
    turn: Turn, desk: Desk, solution: Solution, plan: ReviewPlan, *, due_at: datetime
) -> tuple[StepRequest, ...]:
    """List the decisions to ask for: those of a *plan*, and those that a stricter case asks for.

    Whoever was to decide about that one hears of the one that asks for less.
    """
    records, policy, held_for = desk.records, desk.policy, solution.current.held_for
    too_close = await records.reviews.list_stakeholders(solution)
    titles = {title.id: title for title in policy.titles}
    holders = {}
    for by in {step.by for step in plan.steps if step.need == "all"}:
        title = titles.get(by)
        found = await list_holders(desk, title) if title else await list_in_role(desk, by)
        holders[by] = len([each for each in found if each.id not in too_close])
    planned = plan_steps(
        plan.steps,
        titles=titles,
        due_at=lambda days: due_in(turn, desk, days),
        holders=holders,
    )
    if not held_for:
        return planned
    stricter = await records.registry.get(held_for.partition(" ")[0])
    asked = repeat_steps(await records.reviews.find_latest(stricter), due_at)
    known = {(each.role, each.title) for each in planned}
    return (*planned, *(each for each in asked if (each.role, each.title) not in known))


async def _who_knows(desk: Desk, solution: Solution) -> int | None:
    """Find who has the open review of *solution*, or asked for changes in it."""
    review = await desk.records.reviews.find_latest(solution)
    return review.reviewer_id if review is not None and review.decided_at is None else None
