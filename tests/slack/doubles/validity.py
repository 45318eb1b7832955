"""What Slack refuses of messages and views: its SDK's validators, and the rules they leave out.

Shapes are those of https://docs.slack.dev/reference/block-kit, the counts those of the SDK; the
limits that no document names were seen in the issues of Slack's SDKs.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from tests.slack.doubles import types

JSON = Mapping[str, Any]

SHAPES: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    name: (frozenset(wanted.split()), frozenset(allowed.split()))
    for name, wanted, allowed in (
        ("rich_text", "elements", "block_id"),
        ("rich_text_section", "elements", ""),
        ("rich_text_list", "elements style", "indent offset border"),
        ("rich_text_quote", "elements", "border"),
        ("rich_text_preformatted", "elements", "border"),
        ("text", "text", "style"),
        ("link", "url", "text unsafe style"),
        ("emoji", "name", "unicode style"),
        ("divider", "", "block_id"),
        ("actions", "elements", "block_id"),
        ("button", "text action_id", "value url style confirm accessibility_label"),
        ("input", "label element", "block_id hint optional dispatch_action"),
        (
            "plain_text_input",
            "action_id",
            "initial_value multiline min_length max_length placeholder",
        ),
        ("radio_buttons", "action_id options", "initial_option confirm"),
        ("checkboxes", "action_id options", "initial_options confirm"),
        ("static_select", "action_id", "options option_groups initial_option placeholder"),
        ("multi_static_select", "action_id", "options option_groups initial_options placeholder"),
        ("users_select", "action_id", "initial_user placeholder"),
        ("external_select", "action_id", "initial_option min_query_length placeholder"),
        ("file_input", "action_id", "filetypes max_files"),
        ("plain_text", "text", "emoji"),
        (
            "modal",
            "title blocks",
            "submit close private_metadata callback_id external_id clear_on_close notify_on_close",
        ),
        ("home", "blocks", "private_metadata callback_id external_id"),
    )
}
"""What each thing must have and may have, of everything that this product sends."""

IN_MESSAGES = frozenset({"rich_text", "divider", "actions"})
IN_VIEWS = IN_MESSAGES | {"input"}


def message_faults(blocks: object) -> list[str]:
    """Say everything that Slack would refuse about the *blocks* of a message."""
    if not isinstance(blocks, list):
        return ["blocks are no list"]
    found = [*_shapes(blocks), *_unique(blocks), *_sdk(blocks)]
    found += [fault for each in blocks for fault in types.block_faults(each)]
    found += [f"{each['type']} in a message" for each in blocks if each["type"] not in IN_MESSAGES]
    if not 1 <= len(blocks) <= 50:
        found.append(f"msg_blocks_too_many: {len(blocks)}")
    if (size := sum(map(read, blocks))) > 13_000:
        found.append(f"msg_blocks_too_long: {size}")
    return found


def view_faults(view: JSON) -> list[str]:
    """Say everything that Slack would refuse about a *view*."""
    blocks = list(view.get("blocks", []))
    found = [*_shapes(dict(view)), *_unique(blocks), *_sdk(blocks), *types.view_faults(view)]
    found += [f"{each['type']} in a view" for each in blocks if each["type"] not in IN_VIEWS]
    has_input = any(each["type"] == "input" for each in blocks)
    if has_input and view["type"] == "modal" and "submit" not in view:
        found.append("an input without submit")
    if not 1 <= len(blocks) <= 100:
        found.append(f"blocks: {len(blocks)}")
    if len(str(view)) > 250_000:
        found.append("view_too_large")
    try:
        View(**view).validate_json()
    except SlackObjectFormationError as error:
        found.append(str(error))
    return found


def read(part: object) -> int:
    """Count the characters that a person reads."""
    match part:
        case {"text": str(said), **rest}:
            return len(said) + sum(map(read, rest.values()))
        case dict():
            return sum(map(read, part.values()))
        case list():
            return sum(map(read, part))
        case _:
            return 0


def _sdk(blocks: list[dict[str, Any]]) -> Iterator[str]:
    """Ask the SDK's own validators; what it does not understand it drops, which shows."""
    for block in blocks:
        parsed = Block.parse(block)
        if parsed is None:
            yield f"unknown to the SDK: {block.get('type')}"
            continue
        try:
            parsed.validate_json()
        except SlackObjectFormationError as error:
            yield f"{block['type']}: {error}"
        if block["type"] != "rich_text" and parsed.to_dict() != block:
            yield f"the SDK reads {block['type']} otherwise"


