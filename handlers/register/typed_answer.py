"""What somebody typed, read as the answer to one question (pure).

An option may be said by its label in any language of the policy, by its number in the list,
or by the first words of its label; several are separated by commas. That somebody is not sure is
said in full: what it begins with may be a "no".
"""

import re
from collections.abc import Iterable
from functools import cache

from governance import NOT_SURE, THAI_LETTERS, Answer, Localised, Policy, Question, list_choices
from handlers.options import choice_label
from handlers.phrase_match import means, plain
from handlers.wording import LOCALES, beginning, wording

_THAI = re.compile(f"[{THAI_LETTERS}]")


def parse_answer(policy: Policy, question: Question, text: str) -> Answer | None:
    """Read *text* as an answer to *question*, or give nothing when it is none of the options."""
    if not question.required and means("register-words-skip", text):
        return ""
    if question.kind == "person":
        return text.strip() if "@" in text else None
    if not question.is_fact:
        return text.strip()
    options = _options(policy, question)
    if not question.takes_several:
        return _option(options, text)
    whole = _option(options, text)
    chosen = (
        [whole] if whole else [_option(options, part) for part in _separator().split(text) if part]
    )
    if not chosen or None in chosen:
        return None
    return tuple(dict.fromkeys(each for each in chosen if each))


def _options(policy: Policy, question: Question) -> dict[str, frozenset[str]]:
    """List the ways to say each option, "not sure" last as the form has it."""
    options = {
        id_: frozenset(map(plain, (id_.replace("_", " "), *_labels(id_, label))))
        for id_, label in list_choices(policy, question)
    }
    if question.kind == "yes_no":
        options["yes"] |= _ways_to_say("register-words-yes")
        options["no"] |= _ways_to_say("register-words-no")
    options[NOT_SURE] = _ways_to_say("register-words-not-sure")
    return options


def _labels(id_: str, label: Localised | None) -> Iterable[str]:
    """Give the label of a choice in every language there is."""
    if label:
        return label.root.values()
    return (choice_label(id_, None, wording(locale)) for locale in LOCALES)


@cache
def _separator() -> re.Pattern[str]:
    """Return the pattern of what parts several answers; Thai puts no spaces around its "and"."""
    ands = [way for locale in LOCALES for way in wording(locale).lines("register-words-and")]
    unspaced = [way for way in ands if _THAI.match(way)]
    spaced = "|".join(map(re.escape, ["&", *(way for way in ands if way not in unspaced)]))
    return re.compile(
        rf"[,;\n]|\s(?:{spaced})\s|\s*(?:{'|'.join(unspaced) or '(?!)'})\s*", re.IGNORECASE
    )


def _ways_to_say(key: str) -> frozenset[str]:
    return frozenset(plain(way) for locale in LOCALES for way in wording(locale).lines(key))


def _option(options: dict[str, frozenset[str]], text: str) -> str | None:
    """Find the one option that *text* says."""
    said = plain(text)
    if said.isdecimal() and 1 <= int(said) <= len(options):
        return list(options)[int(said) - 1]
    exact = [id_ for id_, ways in options.items() if said in ways]
    if exact:
        return exact[0]
    begun = [
        id_
        for id_, ways in options.items()
        if said
        and id_ != NOT_SURE  # "no" begins "no idea", "tidak" begins "tidak tahu"
        and any(way != said and beginning(said).match(way) for way in ways)
    ]
    return begun[0] if len(begun) == 1 else None
