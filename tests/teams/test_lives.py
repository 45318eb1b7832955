"""A whole life of a solution in Teams, and ways around its decision that are tried there."""

from collections.abc import Mapping
from typing import Any

from bot import clock
from tests.fixtures.lives import hold_back, hold_life
from tests.handlers.attempts.gaming import DISGUISED, MILDER, NICER, type_in
from tests.handlers.registering import hand_in, train
from tests.teams.conftest import Seat, action, given, seen
from tests.teams.doubles import shapes
from tests.teams.test_jobs import ARUN, BEN, SARI, WITH_BACKUP, fill

PAYS = {**WITH_BACKUP, "purpose": "Reads invoices and pays them."}
"""What the maker changes the solution to."""


async def page(seat: Seat, user: str, button: str) -> None:
    """Open the page of the solution, and press something on it."""
    await seat.says(user, "/solutions SOL-0001")
    await seat.press(user, button)


async def submit(seat: Seat, user: str, form: str, values: Mapping[str, Any]) -> None:
    """Fill in the form that is shown, and let what it led to go out."""
    await seat.press(user, form, values=values)
    await seat.deliveries()


async def test_a_whole_life(seat: Seat) -> None:
    """From registering to retired, each step by the button that is offered for it."""
    for someone in (ARUN, SARI):
        await seat.says(someone, "hello")
    await seat.says(BEN, "/register")
    await fill(seat, BEN, WITH_BACKUP)
    await submit(seat, BEN, "register.confirm", {})
    await seat.press(ARUN, "review.open")
    await seat.press(ARUN, "review.asking")
    await submit(seat, ARUN, "review.ask", {"comment": "Who checks the totals?"})
    await page(seat, BEN, "solutions.answering")
    await submit(seat, BEN, "solutions.answer", {"text": "I do, each Monday."})
    await train(seat.app.database, "ben@selat.example", at=clock.now())
    await page(seat, BEN, "solutions.evidence")
    await seat.press(BEN, "solutions.talk")
    for name in ("test-record", "user-note"):
        await seat.says(BEN, f"https://proof.example/{name}")
    await page(seat, BEN, "solutions.send-back")
    await seat.deliveries()
    await seat.press(ARUN, "review.open")
    await seat.press(ARUN, "review.approving")
    said = {"comment": "Good.", "conditions": "Count the misread totals", "until": "30"}
    await submit(seat, ARUN, "review.approve", said)
    approved = seen(seat.last(BEN))
    await page(seat, BEN, "register.revise")
    await seat.press(BEN, "register.change")
    await seat.press(BEN, "register.step", values=PAYS)
    await submit(seat, BEN, "register.save", {})
    await seat.press(ARUN, "review.open")
    await seat.press(ARUN, "review.rejecting")
    await submit(seat, ARUN, "review.reject", {"comment": "It pays.", "way": "Let a person pay."})
    await page(seat, BEN, "solutions.pausing")
    await submit(seat, BEN, "solutions.pause", {"text": "It misreads totals."})
    await page(seat, BEN, "solutions.offering")
    await submit(seat, BEN, "solutions.offer", {"person": "sari@selat.example"})
    await seat.press(SARI, "solutions.accept")
    await page(seat, SARI, "solutions.retire")

    assert "Count the misread totals" in approved
    await hold_life(seat.app.database, "Sari Wulandari")
    assert seat.tenant.refusals == []


async def save(seat: Seat, answers: Mapping[str, Any], subject: str = "") -> None:
    """Let Ben confirm *answers* that he has typed, of something new or of *subject*."""
    await type_in(seat.app.database, "ben@selat.example", answers, subject, at=clock.now())
    if subject:
        await page(seat, BEN, "register.revise")
    else:
        await seat.says(BEN, "/register")
        await seat.press(BEN, "register.continue")
    await submit(seat, BEN, "register.save" if subject else "register.confirm", {})


async def test_ways_around_a_decision(seat: Seat) -> None:
    """A double submit, an old form, lower answers after a rejection, and a second record."""
    await seat.says(ARUN, "hello")
    await seat.says(BEN, "/register")
    await fill(seat, BEN, WITH_BACKUP)
    summary = seat.last(BEN)
    twice = shapes.press(seat.tenant, BEN, summary, action(summary, "register.confirm"), {})
    for _ in range(2):
        await seat.does(twice)
    await seat.deliveries()
    await hand_in(seat.app.database, "ben@selat.example", at=clock.now())
    await seat.press(ARUN, "review.open")
    await seat.press(ARUN, "review.approving")
    form = seat.last(ARUN)
    typed = given(form, {"comment": "Fine."})
    old = shapes.press(seat.tenant, ARUN, form, action(form, "review.approve"), typed)
    await save(seat, MILDER, "SOL-0001")
    lowered = seen(seat.last(BEN))
    stopped = seen(await seat.does(old))
    await seat.says(ARUN, "/review")
    await seat.press(ARUN, "review.open")
    await seat.press(ARUN, "review.rejecting")
    await submit(seat, ARUN, "review.reject", {"comment": "No.", "way": "Another one."})
    await save(seat, NICER, "SOL-0001")
    again = seen(seat.last(ARUN))
    await save(seat, MILDER)
    second = seen(seat.last(ARUN))
    await save(seat, DISGUISED)
    third = seen(seat.last(ARUN))

    await hold_back(seat.app.database, "review.version_changed", "attempt.refused")
    assert "SOL-0001 v1" in lowered
    assert "This has changed since you looked" in stopped
    assert "Ben Ong asks" in again
    assert "SOL-0001" in again
    assert "SOL-0002" in second
    assert "SOL-0003" in third
    assert seat.tenant.refusals == []
