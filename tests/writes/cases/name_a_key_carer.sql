WITH child_locked AS MATERIALIZED 
(SELECT child_held.id AS id 
FROM child AS child_held 
WHERE child_held.country_code = $1::VARCHAR AND child_held.voided_at IS NULL AND child_held.id = ANY (ARRAY[$2::UUID]) ORDER BY child_held.id FOR NO KEY UPDATE), 
counter_locked AS MATERIALIZED 
(SELECT counter_held.last AS last 
FROM change_counter AS counter_held 
WHERE counter_held.country_code = $1::VARCHAR FOR KEY SHARE)
 SELECT (SELECT count(*) AS count_1 
FROM child_locked) AS locked_0, (SELECT count(*) AS count_2 
FROM counter_locked) AS locked_1
;

WITH child_read AS MATERIALIZED 
(SELECT true AS found, child_of_child.id AS id, child_of_child.programme_id AS programme_id, child_of_child.birth_date AS birth_date, child_of_child.died_on AS died_on, child_of_child.died_on_precision AS died_on_precision 
FROM child AS child_of_child 
WHERE child_of_child.country_code = $1::VARCHAR AND child_of_child.voided_at IS NULL AND child_of_child.id = $5::UUID), 
caregiver_read AS MATERIALIZED 
(SELECT true AS found, caregiver_of_caregiver.id AS id, caregiver_of_caregiver.programme_id AS programme_id, caregiver_of_caregiver.given_name AS given_name, caregiver_of_caregiver.engaged_on AS engaged_on, caregiver_of_caregiver.left_on AS left_on, caregiver_of_caregiver.kind AS kind, caregiver_of_caregiver.cleared_until AS cleared_until 
FROM caregiver AS caregiver_of_caregiver 
WHERE caregiver_of_caregiver.country_code = $1::VARCHAR AND caregiver_of_caregiver.voided_at IS NULL AND caregiver_of_caregiver.id = $7::UUID), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (child_read.found IS NOT true) THEN 'child_is_there' ELSE null END, CASE WHEN (caregiver_read.found IS NOT true) THEN 'caregiver_is_there' ELSE null END, CASE WHEN ((caregiver_read.programme_id = (SELECT child_read.programme_id 
FROM child_read)) IS NOT true) THEN 'caregiver_is_of_the_programme' ELSE null END, CASE WHEN ((child_read.birth_date IS NULL OR child_read.birth_date <= $4::DATE) IS NOT true) THEN 'started_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((caregiver_read.engaged_on <= $4::DATE AND (caregiver_read.left_on IS NULL OR $4::DATE < caregiver_read.left_on OR null IS NOT NULL AND $4::DATE <= caregiver_read.left_on AND null = $4::DATE)) IS NOT true) THEN 'started_on_inside_caregiver_id' ELSE null END, CASE WHEN ((child_read.died_on IS NULL OR null IS NOT NULL AND null <= least(CASE WHEN (child_read.died_on_precision = 'MONTH') THEN CAST(child_read.died_on + interval '1 month -1 day' AS DATE) WHEN (child_read.died_on_precision = 'YEAR') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) WHEN (child_read.died_on_precision = 'ESTIMATED') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) ELSE child_read.died_on END, $6::DATE) + 1) IS NOT true) THEN 'ended_on_in_the_life_of_child_id' ELSE null END, CASE WHEN (($4::DATE <= $6::DATE OR coalesce(CASE WHEN ((SELECT policy_2.value 
FROM policy AS policy_2 
WHERE policy_2.code = $1::VARCHAR AND policy_2.key = ('checks_required.' || caregiver_read.kind) AND policy_2.jurisdiction = coalesce((SELECT programme_3.jurisdiction 
FROM programme AS programme_3 
WHERE programme_3.country_code = $1::VARCHAR AND programme_3.voided_at IS NULL AND programme_3.id = caregiver_read.programme_id), '') AND policy_2.from_day <= $6::DATE AND (policy_2.until_day IS NULL OR policy_2.until_day > $6::DATE)) = 'NOT_APPLICABLE') THEN CAST('9999-12-31' AS DATE) ELSE CAST((SELECT CASE WHEN (count(*) FILTER (WHERE newest.until IS NULL) > 0) THEN NULL ELSE min(newest.until) END AS anon_6 
FROM unnest(string_to_array((SELECT policy_2.value 
FROM policy AS policy_2 
WHERE policy_2.code = $1::VARCHAR AND policy_2.key = ('checks_required.' || caregiver_read.kind) AND policy_2.jurisdiction = coalesce((SELECT programme_3.jurisdiction 
FROM programme AS programme_3 
WHERE programme_3.country_code = $1::VARCHAR AND programme_3.voided_at IS NULL AND programme_3.id = caregiver_read.programme_id), '') AND policy_2.from_day <= $6::DATE AND (policy_2.until_day IS NULL OR policy_2.until_day > $6::DATE)), ' ')) AS asked(kind) LEFT OUTER JOIN LATERAL (SELECT CASE WHEN (checks_of_caregiver.outcome IN ('PASSED', 'CONDITIONS')) THEN checks_of_caregiver.valid_until END AS until 
FROM (SELECT caregiver_check_1.id AS id, caregiver_check_1.kind AS kind, caregiver_check_1.decided_on AS decided_on, caregiver_check_1.valid_until AS valid_until, caregiver_check_1.outcome AS outcome 
FROM caregiver_check AS caregiver_check_1 
WHERE caregiver_check_1.country_code = $1::VARCHAR AND caregiver_check_1.voided_at IS NULL AND caregiver_check_1.caregiver_id = caregiver_read.id) AS checks_of_caregiver 
WHERE checks_of_caregiver.kind = asked.kind ORDER BY checks_of_caregiver.decided_on DESC, checks_of_caregiver.id DESC 
 LIMIT 1) AS newest ON true) AS DATE) END > $4::DATE, false)) IS NOT true) THEN 'caregiver_is_cleared' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN child_read ON true LEFT OUTER JOIN caregiver_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_7, $2::VARCHAR AS anon_8, $3::VARCHAR AS anon_9, $8::VARCHAR AS anon_10, $9::VARCHAR AS anon_11, $10::VARCHAR AS anon_12, $11::TEXT[] AS anon_13, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE caregiver_assignment SET version=(caregiver_assignment.version + 1), updated_at=now(), ended_on=$4::DATE, end_reason='REPLACED' FROM go WHERE caregiver_assignment.country_code = $1::VARCHAR AND caregiver_assignment.voided_at IS NULL AND go.one = 1 AND caregiver_assignment.child_file_id = (SELECT child_read.id 
FROM child_read) AND caregiver_assignment.started_on < $4::DATE AND (caregiver_assignment.ended_on IS NULL OR caregiver_assignment.ended_on > $4::DATE) RETURNING new.ended_on AS n_ended_on, new.end_reason AS n_end_reason, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, new.home_id AS n_home_id, old.ended_on AS o_ended_on, old.end_reason AS o_end_reason, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id, old.home_id AS o_home_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'CaregiverAssignment', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'nameKeyCarer', null, jsonb_build_object('endedOn', written_1.o_ended_on, 'endReason', written_1.o_end_reason) - CAST(ARRAY[CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_1.n_end_reason IS NOT DISTINCT FROM written_1.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_4, jsonb_build_object('endedOn', written_1.n_ended_on, 'endReason', written_1.n_end_reason) - CAST(ARRAY[CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_1.n_end_reason IS NOT DISTINCT FROM written_1.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_5 
FROM written_1 RETURNING row_id), 
written_2 AS 
(INSERT INTO caregiver_assignment (country_code, id, child_id, home_id, programme_id, role, caregiver_id, caregiver_name, started_on) SELECT $1::VARCHAR AS country_code, $12::UUID AS id, child_read.id AS child_id, null AS home_id, child_read.programme_id AS programme_id, 'KEY_CARER' AS role, caregiver_read.id AS caregiver_id, caregiver_read.given_name AS caregiver_name, $4::DATE AS started_on 
FROM go, child_read, caregiver_read, (SELECT count(*) AS rows 
FROM written_1) AS after_written_1 RETURNING id AS n_id, child_id AS n_child_id, home_id AS n_home_id, programme_id AS n_programme_id, role AS n_role, caregiver_id AS n_caregiver_id, caregiver_name AS n_caregiver_name, started_on AS n_started_on, version AS n_version), 
history_personal_of_written_2 AS 
(INSERT INTO history_personal (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_14, 'CaregiverAssignment', written_2.n_id AS n_id, written_2.n_version AS n_version, written_2.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_15, $3::VARCHAR AS anon_16, 'nameKeyCarer', null, null, jsonb_build_object('caregiverName', written_2.n_caregiver_name) AS jsonb_build_object_1 
FROM written_2 RETURNING row_id), 
history_sensitive_of_written_2 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_17, 'CaregiverAssignment', written_2.n_id AS n_id, written_2.n_version AS n_version, written_2.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_18, $3::VARCHAR AS anon_19, 'nameKeyCarer', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_2.n_child_id AS TEXT), 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_2.n_home_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_2.n_programme_id AS TEXT), 'role', written_2.n_role, 'caregiver', (('Caregiver_' || $1::VARCHAR) || '_') || CAST(written_2.n_caregiver_id AS TEXT), 'startedOn', written_2.n_started_on) AS jsonb_build_object_2 
FROM written_2 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'CaregiverAssignment' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 3 AS place, 'CaregiverAssignment' AS type, written_2.n_id AS row_id, 'CREATED' AS kind, written_2.n_programme_id AS programme_id 
FROM written_2), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_24, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_25, (SELECT count(*) AS entries 
FROM history_personal_of_written_2) AS anon_26, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_2) AS anon_27 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_20, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_21, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $13::UUID AS anon_22, 'nameKeyCarer', $8::VARCHAR AS anon_23 
FROM touched, counter RETURNING number)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $11::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_2.*) AS value 
FROM caregiver_assignment AS caregiver_assignment_1 JOIN LATERAL (SELECT (('CaregiverAssignment_' || caregiver_assignment_1.country_code) || '_') || CAST(caregiver_assignment_1.id AS TEXT) AS id, caregiver_assignment_1.caregiver_name AS "caregiverName", caregiver_assignment_1.role AS role, caregiver_assignment_1.started_on AS "startedOn") AS node_2 ON true 
WHERE caregiver_assignment_1.country_code = $1::VARCHAR AND caregiver_assignment_1.country_code = $2::VARCHAR AND caregiver_assignment_1.id = $3::UUID) AS "caregiverAssignment", $4::JSON AS errors) AS answer
;

