"""How a question is put: whether it surely asks for permission, and what it takes up (pure).

The words are lists of the wording, under ``ruling-…``. A question surely asks for permission
where, but for what it names of the policy, it has nothing but a frame and words that change
nothing. Of any other it is told whether it may ask for that, or is about something else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from governance import (
    GAP,
    Mentions,
    Outcome,
    Policy,
    Ruling,
    any_word_pattern,
    normalise,
    rule_on,
)
from governance import whole_word_pattern as whole
from handlers.phrase_match import any_of, consists_of, has_only, without_courtesies
from handlers.wording import LOCALES, wording

RULING_MAX_CHARS = 300
"""Characters of a question that names all it asks about; a longer one tells a story."""

FOLLOW_UP_MAX_EXCHANGES = 4
"""How many questions back a follow-up may take up what it does not name itself."""


VARIANTS = ("ruling-free", "ruling-company", "ruling-paid")
"""The lists of words for another variant of a tool: of one's own, of the company, either."""

ASKING = ("ruling-asks", "ruling-follow-asks", "ruling-courtesy")
"""The lists of words by which a question with nothing but a name beside them goes on."""

GOING_ON = ("ruling-follow", *ASKING, "ruling-small")
"""The lists of words that change nothing where a question only goes on from another."""


@dataclass(frozen=True, slots=True)
class PolicyQuestion:
    """What a question names, and how it is put.

    *surely_in* are the languages in which it surely asks for permission. *may_ask* tells that it
    holds a word of permission, *is_bare* that it holds no other word either. *is_elsewhere* tells
    that it asks for something that no rule decides, and *is_altered* that the data is not as it
    was, such as anonymous. *of_solution* tells that something that is built is spoken of, and
    *of_class* that the class of data is asked for, and *asks_way* how, when, where or why.
    *is_not_done* tells that what is named is denied, left to people, or only prepared, and
    *of_running* that something is spoken of that runs, or begins at once.
    """

    names: Mentions
    surely_in: tuple[str, ...] = ()
    may_ask: bool = False
    is_bare: bool = False
    is_elsewhere: bool = False
    is_altered: bool = False
    of_solution: bool = False
    of_class: bool = False
    asks_way: bool = False
    is_not_done: bool = False
    of_running: bool = False

    @property
    def names_both(self) -> bool:
        """Tell whether a tool and a class of data are named."""
        return bool(self.names.data and (self.names.tools or self.names.others))


def read_question(question: str, policy: Policy, before: Sequence[str] = ()) -> PolicyQuestion:
    """Read a *question*; a follow-up takes up what it does not name from those *before* it."""
    names = policy.vocabulary.find_mentions(question)
    if not before:
        return _read(question, _with_account(names, policy))
    if not _names_something(names):  # "and make?" may mean a tool, written small
        names = policy.vocabulary.find_mentions(question.title())
    variant = _variant_of(question)
    own = None if variant else _as_follow_up(names)
    if not variant and _names_something(names):
        variant = _variant_of(names.rest.replace(GAP, " "))
        own = names if variant else own
    if variant or own:
        earlier = read_question(before[-1], policy, before[-FOLLOW_UP_MAX_EXCHANGES:-1])
        taken = _take_up(own, earlier) if own else earlier
        taken = _take_variant(variant, taken, policy) if variant and taken else taken
        if taken:
            return taken
    return _read(question, _with_account(policy.vocabulary.find_mentions(question), policy))


def rule_on_question(asked: PolicyQuestion, policy: Policy, question: str) -> Ruling | None:
    """Rule on what a *question* surely asks; None where it is not sure, or the rules are not."""
    if not asked.surely_in or len(question) > RULING_MAX_CHARS:
        return None
    names = asked.names
    ruling = rule_on(policy, names)
    if ruling is None or names.tools or names.others:
        return ruling
    if names.answers:
        return ruling if ruling.outcome is Outcome.NO or asked.of_solution else None
    return ruling if _speaks_of("ruling-any-tool", names.rest, asked.surely_in) else None


def _read(question: str, names: Mentions) -> PolicyQuestion:
    written, names = normalise(question), replace(names, rest=without_courtesies(names.rest))
    surely_in = tuple(locale for locale in LOCALES if _only_asks(names, locale))
    return PolicyQuestion(
        names,
        surely_in,
        may_ask=bool(surely_in) or _speaks_of("ruling-asks", names.rest),
        is_bare=any(_is_bare(names.rest, locale) for locale in LOCALES),
        is_elsewhere=_speaks_of("ruling-elsewhere", names.rest),
        is_altered=_speaks_of("ruling-altered", written),
        of_solution=_speaks_of("ruling-solution", written, surely_in or LOCALES),
        of_class=_speaks_of("ruling-class", names.rest),
        asks_way=_speaks_of("ruling-way", names.rest),
        of_running=_speaks_of("ruling-runs", written),
        is_not_done=_denies_a_name(names.rest) or _speaks_of("ruling-by-people", written),
    )


def _variant_of(text: str) -> str:
    """Give the list of words for a variant that a *text* has, with nothing else that counts."""
    return next((each for each in VARIANTS if consists_of(text, each, *GOING_ON)), "")


