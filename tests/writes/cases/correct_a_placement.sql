WITH child_locked AS MATERIALIZED 
(SELECT child_held.id AS id 
FROM child AS child_held 
WHERE child_held.country_code = $1::VARCHAR AND child_held.voided_at IS NULL AND child_held.id = ANY (array((SELECT placement_of_child.child_file_id AS child_id 
FROM placement AS placement_of_child 
WHERE placement_of_child.country_code = $1::VARCHAR AND placement_of_child.voided_at IS NULL AND placement_of_child.id = $2::UUID))) ORDER BY child_held.id FOR NO KEY UPDATE), 
home_locked AS MATERIALIZED 
(SELECT home_held.id AS id 
FROM home AS home_held 
WHERE home_held.country_code = $1::VARCHAR AND home_held.voided_at IS NULL AND home_held.id = ANY (array((SELECT placement_of_home.home_id 
FROM placement AS placement_of_home 
WHERE placement_of_home.country_code = $1::VARCHAR AND placement_of_home.voided_at IS NULL AND placement_of_home.id = $2::UUID))) ORDER BY home_held.id FOR NO KEY UPDATE)
 SELECT (SELECT count(*) AS count_1 
FROM child_locked) AS locked_0, (SELECT count(*) AS count_2 
FROM home_locked) AS locked_1
;

