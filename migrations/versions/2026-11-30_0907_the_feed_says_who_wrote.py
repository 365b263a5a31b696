"""The feed says who wrote."""

from __future__ import annotations

from alembic import op

revision = "202611300907"
down_revision = "202611300905"


def upgrade() -> None:
    op.execute("ALTER TABLE change ADD COLUMN writer UUID")
    op.execute("COMMENT ON COLUMN change.writer IS 'Who wrote: a digest that tells one from another, and nobody who.'")
    op.execute(
        """
        ALTER TABLE change ADD COLUMN operation TEXT COLLATE "C"
        """
    )
    op.execute("COMMENT ON COLUMN change.operation IS 'The mutation, or the command.'")
    op.execute(
        """
        ALTER TABLE change ADD COLUMN key TEXT COLLATE "C"
        """
    )
    op.execute("COMMENT ON COLUMN change.key IS 'The idempotency key under which it was sent.'")
    op.execute(
        "GRANT SELECT (country_code, number, type, row_id, kind, programme_id, changed_at, writer, operation, key), INSERT (country_code, number, type, row_id, kind, programme_id, writer, operation, key) ON change TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, number, type, row_id, kind, programme_id, changed_at, writer, operation, key), INSERT (country_code, number, type, row_id, kind, programme_id, writer, operation, key) ON change TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON change TO hearth_operator")


def downgrade() -> None:
    op.execute("ALTER TABLE change DROP COLUMN key")
    op.execute("ALTER TABLE change DROP COLUMN operation")
    op.execute("ALTER TABLE change DROP COLUMN writer")
