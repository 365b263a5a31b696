"""What an import works with beside the rows of its country."""

from __future__ import annotations

from alembic import op

revision = "202611300553"
down_revision = "202611300245"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE import_row (
          country_code TEXT COLLATE "C" NOT NULL,
          run UUID NOT NULL,
          part TEXT COLLATE "C" NOT NULL,
          place INTEGER NOT NULL,
          row_id UUID,
          cells JSONB NOT NULL,
          PRIMARY KEY (country_code, run, part, place)
        )
        """
    )
    op.execute("COMMENT ON TABLE import_row IS 'A row that an import works with until its commit.'")
    op.execute("COMMENT ON COLUMN import_row.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN import_row.run IS 'Which import it is.'")
    op.execute(
        "COMMENT ON COLUMN import_row.part IS 'What the row is one of: a file''s rows, or those that are to be.'"
    )
    op.execute("COMMENT ON COLUMN import_row.place IS 'Its place among those.'")
    op.execute("COMMENT ON COLUMN import_row.row_id IS 'The row of the country that it stands for.'")
    op.execute("COMMENT ON COLUMN import_row.cells IS 'What it says, column by column.'")
    op.execute("CREATE INDEX import_row_row_id_idx ON import_row (country_code, row_id)")
    op.execute("ALTER TABLE import_row ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE import_row FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE import_row ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY import_row_office ON import_row TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, run, part, place, row_id, cells), INSERT (country_code, run, part, place, row_id, cells), DELETE ON import_row TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, DELETE, MAINTAIN ON import_row TO hearth_operator")


def downgrade() -> None:
    op.execute("DROP TABLE import_row")
