WITH child_locked AS MATERIALIZED 
(SELECT child_held.id AS id 
FROM child AS child_held 
WHERE child_held.country_code = $1::VARCHAR AND child_held.voided_at IS NULL AND child_held.id = ANY (array((SELECT gatekeeping_assessment_of_child.child_file_id AS child_id 
FROM gatekeeping_assessment AS gatekeeping_assessment_of_child 
WHERE gatekeeping_assessment_of_child.country_code = $1::VARCHAR AND gatekeeping_assessment_of_child.voided_at IS NULL AND gatekeeping_assessment_of_child.id = $2::UUID))) ORDER BY child_held.id FOR NO KEY UPDATE)
 SELECT (SELECT count(*) AS count_1 
FROM child_locked) AS locked_0
;

WITH own_read AS MATERIALIZED 
(SELECT true AS found, gatekeeping_assessment_of_own.id AS id, gatekeeping_assessment_of_own.version AS version, gatekeeping_assessment_of_own.voided_at AS voided_at, gatekeeping_assessment_of_own.completed_on AS completed_on, gatekeeping_assessment_of_own.assessor AS assessor, gatekeeping_assessment_of_own.assessed_by AS assessed_by, gatekeeping_assessment_of_own.necessity AS necessity, gatekeeping_assessment_of_own.alternatives AS alternatives, gatekeeping_assessment_of_own.poverty_only AS poverty_only, gatekeeping_assessment_of_own.recommended_form AS recommended_form, gatekeeping_assessment_of_own.suitability_reasons AS suitability_reasons, gatekeeping_assessment_of_own.outcome AS outcome 
FROM gatekeeping_assessment AS gatekeeping_assessment_of_own 
WHERE gatekeeping_assessment_of_own.country_code = $1::VARCHAR AND gatekeeping_assessment_of_own.id = $16::UUID), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (own_read.found IS NOT true) THEN 'own_is_there' ELSE null END, CASE WHEN ((own_read.version = $15::BIGINT) IS NOT true) THEN 'own_is_as_seen' ELSE null END, CASE WHEN ((own_read.voided_at IS NULL) IS NOT true) THEN 'own_is_not_void' ELSE null END, CASE WHEN ((own_read.completed_on IS NULL) IS NOT true) THEN 'assessment_is_open' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN own_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_6, $2::VARCHAR AS anon_7, $3::VARCHAR AS anon_8, $17::VARCHAR AS anon_9, $18::VARCHAR AS anon_10, $19::VARCHAR AS anon_11, $20::TEXT[] AS anon_12, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE gatekeeping_assessment SET version=(gatekeeping_assessment.version + 1), updated_at=now(), completed_on=$5::DATE, assessor=CASE WHEN ('assessor' = ANY ($6::TEXT[])) THEN $7::VARCHAR ELSE gatekeeping_assessment.assessor END, assessed_by=CASE WHEN ('assessedBy' = ANY ($6::TEXT[])) THEN $8::VARCHAR ELSE gatekeeping_assessment.assessed_by END, necessity=CASE WHEN ('necessity' = ANY ($6::TEXT[])) THEN $9::VARCHAR ELSE gatekeeping_assessment.necessity END, alternatives=CASE WHEN ('alternatives' = ANY ($6::TEXT[])) THEN $10::TEXT[] ELSE gatekeeping_assessment.alternatives END, poverty_only=CASE WHEN ('povertyOnly' = ANY ($6::TEXT[])) THEN $11::VARCHAR ELSE gatekeeping_assessment.poverty_only END, recommended_form=CASE WHEN ('recommendedForm' = ANY ($6::TEXT[])) THEN $12::VARCHAR ELSE gatekeeping_assessment.recommended_form END, suitability_reasons=CASE WHEN ('suitabilityReasons' = ANY ($6::TEXT[])) THEN $13::VARCHAR ELSE gatekeeping_assessment.suitability_reasons END, outcome=$14::VARCHAR FROM go, own_read WHERE gatekeeping_assessment.country_code = $1::VARCHAR AND gatekeeping_assessment.voided_at IS NULL AND go.one = 1 AND gatekeeping_assessment.id = own_read.id AND gatekeeping_assessment.version = own_read.version RETURNING new.completed_on AS n_completed_on, new.assessor AS n_assessor, new.assessed_by AS n_assessed_by, new.necessity AS n_necessity, new.alternatives AS n_alternatives, new.poverty_only AS n_poverty_only, new.recommended_form AS n_recommended_form, new.suitability_reasons AS n_suitability_reasons, new.outcome AS n_outcome, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.completed_on AS o_completed_on, old.assessor AS o_assessor, old.assessed_by AS o_assessed_by, old.necessity AS o_necessity, old.alternatives AS o_alternatives, old.poverty_only AS o_poverty_only, old.recommended_form AS o_recommended_form, old.suitability_reasons AS o_suitability_reasons, old.outcome AS o_outcome, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_personal_of_written_1 AS 
(INSERT INTO history_personal (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'GatekeepingAssessment', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'completeGatekeeping', null, jsonb_build_object('assessedBy', written_1.o_assessed_by) - $4::TEXT[] AS anon_4, jsonb_build_object('assessedBy', written_1.n_assessed_by) - $4::TEXT[] AS anon_5 
FROM written_1 RETURNING row_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_13, 'GatekeepingAssessment', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_14, $3::VARCHAR AS anon_15, 'completeGatekeeping', null, jsonb_build_object('completedOn', written_1.o_completed_on, 'assessor', written_1.o_assessor, 'necessity', written_1.o_necessity, 'alternatives', written_1.o_alternatives, 'povertyOnly', written_1.o_poverty_only, 'recommendedForm', written_1.o_recommended_form, 'suitabilityReasons', written_1.o_suitability_reasons, 'outcome', written_1.o_outcome) - $4::TEXT[] AS anon_16, jsonb_build_object('completedOn', written_1.n_completed_on, 'assessor', written_1.n_assessor, 'necessity', written_1.n_necessity, 'alternatives', written_1.n_alternatives, 'povertyOnly', written_1.n_poverty_only, 'recommendedForm', written_1.n_recommended_form, 'suitabilityReasons', written_1.n_suitability_reasons, 'outcome', written_1.n_outcome) - $4::TEXT[] AS anon_17 
FROM written_1 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'GatekeepingAssessment' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_22, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_personal_of_written_1) AS anon_23, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_24 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_18, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_19, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $21::UUID AS anon_20, 'completeGatekeeping', $17::VARCHAR AS anon_21 
FROM touched, counter RETURNING number)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $20::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_2.*) AS value 
FROM gatekeeping_assessment AS gatekeeping_assessment_1 JOIN LATERAL (SELECT (('GatekeepingAssessment_' || gatekeeping_assessment_1.country_code) || '_') || CAST(gatekeeping_assessment_1.id AS TEXT) AS id, gatekeeping_assessment_1.version AS version, gatekeeping_assessment_1.completed_on AS "completedOn", gatekeeping_assessment_1.necessity AS necessity, gatekeeping_assessment_1.alternatives AS alternatives, gatekeeping_assessment_1.poverty_only AS "povertyOnly", gatekeeping_assessment_1.recommended_form AS "recommendedForm", gatekeeping_assessment_1.outcome AS outcome) AS node_2 ON true 
WHERE gatekeeping_assessment_1.country_code = $1::VARCHAR AND gatekeeping_assessment_1.country_code = $2::VARCHAR AND gatekeeping_assessment_1.id = $3::UUID) AS "gatekeepingAssessment", $4::JSON AS errors) AS answer
;

