"""What is done in modals: sent, pressed, changed; whatever fails, what was typed stays there."""

import asyncio
from collections.abc import Callable
from typing import Any

from slack_bolt.async_app import AsyncAck

from bot.chat.conversation import AnsweredTurn
from bot.chat.reply_kinds import form_in
from bot.slack.ack import AckSent
from bot.slack.context import SlackContext
from bot.slack.dispatcher import SlackDispatcher, UnansweredError
from bot.slack.home import HomeViews
from bot.slack.payloads import SlackEvent
from bot.slack.people import SLACK
from bot.slack.render import forms
from bot.slack.render.rich_text import JSON
from bot.slack.view_cache import ViewCache
from bot.slack.web_api import SlackError
from handlers import log_failure
from handlers.wording import wording

RESPONSE_TIMEOUT_S = 0.7
"""Seconds within which a modal that was sent is answered by its next one; else it says to wait."""

Next = tuple[AnsweredTurn, JSON]
"""What a modal was answered with, and the modal that shows it."""


class Modals:
    """The modals that are open."""

    def __init__(
        self, context: SlackContext, dispatcher: SlackDispatcher, home_views: HomeViews
    ) -> None:
        """Answer by *dispatcher*, and update modals; *home_views* show what has changed."""
        self._api = context.api
        self._dispatcher = dispatcher
        self._notices = context.notices
        self._home_views = home_views
        self._tasks = context.chat.tasks
        self._views = ViewCache(context.api)

    async def submit(
        self, ack: AsyncAck, event: SlackEvent, view: JSON, sent: AckSent, done: Callable[[], None]
    ) -> None:
        """Answer a *view* by its next one; when that takes time, by one that says so.

        What took its time is shown after the answer was *sent*, which would undo it. At the end
        it is *done* with.
        """
        self._views.forget(event.origin.view)
        working = self._tasks.start(self._next_view(event))
        ready, _ = await asyncio.wait({working}, timeout=RESPONSE_TIMEOUT_S)
        if not ready:
            waiting = self._dispatcher.render_waiting(event)
            await ack(response_action="update", view=waiting)
            self._tasks.start(self._show_late(working, event, view, sent, done))
            return
        done()
        found = working.result()
        if isinstance(found, UnansweredError):
            await ack(response_action="update", view=_again(view, found))
            return
        errors = _errors(found[0], event, view)
        if errors:
            await ack(response_action="errors", errors=errors)
        else:
            await ack(response_action="update", view=found[1])
        self._dispatcher.mark_shown(found[0])

    async def press(self, event: SlackEvent) -> None:
        """Answer a button of a modal in that modal."""
        found = await self._next_view(event)
        if isinstance(found, UnansweredError):
            await self._notices.say(event, found.why, found.locale)
        else:
            await self._dispatcher.update_modal(event, *found)
            self._dispatcher.mark_shown(found[0])

    async def update_fields(self, event: SlackEvent) -> None:
        """Show what follows from a field that was changed, in the modal it is in."""
        origin = event.origin
        self._views.note_change(origin.view, origin.changed)
        found = await self._next_view(event)
        if not isinstance(found, UnansweredError):  # the form asks again when it is sent
            await self._views.show(origin.view, found[1], at=origin.changed, hash_=origin.hash)
            self._dispatcher.mark_shown(found[0])

    async def _next_view(self, event: SlackEvent) -> Next | UnansweredError:
        """Answer what was done in a modal; what breaks is written down, and said in words."""
        try:
            answered, view = await self._dispatcher.submit_modal(event)
        except UnansweredError as unanswered:
            return unanswered
        except Exception as error:  # noqa: BLE001 - what was typed is not lost to any fault
            log_failure("task.broken", error, channel=SLACK)
            return UnansweredError("chat-broken", self._notices.locale_of(event))
        self._tasks.start(self._home_views.refresh(event.user, answered.turn.person))
        return answered, view

    async def _show_late(
        self,
        working: asyncio.Task[Next | UnansweredError],
        event: SlackEvent,
        view: JSON,
        sent: AckSent,
        done: Callable[[], None],
    ) -> None:
        """Show what took its time in place of the modal that said to wait."""
        found = await working
        done()
        await sent.wait()
        if not isinstance(found, UnansweredError):
            await self._dispatcher.update_modal(event, *found)
            self._dispatcher.mark_shown(found[0])
            return
        try:
            await self._api("views.update", view_id=event.origin.view, view=_again(view, found))
        except SlackError:
            await self._notices.say(event, found.why, found.locale)


def _again(view: JSON, unanswered: UnansweredError) -> JSON:
    """Render a *view* as it was sent, and why it is there still."""
    return forms.restore_values(view, wording(unanswered.locale)(unanswered.why or "chat-trouble"))


def _errors(answered: AnsweredTurn, event: SlackEvent, view: dict[str, Any]) -> dict[str, str]:
    """Say what is wrong in a *view*, if that is all there is to say about it."""
    form, kept = form_in(answered.reply), event.origin.kept
    if form is None or (form.action, form.key) != (kept.action, kept.key):
        return {}
    shown = {str(block.get("block_id")) for block in view["blocks"]}
    errors = forms.errors_in(form)
    return errors if errors.keys() <= shown else {}
