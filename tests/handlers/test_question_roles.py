"""Questions under other ids do what their roles say."""

import re
from pathlib import Path

import pytest

from governance import Policy, read_policy
from tests.fixtures.conversation import SARI, Conversation, plain
from tests.fixtures.handbooks import STARTER
from tests.handlers.registering import INVOICES, register

IDS = {
    "name": "what_we_call_it",
    "purpose": "what_for",
    "already_running": "in_use",
    "backup": "second_in_charge",
}


@pytest.fixture
def policy(tmp_path: Path) -> Policy:
    """The starter's policy, with ids that no code knows."""
    written = (STARTER / "policy.yaml").read_text(encoding="utf-8")
    for role, id_ in IDS.items():
        written = re.sub(rf"(?<=- id: ){role}$", id_, written, flags=re.MULTILINE)
        written = re.sub(rf"(?<=when: ){role}\b", id_, written)
    path = tmp_path / "policy.yaml"
    path.write_text(written, encoding="utf-8")
    return read_policy(path)


async def test_a_solution_is_named_and_described_by_role(conversation: Conversation) -> None:
    """Whoever says that it runs already is promised no penalty; the backup owner is kept."""
    answers = {IDS.get(id_, id_): answer for id_, answer in INVOICES.items()}
    answers["second_in_charge"] = SARI.email

    said = plain(await register(conversation, answers))

    async with conversation.assistant.database.reading() as records:
        solution = await records.registry.get("SOL-0001")
    assert solution.name == INVOICES["name"]
    assert solution.purpose == INVOICES["purpose"]
    assert solution.backup is not None
    assert solution.backup.email == SARI.email
    assert "There is no penalty for telling us" in said
