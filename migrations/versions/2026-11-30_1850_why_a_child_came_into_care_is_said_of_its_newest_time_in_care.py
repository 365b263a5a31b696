"""Why a child came into care is said of its newest time in care."""

from __future__ import annotations

from alembic import op

revision = "202611301850"
down_revision = "202611301849"


def upgrade() -> None:
    op.execute(
        "COMMENT ON COLUMN child.reason_for_care IS 'Why the child came into care the last time: the first reason of its newest time in care, or what a file says of a child without one; empty where it is not known.'"
    )


def downgrade() -> None:
    op.execute(
        "COMMENT ON COLUMN child.reason_for_care IS 'Why the child came into care; empty where it is not on record.'"
    )
