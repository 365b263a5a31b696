WITH home_locked AS MATERIALIZED 
(SELECT home_held.id AS id 
FROM home AS home_held 
WHERE home_held.country_code = $1::VARCHAR AND home_held.voided_at IS NULL AND home_held.id = ANY (ARRAY[$2::UUID]) ORDER BY home_held.id FOR NO KEY UPDATE)
 SELECT (SELECT count(*) AS count_1 
FROM home_locked) AS locked_0
;

WITH own_read AS MATERIALIZED 
(SELECT true AS found, home_of_own.id AS id, home_of_own.version AS version, home_of_own.voided_at AS voided_at, home_of_own.programme_id AS programme_id, home_of_own.closed_on AS closed_on 
FROM home AS home_of_own 
WHERE home_of_own.country_code = $1::VARCHAR AND home_of_own.id = $6::UUID), 
programme_read AS MATERIALIZED 
(SELECT true AS found, programme_of_programme.id AS id, programme_of_programme.started_on AS started_on, programme_of_programme.ended_on AS ended_on 
FROM programme AS programme_of_programme 
WHERE programme_of_programme.country_code = $1::VARCHAR AND programme_of_programme.voided_at IS NULL AND programme_of_programme.id = (SELECT own_read.programme_id 
FROM own_read) FOR SHARE), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (own_read.found IS NOT true) THEN 'own_is_there' ELSE null END, CASE WHEN ((own_read.version = $5::BIGINT) IS NOT true) THEN 'own_is_as_seen' ELSE null END, CASE WHEN ((own_read.voided_at IS NULL) IS NOT true) THEN 'own_is_not_void' ELSE null END, CASE WHEN ((own_read.closed_on IS NOT NULL) IS NOT true) THEN 'home_is_closed' ELSE null END, CASE WHEN ((own_read.closed_on IS NULL OR programme_read.started_on <= own_read.closed_on AND (programme_read.ended_on IS NULL OR programme_read.ended_on > own_read.closed_on)) IS NOT true) THEN 'programme_runs' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN own_read ON true LEFT OUTER JOIN programme_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_7, $2::VARCHAR AS anon_8, $3::VARCHAR AS anon_9, $7::VARCHAR AS anon_10, $8::VARCHAR AS anon_11, $9::VARCHAR AS anon_12, $10::TEXT[] AS anon_13, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE home SET version=(home.version + 1), updated_at=now(), closed_on=null FROM go, own_read WHERE home.country_code = $1::VARCHAR AND home.voided_at IS NULL AND go.one = 1 AND home.id = own_read.id AND home.version = own_read.version RETURNING new.closed_on AS n_closed_on, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, old.closed_on AS o_closed_on, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id), 
history_plain_of_written_1 AS 
(INSERT INTO history_plain (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Home', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'reopenHome', $4::VARCHAR AS anon_4, jsonb_build_object('closedOn', written_1.o_closed_on) - CAST(ARRAY[CASE WHEN (written_1.n_closed_on IS NOT DISTINCT FROM written_1.o_closed_on) THEN 'closedOn' END] AS TEXT[]) AS anon_5, jsonb_build_object('closedOn', written_1.n_closed_on) - CAST(ARRAY[CASE WHEN (written_1.n_closed_on IS NOT DISTINCT FROM written_1.o_closed_on) THEN 'closedOn' END] AS TEXT[]) AS anon_6 
FROM written_1 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'Home' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_18, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_plain_of_written_1) AS anon_19 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_14, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_15, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $11::UUID AS anon_16, 'reopenHome', $7::VARCHAR AS anon_17 
FROM touched, counter RETURNING number)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $10::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_6.*) AS value 
FROM home AS home_1 JOIN LATERAL (SELECT (('Home_' || home_1.country_code) || '_') || CAST(home_1.id AS TEXT) AS id, home_1.version AS version, home_1.name AS name, home_1.closed_on AS "closedOn", (SELECT coalesce(json_agg(entries_5.entry), '[]'::json) AS value 
FROM (SELECT JSON_OBJECT('operation' : past_4.operation, 'reason' : past_4.reason, 'before' : past_4.before, 'after' : past_4.after RETURNING json) AS entry, past_4.version AS version, past_4.privacy AS privacy 
FROM (SELECT 'PLAIN' AS privacy, history_plain_2.version AS version, history_plain_2.recorded_at AS recorded_at, history_plain_2.subject AS subject, history_plain_2.issuer AS issuer, history_plain_2.operation AS operation, history_plain_2.reason AS reason, history_plain_2.before AS before, history_plain_2.after AS after 
FROM history_plain AS history_plain_2 
WHERE history_plain_2.country_code = $1::VARCHAR AND history_plain_2.type = 'Home' AND history_plain_2.row_id = home_1.id UNION ALL SELECT 'SENSITIVE' AS privacy, history_sensitive_3.version AS version, history_sensitive_3.recorded_at AS recorded_at, history_sensitive_3.subject AS subject, history_sensitive_3.issuer AS issuer, history_sensitive_3.operation AS operation, history_sensitive_3.reason AS reason, history_sensitive_3.before AS before, history_sensitive_3.after AS after 
FROM history_sensitive AS history_sensitive_3 
WHERE history_sensitive_3.country_code = $1::VARCHAR AND history_sensitive_3.type = 'Home' AND history_sensitive_3.row_id = home_1.id) AS past_4 ORDER BY past_4.version DESC, past_4.privacy 
 LIMIT $2::BIGINT) AS entries_5) AS history) AS node_6 ON true 
WHERE home_1.country_code = $1::VARCHAR AND home_1.country_code = $3::VARCHAR AND home_1.id = $4::UUID) AS home, $5::JSON AS errors) AS answer
;

