WITH child_locked AS MATERIALIZED 
(SELECT child_held.id AS id 
FROM child AS child_held 
WHERE child_held.country_code = $1::VARCHAR AND child_held.voided_at IS NULL AND child_held.id = ANY (ARRAY[$2::UUID]) ORDER BY child_held.id FOR UPDATE)
 SELECT (SELECT count(*) AS count_1 
FROM child_locked) AS locked_0
;

WITH own_read AS MATERIALIZED 
(SELECT true AS found, child_of_own.id AS id, child_of_own.version AS version, child_of_own.voided_at AS voided_at, child_of_own.programme_id AS programme_id, child_of_own.enrolled_on AS enrolled_on, child_of_own.birth_date AS birth_date 
FROM child AS child_of_own 
WHERE child_of_own.country_code = $1::VARCHAR AND child_of_own.id = $7::UUID), 
programme_read AS MATERIALIZED 
(SELECT true AS found, programme_of_programme.id AS id, programme_of_programme.started_on AS started_on, programme_of_programme.ended_on AS ended_on 
FROM programme AS programme_of_programme 
WHERE programme_of_programme.country_code = $1::VARCHAR AND programme_of_programme.voided_at IS NULL AND programme_of_programme.id = $8::UUID FOR SHARE), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (own_read.found IS NOT true) THEN 'own_is_there' ELSE null END, CASE WHEN ((own_read.version = $6::BIGINT) IS NOT true) THEN 'own_is_as_seen' ELSE null END, CASE WHEN ((own_read.voided_at IS NULL) IS NOT true) THEN 'own_is_not_void' ELSE null END, CASE WHEN (programme_read.found IS NOT true) THEN 'programme_is_there' ELSE null END, CASE WHEN ((own_read.programme_id != programme_read.id) IS NOT true) THEN 'programme_changes' ELSE null END, CASE WHEN ((coalesce($4::DATE, $5::DATE) >= own_read.enrolled_on) IS NOT true) THEN 'moves_after_enrolment' ELSE null END, CASE WHEN ((programme_read.started_on <= coalesce($4::DATE, $5::DATE) AND (programme_read.ended_on IS NULL OR programme_read.ended_on > coalesce($4::DATE, $5::DATE))) IS NOT true) THEN 'programme_runs' ELSE null END, CASE WHEN ((own_read.birth_date IS NULL OR own_read.birth_date <= coalesce($4::DATE, $5::DATE)) IS NOT true) THEN 'enrolled_on_in_the_life_of_id_begun' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN own_read ON true LEFT OUTER JOIN programme_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_6, $2::VARCHAR AS anon_7, $3::VARCHAR AS anon_8, $9::VARCHAR AS anon_9, $10::VARCHAR AS anon_10, $11::VARCHAR AS anon_11, $12::TEXT[] AS anon_12, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE child SET version=(child.version + 1), updated_at=now(), programme_id=programme_read.id, enrolled_on=coalesce($4::DATE, $5::DATE), case_number_twin=CASE WHEN (child.programme_id = programme_read.id) THEN child.case_number_twin ELSE 0 END FROM go, own_read, programme_read WHERE child.country_code = $1::VARCHAR AND go.one = 1 AND (child.id = own_read.id AND child.version = own_read.version OR child.same_as_id = own_read.id) RETURNING new.programme_id AS n_programme_id, new.enrolled_on AS n_enrolled_on, new.id AS n_id, new.version AS n_version, new.case_number_search AS n_case_number_search, new.given_name_search AS n_given_name_search, new.family_name_search AS n_family_name_search, new.name_reading_search AS n_name_reading_search, new.voided_at AS n_voided_at, old.programme_id AS o_programme_id, old.enrolled_on AS o_enrolled_on, old.id AS o_id, old.version AS o_version, old.case_number_search AS o_case_number_search, old.given_name_search AS o_given_name_search, old.family_name_search AS o_family_name_search, old.name_reading_search AS o_name_reading_search, old.voided_at AS o_voided_at), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Child', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'moveToProgramme', null, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_1.o_programme_id AS TEXT), 'enrolledOn', written_1.o_enrolled_on) - CAST(ARRAY[CASE WHEN (written_1.n_programme_id IS NOT DISTINCT FROM written_1.o_programme_id) THEN 'programme' END, CASE WHEN (written_1.n_enrolled_on IS NOT DISTINCT FROM written_1.o_enrolled_on) THEN 'enrolledOn' END] AS TEXT[]) AS anon_4, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_1.n_programme_id AS TEXT), 'enrolledOn', written_1.n_enrolled_on) - CAST(ARRAY[CASE WHEN (written_1.n_programme_id IS NOT DISTINCT FROM written_1.o_programme_id) THEN 'programme' END, CASE WHEN (written_1.n_enrolled_on IS NOT DISTINCT FROM written_1.o_enrolled_on) THEN 'enrolledOn' END] AS TEXT[]) AS anon_5 
FROM written_1 RETURNING row_id), 
written_2 AS 
(UPDATE care_episode SET version=(care_episode.version + 1), updated_at=now(), programme_id=written_1.n_programme_id FROM go, written_1 WHERE care_episode.country_code = $1::VARCHAR AND go.one = 1 AND care_episode.child_file_id = written_1.n_id RETURNING new.programme_id AS n_programme_id, new.id AS n_id, new.version AS n_version, new.child_file_id AS n_child_id, new.started_on AS n_started_on, new.primary_reason AS n_primary_reason, new.voided_at AS n_voided_at, old.programme_id AS o_programme_id, old.id AS o_id, old.version AS o_version, old.child_file_id AS o_child_id, old.started_on AS o_started_on, old.primary_reason AS o_primary_reason, old.voided_at AS o_voided_at), 
written_3 AS 
(UPDATE caregiver_assignment SET version=(caregiver_assignment.version + 1), updated_at=now(), programme_id=written_1.n_programme_id FROM go, written_1 WHERE caregiver_assignment.country_code = $1::VARCHAR AND go.one = 1 AND caregiver_assignment.child_file_id = written_1.n_id RETURNING new.programme_id AS n_programme_id, new.id AS n_id, new.version AS n_version, old.programme_id AS o_programme_id, old.id AS o_id, old.version AS o_version), 
written_4 AS 
(UPDATE community_link SET version=(community_link.version + 1), updated_at=now(), programme_id=written_1.n_programme_id FROM go, written_1 WHERE community_link.country_code = $1::VARCHAR AND go.one = 1 AND community_link.child_file_id = written_1.n_id RETURNING new.programme_id AS n_programme_id, new.id AS n_id, new.version AS n_version, old.programme_id AS o_programme_id, old.id AS o_id, old.version AS o_version), 
written_5 AS 
(UPDATE gatekeeping_assessment SET version=(gatekeeping_assessment.version + 1), updated_at=now(), programme_id=written_1.n_programme_id FROM go, written_1 WHERE gatekeeping_assessment.country_code = $1::VARCHAR AND go.one = 1 AND gatekeeping_assessment.child_file_id = written_1.n_id RETURNING new.programme_id AS n_programme_id, new.id AS n_id, new.version AS n_version, old.programme_id AS o_programme_id, old.id AS o_id, old.version AS o_version), 
written_6 AS 
(UPDATE guardianship SET version=(guardianship.version + 1), updated_at=now(), programme_id=written_1.n_programme_id FROM go, written_1 WHERE guardianship.country_code = $1::VARCHAR AND go.one = 1 AND guardianship.child_file_id = written_1.n_id RETURNING new.programme_id AS n_programme_id, new.id AS n_id, new.version AS n_version, old.programme_id AS o_programme_id, old.id AS o_id, old.version AS o_version), 
written_7 AS 
(UPDATE legal_status SET version=(legal_status.version + 1), updated_at=now(), programme_id=written_1.n_programme_id FROM go, written_1 WHERE legal_status.country_code = $1::VARCHAR AND go.one = 1 AND legal_status.child_file_id = written_1.n_id RETURNING new.programme_id AS n_programme_id, new.id AS n_id, new.version AS n_version, old.programme_id AS o_programme_id, old.id AS o_id, old.version AS o_version), 
written_8 AS 
(UPDATE placement SET version=(placement.version + 1), updated_at=now(), programme_id=written_1.n_programme_id FROM go, written_1 WHERE placement.country_code = $1::VARCHAR AND go.one = 1 AND placement.child_file_id = written_1.n_id RETURNING new.programme_id AS n_programme_id, new.id AS n_id, new.version AS n_version, old.programme_id AS o_programme_id, old.id AS o_id, old.version AS o_version), 
written_9 AS 
(UPDATE placement_exception SET version=(placement_exception.version + 1), updated_at=now(), programme_id=written_1.n_programme_id FROM go, written_1 WHERE placement_exception.country_code = $1::VARCHAR AND go.one = 1 AND placement_exception.child_file_id = written_1.n_id RETURNING new.programme_id AS n_programme_id, new.id AS n_id, new.version AS n_version, old.programme_id AS o_programme_id, old.id AS o_id, old.version AS o_version), 
written_10 AS 
(UPDATE sibling_bond SET version=(sibling_bond.version + 1), updated_at=now(), programme_id=written_1.n_programme_id FROM go, written_1 WHERE sibling_bond.country_code = $1::VARCHAR AND go.one = 1 AND sibling_bond.child_file_id = written_1.n_id RETURNING new.programme_id AS n_programme_id, new.id AS n_id, new.version AS n_version, old.programme_id AS o_programme_id, old.id AS o_id, old.version AS o_version), 
written_11 AS 
(UPDATE support_service SET version=(support_service.version + 1), updated_at=now(), programme_id=written_1.n_programme_id FROM go, written_1 WHERE support_service.country_code = $1::VARCHAR AND go.one = 1 AND support_service.child_file_id = written_1.n_id RETURNING new.programme_id AS n_programme_id, new.id AS n_id, new.version AS n_version, old.programme_id AS o_programme_id, old.id AS o_id, old.version AS o_version), 
written_12 AS 
(UPDATE task SET version=(task.version + 1), updated_at=now(), programme_id=written_1.n_programme_id FROM go, written_1 WHERE task.country_code = $1::VARCHAR AND go.one = 1 AND task.child_file_id = written_1.n_id RETURNING new.programme_id AS n_programme_id, new.id AS n_id, new.version AS n_version, old.programme_id AS o_programme_id, old.id AS o_id, old.version AS o_version), 
written_13 AS 
(UPDATE temporary_stay SET version=(temporary_stay.version + 1), updated_at=now(), programme_id=written_1.n_programme_id FROM go, written_1 WHERE temporary_stay.country_code = $1::VARCHAR AND go.one = 1 AND temporary_stay.child_file_id = written_1.n_id RETURNING new.programme_id AS n_programme_id, new.id AS n_id, new.version AS n_version, old.programme_id AS o_programme_id, old.id AS o_id, old.version AS o_version), 
copies_sensitive AS 
(SELECT 'CareEpisode' AS type, written_2.n_id AS row_id, written_2.n_version AS version, written_2.n_programme_id AS programme_id, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_2.o_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_2.n_programme_id IS NOT DISTINCT FROM written_2.o_programme_id) THEN 'programme' END] AS TEXT[]) AS before, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_2.n_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_2.n_programme_id IS NOT DISTINCT FROM written_2.o_programme_id) THEN 'programme' END] AS TEXT[]) AS after 
FROM written_2 UNION ALL SELECT 'CaregiverAssignment' AS type, written_3.n_id AS row_id, written_3.n_version AS version, written_3.n_programme_id AS programme_id, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_3.o_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_3.n_programme_id IS NOT DISTINCT FROM written_3.o_programme_id) THEN 'programme' END] AS TEXT[]) AS before, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_3.n_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_3.n_programme_id IS NOT DISTINCT FROM written_3.o_programme_id) THEN 'programme' END] AS TEXT[]) AS after 
FROM written_3 UNION ALL SELECT 'CommunityLink' AS type, written_4.n_id AS row_id, written_4.n_version AS version, written_4.n_programme_id AS programme_id, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_4.o_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_4.n_programme_id IS NOT DISTINCT FROM written_4.o_programme_id) THEN 'programme' END] AS TEXT[]) AS before, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_4.n_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_4.n_programme_id IS NOT DISTINCT FROM written_4.o_programme_id) THEN 'programme' END] AS TEXT[]) AS after 
FROM written_4 UNION ALL SELECT 'GatekeepingAssessment' AS type, written_5.n_id AS row_id, written_5.n_version AS version, written_5.n_programme_id AS programme_id, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_5.o_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_5.n_programme_id IS NOT DISTINCT FROM written_5.o_programme_id) THEN 'programme' END] AS TEXT[]) AS before, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_5.n_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_5.n_programme_id IS NOT DISTINCT FROM written_5.o_programme_id) THEN 'programme' END] AS TEXT[]) AS after 
FROM written_5 UNION ALL SELECT 'Guardianship' AS type, written_6.n_id AS row_id, written_6.n_version AS version, written_6.n_programme_id AS programme_id, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_6.o_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_6.n_programme_id IS NOT DISTINCT FROM written_6.o_programme_id) THEN 'programme' END] AS TEXT[]) AS before, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_6.n_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_6.n_programme_id IS NOT DISTINCT FROM written_6.o_programme_id) THEN 'programme' END] AS TEXT[]) AS after 
FROM written_6 UNION ALL SELECT 'LegalStatus' AS type, written_7.n_id AS row_id, written_7.n_version AS version, written_7.n_programme_id AS programme_id, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_7.o_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_7.n_programme_id IS NOT DISTINCT FROM written_7.o_programme_id) THEN 'programme' END] AS TEXT[]) AS before, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_7.n_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_7.n_programme_id IS NOT DISTINCT FROM written_7.o_programme_id) THEN 'programme' END] AS TEXT[]) AS after 
FROM written_7 UNION ALL SELECT 'Placement' AS type, written_8.n_id AS row_id, written_8.n_version AS version, written_8.n_programme_id AS programme_id, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_8.o_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_8.n_programme_id IS NOT DISTINCT FROM written_8.o_programme_id) THEN 'programme' END] AS TEXT[]) AS before, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_8.n_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_8.n_programme_id IS NOT DISTINCT FROM written_8.o_programme_id) THEN 'programme' END] AS TEXT[]) AS after 
FROM written_8 UNION ALL SELECT 'PlacementException' AS type, written_9.n_id AS row_id, written_9.n_version AS version, written_9.n_programme_id AS programme_id, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_9.o_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_9.n_programme_id IS NOT DISTINCT FROM written_9.o_programme_id) THEN 'programme' END] AS TEXT[]) AS before, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_9.n_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_9.n_programme_id IS NOT DISTINCT FROM written_9.o_programme_id) THEN 'programme' END] AS TEXT[]) AS after 
FROM written_9 UNION ALL SELECT 'SiblingBond' AS type, written_10.n_id AS row_id, written_10.n_version AS version, written_10.n_programme_id AS programme_id, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_10.o_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_10.n_programme_id IS NOT DISTINCT FROM written_10.o_programme_id) THEN 'programme' END] AS TEXT[]) AS before, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_10.n_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_10.n_programme_id IS NOT DISTINCT FROM written_10.o_programme_id) THEN 'programme' END] AS TEXT[]) AS after 
FROM written_10 UNION ALL SELECT 'SupportService' AS type, written_11.n_id AS row_id, written_11.n_version AS version, written_11.n_programme_id AS programme_id, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_11.o_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_11.n_programme_id IS NOT DISTINCT FROM written_11.o_programme_id) THEN 'programme' END] AS TEXT[]) AS before, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_11.n_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_11.n_programme_id IS NOT DISTINCT FROM written_11.o_programme_id) THEN 'programme' END] AS TEXT[]) AS after 
FROM written_11 UNION ALL SELECT 'Task' AS type, written_12.n_id AS row_id, written_12.n_version AS version, written_12.n_programme_id AS programme_id, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_12.o_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_12.n_programme_id IS NOT DISTINCT FROM written_12.o_programme_id) THEN 'programme' END] AS TEXT[]) AS before, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_12.n_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_12.n_programme_id IS NOT DISTINCT FROM written_12.o_programme_id) THEN 'programme' END] AS TEXT[]) AS after 
FROM written_12 UNION ALL SELECT 'TemporaryStay' AS type, written_13.n_id AS row_id, written_13.n_version AS version, written_13.n_programme_id AS programme_id, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_13.o_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_13.n_programme_id IS NOT DISTINCT FROM written_13.o_programme_id) THEN 'programme' END] AS TEXT[]) AS before, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_13.n_programme_id AS TEXT)) - CAST(ARRAY[CASE WHEN (written_13.n_programme_id IS NOT DISTINCT FROM written_13.o_programme_id) THEN 'programme' END] AS TEXT[]) AS after 
FROM written_13), 
history_sensitive_of_copies_sensitive AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_13, copies_sensitive.type AS type, copies_sensitive.row_id AS row_id, copies_sensitive.version AS version, copies_sensitive.programme_id AS programme_id, $2::VARCHAR AS anon_14, $3::VARCHAR AS anon_15, 'moveToProgramme', null, copies_sensitive.before AS before, copies_sensitive.after AS after 
FROM copies_sensitive RETURNING row_id), 
noticed_1 AS 
(SELECT sibling_bond_1.id AS n_id, sibling_bond_1.programme_id AS n_programme_id 
FROM sibling_bond AS sibling_bond_1, go 
WHERE sibling_bond_1.country_code = $1::VARCHAR AND sibling_bond_1.voided_at IS NULL AND sibling_bond_1.sibling_file_id IN (SELECT written_1.n_id AS id 
FROM written_1)), 
touched AS 
(SELECT 1 AS place, 'Child' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 0 AS place, 'Child' AS type, written_1.n_id AS row_id, 'LEFT' AS kind, written_1.o_programme_id AS programme_id 
FROM written_1 
WHERE written_1.o_programme_id != written_1.n_programme_id UNION ALL SELECT 3 AS place, 'CareEpisode' AS type, written_2.n_id AS row_id, 'UPDATED' AS kind, written_2.n_programme_id AS programme_id 
FROM written_2 UNION ALL SELECT 2 AS place, 'CareEpisode' AS type, written_2.n_id AS row_id, 'LEFT' AS kind, written_2.o_programme_id AS programme_id 
FROM written_2 
WHERE written_2.o_programme_id != written_2.n_programme_id UNION ALL SELECT 5 AS place, 'CaregiverAssignment' AS type, written_3.n_id AS row_id, 'UPDATED' AS kind, written_3.n_programme_id AS programme_id 
FROM written_3 UNION ALL SELECT 4 AS place, 'CaregiverAssignment' AS type, written_3.n_id AS row_id, 'LEFT' AS kind, written_3.o_programme_id AS programme_id 
FROM written_3 
WHERE written_3.o_programme_id != written_3.n_programme_id UNION ALL SELECT 7 AS place, 'CommunityLink' AS type, written_4.n_id AS row_id, 'UPDATED' AS kind, written_4.n_programme_id AS programme_id 
FROM written_4 UNION ALL SELECT 6 AS place, 'CommunityLink' AS type, written_4.n_id AS row_id, 'LEFT' AS kind, written_4.o_programme_id AS programme_id 
FROM written_4 
WHERE written_4.o_programme_id != written_4.n_programme_id UNION ALL SELECT 9 AS place, 'GatekeepingAssessment' AS type, written_5.n_id AS row_id, 'UPDATED' AS kind, written_5.n_programme_id AS programme_id 
FROM written_5 UNION ALL SELECT 8 AS place, 'GatekeepingAssessment' AS type, written_5.n_id AS row_id, 'LEFT' AS kind, written_5.o_programme_id AS programme_id 
FROM written_5 
WHERE written_5.o_programme_id != written_5.n_programme_id UNION ALL SELECT 11 AS place, 'Guardianship' AS type, written_6.n_id AS row_id, 'UPDATED' AS kind, written_6.n_programme_id AS programme_id 
FROM written_6 UNION ALL SELECT 10 AS place, 'Guardianship' AS type, written_6.n_id AS row_id, 'LEFT' AS kind, written_6.o_programme_id AS programme_id 
FROM written_6 
WHERE written_6.o_programme_id != written_6.n_programme_id UNION ALL SELECT 13 AS place, 'LegalStatus' AS type, written_7.n_id AS row_id, 'UPDATED' AS kind, written_7.n_programme_id AS programme_id 
FROM written_7 UNION ALL SELECT 12 AS place, 'LegalStatus' AS type, written_7.n_id AS row_id, 'LEFT' AS kind, written_7.o_programme_id AS programme_id 
FROM written_7 
WHERE written_7.o_programme_id != written_7.n_programme_id UNION ALL SELECT 15 AS place, 'Placement' AS type, written_8.n_id AS row_id, 'UPDATED' AS kind, written_8.n_programme_id AS programme_id 
FROM written_8 UNION ALL SELECT 14 AS place, 'Placement' AS type, written_8.n_id AS row_id, 'LEFT' AS kind, written_8.o_programme_id AS programme_id 
FROM written_8 
WHERE written_8.o_programme_id != written_8.n_programme_id UNION ALL SELECT 17 AS place, 'PlacementException' AS type, written_9.n_id AS row_id, 'UPDATED' AS kind, written_9.n_programme_id AS programme_id 
FROM written_9 UNION ALL SELECT 16 AS place, 'PlacementException' AS type, written_9.n_id AS row_id, 'LEFT' AS kind, written_9.o_programme_id AS programme_id 
FROM written_9 
WHERE written_9.o_programme_id != written_9.n_programme_id UNION ALL SELECT 19 AS place, 'SiblingBond' AS type, written_10.n_id AS row_id, 'UPDATED' AS kind, written_10.n_programme_id AS programme_id 
FROM written_10 UNION ALL SELECT 18 AS place, 'SiblingBond' AS type, written_10.n_id AS row_id, 'LEFT' AS kind, written_10.o_programme_id AS programme_id 
FROM written_10 
WHERE written_10.o_programme_id != written_10.n_programme_id UNION ALL SELECT 21 AS place, 'SupportService' AS type, written_11.n_id AS row_id, 'UPDATED' AS kind, written_11.n_programme_id AS programme_id 
FROM written_11 UNION ALL SELECT 20 AS place, 'SupportService' AS type, written_11.n_id AS row_id, 'LEFT' AS kind, written_11.o_programme_id AS programme_id 
FROM written_11 
WHERE written_11.o_programme_id != written_11.n_programme_id UNION ALL SELECT 23 AS place, 'Task' AS type, written_12.n_id AS row_id, 'UPDATED' AS kind, written_12.n_programme_id AS programme_id 
FROM written_12 UNION ALL SELECT 22 AS place, 'Task' AS type, written_12.n_id AS row_id, 'LEFT' AS kind, written_12.o_programme_id AS programme_id 
FROM written_12 
WHERE written_12.o_programme_id != written_12.n_programme_id UNION ALL SELECT 25 AS place, 'TemporaryStay' AS type, written_13.n_id AS row_id, 'UPDATED' AS kind, written_13.n_programme_id AS programme_id 
FROM written_13 UNION ALL SELECT 24 AS place, 'TemporaryStay' AS type, written_13.n_id AS row_id, 'LEFT' AS kind, written_13.o_programme_id AS programme_id 
FROM written_13 
WHERE written_13.o_programme_id != written_13.n_programme_id UNION ALL SELECT 36 AS place, 'SiblingBond' AS type, noticed_1.n_id AS row_id, 'UPDATED' AS kind, noticed_1.n_programme_id AS programme_id 
FROM noticed_1), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_20, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_21, (SELECT count(*) AS entries 
FROM history_sensitive_of_copies_sensitive) AS anon_22 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_16, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_17, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $13::UUID AS anon_18, 'moveToProgramme', $9::VARCHAR AS anon_19 
FROM touched, counter RETURNING number), 
mine AS 
(SELECT written_1.n_id AS id, 'Child' AS type 
FROM written_1 UNION ALL SELECT written_2.n_id AS id, 'CareEpisode' AS type 
FROM written_2 UNION ALL SELECT written_3.n_id AS id, 'CaregiverAssignment' AS type 
FROM written_3 UNION ALL SELECT written_4.n_id AS id, 'CommunityLink' AS type 
FROM written_4 UNION ALL SELECT written_5.n_id AS id, 'GatekeepingAssessment' AS type 
FROM written_5 UNION ALL SELECT written_6.n_id AS id, 'Guardianship' AS type 
FROM written_6 UNION ALL SELECT written_7.n_id AS id, 'LegalStatus' AS type 
FROM written_7 UNION ALL SELECT written_8.n_id AS id, 'Placement' AS type 
FROM written_8 UNION ALL SELECT written_9.n_id AS id, 'PlacementException' AS type 
FROM written_9 UNION ALL SELECT written_10.n_id AS id, 'SiblingBond' AS type 
FROM written_10 UNION ALL SELECT written_11.n_id AS id, 'SupportService' AS type 
FROM written_11 UNION ALL SELECT written_12.n_id AS id, 'Task' AS type 
FROM written_12 UNION ALL SELECT written_13.n_id AS id, 'TemporaryStay' AS type 
FROM written_13), 
written_14 AS 
(UPDATE history_plain SET programme_id=(SELECT written_1.n_programme_id 
FROM written_1 
 LIMIT 1) FROM go WHERE history_plain.country_code = $1::VARCHAR AND go.one = 1 AND (history_plain.type, history_plain.row_id) IN (SELECT mine.type, mine.id 
FROM mine) RETURNING new.programme_id AS n_programme_id, new.id AS n_id, old.programme_id AS o_programme_id, old.id AS o_id), 
written_15 AS 
(UPDATE history_personal SET programme_id=(SELECT written_1.n_programme_id 
FROM written_1 
 LIMIT 1) FROM go WHERE history_personal.country_code = $1::VARCHAR AND go.one = 1 AND (history_personal.type, history_personal.row_id) IN (SELECT mine.type, mine.id 
FROM mine) RETURNING new.programme_id AS n_programme_id, new.id AS n_id, old.programme_id AS o_programme_id, old.id AS o_id), 
written_16 AS 
(UPDATE history_sensitive SET programme_id=(SELECT written_1.n_programme_id 
FROM written_1 
 LIMIT 1) FROM go WHERE history_sensitive.country_code = $1::VARCHAR AND go.one = 1 AND (history_sensitive.type, history_sensitive.row_id) IN (SELECT mine.type, mine.id 
FROM mine) RETURNING new.programme_id AS n_programme_id, new.id AS n_id, old.programme_id AS o_programme_id, old.id AS o_id), 
keyed_written_1 AS 
(SELECT string_to_array(CASE WHEN (written_1.n_voided_at IS NULL) THEN concat_ws(' ', split_part(written_1.n_case_number_search, '/', 2), split_part(written_1.n_given_name_search, '/', 2), split_part(written_1.n_family_name_search, '/', 2), split_part(written_1.n_name_reading_search, '/', 2), ('=' || split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 1)) || coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 1), ''), ('=' || coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 1), '')) || split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 1), ('=' || split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 2)) || coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 2), ''), ('=' || coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 2), '')) || split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 2), CASE WHEN (coalesce(split_part(written_1.n_family_name_search, '/', 3), '-') != '') THEN regexp_replace(split_part(written_1.n_given_name_search, '/', 3), '-(\S*)', '_=' || ('\1' || coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 1), '')), 'g') END, CASE WHEN (coalesce(split_part(written_1.n_family_name_search, '/', 3), '-') != '') THEN regexp_replace(split_part(written_1.n_given_name_search, '/', 3), '-(\S*)', '_=' || (coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 1), '') || '\1'), 'g') END, CASE WHEN (split_part(written_1.n_given_name_search, '/', 3) != '') THEN regexp_replace(split_part(written_1.n_family_name_search, '/', 3), '-(\S*)', '_=' || ('\1' || coalesce(split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 1), '')), 'g') END, CASE WHEN (split_part(written_1.n_given_name_search, '/', 3) != '') THEN regexp_replace(split_part(written_1.n_family_name_search, '/', 3), '-(\S*)', '_=' || (coalesce(split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 1), '') || '\1'), 'g') END, '=' || split_part(split_part(written_1.n_name_reading_search, '/', 1), ' ', 1), '=' || split_part(split_part(written_1.n_name_reading_search, '/', 1), ' ', 2), regexp_replace(split_part(written_1.n_name_reading_search, '/', 3), '-(\S*)', '_=' || '\1', 'g')) ELSE '' END, ' ') AS n_keys, written_1.n_programme_id AS n_programme_id, written_1.n_id AS n_id, string_to_array(CASE WHEN (written_1.o_voided_at IS NULL) THEN concat_ws(' ', split_part(written_1.o_case_number_search, '/', 2), split_part(written_1.o_given_name_search, '/', 2), split_part(written_1.o_family_name_search, '/', 2), split_part(written_1.o_name_reading_search, '/', 2), ('=' || split_part(split_part(written_1.o_given_name_search, '/', 1), ' ', 1)) || coalesce(split_part(split_part(written_1.o_family_name_search, '/', 1), ' ', 1), ''), ('=' || coalesce(split_part(split_part(written_1.o_family_name_search, '/', 1), ' ', 1), '')) || split_part(split_part(written_1.o_given_name_search, '/', 1), ' ', 1), ('=' || split_part(split_part(written_1.o_given_name_search, '/', 1), ' ', 2)) || coalesce(split_part(split_part(written_1.o_family_name_search, '/', 1), ' ', 2), ''), ('=' || coalesce(split_part(split_part(written_1.o_family_name_search, '/', 1), ' ', 2), '')) || split_part(split_part(written_1.o_given_name_search, '/', 1), ' ', 2), CASE WHEN (coalesce(split_part(written_1.o_family_name_search, '/', 3), '-') != '') THEN regexp_replace(split_part(written_1.o_given_name_search, '/', 3), '-(\S*)', '_=' || ('\1' || coalesce(split_part(split_part(written_1.o_family_name_search, '/', 1), ' ', 1), '')), 'g') END, CASE WHEN (coalesce(split_part(written_1.o_family_name_search, '/', 3), '-') != '') THEN regexp_replace(split_part(written_1.o_given_name_search, '/', 3), '-(\S*)', '_=' || (coalesce(split_part(split_part(written_1.o_family_name_search, '/', 1), ' ', 1), '') || '\1'), 'g') END, CASE WHEN (split_part(written_1.o_given_name_search, '/', 3) != '') THEN regexp_replace(split_part(written_1.o_family_name_search, '/', 3), '-(\S*)', '_=' || ('\1' || coalesce(split_part(split_part(written_1.o_given_name_search, '/', 1), ' ', 1), '')), 'g') END, CASE WHEN (split_part(written_1.o_given_name_search, '/', 3) != '') THEN regexp_replace(split_part(written_1.o_family_name_search, '/', 3), '-(\S*)', '_=' || (coalesce(split_part(split_part(written_1.o_given_name_search, '/', 1), ' ', 1), '') || '\1'), 'g') END, '=' || split_part(split_part(written_1.o_name_reading_search, '/', 1), ' ', 1), '=' || split_part(split_part(written_1.o_name_reading_search, '/', 1), ' ', 2), regexp_replace(split_part(written_1.o_name_reading_search, '/', 3), '-(\S*)', '_=' || '\1', 'g')) ELSE '' END, ' ') AS o_keys, written_1.o_programme_id AS o_programme_id, written_1.o_id AS o_id 
FROM written_1), 
written_17 AS 
(DELETE FROM child_search_key USING (SELECT DISTINCT each.key AS key, keyed_written_1.o_programme_id AS programme_id, keyed_written_1.o_id AS row_id 
FROM keyed_written_1 JOIN unnest(keyed_written_1.o_keys) AS each(key) ON true 
WHERE each.key != ALL (ARRAY['', '=', '_=']) AND (each.key != ALL (keyed_written_1.n_keys) OR keyed_written_1.o_programme_id != keyed_written_1.n_programme_id)) AS o_keyed_written_1 WHERE child_search_key.country_code = $1::VARCHAR AND child_search_key.key = o_keyed_written_1.key AND child_search_key.programme_id = o_keyed_written_1.programme_id AND child_search_key.row_id = o_keyed_written_1.row_id RETURNING child_search_key.key AS n_key, child_search_key.programme_id AS n_programme_id, child_search_key.row_id AS n_row_id), 
written_18 AS 
(INSERT INTO child_search_key (country_code, key, programme_id, row_id) SELECT $1::VARCHAR AS country_code, n_keyed_written_1.key AS key, n_keyed_written_1.programme_id AS programme_id, n_keyed_written_1.row_id AS row_id 
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
FROM written_10), (SELECT count(*) AS count_12 
FROM written_11), (SELECT count(*) AS count_13 
FROM written_12), (SELECT count(*) AS count_14 
FROM written_13), (SELECT count(*) AS count_15 
FROM written_14), (SELECT count(*) AS count_16 
FROM written_15), (SELECT count(*) AS count_17 
FROM written_16), (SELECT count(*) AS count_18 
FROM written_17), (SELECT count(*) AS count_19 
FROM written_18)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_5.*) AS value 
FROM child AS child_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_3.*) AS value 
FROM programme AS programme_2 JOIN LATERAL (SELECT (('Programme_' || programme_2.country_code) || '_') || CAST(programme_2.id AS TEXT) AS id, programme_2.name AS name) AS node_3 ON true 
WHERE programme_2.id = child_1.programme_id AND programme_2.country_code = $1::VARCHAR AND programme_2.voided_at IS NULL) AS link_4 ON true JOIN LATERAL (SELECT (('Child_' || child_1.country_code) || '_') || CAST(child_1.id AS TEXT) AS id, child_1.version AS version, child_1.enrolled_on AS "enrolledOn", link_4.value AS programme) AS node_5 ON true 
WHERE child_1.country_code = $1::VARCHAR AND child_1.country_code = $2::VARCHAR AND child_1.id = $3::UUID) AS child, $4::JSON AS errors) AS answer
;

