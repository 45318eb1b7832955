"""Kinds of replies, as far as they decide how a reply is shown."""

from handlers import Buttons, Card, Form, KeptFile, Notice, Reply, Sources, Text

ANSWER_BLOCKS = (Text, Notice, Sources, Buttons)
"""Blocks with nothing to fill in or to keep."""

SHOW = "ask.clause"
"""The action that shows a clause."""

CASE_PREFIX = "review."
"""The prefix of every action on a case under review."""


def has_answer_blocks_only(reply: Reply) -> bool:
    """Whether a reply has nothing to fill in and no file to keep."""
    return all(isinstance(block, ANSWER_BLOCKS) for block in reply.blocks)


def is_from_handbook(reply: Reply) -> bool:
    """Whether a reply shows clauses of the handbook, or offers to."""
    return has_answer_blocks_only(reply) and any(
        isinstance(block, Sources)
        or (isinstance(block, Buttons) and any(each.action == SHOW for each in block.buttons))
        for block in reply.blocks
    )


def is_for_all(reply: Reply) -> bool:
    """Whether everybody in the conversation may read it; when in doubt, a reply is personal."""
    return reply.for_all and has_answer_blocks_only(reply)


def is_file(reply: Reply) -> bool:
    """Whether *reply* consists of stored files only."""
    return bool(reply.blocks) and all(isinstance(block, KeptFile) for block in reply.blocks)


def form_in(reply: Reply) -> Form | None:
    """Return the form in a reply, if it has one."""
    return next((block for block in reply.blocks if isinstance(block, Form)), None)


def is_case(reply: Reply) -> bool:
    """Return whether a reply is about a case that somebody may decide."""
    rows = (each.buttons for each in reply.blocks if isinstance(each, Card | Buttons))
    return any(each.action.startswith(CASE_PREFIX) for row in rows for each in row)


def public_outline(reply: Reply) -> Reply:
    """Keep of a case what all may know: which one it is, and how it stands.

    That is its first card; what the others say in their sections is left out with them.
    """
    first = next((each for each in reply.blocks if isinstance(each, Card)), None)
    shown = (Card(first.title, first.subtitle, first.status, first.tone),) if first else ()
    return Reply(shown)
