"""An office brings its records."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    # What has ended, closed or been taken back can be given with a new row.
    op.execute("GRANT INSERT (people_reached) ON programme TO hearth_office")
    op.execute("GRANT INSERT (closed_on) ON home TO hearth_office")
    op.execute("GRANT INSERT (ended_on) ON sibling_bond TO hearth_office")
    op.execute("GRANT INSERT (voided_at, void_reason) ON placement TO hearth_office")


def downgrade() -> None:
    op.execute("REVOKE INSERT (voided_at, void_reason) ON placement FROM hearth_office")
    op.execute("REVOKE INSERT (ended_on) ON sibling_bond FROM hearth_office")
    op.execute("REVOKE INSERT (closed_on) ON home FROM hearth_office")
    op.execute("REVOKE INSERT (people_reached) ON programme FROM hearth_office")
