"""The registration as a form, step by step."""

from handlers.register import showing
from handlers.register.received import keep, received, typed
from handlers.reply import Notice, Reply, Tone
from handlers.turn import Desk, Turn


async def submit(turn: Turn, desk: Desk) -> Reply:
    """Keep what was typed into a step, then show what is wrong with it or what comes next."""
    it = await received(turn, desk)
    if not it.filling.asks(it.part):
        return showing.onward(desk, it.filling, subject=it.subject)
    seen = it.filling.step_form(it.filling.step_at(it.part))
    filling = it.filling.saying(typed(turn, seen))
    here = filling.step_at(it.part)
    await keep(turn, desk, it, filling)
    if filling.errors(filling.step_form(here)).keys() & {field.name for field in seen.fields}:
        wrong = Notice(desk.wording("register-look-again"), Tone.CAREFUL)
        return showing.step(filling, here, wrong, checked=True)
    if any(map(filling.is_open, filling.steps[here].questions)):
        return showing.step(filling, here, Notice(desk.wording("register-one-more")))
    return showing.onward(desk, filling, subject=it.subject)


async def back(turn: Turn, desk: Desk) -> Reply:
    """Keep what was typed so far, and show the step before."""
    it = await received(turn, desk)
    here = it.filling.step_at(it.part)
    seen = it.filling.step_form(here)
    filling = it.filling.saying(typed(turn, seen)) if it.filling.asks(it.part) else it.filling
    await keep(turn, desk, it, filling)
    return showing.step(filling, max(0, here - 1))


async def again(turn: Turn, desk: Desk) -> Reply:
    """Keep what was typed so far, and show the step with the questions that follow from it."""
    it = await received(turn, desk)
    if not it.filling.asks(it.part):
        return showing.onward(desk, it.filling, subject=it.subject)
    seen = it.filling.step_form(it.filling.step_at(it.part))
    filling = it.filling.saying(typed(turn, seen))
    await keep(turn, desk, it, filling)
    return showing.step(filling, filling.step_at(it.part))


async def change(turn: Turn, desk: Desk) -> Reply:
    """Show one step again, from the summary."""
    it = await received(turn, desk)
    here = it.filling.step_at(it.part)
    await keep(turn, desk, it, it.filling)
    return showing.step(it.filling, here)


async def as_form(turn: Turn, desk: Desk) -> Reply:
    """Leave the conversation for the form, at the first step with something left to answer."""
    it = await received(turn, desk)
    await keep(turn, desk, it, it.filling)
    return showing.onward(desk, it.filling, subject=it.subject)
