"""What Teams waits for: each invoke is answered at once, and what takes longer is shown later.

https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards
"""

import asyncio
import json
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, replace
from typing import Any

import structlog

from bot.chat.card_sync import digest as mark_of_reply
from bot.chat.profiles import StrangerError
from bot.teams import activities
from bot.teams.activities import Body, TeamsEvent
from bot.teams.connector import TeamsError
from bot.teams.context import TeamsContext
from bot.teams.dispatcher import IN_PROGRESS, Outcome, TeamsDispatcher
from bot.teams.manifest import LOOKED_FOR, SOLUTIONS
from bot.teams.render import forms, search_results
from bot.teams.render.actions import OPEN, VIEW
from bot.teams.render.cards import ADAPTIVE
from bot.teams.render.rich_text import JSON, escape
from bot.teams.reply_router import TeamsReplyRouter, message_id, parse_view_name
from governance import Person
from handlers import Place, Pressed, Reply, Turn
from handlers.wording import wording

log = structlog.get_logger()

RESPONSE_TIMEOUT_S = 2.0
"""Seconds within which what somebody did is answered by what came of it; else they are told to
wait. Teams gives up after five, and sends some of it again."""

RECORD_TIMEOUT_S = 2.0
"""Seconds within which what takes longer is recorded, before they are told to wait."""

MESSAGE = "application/vnd.microsoft.activity.message"
"""The kind of an answer that is one sentence."""

FILE = "application/vnd.microsoft.teams.card.file.info"
"""The kind of attachment that shows a file in its place."""

LATE_WORDS = {"adaptiveCard/action": "chat-moment"} | dict.fromkeys(
    ("task/submit", "composeExtension/submitAction"), "chat-there"
)
"""What is said of what goes on by itself, and is shown later; of all else, that it takes long."""


@dataclass(slots=True)
class Invoke:
    """An invoke that Teams waits for, and whether it has been told to wait no longer."""

    body: Body
    value: Body
    is_late: bool = False


