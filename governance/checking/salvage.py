"""Recovers the valid parts of an invalid policy, so that they can be checked too."""

from collections.abc import Collection, Mapping
from copy import deepcopy
from datetime import date
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, ValidationError
from pydantic.fields import FieldInfo

from governance.checking.finding import Place, closest
from governance.policy import Policy

MAX_ROUNDS = 5
"""How often what was put in place of a refused value may be refused in turn."""

_WORD = "unreadable"
_OF_A_FORM = {"clause": f"{_WORD}#{_WORD}", "when": "true", "ask_when": "true"}
"""Stand-ins for texts that must have a form, by the name of their field."""


def salvage(values: object, error: ValidationError) -> tuple[Policy, frozenset[Place]] | None:
    """Parse a policy with placeholders for the *values* that *error* rejects.

    Returns the policy and the places of the stand-ins, about which nothing more can be said, or
    None where too much is refused. Entries keep their places, so that lines can still be found.
    """
    copy = deepcopy(values)
    replaced: set[Place] = set()
    for _ in range(MAX_ROUNDS):
        for details in error.errors():
            place = tuple(step for step in details["loc"] if step != "[key]")
            if details["type"] == "extra_forbidden":
                replaced.update(_drop(copy, place))
            else:
                replaced.add(_replace(copy, place))
        if () in replaced:
            return None
        try:
            return Policy.model_validate(copy), frozenset(replaced)
        except ValidationError as again:
            error = again
    return None


def has_unnamed(section: str, replaced: Collection[Place]) -> bool:
    """Return whether a *section* has entries without a readable id."""
    return any(
        place[0] == section
        and (isinstance(place[-1], int) or place[-1] in {section, "id", "questions"})
        for place in replaced
    )


def _drop(values: Any, place: Place) -> set[Place]:
    """Remove an unknown field; the field it probably misspells counts as replaced."""
    _holder(values, place).pop(place[-1], None)
    _, annotation, _ = _descend(place[:-1])
    meant = closest(str(place[-1]), annotation.model_fields)
    return {(*place[:-1], meant)} if meant else set()


def _replace(values: Any, place: Place) -> Place:
    """Put a placeholder at *place* or at the enclosing field; returns where."""
    place, annotation, field = _descend(place)
    if place:
        holder = _holder(values, place)
        if field is not None and not field.is_required():
            holder.pop(place[-1], None)
        else:
            holder[place[-1]] = _stand_in(annotation, place[-1], field)
    return place


def _holder(values: Any, place: Place) -> Any:
    for step in place[:-1]:
        values = values[step]
    return values


def _descend(place: Place) -> tuple[Place, Any, FieldInfo | None]:
    """Follow *place* through the model while it names fields and entries."""
    annotation: Any = Policy
    field: FieldInfo | None = None
    for depth, step in enumerate(place):
        if isinstance(step, int) and get_origin(annotation) is tuple:
            annotation, field = _bare(get_args(annotation)[0]), None
        elif _is_entry(annotation) and step in annotation.model_fields:
            field = annotation.model_fields[step]
            annotation = _bare(field.annotation)
        else:
            return place[:depth], annotation, field
    return place, annotation, field


def _bare(annotation: Any) -> Any:
    """Strip constraints and optionality from a type."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in {Union, UnionType}:
        return _bare(get_args(annotation)[0])
    return annotation


def _is_entry(annotation: Any) -> bool:
    is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return is_model and not issubclass(annotation, RootModel)


def _stand_in(annotation: Any, name: str | int, field: FieldInfo | None) -> object:
    """Create a valid placeholder for a required *field* or a list entry."""
    if _is_entry(annotation):
        fields: Mapping[str, FieldInfo] = annotation.model_fields
        required = {each: about for each, about in fields.items() if about.is_required()}
        return {
            each: _stand_in(_bare(about.annotation), each, about)
            for each, about in required.items()
        }
    if get_origin(annotation) is tuple:
        return [_stand_in(_bare(get_args(annotation)[0]), 0, None)]
    if get_origin(annotation) is Literal:
        return get_args(annotation)[0]
    least = next((each.ge for each in field.metadata if hasattr(each, "ge")), 0) if field else 0
    return {int: least, bool: False, date: "2000-01-01"}.get(
        annotation, _OF_A_FORM.get(str(name), _WORD)
    )
