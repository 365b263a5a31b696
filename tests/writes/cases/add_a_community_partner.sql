WITH checks AS MATERIALIZED 
(SELECT '{}'::text[] AS failed 
FROM (SELECT 1 AS one) AS fact), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_5, $2::VARCHAR AS anon_6, $3::VARCHAR AS anon_7, $11::VARCHAR AS anon_8, $12::VARCHAR AS anon_9, $13::VARCHAR AS anon_10, $14::TEXT[] AS anon_11, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(INSERT INTO community_partner (country_code, id, name, kind, locality, name_order, name_search) SELECT $1::VARCHAR AS country_code, $5::UUID AS id, $6::VARCHAR AS name, $7::VARCHAR AS kind, $8::VARCHAR AS locality, $9::VARCHAR AS name_order, $10::VARCHAR AS name_search 
FROM go RETURNING id AS n_id, name AS n_name, kind AS n_kind, locality AS n_locality, name_order AS n_name_order, name_search AS n_name_search, version AS n_version, voided_at AS n_voided_at), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'CommunityPartner', written_1.n_id AS n_id, written_1.n_version AS n_version, null, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'addCommunityPartner', null, null, jsonb_build_object('name', written_1.n_name, 'kind', written_1.n_kind, 'locality', written_1.n_locality) - $4::TEXT[] AS anon_4 
FROM written_1 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'CommunityPartner' AS type, written_1.n_id AS row_id, 'CREATED' AS kind, null::uuid AS programme_id 
FROM written_1), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_16, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_17 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_12, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_13, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $15::UUID AS anon_14, 'addCommunityPartner', $11::VARCHAR AS anon_15 
FROM touched, counter RETURNING number), 
keyed_written_1 AS 
(SELECT string_to_array(CASE WHEN (written_1.n_voided_at IS NULL) THEN concat_ws(' ', split_part(written_1.n_name_search, '/', 2), '=' || split_part(split_part(written_1.n_name_search, '/', 1), ' ', 1), '=' || split_part(split_part(written_1.n_name_search, '/', 1), ' ', 2), regexp_replace(split_part(written_1.n_name_search, '/', 3), '-(\S*)', '_=' || '\1', 'g')) ELSE '' END, ' ') AS n_keys, written_1.n_id AS n_id 
FROM written_1), 
written_2 AS 
(INSERT INTO community_partner_search_key (country_code, key, row_id) SELECT $1::VARCHAR AS country_code, n_keyed_written_1.key AS key, n_keyed_written_1.row_id AS row_id 
FROM go, (SELECT DISTINCT each.key AS key, keyed_written_1.n_id AS row_id 
FROM keyed_written_1 JOIN unnest(keyed_written_1.n_keys) AS each(key) ON true 
WHERE each.key != ALL (ARRAY['', '=', '_='])) AS n_keyed_written_1 RETURNING key AS n_key, row_id AS n_row_id)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $14::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_2.*) AS value 
FROM community_partner AS community_partner_1 JOIN LATERAL (SELECT (('CommunityPartner_' || community_partner_1.country_code) || '_') || CAST(community_partner_1.id AS TEXT) AS id, community_partner_1.version AS version, community_partner_1.name AS name, community_partner_1.kind AS kind, community_partner_1.locality AS locality) AS node_2 ON true 
WHERE community_partner_1.country_code = $1::VARCHAR AND community_partner_1.country_code = $2::VARCHAR AND community_partner_1.id = $3::UUID) AS "communityPartner", $4::JSON AS errors) AS answer
;

