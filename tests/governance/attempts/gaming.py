"""A maker at the register who tries ways around a decision."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from governance import Database, Person, Review, Solution, UnitOfWork, VersionState
from tests.fixtures.databases import NOON
from tests.governance.register_play import POLICY, describe, submit

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
        """Hand in the test cases, by a maker who has trained; give back their key."""
        await self.play(lambda records, at: records.training.complete(self.ben, "basics", at=at))
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


def waits_for(solution: Solution, tier: str) -> bool:
    """Tell whether nothing is approved until a person has looked, with the care of a *tier*."""
    is_open = solution.state in {VersionState.WAITING, VersionState.IN_REVIEW}
    return is_open and solution.live is None and solution.tier == tier
