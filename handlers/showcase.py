"""The showcase: what colleagues have built, and telling everybody about one's own."""

from governance import ShowcaseEntry, Solution
from handlers.form import (
    Choice,
    ChoiceField,
    Form,
    TextField,
    clean,
    errors_in_words,
    mistakes,
    refill,
)
from handlers.reply import Button, Buttons, Card, Notice, Reply, Text, Tone, verbatim
from handlers.turn import Command, Desk, Submitted, Turn
from handlers.wording import Wording

STORY_MAX_CHARS = 1000
"""How many characters a story may have: a minute of reading."""


async def start(turn: Turn, desk: Desk) -> Reply:
    """Show the newest stories, and invite to tell one."""
    words = desk.wording
    recent = await desk.records.showcase.list_recent()
    entries = [entry for entry in recent if _is_allowed(desk, entry.solution)]
    shown = [_card(entry, words, turn.person.zone) for entry in entries]
    intro = words("showcase-intro" if entries else "showcase-empty")
    share = Button(words("showcase-share"), "showcase.share", main=not entries)
    return Reply((Text(intro), *shown, Buttons((share,))))


async def share(turn: Turn, desk: Desk) -> Reply:
    """Give the form to tell about a solution; the value may name which."""
    approved = await _list_approved(turn, desk)
    words = desk.wording
    if not approved:
        see = Button(words("refusal-see-solutions"), "solutions.start")
        return Reply((Notice(words("showcase-none-approved")), Buttons((see,))))
    chosen = turn.text if turn.text in {each.reference for each in approved} else ""
    return Reply((_form(approved, words, chosen),))


async def send(turn: Turn, desk: Desk) -> Reply:
    """Put a story into the showcase; telling it again replaces it."""
    if not isinstance(turn.what, Submitted):
        return await share(turn, desk)
    words = desk.wording
    form = _form(await _list_approved(turn, desk), words)
    values = clean(form, turn.what.values)
    wrong = mistakes(form, values)
    if wrong:
        return Reply((refill(form, values, errors_in_words(wrong, words)),))
    solution = await desk.records.registry.get(str(values["solution"]))
    entry = await desk.records.showcase.share(
        solution, story=str(values["story"]), by=turn.person, at=turn.at
    )
    thanks = Notice(words("showcase-shared"), Tone.GOOD)
    return Reply((thanks, _card(entry, words, turn.person.zone)))


async def _list_approved(turn: Turn, desk: Desk) -> tuple[Solution, ...]:
    """Find the person's solutions that may be shown to everybody."""
    solutions = await desk.records.registry.list_owned_by(turn.person)
    return tuple(
        each
        for each in solutions
        if each.live is not None and not each.is_retired and _is_allowed(desk, each)
    )


def _is_allowed(desk: Desk, solution: Solution) -> bool:
    """Tell what people may follow from what nobody builds, whoever approved it."""
    return desk.policy.tier(solution.tier).allowed


def _form(approved: tuple[Solution, ...], words: Wording, chosen: str = "") -> Form:
    choices = tuple(Choice(each.reference, f"{each.reference} {each.name}") for each in approved)
    only = choices[0].id if len(choices) == 1 else ""
    return Form(
        "showcase.send",
        "",
        words("showcase-form"),
        (
            ChoiceField("solution", words("showcase-which"), choices, value=chosen or only),
            TextField(
                "story",
                words("showcase-story"),
                hint=words("showcase-story-hint"),
                multiline=True,
                max_length=STORY_MAX_CHARS,
            ),
        ),
        words("showcase-submit"),
    )


def _card(entry: ShowcaseEntry, words: Wording, zone: str) -> Card:
    solution = entry.solution
    return Card(
        solution.name,
        subtitle=words(
            "showcase-by", name=solution.owner.name, on=words.day(entry.shared_at, zone)
        ),
        markdown=verbatim(entry.story),
    )


COMMAND = Command("showcase", start, verbs={"share": share, "send": send})
