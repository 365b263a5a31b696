WITH own_read AS MATERIALIZED 
(SELECT true AS found, pastime_of_own.id AS id, pastime_of_own.version AS version, pastime_of_own.voided_at AS voided_at 
FROM pastime AS pastime_of_own 
WHERE pastime_of_own.country_code = $1::VARCHAR AND pastime_of_own.id = $6::UUID), 
checks AS MATERIALIZED 
(SELECT array_cat(array_remove(ARRAY[CASE WHEN (own_read.found IS NOT true) THEN 'own_is_there' ELSE null END, CASE WHEN ((own_read.version = $5::BIGINT) IS NOT true) THEN 'own_is_as_seen' ELSE null END, CASE WHEN ((own_read.voided_at IS NULL) IS NOT true) THEN 'own_is_not_void' ELSE null END], null), array((SELECT (('no_gathering_stands_on_it:Gathering_' || $1::VARCHAR) || '_') || CAST(no_gathering_stands_on_it_against.id AS TEXT) AS anon_7 
FROM (SELECT gathering_1.id AS id 
FROM gathering AS gathering_1 
WHERE gathering_1.country_code = $1::VARCHAR AND gathering_1.pastime_id = (SELECT own_read.id 
FROM own_read) ORDER BY 1 
 LIMIT 20) AS no_gathering_stands_on_it_against))) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN own_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_8, $2::VARCHAR AS anon_9, $3::VARCHAR AS anon_10, $7::VARCHAR AS anon_11, $8::VARCHAR AS anon_12, $9::VARCHAR AS anon_13, $10::TEXT[] AS anon_14, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE pastime SET version=(pastime.version + 1), updated_at=now(), voided_at=now(), void_reason=$4::VARCHAR FROM go, own_read WHERE pastime.country_code = $1::VARCHAR AND pastime.voided_at IS NULL AND go.one = 1 AND pastime.id = own_read.id AND pastime.version = own_read.version RETURNING new.voided_at AS n_voided_at, new.void_reason AS n_void_reason, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.voided_at AS o_voided_at, old.void_reason AS o_void_reason, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Pastime', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'voidPastime', $4::VARCHAR AS anon_4, jsonb_build_object('voidedAt', written_1.o_voided_at, 'voidReason', written_1.o_void_reason) - CAST(ARRAY[CASE WHEN (written_1.n_voided_at IS NOT DISTINCT FROM written_1.o_voided_at) THEN 'voidedAt' END, CASE WHEN (written_1.n_void_reason IS NOT DISTINCT FROM written_1.o_void_reason) THEN 'voidReason' END] AS TEXT[]) AS anon_5, jsonb_build_object('voidedAt', written_1.n_voided_at, 'voidReason', written_1.n_void_reason) - CAST(ARRAY[CASE WHEN (written_1.n_voided_at IS NOT DISTINCT FROM written_1.o_voided_at) THEN 'voidedAt' END, CASE WHEN (written_1.n_void_reason IS NOT DISTINCT FROM written_1.o_void_reason) THEN 'voidReason' END] AS TEXT[]) AS anon_6 
FROM written_1 RETURNING row_id), 
written_2 AS 
(UPDATE pastime_step SET version=(pastime_step.version + 1), updated_at=now(), voided_at=now(), void_reason=$4::VARCHAR FROM go, written_1 WHERE pastime_step.country_code = $1::VARCHAR AND pastime_step.voided_at IS NULL AND go.one = 1 AND pastime_step.pastime_id = written_1.n_id RETURNING new.voided_at AS n_voided_at, new.void_reason AS n_void_reason, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.voided_at AS o_voided_at, old.void_reason AS o_void_reason, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_2 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_15, 'PastimeStep', written_2.n_id AS n_id, written_2.n_version AS n_version, written_2.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_16, $3::VARCHAR AS anon_17, 'voidPastime', $4::VARCHAR AS anon_4, jsonb_build_object('voidedAt', written_2.o_voided_at, 'voidReason', written_2.o_void_reason) - CAST(ARRAY[CASE WHEN (written_2.n_voided_at IS NOT DISTINCT FROM written_2.o_voided_at) THEN 'voidedAt' END, CASE WHEN (written_2.n_void_reason IS NOT DISTINCT FROM written_2.o_void_reason) THEN 'voidReason' END] AS TEXT[]) AS anon_18, jsonb_build_object('voidedAt', written_2.n_voided_at, 'voidReason', written_2.n_void_reason) - CAST(ARRAY[CASE WHEN (written_2.n_voided_at IS NOT DISTINCT FROM written_2.o_voided_at) THEN 'voidedAt' END, CASE WHEN (written_2.n_void_reason IS NOT DISTINCT FROM written_2.o_void_reason) THEN 'voidReason' END] AS TEXT[]) AS anon_19 
FROM written_2 RETURNING row_id), 
written_3 AS 
(UPDATE step_note SET version=(step_note.version + 1), updated_at=now(), voided_at=now(), void_reason=$4::VARCHAR FROM go, written_2 WHERE step_note.country_code = $1::VARCHAR AND step_note.voided_at IS NULL AND go.one = 1 AND step_note.step_id = written_2.n_id RETURNING new.voided_at AS n_voided_at, new.void_reason AS n_void_reason, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.voided_at AS o_voided_at, old.void_reason AS o_void_reason, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_3 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_20, 'StepNote', written_3.n_id AS n_id, written_3.n_version AS n_version, written_3.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_21, $3::VARCHAR AS anon_22, 'voidPastime', $4::VARCHAR AS anon_4, jsonb_build_object('voidedAt', written_3.o_voided_at, 'voidReason', written_3.o_void_reason) - CAST(ARRAY[CASE WHEN (written_3.n_voided_at IS NOT DISTINCT FROM written_3.o_voided_at) THEN 'voidedAt' END, CASE WHEN (written_3.n_void_reason IS NOT DISTINCT FROM written_3.o_void_reason) THEN 'voidReason' END] AS TEXT[]) AS anon_23, jsonb_build_object('voidedAt', written_3.n_voided_at, 'voidReason', written_3.n_void_reason) - CAST(ARRAY[CASE WHEN (written_3.n_voided_at IS NOT DISTINCT FROM written_3.o_voided_at) THEN 'voidedAt' END, CASE WHEN (written_3.n_void_reason IS NOT DISTINCT FROM written_3.o_void_reason) THEN 'voidReason' END] AS TEXT[]) AS anon_24 
FROM written_3 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'Pastime' AS type, written_1.n_id AS row_id, 'VOIDED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 3 AS place, 'PastimeStep' AS type, written_2.n_id AS row_id, 'VOIDED' AS kind, written_2.n_programme_id AS programme_id 
FROM written_2 UNION ALL SELECT 5 AS place, 'StepNote' AS type, written_3.n_id AS row_id, 'VOIDED' AS kind, written_3.n_programme_id AS programme_id 
FROM written_3), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_29, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_30, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_2) AS anon_31, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_3) AS anon_32 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_25, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_26, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $11::UUID AS anon_27, 'voidPastime', $7::VARCHAR AS anon_28 
FROM touched, counter RETURNING number)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $10::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2), (SELECT count(*) AS count_4 
FROM written_3)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
