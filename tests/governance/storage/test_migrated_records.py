"""Records of every earlier revision: brought up to date, folded back, and brought up again."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import JSON, Connection, MetaData, Table, func, inspect, select

from governance import (
    Database,
    HasAStakeError,
    MoveNotAllowedError,
    NotAReviewerError,
    Person,
    Policy,
    Review,
    ReviewStatus,
    Title,
    list_unasked,
)
from governance.migrations import configuration
from governance.storage.audit import GENESIS, PendingEntry, to_canonical_json
from governance.storage.engines import engine_at, for_migrations
from tests.fixtures.databases import NOON
from tests.governance.register_play import POLICY, describe

THEN = datetime(2026, 1, 5, 9)  # noqa: DTZ001 - as it is stored, in UTC
LATER = THEN + timedelta(days=2)
DUE = THEN + timedelta(days=9)

FOLDING = "0011"
"""The last revision in which a solution was one row."""

OPEN = 2
"""A solution that a reviewer has."""


def list_revisions() -> list[str]:
    """List the revisions, oldest first."""

    class _Nothing:
        """Stands for a connection that is not used."""

    script = ScriptDirectory.from_config(configuration(_Nothing()))  # type: ignore[arg-type]  # it is never connected
    return sorted(each.revision for each in script.walk_revisions())


EARLIER = list_revisions()[:-1]

EMAILS = ("ben@x.example", "arun@x.example", "mei@x.example", None)

SOLUTIONS = (
    ("in_review", "Mei@x.example "),
    ("in_review", ""),
    ("changes_requested", "new@x.example"),
    ("approved", "new@x.example"),
    ("approved", "ben@x.example"),
    ("rejected", ""),
    ("retired", ""),
    ("retired", ""),
    ("in_review", "mei@x.example"),
    ("retired", ""),
)
"""The status of each solution, and who was named as its backup owner."""

REVIEWS = (
    (1, "waiting", None),
    (2, "in_review", 2),
    (3, "changes_requested", 2),
    (4, "approved", 2),
    (6, "rejected", 3),
    (7, "approved", 2),
    (8, "withdrawn", None),
    (9, "approved", 2),
    (9, "waiting", None),
)
"""The reviews: of which solution, how they stand, and who has them."""

VERSIONS = (
    ("waiting", False, "idea", 3),
    ("in_review", False, "live", None),
    ("changes_requested", False, "idea", 5),
    ("approved", True, "live", 5),
    ("approved", True, "live", None),
    ("rejected", False, "live", None),
    ("approved", True, "retired", None),
    ("withdrawn", False, "retired", None),
    ("waiting", False, "idea", 3),
    ("approved", True, "retired", None),
)
"""What they become: state, whether live, whether it runs, and the backup owner."""


def _solution(number: int) -> dict[str, Any]:
    status, backup = SOLUTIONS[number - 1]
    return {
        "key": f"s{number}",
        "name": f"Solution {number} à l'été",
        "purpose": f"Does {number}.",
        "answers": {"data": ["internal"], "already_running": "no" if number % 2 else "yes"},
        "tier": "limited" if status != "rejected" else "no-longer-there",
        "status": status,
        "policy_version": "1.0",
        "owner_id": 1,
        "backup_email": backup,
        "registered_at": THEN,
        "changed_at": LATER,
    }


def _review(solution: int, status: str, reviewer: int | None) -> dict[str, Any]:
    is_decided = status in {"approved", "rejected", "withdrawn"}
    return {
        "solution_id": solution,
        "role": "reviewer",
        "status": status,
        "reviewer_id": reviewer,
        "requested_at": THEN,
        "due_at": DUE,
        "decided_at": LATER if is_decided else None,
    }


def _piece(number: int, solution: int | None) -> dict[str, Any]:
    return {
        "key": f"e{number}",
        "person_id": 1,
        "solution_id": solution,
        "evidence": "test-cases" if solution else "",
        "name": f"cases-{number}.pdf",
        "media_type": "application/pdf",
        "size": 3,
        "sha256": f"{number:064d}",
        "content": b"%PD",
        "kept_at": THEN,
    }


def _entries() -> list[dict[str, Any]]:
    """Write a chain of what happened, as an earlier version wrote it."""
    entries, last = list[dict[str, Any]](), GENESIS
    for number in range(1, len(SOLUTIONS) + 1):
        after = {"name": f"Solution {number}", "tier": "limited", "rules": ["internal-data"]}
        noted = PendingEntry(
            THEN,
            1,
            "solution.registered" if number > 1 else "solution.revised",
            f"SOL-{number:04d}",
            "null",
            to_canonical_json(after),
        )
        entries.append(noted.chain(number, last))
        last = entries[-1]["hash"]
    return entries


ROWS: Mapping[str, list[dict[str, Any]]] = {
    "people": [
        {
            "name": f"Person {number}",
            "email": email,
            "locale": "en",
            "zone": "Asia/Singapore",
            "locale_chosen": False,
            "zone_chosen": True,
            "joined_at": THEN,
        }
        for number, email in enumerate(EMAILS, 1)
    ],
    "person_roles": [{"person_id": 2, "role": "reviewer"}, {"person_id": 3, "role": "lead"}],
    "accounts": [
        {"person_id": number, "channel": "web", "external_id": f"a{number}", "name": "A"}
        for number in range(1, len(EMAILS) + 1)
    ],
    "solutions": [_solution(number) for number in range(1, len(SOLUTIONS) + 1)],
    "reviews": [_review(*each) for each in REVIEWS],
    "review_comments": [
        {"review_id": review, "author_id": author, "text": f"Why {review}?", "at": THEN}
        for review, author in ((2, 2), (3, 2), (3, 1), (5, 3))
    ],
    "bookings": [
        {
            "key": "b",
            "mentor_id": 4,
            "maker_id": 1,
            "topic": "data",
            "note": "About SOL-0003.",
            "starts_at": THEN,
            "ends_at": THEN + timedelta(minutes=30),
            "status": "booked",
            "uid": "b",
            "sequence": 0,
            "booked_at": THEN,
        }
    ],
    "drafts": [
        {
            "key": "d",
            "person_id": 1,
            "kind": "registration",
            "subject": "SOL-0003",
            "answers": {"name": "Half"},
            "step": 2,
            "asking": True,
            "asked_in": "web",
            "started_at": THEN,
            "changed_at": THEN,
        }
    ],
    "completed_modules": [{"person_id": 1, "module": "basics", "completed_at": THEN}],
    "showcase_entries": [{"solution_id": 4, "story": "It reads menus.", "shared_at": THEN}],
    "evidence_pieces": [_piece(1, 3), _piece(2, 4), _piece(3, 4), _piece(4, None)],
}
"""What is there, table by table, in an order that they refer to each other in."""

AUDITED_SINCE = "0003"

Facts = dict[str, Any]


def fill(connection: Connection, revision: str) -> None:
    """Write the rows that a revision has room for, each with the columns that it has.

    Tables that have rows are left alone.
    """
    schema = MetaData()
    schema.reflect(connection)
    for name, rows in ROWS.items():
        if name in schema.tables and _is_empty(connection, schema.tables[name]):
            table = schema.tables[name]
            for row in rows:
                known = {column: row[column] for column in row if column in table.c}
                connection.execute(table.insert(), known)
    if revision >= AUDITED_SINCE and _is_empty(connection, schema.tables["audit_entries"]):
        entries = _entries()
        stored = [{**each, "at": each["at"].replace(tzinfo=None)} for each in entries]
        connection.execute(schema.tables["audit_entries"].insert(), stored)
        head = {"entry_id": len(entries), "hash": entries[-1]["hash"]}
        connection.execute(schema.tables["audit_head"].update().values(head))


def _is_empty(connection: Connection, table: Table) -> bool:
    return connection.scalar(select(func.count()).select_from(table)) == 0


def read(connection: Connection) -> dict[str, list[Facts]]:
    """Read every row of the tables that were filled, and those that solutions became."""
    schema = MetaData()
    names = [*ROWS, "audit_entries", "audit_head", "solution_versions", "version_evidence"]
    present = [each for each in names if inspect(connection).has_table(each)]
    schema.reflect(connection, only=present)
    found = {}
    for name in present:
        table = schema.tables[name]
        columns = [table.c[each.name] for each in table.columns]
        keys = [table.c[each.name] for each in table.primary_key]
        rows = connection.execute(select(*columns).order_by(*keys)).mappings()
        found[name] = [dict(row) for row in rows]
        assert all(
            not isinstance(row[column.name], str)
            for row in found[name]
            for column in columns
            if isinstance(column.type, JSON)
        )
    return found


def lost(before: dict[str, list[Facts]], after: dict[str, list[Facts]]) -> list[str]:
    """List the rows that are not there as they were, in the columns that both have."""
    return [
        f"{name}: {row} became {later}"
        for name, rows in before.items()
        for row, later in zip(rows, after.get(name, []) + [{}] * len(rows), strict=False)
        if not later or any(row[key] != later[key] for key in row.keys() & later.keys())
    ]


def versions(found: dict[str, list[Facts]]) -> list[tuple[Any, ...]]:
    """Say what the solutions have become."""
    return [
        (
            version["state"],
            bool(version["is_live"]),
            solution["operation"],
            solution["backup_id"],
        )
        for version, solution in zip(found["solution_versions"], found["solutions"], strict=True)
    ]


@pytest.mark.slow
@pytest.mark.parametrize("revision", EARLIER)
async def test_records_of_an_earlier_revision_are_carried_over(
    empty_address: str, revision: str
) -> None:
    """Nothing is lost on the way up, nor when it is folded and brought up again.

    A revision with solutions in versions is reached from the last one without, with its records.
    """
    first = min(revision, FOLDING)

    def walk(connection: Connection) -> None:
        config = configuration(connection)
        command.upgrade(config, first)
        fill(connection, first)
        before = read(connection)
        command.upgrade(config, revision)
        fill(connection, revision)
        reached = read(connection)
        command.upgrade(config, "head")
        after = read(connection)
        assert lost(reached, after) == []
        _look_over(before, after)
        command.downgrade(config, FOLDING)
        folded = read(connection)
        assert lost(before, folded | {"solutions": _unnamed(folded)}) == []
        assert [each["status"] for each in folded["solutions"]] == [each for each, _ in SOLUTIONS]
        command.upgrade(config, "head")
        again = read(connection)
        _look_over(before, again)
        assert lost(after, again) == []

    await _run(empty_address, walk)
    database = Database.at(empty_address)
    await database.upgrade()
    async with database.reading() as records:
        assert await records.audit.verify() is None
        solution = await records.registry.get("SOL-0004")
        assert solution.live is not None
        shown = await records.evidence.list_for(solution)
        assert len(shown) == len([each for each in read_pieces(first) if each == 4])
        comments = await records.comments.list_all(await records.registry.get("SOL-0003"))
        assert [each.text for each in comments] == ["Why 3?", "Why 3?"]
    await database.close()


FORBIDDEN = {1: "prohibited", 2: "stopped", 9: "unsure"}
"""The solutions that wait, each as what nobody can approve today."""


@pytest.mark.slow
async def test_what_nobody_can_approve_was_not_stored_as_such_before(empty_address: str) -> None:
    """An earlier revision knew no outcomes: the core holds its records against today's rules."""

    def walk(connection: Connection) -> None:
        config = configuration(connection)
        command.upgrade(config, FOLDING)
        fill(connection, FOLDING)
        schema = MetaData()
        schema.reflect(connection, only=["solutions"])
        solutions = schema.tables["solutions"]
        for number, level in FORBIDDEN.items():
            answers = describe(level).answers
            stored = {
                id_: each if isinstance(each, str) else list(each) for id_, each in answers.items()
            }
            tier = "prohibited" if level == "prohibited" else "high"
            changed = solutions.update().where(solutions.c.id == number)
            connection.execute(changed.values(tier=tier, answers=stored))
        command.upgrade(config, "head")

    await _run(empty_address, walk)
    database = Database.at(empty_address)
    async with database.reading() as records:
        lead = await records.people.get(3)
        reviewer = await records.people.get(2)
    refused = []
    for number in FORBIDDEN:
        for by in (lead, reviewer):
            async with database.transaction() as records:
                solution = await records.registry.get(f"SOL-{number:04d}")
                review = await records.reviews.find_latest(solution)
                assert review is not None
                assert solution.current.outcome == "tier"
                with pytest.raises((MoveNotAllowedError, HasAStakeError)):
                    await records.decisions.approve(
                        review.id, policy=POLICY, by=by, at=NOON, override="Never mind."
                    )
                refused.append(number)
        async with database.reading() as records:
            solution = await records.registry.get(f"SOL-{number:04d}")
            assert solution.live is None
            assert solution.state.is_open
    await database.close()
    assert len(refused) == 2 * len(FORBIDDEN)


