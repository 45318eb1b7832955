"""Replies as Teams takes them; every block and every field of the assistant has its case.

An answer from the handbook is a message: its text with ``[n]``, and the clauses as Teams'
citations. Everything else is an Adaptive Card, which can give way to another in its place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never

from bot.chat.links import links_from
from bot.chat.markdown import Paragraph, Run, label_prefix, parse, shorten
from bot.chat.plain_text import plain_text_of
from bot.teams.render import limits, rich_text
from bot.teams.render.actions import OPEN, VIEW, ActionBuilder, Carried, opener, rows
from bot.teams.render.answer_messages import (
    entity,
    follow_ups,
    is_answer,
    is_by_model,
    is_said,
    others,
    texts,
    with_suggestions,
)
from bot.teams.render.inputs import render_fields
from bot.teams.render.rich_text import JSON, elements, line, size, text_run, title
from bot.teams.render.styles import SIGNS, STYLES, with_sign
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
)
from handlers.wording import Wording

ADAPTIVE = "application/vnd.microsoft.card.adaptive"
CONSENT = "application/vnd.microsoft.teams.card.file.consent"

_UNSPOKEN = {ord("<"): " ", ord(">"): " ", ord("&"): " "}
"""What a reader of cards aloud could take for speech markup."""


@dataclass(frozen=True, slots=True)
class CardRenderer:
    """Renders for one person, in their *words*, with links to the reader at *address* if it is set.

    *turn* names the turn that is answered, for a form that is opened as a dialog. *is_private* is
    a conversation with one person: only there are suggestions shown and files offered.
    In a dialog actions are submitted, not executed, and carry along what the sender needs.
    """

    words: Wording
    address: str = ""
    turn: str = ""
    is_private: bool = True
    in_dialog: bool = False
    carried: Carried = field(default_factory=dict)

    def message(self, reply: Reply, *, suggested: Sequence[str] = ()) -> tuple[JSON, ...]:
        """Render *reply* as activities, one after the other, each below Teams' limits.

        Each has its ``type``, and of ``text``, ``textFormat``, ``summary``, ``attachments``,
        ``entities``, ``channelData`` and ``suggestedActions`` what it needs; who it is from and
        where it goes is for the sender to add. *suggested* are sentences to go on with; without any
        they are the questions that the reply itself has for that.
        """
        if is_answer(reply) or is_said(reply):
            drawn = self._answer(reply)
        else:
            drawn = [self._activity(card, reply) for card in self.cards(reply)]
        drawn += self._files(reply)
        offered = (suggested or follow_ups(reply)) if self.is_private else ()
        return with_suggestions(drawn, offered)

    def card(self, reply: Reply) -> JSON:
        """Render *reply* as the card that gives way to it; what one cannot hold is in ``rest``."""
        return self.cards(reply)[0]

    def rest(self, reply: Reply) -> tuple[JSON, ...]:
        """Render what ``card`` could not hold, and the files of *reply*, as activities."""
        return (
            *(self._activity(card, reply) for card in self.cards(reply)[1:]),
            *self._files(reply),
        )

    def render_shared(self, reply: Reply, users: Sequence[str]) -> JSON:
        """Render *reply* as the one card of a shared chat, in which *users* see more than others.

        Everybody reads it; Teams asks for each of *users* (``29:…`` ids, at most 60) by the
        action ``VIEW``, whose value is the turn, and shows them the ``view`` that comes back.
        """
        return self._with_refresh(self.card(public(reply)), users)

    def view(self, reply: Reply, users: Sequence[str]) -> JSON:
        """Render what one of *users* sees in place of the card that is ``shared``."""
        return self._with_refresh(self.card(reply), users)

    def _with_refresh(self, card: JSON, users: Sequence[str]) -> JSON:
        did = {"action": VIEW, "value": self.turn}
        refresh = self._hand.action(self.words("chat-refresh"), did)
        return {
            **card,
            "refresh": {"action": refresh, "userIds": list(users)[: limits.MAX_VIEWERS]},
        }

    def cards(self, reply: Reply) -> list[JSON]:
        """Render *reply* as Adaptive Cards, as few as hold it; an empty one says it is done."""
        said = "\n".join(plain_text_of(reply)) or self.words("chat-done")
        return [self._frame(body, said) for body in _split_cards(self.body(reply))]

    def body(self, reply: Reply) -> list[JSON]:
        """Render every block of *reply* as elements of a card."""
        drawn = [
            element for block in reply.blocks for element in _with_separators(self._block(block))
        ]
        return drawn or line(self.words("chat-done"))

    def _frame(self, body: Sequence[JSON], said: str) -> JSON:
        """Make a card of its *body*; what is *said* stands where it cannot be shown."""
        return {
            "type": "AdaptiveCard",
            "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
            "version": "1.5",
            "lang": self.words.locale,
            "fallbackText": rich_text.escape(shorten(said, limits.MAX_SUMMARY_CHARS)),
            "speak": shorten(rich_text.clean(said).translate(_UNSPOKEN), limits.MAX_SPOKEN_CHARS)
            or "-",
            "body": list(body),
            "msteams": {"width": "Full"},
        }

    def actions(self, buttons: Sequence[Button]) -> list[JSON]:
        """Render *buttons*, in as many rows as they need."""
        return rows([self._hand.button(each) for each in buttons])

    @property
    def _hand(self) -> ActionBuilder:
        return ActionBuilder(self.words, self.in_dialog, self.carried)

    def _block(self, block: Block) -> list[JSON]:  # noqa: C901, PLR0911 - one case for each block
        to = links_from(self.address)
        match block:
            case Text(markdown, by_model):
                told = line(self.words("chat-by-model"), isSubtle=True, size="Small")
                return [*elements(parse(markdown), to), *(told if by_model else [])]
            case Notice(markdown, tone):
                return _in_container(elements(with_sign(tone, parse(markdown)), to), STYLES[tone])
            case Facts(pairs):
                return _facts(pairs)
            case Card():
                return self._card(block)
            case Buttons(buttons, label):
                return [*title(label, "Default"), *self.actions(buttons)]
            case Sources(sources, label):
                drawn = [element for source in sources for element in self._source(source)]
                return [*title(label, "Default"), *drawn] if drawn else []
            case Attachment(name, _, _, label):
                return line(f"📎 {label} ({name})")
            case KeptFile(_, _, label):
                return line(f"📎 {label}")
            case Form():
                return self._form(block)
            case _:
                assert_never(block)

    def _card(self, card: Card) -> list[JSON]:
        sign = f"{SIGNS[card.tone]} " if SIGNS[card.tone] else ""
        state = [text_run(f"{sign}{card.status}", weight="Bolder")] if card.status else []
        apart = [text_run(" · ")] if card.status and card.subtitle else []
        under = [text_run(card.subtitle, isSubtle=True)] if card.subtitle else []
        second = [run for run in (*under, *apart, *state) if run["text"]]
        drawn = [
            *title(card.title if card.status else f"{sign}{card.title}"),
            *_runs(second),
            *_facts(card.facts),
            *elements(parse(card.markdown), links_from(self.address)),
            *self.actions(card.buttons),
        ]
        return _in_container(drawn, STYLES[card.tone])

    def _source(self, source: Source) -> list[JSON]:
        """Render a clause: where it is, what it says, which version, and how old."""
        url = links_from(self.address)(source.path)
        number = f"[{source.n}] " if source.n else ""
        drawn = [
            *line(f"{number}{source.title or source.path}", weight="Bolder"),
            *line(source.quote, italic=True),
            *line(source.details, isSubtle=True, size="Small"),
            *line(f"⚠️ {source.warning}" if source.warning.strip() else "", color="Warning"),
        ]
        boxes = _in_container(drawn, "emphasis")
        opens: JSON = {"type": "Action.OpenUrl", "url": url, "title": shorten(source.title, 75)}
        return [{**box, **({"selectAction": opens} if url else {})} for box in boxes]

    def _form(self, form: Form) -> list[JSON]:
        """Render a form to be filled in where it stands, and the way to open it as a dialog."""
        drawn, actions = render_fields(form, self._hand, links_from(self.address))
        if self.turn and not self.in_dialog:
            did = {"action": OPEN, "value": self.turn}
            actions = [*actions, opener(self.words("chat-window"), did)]
        return [*drawn, *rows(actions)]

    def _answer(self, reply: Reply) -> list[JSON]:
        """Render an answer as messages, and what else can be pressed as a card below."""
        drawn = texts(reply, links_from(self.address), self.words("chat-done"))
        if not (rest := others(reply)).blocks:
            return drawn
        first, *more = (self._activity(card, rest) for card in self.cards(rest))
        if size([drawn[-1], first]) > limits.MAX_MESSAGE_BYTES:
            return [*drawn, first, *more]
        drawn[-1]["attachments"] = first["attachments"]
        return [*drawn, *more]

    def _activity(self, card: JSON, reply: Reply) -> JSON:
        said = shorten(rich_text.clean(" ".join(plain_text_of(reply))), limits.MAX_SUMMARY_CHARS)
        shown = [{"contentType": ADAPTIVE, "content": card}]
        drawn = {"type": "message", "summary": said or self.words("chat-done")}
        label = {"entities": [entity(by_model=True)]} if is_by_model(reply) else {}
        return {**drawn, "attachments": shown, **label}

    def _files(self, reply: Reply) -> Iterator[JSON]:
        """Render a file consent card for each file of a reply."""
        for block in reply.blocks:
            if isinstance(block, Attachment) and self.is_private and self.turn:
                context = {"turn": self.turn, "name": block.name}
                content = {
                    "description": shorten(block.label, limits.MAX_SUMMARY_CHARS),
                    "sizeInBytes": len(block.content.encode()),
                    "acceptContext": context,
                    "declineContext": context,
                }
                file = {"contentType": CONSENT, "name": block.name or "file", "content": content}
                yield {"type": "message", "attachments": [file]}


def public(reply: Reply) -> Reply:
    """Remove every action from *reply*, for who may only read it."""
    read_only = (
        replace(block, buttons=()) if isinstance(block, Card) else block
        for block in reply.blocks
        if not isinstance(block, Buttons | Form | Attachment)
    )
    return Reply(tuple(read_only))


def _facts(pairs: Sequence[tuple[str, str]]) -> list[JSON]:
    """Render labelled values: as Teams' own table where no mark could be in one."""
    cleaned = [(rich_text.as_it_is(name), rich_text.as_it_is(value)) for name, value in pairs]
    shown = [(name, value) for name, value in cleaned if name.strip() or value.strip()]
    if any(len(name) > limits.MAX_FACT_NAME_CHARS for name, _ in shown):
        return [each for name, value in shown for each in _question(name, value)]
    if shown and all(rich_text.is_plain(each) for pair in shown for each in pair):
        return [{"type": "FactSet", "facts": [{"title": a, "value": b} for a, b in shown]}]
    runs = [Paragraph((Run(label_prefix(name), bold=True), Run(value))) for name, value in shown]
    return elements(runs, spacing="Small")


