"""Truncates blocks to the limits of one view; inputs and buttons are kept before text."""

import json
from collections.abc import Sequence

from bot.slack.render import limits
from bot.slack.render.rich_text import JSON, blocks, section, text

MORE = "slack.more"
"""The block that says where the rest is of what does not fit."""

REQUIRED_TYPES = frozenset({"input", "actions"})
"""Block types of a form that are never left out."""


def more_notice(said: str, *below: JSON) -> list[JSON]:
    """Render the notice that says where the rest is, with what stands *below*."""
    return [{**blocks([section(text(said, "italic"))])[0], "block_id": MORE}, *below]


def is_truncated(view: JSON) -> bool:
    """Whether something was left out of a *view*."""
    return any(block.get("block_id") == MORE for block in view["blocks"])


def truncate(drawn: Sequence[JSON], rest: Sequence[JSON]) -> list[JSON]:
    """Truncate the blocks *drawn* to the limits of one view; *rest* is appended if any is lost.

    A form loses words, last ones first. Of everything else the first cards are kept, each whole.
    """
    if len(drawn) <= limits.MAX_VIEW_BLOCKS and sum(map(_size, drawn)) <= limits.MAX_VIEW_BYTES:
        return list(drawn)
    is_form = any(block["type"] == "input" for block in drawn)
    kept = _without_words(drawn, len(rest)) if is_form else _first_cards(drawn, len(rest))
    return [*kept, *rest]


def _without_words(drawn: Sequence[JSON], apart: int) -> list[JSON]:
    """Keep all inputs, and as many of the text blocks as fit, first ones first."""
    wanted = [block for block in drawn if block["type"] in REQUIRED_TYPES]
    left = limits.MAX_VIEW_BLOCKS - len(wanted) - apart
    room = limits.MAX_VIEW_BYTES - sum(map(_size, wanted))
    kept: list[JSON] = []
    for block in drawn:
        if block["type"] in REQUIRED_TYPES:
            kept.append(block)
        elif left > 0 and _size(block) <= room:
            kept.append(block)
            left, room = left - 1, room - _size(block)
    return kept


def _first_cards(drawn: Sequence[JSON], apart: int) -> list[JSON]:
    """Keep the first blocks, up to the last card that fits."""
    kept: list[JSON] = []
    room = limits.MAX_VIEW_BYTES
    for block in drawn:
        room -= _size(block)
        if room < 0 or len(kept) + apart >= limits.MAX_VIEW_BLOCKS:
            begun = [n for n, each in enumerate(kept) if each["type"] == "divider"]
            is_within = begun and block["type"] != "divider"
            return kept[: begun[-1]] if is_within and begun[-1] else kept
        kept.append(block)
    return kept


def _size(block: JSON) -> int:
    """Return the characters of a *block* as JSON; inputs count as nothing."""
    return 0 if block["type"] == "input" else len(json.dumps(block))
