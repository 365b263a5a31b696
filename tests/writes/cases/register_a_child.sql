WITH counter_locked AS MATERIALIZED 
(SELECT counter_held.last AS last 
FROM change_counter AS counter_held 
WHERE counter_held.country_code = $1::VARCHAR FOR KEY SHARE)
 SELECT (SELECT count(*) AS count_1 
FROM counter_locked) AS locked_0
;

WITH programme_read AS MATERIALIZED 
(SELECT true AS found, programme_of_programme.id AS id, programme_of_programme.started_on AS started_on, programme_of_programme.ended_on AS ended_on 
FROM programme AS programme_of_programme 
WHERE programme_of_programme.country_code = $1::VARCHAR AND programme_of_programme.voided_at IS NULL AND programme_of_programme.id = $24::UUID), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (programme_read.found IS NOT true) THEN 'programme_is_there' ELSE null END, CASE WHEN ((programme_read.started_on <= coalesce($6::DATE, $7::DATE) AND (programme_read.ended_on IS NULL OR programme_read.ended_on > coalesce($6::DATE, $7::DATE))) IS NOT true) THEN 'programme_runs' ELSE null END, CASE WHEN (($12::DATE IS NULL OR $12::DATE <= coalesce($6::DATE, $7::DATE)) IS NOT true) THEN 'enrolled_on_in_the_life_of_id_begun' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL AND child_1.programme_id = (SELECT programme_read.id 
FROM programme_read) AND child_1.case_number_key = (regexp_replace(regexp_replace(normalize(casefold(normalize(regexp_replace($8::VARCHAR, '[\u00ad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\u0001-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f]', '', 'g'), NFKC) COLLATE pg_unicode_fast), NFKC), '^[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000]+|[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000]+$', '', 'g'), '[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000\u002d\u2010-\u2013\u2043\u2212\ufe63\uff0d\u2014-\u2015\ufe58]+', '-', 'g') COLLATE "C")))) IS NOT true) THEN 'case_number_is_new' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN programme_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_5, $2::VARCHAR AS anon_6, $3::VARCHAR AS anon_7, $25::VARCHAR AS anon_8, $26::VARCHAR AS anon_9, $27::VARCHAR AS anon_10, $28::TEXT[] AS anon_11, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(INSERT INTO child (country_code, id, programme_id, enrolled_on, case_number, given_name, family_name, name_reading, birth_date, birth_date_precision, sex, first_language, interests, case_number_order, given_name_order, family_name_order, case_number_search, given_name_search, family_name_search, name_reading_search) SELECT $1::VARCHAR AS country_code, $5::UUID AS id, programme_read.id AS programme_id, coalesce($6::DATE, $7::DATE) AS enrolled_on, $8::VARCHAR AS case_number, $9::VARCHAR AS given_name, $10::VARCHAR AS family_name, $11::VARCHAR AS name_reading, $12::DATE AS birth_date, CASE WHEN ($12::DATE IS NOT NULL) THEN coalesce($13::VARCHAR, 'DAY') ELSE $13::VARCHAR END AS birth_date_precision, $14::VARCHAR AS sex, $15::VARCHAR AS first_language, $16::VARCHAR AS interests, $17::VARCHAR AS case_number_order, $18::VARCHAR AS given_name_order, $19::VARCHAR AS family_name_order, $20::VARCHAR AS case_number_search, $21::VARCHAR AS given_name_search, $22::VARCHAR AS family_name_search, $23::VARCHAR AS name_reading_search 
FROM go, programme_read RETURNING id AS n_id, programme_id AS n_programme_id, enrolled_on AS n_enrolled_on, case_number AS n_case_number, given_name AS n_given_name, family_name AS n_family_name, name_reading AS n_name_reading, birth_date AS n_birth_date, birth_date_precision AS n_birth_date_precision, sex AS n_sex, first_language AS n_first_language, interests AS n_interests, case_number_order AS n_case_number_order, given_name_order AS n_given_name_order, family_name_order AS n_family_name_order, case_number_search AS n_case_number_search, given_name_search AS n_given_name_search, family_name_search AS n_family_name_search, name_reading_search AS n_name_reading_search, version AS n_version, voided_at AS n_voided_at), 
history_personal_of_written_1 AS 
(INSERT INTO history_personal (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Child', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'registerChild', null, null, jsonb_build_object('caseNumber', written_1.n_case_number, 'givenName', written_1.n_given_name, 'familyName', written_1.n_family_name, 'nameReading', written_1.n_name_reading, 'birthDate', written_1.n_birth_date, 'birthDatePrecision', written_1.n_birth_date_precision, 'sex', written_1.n_sex) - $4::TEXT[] AS anon_4 
FROM written_1 RETURNING row_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_12, 'Child', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_13, $3::VARCHAR AS anon_14, 'registerChild', null, null, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_1.n_programme_id AS TEXT), 'enrolledOn', written_1.n_enrolled_on, 'firstLanguage', written_1.n_first_language, 'interests', written_1.n_interests) - $4::TEXT[] AS anon_15 
FROM written_1 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'Child' AS type, written_1.n_id AS row_id, 'CREATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_20, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_personal_of_written_1) AS anon_21, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_22 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_16, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_17, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $29::UUID AS anon_18, 'registerChild', $25::VARCHAR AS anon_19 
FROM touched, counter RETURNING number), 
keyed_written_1 AS 
(SELECT string_to_array(CASE WHEN (written_1.n_voided_at IS NULL) THEN concat_ws(' ', split_part(written_1.n_case_number_search, '/', 2), split_part(written_1.n_given_name_search, '/', 2), split_part(written_1.n_family_name_search, '/', 2), split_part(written_1.n_name_reading_search, '/', 2), ('=' || split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 1)) || coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 1), ''), ('=' || coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 1), '')) || split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 1), ('=' || split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 2)) || coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 2), ''), ('=' || coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 2), '')) || split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 2), CASE WHEN (coalesce(split_part(written_1.n_family_name_search, '/', 3), '-') != '') THEN regexp_replace(split_part(written_1.n_given_name_search, '/', 3), '-(\S*)', '_=' || ('\1' || coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 1), '')), 'g') END, CASE WHEN (coalesce(split_part(written_1.n_family_name_search, '/', 3), '-') != '') THEN regexp_replace(split_part(written_1.n_given_name_search, '/', 3), '-(\S*)', '_=' || (coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 1), '') || '\1'), 'g') END, CASE WHEN (split_part(written_1.n_given_name_search, '/', 3) != '') THEN regexp_replace(split_part(written_1.n_family_name_search, '/', 3), '-(\S*)', '_=' || ('\1' || coalesce(split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 1), '')), 'g') END, CASE WHEN (split_part(written_1.n_given_name_search, '/', 3) != '') THEN regexp_replace(split_part(written_1.n_family_name_search, '/', 3), '-(\S*)', '_=' || (coalesce(split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 1), '') || '\1'), 'g') END, '=' || split_part(split_part(written_1.n_name_reading_search, '/', 1), ' ', 1), '=' || split_part(split_part(written_1.n_name_reading_search, '/', 1), ' ', 2), regexp_replace(split_part(written_1.n_name_reading_search, '/', 3), '-(\S*)', '_=' || '\1', 'g')) ELSE '' END, ' ') AS n_keys, written_1.n_programme_id AS n_programme_id, written_1.n_id AS n_id 
FROM written_1), 
written_2 AS 
(INSERT INTO child_search_key (country_code, key, programme_id, row_id) SELECT $1::VARCHAR AS country_code, n_keyed_written_1.key AS key, n_keyed_written_1.programme_id AS programme_id, n_keyed_written_1.row_id AS row_id 
FROM go, (SELECT DISTINCT each.key AS key, keyed_written_1.n_programme_id AS programme_id, keyed_written_1.n_id AS row_id 
FROM keyed_written_1 JOIN unnest(keyed_written_1.n_keys) AS each(key) ON true 
WHERE each.key != ALL (ARRAY['', '=', '_='])) AS n_keyed_written_1 RETURNING key AS n_key, programme_id AS n_programme_id, row_id AS n_row_id)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $28::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

