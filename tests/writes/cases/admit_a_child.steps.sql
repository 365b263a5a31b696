WITH child_locked AS MATERIALIZED 
(SELECT child_held.id AS id 
FROM child AS child_held 
WHERE child_held.country_code = $1::VARCHAR AND child_held.id = ANY ($2::UUID[]) ORDER BY child_held.id FOR NO KEY UPDATE), 
home_locked AS MATERIALIZED 
(SELECT home_held.id AS id 
FROM home AS home_held 
WHERE home_held.country_code = $1::VARCHAR AND home_held.voided_at IS NULL AND home_held.id = ANY (ARRAY[$3::UUID]) ORDER BY home_held.id FOR NO KEY UPDATE), 
counter_locked AS MATERIALIZED 
(SELECT counter_held.last AS last 
FROM change_counter AS counter_held 
WHERE counter_held.country_code = $1::VARCHAR FOR KEY SHARE)
 SELECT (SELECT count(*) AS count_1 
FROM child_locked) AS locked_0, (SELECT count(*) AS count_2 
FROM home_locked) AS locked_1, (SELECT count(*) AS count_3 
FROM counter_locked) AS locked_2
;

WITH programme_read AS MATERIALIZED 
(SELECT true AS found, programme_of_programme.id AS id, programme_of_programme.started_on AS started_on, programme_of_programme.ended_on AS ended_on 
FROM programme AS programme_of_programme 
WHERE programme_of_programme.country_code = $4::VARCHAR AND programme_of_programme.voided_at IS NULL AND programme_of_programme.id = $5::UUID), 
siblings_read AS MATERIALIZED 
(SELECT child_3.id AS id, child_3.programme_id AS programme_id, child_3.given_name AS given_name, child_3.birth_date AS birth_date, child_3.died_on AS died_on, child_3.died_on_precision AS died_on_precision 
FROM child AS child_3 
WHERE child_3.country_code = $4::VARCHAR AND child_3.id = ANY ($7::UUID[])), 
home_read AS MATERIALIZED 
(SELECT true AS found, home_of_home.id AS id, home_of_home.programme_id AS programme_id, home_of_home.name AS name, home_of_home.capacity AS capacity, home_of_home.opened_on AS opened_on, home_of_home.closed_on AS closed_on 
FROM home AS home_of_home 
WHERE home_of_home.country_code = $4::VARCHAR AND home_of_home.voided_at IS NULL AND home_of_home.id = $9::UUID), 
crowding_read AS MATERIALIZED 
(SELECT min(days.day) AS day 
FROM (SELECT stays.home_id AS home_id, turns.day AS day, lead(turns.day) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS until, sum(sum(stays.lives * turns.sign)) OVER (PARTITION BY stays.home_id ORDER BY turns.day) AS lives 
FROM (SELECT home_stay_2.home_id AS home_id, home_stay_2.started_on AS started_on, home_stay_2.ended_on AS ended_on, 1 AS lives 
FROM home_stay AS home_stay_2 
WHERE home_stay_2.country_code = $4::VARCHAR AND home_stay_2.voided_at IS NULL AND home_stay_2.home_id = (SELECT home_read.id 
FROM home_read) AND (home_stay_2.ended_on IS NULL OR home_stay_2.ended_on > $2::DATE) UNION ALL SELECT home_read.id AS id, $2::DATE AS anon_1, CAST(null AS DATE) AS "null", 1 
FROM home_read) AS stays JOIN LATERAL (VALUES (greatest(stays.started_on, $2::DATE), 1), (stays.ended_on, -1)) AS turns (day, sign) ON true 
WHERE turns.day IS NOT NULL GROUP BY stays.home_id, turns.day) AS days 
WHERE days.lives > (SELECT home_read.capacity 
FROM home_read)), 
checks AS MATERIALIZED 
(SELECT array_cat(array_cat(array_cat(array_remove(ARRAY[CASE WHEN (programme_read.found IS NOT true) THEN 'programme_is_there' ELSE null END, CASE WHEN (home_read.found IS NOT true) THEN 'home_is_there' ELSE null END, CASE WHEN ((programme_read.started_on <= $2::DATE AND (programme_read.ended_on IS NULL OR programme_read.ended_on > $2::DATE)) IS NOT true) THEN 'programme_runs' ELSE null END, CASE WHEN (($3::DATE IS NULL OR $3::DATE <= $2::DATE) IS NOT true) THEN 'enrolled_on_in_the_life_of_id_begun' ELSE null END, CASE WHEN ((home_read.opened_on <= $2::DATE AND home_read.closed_on IS NULL) IS NOT true) THEN 'home_is_open' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM child AS child_1 
WHERE child_1.country_code = $4::VARCHAR AND child_1.programme_id = (SELECT programme_read.id 
FROM programme_read) AND child_1.case_number_key = (regexp_replace(regexp_replace(normalize(casefold(normalize(regexp_replace($6::VARCHAR, '[\u00ad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\u0001-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f]', '', 'g'), NFKC) COLLATE pg_unicode_fast), NFKC), '^[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000]+|[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000]+$', '', 'g'), '[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000\u002d\u2010-\u2013\u2043\u2212\ufe63\uff0d\u2014-\u2015\ufe58]+', '-', 'g') COLLATE "C")))) IS NOT true) THEN 'case_number_is_new' ELSE null END, CASE WHEN ((crowding_read.day IS NULL) IS NOT true) THEN 'home_has_room' ELSE null END], null), (SELECT array_agg('siblings_are_there:' || CAST(siblings_are_there_at.place AS TEXT) ORDER BY siblings_are_there_at.place) AS array_agg_1 
FROM (SELECT siblings_given.nth_part - 1 AS place 
FROM unnest($7::UUID[]) WITH ORDINALITY AS siblings_given(id, nth_part) 
WHERE siblings_given.id IS NOT NULL AND NOT (EXISTS (SELECT 1 
FROM siblings_read 
WHERE siblings_read.id = siblings_given.id))) AS siblings_are_there_at)), (SELECT array_agg('started_on_in_the_life_of_sibling_id_begun:' || CAST(started_on_in_the_life_of_sibling_id_begun_at.place AS TEXT) ORDER BY started_on_in_the_life_of_sibling_id_begun_at.place) AS array_agg_2 
FROM (SELECT array_position($7::UUID[], siblings_read.id) - 1 AS place 
FROM siblings_read 
WHERE (siblings_read.birth_date IS NULL OR siblings_read.birth_date <= least(greatest($2::DATE, siblings_read.birth_date), $8::DATE)) IS NOT true) AS started_on_in_the_life_of_sibling_id_begun_at)), (SELECT array_agg('started_on_in_the_life_of_sibling_id:' || CAST(started_on_in_the_life_of_sibling_id_at.place AS TEXT) ORDER BY started_on_in_the_life_of_sibling_id_at.place) AS array_agg_3 
FROM (SELECT array_position($7::UUID[], siblings_read.id) - 1 AS place 
FROM siblings_read 
WHERE (siblings_read.died_on IS NULL OR least(greatest($2::DATE, siblings_read.birth_date), $8::DATE) <= least(CASE WHEN (siblings_read.died_on_precision = 'MONTH') THEN CAST(siblings_read.died_on + interval '1 month -1 day' AS DATE) WHEN (siblings_read.died_on_precision = 'YEAR') THEN CAST(siblings_read.died_on + interval '1 year -1 day' AS DATE) WHEN (siblings_read.died_on_precision = 'ESTIMATED') THEN CAST(siblings_read.died_on + interval '1 year -1 day' AS DATE) ELSE siblings_read.died_on END, $8::DATE)) IS NOT true) AS started_on_in_the_life_of_sibling_id_at)) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN programme_read ON true LEFT OUTER JOIN home_read ON true LEFT OUTER JOIN crowding_read ON true), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks 
WHERE cardinality(checks.failed) = 0), 
written_1 AS MATERIALIZED 
(SELECT $10::UUID AS n_id, CAST(programme_read.id AS UUID) AS n_programme_id, $2::DATE AS n_enrolled_on, $6::VARCHAR AS n_case_number, $11::VARCHAR AS n_given_name, $12::VARCHAR AS n_family_name, $3::DATE AS n_birth_date, CAST(CASE WHEN ($3::DATE IS NOT NULL) THEN coalesce($13::VARCHAR, 'DAY') ELSE $13::VARCHAR END AS TEXT) AS n_birth_date_precision, $14::VARCHAR AS n_sex, $15::VARCHAR AS n_first_language, $16::VARCHAR AS n_interests, $17::VARCHAR AS n_reason_for_care, $18::VARCHAR AS n_case_number_order, $19::VARCHAR AS n_given_name_order, $20::VARCHAR AS n_family_name_order, CAST(1 AS INTEGER) AS n_version 
FROM go, programme_read), 
written_2 AS MATERIALIZED 
(SELECT $21::UUID AS n_id, $10::UUID AS n_child_id, CAST(home_read.id AS UUID) AS n_home_id, CAST(programme_read.id AS UUID) AS n_programme_id, CAST(home_read.name AS TEXT) AS n_home_name, $2::DATE AS n_started_on, CAST(coalesce($22::VARCHAR, 'ADMISSION') AS TEXT) AS n_start_reason, CAST(1 AS INTEGER) AS n_version 
FROM go, programme_read, home_read), 
written_3 AS MATERIALIZED 
(SELECT CAST(written_2.n_id AS UUID) AS n_id, CAST(written_2.n_home_id AS UUID) AS n_home_id, CAST(written_2.n_started_on AS DATE) AS n_started_on 
FROM go, written_2), 
written_4 AS MATERIALIZED 
(SELECT CAST((coalesce($23::UUID[]))[array_position($7::UUID[], siblings_read.id)] AS UUID) AS n_id, CAST(admitted.id AS UUID) AS n_child_id, CAST(siblings_read.id AS UUID) AS n_sibling_id, CAST(admitted.programme_id AS UUID) AS n_programme_id, CAST(siblings_read.given_name AS TEXT) AS n_sibling_name, CAST((coalesce($24::TEXT[]))[array_position($7::UUID[], siblings_read.id)] AS TEXT) AS n_kind, CAST(least(greatest($2::DATE, siblings_read.birth_date), $8::DATE) AS DATE) AS n_started_on, CAST(1 AS INTEGER) AS n_version 
FROM go, (SELECT written_1.n_id AS id, written_1.n_programme_id AS programme_id, written_1.n_given_name AS given_name 
FROM written_1) AS admitted, siblings_read), 
written_5 AS MATERIALIZED 
(SELECT CAST((coalesce($25::UUID[]))[array_position($7::UUID[], siblings_read.id)] AS UUID) AS n_id, CAST(siblings_read.id AS UUID) AS n_child_id, CAST(admitted.id AS UUID) AS n_sibling_id, CAST(siblings_read.programme_id AS UUID) AS n_programme_id, CAST(admitted.given_name AS TEXT) AS n_sibling_name, CAST((coalesce($24::TEXT[]))[array_position($7::UUID[], siblings_read.id)] AS TEXT) AS n_kind, CAST(least(greatest($2::DATE, siblings_read.birth_date), $8::DATE) AS DATE) AS n_started_on, CAST(1 AS INTEGER) AS n_version 
FROM go, (SELECT written_1.n_id AS id, written_1.n_programme_id AS programme_id, written_1.n_given_name AS given_name 
FROM written_1) AS admitted, siblings_read)
 SELECT checks.failed AS failed, $1::TEXT[] AS touched, CAST(null AS TEXT) AS reason, w1_rows.w1_id, w1_rows.w1_programme_id, w1_rows.w1_enrolled_on, w1_rows.w1_case_number, w1_rows.w1_given_name, w1_rows.w1_family_name, w1_rows.w1_birth_date, w1_rows.w1_birth_date_precision, w1_rows.w1_sex, w1_rows.w1_first_language, w1_rows.w1_interests, w1_rows.w1_reason_for_care, w1_rows.w1_case_number_order, w1_rows.w1_given_name_order, w1_rows.w1_family_name_order, w2_rows.w2_id, w2_rows.w2_child_id, w2_rows.w2_home_id, w2_rows.w2_programme_id, w2_rows.w2_home_name, w2_rows.w2_started_on, w2_rows.w2_start_reason, w3_rows.w3_id, w3_rows.w3_home_id, w3_rows.w3_started_on, w4_rows.w4_id, w4_rows.w4_child_id, w4_rows.w4_sibling_id, w4_rows.w4_programme_id, w4_rows.w4_sibling_name, w4_rows.w4_kind, w4_rows.w4_started_on, w5_rows.w5_id, w5_rows.w5_child_id, w5_rows.w5_sibling_id, w5_rows.w5_programme_id, w5_rows.w5_sibling_name, w5_rows.w5_kind, w5_rows.w5_started_on, h1_rows.h1_type, h1_rows.h1_row_id, h1_rows.h1_version, h1_rows.h1_programme_id, h1_rows.h1_before, h1_rows.h1_after, h2_rows.h2_type, h2_rows.h2_row_id, h2_rows.h2_version, h2_rows.h2_programme_id, h2_rows.h2_before, h2_rows.h2_after, h3_rows.h3_type, h3_rows.h3_row_id, h3_rows.h3_version, h3_rows.h3_programme_id, h3_rows.h3_before, h3_rows.h3_after, h4_rows.h4_type, h4_rows.h4_row_id, h4_rows.h4_version, h4_rows.h4_programme_id, h4_rows.h4_before, h4_rows.h4_after, h5_rows.h5_type, h5_rows.h5_row_id, h5_rows.h5_version, h5_rows.h5_programme_id, h5_rows.h5_before, h5_rows.h5_after, h6_rows.h6_type, h6_rows.h6_row_id, h6_rows.h6_version, h6_rows.h6_programme_id, h6_rows.h6_before, h6_rows.h6_after, h7_rows.h7_type, h7_rows.h7_row_id, h7_rows.h7_version, h7_rows.h7_programme_id, h7_rows.h7_before, h7_rows.h7_after, f_rows.f_type, f_rows.f_row_id, f_rows.f_kind, f_rows.f_programme_id 
