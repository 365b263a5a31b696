"""Legal status guardians support tasks and gatekeeping."""

from __future__ import annotations

from alembic import op

revision = "202611301604"
down_revision = "202611301558"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE gatekeeping_assessment (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          child_id UUID NOT NULL,
          programme_id UUID NOT NULL,
          opened_on DATE NOT NULL,
          due_on DATE NOT NULL,
          completed_on DATE,
          assessor TEXT COLLATE "C",
          assessed_by TEXT COLLATE "C",
          necessity TEXT COLLATE "C",
          alternatives TEXT[] COLLATE "C",
          poverty_only TEXT COLLATE "C" DEFAULT 'NOT_KNOWN' NOT NULL,
          recommended_form TEXT COLLATE "C",
          suitability_reasons TEXT COLLATE "C",
          outcome TEXT COLLATE "C",
          voided_at TIMESTAMP WITH TIME ZONE,
          void_reason TEXT COLLATE "C",
          not_owed_from DATE,
          not_owed_reason TEXT COLLATE "C",
          child_same_as_id UUID,
          child_file_id UUID GENERATED ALWAYS AS (coalesce(child_same_as_id, child_id)) STORED NOT NULL,
          PRIMARY KEY (country_code, id),
          CONSTRAINT gatekeeping_assessment_two_steps_check CHECK (recommended_form IS NULL OR necessity IS NOT NULL AND necessity = 'NECESSARY'),
          CONSTRAINT gatekeeping_assessment_completed_check CHECK ((completed_on IS NULL) = (outcome IS NULL)),
          CONSTRAINT gatekeeping_assessment_days_check CHECK (completed_on >= opened_on),
          CONSTRAINT gatekeeping_assessment_poverty_alone_check CHECK (outcome != 'ADMIT' OR poverty_only != 'YES'),
          CONSTRAINT gatekeeping_assessment_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT gatekeeping_assessment_child_id_fkey FOREIGN KEY(country_code, child_id) REFERENCES child (country_code, id),
          CONSTRAINT gatekeeping_assessment_programme_id_fkey FOREIGN KEY(country_code, programme_id) REFERENCES programme (country_code, id),
          CONSTRAINT gatekeeping_assessment_assessor_check CHECK (assessor IN ('AUTHORITY', 'JOINT', 'OWN')),
          CONSTRAINT gatekeeping_assessment_necessity_check CHECK (necessity IN ('NECESSARY', 'NOT_NECESSARY', 'NOT_YET_CLEAR')),
          CONSTRAINT gatekeeping_assessment_alternatives_check CHECK (alternatives <@ ARRAY['MONEY_OR_GOODS', 'COUNSELLING', 'DAY_CARE', 'RESPITE', 'KIN_WITHOUT_ORDER', 'HOUSING', 'HEALTH_CARE', 'LEGAL_AID', 'MEDIATION', 'NONE_AT_HAND'] AND cardinality(alternatives) > 0),
          CONSTRAINT gatekeeping_assessment_poverty_only_check CHECK (poverty_only IN ('YES', 'NO', 'NOT_KNOWN')),
          CONSTRAINT gatekeeping_assessment_recommended_form_check CHECK (recommended_form IN ('SOS_FAMILY', 'FOSTER_FAMILY', 'KINSHIP_FAMILY', 'SMALL_GROUP_HOME', 'YOUTH_HOME', 'SUPERVISED_INDEPENDENT_LIVING', 'EMERGENCY_SHELTER')),
          CONSTRAINT gatekeeping_assessment_outcome_check CHECK (outcome IN ('ADMIT', 'SUPPORT_FAMILY', 'KIN_WITHOUT_ORDER', 'OTHER_PROVIDER', 'NO_NEED')),
          CONSTRAINT gatekeeping_assessment_not_owed_reason_check CHECK (not_owed_reason IN ('CARE_ENDED', 'CHILD_DIED', 'REPLACED', 'RULE_CHANGED', 'CHILDS_WISH')),
          CONSTRAINT gatekeeping_assessment_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
          CONSTRAINT gatekeeping_assessment_done_or_not_owed_check CHECK (completed_on IS NULL OR not_owed_from IS NULL),
          CONSTRAINT gatekeeping_assessment_not_owed_reason_given CHECK ((not_owed_from IS NULL) = (not_owed_reason IS NULL))
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE gatekeeping_assessment IS 'Whether care is necessary, and which suits, asked before a child comes (UN Guidelines, paragraphs 32-58).'"
    )
    op.execute("COMMENT ON COLUMN gatekeeping_assessment.country_code IS 'The country that the row belongs to.'")
    op.execute(
        "COMMENT ON COLUMN gatekeeping_assessment.id IS 'The row''s identity; a client may make it when it creates.'"
    )
    op.execute("COMMENT ON COLUMN gatekeeping_assessment.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN gatekeeping_assessment.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN gatekeeping_assessment.updated_at IS 'When the row last changed.'")
    op.execute("COMMENT ON COLUMN gatekeeping_assessment.child_id IS 'The child.'")
    op.execute(
        "COMMENT ON COLUMN gatekeeping_assessment.programme_id IS 'The programme that is responsible for the child.'"
    )
    op.execute("COMMENT ON COLUMN gatekeeping_assessment.opened_on IS 'The day on which the question was asked.'")
    op.execute("COMMENT ON COLUMN gatekeeping_assessment.due_on IS 'The day by which it is to be answered.'")
    op.execute("COMMENT ON COLUMN gatekeeping_assessment.completed_on IS 'The day on which it was answered.'")
    op.execute("COMMENT ON COLUMN gatekeeping_assessment.assessor IS 'Who asks and answers.'")
    op.execute("COMMENT ON COLUMN gatekeeping_assessment.assessed_by IS 'Their names.'")
    op.execute("COMMENT ON COLUMN gatekeeping_assessment.necessity IS 'Whether care is necessary.'")
    op.execute(
        "COMMENT ON COLUMN gatekeeping_assessment.alternatives IS 'What was tried or offered before, so that the child can stay in its family.'"
    )
    op.execute(
        "COMMENT ON COLUMN gatekeeping_assessment.poverty_only IS 'Whether poverty is all that speaks for care: then the family is supported.'"
    )
    op.execute("COMMENT ON COLUMN gatekeeping_assessment.recommended_form IS 'The form of care that suits the child.'")
    op.execute("COMMENT ON COLUMN gatekeeping_assessment.suitability_reasons IS 'Why it suits the child.'")
    op.execute("COMMENT ON COLUMN gatekeeping_assessment.outcome IS 'What came of it.'")
    op.execute(
        "COMMENT ON COLUMN gatekeeping_assessment.voided_at IS 'When the gatekeeping assessment was found to have been recorded in error; lists and counts leave it out.'"
    )
    op.execute("COMMENT ON COLUMN gatekeeping_assessment.void_reason IS 'How the error came about.'")
    op.execute(
        "COMMENT ON COLUMN gatekeeping_assessment.not_owed_from IS 'From when it is owed no longer; empty as long as it is.'"
    )
    op.execute("COMMENT ON COLUMN gatekeeping_assessment.not_owed_reason IS 'Why it is owed no longer.'")
    op.execute(
        "COMMENT ON COLUMN gatekeeping_assessment.child_same_as_id IS 'The record that the one of child_id leads on to, where it was taken back for one.'"
    )
    op.execute(
        "COMMENT ON COLUMN gatekeeping_assessment.child_file_id IS 'The record in whose file the row stands by child_id.'"
    )
    op.execute(
        "CREATE INDEX gatekeeping_assessment_child_id_idx ON gatekeeping_assessment (country_code, child_file_id, id)"
    )
    op.execute(
        "CREATE INDEX gatekeeping_assessment_completed_on_idx ON gatekeeping_assessment (country_code, completed_on, id)"
    )
    op.execute("CREATE INDEX gatekeeping_assessment_due_on_idx ON gatekeeping_assessment (country_code, due_on, id)")
    op.execute(
        "CREATE INDEX gatekeeping_assessment_necessity_idx ON gatekeeping_assessment (country_code, necessity, id)"
    )
    op.execute(
        "CREATE INDEX gatekeeping_assessment_open_idx ON gatekeeping_assessment (country_code, due_on, id) INCLUDE (programme_id) WHERE completed_on IS NULL AND not_owed_from IS NULL"
    )
    op.execute(
        "CREATE INDEX gatekeeping_assessment_opened_on_idx ON gatekeeping_assessment (country_code, opened_on, id)"
    )
    op.execute("CREATE INDEX gatekeeping_assessment_outcome_idx ON gatekeeping_assessment (country_code, outcome, id)")
    op.execute(
        "CREATE INDEX gatekeeping_assessment_poverty_only_idx ON gatekeeping_assessment (country_code, poverty_only, id)"
    )
    op.execute(
        "CREATE INDEX gatekeeping_assessment_programme_id_idx ON gatekeeping_assessment (country_code, programme_id, id)"
    )
    op.execute(
        "CREATE INDEX gatekeeping_assessment_recommended_form_idx ON gatekeeping_assessment (country_code, recommended_form, id)"
    )
    op.execute("ALTER TABLE gatekeeping_assessment ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE gatekeeping_assessment FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE gatekeeping_assessment ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY gatekeeping_assessment_caseworker ON gatekeeping_assessment TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, opened_on, due_on, completed_on, assessor, assessed_by, necessity, alternatives, poverty_only, recommended_form, suitability_reasons, outcome, voided_at, void_reason, not_owed_from, not_owed_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, opened_on, due_on, completed_on, assessor, assessed_by, necessity, alternatives, poverty_only, recommended_form, suitability_reasons, outcome), UPDATE (version, updated_at, opened_on, due_on, completed_on, assessor, assessed_by, necessity, alternatives, poverty_only, recommended_form, suitability_reasons, outcome, voided_at, void_reason, not_owed_from, not_owed_reason) ON gatekeeping_assessment TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY gatekeeping_assessment_office ON gatekeeping_assessment TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, opened_on, due_on, completed_on, assessor, assessed_by, necessity, alternatives, poverty_only, recommended_form, suitability_reasons, outcome, voided_at, void_reason, not_owed_from, not_owed_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, opened_on, due_on, completed_on, assessor, assessed_by, necessity, alternatives, poverty_only, recommended_form, suitability_reasons, outcome, voided_at, void_reason, not_owed_from, not_owed_reason), UPDATE (version, updated_at, programme_id, opened_on, due_on, completed_on, assessor, assessed_by, necessity, alternatives, poverty_only, recommended_form, suitability_reasons, outcome, voided_at, void_reason, not_owed_from, not_owed_reason, child_same_as_id) ON gatekeeping_assessment TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON gatekeeping_assessment TO hearth_operator")
    op.execute(
        """
        CREATE TABLE guardianship (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          child_id UUID NOT NULL,
          programme_id UUID NOT NULL,
          holder TEXT COLLATE "C" NOT NULL,
          scope TEXT COLLATE "C" NOT NULL,
          name TEXT COLLATE "C",
          reference TEXT COLLATE "C",
          started_on DATE,
          ended_on DATE,
          voided_at TIMESTAMP WITH TIME ZONE,
          void_reason TEXT COLLATE "C",
          child_same_as_id UUID,
          child_file_id UUID GENERATED ALWAYS AS (coalesce(child_same_as_id, child_id)) STORED NOT NULL,
          PRIMARY KEY (country_code, id),
          CONSTRAINT guardianship_holder_known_check CHECK (holder != 'RELATIVE' AND holder != 'CAREGIVER' AND holder != 'APPOINTED' OR name IS NOT NULL),
          CONSTRAINT guardianship_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT guardianship_child_id_fkey FOREIGN KEY(country_code, child_id) REFERENCES child (country_code, id),
          CONSTRAINT guardianship_programme_id_fkey FOREIGN KEY(country_code, programme_id) REFERENCES programme (country_code, id),
          CONSTRAINT guardianship_holder_check CHECK (holder IN ('PARENTS', 'RELATIVE', 'CAREGIVER', 'AUTHORITY', 'APPOINTED')),
          CONSTRAINT guardianship_scope_check CHECK (scope IN ('FULL', 'PARTIAL', 'TEMPORARY')),
          CONSTRAINT guardianship_ended_on_check CHECK (ended_on > started_on),
          CONSTRAINT guardianship_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL))
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE guardianship IS 'Who decides for a child before the law, for a time (UN Guidelines, paragraphs 18, 19, 101 and 104).'"
    )
    op.execute("COMMENT ON COLUMN guardianship.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN guardianship.id IS 'The row''s identity; a client may make it when it creates.'")
    op.execute("COMMENT ON COLUMN guardianship.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN guardianship.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN guardianship.updated_at IS 'When the row last changed.'")
    op.execute("COMMENT ON COLUMN guardianship.child_id IS 'The child.'")
    op.execute("COMMENT ON COLUMN guardianship.programme_id IS 'The programme that is responsible for the child.'")
    op.execute("COMMENT ON COLUMN guardianship.holder IS 'Who decides.'")
    op.execute("COMMENT ON COLUMN guardianship.scope IS 'How far it reaches.'")
    op.execute("COMMENT ON COLUMN guardianship.name IS 'The name of whoever decides.'")
    op.execute(
        "COMMENT ON COLUMN guardianship.reference IS 'The number under which it is kept at the court or the authority.'"
    )
    op.execute("COMMENT ON COLUMN guardianship.started_on IS 'The first day; empty where nobody knows it.'")
    op.execute("COMMENT ON COLUMN guardianship.ended_on IS 'The first day after its last, once it has ended.'")
    op.execute(
        "COMMENT ON COLUMN guardianship.voided_at IS 'When the guardianship was found to have been recorded in error; lists and counts leave it out.'"
    )
    op.execute("COMMENT ON COLUMN guardianship.void_reason IS 'How the error came about.'")
    op.execute(
        "COMMENT ON COLUMN guardianship.child_same_as_id IS 'The record that the one of child_id leads on to, where it was taken back for one.'"
    )
    op.execute("COMMENT ON COLUMN guardianship.child_file_id IS 'The record in whose file the row stands by child_id.'")
    op.execute("CREATE INDEX guardianship_child_id_idx ON guardianship (country_code, child_file_id, id)")
    op.execute("CREATE INDEX guardianship_ended_on_idx ON guardianship (country_code, ended_on, id)")
    op.execute("CREATE INDEX guardianship_holder_idx ON guardianship (country_code, holder, id)")
    op.execute("CREATE INDEX guardianship_programme_id_idx ON guardianship (country_code, programme_id, id)")
    op.execute("CREATE INDEX guardianship_scope_idx ON guardianship (country_code, scope, id)")
    op.execute("CREATE INDEX guardianship_started_on_idx ON guardianship (country_code, started_on, id)")
    op.execute("ALTER TABLE guardianship ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE guardianship FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE guardianship ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY guardianship_caseworker ON guardianship TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, holder, scope, name, reference, started_on, ended_on, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, holder, scope, name, reference, started_on, ended_on), UPDATE (version, updated_at, holder, scope, name, reference, started_on, ended_on) ON guardianship TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY guardianship_office ON guardianship TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, holder, scope, name, reference, started_on, ended_on, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, holder, scope, name, reference, started_on, ended_on, voided_at, void_reason), UPDATE (version, updated_at, programme_id, holder, scope, name, reference, started_on, ended_on, voided_at, void_reason, child_same_as_id) ON guardianship TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON guardianship TO hearth_operator")
    op.execute(
        """
        CREATE TABLE legal_status (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          child_id UUID NOT NULL,
          programme_id UUID NOT NULL,
          kind TEXT COLLATE "C" NOT NULL,
          domain TEXT COLLATE "C" GENERATED ALWAYS AS (CASE WHEN kind IN ('CARE_ORDER', 'INTERIM_ORDER', 'PLACEMENT_ORDER', 'AGREEMENT', 'OWN_REQUEST', 'SHORT_BREAK', 'OTHER') THEN 'CARE' WHEN kind IN ('EMERGENCY_PROTECTION') THEN 'PROTECTION' WHEN kind IN ('UNACCOMPANIED', 'ASYLUM', 'STATELESS') THEN 'RESIDENCE' END) STORED NOT NULL,
          parents_agree TEXT COLLATE "C" DEFAULT 'NOT_KNOWN' NOT NULL,
          represented TEXT COLLATE "C" DEFAULT 'NOT_KNOWN' NOT NULL,
          appeal_until DATE,
          authority TEXT COLLATE "C",
          reference TEXT COLLATE "C",
          local_code TEXT COLLATE "C",
          started_on DATE,
          ended_on DATE,
          voided_at TIMESTAMP WITH TIME ZONE,
          void_reason TEXT COLLATE "C",
          child_same_as_id UUID,
          child_file_id UUID GENERATED ALWAYS AS (coalesce(child_same_as_id, child_id)) STORED NOT NULL,
          PRIMARY KEY (country_code, id),
          CONSTRAINT legal_status_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT legal_status_child_id_fkey FOREIGN KEY(country_code, child_id) REFERENCES child (country_code, id),
          CONSTRAINT legal_status_programme_id_fkey FOREIGN KEY(country_code, programme_id) REFERENCES programme (country_code, id),
          CONSTRAINT legal_status_kind_check CHECK (kind IN ('CARE_ORDER', 'INTERIM_ORDER', 'PLACEMENT_ORDER', 'AGREEMENT', 'OWN_REQUEST', 'SHORT_BREAK', 'OTHER', 'EMERGENCY_PROTECTION', 'UNACCOMPANIED', 'ASYLUM', 'STATELESS')),
          CONSTRAINT legal_status_parents_agree_check CHECK (parents_agree IN ('YES', 'NO', 'NOT_KNOWN')),
          CONSTRAINT legal_status_represented_check CHECK (represented IN ('YES', 'NO', 'NOT_KNOWN')),
          CONSTRAINT legal_status_ended_on_check CHECK (ended_on > started_on),
          CONSTRAINT legal_status_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
          CONSTRAINT legal_status_one_at_a_time EXCLUDE USING gist (country_code WITH =, child_file_id WITH =, daterange(started_on, ended_on) WITH &&) WHERE ((domain = 'CARE') AND voided_at IS NULL AND id IS NOT NULL)
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE legal_status IS 'What the law says of a child for a time, also of its care (UN Guidelines, paragraphs 29 b, 47, 101-103).'"
    )
    op.execute("COMMENT ON COLUMN legal_status.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN legal_status.id IS 'The row''s identity; a client may make it when it creates.'")
    op.execute("COMMENT ON COLUMN legal_status.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN legal_status.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN legal_status.updated_at IS 'When the row last changed.'")
    op.execute("COMMENT ON COLUMN legal_status.child_id IS 'The child.'")
    op.execute("COMMENT ON COLUMN legal_status.programme_id IS 'The programme that is responsible for the child.'")
    op.execute("COMMENT ON COLUMN legal_status.kind IS 'What the law says.'")
    op.execute("COMMENT ON COLUMN legal_status.domain IS 'What it is about: it follows from the kind.'")
    op.execute("COMMENT ON COLUMN legal_status.parents_agree IS 'Whether the parents agree.'")
    op.execute(
        "COMMENT ON COLUMN legal_status.represented IS 'Whether somebody represents the child before the court or the authority.'"
    )
    op.execute("COMMENT ON COLUMN legal_status.appeal_until IS 'The last day on which it may be appealed against.'")
    op.execute("COMMENT ON COLUMN legal_status.authority IS 'Who has decided it.'")
    op.execute(
        "COMMENT ON COLUMN legal_status.reference IS 'The number under which it is kept there: where the paper is.'"
    )
    op.execute("COMMENT ON COLUMN legal_status.local_code IS 'What the country''s own law or statistics call it.'")
    op.execute("COMMENT ON COLUMN legal_status.started_on IS 'The first day; empty where nobody knows it.'")
    op.execute("COMMENT ON COLUMN legal_status.ended_on IS 'The first day after its last, once it has ended.'")
    op.execute(
        "COMMENT ON COLUMN legal_status.voided_at IS 'When the legal status was found to have been recorded in error; lists and counts leave it out.'"
    )
    op.execute("COMMENT ON COLUMN legal_status.void_reason IS 'How the error came about.'")
    op.execute(
        "COMMENT ON COLUMN legal_status.child_same_as_id IS 'The record that the one of child_id leads on to, where it was taken back for one.'"
    )
    op.execute("COMMENT ON COLUMN legal_status.child_file_id IS 'The record in whose file the row stands by child_id.'")
    op.execute("CREATE INDEX legal_status_appeal_until_idx ON legal_status (country_code, appeal_until, id)")
    op.execute("CREATE INDEX legal_status_child_id_idx ON legal_status (country_code, child_file_id, id)")
    op.execute("CREATE INDEX legal_status_domain_idx ON legal_status (country_code, domain, id)")
    op.execute("CREATE INDEX legal_status_ended_on_idx ON legal_status (country_code, ended_on, id)")
    op.execute("CREATE INDEX legal_status_kind_idx ON legal_status (country_code, kind, id)")
    op.execute("CREATE INDEX legal_status_programme_id_idx ON legal_status (country_code, programme_id, id)")
    op.execute("CREATE INDEX legal_status_started_on_idx ON legal_status (country_code, started_on, id)")
    op.execute("ALTER TABLE legal_status ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE legal_status FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE legal_status ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY legal_status_caseworker ON legal_status TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, kind, domain, parents_agree, represented, appeal_until, authority, reference, local_code, started_on, ended_on, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, kind, parents_agree, represented, appeal_until, authority, reference, local_code, started_on, ended_on), UPDATE (version, updated_at, kind, parents_agree, represented, appeal_until, authority, reference, local_code, started_on, ended_on) ON legal_status TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY legal_status_office ON legal_status TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, kind, domain, parents_agree, represented, appeal_until, authority, reference, local_code, started_on, ended_on, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, kind, parents_agree, represented, appeal_until, authority, reference, local_code, started_on, ended_on, voided_at, void_reason), UPDATE (version, updated_at, programme_id, kind, parents_agree, represented, appeal_until, authority, reference, local_code, started_on, ended_on, voided_at, void_reason, child_same_as_id) ON legal_status TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON legal_status TO hearth_operator")
    op.execute(
        """
        CREATE TABLE support_service (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          child_id UUID NOT NULL,
          programme_id UUID NOT NULL,
          kind TEXT COLLATE "C",
          for_whom TEXT COLLATE "C" NOT NULL,
          origin TEXT COLLATE "C" NOT NULL,
          wish TEXT COLLATE "C",
          asked_on DATE NOT NULL,
          offered_on DATE,
          answer TEXT COLLATE "C" DEFAULT 'OPEN' NOT NULL,
          partner_id UUID,
          started_on DATE,
          ended_on DATE,
          end_reason TEXT COLLATE "C",
          voided_at TIMESTAMP WITH TIME ZONE,
          void_reason TEXT COLLATE "C",
          child_same_as_id UUID,
          child_file_id UUID GENERATED ALWAYS AS (coalesce(child_same_as_id, child_id)) STORED NOT NULL,
          PRIMARY KEY (country_code, id),
          CONSTRAINT support_service_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT support_service_child_id_fkey FOREIGN KEY(country_code, child_id) REFERENCES child (country_code, id),
          CONSTRAINT support_service_programme_id_fkey FOREIGN KEY(country_code, programme_id) REFERENCES programme (country_code, id),
          CONSTRAINT support_service_partner_id_fkey FOREIGN KEY(country_code, partner_id) REFERENCES community_partner (country_code, id),
          CONSTRAINT support_service_kind_check CHECK (kind IN ('HEALTH', 'SPEECH', 'LEARNING', 'DISABILITY', 'COUNSELLING', 'FAMILY_COUNSELLING', 'MATERIAL', 'HOUSING', 'LEGAL', 'MEDIATION', 'RESPITE', 'WORK')),
          CONSTRAINT support_service_for_whom_check CHECK (for_whom IN ('CHILD', 'FAMILY', 'CAREGIVERS')),
          CONSTRAINT support_service_origin_check CHECK (origin IN ('GATEKEEPING', 'PLAN', 'REVIEW', 'INCIDENT', 'AFTERCARE', 'RETURN', 'OWN_REQUEST')),
          CONSTRAINT support_service_answer_check CHECK (answer IN ('OPEN', 'ACCEPTED', 'DECLINED', 'WAITING_LIST', 'NOT_THERE')),
          CONSTRAINT support_service_ended_on_check CHECK (ended_on > started_on),
          CONSTRAINT support_service_end_reason_check CHECK (end_reason IN ('AIM_REACHED', 'NOT_WANTED_ANY_MORE', 'NOT_OFFERED_ANY_MORE', 'REPLACED', 'MOVED_AWAY', 'OTHER')),
          CONSTRAINT support_service_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL))
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE support_service IS 'Help for a child, its family or its carers: asked for, offered, given (UN Guidelines, paragraphs 9, 32-38).'"
    )
    op.execute("COMMENT ON COLUMN support_service.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN support_service.id IS 'The row''s identity; a client may make it when it creates.'")
    op.execute("COMMENT ON COLUMN support_service.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN support_service.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN support_service.updated_at IS 'When the row last changed.'")
    op.execute("COMMENT ON COLUMN support_service.child_id IS 'The child.'")
    op.execute("COMMENT ON COLUMN support_service.programme_id IS 'The programme that is responsible for the child.'")
    op.execute(
        "COMMENT ON COLUMN support_service.kind IS 'What the help is about; empty until somebody has talked about it.'"
    )
    op.execute("COMMENT ON COLUMN support_service.for_whom IS 'Whom it is for.'")
    op.execute("COMMENT ON COLUMN support_service.origin IS 'What it goes back to.'")
    op.execute("COMMENT ON COLUMN support_service.wish IS 'What is asked for, in their own words where possible.'")
    op.execute("COMMENT ON COLUMN support_service.asked_on IS 'The day on which it was asked for.'")
    op.execute("COMMENT ON COLUMN support_service.offered_on IS 'The day on which it was offered.'")
    op.execute("COMMENT ON COLUMN support_service.answer IS 'What came of the asking.'")
    op.execute("COMMENT ON COLUMN support_service.partner_id IS 'The partner that gives it, where it is on record.'")
    op.execute(
        "COMMENT ON COLUMN support_service.started_on IS 'The first day on which it is given; empty until it was accepted.'"
    )
    op.execute("COMMENT ON COLUMN support_service.ended_on IS 'The first day after its last, once it has ended.'")
    op.execute("COMMENT ON COLUMN support_service.end_reason IS 'Why it has ended.'")
    op.execute(
        "COMMENT ON COLUMN support_service.voided_at IS 'When the support service was found to have been recorded in error; lists and counts leave it out.'"
    )
    op.execute("COMMENT ON COLUMN support_service.void_reason IS 'How the error came about.'")
    op.execute(
        "COMMENT ON COLUMN support_service.child_same_as_id IS 'The record that the one of child_id leads on to, where it was taken back for one.'"
    )
    op.execute(
        "COMMENT ON COLUMN support_service.child_file_id IS 'The record in whose file the row stands by child_id.'"
    )
    op.execute("CREATE INDEX support_service_answer_idx ON support_service (country_code, answer, id)")
    op.execute("CREATE INDEX support_service_asked_on_idx ON support_service (country_code, asked_on, id)")
    op.execute("CREATE INDEX support_service_child_id_idx ON support_service (country_code, child_file_id, id)")
    op.execute("CREATE INDEX support_service_ended_on_idx ON support_service (country_code, ended_on, id)")
    op.execute("CREATE INDEX support_service_for_whom_idx ON support_service (country_code, for_whom, id)")
    op.execute("CREATE INDEX support_service_kind_idx ON support_service (country_code, kind, id)")
    op.execute("CREATE INDEX support_service_offered_on_idx ON support_service (country_code, offered_on, id)")
    op.execute("CREATE INDEX support_service_origin_idx ON support_service (country_code, origin, id)")
    op.execute("CREATE INDEX support_service_partner_id_idx ON support_service (country_code, partner_id, id)")
    op.execute("CREATE INDEX support_service_programme_id_idx ON support_service (country_code, programme_id, id)")
    op.execute("CREATE INDEX support_service_started_on_idx ON support_service (country_code, started_on, id)")
    op.execute("ALTER TABLE support_service ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE support_service FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE support_service ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY support_service_caseworker ON support_service TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, kind, for_whom, origin, wish, asked_on, offered_on, answer, partner_id, started_on, ended_on, end_reason, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, kind, for_whom, origin, wish, asked_on, offered_on, answer, partner_id, started_on, ended_on, end_reason), UPDATE (version, updated_at, kind, for_whom, origin, wish, asked_on, offered_on, answer, partner_id, started_on, ended_on, end_reason, voided_at, void_reason) ON support_service TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY support_service_office ON support_service TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, kind, for_whom, origin, wish, asked_on, offered_on, answer, partner_id, started_on, ended_on, end_reason, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, kind, for_whom, origin, wish, asked_on, offered_on, answer, partner_id, started_on, ended_on, end_reason, voided_at, void_reason), UPDATE (version, updated_at, programme_id, kind, for_whom, origin, wish, asked_on, offered_on, answer, partner_id, started_on, ended_on, end_reason, voided_at, void_reason, child_same_as_id) ON support_service TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON support_service TO hearth_operator")
    op.execute(
        """
        CREATE TABLE task (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          child_id UUID NOT NULL,
          programme_id UUID NOT NULL,
          kind TEXT COLLATE "C" NOT NULL,
          title TEXT COLLATE "C" NOT NULL,
          assigned_to TEXT COLLATE "C",
          due_on DATE NOT NULL,
          done_on DATE,
          outcome TEXT COLLATE "C",
          voided_at TIMESTAMP WITH TIME ZONE,
          void_reason TEXT COLLATE "C",
          not_owed_from DATE,
          not_owed_reason TEXT COLLATE "C",
          child_same_as_id UUID,
          child_file_id UUID GENERATED ALWAYS AS (coalesce(child_same_as_id, child_id)) STORED NOT NULL,
          PRIMARY KEY (country_code, id),
          CONSTRAINT task_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT task_child_id_fkey FOREIGN KEY(country_code, child_id) REFERENCES child (country_code, id),
          CONSTRAINT task_programme_id_fkey FOREIGN KEY(country_code, programme_id) REFERENCES programme (country_code, id),
          CONSTRAINT task_kind_check CHECK (kind IN ('FOLLOW_UP', 'REMEDY', 'PREPARATION', 'OTHER')),
          CONSTRAINT task_not_owed_reason_check CHECK (not_owed_reason IN ('CARE_ENDED', 'CHILD_DIED', 'REPLACED', 'RULE_CHANGED', 'CHILDS_WISH')),
          CONSTRAINT task_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
          CONSTRAINT task_done_or_not_owed_check CHECK (done_on IS NULL OR not_owed_from IS NULL),
          CONSTRAINT task_not_owed_reason_given CHECK ((not_owed_from IS NULL) = (not_owed_reason IS NULL))
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE task IS 'Something that somebody has to do for a child by a day (UN Guidelines, paragraphs 51 and 52).'"
    )
    op.execute("COMMENT ON COLUMN task.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN task.id IS 'The row''s identity; a client may make it when it creates.'")
    op.execute("COMMENT ON COLUMN task.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN task.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN task.updated_at IS 'When the row last changed.'")
    op.execute("COMMENT ON COLUMN task.child_id IS 'The child.'")
    op.execute("COMMENT ON COLUMN task.programme_id IS 'The programme that is responsible for the child.'")
    op.execute("COMMENT ON COLUMN task.kind IS 'What it is for.'")
    op.execute("COMMENT ON COLUMN task.title IS 'What is to be done.'")
    op.execute("COMMENT ON COLUMN task.assigned_to IS 'Who is to do it.'")
    op.execute("COMMENT ON COLUMN task.due_on IS 'The day by which it is due.'")
    op.execute("COMMENT ON COLUMN task.done_on IS 'The day on which it was done.'")
    op.execute("COMMENT ON COLUMN task.outcome IS 'What came of it.'")
    op.execute(
        "COMMENT ON COLUMN task.voided_at IS 'When the task was found to have been recorded in error; lists and counts leave it out.'"
    )
    op.execute("COMMENT ON COLUMN task.void_reason IS 'How the error came about.'")
    op.execute("COMMENT ON COLUMN task.not_owed_from IS 'From when it is owed no longer; empty as long as it is.'")
    op.execute("COMMENT ON COLUMN task.not_owed_reason IS 'Why it is owed no longer.'")
    op.execute(
        "COMMENT ON COLUMN task.child_same_as_id IS 'The record that the one of child_id leads on to, where it was taken back for one.'"
    )
    op.execute("COMMENT ON COLUMN task.child_file_id IS 'The record in whose file the row stands by child_id.'")
    op.execute("CREATE INDEX task_child_id_idx ON task (country_code, child_file_id, id)")
    op.execute("CREATE INDEX task_done_on_idx ON task (country_code, done_on, id)")
    op.execute("CREATE INDEX task_due_on_idx ON task (country_code, due_on, id)")
    op.execute("CREATE INDEX task_kind_idx ON task (country_code, kind, id)")
    op.execute(
        "CREATE INDEX task_open_idx ON task (country_code, due_on, id) INCLUDE (programme_id) WHERE done_on IS NULL AND not_owed_from IS NULL"
    )
    op.execute("CREATE INDEX task_programme_id_idx ON task (country_code, programme_id, id)")
    op.execute("ALTER TABLE task ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE task FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE task ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY task_caseworker ON task TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, kind, title, assigned_to, due_on, done_on, outcome, voided_at, void_reason, not_owed_from, not_owed_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, kind, title, assigned_to, due_on, done_on, outcome), UPDATE (version, updated_at, kind, title, assigned_to, due_on, done_on, outcome, voided_at, void_reason, not_owed_from, not_owed_reason) ON task TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY task_office ON task TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, kind, title, assigned_to, due_on, done_on, outcome, voided_at, void_reason, not_owed_from, not_owed_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, kind, title, assigned_to, due_on, done_on, outcome, voided_at, void_reason, not_owed_from, not_owed_reason), UPDATE (version, updated_at, programme_id, kind, title, assigned_to, due_on, done_on, outcome, voided_at, void_reason, not_owed_from, not_owed_reason, child_same_as_id) ON task TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON task TO hearth_operator")


def downgrade() -> None:
    op.execute("DROP TABLE task")
    op.execute("DROP TABLE support_service")
    op.execute("DROP TABLE legal_status")
    op.execute("DROP TABLE guardianship")
    op.execute("DROP TABLE gatekeeping_assessment")
