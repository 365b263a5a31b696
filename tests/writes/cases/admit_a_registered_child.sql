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
WHERE home_of_home.country_code = $1::VARCHAR AND home_of_home.voided_at IS NULL AND home_of_home.id = $20::UUID), 
parent_read AS MATERIALIZED 
(SELECT parents.caregiver_id AS caregiver_id, parents.caregiver_name AS caregiver_name 
FROM (SELECT caregiver_assignment_11.caregiver_id AS caregiver_id, caregiver_assignment_11.caregiver_name AS caregiver_name, count(*) OVER () AS many 
FROM caregiver_assignment AS caregiver_assignment_11 
WHERE caregiver_assignment_11.country_code = $1::VARCHAR AND caregiver_assignment_11.voided_at IS NULL AND caregiver_assignment_11.home_id = (SELECT home_read.id 
FROM home_read) AND caregiver_assignment_11.role = 'PARENT' AND caregiver_assignment_11.started_on <= $17::DATE AND (caregiver_assignment_11.ended_on IS NULL OR caregiver_assignment_11.ended_on > $17::DATE)) AS parents 
WHERE parents.many = 1), 
child_read AS MATERIALIZED 
(SELECT true AS found, child_of_child.id AS id, child_of_child.programme_id AS programme_id, child_of_child.enrolled_on AS enrolled_on, child_of_child.given_name AS given_name, child_of_child.birth_date AS birth_date, child_of_child.died_on AS died_on, child_of_child.died_on_precision AS died_on_precision 
FROM child AS child_of_child 
WHERE child_of_child.country_code = $1::VARCHAR AND child_of_child.voided_at IS NULL AND child_of_child.id = $24::UUID), 
crowding_read AS MATERIALIZED 
(SELECT min(days.day) AS day 
FROM (SELECT stays.home_id AS home_id, turns.day AS day, lead(turns.day) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS until, sum(sum(stays.lives * turns.sign)) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS lives 
FROM (SELECT home_stay_2.home_id AS home_id, home_stay_2.started_on AS started_on, home_stay_2.ended_on AS ended_on, 1 AS lives 
FROM home_stay AS home_stay_2 
WHERE home_stay_2.country_code = $1::VARCHAR AND home_stay_2.voided_at IS NULL AND home_stay_2.home_id = (SELECT home_read.id 
FROM home_read) AND (home_stay_2.ended_on IS NULL OR home_stay_2.ended_on > $17::DATE) UNION ALL SELECT home_read.id AS id, $17::DATE AS anon_5, CAST(null AS DATE) AS "null", 1 
FROM home_read) AS stays JOIN LATERAL (VALUES (greatest(stays.started_on, $17::DATE), 1), (stays.ended_on, -1)) AS turns (day, sign) ON true 
WHERE turns.day IS NOT NULL GROUP BY stays.home_id, turns.day) AS days 
WHERE days.lives > (SELECT home_read.capacity 
FROM home_read)), 
gates_read AS MATERIALIZED 
(SELECT coalesce((SELECT policy_3.value 
FROM policy AS policy_3 
WHERE policy_3.code = $1::VARCHAR AND policy_3.key = ('licence_required.' || home_read.form) AND policy_3.jurisdiction = coalesce((SELECT programme_4.jurisdiction 
FROM programme AS programme_4 
WHERE programme_4.country_code = $1::VARCHAR AND programme_4.voided_at IS NULL AND programme_4.id = home_read.programme_id), '') AND policy_3.from_day <= $17::DATE AND (policy_3.until_day IS NULL OR policy_3.until_day > $17::DATE)) = 'YES', false) AND coalesce((SELECT (array_agg(CASE WHEN (inspection_5.outcome IN ('PASSED', 'CONDITIONS')) THEN inspection_5.valid_until ELSE inspection_5.held_on END ORDER BY inspection_5.held_on DESC, inspection_5.id DESC))[1] AS anon_6 
FROM inspection AS inspection_5 
WHERE inspection_5.country_code = $1::VARCHAR AND inspection_5.voided_at IS NULL AND inspection_5.home_id = home_read.id AND inspection_5.held_on <= $17::DATE AND inspection_5.kind IN ('LICENCE', 'REGISTRATION')) <= $17::DATE, true) AS unlicensed, coalesce((SELECT policy_3.value 
FROM policy AS policy_3 
WHERE policy_3.code = $1::VARCHAR AND policy_3.key = ('licence_required.' || home_read.form) AND policy_3.jurisdiction = coalesce((SELECT programme_4.jurisdiction 
FROM programme AS programme_4 
WHERE programme_4.country_code = $1::VARCHAR AND programme_4.voided_at IS NULL AND programme_4.id = home_read.programme_id), '') AND policy_3.from_day <= $17::DATE AND (policy_3.until_day IS NULL OR policy_3.until_day > $17::DATE)) = 'YES', false) AND coalesce((SELECT (array_agg(CASE WHEN (inspection_5.outcome IN ('PASSED', 'CONDITIONS')) THEN inspection_5.valid_until ELSE inspection_5.held_on END ORDER BY inspection_5.held_on DESC, inspection_5.id DESC))[1] AS anon_6 
FROM inspection AS inspection_5 
WHERE inspection_5.country_code = $1::VARCHAR AND inspection_5.voided_at IS NULL AND inspection_5.home_id = home_read.id AND inspection_5.held_on <= $17::DATE AND inspection_5.kind IN ('LICENCE', 'REGISTRATION')) <= $17::DATE, true) AND (EXISTS (SELECT 1 
FROM inspection AS inspection_5 
WHERE inspection_5.country_code = $1::VARCHAR AND inspection_5.voided_at IS NULL AND inspection_5.home_id = home_read.id AND inspection_5.held_on <= $17::DATE AND inspection_5.kind IN ('LICENCE', 'REGISTRATION'))) AS refused, EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_6, caregiver AS caregiver_7 
WHERE caregiver_assignment_6.country_code = $1::VARCHAR AND caregiver_assignment_6.voided_at IS NULL AND caregiver_7.country_code = $1::VARCHAR AND caregiver_7.voided_at IS NULL AND caregiver_assignment_6.home_id = home_read.id AND caregiver_assignment_6.started_on <= $17::DATE AND (caregiver_assignment_6.ended_on IS NULL OR caregiver_assignment_6.ended_on > $17::DATE) AND caregiver_7.id = caregiver_assignment_6.caregiver_id AND NOT coalesce(CASE WHEN ((SELECT policy_9.value 
FROM policy AS policy_9 
WHERE policy_9.code = $1::VARCHAR AND policy_9.key = ('checks_required.' || caregiver_7.kind) AND policy_9.jurisdiction = coalesce((SELECT programme_10.jurisdiction 
FROM programme AS programme_10 
WHERE programme_10.country_code = $1::VARCHAR AND programme_10.voided_at IS NULL AND programme_10.id = caregiver_7.programme_id), '') AND policy_9.from_day <= $18::DATE AND (policy_9.until_day IS NULL OR policy_9.until_day > $18::DATE)) = 'NOT_APPLICABLE') THEN CAST('9999-12-31' AS DATE) ELSE CAST((SELECT CASE WHEN (count(*) FILTER (WHERE newest.until IS NULL) > 0) THEN NULL ELSE min(newest.until) END AS anon_7 
FROM unnest(string_to_array((SELECT policy_9.value 
FROM policy AS policy_9 
WHERE policy_9.code = $1::VARCHAR AND policy_9.key = ('checks_required.' || caregiver_7.kind) AND policy_9.jurisdiction = coalesce((SELECT programme_10.jurisdiction 
FROM programme AS programme_10 
WHERE programme_10.country_code = $1::VARCHAR AND programme_10.voided_at IS NULL AND programme_10.id = caregiver_7.programme_id), '') AND policy_9.from_day <= $18::DATE AND (policy_9.until_day IS NULL OR policy_9.until_day > $18::DATE)), ' ')) AS asked(kind) LEFT OUTER JOIN LATERAL (SELECT CASE WHEN (checks_of_caregiver.outcome IN ('PASSED', 'CONDITIONS')) THEN checks_of_caregiver.valid_until END AS until 
FROM (SELECT caregiver_check_8.id AS id, caregiver_check_8.kind AS kind, caregiver_check_8.decided_on AS decided_on, caregiver_check_8.valid_until AS valid_until, caregiver_check_8.outcome AS outcome 
FROM caregiver_check AS caregiver_check_8 
WHERE caregiver_check_8.country_code = $1::VARCHAR AND caregiver_check_8.voided_at IS NULL AND caregiver_check_8.caregiver_id = caregiver_7.id) AS checks_of_caregiver 
WHERE checks_of_caregiver.kind = asked.kind ORDER BY checks_of_caregiver.decided_on DESC, checks_of_caregiver.id DESC 
 LIMIT 1) AS newest ON true) AS DATE) END > $17::DATE, false)) AS uncleared 
