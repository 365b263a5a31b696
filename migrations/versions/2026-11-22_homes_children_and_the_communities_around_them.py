"""Homes, children and the communities around them."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
    op.execute(
        """
        CREATE FUNCTION hearth_scope(country text, countries text, programmes text) RETURNS void
        LANGUAGE plpgsql AS $$
        BEGIN
          -- Always all of them, one statement each: what an earlier transaction left behind is overwritten,
          -- and the workers of a distributed server hear of each.
          EXECUTE format('SET LOCAL hearth.country = %L', country);
          EXECUTE format('SET LOCAL hearth.countries = %L', countries);
          EXECUTE format('SET LOCAL hearth.programmes = %L', programmes);
        END
        $$
        """
    )
    op.execute("REVOKE EXECUTE ON FUNCTION hearth_scope(text, text, text) FROM PUBLIC")
    op.execute(
        "GRANT EXECUTE ON FUNCTION hearth_scope(text, text, text) TO hearth_caseworker, hearth_office, hearth_region, hearth_headquarters, hearth_auditor"
    )
    op.execute(
        """
        CREATE TABLE country (
          code TEXT COLLATE "C" NOT NULL,
          name TEXT COLLATE "C" NOT NULL,
          region TEXT COLLATE "C" NOT NULL,
          languages TEXT[] COLLATE "C" NOT NULL,
          currency TEXT COLLATE "C" NOT NULL,
          time_zone TEXT COLLATE "C" NOT NULL,
          age_of_majority INTEGER NOT NULL,
          PRIMARY KEY (code)
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE country IS 'A country in which the federation cares for children; a national office acts within one.'"
    )
    op.execute("COMMENT ON COLUMN country.code IS 'ISO 3166-1 alpha-2 code.'")
    op.execute("COMMENT ON COLUMN country.name IS 'English short name.'")
    op.execute("COMMENT ON COLUMN country.region IS 'The federation''s region.'")
    op.execute(
        "COMMENT ON COLUMN country.languages IS 'ISO 639 codes of its languages, the most used in public life first.'"
    )
    op.execute("COMMENT ON COLUMN country.currency IS 'ISO 4217 code of its currency.'")
    op.execute("COMMENT ON COLUMN country.time_zone IS 'IANA time zone by which its days begin and end.'")
    op.execute("COMMENT ON COLUMN country.age_of_majority IS 'Age in years at which the law calls a person adult.'")
    op.execute("CREATE INDEX country_name_idx ON country (name)")
    op.execute("CREATE INDEX country_region_idx ON country (region)")
    op.execute(
        "GRANT SELECT (code, name, region, languages, currency, time_zone, age_of_majority) ON country TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (code, name, region, languages, currency, time_zone, age_of_majority) ON country TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (code, name, region, languages, currency, time_zone, age_of_majority) ON country TO hearth_region"
    )
    op.execute(
        "GRANT SELECT (code, name, region, languages, currency, time_zone, age_of_majority) ON country TO hearth_headquarters"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON country TO hearth_operator")
    op.execute(
        """
        CREATE TABLE community_partner (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          name TEXT COLLATE "C" NOT NULL,
          kind TEXT COLLATE "C" NOT NULL,
          locality TEXT COLLATE "C",
          PRIMARY KEY (country_code, id),
          CONSTRAINT community_partner_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT community_partner_kind_check CHECK (kind IN ('SCHOOL', 'SPORTS_CLUB', 'ARTS_AND_CULTURE', 'FAITH_COMMUNITY', 'NEIGHBOURHOOD', 'VOLUNTEER_GROUP', 'EMPLOYER', 'HEALTH_SERVICE', 'LOCAL_AUTHORITY', 'OTHER'))
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE community_partner IS 'Who in the local community stands beside children and homes; all programmes of a country share them.'"
    )
    op.execute("COMMENT ON COLUMN community_partner.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN community_partner.id IS 'The row''s identity; a client may make it when it creates.'")
    op.execute("COMMENT ON COLUMN community_partner.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN community_partner.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN community_partner.updated_at IS 'When the row last changed.'")
    op.execute("COMMENT ON COLUMN community_partner.name IS 'What people call it.'")
    op.execute("COMMENT ON COLUMN community_partner.kind IS 'What it is in its community.'")
    op.execute("COMMENT ON COLUMN community_partner.locality IS 'The village, town or quarter where it is.'")
    op.execute("CREATE INDEX community_partner_kind_idx ON community_partner (country_code, kind, id)")
    op.execute("CREATE INDEX community_partner_name_idx ON community_partner (country_code, name, id)")
    op.execute("ALTER TABLE community_partner ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE community_partner FORCE ROW LEVEL SECURITY")
    op.execute(
        "CREATE POLICY community_partner_caseworker ON community_partner TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, locality) ON community_partner TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY community_partner_office ON community_partner TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, locality) ON community_partner TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON community_partner TO hearth_operator")
    op.execute(
        """
        CREATE TABLE programme (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          name TEXT COLLATE "C" NOT NULL,
          kind TEXT COLLATE "C" NOT NULL,
          started_on DATE NOT NULL,
          ended_on DATE,
          annual_budget NUMERIC(14, 2),
          people_reached BIGINT DEFAULT 0 NOT NULL,
          PRIMARY KEY (country_code, id),
          CONSTRAINT programme_ended_on_check CHECK (ended_on > started_on),
          CONSTRAINT programme_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT programme_kind_check CHECK (kind IN ('ALTERNATIVE_CARE', 'FAMILY_STRENGTHENING', 'YOUTH_CARE', 'AFTERCARE', 'EMERGENCY', 'EDUCATION', 'COMMUNITY'))
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE programme IS 'What the federation does in one place, under one responsible team; gifts go straight to it.'"
    )
    op.execute("COMMENT ON COLUMN programme.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN programme.id IS 'The row''s identity; a client may make it when it creates.'")
    op.execute("COMMENT ON COLUMN programme.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN programme.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN programme.updated_at IS 'When the row last changed.'")
    op.execute("COMMENT ON COLUMN programme.name IS 'The name that people know it by.'")
    op.execute("COMMENT ON COLUMN programme.kind IS 'What it offers.'")
    op.execute("COMMENT ON COLUMN programme.started_on IS 'Its first day.'")
    op.execute("COMMENT ON COLUMN programme.ended_on IS 'The first day after its last, once it has ended.'")
    op.execute(
        "COMMENT ON COLUMN programme.annual_budget IS 'Money planned for the running year, in the country''s currency.'"
    )
    op.execute(
        "COMMENT ON COLUMN programme.people_reached IS 'People reached by its public campaigns since it began, counted once for each time.'"
    )
    op.execute("CREATE INDEX programme_kind_idx ON programme (country_code, kind, id)")
    op.execute("CREATE INDEX programme_name_idx ON programme (country_code, name, id)")
    op.execute("CREATE INDEX programme_started_on_idx ON programme (country_code, started_on, id)")
    op.execute("ALTER TABLE programme ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE programme FORCE ROW LEVEL SECURITY")
    op.execute(
        "CREATE POLICY programme_caseworker ON programme TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, started_on, ended_on, annual_budget, people_reached) ON programme TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY programme_office ON programme TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, started_on, ended_on, annual_budget, people_reached) ON programme TO hearth_office"
    )
    op.execute(
        "CREATE POLICY programme_region ON programme TO hearth_region USING (country_code = ANY (string_to_array(nullif(current_setting('hearth.countries', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, started_on, ended_on, annual_budget, people_reached) ON programme TO hearth_region"
    )
    op.execute("CREATE POLICY programme_headquarters ON programme TO hearth_headquarters USING (true)")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, started_on, ended_on, annual_budget, people_reached) ON programme TO hearth_headquarters"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON programme TO hearth_operator")
    op.execute(
        """
        CREATE TABLE child (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          programme_id UUID NOT NULL,
          case_number TEXT COLLATE "C" NOT NULL,
          given_name TEXT COLLATE "C" NOT NULL,
          family_name TEXT COLLATE "C",
          birth_date DATE,
          birth_date_precision TEXT COLLATE "C",
          sex TEXT COLLATE "C" NOT NULL,
          first_language TEXT COLLATE "C",
          interests TEXT COLLATE "C",
          enrolled_on DATE NOT NULL,
          PRIMARY KEY (country_code, id),
          CONSTRAINT child_case_number_key UNIQUE (country_code, programme_id, case_number),
          CONSTRAINT child_birth_date_precision_known CHECK ((birth_date IS NULL) = (birth_date_precision IS NULL)),
          CONSTRAINT child_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT child_programme_id_fkey FOREIGN KEY(country_code, programme_id) REFERENCES programme (country_code, id),
          CONSTRAINT child_birth_date_precision_check CHECK (birth_date_precision IN ('DAY', 'MONTH', 'YEAR', 'ESTIMATED')),
          CONSTRAINT child_sex_check CHECK (sex IN ('FEMALE', 'MALE', 'OTHER', 'UNKNOWN'))
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE child IS 'A child or young person whom the federation cares for, also after the age of majority.'"
    )
    op.execute("COMMENT ON COLUMN child.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN child.id IS 'The row''s identity; a client may make it when it creates.'")
    op.execute("COMMENT ON COLUMN child.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN child.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN child.updated_at IS 'When the row last changed.'")
    op.execute(
        "COMMENT ON COLUMN child.programme_id IS 'The programme that is responsible for the child, wherever the child lives.'"
    )
    op.execute(
        "COMMENT ON COLUMN child.case_number IS 'The office''s own number for the child, unique within the programme.'"
    )
    op.execute("COMMENT ON COLUMN child.given_name IS 'The name that the child is called by.'")
    op.execute("COMMENT ON COLUMN child.family_name IS 'The family''s name; some people have one name only.'")
    op.execute(
        "COMMENT ON COLUMN child.birth_date IS 'The day of birth, or the first day of the time that is known; empty where it is unknown.'"
    )
    op.execute("COMMENT ON COLUMN child.birth_date_precision IS 'How much of the birth date is known.'")
    op.execute("COMMENT ON COLUMN child.sex IS 'Sex as recorded.'")
    op.execute("COMMENT ON COLUMN child.first_language IS 'ISO 639 code of the language that the child grew up in.'")
    op.execute(
        "COMMENT ON COLUMN child.interests IS 'What the child likes and is good at, in the child''s own words where possible.'"
    )
    op.execute(
        "COMMENT ON COLUMN child.enrolled_on IS 'The day from which the programme has been responsible for the child.'"
    )
    op.execute("CREATE INDEX child_birth_date_idx ON child (country_code, birth_date, id)")
    op.execute("CREATE INDEX child_case_number_idx ON child (country_code, case_number, id)")
    op.execute("CREATE INDEX child_enrolled_on_idx ON child (country_code, enrolled_on, id)")
    op.execute("CREATE INDEX child_family_name_idx ON child (country_code, family_name, id)")
    op.execute("CREATE INDEX child_given_name_idx ON child (country_code, given_name, id)")
    op.execute("CREATE INDEX child_programme_id_idx ON child (country_code, programme_id, id)")
    op.execute("CREATE INDEX child_sex_idx ON child (country_code, sex, id)")
    op.execute("ALTER TABLE child ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE child FORCE ROW LEVEL SECURITY")
    op.execute(
        "CREATE POLICY child_caseworker ON child TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, case_number, given_name, family_name, birth_date, birth_date_precision, sex, first_language, interests, enrolled_on) ON child TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY child_office ON child TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, case_number, given_name, family_name, birth_date, birth_date_precision, sex, first_language, interests, enrolled_on) ON child TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON child TO hearth_operator")
    op.execute(
        """
        CREATE TABLE home (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          programme_id UUID NOT NULL,
          name TEXT COLLATE "C" NOT NULL,
          form TEXT COLLATE "C" NOT NULL,
          setting TEXT COLLATE "C" GENERATED ALWAYS AS (CASE WHEN form IN ('SOS_FAMILY', 'FOSTER_FAMILY', 'KINSHIP_FAMILY') THEN 'FAMILY_BASED' WHEN form = 'SUPERVISED_INDEPENDENT_LIVING' THEN 'INDEPENDENT' ELSE 'RESIDENTIAL' END) STORED NOT NULL,
          capacity INTEGER NOT NULL,
          locality TEXT COLLATE "C",
          opened_on DATE NOT NULL,
          closed_on DATE,
          PRIMARY KEY (country_code, id),
          CONSTRAINT home_closed_on_check CHECK (closed_on > opened_on),
          CONSTRAINT home_capacity_check CHECK (capacity > 0),
          CONSTRAINT home_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT home_programme_id_fkey FOREIGN KEY(country_code, programme_id) REFERENCES programme (country_code, id),
          CONSTRAINT home_form_check CHECK (form IN ('SOS_FAMILY', 'FOSTER_FAMILY', 'KINSHIP_FAMILY', 'SMALL_GROUP_HOME', 'YOUTH_HOME', 'SUPERVISED_INDEPENDENT_LIVING', 'EMERGENCY_SHELTER'))
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE home IS 'A place where children live: a family, or a household that a fixed team of carers runs.'"
    )
    op.execute("COMMENT ON COLUMN home.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN home.id IS 'The row''s identity; a client may make it when it creates.'")
    op.execute("COMMENT ON COLUMN home.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN home.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN home.updated_at IS 'When the row last changed.'")
    op.execute("COMMENT ON COLUMN home.programme_id IS 'The programme that is responsible for the home.'")
    op.execute("COMMENT ON COLUMN home.name IS 'What the people who live there call it.'")
    op.execute("COMMENT ON COLUMN home.form IS 'The form of care that it gives.'")
    op.execute("COMMENT ON COLUMN home.setting IS 'The setting that its form counts as.'")
    op.execute("COMMENT ON COLUMN home.capacity IS 'How many children can live there at once.'")
    op.execute("COMMENT ON COLUMN home.locality IS 'The village, town or quarter that it belongs to.'")
    op.execute("COMMENT ON COLUMN home.opened_on IS 'Its first day.'")
    op.execute("COMMENT ON COLUMN home.closed_on IS 'The first day after its last, once it has closed.'")
    op.execute("CREATE INDEX home_capacity_idx ON home (country_code, capacity, id)")
    op.execute("CREATE INDEX home_closed_on_idx ON home (country_code, closed_on, id)")
    op.execute("CREATE INDEX home_form_idx ON home (country_code, form, id)")
    op.execute("CREATE INDEX home_name_idx ON home (country_code, name, id)")
    op.execute("CREATE INDEX home_opened_on_idx ON home (country_code, opened_on, id)")
    op.execute("CREATE INDEX home_programme_id_idx ON home (country_code, programme_id, id)")
    op.execute("CREATE INDEX home_setting_idx ON home (country_code, setting, id)")
    op.execute("ALTER TABLE home ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE home FORCE ROW LEVEL SECURITY")
    op.execute(
        "CREATE POLICY home_caseworker ON home TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, name, form, setting, capacity, locality, opened_on, closed_on) ON home TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY home_office ON home TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, name, form, setting, capacity, locality, opened_on, closed_on) ON home TO hearth_office"
    )
    op.execute(
        "CREATE POLICY home_region ON home TO hearth_region USING (country_code = ANY (string_to_array(nullif(current_setting('hearth.countries', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, programme_id, form, setting, capacity, opened_on, closed_on) ON home TO hearth_region"
    )
    op.execute("CREATE POLICY home_headquarters ON home TO hearth_headquarters USING (true)")
    op.execute(
        "GRANT SELECT (country_code, id, programme_id, form, setting, capacity, opened_on, closed_on) ON home TO hearth_headquarters"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON home TO hearth_operator")
    op.execute(
        """
        CREATE TABLE community_link (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          programme_id UUID NOT NULL,
          child_id UUID,
          home_id UUID,
          partner_id UUID,
          kind TEXT COLLATE "C" NOT NULL,
          started_on DATE NOT NULL,
          ended_on DATE,
          note TEXT COLLATE "C",
          PRIMARY KEY (country_code, id),
          CONSTRAINT community_link_ended_on_check CHECK (ended_on > started_on),
          CONSTRAINT community_link_someone_check CHECK (child_id IS NOT NULL OR home_id IS NOT NULL),
          CONSTRAINT community_link_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT community_link_programme_id_fkey FOREIGN KEY(country_code, programme_id) REFERENCES programme (country_code, id),
          CONSTRAINT community_link_child_id_fkey FOREIGN KEY(country_code, child_id) REFERENCES child (country_code, id),
          CONSTRAINT community_link_home_id_fkey FOREIGN KEY(country_code, home_id) REFERENCES home (country_code, id),
          CONSTRAINT community_link_partner_id_fkey FOREIGN KEY(country_code, partner_id) REFERENCES community_partner (country_code, id),
          CONSTRAINT community_link_kind_check CHECK (kind IN ('SCHOOL', 'SPORTS_CLUB', 'ARTS_AND_CULTURE', 'FAITH', 'NEIGHBOUR', 'VOLUNTEER', 'EMPLOYER', 'HEALTH_SERVICE', 'PEER_GROUP', 'OTHER'))
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE community_link IS 'A child''s or a home''s tie to the community around: a school, a club, a neighbour, a first employer.'"
    )
    op.execute("COMMENT ON COLUMN community_link.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN community_link.id IS 'The row''s identity; a client may make it when it creates.'")
    op.execute("COMMENT ON COLUMN community_link.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN community_link.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN community_link.updated_at IS 'When the row last changed.'")
    op.execute(
        "COMMENT ON COLUMN community_link.programme_id IS 'The programme that is responsible for the child, or for the home where no child is named.'"
    )
    op.execute("COMMENT ON COLUMN community_link.child_id IS 'The child, where the tie is a child''s.'")
    op.execute("COMMENT ON COLUMN community_link.home_id IS 'The home, where the tie is the whole home''s.'")
    op.execute("COMMENT ON COLUMN community_link.partner_id IS 'The partner on the other side, where it is on record.'")
    op.execute("COMMENT ON COLUMN community_link.kind IS 'What the tie is about.'")
    op.execute("COMMENT ON COLUMN community_link.started_on IS 'The first day.'")
    op.execute("COMMENT ON COLUMN community_link.ended_on IS 'The first day after its last, once it has ended.'")
    op.execute("COMMENT ON COLUMN community_link.note IS 'What it means to the child or the home, in a sentence.'")
    op.execute("CREATE INDEX community_link_child_id_idx ON community_link (country_code, child_id, id)")
    op.execute("CREATE INDEX community_link_ended_on_idx ON community_link (country_code, ended_on, id)")
    op.execute("CREATE INDEX community_link_home_id_idx ON community_link (country_code, home_id, id)")
    op.execute("CREATE INDEX community_link_kind_idx ON community_link (country_code, kind, id)")
    op.execute("CREATE INDEX community_link_partner_id_idx ON community_link (country_code, partner_id, id)")
    op.execute("CREATE INDEX community_link_programme_id_idx ON community_link (country_code, programme_id, id)")
    op.execute("CREATE INDEX community_link_started_on_idx ON community_link (country_code, started_on, id)")
    op.execute("ALTER TABLE community_link ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE community_link FORCE ROW LEVEL SECURITY")
    op.execute(
        "CREATE POLICY community_link_caseworker ON community_link TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, child_id, home_id, partner_id, kind, started_on, ended_on, note) ON community_link TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY community_link_office ON community_link TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, child_id, home_id, partner_id, kind, started_on, ended_on, note) ON community_link TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON community_link TO hearth_operator")
    op.execute(
        """
        CREATE TABLE placement (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          child_id UUID NOT NULL,
          home_id UUID NOT NULL,
          programme_id UUID NOT NULL,
          home_name TEXT COLLATE "C" NOT NULL,
          started_on DATE NOT NULL,
          ended_on DATE,
          start_reason TEXT COLLATE "C" NOT NULL,
          end_reason TEXT COLLATE "C",
          PRIMARY KEY (country_code, id),
          CONSTRAINT placement_ended_on_check CHECK (ended_on > started_on),
          CONSTRAINT placement_one_home_at_a_time EXCLUDE USING gist (country_code WITH =, child_id WITH =, daterange(started_on, ended_on) WITH &&) WHERE (id IS NOT NULL),
          CONSTRAINT placement_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT placement_child_id_fkey FOREIGN KEY(country_code, child_id) REFERENCES child (country_code, id),
          CONSTRAINT placement_home_id_fkey FOREIGN KEY(country_code, home_id) REFERENCES home (country_code, id),
          CONSTRAINT placement_programme_id_fkey FOREIGN KEY(country_code, programme_id) REFERENCES programme (country_code, id),
          CONSTRAINT placement_start_reason_check CHECK (start_reason IN ('ADMISSION', 'MOVE', 'EMERGENCY', 'REUNITING_SIBLINGS', 'RETURN_TO_CARE', 'TOWARDS_INDEPENDENCE', 'OTHER')),
          CONSTRAINT placement_end_reason_check CHECK (end_reason IN ('MOVE', 'REUNIFICATION_WITH_FAMILY', 'KINSHIP_CARE_OUTSIDE', 'FOSTER_CARE_OUTSIDE', 'ADOPTION', 'INDEPENDENT_LIVING', 'HOME_CLOSED', 'ABSENT_WITHOUT_CONTACT', 'DEATH', 'OTHER'))
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE placement IS 'That a child lives in a home, from the first day to the day before `endedOn`.'"
    )
    op.execute("COMMENT ON COLUMN placement.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN placement.id IS 'The row''s identity; a client may make it when it creates.'")
    op.execute("COMMENT ON COLUMN placement.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN placement.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN placement.updated_at IS 'When the row last changed.'")
    op.execute("COMMENT ON COLUMN placement.child_id IS 'The child.'")
    op.execute(
        "COMMENT ON COLUMN placement.home_id IS 'The home; empty where another programme is responsible and the caller is a caseworker.'"
    )
    op.execute("COMMENT ON COLUMN placement.programme_id IS 'The programme that is responsible for the child.'")
    op.execute(
        "COMMENT ON COLUMN placement.home_name IS 'The home''s name, shown also where nothing else of the home may be.'"
    )
    op.execute("COMMENT ON COLUMN placement.started_on IS 'The first day.'")
    op.execute(
        "COMMENT ON COLUMN placement.ended_on IS 'The first day no longer there; empty while the child lives there.'"
    )
    op.execute("COMMENT ON COLUMN placement.start_reason IS 'Why the child came.'")
    op.execute("COMMENT ON COLUMN placement.end_reason IS 'Why the child left.'")
    op.execute("CREATE INDEX placement_child_id_idx ON placement (country_code, child_id, id)")
    op.execute("CREATE INDEX placement_end_reason_idx ON placement (country_code, end_reason, id)")
    op.execute("CREATE INDEX placement_ended_on_idx ON placement (country_code, ended_on, id)")
    op.execute("CREATE INDEX placement_home_id_idx ON placement (country_code, home_id, id)")
    op.execute("CREATE INDEX placement_programme_id_idx ON placement (country_code, programme_id, id)")
    op.execute("CREATE INDEX placement_start_reason_idx ON placement (country_code, start_reason, id)")
    op.execute("CREATE INDEX placement_started_on_idx ON placement (country_code, started_on, id)")
    op.execute("ALTER TABLE placement ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE placement FORCE ROW LEVEL SECURITY")
    op.execute(
        "CREATE POLICY placement_caseworker ON placement TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, home_id, programme_id, home_name, started_on, ended_on, start_reason, end_reason) ON placement TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY placement_office ON placement TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, home_id, programme_id, home_name, started_on, ended_on, start_reason, end_reason) ON placement TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON placement TO hearth_operator")
    op.execute(
        """
        CREATE TABLE sibling_bond (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID DEFAULT uuidv7() NOT NULL,
          version INTEGER DEFAULT 1 NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
          child_id UUID NOT NULL,
          sibling_id UUID NOT NULL,
          programme_id UUID NOT NULL,
          sibling_name TEXT COLLATE "C" NOT NULL,
          kind TEXT COLLATE "C" NOT NULL,
          started_on DATE NOT NULL,
          ended_on DATE,
          PRIMARY KEY (country_code, id),
          CONSTRAINT sibling_bond_ended_on_check CHECK (ended_on > started_on),
          CONSTRAINT sibling_bond_two_children_check CHECK (child_id <> sibling_id),
          CONSTRAINT sibling_bond_one_at_a_time EXCLUDE USING gist (country_code WITH =, child_id WITH =, sibling_id WITH =, daterange(started_on, ended_on) WITH &&) WHERE (id IS NOT NULL),
          CONSTRAINT sibling_bond_country_code_fkey FOREIGN KEY(country_code) REFERENCES country (code),
          CONSTRAINT sibling_bond_child_id_fkey FOREIGN KEY(country_code, child_id) REFERENCES child (country_code, id),
          CONSTRAINT sibling_bond_sibling_id_fkey FOREIGN KEY(country_code, sibling_id) REFERENCES child (country_code, id),
          CONSTRAINT sibling_bond_programme_id_fkey FOREIGN KEY(country_code, programme_id) REFERENCES programme (country_code, id),
          CONSTRAINT sibling_bond_kind_check CHECK (kind IN ('FULL', 'HALF', 'STEP', 'ADOPTIVE', 'SOCIAL'))
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE sibling_bond IS 'That a child has a brother or sister; each of the two holds a bond to the other (UN Guidelines, paragraph 17).'"
    )
    op.execute("COMMENT ON COLUMN sibling_bond.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN sibling_bond.id IS 'The row''s identity; a client may make it when it creates.'")
    op.execute("COMMENT ON COLUMN sibling_bond.version IS 'Counts the changes of the row, from 1.'")
    op.execute("COMMENT ON COLUMN sibling_bond.created_at IS 'When the row was recorded.'")
    op.execute("COMMENT ON COLUMN sibling_bond.updated_at IS 'When the row last changed.'")
    op.execute("COMMENT ON COLUMN sibling_bond.child_id IS 'The child who holds the bond.'")
    op.execute(
        "COMMENT ON COLUMN sibling_bond.sibling_id IS 'The brother or sister; empty where another programme is responsible and the caller is a caseworker.'"
    )
    op.execute(
        "COMMENT ON COLUMN sibling_bond.programme_id IS 'The programme that is responsible for the child who holds the bond.'"
    )
    op.execute(
        "COMMENT ON COLUMN sibling_bond.sibling_name IS 'The name that the brother or sister is called by, shown also where nothing else of them may be.'"
    )
    op.execute("COMMENT ON COLUMN sibling_bond.kind IS 'What makes them brothers or sisters.'")
    op.execute("COMMENT ON COLUMN sibling_bond.started_on IS 'The day from which the bond is known.'")
    op.execute(
        "COMMENT ON COLUMN sibling_bond.ended_on IS 'The first day on which the bond no longer counts, once it was found mistaken or was dissolved.'"
    )
    op.execute("CREATE INDEX sibling_bond_child_id_idx ON sibling_bond (country_code, child_id, id)")
    op.execute("CREATE INDEX sibling_bond_kind_idx ON sibling_bond (country_code, kind, id)")
    op.execute("CREATE INDEX sibling_bond_programme_id_idx ON sibling_bond (country_code, programme_id, id)")
    op.execute("CREATE INDEX sibling_bond_sibling_id_idx ON sibling_bond (country_code, sibling_id, id)")
    op.execute("CREATE INDEX sibling_bond_started_on_idx ON sibling_bond (country_code, started_on, id)")
    op.execute("ALTER TABLE sibling_bond ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE sibling_bond FORCE ROW LEVEL SECURITY")
    op.execute(
        "CREATE POLICY sibling_bond_caseworker ON sibling_bond TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), '') AND programme_id::text = ANY (string_to_array(nullif(current_setting('hearth.programmes', true), ''), ',')))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, sibling_id, programme_id, sibling_name, kind, started_on, ended_on) ON sibling_bond TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY sibling_bond_office ON sibling_bond TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, sibling_id, programme_id, sibling_name, kind, started_on, ended_on) ON sibling_bond TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON sibling_bond TO hearth_operator")


def downgrade() -> None:
    op.execute("DROP TABLE sibling_bond")
    op.execute("DROP TABLE placement")
    op.execute("DROP TABLE community_link")
    op.execute("DROP TABLE home")
    op.execute("DROP TABLE child")
    op.execute("DROP TABLE programme")
    op.execute("DROP TABLE community_partner")
    op.execute("DROP TABLE country")
    op.execute("DROP FUNCTION hearth_scope(text, text, text)")
