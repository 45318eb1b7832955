"""What Teams waits for: each invoke is answered at once, and what takes longer is shown later.

https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards
"""

import asyncio
import json
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import structlog

from bot.chat.card_sync import digest as mark_of_reply
from bot.chat.channel import Service
from bot.chat.conversation import ConversationService
from bot.chat.event_journal import JournalWriter
from bot.chat.once_per_name import Singly
from bot.chat.profiles import StrangerError
from bot.teams import activities
from bot.teams.activities import Body, Took
from bot.teams.connector import TeamsError
from bot.teams.dispatcher import UNDER_WAY, Found, Talk
from bot.teams.files import Files
from bot.teams.manifest import LOOKED_FOR, SOLUTIONS
from bot.teams.people import Begin
from bot.teams.render import forms, search_results
from bot.teams.render.actions import OPEN, VIEW
from bot.teams.render.cards import ADAPTIVE
from bot.teams.render.rich_text import JSON, escaped
from bot.teams.reply_router import Placing, mark_of, subject_of
from governance import Person
from handlers import Place, Pressed, Reply, Turn
from handlers.wording import wording

log = structlog.get_logger()

AT_ONCE = 2.0
"""Seconds within which what somebody did is answered by what came of it; else they are told to
wait. Teams gives up after five, and sends some of it again."""

MESSAGE = "application/vnd.microsoft.activity.message"
"""The kind of an answer that is one sentence."""

FILE = "application/vnd.microsoft.teams.card.file.info"
"""The kind of attachment that shows a file in its place."""

LATE = {"adaptiveCard/action": "chat-moment"} | dict.fromkeys(
    ("task/submit", "composeExtension/submitAction"), "chat-there"
)
"""What is said of what goes on by itself, and is shown later; of all else, that it takes long."""


@dataclass(slots=True)
class Asked:
    """An invoke that Teams waits for, and whether it has been told to wait no longer."""

    body: Body
    value: Body
    is_late: bool = False


