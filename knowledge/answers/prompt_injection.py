"""Detects prompt injection: sentences of a page that give orders to a model (pure).

That a model takes pages for nothing but text cannot be promised by its prompt alone. So what may
speak to a model is not given to one, with the paragraph it stands in, and proves nothing. People
are shown it, unless it is plainly an order to a model: that stands in no answer either. What is
quoted is no order. `guildmate check` names every sentence that is withheld.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from knowledge.index.passages import Passage
from knowledge.text.lexicon import all_words, compiled, either, whole_words
from knowledge.text.sentences import count_words

_CONNECTIVES = either(all_words(lambda each: each.injection.connectives))
_START = rf"(?:^|[.!?:;,>\"“”»]\s*|\b{_CONNECTIVES}\s+)"
"""Where an order begins. "Staff who ignore the rules" and "never ignore the rules" give none."""

_TEMPLATE_MARKS = r"<\|[^|<>]{1,30}\|>|\[/?INST\]|<</?SYS>>|</?(?:start|end)_of_turn>"


def _compile_orders(entries: Iterable[str]) -> re.Pattern[str]:
    patterns = [entry.replace("{start}", _START) for entry in entries]
    return re.compile("|".join((*patterns, _TEMPLATE_MARKS)), re.IGNORECASE | re.MULTILINE)


_ORDER = _compile_orders(all_words(lambda each: each.injection.patterns))
_SUSPICIOUS = _compile_orders(all_words(lambda each: each.injection.suspicious))
_MARK = re.compile(_TEMPLATE_MARKS)
_EXPLAINS = compiled(
    whole_words(lambda each: each.injection.explains), whole_words(lambda each: each.negation.words)
)
_QUOTED = re.compile(r"\"[^\"]{4,}\"|“[^”]{4,}”|«[^»]{4,}»|‘[^’]{4,}’|`[^`]{4,}`")  # noqa: RUF001 - as typed

MIN_WORDS_AROUND = 3
"""What is quoted is no order where at least so many words, or much Thai, stand around it."""


def _without_quotes(text: str) -> str:
    """Leave out of a *text* what it quotes, unless that is nearly all of it."""
    rest = _QUOTED.sub("…", text)
    return rest if count_words(rest.replace("…", " ")) >= MIN_WORDS_AROUND else text


@lru_cache(20_000)
def is_injection(text: str) -> bool:
    """Tell whether a *text* may address a language model, and is to be kept from one."""
    said = _without_quotes(text)
    return bool(_ORDER.search(said) or _SUSPICIOUS.search(said) or _MARK.search(text))


@lru_cache(20_000)
def is_attack(text: str) -> bool:
    """Tell whether a *text* plainly gives an order to a model, and is to be kept from people too.

    A sentence that explains such orders or forbids them gives none.
    """
    said = _without_quotes(text)
    if _MARK.search(said):
        return True
    found = _ORDER.search(said)
    return found is not None and not _EXPLAINS.search(said[: found.start() + 1])


def trusted_before(passage: Passage) -> range:
    """Return the places of the paragraph before a *passage*; none if it holds an attack."""
    is_honest = not any(is_attack(each.whole) for each in passage.before)
    return range(-len(passage.before) if is_honest else 0, 0)


def trusted_places(passage: Passage) -> tuple[int, ...]:
    """Return the places of the sentences in a *passage* whose paragraph may be given to a model."""
    return _places_without(passage, is_injection)


def quotable_places(passage: Passage) -> tuple[int, ...]:
    """Return the places of the sentences in a *passage* whose paragraph may be shown to people."""
    return _places_without(passage, is_attack)


def _places_without(passage: Passage, is_withheld: Callable[[str], bool]) -> tuple[int, ...]:
    tampered = {each.block for each in passage.sentences if is_withheld(each.whole)}
    return tuple(
        place for place, each in enumerate(passage.sentences) if each.block not in tampered
    )
