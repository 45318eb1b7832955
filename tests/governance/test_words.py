"""Words that contradict the answers: no version of them is approved that nobody has read."""

from collections.abc import Mapping

import pytest

from governance import Database, Person, Policy, Registration, VersionState, assess
from governance.policy import Answer
from tests.fixtures.databases import NOON
from tests.governance.policy.test_starter_policy import HARMLESS

RANKING = {
    "en": "Ranks CVs of applicants",
    "id": "Mengurutkan CV pelamar kerja.",
    "th": "จัดอันดับเรซูเม่ของผู้สมัครงาน",
    "vi": "Xếp hạng CV của ứng viên xin việc.",
}
"""Words that ask for care, in each language."""

MENU = "Summarises the canteen's menu for our team."


def describe(
    policy: Policy, purpose: str, *, name: str = "Helper", told: Mapping[str, Answer] | None = None
) -> Registration:
    """Make what is registered for a *purpose* with answers that ask for no care."""
    told = {"name": name, "purpose": purpose} if told is None else told
    answers = {**HARMLESS, **told}
    return Registration(name, purpose, answers, assess(policy, answers), policy, "1.0")


@pytest.mark.parametrize("locale", sorted(RANKING))
async def test_what_contradicts_its_answers_is_not_approved_by_registering(
    database: Database, ben: Person, policy: Policy, locale: str
) -> None:
    """The tier stays what the answers say, and nothing is live before somebody decides."""
    ranking = describe(policy, RANKING[locale])
    async with database.transaction() as records:
        solution, _ = await records.registry.register("k", ranking, owner=ben, at=NOON)

    assert (solution.state, solution.tier, solution.live) == (VersionState.WAITING, "minimal", None)
    assert solution.current.held_tier == ""


@pytest.mark.parametrize("where", ["name", "purpose"])
async def test_name_and_purpose_are_read_whatever_the_answers_hold(
    database: Database, ben: Person, policy: Policy, where: str
) -> None:
    """Who calls the register without the form is held to the same."""
    texts = {"name": "Helper", "purpose": MENU, where: RANKING["en"]}
    told = {"name": "Helper", "purpose": MENU}
    ranking = describe(policy, texts["purpose"], name=texts["name"], told=told)
    async with database.transaction() as records:
        solution, _ = await records.registry.register("k", ranking, owner=ben, at=NOON)

    assert solution.state is VersionState.WAITING


async def test_changed_words_wait_and_changed_back_go_on_waiting(
    database: Database, ben: Person, policy: Policy
) -> None:
    """What was approved stays live; what a person is to look at, a person decides."""
    menu, ranking = describe(policy, MENU), describe(policy, RANKING["en"])
    async with database.transaction() as records:
        solution, _ = await records.registry.register("k", menu, owner=ben, at=NOON)
        was = solution.state
        solution, _ = await records.registry.revise("SOL-0001", ranking, by=ben, at=NOON)
        changed = solution.state, solution.live and solution.live.number
        solution, _ = await records.registry.revise("SOL-0001", menu, by=ben, at=NOON)

    assert was is VersionState.APPROVED
    assert changed == (VersionState.WAITING, 1)
    assert solution.state is VersionState.WAITING
