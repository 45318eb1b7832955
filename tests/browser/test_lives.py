"""A whole life of a solution on the page, in a real browser, by the buttons that are offered."""

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

from playwright.sync_api import FilePayload, Locator, expect

from bot import clock
from governance import Database
from tests.bot.conftest import Running
from tests.browser.conftest import Guest, Open
from tests.fixtures.lives import hold_life
from tests.handlers.registering import INVOICES, train

PDF = b"%PDF-1.7 ten cases"

ANSWERS = {**INVOICES, "backup": "linh@selat.example"}


def press(guest: Guest, action: str) -> Locator:
    """Press the latest button that does something, and say yes where the page asks once more."""
    turns = guest.page.locator(".entry:not(:has(.news))")
    shown = turns.count()
    guest.page.locator(f'#log [data-action="{action}"]').last.click()
    if guest.page.locator("#confirm").evaluate("dialog => dialog.open"):
        guest.page.locator("#confirm-yes").click()
    expect(turns).not_to_have_count(shown)  # after a dialog closed, the turn is not yet begun
    return guest.reply()


def on_page(guest: Guest, action: str, values: Mapping[str, str] | None = None) -> None:
    """Open the page of the solution, press something on it, and fill in what that asks."""
    guest.say("/solutions SOL-0001")
    press(guest, action)
    if values:
        guest.fill(values)


def decide(guest: Guest, action: str, values: Mapping[str, str]) -> None:
    """Open the case that waits, and decide."""
    guest.say("/review")
    press(guest, "review.open")
    press(guest, action)
    guest.fill(values)


def hand_in(guest: Guest) -> None:
    """Choose a file for each thing that is asked for, and send them."""
    on_page(guest, "solutions.evidence")
    form = guest.page.locator("form.form").last
    for name in ("test-record", "user-note"):
        field = form.locator(f'[data-name="{name}"]')
        field.locator(".input").set_input_files(
            [FilePayload(name=f"{name}.pdf", mimeType="application/pdf", buffer=PDF)]
        )
        expect(field.locator("[data-value]")).to_have_count(1)
    form.locator('button[type="submit"]').click()
    guest.reply()


def take_training(running: Running) -> None:
    """Take every module that the solution asks of Ben."""

    async def take() -> None:
        database = Database.at(f"sqlite:///{running.home / 'guildmate.db'}")
        try:
            await train(database, "ben@selat.example", at=clock.now())
        finally:
            await database.close()

    with ThreadPoolExecutor() as elsewhere:  # the browser's own loop runs in this thread
        elsewhere.submit(asyncio.run, take()).result()


def test_a_whole_life(open_page: Open, running: Running) -> None:
    """Three people, each at a page of their own."""
    ben, arun, sari = (open_page(key) for key in ("ben", "arun", "sari"))
    ben.say("/register")
    while ben.page.locator("form.form").count():
        ben.fill(ANSWERS)
    press(ben, "register.confirm")
    decide(arun, "review.asking", {"comment": "Who checks the totals?"})
    on_page(ben, "solutions.answering", {"text": "I do, each Monday."})
    take_training(running)
    hand_in(ben)
    press(ben, "solutions.send-back")
    condition = {"comment": "Good.", "conditions": "Count the misread totals", "until": "30"}
    decide(arun, "review.approving", condition)
    on_page(ben, "register.revise")
    change = ben.page.locator('[data-action="register.change"]')
    ben.page.locator(".entry").filter(has=change).last.locator(change).first.click()
    ben.reply()
    ben.fill({**ANSWERS, "purpose": "Reads invoices and pays them."})
    press(ben, "register.save")
    decide(arun, "review.rejecting", {"comment": "It pays.", "way": "Let a person pay."})
    on_page(ben, "solutions.pausing", {"text": "It misreads totals."})
    ben.shoot("40-a-life-paused")
    on_page(ben, "solutions.offering", {"person": "sari@selat.example"})
    on_page(sari, "solutions.accept")
    sari.say("/solutions SOL-0001")
    press(sari, "solutions.retire")
    with ThreadPoolExecutor() as elsewhere:  # the browser's own loop runs in this thread
        elsewhere.submit(asyncio.run, _hold(running)).result()

    expect(sari.page.locator("#log")).to_contain_text("SOL-0001")


async def _hold(running: Running) -> None:
    database = Database.at(f"sqlite:///{running.home / 'guildmate.db'}")
    try:
        await hold_life(database, "Sari Wulandari")
    finally:
        await database.close()
