"""Check: every answer that may be suggested has a design sentence and a proof."""

from collections.abc import Collection, Iterator

from governance.checking.doubtful import Doubtful
from governance.checking.finding import Place, Remark, did_you_mean
from governance.checking.walk import describe, entries
from governance.policy import Option, Policy, Question


def find_remarks(policy: Policy, doubtful: Doubtful) -> Iterator[Remark]:
    """Find suggestible answers without a design, and options that exclude each other."""
    known = None if doubtful.has("evidence", "id") else {each.id for each in policy.evidence}
    for place, entry in entries(policy):
        if isinstance(entry, Question):
            yield from _of_question(place, entry)
        if isinstance(entry, Question | Option):
            yield from _proof(place, entry, known)


def _of_question(place: Place, question: Question) -> Iterator[Remark]:
    designed = question.design or any(option.design for option in question.options)
    if question.changeable and not designed:
        yield Remark(
            place,
            f"{describe(place, question)} is changeable, but nothing says what to build otherwise. "
            "Give it, or the options to suggest, a `design` and a `proof`.",
        )
    if designed and not question.changeable:
        message = f"{describe(place, question)} has a `design`, but is not `changeable: true`."
        yield Remark(place, message, "warning")
    for number, option in enumerate(question.options):
        if question.kind == "choices" and option.id == "none" and not option.exclusive:
            message = (
                f"{describe(place, question)}: `none` can be ticked beside the other options. "
            )
            here = (*place, "options", number)
            yield Remark(here, message + "If it excludes them, say `exclusive: true`.", "warning")


def _proof(
    place: Place, entry: Question | Option, known: Collection[str] | None
) -> Iterator[Remark]:
    """Find designs without proof, and proofs that name no evidence."""
    name = describe(place, entry)
    if entry.design and not entry.proof:
        message = f"{name} has a `design`, but no `proof`: an evidence's id, or what would show it."
        yield Remark((*place, "design"), message)
    if known is not None and isinstance(entry.proof, str) and entry.proof not in known:
        message = f"{name}: there is no evidence `{entry.proof}`."
        yield Remark((*place, "proof"), message + did_you_mean(entry.proof, known))
