"""Whose a case is: taken, taken over, given back, and given to somebody else."""

from collections.abc import Mapping
from functools import partial

from governance import Person, PersonRow, Review
from handlers.form import Choice, ChoiceField, Form, clean, errors_in_words, mistakes, refill
from handlers.reply import Button, Buttons, Notice, Reply, Tone, verbatim
from handlers.review.attempts import note_obstacle
from handlers.review.cases import show_case
from handlers.review.rights import find_review, list_candidates, number, read_id, titles_of
from handlers.solution_views.notify import notify, notify_makers
from handlers.turn import Desk, Submitted, Turn
from handlers.wording import Wording


async def take(turn: Turn, desk: Desk) -> Reply:
    """Start to look at a case, so that others see who does; who had it before is told."""
    reviews, holder_id = desk.records.reviews, read_id(turn.text.partition(".")[2]) or None
    earlier = (await find_review(turn, desk)).reviewer if holder_id else None
    review = await reviews.take(
        number(turn),
        by=turn.person,
        at=turn.at,
        instead_of=holder_id,
        titles=titles_of(turn, desk),
    )
    if earlier is not None and earlier.id != turn.person.id:
        say = partial(_say_taken_over, turn, review)
        await notify(turn, desk, (earlier,), say, kind="review.taken_over")
        await _tell_makers(turn, desk, review, turn.person.name)
    return await show_case(turn, desk, review, Notice(desk.wording("review-taken"), Tone.GOOD))


async def give_back(turn: Turn, desk: Desk) -> Reply:
    """Leave a case to somebody else."""
    review = await desk.records.reviews.give_back(number(turn), by=turn.person, at=turn.at)
    return await show_case(turn, desk, review, Notice(desk.wording("review-given-back"), Tone.GOOD))


async def ask_to_whom(turn: Turn, desk: Desk) -> Reply:
    """Ask who should have a case; each name says how many open cases that person has."""
    review = await find_review(turn, desk)
    form = await _form(turn, desk, review)
    if not form.fields:
        return await show_case(turn, desk, review, Notice(desk.wording("review-give-nobody")))
    return Reply((form,))


async def give(turn: Turn, desk: Desk) -> Reply:
    """Give a case to somebody, and tell them and whoever had it."""
    review = await find_review(turn, desk)
    form = await _form(turn, desk, review)
    values = clean(form, turn.what.values if isinstance(turn.what, Submitted) else {})
    if wrong := errors_in_words(mistakes(form, values), desk.wording):
        note_obstacle(turn, desk, review, "not offered")
        return Reply((refill(form, values, wrong),))
    to = await desk.records.people.get(read_id(str(values.get("to", ""))))
    earlier = review.reviewer
    review = await _delegate(turn, desk, review, to, kind="review.given")
    if earlier is not None and earlier.id not in {turn.person.id, to.id}:
        say = partial(_say_taken_over, turn, review)
        await notify(turn, desk, (earlier,), say, kind="review.taken_over")
    done = desk.wording("review-give-done", name=verbatim(to.name))
    return await show_case(turn, desk, review, Notice(done, Tone.GOOD))


async def ask_cover(turn: Turn, desk: Desk) -> Reply:
    """Ask who should have all that whoever speaks has, while they are away."""
    form = await _cover_form(turn, desk)
    if not form.fields:
        return Reply((Notice(desk.wording("review-give-nobody")),))
    return Reply((form,))


async def leave(turn: Turn, desk: Desk) -> Reply:
    """Give somebody every case that they may decide; tell them and the makers, and what is left."""
    form = await _cover_form(turn, desk)
    values = clean(form, turn.what.values if isinstance(turn.what, Submitted) else {})
    if wrong := errors_in_words(mistakes(form, values), desk.wording):
        return Reply((refill(form, values, wrong),))
    to = await desk.records.people.get(read_id(str(values.get("to", ""))))
    given, left = list[str](), list[str]()
    for review in await desk.records.reviews.list_held_by(turn.person):
        reference = review.solution.reference
        if to.id in {each.id for each in await list_candidates(turn, desk, review)}:
            await _delegate(turn, desk, review, to, kind=f"review.given.{review.id}")
            given.append(reference)
        else:
            left.append(reference)
    words = desk.wording
    done = words("review-leave-done", name=verbatim(to.name), given=", ".join(given))
    rest = words("review-leave-left", left=", ".join(left))
    notes = [Notice(done, Tone.GOOD)] if given else []
    notes += [Notice(rest, Tone.CAREFUL)] if left else []
    return Reply((*notes, Buttons((Button(words("review-next"), "review.start"),))))


