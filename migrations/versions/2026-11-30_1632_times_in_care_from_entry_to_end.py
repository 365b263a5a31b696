"""Times in care from entry to end."""

from __future__ import annotations

from alembic import op

revision = "202611301632"
down_revision = "202611301625"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE care_episode (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          child_id UUID NOT NULL,
          programme_id UUID NOT NULL,
          reasons TEXT[] COLLATE "C",
          primary_reason TEXT COLLATE "C",
          emergency TEXT COLLATE "C" DEFAULT 'NOT_KNOWN' NOT NULL,
          entered_from TEXT COLLATE "C",
          referred_by TEXT COLLATE "C",
          parents_at_entry TEXT COLLATE "C",
          disabled_at_entry TEXT COLLATE "C" DEFAULT 'NOT_KNOWN' NOT NULL,
          family_locality TEXT COLLATE "C",
          family_latitude_e2 INTEGER,
          family_longitude_e2 INTEGER,
          started_on DATE NOT NULL,
          ended_on DATE,
          destination TEXT COLLATE "C",
          follow_up_until DATE,
          voided_at TIMESTAMP WITH TIME ZONE,
          void_reason TEXT COLLATE "C",
          child_same_as_id UUID,
          child_file_id UUID GENERATED ALWAYS AS (coalesce(child_same_as_id, child_id)) STORED NOT NULL,
          PRIMARY KEY (country_code, id),
          CONSTRAINT care_episode_primary_reason_among_check CHECK (primary_reason IS NULL OR reasons IS NOT NULL AND primary_reason = ANY (reasons)),
          CONSTRAINT care_episode_end_said_check CHECK ((ended_on IS NULL) = (destination IS NULL)),
          CONSTRAINT care_episode_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT care_episode_child_id_fkey FOREIGN KEY(country_code, child_id) REFERENCES child (country_code, id),
          CONSTRAINT care_episode_programme_id_fkey FOREIGN KEY(country_code, programme_id) REFERENCES programme (country_code, id),
          CONSTRAINT care_episode_reasons_check CHECK (reasons <@ ARRAY['DEATH_OF_PARENTS', 'PARENTS_UNKNOWN', 'RELINQUISHMENT', 'NEGLECT', 'ABUSE', 'VIOLENCE_IN_THE_FAMILY', 'ILLNESS_OF_A_PARENT', 'ABSENCE_OF_PARENTS', 'SEPARATION_IN_AN_EMERGENCY', 'UNACCOMPANIED_MIGRATION', 'POVERTY', 'FAMILY_IN_ACUTE_STRESS', 'FAMILY_DYSFUNCTION', 'DISABILITY_OF_CHILD', 'ABUSE_OR_NEGLECT', 'PARENT_IN_DETENTION', 'SUBSTANCE_USE_OF_A_PARENT', 'EXPLOITATION', 'OWN_WISH', 'OTHER'] AND cardinality(reasons) > 0),
          CONSTRAINT care_episode_primary_reason_check CHECK (primary_reason IN ('DEATH_OF_PARENTS', 'PARENTS_UNKNOWN', 'RELINQUISHMENT', 'NEGLECT', 'ABUSE', 'VIOLENCE_IN_THE_FAMILY', 'ILLNESS_OF_A_PARENT', 'ABSENCE_OF_PARENTS', 'SEPARATION_IN_AN_EMERGENCY', 'UNACCOMPANIED_MIGRATION', 'POVERTY', 'FAMILY_IN_ACUTE_STRESS', 'FAMILY_DYSFUNCTION', 'DISABILITY_OF_CHILD', 'ABUSE_OR_NEGLECT', 'PARENT_IN_DETENTION', 'SUBSTANCE_USE_OF_A_PARENT', 'EXPLOITATION', 'OWN_WISH', 'OTHER')),
          CONSTRAINT care_episode_emergency_check CHECK (emergency IN ('YES', 'NO', 'NOT_KNOWN')),
          CONSTRAINT care_episode_entered_from_check CHECK (entered_from IN ('FAMILY', 'KIN', 'OTHER_CARE', 'OTHER_COUNTRY', 'ALONE', 'HOSPITAL', 'NOT_KNOWN')),
          CONSTRAINT care_episode_referred_by_check CHECK (referred_by IN ('SELF', 'FAMILY', 'COMMUNITY', 'AUTHORITY', 'COURT', 'POLICE', 'HEALTH', 'SCHOOL', 'OTHER_PROVIDER', 'OTHER')),
          CONSTRAINT care_episode_parents_at_entry_check CHECK (parents_at_entry IN ('BOTH', 'MOTHER', 'FATHER', 'NONE', 'NOT_KNOWN')),
          CONSTRAINT care_episode_disabled_at_entry_check CHECK (disabled_at_entry IN ('YES', 'NO', 'NOT_KNOWN')),
          CONSTRAINT care_episode_ended_on_check CHECK (ended_on > started_on),
          CONSTRAINT care_episode_destination_check CHECK (destination IN ('FAMILY', 'KIN', 'FOSTER_OUTSIDE', 'KAFALA', 'ADOPTION', 'INDEPENDENT', 'ADULT_SERVICES', 'OTHER_PROVIDER', 'OTHER_COUNTRY', 'CUSTODY', 'DEATH', 'NOT_KNOWN')),
          CONSTRAINT care_episode_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
          CONSTRAINT care_episode_one_at_a_time EXCLUDE USING gist (country_code WITH =, child_file_id WITH =, daterange(started_on, ended_on) WITH &&) WHERE (voided_at IS NULL AND id IS NOT NULL)
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE care_episode IS 'A time in which a child is in care, from its entry to its end (UN Guidelines, paragraphs 14, 15, 47, 49-52).'"
    )
    op.execute("COMMENT ON COLUMN care_episode.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN care_episode.id IS 'The row''s identity; a client may make it when it creates.'")
    op.execute("COMMENT ON COLUMN care_episode.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN care_episode.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN care_episode.updated_at IS 'When the row last changed.'")
    op.execute("COMMENT ON COLUMN care_episode.child_id IS 'The child.'")
    op.execute("COMMENT ON COLUMN care_episode.programme_id IS 'The programme that is responsible for the child.'")
    op.execute(
        "COMMENT ON COLUMN care_episode.reasons IS 'Why the child came into care; empty where nobody knows yet.'"
    )
    op.execute("COMMENT ON COLUMN care_episode.primary_reason IS 'The first of the reasons.'")
    op.execute("COMMENT ON COLUMN care_episode.emergency IS 'Whether it had to be at once.'")
    op.execute("COMMENT ON COLUMN care_episode.entered_from IS 'With whom the child lived before.'")
    op.execute("COMMENT ON COLUMN care_episode.referred_by IS 'Who has brought the child to attention.'")
    op.execute("COMMENT ON COLUMN care_episode.parents_at_entry IS 'Which parents the child had then.'")
    op.execute("COMMENT ON COLUMN care_episode.disabled_at_entry IS 'Whether the child had a disability then.'")
    op.execute(
        "COMMENT ON COLUMN care_episode.family_locality IS 'The village, town or quarter where the family lived then.'"
    )
    op.execute(
        "COMMENT ON COLUMN care_episode.family_latitude_e2 IS 'The latitude of that place in hundredths of a degree, a kilometre or so.'"
    )
    op.execute("COMMENT ON COLUMN care_episode.family_longitude_e2 IS 'Its longitude, likewise.'")
    op.execute("COMMENT ON COLUMN care_episode.started_on IS 'The first day.'")
    op.execute("COMMENT ON COLUMN care_episode.ended_on IS 'The first day after its last, once it has ended.'")
    op.execute("COMMENT ON COLUMN care_episode.destination IS 'With whom the child lives then.'")
    op.execute(
        "COMMENT ON COLUMN care_episode.follow_up_until IS 'The day until which somebody looks after the child and its family from then on.'"
    )
    op.execute(
        "COMMENT ON COLUMN care_episode.voided_at IS 'When the care episode was found to have been recorded in error; lists and counts leave it out.'"
    )
    op.execute("COMMENT ON COLUMN care_episode.void_reason IS 'How the error came about.'")
    op.execute(
        "COMMENT ON COLUMN care_episode.child_same_as_id IS 'The record that the one of child_id leads on to, where it was taken back for one.'"
    )
    op.execute("COMMENT ON COLUMN care_episode.child_file_id IS 'The record in whose file the row stands by child_id.'")
    op.execute("CREATE INDEX care_episode_child_id_idx ON care_episode (country_code, child_file_id, id)")
    op.execute("CREATE INDEX care_episode_destination_idx ON care_episode (country_code, destination, id)")
    op.execute("CREATE INDEX care_episode_emergency_idx ON care_episode (country_code, emergency, id)")
    op.execute("CREATE INDEX care_episode_ended_on_idx ON care_episode (country_code, ended_on, id)")
    op.execute("CREATE INDEX care_episode_entered_from_idx ON care_episode (country_code, entered_from, id)")
    op.execute("CREATE INDEX care_episode_follow_up_until_idx ON care_episode (country_code, follow_up_until, id)")
    op.execute("CREATE INDEX care_episode_primary_reason_idx ON care_episode (country_code, primary_reason, id)")
    op.execute("CREATE INDEX care_episode_programme_id_idx ON care_episode (country_code, programme_id, id)")
    op.execute("CREATE INDEX care_episode_referred_by_idx ON care_episode (country_code, referred_by, id)")
    op.execute("CREATE INDEX care_episode_started_on_idx ON care_episode (country_code, started_on, id)")
    op.execute("ALTER TABLE care_episode ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE care_episode FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE care_episode ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY care_episode_caseworker ON care_episode TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, reasons, primary_reason, emergency, entered_from, referred_by, parents_at_entry, disabled_at_entry, family_locality, family_latitude_e2, family_longitude_e2, started_on, ended_on, destination, follow_up_until, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, reasons, primary_reason, emergency, entered_from, referred_by, parents_at_entry, disabled_at_entry, family_locality, family_latitude_e2, family_longitude_e2, started_on, ended_on, destination, follow_up_until), UPDATE (version, updated_at, reasons, primary_reason, emergency, entered_from, referred_by, parents_at_entry, disabled_at_entry, family_locality, family_latitude_e2, family_longitude_e2, started_on, ended_on, destination, follow_up_until) ON care_episode TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY care_episode_office ON care_episode TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, reasons, primary_reason, emergency, entered_from, referred_by, parents_at_entry, disabled_at_entry, family_locality, family_latitude_e2, family_longitude_e2, started_on, ended_on, destination, follow_up_until, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, reasons, primary_reason, emergency, entered_from, referred_by, parents_at_entry, disabled_at_entry, family_locality, family_latitude_e2, family_longitude_e2, started_on, ended_on, destination, follow_up_until, voided_at, void_reason), UPDATE (version, updated_at, programme_id, reasons, primary_reason, emergency, entered_from, referred_by, parents_at_entry, disabled_at_entry, family_locality, family_latitude_e2, family_longitude_e2, started_on, ended_on, destination, follow_up_until, voided_at, void_reason, child_same_as_id) ON care_episode TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON care_episode TO hearth_operator")
    op.execute("ALTER TABLE gatekeeping_assessment ADD COLUMN care_episode_id UUID")
    op.execute(
        "COMMENT ON COLUMN gatekeeping_assessment.care_episode_id IS 'The time in care that came of it, or that it is about.'"
    )
    op.execute("ALTER TABLE placement ADD COLUMN care_episode_id UUID")
    op.execute(
        "COMMENT ON COLUMN placement.care_episode_id IS 'The time in care that it belongs to; empty where it was recorded without one.'"
    )
    op.execute("ALTER TABLE task ADD COLUMN care_episode_id UUID")
    op.execute("COMMENT ON COLUMN task.care_episode_id IS 'The time in care that it follows, or belongs to.'")
    # Each chain of stays that follow one another is a time in care. Why a child came is said of its newest one, as its
    # file says it; where an end does not tell where it led to, nobody knows. The owner sees no row while row security
    # is forced.
    op.execute("ALTER TABLE child NO FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE placement NO FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE care_episode NO FORCE ROW LEVEL SECURITY")
    # What was known of a placement was known of the child's being in care: figures as of a day before find both.
    op.execute(
        """
        WITH stay AS (
          SELECT country_code, child_id, child_same_as_id, programme_id, id, created_at, started_on, ended_on, start_reason,
            end_reason, lag(ended_on) OVER of_child IS DISTINCT FROM started_on AS begins
          FROM (
            SELECT country_code, child_file_id AS child_id, NULL::uuid AS child_same_as_id, programme_id, id, created_at,
              started_on, ended_on, start_reason, end_reason
            FROM placement WHERE voided_at IS NULL
          ) of_the_record_that_stands
          WINDOW of_child AS (PARTITION BY country_code, child_id ORDER BY started_on)
        ), chained AS (
          SELECT stay.*, count(*) FILTER (WHERE begins) OVER (
            PARTITION BY country_code, child_id ORDER BY started_on
          ) AS chain
          FROM stay
        ), chain AS (
          SELECT country_code, child_id, chain, min(started_on) AS started_on, min(created_at) AS created_at,
            (array_agg(child_same_as_id ORDER BY started_on DESC))[1] AS child_same_as_id,
            (array_agg(programme_id ORDER BY started_on DESC))[1] AS programme_id,
            (array_agg(ended_on ORDER BY started_on DESC))[1] AS ended_on,
            (array_agg(end_reason ORDER BY started_on DESC))[1] AS end_reason,
            (array_agg(start_reason ORDER BY started_on))[1] AS start_reason,
            chain = max(chain) OVER (PARTITION BY country_code, child_id) AS is_newest
          FROM chained GROUP BY country_code, child_id, chain
        ), episode AS MATERIALIZED (
          SELECT uuidv7() AS id, chain.*, CASE WHEN is_newest THEN c.reason_for_care END AS reason
          FROM chain JOIN child c ON c.country_code = chain.country_code AND c.id = chain.child_id
        ), made AS (
          INSERT INTO care_episode
            (country_code, id, created_at, child_id, child_same_as_id, programme_id, reasons, primary_reason, emergency,
             started_on, ended_on, destination)
          SELECT country_code, id, created_at, child_id, child_same_as_id, programme_id,
            CASE WHEN reason IS NOT NULL THEN ARRAY[reason] END, reason,
            CASE start_reason WHEN 'EMERGENCY' THEN 'YES' ELSE 'NOT_KNOWN' END, started_on, ended_on,
            CASE WHEN ended_on IS NOT NULL THEN
              CASE end_reason
                WHEN 'REUNIFICATION_WITH_FAMILY' THEN 'FAMILY'
                WHEN 'KINSHIP_CARE_OUTSIDE' THEN 'KIN'
                WHEN 'FOSTER_CARE_OUTSIDE' THEN 'FOSTER_OUTSIDE'
                WHEN 'ADOPTION' THEN 'ADOPTION'
                WHEN 'INDEPENDENT_LIVING' THEN 'INDEPENDENT'
                WHEN 'DEATH' THEN 'DEATH'
                ELSE 'NOT_KNOWN'
              END
            END
          FROM episode
        )
        UPDATE placement p SET care_episode_id = e.id
        FROM chained s JOIN episode e
          ON e.country_code = s.country_code AND e.child_id = s.child_id AND e.chain = s.chain
        WHERE p.country_code = s.country_code AND p.id = s.id
        """
    )
    op.execute("ALTER TABLE care_episode FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE placement FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE child FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE child DROP CONSTRAINT child_reason_for_care_check")
    op.execute(
        "ALTER TABLE child ADD CONSTRAINT child_reason_for_care_check CHECK (reason_for_care IN ('DEATH_OF_PARENTS', 'PARENTS_UNKNOWN', 'RELINQUISHMENT', 'NEGLECT', 'ABUSE', 'VIOLENCE_IN_THE_FAMILY', 'ILLNESS_OF_A_PARENT', 'ABSENCE_OF_PARENTS', 'SEPARATION_IN_AN_EMERGENCY', 'UNACCOMPANIED_MIGRATION', 'POVERTY', 'FAMILY_IN_ACUTE_STRESS', 'FAMILY_DYSFUNCTION', 'DISABILITY_OF_CHILD', 'ABUSE_OR_NEGLECT', 'PARENT_IN_DETENTION', 'SUBSTANCE_USE_OF_A_PARENT', 'EXPLOITATION', 'OWN_WISH', 'OTHER'))"
    )
    op.execute(
        "ALTER TABLE gatekeeping_assessment ADD CONSTRAINT gatekeeping_assessment_care_episode_id_fkey FOREIGN KEY(country_code, care_episode_id) REFERENCES care_episode (country_code, id)"
    )
    op.execute(
        "ALTER TABLE placement ADD CONSTRAINT placement_care_episode_id_fkey FOREIGN KEY(country_code, care_episode_id) REFERENCES care_episode (country_code, id)"
    )
    op.execute(
        "ALTER TABLE task ADD CONSTRAINT task_care_episode_id_fkey FOREIGN KEY(country_code, care_episode_id) REFERENCES care_episode (country_code, id)"
    )
    op.execute(
        "CREATE INDEX gatekeeping_assessment_care_episode_id_idx ON gatekeeping_assessment (country_code, care_episode_id, id)"
    )
    op.execute("CREATE INDEX placement_care_episode_id_idx ON placement (country_code, care_episode_id, id)")
    op.execute("CREATE INDEX task_care_episode_id_idx ON task (country_code, care_episode_id, id)")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, opened_on, due_on, completed_on, assessor, assessed_by, necessity, alternatives, poverty_only, recommended_form, suitability_reasons, outcome, care_episode_id, voided_at, void_reason, not_owed_from, not_owed_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, opened_on, due_on, completed_on, assessor, assessed_by, necessity, alternatives, poverty_only, recommended_form, suitability_reasons, outcome, care_episode_id), UPDATE (version, updated_at, opened_on, due_on, completed_on, assessor, assessed_by, necessity, alternatives, poverty_only, recommended_form, suitability_reasons, outcome, care_episode_id, voided_at, void_reason, not_owed_from, not_owed_reason) ON gatekeeping_assessment TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, opened_on, due_on, completed_on, assessor, assessed_by, necessity, alternatives, poverty_only, recommended_form, suitability_reasons, outcome, care_episode_id, voided_at, void_reason, not_owed_from, not_owed_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, opened_on, due_on, completed_on, assessor, assessed_by, necessity, alternatives, poverty_only, recommended_form, suitability_reasons, outcome, care_episode_id, voided_at, void_reason, not_owed_from, not_owed_reason), UPDATE (version, updated_at, programme_id, opened_on, due_on, completed_on, assessor, assessed_by, necessity, alternatives, poverty_only, recommended_form, suitability_reasons, outcome, care_episode_id, voided_at, void_reason, not_owed_from, not_owed_reason, child_same_as_id) ON gatekeeping_assessment TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON gatekeeping_assessment TO hearth_operator")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, home_id, care_episode_id, home_name, started_on, ended_on, start_reason, end_reason, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, home_id, care_episode_id, home_name, started_on, ended_on, start_reason, end_reason), UPDATE (version, updated_at, home_id, care_episode_id, home_name, started_on, ended_on, start_reason, end_reason, voided_at, void_reason) ON placement TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, home_id, care_episode_id, home_name, started_on, ended_on, start_reason, end_reason, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, home_id, care_episode_id, home_name, started_on, ended_on, start_reason, end_reason, voided_at, void_reason), UPDATE (version, updated_at, programme_id, home_id, care_episode_id, home_name, started_on, ended_on, start_reason, end_reason, voided_at, void_reason, child_same_as_id) ON placement TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (country_code, child_file_id, home_id, programme_id, started_on, ended_on, end_reason, voided_at, updated_at) ON placement TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON placement TO hearth_operator")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, kind, title, assigned_to, due_on, done_on, outcome, care_episode_id, voided_at, void_reason, not_owed_from, not_owed_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, kind, title, assigned_to, due_on, done_on, outcome, care_episode_id), UPDATE (version, updated_at, kind, title, assigned_to, due_on, done_on, outcome, care_episode_id, voided_at, void_reason, not_owed_from, not_owed_reason) ON task TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, kind, title, assigned_to, due_on, done_on, outcome, care_episode_id, voided_at, void_reason, not_owed_from, not_owed_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, kind, title, assigned_to, due_on, done_on, outcome, care_episode_id, voided_at, void_reason, not_owed_from, not_owed_reason), UPDATE (version, updated_at, programme_id, kind, title, assigned_to, due_on, done_on, outcome, care_episode_id, voided_at, void_reason, not_owed_from, not_owed_reason, child_same_as_id) ON task TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON task TO hearth_operator")


