WITH child_locked AS MATERIALIZED 
(SELECT child_held.id AS id 
FROM child AS child_held 
WHERE child_held.country_code = $1::VARCHAR AND child_held.voided_at IS NULL AND child_held.id = ANY (ARRAY[$2::UUID]) ORDER BY child_held.id FOR NO KEY UPDATE), 
home_locked AS MATERIALIZED 
(SELECT home_held.id AS id 
FROM home AS home_held 
WHERE home_held.country_code = $1::VARCHAR AND home_held.voided_at IS NULL AND home_held.id = ANY (ARRAY[$3::UUID]) ORDER BY home_held.id FOR NO KEY UPDATE)
 SELECT (SELECT count(*) AS count_1 
FROM child_locked) AS locked_0, (SELECT count(*) AS count_2 
FROM home_locked) AS locked_1
;

WITH home_read AS MATERIALIZED 
(SELECT true AS found, home_of_home.id AS id, home_of_home.programme_id AS programme_id, home_of_home.name AS name, home_of_home.form AS form, home_of_home.capacity AS capacity, home_of_home.opened_on AS opened_on, home_of_home.closed_on AS closed_on 
FROM home AS home_of_home 
WHERE home_of_home.country_code = $1::VARCHAR AND home_of_home.voided_at IS NULL AND home_of_home.id = $18::UUID), 
parent_read AS MATERIALIZED 
(SELECT parents.caregiver_id AS caregiver_id, parents.caregiver_name AS caregiver_name 
FROM (SELECT caregiver_assignment_11.caregiver_id AS caregiver_id, caregiver_assignment_11.caregiver_name AS caregiver_name, count(*) OVER () AS many 
FROM caregiver_assignment AS caregiver_assignment_11 
WHERE caregiver_assignment_11.country_code = $1::VARCHAR AND caregiver_assignment_11.voided_at IS NULL AND caregiver_assignment_11.home_id = (SELECT home_read.id 
FROM home_read) AND caregiver_assignment_11.role = 'PARENT' AND caregiver_assignment_11.started_on <= $16::DATE AND (caregiver_assignment_11.ended_on IS NULL OR caregiver_assignment_11.ended_on > $16::DATE)) AS parents 
WHERE parents.many = 1), 
child_read AS MATERIALIZED 
(SELECT true AS found, child_of_child.id AS id, child_of_child.programme_id AS programme_id, child_of_child.enrolled_on AS enrolled_on, child_of_child.given_name AS given_name, child_of_child.birth_date AS birth_date, child_of_child.died_on AS died_on, child_of_child.died_on_precision AS died_on_precision 
FROM child AS child_of_child 
WHERE child_of_child.country_code = $1::VARCHAR AND child_of_child.voided_at IS NULL AND child_of_child.id = $20::UUID), 
crowding_read AS MATERIALIZED 
(SELECT min(days.day) AS day 
FROM (SELECT stays.home_id AS home_id, turns.day AS day, lead(turns.day) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS until, sum(sum(stays.lives * turns.sign)) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS lives 
FROM (SELECT home_stay_2.home_id AS home_id, home_stay_2.started_on AS started_on, home_stay_2.ended_on AS ended_on, 1 AS lives 
FROM home_stay AS home_stay_2 
WHERE home_stay_2.country_code = $1::VARCHAR AND home_stay_2.voided_at IS NULL AND home_stay_2.home_id = (SELECT home_read.id 
FROM home_read) AND (home_stay_2.ended_on IS NULL OR home_stay_2.ended_on > $16::DATE) UNION ALL SELECT home_read.id AS id, $16::DATE AS anon_5, CAST(null AS DATE) AS "null", 1 
FROM home_read) AS stays JOIN LATERAL (VALUES (greatest(stays.started_on, $16::DATE), 1), (stays.ended_on, -1)) AS turns (day, sign) ON true 
WHERE turns.day IS NOT NULL GROUP BY stays.home_id, turns.day) AS days 
WHERE days.lives > (SELECT home_read.capacity 
FROM home_read)), 
gates_read AS MATERIALIZED 
(SELECT coalesce((SELECT policy_3.value 
FROM policy AS policy_3 
WHERE policy_3.code = $1::VARCHAR AND policy_3.key = ('licence_required.' || home_read.form) AND policy_3.jurisdiction = coalesce((SELECT programme_4.jurisdiction 
FROM programme AS programme_4 
WHERE programme_4.country_code = $1::VARCHAR AND programme_4.voided_at IS NULL AND programme_4.id = home_read.programme_id), '') AND policy_3.from_day <= $16::DATE AND (policy_3.until_day IS NULL OR policy_3.until_day > $16::DATE)) = 'YES', false) AND coalesce((SELECT (array_agg(CASE WHEN (inspection_5.outcome IN ('PASSED', 'CONDITIONS')) THEN inspection_5.valid_until ELSE inspection_5.held_on END ORDER BY inspection_5.held_on DESC, inspection_5.id DESC))[1] AS anon_6 
FROM inspection AS inspection_5 
WHERE inspection_5.country_code = $1::VARCHAR AND inspection_5.voided_at IS NULL AND inspection_5.home_id = home_read.id AND inspection_5.held_on <= $16::DATE AND inspection_5.kind IN ('LICENCE', 'REGISTRATION')) <= $16::DATE, true) AS unlicensed, coalesce((SELECT policy_3.value 
FROM policy AS policy_3 
WHERE policy_3.code = $1::VARCHAR AND policy_3.key = ('licence_required.' || home_read.form) AND policy_3.jurisdiction = coalesce((SELECT programme_4.jurisdiction 
FROM programme AS programme_4 
WHERE programme_4.country_code = $1::VARCHAR AND programme_4.voided_at IS NULL AND programme_4.id = home_read.programme_id), '') AND policy_3.from_day <= $16::DATE AND (policy_3.until_day IS NULL OR policy_3.until_day > $16::DATE)) = 'YES', false) AND coalesce((SELECT (array_agg(CASE WHEN (inspection_5.outcome IN ('PASSED', 'CONDITIONS')) THEN inspection_5.valid_until ELSE inspection_5.held_on END ORDER BY inspection_5.held_on DESC, inspection_5.id DESC))[1] AS anon_6 
FROM inspection AS inspection_5 
WHERE inspection_5.country_code = $1::VARCHAR AND inspection_5.voided_at IS NULL AND inspection_5.home_id = home_read.id AND inspection_5.held_on <= $16::DATE AND inspection_5.kind IN ('LICENCE', 'REGISTRATION')) <= $16::DATE, true) AND (EXISTS (SELECT 1 
FROM inspection AS inspection_5 
WHERE inspection_5.country_code = $1::VARCHAR AND inspection_5.voided_at IS NULL AND inspection_5.home_id = home_read.id AND inspection_5.held_on <= $16::DATE AND inspection_5.kind IN ('LICENCE', 'REGISTRATION'))) AS refused, EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_6, caregiver AS caregiver_7 
WHERE caregiver_assignment_6.country_code = $1::VARCHAR AND caregiver_assignment_6.voided_at IS NULL AND caregiver_7.country_code = $1::VARCHAR AND caregiver_7.voided_at IS NULL AND caregiver_assignment_6.home_id = home_read.id AND caregiver_assignment_6.started_on <= $16::DATE AND (caregiver_assignment_6.ended_on IS NULL OR caregiver_assignment_6.ended_on > $16::DATE) AND caregiver_7.id = caregiver_assignment_6.caregiver_id AND NOT coalesce(CASE WHEN ((SELECT policy_9.value 
FROM policy AS policy_9 
WHERE policy_9.code = $1::VARCHAR AND policy_9.key = ('checks_required.' || caregiver_7.kind) AND policy_9.jurisdiction = coalesce((SELECT programme_10.jurisdiction 
FROM programme AS programme_10 
WHERE programme_10.country_code = $1::VARCHAR AND programme_10.voided_at IS NULL AND programme_10.id = caregiver_7.programme_id), '') AND policy_9.from_day <= $17::DATE AND (policy_9.until_day IS NULL OR policy_9.until_day > $17::DATE)) = 'NOT_APPLICABLE') THEN CAST('9999-12-31' AS DATE) ELSE CAST((SELECT CASE WHEN (count(*) FILTER (WHERE newest.until IS NULL) > 0) THEN NULL ELSE min(newest.until) END AS anon_7 
FROM unnest(string_to_array((SELECT policy_9.value 
FROM policy AS policy_9 
WHERE policy_9.code = $1::VARCHAR AND policy_9.key = ('checks_required.' || caregiver_7.kind) AND policy_9.jurisdiction = coalesce((SELECT programme_10.jurisdiction 
FROM programme AS programme_10 
WHERE programme_10.country_code = $1::VARCHAR AND programme_10.voided_at IS NULL AND programme_10.id = caregiver_7.programme_id), '') AND policy_9.from_day <= $17::DATE AND (policy_9.until_day IS NULL OR policy_9.until_day > $17::DATE)), ' ')) AS asked(kind) LEFT OUTER JOIN LATERAL (SELECT CASE WHEN (checks_of_caregiver.outcome IN ('PASSED', 'CONDITIONS')) THEN checks_of_caregiver.valid_until END AS until 
FROM (SELECT caregiver_check_8.id AS id, caregiver_check_8.kind AS kind, caregiver_check_8.decided_on AS decided_on, caregiver_check_8.valid_until AS valid_until, caregiver_check_8.outcome AS outcome 
FROM caregiver_check AS caregiver_check_8 
WHERE caregiver_check_8.country_code = $1::VARCHAR AND caregiver_check_8.voided_at IS NULL AND caregiver_check_8.caregiver_id = caregiver_7.id) AS checks_of_caregiver 
WHERE checks_of_caregiver.kind = asked.kind ORDER BY checks_of_caregiver.decided_on DESC, checks_of_caregiver.id DESC 
 LIMIT 1) AS newest ON true) AS DATE) END > $16::DATE, false)) AS uncleared 
