"""Where a reply goes: into the chat, to the person alone, onto a card, or to the outbox."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace

import structlog

from bot.chat.card_sync import CardSync, RedrawOutcome
from bot.chat.card_sync import digest as mark_of_reply
from bot.chat.channel import Service
from bot.chat.conversation import OUTBOX_PREFIX, ConversationService
from bot.chat.reply_kinds import form_in, is_file, is_for_all
from bot.teams.activities import SHOWN, STAMP, STAYS, Took, stamp
from bot.teams.connector import Address, TeamsClosedError, TeamsError, TeamsRefusedError
from bot.teams.conversations import Post
from bot.teams.people import TEAMS
from bot.teams.render.answer_messages import is_answer, rating
from bot.teams.render.cards import ADAPTIVE, CONSENT, Artist
from bot.teams.render.rich_text import JSON
from bot.teams.stream import Stream
from governance import CardPlace, GovernanceError, Person
from handlers import Button, Buttons, Card, KeptFile, Reply, Said, Subject, Turn, delivery_key
from handlers.wording import Wording, wording

log = structlog.get_logger()

SHARE = "teams.share"
"""The action of the button that shows everybody in a channel what only the asker was shown."""

VIEWED, SUBJECT = "card.", 3
"""What begins the name of a thing that is looked at, and of how many parts it is."""

CASE = "review."
"""What the actions of a case begin with."""


class Placing:
    """Puts replies where they belong; what Teams does not take is owed."""

    def __init__(
        self, service: Service, conversations: ConversationService, post: Post, cards: CardSync
    ) -> None:
        """Place by *post*; *conversing* has the files, and owes; *cards* are shown once."""
        self._service = service
        self._conversations = conversations
        self.post = post
        self._cards = cards

    def artist(self, turn: Turn, *, stays: bool = False, as_it_is: str = "") -> Artist:
        """Draw the reply to *turn* in its chat; *stays* says that nothing pressed replaces it.

        Where one card shows a thing again and again, *as_it_is* tells one time from another.
        """
        words, private = wording(turn.person.locale), turn.place.private
        return self._artist(words, turn.id, private=private, stays=stays, as_it_is=as_it_is)

    def _artist(
        self,
        words: Wording,
        turn: str,
        *,
        private: bool = True,
        stays: bool = False,
        as_it_is: str = "",
    ) -> Artist:
        carried = {STAMP: stamp(turn + as_it_is), **({STAYS: "1"} if stays else {})}
        return Artist(words, self._service.address, turn, private, carried=carried)

    def in_dialog(self, turn: Turn, shown: str = "") -> Artist:
        """Draw the reply to *turn* in a dialog, whose end the message *shown* shows."""
        carried = {STAMP: stamp(turn.id), **({SHOWN: shown} if shown else {})}
        words, address = wording(turn.person.locale), self._service.address
        return Artist(words, address, turn.id, in_dialog=True, carried=carried)

    async def shown(
        self, turn: Turn, took: Took, reply: Reply, stream: Stream | None = None
    ) -> None:
        """Put a reply where it belongs; what cannot be put anywhere now is owed."""
        try:
            if took.spot.private:
                await self.to_room(turn, took, reply, stream)
            else:
                await self._in_shared_chat(turn, took, reply)
        except TeamsError as error:
            await self._owe(turn, reply, error.code)

    def card(self, turn: Turn, took: Took, reply: Reply) -> JSON | None:
        """Draw the card that the one pressed on gives way to, for whoever pressed; if it does."""
        if not took.spot.message or is_answer(reply) or is_file(reply):
            return None
        if took.spot.private:
            return self.artist(turn).card(reply)
        return self.artist(turn).view(reply, [took.sender.user]) if is_about_case(turn) else None

    async def pressed(self, turn: Turn, took: Took, reply: Reply, *, seen: bool) -> None:
        """Let the card that was pressed on give way to *reply* for good, or put that below.

        A form on somebody's own view of a case is put into their own chat unless it was *seen*:
        in place of the card everybody would see it.
        """
        spot, artist = took.spot, self.artist(turn)
        try:
            if self.card(turn, took, reply) is None:
                await self.to_room(turn, took, reply)
            elif spot.private:
                drawn = [
                    _message(artist.card(reply), artist, reply),
                    *artist.rest(reply),
                    *await self._offers(turn.person, turn.id, reply),
                ]
                async with self._cards.replace_card(
                    self._cards.place(_chat(spot.to), spot.message)
                ):
                    shown = await self.post.change(spot.to, spot.message, drawn, key=_key(turn))
                await self._put(turn.person, reply, spot.to, shown)
            elif form_in(reply) is None and outline(reply).blocks:
                # Everybody sees how the case stands now; whoever decides it sees their own view.
                user = took.sender.user
                told = self._shared(artist.words, turn.id, user, reply)
                async with self._cards.replace_card(
                    self._cards.place(_chat(spot.to, user), spot.message)
                ):
                    shown = await self.post.change(spot.to, spot.message, [told])
                await self._put(turn.person, reply, spot.to, shown, user=user)
            elif form_in(reply) is None:
                log.debug("teams.follows")  # what was decided shows as the card follows it
            elif not seen:
                await self.to_room(turn, took, reply)
        except TeamsError as error:
            await self._owe(turn, reply, error.code)

    async def to_room(
        self, turn: Turn, took: Took, reply: Reply, stream: Stream | None = None
    ) -> None:
        """Put a reply into the chat with whom it is for, wherever they asked.

        Raises:
            TeamsError: If they cannot be written to; that is remembered.
        """
        private = replace(turn, place=replace(turn.place, private=True))
        spot = took.spot
        try:
            to = spot.to if spot.private else await self.post.room_of(took.sender, spot.to)
            await self._to_chat(private, to, reply, stream)
        except TeamsClosedError as error:
            await self.post.close(took.sender.id, error.state)
            raise

    async def alone(self, turn: Turn, took: Took, reply: Reply) -> None:
        """Put a reply into the chat with whom it is for; what cannot be put there is owed."""
        try:
            await self.to_room(turn, took, reply)
        except TeamsError as error:
            await self._owe(turn, reply, error.code)

    async def deliver(
        self, sender: str, to: Address, reply: Reply, *, locale: str, key: str
    ) -> None:
        """Put what is owed to a *sender* under a *key* into the chat with them.

        Raises:
            TeamsError: If Teams does not take it.
        """
        turn = f"{OUTBOX_PREFIX}{key}"
        artist = self._artist(wording(locale), turn, stays=is_answer(reply))
        drawn = list(artist.message(reply)) if not is_file(reply) else []
        async with self._service.database.reading() as records:
            person = await records.people.get_by_account(TEAMS, sender)
        drawn += await self._offers(person, turn, reply)
        message = await self.post.put(to, drawn, key=key)
        await self._put(person, reply, to, message)

    async def _to_chat(self, turn: Turn, to: Address, reply: Reply, stream: Stream | None) -> None:
        offers = await self._offers(turn.person, turn.id, reply)
        if is_file(reply):
            await self.post.put(to, offers, key=_key(turn))
            return
        drawn = [*self.artist(turn, stays=is_answer(reply)).message(reply), *offers]
        streamed = await stream.finish(drawn) if stream else ""
        if streamed:
            self.post.took(_key(turn))
        first = await self.post.put(to, drawn, key=_key(turn))
        await self._put(turn.person, reply, to, streamed or first)
        if rating(reply, helpful=True):
            await self._rateable(turn, mark_of(to, streamed or first))

    async def _rateable(self, turn: Turn, message: str) -> None:
        """Remember which message a thumb is about; what is shown stays shown without that."""
        try:
            async with self._service.database.transaction() as records:
                await records.inbox.record_message(TEAMS, turn.id, message=message)
        except GovernanceError as error:
            log.warning("teams.not_rateable", kind=type(error).__name__)

    async def _in_shared_chat(self, turn: Turn, took: Took, reply: Reply) -> None:
        """Answer where others read along: what is personal goes to the person."""
        words, to = wording(turn.person.locale), took.spot.to
        artist = self.artist(turn, stays=is_answer(reply))
        if is_case(reply):
            user = took.sender.user
            message = await self.post.put(to, [self._shared(words, turn.id, user, reply)])
            await self._put(turn.person, reply, to, message, user=user)
        elif is_for_all(reply) and not await self._is_private_first(turn):
            await self.post.put(to, artist.message(reply))
        else:
            if is_for_all(reply):
                share = Button(words("chat-share"), SHARE, f"{to.conversation} {turn.id}")
                reply = reply.then(Buttons((share,)))
            said = "chat-privately"
            try:
                await self.to_room(turn, took, reply)
            except TeamsClosedError as error:
                await self._owe(turn, reply, error.code)
                said = "chat-install"
            await self._note(to, artist.message(Reply.text(words(said))))

    async def _note(self, to: Address, drawn: Sequence[JSON]) -> None:
        """Say in a shared chat where a reply went; nothing is owed for that."""
        try:
            await self.post.put(to, drawn)
        except TeamsError as error:
            log.info("teams.not_noted", code=error.code)

    async def _put(
        self, person: Person, reply: Reply, to: Address, message: str, *, user: str = ""
    ) -> None:
        """Remember which message shows a card; an older one that shows the same goes away.

        In a shared chat it is *user* who sees more of it.
        """
        if not message:
            return
        if before := await self._cards.remember(person, reply, _chat(to, user), message):
            await self.post.drop(to, before)

    async def redraw(self, person: Person, place: CardPlace, reply: Reply) -> RedrawOutcome:
        """Let a card show how things are now."""
        chat, words = json.loads(place.chat), wording(person.locale)
        to, user = Address(**chat["to"]), chat["user"]
        if user:
            drawn = self._shared(words, "", user, reply)
        else:
            drawn = self._artist(words, f"{place.message}.{mark_of_reply(reply)}").message(reply)[0]
        try:
            await self.post.redraw(to, place.message, drawn)
        except TeamsError as error:
            log.info("teams.not_redrawn", code=error.code)
            return (
                RedrawOutcome.GONE if isinstance(error, TeamsRefusedError) else RedrawOutcome.LATER
            )
        return RedrawOutcome.DONE

    def _shared(self, words: Wording, turn: str, user: str, reply: Reply) -> JSON:
        """Draw a case for a shared chat: how it stands for all, and more for *user*, by name."""
        told = outline(reply)
        artist = self._artist(words, viewed(reply.about) if reply.about else turn, private=False)
        return _message(artist.shared(told, [user]), artist, told)

    async def share(self, turn: Turn, earlier: str, to: Address, reply: Reply) -> None:
        """Show everybody in a chat what the asker was shown.

        Raises:
            TeamsError: If Teams does not take it.
        """
        words = wording(turn.person.locale)
        told = self._artist(words, earlier, private=False, stays=True)
        await self.post.put(to, told.message(reply))

    async def _is_private_first(self, turn: Turn) -> bool:
        """Tell whether the lead lets the asker read first here."""
        chosen = await self._conversations.settings_of(turn.place)
        return chosen is not None and chosen.private_first

    async def _offers(self, person: Person, turn: str, reply: Reply) -> list[JSON]:
        """Draw the offers of the files that are kept; Teams puts each where the person says."""
        kept = (block for block in reply.blocks if isinstance(block, KeptFile))
        return [await self._offer(person, turn, each) for each in kept]

    async def _offer(self, person: Person, turn: str, kept: KeptFile) -> JSON:
        """Draw the offer of a file that is kept."""
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

    async def _owe(self, turn: Turn, reply: Reply, why: str) -> None:
        """Leave to the outbox what Teams did not take, or could not be given any more."""
        log.warning("teams.owed", code=why)
        await self._conversations.enqueue(turn, reply)


def viewed(subject: Subject) -> str:
    """Name a *subject* where somebody's own view of it is asked for."""
    return f"{VIEWED}{subject.reference} {subject.action} {subject.value}"


