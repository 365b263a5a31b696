WITH child_locked AS MATERIALIZED 
(SELECT child_held.id AS id 
FROM child AS child_held 
WHERE child_held.country_code = $1::VARCHAR AND child_held.voided_at IS NULL AND child_held.id = ANY (array((SELECT task_of_child.child_file_id AS child_id 
FROM task AS task_of_child 
WHERE task_of_child.country_code = $1::VARCHAR AND task_of_child.voided_at IS NULL AND task_of_child.id = $2::UUID))) ORDER BY child_held.id FOR NO KEY UPDATE)
 SELECT (SELECT count(*) AS count_1 
FROM child_locked) AS locked_0
;

WITH own_read AS MATERIALIZED 
(SELECT true AS found, task_of_own.id AS id, task_of_own.version AS version, task_of_own.voided_at AS voided_at, task_of_own.not_owed_from AS not_owed_from, task_of_own.done_on AS done_on 
FROM task AS task_of_own 
WHERE task_of_own.country_code = $1::VARCHAR AND task_of_own.id = $10::UUID), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (own_read.found IS NOT true) THEN 'own_is_there' ELSE null END, CASE WHEN ((own_read.version = $9::BIGINT) IS NOT true) THEN 'own_is_as_seen' ELSE null END, CASE WHEN ((own_read.voided_at IS NULL) IS NOT true) THEN 'own_is_not_void' ELSE null END, CASE WHEN ((own_read.done_on IS NULL) IS NOT true) THEN 'task_is_open' ELSE null END, CASE WHEN ((own_read.not_owed_from IS NULL) IS NOT true) THEN 'task_is_owed' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN own_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_6, $2::VARCHAR AS anon_7, $3::VARCHAR AS anon_8, $11::VARCHAR AS anon_9, $12::VARCHAR AS anon_10, $13::VARCHAR AS anon_11, $14::TEXT[] AS anon_12, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE task SET version=(task.version + 1), updated_at=now(), done_on=coalesce($5::DATE, $6::DATE), outcome=CASE WHEN ('outcome' = ANY ($7::TEXT[])) THEN $8::VARCHAR ELSE task.outcome END FROM go, own_read WHERE task.country_code = $1::VARCHAR AND task.voided_at IS NULL AND go.one = 1 AND task.id = own_read.id AND task.version = own_read.version RETURNING new.done_on AS n_done_on, new.outcome AS n_outcome, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.done_on AS o_done_on, old.outcome AS o_outcome, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Task', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'doneTask', null, (jsonb_build_object('doneOn', written_1.o_done_on, 'outcome', written_1.o_outcome) - $4::TEXT[]) - CAST(ARRAY[CASE WHEN (written_1.n_done_on IS NOT DISTINCT FROM written_1.o_done_on) THEN 'doneOn' END, CASE WHEN (written_1.n_outcome IS NOT DISTINCT FROM written_1.o_outcome) THEN 'outcome' END] AS TEXT[]) AS anon_4, (jsonb_build_object('doneOn', written_1.n_done_on, 'outcome', written_1.n_outcome) - $4::TEXT[]) - CAST(ARRAY[CASE WHEN (written_1.n_done_on IS NOT DISTINCT FROM written_1.o_done_on) THEN 'doneOn' END, CASE WHEN (written_1.n_outcome IS NOT DISTINCT FROM written_1.o_outcome) THEN 'outcome' END] AS TEXT[]) AS anon_5 
FROM written_1 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'Task' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_17, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_18 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_13, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_14, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $15::UUID AS anon_15, 'doneTask', $11::VARCHAR AS anon_16 
FROM touched, counter RETURNING number)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $14::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_2.*) AS value 
FROM task AS task_1 JOIN LATERAL (SELECT (('Task_' || task_1.country_code) || '_') || CAST(task_1.id AS TEXT) AS id, task_1.version AS version, task_1.kind AS kind, task_1.title AS title, task_1.due_on AS "dueOn", task_1.done_on AS "doneOn", task_1.outcome AS outcome) AS node_2 ON true 
WHERE task_1.country_code = $1::VARCHAR AND task_1.country_code = $2::VARCHAR AND task_1.id = $3::UUID) AS task, $4::JSON AS errors) AS answer
;

