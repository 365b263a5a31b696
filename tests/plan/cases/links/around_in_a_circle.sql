SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_15.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_14.*) AS part_0 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.name AS name, home_1.programme_id AS programme_id, home_1.name_order AS order_0 
FROM home AS home_1 
WHERE home_1.country_code = $1::VARCHAR AND home_1.voided_at IS NULL ORDER BY home_1.name_order DESC, home_1.id DESC 
 LIMIT 1) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_12.*) AS value 
FROM programme AS programme_3 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_10.*) AS value 
FROM (SELECT coalesce(json_agg(rows_5.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_9.*) AS part_0 
FROM (SELECT home_4.country_code AS country_code, home_4.id AS id, home_4.name AS name, home_4.programme_id AS programme_id, home_4.name_order AS order_0 
FROM home AS home_4 
WHERE home_4.programme_id = programme_3.id AND home_4.country_code = $1::VARCHAR AND home_4.voided_at IS NULL ORDER BY home_4.name_order DESC, home_4.id DESC 
 LIMIT 1) AS page_5 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_7.*) AS value 
FROM programme AS programme_6 JOIN LATERAL (SELECT programme_6.name AS name) AS node_7 ON true 
WHERE programme_6.id = page_5.programme_id AND programme_6.country_code = $1::VARCHAR AND programme_6.voided_at IS NULL) AS link_8 ON true JOIN LATERAL (SELECT page_5.name AS name, link_8.value AS programme) AS node_9 ON true ORDER BY page_5.order_0 DESC, page_5.id DESC) AS rows_5) AS gathered_5 JOIN LATERAL (SELECT gathered_5.part_0 AS nodes) AS connection_10 ON true) AS link_11 ON true JOIN LATERAL (SELECT link_11.value AS homes) AS node_12 ON true 
WHERE programme_3.id = page_2.programme_id AND programme_3.country_code = $1::VARCHAR AND programme_3.voided_at IS NULL) AS link_13 ON true JOIN LATERAL (SELECT page_2.name AS name, link_13.value AS programme) AS node_14 ON true ORDER BY page_2.order_0 DESC, page_2.id DESC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_15 ON true) AS homes) AS answer
