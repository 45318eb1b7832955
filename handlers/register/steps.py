"""The registration as a form, step by step."""

from handlers.register import screens
from handlers.register.draft_input import Received, keep, received, typed
from handlers.register.filling import Filling
from handlers.reply import Notice, Reply, Tone
from handlers.turn import Desk, Pressed, Submitted, Turn


async def submit(turn: Turn, desk: Desk) -> Reply:
    """Keep what was typed into a step, then show what is wrong with it or what comes next."""
    it = await received(turn, desk)
    if not it.filling.asks(it.part):
        return screens.onward(desk, it.filling, subject=it.subject)
    filling, seen = _filled_in(turn, it)
    here = filling.step_at(it.part)
    await keep(turn, desk, it, filling)
    if filling.errors(filling.step_form(here)).keys() & seen:
        wrong = Notice(desk.wording("register-look-again"), Tone.CAREFUL)
        return screens.step(filling, here, wrong, checked=True)
    if any(map(filling.is_open, filling.steps[here].questions)):
        return screens.step(filling, here, Notice(desk.wording("register-one-more")))
    return screens.onward(desk, filling, subject=it.subject)


async def again(turn: Turn, desk: Desk) -> Reply:
    """Keep what was typed so far, and show the step with the questions that follow from it."""
    it = await received(turn, desk)
    if not it.filling.asks(it.part):
        return screens.onward(desk, it.filling, subject=it.subject)
    filling, _ = _filled_in(turn, it)
    await keep(turn, desk, it, filling)
    return screens.step(filling, filling.step_at(it.part))


async def back(turn: Turn, desk: Desk) -> Reply:
    """Keep what was typed so far, and show the step before."""
    it = await received(turn, desk)
    here = it.filling.step_at(it.part)
    filling = _filled_in(turn, it)[0] if it.filling.asks(it.part) else it.filling
    await keep(turn, desk, it, filling)
    return screens.step(filling, max(0, here - 1))


def _filled_in(turn: Turn, it: Received) -> tuple[Filling, frozenset[str]]:
    """Add what was typed into a step, and name its questions.

    A question that follows from what was typed is one of them if it was answered as well: the
    form that was sent may show more of them than the one that was saved last.
    """
    filling, seen = it.filling, frozenset[str]()
    while True:
        said = typed(turn, filling.step_form(filling.step_at(it.part)))
        sent = turn.what.values if isinstance(turn.what, Pressed | Submitted) else {}
        new = {id_: said[id_] for id_ in said if id_ not in seen and (not seen or id_ in sent)}
        if not new:
            return filling, seen
        filling, seen = filling.saying(new), seen | new.keys()


async def change(turn: Turn, desk: Desk) -> Reply:
    """Show one step again, from the summary."""
    it = await received(turn, desk)
    here = it.filling.step_at(it.part)
    await keep(turn, desk, it, it.filling)
    return screens.step(it.filling, here)


async def as_form(turn: Turn, desk: Desk) -> Reply:
    """Leave the conversation for the form, at the first step with something left to answer."""
    it = await received(turn, desk)
    await keep(turn, desk, it, it.filling)
    return screens.onward(desk, it.filling, subject=it.subject)
