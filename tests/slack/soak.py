"""A long day in one workspace: mixed events, some of them twice, in no order."""

import asyncio
import random
from collections import Counter
from typing import Any

from tests.slack.conftest import Seat
from tests.slack.double import US

PEOPLE = ("U0BEN", "U0SARI", "U0MEI", "U0LINH", "U0ARUN", "U0LY")
SAID = ("Which data may Zapier see?", "hello", "/home", "/help", "thank you", "<!channel> *x*")


async def live(seat: Seat, events: int, *, seed: int, at_a_time: int = 20) -> Counter[str]:
    """Send *events* of which every third comes again; count what was sent and what came of it."""
    chance = random.Random(seed)  # noqa: S311 - chance, and the same each time
    turns = [_message(seat, chance) for _ in range(events * 2 // 3)]
    sent = [*turns, *chance.choices(turns, k=events - len(turns))]
    chance.shuffle(sent)
    for n in range(0, len(sent), at_a_time):
        await asyncio.gather(*(seat.event(each) for each in sent[n : n + at_a_time]))
    answered = [each for told in seat.workspace.messages.values() for each in told]
    keys = Counter(each["metadata"]["event_payload"]["key"] for each in answered)
    firsts = {each["ts"] for each in turns}
    return Counter(
        sent=len(sent),
        turns=len(firsts),
        answers=len(answered),
        doubled=sum(count - 1 for count in keys.values()),
        refused=len(seat.workspace.refusals),
    )


def _message(seat: Seat, chance: random.Random) -> dict[str, Any]:
    """Make something that somebody says: in person, or to us in a channel."""
    user, said = chance.choice(PEOPLE), chance.choice(SAID)
    if chance.random() < 0.2:
        there = {"channel": "C0GENERAL", "channel_type": "channel", "type": "app_mention"}
        return seat.message(user, f"<@{US}> {SAID[0]}", **there)
    return seat.message(user, said)
