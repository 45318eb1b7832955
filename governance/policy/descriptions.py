"""What a description says that a solution does: names of the policy, with their places (pure).

A name does not count where the description denies it ("does not rank applicants"), where
somebody else does it ("HR ranks them by hand"), or where it is only talked about.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from governance.policy.entries import OTHER_TOOL, DataClass, Names, Question, Tool
from governance.policy.tokens import (
    THAI_LETTERS,
    THAI_MARKS,
    Token,
    join_words,
    split_sentences,
    stem,
    tokenise,
)

MAX_GAP = 3
"""How many small words may stand between two words of a name: "ranks all incoming CVs"."""

MAX_REACH = 7
"""How many words before a name can still deny it or say what it is about."""

MAX_LIST = 3
"""How many words after a comma still belong to the list before it: "not rank, score or reject"."""

_THAI = re.compile(f"[{THAI_LETTERS}]")
_THAI_MARK = re.compile(f"[{THAI_MARKS}]")
_THAI_REACH_CHARS = 40


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that a name stands for: an answer to a question, which *is_data* or is not."""

    question: str
    value: str
    is_data: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A name that a description says of a solution, and where it stands."""

    meanings: tuple[Meaning, ...]
    start: int
    end: int


class Descriptions:
    """Everything that a description may say of a solution, ready to be found."""

    def __init__(
        self,
        questions: Mapping[str, Question],
        tools: Sequence[Tool],
        data_classes: Sequence[DataClass],
    ) -> None:
        self._kinds = {id_: question.kind for id_, question in questions.items()}
        names: defaultdict[tuple[str, ...], list[Meaning]] = defaultdict(list)
        for words, meaning in _list_names(questions, tools, data_classes):
            for word in words:
                tokens = tokenise(word)
                if tokens:
                    names[tuple(token.word for token in tokens)].append(meaning)
        self._latin: defaultdict[str, list[tuple[tuple[str, ...], tuple[Meaning, ...]]]]
        self._latin = defaultdict(list)
        self._thai: list[tuple[str, tuple[Meaning, ...]]] = []
        for parts, meanings in names.items():
            of = tuple(dict.fromkeys(meanings))
            if any(_THAI.search(word) for word in parts):
                self._thai.append((join_words(parts), of))
            else:
                telling = [word for word in parts if word not in _of("fillers")]
                stems = tuple(stem(word) for word in (telling if telling[1:] else parts))
                self._latin[stems[0]].append((stems, of))

    def find(self, text: str) -> tuple[Said, ...]:
        """Return what *text* says that a solution does, in text order."""
        found = [
            said
            for start, sentence in split_sentences(text)
            for said in self._in_sentence(_Sentence(sentence, start))
        ]
        whole = (self._without_parts(said, found) for said in found)
        kept = (said for said in whole if said.meanings)
        return tuple(sorted(kept, key=lambda said: (said.start, -said.end)))

    def _without_parts(self, said: Said, found: Sequence[Said]) -> Said:
        """Drop names contained in a longer one: "contract" within "contract clauses"."""
        longer = [other for other in found if _is_part(said, other)]
        told = {meaning.question for other in longer for meaning in other.meanings}
        kept = tuple(m for m in said.meanings if not longer or self._stays(m, told))
        return Said(kept, said.start, said.end)

    def _stays(self, meaning: Meaning, told: Collection[str]) -> bool:
        """Tell whether a name inside another, which *told* of questions, still says something."""
        kind = self._kinds[meaning.question]
        return kind == "choices" or (meaning.question not in told and kind not in {"tool", "data"})

    def _in_sentence(self, sentence: "_Sentence") -> Iterator[Said]:
        for first in range(len(sentence.tokens)):
            for stems, meanings in self._latin.get(sentence.tokens[first].stem, ()):
                last = sentence.match(stems, first)
                if last is None:
                    continue
                kept = tuple(
                    m for m in meanings if not sentence.excludes(first, last, is_data=m.is_data)
                )
                if kept:
                    start, end = sentence.tokens[first].start, sentence.tokens[last].end
                    yield Said(kept, start, end)
        for name, meanings in self._thai:
            for place in sentence.places_of(name):
                kept = tuple(
                    m
                    for m in meanings
                    if not sentence.excludes_thai(place, name, is_data=m.is_data)
                )
                if kept:
                    yield Said(kept, *sentence.span(place, name))


class _Sentence:
    """One sentence of a description, and what its words say about a name in it."""

    def __init__(self, text: str, start: int) -> None:
        self.tokens = tokenise(text, start)
        self._after_comma = {
            later.start
            for earlier, later in pairwise(self.tokens)
            if re.search("[,:]", text[earlier.end - start : later.start - start])
        }
        self._flat, self._owners = _flatten(self.tokens)

    def match(self, stems: tuple[str, ...], first: int) -> int | None:
        """Return the last index of a name that starts at *first*; small words may intervene."""
        place = first
        for wanted in stems[1:]:
            for gap in range(MAX_GAP + 1):
                nearer = self.tokens[place + 1 : place + 1 + gap]
                here = place + 1 + gap
                if here >= len(self.tokens) or any(t.said not in _of("fillers") for t in nearer):
                    return None
                if self.tokens[here].stem == wanted:
                    place = here
                    break
            else:
                return None
        return place

    def excludes(self, first: int, last: int, *, is_data: bool) -> bool:
        """Return whether the context of a name negates it."""
        before = self._before(first)
        after = [token.said for token in self.tokens[last + 1 : last + 1 + MAX_LIST + 1]]
        if self._is_denied(before) or _has_phrase(after, "by_hand"):
            return True
        if is_data:
            removing = {stem(word) for word in _of("removes")}
            removed = {stem(word) for word in _of("removed")}
            return bool(
                removing.intersection(stem(word) for word in before[-MAX_LIST:])
                or removed.intersection(stem(word) for word in after)
                or _has_phrase(after, "removed")
            )
        return _has_phrase(before[-MAX_REACH:], "topics") or self._is_by_people(before)

    def _before(self, first: int) -> list[str]:
        """Return the words before a name that can modify it, nearest last."""
        words: list[str] = []
        for place in range(first - 1, max(-1, first - 1 - MAX_REACH - MAX_LIST), -1):
            nearer = self.tokens[place + 1]
            if nearer.start in self._after_comma and len(words) > MAX_LIST - 1:
                break
            if self.tokens[place].said in _of("breaks"):
                break
            words.append(self.tokens[place].said)
        return words[::-1]

    def _is_denied(self, before: list[str]) -> bool:
        reach = before[-MAX_REACH:]
        pronouns = [place for place, word in enumerate(reach) if word in _of("pronouns")]
        reach = reach[pronouns[-1] + 1 :] if pronouns else reach
        return any(
            word in _of("negators") and not _of("only").intersection(reach[place + 1 : place + 2])
            for place, word in enumerate(reach)
        )

    def _is_by_people(self, before: list[str]) -> bool:
        """Return whether people, not the solution, do it."""
        words = list(before)
        while words and words[-1] in _of("modals"):
            words.pop()
        said = f" {' '.join(words)}"
        for phrase in sorted(_of("people"), key=len, reverse=True):
            if said.endswith(f" {phrase}"):
                earlier = said.removesuffix(f" {phrase}").split()[-MAX_LIST:]
                return not _of("helps").intersection(earlier)
        return False

    def places_of(self, name: str) -> Iterator[int]:
        """Return the offsets of a Thai name in the joined words."""
        place = self._flat.find(name)
        while place >= 0:
            end = self._flat[place + len(name) : place + len(name) + 1]
            if not _THAI_MARK.match(end):
                yield place
            place = self._flat.find(name, place + 1)

    def span(self, place: int, name: str) -> tuple[int, int]:
        """Map *place* in the joined words to a span of the text."""
        return self._owners[place][0], self._owners[place + len(name) - 1][1]

    def excludes_thai(self, place: int, name: str, *, is_data: bool) -> bool:
        """Return whether the Thai context of a name negates it."""
        before = self._flat[max(0, place - _THAI_REACH_CHARS) : place]
        after = self._flat[place + len(name) : place + len(name) + _THAI_REACH_CHARS]
        if _thai_denial().search(before) or any(word in after for word in _th("by_hand")):
            return True
        if is_data:
            return before.endswith(_th("removes")) or any(word in after for word in _th("removed"))
        return any(word in before for word in _th("topics")) or _thai_people(before)


def _list_names(
    questions: Mapping[str, Question], tools: Sequence[Tool], data_classes: Sequence[DataClass]
) -> Iterator[tuple[list[str], Meaning]]:
    """Return every name with the answers it stands for."""
    kinds = {question.kind: question.id for question in questions.values()}
    for each in data_classes if "data" in kinds else ():
        yield (
            _flat(each.also_called, each.described_as),
            Meaning(kinds["data"], each.id, is_data=True),
        )
    for tool in tools if "tool" in kinds else ():
        names = [*_flat(tool.also_called), tool.name]
        yield names, Meaning(kinds["tool"], tool.id)
    for question in questions.values():
        names = _flat(question.also_called, question.described_as)
        if question.kind == "tool":
            yield names, Meaning(question.id, OTHER_TOOL)
        elif question.kind == "yes_no":
            yield names, Meaning(question.id, "yes", question.tells_of_data)
        for option in question.options:
            yield _flat(option.also_called, option.described_as), Meaning(question.id, option.id)


def _is_part(said: Said, other: Said) -> bool:
    inside = other.start <= said.start and said.end <= other.end
    return inside and other.end - other.start > said.end - said.start


def _flat(*of: Names) -> list[str]:
    return [name for names in of for each in names.values() for name in each]


def _flatten(tokens: Sequence[Token]) -> tuple[str, list[tuple[int, int]]]:
    """Join *tokens*, with the text span of each character."""
    flat, owners = "", list[tuple[int, int]]()
    for token in tokens:
        if flat and not (_THAI.match(flat[-1]) and _THAI.match(token.word)):
            flat += " "
            owners.append((token.start, token.start))
        is_thai = bool(_THAI.match(token.word))
        for number in range(len(token.word)):
            at = token.start + number
            owners.append((at, at + 1) if is_thai else (token.start, token.end))
        flat += token.word
    return flat, owners


@cache
def _words() -> Mapping[str, Mapping[str, list[str]]]:
    """Load the word lists of each language."""
    text = files("governance.policy").joinpath("descriptions.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def _of(kind: str) -> frozenset[str]:
    """List the words of one *kind* in the languages that put spaces between words.

    A Vietnamese word typed without its marks counts too, unless it is then another language's.
    """
    of_language = {
        language: [tokenise(word) for word in kinds.get(kind, ())]
        for language, kinds in _words().items()
        if language != "th"
    }
    said = {
        " ".join(token.said for token in tokens)
        for words in of_language.values()
        for tokens in words
    }
    bare = {" ".join(token.word for token in tokens) for tokens in of_language["vi"]}
    return frozenset(said | (bare - _plain_words()))


@cache
def _plain_words() -> frozenset[str]:
    """List every word of every kind in the languages that are written without marks."""
    return frozenset(
        word for language in ("en", "id") for words in _words()[language].values() for word in words
    )


@cache
def _th(kind: str) -> tuple[str, ...]:
    return tuple(_words()["th"][kind])


def _has_phrase(words: Sequence[str], kind: str) -> bool:
    said = f" {' '.join(words)} "
    return any(f" {phrase} " in said for phrase in _of(kind))


@cache
def _thai_denial() -> re.Pattern[str]:
    """Find a Thai denial right before a name, with nothing but small words between."""
    only, between = "|".join(_th("only")), "|".join(_th("between"))
    return re.compile(f"(?:{'|'.join(_th('negators'))})(?!{only})(?:{between}| )*$")


def _thai_people(before: str) -> bool:
    """Tell whether people do what follows, and are not only helped with it."""
    modals, people = "|".join(_th("modals")), "|".join(_th("people"))
    found = re.search(f"(?:{people})(?:{modals}| )*$", before)
    return found is not None and not before[: found.start()].rstrip().endswith(_th("helps"))
