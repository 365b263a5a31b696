SELECT coalesce((SELECT counter.last 
FROM change_counter AS counter 
WHERE counter.country_code = $1::VARCHAR), 0) AS head, (SELECT hearth_history(counter.secret) AS hearth_history_1 
FROM change_counter AS counter 
WHERE counter.country_code = $1::VARCHAR) AS history, array((SELECT DISTINCT change_1.type 
FROM change AS change_1 
WHERE change_1.country_code = $1::VARCHAR AND change_1.number > $2::BIGINT)) AS types
;

WITH changed_4 AS MATERIALIZED 
(SELECT change_3.country_code AS country_code, change_3.number AS number, change_3.type AS type, change_3.row_id AS row_id, change_3.kind AS kind, change_3.changed_at AS changed_at 
FROM change AS change_3 
WHERE change_3.country_code = $1::VARCHAR AND change_3.number > $2::BIGINT AND change_3.number <= $2::BIGINT + 10000 AND change_3.type = ANY ($3::TEXT[]) ORDER BY change_3.number 
 LIMIT 50), 
counter_2 AS MATERIALIZED 
(SELECT change_counter_1.last AS last, hearth_history(change_counter_1.secret) AS history 
FROM change_counter AS change_counter_1 
WHERE change_counter_1.country_code = $1::VARCHAR), 
found_10 AS MATERIALIZED 
(SELECT json_object_agg(CAST(child_8.id AS TEXT), row_to_json(node_9.*)) AS rows 
FROM child AS child_8 JOIN LATERAL (SELECT (('Child_' || child_8.country_code) || '_') || CAST(child_8.id AS TEXT) AS id, child_8.version AS version, child_8.given_name AS "givenName") AS node_9 ON true 
WHERE child_8.country_code = $1::VARCHAR AND child_8.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Child')), 
found_13 AS MATERIALIZED 
(SELECT json_object_agg(CAST(community_link_11.id AS TEXT), row_to_json(node_12.*)) AS rows 
FROM community_link AS community_link_11 JOIN LATERAL (SELECT (('CommunityLink_' || community_link_11.country_code) || '_') || CAST(community_link_11.id AS TEXT) AS id) AS node_12 ON true 
WHERE community_link_11.country_code = $1::VARCHAR AND community_link_11.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'CommunityLink')), 
found_16 AS MATERIALIZED 
(SELECT json_object_agg(CAST(placement_14.id AS TEXT), row_to_json(node_15.*)) AS rows 
FROM placement AS placement_14 JOIN LATERAL (SELECT (('Placement_' || placement_14.country_code) || '_') || CAST(placement_14.id AS TEXT) AS id) AS node_15 ON true 
WHERE placement_14.country_code = $1::VARCHAR AND placement_14.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Placement'))
 SELECT row_to_json(answer.*) AS data, ARRAY[(SELECT count(*) AS count_1 
FROM changed_4), CASE WHEN (SELECT count(*) >= 50 AS anon_1 
FROM changed_4) THEN (SELECT max(changed_4.number) AS max_1 
FROM changed_4) ELSE least($2::BIGINT + 10000, (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2)) END, (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2)] AS reached, (SELECT counter_2.history 
FROM counter_2) AS history, coalesce(string_to_array((SELECT string_agg(DISTINCT changed_4.type, ',') AS string_agg_1 
FROM changed_4), ','), '{}'::text[]) AS types 
FROM (SELECT (SELECT JSON_OBJECT('nodes' : (SELECT coalesce(json_agg(listed_17.entry), '[]'::json) AS coalesce_2 
FROM (SELECT JSON_OBJECT('rowId' : (((changed_4.type || '_') || changed_4.country_code) || '_') || CAST(changed_4.row_id AS TEXT), 'type' : upper(left(changed_4.type, 1) || regexp_replace(substr(changed_4.type, 2), '([A-Z])', '_\1', 'g')), 'kind' : changed_4.kind, 'isGone' : changed_4.kind = 'VOIDED' OR NOT (false OR changed_4.type = 'Child' AND (EXISTS (SELECT 1 
FROM child AS child_5 
WHERE child_5.country_code = $1::VARCHAR AND child_5.voided_at IS NULL AND child_5.id = changed_4.row_id)) OR changed_4.type = 'CommunityLink' AND (EXISTS (SELECT 1 
FROM community_link AS community_link_6 
WHERE community_link_6.country_code = $1::VARCHAR AND community_link_6.voided_at IS NULL AND community_link_6.id = changed_4.row_id)) OR changed_4.type = 'Placement' AND (EXISTS (SELECT 1 
FROM placement AS placement_7 
WHERE placement_7.country_code = $1::VARCHAR AND placement_7.voided_at IS NULL AND placement_7.id = changed_4.row_id))), 'node' : CASE WHEN (changed_4.type = 'Child') THEN (SELECT found_10.rows -> CAST(changed_4.row_id AS TEXT) AS anon_2 
FROM found_10) WHEN (changed_4.type = 'CommunityLink') THEN (SELECT found_13.rows -> CAST(changed_4.row_id AS TEXT) AS anon_3 
FROM found_13) WHEN (changed_4.type = 'Placement') THEN (SELECT found_16.rows -> CAST(changed_4.row_id AS TEXT) AS anon_4 
FROM found_16) ELSE null::json END RETURNING json) AS entry, changed_4.number AS number 
FROM changed_4 ORDER BY changed_4.number) AS listed_17), 'pageInfo' : JSON_OBJECT('endCursor' : ($4::VARCHAR || '.') || hearth_seal(coalesce((SELECT hearth_place(change_18.number, change_18.changed_at) AS hearth_place_1 
FROM change AS change_18 
WHERE change_18.country_code = $1::VARCHAR AND change_18.number = (SELECT CASE WHEN (SELECT count(*) >= 50 AS anon_1 
FROM changed_4) THEN (SELECT max(changed_4.number) AS max_1 
FROM changed_4) ELSE least($2::BIGINT + 10000, (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2)) END AS anon_5)), 0), (SELECT counter_2.history 
FROM counter_2), $4::VARCHAR) RETURNING json) RETURNING json) AS value) AS changed) AS answer
;
