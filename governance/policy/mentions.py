"""What a question names of a policy: its tools, its data classes, and answers to its form (pure).

A name is found as whole words, whatever its case, its marks on Latin letters and its plural. Of
names that overlap, the one that begins first counts, and of those the longest: "ChatGPT free" is
not "ChatGPT".
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from governance.policy.entries import Answer, DataClass, Names, Question, Tool
from governance.policy.tokens import THAI_LETTERS, THAI_MARKS, join_words, tokenise

GAP = "…"
"""Stands in the rest of a question for a name that was taken out, and in a name for some words."""

MAX_GAP_CHARS = 45
"""How many characters may stand between two parts of a name; they stay in the rest."""

_HELD = "qqnameqq"
"""Holds the place of a proper name while a question is normalised; nobody types it."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a question names, and the *rest* of its words with a gap for each name.

    *others* are tools that are not on the list, as the policy writes them. *answers* are those to
    the form's questions of other kinds; *is_clear* is false where two of them exclude each other.
    *said* has, for each class of data, the words that stand for it as they were written.
    """

    rest: str
    tools: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    data: tuple[str, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)
    is_clear: bool = True
    said: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Meaning:
    """One thing that a name stands for: a tool, a class of data, or an answer to a question."""

    kind: str
    of: str
    value: str


class Vocabulary:
    """Everything that a question may name of one policy, ready to be found."""

    def __init__(
        self,
        questions: Mapping[str, Question],
        tools: Sequence[Tool],
        data_classes: Sequence[DataClass],
    ) -> None:
        self._questions = questions
        self._tools = tuple(tool.id for tool in tools)
        self._data_classes = tuple(each.id for each in data_classes)
        self._meanings = _meanings(questions, tools, data_classes)
        self._proper = {
            tool.name: _Meaning("tool", "", tool.id)
            for tool in tools
            if " " not in tool.name and normalise(tool.name) not in self._meanings
        }
        names = sorted(
            (each for each in self._meanings if GAP not in each), key=lambda name: -len(name)
        )
        self._parted = {each: _parted_pattern(each) for each in self._meanings if GAP in each}
        self._pattern = re.compile(any_word_pattern(names)) if names else None

    def find_mentions(self, question: str) -> Mentions:
        """Find what a *question* names."""
        text, found = self._without_proper(question)
        names: dict[str, str] = {}
        rest = self._without_names(text, found, names)
        chosen = {
            of: list(dict.fromkeys(each.value for each in found if each.of == of))
            for of in self._questions
            if any(each.of == of for each in found)
        }
        is_list = {of: self._questions[of].kind == "choices" for of in chosen}
        return Mentions(
            rest=rest,
            tools=_values(found, "tool", self._tools),
            others=_values(found, "other", [each.value for each in found]),
            data=_values(found, "data", self._data_classes),
            answers={
                of: tuple(values) if is_list[of] else values[0] for of, values in chosen.items()
            },
            is_clear=all(len(values) == 1 or is_list[of] for of, values in chosen.items()),
            said={data: _as_written(name, question) for data, name in names.items()},
        )

    def _without_proper(self, question: str) -> tuple[str, list[_Meaning]]:
        """Take out names of one word as they are written: only its capital tells "Make"."""
        found: list[_Meaning] = []
        for name, meaning in self._proper.items():
            if name not in question:
                continue
            pattern = rf"(?<!\w){re.escape(name)}(?!\w|\.\w)"
            question, times = re.subn(pattern, f" {_HELD} ", question)
            found += [meaning] * bool(times)
        return normalise(question), found

    def _without_names(self, text: str, found: list[_Meaning], names: dict[str, str]) -> str:
        """Take the other names out of a normalised *text*, and add them to what was *found*.

        *names* gets the first name of each class of data.
        """

        def take(match: re.Match[str]) -> str:
            for meaning in self._meanings[match.group()]:
                found.append(meaning)
                if meaning.kind == "data":
                    names.setdefault(meaning.value, match.group())
            return f" {GAP} "

        for name, pattern in self._parted.items():
            if name.partition(GAP)[0] in text:  # far quicker than the pattern, which most fail
                text, times = pattern.subn(_leave_between, text)
                found += self._meanings[name] * bool(times)
        if self._pattern is not None:
            text = self._pattern.sub(take, text)
        return " ".join(text.replace(_HELD, GAP).split())


@lru_cache(maxsize=256)  # a question is held against many lists of words, one after the other
def normalise(text: str) -> str:
    """Write *text* so that the same words look the same, a space between any two of them."""
    return join_words(token.word for token in tokenise(text))


def _normalise_name(name: str) -> str:
    """Normalise a name; the gaps between its parts stay."""
    return GAP.join(map(normalise, name.split(GAP)))


def _parted_pattern(name: str) -> re.Pattern[str]:
    """Give the pattern of a name whose parts stand apart, a group for what is between two."""
    between = rf"([^{GAP}]{{0,{MAX_GAP_CHARS}}}?)"
    return re.compile(between.join(map(whole_word_pattern, name.split(GAP))))


def _leave_between(found: re.Match[str]) -> str:
    """Put a gap in the place of each part of a name, and leave what stands between them."""
    return f" {GAP} ".join(("", *found.groups(), ""))


def _as_written(name: str, question: str) -> str:
    """Give a normalised *name* as the *question* writes it; where it has no spaces, as it is."""
    wanted, tokens = name.split(), tokenise(question)
    for at in range(len(tokens) - len(wanted) + 1):
        part = tokens[at : at + len(wanted)]
        if [token.word for token in part] == wanted:
            return question[part[0].start : part[-1].end]
    return name


def whole_word_pattern(name: str) -> str:
    """Give the pattern that finds a normalised *name* in a normalised text, as whole words.

    Thai puts no spaces between words, so there any place between two letters may part them.
    """
    end = rf"(?![{THAI_MARKS}])" if re.search(f"[{THAI_LETTERS}]$", name) else r"(?!\S)"
    return f"{_word_start(name)}{re.escape(name)}{end}"


def _word_start(name: str) -> str:
    return "" if re.match(f"[{THAI_LETTERS}]", name) else r"(?<!\S)"


def any_word_pattern(names: Iterable[str], between: str = "") -> str:
    """Give the pattern that finds any of normalised *names*, the earlier before the later ones.

    *between* is the pattern of the gap in names whose parts stand apart. Names are grouped by
    their first letter: a place in a text is held against those alone that can begin there.
    """
    groups: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name in names:
        parts = name.split(GAP)
        start, first = _word_start(parts[0]), re.escape(parts[0][:1])
        pattern = between.join(map(whole_word_pattern, parts))
        groups[start][first].append(pattern.removeprefix(start).removeprefix(first))
    return "|".join(
        start + _one_of(first + _one_of(rest) for first, rest in group.items())
        for start, group in groups.items()
    )


def _one_of(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(patterns)})"


def _meanings(
    questions: Mapping[str, Question], tools: Sequence[Tool], data_classes: Sequence[DataClass]
) -> dict[str, list[_Meaning]]:
    """List every normalised name with what it stands for."""
    found: defaultdict[str, list[_Meaning]] = defaultdict(list)
    for names, meaning in (
        *((_of_tool(tool), _Meaning("tool", "", tool.id)) for tool in tools),
        *((_flat(each.also_called), _Meaning("data", "", each.id)) for each in data_classes),
        *(each for question in questions.values() for each in _of_question(question)),
    ):
        for name in {_normalise_name(each) for each in names} - {""}:
            found[name].append(meaning)
    return dict(found)


def _of_tool(tool: Tool) -> list[str]:
    """Name a tool, unless in one word, which may be an everyday one."""
    return [*_flat(tool.also_called), *([tool.name] if " " in tool.name else [])]


def _of_question(question: Question) -> Iterator[tuple[list[str], _Meaning]]:
    names = _flat(question.also_called)
    if question.kind == "tool":
        yield from (([name], _Meaning("other", "", name)) for name in names)
    elif question.kind == "yes_no":
        yield names, _Meaning("answer", question.id, "yes")
    for option in question.options:
        yield _flat(option.also_called), _Meaning("answer", question.id, option.id)


def _flat(names: Names) -> list[str]:
    return [name for of_language in names.values() for name in of_language]


def _values(found: list[_Meaning], kind: str, order: Sequence[str]) -> tuple[str, ...]:
    values = {meaning.value for meaning in found if meaning.kind == kind}
    return tuple(value for value in dict.fromkeys(order) if value in values)
