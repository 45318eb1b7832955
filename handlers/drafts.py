"""What is said about a draft that waits, wherever somebody turned away from it."""

from governance import Draft
from handlers.reply import Button, Buttons, Notice
from handlers.wording import Wording


def command_of(draft: Draft) -> str:
    """Name the command that a draft belongs to."""
    return draft.kind.partition(".")[0]


def waiting(draft: Draft, words: Wording) -> tuple[Notice, Buttons]:
    """Say that a draft waits, and how to go on with it."""
    name = command_of(draft)
    waits = "form-waits" if draft.kind == name else "form-waits-changes"
    go_on = Button(words("form-go-on"), f"{name}.continue", draft.key)
    return Notice(words(waits, command=name)), Buttons((go_on,))
