"""The three jobs in a real browser."""

import asyncio
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import expect

from bot import clock
from governance import Database
from tests.bot.conftest import Running
from tests.browser.conftest import PATIENCE, Guest, Open
from tests.fixtures.handbooks import MODELS, STARTER
from tests.handlers.registering import HARMLESS, INVOICES, hand_in

PHONE = {
    "viewport": {"width": 360, "height": 740},
    "is_mobile": True,
    "has_touch": True,
    "device_scale_factor": 2,
}


def test_somebody_new_is_shown_what_to_say(open_page: Open) -> None:
    """Who they are, that it is a demonstration, and three ways to begin."""
    guest = open_page("ben")
    guest.shoot("01-welcome")

    expect(guest.page.get_by_role("heading", name="Hello Ben")).to_be_visible()
    expect(guest.page.get_by_text("Local demonstration: you can be anybody here.")).to_be_visible()
    expect(guest.page.locator(".suggestion")).to_have_count(3)


def test_an_answer_opens_its_clause(open_page: Open) -> None:
    """The citation leads into the handbook on the same page, to the clause, and marks it."""
    guest = open_page("ben")
    reply = guest.say("May I put customer data into ChatGPT?")
    guest.shoot("02-answer")
    listed = reply.locator(".sources").first.bounding_box()
    below = reply.locator(".sources + .row").first.bounding_box()
    assert listed
    assert below
    assert below["y"] - listed["y"] - listed["height"] >= 8
    reply.locator(".source a").first.click()
    clause = guest.page.locator("#reader .clause.marked")
    expect(clause).to_be_in_viewport()
    guest.shoot("03-clause")

    assert re.search(r"/handbook/[\w-]+#[\w-]+$", guest.page.url)
    expect(clause.locator(".clause-heading")).to_be_focused()
    expect(guest.page.locator("#reader .about")).to_contain_text("Version")


def test_the_address_of_a_clause_opens_it(open_page: Open) -> None:
    """Somebody who was sent the link sees what it is about."""
    guest = open_page("ben", path="/handbook/review")
    anchor = guest.page.locator("#reader .clause").nth(2).get_attribute("data-anchor")
    guest = open_page("ben", path=f"/handbook/review#{anchor}")

    expect(guest.page.locator("#reader .clause.marked")).to_be_in_viewport()
    expect(guest.page.locator("#reader h2")).to_be_attached()


def test_an_address_with_a_version_opens_that_version(open_page: Open) -> None:
    """Old answers keep theirs, so that a reader sees what was read then."""
    guest = open_page()
    ask = "fetch('/api/handbook/review').then((got) => got.json())"
    path = str(guest.page.evaluate(ask)["versions"][0]["path"])
    guest.page.goto(guest.page.url.rstrip("/") + path)

    assert "?version=" in guest.page.url
    expect(guest.page.locator("#reader .clause").first).to_be_visible()
    expect(guest.page.locator("#reader .warned")).to_have_count(0)


def test_what_the_handbook_does_not_say_leads_to_people(open_page: Open) -> None:
    """No guess, the nearest three headings, and two ways on."""
    guest = open_page("ben")
    reply = guest.say("How do I park a helicopter on the roof?")
    guest.shoot("04-not-in-the-handbook")

    expect(reply.locator(".notice")).to_be_visible()
    expect(reply.get_by_role("button")).to_have_count(5)


def test_a_solution_is_registered_through_the_form(open_page: Open) -> None:
    """From a sentence to SOL-0001, its tier and what comes next."""
    guest = open_page("ben")
    guest.say("/register")
    guest.shoot("05-form")
    while guest.page.locator("form.form").count():
        guest.fill(INVOICES)
    guest.shoot("06-summary")
    guest.page.locator('#log [data-action="register.confirm"]').last.click()
    guest.reply()
    guest.shoot("07-registered")

    expect(guest.page.locator(".entry").last).to_contain_text("SOL-0001")
    expect(guest.page.locator("#home")).to_contain_text("SOL-0001")


def test_what_is_wrong_is_said_at_the_field(open_page: Open) -> None:
    """The cursor stands in the first wrong field, which says what is wrong."""
    guest = open_page("ben")
    guest.say("/register")
    guest.page.locator('form.form button[type="submit"]').click()
    wrong = guest.page.locator(".field.wrong .input").first
    expect(wrong).to_be_focused()
    guest.shoot("08-mistakes")

    expect(wrong).to_have_accessible_description(re.compile("Please fill this in"))
    expect(wrong).to_have_attribute("aria-invalid", "true")


