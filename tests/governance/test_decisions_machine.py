"""Anybody does anything at the register, at random: what must be true of it always is."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test
from sqlalchemy import text

from governance import (
    Condition,
    Database,
    GovernanceError,
    Operation,
    Person,
    Review,
    Role,
    Solution,
    UnitOfWork,
    VersionState,
)
from governance.storage.engines import engine_at
from tests.fixtures.databases import NOON
from tests.governance.register_play import (
    BOOKED,
    LEVELS,
    POLICY,
    describe,
    find_faults,
    read_rows,
    submit,
)

CAST: dict[str, frozenset[Role]] = {
    "maker": frozenset(),
    "colleague": frozenset(),
    "reviewer": frozenset({Role.REVIEWER}),
    "second reviewer": frozenset({Role.REVIEWER}),
    "title holder": frozenset(),
    "mentor": frozenset({Role.MENTOR, Role.REVIEWER}),
    "lead": frozenset({Role.LEAD}),
    "second lead": frozenset({Role.LEAD}),
}
"""Who takes part, and their roles."""

HR = ("hr",)
DEADLINE = timedelta(days=30)

who = st.sampled_from(sorted(CAST))
makers = st.sampled_from(["maker", "colleague", "reviewer"])
which = st.integers(0, 3)
levels = st.sampled_from(sorted(LEVELS))
texts = st.sampled_from(
    [
        ("CV ranker", "Ranks the CVs of applicants."),
        ("Ranker of CVs", "Ranks CVs of our applicants."),
        ("Lunch menu", "Says what there is for lunch."),
    ]
)
links = st.sampled_from(["https://x.example/1", "https://x.example/2"])
backups = st.sampled_from(["", *sorted(CAST)])


class Register(RuleBasedStateMachine):
    """The register with eight people at it, each move a transaction and a day of its own.

    The machine remembers for itself who ever had a part in a solution; ``find_faults`` looks at
    everything else.
    """

    done: ClassVar[set[str]] = set()
    """What was written down in any of the lives that were lived."""

    def __init__(self, address: str) -> None:
        """Play in the empty database at *address*."""
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.database = Database.at(address)
        self.engine = engine_at(address, lock_timeout_s=5)
        self.now = NOON
        self.people: dict[str, Person] = self.loop.run_until_complete(self._meet())
        self.stakes: dict[int, set[int]] = {1: {self.people["mentor"].id}}
        self.rows = self.loop.run_until_complete(self._read())

    def teardown(self) -> None:
        """Remember what was done, and let go of the database."""
        self.done.update(self.loop.run_until_complete(self._list_actions()))
        self.loop.run_until_complete(self.database.close())
        self.loop.run_until_complete(self.engine.dispose())
        self.loop.close()

    async def _meet(self) -> dict[str, Person]:
        met = {}
        async with self.database.transaction() as records:
            for name, roles in CAST.items():
                email = f"{name.replace(' ', '-')}@selat.example"
                person = await records.people.recognise(
                    "web", email, name=name, email=email, locale="en", zone="UTC", at=NOON
                )
                for role in sorted(roles):
                    person = await records.people.grant(person, role, by=None, at=NOON)
                met[name] = person
        booking = BOOKED.format(
            mentor=met["mentor"].id, maker=met["maker"].id, reference="SOL-0001"
        )
        async with self.engine.begin() as connection:
            await connection.execute(text(booking))
        return met

    async def _list_actions(self) -> list[str]:
        async with self.engine.connect() as connection:
            return list(await connection.scalars(text("SELECT action FROM audit_entries")))

    async def _read(self) -> dict[str, list[tuple[Any, ...]]]:
        async with self.engine.connect() as connection:
            return await read_rows(connection)

    def play(self, move: Callable[[UnitOfWork, datetime], Awaitable[Any]]) -> None:
        """Make a move, refused or not, and look at everything afterwards."""
        self.now += timedelta(days=1)
        self.loop.run_until_complete(self._play(move))

    async def _play(self, move: Callable[[UnitOfWork, datetime], Awaitable[Any]]) -> None:
        async with self.database.reading() as records:
            newest = await records.audit.get_newest_id()
        refused = False
        try:
            async with self.database.transaction() as records:
                await move(records, self.now)
        except GovernanceError:
            refused = True
        rows = await self._read()
        changed = [table for table in rows if rows[table] != self.rows[table]]
        self.rows = rows
        async with self.database.reading() as records:
            audited = await records.audit.get_newest_id() > newest
            assert await records.audit.verify() is None
            for number in range(1, len(rows["solutions"]) + 1):
                solution = await records.registry.get(f"SOL-{number}")
                answering = (solution.owner_id, solution.backup_id, solution.offered_to_id)
                part = self.stakes.setdefault(number, set())
                part |= {each for each in answering if each is not None}
        assert not (refused and (changed or audited)), f"refused, yet {changed} changed"
        assert audited or not changed, f"{changed} changed without an audit entry"
        assert await find_faults(self.engine) == []

    async def _solution(self, records: UnitOfWork, index: int) -> Solution:
        """Find one of the solutions there are."""
        count = len(self.rows["solutions"])
        return await records.registry.get(f"SOL-{index % count + 1}")

    async def _review(self, records: UnitOfWork, index: int) -> Review | None:
        return await records.reviews.find_latest(await self._solution(records, index))

    def _has_solutions(self) -> bool:
        return bool(self.rows["solutions"])

    def _backup(self, name: str) -> str:
        return self.people[name].email or "" if name else ""

    @precondition(lambda self: len(self.rows["solutions"]) < 4)
    @rule(by=makers, level=levels, said=texts, backup=backups, has_hr=st.booleans())
    def register(
        self, by: str, level: str, said: tuple[str, str], backup: str, *, has_hr: bool
    ) -> None:
        """Somebody registers something, perhaps something that is there."""
        name, purpose = said
        what = describe(level, name=name, purpose=purpose, backup=self._backup(backup))
        titles = HR if has_hr else ()
        self.play(lambda r, at: submit(r, what, by=self.people[by], at=at, titles=titles))

    @precondition(_has_solutions)
    @rule(by=makers, index=which, level=levels, said=texts, backup=backups, has_hr=st.booleans())
    def revise(  # noqa: PLR0913 - a version has this many parts
        self, by: str, index: int, level: str, said: tuple[str, str], backup: str, *, has_hr: bool
    ) -> None:
        """Somebody says something else of it, and names another backup owner."""
        name, purpose = said
        what = describe(level, name=name, purpose=purpose, backup=self._backup(backup))
        titles = HR if has_hr else ()

        async def move(records: UnitOfWork, at: datetime) -> None:
            reference = (await self._solution(records, index)).reference
            person = self.people[by]
            await submit(records, what, by=person, at=at, reference=reference, titles=titles)

        self.play(move)

    @precondition(_has_solutions)
    @rule(by=makers, index=which, move=st.sampled_from(["withdraw", "send_back", "retire"]))
    def end_or_go_on(self, by: str, index: int, move: str) -> None:
        """The maker takes it back, sends it back, or gives it up."""
        person = self.people[by]

        async def act(records: UnitOfWork, at: datetime) -> None:
            solution = await self._solution(records, index)
            match move:
                case "withdraw":
                    await records.registry.withdraw(solution.reference, by=person, at=at)
                case "send_back":
                    await records.decisions.send_back(
                        solution, due_at=at + DEADLINE, by=person, at=at
                    )
                case _:
                    await records.operations.retire(solution.reference, by=person, at=at)

        self.play(act)

    @precondition(_has_solutions)
    @rule(by=who, to=who, index=which, move=st.sampled_from(["take", "give_back", "delegate"]))
    def pass_on(self, by: str, to: str, index: int, move: str) -> None:
        """A review goes from hand to hand."""
        person = self.people[by]

        async def act(records: UnitOfWork, at: datetime) -> None:
            review = await self._review(records, index)
            if review is None:
                return
            match move:
                case "take":
                    await records.reviews.take(
                        review.id, by=person, at=at, instead_of=review.reviewer_id
                    )
                case "give_back":
                    await records.reviews.give_back(review.id, by=person, at=at)
                case _:
                    await records.reviews.delegate(review.id, to=self.people[to], by=person, at=at)

        self.play(act)

    @precondition(_has_solutions)
    @rule(
        by=who,
        index=which,
        decision=st.sampled_from(["approve", "approve", "ask_for_changes", "reject"]),
        override=st.sampled_from(["", "A trial of a week."]),
        is_old=st.booleans(),
        has_condition=st.booleans(),
    )
    def decide(  # noqa: PLR0913 - a decision has this many parts
        self,
        by: str,
        index: int,
        decision: str,
        override: str,
        *,
        is_old: bool,
        has_condition: bool,
    ) -> None:
        """Somebody decides, perhaps about what they saw before."""
        person = self.people[by]
        titles = HR if by in {"title holder", "mentor"} else ()

        async def act(records: UnitOfWork, at: datetime) -> None:
            review = await self._review(records, index)
            if review is None:
                return
            seen = "before" if is_old else review.version.revision
            options: dict[str, Any] = {"by": person, "at": at, "seen": seen, "titles": titles}
            match decision:
                case "approve":
                    pending = await records.requirements.list_pending(
                        review.version, review.solution, at=at, policy=POLICY
                    )
                    conditions = [Condition("Count.", at + DEADLINE)] if has_condition else []
                    await records.decisions.approve(
                        review.id,
                        policy=POLICY,
                        override=override,
                        conditions=conditions,
                        **options,
                    )
                    assert not pending or (override and Role.LEAD in person.roles)
                case "ask_for_changes":
                    await records.decisions.ask_for_changes(review.id, comment="Why?", **options)
                case _:
                    await records.decisions.reject(review.id, reason="No.", **options)
                    assert review.version.state is VersionState.REJECTED
            assert not is_old, "decided about something else than what was seen"
            assert person.id not in self.stakes[review.solution_id], "decided about their own"

        self.play(act)

    @precondition(_has_solutions)
    @rule(by=makers, index=which)
    def appeal(self, by: str, index: int) -> None:
        """The maker asks a lead to look again."""

        async def act(records: UnitOfWork, at: datetime) -> None:
            await records.appeals.appeal(
                await self._solution(records, index),
                policy=POLICY,
                reason="Look again.",
                until=at,
                due_at=at + DEADLINE,
                by=self.people[by],
                at=at,
            )

        self.play(act)

    @precondition(_has_solutions)
    @rule(
        by=makers, index=which, link=links, move=st.sampled_from(["add", "add", "remove", "carry"])
    )
    def show(self, by: str, index: int, link: str, move: str) -> None:
        """Evidence comes, goes, and is carried over."""
        person = self.people[by]

        async def act(records: UnitOfWork, at: datetime) -> None:
            solution = await self._solution(records, index)
            match move:
                case "add":
                    await records.evidence.add_link(solution, "test-cases", link, by=person, at=at)
                case "remove":
                    for piece in (await records.evidence.list_for(solution))[:1]:
                        await records.evidence.remove(piece.key, by=person, at=at)
                case _:
                    await records.evidence.carry_over(solution, by=person, at=at)

        self.play(act)

    @precondition(_has_solutions)
    @rule(
        by=who,
        to=who,
        index=which,
        move=st.sampled_from(["pause", "resume", "pilot", "offer", "accept", "decline"]),
        is_theirs=st.booleans(),
    )
    def operate(self, by: str, to: str, index: int, move: str, *, is_theirs: bool) -> None:
        """A solution is stopped, set going, and handed over, by whoever may or by anybody."""

        async def act(records: UnitOfWork, at: datetime) -> None:
            solution = await self._solution(records, index)
            reference = solution.reference
            heir = solution.offered_to_id if move == "accept" else None
            theirs = await records.people.get(heir or solution.owner_id)
            person = theirs if is_theirs else self.people[by]
            operations = records.operations
            match move:
                case "pause":
                    await operations.pause(reference, reason="Wait.", by=person, at=at)
                case "resume":
                    await operations.resume(reference, by=person, at=at)
                case "pilot":
                    is_pilot = solution.operation is not Operation.PILOT
                    await operations.pilot(reference, is_pilot=is_pilot, by=person, at=at)
                case "offer":
                    await operations.offer(reference, to=self.people[to], by=person, at=at)
                case "accept":
                    await operations.accept(reference, by=person, at=at)
                case _:
                    await operations.decline(reference, by=person, at=at)

        self.play(act)

    @precondition(_has_solutions)
    @rule(index=which, override=st.booleans(), has_evidence=st.booleans())
    def approve_duly(self, index: int, *, override: bool, has_evidence: bool) -> None:
        """Everybody whose step it is approves, one after the other, if anybody may."""

        async def show(records: UnitOfWork, at: datetime) -> None:
            solution = await self._solution(records, index)
            owner = await records.people.get(solution.owner_id)
            link = f"https://x.example/{at:%j}"
            await records.evidence.add_link(solution, "test-cases", link, by=owner, at=at)

        async def approve(records: UnitOfWork, at: datetime) -> None:
            review = await self._review(records, index)
            if review is None:
                return
            for name in sorted(CAST, reverse=override):  # leads come before reviewers, or after
                person, titles = self.people[name], HR if name == "title holder" else ()
                if await records.reviews.may_approve(review, person, titles=titles):
                    await records.decisions.approve(
                        review.id,
                        policy=POLICY,
                        by=person,
                        at=at,
                        titles=titles,
                        override="For now." if override else "",
                    )
                    assert person.id not in self.stakes[review.solution_id]
                    return

        if has_evidence:
            self.play(show)
        for _ in range(2):
            self.play(approve)

    @precondition(_has_solutions)
    @rule(index=which, move=st.sampled_from(["changes", "pause", "hand over"]))
    def go_there_and_back(self, index: int, move: str) -> None:
        """Changes are made, a pause is ended, an offer is taken, each by whoever may."""

        async def begin(records: UnitOfWork, at: datetime) -> None:
            solution = await self._solution(records, index)
            owner = await records.people.get(solution.owner_id)
            match move:
                case "changes":
                    review = await self._review(records, index)
                    lead = self.people["lead"]
                    number = review.id if review else 0
                    await records.decisions.ask_for_changes(number, by=lead, at=at, comment="Why?")
                case "pause":
                    await records.operations.pause(
                        solution.reference, reason="Wait.", by=owner, at=at
                    )
                case _:
                    heir = self.people["colleague"]
                    await records.operations.offer(solution.reference, to=heir, by=owner, at=at)

        async def end(records: UnitOfWork, at: datetime) -> None:
            solution = await self._solution(records, index)
            owner = await records.people.get(solution.owner_id)
            match move:
                case "changes":
                    due_at = at + DEADLINE
                    await records.decisions.send_back(solution, due_at=due_at, by=owner, at=at)
                case "pause":
                    await records.operations.resume(solution.reference, by=owner, at=at)
                case _:
                    heir = self.people["colleague"]
                    await records.operations.accept(solution.reference, by=heir, at=at)

        self.play(begin)
        self.play(end)


EXAMPLES = {"sqlite": 12, "postgresql": 3}
"""How many lives of a register are lived on each kind of database."""


DEEDS = frozenset(
    {
        "solution.registered",
        "solution.revised",
        "solution.withdrawn",
        "solution.paused",
        "solution.resumed",
        "solution.retired",
        "solution.offered",
        "solution.handed_over",
        "solution.evidence_added",
        "review.requested",
        "review.taken",
        "review.version_changed",
        "review.changes_requested",
        "review.sent_back",
        "review.approved",
        "review.overridden",
        "review.rejected",
        "review.appealed",
    }
)
"""What must have happened somewhere, or the lives show nothing about it."""


@pytest.mark.slow
def test_a_decision_holds_whatever_anybody_does(
    new_address: Callable[[], str], kind_of_database: str
) -> None:
    """The same lives every time, so that a failure is a failure of everybody's."""

    class Here(Register):
        """The register in a database of its own."""

        def __init__(self) -> None:
            super().__init__(new_address())

    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=EXAMPLES[kind_of_database],
            stateful_step_count=30,
            derandomize=True,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    if kind_of_database == "sqlite":
        assert DEEDS - Register.done == set()
