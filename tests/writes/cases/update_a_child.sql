WITH child_locked AS MATERIALIZED 
(SELECT child_held.id AS id 
FROM child AS child_held 
WHERE child_held.country_code = $1::VARCHAR AND child_held.voided_at IS NULL AND child_held.id = ANY (ARRAY[$2::UUID]) ORDER BY child_held.id FOR NO KEY UPDATE)
 SELECT (SELECT count(*) AS count_1 
FROM child_locked) AS locked_0
;

WITH own_read AS MATERIALIZED 
(SELECT true AS found, child_of_own.id AS id, child_of_own.version AS version, child_of_own.voided_at AS voided_at 
FROM child AS child_of_own 
WHERE child_of_own.country_code = $1::VARCHAR AND child_of_own.id = $9::UUID), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (own_read.found IS NOT true) THEN 'own_is_there' ELSE null END, CASE WHEN ((own_read.version = $8::BIGINT) IS NOT true) THEN 'own_is_as_seen' ELSE null END, CASE WHEN ((own_read.voided_at IS NULL) IS NOT true) THEN 'own_is_not_void' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN own_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_6, $2::VARCHAR AS anon_7, $3::VARCHAR AS anon_8, $10::VARCHAR AS anon_9, $11::VARCHAR AS anon_10, $12::VARCHAR AS anon_11, $13::TEXT[] AS anon_12, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE child SET version=(child.version + 1), updated_at=now(), first_language=CASE WHEN ('firstLanguage' = ANY ($5::TEXT[])) THEN $6::VARCHAR ELSE child.first_language END, interests=CASE WHEN ('interests' = ANY ($5::TEXT[])) THEN $7::VARCHAR ELSE child.interests END FROM go, own_read WHERE child.country_code = $1::VARCHAR AND child.voided_at IS NULL AND go.one = 1 AND child.id = own_read.id AND child.version = own_read.version RETURNING new.first_language AS n_first_language, new.interests AS n_interests, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, old.first_language AS o_first_language, old.interests AS o_interests, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Child', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'updateChild', null, (jsonb_build_object('firstLanguage', written_1.o_first_language, 'interests', written_1.o_interests) - $4::TEXT[]) - CAST(ARRAY[CASE WHEN (written_1.n_first_language IS NOT DISTINCT FROM written_1.o_first_language) THEN 'firstLanguage' END, CASE WHEN (written_1.n_interests IS NOT DISTINCT FROM written_1.o_interests) THEN 'interests' END] AS TEXT[]) AS anon_4, (jsonb_build_object('firstLanguage', written_1.n_first_language, 'interests', written_1.n_interests) - $4::TEXT[]) - CAST(ARRAY[CASE WHEN (written_1.n_first_language IS NOT DISTINCT FROM written_1.o_first_language) THEN 'firstLanguage' END, CASE WHEN (written_1.n_interests IS NOT DISTINCT FROM written_1.o_interests) THEN 'interests' END] AS TEXT[]) AS anon_5 
FROM written_1 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'Child' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_17, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_18 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_13, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_14, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $14::UUID AS anon_15, 'updateChild', $10::VARCHAR AS anon_16 
FROM touched, counter RETURNING number)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $13::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_2.*) AS value 
FROM child AS child_1 JOIN LATERAL (SELECT (('Child_' || child_1.country_code) || '_') || CAST(child_1.id AS TEXT) AS id, child_1.version AS version, child_1.interests AS interests, child_1.first_language AS "firstLanguage") AS node_2 ON true 
WHERE child_1.country_code = $1::VARCHAR AND child_1.country_code = $2::VARCHAR AND child_1.id = $3::UUID) AS child, $4::JSON AS errors) AS answer
;

