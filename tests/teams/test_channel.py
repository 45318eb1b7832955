"""Teams as a channel: who is answered, where, once; and what happens when Teams fails."""

import asyncio
from typing import Any

import pytest
import structlog

from bot.chat.channel import UndeliverableError
from bot.settings import Settings
from bot.teams.activities import parse_message
from governance import ConversationState, Role
from handlers import Reply
from tests.teams.conftest import Hurry, Seat, action, given, seated, seen
from tests.teams.doubles import shapes
from tests.teams.doubles.tenant import CHANNEL, GROUP, Failing, Tenant
from tests.teams.doubles.validity import parts

BEN, MEI, ARUN, LINH, SARI = "29:1ben", "29:1mei", "29:1arun", "29:1linh", "29:1sari"
GUS, EVA = "29:1gus", "29:1eva"


def in_thread(seat: Seat) -> list[dict[str, Any]]:
    """List what was said in threads of the channel."""
    return [
        each
        for name, told in seat.tenant.messages.items()
        if name.startswith(CHANNEL)
        for each in told.values()
    ]


async def test_a_repeat_has_one_effect(seat: Seat) -> None:
    """The same activity, again and again, also at the same time."""
    body = shapes.message(seat.tenant, BEN, "Which data may Zapier see?")
    await asyncio.gather(*(seat.post(body) for _ in range(4)))
    await seat.channel.wait_until_idle()
    await seat.does(body)

    assert len(seat.tenant.said_to(BEN)) == 1
    assert seat.tenant.refusals == []


async def test_a_press_that_is_sent_again_has_one_effect(seat: Seat) -> None:
    """Teams sends a slow one up to four times, under other ids."""
    await seat.says(BEN, "/office-hours")
    where = seat.last(BEN)
    topic = action(where, "Testing and quality")
    sent = [shapes.press(seat.tenant, BEN, where, topic, {}) for _ in range(4)]
    answers = await asyncio.gather(*(seat.post(each) for each in sent))
    await seat.channel.wait_until_idle()

    assert len({each["id"] for (each,) in zip(sent, strict=True)}) == 4
    assert {status for status, _ in answers} == {200}
    assert len(seat.tenant.said_to(BEN)) == 1
    assert seat.tenant.refusals == []


async def test_a_form_that_is_sent_again_registers_once(seat: Seat) -> None:
    """The second answer is that of the first."""
    await seat.says(BEN, "/register")
    where = seat.last(BEN)
    typed = given(where, {"name": "Reader"})
    sent = [shapes.press(seat.tenant, BEN, where, action(where, "Next"), typed) for _ in range(3)]
    answers = [await seat.does(each) for each in sent]

    assert answers[0] == answers[1] == answers[2]
    assert len(seat.tenant.said_to(BEN)) == 1


async def test_one_person_on_both_channels(seat: Seat) -> None:
    """The e-mail address is what joins them."""
    async with seat.app.database.transaction() as records:
        known = await records.people.get_by_email("ben@selat.example")
    await seat.says(BEN, "hello")
    async with seat.app.database.reading() as records:
        accounts = await records.people.list_accounts(known.id)

    assert ("teams", "00000000-0000-0000-0000-000000000ben") in {
        (each.channel, each.external_id) for each in accounts
    }


async def test_answers_are_in_the_language_of_the_client(seat: Seat) -> None:
    """Teams says it with everything."""
    assert "Halo" in seen(await seat.says(SARI, "halo"))


@pytest.mark.parametrize(
    ("user", "said"), [(GUS, "does not answer guest"), (EVA, "this organisation only")]
)
async def test_strangers_are_told_and_not_served(seat: Seat, user: str, said: str) -> None:
    """A sentence, and no more."""
    await seat.says(user, "Which data may Zapier see?")

    assert [said in each["text"] for each in seat.tenant.said_to(user)] == [True]
    async with seat.app.database.reading() as records:
        assert not [each for each in await records.people.list_all() if each.name[:3] in "GusEva"]


