"""What registering leads to: the reference, the tier, why, what is needed, what would lower it."""

from governance import (
    Answers,
    Assessment,
    Draft,
    NotTheOwnerError,
    Registration,
    Solution,
    VersionState,
    policy_version,
    promises_to,
    prune_answers,
)
from handlers.citations import cite, day_of, read_clauses
from handlers.register import review_request, screens
from handlers.register.draft_input import read_filling, revision_of
from handlers.reply import Block, Button, Buttons, Card, Notice, Reply, Text, Tone, verbatim
from handlers.solution_views.assessment import Outlook, outlook, show_reasons, show_review
from handlers.solution_views.differences import explain_reading
from handlers.solution_views.obstacles import show_obstacle
from handlers.solution_views.requirements import list_statuses, show_open_requirements
from handlers.solution_views.summary import describe_versions, send_back_button, subject_of
from handlers.turn import Desk, Turn

FALLBACK_NAME_CHARS = 60
"""How much of the purpose stands for a name that was not given."""


async def confirm(turn: Turn, desk: Desk) -> Reply:
    """Register what was confirmed; a second confirmation finds the same record."""
    owned = await desk.records.registry.list_owned_by(turn.person)
    known = next((solution for solution in owned if solution.key == turn.text), None)
    if known is not None:
        seen = await outlook(desk, known.answers)
        return await _show_result(turn, desk, known, seen, "register-already")
    return await finish(turn, desk, await desk.records.drafts.get(turn.text, person=turn.person))


async def save(turn: Turn, desk: Desk) -> Reply:
    """Save changed answers; a second confirmation shows what the first one saved."""
    reference, _, key = turn.text.partition(".")
    draft = await desk.records.drafts.find_open(turn.person, revision_of(reference))
    if draft is not None and draft.key == key:
        return await finish(turn, desk, draft)
    solution = await desk.records.registry.get(reference)
    if solution.owner_id != turn.person.id:
        raise NotTheOwnerError(solution.reference)
    seen = await outlook(desk, solution.answers)
    return await _show_result(turn, desk, solution, seen, "register-already-saved")


async def finish(turn: Turn, desk: Desk, draft: Draft) -> Reply:
    """Write a confirmed draft into the register, and ask for the review its tier wants."""
    filling = await read_filling(turn, desk, draft)
    if filling.first_open is not None:
        wrong = Notice(desk.wording("register-look-again"), Tone.CAREFUL)
        return screens.show_next(desk, filling, wrong, subject=draft.subject)
    answers = prune_answers(desk.policy, filling.answers)
    seen = await outlook(desk, answers)
    solution, is_new = await _write(turn, desk, draft, answers, seen)
    await desk.records.drafts.close(draft, at=turn.at)
    if not is_new:
        said = "register-unchanged" if draft.subject else "register-already"
        return await _show_result(turn, desk, solution, seen, said)
    await review_request.ask(turn, desk, solution, seen.assessment, key=draft.key)
    said = "register-saved" if draft.subject else "register-done"
    if solution.state is VersionState.DRAFT:
        said = "register-saved-draft"
    return await _show_result(turn, desk, solution, seen, said)


async def _write(
    turn: Turn, desk: Desk, draft: Draft, answers: Answers, seen: Outlook
) -> tuple[Solution, bool]:
    """Register a new solution, or another version of the one that the draft is about.

    Tell whether anything of it is new.
    """
    purpose = desk.policy.answer_for("purpose", answers)
    registration = Registration(
        name=desk.policy.answer_for("name", answers) or purpose[:FALLBACK_NAME_CHARS],
        purpose=purpose,
        answers=answers,
        assessment=seen.assessment,
        policy=desk.policy,
        policy_version=policy_version(desk.policy),
        clauses=read_clauses(turn, desk, (each.rule.clause for each in seen.assessment.fired)),
        backup_email=desk.policy.answer_for("backup", answers),
    )
    registry = desk.records.registry
    if not draft.subject:
        return await registry.register(draft.key, registration, owner=turn.person, at=turn.at)
    return await registry.revise(draft.subject, registration, by=turn.person, at=turn.at)


async def _show_result(
    turn: Turn, desk: Desk, solution: Solution, seen: Outlook, said: str
) -> Reply:
    """Show all that registering led to."""
    words, zone = desk.wording, turn.person.zone
    review = await desk.records.reviews.find_latest(solution)
    statuses = await list_statuses(turn, desk, solution)
    versions = [
        *describe_versions(desk.policy, solution, review, words, zone),
        *explain_reading(desk, solution),
    ]
    obstacle = show_obstacle(turn, desk, solution.answers, seen.assessment, review)
    done = words(said, reference=solution.reference, name=verbatim(solution.name))
    return Reply(
        (
            Notice(done, Tone.GOOD if seen.assessment.is_approvable else Tone.CAREFUL),
            *_promises(turn, desk, solution, seen.assessment),
            *((Notice("\n\n".join(versions), Tone.WAITING),) if versions else ()),
            *(obstacle or (_tier(desk, solution),)),
            *show_reasons(turn, desk, solution.answers, seen.assessment),
            *show_review(desk, review, seen.assessment, zone),
            *show_open_requirements(turn, desk, solution, statuses),
            *_ways_down(desk, seen),
            _buttons(desk, solution),
        ),
        about=subject_of(solution),
    )


def _tier(desk: Desk, solution: Solution) -> Card:
    """Name the tier that holds and what it means, or that a solution is prohibited."""
    words, tier = desk.wording, desk.policy.tier(solution.tier)
    means = tier.means.to(words.locale)
    return Card(
        words("solutions-tier", tier=tier.name.to(words.locale)),
        tone=Tone.PLAIN if tier.allowed else Tone.BAD,
        markdown=means if tier.allowed else f"{means}\n\n{words('register-not-allowed')}",
    )


def _promises(
    turn: Turn, desk: Desk, solution: Solution, assessment: Assessment
) -> tuple[Block, ...]:
    """Say what is promised today to whoever gave these answers, with the clauses."""
    today = day_of(turn.person, turn.at)
    promised = promises_to(desk.policy, solution.answers, assessment, on=today)
    if not promised:
        return ()
    text = " ".join(promise.says.to(desk.wording.locale) for promise in promised)
    clauses = [promise.clause for promise in promised]
    label = desk.wording("solutions-clauses")
    return Text(text), cite(turn, desk, clauses, label=label, numbered=False)


def _ways_down(desk: Desk, seen: Outlook) -> tuple[Block, ...]:
    """Say which other designs would bring a lower tier."""
    if not seen.ways_down:
        return ()
    key = (
        "solutions-lower-title" if seen.assessment.is_approvable else "solutions-alternatives-title"
    )
    lines = [f"- {way}" for way in seen.ways_down]
    return (Text("\n".join([desk.wording(key), "", *lines])),)


def _buttons(desk: Desk, solution: Solution) -> Buttons:
    words, tier = desk.wording, desk.policy.tier(solution.tier)
    add = Button(words("solutions-evidence-add"), "solutions.evidence", solution.reference)
    back = send_back_button(solution, words)
    return Buttons(
        (
            *back,
            Button(words("register-my-solutions"), "solutions.mine", main=not back),
            *((add,) if tier.evidence else ()),
            Button(words("register-book"), "office-hours.start"),
        )
    )
