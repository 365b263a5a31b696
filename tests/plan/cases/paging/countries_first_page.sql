SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_4.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0, (array_agg(rows_2.cursor))[count(*)] AS end_cursor 
FROM (SELECT row_to_json(node_3.*) AS part_0, '1833018ec1.' || page_2.code AS cursor 
FROM (SELECT country_1.code AS code, country_1.name_root_order AS order_0 
FROM country AS country_1 ORDER BY country_1.name_root_order DESC, country_1.code DESC 
 LIMIT 2) AS page_2 JOIN LATERAL (SELECT page_2.code AS code) AS node_3 ON true ORDER BY page_2.order_0 DESC, page_2.code DESC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes, JSON_OBJECT('endCursor' : gathered_2.end_cursor RETURNING json) AS "pageInfo") AS connection_4 ON true) AS countries) AS answer