async def test_in_a_channel_it_answers_a_mention(seat: Seat) -> None:
    """In the thread, without the mention; what is said to others is none of its business."""
    await seat.does(shapes.mention(seat.tenant, BEN, "Which data may Zapier see?"))
    other = shapes.mention(seat.tenant, BEN, "nothing for you")
    other["entities"] = other["entities"][1:]
    await seat.does(other)
    told = in_thread(seat)

    assert len(told) == 1
    assert "[1]" in told[0]["text"]
    assert "suggestedActions" not in told[0]
    assert seat.tenant.refusals == []


async def test_what_lacks_a_part_is_read_all_the_same(seat: Seat) -> None:
    """No recipient, no text, no sender, odd parts: acknowledged, and nobody is answered wrongly."""
    whole = shapes.mention(seat.tenant, BEN, "hello", where=GROUP)
    for part in ("recipient", "text", "from", "entities", "conversation", "id", "attachments"):
        await seat.does({name: value for name, value in whole.items() if name != part})
    await seat.does({**whole, "entities": [{"type": "mention", "mentioned": None}]})

    assert not [each for each in seat.tenant.calls if each[0] == "update"]
    assert seat.tenant.refusals == []


async def test_what_is_personal_goes_to_the_person(seat: Seat) -> None:
    """A note in the group says so."""
    await seat.does(shapes.mention(seat.tenant, BEN, "register", where=GROUP))
    note = list(seat.tenant.messages[GROUP].values())

    assert "where only you can read it" in seen(note)
    assert "Input." in str(seat.last(BEN))
    assert seat.tenant.refusals == []


async def test_where_the_lead_wants_it_the_asker_reads_first_and_shares(seat: Seat) -> None:
    """Once, and only where they are themselves."""
    await seat.does(shapes.mention(seat.tenant, MEI, "channel settings", where=GROUP))
    await seat.press(MEI, "channel.save", values={"first": "asker", "threads": "yes"})
    note = len(seat.tenant.messages[GROUP])
    await seat.does(shapes.mention(seat.tenant, BEN, "Which data may Zapier see?", where=GROUP))
    private = next(each for each in seat.tenant.said_to(BEN) if "teams.share" in str(each))
    shared = seat.tenant.messages[GROUP]
    before = len(shared)
    await seat.press(BEN, "Share in the channel", private)
    await seat.clock.pause(60)
    await seat.press(BEN, "Share in the channel", private)
    foreign = action(private, "Share in the channel")
    foreign["data"]["guildmate"]["value"] = foreign["data"]["guildmate"]["value"].replace(
        GROUP, seat.tenant.chat(ARUN)
    )
    seat.tenant.without_the_app = {ARUN}
    await seat.does(shapes.press(seat.tenant, BEN, private, foreign, {}))

    assert note + 1 == before
    assert "[1]" in seen(seat.tenant.said_to(BEN))
    assert len(shared) == before + 1
    assert "[1]" in list(shared.values())[-1]["text"]
    assert seat.tenant.said_to(ARUN) == []
    assert seat.tenant.refusals == []


async def private_answer(seat: Seat) -> dict[str, Any]:
    """Ask in a group whose lead lets the asker read first, and give what they read."""
    await seat.does(shapes.mention(seat.tenant, MEI, "channel settings", where=GROUP))
    await seat.press(MEI, "channel.save", values={"first": "asker", "threads": "yes"})
    await seat.does(shapes.mention(seat.tenant, BEN, "Which data may Zapier see?", where=GROUP))
    return next(each for each in seat.tenant.said_to(BEN) if "teams.share" in str(each))


