WITH child_locked AS MATERIALIZED 
(SELECT child_held.id AS id 
FROM child AS child_held 
WHERE child_held.country_code = $1::VARCHAR AND child_held.voided_at IS NULL AND child_held.id = ANY ($2::UUID[]) ORDER BY child_held.id FOR NO KEY UPDATE)
 SELECT (SELECT count(*) AS count_1 
FROM child_locked) AS locked_0
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
child_read AS MATERIALIZED 
(SELECT true AS found, child_of_child.id AS id 
FROM child AS child_of_child 
WHERE child_of_child.country_code = $1::VARCHAR AND child_of_child.voided_at IS NULL AND child_of_child.id = $13::UUID), 
partner_read AS MATERIALIZED 
(SELECT true AS found, community_partner_of_partner.id AS id 
FROM community_partner AS community_partner_of_partner 
WHERE community_partner_of_partner.country_code = $1::VARCHAR AND community_partner_of_partner.voided_at IS NULL AND community_partner_of_partner.id = $10::UUID FOR SHARE), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (child_read.found IS NOT true) THEN 'child_is_there' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM stays_read 
WHERE stays_read.arrangement = $9::VARCHAR AND stays_read.partner_id IS NOT DISTINCT FROM $10::UUID))) IS NOT true) THEN 'child_lives_elsewhere' ELSE null END, CASE WHEN (($5::VARCHAR IS NULL OR $5::VARCHAR = 'MOVE' OR $5::VARCHAR = 'HOME_CLOSED' OR $5::VARCHAR = 'OTHER') IS NOT true) THEN 'reason_ends_no_care' ELSE null END, CASE WHEN (($10::UUID IS NULL OR partner_read.found) IS NOT true) THEN 'partner_is_there' ELSE null END, CASE WHEN (((EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_4, stays_read 
WHERE caregiver_assignment_4.country_code = $1::VARCHAR AND caregiver_assignment_4.voided_at IS NULL AND caregiver_assignment_4.child_file_id = stays_read.child_id AND (caregiver_assignment_4.started_on < $4::DATE OR caregiver_assignment_4.started_on = $4::DATE AND $4::DATE <= $8::DATE) AND (caregiver_assignment_4.ended_on IS NULL OR caregiver_assignment_4.ended_on > $4::DATE) AND (EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_5 
WHERE caregiver_assignment_5.country_code = $1::VARCHAR AND caregiver_assignment_5.voided_at IS NULL AND caregiver_assignment_5.home_id = stays_read.home_id AND caregiver_assignment_5.caregiver_id = caregiver_assignment_4.caregiver_id AND caregiver_assignment_5.started_on <= $4::DATE AND (caregiver_assignment_5.ended_on IS NULL OR caregiver_assignment_5.ended_on > $4::DATE))) AND coalesce($11::BOOLEAN, false) IS false)) IS NOT true) IS NOT true) THEN 'key_carers_follow' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read, programme AS programme_6 
WHERE programme_6.country_code = $1::VARCHAR AND programme_6.voided_at IS NULL AND programme_6.id = children_read.programme_id AND ($4::DATE <= $8::DATE OR false OR NOT coalesce($9::VARCHAR = 'SOS_FAMILY' OR $9::VARCHAR = 'FOSTER_FAMILY' OR $9::VARCHAR = 'KINSHIP_FAMILY' OR $9::VARCHAR = 'SMALL_GROUP_HOME' OR $9::VARCHAR = 'YOUTH_HOME' OR $9::VARCHAR = 'SUPERVISED_INDEPENDENT_LIVING' OR $9::VARCHAR = 'EMERGENCY_SHELTER' OR $9::VARCHAR = 'OTHER_RESIDENTIAL' OR $9::VARCHAR = 'FAMILY_CENTRE' OR $9::VARCHAR = 'BOARDING_SCHOOL' OR $9::VARCHAR = 'SECURE', false) OR children_read.birth_date IS NULL OR CAST(EXTRACT(year FROM age(CAST($4::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST(children_read.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= 18 OR CAST(EXTRACT(year FROM age(CAST($4::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST(children_read.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= (SELECT said_policy.whole 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = 'family_only_under_age' AND said_policy.jurisdiction = coalesce(programme_6.jurisdiction, '') AND said_policy.from_day <= $4::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $4::DATE)) OR ($9::VARCHAR = 'SOS_FAMILY' OR $9::VARCHAR = 'FOSTER_FAMILY' OR $9::VARCHAR = 'KINSHIP_FAMILY' OR $9::VARCHAR = 'SMALL_GROUP_HOME' OR $9::VARCHAR = 'YOUTH_HOME' OR $9::VARCHAR = 'SUPERVISED_INDEPENDENT_LIVING' OR $9::VARCHAR = 'EMERGENCY_SHELTER') AND (SELECT said_policy.value 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = ('setting_of.' || $9::VARCHAR) AND said_policy.jurisdiction = coalesce(programme_6.jurisdiction, '') AND said_policy.from_day <= $4::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $4::DATE)) != 'RESIDENTIAL') IS NOT true))) IS NOT true) THEN 'young_live_in_families' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE ($4::DATE <= $8::DATE OR children_read.care_episode_id IS NOT NULL) IS NOT true))) IS NOT true) THEN 'placement_in_episode' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM placement AS placement_7, children_read 
WHERE placement_7.country_code = $1::VARCHAR AND placement_7.voided_at IS NULL AND placement_7.child_file_id = children_read.id AND (placement_7.ended_on IS NULL OR placement_7.ended_on > greatest($4::DATE, placement_7.started_on)) AND NOT (placement_7.started_on < $4::DATE OR placement_7.started_on = $4::DATE AND $4::DATE <= $8::DATE)))) IS NOT true) THEN 'no_other_placement' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read, programme AS programme_8 
WHERE programme_8.country_code = $1::VARCHAR AND programme_8.voided_at IS NULL AND programme_8.id = children_read.programme_id AND (programme_8.started_on <= $4::DATE AND (programme_8.ended_on IS NULL OR programme_8.ended_on > $4::DATE) OR $4::DATE < $4::DATE) IS NOT true))) IS NOT true) THEN 'programme_runs' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
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
FROM temporary_stay AS temporary_stay_9 
WHERE temporary_stay_9.country_code = $1::VARCHAR AND temporary_stay_9.voided_at IS NULL AND temporary_stay_9.placement_id IN (SELECT stays_read.id 
FROM stays_read 
WHERE stays_read.child_id IN (SELECT children_read.id 
FROM children_read)) AND (temporary_stay_9.ended_on IS NULL OR temporary_stay_9.ended_on > $4::DATE))) IS NOT true) IS NOT true) THEN 'temporary_stay_ends_along' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN child_read ON true LEFT OUTER JOIN partner_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_6, $2::VARCHAR AS anon_7, $3::VARCHAR AS anon_8, $14::VARCHAR AS anon_9, $15::VARCHAR AS anon_10, $16::VARCHAR AS anon_11, $17::TEXT[] AS anon_12, checks.failed AS failed 
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
written_3 AS 
(INSERT INTO placement (country_code, id, child_id, care_episode_id, programme_id, started_on, start_reason, move_reason, prepared, prepared_on, home_id, home_name, arrangement, partner_id) SELECT $1::VARCHAR AS country_code, children_read.placement_id AS id, children_read.id AS child_id, children_read.care_episode_id AS care_episode_id, children_read.programme_id AS programme_id, $4::DATE AS started_on, coalesce($19::VARCHAR, 'MOVE') AS start_reason, $20::VARCHAR AS move_reason, coalesce($21::VARCHAR, CASE WHEN ($12::DATE IS NOT NULL) THEN 'YES' ELSE 'NOT_KNOWN' END) AS prepared, $12::DATE AS prepared_on, null AS home_id, null AS home_name, $9::VARCHAR AS arrangement, $10::UUID AS partner_id 
FROM go, children_read, (SELECT count(*) AS rows 
FROM written_1) AS after_written_1 RETURNING id AS n_id, child_id AS n_child_id, care_episode_id AS n_care_episode_id, programme_id AS n_programme_id, started_on AS n_started_on, start_reason AS n_start_reason, move_reason AS n_move_reason, prepared AS n_prepared, prepared_on AS n_prepared_on, home_id AS n_home_id, home_name AS n_home_name, arrangement AS n_arrangement, partner_id AS n_partner_id, version AS n_version), 
history_sensitive_of_written_3 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_13, 'Placement', written_3.n_id AS n_id, written_3.n_version AS n_version, written_3.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_14, $3::VARCHAR AS anon_15, 'placeChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_3.n_child_id AS TEXT), 'careEpisode', (('CareEpisode_' || $1::VARCHAR) || '_') || CAST(written_3.n_care_episode_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_3.n_programme_id AS TEXT), 'startedOn', written_3.n_started_on, 'startReason', written_3.n_start_reason, 'moveReason', written_3.n_move_reason, 'prepared', written_3.n_prepared, 'preparedOn', written_3.n_prepared_on, 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_3.n_home_id AS TEXT), 'homeName', written_3.n_home_name, 'arrangement', written_3.n_arrangement, 'partner', (('CommunityPartner_' || $1::VARCHAR) || '_') || CAST(written_3.n_partner_id AS TEXT)) - $18::TEXT[] AS anon_16 
FROM written_3 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'Placement' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 5 AS place, 'Placement' AS type, written_3.n_id AS row_id, 'CREATED' AS kind, written_3.n_programme_id AS programme_id 
FROM written_3), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_21, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_22, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_3) AS anon_23 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_17, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_18, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $22::UUID AS anon_19, 'placeChild', $14::VARCHAR AS anon_20 
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
FROM written_4)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

