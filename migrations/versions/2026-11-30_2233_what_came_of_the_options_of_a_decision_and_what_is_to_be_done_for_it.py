"""What came of the options of a decision, and what is to be done for it."""

from __future__ import annotations

from alembic import op

revision = "202611302233"
down_revision = "202611302230"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE decision_option (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          child_id UUID NOT NULL,
          programme_id UUID NOT NULL,
          decision_id UUID NOT NULL,
          home_id UUID NOT NULL,
          choice TEXT COLLATE "C" NOT NULL,
          why TEXT COLLATE "C",
          voided_at TIMESTAMP WITH TIME ZONE,
          void_reason TEXT COLLATE "C",
          child_same_as_id UUID,
          child_file_id UUID GENERATED ALWAYS AS (coalesce(child_same_as_id, child_id)) STORED NOT NULL,
          PRIMARY KEY (country_code, id),
          CONSTRAINT decision_option_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT decision_option_child_id_fkey FOREIGN KEY(country_code, child_id) REFERENCES child (country_code, id),
          CONSTRAINT decision_option_programme_id_fkey FOREIGN KEY(country_code, programme_id) REFERENCES programme (country_code, id),
          CONSTRAINT decision_option_decision_id_fkey FOREIGN KEY(country_code, child_file_id, decision_id) REFERENCES decision (country_code, child_file_id, id) DEFERRABLE INITIALLY DEFERRED,
          CONSTRAINT decision_option_home_id_fkey FOREIGN KEY(country_code, home_id) REFERENCES home (country_code, id),
          CONSTRAINT decision_option_choice_check CHECK (choice IN ('TAKEN', 'NOT_TAKEN')),
          CONSTRAINT decision_option_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL))
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE decision_option IS 'A home that was looked at for a child, whether it was taken, and why or why not (UN Guidelines, 57, 64).'"
    )
    op.execute("COMMENT ON COLUMN decision_option.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN decision_option.id IS 'The row''s identity; a client may make it when it creates.'")
    op.execute("COMMENT ON COLUMN decision_option.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN decision_option.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN decision_option.updated_at IS 'When the row last changed.'")
    op.execute("COMMENT ON COLUMN decision_option.child_id IS 'The child.'")
    op.execute("COMMENT ON COLUMN decision_option.programme_id IS 'The programme that is responsible for the child.'")
    op.execute("COMMENT ON COLUMN decision_option.decision_id IS 'The decision for which it was looked at.'")
    op.execute("COMMENT ON COLUMN decision_option.home_id IS 'The home.'")
    op.execute("COMMENT ON COLUMN decision_option.choice IS 'Whether it was taken.'")
    op.execute(
        "COMMENT ON COLUMN decision_option.why IS 'Why it was taken, or why not; it says nothing of other children who live there.'"
    )
    op.execute(
        "COMMENT ON COLUMN decision_option.voided_at IS 'When the decision option was found to have been recorded in error; lists and counts leave it out.'"
    )
    op.execute("COMMENT ON COLUMN decision_option.void_reason IS 'How the error came about.'")
    op.execute(
        "COMMENT ON COLUMN decision_option.child_same_as_id IS 'The record that the one of child_id leads on to, where it was taken back for one.'"
    )
    op.execute(
        "COMMENT ON COLUMN decision_option.child_file_id IS 'The record in whose file the row stands by child_id.'"
    )
    op.execute("CREATE INDEX decision_option_child_id_idx ON decision_option (country_code, child_file_id, id)")
    op.execute("CREATE INDEX decision_option_choice_idx ON decision_option (country_code, choice, id)")
    op.execute("CREATE INDEX decision_option_decision_id_idx ON decision_option (country_code, decision_id, id)")
    op.execute("CREATE INDEX decision_option_home_id_idx ON decision_option (country_code, home_id, id)")
    op.execute(
        "CREATE UNIQUE INDEX decision_option_home_key ON decision_option (country_code, decision_id, home_id) WHERE voided_at IS NULL"
    )
    op.execute("CREATE INDEX decision_option_programme_id_idx ON decision_option (country_code, programme_id, id)")
    op.execute(
        "CREATE UNIQUE INDEX decision_option_taken_key ON decision_option (country_code, decision_id) WHERE choice = 'TAKEN' AND voided_at IS NULL"
    )
    op.execute("ALTER TABLE decision_option ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE decision_option FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE decision_option ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY decision_option_caseworker ON decision_option TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, decision_id, home_id, choice, why, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, decision_id, home_id, choice, why), UPDATE (version, updated_at, home_id, choice, why, voided_at, void_reason) ON decision_option TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY decision_option_office ON decision_option TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, decision_id, home_id, choice, why, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, decision_id, home_id, choice, why, voided_at, void_reason), UPDATE (version, updated_at, programme_id, home_id, choice, why, voided_at, void_reason, child_same_as_id) ON decision_option TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON decision_option TO hearth_operator")
    op.execute("GRANT SELECT (code, key, jurisdiction, from_day, until_day, whole) ON policy TO hearth_statistics")
    op.execute("GRANT SELECT (jurisdiction) ON programme TO hearth_statistics")
    op.execute("GRANT SELECT (programme_id) ON decision TO hearth_statistics")
    # Who took part leads to a relative of the same child.
    op.execute("DROP INDEX relative_child_id_idx")
    op.execute("CREATE UNIQUE INDEX relative_child_id_idx ON relative (country_code, child_file_id, id)")
    op.execute("ALTER TABLE participation ADD COLUMN relative_id UUID")
    op.execute("COMMENT ON COLUMN participation.relative_id IS 'Who they are, where they are of the child''s family.'")
    op.execute("ALTER TABLE task ADD COLUMN decision_id UUID")
    op.execute("COMMENT ON COLUMN task.decision_id IS 'The decision that it is to carry out.'")
    op.execute(
        "ALTER TABLE participation ADD CONSTRAINT participation_relative_id_fkey FOREIGN KEY(country_code, child_file_id, relative_id) REFERENCES relative (country_code, child_file_id, id) DEFERRABLE INITIALLY DEFERRED"
    )
    op.execute(
        "ALTER TABLE task ADD CONSTRAINT task_decision_id_fkey FOREIGN KEY(country_code, child_file_id, decision_id) REFERENCES decision (country_code, child_file_id, id) DEFERRABLE INITIALLY DEFERRED"
    )
    op.execute("CREATE INDEX participation_relative_id_idx ON participation (country_code, relative_id, id)")
    op.execute("CREATE INDEX task_decision_id_idx ON task (country_code, decision_id, id)")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, decision_id, gatekeeping_id, role, present, how, asked_by, language, view, agrees, effect, name, relative_id, caregiver_id, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, decision_id, gatekeeping_id, role, present, how, asked_by, language, view, agrees, effect, name, relative_id, caregiver_id), UPDATE (version, updated_at, role, present, how, asked_by, language, view, agrees, effect, name, relative_id, caregiver_id, voided_at, void_reason) ON participation TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, decision_id, gatekeeping_id, role, present, how, asked_by, language, view, agrees, effect, name, relative_id, caregiver_id, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, decision_id, gatekeeping_id, role, present, how, asked_by, language, view, agrees, effect, name, relative_id, caregiver_id, voided_at, void_reason), UPDATE (version, updated_at, programme_id, role, present, how, asked_by, language, view, agrees, effect, name, relative_id, caregiver_id, voided_at, void_reason, child_same_as_id) ON participation TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (country_code, decision_id, role, present, how, voided_at) ON participation TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON participation TO hearth_operator")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, kind, title, assigned_to, due_on, done_on, outcome, care_episode_id, decision_id, voided_at, void_reason, not_owed_from, not_owed_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, kind, title, assigned_to, due_on, done_on, outcome, care_episode_id, decision_id), UPDATE (version, updated_at, kind, title, assigned_to, due_on, done_on, outcome, care_episode_id, decision_id, voided_at, void_reason, not_owed_from, not_owed_reason) ON task TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, kind, title, assigned_to, due_on, done_on, outcome, care_episode_id, decision_id, voided_at, void_reason, not_owed_from, not_owed_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, kind, title, assigned_to, due_on, done_on, outcome, care_episode_id, decision_id, voided_at, void_reason, not_owed_from, not_owed_reason), UPDATE (version, updated_at, programme_id, kind, title, assigned_to, due_on, done_on, outcome, care_episode_id, decision_id, voided_at, void_reason, not_owed_from, not_owed_reason, child_same_as_id) ON task TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON task TO hearth_operator")


def downgrade() -> None:
    op.execute("REVOKE SELECT (code, key, jurisdiction, from_day, until_day, whole) ON policy FROM hearth_statistics")
    op.execute("REVOKE SELECT (jurisdiction) ON programme FROM hearth_statistics")
    op.execute("REVOKE SELECT (programme_id) ON decision FROM hearth_statistics")
    op.execute("DROP INDEX task_decision_id_idx")
    op.execute("DROP INDEX participation_relative_id_idx")
    op.execute("ALTER TABLE task DROP CONSTRAINT task_decision_id_fkey")
    op.execute("ALTER TABLE participation DROP CONSTRAINT participation_relative_id_fkey")
    op.execute("ALTER TABLE task DROP COLUMN decision_id")
    op.execute("ALTER TABLE participation DROP COLUMN relative_id")
    op.execute("DROP INDEX relative_child_id_idx")
    op.execute("CREATE INDEX relative_child_id_idx ON relative (country_code, child_file_id, id)")
    op.execute("DROP TABLE decision_option")
