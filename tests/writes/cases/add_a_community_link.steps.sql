WITH child_read AS MATERIALIZED 
(SELECT true AS found, child_of_child.id AS id, child_of_child.programme_id AS programme_id, child_of_child.birth_date AS birth_date, child_of_child.died_on AS died_on, child_of_child.died_on_precision AS died_on_precision 
FROM child AS child_of_child 
WHERE child_of_child.country_code = $4::VARCHAR AND child_of_child.voided_at IS NULL AND child_of_child.id = $5::UUID FOR SHARE), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (child_read.found IS NOT true) THEN 'child_is_there' ELSE null END, CASE WHEN ((child_read.birth_date IS NULL OR child_read.birth_date <= $2::DATE) IS NOT true) THEN 'started_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((child_read.died_on IS NULL OR null IS NOT NULL AND null <= least(CASE WHEN (child_read.died_on_precision = 'MONTH') THEN CAST(child_read.died_on + interval '1 month -1 day' AS DATE) WHEN (child_read.died_on_precision = 'YEAR') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) WHEN (child_read.died_on_precision = 'ESTIMATED') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) ELSE child_read.died_on END, $3::DATE) + 1) IS NOT true) THEN 'ended_on_in_the_life_of_child_id' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN child_read ON true), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks 
WHERE cardinality(checks.failed) = 0), 
written_1 AS MATERIALIZED 
(SELECT $6::UUID AS n_id, CAST(child_read.id AS UUID) AS n_child_id, $7::VARCHAR AS n_kind, $2::DATE AS n_started_on, $8::VARCHAR AS n_note, CAST(child_read.programme_id AS UUID) AS n_programme_id, CAST(1 AS INTEGER) AS n_version 
FROM go, child_read)
 SELECT checks.failed AS failed, $1::TEXT[] AS touched, CAST(null AS TEXT) AS reason, w1_rows.w1_id, w1_rows.w1_child_id, w1_rows.w1_kind, w1_rows.w1_started_on, w1_rows.w1_note, w1_rows.w1_programme_id, h1_rows.h1_type, h1_rows.h1_row_id, h1_rows.h1_version, h1_rows.h1_programme_id, h1_rows.h1_before, h1_rows.h1_after, f_rows.f_type, f_rows.f_row_id, f_rows.f_kind, f_rows.f_programme_id 
FROM checks, (SELECT array_agg(CAST(written_1.n_id AS TEXT)) AS w1_id, array_agg(CAST(written_1.n_child_id AS TEXT)) AS w1_child_id, array_agg(CAST(written_1.n_kind AS TEXT)) AS w1_kind, array_agg(CAST(written_1.n_started_on AS TEXT)) AS w1_started_on, array_agg(CAST(written_1.n_note AS TEXT)) AS w1_note, array_agg(CAST(written_1.n_programme_id AS TEXT)) AS w1_programme_id 
FROM written_1) AS w1_rows, (SELECT array_agg(CAST('CommunityLink' AS TEXT)) AS h1_type, array_agg(CAST(written_1.n_id AS TEXT)) AS h1_row_id, array_agg(CAST(written_1.n_version AS TEXT)) AS h1_version, array_agg(CAST(written_1.n_programme_id AS TEXT)) AS h1_programme_id, array_agg(CAST(null AS TEXT)) AS h1_before, array_agg(CAST(jsonb_build_object('child', (('Child_' || $4::VARCHAR) || '_') || CAST(written_1.n_child_id AS TEXT), 'kind', written_1.n_kind, 'startedOn', written_1.n_started_on, 'note', written_1.n_note, 'programme', (('Programme_' || $4::VARCHAR) || '_') || CAST(written_1.n_programme_id AS TEXT)) - $9::TEXT[] AS TEXT)) AS h1_after 
FROM written_1) AS h1_rows, (SELECT array_agg(CAST(in_order.type AS TEXT)) AS f_type, array_agg(CAST(in_order.row_id AS TEXT)) AS f_row_id, array_agg(CAST(in_order.kind AS TEXT)) AS f_kind, array_agg(CAST(in_order.programme_id AS TEXT)) AS f_programme_id 
FROM (SELECT told.type AS type, told.row_id AS row_id, told.kind AS kind, told.programme_id AS programme_id 
FROM (SELECT 1 AS place, 'CommunityLink' AS type, written_1.n_id AS row_id, 'CREATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1) AS told ORDER BY told.place) AS in_order) AS f_rows
;

INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) VALUES ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR, $6::VARCHAR, $7::TEXT[], $8::TEXT[]) ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = excluded.recorded_at WHERE excluded.recorded_at - idempotency_key.recorded_at > interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken
;

INSERT INTO community_link (country_code, id, child_id, kind, started_on, note, programme_id) VALUES ($1::VARCHAR, CAST($2::VARCHAR AS UUID), CAST($3::VARCHAR AS UUID), $4::VARCHAR, CAST($5::VARCHAR AS DATE), $6::VARCHAR, CAST($7::VARCHAR AS UUID))
;

INSERT INTO history_sensitive (country_code, issuer, subject, operation, type, row_id, version, programme_id, before, after) VALUES ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR, CAST($6::VARCHAR AS UUID), CAST($7::VARCHAR AS BIGINT), CAST($8::VARCHAR AS UUID), CAST($9::VARCHAR AS JSONB), CAST($10::VARCHAR AS JSONB))
;

INSERT INTO change_counter (country_code, last) VALUES ($1::VARCHAR, $2::BIGINT) ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last
;

INSERT INTO change (country_code, writer, operation, key, number, type, row_id, kind, programme_id) VALUES ($1::VARCHAR, CAST($2::VARCHAR AS UUID), $3::VARCHAR, $4::VARCHAR, CAST($5::VARCHAR AS BIGINT), $6::VARCHAR, CAST($7::VARCHAR AS UUID), $8::VARCHAR, CAST($9::VARCHAR AS UUID))
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_5.*) AS value 
FROM community_link AS community_link_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_3.*) AS value 
FROM community_partner AS community_partner_2 JOIN LATERAL (SELECT (('CommunityPartner_' || community_partner_2.country_code) || '_') || CAST(community_partner_2.id AS TEXT) AS id, community_partner_2.name AS name) AS node_3 ON true 
WHERE community_partner_2.id = community_link_1.partner_id AND community_partner_2.country_code = $1::VARCHAR AND community_partner_2.voided_at IS NULL) AS link_4 ON true JOIN LATERAL (SELECT (('CommunityLink_' || community_link_1.country_code) || '_') || CAST(community_link_1.id AS TEXT) AS id, community_link_1.version AS version, community_link_1.kind AS kind, community_link_1.started_on AS "startedOn", community_link_1.ended_on AS "endedOn", community_link_1.note AS note, link_4.value AS partner) AS node_5 ON true 
WHERE community_link_1.country_code = $1::VARCHAR AND community_link_1.country_code = $2::VARCHAR AND community_link_1.id = $3::UUID) AS "communityLink", $4::JSON AS errors) AS answer
;

