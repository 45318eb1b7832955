"""Registering a solution: a form or a conversation, a tier with its reasons, a reference."""

from handlers.register import answer_fit, challenge, conversation_flow, form_flow, opening, outcome
from handlers.turn import Command

COMMAND = Command(
    "register",
    opening.start,
    verbs={
        "continue": opening.go_on,
        "over": opening.start_over,
        "revise": opening.revise,
        "step": form_flow.submit,
        "back": form_flow.back,
        "again": form_flow.again,
        "change": form_flow.change,
        "form": form_flow.as_form,
        "talk": conversation_flow.talk,
        "answer": conversation_flow.take_answer,
        "previous": conversation_flow.ask_previous,
        "said": conversation_flow.read_text,
        "stop": conversation_flow.stop,
        "correct": challenge.correct,
        "stand": challenge.stand,
        "confirm": outcome.confirm,
        "save": outcome.save,
    },
    hears=answer_fit.hears,
)

__all__ = ["COMMAND"]