def _as_follow_up(names: Mentions) -> Mentions | None:
    """Give what a question names if it only goes on from another, by its words or their lack."""
    if not _names_something(names) or names.answers:
        return None
    rest = names.rest.replace(GAP, " ")
    goes_on = consists_of(rest, *GOING_ON)
    return names if goes_on or has_only(rest, *ASKING) else None


def _names_something(names: Mentions) -> bool:
    return bool(names.tools or names.others or names.data)


def _with_account(names: Mentions, policy: Policy) -> Mentions:
    """Read an account of one's own as the tool that stands for it, where no tool is named.

    A tool that is not on the list falls under its own rule, whoever pays for it.
    """
    own = [tool for tool in policy.tools if not tool.approved]
    clauses = {tool.clause for tool in own}
    told = next((of for of in names.answers if policy.questions[of].clause in clauses), "")
    if not told or names.tools:
        return names
    answers = {of: answer for of, answer in names.answers.items() if of != told}
    tools = () if names.others else tuple(tool.id for tool in own)
    return replace(names, tools=tools, answers=answers)


def _take_variant(variant: str, earlier: PolicyQuestion, policy: Policy) -> PolicyQuestion | None:
    """Put another *variant* of the tool in the place of the one named before."""
    names = earlier.names
    if not (names.tools or names.others):
        return None
    families = {tool.name.split()[0] for tool in policy.tools if tool.id in names.tools}
    related = [tool for tool in policy.tools if tool.name.split()[0] in families]
    wanted = [
        tool.id
        for tool in related
        if variant == "ruling-paid" or tool.approved is (variant == "ruling-company")
    ]
    own = [tool.clause for tool in policy.tools if not tool.approved]
    account = next((each for each in policy.questions.values() if each.clause in own), None)
    answers = dict(names.answers)
    if variant == "ruling-free" and account and not wanted and not names.others:
        answers[account.id] = "yes"
    tools = tuple(wanted) if wanted else names.tools
    names = replace(names, tools=tools, answers=answers, rest=GAP)
    may_ask = not earlier.is_elsewhere
    return replace(earlier, names=names, may_ask=may_ask, is_bare=may_ask)


def _take_up(own: Mentions, earlier: PolicyQuestion) -> PolicyQuestion | None:
    """Put what a follow-up names in the place of what the question before it named."""
    tools, others, data = own.tools, own.others, own.data
    said = dict(own.said)
    if not (tools or others):
        tools, others = earlier.names.tools, earlier.names.others
    if not data:
        data, said = earlier.names.data, dict(earlier.names.said)
    answers = {} if own.data else earlier.names.answers
    if not (earlier.names.tools or earlier.names.others or earlier.names.data or answers):
        return None
    names = replace(
        own, tools=tools, others=others, data=data, said=said, answers=answers, rest=GAP
    )
    may_ask = not earlier.is_elsewhere
    return replace(earlier, names=names, may_ask=may_ask, is_bare=may_ask)


def _denies_a_name(rest: str) -> bool:
    """Tell whether a word right before a name denies it."""
    before = (part.rstrip() for part in rest.split(GAP)[:-1])
    return any(
        part.endswith(found.group())
        for part in before
        for found in any_of("ruling-denied").finditer(part)
    )


def _speaks_of(key: str, text: str, locales: Sequence[str] = LOCALES) -> bool:
    """Tell whether a *text* holds one of the words of a list, in one of these languages."""
    said = normalise(text)
    return any(_any_of_words(locale, key).search(said) for locale in locales)


def _only_asks(names: Mentions, locale: str) -> bool:
    """Tell whether a question, but for what it *names*, only asks in this language if it may be."""
    return any(
        all(_says_nothing(part, locale, with_data=bool(names.data)) for part in found.groups())
        for frame in _frames(locale)
        if (found := frame.fullmatch(names.rest))
    )


def _is_bare(rest: str, locale: str) -> bool:
    """Tell whether a text has only words of permission, and such that change nothing."""
    for key in ("ruling-asks", "ruling-which"):
        rest = _any_of_words(locale, key).sub(" ", rest)
    return _says_nothing(rest, locale, with_data=True)


def _says_nothing(part: str, locale: str, *, with_data: bool) -> bool:
    for key in ("ruling-small", "ruling-courtesy"):
        part = _any_of_words(locale, key).sub(" ", part)
    if not with_data:
        part = _any_of_words(locale, "ruling-making").sub(" ", part)
    return not part.replace(GAP, "").strip()


def compile_question_patterns() -> None:
    """Compile the frames of questions, and the words of each list in each language by itself."""
    for locale in LOCALES:
        _frames(locale)
        for key in wording(locale).keys:
            if key.startswith("ruling-"):
                _any_of_words(locale, key)


@cache
def _frames(locale: str) -> tuple[re.Pattern[str], ...]:
    """Read how questions are put: what stands around the places left open."""
    return tuple(
        re.compile(
            r"\s*(.+?)\s*".join(whole(normalise(part)) if part.strip() else "" for part in parts)
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
    return re.compile(any_word_pattern(names))
