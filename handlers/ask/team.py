"""Questions the handbook does not answer: to the governance leads, and their answer back."""

from governance import AskedQuestion, NotALeadError, Person, QuestionNotFoundError, Role
from handlers.form import Form, TextField, clean, errors_in_words, mistakes, refill
from handlers.question_cards import quote_words, team_card
from handlers.reply import Card, Notice, Reply, Text, Tone, verbatim
from handlers.turn import Desk, Submitted, Turn
from handlers.wording import Wording

MAX_ID_DIGITS = 9
"""A longer number is no question's; the database would not know what to do with it."""


async def send(turn: Turn, desk: Desk) -> Reply:
    """Send a question to every lead, once, and say who has it and what happens next."""
    asked, is_new = await desk.records.questions.send_to_team(
        number(turn), by=turn.person, at=turn.at
    )
    words = desk.wording
    if asked.reply_text:
        return Reply((_answer_card(asked, words),))
    leads = await desk.records.people.list_with_role(Role.LEAD)
    for lead in leads:
        await desk.records.outbox.enqueue(
            lead.id,
            kind="question.sent",
            reply=Reply((team_card(asked, desk.wording_for(lead), lead.zone),)).to_json(),
            key=f"question-{asked.id}-sent-{lead.id}",
            at=turn.at,
        )
    key = "ask-sent" if is_new else "ask-sent-before"
    notice = words(key, question=quote_words(asked.question), leads=_names(leads, words))
    return Reply((Notice(notice, Tone.GOOD), Text(words("ask-sent-next"))))


async def compose(turn: Turn, desk: Desk) -> Reply:
    """Give a lead the form to answer a waiting question with."""
    asked = await _find_waiting(turn, desk)
    if asked is None:
        return Reply((Notice(desk.wording("ask-nothing-waiting")),))
    return Reply((_form(asked, desk.wording),))


async def reply(turn: Turn, desk: Desk) -> Reply:
    """Send a lead's answer to whoever asked, in the asker's language."""
    asked = await _find_waiting(turn, desk)
    typed = turn.what.values if isinstance(turn.what, Submitted) else {}
    if asked:
        form = _form(asked, desk.wording)
        values = clean(form, typed)
        wrong = mistakes(form, values)
        if wrong:
            return Reply((refill(form, values, errors_in_words(wrong, desk.wording)),))
    answered = await desk.records.questions.reply(
        number(turn), by=turn.person, text=str(typed.get("answer", "")).strip(), at=turn.at
    )
    await desk.records.outbox.enqueue(
        answered.person.id,
        kind="question.answered",
        reply=Reply((_answer_card(answered, desk.wording.to(answered.person.locale)),)).to_json(),
        key=f"question-{answered.id}-answered",
        at=turn.at,
    )
    name = verbatim(answered.person.name)
    return Reply((Notice(desk.wording("ask-replied", name=name), Tone.GOOD),))


def number(turn: Turn) -> int:
    """Read which question a button or a form is about."""
    if not turn.text.isdecimal() or len(turn.text) > MAX_ID_DIGITS:
        raise QuestionNotFoundError(turn.text)
    return int(turn.text)


def _answer_card(asked: AskedQuestion, words: Wording) -> Card:
    """Show what the team replied, below what was asked."""
    return Card(
        words("ask-answer"),
        subtitle=asked.replied_by.name if asked.replied_by else "",
        tone=Tone.GOOD,
        markdown=f"{quote_words(asked.question)}\n\n{verbatim(asked.reply_text or '')}",
    )


def _form(asked: AskedQuestion, words: Wording) -> Form:
    return Form(
        "ask.send",
        str(asked.id),
        words("ask-form", name=asked.person.name),
        (TextField("answer", words("ask-your-answer"), multiline=True, max_length=3000),),
        words("form-send"),
        intro=quote_words(asked.question),
    )


async def _find_waiting(turn: Turn, desk: Desk) -> AskedQuestion | None:
    """Find the question a lead wants to answer; nothing when it is answered already."""
    if Role.LEAD not in turn.person.roles:
        raise NotALeadError
    waiting = await desk.records.questions.list_waiting()
    return next((asked for asked in waiting if str(asked.id) == turn.text), None)


def _names(leads: tuple[Person, ...], words: Wording) -> str:
    """Name the *leads*, or the team while nobody holds the role."""
    return ", ".join(verbatim(lead.name) for lead in leads) or words("ask-the-team")
