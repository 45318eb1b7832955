"""Deciding a review, and telling the maker what was decided and what to do next."""

from functools import partial

from governance import ChangedMeanwhileError, PersonRow, Review, is_approvable, list_unasked
from handlers.form import clean, errors_in_words, mistakes, refill
from handlers.reply import Block, Button, Buttons, Notice, Reply, Text, Tone, verbatim
from handlers.review.attempts import note_obstacle
from handlers.review.cases import missing_notice, show_case
from handlers.review.decision_forms import Decision, decision_form, read_decision
from handlers.review.rights import Rights, find_review, revision, rights_of, slug, titles_of
from handlers.solution_views.next_deciders import tell_deciders
from handlers.solution_views.notify import notify_makers
from handlers.solution_views.review_steps import pending_names
from handlers.turn import Desk, Submitted, Turn
from handlers.wording import Wording

APPROVALS = frozenset({"approve", "override"})
"""The decisions that approve; with an override, although something is missing."""


async def ask_approval(turn: Turn, desk: Desk) -> Reply:
    """Ask for a comment on an approval, and for its conditions; both may be left out."""
    return await _ask_words(turn, desk, "approve")


async def ask_override(turn: Turn, desk: Desk) -> Reply:
    """Ask a lead why something may be approved although requirements are open."""
    return await _ask_words(turn, desk, "override")


async def ask_changes(turn: Turn, desk: Desk) -> Reply:
    """Ask what should change."""
    return await _ask_words(turn, desk, "ask")


async def ask_rejection(turn: Turn, desk: Desk) -> Reply:
    """Ask for the reason of a rejection, and for a way forward."""
    return await _ask_words(turn, desk, "reject")


async def _ask_words(turn: Turn, desk: Desk, decision: str) -> Reply:
    """Show the form of a *decision*, unless there is something to know first."""
    review = await find_review(turn, desk)
    rights = await rights_of(turn, desk, review)
    note = await _find_obstacle(review, turn, desk, decision, rights)
    if note is None and revision(turn) != review.version.revision:
        note = _changed_notice(desk)
    if note is not None:
        return await show_case(turn, desk, review, note)
    return Reply((decision_form(review, turn, desk, decision, rights),))


async def _find_obstacle(
    review: Review, turn: Turn, desk: Desk, decision: str, rights: Rights
) -> Notice | None:
    """Say why this cannot be decided any more, or not like that.

    Raises:
        NotAllowedError: If it is not theirs to decide.
    """
    if not review.status.awaits_reviewer:
        return _decided_notice(review, turn, desk.wording)
    await _refuse_unless_asked(review, turn, desk)
    if decision not in APPROVALS:
        return None
    if not is_approvable(desk.policy, review.version):
        return Notice(desk.wording("review-not-approved"), Tone.CAREFUL)
    if not rights.may_approve:
        waits = pending_names(review, desk.policy, desk.wording)
        return Notice(desk.wording("review-others-next", who=waits))
    if rights.pending and not (decision == "override" and rights.is_lead):
        return missing_notice(rights, desk)
    return None


async def _refuse_unless_asked(review: Review, turn: Turn, desk: Desk) -> None:
    """Refuse whoever may not decide, while there is something to decide."""
    if review.status.awaits_reviewer:
        titles = titles_of(turn, desk)
        await desk.records.reviews.refuse_unless_asked(review, turn.person, titles=titles)


def _changed_notice(desk: Desk) -> Notice:
    """Say that what was looked at is not what is registered now."""
    return Notice(desk.wording("review-changed"), Tone.CAREFUL)


async def approve(turn: Turn, desk: Desk) -> Reply:
    """Approve, and tell the maker."""
    return await _decide(turn, desk, "approve")


async def override(turn: Turn, desk: Desk) -> Reply:
    """Approve although something is missing, with a reason that stays, and tell the maker."""
    return await _decide(turn, desk, "override")


async def ask(turn: Turn, desk: Desk) -> Reply:
    """Ask the maker for changes."""
    return await _decide(turn, desk, "ask")


async def reject(turn: Turn, desk: Desk) -> Reply:
    """Reject, and tell the maker why, and what would be possible instead."""
    return await _decide(turn, desk, "reject")


