"""Homes have their first address."""

from __future__ import annotations

from alembic import op

revision = "202611301905"
down_revision = "202611301850"


def upgrade() -> None:
    op.execute("ALTER TABLE home NO FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE home_address NO FORCE ROW LEVEL SECURITY")
    # Where a home was from its first day nobody has said otherwise: its locality was never dated.
    op.execute(
        """
        INSERT INTO home_address (country_code, home_id, programme_id, locality, started_on, ended_on)
        SELECT h.country_code, h.id, h.programme_id, h.locality, h.opened_on, h.closed_on
        FROM home h
        WHERE h.locality IS NOT NULL AND h.voided_at IS NULL AND NOT EXISTS (
          SELECT 1 FROM home_address a
          WHERE a.country_code = h.country_code AND a.home_id = h.id AND a.voided_at IS NULL
        )
        """
    )
    op.execute("ALTER TABLE home_address FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE home FORCE ROW LEVEL SECURITY")
    op.execute(
        "COMMENT ON COLUMN home.locality IS 'The village, town or quarter that it belongs to, by its address of today, or its last one.'"
    )
    op.execute(
        "COMMENT ON COLUMN caregiver.minimum_qualification IS 'Whether the caregiver has what the country asks of one of that kind at least, by the level of education; also where it asks for nothing.'"
    )


def downgrade() -> None:
    op.execute(
        "COMMENT ON COLUMN caregiver.minimum_qualification IS 'Whether the caregiver has what the country asks of one of that kind at least.'"
    )
    op.execute("COMMENT ON COLUMN home.locality IS 'The village, town or quarter that it belongs to.'")
