"""Plain language to a command: the nearest example sentence decides, in any language.

The examples are in the wording under ``intent-NAME``. A meaning that is not clearly nearer than
the questions people ask about the same subject is answered as a question: an answer from the
handbook does no harm, a form that nobody wanted does.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from governance import THAI_MARKS, normalise
from handlers.phrase_match import (
    Ways,
    asks_about_harm,
    complains_of_people,
    consists_of,
    last_part,
    reports_harm,
    says,
)
from handlers.wording import LOCALES, to_nfc, wording
from knowledge import Embedder, ExampleMatcher

ASK = "ask"
"""What everything else is: a question to the handbook."""

HELP = "help"
"""The command of kind words, which begins nothing."""

COURTESIES = {
    "greeting": (HELP, "greet"),
    "thanks": (HELP, "thank"),
    "human": (ASK, "human"),
    "upset": (ASK, "upset"),
}
"""Kinds of sentences that are no command's name, and the command and verb that answer them."""

HARM = "harm"
"""Sentences that report harm, and the verb that answers them: what to do now comes first."""

CANCEL = "cancel"
"""The verb of home that answers who wants to cancel, without a word of what."""

CANCEL_BESIDE = ("intent-cancel-small", "ruling-courtesy", "cancel-beside")
"""The lists of words that change nothing beside a wish to cancel, or not to book."""

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

FORMS = frozenset({"register", "office-hours"})
"""Those of them that ask something of the person: a question in any words begins none."""

CLUED = (*BEGINNING, "human")
"""All that only clear words mean: "recognises the staff" is no wish to talk to one of them."""

MINE = ("office-hours", "mine")
"""The command and verb that show what somebody has booked."""

SMALL = ("ruling-courtesy", "intent-cancel-small", "ruling-asks")
"""The lists of words that change nothing beside thanks, or a wish to talk to somebody."""

ALONE = (
    ("thanks", (*SMALL, "intent-particles", "intent-agrees", "intent-hellos")),
    ("human", SMALL),
)
"""Thanks and that wish, each with the lists of words that may stand beside it."""

WONDER = "wonder"
"""The verb of help that answers what says nothing."""

AGREE = "agree"
"""The verb of help that answers who only agrees to what was said."""

BESIDE = ("intent-particles", "ruling-courtesy", "intent-cancel-small")
PRAISED = (*BESIDE, "intent-agrees", "intent-hellos", "intent-praise", "cancel-later")
"""The words that change nothing beside a greeting or an agreement; beside praise or a parting."""

THANKS_SIGNS, SCOLDING_SIGNS = frozenset("🙏👍👌🙌💯😊😍🥰❤"), frozenset("👎😡🤬😠😤")
"""Signs that say something where no word does."""

SCOLDING_MAX_CHARS = 80
"""Who scolds an answer does so in few words."""

COMMAND_BY_PREFIX = {"sol": "solutions", "bkg": "office-hours"}
"""The commands that show what a reference names."""

REFERENCE_MAX_WORDS = 8
"""A reference in so few words is something to be shown; in more it is part of a story."""

MEANINGS = (ASK, *BEGINNING, "home", HELP, *COURTESIES, HARM)
"""Every kind of sentence there are examples of."""

COMMAND_MAX_CHARS = 600
"""A command is said in few words; a longer text is a question, or material for one."""

THANKS_MAX_CHARS = 100
"""Thanks with a word of praise are short."""

ASIDE_MAX_CHARS = 60
"""A question without its mark, beside what is being answered, is short."""

MIN_MARGIN = 0.02
"""How much nearer than every question the nearest wish must be."""

MIN_QUESTION_MARGIN = 0.13
"""The same for what is put as a question: "how do I register?" is no wish to register."""

MIN_COURTESY_MARGIN = 0.3
"""The same for a question that could be kind or angry, or a wish to talk to somebody."""

MIN_HARM_SIMILARITY = 0.55
MIN_HARM_MARGIN = 0.1
"""How near a report of harm in words of its own must be, and how much nearer than all else."""

MIN_SIMILARITY = 0.52
"""How near an example must be at all, where 1 is the very sentence."""

MIN_ASKED_SIMILARITY = 0.71
"""How near a command must be to what is put as a question, else it is answered as one."""

MIN_SHOWN_SIMILARITY = 0.55
"""How near a command must be that shows something, which nobody wants in passing."""

VAGUE = frozenset({"home", HELP, "upset"})
"""Meanings without words of their own, which much else resembles a little."""

