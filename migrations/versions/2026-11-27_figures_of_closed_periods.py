"""Figures of closed periods."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE figure_proof (
          release_id UUID NOT NULL,
          measure TEXT COLLATE "C" NOT NULL,
          area TEXT COLLATE "C" NOT NULL,
          split_by TEXT COLLATE "C" NOT NULL,
          categories TEXT COLLATE "C" NOT NULL,
          amount BIGINT NOT NULL,
          children BIGINT NOT NULL,
          low BIGINT,
          high BIGINT,
          PRIMARY KEY (release_id, measure, area, split_by, categories),
          CONSTRAINT figure_proof_interval_check CHECK ((low IS NULL) = (high IS NULL) AND low <= high)
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE figure_proof IS 'What stands behind a release: each count, and for a hidden one the interval that everything published leaves.'"
    )
    op.execute("COMMENT ON COLUMN figure_proof.release_id IS 'The release.'")
    op.execute("COMMENT ON COLUMN figure_proof.measure IS 'What was counted.'")
    op.execute("COMMENT ON COLUMN figure_proof.area IS 'A country''s code, a region, or `FEDERATION`.'")
    op.execute("COMMENT ON COLUMN figure_proof.split_by IS 'The dimensions, joined by commas.'")
    op.execute("COMMENT ON COLUMN figure_proof.categories IS 'The category in each, joined by commas.'")
    op.execute("COMMENT ON COLUMN figure_proof.amount IS 'The count itself; the statistics login alone reads it.'")
    op.execute("COMMENT ON COLUMN figure_proof.children IS 'How many children are behind it; as `amount`.'")
    op.execute(
        "COMMENT ON COLUMN figure_proof.low IS 'The least that a hidden count may be, as far as anybody can tell; empty where it is published.'"
    )
    op.execute("COMMENT ON COLUMN figure_proof.high IS 'The most that it may be; as `low`.'")
    op.execute("CREATE INDEX figure_proof_hidden_idx ON figure_proof (release_id) WHERE low IS NOT NULL")
    op.execute("ALTER TABLE figure_proof ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE figure_proof FORCE ROW LEVEL SECURITY")
    op.execute("CREATE POLICY figure_proof_auditor ON figure_proof TO hearth_auditor USING (true)")
    op.execute(
        "GRANT SELECT (release_id, measure, area, split_by, categories, low, high) ON figure_proof TO hearth_auditor"
    )
    op.execute("CREATE POLICY figure_proof_statistics ON figure_proof TO hearth_statistics USING (true)")
    op.execute(
        "GRANT SELECT (release_id, measure, area, split_by, categories, amount, children, low, high), INSERT (release_id, measure, area, split_by, categories, amount, children, low, high) ON figure_proof TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON figure_proof TO hearth_operator")
    op.execute(
        """
        CREATE TABLE population (
          code TEXT COLLATE "C" NOT NULL,
          year INTEGER NOT NULL,
          children BIGINT NOT NULL,
          source TEXT COLLATE "C" NOT NULL,
          PRIMARY KEY (code, year),
          CONSTRAINT population_children_check CHECK (children > 0)
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE population IS 'How many children lived in a country in a year, by whose count; indicators over it are provider shares.'"
    )
    op.execute("COMMENT ON COLUMN population.code IS 'The country''s ISO 3166-1 alpha-2 code.'")
    op.execute("COMMENT ON COLUMN population.year IS 'The year; the count is of its middle.'")
    op.execute("COMMENT ON COLUMN population.children IS 'Children aged 0 to 17.'")
    op.execute("COMMENT ON COLUMN population.source IS 'Who counted or estimated them, and where it was published.'")
    op.execute("GRANT SELECT (code, year, children, source) ON population TO hearth_caseworker")
    op.execute("GRANT SELECT (code, year, children, source) ON population TO hearth_office")
    op.execute("GRANT SELECT (code, year, children, source) ON population TO hearth_region")
    op.execute("GRANT SELECT (code, year, children, source) ON population TO hearth_headquarters")
    op.execute("GRANT SELECT (code, year, children) ON population TO hearth_statistics")
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON population TO hearth_operator")
    op.execute(
        """
        CREATE TABLE published_figure (
          release_id UUID NOT NULL,
          split_by TEXT COLLATE "C" NOT NULL,
          level TEXT COLLATE "C" NOT NULL,
          indicator TEXT COLLATE "C" NOT NULL,
          area TEXT COLLATE "C" NOT NULL,
          categories TEXT COLLATE "C" NOT NULL,
          country_code TEXT COLLATE "C" NOT NULL,
          value NUMERIC(14, 2),
          numerator BIGINT,
          denominator BIGINT,
          status TEXT COLLATE "C" NOT NULL,
          PRIMARY KEY (release_id, split_by, level, indicator, area, categories),
          CONSTRAINT published_figure_status_check CHECK (status IN ('PUBLISHED', 'SUPPRESSED', 'NOT_AVAILABLE')),
          CONSTRAINT published_figure_hidden_check CHECK (status = 'PUBLISHED' OR (value IS NULL AND numerator IS NULL AND denominator IS NULL)),
          CONSTRAINT published_figure_level_check CHECK (level IN ('FEDERATION', 'REGION', 'COUNTRY'))
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE published_figure IS 'One figure of a release: an indicator in an area, whole or in one category of a split.'"
    )
    op.execute("COMMENT ON COLUMN published_figure.release_id IS 'The release.'")
    op.execute("COMMENT ON COLUMN published_figure.split_by IS 'The dimensions, joined by commas.'")
    op.execute("COMMENT ON COLUMN published_figure.level IS 'What the area is.'")
    op.execute("COMMENT ON COLUMN published_figure.indicator IS 'The indicator''s code.'")
    op.execute("COMMENT ON COLUMN published_figure.area IS 'A country''s code, a region, or `FEDERATION`.'")
    op.execute("COMMENT ON COLUMN published_figure.categories IS 'The category in each dimension, joined by commas.'")
    op.execute(
        "COMMENT ON COLUMN published_figure.country_code IS 'The country; empty for regions and the federation.'"
    )
    op.execute("COMMENT ON COLUMN published_figure.value IS 'The indicator, rounded as it says.'")
    op.execute("COMMENT ON COLUMN published_figure.numerator IS 'What was counted.'")
    op.execute("COMMENT ON COLUMN published_figure.denominator IS 'What it is divided by.'")
    op.execute("COMMENT ON COLUMN published_figure.status IS 'Whether it is shown; all hidden ones are alike.'")
    op.execute("ALTER TABLE published_figure ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE published_figure FORCE ROW LEVEL SECURITY")
    op.execute(
        "CREATE POLICY published_figure_region ON published_figure TO hearth_region USING (country_code = ANY (string_to_array(',' || nullif(current_setting('hearth.countries', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (release_id, split_by, level, indicator, area, categories, country_code, value, numerator, denominator, status) ON published_figure TO hearth_region"
    )
    op.execute("CREATE POLICY published_figure_headquarters ON published_figure TO hearth_headquarters USING (true)")
    op.execute(
        "GRANT SELECT (release_id, split_by, level, indicator, area, categories, country_code, value, numerator, denominator, status) ON published_figure TO hearth_headquarters"
    )
    op.execute("CREATE POLICY published_figure_statistics ON published_figure TO hearth_statistics USING (true)")
    op.execute(
        "GRANT SELECT (release_id, split_by, level, indicator, area, categories, country_code, value, numerator, denominator, status), INSERT (release_id, split_by, level, indicator, area, categories, country_code, value, numerator, denominator, status) ON published_figure TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON published_figure TO hearth_operator")
    op.execute(
        """
        CREATE TABLE release (
          id UUID NOT NULL,
          year INTEGER NOT NULL,
          quarter INTEGER,
          month INTEGER,
          first_day DATE NOT NULL,
          last_day DATE NOT NULL,
          revision INTEGER NOT NULL,
          reason TEXT COLLATE "C",
          known_at TIMESTAMP WITH TIME ZONE NOT NULL,
          published_at TIMESTAMP WITH TIME ZONE DEFAULT statement_timestamp() NOT NULL,
          definitions TEXT[] COLLATE "C" NOT NULL,
          PRIMARY KEY (id),
          CONSTRAINT release_period_key UNIQUE NULLS NOT DISTINCT (year, quarter, month, revision),
          CONSTRAINT release_period_check CHECK (quarter IS NULL OR month IS NULL),
          CONSTRAINT release_revision_check CHECK (revision >= 1 AND (revision = 1) = (reason IS NULL))
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE release IS 'A closed period''s figures, published once; a late entry makes another release, which replaces the one before.'"
    )
    op.execute("COMMENT ON COLUMN release.id IS 'The release.'")
    op.execute("COMMENT ON COLUMN release.year IS 'The calendar year.'")
    op.execute("COMMENT ON COLUMN release.quarter IS '1 to 4, where the period is a quarter.'")
    op.execute("COMMENT ON COLUMN release.month IS '1 to 12, where the period is a month.'")
    op.execute("COMMENT ON COLUMN release.first_day IS 'The period''s first day.'")
    op.execute("COMMENT ON COLUMN release.last_day IS 'The period''s last day; stocks are of this day.'")
    op.execute("COMMENT ON COLUMN release.revision IS 'Counts the releases of the period, from 1.'")
    op.execute("COMMENT ON COLUMN release.reason IS 'Why the period was published anew; empty for its first release.'")
    op.execute("COMMENT ON COLUMN release.known_at IS 'The instant as of which the offices'' records were read.'")
    op.execute("COMMENT ON COLUMN release.published_at IS 'When.'")
    op.execute("COMMENT ON COLUMN release.definitions IS 'The indicators as they were defined then: `CODE@version`.'")
    op.execute("ALTER TABLE release ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE release FORCE ROW LEVEL SECURITY")
    op.execute("CREATE POLICY release_region ON release TO hearth_region USING (true)")
    op.execute(
        "GRANT SELECT (id, year, quarter, month, first_day, last_day, revision, reason, known_at, published_at, definitions) ON release TO hearth_region"
    )
    op.execute("CREATE POLICY release_headquarters ON release TO hearth_headquarters USING (true)")
    op.execute(
        "GRANT SELECT (id, year, quarter, month, first_day, last_day, revision, reason, known_at, published_at, definitions) ON release TO hearth_headquarters"
    )
    op.execute("CREATE POLICY release_auditor ON release TO hearth_auditor USING (true)")
    op.execute(
        "GRANT SELECT (id, year, quarter, month, first_day, last_day, revision, reason, known_at, published_at, definitions) ON release TO hearth_auditor"
    )
    op.execute("CREATE POLICY release_statistics ON release TO hearth_statistics USING (true)")
    op.execute(
        "GRANT SELECT (id, year, quarter, month, first_day, last_day, revision, reason, known_at, definitions, published_at), INSERT (id, year, quarter, month, first_day, last_day, revision, reason, known_at, definitions) ON release TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON release TO hearth_operator")
    op.execute(
        """
        CREATE TABLE release_coverage (
          release_id UUID NOT NULL,
          country_code TEXT COLLATE "C" NOT NULL,
          completeness TEXT COLLATE "C" NOT NULL,
          timeliness TEXT COLLATE "C" NOT NULL,
          last_entry_on DATE,
          feed_number BIGINT NOT NULL,
          PRIMARY KEY (release_id, country_code),
          CONSTRAINT release_coverage_completeness_check CHECK (completeness IN ('COMPLETE', 'PARTIAL', 'NOT_ASSESSED')),
          CONSTRAINT release_coverage_timeliness_check CHECK (timeliness IN ('TIMELY', 'LATE', 'NO_RECORDS'))
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE release_coverage IS 'What a release knew of a country: whether its records were complete and in time.'"
    )
    op.execute("COMMENT ON COLUMN release_coverage.release_id IS 'The release.'")
    op.execute("COMMENT ON COLUMN release_coverage.country_code IS 'The country.'")
    op.execute(
        "COMMENT ON COLUMN release_coverage.completeness IS 'COMPLETE where nearly all birth dates of children in care are on record, as far as published figures tell.'"
    )
    op.execute(
        "COMMENT ON COLUMN release_coverage.timeliness IS 'TIMELY where the country wrote records after the period had ended.'"
    )
    op.execute("COMMENT ON COLUMN release_coverage.last_entry_on IS 'The day of the country''s last record, in UTC.'")
    op.execute(
        "COMMENT ON COLUMN release_coverage.feed_number IS 'How far the country''s feed of changes had come; for the statistics login.'"
    )
    op.execute("ALTER TABLE release_coverage ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE release_coverage FORCE ROW LEVEL SECURITY")
    op.execute(
        "CREATE POLICY release_coverage_region ON release_coverage TO hearth_region USING (country_code = ANY (string_to_array(',' || nullif(current_setting('hearth.countries', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (release_id, country_code, completeness, timeliness, last_entry_on) ON release_coverage TO hearth_region"
    )
    op.execute("CREATE POLICY release_coverage_headquarters ON release_coverage TO hearth_headquarters USING (true)")
    op.execute(
        "GRANT SELECT (release_id, country_code, completeness, timeliness, last_entry_on) ON release_coverage TO hearth_headquarters"
    )
    op.execute("CREATE POLICY release_coverage_statistics ON release_coverage TO hearth_statistics USING (true)")
    op.execute(
        "GRANT SELECT (release_id, country_code, completeness, timeliness, last_entry_on, feed_number), INSERT (release_id, country_code, completeness, timeliness, last_entry_on, feed_number) ON release_coverage TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON release_coverage TO hearth_operator")
    # What is counted when a period is closed: no column that names a person.
    op.execute("CREATE POLICY change_counter_statistics ON change_counter TO hearth_statistics USING (true)")
    op.execute("GRANT SELECT (country_code, last) ON change_counter TO hearth_statistics")
    op.execute("CREATE POLICY child_statistics ON child TO hearth_statistics USING (true)")
    op.execute("GRANT SELECT (country_code, id, programme_id, birth_date, sex) ON child TO hearth_statistics")
    op.execute("CREATE POLICY community_link_statistics ON community_link TO hearth_statistics USING (true)")
    op.execute("GRANT SELECT (country_code, child_id, started_on, ended_on) ON community_link TO hearth_statistics")
    op.execute("GRANT SELECT (code, region, time_zone) ON country TO hearth_statistics")
    op.execute("CREATE POLICY home_statistics ON home TO hearth_statistics USING (true)")
    op.execute(
        "GRANT SELECT (country_code, id, programme_id, form, setting, capacity, opened_on, closed_on) ON home TO hearth_statistics"
    )
    op.execute("CREATE POLICY placement_statistics ON placement TO hearth_statistics USING (true)")
    op.execute(
        "GRANT SELECT (country_code, child_id, home_id, programme_id, started_on, ended_on, end_reason, voided_at, updated_at) ON placement TO hearth_statistics"
    )
    op.execute("CREATE POLICY programme_statistics ON programme TO hearth_statistics USING (true)")
    op.execute("GRANT SELECT (country_code, id, kind, started_on, ended_on) ON programme TO hearth_statistics")
    op.execute("CREATE POLICY sibling_bond_statistics ON sibling_bond TO hearth_statistics USING (true)")
    op.execute(
        "GRANT SELECT (country_code, child_id, sibling_id, started_on, ended_on) ON sibling_bond TO hearth_statistics"
    )


def downgrade() -> None:
    op.execute("DROP TABLE release_coverage")
    op.execute("DROP TABLE release")
    op.execute("DROP TABLE published_figure")
    op.execute("DROP TABLE population")
    op.execute("DROP TABLE figure_proof")
    op.execute("DROP POLICY change_counter_statistics ON change_counter")
    op.execute("REVOKE SELECT (country_code, last) ON change_counter FROM hearth_statistics")
    op.execute("DROP POLICY child_statistics ON child")
    op.execute("REVOKE SELECT (country_code, id, programme_id, birth_date, sex) ON child FROM hearth_statistics")
    op.execute("DROP POLICY community_link_statistics ON community_link")
    op.execute("REVOKE SELECT (country_code, child_id, started_on, ended_on) ON community_link FROM hearth_statistics")
    op.execute("REVOKE SELECT (code, region, time_zone) ON country FROM hearth_statistics")
    op.execute("DROP POLICY home_statistics ON home")
    op.execute(
        "REVOKE SELECT (country_code, id, programme_id, form, setting, capacity, opened_on, closed_on) ON home FROM hearth_statistics"
    )
    op.execute("DROP POLICY placement_statistics ON placement")
    op.execute(
        "REVOKE SELECT (country_code, child_id, home_id, programme_id, started_on, ended_on, end_reason, voided_at, updated_at) ON placement FROM hearth_statistics"
    )
    op.execute("DROP POLICY programme_statistics ON programme")
    op.execute("REVOKE SELECT (country_code, id, kind, started_on, ended_on) ON programme FROM hearth_statistics")
    op.execute("DROP POLICY sibling_bond_statistics ON sibling_bond")
    op.execute(
        "REVOKE SELECT (country_code, child_id, sibling_id, started_on, ended_on) ON sibling_bond FROM hearth_statistics"
    )
