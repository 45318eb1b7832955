"""What kind of reply it is, wherever that decides how it is shown."""

from handlers import Buttons, Form, KeptFile, Notice, Reply, Sources, Text

TOLD = (Text, Notice, Sources, Buttons)
"""What an answer is made of; whatever else there is makes a reply somebody's own affair."""


def is_told(reply: Reply) -> bool:
    """Tell an answer, which anybody may read, from what is about somebody's own affairs."""
    return all(isinstance(block, TOLD) for block in reply.blocks)


def is_file(reply: Reply) -> bool:
    """Tell whether *reply* is nothing but a file that was asked for."""
    return bool(reply.blocks) and all(isinstance(block, KeptFile) for block in reply.blocks)


def form_in(reply: Reply) -> Form | None:
    """Find the form of a reply."""
    return next((block for block in reply.blocks if isinstance(block, Form)), None)
