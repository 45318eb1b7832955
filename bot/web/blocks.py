"""Replies as the JSON that the page draws; every block and every field has its case."""

from typing import assert_never

from bot.web.markdown_html import to_html
from handlers import (
    Attachment,
    Block,
    Button,
    Buttons,
    Card,
    ChoiceField,
    ChoicesField,
    Facts,
    Field,
    FileField,
    Form,
    KeptFile,
    Notice,
    PersonField,
    Reply,
    Source,
    Sources,
    Text,
    TextField,
    Tone,
)

JSON = dict[str, object]


def draw(reply: Reply) -> JSON:
    """Draw *reply* for the page; when it is *refused*, what was typed is still wanted."""
    return {"blocks": [_block(block) for block in reply.blocks], "refused": is_refusal(reply)}


def is_refusal(reply: Reply) -> bool:
    """Tell whether *reply* says that something was not done: it begins with such a notice."""
    match reply.blocks[:1]:
        case (Notice(tone=Tone.CAREFUL | Tone.BAD),):
            return True
        case _:
            return False


def _block(block: Block) -> JSON:  # noqa: C901, PLR0911 - one case for each block
    match block:
        case Text(markdown, by_model):
            return {"kind": "text", "html": to_html(markdown), "by_model": by_model}
        case Notice(markdown, tone):
            return {"kind": "notice", "html": to_html(markdown), "tone": tone.value}
        case Facts(pairs):
            return {"kind": "facts", "pairs": pairs}
        case Card():
            return _card(block)
        case Buttons(buttons, label):
            drawn = [_button(button) for button in buttons]
            return {"kind": "buttons", "label": label, "buttons": drawn}
        case Sources(sources, label, following):
            listed = [_source(source) for source in sources]
            return {"kind": "sources", "label": label, "sources": listed, "next": following}
        case Attachment(name, media_type, content, label):
            file = {"name": name, "type": media_type, "content": content}
            return {"kind": "attachment", "label": label, **file}
        case KeptFile(key, name, label):
            return {"kind": "kept", "key": key, "name": name, "label": label}
        case Form():
            return _form(block)
        case _:
            assert_never(block)


def _card(card: Card) -> JSON:
    return {
        "kind": "card",
        "title": card.title,
        "subtitle": card.subtitle,
        "status": card.status,
        "tone": card.tone.value,
        "facts": card.facts,
        "html": to_html(card.markdown),
        "buttons": [_button(button) for button in card.buttons],
    }


def _button(button: Button) -> JSON:
    return {
        "label": button.label,
        "action": button.action,
        "value": button.value,
        "main": button.main,
        "danger": button.danger,
        "confirm": button.confirm,
    }


def _source(source: Source) -> JSON:
    return {
        "n": source.n,
        "title": source.title,
        "path": source.path,
        "quote": source.quote,
        "details": source.details,
        "warning": source.warning,
    }


def _form(form: Form) -> JSON:
    return {
        "kind": "form",
        "action": form.action,
        "key": form.key,
        "title": form.title,
        "intro": to_html(form.intro),
        "fields": [_field(field) for field in form.fields],
        "submit": form.submit,
        "step": form.step,
        "steps": form.steps,
        "back": form.back,
        "again": form.again,
    }


def _field(field: Field) -> JSON:
    common: JSON = {
        "kind": field.kind,
        "name": field.name,
        "label": field.label,
        "hint": field.hint,
        "value": field.value,
        "required": field.required,
        "error": field.error,
    }
    match field:
        case TextField():
            return {**common, "multiline": field.multiline, "max_length": field.max_length}
        case ChoiceField():
            choices = [[choice.id, choice.label] for choice in field.choices]
            looked_up = {"source": field.source, "decides": field.decides}
            return {**common, "choices": choices, **looked_up}
        case ChoicesField():
            choices = [[choice.id, choice.label] for choice in field.choices]
            return {**common, "choices": choices, "alone": field.alone, "decides": field.decides}
        case FileField():
            return {**common, "most": field.most}
        case PersonField():
            return common
        case _:
            assert_never(field)