def asking(policy: Policy, holder: str) -> Policy:
    """Let every rule ask Human Resources, whom one person holds."""
    title = Title.model_validate({"id": "hr", "name": "Human Resources", "holders": [holder]})
    rules = tuple(each.model_copy(update={"asks": ("hr",)}) for each in policy.rules)
    return policy.model_copy(update={"titles": (title,), "rules": rules})


@pytest.mark.slow
async def test_an_open_review_of_an_earlier_revision_asks_whom_the_rules_ask(
    empty_address: str,
) -> None:
    """It had no steps: its reviewer alone does not approve what a title decides about today."""

    def walk(connection: Connection) -> None:
        config = configuration(connection)
        command.upgrade(config, FOLDING)
        fill(connection, FOLDING)
        schema = MetaData()
        schema.reflect(connection, only=["solutions"])
        solutions = schema.tables["solutions"]
        answers = {
            id_: each if isinstance(each, str) else list(each)
            for id_, each in describe("limited").answers.items()
        }
        changed = solutions.update().where(solutions.c.id == OPEN)
        unlike = {"name": "Letter sorter", "purpose": "Sorts letters by what they are about."}
        connection.execute(changed.values(tier="limited", answers=answers, **unlike))
        command.upgrade(config, "head")

    await _run(empty_address, walk)
    policy, database = asking(POLICY, "kim@x.example"), Database.at(empty_address)
    async with database.transaction() as records:
        reviewer, lead = await records.people.get(2), await records.people.get(3)
        expert = await records.people.recognise(
            "web", "kim", name="Kim", email="kim@x.example", locale="en", zone=None, at=NOON
        )
        solution = await records.registry.get(f"SOL-{OPEN:04d}")
        review = await records.reviews.find_latest(solution)
        assert review is not None
        unasked = list_unasked(policy, review)
    decide = partial(_approve, database, review.id, policy)
    first = await decide(lead, override="Proof is on paper.")
    async with database.reading() as records:
        waiting = await records.reviews.list_open_for(expert, titles={"hr"})
    with pytest.raises(NotAReviewerError):
        await decide(expert)
    last = await decide(expert, titles={"hr"})
    await database.close()

    assert [each.title for each in unasked] == ["hr"]
    assert reviewer.id == review.reviewer_id
    assert first.status is ReviewStatus.IN_REVIEW
    assert [each.id for each in waiting] == [review.id]
    assert last.status is ReviewStatus.APPROVED


