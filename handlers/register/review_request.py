"""Asking for the review that a tier wants, and telling those who give it."""

from datetime import datetime

from governance import (
    Assessment,
    Person,
    Review,
    ReviewPlan,
    Role,
    Solution,
    StepRequest,
    Tier,
    Title,
    VersionState,
    list_demands,
    plan_review,
    plan_steps,
    repeat_steps,
)
from handlers.reply import Button, Buttons, Card, Reply, Text, verbatim
from handlers.solution_views.clock import due_in, review_terms
from handlers.solution_views.summary import case_of
from handlers.turn import Desk, Turn
from handlers.wording import Wording


async def ask(
    turn: Turn, desk: Desk, solution: Solution, assessment: Assessment, *, key: str
) -> None:
    """Ask of the current version what its tier demands, and for its review, once for each *key*.

    A version that is approved at once is reviewed by nobody. One that is held to a stricter tier
    than its own is reviewed by whom that tier asks. Of one that is not sent yet nobody is told,
    but its review asks whom its newest answers call for.
    """
    version, tier = solution.current, desk.policy.tier(solution.tier)
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
    for person in await _reviewers(turn, desk, review, knows_it):
        told = _request(desk.wording_for(person), person, solution, tier, review)
        await desk.records.outbox.enqueue(
            person.id,
            kind="review.requested",
            reply=told.to_json(),
            key=f"review-{review.id}-{key}-{person.id}",
            at=turn.at,
        )


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
        found = await _holders(desk, titles[by]) if by in titles else await _in_role(desk, by)
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


async def _reviewers(
    turn: Turn, desk: Desk, review: Review, knows_it: int | None
) -> tuple[Person, ...]:
    """Name who is told, each once: the reviewers, and who holds a title that a step asks."""
    found = (
        *await _with_role(turn, desk, review, knows_it),
        *await _with_titles(desk, review),
    )
    return tuple({each.id: each for each in found if each.id != turn.person.id}.values())


async def _with_role(
    turn: Turn, desk: Desk, review: Review, knows_it: int | None
) -> tuple[Person, ...]:
    """Name whoever knows the case, else everybody who may take it, else the leads."""
    people = desk.records.people
    if knows_it is not None:
        known = await people.get(knows_it)
        if known.roles & {review.role, Role.LEAD}:
            return (known,)
    for role in dict.fromkeys((review.role, Role.LEAD)):
        found = tuple(
            person
            for person in await people.list_with_role(Role(role))
            if person.id != turn.person.id
        )
        if found:
            return found
    return ()


async def _with_titles(desk: Desk, review: Review) -> tuple[Person, ...]:
    """Name the holders of the titles that open steps ask; the leads where nobody holds one."""
    people, found = desk.records.people, list[Person]()
    asked = {step.title for step in review.steps if step.title and step.is_open}
    for title in desk.policy.titles:
        if title.id not in asked:
            continue
        holders = await _holders(desk, title)
        found += holders or await people.list_with_role(Role.LEAD)
    return tuple(found)


async def _holders(desk: Desk, title: Title) -> tuple[Person, ...]:
    """Name the people who hold a title."""
    if title.holders:
        return await desk.records.people.list_by_email(title.holders)
    return await _in_role(desk, title.role) if title.role else ()


async def _in_role(desk: Desk, role: str) -> tuple[Person, ...]:
    return await desk.records.people.list_with_role(Role(role))


def _request(
    words: Wording, person: Person, solution: Solution, tier: Tier, review: Review
) -> Reply:
    """Tell *person* what there is to review, and until when."""
    open_ = Button(words("register-open-review"), "review.open", str(review.id), main=True)
    said = "register-please-review" if tier.allowed else "register-please-stop"
    return Reply(
        (
            Text(words(said, maker=verbatim(solution.owner.name), reference=solution.reference)),
            Card(
                f"{solution.reference} · {solution.name}",
                subtitle=words("solutions-tier", tier=tier.name.to(words.locale)),
                facts=((words("solutions-until"), words.moment(review.due_at, person.zone)),),
                markdown=verbatim(solution.purpose),
            ),
            Buttons((open_,)),
        ),
        about=case_of(review),
    )
