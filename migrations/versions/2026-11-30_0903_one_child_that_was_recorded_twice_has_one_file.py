"""One child that was recorded twice has one file."""

from __future__ import annotations

from alembic import op

revision = "202611300903"
down_revision = "202611300859"
contracts = True
"""A server of before would show a record that was taken back, and look rows up by what no index holds."""


def upgrade() -> None:
    op.execute("ALTER TABLE child ADD COLUMN same_as_id UUID")
    op.execute(
        "COMMENT ON COLUMN child.same_as_id IS 'The record of the same child that stands, where this one was taken back for it.'"
    )
    op.execute("ALTER TABLE child ADD COLUMN voided_at TIMESTAMP WITH TIME ZONE")
    op.execute(
        "COMMENT ON COLUMN child.voided_at IS 'When the record was taken back: the child was recorded twice, or in error; lists and counts leave it out.'"
    )
    op.execute(
        """
        ALTER TABLE child ADD COLUMN void_reason TEXT COLLATE "C"
        """
    )
    op.execute("COMMENT ON COLUMN child.void_reason IS 'How the error came about.'")
    op.execute("ALTER TABLE community_link ADD COLUMN child_same_as_id UUID")
    op.execute(
        "COMMENT ON COLUMN community_link.child_same_as_id IS 'The record that the one of child_id leads on to, where it was taken back for one.'"
    )
    op.execute(
        "ALTER TABLE community_link ADD COLUMN child_file_id UUID GENERATED ALWAYS AS (coalesce(child_same_as_id, child_id)) STORED"
    )
    op.execute(
        "COMMENT ON COLUMN community_link.child_file_id IS 'The record in whose file the row stands by child_id.'"
    )
    op.execute("ALTER TABLE placement ADD COLUMN child_same_as_id UUID")
    op.execute(
        "COMMENT ON COLUMN placement.child_same_as_id IS 'The record that the one of child_id leads on to, where it was taken back for one.'"
    )
    op.execute(
        "ALTER TABLE placement ADD COLUMN child_file_id UUID GENERATED ALWAYS AS (coalesce(child_same_as_id, child_id)) STORED NOT NULL"
    )
    op.execute("COMMENT ON COLUMN placement.child_file_id IS 'The record in whose file the row stands by child_id.'")
    op.execute("ALTER TABLE sibling_bond ADD COLUMN child_same_as_id UUID")
    op.execute(
        "COMMENT ON COLUMN sibling_bond.child_same_as_id IS 'The record that the one of child_id leads on to, where it was taken back for one.'"
    )
    op.execute(
        "ALTER TABLE sibling_bond ADD COLUMN child_file_id UUID GENERATED ALWAYS AS (coalesce(child_same_as_id, child_id)) STORED NOT NULL"
    )
    op.execute("COMMENT ON COLUMN sibling_bond.child_file_id IS 'The record in whose file the row stands by child_id.'")
    op.execute("ALTER TABLE sibling_bond ADD COLUMN sibling_same_as_id UUID")
    op.execute(
        "COMMENT ON COLUMN sibling_bond.sibling_same_as_id IS 'The record that the one of sibling_id leads on to, where it was taken back for one.'"
    )
    op.execute(
        "ALTER TABLE sibling_bond ADD COLUMN sibling_file_id UUID GENERATED ALWAYS AS (coalesce(sibling_same_as_id, sibling_id)) STORED NOT NULL"
    )
    op.execute(
        "COMMENT ON COLUMN sibling_bond.sibling_file_id IS 'The record in whose file the row stands by sibling_id.'"
    )
    op.execute("ALTER TABLE placement_exception ADD COLUMN child_same_as_id UUID")
    op.execute(
        "COMMENT ON COLUMN placement_exception.child_same_as_id IS 'The record that the one of child_id leads on to, where it was taken back for one.'"
    )
    op.execute(
        "ALTER TABLE placement_exception ADD COLUMN child_file_id UUID GENERATED ALWAYS AS (coalesce(child_same_as_id, child_id)) STORED NOT NULL"
    )
    op.execute(
        "COMMENT ON COLUMN placement_exception.child_file_id IS 'The record in whose file the row stands by child_id.'"
    )
    op.execute(
        "ALTER TABLE child ADD CONSTRAINT child_same_as_id_fkey FOREIGN KEY(country_code, same_as_id) REFERENCES child (country_code, id)"
    )
    op.execute(
        "ALTER TABLE child ADD CONSTRAINT child_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL))"
    )
    op.execute("CREATE INDEX child_same_as_id_idx ON child (country_code, same_as_id, id) WHERE same_as_id IS NOT NULL")
    op.execute(
        "CREATE INDEX child_leads_on_idx ON child (country_code, id) INCLUDE (same_as_id, programme_id) WHERE same_as_id IS NOT NULL"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, case_number, given_name, family_name, birth_date, birth_date_precision, sex, first_language, interests, enrolled_on, reason_for_care, died_on, died_on_precision, same_as_id, voided_at, void_reason, case_number_key, case_number_twin), INSERT (country_code, id, programme_id, case_number, given_name, family_name, birth_date, birth_date_precision, sex, first_language, interests, enrolled_on, reason_for_care), UPDATE (version, updated_at, case_number, family_name, birth_date, birth_date_precision, sex, first_language, interests, reason_for_care, died_on, died_on_precision, case_number_twin) ON child TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, case_number, given_name, family_name, birth_date, birth_date_precision, sex, first_language, interests, enrolled_on, reason_for_care, died_on, died_on_precision, same_as_id, voided_at, void_reason, case_number_key, case_number_twin), INSERT (country_code, id, programme_id, case_number, given_name, family_name, birth_date, birth_date_precision, sex, first_language, interests, enrolled_on, reason_for_care, died_on, died_on_precision, same_as_id, voided_at, void_reason), UPDATE (version, updated_at, programme_id, case_number, given_name, family_name, birth_date, birth_date_precision, sex, first_language, interests, enrolled_on, reason_for_care, died_on, died_on_precision, same_as_id, voided_at, void_reason, case_number_twin) ON child TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (country_code, id, programme_id, birth_date, sex, voided_at) ON child TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON child TO hearth_operator")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, home_id, programme_id, partner_id, kind, started_on, ended_on, note, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, home_id, programme_id, partner_id, kind, started_on, ended_on, note), UPDATE (version, updated_at, ended_on, note) ON community_link TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, home_id, programme_id, partner_id, kind, started_on, ended_on, note, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, home_id, programme_id, partner_id, kind, started_on, ended_on, note), UPDATE (version, updated_at, programme_id, ended_on, note, child_same_as_id) ON community_link TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (country_code, child_file_id, started_on, ended_on) ON community_link TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON community_link TO hearth_operator")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, home_id, home_name, started_on, ended_on, start_reason, end_reason, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, home_id, home_name, started_on, ended_on, start_reason, end_reason), UPDATE (version, updated_at, home_id, home_name, started_on, ended_on, start_reason, end_reason, voided_at, void_reason) ON placement TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, home_id, home_name, started_on, ended_on, start_reason, end_reason, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, home_id, home_name, started_on, ended_on, start_reason, end_reason, voided_at, void_reason), UPDATE (version, updated_at, programme_id, home_id, home_name, started_on, ended_on, start_reason, end_reason, voided_at, void_reason, child_same_as_id) ON placement TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (country_code, child_file_id, home_id, programme_id, started_on, ended_on, end_reason, voided_at, updated_at) ON placement TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON placement TO hearth_operator")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, sibling_id, sibling_name, kind, started_on, ended_on, child_same_as_id, child_file_id, sibling_same_as_id, sibling_file_id), INSERT (country_code, id, child_id, programme_id, sibling_id, sibling_name, kind, started_on) ON sibling_bond TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, sibling_id, sibling_name, kind, started_on, ended_on, child_same_as_id, child_file_id, sibling_same_as_id, sibling_file_id), INSERT (country_code, id, child_id, programme_id, sibling_id, sibling_name, kind, started_on, ended_on), UPDATE (version, updated_at, programme_id, sibling_name, child_same_as_id, sibling_same_as_id) ON sibling_bond TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (country_code, child_file_id, sibling_file_id, started_on, ended_on) ON sibling_bond TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON sibling_bond TO hearth_operator")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, placement_id, home_id, rule, dated, reason, authorised_by, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, placement_id, home_id, rule, dated, reason, authorised_by) ON placement_exception TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, placement_id, home_id, rule, dated, reason, authorised_by, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, placement_id, home_id, rule, dated, reason, authorised_by), UPDATE (version, updated_at, programme_id, child_same_as_id) ON placement_exception TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON placement_exception TO hearth_operator")
    op.execute("DROP INDEX placement_child_id_idx")
    op.execute(
        "CREATE INDEX placement_child_id_idx ON placement (country_code, child_file_id, id) INCLUDE (home_id, programme_id, started_on, ended_on, start_reason, end_reason, voided_at)"
    )
    op.execute("DROP INDEX placement_home_id_idx")
    op.execute(
        "CREATE INDEX placement_home_id_idx ON placement (country_code, home_id, id) INCLUDE (child_file_id, programme_id, started_on, ended_on, voided_at)"
    )
    op.execute("DROP INDEX community_link_child_id_idx")
    op.execute(
        "CREATE INDEX community_link_child_id_idx ON community_link (country_code, child_file_id, id) INCLUDE (programme_id, partner_id, kind, started_on, ended_on)"
    )
    op.execute("DROP INDEX sibling_bond_child_id_idx")
    op.execute(
        "CREATE INDEX sibling_bond_child_id_idx ON sibling_bond (country_code, child_file_id, id) INCLUDE (sibling_file_id, programme_id, started_on, ended_on)"
    )
    op.execute("DROP INDEX sibling_bond_sibling_id_idx")
    op.execute("CREATE INDEX sibling_bond_sibling_id_idx ON sibling_bond (country_code, sibling_file_id, id)")
    op.execute("DROP INDEX placement_exception_child_id_idx")
    op.execute("CREATE INDEX placement_exception_child_id_idx ON placement_exception (country_code, child_file_id, id)")
    op.execute("DROP INDEX child_sex_idx")
    op.execute(
        "CREATE INDEX child_sex_idx ON child (country_code, sex, birth_date, id) INCLUDE (programme_id, given_name, given_name_order, family_name, family_name_order, died_on, voided_at)"
    )
    op.execute("ALTER TABLE child DROP CONSTRAINT child_case_number_key")
    op.execute(
        "CREATE UNIQUE INDEX child_case_number_key ON child (country_code, case_number_key, programme_id, case_number_twin) WHERE voided_at IS NULL"
    )
    op.execute("ALTER TABLE placement DROP CONSTRAINT placement_one_home_at_a_time")
    op.execute(
        "ALTER TABLE placement ADD CONSTRAINT placement_one_home_at_a_time EXCLUDE USING gist (country_code WITH =, child_file_id WITH =, daterange(started_on, ended_on) WITH &&) WHERE (voided_at IS NULL AND id IS NOT NULL)"
    )
    op.execute("ALTER TABLE sibling_bond DROP CONSTRAINT sibling_bond_one_at_a_time")
    op.execute(
        "ALTER TABLE sibling_bond ADD CONSTRAINT sibling_bond_one_at_a_time EXCLUDE USING gist (country_code WITH =, child_file_id WITH =, sibling_file_id WITH =, daterange(started_on, ended_on) WITH &&) WHERE (id IS NOT NULL)"
    )
    op.execute("REVOKE SELECT (child_id) ON placement, community_link FROM hearth_statistics")
    op.execute("REVOKE SELECT (child_id, sibling_id) ON sibling_bond FROM hearth_statistics")


