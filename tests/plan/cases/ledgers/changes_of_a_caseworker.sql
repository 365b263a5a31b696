WITH looked_13 AS MATERIALIZED 
(SELECT parts_12.country_code AS country_code, parts_12.number AS number, parts_12.type AS type, parts_12.row_id AS row_id, parts_12.kind AS kind, parts_12.changed_at AS changed_at, parts_12.programme_id AS programme_id 
FROM (SELECT theirs_10.country_code AS country_code, theirs_10.number AS number, theirs_10.type AS type, theirs_10.row_id AS row_id, theirs_10.kind AS kind, theirs_10.changed_at AS changed_at, theirs_10.programme_id AS programme_id 
FROM unnest($1::UUID[]) AS anon_1(id) JOIN LATERAL (SELECT change_9.country_code AS country_code, change_9.number AS number, change_9.type AS type, change_9.row_id AS row_id, change_9.kind AS kind, change_9.changed_at AS changed_at, change_9.programme_id AS programme_id 
FROM change AS change_9 
WHERE change_9.country_code = $2::VARCHAR AND (change_9.programme_id = ANY ($1::UUID[]) OR change_9.programme_id IS NULL) AND change_9.programme_id = anon_1.id AND change_9.type != ALL ('{CaregiverCheck}'::text[]) AND change_9.number > 0 ORDER BY change_9.number 
 LIMIT greatest($3::BIGINT, 10000 / (cardinality($1::UUID[]) + 1))) AS theirs_10 ON true UNION ALL (SELECT change_11.country_code AS country_code, change_11.number AS number, change_11.type AS type, change_11.row_id AS row_id, change_11.kind AS kind, change_11.changed_at AS changed_at, change_11.programme_id AS programme_id 
FROM change AS change_11 
WHERE change_11.country_code = $2::VARCHAR AND (change_11.programme_id = ANY ($1::UUID[]) OR change_11.programme_id IS NULL) AND change_11.programme_id IS NULL AND change_11.type != ALL ('{CaregiverCheck}'::text[]) AND change_11.number > 0 ORDER BY change_11.programme_id, change_11.number 
 LIMIT greatest($3::BIGINT, 10000 / (cardinality($1::UUID[]) + 1)))) AS parts_12), 
changed_15 AS MATERIALIZED 
(SELECT looked_13.country_code AS country_code, looked_13.number AS number, looked_13.type AS type, looked_13.row_id AS row_id, looked_13.kind AS kind, looked_13.changed_at AS changed_at 
FROM looked_13 
WHERE looked_13.type = ANY ($4::TEXT[]) AND looked_13.number <= coalesce((SELECT min(ends_14.number) AS min_1 
FROM (SELECT max(looked_13.number) AS number 
FROM looked_13 GROUP BY looked_13.programme_id 
HAVING count(*) >= greatest($3::BIGINT, 10000 / (cardinality($1::UUID[]) + 1))) AS ends_14), looked_13.number) ORDER BY looked_13.number 
 LIMIT $3::BIGINT), 
found_19 AS MATERIALIZED 
(SELECT json_object_agg(CAST(community_link_17.id AS TEXT), row_to_json(node_18.*)) AS rows 
FROM community_link AS community_link_17 JOIN LATERAL (SELECT (('CommunityLink_' || community_link_17.country_code) || '_') || CAST(community_link_17.id AS TEXT) AS id) AS node_18 ON true 
WHERE community_link_17.country_code = $2::VARCHAR AND community_link_17.programme_id = ANY ($1::UUID[]) AND community_link_17.id IN (SELECT changed_15.row_id 
FROM changed_15 
WHERE changed_15.type = 'CommunityLink'))
 SELECT row_to_json(answer.*) AS data, coalesce(string_to_array((SELECT string_agg(DISTINCT changed_15.type, ',') AS string_agg_1 
FROM changed_15), ','), '{}'::text[]) AS types 
FROM (SELECT (SELECT JSON_OBJECT('nodes' : (SELECT coalesce(json_agg(listed_20.entry), '[]'::json) AS coalesce_1 
FROM (SELECT JSON_OBJECT('type' : upper(left(changed_15.type, 1) || regexp_replace(substr(changed_15.type, 2), '([A-Z])', '_\1', 'g')), 'isGone' : changed_15.kind = 'VOIDED' OR NOT (false OR changed_15.type = 'CommunityLink' AND (EXISTS (SELECT 1 
FROM community_link AS community_link_16 
WHERE community_link_16.country_code = $2::VARCHAR AND community_link_16.programme_id = ANY ($1::UUID[]) AND community_link_16.voided_at IS NULL AND community_link_16.id = changed_15.row_id))), 'node' : CASE WHEN (changed_15.type = 'CommunityLink') THEN (SELECT found_19.rows -> CAST(changed_15.row_id AS TEXT) AS anon_2 
FROM found_19) ELSE null::json END RETURNING json) AS entry, changed_15.number AS number 
FROM changed_15 ORDER BY changed_15.number) AS listed_20) RETURNING json) AS value) AS changes) AS answer
