"""Facts about the rules on what a question names, true whatever is asked about it (pure).

A ruling answers whether something may be done. A fact only repeats what the policy says of the
tools, the classes of data and the acts that were named, so it may stand before any answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from governance.policy.entries import DataClass, Tool
from governance.policy.mentions import Mentions
from governance.policy.policy_document import Policy
from governance.policy.verdict import (
    DataAccess,
    Outcome,
    Ruling,
    access_of,
    rule_by_acts,
    rule_on_unlisted,
)


@dataclass(frozen=True, slots=True)
class ImpliedClass:
    """The words of a question, as they were written, and the class of *data* they stand for."""

    said: str
    data: DataClass


@dataclass(frozen=True, slots=True)
class Fact:
    """What the policy says of what was named, and the clauses that state it.

    *accesses* tell what the tools named may do with the classes named, *beside* with the other
    classes, where a tool was named. *unlisted* tools fall under the rules of *assessed*. *acts*
    are ruled on as of a solution that does them.
    """

    clauses: tuple[str, ...]
    implied: tuple[ImpliedClass, ...] = ()
    accesses: tuple[DataAccess, ...] = ()
    beside: tuple[DataAccess, ...] = ()
    unlisted: tuple[str, ...] = ()
    assessed: Ruling | None = None
    acts: Ruling | None = None


def fact_on(policy: Policy, names: Mentions) -> Fact | None:
    """State what the policy says of what a question *names*; None where that is nothing."""
    tools = [tool for tool in policy.tools if tool.id in names.tools]
    classes = [each for each in policy.data_classes if each.id in names.data]
    assessed = rule_on_unlisted(policy) if names.others else None
    acts = rule_by_acts(policy, names) if _names_acts(policy, names) else None
    is_forbidden = acts is not None and acts.outcome is Outcome.NO
    is_of_tools = not names.others and not is_forbidden and not (acts and not classes)
    accesses, beside = _accesses(policy, tools, classes) if is_of_tools else ((), ())
    implied = implied_classes(policy, names)
    clauses = [
        *(acts.clauses if acts else ()),
        *(assessed.clauses if assessed else ()),
        *(tool.clause for tool in tools),
        *(each.clause for each in classes if not tools or implied),
    ]
    if not (accesses or assessed or acts or implied):
        return None
    return Fact(
        clauses=tuple(dict.fromkeys(clauses)),
        implied=implied,
        accesses=accesses,
        beside=beside,
        unlisted=names.others if assessed else (),
        assessed=assessed,
        acts=acts,
    )


def _names_acts(policy: Policy, names: Mentions) -> bool:
    """Tell whether something is named that a solution does, and not only how it does it."""
    return names.is_clear and any(policy.questions[of].kind != "choice" for of in names.answers)


def implied_classes(policy: Policy, names: Mentions) -> tuple[ImpliedClass, ...]:
    """List the classes of data that a question's words stand for without naming them."""
    return tuple(
        ImpliedClass(names.said[each.id], each)
        for each in policy.data_classes
        if each.id in names.said and not _is_named(each, names.said[each.id])
    )


def _is_named(data: DataClass, said: str) -> bool:
    """Tell whether words *said* hold the name of a class itself, in any language."""
    written = said.casefold()
    return any(name.casefold() in written for name in data.name.root.values())


def _accesses(
    policy: Policy, tools: Sequence[Tool], classes: Sequence[DataClass]
) -> tuple[tuple[DataAccess, ...], tuple[DataAccess, ...]]:
    """List what was named, and the other classes beside it; of no tool at all, every tool's."""
    if not tools:
        return tuple(access_of(tool, each) for each in classes for tool in policy.tools), ()
    own = classes or policy.data_classes
    rest = [each for each in policy.data_classes if each not in own]
    return (
        tuple(access_of(tool, each) for tool in tools for each in own),
        tuple(access_of(tool, each) for tool in tools for each in rest),
    )
