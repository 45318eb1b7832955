"""What is drawn for Slack, seen in a real browser on a preview page of ours."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from bot.chat.links import links_from
from bot.chat.reply_kinds import form_in
from bot.slack.home import render_home
from bot.slack.render.blocks import BlockRenderer
from bot.slack.render.forms import ModalState, render_modal
from handlers import Form, Reply
from handlers.wording import LOCALES, wording
from tests.browser.conftest import browser
from tests.fixtures.sayings import NASTY, samples
from tests.fixtures.tour import Heard
from tests.slack.doubles.preview import JSON, page

__all__ = ["browser"]

SHOTS = Path("var/screenshots/slack")
PICTURES = Path("docs/pictures")
KEPT = os.environ.get("GUILDMATE_PICTURES") == "keep"
"""Whether the pictures of docs/slack.md are made anew."""

SHORT = [said for said in NASTY if len(said) < 300]
WIDTHS = {"telephone": 380, "window": 700}

Toured = dict[str, tuple[Heard, ...]]

# The tour runs an event loop of its own, so it has to be over when the browser brings another.
pytestmark = pytest.mark.usefixtures("toured")


@pytest.fixture(scope="module")
def screen(browser: Browser) -> Page:
    """A telephone."""
    return browser.new_page(viewport={"width": WIDTHS["telephone"], "height": 800})


def artist(locale: str = "en") -> BlockRenderer:
    """Draw in a language."""
    return BlockRenderer(wording(locale), links_from("https://guildmate.example"), "T1.Ev1")


def drawn(heard: Heard, locale: str) -> list[JSON]:
    """Draw a reply as messages, and as a modal where there is a form."""
    messages = [{"blocks": list(each)} for each in artist(locale).message(heard.reply).messages]
    if form_in(heard.reply) is None:
        return list(messages)
    return [*messages, render_modal(heard.reply, artist(locale), ModalState())]


def is_too_wide(screen: Page) -> bool:
    """Tell whether one would have to scroll sideways."""
    return bool(screen.evaluate("document.documentElement.scrollWidth > innerWidth"))


@pytest.mark.parametrize("locale", LOCALES)
def test_everything_on_the_tour_can_be_seen_on_a_telephone(
    locale: str, toured: Toured, screen: Page
) -> None:
    """Nothing is wider than the screen, and every button and field can be seen."""
    unseen: list[str] = []
    for heard in toured[locale][::3]:
        for shown in drawn(heard, locale):
            screen.set_content(page(shown))
            small = "[...document.querySelectorAll('button,input,select,textarea')]"
            hidden = screen.evaluate(f"{small}.filter(e => e.offsetHeight < 8).length")
            if is_too_wide(screen) or hidden or not screen.inner_text("main").strip():
                unseen.append(str(heard))

    assert unseen == []


@pytest.mark.parametrize("said", SHORT, ids=range(len(SHORT)))
def test_nothing_that_is_said_breaks_out(said: str, screen: Page) -> None:
    """No script runs, no link leads anywhere but to a reader of ours, nothing grows too wide."""
    for block in samples(said):
        if isinstance(block, Form):
            continue
        screen.set_content(
            page({"blocks": artist().blocks(Reply((block,))) or [{"type": "divider"}]})
        )

        assert not is_too_wide(screen)
        assert screen.locator("script").count() == 0


def has_errors(heard: Heard) -> bool:
    """Tell whether a form says what is wrong with it."""
    form = form_in(heard.reply)
    return form is not None and any(each.error for each in form.fields)


PICTURED = {
    "slack-answer": ("Which data may Zapier see?", "window", "light"),
    "slack-form": ("register.step", "window", "light"),
    "slack-review": ("review.open", "window", "dark"),
    "slack-home": ("/home", "telephone", "light"),
}


@pytest.mark.parametrize("name", PICTURED)
def test_four_pictures_are_worth_keeping(name: str, toured: Toured, browser: Browser) -> None:
    """An answer, a step, a case and the overview, each with something to do."""
    action, width, theme = PICTURED[name]
    found = [each for each in toured["en"] if str(each) == action]
    well = [each for each in found if not has_errors(each)]
    asking = [each for each in well if form_in(each.reply) is not None]
    heard = max(asking or well, key=lambda each: len(each.reply.to_json()))
    shown = drawn(heard, "en")[-1]
    if name == "slack-home":
        shown = render_home(heard.reply, artist())
    screen = browser.new_page(
        viewport={"width": WIDTHS[width], "height": 760 if width == "telephone" else 560}
    )
    screen.set_content(page(shown, theme))
    folder = PICTURES if KEPT else SHOTS
    folder.mkdir(parents=True, exist_ok=True)
    height = min(760, int(screen.evaluate("document.body.offsetHeight")))
    screen.set_viewport_size({"width": WIDTHS[width], "height": height})
    screen.screenshot(path=folder / f"{name}.png")

    assert screen.locator("button").count() > 0
    assert not is_too_wide(screen)
    screen.close()
