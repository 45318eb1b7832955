"""A lead chooses how the assistant behaves in a channel, and groups of a platform carry roles."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for both."""
    op.create_table(
        "channel_settings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("private_first", sa.Boolean(), nullable=False),
        sa.Column("follows_up", sa.Boolean(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_channel_settings"),
        sa.UniqueConstraint("place", name="uq_channel_settings_place"),
    )
    op.create_table(
        "role_groups",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "reviewer",
                "mentor",
                "lead",
                "operator",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name="pk_role_groups"),
        sa.UniqueConstraint(
            "channel", "external_id", "role", name="uq_role_groups_channel_external_id_role"
        ),
    )
    op.create_table(
        "role_group_members",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["role_groups.id"], name="fk_role_group_members_group_id"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_role_group_members_person_id"
        ),
        sa.PrimaryKeyConstraint("group_id", "person_id", name="pk_role_group_members"),
    )
    op.create_index("ix_role_group_members_person_id", "role_group_members", ["person_id"])


def downgrade() -> None:
    """Throw both away."""
    op.drop_table("role_group_members")
    op.drop_table("role_groups")
    op.drop_table("channel_settings")
