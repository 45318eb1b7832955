"""Deciding a review, and telling the maker what was decided and what to do next."""

from governance import ChangedMeanwhileError, Review
from handlers.form import Form, TextField, clean, errors_in_words, filled, mistakes
from handlers.reply import Button, Buttons, Notice, Reply, Text, Tone, verbatim
from handlers.review.cases import find_review, revision, show_case, slug
from handlers.solution_views.obstacles import is_approvable
from handlers.turn import Desk, Submitted, Turn
from handlers.wording import Wording

COMMENT_MAX_CHARS = 1000
"""How many characters a comment may have."""


async def ask_approval(turn: Turn, desk: Desk) -> Reply:
    """Ask for a comment on an approval, which may be left out."""
    return await _ask_comment(turn, desk, "approve")


async def ask_changes(turn: Turn, desk: Desk) -> Reply:
    """Ask what should change."""
    return await _ask_comment(turn, desk, "ask")


async def ask_rejection(turn: Turn, desk: Desk) -> Reply:
    """Ask for the reason of a rejection."""
    return await _ask_comment(turn, desk, "reject")


async def _ask_comment(turn: Turn, desk: Desk, decision: str) -> Reply:
    """Show the form of a *decision*, unless there is something to know first."""
    review = await find_review(turn, desk)
    note = _find_obstacle(review, turn, desk, decision)
    if note is None and revision(turn) != review.solution.revision:
        note = _changed_notice(desk)
    if note is not None:
        return await show_case(turn, desk, review, note)
    return Reply((_form(review, turn, desk, decision),))


def _find_obstacle(review: Review, turn: Turn, desk: Desk, decision: str) -> Notice | None:
    """Say why this cannot be decided any more, or not like that."""
    if not review.status.awaits_reviewer:
        return _decided_notice(review, turn, desk.wording)
    if decision == "approve" and not is_approvable(desk, review.solution):
        return Notice(desk.wording("review-not-approved"), Tone.CAREFUL)
    return None


def _changed_notice(desk: Desk) -> Notice:
    """Say that what was looked at is not what is registered now."""
    return Notice(desk.wording("review-changed"), Tone.CAREFUL)


def _form(review: Review, turn: Turn, desk: Desk, decision: str) -> Form:
    """Ask for the comment of a *decision* about the revision that was looked at."""
    words, solution = desk.wording, review.solution
    stop = decision == "reject" and not is_approvable(desk, solution)
    hint = words(f"review-{'stop' if stop else decision}-hint", maker=solution.owner.name)
    return Form(
        action=f"review.{decision}",
        key=f"{review.id}.{revision(turn)}",
        title=words(f"review-{decision}-title", reference=solution.reference),
        fields=(
            TextField(
                "comment",
                words(f"review-{decision}-label"),
                hint=hint,
                required=decision != "approve",
                multiline=True,
                max_length=COMMENT_MAX_CHARS,
            ),
        ),
        submit=words(f"review-{decision}-submit"),
    )


async def approve(turn: Turn, desk: Desk) -> Reply:
    """Approve, and tell the maker."""
    return await _decide(turn, desk, "approve")


async def ask(turn: Turn, desk: Desk) -> Reply:
    """Ask the maker for changes."""
    return await _decide(turn, desk, "ask")


async def reject(turn: Turn, desk: Desk) -> Reply:
    """Reject, and tell the maker why."""
    return await _decide(turn, desk, "reject")


async def _decide(turn: Turn, desk: Desk, decision: str) -> Reply:
    """Write a *decision* down and tell the maker, or say what is wrong with its form."""
    words, review = desk.wording, await find_review(turn, desk)
    form = _form(review, turn, desk, decision)
    values = clean(form, turn.what.values if isinstance(turn.what, Submitted) else {})
    if wrong := errors_in_words(mistakes(form, values), words):
        return Reply((filled(form, values, wrong),))
    if (note := _find_obstacle(review, turn, desk, decision)) is not None:
        return await show_case(turn, desk, review, note)
    comment = str(values["comment"])
    try:
        review = await _record(turn, desk, review.id, decision, comment)
    except ChangedMeanwhileError:
        return await show_case(turn, desk, review, _changed_notice(desk))
    await _notify_maker(turn, desk, review, decision, comment)
    done = words(
        f"review-{decision}-done",
        reference=review.solution.reference,
        maker=verbatim(review.solution.owner.name),
    )
    return Reply(
        (
            Notice(done, Tone.GOOD),
            Buttons((Button(words("review-next"), "review.start", main=True),)),
        )
    )


async def _record(turn: Turn, desk: Desk, number: int, decision: str, comment: str) -> Review:
    """Decide about the revision that was looked at, and about no other."""
    decisions, by, at, seen = desk.records.decisions, turn.person, turn.at, revision(turn)
    if decision == "approve":
        return await decisions.approve(number, by=by, at=at, comment=comment, seen=seen)
    if decision == "ask":
        return await decisions.ask_for_changes(number, by=by, at=at, comment=comment, seen=seen)
    return await decisions.reject(number, by=by, at=at, reason=comment, seen=seen)


async def _notify_maker(
    turn: Turn, desk: Desk, review: Review, decision: str, comment: str
) -> None:
    """Tell the maker, in their own language, what was decided and what to do next."""
    solution, reviewer = review.solution, verbatim(turn.person.name)
    words = desk.wording.to(solution.owner.locale)
    told = words(
        f"review-{decision}-told",
        reference=solution.reference,
        name=verbatim(solution.name),
        reviewer=reviewer,
    )
    said = (Text(words("review-said", reviewer=reviewer, comment=verbatim(comment))),)
    tone = {"approve": Tone.GOOD, "ask": Tone.CAREFUL, "reject": Tone.BAD}[decision]
    reply = Reply(
        (
            Notice(told, tone),
            *(said if comment else ()),
            Text(words(f"review-{decision}-next")),
            Buttons(_next_buttons(words, solution.reference, decision)),
        )
    )
    await desk.records.outbox.enqueue(
        solution.owner_id,
        kind=f"review.{review.status.value}",
        reply=reply.to_json(),
        key=f"review-{review.id}-{len(review.comments)}-{decision}-{turn.id}",
        at=turn.at,
    )


def _next_buttons(words: Wording, reference: str, decision: str) -> tuple[Button, ...]:
    """Offer the maker what helps after a *decision*."""
    open_button = Button(words("solutions-open"), "solutions.open", reference)
    mentor = Button(words("register-book"), "office-hours.start")
    if decision == "approve":
        return (Button(words("solutions-open"), "solutions.open", reference, main=True),)
    if decision == "ask":
        change = Button(words("solutions-change"), "register.revise", reference, main=True)
        return (change, mentor)
    return (open_button, mentor)


def _decided_notice(review: Review, turn: Turn, words: Wording) -> Notice:
    """Say that somebody was faster: who, what, and when."""
    who = verbatim(review.reviewer.name) if review.reviewer else words("review-nobody")
    at = words.moment(review.decided_at or turn.at, turn.person.zone)
    key = "review-mine-already" if review.reviewer_id == turn.person.id else "review-already"
    state = words(f"review-state-{slug(review)}")
    return Notice(words(key, who=who, state=state, at=at), Tone.CAREFUL)