def downgrade() -> None:
    op.execute("ALTER TABLE child DROP CONSTRAINT child_reason_for_care_check")
    op.execute(
        "ALTER TABLE child ADD CONSTRAINT child_reason_for_care_check CHECK (reason_for_care IN ('DEATH_OF_PARENTS', 'PARENTS_UNKNOWN', 'RELINQUISHMENT', 'NEGLECT', 'ABUSE', 'VIOLENCE_IN_THE_FAMILY', 'ILLNESS_OF_A_PARENT', 'ABSENCE_OF_PARENTS', 'SEPARATION_IN_AN_EMERGENCY', 'UNACCOMPANIED_MIGRATION', 'OWN_WISH', 'OTHER'))"
    )
    op.execute("DROP INDEX task_care_episode_id_idx")
    op.execute("DROP INDEX placement_care_episode_id_idx")
    op.execute("DROP INDEX gatekeeping_assessment_care_episode_id_idx")
    op.execute("ALTER TABLE task DROP CONSTRAINT task_care_episode_id_fkey")
    op.execute("ALTER TABLE placement DROP CONSTRAINT placement_care_episode_id_fkey")
    op.execute("ALTER TABLE gatekeeping_assessment DROP CONSTRAINT gatekeeping_assessment_care_episode_id_fkey")
    op.execute("ALTER TABLE task DROP COLUMN care_episode_id")
    op.execute("ALTER TABLE placement DROP COLUMN care_episode_id")
    op.execute("ALTER TABLE gatekeeping_assessment DROP COLUMN care_episode_id")
    op.execute("DROP TABLE care_episode")
