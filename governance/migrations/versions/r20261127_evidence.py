"""Files and links that makers hand in as evidence are kept."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for them."""
    op.create_table(
        "evidence_pieces",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("solution_id", sa.Integer(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("kept_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_evidence_pieces_person_id"),
        sa.ForeignKeyConstraint(
            ["solution_id"], ["solutions.id"], name="fk_evidence_pieces_solution_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_evidence_pieces"),
        sa.UniqueConstraint("key", name="uq_evidence_pieces_key"),
        sa.UniqueConstraint(
            "solution_id",
            "evidence",
            "sha256",
            name="uq_evidence_pieces_solution_id_evidence_sha256",
        ),
    )
    op.create_index("ix_evidence_pieces_person_id", "evidence_pieces", ["person_id"])


def downgrade() -> None:
    """Throw them away."""
    op.drop_table("evidence_pieces")
