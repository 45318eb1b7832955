"""When a platform last said who is in a group is kept: it is trusted for a day, across restarts."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for it."""
    op.add_column("role_groups", sa.Column("heard_at", sa.DateTime(), nullable=True))


def downgrade() -> None:
    """Throw it away."""
    op.drop_column("role_groups", "heard_at")
