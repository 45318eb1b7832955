"""Deciding a review, and telling the maker what was decided and what to do next."""

from governance import Review
from handlers.form import Form, TextField, clean, filled, mistakes
from handlers.reply import Button, Buttons, Notice, Reply, Text, Tone
from handlers.review.cases import OPEN, case, find, slug
from handlers.turn import Desk, Submitted, Turn
from handlers.wording import Wording

LONGEST = 1000
"""How many characters a comment may have."""


async def approving(turn: Turn, desk: Desk) -> Reply:
    """Ask for a comment on an approval, which may be left out."""
    return await _deciding(turn, desk, "approve")


async def asking(turn: Turn, desk: Desk) -> Reply:
    """Ask what should change."""
    return await _deciding(turn, desk, "ask")


async def rejecting(turn: Turn, desk: Desk) -> Reply:
    """Ask for the reason of a rejection."""
    return await _deciding(turn, desk, "reject")


async def _deciding(turn: Turn, desk: Desk, decision: str) -> Reply:
    """Show the form of a *decision*, unless somebody was faster."""
    review = await find(turn, desk)
    if review.status not in OPEN:
        return await case(turn, desk, review, _decided(review, turn, desk.wording))
    return Reply((_form(review, decision, desk.wording),))


def _form(review: Review, decision: str, words: Wording) -> Form:
    solution = review.solution
    return Form(
        action=f"review.{decision}",
        key=str(review.id),
        title=words(f"review-{decision}-title", reference=solution.reference),
        fields=(
            TextField(
                "comment",
                words(f"review-{decision}-label"),
                hint=words(f"review-{decision}-hint", maker=solution.owner.name),
                required=decision != "approve",
                multiline=True,
                max_length=LONGEST,
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
    words, review = desk.wording, await find(turn, desk)
    form = _form(review, decision, words)
    values = clean(form, turn.what.values if isinstance(turn.what, Submitted) else {})
    wrong = {each.field: words(each.key, **each.facts) for each in mistakes(form, values)}
    if wrong:
        return Reply((filled(form, values, wrong),))
    if review.status not in OPEN:
        return await case(turn, desk, review, _decided(review, turn, words))
    comment = str(values["comment"])
    reviews, number = desk.office.reviews, review.id
    if decision == "approve":
        review = await reviews.approve(number, by=turn.person, at=turn.at, comment=comment)
    elif decision == "ask":
        review = await reviews.ask_for_changes(number, by=turn.person, at=turn.at, comment=comment)
    else:
        review = await reviews.reject(number, by=turn.person, at=turn.at, reason=comment)
    await _tell(turn, desk, review, decision, comment)
    done = words(
        f"review-{decision}-done",
        reference=review.solution.reference,
        maker=review.solution.owner.name,
    )
    return Reply(
        (
            Notice(done, Tone.GOOD),
            Buttons((Button(words("review-next"), "review.start", main=True),)),
        )
    )


async def _tell(turn: Turn, desk: Desk, review: Review, decision: str, comment: str) -> None:
    """Tell the maker, in their own language, what was decided and what to do next."""
    solution = review.solution
    words = desk.wording.to(solution.owner.locale)
    told = words(
        f"review-{decision}-told",
        reference=solution.reference,
        name=solution.name,
        reviewer=turn.person.name,
    )
    said = (Text(words("review-said", reviewer=turn.person.name, comment=comment)),)
    tone = {"approve": Tone.GOOD, "ask": Tone.CAREFUL, "reject": Tone.BAD}[decision]
    reply = Reply(
        (
            Notice(told, tone),
            *(said if comment else ()),
            Text(words(f"review-{decision}-next")),
            Buttons(_next(words, solution.reference, decision)),
        )
    )
    await desk.office.outbox.owe(
        solution.owner_id,
        kind=f"review.{review.status.value}",
        reply=reply.to_json(),
        key=f"review-{review.id}-{len(review.comments)}-{decision}-{turn.id}",
        at=turn.at,
    )


def _next(words: Wording, reference: str, decision: str) -> tuple[Button, ...]:
    """Offer the maker what helps after a *decision*."""
    open_button = Button(words("solutions-open"), "solutions.open", reference)
    mentor = Button(words("register-book"), "office-hours.start")
    if decision == "approve":
        return (Button(words("solutions-open"), "solutions.open", reference, main=True),)
    if decision == "ask":
        change = Button(words("solutions-change"), "register.revise", reference, main=True)
        return (change, mentor)
    return (open_button, mentor)


def _decided(review: Review, turn: Turn, words: Wording) -> Notice:
    """Say that somebody was faster: who, what, and when."""
    who = review.reviewer.name if review.reviewer else words("review-nobody")
    at = words.moment(review.decided_at or turn.at, turn.person.zone)
    key = "review-mine-already" if review.reviewer_id == turn.person.id else "review-already"
    state = words(f"review-state-{slug(review)}")
    return Notice(words(key, who=who, state=state, at=at), Tone.CAREFUL)
