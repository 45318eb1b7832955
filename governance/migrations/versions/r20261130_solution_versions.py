"""What is registered becomes versions, with reviews about one, steps, requirements and evidence.

Every solution becomes one with a version 1, which its reviews and its evidence are about. What the
record of changes says of the rules that fired is kept; their words then are not known any more.
"""

import json
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from alembic import op

from governance.migrations.alteration import alter_table

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

DROPS = ("ck_solutions_solutionstatus", "ix_solutions_status")
"""What this revision means to lose: the status of a solution is two columns now."""

STATES = (
    "draft",
    "waiting",
    "in_review",
    "changes_requested",
    "approved",
    "rejected",
    "withdrawn",
)
OPEN_STATES = "state IN ('draft', 'waiting', 'in_review', 'changes_requested')"
OPERATIONS = ("idea", "pilot", "live", "paused", "retired")
ROLES = ("reviewer", "mentor", "lead", "operator")
KINDS = ("evidence", "training", "backup", "condition")


def upgrade() -> None:
    """Make the tables, move what is there into them, and take the old columns away."""
    _add_people_columns()
    _make_tables()
    _add_solution_columns()
    _move_records()
    _drop_solution_columns()


def _one_of(values: Iterable[str], name: str) -> sa.Enum:
    """Make a text column that the database keeps to *values*."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def _add_people_columns() -> None:
    with alter_table("people") as people:
        people.add_column(
            sa.Column("is_active", sa.Boolean(), nullable=False, server_default=sa.true())
        )
        people.add_column(sa.Column("department", sa.Text(), nullable=False, server_default=""))
        people.add_column(sa.Column("office", sa.Text(), nullable=False, server_default=""))
        people.add_column(sa.Column("manager_id", sa.Integer(), nullable=True))
        people.add_column(
            sa.Column(
                "source",
                _one_of(("chat", "import", "named"), "personsource"),
                nullable=False,
                server_default="chat",
            )
        )
        people.create_foreign_key("fk_people_manager_id", "people", ["manager_id"], ["id"])
    op.execute(  # whoever has no account was named by somebody, before this was folded back
        "UPDATE people SET source = 'named' WHERE id NOT IN (SELECT person_id FROM accounts)"
    )
    with alter_table("people") as people:  # whoever adds a person says all of it
        for name in ("is_active", "department", "office", "source"):
            people.alter_column(name, server_default=None)


def _make_tables() -> None:
    op.create_table(
        "solution_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("solution_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("tier", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("rules", sa.JSON(), nullable=False),
        sa.Column("policy_version", sa.Text(), nullable=False),
        sa.Column("held_tier", sa.Text(), nullable=False),
        sa.Column("held_for", sa.Text(), nullable=False),
        sa.Column("state", _one_of(STATES, "versionstate"), nullable=False),
        sa.Column("touched", sa.Integer(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("is_live", sa.Boolean(), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["solution_id"], ["solutions.id"], name="fk_solution_versions_solution_id"
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["people.id"], name="fk_solution_versions_made_by_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_solution_versions"),
        sa.UniqueConstraint(
            "solution_id", "number", name="uq_solution_versions_solution_id_number"
        ),
    )
    op.create_index("ix_solution_versions_solution_id", "solution_versions", ["solution_id"])
    op.create_index("ix_solution_versions_made_by_id", "solution_versions", ["made_by_id"])
    for name, where in (
        ("current", "is_current"),
        ("live", "is_live"),
        ("open", OPEN_STATES),
    ):
        op.create_index(
            f"uq_solution_versions_{name}",
            "solution_versions",
            ["solution_id"],
            unique=True,
            sqlite_where=sa.text(where),
            postgresql_where=sa.text(where),
        )
    op.create_table(
        "version_evidence",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("piece_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["solution_versions.id"], name="fk_version_evidence_version_id"
        ),
        sa.ForeignKeyConstraint(
            ["piece_id"], ["evidence_pieces.id"], name="fk_version_evidence_piece_id"
        ),
        sa.PrimaryKeyConstraint("version_id", "piece_id", name="pk_version_evidence"),
    )
    op.create_index("ix_version_evidence_piece_id", "version_evidence", ["piece_id"])
    op.create_table(
        "requirements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("kind", _one_of(KINDS, "requirementkind"), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("state", _one_of(("open", "met", "waived"), "requirementstate"), nullable=False),
        sa.Column("is_before_approval", sa.Boolean(), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=True),
        sa.Column("valid_until", sa.DateTime(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.Column("settled_by_id", sa.Integer(), nullable=True),
        sa.Column("settled_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["version_id"], ["solution_versions.id"], name="fk_requirements_version_id"
        ),
        sa.ForeignKeyConstraint(
            ["settled_by_id"], ["people.id"], name="fk_requirements_settled_by_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_requirements"),
    )
    op.create_index("ix_requirements_version_id", "requirements", ["version_id"])
    op.create_table(
        "review_steps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", _one_of(ROLES, "role"), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=False),
        sa.Column("approved_by_id", sa.Integer(), nullable=True),
        sa.Column("approved_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["review_id"], ["reviews.id"], name="fk_review_steps_review_id"),
        sa.ForeignKeyConstraint(
            ["approved_by_id"], ["people.id"], name="fk_review_steps_approved_by_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_review_steps"),
    )
    op.create_index("ix_review_steps_review_id", "review_steps", ["review_id"])


def _add_solution_columns() -> None:
    with alter_table("solutions") as solutions:
        solutions.add_column(sa.Column("operation", sa.String(40), nullable=True))
        for name in ("backup_id", "offered_to_id", "paused_by_id"):
            solutions.add_column(sa.Column(name, sa.Integer(), nullable=True))
            solutions.create_foreign_key(f"fk_solutions_{name}", "people", [name], ["id"])
        solutions.add_column(sa.Column("paused_at", sa.DateTime(), nullable=True))
        solutions.add_column(
            sa.Column("pause_reason", sa.Text(), nullable=False, server_default="")
        )
    with alter_table("reviews") as reviews:
        reviews.add_column(sa.Column("version_id", sa.Integer(), nullable=True))
        reviews.add_column(sa.Column("appeal_of_id", sa.Integer(), nullable=True))
        reviews.add_column(
            sa.Column("is_urgent", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with alter_table("review_comments") as comments:
        comments.add_column(sa.Column("reply_to_id", sa.Integer(), nullable=True))
        comments.add_column(sa.Column("subject", sa.Text(), nullable=False, server_default=""))
        comments.add_column(sa.Column("settled_at", sa.DateTime(), nullable=True))
        comments.create_foreign_key(
            "fk_review_comments_reply_to_id", "review_comments", ["reply_to_id"], ["id"]
        )


def _move_records() -> None:
    """Write version 1 of every solution, and let its review and its evidence be about it."""
    connection = op.get_bind()
    rules = _rules_by_reference(connection)
    addresses = _people_by_address(connection)
    solutions = connection.execute(sa.text("SELECT * FROM solutions ORDER BY id")).mappings().all()
    for solution in solutions:
        state, decided_at = _state(connection, solution)
        version_id = connection.execute(
            _VERSIONS.insert().returning(_VERSIONS.c.id),
            {
                "solution_id": solution["id"],
                "number": 1,
                "name": solution["name"],
                "purpose": solution["purpose"],
                "answers": _answers(solution["answers"]),
                "tier": solution["tier"],
                "outcome": "tier",
                "rules": rules.get(f"SOL-{solution['id']:04d}", []),
                "policy_version": solution["policy_version"],
                "held_tier": "",
                "held_for": "",
                "state": state,
                "touched": 0,
                "is_current": True,
                "is_live": state == "approved",
                "made_by_id": solution["owner_id"],
                "made_at": solution["changed_at"],
                "decided_at": decided_at,
            },
        ).scalar_one()
        backup_id = _backup(connection, solution, addresses)
        connection.execute(
            sa.text(
                "UPDATE solutions SET operation = :operation, backup_id = :backup WHERE id = :id"
            ),
            {"operation": _operation(solution), "backup": backup_id, "id": solution["id"]},
        )
        connection.execute(
            sa.text("UPDATE reviews SET version_id = :version WHERE solution_id = :solution"),
            {"version": version_id, "solution": solution["id"]},
        )
        connection.execute(
            sa.text(
                "INSERT INTO version_evidence (version_id, piece_id)"
                " SELECT :version, id FROM evidence_pieces WHERE solution_id = :solution"
            ),
            {"version": version_id, "solution": solution["id"]},
        )
    connection.execute(
        sa.text(
            "INSERT INTO review_steps"
            " (review_id, position, role, title, rule, due_at, approved_by_id, approved_at)"
            " SELECT id, 0, role, '', '', due_at,"
            " CASE WHEN status = 'approved' THEN reviewer_id END,"
            " CASE WHEN status = 'approved' THEN decided_at END FROM reviews"
        )
    )


_VERSIONS = sa.table(
    "solution_versions",
    sa.column("id", sa.Integer),
    sa.column("solution_id", sa.Integer),
    sa.column("number", sa.Integer),
    sa.column("name", sa.Text),
    sa.column("purpose", sa.Text),
    sa.column("answers", sa.JSON),
    sa.column("tier", sa.Text),
    sa.column("outcome", sa.Text),
    sa.column("rules", sa.JSON),
    sa.column("policy_version", sa.Text),
    sa.column("held_tier", sa.Text),
    sa.column("held_for", sa.Text),
    sa.column("state", sa.Text),
    sa.column("touched", sa.Integer),
    sa.column("is_current", sa.Boolean),
    sa.column("is_live", sa.Boolean),
    sa.column("made_by_id", sa.Integer),
    sa.column("made_at"),
    sa.column("decided_at"),
)


def _answers(stored: Any) -> Any:
    """Give answers as JSON's values: SQLite hands them out as text, PostgreSQL does not."""
    return json.loads(stored) if isinstance(stored, str) else stored


