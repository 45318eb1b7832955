"""Routes replies: into the chat, to the person alone, onto a card, or to the outbox."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from functools import partial
from typing import assert_never

import structlog

from bot.chat.card_sync import RedrawOutcome
from bot.chat.card_sync import digest as mark_of_reply
from bot.chat.conversation import OUTBOX_PREFIX, AnsweredTurn
from bot.chat.reply_kinds import CASE_PREFIX, form_in, is_file, public_outline
from bot.chat.routing import Audience, PlaceRules, ReplyOrigin, is_private_first, route
from bot.teams.activities import RESULT_MESSAGE, STAMP, STAYS, TeamsEvent, stamp
from bot.teams.connector import Address, TeamsClosedError, TeamsError, TeamsRefusedError
from bot.teams.context import TeamsContext
from bot.teams.people import TEAMS
from bot.teams.render.answer_messages import is_answer, rating
from bot.teams.render.cards import ADAPTIVE, CONSENT, CardRenderer
from bot.teams.render.rich_text import JSON
from bot.teams.stream import TeamsStream
from governance import CardPlace, Person, UnitOfWork
from handlers import Button, Buttons, KeptFile, Reply, Said, Subject, Turn, delivery_key
from handlers.wording import Wording, wording

log = structlog.get_logger()

SHARE = "teams.share"
"""The action of the button that shows everybody in a channel what only the asker was shown."""

VIEW_PREFIX, SUBJECT_PARTS = "card.", 3
"""The prefix of a view name, and how many parts follow it."""


class TeamsReplyRouter:
    """Routes replies of one tenant; what Teams does not accept is enqueued in the outbox."""

    def __init__(self, context: TeamsContext) -> None:
        """Route by what *context* has."""
        self._service = context.chat.service
        self._conversations = context.chat.conversations
        self._cards = context.chat.cards
        self._chats = context.chats

    def renderer_for(self, turn: Turn, *, stays: bool = False, as_it_is: str = "") -> CardRenderer:
        """Render the reply to *turn* in its chat; *stays* says that nothing pressed replaces it.

        Where one card shows a thing again and again, *as_it_is* tells one time from another.
        """
        words, private = wording(turn.person.locale), turn.place.private
        return self._renderer(words, turn.id, private=private, stays=stays, as_it_is=as_it_is)

    def _renderer(
        self,
        words: Wording,
        turn: str,
        *,
        private: bool = True,
        stays: bool = False,
        as_it_is: str = "",
    ) -> CardRenderer:
        carried = {STAMP: stamp(turn + as_it_is), **({STAYS: "1"} if stays else {})}
        return CardRenderer(words, self._service.address, turn, private, carried=carried)

    def dialog_renderer(self, turn: Turn, shown: str = "") -> CardRenderer:
        """Render the reply to *turn* in a dialog, whose end the message *shown* shows."""
        carried = {STAMP: stamp(turn.id), **({RESULT_MESSAGE: shown} if shown else {})}
        words, address = wording(turn.person.locale), self._service.address
        return CardRenderer(words, address, turn.id, in_dialog=True, carried=carried)

    async def show(
        self, answered: AnsweredTurn, event: TeamsEvent, stream: TeamsStream | None = None
    ) -> None:
        """Show a reply where it belongs; what cannot be shown anywhere now is enqueued."""
        turn, reply = answered.turn, answered.reply
        try:
            if event.origin.private:
                await self.send_privately(turn, event, reply, stream)
            else:
                await self._in_shared_chat(answered, event)
        except TeamsError as error:
            await self._enqueue(turn, reply, error.code)

    def replacement_card(self, turn: Turn, event: TeamsEvent, reply: Reply) -> JSON | None:
        """Render the card that the one pressed on gives way to, for whoever pressed; if it does."""
        if not event.origin.message or is_answer(reply) or is_file(reply):
            return None
        if event.origin.private:
            return self.renderer_for(turn).card(reply)
        return (
            self.renderer_for(turn).view(reply, [event.sender.user])
            if is_about_case(turn)
            else None
        )

    async def show_press_result(
        self, turn: Turn, event: TeamsEvent, reply: Reply, *, seen: bool
    ) -> None:
        """Let the card that was pressed on give way to *reply* for good, or put that below.

        A form on somebody's own view of a case is put into their own chat unless it was *seen*:
        in place of the card everybody would see it.
        """
        origin, renderer = event.origin, self.renderer_for(turn)
        try:
            if self.replacement_card(turn, event, reply) is None:
                await self.send_privately(turn, event, reply)
            elif origin.private:
                drawn = [
                    _message(renderer.card(reply), renderer, reply),
                    *renderer.rest(reply),
                    *await self._render_offers(turn.person, turn.id, reply),
                ]
                async with self._cards.replace_card(
                    self._cards.place(_chat(origin.to), origin.message)
                ):
                    shown = await self._chats.update_or_send(
                        origin.to, origin.message, drawn, key=_key(turn)
                    )
                self._remember(turn.person, reply, origin.to, shown)
            elif form_in(reply) is None and public_outline(reply).blocks:
                # Everybody sees how the case stands now; whoever decides it sees their own view.
                user = event.sender.user
                told = self._render_shared(renderer.words, turn.id, user, reply)
                async with self._cards.replace_card(
                    self._cards.place(_chat(origin.to, user), origin.message)
                ):
                    shown = await self._chats.update_or_send(origin.to, origin.message, [told])
                self._remember(turn.person, reply, origin.to, shown, user=user)
            elif form_in(reply) is None:
                log.debug("teams.follows")  # what was decided shows as the card follows it
            elif not seen:
                await self.send_privately(turn, event, reply)
        except TeamsError as error:
            await self._enqueue(turn, reply, error.code)

    async def send_privately(
        self, turn: Turn, event: TeamsEvent, reply: Reply, stream: TeamsStream | None = None
    ) -> None:
        """Send a reply to the one-to-one chat of its reader, wherever they asked.

        Raises:
            TeamsError: If they cannot be written to; that is remembered.
        """
        private = replace(turn, place=replace(turn.place, private=True))
        origin = event.origin
        try:
            to = (
                origin.to
                if origin.private
                else await self._chats.get_or_create(event.sender, origin.to)
            )
            await self._send(private, to, reply, stream)
        except TeamsClosedError as error:
            await self._chats.mark_closed(event.sender.id, error.state)
            raise

    async def send_or_enqueue(self, turn: Turn, event: TeamsEvent, reply: Reply) -> None:
        """Send a reply to the one-to-one chat of its reader; enqueue it if that fails."""
        try:
            await self.send_privately(turn, event, reply)
        except TeamsError as error:
            await self._enqueue(turn, reply, error.code)

    async def deliver(
        self, sender: str, to: Address, reply: Reply, *, locale: str, key: str
    ) -> None:
        """Send a pending message to a *sender*, under its dedupe *key*.

        Raises:
            TeamsError: If Teams does not take it.
        """
        turn = f"{OUTBOX_PREFIX}{key}"
        renderer = self._renderer(wording(locale), turn, stays=is_answer(reply))
        drawn = list(renderer.message(reply)) if not is_file(reply) else []
        async with self._service.database.reading() as records:
            person = await records.people.get_by_account(TEAMS, sender)
        drawn += await self._render_offers(person, turn, reply)
        message = await self._chats.send(to, drawn, key=key)
        self._remember(person, reply, to, message)

    async def _send(
        self, turn: Turn, to: Address, reply: Reply, stream: TeamsStream | None
    ) -> None:
        offers = await self._render_offers(turn.person, turn.id, reply)
        if is_file(reply):
            await self._chats.send(to, offers, key=_key(turn))
            return
        drawn = [*self.renderer_for(turn, stays=is_answer(reply)).message(reply), *offers]
        streamed = await stream.finish(drawn) if stream else ""
        if streamed:
            self._chats.mark_sent(_key(turn))
        first = await self._chats.send(to, drawn, key=_key(turn))
        self._remember(turn.person, reply, to, streamed or first)
        if rating(reply, helpful=True):
            message = message_id(to, streamed or first)
            self._conversations.defer(partial(_record_message, turn.id, message))

    async def _in_shared_chat(self, answered: AnsweredTurn, event: TeamsEvent) -> None:
        """Answer where others read along: what is personal goes to the person.

        Where the lead chose so, the asker reads first.
        """
        turn, reply, settings = answered.turn, answered.reply, answered.settings
        words, to = wording(turn.person.locale), event.origin.to
        renderer = self.renderer_for(turn, stays=is_answer(reply))
        rules = PlaceRules(private_first=is_private_first(settings), has_views=True)
        found = route(reply, ReplyOrigin(is_private=False), rules)
        match found.audience:
            case Audience.OUTLINE:
                user = event.sender.user
                told = self._render_shared(words, turn.id, user, reply)
                message = await self._chats.send(to, [told])
                self._remember(turn.person, reply, to, message, user=user)
            case Audience.EVERYBODY:
                await self._chats.send(to, renderer.message(reply))
            case Audience.PERSON | Audience.ASKER_IN_PLACE:
                if found.offers_share:
                    share = Button(words("chat-share"), SHARE, f"{to.conversation} {turn.id}")
                    reply = reply.then(Buttons((share,)))
                said = "chat-privately"
                try:
                    await self.send_privately(turn, event, reply)
                except TeamsClosedError as error:
                    await self._enqueue(turn, reply, error.code)
                    said = "chat-install"
                if found.is_announced:
                    await self._note(to, renderer.message(Reply.text(words(said))))
            case _:
                assert_never(found.audience)

    async def _note(self, to: Address, drawn: Sequence[JSON]) -> None:
        """Say in a shared chat where a reply went; not retried."""
        try:
            await self._chats.send(to, drawn)
        except TeamsError as error:
            log.info("teams.not_noted", code=error.code)

    def _remember(
        self, person: Person, reply: Reply, to: Address, message: str, *, user: str = ""
    ) -> None:
        """Remember which message shows a card; an older one that shows the same goes away.

        In a shared chat it is *user* who sees more of it.
        """
        if message:
            delete = partial(self._chats.delete, to)
            self._cards.remember(person, reply, _chat(to, user), message, delete=delete)

    async def redraw(self, person: Person, place: CardPlace, reply: Reply) -> RedrawOutcome:
        """Redraw a card in its current state."""
        chat, words = json.loads(place.chat), wording(person.locale)
        to, user = Address(**chat["to"]), chat["user"]
        if user:
            drawn = self._render_shared(words, "", user, reply)
        else:
            drawn = self._renderer(words, f"{place.message}.{mark_of_reply(reply)}").message(reply)[
                0
            ]
        try:
            await self._chats.update(to, place.message, drawn)
        except TeamsError as error:
            log.info("teams.not_redrawn", code=error.code)
            return (
                RedrawOutcome.GONE if isinstance(error, TeamsRefusedError) else RedrawOutcome.LATER
            )
        return RedrawOutcome.DONE

    def _render_shared(self, words: Wording, turn: str, user: str, reply: Reply) -> JSON:
        """Render a case for a shared chat: how it stands for all, and more for *user*, by name."""
        told = public_outline(reply)
        renderer = self._renderer(
            words, view_name(reply.about) if reply.about else turn, private=False
        )
        return _message(renderer.render_shared(told, [user]), renderer, told)

    async def share(self, turn: Turn, earlier: str, to: Address, reply: Reply) -> None:
        """Show everybody in a chat what the asker was shown.

        Raises:
            TeamsError: If Teams does not take it.
        """
        words = wording(turn.person.locale)
        told = self._renderer(words, earlier, private=False, stays=True)
        await self._chats.send(to, told.message(reply))

    async def _render_offers(self, person: Person, turn: str, reply: Reply) -> list[JSON]:
        """Render the offers of the files that are kept; Teams puts each where the person says."""
        kept = (block for block in reply.blocks if isinstance(block, KeptFile))
        return [await self._render_offer(person, turn, each) for each in kept]

    async def _render_offer(self, person: Person, turn: str, kept: KeptFile) -> JSON:
        """Render the offer of a file that is kept."""
        found = await self._conversations.fetch_file(person, kept)
        words = wording(person.locale)
        if found is None:
            return {"type": "message", "text": words("refusal-evidence-not-found")}
        context = {"turn": turn, "name": kept.key}
        content = {
            "description": kept.label,
            "sizeInBytes": len(found.content),
            "acceptContext": context,
            "declineContext": context,
        }
        offered = {"contentType": CONSENT, "name": found.name, "content": content}
        return {"type": "message", "attachments": [offered]}

    async def _enqueue(self, turn: Turn, reply: Reply, why: str) -> None:
        """Enqueue a reply that Teams rejected, or that could not be sent any more."""
        log.warning("teams.enqueued", code=why)
        await self._conversations.enqueue(turn, reply)


async def _record_message(turn: str, message: str, records: UnitOfWork) -> None:
    """Record which *message* shows the reply to a *turn*, so that a thumb on it counts."""
    await records.inbox.record_message(TEAMS, turn, message=message)


def view_name(subject: Subject) -> str:
    """Name a *subject* where somebody's own view of it is asked for."""
    return f"{VIEW_PREFIX}{subject.reference} {subject.action} {subject.value}"