async def test_what_is_personal_is_not_shared_whatever_is_pressed(seat: Seat) -> None:
    """Not even by who was told it, with a button that was made up."""
    private = await private_answer(seat)
    mine = shapes.message(seat.tenant, BEN, "home")
    await seat.does(mine)
    event = parse_message(mine)
    assert event
    before = len(seat.tenant.messages[GROUP])
    forged = action(private, "Share in the channel")
    forged["data"]["guildmate"]["value"] = f"{GROUP} {event.id}"
    refused = await seat.does(shapes.press(seat.tenant, BEN, private, forged, {}))

    assert "This is no longer there." in refused["value"]
    assert len(seat.tenant.messages[GROUP]) == before


async def test_what_could_not_be_shared_can_be_shared_later(seat: Seat) -> None:
    """Each press is answered by what came of it."""
    private = await private_answer(seat)
    before = len(seat.tenant.messages[GROUP])
    seat.tenant.failing = [Failing("send", 400, "BadSyntax")]
    failed = await seat.press(BEN, "Share in the channel", private)
    shared = await seat.press(BEN, "Share in the channel", private)
    again = await seat.press(BEN, "Share in the channel", private)

    assert "could not put it into the channel" in failed["value"]
    assert shared["value"] == again["value"] == "It is in the channel now."
    assert len(seat.tenant.messages[GROUP]) == before + 1


async def test_a_press_of_somebody_who_is_not_served_says_why(seat: Seat) -> None:
    """On the card, and nowhere else."""
    await seat.says(BEN, "/home")
    where = seat.last(BEN)
    press = shapes.press(seat.tenant, GUS, where, action(where, "register.start"), {})
    refused = await seat.does(shapes.shared(press))

    assert "does not answer guest" in refused["value"]
    assert not seat.tenant.messages[GROUP]


async def test_who_has_no_app_is_told_in_the_group_and_owed(seat: Seat) -> None:
    """It comes when they have installed it."""
    seat.tenant.without_the_app = {BEN}
    seat.tenant.people[BEN]["is_in"] = GROUP
    await seat.does(shapes.mention(seat.tenant, BEN, "register", where=GROUP))
    told = seen(list(seat.tenant.messages[GROUP].values()))
    await seat.deliveries()
    seat.tenant.without_the_app = set()
    await seat.does(shapes.installation(seat.tenant, BEN, "add"))
    await seat.deliveries()
    await seat.deliveries()

    assert "Add Guildmate to your apps" in told
    assert len([each for each in seat.tenant.said_to(BEN) if "Input." in str(each)]) == 1


async def test_installing_shows_home_and_removing_is_remembered(seat: Seat) -> None:
    """Once each, however often it is told; nobody is written to who took the app away."""
    hello = shapes.installation(seat.tenant, BEN, "add")
    await seat.does(shapes.joined(seat.tenant, BEN))
    await seat.does(hello)
    await seat.does(hello)
    first = seat.tenant.said_to(BEN)
    await seat.does(shapes.installation(seat.tenant, BEN, "remove"))
    ben = seat.tenant.people[BEN]["aadObjectId"]
    with pytest.raises(UndeliverableError, match="uninstalled") as refused:
        await seat.channel.deliver(ben, Reply.text("Hello"), locale="en", key="k")
    await seat.does(shapes.installation(seat.tenant, BEN, "add-upgrade"))
    await seat.channel.deliver(ben, Reply.text("Hello"), locale="en", key="k")

    assert len(first) == 1
    assert "answer questions about the AI policy" in seen(first)
    assert refused.value.is_final
    assert seat.last(BEN)["text"] == "Hello"


async def test_who_blocks_us_is_not_tried_for_ever(seat: Seat) -> None:
    """It is final, recorded, and shown to the lead with what to do."""
    await seat.says(BEN, "hello")
    seat.tenant.blocked_by = {BEN}
    ben = seat.tenant.people[BEN]["aadObjectId"]
    with pytest.raises(UndeliverableError) as refused:
        await seat.channel.deliver(ben, Reply.text("Hello"), locale="en", key="k")
    calls = len(seat.tenant.calls)
    with pytest.raises(UndeliverableError):
        await seat.channel.deliver(ben, Reply.text("Hello"), locale="en", key="k2")
    async with seat.app.database.reading() as records:
        room = await records.conversations.find("teams", ben)

    assert refused.value.is_final
    assert len(seat.tenant.calls) == calls
    assert room
    assert room.state is ConversationState.BLOCKED


