WITH child_locked AS MATERIALIZED 
(SELECT child_held.id AS id 
FROM child AS child_held 
WHERE child_held.country_code = $1::VARCHAR AND child_held.voided_at IS NULL AND child_held.id = ANY (array((SELECT placement_of_child.child_file_id AS child_id 
FROM placement AS placement_of_child 
WHERE placement_of_child.country_code = $1::VARCHAR AND placement_of_child.voided_at IS NULL AND placement_of_child.id = $2::UUID))) ORDER BY child_held.id FOR NO KEY UPDATE), 
home_locked AS MATERIALIZED 
(SELECT home_held.id AS id 
FROM home AS home_held 
WHERE home_held.country_code = $1::VARCHAR AND home_held.voided_at IS NULL AND home_held.id = ANY (array((SELECT placement_of_home.home_id 
FROM placement AS placement_of_home 
WHERE placement_of_home.country_code = $1::VARCHAR AND placement_of_home.voided_at IS NULL AND placement_of_home.id = $2::UUID))) ORDER BY home_held.id FOR NO KEY UPDATE)
 SELECT (SELECT count(*) AS count_1 
FROM child_locked) AS locked_0, (SELECT count(*) AS count_2 
FROM home_locked) AS locked_1
;

WITH own_read AS MATERIALIZED 
(SELECT true AS found, placement_of_own.id AS id, placement_of_own.version AS version, placement_of_own.voided_at AS voided_at, placement_of_own.child_file_id AS child_id, placement_of_own.care_episode_id AS care_episode_id, placement_of_own.started_on AS started_on, placement_of_own.ended_on AS ended_on 
FROM placement AS placement_of_own 
WHERE placement_of_own.country_code = $1::VARCHAR AND placement_of_own.id = $8::UUID), 
child_read AS MATERIALIZED 
(SELECT true AS found, child_of_child.id AS id, child_of_child.birth_date AS birth_date, child_of_child.died_on AS died_on, child_of_child.died_on_precision AS died_on_precision 
FROM child AS child_of_child 
WHERE child_of_child.country_code = $1::VARCHAR AND child_of_child.voided_at IS NULL AND child_of_child.id = (SELECT own_read.child_id 
FROM own_read)), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (own_read.found IS NOT true) THEN 'own_is_there' ELSE null END, CASE WHEN ((own_read.version = $6::BIGINT) IS NOT true) THEN 'own_is_as_seen' ELSE null END, CASE WHEN ((own_read.voided_at IS NULL) IS NOT true) THEN 'own_is_not_void' ELSE null END, CASE WHEN ((own_read.ended_on IS NULL OR own_read.ended_on > $7::DATE) IS NOT true) THEN 'placement_is_open' ELSE null END, CASE WHEN (($4::DATE >= own_read.started_on) IS NOT true) THEN 'ends_after_start' ELSE null END, CASE WHEN ((child_read.died_on IS NULL OR $4::DATE IS NOT NULL AND $4::DATE <= least(CASE WHEN (child_read.died_on_precision = 'MONTH') THEN CAST(child_read.died_on + interval '1 month -1 day' AS DATE) WHEN (child_read.died_on_precision = 'YEAR') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) WHEN (child_read.died_on_precision = 'ESTIMATED') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) ELSE child_read.died_on END, $7::DATE) + 1) IS NOT true) THEN 'ended_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((own_read.ended_on IS NULL OR $4::DATE <= own_read.ended_on) IS NOT true) THEN 'ends_by_then' ELSE null END, CASE WHEN (($5::VARCHAR IS NULL OR $5::VARCHAR = 'MOVE' OR $5::VARCHAR = 'HOME_CLOSED' OR $5::VARCHAR = 'OTHER') IS NOT true) THEN 'reason_ends_no_care' ELSE null END, CASE WHEN (((EXISTS (SELECT 1 
FROM temporary_stay AS temporary_stay_1 
WHERE temporary_stay_1.country_code = $1::VARCHAR AND temporary_stay_1.voided_at IS NULL AND temporary_stay_1.placement_id = (SELECT own_read.id 
FROM own_read) AND (temporary_stay_1.ended_on IS NULL OR temporary_stay_1.ended_on > $4::DATE))) IS NOT true) IS NOT true) THEN 'temporary_stay_ends_along' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN own_read ON true LEFT OUTER JOIN child_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_6, $2::VARCHAR AS anon_7, $3::VARCHAR AS anon_8, $9::VARCHAR AS anon_9, $10::VARCHAR AS anon_10, $11::VARCHAR AS anon_11, $12::TEXT[] AS anon_12, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE placement SET version=(placement.version + 1), updated_at=now(), ended_on=$4::DATE, end_reason=$5::VARCHAR FROM go, own_read WHERE placement.country_code = $1::VARCHAR AND placement.voided_at IS NULL AND go.one = 1 AND placement.id = own_read.id AND placement.version = own_read.version RETURNING new.ended_on AS n_ended_on, new.end_reason AS n_end_reason, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.ended_on AS o_ended_on, old.end_reason AS o_end_reason, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Placement', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'endPlacement', null, jsonb_build_object('endedOn', written_1.o_ended_on, 'endReason', written_1.o_end_reason) - CAST(ARRAY[CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_1.n_end_reason IS NOT DISTINCT FROM written_1.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_4, jsonb_build_object('endedOn', written_1.n_ended_on, 'endReason', written_1.n_end_reason) - CAST(ARRAY[CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_1.n_end_reason IS NOT DISTINCT FROM written_1.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_5 
FROM written_1 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'Placement' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_17, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_18 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_13, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_14, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $13::UUID AS anon_15, 'endPlacement', $9::VARCHAR AS anon_16 
FROM touched, counter RETURNING number), 
written_2 AS 
(UPDATE home_stay SET ended_on=$4::DATE FROM go, written_1 WHERE home_stay.country_code = $1::VARCHAR AND home_stay.voided_at IS NULL AND go.one = 1 AND home_stay.id = written_1.n_id RETURNING new.ended_on AS n_ended_on, new.id AS n_id, old.ended_on AS o_ended_on, old.id AS o_id)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $12::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_9.*) AS value 
FROM placement AS placement_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_7.*) AS value 
FROM child AS child_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_5.*) AS value 
FROM placement AS placement_4, home AS home_3 JOIN LATERAL (SELECT (('Home_' || home_3.country_code) || '_') || CAST(home_3.id AS TEXT) AS id, home_3.name AS name) AS node_5 ON true 
WHERE placement_4.child_file_id = child_2.id AND placement_4.started_on <= $1::DATE AND (placement_4.ended_on IS NULL OR placement_4.ended_on > $1::DATE) AND placement_4.country_code = $2::VARCHAR AND placement_4.voided_at IS NULL AND home_3.id = placement_4.home_id AND home_3.country_code = $2::VARCHAR AND home_3.voided_at IS NULL) AS link_6 ON true JOIN LATERAL (SELECT (('Child_' || child_2.country_code) || '_') || CAST(child_2.id AS TEXT) AS id, link_6.value AS home) AS node_7 ON true 
WHERE child_2.id = placement_1.child_file_id AND child_2.country_code = $2::VARCHAR AND child_2.voided_at IS NULL) AS link_8 ON true JOIN LATERAL (SELECT (('Placement_' || placement_1.country_code) || '_') || CAST(placement_1.id AS TEXT) AS id, placement_1.version AS version, placement_1.started_on AS "startedOn", placement_1.ended_on AS "endedOn", placement_1.start_reason AS "startReason", placement_1.end_reason AS "endReason", link_8.value AS child) AS node_9 ON true 
WHERE placement_1.country_code = $2::VARCHAR AND placement_1.country_code = $3::VARCHAR AND placement_1.id = $4::UUID) AS placement, $5::JSON AS errors) AS answer
;

