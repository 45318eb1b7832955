"""Evaluates CEL conditions over answers, some of which may be unsure.

An unsure answer stands for every possible answer. A question that was not asked has a
neutral value, whatever an older answer said.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import prod
from typing import assert_never

import cel

from governance.policy.entries import OTHER_TOOL, Answer, Answers, DataClass, Question, Tool

Value = bool | str | tuple[str, ...]
"""An answer as a condition sees it."""

World = Mapping[str, Value]
"""One way things could be: a value for each question that matters, in the form's order."""

CEL_ERRORS = (ArithmeticError, LookupError, RuntimeError, TypeError, ValueError)
"""What CEL raises when a condition cannot be evaluated."""


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A compiled condition: the facts it reads, their dependencies, and cached results."""

    program: cel.Program
    reads: tuple[str, ...]
    rests_on: tuple[str, ...]
    constants: Mapping[str, object]
    said: dict[tuple[Value, ...], bool] = field(default_factory=dict)


class Conditions:
    """Evaluator of all conditions over one form, with its tools and data classes."""

    def __init__(
        self,
        questions: Mapping[str, Question],
        tools: Sequence[Tool],
        data_classes: Sequence[DataClass],
    ) -> None:
        self._facts = {id_: question for id_, question in questions.items() if question.is_fact}
        self._tools = _table(tools)
        self._data_classes = tuple(data_class.id for data_class in data_classes)
        self._compiled: dict[str, _Compiled] = {}
        self._domains: dict[str, tuple[Value, ...]] = {}

    def options(self, question: Question) -> tuple[str, ...]:
        """Return the option ids of *question*, in form order."""
        match question.kind:
            case "yes_no":
                return ("yes", "no")
            case "tool":
                return tuple(self._tools)
            case "data":
                return self._data_classes
            case "choice" | "choices" | "text" | "person":
                return tuple(option.id for option in question.options)
            case _:
                assert_never(question.kind)

    def domain(self, question: Question) -> tuple[Value, ...]:
        """Return every value of a definite answer to *question*."""
        if question.id not in self._domains:
            self._domains[question.id] = _values(question, self.options(question))
        return self._domains[question.id]

    def value(self, question: Question, answer: Answer | None) -> Value | None:
        """Convert a definite *answer* to its CEL value; None if it is unsure.

        An answer that the policy does not offer, or no longer offers, is not a sure one, nor is
        "none of these" together with one of them.
        """
        if answer is None:
            return None
        offered = self.options(question)
        if question.takes_several:
            ticked = {answer} if isinstance(answer, str) else set(answer)
            fits = ticked <= set(offered) and _go_together(question, ticked)
            return tuple(id_ for id_ in offered if id_ in ticked) or None if fits else None
        if answer not in offered:
            return None
        return answer == "yes" if question.kind == "yes_no" else answer

    def reads(self, expression: str) -> tuple[str, ...]:
        """Return the facts that *expression* reads directly, in form order."""
        return self._compile(expression).reads

    def rests_on(self, expression: str) -> tuple[str, ...]:
        """Return the facts that *expression* depends on, in form order.

        These are the facts it reads, and the facts that decide whether those are asked.
        """
        return self._compile(expression).rests_on

    def combinations(self, expression: str) -> int:
        """Return an upper bound on the worlds of *expression*, without enumerating them."""
        questions = [self._facts[id_] for id_ in self.rests_on(expression)]
        return prod(self._size(question) + bool(question.ask_when) for question in questions)

    def worlds(self, expression: str, answers: Answers) -> Iterator[World]:
        """Yield every assignment of facts relevant to *expression*, given *answers*."""
        return self._worlds(self.rests_on(expression), answers, {})

    def outcomes(self, expression: str, answers: Answers) -> frozenset[bool]:
        """Return the possible results of *expression*, given *answers*."""
        found: set[bool] = set()
        for world in self.worlds(expression, answers):
            found.add(self.holds(expression, world))
            if len(found) == len((True, False)):
                break
        return frozenset(found)

    def holds(self, expression: str, world: World) -> bool:
        """Return whether *expression* holds in *world*; errors count as the careful side."""
        compiled = self._compile(expression)
        key = tuple(world[id_] for id_ in compiled.reads)
        if key not in compiled.said:
            try:
                compiled.said[key] = self.evaluate(expression, world) is not False
            except CEL_ERRORS:
                compiled.said[key] = True
        return compiled.said[key]

    def evaluate(self, expression: str, world: World) -> object:
        """Evaluate *expression* in *world*, uncached; raises one of ``CEL_ERRORS`` on failure."""
        compiled = self._compile(expression)
        seen = {id_: world[id_] for id_ in compiled.reads}
        return compiled.program.execute({**compiled.constants, **seen})

    def is_asked(self, question: Question, answers: Answers) -> bool:
        """Return whether *question* is or may be asked, given *answers*."""
        return question.ask_when is None or True in self.outcomes(question.ask_when, answers)

    def _worlds(
        self, names: Sequence[str], answers: Answers, so_far: dict[str, Value]
    ) -> Iterator[World]:
        if not names:
            yield so_far
            return
        for value in self._possible(self._facts[names[0]], answers, so_far):
            yield from self._worlds(names[1:], answers, {**so_far, names[0]: value})

    def _possible(self, question: Question, answers: Answers, world: World) -> tuple[Value, ...]:
        """Return the possible answers to *question* in a partially known world."""
        if question.ask_when is not None and not self.holds(question.ask_when, world):
            return (_neutral(question),)
        value = self.value(question, answers.get(question.id))
        return self.domain(question) if value is None else (value,)

    def _size(self, question: Question) -> int:
        """Return the size of the domain of *question* without enumerating it."""
        several = question.takes_several
        offered, alone = len(self.options(question)), len(_exclusive(question))
        return 2 ** (offered - alone) - 1 + alone if several else offered

    def _compile(self, expression: str) -> _Compiled:
        if expression not in self._compiled:
            program = cel.compile(expression)
            names = set(program.variables())
            reads = tuple(id_ for id_ in self._facts if id_ in names)
            constants = {"tools": self._tools} if "tools" in names else {}
            rests_on = self._close_over(reads)
            self._compiled[expression] = _Compiled(program, reads, rests_on, constants)
        return self._compiled[expression]

    def _close_over(self, reads: Sequence[str]) -> tuple[str, ...]:
        """Return the closure of *reads* over the facts that decide whether each is asked."""
        needed = set(reads)
        for id_ in reversed(self._facts):
            ask_when = self._facts[id_].ask_when
            if id_ in needed and ask_when is not None:
                needed.update(cel.compile(ask_when).variables())
        return tuple(id_ for id_ in self._facts if id_ in needed)


def _table(tools: Sequence[Tool]) -> dict[str, dict[str, object]]:
    """Return the table of tools that conditions can look up."""
    table: dict[str, dict[str, object]] = {
        tool.id: {
            "approved": tool.approved,
            "data": list(tool.data),
            "with_approval": list(tool.with_approval),
        }
        for tool in tools
    }
    return {**table, OTHER_TOOL: {"approved": False, "data": [], "with_approval": []}}


def _neutral(question: Question) -> Value:
    """Return what a condition sees of a question that was not asked."""
    if question.takes_several:
        return ()
    return False if question.kind == "yes_no" else ""


def _values(question: Question, offered: tuple[str, ...]) -> tuple[Value, ...]:
    """Return every value of a definite answer among the ids *offered*."""
    if question.takes_several:
        sizes = range(1, len(offered) + 1)
        every = (ticked for size in sizes for ticked in combinations(offered, size))
        return tuple(ticked for ticked in every if _go_together(question, ticked))
    return (True, False) if question.kind == "yes_no" else offered


def _exclusive(question: Question) -> frozenset[str]:
    """Return the options of *question* that exclude all others."""
    return frozenset(option.id for option in question.options if option.exclusive)


def _go_together(question: Question, ticked: Collection[str]) -> bool:
    """Return whether the options *ticked* can be combined."""
    return len(ticked) <= 1 or not _exclusive(question).intersection(ticked)
