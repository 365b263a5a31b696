SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_3.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT JSON_OBJECT( RETURNING json) AS part_0 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id 
FROM home AS home_1 
WHERE home_1.country_code = $1::VARCHAR AND home_1.voided_at IS NULL ORDER BY home_1.id ASC 
 LIMIT 2) AS page_2 ORDER BY page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_3 ON true) AS homes) AS answer
