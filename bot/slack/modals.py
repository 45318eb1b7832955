"""What is done in modals: sent, pressed, changed; whatever fails, what was typed stays there."""

import asyncio
from collections.abc import Callable
from typing import Any

from slack_bolt.async_app import AsyncAck

from bot.chat.background_tasks import BackgroundTasks
from bot.chat.conversation import AnsweredTurn
from bot.chat.reply_kinds import form_in
from bot.slack.ack import Sent
from bot.slack.dispatcher import Talk, UnansweredError
from bot.slack.home import Homes
from bot.slack.notices import Telling
from bot.slack.payloads import Took
from bot.slack.people import SLACK
from bot.slack.render import forms
from bot.slack.render.rich_text import JSON
from bot.slack.view_cache import Views
from bot.slack.web_api import Calls, SlackError
from handlers import log_failure
from handlers.wording import wording

AT_ONCE = 0.7
"""Seconds within which a modal that was sent is answered by its next one; else it says to wait."""

Next = tuple[AnsweredTurn, JSON]
"""What a modal was answered with, and the modal that shows it."""


class Modals:
    """The modals that are open."""

    def __init__(
        self, calls: Calls, talk: Talk, telling: Telling, homes: Homes, tasks: BackgroundTasks
    ) -> None:
        """Answer by *talk*, and change modals by *calls*; *homes* show what has changed.

        To whom has no modal any more *telling* says why there is no answer.
        """
        self._calls = calls
        self._talk = talk
        self._telling = telling
        self._homes = homes
        self._tasks = tasks
        self._views = Views(calls)

    async def sent(
        self, ack: AsyncAck, took: Took, view: JSON, sent: Sent, done: Callable[[], None]
    ) -> None:
        """Answer a *view* by its next one; when that takes time, by one that says so.

        What took its time is shown after the answer was *sent*, which would undo it. At the end
        it is *done* with.
        """
        self._views.sent(took.spot.view)
        working = self._tasks.start(self._next(took))
        ready, _ = await asyncio.wait({working}, timeout=AT_ONCE)
        if not ready:
            waiting = self._talk.waiting(took)
            await ack(response_action="update", view=waiting)
            self._tasks.start(self._late(working, took, view, sent, done))
            return
        done()
        found = working.result()
        if isinstance(found, UnansweredError):
            await ack(response_action="update", view=_again(view, found))
            return
        errors = _errors(found[0], took, view)
        if errors:
            await ack(response_action="errors", errors=errors)
        else:
            await ack(response_action="update", view=found[1])
        self._talk.seen(found[0])

    async def pressed(self, took: Took) -> None:
        """Answer a button of a modal in that modal."""
        found = await self._next(took)
        if isinstance(found, UnansweredError):
            await self._telling.say(took, found.why, found.locale)
        else:
            await self._talk.changed(took, *found)
            self._talk.seen(found[0])

    async def follow(self, took: Took) -> None:
        """Show what follows from a field that was changed, in the modal it is in."""
        spot = took.spot
        self._views.changed(spot.view, spot.changed)
        found = await self._next(took)
        if not isinstance(found, UnansweredError):  # the form asks again when it is sent
            await self._views.show(spot.view, found[1], at=spot.changed, hash_=spot.hash)
            self._talk.seen(found[0])

    async def _next(self, took: Took) -> Next | UnansweredError:
        """Answer what was done in a modal; what breaks is written down, and said in words."""
        try:
            answered, view = await self._talk.sent(took)
        except UnansweredError as unanswered:
            return unanswered
        except Exception as error:  # noqa: BLE001 - what was typed is not lost to any fault
            log_failure("task.broken", error, channel=SLACK)
            return UnansweredError("chat-broken", self._telling.locale_of(took))
        self._tasks.start(self._homes.refresh(took.user, answered.turn.person))
        return answered, view

    async def _late(
        self,
        working: asyncio.Task[Next | UnansweredError],
        took: Took,
        view: JSON,
        sent: Sent,
        done: Callable[[], None],
    ) -> None:
        """Show what took its time in place of the modal that said to wait."""
        found = await working
        done()
        await sent.wait()
        if not isinstance(found, UnansweredError):
            await self._talk.changed(took, *found)
            self._talk.seen(found[0])
            return
        try:
            await self._calls("views.update", view_id=took.spot.view, view=_again(view, found))
        except SlackError:
            await self._telling.say(took, found.why, found.locale)


def _again(view: JSON, unanswered: UnansweredError) -> JSON:
    """Draw a *view* as it was sent, and why it is there still."""
    return forms.again(view, wording(unanswered.locale)(unanswered.why or "chat-trouble"))


def _errors(answered: AnsweredTurn, took: Took, view: dict[str, Any]) -> dict[str, str]:
    """Say what is wrong in a *view*, if that is all there is to say about it."""
    form, kept = form_in(answered.reply), took.spot.kept
    if form is None or (form.action, form.key) != (kept.action, kept.key):
        return {}
    shown = {str(block.get("block_id")) for block in view["blocks"]}
    errors = forms.errors_in(form)
    return errors if errors.keys() <= shown else {}
