"""The registration as a form, step by step."""

from handlers.register import screens
from handlers.register.draft_input import DraftInput, read_input, save_answers, typed_values
from handlers.register.filling import Filling
from handlers.reply import Notice, Reply, Tone
from handlers.turn import Desk, Pressed, Submitted, Turn


async def submit(turn: Turn, desk: Desk) -> Reply:
    """Keep what was typed into a step, then show what is wrong with it or what comes next."""
    it = await read_input(turn, desk)
    if not it.filling.asks(it.part):
        return screens.show_next(desk, it.filling, subject=it.subject)
    filling, seen = _fill_in(turn, it)
    here = filling.step_at(it.part)
    await save_answers(turn, desk, it, filling)
    if filling.errors(filling.step_form(here)).keys() & seen:
        wrong = Notice(desk.wording("register-look-again"), Tone.CAREFUL)
        return screens.show_step(filling, here, wrong, checked=True)
    if any(map(filling.is_open, filling.steps[here].questions)):
        return screens.show_step(filling, here, Notice(desk.wording("register-one-more")))
    return screens.show_next(desk, filling, subject=it.subject)


async def again(turn: Turn, desk: Desk) -> Reply:
    """Keep what was typed so far, and show the step with the questions that follow from it."""
    it = await read_input(turn, desk)
    if not it.filling.asks(it.part):
        return screens.show_next(desk, it.filling, subject=it.subject)
    filling, _ = _fill_in(turn, it)
    await save_answers(turn, desk, it, filling)
    return screens.show_step(filling, filling.step_at(it.part))


async def back(turn: Turn, desk: Desk) -> Reply:
    """Keep what was typed so far, and show the step before."""
    it = await read_input(turn, desk)
    here = it.filling.step_at(it.part)
    filling = _fill_in(turn, it)[0] if it.filling.asks(it.part) else it.filling
    await save_answers(turn, desk, it, filling)
    return screens.show_step(filling, max(0, here - 1))


def _fill_in(turn: Turn, it: DraftInput) -> tuple[Filling, frozenset[str]]:
    """Add what was typed into a step, and name its questions.

    A question that follows from what was typed is one of them if it was answered as well: the
    form that was sent may show more of them than the one that was saved last.
    """
    filling, seen = it.filling, frozenset[str]()
    while True:
        said = typed_values(turn, filling.step_form(filling.step_at(it.part)))
        sent = turn.what.values if isinstance(turn.what, Pressed | Submitted) else {}
        new = {id_: said[id_] for id_ in said if id_ not in seen and (not seen or id_ in sent)}
        if not new:
            return filling, seen
        filling, seen = filling.with_answers(new), seen | new.keys()


async def change(turn: Turn, desk: Desk) -> Reply:
    """Show one step again, from the summary."""
    it = await read_input(turn, desk)
    here = it.filling.step_at(it.part)
    await save_answers(turn, desk, it, it.filling)
    return screens.show_step(it.filling, here)


async def as_form(turn: Turn, desk: Desk) -> Reply:
    """Leave the conversation for the form, at the first step with something left to answer."""
    it = await read_input(turn, desk)
    await save_answers(turn, desk, it, it.filling)
    return screens.show_next(desk, it.filling, subject=it.subject)
