"""What the page sends, as turns; what does not make sense is refused with a sentence."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from bot.chat.channel import WEB
from governance import Person
from handlers import Place, Pressed, Said, Submitted, Turn, What

Identifier = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{8,64}$")]
Typed = Annotated[str, Field(max_length=40_000)]
Values = dict[Annotated[str, Field(max_length=100)], Typed | tuple[Typed, ...]]


class _Sent(BaseModel):
    """What every turn from the page has: its own id, and the conversation it is in."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Identifier
    conversation: Identifier


class SaidSent(_Sent):
    """Something typed."""

    kind: Literal["said"]
    text: Annotated[str, Field(min_length=1, max_length=40_000)]


class PressedSent(_Sent):
    """A button pressed."""

    kind: Literal["pressed"]
    action: Annotated[str, Field(max_length=100)]
    value: Annotated[str, Field(max_length=2_000)] = ""
    values: Values = {}


class SubmittedSent(_Sent):
    """A form submitted."""

    kind: Literal["submitted"]
    action: Annotated[str, Field(max_length=100)]
    key: Annotated[str, Field(max_length=2_000)] = ""
    values: Values = {}


Sent = SaidSent | PressedSent | SubmittedSent
"""One turn as the page sends it."""

_SENT: TypeAdapter[Sent] = TypeAdapter(Annotated[Sent, Field(discriminator="kind")])


class UnreadableError(Exception):
    """The page sent something that is not a turn; the message says what is wrong with it."""


def read(body: str, person: Person, *, at: datetime) -> Turn:
    """Make a turn of what *person*'s page sent.

    The id carries the person too, so that nobody is answered with somebody else's reply.

    Raises:
        UnreadableError: If *body* is not a turn.
    """
    try:
        sent = _SENT.validate_json(body)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "body"
        raise UnreadableError(f"{where}: {first['msg']}") from error
    place = Place(channel=WEB, conversation=f"{person.id}-{sent.conversation}")
    return Turn(f"{person.id}-{sent.id}", person, place, _what(sent), at)


def _what(sent: Sent) -> What:
    match sent:
        case SaidSent():
            return Said(sent.text)
        case PressedSent():
            return Pressed(sent.action, sent.value, sent.values)
        case SubmittedSent():
            return Submitted(sent.action, sent.key, sent.values)
