"""An answer is kept with the exact version of each page it rests on."""

import sqlalchemy as sa

from governance.migrations.alteration import alter_table

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep the mark of the version; of earlier answers it is not known."""
    with alter_table("cited_clauses") as table:
        table.add_column(sa.Column("mark", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    """Forget the marks."""
    with alter_table("cited_clauses") as table:
        table.drop_column("mark")
