"""Numbers compared by their key."""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.execute(
        r"""
        ALTER TABLE child
          ADD COLUMN case_number_key TEXT COLLATE "C" GENERATED ALWAYS AS (
            regexp_replace(regexp_replace(normalize(casefold(normalize(regexp_replace(case_number, '[\u00ad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\u0001-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f]', '', 'g'), NFKC) COLLATE pg_unicode_fast), NFKC), '^[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000]+|[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000]+$', '', 'g'), '[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000\u002d\u2010-\u2013\u2043\u2212\ufe63\uff0d\u2014-\u2015\ufe58]+', '-', 'g') COLLATE "C"
          ) STORED NOT NULL,
          ADD COLUMN case_number_twin INTEGER DEFAULT 0 NOT NULL,
          DROP CONSTRAINT child_case_number_key
        """
    )
    # Two numbers of a programme that were told apart by their writing: all but the first stay, marked, until somebody
    # corrects them. Row security is forced, so that the owner sees no row without this.
    op.execute("ALTER TABLE child NO FORCE ROW LEVEL SECURITY")
    op.execute(
        """
        UPDATE child SET case_number_twin = twin.place
        FROM (
          SELECT country_code, id, row_number() OVER (
            PARTITION BY country_code, case_number_key, programme_id ORDER BY created_at, id
          ) - 1 AS place
          FROM child
        ) AS twin
        WHERE child.country_code = twin.country_code AND child.id = twin.id AND twin.place > 0
        """
    )
    op.execute("ALTER TABLE child FORCE ROW LEVEL SECURITY")
    op.execute(
        "ALTER TABLE child ADD CONSTRAINT child_case_number_key"
        " UNIQUE (country_code, case_number_key, programme_id, case_number_twin)"
    )
    op.execute(
        "COMMENT ON COLUMN child.case_number_key IS 'What case numbers are compared by: other capitals, spaces or hyphens make no other number.'"
    )
    op.execute(
        "COMMENT ON COLUMN child.case_number_twin IS '0; of children whose numbers were one before numbers were compared so, all but the first count from 1.'"
    )
    op.execute(
        "GRANT SELECT (case_number_key, case_number_twin), UPDATE (case_number_twin) ON child"
        " TO hearth_caseworker, hearth_office"
    )
    op.execute(
        """
        CREATE TABLE text_rules (
          code TEXT COLLATE "C" NOT NULL,
          version INTEGER NOT NULL,
          since TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          PRIMARY KEY (code)
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE text_rules IS 'The rules by which all texts of a country are kept; a country without a row has texts of an earlier form.'"
    )
    op.execute("COMMENT ON COLUMN text_rules.code IS 'The country''s ISO 3166-1 alpha-2 code.'")
    op.execute("COMMENT ON COLUMN text_rules.version IS 'The version of the rules.'")
    op.execute("COMMENT ON COLUMN text_rules.since IS 'Since when.'")
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON text_rules TO hearth_operator")


def downgrade() -> None:
    op.execute("DROP TABLE text_rules")
    op.execute("ALTER TABLE child DROP CONSTRAINT child_case_number_key")
    op.execute("ALTER TABLE child DROP COLUMN case_number_key, DROP COLUMN case_number_twin")
    op.execute(
        "ALTER TABLE child ADD CONSTRAINT child_case_number_key UNIQUE (country_code, programme_id, case_number)"
    )
