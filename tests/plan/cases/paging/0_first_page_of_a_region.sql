SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_7.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0, (array_agg(rows_2.cursor))[count(*)] AS end_cursor 
FROM (SELECT row_to_json(node_6.*) AS part_0, (('b9cc86a350.' || page_2.country_code) || '_') || CAST(page_2.id AS TEXT) AS cursor 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.capacity AS capacity, home_1.capacity AS order_0 
FROM home AS home_1 
WHERE home_1.country_code = ANY ($1::TEXT[]) AND home_1.voided_at IS NULL ORDER BY home_1.capacity DESC, home_1.country_code DESC, home_1.id DESC 
 LIMIT 2) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_4.*) AS value 
FROM country AS country_3 JOIN LATERAL (SELECT country_3.code AS code) AS node_4 ON true 
WHERE country_3.code = page_2.country_code) AS link_5 ON true JOIN LATERAL (SELECT link_5.value AS country, page_2.capacity AS capacity) AS node_6 ON true ORDER BY page_2.order_0 DESC, page_2.country_code DESC, page_2.id DESC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes, JSON_OBJECT('endCursor' : gathered_2.end_cursor RETURNING json) AS "pageInfo") AS connection_7 ON true) AS homes) AS answer
