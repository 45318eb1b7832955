"""Files that come with a message: which solution they are evidence for is asked afterwards."""

from collections.abc import Sequence

from handlers.form import (
    MAX_FILES,
    REFUSED,
    Choice,
    ChoiceField,
    FileField,
    Form,
    clean,
    errors_in_words,
    mistakes,
    refill,
)
from handlers.reply import Block, Button, Buttons, Notice, Reply, Tone
from handlers.solutions.evidence import get_own, hand_in, own_evidence, required_evidence
from handlers.turn import Desk, Pressed, Submitted, Turn
from handlers.wording import Wording

MAX_PLACES = 100
"""How many places are offered, newest solutions first."""


async def ask(turn: Turn, desk: Desk) -> Reply:
    """Ask where the files that came belong; what was not taken is said."""
    files = _files(turn)
    refused = [each for each in files if each.startswith(REFUSED)]
    notes = tuple(Notice(each, Tone.CAREFUL) for each in _reasons(refused, desk.wording))
    kept = [each for each in files if each not in refused][:MAX_FILES]
    if not kept:
        return Reply(notes)
    form = await _form(turn, desk, kept)
    if not form.fields:
        register = Button(desk.wording("solutions-register"), "register.start", main=True)
        none = Notice(desk.wording("solutions-files-nowhere"))
        return Reply((*notes, none, Buttons((register,))))
    return Reply((*notes, form))


async def add(turn: Turn, desk: Desk) -> Reply:
    """Add the files where they belong."""
    files = _files(turn)
    form = await _form(turn, desk, files)
    values = clean(form, turn.what.values if isinstance(turn.what, Submitted) else {})
    if wrong := mistakes(form, values):
        return Reply((refill(form, values, errors_in_words(wrong, desk.wording)),))
    reference, _, evidence = str(values.get("place", "")).partition("/")
    solution = await get_own(turn, desk, reference)
    added = await hand_in(turn, desk, solution, evidence, files)
    said = "solutions-evidence-added" if added else "solutions-evidence-nothing"
    note = Notice(desk.wording(said, reference=reference), Tone.GOOD if added else Tone.PLAIN)
    return Reply(
        (note, *await own_evidence(desk, solution, await desk.records.evidence.list_for(solution)))
    )


def offer_to_keep(files: Sequence[str], words: Wording) -> tuple[Block, ...]:
    """Offer to keep files that came with something else that was said."""
    kept = [each for each in files if not each.startswith(REFUSED)][:MAX_FILES]
    if not kept:
        return ()
    return (Buttons((Button(words("solutions-files-keep"), "solutions.files", ",".join(kept)),)),)


def _files(turn: Turn) -> list[str]:
    """Name the files that a turn is about."""
    given = turn.what.values.get("files", ()) if isinstance(turn.what, Pressed) else ()
    return list(given) if isinstance(given, tuple) and given else turn.text.split(",")


def _reasons(refused: Sequence[str], words: Wording) -> list[str]:
    """Say of every file that was not taken why."""
    fields = tuple(FileField(str(n), "") for n, _ in enumerate(refused))
    form = Form("", "", "", fields, "")
    values = {str(n): (each,) for n, each in enumerate(refused)}
    return list(errors_in_words(mistakes(form, values), words).values())


async def _form(turn: Turn, desk: Desk, files: Sequence[str]) -> Form:
    """Ask which of the things that are asked for the files show; without any there is no field."""
    words = desk.wording
    places = [
        Choice(f"{each.reference}/{asked.id}", f"{each.name} · {asked.name.to(words.locale)}")
        for each in await desk.records.registry.list_owned_by(turn.person)
        for asked in required_evidence(desk, each)
    ][:MAX_PLACES]
    place = ChoiceField("place", words("solutions-files-where"), tuple(places))
    return Form(
        "solutions.handed",
        ",".join(files),
        words("solutions-files-title"),
        (place,) if places else (),
        words("form-send"),
    )