MIN_VAGUE_SIMILARITY = 0.64
"""How near one of them must be."""

MIN_SECOND_SIMILARITY = 0.7
"""How near a command with its clear words must be, where a nearer one has none of its own."""

MIN_WORD_SIMILARITY = 0.65
"""The same while only shared words are compared."""

MIN_OFFER_SIMILARITY = 0.62
"""How near a command must be to be offered below the answer to what is no clear wish for it."""

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


PUT_OFF = Meaning(HELP, "put-off")
"""What answers who wants nothing to be booked or begun, or not now."""

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
        self._asking = Ways("intent-asking")
        self._how = Ways("intent-how")
        self._empty = frozenset(
            word for locale in LOCALES for word in wording(locale).lines("intent-nothing")
        )

    async def prepare(self) -> None:
        """Embed the examples; until then shared words decide."""
        await self._phrases.prepare()

    async def meaning(self, text: str) -> Meaning:
        """Say what *text* means."""
        said = plain(text)
        if not said:
            return _said_by_signs(text)
        if len(said) > COMMAND_MAX_CHARS:
            return Meaning(ASK)
        if outright := self._said_outright(text, said):
            return outright
        scores = dict(await self._phrases.rank(text))
        if self._reports_harm(text, scores.pop(HARM, 0.0), scores):
            return Meaning(ASK, HARM)
        asking = scores.pop(ASK, 0.0)
        label, score = _nearest_said(scores, text)
        asks = self._asks_anywhere(text)
        margin = MIN_MARGIN
        if label in COURTESIES and (asks or says("intent-within", text)):
            margin = MIN_COURTESY_MARGIN
        elif asks:
            margin = MIN_QUESTION_MARGIN
        floor = MIN_SIMILARITY if self._phrases.ready else MIN_WORD_SIMILARITY
        is_near = score >= floor and score - asking >= margin
        is_said = label in CLUED and says(f"intent-clues-{label}", text)
        is_asked = label in BEGINNING and self._only_asks(label, text)
        is_asked = is_asked or score < _clear_similarity(label, asks=asks)
        if is_near and (label not in CLUED or is_said) and not is_asked:
            return _but_called_off(label, text)
        is_shown = is_near and label not in FORMS
        nearest = max(floor, MIN_OFFER_SIMILARITY, min(asking, MIN_SECOND_SIMILARITY))
        is_offered = label in BEGINNING and is_said and (is_shown or score >= nearest)
        return Meaning(ASK, near=label if is_offered else "")

    def _said_outright(self, text: str, said: str) -> Meaning | None:
        """Say what *text* means where its words alone decide that."""
        if about := self._named(said, is_question=self.asks(text)):
            return about
        if called_off := _called_off(text):
            return called_off
        kind = self._exactly.get(said) or next(
            (each for each, small in ALONE if consists_of(text, f"intent-{each}", *small)), ""
        )
        if kind:
            return _meaning(kind)
        if reports_harm(text):
            return Meaning(ASK)
        if said_kindly := self._said_kindly(text):
            return said_kindly
        is_empty = all(self._is_empty(word) for word in said.split())
        return Meaning(HELP, WONDER) if is_empty else None

    def _said_kindly(self, text: str) -> Meaning | None:
        """Say what a *text* means that only thanks, scolds, greets or agrees."""
        if self._thanks_in_praise(text):
            return _meaning("thanks")
        if self._scolds(text):
            return _meaning("upset")
        if consists_of(text, "intent-hellos", *BESIDE):
            return _meaning("greeting")
        if self.asks(text):
            return None
        if consists_of(text, "intent-agrees", *BESIDE):
            return Meaning(HELP, AGREE)
        thanks = any(consists_of(text, f"intent-{key}", *PRAISED) for key in ("praise", "partings"))
        return _meaning("thanks") if thanks else None

    def _thanks_in_praise(self, text: str) -> bool:
        """Tell whether a short *text* thanks and praises, and neither asks nor wants anything."""
        if len(text) > THANKS_MAX_CHARS or self.asks(text):
            return False
        wants = any(says(key, text) for key in ("intent-wishes", "intent-within"))
        return not wants and says("intent-thanks", text) and says("intent-praise", text)

    def _scolds(self, text: str) -> bool:
        """Tell whether a short *text* scolds the assistant, and nothing of the person's own."""
        if len(text) > SCOLDING_MAX_CHARS or self.asks(text) or not says("intent-scolds", text):
            return False
        return not any(says(key, text) for key in ("intent-own", "incident-people"))

    def _reports_harm(self, text: str, score: float, others: Mapping[str, float]) -> bool:
        """Tell whether a *text* is like reports of harm, and no question about them."""
        is_near = score >= MIN_HARM_SIMILARITY and self._phrases.ready
        is_nearest = score - max(others.values(), default=0.0) >= MIN_HARM_MARGIN
        asks = any(says(key, text) for key in ("intent-within", "ruling-asks"))
        if not (is_near and is_nearest) or asks or self._asks_anywhere(text):
            return False
        return not (asks_about_harm(text) or complains_of_people(normalise(text)))

    def _only_asks(self, command: str, text: str) -> bool:
        """Tell whether a *text* asks about what a *command* does, and wants none of it yet."""
        if self._how.match(text) or any(
            says(key, text) for key in ("intent-measure", "intent-complaints")
        ):
            return True
        if command == "register" and says("intent-plans", text):
            return True
        return command in FORMS and says("intent-within", text)

    def asks(self, text: str) -> bool:
        """Tell whether *text* is put as a question, with its mark or without."""
        return has_question_mark(text) or self._asking.match(text) or self._how.match(text)

    def _asks_anywhere(self, text: str) -> bool:
        """Tell whether a *text* is put as a question, or what stands after its last comma is."""
        if self.asks(text):
            return True
        part = last_part(text)
        return part != text and self.asks(part)

    def find_aside(self, text: str) -> Meaning | None:
        """Say what a *text* means that is no answer where any text could be: a question, a stop."""
        return _called_off(text) or (Meaning(ASK) if self.asks_aside(text) else None)

    def asks_aside(self, text: str) -> bool:
        """Tell whether *text* is a question where any text could be an answer."""
        if has_question_mark(text):
            return len(text) <= COMMAND_MAX_CHARS
        return len(text) <= ASIDE_MAX_CHARS and self.asks(text)

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


