SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_15.*) AS value 
FROM country AS country_1 LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM home AS home_4 
WHERE home_4.country_code = country_1.code AND home_4.country_code = ANY ($1::TEXT[]) AND home_4.voided_at IS NULL) RETURNING json) AS value) AS link_5 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_13.*) AS value 
FROM (SELECT coalesce(json_agg(rows_7.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_11.*) AS part_1 
FROM (SELECT programme_6.country_code AS country_code, programme_6.id AS id 
FROM programme AS programme_6 
WHERE programme_6.country_code = country_1.code AND programme_6.country_code = ANY ($1::TEXT[]) AND programme_6.voided_at IS NULL ORDER BY programme_6.country_code ASC, programme_6.id ASC 
 LIMIT 20) AS page_7 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_9.*) AS value 
FROM country AS country_8 JOIN LATERAL (SELECT country_8.code AS code) AS node_9 ON true 
WHERE country_8.code = page_7.country_code) AS link_10 ON true JOIN LATERAL (SELECT link_10.value AS country) AS node_11 ON true ORDER BY page_7.country_code ASC, page_7.id ASC) AS rows_7) AS gathered_7 JOIN LATERAL (SELECT (SELECT count(*) AS count_2 
FROM programme AS programme_12 
WHERE programme_12.country_code = country_1.code AND programme_12.country_code = ANY ($1::TEXT[]) AND programme_12.voided_at IS NULL) AS "totalCount", gathered_7.part_1 AS nodes) AS connection_13 ON true) AS link_14 ON true JOIN LATERAL (SELECT country_1.code AS code, link_5.value AS homes, link_14.value AS programmes) AS node_15 ON true 
WHERE country_1.code = $2::VARCHAR) AS country) AS answer