FROM checks, (SELECT array_agg(CAST(written_1.n_id AS TEXT)) AS w1_id, array_agg(CAST(written_1.n_programme_id AS TEXT)) AS w1_programme_id, array_agg(CAST(written_1.n_enrolled_on AS TEXT)) AS w1_enrolled_on, array_agg(CAST(written_1.n_case_number AS TEXT)) AS w1_case_number, array_agg(CAST(written_1.n_given_name AS TEXT)) AS w1_given_name, array_agg(CAST(written_1.n_family_name AS TEXT)) AS w1_family_name, array_agg(CAST(written_1.n_birth_date AS TEXT)) AS w1_birth_date, array_agg(CAST(written_1.n_birth_date_precision AS TEXT)) AS w1_birth_date_precision, array_agg(CAST(written_1.n_sex AS TEXT)) AS w1_sex, array_agg(CAST(written_1.n_first_language AS TEXT)) AS w1_first_language, array_agg(CAST(written_1.n_interests AS TEXT)) AS w1_interests, array_agg(CAST(written_1.n_reason_for_care AS TEXT)) AS w1_reason_for_care, array_agg(CAST(written_1.n_case_number_order AS TEXT)) AS w1_case_number_order, array_agg(CAST(written_1.n_given_name_order AS TEXT)) AS w1_given_name_order, array_agg(CAST(written_1.n_family_name_order AS TEXT)) AS w1_family_name_order 
FROM written_1) AS w1_rows, (SELECT array_agg(CAST(written_2.n_id AS TEXT)) AS w2_id, array_agg(CAST(written_2.n_child_id AS TEXT)) AS w2_child_id, array_agg(CAST(written_2.n_home_id AS TEXT)) AS w2_home_id, array_agg(CAST(written_2.n_programme_id AS TEXT)) AS w2_programme_id, array_agg(CAST(written_2.n_home_name AS TEXT)) AS w2_home_name, array_agg(CAST(written_2.n_started_on AS TEXT)) AS w2_started_on, array_agg(CAST(written_2.n_start_reason AS TEXT)) AS w2_start_reason 
FROM written_2) AS w2_rows, (SELECT array_agg(CAST(written_3.n_id AS TEXT)) AS w3_id, array_agg(CAST(written_3.n_home_id AS TEXT)) AS w3_home_id, array_agg(CAST(written_3.n_started_on AS TEXT)) AS w3_started_on 
FROM written_3) AS w3_rows, (SELECT array_agg(CAST(written_4.n_id AS TEXT)) AS w4_id, array_agg(CAST(written_4.n_child_id AS TEXT)) AS w4_child_id, array_agg(CAST(written_4.n_sibling_id AS TEXT)) AS w4_sibling_id, array_agg(CAST(written_4.n_programme_id AS TEXT)) AS w4_programme_id, array_agg(CAST(written_4.n_sibling_name AS TEXT)) AS w4_sibling_name, array_agg(CAST(written_4.n_kind AS TEXT)) AS w4_kind, array_agg(CAST(written_4.n_started_on AS TEXT)) AS w4_started_on 
FROM written_4) AS w4_rows, (SELECT array_agg(CAST(written_5.n_id AS TEXT)) AS w5_id, array_agg(CAST(written_5.n_child_id AS TEXT)) AS w5_child_id, array_agg(CAST(written_5.n_sibling_id AS TEXT)) AS w5_sibling_id, array_agg(CAST(written_5.n_programme_id AS TEXT)) AS w5_programme_id, array_agg(CAST(written_5.n_sibling_name AS TEXT)) AS w5_sibling_name, array_agg(CAST(written_5.n_kind AS TEXT)) AS w5_kind, array_agg(CAST(written_5.n_started_on AS TEXT)) AS w5_started_on 
FROM written_5) AS w5_rows, (SELECT array_agg(CAST('Child' AS TEXT)) AS h1_type, array_agg(CAST(written_1.n_id AS TEXT)) AS h1_row_id, array_agg(CAST(written_1.n_version AS TEXT)) AS h1_version, array_agg(CAST(written_1.n_programme_id AS TEXT)) AS h1_programme_id, array_agg(CAST(null AS TEXT)) AS h1_before, array_agg(CAST(jsonb_build_object('caseNumber', written_1.n_case_number, 'givenName', written_1.n_given_name, 'familyName', written_1.n_family_name, 'birthDate', written_1.n_birth_date, 'birthDatePrecision', written_1.n_birth_date_precision, 'sex', written_1.n_sex) - $26::TEXT[] AS TEXT)) AS h1_after 
FROM written_1) AS h1_rows, (SELECT array_agg(CAST('Child' AS TEXT)) AS h2_type, array_agg(CAST(written_1.n_id AS TEXT)) AS h2_row_id, array_agg(CAST(written_1.n_version AS TEXT)) AS h2_version, array_agg(CAST(written_1.n_programme_id AS TEXT)) AS h2_programme_id, array_agg(CAST(null AS TEXT)) AS h2_before, array_agg(CAST(jsonb_build_object('programme', (('Programme_' || $4::VARCHAR) || '_') || CAST(written_1.n_programme_id AS TEXT), 'enrolledOn', written_1.n_enrolled_on, 'firstLanguage', written_1.n_first_language, 'interests', written_1.n_interests, 'reasonForCare', written_1.n_reason_for_care) - $26::TEXT[] AS TEXT)) AS h2_after 
FROM written_1) AS h2_rows, (SELECT array_agg(CAST('Placement' AS TEXT)) AS h3_type, array_agg(CAST(written_2.n_id AS TEXT)) AS h3_row_id, array_agg(CAST(written_2.n_version AS TEXT)) AS h3_version, array_agg(CAST(written_2.n_programme_id AS TEXT)) AS h3_programme_id, array_agg(CAST(null AS TEXT)) AS h3_before, array_agg(CAST(jsonb_build_object('child', (('Child_' || $4::VARCHAR) || '_') || CAST(written_2.n_child_id AS TEXT), 'home', (('Home_' || $4::VARCHAR) || '_') || CAST(written_2.n_home_id AS TEXT), 'programme', (('Programme_' || $4::VARCHAR) || '_') || CAST(written_2.n_programme_id AS TEXT), 'homeName', written_2.n_home_name, 'startedOn', written_2.n_started_on, 'startReason', written_2.n_start_reason) AS TEXT)) AS h3_after 
FROM written_2) AS h3_rows, (SELECT array_agg(CAST('SiblingBond' AS TEXT)) AS h4_type, array_agg(CAST(written_4.n_id AS TEXT)) AS h4_row_id, array_agg(CAST(written_4.n_version AS TEXT)) AS h4_version, array_agg(CAST(written_4.n_programme_id AS TEXT)) AS h4_programme_id, array_agg(CAST(null AS TEXT)) AS h4_before, array_agg(CAST(jsonb_build_object('siblingName', written_4.n_sibling_name) AS TEXT)) AS h4_after 
FROM written_4) AS h4_rows, (SELECT array_agg(CAST('SiblingBond' AS TEXT)) AS h5_type, array_agg(CAST(written_4.n_id AS TEXT)) AS h5_row_id, array_agg(CAST(written_4.n_version AS TEXT)) AS h5_version, array_agg(CAST(written_4.n_programme_id AS TEXT)) AS h5_programme_id, array_agg(CAST(null AS TEXT)) AS h5_before, array_agg(CAST(jsonb_build_object('child', (('Child_' || $4::VARCHAR) || '_') || CAST(written_4.n_child_id AS TEXT), 'sibling', (('Child_' || $4::VARCHAR) || '_') || CAST(written_4.n_sibling_id AS TEXT), 'programme', (('Programme_' || $4::VARCHAR) || '_') || CAST(written_4.n_programme_id AS TEXT), 'kind', written_4.n_kind, 'startedOn', written_4.n_started_on) AS TEXT)) AS h5_after 
FROM written_4) AS h5_rows, (SELECT array_agg(CAST('SiblingBond' AS TEXT)) AS h6_type, array_agg(CAST(written_5.n_id AS TEXT)) AS h6_row_id, array_agg(CAST(written_5.n_version AS TEXT)) AS h6_version, array_agg(CAST(written_5.n_programme_id AS TEXT)) AS h6_programme_id, array_agg(CAST(null AS TEXT)) AS h6_before, array_agg(CAST(jsonb_build_object('siblingName', written_5.n_sibling_name) AS TEXT)) AS h6_after 
FROM written_5) AS h6_rows, (SELECT array_agg(CAST('SiblingBond' AS TEXT)) AS h7_type, array_agg(CAST(written_5.n_id AS TEXT)) AS h7_row_id, array_agg(CAST(written_5.n_version AS TEXT)) AS h7_version, array_agg(CAST(written_5.n_programme_id AS TEXT)) AS h7_programme_id, array_agg(CAST(null AS TEXT)) AS h7_before, array_agg(CAST(jsonb_build_object('child', (('Child_' || $4::VARCHAR) || '_') || CAST(written_5.n_child_id AS TEXT), 'sibling', (('Child_' || $4::VARCHAR) || '_') || CAST(written_5.n_sibling_id AS TEXT), 'programme', (('Programme_' || $4::VARCHAR) || '_') || CAST(written_5.n_programme_id AS TEXT), 'kind', written_5.n_kind, 'startedOn', written_5.n_started_on) AS TEXT)) AS h7_after 
FROM written_5) AS h7_rows, (SELECT array_agg(CAST(in_order.type AS TEXT)) AS f_type, array_agg(CAST(in_order.row_id AS TEXT)) AS f_row_id, array_agg(CAST(in_order.kind AS TEXT)) AS f_kind, array_agg(CAST(in_order.programme_id AS TEXT)) AS f_programme_id 
FROM (SELECT told.type AS type, told.row_id AS row_id, told.kind AS kind, told.programme_id AS programme_id 
FROM (SELECT 1 AS place, 'Child' AS type, written_1.n_id AS row_id, 'CREATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 3 AS place, 'Placement' AS type, written_2.n_id AS row_id, 'CREATED' AS kind, written_2.n_programme_id AS programme_id 
FROM written_2 UNION ALL SELECT 7 AS place, 'SiblingBond' AS type, written_4.n_id AS row_id, 'CREATED' AS kind, written_4.n_programme_id AS programme_id 
FROM written_4 UNION ALL SELECT 9 AS place, 'SiblingBond' AS type, written_5.n_id AS row_id, 'CREATED' AS kind, written_5.n_programme_id AS programme_id 
FROM written_5) AS told ORDER BY told.place) AS in_order) AS f_rows
;

INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) VALUES ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR, $6::VARCHAR, $7::TEXT[], $8::TEXT[]) ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = excluded.recorded_at WHERE excluded.recorded_at - idempotency_key.recorded_at > interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken
;

INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) VALUES ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR, $6::VARCHAR, $7::TEXT[], $8::TEXT[]) ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = excluded.recorded_at WHERE excluded.recorded_at - idempotency_key.recorded_at > interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken
;

INSERT INTO child (country_code, id, programme_id, enrolled_on, case_number, given_name, family_name, birth_date, birth_date_precision, sex, first_language, interests, reason_for_care, case_number_order, given_name_order, family_name_order) VALUES ($1::VARCHAR, CAST($2::VARCHAR AS UUID), CAST($3::VARCHAR AS UUID), CAST($4::VARCHAR AS DATE), $5::VARCHAR, $6::VARCHAR, $7::VARCHAR, CAST($8::VARCHAR AS DATE), $9::VARCHAR, $10::VARCHAR, $11::VARCHAR, $12::VARCHAR, $13::VARCHAR, $14::VARCHAR, $15::VARCHAR, $16::VARCHAR)
;

INSERT INTO placement (country_code, id, child_id, home_id, programme_id, home_name, started_on, start_reason) VALUES ($1::VARCHAR, CAST($2::VARCHAR AS UUID), CAST($3::VARCHAR AS UUID), CAST($4::VARCHAR AS UUID), CAST($5::VARCHAR AS UUID), $6::VARCHAR, CAST($7::VARCHAR AS DATE), $8::VARCHAR)
;

