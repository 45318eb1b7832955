"""Where a solution stands: its state, who has it, until when, and the one next step."""

from dataclasses import dataclass

from governance import Operation, Policy, Review, Role, Solution, VersionState
from handlers.reply import Button, Subject, Tone
from handlers.wording import Wording

TONES: dict[VersionState | Operation, Tone] = {
    VersionState.DRAFT: Tone.CAREFUL,
    VersionState.WAITING: Tone.WAITING,
    VersionState.IN_REVIEW: Tone.WAITING,
    VersionState.CHANGES_REQUESTED: Tone.CAREFUL,
    VersionState.APPROVED: Tone.GOOD,
    VersionState.REJECTED: Tone.BAD,
    VersionState.WITHDRAWN: Tone.PLAIN,
    Operation.PAUSED: Tone.CAREFUL,
    Operation.RETIRED: Tone.PLAIN,
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
    reference, state = solution.reference, f"{status_of(solution)}.{solution.revision}"
    return Subject(reference, "solutions.open", reference, state)


def case_of(review: Review) -> Subject:
    """Name what a reply is about that shows a case; it changes with its solution."""
    solution = review.solution
    done = sum(not step.is_open for step in review.steps)
    state = (
        f"{review.status}.{review.reviewer_id}.{solution.revision}.{done}.{len(review.comments)}"
    )
    return Subject(solution.reference, "review.open", str(review.id), state)


def status_of(solution: Solution) -> VersionState | Operation:
    """Say what matters most of a solution: that it is out of use, or where its review stands."""
    if solution.operation in {Operation.PAUSED, Operation.RETIRED}:
        return solution.operation
    return solution.state


def state(status: VersionState | Operation, wording: Wording) -> str:
    """Name the *status* of a solution."""
    return wording(f"solutions-state-{status.value.replace('_', '-')}")


def standing_of(
    policy: Policy, solution: Solution, review: Review | None, wording: Wording, zone: str
) -> Standing:
    """Say where *solution* stands, as its owner in *zone* wants to know it."""
    status = status_of(solution)
    tier = policy.tier(solution.tier)
    kept = status is VersionState.APPROVED and not tier.allowed
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


def _button(solution: Solution, status: VersionState | Operation, wording: Wording) -> Button:
    """Offer the one thing that helps most."""
    if status is VersionState.CHANGES_REQUESTED:
        label = wording("solutions-change")
        return Button(label, "register.revise", solution.reference, main=True)
    return Button(wording("solutions-open"), "solutions.open", solution.reference, main=True)


def send_back_button(solution: Solution, wording: Wording) -> tuple[Button, ...]:
    """Offer to send the solution back, once somebody has asked for changes to it."""
    if solution.state not in {VersionState.CHANGES_REQUESTED, VersionState.DRAFT}:
        return ()
    label = wording("solutions-send-back")
    return (Button(label, "solutions.send-back", solution.reference, main=True),)
