"""Solutions: one's own and those one looks after, and finding one by its name."""

from governance import NotFoundError, Solution
from handlers.files import READER_ROLES, may_read
from handlers.form import Choice, ChoiceField, Form, clean, errors_in_words, mistakes, refill
from handlers.options import SOLUTIONS
from handlers.reply import Block, Button, Buttons, Reply, Text
from handlers.solution_views.overview import show_solutions
from handlers.solutions.detail import show_detail
from handlers.turn import Desk, Submitted, Turn


async def start(turn: Turn, desk: Desk) -> Reply:
    """Show one solution when its reference is named, else all of one's own."""
    reference = _reference(turn.text)
    if reference:
        return await show_detail(turn, desk, await desk.records.registry.get(reference))
    return await show_mine(turn, desk)


async def show_mine(turn: Turn, desk: Desk) -> Reply:
    """Show one's own solutions, newest first, then those one backs up or was offered."""
    words = desk.wording
    own = await desk.records.registry.list_owned_by(turn.person)
    kept = await desk.records.registry.list_looked_after_by(turn.person)
    find_ = Button(words("solutions-find"), "solutions.find")
    others = (find_,) if READER_ROLES & turn.person.roles else ()
    after = await show_solutions(turn, desk, kept, is_list=True)
    looked_after: tuple[Block, ...] = (
        (Text(words("solutions-looked-after")), *after) if after else ()
    )
    if not own:
        register = Button(words("solutions-register"), "register.start", main=True)
        return Reply((Text(words("solutions-none")), Buttons((register, *others)), *looked_after))
    cards = await show_solutions(turn, desk, own, is_list=True)
    title = Text(words("solutions-title", count=len(own)))
    return Reply((title, *cards, *looked_after, *((Buttons(others),) if others else ())))


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
        return Reply((refill(form, values, errors_in_words(wrong, desk.wording)),))
    return await show_detail(turn, desk, solution)


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
    return await show_detail(turn, desk, await desk.records.registry.get(turn.text))


def _reference(text: str) -> str:
    """Find the reference of a solution in what was typed."""
    words = (word.strip(".,;:!?()\"'").upper() for word in text.split())
    return next((word for word in words if word.startswith("SOL-")), "")
