"""Codes of each country's own lists."""

from __future__ import annotations

from alembic import op

revision = "202611301320"
down_revision = "202611301255"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE national_code (
          country TEXT COLLATE "C" NOT NULL,
          list_key TEXT COLLATE "C" NOT NULL,
          code TEXT COLLATE "C" NOT NULL,
          from_day DATE NOT NULL,
          until_day DATE,
          place INTEGER NOT NULL,
          international TEXT COLLATE "C",
          label TEXT COLLATE "C" NOT NULL,
          languages TEXT[] COLLATE "C" NOT NULL,
          labels TEXT[] COLLATE "C" NOT NULL,
          source TEXT COLLATE "C" NOT NULL,
          certain TEXT COLLATE "C" NOT NULL,
          PRIMARY KEY (country, list_key, code, from_day),
          CONSTRAINT national_code_one_at_a_time EXCLUDE USING gist (country WITH =, list_key WITH =, code WITH =, daterange(from_day, until_day) WITH &&)
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE national_code IS 'A code of a country''s list for a time; columns of `Kind.CODE` hold one, `country { codes(list) }` shows them.'"
    )
    op.execute("COMMENT ON COLUMN national_code.country IS 'The country''s ISO 3166-1 alpha-2 code.'")
    op.execute("COMMENT ON COLUMN national_code.list_key IS 'Which list it is of, by its key.'")
    op.execute("COMMENT ON COLUMN national_code.code IS 'The code, as the country writes it.'")
    op.execute("COMMENT ON COLUMN national_code.from_day IS 'The first day on which it may be used.'")
    op.execute(
        "COMMENT ON COLUMN national_code.until_day IS 'The first day on which it no longer may; empty where it may to this day.'"
    )
    op.execute("COMMENT ON COLUMN national_code.place IS 'Its place in the list as it is shown, from 1.'")
    op.execute(
        "COMMENT ON COLUMN national_code.international IS 'The international code that it maps to; empty in a list that maps to none.'"
    )
    op.execute(
        "COMMENT ON COLUMN national_code.label IS 'What is told where no language that is asked for has a label.'"
    )
    op.execute(
        "COMMENT ON COLUMN national_code.languages IS 'The tags of the languages that it has a label in (BCP 47).'"
    )
    op.execute("COMMENT ON COLUMN national_code.labels IS 'The labels, in the order of the languages.'")
    op.execute("COMMENT ON COLUMN national_code.source IS 'Where it is laid down.'")
    op.execute("COMMENT ON COLUMN national_code.certain IS 'YES or NO: whether whoever wrote it has seen the source.'")
    op.execute(
        "GRANT SELECT (country, list_key, code, from_day, until_day, place, international, label, languages, labels, source, certain) ON national_code TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country, list_key, code, from_day, until_day, place, international, label, languages, labels, source, certain) ON national_code TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (country, list_key, code, from_day, until_day, place, international, label, languages, labels, source, certain) ON national_code TO hearth_region"
    )
    op.execute(
        "GRANT SELECT (country, list_key, code, from_day, until_day, place, international, label, languages, labels, source, certain) ON national_code TO hearth_headquarters"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON national_code TO hearth_operator")
    op.execute(
        """
        ALTER TABLE placement ADD COLUMN local_kind TEXT COLLATE "C"
        """
    )
    op.execute(
        "COMMENT ON COLUMN placement.local_kind IS 'The kind of placement as the country''s law or national return names it; empty where it keeps no such list.'"
    )
    op.execute("CREATE INDEX placement_local_kind_idx ON placement (country_code, local_kind, id)")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, home_id, home_name, started_on, ended_on, start_reason, end_reason, local_kind, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, home_id, home_name, started_on, ended_on, start_reason, end_reason, local_kind), UPDATE (version, updated_at, home_id, home_name, started_on, ended_on, start_reason, end_reason, local_kind, voided_at, void_reason) ON placement TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, home_id, home_name, started_on, ended_on, start_reason, end_reason, local_kind, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, home_id, home_name, started_on, ended_on, start_reason, end_reason, local_kind, voided_at, void_reason), UPDATE (version, updated_at, programme_id, home_id, home_name, started_on, ended_on, start_reason, end_reason, local_kind, voided_at, void_reason, child_same_as_id) ON placement TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (country_code, child_file_id, home_id, programme_id, started_on, ended_on, end_reason, voided_at, updated_at) ON placement TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON placement TO hearth_operator")


def downgrade() -> None:
    op.execute("DROP INDEX placement_local_kind_idx")
    op.execute("ALTER TABLE placement DROP COLUMN local_kind")
    op.execute("DROP TABLE national_code")
