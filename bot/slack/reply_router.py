"""Routes replies: to the person, to a channel, onto a card, or to the outbox."""

from dataclasses import replace
from functools import partial
from typing import assert_never

import structlog

from bot.chat.card_sync import RedrawOutcome
from bot.chat.conversation import AnsweredTurn
from bot.chat.links import links_from
from bot.chat.reply_kinds import form_in, is_file
from bot.chat.routing import (
    Audience,
    PlaceRules,
    ReplyOrigin,
    Route,
    is_private_first,
    may_stream,
    route,
)
from bot.slack.context import SlackContext
from bot.slack.payloads import SlackEvent
from bot.slack.people import SLACK
from bot.slack.render import forms
from bot.slack.render.blocks import BlockRenderer, File, RenderedMessage
from bot.slack.stream import SlackStream
from bot.slack.web_api import SlackError, SlackRefusedError
from governance import CardPlace, ChannelSettings, GovernanceError, Person
from handlers import Button, Buttons, KeptFile, Pressed, Reply, Turn
from handlers.wording import wording

log = structlog.get_logger()

SHARE = "slack.share"
"""The action of the button that shows everybody in a channel what only the asker was shown."""

EVERYWHERE = "*"


class SlackReplyRouter:
    """Routes replies of one workspace; what Slack does not accept is enqueued in the outbox."""

    def __init__(self, context: SlackContext, private_channels: frozenset[str]) -> None:
        """Route by what *context* has; in *private_channels* the asker alone is answered first."""
        self._service = context.chat.service
        self._conversations = context.chat.conversations
        self._cards = context.chat.cards
        self.messages = context.messages
        self._private = private_channels

    def renderer_for(self, turn: str, locale: str) -> BlockRenderer:
        """Render for somebody, with links that lead to the public address if there is one."""
        return BlockRenderer(wording(locale), links_from(self._service.address), turn)

    async def render_for_turn(self, answered: AnsweredTurn) -> RenderedMessage:
        """Render the reply to a turn; a form that is talked through has no button to open it."""
        turn, reply = answered.turn, answered.reply
        is_spoken = form_in(reply) is not None and answered.awaits_text
        return await self.render(turn.person, reply, "" if is_spoken else turn.id)

    async def render(self, person: Person, reply: Reply, turn: str = "") -> RenderedMessage:
        """Render *reply* for *person*, with the files in it that they may have."""
        drawn = self.renderer_for(turn, person.locale).message(reply)
        kept = [block for block in reply.blocks if isinstance(block, KeptFile)]
        files = [file for each in kept if (file := await self._fetch_file(person, each))]
        return replace(drawn, files=(*drawn.files, *files))

    async def _fetch_file(self, person: Person, kept: KeptFile) -> File | None:
        found = await self._conversations.fetch_file(person, kept)
        return File(found.name, kept.label, found.content) if found else None

    async def show_card(
        self, answered: AnsweredTurn, event: SlackEvent, kept: forms.ModalState
    ) -> forms.ModalState:
        """Show how a modal goes on in the one message that belongs to it."""
        turn, reply = answered.turn, answered.reply
        drawn = await self.render_for_turn(answered)
        try:
            if kept.message:
                place = self._cards.place(kept.channel, kept.message)
                async with self._cards.replace_card(place):
                    ts = await self.messages.update_or_post(
                        kept.channel, kept.message, drawn, key=turn.id
                    )
                self._remember(turn.person, reply, kept.channel, ts)
                return replace(kept, message=ts)
            chat = await self.messages.open_conversation(event.user)
            ts = await self.messages.post(chat, drawn, key=turn.id)
            self._remember(turn.person, reply, chat, ts)
        except SlackError as error:
            await self._enqueue(turn, reply, error)
            return kept
        return replace(kept, channel=chat, message=ts)

    def rules_for(self, event: SlackEvent, settings: ChannelSettings | None) -> PlaceRules:
        """Return the rules of the place of *event*; *settings* are what the lead chose for it."""
        default = bool(self._private & {event.origin.channel, EVERYWHERE})
        private_first = is_private_first(settings, default=default)
        return PlaceRules(private_first=private_first, has_ephemeral=True)

    def may_stream(self, event: SlackEvent, settings: ChannelSettings | None) -> bool:
        """Return whether an answer may be shown in its thread while it is being written."""
        return may_stream(origin_of(event), self.rules_for(event, settings))

    async def show(
        self, answered: AnsweredTurn, event: SlackEvent, stream: SlackStream | None = None
    ) -> bool:
        """Show a reply where it belongs; return whether that is in the thread of the question.

        A stream of it is replaced; what cannot be shown anywhere now is enqueued.
        """
        origin, reply = event.origin, answered.reply
        found = route(reply, origin_of(event), self.rules_for(event, answered.settings))
        try:
            if stream is not None:
                if not origin.private and found.audience is not Audience.EVERYBODY:
                    await stream.discard()
                elif await stream.finish(reply):
                    return True
            if origin.private:
                await self._in_private(answered, event)
                return bool(origin.thread)
            return await self._in_channel(answered, event, found)
        except SlackError as error:
            log.warning("slack.not_shown", code=error.code, private=origin.private)
            await self._enqueue(answered.turn, answered.reply, error)
            return False

    async def _in_private(self, answered: AnsweredTurn, event: SlackEvent) -> None:
        origin, turn, reply = event.origin, answered.turn, answered.reply
        drawn = await self.render_for_turn(answered)
        chat = origin.channel or await self.messages.open_conversation(event.user)
        if origin.message and not is_file(reply):
            thread = origin.thread
            async with self._cards.replace_card(self._cards.place(chat, origin.message)):
                ts = await self.messages.update_or_post(
                    chat, origin.message, drawn, thread=thread, key=turn.id
                )
        else:
            ts = await self.messages.post(chat, drawn, thread=origin.thread, key=turn.id)
        self._remember(turn.person, reply, chat, ts)
        if origin.answer_to:
            words = wording(turn.person.locale)
            await self.messages.respond(origin.answer_to, words("chat-privately"))

    async def _in_channel(self, answered: AnsweredTurn, event: SlackEvent, found: Route) -> bool:
        """Show a reply in a channel as *found*; return whether everybody sees it."""
        origin, turn, reply = event.origin, answered.turn, answered.reply
        words = wording(turn.person.locale)
        renderer = self.renderer_for(turn.id, turn.person.locale)
        match found.audience:
            case Audience.EVERYBODY:
                drawn = renderer.message(reply)
                await self.messages.post(origin.channel, drawn, thread=origin.thread, key=turn.id)
                return True
            case Audience.ASKER_IN_PLACE:
                share = Button(words("chat-share"), SHARE, f"{origin.thread} {turn.id}")
                shown = reply.then(Buttons((share,))) if found.offers_share else reply
                if not await self._whisper(event, renderer.message(shown)):
                    await self.send_privately(answered, event.user)
            case Audience.PERSON | Audience.OUTLINE:
                await self.send_privately(answered, event.user)
            case _:
                assert_never(found.audience)
        if found.is_announced:
            await self._whisper(event, renderer.message(Reply.text(words("chat-privately"))))
        return False

    async def _whisper(self, event: SlackEvent, drawn: RenderedMessage) -> bool:
        """Show something to one person in a channel; say whether that was possible."""
        origin = event.origin
        try:
            await self.messages.post_ephemeral(
                origin.channel, event.user, drawn, thread=origin.thread
            )
        except SlackError:
            return False
        return True

    async def send_privately(self, answered: AnsweredTurn, user: str) -> None:
        """Send a reply to the one-to-one conversation of one person."""
        turn, reply = answered.turn, answered.reply
        drawn = await self.render_for_turn(answered)
        try:
            chat = await self.messages.open_conversation(user)
            ts = await self.messages.post(chat, drawn, key=turn.id)
            self._remember(turn.person, reply, chat, ts)
        except SlackError as error:
            await self._enqueue(turn, reply, error)

    async def remember(self, user: str, reply: Reply, chat: str, ts: str) -> None:
        """Remember where somebody was sent the card of something."""
        if reply.about is None or not ts:
            return
        try:
            async with self._service.database.reading() as records:
                person = await records.people.get_by_account(SLACK, user)
        except GovernanceError as error:  # it is delivered all the same
            log.warning("slack.not_remembered", kind=type(error).__name__)
        else:
            self._remember(person, reply, chat, ts)

    def _remember(self, person: Person, reply: Reply, chat: str, ts: str) -> None:
        """Remember which message shows a card; an older one that shows the same goes away."""
        delete = partial(self.messages.delete, chat)
        self._cards.remember(person, reply, chat, ts, delete=delete)

    async def redraw(self, person: Person, place: CardPlace, reply: Reply) -> RedrawOutcome:
        """Redraw a card in its current state."""
        drawn = self.renderer_for("", person.locale).message(reply)
        try:
            await self.messages.update(place.chat, place.message, drawn, key=place.message)
        except SlackError as error:
            log.info("slack.not_redrawn", code=error.code)
            return (
                RedrawOutcome.GONE if isinstance(error, SlackRefusedError) else RedrawOutcome.LATER
            )
        return RedrawOutcome.DONE

    async def _enqueue(self, turn: Turn, reply: Reply, error: SlackError) -> None:
        """Enqueue a reply that Slack did not accept; the outbox retries for hours."""
        log.warning("slack.enqueued", code=error.code)
        await self._conversations.enqueue(turn, reply)


def origin_of(event: SlackEvent) -> ReplyOrigin:
    """Return what the reply to *event* answers, as routing sees it."""
    return ReplyOrigin(event.origin.private, is_press=isinstance(event.what, Pressed))
