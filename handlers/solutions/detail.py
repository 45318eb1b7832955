"""One solution with all that is in it, and what those who answer for it can do about it."""

from collections.abc import Sequence
from typing import assert_never
from zoneinfo import ZoneInfo

from governance import (
    Assessment,
    EvidencePiece,
    Operation,
    Person,
    RequirementKind,
    RequirementStatus,
    Review,
    Role,
    Solution,
    find_renewal,
    may_offer,
)
from handlers.citations import stored_clauses
from handlers.files import READER_ROLES, may_read
from handlers.reply import Block, Button, Buttons, Card, Notice, Reply, Text, Tone, verbatim
from handlers.solution_views.assessment import (
    Outlook,
    answer_cards,
    outlook,
    show_reasons,
    show_standards,
    why_sooner,
)
from handlers.solution_views.comments import show_comments
from handlers.solution_views.differences import explain_reading
from handlers.solution_views.evidence_list import show_evidence
from handlers.solution_views.obstacles import show_obstacle
from handlers.solution_views.requirements import (
    list_missing,
    list_statuses,
    requirement_name,
    show_open_requirements,
)
from handlers.solution_views.stored_reasons import show_stored_reasons
from handlers.solution_views.summary import (
    describe_operation,
    describe_versions,
    send_back_button,
    standing_of,
    subject_of,
)
from handlers.solutions.comment_replies import list_asked, show_asked
from handlers.solutions.evidence import carry_over_button, own_evidence
from handlers.solutions.handover import offer_buttons
from handlers.solutions.review_wishes import wish_buttons
from handlers.turn import Desk, Turn

OVERSEERS = frozenset({Role.REVIEWER, Role.LEAD})


def refuse_to_show(desk: Desk, solution: Solution) -> Reply:
    """Say whom to ask about a solution that is somebody else's."""
    name, reference = verbatim(solution.owner.name), solution.reference
    refusal = desk.wording("solutions-not-yours", name=name, reference=reference)
    return Reply((Notice(refusal, Tone.CAREFUL),))


async def show_detail(turn: Turn, desk: Desk, solution: Solution) -> Reply:
    """Show all of one solution to those who may see it."""
    if not may_read(turn.person, solution):
        return refuse_to_show(desk, solution).then(*await _coach_buttons(turn, desk, solution))
    words, zone = desk.wording, turn.person.zone
    seen = await outlook(desk, solution.answers)
    review = await desk.records.reviews.find_latest(solution)
    said = await desk.records.comments.list_all(solution)
    pieces = await desk.records.evidence.list_for(solution)
    statuses = await list_statuses(turn, desk, solution)
    is_theirs = turn.person.id in {solution.owner_id, solution.backup_id}
    asked = list_asked(solution, review) if is_theirs else frozenset()
    return Reply(
        (
            _head(turn, desk, solution, review, statuses),
            *_offer(turn, desk, solution),
            *show_comments([each for each in said if each.id not in asked], words, zone),
            *(show_asked(desk, solution, review, zone) if is_theirs else ()),
            *show_open_requirements(turn, desk, solution, statuses),
            *await _evidence(turn, desk, solution, pieces, statuses),
            *answer_cards(desk, solution.answers),
            *_assessment(turn, desk, solution, seen, review),
            *_why_sooner(desk, review, seen.assessment),
            *await _buttons(turn, desk, solution, review),
        ),
        about=subject_of(solution),
    )


async def _coach_buttons(turn: Turn, desk: Desk, solution: Solution) -> tuple[Buttons, ...]:
    """Offer a mentor who was booked about a solution to comment in its review."""
    reviews = desk.records.reviews
    if Role.MENTOR not in turn.person.roles:
        return ()
    review = await reviews.find_latest(solution)
    if review is None or turn.person.id not in await reviews.list_stakeholders(solution):
        return ()
    label = desk.wording("solutions-open-review")
    return (Buttons((Button(label, "review.open", str(review.id)),)),)


