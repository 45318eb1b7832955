"""Beginning a registration, going on with one, and changing the answers of a solution."""

from governance import Answers, promises_at_start
from handlers.citations import day_of
from handlers.register import conversation_flow, screens
from handlers.register.draft_input import NEW_KIND, read_filling, read_input, revision_of
from handlers.register.filling import Filling
from handlers.reply import Button, Buttons, Notice, Reply, Text, Tone, verbatim
from handlers.turn import Desk, Turn
from handlers.wording import LOCALES, beginning, to_nfc, wording
from knowledge import mask

NAME_MAX_WORDS = 5
"""A name is at most so many words; more is a description of what it does."""

NAME_MAX_LETTERS = 35
"""The same in letters, for the scripts that put no spaces between words."""


async def start(turn: Turn, desk: Desk) -> Reply:
    """Begin, unless a registration is open already."""
    draft = await desk.records.drafts.find_open(turn.person, NEW_KIND)
    if draft is None:
        return await _begin(turn, desk)
    words = desk.wording
    filling = await read_filling(turn, desk, draft)
    policy, answers = desk.policy, filling.answers
    called = policy.answer_for("name", answers) or policy.answer_for("purpose", answers)
    unfinished = words(
        "register-unfinished",
        name=verbatim(called) or words("register-unnamed"),
        at=words.moment(draft.changed_at, turn.person.zone),
    )
    over = Button(
        words("register-over"),
        "register.over",
        mask(turn.text).text[:2000],  # a reply is kept
        danger=True,
        confirm=words("register-over-confirm"),
    )
    go_on = Button(words("register-continue"), screens.CONTINUE_ACTION, draft.key, main=True)
    return Reply((Notice(unfinished, Tone.WAITING), Buttons((go_on, over))))


async def start_over(turn: Turn, desk: Desk) -> Reply:
    """Put the open registration away and begin again."""
    return await _begin(turn, desk)


async def _begin(turn: Turn, desk: Desk) -> Reply:
    answers = answers_from_text(desk, turn.text)
    draft = await desk.records.drafts.start(turn.person, NEW_KIND, answers=answers, at=turn.at)
    filling = Filling.of(draft, desk.policy, desk.wording)
    words, today = desk.wording, day_of(turn.person, turn.at)
    promised = [each.says.to(words.locale) for each in promises_at_start(desk.policy, on=today)]
    intro = " ".join([words("register-intro", steps=len(filling.steps)), *promised])
    return screens.show_step(filling, 0, Text(intro))


async def go_on(turn: Turn, desk: Desk) -> Reply:
    """Go on where the person stopped, in the form or in the conversation."""
    it = await read_input(turn, desk)
    if it.draft.step:
        return await conversation_flow.talk(turn, desk)
    return screens.show_next(desk, it.filling, subject=it.subject)


async def revise(turn: Turn, desk: Desk) -> Reply:
    """Show the answers of a solution to its owner, to be changed."""
    solution = await desk.records.registry.get(turn.text)
    words = desk.wording
    if solution.owner_id != turn.person.id:
        return Reply((Notice(words("solutions-only-owner", name=verbatim(solution.owner.name))),))
    if solution.is_retired:
        return Reply((Notice(words("refusal-move-not-allowed", current="retired")),))
    kind = revision_of(solution.reference)
    draft = await desk.records.drafts.find_open(turn.person, kind)
    if draft is None:
        draft = await desk.records.drafts.start(
            turn.person, kind, answers=solution.answers, subject=solution.reference, at=turn.at
        )
    filling = await read_filling(turn, desk, draft)
    return screens.show_next(desk, filling, subject=draft.subject)


def answers_from_text(desk: Desk, text: str) -> Answers:
    """Take from a sentence like "I built a bot that reads invoices" what answers a question."""
    told = _without_lead_in(text)
    if not told:
        return {}
    described = told != to_nfc(text).strip() or _is_long(told)
    question = desk.policy.question_for("purpose" if described else "name")
    return {question.id: told[0].upper() + told[1:]} if question else {}


def _is_long(told: str) -> bool:
    return len(told.split()) > NAME_MAX_WORDS or (
        not told.isascii() and _longest_word(told) > NAME_MAX_LETTERS
    )


def _longest_word(told: str) -> int:
    return max(map(len, told.split()))


def _without_lead_in(text: str) -> str:
    """Drop what only says that something is to be registered."""
    told = to_nfc(text).strip().strip(".!?").strip()
    ways = [way for locale in LOCALES for way in wording(locale).lines("register-lead-ins")]
    for way in sorted(ways, key=len, reverse=True):
        if said := beginning(way).match(told):
            told = told[said.end() :].lstrip(" \t\n:,-")
            break
    nothing = [way for locale in LOCALES for way in wording(locale).lines("register-nothing-said")]
    return "" if told.casefold() in nothing else told
