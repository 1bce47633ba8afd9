"""Texts that a language model proposes to editors"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "model_proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_key", sa.String(), nullable=False),
        sa.Column("source_digest", sa.String(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "queued", "running", "done", "failed",
                name="jobstate", native_enum=False, length=20,
            ),
            nullable=False,
        ),
        sa.Column("result", sa.JSON(), nullable=False),
        sa.Column("problem", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["unit_key"], ["unit.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )  # fmt: skip
    with op.batch_alter_table("model_proposal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_model_proposal_unit_key"), ["unit_key"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("model_proposal", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_model_proposal_unit_key"))

    op.drop_table("model_proposal")
