WITH home_locked AS MATERIALIZED 
(SELECT home_held.id AS id 
FROM home AS home_held 
WHERE home_held.country_code = $1::VARCHAR AND home_held.voided_at IS NULL AND home_held.id = ANY (ARRAY[$2::UUID]) ORDER BY home_held.id FOR NO KEY UPDATE), 
counter_locked AS MATERIALIZED 
(SELECT counter_held.last AS last 
FROM change_counter AS counter_held 
WHERE counter_held.country_code = $1::VARCHAR FOR KEY SHARE)
 SELECT (SELECT count(*) AS count_1 
FROM home_locked) AS locked_0, (SELECT count(*) AS count_2 
FROM counter_locked) AS locked_1
;

WITH programme_read AS MATERIALIZED 
(SELECT true AS found, programme_of_programme.id AS id, programme_of_programme.started_on AS started_on, programme_of_programme.ended_on AS ended_on, programme_of_programme.jurisdiction AS jurisdiction 
FROM programme AS programme_of_programme 
WHERE programme_of_programme.country_code = $1::VARCHAR AND programme_of_programme.voided_at IS NULL AND programme_of_programme.id = $25::UUID), 
home_read AS MATERIALIZED 
(SELECT true AS found, home_of_home.id AS id, home_of_home.programme_id AS programme_id, home_of_home.name AS name, home_of_home.form AS form, home_of_home.capacity AS capacity, home_of_home.opened_on AS opened_on, home_of_home.closed_on AS closed_on 
FROM home AS home_of_home 
WHERE home_of_home.country_code = $1::VARCHAR AND home_of_home.voided_at IS NULL AND home_of_home.id = $28::UUID), 
parent_read AS MATERIALIZED 
(SELECT parents.caregiver_id AS caregiver_id, parents.caregiver_name AS caregiver_name 
FROM (SELECT caregiver_assignment_11.caregiver_id AS caregiver_id, caregiver_assignment_11.caregiver_name AS caregiver_name, count(*) OVER () AS many 
FROM caregiver_assignment AS caregiver_assignment_11 
WHERE caregiver_assignment_11.country_code = $1::VARCHAR AND caregiver_assignment_11.voided_at IS NULL AND caregiver_assignment_11.home_id = (SELECT home_read.id 
FROM home_read) AND caregiver_assignment_11.role = 'PARENT' AND caregiver_assignment_11.started_on <= $6::DATE AND (caregiver_assignment_11.ended_on IS NULL OR caregiver_assignment_11.ended_on > $6::DATE)) AS parents 
WHERE parents.many = 1), 
crowding_read AS MATERIALIZED 
(SELECT min(days.day) AS day 
FROM (SELECT stays.home_id AS home_id, turns.day AS day, lead(turns.day) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS until, sum(sum(stays.lives * turns.sign)) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS lives 
FROM (SELECT home_stay_2.home_id AS home_id, home_stay_2.started_on AS started_on, home_stay_2.ended_on AS ended_on, 1 AS lives 
FROM home_stay AS home_stay_2 
WHERE home_stay_2.country_code = $1::VARCHAR AND home_stay_2.voided_at IS NULL AND home_stay_2.home_id = (SELECT home_read.id 
FROM home_read) AND (home_stay_2.ended_on IS NULL OR home_stay_2.ended_on > $6::DATE) UNION ALL SELECT home_read.id AS id, $6::DATE AS anon_5, CAST(null AS DATE) AS "null", 1 
FROM home_read) AS stays JOIN LATERAL (VALUES (greatest(stays.started_on, $6::DATE), 1), (stays.ended_on, -1)) AS turns (day, sign) ON true 
WHERE turns.day IS NOT NULL GROUP BY stays.home_id, turns.day) AS days 
WHERE days.lives > (SELECT home_read.capacity 
FROM home_read)), 
gates_read AS MATERIALIZED 
(SELECT coalesce((SELECT policy_3.value 
FROM policy AS policy_3 
WHERE policy_3.code = $1::VARCHAR AND policy_3.key = ('licence_required.' || home_read.form) AND policy_3.jurisdiction = coalesce((SELECT programme_4.jurisdiction 
FROM programme AS programme_4 
WHERE programme_4.country_code = $1::VARCHAR AND programme_4.voided_at IS NULL AND programme_4.id = home_read.programme_id), '') AND policy_3.from_day <= $6::DATE AND (policy_3.until_day IS NULL OR policy_3.until_day > $6::DATE)) = 'YES', false) AND coalesce((SELECT (array_agg(CASE WHEN (inspection_5.outcome IN ('PASSED', 'CONDITIONS')) THEN inspection_5.valid_until ELSE inspection_5.held_on END ORDER BY inspection_5.held_on DESC, inspection_5.id DESC))[1] AS anon_6 
FROM inspection AS inspection_5 
WHERE inspection_5.country_code = $1::VARCHAR AND inspection_5.voided_at IS NULL AND inspection_5.home_id = home_read.id AND inspection_5.held_on <= $6::DATE AND inspection_5.kind IN ('LICENCE', 'REGISTRATION')) <= $6::DATE, true) AS unlicensed, coalesce((SELECT policy_3.value 
FROM policy AS policy_3 
WHERE policy_3.code = $1::VARCHAR AND policy_3.key = ('licence_required.' || home_read.form) AND policy_3.jurisdiction = coalesce((SELECT programme_4.jurisdiction 
FROM programme AS programme_4 
WHERE programme_4.country_code = $1::VARCHAR AND programme_4.voided_at IS NULL AND programme_4.id = home_read.programme_id), '') AND policy_3.from_day <= $6::DATE AND (policy_3.until_day IS NULL OR policy_3.until_day > $6::DATE)) = 'YES', false) AND coalesce((SELECT (array_agg(CASE WHEN (inspection_5.outcome IN ('PASSED', 'CONDITIONS')) THEN inspection_5.valid_until ELSE inspection_5.held_on END ORDER BY inspection_5.held_on DESC, inspection_5.id DESC))[1] AS anon_6 
FROM inspection AS inspection_5 
WHERE inspection_5.country_code = $1::VARCHAR AND inspection_5.voided_at IS NULL AND inspection_5.home_id = home_read.id AND inspection_5.held_on <= $6::DATE AND inspection_5.kind IN ('LICENCE', 'REGISTRATION')) <= $6::DATE, true) AND (EXISTS (SELECT 1 
FROM inspection AS inspection_5 
WHERE inspection_5.country_code = $1::VARCHAR AND inspection_5.voided_at IS NULL AND inspection_5.home_id = home_read.id AND inspection_5.held_on <= $6::DATE AND inspection_5.kind IN ('LICENCE', 'REGISTRATION'))) AS refused, EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_6, caregiver AS caregiver_7 
WHERE caregiver_assignment_6.country_code = $1::VARCHAR AND caregiver_assignment_6.voided_at IS NULL AND caregiver_7.country_code = $1::VARCHAR AND caregiver_7.voided_at IS NULL AND caregiver_assignment_6.home_id = home_read.id AND caregiver_assignment_6.started_on <= $6::DATE AND (caregiver_assignment_6.ended_on IS NULL OR caregiver_assignment_6.ended_on > $6::DATE) AND caregiver_7.id = caregiver_assignment_6.caregiver_id AND NOT coalesce(CASE WHEN ((SELECT policy_9.value 
FROM policy AS policy_9 
WHERE policy_9.code = $1::VARCHAR AND policy_9.key = ('checks_required.' || caregiver_7.kind) AND policy_9.jurisdiction = coalesce((SELECT programme_10.jurisdiction 
FROM programme AS programme_10 
WHERE programme_10.country_code = $1::VARCHAR AND programme_10.voided_at IS NULL AND programme_10.id = caregiver_7.programme_id), '') AND policy_9.from_day <= $26::DATE AND (policy_9.until_day IS NULL OR policy_9.until_day > $26::DATE)) = 'NOT_APPLICABLE') THEN CAST('9999-12-31' AS DATE) ELSE CAST((SELECT CASE WHEN (count(*) FILTER (WHERE newest.until IS NULL) > 0) THEN NULL ELSE min(newest.until) END AS anon_7 
FROM unnest(string_to_array((SELECT policy_9.value 
FROM policy AS policy_9 
WHERE policy_9.code = $1::VARCHAR AND policy_9.key = ('checks_required.' || caregiver_7.kind) AND policy_9.jurisdiction = coalesce((SELECT programme_10.jurisdiction 
FROM programme AS programme_10 
WHERE programme_10.country_code = $1::VARCHAR AND programme_10.voided_at IS NULL AND programme_10.id = caregiver_7.programme_id), '') AND policy_9.from_day <= $26::DATE AND (policy_9.until_day IS NULL OR policy_9.until_day > $26::DATE)), ' ')) AS asked(kind) LEFT OUTER JOIN LATERAL (SELECT CASE WHEN (checks_of_caregiver.outcome IN ('PASSED', 'CONDITIONS')) THEN checks_of_caregiver.valid_until END AS until 
FROM (SELECT caregiver_check_8.id AS id, caregiver_check_8.kind AS kind, caregiver_check_8.decided_on AS decided_on, caregiver_check_8.valid_until AS valid_until, caregiver_check_8.outcome AS outcome 
FROM caregiver_check AS caregiver_check_8 
WHERE caregiver_check_8.country_code = $1::VARCHAR AND caregiver_check_8.voided_at IS NULL AND caregiver_check_8.caregiver_id = caregiver_7.id) AS checks_of_caregiver 
WHERE checks_of_caregiver.kind = asked.kind ORDER BY checks_of_caregiver.decided_on DESC, checks_of_caregiver.id DESC 
 LIMIT 1) AS newest ON true) AS DATE) END > $6::DATE, false)) AS uncleared 
