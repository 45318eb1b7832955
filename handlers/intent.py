"""Plain language to a command: the nearest example sentence decides, in any language.

The examples are in the wording under ``intent-NAME``. A meaning that is not clearly nearer than
the questions people ask about the same subject is answered as a question: an answer from the
handbook does no harm, a form that nobody wanted does.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from governance import normalise, whole_word_pattern
from handlers.phrase_match import means, reports_harm
from handlers.wording import LOCALES, THAI_MARKS, beginning, ending, typed, wording
from knowledge import Embedder, ExampleMatcher

ASK = "ask"
"""What everything else is: a question to the handbook."""

COURTESIES = {
    "greeting": ("help", "greet"),
    "thanks": ("help", "thank"),
    "human": (ASK, "human"),
    "upset": (ASK, "upset"),
}
"""Kinds of sentences that are no command's name, and the command and verb that answer them."""

FEELINGS = frozenset({"human", "upset"})
"""Those of them that people answer."""

CANCEL = "cancel"
"""The verb of help that answers who wants to cancel, without a word of what."""

BEGINNING = (
    "register",
    "solutions",
    "office-hours",
    "review",
    "training",
    "showcase",
    "channel",
)
"""The commands that only clear words begin: one of those under ``intent-clues-NAME``."""

CLUED = (*BEGINNING, "human")
"""All that only clear words mean: "recognises the staff" is no wish to talk to one of them."""

WONDER = "wonder"
"""The verb of help that answers what says nothing."""

COMMAND_BY_PREFIX = {"sol": "solutions", "bkg": "office-hours"}
"""The commands that show what a reference names."""

REFERENCE_MAX_WORDS = 8
"""A reference in so few words is something to be shown; in more it is part of a story."""

MEANINGS = (ASK, *BEGINNING, "home", "help", *COURTESIES)
"""Every kind of sentence there are examples of."""

COMMAND_MAX_CHARS = 600
"""A command is said in few words; a longer text is a question, or material for one."""

MIN_MARGIN = 0.02
"""How much nearer than every question the nearest wish must be."""

MIN_QUESTION_MARGIN = 0.13
"""The same for what is put as a question: "how do I register?" is no wish to register."""

MIN_FEELING_MARGIN = 0.3
"""The same for a question that could be anger, or a wish to talk to somebody."""

MIN_SIMILARITY = 0.52
"""How near an example must be at all, where 1 is the very sentence."""

MIN_WORD_SIMILARITY = 0.65
"""The same while only shared words are compared."""

MIN_OFFER_SIMILARITY = 0.62
"""How near a command must be to be offered below the answer to what is no clear wish for it."""

END = "…"
"""What stands before the words that a question ends with, among those that it begins with."""

_EDGES = re.compile(rf"^(?:_|[^\w{THAI_MARKS}])+|(?:_|[^\w{THAI_MARKS}])+$")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What somebody meant: a command, its verb, and the reference it shows, if there is one.

    *near* is a command that may have been wanted beside the answer to a question.
    """

    command: str
    verb: str = "start"
    reference: str = ""
    near: str = ""


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
        self._asking = _Ways("intent-asking")
        self._how = _Ways("intent-how")
        self._clues = {name: _clues(name) for name in CLUED}
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
        if outright := self._said_outright(text, said):
            return outright
        scores = dict(await self._phrases.rank(text))
        asking = scores.pop(ASK, 0.0)
        label, score = max(scores.items(), key=lambda item: item[1], default=(ASK, 0.0))
        margin = MIN_MARGIN
        if self.asks(text):
            margin = MIN_FEELING_MARGIN if label in FEELINGS else MIN_QUESTION_MARGIN
        floor = MIN_SIMILARITY if self._phrases.ready else MIN_WORD_SIMILARITY
        is_near = score >= floor and score - asking >= margin
        is_said = label in CLUED and bool(self._clues[label].search(normalise(text)))
        is_how = label in BEGINNING and self._how.match(text)
        if is_near and (label not in CLUED or is_said) and not is_how:
            return _meaning(label)
        is_offered = (
            label in BEGINNING and is_said and score >= max(floor, MIN_OFFER_SIMILARITY, asking)
        )
        return Meaning(ASK, near=label if is_offered else "")

    def _said_outright(self, text: str, said: str) -> Meaning | None:
        """Say what *text* means where its words alone decide that."""
        if about := self._named(said, is_question=self.asks(text)):
            return about
        if means("intent-cancel", text):
            return Meaning("help", CANCEL)
        if said in self._exactly:
            return _meaning(self._exactly[said])
        if reports_harm(text):
            return Meaning(ASK)
        is_empty = all(self._is_empty(word) for word in said.split())
        return Meaning("help", WONDER) if is_empty else None

    def asks(self, text: str) -> bool:
        """Tell whether *text* is put as a question, with its mark or without."""
        return has_question_mark(text) or self._asking.match(text) or self._how.match(text)

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


class _Ways:
    """How sentences of a kind begin, and, after "…", how they end, in any language."""

    def __init__(self, key: str) -> None:
        ways = [way for locale in LOCALES for way in wording(locale).lines(key)]
        self._openings = [beginning(way) for way in ways if not way.startswith(END)]
        self._closings = [ending(way.lstrip(f"{END} ")) for way in ways if way.startswith(END)]

    def match(self, text: str) -> bool:
        """Tell whether a *text* begins or ends in one of these ways."""
        said = plain(text)
        return any(way.match(said) for way in self._openings) or any(
            way.search(said) for way in self._closings
        )


def _clues(command: str) -> re.Pattern[str]:
    """Read the words of which one begins a *command*, in all languages together."""
    words = {
        normalise(line)
        for locale in LOCALES
        for line in wording(locale).lines(f"intent-clues-{command}")
    }
    return re.compile("|".join(map(whole_word_pattern, sorted(words))))


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
