"""A whole life of a solution, by the buttons that people are offered, on each kind of database."""

from governance import Operation, Solution, VersionState
from handlers.form import Form
from handlers.turn import Pressed
from tests.fixtures.conversation import ARUN, BEN, LINH, SARI, Conversation, form, plain
from tests.handlers.registering import INVOICES, register

LIFE = (
    "solution.registered",
    "review.requested",
    "review.taken",
    "review.changes_requested",
    "review.commented",
    "solution.evidence_added",
    "solution.evidence_added",
    "review.sent_back",
    "requirement.added",
    "review.approved",
    "requirement.met",
    "solution.revised",
    "review.requested",
    "review.rejected",
    "solution.paused",
    "solution.offered",
    "solution.handed_over",
    "attempt.refused",
    "solution.retired",
)
"""What is written down of a life, in order."""


async def look(talk: Conversation) -> Solution:
    """Look the solution up."""
    async with talk.database.reading() as records:
        return await records.registry.get("SOL-0001")


async def test_a_whole_life(conversation: Conversation) -> None:
    """From registering to retired: who must act is told, and finds the button for it."""
    await register(conversation, INVOICES)
    await _ask_for_changes(conversation)
    await _answer_with_evidence(conversation)
    await _approve_with_a_condition(conversation)
    first = await look(conversation)
    await _change_and_be_rejected(conversation)
    second = await look(conversation)
    page = plain(await conversation.say("/solutions SOL-0001"))
    await _pause(conversation)
    paused = await look(conversation)
    await _hand_over(conversation)
    handed = await look(conversation)
    await _retire(conversation)
    retired = await look(conversation)
    async with conversation.database.reading() as records:
        actions = [each.action for each in await records.audit.list_for("SOL-0001")]
        broken_at = await records.audit.verify()

    assert (first.state, first.operation) == (VersionState.APPROVED, Operation.LIVE)
    assert first.current.is_live
    assert (second.state, second.current.number) == (VersionState.REJECTED, 2)
    assert second.live is not None
    assert (second.live.number, second.operation) == (1, Operation.LIVE)
    assert "may keep running. Version 2: Not approved." in page
    assert (paused.operation, paused.pause_reason) == (Operation.PAUSED, "It misreads totals.")
    assert handed.owner.name == SARI.name
    assert retired.is_retired
    assert tuple(actions) == LIFE
    assert broken_at is None


async def _ask_for_changes(talk: Conversation) -> None:
    [asked] = await talk.received(ARUN)
    await talk.press("review.open", as_=ARUN, reply=asked)
    await talk.press("review.take", as_=ARUN)
    await talk.press("review.asking", as_=ARUN)
    await talk.submit({"comment": "Who checks the totals?"}, as_=ARUN)
    told = (await talk.received(BEN))[-1]

    assert "Who checks the totals?" in plain(told)


async def _answer_with_evidence(talk: Conversation) -> None:
    await talk.say("/solutions SOL-0001")
    await talk.press("solutions.answering")
    saved = plain(await talk.submit({"text": "I do, each Monday."}))
    await talk.say("/solutions SOL-0001")
    for module in talk.assistant.policy.tier("limited").training:
        await talk.do(Pressed("training.done", module))
    await talk.say("/solutions SOL-0001")
    asked = form(await talk.press("solutions.evidence"))
    links = {each.name: (f"https://proof.example/{each.name}",) for each in asked.fields}
    added = plain(await talk.submit(links))
    sent = plain(await talk.press("solutions.send-back"))

    assert "Send it back" in saved
    assert "Send it back" in added
    assert ARUN.name in sent


async def _approve_with_a_condition(talk: Conversation) -> None:
    back = (await talk.received(ARUN))[-1]
    case = plain(await talk.press("review.open", as_=ARUN, reply=back))
    await talk.press("review.approving", as_=ARUN)
    await talk.submit(
        {"comment": "Good.", "conditions": "Count the misread totals", "until": "30"}, as_=ARUN
    )
    told = plain((await talk.received(BEN))[-1])
    await talk.say("/solutions SOL-0001")
    await talk.press("solutions.meeting")
    await talk.submit({"text": "They are in our weekly report."})

    assert "I do, each Monday." in case
    assert "Count the misread totals" in told
    assert "has met a condition" in plain((await talk.received(ARUN))[-1])


async def _change_and_be_rejected(talk: Conversation) -> None:
    await talk.say("/solutions SOL-0001")
    await talk.press("register.revise")
    shown = await talk.press("register.change")
    fields = next(block for block in shown.blocks if isinstance(block, Form)).fields
    values = {each.name: INVOICES[each.name] for each in fields}
    await talk.submit({**values, "purpose": "Reads invoices and pays them."})
    await talk.press("register.save")
    asked = (await talk.received(ARUN))[-1]
    case = plain(await talk.press("review.open", as_=ARUN, reply=asked))
    await talk.press("review.rejecting", as_=ARUN)
    await talk.submit({"comment": "It pays.", "way": "Let a person pay."}, as_=ARUN)
    told = plain((await talk.received(BEN))[-1])

    assert "What changed since version 1" in case
    assert "Possible instead: Let a person pay." in told


async def _pause(talk: Conversation) -> None:
    await talk.press("solutions.pausing")
    await talk.submit({"text": "It misreads totals."})

    assert "has paused" in plain((await talk.received(LINH))[-1])


async def _hand_over(talk: Conversation) -> None:
    await talk.say("/solutions SOL-0001")
    await talk.press("solutions.offering")
    await talk.submit({"person": SARI.email})
    offered = (await talk.received(SARI))[-1]
    assert (await look(talk)).owner.name == BEN.name
    await talk.press("solutions.accept", as_=SARI, reply=offered)
    old = plain(await talk.do(Pressed("solutions.retire", "SOL-0001")))

    assert "is the owner of" in plain((await talk.received(BEN))[-1])
    assert "Only the owner of SOL-0001" in old


async def _retire(talk: Conversation) -> None:
    await talk.say("/solutions SOL-0001", as_=SARI)
    await talk.press("solutions.retire", as_=SARI)

    assert "has retired" in plain((await talk.received(LINH))[-1])
