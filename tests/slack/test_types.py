"""Slack's own types refuse what the SDK for Python passes over."""

import pytest

from tests.slack.doubles.types import block_faults, is_there, view_faults

PLAIN = {"type": "plain_text", "text": "Hello", "emoji": False}
GOOD = {"type": "header", "text": PLAIN}


@pytest.mark.skipif(not is_there(), reason="npm brings the types")
@pytest.mark.parametrize(
    "block",
    [
        {**GOOD, "text": {"type": "mrkdwn", "text": "Hello"}},
        {**GOOD, "colour": "red"},
        {"type": "head", "text": PLAIN},
        {"type": "actions", "elements": [{"type": "button", "text": PLAIN, "style": "loud"}]},
        {"type": "rich_text", "elements": [{"type": "rich_text_section"}]},
    ],
)
def test_what_is_not_of_its_type_is_found(block: dict[str, object]) -> None:
    """Markup in a header, a field that nobody knows, a kind that is none, an odd style."""
    view = {"type": "modal", "title": PLAIN, "blocks": [GOOD]}

    assert list(block_faults(GOOD)) == []
    assert list(block_faults(block))
    assert list(view_faults(view)) == []
    assert list(view_faults({**view, "blocks": [block]}))
    assert list(view_faults({**view, "colour": "red"}))
