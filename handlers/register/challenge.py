"""Asking once about an answer that the words of the description contradict."""

from collections.abc import Collection

from governance import Challenge, challenges
from handlers.register import conversation_flow, screens
from handlers.register.draft_input import read_input, save_answers
from handlers.reply import Reply
from handlers.turn import Desk, Turn


async def correct(turn: Turn, desk: Desk) -> Reply:
    """Change an answer to what the words say, and go on."""
    it = await read_input(turn, desk)
    found = _of(challenges(desk.policy, it.filling.answers), {it.part})
    told = {each.question.id: each.says for each in found}
    filling = it.filling.with_answers(told) if told else it.filling
    asked = filling.next_open if it.draft.step else None
    await save_answers(turn, desk, it, filling, asked=asked)
    if it.draft.step:
        return await conversation_flow.talk(turn, desk)
    return screens.show_next(desk, filling, subject=it.subject)


async def stand(turn: Turn, desk: Desk) -> Reply:
    """Leave answers as they are: the summary without asking about them again."""
    it = await read_input(turn, desk)
    settled = frozenset(it.part.split(screens.BETWEEN))
    return screens.show_next(desk, it.filling, subject=it.subject, settled=settled)


def _of(found: Collection[Challenge], ids: Collection[str]) -> list[Challenge]:
    return [each for each in found if each.question.id in ids]
