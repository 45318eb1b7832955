"""Check: every referenced id exists, and ids are unique."""

import re
from collections.abc import Collection, Iterator
from zoneinfo import available_timezones

import cel

from governance.checking.finding import Place, Remark, did_you_mean
from governance.checking.walk import conditions, describe, entries
from governance.policy import NOT_SURE, OTHER_TOOL, Policy, Question
from governance.policy.entries import KIND_OF_ROLE, QuestionRole

REQUIRED_ROLES: tuple[QuestionRole, ...] = ("name", "purpose")
"""The roles without which nothing could be registered."""

MAX_COMBINATIONS = 20_000
"""How many combinations of answers a condition may rest on; more could not all be tried."""

_BOUND = re.compile(r"\.(?:all|exists|exists_one|map|filter)\(\s*([A-Za-z_]\w*)\s*,")
"""A name that a condition gives to each element of a list in turn."""


def find_remarks(policy: Policy) -> Iterator[Remark]:
    """Find duplicate and dangling ids, and conditions over unknown questions."""
    yield from _find_duplicates(policy)
    yield from _find_reserved(policy)
    yield from _dangling(policy)
    yield from _zones(policy)
    misplaced = dict(_roles(policy))
    yield from misplaced.values()
    yield from _find_missing_roles(policy, misplaced)
    order = {id_: number for number, id_ in enumerate(policy.questions)}
    for place, name, expression in conditions(policy):
        yield from _unknown_names(policy, place, name, expression)
        yield from _too_many(policy, place, name, expression)
        if place[-1] == "ask_when":
            yield from _asked_too_early(policy, order, place, expression)


def _find_duplicates(policy: Policy) -> Iterator[Remark]:
    """Find duplicate ids; those of questions are unique over all steps."""
    seen: set[tuple[Place | str, str]] = set()
    for place, entry in entries(policy):
        id_ = getattr(entry, "id", None)
        if id_ is None:
            continue
        among = "questions" if place[-2] == "questions" else place[:-1]
        if (among, id_) in seen:
            yield Remark((*place, "id"), f"{describe(place, entry)} is here twice.")
        seen.add((among, id_))


def _find_reserved(policy: Policy) -> Iterator[Remark]:
    """Find ids that are reserved words."""
    for place, entry in entries(policy):
        id_, section = getattr(entry, "id", None), place[-2] if len(place) > 1 else ""
        taken = {"options": NOT_SURE, "data_classes": NOT_SURE, "questions": "tools"}
        if id_ is None or id_ not in {taken.get(str(section)), *_tool_words(section)}:
            continue
        yield Remark(
            (*place, "id"), f"{describe(place, entry)} needs another id: this one is taken."
        )


def _tool_words(section: str | int) -> Collection[str]:
    return (NOT_SURE, OTHER_TOOL) if section == "tools" else ()


def _dangling(policy: Policy) -> Iterator[Remark]:
    """Find references to tiers, evidence, modules and data classes that do not exist."""
    tiers = {tier.id for tier in policy.tiers}
    evidence = {each.id for each in policy.evidence}
    modules = {module.id for module in policy.modules}
    data_classes = {data_class.id for data_class in policy.data_classes}
    known: dict[tuple[str, str], tuple[str, Collection[str]]] = {
        ("rules", "tier"): ("tiers", tiers),
        ("rules", "asks"): ("titles", {title.id for title in policy.titles}),
        ("tiers", "evidence"): ("evidence", evidence),
        ("tiers", "training"): ("modules", modules),
        ("tools", "data"): ("data_classes", data_classes),
        ("tools", "with_approval"): ("data_classes", data_classes),
    }
    for place, entry in entries(policy):
        for (section, field), (misses, ids) in known.items():
            if place[:-1] != (section,):
                continue
            mentioned = getattr(entry, field)
            for id_ in (mentioned,) if isinstance(mentioned, str) else mentioned:
                if id_ not in ids:
                    message = f"{describe(place, entry)}: there is no {_NOUN[field]} `{id_}`."
                    message += did_you_mean(id_, ids)
                    yield Remark((*place, field), message, misses=misses)


_NOUN = {
    "tier": "tier",
    "asks": "title",
    "evidence": "evidence",
    "training": "module",
    "data": "data class",
    "with_approval": "data class",
}


def _zones(policy: Policy) -> Iterator[Remark]:
    """Find time zones that are not in the IANA database."""
    known = available_timezones()
    for number, office in enumerate(policy.offices):
        if office.zone not in known:
            message = f"Office `{office.id}`: there is no time zone `{office.zone}`."
            place = ("offices", number, "zone")
            yield Remark(place, message + did_you_mean(office.zone, known))


def _roles(policy: Policy) -> Iterator[tuple[str, Remark]]:
    """Find question roles stated twice or by a question of the wrong kind, by question id."""
    seen: set[str] = set()
    for place, question in entries(policy):
        if not isinstance(question, Question) or question.role is None:
            continue
        role, kind = question.role, KIND_OF_ROLE[question.role]
        if role in seen:
            message = f"{describe(place, question)}: another question has the role `{role}`."
            yield question.id, Remark((*place, "role"), message)
        elif question.kind != kind:
            message = f"{describe(place, question)}: the role `{role}` needs the kind {kind}."
            yield question.id, Remark((*place, "role"), message)
        seen.add(role)


def _find_missing_roles(policy: Policy, misplaced: Collection[str]) -> Iterator[Remark]:
    """Find required roles that no question has.

    A question that is *misplaced* in another role would have this one once that is put right.
    """
    for role in REQUIRED_ROLES:
        question = policy.question_for(role)
        if question is None and role in misplaced:
            continue
        always = question and question.required and question.ask_when is None
        if question is None or question.kind != "text" or not always:
            message = (
                f"The form needs a question `{role}` of kind text that everybody answers, "
                f"or one with `role: {role}`."
            )
            yield Remark(("intake",), message)


def _unknown_names(policy: Policy, place: Place, name: str, expression: str) -> Iterator[Remark]:
    """Find names in conditions that belong to no question."""
    facts = {id_ for id_, question in policy.questions.items() if question.is_fact}
    bound = set(_BOUND.findall(expression))
    for word in cel.compile(expression).variables():
        if word in facts | bound | {"tools"}:
            continue
        if word in policy.questions:
            message = f"{name} looks at `{word}`, which is written for readers, not for rules."
        else:
            message = f"{name} looks at `{word}`, but no question has this id."
            message += did_you_mean(word, facts)
        yield Remark(place, message, misses="intake")


def _too_many(policy: Policy, place: Place, name: str, expression: str) -> Iterator[Remark]:
    """Find conditions with more combinations of answers than can be enumerated."""
    count = policy.conditions.combinations(expression)
    if count > MAX_COMBINATIONS:
        asked = ", ".join(f"`{id_}`" for id_ in policy.conditions.rests_on(expression))
        yield Remark(
            place,
            f"{name} rests on too much at once: {asked} have {count:,} combinations of answers, "
            f"and {MAX_COMBINATIONS:,} are the most. Split it, or offer fewer options.",
        )


def _asked_too_early(
    policy: Policy, order: dict[str, int], place: Place, expression: str
) -> Iterator[Remark]:
    """Find questions shown on the answer of a later question."""
    _, step, _, number, _ = place
    question = policy.intake[int(step)].questions[int(number)]
    for id_ in policy.conditions.reads(expression):
        if order[id_] >= order[question.id]:
            yield Remark(
                place, f"Question `{question.id}` waits for `{id_}`, which is not asked before it."
            )
