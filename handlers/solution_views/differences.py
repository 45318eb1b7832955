"""Where the words of a description and the answers differ, as a person reads it."""

from governance import Answers, Challenge, challenges
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


def show_differences(desk: Desk, answers: Answers) -> tuple[Block, ...]:
    """Show a reviewer every contradiction that nobody resolved; nothing where there is none."""
    words, key = desk.wording, "solutions-difference"
    found = challenges(desk.policy, answers)
    lines = [f"- {say_difference(desk, each, words, key)}" for each in found]
    if not lines:
        return ()
    title = words("solutions-differences-title")
    return (Card(title, tone=Tone.CAREFUL, markdown="\n".join(lines)),)
