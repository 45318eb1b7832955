"""Where a reply goes: to the person, to a channel, onto a card, or to the outbox."""

from dataclasses import replace

import structlog

from bot.chat.card_sync import CardSync, RedrawOutcome
from bot.chat.channel import Service
from bot.chat.conversation import ConversationService
from bot.chat.links import links_from
from bot.chat.reply_kinds import form_in, is_file, is_for_all
from bot.slack.messages import Post
from bot.slack.payloads import Took
from bot.slack.people import SLACK
from bot.slack.render import forms
from bot.slack.render.blocks import Artist, Drawn, File
from bot.slack.stream import Stream
from bot.slack.web_api import SlackError, SlackRefusedError
from governance import CardPlace, GovernanceError, Person
from handlers import Button, Buttons, KeptFile, Pressed, Reply, Turn
from handlers.wording import wording

log = structlog.get_logger()

SHARE = "slack.share"
"""The action of the button that shows everybody in a channel what only the asker was shown."""

EVERYWHERE = "*"


class Placing:
    """Puts replies where they belong; what Slack does not take is owed."""

    def __init__(
        self,
        service: Service,
        conversations: ConversationService,
        post: Post,
        cards: CardSync,
        private_channels: frozenset[str],
    ) -> None:
        """Place by *post*; in *private_channels* the asker alone is answered first.

        *conversing* has the files, what leads chose, and owes; *cards* are shown once.
        """
        self._service = service
        self._conversations = conversations
        self.post = post
        self._cards = cards
        self._private = private_channels

    def artist(self, turn: str, locale: str) -> Artist:
        """Draw for somebody, with links that lead to the public address if there is one."""
        return Artist(wording(locale), links_from(self._service.address), turn)

    async def drawn_for(self, turn: Turn, reply: Reply) -> Drawn:
        """Draw *reply* to a *turn*; a form that is talked through has no button to open it."""
        is_spoken = form_in(reply) is not None and await self._conversations.is_filling_in_form(
            turn
        )
        return await self.drawn(turn.person, reply, "" if is_spoken else turn.id)

    async def drawn(self, person: Person, reply: Reply, turn: str = "") -> Drawn:
        """Draw *reply* for *person*, with the files in it that they may have."""
        drawn = self.artist(turn, person.locale).message(reply)
        kept = [block for block in reply.blocks if isinstance(block, KeptFile)]
        files = [file for each in kept if (file := await self._file(person, each))]
        return replace(drawn, files=(*drawn.files, *files))

    async def _file(self, person: Person, kept: KeptFile) -> File | None:
        found = await self._conversations.fetch_file(person, kept)
        return File(found.name, kept.label, found.content) if found else None

    async def card(self, turn: Turn, took: Took, kept: forms.Kept, reply: Reply) -> forms.Kept:
        """Show how a modal goes on in the one message that belongs to it."""
        drawn = await self.drawn_for(turn, reply)
        try:
            if kept.message:
                place = self._cards.place(kept.channel, kept.message)
                async with self._cards.replace_card(place):
                    ts = await self.post.change(kept.channel, kept.message, drawn, key=turn.id)
                await self._put(turn.person, reply, kept.channel, ts)
                return replace(kept, message=ts)
            room = await self.post.room(took.user)
            ts = await self.post.put(room, drawn, key=turn.id)
            await self._put(turn.person, reply, room, ts)
        except SlackError as error:
            await self._owe(turn, reply, error)
            return kept
        return replace(kept, channel=room, message=ts)

    async def is_for_all(self, turn: Turn, took: Took) -> bool:
        """Tell whether an answer may be read by all who are where something was asked.

        What the lead chose for the channel goes before what the operator set for all.
        """
        if took.spot.private:
            return True
        chosen = await self._conversations.settings_of(turn.place)
        if chosen is not None:
            return not chosen.private_first
        return not self._private & {took.spot.channel, EVERYWHERE}

    async def shown(
        self, turn: Turn, took: Took, reply: Reply, stream: Stream | None = None
    ) -> bool:
        """Put a reply where it belongs, and say whether that is in the thread of the question.

        What was streamed of it gives way to it; what cannot be put anywhere now is owed.
        """
        spot = took.spot
        try:
            if stream is not None and await stream.finish(reply):
                return True
            if spot.private:
                await self._in_private(turn, took, reply)
                return bool(spot.thread)
            return await self._in_channel(turn, took, reply)
        except SlackError as error:
            log.warning("slack.not_shown", code=error.code, private=spot.private)
            await self._owe(turn, reply, error)
            return False

    async def _in_private(self, turn: Turn, took: Took, reply: Reply) -> None:
        spot = took.spot
        drawn = await self.drawn_for(turn, reply)
        room = spot.channel or await self.post.room(took.user)
        if spot.message and not is_file(reply):
            thread = spot.thread
            async with self._cards.replace_card(self._cards.place(room, spot.message)):
                ts = await self.post.change(room, spot.message, drawn, thread=thread, key=turn.id)
        else:
            ts = await self.post.put(room, drawn, thread=spot.thread, key=turn.id)
        await self._put(turn.person, reply, room, ts)
        if spot.answer_to:
            words = wording(turn.person.locale)
            await self.post.respond(spot.answer_to, words("chat-privately"))

    async def _in_channel(self, turn: Turn, took: Took, reply: Reply) -> bool:
        """Answer in a channel: everybody, or the asker alone; what is personal goes to them.

        Say whether it is for everybody.
        """
        spot, words = took.spot, wording(turn.person.locale)
        artist = self.artist(turn.id, turn.person.locale)
        if not is_for_all(reply):
            await self.to_room(turn, took.user, reply)
            note = artist.message(Reply.text(words("chat-privately")))
            await self._whisper(took, note)
        elif isinstance(took.what, Pressed):
            if not await self._whisper(took, artist.message(reply)):
                await self.to_room(turn, took.user, reply)
        elif not await self.is_for_all(turn, took):
            share = Button(words("chat-share"), SHARE, f"{spot.thread} {turn.id}")
            if not await self._whisper(took, artist.message(reply.then(Buttons((share,))))):
                await self.to_room(turn, took.user, reply)
        else:
            drawn = artist.message(reply)
            await self.post.put(spot.channel, drawn, thread=spot.thread, key=turn.id)
            return True
        return False

    async def _whisper(self, took: Took, drawn: Drawn) -> bool:
        """Show something to one person in a channel; say whether that was possible."""
        spot = took.spot
        try:
            await self.post.whisper(spot.channel, took.user, drawn, thread=spot.thread)
        except SlackError:
            return False
        return True

    async def to_room(self, turn: Turn, user: str, reply: Reply) -> None:
        """Put a reply into the conversation with one person."""
        drawn = await self.drawn_for(turn, reply)
        try:
            room = await self.post.room(user)
            ts = await self.post.put(room, drawn, key=turn.id)
            await self._put(turn.person, reply, room, ts)
        except SlackError as error:
            await self._owe(turn, reply, error)

    async def remember(self, user: str, reply: Reply, room: str, ts: str) -> None:
        """Remember where somebody was sent the card of something."""
        if reply.about is None or not ts:
            return
        try:
            async with self._service.database.reading() as records:
                person = await records.people.get_by_account(SLACK, user)
        except GovernanceError as error:  # it is delivered all the same
            log.warning("slack.not_remembered", kind=type(error).__name__)
        else:
            await self._put(person, reply, room, ts)

    async def _put(self, person: Person, reply: Reply, room: str, ts: str) -> None:
        """Remember which message shows a card; an older one that shows the same goes away."""
        if before := await self._cards.remember(person, reply, room, ts):
            await self.post.drop(room, before)

    async def redraw(self, person: Person, place: CardPlace, reply: Reply) -> RedrawOutcome:
        """Let a card show how things are now."""
        drawn = self.artist("", person.locale).message(reply)
        try:
            await self.post.redraw(place.chat, place.message, drawn, key=place.message)
        except SlackError as error:
            log.info("slack.not_redrawn", code=error.code)
            return (
                RedrawOutcome.GONE if isinstance(error, SlackRefusedError) else RedrawOutcome.LATER
            )
        return RedrawOutcome.DONE

    async def _owe(self, turn: Turn, reply: Reply, error: SlackError) -> None:
        """Leave a reply that Slack did not take to the outbox, which tries again for hours."""
        log.warning("slack.owed", code=error.code)
        await self._conversations.enqueue(turn, reply)
