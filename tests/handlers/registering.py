"""Answers to the starter's questions, and filling the whole form with them."""

from collections.abc import Mapping
from datetime import datetime

from governance import Database, Person, RequirementKind, Solution, UnitOfWork
from handlers.form import Form, Value
from handlers.reply import Reply
from tests.fixtures.conversation import BEN, LINH, Conversation, Someone, form

HARMLESS: Mapping[str, Value] = {
    "name": "Menu reader",
    "purpose": "Summarises the canteen's menu for our team.",
    "already_running": "no",
    "area": ("none",),
    "observes": ("none",),
    "alone": ("none",),
    "affects_person": "no",
    "human_check": "every",
    "data": ("public",),
    "personal_data": "no",
    "trains_model": "no",
    "tool": "power-platform",
    "personal_account": "no",
    "users": "me",
    "outside": "no",
    "messages": "none",
    "writes_record": "no",
    "critical": "no",
    "backup": "",
}
"""Nothing of this asks for care: tier minimal."""

INVOICES: Mapping[str, Value] = {
    **HARMLESS,
    "name": "Invoice reader",
    "purpose": "Reads supplier invoices.",
    "already_running": "yes",
    "problem_seen": "no",
    "human_check": "none",
    "data": ("internal",),
    "backup": LINH.email,
}
"""It runs already and nobody checks: tier limited."""

WATCHING: Mapping[str, Value] = {**HARMLESS, "name": "Desk watcher", "observes": ("watch",)}
"""Nobody builds this: tier prohibited."""


async def fill(
    conversation: Conversation, answers: Mapping[str, Value], *, as_: Someone = BEN
) -> Reply:
    """Submit step after step of the form in the latest reply, up to the summary."""
    reply = conversation.last[as_.email]
    for _ in range(20):
        if not any(isinstance(block, Form) for block in reply.blocks):
            break
        shown = {field.name: answers[field.name] for field in form(reply).fields}
        reply = await conversation.submit(shown, as_=as_)
    return reply


async def register(
    conversation: Conversation, answers: Mapping[str, Value], *, as_: Someone = BEN
) -> Reply:
    """Register with *answers*, from the command to the reference."""
    await conversation.say("/register", as_=as_)
    await fill(conversation, answers, as_=as_)
    return await conversation.press("register.confirm", as_=as_)


async def hand_in_evidence(
    conversation: Conversation, reference: str = "SOL-0001", *, as_: Someone = BEN
) -> None:
    """Hand in all that the tier of a solution asks for before its approval, training too."""
    await hand_in(conversation.assistant.database, as_.email, reference, at=conversation.at)


async def hand_in(
    database: Database, owner_email: str, reference: str = "SOL-0001", *, at: datetime
) -> None:
    """Hand in links as the owner with an address, and train, elsewhere than in the conversation."""
    async with database.transaction() as records:
        owner = await records.people.get_by_email(owner_email)
        solution = await records.registry.get(reference)
        await _train(records, owner, solution, at=at)
        pending = await records.requirements.list_pending(solution.current, solution, at=at)
        for each in pending:
            assert each.kind is RequirementKind.EVIDENCE
            link = f"https://proof.example/{each.subject}"
            await records.evidence.add_link(solution, each.subject, link, by=owner, at=at)


async def train(
    database: Database, owner_email: str, reference: str = "SOL-0001", *, at: datetime
) -> None:
    """Take every module that a solution asks of its owner, elsewhere than in the conversation."""
    async with database.transaction() as records:
        owner = await records.people.get_by_email(owner_email)
        solution = await records.registry.get(reference)
        await _train(records, owner, solution, at=at)


async def _train(records: UnitOfWork, owner: Person, solution: Solution, *, at: datetime) -> None:
    pending = await records.requirements.list_pending(solution.current, solution, at=at)
    for each in pending:
        if each.kind is RequirementKind.TRAINING:
            await records.training.complete(owner, each.subject, at=at)
