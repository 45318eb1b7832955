"""A whole life of a solution in Slack, and ways around its decision that are tried there."""

from collections.abc import Mapping
from typing import Any

from bot import clock
from tests.fixtures.lives import hold_back, hold_life
from tests.handlers.attempts.gaming import DISGUISED, MILDER, NICER, type_in
from tests.handlers.registering import INVOICES, hand_in, train
from tests.slack.conftest import Seat, seen
from tests.slack.test_forms import PDF, uploaded
from tests.slack.test_jobs import ARUN, BEN, SARI, WITH_BACKUP, fill

OTHERS = {**INVOICES, "purpose": "Reads invoices and pays them.", "backup": SARI}
"""What the maker changes the solution to."""


async def register(seat: Seat, answers: Mapping[str, Any] = WITH_BACKUP) -> None:
    """Let Ben register, while Arun and Sari may be written to."""
    for someone in (ARUN, SARI):
        await seat.says(someone, "hello")
    await seat.command(BEN, "/ai-register")
    await fill(seat, BEN, answers)
    await seat.press(BEN, "Register it", seat.modal)
    await seat.deliveries()


async def page(seat: Seat, user: str, button: str) -> None:
    """Open the page of the solution, and press something on it."""
    await seat.command(user, "/ai-solutions", "SOL-0001")
    await seat.press(user, button, seat.last(user))


async def decide(seat: Seat, button: str, **values: str) -> None:
    """Let Arun open the case that he was told of last, and decide."""
    await seat.press(ARUN, "review.open", seat.last(ARUN))
    await seat.press(ARUN, button, seat.last(ARUN))
    await seat.submit(ARUN, values)
    await seat.deliveries()


async def test_a_whole_life(seat: Seat) -> None:
    """From registering to retired, each step by the button that is offered for it."""
    await register(seat)
    await decide(seat, "review.asking", comment="Who checks the totals?")
    await page(seat, BEN, "solutions.answering")
    await seat.submit(BEN, {"text": "I do, each Monday."})
    await train(seat.app.database, "ben@selat.example", at=clock.now())
    await page(seat, BEN, "solutions.evidence")
    files = {name: [uploaded(seat, f"{name}.pdf", PDF)] for name in ("test-record", "user-note")}
    await seat.submit(BEN, files)
    await seat.press(BEN, "solutions.send-back", seat.modal)
    await seat.deliveries()
    await decide(
        seat,
        "review.approving",
        comment="Good.",
        conditions="Count the misread totals",
        until="30",
    )
    approved = seen(seat.last(BEN)["blocks"])
    await page(seat, BEN, "register.revise")
    await seat.press(BEN, "register.change", seat.last(BEN))
    await seat.submit(BEN, OTHERS)
    await seat.press(BEN, "register.save", seat.modal)
    await seat.deliveries()
    await decide(seat, "review.rejecting", comment="It pays.", way="Let a person pay.")
    await page(seat, BEN, "solutions.pausing")
    await seat.submit(BEN, {"text": "It misreads totals."})
    await page(seat, BEN, "solutions.offering")
    await seat.submit(BEN, {"person": SARI})
    await seat.deliveries()
    await seat.press(SARI, "solutions.accept", seat.last(SARI))
    await page(seat, SARI, "solutions.retire")

    assert "Count the misread totals" in approved
    await hold_life(seat.app.database, "Sari Wulandari")
    assert seat.workspace.refusals == []


async def save(seat: Seat, answers: Mapping[str, Any], subject: str = "") -> None:
    """Let Ben confirm *answers* that he has typed, of something new or of *subject*."""
    at, database = clock.now(), seat.app.database
    await type_in(database, "ben@selat.example", answers, subject, at=at)
    if subject:
        await page(seat, BEN, "register.revise")
        await seat.press(BEN, "register.save", seat.last(BEN))
    else:
        await seat.command(BEN, "/ai-register")
        await seat.press(BEN, "register.continue", seat.last(BEN))
        await seat.press(BEN, "register.confirm", seat.last(BEN))
    await seat.deliveries()


async def test_ways_around_a_decision(seat: Seat) -> None:
    """A double submit, an old modal, lower answers after a rejection, and a second record."""
    await seat.says(ARUN, "hello")
    await seat.command(BEN, "/ai-register")
    await fill(seat, BEN, WITH_BACKUP)
    twice = seat.pressing(BEN, "Register it", seat.modal)
    for _ in range(2):
        await seat.interact(twice)
    await seat.deliveries()
    await hand_in(seat.app.database, "ben@selat.example", at=clock.now())
    await seat.press(ARUN, "review.open", seat.last(ARUN))
    await seat.press(ARUN, "review.approving", seat.last(ARUN))
    old = seat.submitting(ARUN, {"comment": "Fine."})
    await save(seat, MILDER, "SOL-0001")
    lowered = seen(seat.last(BEN)["blocks"])
    await seat.interact(old)
    stopped = seen(seat.last(ARUN)["blocks"])
    await seat.press(ARUN, "review.rejecting", seat.last(ARUN))
    await seat.submit(ARUN, {"comment": "No.", "way": "Another one."})
    await save(seat, NICER, "SOL-0001")
    again = seen(seat.last(ARUN)["blocks"])
    await save(seat, MILDER)
    second = seen(seat.last(ARUN)["blocks"])
    await save(seat, DISGUISED)
    third = seen(seat.last(ARUN)["blocks"])

    await hold_back(seat.app.database, "review.version_changed", "attempt.refused")
    assert "SOL-0001 v1" in lowered
    assert "This has changed since you looked" in stopped
    assert "Ben Ong asks" in again
    assert "SOL-0001" in again
    assert "SOL-0002" in second
    assert "SOL-0003" in third
    gone = "chat.update: message_not_found"  # the card that the old modal was opened from
    assert [each for each in seat.workspace.refusals if each != gone] == []
