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
(SELECT child_1.id AS id, child_1.programme_id AS programme_id, child_1.enrolled_on AS enrolled_on, child_1.birth_date AS birth_date, child_1.died_on AS died_on, child_1.died_on_precision AS died_on_precision, (coalesce($2::UUID[]))[array_position($3::UUID[], child_1.id)] AS placement_id, care_of_child.care_episode_id AS care_episode_id, care_of_child.care_started_on AS care_started_on, care_of_child.care_ended_on AS care_ended_on, care_of_child.family_latitude_e2 AS family_latitude_e2, care_of_child.family_longitude_e2 AS family_longitude_e2 
FROM child AS child_1 LEFT OUTER JOIN LATERAL (SELECT care_episode_2.id AS care_episode_id, care_episode_2.started_on AS care_started_on, care_episode_2.ended_on AS care_ended_on, care_episode_2.family_latitude_e2 AS family_latitude_e2, care_episode_2.family_longitude_e2 AS family_longitude_e2 
FROM care_episode AS care_episode_2 
WHERE care_episode_2.country_code = $4::VARCHAR AND care_episode_2.voided_at IS NULL AND care_episode_2.child_file_id = child_1.id AND care_episode_2.started_on <= $5::DATE AND (care_episode_2.ended_on IS NULL OR care_episode_2.ended_on > $5::DATE)) AS care_of_child ON true 
WHERE child_1.country_code = $4::VARCHAR AND child_1.voided_at IS NULL AND child_1.id = ANY ($3::UUID[])), 
stays_read AS MATERIALIZED 
(SELECT placement_3.id AS id, placement_3.child_file_id AS child_id, placement_3.home_id AS home_id, placement_3.arrangement AS arrangement, placement_3.partner_id AS partner_id 
FROM placement AS placement_3, children_read 
WHERE placement_3.country_code = $4::VARCHAR AND placement_3.voided_at IS NULL AND placement_3.child_file_id = children_read.id AND (placement_3.started_on < $5::DATE OR placement_3.started_on = $5::DATE AND $5::DATE <= $6::DATE) AND (placement_3.ended_on IS NULL OR placement_3.ended_on > $5::DATE)), 
home_read AS MATERIALIZED 
(SELECT true AS found, home_of_home.id AS id, home_of_home.programme_id AS programme_id, home_of_home.name AS name, home_of_home.form AS form, home_of_home.capacity AS capacity, home_of_home.opened_on AS opened_on, home_of_home.closed_on AS closed_on 
FROM home AS home_of_home 
WHERE home_of_home.country_code = $4::VARCHAR AND home_of_home.voided_at IS NULL AND home_of_home.id = $7::UUID), 
parent_read AS MATERIALIZED 
(SELECT parents.caregiver_id AS caregiver_id, parents.caregiver_name AS caregiver_name 
FROM (SELECT caregiver_assignment_13.caregiver_id AS caregiver_id, caregiver_assignment_13.caregiver_name AS caregiver_name, count(*) OVER () AS many 
FROM caregiver_assignment AS caregiver_assignment_13 
WHERE caregiver_assignment_13.country_code = $4::VARCHAR AND caregiver_assignment_13.voided_at IS NULL AND caregiver_assignment_13.home_id = (SELECT home_read.id 
FROM home_read) AND caregiver_assignment_13.role = 'PARENT' AND caregiver_assignment_13.started_on <= $5::DATE AND (caregiver_assignment_13.ended_on IS NULL OR caregiver_assignment_13.ended_on > $5::DATE)) AS parents 
WHERE parents.many = 1), 
child_read AS MATERIALIZED 
(SELECT true AS found, child_of_child.id AS id 
FROM child AS child_of_child 
WHERE child_of_child.country_code = $4::VARCHAR AND child_of_child.voided_at IS NULL AND child_of_child.id = $12::UUID), 
crowding_read AS MATERIALIZED 
(SELECT min(days.day) AS day 
FROM (SELECT stays.home_id AS home_id, turns.day AS day, lead(turns.day) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS until, sum(sum(stays.lives * turns.sign)) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS lives 
FROM (SELECT home_stay_4.home_id AS home_id, home_stay_4.started_on AS started_on, home_stay_4.ended_on AS ended_on, 1 AS lives 
FROM home_stay AS home_stay_4 
WHERE home_stay_4.country_code = $4::VARCHAR AND home_stay_4.voided_at IS NULL AND home_stay_4.home_id = (SELECT home_read.id 
FROM home_read) AND (home_stay_4.ended_on IS NULL OR home_stay_4.ended_on > $5::DATE) UNION ALL SELECT home_read.id AS id, $5::DATE AS anon_1, CAST(null AS DATE) AS "null", 1 
FROM home_read) AS stays JOIN LATERAL (VALUES (greatest(stays.started_on, $5::DATE), 1), (stays.ended_on, -1)) AS turns (day, sign) ON true 
WHERE turns.day IS NOT NULL GROUP BY stays.home_id, turns.day) AS days 
WHERE days.lives > (SELECT home_read.capacity 
FROM home_read)), 
gates_read AS MATERIALIZED 
(SELECT coalesce((SELECT policy_5.value 
FROM policy AS policy_5 
WHERE policy_5.code = $4::VARCHAR AND policy_5.key = ('licence_required.' || home_read.form) AND policy_5.jurisdiction = coalesce((SELECT programme_6.jurisdiction 
FROM programme AS programme_6 
WHERE programme_6.country_code = $4::VARCHAR AND programme_6.voided_at IS NULL AND programme_6.id = home_read.programme_id), '') AND policy_5.from_day <= $5::DATE AND (policy_5.until_day IS NULL OR policy_5.until_day > $5::DATE)) = 'YES', false) AND coalesce((SELECT (array_agg(CASE WHEN (inspection_7.outcome IN ('PASSED', 'CONDITIONS')) THEN inspection_7.valid_until ELSE inspection_7.held_on END ORDER BY inspection_7.held_on DESC, inspection_7.id DESC))[1] AS anon_2 
FROM inspection AS inspection_7 
WHERE inspection_7.country_code = $4::VARCHAR AND inspection_7.voided_at IS NULL AND inspection_7.home_id = home_read.id AND inspection_7.held_on <= $5::DATE AND inspection_7.kind IN ('LICENCE', 'REGISTRATION')) <= $5::DATE, true) AS unlicensed, coalesce((SELECT policy_5.value 
FROM policy AS policy_5 
WHERE policy_5.code = $4::VARCHAR AND policy_5.key = ('licence_required.' || home_read.form) AND policy_5.jurisdiction = coalesce((SELECT programme_6.jurisdiction 
FROM programme AS programme_6 
WHERE programme_6.country_code = $4::VARCHAR AND programme_6.voided_at IS NULL AND programme_6.id = home_read.programme_id), '') AND policy_5.from_day <= $5::DATE AND (policy_5.until_day IS NULL OR policy_5.until_day > $5::DATE)) = 'YES', false) AND coalesce((SELECT (array_agg(CASE WHEN (inspection_7.outcome IN ('PASSED', 'CONDITIONS')) THEN inspection_7.valid_until ELSE inspection_7.held_on END ORDER BY inspection_7.held_on DESC, inspection_7.id DESC))[1] AS anon_2 
FROM inspection AS inspection_7 
WHERE inspection_7.country_code = $4::VARCHAR AND inspection_7.voided_at IS NULL AND inspection_7.home_id = home_read.id AND inspection_7.held_on <= $5::DATE AND inspection_7.kind IN ('LICENCE', 'REGISTRATION')) <= $5::DATE, true) AND (EXISTS (SELECT 1 
FROM inspection AS inspection_7 
WHERE inspection_7.country_code = $4::VARCHAR AND inspection_7.voided_at IS NULL AND inspection_7.home_id = home_read.id AND inspection_7.held_on <= $5::DATE AND inspection_7.kind IN ('LICENCE', 'REGISTRATION'))) AS refused, EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_8, caregiver AS caregiver_9 
WHERE caregiver_assignment_8.country_code = $4::VARCHAR AND caregiver_assignment_8.voided_at IS NULL AND caregiver_9.country_code = $4::VARCHAR AND caregiver_9.voided_at IS NULL AND caregiver_assignment_8.home_id = home_read.id AND caregiver_assignment_8.started_on <= $5::DATE AND (caregiver_assignment_8.ended_on IS NULL OR caregiver_assignment_8.ended_on > $5::DATE) AND caregiver_9.id = caregiver_assignment_8.caregiver_id AND NOT coalesce(CASE WHEN ((SELECT policy_11.value 
FROM policy AS policy_11 
WHERE policy_11.code = $4::VARCHAR AND policy_11.key = ('checks_required.' || caregiver_9.kind) AND policy_11.jurisdiction = coalesce((SELECT programme_12.jurisdiction 
FROM programme AS programme_12 
WHERE programme_12.country_code = $4::VARCHAR AND programme_12.voided_at IS NULL AND programme_12.id = caregiver_9.programme_id), '') AND policy_11.from_day <= $6::DATE AND (policy_11.until_day IS NULL OR policy_11.until_day > $6::DATE)) = 'NOT_APPLICABLE') THEN CAST('9999-12-31' AS DATE) ELSE CAST((SELECT CASE WHEN (count(*) FILTER (WHERE newest.until IS NULL) > 0) THEN NULL ELSE min(newest.until) END AS anon_3 
FROM unnest(string_to_array((SELECT policy_11.value 
FROM policy AS policy_11 
WHERE policy_11.code = $4::VARCHAR AND policy_11.key = ('checks_required.' || caregiver_9.kind) AND policy_11.jurisdiction = coalesce((SELECT programme_12.jurisdiction 
FROM programme AS programme_12 
WHERE programme_12.country_code = $4::VARCHAR AND programme_12.voided_at IS NULL AND programme_12.id = caregiver_9.programme_id), '') AND policy_11.from_day <= $6::DATE AND (policy_11.until_day IS NULL OR policy_11.until_day > $6::DATE)), ' ')) AS asked(kind) LEFT OUTER JOIN LATERAL (SELECT CASE WHEN (checks_of_caregiver.outcome IN ('PASSED', 'CONDITIONS')) THEN checks_of_caregiver.valid_until END AS until 
FROM (SELECT caregiver_check_10.id AS id, caregiver_check_10.kind AS kind, caregiver_check_10.decided_on AS decided_on, caregiver_check_10.valid_until AS valid_until, caregiver_check_10.outcome AS outcome 
FROM caregiver_check AS caregiver_check_10 
WHERE caregiver_check_10.country_code = $4::VARCHAR AND caregiver_check_10.voided_at IS NULL AND caregiver_check_10.caregiver_id = caregiver_9.id) AS checks_of_caregiver 
WHERE checks_of_caregiver.kind = asked.kind ORDER BY checks_of_caregiver.decided_on DESC, checks_of_caregiver.id DESC 
 LIMIT 1) AS newest ON true) AS DATE) END > $5::DATE, false)) AS uncleared 
