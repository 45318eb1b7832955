"""What the rules come to, in words: a ruling with its outcome first, or a fact about the rules."""

from collections.abc import Sequence

from governance import DataAccess, Fact, ImpliedClass, Outcome, Ruling, Verdict
from handlers.wording import Wording

MAX_WORKING_DAYS = 60
"""Stands for a review of which no rule says how long it takes."""


def ruling_in_words(ruling: Ruling, words: Wording, implied: Sequence[ImpliedClass] = ()) -> str:
    """Put a *ruling* into words, the outcome first, then what the question's words stand for."""
    said = [_sights_in_words(ruling.accesses, words)] if ruling.accesses else []
    if ruling.tier and ruling.rules:
        said.append(_rules_in_words(ruling, words, is_all=not said))
    elif ruling.rules:
        said += [rule.because.to(words.locale) for rule in ruling.rules]
    return " ".join([*said, *_exceptions(ruling, words), *_implied(implied, words)])


def fact_in_words(fact: Fact, words: Wording, *, of_class: bool = False) -> str:
    """Put a *fact* into words; asked for the class of data, only that is said."""
    if of_class and fact.implied:
        return " ".join(_implied(fact.implied, words))
    said = [_act_in_words(fact.acts, words)] if fact.acts else []
    if fact.assessed:
        said.append(_unlisted_in_words(fact, words))
    if fact.accesses:
        said += _accesses_in_words(fact, words)
    return " ".join([*said, *_implied(fact.implied, words)])


def _implied(implied: Sequence[ImpliedClass], words: Wording) -> list[str]:
    return [
        words("ruling-implied", said=each.said, classes=each.data.name.to(words.locale))
        for each in implied
    ]


def _exceptions(ruling: Ruling, words: Wording) -> list[str]:
    return [words("ruling-unless", because=each.because.to(words.locale)) for each in ruling.unless]


def _act_in_words(acts: Ruling, words: Wording) -> str:
    """Say what is asked of a solution that does what was named."""
    because = " ".join(rule.because.to(words.locale) for rule in acts.rules)
    tier = acts.tier
    if acts.outcome is Outcome.NO or tier is None or tier.review is None:
        return words("ruling-fact-forbidden", because=because)
    said = words("ruling-fact-review", tier=tier.name.to(words.locale), because=because)
    return " ".join([said, *_exceptions(acts, words)])


def _unlisted_in_words(fact: Fact, words: Wording) -> str:
    rules = fact.assessed.rules if fact.assessed else ()
    because = " ".join(rule.because.to(words.locale) for rule in rules)
    return words("ruling-fact-unlisted", tools=", ".join(fact.unlisted), because=because)


def _accesses_in_words(fact: Fact, words: Wording) -> list[str]:
    """Say what the tools may see: by class where several tools are named with a class."""
    tools = dict.fromkeys(access.tool for access in fact.accesses)
    classes = dict.fromkeys(access.data.id for access in fact.accesses)
    if len(tools) > 1 and (fact.beside or len(classes) == 1):
        by_class = [
            [access for access in fact.accesses if access.data.id == each] for each in classes
        ]
        return [
            words(
                "ruling-fact",
                about=words("ruling-fact-data", classes=_classes(own, words)),
                parts=_parts(own, words, by_tool=True),
            )
            for own in by_class
        ]
    return [_tool_in_words(tool, fact, words) for tool in tools]


def _tool_in_words(tool: str, fact: Fact, words: Wording) -> str:
    own = [access for access in fact.accesses if access.tool == tool]
    beside = [access for access in fact.beside if access.tool == tool]
    if not beside:
        return words("ruling-fact", about=tool, parts=_parts(own, words, by_tool=False))
    verdicts = {access.verdict for access in own}
    if len(verdicts) == 1:
        about = words("ruling-fact-pair", tool=tool, classes=_classes(own, words))
        first = words("ruling-fact", about=about, parts=words(f"ruling-fact-{verdicts.pop()}"))
    else:
        first = words("ruling-fact", about=tool, parts=_parts(own, words, by_tool=False))
    return f"{first} {_beside(beside, words)}"


def _beside(accesses: Sequence[DataAccess], words: Wording) -> str:
    """Say what a tool may do with the classes that were not named."""
    said = []
    for verdict in Verdict:
        if own := [access for access in accesses if access.verdict is verdict]:
            about, parts = _classes(own, words), words(f"ruling-fact-{verdict}")
            said.append(words("ruling-fact", about=about, parts=parts))
    return " ".join(said)


def _rules_in_words(ruling: Ruling, words: Wording, *, is_all: bool) -> str:
    because = " ".join(rule.because.to(words.locale) for rule in ruling.rules)
    tier = ruling.tier
    if tier is None or tier.review is None or ruling.outcome is Outcome.NO:
        means = tier.means.to(words.locale) if tier and not tier.allowed else ""
        return words("ruling-forbidden", because=f"{because} {means}".strip())
    return words(
        "ruling-review" if is_all else "ruling-built",
        days=_working_days(ruling),
        tier=tier.name.to(words.locale),
        because=because,
    )


def _working_days(ruling: Ruling) -> int:
    """Give the working days that a review takes at most."""
    tier = ruling.tier
    own = [tier.review.working_days] if tier and tier.review else []
    return min([*own, *(rule.working_days or MAX_WORKING_DAYS for rule in ruling.rules)])


def _sights_in_words(accesses: Sequence[DataAccess], words: Wording) -> str:
    """Say what tools may see: in one go where it is the same, else by the tool or by the data."""
    verdicts = {access.verdict for access in accesses}
    if len(verdicts) == 1:
        said = f"ruling-sees-{verdicts.pop()}"
        return words(said, tools=_tools(accesses), classes=_classes(accesses, words))
    if len({access.data.id for access in accesses}) == 1:
        parts = _parts(accesses, words, by_tool=True, is_ruling=True)
        return words("ruling-by-tool", classes=_classes(accesses, words), parts=parts)
    tools = dict.fromkeys(access.tool for access in accesses)
    return " ".join(
        words(
            "ruling-by-data",
            tools=tool,
            parts=_parts(own, words, by_tool=False, is_ruling=True),
        )
        for tool in tools
        if (own := [access for access in accesses if access.tool == tool])
    )


def _parts(
    accesses: Sequence[DataAccess],
    words: Wording,
    *,
    by_tool: bool,
    is_ruling: bool = False,
) -> str:
    """List what gets each verdict, the freest first."""
    parts = []
    for verdict in Verdict:
        own = [access for access in accesses if access.verdict is verdict]
        if own:
            names = _tools(own) if by_tool else _classes(own, words)
            said = f"ruling-part-{verdict}" if is_ruling else f"ruling-fact-part-{verdict}"
            parts.append(words(said, names=names))
    return "; ".join(parts)


def _tools(accesses: Sequence[DataAccess]) -> str:
    return ", ".join(dict.fromkeys(access.tool for access in accesses))


def _classes(accesses: Sequence[DataAccess], words: Wording) -> str:
    return ", ".join(dict.fromkeys(access.data.name.to(words.locale) for access in accesses))
