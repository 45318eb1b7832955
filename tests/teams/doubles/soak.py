"""A long day in one tenant: mixed activities, some of them twice, in no order.

What each of them is to lead to is counted by where it would be seen: messages by their chat,
cards that gave way by their message, files by their name, and what was written down.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any

from handlers import Attachment, Reply
from tests.handlers.registering import INVOICES
from tests.teams.conftest import Seat, action, given
from tests.teams.doubles import shapes
from tests.teams.doubles.tenant import GROUP
from tests.teams.doubles.validity import parts

JSON = dict[str, Any]
Effects = Counter[Hashable]

PEOPLE = ("29:1ben", "29:1sari", "29:1mei", "29:1linh", "29:1arun", "29:1ly")
QUESTION = "Which data may Zapier see?"
SAID = (QUESTION, "hello", "/home", "help", "thank you", "<at>x</at> *x*")
QUIET = ("messageReaction", "messageUpdate", "conversationUpdate", "typing")
"""What asks for no answer."""

SOON = 5
"""How many activities at most come between an invoke and the same again."""


@dataclass(slots=True)
class Day:
    """What people will do, and what is to come of it, each time or once."""

    seat: Seat
    chance: random.Random
    made: list[JSON] = field(default_factory=list)
    due: Effects = field(default_factory=Counter)

    async def make(self, activities: int) -> None:
        """Make so many activities, and everything that they need to be there before."""
        makers = {
            self._message: 30,
            self._mention: 9,
            self._press: 14,
            self._fetch: 7,
            self._submit: 5,
            self._about: 8,
            self._consent: 8,
            self._thumb: 7,
            self._search: 5,
            self._install: 3,
            self._nothing: 4,
        }
        for made in self.chance.choices([*makers], [*makers.values()], k=activities):
            await made(self.chance.choice(PEOPLE))

    def _add(self, body: JSON) -> None:
        self.made.append(body)

    async def _message(self, user: str) -> None:
        said = self.chance.choice(SAID)
        self._add(shapes.message(self.seat.tenant, user, said))
        self.due[self.seat.tenant.chat(user)] += 1
        self.due["asked"] += said == QUESTION

    async def _mention(self, user: str) -> None:
        self._add(shapes.mention(self.seat.tenant, user, QUESTION, where=GROUP))
        self.due[GROUP] += 1
        self.due["asked"] += 1

    async def _search(self, user: str) -> None:
        self._add(shapes.searched(self.seat.tenant, user, "searchHandbook", "zapier"))

    async def _install(self, user: str) -> None:
        self._add(shapes.installation(self.seat.tenant, user, "add"))
        self.due[self.seat.tenant.chat(user)] += 1

    async def _nothing(self, user: str) -> None:
        self._add(shapes.activity(self.seat.tenant, user, self.chance.choice(QUIET)))

    async def _press(self, user: str) -> None:
        """Choose a topic on a card of its own, which gives way to the slots."""
        card = await self.seat.says(user, "/office-hours")
        self._add(
            shapes.press(self.seat.tenant, user, card, action(card, "office-hours.topic"), {})
        )
        self.due[card["id"]] += 1

    async def _fetch(self, user: str) -> None:
        """Open the window of a registration; each person has one."""
        told = self.seat.tenant.said_to(user)
        forms = [each for each in told if "Input." in str(each)]
        card = forms[0] if forms else await self.seat.says(user, "/register")
        self._add(shapes.fetch(self.seat.tenant, user, card, action(card, "teams.open")))

    async def _submit(self, user: str) -> None:
        """Send the first step of it."""
        await self._fetch(user)
        task = (await self.seat.does(self.made.pop()))["task"]["value"]
        typed = given(task, INVOICES)
        self._add(shapes.submit(self.seat.tenant, user, _sends(task), typed))
        self.due["begun", user] = 1

    async def _about(self, user: str) -> None:
        """Ask about a message of a group."""
        asked = shapes.asked_about(self.seat.tenant, user, "<p>Hi</p>")
        task = (await self.seat.does(asked))["task"]["value"]
        typed = given(task, {"question": QUESTION})
        about = shapes.submit(self.seat.tenant, user, _sends(task), typed)
        self._add(shapes.shared({**about, "name": "composeExtension/submitAction"}))
        self.due["asked"] += 1

    async def _consent(self, user: str) -> None:
        """Agree to a file of its own, whose offer gives way to it."""
        name = f"plan-{len(self.made)}.ics"
        file = Attachment(name, "BEGIN:VCALENDAR", "text/calendar", "For your calendar")
        known = self.seat.tenant.people[user]
        async with self.seat.app.database.transaction() as records:
            person = await records.people.get_by_email(known["email"])
            await records.outbox.enqueue(
                person.id,
                kind="test",
                reply=Reply((file,)).to_json(),
                key=name,
                at=self.seat.clock.now(),
            )
        await self.seat.deliveries()
        offer = self.seat.last(user)
        self._add(shapes.consented(self.seat.tenant, user, offer, "accept"))
        self.due["file", name] += 1
        self.due[offer["id"]] += 1

    async def _thumb(self, user: str) -> None:
        """Rate an answer of its own."""
        answer = await self.seat.says(user, QUESTION)
        reaction = self.chance.choice(("like", "dislike"))
        self._add(shapes.rated(self.seat.tenant, user, answer, reaction))
        self.due["rated", reaction] += 1
        self.due[self.seat.tenant.chat(user)] += reaction == "dislike"


async def live(seat: Seat, activities: int, *, seed: int, at_a_time: int = 20) -> Counter[str]:
    """Send *activities* of which every third comes again; count what was sent and came of it."""
    chance = random.Random(seed)  # noqa: S311 - chance, and the same each time
    for user in PEOPLE:
        await seat.says(user, "hello")
    day = Day(seat, chance)
    await day.make(activities * 2 // 3)
    before = await _seen(seat)
    sent = _mixed(seat, day.made, activities, chance)
    wrong: Counter[str] = Counter()
    for n in range(0, len(sent), at_a_time):
        some = sent[n : n + at_a_time]
        answers = await asyncio.gather(*(seat.post(each) for each in some))
        wrong.update(
            str(body.get("name") or body["type"])
            for body, (status, answer) in zip(some, answers, strict=True)
            if status not in {200, 201} or not _is_answered(body, answer)
        )
        await seat.channel.wait_until_idle()
    came = await _seen(seat)
    came.subtract(before)
    lost, doubled = day.due - came, came - day.due
    return Counter(
        sent=len(sent),
        effects=day.due.total(),
        lost=lost.total(),
        doubled=doubled.total(),
        owed=await _owed(seat),
        refused=len([each for each in seat.tenant.refusals if "too often" not in each]),
        failed=wrong.total(),
    )


def _sends(task: JSON) -> JSON:
    """Find what sends the form of a window."""
    found = (each for each in parts(task) if each["type"] == "Action.Submit")
    return next(each for each in found if "key" in each["data"].get("guildmate", {}))


def _mixed(seat: Seat, made: list[JSON], activities: int, chance: random.Random) -> list[JSON]:
    """Put what is *made* into no order, and some of it again.

    An invoke comes again under another id, within moments: later it could be meant. Everything
    else comes again under its own id, whenever.
    """
    placed = [(chance.random(), each) for each in made]
    for at, body in chance.choices(placed, k=activities - len(made)):
        if body["type"] == "invoke":
            again = {**body, "id": f"f:{seat.tenant.next()}"}
            placed.append((at + chance.random() * SOON / activities, again))
        else:
            placed.append((chance.random(), body))
    return [body for _, body in sorted(placed, key=lambda each: each[0])]


def _is_answered(body: JSON, answer: JSON) -> bool:
    """Tell whether an invoke was answered as it asks to be."""
    checks: dict[str, Callable[[], bool]] = {
        "adaptiveCard/action": lambda: answer["statusCode"] == 200,
        "task/fetch": lambda: answer["task"]["type"] == "continue",
        "task/submit": lambda: "task" in answer,
        "composeExtension/submitAction": lambda: "task" in answer,
        "composeExtension/query": lambda: answer["composeExtension"]["type"] == "result",
    }
    check = checks.get(str(body.get("name")))
    return check() if check else answer == {}


async def _seen(seat: Seat) -> Effects:
    """Count everything that can be seen of what was done."""
    tenant = seat.tenant
    seen: Effects = Counter({chat: len(told) for chat, told in tenant.messages.items()})
    seen.update(given["id"] for kind, given in tenant.calls if kind == "update")
    seen.update({("file", name): count for name, count in tenant.puts.items()})
    async with seat.app.database.reading() as records:
        asked = await records.questions.list_all()
        for user in PEOPLE:
            person = await records.people.get_by_email(tenant.people[user]["email"])
            draft = await records.drafts.find_open(person, "register")
            seen["begun", user] = bool(draft and draft.answers)
    seen["asked"] = len(asked)
    seen["rated", "like"] = len([each for each in asked if each.helpful is True])
    seen["rated", "dislike"] = len([each for each in asked if each.helpful is False])
    return seen


async def _owed(seat: Seat) -> int:
    """Count the replies that were left to the outbox."""
    async with seat.app.database.reading() as records:
        owed = [
            message
            for person in await records.people.list_all()
            for message in await records.outbox.list_since(person.id, after=0, limit=100_000)
            if message.kind == "turn.answered"
        ]
    return len(owed)
