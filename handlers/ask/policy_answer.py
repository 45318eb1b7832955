"""What the rules come to before what the pages say: an outcome, or a fact about the rules.

The outcome is said only where a question surely asks whether something may be. Else, whatever it
names of the policy, what the rules say of that is stated as a fact, which is true whatever was
meant. A fact stands behind the clause that answers where something else is asked.
"""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from governance import (
    Fact,
    Outcome,
    Policy,
    Registering,
    Ruling,
    Verdict,
    fact_on,
    implied_classes,
)
from handlers.ask.policy_question import PolicyQuestion, read_question, rule_on_question
from handlers.ask.policy_wording import fact_in_words, ruling_in_words
from handlers.phrase_match import reports_harm
from handlers.wording import LOCALES, Wording
from knowledge import Answer, Citation, Claim, Handbook, is_surely_in

MAX_WHOLE_CLAUSES = 2
"""How many of the clauses that state what the rules come to are shown, the others only named."""


StatedIn = Callable[[str], Answer | None]
"""Shows a clause by its address, if a page in force states it."""


class RulePlace(Enum):
    """Where what the rules come to stands in an answer."""

    ALONE = auto()
    """First, with the clause that states it; what the pages say else is beside the point."""
    FIRST = auto()
    """First, before what the pages say."""
    LAST = auto()
    """After the clause that answers."""


@dataclass(frozen=True, slots=True)
class RuledAnswer:
    """An *answer* that begins with what the rules say, if they say something."""

    answer: Answer
    outcome: Outcome | None = None


def wording_of(answer: Answer, words: Wording) -> Wording:
    """Say what the rules come to in the language of the question, where its words say which.

    People ask in other languages than the one they chose for what stands around an answer.
    """
    is_sure = answer.language in LOCALES and is_surely_in(answer.question, answer.language)
    return words.to(answer.language) if is_sure else words


def with_ruling(  # noqa: PLR0913 - a ruling is said to somebody, on a day, in words
    answer: Answer,
    policy: Policy | None,
    handbook: Handbook,
    *,
    on: date,
    audiences: frozenset[str],
    words: Wording,
    before: Sequence[str] = (),
    is_harm: bool = False,
) -> RuledAnswer:
    """Begin an *answer* with what the rules in force *on* a day say to its question.

    *before* are the questions before it, oldest first; *is_harm* tells that it is known to report
    harm. Nothing is said that no page in force, for these *audiences*, states.
    """
    if policy is None or policy.effective > on:
        return RuledAnswer(answer)
    asked = read_question(answer.question, policy, before)
    languages = (words.locale, answer.language)
    own, about = {each.clause for each in policy.data_classes}, _names_of_data(asked, policy)

    def stated_in(clause: str) -> Answer | None:
        """Show a clause; in short in the language of what is said about it, or of the question."""
        named = () if clause in own else about  # a class's own clause is about nothing else
        shown = (
            handbook.clause(clause, on=on, audiences=audiences, language=each, about=named)
            for each in dict.fromkeys(languages)
        )
        first = next(shown)
        if first and first.short:
            return first
        return next((each for each in shown if each and each.short), first)

    if policy.incidents and (is_harm or reports_harm(answer.question)):
        first_aid = stated_in(policy.incidents.clause)
        return RuledAnswer(_on_harm(answer, first_aid, asked, policy, stated_in))
    if ruling := rule_on_question(asked, policy, answer.question):
        text = ruling_in_words(ruling, words, implied_classes(policy, asked.names))
        place, clauses = _place_of_lead(answer, policy, asked, ruling.clauses), ruling.clauses
    elif (fact := fact_of(asked, policy)) and (found := _place_of(fact, asked, answer, policy)):
        text = fact_in_words(fact, words, of_class=asked.of_class and not asked.may_ask)
        place, clauses = found, fact.clauses
    else:
        return RuledAnswer(answer)
    stated = {clause: stated_in(clause) for clause in clauses}
    first = _to_register(asked, ruling or fact, policy)
    if first and (shown := stated.get(first.clause) or stated_in(first.clause)):
        text, stated = f"{text} {first.says.to(words.locale)}", {**stated, first.clause: shown}
    led = _begin(answer, text, place, list(stated.values()))
    return RuledAnswer(led or answer, ruling.outcome if ruling and led else None)


def _begin(
    answer: Answer, text: str, place: RulePlace, stated: Sequence[Answer | None]
) -> Answer | None:
    """Put what the rules come to into an *answer*; None unless all that states it may be shown."""
    shown = [each for each in stated if each]
    return _join(answer, text, shown, place) if len(shown) == len(stated) else None


