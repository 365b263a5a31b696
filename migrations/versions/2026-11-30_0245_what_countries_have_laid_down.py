"""What countries have laid down."""

from __future__ import annotations

from alembic import op

revision = "202611300245"
down_revision = "202611300236"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE policy (
          code TEXT COLLATE "C" NOT NULL,
          key TEXT COLLATE "C" NOT NULL,
          from_day DATE NOT NULL,
          until_day DATE,
          whole INTEGER NOT NULL,
          source TEXT COLLATE "C" NOT NULL,
          PRIMARY KEY (code, key, from_day),
          CONSTRAINT policy_one_at_a_time EXCLUDE USING gist (code WITH =, key WITH =, daterange(from_day, until_day) WITH &&)
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE policy IS 'What a policy of a country says for a time; computed values and rules ask for it on a day.'"
    )
    op.execute("COMMENT ON COLUMN policy.code IS 'The country''s ISO 3166-1 alpha-2 code.'")
    op.execute("COMMENT ON COLUMN policy.key IS 'Which policy it is.'")
    op.execute("COMMENT ON COLUMN policy.from_day IS 'The first day on which it holds.'")
    op.execute(
        "COMMENT ON COLUMN policy.until_day IS 'The first day on which it no longer does; empty where it holds to this day.'"
    )
    op.execute("COMMENT ON COLUMN policy.whole IS 'What it says, a whole number.'")
    op.execute("COMMENT ON COLUMN policy.source IS 'Where it is laid down.'")
    op.execute("GRANT SELECT (code, key, from_day, until_day, whole, source) ON policy TO hearth_caseworker")
    op.execute("GRANT SELECT (code, key, from_day, until_day, whole, source) ON policy TO hearth_office")
    op.execute("GRANT SELECT (code, key, from_day, until_day, whole, source) ON policy TO hearth_region")
    op.execute("GRANT SELECT (code, key, from_day, until_day, whole, source) ON policy TO hearth_headquarters")
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON policy TO hearth_operator")


def downgrade() -> None:
    op.execute("DROP TABLE policy")
