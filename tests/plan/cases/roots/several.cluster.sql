SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_2.*) AS value 
FROM country AS country_1 JOIN LATERAL (SELECT country_1.code AS code, country_1.name AS name) AS node_2 ON true 
WHERE country_1.code = $1::VARCHAR) AS country, (SELECT row_to_json(connection_6.*) AS value 
FROM (SELECT coalesce(json_agg(rows_4.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_5.*) AS part_0 
FROM (SELECT home_3.country_code AS country_code, home_3.id AS id, home_3.name AS name, home_3.name_order AS order_0 
FROM home AS home_3 
WHERE home_3.country_code = $2::VARCHAR AND home_3.voided_at IS NULL ORDER BY home_3.name_order ASC, home_3.id ASC 
 LIMIT 1) AS page_4 JOIN LATERAL (SELECT page_4.name AS name) AS node_5 ON true ORDER BY page_4.order_0 ASC, page_4.id ASC) AS rows_4) AS gathered_4 JOIN LATERAL (SELECT gathered_4.part_0 AS nodes) AS connection_6 ON true) AS homes, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM programme AS programme_9 
WHERE programme_9.country_code = $2::VARCHAR AND programme_9.voided_at IS NULL) RETURNING json) AS value) AS programmes, 'Query' AS __typename) AS answer
