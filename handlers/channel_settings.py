"""How the assistant behaves in a channel that others read: the lead's choice, made there."""

from governance import ChannelSettings, Role
from handlers.form import (
    Choice,
    ChoiceField,
    Form,
    clean,
    errors_in_words,
    mistakes,
    refill,
)
from handlers.reply import Notice, Reply, Tone
from handlers.turn import Command, Desk, Submitted, Turn

EVERYBODY, ASKER = "everybody", "asker"
YES, NO = "yes", "no"


async def start(turn: Turn, desk: Desk) -> Reply:
    """Ask how to behave in the channel that this is said in."""
    room = turn.place.room_name
    if not room:
        return Reply((Notice(desk.wording("channel-where")),))
    return Reply((_form(room, await desk.records.channel_settings.find(room), desk),))


async def save(turn: Turn, desk: Desk) -> Reply:
    """Remember what was chosen, from the next question on."""
    form = _form(turn.text, await desk.records.channel_settings.find(turn.text), desk)
    values = clean(form, turn.what.values if isinstance(turn.what, Submitted) else {})
    if wrong := mistakes(form, values):
        return Reply((refill(form, values, errors_in_words(wrong, desk.wording)),))
    await desk.records.channel_settings.choose(
        turn.text,
        private_first=values["first"] == ASKER,
        follows_up=values["threads"] == YES,
        by=turn.person,
        at=turn.at,
    )
    return Reply((Notice(desk.wording("channel-saved"), Tone.GOOD),))


def _form(room: str, known: ChannelSettings | None, desk: Desk) -> Form:
    words = desk.wording
    first = ChoiceField(
        "first",
        words("channel-first"),
        (
            Choice(EVERYBODY, words("channel-first-everybody")),
            Choice(ASKER, words("channel-first-asker")),
        ),
        value=ASKER if known and known.private_first else EVERYBODY,
    )
    threads = ChoiceField(
        "threads",
        words("channel-threads"),
        (Choice(YES, words("channel-threads-yes")), Choice(NO, words("channel-threads-no"))),
        value=NO if known and not known.follows_up else YES,
    )
    title, submit = words("channel-title"), words("form-send")
    return Form("channel.save", room, title, (first, threads), submit, words("channel-intro"))


COMMAND = Command("channel", start, verbs={"save": save}, roles=frozenset({Role.LEAD}))
