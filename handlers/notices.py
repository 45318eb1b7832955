"""What is said beside a reply: what a sentence was taken for, and which form waits."""

from governance import Draft
from handlers.intent import ASK, CANCEL, HELP, Meaning
from handlers.reply import Button, Buttons, Card, Notice, Reply
from handlers.turn import Desk, Pressed, Said, Turn
from handlers.wording import Wording
from knowledge import mask


def command_of(draft: Draft) -> str:
    """Name the command that a draft belongs to."""
    return draft.kind.partition(".")[0]


def left_by(
    turn: Turn, command: str, meaning: Meaning | None, asking: Draft | None
) -> Draft | None:
    """Return the draft *asking* here if a *turn* to a *command* turns away from what it asks.

    A question in between, or a kind word, does not: what is typed next is an answer again.
    """
    is_kind = meaning is not None and command == HELP
    if asking is None or command == ASK or is_kind:
        return None
    is_typed = isinstance(turn.what, Said) and turn.text.lstrip().startswith("/")
    return asking if is_typed or command != command_of(asking) else None


def can_undo(command: str, meaning: Meaning) -> bool:
    """Tell whether a sentence was taken for a *command* that may not have been wanted."""
    only_asks = (meaning.command, meaning.verb) == ("home", CANCEL)
    return command not in (ASK, HELP) and not only_asks


async def with_waiting(
    reply: Reply, draft: Draft, turn: Turn, desk: Desk, *, is_here: bool
) -> Reply:
    """Add to a *reply* that a *draft* waits, unless it says so itself or has just ended it."""
    go_on = (f"{command_of(draft)}.continue", draft.key)
    rows = (each.buttons for each in reply.blocks if isinstance(each, Card | Buttons))
    if any((each.action, each.value) == go_on for row in rows for each in row):
        return reply
    held = await desk.records.drafts.find_open(turn.person, draft.kind)
    if held is None or held.key != draft.key:
        return reply
    return reply.then(*waiting(draft, desk.wording, is_here=is_here))


def waiting(left: Draft, words: Wording, *, is_here: bool = False) -> tuple[Notice, Buttons]:
    """Say that a draft waits, for what is typed next if *is_here*, and how to go on with it."""
    name = command_of(left)
    waits = "form-waits" if left.kind == name else "form-waits-changes"
    if is_here:
        waits = "form-waits-here" if left.kind == name else "form-waits-changes-here"
    go_on = Button(words("form-go-on"), f"{name}.continue", left.key)
    return Notice(words(waits, command=name)), Buttons((go_on,))


def offers(
    meaning: Meaning | None, take: Pressed | None, words: Wording
) -> tuple[Notice | Buttons, ...]:
    """Offer what may have been wanted where a question was answered.

    That is a command, or to *take* what was typed for the answer that a draft waits for.
    """
    if take:
        answer = Button(words("form-is-answer"), take.action, take.value)
        return Notice(words("form-question-or-answer")), Buttons((answer,))
    if meaning and meaning.near:
        wanted = Button(words(f"intent-name-{meaning.near}"), f"{meaning.near}.start")
        return Notice(words("intent-near")), Buttons((wanted,))
    return ()


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
