WITH changed_2 AS MATERIALIZED 
(SELECT change_1.country_code AS country_code, change_1.number AS number, change_1.type AS type, change_1.row_id AS row_id, change_1.kind AS kind, change_1.changed_at AS changed_at 
FROM change AS change_1 
WHERE change_1.country_code = $1::VARCHAR AND (change_1.programme_id = ANY ($2::UUID[]) OR change_1.programme_id IS NULL) AND change_1.number > 0 AND change_1.number <= 0 + 10000 AND change_1.type = ANY ($3::TEXT[]) ORDER BY change_1.number 
 LIMIT $4::BIGINT), 
found_6 AS MATERIALIZED 
(SELECT json_object_agg(CAST(community_link_4.id AS TEXT), row_to_json(node_5.*)) AS rows 
FROM community_link AS community_link_4 JOIN LATERAL (SELECT (('CommunityLink_' || community_link_4.country_code) || '_') || CAST(community_link_4.id AS TEXT) AS id) AS node_5 ON true 
WHERE community_link_4.country_code = $1::VARCHAR AND community_link_4.programme_id = ANY ($2::UUID[]) AND community_link_4.id IN (SELECT changed_2.row_id 
FROM changed_2 
WHERE changed_2.type = 'CommunityLink'))
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT JSON_OBJECT('nodes' : (SELECT coalesce(json_agg(listed_7.entry), '[]'::json) AS coalesce_1 
FROM (SELECT JSON_OBJECT('type' : CASE WHEN (changed_2.type = 'CommunityLink') THEN 'COMMUNITY_LINK' ELSE changed_2.type END, 'isGone' : changed_2.kind = 'VOIDED' OR NOT (false OR changed_2.type = 'CommunityLink' AND (EXISTS (SELECT 1 
FROM community_link AS community_link_3 
WHERE community_link_3.country_code = $1::VARCHAR AND community_link_3.programme_id = ANY ($2::UUID[]) AND community_link_3.id = changed_2.row_id))), 'node' : CASE WHEN (changed_2.type = 'CommunityLink') THEN (SELECT found_6.rows -> CAST(changed_2.row_id AS TEXT) AS anon_1 
FROM found_6) ELSE null::json END RETURNING json) AS entry, changed_2.number AS number 
FROM changed_2 ORDER BY changed_2.number) AS listed_7) RETURNING json) AS value) AS changes) AS answer
