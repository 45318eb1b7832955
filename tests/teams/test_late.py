"""What takes longer than Teams waits: acknowledged at once, and shown when it is there."""

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings
from tests.fixtures.models import Script, ScriptedModel
from tests.handlers.registering import INVOICES
from tests.teams.conftest import Hurry, Seat, action, given, seated, seen, settings_for
from tests.teams.doubles import shapes
from tests.teams.doubles.tenant import GROUP, Tenant
from tests.teams.doubles.validity import parts
from tests.teams.test_cases import case_in_group
from tests.teams.test_dialogs import opened, task

BEN, MEI, ARUN = "29:1ben", "29:1mei", "29:1arun"
JSON = dict[str, Any]

NO_TIME = 0.0
"""Seconds within which nothing can be done."""


async def test_what_takes_long_is_acknowledged_and_shown_later(
    settings: Settings, tenant: Tenant, clock: Hurry
) -> None:
    """The card stays until it gives way."""
    async with seated(settings, tenant, clock, at_once=NO_TIME) as slow:
        await slow.says(BEN, "/office-hours")
        where = slow.last(BEN)
        answer = await slow.press(BEN, "Testing and quality", where)

    assert answer["value"] == "One moment…"
    assert slow.last(BEN)["id"] == where["id"]
    assert "Testing and quality" in seen(slow.last(BEN))
    assert tenant.refusals == []


async def test_a_dialog_that_takes_long_goes_on_in_the_chat(
    settings: Settings, tenant: Tenant, clock: Hurry
) -> None:
    """Nothing of it is lost."""
    async with seated(settings, tenant, clock) as seat:
        await seat.says(BEN, "/register")
        where = seat.last(BEN)
        shown = await opened(seat, BEN)
    async with seated(settings, tenant, clock, at_once=NO_TIME) as slow:
        answer = await slow.submit(BEN, shown, "Next", INVOICES)

    assert answer["task"] == {"type": "message", "value": "It is in our conversation."}
    assert slow.last(BEN)["id"] == where["id"]
    assert "Reads supplier invoices" in str(slow.last(BEN)) or "Step 2" in seen(slow.last(BEN))


async def test_an_answer_about_a_message_that_takes_long_comes_into_the_chat(
    tenant: Tenant, clock: Hurry, scripted: ScriptedModel, prepared_home: Path, tmp_path: Path
) -> None:
    """The window says where it will be, and there it is."""
    scripted.answers = lambda _: Script("I cannot say.", pieces=2, pause=0.7)
    shutil.copytree(prepared_home, tmp_path / "home")
    settings = settings_for(tenant, tmp_path / "home", scripted.url)
    async with seated(settings, tenant, clock, at_once=0.5) as seat:
        await seat.says(BEN, "hello")
        form = task(await seat.does(shapes.asked_about(tenant, BEN, "<p>Zapier?</p>")))
        typed = given(form, {"question": "Which data may Zapier see?"})
        about = shapes.submit(tenant, BEN, action(form, "Ask"), typed)
        submitted = shapes.shared({**about, "name": "composeExtension/submitAction"})
        answer = await seat.does(submitted)

    assert answer["task"] == {"type": "message", "value": "It is in our conversation."}
    assert "Zapier" in seen(tenant.said_to(BEN)[1:])
    assert tenant.messages[GROUP] == {}


def asked(tenant: Tenant, where: JSON) -> dict[str, Callable[[], JSON]]:
    """Ask for what is answered at once, in each of the ways there are."""
    press = action(where, "register.start")
    return {
        "adaptiveCard/action": lambda: shapes.press(tenant, BEN, where, press, {}),
        "task/fetch": lambda: shapes.fetch(tenant, BEN, where, press),
        "task/submit": lambda: shapes.submit(tenant, BEN, press, {}),
        "composeExtension/query": lambda: shapes.searched(
            tenant, BEN, "searchHandbook", "zapier data"
        ),
        "composeExtension/fetchTask": lambda: shapes.asked_about(tenant, BEN, "<p>Hi</p>"),
        "composeExtension/submitAction": lambda: {
            **shapes.submit(tenant, BEN, press, {}),
            "name": "composeExtension/submitAction",
        },
    }


