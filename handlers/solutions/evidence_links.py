"""Handing in evidence by talking: one after the other, a link, files or "skip" for each."""

from governance import Draft, Policy
from handlers.form import LINK
from handlers.phrase_match import means
from handlers.reply import Block, Button, Buttons, Notice, Reply, Text, Tone
from handlers.solution_views.evidence_list import show_evidence
from handlers.solutions.evidence import get_own, hand_in, required_evidence
from handlers.turn import Desk, Fit, Submitted, Turn


def hears(_draft: Draft, _policy: Policy, text: str) -> Fit:
    """Tell whether *text* is a link, or a wish to go past this one or to stop."""
    return Fit.ANSWER if LINK.fullmatch(text.strip()) or _is_wish(text) else Fit.NOTHING


async def talk(turn: Turn, desk: Desk) -> Reply:
    """Begin to ask for the evidence of a solution, here in the conversation."""
    solution = await get_own(turn, desk, turn.text)
    drafts, kind = desk.records.drafts, f"solutions.{solution.reference}"
    draft = await drafts.find_open(turn.person, kind) or await drafts.start(
        turn.person, kind, answers={}, subject=solution.reference, at=turn.at
    )
    return await _ask(turn, desk, draft, 0)


async def go_on(turn: Turn, desk: Desk) -> Reply:
    """Ask again for what was asked for last."""
    draft = await desk.records.drafts.get(turn.text, person=turn.person)
    return await _ask(turn, desk, draft, max(0, draft.step - 1))


async def process_link(turn: Turn, desk: Desk) -> Reply:
    """Add a pasted link, go past this one, or stop."""
    draft = await desk.records.drafts.get(turn.text.partition(".")[0], person=turn.person)
    typed = turn.what.values if isinstance(turn.what, Submitted) else {}
    text, files = str(typed.get("said", "")).strip(), tuple(typed.get("files", ()))
    if means("register-words-stop", text):
        return await _finish(turn, desk, draft)
    at = max(0, draft.step - 1)
    if means("register-words-skip", text):
        return await _ask(turn, desk, draft, at + 1)
    if not files and not LINK.fullmatch(text):
        note = Notice(desk.wording("form-no-link"), Tone.CAREFUL)
        return await _ask(turn, desk, draft, at, note)
    solution = await get_own(turn, desk, draft.subject)
    asked = required_evidence(desk, solution)[at : at + 1]
    for each in asked:
        await hand_in(turn, desk, solution, each.id, files or (text,))
    return await _ask(turn, desk, draft, at + 1)


async def _ask(turn: Turn, desk: Desk, draft: Draft, at: int, *notes: Block) -> Reply:
    """Ask for the evidence number *at*; after the last one, show what there is."""
    words, solution = desk.wording, await get_own(turn, desk, draft.subject)
    asked = required_evidence(desk, solution)
    if at >= len(asked):
        return await _finish(turn, desk, draft)
    await desk.records.drafts.save(
        draft, answers={}, step=at + 1, asked_in=turn.place.name, at=turn.at
    )
    progress = words("register-progress", n=at + 1, of=len(asked))
    name, how = asked[at].name.to(words.locale), asked[at].how.to(words.locale)
    question = words("solutions-evidence-ask", name=name, how=how)
    form = Button(words("register-form"), "solutions.evidence", solution.reference)
    return Reply((*notes, Text(f"_{progress}_\n\n{question}"), Buttons((form,))))


async def _finish(turn: Turn, desk: Desk, draft: Draft) -> Reply:
    """Ask for no more, and show what was handed in."""
    await desk.records.drafts.close(draft, at=turn.at)
    solution = await get_own(turn, desk, draft.subject)
    pieces = await desk.records.evidence.list_for(solution)
    note = Notice(desk.wording("solutions-evidence-for-now", reference=solution.reference))
    more = Button(desk.wording("solutions-open"), "solutions.open", solution.reference)
    return Reply((note, *show_evidence(pieces, desk.policy, desk.wording), Buttons((more,))))


def _is_wish(text: str) -> bool:
    return means("register-words-stop", text) or means("register-words-skip", text)
