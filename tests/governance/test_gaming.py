"""Ways around a decision, each tried: nothing is approved that a person did not approve."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
import pytest_asyncio

from governance import (
    ChangedMeanwhileError,
    Database,
    EvidenceDecidedError,
    HasAStakeError,
    MoveNotAllowedError,
    NotAllowedError,
    NotAReviewerError,
    NotTheOwnerError,
    Operation,
    OwnSolutionError,
    Person,
    RequirementsOpenError,
    Review,
    Role,
    Solution,
    UnitOfWork,
    VersionState,
)
from governance.storage.engines import engine_at
from tests.fixtures.databases import NOON, Run
from tests.governance.register_play import BOOKED, POLICY, describe, find_faults, submit

CV = partial(describe, name="CV ranker", purpose="Ranks the CVs of applicants for a job.")
"""What the maker wants to have approved."""


class Game:
    """A maker at the register; a day passes with every move."""

    def __init__(self, database: Database, ben: Person, arun: Person) -> None:
        """Let *ben* make things that *arun* reviews."""
        self.database, self.ben, self.arun = database, ben, arun
        self.now = NOON

    async def play(self, move: Callable[[UnitOfWork, datetime], Awaitable[Any]]) -> Any:
        """Make one move in a transaction of its own."""
        self.now += timedelta(days=1)
        async with self.database.transaction() as records:
            return await move(records, self.now)

    async def submit(self, registration: Any, *, by: Person | None = None, **more: Any) -> Solution:
        """Register something, or revise it."""
        by = by or self.ben
        found: Solution = await self.play(
            lambda records, at: submit(records, registration, by=by, at=at, **more)
        )
        return found

    async def decide(self, solution: Solution, decision: str, **more: Any) -> Review:
        """Let somebody, by default Arun, decide about the open review."""
        more.setdefault("by", self.arun)

        async def move(records: UnitOfWork, at: datetime) -> Review:
            review = await records.reviews.find_latest(solution)
            assert review is not None
            decided: Review = await getattr(records.decisions, decision)(review.id, at=at, **more)
            return decided

        found: Review = await self.play(move)
        return found

    async def reject(self, solution: Solution, **more: Any) -> Review:
        """Let somebody reject the version that is open."""
        return await self.decide(solution, "reject", reason="No.", **more)

    async def approve(self, solution: Solution, **more: Any) -> Review:
        """Let somebody approve the version that is open."""
        more.setdefault("policy", POLICY)
        return await self.decide(solution, "approve", **more)

    async def show(self, solution: Solution, link: str = "https://x.example/1") -> str:
        """Hand in the test cases; give back their key."""
        piece = await self.play(
            lambda records, at: records.evidence.add_link(
                solution, "test-cases", link, by=self.ben, at=at
            )
        )
        return str(piece.key)

    async def look(self, solution: Solution) -> Solution:
        """Look a solution up."""
        async with self.database.reading() as records:
            return await records.registry.get(solution.reference)

    async def actions(self, solution: Solution) -> list[str]:
        """List what the record of changes says happened to a solution."""
        async with self.database.reading() as records:
            return [each.action for each in await records.audit.list_for(solution.reference)]

    async def rejected_cv(self) -> Solution:
        """Register the CV ranker as it is, and have it rejected."""
        solution = await self.submit(CV("high"))
        await self.reject(solution)
        return solution


@pytest_asyncio.fixture
async def game(database: Database, address: str, ben: Person, arun: Person) -> AsyncIterator[Game]:
    """Play, and look over the whole register at the end."""
    yield Game(database, ben, arun)
    engine = engine_at(address, lock_timeout_s=5)
    assert await find_faults(engine) == []
    await engine.dispose()
    async with database.reading() as records:
        assert await records.audit.verify() is None


def waits_for(solution: Solution, tier: str) -> bool:
    """Tell whether nothing is approved until a person has looked, with the care of a *tier*."""
    is_open = solution.state in {VersionState.WAITING, VersionState.IN_REVIEW}
    return is_open and solution.live is None and solution.tier == tier


async def test_answers_lowered_after_a_rejection(game: Game) -> None:
    """1: The stricter tier holds, and who asked for it is named."""
    solution = await game.rejected_cv()
    lowered = await game.submit(CV("minimal"), reference=solution.reference)

    assert waits_for(lowered, "high")
    assert lowered.current.held_for == "SOL-0001 v1"
    assert (await game.actions(solution))[-2:] == ["solution.revised", "review.requested"]


async def test_what_is_held_to_more_care_meets_its_demands(game: Game) -> None:
    """1b: Saying less asks for no less evidence, whatever was written down to be asked."""
    solution = await game.submit(CV("high"))
    lowered = await game.submit(CV("minimal"), reference=solution.reference)
    with pytest.raises(RequirementsOpenError) as refusal:
        await game.approve(lowered)
    await game.show(lowered)
    await game.approve(lowered)

    assert refusal.value.missing == (("evidence", "test-cases"),)
    assert (await game.look(solution)).state is VersionState.APPROVED


async def test_answers_lowered_during_a_review(game: Game) -> None:
    """2: The review goes on about them, with whoever has it."""
    solution = await game.submit(CV("high"))
    review = await game.play(lambda records, at: records.reviews.take(1, by=game.arun, at=at))
    lowered = await game.submit(CV("minimal"), reference=solution.reference)

    assert waits_for(lowered, "high")
    async with game.database.reading() as records:
        again = await records.reviews.get(review.id)
    assert (again.version.number, again.reviewer_id) == (2, game.arun.id)
    assert "review.version_changed" in await game.actions(solution)


async def test_answers_lowered_after_an_approval(game: Game) -> None:
    """3: What was approved stays live, and the rest waits."""
    solution = await game.submit(CV("high"))
    await game.show(solution)
    await game.approve(solution)
    lowered = await game.submit(CV("minimal"), reference=solution.reference)

    assert (lowered.state, lowered.tier) == (VersionState.WAITING, "high")
    assert lowered.live is not None
    assert lowered.live.number == 1


@pytest.mark.parametrize("fate", ["rejected", "withdrawn", "retired", "renamed"])
async def test_a_second_record_of_the_same(game: Game, fate: str) -> None:
    """4: It holds to the care of the first, whatever became of that or how it is called now."""
    solution = await game.submit(CV("high"))
    reference = solution.reference
    match fate:
        case "rejected":
            await game.reject(solution)
        case "withdrawn":
            await game.play(
                lambda records, at: records.registry.withdraw(reference, by=game.ben, at=at)
            )
        case "retired":
            await game.play(
                lambda records, at: records.operations.retire(reference, by=game.ben, at=at)
            )
        case _:
            await game.submit(
                describe("minimal", name="Menu", purpose="Lunch."), reference=reference
            )
    second = await game.submit(CV("minimal", name="Ranker of CVs"))

    assert second.reference != reference
    assert waits_for(second, "high")
    assert await game.actions(second) == ["solution.registered", "review.requested"]


async def test_two_records_of_the_same_at_the_same_moment(game: Game, sari: Person) -> None:
    """4b: The second waits for the first, sees it, and so waits for a person."""
    is_registered = asyncio.Event()

    async def register_first() -> None:
        async with game.database.transaction() as records:
            await submit(records, CV("high", backup=sari.email or ""), by=game.ben, at=NOON)
            is_registered.set()
            await asyncio.sleep(0.5)  # what is not committed yet is seen by nobody

    async def register_second(by: Person) -> Solution:
        await is_registered.wait()
        async with game.database.transaction() as records:
            return await submit(records, CV("minimal"), by=by, at=NOON)

    _, mine, theirs = await asyncio.gather(
        register_first(), register_second(game.ben), register_second(sari)
    )

    assert waits_for(mine, "high")
    assert waits_for(theirs, "high")


async def test_a_second_record_that_says_more_while_the_first_waits(game: Game) -> None:
    """4c: The lesser of the two is approved by nobody who has not been shown the other."""
    first = await game.submit(CV("limited"))
    await game.show(first)
    second = await game.submit(CV("high", name="Ranker of CVs"))
    with pytest.raises(ChangedMeanwhileError):
        await game.approve(first)
    await game.reject(second)
    with pytest.raises(ChangedMeanwhileError):
        await game.approve(first)

    assert (await game.look(first)).live is None


@pytest.mark.parametrize("way", ["their backup", "my backup", "handed over"])
async def test_a_second_record_by_a_colleague(game: Game, sari: Person, way: str) -> None:
    """5: Who answers for the one together with its maker does not get around it alone."""
    backup = sari.email or ""
    solution = await game.submit(CV("high", backup=backup if way == "their backup" else ""))
    await game.reject(solution)
    if way == "handed over":
        await game.play(
            lambda records, at: records.operations.offer("SOL-0001", to=sari, by=game.ben, at=at)
        )
        await game.play(lambda records, at: records.operations.accept("SOL-0001", by=sari, at=at))
    mine = (game.ben.email or "") if way == "my backup" else ""
    second = await game.submit(CV("minimal", backup=mine), by=sari)

    assert waits_for(second, "high")


async def test_something_harmless_becomes_what_was_rejected(game: Game) -> None:
    """6: Renaming is registering: what is approved as a menu is not approved as a ranker."""
    await game.rejected_cv()
    menu = await game.submit(describe("minimal", name="Menu", purpose="What there is for lunch."))
    assert menu.state is VersionState.APPROVED
    renamed = await game.submit(CV("minimal"), reference=menu.reference)

    assert (renamed.state, renamed.tier) == (VersionState.WAITING, "high")
    assert renamed.live is not None
    assert renamed.live.name == "Menu"


async def test_a_few_words_say_enough(game: Game) -> None:
    """7: A second record that says next to nothing is still the same."""
    await game.submit(CV("high", purpose="CVs"))
    second = await game.submit(CV("minimal", purpose="x"))

    assert waits_for(second, "high")


async def test_evidence_removed_before_the_approval(game: Game) -> None:
    """8: It is not there when it counts, and the reviewer sees that what they saw has changed."""
    solution = await game.submit(CV("high"))
    key = await game.show(solution)
    seen = (await game.look(solution)).revision
    await game.play(lambda records, at: records.evidence.remove(key, by=game.ben, at=at))
    with pytest.raises(ChangedMeanwhileError):
        await game.approve(solution, seen=seen)
    with pytest.raises(RequirementsOpenError):
        await game.approve(solution)

    assert "solution.evidence_removed" in await game.actions(solution)


async def test_evidence_removed_after_an_approval(game: Game) -> None:
    """9: What a decision rests on stays, after the last of several steps and after the first."""
    solution = await game.submit(CV("high"), titles=["hr"])
    key = await game.show(solution)
    for titles in (["hr"], []):
        await game.approve(
            solution, by=game.arun if not titles else await _somebody(game), titles=titles
        )
        with pytest.raises(EvidenceDecidedError):
            await game.play(lambda records, at: records.evidence.remove(key, by=game.ben, at=at))

    assert (await game.look(solution)).state is VersionState.APPROVED


async def _somebody(game: Game) -> Person:
    """Meet somebody who holds a title and no role."""
    async with game.database.transaction() as records:
        return await records.people.recognise(
            "web", "hr", name="Hana", email="hana@selat.example", locale="en", zone="UTC", at=NOON
        )


async def test_withdrawing_and_sending_something_else(game: Game) -> None:
    """10: What was withdrawn still counts, also where it had been rejected and appealed."""
    solution = await game.submit(CV("high"))
    await game.play(lambda records, at: records.registry.withdraw("SOL-0001", by=game.ben, at=at))
    lowered = await game.submit(CV("minimal"), reference=solution.reference)

    assert waits_for(lowered, "high")
    assert "solution.withdrawn" in await game.actions(solution)


async def test_a_rejection_is_not_washed_away(game: Game) -> None:
    """11: By an appeal that is taken back, an edit while it waits, or a withdrawn version."""
    await game.rejected_cv()
    second = await game.submit(CV("minimal"))
    await game.reject(second)
    await game.play(
        lambda records, at: records.decisions.appeal(
            second, reason="Look.", until=at, due_at=at, by=game.ben, at=at
        )
    )
    again = await game.submit(CV("minimal", purpose="Ranks CVs, nicely."), reference="SOL-0002")
    assert waits_for(again, "high")
    await game.play(lambda records, at: records.registry.withdraw("SOL-0002", by=game.ben, at=at))
    for purpose in ("Counts lunches.", "Counts lunches and dinners."):
        other = await game.submit(
            describe("minimal", name="Menu", purpose=purpose), reference="SOL-0002"
        )
        assert waits_for(other, "high")


async def test_an_appeal_taken_back_leaves_the_rejection(game: Game) -> None:
    """12: It is not as if nobody had decided; and what is retired is not appealed."""
    solution = await game.rejected_cv()

    async def appeal(records: UnitOfWork, at: datetime) -> Review:
        return await records.decisions.appeal(
            solution, reason="Look.", until=at, due_at=at, by=game.ben, at=at
        )

    await game.play(appeal)
    await game.play(lambda records, at: records.registry.withdraw("SOL-0001", by=game.ben, at=at))
    assert (await game.look(solution)).state is VersionState.REJECTED
    await game.play(lambda records, at: records.operations.retire("SOL-0001", by=game.ben, at=at))
    with pytest.raises(MoveNotAllowedError):
        await game.play(appeal)


async def test_a_tier_is_renamed_in_the_policy(game: Game) -> None:
    """13: A tier that is gone asked for more than any that is there."""
    solution = await game.submit(CV("high"))
    await game.reject(solution)
    renamed = POLICY.model_copy(
        update={
            "tiers": tuple(
                each.model_copy(update={"id": "severe"}) if each.id == "high" else each
                for each in POLICY.tiers
            )
        }
    )
    lowered = CV("minimal")
    lowered = type(lowered)(
        lowered.name, lowered.purpose, lowered.answers, lowered.assessment, renamed, "2.0"
    )
    for reference in (solution.reference, ""):
        assert waits_for(await game.submit(lowered, reference=reference), "high")


@pytest.mark.parametrize("part", ["owner", "backup", "offered", "former owner", "coach"])
async def test_who_has_a_part_in_it_decides(
    game: Game, nattaya: Person, mei: Person, run: Run, part: str
) -> None:
    """14: Neither they nor whom they hand it to in the review's name."""
    backup = (nattaya.email or "") if part == "backup" else ""
    solution = await game.submit(CV("high", backup=backup))
    await game.show(solution)
    reference, ben = solution.reference, game.ben
    who = nattaya
    refusal: type[NotAllowedError] = HasAStakeError
    match part:
        case "owner":
            await game.play(lambda r, at: r.people.grant(ben, Role.LEAD, by=None, at=at))
            async with game.database.reading() as records:
                who, refusal = await records.people.get(ben.id), OwnSolutionError
        case "offered" | "former owner":
            await game.play(lambda r, at: r.operations.offer(reference, to=nattaya, by=ben, at=at))
            if part == "former owner":
                await game.play(lambda r, at: r.operations.accept(reference, by=nattaya, at=at))
                await game.play(
                    lambda r, at: r.operations.offer(reference, to=mei, by=nattaya, at=at)
                )
                await game.play(lambda r, at: r.operations.accept(reference, by=mei, at=at))
        case "coach":
            await run(BOOKED.format(mentor=nattaya.id, maker=ben.id, reference=reference))
        case _:
            pass
    for attempt in (
        partial(game.approve, solution, by=who),
        partial(game.approve, solution, by=who, titles=["hr"]),
        partial(game.reject, solution, by=who),
    ):
        with pytest.raises(refusal):
            await attempt()

    assert waits_for(await game.look(solution), "high")


