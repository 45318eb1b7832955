"""Registering a solution: a form or a conversation, a tier with its reasons, a reference."""

from handlers.register import answer_fit, challenge, conversation, opening, outcome, steps
from handlers.turn import Command

COMMAND = Command(
    "register",
    opening.start,
    verbs={
        "continue": opening.go_on,
        "over": opening.start_over,
        "revise": opening.revise,
        "step": steps.submit,
        "back": steps.back,
        "again": steps.again,
        "change": steps.change,
        "form": steps.as_form,
        "talk": conversation.talk,
        "answer": conversation.take_answer,
        "previous": conversation.ask_previous,
        "said": conversation.read_text,
        "stop": conversation.stop,
        "correct": challenge.correct,
        "stand": challenge.stand,
        "confirm": outcome.confirm,
        "save": outcome.save,
    },
    hears=answer_fit.hears,
)

__all__ = ["COMMAND"]
