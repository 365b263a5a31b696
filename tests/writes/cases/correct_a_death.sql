WITH child_locked AS MATERIALIZED 
(SELECT child_held.id AS id 
FROM child AS child_held 
WHERE child_held.country_code = $1::VARCHAR AND child_held.voided_at IS NULL AND child_held.id = ANY (ARRAY[$2::UUID]) ORDER BY child_held.id FOR NO KEY UPDATE), 
home_locked AS MATERIALIZED 
(SELECT home_held.id AS id 
FROM home AS home_held 
WHERE home_held.country_code = $1::VARCHAR AND home_held.voided_at IS NULL AND home_held.id = ANY (array((SELECT placement_of_home.home_id 
FROM placement AS placement_of_home 
WHERE placement_of_home.country_code = $1::VARCHAR AND placement_of_home.voided_at IS NULL AND placement_of_home.child_file_id = $2::UUID))) ORDER BY home_held.id FOR NO KEY UPDATE)
 SELECT (SELECT count(*) AS count_1 
FROM child_locked) AS locked_0, (SELECT count(*) AS count_2 
FROM home_locked) AS locked_1
;

WITH stay_read AS MATERIALIZED 
(SELECT placement_1.id AS id, placement_1.home_id AS home_id, placement_1.started_on AS started_on, placement_1.ended_on AS ended_on, CAST(stay_was.was_ended_on AS DATE) AS was_ended_on, stay_was.was_end_reason AS was_end_reason 
FROM placement AS placement_1 LEFT OUTER JOIN LATERAL (SELECT CASE WHEN (history_sensitive_2.before IS NULL) THEN null WHEN ((history_sensitive_2.before -> 'endedOn') IS NULL) THEN CAST(placement_1.ended_on AS TEXT) ELSE history_sensitive_2.before ->> 'endedOn' END AS was_ended_on, history_sensitive_2.before ->> 'endReason' AS was_end_reason 
FROM history_sensitive AS history_sensitive_2 
WHERE history_sensitive_2.country_code = $1::VARCHAR AND history_sensitive_2.row_id = placement_1.id AND history_sensitive_2.type = 'Placement' AND (history_sensitive_2.after ->> 'endReason') = 'DEATH' AND (history_sensitive_2.before ->> 'endReason') IS DISTINCT FROM 'DEATH' ORDER BY history_sensitive_2.version DESC 
 LIMIT 1) AS stay_was ON true 
WHERE placement_1.country_code = $1::VARCHAR AND placement_1.voided_at IS NULL AND placement_1.child_file_id = $7::UUID AND placement_1.end_reason = 'DEATH' ORDER BY placement_1.started_on DESC 
 LIMIT 1), 
