SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_4.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0, coalesce(bool_or(rows_2.more), false) AS more 
FROM (SELECT row_to_json(node_3.*) AS part_0, page_2.fetched > 1 AS more 
FROM (SELECT fetched_2.country_code AS country_code, fetched_2.id AS id, fetched_2.name AS name, fetched_2.setting AS setting, fetched_2.order_0 AS order_0, count(*) OVER () AS fetched 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.name AS name, home_1.setting AS setting, home_1.name_order AS order_0 
FROM home AS home_1 
WHERE home_1.country_code = $1::VARCHAR AND home_1.voided_at IS NULL ORDER BY home_1.name_order ASC, home_1.id ASC 
 LIMIT 2) AS fetched_2 ORDER BY fetched_2.order_0 ASC, fetched_2.id ASC 
 LIMIT 1) AS page_2 JOIN LATERAL (SELECT page_2.name AS name, page_2.setting AS setting) AS node_3 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes, JSON_OBJECT('hasNextPage' : gathered_2.more RETURNING json) AS "pageInfo") AS connection_4 ON true) AS homes) AS answer
