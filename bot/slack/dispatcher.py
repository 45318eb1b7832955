"""Dispatches Slack events: builds a turn of each, has it answered, and routes the reply."""

import asyncio
from dataclasses import replace
from datetime import datetime

import structlog

from bot.chat.conversation import AnsweredTurn
from bot.chat.event_journal import RetryLaterError
from bot.chat.profiles import StrangerError
from bot.chat.reply_kinds import form_in, is_file
from bot.chat.routing import may_share
from bot.slack.context import SlackContext
from bot.slack.notices import thread_of
from bot.slack.payloads import SlackEvent, place_of
from bot.slack.render import forms
from bot.slack.render.blocks import OPEN, BlockRenderer
from bot.slack.render.rich_text import JSON
from bot.slack.render.truncation import is_truncated
from bot.slack.reply_router import SHARE, SlackReplyRouter
from bot.slack.stream import SlackStream, StreamBudget, StreamTarget
from bot.slack.web_api import SlackError
from governance import Draft, DraftNotFoundError, Person
from handlers import (
    OnText,
    Pressed,
    Reply,
    Said,
    Submitted,
    Turn,
    TurnContext,
    Value,
    waiting,
)
from handlers.wording import wording

log = structlog.get_logger()

TRIGGER_TIMEOUT_S = 1.5
"""Seconds after which a modal is opened for a reply that is not there yet: the trigger lives 3."""


class UnansweredError(Exception):
    """A turn has no answer; *why* is the key of the words that say so, or nothing for a bot."""

    def __init__(self, why: str, locale: str) -> None:
        """Remember *why*, to be said in *locale*."""
        super().__init__(why)
        self.why = why
        self.locale = locale


