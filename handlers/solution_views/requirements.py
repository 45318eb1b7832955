"""What a version must fulfil before and after its approval, as its maker and reviewer read it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import assert_never

from governance import (
    EvidencePiece,
    Person,
    Policy,
    Requirement,
    RequirementKind,
    RequirementStatus,
    Solution,
    VersionState,
)
from governance import RequirementState as State
from handlers.reply import Block, Button, Card, Tone, verbatim
from handlers.solution_views.evidence_list import name_of
from handlers.turn import Desk, Turn
from handlers.wording import Wording


def requirement_name(requirement: Requirement, policy: Policy, words: Wording) -> str:
    """Name a requirement as people read it, in plain text; a condition by its own words."""
    match requirement.kind:
        case RequirementKind.EVIDENCE | RequirementKind.BACKUP:
            return name_of(requirement.subject, policy, words)
        case RequirementKind.TRAINING:
            names = {each.id: each.name.to(words.locale) for each in policy.modules}
            name = names.get(requirement.subject, requirement.subject)
            return words("review-training", name=name)
        case RequirementKind.CONDITION:
            return words("review-condition", text=requirement.note)
        case _:
            assert_never(requirement.kind)


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
    older = [
        (each.live, each)
        for each in needing
        if each.live is not None and each.live is not each.current
    ]
    asked = await listing.list_of_many(current, at=turn.at, policy=desk.policy)
    kept = await listing.list_of_many(older, at=turn.at)
    found = dict[int, tuple[RequirementStatus, ...]]()
    for solution in solutions:
        own = asked.get(solution.current.id, ())
        is_over = solution.current.state in {VersionState.REJECTED, VersionState.WITHDRAWN}
        mine = () if is_over else own
        still = kept.get(solution.live.id, ()) if solution.live is not None else ()
        found[solution.id] = (*mine, *_still_kept(mine, still))
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


def show_open_requirements(
    turn: Turn, desk: Desk, solution: Solution, statuses: Sequence[RequirementStatus]
) -> tuple[Block, ...]:
    """Show what is missing with how to show it, then what is there.

    Who owns the solution has a button for each kind of thing; a condition is met by their backup
    owner, too.
    """
    if not statuses:
        return ()
    words = desk.wording
    missing = list_missing(statuses)
    there = [_as_markdown(each.requirement, desk.policy, words) for each in statuses if each.is_met]
    lines = [f"- {_line(each, desk, turn.person.zone)}" for each in missing]
    if there:
        lines += [*([""] if lines else []), words("solutions-need-there", names=", ".join(there))]
    is_blocking = any(each.is_before_approval for each in missing)
    return (
        Card(
            words("solutions-need"),
            status=words("solutions-need-count", count=len(missing)),
            tone=Tone.CAREFUL if is_blocking else Tone.GOOD if not missing else Tone.PLAIN,
            markdown="\n".join(lines),
            buttons=_buttons(turn.person, solution, missing, words),
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
    name = _as_markdown(requirement, policy, words)
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
            return name


def _as_markdown(requirement: Requirement, policy: Policy, words: Wording) -> str:
    """Name a requirement where Markdown is read, which a condition's own words are not."""
    name = requirement_name(requirement, policy, words)
    return verbatim(name) if requirement.kind is RequirementKind.CONDITION else name


def _buttons(
    person: Person, solution: Solution, missing: Sequence[Requirement], words: Wording
) -> tuple[Button, ...]:
    """Offer what helps: one button for each kind of thing, and one for each condition."""
    reference, is_owner = solution.reference, person.id == solution.owner_id
    kinds = {each.kind for each in missing} if is_owner else set()
    ways = {
        RequirementKind.EVIDENCE: Button(
            words("solutions-evidence-add"), "solutions.evidence", reference
        ),
        RequirementKind.BACKUP: Button(
            words("solutions-backup-name"), "solutions.backing", reference
        ),
        RequirementKind.TRAINING: Button(words("solutions-train"), "training.start"),
    }
    is_theirs = is_owner or person.id == solution.backup_id
    asked = [each for each in missing if each.kind is RequirementKind.CONDITION]
    conditions = asked if is_theirs else []
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


def show_requirements(
    statuses: Sequence[RequirementStatus],
    pieces: Sequence[EvidencePiece],
    desk: Desk,
    zone: str,
    remarks: Mapping[str, Sequence[str]],
) -> tuple[Card, ...]:
    """Show each requirement with its state, its proof and until when it is valid.

    *remarks* are what was said about them, as lines of Markdown by ``requirement:<id>``.
    """
    if not statuses:
        return ()
    words = desk.wording
    names = {piece.key: piece.name for piece in pieces}
    is_blocked = any(each.requirement.is_before_approval and not each.is_met for each in statuses)
    count = sum(not each.is_met for each in statuses)
    said = words("review-requirements-open", count=count, of=len(statuses))
    return (
        Card(
            words("review-requirements"),
            status=said if count else words("review-requirements-met"),
            tone=Tone.CAREFUL if is_blocked else Tone.GOOD if not count else Tone.PLAIN,
            facts=tuple(
                (
                    requirement_name(each.requirement, desk.policy, words),
                    _state(each, names, words, zone),
                )
                for each in statuses
            ),
            markdown="\n".join(_remarks(statuses, desk, remarks)),
        ),
    )


def _state(status: RequirementStatus, names: Mapping[str, str], words: Wording, zone: str) -> str:
    """Say whether a requirement is met, by what, and until when."""
    requirement = status.requirement
    if requirement.state is State.WAIVED:
        lead = requirement.settled_by.name if requirement.settled_by else words("review-nobody")
        is_condition = requirement.kind is RequirementKind.CONDITION
        reason = requirement.proof if is_condition else requirement.note
        return words("review-requirement-waived", name=lead, reason=reason)
    parts = [words("review-requirement-met" if status.is_met else "review-requirement-open")]
    if status.proof:
        parts.append(names.get(status.proof, status.proof))
    if not status.is_met and requirement.is_before_approval:
        parts.append(words("review-requirement-before"))
    elif not status.is_met and requirement.due_at is not None:
        until = words.moment(requirement.due_at, zone)
        parts.append(words("review-requirement-until", until=until))
    if status.valid_until is not None:
        until = words.moment(status.valid_until, zone)
        parts.append(words("review-requirement-valid", until=until))
    return " · ".join(parts)


def _remarks(
    statuses: Iterable[RequirementStatus], desk: Desk, remarks: Mapping[str, Sequence[str]]
) -> list[str]:
    """Name each requirement that something was said about, with what was said."""
    lines: list[str] = []
    for each in statuses:
        said = remarks.get(f"requirement:{each.requirement.id}", ())
        if said:
            name = requirement_name(each.requirement, desk.policy, desk.wording)
            lines += [*([""] if lines else []), f"**{name}**", "", *said]
    return lines
