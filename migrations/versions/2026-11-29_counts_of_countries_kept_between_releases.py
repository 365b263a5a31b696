"""Counts of countries kept between releases."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE country_count (
          release_id UUID NOT NULL,
          measure TEXT COLLATE "C" NOT NULL,
          country_code TEXT COLLATE "C" NOT NULL,
          split_by TEXT COLLATE "C" NOT NULL,
          categories TEXT COLLATE "C" NOT NULL,
          amount BIGINT NOT NULL,
          children BIGINT NOT NULL,
          PRIMARY KEY (release_id, measure, country_code, split_by, categories),
          CONSTRAINT country_count_amount_check CHECK (amount <> 0 OR children <> 0)
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE country_count IS 'What a country adds to figures that it has not itself, such as one care form: kept, so that a late entry counts only the countries that wrote; what is zero has no row.'"
    )
    op.execute("COMMENT ON COLUMN country_count.release_id IS 'The release.'")
    op.execute("COMMENT ON COLUMN country_count.measure IS 'What was counted.'")
    op.execute("COMMENT ON COLUMN country_count.country_code IS 'The country.'")
    op.execute("COMMENT ON COLUMN country_count.split_by IS 'The dimensions, joined by commas.'")
    op.execute("COMMENT ON COLUMN country_count.categories IS 'The category in each, joined by commas.'")
    op.execute("COMMENT ON COLUMN country_count.amount IS 'The count.'")
    op.execute("COMMENT ON COLUMN country_count.children IS 'How many children are behind it.'")
    op.execute("ALTER TABLE country_count ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE country_count FORCE ROW LEVEL SECURITY")
    op.execute("CREATE POLICY country_count_statistics ON country_count TO hearth_statistics USING (true)")
    op.execute(
        "GRANT SELECT (release_id, measure, country_code, split_by, categories, amount, children), INSERT (release_id, measure, country_code, split_by, categories, amount, children) ON country_count TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON country_count TO hearth_operator")


def downgrade() -> None:
    op.execute("DROP TABLE country_count")