FROM home_read), 
programme_read AS MATERIALIZED 
(SELECT true AS found, programme_of_programme.id AS id, programme_of_programme.jurisdiction AS jurisdiction 
FROM programme AS programme_of_programme 
WHERE programme_of_programme.country_code = $1::VARCHAR AND programme_of_programme.voided_at IS NULL AND programme_of_programme.id = (SELECT child_read.programme_id 
FROM child_read)), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (child_read.found IS NOT true) THEN 'child_is_there' ELSE null END, CASE WHEN (($17::DATE <= $18::DATE OR coalesce($6::TEXT[], CASE WHEN (coalesce($7::VARCHAR, $8::VARCHAR) IS NOT NULL) THEN ARRAY[coalesce($7::VARCHAR, $8::VARCHAR)] END) IS NULL OR coalesce($6::TEXT[], CASE WHEN (coalesce($7::VARCHAR, $8::VARCHAR) IS NOT NULL) THEN ARRAY[coalesce($7::VARCHAR, $8::VARCHAR)] END) IS NULL OR NOT (coalesce($6::TEXT[], CASE WHEN (coalesce($7::VARCHAR, $8::VARCHAR) IS NOT NULL) THEN ARRAY[coalesce($7::VARCHAR, $8::VARCHAR)] END) <@ ARRAY['POVERTY', 'DISABILITY_OF_CHILD']::text[])) IS NOT true) THEN 'not_for_poverty_alone' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM care_episode AS care_episode_1 
WHERE care_episode_1.country_code = $1::VARCHAR AND care_episode_1.voided_at IS NULL AND care_episode_1.child_file_id = child_read.id AND (care_episode_1.ended_on IS NULL OR care_episode_1.ended_on > greatest($17::DATE, care_episode_1.started_on))))) IS NOT true) THEN 'one_at_a_time' ELSE null END, CASE WHEN (($17::DATE IS NULL OR child_read.birth_date IS NULL OR child_read.birth_date <= $17::DATE) IS NOT true) THEN 'started_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((child_read.died_on IS NULL OR $19::DATE IS NOT NULL AND $19::DATE <= least(CASE WHEN (child_read.died_on_precision = 'MONTH') THEN CAST(child_read.died_on + interval '1 month -1 day' AS DATE) WHEN (child_read.died_on_precision = 'YEAR') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) WHEN (child_read.died_on_precision = 'ESTIMATED') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) ELSE child_read.died_on END, $18::DATE) + 1) IS NOT true) THEN 'ended_on_in_the_life_of_child_id' ELSE null END, CASE WHEN (home_read.found IS NOT true) THEN 'home_is_there' ELSE null END, CASE WHEN ((crowding_read.day IS NULL) IS NOT true) THEN 'home_has_room' ELSE null END, CASE WHEN ((NOT gates_read.unlicensed OR $17::DATE <= $18::DATE AND NOT gates_read.refused) IS NOT true) THEN 'home_is_licensed' ELSE null END, CASE WHEN ((NOT gates_read.uncleared) IS NOT true) THEN 'home_carers_are_cleared' ELSE null END, CASE WHEN (((EXISTS (SELECT 1 
FROM parent_read)) IS NOT true) IS NOT true) THEN 'key_carers_follow' ELSE null END, CASE WHEN (($17::DATE <= $18::DATE OR false OR NOT coalesce(coalesce($21::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($21::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($21::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($21::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($21::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($21::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($21::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER' OR coalesce($21::VARCHAR, home_read.form) = 'OTHER_RESIDENTIAL' OR coalesce($21::VARCHAR, home_read.form) = 'FAMILY_CENTRE' OR coalesce($21::VARCHAR, home_read.form) = 'BOARDING_SCHOOL' OR coalesce($21::VARCHAR, home_read.form) = 'SECURE', false) OR child_read.birth_date IS NULL OR CAST(EXTRACT(year FROM age(CAST($17::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST(child_read.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= 18 OR CAST(EXTRACT(year FROM age(CAST($17::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST(child_read.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= (SELECT said_policy.whole 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = 'family_only_under_age' AND said_policy.jurisdiction = coalesce(programme_read.jurisdiction, '') AND said_policy.from_day <= $17::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $17::DATE)) OR (coalesce($21::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($21::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($21::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($21::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($21::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($21::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($21::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER') AND (SELECT said_policy.value 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = ('setting_of.' || coalesce($21::VARCHAR, home_read.form)) AND said_policy.jurisdiction = coalesce(programme_read.jurisdiction, '') AND said_policy.from_day <= $17::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $17::DATE)) != 'RESIDENTIAL') IS NOT true) THEN 'young_live_in_families' ELSE null END, CASE WHEN (($17::DATE <= $18::DATE OR $5::UUID IS NOT NULL) IS NOT true) THEN 'placement_in_episode' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM placement AS placement_12 
WHERE placement_12.country_code = $1::VARCHAR AND placement_12.voided_at IS NULL AND placement_12.child_file_id = child_read.id AND (placement_12.ended_on IS NULL OR placement_12.ended_on > greatest($17::DATE, placement_12.started_on))))) IS NOT true) THEN 'no_other_placement' ELSE null END, CASE WHEN ((home_read.opened_on <= $17::DATE AND home_read.closed_on IS NULL) IS NOT true) THEN 'home_is_open' ELSE null END, CASE WHEN ((NOT coalesce(coalesce($21::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($21::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($21::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($21::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($21::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($21::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($21::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER', false) OR coalesce($21::VARCHAR, home_read.form) = home_read.form) IS NOT true) THEN 'arrangement_is_the_homes' ELSE null END, CASE WHEN ((null IS NULL OR null IS NOT NULL AND null <= null) IS NOT true) THEN 'ended_on_inside_care_episode_id' ELSE null END, CASE WHEN (($22::VARCHAR IS NOT DISTINCT FROM null OR $22::VARCHAR IS NULL OR (EXISTS (SELECT 1 
FROM national_code AS listed_code 
WHERE listed_code.country = $1::VARCHAR AND listed_code.list_key = 'placement_kinds' AND listed_code.code = $22::VARCHAR))) IS NOT true) THEN 'local_kind_is_listed' ELSE null END, CASE WHEN (($22::VARCHAR IS NOT DISTINCT FROM null AND $17::DATE IS NOT DISTINCT FROM null OR $22::VARCHAR IS NULL OR NOT (EXISTS (SELECT 1 
FROM national_code AS listed_code 
WHERE listed_code.country = $1::VARCHAR AND listed_code.list_key = 'placement_kinds' AND listed_code.code = $22::VARCHAR)) OR (EXISTS (SELECT 1 
FROM national_code AS listed_code 
WHERE listed_code.country = $1::VARCHAR AND listed_code.list_key = 'placement_kinds' AND listed_code.code = $22::VARCHAR AND listed_code.from_day <= $17::DATE AND (listed_code.until_day IS NULL OR listed_code.until_day > $17::DATE)))) IS NOT true) THEN 'local_kind_is_in_force' ELSE null END, CASE WHEN (($5::UUID IS NULL OR child_read.id = child_read.id) IS NOT true) THEN 'care_episode_id_of_the_same_child_id' ELSE null END, CASE WHEN ((($17::DATE < child_read.enrolled_on) IS NOT true) IS NOT true) THEN 'admission_is_earlier' ELSE null END, CASE WHEN (($19::DATE IS NULL OR $19::DATE > $17::DATE) IS NOT true) THEN 'legal_status_ends_after_start' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM legal_status AS legal_status_13 
WHERE legal_status_13.country_code = $1::VARCHAR AND legal_status_13.voided_at IS NULL AND legal_status_13.child_file_id = child_read.id AND ($23::VARCHAR = 'CARE_ORDER' OR $23::VARCHAR = 'INTERIM_ORDER' OR $23::VARCHAR = 'PLACEMENT_ORDER' OR $23::VARCHAR = 'AGREEMENT' OR $23::VARCHAR = 'OWN_REQUEST' OR $23::VARCHAR = 'SHORT_BREAK' OR $23::VARCHAR = 'OTHER') AND (legal_status_13.kind = 'CARE_ORDER' OR legal_status_13.kind = 'INTERIM_ORDER' OR legal_status_13.kind = 'PLACEMENT_ORDER' OR legal_status_13.kind = 'AGREEMENT' OR legal_status_13.kind = 'OWN_REQUEST' OR legal_status_13.kind = 'SHORT_BREAK' OR legal_status_13.kind = 'OTHER') AND ($19::DATE IS NULL OR $19::DATE > greatest(greatest(legal_status_13.started_on, '-infinity'::date), $17::DATE)) AND (legal_status_13.ended_on IS NULL OR legal_status_13.ended_on > greatest(greatest($17::DATE, '-infinity'::date), legal_status_13.started_on))))) IS NOT true) THEN 'one_ground_of_care' ELSE null END, CASE WHEN (($17::DATE IS NULL OR child_read.died_on IS NULL OR $17::DATE <= least(CASE WHEN (child_read.died_on_precision = 'MONTH') THEN CAST(child_read.died_on + interval '1 month -1 day' AS DATE) WHEN (child_read.died_on_precision = 'YEAR') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) WHEN (child_read.died_on_precision = 'ESTIMATED') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) ELSE child_read.died_on END, $18::DATE)) IS NOT true) THEN 'started_on_in_the_life_of_child_id' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN child_read ON true LEFT OUTER JOIN home_read ON true LEFT OUTER JOIN crowding_read ON true LEFT OUTER JOIN gates_read ON true LEFT OUTER JOIN programme_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_8, $2::VARCHAR AS anon_9, $3::VARCHAR AS anon_10, $25::VARCHAR AS anon_11, $26::VARCHAR AS anon_12, $27::VARCHAR AS anon_13, $28::TEXT[] AS anon_14, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(INSERT INTO care_episode (country_code, id, child_id, programme_id, reasons, primary_reason, emergency, entered_from, referred_by, parents_at_entry, disabled_at_entry, family_locality, family_latitude_e2, family_longitude_e2, started_on) SELECT $1::VARCHAR AS country_code, $5::UUID AS id, child_read.id AS child_id, child_read.programme_id AS programme_id, coalesce($6::TEXT[], CASE WHEN (coalesce($7::VARCHAR, $8::VARCHAR) IS NOT NULL) THEN ARRAY[coalesce($7::VARCHAR, $8::VARCHAR)] END) AS reasons, coalesce($7::VARCHAR, $8::VARCHAR) AS primary_reason, coalesce($9::VARCHAR, 'NOT_KNOWN') AS emergency, $10::VARCHAR AS entered_from, $11::VARCHAR AS referred_by, $12::VARCHAR AS parents_at_entry, coalesce($13::VARCHAR, 'NOT_KNOWN') AS disabled_at_entry, $14::VARCHAR AS family_locality, $15::BIGINT AS family_latitude_e2, $16::BIGINT AS family_longitude_e2, $17::DATE AS started_on 
FROM go, child_read RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, reasons AS n_reasons, primary_reason AS n_primary_reason, emergency AS n_emergency, entered_from AS n_entered_from, referred_by AS n_referred_by, parents_at_entry AS n_parents_at_entry, disabled_at_entry AS n_disabled_at_entry, family_locality AS n_family_locality, family_latitude_e2 AS n_family_latitude_e2, family_longitude_e2 AS n_family_longitude_e2, started_on AS n_started_on, version AS n_version, voided_at AS n_voided_at), 
history_personal_of_written_1 AS 
(INSERT INTO history_personal (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'CareEpisode', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'admitChild', null, null, jsonb_build_object('familyLocality', written_1.n_family_locality) - $4::TEXT[] AS anon_4 
FROM written_1 RETURNING row_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_15, 'CareEpisode', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_16, $3::VARCHAR AS anon_17, 'admitChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_1.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_1.n_programme_id AS TEXT), 'reasons', written_1.n_reasons, 'primaryReason', written_1.n_primary_reason, 'emergency', written_1.n_emergency, 'enteredFrom', written_1.n_entered_from, 'referredBy', written_1.n_referred_by, 'parentsAtEntry', written_1.n_parents_at_entry, 'disabledAtEntry', written_1.n_disabled_at_entry, 'familyLatitudeE2', written_1.n_family_latitude_e2, 'familyLongitudeE2', written_1.n_family_longitude_e2, 'startedOn', written_1.n_started_on) - $4::TEXT[] AS anon_18 
FROM written_1 RETURNING row_id), 
home_place_read AS MATERIALIZED 
(SELECT home_address_16.latitude_e2 AS latitude_e2, home_address_16.longitude_e2 AS longitude_e2 
FROM home_address AS home_address_16 
WHERE home_address_16.country_code = $1::VARCHAR AND home_address_16.voided_at IS NULL AND home_address_16.home_id = (SELECT home_read.id 
FROM home_read) AND home_address_16.started_on <= $17::DATE AND (home_address_16.ended_on IS NULL OR home_address_16.ended_on > $17::DATE) 
 LIMIT 1), 
written_2 AS 
(INSERT INTO placement (country_code, id, child_id, care_episode_id, programme_id, started_on, start_reason, local_kind, home_id, home_name, arrangement, distance_km) SELECT $1::VARCHAR AS country_code, $29::UUID AS id, child_read.id AS child_id, $5::UUID AS care_episode_id, child_read.programme_id AS programme_id, $17::DATE AS started_on, coalesce($30::VARCHAR, 'ADMISSION') AS start_reason, $22::VARCHAR AS local_kind, home_read.id AS home_id, home_read.name AS home_name, home_read.form AS arrangement, CAST(round(12742.0 * asin(sqrt(CASE WHEN (power(sin((radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians($15::BIGINT / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) + cos(radians($15::BIGINT / CAST(100.0 AS NUMERIC))) * cos(radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC))) * power(sin((radians((SELECT home_place_read.longitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians($16::BIGINT / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) > 1.0) THEN 1.0 ELSE power(sin((radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians($15::BIGINT / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) + cos(radians($15::BIGINT / CAST(100.0 AS NUMERIC))) * cos(radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC))) * power(sin((radians((SELECT home_place_read.longitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians($16::BIGINT / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) END))) AS INTEGER) AS distance_km 
FROM go, child_read, home_read, (SELECT count(*) AS rows 
FROM written_1) AS after_written_1 RETURNING id AS n_id, child_id AS n_child_id, care_episode_id AS n_care_episode_id, programme_id AS n_programme_id, started_on AS n_started_on, start_reason AS n_start_reason, local_kind AS n_local_kind, home_id AS n_home_id, home_name AS n_home_name, arrangement AS n_arrangement, distance_km AS n_distance_km, version AS n_version), 
history_sensitive_of_written_2 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_19, 'Placement', written_2.n_id AS n_id, written_2.n_version AS n_version, written_2.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_20, $3::VARCHAR AS anon_21, 'admitChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_2.n_child_id AS TEXT), 'careEpisode', (('CareEpisode_' || $1::VARCHAR) || '_') || CAST(written_2.n_care_episode_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_2.n_programme_id AS TEXT), 'startedOn', written_2.n_started_on, 'startReason', written_2.n_start_reason, 'localKind', written_2.n_local_kind, 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_2.n_home_id AS TEXT), 'homeName', written_2.n_home_name, 'arrangement', written_2.n_arrangement, 'distanceKm', written_2.n_distance_km) - $4::TEXT[] AS anon_22 
FROM written_2 RETURNING row_id), 
asked_read AS MATERIALIZED 
(SELECT gatekeeping_assessment_14.id AS id 
FROM gatekeeping_assessment AS gatekeeping_assessment_14 
WHERE gatekeeping_assessment_14.country_code = $1::VARCHAR AND gatekeeping_assessment_14.voided_at IS NULL AND gatekeeping_assessment_14.child_file_id = (SELECT child_read.id 
FROM child_read) AND gatekeeping_assessment_14.care_episode_id IS NULL AND gatekeeping_assessment_14.not_owed_from IS NULL AND (gatekeeping_assessment_14.completed_on IS NULL OR gatekeeping_assessment_14.outcome = 'ADMIT') AND NOT (EXISTS (SELECT 1 
FROM care_episode AS care_episode_15 
WHERE care_episode_15.country_code = $1::VARCHAR AND care_episode_15.voided_at IS NULL AND care_episode_15.child_file_id = gatekeeping_assessment_14.child_file_id AND care_episode_15.started_on >= gatekeeping_assessment_14.opened_on)) ORDER BY gatekeeping_assessment_14.opened_on DESC, gatekeeping_assessment_14.id DESC 
 LIMIT 1), 
written_4 AS 
(UPDATE gatekeeping_assessment SET version=(gatekeeping_assessment.version + 1), updated_at=now(), care_episode_id=written_1.n_id FROM go, asked_read, written_1 WHERE gatekeeping_assessment.country_code = $1::VARCHAR AND gatekeeping_assessment.voided_at IS NULL AND go.one = 1 AND gatekeeping_assessment.id = asked_read.id RETURNING new.care_episode_id AS n_care_episode_id, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.care_episode_id AS o_care_episode_id, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_4 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_23, 'GatekeepingAssessment', written_4.n_id AS n_id, written_4.n_version AS n_version, written_4.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_24, $3::VARCHAR AS anon_25, 'admitChild', null, jsonb_build_object('careEpisode', (('CareEpisode_' || $1::VARCHAR) || '_') || CAST(written_4.o_care_episode_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_4.n_care_episode_id IS NOT DISTINCT FROM written_4.o_care_episode_id) THEN 'careEpisode' END] AS TEXT[]) AS anon_26, jsonb_build_object('careEpisode', (('CareEpisode_' || $1::VARCHAR) || '_') || CAST(written_4.n_care_episode_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_4.n_care_episode_id IS NOT DISTINCT FROM written_4.o_care_episode_id) THEN 'careEpisode' END] AS TEXT[]) AS anon_27 
FROM written_4 RETURNING row_id), 
written_5 AS 
(INSERT INTO gatekeeping_assessment (country_code, id, child_id, programme_id, care_episode_id, opened_on, due_on) SELECT $1::VARCHAR AS country_code, $31::UUID AS id, written_1.n_child_id AS child_id, written_1.n_programme_id AS programme_id, written_1.n_id AS care_episode_id, least($17::DATE, $18::DATE) AS opened_on, CAST($17::DATE + (CAST((SELECT policy_17.whole 
FROM policy AS policy_17 
WHERE policy_17.code = $1::VARCHAR AND policy_17.key = 'gatekeeping_hours' AND policy_17.jurisdiction = '' AND policy_17.from_day <= $17::DATE AND (policy_17.until_day IS NULL OR policy_17.until_day > $17::DATE)) + 23 AS INTEGER) / 24) AS DATE) AS due_on 
FROM go, written_1 
WHERE NOT (EXISTS (SELECT 1 
FROM asked_read)) RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, care_episode_id AS n_care_episode_id, opened_on AS n_opened_on, due_on AS n_due_on, version AS n_version), 
history_sensitive_of_written_5 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_28, 'GatekeepingAssessment', written_5.n_id AS n_id, written_5.n_version AS n_version, written_5.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_29, $3::VARCHAR AS anon_30, 'admitChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_5.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_5.n_programme_id AS TEXT), 'careEpisode', (('CareEpisode_' || $1::VARCHAR) || '_') || CAST(written_5.n_care_episode_id AS TEXT), 'openedOn', written_5.n_opened_on, 'dueOn', written_5.n_due_on) AS jsonb_build_object_1 
FROM written_5 RETURNING row_id), 
written_6 AS 
(INSERT INTO legal_status (country_code, id, child_id, programme_id, started_on, kind, authority, reference, local_code, parents_agree, represented, appeal_until, ended_on) SELECT $1::VARCHAR AS country_code, $32::UUID AS id, written_1.n_child_id AS child_id, written_1.n_programme_id AS programme_id, $17::DATE AS started_on, $23::VARCHAR AS kind, $33::VARCHAR AS authority, $34::VARCHAR AS reference, $35::VARCHAR AS local_code, coalesce($36::VARCHAR, 'NOT_KNOWN') AS parents_agree, coalesce($37::VARCHAR, 'NOT_KNOWN') AS represented, $38::DATE AS appeal_until, $19::DATE AS ended_on 
FROM go, written_1 RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, started_on AS n_started_on, kind AS n_kind, authority AS n_authority, reference AS n_reference, local_code AS n_local_code, parents_agree AS n_parents_agree, represented AS n_represented, appeal_until AS n_appeal_until, ended_on AS n_ended_on, version AS n_version), 
history_personal_of_written_6 AS 
(INSERT INTO history_personal (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_31, 'LegalStatus', written_6.n_id AS n_id, written_6.n_version AS n_version, written_6.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_32, $3::VARCHAR AS anon_33, 'admitChild', null, null, jsonb_build_object('reference', written_6.n_reference) - $4::TEXT[] AS anon_34 
FROM written_6 RETURNING row_id), 
history_sensitive_of_written_6 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_35, 'LegalStatus', written_6.n_id AS n_id, written_6.n_version AS n_version, written_6.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_36, $3::VARCHAR AS anon_37, 'admitChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_6.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_6.n_programme_id AS TEXT), 'startedOn', written_6.n_started_on, 'kind', written_6.n_kind, 'authority', written_6.n_authority, 'localCode', written_6.n_local_code, 'parentsAgree', written_6.n_parents_agree, 'represented', written_6.n_represented, 'appealUntil', written_6.n_appeal_until, 'endedOn', written_6.n_ended_on) - $4::TEXT[] AS anon_38 
FROM written_6 RETURNING row_id), 
written_7 AS 
(UPDATE child SET version=(child.version + 1), updated_at=now(), reason_for_care=(SELECT of_care_episode_6.primary_reason 
FROM (SELECT care_episode_18.id AS id, care_episode_18.started_on AS started_on, care_episode_18.primary_reason AS primary_reason 
FROM care_episode AS care_episode_18 
WHERE care_episode_18.country_code = $1::VARCHAR AND care_episode_18.voided_at IS NULL AND care_episode_18.child_file_id = child.id AND (care_episode_18.id NOT IN (SELECT written_1.n_id 
FROM written_1)) UNION ALL SELECT written_1.n_id AS id, written_1.n_started_on AS started_on, written_1.n_primary_reason AS primary_reason 
FROM written_1 
WHERE written_1.n_child_id = child.id AND written_1.n_voided_at IS NULL) AS of_care_episode_6 ORDER BY of_care_episode_6.started_on DESC, of_care_episode_6.id DESC 
 LIMIT 1) FROM go WHERE child.country_code = $1::VARCHAR AND child.voided_at IS NULL AND go.one = 1 AND child.id IN (SELECT written_1.n_child_id 
FROM written_1) AND child.reason_for_care IS DISTINCT FROM (SELECT of_care_episode_6.primary_reason 
FROM (SELECT care_episode_18.id AS id, care_episode_18.started_on AS started_on, care_episode_18.primary_reason AS primary_reason 
FROM care_episode AS care_episode_18 
WHERE care_episode_18.country_code = $1::VARCHAR AND care_episode_18.voided_at IS NULL AND care_episode_18.child_file_id = child.id AND (care_episode_18.id NOT IN (SELECT written_1.n_id 
FROM written_1)) UNION ALL SELECT written_1.n_id AS id, written_1.n_started_on AS started_on, written_1.n_primary_reason AS primary_reason 
FROM written_1 
WHERE written_1.n_child_id = child.id AND written_1.n_voided_at IS NULL) AS of_care_episode_6 ORDER BY of_care_episode_6.started_on DESC, of_care_episode_6.id DESC 
 LIMIT 1) RETURNING new.reason_for_care AS n_reason_for_care, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, old.reason_for_care AS o_reason_for_care, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id), 
history_sensitive_of_written_7 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_39, 'Child', written_7.n_id AS n_id, written_7.n_version AS n_version, written_7.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_40, $3::VARCHAR AS anon_41, 'admitChild', null, jsonb_build_object('reasonForCare', written_7.o_reason_for_care) - CAST(ARRAY[CASE WHEN (written_7.n_reason_for_care IS NOT DISTINCT FROM written_7.o_reason_for_care) THEN 'reasonForCare' END] AS TEXT[]) AS anon_42, jsonb_build_object('reasonForCare', written_7.n_reason_for_care) - CAST(ARRAY[CASE WHEN (written_7.n_reason_for_care IS NOT DISTINCT FROM written_7.o_reason_for_care) THEN 'reasonForCare' END] AS TEXT[]) AS anon_43 
FROM written_7 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'CareEpisode' AS type, written_1.n_id AS row_id, 'CREATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 3 AS place, 'Placement' AS type, written_2.n_id AS row_id, 'CREATED' AS kind, written_2.n_programme_id AS programme_id 
FROM written_2 UNION ALL SELECT 7 AS place, 'GatekeepingAssessment' AS type, written_4.n_id AS row_id, 'UPDATED' AS kind, written_4.n_programme_id AS programme_id 
FROM written_4 UNION ALL SELECT 9 AS place, 'GatekeepingAssessment' AS type, written_5.n_id AS row_id, 'CREATED' AS kind, written_5.n_programme_id AS programme_id 
FROM written_5 UNION ALL SELECT 11 AS place, 'LegalStatus' AS type, written_6.n_id AS row_id, 'CREATED' AS kind, written_6.n_programme_id AS programme_id 
FROM written_6 UNION ALL SELECT 13 AS place, 'Child' AS type, written_7.n_id AS row_id, 'UPDATED' AS kind, written_7.n_programme_id AS programme_id 
FROM written_7), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_48, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_personal_of_written_1) AS anon_49, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_50, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_2) AS anon_51, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_4) AS anon_52, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_5) AS anon_53, (SELECT count(*) AS entries 
FROM history_personal_of_written_6) AS anon_54, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_6) AS anon_55, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_7) AS anon_56 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_44, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_45, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $39::UUID AS anon_46, 'admitChild', $25::VARCHAR AS anon_47 
FROM touched, counter RETURNING number), 
written_3 AS 
(INSERT INTO home_stay (country_code, id, home_id, started_on) SELECT $1::VARCHAR AS country_code, written_2.n_id AS id, written_2.n_home_id AS home_id, written_2.n_started_on AS started_on 
FROM go, written_2 RETURNING id AS n_id, home_id AS n_home_id, started_on AS n_started_on)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $28::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2), (SELECT count(*) AS count_4 
FROM written_3), (SELECT count(*) AS count_5 
FROM written_4), (SELECT count(*) AS count_6 
FROM written_5), (SELECT count(*) AS count_7 
FROM written_6), (SELECT count(*) AS count_8 
FROM written_7)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_22.*) AS value 
FROM child AS child_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_5.*) AS value 
FROM placement AS placement_4, home AS home_3 JOIN LATERAL (SELECT (('Home_' || home_3.country_code) || '_') || CAST(home_3.id AS TEXT) AS id, home_3.name AS name) AS node_5 ON true 
WHERE placement_4.child_file_id = child_1.id AND placement_4.started_on <= $1::DATE AND (placement_4.ended_on IS NULL OR placement_4.ended_on > $1::DATE) AND placement_4.country_code = $2::VARCHAR AND placement_4.voided_at IS NULL AND home_3.id = placement_4.home_id AND home_3.country_code = $2::VARCHAR AND home_3.voided_at IS NULL) AS link_6 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_15.*) AS value 
FROM (SELECT coalesce(json_agg(rows_8.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_14.*) AS part_0 
FROM (SELECT care_episode_7.country_code AS country_code, care_episode_7.id AS id, care_episode_7.started_on AS started_on, care_episode_7.entered_from AS entered_from, care_episode_7.reasons AS reasons, care_episode_7.started_on AS order_0 
FROM care_episode AS care_episode_7 
WHERE care_episode_7.child_file_id = child_1.id AND care_episode_7.country_code = $2::VARCHAR AND care_episode_7.voided_at IS NULL ORDER BY care_episode_7.started_on DESC, care_episode_7.id DESC 
 LIMIT 1) AS page_8 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_12.*) AS value 
FROM (SELECT coalesce(json_agg(rows_10.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_11.*) AS part_0 
FROM (SELECT gatekeeping_assessment_9.country_code AS country_code, gatekeeping_assessment_9.id AS id, gatekeeping_assessment_9.due_on AS due_on, gatekeeping_assessment_9.completed_on AS completed_on, gatekeeping_assessment_9.outcome AS outcome 
FROM gatekeeping_assessment AS gatekeeping_assessment_9 
WHERE gatekeeping_assessment_9.care_episode_id = page_8.id AND gatekeeping_assessment_9.country_code = $2::VARCHAR AND gatekeeping_assessment_9.voided_at IS NULL ORDER BY gatekeeping_assessment_9.id ASC 
 LIMIT 3) AS page_10 JOIN LATERAL (SELECT (('GatekeepingAssessment_' || page_10.country_code) || '_') || CAST(page_10.id AS TEXT) AS id, page_10.due_on AS "dueOn", page_10.completed_on AS "completedOn", page_10.outcome AS outcome) AS node_11 ON true ORDER BY page_10.id ASC) AS rows_10) AS gathered_10 JOIN LATERAL (SELECT gathered_10.part_0 AS nodes) AS connection_12 ON true) AS link_13 ON true JOIN LATERAL (SELECT (('CareEpisode_' || page_8.country_code) || '_') || CAST(page_8.id AS TEXT) AS id, page_8.started_on AS "startedOn", page_8.entered_from AS "enteredFrom", page_8.reasons AS reasons, link_13.value AS gatekeeping) AS node_14 ON true ORDER BY page_8.order_0 DESC, page_8.id DESC) AS rows_8) AS gathered_8 JOIN LATERAL (SELECT gathered_8.part_0 AS nodes) AS connection_15 ON true) AS link_16 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_20.*) AS value 
