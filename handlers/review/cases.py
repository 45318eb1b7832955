"""One case with all that a decision needs, and what whoever looks at it may do."""

from governance import (
    Assessment,
    AssessmentOutcome,
    Operation,
    Review,
    SolutionVersion,
    is_approvable,
)
from handlers.reply import Block, Button, Buttons, Card, Notice, Reply, Tone, verbatim
from handlers.review.rights import (
    Rights,
    find_review,
    may_pause,
    may_read_case,
    may_resume,
    rights_of,
    slug,
)
from handlers.solution_views.assessment import answer_cards, outlook
from handlers.solution_views.care_held import show_held_care
from handlers.solution_views.differences import show_differences
from handlers.solution_views.evidence_list import show_evidence
from handlers.solution_views.obstacles import show_obstacle
from handlers.solution_views.remarks import remarks_by_subject, show_remarks
from handlers.solution_views.requirements import requirement_name, show_requirements
from handlers.solution_views.review_steps import pending_names, show_steps, turn_facts
from handlers.solution_views.stored_reasons import show_stored_reasons
from handlers.solution_views.summary import case_of
from handlers.solution_views.version_changes import show_changes
from handlers.turn import Desk, Turn
from handlers.wording import Wording


async def open_(turn: Turn, desk: Desk) -> Reply:
    """Show the whole case."""
    return await show_case(turn, desk, await find_review(turn, desk))


async def show_case(turn: Turn, desk: Desk, review: Review, *notes: Block) -> Reply:
    """Show a case: what is missing, what changed, who decides, answers, reasons, what was said."""
    if not may_read_case(turn, desk, review):
        return await _show_own_comments(turn, desk, review, *notes)
    words, zone, solution, version = desk.wording, turn.person.zone, review.solution, review.version
    rights = await rights_of(turn, desk, review)
    today = (await outlook(desk, version.answers)).assessment
    pieces = await desk.records.evidence.list_of_version(version)
    asked = await desk.records.requirements.list_all(
        version, solution, at=turn.at, policy=desk.policy
    )
    said = await desk.records.comments.list_all(solution)
    remarks = remarks_by_subject(said, words, zone)
    answers = answer_cards(desk, version.answers, remarks=remarks)
    beside = [
        *(f"requirement:{each.requirement.id}" for each in asked),
        *(f"answer:{id_}" for id_ in version.answers if id_ in desk.policy.questions),
    ]
    return Reply(
        (
            *notes,
            _head(turn, desk, review),
            *show_differences(desk, version),
            *show_requirements(asked, pieces, desk, zone, remarks),
            *await _changes(desk, review),
            *await show_held_care(desk, review),
            *show_steps(review, desk, zone),
            *show_remarks(remarks, beside, words),
            *answers,
            *show_obstacle(turn, desk, version.answers, today, review),
            *show_stored_reasons(turn, desk, version, today),
            *show_evidence(pieces, desk.policy, words),
            *_offer(review, turn, desk, rights, today),
        ),
        about=case_of(review),
    )


async def _show_own_comments(turn: Turn, desk: Desk, review: Review, *notes: Block) -> Reply:
    """Show a mentor who coached what they said of a case and was answered, and nothing else."""
    words, solution = desk.wording, review.solution
    said = await desk.records.comments.list_all(solution)
    mine = {each.id for each in said if each.author_id == turn.person.id}
    threads = [each for each in said if each.id in mine or each.reply_to_id in mine]
    remarks = remarks_by_subject(threads, words, turn.person.zone)
    coached = words("review-coached", reference=solution.reference, name=verbatim(solution.name))
    comment = Button(words("review-comment"), "review.commenting", str(review.id), main=True)
    return Reply(
        (*notes, Notice(coached), *show_remarks(remarks, [], words), Buttons((comment,))),
        about=case_of(review),
    )


def _head(turn: Turn, desk: Desk, review: Review) -> Card:
    """Show what a case is about, whose turn it is, and whether the solution is paused."""
    words, zone, solution, version = desk.wording, turn.person.zone, review.solution, review.version
    tier = desk.policy.tier(version.effective_tier).name.to(words.locale)
    facts = [(words("solutions-owner"), solution.owner.name), *turn_facts(review, desk, zone)]
    if solution.operation is Operation.PAUSED and solution.paused_at is not None:
        by = solution.paused_by.name if solution.paused_by else words("review-nobody")
        at = words.moment(solution.paused_at, zone)
        said = words("review-paused-by", name=by, at=at, reason=solution.pause_reason)
        facts.append((words("solutions-state-paused"), said))
    return Card(
        f"{solution.reference} · {version.name}{_which(version, words)}",
        subtitle=words("solutions-tier", tier=tier),
        status=words(f"review-state-{slug(review)}"),
        tone=Tone.WAITING if review.status.awaits_reviewer else Tone.PLAIN,
        facts=tuple(facts),
        markdown=verbatim(version.purpose),
    )


