"""What was recorded by mistake is taken back."""

from __future__ import annotations

from alembic import op

revision = "202611301045"
down_revision = "202611301025"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE programme_year (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          programme_id UUID NOT NULL,
          year INTEGER NOT NULL,
          annual_budget NUMERIC(14, 2),
          people_reached BIGINT,
          voided_at TIMESTAMP WITH TIME ZONE,
          void_reason TEXT COLLATE "C",
          PRIMARY KEY (country_code, id),
          CONSTRAINT programme_year_once EXCLUDE USING gist (country_code WITH =, programme_id WITH =, year WITH =) WHERE (voided_at IS NULL AND id IS NOT NULL),
          CONSTRAINT programme_year_year_check CHECK (year > 1899),
          CONSTRAINT programme_year_annual_budget_check CHECK (annual_budget > -1),
          CONSTRAINT programme_year_people_reached_check CHECK (people_reached > -1),
          CONSTRAINT programme_year_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT programme_year_programme_id_fkey FOREIGN KEY(country_code, programme_id) REFERENCES programme (country_code, id),
          CONSTRAINT programme_year_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL))
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE programme_year IS 'What was planned for a programme''s year, and how many people its public campaigns reached in it.'"
    )
    op.execute("COMMENT ON COLUMN programme_year.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN programme_year.id IS 'The row''s identity; a client may make it when it creates.'")
    op.execute("COMMENT ON COLUMN programme_year.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN programme_year.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN programme_year.updated_at IS 'When the row last changed.'")
    op.execute("COMMENT ON COLUMN programme_year.programme_id IS 'The programme.'")
    op.execute("COMMENT ON COLUMN programme_year.year IS 'The calendar year.'")
    op.execute(
        "COMMENT ON COLUMN programme_year.annual_budget IS 'Money planned for the year, in the country''s currency.'"
    )
    op.execute(
        "COMMENT ON COLUMN programme_year.people_reached IS 'People reached by the programme''s public campaigns in the year, counted once for each time.'"
    )
    op.execute(
        "COMMENT ON COLUMN programme_year.voided_at IS 'When the programme year was found to have been recorded in error; lists and counts leave it out.'"
    )
    op.execute("COMMENT ON COLUMN programme_year.void_reason IS 'How the error came about.'")
    op.execute("CREATE INDEX programme_year_programme_id_idx ON programme_year (country_code, programme_id, id)")
    op.execute("CREATE INDEX programme_year_year_idx ON programme_year (country_code, year, id)")
    op.execute("ALTER TABLE programme_year ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE programme_year FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE programme_year ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY programme_year_caseworker ON programme_year TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, year, annual_budget, people_reached, voided_at, void_reason) ON programme_year TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY programme_year_office ON programme_year TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, year, annual_budget, people_reached, voided_at, void_reason), INSERT (country_code, id, programme_id, year, annual_budget, people_reached, voided_at, void_reason), UPDATE (version, updated_at, year, annual_budget, people_reached, voided_at, void_reason) ON programme_year TO hearth_office"
    )
    op.execute(
        "CREATE POLICY programme_year_region ON programme_year TO hearth_region USING (country_code = ANY (string_to_array(nullif(current_setting('hearth.countries', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, year, annual_budget, people_reached, voided_at) ON programme_year TO hearth_region"
    )
    op.execute("CREATE POLICY programme_year_headquarters ON programme_year TO hearth_headquarters USING (true)")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, year, annual_budget, people_reached, voided_at) ON programme_year TO hearth_headquarters"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON programme_year TO hearth_operator")
    op.execute("ALTER TABLE community_partner ADD COLUMN voided_at TIMESTAMP WITH TIME ZONE")
    op.execute(
        "COMMENT ON COLUMN community_partner.voided_at IS 'When the community partner was found to have been recorded in error; lists and counts leave it out.'"
    )
    op.execute(
        """
        ALTER TABLE community_partner ADD COLUMN void_reason TEXT COLLATE "C"
        """
    )
    op.execute("COMMENT ON COLUMN community_partner.void_reason IS 'How the error came about.'")
    op.execute("ALTER TABLE programme ADD COLUMN voided_at TIMESTAMP WITH TIME ZONE")
    op.execute(
        "COMMENT ON COLUMN programme.voided_at IS 'When the programme was found to have been recorded in error; lists and counts leave it out.'"
    )
    op.execute(
        """
        ALTER TABLE programme ADD COLUMN void_reason TEXT COLLATE "C"
        """
    )
    op.execute("COMMENT ON COLUMN programme.void_reason IS 'How the error came about.'")
    op.execute("ALTER TABLE home ADD COLUMN voided_at TIMESTAMP WITH TIME ZONE")
    op.execute(
        "COMMENT ON COLUMN home.voided_at IS 'When the home was found to have been recorded in error; lists and counts leave it out.'"
    )
    op.execute(
        """
        ALTER TABLE home ADD COLUMN void_reason TEXT COLLATE "C"
        """
    )
    op.execute("COMMENT ON COLUMN home.void_reason IS 'How the error came about.'")
    op.execute("ALTER TABLE community_link ADD COLUMN voided_at TIMESTAMP WITH TIME ZONE")
    op.execute(
        "COMMENT ON COLUMN community_link.voided_at IS 'When the community link was found to have been recorded in error; lists and counts leave it out.'"
    )
    op.execute(
        """
        ALTER TABLE community_link ADD COLUMN void_reason TEXT COLLATE "C"
        """
    )
    op.execute("COMMENT ON COLUMN community_link.void_reason IS 'How the error came about.'")
    op.execute("ALTER TABLE sibling_bond ADD COLUMN voided_at TIMESTAMP WITH TIME ZONE")
    op.execute(
        "COMMENT ON COLUMN sibling_bond.voided_at IS 'When the sibling bond was found to have been recorded in error; lists and counts leave it out.'"
    )
    op.execute(
        """
        ALTER TABLE sibling_bond ADD COLUMN void_reason TEXT COLLATE "C"
        """
    )
    op.execute("COMMENT ON COLUMN sibling_bond.void_reason IS 'How the error came about.'")
    op.execute(
        "ALTER TABLE community_partner ADD CONSTRAINT community_partner_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL))"
    )
    op.execute(
        "ALTER TABLE programme ADD CONSTRAINT programme_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL))"
    )
    op.execute(
        "ALTER TABLE home ADD CONSTRAINT home_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL))"
    )
    op.execute(
        "ALTER TABLE community_link ADD CONSTRAINT community_link_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL))"
    )
    op.execute(
        "ALTER TABLE sibling_bond ADD CONSTRAINT sibling_bond_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, locality, voided_at, void_reason, name_order), INSERT (country_code, id, name, kind, locality, name_order), UPDATE (version, updated_at, name, kind, locality, name_order) ON community_partner TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, locality, voided_at, void_reason, name_order), INSERT (country_code, id, name, kind, locality, voided_at, void_reason, name_order), UPDATE (version, updated_at, name, kind, locality, voided_at, void_reason, name_order) ON community_partner TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON community_partner TO hearth_operator")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, started_on, ended_on, annual_budget, people_reached, voided_at, void_reason, name_order) ON programme TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, started_on, ended_on, annual_budget, people_reached, voided_at, void_reason, name_order, name_root_order), INSERT (country_code, id, name, kind, started_on, ended_on, annual_budget, people_reached, voided_at, void_reason, name_order, name_root_order), UPDATE (version, updated_at, name, kind, started_on, ended_on, annual_budget, people_reached, voided_at, void_reason, name_order, name_root_order) ON programme TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, started_on, ended_on, annual_budget, people_reached, voided_at, name_root_order) ON programme TO hearth_region"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, started_on, ended_on, annual_budget, people_reached, voided_at, name_root_order) ON programme TO hearth_headquarters"
    )
    op.execute(
        "GRANT SELECT (country_code, id, kind, started_on, ended_on, voided_at) ON programme TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON programme TO hearth_operator")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, name, form, setting, capacity, locality, opened_on, closed_on, voided_at, void_reason, name_order), UPDATE (version, updated_at, locality) ON home TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, name, form, setting, capacity, locality, opened_on, closed_on, voided_at, void_reason, name_order), INSERT (country_code, id, programme_id, name, form, capacity, locality, opened_on, closed_on, voided_at, void_reason, name_order), UPDATE (version, updated_at, name, form, capacity, locality, opened_on, closed_on, voided_at, void_reason, name_order) ON home TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (country_code, id, programme_id, form, setting, capacity, opened_on, closed_on, voided_at) ON home TO hearth_region"
    )
    op.execute(
        "GRANT SELECT (country_code, id, programme_id, form, setting, capacity, opened_on, closed_on, voided_at) ON home TO hearth_headquarters"
    )
    op.execute(
        "GRANT SELECT (country_code, id, programme_id, form, setting, capacity, opened_on, closed_on, updated_at, voided_at) ON home TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON home TO hearth_operator")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, home_id, programme_id, partner_id, kind, started_on, ended_on, note, voided_at, void_reason), INSERT (country_code, id, child_id, home_id, programme_id, partner_id, kind, started_on, ended_on, note), UPDATE (version, updated_at, partner_id, kind, started_on, ended_on, note, voided_at, void_reason) ON community_link TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, home_id, programme_id, partner_id, kind, started_on, ended_on, note, voided_at, void_reason), INSERT (country_code, id, child_id, home_id, programme_id, partner_id, kind, started_on, ended_on, note, voided_at, void_reason), UPDATE (version, updated_at, programme_id, partner_id, kind, started_on, ended_on, note, voided_at, void_reason) ON community_link TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (country_code, child_file_id, started_on, ended_on, voided_at) ON community_link TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON community_link TO hearth_operator")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, sibling_id, sibling_name, kind, started_on, ended_on, voided_at, void_reason), INSERT (country_code, id, child_id, programme_id, sibling_id, sibling_name, kind, started_on, ended_on), UPDATE (version, updated_at, kind, started_on, ended_on, voided_at, void_reason) ON sibling_bond TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, sibling_id, sibling_name, kind, started_on, ended_on, voided_at, void_reason), INSERT (country_code, id, child_id, programme_id, sibling_id, sibling_name, kind, started_on, ended_on, voided_at, void_reason), UPDATE (version, updated_at, programme_id, sibling_name, kind, started_on, ended_on, voided_at, void_reason) ON sibling_bond TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (country_code, child_file_id, sibling_file_id, started_on, ended_on, voided_at) ON sibling_bond TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON sibling_bond TO hearth_operator")
    op.execute("DROP INDEX community_link_child_id_idx")
    op.execute(
        "CREATE INDEX community_link_child_id_idx ON community_link (country_code, child_file_id, id)"
        " INCLUDE (programme_id, partner_id, kind, started_on, ended_on, voided_at)"
    )
    op.execute("DROP INDEX sibling_bond_child_id_idx")
    op.execute(
        "CREATE INDEX sibling_bond_child_id_idx ON sibling_bond (country_code, child_file_id, id)"
        " INCLUDE (sibling_file_id, programme_id, started_on, ended_on, voided_at)"
    )
    op.execute("ALTER TABLE sibling_bond DROP CONSTRAINT sibling_bond_one_at_a_time")
    op.execute(
        "ALTER TABLE sibling_bond ADD CONSTRAINT sibling_bond_one_at_a_time EXCLUDE USING gist (country_code WITH =,"
        " child_file_id WITH =, sibling_file_id WITH =, daterange(started_on, ended_on) WITH &&)"
        " WHERE (voided_at IS NULL AND id IS NOT NULL)"
    )
    op.execute(
        "COMMENT ON COLUMN programme.annual_budget IS 'Money planned for the running year, in the country''s currency;"
        " `programmeYears` has that of each year.'"
    )