FROM home_read), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (child_read.found IS NOT true) THEN 'child_is_there' ELSE null END, CASE WHEN (home_read.found IS NOT true) THEN 'home_is_there' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM stays_read 
WHERE stays_read.home_id = (SELECT home_read.id 
FROM home_read)))) IS NOT true) THEN 'child_lives_elsewhere' ELSE null END, CASE WHEN (($8::VARCHAR IS NULL OR $8::VARCHAR = 'MOVE' OR $8::VARCHAR = 'HOME_CLOSED' OR $8::VARCHAR = 'OTHER') IS NOT true) THEN 'reason_ends_no_care' ELSE null END, CASE WHEN ((crowding_read.day IS NULL) IS NOT true) THEN 'home_has_room' ELSE null END, CASE WHEN ((NOT gates_read.unlicensed OR $5::DATE <= $6::DATE AND NOT gates_read.refused) IS NOT true) THEN 'home_is_licensed' ELSE null END, CASE WHEN ((NOT gates_read.uncleared) IS NOT true) THEN 'home_carers_are_cleared' ELSE null END, CASE WHEN ((((EXISTS (SELECT 1 
FROM parent_read)) OR (EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_14, stays_read 
WHERE caregiver_assignment_14.country_code = $4::VARCHAR AND caregiver_assignment_14.voided_at IS NULL AND caregiver_assignment_14.child_file_id = stays_read.child_id AND (caregiver_assignment_14.started_on < $5::DATE OR caregiver_assignment_14.started_on = $5::DATE AND $5::DATE <= $6::DATE) AND (caregiver_assignment_14.ended_on IS NULL OR caregiver_assignment_14.ended_on > $5::DATE) AND (EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_15 
WHERE caregiver_assignment_15.country_code = $4::VARCHAR AND caregiver_assignment_15.voided_at IS NULL AND caregiver_assignment_15.home_id = stays_read.home_id AND caregiver_assignment_15.caregiver_id = caregiver_assignment_14.caregiver_id AND caregiver_assignment_15.started_on <= $5::DATE AND (caregiver_assignment_15.ended_on IS NULL OR caregiver_assignment_15.ended_on > $5::DATE))) AND coalesce($9::BOOLEAN, false) IS false))) IS NOT true) IS NOT true) THEN 'key_carers_follow' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read, programme AS programme_16 
WHERE programme_16.country_code = $4::VARCHAR AND programme_16.voided_at IS NULL AND programme_16.id = children_read.programme_id AND ($5::DATE <= $6::DATE OR false OR NOT coalesce(coalesce($10::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($10::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($10::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($10::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($10::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($10::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($10::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER' OR coalesce($10::VARCHAR, home_read.form) = 'OTHER_RESIDENTIAL' OR coalesce($10::VARCHAR, home_read.form) = 'FAMILY_CENTRE' OR coalesce($10::VARCHAR, home_read.form) = 'BOARDING_SCHOOL' OR coalesce($10::VARCHAR, home_read.form) = 'SECURE', false) OR children_read.birth_date IS NULL OR CAST(EXTRACT(year FROM age(CAST($5::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST(children_read.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= 18 OR CAST(EXTRACT(year FROM age(CAST($5::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST(children_read.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= (SELECT said_policy.whole 
FROM policy AS said_policy 
WHERE said_policy.code = $4::VARCHAR AND said_policy.key = 'family_only_under_age' AND said_policy.jurisdiction = coalesce(programme_16.jurisdiction, '') AND said_policy.from_day <= $5::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $5::DATE)) OR (coalesce($10::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($10::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($10::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($10::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($10::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($10::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($10::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER') AND (SELECT said_policy.value 
FROM policy AS said_policy 
WHERE said_policy.code = $4::VARCHAR AND said_policy.key = ('setting_of.' || coalesce($10::VARCHAR, home_read.form)) AND said_policy.jurisdiction = coalesce(programme_16.jurisdiction, '') AND said_policy.from_day <= $5::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $5::DATE)) != 'RESIDENTIAL') IS NOT true))) IS NOT true) THEN 'young_live_in_families' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE ($5::DATE <= $6::DATE OR children_read.care_episode_id IS NOT NULL) IS NOT true))) IS NOT true) THEN 'placement_in_episode' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM placement AS placement_17, children_read 
WHERE placement_17.country_code = $4::VARCHAR AND placement_17.voided_at IS NULL AND placement_17.child_file_id = children_read.id AND (placement_17.ended_on IS NULL OR placement_17.ended_on > greatest($5::DATE, placement_17.started_on)) AND NOT (placement_17.started_on < $5::DATE OR placement_17.started_on = $5::DATE AND $5::DATE <= $6::DATE)))) IS NOT true) THEN 'no_other_placement' ELSE null END, CASE WHEN ((home_read.opened_on <= $5::DATE AND home_read.closed_on IS NULL) IS NOT true) THEN 'home_is_open' ELSE null END, CASE WHEN ((NOT coalesce(coalesce($10::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($10::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($10::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($10::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($10::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($10::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($10::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER', false) OR coalesce($10::VARCHAR, home_read.form) = home_read.form) IS NOT true) THEN 'arrangement_is_the_homes' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read, programme AS programme_18 
WHERE programme_18.country_code = $4::VARCHAR AND programme_18.voided_at IS NULL AND programme_18.id = children_read.programme_id AND (programme_18.started_on <= $5::DATE AND (programme_18.ended_on IS NULL OR programme_18.ended_on > $5::DATE) OR $5::DATE < $5::DATE) IS NOT true))) IS NOT true) THEN 'programme_runs' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE (children_read.birth_date IS NULL OR children_read.birth_date <= $5::DATE) IS NOT true))) IS NOT true) THEN 'started_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE (children_read.died_on IS NULL OR null IS NOT NULL AND null <= least(CASE WHEN (children_read.died_on_precision = 'MONTH') THEN CAST(children_read.died_on + interval '1 month -1 day' AS DATE) WHEN (children_read.died_on_precision = 'YEAR') THEN CAST(children_read.died_on + interval '1 year -1 day' AS DATE) WHEN (children_read.died_on_precision = 'ESTIMATED') THEN CAST(children_read.died_on + interval '1 year -1 day' AS DATE) ELSE children_read.died_on END, $6::DATE) + 1) IS NOT true))) IS NOT true) THEN 'ended_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE (children_read.care_episode_id IS NULL OR children_read.care_ended_on IS NULL OR null IS NOT NULL AND null <= children_read.care_ended_on) IS NOT true))) IS NOT true) THEN 'ended_on_inside_care_episode_id' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE ($11::DATE IS NULL OR children_read.birth_date IS NULL OR children_read.birth_date <= $11::DATE) IS NOT true))) IS NOT true) THEN 'prepared_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE ($11::DATE IS NULL OR children_read.died_on IS NULL OR $11::DATE <= least(CASE WHEN (children_read.died_on_precision = 'MONTH') THEN CAST(children_read.died_on + interval '1 month -1 day' AS DATE) WHEN (children_read.died_on_precision = 'YEAR') THEN CAST(children_read.died_on + interval '1 year -1 day' AS DATE) WHEN (children_read.died_on_precision = 'ESTIMATED') THEN CAST(children_read.died_on + interval '1 year -1 day' AS DATE) ELSE children_read.died_on END, $6::DATE)) IS NOT true))) IS NOT true) THEN 'prepared_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE (children_read.care_episode_id IS NULL OR children_read.care_episode_id IS NULL OR children_read.id = children_read.id) IS NOT true))) IS NOT true) THEN 'care_episode_id_of_the_same_child_id' ELSE null END, CASE WHEN (((NOT (NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE ($5::DATE >= children_read.enrolled_on) IS NOT true)))) IS NOT true) IS NOT true) THEN 'admission_is_earlier' ELSE null END, CASE WHEN (((EXISTS (SELECT 1 
FROM temporary_stay AS temporary_stay_19 
WHERE temporary_stay_19.country_code = $4::VARCHAR AND temporary_stay_19.voided_at IS NULL AND temporary_stay_19.placement_id IN (SELECT stays_read.id 
FROM stays_read 
WHERE stays_read.child_id IN (SELECT children_read.id 
FROM children_read)) AND (temporary_stay_19.ended_on IS NULL OR temporary_stay_19.ended_on > $5::DATE))) IS NOT true) IS NOT true) THEN 'temporary_stay_ends_along' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN child_read ON true LEFT OUTER JOIN home_read ON true LEFT OUTER JOIN crowding_read ON true LEFT OUTER JOIN gates_read ON true), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks 
WHERE cardinality(checks.failed) = 0), 
written_1 AS MATERIALIZED 
(SELECT placement.id AS n_id, $5::DATE AS n_ended_on, CAST(coalesce($8::VARCHAR, 'MOVE') AS TEXT) AS n_end_reason, CAST(placement.version + 1 AS INTEGER) AS n_version, placement.programme_id AS n_programme_id, placement.child_file_id AS n_child_id, placement.ended_on AS o_ended_on, placement.end_reason AS o_end_reason, placement.id AS o_id, placement.version AS o_version, placement.programme_id AS o_programme_id, placement.child_file_id AS o_child_id 
FROM placement, go 
WHERE placement.country_code = $4::VARCHAR AND placement.voided_at IS NULL AND go.one = 1 AND placement.id IN (SELECT stays_read.id 
FROM stays_read 
WHERE stays_read.child_id IN (SELECT children_read.id 
FROM children_read)) FOR NO KEY UPDATE OF placement), 
written_2 AS MATERIALIZED 
(SELECT home_stay.id AS n_id, $5::DATE AS n_ended_on, home_stay.ended_on AS o_ended_on, home_stay.id AS o_id 
FROM home_stay, go, written_1 
WHERE home_stay.country_code = $4::VARCHAR AND home_stay.voided_at IS NULL AND go.one = 1 AND home_stay.id = written_1.n_id FOR NO KEY UPDATE OF home_stay), 
home_place_read AS MATERIALIZED 
(SELECT home_address_20.latitude_e2 AS latitude_e2, home_address_20.longitude_e2 AS longitude_e2 
FROM home_address AS home_address_20 
WHERE home_address_20.country_code = $4::VARCHAR AND home_address_20.voided_at IS NULL AND home_address_20.home_id = (SELECT home_read.id 
FROM home_read) AND home_address_20.started_on <= $5::DATE AND (home_address_20.ended_on IS NULL OR home_address_20.ended_on > $5::DATE) 
 LIMIT 1), 
