"""Compares claim and quote by what both speak of, in one language or between two (pure).

What a claim says is done, by whom, to which tier, before or after what, under which condition and
how much of it: all of that must be in the words that it rests on, and denied in the one where it
is denied in the other.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from knowledge.answers.overclaims import CLAUSE_BREAK
from knowledge.text.concepts import Kind, Mention, find_concepts, names_of
from knowledge.text.lexicon import compiled, leading_words, whole_words
from knowledge.text.modality import Modality, classify_modality
from knowledge.text.negation import is_negative, says_only
from knowledge.text.numbers import is_number
from knowledge.text.quantities import find_quantities
from knowledge.text.tokens import tokenize

Disagreement = Literal["who", "act", "order", "not", "condition", "modality", "number"]
"""What a claim and its quote disagree on."""

_OPPOSITES = {
    "after": frozenset({"before", "until"}),
    "until": frozenset({"after"}),
}
"""Of what comes first: a claim may say it in its own way, but not the opposite."""

_VAGUE_ACTORS = frozenset({"person", "colleague", "users"})
"""Who may be spoken of in other words."""

_BY = compiled(rf"(?:{whole_words(lambda each: each.agreement.agents)})\s*(?:\w{{1,4}}\s+)?$")
"""The word before the one who does something in the passive voice."""

_CONDITION = compiled(
    whole_words(lambda each: (*each.negation.conditions, *each.modality.exceptions))
)
_EXCEPTION = compiled(whole_words(lambda each: each.modality.exceptions))
_LEADING = compiled(leading_words(lambda each: each.negation.conditions, before=r"\W*"))
_CLAUSE = re.compile(r"[,;:.]\s+|\s[\u2013\u2014-]\s")
_NUMBER = re.compile(r"(?<![\w.,-])\d+(?:[.,]\d+)*(?![\w-])")

_PAIRS = (("keep", "delete"), ("stop", "continue"), ("start", "stop"), ("approve", "reject"))
_OPPOSED = (*_PAIRS, *((other, one) for one, other in _PAIRS))
"""Acts that cannot both be meant."""

_AGREE: dict[Modality, frozenset[Modality]] = {
    "permits": frozenset({"permits", "exempts", "affirms"}),
    "exempts": frozenset({"exempts", "denies", "permits"}),
    "forbids": frozenset({"forbids", "denies"}),
    "requires": frozenset({"requires", "affirms", "forbids", "denies"}),
    "denies": frozenset({"denies", "forbids", "exempts"}),
}
"""For each modality of a claim those of which its quote must have one."""


def find_disagreement(
    claim: str, quotes: Sequence[str], titles: str = "", *, languages: tuple[str, str]
) -> Disagreement | None:
    """Return what a *claim* and the sentences that it *quotes* disagree on, or None.

    *titles* are the headings above them, which may name what they leave out; *languages* are those
    of claim and quotes.
    """
    own, other = languages
    told, quote = find_concepts(claim, own), " ".join(quotes)
    ours, words = names_of(told), frozenset(tokenize(claim))

    def shared(quote: str) -> int:
        theirs = names_of(find_concepts(quote, other))
        return len(words & frozenset(tokenize(quote))) + len(ours & theirs)

    quotes = sorted(quotes, key=shared, reverse=True)
    near = find_concepts(quote, other)
    known = names_of(near) | names_of(find_concepts(titles, other))
    return (
        _check_named(told, known)
        or ("not" if _is_denied(claim, told, quotes, other) else None)
        or ("who" if _is_swapped(claim, told, quote, near) else None)
        or ("number" if _is_number_moved(claim, told, quote, near) else None)
        or ("number" if _is_number_of_others(claim, quotes, languages) else None)
        or ("number" if _is_other_amount(claim, quote) else None)
        or ("order" if _is_reversed(claim, told, quote, near, languages) else None)
        or (
            "not"
            if is_negative(claim) and not _is_any_negative((*quotes, titles), shared)
            else None
        )
        or ("condition" if _lacks_condition(claim, quotes, languages) else None)
        or ("modality" if _differs_in_modality(claim, quote) else None)
    )


def _check_named(told: Sequence[Mention], known: frozenset[str]) -> Disagreement | None:
    """Find a concept of the claim that the quote has not."""
    for each in told:
        if each.names & known or each.names <= _VAGUE_ACTORS:
            continue
        if each.kind == "order":
            if any(_OPPOSITES.get(name, known) & known for name in each.names) or not known:
                return "order"
        else:
            return "act" if each.kind == "acts" else "who"
    return None


def _is_denied(claim: str, told: Sequence[Mention], quotes: Sequence[str], language: str) -> bool:
    """Tell whether a concept is denied by one of claim and quote, and not by the other.

    Of several sentences that mention it, the one that has most in common with the claim decides;
    what the claim both denies and affirms is not compared.
    """
    ours = names_of(told)
    decided = names_of(each for each in told if each.is_denied)
    decided &= names_of(each for each in told if not each.is_denied)
    for quote in quotes:
        near = find_concepts(quote, language)
        far = find_concepts(quote, language, is_far=True)
        denied = names_of(each for each in (*near, *far) if each.is_denied)
        plain = names_of(each for each in near if not each.is_denied)
        for each in told:
            known = each.names & (denied | plain) - decided
            if each.kind in {"order", "tiers"} or each.names <= _VAGUE_ACTORS or not known:
                continue
            if not known & (denied if each.is_denied else plain):
                return True
        decided |= denied | plain
    return _says_what_is_denied(ours, quotes, language) and not is_negative(claim)


def _says_what_is_denied(ours: frozenset[str], quotes: Sequence[str], language: str) -> bool:
    """Tell whether every part of the quotes that speaks of the same says "not"."""
    parts = [part for quote in quotes for part in _parts(quote)]
    same = [
        part for part in parts if (names_of(find_concepts(part, language)) - _VAGUE_ACTORS) & ours
    ]
    return bool(same) and all(map(is_negative, same))


def _is_swapped(claim: str, told: Sequence[Mention], quote: str, near: Sequence[Mention]) -> bool:
    """Tell whether two who act changed places."""
    ours, theirs = _actors(claim, told), _actors(quote, near)
    shared = [name for name in ours if name in theirs]
    return len(shared) > 1 and shared[:2] != [name for name in theirs if name in shared[:2]]


def _actors(text: str, mentions: Sequence[Mention]) -> list[str]:
    """Return who acts, in the order of the active voice: who stands after "by" comes first."""
    order: list[str] = []
    for each in mentions:
        name = min(each.names)
        if each.kind != "roles" or name in order:
            continue
        is_agent = bool(_BY.search(text[: each.start]))
        order.insert(0 if is_agent else len(order), name)
    return order


def _is_number_moved(
    claim: str, told: Sequence[Mention], quote: str, near: Sequence[Mention]
) -> bool:
    """Tell whether a number stands beside another tier, somebody else or another act."""
    ours, theirs = _pairs(claim, told), _pairs(quote, near)
    tiers = {tier for tier, _ in theirs}
    numbers = {number for _, number in theirs}
    if any(pair not in theirs and pair[0] in tiers and pair[1] in numbers for pair in ours):
        return True
    roles = _beside(claim, told, "roles", CLAUSE_BREAK), _beside(quote, near, "roles", CLAUSE_BREAK)
    acts = _beside(claim, told, "acts", _CLAUSE), _beside(quote, near, "acts", _CLAUSE)
    return any(
        names and roles[1].get(number) and not names & roles[1][number]
        for number, names in roles[0].items()
    ) or any(
        one in names and one not in acts[1].get(number, ()) and other in acts[1].get(number, ())
        for number, names in acts[0].items()
        for one, other in _OPPOSED
    )


def _is_number_of_others(claim: str, quotes: Sequence[str], languages: tuple[str, str]) -> bool:
    """Tell whether a number stands in sentences alone that speak of nothing that the claim does."""
    own, other = languages
    ours = _subjects(claim, own, in_words=own == other)
    theirs = {quote: _subjects(quote, other, in_words=own == other) for quote in quotes}
    if not ours & frozenset[str]().union(*theirs.values()):
        return False
    return any(
        all(not ours & theirs[quote] for quote in quotes if number in _NUMBER.findall(quote))
        for number in _NUMBER.findall(claim)
        if any(number in _NUMBER.findall(quote) for quote in quotes)
    )


def _pairs(text: str, mentions: Sequence[Mention]) -> set[tuple[str, str]]:
    """Pair each number with the tier that was named last before it."""
    tiers = [each for each in mentions if each.kind == "tiers"]
    pairs: set[tuple[str, str]] = set()
    for number in _NUMBER.finditer(text):
        before = [each for each in tiers if each.end <= number.start()]
        if before:
            pairs.add((min(before[-1].names), number[0]))
    return pairs


def _beside(
    text: str, mentions: Sequence[Mention], kind: Kind, part: re.Pattern[str]
) -> dict[str, set[str]]:
    """Return for each number the concepts of a *kind* in the same part of the sentence."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for number in _NUMBER.finditer(text):
        start = max((each.end() for each in part.finditer(text, 0, number.start())), default=0)
        end = next((each.start() for each in part.finditer(text, number.end())), len(text))
        for each in mentions:
            if each.kind == kind and start <= each.start < end and not each.names <= _VAGUE_ACTORS:
                found[number[0]] |= each.names
    return found


