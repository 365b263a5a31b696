WITH home_locked AS MATERIALIZED 
(SELECT home_held.id AS id 
FROM home AS home_held 
WHERE home_held.country_code = $1::VARCHAR AND home_held.voided_at IS NULL AND home_held.id = ANY (ARRAY[$2::UUID]) ORDER BY home_held.id FOR NO KEY UPDATE)
 SELECT (SELECT count(*) AS count_1 
FROM home_locked) AS locked_0
;

WITH own_read AS MATERIALIZED 
(SELECT true AS found, home_of_own.id AS id, home_of_own.version AS version, home_of_own.voided_at AS voided_at, home_of_own.programme_id AS programme_id, home_of_own.opened_on AS opened_on, home_of_own.responsible_since AS responsible_since 
FROM home AS home_of_own 
WHERE home_of_own.country_code = $1::VARCHAR AND home_of_own.id = $7::UUID), 
programme_read AS MATERIALIZED 
(SELECT true AS found, programme_of_programme.id AS id, programme_of_programme.started_on AS started_on, programme_of_programme.ended_on AS ended_on 
FROM programme AS programme_of_programme 
WHERE programme_of_programme.country_code = $1::VARCHAR AND programme_of_programme.voided_at IS NULL AND programme_of_programme.id = $8::UUID FOR SHARE), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (own_read.found IS NOT true) THEN 'own_is_there' ELSE null END, CASE WHEN ((own_read.version = $6::BIGINT) IS NOT true) THEN 'own_is_as_seen' ELSE null END, CASE WHEN ((own_read.voided_at IS NULL) IS NOT true) THEN 'own_is_not_void' ELSE null END, CASE WHEN (programme_read.found IS NOT true) THEN 'programme_is_there' ELSE null END, CASE WHEN ((own_read.programme_id != programme_read.id) IS NOT true) THEN 'programme_changes' ELSE null END, CASE WHEN ((programme_read.started_on <= coalesce($4::DATE, $5::DATE) AND (programme_read.ended_on IS NULL OR programme_read.ended_on > coalesce($4::DATE, $5::DATE))) IS NOT true) THEN 'programme_runs' ELSE null END, CASE WHEN ((coalesce($4::DATE, $5::DATE) >= own_read.opened_on) IS NOT true) THEN 'moves_after_opening' ELSE null END, CASE WHEN ((coalesce($4::DATE, $5::DATE) >= coalesce(own_read.responsible_since, own_read.opened_on)) IS NOT true) THEN 'moves_after_the_last' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN own_read ON true LEFT OUTER JOIN programme_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_6, $2::VARCHAR AS anon_7, $3::VARCHAR AS anon_8, $9::VARCHAR AS anon_9, $10::VARCHAR AS anon_10, $11::VARCHAR AS anon_11, $12::TEXT[] AS anon_12, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE home SET version=(home.version + 1), updated_at=now(), programme_id=programme_read.id, responsible_since=coalesce($4::DATE, $5::DATE) FROM go, own_read, programme_read WHERE home.country_code = $1::VARCHAR AND home.voided_at IS NULL AND go.one = 1 AND home.id = own_read.id AND home.version = own_read.version RETURNING new.programme_id AS n_programme_id, new.responsible_since AS n_responsible_since, new.id AS n_id, new.version AS n_version, new.name_search AS n_name_search, new.voided_at AS n_voided_at, old.programme_id AS o_programme_id, old.responsible_since AS o_responsible_since, old.id AS o_id, old.version AS o_version, old.name_search AS o_name_search, old.voided_at AS o_voided_at), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Home', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'moveHomeToProgramme', null, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_1.o_programme_id AS TEXT), 'responsibleSince', written_1.o_responsible_since) - CAST(ARRAY[CASE WHEN (written_1.n_programme_id IS NOT DISTINCT FROM written_1.o_programme_id) THEN 'programme' END, CASE WHEN (written_1.n_responsible_since IS NOT DISTINCT FROM written_1.o_responsible_since) THEN 'responsibleSince' END] AS TEXT[]) AS anon_4, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_1.n_programme_id AS TEXT), 'responsibleSince', written_1.n_responsible_since) - CAST(ARRAY[CASE WHEN (written_1.n_programme_id IS NOT DISTINCT FROM written_1.o_programme_id) THEN 'programme' END, CASE WHEN (written_1.n_responsible_since IS NOT DISTINCT FROM written_1.o_responsible_since) THEN 'responsibleSince' END] AS TEXT[]) AS anon_5 
FROM written_1 RETURNING row_id), 
written_2 AS 
(UPDATE caregiver_assignment SET version=(caregiver_assignment.version + 1), updated_at=now(), programme_id=written_1.n_programme_id FROM go, written_1 WHERE caregiver_assignment.country_code = $1::VARCHAR AND go.one = 1 AND caregiver_assignment.home_id = written_1.n_id AND caregiver_assignment.child_file_id IS NULL RETURNING new.programme_id AS n_programme_id, new.id AS n_id, new.version AS n_version, old.programme_id AS o_programme_id, old.id AS o_id, old.version AS o_version), 
written_3 AS 
(UPDATE community_link SET version=(community_link.version + 1), updated_at=now(), programme_id=written_1.n_programme_id FROM go, written_1 WHERE community_link.country_code = $1::VARCHAR AND go.one = 1 AND community_link.home_id = written_1.n_id AND community_link.child_file_id IS NULL RETURNING new.programme_id AS n_programme_id, new.id AS n_id, new.version AS n_version, old.programme_id AS o_programme_id, old.id AS o_id, old.version AS o_version), 
written_4 AS 
(UPDATE home_address SET version=(home_address.version + 1), updated_at=now(), programme_id=written_1.n_programme_id FROM go, written_1 WHERE home_address.country_code = $1::VARCHAR AND go.one = 1 AND home_address.home_id = written_1.n_id RETURNING new.programme_id AS n_programme_id, new.id AS n_id, new.version AS n_version, new.home_id AS n_home_id, new.locality AS n_locality, new.started_on AS n_started_on, new.voided_at AS n_voided_at, old.programme_id AS o_programme_id, old.id AS o_id, old.version AS o_version, old.home_id AS o_home_id, old.locality AS o_locality, old.started_on AS o_started_on, old.voided_at AS o_voided_at), 
written_5 AS 
(UPDATE inspection SET version=(inspection.version + 1), updated_at=now(), programme_id=written_1.n_programme_id FROM go, written_1 WHERE inspection.country_code = $1::VARCHAR AND go.one = 1 AND inspection.home_id = written_1.n_id RETURNING new.programme_id AS n_programme_id, new.id AS n_id, new.version AS n_version, old.programme_id AS o_programme_id, old.id AS o_id, old.version AS o_version), 
copies_sensitive AS 
(SELECT 'CaregiverAssignment' AS type, written_2.n_id AS row_id, written_2.n_version AS version, written_2.n_programme_id AS programme_id, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_2.o_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_2.n_programme_id IS NOT DISTINCT FROM written_2.o_programme_id) THEN 'programme' END] AS TEXT[]) AS before, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_2.n_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_2.n_programme_id IS NOT DISTINCT FROM written_2.o_programme_id) THEN 'programme' END] AS TEXT[]) AS after 
FROM written_2 UNION ALL SELECT 'CommunityLink' AS type, written_3.n_id AS row_id, written_3.n_version AS version, written_3.n_programme_id AS programme_id, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_3.o_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_3.n_programme_id IS NOT DISTINCT FROM written_3.o_programme_id) THEN 'programme' END] AS TEXT[]) AS before, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_3.n_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_3.n_programme_id IS NOT DISTINCT FROM written_3.o_programme_id) THEN 'programme' END] AS TEXT[]) AS after 
FROM written_3 UNION ALL SELECT 'HomeAddress' AS type, written_4.n_id AS row_id, written_4.n_version AS version, written_4.n_programme_id AS programme_id, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_4.o_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_4.n_programme_id IS NOT DISTINCT FROM written_4.o_programme_id) THEN 'programme' END] AS TEXT[]) AS before, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_4.n_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_4.n_programme_id IS NOT DISTINCT FROM written_4.o_programme_id) THEN 'programme' END] AS TEXT[]) AS after 
FROM written_4 UNION ALL SELECT 'Inspection' AS type, written_5.n_id AS row_id, written_5.n_version AS version, written_5.n_programme_id AS programme_id, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_5.o_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_5.n_programme_id IS NOT DISTINCT FROM written_5.o_programme_id) THEN 'programme' END] AS TEXT[]) AS before, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_5.n_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_5.n_programme_id IS NOT DISTINCT FROM written_5.o_programme_id) THEN 'programme' END] AS TEXT[]) AS after 
FROM written_5), 
history_sensitive_of_copies_sensitive AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_13, copies_sensitive.type AS type, copies_sensitive.row_id AS row_id, copies_sensitive.version AS version, copies_sensitive.programme_id AS programme_id, $2::VARCHAR AS anon_14, $3::VARCHAR AS anon_15, 'moveHomeToProgramme', null, copies_sensitive.before AS before, copies_sensitive.after AS after 
FROM copies_sensitive RETURNING row_id), 
noticed_1 AS 
(SELECT decision_option_1.id AS n_id, decision_option_1.programme_id AS n_programme_id 
FROM decision_option AS decision_option_1, go 
WHERE decision_option_1.country_code = $1::VARCHAR AND decision_option_1.voided_at IS NULL AND decision_option_1.home_id IN (SELECT written_1.n_id AS id 
FROM written_1)), 
noticed_2 AS 
(SELECT placement_2.id AS n_id, placement_2.programme_id AS n_programme_id 
FROM placement AS placement_2, go 
WHERE placement_2.country_code = $1::VARCHAR AND placement_2.voided_at IS NULL AND placement_2.home_id IN (SELECT written_1.n_id AS id 
FROM written_1)), 
noticed_3 AS 
(SELECT placement_exception_3.id AS n_id, placement_exception_3.programme_id AS n_programme_id 
FROM placement_exception AS placement_exception_3, go 
WHERE placement_exception_3.country_code = $1::VARCHAR AND placement_exception_3.home_id IN (SELECT written_1.n_id AS id 
FROM written_1)), 
noticed_4 AS 
(SELECT temporary_stay_4.id AS n_id, temporary_stay_4.programme_id AS n_programme_id 
FROM temporary_stay AS temporary_stay_4, go 
WHERE temporary_stay_4.country_code = $1::VARCHAR AND temporary_stay_4.voided_at IS NULL AND temporary_stay_4.home_id IN (SELECT written_1.n_id AS id 
FROM written_1)), 
touched AS 
(SELECT 1 AS place, 'Home' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 0 AS place, 'Home' AS type, written_1.n_id AS row_id, 'LEFT' AS kind, written_1.o_programme_id AS programme_id 
FROM written_1 
WHERE written_1.o_programme_id != written_1.n_programme_id UNION ALL SELECT 3 AS place, 'CaregiverAssignment' AS type, written_2.n_id AS row_id, 'UPDATED' AS kind, written_2.n_programme_id AS programme_id 
FROM written_2 UNION ALL SELECT 2 AS place, 'CaregiverAssignment' AS type, written_2.n_id AS row_id, 'LEFT' AS kind, written_2.o_programme_id AS programme_id 
FROM written_2 
WHERE written_2.o_programme_id != written_2.n_programme_id UNION ALL SELECT 5 AS place, 'CommunityLink' AS type, written_3.n_id AS row_id, 'UPDATED' AS kind, written_3.n_programme_id AS programme_id 
FROM written_3 UNION ALL SELECT 4 AS place, 'CommunityLink' AS type, written_3.n_id AS row_id, 'LEFT' AS kind, written_3.o_programme_id AS programme_id 
FROM written_3 
WHERE written_3.o_programme_id != written_3.n_programme_id UNION ALL SELECT 7 AS place, 'HomeAddress' AS type, written_4.n_id AS row_id, 'UPDATED' AS kind, written_4.n_programme_id AS programme_id 
FROM written_4 UNION ALL SELECT 6 AS place, 'HomeAddress' AS type, written_4.n_id AS row_id, 'LEFT' AS kind, written_4.o_programme_id AS programme_id 
FROM written_4 
WHERE written_4.o_programme_id != written_4.n_programme_id UNION ALL SELECT 9 AS place, 'Inspection' AS type, written_5.n_id AS row_id, 'UPDATED' AS kind, written_5.n_programme_id AS programme_id 
FROM written_5 UNION ALL SELECT 8 AS place, 'Inspection' AS type, written_5.n_id AS row_id, 'LEFT' AS kind, written_5.o_programme_id AS programme_id 
FROM written_5 
WHERE written_5.o_programme_id != written_5.n_programme_id UNION ALL SELECT 20 AS place, 'DecisionOption' AS type, noticed_1.n_id AS row_id, 'UPDATED' AS kind, noticed_1.n_programme_id AS programme_id 
FROM noticed_1 UNION ALL SELECT 21 AS place, 'Placement' AS type, noticed_2.n_id AS row_id, 'UPDATED' AS kind, noticed_2.n_programme_id AS programme_id 
FROM noticed_2 UNION ALL SELECT 22 AS place, 'PlacementException' AS type, noticed_3.n_id AS row_id, 'UPDATED' AS kind, noticed_3.n_programme_id AS programme_id 
FROM noticed_3 UNION ALL SELECT 23 AS place, 'TemporaryStay' AS type, noticed_4.n_id AS row_id, 'UPDATED' AS kind, noticed_4.n_programme_id AS programme_id 
FROM noticed_4), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_20, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_21, (SELECT count(*) AS entries 
FROM history_sensitive_of_copies_sensitive) AS anon_22 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_16, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_17, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $13::UUID AS anon_18, 'moveHomeToProgramme', $9::VARCHAR AS anon_19 
FROM touched, counter RETURNING number), 
mine AS 
(SELECT written_1.n_id AS id, 'Home' AS type 
FROM written_1 UNION ALL SELECT written_2.n_id AS id, 'CaregiverAssignment' AS type 
FROM written_2 UNION ALL SELECT written_3.n_id AS id, 'CommunityLink' AS type 
FROM written_3 UNION ALL SELECT written_4.n_id AS id, 'HomeAddress' AS type 
FROM written_4 UNION ALL SELECT written_5.n_id AS id, 'Inspection' AS type 
FROM written_5), 
written_6 AS 
(UPDATE history_plain SET programme_id=(SELECT written_1.n_programme_id 
FROM written_1 
 LIMIT 1) FROM go WHERE history_plain.country_code = $1::VARCHAR AND go.one = 1 AND (history_plain.type, history_plain.row_id) IN (SELECT mine.type, mine.id 
FROM mine) RETURNING new.programme_id AS n_programme_id, new.id AS n_id, old.programme_id AS o_programme_id, old.id AS o_id), 
written_7 AS 
(UPDATE history_personal SET programme_id=(SELECT written_1.n_programme_id 
FROM written_1 
 LIMIT 1) FROM go WHERE history_personal.country_code = $1::VARCHAR AND go.one = 1 AND (history_personal.type, history_personal.row_id) IN (SELECT mine.type, mine.id 
FROM mine) RETURNING new.programme_id AS n_programme_id, new.id AS n_id, old.programme_id AS o_programme_id, old.id AS o_id), 
written_8 AS 
(UPDATE history_sensitive SET programme_id=(SELECT written_1.n_programme_id 
FROM written_1 
 LIMIT 1) FROM go WHERE history_sensitive.country_code = $1::VARCHAR AND go.one = 1 AND (history_sensitive.type, history_sensitive.row_id) IN (SELECT mine.type, mine.id 
FROM mine) RETURNING new.programme_id AS n_programme_id, new.id AS n_id, old.programme_id AS o_programme_id, old.id AS o_id), 
keyed_written_1 AS 
(SELECT string_to_array(CASE WHEN (written_1.n_voided_at IS NULL) THEN concat_ws(' ', split_part(written_1.n_name_search, '/', 2), '=' || split_part(split_part(written_1.n_name_search, '/', 1), ' ', 1), '=' || split_part(split_part(written_1.n_name_search, '/', 1), ' ', 2), regexp_replace(split_part(written_1.n_name_search, '/', 3), '-(\S*)', '_=' || '\1', 'g')) ELSE '' END, ' ') AS n_keys, written_1.n_programme_id AS n_programme_id, written_1.n_id AS n_id, string_to_array(CASE WHEN (written_1.o_voided_at IS NULL) THEN concat_ws(' ', split_part(written_1.o_name_search, '/', 2), '=' || split_part(split_part(written_1.o_name_search, '/', 1), ' ', 1), '=' || split_part(split_part(written_1.o_name_search, '/', 1), ' ', 2), regexp_replace(split_part(written_1.o_name_search, '/', 3), '-(\S*)', '_=' || '\1', 'g')) ELSE '' END, ' ') AS o_keys, written_1.o_programme_id AS o_programme_id, written_1.o_id AS o_id 
FROM written_1), 
written_9 AS 
(DELETE FROM home_search_key USING (SELECT DISTINCT each.key AS key, keyed_written_1.o_programme_id AS programme_id, keyed_written_1.o_id AS row_id 
FROM keyed_written_1 JOIN unnest(keyed_written_1.o_keys) AS each(key) ON true 
WHERE each.key != ALL (ARRAY['', '=', '_=']) AND (each.key != ALL (keyed_written_1.n_keys) OR keyed_written_1.o_programme_id != keyed_written_1.n_programme_id)) AS o_keyed_written_1 WHERE home_search_key.country_code = $1::VARCHAR AND home_search_key.key = o_keyed_written_1.key AND home_search_key.programme_id = o_keyed_written_1.programme_id AND home_search_key.row_id = o_keyed_written_1.row_id RETURNING home_search_key.key AS n_key, home_search_key.programme_id AS n_programme_id, home_search_key.row_id AS n_row_id), 
written_10 AS 
(INSERT INTO home_search_key (country_code, key, programme_id, row_id) SELECT $1::VARCHAR AS country_code, n_keyed_written_1.key AS key, n_keyed_written_1.programme_id AS programme_id, n_keyed_written_1.row_id AS row_id 
FROM go, (SELECT DISTINCT each.key AS key, keyed_written_1.n_programme_id AS programme_id, keyed_written_1.n_id AS row_id 
FROM keyed_written_1 JOIN unnest(keyed_written_1.n_keys) AS each(key) ON true 
WHERE each.key != ALL (ARRAY['', '=', '_=']) AND (each.key != ALL (keyed_written_1.o_keys) OR keyed_written_1.n_programme_id != keyed_written_1.o_programme_id)) AS n_keyed_written_1 RETURNING key AS n_key, programme_id AS n_programme_id, row_id AS n_row_id)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $12::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2), (SELECT count(*) AS count_4 
FROM written_3), (SELECT count(*) AS count_5 
FROM written_4), (SELECT count(*) AS count_6 
FROM written_5), (SELECT count(*) AS count_7 
FROM written_6), (SELECT count(*) AS count_8 
FROM written_7), (SELECT count(*) AS count_9 
FROM written_8), (SELECT count(*) AS count_10 
FROM written_9), (SELECT count(*) AS count_11 
FROM written_10)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_2.*) AS value 
FROM home AS home_1 JOIN LATERAL (SELECT (('Home_' || home_1.country_code) || '_') || CAST(home_1.id AS TEXT) AS id, home_1.version AS version, home_1.name AS name, home_1.responsible_since AS "responsibleSince") AS node_2 ON true 
WHERE home_1.country_code = $1::VARCHAR AND home_1.country_code = $2::VARCHAR AND home_1.id = $3::UUID) AS home, $4::JSON AS errors) AS answer
;

