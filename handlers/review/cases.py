"""What waits for a reviewer, and one case with all that a decision needs."""

from governance import Review, ReviewStatus
from handlers.dossier import answered, outlook, reasons
from handlers.history import history
from handlers.reply import Block, Button, Buttons, Card, Notice, Reply, Text, Tone
from handlers.standing import holder
from handlers.turn import Desk, Turn
from handlers.wording import Wording

OPEN = frozenset({ReviewStatus.WAITING, ReviewStatus.IN_REVIEW})
"""The states in which a review can be decided."""


async def start(turn: Turn, desk: Desk) -> Reply:
    """Show what waits for this reviewer, what is due first at the top."""
    words = desk.wording
    waiting = await desk.office.reviews.open_for(turn.person)
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
    return await case(turn, desk, await find(turn, desk))


async def take(turn: Turn, desk: Desk) -> Reply:
    """Start to look at a case, so that others see who does."""
    review = await desk.office.reviews.take(number(turn), by=turn.person, at=turn.at)
    return await case(turn, desk, review, Notice(desk.wording("review-taken"), Tone.GOOD))


async def case(turn: Turn, desk: Desk, review: Review, *notes: Block) -> Reply:
    """Show a case: answers, tier, rules with clauses, what was said, and the decisions."""
    words, zone, solution = desk.wording, turn.person.zone, review.solution
    seen = await outlook(desk, solution.answers)
    tier = desk.policy.tier(solution.tier)
    head = Card(
        f"{solution.reference} · {solution.name}",
        subtitle=words("solutions-tier", tier=tier.name.to(words.locale)),
        status=words(f"review-state-{slug(review)}"),
        tone=Tone.WAITING if review.status in OPEN else Tone.PLAIN,
        facts=(
            (words("solutions-owner"), solution.owner.name),
            (words("solutions-with"), holder(review, words)),
            (words("solutions-until"), words.moment(review.due_at, zone)),
        ),
        markdown=solution.purpose,
    )
    return Reply(
        (
            *notes,
            head,
            *history(review, words, zone),
            *answered(desk, solution.answers),
            *reasons(turn, desk, solution.answers, seen.assessment),
            *_buttons(review, turn, words),
        )
    )


def _buttons(review: Review, turn: Turn, words: Wording) -> tuple[Block, ...]:
    """Offer the decisions, while there is one to be made and it is not about one's own work."""
    value = str(review.id)
    if review.status not in OPEN or review.solution.owner_id == turn.person.id:
        return ()
    buttons = [
        Button(words("review-approve"), "review.approving", value, main=True),
        Button(words("review-ask"), "review.asking", value),
        Button(words("review-reject"), "review.rejecting", value, danger=True),
    ]
    if review.reviewer_id != turn.person.id:
        buttons.insert(0, Button(words("review-take"), "review.take", value))
    return (Buttons(tuple(buttons)),)


async def find(turn: Turn, desk: Desk) -> Review:
    """Find the review that *turn* is about."""
    return await desk.office.reviews.get(number(turn))


def number(turn: Turn) -> int:
    """Read the number of a review; what is no number is no review."""
    text = turn.text.strip()
    return int(text) if text.isascii() and text.isdecimal() else 0


def slug(review: Review) -> str:
    """Name the state of a review as the keys of the wording do."""
    return review.status.value.replace("_", "-")
