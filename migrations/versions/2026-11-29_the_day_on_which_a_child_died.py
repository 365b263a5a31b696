"""The day on which a child died."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.execute("ALTER TABLE child ADD COLUMN died_on DATE")
    op.execute(
        """
        ALTER TABLE child ADD COLUMN died_on_precision TEXT COLLATE "C"
        """
    )
    op.execute(
        "ALTER TABLE child ADD CONSTRAINT child_died_on_precision_check CHECK (died_on_precision IN ('DAY', 'MONTH', 'YEAR', 'ESTIMATED'))"
    )
    op.execute(
        "ALTER TABLE child ADD CONSTRAINT child_died_on_precision_known CHECK ((died_on IS NULL) = (died_on_precision IS NULL))"
    )
    op.execute(
        "COMMENT ON COLUMN child.died_on IS 'The day on which the child died, or the first day of the time that is known; empty while it lives.'"
    )
    op.execute("COMMENT ON COLUMN child.died_on_precision IS 'How much of the day of death is known.'")
    op.execute(
        "GRANT SELECT (died_on, died_on_precision), UPDATE (died_on, died_on_precision) ON child TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (died_on, died_on_precision), INSERT (died_on, died_on_precision), UPDATE (died_on, died_on_precision) ON child TO hearth_office"
    )
    # An age needs the day of death, and lists of children are read from this index alone.
    op.execute("DROP INDEX child_sex_idx")
    op.execute(
        "CREATE INDEX child_sex_idx ON child (country_code, sex, birth_date, id)"
        " INCLUDE (programme_id, given_name, family_name, died_on)"
    )


def downgrade() -> None:
    op.execute("DROP INDEX child_sex_idx")
    op.execute(
        "CREATE INDEX child_sex_idx ON child (country_code, sex, birth_date, id)"
        " INCLUDE (programme_id, given_name, family_name)"
    )
    op.execute("ALTER TABLE child DROP COLUMN died_on_precision")
    op.execute("ALTER TABLE child DROP COLUMN died_on")