async def _delegate(turn: Turn, desk: Desk, review: Review, to: Person, *, kind: str) -> Review:
    """Give a case to somebody, and tell them and the makers."""
    review = await desk.records.reviews.delegate(
        review.id,
        to=to,
        by=turn.person,
        at=turn.at,
        titles=titles_of(turn, desk),
        to_titles=desk.policy.titles_of(to.email, to.roles),
    )
    say = partial(_say_given, turn, review)
    await notify(turn, desk, (review.reviewer,), say, kind=kind)
    await _tell_makers(turn, desk, review, to.name)
    return review


async def _cover_form(turn: Turn, desk: Desk) -> Form:
    """Ask for one of those who may decide any of what whoever speaks has."""
    words, reviews = desk.wording, desk.records.reviews
    counts, found = await reviews.count_open_by_reviewer(), dict[int, Person]()
    for review in await reviews.list_held_by(turn.person):
        found |= {each.id: each for each in await list_candidates(turn, desk, review)}
    choices = tuple(_choice(each, counts, words) for each in found.values())
    to = ChoiceField("to", words("review-leave-label"), choices)
    return Form(
        "review.leave",
        "",
        words("review-leave-title"),
        (to,) if choices else (),
        words("review-leave-submit"),
    )


def _choice(person: Person, counts: Mapping[int, int], words: Wording) -> Choice:
    """Name somebody, and how many open cases they have."""
    count = counts.get(person.id, 0)
    return Choice(str(person.id), words("review-give-to", name=person.name, count=count))


async def _form(turn: Turn, desk: Desk, review: Review) -> Form:
    """Ask for one of those who may decide; there is no field where nobody else may."""
    words = desk.wording
    counts = await desk.records.reviews.count_open_by_reviewer()
    found = await list_candidates(turn, desk, review)
    choices = tuple(_choice(each, counts, words) for each in found)
    to = ChoiceField("to", words("review-give-label"), choices)
    return Form(
        "review.give",
        str(review.id),
        words("review-give-title", reference=review.solution.reference),
        (to,) if choices else (),
        words("review-give-submit"),
    )


async def _tell_makers(turn: Turn, desk: Desk, review: Review, name: str) -> None:
    say = partial(_say_who_has_it, review, name)
    await notify_makers(turn, desk, review.solution, say, kind=f"review.handed_on.{review.id}")


def _say_taken_over(turn: Turn, review: Review, words: Wording, _to: PersonRow) -> Reply:
    told = words(
        "review-taken-over",
        reviewer=verbatim(turn.person.name),
        reference=review.solution.reference,
    )
    return Reply((Notice(told), _open_button(words, review)))


def _say_given(turn: Turn, review: Review, words: Wording, to: PersonRow) -> Reply:
    told = words(
        "review-given",
        reviewer=verbatim(turn.person.name),
        reference=review.solution.reference,
        name=verbatim(review.version.name),
        until=words.moment(review.due_at, to.zone),
    )
    return Reply((Notice(told), _open_button(words, review)))


def _say_who_has_it(review: Review, name: str, words: Wording, to: PersonRow) -> Reply:
    told = words(
        "review-handed-on",
        reviewer=verbatim(name),
        reference=review.solution.reference,
        until=words.moment(review.due_at, to.zone),
    )
    open_ = Button(words("solutions-open"), "solutions.open", review.solution.reference)
    return Reply((Notice(told), Buttons((open_,))))


def _open_button(words: Wording, review: Review) -> Buttons:
    return Buttons((Button(words("review-open"), "review.open", str(review.id)),))