FROM home_read), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (programme_read.found IS NOT true) THEN 'programme_is_there' ELSE null END, CASE WHEN ((programme_read.started_on <= $6::DATE AND (programme_read.ended_on IS NULL OR programme_read.ended_on > $6::DATE)) IS NOT true) THEN 'programme_runs' ELSE null END, CASE WHEN (($11::DATE IS NULL OR $11::DATE <= $6::DATE) IS NOT true) THEN 'enrolled_on_in_the_life_of_id_begun' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL AND child_1.programme_id = (SELECT programme_read.id 
FROM programme_read) AND child_1.case_number_key = (regexp_replace(regexp_replace(normalize(casefold(normalize(regexp_replace($7::VARCHAR, '[\u00ad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\u0001-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f]', '', 'g'), NFKC) COLLATE pg_unicode_fast), NFKC), '^[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000]+|[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000]+$', '', 'g'), '[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000\u002d\u2010-\u2013\u2043\u2212\ufe63\uff0d\u2014-\u2015\ufe58]+', '-', 'g') COLLATE "C")))) IS NOT true) THEN 'case_number_is_new' ELSE null END, CASE WHEN (($6::DATE <= $26::DATE OR coalesce($27::TEXT[], CASE WHEN (coalesce($16::VARCHAR, $17::VARCHAR) IS NOT NULL) THEN ARRAY[coalesce($16::VARCHAR, $17::VARCHAR)] END) IS NULL OR coalesce($27::TEXT[], CASE WHEN (coalesce($16::VARCHAR, $17::VARCHAR) IS NOT NULL) THEN ARRAY[coalesce($16::VARCHAR, $17::VARCHAR)] END) IS NULL OR NOT (coalesce($27::TEXT[], CASE WHEN (coalesce($16::VARCHAR, $17::VARCHAR) IS NOT NULL) THEN ARRAY[coalesce($16::VARCHAR, $17::VARCHAR)] END) <@ ARRAY['POVERTY', 'DISABILITY_OF_CHILD']::text[])) IS NOT true) THEN 'not_for_poverty_alone' ELSE null END, CASE WHEN (home_read.found IS NOT true) THEN 'home_is_there' ELSE null END, CASE WHEN ((crowding_read.day IS NULL OR $6::DATE <= $26::DATE) IS NOT true) THEN 'home_has_room' ELSE null END, CASE WHEN ((NOT gates_read.unlicensed OR $6::DATE <= $26::DATE) IS NOT true) THEN 'home_is_licensed' ELSE null END, CASE WHEN ((NOT gates_read.uncleared OR $6::DATE <= $26::DATE) IS NOT true) THEN 'home_carers_are_cleared' ELSE null END, CASE WHEN (((EXISTS (SELECT 1 
FROM parent_read)) IS NOT true) IS NOT true) THEN 'key_carers_follow' ELSE null END, CASE WHEN (($6::DATE <= $26::DATE OR $29::DATE IS NOT NULL OR NOT coalesce(coalesce($30::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($30::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($30::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($30::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($30::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($30::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($30::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER' OR coalesce($30::VARCHAR, home_read.form) = 'OTHER_RESIDENTIAL' OR coalesce($30::VARCHAR, home_read.form) = 'FAMILY_CENTRE' OR coalesce($30::VARCHAR, home_read.form) = 'BOARDING_SCHOOL' OR coalesce($30::VARCHAR, home_read.form) = 'SECURE', false) OR $11::DATE IS NULL OR CAST(EXTRACT(year FROM age(CAST($6::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST($11::DATE AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= 18 OR CAST(EXTRACT(year FROM age(CAST($6::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST($11::DATE AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= (SELECT said_policy.whole 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = 'family_only_under_age' AND said_policy.jurisdiction = coalesce(programme_read.jurisdiction, '') AND said_policy.from_day <= $6::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $6::DATE)) OR (coalesce($30::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($30::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($30::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($30::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($30::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($30::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($30::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER') AND (SELECT said_policy.value 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = ('setting_of.' || coalesce($30::VARCHAR, home_read.form)) AND said_policy.jurisdiction = coalesce(programme_read.jurisdiction, '') AND said_policy.from_day <= $6::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $6::DATE)) != 'RESIDENTIAL') IS NOT true) THEN 'young_live_in_families' ELSE null END, CASE WHEN ((home_read.opened_on <= $6::DATE AND home_read.closed_on IS NULL) IS NOT true) THEN 'home_is_open' ELSE null END, CASE WHEN ((NOT coalesce(coalesce($30::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($30::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($30::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($30::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($30::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($30::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($30::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER', false) OR coalesce($30::VARCHAR, home_read.form) = home_read.form) IS NOT true) THEN 'arrangement_is_the_homes' ELSE null END, CASE WHEN (($31::VARCHAR IS NOT DISTINCT FROM null OR $31::VARCHAR IS NULL OR (EXISTS (SELECT 1 
FROM national_code AS listed_code 
WHERE listed_code.country = $1::VARCHAR AND listed_code.list_key = 'placement_kinds' AND listed_code.code = $31::VARCHAR))) IS NOT true) THEN 'local_kind_is_listed' ELSE null END, CASE WHEN (($31::VARCHAR IS NOT DISTINCT FROM null AND $6::DATE IS NOT DISTINCT FROM null OR $31::VARCHAR IS NULL OR NOT (EXISTS (SELECT 1 
FROM national_code AS listed_code 
WHERE listed_code.country = $1::VARCHAR AND listed_code.list_key = 'placement_kinds' AND listed_code.code = $31::VARCHAR)) OR (EXISTS (SELECT 1 
FROM national_code AS listed_code 
WHERE listed_code.country = $1::VARCHAR AND listed_code.list_key = 'placement_kinds' AND listed_code.code = $31::VARCHAR AND listed_code.from_day <= $6::DATE AND (listed_code.until_day IS NULL OR listed_code.until_day > $6::DATE)))) IS NOT true) THEN 'local_kind_is_in_force' ELSE null END, CASE WHEN (($32::DATE IS NULL OR $32::DATE > $6::DATE) IS NOT true) THEN 'legal_status_ends_after_start' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN programme_read ON true LEFT OUTER JOIN home_read ON true LEFT OUTER JOIN crowding_read ON true LEFT OUTER JOIN gates_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_8, $2::VARCHAR AS anon_9, $3::VARCHAR AS anon_10, $33::VARCHAR AS anon_11, $34::VARCHAR AS anon_12, $35::VARCHAR AS anon_13, $36::TEXT[] AS anon_14, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(INSERT INTO child (country_code, id, programme_id, enrolled_on, case_number, given_name, family_name, name_reading, birth_date, birth_date_precision, sex, first_language, interests, reason_for_care, case_number_order, given_name_order, family_name_order, case_number_search, given_name_search, family_name_search, name_reading_search) SELECT $1::VARCHAR AS country_code, $5::UUID AS id, programme_read.id AS programme_id, $6::DATE AS enrolled_on, $7::VARCHAR AS case_number, $8::VARCHAR AS given_name, $9::VARCHAR AS family_name, $10::VARCHAR AS name_reading, $11::DATE AS birth_date, CASE WHEN ($11::DATE IS NOT NULL) THEN coalesce($12::VARCHAR, 'DAY') ELSE $12::VARCHAR END AS birth_date_precision, $13::VARCHAR AS sex, $14::VARCHAR AS first_language, $15::VARCHAR AS interests, coalesce($16::VARCHAR, $17::VARCHAR) AS reason_for_care, $18::VARCHAR AS case_number_order, $19::VARCHAR AS given_name_order, $20::VARCHAR AS family_name_order, $21::VARCHAR AS case_number_search, $22::VARCHAR AS given_name_search, $23::VARCHAR AS family_name_search, $24::VARCHAR AS name_reading_search 
FROM go, programme_read RETURNING id AS n_id, programme_id AS n_programme_id, enrolled_on AS n_enrolled_on, case_number AS n_case_number, given_name AS n_given_name, family_name AS n_family_name, name_reading AS n_name_reading, birth_date AS n_birth_date, birth_date_precision AS n_birth_date_precision, sex AS n_sex, first_language AS n_first_language, interests AS n_interests, reason_for_care AS n_reason_for_care, case_number_order AS n_case_number_order, given_name_order AS n_given_name_order, family_name_order AS n_family_name_order, case_number_search AS n_case_number_search, given_name_search AS n_given_name_search, family_name_search AS n_family_name_search, name_reading_search AS n_name_reading_search, version AS n_version, voided_at AS n_voided_at), 
history_personal_of_written_1 AS 
(INSERT INTO history_personal (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Child', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'admitChild', null, null, jsonb_build_object('caseNumber', written_1.n_case_number, 'givenName', written_1.n_given_name, 'familyName', written_1.n_family_name, 'nameReading', written_1.n_name_reading, 'birthDate', written_1.n_birth_date, 'birthDatePrecision', written_1.n_birth_date_precision, 'sex', written_1.n_sex) - $4::TEXT[] AS anon_4 
FROM written_1 RETURNING row_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_15, 'Child', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_16, $3::VARCHAR AS anon_17, 'admitChild', null, null, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_1.n_programme_id AS TEXT), 'enrolledOn', written_1.n_enrolled_on, 'firstLanguage', written_1.n_first_language, 'interests', written_1.n_interests, 'reasonForCare', written_1.n_reason_for_care) - $4::TEXT[] AS anon_18 
FROM written_1 RETURNING row_id), 
written_3 AS 
(INSERT INTO care_episode (country_code, id, child_id, programme_id, reasons, primary_reason, emergency, entered_from, referred_by, parents_at_entry, disabled_at_entry, family_locality, family_latitude_e2, family_longitude_e2, started_on) SELECT $1::VARCHAR AS country_code, $37::UUID AS id, $5::UUID AS child_id, programme_read.id AS programme_id, coalesce($27::TEXT[], CASE WHEN (coalesce($16::VARCHAR, $17::VARCHAR) IS NOT NULL) THEN ARRAY[coalesce($16::VARCHAR, $17::VARCHAR)] END) AS reasons, coalesce($16::VARCHAR, $17::VARCHAR) AS primary_reason, coalesce($38::VARCHAR, 'NOT_KNOWN') AS emergency, $39::VARCHAR AS entered_from, $40::VARCHAR AS referred_by, $41::VARCHAR AS parents_at_entry, coalesce($42::VARCHAR, 'NOT_KNOWN') AS disabled_at_entry, $43::VARCHAR AS family_locality, $44::BIGINT AS family_latitude_e2, $45::BIGINT AS family_longitude_e2, $6::DATE AS started_on 
FROM go, programme_read RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, reasons AS n_reasons, primary_reason AS n_primary_reason, emergency AS n_emergency, entered_from AS n_entered_from, referred_by AS n_referred_by, parents_at_entry AS n_parents_at_entry, disabled_at_entry AS n_disabled_at_entry, family_locality AS n_family_locality, family_latitude_e2 AS n_family_latitude_e2, family_longitude_e2 AS n_family_longitude_e2, started_on AS n_started_on, version AS n_version, voided_at AS n_voided_at), 
history_personal_of_written_3 AS 
(INSERT INTO history_personal (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_19, 'CareEpisode', written_3.n_id AS n_id, written_3.n_version AS n_version, written_3.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_20, $3::VARCHAR AS anon_21, 'admitChild', null, null, jsonb_build_object('familyLocality', written_3.n_family_locality) - $4::TEXT[] AS anon_22 
FROM written_3 RETURNING row_id), 
history_sensitive_of_written_3 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_23, 'CareEpisode', written_3.n_id AS n_id, written_3.n_version AS n_version, written_3.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_24, $3::VARCHAR AS anon_25, 'admitChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_3.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_3.n_programme_id AS TEXT), 'reasons', written_3.n_reasons, 'primaryReason', written_3.n_primary_reason, 'emergency', written_3.n_emergency, 'enteredFrom', written_3.n_entered_from, 'referredBy', written_3.n_referred_by, 'parentsAtEntry', written_3.n_parents_at_entry, 'disabledAtEntry', written_3.n_disabled_at_entry, 'familyLatitudeE2', written_3.n_family_latitude_e2, 'familyLongitudeE2', written_3.n_family_longitude_e2, 'startedOn', written_3.n_started_on) - $4::TEXT[] AS anon_26 
FROM written_3 RETURNING row_id), 
home_place_read AS MATERIALIZED 
(SELECT home_address_12.latitude_e2 AS latitude_e2, home_address_12.longitude_e2 AS longitude_e2 
FROM home_address AS home_address_12 
WHERE home_address_12.country_code = $1::VARCHAR AND home_address_12.voided_at IS NULL AND home_address_12.home_id = (SELECT home_read.id 
FROM home_read) AND home_address_12.started_on <= $6::DATE AND (home_address_12.ended_on IS NULL OR home_address_12.ended_on > $6::DATE) 
 LIMIT 1), 
written_4 AS 
(INSERT INTO placement (country_code, id, child_id, care_episode_id, programme_id, started_on, start_reason, local_kind, home_id, home_name, arrangement, distance_km) SELECT $1::VARCHAR AS country_code, $46::UUID AS id, $5::UUID AS child_id, $37::UUID AS care_episode_id, programme_read.id AS programme_id, $6::DATE AS started_on, coalesce($47::VARCHAR, 'ADMISSION') AS start_reason, $31::VARCHAR AS local_kind, home_read.id AS home_id, home_read.name AS home_name, home_read.form AS arrangement, CAST(round(12742.0 * asin(sqrt(CASE WHEN (power(sin((radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians($44::BIGINT / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) + cos(radians($44::BIGINT / CAST(100.0 AS NUMERIC))) * cos(radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC))) * power(sin((radians((SELECT home_place_read.longitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians($45::BIGINT / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) > 1.0) THEN 1.0 ELSE power(sin((radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians($44::BIGINT / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) + cos(radians($44::BIGINT / CAST(100.0 AS NUMERIC))) * cos(radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC))) * power(sin((radians((SELECT home_place_read.longitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians($45::BIGINT / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) END))) AS INTEGER) AS distance_km 
FROM go, programme_read, home_read, (SELECT count(*) AS rows 
FROM written_3) AS after_written_3 RETURNING id AS n_id, child_id AS n_child_id, care_episode_id AS n_care_episode_id, programme_id AS n_programme_id, started_on AS n_started_on, start_reason AS n_start_reason, local_kind AS n_local_kind, home_id AS n_home_id, home_name AS n_home_name, arrangement AS n_arrangement, distance_km AS n_distance_km, version AS n_version), 
history_sensitive_of_written_4 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_27, 'Placement', written_4.n_id AS n_id, written_4.n_version AS n_version, written_4.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_28, $3::VARCHAR AS anon_29, 'admitChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_4.n_child_id AS TEXT), 'careEpisode', (('CareEpisode_' || $1::VARCHAR) || '_') || CAST(written_4.n_care_episode_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_4.n_programme_id AS TEXT), 'startedOn', written_4.n_started_on, 'startReason', written_4.n_start_reason, 'localKind', written_4.n_local_kind, 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_4.n_home_id AS TEXT), 'homeName', written_4.n_home_name, 'arrangement', written_4.n_arrangement, 'distanceKm', written_4.n_distance_km) - $4::TEXT[] AS anon_30 
FROM written_4 RETURNING row_id), 
written_6 AS 
(INSERT INTO placement_exception (country_code, id, child_id, programme_id, placement_id, home_id, rule, dated, lapses_on, reason, authorised_by) SELECT $1::VARCHAR AS country_code, uuidv7() AS id, written_4.n_child_id AS child_id, written_4.n_programme_id AS programme_id, written_4.n_id AS placement_id, written_4.n_home_id AS home_id, 'CAPACITY' AS rule, crowding_read.day AS dated, $29::DATE AS lapses_on, $48::VARCHAR AS reason, $49::VARCHAR AS authorised_by 
FROM go, written_4, crowding_read 
WHERE crowding_read.day IS NOT NULL RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, placement_id AS n_placement_id, home_id AS n_home_id, rule AS n_rule, dated AS n_dated, lapses_on AS n_lapses_on, reason AS n_reason, authorised_by AS n_authorised_by, version AS n_version), 
history_sensitive_of_written_6 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_31, 'PlacementException', written_6.n_id AS n_id, written_6.n_version AS n_version, written_6.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_32, $3::VARCHAR AS anon_33, 'admitChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_6.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_6.n_programme_id AS TEXT), 'placement', (('Placement_' || $1::VARCHAR) || '_') || CAST(written_6.n_placement_id AS TEXT), 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_6.n_home_id AS TEXT), 'rule', written_6.n_rule, 'dated', written_6.n_dated, 'lapsesOn', written_6.n_lapses_on, 'reason', written_6.n_reason, 'authorisedBy', written_6.n_authorised_by) AS jsonb_build_object_1 
FROM written_6 RETURNING row_id), 
written_7 AS 
(INSERT INTO placement_exception (country_code, id, child_id, programme_id, placement_id, home_id, rule, dated, lapses_on, reason, authorised_by) SELECT $1::VARCHAR AS country_code, uuidv7() AS id, written_4.n_child_id AS child_id, written_4.n_programme_id AS programme_id, written_4.n_id AS placement_id, written_4.n_home_id AS home_id, 'HOME_NOT_LICENSED' AS rule, $6::DATE AS dated, $29::DATE AS lapses_on, $48::VARCHAR AS reason, $49::VARCHAR AS authorised_by 
FROM go, written_4, gates_read 
WHERE gates_read.unlicensed RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, placement_id AS n_placement_id, home_id AS n_home_id, rule AS n_rule, dated AS n_dated, lapses_on AS n_lapses_on, reason AS n_reason, authorised_by AS n_authorised_by, version AS n_version), 
history_sensitive_of_written_7 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_34, 'PlacementException', written_7.n_id AS n_id, written_7.n_version AS n_version, written_7.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_35, $3::VARCHAR AS anon_36, 'admitChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_7.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_7.n_programme_id AS TEXT), 'placement', (('Placement_' || $1::VARCHAR) || '_') || CAST(written_7.n_placement_id AS TEXT), 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_7.n_home_id AS TEXT), 'rule', written_7.n_rule, 'dated', written_7.n_dated, 'lapsesOn', written_7.n_lapses_on, 'reason', written_7.n_reason, 'authorisedBy', written_7.n_authorised_by) AS jsonb_build_object_2 
FROM written_7 RETURNING row_id), 
written_8 AS 
(INSERT INTO placement_exception (country_code, id, child_id, programme_id, placement_id, home_id, rule, dated, lapses_on, reason, authorised_by) SELECT $1::VARCHAR AS country_code, uuidv7() AS id, written_4.n_child_id AS child_id, written_4.n_programme_id AS programme_id, written_4.n_id AS placement_id, written_4.n_home_id AS home_id, 'CARER_NOT_CLEARED' AS rule, $6::DATE AS dated, $29::DATE AS lapses_on, $48::VARCHAR AS reason, $49::VARCHAR AS authorised_by 
FROM go, written_4, gates_read 
WHERE gates_read.uncleared RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, placement_id AS n_placement_id, home_id AS n_home_id, rule AS n_rule, dated AS n_dated, lapses_on AS n_lapses_on, reason AS n_reason, authorised_by AS n_authorised_by, version AS n_version), 
history_sensitive_of_written_8 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_37, 'PlacementException', written_8.n_id AS n_id, written_8.n_version AS n_version, written_8.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_38, $3::VARCHAR AS anon_39, 'admitChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_8.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_8.n_programme_id AS TEXT), 'placement', (('Placement_' || $1::VARCHAR) || '_') || CAST(written_8.n_placement_id AS TEXT), 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_8.n_home_id AS TEXT), 'rule', written_8.n_rule, 'dated', written_8.n_dated, 'lapsesOn', written_8.n_lapses_on, 'reason', written_8.n_reason, 'authorisedBy', written_8.n_authorised_by) AS jsonb_build_object_3 
FROM written_8 RETURNING row_id), 
written_9 AS 
(INSERT INTO placement_exception (country_code, id, child_id, programme_id, placement_id, home_id, rule, dated, lapses_on, reason, authorised_by) SELECT $1::VARCHAR AS country_code, uuidv7() AS id, written_4.n_child_id AS child_id, written_4.n_programme_id AS programme_id, written_4.n_id AS placement_id, written_4.n_home_id AS home_id, 'UNDER_THREE' AS rule, $6::DATE AS dated, $29::DATE AS lapses_on, $48::VARCHAR AS reason, $49::VARCHAR AS authorised_by 
FROM go, written_4, (SELECT 1 AS one) AS fact LEFT OUTER JOIN programme_read ON true LEFT OUTER JOIN home_read ON true LEFT OUTER JOIN crowding_read ON true LEFT OUTER JOIN gates_read ON true 
WHERE (NOT coalesce(coalesce($30::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($30::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($30::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($30::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($30::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($30::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($30::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER' OR coalesce($30::VARCHAR, home_read.form) = 'OTHER_RESIDENTIAL' OR coalesce($30::VARCHAR, home_read.form) = 'FAMILY_CENTRE' OR coalesce($30::VARCHAR, home_read.form) = 'BOARDING_SCHOOL' OR coalesce($30::VARCHAR, home_read.form) = 'SECURE', false) OR $11::DATE IS NULL OR CAST(EXTRACT(year FROM age(CAST($6::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST($11::DATE AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= 18 OR CAST(EXTRACT(year FROM age(CAST($6::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST($11::DATE AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= (SELECT said_policy.whole 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = 'family_only_under_age' AND said_policy.jurisdiction = coalesce(programme_read.jurisdiction, '') AND said_policy.from_day <= $6::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $6::DATE)) OR (coalesce($30::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($30::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($30::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($30::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($30::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($30::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($30::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER') AND (SELECT said_policy.value 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = ('setting_of.' || coalesce($30::VARCHAR, home_read.form)) AND said_policy.jurisdiction = coalesce(programme_read.jurisdiction, '') AND said_policy.from_day <= $6::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $6::DATE)) != 'RESIDENTIAL') IS NOT true RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, placement_id AS n_placement_id, home_id AS n_home_id, rule AS n_rule, dated AS n_dated, lapses_on AS n_lapses_on, reason AS n_reason, authorised_by AS n_authorised_by, version AS n_version), 
history_sensitive_of_written_9 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_40, 'PlacementException', written_9.n_id AS n_id, written_9.n_version AS n_version, written_9.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_41, $3::VARCHAR AS anon_42, 'admitChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_9.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_9.n_programme_id AS TEXT), 'placement', (('Placement_' || $1::VARCHAR) || '_') || CAST(written_9.n_placement_id AS TEXT), 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_9.n_home_id AS TEXT), 'rule', written_9.n_rule, 'dated', written_9.n_dated, 'lapsesOn', written_9.n_lapses_on, 'reason', written_9.n_reason, 'authorisedBy', written_9.n_authorised_by) AS jsonb_build_object_4 
FROM written_9 RETURNING row_id), 
written_10 AS 
(INSERT INTO gatekeeping_assessment (country_code, id, child_id, programme_id, care_episode_id, opened_on, due_on) SELECT $1::VARCHAR AS country_code, $50::UUID AS id, written_3.n_child_id AS child_id, written_3.n_programme_id AS programme_id, written_3.n_id AS care_episode_id, least($6::DATE, $26::DATE) AS opened_on, CAST($6::DATE + (CAST((SELECT policy_13.whole 
FROM policy AS policy_13 
WHERE policy_13.code = $1::VARCHAR AND policy_13.key = 'gatekeeping_hours' AND policy_13.jurisdiction = '' AND policy_13.from_day <= $6::DATE AND (policy_13.until_day IS NULL OR policy_13.until_day > $6::DATE)) + 23 AS INTEGER) / 24) AS DATE) AS due_on 
FROM go, written_3 RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, care_episode_id AS n_care_episode_id, opened_on AS n_opened_on, due_on AS n_due_on, version AS n_version), 
history_sensitive_of_written_10 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_43, 'GatekeepingAssessment', written_10.n_id AS n_id, written_10.n_version AS n_version, written_10.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_44, $3::VARCHAR AS anon_45, 'admitChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_10.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_10.n_programme_id AS TEXT), 'careEpisode', (('CareEpisode_' || $1::VARCHAR) || '_') || CAST(written_10.n_care_episode_id AS TEXT), 'openedOn', written_10.n_opened_on, 'dueOn', written_10.n_due_on) AS jsonb_build_object_5 
FROM written_10 RETURNING row_id), 
written_11 AS 
(INSERT INTO legal_status (country_code, id, child_id, programme_id, started_on, kind, authority, reference, local_code, parents_agree, represented, appeal_until, ended_on) SELECT $1::VARCHAR AS country_code, $51::UUID AS id, written_3.n_child_id AS child_id, written_3.n_programme_id AS programme_id, $6::DATE AS started_on, $52::VARCHAR AS kind, $53::VARCHAR AS authority, $54::VARCHAR AS reference, $55::VARCHAR AS local_code, coalesce($56::VARCHAR, 'NOT_KNOWN') AS parents_agree, coalesce($57::VARCHAR, 'NOT_KNOWN') AS represented, $58::DATE AS appeal_until, $32::DATE AS ended_on 
FROM go, written_3 RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, started_on AS n_started_on, kind AS n_kind, authority AS n_authority, reference AS n_reference, local_code AS n_local_code, parents_agree AS n_parents_agree, represented AS n_represented, appeal_until AS n_appeal_until, ended_on AS n_ended_on, version AS n_version), 
history_personal_of_written_11 AS 
(INSERT INTO history_personal (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_46, 'LegalStatus', written_11.n_id AS n_id, written_11.n_version AS n_version, written_11.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_47, $3::VARCHAR AS anon_48, 'admitChild', null, null, jsonb_build_object('reference', written_11.n_reference) - $4::TEXT[] AS anon_49 
FROM written_11 RETURNING row_id), 
history_sensitive_of_written_11 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_50, 'LegalStatus', written_11.n_id AS n_id, written_11.n_version AS n_version, written_11.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_51, $3::VARCHAR AS anon_52, 'admitChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_11.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_11.n_programme_id AS TEXT), 'startedOn', written_11.n_started_on, 'kind', written_11.n_kind, 'authority', written_11.n_authority, 'localCode', written_11.n_local_code, 'parentsAgree', written_11.n_parents_agree, 'represented', written_11.n_represented, 'appealUntil', written_11.n_appeal_until, 'endedOn', written_11.n_ended_on) - $4::TEXT[] AS anon_53 
FROM written_11 RETURNING row_id), 
named AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_54, $2::VARCHAR AS anon_55, $3::VARCHAR AS anon_56, $59::VARCHAR AS anon_57, '#id', $35::VARCHAR AS anon_58, $36::TEXT[] AS anon_59, '{}'::text[] 
FROM go ON CONFLICT (country_code, issuer, subject, key, path) DO NOTHING RETURNING true AS kept), 
touched AS 
(SELECT 1 AS place, 'Child' AS type, written_1.n_id AS row_id, 'CREATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 5 AS place, 'CareEpisode' AS type, written_3.n_id AS row_id, 'CREATED' AS kind, written_3.n_programme_id AS programme_id 
FROM written_3 UNION ALL SELECT 7 AS place, 'Placement' AS type, written_4.n_id AS row_id, 'CREATED' AS kind, written_4.n_programme_id AS programme_id 
FROM written_4 UNION ALL SELECT 11 AS place, 'PlacementException' AS type, written_6.n_id AS row_id, 'CREATED' AS kind, written_6.n_programme_id AS programme_id 
FROM written_6 UNION ALL SELECT 13 AS place, 'PlacementException' AS type, written_7.n_id AS row_id, 'CREATED' AS kind, written_7.n_programme_id AS programme_id 
FROM written_7 UNION ALL SELECT 15 AS place, 'PlacementException' AS type, written_8.n_id AS row_id, 'CREATED' AS kind, written_8.n_programme_id AS programme_id 
FROM written_8 UNION ALL SELECT 17 AS place, 'PlacementException' AS type, written_9.n_id AS row_id, 'CREATED' AS kind, written_9.n_programme_id AS programme_id 
FROM written_9 UNION ALL SELECT 19 AS place, 'GatekeepingAssessment' AS type, written_10.n_id AS row_id, 'CREATED' AS kind, written_10.n_programme_id AS programme_id 
FROM written_10 UNION ALL SELECT 21 AS place, 'LegalStatus' AS type, written_11.n_id AS row_id, 'CREATED' AS kind, written_11.n_programme_id AS programme_id 
FROM written_11), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_64, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_personal_of_written_1) AS anon_65, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_66, (SELECT count(*) AS entries 
FROM history_personal_of_written_3) AS anon_67, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_3) AS anon_68, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_4) AS anon_69, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_6) AS anon_70, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_7) AS anon_71, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_8) AS anon_72, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_9) AS anon_73, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_10) AS anon_74, (SELECT count(*) AS entries 
FROM history_personal_of_written_11) AS anon_75, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_11) AS anon_76, (SELECT count(*) AS entries 
FROM named) AS anon_77 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_60, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_61, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $60::UUID AS anon_62, 'admitChild', $33::VARCHAR AS anon_63 
FROM touched, counter RETURNING number), 
keyed_written_1 AS 
(SELECT string_to_array(CASE WHEN (written_1.n_voided_at IS NULL) THEN concat_ws(' ', split_part(written_1.n_case_number_search, '/', 2), split_part(written_1.n_given_name_search, '/', 2), split_part(written_1.n_family_name_search, '/', 2), split_part(written_1.n_name_reading_search, '/', 2), ('=' || split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 1)) || coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 1), ''), ('=' || coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 1), '')) || split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 1), ('=' || split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 2)) || coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 2), ''), ('=' || coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 2), '')) || split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 2), CASE WHEN (coalesce(split_part(written_1.n_family_name_search, '/', 3), '-') != '') THEN regexp_replace(split_part(written_1.n_given_name_search, '/', 3), '-(\S*)', '_=' || ('\1' || coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 1), '')), 'g') END, CASE WHEN (coalesce(split_part(written_1.n_family_name_search, '/', 3), '-') != '') THEN regexp_replace(split_part(written_1.n_given_name_search, '/', 3), '-(\S*)', '_=' || (coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 1), '') || '\1'), 'g') END, CASE WHEN (split_part(written_1.n_given_name_search, '/', 3) != '') THEN regexp_replace(split_part(written_1.n_family_name_search, '/', 3), '-(\S*)', '_=' || ('\1' || coalesce(split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 1), '')), 'g') END, CASE WHEN (split_part(written_1.n_given_name_search, '/', 3) != '') THEN regexp_replace(split_part(written_1.n_family_name_search, '/', 3), '-(\S*)', '_=' || (coalesce(split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 1), '') || '\1'), 'g') END, '=' || split_part(split_part(written_1.n_name_reading_search, '/', 1), ' ', 1), '=' || split_part(split_part(written_1.n_name_reading_search, '/', 1), ' ', 2), regexp_replace(split_part(written_1.n_name_reading_search, '/', 3), '-(\S*)', '_=' || '\1', 'g')) ELSE '' END, ' ') AS n_keys, written_1.n_programme_id AS n_programme_id, written_1.n_id AS n_id 
FROM written_1), 
written_2 AS 
(INSERT INTO child_search_key (country_code, key, programme_id, row_id) SELECT $1::VARCHAR AS country_code, n_keyed_written_1.key AS key, n_keyed_written_1.programme_id AS programme_id, n_keyed_written_1.row_id AS row_id 
FROM go, (SELECT DISTINCT each.key AS key, keyed_written_1.n_programme_id AS programme_id, keyed_written_1.n_id AS row_id 
FROM keyed_written_1 JOIN unnest(keyed_written_1.n_keys) AS each(key) ON true 
WHERE each.key != ALL (ARRAY['', '=', '_='])) AS n_keyed_written_1 RETURNING key AS n_key, programme_id AS n_programme_id, row_id AS n_row_id), 
written_5 AS 
(INSERT INTO home_stay (country_code, id, home_id, started_on) SELECT $1::VARCHAR AS country_code, written_4.n_id AS id, written_4.n_home_id AS home_id, written_4.n_started_on AS started_on 
FROM go, written_4 RETURNING id AS n_id, home_id AS n_home_id, started_on AS n_started_on)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $36::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2), (SELECT count(*) AS count_4 
FROM written_3), (SELECT count(*) AS count_5 
FROM written_4), (SELECT count(*) AS count_6 
FROM written_5), (SELECT count(*) AS count_7 
FROM written_6), (SELECT count(*) AS count_8 
FROM written_7), (SELECT count(*) AS count_9 
FROM written_8), (SELECT count(*) AS count_10 
FROM written_9), (SELECT count(*) AS count_11 
FROM written_10), (SELECT count(*) AS count_12 
FROM written_11)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

