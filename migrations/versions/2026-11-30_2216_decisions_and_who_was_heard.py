"""Decisions, and who was heard on them."""

from __future__ import annotations

from alembic import op

revision = "202611302216"
down_revision = "202611302206"


def upgrade() -> None:
    # Who took part in an assessment leads to one of the same child.
    op.execute("DROP INDEX gatekeeping_assessment_child_id_idx")
    op.execute(
        "CREATE UNIQUE INDEX gatekeeping_assessment_child_id_idx"
        " ON gatekeeping_assessment (country_code, child_file_id, id)"
    )
    op.execute(
        """
        CREATE TABLE decision (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          child_id UUID NOT NULL,
          programme_id UUID NOT NULL,
          kind TEXT COLLATE "C" NOT NULL,
          decided_on DATE NOT NULL,
          decided_by TEXT COLLATE "C" NOT NULL,
          outcome TEXT COLLATE "C" NOT NULL,
          reasons TEXT COLLATE "C",
          look_again_on DATE,
          looked_at_on DATE,
          event_id UUID,
          placement_id UUID,
          care_episode_id UUID,
          sibling_id UUID,
          voided_at TIMESTAMP WITH TIME ZONE,
          void_reason TEXT COLLATE "C",
          not_owed_from DATE,
          not_owed_reason TEXT COLLATE "C",
          child_same_as_id UUID,
          child_file_id UUID GENERATED ALWAYS AS (coalesce(child_same_as_id, child_id)) STORED NOT NULL,
          sibling_same_as_id UUID,
          sibling_file_id UUID GENERATED ALWAYS AS (coalesce(sibling_same_as_id, sibling_id)) STORED,
          PRIMARY KEY (country_code, id),
          CONSTRAINT decision_look_again_check CHECK (kind != 'SIBLINGS_APART' AND kind != 'CONTACT' OR look_again_on IS NOT NULL),
          CONSTRAINT decision_sibling_check CHECK (kind != 'SIBLINGS_APART' OR sibling_id IS NOT NULL),
          CONSTRAINT decision_two_children_check CHECK (sibling_id != child_id),
          CONSTRAINT decision_look_again_day_check CHECK (look_again_on >= decided_on),
          CONSTRAINT decision_looked_at_day_check CHECK (looked_at_on >= decided_on),
          CONSTRAINT decision_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT decision_child_id_fkey FOREIGN KEY(country_code, child_id) REFERENCES child (country_code, id),
          CONSTRAINT decision_programme_id_fkey FOREIGN KEY(country_code, programme_id) REFERENCES programme (country_code, id),
          CONSTRAINT decision_placement_id_fkey FOREIGN KEY(country_code, child_file_id, placement_id) REFERENCES placement (country_code, child_file_id, id) DEFERRABLE INITIALLY DEFERRED,
          CONSTRAINT decision_care_episode_id_fkey FOREIGN KEY(country_code, child_file_id, care_episode_id) REFERENCES care_episode (country_code, child_file_id, id) DEFERRABLE INITIALLY DEFERRED,
          CONSTRAINT decision_sibling_id_fkey FOREIGN KEY(country_code, sibling_id) REFERENCES child (country_code, id),
          CONSTRAINT decision_kind_check CHECK (kind IN ('ADMISSION', 'SUPPORT_INSTEAD', 'PLACEMENT', 'SIBLINGS_APART', 'CONTACT', 'PLAN', 'RETURN', 'PERMANENCE', 'LEAVING', 'OTHER')),
          CONSTRAINT decision_not_owed_reason_check CHECK (not_owed_reason IN ('CARE_ENDED', 'CHILD_DIED', 'REPLACED', 'RULE_CHANGED', 'CHILDS_WISH')),
          CONSTRAINT decision_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
          CONSTRAINT decision_done_or_not_owed_check CHECK (looked_at_on IS NULL OR not_owed_from IS NULL),
          CONSTRAINT decision_not_owed_reason_given CHECK ((not_owed_from IS NULL) = (not_owed_reason IS NULL))
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE decision IS 'What was decided about a child, by whom, why, and when it is looked at again (UN Guidelines, 57, 64 to 66).'"
    )
    op.execute("COMMENT ON COLUMN decision.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN decision.id IS 'The row''s identity; a client may make it when it creates.'")
    op.execute("COMMENT ON COLUMN decision.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN decision.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN decision.updated_at IS 'When the row last changed.'")
    op.execute("COMMENT ON COLUMN decision.child_id IS 'The child.'")
    op.execute("COMMENT ON COLUMN decision.programme_id IS 'The programme that is responsible for the child.'")
    op.execute("COMMENT ON COLUMN decision.kind IS 'What it is about.'")
    op.execute("COMMENT ON COLUMN decision.decided_on IS 'The day on which it was decided.'")
    op.execute("COMMENT ON COLUMN decision.decided_by IS 'Who has decided it.'")
    op.execute("COMMENT ON COLUMN decision.outcome IS 'What was decided.'")
    op.execute("COMMENT ON COLUMN decision.reasons IS 'Why.'")
    op.execute("COMMENT ON COLUMN decision.look_again_on IS 'The day by which somebody looks at it again.'")
    op.execute("COMMENT ON COLUMN decision.looked_at_on IS 'The day on which somebody has looked at it again.'")
    op.execute(
        "COMMENT ON COLUMN decision.event_id IS 'What decisions have in common that were taken as one, as of all brothers and sisters who come apart; empty of one that stands alone.'"
    )
    op.execute("COMMENT ON COLUMN decision.placement_id IS 'The placement that came of it, or that it is about.'")
    op.execute("COMMENT ON COLUMN decision.care_episode_id IS 'The time in care that it is about.'")
    op.execute(
        "COMMENT ON COLUMN decision.sibling_id IS 'The brother or sister from whom the child lives apart, or whom it meets.'"
    )
    op.execute(
        "COMMENT ON COLUMN decision.voided_at IS 'When the decision was found to have been recorded in error; lists and counts leave it out.'"
    )
    op.execute("COMMENT ON COLUMN decision.void_reason IS 'How the error came about.'")
    op.execute("COMMENT ON COLUMN decision.not_owed_from IS 'From when it is owed no longer; empty as long as it is.'")
    op.execute("COMMENT ON COLUMN decision.not_owed_reason IS 'Why it is owed no longer.'")
    op.execute(
        "COMMENT ON COLUMN decision.child_same_as_id IS 'The record that the one of child_id leads on to, where it was taken back for one.'"
    )
    op.execute("COMMENT ON COLUMN decision.child_file_id IS 'The record in whose file the row stands by child_id.'")
    op.execute(
        "COMMENT ON COLUMN decision.sibling_same_as_id IS 'The record that the one of sibling_id leads on to, where it was taken back for one.'"
    )
    op.execute("COMMENT ON COLUMN decision.sibling_file_id IS 'The record in whose file the row stands by sibling_id.'")
    op.execute("CREATE INDEX decision_care_episode_id_idx ON decision (country_code, care_episode_id, id)")
    op.execute("CREATE UNIQUE INDEX decision_child_id_idx ON decision (country_code, child_file_id, id)")
    op.execute("CREATE INDEX decision_decided_on_idx ON decision (country_code, decided_on, id)")
    op.execute("CREATE INDEX decision_event_id_idx ON decision (country_code, event_id, id)")
    op.execute("CREATE INDEX decision_kind_idx ON decision (country_code, kind, id)")
    op.execute("CREATE INDEX decision_look_again_on_idx ON decision (country_code, look_again_on, id)")
    op.execute("CREATE INDEX decision_looked_at_on_idx ON decision (country_code, looked_at_on, id)")
    op.execute(
        "CREATE INDEX decision_open_idx ON decision (country_code, look_again_on, id) INCLUDE (programme_id) WHERE looked_at_on IS NULL AND not_owed_from IS NULL"
    )
    op.execute("CREATE INDEX decision_placement_id_idx ON decision (country_code, placement_id, id)")
    op.execute("CREATE INDEX decision_programme_id_idx ON decision (country_code, programme_id, id)")
    op.execute("CREATE INDEX decision_sibling_id_idx ON decision (country_code, sibling_file_id, id)")
    op.execute("ALTER TABLE decision ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE decision FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE decision ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY decision_caseworker ON decision TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, kind, decided_on, decided_by, outcome, reasons, look_again_on, looked_at_on, event_id, placement_id, care_episode_id, sibling_id, voided_at, void_reason, not_owed_from, not_owed_reason, child_same_as_id, child_file_id, sibling_same_as_id, sibling_file_id), INSERT (country_code, id, child_id, programme_id, kind, decided_on, decided_by, outcome, reasons, look_again_on, looked_at_on, event_id, placement_id, care_episode_id, sibling_id), UPDATE (version, updated_at, kind, decided_on, decided_by, outcome, reasons, look_again_on, looked_at_on, event_id, placement_id, care_episode_id, sibling_id, not_owed_from, not_owed_reason) ON decision TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY decision_office ON decision TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, kind, decided_on, decided_by, outcome, reasons, look_again_on, looked_at_on, event_id, placement_id, care_episode_id, sibling_id, voided_at, void_reason, not_owed_from, not_owed_reason, child_same_as_id, child_file_id, sibling_same_as_id, sibling_file_id), INSERT (country_code, id, child_id, programme_id, kind, decided_on, decided_by, outcome, reasons, look_again_on, looked_at_on, event_id, placement_id, care_episode_id, sibling_id, voided_at, void_reason, not_owed_from, not_owed_reason), UPDATE (version, updated_at, programme_id, kind, decided_on, decided_by, outcome, reasons, look_again_on, looked_at_on, event_id, placement_id, care_episode_id, sibling_id, voided_at, void_reason, not_owed_from, not_owed_reason, child_same_as_id, sibling_same_as_id) ON decision TO hearth_office"
    )
    op.execute("CREATE POLICY decision_statistics ON decision TO hearth_statistics USING (true)")
    op.execute("GRANT SELECT (country_code, id, child_file_id, decided_on, voided_at) ON decision TO hearth_statistics")
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON decision TO hearth_operator")
    op.execute(
        """
        CREATE TABLE participation (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          child_id UUID NOT NULL,
          programme_id UUID NOT NULL,
          decision_id UUID,
          gatekeeping_id UUID,
          role TEXT COLLATE "C" NOT NULL,
          present TEXT COLLATE "C" DEFAULT 'NOT_KNOWN' NOT NULL,
          how TEXT COLLATE "C",
          asked_by TEXT COLLATE "C",
          language TEXT COLLATE "C",
          view TEXT COLLATE "C",
          agrees TEXT COLLATE "C" DEFAULT 'NOT_SAID' NOT NULL,
          effect TEXT COLLATE "C",
          name TEXT COLLATE "C",
          caregiver_id UUID,
          voided_at TIMESTAMP WITH TIME ZONE,
          void_reason TEXT COLLATE "C",
          child_same_as_id UUID,
          child_file_id UUID GENERATED ALWAYS AS (coalesce(child_same_as_id, child_id)) STORED NOT NULL,
          PRIMARY KEY (country_code, id),
          CONSTRAINT participation_in_one_check CHECK (decision_id IS NOT NULL AND gatekeeping_id IS NULL OR decision_id IS NULL AND gatekeeping_id IS NOT NULL),
          CONSTRAINT participation_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT participation_child_id_fkey FOREIGN KEY(country_code, child_id) REFERENCES child (country_code, id),
          CONSTRAINT participation_programme_id_fkey FOREIGN KEY(country_code, programme_id) REFERENCES programme (country_code, id),
          CONSTRAINT participation_decision_id_fkey FOREIGN KEY(country_code, child_file_id, decision_id) REFERENCES decision (country_code, child_file_id, id) DEFERRABLE INITIALLY DEFERRED,
          CONSTRAINT participation_gatekeeping_id_fkey FOREIGN KEY(country_code, child_file_id, gatekeeping_id) REFERENCES gatekeeping_assessment (country_code, child_file_id, id) DEFERRABLE INITIALLY DEFERRED,
          CONSTRAINT participation_caregiver_id_fkey FOREIGN KEY(country_code, caregiver_id) REFERENCES caregiver (country_code, id),
          CONSTRAINT participation_role_check CHECK (role IN ('CHILD', 'MOTHER', 'FATHER', 'RELATIVE', 'CAREGIVER', 'KEY_WORKER', 'SCHOOL', 'HEALTH', 'AUTHORITY', 'ADVOCATE', 'OTHER')),
          CONSTRAINT participation_present_check CHECK (present IN ('YES', 'NO', 'NOT_KNOWN')),
          CONSTRAINT participation_how_check CHECK (how IN ('SPOKE', 'SHOWED', 'WROTE', 'THROUGH_SOMEBODY', 'SAID_NOTHING')),
          CONSTRAINT participation_agrees_check CHECK (agrees IN ('AGREES', 'PARTLY', 'DISAGREES', 'NOT_SAID')),
          CONSTRAINT participation_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL))
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE participation IS 'How somebody took part in a decision about a child, what they said, what came of it (UN Guidelines, 6, 57).'"
    )
    op.execute("COMMENT ON COLUMN participation.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN participation.id IS 'The row''s identity; a client may make it when it creates.'")
    op.execute("COMMENT ON COLUMN participation.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN participation.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN participation.updated_at IS 'When the row last changed.'")
    op.execute("COMMENT ON COLUMN participation.child_id IS 'The child.'")
    op.execute("COMMENT ON COLUMN participation.programme_id IS 'The programme that is responsible for the child.'")
    op.execute("COMMENT ON COLUMN participation.decision_id IS 'The decision that they took part in.'")
    op.execute("COMMENT ON COLUMN participation.gatekeeping_id IS 'The assessment that they took part in.'")
    op.execute("COMMENT ON COLUMN participation.role IS 'As what they took part.'")
    op.execute("COMMENT ON COLUMN participation.present IS 'Whether they were there.'")
    op.execute(
        "COMMENT ON COLUMN participation.how IS 'By what means they said what they want; empty where nobody has noted it.'"
    )
    op.execute("COMMENT ON COLUMN participation.asked_by IS 'Who has asked them.'")
    op.execute("COMMENT ON COLUMN participation.language IS 'The language in which they spoke.'")
    op.execute("COMMENT ON COLUMN participation.view IS 'What they said, in their own words.'")
    op.execute("COMMENT ON COLUMN participation.agrees IS 'Whether they agree.'")
    op.execute("COMMENT ON COLUMN participation.effect IS 'What came of it: what was done, or why it was not.'")
    op.execute("COMMENT ON COLUMN participation.name IS 'Who they are.'")
    op.execute("COMMENT ON COLUMN participation.caregiver_id IS 'Who they are, where they care for our children.'")
    op.execute(
        "COMMENT ON COLUMN participation.voided_at IS 'When the participation was found to have been recorded in error; lists and counts leave it out.'"
    )
    op.execute("COMMENT ON COLUMN participation.void_reason IS 'How the error came about.'")
    op.execute(
        "COMMENT ON COLUMN participation.child_same_as_id IS 'The record that the one of child_id leads on to, where it was taken back for one.'"
    )
    op.execute(
        "COMMENT ON COLUMN participation.child_file_id IS 'The record in whose file the row stands by child_id.'"
    )
    op.execute("CREATE INDEX participation_agrees_idx ON participation (country_code, agrees, id)")
    op.execute("CREATE INDEX participation_caregiver_id_idx ON participation (country_code, caregiver_id, id)")
    op.execute("CREATE INDEX participation_child_id_idx ON participation (country_code, child_file_id, id)")
    op.execute("CREATE INDEX participation_decision_id_idx ON participation (country_code, decision_id, id)")
    op.execute("CREATE INDEX participation_gatekeeping_id_idx ON participation (country_code, gatekeeping_id, id)")
    op.execute("CREATE INDEX participation_how_idx ON participation (country_code, how, id)")
    op.execute("CREATE INDEX participation_present_idx ON participation (country_code, present, id)")
    op.execute("CREATE INDEX participation_programme_id_idx ON participation (country_code, programme_id, id)")
    op.execute("CREATE INDEX participation_role_idx ON participation (country_code, role, id)")
    op.execute("ALTER TABLE participation ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE participation FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE participation ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY participation_caseworker ON participation TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, decision_id, gatekeeping_id, role, present, how, asked_by, language, view, agrees, effect, name, caregiver_id, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, decision_id, gatekeeping_id, role, present, how, asked_by, language, view, agrees, effect, name, caregiver_id), UPDATE (version, updated_at, role, present, how, asked_by, language, view, agrees, effect, name, caregiver_id, voided_at, void_reason) ON participation TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY participation_office ON participation TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, decision_id, gatekeeping_id, role, present, how, asked_by, language, view, agrees, effect, name, caregiver_id, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, decision_id, gatekeeping_id, role, present, how, asked_by, language, view, agrees, effect, name, caregiver_id, voided_at, void_reason), UPDATE (version, updated_at, programme_id, role, present, how, asked_by, language, view, agrees, effect, name, caregiver_id, voided_at, void_reason, child_same_as_id) ON participation TO hearth_office"
    )
    op.execute("CREATE POLICY participation_statistics ON participation TO hearth_statistics USING (true)")
    op.execute(
        "GRANT SELECT (country_code, decision_id, role, present, how, voided_at) ON participation TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON participation TO hearth_operator")


def downgrade() -> None:
    op.execute("DROP TABLE participation")
    op.execute("DROP TABLE decision")
    op.execute("DROP INDEX gatekeeping_assessment_child_id_idx")
    op.execute(
        "CREATE INDEX gatekeeping_assessment_child_id_idx ON gatekeeping_assessment (country_code, child_file_id, id)"
    )
