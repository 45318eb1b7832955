"""What waits for a reviewer, and one case with all that a decision needs."""

from governance import Assessment, AssessmentOutcome, PersonRow, Review
from handlers.reply import (
    Block,
    Button,
    Buttons,
    Card,
    Notice,
    Reply,
    Text,
    Tone,
    verbatim,
)
from handlers.solution_views.assessment import answer_cards, outlook, show_reasons
from handlers.solution_views.comments import show_comments
from handlers.solution_views.differences import show_differences
from handlers.solution_views.evidence_list import show_evidence
from handlers.solution_views.obstacles import is_approvable, show_obstacle
from handlers.solution_views.summary import case_of, holder
from handlers.turn import Desk, Turn
from handlers.wording import Wording

MAX_ID_DIGITS = 9
"""A longer number is no review's and no person's."""


async def start(turn: Turn, desk: Desk) -> Reply:
    """Show what waits for this reviewer, what is due first at the top."""
    words = desk.wording
    waiting = await desk.records.reviews.list_open_for(turn.person)
    if not waiting:
        return Reply.text(words("review-none"))
    cards = (_waiting(review, turn, desk) for review in waiting)
    return Reply((Text(words("review-title", count=len(waiting))), *cards))


def _waiting(review: Review, turn: Turn, desk: Desk) -> Card:
    """Show one of several reviews."""
    words, solution = desk.wording, review.solution
    late = review.due_at < turn.at
    tier = desk.policy.tier(solution.tier).name.to(words.locale)
    return Card(
        f"{solution.reference} · {solution.name}",
        subtitle=words("solutions-tier", tier=tier),
        status=words("review-late" if late else f"review-state-{slug(review)}"),
        tone=Tone.CAREFUL if late else Tone.WAITING,
        facts=(
            (words("solutions-owner"), solution.owner.name),
            (words("solutions-with"), holder(review, words)),
            (words("solutions-until"), words.moment(review.due_at, turn.person.zone)),
        ),
        buttons=(Button(words("review-open"), "review.open", str(review.id), main=True),),
    )


async def open_(turn: Turn, desk: Desk) -> Reply:
    """Show the whole case."""
    return await show_case(turn, desk, await find_review(turn, desk))


async def take(turn: Turn, desk: Desk) -> Reply:
    """Start to look at a case, so that others see who does; who had it before is told."""
    reviews, holder_id = desk.records.reviews, _integer(turn.text.partition(".")[2]) or None
    earlier = (await reviews.get(number(turn))).reviewer if holder_id else None
    review = await reviews.take(number(turn), by=turn.person, at=turn.at, instead_of=holder_id)
    if earlier is not None and earlier.id != turn.person.id:
        await _notify_previous(turn, desk, review, earlier)
    return await show_case(turn, desk, review, Notice(desk.wording("review-taken"), Tone.GOOD))


async def _notify_previous(turn: Turn, desk: Desk, review: Review, earlier: PersonRow) -> None:
    """Tell whoever had a case that somebody else has it now."""
    words = desk.wording.to(earlier.locale)
    told = words(
        "review-taken-over",
        reviewer=verbatim(turn.person.name),
        reference=review.solution.reference,
    )
    open_button = Button(words("review-open"), "review.open", str(review.id))
    await desk.records.outbox.enqueue(
        earlier.id,
        kind="review.taken_over",
        reply=Reply((Notice(told), Buttons((open_button,)))).to_json(),
        key=f"review-{review.id}-taken-over-{turn.id}",
        at=turn.at,
    )


async def give_back(turn: Turn, desk: Desk) -> Reply:
    """Leave a case to somebody else."""
    review = await desk.records.reviews.give_back(number(turn), by=turn.person, at=turn.at)
    return await show_case(turn, desk, review, Notice(desk.wording("review-given-back"), Tone.GOOD))


async def show_case(turn: Turn, desk: Desk, review: Review, *notes: Block) -> Reply:
    """Show a case: answers, tier, rules with clauses, what was said, and the decisions."""
    words, zone, solution = desk.wording, turn.person.zone, review.solution
    seen = await outlook(desk, solution.answers)
    said = await desk.records.comments.list_all(solution)
    pieces = await desk.records.evidence.list_for(solution)
    tier = desk.policy.tier(solution.tier)
    head = Card(
        f"{solution.reference} · {solution.name}",
        subtitle=words("solutions-tier", tier=tier.name.to(words.locale)),
        status=words(f"review-state-{slug(review)}"),
        tone=Tone.WAITING if review.status.awaits_reviewer else Tone.PLAIN,
        facts=(
            (words("solutions-owner"), solution.owner.name),
            (words("solutions-with"), holder(review, words)),
            (words("solutions-until"), words.moment(review.due_at, zone)),
        ),
        markdown=verbatim(solution.purpose),
    )
    return Reply(
        (
            *notes,
            head,
            *show_comments(said, words, zone),
            *show_differences(desk, solution.answers),
            *answer_cards(desk, solution.answers),
            *show_obstacle(turn, desk, solution.answers, seen.assessment, review),
            *show_reasons(turn, desk, solution.answers, seen.assessment),
            *show_evidence(pieces, desk.policy, words),
            *_decisions(review, turn, desk, seen.assessment),
        ),
        about=case_of(review),
    )


def _decisions(review: Review, turn: Turn, desk: Desk, assessment: Assessment) -> tuple[Block, ...]:
    """Offer the decisions, while there is one to be made and it is not about one's own work."""
    words, solution = desk.wording, review.solution
    if not review.status.awaits_reviewer or solution.owner_id == turn.person.id:
        return ()
    value, allowed = f"{review.id}.{solution.revision}", is_approvable(desk, solution)
    approve = Button(words("review-approve"), "review.approving", value, main=True)
    buttons = (
        _holding(review, turn, words),
        *((approve,) if allowed else ()),
        Button(words("review-ask"), "review.asking", value),
        Button(words("review-reject"), "review.rejecting", value, danger=True),
    )
    was_allowed = desk.policy.tier(solution.tier).allowed
    held = was_allowed and assessment.outcome is AssessmentOutcome.ON_HOLD
    said = words("review-on-hold" if held else "review-not-allowed")
    why = () if allowed else (Notice(said, Tone.CAREFUL),)
    return (*why, Buttons(buttons))


def _holding(review: Review, turn: Turn, words: Wording) -> Button:
    """Offer to take a case, from whoever has it, or to give it back."""
    value, has_it = str(review.id), review.reviewer
    if has_it is None:
        return Button(words("review-take"), "review.take", value)
    if has_it.id == turn.person.id:
        return Button(words("review-give-back"), "review.return", value)
    take_over = words("review-take-over", name=has_it.name)
    return Button(take_over, "review.take", f"{value}.{has_it.id}")


async def find_review(turn: Turn, desk: Desk) -> Review:
    """Find the review that *turn* is about."""
    return await desk.records.reviews.get(number(turn))


def number(turn: Turn) -> int:
    """Read the number of a review; what is no number is no review."""
    return _integer(turn.text.partition(".")[0])


def revision(turn: Turn) -> str:
    """Read which revision of the solution was looked at."""
    return turn.text.partition(".")[2]


def _integer(text: str) -> int:
    """Read a number that a button carries; 0 is nobody's."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MAX_ID_DIGITS else 0


def slug(review: Review) -> str:
    """Name the state of a review as the keys of the wording do."""
    return review.status.value.replace("_", "-")
