"""Solutions: one's own, one of them with all that is in it, and finding one by its name."""

from governance import NotFoundError, Person, Review, Solution
from handlers.files import READER_ROLES, may_read
from handlers.form import Choice, ChoiceField, Form, clean, errors_in_words, filled, mistakes
from handlers.options import SOLUTIONS
from handlers.reply import Block, Button, Buttons, Card, Notice, Reply, Text, Tone, verbatim
from handlers.solution_views.assessment import (
    answer_cards,
    list_needed,
    outlook,
    show_reasons,
    show_standards,
    why_sooner,
)
from handlers.solution_views.comments import show_comments
from handlers.solution_views.evidence_list import show_evidence
from handlers.solution_views.obstacles import show_obstacle
from handlers.solution_views.summary import send_back_button, standing_of, subject_of
from handlers.solutions.evidence import own_evidence
from handlers.turn import Desk, Submitted, Turn


async def start(turn: Turn, desk: Desk) -> Reply:
    """Show one solution when its reference is named, else all of one's own."""
    reference = _reference(turn.text)
    if reference:
        return await _show_detail(turn, desk, await desk.records.registry.get(reference))
    return await show_mine(turn, desk)


async def show_mine(turn: Turn, desk: Desk) -> Reply:
    """Show one's own solutions, newest first."""
    words = desk.wording
    own = await desk.records.registry.list_owned_by(turn.person)
    find_ = Button(words("solutions-find"), "solutions.find")
    others = (find_,) if READER_ROLES & turn.person.roles else ()
    if not own:
        register = Button(words("solutions-register"), "register.start", main=True)
        return Reply((Text(words("solutions-none")), Buttons((register, *others))))
    cards = [await _card(turn, desk, solution) for solution in own]
    title = Text(words("solutions-title", count=len(own)))
    return Reply((title, *cards, *((Buttons(others),) if others else ())))


async def find(_turn: Turn, desk: Desk) -> Reply:
    """Ask which solution to show."""
    return Reply((_search_form(desk, None),))


async def show_found(turn: Turn, desk: Desk) -> Reply:
    """Show the solution that was chosen, if there is one that this person may read."""
    typed = turn.what.values if isinstance(turn.what, Submitted) else {}
    solution = await _find_readable(
        turn, desk, str(clean(_search_form(desk, None), typed)["solution"])
    )
    form = _search_form(desk, solution)
    values = {"solution": solution.reference} if solution else clean(form, typed)
    wrong = mistakes(form, values)
    if wrong or solution is None:
        return Reply((filled(form, values, errors_in_words(wrong, desk.wording)),))
    return await _show_detail(turn, desk, solution)


async def _find_readable(turn: Turn, desk: Desk, reference: str) -> Solution | None:
    try:
        solution = await desk.records.registry.get(reference)
    except NotFoundError:
        return None
    return solution if may_read(turn.person, solution) else None


def _search_form(desk: Desk, known: Solution | None) -> Form:
    """Ask for a solution by typing a part of its name; *known* is the one that was chosen."""
    words = desk.wording
    choices = (Choice(known.reference, f"{known.reference} · {known.name}"),) if known else ()
    which = ChoiceField(
        "solution",
        words("solutions-which"),
        choices,
        hint=words("solutions-which-hint"),
        source=SOLUTIONS,
    )
    return Form("solutions.found", "", words("solutions-find"), (which,), words("solutions-open"))


async def open_(turn: Turn, desk: Desk) -> Reply:
    """Show one solution."""
    return await _show_detail(turn, desk, await desk.records.registry.get(turn.text))


async def retire(turn: Turn, desk: Desk) -> Reply:
    """Take one's own solution out of use."""
    solution = await desk.records.operations.retire(turn.text, by=turn.person, at=turn.at)
    said = desk.wording(
        "solutions-retired", reference=solution.reference, name=verbatim(solution.name)
    )
    mine_ = Button(desk.wording("solutions-mine"), "solutions.mine")
    return Reply((Notice(said, Tone.GOOD), Buttons((mine_,))))


