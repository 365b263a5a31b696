WITH caregiver_locked AS MATERIALIZED 
(SELECT caregiver_held.id AS id 
FROM caregiver AS caregiver_held 
WHERE caregiver_held.country_code = $1::VARCHAR AND caregiver_held.voided_at IS NULL AND caregiver_held.id = ANY (ARRAY[$2::UUID]) ORDER BY caregiver_held.id FOR NO KEY UPDATE), 
counter_locked AS MATERIALIZED 
(SELECT counter_held.last AS last 
FROM change_counter AS counter_held 
WHERE counter_held.country_code = $1::VARCHAR FOR UPDATE)
 SELECT (SELECT count(*) AS count_1 
FROM caregiver_locked) AS locked_0, (SELECT count(*) AS count_2 
FROM counter_locked) AS locked_1
;

WITH own_read AS MATERIALIZED 
(SELECT true AS found, caregiver_of_own.id AS id, caregiver_of_own.version AS version, caregiver_of_own.voided_at AS voided_at, caregiver_of_own.programme_id AS programme_id 
FROM caregiver AS caregiver_of_own 
WHERE caregiver_of_own.country_code = $1::VARCHAR AND caregiver_of_own.id = $6::UUID), 
programme_read AS MATERIALIZED 
(SELECT true AS found, programme_of_programme.id AS id, programme_of_programme.started_on AS started_on, programme_of_programme.ended_on AS ended_on 
FROM programme AS programme_of_programme 
WHERE programme_of_programme.country_code = $1::VARCHAR AND programme_of_programme.voided_at IS NULL AND programme_of_programme.id = $7::UUID FOR SHARE), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (own_read.found IS NOT true) THEN 'own_is_there' ELSE null END, CASE WHEN ((own_read.version = $5::BIGINT) IS NOT true) THEN 'own_is_as_seen' ELSE null END, CASE WHEN ((own_read.voided_at IS NULL) IS NOT true) THEN 'own_is_not_void' ELSE null END, CASE WHEN (programme_read.found IS NOT true) THEN 'programme_is_there' ELSE null END, CASE WHEN ((own_read.programme_id != programme_read.id) IS NOT true) THEN 'programme_changes' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN own_read ON true LEFT OUTER JOIN programme_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_7, $2::VARCHAR AS anon_8, $3::VARCHAR AS anon_9, $8::VARCHAR AS anon_10, $9::VARCHAR AS anon_11, $10::VARCHAR AS anon_12, $11::TEXT[] AS anon_13, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE caregiver SET version=(caregiver.version + 1), updated_at=now(), programme_id=programme_read.id, minimum_qualification=CASE WHEN ((SELECT policy_1.value 
FROM policy AS policy_1 
WHERE policy_1.code = $1::VARCHAR AND policy_1.key = ('minimum_qualification.' || caregiver.kind) AND policy_1.jurisdiction = coalesce((SELECT programme_2.jurisdiction 
FROM programme AS programme_2 
WHERE programme_2.country_code = $1::VARCHAR AND programme_2.voided_at IS NULL AND programme_2.id = programme_read.id), '') AND policy_1.from_day <= $4::DATE AND (policy_1.until_day IS NULL OR policy_1.until_day > $4::DATE)) = 'NOT_APPLICABLE') THEN 'YES' WHEN ((SELECT policy_1.value 
FROM policy AS policy_1 
WHERE policy_1.code = $1::VARCHAR AND policy_1.key = ('minimum_qualification.' || caregiver.kind) AND policy_1.jurisdiction = coalesce((SELECT programme_2.jurisdiction 
FROM programme AS programme_2 
WHERE programme_2.country_code = $1::VARCHAR AND programme_2.voided_at IS NULL AND programme_2.id = programme_read.id), '') AND policy_1.from_day <= $4::DATE AND (policy_1.until_day IS NULL OR policy_1.until_day > $4::DATE)) IS NULL OR caregiver.qualification IS NULL) THEN 'NOT_KNOWN' WHEN (caregiver.qualification >= (SELECT policy_1.value 
FROM policy AS policy_1 
WHERE policy_1.code = $1::VARCHAR AND policy_1.key = ('minimum_qualification.' || caregiver.kind) AND policy_1.jurisdiction = coalesce((SELECT programme_2.jurisdiction 
FROM programme AS programme_2 
WHERE programme_2.country_code = $1::VARCHAR AND programme_2.voided_at IS NULL AND programme_2.id = programme_read.id), '') AND policy_1.from_day <= $4::DATE AND (policy_1.until_day IS NULL OR policy_1.until_day > $4::DATE))) THEN 'YES' ELSE 'NO' END, cleared_until=CASE WHEN ((SELECT policy_4.value 
FROM policy AS policy_4 
WHERE policy_4.code = $1::VARCHAR AND policy_4.key = ('checks_required.' || caregiver.kind) AND policy_4.jurisdiction = coalesce((SELECT programme_5.jurisdiction 
FROM programme AS programme_5 
WHERE programme_5.country_code = $1::VARCHAR AND programme_5.voided_at IS NULL AND programme_5.id = programme_read.id), '') AND policy_4.from_day <= $4::DATE AND (policy_4.until_day IS NULL OR policy_4.until_day > $4::DATE)) = 'NOT_APPLICABLE') THEN CAST('9999-12-31' AS DATE) ELSE CAST((SELECT CASE WHEN (count(*) FILTER (WHERE newest.until IS NULL) > 0) THEN NULL ELSE min(newest.until) END AS anon_6 
FROM unnest(string_to_array((SELECT policy_4.value 
FROM policy AS policy_4 
WHERE policy_4.code = $1::VARCHAR AND policy_4.key = ('checks_required.' || caregiver.kind) AND policy_4.jurisdiction = coalesce((SELECT programme_5.jurisdiction 
FROM programme AS programme_5 
WHERE programme_5.country_code = $1::VARCHAR AND programme_5.voided_at IS NULL AND programme_5.id = programme_read.id), '') AND policy_4.from_day <= $4::DATE AND (policy_4.until_day IS NULL OR policy_4.until_day > $4::DATE)), ' ')) AS asked(kind) LEFT OUTER JOIN LATERAL (SELECT CASE WHEN (of_caregiver_check_0.outcome IN ('PASSED', 'CONDITIONS')) THEN of_caregiver_check_0.valid_until END AS until 
FROM (SELECT caregiver_check_3.id AS id, caregiver_check_3.kind AS kind, caregiver_check_3.decided_on AS decided_on, caregiver_check_3.valid_until AS valid_until, caregiver_check_3.outcome AS outcome 
FROM caregiver_check AS caregiver_check_3 
WHERE caregiver_check_3.country_code = $1::VARCHAR AND caregiver_check_3.voided_at IS NULL AND caregiver_check_3.caregiver_id = caregiver.id) AS of_caregiver_check_0 
WHERE of_caregiver_check_0.kind = asked.kind ORDER BY of_caregiver_check_0.decided_on DESC, of_caregiver_check_0.id DESC 
 LIMIT 1) AS newest ON true) AS DATE) END FROM go, own_read, programme_read WHERE caregiver.country_code = $1::VARCHAR AND caregiver.voided_at IS NULL AND go.one = 1 AND caregiver.id = own_read.id AND caregiver.version = own_read.version RETURNING new.programme_id AS n_programme_id, new.minimum_qualification AS n_minimum_qualification, new.cleared_until AS n_cleared_until, new.id AS n_id, new.version AS n_version, old.programme_id AS o_programme_id, old.minimum_qualification AS o_minimum_qualification, old.cleared_until AS o_cleared_until, old.id AS o_id, old.version AS o_version), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Caregiver', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'moveCaregiver', null, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_1.o_programme_id AS TEXT), 'minimumQualification', written_1.o_minimum_qualification, 'clearedUntil', written_1.o_cleared_until) - CAST(ARRAY[CASE WHEN (written_1.n_programme_id IS NOT DISTINCT FROM written_1.o_programme_id) THEN 'programme' END, CASE WHEN (written_1.n_minimum_qualification IS NOT DISTINCT FROM written_1.o_minimum_qualification) THEN 'minimumQualification' END, CASE WHEN (written_1.n_cleared_until IS NOT DISTINCT FROM written_1.o_cleared_until) THEN 'clearedUntil' END] AS TEXT[]) AS anon_4, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_1.n_programme_id AS TEXT), 'minimumQualification', written_1.n_minimum_qualification, 'clearedUntil', written_1.n_cleared_until) - CAST(ARRAY[CASE WHEN (written_1.n_programme_id IS NOT DISTINCT FROM written_1.o_programme_id) THEN 'programme' END, CASE WHEN (written_1.n_minimum_qualification IS NOT DISTINCT FROM written_1.o_minimum_qualification) THEN 'minimumQualification' END, CASE WHEN (written_1.n_cleared_until IS NOT DISTINCT FROM written_1.o_cleared_until) THEN 'clearedUntil' END] AS TEXT[]) AS anon_5 
