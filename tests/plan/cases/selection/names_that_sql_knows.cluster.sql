SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_6.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0, coalesce(json_agg(rows_2.part_2), '[]'::json) AS part_2 
FROM (SELECT row_to_json(node_3.*) AS part_0, row_to_json(edge_4.*) AS part_2 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.name AS name, home_1.capacity AS capacity, home_1.form AS form, home_1.setting AS setting, home_1.name_order AS order_0 
FROM home AS home_1 
WHERE home_1.country_code = $1::VARCHAR AND home_1.voided_at IS NULL ORDER BY home_1.name_order ASC, home_1.id ASC 
 LIMIT 1) AS page_2 JOIN LATERAL (SELECT page_2.name AS node_4, page_2.capacity AS page_2, page_2.form AS home_1, page_2.setting AS row_to_json) AS node_3 ON true JOIN LATERAL (SELECT (('a0e47c7a82.' || page_2.country_code) || '_') || CAST(page_2.id AS TEXT) AS node_3) AS edge_4 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS gathered_2, (SELECT count(*) AS count_1 
FROM home AS home_5 
WHERE home_5.country_code = $1::VARCHAR AND home_5.voided_at IS NULL) AS connection_4, gathered_2.part_2 AS edge_3) AS connection_6 ON true) AS page_2, (SELECT row_to_json(connection_11.*) AS value 
FROM (SELECT coalesce(json_agg(rows_8.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_9.*) AS part_0 
FROM (SELECT home_7.country_code AS country_code, home_7.id AS id, home_7.name AS name, home_7.capacity AS capacity, home_7.form AS form, home_7.setting AS setting, home_7.name_order AS order_0 
FROM home AS home_7 
WHERE home_7.country_code = $1::VARCHAR AND home_7.voided_at IS NULL ORDER BY home_7.name_order ASC, home_7.id ASC 
 LIMIT 1) AS page_8 JOIN LATERAL (SELECT page_8.name AS "where", page_8.capacity AS "order", page_8.form AS "user", page_8.setting AS _) AS node_9 ON true ORDER BY page_8.order_0 ASC, page_8.id ASC) AS rows_8) AS gathered_8 JOIN LATERAL (SELECT gathered_8.part_0 AS "from", (SELECT count(*) AS count_2 
FROM home AS home_10 
WHERE home_10.country_code = $1::VARCHAR AND home_10.voided_at IS NULL) AS "table") AS connection_11 ON true) AS "select", (SELECT row_to_json(connection_15.*) AS value 
FROM (SELECT coalesce(json_agg(rows_13.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_14.*) AS part_0 
FROM (SELECT programme_12.country_code AS country_code, programme_12.id AS id, programme_12.name AS name, programme_12.kind AS kind, programme_12.name_order AS order_0 
FROM programme AS programme_12 
WHERE programme_12.country_code = $1::VARCHAR AND programme_12.voided_at IS NULL ORDER BY programme_12.name_order ASC, programme_12.id ASC 
 LIMIT 1) AS page_13 JOIN LATERAL (SELECT page_13.name AS value, page_13.kind AS id, page_13.kind AS country_code) AS node_14 ON true ORDER BY page_13.order_0 ASC, page_13.id ASC) AS rows_13) AS gathered_13 JOIN LATERAL (SELECT gathered_13.part_0 AS value) AS connection_15 ON true) AS answer) AS answer
