"""What Teams refuses of messages, cards and dialogs, as far as it can be told without Teams.

The shapes of cards are those of Microsoft's own schema of Adaptive Cards 1.5. What stands around
them has no schema: https://learn.microsoft.com/microsoftteams/platform/bots says what it is.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import fastjsonschema

JSON = Mapping[str, Any]

ADAPTIVE = "application/vnd.microsoft.card.adaptive"
CONSENT = "application/vnd.microsoft.teams.card.file.consent"
FILE = "application/vnd.microsoft.teams.card.file.info"
THUMBNAIL = "application/vnd.microsoft.card.thumbnail"

PARTS = {
    "type",
    "text",
    "textFormat",
    "summary",
    "attachments",
    "entities",
    "channelData",
    "suggestedActions",
}
"""What a message of ours is made of; the rest is for the sender."""

LARGEST = 80_000
"""Bytes in UTF-16."""


@cache
def shape_of_cards() -> Callable[[JSON], JSON]:
    """Read the schema of Adaptive Cards 1.5, which a package of the tests carries."""
    found = find_spec("adaptive_cards")
    assert found
    assert found.origin
    path = Path(found.origin).parent / "schemas" / "schema-1.5.json"
    compiled: Callable[[JSON], JSON] = fastjsonschema.compile(
        json.loads(path.read_text(encoding="utf-8")), use_default=False
    )
    return compiled


def weight(part: object) -> int:
    """Count the bytes of *part* as Teams does."""
    return len(json.dumps(part, ensure_ascii=False).encode("utf-16-le"))


def message_faults(message: JSON) -> list[str]:
    """Say everything that Teams would refuse, or not show, of a *message*."""
    found = [f"{name} in a message" for name in set(message) - PARTS]
    if message.get("type") != "message":
        found.append("no type")
    if (size := weight(message)) > LARGEST:
        found.append(f"MessageSizeTooBig: {size}")
    attached = message.get("attachments", [])
    if not attached and not str(message.get("text", "")).strip():
        found.append("nothing to read")
    if attached and "text" not in message and not _is_file(attached) and not message.get("summary"):
        found.append("a card without a summary")
    found += [fault for each in attached for fault in _attachment(each)]
    return [*found, *_suggested(message), *_entities(message)]


def _is_file(attached: list[JSON]) -> bool:
    return all(each["contentType"] == CONSENT for each in attached)


def _attachment(attachment: JSON) -> Iterator[str]:
    match attachment:
        case {"contentType": "application/vnd.microsoft.card.adaptive", "content": dict(card)}:
            yield from card_faults(card)
        case {"contentType": kind, "name": str(name), "content": dict(content)} if kind == CONSENT:
            if not name or content["sizeInBytes"] < 0 or "acceptContext" not in content:
                yield "a file without a name or a size"
        case {
            "contentType": kind,
            "contentUrl": str(url),
            "name": str(name),
            "content": {"uniqueId": str(), "fileType": str()},
        } if kind == FILE:
            if not name or not url.startswith("https://"):
                yield "a file without a name or a place"
        case _:
            yield f"unknown attachment {attachment.get('contentType')}"


def _suggested(message: JSON) -> Iterator[str]:
    actions = message.get("suggestedActions", {"actions": [1]})["actions"]
    if not 1 <= len(actions) <= 3:
        yield f"{len(actions)} suggestions"
    if "suggestedActions" in message and "attachments" in message:
        yield "suggestions beside attachments"
    for each in actions if "suggestedActions" in message else ():
        if each["type"] != "imBack" or not each["title"] or each["title"] != each["value"]:
            yield "a suggestion says something else than it shows"


def _entities(message: JSON) -> Iterator[str]:
    entities = message.get("entities", [])
    if len(entities) > 1:
        yield "several root message entities"
    for each in entities:
        if each["type"] != "https://schema.org/Message" or each["@id"] != "":
            yield "an unknown entity"
        if each.get("additionalType", ["AIGeneratedContent"]) != ["AIGeneratedContent"]:
            yield "an unknown label"
        yield from _citations(each.get("citation", []), str(message.get("text", "")))


def _citations(claims: list[JSON], text: str) -> Iterator[str]:
    if len(claims) > 20:
        yield f"{len(claims)} citations"
    positions = Counter(each["position"] for each in claims)
    yield from (f"position {n} twice" for n, count in positions.items() if count > 1)
    for each in claims:
        shown = each["appearance"]
        if f"[{each['position']}]" not in text:
            yield f"[{each['position']}] is not in the text"
        if not 1 <= len(shown["name"]) <= 80 or not 1 <= len(shown["abstract"]) <= 160:
            yield "length of a name or an abstract"
        if not str(shown.get("url", "https://")).startswith(("http://", "https://")):
            yield f"a citation leads to {shown['url']}"


def card_faults(card: JSON) -> list[str]:
    """Say everything that Teams would refuse, or not show, of a *card*."""
    found = list(_misshapen({name: part for name, part in card.items() if name != "msteams"}))
    found += [f"no {name}" for name in ("body", "speak", "fallbackText") if not card.get(name)]
    if card.get("version") != "1.5" or card.get("type") != "AdaptiveCard":
        found.append("no card of version 1.5")
    if set(card.get("msteams", {})) - {"width"}:
        found.append("entities that a mention could be")
    if len(card.get("refresh", {}).get("userIds", [])) > 60:
        found.append("more than 60 people with views of their own")
    inputs = Counter(each["id"] for each in parts(card) if str(each["type"]).startswith("Input."))
    found += [f"{name} twice" for name, count in inputs.items() if count > 1]
    return [*found, *(fault for each in parts(card) for fault in _part(each))]


def _misshapen(card: JSON) -> Iterator[str]:
    try:
        shape_of_cards()(card)
    except fastjsonschema.JsonSchemaValueException as error:
        yield f"not the shape of a card: {error.message[:200]}"


def task_faults(task: JSON) -> list[str]:
    """Say everything that Teams would refuse of a dialog's *task* info."""
    found = [f"{name} in a task" for name in set(task) - {"title", "height", "width", "card"}]
    if not 1 <= len(task["title"]) <= 64:
        found.append("length of the title")
    if (size := weight(task)) > LARGEST:
        found.append(f"MessageSizeTooBig: {size}")
    card = task["card"]["content"]
    if any(each["type"] == "Action.Execute" for each in parts(card)):
        found.append("a dialog submits, and executes nothing")
    return [*found, *card_faults(card)]


