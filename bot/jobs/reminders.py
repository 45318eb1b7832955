"""What people are reminded of: office hours, late reviews, what nobody answers for."""

from collections.abc import Collection
from datetime import datetime, timedelta

from governance import Booking, Database, Person, Policy, Review, Role, Solution, UnitOfWork
from handlers import Button, Card, Notice, Reply, Tone
from handlers.wording import Wording, wording

REMIND_BEFORE = timedelta(hours=1)
"""How long before it begins people are reminded of an office hour."""


async def remind_of_bookings(database: Database, policy: Policy, *, at: datetime) -> None:
    """Enqueue one reminder for both sides of every booking that begins within the hour."""
    async with database.reading() as records:
        soon = [
            booking
            for mentor in await records.office_hours.list_mentors()
            for booking in await records.office_hours.list_upcoming(mentor.person, at=at)
            if at < booking.starts_at <= at + REMIND_BEFORE
        ]
    if not soon:
        return
    async with database.transaction() as records:
        for booking in {booking.id: booking for booking in soon}.values():
            for person_id in (booking.maker.id, booking.mentor.id):
                await _remind_of_booking(records, booking, person_id, policy, at=at)


async def remind_of_reviews(database: Database, policy: Policy, *, at: datetime) -> None:
    """Enqueue one reminder of every overdue review to whoever has it or may take it.

    Whoever holds a title that a step asks now is reminded of it; the leads, of a title that nobody
    holds.
    """
    async with database.reading() as records:
        late = [
            (person, review)
            for person, titles in await _list_reviewers(records, policy)
            for review in await records.reviews.list_open_for(person, titles=titles)
            if review.due_at < at and _is_for(review, person, titles)
        ]
    if not late:
        return
    async with database.transaction() as records:
        for person, review in late:
            await records.outbox.enqueue(
                person.id,
                kind="review.late",
                reply=_late_reply(review, wording(person.locale), person.zone).to_json(),
                key=f"review-{review.id}-late-{review.due_at:%Y%m%d%H%M}-{person.id}",
                at=at,
            )


async def remind_of_ownerless(database: Database, *, at: datetime) -> None:
    """Enqueue one notice to every lead of solutions without an owner, for each owner who left."""
    async with database.reading() as records:
        ownerless = await records.registry.list_ownerless()
        leads = await records.people.list_with_role(Role.LEAD) if ownerless else ()
    if not leads:
        return
    async with database.transaction() as records:
        for solution in ownerless:
            for lead in leads:
                await records.outbox.enqueue(
                    lead.id,
                    kind="solution.ownerless",
                    reply=_ownerless_reply(solution, wording(lead.locale)).to_json(),
                    key=f"{solution.reference}-ownerless-{solution.owner_id}-{lead.id}",
                    at=at,
                )


def _ownerless_reply(solution: Solution, words: Wording) -> Reply:
    facts = ((words("worker-review-owner"), solution.owner.name),)
    open_ = Button(words("worker-ownerless-open"), "solutions.open", solution.reference, main=True)
    card = Card(solution.name, solution.reference, tone=Tone.CAREFUL, facts=facts, buttons=(open_,))
    return Reply((Notice(words("worker-ownerless"), Tone.CAREFUL), card))


async def _remind_of_booking(
    records: UnitOfWork, booking: Booking, person_id: int, policy: Policy, *, at: datetime
) -> None:
    person = await records.people.get(person_id)
    other = booking.mentor if person_id == booking.maker.id else booking.maker
    words = wording(person.locale)
    topics = {topic.id: topic.name.to(words.locale) for topic in policy.topics}
    facts = (
        (words("worker-booking-with"), other.name),
        (words("worker-booking-when"), words.moment(booking.starts_at, person.zone)),
        (words("worker-booking-topic"), topics.get(booking.topic, booking.topic)),
    )
    see = Button(words("worker-booking-see"), "office-hours.mine")
    card = Card(booking.reference, tone=Tone.WAITING, facts=facts, buttons=(see,))
    await records.outbox.enqueue(
        person.id,
        kind="booking.soon",
        reply=Reply((Notice(words("worker-booking-soon"), Tone.WAITING), card)).to_json(),
        key=f"{booking.reference}-soon-{booking.sequence}-{person.id}",
        at=at,
    )


async def _list_reviewers(
    records: UnitOfWork, policy: Policy
) -> list[tuple[Person, frozenset[str]]]:
    """List everybody who may look at reviews, each with the titles that they stand for."""
    titles = [title for title in policy.titles if title.id in policy.reviewing_titles]
    named = {address for title in titles for address in title.holders}
    holders = await records.people.list_by_email(sorted(named))
    found = [
        *await records.people.list_with_role(Role.REVIEWER),
        *await records.people.list_with_role(Role.LEAD),
        *holders,
    ]
    held = {title for each in holders for title in policy.titles_of(each.email, each.roles)}
    unheld = {title.id for title in titles if title.holders and title.id not in held}
    return [
        (each, policy.titles_of(each.email, each.roles) | (unheld if _leads(each) else set()))
        for each in {person.id: person for person in found}.values()
    ]


def _leads(person: Person) -> bool:
    return Role.LEAD in person.roles


def _is_for(review: Review, person: Person, titles: Collection[str]) -> bool:
    """Tell whether a late review is *person*'s affair: they have it, or it is asked of them.

    While somebody has it, the others who could take it need not worry; but a step that asks a
    title is nobody else's.
    """
    pending = [step for step in review.steps if step.is_open]
    first = min((step.position for step in pending), default=0)
    ready = [step for step in pending if step.position == first]
    if review.reviewer is not None and review.reviewer.id == person.id:
        return True
    if any(step.title in titles for step in ready):
        return True
    return review.reviewer is None and any(step.role in person.roles for step in ready)


def _late_reply(review: Review, words: Wording, zone: str) -> Reply:
    solution = review.solution
    facts = (
        (words("worker-review-owner"), solution.owner.name),
        (words("worker-review-due"), words.moment(review.due_at, zone)),
    )
    open_ = Button(words("worker-review-open"), "review.open", str(review.id), main=True)
    card = Card(solution.name, solution.reference, tone=Tone.CAREFUL, facts=facts, buttons=(open_,))
    return Reply((Notice(words("worker-review-late"), Tone.CAREFUL), card))
