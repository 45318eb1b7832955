"""Check: every condition, evaluated on every combination of the answers it reads."""

import re
from collections.abc import Iterator

from governance.checking.doubtful import Doubtful
from governance.checking.finding import Place, Remark, did_you_mean
from governance.checking.walk import conditions
from governance.policy import CEL_ERRORS, Policy, World

_TEXT = re.compile(r"\"([^\"]*)\"|'([^']*)'")

_TOOL_FIELDS = ("approved", "data", "with_approval")


def find_remarks(policy: Policy, doubtful: Doubtful) -> Iterator[Remark]:
    """Find conditions that fail, are constant, or compare with unknown values.

    A *doubtful* one is not evaluated: it depends on something invalid.
    """
    for place, name, expression in conditions(policy):
        if doubtful.is_condition(place, expression):
            continue
        yield from _try(policy, place, name, expression)
        yield from _strange_texts(policy, place, name, expression)


def _try(policy: Policy, place: Place, name: str, expression: str) -> Iterator[Remark]:
    found: set[bool] = set()
    for world in policy.conditions.worlds(expression, {}):
        try:
            result = policy.conditions.evaluate(expression, world)
        except CEL_ERRORS as error:
            yield Remark(place, f"{name} breaks {_when(policy, world)}: {_why(error)}.")
            return
        if not isinstance(result, bool):
            when = _when(policy, world)
            yield Remark(place, f"{name} says `{result}` {when}, not true or false.")
            return
        found.add(result)
    if len(found) == 1:
        yield _never_changes(place, name, always=True in found)


def _never_changes(place: Place, name: str, *, always: bool) -> Remark:
    """Create the remark for a constant condition."""
    if place[-1] == "ask_when":
        message = "is always asked: leave `ask_when` out" if always else "is never asked"
    else:
        message = "fires whatever is answered" if always else "can never fire"
    return Remark(place, f"{name} {message}.")


def _when(policy: Policy, world: World) -> str:
    """Describe one combination of answers."""
    if not world:
        return "whatever is answered"
    return "when " + " and ".join(
        f"`{id_}` is {_value(value, asked=policy.questions[id_].ask_when is None)}"
        for id_, value in world.items()
    )


def _value(value: object, *, asked: bool) -> str:
    match value:
        case True:
            return "yes"
        case False:
            return "no" if asked else "no or not asked"
        case "" | ():
            return "not asked"
        case tuple():
            return ", ".join(value)
        case _:
            return str(value)


def _why(error: Exception) -> str:
    """Describe a CEL evaluation error."""
    match error:
        case LookupError():
            return "it looks up something that is not there"
        case TypeError():
            return "it puts together values of different kinds"
        case _:
            return "it uses a name or a function that does not exist"


def _strange_texts(policy: Policy, place: Place, name: str, expression: str) -> Iterator[Remark]:
    """Find string literals in a condition that none of its questions offers."""
    reads = [policy.questions[id_] for id_ in policy.conditions.reads(expression)]
    known = {id_ for each in reads for id_ in policy.conditions.options(each)} - {"yes", "no"}
    if "tools" in expression:
        known |= {tool.id for tool in policy.tools} | set(_TOOL_FIELDS)
        known |= {data_class.id for data_class in policy.data_classes}
    for match in _TEXT.finditer(expression):
        word = match[1] or match[2] or ""
        if word and word not in known:
            message = f"{name} compares with `{word}`, which none of its questions offers."
            yield Remark(place, message + did_you_mean(word, known), "warning")