async def test_one_person_takes_two_steps(game: Game, nattaya: Person, mei: Person) -> None:
    """15: Of two steps a reviewer with the title approves one; the other is somebody else's."""
    solution = await game.submit(CV("high"), titles=["hr"])
    await game.show(solution)
    await game.approve(solution, titles=["hr"])
    for titles in (["hr"], []):
        with pytest.raises(NotAReviewerError):
            await game.approve(solution, titles=titles)
    with pytest.raises(NotAReviewerError):
        await game.approve(solution, by=nattaya)
    assert (await game.look(solution)).state is VersionState.IN_REVIEW
    await game.approve(solution, by=mei)

    assert (await game.look(solution)).state is VersionState.APPROVED


async def test_an_appeal_to_the_same_person(game: Game, mei: Person) -> None:
    """16: Who said no, with a title or not, does not look again; nor is there a second appeal."""
    solution = await game.submit(CV("high"))
    await game.play(lambda records, at: records.reviews.take(1, by=game.arun, at=at))
    await game.reject(solution, by=mei, titles=["hr"])

    async def appeal(records: UnitOfWork, at: datetime) -> Review:
        return await records.decisions.appeal(
            solution, reason="Look.", until=at, due_at=at, by=game.ben, at=at
        )

    await game.play(appeal)
    for decision in (game.approve, game.reject):
        with pytest.raises(HasAStakeError):
            await decision(solution, by=mei)
    with pytest.raises(NotAReviewerError):
        await game.approve(solution)
    async with game.database.transaction() as records:
        other = await records.people.grant(game.arun, Role.LEAD, by=None, at=NOON)
    await game.reject(solution, by=other)
    with pytest.raises(MoveNotAllowedError):
        await game.play(appeal)


