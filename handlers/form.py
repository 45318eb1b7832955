"""Forms: a closed set of fields that every channel can draw, filled one step at a time.

Values are text, or several texts for a field of several choices. A form comes back as
``Submitted``; what is wrong with it is said at the field, and nothing typed is lost.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, assert_never

from governance import MAX_FILE_BYTES
from handlers.wording import Wording

Value = str | tuple[str, ...]
"""What a person put into one field."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a field."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class TextField:
    """A line or a few lines of text; *max_length* in characters."""

    name: str
    label: str
    hint: str = ""
    value: str = ""
    required: bool = True
    multiline: bool = False
    max_length: int = 200
    error: str = ""
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class ChoiceField:
    """One of several options.

    With a *source*, a channel that can may look options up while somebody types, by
    ``Assistant.options``; *choices* are then those that are known already. When one that
    *decides* changes, the form has other fields (see ``Form.again``).
    """

    name: str
    label: str
    choices: tuple[Choice, ...]
    hint: str = ""
    value: str = ""
    required: bool = True
    error: str = ""
    source: str = ""
    decides: bool = False
    kind: Literal["choice"] = "choice"


@dataclass(frozen=True, slots=True)
class ChoicesField:
    """Any number of several options; *alone* are those that exclude all others ("not sure").

    The ids in *alone* have a space between them.
    """

    name: str
    label: str
    choices: tuple[Choice, ...]
    hint: str = ""
    value: tuple[str, ...] = ()
    required: bool = True
    alone: str = ""
    error: str = ""
    decides: bool = False
    kind: Literal["choices"] = "choices"


@dataclass(frozen=True, slots=True)
class PersonField:
    """A colleague, given as an e-mail address; channels with a directory offer a picker."""

    name: str
    label: str
    hint: str = ""
    value: str = ""
    required: bool = True
    error: str = ""
    kind: Literal["person"] = "person"


MAX_FILES = 5
"""How many files one field takes, unless it says otherwise."""


@dataclass(frozen=True, slots=True)
class FileField:
    """Files to hand in, at most *most* of them.

    A channel gives each one to ``Assistant.receive`` and puts what that returns into the value of
    the turn; where it cannot take files, a link may stand there. *value* names what was handed in
    before, to be shown.
    """

    name: str
    label: str
    hint: str = ""
    value: tuple[str, ...] = ()
    required: bool = True
    most: int = MAX_FILES
    error: str = ""
    kind: Literal["file"] = "file"


Field = TextField | ChoiceField | ChoicesField | PersonField | FileField
"""Everything a form can ask. Channels draw it with ``match`` and ``assert_never``."""


@dataclass(frozen=True, slots=True)
class Form:
    """One step of a form.

    Submitting comes back as ``Submitted(action, key, values)``, where *key* says which draft,
    question or review the form is about. *step* of *steps* counts from 1. *back* is the action of
    a "back" button, which carries the values typed so far; empty when there is nowhere to go.
    *again* is an action that carries them too, and gives the same form with the fields that follow
    from them: for a channel to press by itself when a field that ``decides`` is changed. A channel
    that does not gets the new fields when the form is submitted.
    """

    action: str
    key: str
    title: str
    fields: tuple[Field, ...]
    submit: str
    intro: str = ""
    step: int = 1
    steps: int = 1
    back: str = ""
    again: str = ""
    kind: Literal["form"] = "form"


REFUSED = "refused/"
"""What the value of a file begins with that was not taken; the reason and its name follow."""

LINK = re.compile(r"https?://[^\s<>\"\\]{3,2000}")
"""A link that somebody pastes."""

_FILE_VALUE = re.compile(rf"[0-9a-f]{{32}}|{REFUSED}.*|{LINK.pattern}", re.DOTALL)
"""What can stand in the value of a file field: a file that was taken, one that was not, a link."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with one field: a message's key in the wording, and its facts."""

    field: str
    key: str
    facts: Mapping[str, str | int]


