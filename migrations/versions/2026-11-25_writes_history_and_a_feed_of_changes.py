"""Writes history and a feed of changes."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.execute(
        """
        ALTER TABLE child ADD COLUMN reason_for_care TEXT COLLATE "C"
        """
    )
    op.execute(
        "ALTER TABLE child ADD CONSTRAINT child_reason_for_care_check CHECK (reason_for_care IN ('DEATH_OF_PARENTS', 'PARENTS_UNKNOWN', 'RELINQUISHMENT', 'NEGLECT', 'ABUSE', 'VIOLENCE_IN_THE_FAMILY', 'ILLNESS_OF_A_PARENT', 'ABSENCE_OF_PARENTS', 'SEPARATION_IN_AN_EMERGENCY', 'UNACCOMPANIED_MIGRATION', 'OWN_WISH', 'OTHER'))"
    )
    op.execute(
        "COMMENT ON COLUMN child.reason_for_care IS 'Why the child came into care; empty where it is not on record.'"
    )
    op.execute("ALTER TABLE placement ADD COLUMN voided_at TIMESTAMP WITH TIME ZONE")
    op.execute(
        """
        ALTER TABLE placement ADD COLUMN void_reason TEXT COLLATE "C"
        """
    )
    op.execute(
        "COMMENT ON COLUMN placement.voided_at IS 'When the placement was found to have been recorded in error; lists and counts leave it out.'"
    )
    op.execute("COMMENT ON COLUMN placement.void_reason IS 'How the error came about.'")
    op.execute(
        "ALTER TABLE placement ADD CONSTRAINT placement_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL))"
    )
    op.execute("ALTER TABLE placement DROP CONSTRAINT placement_one_home_at_a_time")
    op.execute(
        "ALTER TABLE placement ADD CONSTRAINT placement_one_home_at_a_time EXCLUDE USING gist (country_code WITH =, child_id WITH =, daterange(started_on, ended_on) WITH &&) WHERE (voided_at IS NULL AND id IS NOT NULL)"
    )
    op.execute(
        "GRANT INSERT (country_code, id, name, kind, started_on, ended_on, annual_budget) ON programme TO hearth_office"
    )
    op.execute("GRANT UPDATE (version, updated_at, locality) ON home TO hearth_caseworker")
    op.execute(
        "GRANT INSERT (country_code, id, programme_id, name, form, capacity, locality, opened_on), UPDATE (version, updated_at, name, capacity, locality, closed_on) ON home TO hearth_office"
    )
    op.execute(
        "GRANT INSERT (country_code, id, name, kind, locality), UPDATE (version, updated_at, name, kind, locality) ON community_partner TO hearth_caseworker"
    )
    op.execute(
        "GRANT INSERT (country_code, id, name, kind, locality), UPDATE (version, updated_at, name, kind, locality) ON community_partner TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (reason_for_care), INSERT (country_code, id, programme_id, case_number, given_name, family_name, birth_date, birth_date_precision, sex, first_language, interests, enrolled_on, reason_for_care), UPDATE (version, updated_at, case_number, family_name, birth_date, birth_date_precision, sex, first_language, interests, reason_for_care) ON child TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (reason_for_care), INSERT (country_code, id, programme_id, case_number, given_name, family_name, birth_date, birth_date_precision, sex, first_language, interests, enrolled_on, reason_for_care), UPDATE (version, updated_at, programme_id, case_number, given_name, family_name, birth_date, birth_date_precision, sex, first_language, interests, enrolled_on, reason_for_care) ON child TO hearth_office"
    )
    op.execute(
        "GRANT INSERT (country_code, id, child_id, sibling_id, programme_id, sibling_name, kind, started_on) ON sibling_bond TO hearth_caseworker"
    )
    op.execute(
        "GRANT INSERT (country_code, id, child_id, sibling_id, programme_id, sibling_name, kind, started_on), UPDATE (version, updated_at, programme_id, sibling_name) ON sibling_bond TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (voided_at, void_reason), INSERT (country_code, id, child_id, home_id, programme_id, home_name, started_on, ended_on, start_reason, end_reason), UPDATE (version, updated_at, home_id, home_name, started_on, ended_on, start_reason, end_reason, voided_at, void_reason) ON placement TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (voided_at, void_reason), INSERT (country_code, id, child_id, home_id, programme_id, home_name, started_on, ended_on, start_reason, end_reason), UPDATE (version, updated_at, home_id, programme_id, home_name, started_on, ended_on, start_reason, end_reason, voided_at, void_reason) ON placement TO hearth_office"
    )
    op.execute(
        "GRANT INSERT (country_code, id, programme_id, child_id, home_id, partner_id, kind, started_on, ended_on, note), UPDATE (version, updated_at, ended_on, note) ON community_link TO hearth_caseworker"
    )
    op.execute(
        "GRANT INSERT (country_code, id, programme_id, child_id, home_id, partner_id, kind, started_on, ended_on, note), UPDATE (version, updated_at, programme_id, ended_on, note) ON community_link TO hearth_office"
    )
    op.execute(
        """
        CREATE TABLE change (
          country_code TEXT COLLATE "C" NOT NULL,
          number BIGINT NOT NULL,
          type TEXT COLLATE "C" NOT NULL,
          row_id UUID NOT NULL,
          kind TEXT COLLATE "C" NOT NULL,
          programme_id UUID,
          changed_at TIMESTAMP WITH TIME ZONE DEFAULT statement_timestamp() NOT NULL,
          PRIMARY KEY (country_code, number),
          CONSTRAINT change_kind_check CHECK (kind IN ('CREATED', 'UPDATED', 'VOIDED', 'LEFT'))
        )
        """
    )
    op.execute("COMMENT ON TABLE change IS 'That a row changed.'")
    op.execute("COMMENT ON COLUMN change.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN change.number IS 'Its place in the country''s feed, from 1.'")
    op.execute("COMMENT ON COLUMN change.type IS 'The GraphQL type of the row that changed.'")
    op.execute("COMMENT ON COLUMN change.row_id IS 'The row that changed.'")
    op.execute("COMMENT ON COLUMN change.kind IS 'What happened to it.'")
    op.execute(
        "COMMENT ON COLUMN change.programme_id IS 'The programme whose caseworkers hear of it; all of the country''s where there is none.'"
    )
    op.execute("COMMENT ON COLUMN change.changed_at IS 'When.'")
    op.execute("ALTER TABLE change ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE change FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE change ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY change_caseworker ON change TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND coalesce(programme_id::text, '') = ANY (string_to_array(coalesce(current_setting('hearth.programmes', true), '') || ',', ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, number, type, row_id, kind, programme_id, changed_at), INSERT (country_code, number, type, row_id, kind, programme_id) ON change TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY change_office ON change TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, number, type, row_id, kind, programme_id, changed_at), INSERT (country_code, number, type, row_id, kind, programme_id) ON change TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON change TO hearth_operator")
    op.execute(
        """
        CREATE TABLE change_counter (
          country_code TEXT COLLATE "C" NOT NULL,
          last BIGINT NOT NULL,
          PRIMARY KEY (country_code)
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE change_counter IS 'The last number of each country''s feed; whoever writes holds it until the transaction commits.'"
    )
    op.execute("COMMENT ON COLUMN change_counter.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN change_counter.last IS 'The number taken last.'")
    op.execute("ALTER TABLE change_counter ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE change_counter FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE change_counter ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY change_counter_caseworker ON change_counter TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, last), INSERT (country_code, last), UPDATE (last) ON change_counter TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY change_counter_office ON change_counter TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, last), INSERT (country_code, last), UPDATE (last) ON change_counter TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON change_counter TO hearth_operator")
    op.execute(
        """
        CREATE TABLE history_personal (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          type TEXT COLLATE "C" NOT NULL,
          row_id UUID NOT NULL,
          version INTEGER NOT NULL,
          programme_id UUID,
          recorded_at TIMESTAMP WITH TIME ZONE DEFAULT statement_timestamp() NOT NULL,
          issuer TEXT COLLATE "C" NOT NULL,
          subject TEXT COLLATE "C" NOT NULL,
          operation TEXT COLLATE "C" NOT NULL,
          reason TEXT COLLATE "C",
          before JSONB,
          after JSONB NOT NULL,
          PRIMARY KEY (country_code, id)
        )
        """
    )
    op.execute("COMMENT ON TABLE history_personal IS 'History of what names or identifies a person.'")
    op.execute("COMMENT ON COLUMN history_personal.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN history_personal.id IS 'The entry.'")
    op.execute("COMMENT ON COLUMN history_personal.type IS 'The GraphQL type of the row that was written.'")
    op.execute("COMMENT ON COLUMN history_personal.row_id IS 'The row that was written.'")
    op.execute("COMMENT ON COLUMN history_personal.version IS 'The row''s version after the write.'")
    op.execute("COMMENT ON COLUMN history_personal.programme_id IS 'The programme that is responsible for the row.'")
    op.execute("COMMENT ON COLUMN history_personal.recorded_at IS 'When.'")
    op.execute("COMMENT ON COLUMN history_personal.issuer IS 'Who vouched for whoever wrote.'")
    op.execute("COMMENT ON COLUMN history_personal.subject IS 'Who wrote, at that issuer.'")
    op.execute("COMMENT ON COLUMN history_personal.operation IS 'The mutation, or the command.'")
    op.execute("COMMENT ON COLUMN history_personal.reason IS 'Why, where the operation asks for it.'")
    op.execute(
        "COMMENT ON COLUMN history_personal.before IS 'What the columns held, by GraphQL name; empty for a new row.'"
    )
    op.execute("COMMENT ON COLUMN history_personal.after IS 'What they hold since, by GraphQL name.'")
    op.execute("CREATE INDEX history_personal_row_id_idx ON history_personal (country_code, row_id, version)")
    op.execute("ALTER TABLE history_personal ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE history_personal FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE history_personal ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY history_personal_caseworker ON history_personal TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND coalesce(programme_id::text, '') = ANY (string_to_array(coalesce(current_setting('hearth.programmes', true), '') || ',', ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, type, row_id, version, programme_id, recorded_at, issuer, subject, operation, reason, before, after), INSERT (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) ON history_personal TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY history_personal_office ON history_personal TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, type, row_id, version, programme_id, recorded_at, issuer, subject, operation, reason, before, after), INSERT (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after), UPDATE (programme_id) ON history_personal TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON history_personal TO hearth_operator")
    op.execute(
        """
        CREATE TABLE history_plain (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          type TEXT COLLATE "C" NOT NULL,
          row_id UUID NOT NULL,
          version INTEGER NOT NULL,
          programme_id UUID,
          recorded_at TIMESTAMP WITH TIME ZONE DEFAULT statement_timestamp() NOT NULL,
          issuer TEXT COLLATE "C" NOT NULL,
          subject TEXT COLLATE "C" NOT NULL,
          operation TEXT COLLATE "C" NOT NULL,
          reason TEXT COLLATE "C",
          before JSONB,
          after JSONB NOT NULL,
          PRIMARY KEY (country_code, id)
        )
        """
    )
    op.execute("COMMENT ON TABLE history_plain IS 'History of what says nothing of a person.'")
    op.execute("COMMENT ON COLUMN history_plain.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN history_plain.id IS 'The entry.'")
    op.execute("COMMENT ON COLUMN history_plain.type IS 'The GraphQL type of the row that was written.'")
    op.execute("COMMENT ON COLUMN history_plain.row_id IS 'The row that was written.'")
    op.execute("COMMENT ON COLUMN history_plain.version IS 'The row''s version after the write.'")
    op.execute("COMMENT ON COLUMN history_plain.programme_id IS 'The programme that is responsible for the row.'")
    op.execute("COMMENT ON COLUMN history_plain.recorded_at IS 'When.'")
    op.execute("COMMENT ON COLUMN history_plain.issuer IS 'Who vouched for whoever wrote.'")
    op.execute("COMMENT ON COLUMN history_plain.subject IS 'Who wrote, at that issuer.'")
    op.execute("COMMENT ON COLUMN history_plain.operation IS 'The mutation, or the command.'")
    op.execute("COMMENT ON COLUMN history_plain.reason IS 'Why, where the operation asks for it.'")
    op.execute(
        "COMMENT ON COLUMN history_plain.before IS 'What the columns held, by GraphQL name; empty for a new row.'"
    )
    op.execute("COMMENT ON COLUMN history_plain.after IS 'What they hold since, by GraphQL name.'")
    op.execute("CREATE INDEX history_plain_row_id_idx ON history_plain (country_code, row_id, version)")
    op.execute("ALTER TABLE history_plain ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE history_plain FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE history_plain ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY history_plain_caseworker ON history_plain TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND coalesce(programme_id::text, '') = ANY (string_to_array(coalesce(current_setting('hearth.programmes', true), '') || ',', ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, type, row_id, version, programme_id, recorded_at, issuer, subject, operation, reason, before, after), INSERT (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) ON history_plain TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY history_plain_office ON history_plain TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, type, row_id, version, programme_id, recorded_at, issuer, subject, operation, reason, before, after), INSERT (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after), UPDATE (programme_id) ON history_plain TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON history_plain TO hearth_operator")
    op.execute(
        """
        CREATE TABLE history_sensitive (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          type TEXT COLLATE "C" NOT NULL,
          row_id UUID NOT NULL,
          version INTEGER NOT NULL,
          programme_id UUID,
          recorded_at TIMESTAMP WITH TIME ZONE DEFAULT statement_timestamp() NOT NULL,
          issuer TEXT COLLATE "C" NOT NULL,
          subject TEXT COLLATE "C" NOT NULL,
          operation TEXT COLLATE "C" NOT NULL,
          reason TEXT COLLATE "C",
          before JSONB,
          after JSONB NOT NULL,
          PRIMARY KEY (country_code, id)
        )
        """
    )
    op.execute("COMMENT ON TABLE history_sensitive IS 'History of everything else that stays in the country.'")
    op.execute("COMMENT ON COLUMN history_sensitive.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN history_sensitive.id IS 'The entry.'")
    op.execute("COMMENT ON COLUMN history_sensitive.type IS 'The GraphQL type of the row that was written.'")
    op.execute("COMMENT ON COLUMN history_sensitive.row_id IS 'The row that was written.'")
    op.execute("COMMENT ON COLUMN history_sensitive.version IS 'The row''s version after the write.'")
    op.execute("COMMENT ON COLUMN history_sensitive.programme_id IS 'The programme that is responsible for the row.'")
    op.execute("COMMENT ON COLUMN history_sensitive.recorded_at IS 'When.'")
    op.execute("COMMENT ON COLUMN history_sensitive.issuer IS 'Who vouched for whoever wrote.'")
    op.execute("COMMENT ON COLUMN history_sensitive.subject IS 'Who wrote, at that issuer.'")
    op.execute("COMMENT ON COLUMN history_sensitive.operation IS 'The mutation, or the command.'")
    op.execute("COMMENT ON COLUMN history_sensitive.reason IS 'Why, where the operation asks for it.'")
    op.execute(
        "COMMENT ON COLUMN history_sensitive.before IS 'What the columns held, by GraphQL name; empty for a new row.'"
    )
    op.execute("COMMENT ON COLUMN history_sensitive.after IS 'What they hold since, by GraphQL name.'")
    op.execute("CREATE INDEX history_sensitive_row_id_idx ON history_sensitive (country_code, row_id, version)")
    op.execute("ALTER TABLE history_sensitive ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE history_sensitive FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE history_sensitive ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY history_sensitive_caseworker ON history_sensitive TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND coalesce(programme_id::text, '') = ANY (string_to_array(coalesce(current_setting('hearth.programmes', true), '') || ',', ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, type, row_id, version, programme_id, recorded_at, issuer, subject, operation, reason, before, after), INSERT (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) ON history_sensitive TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY history_sensitive_office ON history_sensitive TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, type, row_id, version, programme_id, recorded_at, issuer, subject, operation, reason, before, after), INSERT (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after), UPDATE (programme_id) ON history_sensitive TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON history_sensitive TO hearth_operator")
    op.execute(
        """
        CREATE TABLE home_stay (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID NOT NULL,
          home_id UUID NOT NULL,
          started_on DATE NOT NULL,
          ended_on DATE,
          voided_at TIMESTAMP WITH TIME ZONE,
          PRIMARY KEY (country_code, id),
          CONSTRAINT home_stay_ended_on_check CHECK (ended_on > started_on)
        )
        """
    )
    op.execute("COMMENT ON TABLE home_stay IS 'The days of a home that one placement takes.'")
    op.execute("COMMENT ON COLUMN home_stay.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN home_stay.id IS 'The placement''s id.'")
    op.execute("COMMENT ON COLUMN home_stay.home_id IS 'The home.'")
    op.execute("COMMENT ON COLUMN home_stay.started_on IS 'The first day.'")
    op.execute("COMMENT ON COLUMN home_stay.ended_on IS 'The first day no longer taken; empty while that is open.'")
    op.execute("COMMENT ON COLUMN home_stay.voided_at IS 'When the placement was found to be an error.'")
    op.execute("CREATE INDEX home_stay_home_id_idx ON home_stay (country_code, home_id, started_on, ended_on)")
    op.execute("ALTER TABLE home_stay ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE home_stay FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE home_stay ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY home_stay_caseworker ON home_stay TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, home_id, started_on, ended_on, voided_at), INSERT (country_code, id, home_id, started_on, ended_on, voided_at), UPDATE (home_id, started_on, ended_on, voided_at) ON home_stay TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY home_stay_office ON home_stay TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, home_id, started_on, ended_on, voided_at), INSERT (country_code, id, home_id, started_on, ended_on, voided_at), UPDATE (home_id, started_on, ended_on, voided_at) ON home_stay TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON home_stay TO hearth_operator")
    op.execute(
        """
        CREATE TABLE idempotency_key (
          country_code TEXT COLLATE "C" NOT NULL,
          issuer TEXT COLLATE "C" NOT NULL,
          subject TEXT COLLATE "C" NOT NULL,
          key TEXT COLLATE "C" NOT NULL,
          path TEXT COLLATE "C" NOT NULL,
          digest TEXT COLLATE "C" NOT NULL,
          ids TEXT[] COLLATE "C" NOT NULL,
          refusals TEXT[] COLLATE "C" NOT NULL,
          recorded_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          PRIMARY KEY (country_code, issuer, subject, key, path)
        )
        """
    )
    op.execute("COMMENT ON TABLE idempotency_key IS 'A write that was sent under a key.'")
    op.execute("COMMENT ON COLUMN idempotency_key.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN idempotency_key.issuer IS 'Who vouched for the subject.'")
    op.execute("COMMENT ON COLUMN idempotency_key.subject IS 'Who sent it.'")
    op.execute("COMMENT ON COLUMN idempotency_key.key IS 'The key.'")
    op.execute("COMMENT ON COLUMN idempotency_key.path IS 'The response path of the mutation.'")
    op.execute("COMMENT ON COLUMN idempotency_key.digest IS 'SHA-256 of the mutation and its input, in hexadecimal.'")
    op.execute("COMMENT ON COLUMN idempotency_key.ids IS 'The ids that were touched; the payload''s first.'")
    op.execute("COMMENT ON COLUMN idempotency_key.refusals IS 'The checks that refused it; none where it was written.'")
    op.execute("COMMENT ON COLUMN idempotency_key.recorded_at IS 'When.'")
    op.execute("ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE idempotency_key FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE idempotency_key ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY idempotency_key_caseworker ON idempotency_key TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, issuer, subject, key, path, digest, ids, refusals, recorded_at), INSERT (country_code, issuer, subject, key, path, digest, ids, refusals), UPDATE (digest, ids, refusals, recorded_at) ON idempotency_key TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY idempotency_key_office ON idempotency_key TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, issuer, subject, key, path, digest, ids, refusals, recorded_at), INSERT (country_code, issuer, subject, key, path, digest, ids, refusals), UPDATE (digest, ids, refusals, recorded_at) ON idempotency_key TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON idempotency_key TO hearth_operator")
    op.execute(
        """
        CREATE TABLE placement_exception (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          placement_id UUID NOT NULL,
          home_id UUID NOT NULL,
          programme_id UUID NOT NULL,
          rule TEXT COLLATE "C" NOT NULL,
          dated DATE NOT NULL,
          reason TEXT COLLATE "C" NOT NULL,
          authorised_by TEXT COLLATE "C" NOT NULL,
          PRIMARY KEY (country_code, id),
          CONSTRAINT placement_exception_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT placement_exception_placement_id_fkey FOREIGN KEY(country_code, placement_id) REFERENCES placement (country_code, id),
          CONSTRAINT placement_exception_home_id_fkey FOREIGN KEY(country_code, home_id) REFERENCES home (country_code, id),
          CONSTRAINT placement_exception_programme_id_fkey FOREIGN KEY(country_code, programme_id) REFERENCES programme (country_code, id),
          CONSTRAINT placement_exception_rule_check CHECK (rule IN ('CAPACITY'))
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE placement_exception IS 'That a placement broke a rule when it was recorded as a fact: why, and who authorised it; it stays on record.'"
    )
    op.execute("COMMENT ON COLUMN placement_exception.country_code IS 'The country that the row belongs to.'")
    op.execute(
        "COMMENT ON COLUMN placement_exception.id IS 'The row''s identity; a client may make it when it creates.'"
    )
    op.execute("COMMENT ON COLUMN placement_exception.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN placement_exception.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN placement_exception.updated_at IS 'When the row last changed.'")
    op.execute("COMMENT ON COLUMN placement_exception.placement_id IS 'The placement.'")
    op.execute("COMMENT ON COLUMN placement_exception.home_id IS 'The home.'")
    op.execute(
        "COMMENT ON COLUMN placement_exception.programme_id IS 'The programme that is responsible for the child.'"
    )
    op.execute("COMMENT ON COLUMN placement_exception.rule IS 'The rule that was broken.'")
    op.execute("COMMENT ON COLUMN placement_exception.dated IS 'The first day on which it was.'")
    op.execute("COMMENT ON COLUMN placement_exception.reason IS 'Why it had to be.'")
    op.execute("COMMENT ON COLUMN placement_exception.authorised_by IS 'Who authorised it.'")
    op.execute("CREATE INDEX placement_exception_dated_idx ON placement_exception (country_code, dated, id)")
    op.execute("CREATE INDEX placement_exception_home_id_idx ON placement_exception (country_code, home_id, id)")
    op.execute(
        "CREATE INDEX placement_exception_placement_id_idx ON placement_exception (country_code, placement_id, id)"
    )
    op.execute(
        "CREATE INDEX placement_exception_programme_id_idx ON placement_exception (country_code, programme_id, id)"
    )
    op.execute("CREATE INDEX placement_exception_rule_idx ON placement_exception (country_code, rule, id)")
    op.execute("ALTER TABLE placement_exception ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE placement_exception FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE placement_exception ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY placement_exception_caseworker ON placement_exception TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, placement_id, home_id, programme_id, rule, dated, reason, authorised_by), INSERT (country_code, id, placement_id, home_id, programme_id, rule, dated, reason, authorised_by) ON placement_exception TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY placement_exception_office ON placement_exception TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, placement_id, home_id, programme_id, rule, dated, reason, authorised_by), INSERT (country_code, id, placement_id, home_id, programme_id, rule, dated, reason, authorised_by), UPDATE (version, updated_at, programme_id) ON placement_exception TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON placement_exception TO hearth_operator")
    # Which days of a home are taken: one row for each placement there is. The owner sees none while row security is forced.
    op.execute("ALTER TABLE placement NO FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE home_stay NO FORCE ROW LEVEL SECURITY")
    op.execute(
        "INSERT INTO home_stay (country_code, id, home_id, started_on, ended_on) SELECT country_code, id, home_id, started_on, ended_on FROM placement"
    )
    op.execute("ALTER TABLE home_stay FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE placement FORCE ROW LEVEL SECURITY")


def downgrade() -> None:
    op.execute("DROP TABLE placement_exception")
    op.execute("DROP TABLE idempotency_key")
    op.execute("DROP TABLE home_stay")
    op.execute("DROP TABLE history_sensitive")
    op.execute("DROP TABLE history_plain")
    op.execute("DROP TABLE history_personal")
    op.execute("DROP TABLE change_counter")
    op.execute("DROP TABLE change")
    op.execute(
        "REVOKE INSERT (country_code, id, name, kind, started_on, ended_on, annual_budget) ON programme FROM hearth_office"
    )
    op.execute("REVOKE UPDATE (version, updated_at, locality) ON home FROM hearth_caseworker")
    op.execute(
        "REVOKE INSERT (country_code, id, programme_id, name, form, capacity, locality, opened_on), UPDATE (version, updated_at, name, capacity, locality, closed_on) ON home FROM hearth_office"
    )
    op.execute(
        "REVOKE INSERT (country_code, id, name, kind, locality), UPDATE (version, updated_at, name, kind, locality) ON community_partner FROM hearth_caseworker"
    )
    op.execute(
        "REVOKE INSERT (country_code, id, name, kind, locality), UPDATE (version, updated_at, name, kind, locality) ON community_partner FROM hearth_office"
    )
    op.execute(
        "REVOKE INSERT (country_code, id, programme_id, case_number, given_name, family_name, birth_date, birth_date_precision, sex, first_language, interests, enrolled_on, reason_for_care), UPDATE (version, updated_at, case_number, family_name, birth_date, birth_date_precision, sex, first_language, interests, reason_for_care) ON child FROM hearth_caseworker"
    )
    op.execute(
        "REVOKE INSERT (country_code, id, programme_id, case_number, given_name, family_name, birth_date, birth_date_precision, sex, first_language, interests, enrolled_on, reason_for_care), UPDATE (version, updated_at, programme_id, case_number, given_name, family_name, birth_date, birth_date_precision, sex, first_language, interests, enrolled_on, reason_for_care) ON child FROM hearth_office"
    )
    op.execute(
        "REVOKE INSERT (country_code, id, child_id, sibling_id, programme_id, sibling_name, kind, started_on) ON sibling_bond FROM hearth_caseworker"
    )
    op.execute(
        "REVOKE INSERT (country_code, id, child_id, sibling_id, programme_id, sibling_name, kind, started_on), UPDATE (version, updated_at, programme_id, sibling_name) ON sibling_bond FROM hearth_office"
    )
    op.execute(
        "REVOKE INSERT (country_code, id, child_id, home_id, programme_id, home_name, started_on, ended_on, start_reason, end_reason), UPDATE (version, updated_at, home_id, home_name, started_on, ended_on, start_reason, end_reason, voided_at, void_reason) ON placement FROM hearth_caseworker"
    )
    op.execute(
        "REVOKE INSERT (country_code, id, child_id, home_id, programme_id, home_name, started_on, ended_on, start_reason, end_reason), UPDATE (version, updated_at, home_id, programme_id, home_name, started_on, ended_on, start_reason, end_reason, voided_at, void_reason) ON placement FROM hearth_office"
    )
    op.execute(
        "REVOKE INSERT (country_code, id, programme_id, child_id, home_id, partner_id, kind, started_on, ended_on, note), UPDATE (version, updated_at, ended_on, note) ON community_link FROM hearth_caseworker"
    )
    op.execute(
        "REVOKE INSERT (country_code, id, programme_id, child_id, home_id, partner_id, kind, started_on, ended_on, note), UPDATE (version, updated_at, programme_id, ended_on, note) ON community_link FROM hearth_office"
    )
    op.execute("ALTER TABLE placement DROP CONSTRAINT placement_one_home_at_a_time")
    op.execute(
        "ALTER TABLE placement ADD CONSTRAINT placement_one_home_at_a_time EXCLUDE USING gist (country_code WITH =, child_id WITH =, daterange(started_on, ended_on) WITH &&) WHERE (id IS NOT NULL)"
    )
    op.execute("ALTER TABLE placement DROP CONSTRAINT placement_void_reason_given")
    op.execute("ALTER TABLE placement DROP COLUMN void_reason")
    op.execute("ALTER TABLE placement DROP COLUMN voided_at")
    op.execute("ALTER TABLE child DROP CONSTRAINT child_reason_for_care_check")
    op.execute("ALTER TABLE child DROP COLUMN reason_for_care")