def test_what_was_typed_survives_a_reload(open_page: Open) -> None:
    """In the form, in the message box, and in the conversation."""
    guest = open_page("ben")
    guest.say("/register")
    guest.page.locator(".field .input").first.fill("Menu reader")
    guest.page.locator("#say").fill("by the way")
    guest.page.reload()
    guest.ready()

    expect(guest.page.locator(".field .input").first).to_have_value("Menu reader")
    expect(guest.page.locator("#say")).to_have_value("by the way")
    expect(guest.page.locator(".me").first).to_contain_text("/register")


def test_an_office_hour_is_booked_and_kept(open_page: Open, tmp_path: Path) -> None:
    """A topic, a slot, and the invitation as a file."""
    guest = open_page("ben")
    reply = guest.say("/office-hours")
    reply.locator("button").first.click()
    slots = guest.reply()
    guest.shoot("09-slots")
    slots.locator('[data-action="office-hours.choose"]').first.click()
    booked = guest.reply()
    if booked.locator("form.form").count():
        booked.locator('button[type="submit"]').click()
        guest.reply()
    guest.shoot("10-booked")
    with guest.page.expect_download() as download:
        booked.locator("a[download]").click()
    download.value.save_as(tmp_path / "invitation.ics")

    assert download.value.suggested_filename.endswith(".ics")
    assert (tmp_path / "invitation.ics").read_text().startswith("BEGIN:VCALENDAR")
    expect(booked).to_contain_text("BKG-0001")


def test_everything_can_be_done_by_keyboard(open_page: Open) -> None:
    """From the skip link to the answer's source, and back, with nothing but keys."""
    guest = open_page("ben")
    keys = guest.page.keyboard
    skip = guest.page.locator(".skip")
    for _ in range(30):
        keys.press("Shift+Tab")
        if skip.evaluate("each => each === document.activeElement"):
            break
    expect(guest.page.locator(".skip")).to_be_focused()
    guest.shoot("11-keyboard")
    keys.press("Enter")
    expect(guest.page.locator("#say")).to_be_focused()
    keys.type("one")
    keys.press("Shift+Enter")
    keys.type("two")
    expect(guest.page.locator("#say")).to_have_value("one\ntwo")
    guest.page.locator("#say").fill("")
    keys.type("May I put customer data into ChatGPT?")
    keys.press("Enter")
    guest.reply()
    expect(guest.page.locator("#say")).to_be_focused()
    link = guest.page.locator(".source a").first
    for _ in range(30):
        keys.press("Shift+Tab")
        if link.evaluate("each => each === document.activeElement"):
            break
    keys.press("Enter")

    expect(guest.page.locator(".clause.marked .clause-heading")).to_be_focused()


def test_it_fits_a_phone(open_page: Open) -> None:
    """Nothing is wider than the screen; home and handbook are a drawer that closes."""
    guest = open_page("ben", **PHONE)
    guest.shoot("12-phone")
    guest.say("May I put customer data into ChatGPT?")
    guest.shoot("13-phone-answer")
    guest.page.locator(".source a").first.click()
    expect(guest.page.locator(".clause.marked")).to_be_in_viewport()
    guest.shoot("14-phone-clause")
    guest.page.keyboard.press("Escape")
    expect(guest.page.locator("#panel")).to_be_hidden()
    guest.say("/register")
    guest.shoot("15-phone-form")
    width = guest.page.evaluate("document.documentElement.scrollWidth")

    assert width == 360


def test_it_is_dark_when_the_system_is(open_page: Open) -> None:
    """With the same words and the same signs."""
    guest = open_page("ben", color_scheme="dark")
    guest.say("May I put customer data into ChatGPT?")
    guest.shoot("16-dark")
    ground = guest.page.evaluate("getComputedStyle(document.body).backgroundColor")
    guest.say("/register")
    guest.shoot("17-dark-form")

    assert ground == "rgb(20, 23, 27)"


