"""Detects negation in a sentence, and its scope (pure)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from knowledge.text.lexicon import UNSPACED_LETTERS, compiled, leading_words, suffixes, whole_words
from knowledge.text.tokens import tokenize

_IDIOM = compiled(whole_words(lambda each: each.negation.idioms))
_QUOTED = re.compile(r"[\"“][^\"”]{1,80}[\"”]")
_NOT = compiled(
    whole_words(lambda each: each.negation.words), suffixes(lambda each: each.negation.suffixes)
)
_OF_ONE_THING = compiled(whole_words(lambda each: each.negation.of_one_thing))
_IF = compiled(leading_words(lambda each: each.negation.conditions, before=r"\W*"))
_PAUSE = compiled(
    rf"[,()\n]|(?<=[{UNSPACED_LETTERS}])\s", whole_words(lambda each: each.negation.conjunctions)
)
"""Ends the scope of a negation to its left."""

_STOP = compiled(r"[;.!?\u2013\u2014]|\s-\s", whole_words(lambda each: each.negation.boundaries))
"""Ends the scope of a negation to its right."""

_BEFORE_CONDITION = compiled(rf"(?={whole_words(lambda each: each.negation.conditions)})")
"""Where a condition begins, inside a sentence."""

_ONLY = compiled(whole_words(lambda each: each.negation.only))


def says_only(text: str) -> bool:
    """Tell whether a *text* says "only", which denies what it does not name."""
    return bool(_ONLY.search(text))


def is_negative(text: str) -> bool:
    """Tell whether a *text* has a negation anywhere, idioms and quotations aside."""
    return bool(_NOT.search(_meant(text)))


def denies_all(text: str) -> bool:
    """Tell whether a *text* negates its statement, and not only a thing in it ("no charge")."""
    return any(not _OF_ONE_THING.fullmatch(found[0]) for found in _NOT.finditer(_meant(text)))


def _meant(text: str) -> str:
    """Blank out negations that deny nothing: idioms and quotations; places stay the same."""
    plain = _QUOTED.sub(lambda quoted: _NOT.sub(_blank, quoted[0]), text)
    return _IDIOM.sub(_blank, plain)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def denied_spans(
    text: str, *, is_far: bool = False, is_narrow: bool = False
) -> list[tuple[int, int]]:
    """Return where the clauses of a *text* begin and end that say "not".

    With *is_far* the scope of a negation crosses commas; with *is_narrow* a "no" denies what stands
    behind it alone.
    """
    plain = _meant(text)
    found: list[tuple[int, int]] = []
    for first, last in _between(_STOP, plain, 0, len(plain)):
        carries_over = False
        for start, end in _clauses(plain, first, last, is_narrow=is_narrow):
            clause = plain[start:end]
            is_condition = bool(_IF.match(clause))
            says_not = bool(_NOT.search(clause)) and not is_condition
            carries_over &= not is_condition
            if says_not or carries_over:
                is_whole = carries_over or not is_narrow
                found.append((start if is_whole else _first_denied(plain, start, end), end))
            carries_over = is_far and (
                carries_over or (says_not and not _OF_ONE_THING.search(clause))
            )
    return found


def _clauses(text: str, start: int, end: int, *, is_narrow: bool) -> Iterator[tuple[int, int]]:
    """Yield the spans of the clauses of a sentence, conditions apart if *is_narrow*."""
    for first, last in _between(_PAUSE, text, start, end):
        yield from _between(_BEFORE_CONDITION, text, first, last) if is_narrow else [(first, last)]


def _first_denied(text: str, start: int, end: int) -> int:
    """Return where a clause begins to deny: at its start, or at a "no" that denies one thing."""
    words = list(_NOT.finditer(text, start, end))
    is_one_thing = all(_OF_ONE_THING.fullmatch(each[0]) for each in words)
    return words[0].start() if is_one_thing else start


def _between(mark: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans between the *mark*s of a part of a *text*."""
    for found in mark.finditer(text, start, end):
        yield start, found.start()
        start = found.end()
    yield start, end


def differs_in_negation(claim: str, evidence: Sequence[str], titles: Sequence[str] = ()) -> bool:
    """Tell whether a *claim* denies what the *evidence* does not, or the other way round.

    What the *titles* above it deny may be denied as well.

    A word counts as denied where its clause says "not". What the evidence only ever denies, a
    claim may not say plainly; and a claim that denies must deny something of that.
    """
    near, far = (
        _Polarity.of([*evidence, *titles], is_far=False),
        _Polarity.of(evidence, is_far=True),
    )
    told_near, told_far = _Polarity.of([claim], is_far=False), _Polarity.of([claim], is_far=True)
    if (told_far.plainly - told_far.denied) & (far.denied - far.plainly):
        return True
    plainly = _Polarity.of(evidence, is_far=False).plainly
    return bool(told_near.denied) and not told_near.denied & (near.denied - plainly)


@dataclass(frozen=True, slots=True)
class _Polarity:
    """The tokens that texts affirm, and those that they deny."""

    plainly: frozenset[str]
    denied: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str], *, is_far: bool) -> Self:
        """Sort the tokens of *texts*; with *is_far* the scope of a negation crosses commas."""
        plainly: set[str] = set()
        denied: set[str] = set()
        for text in texts:
            meant, at = _meant(text), 0
            spans = denied_spans(text, is_far=is_far, is_narrow=True)
            for start, end in [*spans, (len(text), len(text))]:
                plainly.update(tokenize(_NOT.sub(" ", meant[at:start])))
                denied.update(tokenize(_NOT.sub(" ", meant[start:end])))
                at = end
        return cls(frozenset(plainly), frozenset(denied))
