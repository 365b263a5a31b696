WITH child_locked AS MATERIALIZED 
(SELECT child_held.id AS id 
FROM child AS child_held 
WHERE child_held.country_code = $1::VARCHAR AND child_held.voided_at IS NULL AND child_held.id = ANY ($2::UUID[]) ORDER BY child_held.id FOR NO KEY UPDATE), 
home_locked AS MATERIALIZED 
(SELECT home_held.id AS id 
FROM home AS home_held 
WHERE home_held.country_code = $1::VARCHAR AND home_held.voided_at IS NULL AND home_held.id = ANY (ARRAY[$3::UUID]) ORDER BY home_held.id FOR NO KEY UPDATE)
 SELECT (SELECT count(*) AS count_1 
FROM child_locked) AS locked_0, (SELECT count(*) AS count_2 
FROM home_locked) AS locked_1
;

WITH children_read AS MATERIALIZED 
(SELECT child_1.id AS id, child_1.programme_id AS programme_id, child_1.enrolled_on AS enrolled_on, child_1.birth_date AS birth_date, child_1.died_on AS died_on, child_1.died_on_precision AS died_on_precision, (coalesce($6::UUID[]))[array_position($7::UUID[], child_1.id)] AS placement_id 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL AND child_1.id = ANY ($7::UUID[])), 
stays_read AS MATERIALIZED 
(SELECT placement_2.id AS id, placement_2.child_file_id AS child_id, placement_2.home_id AS home_id 
FROM placement AS placement_2, children_read 
WHERE placement_2.country_code = $1::VARCHAR AND placement_2.voided_at IS NULL AND placement_2.child_file_id = children_read.id AND placement_2.started_on < $4::DATE AND (placement_2.ended_on IS NULL OR placement_2.ended_on > $4::DATE)), 
home_read AS MATERIALIZED 
(SELECT true AS found, home_of_home.id AS id, home_of_home.programme_id AS programme_id, home_of_home.name AS name, home_of_home.capacity AS capacity, home_of_home.opened_on AS opened_on, home_of_home.closed_on AS closed_on 
FROM home AS home_of_home 
WHERE home_of_home.country_code = $1::VARCHAR AND home_of_home.voided_at IS NULL AND home_of_home.id = $8::UUID), 
child_read AS MATERIALIZED 
(SELECT true AS found, child_of_child.id AS id 
FROM child AS child_of_child 
WHERE child_of_child.country_code = $1::VARCHAR AND child_of_child.voided_at IS NULL AND child_of_child.id = $10::UUID), 
crowding_read AS MATERIALIZED 
(SELECT min(days.day) AS day 
FROM (SELECT stays.home_id AS home_id, turns.day AS day, lead(turns.day) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS until, sum(sum(stays.lives * turns.sign)) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS lives 
FROM (SELECT home_stay_5.home_id AS home_id, home_stay_5.started_on AS started_on, home_stay_5.ended_on AS ended_on, 1 AS lives 
FROM home_stay AS home_stay_5 
WHERE home_stay_5.country_code = $1::VARCHAR AND home_stay_5.voided_at IS NULL AND home_stay_5.home_id = (SELECT home_read.id 
FROM home_read) AND (home_stay_5.ended_on IS NULL OR home_stay_5.ended_on > $4::DATE) UNION ALL SELECT home_read.id AS id, $4::DATE AS anon_4, CAST(null AS DATE) AS "null", 1 
FROM home_read) AS stays JOIN LATERAL (VALUES (greatest(stays.started_on, $4::DATE), 1), (stays.ended_on, -1)) AS turns (day, sign) ON true 
WHERE turns.day IS NOT NULL GROUP BY stays.home_id, turns.day) AS days 
WHERE days.lives > (SELECT home_read.capacity 
FROM home_read)), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (child_read.found IS NOT true) THEN 'child_is_there' ELSE null END, CASE WHEN (home_read.found IS NOT true) THEN 'home_is_there' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM stays_read 
WHERE stays_read.home_id = (SELECT home_read.id 
FROM home_read)))) IS NOT true) THEN 'child_lives_elsewhere' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM placement AS placement_3, children_read 
WHERE placement_3.country_code = $1::VARCHAR AND placement_3.voided_at IS NULL AND placement_3.child_file_id = children_read.id AND (placement_3.ended_on IS NULL OR placement_3.ended_on > $4::DATE) AND placement_3.started_on >= $4::DATE))) IS NOT true) THEN 'no_other_placement' ELSE null END, CASE WHEN ((home_read.opened_on <= $4::DATE AND home_read.closed_on IS NULL) IS NOT true) THEN 'home_is_open' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read, programme AS programme_4 
WHERE programme_4.country_code = $1::VARCHAR AND programme_4.voided_at IS NULL AND programme_4.id = children_read.programme_id AND (programme_4.started_on <= $4::DATE AND (programme_4.ended_on IS NULL OR programme_4.ended_on > $4::DATE) OR $4::DATE < $4::DATE) IS NOT true))) IS NOT true) THEN 'programme_runs' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE (children_read.birth_date IS NULL OR children_read.birth_date <= $4::DATE) IS NOT true))) IS NOT true) THEN 'started_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE (children_read.died_on IS NULL OR null IS NOT NULL AND null <= least(CASE WHEN (children_read.died_on_precision = 'MONTH') THEN CAST(children_read.died_on + interval '1 month -1 day' AS DATE) WHEN (children_read.died_on_precision = 'YEAR') THEN CAST(children_read.died_on + interval '1 year -1 day' AS DATE) WHEN (children_read.died_on_precision = 'ESTIMATED') THEN CAST(children_read.died_on + interval '1 year -1 day' AS DATE) ELSE children_read.died_on END, $9::DATE) + 1) IS NOT true))) IS NOT true) THEN 'ended_on_in_the_life_of_child_id' ELSE null END, CASE WHEN (((NOT (NOT (EXISTS (SELECT 1 
FROM children_read 
WHERE ($4::DATE >= children_read.enrolled_on) IS NOT true)))) IS NOT true) IS NOT true) THEN 'admission_is_earlier' ELSE null END, CASE WHEN ((crowding_read.day IS NULL) IS NOT true) THEN 'home_has_room' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN child_read ON true LEFT OUTER JOIN home_read ON true LEFT OUTER JOIN crowding_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_5, $2::VARCHAR AS anon_6, $3::VARCHAR AS anon_7, $11::VARCHAR AS anon_8, $12::VARCHAR AS anon_9, $13::VARCHAR AS anon_10, $14::TEXT[] AS anon_11, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE placement SET version=(placement.version + 1), updated_at=now(), ended_on=$4::DATE, end_reason=coalesce($5::VARCHAR, 'MOVE') FROM go WHERE placement.country_code = $1::VARCHAR AND placement.voided_at IS NULL AND go.one = 1 AND placement.id IN (SELECT stays_read.id 
FROM stays_read 
WHERE stays_read.child_id IN (SELECT children_read.id 
FROM children_read)) RETURNING new.ended_on AS n_ended_on, new.end_reason AS n_end_reason, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.ended_on AS o_ended_on, old.end_reason AS o_end_reason, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Placement', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'placeChild', null, jsonb_build_object('endedOn', written_1.o_ended_on, 'endReason', written_1.o_end_reason) AS jsonb_build_object_1, jsonb_build_object('endedOn', written_1.n_ended_on, 'endReason', written_1.n_end_reason) AS jsonb_build_object_2 
FROM written_1 RETURNING row_id), 
written_3 AS 
(INSERT INTO placement (country_code, id, child_id, home_id, programme_id, home_name, started_on, start_reason) SELECT $1::VARCHAR AS country_code, children_read.placement_id AS id, children_read.id AS child_id, home_read.id AS home_id, children_read.programme_id AS programme_id, home_read.name AS home_name, $4::DATE AS started_on, coalesce($15::VARCHAR, 'MOVE') AS start_reason 
FROM go, children_read, home_read, (SELECT count(*) AS rows 
FROM written_1) AS after_written_1 RETURNING id AS n_id, child_id AS n_child_id, home_id AS n_home_id, programme_id AS n_programme_id, home_name AS n_home_name, started_on AS n_started_on, start_reason AS n_start_reason, version AS n_version), 
history_sensitive_of_written_3 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_12, 'Placement', written_3.n_id AS n_id, written_3.n_version AS n_version, written_3.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_13, $3::VARCHAR AS anon_14, 'placeChild', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_3.n_child_id AS TEXT), 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_3.n_home_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_3.n_programme_id AS TEXT), 'homeName', written_3.n_home_name, 'startedOn', written_3.n_started_on, 'startReason', written_3.n_start_reason) AS jsonb_build_object_3 
FROM written_3 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'Placement' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 5 AS place, 'Placement' AS type, written_3.n_id AS row_id, 'CREATED' AS kind, written_3.n_programme_id AS programme_id 
FROM written_3), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_19, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_20, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_3) AS anon_21 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_15, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_16, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $16::UUID AS anon_17, 'placeChild', $11::VARCHAR AS anon_18 
FROM touched, counter RETURNING number), 
written_2 AS 
(UPDATE home_stay SET ended_on=$4::DATE FROM go, written_1 WHERE home_stay.country_code = $1::VARCHAR AND home_stay.voided_at IS NULL AND go.one = 1 AND home_stay.id = written_1.n_id RETURNING new.ended_on AS n_ended_on, new.id AS n_id, old.ended_on AS o_ended_on, old.id AS o_id), 
written_4 AS 
(INSERT INTO home_stay (country_code, id, home_id, started_on) SELECT $1::VARCHAR AS country_code, written_3.n_id AS id, written_3.n_home_id AS home_id, written_3.n_started_on AS started_on 
FROM go, written_3 RETURNING id AS n_id, home_id AS n_home_id, started_on AS n_started_on)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $14::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2), (SELECT count(*) AS count_4 
FROM written_3), (SELECT count(*) AS count_5 
FROM written_4)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_9.*) AS value 
FROM placement AS placement_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_7.*) AS value 
FROM child AS child_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_5.*) AS value 
FROM placement AS placement_4, home AS home_3 JOIN LATERAL (SELECT (('Home_' || home_3.country_code) || '_') || CAST(home_3.id AS TEXT) AS id, home_3.name AS name) AS node_5 ON true 
WHERE placement_4.child_file_id = child_2.id AND placement_4.started_on <= $1::DATE AND (placement_4.ended_on IS NULL OR placement_4.ended_on > $1::DATE) AND placement_4.country_code = $2::VARCHAR AND placement_4.voided_at IS NULL AND home_3.id = placement_4.home_id AND home_3.country_code = $2::VARCHAR AND home_3.voided_at IS NULL) AS link_6 ON true JOIN LATERAL (SELECT (('Child_' || child_2.country_code) || '_') || CAST(child_2.id AS TEXT) AS id, link_6.value AS home) AS node_7 ON true 
WHERE child_2.id = placement_1.child_file_id AND child_2.country_code = $2::VARCHAR AND child_2.voided_at IS NULL) AS link_8 ON true JOIN LATERAL (SELECT (('Placement_' || placement_1.country_code) || '_') || CAST(placement_1.id AS TEXT) AS id, placement_1.version AS version, placement_1.started_on AS "startedOn", placement_1.ended_on AS "endedOn", placement_1.start_reason AS "startReason", placement_1.end_reason AS "endReason", link_8.value AS child) AS node_9 ON true 
WHERE placement_1.country_code = $2::VARCHAR AND placement_1.country_code = $3::VARCHAR AND placement_1.id = $4::UUID) AS placement, $5::JSON AS errors) AS answer
;

