"""The words of each language: reads and validates ``data/<language>.toml``, once.

A language is a file. Every file has the same tables and keys, an empty list where a language has
no such words. What an entry is for stands as a comment in ``data/en.toml``.

An entry is a word, or a regular expression for several forms of it (``refuse[sd]?``). An
apostrophe stands for both that people type. In a language that writes spaces an entry matches whole
words; in one that does not (Thai) it matches anywhere.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

FALLBACK = "en"
"""The language of a text that shows no other."""

Words = tuple[str, ...]
Unit = Literal["minute", "hour", "day", "week", "fortnight", "month", "quarter", "year"]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class DetectionWords(_Table):
    """What tells a language from the others."""

    letters: str
    words: Words


class TopicWords(_Table):
    """Words that name no topic of a question, and how a page says what it is for."""

    stop_words: Words
    general_words: Words
    cohorts: Words
    edition_labels: Words
    purpose_headings: Words
    purpose_openings: Words
    glossary_titles: Words
    asking_meaning: Words


class NegationWords(_Table):
    """How "not" is said, and how far it reaches."""

    words: Words
    suffixes: Words
    of_one_thing: Words
    idioms: Words
    only: Words
    conditions: Words
    conjunctions: Words
    boundaries: Words


class ModalWords(_Table):
    """How a sentence permits, requires, forbids or exempts."""

    exempts: Words
    forbids: Words
    requires: Words
    permits: Words
    exceptions: Words
    auxiliaries: Words
    idioms: Words


class DataLevelWords(_Table):
    """What the four levels of data classification are called."""

    data: Words
    public: Words
    internal: Words
    confidential: Words
    restricted: Words
    denials: Words
    conjunctions: Words
    contrasts: Words
    denied_after_conjunction: Words
    denied_after_comma: Words


class NumberWords(_Table):
    """Numbers as words, by their value."""

    values: dict[str, int]
    ambiguous: Words


class LengthWords(_Table):
    """What the lengths of time are called."""

    minute: Words
    hour: Words
    day: Words
    week: Words
    month: Words
    quarter: Words
    year: Words


class QuantityWords(_Table):
    """Units, and the words around an amount."""

    time: LengthWords
    counted: dict[str, Words]
    before_number: Words
    adverbs: dict[Unit, Words]
    periods: dict[Unit, Words]
    before_period: Words
    period_suffixes: Words
    every: Words
    once_after: Words
    working_before: Words
    working_after: Words
    at_most: Words
    at_least: Words
    range: Words
    numbered: Words
    classes: Words
    before_year: Words
    before_place: Words


class SentenceWords(_Table):
    """Where sentences end, and which of them depend on the one before."""

    abbreviations: Words
    numbered: Words
    dependent_openings: Words


class ComparisonWords(_Table):
    """What matters when two sentences of the handbook are compared."""

    common_words: Words
    common_words_with_quantities: Words
    narrowing: Words
    anaphora: Words
    contrasts: Words
    parentheticals: Words


class VerificationWords(_Table):
    """What matters when a generated claim is verified."""

    common_words: Words
    anaphora: Words
    clause_breaks: Words
    approval: Words


class AgreementWords(_Table):
    """What matters when claim and quote are compared by what they speak of."""

    agents: Words


class ConceptWords(_Table):
    """What the languages have in common words for: each concept with its words."""

    roles: dict[str, Words]
    tiers: dict[str, Words]
    acts: dict[str, Words]
    order: dict[str, Words]


class InjectionWords(_Table):
    """How a text gives orders to a language model."""

    connectives: Words
    patterns: Words
    suspicious: Words
    explains: Words


class FollowUpWords(_Table):
    """How a question goes on from the one before."""

    openings: Words
    pointing_words: Words
    conditions: Words


class AnswerWords(_Table):
    """The kind of answer that a question asks for, how a clause has one, and where it has parts."""

    money: Words
    currencies: Words
    phone: Words
    called: Words
    named: Words
    fact: Words
    version: Words
    versions: Words
    amount: Words
    counted: Words
    connectives: Words
    asking: Words


class PrivacyWords(_Table):
    """The words beside personal data and secrets."""

    identity: Words
    phone: Words
    password: Words
    key: Words
    possessive_suffixes: Words
    possessives: Words
    verbs: Words
    about_passwords: Words


class DocumentWords(_Table):
    """Words in the frame and the settings of a page, for its signs, and that programs put in."""

    page: Words
    page_of: Words
    audience: Words
    everybody: Words
    fewer: Words
    tick: str
    cross: str
    templates: Words
    pictures: Words
    heading_styles: Words
    clauses: Words


class Language(_Table):
    """All the words of one language."""

    code: str
    name: str
    writes_spaces: bool
    detection: DetectionWords
    topics: TopicWords
    negation: NegationWords
    modality: ModalWords
    data_levels: DataLevelWords
    numbers: NumberWords
    quantities: QuantityWords
    sentences: SentenceWords
    comparison: ComparisonWords
    verification: VerificationWords
    agreement: AgreementWords
    concepts: ConceptWords
    injection: InjectionWords
    follow_ups: FollowUpWords
    answers: AnswerWords
    privacy: PrivacyWords
    documents: DocumentWords


Pick = Callable[[Language], Sequence[str]]
"""Chooses the words of one key: ``lambda each: each.negation.words``."""


def read_language(file: Traversable) -> Language:
    """Read the words of one language.

    Raises:
        ValueError: If a key is missing, unknown or of the wrong type; the text names file and key.
    """
    code = file.name.removesuffix(".toml")
    try:
        return Language.model_validate(tomllib.loads(file.read_text("utf-8")) | {"code": code})
    except (ValidationError, tomllib.TOMLDecodeError) as error:
        raise ValueError(f"{file.name}: {_first_problem(error)}") from error


def _first_problem(error: ValidationError | tomllib.TOMLDecodeError) -> str:
    if isinstance(error, tomllib.TOMLDecodeError):
        return str(error)
    found = error.errors()[0]
    return f"{'.'.join(map(str, found['loc']))}: {found['msg']}"


def _read_all() -> tuple[Language, ...]:
    found = [each for each in files(__package__).joinpath("data").iterdir() if _is_data(each)]
    languages = [read_language(each) for each in found]
    return tuple(sorted(languages, key=lambda each: (each.code != FALLBACK, each.code)))


def _is_data(file: Traversable) -> bool:
    return file.name.endswith(".toml")


LEXICON = _read_all()
"""Every language there is a file for, the fallback first."""

BY_CODE = {each.code: each for each in LEXICON}

UNSPACED_LETTERS = "".join(each.detection.letters for each in LEXICON if not each.writes_spaces)
"""The letters of the languages that write no spaces, for a class of a regular expression."""


def all_words(pick: Pick) -> Words:
    """Return the picked words of every language, each once."""
    return tuple(dict.fromkeys(word for each in LEXICON for word in pick(each)))


def either(words: Iterable[str]) -> str:
    """Return a pattern of any of *words*, anywhere in a text."""
    return f"(?:{'|'.join(map(pattern, words)) or '(?!)'})"


def pattern(entry: str) -> str:
    """Return the regular expression of one entry."""
    return entry.replace("'", "['\u2019]")


def whole_words(pick: Pick) -> str:
    """Return a pattern of the picked words of every language, bounded where spaces are written."""
    return _joined(pick, r"\b{}\b", "{}")


def leading_words(pick: Pick, *, before: str = "") -> str:
    """Return a pattern of the picked words at the start of a text, after what *before* matches."""
    return _joined(pick, rf"^{before}{{}}\b", rf"^{before}{{}}")


def suffixes(pick: Pick) -> str:
    """Return a pattern of the picked endings of words, of every language."""
    return rf"{either(all_words(pick))}\b"


def spaced_words(pick: Pick) -> str:
    """Return an unbounded pattern of the picked words of the languages that write spaces."""
    return either(word for each in LEXICON if each.writes_spaces for word in pick(each))


def unspaced_words(pick: Pick) -> str:
    """Return a pattern of the picked words of the languages that write no spaces."""
    return either(word for each in LEXICON if not each.writes_spaces for word in pick(each))


def _joined(pick: Pick, with_spaces: str, without: str) -> str:
    parts = [
        (with_spaces if each.writes_spaces else without).replace("{}", either(words))
        for each in LEXICON
        if (words := pick(each))
    ]
    return "|".join(parts) or "(?!)"


def compiled(*alternatives: str) -> re.Pattern[str]:
    """Compile *alternatives* into one pattern that ignores case."""
    return re.compile("|".join(alternatives), re.IGNORECASE)