def _question(name: str, value: str) -> list[JSON]:
    """Render a value below a name that is too long to stand beside it."""
    answer = [{**each, "spacing": "None"} for each in line(value)]
    return [*line(name, isSubtle=True, size="Small"), *answer]


def _runs(runs: Sequence[JSON]) -> list[JSON]:
    """Render runs as one line, each truncated to the limit of a line."""
    most = limits.MAX_SUMMARY_CHARS
    short = [
        {**run, "text": run["text"] if len(run["text"]) <= most else shorten(run["text"], most)}
        for run in runs
        if run["text"].strip()
    ]
    return [{"type": "RichTextBlock", "inlines": short, "spacing": "Small"}] if short else []


def _in_container(drawn: Sequence[JSON], style: str) -> list[JSON]:
    """Group elements into as few containers as the size of a card allows."""
    return (
        [
            {
                "type": "Container",
                "style": style,
                "items": items,
                "spacing": "Medium",
                "bleed": False,
            }
            for items in _split_cards(drawn, limits.MAX_DRAWN_BYTES // 2)
        ]
        if drawn
        else []
    )


def _split_cards(drawn: Sequence[JSON], most: int = limits.MAX_DRAWN_BYTES) -> list[list[JSON]]:
    """Split elements into as few cards as the size limit allows."""
    held: list[list[JSON]] = [[]]
    room = most
    for element in drawn:
        needed = size(element)
        if held[-1] and needed > room:
            held.append([])
            room = most
        held[-1].append(element)
        room -= needed
    return held


def _with_separators(drawn: Sequence[JSON]) -> list[JSON]:
    """Set the spacing before the first element of a block."""
    return [{**each, **({} if n else {"spacing": "Medium"})} for n, each in enumerate(drawn)]
