"""Warnings: what is valid but probably not intended."""

from collections.abc import Iterator
from itertools import pairwise

from governance.checking.doubtful import Doubtful
from governance.checking.finding import Remark, is_within
from governance.checking.walk import conditions, texts
from governance.policy import Policy, Tier

MIN_QUESTIONS = 3
"""A step with fewer questions than this is a page turned for little."""


def find_remarks(policy: Policy, doubtful: Doubtful) -> Iterator[Remark]:
    """Find unused entries, wrong order, and missing translations.

    What depends on something *doubtful* is left out.
    """
    if not doubtful.any_condition:
        yield from _unused_questions(policy, doubtful)
    if not doubtful.has("rules", "tier") and not doubtful.has("tiers", "id"):
        yield from _unused_tiers(policy)
    yield from _steps(policy)
    yield from _tools(policy)
    if not doubtful.has("tiers", *_CARE):
        yield from _less_careful_tiers(policy)
    yield from _languages(policy, doubtful)


_CARE = ("id", "allowed", "evidence", "training", "review", "re_review_months")
"""The fields of a tier that say how much care it asks for."""


def _unused_questions(policy: Policy, doubtful: Doubtful) -> Iterator[Remark]:
    """Find questions that no condition reads."""
    used = {id_ for _, _, when in conditions(policy) for id_ in policy.conditions.reads(when)}
    for step, each in enumerate(policy.intake):
        for number, question in enumerate(each.questions):
            place = ("intake", step, "questions", number)
            informs = question.informs or (*place, "informs") in doubtful.places
            if question.is_fact and not informs and question.id not in used:
                yield Remark(
                    place,
                    f"Question `{question.id}` is asked, but no rule looks at the answer. "
                    "If only people read it, say `informs: true`.",
                    "warning",
                )


def _unused_tiers(policy: Policy) -> Iterator[Remark]:
    """Find tiers above the lowest that no rule assigns."""
    reached = {rule.tier for rule in policy.rules}
    for rank, tier in enumerate(policy.tiers):
        if rank and tier.id not in reached:
            yield Remark(("tiers", rank), f"No rule leads to tier `{tier.id}`.", "warning")


def _steps(policy: Policy) -> Iterator[Remark]:
    """Find form steps with too few questions."""
    for step, each in enumerate(policy.intake):
        count = len(each.questions)
        if count < MIN_QUESTIONS:
            message = f"Step `{each.id}` has {count} of the usual 3 to 6 questions."
            yield Remark(("intake", step), message, "warning")


def _tools(policy: Policy) -> Iterator[Remark]:
    """Find data classes that a tool may see both freely and with approval only."""
    for number, tool in enumerate(policy.tools):
        for id_ in sorted(set(tool.data) & set(tool.with_approval)):
            message = f"Tool `{tool.id}` may see `{id_}` both freely and with approval only."
            yield Remark(("tools", number, "with_approval"), message, "warning")


def _less_careful_tiers(policy: Policy) -> Iterator[Remark]:
    """Find tiers that ask for less care than the tier below them."""
    for rank, (lower, higher) in enumerate(pairwise(policy.tiers), start=1):
        for words in _less_careful(lower, higher) if higher.allowed else ():
            message = f"Tier `{higher.id}` {words}, though `{lower.id}` below it is stricter."
            yield Remark(("tiers", rank), message, "warning")


def _less_careful(lower: Tier, higher: Tier) -> Iterator[str]:
    for id_ in lower.evidence:
        if id_ not in higher.evidence:
            yield f"does not ask for evidence `{id_}`"
    for id_ in lower.training:
        if id_ not in higher.training:
            yield f"does not ask for module `{id_}`"
    if lower.review and (not higher.review or _days(higher) < _days(lower)):
        yield f"has {_days(higher)} working days of review" if higher.review else "has no review"
    if lower.re_review_months and (higher.re_review_months or 61) > lower.re_review_months:
        yield "is reviewed again later or never"


def _days(tier: Tier) -> int:
    return tier.review.working_days if tier.review else 0


def _languages(policy: Policy, doubtful: Doubtful) -> Iterator[Remark]:
    """Find texts without a language that other texts have."""
    found = [each for each in texts(policy) if not is_within(each[0], doubtful.places)]
    for language in sorted({language for _, text in found for language in text.root}):
        lacking = [(place, text) for place, text in found if language not in text.root]
        if lacking:
            place, first = lacking[0]
            message = (
                f"{len(lacking)} of {len(found)} texts are not in `{language}`, "
                f"such as “{first.to('en')}”."
            )
            yield Remark(place, message, "warning")
