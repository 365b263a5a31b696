SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_8.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_6.*) AS part_0 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.name AS name, home_1.programme_id AS programme_id, home_1.form AS form, home_1.name_order AS order_0 
FROM home AS home_1 
WHERE home_1.country_code = $1::VARCHAR AND home_1.voided_at IS NULL ORDER BY home_1.name_order ASC, home_1.id ASC 
 LIMIT 1) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_4.*) AS value 
FROM programme AS programme_3 JOIN LATERAL (SELECT programme_3.name AS name, programme_3.kind AS kind) AS node_4 ON true 
WHERE programme_3.id = page_2.programme_id AND programme_3.country_code = $1::VARCHAR AND programme_3.voided_at IS NULL) AS link_5 ON true JOIN LATERAL (SELECT page_2.name AS name, link_5.value AS programme, page_2.form AS form) AS node_6 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes, (SELECT count(*) AS count_1 
FROM home AS home_7 
WHERE home_7.country_code = $1::VARCHAR AND home_7.voided_at IS NULL) AS "totalCount") AS connection_8 ON true) AS homes) AS answer