def downgrade() -> None:
    op.execute("DROP INDEX placement_child_id_idx")
    op.execute(
        "CREATE INDEX placement_child_id_idx ON placement (country_code, child_id, id) INCLUDE (home_id, programme_id, started_on, ended_on, start_reason, end_reason, voided_at)"
    )
    op.execute("DROP INDEX placement_home_id_idx")
    op.execute(
        "CREATE INDEX placement_home_id_idx ON placement (country_code, home_id, id) INCLUDE (child_id, programme_id, started_on, ended_on, voided_at)"
    )
    op.execute("DROP INDEX community_link_child_id_idx")
    op.execute(
        "CREATE INDEX community_link_child_id_idx ON community_link (country_code, child_id, id) INCLUDE (programme_id, partner_id, kind, started_on, ended_on)"
    )
    op.execute("DROP INDEX sibling_bond_child_id_idx")
    op.execute(
        "CREATE INDEX sibling_bond_child_id_idx ON sibling_bond (country_code, child_id, id) INCLUDE (sibling_id, programme_id, started_on, ended_on)"
    )
    op.execute("DROP INDEX sibling_bond_sibling_id_idx")
    op.execute("CREATE INDEX sibling_bond_sibling_id_idx ON sibling_bond (country_code, sibling_id, id)")
    op.execute("DROP INDEX placement_exception_child_id_idx")
    op.execute("CREATE INDEX placement_exception_child_id_idx ON placement_exception (country_code, child_id, id)")
    op.execute("DROP INDEX child_sex_idx")
    op.execute(
        "CREATE INDEX child_sex_idx ON child (country_code, sex, birth_date, id) INCLUDE (programme_id, given_name, given_name_order, family_name, family_name_order, died_on)"
    )
    op.execute("DROP INDEX child_case_number_key")
    op.execute(
        "ALTER TABLE child ADD CONSTRAINT child_case_number_key UNIQUE (country_code, case_number_key, programme_id, case_number_twin)"
    )
    op.execute("ALTER TABLE placement DROP CONSTRAINT placement_one_home_at_a_time")
    op.execute(
        "ALTER TABLE placement ADD CONSTRAINT placement_one_home_at_a_time EXCLUDE USING gist (country_code WITH =, child_id WITH =, daterange(started_on, ended_on) WITH &&) WHERE (voided_at IS NULL AND id IS NOT NULL)"
    )
    op.execute("ALTER TABLE sibling_bond DROP CONSTRAINT sibling_bond_one_at_a_time")
    op.execute(
        "ALTER TABLE sibling_bond ADD CONSTRAINT sibling_bond_one_at_a_time EXCLUDE USING gist (country_code WITH =, child_id WITH =, sibling_id WITH =, daterange(started_on, ended_on) WITH &&) WHERE (id IS NOT NULL)"
    )
    op.execute("GRANT SELECT (child_id) ON placement, community_link TO hearth_statistics")
    op.execute("GRANT SELECT (child_id, sibling_id) ON sibling_bond TO hearth_statistics")
    op.execute("DROP INDEX child_leads_on_idx")
    op.execute("DROP INDEX child_same_as_id_idx")
    op.execute("ALTER TABLE child DROP CONSTRAINT child_void_reason_given")
    op.execute("ALTER TABLE child DROP CONSTRAINT child_same_as_id_fkey")
    op.execute("ALTER TABLE placement_exception DROP COLUMN child_file_id")
    op.execute("ALTER TABLE placement_exception DROP COLUMN child_same_as_id")
    op.execute("ALTER TABLE sibling_bond DROP COLUMN sibling_file_id")
    op.execute("ALTER TABLE sibling_bond DROP COLUMN sibling_same_as_id")
    op.execute("ALTER TABLE sibling_bond DROP COLUMN child_file_id")
    op.execute("ALTER TABLE sibling_bond DROP COLUMN child_same_as_id")
    op.execute("ALTER TABLE placement DROP COLUMN child_file_id")
    op.execute("ALTER TABLE placement DROP COLUMN child_same_as_id")
    op.execute("ALTER TABLE community_link DROP COLUMN child_file_id")
    op.execute("ALTER TABLE community_link DROP COLUMN child_same_as_id")
    op.execute("ALTER TABLE child DROP COLUMN void_reason")
    op.execute("ALTER TABLE child DROP COLUMN voided_at")
    op.execute("ALTER TABLE child DROP COLUMN same_as_id")
