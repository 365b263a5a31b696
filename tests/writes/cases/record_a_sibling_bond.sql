WITH child_locked AS MATERIALIZED 
(SELECT child_held.id AS id 
FROM child AS child_held 
WHERE child_held.country_code = $1::VARCHAR AND child_held.voided_at IS NULL AND child_held.id = ANY (array_cat(ARRAY[$2::UUID], ARRAY[$3::UUID])) ORDER BY child_held.id FOR NO KEY UPDATE)
 SELECT (SELECT count(*) AS count_1 
FROM child_locked) AS locked_0
;

WITH child_read AS MATERIALIZED 
(SELECT true AS found, child_of_child.id AS id, child_of_child.programme_id AS programme_id, child_of_child.given_name AS given_name, child_of_child.birth_date AS birth_date, child_of_child.died_on AS died_on, child_of_child.died_on_precision AS died_on_precision 
FROM child AS child_of_child 
WHERE child_of_child.country_code = $1::VARCHAR AND child_of_child.voided_at IS NULL AND child_of_child.id = $8::UUID), 
sibling_read AS MATERIALIZED 
(SELECT true AS found, child_of_sibling.id AS id, child_of_sibling.given_name AS given_name, child_of_sibling.programme_id AS programme_id, child_of_sibling.birth_date AS birth_date, child_of_sibling.died_on AS died_on, child_of_sibling.died_on_precision AS died_on_precision 
FROM child AS child_of_sibling 
WHERE child_of_sibling.country_code = $1::VARCHAR AND child_of_sibling.voided_at IS NULL AND child_of_sibling.id = $9::UUID), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (child_read.found IS NOT true) THEN 'child_is_there' ELSE null END, CASE WHEN (sibling_read.found IS NOT true) THEN 'sibling_is_there' ELSE null END, CASE WHEN ((child_read.id != sibling_read.id) IS NOT true) THEN 'two_children' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM sibling_bond AS sibling_bond_1 
WHERE sibling_bond_1.country_code = $1::VARCHAR AND sibling_bond_1.voided_at IS NULL AND sibling_bond_1.child_file_id = child_read.id AND sibling_bond_1.sibling_file_id = sibling_read.id AND (sibling_bond_1.ended_on IS NULL OR sibling_bond_1.ended_on > greatest(coalesce($6::DATE, $7::DATE), sibling_bond_1.started_on))))) IS NOT true) THEN 'bond_is_new' ELSE null END, CASE WHEN ((child_read.birth_date IS NULL OR child_read.birth_date <= coalesce($6::DATE, $7::DATE)) IS NOT true) THEN 'started_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((sibling_read.birth_date IS NULL OR sibling_read.birth_date <= coalesce($6::DATE, $7::DATE)) IS NOT true) THEN 'started_on_in_the_life_of_sibling_id_begun' ELSE null END, CASE WHEN ((child_read.died_on IS NULL OR coalesce($6::DATE, $7::DATE) <= least(CASE WHEN (child_read.died_on_precision = 'MONTH') THEN CAST(child_read.died_on + interval '1 month -1 day' AS DATE) WHEN (child_read.died_on_precision = 'YEAR') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) WHEN (child_read.died_on_precision = 'ESTIMATED') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) ELSE child_read.died_on END, $7::DATE)) IS NOT true) THEN 'started_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((sibling_read.died_on IS NULL OR coalesce($6::DATE, $7::DATE) <= least(CASE WHEN (sibling_read.died_on_precision = 'MONTH') THEN CAST(sibling_read.died_on + interval '1 month -1 day' AS DATE) WHEN (sibling_read.died_on_precision = 'YEAR') THEN CAST(sibling_read.died_on + interval '1 year -1 day' AS DATE) WHEN (sibling_read.died_on_precision = 'ESTIMATED') THEN CAST(sibling_read.died_on + interval '1 year -1 day' AS DATE) ELSE sibling_read.died_on END, $7::DATE)) IS NOT true) THEN 'started_on_in_the_life_of_sibling_id' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN child_read ON true LEFT OUTER JOIN sibling_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_4, $2::VARCHAR AS anon_5, $3::VARCHAR AS anon_6, $10::VARCHAR AS anon_7, $11::VARCHAR AS anon_8, $12::VARCHAR AS anon_9, $13::TEXT[] AS anon_10, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(INSERT INTO sibling_bond (country_code, id, child_id, sibling_id, kind, started_on, programme_id, sibling_name) SELECT $1::VARCHAR AS country_code, $4::UUID AS id, child_read.id AS child_id, sibling_read.id AS sibling_id, $5::VARCHAR AS kind, coalesce($6::DATE, $7::DATE) AS started_on, child_read.programme_id AS programme_id, sibling_read.given_name AS sibling_name 
FROM go, child_read, sibling_read RETURNING id AS n_id, child_id AS n_child_id, sibling_id AS n_sibling_id, kind AS n_kind, started_on AS n_started_on, programme_id AS n_programme_id, sibling_name AS n_sibling_name, version AS n_version), 
history_personal_of_written_1 AS 
(INSERT INTO history_personal (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'SiblingBond', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'recordSiblingBond', null, null, jsonb_build_object('siblingName', written_1.n_sibling_name) AS jsonb_build_object_1 
FROM written_1 RETURNING row_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_11, 'SiblingBond', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_12, $3::VARCHAR AS anon_13, 'recordSiblingBond', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_1.n_child_id AS TEXT), 'sibling', (('Child_' || $1::VARCHAR) || '_') || CAST(written_1.n_sibling_id AS TEXT), 'kind', written_1.n_kind, 'startedOn', written_1.n_started_on, 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_1.n_programme_id AS TEXT)) AS jsonb_build_object_2 
FROM written_1 RETURNING row_id), 
written_2 AS 
(INSERT INTO sibling_bond (country_code, id, child_id, sibling_id, kind, started_on, programme_id, sibling_name) SELECT $1::VARCHAR AS country_code, $14::UUID AS id, sibling_read.id AS child_id, child_read.id AS sibling_id, $5::VARCHAR AS kind, coalesce($6::DATE, $7::DATE) AS started_on, sibling_read.programme_id AS programme_id, child_read.given_name AS sibling_name 
FROM go, child_read, sibling_read RETURNING id AS n_id, child_id AS n_child_id, sibling_id AS n_sibling_id, kind AS n_kind, started_on AS n_started_on, programme_id AS n_programme_id, sibling_name AS n_sibling_name, version AS n_version), 
history_personal_of_written_2 AS 
(INSERT INTO history_personal (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_14, 'SiblingBond', written_2.n_id AS n_id, written_2.n_version AS n_version, written_2.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_15, $3::VARCHAR AS anon_16, 'recordSiblingBond', null, null, jsonb_build_object('siblingName', written_2.n_sibling_name) AS jsonb_build_object_3 
FROM written_2 RETURNING row_id), 
history_sensitive_of_written_2 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_17, 'SiblingBond', written_2.n_id AS n_id, written_2.n_version AS n_version, written_2.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_18, $3::VARCHAR AS anon_19, 'recordSiblingBond', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_2.n_child_id AS TEXT), 'sibling', (('Child_' || $1::VARCHAR) || '_') || CAST(written_2.n_sibling_id AS TEXT), 'kind', written_2.n_kind, 'startedOn', written_2.n_started_on, 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_2.n_programme_id AS TEXT)) AS jsonb_build_object_4 
FROM written_2 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'SiblingBond' AS type, written_1.n_id AS row_id, 'CREATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 3 AS place, 'SiblingBond' AS type, written_2.n_id AS row_id, 'CREATED' AS kind, written_2.n_programme_id AS programme_id 
FROM written_2), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_24, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_personal_of_written_1) AS anon_25, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_26, (SELECT count(*) AS entries 
FROM history_personal_of_written_2) AS anon_27, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_2) AS anon_28 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_20, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_21, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $15::UUID AS anon_22, 'recordSiblingBond', $10::VARCHAR AS anon_23 
FROM touched, counter RETURNING number)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $13::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_5.*) AS value 
FROM sibling_bond AS sibling_bond_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_3.*) AS value 
FROM child AS child_2 JOIN LATERAL (SELECT (('Child_' || child_2.country_code) || '_') || CAST(child_2.id AS TEXT) AS id) AS node_3 ON true 
WHERE child_2.id = sibling_bond_1.sibling_file_id AND child_2.country_code = $1::VARCHAR AND child_2.voided_at IS NULL) AS link_4 ON true JOIN LATERAL (SELECT (('SiblingBond_' || sibling_bond_1.country_code) || '_') || CAST(sibling_bond_1.id AS TEXT) AS id, sibling_bond_1.version AS version, sibling_bond_1.kind AS kind, sibling_bond_1.sibling_name AS "siblingName", link_4.value AS sibling) AS node_5 ON true 
WHERE sibling_bond_1.country_code = $1::VARCHAR AND sibling_bond_1.country_code = $2::VARCHAR AND sibling_bond_1.id = $3::UUID) AS "siblingBond", $4::JSON AS errors) AS answer
;

