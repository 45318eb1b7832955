"""What comes in is kept before it is acknowledged, replies until shown, cards to be changed."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for all three."""
    op.add_column("inbox", sa.Column("owed_at", sa.DateTime(), nullable=True))
    op.create_index(
        "ix_inbox_unshown",
        "inbox",
        ["owed_at"],
        sqlite_where=sa.text("owed_at IS NOT NULL"),
        postgresql_where=sa.text("owed_at IS NOT NULL"),
    )
    op.create_table(
        "arrivals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("came_at", sa.DateTime(), nullable=False),
        sa.Column("claimed_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_arrivals"),
    )
    op.create_index("ix_arrivals_came_at", "arrivals", ["came_at"])
    op.create_index("ix_arrivals_channel_name", "arrivals", ["channel", "name"])
    op.create_table(
        "shown_cards",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("shown_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_shown_cards_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_shown_cards"),
        sa.UniqueConstraint("channel", "chat", "action", "value", name="uq_shown_cards_card"),
    )
    op.create_index("ix_shown_cards_message", "shown_cards", ["message"])
    op.create_index("ix_shown_cards_reference", "shown_cards", ["reference"])


def downgrade() -> None:
    """Throw them away."""
    op.drop_table("shown_cards")
    op.drop_table("arrivals")
    op.drop_index("ix_inbox_unshown", "inbox")
    op.drop_column("inbox", "owed_at")
