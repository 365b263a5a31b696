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

WITH RECURSIVE reached(id) AS 
(SELECT (coalesce($6::UUID[]))[1] AS id UNION SELECT sibling_bond_4.sibling_file_id AS sibling_id 
FROM sibling_bond AS sibling_bond_4, reached 
WHERE sibling_bond_4.country_code = $1::VARCHAR AND sibling_bond_4.voided_at IS NULL AND sibling_bond_4.child_file_id = reached.id AND sibling_bond_4.sibling_file_id = ANY ($6::UUID[]) AND sibling_bond_4.started_on <= $4::DATE AND (sibling_bond_4.ended_on IS NULL OR sibling_bond_4.ended_on > $4::DATE)), 
children_read AS MATERIALIZED 
(SELECT child_1.id AS id, child_1.programme_id AS programme_id, child_1.enrolled_on AS enrolled_on, child_1.birth_date AS birth_date, child_1.died_on AS died_on, child_1.died_on_precision AS died_on_precision, (coalesce($7::UUID[]))[array_position($6::UUID[], child_1.id)] AS placement_id, care_of_child.care_episode_id AS care_episode_id, care_of_child.care_started_on AS care_started_on, care_of_child.care_ended_on AS care_ended_on, care_of_child.family_latitude_e2 AS family_latitude_e2, care_of_child.family_longitude_e2 AS family_longitude_e2 
FROM child AS child_1 LEFT OUTER JOIN LATERAL (SELECT care_episode_2.id AS care_episode_id, care_episode_2.started_on AS care_started_on, care_episode_2.ended_on AS care_ended_on, care_episode_2.family_latitude_e2 AS family_latitude_e2, care_episode_2.family_longitude_e2 AS family_longitude_e2 
FROM care_episode AS care_episode_2 
WHERE care_episode_2.country_code = $1::VARCHAR AND care_episode_2.voided_at IS NULL AND care_episode_2.child_file_id = child_1.id AND care_episode_2.started_on <= $4::DATE AND (care_episode_2.ended_on IS NULL OR care_episode_2.ended_on > $4::DATE)) AS care_of_child ON true 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL AND child_1.id = ANY ($6::UUID[])), 
stays_read AS MATERIALIZED 
(SELECT placement_3.id AS id, placement_3.child_file_id AS child_id, placement_3.home_id AS home_id, placement_3.arrangement AS arrangement, placement_3.partner_id AS partner_id 
FROM placement AS placement_3, children_read 
WHERE placement_3.country_code = $1::VARCHAR AND placement_3.voided_at IS NULL AND placement_3.child_file_id = children_read.id AND (placement_3.started_on < $4::DATE OR placement_3.started_on = $4::DATE AND $4::DATE <= $8::DATE) AND (placement_3.ended_on IS NULL OR placement_3.ended_on > $4::DATE)), 
home_read AS MATERIALIZED 
(SELECT true AS found, home_of_home.id AS id, home_of_home.programme_id AS programme_id, home_of_home.name AS name, home_of_home.form AS form, home_of_home.capacity AS capacity, home_of_home.opened_on AS opened_on, home_of_home.closed_on AS closed_on 
FROM home AS home_of_home 
WHERE home_of_home.country_code = $1::VARCHAR AND home_of_home.voided_at IS NULL AND home_of_home.id = $9::UUID), 
movers_read AS MATERIALIZED 
(SELECT children_read.id AS id, children_read.programme_id AS programme_id, children_read.enrolled_on AS enrolled_on, children_read.birth_date AS birth_date, children_read.died_on AS died_on, children_read.died_on_precision AS died_on_precision, children_read.placement_id AS placement_id, children_read.care_episode_id AS care_episode_id, children_read.care_started_on AS care_started_on, children_read.care_ended_on AS care_ended_on, children_read.family_latitude_e2 AS family_latitude_e2, children_read.family_longitude_e2 AS family_longitude_e2 
FROM children_read 
WHERE (children_read.id NOT IN (SELECT stays_read.child_id 
FROM stays_read 
WHERE stays_read.home_id = (SELECT home_read.id 
FROM home_read)))), 
parent_read AS MATERIALIZED 
(SELECT parents.caregiver_id AS caregiver_id, parents.caregiver_name AS caregiver_name 
FROM (SELECT caregiver_assignment_14.caregiver_id AS caregiver_id, caregiver_assignment_14.caregiver_name AS caregiver_name, count(*) OVER () AS many 
FROM caregiver_assignment AS caregiver_assignment_14 
WHERE caregiver_assignment_14.country_code = $1::VARCHAR AND caregiver_assignment_14.voided_at IS NULL AND caregiver_assignment_14.home_id = (SELECT home_read.id 
FROM home_read) AND caregiver_assignment_14.role = 'PARENT' AND caregiver_assignment_14.started_on <= $4::DATE AND (caregiver_assignment_14.ended_on IS NULL OR caregiver_assignment_14.ended_on > $4::DATE)) AS parents 
WHERE parents.many = 1), 
crowding_read AS MATERIALIZED 
(SELECT min(days.day) AS day 
FROM (SELECT stays.home_id AS home_id, turns.day AS day, lead(turns.day) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS until, sum(sum(stays.lives * turns.sign)) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS lives 
FROM (SELECT home_stay_5.home_id AS home_id, home_stay_5.started_on AS started_on, home_stay_5.ended_on AS ended_on, 1 AS lives 
FROM home_stay AS home_stay_5 
WHERE home_stay_5.country_code = $1::VARCHAR AND home_stay_5.voided_at IS NULL AND home_stay_5.home_id = (SELECT home_read.id 
FROM home_read) AND (home_stay_5.ended_on IS NULL OR home_stay_5.ended_on > $4::DATE) UNION ALL SELECT home_read.id AS id, $4::DATE AS anon_6, CAST(null AS DATE) AS "null", (SELECT count(*) AS count_2 
FROM movers_read) AS anon_7 
FROM home_read) AS stays JOIN LATERAL (VALUES (greatest(stays.started_on, $4::DATE), 1), (stays.ended_on, -1)) AS turns (day, sign) ON true 
WHERE turns.day IS NOT NULL GROUP BY stays.home_id, turns.day) AS days 
WHERE days.lives > (SELECT home_read.capacity 
FROM home_read)), 
gates_read AS MATERIALIZED 
(SELECT coalesce((SELECT policy_6.value 
FROM policy AS policy_6 
WHERE policy_6.code = $1::VARCHAR AND policy_6.key = ('licence_required.' || home_read.form) AND policy_6.jurisdiction = coalesce((SELECT programme_7.jurisdiction 
FROM programme AS programme_7 
WHERE programme_7.country_code = $1::VARCHAR AND programme_7.voided_at IS NULL AND programme_7.id = home_read.programme_id), '') AND policy_6.from_day <= $4::DATE AND (policy_6.until_day IS NULL OR policy_6.until_day > $4::DATE)) = 'YES', false) AND coalesce((SELECT (array_agg(CASE WHEN (inspection_8.outcome IN ('PASSED', 'CONDITIONS')) THEN inspection_8.valid_until ELSE inspection_8.held_on END ORDER BY inspection_8.held_on DESC, inspection_8.id DESC))[1] AS anon_8 
FROM inspection AS inspection_8 
WHERE inspection_8.country_code = $1::VARCHAR AND inspection_8.voided_at IS NULL AND inspection_8.home_id = home_read.id AND inspection_8.held_on <= $4::DATE AND inspection_8.kind IN ('LICENCE', 'REGISTRATION')) <= $4::DATE, true) AS unlicensed, coalesce((SELECT policy_6.value 
FROM policy AS policy_6 
WHERE policy_6.code = $1::VARCHAR AND policy_6.key = ('licence_required.' || home_read.form) AND policy_6.jurisdiction = coalesce((SELECT programme_7.jurisdiction 
FROM programme AS programme_7 
WHERE programme_7.country_code = $1::VARCHAR AND programme_7.voided_at IS NULL AND programme_7.id = home_read.programme_id), '') AND policy_6.from_day <= $4::DATE AND (policy_6.until_day IS NULL OR policy_6.until_day > $4::DATE)) = 'YES', false) AND coalesce((SELECT (array_agg(CASE WHEN (inspection_8.outcome IN ('PASSED', 'CONDITIONS')) THEN inspection_8.valid_until ELSE inspection_8.held_on END ORDER BY inspection_8.held_on DESC, inspection_8.id DESC))[1] AS anon_8 
FROM inspection AS inspection_8 
WHERE inspection_8.country_code = $1::VARCHAR AND inspection_8.voided_at IS NULL AND inspection_8.home_id = home_read.id AND inspection_8.held_on <= $4::DATE AND inspection_8.kind IN ('LICENCE', 'REGISTRATION')) <= $4::DATE, true) AND (EXISTS (SELECT 1 
FROM inspection AS inspection_8 
WHERE inspection_8.country_code = $1::VARCHAR AND inspection_8.voided_at IS NULL AND inspection_8.home_id = home_read.id AND inspection_8.held_on <= $4::DATE AND inspection_8.kind IN ('LICENCE', 'REGISTRATION'))) AS refused, EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_9, caregiver AS caregiver_10 
WHERE caregiver_assignment_9.country_code = $1::VARCHAR AND caregiver_assignment_9.voided_at IS NULL AND caregiver_10.country_code = $1::VARCHAR AND caregiver_10.voided_at IS NULL AND caregiver_assignment_9.home_id = home_read.id AND caregiver_assignment_9.started_on <= $4::DATE AND (caregiver_assignment_9.ended_on IS NULL OR caregiver_assignment_9.ended_on > $4::DATE) AND caregiver_10.id = caregiver_assignment_9.caregiver_id AND NOT coalesce(CASE WHEN ((SELECT policy_12.value 
FROM policy AS policy_12 
WHERE policy_12.code = $1::VARCHAR AND policy_12.key = ('checks_required.' || caregiver_10.kind) AND policy_12.jurisdiction = coalesce((SELECT programme_13.jurisdiction 
FROM programme AS programme_13 
WHERE programme_13.country_code = $1::VARCHAR AND programme_13.voided_at IS NULL AND programme_13.id = caregiver_10.programme_id), '') AND policy_12.from_day <= $8::DATE AND (policy_12.until_day IS NULL OR policy_12.until_day > $8::DATE)) = 'NOT_APPLICABLE') THEN CAST('9999-12-31' AS DATE) ELSE CAST((SELECT CASE WHEN (count(*) FILTER (WHERE newest.until IS NULL) > 0) THEN NULL ELSE min(newest.until) END AS anon_9 
FROM unnest(string_to_array((SELECT policy_12.value 
FROM policy AS policy_12 
WHERE policy_12.code = $1::VARCHAR AND policy_12.key = ('checks_required.' || caregiver_10.kind) AND policy_12.jurisdiction = coalesce((SELECT programme_13.jurisdiction 
FROM programme AS programme_13 
WHERE programme_13.country_code = $1::VARCHAR AND programme_13.voided_at IS NULL AND programme_13.id = caregiver_10.programme_id), '') AND policy_12.from_day <= $8::DATE AND (policy_12.until_day IS NULL OR policy_12.until_day > $8::DATE)), ' ')) AS asked(kind) LEFT OUTER JOIN LATERAL (SELECT CASE WHEN (checks_of_caregiver.outcome IN ('PASSED', 'CONDITIONS')) THEN checks_of_caregiver.valid_until END AS until 
FROM (SELECT caregiver_check_11.id AS id, caregiver_check_11.kind AS kind, caregiver_check_11.decided_on AS decided_on, caregiver_check_11.valid_until AS valid_until, caregiver_check_11.outcome AS outcome 
FROM caregiver_check AS caregiver_check_11 
WHERE caregiver_check_11.country_code = $1::VARCHAR AND caregiver_check_11.voided_at IS NULL AND caregiver_check_11.caregiver_id = caregiver_10.id) AS checks_of_caregiver 
WHERE checks_of_caregiver.kind = asked.kind ORDER BY checks_of_caregiver.decided_on DESC, checks_of_caregiver.id DESC 
 LIMIT 1) AS newest ON true) AS DATE) END > $4::DATE, false)) AS uncleared 
