WITH caregiver_locked AS MATERIALIZED 
(SELECT caregiver_held.id AS id 
FROM caregiver AS caregiver_held 
WHERE caregiver_held.country_code = $1::VARCHAR AND caregiver_held.voided_at IS NULL AND caregiver_held.id = ANY (ARRAY[$2::UUID]) ORDER BY caregiver_held.id FOR NO KEY UPDATE), 
counter_locked AS MATERIALIZED 
(SELECT counter_held.last AS last 
FROM change_counter AS counter_held 
WHERE counter_held.country_code = $1::VARCHAR FOR UPDATE)
 SELECT (SELECT count(*) AS count_1 
FROM caregiver_locked) AS locked_0, (SELECT count(*) AS count_2 
FROM counter_locked) AS locked_1
;

WITH own_read AS MATERIALIZED 
(SELECT true AS found, caregiver_of_own.id AS id, caregiver_of_own.version AS version, caregiver_of_own.voided_at AS voided_at, caregiver_of_own.engaged_on AS engaged_on, caregiver_of_own.left_on AS left_on 
FROM caregiver AS caregiver_of_own 
WHERE caregiver_of_own.country_code = $1::VARCHAR AND caregiver_of_own.id = $7::UUID), 
checks AS MATERIALIZED 
(SELECT array_cat(array_remove(ARRAY[CASE WHEN (own_read.found IS NOT true) THEN 'own_is_there' ELSE null END, CASE WHEN ((own_read.version = $5::BIGINT) IS NOT true) THEN 'own_is_as_seen' ELSE null END, CASE WHEN ((own_read.voided_at IS NULL) IS NOT true) THEN 'own_is_not_void' ELSE null END, CASE WHEN ((own_read.left_on IS NULL OR own_read.left_on > $6::DATE) IS NOT true) THEN 'caregiver_has_not_left' ELSE null END], null), array((SELECT (('caregiver_cares_for_none:CaregiverAssignment_' || $1::VARCHAR) || '_') || CAST(caregiver_cares_for_none_against.id AS TEXT) AS anon_6 
FROM (SELECT caregiver_assignment_1.id AS id 
FROM caregiver_assignment AS caregiver_assignment_1 
WHERE caregiver_assignment_1.country_code = $1::VARCHAR AND caregiver_assignment_1.voided_at IS NULL AND caregiver_assignment_1.caregiver_id = (SELECT own_read.id 
FROM own_read) AND (caregiver_assignment_1.ended_on IS NULL OR caregiver_assignment_1.ended_on > $4::DATE) ORDER BY 1 
 LIMIT 20) AS caregiver_cares_for_none_against))) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN own_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_7, $2::VARCHAR AS anon_8, $3::VARCHAR AS anon_9, $8::VARCHAR AS anon_10, $9::VARCHAR AS anon_11, $10::VARCHAR AS anon_12, $11::TEXT[] AS anon_13, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE caregiver SET version=(caregiver.version + 1), updated_at=now(), left_on=$4::DATE FROM go, own_read WHERE caregiver.country_code = $1::VARCHAR AND caregiver.voided_at IS NULL AND go.one = 1 AND caregiver.id = own_read.id AND caregiver.version = own_read.version RETURNING new.left_on AS n_left_on, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, old.left_on AS o_left_on, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Caregiver', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'endCaregiver', null, jsonb_build_object('leftOn', written_1.o_left_on) - CAST(ARRAY[CASE WHEN (written_1.n_left_on IS NOT DISTINCT FROM written_1.o_left_on) THEN 'leftOn' END] AS TEXT[]) AS anon_4, jsonb_build_object('leftOn', written_1.n_left_on) - CAST(ARRAY[CASE WHEN (written_1.n_left_on IS NOT DISTINCT FROM written_1.o_left_on) THEN 'leftOn' END] AS TEXT[]) AS anon_5 
FROM written_1 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'Caregiver' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_18, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_19 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_14, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_15, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $12::UUID AS anon_16, 'endCaregiver', $8::VARCHAR AS anon_17 
FROM touched, counter RETURNING number)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $11::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_2.*) AS value 
FROM caregiver AS caregiver_1 JOIN LATERAL (SELECT (('Caregiver_' || caregiver_1.country_code) || '_') || CAST(caregiver_1.id AS TEXT) AS id, caregiver_1.version AS version, caregiver_1.given_name AS "givenName", caregiver_1.left_on AS "leftOn") AS node_2 ON true 
WHERE caregiver_1.country_code = $1::VARCHAR AND caregiver_1.country_code = $2::VARCHAR AND caregiver_1.id = $3::UUID) AS caregiver, $4::JSON AS errors) AS answer
;

