SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_4.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_3.*) AS part_0 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.name AS name, home_1.capacity AS capacity, home_1.name_order AS order_0 
FROM home AS home_1 
WHERE home_1.country_code = $1::VARCHAR AND home_1.voided_at IS NULL AND home_1.capacity <= $2::BIGINT ORDER BY home_1.name_order ASC, home_1.id ASC 
 LIMIT 2) AS page_2 JOIN LATERAL (SELECT page_2.name AS called, page_2.capacity AS places) AS node_3 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_4 ON true) AS small, (SELECT row_to_json(connection_8.*) AS value 
FROM (SELECT coalesce(json_agg(rows_6.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_7.*) AS part_0 
FROM (SELECT home_5.country_code AS country_code, home_5.id AS id, home_5.name AS name, home_5.capacity AS capacity, home_5.name_order AS order_0 
FROM home AS home_5 
WHERE home_5.country_code = $1::VARCHAR AND home_5.voided_at IS NULL AND home_5.capacity > $3::BIGINT ORDER BY home_5.name_order ASC, home_5.id ASC 
 LIMIT 2) AS page_6 JOIN LATERAL (SELECT page_6.name AS called, page_6.capacity AS places) AS node_7 ON true ORDER BY page_6.order_0 ASC, page_6.id ASC) AS rows_6) AS gathered_6 JOIN LATERAL (SELECT gathered_6.part_0 AS rows) AS connection_8 ON true) AS large) AS answer