care_episode_ended_read AS MATERIALIZED 
(SELECT care_episode_3.id AS id, CAST(care_episode_was.was_ended_on AS DATE) AS was_ended_on, care_episode_was.was_destination AS was_destination 
FROM care_episode AS care_episode_3 JOIN LATERAL (SELECT history_sensitive_4.operation AS operation 
FROM history_sensitive AS history_sensitive_4 
WHERE history_sensitive_4.country_code = $1::VARCHAR AND history_sensitive_4.row_id = care_episode_3.id AND history_sensitive_4.type = 'CareEpisode' AND (history_sensitive_4.after ->> 'endedOn') IS NOT NULL AND (history_sensitive_4.operation != 'import' OR (history_sensitive_4.before ->> 'endedOn') IS DISTINCT FROM (history_sensitive_4.after ->> 'endedOn')) ORDER BY history_sensitive_4.version DESC 
 LIMIT 1) AS care_episode_last ON true JOIN LATERAL (SELECT history_sensitive_5.before ->> 'endedOn' AS was_ended_on, history_sensitive_5.before ->> 'destination' AS was_destination 
FROM history_sensitive AS history_sensitive_5 
WHERE history_sensitive_5.country_code = $1::VARCHAR AND history_sensitive_5.row_id = care_episode_3.id AND history_sensitive_5.type = 'CareEpisode' AND (history_sensitive_5.after ->> 'endedOn') IS NOT NULL AND history_sensitive_5.operation IN ('recordDeath', 'endPlacement', 'migrate') ORDER BY history_sensitive_5.version DESC 
 LIMIT 1) AS care_episode_was ON true 
WHERE care_episode_3.country_code = $1::VARCHAR AND care_episode_3.voided_at IS NULL AND care_episode_3.child_file_id = $7::UUID AND care_episode_3.ended_on IS NOT NULL AND care_episode_last.operation IN ('recordDeath', 'endPlacement', 'migrate', 'correctDeath')), 
caregiver_assignment_ended_read AS MATERIALIZED 
(SELECT caregiver_assignment_6.id AS id, CAST(caregiver_assignment_was.was_ended_on AS DATE) AS was_ended_on, caregiver_assignment_was.was_end_reason AS was_end_reason 
FROM caregiver_assignment AS caregiver_assignment_6 JOIN LATERAL (SELECT history_sensitive_7.operation AS operation 
FROM history_sensitive AS history_sensitive_7 
WHERE history_sensitive_7.country_code = $1::VARCHAR AND history_sensitive_7.row_id = caregiver_assignment_6.id AND history_sensitive_7.type = 'CaregiverAssignment' AND (history_sensitive_7.after ->> 'endedOn') IS NOT NULL AND (history_sensitive_7.operation != 'import' OR (history_sensitive_7.before ->> 'endedOn') IS DISTINCT FROM (history_sensitive_7.after ->> 'endedOn')) ORDER BY history_sensitive_7.version DESC 
 LIMIT 1) AS caregiver_assignment_last ON true JOIN LATERAL (SELECT history_sensitive_8.before ->> 'endedOn' AS was_ended_on, history_sensitive_8.before ->> 'endReason' AS was_end_reason 
FROM history_sensitive AS history_sensitive_8 
WHERE history_sensitive_8.country_code = $1::VARCHAR AND history_sensitive_8.row_id = caregiver_assignment_6.id AND history_sensitive_8.type = 'CaregiverAssignment' AND (history_sensitive_8.after ->> 'endedOn') IS NOT NULL AND history_sensitive_8.operation IN ('recordDeath', 'endPlacement', 'migrate') ORDER BY history_sensitive_8.version DESC 
 LIMIT 1) AS caregiver_assignment_was ON true 
WHERE caregiver_assignment_6.country_code = $1::VARCHAR AND caregiver_assignment_6.voided_at IS NULL AND caregiver_assignment_6.child_file_id = $7::UUID AND caregiver_assignment_6.ended_on IS NOT NULL AND caregiver_assignment_last.operation IN ('recordDeath', 'endPlacement', 'migrate', 'correctDeath')), 
community_link_ended_read AS MATERIALIZED 
(SELECT community_link_9.id AS id, CAST(community_link_was.was_ended_on AS DATE) AS was_ended_on 
FROM community_link AS community_link_9 JOIN LATERAL (SELECT history_sensitive_10.operation AS operation 
FROM history_sensitive AS history_sensitive_10 
WHERE history_sensitive_10.country_code = $1::VARCHAR AND history_sensitive_10.row_id = community_link_9.id AND history_sensitive_10.type = 'CommunityLink' AND (history_sensitive_10.after ->> 'endedOn') IS NOT NULL AND (history_sensitive_10.operation != 'import' OR (history_sensitive_10.before ->> 'endedOn') IS DISTINCT FROM (history_sensitive_10.after ->> 'endedOn')) ORDER BY history_sensitive_10.version DESC 
 LIMIT 1) AS community_link_last ON true JOIN LATERAL (SELECT history_sensitive_11.before ->> 'endedOn' AS was_ended_on 
FROM history_sensitive AS history_sensitive_11 
WHERE history_sensitive_11.country_code = $1::VARCHAR AND history_sensitive_11.row_id = community_link_9.id AND history_sensitive_11.type = 'CommunityLink' AND (history_sensitive_11.after ->> 'endedOn') IS NOT NULL AND history_sensitive_11.operation IN ('recordDeath', 'endPlacement', 'migrate') ORDER BY history_sensitive_11.version DESC 
 LIMIT 1) AS community_link_was ON true 
WHERE community_link_9.country_code = $1::VARCHAR AND community_link_9.voided_at IS NULL AND community_link_9.child_file_id = $7::UUID AND community_link_9.ended_on IS NOT NULL AND community_link_last.operation IN ('recordDeath', 'endPlacement', 'migrate', 'correctDeath')), 
guardianship_ended_read AS MATERIALIZED 
(SELECT guardianship_12.id AS id, CAST(guardianship_was.was_ended_on AS DATE) AS was_ended_on 
FROM guardianship AS guardianship_12 JOIN LATERAL (SELECT history_sensitive_13.operation AS operation 
FROM history_sensitive AS history_sensitive_13 
WHERE history_sensitive_13.country_code = $1::VARCHAR AND history_sensitive_13.row_id = guardianship_12.id AND history_sensitive_13.type = 'Guardianship' AND (history_sensitive_13.after ->> 'endedOn') IS NOT NULL AND (history_sensitive_13.operation != 'import' OR (history_sensitive_13.before ->> 'endedOn') IS DISTINCT FROM (history_sensitive_13.after ->> 'endedOn')) ORDER BY history_sensitive_13.version DESC 
 LIMIT 1) AS guardianship_last ON true JOIN LATERAL (SELECT history_sensitive_14.before ->> 'endedOn' AS was_ended_on 
FROM history_sensitive AS history_sensitive_14 
WHERE history_sensitive_14.country_code = $1::VARCHAR AND history_sensitive_14.row_id = guardianship_12.id AND history_sensitive_14.type = 'Guardianship' AND (history_sensitive_14.after ->> 'endedOn') IS NOT NULL AND history_sensitive_14.operation IN ('recordDeath', 'endPlacement', 'migrate') ORDER BY history_sensitive_14.version DESC 
 LIMIT 1) AS guardianship_was ON true 
WHERE guardianship_12.country_code = $1::VARCHAR AND guardianship_12.voided_at IS NULL AND guardianship_12.child_file_id = $7::UUID AND guardianship_12.ended_on IS NOT NULL AND guardianship_last.operation IN ('recordDeath', 'endPlacement', 'migrate', 'correctDeath')), 
legal_status_ended_read AS MATERIALIZED 
(SELECT legal_status_15.id AS id, CAST(legal_status_was.was_ended_on AS DATE) AS was_ended_on 
FROM legal_status AS legal_status_15 JOIN LATERAL (SELECT history_sensitive_16.operation AS operation 
FROM history_sensitive AS history_sensitive_16 
WHERE history_sensitive_16.country_code = $1::VARCHAR AND history_sensitive_16.row_id = legal_status_15.id AND history_sensitive_16.type = 'LegalStatus' AND (history_sensitive_16.after ->> 'endedOn') IS NOT NULL AND (history_sensitive_16.operation != 'import' OR (history_sensitive_16.before ->> 'endedOn') IS DISTINCT FROM (history_sensitive_16.after ->> 'endedOn')) ORDER BY history_sensitive_16.version DESC 
 LIMIT 1) AS legal_status_last ON true JOIN LATERAL (SELECT history_sensitive_17.before ->> 'endedOn' AS was_ended_on 
FROM history_sensitive AS history_sensitive_17 
WHERE history_sensitive_17.country_code = $1::VARCHAR AND history_sensitive_17.row_id = legal_status_15.id AND history_sensitive_17.type = 'LegalStatus' AND (history_sensitive_17.after ->> 'endedOn') IS NOT NULL AND history_sensitive_17.operation IN ('recordDeath', 'endPlacement', 'migrate') ORDER BY history_sensitive_17.version DESC 
 LIMIT 1) AS legal_status_was ON true 
WHERE legal_status_15.country_code = $1::VARCHAR AND legal_status_15.voided_at IS NULL AND legal_status_15.child_file_id = $7::UUID AND legal_status_15.ended_on IS NOT NULL AND legal_status_last.operation IN ('recordDeath', 'endPlacement', 'migrate', 'correctDeath')), 
support_service_ended_read AS MATERIALIZED 
(SELECT support_service_18.id AS id, CAST(support_service_was.was_ended_on AS DATE) AS was_ended_on 
FROM support_service AS support_service_18 JOIN LATERAL (SELECT history_sensitive_19.operation AS operation 
FROM history_sensitive AS history_sensitive_19 
WHERE history_sensitive_19.country_code = $1::VARCHAR AND history_sensitive_19.row_id = support_service_18.id AND history_sensitive_19.type = 'SupportService' AND (history_sensitive_19.after ->> 'endedOn') IS NOT NULL AND (history_sensitive_19.operation != 'import' OR (history_sensitive_19.before ->> 'endedOn') IS DISTINCT FROM (history_sensitive_19.after ->> 'endedOn')) ORDER BY history_sensitive_19.version DESC 
 LIMIT 1) AS support_service_last ON true JOIN LATERAL (SELECT history_sensitive_20.before ->> 'endedOn' AS was_ended_on 
FROM history_sensitive AS history_sensitive_20 
WHERE history_sensitive_20.country_code = $1::VARCHAR AND history_sensitive_20.row_id = support_service_18.id AND history_sensitive_20.type = 'SupportService' AND (history_sensitive_20.after ->> 'endedOn') IS NOT NULL AND history_sensitive_20.operation IN ('recordDeath', 'endPlacement', 'migrate') ORDER BY history_sensitive_20.version DESC 
 LIMIT 1) AS support_service_was ON true 
WHERE support_service_18.country_code = $1::VARCHAR AND support_service_18.voided_at IS NULL AND support_service_18.child_file_id = $7::UUID AND support_service_18.ended_on IS NOT NULL AND support_service_last.operation IN ('recordDeath', 'endPlacement', 'migrate', 'correctDeath')), 
temporary_stay_ended_read AS MATERIALIZED 
(SELECT temporary_stay_21.id AS id, CAST(temporary_stay_was.was_ended_on AS DATE) AS was_ended_on 
FROM temporary_stay AS temporary_stay_21 JOIN LATERAL (SELECT history_sensitive_22.operation AS operation 
FROM history_sensitive AS history_sensitive_22 
WHERE history_sensitive_22.country_code = $1::VARCHAR AND history_sensitive_22.row_id = temporary_stay_21.id AND history_sensitive_22.type = 'TemporaryStay' AND (history_sensitive_22.after ->> 'endedOn') IS NOT NULL AND (history_sensitive_22.operation != 'import' OR (history_sensitive_22.before ->> 'endedOn') IS DISTINCT FROM (history_sensitive_22.after ->> 'endedOn')) ORDER BY history_sensitive_22.version DESC 
 LIMIT 1) AS temporary_stay_last ON true JOIN LATERAL (SELECT history_sensitive_23.before ->> 'endedOn' AS was_ended_on 
FROM history_sensitive AS history_sensitive_23 
WHERE history_sensitive_23.country_code = $1::VARCHAR AND history_sensitive_23.row_id = temporary_stay_21.id AND history_sensitive_23.type = 'TemporaryStay' AND (history_sensitive_23.after ->> 'endedOn') IS NOT NULL AND history_sensitive_23.operation IN ('recordDeath', 'endPlacement', 'migrate') ORDER BY history_sensitive_23.version DESC 
 LIMIT 1) AS temporary_stay_was ON true 
WHERE temporary_stay_21.country_code = $1::VARCHAR AND temporary_stay_21.voided_at IS NULL AND temporary_stay_21.child_file_id = $7::UUID AND temporary_stay_21.ended_on IS NOT NULL AND temporary_stay_last.operation IN ('recordDeath', 'endPlacement', 'migrate', 'correctDeath')), 
own_read AS MATERIALIZED 
(SELECT true AS found, child_of_own.id AS id, child_of_own.version AS version, child_of_own.voided_at AS voided_at, child_of_own.birth_date AS birth_date, child_of_own.died_on AS died_on, child_of_own.died_on_precision AS died_on_precision 
FROM child AS child_of_own 
WHERE child_of_own.country_code = $1::VARCHAR AND child_of_own.id = $7::UUID), 
death_read AS MATERIALIZED 
(SELECT said.id AS id, said.died_on AS died_on, said.died_on_precision AS died_on_precision, least(CASE WHEN (said.died_on_precision = 'MONTH') THEN CAST(said.died_on + interval '1 month -1 day' AS DATE) WHEN (said.died_on_precision = 'YEAR') THEN CAST(said.died_on + interval '1 year -1 day' AS DATE) WHEN (said.died_on_precision = 'ESTIMATED') THEN CAST(said.died_on + interval '1 year -1 day' AS DATE) ELSE said.died_on END, $6::DATE) AS until 
FROM (SELECT own_read.id AS id, coalesce($8::DATE, own_read.died_on) AS died_on, coalesce($9::VARCHAR, own_read.died_on_precision) AS died_on_precision 
FROM own_read) AS said), 
home_read AS MATERIALIZED 
(SELECT true AS found, home_of_home.id AS id, home_of_home.programme_id AS programme_id, home_of_home.name AS name, home_of_home.form AS form, home_of_home.capacity AS capacity, home_of_home.opened_on AS opened_on, home_of_home.closed_on AS closed_on 
FROM home AS home_of_home 
WHERE home_of_home.country_code = $1::VARCHAR AND home_of_home.voided_at IS NULL AND home_of_home.id = (SELECT stay_read.home_id 
FROM stay_read)), 
span_read AS MATERIALIZED 
(SELECT stay_read.id AS id, stay_read.home_id AS home_id, stay_read.ended_on AS first, greatest((SELECT death_read.died_on 
FROM death_read), stay_read.started_on + 1) AS last, 'DEATH' AS reason 
FROM stay_read LEFT OUTER JOIN home_read ON true), 
crowding_read AS MATERIALIZED 
(SELECT min(days.day) AS day 
FROM (SELECT stays.home_id AS home_id, turns.day AS day, lead(turns.day) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS until, sum(sum(stays.lives * turns.sign)) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS lives 
FROM (SELECT home_stay_32.home_id AS home_id, home_stay_32.started_on AS started_on, home_stay_32.ended_on AS ended_on, 1 AS lives 
FROM home_stay AS home_stay_32 
WHERE home_stay_32.country_code = $1::VARCHAR AND home_stay_32.voided_at IS NULL AND home_stay_32.home_id = (SELECT home_read.id 
FROM home_read) AND (home_stay_32.ended_on IS NULL OR home_stay_32.ended_on > (SELECT span_read.first 
FROM span_read)) AND home_stay_32.id != ALL (ARRAY[(SELECT span_read.id 
FROM span_read)]) UNION ALL SELECT home_read.id AS id, (SELECT span_read.first 
FROM span_read) AS anon_7, CAST((SELECT coalesce(span_read.last, 'infinity'::date) AS coalesce_1 
FROM span_read) AS DATE) AS anon_8, 1 
FROM home_read) AS stays JOIN LATERAL (VALUES (greatest(stays.started_on, (SELECT span_read.first 
FROM span_read)), 1), (stays.ended_on, -1)) AS turns (day, sign) ON true 
WHERE turns.day IS NOT NULL GROUP BY stays.home_id, turns.day) AS days 
WHERE days.lives > (SELECT home_read.capacity 
FROM home_read) AND days.day < (SELECT coalesce(span_read.last, 'infinity'::date) AS coalesce_1 
FROM span_read)), 
crowding_anew_read AS MATERIALIZED 
(SELECT CASE WHEN coalesce(coalesce(span_read.last, 'infinity'::date) <= span_read.first, true) THEN null ELSE crowding_read.day END AS day 
FROM crowding_read LEFT OUTER JOIN span_read ON true), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (own_read.found IS NOT true) THEN 'own_is_there' ELSE null END, CASE WHEN ((own_read.version = $5::BIGINT) IS NOT true) THEN 'own_is_as_seen' ELSE null END, CASE WHEN ((own_read.voided_at IS NULL) IS NOT true) THEN 'own_is_not_void' ELSE null END, CASE WHEN ((own_read.died_on IS NOT NULL) IS NOT true) THEN 'death_is_known' ELSE null END, CASE WHEN ((death_read.died_on <= $6::DATE) IS NOT true) THEN 'died_by_today' ELSE null END, CASE WHEN ((own_read.birth_date IS NULL OR own_read.birth_date <= death_read.until) IS NOT true) THEN 'died_after_birth' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM placement AS placement_24 
WHERE placement_24.country_code = $1::VARCHAR AND placement_24.voided_at IS NULL AND placement_24.child_file_id = death_read.id AND coalesce(placement_24.started_on, '-infinity'::date) <= $6::DATE AND ((death_read.died_on IS NULL OR CASE WHEN ((placement_24.ended_on IS NULL OR placement_24.ended_on > $6::DATE OR placement_24.id IN (SELECT stay_read.id 
FROM stay_read) OR placement_24.id IN (SELECT care_episode_ended_read.id 
FROM care_episode_ended_read) OR placement_24.id IN (SELECT caregiver_assignment_ended_read.id 
FROM caregiver_assignment_ended_read) OR placement_24.id IN (SELECT community_link_ended_read.id 
FROM community_link_ended_read) OR placement_24.id IN (SELECT guardianship_ended_read.id 
FROM guardianship_ended_read) OR placement_24.id IN (SELECT legal_status_ended_read.id 
FROM legal_status_ended_read) OR placement_24.id IN (SELECT support_service_ended_read.id 
FROM support_service_ended_read) OR placement_24.id IN (SELECT temporary_stay_ended_read.id 
FROM temporary_stay_ended_read)) AND coalesce(placement_24.started_on, '-infinity'::date) <= death_read.until) THEN greatest(death_read.died_on, placement_24.started_on + 1) ELSE placement_24.ended_on END IS NOT NULL AND CASE WHEN ((placement_24.ended_on IS NULL OR placement_24.ended_on > $6::DATE OR placement_24.id IN (SELECT stay_read.id 
FROM stay_read) OR placement_24.id IN (SELECT care_episode_ended_read.id 
FROM care_episode_ended_read) OR placement_24.id IN (SELECT caregiver_assignment_ended_read.id 
FROM caregiver_assignment_ended_read) OR placement_24.id IN (SELECT community_link_ended_read.id 
FROM community_link_ended_read) OR placement_24.id IN (SELECT guardianship_ended_read.id 
FROM guardianship_ended_read) OR placement_24.id IN (SELECT legal_status_ended_read.id 
FROM legal_status_ended_read) OR placement_24.id IN (SELECT support_service_ended_read.id 
FROM support_service_ended_read) OR placement_24.id IN (SELECT temporary_stay_ended_read.id 
FROM temporary_stay_ended_read)) AND coalesce(placement_24.started_on, '-infinity'::date) <= death_read.until) THEN greatest(death_read.died_on, placement_24.started_on + 1) ELSE placement_24.ended_on END <= least(CASE WHEN (death_read.died_on_precision = 'MONTH') THEN CAST(death_read.died_on + interval '1 month -1 day' AS DATE) WHEN (death_read.died_on_precision = 'YEAR') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) WHEN (death_read.died_on_precision = 'ESTIMATED') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) ELSE death_read.died_on END, $6::DATE) + 1) AND coalesce(death_read.died_on IS NULL OR placement_24.started_on <= least(CASE WHEN (death_read.died_on_precision = 'MONTH') THEN CAST(death_read.died_on + interval '1 month -1 day' AS DATE) WHEN (death_read.died_on_precision = 'YEAR') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) WHEN (death_read.died_on_precision = 'ESTIMATED') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) ELSE death_read.died_on END, $6::DATE), true)) IS NOT true))) IS NOT true) THEN 'no_later_placement' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_25 
WHERE caregiver_assignment_25.country_code = $1::VARCHAR AND caregiver_assignment_25.voided_at IS NULL AND caregiver_assignment_25.child_file_id = death_read.id AND coalesce(caregiver_assignment_25.started_on, '-infinity'::date) <= $6::DATE AND ((death_read.died_on IS NULL OR CASE WHEN ((caregiver_assignment_25.ended_on IS NULL OR caregiver_assignment_25.ended_on > $6::DATE OR caregiver_assignment_25.id IN (SELECT stay_read.id 
FROM stay_read) OR caregiver_assignment_25.id IN (SELECT care_episode_ended_read.id 
FROM care_episode_ended_read) OR caregiver_assignment_25.id IN (SELECT caregiver_assignment_ended_read.id 
FROM caregiver_assignment_ended_read) OR caregiver_assignment_25.id IN (SELECT community_link_ended_read.id 
FROM community_link_ended_read) OR caregiver_assignment_25.id IN (SELECT guardianship_ended_read.id 
FROM guardianship_ended_read) OR caregiver_assignment_25.id IN (SELECT legal_status_ended_read.id 
FROM legal_status_ended_read) OR caregiver_assignment_25.id IN (SELECT support_service_ended_read.id 
FROM support_service_ended_read) OR caregiver_assignment_25.id IN (SELECT temporary_stay_ended_read.id 
FROM temporary_stay_ended_read)) AND coalesce(caregiver_assignment_25.started_on, '-infinity'::date) <= death_read.until) THEN greatest(death_read.died_on, caregiver_assignment_25.started_on + 1) ELSE caregiver_assignment_25.ended_on END IS NOT NULL AND CASE WHEN ((caregiver_assignment_25.ended_on IS NULL OR caregiver_assignment_25.ended_on > $6::DATE OR caregiver_assignment_25.id IN (SELECT stay_read.id 
FROM stay_read) OR caregiver_assignment_25.id IN (SELECT care_episode_ended_read.id 
FROM care_episode_ended_read) OR caregiver_assignment_25.id IN (SELECT caregiver_assignment_ended_read.id 
FROM caregiver_assignment_ended_read) OR caregiver_assignment_25.id IN (SELECT community_link_ended_read.id 
FROM community_link_ended_read) OR caregiver_assignment_25.id IN (SELECT guardianship_ended_read.id 
FROM guardianship_ended_read) OR caregiver_assignment_25.id IN (SELECT legal_status_ended_read.id 
FROM legal_status_ended_read) OR caregiver_assignment_25.id IN (SELECT support_service_ended_read.id 
FROM support_service_ended_read) OR caregiver_assignment_25.id IN (SELECT temporary_stay_ended_read.id 
FROM temporary_stay_ended_read)) AND coalesce(caregiver_assignment_25.started_on, '-infinity'::date) <= death_read.until) THEN greatest(death_read.died_on, caregiver_assignment_25.started_on + 1) ELSE caregiver_assignment_25.ended_on END <= least(CASE WHEN (death_read.died_on_precision = 'MONTH') THEN CAST(death_read.died_on + interval '1 month -1 day' AS DATE) WHEN (death_read.died_on_precision = 'YEAR') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) WHEN (death_read.died_on_precision = 'ESTIMATED') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) ELSE death_read.died_on END, $6::DATE) + 1) AND coalesce(death_read.died_on IS NULL OR caregiver_assignment_25.started_on <= least(CASE WHEN (death_read.died_on_precision = 'MONTH') THEN CAST(death_read.died_on + interval '1 month -1 day' AS DATE) WHEN (death_read.died_on_precision = 'YEAR') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) WHEN (death_read.died_on_precision = 'ESTIMATED') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) ELSE death_read.died_on END, $6::DATE), true)) IS NOT true))) IS NOT true) THEN 'no_later_caregiver_assignment' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM community_link AS community_link_26 
WHERE community_link_26.country_code = $1::VARCHAR AND community_link_26.voided_at IS NULL AND community_link_26.child_file_id = death_read.id AND coalesce(community_link_26.started_on, '-infinity'::date) <= $6::DATE AND ((death_read.died_on IS NULL OR CASE WHEN ((community_link_26.ended_on IS NULL OR community_link_26.ended_on > $6::DATE OR community_link_26.id IN (SELECT stay_read.id 
FROM stay_read) OR community_link_26.id IN (SELECT care_episode_ended_read.id 
FROM care_episode_ended_read) OR community_link_26.id IN (SELECT caregiver_assignment_ended_read.id 
FROM caregiver_assignment_ended_read) OR community_link_26.id IN (SELECT community_link_ended_read.id 
FROM community_link_ended_read) OR community_link_26.id IN (SELECT guardianship_ended_read.id 
FROM guardianship_ended_read) OR community_link_26.id IN (SELECT legal_status_ended_read.id 
FROM legal_status_ended_read) OR community_link_26.id IN (SELECT support_service_ended_read.id 
FROM support_service_ended_read) OR community_link_26.id IN (SELECT temporary_stay_ended_read.id 
FROM temporary_stay_ended_read)) AND coalesce(community_link_26.started_on, '-infinity'::date) <= death_read.until) THEN greatest(death_read.died_on, community_link_26.started_on + 1) ELSE community_link_26.ended_on END IS NOT NULL AND CASE WHEN ((community_link_26.ended_on IS NULL OR community_link_26.ended_on > $6::DATE OR community_link_26.id IN (SELECT stay_read.id 
FROM stay_read) OR community_link_26.id IN (SELECT care_episode_ended_read.id 
FROM care_episode_ended_read) OR community_link_26.id IN (SELECT caregiver_assignment_ended_read.id 
FROM caregiver_assignment_ended_read) OR community_link_26.id IN (SELECT community_link_ended_read.id 
FROM community_link_ended_read) OR community_link_26.id IN (SELECT guardianship_ended_read.id 
FROM guardianship_ended_read) OR community_link_26.id IN (SELECT legal_status_ended_read.id 
FROM legal_status_ended_read) OR community_link_26.id IN (SELECT support_service_ended_read.id 
FROM support_service_ended_read) OR community_link_26.id IN (SELECT temporary_stay_ended_read.id 
FROM temporary_stay_ended_read)) AND coalesce(community_link_26.started_on, '-infinity'::date) <= death_read.until) THEN greatest(death_read.died_on, community_link_26.started_on + 1) ELSE community_link_26.ended_on END <= least(CASE WHEN (death_read.died_on_precision = 'MONTH') THEN CAST(death_read.died_on + interval '1 month -1 day' AS DATE) WHEN (death_read.died_on_precision = 'YEAR') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) WHEN (death_read.died_on_precision = 'ESTIMATED') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) ELSE death_read.died_on END, $6::DATE) + 1) AND coalesce(death_read.died_on IS NULL OR community_link_26.started_on <= least(CASE WHEN (death_read.died_on_precision = 'MONTH') THEN CAST(death_read.died_on + interval '1 month -1 day' AS DATE) WHEN (death_read.died_on_precision = 'YEAR') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) WHEN (death_read.died_on_precision = 'ESTIMATED') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) ELSE death_read.died_on END, $6::DATE), true) OR CASE WHEN ((community_link_26.ended_on IS NULL OR community_link_26.ended_on > $6::DATE OR community_link_26.id IN (SELECT stay_read.id 
FROM stay_read) OR community_link_26.id IN (SELECT care_episode_ended_read.id 
FROM care_episode_ended_read) OR community_link_26.id IN (SELECT caregiver_assignment_ended_read.id 
FROM caregiver_assignment_ended_read) OR community_link_26.id IN (SELECT community_link_ended_read.id 
FROM community_link_ended_read) OR community_link_26.id IN (SELECT guardianship_ended_read.id 
FROM guardianship_ended_read) OR community_link_26.id IN (SELECT legal_status_ended_read.id 
FROM legal_status_ended_read) OR community_link_26.id IN (SELECT support_service_ended_read.id 
FROM support_service_ended_read) OR community_link_26.id IN (SELECT temporary_stay_ended_read.id 
FROM temporary_stay_ended_read)) AND coalesce(community_link_26.started_on, '-infinity'::date) <= death_read.until) THEN greatest(death_read.died_on, community_link_26.started_on + 1) ELSE community_link_26.ended_on END IS NOT NULL AND CASE WHEN ((community_link_26.ended_on IS NULL OR community_link_26.ended_on > $6::DATE OR community_link_26.id IN (SELECT stay_read.id 
FROM stay_read) OR community_link_26.id IN (SELECT care_episode_ended_read.id 
FROM care_episode_ended_read) OR community_link_26.id IN (SELECT caregiver_assignment_ended_read.id 
FROM caregiver_assignment_ended_read) OR community_link_26.id IN (SELECT community_link_ended_read.id 
FROM community_link_ended_read) OR community_link_26.id IN (SELECT guardianship_ended_read.id 
FROM guardianship_ended_read) OR community_link_26.id IN (SELECT legal_status_ended_read.id 
FROM legal_status_ended_read) OR community_link_26.id IN (SELECT support_service_ended_read.id 
FROM support_service_ended_read) OR community_link_26.id IN (SELECT temporary_stay_ended_read.id 
FROM temporary_stay_ended_read)) AND coalesce(community_link_26.started_on, '-infinity'::date) <= death_read.until) THEN greatest(death_read.died_on, community_link_26.started_on + 1) ELSE community_link_26.ended_on END <= community_link_26.started_on + 1) IS NOT true))) IS NOT true) THEN 'no_later_community_link' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM guardianship AS guardianship_27 
WHERE guardianship_27.country_code = $1::VARCHAR AND guardianship_27.voided_at IS NULL AND guardianship_27.child_file_id = death_read.id AND coalesce(guardianship_27.started_on, '-infinity'::date) <= $6::DATE AND ((death_read.died_on IS NULL OR CASE WHEN ((guardianship_27.ended_on IS NULL OR guardianship_27.ended_on > $6::DATE OR guardianship_27.id IN (SELECT stay_read.id 
FROM stay_read) OR guardianship_27.id IN (SELECT care_episode_ended_read.id 
FROM care_episode_ended_read) OR guardianship_27.id IN (SELECT caregiver_assignment_ended_read.id 
FROM caregiver_assignment_ended_read) OR guardianship_27.id IN (SELECT community_link_ended_read.id 
FROM community_link_ended_read) OR guardianship_27.id IN (SELECT guardianship_ended_read.id 
FROM guardianship_ended_read) OR guardianship_27.id IN (SELECT legal_status_ended_read.id 
FROM legal_status_ended_read) OR guardianship_27.id IN (SELECT support_service_ended_read.id 
FROM support_service_ended_read) OR guardianship_27.id IN (SELECT temporary_stay_ended_read.id 
FROM temporary_stay_ended_read)) AND coalesce(guardianship_27.started_on, '-infinity'::date) <= death_read.until) THEN greatest(death_read.died_on, guardianship_27.started_on + 1) ELSE guardianship_27.ended_on END IS NOT NULL AND CASE WHEN ((guardianship_27.ended_on IS NULL OR guardianship_27.ended_on > $6::DATE OR guardianship_27.id IN (SELECT stay_read.id 
FROM stay_read) OR guardianship_27.id IN (SELECT care_episode_ended_read.id 
FROM care_episode_ended_read) OR guardianship_27.id IN (SELECT caregiver_assignment_ended_read.id 
FROM caregiver_assignment_ended_read) OR guardianship_27.id IN (SELECT community_link_ended_read.id 
FROM community_link_ended_read) OR guardianship_27.id IN (SELECT guardianship_ended_read.id 
FROM guardianship_ended_read) OR guardianship_27.id IN (SELECT legal_status_ended_read.id 
FROM legal_status_ended_read) OR guardianship_27.id IN (SELECT support_service_ended_read.id 
FROM support_service_ended_read) OR guardianship_27.id IN (SELECT temporary_stay_ended_read.id 
FROM temporary_stay_ended_read)) AND coalesce(guardianship_27.started_on, '-infinity'::date) <= death_read.until) THEN greatest(death_read.died_on, guardianship_27.started_on + 1) ELSE guardianship_27.ended_on END <= least(CASE WHEN (death_read.died_on_precision = 'MONTH') THEN CAST(death_read.died_on + interval '1 month -1 day' AS DATE) WHEN (death_read.died_on_precision = 'YEAR') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) WHEN (death_read.died_on_precision = 'ESTIMATED') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) ELSE death_read.died_on END, $6::DATE) + 1) AND coalesce(death_read.died_on IS NULL OR guardianship_27.started_on <= least(CASE WHEN (death_read.died_on_precision = 'MONTH') THEN CAST(death_read.died_on + interval '1 month -1 day' AS DATE) WHEN (death_read.died_on_precision = 'YEAR') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) WHEN (death_read.died_on_precision = 'ESTIMATED') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) ELSE death_read.died_on END, $6::DATE), true) OR CASE WHEN ((guardianship_27.ended_on IS NULL OR guardianship_27.ended_on > $6::DATE OR guardianship_27.id IN (SELECT stay_read.id 
FROM stay_read) OR guardianship_27.id IN (SELECT care_episode_ended_read.id 
FROM care_episode_ended_read) OR guardianship_27.id IN (SELECT caregiver_assignment_ended_read.id 
FROM caregiver_assignment_ended_read) OR guardianship_27.id IN (SELECT community_link_ended_read.id 
FROM community_link_ended_read) OR guardianship_27.id IN (SELECT guardianship_ended_read.id 
FROM guardianship_ended_read) OR guardianship_27.id IN (SELECT legal_status_ended_read.id 
FROM legal_status_ended_read) OR guardianship_27.id IN (SELECT support_service_ended_read.id 
FROM support_service_ended_read) OR guardianship_27.id IN (SELECT temporary_stay_ended_read.id 
FROM temporary_stay_ended_read)) AND coalesce(guardianship_27.started_on, '-infinity'::date) <= death_read.until) THEN greatest(death_read.died_on, guardianship_27.started_on + 1) ELSE guardianship_27.ended_on END IS NOT NULL AND CASE WHEN ((guardianship_27.ended_on IS NULL OR guardianship_27.ended_on > $6::DATE OR guardianship_27.id IN (SELECT stay_read.id 
FROM stay_read) OR guardianship_27.id IN (SELECT care_episode_ended_read.id 
FROM care_episode_ended_read) OR guardianship_27.id IN (SELECT caregiver_assignment_ended_read.id 
FROM caregiver_assignment_ended_read) OR guardianship_27.id IN (SELECT community_link_ended_read.id 
FROM community_link_ended_read) OR guardianship_27.id IN (SELECT guardianship_ended_read.id 
FROM guardianship_ended_read) OR guardianship_27.id IN (SELECT legal_status_ended_read.id 
FROM legal_status_ended_read) OR guardianship_27.id IN (SELECT support_service_ended_read.id 
FROM support_service_ended_read) OR guardianship_27.id IN (SELECT temporary_stay_ended_read.id 
FROM temporary_stay_ended_read)) AND coalesce(guardianship_27.started_on, '-infinity'::date) <= death_read.until) THEN greatest(death_read.died_on, guardianship_27.started_on + 1) ELSE guardianship_27.ended_on END <= guardianship_27.started_on + 1) IS NOT true))) IS NOT true) THEN 'no_later_guardianship' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM legal_status AS legal_status_28 
WHERE legal_status_28.country_code = $1::VARCHAR AND legal_status_28.voided_at IS NULL AND legal_status_28.child_file_id = death_read.id AND coalesce(legal_status_28.started_on, '-infinity'::date) <= $6::DATE AND ((death_read.died_on IS NULL OR CASE WHEN ((legal_status_28.ended_on IS NULL OR legal_status_28.ended_on > $6::DATE OR legal_status_28.id IN (SELECT stay_read.id 
FROM stay_read) OR legal_status_28.id IN (SELECT care_episode_ended_read.id 
FROM care_episode_ended_read) OR legal_status_28.id IN (SELECT caregiver_assignment_ended_read.id 
FROM caregiver_assignment_ended_read) OR legal_status_28.id IN (SELECT community_link_ended_read.id 
FROM community_link_ended_read) OR legal_status_28.id IN (SELECT guardianship_ended_read.id 
FROM guardianship_ended_read) OR legal_status_28.id IN (SELECT legal_status_ended_read.id 
FROM legal_status_ended_read) OR legal_status_28.id IN (SELECT support_service_ended_read.id 
FROM support_service_ended_read) OR legal_status_28.id IN (SELECT temporary_stay_ended_read.id 
FROM temporary_stay_ended_read)) AND coalesce(legal_status_28.started_on, '-infinity'::date) <= death_read.until) THEN greatest(death_read.died_on, legal_status_28.started_on + 1) ELSE legal_status_28.ended_on END IS NOT NULL AND CASE WHEN ((legal_status_28.ended_on IS NULL OR legal_status_28.ended_on > $6::DATE OR legal_status_28.id IN (SELECT stay_read.id 
FROM stay_read) OR legal_status_28.id IN (SELECT care_episode_ended_read.id 
FROM care_episode_ended_read) OR legal_status_28.id IN (SELECT caregiver_assignment_ended_read.id 
FROM caregiver_assignment_ended_read) OR legal_status_28.id IN (SELECT community_link_ended_read.id 
FROM community_link_ended_read) OR legal_status_28.id IN (SELECT guardianship_ended_read.id 
FROM guardianship_ended_read) OR legal_status_28.id IN (SELECT legal_status_ended_read.id 
FROM legal_status_ended_read) OR legal_status_28.id IN (SELECT support_service_ended_read.id 
FROM support_service_ended_read) OR legal_status_28.id IN (SELECT temporary_stay_ended_read.id 
FROM temporary_stay_ended_read)) AND coalesce(legal_status_28.started_on, '-infinity'::date) <= death_read.until) THEN greatest(death_read.died_on, legal_status_28.started_on + 1) ELSE legal_status_28.ended_on END <= least(CASE WHEN (death_read.died_on_precision = 'MONTH') THEN CAST(death_read.died_on + interval '1 month -1 day' AS DATE) WHEN (death_read.died_on_precision = 'YEAR') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) WHEN (death_read.died_on_precision = 'ESTIMATED') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) ELSE death_read.died_on END, $6::DATE) + 1) AND coalesce(death_read.died_on IS NULL OR legal_status_28.started_on <= least(CASE WHEN (death_read.died_on_precision = 'MONTH') THEN CAST(death_read.died_on + interval '1 month -1 day' AS DATE) WHEN (death_read.died_on_precision = 'YEAR') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) WHEN (death_read.died_on_precision = 'ESTIMATED') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) ELSE death_read.died_on END, $6::DATE), true) OR CASE WHEN ((legal_status_28.ended_on IS NULL OR legal_status_28.ended_on > $6::DATE OR legal_status_28.id IN (SELECT stay_read.id 
FROM stay_read) OR legal_status_28.id IN (SELECT care_episode_ended_read.id 
FROM care_episode_ended_read) OR legal_status_28.id IN (SELECT caregiver_assignment_ended_read.id 
FROM caregiver_assignment_ended_read) OR legal_status_28.id IN (SELECT community_link_ended_read.id 
FROM community_link_ended_read) OR legal_status_28.id IN (SELECT guardianship_ended_read.id 
FROM guardianship_ended_read) OR legal_status_28.id IN (SELECT legal_status_ended_read.id 
FROM legal_status_ended_read) OR legal_status_28.id IN (SELECT support_service_ended_read.id 
FROM support_service_ended_read) OR legal_status_28.id IN (SELECT temporary_stay_ended_read.id 
FROM temporary_stay_ended_read)) AND coalesce(legal_status_28.started_on, '-infinity'::date) <= death_read.until) THEN greatest(death_read.died_on, legal_status_28.started_on + 1) ELSE legal_status_28.ended_on END IS NOT NULL AND CASE WHEN ((legal_status_28.ended_on IS NULL OR legal_status_28.ended_on > $6::DATE OR legal_status_28.id IN (SELECT stay_read.id 
FROM stay_read) OR legal_status_28.id IN (SELECT care_episode_ended_read.id 
FROM care_episode_ended_read) OR legal_status_28.id IN (SELECT caregiver_assignment_ended_read.id 
FROM caregiver_assignment_ended_read) OR legal_status_28.id IN (SELECT community_link_ended_read.id 
FROM community_link_ended_read) OR legal_status_28.id IN (SELECT guardianship_ended_read.id 
FROM guardianship_ended_read) OR legal_status_28.id IN (SELECT legal_status_ended_read.id 
FROM legal_status_ended_read) OR legal_status_28.id IN (SELECT support_service_ended_read.id 
FROM support_service_ended_read) OR legal_status_28.id IN (SELECT temporary_stay_ended_read.id 
FROM temporary_stay_ended_read)) AND coalesce(legal_status_28.started_on, '-infinity'::date) <= death_read.until) THEN greatest(death_read.died_on, legal_status_28.started_on + 1) ELSE legal_status_28.ended_on END <= legal_status_28.started_on + 1) IS NOT true))) IS NOT true) THEN 'no_later_legal_status' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM support_service AS support_service_29 
WHERE support_service_29.country_code = $1::VARCHAR AND support_service_29.voided_at IS NULL AND support_service_29.child_file_id = death_read.id AND coalesce(support_service_29.started_on, '-infinity'::date) <= $6::DATE AND ((death_read.died_on IS NULL OR CASE WHEN ((support_service_29.ended_on IS NULL OR support_service_29.ended_on > $6::DATE OR support_service_29.id IN (SELECT stay_read.id 
FROM stay_read) OR support_service_29.id IN (SELECT care_episode_ended_read.id 
FROM care_episode_ended_read) OR support_service_29.id IN (SELECT caregiver_assignment_ended_read.id 
FROM caregiver_assignment_ended_read) OR support_service_29.id IN (SELECT community_link_ended_read.id 
FROM community_link_ended_read) OR support_service_29.id IN (SELECT guardianship_ended_read.id 
FROM guardianship_ended_read) OR support_service_29.id IN (SELECT legal_status_ended_read.id 
FROM legal_status_ended_read) OR support_service_29.id IN (SELECT support_service_ended_read.id 
FROM support_service_ended_read) OR support_service_29.id IN (SELECT temporary_stay_ended_read.id 
FROM temporary_stay_ended_read)) AND coalesce(support_service_29.started_on, '-infinity'::date) <= death_read.until) THEN greatest(death_read.died_on, support_service_29.started_on + 1) ELSE support_service_29.ended_on END IS NOT NULL AND CASE WHEN ((support_service_29.ended_on IS NULL OR support_service_29.ended_on > $6::DATE OR support_service_29.id IN (SELECT stay_read.id 
FROM stay_read) OR support_service_29.id IN (SELECT care_episode_ended_read.id 
FROM care_episode_ended_read) OR support_service_29.id IN (SELECT caregiver_assignment_ended_read.id 
FROM caregiver_assignment_ended_read) OR support_service_29.id IN (SELECT community_link_ended_read.id 
FROM community_link_ended_read) OR support_service_29.id IN (SELECT guardianship_ended_read.id 
FROM guardianship_ended_read) OR support_service_29.id IN (SELECT legal_status_ended_read.id 
FROM legal_status_ended_read) OR support_service_29.id IN (SELECT support_service_ended_read.id 
FROM support_service_ended_read) OR support_service_29.id IN (SELECT temporary_stay_ended_read.id 
FROM temporary_stay_ended_read)) AND coalesce(support_service_29.started_on, '-infinity'::date) <= death_read.until) THEN greatest(death_read.died_on, support_service_29.started_on + 1) ELSE support_service_29.ended_on END <= least(CASE WHEN (death_read.died_on_precision = 'MONTH') THEN CAST(death_read.died_on + interval '1 month -1 day' AS DATE) WHEN (death_read.died_on_precision = 'YEAR') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) WHEN (death_read.died_on_precision = 'ESTIMATED') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) ELSE death_read.died_on END, $6::DATE) + 1) AND coalesce(death_read.died_on IS NULL OR support_service_29.started_on <= least(CASE WHEN (death_read.died_on_precision = 'MONTH') THEN CAST(death_read.died_on + interval '1 month -1 day' AS DATE) WHEN (death_read.died_on_precision = 'YEAR') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) WHEN (death_read.died_on_precision = 'ESTIMATED') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) ELSE death_read.died_on END, $6::DATE), true) OR CASE WHEN ((support_service_29.ended_on IS NULL OR support_service_29.ended_on > $6::DATE OR support_service_29.id IN (SELECT stay_read.id 
FROM stay_read) OR support_service_29.id IN (SELECT care_episode_ended_read.id 
FROM care_episode_ended_read) OR support_service_29.id IN (SELECT caregiver_assignment_ended_read.id 
FROM caregiver_assignment_ended_read) OR support_service_29.id IN (SELECT community_link_ended_read.id 
FROM community_link_ended_read) OR support_service_29.id IN (SELECT guardianship_ended_read.id 
FROM guardianship_ended_read) OR support_service_29.id IN (SELECT legal_status_ended_read.id 
FROM legal_status_ended_read) OR support_service_29.id IN (SELECT support_service_ended_read.id 
FROM support_service_ended_read) OR support_service_29.id IN (SELECT temporary_stay_ended_read.id 
FROM temporary_stay_ended_read)) AND coalesce(support_service_29.started_on, '-infinity'::date) <= death_read.until) THEN greatest(death_read.died_on, support_service_29.started_on + 1) ELSE support_service_29.ended_on END IS NOT NULL AND CASE WHEN ((support_service_29.ended_on IS NULL OR support_service_29.ended_on > $6::DATE OR support_service_29.id IN (SELECT stay_read.id 
FROM stay_read) OR support_service_29.id IN (SELECT care_episode_ended_read.id 
FROM care_episode_ended_read) OR support_service_29.id IN (SELECT caregiver_assignment_ended_read.id 
FROM caregiver_assignment_ended_read) OR support_service_29.id IN (SELECT community_link_ended_read.id 
FROM community_link_ended_read) OR support_service_29.id IN (SELECT guardianship_ended_read.id 
FROM guardianship_ended_read) OR support_service_29.id IN (SELECT legal_status_ended_read.id 
FROM legal_status_ended_read) OR support_service_29.id IN (SELECT support_service_ended_read.id 
FROM support_service_ended_read) OR support_service_29.id IN (SELECT temporary_stay_ended_read.id 
FROM temporary_stay_ended_read)) AND coalesce(support_service_29.started_on, '-infinity'::date) <= death_read.until) THEN greatest(death_read.died_on, support_service_29.started_on + 1) ELSE support_service_29.ended_on END <= support_service_29.started_on + 1) IS NOT true))) IS NOT true) THEN 'no_later_support_service' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM temporary_stay AS temporary_stay_30 
WHERE temporary_stay_30.country_code = $1::VARCHAR AND temporary_stay_30.voided_at IS NULL AND temporary_stay_30.child_file_id = death_read.id AND coalesce(temporary_stay_30.started_on, '-infinity'::date) <= $6::DATE AND ((death_read.died_on IS NULL OR CASE WHEN ((temporary_stay_30.ended_on IS NULL OR temporary_stay_30.ended_on > $6::DATE OR temporary_stay_30.id IN (SELECT stay_read.id 
FROM stay_read) OR temporary_stay_30.id IN (SELECT care_episode_ended_read.id 
FROM care_episode_ended_read) OR temporary_stay_30.id IN (SELECT caregiver_assignment_ended_read.id 
FROM caregiver_assignment_ended_read) OR temporary_stay_30.id IN (SELECT community_link_ended_read.id 
FROM community_link_ended_read) OR temporary_stay_30.id IN (SELECT guardianship_ended_read.id 
FROM guardianship_ended_read) OR temporary_stay_30.id IN (SELECT legal_status_ended_read.id 
FROM legal_status_ended_read) OR temporary_stay_30.id IN (SELECT support_service_ended_read.id 
FROM support_service_ended_read) OR temporary_stay_30.id IN (SELECT temporary_stay_ended_read.id 
FROM temporary_stay_ended_read)) AND coalesce(temporary_stay_30.started_on, '-infinity'::date) <= death_read.until) THEN greatest(death_read.died_on, temporary_stay_30.started_on + 1) ELSE temporary_stay_30.ended_on END IS NOT NULL AND CASE WHEN ((temporary_stay_30.ended_on IS NULL OR temporary_stay_30.ended_on > $6::DATE OR temporary_stay_30.id IN (SELECT stay_read.id 
FROM stay_read) OR temporary_stay_30.id IN (SELECT care_episode_ended_read.id 
FROM care_episode_ended_read) OR temporary_stay_30.id IN (SELECT caregiver_assignment_ended_read.id 
FROM caregiver_assignment_ended_read) OR temporary_stay_30.id IN (SELECT community_link_ended_read.id 
FROM community_link_ended_read) OR temporary_stay_30.id IN (SELECT guardianship_ended_read.id 
FROM guardianship_ended_read) OR temporary_stay_30.id IN (SELECT legal_status_ended_read.id 
FROM legal_status_ended_read) OR temporary_stay_30.id IN (SELECT support_service_ended_read.id 
FROM support_service_ended_read) OR temporary_stay_30.id IN (SELECT temporary_stay_ended_read.id 
FROM temporary_stay_ended_read)) AND coalesce(temporary_stay_30.started_on, '-infinity'::date) <= death_read.until) THEN greatest(death_read.died_on, temporary_stay_30.started_on + 1) ELSE temporary_stay_30.ended_on END <= least(CASE WHEN (death_read.died_on_precision = 'MONTH') THEN CAST(death_read.died_on + interval '1 month -1 day' AS DATE) WHEN (death_read.died_on_precision = 'YEAR') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) WHEN (death_read.died_on_precision = 'ESTIMATED') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) ELSE death_read.died_on END, $6::DATE) + 1) AND coalesce(death_read.died_on IS NULL OR temporary_stay_30.started_on <= least(CASE WHEN (death_read.died_on_precision = 'MONTH') THEN CAST(death_read.died_on + interval '1 month -1 day' AS DATE) WHEN (death_read.died_on_precision = 'YEAR') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) WHEN (death_read.died_on_precision = 'ESTIMATED') THEN CAST(death_read.died_on + interval '1 year -1 day' AS DATE) ELSE death_read.died_on END, $6::DATE), true)) IS NOT true))) IS NOT true) THEN 'no_later_temporary_stay' ELSE null END, CASE WHEN ((own_read.died_on IS NOT NULL OR NOT (EXISTS (SELECT 1 
FROM placement AS placement_31 
WHERE placement_31.country_code = $1::VARCHAR AND placement_31.voided_at IS NULL AND placement_31.child_file_id = death_read.id AND (placement_31.id NOT IN (SELECT stay_read.id 
FROM stay_read)) AND (placement_31.id NOT IN (SELECT care_episode_ended_read.id 
FROM care_episode_ended_read)) AND (placement_31.id NOT IN (SELECT caregiver_assignment_ended_read.id 
FROM caregiver_assignment_ended_read)) AND (placement_31.id NOT IN (SELECT community_link_ended_read.id 
FROM community_link_ended_read)) AND (placement_31.id NOT IN (SELECT guardianship_ended_read.id 
FROM guardianship_ended_read)) AND (placement_31.id NOT IN (SELECT legal_status_ended_read.id 
FROM legal_status_ended_read)) AND (placement_31.id NOT IN (SELECT support_service_ended_read.id 
FROM support_service_ended_read)) AND (placement_31.id NOT IN (SELECT temporary_stay_ended_read.id 
FROM temporary_stay_ended_read)) AND (placement_31.end_reason IS NULL OR NOT coalesce(placement_31.end_reason = 'DEATH' AND placement_31.ended_on IS NOT NULL, false) OR death_read.died_on IS NOT NULL AND placement_31.ended_on >= death_read.died_on) IS NOT true))) IS NOT true) THEN 'no_earlier_death' ELSE null END, CASE WHEN ((coalesce(coalesce(span_read.last, 'infinity'::date) <= span_read.first, true) OR home_read.found OR span_read.home_id IS NULL) IS NOT true) THEN 'home_is_yours' ELSE null END, CASE WHEN ((crowding_anew_read.day IS NULL) IS NOT true) THEN 'home_has_room' ELSE null END, CASE WHEN ((span_read.last IS NULL OR home_read.closed_on IS NULL OR span_read.last <= home_read.closed_on) IS NOT true) THEN 'home_is_open' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN own_read ON true LEFT OUTER JOIN death_read ON true LEFT OUTER JOIN stay_read ON true LEFT OUTER JOIN home_read ON true LEFT OUTER JOIN span_read ON true LEFT OUTER JOIN crowding_read ON true LEFT OUTER JOIN crowding_anew_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_9, $2::VARCHAR AS anon_10, $3::VARCHAR AS anon_11, $10::VARCHAR AS anon_12, $11::VARCHAR AS anon_13, $12::VARCHAR AS anon_14, $13::TEXT[] AS anon_15, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE child SET version=(child.version + 1), updated_at=now(), died_on=death_read.died_on, died_on_precision=death_read.died_on_precision FROM go, death_read, own_read WHERE child.country_code = $1::VARCHAR AND child.voided_at IS NULL AND go.one = 1 AND child.id = death_read.id AND child.version = own_read.version RETURNING new.died_on AS n_died_on, new.died_on_precision AS n_died_on_precision, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, old.died_on AS o_died_on, old.died_on_precision AS o_died_on_precision, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id), 
history_personal_of_written_1 AS 
(INSERT INTO history_personal (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Child', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'correctDeath', $4::VARCHAR AS anon_4, jsonb_build_object('diedOn', written_1.o_died_on, 'diedOnPrecision', written_1.o_died_on_precision) - CAST(ARRAY[CASE WHEN (written_1.n_died_on IS NOT DISTINCT FROM written_1.o_died_on) THEN 'diedOn' END, CASE WHEN (written_1.n_died_on_precision IS NOT DISTINCT FROM written_1.o_died_on_precision) THEN 'diedOnPrecision' END] AS TEXT[]) AS anon_5, jsonb_build_object('diedOn', written_1.n_died_on, 'diedOnPrecision', written_1.n_died_on_precision) - CAST(ARRAY[CASE WHEN (written_1.n_died_on IS NOT DISTINCT FROM written_1.o_died_on) THEN 'diedOn' END, CASE WHEN (written_1.n_died_on_precision IS NOT DISTINCT FROM written_1.o_died_on_precision) THEN 'diedOnPrecision' END] AS TEXT[]) AS anon_6 
FROM written_1 RETURNING row_id), 
written_2 AS 
(UPDATE placement SET version=(placement.version + 1), updated_at=now(), ended_on=span_read.last, end_reason=span_read.reason FROM go, span_read WHERE placement.country_code = $1::VARCHAR AND placement.voided_at IS NULL AND go.one = 1 AND placement.id = span_read.id RETURNING new.ended_on AS n_ended_on, new.end_reason AS n_end_reason, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.ended_on AS o_ended_on, old.end_reason AS o_end_reason, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_2 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_16, 'Placement', written_2.n_id AS n_id, written_2.n_version AS n_version, written_2.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_17, $3::VARCHAR AS anon_18, 'correctDeath', $4::VARCHAR AS anon_4, jsonb_build_object('endedOn', written_2.o_ended_on, 'endReason', written_2.o_end_reason) - CAST(ARRAY[CASE WHEN (written_2.n_ended_on IS NOT DISTINCT FROM written_2.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_2.n_end_reason IS NOT DISTINCT FROM written_2.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_19, jsonb_build_object('endedOn', written_2.n_ended_on, 'endReason', written_2.n_end_reason) - CAST(ARRAY[CASE WHEN (written_2.n_ended_on IS NOT DISTINCT FROM written_2.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_2.n_end_reason IS NOT DISTINCT FROM written_2.o_end_reason) THEN 'endReason' END] AS TEXT[]) AS anon_20 
FROM written_2 RETURNING row_id), 
written_4 AS 
(UPDATE gatekeeping_assessment SET version=(gatekeeping_assessment.version + 1), updated_at=now(), not_owed_from=(SELECT death_read.died_on 
FROM death_read), not_owed_reason=CASE WHEN ((SELECT death_read.died_on 
FROM death_read) IS NOT null) THEN 'CHILD_DIED' END FROM go, own_read WHERE gatekeeping_assessment.country_code = $1::VARCHAR AND gatekeeping_assessment.voided_at IS NULL AND go.one = 1 AND gatekeeping_assessment.child_file_id = own_read.id AND gatekeeping_assessment.not_owed_reason = 'CHILD_DIED' RETURNING new.not_owed_from AS n_not_owed_from, new.not_owed_reason AS n_not_owed_reason, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.not_owed_from AS o_not_owed_from, old.not_owed_reason AS o_not_owed_reason, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_4 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_21, 'GatekeepingAssessment', written_4.n_id AS n_id, written_4.n_version AS n_version, written_4.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_22, $3::VARCHAR AS anon_23, 'correctDeath', $4::VARCHAR AS anon_4, jsonb_build_object('notOwedFrom', written_4.o_not_owed_from, 'notOwedReason', written_4.o_not_owed_reason) - CAST(ARRAY[CASE WHEN (written_4.n_not_owed_from IS NOT DISTINCT FROM written_4.o_not_owed_from) THEN 'notOwedFrom' END, CASE WHEN (written_4.n_not_owed_reason IS NOT DISTINCT FROM written_4.o_not_owed_reason) THEN 'notOwedReason' END] AS TEXT[]) AS anon_24, jsonb_build_object('notOwedFrom', written_4.n_not_owed_from, 'notOwedReason', written_4.n_not_owed_reason) - CAST(ARRAY[CASE WHEN (written_4.n_not_owed_from IS NOT DISTINCT FROM written_4.o_not_owed_from) THEN 'notOwedFrom' END, CASE WHEN (written_4.n_not_owed_reason IS NOT DISTINCT FROM written_4.o_not_owed_reason) THEN 'notOwedReason' END] AS TEXT[]) AS anon_25 
FROM written_4 RETURNING row_id), 
written_5 AS 
(UPDATE task SET version=(task.version + 1), updated_at=now(), not_owed_from=(SELECT death_read.died_on 
FROM death_read), not_owed_reason=CASE WHEN ((SELECT death_read.died_on 
FROM death_read) IS NOT null) THEN 'CHILD_DIED' END FROM go, own_read WHERE task.country_code = $1::VARCHAR AND task.voided_at IS NULL AND go.one = 1 AND task.child_file_id = own_read.id AND task.not_owed_reason = 'CHILD_DIED' RETURNING new.not_owed_from AS n_not_owed_from, new.not_owed_reason AS n_not_owed_reason, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.not_owed_from AS o_not_owed_from, old.not_owed_reason AS o_not_owed_reason, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_5 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_26, 'Task', written_5.n_id AS n_id, written_5.n_version AS n_version, written_5.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_27, $3::VARCHAR AS anon_28, 'correctDeath', $4::VARCHAR AS anon_4, jsonb_build_object('notOwedFrom', written_5.o_not_owed_from, 'notOwedReason', written_5.o_not_owed_reason) - CAST(ARRAY[CASE WHEN (written_5.n_not_owed_from IS NOT DISTINCT FROM written_5.o_not_owed_from) THEN 'notOwedFrom' END, CASE WHEN (written_5.n_not_owed_reason IS NOT DISTINCT FROM written_5.o_not_owed_reason) THEN 'notOwedReason' END] AS TEXT[]) AS anon_29, jsonb_build_object('notOwedFrom', written_5.n_not_owed_from, 'notOwedReason', written_5.n_not_owed_reason) - CAST(ARRAY[CASE WHEN (written_5.n_not_owed_from IS NOT DISTINCT FROM written_5.o_not_owed_from) THEN 'notOwedFrom' END, CASE WHEN (written_5.n_not_owed_reason IS NOT DISTINCT FROM written_5.o_not_owed_reason) THEN 'notOwedReason' END] AS TEXT[]) AS anon_30 
FROM written_5 RETURNING row_id), 
written_6 AS 
(UPDATE care_episode SET version=(care_episode.version + 1), updated_at=now(), ended_on=least(care_episode_ended_read.was_ended_on, greatest((SELECT death_read.died_on 
FROM death_read), care_episode.started_on + 1)) FROM go, care_episode_ended_read WHERE care_episode.country_code = $1::VARCHAR AND care_episode.voided_at IS NULL AND go.one = 1 AND care_episode.id = care_episode_ended_read.id AND care_episode.ended_on IS DISTINCT FROM least(care_episode_ended_read.was_ended_on, greatest((SELECT death_read.died_on 
FROM death_read), care_episode.started_on + 1)) RETURNING new.ended_on AS n_ended_on, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, new.started_on AS n_started_on, new.primary_reason AS n_primary_reason, new.voided_at AS n_voided_at, old.ended_on AS o_ended_on, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id, old.started_on AS o_started_on, old.primary_reason AS o_primary_reason, old.voided_at AS o_voided_at), 
history_sensitive_of_written_6 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_31, 'CareEpisode', written_6.n_id AS n_id, written_6.n_version AS n_version, written_6.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_32, $3::VARCHAR AS anon_33, 'correctDeath', $4::VARCHAR AS anon_4, jsonb_build_object('endedOn', written_6.o_ended_on) - CAST(ARRAY[CASE WHEN (written_6.n_ended_on IS NOT DISTINCT FROM written_6.o_ended_on) THEN 'endedOn' END] AS TEXT[]) AS anon_34, jsonb_build_object('endedOn', written_6.n_ended_on) - CAST(ARRAY[CASE WHEN (written_6.n_ended_on IS NOT DISTINCT FROM written_6.o_ended_on) THEN 'endedOn' END] AS TEXT[]) AS anon_35 
FROM written_6 RETURNING row_id), 
written_7 AS 
(UPDATE caregiver_assignment SET version=(caregiver_assignment.version + 1), updated_at=now(), ended_on=least(caregiver_assignment_ended_read.was_ended_on, greatest((SELECT death_read.died_on 
FROM death_read), caregiver_assignment.started_on + 1)) FROM go, caregiver_assignment_ended_read WHERE caregiver_assignment.country_code = $1::VARCHAR AND caregiver_assignment.voided_at IS NULL AND go.one = 1 AND caregiver_assignment.id = caregiver_assignment_ended_read.id AND caregiver_assignment.ended_on IS DISTINCT FROM least(caregiver_assignment_ended_read.was_ended_on, greatest((SELECT death_read.died_on 
FROM death_read), caregiver_assignment.started_on + 1)) RETURNING new.ended_on AS n_ended_on, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, new.home_id AS n_home_id, old.ended_on AS o_ended_on, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id, old.home_id AS o_home_id), 
history_sensitive_of_written_7 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_36, 'CaregiverAssignment', written_7.n_id AS n_id, written_7.n_version AS n_version, written_7.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_37, $3::VARCHAR AS anon_38, 'correctDeath', $4::VARCHAR AS anon_4, jsonb_build_object('endedOn', written_7.o_ended_on) - CAST(ARRAY[CASE WHEN (written_7.n_ended_on IS NOT DISTINCT FROM written_7.o_ended_on) THEN 'endedOn' END] AS TEXT[]) AS anon_39, jsonb_build_object('endedOn', written_7.n_ended_on) - CAST(ARRAY[CASE WHEN (written_7.n_ended_on IS NOT DISTINCT FROM written_7.o_ended_on) THEN 'endedOn' END] AS TEXT[]) AS anon_40 
FROM written_7 RETURNING row_id), 
written_8 AS 
(UPDATE community_link SET version=(community_link.version + 1), updated_at=now(), ended_on=least(community_link_ended_read.was_ended_on, greatest((SELECT death_read.died_on 
FROM death_read), community_link.started_on + 1)) FROM go, community_link_ended_read WHERE community_link.country_code = $1::VARCHAR AND community_link.voided_at IS NULL AND go.one = 1 AND community_link.id = community_link_ended_read.id AND community_link.ended_on IS DISTINCT FROM least(community_link_ended_read.was_ended_on, greatest((SELECT death_read.died_on 
FROM death_read), community_link.started_on + 1)) RETURNING new.ended_on AS n_ended_on, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, new.home_id AS n_home_id, old.ended_on AS o_ended_on, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id, old.home_id AS o_home_id), 
history_sensitive_of_written_8 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_41, 'CommunityLink', written_8.n_id AS n_id, written_8.n_version AS n_version, written_8.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_42, $3::VARCHAR AS anon_43, 'correctDeath', $4::VARCHAR AS anon_4, jsonb_build_object('endedOn', written_8.o_ended_on) - CAST(ARRAY[CASE WHEN (written_8.n_ended_on IS NOT DISTINCT FROM written_8.o_ended_on) THEN 'endedOn' END] AS TEXT[]) AS anon_44, jsonb_build_object('endedOn', written_8.n_ended_on) - CAST(ARRAY[CASE WHEN (written_8.n_ended_on IS NOT DISTINCT FROM written_8.o_ended_on) THEN 'endedOn' END] AS TEXT[]) AS anon_45 
FROM written_8 RETURNING row_id), 
written_9 AS 
(UPDATE guardianship SET version=(guardianship.version + 1), updated_at=now(), ended_on=least(guardianship_ended_read.was_ended_on, greatest((SELECT death_read.died_on 
FROM death_read), guardianship.started_on + 1)) FROM go, guardianship_ended_read WHERE guardianship.country_code = $1::VARCHAR AND guardianship.voided_at IS NULL AND go.one = 1 AND guardianship.id = guardianship_ended_read.id AND guardianship.ended_on IS DISTINCT FROM least(guardianship_ended_read.was_ended_on, greatest((SELECT death_read.died_on 
FROM death_read), guardianship.started_on + 1)) RETURNING new.ended_on AS n_ended_on, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.ended_on AS o_ended_on, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_9 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_46, 'Guardianship', written_9.n_id AS n_id, written_9.n_version AS n_version, written_9.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_47, $3::VARCHAR AS anon_48, 'correctDeath', $4::VARCHAR AS anon_4, jsonb_build_object('endedOn', written_9.o_ended_on) - CAST(ARRAY[CASE WHEN (written_9.n_ended_on IS NOT DISTINCT FROM written_9.o_ended_on) THEN 'endedOn' END] AS TEXT[]) AS anon_49, jsonb_build_object('endedOn', written_9.n_ended_on) - CAST(ARRAY[CASE WHEN (written_9.n_ended_on IS NOT DISTINCT FROM written_9.o_ended_on) THEN 'endedOn' END] AS TEXT[]) AS anon_50 
FROM written_9 RETURNING row_id), 
written_10 AS 
(UPDATE legal_status SET version=(legal_status.version + 1), updated_at=now(), ended_on=least(legal_status_ended_read.was_ended_on, greatest((SELECT death_read.died_on 
FROM death_read), legal_status.started_on + 1)) FROM go, legal_status_ended_read WHERE legal_status.country_code = $1::VARCHAR AND legal_status.voided_at IS NULL AND go.one = 1 AND legal_status.id = legal_status_ended_read.id AND legal_status.ended_on IS DISTINCT FROM least(legal_status_ended_read.was_ended_on, greatest((SELECT death_read.died_on 
FROM death_read), legal_status.started_on + 1)) RETURNING new.ended_on AS n_ended_on, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.ended_on AS o_ended_on, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_10 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_51, 'LegalStatus', written_10.n_id AS n_id, written_10.n_version AS n_version, written_10.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_52, $3::VARCHAR AS anon_53, 'correctDeath', $4::VARCHAR AS anon_4, jsonb_build_object('endedOn', written_10.o_ended_on) - CAST(ARRAY[CASE WHEN (written_10.n_ended_on IS NOT DISTINCT FROM written_10.o_ended_on) THEN 'endedOn' END] AS TEXT[]) AS anon_54, jsonb_build_object('endedOn', written_10.n_ended_on) - CAST(ARRAY[CASE WHEN (written_10.n_ended_on IS NOT DISTINCT FROM written_10.o_ended_on) THEN 'endedOn' END] AS TEXT[]) AS anon_55 
FROM written_10 RETURNING row_id), 
written_11 AS 
(UPDATE support_service SET version=(support_service.version + 1), updated_at=now(), ended_on=least(support_service_ended_read.was_ended_on, greatest((SELECT death_read.died_on 
FROM death_read), support_service.started_on + 1)) FROM go, support_service_ended_read WHERE support_service.country_code = $1::VARCHAR AND support_service.voided_at IS NULL AND go.one = 1 AND support_service.id = support_service_ended_read.id AND support_service.ended_on IS DISTINCT FROM least(support_service_ended_read.was_ended_on, greatest((SELECT death_read.died_on 
FROM death_read), support_service.started_on + 1)) RETURNING new.ended_on AS n_ended_on, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.ended_on AS o_ended_on, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_11 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_56, 'SupportService', written_11.n_id AS n_id, written_11.n_version AS n_version, written_11.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_57, $3::VARCHAR AS anon_58, 'correctDeath', $4::VARCHAR AS anon_4, jsonb_build_object('endedOn', written_11.o_ended_on) - CAST(ARRAY[CASE WHEN (written_11.n_ended_on IS NOT DISTINCT FROM written_11.o_ended_on) THEN 'endedOn' END] AS TEXT[]) AS anon_59, jsonb_build_object('endedOn', written_11.n_ended_on) - CAST(ARRAY[CASE WHEN (written_11.n_ended_on IS NOT DISTINCT FROM written_11.o_ended_on) THEN 'endedOn' END] AS TEXT[]) AS anon_60 
FROM written_11 RETURNING row_id), 
written_12 AS 
(UPDATE temporary_stay SET version=(temporary_stay.version + 1), updated_at=now(), ended_on=least(temporary_stay_ended_read.was_ended_on, greatest((SELECT death_read.died_on 
FROM death_read), temporary_stay.started_on + 1)) FROM go, temporary_stay_ended_read WHERE temporary_stay.country_code = $1::VARCHAR AND temporary_stay.voided_at IS NULL AND go.one = 1 AND temporary_stay.id = temporary_stay_ended_read.id AND temporary_stay.ended_on IS DISTINCT FROM least(temporary_stay_ended_read.was_ended_on, greatest((SELECT death_read.died_on 
FROM death_read), temporary_stay.started_on + 1)) RETURNING new.ended_on AS n_ended_on, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.ended_on AS o_ended_on, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_12 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_61, 'TemporaryStay', written_12.n_id AS n_id, written_12.n_version AS n_version, written_12.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_62, $3::VARCHAR AS anon_63, 'correctDeath', $4::VARCHAR AS anon_4, jsonb_build_object('endedOn', written_12.o_ended_on) - CAST(ARRAY[CASE WHEN (written_12.n_ended_on IS NOT DISTINCT FROM written_12.o_ended_on) THEN 'endedOn' END] AS TEXT[]) AS anon_64, jsonb_build_object('endedOn', written_12.n_ended_on) - CAST(ARRAY[CASE WHEN (written_12.n_ended_on IS NOT DISTINCT FROM written_12.o_ended_on) THEN 'endedOn' END] AS TEXT[]) AS anon_65 
FROM written_12 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'Child' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 3 AS place, 'Placement' AS type, written_2.n_id AS row_id, 'UPDATED' AS kind, written_2.n_programme_id AS programme_id 
FROM written_2 UNION ALL SELECT 7 AS place, 'GatekeepingAssessment' AS type, written_4.n_id AS row_id, 'UPDATED' AS kind, written_4.n_programme_id AS programme_id 
FROM written_4 UNION ALL SELECT 9 AS place, 'Task' AS type, written_5.n_id AS row_id, 'UPDATED' AS kind, written_5.n_programme_id AS programme_id 
FROM written_5 UNION ALL SELECT 11 AS place, 'CareEpisode' AS type, written_6.n_id AS row_id, 'UPDATED' AS kind, written_6.n_programme_id AS programme_id 
FROM written_6 UNION ALL SELECT 13 AS place, 'CaregiverAssignment' AS type, written_7.n_id AS row_id, 'UPDATED' AS kind, written_7.n_programme_id AS programme_id 
FROM written_7 UNION ALL SELECT 15 AS place, 'CommunityLink' AS type, written_8.n_id AS row_id, 'UPDATED' AS kind, written_8.n_programme_id AS programme_id 
FROM written_8 UNION ALL SELECT 17 AS place, 'Guardianship' AS type, written_9.n_id AS row_id, 'UPDATED' AS kind, written_9.n_programme_id AS programme_id 
FROM written_9 UNION ALL SELECT 19 AS place, 'LegalStatus' AS type, written_10.n_id AS row_id, 'UPDATED' AS kind, written_10.n_programme_id AS programme_id 
FROM written_10 UNION ALL SELECT 21 AS place, 'SupportService' AS type, written_11.n_id AS row_id, 'UPDATED' AS kind, written_11.n_programme_id AS programme_id 
FROM written_11 UNION ALL SELECT 23 AS place, 'TemporaryStay' AS type, written_12.n_id AS row_id, 'UPDATED' AS kind, written_12.n_programme_id AS programme_id 
FROM written_12), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_70, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_personal_of_written_1) AS anon_71, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_2) AS anon_72, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_4) AS anon_73, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_5) AS anon_74, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_6) AS anon_75, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_7) AS anon_76, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_8) AS anon_77, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_9) AS anon_78, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_10) AS anon_79, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_11) AS anon_80, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_12) AS anon_81 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_66, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_67, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $14::UUID AS anon_68, 'correctDeath', $10::VARCHAR AS anon_69 
FROM touched, counter RETURNING number), 
written_3 AS 
(UPDATE home_stay SET ended_on=written_2.n_ended_on FROM go, written_2 WHERE home_stay.country_code = $1::VARCHAR AND home_stay.voided_at IS NULL AND go.one = 1 AND home_stay.id = written_2.n_id RETURNING new.ended_on AS n_ended_on, new.id AS n_id, old.ended_on AS o_ended_on, old.id AS o_id), 
written_13 AS 
(UPDATE home_stay SET ended_on=written_12.n_ended_on FROM go, written_12 WHERE home_stay.country_code = $1::VARCHAR AND home_stay.voided_at IS NULL AND go.one = 1 AND home_stay.id = written_12.n_id RETURNING new.ended_on AS n_ended_on, new.id AS n_id, old.ended_on AS o_ended_on, old.id AS o_id)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $13::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
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
FROM written_13)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_11.*) AS value 
FROM child AS child_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_4.*) AS value 
FROM placement AS placement_3, home AS home_2 JOIN LATERAL (SELECT (('Home_' || home_2.country_code) || '_') || CAST(home_2.id AS TEXT) AS id, home_2.name AS name) AS node_4 ON true 
WHERE placement_3.child_file_id = child_1.id AND placement_3.started_on <= $1::DATE AND (placement_3.ended_on IS NULL OR placement_3.ended_on > $1::DATE) AND placement_3.country_code = $2::VARCHAR AND placement_3.voided_at IS NULL AND home_2.id = placement_3.home_id AND home_2.country_code = $2::VARCHAR AND home_2.voided_at IS NULL) AS link_5 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_9.*) AS value 
FROM (SELECT coalesce(json_agg(rows_7.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_8.*) AS part_0 
FROM (SELECT placement_6.country_code AS country_code, placement_6.id AS id, placement_6.ended_on AS ended_on, placement_6.end_reason AS end_reason, placement_6.started_on AS order_0 
FROM placement AS placement_6 
WHERE placement_6.child_file_id = child_1.id AND placement_6.country_code = $2::VARCHAR AND placement_6.voided_at IS NULL ORDER BY placement_6.started_on DESC, placement_6.id DESC 
 LIMIT 1) AS page_7 JOIN LATERAL (SELECT (('Placement_' || page_7.country_code) || '_') || CAST(page_7.id AS TEXT) AS id, page_7.ended_on AS "endedOn", page_7.end_reason AS "endReason") AS node_8 ON true ORDER BY page_7.order_0 DESC, page_7.id DESC) AS rows_7) AS gathered_7 JOIN LATERAL (SELECT gathered_7.part_0 AS nodes) AS connection_9 ON true) AS link_10 ON true JOIN LATERAL (SELECT (('Child_' || child_1.country_code) || '_') || CAST(child_1.id AS TEXT) AS id, child_1.version AS version, child_1.died_on AS "diedOn", child_1.died_on_precision AS "diedOnPrecision", CAST(EXTRACT(year FROM age(CAST(least($1::DATE, child_1.died_on) AS TIMESTAMP WITHOUT TIME ZONE), CAST(child_1.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) AS age, link_5.value AS home, link_10.value AS placements) AS node_11 ON true 
WHERE child_1.country_code = $2::VARCHAR AND child_1.country_code = $3::VARCHAR AND child_1.id = $4::UUID) AS child, $5::JSON AS errors) AS answer
;