def clean(form: Form, values: Mapping[str, Value]) -> dict[str, Value]:
    """Take from *values* what belongs to *form*, trimmed, each of its field's own shape."""
    cleaned: dict[str, Value] = {}
    for field in form.fields:
        value = values.get(field.name, "")
        if isinstance(field, ChoicesField | FileField):
            ticked = (value,) if isinstance(value, str) else value
            cleaned[field.name] = tuple(dict.fromkeys(each for each in ticked if each))
        else:
            cleaned[field.name] = (value if isinstance(value, str) else " ".join(value)).strip()
    return cleaned


def mistakes(form: Form, values: Mapping[str, Value]) -> tuple[Mistake, ...]:
    """Say what is wrong with cleaned *values*, field by field, in the form's order."""
    found = (_mistake(field, values[field.name]) for field in form.fields)
    return tuple(mistake for mistake in found if mistake)


def _mistake(field: Field, value: Value) -> Mistake | None:
    if not value:
        return Mistake(field.name, "form-required", {}) if field.required else None
    key, facts = "", dict[str, str | int]()
    match field:
        case TextField() if len(value) > field.max_length:
            key, facts = "form-too-long", {"most": field.max_length, "is": len(value)}
        case ChoiceField() if value not in {choice.id for choice in field.choices}:
            key = "form-not-an-option"
        case ChoicesField() if not set(value) <= {choice.id for choice in field.choices}:
            key = "form-not-an-option"
        case ChoicesField() if len(value) > 1 and set(field.alone.split()).intersection(value):
            key = "form-alone"
        case PersonField() if not _looks_like_an_address(str(value)):
            key = "form-not-an-address"
        case FileField():
            return _file_mistake(field, value)
    return Mistake(field.name, key, facts) if key else None


def _file_mistake(field: FileField, value: Value) -> Mistake | None:
    """Say which file of a field was not taken, and why."""
    if len(value) > field.most:
        return Mistake(field.name, "form-too-many-files", {"most": field.most})
    if any(not _FILE_VALUE.fullmatch(each) for each in value):
        return Mistake(field.name, "form-no-link", {})
    refused = next((each for each in value if each.startswith(REFUSED)), None)
    if refused is None:
        return None
    reason, _, name = refused.removeprefix(REFUSED).partition("/")
    facts: dict[str, str | int] = {"name": name, "most": MAX_FILE_BYTES // 2**20}
    return Mistake(field.name, f"form-file-{reason}", facts)


def _looks_like_an_address(text: str) -> bool:
    """Tell an e-mail address from a name; whether it exists is for the directory to say."""
    name, at, domain = text.partition("@")
    return bool(name and at and "." in domain.strip(".")) and not any(map(str.isspace, text))


def errors_in_words(found: Iterable[Mistake], wording: Wording) -> dict[str, str]:
    """Say the mistakes *found* in a person's language, by field, as ``refill`` takes them."""
    return {mistake.field: wording(mistake.key, **mistake.facts) for mistake in found}


def refill(form: Form, values: Mapping[str, Value], errors: Mapping[str, str]) -> Form:
    """Show *form* again with what was typed and, at each field, what is wrong with it."""
    typed = clean(form, values)
    fields = (
        _with_value(field, typed[field.name] if field.name in values else field.value)
        for field in form.fields
    )
    return replace(
        form, fields=tuple(replace(field, error=errors.get(field.name, "")) for field in fields)
    )


def _with_value(field: Field, value: Value) -> Field:
    """Put a *value* of the field's own shape into *field*."""
    match field:
        case ChoicesField():
            return replace(field, value=tuple(value))
        case TextField() | ChoiceField() | PersonField():
            return replace(field, value=str(value))
        case FileField():
            return field  # what was handed in just now is in the records, or was not taken
        case _:
            assert_never(field)
