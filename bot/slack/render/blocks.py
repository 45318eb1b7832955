"""Replies as Block Kit; every block and every field of the assistant has its case.

Prose is rich text and labels are plain text, so there is no markup for anybody to break out of.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from bot.chat.links import Link, web_only
from bot.chat.markdown import label_prefix, shorten
from bot.chat.plain_text import plain_text_of
from bot.chat.reply_kinds import is_from_handbook
from bot.slack.render import limits
from bot.slack.render.rich_text import JSON, blocks, length, link, parts, quote, section, text
from handlers import (
    Attachment,
    Block,
    Button,
    Buttons,
    Card,
    Facts,
    Form,
    KeptFile,
    Notice,
    Reply,
    Source,
    Sources,
    Text,
    Tone,
)
from handlers.wording import Wording

SIGNS = {
    Tone.PLAIN: "",
    Tone.GOOD: "white_check_mark",
    Tone.WAITING: "hourglass_flowing_sand",
    Tone.CAREFUL: "warning",
    Tone.BAD: "no_entry",
}
"""What shows a tone at a glance."""

OPEN = "slack.open"
"""The action of the button that opens a form again; its value names the turn that led to it."""


STAYS = "stays"
"""What the rows of buttons below an answer are called: nothing pressed there replaces it."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that is uploaded with a message."""

    name: str
    label: str
    content: bytes


@dataclass(frozen=True, slots=True)
class RenderedMessage:
    """A reply as Slack takes it: messages, one after the other, and the files that go with them.

    *notification* is what is read where no blocks are shown.
    """

    messages: tuple[tuple[JSON, ...], ...]
    notification: str
    files: tuple[File, ...] = ()


@dataclass(slots=True)
class BlockRenderer:
    """Renders for one person: in their *words*, with links *to* where they can follow them.

    *turn* names the turn that is answered, for a form that is opened from the message.
    """

    words: Wording
    to: Link = web_only
    turn: str = ""
    _buttons: int = field(default=0, init=False)

    def message(self, reply: Reply) -> RenderedMessage:
        """Render *reply* as messages within Slack's limits; an empty one says that all is done."""
        drawn = self.blocks(reply) or blocks([section(text(self.words("chat-done")))])
        stays = is_from_handbook(reply)
        return RenderedMessage(
            tuple(tuple(_with_block_ids(each, stays=stays)) for each in _split_messages(drawn)),
            notification(reply) or self.words("chat-done"),
            tuple(
                File(each.name, each.label, each.content.encode())
                for each in reply.blocks
                if isinstance(each, Attachment)
            ),
        )

    def blocks(self, reply: Reply) -> list[JSON]:
        """Render every block of *reply*."""
        return [drawn for block in reply.blocks for drawn in self._block(block)]

    def _block(self, block: Block) -> list[JSON]:  # noqa: C901, PLR0911 - one case for each block
        match block:
            case Text(markdown):
                return blocks(parts(markdown, self.to))
            case Notice(markdown, tone):
                return blocks(_with_sign(tone, parts(markdown, self.to)))
            case Facts(pairs):
                return blocks(_facts(pairs))
            case Card():
                return self._card(block)
            case Buttons(buttons, label):
                named = blocks([section(text(label, "bold"))]) if label else []
                return [*named, *self.actions(buttons)]
            case Sources(sources, label):
                drawn = [part for source in sources for part in self._source(source)]
                return blocks([section(text(f"{label}\n", "bold")), *drawn]) if drawn else []
            case Attachment(name, _, _, label):
                return blocks([section(_emoji("paperclip"), text(f" {label} ({name})"))])
            case KeptFile(_, _, label):
                return blocks([section(_emoji("paperclip"), text(f" {label}"))])
            case Form():
                return self._form(block)
            case _:
                assert_never(block)

    def _card(self, card: Card) -> list[JSON]:
        state = [text(card.status, "italic")] if card.status else []
        apart = [text(" · ")] if card.status and card.subtitle else []
        under = [text(card.subtitle)] if card.subtitle else []
        head = [text(card.title, "bold"), text("\n")] if card.title else []
        second = [*under, *apart, *state]
        top = _with_sign(card.tone, [section(*head, *second, *([text("\n")] if second else []))])
        shown = [part for part in top if part["elements"]]
        drawn = blocks([*shown, *_facts(card.facts), *parts(card.markdown, self.to)])
        return [{"type": "divider"}, *drawn, *self.actions(card.buttons)]

    def actions(self, buttons: Sequence[Button]) -> list[JSON]:
        """Render *buttons*, in as many rows as they need."""
        drawn = [self.button(each) for each in buttons]
        rows = range(0, len(drawn), limits.MAX_ROW_ACTIONS)
        return [
            {"type": "actions", "elements": drawn[n : n + limits.MAX_ROW_ACTIONS]} for n in rows
        ]

    def button(self, button: Button) -> JSON:
        """Render one button; its action is numbered, since no two of a message may be the same."""
        self._buttons += 1
        drawn: JSON = {
            "type": "button",
            "text": plain(button.label, limits.MAX_BUTTON_CHARS),
            "action_id": f"{button.action}#{self._buttons}",
        }
        if button.value:
            drawn["value"] = button.value[: limits.MAX_BUTTON_VALUE_CHARS]
        if button.danger or button.main:
            drawn["style"] = "danger" if button.danger else "primary"
        if button.confirm:
            drawn["confirm"] = self._confirm(button)
        return drawn

    def _confirm(self, button: Button) -> JSON:
        return {
            "title": plain(self.words("slack-sure"), limits.MAX_CONFIRM_TITLE_CHARS),
            "text": plain(button.confirm, limits.MAX_CONFIRM_TEXT_CHARS),
            "confirm": plain(self.words("chat-yes"), limits.MAX_CONFIRM_BUTTON_CHARS),
            "deny": plain(self.words("slack-no"), limits.MAX_CONFIRM_BUTTON_CHARS),
        }

    def _source(self, source: Source) -> Iterator[JSON]:
        """Render a clause: where it is, what it says, which version, and how old."""
        url = self.to(source.path)
        title = link(source.title or source.path, url, "bold") if url else None
        number = [text(f"[{source.n}] ")] if source.n else []
        apart = "\n" if source.quote.strip() else " · "
        details = [text(f"{apart}{source.details}\n")] if source.details else [text("\n")]
        yield section(*number, title or text(source.title or source.path, "bold"), *details)
        if source.quote.strip():
            yield quote(text(source.quote))
        if source.warning:
            yield section(_emoji("warning"), text(f" {source.warning}\n"))

    def _form(self, form: Form) -> list[JSON]:
        """Render what a form asks, and the button that opens it."""
        asked = [each for one in form.fields for each in _question(one.label, one.hint)]
        choices = [part for one in form.fields for part in _choices(one, len(form.fields))]
        wrong = _with_sign(
            Tone.CAREFUL, [section(text(each.error)) for each in form.fields if each.error]
        )
        shown = asked if len(form.fields) == 1 else []
        title = [section(text(f"{form.title}\n", "bold"))] if form.title else []
        intro = parts(form.intro, self.to)
        drawn = blocks([*title, *intro, *shown, *choices, *(wrong if len(wrong) else [])])
        open_ = Button(self.words("slack-fill-in"), OPEN, self.turn, main=True)
        return [*drawn, *(self.actions((open_,)) if self.turn else [])]


