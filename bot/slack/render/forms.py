"""Forms as modals, and what comes back from them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, assert_never

from bot.chat.markdown import shorten
from bot.chat.reply_kinds import form_in
from bot.slack.render import limits
from bot.slack.render.blocks import BlockRenderer, plain
from bot.slack.render.rich_text import JSON, blocks, parts, section, text
from bot.slack.render.truncation import more_notice, truncate
from handlers import (
    FILE_TYPES,
    Button,
    Buttons,
    Choice,
    ChoiceField,
    ChoicesField,
    Field,
    FileField,
    Form,
    PersonField,
    Reply,
    TextField,
    Value,
)

FORM = "slack.form"
"""The callback of a modal that is filled in and sent."""

GIVEN = "given"
"""What the action of every field begins with; that of one to look up names its source as well."""

BACK = "slack.back"
"""The action of a modal's button that goes a step back."""

NOTICE = "slack.notice"
"""The block of a modal that says why it is still there."""

FRAME = ("type", "title", "submit", "close", "private_metadata", "callback_id", "notify_on_close")
"""What of a modal that was sent makes the same one again, beside its blocks."""

BEGINS = {
    "value": "initial_value",
    "selected_option": "initial_option",
    "selected_options": "initial_options",
    "selected_user": "initial_user",
}
"""How what was sent in a field is what it begins with."""


@dataclass(frozen=True, slots=True)
class ModalState:
    """The private metadata of a modal: its form, and the message that shows the result.

    Nothing that anybody typed is in it; that is in the draft.
    """

    action: str = ""
    key: str = ""
    back: str = ""
    again: str = ""
    channel: str = ""
    message: str = ""

    def to_json(self) -> str:
        """Serialise it for ``private_metadata``."""
        return json.dumps({name: value for name, value in asdict(self).items() if value})

    @classmethod
    def from_json(cls, written: str) -> "ModalState":
        """Parse ``private_metadata``; that of another release gives an empty state."""
        try:
            return cls(**json.loads(written or "{}"))
        except (ValueError, TypeError):
            return cls()


def render_modal(
    reply: Reply, renderer: BlockRenderer, kept: ModalState, people: Mapping[str, str] | None = None
) -> JSON:
    """Render *reply* as a modal: with a form if there is one in it, else to be read.

    *people* are the Slack users behind the e-mail addresses in the form's fields.
    """
    form = form_in(reply)
    if form is None:
        return _view(renderer, renderer.words("slack-title"), renderer.blocks(reply), kept)
    kept = replace(kept, action=form.action, key=form.key, back=form.back, again=form.again)
    before = [block for block in reply.blocks if not isinstance(block, Form | Buttons)]
    after = [block for block in reply.blocks if isinstance(block, Buttons)]
    drawn = [
        *_heading(form, renderer),
        *renderer.blocks(Reply(tuple(before))),
        *(block for field in form.fields for block in _field(field, form, people or {})),
        *_back(form, renderer),
        *renderer.blocks(Reply(tuple(after))),
    ]
    view = _view(renderer, form.title, drawn, kept)
    return {
        **view,
        "callback_id": FORM,
        "submit": plain(form.submit, limits.MAX_TITLE_CHARS),
        "notify_on_close": True,
    }


def render_waiting(renderer: BlockRenderer, kept: ModalState) -> JSON:
    """Render a modal that only says that something is on its way."""
    drawn = blocks([section(text(renderer.words("chat-moment")))])
    return _view(renderer, renderer.words("slack-title"), drawn, kept)


def restore_values(view: JSON, said: str) -> JSON:
    """Render a *view* as it was sent, with everything that was put in, and above it what is *said*.

    Files cannot be put into a field again; the rest can.
    """
    values = (view.get("state") or {}).get("values") or {}
    notice = blocks([section(_sign("warning"), text(f" {said}"))])
    before = [block for block in view["blocks"] if block.get("block_id") != NOTICE]
    drawn = [
        {**notice[0], "block_id": NOTICE},
        *(_restore_value(block, values) for block in before),
    ]
    frame = {name: view[name] for name in FRAME if view.get(name)}
    return {**frame, "blocks": truncate(drawn, ())}


