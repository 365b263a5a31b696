SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_10.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_9.*) AS part_0 
FROM (SELECT programme_1.country_code AS country_code, programme_1.id AS id, programme_1.name AS name, programme_1.name_order AS order_0 
FROM programme AS programme_1 
WHERE programme_1.country_code = $1::VARCHAR AND programme_1.voided_at IS NULL ORDER BY programme_1.name_order ASC, programme_1.id ASC 
 LIMIT 2) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_7.*) AS value 
FROM (SELECT coalesce(json_agg(rows_4.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_5.*) AS part_1 
FROM (SELECT home_3.country_code AS country_code, home_3.id AS id, home_3.name AS name, home_3.name_order AS order_0 
FROM home AS home_3 
WHERE home_3.programme_id = page_2.id AND home_3.country_code = $1::VARCHAR AND home_3.voided_at IS NULL ORDER BY home_3.name_order ASC, home_3.id ASC 
 LIMIT 2) AS page_4 JOIN LATERAL (SELECT page_4.name AS name) AS node_5 ON true ORDER BY page_4.order_0 ASC, page_4.id ASC) AS rows_4) AS gathered_4 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM home AS home_6 
WHERE home_6.programme_id = page_2.id AND home_6.country_code = $1::VARCHAR AND home_6.voided_at IS NULL) AS "totalCount", gathered_4.part_1 AS nodes) AS connection_7 ON true) AS link_8 ON true JOIN LATERAL (SELECT page_2.name AS name, link_8.value AS homes) AS node_9 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_10 ON true) AS programmes) AS answer
