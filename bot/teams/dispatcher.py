"""The conversation in Teams: what somebody did becomes a turn, and its reply finds its place."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count

import structlog

from bot.chat.channel import Service
from bot.chat.conversation import AnsweredTurn, ConversationService
from bot.chat.event_journal import RetryLaterError
from bot.chat.once_per_name import Singly
from bot.chat.profiles import StrangerError
from bot.chat.reply_kinds import form_in
from bot.teams.activities import Sender, Took, is_question
from bot.teams.connector import Calls, TeamsError
from bot.teams.files import Files
from bot.teams.people import TEAMS, People
from bot.teams.rate_limits import Pause
from bot.teams.render import forms
from bot.teams.render.answer_messages import rating
from bot.teams.render.rich_text import JSON, escaped
from bot.teams.reply_router import SHARE, Placing
from bot.teams.stream import Stream
from governance import Person
from handlers import Place, Pressed, Text, Turn
from handlers.wording import Wording, wording

log = structlog.get_logger()

AGAIN = timedelta(seconds=30)
"""How long a press on a card that stays is taken for the one before, sent again."""

UNDER_WAY = "chat-moment"
"""The words for what somebody did that is being answered already."""

SOON = 0.4
"""Seconds after which an answer is announced that is not there yet."""

TYPING: JSON = {"type": "typing"}


Found = tuple[AnsweredTurn, JSON | None] | str
"""What came of something: its answer and how that is drawn, or the words for why there is none."""


class UnservedError(Exception):
    """Somebody is not answered; *key* names the words that say why, if they are told."""

    def __init__(self, key: str) -> None:
        """Remember the *key*."""
        super().__init__(key)
        self.key = key


class Talk:
    """Answers what people do in Teams."""

    def __init__(  # noqa: PLR0913 - a conversation rests on this much
        self,
        service: Service,
        calls: Calls,
        people: People,
        files: Files,
        placing: Placing,
        *,
        singly: Singly,
        conversations: ConversationService,
        now: Callable[[], datetime],
        pause: Pause,
    ) -> None:
        """Answer with *service*, and put replies into their places by *placing*."""
        self._service = service
        self._calls = calls
        self._people = people
        self._files = files
        self._placing = placing
        self._singly = singly
        self._conversations = conversations
        self._now = now
        self._pause = pause

    async def said(self, took: Took) -> None:
        """Answer what somebody said, where they said it."""
        turn = await self._served(took)
        if turn is None:
            return
        if took.files:
            turn = replace(turn, what=await self._files.handed_in(turn, took))
        stream = self._stream(turn, took) if took.spot.private else None
        status: list[asyncio.Task[None]] = []
        answered = await self._conversations.respond(
            turn,
            stream.take if stream else None,
            on_begin=lambda: status.append(asyncio.create_task(self._status(took))),
        )
        for each in status:
            each.cancel()  # an answer does not wait for what only announces it
        if answered and answered.is_new:
            showing = self._placing.shown(turn, took, answered.reply, stream)
            await self._conversations.show_or_enqueue(turn, answered.reply, showing)

    async def welcome(self, took: Took) -> None:
        """Show somebody who has installed the app what it is for, and where they are."""
        turn = await self._served(took)
        answered = await self._conversations.respond(turn) if turn else None
        if answered and answered.is_new:
            hello = Text(wording(answered.turn.person.locale)("chat-hello"))
            greeting = answered.reply.under(hello)
            showing = self._placing.alone(answered.turn, took, greeting)
            await self._conversations.show_or_enqueue(answered.turn, greeting, showing)

    async def pressed(self, took: Took) -> Found:
        """Answer what was pressed on a card, and give the card that it gives way to, if it does.

        What is shown for good, and what stands below, is for ``settle``.
        """
        try:
            turn = await self.turn(took)
        except UnservedError as unserved:
            return unserved.key or "chat-gone"
        if isinstance(turn.what, Pressed) and turn.what.action == SHARE:
            return await self._share(turn, took, turn.what.value)
        return await self._once_or_again(turn, took)

    async def settle(self, answered: AnsweredTurn, took: Took, *, seen: bool) -> None:
        """Show for good what came of a press, once; *seen* is what took the card's place."""
        if answered.is_new:
            showing = self._placing.pressed(answered.turn, took, answered.reply, seen=seen)
            await self._conversations.show_or_enqueue(answered.turn, answered.reply, showing)

    async def in_dialog(self, took: Took) -> Found:
        """Answer what was done in a dialog, and give what it shows now; nothing to close it."""
        try:
            turn = await self.turn(took)
        except UnservedError as unserved:
            return unserved.key or "chat-gone"
        answered = await self._conversations.respond(turn)
        if answered is None:
            return UNDER_WAY
        if await self._conversations.is_filling_in_form(turn):
            return answered, None
        artist = self._placing.in_dialog(turn, took.spot.message)
        return answered, forms.dialog(answered.reply, artist)

    async def settle_dialog(self, answered: AnsweredTurn, took: Took, *, seen: bool) -> None:
        """Show how a dialog ended, once; what was *seen* there needs no showing on its way."""
        turn, reply = answered.turn, answered.reply
        if not answered.is_new:
            return
        is_over = form_in(reply) is None and not is_question(took)
        if seen and not is_over and not await self._conversations.is_filling_in_form(turn):
            self._conversations.mark_shown(turn)
            return
        if took.spot.message:
            showing = self._placing.pressed(turn, took, reply, seen=seen)
        else:
            showing = self._placing.alone(turn, took, reply)
        await self._conversations.show_or_enqueue(turn, reply, showing)

    async def turn(self, took: Took) -> Turn:
        """Find out who it is, and make the turn.

        Raises:
            UnservedError: If it is nobody who is answered.
        """
        person = await self._person(took)
        sender, spot = took.sender, took.spot
        if spot.private:
            await self._placing.post.keep(sender.id, spot.to)
        is_private = spot.private or took.alone
        room = f"{spot.to.tenant}.{sender.id}" if is_private else spot.to.conversation
        about = "" if spot.private else spot.to.conversation.partition(";")[0]
        place = Place(TEAMS, room, is_private, room=about)
        return Turn(took.id, person, place, took.what, self._now())

    async def who(self, took: Took) -> Person:
        """Find out who it is, by the chat it was in or else by the one they have with us.

        Raises:
            StrangerError: If they are not served.
            TeamsError: If Teams cannot say.
        """
        room = None if took.spot.private else await self._placing.post.known(took.sender.id)
        return await self._people.who(took.sender, *filter(None, (took.spot.to, room)))

    async def _person(self, took: Took) -> Person:
        """Find out who it is, or the words for why they are not served."""
        try:
            return await self.who(took)
        except StrangerError as stranger:
            log.info("teams.stranger", why=stranger.why or "bot")
            raise UnservedError(stranger.why) from stranger
        except TeamsError as error:
            log.warning("teams.nobody_known", code=error.code)
            raise UnservedError("chat-trouble") from error

    async def _served(self, took: Took) -> Turn | None:
        """Make the turn; who is not served is told so where they are.

        Raises:
            LeftError: If Teams neither says who it is nor lets us say so.
        """
        try:
            return await self.turn(took)
        except UnservedError as unserved:
            if not unserved.key or await self.say(took, unserved.key):
                return None
            raise RetryLaterError from unserved

    async def _once_or_again(self, turn: Turn, took: Took) -> Found:
        """Answer a press once; on a card that stayed, a later one is another."""
        again = count(2)
        while answered := await self._conversations.respond(turn):
            card = self._placing.card(turn, took, answered.reply)
            if answered.is_new or card is not None or not await self._is_over(turn):
                return answered, card
            turn = replace(turn, id=f"{took.id}.{next(again)}")
        return UNDER_WAY

    async def _is_over(self, turn: Turn) -> bool:
        """Tell whether a turn was taken so long ago that it is not sent again any more."""
        async with self._service.database.reading() as records:
            accepted = await records.inbox.get_accepted_at(TEAMS, turn.id)
        return accepted is not None and turn.at - accepted >= AGAIN

    def words_for(self, sender: Sender) -> Wording:
        """Give the words in the language of somebody."""
        return wording(self._people.locale_of(sender))

    async def say(self, took: Took, key: str) -> bool:
        """Say one sentence where somebody did something, and tell whether it is said."""
        said = self.words_for(took.sender)(key)
        try:
            await self._calls.send(took.spot.to, {"type": "message", "text": escaped(said)})
        except TeamsError as error:
            log.info("teams.not_said", code=error.code)
            return False
        return True

    async def rated(self, took: Took, message: str, *, helpful: bool) -> None:
        """Take a thumb of Teams for the button that it stands for."""
        turn = await self._served(took)
        if turn is None:
            return
        person = turn.person
        async with self._service.database.reading() as records:
            earlier = await records.inbox.find_by_message(TEAMS, message, person_id=person.id)
        reply = await self._conversations.find_reply(person, earlier) if earlier else None
        button = rating(reply, helpful=helpful) if reply else None
        if button is None:
            return
        what = Pressed(button.action, button.value)
        found = await self._once_or_again(replace(turn, what=what), took)
        if isinstance(found, str) or not found[0].is_new:
            return
        answered, _ = found
        if helpful:  # a thumb up needs no more words
            self._conversations.mark_shown(answered.turn)
            return
        showing = self._placing.shown(answered.turn, took, answered.reply)
        await self._conversations.show_or_enqueue(answered.turn, answered.reply, showing)

    async def _share(self, turn: Turn, took: Took, value: str) -> str:
        """Show everybody in a channel what the asker was shown, once, if they are in it."""
        conversation, _, earlier = value.partition(" ")
        to = replace(took.spot.to, conversation=conversation)
        reply = await self._conversations.find_reply(turn.person, earlier)
        if reply is None:
            return "chat-gone"

        async def show() -> bool:
            try:
                await self._calls.member(to, took.sender.user)
                await self._placing.share(turn, earlier, to, reply)
            except TeamsError as error:
                log.warning("teams.not_shared", code=error.code)
                return False
            return True

        is_shared = await self._singly.do(turn, f"{SHARE}.{earlier}", show)
        if is_shared is None:
            return UNDER_WAY
        return "chat-shared" if is_shared else "chat-not-shared"

    def _stream(self, turn: Turn, took: Took) -> Stream:
        """Prepare to show an answer while it is being written."""
        notice = wording(turn.person.locale)("chat-writing")
        return Stream(self._calls, took.spot.to, notice, self._now, self._pause)

    async def _status(self, took: Took) -> None:
        """Say that an answer is on its way, unless it is there by then; nothing depends on it."""
        await asyncio.sleep(SOON)
        try:
            await self._calls.send(took.spot.to, TYPING)
        except TeamsError as error:
            log.debug("teams.no_status", code=error.code)
