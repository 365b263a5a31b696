WITH child_locked AS MATERIALIZED 
(SELECT child_held.id AS id 
FROM child AS child_held 
WHERE child_held.country_code = $1::VARCHAR AND child_held.voided_at IS NULL AND child_held.id = ANY ($2::UUID[]) ORDER BY child_held.id FOR NO KEY UPDATE), 
home_locked AS MATERIALIZED 
(SELECT home_held.id AS id 
FROM home AS home_held 
WHERE home_held.country_code = $1::VARCHAR AND home_held.voided_at IS NULL AND home_held.id = ANY (ARRAY[$3::UUID]) ORDER BY home_held.id FOR NO KEY UPDATE)
 SELECT (SELECT count(*) AS count_1 
FROM child_locked) AS locked_0, (SELECT count(*) AS count_2 
FROM home_locked) AS locked_1
;

WITH children_read AS MATERIALIZED 
(SELECT child_1.id AS id, child_1.programme_id AS programme_id, child_1.enrolled_on AS enrolled_on, child_1.birth_date AS birth_date, child_1.died_on AS died_on, child_1.died_on_precision AS died_on_precision, (coalesce($6::UUID[]))[array_position($7::UUID[], child_1.id)] AS placement_id, care_of_child.care_episode_id AS care_episode_id, care_of_child.care_started_on AS care_started_on, care_of_child.care_ended_on AS care_ended_on, care_of_child.family_latitude_e2 AS family_latitude_e2, care_of_child.family_longitude_e2 AS family_longitude_e2 
FROM child AS child_1 LEFT OUTER JOIN LATERAL (SELECT care_episode_2.id AS care_episode_id, care_episode_2.started_on AS care_started_on, care_episode_2.ended_on AS care_ended_on, care_episode_2.family_latitude_e2 AS family_latitude_e2, care_episode_2.family_longitude_e2 AS family_longitude_e2 
FROM care_episode AS care_episode_2 
WHERE care_episode_2.country_code = $1::VARCHAR AND care_episode_2.voided_at IS NULL AND care_episode_2.child_file_id = child_1.id AND care_episode_2.started_on <= $4::DATE AND (care_episode_2.ended_on IS NULL OR care_episode_2.ended_on > $4::DATE)) AS care_of_child ON true 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL AND child_1.id = ANY ($7::UUID[])), 
stays_read AS MATERIALIZED 
(SELECT placement_3.id AS id, placement_3.child_file_id AS child_id, placement_3.home_id AS home_id, placement_3.arrangement AS arrangement, placement_3.partner_id AS partner_id 
FROM placement AS placement_3, children_read 
WHERE placement_3.country_code = $1::VARCHAR AND placement_3.voided_at IS NULL AND placement_3.child_file_id = children_read.id AND (placement_3.started_on < $4::DATE OR placement_3.started_on = $4::DATE AND $4::DATE <= $8::DATE) AND (placement_3.ended_on IS NULL OR placement_3.ended_on > $4::DATE)), 
home_read AS MATERIALIZED 
(SELECT true AS found, home_of_home.id AS id, home_of_home.programme_id AS programme_id, home_of_home.name AS name, home_of_home.form AS form, home_of_home.capacity AS capacity, home_of_home.opened_on AS opened_on, home_of_home.closed_on AS closed_on 
FROM home AS home_of_home 
WHERE home_of_home.country_code = $1::VARCHAR AND home_of_home.voided_at IS NULL AND home_of_home.id = $9::UUID), 
parent_read AS MATERIALIZED 
(SELECT parents.caregiver_id AS caregiver_id, parents.caregiver_name AS caregiver_name 
FROM (SELECT caregiver_assignment_13.caregiver_id AS caregiver_id, caregiver_assignment_13.caregiver_name AS caregiver_name, count(*) OVER () AS many 
FROM caregiver_assignment AS caregiver_assignment_13 
WHERE caregiver_assignment_13.country_code = $1::VARCHAR AND caregiver_assignment_13.voided_at IS NULL AND caregiver_assignment_13.home_id = (SELECT home_read.id 
FROM home_read) AND caregiver_assignment_13.role = 'PARENT' AND caregiver_assignment_13.started_on <= $4::DATE AND (caregiver_assignment_13.ended_on IS NULL OR caregiver_assignment_13.ended_on > $4::DATE)) AS parents 
WHERE parents.many = 1), 
child_read AS MATERIALIZED 
(SELECT true AS found, child_of_child.id AS id 
FROM child AS child_of_child 
WHERE child_of_child.country_code = $1::VARCHAR AND child_of_child.voided_at IS NULL AND child_of_child.id = $14::UUID), 
crowding_read AS MATERIALIZED 
(SELECT min(days.day) AS day 
FROM (SELECT stays.home_id AS home_id, turns.day AS day, lead(turns.day) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS until, sum(sum(stays.lives * turns.sign)) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS lives 
FROM (SELECT home_stay_4.home_id AS home_id, home_stay_4.started_on AS started_on, home_stay_4.ended_on AS ended_on, 1 AS lives 
FROM home_stay AS home_stay_4 
WHERE home_stay_4.country_code = $1::VARCHAR AND home_stay_4.voided_at IS NULL AND home_stay_4.home_id = (SELECT home_read.id 
FROM home_read) AND (home_stay_4.ended_on IS NULL OR home_stay_4.ended_on > $4::DATE) UNION ALL SELECT home_read.id AS id, $4::DATE AS anon_6, CAST(null AS DATE) AS "null", 1 
FROM home_read) AS stays JOIN LATERAL (VALUES (greatest(stays.started_on, $4::DATE), 1), (stays.ended_on, -1)) AS turns (day, sign) ON true 
WHERE turns.day IS NOT NULL GROUP BY stays.home_id, turns.day) AS days 
WHERE days.lives > (SELECT home_read.capacity 
FROM home_read)), 
gates_read AS MATERIALIZED 
(SELECT coalesce((SELECT policy_5.value 
FROM policy AS policy_5 
WHERE policy_5.code = $1::VARCHAR AND policy_5.key = ('licence_required.' || home_read.form) AND policy_5.jurisdiction = coalesce((SELECT programme_6.jurisdiction 
FROM programme AS programme_6 
WHERE programme_6.country_code = $1::VARCHAR AND programme_6.voided_at IS NULL AND programme_6.id = home_read.programme_id), '') AND policy_5.from_day <= $4::DATE AND (policy_5.until_day IS NULL OR policy_5.until_day > $4::DATE)) = 'YES', false) AND coalesce((SELECT (array_agg(CASE WHEN (inspection_7.outcome IN ('PASSED', 'CONDITIONS')) THEN inspection_7.valid_until ELSE inspection_7.held_on END ORDER BY inspection_7.held_on DESC, inspection_7.id DESC))[1] AS anon_7 
FROM inspection AS inspection_7 
WHERE inspection_7.country_code = $1::VARCHAR AND inspection_7.voided_at IS NULL AND inspection_7.home_id = home_read.id AND inspection_7.held_on <= $4::DATE AND inspection_7.kind IN ('LICENCE', 'REGISTRATION')) <= $4::DATE, true) AS unlicensed, coalesce((SELECT policy_5.value 
FROM policy AS policy_5 
WHERE policy_5.code = $1::VARCHAR AND policy_5.key = ('licence_required.' || home_read.form) AND policy_5.jurisdiction = coalesce((SELECT programme_6.jurisdiction 
FROM programme AS programme_6 
WHERE programme_6.country_code = $1::VARCHAR AND programme_6.voided_at IS NULL AND programme_6.id = home_read.programme_id), '') AND policy_5.from_day <= $4::DATE AND (policy_5.until_day IS NULL OR policy_5.until_day > $4::DATE)) = 'YES', false) AND coalesce((SELECT (array_agg(CASE WHEN (inspection_7.outcome IN ('PASSED', 'CONDITIONS')) THEN inspection_7.valid_until ELSE inspection_7.held_on END ORDER BY inspection_7.held_on DESC, inspection_7.id DESC))[1] AS anon_7 
FROM inspection AS inspection_7 
WHERE inspection_7.country_code = $1::VARCHAR AND inspection_7.voided_at IS NULL AND inspection_7.home_id = home_read.id AND inspection_7.held_on <= $4::DATE AND inspection_7.kind IN ('LICENCE', 'REGISTRATION')) <= $4::DATE, true) AND (EXISTS (SELECT 1 
FROM inspection AS inspection_7 
WHERE inspection_7.country_code = $1::VARCHAR AND inspection_7.voided_at IS NULL AND inspection_7.home_id = home_read.id AND inspection_7.held_on <= $4::DATE AND inspection_7.kind IN ('LICENCE', 'REGISTRATION'))) AS refused, EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_8, caregiver AS caregiver_9 
WHERE caregiver_assignment_8.country_code = $1::VARCHAR AND caregiver_assignment_8.voided_at IS NULL AND caregiver_9.country_code = $1::VARCHAR AND caregiver_9.voided_at IS NULL AND caregiver_assignment_8.home_id = home_read.id AND caregiver_assignment_8.started_on <= $4::DATE AND (caregiver_assignment_8.ended_on IS NULL OR caregiver_assignment_8.ended_on > $4::DATE) AND caregiver_9.id = caregiver_assignment_8.caregiver_id AND NOT coalesce(CASE WHEN ((SELECT policy_11.value 
FROM policy AS policy_11 
WHERE policy_11.code = $1::VARCHAR AND policy_11.key = ('checks_required.' || caregiver_9.kind) AND policy_11.jurisdiction = coalesce((SELECT programme_12.jurisdiction 
FROM programme AS programme_12 
WHERE programme_12.country_code = $1::VARCHAR AND programme_12.voided_at IS NULL AND programme_12.id = caregiver_9.programme_id), '') AND policy_11.from_day <= $8::DATE AND (policy_11.until_day IS NULL OR policy_11.until_day > $8::DATE)) = 'NOT_APPLICABLE') THEN CAST('9999-12-31' AS DATE) ELSE CAST((SELECT CASE WHEN (count(*) FILTER (WHERE newest.until IS NULL) > 0) THEN NULL ELSE min(newest.until) END AS anon_8 
FROM unnest(string_to_array((SELECT policy_11.value 
FROM policy AS policy_11 
WHERE policy_11.code = $1::VARCHAR AND policy_11.key = ('checks_required.' || caregiver_9.kind) AND policy_11.jurisdiction = coalesce((SELECT programme_12.jurisdiction 
FROM programme AS programme_12 
WHERE programme_12.country_code = $1::VARCHAR AND programme_12.voided_at IS NULL AND programme_12.id = caregiver_9.programme_id), '') AND policy_11.from_day <= $8::DATE AND (policy_11.until_day IS NULL OR policy_11.until_day > $8::DATE)), ' ')) AS asked(kind) LEFT OUTER JOIN LATERAL (SELECT CASE WHEN (checks_of_caregiver.outcome IN ('PASSED', 'CONDITIONS')) THEN checks_of_caregiver.valid_until END AS until 
FROM (SELECT caregiver_check_10.id AS id, caregiver_check_10.kind AS kind, caregiver_check_10.decided_on AS decided_on, caregiver_check_10.valid_until AS valid_until, caregiver_check_10.outcome AS outcome 
FROM caregiver_check AS caregiver_check_10 
WHERE caregiver_check_10.country_code = $1::VARCHAR AND caregiver_check_10.voided_at IS NULL AND caregiver_check_10.caregiver_id = caregiver_9.id) AS checks_of_caregiver 
WHERE checks_of_caregiver.kind = asked.kind ORDER BY checks_of_caregiver.decided_on DESC, checks_of_caregiver.id DESC 
 LIMIT 1) AS newest ON true) AS DATE) END > $4::DATE, false)) AS uncleared 