WITH own_read AS MATERIALIZED 
(SELECT true AS found, placement_of_own.id AS id, placement_of_own.version AS version, placement_of_own.voided_at AS voided_at, placement_of_own.child_file_id AS child_id, placement_of_own.home_id AS home_id, placement_of_own.programme_id AS programme_id, placement_of_own.care_episode_id AS care_episode_id, placement_of_own.started_on AS started_on, placement_of_own.ended_on AS ended_on, placement_of_own.end_reason AS end_reason, placement_of_own.local_kind AS local_kind 
FROM placement AS placement_of_own 
WHERE placement_of_own.country_code = $1::VARCHAR AND placement_of_own.id = $12::UUID), 
home_read AS MATERIALIZED 
(SELECT true AS found, home_of_home.id AS id, home_of_home.programme_id AS programme_id, home_of_home.name AS name, home_of_home.form AS form, home_of_home.capacity AS capacity, home_of_home.opened_on AS opened_on, home_of_home.closed_on AS closed_on 
FROM home AS home_of_home 
WHERE home_of_home.country_code = $1::VARCHAR AND home_of_home.voided_at IS NULL AND home_of_home.id = (SELECT own_read.home_id 
FROM own_read)), 
child_read AS MATERIALIZED 
(SELECT true AS found, child_of_child.id AS id, child_of_child.birth_date AS birth_date, child_of_child.died_on AS died_on, child_of_child.died_on_precision AS died_on_precision, child_of_child.enrolled_on AS enrolled_on 
FROM child AS child_of_child 
WHERE child_of_child.country_code = $1::VARCHAR AND child_of_child.voided_at IS NULL AND child_of_child.id = (SELECT own_read.child_id 
FROM own_read)), 
programme_read AS MATERIALIZED 
(SELECT true AS found, programme_of_programme.id AS id, programme_of_programme.started_on AS started_on, programme_of_programme.ended_on AS ended_on 
FROM programme AS programme_of_programme 
WHERE programme_of_programme.country_code = $1::VARCHAR AND programme_of_programme.voided_at IS NULL AND programme_of_programme.id = (SELECT own_read.programme_id 
FROM own_read)), 
crowding_read AS MATERIALIZED 
(SELECT min(days.day) AS day 
FROM (SELECT stays.home_id AS home_id, turns.day AS day, lead(turns.day) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS until, sum(sum(stays.lives * turns.sign)) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS lives 
FROM (SELECT home_stay_2.home_id AS home_id, home_stay_2.started_on AS started_on, home_stay_2.ended_on AS ended_on, 1 AS lives 
FROM home_stay AS home_stay_2 
WHERE home_stay_2.country_code = $1::VARCHAR AND home_stay_2.voided_at IS NULL AND home_stay_2.home_id = (SELECT home_read.id 
FROM home_read) AND (home_stay_2.ended_on IS NULL OR home_stay_2.ended_on > (SELECT days_wanted.start 
FROM (SELECT own_read.started_on AS start, own_read.ended_on AS "end" 
FROM own_read) AS days_wanted)) AND home_stay_2.id != ALL (ARRAY[$12::UUID]) UNION ALL SELECT home_read.id AS id, (SELECT days_wanted.start 
FROM (SELECT own_read.started_on AS start, own_read.ended_on AS "end" 
FROM own_read) AS days_wanted) AS anon_7, CAST((SELECT coalesce(days_wanted."end", 'infinity'::date) AS coalesce_1 
FROM (SELECT own_read.started_on AS start, own_read.ended_on AS "end" 
FROM own_read) AS days_wanted) AS DATE) AS anon_8, 1 
FROM home_read) AS stays JOIN LATERAL (VALUES (greatest(stays.started_on, (SELECT days_wanted.start 
FROM (SELECT own_read.started_on AS start, own_read.ended_on AS "end" 
FROM own_read) AS days_wanted)), 1), (stays.ended_on, -1)) AS turns (day, sign) ON true 
WHERE turns.day IS NOT NULL GROUP BY stays.home_id, turns.day) AS days 
WHERE days.lives > (SELECT home_read.capacity 
FROM home_read) AND days.day < (SELECT coalesce(days_wanted."end", 'infinity'::date) AS coalesce_1 
FROM (SELECT own_read.started_on AS start, own_read.ended_on AS "end" 
FROM own_read) AS days_wanted)), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (own_read.found IS NOT true) THEN 'own_is_there' ELSE null END, CASE WHEN ((own_read.version = $10::BIGINT) IS NOT true) THEN 'own_is_as_seen' ELSE null END, CASE WHEN ((own_read.voided_at IS NULL) IS NOT true) THEN 'own_is_not_void' ELSE null END, CASE WHEN ((home_read.found IS NOT NULL OR own_read.found IS NULL) IS NOT true) THEN 'home_is_yours' ELSE null END, CASE WHEN ((own_read.ended_on IS NULL OR own_read.ended_on > own_read.started_on) IS NOT true) THEN 'ends_after_start' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM placement AS placement_1 
WHERE placement_1.country_code = $1::VARCHAR AND placement_1.voided_at IS NULL AND placement_1.child_file_id = own_read.child_id AND (own_read.ended_on IS NULL OR placement_1.started_on < own_read.ended_on) AND (placement_1.ended_on IS NULL OR placement_1.ended_on > own_read.started_on) AND placement_1.id != own_read.id))) IS NOT true) THEN 'no_other_placement' ELSE null END, CASE WHEN ((home_read.opened_on <= own_read.started_on AND (home_read.closed_on IS NULL OR own_read.ended_on IS NOT NULL AND own_read.ended_on <= home_read.closed_on)) IS NOT true) THEN 'home_is_open' ELSE null END, CASE WHEN ((programme_read.started_on <= own_read.started_on AND (programme_read.ended_on IS NULL OR programme_read.ended_on > own_read.started_on) OR own_read.started_on < child_read.enrolled_on) IS NOT true) THEN 'programme_runs' ELSE null END, CASE WHEN ((own_read.ended_on IS NULL OR coalesce($7::VARCHAR, own_read.end_reason) IS NOT NULL) IS NOT true) THEN 'end_has_reason' ELSE null END, CASE WHEN ((NOT coalesce(own_read.end_reason = 'DEATH', false) OR child_read.died_on IS NULL OR own_read.ended_on IS NOT DISTINCT FROM own_read.ended_on AND coalesce($7::VARCHAR, own_read.end_reason) IS NOT DISTINCT FROM own_read.end_reason) IS NOT true) THEN 'death_is_said_once' ELSE null END, CASE WHEN ((coalesce($7::VARCHAR, own_read.end_reason) IS NULL OR NOT coalesce(coalesce($7::VARCHAR, own_read.end_reason) = 'DEATH' AND own_read.ended_on IS NOT NULL, false) OR child_read.died_on IS NOT NULL AND own_read.ended_on >= child_read.died_on OR own_read.ended_on IS NOT DISTINCT FROM own_read.ended_on AND coalesce($7::VARCHAR, own_read.end_reason) IS NOT DISTINCT FROM own_read.end_reason) IS NOT true) THEN 'death_is_on_record' ELSE null END, CASE WHEN ((child_read.birth_date IS NULL OR child_read.birth_date <= own_read.started_on) IS NOT true) THEN 'started_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((child_read.died_on IS NULL OR own_read.started_on <= least(CASE WHEN (child_read.died_on_precision = 'MONTH') THEN CAST(child_read.died_on + interval '1 month -1 day' AS DATE) WHEN (child_read.died_on_precision = 'YEAR') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) WHEN (child_read.died_on_precision = 'ESTIMATED') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) ELSE child_read.died_on END, $11::DATE)) IS NOT true) THEN 'started_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((child_read.died_on IS NULL OR own_read.ended_on IS NOT NULL AND own_read.ended_on <= least(CASE WHEN (child_read.died_on_precision = 'MONTH') THEN CAST(child_read.died_on + interval '1 month -1 day' AS DATE) WHEN (child_read.died_on_precision = 'YEAR') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) WHEN (child_read.died_on_precision = 'ESTIMATED') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) ELSE child_read.died_on END, $11::DATE) + 1) IS NOT true) THEN 'ended_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((CASE WHEN ('localKind' = ANY ($8::TEXT[])) THEN $9::VARCHAR ELSE own_read.local_kind END IS NULL OR (EXISTS (SELECT 1 
FROM national_code AS listed_code 
WHERE listed_code.country = $1::VARCHAR AND listed_code.list_key = 'placement_kinds' AND listed_code.code = CASE WHEN ('localKind' = ANY ($8::TEXT[])) THEN $9::VARCHAR ELSE own_read.local_kind END)) OR CASE WHEN ('localKind' = ANY ($8::TEXT[])) THEN $9::VARCHAR ELSE own_read.local_kind END IS NOT DISTINCT FROM own_read.local_kind) IS NOT true) THEN 'local_kind_is_listed' ELSE null END, CASE WHEN ((CASE WHEN ('localKind' = ANY ($8::TEXT[])) THEN $9::VARCHAR ELSE own_read.local_kind END IS NULL OR NOT (EXISTS (SELECT 1 
FROM national_code AS listed_code 
WHERE listed_code.country = $1::VARCHAR AND listed_code.list_key = 'placement_kinds' AND listed_code.code = CASE WHEN ('localKind' = ANY ($8::TEXT[])) THEN $9::VARCHAR ELSE own_read.local_kind END)) OR (EXISTS (SELECT 1 
FROM national_code AS listed_code 
WHERE listed_code.country = $1::VARCHAR AND listed_code.list_key = 'placement_kinds' AND listed_code.code = CASE WHEN ('localKind' = ANY ($8::TEXT[])) THEN $9::VARCHAR ELSE own_read.local_kind END AND listed_code.from_day <= own_read.started_on AND (listed_code.until_day IS NULL OR listed_code.until_day > own_read.started_on))) OR CASE WHEN ('localKind' = ANY ($8::TEXT[])) THEN $9::VARCHAR ELSE own_read.local_kind END IS NOT DISTINCT FROM own_read.local_kind AND own_read.started_on IS NOT DISTINCT FROM own_read.started_on) IS NOT true) THEN 'local_kind_is_in_force' ELSE null END, CASE WHEN ((crowding_read.day IS NULL OR NOT (home_read.id != own_read.home_id OR own_read.started_on < own_read.started_on OR coalesce(own_read.ended_on, 'infinity'::date) > coalesce(own_read.ended_on, 'infinity'::date))) IS NOT true) THEN 'home_has_room' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN own_read ON true LEFT OUTER JOIN home_read ON true LEFT OUTER JOIN child_read ON true LEFT OUTER JOIN programme_read ON true LEFT OUTER JOIN crowding_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_9, $2::VARCHAR AS anon_10, $3::VARCHAR AS anon_11, $13::VARCHAR AS anon_12, $14::VARCHAR AS anon_13, $15::VARCHAR AS anon_14, $16::TEXT[] AS anon_15, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE placement SET version=(placement.version + 1), updated_at=now(), start_reason=coalesce($6::VARCHAR, placement.start_reason), end_reason=CASE WHEN (own_read.ended_on IS NULL) THEN null ELSE coalesce($7::VARCHAR, own_read.end_reason) END, local_kind=CASE WHEN ('localKind' = ANY ($8::TEXT[])) THEN $9::VARCHAR ELSE placement.local_kind END FROM go, own_read WHERE placement.country_code = $1::VARCHAR AND placement.voided_at IS NULL AND go.one = 1 AND placement.id = own_read.id AND placement.version = own_read.version RETURNING new.end_reason AS n_end_reason, new.start_reason AS n_start_reason, new.local_kind AS n_local_kind, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.end_reason AS o_end_reason, old.start_reason AS o_start_reason, old.local_kind AS o_local_kind, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Placement', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'correctPlacement', $4::VARCHAR AS anon_4, jsonb_build_object('endReason', written_1.o_end_reason, 'startReason', written_1.o_start_reason, 'localKind', written_1.o_local_kind) - $5::TEXT[] AS anon_5, jsonb_build_object('endReason', written_1.n_end_reason, 'startReason', written_1.n_start_reason, 'localKind', written_1.n_local_kind) - $5::TEXT[] AS anon_6 
FROM written_1 RETURNING row_id), 
written_2 AS 
(UPDATE care_episode SET version=(care_episode.version + 1), updated_at=now(), ended_on=CASE WHEN (CASE WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'REUNIFICATION_WITH_FAMILY') THEN 'FAMILY' WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'KINSHIP_CARE_OUTSIDE') THEN 'KIN' WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'FOSTER_CARE_OUTSIDE') THEN 'FOSTER_OUTSIDE' WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'ADOPTION') THEN 'ADOPTION' WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'INDEPENDENT_LIVING') THEN 'INDEPENDENT' ELSE null END IS NOT NULL) THEN own_read.ended_on ELSE null END, destination=CASE WHEN (CASE WHEN (CASE WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'REUNIFICATION_WITH_FAMILY') THEN 'FAMILY' WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'KINSHIP_CARE_OUTSIDE') THEN 'KIN' WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'FOSTER_CARE_OUTSIDE') THEN 'FOSTER_OUTSIDE' WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'ADOPTION') THEN 'ADOPTION' WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'INDEPENDENT_LIVING') THEN 'INDEPENDENT' ELSE null END IS NOT NULL) THEN own_read.ended_on ELSE null END IS NOT NULL) THEN CASE WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'REUNIFICATION_WITH_FAMILY') THEN 'FAMILY' WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'KINSHIP_CARE_OUTSIDE') THEN 'KIN' WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'FOSTER_CARE_OUTSIDE') THEN 'FOSTER_OUTSIDE' WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'ADOPTION') THEN 'ADOPTION' WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'INDEPENDENT_LIVING') THEN 'INDEPENDENT' ELSE null END ELSE null END FROM go, own_read WHERE care_episode.country_code = $1::VARCHAR AND care_episode.voided_at IS NULL AND go.one = 1 AND care_episode.id = own_read.care_episode_id AND care_episode.ended_on = own_read.ended_on AND care_episode.destination != 'DEATH' AND (care_episode.ended_on IS DISTINCT FROM CASE WHEN (CASE WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'REUNIFICATION_WITH_FAMILY') THEN 'FAMILY' WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'KINSHIP_CARE_OUTSIDE') THEN 'KIN' WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'FOSTER_CARE_OUTSIDE') THEN 'FOSTER_OUTSIDE' WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'ADOPTION') THEN 'ADOPTION' WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'INDEPENDENT_LIVING') THEN 'INDEPENDENT' ELSE null END IS NOT NULL) THEN own_read.ended_on ELSE null END OR care_episode.destination IS DISTINCT FROM CASE WHEN (CASE WHEN (CASE WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'REUNIFICATION_WITH_FAMILY') THEN 'FAMILY' WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'KINSHIP_CARE_OUTSIDE') THEN 'KIN' WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'FOSTER_CARE_OUTSIDE') THEN 'FOSTER_OUTSIDE' WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'ADOPTION') THEN 'ADOPTION' WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'INDEPENDENT_LIVING') THEN 'INDEPENDENT' ELSE null END IS NOT NULL) THEN own_read.ended_on ELSE null END IS NOT NULL) THEN CASE WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'REUNIFICATION_WITH_FAMILY') THEN 'FAMILY' WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'KINSHIP_CARE_OUTSIDE') THEN 'KIN' WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'FOSTER_CARE_OUTSIDE') THEN 'FOSTER_OUTSIDE' WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'ADOPTION') THEN 'ADOPTION' WHEN (coalesce($7::VARCHAR, own_read.end_reason) = 'INDEPENDENT_LIVING') THEN 'INDEPENDENT' ELSE null END ELSE null END) RETURNING new.ended_on AS n_ended_on, new.destination AS n_destination, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, old.ended_on AS o_ended_on, old.destination AS o_destination, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id), 
history_sensitive_of_written_2 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_16, 'CareEpisode', written_2.n_id AS n_id, written_2.n_version AS n_version, written_2.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_17, $3::VARCHAR AS anon_18, 'correctPlacement', $4::VARCHAR AS anon_4, jsonb_build_object('endedOn', written_2.o_ended_on, 'destination', written_2.o_destination) AS jsonb_build_object_1, jsonb_build_object('endedOn', written_2.n_ended_on, 'destination', written_2.n_destination) AS jsonb_build_object_2 
FROM written_2 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'Placement' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 3 AS place, 'CareEpisode' AS type, written_2.n_id AS row_id, 'UPDATED' AS kind, written_2.n_programme_id AS programme_id 
FROM written_2), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_23, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_24, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_2) AS anon_25 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_19, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_20, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $17::UUID AS anon_21, 'correctPlacement', $13::VARCHAR AS anon_22 
FROM touched, counter RETURNING number)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $16::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2)] AS written, (SELECT counter.last 
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

