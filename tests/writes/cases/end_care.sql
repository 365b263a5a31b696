WITH child_locked AS MATERIALIZED 
(SELECT child_held.id AS id 
FROM child AS child_held 
WHERE child_held.country_code = $1::VARCHAR AND child_held.voided_at IS NULL AND child_held.id = ANY (array((SELECT care_episode_of_child.child_file_id AS child_id 
FROM care_episode AS care_episode_of_child 
WHERE care_episode_of_child.country_code = $1::VARCHAR AND care_episode_of_child.voided_at IS NULL AND care_episode_of_child.id = $2::UUID))) ORDER BY child_held.id FOR NO KEY UPDATE)
 SELECT (SELECT count(*) AS count_1 
FROM child_locked) AS locked_0
;

WITH own_read AS MATERIALIZED 
(SELECT true AS found, care_episode_of_own.id AS id, care_episode_of_own.version AS version, care_episode_of_own.voided_at AS voided_at, care_episode_of_own.child_file_id AS child_id, care_episode_of_own.programme_id AS programme_id, care_episode_of_own.started_on AS started_on, care_episode_of_own.ended_on AS ended_on 
FROM care_episode AS care_episode_of_own 
WHERE care_episode_of_own.country_code = $1::VARCHAR AND care_episode_of_own.id = $11::UUID), 
child_read AS MATERIALIZED 
(SELECT true AS found, child_of_child.id AS id, child_of_child.birth_date AS birth_date, child_of_child.died_on AS died_on, child_of_child.died_on_precision AS died_on_precision 
FROM child AS child_of_child 
WHERE child_of_child.country_code = $1::VARCHAR AND child_of_child.voided_at IS NULL AND child_of_child.id = (SELECT own_read.child_id 
FROM own_read) FOR SHARE), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (own_read.found IS NOT true) THEN 'own_is_there' ELSE null END, CASE WHEN ((own_read.version = $9::BIGINT) IS NOT true) THEN 'own_is_as_seen' ELSE null END, CASE WHEN ((own_read.voided_at IS NULL) IS NOT true) THEN 'own_is_not_void' ELSE null END, CASE WHEN ((own_read.ended_on IS NULL OR own_read.ended_on > $10::DATE) IS NOT true) THEN 'care_goes_on' ELSE null END, CASE WHEN (($5::DATE >= own_read.started_on) IS NOT true) THEN 'ends_after_start' ELSE null END, CASE WHEN (($6::VARCHAR != 'DEATH') IS NOT true) THEN 'death_is_said_of_the_child' ELSE null END, CASE WHEN (($5::DATE <= $10::DATE OR $6::VARCHAR IS NULL OR $6::VARCHAR != 'NOT_KNOWN') IS NOT true) THEN 'destination_is_known' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM care_episode AS care_episode_1 
WHERE care_episode_1.country_code = $1::VARCHAR AND care_episode_1.voided_at IS NULL AND care_episode_1.child_file_id = own_read.child_id AND ($5::DATE IS NULL OR $5::DATE > greatest(care_episode_1.started_on, own_read.started_on)) AND (care_episode_1.ended_on IS NULL OR care_episode_1.ended_on > greatest(own_read.started_on, care_episode_1.started_on)) AND care_episode_1.id != own_read.id))) IS NOT true) THEN 'one_at_a_time' ELSE null END, CASE WHEN ((child_read.died_on IS NULL OR $5::DATE IS NOT NULL AND $5::DATE <= least(CASE WHEN (child_read.died_on_precision = 'MONTH') THEN CAST(child_read.died_on + interval '1 month -1 day' AS DATE) WHEN (child_read.died_on_precision = 'YEAR') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) WHEN (child_read.died_on_precision = 'ESTIMATED') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) ELSE child_read.died_on END, $10::DATE) + 1) IS NOT true) THEN 'ended_on_in_the_life_of_child_id' ELSE null END, CASE WHEN (((EXISTS (SELECT 1 
FROM temporary_stay AS temporary_stay_2 
WHERE temporary_stay_2.country_code = $1::VARCHAR AND temporary_stay_2.voided_at IS NULL AND temporary_stay_2.child_file_id = (SELECT own_read.child_id 
FROM own_read) AND (temporary_stay_2.ended_on IS NULL OR temporary_stay_2.ended_on > $5::DATE))) IS NOT true) IS NOT true) THEN 'temporary_stay_ends_along' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN own_read ON true LEFT OUTER JOIN child_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_6, $2::VARCHAR AS anon_7, $3::VARCHAR AS anon_8, $12::VARCHAR AS anon_9, $13::VARCHAR AS anon_10, $14::VARCHAR AS anon_11, $15::TEXT[] AS anon_12, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE care_episode SET version=(care_episode.version + 1), updated_at=now(), ended_on=$5::DATE, destination=$6::VARCHAR, follow_up_until=CASE WHEN ('followUpUntil' = ANY ($7::TEXT[])) THEN $8::DATE ELSE care_episode.follow_up_until END FROM go, own_read WHERE care_episode.country_code = $1::VARCHAR AND care_episode.voided_at IS NULL AND go.one = 1 AND care_episode.id = own_read.id AND care_episode.version = own_read.version RETURNING new.ended_on AS n_ended_on, new.destination AS n_destination, new.follow_up_until AS n_follow_up_until, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, new.started_on AS n_started_on, new.primary_reason AS n_primary_reason, new.voided_at AS n_voided_at, old.ended_on AS o_ended_on, old.destination AS o_destination, old.follow_up_until AS o_follow_up_until, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id, old.started_on AS o_started_on, old.primary_reason AS o_primary_reason, old.voided_at AS o_voided_at), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'CareEpisode', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'endCare', null, (jsonb_build_object('endedOn', written_1.o_ended_on, 'destination', written_1.o_destination, 'followUpUntil', written_1.o_follow_up_until) - $4::TEXT[]) - CAST(ARRAY[CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_1.n_destination IS NOT DISTINCT FROM written_1.o_destination) THEN 'destination' END, CASE WHEN (written_1.n_follow_up_until IS NOT DISTINCT FROM written_1.o_follow_up_until) THEN 'followUpUntil' END] AS TEXT[]) AS anon_4, (jsonb_build_object('endedOn', written_1.n_ended_on, 'destination', written_1.n_destination, 'followUpUntil', written_1.n_follow_up_until) - $4::TEXT[]) - CAST(ARRAY[CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_1.n_destination IS NOT DISTINCT FROM written_1.o_destination) THEN 'destination' END, CASE WHEN (written_1.n_follow_up_until IS NOT DISTINCT FROM written_1.o_follow_up_until) THEN 'followUpUntil' END] AS TEXT[]) AS anon_5 
FROM written_1 RETURNING row_id), 
written_2 AS 
(UPDATE placement SET version=(placement.version + 1), updated_at=now(), ended_on=$5::DATE, end_reason=CASE WHEN ($6::VARCHAR = 'FAMILY') THEN 'REUNIFICATION_WITH_FAMILY' WHEN ($6::VARCHAR = 'KIN') THEN 'KINSHIP_CARE_OUTSIDE' WHEN ($6::VARCHAR = 'FOSTER_OUTSIDE') THEN 'FOSTER_CARE_OUTSIDE' WHEN ($6::VARCHAR = 'KAFALA') THEN 'FOSTER_CARE_OUTSIDE' WHEN ($6::VARCHAR = 'ADOPTION') THEN 'ADOPTION' WHEN ($6::VARCHAR = 'INDEPENDENT') THEN 'INDEPENDENT_LIVING' WHEN ($6::VARCHAR = 'ADULT_SERVICES') THEN 'OTHER' WHEN ($6::VARCHAR = 'OTHER_PROVIDER') THEN 'OTHER' WHEN ($6::VARCHAR = 'OTHER_COUNTRY') THEN 'OTHER' WHEN ($6::VARCHAR = 'CUSTODY') THEN 'OTHER' WHEN ($6::VARCHAR = 'DEATH') THEN 'DEATH' WHEN ($6::VARCHAR = 'NOT_KNOWN') THEN 'OTHER' END FROM go, own_read WHERE placement.country_code = $1::VARCHAR AND placement.voided_at IS NULL AND go.one = 1 AND placement.child_file_id = own_read.child_id AND (placement.ended_on IS NULL OR placement.ended_on > $5::DATE) AND (placement.started_on < $5::DATE OR placement.started_on = $5::DATE AND $5::DATE <= $10::DATE) RETURNING new.ended_on AS n_ended_on, new.end_reason AS n_end_reason, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.ended_on AS o_ended_on, old.end_reason AS o_end_reason, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_2 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_13, 'Placement', written_2.n_id AS n_id, written_2.n_version AS n_version, written_2.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_14, $3::VARCHAR AS anon_15, 'endCare', null, jsonb_build_object('endedOn', written_2.o_ended_on, 'endReason', written_2.o_end_reason) - CAST(ARRAY[CASE WHEN (written_2.n_ended_on IS NOT DISTINCT FROM written_2.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_2.n_end_reason IS NOT DISTINCT FROM written_2.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_16, jsonb_build_object('endedOn', written_2.n_ended_on, 'endReason', written_2.n_end_reason) - CAST(ARRAY[CASE WHEN (written_2.n_ended_on IS NOT DISTINCT FROM written_2.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_2.n_end_reason IS NOT DISTINCT FROM written_2.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_17 
FROM written_2 RETURNING row_id), 
written_4 AS 
(UPDATE placement SET version=(placement.version + 1), updated_at=now(), voided_at=now(), void_reason='Care ends before.' FROM go, own_read WHERE placement.country_code = $1::VARCHAR AND placement.voided_at IS NULL AND go.one = 1 AND placement.child_file_id = own_read.child_id AND (placement.ended_on IS NULL OR placement.ended_on > $5::DATE) AND placement.started_on >= $5::DATE AND placement.started_on > $10::DATE RETURNING new.voided_at AS n_voided_at, new.void_reason AS n_void_reason, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.voided_at AS o_voided_at, old.void_reason AS o_void_reason, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_4 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_18, 'Placement', written_4.n_id AS n_id, written_4.n_version AS n_version, written_4.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_19, $3::VARCHAR AS anon_20, 'endCare', null, jsonb_build_object('voidedAt', written_4.o_voided_at, 'voidReason', written_4.o_void_reason) - CAST(ARRAY[CASE WHEN (written_4.n_voided_at IS NOT DISTINCT FROM written_4.o_voided_at) THEN 'voidedAt' END, CASE WHEN (written_4.n_void_reason IS NOT DISTINCT FROM written_4.o_void_reason) THEN 'voidReason' END] AS TEXT[]) AS anon_21, jsonb_build_object('voidedAt', written_4.n_voided_at, 'voidReason', written_4.n_void_reason) - CAST(ARRAY[CASE WHEN (written_4.n_voided_at IS NOT DISTINCT FROM written_4.o_voided_at) THEN 'voidedAt' END, CASE WHEN (written_4.n_void_reason IS NOT DISTINCT FROM written_4.o_void_reason) THEN 'voidReason' END] AS TEXT[]) AS anon_22 
FROM written_4 RETURNING row_id), 
written_6 AS 
(UPDATE caregiver_assignment SET version=(caregiver_assignment.version + 1), updated_at=now(), ended_on=$5::DATE, end_reason='CARE_ENDED' FROM go, own_read WHERE caregiver_assignment.country_code = $1::VARCHAR AND caregiver_assignment.voided_at IS NULL AND go.one = 1 AND caregiver_assignment.child_file_id = own_read.child_id AND (caregiver_assignment.ended_on IS NULL OR caregiver_assignment.ended_on > $5::DATE) AND (caregiver_assignment.started_on < $5::DATE OR caregiver_assignment.started_on = $5::DATE AND $5::DATE <= $10::DATE) RETURNING new.ended_on AS n_ended_on, new.end_reason AS n_end_reason, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, new.home_id AS n_home_id, old.ended_on AS o_ended_on, old.end_reason AS o_end_reason, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id, old.home_id AS o_home_id), 
history_sensitive_of_written_6 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_23, 'CaregiverAssignment', written_6.n_id AS n_id, written_6.n_version AS n_version, written_6.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_24, $3::VARCHAR AS anon_25, 'endCare', null, jsonb_build_object('endedOn', written_6.o_ended_on, 'endReason', written_6.o_end_reason) - CAST(ARRAY[CASE WHEN (written_6.n_ended_on IS NOT DISTINCT FROM written_6.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_6.n_end_reason IS NOT DISTINCT FROM written_6.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_26, jsonb_build_object('endedOn', written_6.n_ended_on, 'endReason', written_6.n_end_reason) - CAST(ARRAY[CASE WHEN (written_6.n_ended_on IS NOT DISTINCT FROM written_6.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_6.n_end_reason IS NOT DISTINCT FROM written_6.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_27 
FROM written_6 RETURNING row_id), 
written_7 AS 
(UPDATE caregiver_assignment SET version=(caregiver_assignment.version + 1), updated_at=now(), voided_at=now(), void_reason='Care ends before.' FROM go, own_read WHERE caregiver_assignment.country_code = $1::VARCHAR AND caregiver_assignment.voided_at IS NULL AND go.one = 1 AND caregiver_assignment.child_file_id = own_read.child_id AND (caregiver_assignment.ended_on IS NULL OR caregiver_assignment.ended_on > $5::DATE) AND caregiver_assignment.started_on >= $5::DATE AND caregiver_assignment.started_on > $10::DATE RETURNING new.voided_at AS n_voided_at, new.void_reason AS n_void_reason, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, new.home_id AS n_home_id, old.voided_at AS o_voided_at, old.void_reason AS o_void_reason, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id, old.home_id AS o_home_id), 
history_sensitive_of_written_7 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_28, 'CaregiverAssignment', written_7.n_id AS n_id, written_7.n_version AS n_version, written_7.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_29, $3::VARCHAR AS anon_30, 'endCare', null, jsonb_build_object('voidedAt', written_7.o_voided_at, 'voidReason', written_7.o_void_reason) - CAST(ARRAY[CASE WHEN (written_7.n_voided_at IS NOT DISTINCT FROM written_7.o_voided_at) THEN 'voidedAt' END, CASE WHEN (written_7.n_void_reason IS NOT DISTINCT FROM written_7.o_void_reason) THEN 'voidReason' END] AS TEXT[]) AS anon_31, jsonb_build_object('voidedAt', written_7.n_voided_at, 'voidReason', written_7.n_void_reason) - CAST(ARRAY[CASE WHEN (written_7.n_voided_at IS NOT DISTINCT FROM written_7.o_voided_at) THEN 'voidedAt' END, CASE WHEN (written_7.n_void_reason IS NOT DISTINCT FROM written_7.o_void_reason) THEN 'voidReason' END] AS TEXT[]) AS anon_32 
FROM written_7 RETURNING row_id), 
written_8 AS 
(UPDATE gatekeeping_assessment SET version=(gatekeeping_assessment.version + 1), updated_at=now(), not_owed_from=$5::DATE, not_owed_reason='CARE_ENDED' FROM go WHERE gatekeeping_assessment.country_code = $1::VARCHAR AND gatekeeping_assessment.voided_at IS NULL AND go.one = 1 AND gatekeeping_assessment.child_file_id = (SELECT own_read.child_id 
FROM own_read) AND gatekeeping_assessment.completed_on IS NULL AND gatekeeping_assessment.not_owed_from IS NULL RETURNING new.not_owed_from AS n_not_owed_from, new.not_owed_reason AS n_not_owed_reason, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.not_owed_from AS o_not_owed_from, old.not_owed_reason AS o_not_owed_reason, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_8 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_33, 'GatekeepingAssessment', written_8.n_id AS n_id, written_8.n_version AS n_version, written_8.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_34, $3::VARCHAR AS anon_35, 'endCare', null, jsonb_build_object('notOwedFrom', written_8.o_not_owed_from, 'notOwedReason', written_8.o_not_owed_reason) - CAST(ARRAY[CASE WHEN (written_8.n_not_owed_from IS NOT DISTINCT FROM written_8.o_not_owed_from) THEN 'notOwedFrom' END, CASE WHEN (written_8.n_not_owed_reason IS NOT DISTINCT FROM written_8.o_not_owed_reason) THEN 'notOwedReason' END] AS TEXT[]) AS anon_36, jsonb_build_object('notOwedFrom', written_8.n_not_owed_from, 'notOwedReason', written_8.n_not_owed_reason) - CAST(ARRAY[CASE WHEN (written_8.n_not_owed_from IS NOT DISTINCT FROM written_8.o_not_owed_from) THEN 'notOwedFrom' END, CASE WHEN (written_8.n_not_owed_reason IS NOT DISTINCT FROM written_8.o_not_owed_reason) THEN 'notOwedReason' END] AS TEXT[]) AS anon_37 
FROM written_8 RETURNING row_id), 
written_9 AS 
(UPDATE task SET version=(task.version + 1), updated_at=now(), not_owed_from=$5::DATE, not_owed_reason='CARE_ENDED' FROM go WHERE task.country_code = $1::VARCHAR AND task.voided_at IS NULL AND go.one = 1 AND task.child_file_id = (SELECT own_read.child_id 
FROM own_read) AND task.done_on IS NULL AND task.not_owed_from IS NULL AND task.kind != 'FOLLOW_UP' RETURNING new.not_owed_from AS n_not_owed_from, new.not_owed_reason AS n_not_owed_reason, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.not_owed_from AS o_not_owed_from, old.not_owed_reason AS o_not_owed_reason, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_9 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_38, 'Task', written_9.n_id AS n_id, written_9.n_version AS n_version, written_9.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_39, $3::VARCHAR AS anon_40, 'endCare', null, jsonb_build_object('notOwedFrom', written_9.o_not_owed_from, 'notOwedReason', written_9.o_not_owed_reason) - CAST(ARRAY[CASE WHEN (written_9.n_not_owed_from IS NOT DISTINCT FROM written_9.o_not_owed_from) THEN 'notOwedFrom' END, CASE WHEN (written_9.n_not_owed_reason IS NOT DISTINCT FROM written_9.o_not_owed_reason) THEN 'notOwedReason' END] AS TEXT[]) AS anon_41, jsonb_build_object('notOwedFrom', written_9.n_not_owed_from, 'notOwedReason', written_9.n_not_owed_reason) - CAST(ARRAY[CASE WHEN (written_9.n_not_owed_from IS NOT DISTINCT FROM written_9.o_not_owed_from) THEN 'notOwedFrom' END, CASE WHEN (written_9.n_not_owed_reason IS NOT DISTINCT FROM written_9.o_not_owed_reason) THEN 'notOwedReason' END] AS TEXT[]) AS anon_42 
FROM written_9 RETURNING row_id), 
written_10 AS 
(INSERT INTO task (country_code, id, child_id, programme_id, care_episode_id, kind, title, due_on) SELECT $1::VARCHAR AS country_code, $16::UUID AS id, own_read.child_id AS child_id, own_read.programme_id AS programme_id, own_read.id AS care_episode_id, 'FOLLOW_UP' AS kind, 'Look after the child and its family.' AS title, $8::DATE AS due_on 
FROM go, own_read RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, care_episode_id AS n_care_episode_id, kind AS n_kind, title AS n_title, due_on AS n_due_on, version AS n_version), 
history_sensitive_of_written_10 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_43, 'Task', written_10.n_id AS n_id, written_10.n_version AS n_version, written_10.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_44, $3::VARCHAR AS anon_45, 'endCare', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_10.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_10.n_programme_id AS TEXT), 'careEpisode', (('CareEpisode_' || $1::VARCHAR) || '_') || CAST(written_10.n_care_episode_id AS TEXT), 'kind', written_10.n_kind, 'title', written_10.n_title, 'dueOn', written_10.n_due_on) AS jsonb_build_object_1 
FROM written_10 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'CareEpisode' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 3 AS place, 'Placement' AS type, written_2.n_id AS row_id, 'UPDATED' AS kind, written_2.n_programme_id AS programme_id 
FROM written_2 UNION ALL SELECT 7 AS place, 'Placement' AS type, written_4.n_id AS row_id, 'VOIDED' AS kind, written_4.n_programme_id AS programme_id 
FROM written_4 UNION ALL SELECT 11 AS place, 'CaregiverAssignment' AS type, written_6.n_id AS row_id, 'UPDATED' AS kind, written_6.n_programme_id AS programme_id 
FROM written_6 UNION ALL SELECT 13 AS place, 'CaregiverAssignment' AS type, written_7.n_id AS row_id, 'VOIDED' AS kind, written_7.n_programme_id AS programme_id 
FROM written_7 UNION ALL SELECT 15 AS place, 'GatekeepingAssessment' AS type, written_8.n_id AS row_id, 'UPDATED' AS kind, written_8.n_programme_id AS programme_id 
FROM written_8 UNION ALL SELECT 17 AS place, 'Task' AS type, written_9.n_id AS row_id, 'UPDATED' AS kind, written_9.n_programme_id AS programme_id 
FROM written_9 UNION ALL SELECT 19 AS place, 'Task' AS type, written_10.n_id AS row_id, 'CREATED' AS kind, written_10.n_programme_id AS programme_id 
FROM written_10), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_50, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_51, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_2) AS anon_52, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_4) AS anon_53, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_6) AS anon_54, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_7) AS anon_55, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_8) AS anon_56, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_9) AS anon_57, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_10) AS anon_58 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_46, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_47, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $17::UUID AS anon_48, 'endCare', $12::VARCHAR AS anon_49 
FROM touched, counter RETURNING number), 
written_3 AS 
(UPDATE home_stay SET ended_on=CAST($5::DATE AS DATE) FROM go, written_2 WHERE home_stay.country_code = $1::VARCHAR AND home_stay.voided_at IS NULL AND go.one = 1 AND home_stay.id = written_2.n_id RETURNING new.ended_on AS n_ended_on, new.id AS n_id, old.ended_on AS o_ended_on, old.id AS o_id), 
written_5 AS 
(UPDATE home_stay SET voided_at=now() FROM go, written_4 WHERE home_stay.country_code = $1::VARCHAR AND home_stay.voided_at IS NULL AND go.one = 1 AND home_stay.id = written_4.n_id RETURNING new.voided_at AS n_voided_at, new.id AS n_id, old.voided_at AS o_voided_at, old.id AS o_id)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $15::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
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
FROM (SELECT (SELECT row_to_json(node_11.*) AS value 
FROM care_episode AS care_episode_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_5.*) AS value 
FROM (SELECT coalesce(json_agg(rows_3.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_4.*) AS part_0 
FROM (SELECT task_2.country_code AS country_code, task_2.id AS id, task_2.kind AS kind, task_2.due_on AS due_on 
FROM task AS task_2 
WHERE task_2.care_episode_id = care_episode_1.id AND task_2.country_code = $1::VARCHAR AND task_2.voided_at IS NULL ORDER BY task_2.id ASC 
 LIMIT 5) AS page_3 JOIN LATERAL (SELECT (('Task_' || page_3.country_code) || '_') || CAST(page_3.id AS TEXT) AS id, page_3.kind AS kind, page_3.due_on AS "dueOn") AS node_4 ON true ORDER BY page_3.id ASC) AS rows_3) AS gathered_3 JOIN LATERAL (SELECT gathered_3.part_0 AS nodes) AS connection_5 ON true) AS link_6 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_9.*) AS value 
