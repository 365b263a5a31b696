WITH own_read AS MATERIALIZED 
(SELECT true AS found, stocktake_of_own.id AS id, stocktake_of_own.version AS version 
FROM stocktake AS stocktake_of_own 
WHERE stocktake_of_own.country_code = $1::VARCHAR AND stocktake_of_own.id = $9::UUID), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (own_read.found IS NOT true) THEN 'own_is_there' ELSE null END, CASE WHEN ((own_read.version = $8::BIGINT) IS NOT true) THEN 'own_is_as_seen' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN own_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_6, $2::VARCHAR AS anon_7, $3::VARCHAR AS anon_8, $10::VARCHAR AS anon_9, $11::VARCHAR AS anon_10, $12::VARCHAR AS anon_11, $13::TEXT[] AS anon_12, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE stocktake SET version=(stocktake.version + 1), updated_at=now(), phone=CASE WHEN ('phone' = ANY ($5::TEXT[])) THEN $6::VARCHAR ELSE stocktake.phone END, review_by=CASE WHEN ('reviewBy' = ANY ($5::TEXT[])) THEN $7::DATE ELSE stocktake.review_by END FROM go, own_read WHERE stocktake.country_code = $1::VARCHAR AND go.one = 1 AND stocktake.id = own_read.id AND stocktake.version = own_read.version RETURNING new.phone AS n_phone, new.review_by AS n_review_by, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.home_id AS n_home_id, old.phone AS o_phone, old.review_by AS o_review_by, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.home_id AS o_home_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Stocktake', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'updateStocktake', null, (jsonb_build_object('phone', written_1.o_phone, 'reviewBy', written_1.o_review_by) - $4::TEXT[]) - CAST(ARRAY[CASE WHEN (written_1.n_phone IS NOT DISTINCT FROM written_1.o_phone) THEN 'phone' END, CASE WHEN (written_1.n_review_by IS NOT DISTINCT FROM written_1.o_review_by) THEN 'reviewBy' END] AS TEXT[]) AS anon_4, (jsonb_build_object('phone', written_1.n_phone, 'reviewBy', written_1.n_review_by) - $4::TEXT[]) - CAST(ARRAY[CASE WHEN (written_1.n_phone IS NOT DISTINCT FROM written_1.o_phone) THEN 'phone' END, CASE WHEN (written_1.n_review_by IS NOT DISTINCT FROM written_1.o_review_by) THEN 'reviewBy' END] AS TEXT[]) AS anon_5 
FROM written_1 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'Stocktake' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_17, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_18 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_13, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_14, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $14::UUID AS anon_15, 'updateStocktake', $10::VARCHAR AS anon_16 
FROM touched, counter RETURNING number)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $13::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