def _restore_value(block: JSON, values: Mapping[str, Any]) -> JSON:
    """Set the initial value of a field to what was submitted in it."""
    if block["type"] != "input":
        return block
    given: JSON = next(iter(values.get(block.get("block_id", ""), {}).values()), {})
    begun = {begins: given[name] for name, begins in BEGINS.items() if given.get(name)}
    bare = {name: part for name, part in block["element"].items() if name not in BEGINS.values()}
    return {**block, "element": {**bare, **begun}}


def errors_in(form: Form) -> dict[str, str]:
    """Map the block id of each wrong field to its error, as Slack takes errors."""
    return {block_of(field): field.error for field in form.fields if field.error}


def block_of(field: Field) -> str:
    """Name the block of a field."""
    return f"field.{field.name}"[:255]


def values_in(state: Mapping[str, Any]) -> dict[str, Value]:
    """Read what was put into a modal's fields, from its ``state``; people are their user ids."""
    found: dict[str, Value] = {}
    for block, inputs in (state.get("values") or {}).items():
        prefix, _, name = block.partition(".")
        if prefix == "field" and name:
            found[name] = _value(next(iter(inputs.values()), {}))
    return found


def people_in(state: Mapping[str, Any]) -> dict[str, str]:
    """Find the fields of a modal that hold a person, with the user's id."""
    return {
        block.partition(".")[2]: given["selected_user"]
        for block, inputs in (state.get("values") or {}).items()
        for given in inputs.values()
        if given.get("type") == "users_select" and given.get("selected_user")
    }


def files_in(state: Mapping[str, Any]) -> dict[str, tuple[Mapping[str, Any], ...]]:
    """Find the fields of a modal that hold files, with what Slack says of each."""
    return {
        block.partition(".")[2]: tuple(given.get("files") or ())
        for block, inputs in (state.get("values") or {}).items()
        for given in inputs.values()
        if given.get("type") == "file_input"
    }


def _value(given: Mapping[str, Any]) -> Value:
    match given:
        case {"selected_options": list(chosen)}:
            return tuple(each["value"] for each in chosen)
        case {"selected_option": dict(chosen)}:
            return str(chosen["value"])
        case {"selected_user": str(user)}:
            return user
        case _:
            return str(given.get("value") or "")


def _view(renderer: BlockRenderer, title: str, drawn: Sequence[JSON], kept: ModalState) -> JSON:
    """Build the view of a modal; a title over the limit is repeated in full within it."""
    shown = list(drawn)
    if len(title) > limits.MAX_TITLE_CHARS:
        shown = [*blocks([section(text(title, "bold"))]), *shown]
    return {
        "type": "modal",
        "title": plain(title, limits.MAX_TITLE_CHARS),
        "close": plain(renderer.words("slack-close"), limits.MAX_TITLE_CHARS),
        "private_metadata": kept.to_json(),
        "blocks": truncate(shown, more_notice(renderer.words("chat-more")))
        or blocks([section(text(renderer.words("chat-done")))]),
    }


def _heading(form: Form, renderer: BlockRenderer) -> list[JSON]:
    """Render the progress and the introduction of a step."""
    of = {"step": form.step, "steps": form.steps}
    progress = [section(text(f"{renderer.words('chat-step', **of)}\n", "italic"))]
    return blocks([*(progress if form.steps > 1 else []), *parts(form.intro, renderer.to)])


def _back(form: Form, renderer: BlockRenderer) -> list[JSON]:
    return renderer.actions((Button(renderer.words("chat-back"), BACK),)) if form.back else []


