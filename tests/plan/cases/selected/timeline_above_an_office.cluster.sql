WITH page_2 AS MATERIALIZED 
(SELECT programme_1.country_code AS country_code, programme_1.id AS id, programme_1.kind AS kind 
FROM programme AS programme_1 
WHERE programme_1.country_code = ANY ($1::TEXT[]) AND programme_1.voided_at IS NULL ORDER BY programme_1.country_code ASC, programme_1.id ASC 
 LIMIT 1)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT NULL AS "timelineEntries", NULL AS "timelineEntry", (SELECT row_to_json(connection_4.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_3.*) AS part_0 
FROM page_2 JOIN LATERAL (SELECT page_2.kind AS kind, NULL AS timeline) AS node_3 ON true ORDER BY page_2.country_code ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT coalesce(gathered_2.part_0, '[]'::json) AS nodes) AS connection_4 ON true) AS programmes) AS answer