WITH asked_2 AS MATERIALIZED 
(SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.given_name AS given_name, child_1.sex AS sex, child_1.birth_date AS birth_date, child_1.birth_date_precision AS birth_date_precision, child_1.case_number_key AS case_number_key, nullif(regexp_replace(normalize(casefold(normalize(child_1.given_name, NFKD) COLLATE pg_unicode_fast), NFKD), '[^[:alnum:]]+', '', 'g') COLLATE "C", '') AS given_key, nullif(regexp_replace(normalize(casefold(normalize(child_1.family_name, NFKD) COLLATE pg_unicode_fast), NFKD), '[^[:alnum:]]+', '', 'g') COLLATE "C", '') AS family_key, least(CASE WHEN (child_1.birth_date_precision = 'MONTH') THEN CAST(child_1.birth_date + interval '1 month -1 day' AS DATE) WHEN (child_1.birth_date_precision = 'YEAR') THEN CAST(child_1.birth_date + interval '1 year -1 day' AS DATE) WHEN (child_1.birth_date_precision = 'ESTIMATED') THEN CAST(child_1.birth_date + interval '1 year -1 day' AS DATE) ELSE child_1.birth_date END, $1::DATE) AS last, (child_1.birth_date - 31) - 366 AS from_day, least(CASE WHEN (child_1.birth_date_precision = 'MONTH') THEN CAST(child_1.birth_date + interval '1 month -1 day' AS DATE) WHEN (child_1.birth_date_precision = 'YEAR') THEN CAST(child_1.birth_date + interval '1 year -1 day' AS DATE) WHEN (child_1.birth_date_precision = 'ESTIMATED') THEN CAST(child_1.birth_date + interval '1 year -1 day' AS DATE) ELSE child_1.birth_date END, $1::DATE) + 31 AS to_day 
FROM child AS child_1 
WHERE child_1.country_code = $2::VARCHAR AND child_1.voided_at IS NULL AND child_1.id = ANY ($3::UUID[]))
 SELECT coalesce(json_agg(row_to_json(first) ORDER BY first."of", first.id), '[]'::json) AS data 
