"""Ways around a decision by saying something else: nothing is approved that nobody approved."""

import asyncio
from datetime import datetime

import pytest

from governance import (
    ChangedMeanwhileError,
    EvidenceDecidedError,
    MoveNotAllowedError,
    Person,
    RequirementsOpenError,
    Review,
    Solution,
    UnitOfWork,
    VersionState,
)
from tests.fixtures.databases import NOON
from tests.governance.attempts.gaming import CV, Game, waits_for
from tests.governance.register_play import POLICY, describe, submit


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

    assert set(refusal.value.missing) == {("evidence", "test-cases"), ("training", "basics")}
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
        lambda records, at: records.appeals.appeal(
            second, policy=POLICY, reason="Look.", until=at, due_at=at, by=game.ben, at=at
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
        return await records.appeals.appeal(
            solution, policy=POLICY, reason="Look.", until=at, due_at=at, by=game.ben, at=at
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
