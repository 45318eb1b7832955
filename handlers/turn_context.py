"""What a turn rests on: who asks, what was said here before, and what the lead chose here."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from governance import AskedQuestion, ChannelSettings, Draft, Person, UnitOfWork
from handlers.turn import Place

CONTEXT_TTL = timedelta(minutes=30)
"""A question older than this is not what "and for contractors?" refers to; no form asks longer."""


@dataclass(frozen=True, slots=True)
class TurnContext:
    """The records that answering a turn rests on, as of one transaction."""

    person: Person
    """Who asks, with the roles of now; a channel may know older ones."""
    asked: tuple[AskedQuestion, ...]
    """What they asked in this place within ``CONTEXT_TTL``, oldest first."""
    draft: Draft | None
    """The draft that waits for what they type next in this place."""
    settings: ChannelSettings | None
    """What the lead chose for the shared channel of the place, if anything."""


async def read_context(
    records: UnitOfWork, person: Person, place: Place, *, at: datetime
) -> TurnContext:
    """Read everything that a turn of *person* in a *place* rests on.

    Raises:
        PersonNotFoundError: If who asks is not in the records any more.
    """
    since = at - CONTEXT_TTL
    return TurnContext(
        await records.people.get(person.id),
        await records.questions.list_recent(person, place.name, since=since),
        await records.drafts.find_awaiting_text(person, place.name, since=since),
        await records.channel_settings.find(place.room_name) if place.room_name else None,
    )
