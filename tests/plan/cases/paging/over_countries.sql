WITH after_2 AS 
(SELECT home_3.capacity AS order_0, home_3.country_code AS country_code, home_3.id AS id 
FROM home AS home_3 
WHERE home_3.country_code = ANY ($1::TEXT[]) AND home_3.voided_at IS NULL AND home_3.country_code = $2::VARCHAR AND home_3.id = $3::UUID)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM after_2)] AS cursors 
FROM (SELECT (SELECT row_to_json(connection_10.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_1), '[]'::json) AS part_1, (array_agg(rows_2.cursor))[count(*)] AS end_cursor, coalesce(bool_or(rows_2.more), false) AS more 
FROM (SELECT row_to_json(node_7.*) AS part_1, (('b9cc86a350.' || page_2.country_code) || '_') || CAST(page_2.id AS TEXT) AS cursor, page_2.fetched > 3 AS more 
FROM (SELECT fetched_2.country_code AS country_code, fetched_2.id AS id, fetched_2.capacity AS capacity, fetched_2.order_0 AS order_0, count(*) OVER () AS fetched 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.capacity AS capacity, home_1.capacity AS order_0 
FROM home AS home_1 
WHERE home_1.country_code = ANY ($1::TEXT[]) AND home_1.voided_at IS NULL AND (home_1.capacity, home_1.country_code, home_1.id) < ((SELECT after_2.order_0 
FROM after_2), (SELECT after_2.country_code 
FROM after_2), (SELECT after_2.id 
FROM after_2)) ORDER BY home_1.capacity DESC, home_1.country_code DESC, home_1.id DESC 
 LIMIT 4) AS fetched_2 ORDER BY fetched_2.order_0 DESC, fetched_2.country_code DESC, fetched_2.id DESC 
 LIMIT 3) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_5.*) AS value 
FROM country AS country_4 JOIN LATERAL (SELECT country_4.code AS code) AS node_5 ON true 
WHERE country_4.code = page_2.country_code) AS link_6 ON true JOIN LATERAL (SELECT link_6.value AS country, page_2.capacity AS capacity) AS node_7 ON true ORDER BY page_2.order_0 DESC, page_2.country_code DESC, page_2.id DESC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM home AS home_8 
WHERE home_8.country_code = ANY ($1::TEXT[]) AND home_8.voided_at IS NULL) AS "totalCount", gathered_2.part_1 AS nodes, JSON_OBJECT('hasNextPage' : gathered_2.more, 'hasPreviousPage' : EXISTS (SELECT 1 
FROM home AS home_9 
WHERE home_9.country_code = ANY ($1::TEXT[]) AND home_9.voided_at IS NULL AND (home_9.capacity, home_9.country_code, home_9.id) >= ((SELECT after_2.order_0 
FROM after_2), (SELECT after_2.country_code 
FROM after_2), (SELECT after_2.id 
FROM after_2))), 'endCursor' : gathered_2.end_cursor RETURNING json) AS "pageInfo") AS connection_10 ON true 
WHERE EXISTS (SELECT 1 
FROM after_2)) AS homes) AS answer
