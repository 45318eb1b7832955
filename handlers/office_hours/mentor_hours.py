"""A mentor's own hours: on which days, from when to when, for how long, and what for."""

from collections.abc import Mapping
from datetime import time

from babel.dates import get_day_names

from governance import Mentor, NotAMentorError, Role
from handlers.form import (
    Choice,
    ChoiceField,
    ChoicesField,
    Form,
    Value,
    clean,
    errors_in_words,
    mistakes,
    refill,
)
from handlers.reply import Button, Buttons, Notice, Reply, Tone
from handlers.turn import Desk, Submitted, Turn
from handlers.wording import Wording

TIMES_OF_DAY = tuple(f"{hour:02}:{minute:02}" for hour in range(6, 22) for minute in (0, 30))
"""When hours may begin and end, on the mentor's own clock."""

SLOT_MINUTES = ("15", "20", "30", "45", "60")
"""How many minutes a slot may last."""

DEFAULT_HOURS: Mapping[str, Value] = {"from": "14:00", "until": "16:00", "minutes": "30"}
"""What the form proposes to a mentor who has no hours yet."""


async def edit(turn: Turn, desk: Desk) -> Reply:
    """Show a mentor their hours, to be changed."""
    _require_mentor(turn)
    mentors = await desk.records.office_hours.list_mentors()
    mine = next((each for each in mentors if each.person.id == turn.person.id), None)
    return Reply((refill(_form(turn, desk), _current_values(mine) if mine else DEFAULT_HOURS, {}),))


async def save(turn: Turn, desk: Desk) -> Reply:
    """Replace a mentor's hours."""
    _require_mentor(turn)
    words, form = desk.wording, _form(turn, desk)
    values = clean(form, turn.what.values if isinstance(turn.what, Submitted) else {})
    if wrong := errors_in_words(mistakes(form, values), words) or _check_times(values, words):
        return Reply((refill(form, values, wrong),))
    await desk.records.office_hours.set_hours(
        turn.person,
        topics=values["topics"],
        weekdays=[int(day) for day in values["days"]],
        start=_time(values["from"]),
        end=_time(values["until"]),
        zone=turn.person.zone,
        minutes=int(str(values["minutes"])),
        at=turn.at,
    )
    mine = Button(words("office-hours-see-mine"), "office-hours.mine", main=True)
    return Reply((Notice(words("office-hours-hours-set"), Tone.GOOD), Buttons((mine,))))


def _require_mentor(turn: Turn) -> None:
    """Refuse everybody else."""
    if Role.MENTOR not in turn.person.roles:
        raise NotAMentorError(str(turn.person.id))


def _current_values(mentor: Mentor) -> Mapping[str, Value]:
    """Fill the form with the hours there are."""
    first = mentor.hours[0]
    return {
        "topics": tuple(sorted(mentor.topics)),
        "days": tuple(str(each.weekday) for each in mentor.hours),
        "from": f"{first.start:%H:%M}",
        "until": f"{first.end:%H:%M}",
        "minutes": str(first.minutes),
    }


def _form(turn: Turn, desk: Desk) -> Form:
    words = desk.wording
    names = get_day_names("wide", locale=words.locale)
    topics = (Choice(each.id, each.name.to(words.locale)) for each in desk.policy.topics)
    times = tuple(Choice(each, each) for each in TIMES_OF_DAY)
    lengths = (Choice(each, words("office-hours-minutes", minutes=each)) for each in SLOT_MINUTES)
    return Form(
        action="office-hours.set",
        key=str(turn.person.id),
        title=words("office-hours-set"),
        intro=words("office-hours-set-intro", zone=turn.person.zone),
        fields=(
            ChoicesField("topics", words("office-hours-field-topics"), tuple(topics)),
            ChoicesField(
                "days",
                words("office-hours-field-days"),
                tuple(Choice(str(day), names[day]) for day in range(7)),
            ),
            ChoiceField("from", words("office-hours-field-from"), times),
            ChoiceField("until", words("office-hours-field-until"), times),
            ChoiceField("minutes", words("office-hours-field-minutes"), tuple(lengths)),
        ),
        submit=words("office-hours-set-submit"),
    )


def _check_times(values: Mapping[str, Value], words: Wording) -> dict[str, str]:
    """Say at the field when not even one slot fits between the two times."""
    start, end = (_time(values[name]) for name in ("from", "until"))
    there = (end.hour - start.hour) * 60 + end.minute - start.minute
    if there >= int(str(values["minutes"])):
        return {}
    return {"until": words("office-hours-too-short")}


def _time(value: Value) -> time:
    return time.fromisoformat(str(value))
