"""Reviewing: what waits, one case at a time, and the decision that the maker is told."""

from governance import Role
from handlers.review import cases, deciding
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
        "approving": deciding.approving,
        "asking": deciding.asking,
        "rejecting": deciding.rejecting,
        "approve": deciding.approve,
        "ask": deciding.ask,
        "reject": deciding.reject,
    },
    roles=ROLES,
)

__all__ = ["COMMAND"]
