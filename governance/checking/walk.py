"""Iterators over the entries, texts and conditions of a policy, with their places."""

from collections.abc import Iterator

from governance.checking.finding import Place
from governance.checking.schema_errors import NOUNS
from governance.policy import Localised, Policy
from governance.policy.entries import Entry


def entries(policy: Policy) -> Iterator[tuple[Place, Entry]]:
    """Yield every entry of the policy, in the order of the file's sections."""
    return ((place, value) for place, value in _walk(policy, ()) if isinstance(value, Entry))


def texts(policy: Policy) -> Iterator[tuple[Place, Localised]]:
    """Yield every localised text."""
    return ((place, value) for place, value in _walk(policy, ()) if isinstance(value, Localised))


def conditions(policy: Policy) -> Iterator[tuple[Place, str, str]]:
    """Yield every condition with its place and the entry it belongs to."""
    for place, entry in entries(policy):
        for field in ("when", "ask_when"):
            expression = getattr(entry, field, None)
            if expression is not None:
                yield (*place, field), describe(place, entry), expression


def describe(place: Place, entry: Entry) -> str:
    """Return the label of an *entry* within a sentence, such as ``Rule `personal-data` ``."""
    section = next((step for step in reversed(place) if isinstance(step, str)), "")
    return f"{NOUNS[section]} `{getattr(entry, 'id', '')}`"


def _walk(value: object, place: Place) -> Iterator[tuple[Place, object]]:
    yield place, value
    if isinstance(value, Entry):
        for field in type(value).model_fields:
            yield from _walk(getattr(value, field), (*place, field))
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _walk(each, (*place, number))
