"""Plans for the largest country."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.execute("ALTER TABLE child ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute("ALTER TABLE community_link ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute("ALTER TABLE community_partner ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute("ALTER TABLE home ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute("ALTER TABLE placement ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute("ALTER TABLE programme ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute("ALTER TABLE sibling_bond ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute("DROP INDEX child_sex_idx")
    op.execute("CREATE INDEX child_sex_idx ON child (country_code, sex, birth_date, id)")
    # The planner reads it from the statistics.
    op.execute("ANALYZE child")
    op.execute("ANALYZE community_link")
    op.execute("ANALYZE community_partner")
    op.execute("ANALYZE home")
    op.execute("ANALYZE placement")
    op.execute("ANALYZE programme")
    op.execute("ANALYZE sibling_bond")


def downgrade() -> None:
    op.execute("DROP INDEX child_sex_idx")
    op.execute("CREATE INDEX child_sex_idx ON child (country_code, sex, id)")
    op.execute("ALTER TABLE child ALTER COLUMN country_code RESET (n_distinct)")
    op.execute("ALTER TABLE community_link ALTER COLUMN country_code RESET (n_distinct)")
    op.execute("ALTER TABLE community_partner ALTER COLUMN country_code RESET (n_distinct)")
    op.execute("ALTER TABLE home ALTER COLUMN country_code RESET (n_distinct)")
    op.execute("ALTER TABLE placement ALTER COLUMN country_code RESET (n_distinct)")
    op.execute("ALTER TABLE programme ALTER COLUMN country_code RESET (n_distinct)")
    op.execute("ALTER TABLE sibling_bond ALTER COLUMN country_code RESET (n_distinct)")
