SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_5.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(edge_4.*) AS part_0 
FROM (SELECT placement_1.country_code AS country_code, placement_1.id AS id, placement_1.started_on AS started_on, placement_1.ended_on AS ended_on, placement_1.ended_on AS order_0, placement_1.started_on AS order_1 
FROM placement AS placement_1 
WHERE placement_1.country_code = $1::VARCHAR AND placement_1.voided_at IS NULL AND placement_1.started_on >= $2::DATE ORDER BY placement_1.ended_on DESC, placement_1.started_on ASC, placement_1.id ASC 
 LIMIT 2) AS page_2 JOIN LATERAL (SELECT page_2.started_on AS "startedOn", page_2.ended_on AS "endedOn") AS node_3 ON true JOIN LATERAL (SELECT (('b1e2b1ba87.' || page_2.country_code) || '_') || CAST(page_2.id AS TEXT) AS cursor, row_to_json(node_3.*) AS node) AS edge_4 ON true ORDER BY page_2.order_0 DESC, page_2.order_1 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS edges) AS connection_5 ON true) AS open, (SELECT row_to_json(connection_10.*) AS value 
FROM (SELECT coalesce(json_agg(rows_7.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(edge_9.*) AS part_0 
FROM (SELECT placement_6.country_code AS country_code, placement_6.id AS id, placement_6.started_on AS started_on, placement_6.ended_on AS ended_on, placement_6.ended_on AS order_0, placement_6.started_on AS order_1 
FROM placement AS placement_6 
WHERE placement_6.country_code = $1::VARCHAR AND placement_6.voided_at IS NULL AND placement_6.started_on >= $3::DATE AND placement_6.ended_on IS NOT NULL ORDER BY placement_6.ended_on DESC, placement_6.started_on ASC, placement_6.id ASC 
 LIMIT 1) AS page_7 JOIN LATERAL (SELECT page_7.started_on AS "startedOn", page_7.ended_on AS "endedOn") AS node_8 ON true JOIN LATERAL (SELECT (('b1e2b1ba87.' || page_7.country_code) || '_') || CAST(page_7.id AS TEXT) AS cursor, row_to_json(node_8.*) AS node) AS edge_9 ON true ORDER BY page_7.order_0 DESC, page_7.order_1 ASC, page_7.id ASC) AS rows_7) AS gathered_7 JOIN LATERAL (SELECT gathered_7.part_0 AS edges) AS connection_10 ON true) AS ended) AS answer
