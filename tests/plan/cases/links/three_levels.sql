SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_20.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_19.*) AS part_0 
FROM (SELECT programme_1.country_code AS country_code, programme_1.id AS id, programme_1.name AS name, programme_1.name_order AS order_0 
FROM programme AS programme_1 
WHERE programme_1.country_code = $1::VARCHAR AND programme_1.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM child AS child_3 
WHERE child_3.programme_id = programme_1.id AND child_3.country_code = $1::VARCHAR AND child_3.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM placement AS placement_4 
WHERE placement_4.child_file_id = child_3.id AND placement_4.country_code = $1::VARCHAR AND placement_4.voided_at IS NULL AND placement_4.ended_on IS NULL)))) ORDER BY programme_1.name_order ASC, programme_1.id ASC 
 LIMIT 1) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_17.*) AS value 
FROM (SELECT coalesce(json_agg(rows_6.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_16.*) AS part_0 
FROM (SELECT home_5.country_code AS country_code, home_5.id AS id, home_5.opened_on AS opened_on, home_5.opened_on AS order_0 
FROM home AS home_5 
WHERE home_5.programme_id = page_2.id AND home_5.country_code = $1::VARCHAR AND home_5.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM placement AS placement_7 
WHERE placement_7.home_id = home_5.id AND placement_7.country_code = $1::VARCHAR AND placement_7.voided_at IS NULL AND placement_7.ended_on IS NULL)) ORDER BY home_5.opened_on ASC, home_5.id ASC 
 LIMIT 2) AS page_6 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_14.*) AS value 
FROM (SELECT coalesce(json_agg(rows_9.part_0), '[]'::json) AS part_0, coalesce(bool_or(rows_9.more), false) AS more 
FROM (SELECT row_to_json(node_13.*) AS part_0, page_9.fetched > 2 AS more 
FROM (SELECT fetched_9.country_code AS country_code, fetched_9.id AS id, fetched_9.started_on AS started_on, fetched_9.child_id AS child_id, fetched_9.order_0 AS order_0, count(*) OVER () AS fetched 
FROM (SELECT placement_8.country_code AS country_code, placement_8.id AS id, placement_8.started_on AS started_on, placement_8.child_file_id AS child_id, placement_8.started_on AS order_0 
FROM placement AS placement_8 
WHERE placement_8.home_id = page_6.id AND placement_8.country_code = $1::VARCHAR AND placement_8.voided_at IS NULL AND placement_8.ended_on IS NULL ORDER BY placement_8.started_on DESC, placement_8.id DESC 
 LIMIT 3) AS fetched_9 ORDER BY fetched_9.order_0 DESC, fetched_9.id DESC 
 LIMIT 2) AS page_9 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_11.*) AS value 
FROM child AS child_10 JOIN LATERAL (SELECT child_10.given_name AS "givenName") AS node_11 ON true 
WHERE child_10.id = page_9.child_id AND child_10.country_code = $1::VARCHAR AND child_10.voided_at IS NULL) AS link_12 ON true JOIN LATERAL (SELECT page_9.started_on AS "startedOn", link_12.value AS child) AS node_13 ON true ORDER BY page_9.order_0 DESC, page_9.id DESC) AS rows_9) AS gathered_9 JOIN LATERAL (SELECT gathered_9.part_0 AS nodes, JSON_OBJECT('hasNextPage' : gathered_9.more RETURNING json) AS "pageInfo") AS connection_14 ON true) AS link_15 ON true JOIN LATERAL (SELECT page_6.opened_on AS "openedOn", link_15.value AS placements) AS node_16 ON true ORDER BY page_6.order_0 ASC, page_6.id ASC) AS rows_6) AS gathered_6 JOIN LATERAL (SELECT gathered_6.part_0 AS nodes) AS connection_17 ON true) AS link_18 ON true JOIN LATERAL (SELECT page_2.name AS name, link_18.value AS homes) AS node_19 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_20 ON true) AS programmes) AS answer