def _reference(text: str) -> str:
    """Find the reference of a solution in what was typed."""
    words = (word.strip(".,;:!?()\"'").upper() for word in text.split())
    return next((word for word in words if word.startswith("SOL-")), "")


async def _card(turn: Turn, desk: Desk, solution: Solution) -> Card:
    """Show one of several solutions: its state, who has it, until when, and the next step."""
    review = await desk.records.reviews.find_latest(solution)
    stands = standing_of(desk.policy, solution, review, desk.wording, turn.person.zone)
    return Card(
        f"{solution.reference} · {solution.name}",
        status=stands.state,
        tone=stands.tone,
        facts=stands.facts,
        buttons=(stands.button,),
    )


async def _show_detail(turn: Turn, desk: Desk, solution: Solution) -> Reply:
    """Show all of one solution to those who may see it."""
    words, zone = desk.wording, turn.person.zone
    if not may_read(turn.person, solution):
        name, reference = verbatim(solution.owner.name), solution.reference
        refusal = words("solutions-not-yours", name=name, reference=reference)
        return Reply((Notice(refusal, Tone.CAREFUL),))
    seen = await outlook(desk, solution.answers)
    review = await desk.records.reviews.find_latest(solution)
    said = await desk.records.comments.list_all(solution)
    completed = await desk.records.training.list_completed(turn.person)
    pieces = await desk.records.evidence.list_for(solution)
    given = {piece.evidence for piece in pieces}
    stands = standing_of(desk.policy, solution, review, words, zone)
    tier, is_mine = desk.policy.tier(solution.tier), solution.owner_id == turn.person.id
    facts = (
        (words("solutions-owner"), solution.owner.name),
        *stands.facts,
        (words("solutions-registered"), words.moment(solution.registered_at, zone)),
    )
    head = Card(
        f"{solution.reference} · {solution.name}",
        status=stands.state,
        tone=stands.tone,
        facts=facts,
        markdown=verbatim(solution.purpose),
    )
    return Reply(
        (
            head,
            *show_comments(said, words, zone),
            *answer_cards(desk, solution.answers),
            *show_obstacle(turn, desk, solution.answers, seen.assessment, review),
            *show_reasons(turn, desk, solution.answers, seen.assessment),
            *show_standards(desk, seen.assessment),
            *(
                list_needed(
                    turn,
                    desk,
                    tier,
                    review,
                    completed=completed,
                    given=given,
                    sooner=why_sooner(desk.policy, seen.assessment),
                )
                if is_mine
                else ()
            ),
            *(
                own_evidence(desk, solution, pieces)
                if is_mine
                else show_evidence(pieces, desk.policy, words)
            ),
            *_ways_down(desk, seen.ways_down),
            *_buttons(desk, solution, review, turn.person),
        ),
        about=subject_of(solution),
    )


def _ways_down(desk: Desk, ways: tuple[str, ...]) -> tuple[Block, ...]:
    if not ways:
        return ()
    title = desk.wording("solutions-lower-title")
    return (Text("\n".join([title, "", *(f"- {way}" for way in ways)])),)


def _buttons(
    desk: Desk, solution: Solution, review: Review | None, person: Person
) -> tuple[Block, ...]:
    """Offer the owner to change or to retire it, and a reviewer to open the review."""
    words, buttons = desk.wording, []
    if solution.owner_id == person.id and not solution.is_retired:
        back = send_back_button(solution, words)
        buttons = [
            *back,
            Button(words("solutions-change"), "register.revise", solution.reference, main=not back),
            Button(
                words("solutions-retire"),
                "solutions.retire",
                solution.reference,
                danger=True,
                confirm=words("solutions-retire-confirm", reference=solution.reference),
            ),
        ]
    elif review is not None and solution.owner_id != person.id:
        buttons = [Button(words("solutions-open-review"), "review.open", str(review.id))]
    return (Buttons(tuple(buttons)),) if buttons else ()