def _rules_by_reference(connection: sa.Connection) -> dict[str, list[dict[str, Any]]]:
    """Read from the record of changes which rules each solution's last answers had fired."""
    found: dict[str, list[dict[str, Any]]] = {}
    entries = connection.execute(
        sa.text(
            "SELECT subject, after FROM audit_entries WHERE action IN"
            " ('solution.registered', 'solution.revised') ORDER BY id"
        )
    )
    for subject, after in entries:
        facts = json.loads(after) or {}
        found[subject] = [
            {"id": rule, "clause": "", "mark": "", "because": {}, "sure": True}
            for rule in facts.get("rules", [])
        ]
    return found


def _people_by_address(connection: sa.Connection) -> dict[str, int]:
    rows = connection.execute(sa.text("SELECT email, id FROM people WHERE email IS NOT NULL"))
    return {str(email): int(number) for email, number in rows}


def _backup(connection: sa.Connection, solution: Any, addresses: dict[str, int]) -> int | None:
    """Find the backup owner, or add them: whoever was named is somebody, with or without chat."""
    address = solution["backup_email"].strip().lower()
    if "@" not in address:
        return None
    if address not in addresses:
        addresses[address] = int(
            connection.execute(
                sa.text(
                    "INSERT INTO people (name, email, locale, zone, locale_chosen, zone_chosen,"
                    " joined_at, is_active, department, office, source)"
                    " SELECT :name, :email, locale, zone, :no, :no, :at, :yes, '', '',"
                    " 'named' FROM people WHERE id = :owner RETURNING id"
                ),
                {
                    "name": address.partition("@")[0],
                    "email": address,
                    "no": False,
                    "yes": True,
                    "at": solution["registered_at"],
                    "owner": solution["owner_id"],
                },
            ).scalar_one()
        )
    number = addresses[address]
    return None if number == solution["owner_id"] else number


