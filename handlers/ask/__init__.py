"""Asking the handbook: an answer with its clauses, what the rules say, and people who know more."""

from handlers.ask import answers, team
from handlers.ask.answers import EVERYONE, LONGEST, remarks, source, warnings
from handlers.ask.policy_answer import Ruled, ruled
from handlers.turn import Command

COMMAND = Command(
    "ask",
    answers.start,
    verbs={
        "question": answers.start,
        "instead": answers.instead,
        "helpful": answers.helpful,
        "unhelpful": answers.unhelpful,
        "team": team.send,
        "reply": team.compose,
        "send": team.reply,
    },
    for_all=True,
)

__all__ = ["COMMAND", "EVERYONE", "LONGEST", "Ruled", "remarks", "ruled", "source", "warnings"]
