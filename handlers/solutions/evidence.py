"""Handing in evidence for a solution, taking a file out, and taking a piece away again."""

from collections.abc import Sequence

from governance import (
    Evidence,
    EvidenceDecidedError,
    EvidenceNotFoundError,
    EvidencePiece,
    NotTheOwnerError,
    Solution,
)
from handlers.files import may_read_evidence
from handlers.form import (
    LINK,
    MAX_FILES,
    Choice,
    ChoicesField,
    FileField,
    Form,
    clean,
    errors_in_words,
    mistakes,
    refill,
)
from handlers.reply import Block, Button, Buttons, KeptFile, Notice, Reply, Tone
from handlers.solution_views.evidence_list import show_evidence
from handlers.solution_views.notify import about_review, find_open_review, notify
from handlers.solution_views.summary import send_back_hint
from handlers.turn import Desk, Submitted, Turn


async def ask(turn: Turn, desk: Desk) -> Reply:
    """Show the owner a form with a place for each thing that the tier asks for."""
    solution = await get_own(turn, desk, turn.text)
    pieces = await desk.records.evidence.list_for(solution)
    wanted = required_evidence(desk, solution)
    if not wanted:
        return Reply((Notice(desk.wording("solutions-evidence-none-asked")),))
    talk = Button(desk.wording("solutions-evidence-talk"), "solutions.talk", solution.reference)
    return Reply((_form(desk, solution, wanted, pieces), Buttons((talk,))))


async def add(turn: Turn, desk: Desk) -> Reply:
    """Add what was taken; what was not is said at its field, and the rest is there all the same."""
    solution = await get_own(turn, desk, turn.text)
    wanted = required_evidence(desk, solution)
    form = _form(desk, solution, wanted, ())
    values = clean(form, turn.what.values if isinstance(turn.what, Submitted) else {})
    added = [
        piece
        for each in wanted
        for piece in await hand_in(turn, desk, solution, each.id, values[each.id][:MAX_FILES])
    ]
    wrong = errors_in_words(mistakes(form, values), desk.wording)
    pieces = await desk.records.evidence.list_for(solution)
    if wrong:
        return Reply((refill(_form(desk, solution, wanted, pieces), values, wrong),))
    said = "solutions-evidence-added" if added else "solutions-evidence-nothing"
    note = Notice(
        desk.wording(said, reference=solution.reference), Tone.GOOD if added else Tone.PLAIN
    )
    return Reply(
        (note, *send_back_hint(solution, desk.wording), *await own_evidence(desk, solution, pieces))
    )


async def carry_over(turn: Turn, desk: Desk) -> Reply:
    """Let the new version be shown by what showed the one before it."""
    solution = await get_own(turn, desk, turn.text)
    await desk.records.evidence.carry_over(solution, by=turn.person, at=turn.at)
    pieces = await desk.records.evidence.list_for(solution)
    note = Notice(desk.wording("solutions-carried-over", reference=solution.reference), Tone.GOOD)
    return Reply(
        (note, *send_back_hint(solution, desk.wording), *await own_evidence(desk, solution, pieces))
    )


async def carry_over_button(
    desk: Desk, solution: Solution, pieces: Sequence[EvidencePiece]
) -> tuple[Button, ...]:
    """Offer to carry evidence over, where the version before had some that this one has not."""
    if solution.current.number == 1 or solution.is_retired:
        return ()
    versions = await desk.records.registry.list_versions(solution)
    before = next((each for each in versions if each.number == solution.current.number - 1), None)
    earlier = await desk.records.evidence.list_of_version(before) if before else ()
    if {piece.id for piece in earlier} <= {piece.id for piece in pieces}:
        return ()
    label = desk.wording("solutions-carry-over")
    return (Button(label, "solutions.carry-over", solution.reference),)


async def hand_in(
    turn: Turn, desk: Desk, solution: Solution, evidence: str, values: Sequence[str]
) -> tuple[EvidencePiece, ...]:
    """Add files that were taken, and links; say which are new."""
    files, by, at = desk.records.evidence, turn.person, turn.at
    links = [each for each in values if LINK.fullmatch(each)]
    linked = [await files.add_link(solution, evidence, each, by=by, at=at) for each in links]
    return (*await files.add(solution, evidence, values, by=by, at=at), *linked)


