SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_13.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_12.*) AS part_0 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.form AS form 
FROM home AS home_1 
WHERE home_1.country_code = $1::VARCHAR AND home_1.programme_id = ANY ($2::UUID[]) AND home_1.voided_at IS NULL ORDER BY home_1.id ASC 
 LIMIT 2) AS page_2 LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('counts' : (SELECT coalesce(json_agg(groups_5.entry), '[]'::json) AS coalesce_1 
FROM (SELECT JSON_OBJECT('splits' : json_build_array(JSON_OBJECT('dimension' : 'KIND', 'value' : CAST(placed_7.value_0 AS TEXT) RETURNING json)), 'count' : placed_7.amount RETURNING json) AS entry 
FROM (SELECT met_5.value_0 AS value_0, count(*) AS amount, row_number() OVER (ORDER BY count(*) DESC, met_5.value_0) AS place 
FROM (SELECT community_link_6.kind AS value_0 
FROM community_link AS community_link_6 
WHERE community_link_6.home_id = page_2.id AND community_link_6.country_code = $1::VARCHAR AND community_link_6.programme_id = ANY ($2::UUID[]) AND community_link_6.voided_at IS NULL) AS met_5 GROUP BY met_5.value_0) AS placed_7 
WHERE placed_7.place <= $3::BIGINT ORDER BY placed_7.place) AS groups_5), 'distinct' : (SELECT coalesce(json_agg(groups_8.entry), '[]'::json) AS coalesce_2 
FROM (SELECT CAST(placed_10.value_0 AS TEXT) AS entry 
FROM (SELECT met_8.value_0 AS value_0, count(*) AS amount, row_number() OVER (ORDER BY met_8.value_0) AS place 
FROM (SELECT community_link_9.kind AS value_0 
FROM community_link AS community_link_9 
WHERE community_link_9.home_id = page_2.id AND community_link_9.country_code = $1::VARCHAR AND community_link_9.programme_id = ANY ($2::UUID[]) AND community_link_9.voided_at IS NULL) AS met_8 
WHERE met_8.value_0 IS NOT NULL GROUP BY met_8.value_0) AS placed_10 
WHERE placed_10.place <= 100 ORDER BY placed_10.place) AS groups_8) RETURNING json) AS value) AS link_11 ON true JOIN LATERAL (SELECT page_2.form AS form, link_11.value AS "communityLinks") AS node_12 ON true ORDER BY page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_13 ON true) AS homes) AS answer