def test_it_speaks_bahasa_indonesia(open_page: Open) -> None:
    """Sari's page is in her language, until she chooses another."""
    guest = open_page("sari")
    guest.say("/register")
    guest.shoot("18-bahasa")
    expect(guest.page.locator("html")).to_have_attribute("lang", "id")
    expect(guest.page.get_by_role("button", name="Kirim")).to_be_visible()
    with guest.page.expect_navigation():
        guest.page.locator("#locale").select_option("en")

    expect(guest.page.locator("html")).to_have_attribute("lang", "en")
    expect(guest.page.locator("#locale")).to_be_focused()


@pytest.mark.parametrize(
    ("locale", "asked", "send"),
    [
        ("th", "ใส่ข้อมูลลูกค้าใน ChatGPT ได้ไหม", "ส่ง"),
        ("vi", "Tôi có được đưa dữ liệu khách hàng vào ChatGPT không?", "Gửi"),
    ],
)
def test_it_speaks_thai_and_vietnamese_on_a_phone(
    open_page: Open, locale: str, asked: str, send: str
) -> None:
    """Long words and long sentences fit, in what is said and in what is asked."""
    guest = open_page("ben", **PHONE)
    with guest.page.expect_navigation():
        guest.page.locator("#locale").select_option(locale)
    guest.ready()
    guest.shoot(f"22-{locale}-welcome")
    guest.say(asked)
    guest.shoot(f"23-{locale}-answer")
    guest.say("/register")
    guest.shoot(f"24-{locale}-form")
    while guest.page.locator("form.form").count():
        guest.fill(INVOICES)
    guest.page.locator('#log [data-action="register.confirm"]').last.click()
    guest.reply()
    guest.shoot(f"25-{locale}-registered")

    expect(guest.page.locator("html")).to_have_attribute("lang", locale)
    expect(guest.page.get_by_role("button", name=send, exact=True)).to_be_visible()
    expect(guest.page.locator("#locale option")).to_have_count(4)
    assert guest.page.evaluate("document.documentElement.scrollWidth") == 360


async def prove(running: Running) -> None:
    """Hand in what Sari's solution needs before somebody approves it."""
    database = Database.at(f"sqlite:///{running.home / 'guildmate.db'}")
    try:
        await hand_in(database, "sari@selat.example", at=clock.now())
    finally:
        await database.close()


def test_a_review_is_decided_and_the_maker_is_told(open_page: Open, running: Running) -> None:
    """Sari registers, Arun approves, and the news comes to Sari's open page by itself."""
    sari = open_page("sari")
    sari.say("/register")
    while sari.page.locator("form.form").count():
        sari.fill({**INVOICES, "backup": "ben@selat.example"})
    sari.page.locator('#log [data-action="register.confirm"]').last.click()
    sari.reply()
    with ThreadPoolExecutor() as elsewhere:  # the browser's own loop runs in this thread
        elsewhere.submit(asyncio.run, prove(running)).result()
    guest = open_page("ben")
    guest.be("arun")
    guest.say("/review")
    guest.page.locator('#log [data-action="review.open"]').first.click()
    guest.reply()
    guest.shoot("19-review")
    guest.page.locator('#log [data-action="review.approving"]').last.click()
    guest.reply()
    form = guest.page.locator("form.form")
    if form.count():
        form.last.locator('button[type="submit"]').click()
        guest.reply()
    guest.shoot("20-approved")
    news = sari.page.locator(".news")

    expect(news.last).to_contain_text("SOL-0001")
    sari.shoot("21-news")


def test_a_double_click_sends_once(open_page: Open) -> None:
    """Whoever is in a hurry registers one solution."""
    guest = open_page("ben")
    guest.say("/register")
    while guest.page.locator("form.form").count():
        guest.fill(HARMLESS)
    guest.page.locator('#log [data-action="register.confirm"]').last.dblclick()
    guest.reply()
    reply = guest.say("/solutions")

    expect(reply).to_contain_text("SOL-0001")
    expect(reply).not_to_contain_text("SOL-0002")


def test_a_server_that_went_away_can_be_tried_again(open_page: Open, running: Running) -> None:
    """Nothing typed is lost, and the second try is the same turn."""
    guest = open_page("ben")
    running.kill()
    failed = guest.say("May I put customer data into ChatGPT?")
    expect(failed).to_contain_text("I could not reach Guildmate.")
    guest.shoot("22-away")
    running.start()
    failed.get_by_role("button", name="Try again").click()

    expect(guest.page.locator(".source").first).to_be_visible()
    expect(guest.page.locator(".me")).to_have_count(1)


