SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_4.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_3.*) AS part_0 
FROM (SELECT placement_1.country_code AS country_code, placement_1.id AS id, placement_1.ended_on AS ended_on, placement_1.started_on AS started_on, placement_1.ended_on AS order_0, placement_1.started_on AS order_1 
FROM placement AS placement_1 
WHERE placement_1.country_code = $1::VARCHAR AND placement_1.voided_at IS NULL ORDER BY placement_1.ended_on DESC, placement_1.started_on DESC, placement_1.id DESC 
 LIMIT 2) AS page_2 JOIN LATERAL (SELECT page_2.ended_on AS "endedOn", page_2.started_on AS "startedOn") AS node_3 ON true ORDER BY page_2.order_0 ASC, page_2.order_1 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_4 ON true) AS last, (SELECT row_to_json(connection_8.*) AS value 
FROM (SELECT coalesce(json_agg(rows_6.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_7.*) AS part_0 
FROM (SELECT placement_5.country_code AS country_code, placement_5.id AS id, placement_5.ended_on AS ended_on, placement_5.started_on AS started_on, placement_5.ended_on AS order_0, placement_5.started_on AS order_1 
FROM placement AS placement_5 
WHERE placement_5.country_code = $1::VARCHAR AND placement_5.voided_at IS NULL ORDER BY placement_5.ended_on DESC, placement_5.started_on DESC, placement_5.id DESC 
 LIMIT 2) AS page_6 JOIN LATERAL (SELECT page_6.ended_on AS "endedOn", page_6.started_on AS "startedOn") AS node_7 ON true ORDER BY page_6.order_0 DESC, page_6.order_1 DESC, page_6.id DESC) AS rows_6) AS gathered_6 JOIN LATERAL (SELECT gathered_6.part_0 AS nodes) AS connection_8 ON true) AS first) AS answer