WITH home_locked AS MATERIALIZED 
(SELECT home_held.id AS id 
FROM home AS home_held 
WHERE home_held.country_code = $1::VARCHAR AND home_held.voided_at IS NULL AND home_held.id = ANY (ARRAY[$2::UUID]) ORDER BY home_held.id FOR NO KEY UPDATE), 
counter_locked AS MATERIALIZED 
(SELECT counter_held.last AS last 
FROM change_counter AS counter_held 
WHERE counter_held.country_code = $1::VARCHAR FOR KEY SHARE)
 SELECT (SELECT count(*) AS count_1 
FROM home_locked) AS locked_0, (SELECT count(*) AS count_2 
FROM counter_locked) AS locked_1
;

WITH programme_read AS MATERIALIZED 
(SELECT true AS found, programme_of_programme.id AS id, programme_of_programme.started_on AS started_on, programme_of_programme.ended_on AS ended_on, programme_of_programme.jurisdiction AS jurisdiction 
FROM programme AS programme_of_programme 
WHERE programme_of_programme.country_code = $1::VARCHAR AND programme_of_programme.voided_at IS NULL AND programme_of_programme.id = $25::UUID), 
home_read AS MATERIALIZED 
(SELECT true AS found, home_of_home.id AS id, home_of_home.programme_id AS programme_id, home_of_home.name AS name, home_of_home.form AS form, home_of_home.capacity AS capacity, home_of_home.opened_on AS opened_on, home_of_home.closed_on AS closed_on 
FROM home AS home_of_home 
WHERE home_of_home.country_code = $1::VARCHAR AND home_of_home.voided_at IS NULL AND home_of_home.id = $32::UUID), 
crowding_read AS MATERIALIZED 
(SELECT min(days.day) AS day 
FROM (SELECT stays.home_id AS home_id, turns.day AS day, lead(turns.day) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS until, sum(sum(stays.lives * turns.sign)) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS lives 
FROM (SELECT home_stay_2.home_id AS home_id, home_stay_2.started_on AS started_on, home_stay_2.ended_on AS ended_on, 1 AS lives 
FROM home_stay AS home_stay_2 
WHERE home_stay_2.country_code = $1::VARCHAR AND home_stay_2.voided_at IS NULL AND home_stay_2.home_id = (SELECT home_read.id 
FROM home_read) AND (home_stay_2.ended_on IS NULL OR home_stay_2.ended_on > $6::DATE) UNION ALL SELECT home_read.id AS id, $6::DATE AS anon_5, CAST(null AS DATE) AS "null", 1 
FROM home_read) AS stays JOIN LATERAL (VALUES (greatest(stays.started_on, $6::DATE), 1), (stays.ended_on, -1)) AS turns (day, sign) ON true 
WHERE turns.day IS NOT NULL GROUP BY stays.home_id, turns.day) AS days 
WHERE days.lives > (SELECT home_read.capacity 
FROM home_read)), 
gates_read AS MATERIALIZED 
(SELECT coalesce((SELECT policy_3.value 
FROM policy AS policy_3 
WHERE policy_3.code = $1::VARCHAR AND policy_3.key = ('licence_required.' || home_read.form) AND policy_3.jurisdiction = coalesce((SELECT programme_4.jurisdiction 
FROM programme AS programme_4 
WHERE programme_4.country_code = $1::VARCHAR AND programme_4.voided_at IS NULL AND programme_4.id = home_read.programme_id), '') AND policy_3.from_day <= $6::DATE AND (policy_3.until_day IS NULL OR policy_3.until_day > $6::DATE)) = 'YES', false) AND coalesce((SELECT (array_agg(CASE WHEN (inspection_5.outcome IN ('PASSED', 'CONDITIONS')) THEN inspection_5.valid_until ELSE inspection_5.held_on END ORDER BY inspection_5.held_on DESC, inspection_5.id DESC))[1] AS anon_6 
FROM inspection AS inspection_5 
WHERE inspection_5.country_code = $1::VARCHAR AND inspection_5.voided_at IS NULL AND inspection_5.home_id = home_read.id AND inspection_5.held_on <= $6::DATE AND inspection_5.kind IN ('LICENCE', 'REGISTRATION')) <= $6::DATE, true) AS unlicensed, coalesce((SELECT policy_3.value 
FROM policy AS policy_3 
WHERE policy_3.code = $1::VARCHAR AND policy_3.key = ('licence_required.' || home_read.form) AND policy_3.jurisdiction = coalesce((SELECT programme_4.jurisdiction 
FROM programme AS programme_4 
WHERE programme_4.country_code = $1::VARCHAR AND programme_4.voided_at IS NULL AND programme_4.id = home_read.programme_id), '') AND policy_3.from_day <= $6::DATE AND (policy_3.until_day IS NULL OR policy_3.until_day > $6::DATE)) = 'YES', false) AND coalesce((SELECT (array_agg(CASE WHEN (inspection_5.outcome IN ('PASSED', 'CONDITIONS')) THEN inspection_5.valid_until ELSE inspection_5.held_on END ORDER BY inspection_5.held_on DESC, inspection_5.id DESC))[1] AS anon_6 
FROM inspection AS inspection_5 
WHERE inspection_5.country_code = $1::VARCHAR AND inspection_5.voided_at IS NULL AND inspection_5.home_id = home_read.id AND inspection_5.held_on <= $6::DATE AND inspection_5.kind IN ('LICENCE', 'REGISTRATION')) <= $6::DATE, true) AND (EXISTS (SELECT 1 
FROM inspection AS inspection_5 
WHERE inspection_5.country_code = $1::VARCHAR AND inspection_5.voided_at IS NULL AND inspection_5.home_id = home_read.id AND inspection_5.held_on <= $6::DATE AND inspection_5.kind IN ('LICENCE', 'REGISTRATION'))) AS refused, EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_6, caregiver AS caregiver_7 
WHERE caregiver_assignment_6.country_code = $1::VARCHAR AND caregiver_assignment_6.voided_at IS NULL AND caregiver_7.country_code = $1::VARCHAR AND caregiver_7.voided_at IS NULL AND caregiver_assignment_6.home_id = home_read.id AND caregiver_assignment_6.started_on <= $6::DATE AND (caregiver_assignment_6.ended_on IS NULL OR caregiver_assignment_6.ended_on > $6::DATE) AND caregiver_7.id = caregiver_assignment_6.caregiver_id AND NOT coalesce(CASE WHEN ((SELECT policy_9.value 
FROM policy AS policy_9 
WHERE policy_9.code = $1::VARCHAR AND policy_9.key = ('checks_required.' || caregiver_7.kind) AND policy_9.jurisdiction = coalesce((SELECT programme_10.jurisdiction 
FROM programme AS programme_10 
WHERE programme_10.country_code = $1::VARCHAR AND programme_10.voided_at IS NULL AND programme_10.id = caregiver_7.programme_id), '') AND policy_9.from_day <= $26::DATE AND (policy_9.until_day IS NULL OR policy_9.until_day > $26::DATE)) = 'NOT_APPLICABLE') THEN CAST('9999-12-31' AS DATE) ELSE CAST((SELECT CASE WHEN (count(*) FILTER (WHERE newest.until IS NULL) > 0) THEN NULL ELSE min(newest.until) END AS anon_7 
FROM unnest(string_to_array((SELECT policy_9.value 
FROM policy AS policy_9 
WHERE policy_9.code = $1::VARCHAR AND policy_9.key = ('checks_required.' || caregiver_7.kind) AND policy_9.jurisdiction = coalesce((SELECT programme_10.jurisdiction 
FROM programme AS programme_10 
WHERE programme_10.country_code = $1::VARCHAR AND programme_10.voided_at IS NULL AND programme_10.id = caregiver_7.programme_id), '') AND policy_9.from_day <= $26::DATE AND (policy_9.until_day IS NULL OR policy_9.until_day > $26::DATE)), ' ')) AS asked(kind) LEFT OUTER JOIN LATERAL (SELECT CASE WHEN (checks_of_caregiver.outcome IN ('PASSED', 'CONDITIONS')) THEN checks_of_caregiver.valid_until END AS until 
FROM (SELECT caregiver_check_8.id AS id, caregiver_check_8.kind AS kind, caregiver_check_8.decided_on AS decided_on, caregiver_check_8.valid_until AS valid_until, caregiver_check_8.outcome AS outcome 
FROM caregiver_check AS caregiver_check_8 
WHERE caregiver_check_8.country_code = $1::VARCHAR AND caregiver_check_8.voided_at IS NULL AND caregiver_check_8.caregiver_id = caregiver_7.id) AS checks_of_caregiver 
WHERE checks_of_caregiver.kind = asked.kind ORDER BY checks_of_caregiver.decided_on DESC, checks_of_caregiver.id DESC 
 LIMIT 1) AS newest ON true) AS DATE) END > $6::DATE, false)) AS uncleared 
