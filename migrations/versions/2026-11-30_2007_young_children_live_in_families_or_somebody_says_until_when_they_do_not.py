"""Young children live in families, or somebody says until when they do not."""

from __future__ import annotations

from alembic import op

revision = "202611302007"
down_revision = "202611302005"


def upgrade() -> None:
    op.execute("ALTER TABLE placement_exception DROP CONSTRAINT placement_exception_rule_check")
    op.execute(
        "ALTER TABLE placement_exception ADD CONSTRAINT placement_exception_rule_check CHECK (rule IN ('CAPACITY', 'HOME_NOT_LICENSED', 'CARER_NOT_CLEARED', 'UNDER_THREE'))"
    )
    op.execute("ALTER TABLE placement_exception ALTER COLUMN home_id DROP NOT NULL")
    op.execute(
        "COMMENT ON COLUMN placement_exception.home_id IS 'The home; empty where the child lives in none of ours.'"
    )


def downgrade() -> None:
    op.execute("ALTER TABLE placement_exception NO FORCE ROW LEVEL SECURITY")
    op.execute("DELETE FROM placement_exception WHERE rule = 'UNDER_THREE' OR home_id IS NULL")
    op.execute("ALTER TABLE placement_exception FORCE ROW LEVEL SECURITY")
    op.execute("COMMENT ON COLUMN placement_exception.home_id IS 'The home.'")
    op.execute("ALTER TABLE placement_exception ALTER COLUMN home_id SET NOT NULL")
    op.execute("ALTER TABLE placement_exception DROP CONSTRAINT placement_exception_rule_check")
    op.execute(
        "ALTER TABLE placement_exception ADD CONSTRAINT placement_exception_rule_check CHECK (rule IN ('CAPACITY', 'HOME_NOT_LICENSED', 'CARER_NOT_CLEARED'))"
    )
