"""Telling those whom a case concerns what somebody did about it, each in their own language."""

from collections.abc import Callable

from governance import PersonRow, PersonSource, Review
from handlers.reply import Reply
from handlers.turn import Desk, Turn
from handlers.wording import Wording

Say = Callable[[Wording, PersonRow], Reply]
"""Says something in the words of whoever is told."""


async def notify_makers(turn: Turn, desk: Desk, review: Review, say: Say, *, kind: str) -> None:
    """Tell the owner and the backup owner, each once, and never whoever did it."""
    backup = review.solution.backup
    is_here = backup is not None and backup.is_active and backup.source is not PersonSource.NAMED
    people = [review.solution.owner, *([backup] if backup is not None and is_here else [])]
    for person in people:
        if person.id != turn.person.id:
            await notify(turn, desk, person, say, kind=kind)


async def notify(turn: Turn, desk: Desk, person: PersonRow, say: Say, *, kind: str) -> None:
    """Tell one person, once for each turn and kind."""
    await desk.records.outbox.enqueue(
        person.id,
        kind=kind,
        reply=say(desk.wording.to(person.locale), person).to_json(),
        key=f"{kind}-{turn.id}-{person.id}",
        at=turn.at,
    )
