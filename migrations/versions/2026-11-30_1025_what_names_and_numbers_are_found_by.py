"""What names and numbers are found by."""

from __future__ import annotations

from alembic import op

revision = "202611301025"
down_revision = "202611300907"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE child_search_key (
          country_code TEXT COLLATE "C" NOT NULL,
          key TEXT COLLATE "C" NOT NULL,
          programme_id UUID NOT NULL,
          row_id UUID NOT NULL,
          PRIMARY KEY (country_code, key, programme_id, row_id)
        )
        """
    )
    op.execute("COMMENT ON TABLE child_search_key IS 'What a row of child is found by.'")
    op.execute("COMMENT ON COLUMN child_search_key.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN child_search_key.key IS 'A key that the row is found by.'")
    op.execute("COMMENT ON COLUMN child_search_key.programme_id IS 'The programme that is responsible for the row.'")
    op.execute("COMMENT ON COLUMN child_search_key.row_id IS 'The row.'")
    op.execute("ALTER TABLE child_search_key ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE child_search_key FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE child_search_key ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY child_search_key_caseworker ON child_search_key TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, key, programme_id, row_id), INSERT (country_code, key, programme_id, row_id), DELETE ON child_search_key TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY child_search_key_office ON child_search_key TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, key, programme_id, row_id), INSERT (country_code, key, programme_id, row_id), DELETE ON child_search_key TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, DELETE, MAINTAIN ON child_search_key TO hearth_operator")
    op.execute(
        """
        CREATE TABLE community_partner_search_key (
          country_code TEXT COLLATE "C" NOT NULL,
          key TEXT COLLATE "C" NOT NULL,
          row_id UUID NOT NULL,
          PRIMARY KEY (country_code, key, row_id)
        )
        """
    )
    op.execute("COMMENT ON TABLE community_partner_search_key IS 'What a row of community_partner is found by.'")
    op.execute("COMMENT ON COLUMN community_partner_search_key.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN community_partner_search_key.key IS 'A key that the row is found by.'")
    op.execute("COMMENT ON COLUMN community_partner_search_key.row_id IS 'The row.'")
    op.execute("ALTER TABLE community_partner_search_key ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE community_partner_search_key FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE community_partner_search_key ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY community_partner_search_key_caseworker ON community_partner_search_key TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, key, row_id), INSERT (country_code, key, row_id), DELETE ON community_partner_search_key TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY community_partner_search_key_office ON community_partner_search_key TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, key, row_id), INSERT (country_code, key, row_id), DELETE ON community_partner_search_key TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, DELETE, MAINTAIN ON community_partner_search_key TO hearth_operator")
    op.execute(
        """
        CREATE TABLE home_search_key (
          country_code TEXT COLLATE "C" NOT NULL,
          key TEXT COLLATE "C" NOT NULL,
          programme_id UUID NOT NULL,
          row_id UUID NOT NULL,
          PRIMARY KEY (country_code, key, programme_id, row_id)
        )
        """
    )
    op.execute("COMMENT ON TABLE home_search_key IS 'What a row of home is found by.'")
    op.execute("COMMENT ON COLUMN home_search_key.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN home_search_key.key IS 'A key that the row is found by.'")
    op.execute("COMMENT ON COLUMN home_search_key.programme_id IS 'The programme that is responsible for the row.'")
    op.execute("COMMENT ON COLUMN home_search_key.row_id IS 'The row.'")
    op.execute("ALTER TABLE home_search_key ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE home_search_key FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE home_search_key ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY home_search_key_caseworker ON home_search_key TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute("GRANT SELECT (country_code, key, programme_id, row_id) ON home_search_key TO hearth_caseworker")
    op.execute(
        "CREATE POLICY home_search_key_office ON home_search_key TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, key, programme_id, row_id), INSERT (country_code, key, programme_id, row_id), DELETE ON home_search_key TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, DELETE, MAINTAIN ON home_search_key TO hearth_operator")
    op.execute(
        """
        ALTER TABLE community_partner ADD COLUMN name_search TEXT COLLATE "C" DEFAULT '' NOT NULL
        """
    )
    op.execute(
        "COMMENT ON COLUMN community_partner.name_search IS 'What rows are found by in place of name; a row each in the table of search keys.'"
    )
    op.execute(
        """
        ALTER TABLE child ADD COLUMN name_reading TEXT COLLATE "C"
        """
    )
    op.execute(
        "COMMENT ON COLUMN child.name_reading IS 'How the name is read, in letters or in kana, where its writing does not say so.'"
    )
    op.execute(
        """
        ALTER TABLE child ADD COLUMN case_number_search TEXT COLLATE "C" DEFAULT '' NOT NULL
        """
    )
    op.execute(
        "COMMENT ON COLUMN child.case_number_search IS 'What rows are found by in place of case_number; a row each in the table of search keys.'"
    )
    op.execute(
        """
        ALTER TABLE child ADD COLUMN given_name_search TEXT COLLATE "C" DEFAULT '' NOT NULL
        """
    )
    op.execute(
        "COMMENT ON COLUMN child.given_name_search IS 'What rows are found by in place of given_name; a row each in the table of search keys.'"
    )
    op.execute(
        """
        ALTER TABLE child ADD COLUMN family_name_search TEXT COLLATE "C" DEFAULT ''
        """
    )
    op.execute(
        "COMMENT ON COLUMN child.family_name_search IS 'What rows are found by in place of family_name; a row each in the table of search keys.'"
    )
    op.execute(
        """
        ALTER TABLE child ADD COLUMN name_reading_search TEXT COLLATE "C" DEFAULT ''
        """
    )
    op.execute(
        "COMMENT ON COLUMN child.name_reading_search IS 'What rows are found by in place of name_reading; a row each in the table of search keys.'"
    )
    op.execute(
        """
        ALTER TABLE home ADD COLUMN name_search TEXT COLLATE "C" DEFAULT '' NOT NULL
        """
    )
    op.execute(
        "COMMENT ON COLUMN home.name_search IS 'What rows are found by in place of name; a row each in the table of search keys.'"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, locality, name_order, name_search), INSERT (country_code, id, name, kind, locality, name_order, name_search), UPDATE (version, updated_at, name, kind, locality, name_order, name_search) ON community_partner TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, locality, name_order, name_search), INSERT (country_code, id, name, kind, locality, name_order, name_search), UPDATE (version, updated_at, name, kind, locality, name_order, name_search) ON community_partner TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON community_partner TO hearth_operator")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, case_number, given_name, family_name, name_reading, birth_date, birth_date_precision, sex, first_language, interests, enrolled_on, reason_for_care, died_on, died_on_precision, case_number_key, case_number_twin, case_number_order, given_name_order, family_name_order, case_number_search, given_name_search, family_name_search, name_reading_search), INSERT (country_code, id, programme_id, case_number, given_name, family_name, name_reading, birth_date, birth_date_precision, sex, first_language, interests, enrolled_on, reason_for_care, case_number_order, given_name_order, family_name_order, case_number_search, given_name_search, family_name_search, name_reading_search), UPDATE (version, updated_at, case_number, family_name, name_reading, birth_date, birth_date_precision, sex, first_language, interests, reason_for_care, died_on, died_on_precision, case_number_twin, case_number_order, family_name_order, case_number_search, family_name_search, name_reading_search) ON child TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, case_number, given_name, family_name, name_reading, birth_date, birth_date_precision, sex, first_language, interests, enrolled_on, reason_for_care, died_on, died_on_precision, case_number_key, case_number_twin, case_number_order, given_name_order, family_name_order, case_number_search, given_name_search, family_name_search, name_reading_search), INSERT (country_code, id, programme_id, case_number, given_name, family_name, name_reading, birth_date, birth_date_precision, sex, first_language, interests, enrolled_on, reason_for_care, died_on, died_on_precision, case_number_order, given_name_order, family_name_order, case_number_search, given_name_search, family_name_search, name_reading_search), UPDATE (version, updated_at, programme_id, case_number, given_name, family_name, name_reading, birth_date, birth_date_precision, sex, first_language, interests, enrolled_on, reason_for_care, died_on, died_on_precision, case_number_twin, case_number_order, given_name_order, family_name_order, case_number_search, given_name_search, family_name_search, name_reading_search) ON child TO hearth_office"
    )
    op.execute("GRANT SELECT (country_code, id, programme_id, birth_date, sex) ON child TO hearth_statistics")
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON child TO hearth_operator")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, name, form, setting, capacity, locality, opened_on, closed_on, name_order), UPDATE (version, updated_at, locality) ON home TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, name, form, setting, capacity, locality, opened_on, closed_on, name_order, name_search), INSERT (country_code, id, programme_id, name, form, capacity, locality, opened_on, closed_on, name_order, name_search), UPDATE (version, updated_at, name, capacity, locality, closed_on, name_order, name_search) ON home TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (country_code, id, programme_id, form, setting, capacity, opened_on, closed_on) ON home TO hearth_region"
    )
    op.execute(
        "GRANT SELECT (country_code, id, programme_id, form, setting, capacity, opened_on, closed_on) ON home TO hearth_headquarters"
    )
    op.execute(
        "GRANT SELECT (country_code, id, programme_id, form, setting, capacity, opened_on, closed_on, updated_at) ON home TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON home TO hearth_operator")


def downgrade() -> None:
    op.execute("ALTER TABLE home DROP COLUMN name_search")
    op.execute("ALTER TABLE child DROP COLUMN name_reading_search")
    op.execute("ALTER TABLE child DROP COLUMN family_name_search")
    op.execute("ALTER TABLE child DROP COLUMN given_name_search")
    op.execute("ALTER TABLE child DROP COLUMN case_number_search")
    op.execute("ALTER TABLE child DROP COLUMN name_reading")
    op.execute("ALTER TABLE community_partner DROP COLUMN name_search")
    op.execute("DROP TABLE home_search_key")
    op.execute("DROP TABLE community_partner_search_key")
    op.execute("DROP TABLE child_search_key")
