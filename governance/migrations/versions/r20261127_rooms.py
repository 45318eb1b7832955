"""Where people can be written to first is kept, and which message shows the reply to a turn."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for both."""
    op.create_table(
        "rooms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "not_installed",
                "uninstalled",
                "blocked",
                name="roomstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rooms"),
        sa.UniqueConstraint("channel", "external_id", name="uq_rooms_channel_external_id"),
    )
    op.add_column("inbox", sa.Column("shown_as", sa.Text(), nullable=True))
    op.create_index("ix_inbox_shown_as", "inbox", ["shown_as"])


def downgrade() -> None:
    """Throw both away."""
    op.drop_index("ix_inbox_shown_as", "inbox")
    op.drop_column("inbox", "shown_as")
    op.drop_table("rooms")