class SlackDispatcher:
    """Dispatches the events of one workspace."""

    def __init__(self, context: SlackContext, router: SlackReplyRouter) -> None:
        """Answer with the service of *context*, and route replies by *router*."""
        self._context = context
        self._service = context.chat.service
        self._api = context.api
        self._people = context.people
        self._files = context.files
        self._router = router
        self._notices = context.notices
        self._conversations = context.chat.conversations
        self._now = context.chat.now
        self._budget = StreamBudget(self._now)

    async def dispatch(self, event: SlackEvent) -> Person | None:
        """Process an event outside of modals; return who it was when something was done.

        Raises:
            LeftError: If Slack neither says who it is nor lets us say so.
        """
        if event.is_follow_up and not await self._is_ours(event):
            return None
        try:
            turn = await self._turn(event)
        except UnansweredError as unanswered:
            if event.is_follow_up or await self._notices.say(
                event, unanswered.why, unanswered.locale
            ):
                return None
            raise RetryLaterError from unanswered
        match event.what:
            case Pressed(action, value) if action == OPEN:
                await self._reopen(turn, event, value)
            case Pressed(action, value) if action == SHARE:
                await self._share(turn, event, value)
            case _:
                await self._answer(turn, event)
        return turn.person

    async def submit_modal(self, event: SlackEvent) -> tuple[AnsweredTurn, JSON]:
        """Process an event in a modal, and return the view that shows its result.

        Raises:
            UnansweredError: If they are not served, or the same turn is being answered.
        """
        turn = await self._turn(event)
        answered = await self._conversations.respond(turn)
        if answered is None:
            raise UnansweredError("chat-moment", turn.person.locale)
        kept = replace(event.origin.kept, action="", key="", back="", again="")
        turn = answered.turn
        if is_file(answered.reply):
            await self._router.send_privately(answered, event.user)
            return answered, self._render_elsewhere(turn)
        if answered.is_new and (answered.awaits_text or form_in(answered.reply) is None):
            kept = await self._router.show_card(answered, event, kept)
        if answered.awaits_text:
            return answered, self._render_elsewhere(turn)
        view = await self._render_modal(turn, answered.reply, kept)
        if answered.is_new:
            await self._send_whole_form(answered, event, view)
        return answered, view

    async def options(self, user: str, source: str, query: str) -> list[JSON]:
        """List the options of a menu that match a *query* typed so far.

        Raises:
            StrangerError: If they are not served.
            SlackError: If Slack cannot say who they are.
        """
        person = await self._people.identify(user, at=self._now())
        found = await self._service.assistant.options(source, query, person=person)
        return [forms.render_option(each) for each in found]

    async def update_modal(self, event: SlackEvent, answered: AnsweredTurn, shown: JSON) -> None:
        """Show a modal that took its time; a form that was closed meanwhile waits as a message."""
        try:
            await self._api("views.update", view_id=event.origin.view, view=shown)
        except SlackError:
            if form_in(answered.reply) is not None and answered.is_new:
                await self._router.send_privately(answered, event.user)

    def mark_shown(self, answered: AnsweredTurn) -> None:
        """Record that a reply is shown in its modal."""
        if answered.is_new:
            self._conversations.mark_shown(answered.turn)

    async def close_modal(self, event: SlackEvent) -> None:
        """Leave a message that goes on with the draft of a modal that was closed, once for each.

        Where the draft is talked through by now, the conversation goes on with it anyway.
        """
        try:
            turn = await self._turn(event)
        except UnansweredError:
            return
        draft = await self._draft(turn.person, event.origin.kept.key)
        if draft is None or await self._conversations.is_filling_in_form(turn):
            return
        if await self._conversations.record_once(turn, f"closed.{draft.key}"):
            waits = Reply(waiting(draft, wording(turn.person.locale)))
            await self._router.send_privately(AnsweredTurn(turn, waits, is_new=True), event.user)

    async def _draft(self, person: Person, form: str) -> Draft | None:
        """Find the draft that a *form* fills in, unless it is finished."""
        async with self._service.database.reading() as records:
            try:
                return await records.drafts.get(form.partition(".")[0], person=person)
            except DraftNotFoundError:
                return None

    def render_waiting(self, event: SlackEvent) -> JSON:
        """Render the view that is shown while the answer takes time."""
        return forms.render_waiting(
            BlockRenderer(wording(self._notices.locale_of(event))), event.origin.kept
        )

    async def apologise(self, event: SlackEvent) -> None:
        """Say that something broke before there was an answer."""
        if not event.is_follow_up:
            await self._notices.say(event, "chat-broken")

    async def _is_ours(self, event: SlackEvent) -> bool:
        """Return whether what is said in a thread is for us, from nothing but the records.

        Of who talks to others there Slack is asked nothing, and nothing is written down.
        """
        place = place_of(event, (await self._people.team()).id)
        return await self._conversations.is_in_conversation(event.user, place, at=self._now())

    async def _turn(self, event: SlackEvent) -> Turn:
        """Find out who it is, and make the turn.

        Raises:
            UnansweredError: If they are not served, or Slack cannot say who they are.
        """
        at = self._now()
        try:
            person = await self._people.recall(event.user, at=at)
            team = (await self._people.team()).id
        except StrangerError as stranger:
            log.info("slack.stranger", why=stranger.why or "bot")
            raise UnansweredError(stranger.why, stranger.locale) from stranger
        except SlackError as error:
            log.warning("slack.nobody_known", code=error.code)
            raise UnansweredError("chat-trouble", self._notices.locale_of(event)) from error
        what = await self._resolve_values(event, person, at)
        return Turn(f"{team}.{event.id}", person, place_of(event, team), what, at)

    async def _resolve_values(
        self, event: SlackEvent, person: Person, at: datetime
    ) -> Pressed | Submitted | Said:
        """Replace Slack users by their e-mail addresses, and files by their keys."""
        if isinstance(event.what, Said):
            return event.what
        found: dict[str, Value] = {
            name: await self._people.email_of(user) for name, user in event.people.items()
        }
        for name, files in event.files.items():
            uploads = [await self._files.download(each) for each in files]
            receive = self._service.assistant.receive
            found[name] = tuple([await receive(person, each, at=at) for each in uploads])
        return replace(event.what, values={**event.what.values, **found})

    async def _answer(self, turn: Turn, event: SlackEvent) -> None:
        """Answer a turn where it came from; a slow one that may want a modal gets it meanwhile."""
        origin = event.origin
        is_said = isinstance(turn.what, Said) and not origin.trigger
        stream: SlackStream | None = None
        status: list[asyncio.Task[None]] = []

        def begin(context: TurnContext) -> OnText | None:
            nonlocal stream
            if not is_said:
                return None
            looking = wording(context.person.locale)("chat-looking")
            status.append(asyncio.create_task(self._notices.set_status(event, looking)))
            if not self._router.may_stream(event, context.settings):
                return None
            stream = self._stream(turn, event)
            return stream.append

        working = asyncio.ensure_future(self._conversations.respond(turn, begin))
        view = ""
        if origin.trigger and isinstance(turn.what, Pressed):
            done, _ = await asyncio.wait({working}, timeout=TRIGGER_TIMEOUT_S)
            view = "" if done else await self._open_waiting(turn, origin.trigger)
        answered = await working
        for each in status:
            each.cancel()  # an answer does not wait for what only announces it
        if answered is None or not answered.is_new:
            return
        shown = self._show(answered, event, view, stream, is_announced=bool(status))
        await self._conversations.show_or_enqueue(answered.turn, answered.reply, shown)

    async def _show(
        self,
        answered: AnsweredTurn,
        event: SlackEvent,
        view: str,
        stream: SlackStream | None,
        *,
        is_announced: bool,
    ) -> None:
        if shown := await self._show_in_modal(answered, event, view):
            await self._send_whole_form(answered, event, shown)
            return
        is_there = await self._router.show(answered, event, stream)
        if is_announced and not is_there:
            await self._notices.set_status(event, "")

    def _stream(self, turn: Turn, event: SlackEvent) -> SlackStream:
        """Prepare to show an answer while it is being written, in the thread of the question."""
        team = turn.place.conversation.partition(".")[0]
        thread = StreamTarget(event.origin.channel, thread_of(event), event.user, team)
        renderer = self._router.renderer_for(turn.id, turn.person.locale)
        return SlackStream(self._context, renderer, self._budget, thread, key=turn.id)

    async def _open_waiting(self, turn: Turn, trigger: str) -> str:
        """Open a modal that says that something is on its way; empty when that did not work."""
        view = forms.render_waiting(BlockRenderer(wording(turn.person.locale)), forms.ModalState())
        try:
            opened = await self._api("views.open", trigger_id=trigger, view=view)
        except SlackError:
            return ""
        return str(opened["view"]["id"])

    async def _show_in_modal(
        self, answered: AnsweredTurn, event: SlackEvent, held: str
    ) -> JSON | None:
        """Show a form as a modal if there is one and a way to open it; give what is shown."""
        origin, turn, reply = event.origin, answered.turn, answered.reply
        if form_in(reply) is None or answered.awaits_text:
            if held:
                await self._dismiss_waiting(turn, held)
            return None
        if not (origin.trigger or held):
            return None
        kept = forms.ModalState(
            channel=origin.channel if origin.message else "", message=origin.message
        )
        view = await self._render_modal(turn, reply, kept)
        try:
            if held:
                await self._api("views.update", view_id=held, view=view)
            else:
                await self._api("views.open", trigger_id=origin.trigger, view=view)
        except SlackError as error:
            # A trigger is exchanged when the answer to a first call was lost: the modal is open.
            # Whatever else it is, the form waits in a message, with a button that opens it.
            return view if error.code == "exchanged_trigger_id" else None
        return view

    async def _send_whole_form(self, answered: AnsweredTurn, event: SlackEvent, view: JSON) -> None:
        """Send a form to the conversation if its modal was truncated, as the modal says."""
        if form_in(answered.reply) is not None and is_truncated(view):
            await self._router.send_privately(answered, event.user)

    async def _dismiss_waiting(self, turn: Turn, held: str) -> None:
        """Say in a modal that was opened for nothing that the reply is a message."""
        try:
            await self._api("views.update", view_id=held, view=self._render_elsewhere(turn))
        except SlackError as error:
            log.info("slack.modal_gone", code=error.code)

    def _render_elsewhere(self, turn: Turn) -> JSON:
        """Render the modal that sends somebody to the conversation."""
        words = wording(turn.person.locale)
        return forms.render_modal(
            Reply.text(words("chat-there")), BlockRenderer(words), forms.ModalState()
        )

    async def _render_modal(self, turn: Turn, reply: Reply, kept: forms.ModalState) -> JSON:
        """Render a reply as a modal, with the Slack users behind the addresses in it."""
        form = form_in(reply)
        addresses = forms.addresses_in(form) if form else ()
        users = {email: await self._people.user_of(email) for email in addresses}
        return forms.render_modal(
            reply, self._router.renderer_for("", turn.person.locale), kept, users
        )

    async def _reopen(self, turn: Turn, event: SlackEvent, earlier: str) -> None:
        """Open the form that a message is about, or say why it does not open."""
        reply = await self._conversations.find_reply(turn.person, earlier)
        if reply is None or form_in(reply) is None:
            await self._notices.say(event, "chat-gone")
        elif await self._conversations.is_filling_in_form(turn):
            await self._notices.say(event, "slack-spoken")
        elif not await self._show_in_modal(AnsweredTurn(turn, reply, is_new=False), event, ""):
            await self._notices.say(event, "slack-press-again")

    async def _share(self, turn: Turn, event: SlackEvent, value: str) -> None:
        """Show everybody in the channel what the asker was shown, once.

        A press counts once, wherever it comes again; one that Slack did not let through leaves the
        button for another.
        """
        thread, _, earlier = value.partition(" ")
        reply = await self._conversations.find_reply(turn.person, earlier)
        if not may_share(reply):
            await self._notices.say(event, "chat-gone")
            return
        if not await self._conversations.record_once(turn, turn.id):
            return
        shared = f"{SHARE}.{earlier}"
        drawn = self._router.renderer_for(earlier, turn.person.locale).message(reply)

        async def show() -> bool:
            try:
                await self._router.messages.post(
                    event.origin.channel, drawn, thread=thread, key=shared
                )
            except SlackError as error:
                log.warning("slack.not_shared", code=error.code)
                return False
            return True

        if await self._conversations.do_once(turn, shared, show) is False:
            await self._notices.say(event, "chat-not-shared")
