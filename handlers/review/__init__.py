"""Reviewing: what waits, one case at a time, and the decision that the maker is told."""

from governance import Role
from handlers.review import cases, decisions
from handlers.turn import Command

ROLES = frozenset({Role.REVIEWER, Role.LEAD})
"""Who may review."""

COMMAND = Command(
    "review",
    cases.start,
    verbs={
        "open": cases.open_,
        "take": cases.take,
        "return": cases.give_back,
        "approving": decisions.ask_approval,
        "asking": decisions.ask_changes,
        "rejecting": decisions.ask_rejection,
        "approve": decisions.approve,
        "ask": decisions.ask,
        "reject": decisions.reject,
    },
    roles=ROLES,
)

__all__ = ["COMMAND"]
