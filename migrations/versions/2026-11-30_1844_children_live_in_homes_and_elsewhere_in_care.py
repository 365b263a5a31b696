"""Children live in homes and elsewhere in care."""

from __future__ import annotations

from alembic import op

revision = "202611301844"
down_revision = "202611301632"
contracts = True


def upgrade() -> None:
    op.execute("ALTER TABLE placement ALTER COLUMN home_id DROP NOT NULL")
    op.execute("ALTER TABLE placement ALTER COLUMN home_name DROP NOT NULL")
    op.execute("ALTER TABLE home_stay ALTER COLUMN home_id DROP NOT NULL")
    op.execute(
        "COMMENT ON TABLE placement IS 'That a child lives in a home, or elsewhere in care, from the first day to the day before `endedOn`.'"
    )
    op.execute(
        "COMMENT ON COLUMN placement.home_id IS 'The home; empty where the child lives in none of ours, or another programme is responsible and the caller is a caseworker: `arrangement` says which.'"
    )
    op.execute(
        "COMMENT ON COLUMN placement.home_name IS 'The home''s name, shown also where nothing else of the home may be; empty where there is no home.'"
    )
    op.execute("COMMENT ON COLUMN home_stay.home_id IS 'The home; empty where the child lives in none of ours.'")
    op.execute("ALTER TABLE placement ADD COLUMN partner_id UUID")
    op.execute(
        "COMMENT ON COLUMN placement.partner_id IS 'Which hospital, school or other partner it is, where the child lives in no home of ours.'"
    )
    op.execute(
        """
        ALTER TABLE placement ADD COLUMN arrangement TEXT COLLATE "C"
        """
    )
    op.execute(
        "COMMENT ON COLUMN placement.arrangement IS 'How the child lives: the form of the home, or where it lives in none of ours.'"
    )
    # Every child lives in a home so far. The owner sees no row while row security is forced.
    op.execute("ALTER TABLE home NO FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE placement NO FORCE ROW LEVEL SECURITY")
    op.execute(
        "UPDATE placement p SET arrangement = h.form FROM home h WHERE h.country_code = p.country_code AND h.id = p.home_id"
    )
    op.execute("ALTER TABLE placement FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE home FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE placement ALTER COLUMN arrangement SET NOT NULL")
    op.execute(
        """
        ALTER TABLE placement ADD COLUMN setting TEXT COLLATE "C" GENERATED ALWAYS AS (CASE WHEN arrangement IN ('SOS_FAMILY', 'FOSTER_FAMILY', 'KINSHIP_FAMILY', 'OTHER_FOSTER_FAMILY', 'PLACED_FOR_ADOPTION') THEN 'FAMILY_BASED' WHEN arrangement IN ('SMALL_GROUP_HOME', 'YOUTH_HOME', 'EMERGENCY_SHELTER', 'OTHER_RESIDENTIAL', 'FAMILY_CENTRE', 'BOARDING_SCHOOL', 'SECURE') THEN 'RESIDENTIAL' WHEN arrangement IN ('SUPERVISED_INDEPENDENT_LIVING', 'OWN_HOUSEHOLD') THEN 'INDEPENDENT' WHEN arrangement IN ('WITH_OWN_FAMILY', 'HEALTH_FACILITY', 'OTHER') THEN 'OTHER' WHEN arrangement IN ('CUSTODY') THEN 'NOT_CARE' END) STORED NOT NULL
        """
    )
    op.execute(
        "COMMENT ON COLUMN placement.setting IS 'What the arrangement counts as in statistics; it follows from it.'"
    )
    op.execute(
        """
        ALTER TABLE placement ADD COLUMN move_reason TEXT COLLATE "C"
        """
    )
    op.execute(
        "COMMENT ON COLUMN placement.move_reason IS 'Why the child moved here from where it lived; empty where it did not, or nobody has written that down.'"
    )
    op.execute(
        """
        ALTER TABLE placement ADD COLUMN prepared TEXT COLLATE "C" DEFAULT 'NOT_KNOWN' NOT NULL
        """
    )
    op.execute(
        "COMMENT ON COLUMN placement.prepared IS 'Whether the child was prepared for it, and was told why (UN Guidelines, paragraph 68).'"
    )
    op.execute("ALTER TABLE placement ADD COLUMN prepared_on DATE")
    op.execute(
        "COMMENT ON COLUMN placement.prepared_on IS 'The day on which the child was prepared, or first was; empty where nobody has written that down.'"
    )
    op.execute("ALTER TABLE placement ADD COLUMN distance_km INTEGER")
    op.execute(
        "COMMENT ON COLUMN placement.distance_km IS 'How far it is from the family''s place to the home, in kilometres as the crow flies: worked out on the first day, and anew when the home moves, of places known to a kilometre or so (UN Guidelines, paragraph 11); empty where one of them is not known.'"
    )
    op.execute(
        "ALTER TABLE placement ADD CONSTRAINT placement_arrangement_check CHECK (arrangement IN ('SOS_FAMILY', 'FOSTER_FAMILY', 'KINSHIP_FAMILY', 'SMALL_GROUP_HOME', 'YOUTH_HOME', 'SUPERVISED_INDEPENDENT_LIVING', 'EMERGENCY_SHELTER', 'WITH_OWN_FAMILY', 'OTHER_FOSTER_FAMILY', 'PLACED_FOR_ADOPTION', 'OTHER_RESIDENTIAL', 'FAMILY_CENTRE', 'BOARDING_SCHOOL', 'SECURE', 'OWN_HOUSEHOLD', 'HEALTH_FACILITY', 'CUSTODY', 'OTHER'))"
    )
    op.execute("ALTER TABLE placement ADD CONSTRAINT placement_distance_check CHECK (distance_km > -1)")
    op.execute(
        "ALTER TABLE placement ADD CONSTRAINT placement_home_or_other_check CHECK (home_id IS NOT NULL AND (arrangement IS NULL OR arrangement = 'SOS_FAMILY' OR arrangement = 'FOSTER_FAMILY' OR arrangement = 'KINSHIP_FAMILY' OR arrangement = 'SMALL_GROUP_HOME' OR arrangement = 'YOUTH_HOME' OR arrangement = 'SUPERVISED_INDEPENDENT_LIVING' OR arrangement = 'EMERGENCY_SHELTER') OR home_id IS NULL AND arrangement IS NOT NULL AND arrangement != 'SOS_FAMILY' AND arrangement != 'FOSTER_FAMILY' AND arrangement != 'KINSHIP_FAMILY' AND arrangement != 'SMALL_GROUP_HOME' AND arrangement != 'YOUTH_HOME' AND arrangement != 'SUPERVISED_INDEPENDENT_LIVING' AND arrangement != 'EMERGENCY_SHELTER')"
    )
    op.execute(
        "ALTER TABLE placement ADD CONSTRAINT placement_move_reason_check CHECK (move_reason IN ('PLANNED', 'EMERGENCY', 'TEMPORARY', 'SIBLINGS_TOGETHER', 'NEARER_TO_FAMILY', 'NEEDS_CHANGED', 'CHILD_ASKED', 'CARERS_ASKED', 'AUTHORITY_ASKED', 'HOME_CLOSED', 'APPROVAL_ENDED', 'STANDARD_OF_CARE', 'ALLEGATION', 'OTHER'))"
    )
    op.execute(
        "ALTER TABLE placement ADD CONSTRAINT placement_partner_check CHECK (partner_id IS NULL OR arrangement IS NOT NULL AND (arrangement = 'WITH_OWN_FAMILY' OR arrangement = 'OTHER_FOSTER_FAMILY' OR arrangement = 'PLACED_FOR_ADOPTION' OR arrangement = 'OTHER_RESIDENTIAL' OR arrangement = 'FAMILY_CENTRE' OR arrangement = 'BOARDING_SCHOOL' OR arrangement = 'SECURE' OR arrangement = 'OWN_HOUSEHOLD' OR arrangement = 'HEALTH_FACILITY' OR arrangement = 'CUSTODY' OR arrangement = 'OTHER'))"
    )
    op.execute(
        "ALTER TABLE placement ADD CONSTRAINT placement_partner_id_fkey FOREIGN KEY(country_code, partner_id) REFERENCES community_partner (country_code, id)"
    )
    op.execute(
        "ALTER TABLE placement ADD CONSTRAINT placement_prepared_check CHECK (prepared IN ('YES', 'NO', 'NOT_KNOWN'))"
    )
    op.execute("CREATE INDEX placement_arrangement_idx ON placement (country_code, arrangement, id)")
    op.execute("CREATE INDEX placement_move_reason_idx ON placement (country_code, move_reason, id)")
    op.execute("CREATE INDEX placement_partner_id_idx ON placement (country_code, partner_id, id)")
    op.execute("CREATE INDEX placement_prepared_idx ON placement (country_code, prepared, id)")
    op.execute("CREATE INDEX placement_prepared_on_idx ON placement (country_code, prepared_on, id)")
    op.execute("CREATE INDEX placement_setting_idx ON placement (country_code, setting, id)")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, home_id, care_episode_id, home_name, partner_id, arrangement, setting, started_on, ended_on, start_reason, end_reason, local_kind, move_reason, prepared, prepared_on, distance_km, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, home_id, care_episode_id, home_name, partner_id, arrangement, started_on, ended_on, start_reason, end_reason, local_kind, move_reason, prepared, prepared_on, distance_km), UPDATE (version, updated_at, home_id, care_episode_id, home_name, partner_id, arrangement, started_on, ended_on, start_reason, end_reason, local_kind, move_reason, prepared, prepared_on, distance_km, voided_at, void_reason) ON placement TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, home_id, care_episode_id, home_name, partner_id, arrangement, setting, started_on, ended_on, start_reason, end_reason, local_kind, move_reason, prepared, prepared_on, distance_km, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, home_id, care_episode_id, home_name, partner_id, arrangement, started_on, ended_on, start_reason, end_reason, local_kind, move_reason, prepared, prepared_on, distance_km, voided_at, void_reason), UPDATE (version, updated_at, programme_id, home_id, care_episode_id, home_name, partner_id, arrangement, started_on, ended_on, start_reason, end_reason, local_kind, move_reason, prepared, prepared_on, distance_km, voided_at, void_reason, child_same_as_id) ON placement TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (country_code, child_file_id, home_id, programme_id, arrangement, setting, started_on, ended_on, voided_at, updated_at) ON placement TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON placement TO hearth_operator")