def _field(field: Field, form: Form, people: Mapping[str, str]) -> list[JSON]:
    """Render one field of a *form*, and below it what is wrong with it."""
    source = field.source if isinstance(field, ChoiceField) else ""
    drawn: JSON = {
        "type": "input",
        "block_id": block_of(field),
        "label": plain(field.label, limits.MAX_LABEL_CHARS),
        "optional": not field.required,
        "element": {**_element(field, people), "action_id": f"{GIVEN}.{source}".rstrip(".")},
    }
    if form.again and isinstance(field, ChoiceField | ChoicesField) and field.decides:
        drawn["dispatch_action"] = True
    if field.hint:
        drawn["hint"] = plain(field.hint, limits.MAX_HINT_CHARS)
    below = [section(_sign("warning"), text(f" {field.error}\n"))] if field.error else []
    if isinstance(field, FileField) and field.value:
        below.append(section(_sign("white_check_mark"), text(f" {', '.join(field.value)}")))
    return [drawn, *blocks(below)]


def _sign(name: str) -> JSON:
    return {"type": "emoji", "name": name}


def _element(field: Field, people: Mapping[str, str]) -> JSON:
    match field:
        case TextField():
            return _text(field)
        case ChoiceField(choices=choices, value=value, source=source) if source:
            known = [render_option(choice) for choice in choices if choice.id == value]
            first = {"initial_option": known[0]} if known else {}
            return {"type": "external_select", "min_query_length": 0, **first}
        case ChoiceField(choices=choices, value=value):
            few = "radio_buttons" if len(choices) <= limits.MAX_TICKED_OPTIONS else "static_select"
            chosen = [render_option(choice) for choice in choices if choice.id == value]
            begun = {"initial_option": chosen[0]} if chosen else {}
            return {"type": few, **_options(choices), **begun}
        case ChoicesField(choices=choices, value=several):
            few = (
                "checkboxes" if len(choices) <= limits.MAX_TICKED_OPTIONS else "multi_static_select"
            )
            ticked = [render_option(choice) for choice in choices if choice.id in several]
            before = {"initial_options": ticked} if ticked else {}
            return {"type": few, **_options(choices), **before}
        case PersonField(value=value):
            user = people.get(value)
            return {"type": "users_select", **({"initial_user": user} if user else {})}
        case FileField(most=most):
            return {"type": "file_input", "filetypes": sorted(FILE_TYPES), "max_files": most}
        case _:
            assert_never(field)


def _text(field: TextField) -> JSON:
    most = min(field.max_length, limits.MAX_TYPED_CHARS)
    drawn: JSON = {"type": "plain_text_input", "multiline": field.multiline, "max_length": most}
    if field.value:
        drawn["initial_value"] = field.value[:most]
    return drawn


def _options(choices: Sequence[Choice]) -> JSON:
    """Render the options; more than a menu holds are divided into groups."""
    drawn = [render_option(choice) for choice in choices]
    if len(drawn) <= limits.MAX_OPTIONS:
        return {"options": drawn}
    starts = range(0, len(drawn), limits.MAX_OPTIONS)
    return {
        "option_groups": [
            {
                "label": plain(
                    f"{n + 1}-{min(n + limits.MAX_OPTIONS, len(drawn))}", limits.MAX_OPTION_CHARS
                ),
                "options": drawn[n : n + limits.MAX_OPTIONS],
            }
            for n in starts
        ]
    }


def render_option(choice: Choice) -> JSON:
    """Render an option; what does not fit on its line goes on below it."""
    label = " ".join(choice.label.split())
    drawn: JSON = {
        "text": plain(label, limits.MAX_OPTION_CHARS),
        "value": choice.id[: limits.MAX_OPTION_VALUE_CHARS],
    }
    if len(label) > limits.MAX_OPTION_CHARS:
        head = shorten(label, limits.MAX_OPTION_CHARS).removesuffix("…")
        drawn["text"] = plain(head, limits.MAX_OPTION_CHARS)
        drawn["description"] = plain(label[len(head) :], limits.MAX_OPTION_CHARS)
    return drawn


def addresses_in(form: Form) -> tuple[str, ...]:
    """List the e-mail addresses in a form's fields."""
    people = (each for each in form.fields if isinstance(each, PersonField))
    return tuple(each.value for each in people if "@" in each.value)
