"""A long day in one tenant: mixed activities, some of them twice, in no order."""

import asyncio
import random
from collections import Counter
from typing import Any

from tests.teams import shapes
from tests.teams.conftest import Seat
from tests.teams.tenant import GROUP

PEOPLE = ("29:1ben", "29:1sari", "29:1mei", "29:1linh", "29:1arun", "29:1ly")
SAID = ("Which data may Zapier see?", "hello", "/home", "help", "thank you", "<at>x</at> *x*")
QUIET = ("messageReaction", "messageUpdate", "conversationUpdate", "typing")
"""What asks for no answer."""


async def live(seat: Seat, activities: int, *, seed: int, at_a_time: int = 20) -> Counter[str]:
    """Send *activities* of which every third comes again; count what was sent and came of it."""
    chance = random.Random(seed)  # noqa: S311 - chance, and the same each time
    made = [_activity(seat, chance) for _ in range(activities * 2 // 3)]
    sent = [*made, *chance.choices(made, k=activities - len(made))]
    chance.shuffle(sent)
    statuses: Counter[int] = Counter()
    for n in range(0, len(sent), at_a_time):
        answers = await asyncio.gather(*(seat.post(each) for each in sent[n : n + at_a_time]))
        statuses.update(status for status, _ in answers)
        await seat.channel.settled()
    turns = [each for each in made if each["type"] == "message"]
    told = [each for chat in seat.tenant.messages.values() for each in chat.values()]
    async with seat.app.database.reading() as office:
        owed = [
            message
            for person in await office.people.everyone()
            for message in await office.outbox.since(person.id, after=0, most=100_000)
            if message.kind == "turn.answered"
        ]
    return Counter(
        sent=len(sent),
        turns=len(turns),
        answers=len(told),
        owed=len(owed),
        refused=len([each for each in seat.tenant.refusals if "too often" not in each]),
        failed=sum(count for status, count in statuses.items() if status not in {200, 201}),
    )


def _activity(seat: Seat, chance: random.Random) -> dict[str, Any]:
    """Make something that somebody does."""
    user, said = chance.choice(PEOPLE), chance.choice(SAID)
    kind = chance.random()
    if kind < 0.1:
        return shapes.activity(seat.tenant, user, chance.choice(QUIET))
    if kind < 0.2:
        return shapes.mention(seat.tenant, user, SAID[0], where=GROUP)
    return shapes.message(seat.tenant, user, said)
