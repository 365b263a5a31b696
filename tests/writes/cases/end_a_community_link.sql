WITH own_read AS MATERIALIZED 
(SELECT true AS found, community_link_of_own.id AS id, community_link_of_own.version AS version, community_link_of_own.voided_at AS voided_at, community_link_of_own.started_on AS started_on, community_link_of_own.home_id AS home_id, community_link_of_own.child_file_id AS child_id, community_link_of_own.ended_on AS ended_on 
FROM community_link AS community_link_of_own 
WHERE community_link_of_own.country_code = $1::VARCHAR AND community_link_of_own.id = $7::UUID), 
home_read AS MATERIALIZED 
(SELECT true AS found, home_of_home.id AS id, home_of_home.opened_on AS opened_on, home_of_home.closed_on AS closed_on 
FROM home AS home_of_home 
WHERE home_of_home.country_code = $1::VARCHAR AND home_of_home.voided_at IS NULL AND home_of_home.id = (SELECT own_read.home_id 
FROM own_read) FOR SHARE), 
child_read AS MATERIALIZED 
(SELECT true AS found, child_of_child.id AS id, child_of_child.birth_date AS birth_date, child_of_child.died_on AS died_on, child_of_child.died_on_precision AS died_on_precision 
FROM child AS child_of_child 
WHERE child_of_child.country_code = $1::VARCHAR AND child_of_child.voided_at IS NULL AND child_of_child.id = (SELECT own_read.child_id 
FROM own_read) FOR SHARE), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (own_read.found IS NOT true) THEN 'own_is_there' ELSE null END, CASE WHEN ((own_read.version = $5::BIGINT) IS NOT true) THEN 'own_is_as_seen' ELSE null END, CASE WHEN ((own_read.voided_at IS NULL) IS NOT true) THEN 'own_is_not_void' ELSE null END, CASE WHEN ((own_read.ended_on IS NULL OR own_read.ended_on > $6::DATE) IS NOT true) THEN 'goes_on' ELSE null END, CASE WHEN (($4::DATE IS NULL OR $4::DATE >= own_read.started_on) IS NOT true) THEN 'ends_after_start' ELSE null END, CASE WHEN ((home_read.id IS NULL OR home_read.opened_on <= own_read.started_on AND (home_read.closed_on IS NULL OR own_read.started_on < home_read.closed_on OR $4::DATE IS NOT NULL AND own_read.started_on <= home_read.closed_on AND $4::DATE = own_read.started_on)) IS NOT true) THEN 'started_on_inside_home_id' ELSE null END, CASE WHEN ((child_read.id IS NULL OR child_read.died_on IS NULL OR $4::DATE IS NOT NULL AND $4::DATE <= least(CASE WHEN (child_read.died_on_precision = 'MONTH') THEN CAST(child_read.died_on + interval '1 month -1 day' AS DATE) WHEN (child_read.died_on_precision = 'YEAR') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) WHEN (child_read.died_on_precision = 'ESTIMATED') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) ELSE child_read.died_on END, $6::DATE) + 1) IS NOT true) THEN 'ended_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((home_read.id IS NULL OR $4::DATE IS NULL OR home_read.closed_on IS NULL OR $4::DATE IS NOT NULL AND $4::DATE <= home_read.closed_on) IS NOT true) THEN 'ended_on_inside_home_id' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN own_read ON true LEFT OUTER JOIN home_read ON true LEFT OUTER JOIN child_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_6, $2::VARCHAR AS anon_7, $3::VARCHAR AS anon_8, $8::VARCHAR AS anon_9, $9::VARCHAR AS anon_10, $10::VARCHAR AS anon_11, $11::TEXT[] AS anon_12, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE community_link SET version=(community_link.version + 1), updated_at=now(), ended_on=$4::DATE FROM go, own_read WHERE community_link.country_code = $1::VARCHAR AND community_link.voided_at IS NULL AND go.one = 1 AND community_link.id = own_read.id AND community_link.version = own_read.version RETURNING new.ended_on AS n_ended_on, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, new.home_id AS n_home_id, old.ended_on AS o_ended_on, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id, old.home_id AS o_home_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'CommunityLink', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'endCommunityLink', null, jsonb_build_object('endedOn', written_1.o_ended_on) - CAST(ARRAY[CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END] AS TEXT[]) AS anon_4, jsonb_build_object('endedOn', written_1.n_ended_on) - CAST(ARRAY[CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END] AS TEXT[]) AS anon_5 
FROM written_1 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'CommunityLink' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_17, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_18 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_13, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_14, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $12::UUID AS anon_15, 'endCommunityLink', $8::VARCHAR AS anon_16 
FROM touched, counter RETURNING number)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $11::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
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

