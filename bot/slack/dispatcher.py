"""The conversation in Slack: what somebody did becomes a turn, and its reply finds its place."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import structlog

from bot.chat.channel import Service
from bot.chat.conversation import AnsweredTurn, ConversationService
from bot.chat.event_journal import RetryLaterError
from bot.chat.once_per_name import Singly
from bot.chat.profiles import StrangerError
from bot.chat.reply_kinds import form_in, is_file
from bot.slack.files import Files
from bot.slack.notices import Telling, thread_of
from bot.slack.payloads import Took, place_of
from bot.slack.people import People
from bot.slack.render import forms
from bot.slack.render.blocks import OPEN, Artist
from bot.slack.render.rich_text import JSON
from bot.slack.render.truncation import is_cut
from bot.slack.reply_router import SHARE, Placing
from bot.slack.stream import Budget, Stream, Thread
from bot.slack.web_api import Calls, SlackError
from governance import Draft, DraftNotFoundError, Person
from handlers import (
    Form,
    PersonField,
    Pressed,
    Reply,
    Said,
    Submitted,
    Turn,
    Value,
    waiting,
)
from handlers.wording import wording

log = structlog.get_logger()

TRIGGER = 1.5
"""Seconds after which a modal is opened for a reply that is not there yet: the trigger lives 3."""


class UnansweredError(Exception):
    """A turn has no answer; *why* is the key of the words that say so, or nothing for a bot."""

    def __init__(self, why: str, locale: str) -> None:
        """Remember *why*, to be said in *locale*."""
        super().__init__(why)
        self.why = why
        self.locale = locale


class Talk:
    """Answers what people do in Slack."""

    def __init__(  # noqa: PLR0913 - a conversation rests on this much
        self,
        service: Service,
        calls: Calls,
        people: People,
        files: Files,
        placing: Placing,
        *,
        telling: Telling,
        conversations: ConversationService,
        now: Callable[[], datetime],
    ) -> None:
        """Answer with *service*, and put replies into their places by *placing*.

        Where there is no reply, *telling* says why.
        """
        self._service = service
        self._calls = calls
        self._people = people
        self._files = files
        self._placing = placing
        self._telling = telling
        self._conversations = conversations
        self._now = now
        self._budget = Budget(now)
        self._singly = Singly(conversations)

    async def take(self, took: Took) -> Person | None:
        """Answer what somebody did outside of modals; say who it was when something was done.

        Raises:
            LeftError: If Slack neither says who it is nor lets us say so.
        """
        if took.is_follow_up and not await self._is_ours(took):
            return None
        try:
            turn = await self._turn(took)
        except UnansweredError as unanswered:
            if took.is_follow_up or await self._telling.say(
                took, unanswered.why, unanswered.locale
            ):
                return None
            raise RetryLaterError from unanswered
        match took.what:
            case Pressed(action, value) if action == OPEN:
                await self._open_again(turn, took, value)
            case Pressed(action, value) if action == SHARE:
                await self._share(turn, took, value)
            case _:
                await self._answer(turn, took)
        return turn.person

    async def sent(self, took: Took) -> tuple[AnsweredTurn, JSON]:
        """Answer what was done in a modal, and give the modal that shows it from now on.

        Raises:
            UnansweredError: If they are not served, or the same turn is being answered.
        """
        turn = await self._turn(took)
        answered = await self._conversations.respond(turn)
        if answered is None:
            raise UnansweredError("chat-moment", turn.person.locale)
        kept = replace(took.spot.kept, action="", key="", back="", again="")
        if is_file(answered.reply):
            await self._placing.to_room(turn, took.user, answered.reply)
            return answered, self._elsewhere(turn)
        is_spoken = await self._conversations.is_filling_in_form(turn)
        if answered.is_new and (is_spoken or form_in(answered.reply) is None):
            kept = await self._placing.card(turn, took, kept, answered.reply)
        if is_spoken:
            return answered, self._elsewhere(turn)
        view = await self._modal(turn, answered.reply, kept)
        if answered.is_new:
            await self._all_of(turn, took, answered.reply, view)
        return answered, view

    async def options(self, user: str, source: str, query: str) -> list[JSON]:
        """List what somebody may choose, by what they have typed so far.

        Raises:
            StrangerError: If they are not served.
            SlackError: If Slack cannot say who they are.
        """
        person = await self._people.who(user, at=self._now())
        found = await self._service.assistant.options(source, query, person=person)
        return [forms.option(each) for each in found]

    async def changed(self, took: Took, answered: AnsweredTurn, shown: JSON) -> None:
        """Show a modal that took its time; a form that was closed meanwhile waits as a message."""
        try:
            await self._calls("views.update", view_id=took.spot.view, view=shown)
        except SlackError:
            if form_in(answered.reply) is not None and answered.is_new:
                await self._placing.to_room(answered.turn, took.user, answered.reply)

    def seen(self, answered: AnsweredTurn) -> None:
        """Take note that what came of something in a modal is shown there."""
        if answered.is_new:
            self._conversations.mark_shown(answered.turn)

    async def closed(self, took: Took) -> None:
        """Leave a message that goes on with the draft of a modal that was closed, once for each.

        Where the draft is talked through by now, the conversation goes on with it anyway.
        """
        try:
            turn = await self._turn(took)
        except UnansweredError:
            return
        draft = await self._draft(turn.person, took.spot.kept.key)
        if draft is None or await self._conversations.is_filling_in_form(turn):
            return
        if await self._conversations.record_once(turn, f"closed.{draft.key}"):
            waits = Reply(waiting(draft, wording(turn.person.locale)))
            await self._placing.to_room(turn, took.user, waits)

    async def _draft(self, person: Person, form: str) -> Draft | None:
        """Find the draft that a *form* fills in, unless it is finished."""
        async with self._service.database.reading() as records:
            try:
                return await records.drafts.get(form.partition(".")[0], person=person)
            except DraftNotFoundError:
                return None

    def waiting(self, took: Took) -> JSON:
        """Draw the modal for the time being."""
        return forms.waiting(Artist(wording(self._telling.locale_of(took))), took.spot.kept)

    async def apologise(self, took: Took) -> None:
        """Say that something broke before there was an answer."""
        if not took.is_follow_up:
            await self._telling.say(took, "chat-broken")

    async def _is_ours(self, took: Took) -> bool:
        """Tell whether what is said in a thread is for us, from nothing but the records.

        Of who talks to others there Slack is asked nothing, and nothing is written down.
        """
        person = await self._people.known(took.user)
        if person is None:
            return False
        place = place_of(took, (await self._people.team()).id)
        return await self._conversations.is_in_conversation(
            Turn(took.id, person, place, took.what, self._now())
        )

    async def _turn(self, took: Took) -> Turn:
        """Find out who it is, and make the turn.

        Raises:
            UnansweredError: If they are not served, or Slack cannot say who they are.
        """
        at = self._now()
        try:
            person = await self._people.who(took.user, at=at)
            team = (await self._people.team()).id
        except StrangerError as stranger:
            log.info("slack.stranger", why=stranger.why or "bot")
            raise UnansweredError(stranger.why, stranger.locale) from stranger
        except SlackError as error:
            log.warning("slack.nobody_known", code=error.code)
            raise UnansweredError("chat-trouble", self._telling.locale_of(took)) from error
        what = await self._whole(took, person, at)
        return Turn(f"{team}.{took.id}", person, place_of(took, team), what, at)

    async def _whole(self, took: Took, person: Person, at: datetime) -> Pressed | Submitted | Said:
        """Put e-mail addresses where the modal had Slack users, and what files became."""
        if isinstance(took.what, Said):
            return took.what
        found: dict[str, Value] = {
            name: await self._people.email_of(user) for name, user in took.people.items()
        }
        for name, files in took.files.items():
            uploads = [await self._files.take(each) for each in files]
            receive = self._service.assistant.receive
            found[name] = tuple([await receive(person, each, at=at) for each in uploads])
        return replace(took.what, values={**took.what.values, **found})

    async def _answer(self, turn: Turn, took: Took) -> None:
        """Answer a turn where it came from; a slow one that may want a modal gets it meanwhile."""
        spot = took.spot
        is_said = isinstance(turn.what, Said) and not spot.trigger
        is_for_all = is_said and await self._placing.is_for_all(turn, took)
        stream = self._stream(turn, took) if is_for_all else None
        status: list[asyncio.Task[None]] = []
        looking = wording(turn.person.locale)("chat-looking")

        def begun() -> None:
            if is_said:
                status.append(asyncio.create_task(self._telling.status(took, looking)))

        working = asyncio.ensure_future(
            self._conversations.respond(turn, stream.take if stream else None, begun)
        )
        view = ""
        if spot.trigger and isinstance(turn.what, Pressed):
            done, _ = await asyncio.wait({working}, timeout=TRIGGER)
            view = "" if done else await self._hold(turn, spot.trigger)
        answered = await working
        for each in status:
            each.cancel()  # an answer does not wait for what only announces it
        if answered is None or not answered.is_new:
            return
        shown = self._show(turn, took, answered.reply, view, stream, is_announced=bool(status))
        await self._conversations.show_or_enqueue(turn, answered.reply, shown)

    async def _show(  # noqa: PLR0913 - where a reply goes depends on this much
        self,
        turn: Turn,
        took: Took,
        reply: Reply,
        view: str,
        stream: Stream | None,
        *,
        is_announced: bool,
    ) -> None:
        if shown := await self._opened(turn, took, reply, view):
            await self._all_of(turn, took, reply, shown)
            return
        is_there = await self._placing.shown(turn, took, reply, stream)
        if is_announced and not is_there:
            await self._telling.status(took, "")

    def _stream(self, turn: Turn, took: Took) -> Stream:
        """Prepare to show an answer while it is being written, in the thread of the question."""
        team = turn.place.conversation.partition(".")[0]
        thread = Thread(took.spot.channel, thread_of(took), took.user, team)
        artist = self._placing.artist(turn.id, turn.person.locale)
        post = self._placing.post
        return Stream(self._calls, post, artist, self._budget, thread, key=turn.id)

    async def _hold(self, turn: Turn, trigger: str) -> str:
        """Open a modal that says that something is on its way; empty when that did not work."""
        view = forms.waiting(Artist(wording(turn.person.locale)), forms.Kept())
        try:
            opened = await self._calls("views.open", trigger_id=trigger, view=view)
        except SlackError:
            return ""
        return str(opened["view"]["id"])

    async def _opened(self, turn: Turn, took: Took, reply: Reply, held: str) -> JSON | None:
        """Show a form as a modal if there is one and a way to open it; give what is shown."""
        spot = took.spot
        if form_in(reply) is None or await self._conversations.is_filling_in_form(turn):
            if held:
                await self._leave(turn, held)
            return None
        if not (spot.trigger or held):
            return None
        kept = forms.Kept(channel=spot.channel if spot.message else "", message=spot.message)
        view = await self._modal(turn, reply, kept)
        try:
            if held:
                await self._calls("views.update", view_id=held, view=view)
            else:
                await self._calls("views.open", trigger_id=spot.trigger, view=view)
        except SlackError as error:
            # A trigger is exchanged when the answer to a first call was lost: the modal is open.
            # Whatever else it is, the form waits in a message, with a button that opens it.
            return view if error.code == "exchanged_trigger_id" else None
        return view

    async def _all_of(self, turn: Turn, took: Took, reply: Reply, view: JSON) -> None:
        """Put into the conversation a form of which a modal leaves something out, as it says."""
        if form_in(reply) is not None and is_cut(view):
            await self._placing.to_room(turn, took.user, reply)

    async def _leave(self, turn: Turn, held: str) -> None:
        """Say in a modal that was opened for nothing that the reply is a message."""
        try:
            await self._calls("views.update", view_id=held, view=self._elsewhere(turn))
        except SlackError as error:
            log.info("slack.modal_gone", code=error.code)

    def _elsewhere(self, turn: Turn) -> JSON:
        """Draw the modal that sends somebody to the conversation."""
        words = wording(turn.person.locale)
        return forms.modal(Reply.text(words("chat-there")), Artist(words), forms.Kept())

    async def _modal(self, turn: Turn, reply: Reply, kept: forms.Kept) -> JSON:
        """Draw a reply as a modal, with the Slack users behind the addresses in it."""
        form = form_in(reply)
        addresses = _addresses(form) if form else ()
        users = {email: await self._people.user_of(email) for email in addresses}
        return forms.modal(reply, self._placing.artist("", turn.person.locale), kept, users)

    async def _open_again(self, turn: Turn, took: Took, earlier: str) -> None:
        """Open the form that a message is about, or say why it does not open."""
        reply = await self._conversations.find_reply(turn.person, earlier)
        if reply is None or form_in(reply) is None:
            await self._telling.say(took, "chat-gone")
        elif await self._conversations.is_filling_in_form(turn):
            await self._telling.say(took, "slack-spoken")
        elif not await self._opened(turn, took, reply, ""):
            await self._telling.say(took, "slack-press-again")

    async def _share(self, turn: Turn, took: Took, value: str) -> None:
        """Show everybody in the channel what the asker was shown, once.

        A press counts once, wherever it comes again; one that Slack did not let through leaves the
        button for another.
        """
        thread, _, earlier = value.partition(" ")
        reply = await self._conversations.find_reply(turn.person, earlier)
        if reply is None:
            await self._telling.say(took, "chat-gone")
            return
        if not await self._conversations.record_once(turn, turn.id):
            return
        shared = f"{SHARE}.{earlier}"
        drawn = self._placing.artist(earlier, turn.person.locale).message(reply)

        async def show() -> bool:
            try:
                await self._placing.post.put(took.spot.channel, drawn, thread=thread, key=shared)
            except SlackError as error:
                log.warning("slack.not_shared", code=error.code)
                return False
            return True

        if await self._singly.do(turn, shared, show) is False:
            await self._telling.say(took, "chat-not-shared")


def _addresses(form: Form) -> tuple[str, ...]:
    """List the e-mail addresses in a form's fields."""
    people = (each for each in form.fields if isinstance(each, PersonField))
    return tuple(each.value for each in people if "@" in each.value)
