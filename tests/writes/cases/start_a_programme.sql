WITH checks AS MATERIALIZED 
(SELECT '{}'::text[] AS failed 
FROM (SELECT 1 AS one) AS fact), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_5, $2::VARCHAR AS anon_6, $3::VARCHAR AS anon_7, $14::VARCHAR AS anon_8, $15::VARCHAR AS anon_9, $16::VARCHAR AS anon_10, $17::TEXT[] AS anon_11, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(INSERT INTO programme (country_code, id, name, kind, started_on, annual_budget, jurisdiction, people_reached, name_order, name_root_order) SELECT $1::VARCHAR AS country_code, $5::UUID AS id, $6::VARCHAR AS name, $7::VARCHAR AS kind, $8::DATE AS started_on, $9::NUMERIC AS annual_budget, $10::VARCHAR AS jurisdiction, coalesce($11::BIGINT, 0) AS people_reached, $12::VARCHAR AS name_order, $13::VARCHAR AS name_root_order 
FROM go RETURNING id AS n_id, name AS n_name, kind AS n_kind, started_on AS n_started_on, annual_budget AS n_annual_budget, jurisdiction AS n_jurisdiction, people_reached AS n_people_reached, name_order AS n_name_order, name_root_order AS n_name_root_order, version AS n_version), 
history_plain_of_written_1 AS 
(INSERT INTO history_plain (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Programme', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_id AS n_id__1, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'startProgramme', null, null, jsonb_build_object('name', written_1.n_name, 'kind', written_1.n_kind, 'startedOn', written_1.n_started_on, 'annualBudget', CAST(written_1.n_annual_budget AS TEXT), 'jurisdiction', written_1.n_jurisdiction, 'peopleReached', CAST(written_1.n_people_reached AS TEXT)) - $4::TEXT[] AS anon_4 
FROM written_1 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'Programme' AS type, written_1.n_id AS row_id, 'CREATED' AS kind, written_1.n_id AS programme_id 
FROM written_1), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_16, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_plain_of_written_1) AS anon_17 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_12, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_13, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $18::UUID AS anon_14, 'startProgramme', $14::VARCHAR AS anon_15 
FROM touched, counter RETURNING number)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $17::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_2.*) AS value 
FROM programme AS programme_1 JOIN LATERAL (SELECT (('Programme_' || programme_1.country_code) || '_') || CAST(programme_1.id AS TEXT) AS id, programme_1.version AS version, programme_1.name AS name, programme_1.kind AS kind, programme_1.started_on AS "startedOn") AS node_2 ON true 
WHERE programme_1.country_code = $1::VARCHAR AND programme_1.country_code = $2::VARCHAR AND programme_1.id = $3::UUID) AS programme, $4::JSON AS errors) AS answer
;