WITH child_locked AS MATERIALIZED 
(SELECT child_held.id AS id 
FROM child AS child_held 
WHERE child_held.country_code = $1::VARCHAR AND child_held.voided_at IS NULL AND child_held.id = ANY ($2::UUID[]) ORDER BY child_held.id FOR NO KEY UPDATE), 
counter_locked AS MATERIALIZED 
(SELECT counter_held.last AS last 
FROM change_counter AS counter_held 
WHERE counter_held.country_code = $1::VARCHAR FOR KEY SHARE)
 SELECT (SELECT count(*) AS count_1 
FROM child_locked) AS locked_0, (SELECT count(*) AS count_2 
FROM counter_locked) AS locked_1
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
child_read AS MATERIALIZED 
(SELECT true AS found, child_of_child.id AS id 
FROM child AS child_of_child 
WHERE child_of_child.country_code = $1::VARCHAR AND child_of_child.voided_at IS NULL AND child_of_child.id = $12::UUID), 
partner_read AS MATERIALIZED 
(SELECT true AS found, community_partner_of_partner.id AS id 
FROM community_partner AS community_partner_of_partner 
WHERE community_partner_of_partner.country_code = $1::VARCHAR AND community_partner_of_partner.voided_at IS NULL AND community_partner_of_partner.id = $10::UUID FOR SHARE), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (child_read.found IS NOT true) THEN 'child_is_there' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM stays_read 
WHERE stays_read.arrangement = $9::VARCHAR AND stays_read.partner_id IS NOT DISTINCT FROM $10::UUID))) IS NOT true) THEN 'child_lives_elsewhere' ELSE null END, CASE WHEN (($5::VARCHAR IS NULL OR $5::VARCHAR = 'MOVE' OR $5::VARCHAR = 'HOME_CLOSED' OR $5::VARCHAR = 'OTHER') IS NOT true) THEN 'reason_ends_no_care' ELSE null END, CASE WHEN (($10::UUID IS NULL OR partner_read.found) IS NOT true) THEN 'partner_is_there' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read, programme AS programme_6 
WHERE programme_6.country_code = $1::VARCHAR AND programme_6.voided_at IS NULL AND programme_6.id = children_read.programme_id AND ($4::DATE <= $8::DATE OR false OR NOT coalesce($9::VARCHAR = 'SOS_FAMILY' OR $9::VARCHAR = 'FOSTER_FAMILY' OR $9::VARCHAR = 'KINSHIP_FAMILY' OR $9::VARCHAR = 'SMALL_GROUP_HOME' OR $9::VARCHAR = 'YOUTH_HOME' OR $9::VARCHAR = 'SUPERVISED_INDEPENDENT_LIVING' OR $9::VARCHAR = 'EMERGENCY_SHELTER' OR $9::VARCHAR = 'OTHER_RESIDENTIAL' OR $9::VARCHAR = 'FAMILY_CENTRE' OR $9::VARCHAR = 'BOARDING_SCHOOL' OR $9::VARCHAR = 'SECURE', false) OR children_read.birth_date IS NULL OR CAST(EXTRACT(year FROM age(CAST($4::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST(children_read.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= 18 OR CAST(EXTRACT(year FROM age(CAST($4::DATE AS TIMESTAMP WITHOUT TIME ZONE), CAST(children_read.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= (SELECT said_policy.whole 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = 'family_only_under_age' AND said_policy.jurisdiction = coalesce(programme_6.jurisdiction, '') AND said_policy.from_day <= $4::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $4::DATE)) OR ($9::VARCHAR = 'SOS_FAMILY' OR $9::VARCHAR = 'FOSTER_FAMILY' OR $9::VARCHAR = 'KINSHIP_FAMILY' OR $9::VARCHAR = 'SMALL_GROUP_HOME' OR $9::VARCHAR = 'YOUTH_HOME' OR $9::VARCHAR = 'SUPERVISED_INDEPENDENT_LIVING' OR $9::VARCHAR = 'EMERGENCY_SHELTER') AND (SELECT said_policy.value 
FROM policy AS said_policy 
WHERE said_policy.code = $1::VARCHAR AND said_policy.key = ('setting_of.' || $9::VARCHAR) AND said_policy.jurisdiction = coalesce(programme_6.jurisdiction, '') AND said_policy.from_day <= $4::DATE AND (said_policy.until_day IS NULL OR said_policy.until_day > $4::DATE)) != 'RESIDENTIAL') IS NOT true))) IS NOT true) THEN 'young_live_in_families' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE ($4::DATE <= $8::DATE OR children_read.care_episode_id IS NOT NULL) IS NOT true))) IS NOT true) THEN 'placement_in_episode' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM placement AS placement_7, children_read 
WHERE placement_7.country_code = $1::VARCHAR AND placement_7.voided_at IS NULL AND placement_7.child_file_id = children_read.id AND (placement_7.ended_on IS NULL OR placement_7.ended_on > greatest($4::DATE, placement_7.started_on)) AND NOT (placement_7.started_on < $4::DATE OR placement_7.started_on = $4::DATE AND $4::DATE <= $8::DATE)))) IS NOT true) THEN 'no_other_placement' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read, programme AS programme_8 
WHERE programme_8.country_code = $1::VARCHAR AND programme_8.voided_at IS NULL AND programme_8.id = children_read.programme_id AND (programme_8.started_on <= $4::DATE AND (programme_8.ended_on IS NULL OR programme_8.ended_on > $4::DATE) OR $4::DATE < $4::DATE) IS NOT true))) IS NOT true) THEN 'programme_runs' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE (children_read.birth_date IS NULL OR children_read.birth_date <= $4::DATE) IS NOT true))) IS NOT true) THEN 'started_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE (children_read.died_on IS NULL OR null IS NOT NULL AND null <= least(CASE WHEN (children_read.died_on_precision = 'MONTH') THEN CAST(children_read.died_on + interval '1 month -1 day' AS DATE) WHEN (children_read.died_on_precision = 'YEAR') THEN CAST(children_read.died_on + interval '1 year -1 day' AS DATE) WHEN (children_read.died_on_precision = 'ESTIMATED') THEN CAST(children_read.died_on + interval '1 year -1 day' AS DATE) ELSE children_read.died_on END, $8::DATE) + 1) IS NOT true))) IS NOT true) THEN 'ended_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE (children_read.care_episode_id IS NULL OR children_read.care_ended_on IS NULL OR null IS NOT NULL AND null <= children_read.care_ended_on) IS NOT true))) IS NOT true) THEN 'ended_on_inside_care_episode_id' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE ($11::DATE IS NULL OR children_read.birth_date IS NULL OR children_read.birth_date <= $11::DATE) IS NOT true))) IS NOT true) THEN 'prepared_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE ($11::DATE IS NULL OR children_read.died_on IS NULL OR $11::DATE <= least(CASE WHEN (children_read.died_on_precision = 'MONTH') THEN CAST(children_read.died_on + interval '1 month -1 day' AS DATE) WHEN (children_read.died_on_precision = 'YEAR') THEN CAST(children_read.died_on + interval '1 year -1 day' AS DATE) WHEN (children_read.died_on_precision = 'ESTIMATED') THEN CAST(children_read.died_on + interval '1 year -1 day' AS DATE) ELSE children_read.died_on END, $8::DATE)) IS NOT true))) IS NOT true) THEN 'prepared_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE (children_read.care_episode_id IS NULL OR children_read.care_episode_id IS NULL OR children_read.id = children_read.id) IS NOT true))) IS NOT true) THEN 'care_episode_id_of_the_same_child_id' ELSE null END, CASE WHEN (((NOT (NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE ($4::DATE >= children_read.enrolled_on) IS NOT true)))) IS NOT true) IS NOT true) THEN 'admission_is_earlier' ELSE null END, CASE WHEN (((EXISTS (SELECT 1 
FROM temporary_stay AS temporary_stay_9 
WHERE temporary_stay_9.country_code = $1::VARCHAR AND temporary_stay_9.voided_at IS NULL AND temporary_stay_9.placement_id IN (SELECT stays_read.id 
FROM stays_read 
WHERE stays_read.child_id IN (SELECT children_read.id 
FROM children_read)) AND (temporary_stay_9.ended_on IS NULL OR temporary_stay_9.ended_on > $4::DATE))) IS NOT true) IS NOT true) THEN 'temporary_stay_ends_along' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN child_read ON true LEFT OUTER JOIN partner_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_6, $2::VARCHAR AS anon_7, $3::VARCHAR AS anon_8, $13::VARCHAR AS anon_9, $14::VARCHAR AS anon_10, $15::VARCHAR AS anon_11, $16::TEXT[] AS anon_12, checks.failed AS failed 
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
written_3 AS 
(INSERT INTO placement (country_code, id, child_id, care_episode_id, programme_id, started_on, start_reason, move_reason, prepared, prepared_on, home_id, home_name, arrangement, partner_id) SELECT $1::VARCHAR AS country_code, children_read.placement_id AS id, children_read.id AS child_id, children_read.care_episode_id AS care_episode_id, children_read.programme_id AS programme_id, $4::DATE AS started_on, coalesce($18::VARCHAR, 'MOVE') AS start_reason, $19::VARCHAR AS move_reason, coalesce($20::VARCHAR, CASE WHEN ($11::DATE IS NOT NULL) THEN 'YES' ELSE 'NOT_KNOWN' END) AS prepared, $11::DATE AS prepared_on, null AS home_id, null AS home_name, $9::VARCHAR AS arrangement, $10::UUID AS partner_id 
FROM go, children_read, (SELECT count(*) AS rows 
FROM written_1) AS after_written_1 RETURNING id AS n_id, child_id AS n_child_id, care_episode_id AS n_care_episode_id, programme_id AS n_programme_id, started_on AS n_started_on, start_reason AS n_start_reason, move_reason AS n_move_reason, prepared AS n_prepared, prepared_on AS n_prepared_on, home_id AS n_home_id, home_name AS n_home_name, arrangement AS n_arrangement, partner_id AS n_partner_id, version AS n_version), 
history_sensitive_of_written_3 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_13, 'Placement', written_3.n_id AS n_id, written_3.n_version AS n_version, written_3.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_14, $3::VARCHAR AS anon_15, 'placeChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_3.n_child_id AS TEXT), 'careEpisode', (('CareEpisode_' || $1::VARCHAR) || '_') || CAST(written_3.n_care_episode_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_3.n_programme_id AS TEXT), 'startedOn', written_3.n_started_on, 'startReason', written_3.n_start_reason, 'moveReason', written_3.n_move_reason, 'prepared', written_3.n_prepared, 'preparedOn', written_3.n_prepared_on, 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_3.n_home_id AS TEXT), 'homeName', written_3.n_home_name, 'arrangement', written_3.n_arrangement, 'partner', (('CommunityPartner_' || $1::VARCHAR) || '_') || CAST(written_3.n_partner_id AS TEXT)) - $17::TEXT[] AS anon_16 
FROM written_3 RETURNING row_id), 
written_5 AS 
(UPDATE caregiver_assignment SET version=(caregiver_assignment.version + 1), updated_at=now(), ended_on=$4::DATE, end_reason='CHILD_MOVED' FROM go WHERE caregiver_assignment.country_code = $1::VARCHAR AND caregiver_assignment.voided_at IS NULL AND go.one = 1 AND caregiver_assignment.child_file_id IN (SELECT written_3.n_child_id 
FROM written_3) AND coalesce($21::BOOLEAN, false) IS false AND (EXISTS (SELECT 1 
FROM stays_read 
WHERE caregiver_assignment.child_file_id = stays_read.child_id AND (caregiver_assignment.started_on < $4::DATE OR caregiver_assignment.started_on = $4::DATE AND $4::DATE <= $8::DATE) AND (caregiver_assignment.ended_on IS NULL OR caregiver_assignment.ended_on > $4::DATE) AND (EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_11 
WHERE caregiver_assignment_11.country_code = $1::VARCHAR AND caregiver_assignment_11.voided_at IS NULL AND caregiver_assignment_11.home_id = stays_read.home_id AND caregiver_assignment_11.caregiver_id = caregiver_assignment.caregiver_id AND caregiver_assignment_11.started_on <= $4::DATE AND (caregiver_assignment_11.ended_on IS NULL OR caregiver_assignment_11.ended_on > $4::DATE))))) RETURNING new.ended_on AS n_ended_on, new.end_reason AS n_end_reason, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, new.home_id AS n_home_id, old.ended_on AS o_ended_on, old.end_reason AS o_end_reason, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id, old.home_id AS o_home_id), 
history_sensitive_of_written_5 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_17, 'CaregiverAssignment', written_5.n_id AS n_id, written_5.n_version AS n_version, written_5.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_18, $3::VARCHAR AS anon_19, 'placeChild', null, jsonb_build_object('endedOn', written_5.o_ended_on, 'endReason', written_5.o_end_reason) - CAST(ARRAY[CASE WHEN (written_5.n_ended_on IS NOT DISTINCT FROM written_5.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_5.n_end_reason IS NOT DISTINCT FROM written_5.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_20, jsonb_build_object('endedOn', written_5.n_ended_on, 'endReason', written_5.n_end_reason) - CAST(ARRAY[CASE WHEN (written_5.n_ended_on IS NOT DISTINCT FROM written_5.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_5.n_end_reason IS NOT DISTINCT FROM written_5.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_21 
FROM written_5 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'Placement' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 5 AS place, 'Placement' AS type, written_3.n_id AS row_id, 'CREATED' AS kind, written_3.n_programme_id AS programme_id 
FROM written_3 UNION ALL SELECT 9 AS place, 'CaregiverAssignment' AS type, written_5.n_id AS row_id, 'UPDATED' AS kind, written_5.n_programme_id AS programme_id 
FROM written_5), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_26, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_27, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_3) AS anon_28, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_5) AS anon_29 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_22, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_23, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $22::UUID AS anon_24, 'placeChild', $13::VARCHAR AS anon_25 
FROM touched, counter RETURNING number), 
written_2 AS 
(UPDATE home_stay SET ended_on=$4::DATE FROM go, written_1 WHERE home_stay.country_code = $1::VARCHAR AND home_stay.voided_at IS NULL AND go.one = 1 AND home_stay.id = written_1.n_id RETURNING new.ended_on AS n_ended_on, new.id AS n_id, old.ended_on AS o_ended_on, old.id AS o_id), 
written_4 AS 
(INSERT INTO home_stay (country_code, id, home_id, started_on) SELECT $1::VARCHAR AS country_code, written_3.n_id AS id, written_3.n_home_id AS home_id, written_3.n_started_on AS started_on 
FROM go, written_3 RETURNING id AS n_id, home_id AS n_home_id, started_on AS n_started_on)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $16::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2), (SELECT count(*) AS count_4 
FROM written_3), (SELECT count(*) AS count_5 
FROM written_4), (SELECT count(*) AS count_6 
FROM written_5)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_9.*) AS value 
FROM placement AS placement_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_3.*) AS value 
FROM community_partner AS community_partner_2 JOIN LATERAL (SELECT (('CommunityPartner_' || community_partner_2.country_code) || '_') || CAST(community_partner_2.id AS TEXT) AS id, community_partner_2.name AS name) AS node_3 ON true 
WHERE community_partner_2.id = placement_1.partner_id AND community_partner_2.country_code = $1::VARCHAR AND community_partner_2.voided_at IS NULL) AS link_4 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_7.*) AS value 
FROM child AS child_5 JOIN LATERAL (SELECT (('Child_' || child_5.country_code) || '_') || CAST(child_5.id AS TEXT) AS id, EXISTS (SELECT 1 
FROM placement AS placement_6 
WHERE placement_6.country_code = child_5.country_code AND placement_6.child_file_id = child_5.id AND placement_6.started_on <= $2::DATE AND (placement_6.ended_on IS NULL OR placement_6.ended_on > $2::DATE) AND placement_6.country_code = $1::VARCHAR AND placement_6.voided_at IS NULL) AS "inCare") AS node_7 ON true 
WHERE child_5.id = placement_1.child_file_id AND child_5.country_code = $1::VARCHAR AND child_5.voided_at IS NULL) AS link_8 ON true JOIN LATERAL (SELECT (('Placement_' || placement_1.country_code) || '_') || CAST(placement_1.id AS TEXT) AS id, placement_1.version AS version, placement_1.started_on AS "startedOn", placement_1.ended_on AS "endedOn", placement_1.start_reason AS "startReason", placement_1.end_reason AS "endReason", placement_1.arrangement AS arrangement, placement_1.setting AS setting, placement_1.move_reason AS "moveReason", placement_1.prepared AS prepared, placement_1.prepared_on AS "preparedOn", link_4.value AS partner, link_8.value AS child) AS node_9 ON true 
WHERE placement_1.country_code = $1::VARCHAR AND placement_1.country_code = $3::VARCHAR AND placement_1.id = $4::UUID) AS placement, $5::JSON AS errors) AS answer
;

