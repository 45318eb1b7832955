"""What a version must fulfil before and after its approval, each requirement with its state."""

from collections.abc import Iterable, Mapping, Sequence

from governance import EvidencePiece, Policy, Requirement, RequirementKind, RequirementStatus
from governance import RequirementState as State
from handlers.reply import Card, Tone
from handlers.solution_views.evidence_list import name_of
from handlers.turn import Desk
from handlers.wording import Wording


def requirement_name(requirement: Requirement, policy: Policy, words: Wording) -> str:
    """Name a requirement as people read it; a condition by its own words."""
    if requirement.kind is RequirementKind.CONDITION:
        return words("review-condition", text=requirement.note)
    return demand_name(requirement.kind, requirement.subject, policy, words)


def demand_name(kind: str, subject: str, policy: Policy, words: Wording) -> str:
    """Name what a tier demands: evidence, training, or a backup owner."""
    match kind:
        case RequirementKind.EVIDENCE:
            return name_of(subject, policy, words)
        case RequirementKind.TRAINING:
            names = {each.id: each.name.to(words.locale) for each in policy.modules}
            return words("review-training", name=names.get(subject, subject))
        case RequirementKind.BACKUP:
            return words("review-backup")
        case _:
            return subject


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
    if requirement.valid_until is not None:
        until = words.moment(requirement.valid_until, zone)
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