FROM home_read), 
programme_read AS MATERIALIZED 
(SELECT true AS found, programme_of_programme.id AS id, programme_of_programme.jurisdiction AS jurisdiction 
FROM programme AS programme_of_programme 
WHERE programme_of_programme.country_code = $1::VARCHAR AND programme_of_programme.voided_at IS NULL AND programme_of_programme.id = (SELECT child_read.programme_id 
FROM child_read)), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (child_read.found IS NOT true) THEN 'child_is_there' ELSE null END, CASE WHEN (($16::DATE <= $17::DATE OR $6::TEXT[] IS NULL OR $6::TEXT[] IS NULL OR NOT ($6::TEXT[] <@ ARRAY['POVERTY', 'DISABILITY_OF_CHILD']::text[])) IS NOT true) THEN 'not_for_poverty_alone' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM care_episode AS care_episode_1 
WHERE care_episode_1.country_code = $1::VARCHAR AND care_episode_1.voided_at IS NULL AND care_episode_1.child_file_id = child_read.id AND (care_episode_1.ended_on IS NULL OR care_episode_1.ended_on > greatest($16::DATE, care_episode_1.started_on))))) IS NOT true) THEN 'one_at_a_time' ELSE null END, CASE WHEN ((child_read.birth_date IS NULL OR child_read.birth_date <= $16::DATE) IS NOT true) THEN 'started_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((child_read.died_on IS NULL OR null IS NOT NULL AND null <= least(CASE WHEN (child_read.died_on_precision = 'MONTH') THEN CAST(child_read.died_on + interval '1 month -1 day' AS DATE) WHEN (child_read.died_on_precision = 'YEAR') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) WHEN (child_read.died_on_precision = 'ESTIMATED') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) ELSE child_read.died_on END, $17::DATE) + 1) IS NOT true) THEN 'ended_on_in_the_life_of_child_id' ELSE null END, CASE WHEN (home_read.found IS NOT true) THEN 'home_is_there' ELSE null END, CASE WHEN ((crowding_read.day IS NULL) IS NOT true) THEN 'home_has_room' ELSE null END, CASE WHEN ((NOT gates_read.unlicensed OR $16::DATE <= $17::DATE AND NOT gates_read.refused) IS NOT true) THEN 'home_is_licensed' ELSE null END, CASE WHEN ((NOT gates_read.uncleared) IS NOT true) THEN 'home_carers_are_cleared' ELSE null END, CASE WHEN (((EXISTS (SELECT 1 
FROM parent_read)) IS NOT true) IS NOT true) THEN 'key_carers_follow' ELSE null END, CASE WHEN (($16::DATE <= $17::DATE OR false OR NOT coalesce(home_read.form = 'SOS_FAMILY' OR home_read.form = 'FOSTER_FAMILY' OR home_read.form = 'KINSHIP_FAMILY' OR home_read.form = 'SMALL_GROUP_HOME' OR home_read.form = 'YOUTH_HOME' OR home_read.form = 'SUPERVISED_INDEPENDENT_LIVING' OR home_read.form = 'EMERGENCY_SHELTER' OR home_read.form = 'OTHER_RESIDENTIAL' OR home_read.form = 'FAMILY_CENTRE' OR home_read.form = 'BOARDING_SCHOOL' OR home_read.form = 'SECURE', false) OR child_read.birth_date IS NULL OR CAST(EXTRACT(year FROM age(CAST($16::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST(child_read.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= 18 OR CAST(EXTRACT(year FROM age(CAST($16::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST(child_read.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= (SELECT said_policy.whole 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = 'family_only_under_age' AND said_policy.jurisdiction = coalesce(programme_read.jurisdiction, '') AND said_policy.from_day <= $16::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $16::DATE)) OR (home_read.form = 'SOS_FAMILY' OR home_read.form = 'FOSTER_FAMILY' OR home_read.form = 'KINSHIP_FAMILY' OR home_read.form = 'SMALL_GROUP_HOME' OR home_read.form = 'YOUTH_HOME' OR home_read.form = 'SUPERVISED_INDEPENDENT_LIVING' OR home_read.form = 'EMERGENCY_SHELTER') AND (SELECT said_policy.value 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = ('setting_of.' || home_read.form) AND said_policy.jurisdiction = coalesce(programme_read.jurisdiction, '') AND said_policy.from_day <= $16::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $16::DATE)) != 'RESIDENTIAL') IS NOT true) THEN 'young_live_in_families' ELSE null END, CASE WHEN (($16::DATE <= $17::DATE OR $5::UUID IS NOT NULL) IS NOT true) THEN 'placement_in_episode' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM placement AS placement_12 
WHERE placement_12.country_code = $1::VARCHAR AND placement_12.voided_at IS NULL AND placement_12.child_file_id = child_read.id AND (placement_12.ended_on IS NULL OR placement_12.ended_on > greatest($16::DATE, placement_12.started_on))))) IS NOT true) THEN 'no_other_placement' ELSE null END, CASE WHEN ((home_read.opened_on <= $16::DATE AND home_read.closed_on IS NULL) IS NOT true) THEN 'home_is_open' ELSE null END, CASE WHEN ((NOT coalesce(home_read.form = 'SOS_FAMILY' OR home_read.form = 'FOSTER_FAMILY' OR home_read.form = 'KINSHIP_FAMILY' OR home_read.form = 'SMALL_GROUP_HOME' OR home_read.form = 'YOUTH_HOME' OR home_read.form = 'SUPERVISED_INDEPENDENT_LIVING' OR home_read.form = 'EMERGENCY_SHELTER', false) OR home_read.form = home_read.form) IS NOT true) THEN 'arrangement_is_the_homes' ELSE null END, CASE WHEN ((null IS NULL OR null IS NOT NULL AND null <= null) IS NOT true) THEN 'ended_on_inside_care_episode_id' ELSE null END, CASE WHEN (($19::VARCHAR IS NOT DISTINCT FROM null OR $19::VARCHAR IS NULL OR (EXISTS (SELECT 1 
FROM national_code AS listed_code 
WHERE listed_code.country = $1::VARCHAR AND listed_code.list_key = 'placement_kinds' AND listed_code.code = $19::VARCHAR))) IS NOT true) THEN 'local_kind_is_listed' ELSE null END, CASE WHEN (($19::VARCHAR IS NOT DISTINCT FROM null AND $16::DATE IS NOT DISTINCT FROM null OR $19::VARCHAR IS NULL OR NOT (EXISTS (SELECT 1 
FROM national_code AS listed_code 
WHERE listed_code.country = $1::VARCHAR AND listed_code.list_key = 'placement_kinds' AND listed_code.code = $19::VARCHAR)) OR (EXISTS (SELECT 1 
FROM national_code AS listed_code 
WHERE listed_code.country = $1::VARCHAR AND listed_code.list_key = 'placement_kinds' AND listed_code.code = $19::VARCHAR AND listed_code.from_day <= $16::DATE AND (listed_code.until_day IS NULL OR listed_code.until_day > $16::DATE)))) IS NOT true) THEN 'local_kind_is_in_force' ELSE null END, CASE WHEN (($5::UUID IS NULL OR child_read.id = child_read.id) IS NOT true) THEN 'care_episode_id_of_the_same_child_id' ELSE null END, CASE WHEN ((($16::DATE < child_read.enrolled_on) IS NOT true) IS NOT true) THEN 'admission_is_earlier' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN child_read ON true LEFT OUTER JOIN home_read ON true LEFT OUTER JOIN crowding_read ON true LEFT OUTER JOIN gates_read ON true LEFT OUTER JOIN programme_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_8, $2::VARCHAR AS anon_9, $3::VARCHAR AS anon_10, $21::VARCHAR AS anon_11, $22::VARCHAR AS anon_12, $23::VARCHAR AS anon_13, $24::TEXT[] AS anon_14, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(INSERT INTO care_episode (country_code, id, child_id, programme_id, reasons, primary_reason, emergency, entered_from, referred_by, parents_at_entry, disabled_at_entry, family_locality, family_latitude_e2, family_longitude_e2, started_on) SELECT $1::VARCHAR AS country_code, $5::UUID AS id, child_read.id AS child_id, child_read.programme_id AS programme_id, $6::TEXT[] AS reasons, $7::VARCHAR AS primary_reason, coalesce($8::VARCHAR, 'NOT_KNOWN') AS emergency, $9::VARCHAR AS entered_from, $10::VARCHAR AS referred_by, $11::VARCHAR AS parents_at_entry, coalesce($12::VARCHAR, 'NOT_KNOWN') AS disabled_at_entry, $13::VARCHAR AS family_locality, $14::BIGINT AS family_latitude_e2, $15::BIGINT AS family_longitude_e2, $16::DATE AS started_on 
FROM go, child_read RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, reasons AS n_reasons, primary_reason AS n_primary_reason, emergency AS n_emergency, entered_from AS n_entered_from, referred_by AS n_referred_by, parents_at_entry AS n_parents_at_entry, disabled_at_entry AS n_disabled_at_entry, family_locality AS n_family_locality, family_latitude_e2 AS n_family_latitude_e2, family_longitude_e2 AS n_family_longitude_e2, started_on AS n_started_on, version AS n_version, voided_at AS n_voided_at), 
history_personal_of_written_1 AS 
(INSERT INTO history_personal (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'CareEpisode', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'beginCare', null, null, jsonb_build_object('familyLocality', written_1.n_family_locality) - $4::TEXT[] AS anon_4 
FROM written_1 RETURNING row_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_15, 'CareEpisode', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_16, $3::VARCHAR AS anon_17, 'beginCare', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_1.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_1.n_programme_id AS TEXT), 'reasons', written_1.n_reasons, 'primaryReason', written_1.n_primary_reason, 'emergency', written_1.n_emergency, 'enteredFrom', written_1.n_entered_from, 'referredBy', written_1.n_referred_by, 'parentsAtEntry', written_1.n_parents_at_entry, 'disabledAtEntry', written_1.n_disabled_at_entry, 'familyLatitudeE2', written_1.n_family_latitude_e2, 'familyLongitudeE2', written_1.n_family_longitude_e2, 'startedOn', written_1.n_started_on) - $4::TEXT[] AS anon_18 
FROM written_1 RETURNING row_id), 
home_place_read AS MATERIALIZED 
(SELECT home_address_15.latitude_e2 AS latitude_e2, home_address_15.longitude_e2 AS longitude_e2 
FROM home_address AS home_address_15 
WHERE home_address_15.country_code = $1::VARCHAR AND home_address_15.voided_at IS NULL AND home_address_15.home_id = (SELECT home_read.id 
FROM home_read) AND home_address_15.started_on <= $16::DATE AND (home_address_15.ended_on IS NULL OR home_address_15.ended_on > $16::DATE) 
 LIMIT 1), 
written_2 AS 
(INSERT INTO placement (country_code, id, child_id, care_episode_id, programme_id, started_on, start_reason, local_kind, home_id, home_name, arrangement, distance_km) SELECT $1::VARCHAR AS country_code, $25::UUID AS id, child_read.id AS child_id, $5::UUID AS care_episode_id, child_read.programme_id AS programme_id, $16::DATE AS started_on, coalesce($26::VARCHAR, 'ADMISSION') AS start_reason, $19::VARCHAR AS local_kind, home_read.id AS home_id, home_read.name AS home_name, home_read.form AS arrangement, CAST(round(12742.0 * asin(sqrt(CASE WHEN (power(sin((radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians($14::BIGINT / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) + cos(radians($14::BIGINT / CAST(100.0 AS NUMERIC))) * cos(radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC))) * power(sin((radians((SELECT home_place_read.longitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians($15::BIGINT / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) > 1.0) THEN 1.0 ELSE power(sin((radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians($14::BIGINT / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) + cos(radians($14::BIGINT / CAST(100.0 AS NUMERIC))) * cos(radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC))) * power(sin((radians((SELECT home_place_read.longitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians($15::BIGINT / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) END))) AS INTEGER) AS distance_km 
FROM go, child_read, home_read, (SELECT count(*) AS rows 
FROM written_1) AS after_written_1 RETURNING id AS n_id, child_id AS n_child_id, care_episode_id AS n_care_episode_id, programme_id AS n_programme_id, started_on AS n_started_on, start_reason AS n_start_reason, local_kind AS n_local_kind, home_id AS n_home_id, home_name AS n_home_name, arrangement AS n_arrangement, distance_km AS n_distance_km, version AS n_version), 
history_sensitive_of_written_2 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_19, 'Placement', written_2.n_id AS n_id, written_2.n_version AS n_version, written_2.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_20, $3::VARCHAR AS anon_21, 'beginCare', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_2.n_child_id AS TEXT), 'careEpisode', (('CareEpisode_' || $1::VARCHAR) || '_') || CAST(written_2.n_care_episode_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_2.n_programme_id AS TEXT), 'startedOn', written_2.n_started_on, 'startReason', written_2.n_start_reason, 'localKind', written_2.n_local_kind, 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_2.n_home_id AS TEXT), 'homeName', written_2.n_home_name, 'arrangement', written_2.n_arrangement, 'distanceKm', written_2.n_distance_km) - $4::TEXT[] AS anon_22 
FROM written_2 RETURNING row_id), 
asked_read AS MATERIALIZED 
(SELECT gatekeeping_assessment_13.id AS id 
FROM gatekeeping_assessment AS gatekeeping_assessment_13 
WHERE gatekeeping_assessment_13.country_code = $1::VARCHAR AND gatekeeping_assessment_13.voided_at IS NULL AND gatekeeping_assessment_13.child_file_id = (SELECT child_read.id 
FROM child_read) AND gatekeeping_assessment_13.care_episode_id IS NULL AND gatekeeping_assessment_13.not_owed_from IS NULL AND (gatekeeping_assessment_13.completed_on IS NULL OR gatekeeping_assessment_13.outcome = 'ADMIT') AND NOT (EXISTS (SELECT 1 
FROM care_episode AS care_episode_14 
WHERE care_episode_14.country_code = $1::VARCHAR AND care_episode_14.voided_at IS NULL AND care_episode_14.child_file_id = gatekeeping_assessment_13.child_file_id AND care_episode_14.started_on >= gatekeeping_assessment_13.opened_on)) ORDER BY gatekeeping_assessment_13.opened_on DESC, gatekeeping_assessment_13.id DESC 
 LIMIT 1), 
written_4 AS 
(UPDATE gatekeeping_assessment SET version=(gatekeeping_assessment.version + 1), updated_at=now(), care_episode_id=written_1.n_id FROM go, asked_read, written_1 WHERE gatekeeping_assessment.country_code = $1::VARCHAR AND gatekeeping_assessment.voided_at IS NULL AND go.one = 1 AND gatekeeping_assessment.id = asked_read.id RETURNING new.care_episode_id AS n_care_episode_id, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.care_episode_id AS o_care_episode_id, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_4 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_23, 'GatekeepingAssessment', written_4.n_id AS n_id, written_4.n_version AS n_version, written_4.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_24, $3::VARCHAR AS anon_25, 'beginCare', null, jsonb_build_object('careEpisode', (('CareEpisode_' || $1::VARCHAR) || '_') || CAST(written_4.o_care_episode_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_4.n_care_episode_id IS NOT DISTINCT FROM written_4.o_care_episode_id) THEN 'careEpisode' END] AS TEXT[]) AS anon_26, jsonb_build_object('careEpisode', (('CareEpisode_' || $1::VARCHAR) || '_') || CAST(written_4.n_care_episode_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_4.n_care_episode_id IS NOT DISTINCT FROM written_4.o_care_episode_id) THEN 'careEpisode' END] AS TEXT[]) AS anon_27 
FROM written_4 RETURNING row_id), 
written_5 AS 
(INSERT INTO gatekeeping_assessment (country_code, id, child_id, programme_id, care_episode_id, opened_on, due_on) SELECT $1::VARCHAR AS country_code, $27::UUID AS id, written_1.n_child_id AS child_id, written_1.n_programme_id AS programme_id, written_1.n_id AS care_episode_id, least($16::DATE, $17::DATE) AS opened_on, CAST($16::DATE + (CAST((SELECT policy_16.whole 
FROM policy AS policy_16 
WHERE policy_16.code = $1::VARCHAR AND policy_16.key = 'gatekeeping_hours' AND policy_16.jurisdiction = '' AND policy_16.from_day <= $16::DATE AND (policy_16.until_day IS NULL OR policy_16.until_day > $16::DATE)) + 23 AS INTEGER) / 24) AS DATE) AS due_on 
FROM go, written_1 
WHERE NOT (EXISTS (SELECT 1 
FROM asked_read)) RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, care_episode_id AS n_care_episode_id, opened_on AS n_opened_on, due_on AS n_due_on, version AS n_version), 
history_sensitive_of_written_5 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_28, 'GatekeepingAssessment', written_5.n_id AS n_id, written_5.n_version AS n_version, written_5.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_29, $3::VARCHAR AS anon_30, 'beginCare', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_5.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_5.n_programme_id AS TEXT), 'careEpisode', (('CareEpisode_' || $1::VARCHAR) || '_') || CAST(written_5.n_care_episode_id AS TEXT), 'openedOn', written_5.n_opened_on, 'dueOn', written_5.n_due_on) AS jsonb_build_object_1 
FROM written_5 RETURNING row_id), 
written_6 AS 
(UPDATE child SET version=(child.version + 1), updated_at=now(), reason_for_care=(SELECT of_care_episode_5.primary_reason 
FROM (SELECT care_episode_17.id AS id, care_episode_17.started_on AS started_on, care_episode_17.primary_reason AS primary_reason 
FROM care_episode AS care_episode_17 
WHERE care_episode_17.country_code = $1::VARCHAR AND care_episode_17.voided_at IS NULL AND care_episode_17.child_file_id = child.id AND (care_episode_17.id NOT IN (SELECT written_1.n_id 
FROM written_1)) UNION ALL SELECT written_1.n_id AS id, written_1.n_started_on AS started_on, written_1.n_primary_reason AS primary_reason 
FROM written_1 
WHERE written_1.n_child_id = child.id AND written_1.n_voided_at IS NULL) AS of_care_episode_5 ORDER BY of_care_episode_5.started_on DESC, of_care_episode_5.id DESC 
 LIMIT 1) FROM go WHERE child.country_code = $1::VARCHAR AND child.voided_at IS NULL AND go.one = 1 AND child.id IN (SELECT written_1.n_child_id 
FROM written_1) AND child.reason_for_care IS DISTINCT FROM (SELECT of_care_episode_5.primary_reason 
FROM (SELECT care_episode_17.id AS id, care_episode_17.started_on AS started_on, care_episode_17.primary_reason AS primary_reason 
FROM care_episode AS care_episode_17 
WHERE care_episode_17.country_code = $1::VARCHAR AND care_episode_17.voided_at IS NULL AND care_episode_17.child_file_id = child.id AND (care_episode_17.id NOT IN (SELECT written_1.n_id 
FROM written_1)) UNION ALL SELECT written_1.n_id AS id, written_1.n_started_on AS started_on, written_1.n_primary_reason AS primary_reason 
FROM written_1 
WHERE written_1.n_child_id = child.id AND written_1.n_voided_at IS NULL) AS of_care_episode_5 ORDER BY of_care_episode_5.started_on DESC, of_care_episode_5.id DESC 
 LIMIT 1) RETURNING new.reason_for_care AS n_reason_for_care, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, old.reason_for_care AS o_reason_for_care, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id), 
history_sensitive_of_written_6 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_31, 'Child', written_6.n_id AS n_id, written_6.n_version AS n_version, written_6.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_32, $3::VARCHAR AS anon_33, 'beginCare', null, jsonb_build_object('reasonForCare', written_6.o_reason_for_care) - CAST(ARRAY[CASE WHEN (written_6.n_reason_for_care IS NOT DISTINCT FROM written_6.o_reason_for_care) THEN 'reasonForCare' END] AS TEXT[]) AS anon_34, jsonb_build_object('reasonForCare', written_6.n_reason_for_care) - CAST(ARRAY[CASE WHEN (written_6.n_reason_for_care IS NOT DISTINCT FROM written_6.o_reason_for_care) THEN 'reasonForCare' END] AS TEXT[]) AS anon_35 
FROM written_6 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'CareEpisode' AS type, written_1.n_id AS row_id, 'CREATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 3 AS place, 'Placement' AS type, written_2.n_id AS row_id, 'CREATED' AS kind, written_2.n_programme_id AS programme_id 
FROM written_2 UNION ALL SELECT 7 AS place, 'GatekeepingAssessment' AS type, written_4.n_id AS row_id, 'UPDATED' AS kind, written_4.n_programme_id AS programme_id 
FROM written_4 UNION ALL SELECT 9 AS place, 'GatekeepingAssessment' AS type, written_5.n_id AS row_id, 'CREATED' AS kind, written_5.n_programme_id AS programme_id 
FROM written_5 UNION ALL SELECT 11 AS place, 'Child' AS type, written_6.n_id AS row_id, 'UPDATED' AS kind, written_6.n_programme_id AS programme_id 
FROM written_6), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_40, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_personal_of_written_1) AS anon_41, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_42, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_2) AS anon_43, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_4) AS anon_44, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_5) AS anon_45, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_6) AS anon_46 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_36, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_37, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $28::UUID AS anon_38, 'beginCare', $21::VARCHAR AS anon_39 
FROM touched, counter RETURNING number), 
written_3 AS 
(INSERT INTO home_stay (country_code, id, home_id, started_on) SELECT $1::VARCHAR AS country_code, written_2.n_id AS id, written_2.n_home_id AS home_id, written_2.n_started_on AS started_on 
FROM go, written_2 RETURNING id AS n_id, home_id AS n_home_id, started_on AS n_started_on)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $24::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2), (SELECT count(*) AS count_4 
FROM written_3), (SELECT count(*) AS count_5 
FROM written_4), (SELECT count(*) AS count_6 
FROM written_5), (SELECT count(*) AS count_7 
FROM written_6)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_13.*) AS value 
FROM care_episode AS care_episode_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_11.*) AS value 
FROM child AS child_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_5.*) AS value 
FROM placement AS placement_4, home AS home_3 JOIN LATERAL (SELECT (('Home_' || home_3.country_code) || '_') || CAST(home_3.id AS TEXT) AS id, home_3.name AS name) AS node_5 ON true 
WHERE placement_4.child_file_id = child_2.id AND placement_4.started_on <= $1::DATE AND (placement_4.ended_on IS NULL OR placement_4.ended_on > $1::DATE) AND placement_4.country_code = $2::VARCHAR AND placement_4.voided_at IS NULL AND home_3.id = placement_4.home_id AND home_3.country_code = $2::VARCHAR AND home_3.voided_at IS NULL) AS link_6 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_9.*) AS value 
FROM caregiver_assignment AS caregiver_assignment_8, caregiver AS caregiver_7 JOIN LATERAL (SELECT caregiver_7.given_name AS "givenName") AS node_9 ON true 
WHERE caregiver_assignment_8.child_file_id = child_2.id AND caregiver_assignment_8.started_on <= $1::DATE AND (caregiver_assignment_8.ended_on IS NULL OR caregiver_assignment_8.ended_on > $1::DATE) AND caregiver_assignment_8.country_code = $2::VARCHAR AND caregiver_assignment_8.voided_at IS NULL AND caregiver_7.id = caregiver_assignment_8.caregiver_id AND caregiver_7.country_code = $2::VARCHAR AND caregiver_7.voided_at IS NULL) AS link_10 ON true JOIN LATERAL (SELECT (('Child_' || child_2.country_code) || '_') || CAST(child_2.id AS TEXT) AS id, link_6.value AS home, link_10.value AS "keyCarer") AS node_11 ON true 
WHERE child_2.id = care_episode_1.child_file_id AND child_2.country_code = $2::VARCHAR AND child_2.voided_at IS NULL) AS link_12 ON true JOIN LATERAL (SELECT (('CareEpisode_' || care_episode_1.country_code) || '_') || CAST(care_episode_1.id AS TEXT) AS id, care_episode_1.version AS version, care_episode_1.started_on AS "startedOn", care_episode_1.reasons AS reasons, care_episode_1.primary_reason AS "primaryReason", care_episode_1.entered_from AS "enteredFrom", link_12.value AS child) AS node_13 ON true 
WHERE care_episode_1.country_code = $2::VARCHAR AND care_episode_1.country_code = $3::VARCHAR AND care_episode_1.id = $4::UUID) AS "careEpisode", $5::JSON AS errors) AS answer
;

