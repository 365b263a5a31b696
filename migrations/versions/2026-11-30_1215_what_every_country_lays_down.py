"""What every country lays down."""

from __future__ import annotations

from alembic import op

revision = "202611301215"
down_revision = "202611301045"
contracts = True


def upgrade() -> None:
    # `hearth migrate` writes the rows anew, from the packs.
    op.execute("DELETE FROM policy")
    op.execute("ALTER TABLE policy DROP CONSTRAINT policy_pkey")
    op.execute("ALTER TABLE policy DROP CONSTRAINT policy_one_at_a_time")
    op.execute("ALTER TABLE policy ALTER COLUMN whole DROP NOT NULL")
    op.execute('ALTER TABLE policy ADD COLUMN jurisdiction TEXT COLLATE "C" NOT NULL')
    op.execute('ALTER TABLE policy ADD COLUMN value TEXT COLLATE "C" NOT NULL')
    op.execute('ALTER TABLE policy ADD COLUMN unit TEXT COLLATE "C" NOT NULL')
    op.execute('ALTER TABLE policy ADD COLUMN certain TEXT COLLATE "C" NOT NULL')
    op.execute('ALTER TABLE policy ADD COLUMN origin TEXT COLLATE "C" NOT NULL')
    op.execute("ALTER TABLE policy ADD CONSTRAINT policy_pkey PRIMARY KEY (code, key, jurisdiction, from_day)")
    op.execute(
        "ALTER TABLE policy ADD CONSTRAINT policy_one_at_a_time EXCLUDE USING gist (code WITH =, key WITH =, jurisdiction WITH =, daterange(from_day, until_day) WITH &&)"
    )
    op.execute(
        "ALTER TABLE policy ADD CONSTRAINT policy_unit_check CHECK (unit IN ('YEARS', 'MONTHS', 'DAYS', 'HOURS', 'KILOMETRES', 'CHILDREN', 'TIMES_A_YEAR', 'YES_NO', 'SETTING', 'LEVEL', 'CHECKS', 'FIELDS', 'BODY'))"
    )
    op.execute("ALTER TABLE policy ADD CONSTRAINT policy_certain_check CHECK (certain IN ('YES', 'NO'))")
    op.execute(
        "ALTER TABLE policy ADD CONSTRAINT policy_origin_check CHECK (origin IN ('FEDERATION', 'COUNTRY', 'PART', 'INSTALLATION'))"
    )
    op.execute("COMMENT ON COLUMN policy.code IS 'The country''s ISO 3166-1 alpha-2 code.'")
    op.execute("COMMENT ON COLUMN policy.key IS 'Which policy it is.'")
    op.execute(
        "COMMENT ON COLUMN policy.jurisdiction IS 'The part of the country in which it holds; an empty text for all of it.'"
    )
    op.execute("COMMENT ON COLUMN policy.from_day IS 'The first day on which it holds.'")
    op.execute(
        "COMMENT ON COLUMN policy.until_day IS 'The first day on which it no longer does; empty where it holds to this day.'"
    )
    op.execute("COMMENT ON COLUMN policy.value IS 'What it says, in its unit; NOT_APPLICABLE where nothing is asked.'")
    op.execute(
        "COMMENT ON COLUMN policy.whole IS 'What it says as a whole number; empty where it is none, or nothing is asked.'"
    )
    op.execute("COMMENT ON COLUMN policy.unit IS 'What its value is counted in.'")
    op.execute("COMMENT ON COLUMN policy.source IS 'Where it is laid down.'")
    op.execute("COMMENT ON COLUMN policy.certain IS 'Whether somebody has read the source.'")
    op.execute("COMMENT ON COLUMN policy.origin IS 'Who has laid it down.'")
    op.execute(
        "GRANT SELECT (code, key, jurisdiction, from_day, until_day, value, whole, unit, source, certain, origin) ON policy TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (code, key, jurisdiction, from_day, until_day, value, whole, unit, source, certain, origin) ON policy TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (code, key, jurisdiction, from_day, until_day, value, whole, unit, source, certain, origin) ON policy TO hearth_region"
    )
    op.execute(
        "GRANT SELECT (code, key, jurisdiction, from_day, until_day, value, whole, unit, source, certain, origin) ON policy TO hearth_headquarters"
    )
    op.execute(
        """
        CREATE TABLE pack_digest (
          name TEXT COLLATE "C" NOT NULL,
          digest TEXT COLLATE "C" NOT NULL,
          PRIMARY KEY (name)
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE pack_digest IS 'The digest of the packs that `hearth migrate` wrote last: a server with others does not start.'"
    )
    op.execute("COMMENT ON COLUMN pack_digest.name IS 'What was written: `rules`.'")
    op.execute(
        "COMMENT ON COLUMN pack_digest.digest IS 'The SHA-256 of all that they lay down, in hexadecimal letters.'"
    )
    op.execute("GRANT SELECT (name, digest) ON pack_digest TO hearth_caseworker")
    op.execute("GRANT SELECT (name, digest) ON pack_digest TO hearth_office")
    op.execute("GRANT SELECT (name, digest) ON pack_digest TO hearth_region")
    op.execute("GRANT SELECT (name, digest) ON pack_digest TO hearth_headquarters")
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON pack_digest TO hearth_operator")
    op.execute("ALTER TABLE country DROP COLUMN age_of_majority")


def downgrade() -> None:
    op.execute("ALTER TABLE country ADD COLUMN age_of_majority INTEGER")
    op.execute(
        "UPDATE country c SET age_of_majority = coalesce((SELECT p.whole FROM policy p WHERE p.code = c.code AND p.key = 'age_of_majority' AND p.jurisdiction = '' AND p.until_day IS NULL), 18)"
    )
    op.execute("ALTER TABLE country ALTER COLUMN age_of_majority SET NOT NULL")
    op.execute("COMMENT ON COLUMN country.age_of_majority IS 'Age in years at which the law calls a person adult.'")
    op.execute("GRANT SELECT (age_of_majority) ON country TO hearth_caseworker")
    op.execute("GRANT SELECT (age_of_majority) ON country TO hearth_office")
    op.execute("GRANT SELECT (age_of_majority) ON country TO hearth_region")
    op.execute("GRANT SELECT (age_of_majority) ON country TO hearth_headquarters")
    op.execute("DROP TABLE pack_digest")
    op.execute("DELETE FROM policy WHERE jurisdiction <> '' OR whole IS NULL")
    op.execute("ALTER TABLE policy DROP CONSTRAINT policy_pkey")
    op.execute("ALTER TABLE policy DROP CONSTRAINT policy_one_at_a_time")
    op.execute("ALTER TABLE policy DROP COLUMN jurisdiction")
    op.execute("ALTER TABLE policy DROP COLUMN value")
    op.execute("ALTER TABLE policy DROP COLUMN unit")
    op.execute("ALTER TABLE policy DROP COLUMN certain")
    op.execute("ALTER TABLE policy DROP COLUMN origin")
    op.execute("ALTER TABLE policy ALTER COLUMN whole SET NOT NULL")
    op.execute("COMMENT ON COLUMN policy.whole IS 'What it says, a whole number.'")
    op.execute("ALTER TABLE policy ADD CONSTRAINT policy_pkey PRIMARY KEY (code, key, from_day)")
    op.execute(
        "ALTER TABLE policy ADD CONSTRAINT policy_one_at_a_time EXCLUDE USING gist (code WITH =, key WITH =, daterange(from_day, until_day) WITH &&)"
    )
