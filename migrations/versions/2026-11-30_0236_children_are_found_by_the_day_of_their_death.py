"""Children are found by the day of their death."""

from __future__ import annotations

from alembic import op

revision = "202611300236"
down_revision = "202611300225"


def upgrade() -> None:
    op.execute("CREATE INDEX child_died_on_idx ON child (country_code, died_on, id)")


def downgrade() -> None:
    op.execute("DROP INDEX child_died_on_idx")