def _is_any_negative(quotes: Sequence[str], shared: Callable[[str], int]) -> bool:
    """Tell whether one of the *quotes* says "not" that has much in common with the claim."""
    most = max(map(shared, quotes))
    return any(is_negative(quote) for quote in quotes if 2 * shared(quote) > most)


def _is_reversed(
    claim: str,
    told: Sequence[Mention],
    quote: str,
    near: Sequence[Mention],
    languages: tuple[str, str],
) -> bool:
    """Tell whether what comes before and what comes after changed places."""
    own, other = languages
    for ours in (each for each in told if each.kind == "order"):
        sides = _sides(claim, ours, own, in_words=own == other)
        for theirs in (each for each in near if each.names & ours.names):
            first, second = _sides(quote, theirs, other, in_words=own == other)
            if sides[0] & (second - first) and sides[1] & (first - second):
                return True
    return False


def _sides(
    text: str, mark: Mention, language: str, *, in_words: bool
) -> tuple[frozenset[str], frozenset[str]]:
    """Return what stands alone before a *mark* of order, and alone behind it."""
    left, right = text[: mark.start], text[mark.end :]
    start = max((each.end() for each in _CLAUSE.finditer(left)), default=0)
    if not left[start:].strip():  # "Before that, this"
        right, _, left = right.partition(",")
    else:
        left = left[start:]
    one, other = (
        _subjects(each, language, in_words=in_words) for each in (left, _CLAUSE.split(right)[0])
    )
    return one - other, other - one


