SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_11.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_9.*) AS part_1 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.capacity AS capacity, home_1.programme_id AS programme_id, home_1.capacity AS order_0 
FROM home AS home_1 
WHERE home_1.country_code = ANY ($1::TEXT[]) AND home_1.voided_at IS NULL ORDER BY home_1.capacity DESC, home_1.country_code DESC, home_1.id DESC 
 LIMIT 2) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_4.*) AS value 
FROM country AS country_3 JOIN LATERAL (SELECT country_3.code AS code) AS node_4 ON true 
WHERE country_3.code = page_2.country_code) AS link_5 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_7.*) AS value 
FROM programme AS programme_6 JOIN LATERAL (SELECT programme_6.name AS name) AS node_7 ON true 
WHERE programme_6.id = page_2.programme_id AND programme_6.country_code = page_2.country_code AND programme_6.country_code = ANY ($1::TEXT[]) AND programme_6.voided_at IS NULL) AS link_8 ON true JOIN LATERAL (SELECT page_2.capacity AS capacity, link_5.value AS country, link_8.value AS programme) AS node_9 ON true ORDER BY page_2.order_0 DESC, page_2.country_code DESC, page_2.id DESC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM home AS home_10 
WHERE home_10.country_code = ANY ($1::TEXT[]) AND home_10.voided_at IS NULL) AS "totalCount", gathered_2.part_1 AS nodes) AS connection_11 ON true) AS homes, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_2 
FROM programme AS programme_14 
WHERE programme_14.country_code = ANY ($1::TEXT[]) AND programme_14.voided_at IS NULL) RETURNING json) AS value) AS programmes) AS answer
