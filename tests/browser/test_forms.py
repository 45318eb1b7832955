"""Forms on the page that are more than fields, as people meet them."""

from pathlib import Path

from playwright.sync_api import Route, expect

from tests.browser.conftest import Open
from tests.handlers.registering import INVOICES

PDF = b"%PDF-1.7 ten cases"


def test_a_question_that_follows_appears_while_the_form_is_filled_in(open_page: Open) -> None:
    """What was typed stays, and the cursor too."""
    guest = open_page("ben")
    guest.say("/register")
    form = guest.page.locator("form.form")
    form.locator('[data-name="name"] .input').fill("Menu reader")
    running = form.locator('[data-name="already_running"] input[value="yes"]')
    running.check()
    follows = form.locator('[data-name="problem_seen"]')
    expect(follows).to_be_visible()

    expect(form.locator('[data-name="name"] .input')).to_have_value("Menu reader")
    expect(running).to_be_focused()
    expect(running).to_be_checked()
    form.locator('[data-name="already_running"] input[value="no"]').check()
    expect(follows).to_have_count(0)


def test_evidence_is_handed_in_and_taken_out_by_a_reviewer(open_page: Open, tmp_path: Path) -> None:
    """The form waits for every file; one that is not taken is said, and the others are there."""
    guest = open_page("ben")
    guest.say("/register")
    while guest.page.locator("form.form").count():
        guest.fill(INVOICES)
    guest.page.locator('#log [data-action="register.confirm"]').last.click()
    guest.reply()
    guest.press("Add evidence")
    form = guest.page.locator("form.form")
    record = form.locator('[data-name="test-record"]')
    (tmp_path / "tests.pdf").write_bytes(PDF)
    (tmp_path / "tests.exe").write_bytes(b"MZ")
    slow: list[Route] = []

    def hold(route: Route) -> None:
        slow.append(route)

    guest.page.route("**/api/files?name=tests.pdf", hold)
    record.locator(".input").set_input_files([tmp_path / "tests.pdf", tmp_path / "tests.exe"])
    expect(record.locator("[data-value]")).to_have_count(1)
    expect(form.locator('button[type="submit"]')).to_be_disabled()
    slow[0].continue_()
    expect(record.locator("[data-value]")).to_have_count(2)
    form.locator('button[type="submit"]').click()
    expect(record.locator(".error")).to_contain_text("tests.exe is not of a kind I take")
    guest.shoot("22-evidence")
    expect(record.locator(".files")).to_contain_text("✓ tests.pdf")
    form.locator('button[type="submit"]').click()
    guest.reply()

    reviewer = open_page("arun")
    reviewer.say("/review")
    reviewer.page.locator('#log [data-action="review.open"]').first.click()
    reviewer.reply()
    reviewer.press("tests.pdf")
    with reviewer.page.expect_download() as downloading:
        reviewer.page.locator(".attachment a").last.click()
    downloading.value.save_as(tmp_path / "saved.pdf")

    assert (tmp_path / "saved.pdf").read_bytes() == PDF


def test_a_solution_is_found_by_typing(open_page: Open) -> None:
    """A part of its name is enough."""
    guest = open_page("ben")
    guest.say("/register")
    while guest.page.locator("form.form").count():
        guest.fill(INVOICES)
    guest.page.locator('#log [data-action="register.confirm"]').last.click()
    guest.reply()
    guest.be("arun")
    guest.say("/solutions")
    guest.press("Find a solution")
    form = guest.page.locator("form.form")
    form.locator(".input").fill("menu")
    expect(form.locator(".choice")).to_have_count(0)
    form.locator(".input").fill("invo")
    form.locator('input[value="SOL-0001"]').check()
    form.locator('button[type="submit"]').click()
    guest.reply()

    expect(guest.page.locator(".entry").last).to_contain_text("SOL-0001 · Invoice reader")