def is_asking(seat: Seat) -> bool:
    """Tell whether Teams has not yet said who somebody is."""
    return bool(seat.channel._tasks._running)  # noqa: SLF001 - what goes on behind an answer


async def test_a_roster_that_takes_long_keeps_no_invoke_waiting(
    settings: Settings, tenant: Tenant, clock: Hurry
) -> None:
    """Each is answered by a sentence of its kind; the next time it is known who they are."""
    async with seated(settings, tenant, clock) as seat:
        where = await seat.says(BEN, "/home")
    still_asking: dict[str, bool] = {}
    said: dict[str, str] = {}
    for kind in asked(tenant, where):
        async with seated(settings, tenant, clock, at_once=0.3) as seat:
            tenant.slow = {"who": 1.5}
            status, answer = await seat.post(asked(tenant, where)[kind]())
            still_asking[kind] = is_asking(seat)
            said[kind] = str(answer)
            assert status == 200
            tenant.slow = {}

    assert all(still_asking.values()), still_asking
    assert all("moment" in each or "our conversation" in each for each in said.values()), said
    assert tenant.refusals == []


async def test_nobody_who_was_here_waits_for_the_roster(seat: Seat) -> None:
    """They are taken as they were, and asked about meanwhile: a guest is refused the next time."""
    await seat.says(BEN, "hello")
    await seat.clock.pause(3600)
    seat.tenant.slow = {"who": 1.5}
    seat.tenant.people[BEN]["userRole"] = "guest"
    _, found = await seat.post(shapes.searched(seat.tenant, BEN, "searchHandbook", "zapier data"))
    still_asking = is_asking(seat)
    await seat.channel.wait_until_idle()
    told = await seat.says(BEN, "hello again")
    seat.tenant.people[BEN]["userRole"] = "user"

    assert still_asking
    assert found["composeExtension"]["type"] == "result"
    assert "does not answer guest" in seen(told)


async def test_another_language_needs_no_roster(seat: Seat) -> None:
    """The client says it."""
    await seat.says(BEN, "hello")
    seat.tenant.slow = {"who": 5.0}
    async with asyncio.timeout(4):
        told = await seat.says(BEN, "halo", locale="id-ID")

    assert "Halo" in seen(told)


async def test_a_form_of_a_case_that_comes_late_goes_to_the_reviewer(
    settings: Settings, tenant: Tenant, clock: Hurry
) -> None:
    """In place of the card everybody would see it; alone they can fill it in."""
    async with seated(settings, tenant, clock) as seat:
        posted, view = await case_in_group(seat)
    async with seated(settings, tenant, clock, at_once=NO_TIME) as slow:
        answer = await slow.does(
            shapes.shared(shapes.press(tenant, ARUN, posted, action(view, "Approve"), {}))
        )
        form = slow.last(ARUN)

    assert answer["value"] == "One moment…"
    assert [each for each in parts(form) if each["type"] == "Input.Text"]
    assert "Input." not in str(list(tenant.messages[GROUP].values()))
    assert tenant.refusals == []


async def test_what_breaks_late_is_said_and_the_card_is_still_there(
    settings: Settings, tenant: Tenant, clock: Hurry, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was typed is not lost."""
    async with seated(settings, tenant, clock, at_once=NO_TIME) as slow:
        await slow.says(BEN, "/register")
        where = slow.last(BEN)

        async def broken(*_: object, **__: object) -> None:
            await asyncio.sleep(0.01)  # as long as a database takes at least
            raise RuntimeError("gone")

        monkeypatch.setattr(slow.app.assistant.__class__, "accept", broken)
        answer = await slow.press(BEN, "Next", where, INVOICES)

    assert answer["value"] == "One moment…"
    assert tenant.said_to(BEN)[0] == where
    assert "Something went wrong" in seen(slow.last(BEN))


async def test_what_breaks_at_once_is_said_on_the_card(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nowhere else."""
    await seat.says(BEN, "/register")

    async def broken(*_: object, **__: object) -> None:
        raise RuntimeError("gone")

    monkeypatch.setattr(seat.app.assistant.__class__, "accept", broken)
    answer = await seat.press(BEN, "Next", values=INVOICES)

    assert "Something went wrong" in answer["value"]
    assert len(seat.tenant.said_to(BEN)) == 1
