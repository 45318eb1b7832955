"""What a turn is about while registering: the draft, the part of it, and what was typed."""

from collections.abc import Mapping
from dataclasses import dataclass

from governance import Draft
from handlers.form import Form, Value, clean
from handlers.register.filling import Filling
from handlers.turn import Desk, Pressed, Submitted, Turn

NEW_KIND = "register"
"""The kind of a draft that will be a new solution."""


def revision_of(reference: str) -> str:
    """Name the kind of a draft that changes the answers of a solution."""
    return f"{NEW_KIND}.{reference.strip().upper()}"


@dataclass(frozen=True, slots=True)
class DraftInput:
    """A turn about a draft; *part* is the step or the question it names, if it names one."""

    draft: Draft
    part: str
    filling: Filling
    """What was typed before this turn."""

    @property
    def subject(self) -> str:
        """The solution that is being changed; empty for a new one."""
        return self.draft.subject


async def read_input(turn: Turn, desk: Desk) -> DraftInput:
    """Find what *turn* is about: its key is the draft's, then a dot and the part."""
    key, _, part = turn.text.partition(".")
    draft = await desk.records.drafts.get(key, person=turn.person)
    return DraftInput(draft, part, await read_filling(turn, desk, draft))


async def read_filling(turn: Turn, desk: Desk, draft: Draft) -> Filling:
    """Read what a *draft* holds, and what is wrong with whoever is named as the backup owner."""
    question = desk.policy.question_for("backup")
    refused: dict[str, str] = {}
    if question is not None:
        sent = turn.what.values if isinstance(turn.what, Pressed | Submitted) else {}
        typed = (draft.answers.get(question.id), sent.get(question.id), sent.get("said"))
        for address in {each.strip() for each in typed if isinstance(each, str) and "@" in each}:
            if why := await _why_refused(turn, desk, address):
                refused[address] = why
    return Filling.of(draft, desk.policy, desk.wording, refused)


async def _why_refused(turn: Turn, desk: Desk, address: str) -> str:
    """Return why an *address* cannot be the backup owner's, in words; empty when it can."""
    found = await desk.records.people.find_active(address)
    if found is None:
        return desk.wording("solutions-person-unknown", address=address)
    return desk.wording("solutions-person-self") if found.id == turn.person.id else ""


async def save_answers(
    turn: Turn, desk: Desk, it: DraftInput, filling: Filling, *, asked: int | None = None
) -> None:
    """Save everything typed, right or wrong.

    *asked* is the place of the question that the conversation asks next. A draft's step counts
    these from 1; a draft that is filled in as a form has step 0.
    """
    await desk.records.drafts.save(
        it.draft,
        answers=filling.answers,
        step=0 if asked is None else asked + 1,
        asked_in=None if asked is None else turn.place.name,
        at=turn.at,
    )


def typed_values(turn: Turn, form: Form) -> Mapping[str, Value]:
    """Take what was typed into *form*; a field that a button did not carry keeps its answer."""
    match turn.what:
        case Submitted(_, _, values):
            return clean(form, values)
        case Pressed(_, _, values):
            return {name: value for name, value in clean(form, values).items() if name in values}
        case _:
            return {}