PASSING = [
    Failing("send", 429, "Throttled", retry_after=2),
    Failing("send", 412, "PreconditionFailed", times=2),
    Failing("send", 502, times=3),
    Failing("send", 504, "GatewayTimeout"),
    Failing("who", 0),
    Failing("who", 500, "InternalServerError"),
]


@pytest.mark.parametrize("failing", PASSING, ids=lambda each: f"{each.kind} {each.status}")
async def test_a_failure_that_passes_is_not_noticed(seat: Seat, failing: Failing) -> None:
    """It is tried again, after as long as Teams asks."""
    seat.tenant.failing = [failing]
    await seat.says(BEN, "Which data may Zapier see?")

    assert len(seat.tenant.said_to(BEN)) == 1
    assert "[1]" in seat.last(BEN)["text"]


LASTING = [
    Failing("send", 429, "Throttled", times=50, retry_after=600),
    Failing("send", 502, times=50),
    Failing("send", 500, "InternalServerError", times=50),
    Failing("send", 0, times=50),
    Failing("send", 400, "BadSyntax", times=2),
    Failing("send", 403, "Forbidden", times=50),
]


@pytest.mark.parametrize("failing", LASTING, ids=lambda each: f"{each.kind} {each.status}")
async def test_what_teams_does_not_take_is_owed(seat: Seat, failing: Failing) -> None:
    """It comes later, once."""
    seat.tenant.failing = [failing]
    await seat.does(shapes.message(seat.tenant, BEN, "Which data may Zapier see?"))
    at_first = len(seat.tenant.said_to(BEN))
    seat.tenant.failing = []
    await seat.clock.pause(3600)
    await seat.deliveries()
    await seat.deliveries()

    assert at_first == 0
    assert ["[1]" in each["text"] for each in seat.tenant.said_to(BEN)] == [True]


class Stuck(Hurry):
    """A clock by which every wait is for ever."""

    async def pause(self, seconds: float) -> None:
        """Wait, and wait."""
        await asyncio.sleep(seconds * 3600)


async def test_what_is_on_its_way_when_the_process_ends_is_said_by_the_next(
    settings: Settings, tenant: Tenant, clock: Hurry
) -> None:
    """It is not waited for long, and nothing of it is lost."""
    tenant.failing = [Failing("send", 502, times=1_000)]
    async with seated(settings, tenant, Stuck(), grace=0.2) as seat:
        await seat.post(shapes.message(tenant, BEN, "Which data may Zapier see?"))
        async with asyncio.timeout(20):
            while "send" not in {kind for kind, _ in tenant.calls}:  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0.05)
    tenant.failing = []
    at_first = len(tenant.said_to(BEN))
    await clock.pause(3600)
    async with seated(settings, tenant, clock) as seat:
        await seat.deliveries()

    assert at_first == 0
    assert ["[1]" in each["text"] for each in tenant.said_to(BEN)] == [True]


async def test_a_message_that_has_gone_is_written_anew(seat: Seat) -> None:
    """A card that somebody deleted comes back with what it became."""
    await seat.says(BEN, "/office-hours")
    where = seat.last(BEN)
    del seat.tenant.messages[seat.tenant.chat(BEN)][where["id"]]
    await seat.press(BEN, "Testing and quality", where)

    assert len(seat.tenant.said_to(BEN)) == 1
    assert seat.last(BEN)["id"] != where["id"]


async def test_who_cannot_be_told_apart_is_not_served(seat: Seat) -> None:
    """Unless they were here before: then they are taken as they were."""
    seat.tenant.failing = [Failing("who", 502, times=50)]
    await seat.says(BEN, "hello")
    unknown = seen(seat.tenant.said_to(BEN))
    seat.tenant.failing = []
    await seat.says(BEN, "hello")
    seat.tenant.failing = [Failing("who", 502, times=50)]
    await seat.clock.pause(3600)
    await seat.says(BEN, "hello")

    assert "could not find out who you are" in unknown
    assert "could not find out" not in seen(seat.last(BEN))


