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
            regexp_replace(regexp_replace(normalize(casefold(normalize(regexp_replace(case_number, '[\u00AD\u034F\u061C\u115F-\u1160\u17B4-\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF\u0001-\u0008\u000E-\u001B\u007F-\u0084\u0086-\u009F]', '', 'g'), NFKC) COLLATE pg_unicode_fast), NFKC), '^[\u0009-\u000D\u001C-\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028-\u2029\u202F\u205F\u2800\u3000]+|[\u0009-\u000D\u001C-\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028-\u2029\u202F\u205F\u2800\u3000]+$', '', 'g'), '[\u0009-\u000D\u001C-\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028-\u2029\u202F\u205F\u2800\u3000\u002D\u2010-\u2013\u2043\u2212\uFE63\uFF0D\u2014-\u2015\uFE58]+', '-', 'g') COLLATE "C"
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