FROM (SELECT rows.* 
FROM (SELECT near_5."of" AS "of", near_5.id AS id 
FROM (SELECT (('Child_' || asked_2.country_code) || '_') || CAST(asked_2.id AS TEXT) AS "of", (('Child_' || child_3.country_code) || '_') || CAST(child_3.id AS TEXT) AS id, nullif(regexp_replace(normalize(casefold(normalize(child_3.given_name, NFKD) COLLATE pg_unicode_fast), NFKD), '[^[:alnum:]]+', '', 'g') COLLATE "C", '') AS given_key, nullif(regexp_replace(normalize(casefold(normalize(child_3.family_name, NFKD) COLLATE pg_unicode_fast), NFKD), '[^[:alnum:]]+', '', 'g') COLLATE "C", '') AS family_key, asked_2.given_key AS one_given_key, asked_2.family_key AS one_family_key, child_3.birth_date <= asked_2.last + 31 AND asked_2.birth_date <= least(CASE WHEN (child_3.birth_date_precision = 'MONTH') THEN CAST(child_3.birth_date + interval '1 month -1 day' AS DATE) WHEN (child_3.birth_date_precision = 'YEAR') THEN CAST(child_3.birth_date + interval '1 year -1 day' AS DATE) WHEN (child_3.birth_date_precision = 'ESTIMATED') THEN CAST(child_3.birth_date + interval '1 year -1 day' AS DATE) ELSE child_3.birth_date END, $1::DATE) + 31 AS close, asked_2.birth_date = child_3.birth_date AND asked_2.birth_date_precision = 'DAY' AND child_3.birth_date_precision = 'DAY' AS to_the_day, child_3.case_number_key = asked_2.case_number_key AS numbered 
FROM asked_2, child AS child_3 
WHERE child_3.country_code = $2::VARCHAR AND child_3.voided_at IS NULL AND child_3.birth_date >= asked_2.from_day AND child_3.birth_date <= asked_2.to_day AND child_3.id != asked_2.id AND (child_3.sex = asked_2.sex OR child_3.sex = 'UNKNOWN' OR asked_2.sex = 'UNKNOWN') AND NOT (EXISTS (SELECT 1 
FROM sibling_bond AS sibling_bond_4 
WHERE sibling_bond_4.child_file_id = asked_2.id AND sibling_bond_4.sibling_file_id = child_3.id AND sibling_bond_4.started_on <= $1::DATE AND (sibling_bond_4.ended_on IS NULL OR sibling_bond_4.ended_on > $1::DATE) AND sibling_bond_4.country_code = $2::VARCHAR AND sibling_bond_4.voided_at IS NULL))
 LIMIT ALL OFFSET 0) AS near_5 
WHERE coalesce(near_5.close, true) AND (near_5.given_key = near_5.one_given_key AND (near_5.family_key IS NULL OR near_5.one_family_key IS NULL OR near_5.family_key = near_5.one_family_key) OR near_5.given_key = near_5.one_family_key AND near_5.family_key = near_5.one_given_key OR coalesce(near_5.to_the_day OR near_5.numbered, false) AND left(near_5.given_key, 3) = left(near_5.one_given_key, 3)) UNION SELECT near_8."of" AS "of", near_8.id AS id 
FROM (SELECT (('Child_' || asked_2.country_code) || '_') || CAST(asked_2.id AS TEXT) AS "of", (('Child_' || child_6.country_code) || '_') || CAST(child_6.id AS TEXT) AS id, nullif(regexp_replace(normalize(casefold(normalize(child_6.given_name, NFKD) COLLATE pg_unicode_fast), NFKD), '[^[:alnum:]]+', '', 'g') COLLATE "C", '') AS given_key, nullif(regexp_replace(normalize(casefold(normalize(child_6.family_name, NFKD) COLLATE pg_unicode_fast), NFKD), '[^[:alnum:]]+', '', 'g') COLLATE "C", '') AS family_key, asked_2.given_key AS one_given_key, asked_2.family_key AS one_family_key, child_6.birth_date <= asked_2.last + 31 AND asked_2.birth_date <= least(CASE WHEN (child_6.birth_date_precision = 'MONTH') THEN CAST(child_6.birth_date + interval '1 month -1 day' AS DATE) WHEN (child_6.birth_date_precision = 'YEAR') THEN CAST(child_6.birth_date + interval '1 year -1 day' AS DATE) WHEN (child_6.birth_date_precision = 'ESTIMATED') THEN CAST(child_6.birth_date + interval '1 year -1 day' AS DATE) ELSE child_6.birth_date END, $1::DATE) + 31 AS close, asked_2.birth_date = child_6.birth_date AND asked_2.birth_date_precision = 'DAY' AND child_6.birth_date_precision = 'DAY' AS to_the_day, child_6.case_number_key = asked_2.case_number_key AS numbered 
FROM asked_2, child AS child_6 
WHERE child_6.country_code = $2::VARCHAR AND child_6.voided_at IS NULL AND child_6.given_name = asked_2.given_name AND (asked_2.birth_date IS NULL OR child_6.birth_date IS NULL) AND child_6.id != asked_2.id AND (child_6.sex = asked_2.sex OR child_6.sex = 'UNKNOWN' OR asked_2.sex = 'UNKNOWN') AND NOT (EXISTS (SELECT 1 
FROM sibling_bond AS sibling_bond_7 
WHERE sibling_bond_7.child_file_id = asked_2.id AND sibling_bond_7.sibling_file_id = child_6.id AND sibling_bond_7.started_on <= $1::DATE AND (sibling_bond_7.ended_on IS NULL OR sibling_bond_7.ended_on > $1::DATE) AND sibling_bond_7.country_code = $2::VARCHAR AND sibling_bond_7.voided_at IS NULL))
 LIMIT ALL OFFSET 0) AS near_8 
WHERE coalesce(near_8.close, true) AND (near_8.given_key = near_8.one_given_key AND (near_8.family_key IS NULL OR near_8.one_family_key IS NULL OR near_8.family_key = near_8.one_family_key) OR near_8.given_key = near_8.one_family_key AND near_8.family_key = near_8.one_given_key OR coalesce(near_8.to_the_day OR near_8.numbered, false) AND left(near_8.given_key, 3) = left(near_8.one_given_key, 3)) UNION SELECT near_11."of" AS "of", near_11.id AS id 
FROM (SELECT (('Child_' || asked_2.country_code) || '_') || CAST(asked_2.id AS TEXT) AS "of", (('Child_' || child_9.country_code) || '_') || CAST(child_9.id AS TEXT) AS id, nullif(regexp_replace(normalize(casefold(normalize(child_9.given_name, NFKD) COLLATE pg_unicode_fast), NFKD), '[^[:alnum:]]+', '', 'g') COLLATE "C", '') AS given_key, nullif(regexp_replace(normalize(casefold(normalize(child_9.family_name, NFKD) COLLATE pg_unicode_fast), NFKD), '[^[:alnum:]]+', '', 'g') COLLATE "C", '') AS family_key, asked_2.given_key AS one_given_key, asked_2.family_key AS one_family_key, child_9.birth_date <= asked_2.last + 31 AND asked_2.birth_date <= least(CASE WHEN (child_9.birth_date_precision = 'MONTH') THEN CAST(child_9.birth_date + interval '1 month -1 day' AS DATE) WHEN (child_9.birth_date_precision = 'YEAR') THEN CAST(child_9.birth_date + interval '1 year -1 day' AS DATE) WHEN (child_9.birth_date_precision = 'ESTIMATED') THEN CAST(child_9.birth_date + interval '1 year -1 day' AS DATE) ELSE child_9.birth_date END, $1::DATE) + 31 AS close, asked_2.birth_date = child_9.birth_date AND asked_2.birth_date_precision = 'DAY' AND child_9.birth_date_precision = 'DAY' AS to_the_day, child_9.case_number_key = asked_2.case_number_key AS numbered 
FROM asked_2, child AS child_9 
WHERE child_9.country_code = $2::VARCHAR AND child_9.voided_at IS NULL AND child_9.case_number_key = asked_2.case_number_key AND child_9.id != asked_2.id AND (child_9.sex = asked_2.sex OR child_9.sex = 'UNKNOWN' OR asked_2.sex = 'UNKNOWN') AND NOT (EXISTS (SELECT 1 
FROM sibling_bond AS sibling_bond_10 
WHERE sibling_bond_10.child_file_id = asked_2.id AND sibling_bond_10.sibling_file_id = child_9.id AND sibling_bond_10.started_on <= $1::DATE AND (sibling_bond_10.ended_on IS NULL OR sibling_bond_10.ended_on > $1::DATE) AND sibling_bond_10.country_code = $2::VARCHAR AND sibling_bond_10.voided_at IS NULL))
 LIMIT ALL OFFSET 0) AS near_11 
WHERE coalesce(near_11.close, true) AND (near_11.given_key = near_11.one_given_key AND (near_11.family_key IS NULL OR near_11.one_family_key IS NULL OR near_11.family_key = near_11.one_family_key) OR near_11.given_key = near_11.one_family_key AND near_11.family_key = near_11.one_given_key OR coalesce(near_11.to_the_day OR near_11.numbered, false) AND left(near_11.given_key, 3) = left(near_11.one_given_key, 3))) AS rows ORDER BY rows."of", rows.id 
 LIMIT 100) AS first
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_6.*) AS value 
FROM child AS child_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_4.*) AS value 
FROM programme AS programme_3 JOIN LATERAL (SELECT (('Programme_' || programme_3.country_code) || '_') || CAST(programme_3.id AS TEXT) AS id, programme_3.name AS name) AS node_4 ON true 
WHERE programme_3.id = child_1.programme_id AND programme_3.country_code = $1::VARCHAR AND programme_3.voided_at IS NULL) AS link_5 ON true JOIN LATERAL (SELECT (('Child_' || child_1.country_code) || '_') || CAST(child_1.id AS TEXT) AS id, child_1.version AS version, EXISTS (SELECT 1 
FROM placement AS placement_2 
WHERE placement_2.country_code = child_1.country_code AND placement_2.child_file_id = child_1.id AND placement_2.started_on <= $2::DATE AND (placement_2.ended_on IS NULL OR placement_2.ended_on > $2::DATE) AND placement_2.country_code = $1::VARCHAR AND placement_2.voided_at IS NULL) AS "inCare", link_5.value AS programme) AS node_6 ON true 
WHERE child_1.country_code = $1::VARCHAR AND child_1.country_code = $3::VARCHAR AND child_1.id = $4::UUID) AS child, $5::JSON AS warnings, $6::JSON AS errors) AS answer
;

