"""What somebody typed, read as the answer to one question (pure).

An option may be said by its label in any language of the policy, by its number in the list,
or by the first words of its label; several are separated by commas.
"""

import re

from governance import NOT_SURE, Answer, Policy, Question, list_choices
from handlers.phrase_match import means, plain
from handlers.wording import LOCALES, beginning, wording

_APART = re.compile(r"[,;\n]|\s(?:and|dan|và|va|&)\s|\s*และ\s*", re.IGNORECASE)


def parse_answer(policy: Policy, question: Question, text: str) -> Answer | None:
    """Read *text* as an answer to *question*, or give nothing when it is none of the options."""
    if not question.required and means("register-words-skip", text):
        return ""
    if question.kind == "person":
        return text.strip() if "@" in text else None
    if not question.is_fact:
        return text.strip()
    options = _options(policy, question)
    if question.kind not in {"choices", "data"}:
        return _option(options, text)
    whole = _option(options, text)
    chosen = [whole] if whole else [_option(options, part) for part in _APART.split(text) if part]
    if not chosen or None in chosen:
        return None
    return tuple(dict.fromkeys(each for each in chosen if each))


def _options(policy: Policy, question: Question) -> dict[str, frozenset[str]]:
    """List the ways to say each option, "not sure" last as the form has it."""
    options = {
        id_: frozenset(map(plain, (id_.replace("_", " "), *label.root.values())))
        for id_, label in list_choices(policy, question)
    }
    if question.kind == "yes_no":
        options["yes"] |= _ways_to_say("register-words-yes")
        options["no"] |= _ways_to_say("register-words-no")
    options[NOT_SURE] = _ways_to_say("register-words-not-sure")
    return options


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
        if said and any(way != said and beginning(said).match(way) for way in ways)
    ]
    return begun[0] if len(begun) == 1 else None
