"""The rules' own outcome before what the pages say, where a question asks whether it may be.

The rules speak only where they are sure: the question is put as one about what is allowed, and
what it names of the policy is all that it says, but for words that change nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from governance import (
    GAP,
    DataAccess,
    Mentions,
    Outcome,
    Policy,
    Ruling,
    Verdict,
    normalise,
    rule_on,
    whole_word_pattern,
)
from handlers.wording import LOCALES, Wording, wording
from knowledge import Answer, Claim, Handbook

RULING_MAX_CHARS = 300
"""Characters of a question that names all it asks about; a longer one tells a story."""


@dataclass(frozen=True, slots=True)
class RuledAnswer:
    """An *answer* that begins with what the rules say, if they say something."""

    answer: Answer
    outcome: Outcome | None = None


def with_ruling(  # noqa: PLR0913 - a ruling is said to somebody, on a day, in words
    answer: Answer,
    policy: Policy | None,
    handbook: Handbook,
    *,
    on: date,
    audiences: frozenset[str],
    words: Wording,
) -> RuledAnswer:
    """Begin an *answer* with what the rules in force *on* a day say to its question.

    Nothing is said that no page in force, for these *audiences*, states.
    """
    ruling = ruling_on(answer.question, policy) if policy and policy.effective <= on else None
    if ruling is None:
        return RuledAnswer(answer)
    citations = list(answer.citations)
    numbers = {citation.clause: citation.n for citation in citations}
    for clause in ruling.clauses:
        if clause in numbers:
            continue
        number = len(citations) + 1
        cited = handbook.cite(clause, number, on=on, audiences=audiences)
        if cited is None:
            return RuledAnswer(answer)
        citations.append(cited)
        numbers[clause] = number
    said = Claim(text_of(ruling, words), tuple(numbers[clause] for clause in ruling.clauses))
    led = replace(
        answer,
        answered=True,
        claims=(said, *answer.claims),
        citations=tuple(citations),
        nearest=(),
        choices=(),
        mode="extractive" if answer.choices else answer.mode,
    )
    return RuledAnswer(led, ruling.outcome)


def ruling_on(question: str, policy: Policy) -> Ruling | None:
    """Rule on a *question*; None where it asks for something else, or the rules are not sure."""
    if len(question) > RULING_MAX_CHARS:
        return None
    names = policy.vocabulary.named(question)
    asking = [locale for locale in LOCALES if _only_asks(names, locale)]
    if not asking:
        return None
    ruling = rule_on(policy, names)
    if ruling is None or names.tools or names.others:
        return ruling
    if names.answers:
        is_settled = ruling.outcome is Outcome.NO or _speaks_of("ruling-solution", question, asking)
        return ruling if is_settled else None
    return ruling if _speaks_of("ruling-any-tool", names.rest, asking) else None


def _speaks_of(key: str, text: str, locales: Sequence[str]) -> bool:
    """Tell whether a *text* holds one of the words of a list, in one of these languages."""
    return any(_any_of_words(locale, key).search(normalise(text)) for locale in locales)


def text_of(ruling: Ruling, words: Wording) -> str:
    """Put a *ruling* into words, the outcome first."""
    said = [_sights_in_words(ruling.accesses, words)] if ruling.accesses else []
    if ruling.tier and ruling.rules:
        said.append(_rules_in_words(ruling, words, is_all=not said))
    elif ruling.rules:
        said += [rule.because.to(words.locale) for rule in ruling.rules]
    said += [
        words("ruling-unless", because=each.because.to(words.locale)) for each in ruling.unless
    ]
    return " ".join(said)


def _rules_in_words(ruling: Ruling, words: Wording, *, is_all: bool) -> str:
    because = " ".join(rule.because.to(words.locale) for rule in ruling.rules)
    tier = ruling.tier
    if tier is None or tier.review is None or ruling.outcome is Outcome.NO:
        means = tier.means.to(words.locale) if tier and not tier.allowed else ""
        return words("ruling-forbidden", because=f"{because} {means}".strip())
    return words(
        "ruling-review" if is_all else "ruling-built",
        days=min(tier.review.working_days, *(rule.working_days or 60 for rule in ruling.rules), 60),
        tier=tier.name.to(words.locale),
        because=because,
    )


def _sights_in_words(accesses: Sequence[DataAccess], words: Wording) -> str:
    """Say what tools may see: in one go where it is the same, else by the tool or by the data."""
    verdicts = {access.verdict for access in accesses}
    if len(verdicts) == 1:
        said = f"ruling-sees-{verdicts.pop()}"
        return words(said, tools=_tools(accesses), classes=_classes(accesses, words))
    if len({access.data.id for access in accesses}) == 1:
        parts = _parts(accesses, words, by_tool=True)
        return words("ruling-by-tool", classes=_classes(accesses, words), parts=parts)
    tools = dict.fromkeys(access.tool for access in accesses)
    return " ".join(
        words("ruling-by-data", tools=tool, parts=_parts(own, words, by_tool=False))
        for tool in tools
        if (own := [access for access in accesses if access.tool == tool])
    )


def _parts(accesses: Sequence[DataAccess], words: Wording, *, by_tool: bool) -> str:
    """List what gets each verdict, the freest first."""
    parts = []
    for verdict in Verdict:
        own = [access for access in accesses if access.verdict is verdict]
        if own:
            names = _tools(own) if by_tool else _classes(own, words)
            parts.append(words(f"ruling-part-{verdict}", names=names))
    return "; ".join(parts)


def _tools(accesses: Sequence[DataAccess]) -> str:
    return ", ".join(dict.fromkeys(access.tool for access in accesses))


def _classes(accesses: Sequence[DataAccess], words: Wording) -> str:
    return ", ".join(dict.fromkeys(access.data.name.to(words.locale) for access in accesses))


def _only_asks(names: Mentions, locale: str) -> bool:
    """Tell whether a question, but for what it *names*, only asks in this language if it may be."""
    return any(
        all(_says_nothing(part, locale, with_data=bool(names.data)) for part in found.groups())
        for frame in _frames(locale)
        if (found := frame.fullmatch(names.rest))
    )


def _says_nothing(part: str, locale: str, *, with_data: bool) -> bool:
    part = _any_of_words(locale, "ruling-small").sub(" ", part)
    if not with_data:
        part = _any_of_words(locale, "ruling-making").sub(" ", part)
    return not part.replace(GAP, "").strip()


@cache
def _frames(locale: str) -> tuple[re.Pattern[str], ...]:
    """Read how questions are put: what stands around the places left open."""
    return tuple(
        re.compile(
            r"\s*(.+?)\s*".join(
                whole_word_pattern(normalise(part)) if part.strip() else "" for part in parts
            )
        )
        for line in wording(locale).lines("ruling-frames")
        if (parts := line.split(GAP))
    )


@cache
def _any_of_words(locale: str, key: str) -> re.Pattern[str]:
    """Read a list of words: the pattern of any of them, the longest first."""
    names = sorted(
        {normalise(line) for line in wording(locale).lines(key)}, key=lambda name: -len(name)
    )
    return re.compile("|".join(map(whole_word_pattern, names)))
