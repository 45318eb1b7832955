"""What kind of reply it is, wherever that decides how it is shown."""

from handlers import Buttons, Form, KeptFile, Notice, Reply, Sources, Text

TOLD = (Text, Notice, Sources, Buttons)
"""What an answer is made of."""


def is_told(reply: Reply) -> bool:
    """Tell a reply that is said from one in which there is something to fill in or to keep."""
    return all(isinstance(block, TOLD) for block in reply.blocks)


def is_for_all(reply: Reply) -> bool:
    """Tell what everybody who reads along may see; when in doubt, a reply is for one person."""
    return reply.for_all and is_told(reply)


def is_file(reply: Reply) -> bool:
    """Tell whether *reply* is nothing but a file that was asked for."""
    return bool(reply.blocks) and all(isinstance(block, KeptFile) for block in reply.blocks)


def form_in(reply: Reply) -> Form | None:
    """Find the form of a reply."""
    return next((block for block in reply.blocks if isinstance(block, Form)), None)