FROM home_read), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (child_read.found IS NOT true) THEN 'child_is_there' ELSE null END, CASE WHEN (home_read.found IS NOT true) THEN 'home_is_there' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM stays_read 
WHERE stays_read.home_id = (SELECT home_read.id 
FROM home_read)))) IS NOT true) THEN 'child_lives_elsewhere' ELSE null END, CASE WHEN (($5::VARCHAR IS NULL OR $5::VARCHAR = 'MOVE' OR $5::VARCHAR = 'HOME_CLOSED' OR $5::VARCHAR = 'OTHER') IS NOT true) THEN 'reason_ends_no_care' ELSE null END, CASE WHEN ((crowding_read.day IS NULL OR $4::DATE <= $8::DATE) IS NOT true) THEN 'home_has_room' ELSE null END, CASE WHEN ((NOT gates_read.unlicensed OR $4::DATE <= $8::DATE) IS NOT true) THEN 'home_is_licensed' ELSE null END, CASE WHEN ((NOT gates_read.uncleared OR $4::DATE <= $8::DATE) IS NOT true) THEN 'home_carers_are_cleared' ELSE null END, CASE WHEN ((((EXISTS (SELECT 1 
FROM parent_read)) OR (EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_14, stays_read 
WHERE caregiver_assignment_14.country_code = $1::VARCHAR AND caregiver_assignment_14.voided_at IS NULL AND caregiver_assignment_14.child_file_id = stays_read.child_id AND (caregiver_assignment_14.started_on < $4::DATE OR caregiver_assignment_14.started_on = $4::DATE AND $4::DATE <= $8::DATE) AND (caregiver_assignment_14.ended_on IS NULL OR caregiver_assignment_14.ended_on > $4::DATE) AND (EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_15 
WHERE caregiver_assignment_15.country_code = $1::VARCHAR AND caregiver_assignment_15.voided_at IS NULL AND caregiver_assignment_15.home_id = stays_read.home_id AND caregiver_assignment_15.caregiver_id = caregiver_assignment_14.caregiver_id AND caregiver_assignment_15.started_on <= $4::DATE AND (caregiver_assignment_15.ended_on IS NULL OR caregiver_assignment_15.ended_on > $4::DATE))) AND coalesce($10::BOOLEAN, false) IS false))) IS NOT true) IS NOT true) THEN 'key_carers_follow' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read, programme AS programme_16 
WHERE programme_16.country_code = $1::VARCHAR AND programme_16.voided_at IS NULL AND programme_16.id = children_read.programme_id AND ($4::DATE <= $8::DATE OR $11::DATE IS NOT NULL OR NOT coalesce(coalesce($12::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($12::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($12::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($12::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($12::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($12::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($12::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER' OR coalesce($12::VARCHAR, home_read.form) = 'OTHER_RESIDENTIAL' OR coalesce($12::VARCHAR, home_read.form) = 'FAMILY_CENTRE' OR coalesce($12::VARCHAR, home_read.form) = 'BOARDING_SCHOOL' OR coalesce($12::VARCHAR, home_read.form) = 'SECURE', false) OR children_read.birth_date IS NULL OR CAST(EXTRACT(year FROM age(CAST($4::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST(children_read.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= 18 OR CAST(EXTRACT(year FROM age(CAST($4::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST(children_read.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= (SELECT said_policy.whole 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = 'family_only_under_age' AND said_policy.jurisdiction = coalesce(programme_16.jurisdiction, '') AND said_policy.from_day <= $4::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $4::DATE)) OR (coalesce($12::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($12::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($12::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($12::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($12::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($12::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($12::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER') AND (SELECT said_policy.value 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = ('setting_of.' || coalesce($12::VARCHAR, home_read.form)) AND said_policy.jurisdiction = coalesce(programme_16.jurisdiction, '') AND said_policy.from_day <= $4::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $4::DATE)) != 'RESIDENTIAL') IS NOT true))) IS NOT true) THEN 'young_live_in_families' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE ($4::DATE <= $8::DATE OR children_read.care_episode_id IS NOT NULL) IS NOT true))) IS NOT true) THEN 'placement_in_episode' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM placement AS placement_17, children_read 
WHERE placement_17.country_code = $1::VARCHAR AND placement_17.voided_at IS NULL AND placement_17.child_file_id = children_read.id AND (placement_17.ended_on IS NULL OR placement_17.ended_on > greatest($4::DATE, placement_17.started_on)) AND NOT (placement_17.started_on < $4::DATE OR placement_17.started_on = $4::DATE AND $4::DATE <= $8::DATE)))) IS NOT true) THEN 'no_other_placement' ELSE null END, CASE WHEN ((home_read.opened_on <= $4::DATE AND home_read.closed_on IS NULL) IS NOT true) THEN 'home_is_open' ELSE null END, CASE WHEN ((NOT coalesce(coalesce($12::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($12::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($12::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($12::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($12::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($12::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($12::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER', false) OR coalesce($12::VARCHAR, home_read.form) = home_read.form) IS NOT true) THEN 'arrangement_is_the_homes' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read, programme AS programme_18 
WHERE programme_18.country_code = $1::VARCHAR AND programme_18.voided_at IS NULL AND programme_18.id = children_read.programme_id AND (programme_18.started_on <= $4::DATE AND (programme_18.ended_on IS NULL OR programme_18.ended_on > $4::DATE) OR $4::DATE < $4::DATE) IS NOT true))) IS NOT true) THEN 'programme_runs' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE (children_read.birth_date IS NULL OR children_read.birth_date <= $4::DATE) IS NOT true))) IS NOT true) THEN 'started_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE (children_read.died_on IS NULL OR null IS NOT NULL AND null <= least(CASE WHEN (children_read.died_on_precision = 'MONTH') THEN CAST(children_read.died_on + interval '1 month -1 day' AS DATE) WHEN (children_read.died_on_precision = 'YEAR') THEN CAST(children_read.died_on + interval '1 year -1 day' AS DATE) WHEN (children_read.died_on_precision = 'ESTIMATED') THEN CAST(children_read.died_on + interval '1 year -1 day' AS DATE) ELSE children_read.died_on END, $8::DATE) + 1) IS NOT true))) IS NOT true) THEN 'ended_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE (children_read.care_episode_id IS NULL OR children_read.care_ended_on IS NULL OR null IS NOT NULL AND null <= children_read.care_ended_on) IS NOT true))) IS NOT true) THEN 'ended_on_inside_care_episode_id' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE ($13::DATE IS NULL OR children_read.birth_date IS NULL OR children_read.birth_date <= $13::DATE) IS NOT true))) IS NOT true) THEN 'prepared_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE ($13::DATE IS NULL OR children_read.died_on IS NULL OR $13::DATE <= least(CASE WHEN (children_read.died_on_precision = 'MONTH') THEN CAST(children_read.died_on + interval '1 month -1 day' AS DATE) WHEN (children_read.died_on_precision = 'YEAR') THEN CAST(children_read.died_on + interval '1 year -1 day' AS DATE) WHEN (children_read.died_on_precision = 'ESTIMATED') THEN CAST(children_read.died_on + interval '1 year -1 day' AS DATE) ELSE children_read.died_on END, $8::DATE)) IS NOT true))) IS NOT true) THEN 'prepared_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE (children_read.care_episode_id IS NULL OR children_read.care_episode_id IS NULL OR children_read.id = children_read.id) IS NOT true))) IS NOT true) THEN 'care_episode_id_of_the_same_child_id' ELSE null END, CASE WHEN (((NOT (NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE ($4::DATE >= children_read.enrolled_on) IS NOT true)))) IS NOT true) IS NOT true) THEN 'admission_is_earlier' ELSE null END, CASE WHEN (((EXISTS (SELECT 1 
FROM temporary_stay AS temporary_stay_19 
WHERE temporary_stay_19.country_code = $1::VARCHAR AND temporary_stay_19.voided_at IS NULL AND temporary_stay_19.placement_id IN (SELECT stays_read.id 
FROM stays_read 
WHERE stays_read.child_id IN (SELECT children_read.id 
FROM children_read)) AND (temporary_stay_19.ended_on IS NULL OR temporary_stay_19.ended_on > $4::DATE))) IS NOT true) IS NOT true) THEN 'temporary_stay_ends_along' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN child_read ON true LEFT OUTER JOIN home_read ON true LEFT OUTER JOIN crowding_read ON true LEFT OUTER JOIN gates_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_9, $2::VARCHAR AS anon_10, $3::VARCHAR AS anon_11, $15::VARCHAR AS anon_12, $16::VARCHAR AS anon_13, $17::VARCHAR AS anon_14, $18::TEXT[] AS anon_15, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE placement SET version=(placement.version + 1), updated_at=now(), ended_on=$4::DATE, end_reason=coalesce($5::VARCHAR, 'MOVE') FROM go WHERE placement.country_code = $1::VARCHAR AND placement.voided_at IS NULL AND go.one = 1 AND placement.id IN (SELECT stays_read.id 
FROM stays_read 
WHERE stays_read.child_id IN (SELECT children_read.id 
FROM children_read)) RETURNING new.ended_on AS n_ended_on, new.end_reason AS n_end_reason, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.ended_on AS o_ended_on, old.end_reason AS o_end_reason, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Placement', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'placeChild', null, jsonb_build_object('endedOn', written_1.o_ended_on, 'endReason', written_1.o_end_reason) - CAST(ARRAY[CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_1.n_end_reason IS NOT DISTINCT FROM written_1.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_4, jsonb_build_object('endedOn', written_1.n_ended_on, 'endReason', written_1.n_end_reason) - CAST(ARRAY[CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_1.n_end_reason IS NOT DISTINCT FROM written_1.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_5 
FROM written_1 RETURNING row_id), 
home_place_read AS MATERIALIZED 
(SELECT home_address_20.latitude_e2 AS latitude_e2, home_address_20.longitude_e2 AS longitude_e2 
FROM home_address AS home_address_20 
WHERE home_address_20.country_code = $1::VARCHAR AND home_address_20.voided_at IS NULL AND home_address_20.home_id = (SELECT home_read.id 
FROM home_read) AND home_address_20.started_on <= $4::DATE AND (home_address_20.ended_on IS NULL OR home_address_20.ended_on > $4::DATE) 
 LIMIT 1), 
