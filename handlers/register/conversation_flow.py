"""The registration as a conversation: one question at a time, answered by button or by typing."""

from handlers.phrase_match import means
from handlers.register import outcome, screens, typed_answer
from handlers.register.answer_fit import position_in
from handlers.register.draft_input import DraftInput, read_input, save_answers, typed_values
from handlers.register.filling import Filling
from handlers.reply import Button, Buttons, Notice, Reply, Tone
from handlers.turn import Desk, Pressed, Submitted, Turn


async def talk(turn: Turn, desk: Desk) -> Reply:
    """Ask the first question that is left to answer, here in the conversation."""
    it = await read_input(turn, desk)
    return await _ask(turn, desk, it, it.filling, it.filling.next_open)


async def take_answer(turn: Turn, desk: Desk) -> Reply:
    """Take the answer to one question from its form."""
    it = await read_input(turn, desk)
    position = it.filling.question_at(it.part)
    return await _ask_next(turn, desk, it, _with_answer(turn, it, position), position)


async def ask_previous(turn: Turn, desk: Desk) -> Reply:
    """Ask the question before once more; what it was answered stays until it is changed."""
    it = await read_input(turn, desk)
    position = it.filling.question_at(it.part)
    filling = _with_answer(turn, it, position)
    return await _ask(turn, desk, it, filling, max(0, position - 1))


async def read_text(turn: Turn, desk: Desk) -> Reply:
    """Understand a typed answer, or a wish to go back or to stop."""
    it = await read_input(turn, desk)
    text, asked = _text(turn), it.filling.questions
    if means("register-words-stop", text):
        return await stop(turn, desk)
    position = position_in(it.draft, asked)
    if isinstance(turn.what, Pressed) and it.part.partition(".")[0] != str(it.draft.step):
        return await _ask(turn, desk, it, it.filling, position)  # that question has its answer
    if means("register-words-back", text):
        return await _ask(turn, desk, it, it.filling, max(0, position - 1))
    if position == len(asked):
        return await _read_confirmation(turn, desk, it, text)
    given = typed_answer.parse_answer(desk.policy, asked[position], text)
    if given is None:
        return screens.show_question(it.filling, position, *_not_understood(desk, text))
    return await _ask_next(
        turn, desk, it, it.filling.with_answers({asked[position].id: given}), position
    )


async def stop(turn: Turn, desk: Desk) -> Reply:
    """Stop for now; everything is kept."""
    it = await read_input(turn, desk)
    await desk.records.drafts.save(
        it.draft, answers=it.draft.answers, step=it.draft.step, at=turn.at
    )
    return screens.show_paused(desk, it.draft.key)


async def _read_confirmation(turn: Turn, desk: Desk, it: DraftInput, text: str) -> Reply:
    """Understand what was typed below the summary: a yes, or something else."""
    if means("register-words-yes", text):
        return await outcome.finish(turn, desk, it.draft)
    note = Notice(desk.wording("register-say-yes"))
    return screens.show_summary(desk, it.filling, note, subject=it.subject)


def _with_answer(turn: Turn, it: DraftInput, position: int) -> Filling:
    """Add what was put into the form of one question, if it is still that question's turn."""
    if not any(question.id == it.part for question in it.filling.questions):
        return it.filling
    return it.filling.with_answers(typed_values(turn, it.filling.question_form(position)))


async def _ask_next(
    turn: Turn, desk: Desk, it: DraftInput, filling: Filling, position: int
) -> Reply:
    """Ask again when the answer will not do, else ask the next question or show the summary."""
    if position < len(filling.questions) and filling.errors(filling.question_form(position)):
        await save_answers(turn, desk, it, filling, asked=position)
        return screens.show_question(filling, position, checked=True)
    return await _ask(turn, desk, it, filling, filling.next_open)


async def _ask(turn: Turn, desk: Desk, it: DraftInput, filling: Filling, position: int) -> Reply:
    await save_answers(turn, desk, it, filling, asked=position)
    if position >= len(filling.questions):
        return screens.show_summary(desk, filling, subject=it.subject)
    return screens.show_question(filling, position)


def _not_understood(desk: Desk, text: str) -> tuple[Notice, Buttons]:
    """Say that an answer was not understood, and offer to answer it as a question."""
    ask = Button(desk.wording("register-ask-instead"), "ask.question", text[:2000])
    return Notice(desk.wording("register-not-understood"), Tone.CAREFUL), Buttons((ask,))


def _text(turn: Turn) -> str:
    match turn.what:
        case Submitted(_, _, values):
            return str(values.get("said", ""))
        case Pressed(_, value):
            return value.split(".", 2)[-1]
        case _:
            return ""
