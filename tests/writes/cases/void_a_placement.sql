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
WHERE placement_of_home.country_code = $1::VARCHAR AND placement_of_home.voided_at IS NULL AND placement_of_home.id = $2::UUID))) ORDER BY home_held.id FOR NO KEY UPDATE), 
placement_locked AS MATERIALIZED 
(SELECT placement_held.id AS id 
FROM placement AS placement_held 
WHERE placement_held.country_code = $1::VARCHAR AND placement_held.voided_at IS NULL AND placement_held.id = ANY (ARRAY[$2::UUID]) ORDER BY placement_held.id FOR NO KEY UPDATE)
 SELECT (SELECT count(*) AS count_1 
FROM child_locked) AS locked_0, (SELECT count(*) AS count_2 
FROM home_locked) AS locked_1, (SELECT count(*) AS count_3 
FROM placement_locked) AS locked_2
;

WITH own_read AS MATERIALIZED 
(SELECT true AS found, placement_of_own.id AS id, placement_of_own.version AS version, placement_of_own.voided_at AS voided_at 
FROM placement AS placement_of_own 
WHERE placement_of_own.country_code = $1::VARCHAR AND placement_of_own.id = $6::UUID), 
checks AS MATERIALIZED 
(SELECT array_cat(array_remove(ARRAY[CASE WHEN (own_read.found IS NOT true) THEN 'own_is_there' ELSE null END, CASE WHEN ((own_read.version = $5::BIGINT) IS NOT true) THEN 'own_is_as_seen' ELSE null END, CASE WHEN ((own_read.voided_at IS NULL) IS NOT true) THEN 'own_is_not_void' ELSE null END], null), array((SELECT (('no_temporary_stay_stands_on_it:TemporaryStay_' || $1::VARCHAR) || '_') || CAST(no_temporary_stay_stands_on_it_against.id AS TEXT) AS anon_7 
FROM (SELECT temporary_stay_1.id AS id 
FROM temporary_stay AS temporary_stay_1 
WHERE temporary_stay_1.country_code = $1::VARCHAR AND temporary_stay_1.voided_at IS NULL AND temporary_stay_1.placement_id = (SELECT own_read.id 
FROM own_read) ORDER BY 1 
 LIMIT 20) AS no_temporary_stay_stands_on_it_against))) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN own_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_8, $2::VARCHAR AS anon_9, $3::VARCHAR AS anon_10, $7::VARCHAR AS anon_11, $8::VARCHAR AS anon_12, $9::VARCHAR AS anon_13, $10::TEXT[] AS anon_14, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE placement SET version=(placement.version + 1), updated_at=now(), voided_at=now(), void_reason=$4::VARCHAR FROM go, own_read WHERE placement.country_code = $1::VARCHAR AND placement.voided_at IS NULL AND go.one = 1 AND placement.id = own_read.id AND placement.version = own_read.version RETURNING new.voided_at AS n_voided_at, new.void_reason AS n_void_reason, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.voided_at AS o_voided_at, old.void_reason AS o_void_reason, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Placement', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'voidPlacement', $4::VARCHAR AS anon_4, jsonb_build_object('voidedAt', written_1.o_voided_at, 'voidReason', written_1.o_void_reason) - CAST(ARRAY[CASE WHEN (written_1.n_voided_at IS NOT DISTINCT FROM written_1.o_voided_at) THEN 'voidedAt' END, CASE WHEN (written_1.n_void_reason IS NOT DISTINCT FROM written_1.o_void_reason) THEN 'voidReason' END] AS TEXT[]) AS anon_5, jsonb_build_object('voidedAt', written_1.n_voided_at, 'voidReason', written_1.n_void_reason) - CAST(ARRAY[CASE WHEN (written_1.n_voided_at IS NOT DISTINCT FROM written_1.o_voided_at) THEN 'voidedAt' END, CASE WHEN (written_1.n_void_reason IS NOT DISTINCT FROM written_1.o_void_reason) THEN 'voidReason' END] AS TEXT[]) AS anon_6 
FROM written_1 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'Placement' AS type, written_1.n_id AS row_id, 'VOIDED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_19, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_20 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_15, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_16, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $11::UUID AS anon_17, 'voidPlacement', $7::VARCHAR AS anon_18 
FROM touched, counter RETURNING number), 
written_2 AS 
(UPDATE home_stay SET voided_at=written_1.n_voided_at FROM go, written_1 WHERE home_stay.country_code = $1::VARCHAR AND home_stay.voided_at IS NULL AND go.one = 1 AND home_stay.id = written_1.n_id RETURNING new.voided_at AS n_voided_at, new.id AS n_id, old.voided_at AS o_voided_at, old.id AS o_id)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $10::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_2.*) AS value 
FROM placement AS placement_1 JOIN LATERAL (SELECT (('Placement_' || placement_1.country_code) || '_') || CAST(placement_1.id AS TEXT) AS id, placement_1.version AS version, placement_1.voided_at AS "voidedAt", placement_1.void_reason AS "voidReason") AS node_2 ON true 
WHERE placement_1.country_code = $1::VARCHAR AND placement_1.country_code = $2::VARCHAR AND placement_1.id = $3::UUID) AS placement, $4::JSON AS errors) AS answer
;

