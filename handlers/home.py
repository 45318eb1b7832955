"""The overview: what waits for this person, their solutions and bookings, one next step each."""

from dataclasses import replace

from governance import Booking, Draft, Review, Role
from handlers.notices import command_of, waiting
from handlers.question_cards import own_card, team_card
from handlers.reply import Block, Button, Buttons, Card, Notice, Reply, Text, Tone
from handlers.solution_views.overview import show_solutions
from handlers.turn import Command, Desk, Turn

REVIEWER_ROLES = frozenset({Role.REVIEWER, Role.LEAD})
"""Who is told about reviews that wait."""

MAX_REVIEWS = 25
"""How many reviews the overview shows; ``/review`` shows the others."""

MAX_DRAFTS = 3
"""How many unfinished forms are shown to who wants to cancel, touched last first."""

PULL_CHANNELS = frozenset({"web"})
"""The channels that pull: they show pending messages when somebody opens them."""


async def start(turn: Turn, desk: Desk) -> Reply:
    """Show what waits, then what is mine; invite somebody who has nothing yet."""
    words = desk.wording
    owned, looked_after = await _solution_cards(turn, desk)
    sections = (
        (
            "home-waiting",
            [*await _waiting_cards(turn, desk), *await _unreachable_cards(turn, desk)],
        ),
        ("home-solutions", owned),
        ("home-looked-after", looked_after),
        ("home-bookings", await _booking_cards(turn, desk)),
    )
    blocks: list[Block] = []
    for title, cards in sections:
        if cards:
            blocks += [Text(words(title)), *cards]
    return Reply(tuple(blocks)) if blocks else _first_steps(desk)


def _first_steps(desk: Desk) -> Reply:
    words = desk.wording
    ways = (
        Button(words("home-register"), "register.start", main=True),
        Button(words("home-book"), "office-hours.start"),
        Button(words("home-train"), "training.start"),
    )
    return Reply((Text(words("home-empty")), Buttons(ways)))


async def _waiting_cards(turn: Turn, desk: Desk) -> list[Card]:
    """Collect what goes on only when this person does something, or when somebody answers them."""
    person, records = turn.person, desk.records
    cards = []
    draft = await records.drafts.find_open(person, "register")
    if draft:
        cards.append(_draft_card(draft, turn, desk))
    titles = desk.policy.titles_of(person.email, person.roles)
    if REVIEWER_ROLES & person.roles or titles & desk.policy.reviewing_titles:
        waiting = await records.reviews.list_open_for(person, titles=titles, limit=MAX_REVIEWS)
        cards += [_review_card(review, turn, desk) for review in waiting]
        if len(waiting) == MAX_REVIEWS:
            count = await records.reviews.count_open_for(person, titles=titles)
            cards.append(_more_reviews_card(count - MAX_REVIEWS, desk))
    for asked in await records.questions.list_waiting():
        if Role.LEAD in person.roles:
            cards.append(team_card(asked, desk.wording, person.zone))
        elif asked.person_id == person.id:
            cards.append(own_card(asked, desk.wording, person.zone))
    return cards


async def _unreachable_cards(turn: Turn, desk: Desk) -> list[Card]:
    """Tell the lead whom no reminder and no decision reaches, and what to do about each."""
    if Role.LEAD not in turn.person.roles:
        return []
    words = desk.wording
    found = await desk.records.conversations.list_unreachable(pulling=PULL_CHANNELS)
    facts = tuple(
        (person.name, words(f"home-room-{room.state.replace('_', '-')}")) for person, room in found
    )
    title = words("home-unreachable", count=len(facts))
    return [Card(title, tone=Tone.CAREFUL, facts=facts)] if facts else []


def _more_reviews_card(count: int, desk: Desk) -> Card:
    words = desk.wording
    more = Button(words("review-more", count=count), "review.more", str(MAX_REVIEWS))
    return Card(words("review-summary"), buttons=(more,))


def _draft_card(draft: Draft, turn: Turn, desk: Desk) -> Card:
    words = desk.wording
    policy, answers = desk.policy, draft.answers
    called = policy.answer_for("name", answers) or policy.answer_for("purpose", answers)
    return Card(
        words("home-unfinished"),
        subtitle=called[:100],
        tone=Tone.WAITING,
        facts=((words("home-saved"), words.moment(draft.changed_at, turn.person.zone)),),
        buttons=(Button(words("home-continue"), "register.continue", draft.key, main=True),),
    )


