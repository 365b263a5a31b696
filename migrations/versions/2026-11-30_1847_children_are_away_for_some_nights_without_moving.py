"""Children are away for some nights without moving."""

from __future__ import annotations

from alembic import op

revision = "202611301847"
down_revision = "202611301845"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE temporary_stay (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          child_id UUID NOT NULL,
          programme_id UUID NOT NULL,
          kind TEXT COLLATE "C" NOT NULL,
          nights_a_week INTEGER,
          note TEXT COLLATE "C",
          placement_id UUID NOT NULL,
          home_id UUID,
          partner_id UUID,
          started_on DATE NOT NULL,
          ended_on DATE,
          voided_at TIMESTAMP WITH TIME ZONE,
          void_reason TEXT COLLATE "C",
          child_same_as_id UUID,
          child_file_id UUID GENERATED ALWAYS AS (coalesce(child_same_as_id, child_id)) STORED NOT NULL,
          PRIMARY KEY (country_code, id),
          CONSTRAINT temporary_stay_nights_check CHECK (nights_a_week >= 1 AND nights_a_week <= 7),
          CONSTRAINT temporary_stay_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT temporary_stay_child_id_fkey FOREIGN KEY(country_code, child_id) REFERENCES child (country_code, id),
          CONSTRAINT temporary_stay_programme_id_fkey FOREIGN KEY(country_code, programme_id) REFERENCES programme (country_code, id),
          CONSTRAINT temporary_stay_placement_id_fkey FOREIGN KEY(country_code, child_file_id, placement_id) REFERENCES placement (country_code, child_file_id, id) DEFERRABLE INITIALLY DEFERRED,
          CONSTRAINT temporary_stay_home_id_fkey FOREIGN KEY(country_code, home_id) REFERENCES home (country_code, id),
          CONSTRAINT temporary_stay_partner_id_fkey FOREIGN KEY(country_code, partner_id) REFERENCES community_partner (country_code, id),
          CONSTRAINT temporary_stay_kind_check CHECK (kind IN ('RESPITE', 'HOSPITAL', 'BOARDING_SCHOOL', 'HOLIDAY', 'TRIAL_AT_HOME', 'SHARED_CARE', 'CARER_AWAY', 'OTHER')),
          CONSTRAINT temporary_stay_ended_on_check CHECK (ended_on > started_on),
          CONSTRAINT temporary_stay_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
          CONSTRAINT temporary_stay_one_at_a_time EXCLUDE USING gist (country_code WITH =, child_file_id WITH =, daterange(started_on, ended_on) WITH &&) WHERE ((nights_a_week IS NULL) AND voided_at IS NULL AND id IS NOT NULL)
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE temporary_stay IS 'That a child is away for some nights and does not move: placement, bed and carer go on (paragraph 30).'"
    )
    op.execute("COMMENT ON COLUMN temporary_stay.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN temporary_stay.id IS 'The row''s identity; a client may make it when it creates.'")
    op.execute("COMMENT ON COLUMN temporary_stay.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN temporary_stay.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN temporary_stay.updated_at IS 'When the row last changed.'")
    op.execute("COMMENT ON COLUMN temporary_stay.child_id IS 'The child.'")
    op.execute("COMMENT ON COLUMN temporary_stay.programme_id IS 'The programme that is responsible for the child.'")
    op.execute("COMMENT ON COLUMN temporary_stay.kind IS 'Why it is away.'")
    op.execute(
        "COMMENT ON COLUMN temporary_stay.nights_a_week IS 'How many nights of each week, where it is away in some nights of each: then others may lie in the same days.'"
    )
    op.execute("COMMENT ON COLUMN temporary_stay.note IS 'What somebody has to know of it.'")
    op.execute(
        "COMMENT ON COLUMN temporary_stay.placement_id IS 'The placement in whose days it lies, and with which it ends.'"
    )
    op.execute(
        "COMMENT ON COLUMN temporary_stay.home_id IS 'The home that the child is a guest of, and takes a place in; empty where it is none of ours.'"
    )
    op.execute(
        "COMMENT ON COLUMN temporary_stay.partner_id IS 'The hospital, school or camp where it is, where that is on record.'"
    )
    op.execute("COMMENT ON COLUMN temporary_stay.started_on IS 'The first day.'")
    op.execute("COMMENT ON COLUMN temporary_stay.ended_on IS 'The first day after its last, once it has ended.'")
    op.execute(
        "COMMENT ON COLUMN temporary_stay.voided_at IS 'When the temporary stay was found to have been recorded in error; lists and counts leave it out.'"
    )
    op.execute("COMMENT ON COLUMN temporary_stay.void_reason IS 'How the error came about.'")
    op.execute(
        "COMMENT ON COLUMN temporary_stay.child_same_as_id IS 'The record that the one of child_id leads on to, where it was taken back for one.'"
    )
    op.execute(
        "COMMENT ON COLUMN temporary_stay.child_file_id IS 'The record in whose file the row stands by child_id.'"
    )
    op.execute("CREATE INDEX temporary_stay_child_id_idx ON temporary_stay (country_code, child_file_id, id)")
    op.execute("CREATE INDEX temporary_stay_ended_on_idx ON temporary_stay (country_code, ended_on, id)")
    op.execute("CREATE INDEX temporary_stay_home_id_idx ON temporary_stay (country_code, home_id, id)")
    op.execute("CREATE INDEX temporary_stay_kind_idx ON temporary_stay (country_code, kind, id)")
    op.execute("CREATE INDEX temporary_stay_partner_id_idx ON temporary_stay (country_code, partner_id, id)")
    op.execute("CREATE INDEX temporary_stay_placement_id_idx ON temporary_stay (country_code, placement_id, id)")
    op.execute("CREATE INDEX temporary_stay_programme_id_idx ON temporary_stay (country_code, programme_id, id)")
    op.execute("CREATE INDEX temporary_stay_started_on_idx ON temporary_stay (country_code, started_on, id)")
    op.execute("ALTER TABLE temporary_stay ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE temporary_stay FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE temporary_stay ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY temporary_stay_caseworker ON temporary_stay TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, kind, nights_a_week, note, placement_id, home_id, partner_id, started_on, ended_on, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, kind, nights_a_week, note, placement_id, home_id, partner_id, started_on, ended_on), UPDATE (version, updated_at, kind, nights_a_week, note, placement_id, home_id, partner_id, started_on, ended_on, voided_at, void_reason) ON temporary_stay TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY temporary_stay_office ON temporary_stay TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, kind, nights_a_week, note, placement_id, home_id, partner_id, started_on, ended_on, voided_at, void_reason, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, kind, nights_a_week, note, placement_id, home_id, partner_id, started_on, ended_on, voided_at, void_reason), UPDATE (version, updated_at, programme_id, kind, nights_a_week, note, placement_id, home_id, partner_id, started_on, ended_on, voided_at, void_reason, child_same_as_id) ON temporary_stay TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON temporary_stay TO hearth_operator")
    op.execute("COMMENT ON TABLE home_stay IS 'The days of a home that one placement takes, or one temporary stay.'")
    op.execute("COMMENT ON COLUMN home_stay.id IS 'The id of the placement, or of the temporary stay.'")
    op.execute("COMMENT ON COLUMN home_stay.home_id IS 'The home; empty where it is none of ours.'")
    op.execute("COMMENT ON COLUMN home_stay.voided_at IS 'When it was found to be an error.'")


def downgrade() -> None:
    op.execute("ALTER TABLE home_stay NO FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE temporary_stay NO FORCE ROW LEVEL SECURITY")
    op.execute("DELETE FROM home_stay s USING temporary_stay t WHERE (t.country_code, t.id) = (s.country_code, s.id)")
    op.execute("ALTER TABLE home_stay FORCE ROW LEVEL SECURITY")
    op.execute("COMMENT ON TABLE home_stay IS 'The days of a home that one placement takes.'")
    op.execute("COMMENT ON COLUMN home_stay.id IS 'The placement''s id.'")
    op.execute("COMMENT ON COLUMN home_stay.home_id IS 'The home; empty where the child lives in none of ours.'")
    op.execute("COMMENT ON COLUMN home_stay.voided_at IS 'When the placement was found to be an error.'")
    op.execute("DROP TABLE temporary_stay")
