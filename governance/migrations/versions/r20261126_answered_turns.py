"""What people said is not kept once it is answered."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forget what was said in turns that have their answer."""
    op.execute("UPDATE inbox SET turn = '' WHERE answered_at IS NOT NULL")


def downgrade() -> None:
    """Leave it forgotten; no answered turn is ever read again."""
