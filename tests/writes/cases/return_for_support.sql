WITH child_locked AS MATERIALIZED 
(SELECT child_held.id AS id 
FROM child AS child_held 
WHERE child_held.country_code = $1::VARCHAR AND child_held.voided_at IS NULL AND child_held.id = ANY (ARRAY[$2::UUID]) ORDER BY child_held.id FOR NO KEY UPDATE)
 SELECT (SELECT count(*) AS count_1 
FROM child_locked) AS locked_0
;

WITH child_read AS MATERIALIZED 
(SELECT true AS found, child_of_child.id AS id, child_of_child.programme_id AS programme_id 
FROM child AS child_of_child 
WHERE child_of_child.country_code = $1::VARCHAR AND child_of_child.voided_at IS NULL AND child_of_child.id = $9::UUID), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (child_read.found IS NOT true) THEN 'child_is_there' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN child_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_5, $2::VARCHAR AS anon_6, $3::VARCHAR AS anon_7, $10::VARCHAR AS anon_8, $11::VARCHAR AS anon_9, $12::VARCHAR AS anon_10, $13::TEXT[] AS anon_11, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(INSERT INTO support_service (country_code, id, child_id, programme_id, kind, for_whom, origin, wish, asked_on, answer) SELECT $1::VARCHAR AS country_code, $5::UUID AS id, child_read.id AS child_id, child_read.programme_id AS programme_id, $6::VARCHAR AS kind, 'CHILD' AS for_whom, 'RETURN' AS origin, $7::VARCHAR AS wish, $8::DATE AS asked_on, 'OPEN' AS answer 
FROM go, child_read RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, kind AS n_kind, for_whom AS n_for_whom, origin AS n_origin, wish AS n_wish, asked_on AS n_asked_on, answer AS n_answer, version AS n_version), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'SupportService', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'returnForSupport', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_1.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_1.n_programme_id AS TEXT), 'kind', written_1.n_kind, 'forWhom', written_1.n_for_whom, 'origin', written_1.n_origin, 'wish', written_1.n_wish, 'askedOn', written_1.n_asked_on, 'answer', written_1.n_answer) - $4::TEXT[] AS anon_4 
FROM written_1 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'SupportService' AS type, written_1.n_id AS row_id, 'CREATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_16, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_17 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_12, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_13, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $14::UUID AS anon_14, 'returnForSupport', $10::VARCHAR AS anon_15 
FROM touched, counter RETURNING number)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $13::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_2.*) AS value 
FROM support_service AS support_service_1 JOIN LATERAL (SELECT (('SupportService_' || support_service_1.country_code) || '_') || CAST(support_service_1.id AS TEXT) AS id, support_service_1.version AS version, support_service_1.origin AS origin, support_service_1.wish AS wish, support_service_1.kind AS kind, support_service_1.asked_on AS "askedOn", support_service_1.answer AS answer) AS node_2 ON true 
WHERE support_service_1.country_code = $1::VARCHAR AND support_service_1.country_code = $2::VARCHAR AND support_service_1.id = $3::UUID) AS "supportService", $4::JSON AS errors) AS answer
;

