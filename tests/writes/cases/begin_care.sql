WITH child_locked AS MATERIALIZED 
(SELECT child_held.id AS id 
FROM child AS child_held 
WHERE child_held.country_code = $1::VARCHAR AND child_held.voided_at IS NULL AND child_held.id = ANY (ARRAY[$2::UUID]) ORDER BY child_held.id FOR NO KEY UPDATE), 
home_locked AS MATERIALIZED 
(SELECT home_held.id AS id 
FROM home AS home_held 
WHERE home_held.country_code = $1::VARCHAR AND home_held.voided_at IS NULL AND home_held.id = ANY (ARRAY[$3::UUID]) ORDER BY home_held.id FOR NO KEY UPDATE)
 SELECT (SELECT count(*) AS count_1 
FROM child_locked) AS locked_0, (SELECT count(*) AS count_2 
FROM home_locked) AS locked_1
;

WITH child_read AS MATERIALIZED 
(SELECT true AS found, child_of_child.id AS id, child_of_child.programme_id AS programme_id, child_of_child.enrolled_on AS enrolled_on, child_of_child.birth_date AS birth_date, child_of_child.died_on AS died_on, child_of_child.died_on_precision AS died_on_precision 
FROM child AS child_of_child 
WHERE child_of_child.country_code = $1::VARCHAR AND child_of_child.voided_at IS NULL AND child_of_child.id = $18::UUID), 
home_read AS MATERIALIZED 
(SELECT true AS found, home_of_home.id AS id, home_of_home.programme_id AS programme_id, home_of_home.name AS name, home_of_home.form AS form, home_of_home.capacity AS capacity, home_of_home.opened_on AS opened_on, home_of_home.closed_on AS closed_on 
FROM home AS home_of_home 
WHERE home_of_home.country_code = $1::VARCHAR AND home_of_home.voided_at IS NULL AND home_of_home.id = $19::UUID), 
crowding_read AS MATERIALIZED 
(SELECT min(days.day) AS day 
FROM (SELECT stays.home_id AS home_id, turns.day AS day, lead(turns.day) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS until, sum(sum(stays.lives * turns.sign)) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS lives 
FROM (SELECT home_stay_3.home_id AS home_id, home_stay_3.started_on AS started_on, home_stay_3.ended_on AS ended_on, 1 AS lives 
FROM home_stay AS home_stay_3 
WHERE home_stay_3.country_code = $1::VARCHAR AND home_stay_3.voided_at IS NULL AND home_stay_3.home_id = (SELECT home_read.id 
FROM home_read) AND (home_stay_3.ended_on IS NULL OR home_stay_3.ended_on > $16::DATE) UNION ALL SELECT home_read.id AS id, $16::DATE AS anon_5, CAST(null AS DATE) AS "null", 1 
FROM home_read) AS stays JOIN LATERAL (VALUES (greatest(stays.started_on, $16::DATE), 1), (stays.ended_on, -1)) AS turns (day, sign) ON true 
WHERE turns.day IS NOT NULL GROUP BY stays.home_id, turns.day) AS days 
WHERE days.lives > (SELECT home_read.capacity 
FROM home_read)), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (child_read.found IS NOT true) THEN 'child_is_there' ELSE null END, CASE WHEN (($6::TEXT[] IS NULL OR $6::TEXT[] IS NULL OR NOT ($6::TEXT[] <@ ARRAY['POVERTY', 'DISABILITY_OF_CHILD']::text[]) OR $16::DATE <= $17::DATE) IS NOT true) THEN 'not_for_poverty_alone' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM care_episode AS care_episode_1 
WHERE care_episode_1.country_code = $1::VARCHAR AND care_episode_1.voided_at IS NULL AND care_episode_1.child_file_id = child_read.id AND (care_episode_1.ended_on IS NULL OR care_episode_1.ended_on > $16::DATE)))) IS NOT true) THEN 'one_at_a_time' ELSE null END, CASE WHEN ((child_read.birth_date IS NULL OR child_read.birth_date <= $16::DATE) IS NOT true) THEN 'started_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((child_read.died_on IS NULL OR null IS NOT NULL AND null <= least(CASE WHEN (child_read.died_on_precision = 'MONTH') THEN CAST(child_read.died_on + interval '1 month -1 day' AS DATE) WHEN (child_read.died_on_precision = 'YEAR') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) WHEN (child_read.died_on_precision = 'ESTIMATED') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) ELSE child_read.died_on END, $17::DATE) + 1) IS NOT true) THEN 'ended_on_in_the_life_of_child_id' ELSE null END, CASE WHEN (home_read.found IS NOT true) THEN 'home_is_there' ELSE null END, CASE WHEN (($5::UUID IS NOT NULL OR $16::DATE <= $17::DATE) IS NOT true) THEN 'placement_in_episode' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM placement AS placement_2 
WHERE placement_2.country_code = $1::VARCHAR AND placement_2.voided_at IS NULL AND placement_2.child_file_id = child_read.id AND (placement_2.ended_on IS NULL OR placement_2.ended_on > $16::DATE)))) IS NOT true) THEN 'no_other_placement' ELSE null END, CASE WHEN ((home_read.opened_on <= $16::DATE AND home_read.closed_on IS NULL) IS NOT true) THEN 'home_is_open' ELSE null END, CASE WHEN (($16::DATE <= $16::DATE AND (null IS NULL OR $16::DATE < null)) IS NOT true) THEN 'started_on_inside_care_episode_id' ELSE null END, CASE WHEN (($5::UUID IS NULL OR child_read.id = child_read.id) IS NOT true) THEN 'care_episode_id_of_the_same_child_id' ELSE null END, CASE WHEN ((($16::DATE < child_read.enrolled_on) IS NOT true) IS NOT true) THEN 'admission_is_earlier' ELSE null END, CASE WHEN ((crowding_read.day IS NULL) IS NOT true) THEN 'home_has_room' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN child_read ON true LEFT OUTER JOIN home_read ON true LEFT OUTER JOIN crowding_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_6, $2::VARCHAR AS anon_7, $3::VARCHAR AS anon_8, $20::VARCHAR AS anon_9, $21::VARCHAR AS anon_10, $22::VARCHAR AS anon_11, $23::TEXT[] AS anon_12, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(INSERT INTO care_episode (country_code, id, child_id, programme_id, reasons, primary_reason, emergency, entered_from, referred_by, parents_at_entry, disabled_at_entry, family_locality, family_latitude_e2, family_longitude_e2, started_on) SELECT $1::VARCHAR AS country_code, $5::UUID AS id, child_read.id AS child_id, child_read.programme_id AS programme_id, $6::TEXT[] AS reasons, $7::VARCHAR AS primary_reason, coalesce($8::VARCHAR, 'NOT_KNOWN') AS emergency, $9::VARCHAR AS entered_from, $10::VARCHAR AS referred_by, $11::VARCHAR AS parents_at_entry, coalesce($12::VARCHAR, 'NOT_KNOWN') AS disabled_at_entry, $13::VARCHAR AS family_locality, $14::BIGINT AS family_latitude_e2, $15::BIGINT AS family_longitude_e2, $16::DATE AS started_on 
FROM go, child_read RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, reasons AS n_reasons, primary_reason AS n_primary_reason, emergency AS n_emergency, entered_from AS n_entered_from, referred_by AS n_referred_by, parents_at_entry AS n_parents_at_entry, disabled_at_entry AS n_disabled_at_entry, family_locality AS n_family_locality, family_latitude_e2 AS n_family_latitude_e2, family_longitude_e2 AS n_family_longitude_e2, started_on AS n_started_on, version AS n_version), 
history_personal_of_written_1 AS 
(INSERT INTO history_personal (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'CareEpisode', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'beginCare', null, null, jsonb_build_object('familyLocality', written_1.n_family_locality) - $4::TEXT[] AS anon_4 
FROM written_1 RETURNING row_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_13, 'CareEpisode', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_14, $3::VARCHAR AS anon_15, 'beginCare', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_1.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_1.n_programme_id AS TEXT), 'reasons', written_1.n_reasons, 'primaryReason', written_1.n_primary_reason, 'emergency', written_1.n_emergency, 'enteredFrom', written_1.n_entered_from, 'referredBy', written_1.n_referred_by, 'parentsAtEntry', written_1.n_parents_at_entry, 'disabledAtEntry', written_1.n_disabled_at_entry, 'familyLatitudeE2', written_1.n_family_latitude_e2, 'familyLongitudeE2', written_1.n_family_longitude_e2, 'startedOn', written_1.n_started_on) - $4::TEXT[] AS anon_16 
FROM written_1 RETURNING row_id), 
written_2 AS 
(INSERT INTO placement (country_code, id, child_id, care_episode_id, home_id, programme_id, home_name, started_on, start_reason) SELECT $1::VARCHAR AS country_code, $24::UUID AS id, child_read.id AS child_id, $5::UUID AS care_episode_id, home_read.id AS home_id, child_read.programme_id AS programme_id, home_read.name AS home_name, $16::DATE AS started_on, coalesce($25::VARCHAR, 'ADMISSION') AS start_reason 
FROM go, child_read, home_read, (SELECT count(*) AS rows 
FROM written_1) AS after_written_1 RETURNING id AS n_id, child_id AS n_child_id, care_episode_id AS n_care_episode_id, home_id AS n_home_id, programme_id AS n_programme_id, home_name AS n_home_name, started_on AS n_started_on, start_reason AS n_start_reason, version AS n_version), 
history_sensitive_of_written_2 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_17, 'Placement', written_2.n_id AS n_id, written_2.n_version AS n_version, written_2.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_18, $3::VARCHAR AS anon_19, 'beginCare', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_2.n_child_id AS TEXT), 'careEpisode', (('CareEpisode_' || $1::VARCHAR) || '_') || CAST(written_2.n_care_episode_id AS TEXT), 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_2.n_home_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_2.n_programme_id AS TEXT), 'homeName', written_2.n_home_name, 'startedOn', written_2.n_started_on, 'startReason', written_2.n_start_reason) AS jsonb_build_object_1 
FROM written_2 RETURNING row_id), 
written_4 AS 
(UPDATE child SET version=(child.version + 1), updated_at=now(), reason_for_care=$7::VARCHAR FROM go, child_read WHERE child.country_code = $1::VARCHAR AND child.voided_at IS NULL AND go.one = 1 AND child.id = child_read.id AND $7::VARCHAR IS NOT NULL AND child.reason_for_care IS DISTINCT FROM $7::VARCHAR RETURNING new.reason_for_care AS n_reason_for_care, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, old.reason_for_care AS o_reason_for_care, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id), 
history_sensitive_of_written_4 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_20, 'Child', written_4.n_id AS n_id, written_4.n_version AS n_version, written_4.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_21, $3::VARCHAR AS anon_22, 'beginCare', null, jsonb_build_object('reasonForCare', written_4.o_reason_for_care) AS jsonb_build_object_2, jsonb_build_object('reasonForCare', written_4.n_reason_for_care) AS jsonb_build_object_3 
FROM written_4 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'CareEpisode' AS type, written_1.n_id AS row_id, 'CREATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 3 AS place, 'Placement' AS type, written_2.n_id AS row_id, 'CREATED' AS kind, written_2.n_programme_id AS programme_id 
FROM written_2 UNION ALL SELECT 7 AS place, 'Child' AS type, written_4.n_id AS row_id, 'UPDATED' AS kind, written_4.n_programme_id AS programme_id 
FROM written_4), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_27, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_personal_of_written_1) AS anon_28, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_29, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_2) AS anon_30, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_4) AS anon_31 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_23, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_24, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $26::UUID AS anon_25, 'beginCare', $20::VARCHAR AS anon_26 
FROM touched, counter RETURNING number), 
written_3 AS 
(INSERT INTO home_stay (country_code, id, home_id, started_on) SELECT $1::VARCHAR AS country_code, written_2.n_id AS id, written_2.n_home_id AS home_id, written_2.n_started_on AS started_on 
FROM go, written_2 RETURNING id AS n_id, home_id AS n_home_id, started_on AS n_started_on)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $23::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2), (SELECT count(*) AS count_4 
FROM written_3), (SELECT count(*) AS count_5 
FROM written_4)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_13.*) AS value 
FROM care_episode AS care_episode_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_11.*) AS value 
FROM child AS child_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_5.*) AS value 
FROM placement AS placement_4, home AS home_3 JOIN LATERAL (SELECT (('Home_' || home_3.country_code) || '_') || CAST(home_3.id AS TEXT) AS id, home_3.name AS name) AS node_5 ON true 
WHERE placement_4.child_file_id = child_2.id AND placement_4.started_on <= $1::DATE AND (placement_4.ended_on IS NULL OR placement_4.ended_on > $1::DATE) AND placement_4.country_code = $2::VARCHAR AND placement_4.voided_at IS NULL AND home_3.id = placement_4.home_id AND home_3.country_code = $2::VARCHAR AND home_3.voided_at IS NULL) AS link_6 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_9.*) AS value 
FROM caregiver_assignment AS caregiver_assignment_8, caregiver AS caregiver_7 JOIN LATERAL (SELECT caregiver_7.given_name AS "givenName") AS node_9 ON true 
WHERE caregiver_assignment_8.child_file_id = child_2.id AND caregiver_assignment_8.started_on <= $1::DATE AND (caregiver_assignment_8.ended_on IS NULL OR caregiver_assignment_8.ended_on > $1::DATE) AND caregiver_assignment_8.country_code = $2::VARCHAR AND caregiver_assignment_8.voided_at IS NULL AND caregiver_7.id = caregiver_assignment_8.caregiver_id AND caregiver_7.country_code = $2::VARCHAR AND caregiver_7.voided_at IS NULL) AS link_10 ON true JOIN LATERAL (SELECT (('Child_' || child_2.country_code) || '_') || CAST(child_2.id AS TEXT) AS id, link_6.value AS home, link_10.value AS "keyCarer") AS node_11 ON true 
WHERE child_2.id = care_episode_1.child_file_id AND child_2.country_code = $2::VARCHAR AND child_2.voided_at IS NULL) AS link_12 ON true JOIN LATERAL (SELECT (('CareEpisode_' || care_episode_1.country_code) || '_') || CAST(care_episode_1.id AS TEXT) AS id, care_episode_1.version AS version, care_episode_1.started_on AS "startedOn", care_episode_1.reasons AS reasons, care_episode_1.primary_reason AS "primaryReason", care_episode_1.entered_from AS "enteredFrom", link_12.value AS child) AS node_13 ON true 
WHERE care_episode_1.country_code = $2::VARCHAR AND care_episode_1.country_code = $3::VARCHAR AND care_episode_1.id = $4::UUID) AS "careEpisode", $5::JSON AS errors) AS answer
;

