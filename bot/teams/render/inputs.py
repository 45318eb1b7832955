"""The fields of a form as inputs of a card, with what is wrong with each below it."""

from collections.abc import Sequence
from typing import assert_never

from bot.chat.links import Link
from bot.chat.markdown import parse, shorten
from bot.teams.render import limits
from bot.teams.render.actions import ONE, SEVERAL, ActionBuilder, option
from bot.teams.render.rich_text import JSON, clean, elements, line, lookalike, size, title
from handlers import (
    Choice,
    ChoiceField,
    ChoicesField,
    Field,
    FileField,
    Form,
    PersonField,
    TextField,
)
from handlers.wording import Wording


def render_fields(form: Form, hand: ActionBuilder, to: Link) -> tuple[list[JSON], list[JSON]]:
    """Render what *form* asks, and its actions; options are shortened until everything fits."""
    head = _heading(form, hand.words, to)
    for most in limits.OPTION_CHARS:
        drawn = [
            each
            for field in form.fields
            for each in _field(field, hand.words, most, insists=not form.back)
        ]
        if size([*head, *drawn]) <= limits.MAX_DRAWN_BYTES - 10_000:
            break
    return [*head, *drawn], _actions(form, hand)


def _heading(form: Form, words: Wording, to: Link) -> list[JSON]:
    """Say how far one is, and what the step is about."""
    of = {"step": form.step, "steps": form.steps}
    progress = line(words("chat-step", **of), isSubtle=True, size="Small")
    intro = elements(parse(form.intro), to)
    return [*title(form.title), *(progress if form.steps > 1 else []), *intro]


def _actions(form: Form, hand: ActionBuilder) -> list[JSON]:
    """Render the buttons of a form; going back keeps what was typed, so both send the inputs."""
    sent = {"action": form.action, "key": form.key}
    actions = [hand.action(form.submit, sent, style="positive")]
    if form.back:
        left = {"action": form.back, "value": form.key}
        actions.append(hand.action(hand.words("chat-back"), left))
    return actions


def _field(field: Field, words: Wording, most: int, *, insists: bool) -> list[JSON]:
    """Render one field, and below it what is wrong with it.

    Where one can go back, Teams is not asked to insist on a field: it would not let anybody go.
    """
    label = shorten(field.label, limits.MAX_LABEL_CHARS) or field.name
    drawn: JSON = {
        **_input(field, most),
        "label": label if field.required else words("chat-optional", label=label),
    }
    if field.required and insists:
        drawn |= {"isRequired": True, "errorMessage": words("chat-required")}
    hint = line(shorten(field.hint, limits.MAX_HINT_CHARS), isSubtle=True, size="Small")
    wrong = line(
        f"⚠️ {field.error}" if field.error.strip() else "", color="Attention", weight="Bolder"
    )
    below = [{**each, "spacing": "Small"} for each in (*hint, *wrong)]
    return [{**drawn, "spacing": "Medium"}, *below]


def _input(field: Field, most: int) -> JSON:
    match field:
        case TextField():
            return _text(field)
        case ChoiceField(choices=(), value=value):
            begun = {"value": clean(value)} if value else {}
            return {"type": "Input.Text", "id": f"{ONE}{field.name}", **begun}
        case ChoiceField(choices=choices, value=value):
            drawn = _choices(f"{ONE}{field.name}", choices)
            begun = {"value": value} if value in {choice.id for choice in choices} else {}
            return {**drawn, "choices": _options(choices, most, coded=False), **begun}
        case ChoicesField(choices=choices, value=several):
            drawn = _choices(f"{SEVERAL}{field.name}", choices)
            ticked = [option(each.id) for each in choices if each.id in several]
            begun = {"value": ",".join(ticked)} if ticked else {}
            coded = _options(choices, most, coded=True)
            return {**drawn, "isMultiSelect": True, "choices": coded, **begun}
        case PersonField(value=value):
            drawn = {"type": "Input.Text", "id": f"{ONE}{field.name}", "style": "Email"}
            return {
                **drawn,
                "placeholder": "name@example.com",
                **({"value": value} if value else {}),
            }
        case FileField():
            drawn = {"type": "Input.Text", "id": f"{ONE}{field.name}", "style": "Url"}
            return {**drawn, "placeholder": "https://"}
        case _:
            assert_never(field)


def _text(field: TextField) -> JSON:
    most = min(field.max_length, limits.MAX_TYPED_CHARS)
    drawn: JSON = {"type": "Input.Text", "id": f"{ONE}{field.name}", "maxLength": most}
    if field.multiline:
        drawn["isMultiline"] = True
    if field.value:
        drawn["value"] = clean(field.value)[:most]
    return drawn


def _choices(id_: str, choices: Sequence[Choice]) -> JSON:
    style = "expanded" if len(choices) <= limits.MAX_EXPANDED_OPTIONS else "compact"
    return {"type": "Input.ChoiceSet", "id": id_, "style": style, "wrap": True}


def _options(choices: Sequence[Choice], most: int, *, coded: bool) -> list[JSON]:
    return [
        {
            "title": lookalike(shorten(each.label, most)) or each.id,
            "value": option(each.id) if coded else each.id,
        }
        for each in choices
    ]
