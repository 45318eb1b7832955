"""What a typed text is to the question that a registration asks in the conversation (pure)."""

from collections.abc import Sequence

from governance import Draft, Policy, Question
from handlers.phrase_match import means
from handlers.register import typed_answer
from handlers.register.filling import Filling
from handlers.turn import Fit
from handlers.wording import wording


def hears(draft: Draft, policy: Policy, text: str) -> Fit:
    """Tell whether *text* answers what *draft* asks; a text field takes whatever is typed."""
    if means("register-words-stop", text) or means("register-words-back", text):
        return Fit.ANSWER
    asked = Filling.of(draft, policy, wording()).questions
    position = position_in(draft, asked)
    if position == len(asked):
        return Fit.ANSWER if means("register-words-yes", text) else Fit.NOTHING
    given = typed_answer.parse_answer(policy, asked[position], text)
    if given is None:
        return Fit.NOTHING
    return Fit.ANYTHING if given and asked[position].kind == "text" else Fit.ANSWER


def position_in(draft: Draft, asked: Sequence[Question]) -> int:
    """Tell which of the questions *asked* the conversation is at; the number of all at the end."""
    return min(max(0, draft.step - 1), len(asked))