INSERT INTO home_stay (country_code, id, home_id, started_on) VALUES ($1::VARCHAR, CAST($2::VARCHAR AS UUID), CAST($3::VARCHAR AS UUID), CAST($4::VARCHAR AS DATE))
;

INSERT INTO sibling_bond (country_code, id, child_id, sibling_id, programme_id, sibling_name, kind, started_on) VALUES ($1::VARCHAR, CAST($2::VARCHAR AS UUID), CAST($3::VARCHAR AS UUID), CAST($4::VARCHAR AS UUID), CAST($5::VARCHAR AS UUID), $6::VARCHAR, $7::VARCHAR, CAST($8::VARCHAR AS DATE)), ($1::VARCHAR, CAST($9::VARCHAR AS UUID), CAST($10::VARCHAR AS UUID), CAST($11::VARCHAR AS UUID), CAST($12::VARCHAR AS UUID), $13::VARCHAR, $14::VARCHAR, CAST($15::VARCHAR AS DATE))
;

INSERT INTO history_personal (country_code, issuer, subject, operation, reason, type, row_id, version, programme_id, before, after) VALUES ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR, $6::VARCHAR, CAST($7::VARCHAR AS UUID), CAST($8::VARCHAR AS BIGINT), CAST($9::VARCHAR AS UUID), CAST($10::VARCHAR AS JSONB), CAST($11::VARCHAR AS JSONB)), ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR, $12::VARCHAR, CAST($13::VARCHAR AS UUID), CAST($14::VARCHAR AS BIGINT), CAST($15::VARCHAR AS UUID), CAST($16::VARCHAR AS JSONB), CAST($17::VARCHAR AS JSONB)), ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR, $18::VARCHAR, CAST($19::VARCHAR AS UUID), CAST($20::VARCHAR AS BIGINT), CAST($21::VARCHAR AS UUID), CAST($22::VARCHAR AS JSONB), CAST($23::VARCHAR AS JSONB))
;