FROM home_read), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (programme_read.found IS NOT true) THEN 'programme_is_there' ELSE null END, CASE WHEN ((programme_read.started_on <= $6::DATE AND (programme_read.ended_on IS NULL OR programme_read.ended_on > $6::DATE)) IS NOT true) THEN 'programme_runs' ELSE null END, CASE WHEN (($11::DATE IS NULL OR $11::DATE <= $6::DATE) IS NOT true) THEN 'enrolled_on_in_the_life_of_id_begun' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL AND child_1.programme_id = (SELECT programme_read.id 
FROM programme_read) AND child_1.case_number_key = (regexp_replace(regexp_replace(normalize(casefold(normalize(regexp_replace($7::VARCHAR, '[\u00ad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\u0001-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f]', '', 'g'), NFKC) COLLATE pg_unicode_fast), NFKC), '^[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000]+|[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000]+$', '', 'g'), '[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000\u002d\u2010-\u2013\u2043\u2212\ufe63\uff0d\u2014-\u2015\ufe58]+', '-', 'g') COLLATE "C")))) IS NOT true) THEN 'case_number_is_new' ELSE null END, CASE WHEN (($6::DATE <= $26::DATE OR coalesce($27::TEXT[], CASE WHEN (coalesce($16::VARCHAR, $17::VARCHAR) IS NOT NULL) THEN ARRAY[coalesce($16::VARCHAR, $17::VARCHAR)] END) IS NULL OR coalesce($27::TEXT[], CASE WHEN (coalesce($16::VARCHAR, $17::VARCHAR) IS NOT NULL) THEN ARRAY[coalesce($16::VARCHAR, $17::VARCHAR)] END) IS NULL OR NOT (coalesce($27::TEXT[], CASE WHEN (coalesce($16::VARCHAR, $17::VARCHAR) IS NOT NULL) THEN ARRAY[coalesce($16::VARCHAR, $17::VARCHAR)] END) <@ ARRAY['POVERTY', 'DISABILITY_OF_CHILD']::text[])) IS NOT true) THEN 'not_for_poverty_alone' ELSE null END, CASE WHEN (home_read.found IS NOT true) THEN 'home_is_there' ELSE null END, CASE WHEN ((crowding_read.day IS NULL OR $6::DATE <= $26::DATE) IS NOT true) THEN 'home_has_room' ELSE null END, CASE WHEN ((NOT gates_read.unlicensed OR $6::DATE <= $26::DATE) IS NOT true) THEN 'home_is_licensed' ELSE null END, CASE WHEN ((NOT gates_read.uncleared OR $6::DATE <= $26::DATE) IS NOT true) THEN 'home_carers_are_cleared' ELSE null END, CASE WHEN (($6::DATE <= $26::DATE OR $28::DATE IS NOT NULL OR NOT coalesce(coalesce($29::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($29::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($29::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($29::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($29::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($29::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($29::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER' OR coalesce($29::VARCHAR, home_read.form) = 'OTHER_RESIDENTIAL' OR coalesce($29::VARCHAR, home_read.form) = 'FAMILY_CENTRE' OR coalesce($29::VARCHAR, home_read.form) = 'BOARDING_SCHOOL' OR coalesce($29::VARCHAR, home_read.form) = 'SECURE', false) OR $11::DATE IS NULL OR CAST(EXTRACT(year FROM age(CAST($6::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST($11::DATE AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= 18 OR CAST(EXTRACT(year FROM age(CAST($6::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST($11::DATE AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= (SELECT said_policy.whole 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = 'family_only_under_age' AND said_policy.jurisdiction = coalesce(programme_read.jurisdiction, '') AND said_policy.from_day <= $6::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $6::DATE)) OR (coalesce($29::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($29::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($29::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($29::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($29::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($29::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($29::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER') AND (SELECT said_policy.value 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = ('setting_of.' || coalesce($29::VARCHAR, home_read.form)) AND said_policy.jurisdiction = coalesce(programme_read.jurisdiction, '') AND said_policy.from_day <= $6::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $6::DATE)) != 'RESIDENTIAL') IS NOT true) THEN 'young_live_in_families' ELSE null END, CASE WHEN ((home_read.opened_on <= $6::DATE AND home_read.closed_on IS NULL) IS NOT true) THEN 'home_is_open' ELSE null END, CASE WHEN ((NOT coalesce(coalesce($29::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($29::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($29::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($29::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($29::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($29::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($29::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER', false) OR coalesce($29::VARCHAR, home_read.form) = home_read.form) IS NOT true) THEN 'arrangement_is_the_homes' ELSE null END, CASE WHEN (($30::VARCHAR IS NOT DISTINCT FROM null OR $30::VARCHAR IS NULL OR (EXISTS (SELECT 1 
FROM national_code AS listed_code 
WHERE listed_code.country = $1::VARCHAR AND listed_code.list_key = 'placement_kinds' AND listed_code.code = $30::VARCHAR))) IS NOT true) THEN 'local_kind_is_listed' ELSE null END, CASE WHEN (($30::VARCHAR IS NOT DISTINCT FROM null AND $6::DATE IS NOT DISTINCT FROM null OR $30::VARCHAR IS NULL OR NOT (EXISTS (SELECT 1 
FROM national_code AS listed_code 
WHERE listed_code.country = $1::VARCHAR AND listed_code.list_key = 'placement_kinds' AND listed_code.code = $30::VARCHAR)) OR (EXISTS (SELECT 1 
FROM national_code AS listed_code 
WHERE listed_code.country = $1::VARCHAR AND listed_code.list_key = 'placement_kinds' AND listed_code.code = $30::VARCHAR AND listed_code.from_day <= $6::DATE AND (listed_code.until_day IS NULL OR listed_code.until_day > $6::DATE)))) IS NOT true) THEN 'local_kind_is_in_force' ELSE null END, CASE WHEN (($31::DATE IS NULL OR $31::DATE > $6::DATE) IS NOT true) THEN 'legal_status_ends_after_start' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN programme_read ON true LEFT OUTER JOIN home_read ON true LEFT OUTER JOIN crowding_read ON true LEFT OUTER JOIN gates_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_8, $2::VARCHAR AS anon_9, $3::VARCHAR AS anon_10, $33::VARCHAR AS anon_11, $34::VARCHAR AS anon_12, $35::VARCHAR AS anon_13, $36::TEXT[] AS anon_14, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(INSERT INTO child (country_code, id, programme_id, enrolled_on, case_number, given_name, family_name, name_reading, birth_date, birth_date_precision, sex, first_language, interests, reason_for_care, case_number_order, given_name_order, family_name_order, case_number_search, given_name_search, family_name_search, name_reading_search) SELECT $1::VARCHAR AS country_code, $5::UUID AS id, programme_read.id AS programme_id, $6::DATE AS enrolled_on, $7::VARCHAR AS case_number, $8::VARCHAR AS given_name, $9::VARCHAR AS family_name, $10::VARCHAR AS name_reading, $11::DATE AS birth_date, CASE WHEN ($11::DATE IS NOT NULL) THEN coalesce($12::VARCHAR, 'DAY') ELSE $12::VARCHAR END AS birth_date_precision, $13::VARCHAR AS sex, $14::VARCHAR AS first_language, $15::VARCHAR AS interests, coalesce($16::VARCHAR, $17::VARCHAR) AS reason_for_care, $18::VARCHAR AS case_number_order, $19::VARCHAR AS given_name_order, $20::VARCHAR AS family_name_order, $21::VARCHAR AS case_number_search, $22::VARCHAR AS given_name_search, $23::VARCHAR AS family_name_search, $24::VARCHAR AS name_reading_search 
FROM go, programme_read RETURNING id AS n_id, programme_id AS n_programme_id, enrolled_on AS n_enrolled_on, case_number AS n_case_number, given_name AS n_given_name, family_name AS n_family_name, name_reading AS n_name_reading, birth_date AS n_birth_date, birth_date_precision AS n_birth_date_precision, sex AS n_sex, first_language AS n_first_language, interests AS n_interests, reason_for_care AS n_reason_for_care, case_number_order AS n_case_number_order, given_name_order AS n_given_name_order, family_name_order AS n_family_name_order, case_number_search AS n_case_number_search, given_name_search AS n_given_name_search, family_name_search AS n_family_name_search, name_reading_search AS n_name_reading_search, version AS n_version, voided_at AS n_voided_at), 
history_personal_of_written_1 AS 
(INSERT INTO history_personal (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Child', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'admitChild', null, null, jsonb_build_object('caseNumber', written_1.n_case_number, 'givenName', written_1.n_given_name, 'familyName', written_1.n_family_name, 'nameReading', written_1.n_name_reading, 'birthDate', written_1.n_birth_date, 'birthDatePrecision', written_1.n_birth_date_precision, 'sex', written_1.n_sex) - $4::TEXT[] AS anon_4 
FROM written_1 RETURNING row_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_15, 'Child', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_16, $3::VARCHAR AS anon_17, 'admitChild', null, null, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_1.n_programme_id AS TEXT), 'enrolledOn', written_1.n_enrolled_on, 'firstLanguage', written_1.n_first_language, 'interests', written_1.n_interests, 'reasonForCare', written_1.n_reason_for_care) - $4::TEXT[] AS anon_18 
FROM written_1 RETURNING row_id), 
written_3 AS 
(INSERT INTO care_episode (country_code, id, child_id, programme_id, reasons, primary_reason, emergency, entered_from, referred_by, parents_at_entry, disabled_at_entry, family_locality, family_latitude_e2, family_longitude_e2, started_on) SELECT $1::VARCHAR AS country_code, $37::UUID AS id, $5::UUID AS child_id, programme_read.id AS programme_id, coalesce($27::TEXT[], CASE WHEN (coalesce($16::VARCHAR, $17::VARCHAR) IS NOT NULL) THEN ARRAY[coalesce($16::VARCHAR, $17::VARCHAR)] END) AS reasons, coalesce($16::VARCHAR, $17::VARCHAR) AS primary_reason, coalesce($38::VARCHAR, 'NOT_KNOWN') AS emergency, $39::VARCHAR AS entered_from, $40::VARCHAR AS referred_by, $41::VARCHAR AS parents_at_entry, coalesce($42::VARCHAR, 'NOT_KNOWN') AS disabled_at_entry, $43::VARCHAR AS family_locality, $44::BIGINT AS family_latitude_e2, $45::BIGINT AS family_longitude_e2, $6::DATE AS started_on 
FROM go, programme_read RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, reasons AS n_reasons, primary_reason AS n_primary_reason, emergency AS n_emergency, entered_from AS n_entered_from, referred_by AS n_referred_by, parents_at_entry AS n_parents_at_entry, disabled_at_entry AS n_disabled_at_entry, family_locality AS n_family_locality, family_latitude_e2 AS n_family_latitude_e2, family_longitude_e2 AS n_family_longitude_e2, started_on AS n_started_on, version AS n_version, voided_at AS n_voided_at), 
history_personal_of_written_3 AS 
(INSERT INTO history_personal (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_19, 'CareEpisode', written_3.n_id AS n_id, written_3.n_version AS n_version, written_3.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_20, $3::VARCHAR AS anon_21, 'admitChild', null, null, jsonb_build_object('familyLocality', written_3.n_family_locality) - $4::TEXT[] AS anon_22 
FROM written_3 RETURNING row_id), 
history_sensitive_of_written_3 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_23, 'CareEpisode', written_3.n_id AS n_id, written_3.n_version AS n_version, written_3.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_24, $3::VARCHAR AS anon_25, 'admitChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_3.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_3.n_programme_id AS TEXT), 'reasons', written_3.n_reasons, 'primaryReason', written_3.n_primary_reason, 'emergency', written_3.n_emergency, 'enteredFrom', written_3.n_entered_from, 'referredBy', written_3.n_referred_by, 'parentsAtEntry', written_3.n_parents_at_entry, 'disabledAtEntry', written_3.n_disabled_at_entry, 'familyLatitudeE2', written_3.n_family_latitude_e2, 'familyLongitudeE2', written_3.n_family_longitude_e2, 'startedOn', written_3.n_started_on) - $4::TEXT[] AS anon_26 
FROM written_3 RETURNING row_id), 
home_place_read AS MATERIALIZED 
(SELECT home_address_12.latitude_e2 AS latitude_e2, home_address_12.longitude_e2 AS longitude_e2 
FROM home_address AS home_address_12 
WHERE home_address_12.country_code = $1::VARCHAR AND home_address_12.voided_at IS NULL AND home_address_12.home_id = (SELECT home_read.id 
FROM home_read) AND home_address_12.started_on <= $6::DATE AND (home_address_12.ended_on IS NULL OR home_address_12.ended_on > $6::DATE) 
 LIMIT 1), 
written_4 AS 
(INSERT INTO placement (country_code, id, child_id, care_episode_id, programme_id, started_on, start_reason, local_kind, home_id, home_name, arrangement, distance_km) SELECT $1::VARCHAR AS country_code, $46::UUID AS id, $5::UUID AS child_id, $37::UUID AS care_episode_id, programme_read.id AS programme_id, $6::DATE AS started_on, coalesce($47::VARCHAR, 'ADMISSION') AS start_reason, $30::VARCHAR AS local_kind, home_read.id AS home_id, home_read.name AS home_name, home_read.form AS arrangement, CAST(round(12742.0 * asin(sqrt(CASE WHEN (power(sin((radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians($44::BIGINT / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) + cos(radians($44::BIGINT / CAST(100.0 AS NUMERIC))) * cos(radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC))) * power(sin((radians((SELECT home_place_read.longitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians($45::BIGINT / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) > 1.0) THEN 1.0 ELSE power(sin((radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians($44::BIGINT / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) + cos(radians($44::BIGINT / CAST(100.0 AS NUMERIC))) * cos(radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC))) * power(sin((radians((SELECT home_place_read.longitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians($45::BIGINT / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) END))) AS INTEGER) AS distance_km 
FROM go, programme_read, home_read, (SELECT count(*) AS rows 
FROM written_3) AS after_written_3 RETURNING id AS n_id, child_id AS n_child_id, care_episode_id AS n_care_episode_id, programme_id AS n_programme_id, started_on AS n_started_on, start_reason AS n_start_reason, local_kind AS n_local_kind, home_id AS n_home_id, home_name AS n_home_name, arrangement AS n_arrangement, distance_km AS n_distance_km, version AS n_version), 
history_sensitive_of_written_4 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_27, 'Placement', written_4.n_id AS n_id, written_4.n_version AS n_version, written_4.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_28, $3::VARCHAR AS anon_29, 'admitChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_4.n_child_id AS TEXT), 'careEpisode', (('CareEpisode_' || $1::VARCHAR) || '_') || CAST(written_4.n_care_episode_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_4.n_programme_id AS TEXT), 'startedOn', written_4.n_started_on, 'startReason', written_4.n_start_reason, 'localKind', written_4.n_local_kind, 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_4.n_home_id AS TEXT), 'homeName', written_4.n_home_name, 'arrangement', written_4.n_arrangement, 'distanceKm', written_4.n_distance_km) - $4::TEXT[] AS anon_30 
FROM written_4 RETURNING row_id), 
written_6 AS 
(INSERT INTO placement_exception (country_code, id, child_id, programme_id, placement_id, home_id, rule, dated, lapses_on, reason, authorised_by) SELECT $1::VARCHAR AS country_code, uuidv7() AS id, written_4.n_child_id AS child_id, written_4.n_programme_id AS programme_id, written_4.n_id AS placement_id, written_4.n_home_id AS home_id, 'CAPACITY' AS rule, crowding_read.day AS dated, $28::DATE AS lapses_on, $48::VARCHAR AS reason, $49::VARCHAR AS authorised_by 
FROM go, written_4, crowding_read 
WHERE crowding_read.day IS NOT NULL RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, placement_id AS n_placement_id, home_id AS n_home_id, rule AS n_rule, dated AS n_dated, lapses_on AS n_lapses_on, reason AS n_reason, authorised_by AS n_authorised_by, version AS n_version), 
history_sensitive_of_written_6 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_31, 'PlacementException', written_6.n_id AS n_id, written_6.n_version AS n_version, written_6.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_32, $3::VARCHAR AS anon_33, 'admitChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_6.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_6.n_programme_id AS TEXT), 'placement', (('Placement_' || $1::VARCHAR) || '_') || CAST(written_6.n_placement_id AS TEXT), 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_6.n_home_id AS TEXT), 'rule', written_6.n_rule, 'dated', written_6.n_dated, 'lapsesOn', written_6.n_lapses_on, 'reason', written_6.n_reason, 'authorisedBy', written_6.n_authorised_by) AS jsonb_build_object_1 
FROM written_6 RETURNING row_id), 
written_7 AS 
(INSERT INTO placement_exception (country_code, id, child_id, programme_id, placement_id, home_id, rule, dated, lapses_on, reason, authorised_by) SELECT $1::VARCHAR AS country_code, uuidv7() AS id, written_4.n_child_id AS child_id, written_4.n_programme_id AS programme_id, written_4.n_id AS placement_id, written_4.n_home_id AS home_id, 'HOME_NOT_LICENSED' AS rule, $6::DATE AS dated, $28::DATE AS lapses_on, $48::VARCHAR AS reason, $49::VARCHAR AS authorised_by 
FROM go, written_4, gates_read 
WHERE gates_read.unlicensed RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, placement_id AS n_placement_id, home_id AS n_home_id, rule AS n_rule, dated AS n_dated, lapses_on AS n_lapses_on, reason AS n_reason, authorised_by AS n_authorised_by, version AS n_version), 
history_sensitive_of_written_7 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_34, 'PlacementException', written_7.n_id AS n_id, written_7.n_version AS n_version, written_7.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_35, $3::VARCHAR AS anon_36, 'admitChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_7.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_7.n_programme_id AS TEXT), 'placement', (('Placement_' || $1::VARCHAR) || '_') || CAST(written_7.n_placement_id AS TEXT), 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_7.n_home_id AS TEXT), 'rule', written_7.n_rule, 'dated', written_7.n_dated, 'lapsesOn', written_7.n_lapses_on, 'reason', written_7.n_reason, 'authorisedBy', written_7.n_authorised_by) AS jsonb_build_object_2 
FROM written_7 RETURNING row_id), 
written_8 AS 
(INSERT INTO placement_exception (country_code, id, child_id, programme_id, placement_id, home_id, rule, dated, lapses_on, reason, authorised_by) SELECT $1::VARCHAR AS country_code, uuidv7() AS id, written_4.n_child_id AS child_id, written_4.n_programme_id AS programme_id, written_4.n_id AS placement_id, written_4.n_home_id AS home_id, 'CARER_NOT_CLEARED' AS rule, $6::DATE AS dated, $28::DATE AS lapses_on, $48::VARCHAR AS reason, $49::VARCHAR AS authorised_by 
FROM go, written_4, gates_read 
WHERE gates_read.uncleared RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, placement_id AS n_placement_id, home_id AS n_home_id, rule AS n_rule, dated AS n_dated, lapses_on AS n_lapses_on, reason AS n_reason, authorised_by AS n_authorised_by, version AS n_version), 
history_sensitive_of_written_8 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_37, 'PlacementException', written_8.n_id AS n_id, written_8.n_version AS n_version, written_8.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_38, $3::VARCHAR AS anon_39, 'admitChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_8.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_8.n_programme_id AS TEXT), 'placement', (('Placement_' || $1::VARCHAR) || '_') || CAST(written_8.n_placement_id AS TEXT), 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_8.n_home_id AS TEXT), 'rule', written_8.n_rule, 'dated', written_8.n_dated, 'lapsesOn', written_8.n_lapses_on, 'reason', written_8.n_reason, 'authorisedBy', written_8.n_authorised_by) AS jsonb_build_object_3 
FROM written_8 RETURNING row_id), 
written_9 AS 
(INSERT INTO placement_exception (country_code, id, child_id, programme_id, placement_id, home_id, rule, dated, lapses_on, reason, authorised_by) SELECT $1::VARCHAR AS country_code, uuidv7() AS id, written_4.n_child_id AS child_id, written_4.n_programme_id AS programme_id, written_4.n_id AS placement_id, written_4.n_home_id AS home_id, 'UNDER_THREE' AS rule, $6::DATE AS dated, $28::DATE AS lapses_on, $48::VARCHAR AS reason, $49::VARCHAR AS authorised_by 
FROM go, written_4, (SELECT 1 AS one) AS fact LEFT OUTER JOIN programme_read ON true LEFT OUTER JOIN home_read ON true LEFT OUTER JOIN crowding_read ON true LEFT OUTER JOIN gates_read ON true 
WHERE (NOT coalesce(coalesce($29::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($29::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($29::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($29::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($29::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($29::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($29::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER' OR coalesce($29::VARCHAR, home_read.form) = 'OTHER_RESIDENTIAL' OR coalesce($29::VARCHAR, home_read.form) = 'FAMILY_CENTRE' OR coalesce($29::VARCHAR, home_read.form) = 'BOARDING_SCHOOL' OR coalesce($29::VARCHAR, home_read.form) = 'SECURE', false) OR $11::DATE IS NULL OR CAST(EXTRACT(year FROM age(CAST($6::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST($11::DATE AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= 18 OR CAST(EXTRACT(year FROM age(CAST($6::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST($11::DATE AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= (SELECT said_policy.whole 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = 'family_only_under_age' AND said_policy.jurisdiction = coalesce(programme_read.jurisdiction, '') AND said_policy.from_day <= $6::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $6::DATE)) OR (coalesce($29::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($29::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($29::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($29::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($29::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($29::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($29::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER') AND (SELECT said_policy.value 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = ('setting_of.' || coalesce($29::VARCHAR, home_read.form)) AND said_policy.jurisdiction = coalesce(programme_read.jurisdiction, '') AND said_policy.from_day <= $6::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $6::DATE)) != 'RESIDENTIAL') IS NOT true RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, placement_id AS n_placement_id, home_id AS n_home_id, rule AS n_rule, dated AS n_dated, lapses_on AS n_lapses_on, reason AS n_reason, authorised_by AS n_authorised_by, version AS n_version), 
history_sensitive_of_written_9 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_40, 'PlacementException', written_9.n_id AS n_id, written_9.n_version AS n_version, written_9.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_41, $3::VARCHAR AS anon_42, 'admitChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_9.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_9.n_programme_id AS TEXT), 'placement', (('Placement_' || $1::VARCHAR) || '_') || CAST(written_9.n_placement_id AS TEXT), 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_9.n_home_id AS TEXT), 'rule', written_9.n_rule, 'dated', written_9.n_dated, 'lapsesOn', written_9.n_lapses_on, 'reason', written_9.n_reason, 'authorisedBy', written_9.n_authorised_by) AS jsonb_build_object_4 
FROM written_9 RETURNING row_id), 
parent_read AS MATERIALIZED 
(SELECT parents.caregiver_id AS caregiver_id, parents.caregiver_name AS caregiver_name 
FROM (SELECT caregiver_assignment_11.caregiver_id AS caregiver_id, caregiver_assignment_11.caregiver_name AS caregiver_name, count(*) OVER () AS many 
FROM caregiver_assignment AS caregiver_assignment_11 
WHERE caregiver_assignment_11.country_code = $1::VARCHAR AND caregiver_assignment_11.voided_at IS NULL AND caregiver_assignment_11.home_id = (SELECT home_read.id 
FROM home_read) AND caregiver_assignment_11.role = 'PARENT' AND caregiver_assignment_11.started_on <= $6::DATE AND (caregiver_assignment_11.ended_on IS NULL OR caregiver_assignment_11.ended_on > $6::DATE)) AS parents 
WHERE parents.many = 1), 
written_10 AS 
(INSERT INTO caregiver_assignment (country_code, id, child_id, home_id, programme_id, caregiver_id, caregiver_name, role, started_on) SELECT $1::VARCHAR AS country_code, uuidv7() AS id, written_4.n_child_id AS child_id, null AS home_id, written_4.n_programme_id AS programme_id, parent_read.caregiver_id AS caregiver_id, parent_read.caregiver_name AS caregiver_name, 'KEY_CARER' AS role, $6::DATE AS started_on 
FROM go, written_4, parent_read 
WHERE NOT (EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_13 
WHERE caregiver_assignment_13.country_code = $1::VARCHAR AND caregiver_assignment_13.voided_at IS NULL AND caregiver_assignment_13.child_file_id = written_4.n_child_id AND (caregiver_assignment_13.ended_on IS NULL OR caregiver_assignment_13.ended_on > $6::DATE))) RETURNING id AS n_id, child_id AS n_child_id, home_id AS n_home_id, programme_id AS n_programme_id, caregiver_id AS n_caregiver_id, caregiver_name AS n_caregiver_name, role AS n_role, started_on AS n_started_on, version AS n_version), 
history_personal_of_written_10 AS 
(INSERT INTO history_personal (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_43, 'CaregiverAssignment', written_10.n_id AS n_id, written_10.n_version AS n_version, written_10.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_44, $3::VARCHAR AS anon_45, 'admitChild', null, null, jsonb_build_object('caregiverName', written_10.n_caregiver_name) AS jsonb_build_object_5 
FROM written_10 RETURNING row_id), 
history_sensitive_of_written_10 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_46, 'CaregiverAssignment', written_10.n_id AS n_id, written_10.n_version AS n_version, written_10.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_47, $3::VARCHAR AS anon_48, 'admitChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_10.n_child_id AS TEXT), 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_10.n_home_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_10.n_programme_id AS TEXT), 'caregiver', (('Caregiver_' || $1::VARCHAR) || '_') || CAST(written_10.n_caregiver_id AS TEXT), 'role', written_10.n_role, 'startedOn', written_10.n_started_on) AS jsonb_build_object_6 
FROM written_10 RETURNING row_id), 
written_11 AS 
(INSERT INTO gatekeeping_assessment (country_code, id, child_id, programme_id, care_episode_id, opened_on, due_on) SELECT $1::VARCHAR AS country_code, $50::UUID AS id, written_3.n_child_id AS child_id, written_3.n_programme_id AS programme_id, written_3.n_id AS care_episode_id, least($6::DATE, $26::DATE) AS opened_on, CAST($6::DATE + (CAST((SELECT policy_14.whole 
FROM policy AS policy_14 
WHERE policy_14.code = $1::VARCHAR AND policy_14.key = 'gatekeeping_hours' AND policy_14.jurisdiction = '' AND policy_14.from_day <= $6::DATE AND (policy_14.until_day IS NULL OR policy_14.until_day > $6::DATE)) + 23 AS INTEGER) / 24) AS DATE) AS due_on 
FROM go, written_3 RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, care_episode_id AS n_care_episode_id, opened_on AS n_opened_on, due_on AS n_due_on, version AS n_version), 
history_sensitive_of_written_11 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_49, 'GatekeepingAssessment', written_11.n_id AS n_id, written_11.n_version AS n_version, written_11.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_50, $3::VARCHAR AS anon_51, 'admitChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_11.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_11.n_programme_id AS TEXT), 'careEpisode', (('CareEpisode_' || $1::VARCHAR) || '_') || CAST(written_11.n_care_episode_id AS TEXT), 'openedOn', written_11.n_opened_on, 'dueOn', written_11.n_due_on) AS jsonb_build_object_7 
FROM written_11 RETURNING row_id), 
written_12 AS 
(INSERT INTO legal_status (country_code, id, child_id, programme_id, started_on, kind, authority, reference, local_code, parents_agree, represented, appeal_until, ended_on) SELECT $1::VARCHAR AS country_code, $51::UUID AS id, written_3.n_child_id AS child_id, written_3.n_programme_id AS programme_id, $6::DATE AS started_on, $52::VARCHAR AS kind, $53::VARCHAR AS authority, $54::VARCHAR AS reference, $55::VARCHAR AS local_code, coalesce($56::VARCHAR, 'NOT_KNOWN') AS parents_agree, coalesce($57::VARCHAR, 'NOT_KNOWN') AS represented, $58::DATE AS appeal_until, $31::DATE AS ended_on 
FROM go, written_3 RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, started_on AS n_started_on, kind AS n_kind, authority AS n_authority, reference AS n_reference, local_code AS n_local_code, parents_agree AS n_parents_agree, represented AS n_represented, appeal_until AS n_appeal_until, ended_on AS n_ended_on, version AS n_version), 
history_personal_of_written_12 AS 
(INSERT INTO history_personal (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_52, 'LegalStatus', written_12.n_id AS n_id, written_12.n_version AS n_version, written_12.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_53, $3::VARCHAR AS anon_54, 'admitChild', null, null, jsonb_build_object('reference', written_12.n_reference) - $4::TEXT[] AS anon_55 
FROM written_12 RETURNING row_id), 
history_sensitive_of_written_12 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_56, 'LegalStatus', written_12.n_id AS n_id, written_12.n_version AS n_version, written_12.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_57, $3::VARCHAR AS anon_58, 'admitChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_12.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_12.n_programme_id AS TEXT), 'startedOn', written_12.n_started_on, 'kind', written_12.n_kind, 'authority', written_12.n_authority, 'localCode', written_12.n_local_code, 'parentsAgree', written_12.n_parents_agree, 'represented', written_12.n_represented, 'appealUntil', written_12.n_appeal_until, 'endedOn', written_12.n_ended_on) - $4::TEXT[] AS anon_59 
FROM written_12 RETURNING row_id), 
named AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_60, $2::VARCHAR AS anon_61, $3::VARCHAR AS anon_62, $59::VARCHAR AS anon_63, '#id', $35::VARCHAR AS anon_64, $36::TEXT[] AS anon_65, '{}'::text[] 
FROM go ON CONFLICT (country_code, issuer, subject, key, path) DO NOTHING RETURNING true AS kept), 
touched AS 
(SELECT 1 AS place, 'Child' AS type, written_1.n_id AS row_id, 'CREATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 5 AS place, 'CareEpisode' AS type, written_3.n_id AS row_id, 'CREATED' AS kind, written_3.n_programme_id AS programme_id 
FROM written_3 UNION ALL SELECT 7 AS place, 'Placement' AS type, written_4.n_id AS row_id, 'CREATED' AS kind, written_4.n_programme_id AS programme_id 
FROM written_4 UNION ALL SELECT 11 AS place, 'PlacementException' AS type, written_6.n_id AS row_id, 'CREATED' AS kind, written_6.n_programme_id AS programme_id 
FROM written_6 UNION ALL SELECT 13 AS place, 'PlacementException' AS type, written_7.n_id AS row_id, 'CREATED' AS kind, written_7.n_programme_id AS programme_id 
FROM written_7 UNION ALL SELECT 15 AS place, 'PlacementException' AS type, written_8.n_id AS row_id, 'CREATED' AS kind, written_8.n_programme_id AS programme_id 
FROM written_8 UNION ALL SELECT 17 AS place, 'PlacementException' AS type, written_9.n_id AS row_id, 'CREATED' AS kind, written_9.n_programme_id AS programme_id 
FROM written_9 UNION ALL SELECT 19 AS place, 'CaregiverAssignment' AS type, written_10.n_id AS row_id, 'CREATED' AS kind, written_10.n_programme_id AS programme_id 
FROM written_10 UNION ALL SELECT 21 AS place, 'GatekeepingAssessment' AS type, written_11.n_id AS row_id, 'CREATED' AS kind, written_11.n_programme_id AS programme_id 
FROM written_11 UNION ALL SELECT 23 AS place, 'LegalStatus' AS type, written_12.n_id AS row_id, 'CREATED' AS kind, written_12.n_programme_id AS programme_id 
FROM written_12), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_70, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_personal_of_written_1) AS anon_71, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_72, (SELECT count(*) AS entries 
FROM history_personal_of_written_3) AS anon_73, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_3) AS anon_74, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_4) AS anon_75, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_6) AS anon_76, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_7) AS anon_77, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_8) AS anon_78, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_9) AS anon_79, (SELECT count(*) AS entries 
FROM history_personal_of_written_10) AS anon_80, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_10) AS anon_81, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_11) AS anon_82, (SELECT count(*) AS entries 
FROM history_personal_of_written_12) AS anon_83, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_12) AS anon_84, (SELECT count(*) AS entries 
FROM named) AS anon_85 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_66, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_67, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $60::UUID AS anon_68, 'admitChild', $33::VARCHAR AS anon_69 
FROM touched, counter RETURNING number), 
keyed_written_1 AS 
(SELECT string_to_array(CASE WHEN (written_1.n_voided_at IS NULL) THEN concat_ws(' ', split_part(written_1.n_case_number_search, '/', 2), split_part(written_1.n_given_name_search, '/', 2), split_part(written_1.n_family_name_search, '/', 2), split_part(written_1.n_name_reading_search, '/', 2), ('=' || split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 1)) || coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 1), ''), ('=' || coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 1), '')) || split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 1), ('=' || split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 2)) || coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 2), ''), ('=' || coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 2), '')) || split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 2), CASE WHEN (coalesce(split_part(written_1.n_family_name_search, '/', 3), '-') != '') THEN regexp_replace(split_part(written_1.n_given_name_search, '/', 3), '-(\S*)', '_=' || ('\1' || coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 1), '')), 'g') END, CASE WHEN (coalesce(split_part(written_1.n_family_name_search, '/', 3), '-') != '') THEN regexp_replace(split_part(written_1.n_given_name_search, '/', 3), '-(\S*)', '_=' || (coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 1), '') || '\1'), 'g') END, CASE WHEN (split_part(written_1.n_given_name_search, '/', 3) != '') THEN regexp_replace(split_part(written_1.n_family_name_search, '/', 3), '-(\S*)', '_=' || ('\1' || coalesce(split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 1), '')), 'g') END, CASE WHEN (split_part(written_1.n_given_name_search, '/', 3) != '') THEN regexp_replace(split_part(written_1.n_family_name_search, '/', 3), '-(\S*)', '_=' || (coalesce(split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 1), '') || '\1'), 'g') END, '=' || split_part(split_part(written_1.n_name_reading_search, '/', 1), ' ', 1), '=' || split_part(split_part(written_1.n_name_reading_search, '/', 1), ' ', 2), regexp_replace(split_part(written_1.n_name_reading_search, '/', 3), '-(\S*)', '_=' || '\1', 'g')) ELSE '' END, ' ') AS n_keys, written_1.n_programme_id AS n_programme_id, written_1.n_id AS n_id 
FROM written_1), 
written_2 AS 
(INSERT INTO child_search_key (country_code, key, programme_id, row_id) SELECT $1::VARCHAR AS country_code, n_keyed_written_1.key AS key, n_keyed_written_1.programme_id AS programme_id, n_keyed_written_1.row_id AS row_id 
FROM go, (SELECT DISTINCT each.key AS key, keyed_written_1.n_programme_id AS programme_id, keyed_written_1.n_id AS row_id 
FROM keyed_written_1 JOIN unnest(keyed_written_1.n_keys) AS each(key) ON true 
WHERE each.key != ALL (ARRAY['', '=', '_='])) AS n_keyed_written_1 RETURNING key AS n_key, programme_id AS n_programme_id, row_id AS n_row_id), 
written_5 AS 
(INSERT INTO home_stay (country_code, id, home_id, started_on) SELECT $1::VARCHAR AS country_code, written_4.n_id AS id, written_4.n_home_id AS home_id, written_4.n_started_on AS started_on 
FROM go, written_4 RETURNING id AS n_id, home_id AS n_home_id, started_on AS n_started_on)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $36::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2), (SELECT count(*) AS count_4 
FROM written_3), (SELECT count(*) AS count_5 
FROM written_4), (SELECT count(*) AS count_6 
FROM written_5), (SELECT count(*) AS count_7 
FROM written_6), (SELECT count(*) AS count_8 
FROM written_7), (SELECT count(*) AS count_9 
FROM written_8), (SELECT count(*) AS count_10 
FROM written_9), (SELECT count(*) AS count_11 
FROM written_10), (SELECT count(*) AS count_12 
FROM written_11), (SELECT count(*) AS count_13 
FROM written_12)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_32.*) AS value 
FROM child AS child_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_5.*) AS value 
FROM placement AS placement_4, home AS home_3 JOIN LATERAL (SELECT (('Home_' || home_3.country_code) || '_') || CAST(home_3.id AS TEXT) AS id, home_3.name AS name) AS node_5 ON true 
WHERE placement_4.child_file_id = child_1.id AND placement_4.started_on <= $1::DATE AND (placement_4.ended_on IS NULL OR placement_4.ended_on > $1::DATE) AND placement_4.country_code = $2::VARCHAR AND placement_4.voided_at IS NULL AND home_3.id = placement_4.home_id AND home_3.country_code = $2::VARCHAR AND home_3.voided_at IS NULL) AS link_6 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_15.*) AS value 
FROM (SELECT coalesce(json_agg(rows_8.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_14.*) AS part_0 
FROM (SELECT care_episode_7.country_code AS country_code, care_episode_7.id AS id, care_episode_7.started_on AS started_on, care_episode_7.emergency AS emergency, care_episode_7.referred_by AS referred_by, care_episode_7.reasons AS reasons 
FROM care_episode AS care_episode_7 
WHERE care_episode_7.child_file_id = child_1.id AND care_episode_7.country_code = $2::VARCHAR AND care_episode_7.voided_at IS NULL ORDER BY care_episode_7.id ASC 
 LIMIT 1) AS page_8 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_12.*) AS value 
FROM (SELECT coalesce(json_agg(rows_10.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_11.*) AS part_0 
FROM (SELECT gatekeeping_assessment_9.country_code AS country_code, gatekeeping_assessment_9.id AS id, gatekeeping_assessment_9.due_on AS due_on 
FROM gatekeeping_assessment AS gatekeeping_assessment_9 
WHERE gatekeeping_assessment_9.care_episode_id = page_8.id AND gatekeeping_assessment_9.country_code = $2::VARCHAR AND gatekeeping_assessment_9.voided_at IS NULL ORDER BY gatekeeping_assessment_9.id ASC 
 LIMIT 1) AS page_10 JOIN LATERAL (SELECT (('GatekeepingAssessment_' || page_10.country_code) || '_') || CAST(page_10.id AS TEXT) AS id, page_10.due_on AS "dueOn") AS node_11 ON true ORDER BY page_10.id ASC) AS rows_10) AS gathered_10 JOIN LATERAL (SELECT gathered_10.part_0 AS nodes) AS connection_12 ON true) AS link_13 ON true JOIN LATERAL (SELECT page_8.started_on AS "startedOn", page_8.emergency AS emergency, page_8.referred_by AS "referredBy", page_8.reasons AS reasons, link_13.value AS gatekeeping) AS node_14 ON true ORDER BY page_8.id ASC) AS rows_8) AS gathered_8 JOIN LATERAL (SELECT gathered_8.part_0 AS nodes) AS connection_15 ON true) AS link_16 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_20.*) AS value 
