"""Detects prompt injection: sentences of a page that give orders to a model (pure).

That a model takes pages for nothing but text cannot be promised by its prompt alone. So what
plainly speaks to a model is neither given to one nor quoted, with the paragraph it stands in, and
proves nothing. On the page itself people still read it.
"""

import re
from functools import lru_cache

from knowledge.index.passages import Passage
from knowledge.text.lexicon import all_words, either

_CONNECTIVES = either(all_words(lambda each: each.injection.connectives))
_START = rf"(?:^|[.!?:;,>\"“”»]\s*|\b{_CONNECTIVES}\s+)"
"""Where an order begins. "Staff who ignore the rules" and "never ignore the rules" give none."""

_TEMPLATE_MARKS = r"<\|[^|<>]{1,30}\|>|\[/?INST\]|<</?SYS>>|</?(?:start|end)_of_turn>"
_ORDER = re.compile(
    "|".join(
        (
            *(
                entry.replace("{start}", _START)
                for entry in all_words(lambda each: each.injection.patterns)
            ),
            _TEMPLATE_MARKS,
        )
    ),
    re.IGNORECASE | re.MULTILINE,
)


@lru_cache(20_000)
def is_injection(text: str) -> bool:
    """Tell whether a *text* addresses a language model."""
    return bool(_ORDER.search(text))


def trusted_before(passage: Passage) -> range:
    """Return the places of the paragraph before a *passage*; none if it is an injection."""
    is_honest = not any(is_injection(each.whole) for each in passage.before)
    return range(-len(passage.before) if is_honest else 0, 0)


def trusted_places(passage: Passage) -> tuple[int, ...]:
    """Return the places of the sentences in a *passage* whose paragraph has no injection."""
    tampered = {each.block for each in passage.sentences if is_injection(each.whole)}
    return tuple(
        place for place, each in enumerate(passage.sentences) if each.block not in tampered
    )