written_3 AS 
(INSERT INTO placement (country_code, id, child_id, care_episode_id, programme_id, started_on, start_reason, move_reason, prepared, prepared_on, home_id, home_name, arrangement, distance_km) SELECT $1::VARCHAR AS country_code, children_read.placement_id AS id, children_read.id AS child_id, children_read.care_episode_id AS care_episode_id, children_read.programme_id AS programme_id, $4::DATE AS started_on, coalesce($20::VARCHAR, 'MOVE') AS start_reason, $21::VARCHAR AS move_reason, coalesce($22::VARCHAR, CASE WHEN ($13::DATE IS NOT NULL) THEN 'YES' ELSE 'NOT_KNOWN' END) AS prepared, $13::DATE AS prepared_on, home_read.id AS home_id, home_read.name AS home_name, home_read.form AS arrangement, CAST(round(12742.0 * asin(sqrt(CASE WHEN (power(sin((radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians(children_read.family_latitude_e2 / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) + cos(radians(children_read.family_latitude_e2 / CAST(100.0 AS NUMERIC))) * cos(radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC))) * power(sin((radians((SELECT home_place_read.longitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians(children_read.family_longitude_e2 / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) > 1.0) THEN 1.0 ELSE power(sin((radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians(children_read.family_latitude_e2 / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) + cos(radians(children_read.family_latitude_e2 / CAST(100.0 AS NUMERIC))) * cos(radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC))) * power(sin((radians((SELECT home_place_read.longitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians(children_read.family_longitude_e2 / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) END))) AS INTEGER) AS distance_km 
FROM go, children_read, home_read, (SELECT count(*) AS rows 
FROM written_1) AS after_written_1 RETURNING id AS n_id, child_id AS n_child_id, care_episode_id AS n_care_episode_id, programme_id AS n_programme_id, started_on AS n_started_on, start_reason AS n_start_reason, move_reason AS n_move_reason, prepared AS n_prepared, prepared_on AS n_prepared_on, home_id AS n_home_id, home_name AS n_home_name, arrangement AS n_arrangement, distance_km AS n_distance_km, version AS n_version), 
history_sensitive_of_written_3 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_16, 'Placement', written_3.n_id AS n_id, written_3.n_version AS n_version, written_3.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_17, $3::VARCHAR AS anon_18, 'placeChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_3.n_child_id AS TEXT), 'careEpisode', (('CareEpisode_' || $1::VARCHAR) || '_') || CAST(written_3.n_care_episode_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_3.n_programme_id AS TEXT), 'startedOn', written_3.n_started_on, 'startReason', written_3.n_start_reason, 'moveReason', written_3.n_move_reason, 'prepared', written_3.n_prepared, 'preparedOn', written_3.n_prepared_on, 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_3.n_home_id AS TEXT), 'homeName', written_3.n_home_name, 'arrangement', written_3.n_arrangement, 'distanceKm', written_3.n_distance_km) - $19::TEXT[] AS anon_19 
FROM written_3 RETURNING row_id), 
written_5 AS 
(INSERT INTO placement_exception (country_code, id, child_id, programme_id, placement_id, home_id, rule, dated, lapses_on, reason, authorised_by) SELECT $1::VARCHAR AS country_code, uuidv7() AS id, written_3.n_child_id AS child_id, written_3.n_programme_id AS programme_id, written_3.n_id AS placement_id, written_3.n_home_id AS home_id, 'CAPACITY' AS rule, crowding_read.day AS dated, $11::DATE AS lapses_on, $23::VARCHAR AS reason, $24::VARCHAR AS authorised_by 
FROM go, written_3, crowding_read 
WHERE crowding_read.day IS NOT NULL RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, placement_id AS n_placement_id, home_id AS n_home_id, rule AS n_rule, dated AS n_dated, lapses_on AS n_lapses_on, reason AS n_reason, authorised_by AS n_authorised_by, version AS n_version), 
history_sensitive_of_written_5 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_20, 'PlacementException', written_5.n_id AS n_id, written_5.n_version AS n_version, written_5.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_21, $3::VARCHAR AS anon_22, 'placeChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_5.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_5.n_programme_id AS TEXT), 'placement', (('Placement_' || $1::VARCHAR) || '_') || CAST(written_5.n_placement_id AS TEXT), 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_5.n_home_id AS TEXT), 'rule', written_5.n_rule, 'dated', written_5.n_dated, 'lapsesOn', written_5.n_lapses_on, 'reason', written_5.n_reason, 'authorisedBy', written_5.n_authorised_by) AS jsonb_build_object_1 
FROM written_5 RETURNING row_id), 
written_6 AS 
(INSERT INTO placement_exception (country_code, id, child_id, programme_id, placement_id, home_id, rule, dated, lapses_on, reason, authorised_by) SELECT $1::VARCHAR AS country_code, uuidv7() AS id, written_3.n_child_id AS child_id, written_3.n_programme_id AS programme_id, written_3.n_id AS placement_id, written_3.n_home_id AS home_id, 'HOME_NOT_LICENSED' AS rule, $4::DATE AS dated, $11::DATE AS lapses_on, $23::VARCHAR AS reason, $24::VARCHAR AS authorised_by 
FROM go, written_3, gates_read 
WHERE gates_read.unlicensed RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, placement_id AS n_placement_id, home_id AS n_home_id, rule AS n_rule, dated AS n_dated, lapses_on AS n_lapses_on, reason AS n_reason, authorised_by AS n_authorised_by, version AS n_version), 
history_sensitive_of_written_6 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_23, 'PlacementException', written_6.n_id AS n_id, written_6.n_version AS n_version, written_6.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_24, $3::VARCHAR AS anon_25, 'placeChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_6.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_6.n_programme_id AS TEXT), 'placement', (('Placement_' || $1::VARCHAR) || '_') || CAST(written_6.n_placement_id AS TEXT), 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_6.n_home_id AS TEXT), 'rule', written_6.n_rule, 'dated', written_6.n_dated, 'lapsesOn', written_6.n_lapses_on, 'reason', written_6.n_reason, 'authorisedBy', written_6.n_authorised_by) AS jsonb_build_object_2 
FROM written_6 RETURNING row_id), 
written_7 AS 
(INSERT INTO placement_exception (country_code, id, child_id, programme_id, placement_id, home_id, rule, dated, lapses_on, reason, authorised_by) SELECT $1::VARCHAR AS country_code, uuidv7() AS id, written_3.n_child_id AS child_id, written_3.n_programme_id AS programme_id, written_3.n_id AS placement_id, written_3.n_home_id AS home_id, 'CARER_NOT_CLEARED' AS rule, $4::DATE AS dated, $11::DATE AS lapses_on, $23::VARCHAR AS reason, $24::VARCHAR AS authorised_by 
FROM go, written_3, gates_read 
WHERE gates_read.uncleared RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, placement_id AS n_placement_id, home_id AS n_home_id, rule AS n_rule, dated AS n_dated, lapses_on AS n_lapses_on, reason AS n_reason, authorised_by AS n_authorised_by, version AS n_version), 
history_sensitive_of_written_7 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_26, 'PlacementException', written_7.n_id AS n_id, written_7.n_version AS n_version, written_7.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_27, $3::VARCHAR AS anon_28, 'placeChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_7.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_7.n_programme_id AS TEXT), 'placement', (('Placement_' || $1::VARCHAR) || '_') || CAST(written_7.n_placement_id AS TEXT), 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_7.n_home_id AS TEXT), 'rule', written_7.n_rule, 'dated', written_7.n_dated, 'lapsesOn', written_7.n_lapses_on, 'reason', written_7.n_reason, 'authorisedBy', written_7.n_authorised_by) AS jsonb_build_object_3 
FROM written_7 RETURNING row_id), 
written_8 AS 
(INSERT INTO placement_exception (country_code, id, child_id, programme_id, placement_id, home_id, rule, dated, lapses_on, reason, authorised_by) SELECT $1::VARCHAR AS country_code, uuidv7() AS id, written_3.n_child_id AS child_id, written_3.n_programme_id AS programme_id, written_3.n_id AS placement_id, written_3.n_home_id AS home_id, 'UNDER_THREE' AS rule, $4::DATE AS dated, $11::DATE AS lapses_on, $23::VARCHAR AS reason, $24::VARCHAR AS authorised_by 
FROM go, written_3, (SELECT 1 AS one) AS fact LEFT OUTER JOIN child_read ON true LEFT OUTER JOIN home_read ON true LEFT OUTER JOIN crowding_read ON true LEFT OUTER JOIN gates_read ON true, children_read 
WHERE written_3.n_id = children_read.placement_id AND (EXISTS (SELECT 1 
FROM programme AS programme_21 
WHERE programme_21.country_code = $1::VARCHAR AND programme_21.voided_at IS NULL AND programme_21.id = children_read.programme_id AND (NOT coalesce(coalesce($12::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($12::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($12::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($12::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($12::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($12::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($12::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER' OR coalesce($12::VARCHAR, home_read.form) = 'OTHER_RESIDENTIAL' OR coalesce($12::VARCHAR, home_read.form) = 'FAMILY_CENTRE' OR coalesce($12::VARCHAR, home_read.form) = 'BOARDING_SCHOOL' OR coalesce($12::VARCHAR, home_read.form) = 'SECURE', false) OR children_read.birth_date IS NULL OR CAST(EXTRACT(year FROM age(CAST($4::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST(children_read.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= 18 OR CAST(EXTRACT(year FROM age(CAST($4::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST(children_read.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= (SELECT said_policy.whole 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = 'family_only_under_age' AND said_policy.jurisdiction = coalesce(programme_21.jurisdiction, '') AND said_policy.from_day <= $4::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $4::DATE)) OR (coalesce($12::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($12::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($12::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($12::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($12::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($12::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($12::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER') AND (SELECT said_policy.value 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = ('setting_of.' || coalesce($12::VARCHAR, home_read.form)) AND said_policy.jurisdiction = coalesce(programme_21.jurisdiction, '') AND said_policy.from_day <= $4::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $4::DATE)) != 'RESIDENTIAL') IS NOT true)) RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, placement_id AS n_placement_id, home_id AS n_home_id, rule AS n_rule, dated AS n_dated, lapses_on AS n_lapses_on, reason AS n_reason, authorised_by AS n_authorised_by, version AS n_version), 
history_sensitive_of_written_8 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_29, 'PlacementException', written_8.n_id AS n_id, written_8.n_version AS n_version, written_8.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_30, $3::VARCHAR AS anon_31, 'placeChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_8.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_8.n_programme_id AS TEXT), 'placement', (('Placement_' || $1::VARCHAR) || '_') || CAST(written_8.n_placement_id AS TEXT), 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_8.n_home_id AS TEXT), 'rule', written_8.n_rule, 'dated', written_8.n_dated, 'lapsesOn', written_8.n_lapses_on, 'reason', written_8.n_reason, 'authorisedBy', written_8.n_authorised_by) AS jsonb_build_object_4 
FROM written_8 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'Placement' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 5 AS place, 'Placement' AS type, written_3.n_id AS row_id, 'CREATED' AS kind, written_3.n_programme_id AS programme_id 
FROM written_3 UNION ALL SELECT 9 AS place, 'PlacementException' AS type, written_5.n_id AS row_id, 'CREATED' AS kind, written_5.n_programme_id AS programme_id 
FROM written_5 UNION ALL SELECT 11 AS place, 'PlacementException' AS type, written_6.n_id AS row_id, 'CREATED' AS kind, written_6.n_programme_id AS programme_id 
FROM written_6 UNION ALL SELECT 13 AS place, 'PlacementException' AS type, written_7.n_id AS row_id, 'CREATED' AS kind, written_7.n_programme_id AS programme_id 
FROM written_7 UNION ALL SELECT 15 AS place, 'PlacementException' AS type, written_8.n_id AS row_id, 'CREATED' AS kind, written_8.n_programme_id AS programme_id 
FROM written_8), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_36, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_37, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_3) AS anon_38, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_5) AS anon_39, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_6) AS anon_40, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_7) AS anon_41, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_8) AS anon_42 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_32, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_33, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $25::UUID AS anon_34, 'placeChild', $15::VARCHAR AS anon_35 
FROM touched, counter RETURNING number), 
written_2 AS 
(UPDATE home_stay SET ended_on=$4::DATE FROM go, written_1 WHERE home_stay.country_code = $1::VARCHAR AND home_stay.voided_at IS NULL AND go.one = 1 AND home_stay.id = written_1.n_id RETURNING new.ended_on AS n_ended_on, new.id AS n_id, old.ended_on AS o_ended_on, old.id AS o_id), 
written_4 AS 
(INSERT INTO home_stay (country_code, id, home_id, started_on) SELECT $1::VARCHAR AS country_code, written_3.n_id AS id, written_3.n_home_id AS home_id, written_3.n_started_on AS started_on 
FROM go, written_3 RETURNING id AS n_id, home_id AS n_home_id, started_on AS n_started_on)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $18::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2), (SELECT count(*) AS count_4 
FROM written_3), (SELECT count(*) AS count_5 
FROM written_4), (SELECT count(*) AS count_6 
FROM written_5), (SELECT count(*) AS count_7 
FROM written_6), (SELECT count(*) AS count_8 
FROM written_7), (SELECT count(*) AS count_9 
FROM written_8)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

WITH child_locked AS MATERIALIZED 
(SELECT child_held.id AS id 
FROM child AS child_held 
WHERE child_held.country_code = $1::VARCHAR AND child_held.voided_at IS NULL AND child_held.id = ANY ($2::UUID[]) ORDER BY child_held.id FOR NO KEY UPDATE), 
home_locked AS MATERIALIZED 
(SELECT home_held.id AS id 
FROM home AS home_held 
WHERE home_held.country_code = $1::VARCHAR AND home_held.voided_at IS NULL AND home_held.id = ANY (ARRAY[$3::UUID]) ORDER BY home_held.id FOR NO KEY UPDATE), 
counter_locked AS MATERIALIZED 
(SELECT counter_held.last AS last 
FROM change_counter AS counter_held 
WHERE counter_held.country_code = $1::VARCHAR FOR KEY SHARE)
 SELECT (SELECT count(*) AS count_1 
FROM child_locked) AS locked_0, (SELECT count(*) AS count_2 
FROM home_locked) AS locked_1, (SELECT count(*) AS count_3 
FROM counter_locked) AS locked_2
;

WITH children_read AS MATERIALIZED 
(SELECT child_1.id AS id, child_1.programme_id AS programme_id, child_1.enrolled_on AS enrolled_on, child_1.birth_date AS birth_date, child_1.died_on AS died_on, child_1.died_on_precision AS died_on_precision, (coalesce($6::UUID[]))[array_position($7::UUID[], child_1.id)] AS placement_id, care_of_child.care_episode_id AS care_episode_id, care_of_child.care_started_on AS care_started_on, care_of_child.care_ended_on AS care_ended_on, care_of_child.family_latitude_e2 AS family_latitude_e2, care_of_child.family_longitude_e2 AS family_longitude_e2 
FROM child AS child_1 LEFT OUTER JOIN LATERAL (SELECT care_episode_2.id AS care_episode_id, care_episode_2.started_on AS care_started_on, care_episode_2.ended_on AS care_ended_on, care_episode_2.family_latitude_e2 AS family_latitude_e2, care_episode_2.family_longitude_e2 AS family_longitude_e2 
FROM care_episode AS care_episode_2 
WHERE care_episode_2.country_code = $1::VARCHAR AND care_episode_2.voided_at IS NULL AND care_episode_2.child_file_id = child_1.id AND care_episode_2.started_on <= $4::DATE AND (care_episode_2.ended_on IS NULL OR care_episode_2.ended_on > $4::DATE)) AS care_of_child ON true 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL AND child_1.id = ANY ($7::UUID[])), 
stays_read AS MATERIALIZED 
(SELECT placement_3.id AS id, placement_3.child_file_id AS child_id, placement_3.home_id AS home_id, placement_3.arrangement AS arrangement, placement_3.partner_id AS partner_id 
FROM placement AS placement_3, children_read 
WHERE placement_3.country_code = $1::VARCHAR AND placement_3.voided_at IS NULL AND placement_3.child_file_id = children_read.id AND (placement_3.started_on < $4::DATE OR placement_3.started_on = $4::DATE AND $4::DATE <= $8::DATE) AND (placement_3.ended_on IS NULL OR placement_3.ended_on > $4::DATE)), 
home_read AS MATERIALIZED 
(SELECT true AS found, home_of_home.id AS id, home_of_home.programme_id AS programme_id, home_of_home.name AS name, home_of_home.form AS form, home_of_home.capacity AS capacity, home_of_home.opened_on AS opened_on, home_of_home.closed_on AS closed_on 
FROM home AS home_of_home 
WHERE home_of_home.country_code = $1::VARCHAR AND home_of_home.voided_at IS NULL AND home_of_home.id = $9::UUID), 
child_read AS MATERIALIZED 
(SELECT true AS found, child_of_child.id AS id 
FROM child AS child_of_child 
WHERE child_of_child.country_code = $1::VARCHAR AND child_of_child.voided_at IS NULL AND child_of_child.id = $13::UUID), 
crowding_read AS MATERIALIZED 
(SELECT min(days.day) AS day 
FROM (SELECT stays.home_id AS home_id, turns.day AS day, lead(turns.day) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS until, sum(sum(stays.lives * turns.sign)) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS lives 
FROM (SELECT home_stay_4.home_id AS home_id, home_stay_4.started_on AS started_on, home_stay_4.ended_on AS ended_on, 1 AS lives 
FROM home_stay AS home_stay_4 
WHERE home_stay_4.country_code = $1::VARCHAR AND home_stay_4.voided_at IS NULL AND home_stay_4.home_id = (SELECT home_read.id 
FROM home_read) AND (home_stay_4.ended_on IS NULL OR home_stay_4.ended_on > $4::DATE) UNION ALL SELECT home_read.id AS id, $4::DATE AS anon_6, CAST(null AS DATE) AS "null", 1 
FROM home_read) AS stays JOIN LATERAL (VALUES (greatest(stays.started_on, $4::DATE), 1), (stays.ended_on, -1)) AS turns (day, sign) ON true 
WHERE turns.day IS NOT NULL GROUP BY stays.home_id, turns.day) AS days 
WHERE days.lives > (SELECT home_read.capacity 
FROM home_read)), 
gates_read AS MATERIALIZED 
(SELECT coalesce((SELECT policy_5.value 
FROM policy AS policy_5 
WHERE policy_5.code = $1::VARCHAR AND policy_5.key = ('licence_required.' || home_read.form) AND policy_5.jurisdiction = coalesce((SELECT programme_6.jurisdiction 
FROM programme AS programme_6 
WHERE programme_6.country_code = $1::VARCHAR AND programme_6.voided_at IS NULL AND programme_6.id = home_read.programme_id), '') AND policy_5.from_day <= $4::DATE AND (policy_5.until_day IS NULL OR policy_5.until_day > $4::DATE)) = 'YES', false) AND coalesce((SELECT (array_agg(CASE WHEN (inspection_7.outcome IN ('PASSED', 'CONDITIONS')) THEN inspection_7.valid_until ELSE inspection_7.held_on END ORDER BY inspection_7.held_on DESC, inspection_7.id DESC))[1] AS anon_7 
FROM inspection AS inspection_7 
WHERE inspection_7.country_code = $1::VARCHAR AND inspection_7.voided_at IS NULL AND inspection_7.home_id = home_read.id AND inspection_7.held_on <= $4::DATE AND inspection_7.kind IN ('LICENCE', 'REGISTRATION')) <= $4::DATE, true) AS unlicensed, coalesce((SELECT policy_5.value 
FROM policy AS policy_5 
WHERE policy_5.code = $1::VARCHAR AND policy_5.key = ('licence_required.' || home_read.form) AND policy_5.jurisdiction = coalesce((SELECT programme_6.jurisdiction 
FROM programme AS programme_6 
WHERE programme_6.country_code = $1::VARCHAR AND programme_6.voided_at IS NULL AND programme_6.id = home_read.programme_id), '') AND policy_5.from_day <= $4::DATE AND (policy_5.until_day IS NULL OR policy_5.until_day > $4::DATE)) = 'YES', false) AND coalesce((SELECT (array_agg(CASE WHEN (inspection_7.outcome IN ('PASSED', 'CONDITIONS')) THEN inspection_7.valid_until ELSE inspection_7.held_on END ORDER BY inspection_7.held_on DESC, inspection_7.id DESC))[1] AS anon_7 
FROM inspection AS inspection_7 
WHERE inspection_7.country_code = $1::VARCHAR AND inspection_7.voided_at IS NULL AND inspection_7.home_id = home_read.id AND inspection_7.held_on <= $4::DATE AND inspection_7.kind IN ('LICENCE', 'REGISTRATION')) <= $4::DATE, true) AND (EXISTS (SELECT 1 
FROM inspection AS inspection_7 
WHERE inspection_7.country_code = $1::VARCHAR AND inspection_7.voided_at IS NULL AND inspection_7.home_id = home_read.id AND inspection_7.held_on <= $4::DATE AND inspection_7.kind IN ('LICENCE', 'REGISTRATION'))) AS refused, EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_8, caregiver AS caregiver_9 
WHERE caregiver_assignment_8.country_code = $1::VARCHAR AND caregiver_assignment_8.voided_at IS NULL AND caregiver_9.country_code = $1::VARCHAR AND caregiver_9.voided_at IS NULL AND caregiver_assignment_8.home_id = home_read.id AND caregiver_assignment_8.started_on <= $4::DATE AND (caregiver_assignment_8.ended_on IS NULL OR caregiver_assignment_8.ended_on > $4::DATE) AND caregiver_9.id = caregiver_assignment_8.caregiver_id AND NOT coalesce(CASE WHEN ((SELECT policy_11.value 
FROM policy AS policy_11 
WHERE policy_11.code = $1::VARCHAR AND policy_11.key = ('checks_required.' || caregiver_9.kind) AND policy_11.jurisdiction = coalesce((SELECT programme_12.jurisdiction 
FROM programme AS programme_12 
WHERE programme_12.country_code = $1::VARCHAR AND programme_12.voided_at IS NULL AND programme_12.id = caregiver_9.programme_id), '') AND policy_11.from_day <= $8::DATE AND (policy_11.until_day IS NULL OR policy_11.until_day > $8::DATE)) = 'NOT_APPLICABLE') THEN CAST('9999-12-31' AS DATE) ELSE CAST((SELECT CASE WHEN (count(*) FILTER (WHERE newest.until IS NULL) > 0) THEN NULL ELSE min(newest.until) END AS anon_8 
FROM unnest(string_to_array((SELECT policy_11.value 
FROM policy AS policy_11 
WHERE policy_11.code = $1::VARCHAR AND policy_11.key = ('checks_required.' || caregiver_9.kind) AND policy_11.jurisdiction = coalesce((SELECT programme_12.jurisdiction 
FROM programme AS programme_12 
WHERE programme_12.country_code = $1::VARCHAR AND programme_12.voided_at IS NULL AND programme_12.id = caregiver_9.programme_id), '') AND policy_11.from_day <= $8::DATE AND (policy_11.until_day IS NULL OR policy_11.until_day > $8::DATE)), ' ')) AS asked(kind) LEFT OUTER JOIN LATERAL (SELECT CASE WHEN (checks_of_caregiver.outcome IN ('PASSED', 'CONDITIONS')) THEN checks_of_caregiver.valid_until END AS until 
FROM (SELECT caregiver_check_10.id AS id, caregiver_check_10.kind AS kind, caregiver_check_10.decided_on AS decided_on, caregiver_check_10.valid_until AS valid_until, caregiver_check_10.outcome AS outcome 
FROM caregiver_check AS caregiver_check_10 
WHERE caregiver_check_10.country_code = $1::VARCHAR AND caregiver_check_10.voided_at IS NULL AND caregiver_check_10.caregiver_id = caregiver_9.id) AS checks_of_caregiver 
WHERE checks_of_caregiver.kind = asked.kind ORDER BY checks_of_caregiver.decided_on DESC, checks_of_caregiver.id DESC 
 LIMIT 1) AS newest ON true) AS DATE) END > $4::DATE, false)) AS uncleared 
FROM home_read), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (child_read.found IS NOT true) THEN 'child_is_there' ELSE null END, CASE WHEN (home_read.found IS NOT true) THEN 'home_is_there' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM stays_read 
WHERE stays_read.home_id = (SELECT home_read.id 
FROM home_read)))) IS NOT true) THEN 'child_lives_elsewhere' ELSE null END, CASE WHEN (($5::VARCHAR IS NULL OR $5::VARCHAR = 'MOVE' OR $5::VARCHAR = 'HOME_CLOSED' OR $5::VARCHAR = 'OTHER') IS NOT true) THEN 'reason_ends_no_care' ELSE null END, CASE WHEN ((crowding_read.day IS NULL OR $4::DATE <= $8::DATE) IS NOT true) THEN 'home_has_room' ELSE null END, CASE WHEN ((NOT gates_read.unlicensed OR $4::DATE <= $8::DATE) IS NOT true) THEN 'home_is_licensed' ELSE null END, CASE WHEN ((NOT gates_read.uncleared OR $4::DATE <= $8::DATE) IS NOT true) THEN 'home_carers_are_cleared' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read, programme AS programme_16 
WHERE programme_16.country_code = $1::VARCHAR AND programme_16.voided_at IS NULL AND programme_16.id = children_read.programme_id AND ($4::DATE <= $8::DATE OR $10::DATE IS NOT NULL OR NOT coalesce(coalesce($11::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($11::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($11::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($11::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($11::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($11::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($11::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER' OR coalesce($11::VARCHAR, home_read.form) = 'OTHER_RESIDENTIAL' OR coalesce($11::VARCHAR, home_read.form) = 'FAMILY_CENTRE' OR coalesce($11::VARCHAR, home_read.form) = 'BOARDING_SCHOOL' OR coalesce($11::VARCHAR, home_read.form) = 'SECURE', false) OR children_read.birth_date IS NULL OR CAST(EXTRACT(year FROM age(CAST($4::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST(children_read.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= 18 OR CAST(EXTRACT(year FROM age(CAST($4::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST(children_read.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= (SELECT said_policy.whole 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = 'family_only_under_age' AND said_policy.jurisdiction = coalesce(programme_16.jurisdiction, '') AND said_policy.from_day <= $4::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $4::DATE)) OR (coalesce($11::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($11::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($11::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($11::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($11::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($11::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($11::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER') AND (SELECT said_policy.value 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = ('setting_of.' || coalesce($11::VARCHAR, home_read.form)) AND said_policy.jurisdiction = coalesce(programme_16.jurisdiction, '') AND said_policy.from_day <= $4::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $4::DATE)) != 'RESIDENTIAL') IS NOT true))) IS NOT true) THEN 'young_live_in_families' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE ($4::DATE <= $8::DATE OR children_read.care_episode_id IS NOT NULL) IS NOT true))) IS NOT true) THEN 'placement_in_episode' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM placement AS placement_17, children_read 
WHERE placement_17.country_code = $1::VARCHAR AND placement_17.voided_at IS NULL AND placement_17.child_file_id = children_read.id AND (placement_17.ended_on IS NULL OR placement_17.ended_on > greatest($4::DATE, placement_17.started_on)) AND NOT (placement_17.started_on < $4::DATE OR placement_17.started_on = $4::DATE AND $4::DATE <= $8::DATE)))) IS NOT true) THEN 'no_other_placement' ELSE null END, CASE WHEN ((home_read.opened_on <= $4::DATE AND home_read.closed_on IS NULL) IS NOT true) THEN 'home_is_open' ELSE null END, CASE WHEN ((NOT coalesce(coalesce($11::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($11::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($11::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($11::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($11::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($11::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($11::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER', false) OR coalesce($11::VARCHAR, home_read.form) = home_read.form) IS NOT true) THEN 'arrangement_is_the_homes' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read, programme AS programme_18 
WHERE programme_18.country_code = $1::VARCHAR AND programme_18.voided_at IS NULL AND programme_18.id = children_read.programme_id AND (programme_18.started_on <= $4::DATE AND (programme_18.ended_on IS NULL OR programme_18.ended_on > $4::DATE) OR $4::DATE < $4::DATE) IS NOT true))) IS NOT true) THEN 'programme_runs' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE (children_read.birth_date IS NULL OR children_read.birth_date <= $4::DATE) IS NOT true))) IS NOT true) THEN 'started_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE (children_read.died_on IS NULL OR null IS NOT NULL AND null <= least(CASE WHEN (children_read.died_on_precision = 'MONTH') THEN CAST(children_read.died_on + interval '1 month -1 day' AS DATE) WHEN (children_read.died_on_precision = 'YEAR') THEN CAST(children_read.died_on + interval '1 year -1 day' AS DATE) WHEN (children_read.died_on_precision = 'ESTIMATED') THEN CAST(children_read.died_on + interval '1 year -1 day' AS DATE) ELSE children_read.died_on END, $8::DATE) + 1) IS NOT true))) IS NOT true) THEN 'ended_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE (children_read.care_episode_id IS NULL OR children_read.care_ended_on IS NULL OR null IS NOT NULL AND null <= children_read.care_ended_on) IS NOT true))) IS NOT true) THEN 'ended_on_inside_care_episode_id' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE ($12::DATE IS NULL OR children_read.birth_date IS NULL OR children_read.birth_date <= $12::DATE) IS NOT true))) IS NOT true) THEN 'prepared_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE ($12::DATE IS NULL OR children_read.died_on IS NULL OR $12::DATE <= least(CASE WHEN (children_read.died_on_precision = 'MONTH') THEN CAST(children_read.died_on + interval '1 month -1 day' AS DATE) WHEN (children_read.died_on_precision = 'YEAR') THEN CAST(children_read.died_on + interval '1 year -1 day' AS DATE) WHEN (children_read.died_on_precision = 'ESTIMATED') THEN CAST(children_read.died_on + interval '1 year -1 day' AS DATE) ELSE children_read.died_on END, $8::DATE)) IS NOT true))) IS NOT true) THEN 'prepared_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE (children_read.care_episode_id IS NULL OR children_read.care_episode_id IS NULL OR children_read.id = children_read.id) IS NOT true))) IS NOT true) THEN 'care_episode_id_of_the_same_child_id' ELSE null END, CASE WHEN (((NOT (NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE ($4::DATE >= children_read.enrolled_on) IS NOT true)))) IS NOT true) IS NOT true) THEN 'admission_is_earlier' ELSE null END, CASE WHEN (((EXISTS (SELECT 1 
FROM temporary_stay AS temporary_stay_19 
WHERE temporary_stay_19.country_code = $1::VARCHAR AND temporary_stay_19.voided_at IS NULL AND temporary_stay_19.placement_id IN (SELECT stays_read.id 
FROM stays_read 
WHERE stays_read.child_id IN (SELECT children_read.id 
FROM children_read)) AND (temporary_stay_19.ended_on IS NULL OR temporary_stay_19.ended_on > $4::DATE))) IS NOT true) IS NOT true) THEN 'temporary_stay_ends_along' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN child_read ON true LEFT OUTER JOIN home_read ON true LEFT OUTER JOIN crowding_read ON true LEFT OUTER JOIN gates_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_9, $2::VARCHAR AS anon_10, $3::VARCHAR AS anon_11, $14::VARCHAR AS anon_12, $15::VARCHAR AS anon_13, $16::VARCHAR AS anon_14, $17::TEXT[] AS anon_15, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE placement SET version=(placement.version + 1), updated_at=now(), ended_on=$4::DATE, end_reason=coalesce($5::VARCHAR, 'MOVE') FROM go WHERE placement.country_code = $1::VARCHAR AND placement.voided_at IS NULL AND go.one = 1 AND placement.id IN (SELECT stays_read.id 
FROM stays_read 
WHERE stays_read.child_id IN (SELECT children_read.id 
FROM children_read)) RETURNING new.ended_on AS n_ended_on, new.end_reason AS n_end_reason, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.ended_on AS o_ended_on, old.end_reason AS o_end_reason, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Placement', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'placeChild', null, jsonb_build_object('endedOn', written_1.o_ended_on, 'endReason', written_1.o_end_reason) - CAST(ARRAY[CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_1.n_end_reason IS NOT DISTINCT FROM written_1.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_4, jsonb_build_object('endedOn', written_1.n_ended_on, 'endReason', written_1.n_end_reason) - CAST(ARRAY[CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_1.n_end_reason IS NOT DISTINCT FROM written_1.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_5 
FROM written_1 RETURNING row_id), 
home_place_read AS MATERIALIZED 
(SELECT home_address_20.latitude_e2 AS latitude_e2, home_address_20.longitude_e2 AS longitude_e2 
FROM home_address AS home_address_20 
WHERE home_address_20.country_code = $1::VARCHAR AND home_address_20.voided_at IS NULL AND home_address_20.home_id = (SELECT home_read.id 
FROM home_read) AND home_address_20.started_on <= $4::DATE AND (home_address_20.ended_on IS NULL OR home_address_20.ended_on > $4::DATE) 
 LIMIT 1), 
