"""Plain language to a command: the nearest example sentence decides, in any language.

The examples are in the wording under ``intent-NAME``. A meaning that is not clearly nearer than
the questions people ask about the same subject is answered as a question: an answer from the
handbook does no harm, a form that nobody wanted does.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from handlers.wording import LOCALES, THAI_MARKS, beginning, ending, typed, wording
from knowledge import Embedder, Phrases

ASK = "ask"
"""What everything else is: a question to the handbook."""

KINDNESS = {"greeting": ("help", "greet"), "thanks": ("help", "thank")}
"""Kinds of sentences that are no command's name, and the command and verb that answer them."""

MEANINGS = (
    ASK,
    "register",
    "solutions",
    "office-hours",
    "review",
    "training",
    "showcase",
    "home",
    "help",
    *KINDNESS,
)
"""Every kind of sentence there are examples of."""

LONGEST = 600
"""A command is said in few words; a longer text is a question, or material for one."""

MARGIN = 0.02
"""How much nearer than every question the nearest wish must be."""

MARGIN_OF_QUESTIONS = 0.13
"""The same for what is put as a question: "how do I register?" is no wish to register."""

FLOOR = 0.52
"""How near an example must be at all, where 1 is the very sentence."""

FLOOR_OF_WORDS = 0.65
"""The same while only shared words are compared."""


END = "…"
"""What stands before the words that a question ends with, among those that it begins with."""

_EDGES = re.compile(rf"^(?:_|[^\w{THAI_MARKS}])+|(?:_|[^\w{THAI_MARKS}])+$")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What somebody meant: a command and its verb; not *sure* when it was only the nearest."""

    command: str
    score: float
    sure: bool
    verb: str = "start"


class Intents:
    """Takes what people say for a command, or for a question to the handbook."""

    def __init__(self, embedder: Embedder | None, *, home: Path) -> None:
        self._examples = examples()
        self._phrases = Phrases(self._examples, embedder, home=home)
        self._exactly = {
            plain(sentence): label
            for label, sentences in self._examples.items()
            for sentence in (*sentences, label)
        }
        asking = [way for locale in LOCALES for way in wording(locale).lines("intent-asking")]
        self._openings = [beginning(way) for way in asking if not way.startswith(END)]
        self._closings = [ending(way.lstrip(f"{END} ")) for way in asking if way.startswith(END)]

    async def prepare(self) -> None:
        """Embed the examples; until then shared words decide."""
        await self._phrases.prepare()

    async def meaning(self, text: str) -> Meaning:
        """Say what *text* means."""
        said = plain(text)
        if not said or len(said) > LONGEST:
            return Meaning(ASK, 0.0, sure=True)
        if said in self._exactly:
            return _meaning(self._exactly[said], 1.0, sure=True)
        scores = dict(await self._phrases.rank(text))
        asking = scores.pop(ASK, 0.0)
        label, score = max(scores.items(), key=lambda item: item[1], default=(ASK, 0.0))
        margin = MARGIN_OF_QUESTIONS if self._is_put_as_a_question(text) else MARGIN
        floor = FLOOR if self._phrases.ready else FLOOR_OF_WORDS
        if score < floor or score - asking < margin:
            return Meaning(ASK, asking, sure=asking - score >= margin)
        return _meaning(label, score, sure=True)

    def _is_put_as_a_question(self, text: str) -> bool:
        if text.rstrip().endswith(("?", "\uff1f")):
            return True
        said = plain(text)
        return any(way.match(said) for way in self._openings) or any(
            way.search(said) for way in self._closings
        )


def examples() -> dict[str, tuple[str, ...]]:
    """Collect the example sentences of every meaning, in all languages together."""
    return {
        label: tuple(
            line for locale in LOCALES for line in wording(locale).lines(f"intent-{label}")
        )
        for label in MEANINGS
    }


def plain(text: str) -> str:
    """Take away what does not matter to the meaning: case, spaces, punctuation at the ends."""
    return _EDGES.sub("", " ".join(typed(text).casefold().split()))


def _meaning(label: str, score: float, *, sure: bool) -> Meaning:
    command, verb = KINDNESS.get(label, (label, "start"))
    return Meaning(command, score, sure, verb)