def _names_of_data(asked: PolicyQuestion, policy: Policy) -> tuple[str, ...]:
    """Give what the classes of data that a question names are called, in any language."""
    named = (each for each in policy.data_classes if each.id in asked.names.data)
    return tuple(each.name.to(locale) for each in named for locale in LOCALES)


def _to_register(
    asked: PolicyQuestion, said: Ruling | Fact | None, policy: Policy
) -> Registering | None:
    """Give what is to be done first where a tool may see the data, and something is to run."""
    accesses = said.accesses if said and asked.names.tools and asked.names.data else ()
    is_free = bool(accesses) and all(each.verdict is Verdict.YES for each in accesses)
    return policy.registering if is_free and asked.of_running else None


def ruling_on(question: str, policy: Policy, before: Sequence[str] = ()) -> Ruling | None:
    """Rule on a *question*; None where it asks for something else, or the rules are not sure."""
    return rule_on_question(read_question(question, policy, before), policy, question)


def is_ruled(question: str, policy: Policy, before: Sequence[str] = ()) -> bool:
    """Tell whether what the rules come to may stand before whatever answers a *question*."""
    asked = read_question(question, policy, before)
    if policy.incidents and reports_harm(question):
        return True
    return bool(rule_on_question(asked, policy, question) or fact_of(asked, policy))


def _clauses_broken(asked: PolicyQuestion, policy: Policy, answer: Answer) -> tuple[str, ...]:
    """List the clauses that forbid what a report of harm names.

    That a class of data was put where it never may be is left to what an *answer* says, if any.
    """
    fact = fact_on(policy, asked.names) if asked.names.tools else None
    if fact is None:
        return ()
    if fact.acts and fact.acts.outcome is Outcome.NO:
        return fact.acts.clauses
    kept_out = () if answer.answered else fact.accesses
    named = {each.id for each in policy.data_classes if each.id in asked.names.data}
    data = (each.data for each in kept_out if each.verdict is Verdict.NO)
    return tuple(dict.fromkeys(each.clause for each in data if each.id in named))


def _on_harm(
    answer: Answer, shown: Answer | None, asked: PolicyQuestion, policy: Policy, stated_in: StatedIn
) -> Answer:
    """Lead with the clause *shown* to who reports harm, then what forbids what was done."""
    if shown is None:
        return answer
    for clause in _clauses_broken(asked, policy, answer):
        is_shown = clause in {each.clause for each in shown.citations}
        if not is_shown and (broken := stated_in(clause)):
            shown = _add_clause(shown, broken)
    stated = [found for each in answer.citations if (found := stated_in(each.clause))]
    return _lead_with(_emphasise(answer, stated), shown)


def _add_clause(answer: Answer, stated: Answer) -> Answer:
    """Put a clause, whole, after what an *answer* says."""
    n = len(answer.citations) + 1
    claims = (replace(each, cites=(n,)) for each in stated.claims)
    cited = replace(stated.citations[0], n=n)
    return replace(answer, claims=(*answer.claims, *claims), citations=(*answer.citations, cited))


def _lead_with(answer: Answer, shown: Answer) -> Answer:
    """Show a clause, whole, before what an *answer* says beside it."""
    beside = answer.citations if answer.answered else ()
    cited = {each.clause for each in shown.citations}
    kept = [each for each in beside if each.clause not in cited]
    numbers = {each.n: n for n, each in enumerate(kept, start=len(cited) + 1)}
    claims = [
        replace(claim, cites=tuple(numbers[n] for n in claim.cites))
        for claim in answer.claims
        if answer.answered and set(claim.cites) <= numbers.keys()
    ]
    return replace(
        shown,
        claims=(*shown.claims, *claims),
        citations=(*shown.citations, *(replace(each, n=numbers[each.n]) for each in kept)),
        nearest=tuple(each for each in answer.nearest if each.clause not in cited),
        mode=answer.mode if claims else shown.mode,
        language=answer.language,
        ms=answer.ms,
        question=answer.question,
        masked=answer.masked,
        fallback=answer.fallback,
    )


def fact_of(asked: PolicyQuestion, policy: Policy) -> Fact | None:
    """State what the rules say of what a question names.

    Of data that was altered, and of acts that are not done, they say nothing.
    """
    names = replace(asked.names, data=(), said={}) if asked.is_altered else asked.names
    names = replace(names, answers={}) if asked.is_not_done else names
    return fact_on(policy, names)


