"""Blocks on the page that no conversation without a language model leads to."""

from typing import Any

import pytest

from bot.web.blocks import draw
from handlers import Reply, Source, Sources, Text
from tests.browser.conftest import Open

DRAW = """async (reply) => {
  const { drawReply } = await import("/static/blocks.js");
  return drawReply(reply, {}).textContent;
}"""
SOURCES = Sources((Source(1, "Leave", "/handbook/leave", "18 days.", "version 1.0"),), "From", ())


@pytest.mark.parametrize("by_model", [True, False])
def test_a_text_says_when_a_language_model_wrote_it(open_page: Open, *, by_model: bool) -> None:
    """And only then."""
    guest = open_page("ben")
    drawn = draw(Reply((Text("18 days. [1]", by_model=by_model), SOURCES)))

    assert ("Written by a language model" in guest.page.evaluate(DRAW, drawn)) is by_model


def test_an_answer_that_was_kept_by_an_earlier_version_is_still_shown(open_page: Open) -> None:
    """It has no questions to go on with."""
    guest = open_page("ben")
    drawn: Any = draw(Reply((Text("18 days. [1]"), SOURCES)))
    for block in drawn["blocks"]:
        block.pop("next", None)
        block.pop("by_model", None)

    assert "18 days." in guest.page.evaluate(DRAW, drawn)