def _head(
    turn: Turn,
    desk: Desk,
    solution: Solution,
    review: Review | None,
    statuses: Sequence[RequirementStatus],
) -> Card:
    """Say where a solution stands: its versions, its people, and whether it runs."""
    words, zone = desk.wording, turn.person.zone
    missing = [requirement_name(each, desk.policy, words) for each in list_missing(statuses)]
    stands = standing_of(desk.policy, solution, review, words, zone, missing=missing)
    backup = solution.backup.name if solution.backup else words("solutions-nobody")
    owner = solution.owner.name
    if not solution.owner.is_active:
        owner = words("solutions-owner-left", owner=owner)
    version = solution.current
    made = words.moment(version.made_at, zone)
    facts = (
        (words("solutions-owner"), owner),
        (words("solutions-backup"), backup),
        (words("solutions-runs"), describe_operation(solution, words, zone)),
        (
            words("solutions-version-label"),
            words("solutions-version-of", number=version.number, at=made),
        ),
        *stands.facts,
        *_renewal(turn, desk, solution),
        (words("solutions-registered"), words.moment(solution.registered_at, zone)),
    )
    lines = [
        verbatim(solution.purpose),
        *describe_versions(desk.policy, solution, review, words, zone),
        *explain_reading(desk, solution),
    ]
    return Card(
        f"{solution.reference} · {solution.name}",
        status=stands.state,
        tone=stands.tone,
        facts=facts,
        markdown="\n\n".join(lines),
    )


def _renewal(turn: Turn, desk: Desk, solution: Solution) -> tuple[tuple[str, str], ...]:
    """Say when what runs is to be looked at again, or since when it should have been."""
    live = solution.live
    due = find_renewal(desk.policy, live) if live is not None else None
    if due is None or solution.is_retired:
        return ()
    words, local = desk.wording, due.astimezone(ZoneInfo(turn.person.zone))
    day = words.date(local.date())
    said = words("solutions-again-since", at=day) if due <= turn.at else day
    return ((words("solutions-again"), said),)


def _offer(turn: Turn, desk: Desk, solution: Solution) -> tuple[Block, ...]:
    """Say that a solution is offered to somebody, with what each side can do about it."""
    words, to = desk.wording, solution.offered_to
    if to is None:
        return ()
    buttons = offer_buttons(solution, turn.person, words)
    said = words("solutions-offered", who=verbatim(solution.owner.name), person=verbatim(to.name))
    return (Notice(said, Tone.WAITING), *((Buttons(buttons),) if buttons else ()))


async def _evidence(
    turn: Turn,
    desk: Desk,
    solution: Solution,
    pieces: Sequence[EvidencePiece],
    statuses: Sequence[RequirementStatus],
) -> tuple[Block, ...]:
    if solution.owner_id != turn.person.id:
        return show_evidence(pieces, desk.policy, desk.wording)
    carry = await carry_over_button(desk, solution, pieces)
    missing = {each.kind for each in list_missing(statuses)}
    may_add = RequirementKind.EVIDENCE not in missing
    return await own_evidence(desk, solution, pieces, *carry, may_add=may_add)


def _assessment(
    turn: Turn, desk: Desk, solution: Solution, seen: Outlook, review: Review | None
) -> tuple[Block, ...]:
    """Show the assessment as it was made; what follows from today's rules where they agree."""
    is_current = solution.current.outcome in {"prohibited", seen.assessment.outcome.value}
    obstacle = (
        show_obstacle(turn, desk, solution.answers, seen.assessment, review) if is_current else ()
    )
    title = desk.wording("solutions-lower-title")
    lower = Text("\n".join([title, "", *(f"- {way}" for way in seen.ways_down)]))
    return (
        *obstacle,
        *_reasons(turn, desk, solution, seen),
        *show_standards(desk, seen.assessment),
        *((lower,) if seen.ways_down else ()),
    )