written_3 AS MATERIALIZED 
(SELECT CAST(children_read.placement_id AS UUID) AS n_id, CAST(children_read.id AS UUID) AS n_child_id, CAST(children_read.care_episode_id AS UUID) AS n_care_episode_id, CAST(children_read.programme_id AS UUID) AS n_programme_id, $5::DATE AS n_started_on, CAST(coalesce($13::VARCHAR, 'MOVE') AS TEXT) AS n_start_reason, $14::VARCHAR AS n_move_reason, CAST(coalesce($15::VARCHAR, CASE WHEN ($11::DATE IS NOT NULL) THEN 'YES' ELSE 'NOT_KNOWN' END) AS TEXT) AS n_prepared, $11::DATE AS n_prepared_on, CAST(home_read.id AS UUID) AS n_home_id, CAST(home_read.name AS TEXT) AS n_home_name, CAST(home_read.form AS TEXT) AS n_arrangement, CAST(CAST(round(12742.0 * asin(sqrt(CASE WHEN (power(sin((radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians(children_read.family_latitude_e2 / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) + cos(radians(children_read.family_latitude_e2 / CAST(100.0 AS NUMERIC))) * cos(radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC))) * power(sin((radians((SELECT home_place_read.longitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians(children_read.family_longitude_e2 / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) > 1.0) THEN 1.0 ELSE power(sin((radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians(children_read.family_latitude_e2 / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) + cos(radians(children_read.family_latitude_e2 / CAST(100.0 AS NUMERIC))) * cos(radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC))) * power(sin((radians((SELECT home_place_read.longitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians(children_read.family_longitude_e2 / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) END))) AS INTEGER) AS INTEGER) AS n_distance_km, CAST(1 AS INTEGER) AS n_version 
FROM go, children_read, home_read, (SELECT count(*) AS rows 
FROM written_1) AS after_written_1), 
written_4 AS MATERIALIZED 
(SELECT CAST(written_3.n_id AS UUID) AS n_id, CAST(written_3.n_home_id AS UUID) AS n_home_id, CAST(written_3.n_started_on AS DATE) AS n_started_on 
FROM go, written_3)
 SELECT checks.failed AS failed, $1::TEXT[] AS touched, CAST(null AS TEXT) AS reason, w1_rows.w1_id, w1_rows.w1_ended_on, w1_rows.w1_end_reason, w2_rows.w2_id, w2_rows.w2_ended_on, w3_rows.w3_id, w3_rows.w3_child_id, w3_rows.w3_care_episode_id, w3_rows.w3_programme_id, w3_rows.w3_started_on, w3_rows.w3_start_reason, w3_rows.w3_move_reason, w3_rows.w3_prepared, w3_rows.w3_prepared_on, w3_rows.w3_home_id, w3_rows.w3_home_name, w3_rows.w3_arrangement, w3_rows.w3_distance_km, w4_rows.w4_id, w4_rows.w4_home_id, w4_rows.w4_started_on, h1_rows.h1_type, h1_rows.h1_row_id, h1_rows.h1_version, h1_rows.h1_programme_id, h1_rows.h1_before, h1_rows.h1_after, h2_rows.h2_type, h2_rows.h2_row_id, h2_rows.h2_version, h2_rows.h2_programme_id, h2_rows.h2_before, h2_rows.h2_after, f_rows.f_type, f_rows.f_row_id, f_rows.f_kind, f_rows.f_programme_id 
FROM checks, (SELECT array_agg(CAST(written_1.n_id AS TEXT)) AS w1_id, array_agg(CAST(written_1.n_ended_on AS TEXT)) AS w1_ended_on, array_agg(CAST(written_1.n_end_reason AS TEXT)) AS w1_end_reason 
FROM written_1) AS w1_rows, (SELECT array_agg(CAST(written_2.n_id AS TEXT)) AS w2_id, array_agg(CAST(written_2.n_ended_on AS TEXT)) AS w2_ended_on 
FROM written_2) AS w2_rows, (SELECT array_agg(CAST(written_3.n_id AS TEXT)) AS w3_id, array_agg(CAST(written_3.n_child_id AS TEXT)) AS w3_child_id, array_agg(CAST(written_3.n_care_episode_id AS TEXT)) AS w3_care_episode_id, array_agg(CAST(written_3.n_programme_id AS TEXT)) AS w3_programme_id, array_agg(CAST(written_3.n_started_on AS TEXT)) AS w3_started_on, array_agg(CAST(written_3.n_start_reason AS TEXT)) AS w3_start_reason, array_agg(CAST(written_3.n_move_reason AS TEXT)) AS w3_move_reason, array_agg(CAST(written_3.n_prepared AS TEXT)) AS w3_prepared, array_agg(CAST(written_3.n_prepared_on AS TEXT)) AS w3_prepared_on, array_agg(CAST(written_3.n_home_id AS TEXT)) AS w3_home_id, array_agg(CAST(written_3.n_home_name AS TEXT)) AS w3_home_name, array_agg(CAST(written_3.n_arrangement AS TEXT)) AS w3_arrangement, array_agg(CAST(written_3.n_distance_km AS TEXT)) AS w3_distance_km 
FROM written_3) AS w3_rows, (SELECT array_agg(CAST(written_4.n_id AS TEXT)) AS w4_id, array_agg(CAST(written_4.n_home_id AS TEXT)) AS w4_home_id, array_agg(CAST(written_4.n_started_on AS TEXT)) AS w4_started_on 
FROM written_4) AS w4_rows, (SELECT array_agg(CAST('Placement' AS TEXT)) AS h1_type, array_agg(CAST(written_1.n_id AS TEXT)) AS h1_row_id, array_agg(CAST(written_1.n_version AS TEXT)) AS h1_version, array_agg(CAST(written_1.n_programme_id AS TEXT)) AS h1_programme_id, array_agg(CAST(jsonb_build_object('endedOn', written_1.o_ended_on, 'endReason', written_1.o_end_reason) - CAST(ARRAY[CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_1.n_end_reason IS NOT DISTINCT FROM written_1.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS TEXT)) AS h1_before, array_agg(CAST(jsonb_build_object('endedOn', written_1.n_ended_on, 'endReason', written_1.n_end_reason) - CAST(ARRAY[CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_1.n_end_reason IS NOT DISTINCT FROM written_1.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS TEXT)) AS h1_after 
FROM written_1) AS h1_rows, (SELECT array_agg(CAST('Placement' AS TEXT)) AS h2_type, array_agg(CAST(written_3.n_id AS TEXT)) AS h2_row_id, array_agg(CAST(written_3.n_version AS TEXT)) AS h2_version, array_agg(CAST(written_3.n_programme_id AS TEXT)) AS h2_programme_id, array_agg(CAST(null AS TEXT)) AS h2_before, array_agg(CAST(jsonb_build_object('child', (('Child_' || $4::VARCHAR) || '_') || CAST(written_3.n_child_id AS TEXT), 'careEpisode', (('CareEpisode_' || $4::VARCHAR) || '_') || CAST(written_3.n_care_episode_id AS TEXT), 'programme', (('Programme_' || $4::VARCHAR) || '_') || CAST(written_3.n_programme_id AS TEXT), 'startedOn', written_3.n_started_on, 'startReason', written_3.n_start_reason, 'moveReason', written_3.n_move_reason, 'prepared', written_3.n_prepared, 'preparedOn', written_3.n_prepared_on, 'home', (('Home_' || $4::VARCHAR) || '_') || CAST(written_3.n_home_id AS TEXT), 'homeName', written_3.n_home_name, 'arrangement', written_3.n_arrangement, 'distanceKm', written_3.n_distance_km) - $16::TEXT[] AS TEXT)) AS h2_after 
FROM written_3) AS h2_rows, (SELECT array_agg(CAST(in_order.type AS TEXT)) AS f_type, array_agg(CAST(in_order.row_id AS TEXT)) AS f_row_id, array_agg(CAST(in_order.kind AS TEXT)) AS f_kind, array_agg(CAST(in_order.programme_id AS TEXT)) AS f_programme_id 
FROM (SELECT told.type AS type, told.row_id AS row_id, told.kind AS kind, told.programme_id AS programme_id 
FROM (SELECT 1 AS place, 'Placement' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 5 AS place, 'Placement' AS type, written_3.n_id AS row_id, 'CREATED' AS kind, written_3.n_programme_id AS programme_id 
FROM written_3) AS told ORDER BY told.place) AS in_order) AS f_rows
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
(SELECT child_1.id AS id, child_1.programme_id AS programme_id, child_1.enrolled_on AS enrolled_on, child_1.birth_date AS birth_date, child_1.died_on AS died_on, child_1.died_on_precision AS died_on_precision, (coalesce($2::UUID[]))[array_position($3::UUID[], child_1.id)] AS placement_id, care_of_child.care_episode_id AS care_episode_id, care_of_child.care_started_on AS care_started_on, care_of_child.care_ended_on AS care_ended_on, care_of_child.family_latitude_e2 AS family_latitude_e2, care_of_child.family_longitude_e2 AS family_longitude_e2 
FROM child AS child_1 LEFT OUTER JOIN LATERAL (SELECT care_episode_2.id AS care_episode_id, care_episode_2.started_on AS care_started_on, care_episode_2.ended_on AS care_ended_on, care_episode_2.family_latitude_e2 AS family_latitude_e2, care_episode_2.family_longitude_e2 AS family_longitude_e2 
FROM care_episode AS care_episode_2 
WHERE care_episode_2.country_code = $4::VARCHAR AND care_episode_2.voided_at IS NULL AND care_episode_2.child_file_id = child_1.id AND care_episode_2.started_on <= $5::DATE AND (care_episode_2.ended_on IS NULL OR care_episode_2.ended_on > $5::DATE)) AS care_of_child ON true 
WHERE child_1.country_code = $4::VARCHAR AND child_1.voided_at IS NULL AND child_1.id = ANY ($3::UUID[])), 
stays_read AS MATERIALIZED 
(SELECT placement_3.id AS id, placement_3.child_file_id AS child_id, placement_3.home_id AS home_id, placement_3.arrangement AS arrangement, placement_3.partner_id AS partner_id 
FROM placement AS placement_3, children_read 
WHERE placement_3.country_code = $4::VARCHAR AND placement_3.voided_at IS NULL AND placement_3.child_file_id = children_read.id AND (placement_3.started_on < $5::DATE OR placement_3.started_on = $5::DATE AND $5::DATE <= $6::DATE) AND (placement_3.ended_on IS NULL OR placement_3.ended_on > $5::DATE)), 
home_read AS MATERIALIZED 
(SELECT true AS found, home_of_home.id AS id, home_of_home.programme_id AS programme_id, home_of_home.name AS name, home_of_home.form AS form, home_of_home.capacity AS capacity, home_of_home.opened_on AS opened_on, home_of_home.closed_on AS closed_on 
FROM home AS home_of_home 
WHERE home_of_home.country_code = $4::VARCHAR AND home_of_home.voided_at IS NULL AND home_of_home.id = $7::UUID), 
child_read AS MATERIALIZED 
(SELECT true AS found, child_of_child.id AS id 
FROM child AS child_of_child 
WHERE child_of_child.country_code = $4::VARCHAR AND child_of_child.voided_at IS NULL AND child_of_child.id = $11::UUID), 
crowding_read AS MATERIALIZED 
(SELECT min(days.day) AS day 
FROM (SELECT stays.home_id AS home_id, turns.day AS day, lead(turns.day) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS until, sum(sum(stays.lives * turns.sign)) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS lives 
FROM (SELECT home_stay_4.home_id AS home_id, home_stay_4.started_on AS started_on, home_stay_4.ended_on AS ended_on, 1 AS lives 
FROM home_stay AS home_stay_4 
WHERE home_stay_4.country_code = $4::VARCHAR AND home_stay_4.voided_at IS NULL AND home_stay_4.home_id = (SELECT home_read.id 
FROM home_read) AND (home_stay_4.ended_on IS NULL OR home_stay_4.ended_on > $5::DATE) UNION ALL SELECT home_read.id AS id, $5::DATE AS anon_1, CAST(null AS DATE) AS "null", 1 
FROM home_read) AS stays JOIN LATERAL (VALUES (greatest(stays.started_on, $5::DATE), 1), (stays.ended_on, -1)) AS turns (day, sign) ON true 
WHERE turns.day IS NOT NULL GROUP BY stays.home_id, turns.day) AS days 
WHERE days.lives > (SELECT home_read.capacity 
FROM home_read)), 
gates_read AS MATERIALIZED 
(SELECT coalesce((SELECT policy_5.value 
FROM policy AS policy_5 
WHERE policy_5.code = $4::VARCHAR AND policy_5.key = ('licence_required.' || home_read.form) AND policy_5.jurisdiction = coalesce((SELECT programme_6.jurisdiction 
FROM programme AS programme_6 
WHERE programme_6.country_code = $4::VARCHAR AND programme_6.voided_at IS NULL AND programme_6.id = home_read.programme_id), '') AND policy_5.from_day <= $5::DATE AND (policy_5.until_day IS NULL OR policy_5.until_day > $5::DATE)) = 'YES', false) AND coalesce((SELECT (array_agg(CASE WHEN (inspection_7.outcome IN ('PASSED', 'CONDITIONS')) THEN inspection_7.valid_until ELSE inspection_7.held_on END ORDER BY inspection_7.held_on DESC, inspection_7.id DESC))[1] AS anon_2 
FROM inspection AS inspection_7 
WHERE inspection_7.country_code = $4::VARCHAR AND inspection_7.voided_at IS NULL AND inspection_7.home_id = home_read.id AND inspection_7.held_on <= $5::DATE AND inspection_7.kind IN ('LICENCE', 'REGISTRATION')) <= $5::DATE, true) AS unlicensed, coalesce((SELECT policy_5.value 
FROM policy AS policy_5 
WHERE policy_5.code = $4::VARCHAR AND policy_5.key = ('licence_required.' || home_read.form) AND policy_5.jurisdiction = coalesce((SELECT programme_6.jurisdiction 
FROM programme AS programme_6 
WHERE programme_6.country_code = $4::VARCHAR AND programme_6.voided_at IS NULL AND programme_6.id = home_read.programme_id), '') AND policy_5.from_day <= $5::DATE AND (policy_5.until_day IS NULL OR policy_5.until_day > $5::DATE)) = 'YES', false) AND coalesce((SELECT (array_agg(CASE WHEN (inspection_7.outcome IN ('PASSED', 'CONDITIONS')) THEN inspection_7.valid_until ELSE inspection_7.held_on END ORDER BY inspection_7.held_on DESC, inspection_7.id DESC))[1] AS anon_2 
FROM inspection AS inspection_7 
WHERE inspection_7.country_code = $4::VARCHAR AND inspection_7.voided_at IS NULL AND inspection_7.home_id = home_read.id AND inspection_7.held_on <= $5::DATE AND inspection_7.kind IN ('LICENCE', 'REGISTRATION')) <= $5::DATE, true) AND (EXISTS (SELECT 1 
FROM inspection AS inspection_7 
WHERE inspection_7.country_code = $4::VARCHAR AND inspection_7.voided_at IS NULL AND inspection_7.home_id = home_read.id AND inspection_7.held_on <= $5::DATE AND inspection_7.kind IN ('LICENCE', 'REGISTRATION'))) AS refused, EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_8, caregiver AS caregiver_9 
WHERE caregiver_assignment_8.country_code = $4::VARCHAR AND caregiver_assignment_8.voided_at IS NULL AND caregiver_9.country_code = $4::VARCHAR AND caregiver_9.voided_at IS NULL AND caregiver_assignment_8.home_id = home_read.id AND caregiver_assignment_8.started_on <= $5::DATE AND (caregiver_assignment_8.ended_on IS NULL OR caregiver_assignment_8.ended_on > $5::DATE) AND caregiver_9.id = caregiver_assignment_8.caregiver_id AND NOT coalesce(CASE WHEN ((SELECT policy_11.value 
FROM policy AS policy_11 
WHERE policy_11.code = $4::VARCHAR AND policy_11.key = ('checks_required.' || caregiver_9.kind) AND policy_11.jurisdiction = coalesce((SELECT programme_12.jurisdiction 
FROM programme AS programme_12 
WHERE programme_12.country_code = $4::VARCHAR AND programme_12.voided_at IS NULL AND programme_12.id = caregiver_9.programme_id), '') AND policy_11.from_day <= $6::DATE AND (policy_11.until_day IS NULL OR policy_11.until_day > $6::DATE)) = 'NOT_APPLICABLE') THEN CAST('9999-12-31' AS DATE) ELSE CAST((SELECT CASE WHEN (count(*) FILTER (WHERE newest.until IS NULL) > 0) THEN NULL ELSE min(newest.until) END AS anon_3 
FROM unnest(string_to_array((SELECT policy_11.value 
FROM policy AS policy_11 
WHERE policy_11.code = $4::VARCHAR AND policy_11.key = ('checks_required.' || caregiver_9.kind) AND policy_11.jurisdiction = coalesce((SELECT programme_12.jurisdiction 
FROM programme AS programme_12 
WHERE programme_12.country_code = $4::VARCHAR AND programme_12.voided_at IS NULL AND programme_12.id = caregiver_9.programme_id), '') AND policy_11.from_day <= $6::DATE AND (policy_11.until_day IS NULL OR policy_11.until_day > $6::DATE)), ' ')) AS asked(kind) LEFT OUTER JOIN LATERAL (SELECT CASE WHEN (checks_of_caregiver.outcome IN ('PASSED', 'CONDITIONS')) THEN checks_of_caregiver.valid_until END AS until 
FROM (SELECT caregiver_check_10.id AS id, caregiver_check_10.kind AS kind, caregiver_check_10.decided_on AS decided_on, caregiver_check_10.valid_until AS valid_until, caregiver_check_10.outcome AS outcome 
FROM caregiver_check AS caregiver_check_10 
WHERE caregiver_check_10.country_code = $4::VARCHAR AND caregiver_check_10.voided_at IS NULL AND caregiver_check_10.caregiver_id = caregiver_9.id) AS checks_of_caregiver 
WHERE checks_of_caregiver.kind = asked.kind ORDER BY checks_of_caregiver.decided_on DESC, checks_of_caregiver.id DESC 
 LIMIT 1) AS newest ON true) AS DATE) END > $5::DATE, false)) AS uncleared 
FROM home_read), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (child_read.found IS NOT true) THEN 'child_is_there' ELSE null END, CASE WHEN (home_read.found IS NOT true) THEN 'home_is_there' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM stays_read 
WHERE stays_read.home_id = (SELECT home_read.id 
FROM home_read)))) IS NOT true) THEN 'child_lives_elsewhere' ELSE null END, CASE WHEN (($8::VARCHAR IS NULL OR $8::VARCHAR = 'MOVE' OR $8::VARCHAR = 'HOME_CLOSED' OR $8::VARCHAR = 'OTHER') IS NOT true) THEN 'reason_ends_no_care' ELSE null END, CASE WHEN ((crowding_read.day IS NULL) IS NOT true) THEN 'home_has_room' ELSE null END, CASE WHEN ((NOT gates_read.unlicensed OR $5::DATE <= $6::DATE AND NOT gates_read.refused) IS NOT true) THEN 'home_is_licensed' ELSE null END, CASE WHEN ((NOT gates_read.uncleared) IS NOT true) THEN 'home_carers_are_cleared' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read, programme AS programme_16 
WHERE programme_16.country_code = $4::VARCHAR AND programme_16.voided_at IS NULL AND programme_16.id = children_read.programme_id AND ($5::DATE <= $6::DATE OR false OR NOT coalesce(coalesce($9::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($9::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($9::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($9::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($9::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($9::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($9::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER' OR coalesce($9::VARCHAR, home_read.form) = 'OTHER_RESIDENTIAL' OR coalesce($9::VARCHAR, home_read.form) = 'FAMILY_CENTRE' OR coalesce($9::VARCHAR, home_read.form) = 'BOARDING_SCHOOL' OR coalesce($9::VARCHAR, home_read.form) = 'SECURE', false) OR children_read.birth_date IS NULL OR CAST(EXTRACT(year FROM age(CAST($5::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST(children_read.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= 18 OR CAST(EXTRACT(year FROM age(CAST($5::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST(children_read.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= (SELECT said_policy.whole 
FROM policy AS said_policy 
WHERE said_policy.code = $4::VARCHAR AND said_policy.key = 'family_only_under_age' AND said_policy.jurisdiction = coalesce(programme_16.jurisdiction, '') AND said_policy.from_day <= $5::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $5::DATE)) OR (coalesce($9::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($9::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($9::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($9::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($9::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($9::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($9::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER') AND (SELECT said_policy.value 
FROM policy AS said_policy 
WHERE said_policy.code = $4::VARCHAR AND said_policy.key = ('setting_of.' || coalesce($9::VARCHAR, home_read.form)) AND said_policy.jurisdiction = coalesce(programme_16.jurisdiction, '') AND said_policy.from_day <= $5::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $5::DATE)) != 'RESIDENTIAL') IS NOT true))) IS NOT true) THEN 'young_live_in_families' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE ($5::DATE <= $6::DATE OR children_read.care_episode_id IS NOT NULL) IS NOT true))) IS NOT true) THEN 'placement_in_episode' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM placement AS placement_17, children_read 
WHERE placement_17.country_code = $4::VARCHAR AND placement_17.voided_at IS NULL AND placement_17.child_file_id = children_read.id AND (placement_17.ended_on IS NULL OR placement_17.ended_on > greatest($5::DATE, placement_17.started_on)) AND NOT (placement_17.started_on < $5::DATE OR placement_17.started_on = $5::DATE AND $5::DATE <= $6::DATE)))) IS NOT true) THEN 'no_other_placement' ELSE null END, CASE WHEN ((home_read.opened_on <= $5::DATE AND home_read.closed_on IS NULL) IS NOT true) THEN 'home_is_open' ELSE null END, CASE WHEN ((NOT coalesce(coalesce($9::VARCHAR, home_read.form) = 'SOS_FAMILY' OR coalesce($9::VARCHAR, home_read.form) = 'FOSTER_FAMILY' OR coalesce($9::VARCHAR, home_read.form) = 'KINSHIP_FAMILY' OR coalesce($9::VARCHAR, home_read.form) = 'SMALL_GROUP_HOME' OR coalesce($9::VARCHAR, home_read.form) = 'YOUTH_HOME' OR coalesce($9::VARCHAR, home_read.form) = 'SUPERVISED_INDEPENDENT_LIVING' OR coalesce($9::VARCHAR, home_read.form) = 'EMERGENCY_SHELTER', false) OR coalesce($9::VARCHAR, home_read.form) = home_read.form) IS NOT true) THEN 'arrangement_is_the_homes' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read, programme AS programme_18 
WHERE programme_18.country_code = $4::VARCHAR AND programme_18.voided_at IS NULL AND programme_18.id = children_read.programme_id AND (programme_18.started_on <= $5::DATE AND (programme_18.ended_on IS NULL OR programme_18.ended_on > $5::DATE) OR $5::DATE < $5::DATE) IS NOT true))) IS NOT true) THEN 'programme_runs' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE (children_read.birth_date IS NULL OR children_read.birth_date <= $5::DATE) IS NOT true))) IS NOT true) THEN 'started_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE (children_read.died_on IS NULL OR null IS NOT NULL AND null <= least(CASE WHEN (children_read.died_on_precision = 'MONTH') THEN CAST(children_read.died_on + interval '1 month -1 day' AS DATE) WHEN (children_read.died_on_precision = 'YEAR') THEN CAST(children_read.died_on + interval '1 year -1 day' AS DATE) WHEN (children_read.died_on_precision = 'ESTIMATED') THEN CAST(children_read.died_on + interval '1 year -1 day' AS DATE) ELSE children_read.died_on END, $6::DATE) + 1) IS NOT true))) IS NOT true) THEN 'ended_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE (children_read.care_episode_id IS NULL OR children_read.care_ended_on IS NULL OR null IS NOT NULL AND null <= children_read.care_ended_on) IS NOT true))) IS NOT true) THEN 'ended_on_inside_care_episode_id' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE ($10::DATE IS NULL OR children_read.birth_date IS NULL OR children_read.birth_date <= $10::DATE) IS NOT true))) IS NOT true) THEN 'prepared_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE ($10::DATE IS NULL OR children_read.died_on IS NULL OR $10::DATE <= least(CASE WHEN (children_read.died_on_precision = 'MONTH') THEN CAST(children_read.died_on + interval '1 month -1 day' AS DATE) WHEN (children_read.died_on_precision = 'YEAR') THEN CAST(children_read.died_on + interval '1 year -1 day' AS DATE) WHEN (children_read.died_on_precision = 'ESTIMATED') THEN CAST(children_read.died_on + interval '1 year -1 day' AS DATE) ELSE children_read.died_on END, $6::DATE)) IS NOT true))) IS NOT true) THEN 'prepared_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE (children_read.care_episode_id IS NULL OR children_read.care_episode_id IS NULL OR children_read.id = children_read.id) IS NOT true))) IS NOT true) THEN 'care_episode_id_of_the_same_child_id' ELSE null END, CASE WHEN (((NOT (NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE ($5::DATE >= children_read.enrolled_on) IS NOT true)))) IS NOT true) IS NOT true) THEN 'admission_is_earlier' ELSE null END, CASE WHEN (((EXISTS (SELECT 1 
FROM temporary_stay AS temporary_stay_19 
WHERE temporary_stay_19.country_code = $4::VARCHAR AND temporary_stay_19.voided_at IS NULL AND temporary_stay_19.placement_id IN (SELECT stays_read.id 
FROM stays_read 
WHERE stays_read.child_id IN (SELECT children_read.id 
FROM children_read)) AND (temporary_stay_19.ended_on IS NULL OR temporary_stay_19.ended_on > $5::DATE))) IS NOT true) IS NOT true) THEN 'temporary_stay_ends_along' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN child_read ON true LEFT OUTER JOIN home_read ON true LEFT OUTER JOIN crowding_read ON true LEFT OUTER JOIN gates_read ON true), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks 
WHERE cardinality(checks.failed) = 0), 
written_1 AS MATERIALIZED 
(SELECT placement.id AS n_id, $5::DATE AS n_ended_on, CAST(coalesce($8::VARCHAR, 'MOVE') AS TEXT) AS n_end_reason, CAST(placement.version + 1 AS INTEGER) AS n_version, placement.programme_id AS n_programme_id, placement.child_file_id AS n_child_id, placement.ended_on AS o_ended_on, placement.end_reason AS o_end_reason, placement.id AS o_id, placement.version AS o_version, placement.programme_id AS o_programme_id, placement.child_file_id AS o_child_id 
FROM placement, go 
WHERE placement.country_code = $4::VARCHAR AND placement.voided_at IS NULL AND go.one = 1 AND placement.id IN (SELECT stays_read.id 
FROM stays_read 
WHERE stays_read.child_id IN (SELECT children_read.id 
FROM children_read)) FOR NO KEY UPDATE OF placement), 
written_2 AS MATERIALIZED 
(SELECT home_stay.id AS n_id, $5::DATE AS n_ended_on, home_stay.ended_on AS o_ended_on, home_stay.id AS o_id 
FROM home_stay, go, written_1 
WHERE home_stay.country_code = $4::VARCHAR AND home_stay.voided_at IS NULL AND go.one = 1 AND home_stay.id = written_1.n_id FOR NO KEY UPDATE OF home_stay), 
home_place_read AS MATERIALIZED 
(SELECT home_address_20.latitude_e2 AS latitude_e2, home_address_20.longitude_e2 AS longitude_e2 
FROM home_address AS home_address_20 
WHERE home_address_20.country_code = $4::VARCHAR AND home_address_20.voided_at IS NULL AND home_address_20.home_id = (SELECT home_read.id 
FROM home_read) AND home_address_20.started_on <= $5::DATE AND (home_address_20.ended_on IS NULL OR home_address_20.ended_on > $5::DATE) 
 LIMIT 1), 
