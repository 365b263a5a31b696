"""Relatives are led to by guardianships nights and help."""

from __future__ import annotations

from alembic import op

revision = "202611302305"
down_revision = "202611302258"


def upgrade() -> None:
    op.execute(
        """
        ALTER TABLE child ADD COLUMN birth_registered TEXT COLLATE "C" DEFAULT 'NOT_KNOWN' NOT NULL
        """
    )
    op.execute(
        "COMMENT ON COLUMN child.birth_registered IS 'Whether the birth is registered (Convention on the Rights of the Child, article 7).'"
    )
    op.execute(
        """
        ALTER TABLE child ADD COLUMN papers TEXT[] COLLATE "C"
        """
    )
    op.execute(
        "COMMENT ON COLUMN child.papers IS 'The papers that are with the child''s file; empty where there is none, or nobody has looked.'"
    )
    op.execute(
        """
        ALTER TABLE child ADD COLUMN care_tonight TEXT COLLATE "C"
        """
    )
    op.execute(
        "COMMENT ON COLUMN child.care_tonight IS 'What whoever is there tonight has to know: an allergy, a medicine, what helps to fall asleep.'"
    )
    op.execute(
        """
        ALTER TABLE sibling_bond ADD COLUMN wish TEXT COLLATE "C"
        """
    )
    op.execute("COMMENT ON COLUMN sibling_bond.wish IS 'What the two wish; empty where nobody has written it down.'")
    op.execute("ALTER TABLE guardianship ADD COLUMN relative_id UUID")
    op.execute("COMMENT ON COLUMN guardianship.relative_id IS 'The relative who decides, where it is one on record.'")
    op.execute("ALTER TABLE support_service ADD COLUMN relative_id UUID")
    op.execute(
        "COMMENT ON COLUMN support_service.relative_id IS 'The relative whom it is for, where it is for one of the family.'"
    )
    op.execute("ALTER TABLE temporary_stay ADD COLUMN relative_id UUID")
    op.execute(
        "COMMENT ON COLUMN temporary_stay.relative_id IS 'The relative with whom the child stays, where it is with family: then it is a contact too.'"
    )
    op.execute(
        """
        ALTER TABLE temporary_stay ADD COLUMN relation TEXT COLLATE "C"
        """
    )
    op.execute("COMMENT ON COLUMN temporary_stay.relation IS 'What the relative is to the child.'")
    op.execute(
        """
        ALTER TABLE temporary_stay ADD COLUMN met_with TEXT COLLATE "C" GENERATED ALWAYS AS (CASE WHEN relation IN ('MOTHER', 'FATHER', 'STEP_PARENT') THEN 'PARENT' WHEN relation IN ('GRANDMOTHER', 'GRANDFATHER', 'AUNT_OR_UNCLE') THEN 'ADULT_FAMILY' WHEN relation IN ('PARTNER', 'OWN_CHILD', 'COUSIN', 'FAMILY_FRIEND', 'FRIEND_OR_NEIGHBOUR', 'OTHER') THEN 'OTHER' WHEN relation IN ('SIBLING') THEN 'SIBLING' END) STORED
        """
    )
    op.execute(
        "COMMENT ON COLUMN temporary_stay.met_with IS 'As whom the relative counts in statistics of contact; it follows from what the relative is to the child.'"
    )
    op.execute(
        "ALTER TABLE child ADD CONSTRAINT child_birth_registered_check CHECK (birth_registered IN ('YES', 'NO', 'NOT_KNOWN'))"
    )
    op.execute("ALTER TABLE child ADD CONSTRAINT child_care_tonight_longest CHECK (char_length(care_tonight) <= 500)")
    op.execute(
        "ALTER TABLE child ADD CONSTRAINT child_papers_check CHECK (papers <@ ARRAY['BIRTH_CERTIFICATE', 'IDENTITY_CARD', 'PASSPORT', 'RESIDENCE_PERMIT', 'REFUGEE_PAPER', 'HEALTH_CARD', 'PARENTS_DEATH_CERTIFICATE', 'COURT_FILE'] AND cardinality(papers) > 0)"
    )
    op.execute(
        "ALTER TABLE sibling_bond ADD CONSTRAINT sibling_bond_wish_check CHECK (wish IN ('TOGETHER', 'NEAR', 'APART', 'MIXED', 'NOT_ASKED'))"
    )
    op.execute(
        "ALTER TABLE temporary_stay ADD CONSTRAINT temporary_stay_relation_check CHECK (relation IN ('MOTHER', 'FATHER', 'STEP_PARENT', 'PARTNER', 'GRANDMOTHER', 'GRANDFATHER', 'AUNT_OR_UNCLE', 'SIBLING', 'OWN_CHILD', 'COUSIN', 'FAMILY_FRIEND', 'FRIEND_OR_NEIGHBOUR', 'OTHER'))"
    )
    op.execute(
        "ALTER TABLE temporary_stay ADD CONSTRAINT temporary_stay_with_relative_check CHECK ((relative_id IS NULL) = (met_with IS NULL))"
    )
    op.execute(
        "ALTER TABLE guardianship ADD CONSTRAINT guardianship_relative_id_fkey FOREIGN KEY(country_code, child_file_id, relative_id) REFERENCES relative (country_code, child_file_id, id) DEFERRABLE INITIALLY DEFERRED"
    )
    op.execute(
        "ALTER TABLE support_service ADD CONSTRAINT support_service_relative_id_fkey FOREIGN KEY(country_code, child_file_id, relative_id) REFERENCES relative (country_code, child_file_id, id) DEFERRABLE INITIALLY DEFERRED"
    )
    op.execute(
        "ALTER TABLE temporary_stay ADD CONSTRAINT temporary_stay_relative_id_fkey FOREIGN KEY(country_code, child_file_id, relative_id) REFERENCES relative (country_code, child_file_id, id) DEFERRABLE INITIALLY DEFERRED"
    )
    op.execute("CREATE INDEX child_birth_registered_idx ON child (country_code, birth_registered, id)")
    op.execute("CREATE INDEX sibling_bond_wish_idx ON sibling_bond (country_code, wish, id)")
    op.execute("CREATE INDEX guardianship_relative_id_idx ON guardianship (country_code, relative_id, id)")
    op.execute("CREATE INDEX support_service_relative_id_idx ON support_service (country_code, relative_id, id)")
    op.execute("CREATE INDEX temporary_stay_met_with_idx ON temporary_stay (country_code, met_with, id)")
    op.execute("CREATE INDEX temporary_stay_relative_id_idx ON temporary_stay (country_code, relative_id, id)")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, case_number, given_name, family_name, name_reading, birth_date, birth_date_precision, sex, first_language, interests, birth_registered, papers, care_tonight, enrolled_on, reason_for_care, died_on, died_on_precision, same_as_id, voided_at, void_reason, case_number_key, case_number_twin, case_number_order, given_name_order, family_name_order, case_number_search, given_name_search, family_name_search, name_reading_search), INSERT (country_code, id, programme_id, case_number, given_name, family_name, name_reading, birth_date, birth_date_precision, sex, first_language, interests, birth_registered, papers, care_tonight, enrolled_on, reason_for_care, case_number_order, given_name_order, family_name_order, case_number_search, given_name_search, family_name_search, name_reading_search), UPDATE (version, updated_at, case_number, family_name, name_reading, birth_date, birth_date_precision, sex, first_language, interests, birth_registered, papers, care_tonight, reason_for_care, died_on, died_on_precision, case_number_twin, case_number_order, family_name_order, case_number_search, family_name_search, name_reading_search) ON child TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, case_number, given_name, family_name, name_reading, birth_date, birth_date_precision, sex, first_language, interests, birth_registered, papers, care_tonight, enrolled_on, reason_for_care, died_on, died_on_precision, same_as_id, voided_at, void_reason, case_number_key, case_number_twin, case_number_order, given_name_order, family_name_order, case_number_search, given_name_search, family_name_search, name_reading_search), INSERT (country_code, id, programme_id, case_number, given_name, family_name, name_reading, birth_date, birth_date_precision, sex, first_language, interests, birth_registered, papers, care_tonight, enrolled_on, reason_for_care, died_on, died_on_precision, same_as_id, voided_at, void_reason, case_number_order, given_name_order, family_name_order, case_number_search, given_name_search, family_name_search, name_reading_search), UPDATE (version, updated_at, programme_id, case_number, given_name, family_name, name_reading, birth_date, birth_date_precision, sex, first_language, interests, birth_registered, papers, care_tonight, enrolled_on, reason_for_care, died_on, died_on_precision, same_as_id, voided_at, void_reason, case_number_twin, case_number_order, given_name_order, family_name_order, case_number_search, given_name_search, family_name_search, name_reading_search) ON child TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (country_code, id, programme_id, birth_date, sex, voided_at) ON child TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON child TO hearth_operator")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, sibling_id, sibling_name, kind, wish, started_on, ended_on, voided_at, void_reason, child_same_as_id, child_file_id, sibling_same_as_id, sibling_file_id), INSERT (country_code, id, child_id, programme_id, sibling_id, sibling_name, kind, wish, started_on, ended_on), UPDATE (version, updated_at, kind, wish, started_on, ended_on, voided_at, void_reason) ON sibling_bond TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, sibling_id, sibling_name, kind, wish, started_on, ended_on, voided_at, void_reason, child_same_as_id, child_file_id, sibling_same_as_id, sibling_file_id), INSERT (country_code, id, child_id, programme_id, sibling_id, sibling_name, kind, wish, started_on, ended_on, voided_at, void_reason), UPDATE (version, updated_at, programme_id, sibling_name, kind, wish, started_on, ended_on, voided_at, void_reason, child_same_as_id, sibling_same_as_id) ON sibling_bond TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (country_code, child_file_id, sibling_file_id, started_on, ended_on, voided_at) ON sibling_bond TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON sibling_bond TO hearth_operator")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, holder, scope, name, reference, relative_id, started_on, ended_on, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, holder, scope, name, reference, relative_id, started_on, ended_on), UPDATE (version, updated_at, holder, scope, name, reference, relative_id, started_on, ended_on) ON guardianship TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, holder, scope, name, reference, relative_id, started_on, ended_on, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, holder, scope, name, reference, relative_id, started_on, ended_on, voided_at, void_reason), UPDATE (version, updated_at, programme_id, holder, scope, name, reference, relative_id, started_on, ended_on, voided_at, void_reason, child_same_as_id) ON guardianship TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON guardianship TO hearth_operator")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, kind, for_whom, origin, wish, asked_on, offered_on, answer, partner_id, relative_id, started_on, ended_on, end_reason, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, kind, for_whom, origin, wish, asked_on, offered_on, answer, partner_id, relative_id, started_on, ended_on, end_reason), UPDATE (version, updated_at, kind, for_whom, origin, wish, asked_on, offered_on, answer, partner_id, relative_id, started_on, ended_on, end_reason, voided_at, void_reason) ON support_service TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, kind, for_whom, origin, wish, asked_on, offered_on, answer, partner_id, relative_id, started_on, ended_on, end_reason, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, kind, for_whom, origin, wish, asked_on, offered_on, answer, partner_id, relative_id, started_on, ended_on, end_reason, voided_at, void_reason), UPDATE (version, updated_at, programme_id, kind, for_whom, origin, wish, asked_on, offered_on, answer, partner_id, relative_id, started_on, ended_on, end_reason, voided_at, void_reason, child_same_as_id) ON support_service TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON support_service TO hearth_operator")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, kind, nights_a_week, note, placement_id, home_id, relative_id, relation, met_with, partner_id, started_on, ended_on, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, kind, nights_a_week, note, placement_id, home_id, relative_id, relation, partner_id, started_on, ended_on), UPDATE (version, updated_at, kind, nights_a_week, note, placement_id, home_id, relative_id, relation, partner_id, started_on, ended_on, voided_at, void_reason) ON temporary_stay TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, kind, nights_a_week, note, placement_id, home_id, relative_id, relation, met_with, partner_id, started_on, ended_on, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, kind, nights_a_week, note, placement_id, home_id, relative_id, relation, partner_id, started_on, ended_on, voided_at, void_reason), UPDATE (version, updated_at, programme_id, kind, nights_a_week, note, placement_id, home_id, relative_id, relation, partner_id, started_on, ended_on, voided_at, void_reason, child_same_as_id) ON temporary_stay TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (country_code, child_file_id, met_with, started_on, ended_on, voided_at) ON temporary_stay TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON temporary_stay TO hearth_operator")
    op.execute("ALTER TABLE guardianship DROP CONSTRAINT guardianship_holder_known_check")
    op.execute(
        "ALTER TABLE guardianship ADD CONSTRAINT guardianship_holder_known_check CHECK (holder != 'RELATIVE' AND holder != 'CAREGIVER' AND holder != 'APPOINTED' OR name IS NOT NULL OR relative_id IS NOT NULL)"
    )
    op.execute("CREATE POLICY temporary_stay_statistics ON temporary_stay TO hearth_statistics USING (true)")