def _state(connection: sa.Connection, solution: Any) -> tuple[str, Any]:
    """Say where version 1 stands, and since when it is decided."""
    query = sa.text(
        "SELECT status, decided_at FROM reviews WHERE solution_id = :id ORDER BY id DESC LIMIT 1"
    )
    review = connection.execute(query, {"id": solution["id"]}).mappings().first()
    status, decided_at = solution["status"], review["decided_at"] if review else None
    if status in {"approved", "rejected"}:
        return status, decided_at or solution["changed_at"]
    if review is not None and (status == "retired" or review["status"] in STATES[1:4]):
        return review["status"], decided_at
    return ("approved", solution["registered_at"]) if status == "retired" else ("waiting", None)


def _operation(solution: Any) -> str:
    """Say whether a solution runs: as registered, approved, or told by its maker."""
    if solution["status"] == "retired":
        return "retired"
    runs = _answers(solution["answers"]).get("already_running") == "yes"
    return "live" if runs or solution["status"] == "approved" else "idea"


def _drop_solution_columns() -> None:
    with alter_table("reviews") as reviews:
        reviews.alter_column("version_id", existing_type=sa.Integer(), nullable=False)
        reviews.alter_column("is_urgent", server_default=None)
        reviews.create_foreign_key(
            "fk_reviews_version_id", "solution_versions", ["version_id"], ["id"]
        )
        reviews.create_foreign_key("fk_reviews_appeal_of_id", "reviews", ["appeal_of_id"], ["id"])
    op.create_index("ix_reviews_version_id", "reviews", ["version_id"])
    with alter_table("review_comments") as comments:
        comments.alter_column("subject", server_default=None)
    op.drop_index("ix_solutions_status", "solutions")
    with alter_table("solutions", drops=DROPS) as solutions:
        solutions.drop_constraint(op.f("ck_solutions_solutionstatus"), type_="check")
        for name in (
            "name",
            "purpose",
            "answers",
            "tier",
            "status",
            "policy_version",
            "backup_email",
        ):
            solutions.drop_column(name)
        solutions.alter_column(
            "operation",
            existing_type=sa.String(40),
            type_=_one_of(OPERATIONS, "operation"),
            nullable=False,
        )
        solutions.alter_column("pause_reason", server_default=None)
    for name in ("operation", "backup_id", "offered_to_id"):
        op.create_index(f"ix_solutions_{name}", "solutions", [name])


