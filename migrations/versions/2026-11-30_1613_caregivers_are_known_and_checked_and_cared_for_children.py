"""Caregivers are known and checked and cared for children."""

from __future__ import annotations

from alembic import op

revision = "202611301613"
down_revision = "202611301604"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE caregiver (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          programme_id UUID NOT NULL,
          given_name TEXT COLLATE "C" NOT NULL,
          family_name TEXT COLLATE "C",
          birth_date DATE,
          birth_date_precision TEXT COLLATE "C",
          kind TEXT COLLATE "C" NOT NULL,
          qualification TEXT COLLATE "C",
          minimum_qualification TEXT COLLATE "C" DEFAULT 'NOT_KNOWN' NOT NULL,
          phone TEXT COLLATE "C",
          engaged_on DATE NOT NULL,
          left_on DATE,
          cleared_until DATE,
          login_issuer TEXT COLLATE "C",
          login_subject TEXT COLLATE "C",
          voided_at TIMESTAMP WITH TIME ZONE,
          void_reason TEXT COLLATE "C",
          given_name_order TEXT COLLATE "C" DEFAULT '' NOT NULL,
          family_name_order TEXT COLLATE "C" DEFAULT '',
          PRIMARY KEY (country_code, id),
          CONSTRAINT caregiver_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT caregiver_programme_id_fkey FOREIGN KEY(country_code, programme_id) REFERENCES programme (country_code, id),
          CONSTRAINT caregiver_birth_date_precision_check CHECK (birth_date_precision IN ('DAY', 'MONTH', 'YEAR', 'ESTIMATED')),
          CONSTRAINT caregiver_birth_date_precision_known CHECK ((birth_date IS NULL) = (birth_date_precision IS NULL)),
          CONSTRAINT caregiver_kind_check CHECK (kind IN ('FAMILY_CARER', 'STAFF', 'MANAGER', 'SOCIAL_WORKER', 'HOUSEHOLD_ADULT')),
          CONSTRAINT caregiver_qualification_check CHECK (qualification IN ('ISCED_0', 'ISCED_1', 'ISCED_2', 'ISCED_3', 'ISCED_4', 'ISCED_5', 'ISCED_6', 'ISCED_7', 'ISCED_8')),
          CONSTRAINT caregiver_minimum_qualification_check CHECK (minimum_qualification IN ('YES', 'NO', 'NOT_KNOWN')),
          CONSTRAINT caregiver_left_on_check CHECK (left_on > engaged_on),
          CONSTRAINT caregiver_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL))
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE caregiver IS 'An adult who cares for children, lives where they live, or answers for those who do (paragraphs 71, 106-122).'"
    )
    op.execute("COMMENT ON COLUMN caregiver.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN caregiver.id IS 'The row''s identity; a client may make it when it creates.'")
    op.execute("COMMENT ON COLUMN caregiver.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN caregiver.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN caregiver.updated_at IS 'When the row last changed.'")
    op.execute("COMMENT ON COLUMN caregiver.programme_id IS 'The programme that has engaged the caregiver.'")
    op.execute("COMMENT ON COLUMN caregiver.given_name IS 'The name that the caregiver is called by.'")
    op.execute("COMMENT ON COLUMN caregiver.family_name IS 'The family''s name; some people have one name only.'")
    op.execute(
        "COMMENT ON COLUMN caregiver.birth_date IS 'The day of birth, or the first day of the time that is known; empty where it is unknown.'"
    )
    op.execute("COMMENT ON COLUMN caregiver.birth_date_precision IS 'How much of the birth date is known.'")
    op.execute("COMMENT ON COLUMN caregiver.kind IS 'What the caregiver is, as far as checks hang on it.'")
    op.execute(
        "COMMENT ON COLUMN caregiver.qualification IS 'The highest level of education that was completed; empty where nobody has written that down.'"
    )
    op.execute(
        "COMMENT ON COLUMN caregiver.minimum_qualification IS 'Whether the caregiver has what the country asks of one of that kind at least.'"
    )
    op.execute("COMMENT ON COLUMN caregiver.phone IS 'Where the office reaches the caregiver.'")
    op.execute("COMMENT ON COLUMN caregiver.engaged_on IS 'The first day.'")
    op.execute("COMMENT ON COLUMN caregiver.left_on IS 'The first day no longer there; empty while it goes on.'")
    op.execute(
        "COMMENT ON COLUMN caregiver.cleared_until IS 'The first day on which the caregiver is cleared no longer, by the newest check of every kind that the country asks of one: `9999-12-31` for no end; empty where one of them is missing, was not passed, or nobody knows.'"
    )
    op.execute("COMMENT ON COLUMN caregiver.login_issuer IS 'Who vouches for the caregiver''s login.'")
    op.execute(
        "COMMENT ON COLUMN caregiver.login_subject IS 'What the issuer calls the caregiver: what is sealed is kept from who it is about.'"
    )
    op.execute(
        "COMMENT ON COLUMN caregiver.voided_at IS 'When the caregiver was found to have been recorded in error; lists and counts leave it out.'"
    )
    op.execute("COMMENT ON COLUMN caregiver.void_reason IS 'How the error came about.'")
    op.execute(
        "COMMENT ON COLUMN caregiver.given_name_order IS 'What lists are ordered by in place of given_name, as people of the country order.'"
    )
    op.execute(
        "COMMENT ON COLUMN caregiver.family_name_order IS 'What lists are ordered by in place of family_name, as people of the country order.'"
    )
    op.execute("CREATE INDEX caregiver_cleared_until_idx ON caregiver (country_code, cleared_until, id)")
    op.execute("CREATE INDEX caregiver_engaged_on_idx ON caregiver (country_code, engaged_on, id)")
    op.execute("CREATE INDEX caregiver_family_name_idx ON caregiver (country_code, family_name, id)")
    op.execute("CREATE INDEX caregiver_family_name_order_idx ON caregiver (country_code, family_name_order, id)")
    op.execute("CREATE INDEX caregiver_given_name_idx ON caregiver (country_code, given_name, id)")
    op.execute("CREATE INDEX caregiver_given_name_order_idx ON caregiver (country_code, given_name_order, id)")
    op.execute("CREATE INDEX caregiver_kind_idx ON caregiver (country_code, kind, id)")
    op.execute("CREATE INDEX caregiver_left_on_idx ON caregiver (country_code, left_on, id)")
    op.execute(
        "CREATE UNIQUE INDEX caregiver_login_key ON caregiver (country_code, login_issuer, login_subject) WHERE voided_at IS NULL"
    )
    op.execute("CREATE INDEX caregiver_programme_id_idx ON caregiver (country_code, programme_id, id)")
    op.execute("CREATE INDEX caregiver_qualification_idx ON caregiver (country_code, qualification, id)")
    op.execute("ALTER TABLE caregiver ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE caregiver FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE caregiver ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY caregiver_caseworker ON caregiver TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, given_name, family_name, birth_date, birth_date_precision, kind, qualification, minimum_qualification, engaged_on, left_on, cleared_until, voided_at, void_reason, given_name_order, family_name_order) ON caregiver TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY caregiver_office ON caregiver TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, given_name, family_name, birth_date, birth_date_precision, kind, qualification, minimum_qualification, phone, engaged_on, left_on, cleared_until, login_issuer, login_subject, voided_at, void_reason, given_name_order, family_name_order), INSERT (country_code, id, programme_id, given_name, family_name, birth_date, birth_date_precision, kind, qualification, minimum_qualification, phone, engaged_on, left_on, cleared_until, login_issuer, login_subject, voided_at, void_reason, given_name_order, family_name_order), UPDATE (version, updated_at, programme_id, given_name, family_name, birth_date, birth_date_precision, kind, qualification, minimum_qualification, phone, engaged_on, left_on, cleared_until, login_issuer, login_subject, voided_at, void_reason, given_name_order, family_name_order) ON caregiver TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON caregiver TO hearth_operator")
    op.execute(
        """
        CREATE TABLE caregiver_assignment (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          child_id UUID,
          home_id UUID,
          programme_id UUID NOT NULL,
          caregiver_id UUID NOT NULL,
          caregiver_name TEXT COLLATE "C" NOT NULL,
          role TEXT COLLATE "C" NOT NULL,
          started_on DATE NOT NULL,
          ended_on DATE,
          end_reason TEXT COLLATE "C",
          voided_at TIMESTAMP WITH TIME ZONE,
          void_reason TEXT COLLATE "C",
          child_same_as_id UUID,
          child_file_id UUID GENERATED ALWAYS AS (coalesce(child_same_as_id, child_id)) STORED,
          PRIMARY KEY (country_code, id),
          CONSTRAINT caregiver_assignment_of_one_check CHECK (child_id IS NULL OR home_id IS NULL),
          CONSTRAINT caregiver_assignment_key_carer_check CHECK ((role = 'KEY_CARER') = (child_id IS NOT NULL)),
          CONSTRAINT caregiver_assignment_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT caregiver_assignment_child_id_fkey FOREIGN KEY(country_code, child_id) REFERENCES child (country_code, id),
          CONSTRAINT caregiver_assignment_home_id_fkey FOREIGN KEY(country_code, home_id) REFERENCES home (country_code, id),
          CONSTRAINT caregiver_assignment_programme_id_fkey FOREIGN KEY(country_code, programme_id) REFERENCES programme (country_code, id),
          CONSTRAINT caregiver_assignment_caregiver_id_fkey FOREIGN KEY(country_code, caregiver_id) REFERENCES caregiver (country_code, id),
          CONSTRAINT caregiver_assignment_someone_check CHECK (child_id IS NOT NULL OR home_id IS NOT NULL),
          CONSTRAINT caregiver_assignment_role_check CHECK (role IN ('PARENT', 'CO_WORKER', 'TEAM', 'YOUTH_WORKER', 'RESPITE', 'LIVES_THERE', 'KEY_CARER')),
          CONSTRAINT caregiver_assignment_ended_on_check CHECK (ended_on > started_on),
          CONSTRAINT caregiver_assignment_end_reason_check CHECK (end_reason IN ('MOVED_HOME', 'CHILD_MOVED', 'HANDED_OVER', 'REPLACED', 'CHILD_ASKED', 'ILLNESS', 'RETIRED', 'LEFT_SERVICE', 'CARE_ENDED', 'DIED', 'OTHER')),
          CONSTRAINT caregiver_assignment_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
          CONSTRAINT caregiver_assignment_one_at_a_time EXCLUDE USING gist (country_code WITH =, child_file_id WITH =, daterange(started_on, ended_on) WITH &&) WHERE (voided_at IS NULL AND id IS NOT NULL)
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE caregiver_assignment IS 'Who cared for a home, lived in it, or was a child''s key carer, from when to when (paragraphs 12, 87 and 90).'"
    )
    op.execute("COMMENT ON COLUMN caregiver_assignment.country_code IS 'The country that the row belongs to.'")
    op.execute(
        "COMMENT ON COLUMN caregiver_assignment.id IS 'The row''s identity; a client may make it when it creates.'"
    )
    op.execute("COMMENT ON COLUMN caregiver_assignment.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN caregiver_assignment.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN caregiver_assignment.updated_at IS 'When the row last changed.'")
    op.execute("COMMENT ON COLUMN caregiver_assignment.child_id IS 'The child, where the caregiver is its key carer.'")
    op.execute(
        "COMMENT ON COLUMN caregiver_assignment.home_id IS 'The home, where the caregiver cares for it, or lives there.'"
    )
    op.execute(
        "COMMENT ON COLUMN caregiver_assignment.programme_id IS 'The programme that is responsible for the child, or for the home where no child is named.'"
    )
    op.execute("COMMENT ON COLUMN caregiver_assignment.caregiver_id IS 'The caregiver.'")
    op.execute(
        "COMMENT ON COLUMN caregiver_assignment.caregiver_name IS 'The name that the caregiver is called by, whoever else of them may be seen.'"
    )
    op.execute("COMMENT ON COLUMN caregiver_assignment.role IS 'What the caregiver is to the home, or to the child.'")
    op.execute("COMMENT ON COLUMN caregiver_assignment.started_on IS 'The first day.'")
    op.execute("COMMENT ON COLUMN caregiver_assignment.ended_on IS 'The first day after its last, once it has ended.'")
    op.execute("COMMENT ON COLUMN caregiver_assignment.end_reason IS 'Why it ended.'")
    op.execute(
        "COMMENT ON COLUMN caregiver_assignment.voided_at IS 'When the caregiver assignment was found to have been recorded in error; lists and counts leave it out.'"
    )
    op.execute("COMMENT ON COLUMN caregiver_assignment.void_reason IS 'How the error came about.'")
    op.execute(
        "COMMENT ON COLUMN caregiver_assignment.child_same_as_id IS 'The record that the one of child_id leads on to, where it was taken back for one.'"
    )
    op.execute(
        "COMMENT ON COLUMN caregiver_assignment.child_file_id IS 'The record in whose file the row stands by child_id.'"
    )
    op.execute(
        "CREATE INDEX caregiver_assignment_caregiver_id_idx ON caregiver_assignment (country_code, caregiver_id, id)"
    )
    op.execute(
        "CREATE INDEX caregiver_assignment_child_id_idx ON caregiver_assignment (country_code, child_file_id, id)"
    )
    op.execute(
        "CREATE INDEX caregiver_assignment_end_reason_idx ON caregiver_assignment (country_code, end_reason, id)"
    )
    op.execute("CREATE INDEX caregiver_assignment_ended_on_idx ON caregiver_assignment (country_code, ended_on, id)")
    op.execute("CREATE INDEX caregiver_assignment_home_id_idx ON caregiver_assignment (country_code, home_id, id)")
    op.execute(
        "CREATE INDEX caregiver_assignment_programme_id_idx ON caregiver_assignment (country_code, programme_id, id)"
    )
    op.execute("CREATE INDEX caregiver_assignment_role_idx ON caregiver_assignment (country_code, role, id)")
    op.execute(
        "CREATE INDEX caregiver_assignment_started_on_idx ON caregiver_assignment (country_code, started_on, id)"
    )
    op.execute("ALTER TABLE caregiver_assignment ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE caregiver_assignment FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE caregiver_assignment ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY caregiver_assignment_caseworker ON caregiver_assignment TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, home_id, programme_id, caregiver_id, caregiver_name, role, started_on, ended_on, end_reason, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, home_id, programme_id, caregiver_id, caregiver_name, role, started_on, ended_on, end_reason), UPDATE (version, updated_at, started_on, ended_on, end_reason, voided_at, void_reason) ON caregiver_assignment TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY caregiver_assignment_office ON caregiver_assignment TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, home_id, programme_id, caregiver_id, caregiver_name, role, started_on, ended_on, end_reason, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, home_id, programme_id, caregiver_id, caregiver_name, role, started_on, ended_on, end_reason, voided_at, void_reason), UPDATE (version, updated_at, programme_id, caregiver_name, started_on, ended_on, end_reason, voided_at, void_reason, child_same_as_id) ON caregiver_assignment TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON caregiver_assignment TO hearth_operator")
    op.execute(
        """
        CREATE TABLE caregiver_check (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          caregiver_id UUID NOT NULL,
          programme_id UUID NOT NULL,
          kind TEXT COLLATE "C" NOT NULL,
          decided_on DATE NOT NULL,
          valid_until DATE,
          outcome TEXT COLLATE "C",
          reference TEXT COLLATE "C",
          voided_at TIMESTAMP WITH TIME ZONE,
          void_reason TEXT COLLATE "C",
          PRIMARY KEY (country_code, id),
          CONSTRAINT caregiver_check_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT caregiver_check_caregiver_id_fkey FOREIGN KEY(country_code, caregiver_id) REFERENCES caregiver (country_code, id),
          CONSTRAINT caregiver_check_programme_id_fkey FOREIGN KEY(country_code, programme_id) REFERENCES programme (country_code, id),
          CONSTRAINT caregiver_check_kind_check CHECK (kind IN ('BACKGROUND_CHECK', 'HEALTH_CHECK', 'REFERENCE', 'APPROVAL')),
          CONSTRAINT caregiver_check_valid_until_check CHECK (valid_until > decided_on),
          CONSTRAINT caregiver_check_outcome_check CHECK (outcome IN ('PASSED', 'CONDITIONS', 'FAILED')),
          CONSTRAINT caregiver_check_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL))
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE caregiver_check IS 'That a caregiver was checked: a colleague''s record and health are the office''s alone (paragraphs 113 to 115).'"
    )
    op.execute("COMMENT ON COLUMN caregiver_check.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN caregiver_check.id IS 'The row''s identity; a client may make it when it creates.'")
    op.execute("COMMENT ON COLUMN caregiver_check.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN caregiver_check.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN caregiver_check.updated_at IS 'When the row last changed.'")
    op.execute("COMMENT ON COLUMN caregiver_check.caregiver_id IS 'The caregiver.'")
    op.execute(
        "COMMENT ON COLUMN caregiver_check.programme_id IS 'The programme that is responsible for the caregiver.'"
    )
    op.execute("COMMENT ON COLUMN caregiver_check.kind IS 'What was asked.'")
    op.execute("COMMENT ON COLUMN caregiver_check.decided_on IS 'The day on which it was decided.'")
    op.execute(
        "COMMENT ON COLUMN caregiver_check.valid_until IS 'The first day on which it holds no longer: `9999-12-31` for one without end; empty where it is not known, which clears nobody.'"
    )
    op.execute(
        "COMMENT ON COLUMN caregiver_check.outcome IS 'What came of it; empty once it is kept no longer, which clears nobody.'"
    )
    op.execute("COMMENT ON COLUMN caregiver_check.reference IS 'The number of the paper, where it is kept.'")
    op.execute(
        "COMMENT ON COLUMN caregiver_check.voided_at IS 'When the caregiver check was found to have been recorded in error; lists and counts leave it out.'"
    )
    op.execute("COMMENT ON COLUMN caregiver_check.void_reason IS 'How the error came about.'")
    op.execute("CREATE INDEX caregiver_check_caregiver_id_idx ON caregiver_check (country_code, caregiver_id, id)")
    op.execute("CREATE INDEX caregiver_check_decided_on_idx ON caregiver_check (country_code, decided_on, id)")
    op.execute("CREATE INDEX caregiver_check_kind_idx ON caregiver_check (country_code, kind, id)")
    op.execute("CREATE INDEX caregiver_check_outcome_idx ON caregiver_check (country_code, outcome, id)")
    op.execute("CREATE INDEX caregiver_check_programme_id_idx ON caregiver_check (country_code, programme_id, id)")
    op.execute("CREATE INDEX caregiver_check_valid_until_idx ON caregiver_check (country_code, valid_until, id)")
    op.execute("ALTER TABLE caregiver_check ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE caregiver_check FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE caregiver_check ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY caregiver_check_office ON caregiver_check TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, caregiver_id, programme_id, kind, decided_on, valid_until, outcome, reference, voided_at, void_reason), INSERT (country_code, id, caregiver_id, programme_id, kind, decided_on, valid_until, outcome, reference, voided_at, void_reason), UPDATE (version, updated_at, programme_id, kind, decided_on, valid_until, outcome, reference, voided_at, void_reason) ON caregiver_check TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON caregiver_check TO hearth_operator")
    op.execute(
        """
        CREATE TABLE caregiver_credential (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          caregiver_id UUID NOT NULL,
          programme_id UUID NOT NULL,
          kind TEXT COLLATE "C" NOT NULL,
          title TEXT COLLATE "C" NOT NULL,
          provider TEXT COLLATE "C",
          issued_on DATE NOT NULL,
          valid_until DATE,
          outcome TEXT COLLATE "C" NOT NULL,
          voided_at TIMESTAMP WITH TIME ZONE,
          void_reason TEXT COLLATE "C",
          PRIMARY KEY (country_code, id),
          CONSTRAINT caregiver_credential_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT caregiver_credential_caregiver_id_fkey FOREIGN KEY(country_code, caregiver_id) REFERENCES caregiver (country_code, id),
          CONSTRAINT caregiver_credential_programme_id_fkey FOREIGN KEY(country_code, programme_id) REFERENCES programme (country_code, id),
          CONSTRAINT caregiver_credential_kind_check CHECK (kind IN ('QUALIFICATION', 'TRAINING', 'CODE_OF_CONDUCT')),
          CONSTRAINT caregiver_credential_valid_until_check CHECK (valid_until > issued_on),
          CONSTRAINT caregiver_credential_outcome_check CHECK (outcome IN ('PASSED', 'CONDITIONS', 'FAILED')),
          CONSTRAINT caregiver_credential_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL))
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE caregiver_credential IS 'What a caregiver has learned or signed: every team may know it (UN Guidelines, paragraphs 113 to 115).'"
    )
    op.execute("COMMENT ON COLUMN caregiver_credential.country_code IS 'The country that the row belongs to.'")
    op.execute(
        "COMMENT ON COLUMN caregiver_credential.id IS 'The row''s identity; a client may make it when it creates.'"
    )
    op.execute("COMMENT ON COLUMN caregiver_credential.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN caregiver_credential.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN caregiver_credential.updated_at IS 'When the row last changed.'")
    op.execute("COMMENT ON COLUMN caregiver_credential.caregiver_id IS 'The caregiver.'")
    op.execute(
        "COMMENT ON COLUMN caregiver_credential.programme_id IS 'The programme that is responsible for the caregiver.'"
    )
    op.execute("COMMENT ON COLUMN caregiver_credential.kind IS 'What it is about.'")
    op.execute("COMMENT ON COLUMN caregiver_credential.title IS 'What it is called.'")
    op.execute("COMMENT ON COLUMN caregiver_credential.provider IS 'Who has given it.'")
    op.execute("COMMENT ON COLUMN caregiver_credential.issued_on IS 'The day on which it was given.'")
    op.execute(
        "COMMENT ON COLUMN caregiver_credential.valid_until IS 'The first day on which it holds no longer: `9999-12-31` for one without end; empty where it is not known.'"
    )
    op.execute("COMMENT ON COLUMN caregiver_credential.outcome IS 'What came of it.'")
    op.execute(
        "COMMENT ON COLUMN caregiver_credential.voided_at IS 'When the caregiver credential was found to have been recorded in error; lists and counts leave it out.'"
    )
    op.execute("COMMENT ON COLUMN caregiver_credential.void_reason IS 'How the error came about.'")
    op.execute(
        "CREATE INDEX caregiver_credential_caregiver_id_idx ON caregiver_credential (country_code, caregiver_id, id)"
    )
    op.execute("CREATE INDEX caregiver_credential_issued_on_idx ON caregiver_credential (country_code, issued_on, id)")
    op.execute("CREATE INDEX caregiver_credential_kind_idx ON caregiver_credential (country_code, kind, id)")
    op.execute("CREATE INDEX caregiver_credential_outcome_idx ON caregiver_credential (country_code, outcome, id)")
    op.execute(
        "CREATE INDEX caregiver_credential_programme_id_idx ON caregiver_credential (country_code, programme_id, id)"
    )
    op.execute(
        "CREATE INDEX caregiver_credential_valid_until_idx ON caregiver_credential (country_code, valid_until, id)"
    )
    op.execute("ALTER TABLE caregiver_credential ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE caregiver_credential FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE caregiver_credential ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY caregiver_credential_caseworker ON caregiver_credential TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, caregiver_id, programme_id, kind, title, provider, issued_on, valid_until, outcome, voided_at, void_reason) ON caregiver_credential TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY caregiver_credential_office ON caregiver_credential TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, caregiver_id, programme_id, kind, title, provider, issued_on, valid_until, outcome, voided_at, void_reason), INSERT (country_code, id, caregiver_id, programme_id, kind, title, provider, issued_on, valid_until, outcome, voided_at, void_reason), UPDATE (version, updated_at, programme_id, kind, title, provider, issued_on, valid_until, outcome, voided_at, void_reason) ON caregiver_credential TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON caregiver_credential TO hearth_operator")
    op.execute("GRANT UPDATE (programme_id) ON home TO hearth_office")
    op.execute("GRANT UPDATE (programme_id) ON home_address TO hearth_office")
    op.execute("GRANT UPDATE (programme_id) ON inspection TO hearth_office")


def downgrade() -> None:
    op.execute("REVOKE UPDATE (programme_id) ON home FROM hearth_office")
    op.execute("REVOKE UPDATE (programme_id) ON home_address FROM hearth_office")
    op.execute("REVOKE UPDATE (programme_id) ON inspection FROM hearth_office")
    op.execute("DROP TABLE caregiver_credential")
    op.execute("DROP TABLE caregiver_check")
    op.execute("DROP TABLE caregiver_assignment")
    op.execute("DROP TABLE caregiver")
