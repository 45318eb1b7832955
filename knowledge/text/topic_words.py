"""Extracts the words of a question that name its topic: "how long?" has none (pure)."""

import re
import unicodedata

from knowledge.text.lexicon import LEXICON, UNSPACED_LETTERS
from knowledge.text.tokens import is_stop_word, ngrams, strip_marks

MAX_WORD_CHARS = 16
"""Characters of a single word; a longer run of Thai is a sentence."""

MAX_SYLLABLES = 2
"""Vietnamese words often have two syllables, each written as a word of its own."""

_GENERAL = frozenset(
    strip_marks(word)
    for each in LEXICON
    if each.writes_spaces
    for word in each.topics.general_words
)
_GENERAL_UNSPACED = re.compile(
    "|".join(
        sorted(
            (
                unicodedata.normalize("NFKC", word)
                for each in LEXICON
                if not each.writes_spaces
                for word in each.topics.general_words
            ),
            key=lambda word: -len(word),
        )
    )
)
"""Words that no spaces part are cut out, the longest first."""

_RUN = re.compile(rf"[{UNSPACED_LETTERS}]+|[^\W_{UNSPACED_LETTERS}]+(?:['’][^\W_]+)*")  # noqa: RUF001 - as typed


def find_topics(question: str) -> tuple[str, ...]:
    """Return the topic words of a *question*, in order; an unbroken run of Thai counts as one."""
    found: list[str] = []
    for number, run in enumerate(_runs(question)):
        word = run.lower()
        if re.match(f"[{UNSPACED_LETTERS}]", run):
            found += [rest for rest in _GENERAL_UNSPACED.split(run) if rest]
        elif len(parts := ngrams(word)) > 1:
            found += parts  # in other scripts without spaces, a sentence is one run
        elif number and run.istitle() and len(run) > 1:
            found.append(word)  # a name: "Make" is a tool, to make is not
        elif not (run.isdecimal() or is_stop_word(word) or strip_marks(word) in _GENERAL):
            found.append(word)
    return tuple(found)


def is_bare_topic(question: str) -> bool:
    """Tell whether a *question* is a single topic word and nothing else."""
    runs = [run.lower() for run in _runs(question)]
    if list(find_topics(question)) != runs or len("".join(runs)) > MAX_WORD_CHARS:
        return False
    is_marked = any(strip_marks(run) != run for run in runs)
    return len(runs) == 1 or (is_marked and len(runs) == MAX_SYLLABLES)


def _runs(text: str) -> list[str]:
    return _RUN.findall(unicodedata.normalize("NFKC", text))