def downgrade() -> None:
    # Whoever is led to alone has no name then: what cannot be said before is not said.
    op.execute("DROP POLICY temporary_stay_statistics ON temporary_stay")
    op.execute("REVOKE ALL ON temporary_stay FROM hearth_statistics")
    op.execute(
        "REVOKE SELECT (country_code, child_file_id, met_with, started_on, ended_on, voided_at) ON temporary_stay"
        " FROM hearth_statistics"
    )
    op.execute(
        "UPDATE guardianship SET name = '?' WHERE name IS NULL AND holder IN ('RELATIVE', 'CAREGIVER', 'APPOINTED')"
    )
    op.execute("ALTER TABLE guardianship DROP CONSTRAINT guardianship_holder_known_check")
    op.execute(
        "ALTER TABLE guardianship ADD CONSTRAINT guardianship_holder_known_check CHECK (holder != 'RELATIVE' AND holder != 'CAREGIVER' AND holder != 'APPOINTED' OR name IS NOT NULL)"
    )
    op.execute("DROP INDEX temporary_stay_relative_id_idx")
    op.execute("DROP INDEX temporary_stay_met_with_idx")
    op.execute("DROP INDEX support_service_relative_id_idx")
    op.execute("DROP INDEX guardianship_relative_id_idx")
    op.execute("DROP INDEX sibling_bond_wish_idx")
    op.execute("DROP INDEX child_birth_registered_idx")
    op.execute("ALTER TABLE temporary_stay DROP CONSTRAINT temporary_stay_relative_id_fkey")
    op.execute("ALTER TABLE support_service DROP CONSTRAINT support_service_relative_id_fkey")
    op.execute("ALTER TABLE guardianship DROP CONSTRAINT guardianship_relative_id_fkey")
    op.execute("ALTER TABLE temporary_stay DROP CONSTRAINT temporary_stay_with_relative_check")
    op.execute("ALTER TABLE temporary_stay DROP CONSTRAINT temporary_stay_relation_check")
    op.execute("ALTER TABLE sibling_bond DROP CONSTRAINT sibling_bond_wish_check")
    op.execute("ALTER TABLE child DROP CONSTRAINT child_papers_check")
    op.execute("ALTER TABLE child DROP CONSTRAINT child_care_tonight_longest")
    op.execute("ALTER TABLE child DROP CONSTRAINT child_birth_registered_check")
    op.execute("ALTER TABLE temporary_stay DROP COLUMN met_with")
    op.execute("ALTER TABLE temporary_stay DROP COLUMN relation")
    op.execute("ALTER TABLE temporary_stay DROP COLUMN relative_id")
    op.execute("ALTER TABLE support_service DROP COLUMN relative_id")
    op.execute("ALTER TABLE guardianship DROP COLUMN relative_id")
    op.execute("ALTER TABLE sibling_bond DROP COLUMN wish")
    op.execute("ALTER TABLE child DROP COLUMN care_tonight")
    op.execute("ALTER TABLE child DROP COLUMN papers")
    op.execute("ALTER TABLE child DROP COLUMN birth_registered")
