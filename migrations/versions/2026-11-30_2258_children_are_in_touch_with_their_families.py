"""Children are in touch with their families."""

from __future__ import annotations

from alembic import op

revision = "202611302258"
down_revision = "202611302233"


def upgrade() -> None:
    # A row of a child's file leads to rows of the same file alone.
    op.execute(
        """
        CREATE TABLE family_contact (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          child_id UUID NOT NULL,
          programme_id UUID NOT NULL,
          kind TEXT COLLATE "C" NOT NULL,
          event_id UUID NOT NULL,
          due_on DATE,
          held_on DATE,
          missed_reason TEXT COLLATE "C",
          supervised TEXT COLLATE "C" DEFAULT 'NOT_KNOWN' NOT NULL,
          wish TEXT COLLATE "C" DEFAULT 'NOT_ASKED' NOT NULL,
          met_with TEXT COLLATE "C" NOT NULL,
          mirror TEXT COLLATE "C",
          note TEXT COLLATE "C",
          relative_id UUID,
          sibling_id UUID,
          caregiver_id UUID,
          voided_at TIMESTAMP WITH TIME ZONE,
          void_reason TEXT COLLATE "C",
          not_owed_from DATE,
          not_owed_reason TEXT COLLATE "C",
          child_same_as_id UUID,
          child_file_id UUID GENERATED ALWAYS AS (coalesce(child_same_as_id, child_id)) STORED NOT NULL,
          sibling_same_as_id UUID,
          sibling_file_id UUID GENERATED ALWAYS AS (coalesce(sibling_same_as_id, sibling_id)) STORED,
          PRIMARY KEY (country_code, id),
          CONSTRAINT family_contact_with_one_check CHECK (relative_id IS NOT NULL AND sibling_id IS NULL AND caregiver_id IS NULL OR relative_id IS NULL AND sibling_id IS NOT NULL AND caregiver_id IS NULL OR relative_id IS NULL AND sibling_id IS NULL AND caregiver_id IS NOT NULL),
          CONSTRAINT family_contact_some_day_check CHECK (due_on IS NOT NULL OR held_on IS NOT NULL),
          CONSTRAINT family_contact_mirrored_check CHECK (mirror IS NULL OR sibling_id IS NOT NULL),
          CONSTRAINT family_contact_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT family_contact_child_id_fkey FOREIGN KEY(country_code, child_id) REFERENCES child (country_code, id),
          CONSTRAINT family_contact_programme_id_fkey FOREIGN KEY(country_code, programme_id) REFERENCES programme (country_code, id),
          CONSTRAINT family_contact_relative_id_fkey FOREIGN KEY(country_code, child_file_id, relative_id) REFERENCES relative (country_code, child_file_id, id) DEFERRABLE INITIALLY DEFERRED,
          CONSTRAINT family_contact_sibling_id_fkey FOREIGN KEY(country_code, sibling_id) REFERENCES child (country_code, id),
          CONSTRAINT family_contact_caregiver_id_fkey FOREIGN KEY(country_code, caregiver_id) REFERENCES caregiver (country_code, id),
          CONSTRAINT family_contact_kind_check CHECK (kind IN ('VISIT', 'CALL', 'VIDEO', 'LETTER', 'OUTING')),
          CONSTRAINT family_contact_missed_reason_check CHECK (missed_reason IN ('FAMILY_DID_NOT_COME', 'FAMILY_ILL', 'CHILD_DID_NOT_WANT', 'CHILD_ILL', 'NO_ESCORT', 'NO_TRANSPORT', 'NOT_ALLOWED', 'CALLED_OFF_BY_US', 'OTHER')),
          CONSTRAINT family_contact_supervised_check CHECK (supervised IN ('YES', 'NO', 'NOT_KNOWN')),
          CONSTRAINT family_contact_wish_check CHECK (wish IN ('WANTED', 'NOT_WANTED', 'MIXED', 'NOT_ASKED')),
          CONSTRAINT family_contact_met_with_check CHECK (met_with IN ('PARENT', 'GUARDIAN', 'ADULT_FAMILY', 'SIBLING', 'OTHER')),
          CONSTRAINT family_contact_mirror_check CHECK (mirror IN ('WRITTEN', 'WAITING')),
          CONSTRAINT family_contact_not_owed_reason_check CHECK (not_owed_reason IN ('CARE_ENDED', 'CHILD_DIED', 'REPLACED', 'RULE_CHANGED', 'CHILDS_WISH')),
          CONSTRAINT family_contact_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
          CONSTRAINT family_contact_done_or_not_owed_check CHECK (held_on IS NULL OR not_owed_from IS NULL),
          CONSTRAINT family_contact_held_or_missed_check CHECK (missed_reason IS NULL OR held_on IS NULL),
          CONSTRAINT family_contact_missed_or_not_owed_check CHECK (missed_reason IS NULL OR not_owed_from IS NULL),
          CONSTRAINT family_contact_not_owed_reason_given CHECK ((not_owed_from IS NULL) = (not_owed_reason IS NULL))
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE family_contact IS 'A visit, call, letter or outing with family, a friend or an earlier carer (UN Guidelines, paragraphs 81, 82).'"
    )
    op.execute("COMMENT ON COLUMN family_contact.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN family_contact.id IS 'The row''s identity; a client may make it when it creates.'")
    op.execute("COMMENT ON COLUMN family_contact.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN family_contact.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN family_contact.updated_at IS 'When the row last changed.'")
    op.execute("COMMENT ON COLUMN family_contact.child_id IS 'The child.'")
    op.execute("COMMENT ON COLUMN family_contact.programme_id IS 'The programme that is responsible for the child.'")
    op.execute("COMMENT ON COLUMN family_contact.kind IS 'How they are in touch.'")
    op.execute(
        "COMMENT ON COLUMN family_contact.event_id IS 'What the contacts of one event have in common: three children and their mother at one table, one event.'"
    )
    op.execute(
        "COMMENT ON COLUMN family_contact.due_on IS 'The day for which it is planned; empty of one that was not.'"
    )
    op.execute("COMMENT ON COLUMN family_contact.held_on IS 'The day on which it came about.'")
    op.execute(
        "COMMENT ON COLUMN family_contact.missed_reason IS 'Why it did not come about; empty where it did, or is still to.'"
    )
    op.execute(
        "COMMENT ON COLUMN family_contact.supervised IS 'Whether somebody is there to look after the child meanwhile.'"
    )
    op.execute("COMMENT ON COLUMN family_contact.wish IS 'Whether the child wants it.'")
    op.execute(
        "COMMENT ON COLUMN family_contact.met_with IS 'Who it is with, as figures count it: written when it is recorded.'"
    )
    op.execute(
        "COMMENT ON COLUMN family_contact.mirror IS 'Whether the brother''s or sister''s file says the same; empty of a contact with anybody else.'"
    )
    op.execute("COMMENT ON COLUMN family_contact.note IS 'How it was, and what somebody has to know of it.'")
    op.execute("COMMENT ON COLUMN family_contact.relative_id IS 'The relative, or friend, whom the child meets.'")
    op.execute(
        "COMMENT ON COLUMN family_contact.sibling_id IS 'The brother or sister; empty where another programme is responsible and the caller is a caseworker.'"
    )
    op.execute(
        "COMMENT ON COLUMN family_contact.caregiver_id IS 'The carer of before, whom the child is still in touch with.'"
    )
    op.execute(
        "COMMENT ON COLUMN family_contact.voided_at IS 'When the family contact was found to have been recorded in error; lists and counts leave it out.'"
    )
    op.execute("COMMENT ON COLUMN family_contact.void_reason IS 'How the error came about.'")
    op.execute(
        "COMMENT ON COLUMN family_contact.not_owed_from IS 'From when it is owed no longer; empty as long as it is.'"
    )
    op.execute("COMMENT ON COLUMN family_contact.not_owed_reason IS 'Why it is owed no longer.'")
    op.execute(
        "COMMENT ON COLUMN family_contact.child_same_as_id IS 'The record that the one of child_id leads on to, where it was taken back for one.'"
    )
    op.execute(
        "COMMENT ON COLUMN family_contact.child_file_id IS 'The record in whose file the row stands by child_id.'"
    )
    op.execute(
        "COMMENT ON COLUMN family_contact.sibling_same_as_id IS 'The record that the one of sibling_id leads on to, where it was taken back for one.'"
    )
    op.execute(
        "COMMENT ON COLUMN family_contact.sibling_file_id IS 'The record in whose file the row stands by sibling_id.'"
    )
    op.execute("CREATE INDEX family_contact_caregiver_id_idx ON family_contact (country_code, caregiver_id, id)")
    op.execute("CREATE INDEX family_contact_child_id_idx ON family_contact (country_code, child_file_id, id)")
    op.execute("CREATE INDEX family_contact_due_on_idx ON family_contact (country_code, due_on, id)")
    op.execute("CREATE INDEX family_contact_event_id_idx ON family_contact (country_code, event_id, id)")
    op.execute("CREATE INDEX family_contact_held_on_idx ON family_contact (country_code, held_on, id)")
    op.execute("CREATE INDEX family_contact_kind_idx ON family_contact (country_code, kind, id)")
    op.execute("CREATE INDEX family_contact_met_with_idx ON family_contact (country_code, met_with, id)")
    op.execute("CREATE INDEX family_contact_mirror_idx ON family_contact (country_code, mirror, id)")
    op.execute("CREATE INDEX family_contact_missed_reason_idx ON family_contact (country_code, missed_reason, id)")
    op.execute(
        "CREATE INDEX family_contact_open_idx ON family_contact (country_code, due_on, id) INCLUDE (programme_id) WHERE held_on IS NULL AND not_owed_from IS NULL AND missed_reason IS NULL"
    )
    op.execute("CREATE INDEX family_contact_programme_id_idx ON family_contact (country_code, programme_id, id)")
    op.execute("CREATE INDEX family_contact_relative_id_idx ON family_contact (country_code, relative_id, id)")
    op.execute("CREATE INDEX family_contact_sibling_id_idx ON family_contact (country_code, sibling_file_id, id)")
    op.execute("CREATE INDEX family_contact_wish_idx ON family_contact (country_code, wish, id)")
    op.execute("ALTER TABLE family_contact ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE family_contact FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE family_contact ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY family_contact_caseworker ON family_contact TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, kind, event_id, due_on, held_on, missed_reason, supervised, wish, met_with, mirror, note, relative_id, sibling_id, caregiver_id, voided_at, void_reason, not_owed_from, not_owed_reason, child_same_as_id, child_file_id, sibling_same_as_id, sibling_file_id), INSERT (country_code, id, child_id, programme_id, kind, event_id, due_on, held_on, missed_reason, supervised, wish, met_with, mirror, note, relative_id, sibling_id, caregiver_id), UPDATE (version, updated_at, kind, due_on, held_on, missed_reason, supervised, wish, mirror, note, voided_at, void_reason, not_owed_from, not_owed_reason) ON family_contact TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY family_contact_office ON family_contact TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, kind, event_id, due_on, held_on, missed_reason, supervised, wish, met_with, mirror, note, relative_id, sibling_id, caregiver_id, voided_at, void_reason, not_owed_from, not_owed_reason, child_same_as_id, child_file_id, sibling_same_as_id, sibling_file_id), INSERT (country_code, id, child_id, programme_id, kind, event_id, due_on, held_on, missed_reason, supervised, wish, met_with, mirror, note, relative_id, sibling_id, caregiver_id, voided_at, void_reason, not_owed_from, not_owed_reason), UPDATE (version, updated_at, programme_id, kind, event_id, due_on, held_on, missed_reason, supervised, wish, mirror, note, voided_at, void_reason, not_owed_from, not_owed_reason, child_same_as_id, sibling_same_as_id) ON family_contact TO hearth_office"
    )
    op.execute("CREATE POLICY family_contact_statistics ON family_contact TO hearth_statistics USING (true)")
    op.execute(
        "GRANT SELECT (country_code, child_file_id, kind, held_on, met_with, voided_at) ON family_contact TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON family_contact TO hearth_operator")
    # Children without parents are told apart.
    op.execute("GRANT SELECT (parents_at_entry) ON care_episode TO hearth_statistics")


def downgrade() -> None:
    op.execute("REVOKE SELECT (parents_at_entry) ON care_episode FROM hearth_statistics")
    op.execute("DROP TABLE family_contact")
