WITH child_locked AS MATERIALIZED 
(SELECT child_held.id AS id 
FROM child AS child_held 
WHERE child_held.country_code = $1::VARCHAR AND child_held.voided_at IS NULL AND child_held.id = ANY (array((SELECT placement_of_child.child_file_id AS child_id 
FROM placement AS placement_of_child 
WHERE placement_of_child.country_code = $1::VARCHAR AND placement_of_child.voided_at IS NULL AND placement_of_child.home_id = $2::UUID))) ORDER BY child_held.id FOR NO KEY UPDATE), 
home_locked AS MATERIALIZED 
(SELECT home_held.id AS id 
FROM home AS home_held 
WHERE home_held.country_code = $1::VARCHAR AND home_held.voided_at IS NULL AND home_held.id = ANY (ARRAY[$2::UUID]) ORDER BY home_held.id FOR NO KEY UPDATE)
 SELECT (SELECT count(*) AS count_1 
FROM child_locked) AS locked_0, (SELECT count(*) AS count_2 
FROM home_locked) AS locked_1
;

WITH home_read AS MATERIALIZED 
(SELECT true AS found, home_of_home.id AS id, home_of_home.programme_id AS programme_id, home_of_home.opened_on AS opened_on, home_of_home.closed_on AS closed_on 
FROM home AS home_of_home 
WHERE home_of_home.country_code = $1::VARCHAR AND home_of_home.voided_at IS NULL AND home_of_home.id = $5::UUID), 
from_read AS MATERIALIZED 
(SELECT true AS found, caregiver_of_from.id AS id 
FROM caregiver AS caregiver_of_from 
WHERE caregiver_of_from.country_code = $1::VARCHAR AND caregiver_of_from.voided_at IS NULL AND caregiver_of_from.id = $7::UUID), 
cared_read AS MATERIALIZED 
(SELECT caregiver_assignment_4.id AS id, caregiver_assignment_4.child_file_id AS child_id, caregiver_assignment_4.home_id AS home_id, caregiver_assignment_4.programme_id AS programme_id, caregiver_assignment_4.ended_on AS ended_on, caregiver_assignment_4.end_reason AS end_reason, row_number() OVER (PARTITION BY caregiver_assignment_4.child_file_id ORDER BY caregiver_assignment_4.id) AS nth 
FROM caregiver_assignment AS caregiver_assignment_4 
WHERE caregiver_assignment_4.country_code = $1::VARCHAR AND caregiver_assignment_4.voided_at IS NULL AND caregiver_assignment_4.caregiver_id = (SELECT from_read.id 
FROM from_read) AND caregiver_assignment_4.started_on < $4::DATE AND (caregiver_assignment_4.ended_on IS NULL OR caregiver_assignment_4.ended_on > $4::DATE) AND (caregiver_assignment_4.home_id = (SELECT home_read.id 
FROM home_read) AND caregiver_assignment_4.role = 'PARENT' OR caregiver_assignment_4.child_file_id IN (SELECT placement_5.child_file_id AS child_id 
FROM placement AS placement_5 
WHERE placement_5.country_code = $1::VARCHAR AND placement_5.voided_at IS NULL AND placement_5.home_id = (SELECT home_read.id 
FROM home_read) AND placement_5.started_on <= $4::DATE AND (placement_5.ended_on IS NULL OR placement_5.ended_on > $4::DATE)))), 
to_read AS MATERIALIZED 
(SELECT true AS found, caregiver_of_to.id AS id, caregiver_of_to.programme_id AS programme_id, caregiver_of_to.given_name AS given_name, caregiver_of_to.engaged_on AS engaged_on, caregiver_of_to.left_on AS left_on, caregiver_of_to.kind AS kind, caregiver_of_to.cleared_until AS cleared_until 
FROM caregiver AS caregiver_of_to 
WHERE caregiver_of_to.country_code = $1::VARCHAR AND caregiver_of_to.voided_at IS NULL AND caregiver_of_to.id = $8::UUID), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (home_read.found IS NOT true) THEN 'home_is_there' ELSE null END, CASE WHEN (from_read.found IS NOT true) THEN 'from_is_there' ELSE null END, CASE WHEN (to_read.found IS NOT true) THEN 'to_is_there' ELSE null END, CASE WHEN ((to_read.programme_id = (SELECT home_read.programme_id 
FROM home_read)) IS NOT true) THEN 'caregiver_is_of_the_programme' ELSE null END, CASE WHEN ((to_read.engaged_on <= $4::DATE AND (to_read.left_on IS NULL OR $4::DATE < to_read.left_on OR null IS NOT NULL AND $4::DATE <= to_read.left_on AND null = $4::DATE)) IS NOT true) THEN 'started_on_inside_caregiver_id' ELSE null END, CASE WHEN ((home_read.opened_on <= $4::DATE AND (home_read.closed_on IS NULL OR $4::DATE < home_read.closed_on OR null IS NOT NULL AND $4::DATE <= home_read.closed_on AND null = $4::DATE)) IS NOT true) THEN 'started_on_inside_home_id' ELSE null END, CASE WHEN (($4::DATE <= $6::DATE OR coalesce(CASE WHEN ((SELECT policy_2.value 
FROM policy AS policy_2 
WHERE policy_2.code = $1::VARCHAR AND policy_2.key = ('checks_required.' || to_read.kind) AND policy_2.jurisdiction = coalesce((SELECT programme_3.jurisdiction 
FROM programme AS programme_3 
WHERE programme_3.country_code = $1::VARCHAR AND programme_3.voided_at IS NULL AND programme_3.id = to_read.programme_id), '') AND policy_2.from_day <= $6::DATE AND (policy_2.until_day IS NULL OR policy_2.until_day > $6::DATE)) = 'NOT_APPLICABLE') THEN CAST('9999-12-31' AS DATE) ELSE CAST((SELECT CASE WHEN (count(*) FILTER (WHERE newest.until IS NULL) > 0) THEN NULL ELSE min(newest.until) END AS anon_6 
FROM unnest(string_to_array((SELECT policy_2.value 
FROM policy AS policy_2 
WHERE policy_2.code = $1::VARCHAR AND policy_2.key = ('checks_required.' || to_read.kind) AND policy_2.jurisdiction = coalesce((SELECT programme_3.jurisdiction 
FROM programme AS programme_3 
WHERE programme_3.country_code = $1::VARCHAR AND programme_3.voided_at IS NULL AND programme_3.id = to_read.programme_id), '') AND policy_2.from_day <= $6::DATE AND (policy_2.until_day IS NULL OR policy_2.until_day > $6::DATE)), ' ')) AS asked(kind) LEFT OUTER JOIN LATERAL (SELECT CASE WHEN (checks_of_caregiver.outcome IN ('PASSED', 'CONDITIONS')) THEN checks_of_caregiver.valid_until END AS until 
FROM (SELECT caregiver_check_1.id AS id, caregiver_check_1.kind AS kind, caregiver_check_1.decided_on AS decided_on, caregiver_check_1.valid_until AS valid_until, caregiver_check_1.outcome AS outcome 
FROM caregiver_check AS caregiver_check_1 
WHERE caregiver_check_1.country_code = $1::VARCHAR AND caregiver_check_1.voided_at IS NULL AND caregiver_check_1.caregiver_id = to_read.id) AS checks_of_caregiver 
WHERE checks_of_caregiver.kind = asked.kind ORDER BY checks_of_caregiver.decided_on DESC, checks_of_caregiver.id DESC 
 LIMIT 1) AS newest ON true) AS DATE) END > $4::DATE, false)) IS NOT true) THEN 'caregiver_is_cleared' ELSE null END, CASE WHEN ((EXISTS (SELECT 1 
FROM cared_read 
WHERE cared_read.child_id IS NULL)) IS NOT true) THEN 'from_is_the_parent' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN home_read ON true LEFT OUTER JOIN from_read ON true LEFT OUTER JOIN to_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_7, $2::VARCHAR AS anon_8, $3::VARCHAR AS anon_9, $9::VARCHAR AS anon_10, $10::VARCHAR AS anon_11, $11::VARCHAR AS anon_12, $12::TEXT[] AS anon_13, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE caregiver_assignment SET version=(caregiver_assignment.version + 1), updated_at=now(), ended_on=$4::DATE, end_reason='HANDED_OVER' FROM go WHERE caregiver_assignment.country_code = $1::VARCHAR AND caregiver_assignment.voided_at IS NULL AND go.one = 1 AND caregiver_assignment.id IN (SELECT cared_read.id 
FROM cared_read) RETURNING new.ended_on AS n_ended_on, new.end_reason AS n_end_reason, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, new.home_id AS n_home_id, old.ended_on AS o_ended_on, old.end_reason AS o_end_reason, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id, old.home_id AS o_home_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'CaregiverAssignment', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'handOverHome', null, jsonb_build_object('endedOn', written_1.o_ended_on, 'endReason', written_1.o_end_reason) - CAST(ARRAY[CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_1.n_end_reason IS NOT DISTINCT FROM written_1.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_4, jsonb_build_object('endedOn', written_1.n_ended_on, 'endReason', written_1.n_end_reason) - CAST(ARRAY[CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_1.n_end_reason IS NOT DISTINCT FROM written_1.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_5 
FROM written_1 RETURNING row_id), 
written_2 AS 
(INSERT INTO caregiver_assignment (country_code, id, child_id, home_id, programme_id, role, caregiver_id, caregiver_name, started_on, ended_on, end_reason) SELECT $1::VARCHAR AS country_code, CASE WHEN (cared_read.child_id IS NULL) THEN $13::UUID ELSE uuidv7() END AS id, cared_read.child_id AS child_id, cared_read.home_id AS home_id, cared_read.programme_id AS programme_id, CASE WHEN (cared_read.child_id IS NULL) THEN 'PARENT' ELSE 'KEY_CARER' END AS role, to_read.id AS caregiver_id, to_read.given_name AS caregiver_name, $4::DATE AS started_on, CASE WHEN (cared_read.child_id IS NULL) THEN null ELSE cared_read.ended_on END AS ended_on, CASE WHEN (cared_read.child_id IS NULL) THEN null ELSE cared_read.end_reason END AS end_reason 
FROM go, cared_read, to_read, (SELECT count(*) AS rows 
FROM written_1) AS after_written_1 
WHERE cared_read.nth = 1 RETURNING id AS n_id, child_id AS n_child_id, home_id AS n_home_id, programme_id AS n_programme_id, role AS n_role, caregiver_id AS n_caregiver_id, caregiver_name AS n_caregiver_name, started_on AS n_started_on, ended_on AS n_ended_on, end_reason AS n_end_reason, version AS n_version), 
history_personal_of_written_2 AS 
(INSERT INTO history_personal (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_14, 'CaregiverAssignment', written_2.n_id AS n_id, written_2.n_version AS n_version, written_2.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_15, $3::VARCHAR AS anon_16, 'handOverHome', null, null, jsonb_build_object('caregiverName', written_2.n_caregiver_name) AS jsonb_build_object_1 
FROM written_2 RETURNING row_id), 
history_sensitive_of_written_2 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_17, 'CaregiverAssignment', written_2.n_id AS n_id, written_2.n_version AS n_version, written_2.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_18, $3::VARCHAR AS anon_19, 'handOverHome', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_2.n_child_id AS TEXT), 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_2.n_home_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_2.n_programme_id AS TEXT), 'role', written_2.n_role, 'caregiver', (('Caregiver_' || $1::VARCHAR) || '_') || CAST(written_2.n_caregiver_id AS TEXT), 'startedOn', written_2.n_started_on, 'endedOn', written_2.n_ended_on, 'endReason', written_2.n_end_reason) AS jsonb_build_object_2 
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
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_21, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $14::UUID AS anon_22, 'handOverHome', $9::VARCHAR AS anon_23 
FROM touched, counter RETURNING number)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $12::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_25.*) AS value 
FROM caregiver_assignment AS caregiver_assignment_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_23.*) AS value 
FROM home AS home_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_6.*) AS value 
FROM (SELECT coalesce(json_agg(rows_4.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_5.*) AS part_0 
FROM (SELECT caregiver_assignment_3.country_code AS country_code, caregiver_assignment_3.id AS id, caregiver_assignment_3.caregiver_name AS caregiver_name, caregiver_assignment_3.role AS role, caregiver_assignment_3.started_on AS started_on 
FROM caregiver_assignment AS caregiver_assignment_3 
WHERE caregiver_assignment_3.home_id = home_2.id AND caregiver_assignment_3.started_on <= $1::DATE AND (caregiver_assignment_3.ended_on IS NULL OR caregiver_assignment_3.ended_on > $1::DATE) AND caregiver_assignment_3.country_code = $2::VARCHAR AND caregiver_assignment_3.voided_at IS NULL ORDER BY caregiver_assignment_3.id ASC 
 LIMIT 20) AS page_4 JOIN LATERAL (SELECT page_4.caregiver_name AS "caregiverName", page_4.role AS role, page_4.started_on AS "startedOn") AS node_5 ON true ORDER BY page_4.id ASC) AS rows_4) AS gathered_4 JOIN LATERAL (SELECT gathered_4.part_0 AS nodes) AS connection_6 ON true) AS link_7 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_11.*) AS value 
