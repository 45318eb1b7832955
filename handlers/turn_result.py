"""What becomes of a turn: accepted, answered by whoever is first, written down."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from governance import UnitOfWork
from handlers.reply import Reply
from handlers.turn import Turn


@dataclass(frozen=True, slots=True)
class Accepted:
    """What became of a turn in the inbox.

    A turn that is not new is not answered again; *reply* is what the first one got, or nothing
    while it is still being answered.
    """

    is_new: bool
    reply: Reply | None


@dataclass(frozen=True, slots=True)
class Response:
    """A reply; *is_first* unless somebody else, another process perhaps, answered the turn."""

    reply: Reply
    is_first: bool


ShowBy = Callable[[], datetime]
"""Says, when a reply is there, until when it is to be shown."""


class AnsweredMeanwhileError(Exception):
    """The same turn got its answer elsewhere while this one was made; *reply* is that answer.

    Raised within the transaction, so that whatever this one did is undone.
    """

    def __init__(self, reply: Reply) -> None:
        super().__init__("answered meanwhile")
        self.reply = reply


def delivery_key(channel: str, turn: str) -> str:
    """Name the message in which the reply to a *turn* is owed."""
    return f"turn-{channel}-{turn}"


async def write_down(
    records: UnitOfWork, turn: Turn, reply: Reply, *, show_by: ShowBy | None
) -> None:
    """Close *turn* in the inbox; a reply that is not shown by then is owed.

    Raises:
        AnsweredMeanwhileError: If somebody else, another process perhaps, answered it first.
    """
    earlier = await records.inbox.mark_answered(
        turn.place.channel,
        turn.id,
        reply=reply.to_json(),
        at=turn.at,
        owed_at=show_by() if show_by else None,
    )
    if earlier is not None:
        raise AnsweredMeanwhileError(Reply.from_json(earlier))