async def test_an_override_by_somebody_who_does_not_lead(game: Game, mei: Person) -> None:
    """17: Only a lead goes on without what is missing, and the reason stays on the record."""
    solution = await game.submit(CV("high"))
    with pytest.raises(RequirementsOpenError):
        await game.approve(solution, override="It is urgent.")
    with pytest.raises(RequirementsOpenError):
        await game.approve(solution, by=mei)
    await game.approve(solution, by=mei, override="It is a trial of a week.")

    async with game.database.reading() as records:
        entries = await records.audit.list_for(solution.reference)
    [said] = [each.after for each in entries if each.action == "review.overridden"]
    assert said["comment"] == "It is a trial of a week."


async def test_an_old_button(game: Game) -> None:
    """18: Nobody approves what they did not see, nor the version that a draft stands beside."""
    solution = await game.submit(CV("high"))
    await game.show(solution)
    seen = (await game.look(solution)).revision
    changed = await game.submit(CV("high", purpose="Hires."), reference=solution.reference)
    with pytest.raises(ChangedMeanwhileError):
        await game.approve(solution, seen=seen)
    await game.decide(solution, "ask_for_changes", comment="Why?", seen=changed.revision)
    draft = await game.submit(CV("minimal"), reference=solution.reference)
    assert draft.state is VersionState.DRAFT
    for revision in (seen, changed.revision, draft.revision):
        with pytest.raises(MoveNotAllowedError):
            await game.approve(solution, seen=revision)
    for second in (False, True):
        if second:
            with pytest.raises(MoveNotAllowedError):
                await _send_back(game, solution)
        else:
            await _send_back(game, solution)

    assert waits_for(await game.look(solution), "high")


