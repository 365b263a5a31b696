SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_4.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_3.*) AS part_0 
FROM (SELECT programme_1.country_code AS country_code, programme_1.id AS id, programme_1.started_on AS started_on, programme_1.ended_on AS ended_on, programme_1.created_at AS created_at, programme_1.updated_at AS updated_at, programme_1.name_order AS order_0 
FROM programme AS programme_1 
WHERE programme_1.country_code = $1::VARCHAR AND programme_1.voided_at IS NULL ORDER BY programme_1.name_order ASC, programme_1.id ASC 
 LIMIT 1) AS page_2 JOIN LATERAL (SELECT page_2.started_on AS "startedOn", page_2.ended_on AS "endedOn", page_2.created_at AS "createdAt", page_2.updated_at AS "updatedAt") AS node_3 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_4 ON true) AS programmes) AS answer
