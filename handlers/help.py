"""What the assistant can do for this person, and kind words for what is no command."""

from difflib import get_close_matches

from governance import Role
from handlers.reply import Button, Buttons, Card, Notice, Reply, Text, Tone
from handlers.turn import Command, Desk, Turn

COMMON_COMMANDS = ("register", "office-hours", "home")
"""What most people come for, besides asking."""


async def start(turn: Turn, desk: Desk) -> Reply:
    """List what this person can do, each with sentences to say and a button to try."""
    return Reply((Text(desk.wording("help-intro")), *_commands(turn, desk)))


async def greet(turn: Turn, desk: Desk) -> Reply:
    """Greet back, and offer what most people come for."""
    words = desk.wording
    hello = Text(words("help-hello", name=turn.person.name.split(" ")[0]))
    ways = tuple(
        Button(words(f"intent-name-{name}"), f"{name}.start")
        for name in (*COMMON_COMMANDS, COMMAND.name)
        if name in {command.name for command in desk.commands}
    )
    return Reply((hello, Buttons(ways)))


async def thank(_turn: Turn, desk: Desk) -> Reply:
    """Answer somebody who says thank you or goodbye."""
    return Reply.text(desk.wording("help-welcome"))


async def agree(_turn: Turn, desk: Desk) -> Reply:
    """Answer somebody who only agrees to what was said."""
    return Reply.text(desk.wording("help-agreed"))


async def put_off(_turn: Turn, desk: Desk) -> Reply:
    """Answer somebody who wants nothing to be booked or begun: nothing was."""
    return Reply.text(desk.wording("cancel-put-off"))


async def wonder(_turn: Turn, desk: Desk) -> Reply:
    """Ask somebody who said nothing yet what they would like to know."""
    lines = (
        line
        for command in ("ask", *COMMON_COMMANDS)
        for line in desk.wording.lines(f"{command}-examples")[:1]
    )
    examples = "\n".join(f"- {line}" for line in lines)
    more = Button(desk.wording("intent-name-help"), "help.start")
    return Reply((Text(f"{desk.wording('help-wonder')}\n\n{examples}"), Buttons((more,))))


async def answer_unknown_command(turn: Turn, desk: Desk) -> Reply:
    """Say that there is no such command, name the one that was probably meant, and list all."""
    words, typed = desk.wording, turn.text[:40]
    names = [command.name for command in _allowed(turn, desk)]
    near = get_close_matches(typed, names, n=1, cutoff=0.5)
    said = (
        words("help-did-you-mean", typed=typed, name=near[0])
        if near
        else words("help-unknown", typed=typed)
    )
    return Reply((Notice(said, Tone.CAREFUL), *_commands(turn, desk, first=near)))


async def stale(_turn: Turn, desk: Desk) -> Reply:
    """Say that a button is too old to mean anything."""
    return Reply((Notice(desk.wording("refusal-stale"), Tone.CAREFUL),))


async def not_for_you(turn: Turn, desk: Desk) -> Reply:
    """Refuse a command that other roles are for; its name is the turn's text."""
    wanted = next(each.roles for each in desk.commands if each.name == turn.text)
    key = "refusal-role" if Role.REVIEWER in wanted else "refusal-lead"
    return Reply((Notice(desk.wording(key, command=turn.text), Tone.CAREFUL),))


def _allowed(turn: Turn, desk: Desk) -> list[Command]:
    return [command for command in desk.commands if command.is_for(turn.person, desk.policy)]


def _commands(turn: Turn, desk: Desk, first: list[str] | None = None) -> list[Card]:
    """Show the commands this person may use, the ones named *first* on top."""
    words = desk.wording
    ranked = sorted(_allowed(turn, desk), key=lambda command: command.name not in (first or []))
    return [
        Card(
            words(f"{command.name}-summary"),
            subtitle=f"/{command.name}",
            markdown="\n".join(f"- {line}" for line in words.lines(f"{command.name}-examples")),
            buttons=(Button(words("help-try"), f"{command.name}.start"),),
        )
        for command in ranked
        if command.name != COMMAND.name
    ]


COMMAND = Command(
    "help",
    start,
    verbs={
        "greet": greet,
        "thank": thank,
        "agree": agree,
        "put-off": put_off,
        "wonder": wonder,
        "unknown": answer_unknown_command,
    },
    for_all=True,
)
