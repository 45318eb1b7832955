"""Reviewing: what waits, one case at a time, and the decision that the maker is told."""

from governance import Role
from handlers.review import cases, commenting, decisions, handing, lifting, pausing, queue
from handlers.review.attempts import note_attempt
from handlers.turn import Command

ROLES = frozenset({Role.REVIEWER, Role.LEAD})
"""Who may review; whoever holds a title that reviews ask may, too."""

VERBS = {
    "more": queue.show_more,
    "open": cases.open_,
    "take": handing.take,
    "return": handing.give_back,
    "giving": handing.ask_to_whom,
    "give": handing.give,
    "leaving": handing.ask_cover,
    "leave": handing.leave,
    "approving": decisions.ask_approval,
    "overriding": decisions.ask_override,
    "asking": decisions.ask_changes,
    "rejecting": decisions.ask_rejection,
    "approve": decisions.approve,
    "override": decisions.override,
    "ask": decisions.ask,
    "reject": decisions.reject,
    "commenting": commenting.ask_comment,
    "comment": commenting.comment,
    "lifting": lifting.ask_condition,
    "lift": lifting.lift,
    "pausing": pausing.ask_reason,
    "pause": pausing.pause,
    "resume": pausing.resume,
}

COMMAND = Command(
    "review",
    queue.start,
    verbs=VERBS,
    roles=ROLES,
    for_titles=True,
    checked=frozenset({"start", *VERBS}),  # whoever a step is asked of has no role for it
)

__all__ = ["COMMAND", "note_attempt"]