FROM home_read), 
checks AS MATERIALIZED 
(SELECT array_cat(array_cat(array_cat(array_cat(array_cat(array_cat(array_cat(array_cat(array_cat(array_cat(array_cat(array_remove(ARRAY[CASE WHEN (home_read.found IS NOT true) THEN 'home_is_there' ELSE null END, CASE WHEN (((SELECT count(*) AS count_1 
FROM reached) = cardinality($6::UUID[]) AND cardinality($6::UUID[]) > 1) IS NOT true) THEN 'children_are_siblings' ELSE null END, CASE WHEN (((SELECT count(*) AS count_2 
FROM movers_read) > 0) IS NOT true) THEN 'somebody_moves' ELSE null END, CASE WHEN (($5::VARCHAR IS NULL OR $5::VARCHAR = 'MOVE' OR $5::VARCHAR = 'HOME_CLOSED' OR $5::VARCHAR = 'OTHER') IS NOT true) THEN 'reason_ends_no_care' ELSE null END, CASE WHEN ((crowding_read.day IS NULL) IS NOT true) THEN 'home_has_room' ELSE null END, CASE WHEN ((NOT gates_read.unlicensed OR $4::DATE <= $8::DATE AND NOT gates_read.refused) IS NOT true) THEN 'home_is_licensed' ELSE null END, CASE WHEN ((NOT gates_read.uncleared) IS NOT true) THEN 'home_carers_are_cleared' ELSE null END, CASE WHEN ((((EXISTS (SELECT 1 
FROM parent_read)) OR (EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_15, stays_read 
WHERE caregiver_assignment_15.country_code = $1::VARCHAR AND caregiver_assignment_15.voided_at IS NULL AND caregiver_assignment_15.child_file_id = stays_read.child_id AND (caregiver_assignment_15.started_on < $4::DATE OR caregiver_assignment_15.started_on = $4::DATE AND $4::DATE <= $8::DATE) AND (caregiver_assignment_15.ended_on IS NULL OR caregiver_assignment_15.ended_on > $4::DATE) AND (EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_16 
WHERE caregiver_assignment_16.country_code = $1::VARCHAR AND caregiver_assignment_16.voided_at IS NULL AND caregiver_assignment_16.home_id = stays_read.home_id AND caregiver_assignment_16.caregiver_id = caregiver_assignment_15.caregiver_id AND caregiver_assignment_16.started_on <= $4::DATE AND (caregiver_assignment_16.ended_on IS NULL OR caregiver_assignment_16.ended_on > $4::DATE))) AND coalesce($10::BOOLEAN, false) IS false))) IS NOT true) IS NOT true) THEN 'key_carers_follow' ELSE null END, CASE WHEN ((home_read.opened_on <= $4::DATE AND home_read.closed_on IS NULL) IS NOT true) THEN 'home_is_open' ELSE null END, CASE WHEN (((NOT (NOT (EXISTS (SELECT 1 
FROM movers_read 
WHERE ($4::DATE >= movers_read.enrolled_on) IS NOT true)))) IS NOT true) IS NOT true) THEN 'admission_is_earlier' ELSE null END, CASE WHEN (((EXISTS (SELECT 1 
FROM temporary_stay AS temporary_stay_20 
WHERE temporary_stay_20.country_code = $1::VARCHAR AND temporary_stay_20.voided_at IS NULL AND temporary_stay_20.placement_id IN (SELECT stays_read.id 
FROM stays_read 
WHERE stays_read.child_id IN (SELECT movers_read.id 
FROM movers_read)) AND (temporary_stay_20.ended_on IS NULL OR temporary_stay_20.ended_on > $4::DATE))) IS NOT true) IS NOT true) THEN 'temporary_stay_ends_along' ELSE null END], null), (SELECT array_agg('children_are_there:' || CAST(children_are_there_at.place AS TEXT) ORDER BY children_are_there_at.place) AS array_agg_1 
FROM (SELECT children_given.nth_part - 1 AS place 
FROM unnest($6::UUID[]) WITH ORDINALITY AS children_given(id, nth_part) 
WHERE children_given.id IS NOT NULL AND NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE children_read.id = children_given.id))) AS children_are_there_at)), (SELECT array_agg('young_live_in_families:' || CAST(young_live_in_families_at.place AS TEXT) ORDER BY young_live_in_families_at.place) AS array_agg_2 
FROM (SELECT array_position($6::UUID[], movers_read.id) - 1 AS place 
FROM movers_read, programme AS programme_17, home_read 
WHERE programme_17.country_code = $1::VARCHAR AND programme_17.voided_at IS NULL AND programme_17.id = movers_read.programme_id AND ($4::DATE <= $8::DATE OR false OR NOT coalesce(home_read.form = 'SOS_FAMILY' OR home_read.form = 'FOSTER_FAMILY' OR home_read.form = 'KINSHIP_FAMILY' OR home_read.form = 'SMALL_GROUP_HOME' OR home_read.form = 'YOUTH_HOME' OR home_read.form = 'SUPERVISED_INDEPENDENT_LIVING' OR home_read.form = 'EMERGENCY_SHELTER' OR home_read.form = 'OTHER_RESIDENTIAL' OR home_read.form = 'FAMILY_CENTRE' OR home_read.form = 'BOARDING_SCHOOL' OR home_read.form = 'SECURE', false) OR movers_read.birth_date IS NULL OR CAST(EXTRACT(year FROM age(CAST($4::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST(movers_read.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= 18 OR CAST(EXTRACT(year FROM age(CAST($4::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST(movers_read.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= (SELECT said_policy.whole 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = 'family_only_under_age' AND said_policy.jurisdiction = coalesce(programme_17.jurisdiction, '') AND said_policy.from_day <= $4::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $4::DATE)) OR (home_read.form = 'SOS_FAMILY' OR home_read.form = 'FOSTER_FAMILY' OR home_read.form = 'KINSHIP_FAMILY' OR home_read.form = 'SMALL_GROUP_HOME' OR home_read.form = 'YOUTH_HOME' OR home_read.form = 'SUPERVISED_INDEPENDENT_LIVING' OR home_read.form = 'EMERGENCY_SHELTER') AND (SELECT said_policy.value 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = ('setting_of.' || home_read.form) AND said_policy.jurisdiction = coalesce(programme_17.jurisdiction, '') AND said_policy.from_day <= $4::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $4::DATE)) != 'RESIDENTIAL') IS NOT true) AS young_live_in_families_at)), (SELECT array_agg('placement_in_episode:' || CAST(placement_in_episode_at.place AS TEXT) ORDER BY placement_in_episode_at.place) AS array_agg_3 
FROM (SELECT array_position($6::UUID[], movers_read.id) - 1 AS place 
FROM movers_read 
WHERE ($4::DATE <= $8::DATE OR movers_read.care_episode_id IS NOT NULL) IS NOT true) AS placement_in_episode_at)), (SELECT array_agg('no_other_placement:' || CAST(no_other_placement_at.place AS TEXT) ORDER BY no_other_placement_at.place) AS array_agg_4 
FROM (SELECT array_position($6::UUID[], movers_read.id) - 1 AS place 
FROM movers_read 
WHERE EXISTS (SELECT 1 
FROM placement AS placement_18 
WHERE placement_18.country_code = $1::VARCHAR AND placement_18.voided_at IS NULL AND placement_18.child_file_id = movers_read.id AND (placement_18.ended_on IS NULL OR placement_18.ended_on > greatest($4::DATE, placement_18.started_on)) AND NOT (placement_18.started_on < $4::DATE OR placement_18.started_on = $4::DATE AND $4::DATE <= $8::DATE))) AS no_other_placement_at)), (SELECT array_agg('programme_runs:' || CAST(programme_runs_at.place AS TEXT) ORDER BY programme_runs_at.place) AS array_agg_5 
FROM (SELECT array_position($6::UUID[], movers_read.id) - 1 AS place 
FROM movers_read, programme AS programme_19 
WHERE programme_19.country_code = $1::VARCHAR AND programme_19.voided_at IS NULL AND programme_19.id = movers_read.programme_id AND (programme_19.started_on <= $4::DATE AND (programme_19.ended_on IS NULL OR programme_19.ended_on > $4::DATE) OR $4::DATE < $4::DATE) IS NOT true) AS programme_runs_at)), (SELECT array_agg('started_on_in_the_life_of_child_id_begun:' || CAST(started_on_in_the_life_of_child_id_begun_at.place AS TEXT) ORDER BY started_on_in_the_life_of_child_id_begun_at.place) AS array_agg_6 
FROM (SELECT array_position($6::UUID[], movers_read.id) - 1 AS place 
FROM movers_read 
WHERE (movers_read.birth_date IS NULL OR movers_read.birth_date <= $4::DATE) IS NOT true) AS started_on_in_the_life_of_child_id_begun_at)), (SELECT array_agg('ended_on_in_the_life_of_child_id:' || CAST(ended_on_in_the_life_of_child_id_at.place AS TEXT) ORDER BY ended_on_in_the_life_of_child_id_at.place) AS array_agg_7 
FROM (SELECT array_position($6::UUID[], movers_read.id) - 1 AS place 
FROM movers_read 
WHERE (movers_read.died_on IS NULL OR null IS NOT NULL AND null <= least(CASE WHEN (movers_read.died_on_precision = 'MONTH') THEN CAST(movers_read.died_on + interval '1 month -1 day' AS DATE) WHEN (movers_read.died_on_precision = 'YEAR') THEN CAST(movers_read.died_on + interval '1 year -1 day' AS DATE) WHEN (movers_read.died_on_precision = 'ESTIMATED') THEN CAST(movers_read.died_on + interval '1 year -1 day' AS DATE) ELSE movers_read.died_on END, $8::DATE) + 1) IS NOT true) AS ended_on_in_the_life_of_child_id_at)), (SELECT array_agg('ended_on_inside_care_episode_id:' || CAST(ended_on_inside_care_episode_id_at.place AS TEXT) ORDER BY ended_on_inside_care_episode_id_at.place) AS array_agg_8 
FROM (SELECT array_position($6::UUID[], movers_read.id) - 1 AS place 
FROM movers_read 
WHERE (movers_read.care_episode_id IS NULL OR movers_read.care_ended_on IS NULL OR null IS NOT NULL AND null <= movers_read.care_ended_on) IS NOT true) AS ended_on_inside_care_episode_id_at)), (SELECT array_agg('prepared_on_in_the_life_of_child_id_begun:' || CAST(prepared_on_in_the_life_of_child_id_begun_at.place AS TEXT) ORDER BY prepared_on_in_the_life_of_child_id_begun_at.place) AS array_agg_9 
FROM (SELECT array_position($6::UUID[], movers_read.id) - 1 AS place 
FROM movers_read 
WHERE ($11::DATE IS NULL OR movers_read.birth_date IS NULL OR movers_read.birth_date <= $11::DATE) IS NOT true) AS prepared_on_in_the_life_of_child_id_begun_at)), (SELECT array_agg('prepared_on_in_the_life_of_child_id:' || CAST(prepared_on_in_the_life_of_child_id_at.place AS TEXT) ORDER BY prepared_on_in_the_life_of_child_id_at.place) AS array_agg_10 
FROM (SELECT array_position($6::UUID[], movers_read.id) - 1 AS place 
FROM movers_read 
WHERE ($11::DATE IS NULL OR movers_read.died_on IS NULL OR $11::DATE <= least(CASE WHEN (movers_read.died_on_precision = 'MONTH') THEN CAST(movers_read.died_on + interval '1 month -1 day' AS DATE) WHEN (movers_read.died_on_precision = 'YEAR') THEN CAST(movers_read.died_on + interval '1 year -1 day' AS DATE) WHEN (movers_read.died_on_precision = 'ESTIMATED') THEN CAST(movers_read.died_on + interval '1 year -1 day' AS DATE) ELSE movers_read.died_on END, $8::DATE)) IS NOT true) AS prepared_on_in_the_life_of_child_id_at)), (SELECT array_agg('care_episode_id_of_the_same_child_id:' || CAST(care_episode_id_of_the_same_child_id_at.place AS TEXT) ORDER BY care_episode_id_of_the_same_child_id_at.place) AS array_agg_11 
FROM (SELECT array_position($6::UUID[], movers_read.id) - 1 AS place 
FROM movers_read 
WHERE (movers_read.care_episode_id IS NULL OR movers_read.care_episode_id IS NULL OR movers_read.id = movers_read.id) IS NOT true) AS care_episode_id_of_the_same_child_id_at)) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN home_read ON true LEFT OUTER JOIN crowding_read ON true LEFT OUTER JOIN gates_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_10, $2::VARCHAR AS anon_11, $3::VARCHAR AS anon_12, $12::VARCHAR AS anon_13, $13::VARCHAR AS anon_14, $14::VARCHAR AS anon_15, coalesce((SELECT array_agg((('Placement_' || $1::VARCHAR) || '_') || CAST(coalesce((SELECT stays_read.id 
FROM stays_read 
WHERE stays_read.child_id = children_read.id AND stays_read.home_id = (SELECT home_read.id 
FROM home_read)), children_read.placement_id) AS TEXT) ORDER BY array_position($6::UUID[], children_read.id)) AS array_agg_12 
FROM children_read), '{}'::text[]) AS coalesce_1, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE placement SET version=(placement.version + 1), updated_at=now(), ended_on=$4::DATE, end_reason=coalesce($5::VARCHAR, 'MOVE') FROM go WHERE placement.country_code = $1::VARCHAR AND placement.voided_at IS NULL AND go.one = 1 AND placement.id IN (SELECT stays_read.id 
FROM stays_read 
WHERE stays_read.child_id IN (SELECT movers_read.id 
FROM movers_read)) RETURNING new.ended_on AS n_ended_on, new.end_reason AS n_end_reason, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.ended_on AS o_ended_on, old.end_reason AS o_end_reason, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Placement', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'placeSiblings', null, jsonb_build_object('endedOn', written_1.o_ended_on, 'endReason', written_1.o_end_reason) - CAST(ARRAY[CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_1.n_end_reason IS NOT DISTINCT FROM written_1.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_4, jsonb_build_object('endedOn', written_1.n_ended_on, 'endReason', written_1.n_end_reason) - CAST(ARRAY[CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_1.n_end_reason IS NOT DISTINCT FROM written_1.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_5 
FROM written_1 RETURNING row_id), 
home_place_read AS MATERIALIZED 
(SELECT home_address_21.latitude_e2 AS latitude_e2, home_address_21.longitude_e2 AS longitude_e2 
FROM home_address AS home_address_21 
WHERE home_address_21.country_code = $1::VARCHAR AND home_address_21.voided_at IS NULL AND home_address_21.home_id = (SELECT home_read.id 
FROM home_read) AND home_address_21.started_on <= $4::DATE AND (home_address_21.ended_on IS NULL OR home_address_21.ended_on > $4::DATE) 
 LIMIT 1), 
written_3 AS 
(INSERT INTO placement (country_code, id, child_id, care_episode_id, programme_id, started_on, start_reason, move_reason, prepared, prepared_on, home_id, home_name, arrangement, distance_km) SELECT $1::VARCHAR AS country_code, movers_read.placement_id AS id, movers_read.id AS child_id, movers_read.care_episode_id AS care_episode_id, movers_read.programme_id AS programme_id, $4::DATE AS started_on, coalesce($16::VARCHAR, 'MOVE') AS start_reason, $17::VARCHAR AS move_reason, coalesce($18::VARCHAR, CASE WHEN ($11::DATE IS NOT NULL) THEN 'YES' ELSE 'NOT_KNOWN' END) AS prepared, $11::DATE AS prepared_on, home_read.id AS home_id, home_read.name AS home_name, home_read.form AS arrangement, CAST(round(12742.0 * asin(sqrt(CASE WHEN (power(sin((radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians(movers_read.family_latitude_e2 / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) + cos(radians(movers_read.family_latitude_e2 / CAST(100.0 AS NUMERIC))) * cos(radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC))) * power(sin((radians((SELECT home_place_read.longitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians(movers_read.family_longitude_e2 / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) > 1.0) THEN 1.0 ELSE power(sin((radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians(movers_read.family_latitude_e2 / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) + cos(radians(movers_read.family_latitude_e2 / CAST(100.0 AS NUMERIC))) * cos(radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC))) * power(sin((radians((SELECT home_place_read.longitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians(movers_read.family_longitude_e2 / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) END))) AS INTEGER) AS distance_km 
FROM go, movers_read, home_read, (SELECT count(*) AS rows 
FROM written_1) AS after_written_1 RETURNING id AS n_id, child_id AS n_child_id, care_episode_id AS n_care_episode_id, programme_id AS n_programme_id, started_on AS n_started_on, start_reason AS n_start_reason, move_reason AS n_move_reason, prepared AS n_prepared, prepared_on AS n_prepared_on, home_id AS n_home_id, home_name AS n_home_name, arrangement AS n_arrangement, distance_km AS n_distance_km, version AS n_version), 
history_sensitive_of_written_3 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_16, 'Placement', written_3.n_id AS n_id, written_3.n_version AS n_version, written_3.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_17, $3::VARCHAR AS anon_18, 'placeSiblings', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_3.n_child_id AS TEXT), 'careEpisode', (('CareEpisode_' || $1::VARCHAR) || '_') || CAST(written_3.n_care_episode_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_3.n_programme_id AS TEXT), 'startedOn', written_3.n_started_on, 'startReason', written_3.n_start_reason, 'moveReason', written_3.n_move_reason, 'prepared', written_3.n_prepared, 'preparedOn', written_3.n_prepared_on, 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_3.n_home_id AS TEXT), 'homeName', written_3.n_home_name, 'arrangement', written_3.n_arrangement, 'distanceKm', written_3.n_distance_km) - $15::TEXT[] AS anon_19 
FROM written_3 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'Placement' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 5 AS place, 'Placement' AS type, written_3.n_id AS row_id, 'CREATED' AS kind, written_3.n_programme_id AS programme_id 
FROM written_3), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_24, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_25, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_3) AS anon_26 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_20, (counter.last - (SELECT count(*) AS count_3 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_21, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $19::UUID AS anon_22, 'placeSiblings', $12::VARCHAR AS anon_23 
FROM touched, counter RETURNING number), 
written_2 AS 
(UPDATE home_stay SET ended_on=$4::DATE FROM go, written_1 WHERE home_stay.country_code = $1::VARCHAR AND home_stay.voided_at IS NULL AND go.one = 1 AND home_stay.id = written_1.n_id RETURNING new.ended_on AS n_ended_on, new.id AS n_id, old.ended_on AS o_ended_on, old.id AS o_id), 
written_4 AS 
(INSERT INTO home_stay (country_code, id, home_id, started_on) SELECT $1::VARCHAR AS country_code, written_3.n_id AS id, written_3.n_home_id AS home_id, written_3.n_started_on AS started_on 
FROM go, written_3 RETURNING id AS n_id, home_id AS n_home_id, started_on AS n_started_on)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, coalesce((SELECT array_agg((('Placement_' || $1::VARCHAR) || '_') || CAST(coalesce((SELECT stays_read.id 
FROM stays_read 
WHERE stays_read.child_id = children_read.id AND stays_read.home_id = (SELECT home_read.id 
FROM home_read)), children_read.placement_id) AS TEXT) ORDER BY array_position($6::UUID[], children_read.id)) AS array_agg_12 
FROM children_read), '{}'::text[]) AS touched, ARRAY[(SELECT count(*) AS count_4 
FROM written_1), (SELECT count(*) AS count_5 
FROM written_2), (SELECT count(*) AS count_6 
FROM written_3), (SELECT count(*) AS count_7 
FROM written_4)] AS written, (SELECT counter.last 
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

WITH RECURSIVE reached(id) AS 
(SELECT (coalesce($6::UUID[]))[1] AS id UNION SELECT sibling_bond_4.sibling_file_id AS sibling_id 
FROM sibling_bond AS sibling_bond_4, reached 
WHERE sibling_bond_4.country_code = $1::VARCHAR AND sibling_bond_4.voided_at IS NULL AND sibling_bond_4.child_file_id = reached.id AND sibling_bond_4.sibling_file_id = ANY ($6::UUID[]) AND sibling_bond_4.started_on <= $4::DATE AND (sibling_bond_4.ended_on IS NULL OR sibling_bond_4.ended_on > $4::DATE)), 
children_read AS MATERIALIZED 
(SELECT child_1.id AS id, child_1.programme_id AS programme_id, child_1.enrolled_on AS enrolled_on, child_1.birth_date AS birth_date, child_1.died_on AS died_on, child_1.died_on_precision AS died_on_precision, (coalesce($7::UUID[]))[array_position($6::UUID[], child_1.id)] AS placement_id, care_of_child.care_episode_id AS care_episode_id, care_of_child.care_started_on AS care_started_on, care_of_child.care_ended_on AS care_ended_on, care_of_child.family_latitude_e2 AS family_latitude_e2, care_of_child.family_longitude_e2 AS family_longitude_e2 
FROM child AS child_1 LEFT OUTER JOIN LATERAL (SELECT care_episode_2.id AS care_episode_id, care_episode_2.started_on AS care_started_on, care_episode_2.ended_on AS care_ended_on, care_episode_2.family_latitude_e2 AS family_latitude_e2, care_episode_2.family_longitude_e2 AS family_longitude_e2 
FROM care_episode AS care_episode_2 
WHERE care_episode_2.country_code = $1::VARCHAR AND care_episode_2.voided_at IS NULL AND care_episode_2.child_file_id = child_1.id AND care_episode_2.started_on <= $4::DATE AND (care_episode_2.ended_on IS NULL OR care_episode_2.ended_on > $4::DATE)) AS care_of_child ON true 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL AND child_1.id = ANY ($6::UUID[])), 
stays_read AS MATERIALIZED 
(SELECT placement_3.id AS id, placement_3.child_file_id AS child_id, placement_3.home_id AS home_id, placement_3.arrangement AS arrangement, placement_3.partner_id AS partner_id 
FROM placement AS placement_3, children_read 
WHERE placement_3.country_code = $1::VARCHAR AND placement_3.voided_at IS NULL AND placement_3.child_file_id = children_read.id AND (placement_3.started_on < $4::DATE OR placement_3.started_on = $4::DATE AND $4::DATE <= $8::DATE) AND (placement_3.ended_on IS NULL OR placement_3.ended_on > $4::DATE)), 
home_read AS MATERIALIZED 
(SELECT true AS found, home_of_home.id AS id, home_of_home.programme_id AS programme_id, home_of_home.name AS name, home_of_home.form AS form, home_of_home.capacity AS capacity, home_of_home.opened_on AS opened_on, home_of_home.closed_on AS closed_on 
FROM home AS home_of_home 
WHERE home_of_home.country_code = $1::VARCHAR AND home_of_home.voided_at IS NULL AND home_of_home.id = $9::UUID), 
movers_read AS MATERIALIZED 
(SELECT children_read.id AS id, children_read.programme_id AS programme_id, children_read.enrolled_on AS enrolled_on, children_read.birth_date AS birth_date, children_read.died_on AS died_on, children_read.died_on_precision AS died_on_precision, children_read.placement_id AS placement_id, children_read.care_episode_id AS care_episode_id, children_read.care_started_on AS care_started_on, children_read.care_ended_on AS care_ended_on, children_read.family_latitude_e2 AS family_latitude_e2, children_read.family_longitude_e2 AS family_longitude_e2 
FROM children_read 
WHERE (children_read.id NOT IN (SELECT stays_read.child_id 
FROM stays_read 
WHERE stays_read.home_id = (SELECT home_read.id 
FROM home_read)))), 
crowding_read AS MATERIALIZED 
(SELECT min(days.day) AS day 
FROM (SELECT stays.home_id AS home_id, turns.day AS day, lead(turns.day) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS until, sum(sum(stays.lives * turns.sign)) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS lives 
FROM (SELECT home_stay_5.home_id AS home_id, home_stay_5.started_on AS started_on, home_stay_5.ended_on AS ended_on, 1 AS lives 
FROM home_stay AS home_stay_5 
WHERE home_stay_5.country_code = $1::VARCHAR AND home_stay_5.voided_at IS NULL AND home_stay_5.home_id = (SELECT home_read.id 
FROM home_read) AND (home_stay_5.ended_on IS NULL OR home_stay_5.ended_on > $4::DATE) UNION ALL SELECT home_read.id AS id, $4::DATE AS anon_6, CAST(null AS DATE) AS "null", (SELECT count(*) AS count_2 
FROM movers_read) AS anon_7 
FROM home_read) AS stays JOIN LATERAL (VALUES (greatest(stays.started_on, $4::DATE), 1), (stays.ended_on, -1)) AS turns (day, sign) ON true 
WHERE turns.day IS NOT NULL GROUP BY stays.home_id, turns.day) AS days 
WHERE days.lives > (SELECT home_read.capacity 
FROM home_read)), 
gates_read AS MATERIALIZED 
(SELECT coalesce((SELECT policy_6.value 
FROM policy AS policy_6 
WHERE policy_6.code = $1::VARCHAR AND policy_6.key = ('licence_required.' || home_read.form) AND policy_6.jurisdiction = coalesce((SELECT programme_7.jurisdiction 
FROM programme AS programme_7 
WHERE programme_7.country_code = $1::VARCHAR AND programme_7.voided_at IS NULL AND programme_7.id = home_read.programme_id), '') AND policy_6.from_day <= $4::DATE AND (policy_6.until_day IS NULL OR policy_6.until_day > $4::DATE)) = 'YES', false) AND coalesce((SELECT (array_agg(CASE WHEN (inspection_8.outcome IN ('PASSED', 'CONDITIONS')) THEN inspection_8.valid_until ELSE inspection_8.held_on END ORDER BY inspection_8.held_on DESC, inspection_8.id DESC))[1] AS anon_8 
FROM inspection AS inspection_8 
WHERE inspection_8.country_code = $1::VARCHAR AND inspection_8.voided_at IS NULL AND inspection_8.home_id = home_read.id AND inspection_8.held_on <= $4::DATE AND inspection_8.kind IN ('LICENCE', 'REGISTRATION')) <= $4::DATE, true) AS unlicensed, coalesce((SELECT policy_6.value 
FROM policy AS policy_6 
WHERE policy_6.code = $1::VARCHAR AND policy_6.key = ('licence_required.' || home_read.form) AND policy_6.jurisdiction = coalesce((SELECT programme_7.jurisdiction 
FROM programme AS programme_7 
WHERE programme_7.country_code = $1::VARCHAR AND programme_7.voided_at IS NULL AND programme_7.id = home_read.programme_id), '') AND policy_6.from_day <= $4::DATE AND (policy_6.until_day IS NULL OR policy_6.until_day > $4::DATE)) = 'YES', false) AND coalesce((SELECT (array_agg(CASE WHEN (inspection_8.outcome IN ('PASSED', 'CONDITIONS')) THEN inspection_8.valid_until ELSE inspection_8.held_on END ORDER BY inspection_8.held_on DESC, inspection_8.id DESC))[1] AS anon_8 
FROM inspection AS inspection_8 
WHERE inspection_8.country_code = $1::VARCHAR AND inspection_8.voided_at IS NULL AND inspection_8.home_id = home_read.id AND inspection_8.held_on <= $4::DATE AND inspection_8.kind IN ('LICENCE', 'REGISTRATION')) <= $4::DATE, true) AND (EXISTS (SELECT 1 
FROM inspection AS inspection_8 
WHERE inspection_8.country_code = $1::VARCHAR AND inspection_8.voided_at IS NULL AND inspection_8.home_id = home_read.id AND inspection_8.held_on <= $4::DATE AND inspection_8.kind IN ('LICENCE', 'REGISTRATION'))) AS refused, EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_9, caregiver AS caregiver_10 
WHERE caregiver_assignment_9.country_code = $1::VARCHAR AND caregiver_assignment_9.voided_at IS NULL AND caregiver_10.country_code = $1::VARCHAR AND caregiver_10.voided_at IS NULL AND caregiver_assignment_9.home_id = home_read.id AND caregiver_assignment_9.started_on <= $4::DATE AND (caregiver_assignment_9.ended_on IS NULL OR caregiver_assignment_9.ended_on > $4::DATE) AND caregiver_10.id = caregiver_assignment_9.caregiver_id AND NOT coalesce(CASE WHEN ((SELECT policy_12.value 
FROM policy AS policy_12 
WHERE policy_12.code = $1::VARCHAR AND policy_12.key = ('checks_required.' || caregiver_10.kind) AND policy_12.jurisdiction = coalesce((SELECT programme_13.jurisdiction 
FROM programme AS programme_13 
WHERE programme_13.country_code = $1::VARCHAR AND programme_13.voided_at IS NULL AND programme_13.id = caregiver_10.programme_id), '') AND policy_12.from_day <= $8::DATE AND (policy_12.until_day IS NULL OR policy_12.until_day > $8::DATE)) = 'NOT_APPLICABLE') THEN CAST('9999-12-31' AS DATE) ELSE CAST((SELECT CASE WHEN (count(*) FILTER (WHERE newest.until IS NULL) > 0) THEN NULL ELSE min(newest.until) END AS anon_9 
FROM unnest(string_to_array((SELECT policy_12.value 
FROM policy AS policy_12 
WHERE policy_12.code = $1::VARCHAR AND policy_12.key = ('checks_required.' || caregiver_10.kind) AND policy_12.jurisdiction = coalesce((SELECT programme_13.jurisdiction 
FROM programme AS programme_13 
WHERE programme_13.country_code = $1::VARCHAR AND programme_13.voided_at IS NULL AND programme_13.id = caregiver_10.programme_id), '') AND policy_12.from_day <= $8::DATE AND (policy_12.until_day IS NULL OR policy_12.until_day > $8::DATE)), ' ')) AS asked(kind) LEFT OUTER JOIN LATERAL (SELECT CASE WHEN (checks_of_caregiver.outcome IN ('PASSED', 'CONDITIONS')) THEN checks_of_caregiver.valid_until END AS until 
FROM (SELECT caregiver_check_11.id AS id, caregiver_check_11.kind AS kind, caregiver_check_11.decided_on AS decided_on, caregiver_check_11.valid_until AS valid_until, caregiver_check_11.outcome AS outcome 
FROM caregiver_check AS caregiver_check_11 
WHERE caregiver_check_11.country_code = $1::VARCHAR AND caregiver_check_11.voided_at IS NULL AND caregiver_check_11.caregiver_id = caregiver_10.id) AS checks_of_caregiver 
WHERE checks_of_caregiver.kind = asked.kind ORDER BY checks_of_caregiver.decided_on DESC, checks_of_caregiver.id DESC 
 LIMIT 1) AS newest ON true) AS DATE) END > $4::DATE, false)) AS uncleared 
FROM home_read), 
checks AS MATERIALIZED 
(SELECT array_cat(array_cat(array_cat(array_cat(array_cat(array_cat(array_cat(array_cat(array_cat(array_cat(array_cat(array_remove(ARRAY[CASE WHEN (home_read.found IS NOT true) THEN 'home_is_there' ELSE null END, CASE WHEN (((SELECT count(*) AS count_1 
FROM reached) = cardinality($6::UUID[]) AND cardinality($6::UUID[]) > 1) IS NOT true) THEN 'children_are_siblings' ELSE null END, CASE WHEN (((SELECT count(*) AS count_2 
FROM movers_read) > 0) IS NOT true) THEN 'somebody_moves' ELSE null END, CASE WHEN (($5::VARCHAR IS NULL OR $5::VARCHAR = 'MOVE' OR $5::VARCHAR = 'HOME_CLOSED' OR $5::VARCHAR = 'OTHER') IS NOT true) THEN 'reason_ends_no_care' ELSE null END, CASE WHEN ((crowding_read.day IS NULL) IS NOT true) THEN 'home_has_room' ELSE null END, CASE WHEN ((NOT gates_read.unlicensed OR $4::DATE <= $8::DATE AND NOT gates_read.refused) IS NOT true) THEN 'home_is_licensed' ELSE null END, CASE WHEN ((NOT gates_read.uncleared) IS NOT true) THEN 'home_carers_are_cleared' ELSE null END, CASE WHEN ((home_read.opened_on <= $4::DATE AND home_read.closed_on IS NULL) IS NOT true) THEN 'home_is_open' ELSE null END, CASE WHEN (((NOT (NOT (EXISTS (SELECT 1 
FROM movers_read 
WHERE ($4::DATE >= movers_read.enrolled_on) IS NOT true)))) IS NOT true) IS NOT true) THEN 'admission_is_earlier' ELSE null END, CASE WHEN (((EXISTS (SELECT 1 
FROM temporary_stay AS temporary_stay_20 
WHERE temporary_stay_20.country_code = $1::VARCHAR AND temporary_stay_20.voided_at IS NULL AND temporary_stay_20.placement_id IN (SELECT stays_read.id 
FROM stays_read 
WHERE stays_read.child_id IN (SELECT movers_read.id 
FROM movers_read)) AND (temporary_stay_20.ended_on IS NULL OR temporary_stay_20.ended_on > $4::DATE))) IS NOT true) IS NOT true) THEN 'temporary_stay_ends_along' ELSE null END], null), (SELECT array_agg('children_are_there:' || CAST(children_are_there_at.place AS TEXT) ORDER BY children_are_there_at.place) AS array_agg_1 
FROM (SELECT children_given.nth_part - 1 AS place 
FROM unnest($6::UUID[]) WITH ORDINALITY AS children_given(id, nth_part) 
WHERE children_given.id IS NOT NULL AND NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE children_read.id = children_given.id))) AS children_are_there_at)), (SELECT array_agg('young_live_in_families:' || CAST(young_live_in_families_at.place AS TEXT) ORDER BY young_live_in_families_at.place) AS array_agg_2 
FROM (SELECT array_position($6::UUID[], movers_read.id) - 1 AS place 
FROM movers_read, programme AS programme_17, home_read 
WHERE programme_17.country_code = $1::VARCHAR AND programme_17.voided_at IS NULL AND programme_17.id = movers_read.programme_id AND ($4::DATE <= $8::DATE OR false OR NOT coalesce(home_read.form = 'SOS_FAMILY' OR home_read.form = 'FOSTER_FAMILY' OR home_read.form = 'KINSHIP_FAMILY' OR home_read.form = 'SMALL_GROUP_HOME' OR home_read.form = 'YOUTH_HOME' OR home_read.form = 'SUPERVISED_INDEPENDENT_LIVING' OR home_read.form = 'EMERGENCY_SHELTER' OR home_read.form = 'OTHER_RESIDENTIAL' OR home_read.form = 'FAMILY_CENTRE' OR home_read.form = 'BOARDING_SCHOOL' OR home_read.form = 'SECURE', false) OR movers_read.birth_date IS NULL OR CAST(EXTRACT(year FROM age(CAST($4::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST(movers_read.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= 18 OR CAST(EXTRACT(year FROM age(CAST($4::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST(movers_read.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= (SELECT said_policy.whole 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = 'family_only_under_age' AND said_policy.jurisdiction = coalesce(programme_17.jurisdiction, '') AND said_policy.from_day <= $4::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $4::DATE)) OR (home_read.form = 'SOS_FAMILY' OR home_read.form = 'FOSTER_FAMILY' OR home_read.form = 'KINSHIP_FAMILY' OR home_read.form = 'SMALL_GROUP_HOME' OR home_read.form = 'YOUTH_HOME' OR home_read.form = 'SUPERVISED_INDEPENDENT_LIVING' OR home_read.form = 'EMERGENCY_SHELTER') AND (SELECT said_policy.value 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = ('setting_of.' || home_read.form) AND said_policy.jurisdiction = coalesce(programme_17.jurisdiction, '') AND said_policy.from_day <= $4::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $4::DATE)) != 'RESIDENTIAL') IS NOT true) AS young_live_in_families_at)), (SELECT array_agg('placement_in_episode:' || CAST(placement_in_episode_at.place AS TEXT) ORDER BY placement_in_episode_at.place) AS array_agg_3 
FROM (SELECT array_position($6::UUID[], movers_read.id) - 1 AS place 
FROM movers_read 
WHERE ($4::DATE <= $8::DATE OR movers_read.care_episode_id IS NOT NULL) IS NOT true) AS placement_in_episode_at)), (SELECT array_agg('no_other_placement:' || CAST(no_other_placement_at.place AS TEXT) ORDER BY no_other_placement_at.place) AS array_agg_4 
FROM (SELECT array_position($6::UUID[], movers_read.id) - 1 AS place 
FROM movers_read 
WHERE EXISTS (SELECT 1 
FROM placement AS placement_18 
WHERE placement_18.country_code = $1::VARCHAR AND placement_18.voided_at IS NULL AND placement_18.child_file_id = movers_read.id AND (placement_18.ended_on IS NULL OR placement_18.ended_on > greatest($4::DATE, placement_18.started_on)) AND NOT (placement_18.started_on < $4::DATE OR placement_18.started_on = $4::DATE AND $4::DATE <= $8::DATE))) AS no_other_placement_at)), (SELECT array_agg('programme_runs:' || CAST(programme_runs_at.place AS TEXT) ORDER BY programme_runs_at.place) AS array_agg_5 
FROM (SELECT array_position($6::UUID[], movers_read.id) - 1 AS place 
FROM movers_read, programme AS programme_19 
WHERE programme_19.country_code = $1::VARCHAR AND programme_19.voided_at IS NULL AND programme_19.id = movers_read.programme_id AND (programme_19.started_on <= $4::DATE AND (programme_19.ended_on IS NULL OR programme_19.ended_on > $4::DATE) OR $4::DATE < $4::DATE) IS NOT true) AS programme_runs_at)), (SELECT array_agg('started_on_in_the_life_of_child_id_begun:' || CAST(started_on_in_the_life_of_child_id_begun_at.place AS TEXT) ORDER BY started_on_in_the_life_of_child_id_begun_at.place) AS array_agg_6 
FROM (SELECT array_position($6::UUID[], movers_read.id) - 1 AS place 
FROM movers_read 
WHERE (movers_read.birth_date IS NULL OR movers_read.birth_date <= $4::DATE) IS NOT true) AS started_on_in_the_life_of_child_id_begun_at)), (SELECT array_agg('ended_on_in_the_life_of_child_id:' || CAST(ended_on_in_the_life_of_child_id_at.place AS TEXT) ORDER BY ended_on_in_the_life_of_child_id_at.place) AS array_agg_7 
FROM (SELECT array_position($6::UUID[], movers_read.id) - 1 AS place 
FROM movers_read 
WHERE (movers_read.died_on IS NULL OR null IS NOT NULL AND null <= least(CASE WHEN (movers_read.died_on_precision = 'MONTH') THEN CAST(movers_read.died_on + interval '1 month -1 day' AS DATE) WHEN (movers_read.died_on_precision = 'YEAR') THEN CAST(movers_read.died_on + interval '1 year -1 day' AS DATE) WHEN (movers_read.died_on_precision = 'ESTIMATED') THEN CAST(movers_read.died_on + interval '1 year -1 day' AS DATE) ELSE movers_read.died_on END, $8::DATE) + 1) IS NOT true) AS ended_on_in_the_life_of_child_id_at)), (SELECT array_agg('ended_on_inside_care_episode_id:' || CAST(ended_on_inside_care_episode_id_at.place AS TEXT) ORDER BY ended_on_inside_care_episode_id_at.place) AS array_agg_8 
FROM (SELECT array_position($6::UUID[], movers_read.id) - 1 AS place 
FROM movers_read 
WHERE (movers_read.care_episode_id IS NULL OR movers_read.care_ended_on IS NULL OR null IS NOT NULL AND null <= movers_read.care_ended_on) IS NOT true) AS ended_on_inside_care_episode_id_at)), (SELECT array_agg('prepared_on_in_the_life_of_child_id_begun:' || CAST(prepared_on_in_the_life_of_child_id_begun_at.place AS TEXT) ORDER BY prepared_on_in_the_life_of_child_id_begun_at.place) AS array_agg_9 
FROM (SELECT array_position($6::UUID[], movers_read.id) - 1 AS place 
FROM movers_read 
WHERE ($10::DATE IS NULL OR movers_read.birth_date IS NULL OR movers_read.birth_date <= $10::DATE) IS NOT true) AS prepared_on_in_the_life_of_child_id_begun_at)), (SELECT array_agg('prepared_on_in_the_life_of_child_id:' || CAST(prepared_on_in_the_life_of_child_id_at.place AS TEXT) ORDER BY prepared_on_in_the_life_of_child_id_at.place) AS array_agg_10 
FROM (SELECT array_position($6::UUID[], movers_read.id) - 1 AS place 
FROM movers_read 
WHERE ($10::DATE IS NULL OR movers_read.died_on IS NULL OR $10::DATE <= least(CASE WHEN (movers_read.died_on_precision = 'MONTH') THEN CAST(movers_read.died_on + interval '1 month -1 day' AS DATE) WHEN (movers_read.died_on_precision = 'YEAR') THEN CAST(movers_read.died_on + interval '1 year -1 day' AS DATE) WHEN (movers_read.died_on_precision = 'ESTIMATED') THEN CAST(movers_read.died_on + interval '1 year -1 day' AS DATE) ELSE movers_read.died_on END, $8::DATE)) IS NOT true) AS prepared_on_in_the_life_of_child_id_at)), (SELECT array_agg('care_episode_id_of_the_same_child_id:' || CAST(care_episode_id_of_the_same_child_id_at.place AS TEXT) ORDER BY care_episode_id_of_the_same_child_id_at.place) AS array_agg_11 
FROM (SELECT array_position($6::UUID[], movers_read.id) - 1 AS place 
FROM movers_read 
WHERE (movers_read.care_episode_id IS NULL OR movers_read.care_episode_id IS NULL OR movers_read.id = movers_read.id) IS NOT true) AS care_episode_id_of_the_same_child_id_at)) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN home_read ON true LEFT OUTER JOIN crowding_read ON true LEFT OUTER JOIN gates_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_10, $2::VARCHAR AS anon_11, $3::VARCHAR AS anon_12, $11::VARCHAR AS anon_13, $12::VARCHAR AS anon_14, $13::VARCHAR AS anon_15, coalesce((SELECT array_agg((('Placement_' || $1::VARCHAR) || '_') || CAST(coalesce((SELECT stays_read.id 
FROM stays_read 
WHERE stays_read.child_id = children_read.id AND stays_read.home_id = (SELECT home_read.id 
FROM home_read)), children_read.placement_id) AS TEXT) ORDER BY array_position($6::UUID[], children_read.id)) AS array_agg_12 
FROM children_read), '{}'::text[]) AS coalesce_1, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE placement SET version=(placement.version + 1), updated_at=now(), ended_on=$4::DATE, end_reason=coalesce($5::VARCHAR, 'MOVE') FROM go WHERE placement.country_code = $1::VARCHAR AND placement.voided_at IS NULL AND go.one = 1 AND placement.id IN (SELECT stays_read.id 
FROM stays_read 
WHERE stays_read.child_id IN (SELECT movers_read.id 
FROM movers_read)) RETURNING new.ended_on AS n_ended_on, new.end_reason AS n_end_reason, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.ended_on AS o_ended_on, old.end_reason AS o_end_reason, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Placement', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'placeSiblings', null, jsonb_build_object('endedOn', written_1.o_ended_on, 'endReason', written_1.o_end_reason) - CAST(ARRAY[CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_1.n_end_reason IS NOT DISTINCT FROM written_1.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_4, jsonb_build_object('endedOn', written_1.n_ended_on, 'endReason', written_1.n_end_reason) - CAST(ARRAY[CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_1.n_end_reason IS NOT DISTINCT FROM written_1.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_5 
FROM written_1 RETURNING row_id), 
home_place_read AS MATERIALIZED 
(SELECT home_address_21.latitude_e2 AS latitude_e2, home_address_21.longitude_e2 AS longitude_e2 
FROM home_address AS home_address_21 
WHERE home_address_21.country_code = $1::VARCHAR AND home_address_21.voided_at IS NULL AND home_address_21.home_id = (SELECT home_read.id 
FROM home_read) AND home_address_21.started_on <= $4::DATE AND (home_address_21.ended_on IS NULL OR home_address_21.ended_on > $4::DATE) 
 LIMIT 1), 
written_3 AS 
(INSERT INTO placement (country_code, id, child_id, care_episode_id, programme_id, started_on, start_reason, move_reason, prepared, prepared_on, home_id, home_name, arrangement, distance_km) SELECT $1::VARCHAR AS country_code, movers_read.placement_id AS id, movers_read.id AS child_id, movers_read.care_episode_id AS care_episode_id, movers_read.programme_id AS programme_id, $4::DATE AS started_on, coalesce($15::VARCHAR, 'MOVE') AS start_reason, $16::VARCHAR AS move_reason, coalesce($17::VARCHAR, CASE WHEN ($10::DATE IS NOT NULL) THEN 'YES' ELSE 'NOT_KNOWN' END) AS prepared, $10::DATE AS prepared_on, home_read.id AS home_id, home_read.name AS home_name, home_read.form AS arrangement, CAST(round(12742.0 * asin(sqrt(CASE WHEN (power(sin((radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians(movers_read.family_latitude_e2 / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) + cos(radians(movers_read.family_latitude_e2 / CAST(100.0 AS NUMERIC))) * cos(radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC))) * power(sin((radians((SELECT home_place_read.longitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians(movers_read.family_longitude_e2 / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) > 1.0) THEN 1.0 ELSE power(sin((radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians(movers_read.family_latitude_e2 / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) + cos(radians(movers_read.family_latitude_e2 / CAST(100.0 AS NUMERIC))) * cos(radians((SELECT home_place_read.latitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC))) * power(sin((radians((SELECT home_place_read.longitude_e2 
FROM home_place_read) / CAST(100.0 AS NUMERIC)) - radians(movers_read.family_longitude_e2 / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) END))) AS INTEGER) AS distance_km 
FROM go, movers_read, home_read, (SELECT count(*) AS rows 
FROM written_1) AS after_written_1 RETURNING id AS n_id, child_id AS n_child_id, care_episode_id AS n_care_episode_id, programme_id AS n_programme_id, started_on AS n_started_on, start_reason AS n_start_reason, move_reason AS n_move_reason, prepared AS n_prepared, prepared_on AS n_prepared_on, home_id AS n_home_id, home_name AS n_home_name, arrangement AS n_arrangement, distance_km AS n_distance_km, version AS n_version), 
history_sensitive_of_written_3 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_16, 'Placement', written_3.n_id AS n_id, written_3.n_version AS n_version, written_3.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_17, $3::VARCHAR AS anon_18, 'placeSiblings', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_3.n_child_id AS TEXT), 'careEpisode', (('CareEpisode_' || $1::VARCHAR) || '_') || CAST(written_3.n_care_episode_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_3.n_programme_id AS TEXT), 'startedOn', written_3.n_started_on, 'startReason', written_3.n_start_reason, 'moveReason', written_3.n_move_reason, 'prepared', written_3.n_prepared, 'preparedOn', written_3.n_prepared_on, 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_3.n_home_id AS TEXT), 'homeName', written_3.n_home_name, 'arrangement', written_3.n_arrangement, 'distanceKm', written_3.n_distance_km) - $14::TEXT[] AS anon_19 
FROM written_3 RETURNING row_id), 
written_5 AS 
(UPDATE caregiver_assignment SET version=(caregiver_assignment.version + 1), updated_at=now(), ended_on=$4::DATE, end_reason='CHILD_MOVED' FROM go WHERE caregiver_assignment.country_code = $1::VARCHAR AND caregiver_assignment.voided_at IS NULL AND go.one = 1 AND caregiver_assignment.child_file_id IN (SELECT written_3.n_child_id 
FROM written_3) AND coalesce($18::BOOLEAN, false) IS false AND (EXISTS (SELECT 1 
FROM stays_read 
WHERE caregiver_assignment.child_file_id = stays_read.child_id AND (caregiver_assignment.started_on < $4::DATE OR caregiver_assignment.started_on = $4::DATE AND $4::DATE <= $8::DATE) AND (caregiver_assignment.ended_on IS NULL OR caregiver_assignment.ended_on > $4::DATE) AND (EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_23 
WHERE caregiver_assignment_23.country_code = $1::VARCHAR AND caregiver_assignment_23.voided_at IS NULL AND caregiver_assignment_23.home_id = stays_read.home_id AND caregiver_assignment_23.caregiver_id = caregiver_assignment.caregiver_id AND caregiver_assignment_23.started_on <= $4::DATE AND (caregiver_assignment_23.ended_on IS NULL OR caregiver_assignment_23.ended_on > $4::DATE))))) RETURNING new.ended_on AS n_ended_on, new.end_reason AS n_end_reason, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, new.home_id AS n_home_id, old.ended_on AS o_ended_on, old.end_reason AS o_end_reason, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id, old.home_id AS o_home_id), 
history_sensitive_of_written_5 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_20, 'CaregiverAssignment', written_5.n_id AS n_id, written_5.n_version AS n_version, written_5.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_21, $3::VARCHAR AS anon_22, 'placeSiblings', null, jsonb_build_object('endedOn', written_5.o_ended_on, 'endReason', written_5.o_end_reason) - CAST(ARRAY[CASE WHEN (written_5.n_ended_on IS NOT DISTINCT FROM written_5.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_5.n_end_reason IS NOT DISTINCT FROM written_5.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_23, jsonb_build_object('endedOn', written_5.n_ended_on, 'endReason', written_5.n_end_reason) - CAST(ARRAY[CASE WHEN (written_5.n_ended_on IS NOT DISTINCT FROM written_5.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_5.n_end_reason IS NOT DISTINCT FROM written_5.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_24 
FROM written_5 RETURNING row_id), 
parent_read AS MATERIALIZED 
(SELECT parents.caregiver_id AS caregiver_id, parents.caregiver_name AS caregiver_name 
FROM (SELECT caregiver_assignment_14.caregiver_id AS caregiver_id, caregiver_assignment_14.caregiver_name AS caregiver_name, count(*) OVER () AS many 
FROM caregiver_assignment AS caregiver_assignment_14 
WHERE caregiver_assignment_14.country_code = $1::VARCHAR AND caregiver_assignment_14.voided_at IS NULL AND caregiver_assignment_14.home_id = (SELECT home_read.id 
FROM home_read) AND caregiver_assignment_14.role = 'PARENT' AND caregiver_assignment_14.started_on <= $4::DATE AND (caregiver_assignment_14.ended_on IS NULL OR caregiver_assignment_14.ended_on > $4::DATE)) AS parents 
WHERE parents.many = 1), 
written_6 AS 
(INSERT INTO caregiver_assignment (country_code, id, child_id, home_id, programme_id, caregiver_id, caregiver_name, role, started_on) SELECT $1::VARCHAR AS country_code, uuidv7() AS id, written_3.n_child_id AS child_id, null AS home_id, written_3.n_programme_id AS programme_id, parent_read.caregiver_id AS caregiver_id, parent_read.caregiver_name AS caregiver_name, 'KEY_CARER' AS role, $4::DATE AS started_on 
FROM go, written_3, parent_read, (SELECT count(*) AS rows 
FROM written_5) AS after_written_5 
WHERE NOT (EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_22 
WHERE caregiver_assignment_22.country_code = $1::VARCHAR AND caregiver_assignment_22.voided_at IS NULL AND caregiver_assignment_22.child_file_id = written_3.n_child_id AND (caregiver_assignment_22.ended_on IS NULL OR caregiver_assignment_22.ended_on > $4::DATE) AND (caregiver_assignment_22.id NOT IN (SELECT written_5.n_id 
FROM written_5)))) RETURNING id AS n_id, child_id AS n_child_id, home_id AS n_home_id, programme_id AS n_programme_id, caregiver_id AS n_caregiver_id, caregiver_name AS n_caregiver_name, role AS n_role, started_on AS n_started_on, version AS n_version), 
history_personal_of_written_6 AS 
(INSERT INTO history_personal (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_25, 'CaregiverAssignment', written_6.n_id AS n_id, written_6.n_version AS n_version, written_6.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_26, $3::VARCHAR AS anon_27, 'placeSiblings', null, null, jsonb_build_object('caregiverName', written_6.n_caregiver_name) AS jsonb_build_object_1 
FROM written_6 RETURNING row_id), 
history_sensitive_of_written_6 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_28, 'CaregiverAssignment', written_6.n_id AS n_id, written_6.n_version AS n_version, written_6.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_29, $3::VARCHAR AS anon_30, 'placeSiblings', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_6.n_child_id AS TEXT), 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_6.n_home_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_6.n_programme_id AS TEXT), 'caregiver', (('Caregiver_' || $1::VARCHAR) || '_') || CAST(written_6.n_caregiver_id AS TEXT), 'role', written_6.n_role, 'startedOn', written_6.n_started_on) AS jsonb_build_object_2 
FROM written_6 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'Placement' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 5 AS place, 'Placement' AS type, written_3.n_id AS row_id, 'CREATED' AS kind, written_3.n_programme_id AS programme_id 
FROM written_3 UNION ALL SELECT 9 AS place, 'CaregiverAssignment' AS type, written_5.n_id AS row_id, 'UPDATED' AS kind, written_5.n_programme_id AS programme_id 
FROM written_5 UNION ALL SELECT 11 AS place, 'CaregiverAssignment' AS type, written_6.n_id AS row_id, 'CREATED' AS kind, written_6.n_programme_id AS programme_id 
FROM written_6), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_35, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_36, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_3) AS anon_37, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_5) AS anon_38, (SELECT count(*) AS entries 
FROM history_personal_of_written_6) AS anon_39, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_6) AS anon_40 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_31, (counter.last - (SELECT count(*) AS count_3 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_32, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $19::UUID AS anon_33, 'placeSiblings', $11::VARCHAR AS anon_34 
FROM touched, counter RETURNING number), 
written_2 AS 
(UPDATE home_stay SET ended_on=$4::DATE FROM go, written_1 WHERE home_stay.country_code = $1::VARCHAR AND home_stay.voided_at IS NULL AND go.one = 1 AND home_stay.id = written_1.n_id RETURNING new.ended_on AS n_ended_on, new.id AS n_id, old.ended_on AS o_ended_on, old.id AS o_id), 
written_4 AS 
(INSERT INTO home_stay (country_code, id, home_id, started_on) SELECT $1::VARCHAR AS country_code, written_3.n_id AS id, written_3.n_home_id AS home_id, written_3.n_started_on AS started_on 
FROM go, written_3 RETURNING id AS n_id, home_id AS n_home_id, started_on AS n_started_on)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, coalesce((SELECT array_agg((('Placement_' || $1::VARCHAR) || '_') || CAST(coalesce((SELECT stays_read.id 
FROM stays_read 
WHERE stays_read.child_id = children_read.id AND stays_read.home_id = (SELECT home_read.id 
FROM home_read)), children_read.placement_id) AS TEXT) ORDER BY array_position($6::UUID[], children_read.id)) AS array_agg_12 
FROM children_read), '{}'::text[]) AS touched, ARRAY[(SELECT count(*) AS count_4 
FROM written_1), (SELECT count(*) AS count_5 
FROM written_2), (SELECT count(*) AS count_6 
FROM written_3), (SELECT count(*) AS count_7 
FROM written_4), (SELECT count(*) AS count_8 
FROM written_5), (SELECT count(*) AS count_9 
FROM written_6)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT coalesce(json_agg(coalesce(found_6.rows -> anon_1.id) ORDER BY anon_1.n), '[]'::json) AS value 
FROM unnest($1::TEXT[]) WITH ORDINALITY AS anon_1(id, n) JOIN (SELECT json_object_agg((('Placement_' || placement_1.country_code) || '_') || CAST(placement_1.id AS TEXT), row_to_json(node_5.*)) AS rows 
FROM placement AS placement_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_3.*) AS value 
FROM child AS child_2 JOIN LATERAL (SELECT (('Child_' || child_2.country_code) || '_') || CAST(child_2.id AS TEXT) AS id, child_2.given_name AS "givenName") AS node_3 ON true 
WHERE child_2.id = placement_1.child_file_id AND child_2.country_code = $2::VARCHAR AND child_2.voided_at IS NULL) AS link_4 ON true JOIN LATERAL (SELECT (('Placement_' || placement_1.country_code) || '_') || CAST(placement_1.id AS TEXT) AS id, placement_1.version AS version, placement_1.home_name AS "homeName", placement_1.started_on AS "startedOn", link_4.value AS child) AS node_5 ON true 
WHERE placement_1.country_code = $2::VARCHAR AND placement_1.id = ANY ($3::UUID[]) AND ((placement_1.country_code || '_') || CAST(placement_1.id AS TEXT)) = ANY ($4::TEXT[])) AS found_6 ON true) AS placements, $5::JSON AS errors) AS answer
;