INSERT INTO history_sensitive (country_code, issuer, subject, operation, reason, type, row_id, version, programme_id, before, after) VALUES ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR, $6::VARCHAR, CAST($7::VARCHAR AS UUID), CAST($8::VARCHAR AS BIGINT), CAST($9::VARCHAR AS UUID), CAST($10::VARCHAR AS JSONB), CAST($11::VARCHAR AS JSONB)), ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR, $12::VARCHAR, CAST($13::VARCHAR AS UUID), CAST($14::VARCHAR AS BIGINT), CAST($15::VARCHAR AS UUID), CAST($16::VARCHAR AS JSONB), CAST($17::VARCHAR AS JSONB)), ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR, $18::VARCHAR, CAST($19::VARCHAR AS UUID), CAST($20::VARCHAR AS BIGINT), CAST($21::VARCHAR AS UUID), CAST($22::VARCHAR AS JSONB), CAST($23::VARCHAR AS JSONB)), ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR, $24::VARCHAR, CAST($25::VARCHAR AS UUID), CAST($26::VARCHAR AS BIGINT), CAST($27::VARCHAR AS UUID), CAST($28::VARCHAR AS JSONB), CAST($29::VARCHAR AS JSONB))
;

INSERT INTO change_counter (country_code, last) VALUES ($1::VARCHAR, $2::BIGINT) ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last
;