def downgrade() -> None:
    op.execute("DROP INDEX placement_setting_idx")
    op.execute("DROP INDEX placement_prepared_on_idx")
    op.execute("DROP INDEX placement_prepared_idx")
    op.execute("DROP INDEX placement_partner_id_idx")
    op.execute("DROP INDEX placement_move_reason_idx")
    op.execute("DROP INDEX placement_arrangement_idx")
    op.execute("ALTER TABLE placement DROP CONSTRAINT placement_prepared_check")
    op.execute("ALTER TABLE placement DROP CONSTRAINT placement_partner_id_fkey")
    op.execute("ALTER TABLE placement DROP CONSTRAINT placement_partner_check")
    op.execute("ALTER TABLE placement DROP CONSTRAINT placement_move_reason_check")
    op.execute("ALTER TABLE placement DROP CONSTRAINT placement_home_or_other_check")
    op.execute("ALTER TABLE placement DROP CONSTRAINT placement_distance_check")
    op.execute("ALTER TABLE placement DROP CONSTRAINT placement_arrangement_check")
    op.execute("ALTER TABLE placement DROP COLUMN distance_km")
    op.execute("ALTER TABLE placement DROP COLUMN prepared_on")
    op.execute("ALTER TABLE placement DROP COLUMN prepared")
    op.execute("ALTER TABLE placement DROP COLUMN move_reason")
    op.execute("ALTER TABLE placement DROP COLUMN setting")
    op.execute("ALTER TABLE placement DROP COLUMN arrangement")
    op.execute("ALTER TABLE placement DROP COLUMN partner_id")
    # What was before knows no child in care outside a home.
    op.execute("ALTER TABLE home_stay NO FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE placement NO FORCE ROW LEVEL SECURITY")
    op.execute("DELETE FROM home_stay WHERE home_id IS NULL")
    op.execute("DELETE FROM placement WHERE home_id IS NULL")
    op.execute("ALTER TABLE placement FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE home_stay FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE home_stay ALTER COLUMN home_id SET NOT NULL")
    op.execute("ALTER TABLE placement ALTER COLUMN home_name SET NOT NULL")
    op.execute("ALTER TABLE placement ALTER COLUMN home_id SET NOT NULL")
    op.execute(
        "COMMENT ON TABLE placement IS 'That a child lives in a home, from the first day to the day before `endedOn`.'"
    )
    op.execute(
        "COMMENT ON COLUMN placement.home_id IS 'The home; empty where another programme is responsible and the caller is a caseworker.'"
    )
    op.execute(
        "COMMENT ON COLUMN placement.home_name IS 'The home''s name, shown also where nothing else of the home may be.'"
    )
    op.execute("COMMENT ON COLUMN home_stay.home_id IS 'The home.'")
