"""Homes are licensed and inspected and have addresses."""

from __future__ import annotations

from alembic import op

revision = "202611301558"
down_revision = "202611301320"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE home_address (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          home_id UUID NOT NULL,
          programme_id UUID NOT NULL,
          locality TEXT COLLATE "C" NOT NULL,
          latitude_e2 INTEGER,
          longitude_e2 INTEGER,
          started_on DATE NOT NULL,
          ended_on DATE,
          voided_at TIMESTAMP WITH TIME ZONE,
          void_reason TEXT COLLATE "C",
          PRIMARY KEY (country_code, id),
          CONSTRAINT home_address_latitude_check CHECK (latitude_e2 >= -9000 AND latitude_e2 <= 9000),
          CONSTRAINT home_address_longitude_check CHECK (longitude_e2 >= -18000 AND longitude_e2 <= 18000),
          CONSTRAINT home_address_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT home_address_home_id_fkey FOREIGN KEY(country_code, home_id) REFERENCES home (country_code, id),
          CONSTRAINT home_address_programme_id_fkey FOREIGN KEY(country_code, programme_id) REFERENCES programme (country_code, id),
          CONSTRAINT home_address_ended_on_check CHECK (ended_on > started_on),
          CONSTRAINT home_address_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
          CONSTRAINT home_address_one_at_a_time EXCLUDE USING gist (country_code WITH =, home_id WITH =, daterange(started_on, ended_on) WITH &&) WHERE (voided_at IS NULL AND id IS NOT NULL)
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE home_address IS 'Where a home is for a time: families move, and where one grew up is not overwritten (paragraphs 11 and 110).'"
    )
    op.execute("COMMENT ON COLUMN home_address.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN home_address.id IS 'The row''s identity; a client may make it when it creates.'")
    op.execute("COMMENT ON COLUMN home_address.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN home_address.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN home_address.updated_at IS 'When the row last changed.'")
    op.execute("COMMENT ON COLUMN home_address.home_id IS 'The home.'")
    op.execute("COMMENT ON COLUMN home_address.programme_id IS 'The programme that is responsible for the home.'")
    op.execute("COMMENT ON COLUMN home_address.locality IS 'The village, town or quarter that it belongs to.'")
    op.execute(
        "COMMENT ON COLUMN home_address.latitude_e2 IS 'How far north of the equator, in hundredths of a degree, a kilometre or so; below 0 south of it.'"
    )
    op.execute(
        "COMMENT ON COLUMN home_address.longitude_e2 IS 'How far east of Greenwich, in hundredths of a degree; below 0 west of it.'"
    )
    op.execute("COMMENT ON COLUMN home_address.started_on IS 'The first day.'")
    op.execute("COMMENT ON COLUMN home_address.ended_on IS 'The first day after its last, once it has ended.'")
    op.execute(
        "COMMENT ON COLUMN home_address.voided_at IS 'When the home address was found to have been recorded in error; lists and counts leave it out.'"
    )
    op.execute("COMMENT ON COLUMN home_address.void_reason IS 'How the error came about.'")
    op.execute("CREATE INDEX home_address_ended_on_idx ON home_address (country_code, ended_on, id)")
    op.execute("CREATE INDEX home_address_home_id_idx ON home_address (country_code, home_id, id)")
    op.execute("CREATE INDEX home_address_programme_id_idx ON home_address (country_code, programme_id, id)")
    op.execute("CREATE INDEX home_address_started_on_idx ON home_address (country_code, started_on, id)")
    op.execute("ALTER TABLE home_address ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE home_address FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE home_address ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY home_address_caseworker ON home_address TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, home_id, programme_id, locality, latitude_e2, longitude_e2, started_on, ended_on, voided_at, void_reason), INSERT (country_code, id, home_id, programme_id, locality, latitude_e2, longitude_e2, started_on, ended_on), UPDATE (version, updated_at, locality, latitude_e2, longitude_e2, started_on, ended_on, voided_at, void_reason) ON home_address TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY home_address_office ON home_address TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, home_id, programme_id, locality, latitude_e2, longitude_e2, started_on, ended_on, voided_at, void_reason), INSERT (country_code, id, home_id, programme_id, locality, latitude_e2, longitude_e2, started_on, ended_on, voided_at, void_reason), UPDATE (version, updated_at, locality, latitude_e2, longitude_e2, started_on, ended_on, voided_at, void_reason) ON home_address TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON home_address TO hearth_operator")
    op.execute(
        """
        CREATE TABLE inspection (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          home_id UUID NOT NULL,
          programme_id UUID NOT NULL,
          kind TEXT COLLATE "C" NOT NULL,
          held_on DATE NOT NULL,
          valid_until DATE,
          outcome TEXT COLLATE "C" NOT NULL,
          announced TEXT COLLATE "C" DEFAULT 'NOT_KNOWN' NOT NULL,
          children_heard INTEGER,
          carried_out_by TEXT COLLATE "C" NOT NULL,
          note TEXT COLLATE "C",
          voided_at TIMESTAMP WITH TIME ZONE,
          void_reason TEXT COLLATE "C",
          PRIMARY KEY (country_code, id),
          CONSTRAINT inspection_children_heard_check CHECK (children_heard > -1),
          CONSTRAINT inspection_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT inspection_home_id_fkey FOREIGN KEY(country_code, home_id) REFERENCES home (country_code, id),
          CONSTRAINT inspection_programme_id_fkey FOREIGN KEY(country_code, programme_id) REFERENCES programme (country_code, id),
          CONSTRAINT inspection_kind_check CHECK (kind IN ('LICENCE', 'REGISTRATION', 'INSPECTION', 'COMPLAINT_VISIT')),
          CONSTRAINT inspection_valid_until_check CHECK (valid_until > held_on),
          CONSTRAINT inspection_outcome_check CHECK (outcome IN ('PASSED', 'CONDITIONS', 'FAILED', 'WITHDRAWN')),
          CONSTRAINT inspection_announced_check CHECK (announced IN ('YES', 'NO', 'NOT_KNOWN')),
          CONSTRAINT inspection_void_reason_given CHECK ((voided_at IS NULL) = (void_reason IS NULL))
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE inspection IS 'That a home was licensed, registered or inspected (UN Guidelines, paragraphs 55, 105, 128 and 129).'"
    )
    op.execute("COMMENT ON COLUMN inspection.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN inspection.id IS 'The row''s identity; a client may make it when it creates.'")
    op.execute("COMMENT ON COLUMN inspection.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN inspection.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN inspection.updated_at IS 'When the row last changed.'")
    op.execute("COMMENT ON COLUMN inspection.home_id IS 'The home.'")
    op.execute("COMMENT ON COLUMN inspection.programme_id IS 'The programme that is responsible for the home.'")
    op.execute("COMMENT ON COLUMN inspection.kind IS 'What it is.'")
    op.execute("COMMENT ON COLUMN inspection.held_on IS 'The day on which it was, or was decided.'")
    op.execute(
        "COMMENT ON COLUMN inspection.valid_until IS 'The first day on which a licence or a registration holds no longer: `9999-12-31` for one without end; empty where it is not known.'"
    )
    op.execute("COMMENT ON COLUMN inspection.outcome IS 'What came of it.'")
    op.execute("COMMENT ON COLUMN inspection.announced IS 'Whether the home knew beforehand that somebody would come.'")
    op.execute(
        "COMMENT ON COLUMN inspection.children_heard IS 'With how many of the children somebody talked; empty where nobody has written that down.'"
    )
    op.execute("COMMENT ON COLUMN inspection.carried_out_by IS 'Which authority or body carried it out.'")
    op.execute("COMMENT ON COLUMN inspection.note IS 'What has to change, or was seen to be good.'")
    op.execute(
        "COMMENT ON COLUMN inspection.voided_at IS 'When the inspection was found to have been recorded in error; lists and counts leave it out.'"
    )
    op.execute("COMMENT ON COLUMN inspection.void_reason IS 'How the error came about.'")
    op.execute("CREATE INDEX inspection_held_on_idx ON inspection (country_code, held_on, id)")
    op.execute("CREATE INDEX inspection_home_id_idx ON inspection (country_code, home_id, id)")
    op.execute("CREATE INDEX inspection_kind_idx ON inspection (country_code, kind, id)")
    op.execute("CREATE INDEX inspection_outcome_idx ON inspection (country_code, outcome, id)")
    op.execute("CREATE INDEX inspection_programme_id_idx ON inspection (country_code, programme_id, id)")
    op.execute("CREATE INDEX inspection_valid_until_idx ON inspection (country_code, valid_until, id)")
    op.execute("ALTER TABLE inspection ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE inspection FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE inspection ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY inspection_caseworker ON inspection TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, home_id, programme_id, kind, held_on, valid_until, outcome, announced, children_heard, carried_out_by, note, voided_at, void_reason) ON inspection TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY inspection_office ON inspection TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, home_id, programme_id, kind, held_on, valid_until, outcome, announced, children_heard, carried_out_by, note, voided_at, void_reason), INSERT (country_code, id, home_id, programme_id, kind, held_on, valid_until, outcome, announced, children_heard, carried_out_by, note, voided_at, void_reason), UPDATE (version, updated_at, kind, held_on, valid_until, outcome, announced, children_heard, carried_out_by, note, voided_at, void_reason) ON inspection TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON inspection TO hearth_operator")
    op.execute(
        """
        ALTER TABLE home ADD COLUMN provider TEXT COLLATE "C"
        """
    )
    op.execute("COMMENT ON COLUMN home.provider IS 'Who runs it; empty where nobody has written that down.'")
    op.execute(
        """
        ALTER TABLE home ADD COLUMN registration_number TEXT COLLATE "C"
        """
    )
    op.execute(
        "COMMENT ON COLUMN home.registration_number IS 'Its number in the register of homes that the country keeps; no other home of the country has it.'"
    )
    op.execute("ALTER TABLE home ADD COLUMN ages_from INTEGER")
    op.execute(
        "COMMENT ON COLUMN home.ages_from IS 'The age from which it takes children in, in completed years; empty where none is said.'"
    )
    op.execute("ALTER TABLE home ADD COLUMN ages_to INTEGER")
    op.execute(
        "COMMENT ON COLUMN home.ages_to IS 'The age up to which it takes children in, in completed years; empty where none is said.'"
    )
    op.execute(
        """
        ALTER TABLE home ADD COLUMN languages TEXT COLLATE "C"
        """
    )
    op.execute(
        "COMMENT ON COLUMN home.languages IS 'ISO 639 codes of the languages that are spoken there, a space between: `sw en`.'"
    )
    op.execute("ALTER TABLE home ADD COLUMN own_children INTEGER")
    op.execute(
        "COMMENT ON COLUMN home.own_children IS 'How many children of the carers'' own live there too; empty where nobody has written that down.'"
    )
    op.execute(
        r"""
        ALTER TABLE home ADD COLUMN registration_number_key TEXT COLLATE "C" GENERATED ALWAYS AS (regexp_replace(regexp_replace(normalize(casefold(normalize(regexp_replace(registration_number, '[\u00ad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\u0001-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f]', '', 'g'), NFKC) COLLATE pg_unicode_fast), NFKC), '^[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000]+|[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000]+$', '', 'g'), '[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000\u002d\u2010-\u2013\u2043\u2212\ufe63\uff0d\u2014-\u2015\ufe58]+', '-', 'g') COLLATE "C") STORED
        """
    )
    op.execute(
        "COMMENT ON COLUMN home.registration_number_key IS 'What registration numbers are compared by: other capitals, spaces or hyphens make no other number.'"
    )
    op.execute("ALTER TABLE home ADD CONSTRAINT home_ages_check CHECK (ages_to >= ages_from)")
    op.execute("ALTER TABLE home ADD CONSTRAINT home_ages_from_check CHECK (ages_from > -1)")
    op.execute("ALTER TABLE home ADD CONSTRAINT home_own_children_check CHECK (own_children > -1)")
    op.execute(
        "ALTER TABLE home ADD CONSTRAINT home_provider_check CHECK (provider IN ('OWN', 'PUBLIC', 'PRIVATE', 'VOLUNTARY', 'FAMILY'))"
    )
    op.execute("CREATE INDEX home_provider_idx ON home (country_code, provider, id)")
    op.execute("CREATE INDEX home_registration_number_idx ON home (country_code, registration_number, id)")
    op.execute(
        "CREATE UNIQUE INDEX home_registration_number_key ON home (country_code, registration_number_key)"
        " WHERE voided_at IS NULL AND registration_number_key IS NOT NULL"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, name, form, setting, capacity, locality, opened_on, closed_on, provider, registration_number, ages_from, ages_to, languages, own_children, registration_number_key, voided_at, void_reason, name_order), UPDATE (version, updated_at, locality) ON home TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, name, form, setting, capacity, locality, opened_on, closed_on, provider, registration_number, ages_from, ages_to, languages, own_children, registration_number_key, voided_at, void_reason, name_order, name_search), INSERT (country_code, id, programme_id, name, form, capacity, locality, opened_on, closed_on, provider, registration_number, ages_from, ages_to, languages, own_children, voided_at, void_reason, name_order, name_search), UPDATE (version, updated_at, name, form, capacity, locality, opened_on, closed_on, provider, registration_number, ages_from, ages_to, languages, own_children, voided_at, void_reason, name_order, name_search) ON home TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (country_code, id, programme_id, form, setting, capacity, opened_on, closed_on, voided_at) ON home TO hearth_region"
    )
    op.execute(
        "GRANT SELECT (country_code, id, programme_id, form, setting, capacity, opened_on, closed_on, voided_at) ON home TO hearth_headquarters"
    )
    op.execute(
        "GRANT SELECT (country_code, id, programme_id, form, setting, capacity, opened_on, closed_on, updated_at, voided_at) ON home TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON home TO hearth_operator")


def downgrade() -> None:
    op.execute("DROP INDEX home_registration_number_key")
    op.execute("DROP INDEX home_registration_number_idx")
    op.execute("DROP INDEX home_provider_idx")
    op.execute("ALTER TABLE home DROP CONSTRAINT home_provider_check")
    op.execute("ALTER TABLE home DROP CONSTRAINT home_own_children_check")
    op.execute("ALTER TABLE home DROP CONSTRAINT home_ages_from_check")
    op.execute("ALTER TABLE home DROP CONSTRAINT home_ages_check")
    op.execute("ALTER TABLE home DROP COLUMN registration_number_key")
    op.execute("ALTER TABLE home DROP COLUMN own_children")
    op.execute("ALTER TABLE home DROP COLUMN languages")
    op.execute("ALTER TABLE home DROP COLUMN ages_to")
    op.execute("ALTER TABLE home DROP COLUMN ages_from")
    op.execute("ALTER TABLE home DROP COLUMN registration_number")
    op.execute("ALTER TABLE home DROP COLUMN provider")
    op.execute("DROP TABLE inspection")
    op.execute("DROP TABLE home_address")
