"""The steps of a review: who is asked, in which order, and whose step it is (pure)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.errors import NotAReviewerError
from governance.people import Person
from governance.policy import Policy, ReviewStep, assess, plan_review
from governance.tables import Review, ReviewStepRow, Role


@dataclass(frozen=True, slots=True)
class StepRequest:
    """A decision to ask for: from a *role*, or else from whoever holds a *title*."""

    due_at: datetime
    role: Role | None = None
    title: str = ""
    rule: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Condition:
    """What an approval asks for afterwards, until a day."""

    text: str
    due_at: datetime


def plan_steps(
    steps: Sequence[ReviewStep],
    *,
    titles: Collection[str],
    due_at: Callable[[int], datetime],
    holders: Mapping[str, int],
) -> tuple[StepRequest, ...]:
    """Ask for the decisions of a plan, *due_at* so many working days from now.

    A step that is in order waits for all before it. Where all who hold a title or a role decide,
    there is a step for each of its *holders*, and one where there is none: a lead's then.
    """
    asked = list[StepRequest]()
    for step in steps:
        last = max((each.position for each in asked), default=-1)
        request = StepRequest(
            due_at(step.working_days),
            role=None if step.by in titles else Role(step.by),
            title=step.by if step.by in titles else "",
            position=last + 1 if step.in_order else 0,
        )
        asked += [request] * (max(1, holders.get(step.by, 0)) if step.need == "all" else 1)
    return tuple(asked)


def repeat_steps(review: Review | None, due_at: datetime) -> tuple[StepRequest, ...]:
    """Ask once more for the decisions that *review* asked for."""
    return tuple(
        StepRequest(due_at, step.role, step.title, step.rule, step.position)
        for step in (review.steps if review is not None else ())
    )


def make_steps(role: Role, due_at: datetime, others: Sequence[StepRequest]) -> list[ReviewStepRow]:
    """Make the steps of a review: of its own role, unless *others* ask it, and of *others*."""
    own = () if any(step.role is role for step in others) else (StepRequest(due_at, role=role),)
    return [_make_step(each) for each in (*own, *others)]


def _make_step(asked: StepRequest) -> ReviewStepRow:
    return ReviewStepRow(
        position=asked.position,
        role=asked.role,
        title=asked.title,
        rule=asked.rule,
        due_at=asked.due_at,
    )


def list_unasked(policy: Policy, review: Review) -> tuple[StepRequest, ...]:
    """List the decisions that today's *policy* asks of an open *review*, and nobody has yet.

    That is so of a review from before there were steps, and where rules have come to ask somebody
    since it was asked for. An appeal is decided by a lead alone, who stands above the others.
    """
    if not review.status.is_open or review.appeal_of_id is not None:
        return ()
    today = assess(policy, review.version.answers)
    tiers = (policy.tier(review.version.effective_tier), today.tier)
    terms = max(tiers, key=lambda tier: policy.rank(tier.id)).review
    if terms is None:
        return ()
    planned = plan_steps(
        plan_review(policy, today, terms).steps,
        titles={title.id for title in policy.titles},
        due_at=lambda _days: review.due_at,
        holders={},
    )
    asked = {(each.role, each.title) for each in review.steps}
    above = (Role.LEAD, "") in asked
    return tuple(
        each
        for each in planned
        if (each.role, each.title) not in asked and not (above and each.role is Role.REVIEWER)
    )


def add_steps(review: Review, asked: Sequence[StepRequest]) -> None:
    """Ask for more decisions in a *review*, beside those that it asks for already."""
    review.steps += [_make_step(each) for each in asked]


def asks_of(steps: Sequence[ReviewStepRow]) -> list[tuple[int, Role | None, str]]:
    """Say what steps ask of whom, so that two lists of them can be compared."""
    return sorted(((step.position, step.role, step.title) for step in steps), key=str)


def is_asked(step: ReviewStepRow, person: Person, titles: Collection[str]) -> bool:
    """Tell whether a step is *person*'s to decide; a lead may decide in anybody's place."""
    if Role.LEAD in person.roles:
        return True
    return step.role in person.roles if step.role is not None else step.title in titles


def is_asked_of(review: Review, person: Person, titles: Collection[str]) -> bool:
    """Tell whether any step of *review*, open or not, is *person*'s to decide."""
    return any(is_asked(step, person, titles) for step in review.steps)


def find_step(review: Review, by: Person, titles: Collection[str]) -> ReviewStepRow:
    """Find the step that *by* approves: one each, and in order; a lead may stand in for several.

    Raises:
        NotAReviewerError: If what is open is not theirs to approve, or they approved another.
    """
    is_lead = Role.LEAD in by.roles
    pending = [step for step in review.steps if step.is_open]
    first = min((step.position for step in pending), default=0)
    ready = [step for step in pending if step.position == first and is_asked(step, by, titles)]
    ready.sort(key=lambda step: (step.role not in by.roles, step.title not in titles))
    has_approved = any(step.approved_by_id == by.id for step in review.steps)
    if not ready or (has_approved and not is_lead):
        raise NotAReviewerError(review.solution.reference)
    return ready[0]


def has_step(review: Review, person: Person, titles: Collection[str]) -> bool:
    """Tell whether a step of *review* is *person*'s to approve now, apart from any stake."""
    try:
        find_step(review, person, titles)
    except NotAReviewerError:
        return False
    return True
