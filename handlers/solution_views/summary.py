"""Where a solution stands: its state, who has it, until when, and the one next step."""

from collections.abc import Sequence
from dataclasses import dataclass

from governance import (
    Operation,
    Policy,
    Review,
    Role,
    Solution,
    SolutionVersion,
    VersionState,
    list_unasked,
)
from handlers.reply import Block, Button, Buttons, Notice, Subject, Tone, verbatim
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
    people = f"{solution.owner_id}.{solution.backup_id}.{solution.offered_to_id}"
    reference = solution.reference
    state = f"{status_of(solution)}.{solution.revision}.{people}"
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


def standing_of(  # noqa: PLR0913 - what somebody wants to know has this many parts
    policy: Policy,
    solution: Solution,
    review: Review | None,
    wording: Wording,
    zone: str,
    *,
    missing: Sequence[str] = (),
) -> Standing:
    """Say where *solution* stands, as its owner in *zone* wants to know it.

    *missing* names the requirements that are open, what an approval waits for first.
    """
    status = status_of(solution)
    tier = policy.tier(solution.tier)
    kept = status is VersionState.APPROVED and not tier.allowed
    facts = [
        (wording("solutions-tier-label"), tier.name.to(wording.locale)),
        *_review_facts(policy, review, wording, zone),
        (wording("solutions-next"), _next_step(status, missing, wording)),
    ]
    tone = Tone.BAD if kept else TONES[status]
    return Standing(state(status, wording), tone, tuple(facts), _button(solution, status, wording))


def _next_step(status: VersionState | Operation, missing: Sequence[str], wording: Wording) -> str:
    """Say the one thing to do next: never nothing while something is missing."""
    asks = {VersionState.WAITING, VersionState.IN_REVIEW, VersionState.APPROVED}
    if missing and status in asks:
        return wording("solutions-next-missing", more=len(missing) - 1, name=missing[0])
    return wording(f"solutions-next-{status.value.replace('_', '-')}")


def _review_facts(
    policy: Policy, review: Review | None, wording: Wording, zone: str
) -> tuple[tuple[str, str], ...]:
    """Say who has an open review, who decides after that, and until when."""
    if review is None or not review.status.is_open:
        return ()
    if not review.status.awaits_reviewer:
        return (
            (wording("solutions-with"), review.solution.owner.name),
            (wording("solutions-then"), holder(review, wording)),
        )
    later = later_deciders(policy, review, wording)
    return (
        (wording("solutions-with"), holder(review, wording)),
        *(((wording("solutions-then"), ", ".join(later)),) if later else ()),
        (wording("solutions-until"), wording.moment(review.due_at, zone)),
    )


def later_deciders(policy: Policy, review: Review, wording: Wording) -> tuple[str, ...]:
    """Name the titles of the policy whose decision a review still needs."""
    names = {title.id: title.name.to(wording.locale) for title in policy.titles}
    asked = [step.title for step in review.steps if step.is_open]
    asked += [step.title for step in list_unasked(policy, review)]
    return tuple(dict.fromkeys(names.get(title, title) for title in asked if title))


def describe_versions(
    policy: Policy, solution: Solution, review: Review | None, wording: Wording, zone: str
) -> tuple[str, ...]:
    """Say what holds now: that an older version may keep running, and that more care holds."""
    current, live, lines = solution.current, solution.live, list[str]()
    if live is not None and live.id != current.id and not solution.is_retired:
        is_paused = solution.operation is Operation.PAUSED
        key = "solutions-live-paused" if is_paused else "solutions-live"
        running = wording(key, number=live.number, name=verbatim(live.name))
        lines.append(f"{running} {_version_line(current, review, wording, zone)}")
    if current.held_tier:
        tier = policy.tier(current.held_tier).name.to(wording.locale)
        lines.append(wording("solutions-held", tier=tier, where=current.held_for))
    return tuple(lines)


def _version_line(
    version: SolutionVersion, review: Review | None, wording: Wording, zone: str
) -> str:
    """Say what the newest version waits for, or how it ended."""
    number = version.number
    if version.state in {VersionState.DRAFT, VersionState.CHANGES_REQUESTED}:
        return wording("solutions-version-yours", number=number)
    if review is not None and version.state.is_open:
        until = wording.moment(review.due_at, zone)
        who = verbatim(review.reviewer.name) if review.reviewer else wording("solutions-somebody")
        return wording("solutions-version-waits", number=number, who=who, until=until)
    name = state(version.state, wording)
    return wording("solutions-version-is", number=number, state=name)


def describe_operation(solution: Solution, wording: Wording, zone: str) -> str:
    """Say whether a solution runs; of one that is paused, who stopped it, since when and why."""
    paused_by, paused_at = solution.paused_by, solution.paused_at
    if solution.operation is Operation.PAUSED and paused_by is not None and paused_at is not None:
        return wording(
            "solutions-paused-by",
            name=paused_by.name,
            since=wording.moment(paused_at, zone),
            reason=solution.pause_reason,
        )
    return wording(f"solutions-operation-{solution.operation.value}")


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


def send_back_hint(solution: Solution, wording: Wording) -> tuple[Block, ...]:
    """Say that saving is not sending, while a reviewer waits for answers; offer to send."""
    buttons = send_back_button(solution, wording)
    if not buttons:
        return ()
    return Notice(wording("solutions-not-sent-yet"), Tone.CAREFUL), Buttons(buttons)
