"""Attempts to get around a decision, as conversations, and what must be true after each."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, time, timedelta

from governance import (
    Database,
    NotFoundError,
    ReviewStatus,
    Slot,
    Solution,
    SolutionVersion,
    UnitOfWork,
    VersionState,
)
from handlers.form import Value
from handlers.reply import Reply
from handlers.turn import Pressed, Submitted
from tests.fixtures.conversation import ARUN, BEN, LINH, NATTAYA, SARI, Conversation, Someone, plain
from tests.handlers.registering import HARMLESS, INVOICES

RANKER: Mapping[str, Value] = {
    **HARMLESS,
    "name": "CV ranker",
    "purpose": "Ranks the CVs of applicants for a job.",
    "human_check": "none",
    "data": ("internal",),
    "backup": LINH.email,
}
"""What the maker wants to have approved: tier limited, which one reviewer decides."""

MILD: Mapping[str, Value] = {**RANKER, "human_check": "every", "data": ("public",)}
"""The same in other words: on its own it would be approved at once."""

_SAME = ("name", "purpose", "already_running", "problem_seen")

MILDER: Mapping[str, Value] = {
    **HARMLESS,
    **{name: INVOICES[name] for name in _SAME},
    "backup": SARI.email,
}
"""The invoice reader in words that ask for less care."""

NICER: Mapping[str, Value] = {**MILDER, "purpose": "Reads supplier invoices, nicely."}
"""The same once more, after that was rejected."""

DISGUISED: Mapping[str, Value] = {
    **MILDER,
    "name": "Inv\u043eice read\u0435r",
    "purpose": "R\u0435ads suppli\u0435r inv\u043eic\u0435s.",
}
"""The same again, with letters of Cyrillic that look Latin."""

SEEN = "Let me see."
"""What a reviewer writes who only tries."""


async def send_in(
    talk: Conversation, answers: Mapping[str, Value], subject: str = "", *, as_: Someone = BEN
) -> Reply:
    """Confirm *answers* that were typed before, of something new or of *subject*."""
    return await talk.do(await last_button(talk, answers, subject, as_=as_), as_)


async def last_button(
    talk: Conversation, answers: Mapping[str, Value], subject: str = "", *, as_: Someone = BEN
) -> Pressed:
    """Type *answers* into a draft, and give the button that confirms them."""
    await talk.person(as_)
    key = await type_in(talk.database, as_.email, answers, subject, at=talk.at)
    if subject:
        return Pressed("register.save", f"{subject}.{key}")
    return Pressed("register.confirm", key)


async def type_in(
    database: Database,
    email: str,
    answers: Mapping[str, Value],
    subject: str = "",
    *,
    at: datetime,
) -> str:
    """Type *answers* into a draft, of something new or of *subject*, and give its key."""
    kind = f"register.{subject}" if subject else "register"
    async with database.transaction() as records:
        person = await records.people.get_by_email(email)
        draft = await records.drafts.start(person, kind, answers=answers, subject=subject, at=at)
    return draft.key


async def deciding(talk: Conversation, verb: str = "approve", number: int = 1) -> Submitted:
    """Make the form of a decision about what a review is about now, as it hangs in a chat."""
    async with talk.database.reading() as records:
        revision = (await records.reviews.get(number)).version.revision
    values = {"comment": SEEN, "way": "Another design.", "conditions": "", "until": "30"}
    return Submitted(f"review.{verb}", f"{number}.{revision}", values)


async def decide(
    talk: Conversation, verb: str = "approve", number: int = 1, *, as_: Someone = ARUN
) -> str:
    """Let somebody decide about what a review is about now, and read what they are told."""
    return plain(await talk.do(await deciding(talk, verb, number), as_))


async def coach(talk: Conversation, mentor: Someone = NATTAYA, maker: Someone = BEN) -> None:
    """Let *maker* book *mentor* about SOL-0001."""
    guide, person = await talk.person(mentor), await talk.person(maker)
    starts_at = datetime(2026, 3, 3, 2, tzinfo=UTC)
    slot = Slot(guide.id, starts_at, starts_at + timedelta(minutes=30))
    async with talk.database.transaction() as records:
        await records.office_hours.set_hours(
            guide,
            topics={"prompts"},
            weekdays=[1],
            start=time(9),
            end=time(11),
            zone=guide.zone,
            minutes=30,
            at=talk.at,
        )
        await records.office_hours.book(
            key="k1", slot=slot, maker=person, topic="prompts", note="SOL-0001", at=talk.at
        )


@asynccontextmanager
async def trying(
    talk: Conversation,
    *noted: str,
    told: Mapping[Someone, str],
    approved: frozenset[str] = frozenset(),
    reference: str = "SOL-0001",
) -> AsyncIterator[None]:
    """Let somebody try something, and assert that it got them nowhere.

    Nothing is approved but what *approved* names, and that by people without a stake; the record
    of changes has an entry of what was tried or changed, each action of *noted*; and who must know
    was *told* so, in a message or as the answer to what they did.
    """
    talk.last.clear()
    async with talk.database.reading() as records:
        newest = await records.audit.get_newest_id()
    before = {someone: len(await talk.received(someone)) for someone in told}
    yield
    async with talk.database.reading() as records:
        found = await list_approved(records)
        entries = await records.audit.list_for(reference)
        broken_at = await records.audit.verify()

    assert found == approved
    assert set(noted) <= {each.action for each in entries if each.id > newest}
    assert broken_at is None
    for someone, said in told.items():
        messages = (await talk.received(someone))[before[someone] :]
        heard = list(map(plain, (*messages, talk.last.get(someone.email, Reply(())))))
        assert any(said in each for each in heard), (someone.name, said, heard)


async def list_approved(records: UnitOfWork) -> frozenset[str]:
    """Name the versions that are approved or live, of every solution."""
    found: list[str] = []
    number = 0
    with suppress(NotFoundError):
        while number := number + 1:
            solution = await records.registry.get(f"SOL-{number:04}")
            for version in await records.registry.list_versions(solution):
                if version.is_live or version.state is VersionState.APPROVED:
                    await _refuse_a_stake(records, solution, version)
                    found.append(f"{solution.reference} v{version.number}")
    return frozenset(found)


async def _refuse_a_stake(
    records: UnitOfWork, solution: Solution, version: SolutionVersion
) -> None:
    """Assert that people without a stake approved a version, or that it needed nobody."""
    reviews = [
        each
        for each in await records.reviews.list_all(solution)
        if each.version_id == version.id and each.status is ReviewStatus.APPROVED
    ]
    if not reviews:
        assert (version.tier, version.outcome, version.held_tier) == ("minimal", "tier", "")
        return
    deciders = {step.approved_by_id for review in reviews for step in review.steps}
    assert deciders
    assert not deciders & {None, *await records.reviews.list_stakeholders(solution)}


async def hand_over(talk: Conversation, owner: Someone, to: Someone) -> None:
    """Let *owner* offer SOL-0001, and the other take it."""
    await talk.do(Submitted("solutions.offer", "SOL-0001", {"person": to.email}), owner)
    await talk.do(Pressed("solutions.accept", "SOL-0001"), to)


async def take_evidence_away(talk: Conversation) -> None:
    """Let Ben take every piece of evidence of SOL-0001 away."""
    async with talk.database.reading() as records:
        solution = await records.registry.get("SOL-0001")
        pieces = await records.evidence.list_for(solution)
    keys = tuple(piece.key for piece in pieces)
    await talk.do(Submitted("solutions.remove", "SOL-0001", {"pieces": keys}))
