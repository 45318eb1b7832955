"""What waits for a reviewer, what is due first at the top."""

from governance import Review, Role
from handlers.reply import Button, Buttons, Card, Notice, Reply, Text, Tone
from handlers.review.rights import read_id, slug, titles_of
from handlers.solution_views.review_steps import turn_facts
from handlers.turn import Desk, Turn

PAGE_SIZE = 25
"""How many cases are shown at once."""


async def start(turn: Turn, desk: Desk) -> Reply:
    """Show what is due first."""
    return await _show_page(turn, desk, 0)


async def show_more(turn: Turn, desk: Desk) -> Reply:
    """Show what comes after the first pages."""
    return await _show_page(turn, desk, read_id(turn.text))


async def _show_page(turn: Turn, desk: Desk, offset: int) -> Reply:
    words, reviews, titles = desk.wording, desk.records.reviews, titles_of(turn, desk)
    count = await reviews.count_open_for(turn.person, titles=titles)
    waiting = await reviews.list_open_for(
        turn.person, titles=titles, limit=PAGE_SIZE, offset=offset
    )
    if not waiting:
        return _say_nothing_waits(turn, desk)
    cards = (_card(review, turn, desk) for review in waiting)
    left = count - offset - len(waiting)
    away = Button(words("review-leaving"), "review.leaving")
    has_any = any(each.reviewer_id == turn.person.id for each in waiting)
    more = Button(words("review-more", count=left), "review.more", str(offset + PAGE_SIZE))
    return Reply(
        (
            Text(words("review-title", count=count)),
            *cards,
            *((Buttons((more,)),) if left > 0 else ()),
            *((Buttons((away,)),) if has_any else ()),
        )
    )


def _say_nothing_waits(turn: Turn, desk: Desk) -> Reply:
    """Say that the list is empty; to whom no review turns as a rule, whom it is for."""
    is_asked = titles_of(turn, desk) & desk.policy.reviewing_titles
    if is_asked or turn.person.roles & {Role.REVIEWER, Role.LEAD}:
        return Reply.text(desk.wording("review-none"))
    return Reply((Notice(desk.wording("refusal-role", command="review"), Tone.CAREFUL),))


def _card(review: Review, turn: Turn, desk: Desk) -> Card:
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
            *turn_facts(review, desk, turn.person.zone),
        ),
        buttons=(Button(words("review-open"), "review.open", str(review.id), main=True),),
    )