def downgrade() -> None:
    op.execute(
        "REVOKE UPDATE (version, updated_at, name, kind, started_on, ended_on, annual_budget, people_reached, name_order, name_root_order) ON programme FROM hearth_office"
    )
    op.execute("REVOKE UPDATE (form, opened_on) ON home FROM hearth_office")
    op.execute("REVOKE UPDATE (partner_id, kind, started_on) ON community_link FROM hearth_office, hearth_caseworker")
    op.execute("REVOKE UPDATE (kind, started_on, ended_on) ON sibling_bond FROM hearth_office, hearth_caseworker")
    op.execute("REVOKE UPDATE (version, updated_at), INSERT (ended_on) ON sibling_bond FROM hearth_caseworker")
    op.execute(
        "COMMENT ON COLUMN programme.annual_budget IS 'Money planned for the running year, in the country''s currency.'"
    )
    op.execute("ALTER TABLE sibling_bond DROP CONSTRAINT sibling_bond_one_at_a_time")
    op.execute(
        "ALTER TABLE sibling_bond ADD CONSTRAINT sibling_bond_one_at_a_time EXCLUDE USING gist (country_code WITH =,"
        " child_file_id WITH =, sibling_file_id WITH =, daterange(started_on, ended_on) WITH &&) WHERE (id IS NOT NULL)"
    )
    op.execute("DROP INDEX community_link_child_id_idx")
    op.execute(
        "CREATE INDEX community_link_child_id_idx ON community_link (country_code, child_file_id, id)"
        " INCLUDE (programme_id, partner_id, kind, started_on, ended_on)"
    )
    op.execute("DROP INDEX sibling_bond_child_id_idx")
    op.execute(
        "CREATE INDEX sibling_bond_child_id_idx ON sibling_bond (country_code, child_file_id, id)"
        " INCLUDE (sibling_file_id, programme_id, started_on, ended_on)"
    )
    op.execute("ALTER TABLE sibling_bond DROP CONSTRAINT sibling_bond_void_reason_given")
    op.execute("ALTER TABLE community_link DROP CONSTRAINT community_link_void_reason_given")
    op.execute("ALTER TABLE home DROP CONSTRAINT home_void_reason_given")
    op.execute("ALTER TABLE programme DROP CONSTRAINT programme_void_reason_given")
    op.execute("ALTER TABLE community_partner DROP CONSTRAINT community_partner_void_reason_given")
    op.execute("ALTER TABLE sibling_bond DROP COLUMN void_reason")
    op.execute("ALTER TABLE sibling_bond DROP COLUMN voided_at")
    op.execute("ALTER TABLE community_link DROP COLUMN void_reason")
    op.execute("ALTER TABLE community_link DROP COLUMN voided_at")
    op.execute("ALTER TABLE home DROP COLUMN void_reason")
    op.execute("ALTER TABLE home DROP COLUMN voided_at")
    op.execute("ALTER TABLE programme DROP COLUMN void_reason")
    op.execute("ALTER TABLE programme DROP COLUMN voided_at")
    op.execute("ALTER TABLE community_partner DROP COLUMN void_reason")
    op.execute("ALTER TABLE community_partner DROP COLUMN voided_at")
    op.execute("DROP TABLE programme_year")
