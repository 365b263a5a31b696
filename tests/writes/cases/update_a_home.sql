WITH home_locked AS MATERIALIZED 
(SELECT home_held.id AS id 
FROM home AS home_held 
WHERE home_held.country_code = $1::VARCHAR AND home_held.voided_at IS NULL AND home_held.id = ANY (ARRAY[$2::UUID]) ORDER BY home_held.id FOR NO KEY UPDATE)
 SELECT (SELECT count(*) AS count_1 
FROM home_locked) AS locked_0
;

WITH own_read AS MATERIALIZED 
(SELECT true AS found, home_of_own.id AS id, home_of_own.version AS version, home_of_own.voided_at AS voided_at, home_of_own.capacity AS capacity 
FROM home AS home_of_own 
WHERE home_of_own.country_code = $1::VARCHAR AND home_of_own.id = $6::UUID), 
crowding_read AS MATERIALIZED 
(SELECT min(days.day) AS day 
FROM (SELECT stays.home_id AS home_id, turns.day AS day, lead(turns.day) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS until, sum(sum(stays.lives * turns.sign)) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS lives 
FROM (SELECT home_stay_1.home_id AS home_id, home_stay_1.started_on AS started_on, home_stay_1.ended_on AS ended_on, 1 AS lives 
FROM home_stay AS home_stay_1 
WHERE home_stay_1.country_code = $1::VARCHAR AND home_stay_1.voided_at IS NULL AND home_stay_1.home_id = (SELECT size.id 
FROM (SELECT own_read.id AS id, $4::BIGINT AS capacity 
FROM own_read) AS size) AND (home_stay_1.ended_on IS NULL OR home_stay_1.ended_on > $7::DATE) UNION ALL SELECT size.id AS id, $7::DATE AS anon_6, CAST(null AS DATE) AS "null", 0 
FROM (SELECT own_read.id AS id, $4::BIGINT AS capacity 
FROM own_read) AS size) AS stays JOIN LATERAL (VALUES (greatest(stays.started_on, $7::DATE), 1), (stays.ended_on, -1)) AS turns (day, sign) ON true 
WHERE turns.day IS NOT NULL GROUP BY stays.home_id, turns.day) AS days 
WHERE days.lives > (SELECT size.capacity 
FROM (SELECT own_read.id AS id, $4::BIGINT AS capacity 
FROM own_read) AS size)), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (own_read.found IS NOT true) THEN 'own_is_there' ELSE null END, CASE WHEN ((own_read.version = $5::BIGINT) IS NOT true) THEN 'own_is_as_seen' ELSE null END, CASE WHEN ((own_read.voided_at IS NULL) IS NOT true) THEN 'own_is_not_void' ELSE null END, CASE WHEN ((crowding_read.day IS NULL OR own_read.capacity <= $4::BIGINT) IS NOT true) THEN 'home_has_room' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN own_read ON true LEFT OUTER JOIN crowding_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_7, $2::VARCHAR AS anon_8, $3::VARCHAR AS anon_9, $8::VARCHAR AS anon_10, $9::VARCHAR AS anon_11, $10::VARCHAR AS anon_12, $11::TEXT[] AS anon_13, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE home SET version=(home.version + 1), updated_at=now(), capacity=$4::BIGINT FROM go, own_read WHERE home.country_code = $1::VARCHAR AND home.voided_at IS NULL AND go.one = 1 AND home.id = own_read.id AND home.version = own_read.version RETURNING new.capacity AS n_capacity, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, old.capacity AS o_capacity, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id), 
history_plain_of_written_1 AS 
(INSERT INTO history_plain (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Home', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'updateHome', null, jsonb_build_object('capacity', written_1.o_capacity) - CAST(ARRAY[CASE WHEN (written_1.n_capacity IS NOT DISTINCT FROM written_1.o_capacity) THEN 'capacity' END] AS TEXT[]) AS anon_4, jsonb_build_object('capacity', written_1.n_capacity) - CAST(ARRAY[CASE WHEN (written_1.n_capacity IS NOT DISTINCT FROM written_1.o_capacity) THEN 'capacity' END] AS TEXT[]) AS anon_5 
FROM written_1 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'Home' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_18, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_plain_of_written_1) AS anon_19 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_14, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_15, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $12::UUID AS anon_16, 'updateHome', $8::VARCHAR AS anon_17 
FROM touched, counter RETURNING number)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $11::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_3.*) AS value 
FROM home AS home_1 JOIN LATERAL (SELECT (('Home_' || home_1.country_code) || '_') || CAST(home_1.id AS TEXT) AS id, home_1.version AS version, home_1.name AS name, home_1.form AS form, home_1.capacity AS capacity, (SELECT count(*) AS count_1 
FROM home_stay AS home_stay_2 
WHERE home_stay_2.country_code = home_1.country_code AND home_stay_2.home_id = home_1.id AND home_stay_2.started_on <= $1::DATE AND (home_stay_2.ended_on IS NULL OR home_stay_2.ended_on > $1::DATE) AND home_stay_2.country_code = $2::VARCHAR AND home_stay_2.voided_at IS NULL) AS occupancy, home_1.closed_on AS "closedOn") AS node_3 ON true 
WHERE home_1.country_code = $2::VARCHAR AND home_1.country_code = $3::VARCHAR AND home_1.id = $4::UUID) AS home, $5::JSON AS errors) AS answer
;

