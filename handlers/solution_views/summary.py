"""Where a solution stands: its state, who has it, until when, and the one next step."""

from dataclasses import dataclass

from governance import Policy, Review, Role, Solution, SolutionStatus
from handlers.reply import Button, Subject, Tone
from handlers.wording import Wording

TONES = {
    SolutionStatus.IN_REVIEW: Tone.WAITING,
    SolutionStatus.CHANGES_REQUESTED: Tone.CAREFUL,
    SolutionStatus.APPROVED: Tone.GOOD,
    SolutionStatus.REJECTED: Tone.BAD,
    SolutionStatus.RETIRED: Tone.PLAIN,
}
"""How each state feels at a glance."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a maker wants to know of a solution without opening it."""

    state: str
    tone: Tone
    facts: tuple[tuple[str, str], ...]
    button: Button


def subject_of(solution: Solution) -> Subject:
    """Name what a reply is about that shows a *solution*."""
    reference, state = solution.reference, f"{solution.status}.{solution.revision}"
    return Subject(reference, "solutions.open", reference, state)


def case_of(review: Review) -> Subject:
    """Name what a reply is about that shows a case; it changes with its solution."""
    solution = review.solution
    state = f"{review.status}.{review.reviewer_id}.{solution.revision}"
    return Subject(solution.reference, "review.open", str(review.id), state)


def state(status: str, wording: Wording) -> str:
    """Name the *status* of a solution."""
    return wording(f"solutions-state-{status.replace('_', '-')}")


def standing_of(
    policy: Policy, solution: Solution, review: Review | None, wording: Wording, zone: str
) -> Standing:
    """Say where *solution* stands, as its owner in *zone* wants to know it."""
    status = SolutionStatus(solution.status)
    tier = policy.tier(solution.tier)
    kept = status is SolutionStatus.APPROVED and not tier.allowed
    step = wording(f"solutions-next-{status.value.replace('_', '-')}")
    facts = [
        (wording("solutions-tier-label"), tier.name.to(wording.locale)),
        *_review_facts(review, wording, zone),
        (wording("solutions-next"), step),
    ]
    tone = Tone.BAD if kept else TONES[status]
    return Standing(state(status, wording), tone, tuple(facts), _button(solution, status, wording))


def _review_facts(
    review: Review | None, wording: Wording, zone: str
) -> tuple[tuple[str, str], ...]:
    """Say who has an open review, and until when."""
    if review is None or not review.status.awaits_reviewer:
        return ()
    return (
        (wording("solutions-with"), holder(review, wording)),
        (wording("solutions-until"), wording.moment(review.due_at, zone)),
    )


def holder(review: Review, wording: Wording) -> str:
    """Name who has a review: a person, or the role that it waits for."""
    if review.reviewer is not None:
        return review.reviewer.name
    return wording(
        "solutions-with-leads" if review.role == Role.LEAD else "solutions-with-reviewers"
    )


def _button(solution: Solution, status: SolutionStatus, wording: Wording) -> Button:
    """Offer the one thing that helps most."""
    if status is SolutionStatus.CHANGES_REQUESTED:
        label = wording("solutions-change")
        return Button(label, "register.revise", solution.reference, main=True)
    return Button(wording("solutions-open"), "solutions.open", solution.reference, main=True)