FROM (SELECT coalesce(json_agg(rows_18.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_19.*) AS part_0 
FROM (SELECT legal_status_17.country_code AS country_code, legal_status_17.id AS id, legal_status_17.kind AS kind, legal_status_17.ended_on AS ended_on 
FROM legal_status AS legal_status_17 
WHERE legal_status_17.child_file_id = child_1.id AND legal_status_17.country_code = $2::VARCHAR AND legal_status_17.voided_at IS NULL ORDER BY legal_status_17.id ASC 
 LIMIT 1) AS page_18 JOIN LATERAL (SELECT page_18.kind AS kind, page_18.ended_on AS "endedOn") AS node_19 ON true ORDER BY page_18.id ASC) AS rows_18) AS gathered_18 JOIN LATERAL (SELECT gathered_18.part_0 AS nodes) AS connection_20 ON true) AS link_21 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_30.*) AS value 
FROM (SELECT coalesce(json_agg(rows_23.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_29.*) AS part_0 
FROM (SELECT placement_22.country_code AS country_code, placement_22.id AS id 
FROM placement AS placement_22 
WHERE placement_22.child_file_id = child_1.id AND placement_22.country_code = $2::VARCHAR AND placement_22.voided_at IS NULL ORDER BY placement_22.id ASC 
 LIMIT 1) AS page_23 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_27.*) AS value 
FROM (SELECT coalesce(json_agg(rows_25.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_26.*) AS part_0 
FROM (SELECT placement_exception_24.country_code AS country_code, placement_exception_24.id AS id, placement_exception_24.rule AS rule, placement_exception_24.reason AS reason, placement_exception_24.authorised_by AS authorised_by 
FROM placement_exception AS placement_exception_24 
WHERE placement_exception_24.placement_id = page_23.id AND placement_exception_24.country_code = $2::VARCHAR ORDER BY placement_exception_24.id ASC 
 LIMIT 5) AS page_25 JOIN LATERAL (SELECT page_25.rule AS rule, page_25.reason AS reason, page_25.authorised_by AS "authorisedBy") AS node_26 ON true ORDER BY page_25.id ASC) AS rows_25) AS gathered_25 JOIN LATERAL (SELECT gathered_25.part_0 AS nodes) AS connection_27 ON true) AS link_28 ON true JOIN LATERAL (SELECT link_28.value AS exceptions) AS node_29 ON true ORDER BY page_23.id ASC) AS rows_23) AS gathered_23 JOIN LATERAL (SELECT gathered_23.part_0 AS nodes) AS connection_30 ON true) AS link_31 ON true JOIN LATERAL (SELECT (('Child_' || child_1.country_code) || '_') || CAST(child_1.id AS TEXT) AS id, child_1.version AS version, EXISTS (SELECT 1 
FROM placement AS placement_2 
WHERE placement_2.country_code = child_1.country_code AND placement_2.child_file_id = child_1.id AND placement_2.started_on <= $1::DATE AND (placement_2.ended_on IS NULL OR placement_2.ended_on > $1::DATE) AND placement_2.country_code = $2::VARCHAR AND placement_2.voided_at IS NULL) AS "inCare", link_6.value AS home, link_16.value AS "careEpisodes", link_21.value AS "legalStatuses", link_31.value AS placements) AS node_32 ON true 
WHERE child_1.country_code = $2::VARCHAR AND child_1.country_code = $3::VARCHAR AND child_1.id = $4::UUID) AS child, $5::JSON AS errors) AS answer
;

