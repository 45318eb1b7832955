"""What a condition makes of the answers, whichever of them are unsure.

An unsure answer is every answer it could turn out to be. A question that was not asked has a
neutral value, whatever an older answer said.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import prod

import cel

from governance.policy.entries import OTHER_TOOL, Answer, Answers, DataClass, Question, Tool

Value = bool | str | tuple[str, ...]
"""An answer as a condition sees it."""

World = Mapping[str, Value]
"""One way things could be: a value for each question that matters, in the form's order."""

NEUTRAL: dict[str, Value] = {"yes_no": False, "choice": "", "tool": "", "choices": (), "data": ()}
"""What a condition sees of a question that was not asked, by its kind."""

CEL_ERRORS = (ArithmeticError, LookupError, RuntimeError, TypeError, ValueError)
"""What CEL raises when a condition cannot be evaluated."""


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A condition made ready once: the facts it reads, all it rests on, what it said before."""

    program: cel.Program
    reads: tuple[str, ...]
    rests_on: tuple[str, ...]
    constants: Mapping[str, object]
    said: dict[tuple[Value, ...], bool] = field(default_factory=dict)


class Conditions:
    """Every condition over one form, with its tools and data classes."""

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
        """List the ids that an answer to *question* is made of, in the form's order."""
        match question.kind:
            case "yes_no":
                return ("yes", "no")
            case "tool":
                return tuple(self._tools)
            case "data":
                return self._data_classes
            case _:
                return tuple(option.id for option in question.options)

    def domain(self, question: Question) -> tuple[Value, ...]:
        """List every value that a sure answer to *question* could have."""
        if question.id not in self._domains:
            self._domains[question.id] = _values(question, self.options(question))
        return self._domains[question.id]

    def value(self, question: Question, answer: Answer | None) -> Value | None:
        """Turn a sure *answer* into what a condition sees; None when it is not sure.

        An answer that the policy does not offer, or no longer offers, is not a sure one, nor is
        "none of these" together with one of them.
        """
        if answer is None:
            return None
        offered = self.options(question)
        if question.kind in {"choices", "data"}:
            ticked = {answer} if isinstance(answer, str) else set(answer)
            fits = ticked <= set(offered) and _go_together(question, ticked)
            return tuple(id_ for id_ in offered if id_ in ticked) or None if fits else None
        if answer not in offered:
            return None
        return answer == "yes" if question.kind == "yes_no" else answer

    def reads(self, expression: str) -> tuple[str, ...]:
        """Name the facts that *expression* looks at itself, in the form's order."""
        return self._compile(expression).reads

    def rests_on(self, expression: str) -> tuple[str, ...]:
        """Name the facts that can change what *expression* says, in the form's order.

        These are the facts it reads, and the facts that decide whether those are asked.
        """
        return self._compile(expression).rests_on

    def combinations(self, expression: str) -> int:
        """Count at most how many worlds there are for *expression*, without visiting them."""
        questions = [self._facts[id_] for id_ in self.rests_on(expression)]
        return prod(self._size(question) + bool(question.ask_when) for question in questions)

    def worlds(self, expression: str, answers: Answers) -> Iterator[World]:
        """Give every way things could be that matters to *expression*, given *answers*."""
        return self._worlds(self.rests_on(expression), answers, {})

    def outcomes(self, expression: str, answers: Answers) -> frozenset[bool]:
        """Say what *expression* could turn out to be, given *answers*."""
        found: set[bool] = set()
        for world in self.worlds(expression, answers):
            found.add(self.holds(expression, world))
            if len(found) == len((True, False)):
                break
        return frozenset(found)

    def holds(self, expression: str, world: World) -> bool:
        """Tell whether *expression* holds in *world*; the careful side when it cannot be told."""
        compiled = self._compile(expression)
        key = tuple(world[id_] for id_ in compiled.reads)
        if key not in compiled.said:
            try:
                compiled.said[key] = self.evaluate(expression, world) is not False
            except CEL_ERRORS:
                compiled.said[key] = True
        return compiled.said[key]

    def evaluate(self, expression: str, world: World) -> object:
        """Evaluate *expression* in *world* afresh; raises one of ``CEL_ERRORS`` if it cannot."""
        compiled = self._compile(expression)
        seen = {id_: world[id_] for id_ in compiled.reads}
        return compiled.program.execute({**compiled.constants, **seen})

    def is_asked(self, question: Question, answers: Answers) -> bool:
        """Tell whether *answers* call for *question*, or could."""
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
        """List what the answer to *question* may be, in a world known up to there."""
        if question.ask_when is not None and not self.holds(question.ask_when, world):
            return (NEUTRAL[question.kind],)
        value = self.value(question, answers.get(question.id))
        return self.domain(question) if value is None else (value,)

    def _size(self, question: Question) -> int:
        """Count the domain of *question* without listing it."""
        several = question.kind in {"choices", "data"}
        offered, alone = len(self.options(question)), len(_exclusive(question))
        return 2 ** (offered - alone) - 1 + alone if several else offered

    def _compile(self, expression: str) -> _Compiled:
        if expression not in self._compiled:
            program = cel.compile(expression)
            names = set(program.variables())
            reads = tuple(id_ for id_ in self._facts if id_ in names)
            constants = {"tools": self._tools} if "tools" in names else {}
            rests_on = self._closed(reads)
            self._compiled[expression] = _Compiled(program, reads, rests_on, constants)
        return self._compiled[expression]

    def _closed(self, reads: Sequence[str]) -> tuple[str, ...]:
        """Add to *reads* the earlier facts that decide whether each of them is asked."""
        needed = set(reads)
        for id_ in reversed(self._facts):
            ask_when = self._facts[id_].ask_when
            if id_ in needed and ask_when is not None:
                needed.update(cel.compile(ask_when).variables())
        return tuple(id_ for id_ in self._facts if id_ in needed)


def _table(tools: Sequence[Tool]) -> dict[str, dict[str, object]]:
    """Say what a condition may look up about each tool."""
    table: dict[str, dict[str, object]] = {
        tool.id: {
            "approved": tool.approved,
            "data": list(tool.data),
            "with_approval": list(tool.with_approval),
        }
        for tool in tools
    }
    return {**table, OTHER_TOOL: {"approved": False, "data": [], "with_approval": []}}


def _values(question: Question, offered: tuple[str, ...]) -> tuple[Value, ...]:
    match question.kind:
        case "yes_no":
            return (True, False)
        case "choices" | "data":
            sizes = range(1, len(offered) + 1)
            every = (ticked for size in sizes for ticked in combinations(offered, size))
            return tuple(ticked for ticked in every if _go_together(question, ticked))
        case _:
            return offered


def _exclusive(question: Question) -> frozenset[str]:
    """Name the options of *question* that no other goes with."""
    return frozenset(option.id for option in question.options if option.exclusive)


def _go_together(question: Question, ticked: Collection[str]) -> bool:
    """Tell whether somebody can mean all of *ticked* at once."""
    return len(ticked) <= 1 or not _exclusive(question).intersection(ticked)