def parse_view_name(named: str) -> Subject | None:
    """Read what somebody wants to see of their own; nothing when it is a turn's reply."""
    parts = named.removeprefix(VIEW_PREFIX).split(" ")
    return (
        Subject(*parts) if named.startswith(VIEW_PREFIX) and len(parts) == SUBJECT_PARTS else None
    )


def is_about_case(turn: Turn) -> bool:
    """Return whether somebody did something about a case."""
    return not isinstance(turn.what, Said) and turn.what.action.startswith(CASE_PREFIX)


def _chat(to: Address, user: str = "") -> str:
    """Write down a conversation, and who sees more there than the others, to write to it again."""
    return json.dumps({"to": asdict(to), "user": user})


def message_id(to: Address, message: str) -> str:
    """Name a message of a conversation, to find the turn by that it shows."""
    return f"{to.conversation}/{message}"


def _key(turn: Turn) -> str:
    """Name what a turn is answered with as it is named when it is enqueued."""
    return delivery_key(TEAMS, turn.id)


def _message(card: JSON, renderer: CardRenderer, reply: Reply) -> JSON:
    """Frame a *card* as the message it is in, with what a notification shows of *reply*."""
    summary = renderer.message(reply)[0].get("summary") or renderer.words("chat-done")
    shown = [{"contentType": ADAPTIVE, "content": card}]
    return {"type": "message", "summary": summary, "attachments": shown}