def _why_sooner(desk: Desk, review: Review | None, today: Assessment) -> tuple[Text, ...]:
    """Say for which rule a review is due sooner than its tier's own time."""
    if review is None or not review.status.awaits_reviewer:
        return ()
    sooner = why_sooner(desk.policy, today, review.version.effective_tier)
    return (Text(sooner.because.to(desk.wording.locale)),) if sooner else ()


def _reasons(turn: Turn, desk: Desk, solution: Solution, seen: Outlook) -> tuple[Block, ...]:
    """Say why, as it was assessed; what to find out where today's rules say the very same."""
    version, fired = solution.current, seen.assessment.fired
    today = {each.rule.id: dict(each.rule.because.root) for each in fired}
    then = {str(rule["id"]): rule["because"] for rule in version.rules}
    if version.tier == seen.assessment.tier.id and today == then:
        stored = stored_clauses(version)
        return show_reasons(turn, desk, version.answers, seen.assessment, stored=stored)
    return show_stored_reasons(turn, desk, version, seen.assessment)


async def _buttons(
    turn: Turn, desk: Desk, solution: Solution, review: Review | None
) -> tuple[Block, ...]:
    """Offer what this person can do: about the case, and about running it."""
    words, person, reference = desk.wording, turn.person, solution.reference
    is_mine = solution.owner_id == person.id
    case: list[Button] = []
    if is_mine and not solution.is_retired:
        back = send_back_button(solution, words)
        change = Button(words("solutions-change"), "register.revise", reference, main=not back)
        case = [*back, change, *await wish_buttons(turn, desk, solution, review)]
    elif not is_mine and review is not None and READER_ROLES & person.roles:
        case = [Button(words("solutions-open-review"), "review.open", str(review.id))]
    case.append(Button(words("solutions-versions"), "solutions.versions", reference))
    running = _running_buttons(desk, solution, person)
    label = words("solutions-running")
    return (Buttons(tuple(case)), *((Buttons(running, label),) if running else ()))


def _running_buttons(desk: Desk, solution: Solution, person: Person) -> tuple[Button, ...]:
    """Offer to pause, to hand over and to retire, each to whom it is for."""
    words, reference = desk.wording, solution.reference
    if solution.is_retired:
        return ()
    is_mine, is_backup = solution.owner_id == person.id, solution.backup_id == person.id
    oversees = bool(OVERSEERS & person.roles)
    found: list[Button] = []
    is_paused = solution.operation is Operation.PAUSED
    paused_by_them = solution.paused_by_id in {solution.owner_id, person.id}
    if solution.operation in {Operation.PILOT, Operation.LIVE} and (
        is_mine or is_backup or oversees
    ):
        found.append(Button(words("solutions-pause"), "solutions.pausing", reference))
    if is_paused and (paused_by_them if is_mine or is_backup else oversees):
        found.append(Button(words("solutions-resume"), "solutions.resume", reference, main=True))
    hand_over = Button(words("solutions-hand-over"), "solutions.offering", reference)
    if not is_mine and may_offer(solution, person):
        found.append(hand_over)
    if is_mine:
        found += _stage_buttons(desk, solution)
        found += [
            Button(words("solutions-backup-name"), "solutions.backing", reference),
            hand_over,
            Button(
                words("solutions-retire"),
                "solutions.retire",
                reference,
                danger=True,
                confirm=words("solutions-retire-confirm", reference=reference),
            ),
        ]
    if is_backup and solution.offered_to is None:
        found += offer_buttons(solution, person, words)
    return tuple(found)


def _stage_buttons(desk: Desk, solution: Solution) -> tuple[Button, ...]:
    """Offer the owner of what runs to say how far it is used."""
    words, reference = desk.wording, solution.reference
    match solution.operation:
        case Operation.LIVE:
            return (Button(words("solutions-pilot"), "solutions.pilot", reference),)
        case Operation.PILOT:
            return (Button(words("solutions-roll-out"), "solutions.roll-out", reference),)
        case Operation.IDEA | Operation.PAUSED | Operation.RETIRED:
            return ()
        case _:
            assert_never(solution.operation)