def _place_of(
    fact: Fact, asked: PolicyQuestion, answer: Answer, policy: Policy
) -> RulePlace | None:
    """Say where a *fact* stands, or nothing where it would only be in the way."""
    if asked.is_elsewhere:
        return RulePlace.LAST if asked.names_both and answer.answered else None
    first = _place_of_lead(answer, policy, asked, fact.clauses)
    if asked.asks_way and answer.answered:
        first = RulePlace.FIRST
    is_of_act = asked.may_ask or asked.of_solution or bool(asked.names.tools)
    is_of_tool = bool(asked.names.others) and (asked.may_ask or not asked.asks_way)
    is_of_class = asked.of_class and bool(fact.implied)
    is_about = asked.names_both or (bool(fact.acts) and is_of_act)
    return first if is_about or asked.is_bare or is_of_tool or is_of_class else None


def _place_of_lead(
    answer: Answer, policy: Policy, asked: PolicyQuestion, clauses: Sequence[str]
) -> RulePlace:
    """Say whether what an *answer* says stays below what the rules come to, by *clauses*.

    It does where it is one of them. Where no one tool is asked about, it may be any of the rules.
    """
    if not answer.answered:
        return RulePlace.ALONE
    if answer.citations[0].clause in clauses:
        return RulePlace.FIRST
    is_of_one = len(asked.names.tools) == 1 and not asked.names.others
    return (
        RulePlace.FIRST
        if _is_about_rules(answer, policy, clauses) and not is_of_one
        else RulePlace.ALONE
    )


def _is_about_rules(answer: Answer, policy: Policy, clauses: Sequence[str]) -> bool:
    """Tell whether the first clause of an *answer* stands on a page of the rules themselves."""
    stated = [*clauses, *(tool.clause for tool in policy.tools)]
    stated += [each.clause for each in policy.data_classes]
    return answer.citations[0].page in {clause.partition("#")[0] for clause in stated}


def _join(answer: Answer, text: str, shown: Sequence[Answer], place: RulePlace) -> Answer:
    """Put what the rules come to, and the clauses that state it, into an *answer*."""
    is_alone = place is RulePlace.ALONE
    known = [] if is_alone else list(answer.citations)
    numbers = {citation.clause: citation.n for citation in known}
    cited = [each.citations[0] for each in shown]
    for citation in cited:
        if citation.clause not in numbers:
            numbers[citation.clause] = len(known) + 1
            known.append(replace(citation, n=len(known) + 1))
    cites = tuple(numbers[citation.clause] for citation in cited)
    said = Claim(text, cites, is_ruling=True)
    if is_alone:
        wholes = (each.claims[0] for each in shown[:MAX_WHOLE_CLAUSES])
        claims = (said, *(replace(each, cites=(n,)) for n, each in enumerate(wholes, start=1)))
    elif place is RulePlace.FIRST:
        claims = (said, *_emphasise(answer, shown).claims)
    else:
        claims = (*answer.claims, said)
    joined = replace(
        answer,
        band="sure",
        claims=claims,
        citations=tuple(known),
        nearest=() if is_alone else _apart_from(numbers, answer.nearest),
        choices=(),
        conflicts=() if is_alone else answer.conflicts,
        mode="extractive" if is_alone or answer.choices else answer.mode,
        short=shown[0].short if is_alone else answer.short,
    )
    return _in_order_of_mention(joined)


def _apart_from(clauses: Container[str], near: Sequence[Citation]) -> tuple[Citation, ...]:
    return tuple(each for each in near if each.clause not in clauses)


def _in_order_of_mention(answer: Answer) -> Answer:
    """Number the clauses of an *answer* as they are first cited; the clause shown stays first."""
    named = [n for claim in answer.claims for n in claim.cites]
    order = dict.fromkeys([*named, *(each.n for each in answer.citations)])
    numbers = {n: place for place, n in enumerate(order, start=1)}
    return replace(
        answer,
        claims=tuple(
            replace(each, cites=tuple(numbers[n] for n in each.cites)) for each in answer.claims
        ),
        citations=tuple(replace(each, n=numbers[each.n]) for each in answer.citations),
        conflicts=tuple((numbers[one], numbers[other]) for one, other in answer.conflicts),
    )


def _emphasise(answer: Answer, stated: Sequence[Answer]) -> Answer:
    """Show clauses of an *answer* as *stated*, with what they say of the data in bold, if any."""
    numbers = {each.clause: each.n for each in answer.citations}
    shown = {
        numbers[each.citations[0].clause]: each.claims[0]
        for each in stated
        if each.citations[0].clause in numbers and "**" in each.claims[0].shown
    }
    claims = tuple(
        replace(shown.get(each.cites[0], each), cites=each.cites) if each.heading else each
        for each in answer.claims
    )
    return replace(answer, claims=claims)