def downgrade() -> None:
    """Fold every solution back into one row, as its current version says; the others are lost."""
    with alter_table("solutions") as solutions:
        for name in ("name", "purpose", "tier", "policy_version", "backup_email", "status"):
            solutions.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=""))
        solutions.add_column(sa.Column("answers", sa.JSON(), nullable=True))
    _fold_versions()
    _drop_new_columns()
    for table in ("review_steps", "requirements", "version_evidence", "solution_versions"):
        op.drop_table(table)


def _drop_new_columns() -> None:
    for name in ("operation", "backup_id", "offered_to_id"):
        op.drop_index(f"ix_solutions_{name}", "solutions")
    with alter_table("solutions", drops=SOLUTION_DROPS) as solutions:
        for name in ("backup_id", "offered_to_id", "paused_by_id"):
            solutions.drop_constraint(f"fk_solutions_{name}", type_="foreignkey")
        solutions.drop_constraint(op.f("ck_solutions_operation"), type_="check")
        for name in SOLUTION_COLUMNS:
            solutions.drop_column(name)
        solutions.alter_column("answers", existing_type=sa.JSON(), nullable=False)
        solutions.alter_column(
            "status", existing_type=sa.Text(), type_=_one_of(STATUSES, "solutionstatus")
        )
    op.create_index("ix_solutions_status", "solutions", ["status"])
    _drop_new_review_columns()
    with alter_table("people", drops=("fk_people_manager_id", "ck_people_personsource")) as people:
        people.drop_constraint("fk_people_manager_id", type_="foreignkey")
        people.drop_constraint(op.f("ck_people_personsource"), type_="check")
        for name in ("is_active", "department", "office", "manager_id", "source"):
            people.drop_column(name)


def _drop_new_review_columns() -> None:
    op.drop_index("ix_reviews_version_id", "reviews")
    with alter_table("reviews", drops=REVIEW_DROPS) as reviews:
        for name in ("version_id", "appeal_of_id"):
            reviews.drop_constraint(f"fk_reviews_{name}", type_="foreignkey")
        for name in ("version_id", "appeal_of_id", "is_urgent"):
            reviews.drop_column(name)
    with alter_table("review_comments", drops=("fk_review_comments_reply_to_id",)) as comments:
        comments.drop_constraint("fk_review_comments_reply_to_id", type_="foreignkey")
        for name in ("reply_to_id", "subject", "settled_at"):
            comments.drop_column(name)


STATUSES = ("in_review", "changes_requested", "approved", "rejected", "retired")
SOLUTION_COLUMNS = (
    "operation",
    "backup_id",
    "offered_to_id",
    "paused_by_id",
    "paused_at",
    "pause_reason",
)
SOLUTION_DROPS = (
    "ck_solutions_operation",
    "fk_solutions_backup_id",
    "fk_solutions_offered_to_id",
    "fk_solutions_paused_by_id",
)
REVIEW_DROPS = ("fk_reviews_version_id", "fk_reviews_appeal_of_id")


def _fold_versions() -> None:
    """Write what the current version of each solution says into its row."""
    for name in ("name", "purpose", "tier", "policy_version", "answers"):
        op.execute(
            f"UPDATE solutions SET {name} = (SELECT v.{name} FROM solution_versions v"  # noqa: S608 - columns of ours
            " WHERE v.solution_id = solutions.id AND v.is_current)"
        )
    op.execute(
        "UPDATE solutions SET backup_email = COALESCE("
        "(SELECT p.email FROM people p WHERE p.id = solutions.backup_id), '')"
    )
    op.execute(
        "UPDATE solutions SET status = CASE WHEN operation = 'retired' THEN 'retired' ELSE ("
        "SELECT CASE v.state WHEN 'approved' THEN 'approved' WHEN 'rejected' THEN 'rejected'"
        " WHEN 'changes_requested' THEN 'changes_requested' WHEN 'draft' THEN 'changes_requested'"
        " WHEN 'withdrawn' THEN 'retired' ELSE 'in_review' END FROM solution_versions v"
        " WHERE v.solution_id = solutions.id AND v.is_current) END"
    )
