"""Who a child's family is."""

from __future__ import annotations

from alembic import op

revision = "202611302228"
down_revision = "202611302225"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE relative_search_key (
          country_code TEXT COLLATE "C" NOT NULL,
          key TEXT COLLATE "C" NOT NULL,
          programme_id UUID NOT NULL,
          row_id UUID NOT NULL,
          PRIMARY KEY (country_code, key, programme_id, row_id)
        )
        """
    )
    op.execute("COMMENT ON TABLE relative_search_key IS 'What a row of relative is found by.'")
    op.execute("COMMENT ON COLUMN relative_search_key.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN relative_search_key.key IS 'A key that the row is found by.'")
    op.execute("COMMENT ON COLUMN relative_search_key.programme_id IS 'The programme that is responsible for the row.'")
    op.execute("COMMENT ON COLUMN relative_search_key.row_id IS 'The row.'")
    op.execute("ALTER TABLE relative_search_key ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE relative_search_key FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE relative_search_key ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY relative_search_key_caseworker ON relative_search_key TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, key, programme_id, row_id), INSERT (country_code, key, programme_id, row_id), DELETE ON relative_search_key TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY relative_search_key_office ON relative_search_key TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, key, programme_id, row_id), INSERT (country_code, key, programme_id, row_id), DELETE ON relative_search_key TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, DELETE, MAINTAIN ON relative_search_key TO hearth_operator")
    op.execute(
        """
        CREATE TABLE relative (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          child_id UUID NOT NULL,
          programme_id UUID NOT NULL,
          person_id UUID DEFAULT uuidv7() NOT NULL,
          relation TEXT COLLATE "C" NOT NULL,
          given_name TEXT COLLATE "C",
          family_name TEXT COLLATE "C",
          birth_date DATE,
          birth_date_precision TEXT COLLATE "C",
          living TEXT COLLATE "C" DEFAULT 'NOT_KNOWN' NOT NULL,
          died_on DATE,
          died_on_precision TEXT COLLATE "C",
          whereabouts TEXT COLLATE "C" NOT NULL,
          tracing TEXT COLLATE "C" DEFAULT 'NOT_NEEDED' NOT NULL,
          phone TEXT COLLATE "C",
          locality TEXT COLLATE "C",
          language TEXT COLLATE "C",
          latitude_e2 INTEGER,
          longitude_e2 INTEGER,
          contact TEXT COLLATE "C" NOT NULL,
          contact_reason TEXT COLLATE "C",
          contact_every_days INTEGER,
          other_child_id UUID,
          caregiver_id UUID,
          voided_at TIMESTAMP WITH TIME ZONE,
          void_reason TEXT COLLATE "C",
          child_same_as_id UUID,
          child_file_id UUID GENERATED ALWAYS AS (coalesce(child_same_as_id, child_id)) STORED NOT NULL,
          other_child_same_as_id UUID,
          other_child_file_id UUID GENERATED ALWAYS AS (coalesce(other_child_same_as_id, other_child_id)) STORED,
          given_name_order TEXT COLLATE "C" DEFAULT '',
          family_name_order TEXT COLLATE "C" DEFAULT '',
          given_name_search TEXT COLLATE "C" DEFAULT '',
          family_name_search TEXT COLLATE "C" DEFAULT '',
          PRIMARY KEY (country_code, id),
          CONSTRAINT relative_two_children_check CHECK (child_id <> other_child_id),
          CONSTRAINT relative_contact_reason_given_check CHECK (contact != 'NOT_NOW' AND contact != 'FORBIDDEN' OR contact_reason IS NOT NULL),
          CONSTRAINT relative_forbidden_by_court_check CHECK (contact != 'FORBIDDEN' OR contact_reason = 'COURT_ORDER'),
          CONSTRAINT relative_contact_every_days_check CHECK (contact_every_days >= 1 AND contact_every_days <= 366),
          CONSTRAINT relative_died_check CHECK (died_on IS NULL OR living IS NOT NULL AND living = 'NO'),
          CONSTRAINT relative_died_after_birth_check CHECK (died_on >= birth_date),
          CONSTRAINT relative_latitude_check CHECK (latitude_e2 >= -9000 AND latitude_e2 <= 9000),
          CONSTRAINT relative_longitude_check CHECK (longitude_e2 >= -18000 AND longitude_e2 <= 18000),
          CONSTRAINT relative_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT relative_child_id_fkey FOREIGN KEY(country_code, child_id) REFERENCES child (country_code, id),
          CONSTRAINT relative_programme_id_fkey FOREIGN KEY(country_code, programme_id) REFERENCES programme (country_code, id),
          CONSTRAINT relative_other_child_id_fkey FOREIGN KEY(country_code, other_child_id) REFERENCES child (country_code, id),
          CONSTRAINT relative_caregiver_id_fkey FOREIGN KEY(country_code, caregiver_id) REFERENCES caregiver (country_code, id),
          CONSTRAINT relative_relation_check CHECK (relation IN ('MOTHER', 'FATHER', 'STEP_PARENT', 'PARTNER', 'GRANDMOTHER', 'GRANDFATHER', 'AUNT_OR_UNCLE', 'SIBLING', 'OWN_CHILD', 'COUSIN', 'FAMILY_FRIEND', 'FRIEND_OR_NEIGHBOUR', 'OTHER')),
          CONSTRAINT relative_birth_date_precision_check CHECK (birth_date_precision IN ('DAY', 'MONTH', 'YEAR', 'ESTIMATED')),
          CONSTRAINT relative_birth_date_precision_known CHECK ((birth_date IS NULL) = (birth_date_precision IS NULL)),
          CONSTRAINT relative_living_check CHECK (living IN ('YES', 'NO', 'NOT_KNOWN')),
          CONSTRAINT relative_died_on_precision_check CHECK (died_on_precision IN ('DAY', 'MONTH', 'YEAR', 'ESTIMATED')),
          CONSTRAINT relative_died_on_precision_known CHECK ((died_on IS NULL) = (died_on_precision IS NULL)),
          CONSTRAINT relative_whereabouts_check CHECK (whereabouts IN ('KNOWN', 'UNKNOWN')),
          CONSTRAINT relative_tracing_check CHECK (tracing IN ('NOT_NEEDED', 'OPEN', 'TRACED', 'VERIFIED', 'NOT_FOUND', 'STOPPED')),
          CONSTRAINT relative_contact_check CHECK (contact IN ('ENCOURAGED', 'ALLOWED', 'SUPERVISED', 'NOT_NOW', 'FORBIDDEN')),
          CONSTRAINT relative_contact_reason_check CHECK (contact_reason IN ('COURT_ORDER', 'RISK_OF_VIOLENCE', 'RISK_OF_ABDUCTION', 'CHILDS_WISH', 'OWN_WISH')),
          CONSTRAINT relative_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL))
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE relative IS 'Somebody of a child''s family, or as close; of one person each child has a row (paragraphs 14, 42, 81, 148).'"
    )
    op.execute("COMMENT ON COLUMN relative.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN relative.id IS 'The row''s identity; a client may make it when it creates.'")
    op.execute("COMMENT ON COLUMN relative.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN relative.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN relative.updated_at IS 'When the row last changed.'")
    op.execute("COMMENT ON COLUMN relative.child_id IS 'The child.'")
    op.execute("COMMENT ON COLUMN relative.programme_id IS 'The programme that is responsible for the child.'")
    op.execute(
        "COMMENT ON COLUMN relative.person_id IS 'Who it is: the same in the rows of brothers and sisters whose relative it is.'"
    )
    op.execute("COMMENT ON COLUMN relative.relation IS 'What the relative is to the child.'")
    op.execute(
        "COMMENT ON COLUMN relative.given_name IS 'The name that the relative is called by; empty where nobody knows it.'"
    )
    op.execute("COMMENT ON COLUMN relative.family_name IS 'The family''s name; some people have one name only.'")
    op.execute(
        "COMMENT ON COLUMN relative.birth_date IS 'The day of birth, or the first day of the time that is known; empty where it is unknown.'"
    )
    op.execute("COMMENT ON COLUMN relative.birth_date_precision IS 'How much of the birth date is known.'")
    op.execute("COMMENT ON COLUMN relative.living IS 'Whether the relative is living.'")
    op.execute(
        "COMMENT ON COLUMN relative.died_on IS 'The day on which the relative died, or the first day of the time that is known.'"
    )
    op.execute("COMMENT ON COLUMN relative.died_on_precision IS 'How much of the day of death is known.'")
    op.execute("COMMENT ON COLUMN relative.whereabouts IS 'Whether it is known where the relative is.'")
    op.execute("COMMENT ON COLUMN relative.tracing IS 'Where the search for the relative stands.'")
    op.execute(
        "COMMENT ON COLUMN relative.phone IS 'Where the relative is reached; emptied some years after care, as the country has laid down.'"
    )
    op.execute(
        "COMMENT ON COLUMN relative.locality IS 'The village, town or quarter where the relative lives; emptied as `phone` is.'"
    )
    op.execute(
        "COMMENT ON COLUMN relative.language IS 'ISO 639 code of the language in which one talks with the relative.'"
    )
    op.execute(
        "COMMENT ON COLUMN relative.latitude_e2 IS 'How far north of the equator the relative lives, in hundredths of a degree, a kilometre or so; emptied as `phone` is.'"
    )
    op.execute(
        "COMMENT ON COLUMN relative.longitude_e2 IS 'How far east of Greenwich, in hundredths of a degree; emptied as `phone` is.'"
    )
    op.execute("COMMENT ON COLUMN relative.contact IS 'Whether the two meet.'")
    op.execute("COMMENT ON COLUMN relative.contact_reason IS 'Why they may not meet, or not alone.'")
    op.execute(
        "COMMENT ON COLUMN relative.contact_every_days IS 'Within how many days they meet again; the country''s own expectation where it is empty.'"
    )
    op.execute(
        "COMMENT ON COLUMN relative.other_child_id IS 'The relative, where it is a child of ours, as the mother of sixteen is; empty where another programme is responsible and the caller is a caseworker.'"
    )
    op.execute(
        "COMMENT ON COLUMN relative.caregiver_id IS 'The caregiver that the relative is, where it is one of ours: a grandmother who becomes a kinship carer.'"
    )
    op.execute(
        "COMMENT ON COLUMN relative.voided_at IS 'When the relative was found to have been recorded in error; lists and counts leave it out.'"
    )
    op.execute("COMMENT ON COLUMN relative.void_reason IS 'How the error came about.'")
    op.execute(
        "COMMENT ON COLUMN relative.child_same_as_id IS 'The record that the one of child_id leads on to, where it was taken back for one.'"
    )
    op.execute("COMMENT ON COLUMN relative.child_file_id IS 'The record in whose file the row stands by child_id.'")
    op.execute(
        "COMMENT ON COLUMN relative.other_child_same_as_id IS 'The record that the one of other_child_id leads on to, where it was taken back for one.'"
    )
    op.execute(
        "COMMENT ON COLUMN relative.other_child_file_id IS 'The record in whose file the row stands by other_child_id.'"
    )
    op.execute(
        "COMMENT ON COLUMN relative.given_name_order IS 'What lists are ordered by in place of given_name, as people of the country order.'"
    )
    op.execute(
        "COMMENT ON COLUMN relative.family_name_order IS 'What lists are ordered by in place of family_name, as people of the country order.'"
    )
    op.execute(
        "COMMENT ON COLUMN relative.given_name_search IS 'What rows are found by in place of given_name; a row each in the table of search keys.'"
    )
    op.execute(
        "COMMENT ON COLUMN relative.family_name_search IS 'What rows are found by in place of family_name; a row each in the table of search keys.'"
    )
    op.execute("CREATE INDEX relative_caregiver_id_idx ON relative (country_code, caregiver_id, id)")
    op.execute("CREATE INDEX relative_child_id_idx ON relative (country_code, child_file_id, id)")
    op.execute("CREATE INDEX relative_contact_idx ON relative (country_code, contact, id)")
    op.execute("CREATE INDEX relative_died_on_idx ON relative (country_code, died_on, id)")
    op.execute("CREATE INDEX relative_family_name_idx ON relative (country_code, family_name, id)")
    op.execute("CREATE INDEX relative_family_name_order_idx ON relative (country_code, family_name_order, id)")
    op.execute("CREATE INDEX relative_given_name_idx ON relative (country_code, given_name, id)")
    op.execute("CREATE INDEX relative_given_name_order_idx ON relative (country_code, given_name_order, id)")
    op.execute("CREATE INDEX relative_living_idx ON relative (country_code, living, id)")
    op.execute("CREATE INDEX relative_other_child_id_idx ON relative (country_code, other_child_file_id, id)")
    op.execute("CREATE INDEX relative_person_id_idx ON relative (country_code, person_id, id)")
    op.execute(
        "CREATE UNIQUE INDEX relative_person_key ON relative (country_code, child_id, person_id) WHERE voided_at IS NULL"
    )
    op.execute("CREATE INDEX relative_programme_id_idx ON relative (country_code, programme_id, id)")
    op.execute("CREATE INDEX relative_relation_idx ON relative (country_code, relation, id)")
    op.execute("CREATE INDEX relative_tracing_idx ON relative (country_code, tracing, id)")
    op.execute("CREATE INDEX relative_whereabouts_idx ON relative (country_code, whereabouts, id)")
    op.execute("ALTER TABLE relative ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE relative FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE relative ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY relative_caseworker ON relative TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, person_id, relation, given_name, family_name, birth_date, birth_date_precision, living, died_on, died_on_precision, whereabouts, tracing, phone, locality, language, latitude_e2, longitude_e2, contact, contact_reason, contact_every_days, other_child_id, caregiver_id, voided_at, void_reason, child_same_as_id, child_file_id, other_child_same_as_id, other_child_file_id, given_name_order, family_name_order, given_name_search, family_name_search), INSERT (country_code, id, child_id, programme_id, person_id, relation, given_name, family_name, birth_date, birth_date_precision, living, died_on, died_on_precision, whereabouts, tracing, phone, locality, language, latitude_e2, longitude_e2, contact, contact_reason, contact_every_days, other_child_id, caregiver_id, given_name_order, family_name_order, given_name_search, family_name_search), UPDATE (version, updated_at, person_id, relation, given_name, family_name, birth_date, birth_date_precision, living, died_on, died_on_precision, whereabouts, tracing, phone, locality, language, latitude_e2, longitude_e2, contact, contact_reason, contact_every_days, other_child_id, caregiver_id, voided_at, void_reason, given_name_order, family_name_order, given_name_search, family_name_search) ON relative TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY relative_office ON relative TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, person_id, relation, given_name, family_name, birth_date, birth_date_precision, living, died_on, died_on_precision, whereabouts, tracing, phone, locality, language, latitude_e2, longitude_e2, contact, contact_reason, contact_every_days, other_child_id, caregiver_id, voided_at, void_reason, child_same_as_id, child_file_id, other_child_same_as_id, other_child_file_id, given_name_order, family_name_order, given_name_search, family_name_search), INSERT (country_code, id, child_id, programme_id, person_id, relation, given_name, family_name, birth_date, birth_date_precision, living, died_on, died_on_precision, whereabouts, tracing, phone, locality, language, latitude_e2, longitude_e2, contact, contact_reason, contact_every_days, other_child_id, caregiver_id, voided_at, void_reason, given_name_order, family_name_order, given_name_search, family_name_search), UPDATE (version, updated_at, programme_id, person_id, relation, given_name, family_name, birth_date, birth_date_precision, living, died_on, died_on_precision, whereabouts, tracing, phone, locality, language, latitude_e2, longitude_e2, contact, contact_reason, contact_every_days, other_child_id, caregiver_id, voided_at, void_reason, child_same_as_id, other_child_same_as_id, given_name_order, family_name_order, given_name_search, family_name_search) ON relative TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON relative TO hearth_operator")


def downgrade() -> None:
    op.execute("DROP TABLE relative")
    op.execute("DROP TABLE relative_search_key")
