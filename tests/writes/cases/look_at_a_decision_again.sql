WITH child_locked AS MATERIALIZED 
(SELECT child_held.id AS id 
FROM child AS child_held 
WHERE child_held.country_code = $1::VARCHAR AND child_held.voided_at IS NULL AND child_held.id = ANY (array((SELECT decision_of_child.child_file_id AS child_id 
FROM decision AS decision_of_child 
WHERE decision_of_child.country_code = $1::VARCHAR AND decision_of_child.voided_at IS NULL AND decision_of_child.id = $2::UUID))) ORDER BY child_held.id FOR NO KEY UPDATE)
 SELECT (SELECT count(*) AS count_1 
FROM child_locked) AS locked_0
;

WITH own_read AS MATERIALIZED 
(SELECT true AS found, decision_of_own.id AS id, decision_of_own.version AS version, decision_of_own.voided_at AS voided_at, decision_of_own.not_owed_from AS not_owed_from, decision_of_own.looked_at_on AS looked_at_on 
FROM decision AS decision_of_own 
WHERE decision_of_own.country_code = $1::VARCHAR AND decision_of_own.id = $7::UUID), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (own_read.found IS NOT true) THEN 'own_is_there' ELSE null END, CASE WHEN ((own_read.version = $6::BIGINT) IS NOT true) THEN 'own_is_as_seen' ELSE null END, CASE WHEN ((own_read.voided_at IS NULL) IS NOT true) THEN 'own_is_not_void' ELSE null END, CASE WHEN ((own_read.looked_at_on IS NULL) IS NOT true) THEN 'decision_is_open' ELSE null END, CASE WHEN ((own_read.not_owed_from IS NULL) IS NOT true) THEN 'decision_is_owed' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN own_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_4, $2::VARCHAR AS anon_5, $3::VARCHAR AS anon_6, $8::VARCHAR AS anon_7, $9::VARCHAR AS anon_8, $10::VARCHAR AS anon_9, $11::TEXT[] AS anon_10, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE decision SET version=(decision.version + 1), updated_at=now(), looked_at_on=coalesce($4::DATE, $5::DATE) FROM go, own_read WHERE decision.country_code = $1::VARCHAR AND decision.voided_at IS NULL AND go.one = 1 AND decision.id = own_read.id AND decision.version = own_read.version RETURNING new.looked_at_on AS n_looked_at_on, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.looked_at_on AS o_looked_at_on, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Decision', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'lookedAtDecision', null, jsonb_build_object('lookedAtOn', written_1.o_looked_at_on) AS jsonb_build_object_1, jsonb_build_object('lookedAtOn', written_1.n_looked_at_on) AS jsonb_build_object_2 
FROM written_1 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'Decision' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_15, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_16 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_11, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_12, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $12::UUID AS anon_13, 'lookedAtDecision', $8::VARCHAR AS anon_14 
FROM touched, counter RETURNING number)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $11::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_2.*) AS value 
FROM decision AS decision_1 JOIN LATERAL (SELECT (('Decision_' || decision_1.country_code) || '_') || CAST(decision_1.id AS TEXT) AS id, decision_1.version AS version, decision_1.kind AS kind, decision_1.look_again_on AS "lookAgainOn", decision_1.looked_at_on AS "lookedAtOn", decision_1.look_again_on IS NOT NULL AND decision_1.looked_at_on IS NULL AND decision_1.not_owed_from IS NULL AS owed) AS node_2 ON true 
WHERE decision_1.country_code = $1::VARCHAR AND decision_1.country_code = $2::VARCHAR AND decision_1.id = $3::UUID) AS decision, $4::JSON AS errors) AS answer
;

