"""Asking the handbook: an answer with its clauses, what the rules say, and people who know more."""

from handlers.ask import answers, team
from handlers.ask.answers import EVERYONE, QUESTION_MAX_CHARS, remarks, source, sources, warnings
from handlers.ask.policy_answer import RuledAnswer, with_ruling, wording_of
from handlers.turn import Command

COMMAND = Command(
    "ask",
    answers.start,
    verbs={
        "question": answers.start,
        "instead": answers.instead,
        "clause": answers.clause,
        "helpful": answers.rate_helpful,
        "unhelpful": answers.rate_unhelpful,
        "harm": answers.help_with_harm,
        "human": answers.offer_people,
        "upset": answers.apologise,
        "team": team.send,
        "reply": team.compose,
        "send": team.reply,
    },
    for_all=True,
)

__all__ = [
    "COMMAND",
    "EVERYONE",
    "QUESTION_MAX_CHARS",
    "RuledAnswer",
    "remarks",
    "source",
    "sources",
    "warnings",
    "with_ruling",
    "wording_of",
]
