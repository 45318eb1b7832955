"""Where the words of a description and the answers differ, as a person reads it."""

from governance import (
    AssessmentOutcome,
    Challenge,
    Solution,
    SolutionVersion,
    list_contradictions,
)
from handlers.reply import Block, Card, Tone, verbatim
from handlers.solution_views.assessment import answer_label
from handlers.turn import Desk
from handlers.wording import Wording


def say_difference(desk: Desk, challenge: Challenge, words: Wording, key: str) -> str:
    """Say what was written and that the answer says otherwise, by the message *key*."""
    question = challenge.question
    return words(
        key,
        quote=verbatim(challenge.quote),
        question=question.label.to(words.locale),
        says=answer_label(desk.policy, question, challenge.says, words),
        answer=answer_label(desk.policy, question, challenge.answer, words),
    )


def show_differences(desk: Desk, version: SolutionVersion) -> tuple[Block, ...]:
    """Show a reviewer every contradiction that nobody resolved; nothing where there is none.

    Where nobody would have read the version otherwise, it says that this is why.
    """
    words, lines = desk.wording, _differences(desk, version)
    if not lines:
        return ()
    why = [words("review-read-first"), ""] if _is_read_for_words(desk, version) else []
    title = words("solutions-differences-title")
    return (Card(title, tone=Tone.CAREFUL, markdown="\n".join([*why, *lines])),)


def explain_reading(desk: Desk, solution: Solution) -> tuple[str, ...]:
    """Tell the maker that a person reads the newest version for its words alone, and which."""
    version = solution.current
    lines = _differences(desk, version) if _is_read_for_words(desk, version) else []
    return ("\n".join([desk.wording("solutions-read-first"), "", *lines]),) if lines else ()


def _differences(desk: Desk, version: SolutionVersion) -> list[str]:
    """Say each contradiction of a version in a line."""
    words, key = desk.wording, "solutions-difference"
    found = list_contradictions(desk.policy, version.name, version.purpose, version.answers)
    return [f"- {say_difference(desk, each, words, key)}" for each in found]


def _is_read_for_words(desk: Desk, version: SolutionVersion) -> bool:
    """Tell whether nothing but its words keeps a version that is open from being approved."""
    is_free = desk.policy.tier(version.tier).review is None
    is_clear = version.outcome == AssessmentOutcome.TIER and not version.held_tier
    return version.state.is_open and is_free and is_clear
