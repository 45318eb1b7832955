"""A long day in one workspace: everything that people do, some of it twice, in no order."""

import asyncio
import json
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.slack.messages import hash_key
from tests.slack.conftest import Seat
from tests.slack.doubles.web_api import TEAM, US

PEOPLE = ("U0BEN", "U0SARI", "U0MEI", "U0LINH", "U0ARUN", "U0LY")
SAID = ("Which data may Zapier see?", "hello", "/home", "/help", "thank you", "<!channel> *x*")
TYPED = (("/ai-ask", SAID[0]), ("/ai-help", ""), ("/ai-home", ""), ("/ai-training", ""))
PRESSED = ("help.start", "home.start", "training.start")
ABOUT = {"purpose": "Reads it.", "already_running": "no"}

Answer = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that somebody does, to be sent as often as it comes.

    *is_answered* tells, from how it was acknowledged each time, whether it had its effect.
    """

    send: Callable[[], Awaitable[Answer]]
    is_answered: Callable[[Iterable[Answer]], bool]


class Day:
    """What can be done in a day before *seat*, by *chance*."""

    def __init__(self, seat: Seat, chance: random.Random) -> None:
        """Nobody has begun."""
        self.seat = seat
        self.chance = chance
        self.due: set[str] = set()
        """The marks of the messages that are to be there in the end."""
        self._forms: dict[str, Mapping[str, Any]] = {}

    async def begin(self) -> None:
        """Let everybody open a form, and find the field in which tools are looked up."""
        for user in PEOPLE:
            await self.seat.command(user, "/ai-register")
            self._forms[user] = self.seat.modal

    def act(self) -> Act:
        """Do something."""
        ways = (
            *(self._message,) * 4,
            *(self._mention,) * 2,
            *(self._command, self._press, self._submission) * 2,
            self._shortcut,
            self._options,
            self._home,
        )
        return self.chance.choice(ways)(self.chance.choice(PEOPLE))

    def _answered_by(self, turn: str) -> Callable[[Iterable[Answer]], bool]:
        """Expect one message, as the answer to a *turn*."""
        mark = hash_key(f"{TEAM}.{turn}.0")
        self.due.add(mark)
        return lambda _: mark in marks(self.seat)

    def _message(self, user: str) -> Act:
        said = self.seat.message(user, self.chance.choice(SAID))
        name = f"{said['channel']}.{said['ts']}"
        return Act(lambda: self.seat.event(said), self._answered_by(name))

    def _mention(self, user: str) -> Act:
        there = {"channel": "C0GENERAL", "channel_type": "channel", "type": "app_mention"}
        said = self.seat.message(user, f"<@{US}> {SAID[0]}", **there)
        return Act(
            lambda: self.seat.event(said), self._answered_by(f"{said['channel']}.{said['ts']}")
        )

    def _command(self, user: str) -> Act:
        name, text = self.chance.choice(TYPED)
        trigger = f"soak{self.seat.workspace.next()}"

        async def send() -> Answer:
            return 200, await self.seat.command(user, name, text, trigger_id=trigger)

        return Act(send, self._answered_by(f"command.{trigger}"))

    def _press(self, user: str) -> Act:
        """Press a button below an answer, which stays."""
        button = {"action_id": f"{self.chance.choice(PRESSED)}#1", "text": {"text": "x"}}
        row = {"type": "actions", "block_id": "stays.0", "elements": [button]}
        room = self.seat.workspace.room(user)
        source = {"ts": "1.1", "channel": room, "blocks": [row]}
        press = self.seat.pressing(user, "x", source)
        name = f"press.{press['actions'][0]['action_ts']}.{user}"
        return Act(lambda: self.seat.interact(press), self._answered_by(name))

    def _submission(self, user: str) -> Act:
        """Send the first step of a form, in a modal of its own."""
        form, views = self._forms[user], self.seat.workspace.views
        name = f"VSOAK{self.seat.workspace.next()}"
        views[name] = {**form, "id": name}
        sent = self.seat.submitting(user, {"name": f"Menu {name}", **ABOUT})

        def is_next(view: Mapping[str, Any]) -> bool:
            return "submit" in view and view["private_metadata"] != form["private_metadata"]

        def is_answered(answers: Iterable[Answer]) -> bool:
            shown = [json.loads(said).get("view", {}) for _, said in answers]
            return any(map(is_next, [*shown, views[name]]))

        return Act(lambda: self.seat.interact(sent), is_answered)

    def _shortcut(self, user: str) -> Act:
        at = self.seat.workspace.next()
        sent = {
            "type": "message_action",
            "callback_id": "ask_about",
            "user": {"id": user},
            "message": {"type": "message", "text": self.chance.choice(SAID), "ts": "1.1"},
            "channel": {"id": "C0GENERAL"},
            "action_ts": at,
        }
        return Act(lambda: self.seat.interact(sent), self._answered_by(f"shortcut.{at}.{user}"))

    def _options(self, user: str) -> Act:
        sent = {
            "type": "block_suggestion",
            "user": {"id": user},
            "action_id": "given.tools",
            "block_id": "field.tool",
            "value": self.chance.choice(("zap", "", "co")),
            "view": self._forms[user],
        }

        def is_answered(answers: Iterable[Answer]) -> bool:
            return all(json.loads(said)["options"] for _, said in answers)

        return Act(lambda: self.seat.interact(sent), is_answered)

    def _home(self, user: str) -> Act:
        room = self.seat.workspace.room(user)
        opened = {"type": "app_home_opened", "user": user, "channel": room, "tab": "home"}
        return Act(lambda: self.seat.event(opened), lambda _: user in self.seat.workspace.homes)


def marks(seat: Seat) -> Counter[str]:
    """Count the messages that were posted, by the turn that each answers."""
    told = (each for room in seat.workspace.messages.values() for each in room)
    return Counter(each["metadata"]["event_payload"]["key"] for each in told)


async def live(seat: Seat, events: int, *, seed: int, at_a_time: int = 20) -> Counter[str]:
    """Send *events* of which every third comes again; count what was sent and what came of it."""
    chance = random.Random(seed)  # noqa: S311 - chance, and the same each time
    day = Day(seat, chance)
    await day.begin()
    begun = marks(seat)
    acts = [day.act() for _ in range(events * 2 // 3)]
    sent = [*acts, *chance.choices(acts, k=events - len(acts))]
    chance.shuffle(sent)
    came: dict[Act, list[Answer]] = {each: [] for each in acts}
    for n in range(0, len(sent), at_a_time):
        some = sent[n : n + at_a_time]
        for act, answer in zip(
            some, await asyncio.gather(*(each.send() for each in some)), strict=True
        ):
            came[act].append(answer)
    found = marks(seat) - begun
    refused = [each for each in seat.workspace.refusals if "hash_conflict" not in each]
    return Counter(
        sent=len(sent),
        turns=len(acts),
        answers=sum(act.is_answered(answers) for act, answers in came.items()),
        doubled=sum(count - 1 for count in found.values()),
        strays=len(set(found) - day.due),
        refused=len(refused),  # of two homes drawn at once one gives way
    )
