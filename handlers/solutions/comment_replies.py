"""Answering what reviewers said: in words under a comment, and ticking it off."""

from collections.abc import Sequence

from governance import (
    NotTheOwnerError,
    Review,
    ReviewComment,
    ReviewNotFoundError,
    Solution,
)
from handlers.reply import Block, Button, Buttons, Card, Notice, Reply, Tone, verbatim
from handlers.solution_views.notify import about_review, notify
from handlers.solution_views.summary import send_back_hint, subject_of
from handlers.solutions.short_forms import read_id, read_text, text_form
from handlers.turn import Desk, Turn

MAX_CARDS = 8
"""How many open comments have buttons of their own; the others follow when these are done."""


async def ask_answer(turn: Turn, desk: Desk) -> Reply:
    """Ask what to answer to a comment."""
    review, comment = await _find(turn, desk)
    reference = review.solution.reference
    return Reply((text_form(desk, "answer", turn.text, reference, hint=comment.text),))


async def answer(turn: Turn, desk: Desk) -> Reply:
    """Keep an answer under its comment; the reviewer is told now, or when it is sent back."""
    review, comment = await _find(turn, desk)
    solution = review.solution
    form = text_form(desk, "answer", turn.text, solution.reference, hint=comment.text)
    text, again = read_text(turn, desk, form)
    if again is not None:
        return again
    await desk.records.comments.add(
        review.id,
        text,
        by=turn.person,
        at=turn.at,
        subject=comment.subject,
        reply_to=comment.id,
    )
    if review.status.awaits_reviewer:
        say = about_review(review, "solutions-answer-told", text, who=turn.person.name)
        await notify(turn, desk, (comment.author,), say, kind="review.answered")
    return _say_saved(desk, review, "solutions-answer-saved")


async def tick(turn: Turn, desk: Desk) -> Reply:
    """Tick a comment off as dealt with."""
    review, comment = await _find(turn, desk)
    await desk.records.comments.settle(review.id, comment.id, by=turn.person, at=turn.at)
    return _say_saved(desk, review, "solutions-tick-saved")


def show_asked(
    desk: Desk, solution: Solution, review: Review | None, zone: str
) -> tuple[Block, ...]:
    """Show those who answer for a solution each comment that is open, with its buttons."""
    if review is None or not review.status.is_open:
        return ()
    pending = _list_pending(solution, review)
    return tuple(_card(desk, review, each, zone) for each in pending)


def list_asked(solution: Solution, review: Review | None) -> frozenset[int]:
    """Name the comments that are shown as open, each with its replies, by their numbers."""
    if review is None or not review.status.is_open:
        return frozenset()
    asked = {each.id for each in _list_pending(solution, review)}
    return frozenset(asked | {each.id for each in review.comments if each.reply_to_id in asked})


def _list_pending(solution: Solution, review: Review) -> list[ReviewComment]:
    return [each for each in review.comments if _is_asking(each, solution)][:MAX_CARDS]


def _is_asking(comment: ReviewComment, solution: Solution) -> bool:
    """Tell whether a comment is a reviewer's that the maker has not ticked off."""
    theirs = {solution.owner_id, solution.backup_id}
    is_reply = comment.reply_to_id is not None
    return comment.settled_at is None and comment.author_id not in theirs and not is_reply


def _card(desk: Desk, review: Review, comment: ReviewComment, zone: str) -> Card:
    words, value = desk.wording, f"{review.id}.{comment.id}"
    replies = [each for each in review.comments if each.reply_to_id == comment.id]
    lines = [verbatim(comment.text), *(_reply_line(each) for each in replies)]
    about = subject_name(desk, comment.subject)
    return Card(
        words("solutions-asked", who=comment.author.name),
        subtitle=" · ".join(each for each in (about, words.moment(comment.at, zone)) if each),
        tone=Tone.CAREFUL,
        markdown="\n\n".join(lines),
        buttons=(
            Button(words("solutions-answer"), "solutions.answering", value),
            Button(words("solutions-tick"), "solutions.tick", value),
        ),
    )


def _reply_line(comment: ReviewComment) -> str:
    return f"**{verbatim(comment.author.name)}**: {verbatim(comment.text)}"


def subject_name(desk: Desk, subject: str) -> str:
    """Name the question or the requirement that a comment is about; empty for the whole."""
    kind, _, id_ = subject.partition(":")
    question = desk.policy.questions.get(id_) if kind == "answer" else None
    return question.label.to(desk.wording.locale) if question else ""


def _say_saved(desk: Desk, review: Review, key: str) -> Reply:
    """Say that it is saved, and either that the reviewer sees it or that it is not sent yet."""
    words, solution = desk.wording, review.solution
    said = Notice(words(key, reference=solution.reference), Tone.GOOD)
    open_ = Buttons((Button(words("solutions-open"), "solutions.open", solution.reference),))
    hint: Sequence[Block] = send_back_hint(solution, words)
    if not hint:
        hint = (Notice(words("solutions-seen-at-once")),)
    return Reply((said, *hint, open_), about=subject_of(solution))


async def _find(turn: Turn, desk: Desk) -> tuple[Review, ReviewComment]:
    """Find the comment that *turn* is about, in a review of what this person answers for."""
    first, _, second = turn.text.partition(".")
    review = await desk.records.reviews.get(read_id(first))
    solution = review.solution
    if turn.person.id not in {solution.owner_id, solution.backup_id}:
        raise NotTheOwnerError(solution.reference)
    found = next((each for each in review.comments if each.id == read_id(second)), None)
    if found is None:
        raise ReviewNotFoundError(turn.text)
    return review, found