written_3 AS MATERIALIZED 
(SELECT CAST(children_read.placement_id AS UUID) AS n_id, CAST(children_read.id AS UUID) AS n_child_id, CAST(children_read.care_episode_id AS UUID) AS n_care_episode_id, CAST(children_read.programme_id AS UUID) AS n_programme_id, $5::DATE AS n_started_on, CAST(coalesce($12::VARCHAR, 'MOVE') AS TEXT) AS n_start_reason, $13::VARCHAR AS n_move_reason, CAST(coalesce($14::VARCHAR, CASE WHEN ($10::DATE IS NOT NULL) THEN 'YES' ELSE 'NOT_KNOWN' END) AS TEXT) AS n_prepared, $10::DATE AS n_prepared_on, CAST(home_read.id AS UUID) AS n_home_id, CAST(home_read.name AS TEXT) AS n_home_name, CAST(home_read.form AS TEXT) AS n_arrangement, CAST(CAST(round(12742.0 * asin(sqrt(CASE WHEN (power(sin((radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians(children_read.family_latitude_e2 / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) + cos(radians(children_read.family_latitude_e2 / CAST(100.0 AS NUMERIC))) * cos(radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC))) * power(sin((radians((SELECT home_place_read.longitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians(children_read.family_longitude_e2 / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) > 1.0) THEN 1.0 ELSE power(sin((radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians(children_read.family_latitude_e2 / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) + cos(radians(children_read.family_latitude_e2 / CAST(100.0 AS NUMERIC))) * cos(radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC))) * power(sin((radians((SELECT home_place_read.longitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians(children_read.family_longitude_e2 / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) END))) AS INTEGER) AS INTEGER) AS n_distance_km, CAST(1 AS INTEGER) AS n_version 
FROM go, children_read, home_read, (SELECT count(*) AS rows 
FROM written_1) AS after_written_1), 
written_4 AS MATERIALIZED 
(SELECT CAST(written_3.n_id AS UUID) AS n_id, CAST(written_3.n_home_id AS UUID) AS n_home_id, CAST(written_3.n_started_on AS DATE) AS n_started_on 
FROM go, written_3), 
written_5 AS MATERIALIZED 
(SELECT caregiver_assignment.id AS n_id, $5::DATE AS n_ended_on, CAST('CHILD_MOVED' AS TEXT) AS n_end_reason, CAST(caregiver_assignment.version + 1 AS INTEGER) AS n_version, caregiver_assignment.programme_id AS n_programme_id, caregiver_assignment.child_file_id AS n_child_id, caregiver_assignment.home_id AS n_home_id, caregiver_assignment.ended_on AS o_ended_on, caregiver_assignment.end_reason AS o_end_reason, caregiver_assignment.id AS o_id, caregiver_assignment.version AS o_version, caregiver_assignment.programme_id AS o_programme_id, caregiver_assignment.child_file_id AS o_child_id, caregiver_assignment.home_id AS o_home_id 
FROM caregiver_assignment, go 
WHERE caregiver_assignment.country_code = $4::VARCHAR AND caregiver_assignment.voided_at IS NULL AND go.one = 1 AND caregiver_assignment.child_file_id IN (SELECT written_3.n_child_id 
FROM written_3) AND coalesce($15::BOOLEAN, false) IS false AND (EXISTS (SELECT 1 
FROM stays_read 
WHERE caregiver_assignment.child_file_id = stays_read.child_id AND (caregiver_assignment.started_on < $5::DATE OR caregiver_assignment.started_on = $5::DATE AND $5::DATE <= $6::DATE) AND (caregiver_assignment.ended_on IS NULL OR caregiver_assignment.ended_on > $5::DATE) AND (EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_22 
WHERE caregiver_assignment_22.country_code = $4::VARCHAR AND caregiver_assignment_22.voided_at IS NULL AND caregiver_assignment_22.home_id = stays_read.home_id AND caregiver_assignment_22.caregiver_id = caregiver_assignment.caregiver_id AND caregiver_assignment_22.started_on <= $5::DATE AND (caregiver_assignment_22.ended_on IS NULL OR caregiver_assignment_22.ended_on > $5::DATE))))) FOR NO KEY UPDATE OF caregiver_assignment), 
parent_read AS MATERIALIZED 
(SELECT parents.caregiver_id AS caregiver_id, parents.caregiver_name AS caregiver_name 
FROM (SELECT caregiver_assignment_13.caregiver_id AS caregiver_id, caregiver_assignment_13.caregiver_name AS caregiver_name, count(*) OVER () AS many 
FROM caregiver_assignment AS caregiver_assignment_13 
WHERE caregiver_assignment_13.country_code = $4::VARCHAR AND caregiver_assignment_13.voided_at IS NULL AND caregiver_assignment_13.home_id = (SELECT home_read.id 
FROM home_read) AND caregiver_assignment_13.role = 'PARENT' AND caregiver_assignment_13.started_on <= $5::DATE AND (caregiver_assignment_13.ended_on IS NULL OR caregiver_assignment_13.ended_on > $5::DATE)) AS parents 
WHERE parents.many = 1), 
written_6 AS MATERIALIZED 
(SELECT CAST(uuidv7() AS UUID) AS n_id, CAST(written_3.n_child_id AS UUID) AS n_child_id, CAST(null AS UUID) AS n_home_id, CAST(written_3.n_programme_id AS UUID) AS n_programme_id, CAST(parent_read.caregiver_id AS UUID) AS n_caregiver_id, CAST(parent_read.caregiver_name AS TEXT) AS n_caregiver_name, CAST('KEY_CARER' AS TEXT) AS n_role, $5::DATE AS n_started_on, CAST(1 AS INTEGER) AS n_version 
FROM go, written_3, parent_read, (SELECT count(*) AS rows 
FROM written_5) AS after_written_5 
WHERE NOT (EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_21 
WHERE caregiver_assignment_21.country_code = $4::VARCHAR AND caregiver_assignment_21.voided_at IS NULL AND caregiver_assignment_21.child_file_id = written_3.n_child_id AND (caregiver_assignment_21.ended_on IS NULL OR caregiver_assignment_21.ended_on > $5::DATE) AND (caregiver_assignment_21.id NOT IN (SELECT written_5.n_id 
FROM written_5)))))
 SELECT checks.failed AS failed, $1::TEXT[] AS touched, CAST(null AS TEXT) AS reason, w1_rows.w1_id, w1_rows.w1_ended_on, w1_rows.w1_end_reason, w2_rows.w2_id, w2_rows.w2_ended_on, w3_rows.w3_id, w3_rows.w3_child_id, w3_rows.w3_care_episode_id, w3_rows.w3_programme_id, w3_rows.w3_started_on, w3_rows.w3_start_reason, w3_rows.w3_move_reason, w3_rows.w3_prepared, w3_rows.w3_prepared_on, w3_rows.w3_home_id, w3_rows.w3_home_name, w3_rows.w3_arrangement, w3_rows.w3_distance_km, w4_rows.w4_id, w4_rows.w4_home_id, w4_rows.w4_started_on, w5_rows.w5_id, w5_rows.w5_ended_on, w5_rows.w5_end_reason, w6_rows.w6_id, w6_rows.w6_child_id, w6_rows.w6_home_id, w6_rows.w6_programme_id, w6_rows.w6_caregiver_id, w6_rows.w6_caregiver_name, w6_rows.w6_role, w6_rows.w6_started_on, h1_rows.h1_type, h1_rows.h1_row_id, h1_rows.h1_version, h1_rows.h1_programme_id, h1_rows.h1_before, h1_rows.h1_after, h2_rows.h2_type, h2_rows.h2_row_id, h2_rows.h2_version, h2_rows.h2_programme_id, h2_rows.h2_before, h2_rows.h2_after, h3_rows.h3_type, h3_rows.h3_row_id, h3_rows.h3_version, h3_rows.h3_programme_id, h3_rows.h3_before, h3_rows.h3_after, h4_rows.h4_type, h4_rows.h4_row_id, h4_rows.h4_version, h4_rows.h4_programme_id, h4_rows.h4_before, h4_rows.h4_after, h5_rows.h5_type, h5_rows.h5_row_id, h5_rows.h5_version, h5_rows.h5_programme_id, h5_rows.h5_before, h5_rows.h5_after, f_rows.f_type, f_rows.f_row_id, f_rows.f_kind, f_rows.f_programme_id 
FROM checks, (SELECT array_agg(CAST(written_1.n_id AS TEXT)) AS w1_id, array_agg(CAST(written_1.n_ended_on AS TEXT)) AS w1_ended_on, array_agg(CAST(written_1.n_end_reason AS TEXT)) AS w1_end_reason 
FROM written_1) AS w1_rows, (SELECT array_agg(CAST(written_2.n_id AS TEXT)) AS w2_id, array_agg(CAST(written_2.n_ended_on AS TEXT)) AS w2_ended_on 
FROM written_2) AS w2_rows, (SELECT array_agg(CAST(written_3.n_id AS TEXT)) AS w3_id, array_agg(CAST(written_3.n_child_id AS TEXT)) AS w3_child_id, array_agg(CAST(written_3.n_care_episode_id AS TEXT)) AS w3_care_episode_id, array_agg(CAST(written_3.n_programme_id AS TEXT)) AS w3_programme_id, array_agg(CAST(written_3.n_started_on AS TEXT)) AS w3_started_on, array_agg(CAST(written_3.n_start_reason AS TEXT)) AS w3_start_reason, array_agg(CAST(written_3.n_move_reason AS TEXT)) AS w3_move_reason, array_agg(CAST(written_3.n_prepared AS TEXT)) AS w3_prepared, array_agg(CAST(written_3.n_prepared_on AS TEXT)) AS w3_prepared_on, array_agg(CAST(written_3.n_home_id AS TEXT)) AS w3_home_id, array_agg(CAST(written_3.n_home_name AS TEXT)) AS w3_home_name, array_agg(CAST(written_3.n_arrangement AS TEXT)) AS w3_arrangement, array_agg(CAST(written_3.n_distance_km AS TEXT)) AS w3_distance_km 
FROM written_3) AS w3_rows, (SELECT array_agg(CAST(written_4.n_id AS TEXT)) AS w4_id, array_agg(CAST(written_4.n_home_id AS TEXT)) AS w4_home_id, array_agg(CAST(written_4.n_started_on AS TEXT)) AS w4_started_on 
FROM written_4) AS w4_rows, (SELECT array_agg(CAST(written_5.n_id AS TEXT)) AS w5_id, array_agg(CAST(written_5.n_ended_on AS TEXT)) AS w5_ended_on, array_agg(CAST(written_5.n_end_reason AS TEXT)) AS w5_end_reason 
FROM written_5) AS w5_rows, (SELECT array_agg(CAST(written_6.n_id AS TEXT)) AS w6_id, array_agg(CAST(written_6.n_child_id AS TEXT)) AS w6_child_id, array_agg(CAST(written_6.n_home_id AS TEXT)) AS w6_home_id, array_agg(CAST(written_6.n_programme_id AS TEXT)) AS w6_programme_id, array_agg(CAST(written_6.n_caregiver_id AS TEXT)) AS w6_caregiver_id, array_agg(CAST(written_6.n_caregiver_name AS TEXT)) AS w6_caregiver_name, array_agg(CAST(written_6.n_role AS TEXT)) AS w6_role, array_agg(CAST(written_6.n_started_on AS TEXT)) AS w6_started_on 
FROM written_6) AS w6_rows, (SELECT array_agg(CAST('Placement' AS TEXT)) AS h1_type, array_agg(CAST(written_1.n_id AS TEXT)) AS h1_row_id, array_agg(CAST(written_1.n_version AS TEXT)) AS h1_version, array_agg(CAST(written_1.n_programme_id AS TEXT)) AS h1_programme_id, array_agg(CAST(jsonb_build_object('endedOn', written_1.o_ended_on, 'endReason', written_1.o_end_reason) - CAST(ARRAY[CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_1.n_end_reason IS NOT DISTINCT FROM written_1.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS TEXT)) AS h1_before, array_agg(CAST(jsonb_build_object('endedOn', written_1.n_ended_on, 'endReason', written_1.n_end_reason) - CAST(ARRAY[CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_1.n_end_reason IS NOT DISTINCT FROM written_1.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS TEXT)) AS h1_after 
FROM written_1) AS h1_rows, (SELECT array_agg(CAST('Placement' AS TEXT)) AS h2_type, array_agg(CAST(written_3.n_id AS TEXT)) AS h2_row_id, array_agg(CAST(written_3.n_version AS TEXT)) AS h2_version, array_agg(CAST(written_3.n_programme_id AS TEXT)) AS h2_programme_id, array_agg(CAST(null AS TEXT)) AS h2_before, array_agg(CAST(jsonb_build_object('child', (('Child_' || $4::VARCHAR) || '_') || CAST(written_3.n_child_id AS TEXT), 'careEpisode', (('CareEpisode_' || $4::VARCHAR) || '_') || CAST(written_3.n_care_episode_id AS TEXT), 'programme', (('Programme_' || $4::VARCHAR) || '_') || CAST(written_3.n_programme_id AS TEXT), 'startedOn', written_3.n_started_on, 'startReason', written_3.n_start_reason, 'moveReason', written_3.n_move_reason, 'prepared', written_3.n_prepared, 'preparedOn', written_3.n_prepared_on, 'home', (('Home_' || $4::VARCHAR) || '_') || CAST(written_3.n_home_id AS TEXT), 'homeName', written_3.n_home_name, 'arrangement', written_3.n_arrangement, 'distanceKm', written_3.n_distance_km) - $16::TEXT[] AS TEXT)) AS h2_after 
FROM written_3) AS h2_rows, (SELECT array_agg(CAST('CaregiverAssignment' AS TEXT)) AS h3_type, array_agg(CAST(written_5.n_id AS TEXT)) AS h3_row_id, array_agg(CAST(written_5.n_version AS TEXT)) AS h3_version, array_agg(CAST(written_5.n_programme_id AS TEXT)) AS h3_programme_id, array_agg(CAST(jsonb_build_object('endedOn', written_5.o_ended_on, 'endReason', written_5.o_end_reason) - CAST(ARRAY[CASE WHEN (written_5.n_ended_on IS NOT DISTINCT FROM written_5.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_5.n_end_reason IS NOT DISTINCT FROM written_5.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS TEXT)) AS h3_before, array_agg(CAST(jsonb_build_object('endedOn', written_5.n_ended_on, 'endReason', written_5.n_end_reason) - CAST(ARRAY[CASE WHEN (written_5.n_ended_on IS NOT DISTINCT FROM written_5.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_5.n_end_reason IS NOT DISTINCT FROM written_5.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS TEXT)) AS h3_after 
FROM written_5) AS h3_rows, (SELECT array_agg(CAST('CaregiverAssignment' AS TEXT)) AS h4_type, array_agg(CAST(written_6.n_id AS TEXT)) AS h4_row_id, array_agg(CAST(written_6.n_version AS TEXT)) AS h4_version, array_agg(CAST(written_6.n_programme_id AS TEXT)) AS h4_programme_id, array_agg(CAST(null AS TEXT)) AS h4_before, array_agg(CAST(jsonb_build_object('caregiverName', written_6.n_caregiver_name) AS TEXT)) AS h4_after 
FROM written_6) AS h4_rows, (SELECT array_agg(CAST('CaregiverAssignment' AS TEXT)) AS h5_type, array_agg(CAST(written_6.n_id AS TEXT)) AS h5_row_id, array_agg(CAST(written_6.n_version AS TEXT)) AS h5_version, array_agg(CAST(written_6.n_programme_id AS TEXT)) AS h5_programme_id, array_agg(CAST(null AS TEXT)) AS h5_before, array_agg(CAST(jsonb_build_object('child', (('Child_' || $4::VARCHAR) || '_') || CAST(written_6.n_child_id AS TEXT), 'home', (('Home_' || $4::VARCHAR) || '_') || CAST(written_6.n_home_id AS TEXT), 'programme', (('Programme_' || $4::VARCHAR) || '_') || CAST(written_6.n_programme_id AS TEXT), 'caregiver', (('Caregiver_' || $4::VARCHAR) || '_') || CAST(written_6.n_caregiver_id AS TEXT), 'role', written_6.n_role, 'startedOn', written_6.n_started_on) AS TEXT)) AS h5_after 
FROM written_6) AS h5_rows, (SELECT array_agg(CAST(in_order.type AS TEXT)) AS f_type, array_agg(CAST(in_order.row_id AS TEXT)) AS f_row_id, array_agg(CAST(in_order.kind AS TEXT)) AS f_kind, array_agg(CAST(in_order.programme_id AS TEXT)) AS f_programme_id 
FROM (SELECT told.type AS type, told.row_id AS row_id, told.kind AS kind, told.programme_id AS programme_id 
FROM (SELECT 1 AS place, 'Placement' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 5 AS place, 'Placement' AS type, written_3.n_id AS row_id, 'CREATED' AS kind, written_3.n_programme_id AS programme_id 
FROM written_3 UNION ALL SELECT 9 AS place, 'CaregiverAssignment' AS type, written_5.n_id AS row_id, 'UPDATED' AS kind, written_5.n_programme_id AS programme_id 
FROM written_5 UNION ALL SELECT 11 AS place, 'CaregiverAssignment' AS type, written_6.n_id AS row_id, 'CREATED' AS kind, written_6.n_programme_id AS programme_id 
FROM written_6) AS told ORDER BY told.place) AS in_order) AS f_rows
;

INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) VALUES ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR, $6::VARCHAR, $7::TEXT[], $8::TEXT[]) ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = excluded.recorded_at WHERE excluded.recorded_at - idempotency_key.recorded_at > interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken
;

UPDATE placement SET ended_on=said.ended_on, end_reason=said.end_reason, version=(placement.version + 1), updated_at=now() FROM unnest(CAST($1::TEXT[] AS UUID[]), CAST($2::TEXT[] AS DATE[]), $3::TEXT[]) AS said(id, ended_on, end_reason) WHERE placement.id = said.id AND placement.country_code = $4::VARCHAR RETURNING placement.id
;

UPDATE home_stay SET ended_on=said.ended_on FROM unnest(CAST($1::TEXT[] AS UUID[]), CAST($2::TEXT[] AS DATE[])) AS said(id, ended_on) WHERE home_stay.id = said.id AND home_stay.country_code = $3::VARCHAR RETURNING home_stay.id
;

INSERT INTO placement (country_code, id, child_id, care_episode_id, programme_id, started_on, start_reason, move_reason, prepared, prepared_on, home_id, home_name, arrangement, distance_km) VALUES ($1::VARCHAR, CAST($2::VARCHAR AS UUID), CAST($3::VARCHAR AS UUID), CAST($4::VARCHAR AS UUID), CAST($5::VARCHAR AS UUID), CAST($6::VARCHAR AS DATE), $7::VARCHAR, $8::VARCHAR, $9::VARCHAR, CAST($10::VARCHAR AS DATE), CAST($11::VARCHAR AS UUID), $12::VARCHAR, $13::VARCHAR, CAST($14::VARCHAR AS BIGINT))
;

INSERT INTO home_stay (country_code, id, home_id, started_on) VALUES ($1::VARCHAR, CAST($2::VARCHAR AS UUID), CAST($3::VARCHAR AS UUID), CAST($4::VARCHAR AS DATE))
;

UPDATE caregiver_assignment SET ended_on=said.ended_on, end_reason=said.end_reason, version=(caregiver_assignment.version + 1), updated_at=now() FROM unnest(CAST($1::TEXT[] AS UUID[]), CAST($2::TEXT[] AS DATE[]), $3::TEXT[]) AS said(id, ended_on, end_reason) WHERE caregiver_assignment.id = said.id AND caregiver_assignment.country_code = $4::VARCHAR RETURNING caregiver_assignment.id
;

INSERT INTO history_sensitive (country_code, issuer, subject, operation, type, row_id, version, programme_id, before, after) VALUES ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR, CAST($6::VARCHAR AS UUID), CAST($7::VARCHAR AS BIGINT), CAST($8::VARCHAR AS UUID), CAST($9::VARCHAR AS JSONB), CAST($10::VARCHAR AS JSONB)), ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::VARCHAR, $11::VARCHAR, CAST($12::VARCHAR AS UUID), CAST($13::VARCHAR AS BIGINT), CAST($14::VARCHAR AS UUID), CAST($15::VARCHAR AS JSONB), CAST($16::VARCHAR AS JSONB)), ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::VARCHAR, $17::VARCHAR, CAST($18::VARCHAR AS UUID), CAST($19::VARCHAR AS BIGINT), CAST($20::VARCHAR AS UUID), CAST($21::VARCHAR AS JSONB), CAST($22::VARCHAR AS JSONB))
;

INSERT INTO change_counter (country_code, last) VALUES ($1::VARCHAR, $2::BIGINT) ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last
;

INSERT INTO change (country_code, writer, operation, key, number, type, row_id, kind, programme_id) VALUES ($1::VARCHAR, CAST($2::VARCHAR AS UUID), $3::VARCHAR, $4::VARCHAR, CAST($5::VARCHAR AS BIGINT), $6::VARCHAR, CAST($7::VARCHAR AS UUID), $8::VARCHAR, CAST($9::VARCHAR AS UUID)), ($1::VARCHAR, CAST($2::VARCHAR AS UUID), $3::VARCHAR, $4::VARCHAR, CAST($10::VARCHAR AS BIGINT), $11::VARCHAR, CAST($12::VARCHAR AS UUID), $13::VARCHAR, CAST($14::VARCHAR AS UUID)), ($1::VARCHAR, CAST($2::VARCHAR AS UUID), $3::VARCHAR, $4::VARCHAR, CAST($15::VARCHAR AS BIGINT), $16::VARCHAR, CAST($17::VARCHAR AS UUID), $18::VARCHAR, CAST($19::VARCHAR AS UUID))
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_9.*) AS value 
FROM placement AS placement_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_7.*) AS value 
FROM child AS child_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_5.*) AS value 
FROM placement AS placement_4, home AS home_3 JOIN LATERAL (SELECT (('Home_' || home_3.country_code) || '_') || CAST(home_3.id AS TEXT) AS id, home_3.name AS name) AS node_5 ON true 
WHERE placement_4.child_file_id = child_2.id AND placement_4.started_on <= $1::DATE AND (placement_4.ended_on IS NULL OR placement_4.ended_on > $1::DATE) AND placement_4.country_code = $2::VARCHAR AND placement_4.voided_at IS NULL AND home_3.id = placement_4.home_id AND home_3.country_code = $2::VARCHAR AND home_3.voided_at IS NULL) AS link_6 ON true JOIN LATERAL (SELECT (('Child_' || child_2.country_code) || '_') || CAST(child_2.id AS TEXT) AS id, link_6.value AS home) AS node_7 ON true 
WHERE child_2.id = placement_1.child_file_id AND child_2.country_code = $2::VARCHAR AND child_2.voided_at IS NULL) AS link_8 ON true JOIN LATERAL (SELECT (('Placement_' || placement_1.country_code) || '_') || CAST(placement_1.id AS TEXT) AS id, placement_1.version AS version, placement_1.started_on AS "startedOn", placement_1.ended_on AS "endedOn", placement_1.start_reason AS "startReason", placement_1.end_reason AS "endReason", placement_1.arrangement AS arrangement, placement_1.setting AS setting, placement_1.move_reason AS "moveReason", placement_1.prepared AS prepared, placement_1.prepared_on AS "preparedOn", placement_1.distance_km AS "distanceKm", link_8.value AS child) AS node_9 ON true 
WHERE placement_1.country_code = $2::VARCHAR AND placement_1.country_code = $3::VARCHAR AND placement_1.id = $4::UUID) AS placement, $5::JSON AS errors) AS answer
;

