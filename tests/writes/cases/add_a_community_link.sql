WITH child_read AS MATERIALIZED 
(SELECT true AS found, child_of_child.id AS id, child_of_child.programme_id AS programme_id, child_of_child.birth_date AS birth_date, child_of_child.died_on AS died_on, child_of_child.died_on_precision AS died_on_precision 
FROM child AS child_of_child 
WHERE child_of_child.country_code = $1::VARCHAR AND child_of_child.voided_at IS NULL AND child_of_child.id = $10::UUID FOR SHARE), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (child_read.found IS NOT true) THEN 'child_is_there' ELSE null END, CASE WHEN ((child_read.birth_date IS NULL OR child_read.birth_date <= $7::DATE) IS NOT true) THEN 'started_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((child_read.died_on IS NULL OR null IS NOT NULL AND null <= least(CASE WHEN (child_read.died_on_precision = 'MONTH') THEN CAST(child_read.died_on + interval '1 month -1 day' AS DATE) WHEN (child_read.died_on_precision = 'YEAR') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) WHEN (child_read.died_on_precision = 'ESTIMATED') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) ELSE child_read.died_on END, $9::DATE) + 1) IS NOT true) THEN 'ended_on_in_the_life_of_child_id' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN child_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_5, $2::VARCHAR AS anon_6, $3::VARCHAR AS anon_7, $11::VARCHAR AS anon_8, $12::VARCHAR AS anon_9, $13::VARCHAR AS anon_10, $14::TEXT[] AS anon_11, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(INSERT INTO community_link (country_code, id, child_id, kind, started_on, note, programme_id) SELECT $1::VARCHAR AS country_code, $5::UUID AS id, child_read.id AS child_id, $6::VARCHAR AS kind, $7::DATE AS started_on, $8::VARCHAR AS note, child_read.programme_id AS programme_id 
FROM go, child_read RETURNING id AS n_id, child_id AS n_child_id, kind AS n_kind, started_on AS n_started_on, note AS n_note, programme_id AS n_programme_id, version AS n_version), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'CommunityLink', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'addCommunityLink', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_1.n_child_id AS TEXT), 'kind', written_1.n_kind, 'startedOn', written_1.n_started_on, 'note', written_1.n_note, 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_1.n_programme_id AS TEXT)) - $4::TEXT[] AS anon_4 
FROM written_1 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'CommunityLink' AS type, written_1.n_id AS row_id, 'CREATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_16, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_17 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_12, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_13, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $15::UUID AS anon_14, 'addCommunityLink', $11::VARCHAR AS anon_15 
FROM touched, counter RETURNING number)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $14::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_5.*) AS value 
FROM community_link AS community_link_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_3.*) AS value 
FROM community_partner AS community_partner_2 JOIN LATERAL (SELECT (('CommunityPartner_' || community_partner_2.country_code) || '_') || CAST(community_partner_2.id AS TEXT) AS id, community_partner_2.name AS name) AS node_3 ON true 
WHERE community_partner_2.id = community_link_1.partner_id AND community_partner_2.country_code = $1::VARCHAR AND community_partner_2.voided_at IS NULL) AS link_4 ON true JOIN LATERAL (SELECT (('CommunityLink_' || community_link_1.country_code) || '_') || CAST(community_link_1.id AS TEXT) AS id, community_link_1.version AS version, community_link_1.kind AS kind, community_link_1.started_on AS "startedOn", community_link_1.ended_on AS "endedOn", community_link_1.note AS note, link_4.value AS partner) AS node_5 ON true 
WHERE community_link_1.country_code = $1::VARCHAR AND community_link_1.country_code = $2::VARCHAR AND community_link_1.id = $3::UUID) AS "communityLink", $4::JSON AS errors) AS answer
;

