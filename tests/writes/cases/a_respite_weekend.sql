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
(SELECT true AS found, child_of_child.id AS id, child_of_child.programme_id AS programme_id, child_of_child.birth_date AS birth_date, child_of_child.died_on AS died_on, child_of_child.died_on_precision AS died_on_precision 
FROM child AS child_of_child 
WHERE child_of_child.country_code = $1::VARCHAR AND child_of_child.voided_at IS NULL AND child_of_child.id = $11::UUID FOR SHARE), 
placement_read AS MATERIALIZED 
(SELECT true AS found, placement_of_placement.id AS id, placement_of_placement.home_id AS home_id, placement_of_placement.started_on AS started_on, placement_of_placement.ended_on AS ended_on, placement_of_placement.child_file_id AS child_id 
FROM placement AS placement_of_placement 
WHERE placement_of_placement.country_code = $1::VARCHAR AND placement_of_placement.voided_at IS NULL AND placement_of_placement.id = $12::UUID FOR SHARE), 
home_read AS MATERIALIZED 
(SELECT true AS found, home_of_home.id AS id, home_of_home.opened_on AS opened_on, home_of_home.closed_on AS closed_on 
FROM home AS home_of_home 
WHERE home_of_home.country_code = $1::VARCHAR AND home_of_home.voided_at IS NULL AND home_of_home.id = $13::UUID FOR SHARE), 
host_read AS MATERIALIZED 
(SELECT true AS found, home_of_host.id AS id, home_of_host.programme_id AS programme_id, home_of_host.name AS name, home_of_host.form AS form, home_of_host.capacity AS capacity, home_of_host.opened_on AS opened_on, home_of_host.closed_on AS closed_on 
FROM home AS home_of_host 
WHERE home_of_host.country_code = $1::VARCHAR AND home_of_host.voided_at IS NULL AND home_of_host.id = (SELECT days_away.home_id 
FROM (SELECT home_read.id AS home_id, $8::DATE AS start, coalesce($9::DATE, 'infinity'::date) AS "end" 
FROM home_read) AS days_away)), 
crowding_read AS MATERIALIZED 
(SELECT min(days.day) AS day 
FROM (SELECT stays.home_id AS home_id, turns.day AS day, lead(turns.day) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS until, sum(sum(stays.lives * turns.sign)) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS lives 
FROM (SELECT home_stay_2.home_id AS home_id, home_stay_2.started_on AS started_on, home_stay_2.ended_on AS ended_on, 1 AS lives 
FROM home_stay AS home_stay_2 
WHERE home_stay_2.country_code = $1::VARCHAR AND home_stay_2.voided_at IS NULL AND home_stay_2.home_id = (SELECT host_read.id 
FROM host_read) AND (home_stay_2.ended_on IS NULL OR home_stay_2.ended_on > (SELECT days_away.start 
FROM (SELECT home_read.id AS home_id, $8::DATE AS start, coalesce($9::DATE, 'infinity'::date) AS "end" 
FROM home_read) AS days_away)) UNION ALL SELECT host_read.id AS id, (SELECT days_away.start 
FROM (SELECT home_read.id AS home_id, $8::DATE AS start, coalesce($9::DATE, 'infinity'::date) AS "end" 
FROM home_read) AS days_away) AS anon_5, CAST((SELECT days_away."end" 
FROM (SELECT home_read.id AS home_id, $8::DATE AS start, coalesce($9::DATE, 'infinity'::date) AS "end" 
FROM home_read) AS days_away) AS DATE) AS anon_6, 1 
FROM host_read) AS stays JOIN LATERAL (VALUES (greatest(stays.started_on, (SELECT days_away.start 
FROM (SELECT home_read.id AS home_id, $8::DATE AS start, coalesce($9::DATE, 'infinity'::date) AS "end" 
FROM home_read) AS days_away)), 1), (stays.ended_on, -1)) AS turns (day, sign) ON true 
WHERE turns.day IS NOT NULL GROUP BY stays.home_id, turns.day) AS days 
WHERE days.lives > (SELECT host_read.capacity 
FROM host_read) AND days.day < (SELECT days_away."end" 
FROM (SELECT home_read.id AS home_id, $8::DATE AS start, coalesce($9::DATE, 'infinity'::date) AS "end" 
FROM home_read) AS days_away)), 
gates_read AS MATERIALIZED 
(SELECT coalesce((SELECT policy_3.value 
FROM policy AS policy_3 
WHERE policy_3.code = $1::VARCHAR AND policy_3.key = ('licence_required.' || host_read.form) AND policy_3.jurisdiction = coalesce((SELECT programme_4.jurisdiction 
FROM programme AS programme_4 
WHERE programme_4.country_code = $1::VARCHAR AND programme_4.voided_at IS NULL AND programme_4.id = host_read.programme_id), '') AND policy_3.from_day <= $8::DATE AND (policy_3.until_day IS NULL OR policy_3.until_day > $8::DATE)) = 'YES', false) AND coalesce((SELECT (array_agg(CASE WHEN (inspection_5.outcome IN ('PASSED', 'CONDITIONS')) THEN inspection_5.valid_until ELSE inspection_5.held_on END ORDER BY inspection_5.held_on DESC, inspection_5.id DESC))[1] AS anon_7 
FROM inspection AS inspection_5 
WHERE inspection_5.country_code = $1::VARCHAR AND inspection_5.voided_at IS NULL AND inspection_5.home_id = host_read.id AND inspection_5.held_on <= $8::DATE AND inspection_5.kind IN ('LICENCE', 'REGISTRATION')) <= $8::DATE, true) AS unlicensed, coalesce((SELECT policy_3.value 
FROM policy AS policy_3 
WHERE policy_3.code = $1::VARCHAR AND policy_3.key = ('licence_required.' || host_read.form) AND policy_3.jurisdiction = coalesce((SELECT programme_4.jurisdiction 
FROM programme AS programme_4 
WHERE programme_4.country_code = $1::VARCHAR AND programme_4.voided_at IS NULL AND programme_4.id = host_read.programme_id), '') AND policy_3.from_day <= $8::DATE AND (policy_3.until_day IS NULL OR policy_3.until_day > $8::DATE)) = 'YES', false) AND coalesce((SELECT (array_agg(CASE WHEN (inspection_5.outcome IN ('PASSED', 'CONDITIONS')) THEN inspection_5.valid_until ELSE inspection_5.held_on END ORDER BY inspection_5.held_on DESC, inspection_5.id DESC))[1] AS anon_7 
FROM inspection AS inspection_5 
WHERE inspection_5.country_code = $1::VARCHAR AND inspection_5.voided_at IS NULL AND inspection_5.home_id = host_read.id AND inspection_5.held_on <= $8::DATE AND inspection_5.kind IN ('LICENCE', 'REGISTRATION')) <= $8::DATE, true) AND (EXISTS (SELECT 1 
FROM inspection AS inspection_5 
WHERE inspection_5.country_code = $1::VARCHAR AND inspection_5.voided_at IS NULL AND inspection_5.home_id = host_read.id AND inspection_5.held_on <= $8::DATE AND inspection_5.kind IN ('LICENCE', 'REGISTRATION'))) AS refused, EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_6, caregiver AS caregiver_7 
WHERE caregiver_assignment_6.country_code = $1::VARCHAR AND caregiver_assignment_6.voided_at IS NULL AND caregiver_7.country_code = $1::VARCHAR AND caregiver_7.voided_at IS NULL AND caregiver_assignment_6.home_id = host_read.id AND caregiver_assignment_6.started_on <= $8::DATE AND (caregiver_assignment_6.ended_on IS NULL OR caregiver_assignment_6.ended_on > $8::DATE) AND caregiver_7.id = caregiver_assignment_6.caregiver_id AND NOT coalesce(CASE WHEN ((SELECT policy_9.value 
FROM policy AS policy_9 
WHERE policy_9.code = $1::VARCHAR AND policy_9.key = ('checks_required.' || caregiver_7.kind) AND policy_9.jurisdiction = coalesce((SELECT programme_10.jurisdiction 
FROM programme AS programme_10 
WHERE programme_10.country_code = $1::VARCHAR AND programme_10.voided_at IS NULL AND programme_10.id = caregiver_7.programme_id), '') AND policy_9.from_day <= $10::DATE AND (policy_9.until_day IS NULL OR policy_9.until_day > $10::DATE)) = 'NOT_APPLICABLE') THEN CAST('9999-12-31' AS DATE) ELSE CAST((SELECT CASE WHEN (count(*) FILTER (WHERE newest.until IS NULL) > 0) THEN NULL ELSE min(newest.until) END AS anon_8 
FROM unnest(string_to_array((SELECT policy_9.value 
FROM policy AS policy_9 
WHERE policy_9.code = $1::VARCHAR AND policy_9.key = ('checks_required.' || caregiver_7.kind) AND policy_9.jurisdiction = coalesce((SELECT programme_10.jurisdiction 
FROM programme AS programme_10 
WHERE programme_10.country_code = $1::VARCHAR AND programme_10.voided_at IS NULL AND programme_10.id = caregiver_7.programme_id), '') AND policy_9.from_day <= $10::DATE AND (policy_9.until_day IS NULL OR policy_9.until_day > $10::DATE)), ' ')) AS asked(kind) LEFT OUTER JOIN LATERAL (SELECT CASE WHEN (checks_of_caregiver.outcome IN ('PASSED', 'CONDITIONS')) THEN checks_of_caregiver.valid_until END AS until 
FROM (SELECT caregiver_check_8.id AS id, caregiver_check_8.kind AS kind, caregiver_check_8.decided_on AS decided_on, caregiver_check_8.valid_until AS valid_until, caregiver_check_8.outcome AS outcome 
FROM caregiver_check AS caregiver_check_8 
WHERE caregiver_check_8.country_code = $1::VARCHAR AND caregiver_check_8.voided_at IS NULL AND caregiver_check_8.caregiver_id = caregiver_7.id) AS checks_of_caregiver 
WHERE checks_of_caregiver.kind = asked.kind ORDER BY checks_of_caregiver.decided_on DESC, checks_of_caregiver.id DESC 
 LIMIT 1) AS newest ON true) AS DATE) END > $8::DATE, false)) AS uncleared 
