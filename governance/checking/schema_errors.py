"""Validation errors of the policy's model, in plain words."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from governance.checking.finding import Place, Remark, did_you_mean
from governance.policy import Policy

NOUNS = {
    "tiers": "Tier",
    "rules": "Rule",
    "data_classes": "Data class",
    "tools": "Tool",
    "intake": "Step",
    "questions": "Question",
    "options": "Option",
    "evidence": "Evidence",
    "modules": "Module",
    "topics": "Topic",
    "offices": "Office",
    "holidays": "Holiday",
    "titles": "Title",
    "promises": "Promise",
    "appeals": "Appeals",
    "incidents": "Incidents",
    "registering": "Registering",
    "steps": "Review step",
}
"""What one entry of each list is called."""

_WORDS = {
    "missing": "`{field}` is missing.",
    "string_type": "`{field}` must be a text.",
    "string_too_short": "`{field}` is empty.",
    "literal_error": "`{field}` is `{input}`, but must be {expected}.",
    "too_short": "`{field}` needs at least {min_length}.",
    "too_long": "`{field}` has {actual_length} entries; {max_length} are the most.",
    "greater_than_equal": "`{field}` is {input}, but must be at least {ge}.",
    "less_than_equal": "`{field}` is {input}, but must be at most {le}.",
    "int_parsing": "`{field}` is `{input}`, but must be a whole number.",
    "int_type": "`{field}` must be a whole number.",
    "bool_parsing": "`{field}` is `{input}`, but must be true or false.",
    "bool_type": "`{field}` must be true or false.",
    "tuple_type": "`{field}` must be a list.",
    "model_type": "`{field}` must have fields of its own, each as `field: value`.",
    "dict_type": "`{field}` must be a text, or one text for each language.",
    "invalid_key": "`{field}` must be a text.",
    "value_error": "{error}.",
}
"""What is wrong, by pydantic's name for it."""

_DATE = "`{field}` is `{input}`, but must be a date such as 2026-03-01."
_CLAUSE = "`{input}` is no clause. Write page#heading, such as data-classes#restricted."
_ID = (
    "`{input}` cannot be an id. Use small letters and digits, beginning with a letter; "
    "questions may have _ between them, everything else _ or -."
)
_LANGUAGE = "`{input}` is no language. Write two or three small letters, such as en or id."


def find_remarks(error: ValidationError, values: object) -> Iterator[Remark]:
    """Describe each validation error; *values* are the rejected input."""
    for details in error.errors():
        place = tuple(step for step in details["loc"] if step != "[key]")
        facts = {**details.get("ctx", {}), "field": _field(place), "input": details["input"]}
        message = _template(details).format(**facts)
        if details["type"] == "extra_forbidden":
            message = f"`{_field(place)}` is not a field here."
            message += did_you_mean(_field(place), _fields(Policy))
        yield Remark(place, _subject(values, place) + message)


def _template(details: ErrorDetails) -> str:
    """Return the message template of one validation error."""
    kind, place = details["type"], details["loc"]
    if kind.startswith("date_"):
        return _DATE
    if kind == "string_pattern_mismatch":
        language = place[-1] == "[key]"
        return _LANGUAGE if language else _CLAUSE if place[-1] == "clause" else _ID
    return _WORDS.get(kind, "`{field}` cannot be `{input}`.")


def _field(place: Place) -> str:
    """Return the field name at *place*: the last step that is a string."""
    return next((step for step in reversed(place) if isinstance(step, str)), "policy.yaml")


def _subject(values: object, place: Place) -> str:
    """Return the entry that contains *place*, such as ``Rule `personal-data`: ``."""
    subject, around = "", ""
    for step in place:
        if isinstance(values, Mapping) and isinstance(step, str):
            values, around = values.get(step), step
        elif isinstance(values, list) and isinstance(step, int):
            values = values[step]
            if around in NOUNS and not isinstance(values, str):
                name = values.get("id") if isinstance(values, Mapping) else None
                named = f"`{name}`" if isinstance(name, str) else f"number {step + 1}"
                subject = f"{NOUNS[around]} {named}: "
    return subject


def _fields(model: type[BaseModel]) -> set[str]:
    """Collect the names of all fields that a policy may have anywhere."""
    names = set(model.model_fields)
    for field in model.model_fields.values():
        for inner in _models(field.annotation):
            names |= _fields(inner)
    return names - {"root"}


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """Find the models inside a type such as ``tuple[Rule, ...]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