def _shapes(part: object) -> Iterator[str]:
    """Find unknown kinds, and fields that are missing, unknown, empty or too long."""
    match part:
        case list():
            for each in part:
                yield from _shapes(each)
            return
        case dict():
            yield from (fault for each in part.values() for fault in _shapes(each))
        case _:
            return
    if (kind := part.get("type")) is None:
        return
    if kind not in SHAPES:
        yield f"unknown type {kind}"
        return
    wanted, allowed = SHAPES[kind]
    given = set(part) - {"type"}
    yield from (f"{kind} without {name}" for name in sorted(wanted - given))
    yield from (f"{kind} with {name}" for name in sorted(given - wanted - allowed))
    if not part.get("text", "x") or part.get("elements", [1]) == []:
        yield f"{kind} is empty"
    yield from _values(kind, part)


def _values(kind: str, part: JSON) -> Iterator[str]:
    """Check lengths and choices that the SDK does not."""
    limits = {"url": 3000, "value": 2000, "block_id": 255, "action_id": 255, "initial_value": 3000}
    for name, most in limits.items():
        if not 1 <= len(str(part.get(name, "x"))) <= most:
            yield f"{kind}: length of {name}"
    if kind in {"radio_buttons", "checkboxes"} and not 1 <= len(part["options"]) <= 10:
        yield f"{kind}: {len(part['options'])} options"
    if (
        "select" in kind
        and kind not in {"users_select", "external_select"}
        and ("options" in part) == ("option_groups" in part)
    ):
        yield f"{kind}: options or option groups"
    if kind == "link" and not str(part["url"]).startswith(("http://", "https://")):
        yield f"link to {part['url']}"
    yield from _chosen(kind, part, list(_options(part)))


def _chosen(kind: str, part: JSON, options: list[JSON]) -> Iterator[str]:
    """Check the options of a field, and those it begins with."""
    if any(count > 1 for count in Counter(each["value"] for each in options).values()):
        yield f"{kind}: the same value twice"
    begun = [*part.get("initial_options", []), *filter(None, [part.get("initial_option")])]
    if kind == "external_select":
        yield from option_faults(begun)
    elif any(each not in options for each in begun) or part.get("initial_options") == []:
        yield f"{kind}: begins with no option of its own"
    yield from (f"{kind}: {fault}" for fault in option_faults(options))


def option_faults(options: Sequence[JSON]) -> list[str]:
    """Say everything that Slack would refuse about *options*."""
    return [
        "length of an option"
        for each in options
        if not 1 <= len(each["text"]["text"]) <= 75 or not 1 <= len(each["value"]) <= 150
    ]


def _options(part: JSON) -> Iterator[JSON]:
    yield from part.get("options", [])
    for group in part.get("option_groups", []):
        if not 1 <= len(group["options"]) <= 100:
            yield {"text": {"text": ""}, "value": ""}
        yield from group["options"]


def _unique(blocks: list[dict[str, Any]]) -> Iterator[str]:
    """Find what may be there once and is there twice."""
    ids = Counter(each["block_id"] for each in blocks if "block_id" in each)
    actions = Counter(
        element["action_id"]
        for each in blocks
        if each["type"] == "actions"
        for element in each["elements"]
    )
    yield from (f"{name} twice" for name, count in (ids + actions).items() if count > 1)
