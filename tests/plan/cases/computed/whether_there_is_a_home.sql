SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_8.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_6.*) AS part_1 
FROM (SELECT community_link_1.country_code AS country_code, community_link_1.id AS id, community_link_1.kind AS kind, community_link_1.home_id AS home_id 
FROM community_link AS community_link_1 
WHERE community_link_1.country_code = $1::VARCHAR AND community_link_1.programme_id = ANY ($2::UUID[]) AND community_link_1.voided_at IS NULL AND community_link_1.home_id IS NOT NULL ORDER BY community_link_1.id ASC 
 LIMIT 3) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_4.*) AS value 
FROM home AS home_3 JOIN LATERAL (SELECT home_3.name AS name) AS node_4 ON true 
WHERE home_3.id = page_2.home_id AND home_3.country_code = $1::VARCHAR AND home_3.programme_id = ANY ($2::UUID[]) AND home_3.voided_at IS NULL) AS link_5 ON true JOIN LATERAL (SELECT page_2.kind AS kind, page_2.home_id IS NOT NULL AS "hasHome", link_5.value AS home) AS node_6 ON true ORDER BY page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM community_link AS community_link_7 
WHERE community_link_7.country_code = $1::VARCHAR AND community_link_7.programme_id = ANY ($2::UUID[]) AND community_link_7.voided_at IS NULL AND community_link_7.home_id IS NOT NULL) AS "totalCount", gathered_2.part_1 AS nodes) AS connection_8 ON true) AS "communityLinks", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_2 
FROM community_link AS community_link_11 
WHERE community_link_11.country_code = $1::VARCHAR AND community_link_11.programme_id = ANY ($2::UUID[]) AND community_link_11.voided_at IS NULL AND community_link_11.home_id IS NULL) RETURNING json) AS value) AS without) AS answer
