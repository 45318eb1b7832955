"""A folder is held against the live register: nobody's solution loses its tier unseen."""

from pathlib import Path

from governance import Database
from governance.care import strictest
from governance.checking import check_tiers, read_policy
from governance.tables import SolutionVersion
from tests.fixtures.conversation import BEN, known
from tests.fixtures.databases import NOON
from tests.governance.policies import SMALL, registration


def test_solutions_in_a_tier_that_is_gone_are_named(tmp_path: Path) -> None:
    """Not all of many, and with the id that was probably meant."""
    path = tmp_path / "policy.yaml"
    path.write_text(SMALL, encoding="utf-8")
    stored = {"minimal": ("SOL-0001",), "limted": tuple(f"SOL-{n:04}" for n in range(2, 9))}
    (found,) = check_tiers(path, read_policy(path), stored)

    assert (found.severity, found.file, found.line) == ("error", "policy.yaml", 3)
    assert found.message == (
        "SOL-0002, SOL-0003, SOL-0004, SOL-0005, SOL-0006 and 2 more are in tier `limted`, "
        "which is not here any more. Did you mean `limited`? Keep the id, and change the name."
    )


def test_an_outcome_that_is_not_known_is_the_most_care(tmp_path: Path) -> None:
    """It does not count as none, within the tier that it stands in."""
    path = tmp_path / "policy.yaml"
    path.write_text(SMALL, encoding="utf-8")
    found = [
        (SolutionVersion(tier="minimal", held_tier="", outcome=outcome), outcome)
        for outcome in ("tier", "made_up", "stop", "on_hold")
    ]

    care = strictest(read_policy(path), found)

    assert care is not None
    assert care.where == "made_up"


async def test_the_register_lists_its_solutions_by_tier(database: Database) -> None:
    """As they were stored."""
    person = await known(database, BEN, NOON)
    async with database.transaction() as records:
        solution, _ = await records.registry.register(
            "k", registration("Menu", "Menu"), owner=person, at=NOON
        )
    async with database.reading() as records:
        assert await records.registry.list_tiers() == {"minimal": (solution.reference,)}
