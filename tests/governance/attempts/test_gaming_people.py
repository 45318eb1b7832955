"""Ways around a decision by who presses what, and when: nobody approves what is not theirs."""

import asyncio
from datetime import datetime
from functools import partial

import pytest

from governance import (
    ChangedMeanwhileError,
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
from tests.fixtures.databases import NOON, Run
from tests.governance.attempts.gaming import CV, Game, waits_for
from tests.governance.register_play import BOOKED, POLICY, submit


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
        return await records.appeals.appeal(
            solution, policy=POLICY, reason="Look.", until=at, due_at=at, by=game.ben, at=at
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