class Invokes:
    """Answers what is pressed, opened, searched, agreed to and rated."""

    def __init__(
        self,
        context: TeamsContext,
        dispatcher: TeamsDispatcher,
        router: TeamsReplyRouter,
        *,
        response_timeout_s: float,
    ) -> None:
        """Answer by *dispatcher* within *response_timeout_s* seconds, or say to wait."""
        self._service = context.chat.service
        self._conversations = context.chat.conversations
        self._files = context.files
        self._chats = context.chats
        self._begin = context.chat.tasks.start
        self._now = context.chat.now
        self._journal = context.chat.journal
        self._dispatcher = dispatcher
        self._router = router
        self._response_timeout_s = response_timeout_s
        self._kinds: Mapping[str, Callable[[Invoke], Coroutine[Any, Any, JSON]]] = {
            "adaptiveCard/action": self._on_action,
            "task/fetch": self._on_fetch,
            "task/submit": self._on_submit,
            "composeExtension/query": self._on_search,
            "composeExtension/fetchTask": self._on_ask_about,
            "composeExtension/submitAction": self._on_submit,
            "fileConsent/invoke": self._on_consent,
            "message/submitAction": self._on_rating,
        }

    async def answer(self, body: Body) -> JSON:
        """Answer an invoke; one that nobody here knows asks for nothing."""
        kind = self._kinds.get(str(body.get("name")))
        value = body.get("value")
        if kind is None or not isinstance(value, dict):
            return {}
        invoke = Invoke(body, value)
        working = self._begin(kind(invoke))
        done, _ = await asyncio.wait({working}, timeout=self._response_timeout_s)
        if not done:  # it goes on, and who asks once more will not wait as long
            invoke.is_late = True
            named = activities.invoke_id(body)
            is_kept = await self._journal.record(
                named, json.dumps(body), timeout_s=RECORD_TIMEOUT_S
            )
            if not is_kept:
                return self._sentence(body, "chat-busy")
            self._begin(self._mark_done_after(working, named))
            return self._sentence(body, LATE_WORDS.get(str(body["name"]), "chat-late"))
        answered: JSON | None = working.result()
        return self._sentence(body, "chat-broken") if answered is None else answered

    async def retry(self, body: Body) -> None:
        """Do what somebody was told to wait for, and a process did not come to the end of."""
        kind, value = self._kinds.get(str(body.get("name"))), body.get("value")
        if kind is not None and isinstance(value, dict):
            await kind(Invoke(body, value, is_late=True))

    async def _mark_done_after(self, working: "asyncio.Task[JSON | None]", named: str) -> None:
        await asyncio.wait({working})
        self._journal.mark_done(named)

    def _sentence(self, body: Body, key: str) -> JSON:
        """Answer an invoke by nothing but a sentence, as its kind can show one."""
        said = self._dispatcher.words_for(activities.sender_of(body))(key)
        match str(body.get("name")):
            case "adaptiveCard/action":
                return _sentence(said)
            case "composeExtension/query":
                return {"composeExtension": {"type": "message", "text": said}}
            case _:
                return _dialog_message(said)

    async def _on_action(self, invoke: Invoke) -> JSON:
        """Answer a press on a card by the card that it gives way to."""
        event = activities.parse_press(invoke.body, _dict(_dict(invoke.value, "action"), "data"))
        words = self._dispatcher.words_for(activities.sender_of(invoke.body))
        if event is None:
            return _sentence(words("chat-gone"))
        if isinstance(event.what, Pressed) and event.what.action == VIEW:
            return await self._show_view(event, event.what.value)
        found = await self._run(self._dispatcher.answer_press(event), invoke, event)
        if isinstance(found, str):
            return _sentence(words(found))
        answered, card = found
        self._begin(self._dispatcher.show_press_result(answered, event, seen=not invoke.is_late))
        if card is not None:
            return _card(card)
        words = wording(answered.turn.person.locale)
        return _sentence(words("chat-below" if event.origin.private else "chat-privately"))

    async def _show_view(self, event: TeamsEvent, earlier: str) -> JSON:
        """Show somebody what they alone see of a card in a shared chat."""
        turn = await self._turn(event)
        reply = await self._look_up(turn.person, earlier) if turn else None
        if turn is None or reply is None:
            return _sentence(self._dispatcher.words_for(event.sender)("chat-gone"))
        renderer = self._router.renderer_for(
            replace(turn, id=earlier), as_it_is=mark_of_reply(reply)
        )
        return _card(renderer.view(reply, [event.sender.user]))

    async def _look_up(self, person: Person, earlier: str) -> Reply | None:
        """Find what somebody sees of a thing now, or what an earlier turn was answered with."""
        subject = parse_view_name(earlier)
        if subject is None:
            return await self._conversations.find_reply(person, earlier)
        return await self._service.assistant.view_of(person, subject, at=self._now())

    async def _on_fetch(self, invoke: Invoke) -> JSON:
        """Open the form that a message is about."""
        event = activities.parse_lookup(invoke.body)
        did = forms.pressed_or_submitted(_dict(invoke.value, "data"))
        earlier = did.value if isinstance(did, Pressed) and did.action == OPEN else ""
        turn = await self._turn(event)
        reply = await self._conversations.find_reply(turn.person, earlier) if turn else None
        if turn is None or reply is None:
            return _dialog_message(self._dispatcher.words_for(event.sender)("chat-gone"))
        shown = str(invoke.body.get("replyToId") or "")
        return _dialog(
            forms.dialog(reply, self._router.dialog_renderer(replace(turn, id=earlier), shown))
        )

    async def _on_submit(self, invoke: Invoke) -> JSON:
        """Answer what was done in a dialog by what it shows now."""
        event = activities.parse_dialog(invoke.body, _dict(invoke.value, "data"))
        words = self._dispatcher.words_for(activities.sender_of(invoke.body))
        if event is None:
            return _dialog_message(words("chat-gone"))
        found = await self._run(self._dispatcher.answer_dialog(event), invoke, event)
        if isinstance(found, str):
            return _dialog_message(words(found))
        answered, shown = found
        is_seen = shown is not None and not invoke.is_late
        self._begin(self._dispatcher.show_dialog_result(answered, event, seen=is_seen))
        if shown is None:
            return _dialog_message(wording(answered.turn.person.locale)("chat-there"))
        return _dialog(shown)

    async def _on_search(self, invoke: Invoke) -> JSON:
        """List what was found from the message box."""
        event = activities.parse_lookup(invoke.body)
        given = invoke.value.get("parameters")
        parameters = given if isinstance(given, list) else []
        words = next((each["value"] for each in parameters if _is_search(each)), "")
        try:
            person = await self._dispatcher.identify(event)
        except (StrangerError, TeamsError):
            said = self._dispatcher.words_for(event.sender)("chat-install")
            return {"composeExtension": {"type": "message", "text": said}}
        search, at = self._service.assistant.search, self._now()
        if invoke.value.get("commandId") == SOLUTIONS:
            reply = await search("solutions", str(words), person=person, at=at)
        else:
            reply = await search("handbook", str(words), person=person, at=at)
        renderer = self._router.renderer_for(self._alone(person))
        return {"composeExtension": search_results.results(reply, renderer)}

    async def _on_ask_about(self, invoke: Invoke) -> JSON:
        """Ask what somebody wants to know about a message."""
        event = activities.parse_lookup(invoke.body)
        turn = await self._turn(event)
        words = self._dispatcher.words_for(event.sender)
        if turn is None:
            return _dialog_message(words("chat-install"))
        said = str(_dict(_dict(invoke.value, "messagePayload"), "body").get("content") or "")
        renderer = self._router.dialog_renderer(turn)
        return _dialog(forms.dialog(forms.about(activities.plain_text(said), renderer), renderer))

    async def _on_consent(self, invoke: Invoke) -> JSON:
        """Upload a file that somebody accepted, or delete the offer."""
        self._begin(self._handle_consent(activities.parse_lookup(invoke.body), invoke))
        return {}

    async def _handle_consent(self, event: TeamsEvent, invoke: Invoke) -> None:
        """Do what was decided about a file, however often that is told, until it is done."""
        turn = await self._turn(event)
        if turn is None:
            return
        context, offer = _dict(invoke.value, "context"), str(invoke.body.get("replyToId") or "")
        known = [turn.person.id, context.get("turn"), context.get("name"), offer]
        name = f"file.{activities.stamp(json.dumps(known))}"
        await self._conversations.do_once(
            turn, name, lambda: self._upload_file(turn, event, invoke.value, offer)
        )

    async def _upload_file(self, turn: Turn, event: TeamsEvent, value: Body, offer: str) -> bool:
        """Upload a file if it was accepted, and return whether that worked."""
        words, place = wording(turn.person.locale), _dict(value, "uploadInfo")
        context = _dict(value, "context")
        name, url = str(place.get("name") or context.get("name") or "-"), place.get("uploadUrl")
        is_wanted = value.get("action") == "accept"
        is_put = is_wanted and await self._files.upload(turn.person, context, str(url or ""))
        if is_put:
            shown = _file(words("chat-saved", name=name), name, place)
        else:
            said = words("chat-broken") if is_wanted else words("chat-declined", name=name)
            shown = {"type": "message", "text": escape(said), "textFormat": "markdown"}
        await self._replace_offer(event, offer, shown)
        return is_put

    async def _replace_offer(self, event: TeamsEvent, offer: str, shown: JSON) -> None:
        """Let an offer give way to what came of it."""
        try:
            if offer:
                await self._chats.update_or_send(event.origin.to, offer, [shown])
            else:
                await self._chats.send(event.origin.to, [shown])
        except TeamsError as error:
            log.info("teams.offer_not_changed", code=error.code)

    async def _on_rating(self, invoke: Invoke) -> JSON:
        """Process a reaction of Teams."""
        reaction = _dict(invoke.value, "actionValue").get("reaction")
        if invoke.value.get("actionName") == "feedback" and reaction in {"like", "dislike"}:
            event = activities.parse_rating(invoke.body, reaction)
            message = message_id(event.origin.to, str(invoke.body.get("replyToId") or ""))
            self._begin(self._dispatcher.rate(event, message, helpful=reaction == "like"))
        return {}

    async def _turn(self, event: TeamsEvent) -> Turn | None:
        """Find out who it is; without a word where they are not served."""
        try:
            person = await self._dispatcher.identify(event)
        except (StrangerError, TeamsError) as error:
            log.info("teams.not_served", kind=type(error).__name__)
            return None
        turn = self._alone(person)
        place = replace(turn.place, private=event.origin.private or event.alone)
        return replace(turn, id=event.id, place=place, what=event.what)

    def _alone(self, person: Person) -> Turn:
        place = Place("teams", f"{person.id}")
        return Turn("", person, place, activities.NO_TEXT, self._now())

    async def _run(
        self, work: Coroutine[Any, Any, Outcome], invoke: Invoke, event: TeamsEvent
    ) -> Outcome:
        """Do *work*; who was told to wait for it learns when nothing else comes of it."""
        try:
            found = await work
        except Exception:
            if invoke.is_late:
                await self._dispatcher.say(event, "chat-broken")
            raise
        if invoke.is_late and isinstance(found, str) and found != IN_PROGRESS:
            await self._dispatcher.say(event, found)
        return found


def _is_search(parameter: object) -> bool:
    return isinstance(parameter, dict) and parameter.get("name") == LOOKED_FOR


def _card(card: JSON) -> JSON:
    return {"statusCode": 200, "type": ADAPTIVE, "value": card}


def _sentence(said: str) -> JSON:
    return {"statusCode": 200, "type": MESSAGE, "value": said}


def _dialog(info: JSON) -> JSON:
    return {"task": {"type": "continue", "value": info}}


def _dialog_message(said: str) -> JSON:
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