def _called_off(text: str) -> Meaning | None:
    """Say what a *text* means that only cancels, puts off, or asks after what is booked."""
    if consists_of(text, "intent-cancel", "cancel-forms", *CANCEL_BESIDE):
        return Meaning("home", CANCEL)
    if consists_of(text, "cancel-not-now", "cancel-bookings", *CANCEL_BESIDE):
        return PUT_OFF
    if not has_question_mark(text) and consists_of(text, "cancel-later", *BESIDE):
        return PUT_OFF
    is_undone = consists_of(text, "cancel-undoes", "cancel-bookings", *CANCEL_BESIDE)
    return Meaning(*MINE) if is_undone and says("cancel-bookings", text) else None


def _but_called_off(label: str, text: str) -> Meaning:
    """Give the meaning of a *label*; who wants no form, or to give back what is booked, gets none.

    The bookings of who gives one back are shown, each with its button.
    """
    if label in FORMS and says("cancel-not-now", text):
        return PUT_OFF
    is_undone = label == MINE[0] and says("cancel-undoes", text)
    return Meaning(*MINE) if is_undone else _meaning(label)


def _nearest_said(scores: Mapping[str, float], text: str) -> tuple[str, float]:
    """Give the nearest meaning; of a command without its clear words, the nearest that has them."""
    label, score = max(scores.items(), key=lambda item: item[1], default=(ASK, 0.0))
    if label not in CLUED or says(f"intent-clues-{label}", text):
        return label, score
    others = {
        each: scores[each]
        for each in BEGINNING
        if scores.get(each, 0.0) >= MIN_SECOND_SIMILARITY and says(f"intent-clues-{each}", text)
    }
    return max(others.items(), key=lambda item: item[1], default=(label, score))


def _clear_similarity(label: str, *, asks: bool) -> float:
    """Give how near a text must be to a command, so that it is no question about something else."""
    if asks and label in (*BEGINNING, HELP):
        return MIN_ASKED_SIMILARITY
    if label in VAGUE:
        return MIN_VAGUE_SIMILARITY
    return MIN_SHOWN_SIMILARITY if label in BEGINNING and label not in FORMS else 0.0


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
    return _EDGES.sub("", " ".join(to_nfc(text).casefold().split()))


def _said_by_signs(text: str) -> Meaning:
    """Say what a *text* without a word means: thanks, anger, or nothing that can be read."""
    if THANKS_SIGNS.intersection(text):
        return _meaning("thanks")
    return _meaning("upset") if SCOLDING_SIGNS.intersection(text) else Meaning(ASK)


def _meaning(label: str) -> Meaning:
    return Meaning(*COURTESIES.get(label, (label, "start")))
