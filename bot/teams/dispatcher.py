"""Dispatches Teams events: builds a turn of each, has it answered, and routes the reply."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import count

import structlog

from bot.chat.conversation import AnsweredTurn
from bot.chat.event_journal import RetryLaterError
from bot.chat.profiles import StrangerError
from bot.chat.reply_kinds import form_in
from bot.chat.routing import may_share
from bot.teams.activities import Sender, TeamsEvent, is_question
from bot.teams.connector import Address, TeamsError
from bot.teams.context import TeamsContext
from bot.teams.people import TEAMS
from bot.teams.render import forms
from bot.teams.render.answer_messages import rating
from bot.teams.render.rich_text import JSON, escape
from bot.teams.reply_router import SHARE, TeamsReplyRouter
from bot.teams.stream import TeamsStream
from governance import Person
from handlers import OnText, Place, Pressed, Text, Turn, TurnContext
from handlers.wording import Wording, wording

log = structlog.get_logger()

REPEAT_WINDOW = timedelta(seconds=30)
"""How long a repeated press on a card that stays counts as a redelivery of the first."""

IN_PROGRESS = "chat-moment"
"""The key of the words for an event that is being answered already."""

TYPING_DELAY_S = 0.4
"""Seconds until a pending answer is announced by "typing"."""

TYPING: JSON = {"type": "typing"}


Outcome = tuple[AnsweredTurn, JSON | None] | str
"""What came of something: its answer and how that is drawn, or the words for why there is none."""


class UnservedError(Exception):
    """Somebody is not answered; *key* names the words that say why, if they are told."""

    def __init__(self, key: str) -> None:
        """Remember the *key*."""
        super().__init__(key)
        self.key = key


class TeamsDispatcher:
    """Dispatches the events of one tenant."""

    def __init__(self, context: TeamsContext, router: TeamsReplyRouter) -> None:
        """Answer with the service of *context*, and route replies by *router*."""
        self._service = context.chat.service
        self._connector = context.connector
        self._people = context.people
        self._files = context.files
        self._chats = context.chats
        self._router = router
        self._conversations = context.chat.conversations
        self._now = context.chat.now
        self._pause = context.chat.pause

    async def answer_message(self, event: TeamsEvent) -> None:
        """Answer what somebody said, where they said it."""
        turn = await self._turn_if_served(event)
        if turn is None:
            return
        if event.files:
            turn = replace(turn, what=await self._files.receive(turn, event))
        stream = self._stream(turn, event) if event.origin.private else None
        status: list[asyncio.Task[None]] = []

        def begin(_context: TurnContext) -> OnText | None:
            status.append(asyncio.create_task(self._show_typing(event)))
            return stream.append if stream else None

        answered = await self._respond(turn, event, begin)
        for each in status:
            each.cancel()  # an answer does not wait for what only announces it
        if answered and answered.is_new:
            showing = self._router.show(answered, event, stream)
            await self._conversations.show_or_enqueue(answered.turn, answered.reply, showing)

    async def welcome(self, event: TeamsEvent) -> None:
        """Show somebody who has installed the app what it is for, and where they are."""
        turn = await self._turn_if_served(event)
        answered = await self._respond(turn, event) if turn else None
        if answered and answered.is_new:
            hello = Text(wording(answered.turn.person.locale)("chat-hello"))
            greeting = answered.reply.under(hello)
            showing = self._router.send_or_enqueue(answered.turn, event, greeting)
            await self._conversations.show_or_enqueue(answered.turn, greeting, showing)

    async def answer_press(self, event: TeamsEvent) -> Outcome:
        """Answer what was pressed on a card, and give the card that it gives way to, if it does.

        What is shown for good, and what stands below, is for ``settle``.
        """
        try:
            turn = await self.build_turn(event)
        except UnservedError as unserved:
            return unserved.key or "chat-gone"
        if isinstance(turn.what, Pressed) and turn.what.action == SHARE:
            await self._remember_chat(event)
            return await self._share(turn, event, turn.what.value)
        return await self._answer_press(turn, event)

    async def show_press_result(
        self, answered: AnsweredTurn, event: TeamsEvent, *, seen: bool
    ) -> None:
        """Show the result of a press, once; *seen* when it has already replaced the card."""
        if answered.is_new:
            showing = self._router.show_press_result(
                answered.turn, event, answered.reply, seen=seen
            )
            await self._conversations.show_or_enqueue(answered.turn, answered.reply, showing)

    async def answer_dialog(self, event: TeamsEvent) -> Outcome:
        """Answer what was done in a dialog, and give what it shows now; nothing to close it."""
        try:
            turn = await self.build_turn(event)
        except UnservedError as unserved:
            return unserved.key or "chat-gone"
        answered = await self._respond(turn, event)
        if answered is None:
            return IN_PROGRESS
        if answered.awaits_text and not is_question(event):  # else what waits is beside it
            return answered, None
        renderer = self._router.dialog_renderer(answered.turn, event.origin.message)
        return answered, forms.dialog(answered.reply, renderer)

    async def show_dialog_result(
        self, answered: AnsweredTurn, event: TeamsEvent, *, seen: bool
    ) -> None:
        """Show how a dialog ended, once; what was *seen* there needs no showing on its way."""
        turn, reply = answered.turn, answered.reply
        if not answered.is_new:
            return
        is_over = form_in(reply) is None and not is_question(event)
        if seen and not is_over and not answered.awaits_text:
            self._conversations.mark_shown(turn)
            return
        if event.origin.message:
            showing = self._router.show_press_result(turn, event, reply, seen=seen)
        else:
            showing = self._router.send_or_enqueue(turn, event, reply)
        await self._conversations.show_or_enqueue(turn, reply, showing)

    async def build_turn(self, event: TeamsEvent) -> Turn:
        """Find out who it is, and make the turn.

        Raises:
            UnservedError: If it is nobody who is answered.
        """
        person = await self._recall_or_refuse(event)
        sender, origin = event.sender, event.origin
        is_private = origin.private or event.alone
        room = f"{origin.to.tenant}.{sender.id}" if is_private else origin.to.conversation
        about = "" if origin.private else origin.to.conversation.partition(";")[0]
        place = Place(TEAMS, room, is_private, room=about)
        return Turn(event.id, person, place, event.what, self._now())

    async def identify(self, event: TeamsEvent) -> Person:
        """Find out who it is, by the chat it was in or else by the one they have with us.

        Raises:
            StrangerError: If they are not served.
            TeamsError: If Teams cannot say.
        """
        return await self._people.identify(event.sender, *await self._places_of(event))

    async def _places_of(self, event: TeamsEvent) -> Sequence[Address]:
        """List the conversations that know who it is; one where they are known here already."""
        origin, sender = event.origin, event.sender
        if origin.private or self._people.is_recalled(sender):
            return (origin.to,)
        room = await self._chats.find_address(sender.id)
        return (origin.to, room) if room else (origin.to,)

    async def _respond(
        self,
        turn: Turn,
        event: TeamsEvent,
        begin: Callable[[TurnContext], OnText | None] | None = None,
    ) -> AnsweredTurn | None:
        """Answer a turn, and remember with it where its sender can be written to."""
        sender, origin, chats = event.sender, event.origin, self._chats
        also = partial(chats.remember_within, sender.id, origin.to) if origin.private else None
        return await self._conversations.respond(turn, begin, also=also)

    async def _remember_chat(self, event: TeamsEvent) -> None:
        """Remember where somebody can be written to who does what is no turn."""
        if event.origin.private:
            await self._chats.remember(event.sender.id, event.origin.to)

    async def _recall_or_refuse(self, event: TeamsEvent) -> Person:
        """Find out who it is, or the words for why they are not served."""
        try:
            return await self._people.recall(event.sender, *await self._places_of(event))
        except StrangerError as stranger:
            log.info("teams.stranger", why=stranger.why or "bot")
            raise UnservedError(stranger.why) from stranger
        except TeamsError as error:
            log.warning("teams.nobody_known", code=error.code)
            raise UnservedError("chat-trouble") from error

    async def _turn_if_served(self, event: TeamsEvent) -> Turn | None:
        """Make the turn; who is not served is told so where they are.

        Raises:
            LeftError: If Teams neither says who it is nor lets us say so.
        """
        try:
            return await self.build_turn(event)
        except UnservedError as unserved:
            if not unserved.key or await self.say(event, unserved.key):
                return None
            raise RetryLaterError from unserved

    async def _answer_press(self, turn: Turn, event: TeamsEvent) -> Outcome:
        """Answer a press once; on a card that stayed, a later one is another."""
        again = count(2)
        while answered := await self._respond(turn, event):
            card = self._router.replacement_card(answered.turn, event, answered.reply)
            if answered.is_new or card is not None or not await self._is_over(turn):
                return answered, card
            turn = replace(turn, id=f"{event.id}.{next(again)}")
        return IN_PROGRESS

    async def _is_over(self, turn: Turn) -> bool:
        """Return whether a turn was taken so long ago that it is not sent again any more."""
        async with self._service.database.reading() as records:
            accepted = await records.inbox.get_accepted_at(TEAMS, turn.id)
        return accepted is not None and turn.at - accepted >= REPEAT_WINDOW

    def words_for(self, sender: Sender) -> Wording:
        """Return the words in the language of somebody."""
        return wording(self._people.locale_of(sender))

    async def say(self, event: TeamsEvent, key: str) -> bool:
        """Say one sentence where somebody did something, and tell whether it is said."""
        said = self.words_for(event.sender)(key)
        try:
            await self._connector.send(event.origin.to, {"type": "message", "text": escape(said)})
        except TeamsError as error:
            log.info("teams.not_said", code=error.code)
            return False
        return True

    async def rate(self, event: TeamsEvent, message: str, *, helpful: bool) -> None:
        """Process a reaction of Teams as a press of the button that it stands for."""
        turn = await self._turn_if_served(event)
        if turn is None:
            return
        person = turn.person
        await self._remember_chat(event)
        async with self._service.database.reading() as records:
            earlier = await records.inbox.find_by_message(TEAMS, message, person_id=person.id)
        reply = await self._conversations.find_reply(person, earlier) if earlier else None
        button = rating(reply, helpful=helpful) if reply else None
        if button is None:
            return
        what = Pressed(button.action, button.value)
        found = await self._answer_press(replace(turn, what=what), event)
        if isinstance(found, str) or not found[0].is_new:
            return
        answered, _ = found
        if helpful:  # a thumb up needs no more words
            self._conversations.mark_shown(answered.turn)
            return
        showing = self._router.show(answered, event)
        await self._conversations.show_or_enqueue(answered.turn, answered.reply, showing)

    async def _share(self, turn: Turn, event: TeamsEvent, value: str) -> str:
        """Show everybody in a channel what the asker was shown, once, if they are in it."""
        conversation, _, earlier = value.partition(" ")
        to = replace(event.origin.to, conversation=conversation)
        reply = await self._conversations.find_reply(turn.person, earlier)
        if not may_share(reply):
            return "chat-gone"

        async def show() -> bool:
            try:
                await self._connector.member(to, event.sender.user)
                await self._router.share(turn, earlier, to, reply)
            except TeamsError as error:
                log.warning("teams.not_shared", code=error.code)
                return False
            return True

        is_shared = await self._conversations.do_once(turn, f"{SHARE}.{earlier}", show)
        if is_shared is None:
            return IN_PROGRESS
        return "chat-shared" if is_shared else "chat-not-shared"

    def _stream(self, turn: Turn, event: TeamsEvent) -> TeamsStream:
        """Prepare to show an answer while it is being written."""
        notice = wording(turn.person.locale)("chat-writing")
        return TeamsStream(self._connector, event.origin.to, notice, self._now, self._pause)

    async def _show_typing(self, event: TeamsEvent) -> None:
        """Say that an answer is on its way, unless it is there by then; nothing depends on it."""
        await asyncio.sleep(TYPING_DELAY_S)
        try:
            await self._connector.send(event.origin.to, TYPING)
        except TeamsError as error:
            log.debug("teams.no_status", code=error.code)