def _review_card(review: Review, turn: Turn, desk: Desk) -> Card:
    words, solution = desk.wording, review.solution
    return Card(
        words("home-review", name=solution.name),
        subtitle=f"{solution.reference} · {solution.owner.name}",
        status=words("home-late" if review.due_at < turn.at else "home-to-review"),
        tone=Tone.CAREFUL if review.due_at < turn.at else Tone.WAITING,
        facts=((words("home-until"), words.moment(review.due_at, turn.person.zone)),),
        buttons=(Button(words("home-open-review"), "review.open", str(review.id), main=True),),
    )


async def _solution_cards(turn: Turn, desk: Desk) -> tuple[list[Card], list[Card]]:
    """Show the person's solutions still in use, and those they are or may become the backup of."""
    registry = desk.records.registry
    owned = [each for each in await registry.list_owned_by(turn.person) if not each.is_retired]
    looked_after = await registry.list_looked_after_by(turn.person)
    cards = await show_solutions(turn, desk, [*owned, *looked_after])
    return cards[: len(owned)], cards[len(owned) :]


async def _booking_cards(turn: Turn, desk: Desk) -> list[Card]:
    upcoming = await desk.records.office_hours.list_upcoming(turn.person, at=turn.at)
    return [_booking_card(booking, turn, desk) for booking in upcoming]


def _booking_card(booking: Booking, turn: Turn, desk: Desk) -> Card:
    words = desk.wording
    topics = {topic.id: topic.name.to(words.locale) for topic in desk.policy.topics}
    other = booking.maker if booking.mentor.id == turn.person.id else booking.mentor
    return Card(
        topics.get(booking.topic, booking.topic),
        subtitle=booking.reference,
        status=words("home-booked"),
        tone=Tone.GOOD,
        facts=(
            (words("home-when"), words.moment(booking.starts_at, turn.person.zone)),
            (words("home-with"), other.name),
        ),
        buttons=(Button(words("home-open-booking"), "office-hours.mine", booking.reference),),
    )


async def cancel(turn: Turn, desk: Desk) -> Reply:
    """Show what is begun and not finished, and what may become of each; or that nothing is."""
    words = desk.wording
    drafts = await desk.records.drafts.list_open(turn.person, limit=MAX_DRAFTS + 1)
    if drafts:
        cards = (_waiting_card(draft, turn, desk) for draft in drafts[:MAX_DRAFTS])
        reply = Reply((Text(words("cancel-waits")), *cards))
        return reply.then(*_more_drafts(desk)) if len(drafts) > MAX_DRAFTS else reply
    ways = (
        Button(words("office-hours-see-mine"), "office-hours.mine"),
        Button(words("intent-name-home"), "home.start"),
    )
    return Reply((Text(words("cancel-nothing")), Buttons(ways)))


def _more_drafts(desk: Desk) -> tuple[Notice, Buttons]:
    words = desk.wording
    overview = Button(words("intent-name-home"), "home.start")
    return Notice(words("cancel-more")), Buttons((overview,))


def _waiting_card(draft: Draft, turn: Turn, desk: Desk) -> Card:
    """Show a draft with the ways to leave it, to throw it away and to go on."""
    words, shown = desk.wording, _draft_card(draft, turn, desk)
    command = command_of(draft)
    if draft.subject:
        what = "cancel-changes" if command == "register" else "cancel-evidence"
        shown = replace(shown, title=words(what, reference=draft.subject))
    discard = Button(
        words("cancel-discard"),
        "home.discard",
        draft.key,
        danger=True,
        confirm=words("cancel-discard-confirm"),
    )
    go_on = Button(words("form-go-on"), f"{command}.continue", draft.key)
    leave = Button(words("cancel-leave"), "home.keep", draft.key, main=True)
    return replace(shown, buttons=(leave, discard, go_on))


async def keep(turn: Turn, desk: Desk) -> Reply:
    """Leave a draft as it is; no text answers it any more, here or where it was asked about."""
    draft = await desk.records.drafts.get(turn.text, person=turn.person)
    await desk.records.drafts.stop_awaiting_text(draft)
    return Reply(waiting(draft, desk.wording))


async def discard(turn: Turn, desk: Desk) -> Reply:
    """Throw a draft away."""
    draft = await desk.records.drafts.get(turn.text, person=turn.person)
    await desk.records.drafts.close(draft, at=turn.at)
    return Reply((Notice(desk.wording("cancel-discarded")),))


COMMAND = Command("home", start, verbs={"cancel": cancel, "keep": keep, "discard": discard})
