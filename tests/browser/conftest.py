"""A real Guildmate and a real browser in front of it."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Locator, Page, expect, sync_playwright

from tests.bot.conftest import Running, free_port, lived_in

__all__ = ["free_port", "lived_in"]

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SHOTS = Path("var/screenshots")
PATIENCE = 60_000

expect.set_options(timeout=PATIENCE)


@dataclass(slots=True)
class Guest:
    """Somebody at the page."""

    page: Page

    def be(self, key: str) -> None:
        """Become somebody else of the demonstration."""
        with self.page.expect_navigation():
            self.page.locator("#identity").select_option(key)
        self.ready()

    def ready(self) -> None:
        """Wait until the page can be used."""
        expect(self.page.locator("#say")).to_be_enabled()

    def say(self, text: str) -> Locator:
        """Say something, and get the reply when it is there."""
        self.page.locator("#say").fill(text)
        self.page.locator("#say").press("Enter")
        return self.reply()

    def press(self, label: str, *, within: Locator | None = None) -> Locator:
        """Press the latest button of that label in the conversation, and get the reply."""
        room = within or self.page.locator("#log")
        room.get_by_role("button", name=label, exact=True).last.click()
        return self.reply()

    def reply(self) -> Locator:
        """Wait for the reply to what was done last; news in between is none."""
        expect(self.page.locator('.entry[data-state="waiting"]')).to_have_count(0)
        return self.page.locator(".entry:not(:has(.news))").last

    def fill(self, answers: Mapping[str, str | tuple[str, ...]]) -> None:
        """Fill in the form that is shown, and send it."""
        form = self.page.locator("form.form").last
        title = form.locator(".form-title").inner_text()
        filled: set[str] = set()
        while left := [name for name in self._fields(form) if name not in filled]:
            self._answer(form.locator(f'[data-name="{left[0]}"]'), answers[left[0]])
            filled.add(left[0])
            expect(self.page.locator('.entry[aria-busy="true"]')).to_have_count(0)
        form.locator('button[type="submit"]').click()
        expect(form.locator(".form-title").filter(has_text=title)).to_have_count(0)
        self.reply()

    @staticmethod
    def _fields(form: Locator) -> list[str]:
        """Name the fields of a form, which may follow from what was answered."""
        fields = form.locator(".field").all()
        return [field.get_attribute("data-name") or "" for field in fields]

    @staticmethod
    def _answer(field: Locator, answer: str | tuple[str, ...]) -> None:
        if field.locator(".input").count():
            field.locator(".input").fill(str(answer))
            return
        for value in (answer,) if isinstance(answer, str) else answer:
            field.locator(f'input[value="{value}"]').check()

    def shoot(self, name: str) -> None:
        """Keep a picture."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.page.wait_for_timeout(250)  # what moves has come to rest
        self.page.screenshot(path=SHOTS / f"{name}.png")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the browser of this machine; without one, say so.

    It ends with the module, since its own event loop runs until then.
    """
    if not Path(CHROMIUM).exists():
        pytest.skip(f"there is no browser at {CHROMIUM}")
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        except Error as error:
            pytest.fail(f"the browser does not start: {error.message.splitlines()[0]}")
        yield browser
        browser.close()


@pytest.fixture
def running(tmp_path: Path, free_port: int, lived_in: Path) -> Iterator[Running]:
    """Start a Guildmate of its own for the test."""
    shutil.copytree(lived_in, tmp_path / "home")
    running = Running(tmp_path / "home", free_port, forked=True)
    running.start()
    yield running
    running.kill()


Open = Callable[..., Guest]


@pytest.fixture
def open_page(browser: Browser, running: Running) -> Iterator[Open]:
    """Open pages in windows of their own; what their consoles complain about fails the test."""
    complaints: list[str] = []
    contexts = []

    def open_(as_: str = "ben", *, path: str = "/", **window: object) -> Guest:
        context = browser.new_context(
            **{"viewport": {"width": 1280, "height": 860}, "locale": "en-GB", **window}  # type: ignore[arg-type]  # any of its options
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: _listen(said.type, said.text, complaints))
        cookie = {"name": "guildmate_person", "value": as_, "url": running.address}
        context.add_cookies([cookie])  # type: ignore[list-item]  # a cookie is what it says
        page.goto(f"{running.address}{path}")
        guest = Guest(page)
        guest.ready()
        return guest

    yield open_
    for context in contexts:
        context.close()

    assert complaints == []


def _listen(kind: str, text: str, complaints: list[str]) -> None:
    """Take note of errors, but for what tests bring about: a server away, another tab's person."""
    brought_about = "ERR_CONNECTION" in text or "status of 409" in text
    if kind == "error" and not brought_about:
        complaints.append(text)
