WITH programme_read AS MATERIALIZED 
(SELECT true AS found, programme_of_programme.id AS id, programme_of_programme.started_on AS started_on, programme_of_programme.ended_on AS ended_on 
FROM programme AS programme_of_programme 
WHERE programme_of_programme.country_code = $1::VARCHAR AND programme_of_programme.voided_at IS NULL AND programme_of_programme.id = $20::UUID FOR SHARE), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (programme_read.found IS NOT true) THEN 'programme_is_there' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM home AS home_1 
WHERE home_1.country_code = $1::VARCHAR AND home_1.voided_at IS NULL AND home_1.registration_number_key = (regexp_replace(regexp_replace(normalize(casefold(normalize(regexp_replace($11::VARCHAR, '[\u00ad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\u0001-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f]', '', 'g'), NFKC) COLLATE pg_unicode_fast), NFKC), '^[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000]+|[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000]+$', '', 'g'), '[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000\u002d\u2010-\u2013\u2043\u2212\ufe63\uff0d\u2014-\u2015\ufe58]+', '-', 'g') COLLATE "C")))) IS NOT true) THEN 'registration_number_is_new' ELSE null END, CASE WHEN ((programme_read.started_on <= coalesce(null, $9::DATE) AND (programme_read.ended_on IS NULL OR programme_read.ended_on > coalesce(null, $9::DATE))) IS NOT true) THEN 'programme_runs' ELSE null END, CASE WHEN (($8::VARCHAR IS NOT NULL OR NOT ($18::BIGINT IS NOT NULL OR $19::BIGINT IS NOT NULL)) IS NOT true) THEN 'place_has_a_name' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN programme_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_4, $2::VARCHAR AS anon_5, $3::VARCHAR AS anon_6, $21::VARCHAR AS anon_7, $22::VARCHAR AS anon_8, $23::VARCHAR AS anon_9, $24::TEXT[] AS anon_10, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(INSERT INTO home (country_code, id, programme_id, name, form, capacity, locality, opened_on, provider, registration_number, ages_from, ages_to, languages, own_children, name_order, name_search) SELECT $1::VARCHAR AS country_code, $4::UUID AS id, programme_read.id AS programme_id, $5::VARCHAR AS name, $6::VARCHAR AS form, $7::BIGINT AS capacity, $8::VARCHAR AS locality, $9::DATE AS opened_on, $10::VARCHAR AS provider, $11::VARCHAR AS registration_number, $12::BIGINT AS ages_from, $13::BIGINT AS ages_to, $14::TEXT[] AS languages, $15::BIGINT AS own_children, $16::VARCHAR AS name_order, $17::VARCHAR AS name_search 
FROM go, programme_read RETURNING id AS n_id, programme_id AS n_programme_id, name AS n_name, form AS n_form, capacity AS n_capacity, locality AS n_locality, opened_on AS n_opened_on, provider AS n_provider, registration_number AS n_registration_number, ages_from AS n_ages_from, ages_to AS n_ages_to, languages AS n_languages, own_children AS n_own_children, name_order AS n_name_order, name_search AS n_name_search, version AS n_version, voided_at AS n_voided_at), 
history_plain_of_written_1 AS 
(INSERT INTO history_plain (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Home', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'openHome', null, null, jsonb_build_object('form', written_1.n_form, 'capacity', written_1.n_capacity, 'openedOn', written_1.n_opened_on) AS jsonb_build_object_1 
FROM written_1 RETURNING row_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_11, 'Home', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_12, $3::VARCHAR AS anon_13, 'openHome', null, null, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_1.n_programme_id AS TEXT), 'name', written_1.n_name, 'locality', written_1.n_locality, 'provider', written_1.n_provider, 'registrationNumber', written_1.n_registration_number, 'agesFrom', written_1.n_ages_from, 'agesTo', written_1.n_ages_to, 'languages', written_1.n_languages, 'ownChildren', written_1.n_own_children) - $25::TEXT[] AS anon_14 
FROM written_1 RETURNING row_id), 
written_3 AS 
(INSERT INTO home_address (country_code, id, home_id, programme_id, locality, latitude_e2, longitude_e2, started_on) SELECT $1::VARCHAR AS country_code, uuidv7() AS id, written_1.n_id AS home_id, written_1.n_programme_id AS programme_id, $8::VARCHAR AS locality, $18::BIGINT AS latitude_e2, $19::BIGINT AS longitude_e2, written_1.n_opened_on AS started_on 
FROM go, written_1 
WHERE $8::VARCHAR IS NOT NULL RETURNING id AS n_id, home_id AS n_home_id, programme_id AS n_programme_id, locality AS n_locality, latitude_e2 AS n_latitude_e2, longitude_e2 AS n_longitude_e2, started_on AS n_started_on, version AS n_version, voided_at AS n_voided_at), 
history_sensitive_of_written_3 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_15, 'HomeAddress', written_3.n_id AS n_id, written_3.n_version AS n_version, written_3.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_16, $3::VARCHAR AS anon_17, 'openHome', null, null, jsonb_build_object('home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_3.n_home_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_3.n_programme_id AS TEXT), 'locality', written_3.n_locality, 'latitudeE2', written_3.n_latitude_e2, 'longitudeE2', written_3.n_longitude_e2, 'startedOn', written_3.n_started_on) - $25::TEXT[] AS anon_18 
FROM written_3 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'Home' AS type, written_1.n_id AS row_id, 'CREATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 5 AS place, 'HomeAddress' AS type, written_3.n_id AS row_id, 'CREATED' AS kind, written_3.n_programme_id AS programme_id 
FROM written_3), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_23, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_plain_of_written_1) AS anon_24, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_25, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_3) AS anon_26 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_19, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_20, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $26::UUID AS anon_21, 'openHome', $21::VARCHAR AS anon_22 
FROM touched, counter RETURNING number), 
keyed_written_1 AS 
(SELECT string_to_array(CASE WHEN (written_1.n_voided_at IS NULL) THEN concat_ws(' ', split_part(written_1.n_name_search, '/', 2), '=' || split_part(split_part(written_1.n_name_search, '/', 1), ' ', 1), '=' || split_part(split_part(written_1.n_name_search, '/', 1), ' ', 2), regexp_replace(split_part(written_1.n_name_search, '/', 3), '-(\S*)', '_=' || '\1', 'g')) ELSE '' END, ' ') AS n_keys, written_1.n_programme_id AS n_programme_id, written_1.n_id AS n_id 
FROM written_1), 
written_2 AS 
(INSERT INTO home_search_key (country_code, key, programme_id, row_id) SELECT $1::VARCHAR AS country_code, n_keyed_written_1.key AS key, n_keyed_written_1.programme_id AS programme_id, n_keyed_written_1.row_id AS row_id 
FROM go, (SELECT DISTINCT each.key AS key, keyed_written_1.n_programme_id AS programme_id, keyed_written_1.n_id AS row_id 
FROM keyed_written_1 JOIN unnest(keyed_written_1.n_keys) AS each(key) ON true 
WHERE each.key != ALL (ARRAY['', '=', '_='])) AS n_keyed_written_1 RETURNING key AS n_key, programme_id AS n_programme_id, row_id AS n_row_id)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $24::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2), (SELECT count(*) AS count_4 
FROM written_3)] AS written, (SELECT counter.last 
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