def _bounds(text: str) -> dict[str, str]:
    """Return for each number whether it is the most or the least there may be."""
    found: dict[str, str] = {}
    start = 0
    for number in _NUMBER.finditer(text):
        bound = find_quantities(text[start : number.end()]).bound
        if bound:
            found[number[0]] = bound
        start = number.end()
    return found


def _is_other_amount(claim: str, quote: str) -> bool:
    """Tell whether a claim has an amount of some unit that the quote has otherwise."""
    ours, theirs = find_quantities(claim), find_quantities(quote)
    limits, others = _bounds(claim), _bounds(quote)
    if any(others.get(number, bound) != bound for number, bound in limits.items()):
        both = {*names_of(find_concepts(claim)), *names_of(find_concepts(quote))}
        if "before" not in both:
            return True
    if set(_NUMBER.findall(claim)) & set(_NUMBER.findall(theirs.rest)):
        return False  # "3 working days, and 10": the unit is left out
    return any(
        not amounts <= theirs.by_unit[unit]
        for unit, amounts in ours.by_unit.items()
        if unit in theirs.by_unit
    )


def _lacks_condition(claim: str, quotes: Sequence[str], languages: tuple[str, str]) -> bool:
    """Tell whether a claim leaves out an exception, or the condition of what it says."""
    own, other = languages
    ours = _subjects(claim, own, in_words=own == other)
    is_conditional = bool(_CONDITION.search(claim)) or says_only(claim)
    is_excepted = bool(_EXCEPTION.search(claim)) or (is_conditional and is_negative(claim))
    for quote in quotes:
        theirs = _subjects(quote, other, in_words=own == other)
        if "unless" in names_of(find_concepts(quote, other)) and theirs & ours and not is_excepted:
            return True
        if is_conditional:
            continue
        for clause in _CLAUSE.split(quote):
            condition = _subjects(clause, other, in_words=own == other)
            if _LEADING.match(clause) and condition and not condition & ours:
                return bool(ours & (theirs - condition))
    return False


def _subjects(text: str, language: str, *, in_words: bool) -> frozenset[str]:
    """Return what a *text* speaks of: its concepts, and its words in one language."""
    found = {f"#{each}" for each in names_of(find_concepts(text, language)) - _VAGUE_ACTORS}
    words = (each for each in tokenize(text) if not is_number(each)) if in_words else ()
    return frozenset(found.union(words))


def _differs_in_modality(claim: str, quote: str) -> bool:
    """Tell whether no part of a quote has a modality that a claim's agrees with."""
    wanted = _AGREE.get(classify_modality(claim))
    if wanted is None:
        return False
    return not wanted & {classify_modality(part) for part in (quote, *_parts(quote))}


def _parts(text: str) -> Iterable[str]:
    return (part for part in _CLAUSE.split(text) if part.strip())
