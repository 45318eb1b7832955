"""What the database itself refuses: nobody booked twice, nothing erased from the record."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

HEAD = sa.table("audit_head", sa.column("id"), sa.column("entry_id"), sa.column("hash"))

MEETS = """
    SELECT 1 FROM bookings
    WHERE bookings.status = 'booked' AND bookings.id IS NOT NEW.id
      AND (bookings.mentor_id IN (NEW.mentor_id, NEW.maker_id)
           OR bookings.maker_id IN (NEW.mentor_id, NEW.maker_id))
      AND bookings.starts_at < NEW.ends_at AND bookings.ends_at > NEW.starts_at
"""
"""Whether somebody in a new booking is in another one while it lasts."""

SQLITE = (
    *(
        f"""CREATE TRIGGER bookings_overlap_{verb.lower()} BEFORE {verb} ON bookings
        WHEN NEW.status = 'booked' AND EXISTS ({MEETS})
        BEGIN SELECT RAISE(ABORT, 'bookings_overlap'); END"""
        for verb in ("INSERT", "UPDATE")
    ),
    *(
        f"""CREATE TRIGGER audit_entries_no_{verb.lower()} BEFORE {verb} ON audit_entries
        BEGIN SELECT RAISE(ABORT, 'audit_entries is append-only'); END"""
        for verb in ("UPDATE", "DELETE")
    ),
    """CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head
    BEGIN SELECT RAISE(ABORT, 'audit_head has one row'); END""",
)

POSTGRESQL = (
    # Two ranges of one number each: the constraint then asks who, and needs no extension for it.
    """ALTER TABLE bookings ADD CONSTRAINT bookings_overlap EXCLUDE USING gist (
        int4multirange(int4range(mentor_id, mentor_id, '[]'),
                       int4range(maker_id, maker_id, '[]')) WITH &&,
        tsrange(starts_at, ends_at) WITH &&
    ) WHERE (status = 'booked')""",
    """CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '23001'; END $$""",
    """CREATE TRIGGER audit_entries_no_change BEFORE UPDATE OR DELETE OR TRUNCATE
    ON audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()""",
    """CREATE TRIGGER audit_head_no_delete BEFORE DELETE OR TRUNCATE
    ON audit_head FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()""",
)


def upgrade() -> None:
    """Set the guards up."""
    for statement in SQLITE if _is_sqlite() else POSTGRESQL:
        op.execute(statement)
    op.bulk_insert(HEAD, [{"id": 1, "entry_id": 0, "hash": "0" * 64}])  # a chain without entries


def downgrade() -> None:
    """Take the guards away."""
    if _is_sqlite():
        for name in ("bookings_overlap_insert", "bookings_overlap_update", "audit_head_no_delete"):
            op.execute(f"DROP TRIGGER {name}")
        for verb in ("update", "delete"):
            op.execute(f"DROP TRIGGER audit_entries_no_{verb}")
    else:
        op.execute("ALTER TABLE bookings DROP CONSTRAINT bookings_overlap")
        op.execute("DROP TRIGGER audit_entries_no_change ON audit_entries")
        op.execute("DROP TRIGGER audit_head_no_delete ON audit_head")
        op.execute("DROP FUNCTION refuse_change")
    op.execute("DELETE FROM audit_head")


def _is_sqlite() -> bool:
    """Tell which of the two databases this is."""
    return op.get_context().dialect.name == "sqlite"
