"""Plain language to a command: the nearest example sentence decides, in any language.

The examples are in the wording under ``intent-NAME``. A meaning that is not clearly nearer than
the questions people ask about the same subject is answered as a question: an answer from the
handbook does no harm, a form that nobody wanted does.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from handlers.wording import LOCALES, THAI_MARKS, beginning, ending, typed, wording
from knowledge import Embedder, ExampleMatcher

ASK = "ask"
"""What everything else is: a question to the handbook."""

COURTESIES = {"greeting": ("help", "greet"), "thanks": ("help", "thank")}
"""Kinds of sentences that are no command's name, and the command and verb that answer them."""

WONDER = "wonder"
"""The verb of help that answers what says nothing."""

COMMAND_BY_PREFIX = {"sol": "solutions", "bkg": "office-hours"}
"""The commands that show what a reference names."""

REFERENCE_MAX_WORDS = 8
"""A reference in so few words is something to be shown; in more it is part of a story."""

MEANINGS = (
    ASK,
    "register",
    "solutions",
    "office-hours",
    "review",
    "training",
    "showcase",
    "channel",
    "home",
    "help",
    *COURTESIES,
)
"""Every kind of sentence there are examples of."""

COMMAND_MAX_CHARS = 600
"""A command is said in few words; a longer text is a question, or material for one."""

MIN_MARGIN = 0.02
"""How much nearer than every question the nearest wish must be."""

MIN_QUESTION_MARGIN = 0.13
"""The same for what is put as a question: "how do I register?" is no wish to register."""

MIN_SIMILARITY = 0.52
"""How near an example must be at all, where 1 is the very sentence."""

MIN_WORD_SIMILARITY = 0.65
"""The same while only shared words are compared."""


END = "…"
"""What stands before the words that a question ends with, among those that it begins with."""

_EDGES = re.compile(rf"^(?:_|[^\w{THAI_MARKS}])+|(?:_|[^\w{THAI_MARKS}])+$")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What somebody meant: a command, its verb, and the reference it shows, if there is one."""

    command: str
    verb: str = "start"
    reference: str = ""


_REFERENCE = re.compile(rf"\b({'|'.join(COMMAND_BY_PREFIX)})-\d+\b")


class Intents:
    """Takes what people say for a command, or for a question to the handbook."""

    def __init__(self, embedder: Embedder | None, *, home: Path) -> None:
        self._examples = examples()
        self._phrases = ExampleMatcher(self._examples, embedder, home=home)
        self._exactly = {
            plain(sentence): label
            for label, sentences in self._examples.items()
            for sentence in (*sentences, label)
        }
        asking = [way for locale in LOCALES for way in wording(locale).lines("intent-asking")]
        self._openings = [beginning(way) for way in asking if not way.startswith(END)]
        self._closings = [ending(way.lstrip(f"{END} ")) for way in asking if way.startswith(END)]

        self._empty = frozenset(
            word for locale in LOCALES for word in wording(locale).lines("intent-nothing")
        )

    async def prepare(self) -> None:
        """Embed the examples; until then shared words decide."""
        await self._phrases.prepare()

    async def meaning(self, text: str) -> Meaning:
        """Say what *text* means."""
        said = plain(text)
        if not said or len(said) > COMMAND_MAX_CHARS:
            return Meaning(ASK)
        if about := self._named(said, is_question=self.asks(text)):
            return about
        if said in self._exactly:
            return _meaning(self._exactly[said])
        if all(self._is_empty(word) for word in said.split()):
            return Meaning("help", WONDER)
        scores = dict(await self._phrases.rank(text))
        asking = scores.pop(ASK, 0.0)
        label, score = max(scores.items(), key=lambda item: item[1], default=(ASK, 0.0))
        margin = MIN_QUESTION_MARGIN if self.asks(text) else MIN_MARGIN
        floor = MIN_SIMILARITY if self._phrases.ready else MIN_WORD_SIMILARITY
        if score < floor or score - asking < margin:
            return Meaning(ASK)
        return _meaning(label)

    def asks(self, text: str) -> bool:
        """Tell whether *text* is put as a question, with its mark or without."""
        said = plain(text)
        return (
            has_question_mark(text)
            or any(way.match(said) for way in self._openings)
            or any(way.search(said) for way in self._closings)
        )

    def _named(self, said: str, *, is_question: bool) -> Meaning | None:
        """Give what shows the reference in a short wish, or nothing."""
        found = _REFERENCE.search(said)
        if found is None or len(said.split()) > REFERENCE_MAX_WORDS:
            return None
        if is_question and said != found.group():
            return None
        return Meaning(COMMAND_BY_PREFIX[found.group(1)], reference=found.group().upper())

    def _is_empty(self, word: str) -> bool:
        """Tell a word that says nothing by itself: a number, a letter, "hmm"."""
        word = plain(word)
        return len(word) <= 1 or word.isdecimal() or word in self._empty


def examples() -> dict[str, tuple[str, ...]]:
    """Collect the example sentences of every meaning, in all languages together."""
    return {
        label: tuple(
            line for locale in LOCALES for line in wording(locale).lines(f"intent-{label}")
        )
        for label in MEANINGS
    }


def has_question_mark(text: str) -> bool:
    """Tell whether *text* ends as a question does."""
    return text.rstrip().endswith(("?", "\uff1f"))


def plain(text: str) -> str:
    """Take away what does not matter to the meaning: case, spaces, punctuation at the ends."""
    return _EDGES.sub("", " ".join(typed(text).casefold().split()))


def _meaning(label: str) -> Meaning:
    return Meaning(*COURTESIES.get(label, (label, "start")))