FROM (SELECT coalesce(json_agg(rows_9.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_10.*) AS part_0 
FROM (SELECT caregiver_assignment_8.country_code AS country_code, caregiver_assignment_8.id AS id, caregiver_assignment_8.caregiver_name AS caregiver_name, caregiver_assignment_8.role AS role, caregiver_assignment_8.started_on AS started_on, caregiver_assignment_8.started_on AS order_0 
FROM caregiver_assignment AS caregiver_assignment_8 
WHERE caregiver_assignment_8.home_id = home_2.id AND caregiver_assignment_8.started_on <= $3::DATE AND (caregiver_assignment_8.ended_on IS NULL OR caregiver_assignment_8.ended_on > $3::DATE) AND caregiver_assignment_8.country_code = $2::VARCHAR AND caregiver_assignment_8.voided_at IS NULL ORDER BY caregiver_assignment_8.started_on ASC, caregiver_assignment_8.id ASC 
 LIMIT 20) AS page_9 JOIN LATERAL (SELECT page_9.caregiver_name AS "caregiverName", page_9.role AS role, page_9.started_on AS "startedOn") AS node_10 ON true ORDER BY page_9.order_0 ASC, page_9.id ASC) AS rows_9) AS gathered_9 JOIN LATERAL (SELECT gathered_9.part_0 AS nodes) AS connection_11 ON true) AS link_12 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_21.*) AS value 
