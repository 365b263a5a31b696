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
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (home_read.found IS NOT true) THEN 'home_is_there' ELSE null END, CASE WHEN ((home_read.opened_on <= $4::DATE AND (home_read.closed_on IS NULL OR $4::DATE < home_read.closed_on OR null IS NOT NULL AND $4::DATE <= home_read.closed_on AND null = $4::DATE)) IS NOT true) THEN 'started_on_inside_home_id' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN home_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_6, $2::VARCHAR AS anon_7, $3::VARCHAR AS anon_8, $6::VARCHAR AS anon_9, $7::VARCHAR AS anon_10, $8::VARCHAR AS anon_11, $9::TEXT[] AS anon_12, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE home_address SET version=(home_address.version + 1), updated_at=now(), ended_on=$4::DATE FROM go WHERE home_address.country_code = $1::VARCHAR AND home_address.voided_at IS NULL AND go.one = 1 AND home_address.home_id = (SELECT home_read.id 
FROM home_read) AND home_address.started_on < $4::DATE AND (home_address.ended_on IS NULL OR home_address.ended_on > $4::DATE) RETURNING new.ended_on AS n_ended_on, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.home_id AS n_home_id, new.locality AS n_locality, new.started_on AS n_started_on, new.voided_at AS n_voided_at, old.ended_on AS o_ended_on, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.home_id AS o_home_id, old.locality AS o_locality, old.started_on AS o_started_on, old.voided_at AS o_voided_at), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'HomeAddress', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'moveHome', null, jsonb_build_object('endedOn', written_1.o_ended_on) - CAST(ARRAY[CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END] AS TEXT[]) AS anon_4, jsonb_build_object('endedOn', written_1.n_ended_on) - CAST(ARRAY[CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END] AS TEXT[]) AS anon_5 
FROM written_1 RETURNING row_id), 
written_2 AS 
(INSERT INTO home_address (country_code, id, home_id, programme_id, locality, latitude_e2, longitude_e2, started_on) SELECT $1::VARCHAR AS country_code, $11::UUID AS id, home_read.id AS home_id, home_read.programme_id AS programme_id, $12::VARCHAR AS locality, $13::BIGINT AS latitude_e2, $14::BIGINT AS longitude_e2, $4::DATE AS started_on 
FROM go, home_read, (SELECT count(*) AS rows 
FROM written_1) AS after_written_1 RETURNING id AS n_id, home_id AS n_home_id, programme_id AS n_programme_id, locality AS n_locality, latitude_e2 AS n_latitude_e2, longitude_e2 AS n_longitude_e2, started_on AS n_started_on, version AS n_version, voided_at AS n_voided_at), 
history_sensitive_of_written_2 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_13, 'HomeAddress', written_2.n_id AS n_id, written_2.n_version AS n_version, written_2.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_14, $3::VARCHAR AS anon_15, 'moveHome', null, null, jsonb_build_object('home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_2.n_home_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_2.n_programme_id AS TEXT), 'locality', written_2.n_locality, 'latitudeE2', written_2.n_latitude_e2, 'longitudeE2', written_2.n_longitude_e2, 'startedOn', written_2.n_started_on) - $10::TEXT[] AS anon_16 
FROM written_2 RETURNING row_id), 
written_3 AS 
(UPDATE placement SET version=(placement.version + 1), updated_at=now(), distance_km=CAST(round(12742.0 * asin(sqrt(CASE WHEN (power(sin((radians($13::BIGINT / CAST(100.0 AS NUMERIC)) - radians((SELECT care_episode_1.family_latitude_e2 
FROM care_episode AS care_episode_1 
WHERE care_episode_1.country_code = $1::VARCHAR AND care_episode_1.voided_at IS NULL AND care_episode_1.id = placement.care_episode_id) / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) + cos(radians((SELECT care_episode_1.family_latitude_e2 
FROM care_episode AS care_episode_1 
WHERE care_episode_1.country_code = $1::VARCHAR AND care_episode_1.voided_at IS NULL AND care_episode_1.id = placement.care_episode_id) / CAST(100.0 AS NUMERIC))) * cos(radians($13::BIGINT / CAST(100.0 AS NUMERIC))) * power(sin((radians($14::BIGINT / CAST(100.0 AS NUMERIC)) - radians((SELECT care_episode_1.family_longitude_e2 
FROM care_episode AS care_episode_1 
WHERE care_episode_1.country_code = $1::VARCHAR AND care_episode_1.voided_at IS NULL AND care_episode_1.id = placement.care_episode_id) / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) > 1.0) THEN 1.0 ELSE power(sin((radians($13::BIGINT / CAST(100.0 AS NUMERIC)) - radians((SELECT care_episode_1.family_latitude_e2 
FROM care_episode AS care_episode_1 
WHERE care_episode_1.country_code = $1::VARCHAR AND care_episode_1.voided_at IS NULL AND care_episode_1.id = placement.care_episode_id) / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) + cos(radians((SELECT care_episode_1.family_latitude_e2 
FROM care_episode AS care_episode_1 
WHERE care_episode_1.country_code = $1::VARCHAR AND care_episode_1.voided_at IS NULL AND care_episode_1.id = placement.care_episode_id) / CAST(100.0 AS NUMERIC))) * cos(radians($13::BIGINT / CAST(100.0 AS NUMERIC))) * power(sin((radians($14::BIGINT / CAST(100.0 AS NUMERIC)) - radians((SELECT care_episode_1.family_longitude_e2 
FROM care_episode AS care_episode_1 
WHERE care_episode_1.country_code = $1::VARCHAR AND care_episode_1.voided_at IS NULL AND care_episode_1.id = placement.care_episode_id) / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) END))) AS INTEGER) FROM go WHERE placement.country_code = $1::VARCHAR AND placement.voided_at IS NULL AND go.one = 1 AND placement.home_id = (SELECT home_read.id 
FROM home_read) AND (placement.ended_on IS NULL OR placement.ended_on > $4::DATE) AND placement.distance_km IS DISTINCT FROM CAST(round(12742.0 * asin(sqrt(CASE WHEN (power(sin((radians($13::BIGINT / CAST(100.0 AS NUMERIC)) - radians((SELECT care_episode_1.family_latitude_e2 
FROM care_episode AS care_episode_1 
WHERE care_episode_1.country_code = $1::VARCHAR AND care_episode_1.voided_at IS NULL AND care_episode_1.id = placement.care_episode_id) / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) + cos(radians((SELECT care_episode_1.family_latitude_e2 
FROM care_episode AS care_episode_1 
WHERE care_episode_1.country_code = $1::VARCHAR AND care_episode_1.voided_at IS NULL AND care_episode_1.id = placement.care_episode_id) / CAST(100.0 AS NUMERIC))) * cos(radians($13::BIGINT / CAST(100.0 AS NUMERIC))) * power(sin((radians($14::BIGINT / CAST(100.0 AS NUMERIC)) - radians((SELECT care_episode_1.family_longitude_e2 
FROM care_episode AS care_episode_1 
WHERE care_episode_1.country_code = $1::VARCHAR AND care_episode_1.voided_at IS NULL AND care_episode_1.id = placement.care_episode_id) / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) > 1.0) THEN 1.0 ELSE power(sin((radians($13::BIGINT / CAST(100.0 AS NUMERIC)) - radians((SELECT care_episode_1.family_latitude_e2 
FROM care_episode AS care_episode_1 
WHERE care_episode_1.country_code = $1::VARCHAR AND care_episode_1.voided_at IS NULL AND care_episode_1.id = placement.care_episode_id) / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) + cos(radians((SELECT care_episode_1.family_latitude_e2 
FROM care_episode AS care_episode_1 
WHERE care_episode_1.country_code = $1::VARCHAR AND care_episode_1.voided_at IS NULL AND care_episode_1.id = placement.care_episode_id) / CAST(100.0 AS NUMERIC))) * cos(radians($13::BIGINT / CAST(100.0 AS NUMERIC))) * power(sin((radians($14::BIGINT / CAST(100.0 AS NUMERIC)) - radians((SELECT care_episode_1.family_longitude_e2 
FROM care_episode AS care_episode_1 
WHERE care_episode_1.country_code = $1::VARCHAR AND care_episode_1.voided_at IS NULL AND care_episode_1.id = placement.care_episode_id) / CAST(100.0 AS NUMERIC))) / CAST(2.0 AS NUMERIC)), 2.0) END))) AS INTEGER) RETURNING new.distance_km AS n_distance_km, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.distance_km AS o_distance_km, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_3 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_17, 'Placement', written_3.n_id AS n_id, written_3.n_version AS n_version, written_3.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_18, $3::VARCHAR AS anon_19, 'moveHome', null, jsonb_build_object('distanceKm', written_3.o_distance_km) - CAST(ARRAY[CASE WHEN (written_3.n_distance_km IS NOT DISTINCT FROM written_3.o_distance_km) THEN 'distanceKm' END] AS TEXT[]) AS anon_20, jsonb_build_object('distanceKm', written_3.n_distance_km) - CAST(ARRAY[CASE WHEN (written_3.n_distance_km IS NOT DISTINCT FROM written_3.o_distance_km) THEN 'distanceKm' END] AS TEXT[]) AS anon_21 
FROM written_3 RETURNING row_id), 
live_read AS MATERIALIZED 
(SELECT placement_2.child_file_id AS child_id, placement_2.programme_id AS programme_id, placement_2.care_episode_id AS care_episode_id 
FROM placement AS placement_2 
WHERE placement_2.country_code = $1::VARCHAR AND placement_2.voided_at IS NULL AND placement_2.home_id = (SELECT home_read.id 
FROM home_read) AND placement_2.started_on <= $4::DATE AND (placement_2.ended_on IS NULL OR placement_2.ended_on > greatest($4::DATE, $15::DATE))), 
written_4 AS 
(INSERT INTO task (country_code, id, child_id, programme_id, care_episode_id, kind, title, due_on) SELECT $1::VARCHAR AS country_code, uuidv7() AS id, live_read.child_id AS child_id, live_read.programme_id AS programme_id, live_read.care_episode_id AS care_episode_id, 'OTHER' AS kind, 'The home moves: look at school, contact with the family and doctor.' AS title, greatest($4::DATE, $15::DATE) AS due_on 
FROM go, live_read RETURNING id AS n_id, child_id AS n_child_id, programme_id AS n_programme_id, care_episode_id AS n_care_episode_id, kind AS n_kind, title AS n_title, due_on AS n_due_on, version AS n_version), 
history_sensitive_of_written_4 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_22, 'Task', written_4.n_id AS n_id, written_4.n_version AS n_version, written_4.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_23, $3::VARCHAR AS anon_24, 'moveHome', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_4.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_4.n_programme_id AS TEXT), 'careEpisode', (('CareEpisode_' || $1::VARCHAR) || '_') || CAST(written_4.n_care_episode_id AS TEXT), 'kind', written_4.n_kind, 'title', written_4.n_title, 'dueOn', written_4.n_due_on) AS jsonb_build_object_1 
FROM written_4 RETURNING row_id), 
written_5 AS 
(UPDATE home SET version=(home.version + 1), updated_at=now(), locality=coalesce((SELECT of_home_address_4.locality 
FROM (SELECT home_address_3.id AS id, home_address_3.locality AS locality, home_address_3.started_on AS started_on 
FROM home_address AS home_address_3 
WHERE home_address_3.country_code = $1::VARCHAR AND home_address_3.voided_at IS NULL AND home_address_3.home_id = home.id AND (home_address_3.id NOT IN (SELECT written_2.n_id 
FROM written_2)) UNION ALL SELECT written_2.n_id AS id, written_2.n_locality AS locality, written_2.n_started_on AS started_on 
FROM written_2 
WHERE written_2.n_home_id = home.id AND written_2.n_voided_at IS NULL) AS of_home_address_4 
WHERE of_home_address_4.started_on <= $15::DATE ORDER BY of_home_address_4.started_on DESC, of_home_address_4.id DESC 
 LIMIT 1), home.locality) FROM go WHERE home.country_code = $1::VARCHAR AND home.voided_at IS NULL AND go.one = 1 AND home.id IN (SELECT written_2.n_home_id 
FROM written_2) AND home.locality IS DISTINCT FROM coalesce((SELECT of_home_address_4.locality 
FROM (SELECT home_address_3.id AS id, home_address_3.locality AS locality, home_address_3.started_on AS started_on 
FROM home_address AS home_address_3 
WHERE home_address_3.country_code = $1::VARCHAR AND home_address_3.voided_at IS NULL AND home_address_3.home_id = home.id AND (home_address_3.id NOT IN (SELECT written_2.n_id 
FROM written_2)) UNION ALL SELECT written_2.n_id AS id, written_2.n_locality AS locality, written_2.n_started_on AS started_on 
FROM written_2 
WHERE written_2.n_home_id = home.id AND written_2.n_voided_at IS NULL) AS of_home_address_4 
WHERE of_home_address_4.started_on <= $15::DATE ORDER BY of_home_address_4.started_on DESC, of_home_address_4.id DESC 
 LIMIT 1), home.locality) RETURNING new.locality AS n_locality, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, old.locality AS o_locality, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id), 
history_sensitive_of_written_5 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_25, 'Home', written_5.n_id AS n_id, written_5.n_version AS n_version, written_5.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_26, $3::VARCHAR AS anon_27, 'moveHome', null, jsonb_build_object('locality', written_5.o_locality) - CAST(ARRAY[CASE WHEN (written_5.n_locality IS NOT DISTINCT FROM written_5.o_locality) THEN 'locality' END] AS TEXT[]) AS anon_28, jsonb_build_object('locality', written_5.n_locality) - CAST(ARRAY[CASE WHEN (written_5.n_locality IS NOT DISTINCT FROM written_5.o_locality) THEN 'locality' END] AS TEXT[]) AS anon_29 
FROM written_5 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'HomeAddress' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 3 AS place, 'HomeAddress' AS type, written_2.n_id AS row_id, 'CREATED' AS kind, written_2.n_programme_id AS programme_id 
FROM written_2 UNION ALL SELECT 5 AS place, 'Placement' AS type, written_3.n_id AS row_id, 'UPDATED' AS kind, written_3.n_programme_id AS programme_id 
FROM written_3 UNION ALL SELECT 7 AS place, 'Task' AS type, written_4.n_id AS row_id, 'CREATED' AS kind, written_4.n_programme_id AS programme_id 
FROM written_4 UNION ALL SELECT 9 AS place, 'Home' AS type, written_5.n_id AS row_id, 'UPDATED' AS kind, written_5.n_programme_id AS programme_id 
FROM written_5), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_34, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_35, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_2) AS anon_36, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_3) AS anon_37, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_4) AS anon_38, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_5) AS anon_39 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_30, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_31, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $16::UUID AS anon_32, 'moveHome', $6::VARCHAR AS anon_33 
FROM touched, counter RETURNING number)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $9::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2), (SELECT count(*) AS count_4 
FROM written_3), (SELECT count(*) AS count_5 
FROM written_4), (SELECT count(*) AS count_6 
FROM written_5)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_2.*) AS value 
FROM home_address AS home_address_1 JOIN LATERAL (SELECT (('HomeAddress_' || home_address_1.country_code) || '_') || CAST(home_address_1.id AS TEXT) AS id, home_address_1.locality AS locality, home_address_1.started_on AS "startedOn", home_address_1.ended_on AS "endedOn") AS node_2 ON true 
WHERE home_address_1.country_code = $1::VARCHAR AND home_address_1.country_code = $2::VARCHAR AND home_address_1.id = $3::UUID) AS "homeAddress", $4::JSON AS errors) AS answer
;