async def test_what_asks_for_nothing_is_acknowledged(seat: Seat) -> None:
    """Hearts, edits, other bots' invokes and kinds that nobody knows."""
    await seat.says(BEN, "hello")
    before = len(seat.tenant.calls)
    tenant = seat.tenant
    answers = [
        await seat.does(shapes.reaction(tenant, BEN, seat.last(BEN))),
        await seat.does(shapes.activity(tenant, BEN, "messageUpdate", text="hi")),
        await seat.does(shapes.activity(tenant, BEN, "something", x=[1, {"y": None}])),
        await seat.does(shapes.invoke(tenant, BEN, "signin/verifyState", {"state": "1"})),
        await seat.does(shapes.invoke(tenant, BEN, "unheard/of", {})),
    ]

    assert answers == [{}] * 5
    assert len(seat.tenant.calls) == before


NASTY = (
    "<at>everyone</at> [click](https://evil.example) <b>x</b> {{DATE(2026-01-01)}}",
    "\u202eabc\u202c",
    "```\ncode\n```",
    "x" * 40_000,
    "\U0001f600" * 500,
)


@pytest.mark.parametrize("said", NASTY, ids=range(len(NASTY)))
async def test_nothing_that_is_said_means_anything(seat: Seat, said: str) -> None:
    """No mention, link or markup of anybody's own comes back."""
    await seat.says(BEN, said)
    told = seat.tenant.said_to(BEN)

    assert told
    assert seat.tenant.refusals == []
    assert not [each for each in told if "<at>" in str(each) or '"mention"' in str(each)]
    assert "](https://evil.example" not in str(told)


async def test_an_unknown_press_is_answered(seat: Seat) -> None:
    """A card of an older release, or of somebody else."""
    await seat.says(BEN, "/home")
    where = seat.last(BEN)
    old = {"verb": "gone.away", "data": {"guildmate": {"action": "gone.away", "value": "1"}}}
    foreign = {"verb": "x", "data": {"y": 1}}
    stale = await seat.does(shapes.press(seat.tenant, BEN, where, old, {}))
    nothing = await seat.does(shapes.press(seat.tenant, BEN, where, foreign, {}))

    assert "older message" in seen(stale["value"])
    assert "no longer there" in nothing["value"]


async def test_neither_log_nor_card_tells_about_people(seat: Seat) -> None:
    """Neither names, nor addresses, nor what was said; what a card carries is a hash."""
    seat.tenant.failing = [Failing("send", 400, "BadSyntax")]
    with structlog.testing.capture_logs() as logs:
        said = shapes.message(seat.tenant, BEN, "My salary is 4711, may Zapier see it?")
        await seat.does(said)
        await seat.does(shapes.mention(seat.tenant, MEI, "register"))
    carried = {
        each["data"]["guildmate"]["carried"]["stamp"]
        for each in parts(seat.last(MEI))
        if each["type"] == "Action.Execute"
    }

    for secret in ("Ben", "ben@", "4711", "salary", "Zapier", "eyJ"):
        assert secret not in repr(logs)
    assert [len(each) for each in carried] == [16]


async def test_a_lead_learns_whom_nobody_can_write_to(seat: Seat) -> None:
    """By name, with why and what to do."""
    await seat.says(BEN, "hello")
    await seat.does(shapes.installation(seat.tenant, BEN, "remove"))
    await seat.says(MEI, "hello")
    async with seat.app.database.transaction() as records:
        mei = await records.people.get_by_email("mei@selat.example")
        await records.people.grant(mei, Role.LEAD, by=None, at=seat.clock.now())
    home = seen(await seat.says(MEI, "/home"))

    assert "Ben Ong" in home
    assert "taken the app away" in home