FROM (SELECT coalesce(json_agg(rows_14.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_20.*) AS part_0 
FROM (SELECT child_13.country_code AS country_code, child_13.id AS id, child_13.given_name AS given_name 
FROM placement AS placement_15 JOIN child AS child_13 ON child_13.id = placement_15.child_file_id 
WHERE placement_15.home_id = home_2.id AND placement_15.started_on <= $3::DATE AND (placement_15.ended_on IS NULL OR placement_15.ended_on > $3::DATE) AND placement_15.country_code = $2::VARCHAR AND placement_15.voided_at IS NULL AND child_13.country_code = $2::VARCHAR AND child_13.voided_at IS NULL ORDER BY child_13.id ASC 
 LIMIT 20) AS page_14 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_18.*) AS value 
FROM caregiver_assignment AS caregiver_assignment_17, caregiver AS caregiver_16 JOIN LATERAL (SELECT caregiver_16.given_name AS "givenName") AS node_18 ON true 
WHERE caregiver_assignment_17.child_file_id = page_14.id AND caregiver_assignment_17.started_on <= $3::DATE AND (caregiver_assignment_17.ended_on IS NULL OR caregiver_assignment_17.ended_on > $3::DATE) AND caregiver_assignment_17.country_code = $2::VARCHAR AND caregiver_assignment_17.voided_at IS NULL AND caregiver_16.id = caregiver_assignment_17.caregiver_id AND caregiver_16.country_code = $2::VARCHAR AND caregiver_16.voided_at IS NULL) AS link_19 ON true JOIN LATERAL (SELECT page_14.given_name AS "givenName", link_19.value AS "keyCarer") AS node_20 ON true ORDER BY page_14.id ASC) AS rows_14) AS gathered_14 JOIN LATERAL (SELECT gathered_14.part_0 AS nodes) AS connection_21 ON true) AS link_22 ON true JOIN LATERAL (SELECT home_2.name AS name, link_7.value AS before, link_12.value AS team, link_22.value AS children) AS node_23 ON true 
WHERE home_2.id = caregiver_assignment_1.home_id AND home_2.country_code = $2::VARCHAR AND home_2.voided_at IS NULL) AS link_24 ON true JOIN LATERAL (SELECT (('CaregiverAssignment_' || caregiver_assignment_1.country_code) || '_') || CAST(caregiver_assignment_1.id AS TEXT) AS id, caregiver_assignment_1.caregiver_name AS "caregiverName", caregiver_assignment_1.role AS role, caregiver_assignment_1.started_on AS "startedOn", link_24.value AS home) AS node_25 ON true 
WHERE caregiver_assignment_1.country_code = $2::VARCHAR AND caregiver_assignment_1.country_code = $4::VARCHAR AND caregiver_assignment_1.id = $5::UUID) AS "caregiverAssignment", $6::JSON AS errors) AS answer
;