FROM written_1 RETURNING row_id), 
written_2 AS 
(UPDATE caregiver_check SET version=(caregiver_check.version + 1), updated_at=now(), programme_id=written_1.n_programme_id FROM go, written_1 WHERE caregiver_check.country_code = $1::VARCHAR AND go.one = 1 AND caregiver_check.caregiver_id = written_1.n_id RETURNING new.programme_id AS n_programme_id, new.id AS n_id, new.version AS n_version, new.caregiver_id AS n_caregiver_id, new.kind AS n_kind, new.decided_on AS n_decided_on, new.valid_until AS n_valid_until, new.outcome AS n_outcome, new.voided_at AS n_voided_at, old.programme_id AS o_programme_id, old.id AS o_id, old.version AS o_version, old.caregiver_id AS o_caregiver_id, old.kind AS o_kind, old.decided_on AS o_decided_on, old.valid_until AS o_valid_until, old.outcome AS o_outcome, old.voided_at AS o_voided_at), 
written_3 AS 
(UPDATE caregiver_credential SET version=(caregiver_credential.version + 1), updated_at=now(), programme_id=written_1.n_programme_id FROM go, written_1 WHERE caregiver_credential.country_code = $1::VARCHAR AND go.one = 1 AND caregiver_credential.caregiver_id = written_1.n_id RETURNING new.programme_id AS n_programme_id, new.id AS n_id, new.version AS n_version, old.programme_id AS o_programme_id, old.id AS o_id, old.version AS o_version), 
copies_sensitive AS 
(SELECT 'CaregiverCheck' AS type, written_2.n_id AS row_id, written_2.n_version AS version, written_2.n_programme_id AS programme_id, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_2.o_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_2.n_programme_id IS NOT DISTINCT FROM written_2.o_programme_id) THEN 'programme' END] AS TEXT[]) AS before, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_2.n_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_2.n_programme_id IS NOT DISTINCT FROM written_2.o_programme_id) THEN 'programme' END] AS TEXT[]) AS after 
FROM written_2 UNION ALL SELECT 'CaregiverCredential' AS type, written_3.n_id AS row_id, written_3.n_version AS version, written_3.n_programme_id AS programme_id, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_3.o_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_3.n_programme_id IS NOT DISTINCT FROM written_3.o_programme_id) THEN 'programme' END] AS TEXT[]) AS before, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_3.n_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_3.n_programme_id IS NOT DISTINCT FROM written_3.o_programme_id) THEN 'programme' END] AS TEXT[]) AS after 
FROM written_3), 
history_sensitive_of_copies_sensitive AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_14, copies_sensitive.type AS type, copies_sensitive.row_id AS row_id, copies_sensitive.version AS version, copies_sensitive.programme_id AS programme_id, $2::VARCHAR AS anon_15, $3::VARCHAR AS anon_16, 'moveCaregiver', null, copies_sensitive.before AS before, copies_sensitive.after AS after 
FROM copies_sensitive RETURNING row_id), 
noticed_1 AS 
(SELECT caregiver_assignment_6.id AS n_id, caregiver_assignment_6.programme_id AS n_programme_id 
FROM caregiver_assignment AS caregiver_assignment_6, go 
WHERE caregiver_assignment_6.country_code = $1::VARCHAR AND caregiver_assignment_6.voided_at IS NULL AND caregiver_assignment_6.caregiver_id IN (SELECT written_1.n_id AS id 
FROM written_1)), 
noticed_2 AS 
(SELECT participation_7.id AS n_id, participation_7.programme_id AS n_programme_id 
FROM participation AS participation_7, go 
WHERE participation_7.country_code = $1::VARCHAR AND participation_7.voided_at IS NULL AND participation_7.caregiver_id IN (SELECT written_1.n_id AS id 
FROM written_1)), 
noticed_3 AS 
(SELECT relative_8.id AS n_id, relative_8.programme_id AS n_programme_id 
FROM relative AS relative_8, go 
WHERE relative_8.country_code = $1::VARCHAR AND relative_8.voided_at IS NULL AND relative_8.caregiver_id IN (SELECT written_1.n_id AS id 
FROM written_1)), 
touched AS 
(SELECT 1 AS place, 'Caregiver' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 0 AS place, 'Caregiver' AS type, written_1.n_id AS row_id, 'LEFT' AS kind, written_1.o_programme_id AS programme_id 
FROM written_1 
WHERE written_1.o_programme_id != written_1.n_programme_id UNION ALL SELECT 3 AS place, 'CaregiverCheck' AS type, written_2.n_id AS row_id, 'UPDATED' AS kind, written_2.n_programme_id AS programme_id 
FROM written_2 UNION ALL SELECT 2 AS place, 'CaregiverCheck' AS type, written_2.n_id AS row_id, 'LEFT' AS kind, written_2.o_programme_id AS programme_id 
FROM written_2 
WHERE written_2.o_programme_id != written_2.n_programme_id UNION ALL SELECT 5 AS place, 'CaregiverCredential' AS type, written_3.n_id AS row_id, 'UPDATED' AS kind, written_3.n_programme_id AS programme_id 
FROM written_3 UNION ALL SELECT 4 AS place, 'CaregiverCredential' AS type, written_3.n_id AS row_id, 'LEFT' AS kind, written_3.o_programme_id AS programme_id 
FROM written_3 
WHERE written_3.o_programme_id != written_3.n_programme_id UNION ALL SELECT 12 AS place, 'CaregiverAssignment' AS type, noticed_1.n_id AS row_id, 'UPDATED' AS kind, noticed_1.n_programme_id AS programme_id 
FROM noticed_1 UNION ALL SELECT 13 AS place, 'Participation' AS type, noticed_2.n_id AS row_id, 'UPDATED' AS kind, noticed_2.n_programme_id AS programme_id 
FROM noticed_2 UNION ALL SELECT 14 AS place, 'Relative' AS type, noticed_3.n_id AS row_id, 'UPDATED' AS kind, noticed_3.n_programme_id AS programme_id 
FROM noticed_3), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_21, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_22, (SELECT count(*) AS entries 
FROM history_sensitive_of_copies_sensitive) AS anon_23 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_17, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_18, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $12::UUID AS anon_19, 'moveCaregiver', $8::VARCHAR AS anon_20 
FROM touched, counter RETURNING number), 
mine AS 
(SELECT written_1.n_id AS id, 'Caregiver' AS type 
FROM written_1 UNION ALL SELECT written_2.n_id AS id, 'CaregiverCheck' AS type 
FROM written_2 UNION ALL SELECT written_3.n_id AS id, 'CaregiverCredential' AS type 
FROM written_3), 
written_4 AS 
(UPDATE history_plain SET programme_id=(SELECT written_1.n_programme_id 
FROM written_1 
 LIMIT 1) FROM go WHERE history_plain.country_code = $1::VARCHAR AND go.one = 1 AND (history_plain.type, history_plain.row_id) IN (SELECT mine.type, mine.id 
FROM mine) RETURNING new.programme_id AS n_programme_id, new.id AS n_id, old.programme_id AS o_programme_id, old.id AS o_id), 
written_5 AS 
(UPDATE history_personal SET programme_id=(SELECT written_1.n_programme_id 
FROM written_1 
 LIMIT 1) FROM go WHERE history_personal.country_code = $1::VARCHAR AND go.one = 1 AND (history_personal.type, history_personal.row_id) IN (SELECT mine.type, mine.id 
FROM mine) RETURNING new.programme_id AS n_programme_id, new.id AS n_id, old.programme_id AS o_programme_id, old.id AS o_id), 
written_6 AS 
(UPDATE history_sensitive SET programme_id=(SELECT written_1.n_programme_id 
FROM written_1 
 LIMIT 1) FROM go WHERE history_sensitive.country_code = $1::VARCHAR AND go.one = 1 AND (history_sensitive.type, history_sensitive.row_id) IN (SELECT mine.type, mine.id 
FROM mine) RETURNING new.programme_id AS n_programme_id, new.id AS n_id, old.programme_id AS o_programme_id, old.id AS o_id)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $11::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2), (SELECT count(*) AS count_4 
FROM written_3), (SELECT count(*) AS count_5 
FROM written_4), (SELECT count(*) AS count_6 
FROM written_5), (SELECT count(*) AS count_7 
FROM written_6)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_2.*) AS value 
FROM caregiver AS caregiver_1 JOIN LATERAL (SELECT (('Caregiver_' || caregiver_1.country_code) || '_') || CAST(caregiver_1.id AS TEXT) AS id, caregiver_1.version AS version, caregiver_1.given_name AS "givenName", caregiver_1.cleared_until AS "clearedUntil") AS node_2 ON true 
WHERE caregiver_1.country_code = $1::VARCHAR AND caregiver_1.country_code = $2::VARCHAR AND caregiver_1.id = $3::UUID) AS caregiver, $4::JSON AS errors) AS answer
;