def parts(part: object) -> Iterator[dict[str, Any]]:
    """Find everything within *part* that has a type, but what actions carry along."""
    match part:
        case list() | tuple():
            for each in part:
                yield from parts(each)
        case dict():
            if "type" in part:
                yield part
            for name, each in part.items():
                if name != "data":
                    yield from parts(each)
        case _:
            return


def _part(part: JSON) -> Iterator[str]:
    match part:
        case {"type": "ActionSet" | "AdaptiveCard", "actions": list(actions)} if (
            not 1 <= len(actions) <= 6
        ):
            yield f"{len(actions)} actions in a row"
        case {"type": str(kind)} if kind.startswith("Input."):
            yield from _input(part)
        case {"type": "Action.Execute", **rest}:
            if rest.get("verb") != rest["data"]["guildmate"]["action"] or not rest["title"]:
                yield "an action whose verb is not what it carries"
        case {"type": "Action.OpenUrl", "url": str(url)}:
            if not url.startswith(("http://", "https://")):
                yield f"a link to {url}"
        case {"type": "TextRun", "text": ""} | {"type": "RichTextBlock", "inlines": []}:
            yield "nothing to read"
        case _:
            return


def _input(part: JSON) -> Iterator[str]:
    if not part.get("label"):
        yield f"{part['id']} without a label"
    if part.get("isRequired") and not part.get("errorMessage"):
        yield f"{part['id']} is required, and does not say so"
    options = [each["value"] for each in part.get("choices", [])]
    if len(set(options)) < len(options):
        yield f"{part['id']}: the same value twice"
    begun = part.get("value", "")
    chosen = begun.split(",") if part.get("isMultiSelect") else [begun]
    if options and begun and not set(chosen) <= set(options):
        yield f"{part['id']} begins with no option of its own"
    if len(begun) > part.get("maxLength", len(begun)):
        yield f"{part['id']} holds more than it takes"


def result_faults(found: JSON) -> list[str]:
    """Say everything that Teams would refuse of what a search from the message box found."""
    match found:
        case {"type": "message", "text": str(said)}:
            return [] if said else ["nothing to read"]
        case {"type": "result", "attachmentLayout": "list", "attachments": list(listed)}:
            previews = [each["preview"] for each in listed]
            wrong = [each for each in previews if each["contentType"] != THUMBNAIL]
            empty = [each for each in previews if not each["content"]["title"]]
            faults = ["an unknown preview"] * len(wrong) + ["a preview of nothing"] * len(empty)
            return faults + [fault for each in listed for fault in card_faults(each["content"])]
        case _:
            return ["neither a list nor a message"]
