"""The operator may dump all of it."""

from __future__ import annotations

from alembic import op

revision = "202611291612"
down_revision = "202611291330"


def upgrade() -> None:
    op.execute("GRANT SELECT ON hearth_migration TO hearth_operator")


def downgrade() -> None:
    op.execute("REVOKE SELECT ON hearth_migration FROM hearth_operator")
