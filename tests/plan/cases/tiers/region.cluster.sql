WITH page_2 AS MATERIALIZED 
(SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.capacity AS capacity, home_1.programme_id AS programme_id, home_1.capacity AS order_0 
FROM home AS home_1 
WHERE home_1.country_code = ANY ($1::TEXT[]) AND home_1.voided_at IS NULL ORDER BY home_1.capacity DESC, home_1.country_code DESC, home_1.id DESC 
 LIMIT 2), 
found_4 AS MATERIALIZED 
(SELECT country_3.code AS code, country_3.code AS hung_0 
FROM country AS country_3 
WHERE country_3.code IN (SELECT page_2.country_code 
FROM page_2)), 
found_8 AS MATERIALIZED 
(SELECT programme_7.country_code AS country_code, programme_7.id AS id, programme_7.name AS name, programme_7.id AS hung_0, programme_7.country_code AS hung_1 
FROM programme AS programme_7 
WHERE (programme_7.id, programme_7.country_code) IN (SELECT page_2.programme_id, page_2.country_code 
FROM page_2) AND programme_7.country_code = ANY ($1::TEXT[]) AND programme_7.voided_at IS NULL)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_13.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_11.*) AS part_1 
FROM page_2 LEFT OUTER JOIN (SELECT found_4.hung_0 AS hung_0, row_to_json(node_5.*) AS value 
FROM found_4 JOIN LATERAL (SELECT found_4.code AS code) AS node_5 ON true) AS link_6 ON link_6.hung_0 = page_2.country_code LEFT OUTER JOIN (SELECT found_8.hung_0 AS hung_0, found_8.hung_1 AS hung_1, row_to_json(node_9.*) AS value 
FROM found_8 JOIN LATERAL (SELECT found_8.name AS name) AS node_9 ON true) AS link_10 ON link_10.hung_0 = page_2.programme_id AND link_10.hung_1 = page_2.country_code JOIN LATERAL (SELECT page_2.capacity AS capacity, link_6.value AS country, link_10.value AS programme) AS node_11 ON true ORDER BY page_2.order_0 DESC, page_2.country_code DESC, page_2.id DESC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM home AS home_12 
WHERE home_12.country_code = ANY ($1::TEXT[]) AND home_12.voided_at IS NULL) AS "totalCount", coalesce(gathered_2.part_1, '[]'::json) AS nodes) AS connection_13 ON true) AS homes, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_2 
FROM programme AS programme_16 
WHERE programme_16.country_code = ANY ($1::TEXT[]) AND programme_16.voided_at IS NULL) RETURNING json) AS value) AS programmes) AS answer