def plain(said: str, most: int) -> JSON:
    """Write a label, of which Slack shows *most* characters, and at least one."""
    return {"type": "plain_text", "text": shorten(said, most) or "-", "emoji": False}


def escape(said: str) -> str:
    """Write *said* so that it means nothing where Slack reads marks.

    https://docs.slack.dev/messaging/formatting-message-text#escaping
    """
    return said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def notification(reply: Reply) -> str:
    """Say the first thing that *reply* says, as a notification shows it."""
    said = plain_text_of(reply)
    return escape(shorten(said[0], limits.MAX_NOTIFICATION_CHARS)) if said else ""


def _with_sign(tone: Tone, drawn: list[JSON]) -> list[JSON]:
    """Prefix what was *drawn* with the sign of *tone*."""
    if not SIGNS[tone] or not drawn:
        return drawn
    sign = [_emoji(SIGNS[tone]), text(" ")]
    if drawn[0]["type"] != "rich_text_section":
        return [section(*sign), *drawn]
    return [section(*sign, *drawn[0]["elements"]), *drawn[1:]]


def _emoji(name: str) -> JSON:
    return {"type": "emoji", "name": name}


def _facts(pairs: Sequence[tuple[str, str]]) -> list[JSON]:
    return [
        section(text(label_prefix(label), "bold"), text(f"{value}\n")) for label, value in pairs
    ]


def _question(label: str, hint: str) -> Iterator[JSON]:
    yield section(text(f"{label}\n"))
    if hint:
        yield section(text(f"{hint}\n", "italic"))


def _choices(one: object, of: int) -> Iterator[JSON]:
    """List what can be answered to the one question of a conversation, by its number."""
    choices = getattr(one, "choices", ())
    if of == 1 and choices:
        items = [section(text(choice.label or "-")) for choice in choices]
        yield {"type": "rich_text_list", "style": "ordered", "elements": items}


def _with_block_ids(message: Sequence[JSON], *, stays: bool) -> Iterator[JSON]:
    """Set the block ids of button rows, so that a press tells whether the *message* stays."""
    for n, block in enumerate(message):
        name = f"{STAYS if stays else 'card'}.{n}"
        yield {**block, "block_id": name} if block["type"] == "actions" else block


def _split_messages(drawn: Sequence[JSON]) -> Iterator[list[JSON]]:
    """Split blocks into as few messages as Slack's limits allow."""
    held: list[JSON] = []
    size = 0
    for block in drawn:
        more = length(block)
        if held and (
            len(held) == limits.MAX_MESSAGE_BLOCKS or size + more > limits.MAX_MESSAGE_CHARS
        ):
            yield held
            held, size = [], 0
        held.append(block)
        size += more
    if held:
        yield held
