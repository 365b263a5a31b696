"""What names are ordered by."""

from __future__ import annotations

from alembic import op

revision = "202611300859"
down_revision = "202611300553"


def upgrade() -> None:
    op.execute(
        """
        ALTER TABLE country ADD COLUMN name_root_order TEXT COLLATE "C" DEFAULT '' NOT NULL
        """
    )
    op.execute(
        "COMMENT ON COLUMN country.name_root_order IS 'What lists of many countries are ordered by in place of name.'"
    )
    op.execute(
        """
        ALTER TABLE community_partner ADD COLUMN name_order TEXT COLLATE "C" DEFAULT '' NOT NULL
        """
    )
    op.execute(
        "COMMENT ON COLUMN community_partner.name_order IS 'What lists are ordered by in place of name, as people of the country order.'"
    )
    op.execute(
        """
        ALTER TABLE programme ADD COLUMN name_order TEXT COLLATE "C" DEFAULT '' NOT NULL
        """
    )
    op.execute(
        "COMMENT ON COLUMN programme.name_order IS 'What lists are ordered by in place of name, as people of the country order.'"
    )
    op.execute(
        """
        ALTER TABLE programme ADD COLUMN name_root_order TEXT COLLATE "C" DEFAULT '' NOT NULL
        """
    )
    op.execute(
        "COMMENT ON COLUMN programme.name_root_order IS 'What lists of many countries are ordered by in place of name.'"
    )
    op.execute(
        """
        ALTER TABLE child ADD COLUMN case_number_order TEXT COLLATE "C" DEFAULT '' NOT NULL
        """
    )
    op.execute(
        "COMMENT ON COLUMN child.case_number_order IS 'What lists are ordered by in place of case_number, as people of the country order.'"
    )
    op.execute(
        """
        ALTER TABLE child ADD COLUMN given_name_order TEXT COLLATE "C" DEFAULT '' NOT NULL
        """
    )
    op.execute(
        "COMMENT ON COLUMN child.given_name_order IS 'What lists are ordered by in place of given_name, as people of the country order.'"
    )
    op.execute(
        """
        ALTER TABLE child ADD COLUMN family_name_order TEXT COLLATE "C" DEFAULT ''
        """
    )
    op.execute(
        "COMMENT ON COLUMN child.family_name_order IS 'What lists are ordered by in place of family_name, as people of the country order.'"
    )
    op.execute(
        """
        ALTER TABLE home ADD COLUMN name_order TEXT COLLATE "C" DEFAULT '' NOT NULL
        """
    )
    op.execute(
        "COMMENT ON COLUMN home.name_order IS 'What lists are ordered by in place of name, as people of the country order.'"
    )
    op.execute('ALTER TABLE text_rules ADD COLUMN keys TEXT COLLATE "C"')
    op.execute(
        "COMMENT ON COLUMN text_rules.keys IS 'How the keys are made that its texts are ordered by; empty where rows have none yet.'"
    )
    op.execute("ALTER TABLE text_rules ADD COLUMN keys_since TIMESTAMP WITH TIME ZONE")
    op.execute(
        "COMMENT ON COLUMN text_rules.keys_since IS 'When rows without a key, or with another, were last looked for.'"
    )
    # Every server looks whether it would order as they are ordered.
    op.execute("GRANT SELECT (code, keys) ON text_rules TO hearth_office")
    # Lists of children are read from this index alone, in their order too.
    op.execute("DROP INDEX child_sex_idx")
    op.execute(
        "CREATE INDEX child_sex_idx ON child (country_code, sex, birth_date, id)"
        " INCLUDE (programme_id, given_name, given_name_order, family_name, family_name_order, died_on)"
    )
    op.execute("CREATE INDEX country_name_root_order_idx ON country (name_root_order)")
    op.execute("CREATE INDEX community_partner_name_order_idx ON community_partner (country_code, name_order, id)")
    op.execute("CREATE INDEX programme_name_order_idx ON programme (country_code, name_order, id)")
    op.execute("CREATE INDEX child_case_number_order_idx ON child (country_code, case_number_order, id)")
    op.execute("CREATE INDEX child_family_name_order_idx ON child (country_code, family_name_order, id)")
    op.execute("CREATE INDEX child_given_name_order_idx ON child (country_code, given_name_order, id)")
    op.execute("CREATE INDEX home_name_order_idx ON home (country_code, name_order, id)")
    op.execute(
        "GRANT SELECT (code, name, region, languages, currency, time_zone, age_of_majority, name_root_order) ON country TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (code, name, region, languages, currency, time_zone, age_of_majority, name_root_order) ON country TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (code, name, region, languages, currency, time_zone, age_of_majority, name_root_order) ON country TO hearth_region"
    )
    op.execute(
        "GRANT SELECT (code, name, region, languages, currency, time_zone, age_of_majority, name_root_order) ON country TO hearth_headquarters"
    )
    op.execute("GRANT SELECT (code, region, time_zone) ON country TO hearth_statistics")
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON country TO hearth_operator")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, locality, name_order), INSERT (country_code, id, name, kind, locality, name_order), UPDATE (version, updated_at, name, kind, locality, name_order) ON community_partner TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, locality, name_order), INSERT (country_code, id, name, kind, locality, name_order), UPDATE (version, updated_at, name, kind, locality, name_order) ON community_partner TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON community_partner TO hearth_operator")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, started_on, ended_on, annual_budget, people_reached, name_order) ON programme TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, started_on, ended_on, annual_budget, people_reached, name_order, name_root_order), INSERT (country_code, id, name, kind, started_on, ended_on, annual_budget, people_reached, name_order, name_root_order) ON programme TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, started_on, ended_on, annual_budget, people_reached, name_root_order) ON programme TO hearth_region"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, started_on, ended_on, annual_budget, people_reached, name_root_order) ON programme TO hearth_headquarters"
    )
    op.execute("GRANT SELECT (country_code, id, kind, started_on, ended_on) ON programme TO hearth_statistics")
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON programme TO hearth_operator")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, case_number, given_name, family_name, birth_date, birth_date_precision, sex, first_language, interests, enrolled_on, reason_for_care, died_on, died_on_precision, case_number_key, case_number_twin, case_number_order, given_name_order, family_name_order), INSERT (country_code, id, programme_id, case_number, given_name, family_name, birth_date, birth_date_precision, sex, first_language, interests, enrolled_on, reason_for_care, case_number_order, given_name_order, family_name_order), UPDATE (version, updated_at, case_number, family_name, birth_date, birth_date_precision, sex, first_language, interests, reason_for_care, died_on, died_on_precision, case_number_twin, case_number_order, family_name_order) ON child TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, case_number, given_name, family_name, birth_date, birth_date_precision, sex, first_language, interests, enrolled_on, reason_for_care, died_on, died_on_precision, case_number_key, case_number_twin, case_number_order, given_name_order, family_name_order), INSERT (country_code, id, programme_id, case_number, given_name, family_name, birth_date, birth_date_precision, sex, first_language, interests, enrolled_on, reason_for_care, died_on, died_on_precision, case_number_order, given_name_order, family_name_order), UPDATE (version, updated_at, programme_id, case_number, given_name, family_name, birth_date, birth_date_precision, sex, first_language, interests, enrolled_on, reason_for_care, died_on, died_on_precision, case_number_twin, case_number_order, given_name_order, family_name_order) ON child TO hearth_office"
    )
    op.execute("GRANT SELECT (country_code, id, programme_id, birth_date, sex) ON child TO hearth_statistics")
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON child TO hearth_operator")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, name, form, setting, capacity, locality, opened_on, closed_on, name_order), UPDATE (version, updated_at, locality) ON home TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, name, form, setting, capacity, locality, opened_on, closed_on, name_order), INSERT (country_code, id, programme_id, name, form, capacity, locality, opened_on, closed_on, name_order), UPDATE (version, updated_at, name, capacity, locality, closed_on, name_order) ON home TO hearth_office"
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
    op.execute("DROP INDEX child_sex_idx")
    op.execute(
        "CREATE INDEX child_sex_idx ON child (country_code, sex, birth_date, id)"
        " INCLUDE (programme_id, given_name, family_name, died_on)"
    )
    op.execute("DROP INDEX home_name_order_idx")
    op.execute("DROP INDEX child_given_name_order_idx")
    op.execute("DROP INDEX child_family_name_order_idx")
    op.execute("DROP INDEX child_case_number_order_idx")
    op.execute("DROP INDEX programme_name_order_idx")
    op.execute("DROP INDEX community_partner_name_order_idx")
    op.execute("DROP INDEX country_name_root_order_idx")
    op.execute("REVOKE SELECT ON text_rules FROM hearth_office")
    op.execute("REVOKE SELECT (code) ON text_rules FROM hearth_office")
    op.execute("ALTER TABLE text_rules DROP COLUMN keys_since")
    op.execute("ALTER TABLE text_rules DROP COLUMN keys")
    op.execute("ALTER TABLE home DROP COLUMN name_order")
    op.execute("ALTER TABLE child DROP COLUMN family_name_order")
    op.execute("ALTER TABLE child DROP COLUMN given_name_order")
    op.execute("ALTER TABLE child DROP COLUMN case_number_order")
    op.execute("ALTER TABLE programme DROP COLUMN name_root_order")
    op.execute("ALTER TABLE programme DROP COLUMN name_order")
    op.execute("ALTER TABLE community_partner DROP COLUMN name_order")
    op.execute("ALTER TABLE country DROP COLUMN name_root_order")
