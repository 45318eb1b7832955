"""What the assistant can say: a closed set of blocks that every channel can draw.

A block says what is meant, never how it looks. Text is plain Markdown of a small kind:
paragraphs, ``**bold**``, ``_italic_``, lists, ``code`` and links, and a backslash before a mark
that means nothing; each channel escapes and draws it in its own dialect. What a person typed goes
through ``verbatim`` first.
"""

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Self

from pydantic import TypeAdapter

from handlers.form import Form


class Tone(StrEnum):
    """How a notice or a card should be felt at a glance, before it is read."""

    PLAIN = "plain"
    GOOD = "good"
    WAITING = "waiting"
    CAREFUL = "careful"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Text:
    """Prose; *by_model* when a language model wrote it, for channels that label such text."""

    markdown: str
    by_model: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """One or two sentences that must not be overlooked."""

    markdown: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Facts:
    """Labelled values, such as a solution's owner and tier."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press: it comes back as ``Pressed(action, value)``.

    *action* is ``command.verb``. *value* is at most 2,000 characters and is only ever an id or a
    text the person typed; never a secret. *confirm* asks once more before anything happens.
    """

    label: str
    action: str
    value: str = ""
    main: bool = False
    danger: bool = False
    confirm: str = ""


@dataclass(frozen=True, slots=True)
class Buttons:
    """Buttons in a row, under a label where one helps (a day, above its slots)."""

    buttons: tuple[Button, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One thing of several: a solution, a booking, a review, a module."""

    title: str
    subtitle: str = ""
    status: str = ""
    tone: Tone = Tone.PLAIN
    facts: tuple[tuple[str, str], ...] = ()
    markdown: str = ""
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A clause of the handbook that an answer rests on, or that comes nearest.

    *n* is the number in the text (0 when nothing in the text points here). *path* is the clause's
    address in the handbook reader, relative to the address people reach Guildmate at. *details*
    is the line under the title: version, effective date, owner.
    """

    n: int
    title: str
    path: str
    quote: str
    details: str
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where an answer comes from, or what comes nearest to one.

    *next* are questions that could follow; a channel suggests them where it has a place for that.
    """

    sources: tuple[Source, ...]
    label: str
    next: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A small text file to keep, such as a calendar invitation."""

    name: str
    media_type: str
    content: str
    label: str


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that is kept in the records, to be taken out by whoever this is said to.

    A channel gets it by ``Assistant.fetch``, which asks again whether they may have it.
    """

    key: str
    name: str
    label: str


Block = Text | Notice | Facts | Card | Buttons | Sources | Attachment | KeptFile | Form
"""Everything the assistant can show. Channels draw it with ``match`` and ``assert_never``."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The one thing that a reply shows: its *reference*, and what is pressed to see it anew.

    *state* is another whenever the thing has come further, so that what shows it is out of date.
    """

    reference: str
    action: str
    value: str
    state: str = ""

    def is_same_as(self, other: "Subject") -> bool:
        """Tell whether both are about one thing, in whatever state."""
        return (self.action, self.value) == (other.action, other.value)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to one turn.

    *for_all* says that whoever reads along may see it: it is what the handbook says, and nobody's
    own affair. *about* names the one thing that it shows, which a channel that can change what it
    has said shows once, and as it is now.
    """

    blocks: tuple[Block, ...] = field(default=())
    for_all: bool = False
    about: Subject | None = None

    @classmethod
    def text(cls, markdown: str) -> Self:
        """Answer with prose alone."""
        return cls((Text(markdown),))

    def then(self, *blocks: Block) -> "Reply":
        """Add *blocks* below."""
        return replace(self, blocks=(*self.blocks, *blocks))

    def under(self, *blocks: Block) -> "Reply":
        """Put *blocks* above."""
        return replace(self, blocks=(*blocks, *self.blocks))

    def to_json(self) -> str:
        """Write the reply down, to be drawn later or elsewhere."""
        return _REPLY.dump_json(self).decode()

    @classmethod
    def from_json(cls, text: str) -> "Reply":
        """Read a reply that was written down."""
        return _REPLY.validate_json(text)


_REPLY: TypeAdapter[Reply] = TypeAdapter(Reply)

_MARKS = re.compile(r"[\\`*_\[\]<>~|]|&(?=#?\w+;)")
"""What means something wherever it stands."""

_FIRST = re.compile(r"^(?:[#+=:-]|\d+(?=[.)]))", re.MULTILINE)
"""What means something where a line begins: a heading, a list, a line across."""


def verbatim(text: str) -> str:
    """Write what a person typed as *text* in which no mark means anything; lines stay lines."""
    lines = "\n".join(line.strip() for line in text.splitlines())
    return _FIRST.sub(_escape, _MARKS.sub(r"\\\g<0>", lines))


def _escape(found: re.Match[str]) -> str:
    """Escape what begins a line; of a number, the mark after it."""
    first = found.group()
    return f"{first}\\" if first[-1].isdigit() else f"\\{first}"
