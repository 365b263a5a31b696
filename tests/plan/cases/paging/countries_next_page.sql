WITH after_2 AS 
(SELECT country_3.name_root_order AS order_0, country_3.code AS code 
FROM country AS country_3 
WHERE country_3.code = $1::VARCHAR)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM after_2)] AS cursors 
FROM (SELECT (SELECT row_to_json(connection_6.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0, (array_agg(rows_2.cursor))[count(*)] AS end_cursor 
FROM (SELECT row_to_json(node_4.*) AS part_0, '1833018ec1.' || page_2.code AS cursor 
FROM (SELECT country_1.code AS code, country_1.name AS name, country_1.name_root_order AS order_0 
FROM country AS country_1 
WHERE (country_1.name_root_order, country_1.code) < ((SELECT after_2.order_0 
FROM after_2), (SELECT after_2.code 
FROM after_2)) ORDER BY country_1.name_root_order DESC, country_1.code DESC 
 LIMIT 2) AS page_2 JOIN LATERAL (SELECT page_2.code AS code, page_2.name AS name) AS node_4 ON true ORDER BY page_2.order_0 DESC, page_2.code DESC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes, JSON_OBJECT('hasPreviousPage' : EXISTS (SELECT 1 
FROM country AS country_5 
WHERE (country_5.name_root_order, country_5.code) >= ((SELECT after_2.order_0 
FROM after_2), (SELECT after_2.code 
FROM after_2))), 'endCursor' : gathered_2.end_cursor RETURNING json) AS "pageInfo") AS connection_6 ON true 
WHERE EXISTS (SELECT 1 
FROM after_2)) AS countries) AS answer
