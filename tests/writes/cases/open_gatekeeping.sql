WITH child_locked AS MATERIALIZED 
(SELECT child_held.id AS id 
FROM child AS child_held 
WHERE child_held.country_code = $1::VARCHAR AND child_held.voided_at IS NULL AND child_held.id = ANY (ARRAY[$2::UUID]) ORDER BY child_held.id FOR NO KEY UPDATE)
 SELECT (SELECT count(*) AS count_1 
FROM child_locked) AS locked_0
;

WITH child_read AS MATERIALIZED 
(SELECT true AS found, child_of_child.id AS id, child_of_child.programme_id AS programme_id, child_of_child.birth_date AS birth_date, child_of_child.died_on AS died_on, child_of_child.died_on_precision AS died_on_precision 
FROM child AS child_of_child 
WHERE child_of_child.country_code = $1::VARCHAR AND child_of_child.voided_at IS NULL AND child_of_child.id = $11::UUID), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (child_read.found IS NOT true) THEN 'child_is_there' ELSE null END, CASE WHEN ((child_read.birth_date IS NULL OR child_read.birth_date <= coalesce($6::DATE, $7::DATE)) IS NOT true) THEN 'opened_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((child_read.died_on IS NULL OR coalesce($6::DATE, $7::DATE) <= least(CASE WHEN (child_read.died_on_precision = 'MONTH') THEN CAST(child_read.died_on + interval '1 month -1 day' AS DATE) WHEN (child_read.died_on_precision = 'YEAR') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) WHEN (child_read.died_on_precision = 'ESTIMATED') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) ELSE child_read.died_on END, $7::DATE)) IS NOT true) THEN 'opened_on_in_the_life_of_child_id' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN child_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_5, $2::VARCHAR AS anon_6, $3::VARCHAR AS anon_7, $12::VARCHAR AS anon_8, $13::VARCHAR AS anon_9, $14::VARCHAR AS anon_10, $15::TEXT[] AS anon_11, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(INSERT INTO gatekeeping_assessment (country_code, id, child_id, programme_id, opened_on, due_on, assessor, assessed_by) SELECT $1::VARCHAR AS country_code, $5::UUID AS id, child_read.id AS child_id, child_read.programme_id AS programme_id, coalesce($6::DATE, $7::DATE) AS opened_on, coalesce($8::DATE, CAST(coalesce($6::DATE, $7::DATE) + (CAST((SELECT policy_1.whole 
FROM policy AS policy_1 
WHERE policy_1.code = $1::VARCHAR AND policy_1.key = 'gatekeeping_hours' AND policy_1.jurisdiction = '' AND policy_1.from_day <= coalesce($6::DATE, $7::DATE) AND (policy_1.until_day IS NULL OR policy_1.until_day > coalesce($6::DATE, $7::DATE))) + 23 AS INTEGER) / 24) AS DATE)) AS due_on, $9::VARCHAR AS assessor, $10::VARCHAR AS assessed_by 
FROM go, child_read RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, opened_on AS n_opened_on, due_on AS n_due_on, assessor AS n_assessor, assessed_by AS n_assessed_by, version AS n_version), 
history_personal_of_written_1 AS 
(INSERT INTO history_personal (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'GatekeepingAssessment', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'openGatekeeping', null, null, jsonb_build_object('assessedBy', written_1.n_assessed_by) - $4::TEXT[] AS anon_4 
FROM written_1 RETURNING row_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_12, 'GatekeepingAssessment', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_13, $3::VARCHAR AS anon_14, 'openGatekeeping', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_1.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_1.n_programme_id AS TEXT), 'openedOn', written_1.n_opened_on, 'dueOn', written_1.n_due_on, 'assessor', written_1.n_assessor) - $4::TEXT[] AS anon_15 
FROM written_1 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'GatekeepingAssessment' AS type, written_1.n_id AS row_id, 'CREATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_20, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_personal_of_written_1) AS anon_21, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_22 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_16, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_17, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $16::UUID AS anon_18, 'openGatekeeping', $12::VARCHAR AS anon_19 
FROM touched, counter RETURNING number)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $15::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_2.*) AS value 
FROM gatekeeping_assessment AS gatekeeping_assessment_1 JOIN LATERAL (SELECT (('GatekeepingAssessment_' || gatekeeping_assessment_1.country_code) || '_') || CAST(gatekeeping_assessment_1.id AS TEXT) AS id, gatekeeping_assessment_1.version AS version, gatekeeping_assessment_1.opened_on AS "openedOn", gatekeeping_assessment_1.due_on AS "dueOn", gatekeeping_assessment_1.assessor AS assessor) AS node_2 ON true 
WHERE gatekeeping_assessment_1.country_code = $1::VARCHAR AND gatekeeping_assessment_1.country_code = $2::VARCHAR AND gatekeeping_assessment_1.id = $3::UUID) AS "gatekeepingAssessment", $4::JSON AS errors) AS answer
;

