"""Who may read a reply: every combination of reply, origin and rules, held against each promise."""

from collections.abc import Iterator
from itertools import product

import pytest

from bot.chat.reply_kinds import is_case, is_for_all, public_outline
from bot.chat.routing import (
    Audience,
    PlaceRules,
    ReplyOrigin,
    Route,
    is_private_first,
    may_share,
    may_stream,
    route,
)
from governance import ChannelSettings
from handlers import Button, Buttons, Card, Facts, Form, KeptFile, Notice, Reply, Sources, Text

DECIDE = Buttons((Button("Approve", "review.approve", "SOL-0001"),))
BLOCKS = {
    "nothing": (),
    "text": (Text("Yes [1]."), Sources((), "Sources"), Buttons((Button("More", "ask.more"),))),
    "notice": (Notice("It did not work."),),
    "form": (Text("Your tool"), Form("register.answer", "k", "Register", (), "Next")),
    "card": (Card("Invoice reader"),),
    "facts": (Facts((("Owner", "Ben"),)),),
    "file": (KeptFile("key", "invite.ics", "An invitation"),),
    "case": (Card("Invoice reader", buttons=DECIDE.buttons), Text("Between us.")),
    "case in words": (Text("SOL-0001 waits."), DECIDE),
}
REPLIES = [
    pytest.param(
        Reply(blocks, for_all=for_all), id=f"{name}, {'for all' if for_all else 'personal'}"
    )
    for (name, blocks), for_all in product(BLOCKS.items(), (True, False))
]
BOTH = (True, False)


def routes(reply: Reply) -> Iterator[tuple[Route, ReplyOrigin, PlaceRules]]:
    """Route *reply* from everywhere, under all rules."""
    for is_private, is_press, first, ephemeral, views in product(BOTH, repeat=5):
        origin = ReplyOrigin(is_private, is_press)
        rules = PlaceRules(private_first=first, has_ephemeral=ephemeral, has_views=views)
        yield route(reply, origin, rules), origin, rules


@pytest.mark.parametrize("reply", REPLIES)
def test_others_see_nothing_that_is_not_for_all(reply: Reply) -> None:
    """Whatever is pressed, chosen or possible; of a case they see its outline."""
    shared = [found for found, *_ in routes(reply) if found.audience is Audience.EVERYBODY]
    offered = [found for found, *_ in routes(reply) if found.offers_share]

    if not (reply.for_all and is_for_all(reply)):
        assert not shared
        assert not offered


@pytest.mark.parametrize("reply", REPLIES)
def test_what_is_offered_may_be_shared_and_nothing_personal(reply: Reply) -> None:
    """A button that was offered works."""
    offered = any(found.offers_share for found, *_ in routes(reply))

    assert may_share(reply) or not offered


@pytest.mark.parametrize(
    ("reply", "is_shared"),
    [
        (Reply(BLOCKS["text"], for_all=True), True),
        (Reply(BLOCKS["notice"], for_all=True), True),
        (Reply(BLOCKS["text"]), False),
        (Reply(BLOCKS["card"], for_all=True), False),
        (Reply(BLOCKS["form"], for_all=True), False),
        (Reply(BLOCKS["file"], for_all=True), False),
        (None, False),
    ],
    ids=["answer", "notice", "personal", "card", "form", "file", "gone"],
)
def test_a_press_shares_only_what_is_for_all(reply: Reply | None, *, is_shared: bool) -> None:
    """Of a made-up button too: nothing personal, and nothing that is not kept any more."""
    assert may_share(reply) == is_shared


@pytest.mark.parametrize("reply", REPLIES)
def test_an_outline_is_shown_of_a_case_alone(reply: Reply) -> None:
    """Only where each reader can have a view of their own."""
    for found, origin, rules in routes(reply):
        is_outline = found.audience is Audience.OUTLINE

        assert is_outline == (is_case(reply) and rules.has_views and not origin.is_private)


@pytest.mark.parametrize("reply", REPLIES)
def test_in_private_everything_is_for_the_person(reply: Reply) -> None:
    """Nothing is said elsewhere, and there is nobody to share it with."""
    for found, origin, _ in routes(reply):
        if origin.is_private:
            assert found == Route(Audience.PERSON)


@pytest.mark.parametrize("reply", REPLIES)
def test_who_asks_first_reads_first(reply: Reply) -> None:
    """Where that was chosen, and wherever something was pressed, nobody else sees it yet."""
    for found, origin, rules in routes(reply):
        if rules.private_first or origin.is_press:
            assert found.audience is not Audience.EVERYBODY
        if found.offers_share:
            assert rules.private_first
            assert not origin.is_press


@pytest.mark.parametrize("reply", REPLIES)
def test_what_goes_elsewhere_is_announced(reply: Reply) -> None:
    """Whoever asked among others learns where to look; once, and only then."""
    for found, origin, rules in routes(reply):
        is_elsewhere = found.audience is Audience.PERSON and not origin.is_private

        assert found.is_announced == is_elsewhere
        if found.audience is Audience.ASKER_IN_PLACE:
            assert rules.has_ephemeral


@pytest.mark.parametrize("reply", REPLIES)
def test_what_may_be_streamed_is_for_all_in_the_end(reply: Reply) -> None:
    """An answer that is for all is never streamed to more people than it is shown to."""
    for found, origin, rules in routes(reply):
        if is_for_all(reply) and not is_case(reply) and not origin.is_private:
            assert may_stream(origin, rules) == (found.audience is Audience.EVERYBODY)


def test_each_audience_can_be_reached() -> None:
    """The table above tests all of them."""
    reached = {found.audience for reply in REPLIES for found, *_ in routes(reply.values[0])}  # type: ignore[arg-type]  # pytest types them loosely

    assert reached == set(Audience)


@pytest.mark.parametrize("default", BOTH)
def test_what_the_lead_chose_goes_before_what_the_operator_set(default: bool) -> None:  # noqa: FBT001 - a case
    """And the operator's counts where nobody chose."""
    chosen = [ChannelSettings(private_first=each) for each in BOTH]

    assert [is_private_first(each, default=default) for each in chosen] == list(BOTH)
    assert is_private_first(None, default=default) is default


def test_the_outline_of_a_case_is_its_first_card_alone() -> None:
    """No sections, no buttons, and nothing of what is said beside it."""
    outline = public_outline(Reply(BLOCKS["case"]))

    assert outline == Reply((Card("Invoice reader"),))