class Invokes:
    """Answers what is pressed, opened, searched, agreed to and rated."""

    def __init__(  # noqa: PLR0913 - it brings all of these together
        self,
        service: Service,
        talk: Talk,
        placing: Placing,
        conversations: ConversationService,
        files: Files,
        *,
        singly: Singly,
        journal: JournalWriter,
        begin: Begin,
        now: Callable[[], datetime],
        at_once: float = AT_ONCE,
    ) -> None:
        """Answer by *talk*; *begin* lets work go on by itself."""
        self._service = service
        self._talk = talk
        self._placing = placing
        self._conversations = conversations
        self._files = files
        self._begin = begin
        self._now = now
        self._at_once = at_once
        self._singly = singly
        self._journal = journal
        self._kinds: Mapping[str, Callable[[Asked], Coroutine[Any, Any, JSON]]] = {
            "adaptiveCard/action": self._acted,
            "task/fetch": self._opened,
            "task/submit": self._submitted,
            "composeExtension/query": self._searched,
            "composeExtension/fetchTask": self._asked_about,
            "composeExtension/submitAction": self._submitted,
            "fileConsent/invoke": self._agreed,
            "message/submitAction": self._rated,
        }

    async def answer(self, body: Body) -> JSON:
        """Answer an invoke; one that nobody here knows asks for nothing."""
        kind = self._kinds.get(str(body.get("name")))
        value = body.get("value")
        if kind is None or not isinstance(value, dict):
            return {}
        asked = Asked(body, value)
        working = self._begin(kind(asked))
        done, _ = await asyncio.wait({working}, timeout=self._at_once)
        if not done:  # it goes on, and who asks once more will not wait as long
            asked.is_late = True
            await self._journal.record(activities.invoked(body), json.dumps(body))
            self._begin(self._forgotten(working, activities.invoked(body)))
            return self._said(body, LATE.get(str(body["name"]), "chat-late"))
        answered: JSON | None = working.result()
        return self._said(body, "chat-broken") if answered is None else answered

    async def again(self, body: Body) -> None:
        """Do what somebody was told to wait for, and a process did not come to the end of."""
        kind, value = self._kinds.get(str(body.get("name"))), body.get("value")
        if kind is not None and isinstance(value, dict):
            await kind(Asked(body, value, is_late=True))

    async def _forgotten(self, working: "asyncio.Task[JSON | None]", named: str) -> None:
        await asyncio.wait({working})
        self._journal.mark_done(named)

    def _said(self, body: Body, key: str) -> JSON:
        """Answer an invoke by nothing but a sentence, as its kind can show one."""
        said = self._talk.words_for(activities.sender_of(body))(key)
        match str(body.get("name")):
            case "adaptiveCard/action":
                return _sentence(said)
            case "composeExtension/query":
                return {"composeExtension": {"type": "message", "text": said}}
            case _:
                return _told(said)

    async def _acted(self, asked: Asked) -> JSON:
        """Answer a press on a card by the card that it gives way to."""
        took = activities.pressed(asked.body, _dict(_dict(asked.value, "action"), "data"))
        words = self._talk.words_for(activities.sender_of(asked.body))
        if took is None:
            return _sentence(words("chat-gone"))
        if isinstance(took.what, Pressed) and took.what.action == VIEW:
            return await self._viewed(took, took.what.value)
        found = await self._tried(self._talk.pressed(took), asked, took)
        if isinstance(found, str):
            return _sentence(words(found))
        answered, card = found
        self._begin(self._talk.settle(answered, took, seen=not asked.is_late))
        if card is not None:
            return _card(card)
        words = wording(answered.turn.person.locale)
        return _sentence(words("chat-below" if took.spot.private else "chat-privately"))

    async def _viewed(self, took: Took, earlier: str) -> JSON:
        """Show somebody what they alone see of a card in a shared chat."""
        turn = await self._turn(took)
        reply = await self._look_up(turn.person, earlier) if turn else None
        if turn is None or reply is None:
            return _sentence(self._talk.words_for(took.sender)("chat-gone"))
        artist = self._placing.artist(replace(turn, id=earlier), as_it_is=mark_of_reply(reply))
        return _card(artist.view(reply, [took.sender.user]))

    async def _look_up(self, person: Person, earlier: str) -> Reply | None:
        """Find what somebody sees of a thing now, or what an earlier turn was answered with."""
        subject = subject_of(earlier)
        if subject is None:
            return await self._conversations.find_reply(person, earlier)
        return await self._service.assistant.view_of(person, subject, at=self._now())

    async def _opened(self, asked: Asked) -> JSON:
        """Open the form that a message is about."""
        took = activities.alone(asked.body)
        did = forms.pressed_or_submitted(_dict(asked.value, "data"))
        earlier = did.value if isinstance(did, Pressed) and did.action == OPEN else ""
        turn = await self._turn(took)
        reply = await self._conversations.find_reply(turn.person, earlier) if turn else None
        if turn is None or reply is None:
            return _told(self._talk.words_for(took.sender)("chat-gone"))
        shown = str(asked.body.get("replyToId") or "")
        return _dialog(
            forms.dialog(reply, self._placing.in_dialog(replace(turn, id=earlier), shown))
        )

    async def _submitted(self, asked: Asked) -> JSON:
        """Answer what was done in a dialog by what it shows now."""
        took = activities.in_dialog(asked.body, _dict(asked.value, "data"))
        words = self._talk.words_for(activities.sender_of(asked.body))
        if took is None:
            return _told(words("chat-gone"))
        found = await self._tried(self._talk.in_dialog(took), asked, took)
        if isinstance(found, str):
            return _told(words(found))
        answered, shown = found
        is_seen = shown is not None and not asked.is_late
        self._begin(self._talk.settle_dialog(answered, took, seen=is_seen))
        if shown is None:
            return _told(wording(answered.turn.person.locale)("chat-there"))
        return _dialog(shown)

    async def _searched(self, asked: Asked) -> JSON:
        """List what was found from the message box."""
        took = activities.alone(asked.body)
        given = asked.value.get("parameters")
        parameters = given if isinstance(given, list) else []
        words = next((each["value"] for each in parameters if _is_search(each)), "")
        try:
            person = await self._talk.who(took)
        except (StrangerError, TeamsError):
            said = self._talk.words_for(took.sender)("chat-install")
            return {"composeExtension": {"type": "message", "text": said}}
        search, at = self._service.assistant.search, self._now()
        if asked.value.get("commandId") == SOLUTIONS:
            reply = await search("solutions", str(words), person=person, at=at)
        else:
            reply = await search("handbook", str(words), person=person, at=at)
        artist = self._placing.artist(self._alone(person))
        return {"composeExtension": search_results.results(reply, artist)}

    async def _asked_about(self, asked: Asked) -> JSON:
        """Ask what somebody wants to know about a message."""
        took = activities.alone(asked.body)
        turn = await self._turn(took)
        words = self._talk.words_for(took.sender)
        if turn is None:
            return _told(words("chat-install"))
        said = str(_dict(_dict(asked.value, "messagePayload"), "body").get("content") or "")
        artist = self._placing.in_dialog(turn)
        return _dialog(forms.dialog(forms.about(activities.spoken(said), artist), artist))

    async def _agreed(self, asked: Asked) -> JSON:
        """Put a file where somebody agreed to have it, or take the offer away."""
        self._begin(self._decided(activities.alone(asked.body), asked))
        return {}

    async def _decided(self, took: Took, asked: Asked) -> None:
        """Do what was decided about a file, however often that is told, until it is done."""
        turn = await self._turn(took)
        if turn is None:
            return
        context, offer = _dict(asked.value, "context"), str(asked.body.get("replyToId") or "")
        known = [turn.person.id, context.get("turn"), context.get("name"), offer]
        name = f"file.{activities.stamp(json.dumps(known))}"
        await self._singly.do(turn, name, lambda: self._file(turn, took, asked.value, offer))

    async def _file(self, turn: Turn, took: Took, value: Body, offer: str) -> bool:
        """Put a file where it is wanted, if it is, and tell whether it is there."""
        words, place = wording(turn.person.locale), _dict(value, "uploadInfo")
        context = _dict(value, "context")
        name, url = str(place.get("name") or context.get("name") or "-"), place.get("uploadUrl")
        is_wanted = value.get("action") == "accept"
        is_put = is_wanted and await self._files.put(turn.person, context, str(url or ""))
        if is_put:
            shown = _file(words("chat-saved", name=name), name, place)
        else:
            said = words("chat-broken") if is_wanted else words("chat-declined", name=name)
            shown = {"type": "message", "text": escaped(said), "textFormat": "markdown"}
        await self._offered(took, offer, shown)
        return is_put

    async def _offered(self, took: Took, offer: str, shown: JSON) -> None:
        """Let an offer give way to what came of it."""
        try:
            if offer:
                await self._placing.post.change(took.spot.to, offer, [shown])
            else:
                await self._placing.post.put(took.spot.to, [shown])
        except TeamsError as error:
            log.info("teams.offer_not_changed", code=error.code)

    async def _rated(self, asked: Asked) -> JSON:
        """Take a thumb of Teams."""
        reaction = _dict(asked.value, "actionValue").get("reaction")
        if asked.value.get("actionName") == "feedback" and reaction in {"like", "dislike"}:
            took = activities.rated(asked.body, reaction)
            message = mark_of(took.spot.to, str(asked.body.get("replyToId") or ""))
            self._begin(self._talk.rated(took, message, helpful=reaction == "like"))
        return {}

    async def _turn(self, took: Took) -> Turn | None:
        """Find out who it is; without a word where they are not served."""
        try:
            person = await self._talk.who(took)
        except (StrangerError, TeamsError) as error:
            log.info("teams.not_served", kind=type(error).__name__)
            return None
        turn = self._alone(person)
        place = replace(turn.place, private=took.spot.private or took.alone)
        return replace(turn, id=took.id, place=place, what=took.what)

    def _alone(self, person: Person) -> Turn:
        place = Place("teams", f"{person.id}")
        return Turn("", person, place, activities.NOTHING, self._now())

    async def _tried(self, work: Coroutine[Any, Any, Found], asked: Asked, took: Took) -> Found:
        """Do *work*; who was told to wait for it learns when nothing else comes of it."""
        try:
            found = await work
        except Exception:
            if asked.is_late:
                await self._talk.say(took, "chat-broken")
            raise
        if asked.is_late and isinstance(found, str) and found != UNDER_WAY:
            await self._talk.say(took, found)
        return found


def _is_search(parameter: object) -> bool:
    return isinstance(parameter, dict) and parameter.get("name") == LOOKED_FOR


def _card(card: JSON) -> JSON:
    return {"statusCode": 200, "type": ADAPTIVE, "value": card}


def _sentence(said: str) -> JSON:
    return {"statusCode": 200, "type": MESSAGE, "value": said}


def _dialog(info: JSON) -> JSON:
    return {"task": {"type": "continue", "value": info}}


def _told(said: str) -> JSON:
    return {"task": {"type": "message", "value": said}}


def _file(said: str, name: str, place: Body) -> JSON:
    """Show a file where it is now."""
    content = {"uniqueId": place.get("uniqueId"), "fileType": place.get("fileType")}
    shown = {
        "contentType": FILE,
        "contentUrl": place.get("contentUrl"),
        "name": name,
        "content": content,
    }
    return {"type": "message", "summary": said, "attachments": [shown]}


def _dict(body: Body, name: str) -> Body:
    found = body.get(name)
    return found if isinstance(found, dict) else {}