INSERT INTO change (country_code, writer, operation, key, number, type, row_id, kind, programme_id) VALUES ($1::VARCHAR, CAST($2::VARCHAR AS UUID), $3::VARCHAR, $4::VARCHAR, CAST($5::VARCHAR AS BIGINT), $6::VARCHAR, CAST($7::VARCHAR AS UUID), $8::VARCHAR, CAST($9::VARCHAR AS UUID)), ($1::VARCHAR, CAST($2::VARCHAR AS UUID), $3::VARCHAR, $4::VARCHAR, CAST($10::VARCHAR AS BIGINT), $11::VARCHAR, CAST($12::VARCHAR AS UUID), $13::VARCHAR, CAST($14::VARCHAR AS UUID)), ($1::VARCHAR, CAST($2::VARCHAR AS UUID), $3::VARCHAR, $4::VARCHAR, CAST($15::VARCHAR AS BIGINT), $16::VARCHAR, CAST($17::VARCHAR AS UUID), $18::VARCHAR, CAST($19::VARCHAR AS UUID)), ($1::VARCHAR, CAST($2::VARCHAR AS UUID), $3::VARCHAR, $4::VARCHAR, CAST($20::VARCHAR AS BIGINT), $21::VARCHAR, CAST($22::VARCHAR AS UUID), $23::VARCHAR, CAST($24::VARCHAR AS UUID))
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_15.*) AS value 
FROM child AS child_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_4.*) AS value 
FROM placement AS placement_3, home AS home_2 JOIN LATERAL (SELECT (('Home_' || home_2.country_code) || '_') || CAST(home_2.id AS TEXT) AS id, home_2.name AS name) AS node_4 ON true 
WHERE placement_3.child_id = child_1.id AND placement_3.started_on <= $1::DATE AND (placement_3.ended_on IS NULL OR placement_3.ended_on > $1::DATE) AND placement_3.country_code = $2::VARCHAR AND placement_3.voided_at IS NULL AND home_2.id = placement_3.home_id AND home_2.country_code = $2::VARCHAR AND home_2.voided_at IS NULL) AS link_5 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_7.*) AS value 
FROM programme AS programme_6 JOIN LATERAL (SELECT (('Programme_' || programme_6.country_code) || '_') || CAST(programme_6.id AS TEXT) AS id) AS node_7 ON true 
WHERE programme_6.id = child_1.programme_id AND programme_6.country_code = $2::VARCHAR AND programme_6.voided_at IS NULL) AS link_8 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_13.*) AS value 
FROM (SELECT coalesce(json_agg(rows_10.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_12.*) AS part_0 
FROM (SELECT child_9.country_code AS country_code, child_9.id AS id, child_9.given_name AS given_name 
FROM sibling_bond AS sibling_bond_11 JOIN child AS child_9 ON child_9.id = sibling_bond_11.sibling_id 
WHERE sibling_bond_11.child_id = child_1.id AND sibling_bond_11.started_on <= $1::DATE AND (sibling_bond_11.ended_on IS NULL OR sibling_bond_11.ended_on > $1::DATE) AND sibling_bond_11.country_code = $2::VARCHAR AND sibling_bond_11.voided_at IS NULL AND child_9.country_code = $2::VARCHAR ORDER BY child_9.id ASC 
 LIMIT 10) AS page_10 JOIN LATERAL (SELECT (('Child_' || page_10.country_code) || '_') || CAST(page_10.id AS TEXT) AS id, page_10.given_name AS "givenName") AS node_12 ON true ORDER BY page_10.id ASC) AS rows_10) AS gathered_10 JOIN LATERAL (SELECT gathered_10.part_0 AS nodes) AS connection_13 ON true) AS link_14 ON true JOIN LATERAL (SELECT (('Child_' || child_1.country_code) || '_') || CAST(child_1.id AS TEXT) AS id, child_1.version AS version, link_5.value AS home, link_8.value AS programme, link_14.value AS siblings) AS node_15 ON true 
WHERE child_1.country_code = $2::VARCHAR AND child_1.country_code = $3::VARCHAR AND child_1.id = $4::UUID) AS child, $5::JSON AS errors) AS answer
;

