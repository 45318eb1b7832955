"""What can be pressed on a card, and what comes back of it.

An action's ``verb`` is the ``command.verb`` that it stands for. What it carries is in its ``data``
under ``DID``: ``action`` once more (a dialog sends no verb), and ``value`` for a button or ``key``
for a form. Beside it come the inputs, under names with a prefix, so that none can be taken for
anything else. ``carried`` is the sender's own: it comes back as it was given.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, unquote

from bot.chat.markdown import shorten
from bot.teams.render import limits
from bot.teams.render.rich_text import JSON, line
from handlers import Button, Pressed, Submitted, Value
from handlers.wording import Wording

DID = "guildmate"
"""The name in ``data`` of what an action carries."""

ONE, SEVERAL = "one.", "several."
"""What the names of inputs begin with: those that hold one value, and those that hold several."""

OPEN = "teams.open"
"""The action that opens a reply's form as a dialog; its value names the turn that led to it."""

VIEW = "teams.view"
"""The action by which Teams asks for somebody's own view of a card; its value names the turn."""

ABOUT = "teams.about"
"""The action of the form that asks about a message; what is asked is its field ``QUESTION``."""
QUESTION = "question"

ASK = "ask.question"
"""The action that stands for that form: its value is the question, whatever else it could mean."""

MAX_BESIDE = 4
"""What a button needs beside its words, in characters."""

Carried = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ActionBuilder:
    """Makes actions: in its *words*, executed on a message and submitted in a dialog."""

    words: Wording
    in_dialog: bool = False
    carried: Carried = field(default_factory=dict)

    def action(self, title: str, did: JSON, **more: Any) -> JSON:
        """Make an action of what it says and what it carries."""
        made: JSON = {"type": "Action.Submit" if self.in_dialog else "Action.Execute"}
        made["title"] = shorten(title, limits.MAX_BUTTON_CHARS) or "-"
        if not self.in_dialog:
            made["verb"] = did["action"]
        if len(title) > limits.MAX_BUTTON_CHARS:
            made["tooltip"] = shorten(title, limits.MAX_TOOLTIP_CHARS)
        held = {**did, **({"carried": dict(self.carried)} if self.carried else {})}
        return {**made, "data": {DID: held}, **more}

    def button(self, given: Button) -> JSON:
        """Make the action of a button; one that asks once more opens to the question."""
        did = {"action": given.action, "value": given.value[: limits.MAX_VALUE_CHARS]}
        style = "destructive" if given.danger else "positive" if given.main else "default"
        more = {"style": style, "associatedInputs": "none"}
        if not given.confirm:
            return self.action(given.label, did, **more)
        shown = {
            "type": "AdaptiveCard",
            "version": "1.5",
            "body": line(shorten(given.confirm, limits.MAX_CONFIRM_CHARS)),
            "actions": [self.action(self.words("chat-yes"), did, **more)],
        }
        label = shorten(given.label, limits.MAX_BUTTON_CHARS) or "-"
        return {"type": "Action.ShowCard", "title": label, "card": shown, "style": style}


def rows(actions: Sequence[JSON]) -> list[JSON]:
    """Group actions into rows of as many as Teams shows and a narrow screen holds."""
    held: list[list[JSON]] = []
    room = 0
    for each in actions:
        width = len(each["title"]) + MAX_BESIDE
        if held and width <= room and len(held[-1]) < limits.MAX_ROW_ACTIONS:
            held[-1].append(each)
        else:
            held.append([each])
            room = limits.NARROW_ROW_CHARS
        room -= width
    return [
        {"type": "ActionSet", "actions": row, "spacing": "Small" if n else "Medium"}
        for n, row in enumerate(held)
    ]


def opener(title: str, did: JSON) -> JSON:
    """Make the action that opens a dialog."""
    data = {"msteams": {"type": "task/fetch"}, DID: did}
    opened = {
        "type": "Action.Submit",
        "title": shorten(title, limits.MAX_BUTTON_CHARS),
        "data": data,
    }
    return {**opened, "associatedInputs": "none"}


def pressed_or_submitted(data: Mapping[str, Any]) -> Pressed | Submitted | None:
    """Read what somebody did from an action's ``data``; nothing when it is none of ours."""
    match data.get(DID):
        case {"action": str(named), "key": str(key)}:
            return Submitted(named, key, values_in(data))
        case {"action": str(named), **rest}:
            return Pressed(named, str(rest.get("value", "")), values_in(data))
        case _:
            return None


def carried_in(data: Mapping[str, Any]) -> dict[str, str]:
    """Return the context that was put into an action."""
    match data.get(DID):
        case {"carried": dict(carried)}:
            return {str(name): str(value) for name, value in carried.items()}
        case _:
            return {}


def values_in(data: Mapping[str, Any]) -> dict[str, Value]:
    """Read what was put into the inputs of a card, by the names of its fields."""
    found: dict[str, Value] = {}
    for name, given in data.items():
        said = "" if given is None else str(given)
        if name.startswith(ONE):
            found[name.removeprefix(ONE)] = said
        elif name.startswith(SEVERAL):
            found[name.removeprefix(SEVERAL)] = tuple(map(unquote, filter(None, said.split(","))))
    return found


def option(id_: str) -> str:
    """Escape an option's id, since Teams joins several with commas."""
    return quote(id_, safe="")