async def _decide(turn: Turn, desk: Desk, kind: str) -> Reply:
    """Write a decision down and tell the maker, or say what is wrong with its form."""
    words, review = desk.wording, await find_review(turn, desk)
    await _refuse_unless_asked(review, turn, desk)
    rights = await rights_of(turn, desk, review)
    form = decision_form(review, turn, desk, kind, rights)
    values = clean(form, turn.what.values if isinstance(turn.what, Submitted) else {})
    if wrong := errors_in_words(mistakes(form, values), words):
        return Reply((refill(form, values, wrong),))
    if (note := await _find_obstacle(review, turn, desk, kind, rights)) is not None:
        note_obstacle(turn, desk, review, "obstacle")
        return await show_case(turn, desk, review, note)
    decision, unasked = read_decision(kind, values, at=turn.at), list_unasked(desk.policy, review)
    try:
        review = await _record(turn, desk, review.id, kind, decision)
    except ChangedMeanwhileError:
        note_obstacle(turn, desk, review, "changed")
        return await show_case(turn, desk, review, _changed_notice(desk))
    is_step = kind in APPROVALS and review.status.awaits_reviewer
    said = "step" if is_step else "approve" if kind in APPROVALS else kind
    say = partial(_say, turn, desk, review, said, decision)
    await notify_makers(turn, desk, review.solution, say, kind=f"review.{said}")
    if is_step:
        await _tell_who_is_next(turn, desk, review, is_more_asked=bool(unasked))
    done = words(
        f"review-{said}-done",
        reference=review.solution.reference,
        maker=verbatim(review.solution.owner.name),
        who=pending_names(review, desk.policy, words),
    )
    next_ = Button(words("review-next"), "review.start", main=True)
    return Reply((Notice(done, Tone.GOOD), Buttons((next_,))))


async def _tell_who_is_next(turn: Turn, desk: Desk, review: Review, *, is_more_asked: bool) -> None:
    """Tell whose turn it is now that all before them have approved; others were told already.

    Where more people were asked with this approval, they hear of it as well.
    """
    first = min(step.position for step in review.steps if step.is_open)
    done = [step.position for step in review.steps if not step.is_open]
    if is_more_asked or max(done, default=first) < first:
        key = f"step-{review.version.number}-{first}"
        await tell_deciders(turn, desk, review, key=key)


async def _record(turn: Turn, desk: Desk, number: int, kind: str, decision: Decision) -> Review:
    """Decide about the revision that was looked at, and about no other."""
    decisions, by, at, seen = desk.records.decisions, turn.person, turn.at, revision(turn)
    titles = titles_of(turn, desk)
    if kind in APPROVALS:
        return await decisions.approve(
            number,
            policy=desk.policy,
            by=by,
            at=at,
            comment=decision.comment,
            seen=seen,
            titles=titles,
            conditions=decision.conditions,
            override=decision.override,
        )
    if kind == "ask":
        return await decisions.ask_for_changes(
            number, by=by, at=at, comment=decision.comment, seen=seen, titles=titles
        )
    reason = f"{decision.comment}\n{desk.wording('review-way', way=decision.way)}"
    return await decisions.reject(number, by=by, at=at, reason=reason, seen=seen, titles=titles)


def _say(  # noqa: PLR0913, PLR0917 - who is told comes last, as ``Say`` wants it
    turn: Turn,
    desk: Desk,
    review: Review,
    kind: str,
    decision: Decision,
    words: Wording,
    to: PersonRow,
) -> Reply:
    """Say, in the words of whoever is told, what was decided and what to do next."""
    solution, reviewer = review.solution, verbatim(turn.person.name)
    told = words(
        f"review-{kind}-told",
        reference=solution.reference,
        name=verbatim(review.version.name),
        reviewer=reviewer,
        who=pending_names(review, desk.policy, words),
    )
    tone = {"approve": Tone.GOOD, "step": Tone.WAITING, "ask": Tone.CAREFUL, "reject": Tone.BAD}
    next_ = () if kind == "step" else (Text(words(f"review-{kind}-next")),)
    return Reply(
        (
            Notice(told, tone[kind]),
            *_said(decision, reviewer, words, to.zone),
            *next_,
            Buttons(_next_buttons(words, review, kind, to)),
        )
    )


def _said(decision: Decision, reviewer: str, words: Wording, zone: str) -> tuple[Block, ...]:
    """Give what whoever decided wrote, with its conditions, or the way forward."""
    blocks = []
    if said := decision.comment or decision.override:
        blocks.append(words("review-said", reviewer=reviewer, comment=verbatim(said)))
    if decision.way:
        blocks.append(words("review-way", way=verbatim(decision.way)))
    if decision.conditions:
        until = words.moment(decision.conditions[0].due_at, zone)
        title = words("review-conditions-told", until=until)
        lines = [f"- {verbatim(each.text)}" for each in decision.conditions]
        blocks.append("\n".join([title, "", *lines]))
    return tuple(Text(block) for block in blocks)


def _next_buttons(words: Wording, review: Review, kind: str, to: PersonRow) -> tuple[Button, ...]:
    """Offer whoever is told what helps after a decision; only the owner changes answers."""
    reference, is_owner = review.solution.reference, to.id == review.solution.owner_id
    open_button = Button(words("solutions-open"), "solutions.open", reference)
    mentor = Button(words("register-book"), "office-hours.start")
    if kind in {"approve", "step"} or not is_owner:
        return (Button(words("solutions-open"), "solutions.open", reference, main=True),)
    if kind == "ask":
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
