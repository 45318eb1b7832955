"""What is drawn for Teams, seen in a real browser, as Microsoft's own renderer shows it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bot.teams.render.cards import CardRenderer
from handlers import (
    Button,
    Buttons,
    Card,
    Choice,
    ChoiceField,
    ChoicesField,
    Facts,
    Form,
    Reply,
    Source,
    Sources,
    Text,
    TextField,
)
from handlers.assistant import COMMANDS
from handlers.reply import verbatim
from handlers.wording import LOCALES, wording
from tests.fixtures.sayings import NASTY, samples
from tests.fixtures.tour import Heard
from tests.teams.doubles.rendering import THEMES, Screen
from tests.teams.doubles.validity import message_faults

ADDRESS = "https://guildmate.example"
SHOTS = Path("var/screenshots/teams")

SHORT = [said for said in NASTY if len(said) < 300]
OURS = {"div", "span", "p", "table", "tr", "td", "button", "label", "input", "textarea", "select"}
"""Everything that a card of ours is made of, in a browser, but links."""

Toured = dict[str, tuple[Heard, ...]]


# The tour runs an event loop of its own, so it has to be over when the browser brings another.
pytestmark = pytest.mark.usefixtures("npm", "toured")


@pytest.fixture(scope="module")
def screen(browser: Browser) -> Screen:
    """A telephone."""
    return Screen.at(browser, 320, "light")


def artist(locale: str = "en") -> CardRenderer:
    """Draw in a language."""
    return CardRenderer(wording(locale), ADDRESS, "T1.Ev1")


def test_the_tour_leads_to_what_people_can_do(toured: Toured) -> None:
    """A command that it does not reach is one whose cards nobody tried."""
    done = {str(heard) for heard in toured["en"]}
    forms = [
        block for each in toured["en"] for block in each.reply.blocks if isinstance(block, Form)
    ]

    assert {f"/{command.name}" for command in COMMANDS} <= done
    assert {"register.step", "register.answer", "review.ask", "office-hours.confirm"} <= done
    assert {form.step for form in forms} >= {1, 2, 3, 4, 5}


@pytest.mark.parametrize("locale", LOCALES)
def test_everything_on_the_tour_is_what_teams_takes(locale: str, toured: Toured) -> None:
    """Every reply the product gave to people of every role, in each language."""
    faults = {
        str(each): found
        for each in toured[locale]
        if (
            found := [
                fault for m in artist(locale).message(each.reply) for fault in message_faults(m)
            ]
        )
    }

    assert faults == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_everything_on_the_tour_can_be_seen_on_a_telephone(
    locale: str, toured: Toured, screen: Screen
) -> None:
    """Nothing is left out, and nothing is wider than the screen."""
    cards = [card for each in toured[locale] for card in artist(locale).cards(each.reply)]
    seen = screen.show(cards)

    assert [each.faults for each in seen if each.faults] == []
    assert [each.text for each in seen if each.wide or not each.text.strip()] == []


@pytest.mark.parametrize("said", NASTY, ids=lambda said: repr(said[:12]))
def test_nothing_breaks_the_renderer(said: str, screen: Screen) -> None:
    """With nothing in it, with too much of it, and with whatever people come to write."""
    cards = [card for block in samples(said) for card in artist().cards(Reply((block,)))]
    seen = screen.show(cards)

    assert [each.faults for each in seen if each.faults] == []
    assert {tag for each in seen for tag in each.tags} <= OURS | {"a", "br", "option"}
    assert {link.split("/")[2] for each in seen for link in each.links} <= {"bank.example"}


@pytest.mark.parametrize("said", SHORT, ids=lambda said: repr(said[:12]))
def test_what_somebody_typed_is_what_everybody_reads(said: str, screen: Screen) -> None:
    """Wherever it stands, mark for mark: it is no link, no mention, no picture and no heading."""
    for block, times in _everywhere(said):
        [seen] = screen.show(artist().cards(Reply((block,))))

        assert seen.links == []
        assert set(seen.tags) <= OURS | {"br"}
        assert _bare(seen.text).count(_bare(said)) >= times or not _bare(said)


def _everywhere(said: str) -> Iterator[tuple[Text | Card | Facts | Buttons | Sources | Form, int]]:
    """Say *said* in every place, and how often it is to be read there."""
    typed = TextField("t", said, said, error=said)
    yield Text(verbatim(said)), 1
    yield Card(said, said, said, facts=((said, said),)), 5
    yield Facts(((said, said), ("Tier", said))), 3
    yield Buttons((Button(said[:75], "a.b"),), said), 1
    yield Sources((Source(1, said, "/handbook/p", said, said, said),), said), 5
    yield Form("a.b", "k", said, (typed,), said[:75], verbatim(said)), 5


def _bare(said: str) -> str:
    """Leave out what cannot be seen, and what Markdown has for it."""
    return re.sub(r"[\s\x00-\x1f\x7f\u2060\ufffd]", "", said)


@pytest.mark.parametrize("said", SHORT, ids=lambda said: repr(said[:12]))
def test_the_options_of_a_form_mean_nothing_either(said: str, screen: Screen) -> None:
    """Teams reads Markdown in them, and has no other way to write one."""
    choices = (Choice("a", said), Choice("b", f"1. {said}"))
    fields = (ChoiceField("c", "One", choices), ChoicesField("m", "Several", choices))
    [seen] = screen.show(artist().cards(Reply((Form("a.b", "k", "x", fields, "Go"),))))

    assert seen.links == []
    assert set(seen.tags) <= OURS


@pytest.mark.parametrize("said", SHORT, ids=lambda said: repr(said[:12]))
def test_what_somebody_typed_means_nothing_in_a_message(said: str, screen: Screen) -> None:
    """Read as Markdown with HTML in it, as Teams reads messages."""
    texts = [each["text"] for each in artist().message(Reply((Text(verbatim(said)),)))]
    seen = screen.read(texts)

    assert [each.links for each in seen] == [[]]
    assert {tag for each in seen for tag in each.tags} <= {"p", "br"}
    assert _bare(seen[0].text) == (_bare(said) or "Done.")


def test_small_marks_become_styles(screen: Screen) -> None:
    """Bold, italic, lists and links, in a message and on a card."""
    said = "**bold** _it_ [page](/handbook/p)\n\n1. one\n2. two\n   - in"
    [message] = screen.read([artist().message(Reply.text(said))[0]["text"]])
    [card] = screen.show(artist().cards(Reply((Text(said), Facts(())))))

    assert {"strong", "em", "ol", "ul", "a"} <= set(message.tags)
    assert message.links == card.links == [f"{ADDRESS}/handbook/p"]
    assert [line.strip() for line in card.text.splitlines() if line.strip()] == [
        "bold it page",
        "1. one",
        "2. two",
        "• in",
    ]


def test_a_link_does_not_say_that_it_leads_elsewhere(screen: Screen) -> None:
    """A page may name a link as it likes, but not with another address."""
    bank = "https://bank.example"
    said = f"[https://guildmate.example]({bank}) [at bank.example]({bank})"
    [message] = screen.read([artist().message(Reply.text(said))[0]["text"]])
    [card] = screen.show(artist().cards(Reply((Text(said), Facts(())))))

    assert message.links == card.links == ["https://bank.example"]
    assert "https://guildmate.example" in message.text
    assert "https://guildmate.example" in card.text


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", [320, 700])
def test_pictures_are_kept_of_what_people_meet(
    width: int, theme: str, browser: Browser, toured: Toured
) -> None:
    """To be looked at: a form, its mistakes, what came of it, home, a case and a booking."""
    there = Screen.at(browser, width, theme)
    met = {str(each): each.reply for each in reversed(toured["en"])}
    forms = [each.reply for each in toured["en"] if _step_of(each.reply) == 2]
    shown = {
        "form": forms[0],
        "mistakes": next(each for each in forms if _has_mistakes(each)),
        "registered": met["register.confirm"],
        "home": met["/home"],
        "case": met["review.open"],
        "booked": met["office-hours.confirm"],
    }
    for name, reply in shown.items():
        path = SHOTS / f"{name}-{width}-{theme}.png"
        [seen] = there.show([artist().card(reply)], keep=True)
        there.shoot(path)
        there.clear()

        assert seen.faults == []
        assert path.stat().st_size > 5_000
    there.page.close()


def _step_of(reply: Reply) -> int:
    return next((block.step for block in reply.blocks if isinstance(block, Form)), 0)


def _has_mistakes(reply: Reply) -> bool:
    forms = (block for block in reply.blocks if isinstance(block, Form))
    return any(field.error for form in forms for field in form.fields)