FROM (SELECT coalesce(json_agg(rows_18.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_19.*) AS part_0 
FROM (SELECT legal_status_17.country_code AS country_code, legal_status_17.id AS id, legal_status_17.kind AS kind, legal_status_17.authority AS authority, legal_status_17.appeal_until AS appeal_until, legal_status_17.started_on AS order_0 
FROM legal_status AS legal_status_17 
WHERE legal_status_17.child_file_id = child_1.id AND legal_status_17.country_code = $2::VARCHAR AND legal_status_17.voided_at IS NULL ORDER BY legal_status_17.started_on DESC, legal_status_17.id DESC 
 LIMIT 1) AS page_18 JOIN LATERAL (SELECT page_18.kind AS kind, page_18.authority AS authority, page_18.appeal_until AS "appealUntil") AS node_19 ON true ORDER BY page_18.order_0 DESC, page_18.id DESC) AS rows_18) AS gathered_18 JOIN LATERAL (SELECT gathered_18.part_0 AS nodes) AS connection_20 ON true) AS link_21 ON true JOIN LATERAL (SELECT (('Child_' || child_1.country_code) || '_') || CAST(child_1.id AS TEXT) AS id, child_1.version AS version, EXISTS (SELECT 1 
FROM placement AS placement_2 
WHERE placement_2.country_code = child_1.country_code AND placement_2.child_file_id = child_1.id AND placement_2.started_on <= $1::DATE AND (placement_2.ended_on IS NULL OR placement_2.ended_on > $1::DATE) AND placement_2.country_code = $2::VARCHAR AND placement_2.voided_at IS NULL) AS "inCare", child_1.reason_for_care AS "reasonForCare", link_6.value AS home, link_16.value AS "careEpisodes", link_21.value AS "legalStatuses") AS node_22 ON true 
WHERE child_1.country_code = $2::VARCHAR AND child_1.country_code = $3::VARCHAR AND child_1.id = $4::UUID) AS child, $5::JSON AS errors) AS answer
;

