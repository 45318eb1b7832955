"""What is said beside a reply: what a sentence was taken for, and which form waits."""

from governance import Draft
from handlers.intent import Meaning
from handlers.reply import Button, Buttons, Notice, Reply
from handlers.turn import Desk, Turn
from handlers.wording import Wording
from knowledge import mask


def command_of(draft: Draft) -> str:
    """Name the command that a draft belongs to."""
    return draft.kind.partition(".")[0]


def waiting(left: Draft, words: Wording) -> tuple[Notice, Buttons]:
    """Say that a draft that was turned away from waits, and how to go on with it."""
    name = command_of(left)
    waits = "form-waits" if left.kind == name else "form-waits-changes"
    go_on = Button(words("form-go-on"), f"{name}.continue", left.key)
    return Notice(words(waits, command=name)), Buttons((go_on,))


async def with_undo(reply: Reply, turn: Turn, desk: Desk, meaning: Meaning) -> Reply:
    """Show which command a sentence was taken for, and a way back that leaves nothing behind."""
    words = desk.wording
    took = words("intent-took", meaning=words(f"intent-name-{meaning.command}"))
    asked = mask(turn.text).text  # a reply is kept, and a question is covered up all the same
    action, value = "ask.question", asked
    draft = await desk.records.drafts.find_open(turn.person, meaning.command)
    if draft and draft.started_at == turn.at:
        action, value = "ask.instead", f"{draft.kind}:{draft.key} {asked}"
    undo = Buttons((Button(words("intent-undo"), action, value),))
    return reply.under(Notice(took), undo)