def test_a_dangerous_step_asks_once_more(open_page: Open) -> None:
    """And takes no for an answer."""
    guest = open_page("ben")
    guest.say("/register")
    guest.page.get_by_role("button", name="Start over").click()
    dialog = guest.page.get_by_role("dialog")
    guest.shoot("23-confirm")
    dialog.get_by_role("button", name="No, go back").click()
    expect(guest.page.locator("form.form")).to_be_visible()
    guest.page.get_by_role("button", name="Start over").click()
    with guest.page.expect_navigation():
        dialog.get_by_role("button", name="Start over").click()

    expect(guest.page.locator(".hello")).to_be_visible()


def test_text_that_wants_to_be_more_stays_text(open_page: Open) -> None:
    """What people type is shown as they typed it."""
    guest = open_page("ben")
    typed = '<img src=x onerror="window.hit=1"> **bold** \u202eabc 👩‍👩‍👧 ' + "long" * 500
    guest.say(typed)

    expect(guest.page.locator(".me")).to_contain_text('<img src=x onerror="window.hit=1">')
    assert guest.page.evaluate("window.hit") is None
    assert guest.page.evaluate("document.documentElement.scrollWidth") == 1280


def test_the_making_of_the_index_is_shown(
    open_page: Open, running: Running, tmp_path: Path
) -> None:
    """A bar on the page while embeddings are made, and answers meanwhile.

    Every paragraph of the starter handbook is another one, so that no vector comes with it.
    """
    running.kill()
    folder = tmp_path / "handbook"
    shutil.copytree(STARTER, folder, ignore=shutil.ignore_patterns("__pycache__", "*.notes.yaml"))
    for page in folder.glob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace(". ", ". Please note: ").replace(".\n", ", always.\n"))
    running.env = {"GUILDMATE_EMBEDDER": "e5", "GUILDMATE_HANDBOOK": str(folder)}
    (running.home / "models").symlink_to(MODELS)
    running.start()
    guest = open_page("ben")
    expect(guest.page.locator("#embedding")).to_be_visible()
    guest.shoot("24-embedding")
    reply = guest.say("May I put customer data into ChatGPT?")
    expect(reply.locator(".source").first).to_be_visible()

    expect(guest.page.locator("#embedding")).to_be_hidden(timeout=120_000)


def test_another_tab_that_became_somebody_else_is_followed(open_page: Open) -> None:
    """A page never acts as another person than it shows; what was typed stays with its owner."""
    guest = open_page("ben")
    guest.say("/register")
    guest.page.locator(".field .input").first.fill("Ben's reader")
    with guest.page.context.expect_page() as opening:
        guest.page.evaluate("window.open('/')")
    other = Guest(opening.value)
    other.ready()
    other.be("sari")
    expect(guest.page.locator("#became")).to_contain_text("Sari Wulandari", timeout=PATIENCE)
    expect(guest.page.locator("#identity")).to_have_value("sari")
    expect(guest.page.locator("form.form")).to_have_count(0)
    guest.be("ben")

    expect(guest.page.locator(".field .input").first).to_have_value("Ben's reader")


def test_a_refused_form_keeps_what_was_typed(open_page: Open) -> None:
    """It stays open and does not say that it was sent."""
    guest = open_page("ben")
    guest.say("/register")
    while guest.page.locator("form.form").count():
        guest.fill(INVOICES)
    guest.page.locator('#log [data-action="register.confirm"]').last.click()
    guest.reply()
    guests = [open_page("arun"), open_page("nattaya")]
    for reviewer in guests:
        reviewer.say("/review")
        reviewer.page.locator('#log [data-action="review.open"]').first.click()
        reviewer.reply()
        reviewer.page.locator('#log [data-action="review.rejecting"]').last.click()
        reviewer.reply()
        reviewer.page.locator("form.form .input").first.fill("Finance runs one already.")
        reviewer.page.locator("form.form .input").last.fill("Too many invoices are misread.")
    for reviewer in guests:
        reviewer.page.locator('form.form button[type="submit"]').last.click()
        reviewer.reply()
    first, second = (reviewer.page for reviewer in guests)

    expect(first.locator("form.form")).to_have_count(0)
    expect(second.locator("form.form .input").last).to_have_value("Too many invoices are misread.")
    expect(second.locator(".done")).to_have_count(0)
