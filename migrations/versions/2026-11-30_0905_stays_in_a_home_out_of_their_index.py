"""Stays in a home out of their index."""

from __future__ import annotations

from alembic import op

revision = "202611300905"
down_revision = "202611300903"


def upgrade() -> None:
    # How many places of a home are taken hangs on no stay that was found to be an error.
    op.execute("DROP INDEX home_stay_home_id_idx")
    op.execute(
        "CREATE INDEX home_stay_home_id_idx ON home_stay (country_code, home_id, started_on, ended_on)"
        " INCLUDE (voided_at)"
    )


def downgrade() -> None:
    op.execute("DROP INDEX home_stay_home_id_idx")
    op.execute("CREATE INDEX home_stay_home_id_idx ON home_stay (country_code, home_id, started_on, ended_on)")
