"""One turn of a conversation, and what a command may reach for to answer it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import datetime
from enum import Enum, auto
from typing import Literal

from governance import AskedQuestion, Draft, Person, Policy, Role, UnitOfWork
from handlers.form import Value
from handlers.reply import Reply
from handlers.wording import Wording
from knowledge import Handbook


@dataclass(frozen=True, slots=True)
class Place:
    """Where a conversation happens: a channel (``web``) and its own name for the conversation."""

    channel: str
    conversation: str
    private: bool = True
    room: str = ""
    """The channel it is about, whose threads are all in it; empty in a conversation with one."""

    @property
    def room_name(self) -> str:
        """Name that channel among those of every platform; empty when there is none."""
        return f"{self.channel}:{self.room}" if self.room else ""

    @property
    def name(self) -> str:
        """Name the conversation among those of every channel."""
        return f"{self.channel}:{self.conversation}"


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody typed something: a slash command, or plain language.

    *files* are what ``Assistant.receive`` gave for the files that came with it.
    """

    text: str
    files: tuple[str, ...] = ()
    kind: Literal["said"] = "said"


@dataclass(frozen=True, slots=True)
class Pressed:
    """Somebody pressed a button; *action* is ``command.verb``."""

    action: str
    value: str = ""
    values: Mapping[str, Value] = dataclass_field(default_factory=dict)
    """What was typed into the form the button stands on, if any."""
    kind: Literal["pressed"] = "pressed"


@dataclass(frozen=True, slots=True)
class Submitted:
    """Somebody submitted a form; *action* is ``command.verb``, *key* the form's own."""

    action: str
    key: str
    values: Mapping[str, Value]
    kind: Literal["submitted"] = "submitted"


What = Said | Pressed | Submitted
"""Everything a person can do in a turn."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing a person did, free of any channel's dialect.

    *id* is the platform's own id of the event, the same when the event is delivered again.
    *at* is aware, in UTC.
    """

    id: str
    person: Person
    place: Place
    what: What
    at: datetime

    @property
    def text(self) -> str:
        """What was typed, or the value of the pressed button."""
        match self.what:
            case Said(text):
                return text
            case Pressed(_, value):
                return value
            case Submitted(_, key):
                return key


OnText = Callable[[str], None]
"""Where a channel takes an answer, sentence by sentence, while it is being written.

It is called in the event loop, with Markdown of the small kind whose citations are whole. What it
is given is provisional: the reply takes its place.
"""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a command may reach for while it answers one turn.

    The transaction of the records begins with the first thing asked of it, so a command asks the
    handbook first and the records last.
    """

    records: UnitOfWork
    handbook: Handbook
    policy: Policy
    wording: Wording
    """The words in this person's language."""
    before: tuple[AskedQuestion, ...] = ()
    """What this person asked in this place shortly before, oldest first."""
    commands: "tuple[Command, ...]" = ()
    """Everything the assistant can do, in the order that help lists it."""
    on_text: OnText | None = None
    """Where an answer goes while it is being written, if the channel shows that."""

    def wording_for(self, person: Person) -> Wording:
        """Give the words in somebody else's language, for what they will be sent."""
        return self.wording.to(person.locale)


Handle = Callable[[Turn, Desk], Awaitable[Reply]]


class Fit(Enum):
    """What a typed text is to the question that a draft asks."""

    ANSWER = auto()
    """An answer, and hardly anything else."""
    ANYTHING = auto()
    """Taken for an answer as any text would be."""
    NOTHING = auto()
    """No answer."""


Hears = Callable[[Draft, Policy, str], Fit]


@dataclass(frozen=True, slots=True)
class Command:
    """Something the assistant can be asked to do.

    *name* is what people type. *start* answers the typed command (its words after the name are
    ``turn.text``); *verbs* answer its buttons and forms, whose action is ``name.verb``. *roles*
    limits who may use it; empty is everybody. A command whose drafts ask in the conversation has
    the verbs "said" and "continue", and *hears* tells what a typed text is to them. The summary
    and the example phrases are in the wording, under ``NAME-summary`` and ``NAME-examples``.
    *for_all* says that its replies are nobody's own affair, so that others may read them.
    *for_titles* lets in whoever holds a title that reviews ask, beside the *roles*; *checked* are
    the verbs that find out by themselves whom they are for.
    """

    name: str
    start: Handle
    verbs: Mapping[str, Handle] = dataclass_field(default_factory=dict)
    roles: frozenset[Role] = frozenset()
    hears: Hears | None = None
    for_all: bool = False
    for_titles: bool = False
    checked: frozenset[str] = frozenset()

    def is_for(self, person: Person, policy: Policy) -> bool:
        """Tell whether *person* may use the command."""
        if not self.roles or self.roles & person.roles:
            return True
        titles = policy.titles_of(person.email, person.roles) if self.for_titles else frozenset()
        return bool(titles & policy.reviewing_titles)
