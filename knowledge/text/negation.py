"""Detects negation in a sentence, and its scope (pure)."""

import re
from collections.abc import Iterable, Sequence
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
    """Remove negations that deny nothing: idioms and quotations."""
    plain = _QUOTED.sub(lambda quoted: _NOT.sub(" ", quoted[0]), text)
    return _IDIOM.sub(" ", plain)


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
    return bool(told_near.denied) and not told_near.denied & (near.denied - near.plainly)


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
            for sentence in _STOP.split(_meant(text)):
                carries_over = False
                for clause in _PAUSE.split(sentence):
                    says_not = bool(_NOT.search(clause)) and not _IF.match(clause)
                    words = tokenize(_NOT.sub(" ", clause))
                    (denied if says_not or carries_over else plainly).update(words)
                    carries_over = is_far and (
                        carries_over or (says_not and not _OF_ONE_THING.search(clause))
                    )
        return cls(frozenset(plainly), frozenset(denied))