FROM child AS child_7 JOIN LATERAL (SELECT (('Child_' || child_7.country_code) || '_') || CAST(child_7.id AS TEXT) AS id, EXISTS (SELECT 1 
FROM placement AS placement_8 
WHERE placement_8.country_code = child_7.country_code AND placement_8.child_file_id = child_7.id AND placement_8.started_on <= $2::DATE AND (placement_8.ended_on IS NULL OR placement_8.ended_on > $2::DATE) AND placement_8.country_code = $1::VARCHAR AND placement_8.voided_at IS NULL) AS "inCare") AS node_9 ON true 
WHERE child_7.id = care_episode_1.child_file_id AND child_7.country_code = $1::VARCHAR AND child_7.voided_at IS NULL) AS link_10 ON true JOIN LATERAL (SELECT (('CareEpisode_' || care_episode_1.country_code) || '_') || CAST(care_episode_1.id AS TEXT) AS id, care_episode_1.version AS version, care_episode_1.started_on AS "startedOn", care_episode_1.ended_on AS "endedOn", care_episode_1.destination AS destination, care_episode_1.follow_up_until AS "followUpUntil", link_6.value AS tasks, link_10.value AS child) AS node_11 ON true 
WHERE care_episode_1.country_code = $1::VARCHAR AND care_episode_1.country_code = $3::VARCHAR AND care_episode_1.id = $4::UUID) AS "careEpisode", $5::JSON AS errors) AS answer
;