async def _send_back(game: Game, solution: Solution) -> None:
    await game.play(
        lambda records, at: records.decisions.send_back(solution, due_at=at, by=game.ben, at=at)
    )


async def test_everything_pressed_twice_at_once(game: Game) -> None:
    """19: One record, one review, one decision, however often it arrives."""
    sent = await asyncio.gather(*(game.submit(CV("high"), key="draft") for _ in range(5)))
    assert {each.reference for each in sent} == {"SOL-0001"}
    await game.show(sent[0])
    lowered = CV("minimal")
    await asyncio.gather(*(game.submit(lowered, reference="SOL-0001") for _ in range(5)))
    assert waits_for(await game.look(sent[0]), "high")
    decided = await asyncio.gather(
        *(game.approve(sent[0]) for _ in range(3)),
        *(game.reject(sent[0]) for _ in range(3)),
        return_exceptions=True,
    )

    assert sum(isinstance(each, Review) for each in decided) == 1
    actions = await game.actions(sent[0])
    assert actions.count("solution.revised") == 1
    assert actions.count("review.approved") + actions.count("review.rejected") == 1


async def test_not_sure_becomes_no(game: Game, mei: Person) -> None:
    """20: To know is for a person to hear; and until then, nobody can approve."""
    solution = await game.submit(CV("unsure"))
    await game.show(solution)
    for who in (game.arun, mei):
        with pytest.raises(MoveNotAllowedError):
            await game.approve(solution, by=who, override="Never mind.")
    sure = await game.submit(CV("minimal"), reference=solution.reference)

    assert waits_for(sure, "high")


