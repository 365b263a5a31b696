SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_8.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0, coalesce(json_agg(rows_2.part_1), '[]'::json) AS part_1, coalesce(json_agg(rows_2.part_2), '[]'::json) AS part_2, coalesce(json_agg(rows_2.part_3), '[]'::json) AS part_3 
FROM (SELECT row_to_json(node_3.*) AS part_0, row_to_json(node_4.*) AS part_1, row_to_json(edge_6.*) AS part_2, row_to_json(edge_7.*) AS part_3 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.opened_on AS opened_on, home_1.form AS form, home_1.capacity AS capacity, home_1.opened_on AS order_0 
FROM home AS home_1 
WHERE home_1.country_code = $1::VARCHAR AND home_1.voided_at IS NULL ORDER BY home_1.opened_on ASC, home_1.id ASC 
 LIMIT 2) AS page_2 JOIN LATERAL (SELECT page_2.opened_on AS "openedOn") AS node_3 ON true JOIN LATERAL (SELECT page_2.form AS form) AS node_4 ON true JOIN LATERAL (SELECT page_2.capacity AS capacity) AS node_5 ON true JOIN LATERAL (SELECT row_to_json(node_5.*) AS node) AS edge_6 ON true JOIN LATERAL (SELECT (('30114018d8.' || page_2.country_code) || '_') || CAST(page_2.id AS TEXT) AS cursor) AS edge_7 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes, gathered_2.part_1 AS again, gathered_2.part_2 AS edges, gathered_2.part_3 AS also) AS connection_8 ON true) AS homes) AS answer