async def _approve(
    database: Database, number: int, policy: Policy, by: Person, **more: Any
) -> Review:
    async with database.transaction() as records:
        return await records.decisions.approve(number, policy=policy, by=by, at=NOON, **more)


def read_pieces(revision: str) -> list[int | None]:
    """Say which solutions the pieces of evidence belong to, where a revision has any."""
    return [each["solution_id"] for each in ROWS["evidence_pieces"]] if revision >= "0007" else []


def _look_over(before: dict[str, list[Facts]], after: dict[str, list[Facts]]) -> None:
    """Compare what was there with what has become of it at the newest revision."""
    assert lost(before, after) == []
    assert len(after["reviews"]) == len(REVIEWS)
    assert versions(after) == list(VERSIONS)
    for old, new in zip(before["solutions"], after["solution_versions"], strict=True):
        kept = ("name", "purpose", "answers", "tier", "policy_version")
        assert [new[each] for each in kept] == [old[each] for each in kept]
        assert (new["number"], bool(new["is_current"]), new["made_by_id"]) == (1, True, 1)
        has_rules = "audit_entries" in before and bool(before["audit_entries"])
        assert [each["id"] for each in new["rules"]] == ["internal-data"] * has_rules
    about = {each["id"]: each["solution_id"] for each in after["solution_versions"]}
    assert all(about[each["version_id"]] == each["solution_id"] for each in after["reviews"])
    pieces = {each["id"]: each["solution_id"] for each in after["evidence_pieces"]}
    links = {each["piece_id"]: about[each["version_id"]] for each in after["version_evidence"]}
    assert links == {piece: owner for piece, owner in pieces.items() if owner is not None}


def _unnamed(folded: dict[str, list[Facts]]) -> list[Facts]:
    """Leave the addresses of backup owners out: they are written in one way now."""
    return [
        {key: value for key, value in each.items() if key != "backup_email"}
        for each in folded["solutions"]
    ]


async def _run(address: str, work: Callable[[Connection], None]) -> None:
    engine = engine_at(address, lock_timeout_s=5)
    try:
        async with for_migrations(engine).begin() as connection:
            await connection.run_sync(work)
    finally:
        await engine.dispose()
