SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_4.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_3.*) AS part_0 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.capacity AS capacity, home_1.opened_on AS opened_on, home_1.capacity AS order_0, home_1.opened_on AS order_1 
FROM home AS home_1 
WHERE home_1.country_code = $1::VARCHAR AND home_1.voided_at IS NULL ORDER BY home_1.capacity ASC, home_1.opened_on DESC, home_1.id DESC 
 LIMIT 4) AS page_2 JOIN LATERAL (SELECT page_2.capacity AS capacity, page_2.opened_on AS "openedOn") AS node_3 ON true ORDER BY page_2.order_0 ASC, page_2.order_1 DESC, page_2.id DESC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_4 ON true) AS up, (SELECT row_to_json(connection_8.*) AS value 
FROM (SELECT coalesce(json_agg(rows_6.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_7.*) AS part_0 
FROM (SELECT home_5.country_code AS country_code, home_5.id AS id, home_5.capacity AS capacity, home_5.opened_on AS opened_on, home_5.capacity AS order_0, home_5.opened_on AS order_1 
FROM home AS home_5 
WHERE home_5.country_code = $1::VARCHAR AND home_5.voided_at IS NULL ORDER BY home_5.capacity DESC, home_5.opened_on DESC, home_5.id DESC 
 LIMIT 4) AS page_6 JOIN LATERAL (SELECT page_6.capacity AS capacity, page_6.opened_on AS "openedOn") AS node_7 ON true ORDER BY page_6.order_0 DESC, page_6.order_1 DESC, page_6.id DESC) AS rows_6) AS gathered_6 JOIN LATERAL (SELECT gathered_6.part_0 AS nodes) AS connection_8 ON true) AS down, (SELECT row_to_json(connection_12.*) AS value 
FROM (SELECT coalesce(json_agg(rows_10.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_11.*) AS part_0 
FROM (SELECT home_9.country_code AS country_code, home_9.id AS id, home_9.opened_on AS opened_on, home_9.opened_on AS order_0 
FROM home AS home_9 
WHERE home_9.country_code = $1::VARCHAR AND home_9.voided_at IS NULL ORDER BY home_9.opened_on ASC, home_9.id ASC 
 LIMIT 2) AS page_10 JOIN LATERAL (SELECT page_10.opened_on AS "openedOn") AS node_11 ON true ORDER BY page_10.order_0 ASC, page_10.id ASC) AS rows_10) AS gathered_10 JOIN LATERAL (SELECT gathered_10.part_0 AS nodes) AS connection_12 ON true) AS single) AS answer