written_3 AS 
(INSERT INTO placement (country_code, id, child_id, care_episode_id, programme_id, started_on, start_reason, move_reason, prepared, prepared_on, home_id, home_name, arrangement, distance_km) SELECT $1::VARCHAR AS country_code, children_read.placement_id AS id, children_read.id AS child_id, children_read.care_episode_id AS care_episode_id, children_read.programme_id AS programme_id, $4::DATE AS started_on, coalesce($19::VARCHAR, 'MOVE') AS start_reason, $20::VARCHAR AS move_reason, coalesce($21::VARCHAR, CASE WHEN ($12::DATE IS NOT NULL) THEN 'YES' ELSE 'NOT_KNOWN' END) AS prepared, $12::DATE AS prepared_on, home_read.id AS home_id, home_read.name AS home_name, home_read.form AS arrangement, CAST(round(12742.0 * asin(sqrt(CASE WHEN (power(sin((radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians(children_read.family_latitude_e2 / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) + cos(radians(children_read.family_latitude_e2 / CAST(100.0 AS NUMERIC))) * cos(radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC))) * power(sin((radians((SELECT home_place_read.longitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians(children_read.family_longitude_e2 / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) > 1.0) THEN 1.0 ELSE power(sin((radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians(children_read.family_latitude_e2 / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) + cos(radians(children_read.family_latitude_e2 / CAST(100.0 AS NUMERIC))) * cos(radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC))) * power(sin((radians((SELECT home_place_read.longitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians(children_read.family_longitude_e2 / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) END))) AS INTEGER) AS distance_km 
FROM go, children_read, home_read, (SELECT count(*) AS rows 
FROM written_1) AS after_written_1 RETURNING id AS n_id, child_id AS n_child_id, care_episode_id AS n_care_episode_id, programme_id AS n_programme_id, started_on AS n_started_on, start_reason AS n_start_reason, move_reason AS n_move_reason, prepared AS n_prepared, prepared_on AS n_prepared_on, home_id AS n_home_id, home_name AS n_home_name, arrangement AS n_arrangement, distance_km AS n_distance_km, version AS n_version), 
history_sensitive_of_written_3 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_16, 'Placement', written_3.n_id AS n_id, written_3.n_version AS n_version, written_3.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_17, $3::VARCHAR AS anon_18, 'placeChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_3.n_child_id AS TEXT), 'careEpisode', (('CareEpisode_' || $1::VARCHAR) || '_') || CAST(written_3.n_care_episode_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_3.n_programme_id AS TEXT), 'startedOn', written_3.n_started_on, 'startReason', written_3.n_start_reason, 'moveReason', written_3.n_move_reason, 'prepared', written_3.n_prepared, 'preparedOn', written_3.n_prepared_on, 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_3.n_home_id AS TEXT), 'homeName', written_3.n_home_name, 'arrangement', written_3.n_arrangement, 'distanceKm', written_3.n_distance_km) - $18::TEXT[] AS anon_19 
FROM written_3 RETURNING row_id), 
written_5 AS 
(INSERT INTO placement_exception (country_code, id, child_id, programme_id, placement_id, home_id, rule, dated, lapses_on, reason, authorised_by) SELECT $1::VARCHAR AS country_code, uuidv7() AS id, written_3.n_child_id AS child_id, written_3.n_programme_id AS programme_id, written_3.n_id AS placement_id, written_3.n_home_id AS home_id, 'CAPACITY' AS rule, crowding_read.day AS dated, $10::DATE AS lapses_on, $22::VARCHAR AS reason, $23::VARCHAR AS authorised_by 
FROM go, written_3, crowding_read 
WHERE crowding_read.day IS NOT NULL RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, placement_id AS n_placement_id, home_id AS n_home_id, rule AS n_rule, dated AS n_dated, lapses_on AS n_lapses_on, reason AS n_reason, authorised_by AS n_authorised_by, version AS n_version), 
history_sensitive_of_written_5 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_20, 'PlacementException', written_5.n_id AS n_id, written_5.n_version AS n_version, written_5.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_21, $3::VARCHAR AS anon_22, 'placeChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_5.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_5.n_programme_id AS TEXT), 'placement', (('Placement_' || $1::VARCHAR) || '_') || CAST(written_5.n_placement_id AS TEXT), 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_5.n_home_id AS TEXT), 'rule', written_5.n_rule, 'dated', written_5.n_dated, 'lapsesOn', written_5.n_lapses_on, 'reason', written_5.n_reason, 'authorisedBy', written_5.n_authorised_by) AS jsonb_build_object_1 
FROM written_5 RETURNING row_id), 
written_6 AS 
(INSERT INTO placement_exception (country_code, id, child_id, programme_id, placement_id, home_id, rule, dated, lapses_on, reason, authorised_by) SELECT $1::VARCHAR AS country_code, uuidv7() AS id, written_3.n_child_id AS child_id, written_3.n_programme_id AS programme_id, written_3.n_id AS placement_id, written_3.n_home_id AS home_id, 'HOME_NOT_LICENSED' AS rule, $4::DATE AS dated, $10::DATE AS lapses_on, $22::VARCHAR AS reason, $23::VARCHAR AS authorised_by 
FROM go, written_3, gates_read 
WHERE gates_read.unlicensed RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, placement_id AS n_placement_id, home_id AS n_home_id, rule AS n_rule, dated AS n_dated, lapses_on AS n_lapses_on, reason AS n_reason, authorised_by AS n_authorised_by, version AS n_version), 
history_sensitive_of_written_6 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_23, 'PlacementException', written_6.n_id AS n_id, written_6.n_version AS n_version, written_6.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_24, $3::VARCHAR AS anon_25, 'placeChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_6.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_6.n_programme_id AS TEXT), 'placement', (('Placement_' || $1::VARCHAR) || '_') || CAST(written_6.n_placement_id AS TEXT), 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_6.n_home_id AS TEXT), 'rule', written_6.n_rule, 'dated', written_6.n_dated, 'lapsesOn', written_6.n_lapses_on, 'reason', written_6.n_reason, 'authorisedBy', written_6.n_authorised_by) AS jsonb_build_object_2 
FROM written_6 RETURNING row_id), 
written_7 AS 
(INSERT INTO placement_exception (country_code, id, child_id, programme_id, placement_id, home_id, rule, dated, lapses_on, reason, authorised_by) SELECT $1::VARCHAR AS country_code, uuidv7() AS id, written_3.n_child_id AS child_id, written_3.n_programme_id AS programme_id, written_3.n_id AS placement_id, written_3.n_home_id AS home_id, 'CARER_NOT_CLEARED' AS rule, $4::DATE AS dated, $10::DATE AS lapses_on, $22::VARCHAR AS reason, $23::VARCHAR AS authorised_by 
FROM go, written_3, gates_read 
WHERE gates_read.uncleared RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, placement_id AS n_placement_id, home_id AS n_home_id, rule AS n_rule, dated AS n_dated, lapses_on AS n_lapses_on, reason AS n_reason, authorised_by AS n_authorised_by, version AS n_version), 
history_sensitive_of_written_7 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_26, 'PlacementException', written_7.n_id AS n_id, written_7.n_version AS n_version, written_7.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_27, $3::VARCHAR AS anon_28, 'placeChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_7.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_7.n_programme_id AS TEXT), 'placement', (('Placement_' || $1::VARCHAR) || '_') || CAST(written_7.n_placement_id AS TEXT), 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_7.n_home_id AS TEXT), 'rule', written_7.n_rule, 'dated', written_7.n_dated, 'lapsesOn', written_7.n_lapses_on, 'reason', written_7.n_reason, 'authorisedBy', written_7.n_authorised_by) AS jsonb_build_object_3 
FROM written_7 RETURNING row_id), 
written_8 AS 
(INSERT INTO placement_exception (country_code, id, child_id, programme_id, placement_id, home_id, rule, dated, lapses_on, reason, authorised_by) SELECT $1::VARCHAR AS country_code, uuidv7() AS id, written_3.n_child_id AS child_id, written_3.n_programme_id AS programme_id, written_3.n_id AS placement_id, written_3.n_home_id AS home_id, 'UNDER_THREE' AS rule, $4::DATE AS dated, $10::DATE AS lapses_on, $22::VARCHAR AS reason, $23::VARCHAR AS authorised_by 
FROM go, written_3, (SELECT 1 AS one) AS fact LEFT OUTER JOIN child_read ON true LEFT OUTER JOIN home_read ON true LEFT OUTER JOIN crowding_read ON true LEFT OUTER JOIN gates_read ON true, children_read 
WHERE written_3.n_id = children_read.placement_id AND (EXISTS (SELECT 1 
FROM programme AS programme_21 
WHERE programme_21.country_code = $1::VARCHAR AND programme_21.voided_at IS NULL AND programme_21.id = children_read.programme_id AND (NOT coalesce(coalesce($11::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($11::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($11::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($11::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($11::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($11::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($11::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER' OR coalesce($11::VARCHAR, home_read.form) = 'OTHER_RESIDENTIAL' OR coalesce($11::VARCHAR, home_read.form) = 'FAMILY_CENTRE' OR coalesce($11::VARCHAR, home_read.form) = 'BOARDING_SCHOOL' OR coalesce($11::VARCHAR, home_read.form) = 'SECURE', false) OR children_read.birth_date IS NULL OR CAST(EXTRACT(year FROM age(CAST($4::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST(children_read.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= 18 OR CAST(EXTRACT(year FROM age(CAST($4::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST(children_read.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= (SELECT said_policy.whole 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = 'family_only_under_age' AND said_policy.jurisdiction = coalesce(programme_21.jurisdiction, '') AND said_policy.from_day <= $4::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $4::DATE)) OR (coalesce($11::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($11::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($11::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($11::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($11::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($11::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($11::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER') AND (SELECT said_policy.value 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = ('setting_of.' || coalesce($11::VARCHAR, home_read.form)) AND said_policy.jurisdiction = coalesce(programme_21.jurisdiction, '') AND said_policy.from_day <= $4::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $4::DATE)) != 'RESIDENTIAL') IS NOT true)) RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, placement_id AS n_placement_id, home_id AS n_home_id, rule AS n_rule, dated AS n_dated, lapses_on AS n_lapses_on, reason AS n_reason, authorised_by AS n_authorised_by, version AS n_version), 
history_sensitive_of_written_8 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_29, 'PlacementException', written_8.n_id AS n_id, written_8.n_version AS n_version, written_8.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_30, $3::VARCHAR AS anon_31, 'placeChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_8.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_8.n_programme_id AS TEXT), 'placement', (('Placement_' || $1::VARCHAR) || '_') || CAST(written_8.n_placement_id AS TEXT), 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_8.n_home_id AS TEXT), 'rule', written_8.n_rule, 'dated', written_8.n_dated, 'lapsesOn', written_8.n_lapses_on, 'reason', written_8.n_reason, 'authorisedBy', written_8.n_authorised_by) AS jsonb_build_object_4 
FROM written_8 RETURNING row_id), 
written_9 AS 
(UPDATE caregiver_assignment SET version=(caregiver_assignment.version + 1), updated_at=now(), ended_on=$4::DATE, end_reason='CHILD_MOVED' FROM go WHERE caregiver_assignment.country_code = $1::VARCHAR AND caregiver_assignment.voided_at IS NULL AND go.one = 1 AND caregiver_assignment.child_file_id IN (SELECT written_3.n_child_id 
FROM written_3) AND coalesce($24::BOOLEAN, false) IS false AND (EXISTS (SELECT 1 
FROM stays_read 
WHERE caregiver_assignment.child_file_id = stays_read.child_id AND (caregiver_assignment.started_on < $4::DATE OR caregiver_assignment.started_on = $4::DATE AND $4::DATE <= $8::DATE) AND (caregiver_assignment.ended_on IS NULL OR caregiver_assignment.ended_on > $4::DATE) AND (EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_23 
WHERE caregiver_assignment_23.country_code = $1::VARCHAR AND caregiver_assignment_23.voided_at IS NULL AND caregiver_assignment_23.home_id = stays_read.home_id AND caregiver_assignment_23.caregiver_id = caregiver_assignment.caregiver_id AND caregiver_assignment_23.started_on <= $4::DATE AND (caregiver_assignment_23.ended_on IS NULL OR caregiver_assignment_23.ended_on > $4::DATE))))) RETURNING new.ended_on AS n_ended_on, new.end_reason AS n_end_reason, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, new.home_id AS n_home_id, old.ended_on AS o_ended_on, old.end_reason AS o_end_reason, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id, old.home_id AS o_home_id), 
history_sensitive_of_written_9 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_32, 'CaregiverAssignment', written_9.n_id AS n_id, written_9.n_version AS n_version, written_9.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_33, $3::VARCHAR AS anon_34, 'placeChild', null, jsonb_build_object('endedOn', written_9.o_ended_on, 'endReason', written_9.o_end_reason) - CAST(ARRAY[CASE WHEN (written_9.n_ended_on IS NOT DISTINCT FROM written_9.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_9.n_end_reason IS NOT DISTINCT FROM written_9.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_35, jsonb_build_object('endedOn', written_9.n_ended_on, 'endReason', written_9.n_end_reason) - CAST(ARRAY[CASE WHEN (written_9.n_ended_on IS NOT DISTINCT FROM written_9.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_9.n_end_reason IS NOT DISTINCT FROM written_9.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_36 
FROM written_9 RETURNING row_id), 
parent_read AS MATERIALIZED 
(SELECT parents.caregiver_id AS caregiver_id, parents.caregiver_name AS caregiver_name 
FROM (SELECT caregiver_assignment_13.caregiver_id AS caregiver_id, caregiver_assignment_13.caregiver_name AS caregiver_name, count(*) OVER () AS many 
FROM caregiver_assignment AS caregiver_assignment_13 
WHERE caregiver_assignment_13.country_code = $1::VARCHAR AND caregiver_assignment_13.voided_at IS NULL AND caregiver_assignment_13.home_id = (SELECT home_read.id 
FROM home_read) AND caregiver_assignment_13.role = 'PARENT' AND caregiver_assignment_13.started_on <= $4::DATE AND (caregiver_assignment_13.ended_on IS NULL OR caregiver_assignment_13.ended_on > $4::DATE)) AS parents 
WHERE parents.many = 1), 
written_10 AS 
(INSERT INTO caregiver_assignment (country_code, id, child_id, home_id, programme_id, caregiver_id, caregiver_name, role, started_on) SELECT $1::VARCHAR AS country_code, uuidv7() AS id, written_3.n_child_id AS child_id, null AS home_id, written_3.n_programme_id AS programme_id, parent_read.caregiver_id AS caregiver_id, parent_read.caregiver_name AS caregiver_name, 'KEY_CARER' AS role, $4::DATE AS started_on 
FROM go, written_3, parent_read, (SELECT count(*) AS rows 
FROM written_9) AS after_written_9 
WHERE NOT (EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_22 
WHERE caregiver_assignment_22.country_code = $1::VARCHAR AND caregiver_assignment_22.voided_at IS NULL AND caregiver_assignment_22.child_file_id = written_3.n_child_id AND (caregiver_assignment_22.ended_on IS NULL OR caregiver_assignment_22.ended_on > $4::DATE) AND (caregiver_assignment_22.id NOT IN (SELECT written_9.n_id 
FROM written_9)))) RETURNING id AS n_id, child_id AS n_child_id, home_id AS n_home_id, programme_id AS n_programme_id, caregiver_id AS n_caregiver_id, caregiver_name AS n_caregiver_name, role AS n_role, started_on AS n_started_on, version AS n_version), 
history_personal_of_written_10 AS 
(INSERT INTO history_personal (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_37, 'CaregiverAssignment', written_10.n_id AS n_id, written_10.n_version AS n_version, written_10.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_38, $3::VARCHAR AS anon_39, 'placeChild', null, null, jsonb_build_object('caregiverName', written_10.n_caregiver_name) AS jsonb_build_object_5 
FROM written_10 RETURNING row_id), 
history_sensitive_of_written_10 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_40, 'CaregiverAssignment', written_10.n_id AS n_id, written_10.n_version AS n_version, written_10.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_41, $3::VARCHAR AS anon_42, 'placeChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_10.n_child_id AS TEXT), 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_10.n_home_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_10.n_programme_id AS TEXT), 'caregiver', (('Caregiver_' || $1::VARCHAR) || '_') || CAST(written_10.n_caregiver_id AS TEXT), 'role', written_10.n_role, 'startedOn', written_10.n_started_on) AS jsonb_build_object_6 
FROM written_10 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'Placement' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 5 AS place, 'Placement' AS type, written_3.n_id AS row_id, 'CREATED' AS kind, written_3.n_programme_id AS programme_id 
FROM written_3 UNION ALL SELECT 9 AS place, 'PlacementException' AS type, written_5.n_id AS row_id, 'CREATED' AS kind, written_5.n_programme_id AS programme_id 
FROM written_5 UNION ALL SELECT 11 AS place, 'PlacementException' AS type, written_6.n_id AS row_id, 'CREATED' AS kind, written_6.n_programme_id AS programme_id 
FROM written_6 UNION ALL SELECT 13 AS place, 'PlacementException' AS type, written_7.n_id AS row_id, 'CREATED' AS kind, written_7.n_programme_id AS programme_id 
FROM written_7 UNION ALL SELECT 15 AS place, 'PlacementException' AS type, written_8.n_id AS row_id, 'CREATED' AS kind, written_8.n_programme_id AS programme_id 
FROM written_8 UNION ALL SELECT 17 AS place, 'CaregiverAssignment' AS type, written_9.n_id AS row_id, 'UPDATED' AS kind, written_9.n_programme_id AS programme_id 
FROM written_9 UNION ALL SELECT 19 AS place, 'CaregiverAssignment' AS type, written_10.n_id AS row_id, 'CREATED' AS kind, written_10.n_programme_id AS programme_id 
FROM written_10), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_47, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_48, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_3) AS anon_49, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_5) AS anon_50, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_6) AS anon_51, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_7) AS anon_52, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_8) AS anon_53, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_9) AS anon_54, (SELECT count(*) AS entries 
FROM history_personal_of_written_10) AS anon_55, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_10) AS anon_56 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_43, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_44, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $25::UUID AS anon_45, 'placeChild', $14::VARCHAR AS anon_46 
FROM touched, counter RETURNING number), 
written_2 AS 
(UPDATE home_stay SET ended_on=$4::DATE FROM go, written_1 WHERE home_stay.country_code = $1::VARCHAR AND home_stay.voided_at IS NULL AND go.one = 1 AND home_stay.id = written_1.n_id RETURNING new.ended_on AS n_ended_on, new.id AS n_id, old.ended_on AS o_ended_on, old.id AS o_id), 
written_4 AS 
(INSERT INTO home_stay (country_code, id, home_id, started_on) SELECT $1::VARCHAR AS country_code, written_3.n_id AS id, written_3.n_home_id AS home_id, written_3.n_started_on AS started_on 
FROM go, written_3 RETURNING id AS n_id, home_id AS n_home_id, started_on AS n_started_on)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $17::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2), (SELECT count(*) AS count_4 
FROM written_3), (SELECT count(*) AS count_5 
FROM written_4), (SELECT count(*) AS count_6 
FROM written_5), (SELECT count(*) AS count_7 
FROM written_6), (SELECT count(*) AS count_8 
FROM written_7), (SELECT count(*) AS count_9 
FROM written_8), (SELECT count(*) AS count_10 
FROM written_9), (SELECT count(*) AS count_11 
FROM written_10)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_7.*) AS value 
FROM placement AS placement_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_5.*) AS value 
FROM (SELECT coalesce(json_agg(rows_3.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_4.*) AS part_0 
FROM (SELECT placement_exception_2.country_code AS country_code, placement_exception_2.id AS id, placement_exception_2.rule AS rule, placement_exception_2.dated AS dated, placement_exception_2.reason AS reason, placement_exception_2.authorised_by AS authorised_by 
FROM placement_exception AS placement_exception_2 
WHERE placement_exception_2.placement_id = placement_1.id AND placement_exception_2.country_code = $1::VARCHAR ORDER BY placement_exception_2.id ASC 
 LIMIT 5) AS page_3 JOIN LATERAL (SELECT page_3.rule AS rule, page_3.dated AS dated, page_3.reason AS reason, page_3.authorised_by AS "authorisedBy") AS node_4 ON true ORDER BY page_3.id ASC) AS rows_3) AS gathered_3 JOIN LATERAL (SELECT gathered_3.part_0 AS nodes) AS connection_5 ON true) AS link_6 ON true JOIN LATERAL (SELECT (('Placement_' || placement_1.country_code) || '_') || CAST(placement_1.id AS TEXT) AS id, placement_1.version AS version, placement_1.started_on AS "startedOn", link_6.value AS exceptions) AS node_7 ON true 
WHERE placement_1.country_code = $1::VARCHAR AND placement_1.country_code = $2::VARCHAR AND placement_1.id = $3::UUID) AS placement, $4::JSON AS errors) AS answer
;

