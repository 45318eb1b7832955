"""Forms of one field: a reason in words, or a colleague; what is wrong is said at the field."""

from governance import Person, Solution
from handlers.form import (
    Form,
    PersonField,
    TextField,
    clean,
    errors_in_words,
    mistakes,
    refill,
)
from handlers.reply import Reply
from handlers.turn import Desk, Submitted, Turn

REASON_MAX_CHARS = 1000

MAX_ID_DIGITS = 9
"""A longer number is nothing's."""


def text_form(desk: Desk, verb: str, key: str, reference: str, *, hint: str = "") -> Form:
    """Ask for a few words; its own words are under ``solutions-VERB-...``."""
    words = desk.wording
    field = TextField(
        "text",
        words(f"solutions-{verb}-label"),
        hint=hint,
        multiline=True,
        max_length=REASON_MAX_CHARS,
    )
    title = words(f"solutions-{verb}-title", reference=reference)
    return Form(f"solutions.{verb}", key, title, (field,), words(f"solutions-{verb}-submit"))


def read_text(turn: Turn, desk: Desk, form: Form) -> tuple[str, Reply | None]:
    """Read what was written into *form*; when it will not do, give the form with what is wrong."""
    values = clean(form, turn.what.values if isinstance(turn.what, Submitted) else {})
    wrong = errors_in_words(mistakes(form, values), desk.wording)
    return str(values["text"]), Reply((refill(form, values, wrong),)) if wrong else None


def person_form(desk: Desk, verb: str, solution: Solution, *, known: str = "") -> Form:
    """Ask for a colleague; *known* is the address of whoever it is now."""
    words = desk.wording
    label, hint = words(f"solutions-{verb}-label"), words(f"solutions-{verb}-hint")
    title = words(f"solutions-{verb}-title", reference=solution.reference)
    submit = words(f"solutions-{verb}-submit")
    field = PersonField("person", label, hint=hint, value=known)
    return Form(f"solutions.{verb}", solution.reference, title, (field,), submit)


async def read_person(turn: Turn, desk: Desk, form: Form) -> Person | Reply:
    """Find whom *form* names: somebody else who works here, or the form with what is wrong."""
    words = desk.wording
    values = clean(form, turn.what.values if isinstance(turn.what, Submitted) else {})
    wrong, typed = errors_in_words(mistakes(form, values), words), str(values["person"])
    found = None if wrong else await desk.records.people.find_active(typed)
    if not wrong and found is None:
        wrong = {"person": words("solutions-person-unknown", address=typed)}
    elif found is not None and found.id == turn.person.id:
        wrong = {"person": words("solutions-person-self")}
    if found is None or wrong:
        return Reply((refill(form, values, wrong),))
    return found


def read_id(text: str) -> int:
    """Read a number that a button carries; 0 is nothing's."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MAX_ID_DIGITS else 0
