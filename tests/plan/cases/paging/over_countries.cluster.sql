WITH after_2 AS 
(SELECT home_3.capacity AS order_0, home_3.country_code AS country_code, home_3.id AS id 
FROM home AS home_3 
WHERE home_3.country_code = ANY ($1::TEXT[]) AND home_3.voided_at IS NULL AND home_3.country_code = $2::VARCHAR AND home_3.id = $3::UUID), 
page_2 AS MATERIALIZED 
(SELECT fetched_2.country_code AS country_code, fetched_2.id AS id, fetched_2.capacity AS capacity, fetched_2.order_0 AS order_0, count(*) OVER () AS fetched 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.capacity AS capacity, home_1.capacity AS order_0 
FROM home AS home_1 
WHERE home_1.country_code = ANY ($1::TEXT[]) AND home_1.voided_at IS NULL AND (home_1.capacity, home_1.country_code, home_1.id) < ((SELECT after_2.order_0 
FROM after_2), (SELECT after_2.country_code 
FROM after_2), (SELECT after_2.id 
FROM after_2)) ORDER BY home_1.capacity DESC, home_1.country_code DESC, home_1.id DESC 
 LIMIT 4) AS fetched_2 ORDER BY fetched_2.order_0 DESC, fetched_2.country_code DESC, fetched_2.id DESC 
 LIMIT 3), 
found_5 AS MATERIALIZED 
(SELECT country_4.code AS code, country_4.code AS hung_0 
FROM country AS country_4 
WHERE country_4.code IN (SELECT page_2.country_code 
FROM page_2))
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM after_2)] AS cursors 
FROM (SELECT (SELECT row_to_json(connection_11.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_1), '[]'::json) AS part_1, (array_agg(rows_2.cursor))[count(*)] AS end_cursor, coalesce(bool_or(rows_2.more), false) AS more 
FROM (SELECT row_to_json(node_8.*) AS part_1, (('b9cc86a350.' || page_2.country_code) || '_') || CAST(page_2.id AS TEXT) AS cursor, page_2.fetched > 3 AS more 
FROM page_2 LEFT OUTER JOIN (SELECT found_5.hung_0 AS hung_0, row_to_json(node_6.*) AS value 
FROM found_5 JOIN LATERAL (SELECT found_5.code AS code) AS node_6 ON true) AS link_7 ON link_7.hung_0 = page_2.country_code JOIN LATERAL (SELECT link_7.value AS country, page_2.capacity AS capacity) AS node_8 ON true ORDER BY page_2.order_0 DESC, page_2.country_code DESC, page_2.id DESC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM home AS home_9 
WHERE home_9.country_code = ANY ($1::TEXT[]) AND home_9.voided_at IS NULL) AS "totalCount", coalesce(gathered_2.part_1, '[]'::json) AS nodes, JSON_OBJECT('hasNextPage' : gathered_2.more, 'hasPreviousPage' : EXISTS (SELECT 1 
FROM home AS home_10 
WHERE home_10.country_code = ANY ($1::TEXT[]) AND home_10.voided_at IS NULL AND (home_10.capacity, home_10.country_code, home_10.id) >= ((SELECT after_2.order_0 
FROM after_2), (SELECT after_2.country_code 
FROM after_2), (SELECT after_2.id 
FROM after_2))), 'endCursor' : gathered_2.end_cursor RETURNING json) AS "pageInfo") AS connection_11 ON true 
WHERE EXISTS (SELECT 1 
FROM after_2)) AS homes) AS answer
