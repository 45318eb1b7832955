"""What people are reminded of."""

from datetime import timedelta

from bot import clock
from bot.app import App
from bot.jobs.reminders import REMIND_BEFORE, remind_of_bookings, remind_of_reviews
from governance import (
    Booking,
    Person,
    Policy,
    Registration,
    Role,
    StepRequest,
    assess,
    list_demands,
)
from handlers.reply import Notice, Reply
from tests.handlers.registering import INVOICES, hand_in


async def _book(app: App) -> Booking:
    """Let Sari book the first slot there is."""
    at = clock.now()
    topic = app.assistant.policy.topics[0].id
    async with app.database.transaction() as records:
        sari = await records.people.get_by_email("sari@selat.example")
        slots = await records.office_hours.list_free_slots(
            topic, since=at, until=at + timedelta(days=14), holidays={}
        )
        booking, _ = await records.office_hours.book(
            key="k", slot=slots[0], maker=sari, topic=topic, at=at
        )
    return booking


async def _notices(app: App, email: str) -> list[str]:
    """Read the notices somebody is owed."""
    async with app.database.reading() as records:
        person = await records.people.get_by_email(email)
        owed = await records.outbox.list_since(person.id, after=0)
    blocks = [block for message in owed for block in Reply.from_json(message.reply).blocks]
    return [block.markdown for block in blocks if isinstance(block, Notice)]


async def test_both_sides_are_reminded_of_an_office_hour_once(app: App) -> None:
    """An hour before it begins, each in their own language."""
    booking = await _book(app)
    for minutes in (90, 50, 49):
        at = booking.starts_at - timedelta(minutes=minutes)
        await remind_of_bookings(app.database, app.assistant.policy, at=at)
    mentor = booking.mentor.email or ""

    assert await _notices(app, "sari@selat.example") == ["Konsultasi Anda segera dimulai."]
    assert await _notices(app, mentor) == ["Your office hour begins soon."]


async def test_nobody_is_reminded_too_early_or_of_what_is_cancelled(app: App) -> None:
    """A reminder is about something that will happen, and soon."""
    booking = await _book(app)
    early = booking.starts_at - REMIND_BEFORE - timedelta(minutes=1)
    await remind_of_bookings(app.database, app.assistant.policy, at=early)
    async with app.database.transaction() as records:
        sari = await records.people.get_by_email("sari@selat.example")
        await records.office_hours.cancel(booking.reference, by=sari, at=clock.now())
    soon = booking.starts_at - timedelta(minutes=5)
    await remind_of_bookings(app.database, app.assistant.policy, at=soon)

    assert await _notices(app, "sari@selat.example") == []


async def test_a_late_review_is_mentioned_once_to_those_who_may_take_it(app: App) -> None:
    """And to nobody else: neither the maker nor the mentors."""
    at, policy = clock.now(), app.assistant.policy
    async with app.database.transaction() as records:
        ben = await records.people.get_by_email("ben@selat.example")
        solution, _ = await records.registry.register(
            "k",
            Registration("Menu", "Reads menus", {}, assess(policy, {}), policy, "1"),
            owner=ben,
            at=at,
        )
        await records.reviews.request(solution, role=Role.REVIEWER, due_at=at, by=ben, at=at)
    for days in (-1, 1, 2):
        await remind_of_reviews(app.database, policy, at=at + timedelta(days=days))
    told = {each: await _notices(app, f"{each}@selat.example") for each in _everybody()}

    assert {each for each, notices in told.items() if notices} == {"arun", "nattaya"}
    assert told["arun"] == ["A review is past its date."]


async def test_a_late_review_that_somebody_has_is_theirs_alone(app: App) -> None:
    """The others need not worry."""
    at, policy = clock.now(), app.assistant.policy
    async with app.database.transaction() as records:
        ben = await records.people.get_by_email("ben@selat.example")
        arun: Person = await records.people.get_by_email("arun@selat.example")
        solution, _ = await records.registry.register(
            "k",
            Registration("Menu", "Reads menus", {}, assess(policy, {}), policy, "1"),
            owner=ben,
            at=at,
        )
        review = await records.reviews.request(
            solution, role=Role.REVIEWER, due_at=at, by=ben, at=at
        )
        await records.reviews.take(review.id, by=arun, at=at)
    await remind_of_reviews(app.database, policy, at=at + timedelta(days=1))

    assert await _notices(app, "nattaya@selat.example") == []
    assert await _notices(app, "arun@selat.example") == ["A review is past its date."]


async def test_a_late_review_is_mentioned_to_whoever_holds_the_title_it_waits_for(
    app: App,
) -> None:
    """When it is their turn, and not before; the leads, where nobody known holds it."""
    at, policy = clock.now(), app.assistant.policy
    held = {"human-resources": ("sari@selat.example",), "legal": ("kai@selat.example",)}
    titles = tuple(
        title.model_copy(update={"holders": held.get(title.id, ()), "role": None})
        for title in policy.titles
    )
    policy = policy.model_copy(update={"titles": titles})
    async with app.database.transaction() as records:
        ben = await records.people.get_by_email("ben@selat.example")
        arun: Person = await records.people.get_by_email("arun@selat.example")
        solution, _ = await records.registry.register(
            "k",
            Registration(
                "Menu",
                "Reads menus",
                INVOICES,
                assess(policy, INVOICES),
                policy,
                "1",
                backup_email="linh@selat.example",
            ),
            owner=ben,
            at=at,
        )
        steps = [
            StepRequest(at, title=title, position=position)
            for position, title in enumerate(held, start=1)
        ]
        review = await records.reviews.request(
            solution, role=Role.REVIEWER, due_at=at, by=ben, at=at, steps=steps
        )
        await records.reviews.take(review.id, by=arun, at=at)
        demands = list_demands(policy, solution.current, at=at)
        await records.requirements.demand(solution.current, demands)
    await hand_in(app.database, "ben@selat.example", at=at)
    turns = []
    for day, by in enumerate((arun, "sari@selat.example", None), start=1):
        await remind_of_reviews(app.database, policy, at=at + timedelta(days=day))
        turns.append(
            {each for each in _everybody() if await _notices(app, f"{each}@selat.example")}
        )
        if by is not None:
            await _approve_step(app, policy, by)

    assert turns == [{"arun"}, {"arun", "sari"}, {"arun", "sari", "mei"}]


async def _approve_step(app: App, policy: Policy, by: Person | str) -> None:
    """Approve the step of the first review that is theirs now."""
    async with app.database.transaction() as records:
        person = by if isinstance(by, Person) else await records.people.get_by_email(by)
        await records.decisions.approve(
            1,
            policy=policy,
            by=person,
            at=clock.now(),
            titles=policy.titles_of(person.email, person.roles),
        )


def _everybody() -> tuple[str, ...]:
    return ("sari", "ben", "arun", "linh", "nattaya", "mei")