async def send_file(turn: Turn, desk: Desk) -> Reply:
    """Give a file to somebody who may read what it belongs to."""
    piece = await desk.records.evidence.get(turn.text)
    if piece.solution is None or piece.is_link:
        raise EvidenceNotFoundError(turn.text)
    if not await may_read_evidence(desk.records, turn.person, piece.solution, desk.policy):
        raise EvidenceNotFoundError(turn.text)
    return Reply((KeptFile(piece.key, piece.name, piece.name),))


async def choose_removals(turn: Turn, desk: Desk) -> Reply:
    """Ask the owner which pieces to take away: those that no decision rests on.

    Raises:
        EvidenceDecidedError: If a decision rests on all of them.
    """
    solution = await get_own(turn, desk, turn.text)
    pieces = await desk.records.evidence.list_removable(solution)
    if not pieces:
        raise EvidenceDecidedError(solution.reference)
    return Reply((_removal_form(desk, solution, pieces),))


async def remove(turn: Turn, desk: Desk) -> Reply:
    """Take away the chosen pieces, and tell whoever has the case; one that has gone is fine."""
    solution = await get_own(turn, desk, turn.text)
    pieces = await desk.records.evidence.list_for(solution)
    values = turn.what.values if isinstance(turn.what, Submitted) else {}
    chosen = set(clean(_removal_form(desk, solution, pieces), values)["pieces"])
    for piece in pieces:
        if piece.key in chosen:
            await desk.records.evidence.remove(piece.key, by=turn.person, at=turn.at)
    review = await find_open_review(desk, solution)
    if chosen and review is not None:
        say = about_review(review, "solutions-evidence-removed-told", who=turn.person.name)
        await notify(turn, desk, (review.reviewer,), say, kind="solution.evidence_removed")
    left = [piece for piece in pieces if piece.key not in chosen]
    note = Notice(desk.wording("solutions-evidence-removed", count=len(pieces) - len(left)))
    return Reply((note, *await own_evidence(desk, solution, left)))


async def own_evidence(
    desk: Desk,
    solution: Solution,
    pieces: Sequence[EvidencePiece],
    *others: Button,
    may_add: bool = True,
) -> tuple[Block, ...]:
    """Show the owner their evidence, with the ways to add to it and to take from it.

    Where it stands beside what is missing, the way to add is offered there: without *may_add*.
    """
    words, reference = desk.wording, solution.reference
    add_ = Button(words("solutions-evidence-add"), "solutions.evidence", reference)
    take = Button(words("solutions-evidence-remove"), "solutions.removing", reference)
    removable = await desk.records.evidence.list_removable(solution)
    buttons = (
        *((add_,) if may_add and required_evidence(desk, solution) else ()),
        *((take,) if removable else ()),
        *others,
    )
    return show_evidence(pieces, desk.policy, words, *buttons)


def required_evidence(desk: Desk, solution: Solution) -> tuple[Evidence, ...]:
    """List what files and links can show of what the tier of *solution* asks for, while in use."""
    if solution.is_retired:
        return ()
    tier = desk.policy.tier(solution.tier)
    return tuple(
        each
        for each in desk.policy.evidence
        if each.id in tier.evidence and each.shown_by == "evidence"
    )


async def get_own(turn: Turn, desk: Desk, reference: str) -> Solution:
    """Find a solution of this person.

    Raises:
        NotTheOwnerError: If it is somebody else's.
    """
    solution = await desk.records.registry.get(reference)
    if solution.owner_id != turn.person.id:
        raise NotTheOwnerError(solution.reference)
    return solution


def _form(
    desk: Desk, solution: Solution, wanted: Sequence[Evidence], pieces: Sequence[EvidencePiece]
) -> Form:
    words = desk.wording
    return Form(
        "solutions.add",
        solution.reference,
        words("solutions-evidence-title", reference=solution.reference),
        tuple(
            FileField(
                each.id,
                each.name.to(words.locale),
                each.how.to(words.locale),
                tuple(piece.name for piece in pieces if piece.evidence == each.id),
                required=False,
            )
            for each in wanted
        ),
        words("form-send"),
        words("solutions-evidence-intro"),
    )


def _removal_form(desk: Desk, solution: Solution, pieces: Sequence[EvidencePiece]) -> Form:
    words = desk.wording
    return Form(
        "solutions.remove",
        solution.reference,
        words("solutions-evidence-title", reference=solution.reference),
        (
            ChoicesField(
                "pieces",
                words("solutions-evidence-which"),
                tuple(Choice(piece.key, piece.name) for piece in pieces),
                required=False,
            ),
        ),
        words("solutions-evidence-take-away"),
    )
