SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_4.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_3.*) AS part_0 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.form AS form 
FROM home AS home_1 
WHERE home_1.voided_at IS NULL ORDER BY home_1.country_code ASC, home_1.id ASC 
 LIMIT 1) AS page_2 JOIN LATERAL (SELECT page_2.form AS form, NULL AS children) AS node_3 ON true ORDER BY page_2.country_code ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_4 ON true) AS homes, NULL AS children) AS answer