@pytest.mark.parametrize("level", ["stopped", "prohibited"])
async def test_what_nobody_can_approve(game: Game, mei: Person, level: str) -> None:
    """21: Neither a lead nor a maker who says that it is something else."""
    solution = await game.submit(CV(level))
    await game.show(solution)
    for who in (game.arun, mei):
        with pytest.raises((MoveNotAllowedError, NotAReviewerError)):
            await game.approve(solution, by=who, override="Never mind.")
    for each in ("high", "minimal"):
        lowered = await game.submit(CV(each), reference=solution.reference)
        assert lowered.current.held_tier == POLICY_TIERS[level]


POLICY_TIERS = {"stopped": "high", "prohibited": "prohibited"}


async def test_paused_and_set_going(game: Game) -> None:
    """22: A pause neither starts what never ran, nor is undone by naming who ordered it."""
    solution = await game.submit(CV("high"))

    async def pause(records: UnitOfWork, at: datetime) -> None:
        await records.operations.pause("SOL-0001", reason="Wait.", by=game.arun, at=at)

    with pytest.raises(MoveNotAllowedError):
        await game.play(pause)
    await game.show(solution)
    await game.approve(solution)
    await game.play(pause)
    await game.play(
        lambda records, at: records.operations.name_backup(
            "SOL-0001", backup=game.arun, by=game.ben, at=at
        )
    )
    with pytest.raises(NotAllowedError):
        await game.play(
            lambda records, at: records.operations.resume("SOL-0001", by=game.ben, at=at)
        )

    assert (await game.look(solution)).operation is Operation.PAUSED


async def test_somebody_elses_record(game: Game, sari: Person) -> None:
    """23: Nobody changes, withdraws or shows evidence for what is not theirs."""
    solution = await game.submit(CV("high", backup=sari.email or ""))
    key = await game.show(solution)
    for move in (
        lambda records, at: records.registry.withdraw("SOL-0001", by=sari, at=at),
        lambda records, at: records.operations.retire("SOL-0001", by=sari, at=at),
        lambda records, at: records.evidence.remove(key, by=sari, at=at),
        lambda records, at: records.evidence.carry_over(solution, by=sari, at=at),
        lambda records, at: submit(records, CV("minimal"), reference="SOL-0001", by=sari, at=at),
    ):
        with pytest.raises(NotTheOwnerError):
            await game.play(move)
    assert waits_for(await game.look(solution), "high")
