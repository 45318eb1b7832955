"""What a solution still needs, as its maker reads it: what is missing first, with what helps."""

from collections.abc import Sequence

from governance import (
    Requirement,
    RequirementKind,
    RequirementStatus,
    Solution,
    VersionState,
)
from handlers.reply import Block, Button, Card, Tone, verbatim
from handlers.solution_views.evidence_list import name_of
from handlers.turn import Desk, Turn
from handlers.wording import Wording


async def list_statuses(
    turn: Turn, desk: Desk, solution: Solution
) -> tuple[RequirementStatus, ...]:
    """List what the current version needs, and what the live one still has to keep to.

    A solution that is out of use, or not allowed, needs nothing.
    """
    return (await list_statuses_of(turn, desk, [solution]))[solution.id]


async def list_statuses_of(
    turn: Turn, desk: Desk, solutions: Sequence[Solution]
) -> dict[int, tuple[RequirementStatus, ...]]:
    """List the same of many solutions, by their numbers, in as many queries as of one."""
    listing = desk.records.requirements
    needing = [each for each in solutions if _needs_anything(each, desk)]
    current = [(each.current, each) for each in needing]
    live = [(each.live, each) for each in needing if each.live is not None]
    asked = await listing.list_of_many(current, at=turn.at, policy=desk.policy)
    kept = await listing.list_of_many(live, at=turn.at)
    found = dict[int, tuple[RequirementStatus, ...]]()
    for solution in solutions:
        own = asked.get(solution.current.id, ())
        is_over = solution.current.state in {VersionState.REJECTED, VersionState.WITHDRAWN}
        older = solution.live if solution.live is not solution.current else None
        mine = () if is_over else own
        found[solution.id] = (*mine, *_still_kept(mine, kept.get(older.id, ()) if older else ()))
    return found


def _needs_anything(solution: Solution, desk: Desk) -> bool:
    return not solution.is_retired and desk.policy.tier(solution.current.tier).allowed


def _still_kept(
    own: Sequence[RequirementStatus], kept: Sequence[RequirementStatus]
) -> tuple[RequirementStatus, ...]:
    """List what an older version that is live has not met, unless the newest is asked it too."""
    known = {(each.requirement.kind, each.requirement.subject) for each in own}
    return tuple(
        each
        for each in kept
        if not each.is_met
        and (
            each.requirement.kind is RequirementKind.CONDITION
            or (each.requirement.kind, each.requirement.subject) not in known
        )
    )


def list_missing(statuses: Sequence[RequirementStatus]) -> tuple[Requirement, ...]:
    """List what is not met yet, what an approval waits for first."""
    missing = [each.requirement for each in statuses if not each.is_met]
    return tuple(sorted(missing, key=lambda each: not each.is_before_approval))


def short_name(requirement: Requirement, desk: Desk, words: Wording) -> str:
    """Name a requirement in a few words; a condition by its own."""
    policy = desk.policy
    match requirement.kind:
        case RequirementKind.EVIDENCE | RequirementKind.BACKUP:
            return name_of(requirement.subject, policy, words)
        case RequirementKind.TRAINING:
            names = {each.id: each.name.to(words.locale) for each in policy.modules}
            return names.get(requirement.subject, requirement.subject)
        case _:
            return verbatim(requirement.note)


def show_open_requirements(
    desk: Desk,
    solution: Solution,
    statuses: Sequence[RequirementStatus],
    zone: str,
    *,
    may_act: bool,
) -> tuple[Block, ...]:
    """Show what is missing with how to show it, then what is there; with a button for each kind."""
    if not statuses:
        return ()
    words = desk.wording
    missing = sorted(
        (each.requirement for each in statuses if not each.is_met),
        key=lambda each: not each.is_before_approval,
    )
    there = [short_name(each.requirement, desk, words) for each in statuses if each.is_met]
    lines = [f"- {_line(each, desk, zone)}" for each in missing]
    if there:
        lines += [*([""] if lines else []), words("solutions-need-there", names=", ".join(there))]
    is_blocking = any(each.is_before_approval for each in missing)
    return (
        Card(
            words("solutions-need"),
            status=words("solutions-need-count", count=len(missing)),
            tone=Tone.CAREFUL if is_blocking else Tone.GOOD if not missing else Tone.PLAIN,
            markdown="\n".join(lines),
            buttons=_buttons(solution, missing, words) if may_act else (),
        ),
    )


def _line(requirement: Requirement, desk: Desk, zone: str) -> str:
    """Say what is missing, how to show it, and until when it may wait."""
    words = desk.wording
    said = _told(requirement, desk)
    if requirement.is_before_approval or requirement.due_at is None:
        return said
    return words("solutions-need-until", what=said, until=words.moment(requirement.due_at, zone))


def _told(requirement: Requirement, desk: Desk) -> str:
    words, locale, policy = desk.wording, desk.wording.locale, desk.policy
    name = short_name(requirement, desk, words)
    match requirement.kind:
        case RequirementKind.EVIDENCE | RequirementKind.BACKUP:
            hows = {each.id: each.how.to(locale) for each in policy.evidence}
            how = hows.get(requirement.subject, "")
            return words("solutions-need-evidence", name=name, how=how) if how else name
        case RequirementKind.TRAINING:
            lengths = {each.id: each.minutes for each in policy.modules}
            minutes = lengths.get(requirement.subject, 0)
            return words("solutions-need-training", name=name, minutes=minutes)
        case _:
            return words("solutions-need-condition", text=name)


def _buttons(
    solution: Solution, missing: Sequence[Requirement], words: Wording
) -> tuple[Button, ...]:
    """Offer what helps: one button for each kind of thing, and one for each condition."""
    reference, kinds = solution.reference, {each.kind for each in missing}
    ways = {
        RequirementKind.EVIDENCE: Button(
            words("solutions-evidence-add"), "solutions.evidence", reference
        ),
        RequirementKind.BACKUP: Button(
            words("solutions-backup-name"), "solutions.backing", reference
        ),
        RequirementKind.TRAINING: Button(words("solutions-train"), "training.start"),
    }
    conditions = [each for each in missing if each.kind is RequirementKind.CONDITION]
    return (
        *(button for kind, button in ways.items() if kind in kinds),
        *(
            Button(
                words("solutions-condition-met", n=n)
                if len(conditions) > 1
                else words("solutions-condition-done"),
                "solutions.meeting",
                f"{reference}.{each.id}",
            )
            for n, each in enumerate(conditions, 1)
        ),
    )