def subject_of(named: str) -> Subject | None:
    """Read what somebody wants to see of their own; nothing when it is a turn's reply."""
    parts = named.removeprefix(VIEWED).split(" ")
    return Subject(*parts) if named.startswith(VIEWED) and len(parts) == SUBJECT else None


def is_case(reply: Reply) -> bool:
    """Tell whether a reply is about a case that somebody may decide."""
    rows = (each.buttons for each in reply.blocks if isinstance(each, Card | Buttons))
    return any(each.action.startswith(CASE) for row in rows for each in row)


def is_about_case(turn: Turn) -> bool:
    """Tell whether somebody did something about a case."""
    return not isinstance(turn.what, Said) and turn.what.action.startswith(CASE)


def outline(reply: Reply) -> Reply:
    """Keep of a case what all may know: which one it is, and how it stands.

    That is its first card; what the others say in their sections is left out with them.
    """
    first = next((each for each in reply.blocks if isinstance(each, Card)), None)
    shown = (Card(first.title, first.subtitle, first.status, first.tone),) if first else ()
    return Reply(shown)


def _chat(to: Address, user: str = "") -> str:
    """Write down a conversation, and who sees more there than the others, to write to it again."""
    return json.dumps({"to": asdict(to), "user": user})


def mark_of(to: Address, message: str) -> str:
    """Name a message of a conversation, to find the turn by that it shows."""
    return f"{to.conversation}/{message}"


def _key(turn: Turn) -> str:
    """Name what a turn is answered with as it is named when it is owed."""
    return delivery_key(TEAMS, turn.id)


def _message(card: JSON, artist: Artist, reply: Reply) -> JSON:
    """Frame a *card* as the message it is in, with what a notification shows of *reply*."""
    summary = artist.message(reply)[0].get("summary") or artist.words("chat-done")
    shown = [{"contentType": ADAPTIVE, "content": card}]
    return {"type": "message", "summary": summary, "attachments": shown}
