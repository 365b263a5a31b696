SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_4.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0, (array_agg(rows_2.cursor))[count(*)] AS end_cursor 
FROM (SELECT row_to_json(node_3.*) AS part_0, (('52c4996f41.' || page_2.country_code) || '_') || CAST(page_2.id AS TEXT) AS cursor 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.form AS form, home_1.form AS order_0 
FROM home AS home_1 
WHERE home_1.country_code = $1::VARCHAR AND home_1.voided_at IS NULL ORDER BY home_1.form DESC, home_1.id DESC 
 LIMIT 2) AS page_2 JOIN LATERAL (SELECT page_2.form AS form) AS node_3 ON true ORDER BY page_2.order_0 DESC, page_2.id DESC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes, JSON_OBJECT('endCursor' : gathered_2.end_cursor RETURNING json) AS "pageInfo") AS connection_4 ON true) AS homes) AS answer