def _which(version: SolutionVersion, words: Wording) -> str:
    return f" · {words('review-version', number=version.number)}" if version.number > 1 else ""


async def _changes(desk: Desk, review: Review) -> tuple[Block, ...]:
    """Show what changed since the version before."""
    number = review.version.number
    if number == 1:
        return ()
    versions = await desk.records.registry.list_versions(review.solution)
    before = next((each for each in versions if each.number == number - 1), None)
    if before is None:
        return ()
    where = desk.wording("review-version", number=before.number)
    return show_changes(desk, before, review.version, where=where)


def missing_notice(rights: Rights, desk: Desk) -> Notice:
    """Say what has to be there before an approval, by its names."""
    words = desk.wording
    names = [requirement_name(each, desk.policy, words) for each in rights.pending]
    return Notice(words("review-missing", names=", ".join(names)), Tone.CAREFUL)


def _offer(
    review: Review, turn: Turn, desk: Desk, rights: Rights, today: Assessment
) -> tuple[Block, ...]:
    """Offer what whoever looks may do, and nothing that would be refused."""
    words, value = desk.wording, str(review.id)
    comment = Button(words("review-comment"), "review.commenting", value)
    rest = (comment, *_lifting(review, desk, rights), *_operation(review, turn, desk))
    if not review.status.awaits_reviewer:
        return (Buttons(rest),)
    if not rights.may_decide:
        return Notice(words("review-not-yours-to-decide")), Buttons(rest)
    seen, allowed = f"{value}.{review.version.revision}", is_approvable(desk.policy, review.version)
    buttons = (
        _holding(review, turn, desk),
        *(_approval(seen, desk, rights) if allowed and rights.may_approve else ()),
        Button(words("review-ask"), "review.asking", seen),
        Button(words("review-reject"), "review.rejecting", seen, danger=True),
    )
    hand_on = (Button(words("review-give"), "review.giving", value),) if rights.may_hand_on else ()
    return (*_why_not(review, desk, rights, today), Buttons(buttons), Buttons((*hand_on, *rest)))


def _why_not(review: Review, desk: Desk, rights: Rights, today: Assessment) -> tuple[Notice, ...]:
    """Say why an approval is not offered, where it is not."""
    words = desk.wording
    if not is_approvable(desk.policy, review.version):
        was_allowed = desk.policy.tier(review.version.tier).allowed
        held = was_allowed and today.outcome is AssessmentOutcome.ON_HOLD
        said = words("review-on-hold" if held else "review-not-allowed")
        return (Notice(said, Tone.CAREFUL),)
    if not rights.may_approve:
        waits = pending_names(review, desk.policy, words)
        return (Notice(words("review-others-next", who=waits)),)
    return (missing_notice(rights, desk),) if rights.pending else ()


def _approval(seen: str, desk: Desk, rights: Rights) -> tuple[Button, ...]:
    """Offer the approval, or what a lead may do while something is missing."""
    if not rights.pending:
        return (Button(desk.wording("review-approve"), "review.approving", seen, main=True),)
    if not rights.is_lead:
        return ()
    return (Button(desk.wording("review-override"), "review.overriding", seen),)


def _holding(review: Review, turn: Turn, desk: Desk) -> Button:
    """Offer to take a case, from whoever has it, or to give it back."""
    words, value, has_it = desk.wording, str(review.id), review.reviewer
    if has_it is None:
        return Button(words("review-take"), "review.take", value)
    if has_it.id == turn.person.id and slug(review) == "in-review":
        return Button(words("review-give-back"), "review.return", value)
    take_over = words("review-take-over", name=has_it.name)
    return Button(take_over, "review.take", f"{value}.{has_it.id}")


def _lifting(review: Review, desk: Desk, rights: Rights) -> tuple[Button, ...]:
    """Offer to take away a condition that somebody appealed against."""
    return tuple(
        Button(
            desk.wording("review-lift", text=each.note), "review.lifting", f"{review.id}.{each.id}"
        )
        for each in rights.liftable
    )


def _operation(review: Review, turn: Turn, desk: Desk) -> tuple[Button, ...]:
    """Offer to stop what the case is about for now, or to let it go on."""
    words, value = desk.wording, str(review.id)
    if may_pause(turn, review):
        return (Button(words("review-pause"), "review.pausing", value),)
    if may_resume(turn, review):
        return (Button(words("review-resume"), "review.resume", value),)
    return ()
