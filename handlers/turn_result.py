"""The result of a turn: accepted into the inbox, answered by whoever is first, recorded."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter

from governance import UnitOfWork
from handlers.reply import Reply
from handlers.turn import Turn
from handlers.turn_context import CONTEXT_TTL, TurnContext


@dataclass(frozen=True, slots=True)
class Accepted:
    """A turn in the inbox, with the records that answering it rests on.

    A turn that is not new is not answered again; *reply* is what the first one got, or nothing
    while it is still being answered.
    """

    is_new: bool
    reply: Reply | None
    context: TurnContext


@dataclass(frozen=True, slots=True)
class Response:
    """A reply; *is_first* unless somebody else, another process perhaps, answered the turn.

    *awaits_text* says that the conversation waits for a typed answer from now on.
    """

    reply: Reply
    is_first: bool
    awaits_text: bool = False


TURN_FORMAT: TypeAdapter[Turn] = TypeAdapter(Turn)
"""How a turn is written down as JSON, to be answered later."""

ShowBy = Callable[[], datetime]
"""Says, when a reply is there, until when it is to be shown."""


class AnsweredMeanwhileError(Exception):
    """The same turn got its answer elsewhere while this one was made: *response*.

    Raised within the transaction, so that whatever this one did is undone.
    """

    def __init__(self, response: Response) -> None:
        super().__init__("answered meanwhile")
        self.response = response


def delivery_key(channel: str, turn: str) -> str:
    """Return the dedupe key of the outbox message that delivers the reply to a *turn*."""
    return f"turn-{channel}-{turn}"


async def record_reply(
    records: UnitOfWork, turn: Turn, reply: Reply, *, show_by: ShowBy | None
) -> Response:
    """Record the reply to *turn* in the inbox; one that is not shown by then is enqueued.

    Raises:
        AnsweredMeanwhileError: If somebody else, another process perhaps, answered it first.
    """
    since = turn.at - CONTEXT_TTL
    draft = await records.drafts.find_awaiting_text(turn.person, turn.place.name, since=since)
    earlier = await records.inbox.mark_answered(
        turn.place.channel,
        turn.id,
        reply=reply.to_json(),
        at=turn.at,
        owed_at=show_by() if show_by else None,
    )
    if earlier is not None:
        first = Response(Reply.from_json(earlier), is_first=False, awaits_text=draft is not None)
        raise AnsweredMeanwhileError(first)
    return Response(reply, is_first=True, awaits_text=draft is not None)
