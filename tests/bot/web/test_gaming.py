"""Ways around a decision that are tried on the page, by what its own script would send."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from bot import clock
from bot.app import App
from governance import Database
from handlers.form import Value
from tests.bot.conftest import Page
from tests.fixtures.lives import hold_back
from tests.handlers.attempts.gaming import DISGUISED, MILDER, NICER, type_in
from tests.handlers.registering import INVOICES, hand_in

BEN = "ben@selat.example"


async def act(page: Page, as_: str, kind: str, action: str, **more: Any) -> str:
    """Let somebody of the demonstration press or submit something, and read the reply."""
    sent = {"kind": kind, "action": action, "id": str(uuid4()), "conversation": str(uuid4())}
    cookie = f"guildmate_person={as_}"
    status, reply = await page.post("/api/turns", sent | more, Cookie=cookie)
    assert status == 200, reply
    return str(reply)


async def typed(app: App, answers: Mapping[str, Value], subject: str = "") -> str:
    """Type *answers* into a draft, of something new or of *subject*."""
    return await type_in(app.database, BEN, answers, subject, at=clock.now())


async def form_key(database: Database) -> str:
    """Give what a decision's form carries about the first review as it is now."""
    async with database.reading() as records:
        return f"1.{(await records.reviews.get(1)).version.revision}"


async def test_ways_around_a_decision(app: App, page: Page) -> None:
    """A double submit, an old form, lower answers after a rejection, and a second record."""
    answers = {**INVOICES, "backup": MILDER["backup"]}
    key = await typed(app, answers)
    once, twice = str(uuid4()), str(uuid4())
    for id_ in (once, once, twice):
        await act(page, "ben", "pressed", "register.confirm", value=key, id=id_)
    await hand_in(app.database, BEN, at=clock.now())
    old, words = await form_key(app.database), {"comment": "Fine.", "way": "Another one."}
    save = {"value": f"SOL-0001.{await typed(app, MILDER, 'SOL-0001')}"}
    lowered = await act(page, "ben", "pressed", "register.save", **save)
    stopped = await act(page, "arun", "submitted", "review.approve", key=old, values=words)
    new = await form_key(app.database)
    rejected = await act(page, "arun", "submitted", "review.reject", key=new, values=words)
    save = {"value": f"SOL-0001.{await typed(app, NICER, 'SOL-0001')}"}
    again = await act(page, "ben", "pressed", "register.save", **save)
    second = await act(page, "ben", "pressed", "register.confirm", value=await typed(app, MILDER))
    key = await typed(app, DISGUISED)
    third = await act(page, "ben", "pressed", "register.confirm", value=key)
    queue = str(await act(page, "arun", "pressed", "review.start"))

    await hold_back(app.database, "review.version_changed", "attempt.refused")
    for each in (lowered, again, second, third):
        assert "SOL-0001 v1" in each
    assert "This has changed since you looked" in stopped
    assert "is not approved" in rejected
    assert "SOL-0001" in queue
    assert "SOL-0002" in queue
    assert "SOL-0003" in queue
