"""A draft remembers the conversation in which it asks, instead of only that it does."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep the conversation; drafts that ask now wait to be gone on with."""
    op.add_column("drafts", sa.Column("asked_in", sa.Text(), nullable=True))
    op.drop_column("drafts", "asking")


def downgrade() -> None:
    """Keep only whether a draft asks."""
    op.add_column(
        "drafts", sa.Column("asking", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.drop_column("drafts", "asked_in")