FROM host_read), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (child_read.found IS NOT true) THEN 'child_is_there' ELSE null END, CASE WHEN (placement_read.found IS NOT true) THEN 'placement_is_there' ELSE null END, CASE WHEN (home_read.found IS NOT true) THEN 'home_is_there' ELSE null END, CASE WHEN (($9::DATE IS NULL OR $9::DATE >= $8::DATE) IS NOT true) THEN 'ends_after_start' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM temporary_stay AS temporary_stay_1 
WHERE temporary_stay_1.country_code = $1::VARCHAR AND temporary_stay_1.voided_at IS NULL AND temporary_stay_1.child_file_id = child_read.id AND null IS NULL AND temporary_stay_1.nights_a_week IS NULL AND ($9::DATE IS NULL OR $9::DATE > greatest(temporary_stay_1.started_on, $8::DATE)) AND (temporary_stay_1.ended_on IS NULL OR temporary_stay_1.ended_on > greatest($8::DATE, temporary_stay_1.started_on))))) IS NOT true) THEN 'not_away_otherwise' ELSE null END, CASE WHEN ((home_read.id IS NULL OR placement_read.home_id IS DISTINCT FROM home_read.id) IS NOT true) THEN 'host_is_another_home' ELSE null END, CASE WHEN ((home_read.opened_on <= $8::DATE AND (home_read.closed_on IS NULL OR $9::DATE IS NOT NULL AND $9::DATE <= home_read.closed_on)) IS NOT true) THEN 'host_is_open' ELSE null END, CASE WHEN ((child_read.birth_date IS NULL OR child_read.birth_date <= $8::DATE) IS NOT true) THEN 'started_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((child_read.died_on IS NULL OR $8::DATE <= least(CASE WHEN (child_read.died_on_precision = 'MONTH') THEN CAST(child_read.died_on + interval '1 month -1 day' AS DATE) WHEN (child_read.died_on_precision = 'YEAR') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) WHEN (child_read.died_on_precision = 'ESTIMATED') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) ELSE child_read.died_on END, $10::DATE)) IS NOT true) THEN 'started_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((placement_read.started_on <= $8::DATE AND (placement_read.ended_on IS NULL OR $8::DATE < placement_read.ended_on OR $9::DATE IS NOT NULL AND $8::DATE <= placement_read.ended_on AND $9::DATE = $8::DATE)) IS NOT true) THEN 'started_on_inside_placement_id' ELSE null END, CASE WHEN ((child_read.died_on IS NULL OR $9::DATE IS NOT NULL AND $9::DATE <= least(CASE WHEN (child_read.died_on_precision = 'MONTH') THEN CAST(child_read.died_on + interval '1 month -1 day' AS DATE) WHEN (child_read.died_on_precision = 'YEAR') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) WHEN (child_read.died_on_precision = 'ESTIMATED') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) ELSE child_read.died_on END, $10::DATE) + 1) IS NOT true) THEN 'ended_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((placement_read.ended_on IS NULL OR placement_read.ended_on IS NULL OR $9::DATE IS NOT NULL AND $9::DATE <= placement_read.ended_on) IS NOT true) THEN 'ended_on_inside_placement_id' ELSE null END, CASE WHEN ((placement_read.child_id = child_read.id) IS NOT true) THEN 'placement_id_of_the_same_child_id' ELSE null END, CASE WHEN ((crowding_read.day IS NULL) IS NOT true) THEN 'home_has_room' ELSE null END, CASE WHEN ((NOT gates_read.unlicensed OR $8::DATE <= $10::DATE AND NOT gates_read.refused) IS NOT true) THEN 'home_is_licensed' ELSE null END, CASE WHEN ((NOT gates_read.uncleared) IS NOT true) THEN 'home_carers_are_cleared' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN child_read ON true LEFT OUTER JOIN placement_read ON true LEFT OUTER JOIN home_read ON true LEFT OUTER JOIN host_read ON true LEFT OUTER JOIN crowding_read ON true LEFT OUTER JOIN gates_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_9, $2::VARCHAR AS anon_10, $3::VARCHAR AS anon_11, $14::VARCHAR AS anon_12, $15::VARCHAR AS anon_13, $16::VARCHAR AS anon_14, $17::TEXT[] AS anon_15, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(INSERT INTO temporary_stay (country_code, id, child_id, kind, note, placement_id, home_id, started_on, ended_on, programme_id) SELECT $1::VARCHAR AS country_code, $5::UUID AS id, child_read.id AS child_id, $6::VARCHAR AS kind, $7::VARCHAR AS note, placement_read.id AS placement_id, home_read.id AS home_id, $8::DATE AS started_on, $9::DATE AS ended_on, child_read.programme_id AS programme_id 
FROM go, child_read, placement_read, home_read RETURNING id AS n_id, child_id AS n_child_id, kind AS n_kind, note AS n_note, placement_id AS n_placement_id, home_id AS n_home_id, started_on AS n_started_on, ended_on AS n_ended_on, programme_id AS n_programme_id, version AS n_version), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'TemporaryStay', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'recordTemporaryStay', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_1.n_child_id AS TEXT), 'kind', written_1.n_kind, 'note', written_1.n_note, 'placement', (('Placement_' || $1::VARCHAR) || '_') || CAST(written_1.n_placement_id AS TEXT), 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_1.n_home_id AS TEXT), 'startedOn', written_1.n_started_on, 'endedOn', written_1.n_ended_on, 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_1.n_programme_id AS TEXT)) - $4::TEXT[] AS anon_4 
FROM written_1 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'TemporaryStay' AS type, written_1.n_id AS row_id, 'CREATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_20, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_21 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_16, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_17, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $18::UUID AS anon_18, 'recordTemporaryStay', $14::VARCHAR AS anon_19 
FROM touched, counter RETURNING number), 
written_2 AS 
(INSERT INTO home_stay (country_code, id, home_id, started_on, ended_on, voided_at) SELECT $1::VARCHAR AS country_code, written_1.n_id AS id, written_1.n_home_id AS home_id, written_1.n_started_on AS started_on, written_1.n_ended_on AS ended_on, null AS voided_at 
FROM go, written_1 RETURNING id AS n_id, home_id AS n_home_id, started_on AS n_started_on, ended_on AS n_ended_on, voided_at AS n_voided_at)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $17::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_18.*) AS value 
FROM temporary_stay AS temporary_stay_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_4.*) AS value 
FROM home AS home_2 JOIN LATERAL (SELECT (('Home_' || home_2.country_code) || '_') || CAST(home_2.id AS TEXT) AS id, home_2.name AS name, CASE WHEN (home_2.opened_on <= $1::DATE AND (home_2.closed_on IS NULL OR home_2.closed_on > $1::DATE)) THEN greatest(home_2.capacity - (SELECT count(*) AS count_1 
FROM home_stay AS home_stay_3 
WHERE home_stay_3.country_code = home_2.country_code AND home_stay_3.home_id = home_2.id AND home_stay_3.started_on <= $1::DATE AND (home_stay_3.ended_on IS NULL OR home_stay_3.ended_on > $1::DATE) AND home_stay_3.country_code = $2::VARCHAR AND home_stay_3.voided_at IS NULL), 0) ELSE 0 END AS "freePlaces") AS node_4 ON true 
WHERE home_2.id = temporary_stay_1.home_id AND home_2.country_code = $2::VARCHAR AND home_2.voided_at IS NULL) AS link_5 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_16.*) AS value 
FROM child AS child_6 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_9.*) AS value 
FROM placement AS placement_8, home AS home_7 JOIN LATERAL (SELECT (('Home_' || home_7.country_code) || '_') || CAST(home_7.id AS TEXT) AS id, home_7.name AS name) AS node_9 ON true 
WHERE placement_8.child_file_id = child_6.id AND placement_8.started_on <= $3::DATE AND (placement_8.ended_on IS NULL OR placement_8.ended_on > $3::DATE) AND placement_8.country_code = $2::VARCHAR AND placement_8.voided_at IS NULL AND home_7.id = placement_8.home_id AND home_7.country_code = $2::VARCHAR AND home_7.voided_at IS NULL) AS link_10 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_14.*) AS value 
FROM (SELECT coalesce(json_agg(rows_12.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_13.*) AS part_0 
FROM (SELECT temporary_stay_11.country_code AS country_code, temporary_stay_11.id AS id, temporary_stay_11.kind AS kind, temporary_stay_11.nights_a_week AS nights_a_week, temporary_stay_11.started_on AS started_on, temporary_stay_11.ended_on AS ended_on, temporary_stay_11.started_on AS order_0 
FROM temporary_stay AS temporary_stay_11 
WHERE temporary_stay_11.child_file_id = child_6.id AND temporary_stay_11.country_code = $2::VARCHAR AND temporary_stay_11.voided_at IS NULL ORDER BY temporary_stay_11.started_on DESC, temporary_stay_11.id DESC 
 LIMIT 10) AS page_12 JOIN LATERAL (SELECT (('TemporaryStay_' || page_12.country_code) || '_') || CAST(page_12.id AS TEXT) AS id, page_12.kind AS kind, page_12.nights_a_week AS "nightsAWeek", page_12.started_on AS "startedOn", page_12.ended_on AS "endedOn") AS node_13 ON true ORDER BY page_12.order_0 DESC, page_12.id DESC) AS rows_12) AS gathered_12 JOIN LATERAL (SELECT gathered_12.part_0 AS nodes) AS connection_14 ON true) AS link_15 ON true JOIN LATERAL (SELECT (('Child_' || child_6.country_code) || '_') || CAST(child_6.id AS TEXT) AS id, child_6.given_name AS "givenName", link_10.value AS home, link_15.value AS "temporaryStays") AS node_16 ON true 
WHERE child_6.id = temporary_stay_1.child_file_id AND child_6.country_code = $2::VARCHAR AND child_6.voided_at IS NULL) AS link_17 ON true JOIN LATERAL (SELECT (('TemporaryStay_' || temporary_stay_1.country_code) || '_') || CAST(temporary_stay_1.id AS TEXT) AS id, temporary_stay_1.version AS version, temporary_stay_1.kind AS kind, temporary_stay_1.started_on AS "startedOn", temporary_stay_1.ended_on AS "endedOn", link_5.value AS home, link_17.value AS child) AS node_18 ON true 
WHERE temporary_stay_1.country_code = $2::VARCHAR AND temporary_stay_1.country_code = $4::VARCHAR AND temporary_stay_1.id = $5::UUID) AS "temporaryStay", $6::JSON AS errors) AS answer
;

