"""What a person sees while registering: a step, one question, or the summary to confirm."""

from collections.abc import Iterator

from governance import challenges
from handlers.register.filling import Filling
from handlers.reply import Block, Button, Buttons, Card, Notice, Reply, Text, Tone
from handlers.solution_views.assessment import answer_cards
from handlers.solution_views.differences import say_difference
from handlers.turn import Desk

BETWEEN = "+"
"""Stands between the questions whose answers were left as they are, in a button's value."""

CONTINUE_ACTION = "register.continue"
"""The action of every button that goes on with a draft."""


def show_step(filling: Filling, position: int, *notes: Block, checked: bool = False) -> Reply:
    """Show one step as a form; *checked* says at the fields what is wrong."""
    form = filling.step_form(position)
    instead = Button(filling.wording("register-talk"), "register.talk", filling.key)
    return Reply((*notes, filling.with_errors(form) if checked else form, Buttons((instead,))))


def show_question(filling: Filling, position: int, *notes: Block, checked: bool = False) -> Reply:
    """Ask one question in the conversation."""
    words, form = filling.wording, filling.question_form(position)
    buttons = Buttons(
        (
            Button(words("register-form"), "register.form", filling.key),
            Button(words("register-stop"), "register.stop", filling.key),
        )
    )
    return Reply((*notes, filling.with_errors(form) if checked else form, buttons))


def show_next(
    desk: Desk,
    filling: Filling,
    *notes: Block,
    subject: str = "",
    settled: frozenset[str] = frozenset(),
) -> Reply:
    """Show the first step with something left to answer, else the summary."""
    to_do = filling.first_open
    if to_do is None:
        return show_summary(desk, filling, *notes, subject=subject, settled=settled)
    return show_step(filling, filling.step_at(to_do.step.id), *notes)


def show_summary(
    desk: Desk,
    filling: Filling,
    *notes: Block,
    subject: str = "",
    settled: frozenset[str] = frozenset(),
) -> Reply:
    """Show every answer, to be confirmed; *subject* is the solution being changed, if any.

    Answers that the words contradict are asked about, but for the *settled* ones.
    """
    words = filling.wording
    title = (
        words("register-check-changes", reference=subject) if subject else words("register-check")
    )
    confirm = (
        Button(words("register-save"), "register.save", f"{subject}.{filling.key}", main=True)
        if subject
        else Button(words("register-confirm"), "register.confirm", filling.key, main=True)
    )
    return Reply(
        (
            *notes,
            *_challenges(desk, filling, settled),
            *_reading(desk, filling),
            Text(title),
            *answer_cards(desk, filling.answers, change="register.change", key=filling.key),
            Buttons((confirm, Button(words("register-later"), "register.stop", filling.key))),
        )
    )


def _challenges(desk: Desk, filling: Filling, settled: frozenset[str]) -> Iterator[Card]:
    """Ask about each answer that the words contradict: to change it, or to let it stand."""
    words, key = filling.wording, filling.key
    for each in challenges(desk.policy, filling.answers):
        id_ = each.question.id
        if id_ in settled:
            continue
        stands = BETWEEN.join(sorted({*settled, id_}))
        yield Card(
            words("register-challenge-title"),
            tone=Tone.CAREFUL,
            markdown=say_difference(desk, each, words, "register-challenge"),
            buttons=(
                Button(words("register-challenge-yes"), "register.correct", f"{key}.{id_}"),
                Button(words("register-challenge-no"), "register.stand", f"{key}.{stands}"),
            ),
        )


def _reading(desk: Desk, filling: Filling) -> tuple[Notice, ...]:
    """Say that a person reads first what is registered while words and answers differ."""
    if not challenges(desk.policy, filling.answers):
        return ()
    return (Notice(filling.wording("register-challenge-read"), Tone.WAITING),)


def show_paused(desk: Desk, key: str) -> Reply:
    """Say that everything is kept, and how to go on."""
    go_on = Button(desk.wording("register-continue"), CONTINUE_ACTION, key, main=True)
    return Reply((Notice(desk.wording("register-paused"), Tone.WAITING), Buttons((go_on,))))
