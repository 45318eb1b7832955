"""Roles given and taken on the command line."""

import asyncio
from pathlib import Path

from bot import clock
from bot.app import open_database, topics_in
from bot.rulebook import starter
from bot.settings import Settings
from tests.bot.conftest import Typed


async def _join(home: Path, email: str) -> None:
    """Put somebody into the group that carries a role."""
    settings = Settings(home=home, embedder="none")
    async with (
        open_database(settings, topics_in(starter())) as database,
        database.transaction() as records,
    ):
        await records.people.recognise(
            "slack", "U0BEN", name="Ben", email=email, locale=None, zone=None, at=clock.now()
        )
        [group] = await records.groups.list_for_channel("slack")
        await records.groups.record_members(group, {"U0BEN"}, at=clock.now())


def test_roles_are_given_and_taken(typed: Typed) -> None:
    """By the operator, on the command line."""
    given = typed("people", "grant", "ben@selat.example", "reviewer")
    taken = typed("people", "revoke", "ben@selat.example", "reviewer")
    listed = typed("people", "list").stdout.splitlines()

    assert given.stdout == "Ben Ong <ben@selat.example>: reviewer\n"
    assert taken.stdout == "Ben Ong <ben@selat.example>: maker\n"
    assert len(listed) == 6


def test_a_role_that_a_group_carries_is_told_from_one_by_hand(typed: Typed, tmp_path: Path) -> None:
    """Taking it by hand would do nothing, and the operator sees why."""
    typed("people", "group", "slack", "S0MENTOR", "mentor")
    asyncio.run(_join(tmp_path / "home", "ben@selat.example"))
    listed = typed("people", "list").stdout.splitlines()
    taken = typed("people", "revoke", "ben@selat.example", "mentor")

    assert "Ben Ong <ben@selat.example>: mentor (by S0MENTOR)" in listed
    assert taken.stdout == "Ben Ong <ben@selat.example>: mentor (by S0MENTOR)\n"


def test_a_role_that_does_not_exist_is_named(typed: Typed) -> None:
    """With the ones that do."""
    result = typed("people", "grant", "ben@selat.example", "king")

    assert result.exit_code == 2
    assert "reviewer" in result.stderr
