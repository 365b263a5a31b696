WITH found_2 AS MATERIALIZED 
(SELECT country_1.code AS code 
FROM country AS country_1 
WHERE country_1.code = $1::VARCHAR), 
counted_6 AS MATERIALIZED 
(SELECT home_5.country_code AS hung_0, count(*) AS total 
FROM home AS home_5 
WHERE home_5.country_code IN (SELECT found_2.code 
FROM found_2) AND home_5.country_code = $1::VARCHAR AND home_5.country_code = ANY ($2::TEXT[]) AND home_5.voided_at IS NULL GROUP BY home_5.country_code), 
hung_8 AS MATERIALIZED 
(SELECT placed_8.country_code AS country_code, placed_8.id AS id, placed_8.hung_0 AS hung_0 
FROM (SELECT programme_7.country_code AS country_code, programme_7.id AS id, programme_7.country_code AS hung_0, row_number() OVER (PARTITION BY programme_7.country_code ORDER BY programme_7.country_code ASC, programme_7.id ASC) AS place 
FROM programme AS programme_7 
WHERE programme_7.country_code IN (SELECT found_2.code 
FROM found_2) AND programme_7.country_code = $1::VARCHAR AND programme_7.country_code = ANY ($2::TEXT[]) AND programme_7.voided_at IS NULL) AS placed_8 
WHERE placed_8.place <= 20), 
found_10 AS MATERIALIZED 
(SELECT country_9.code AS code, country_9.code AS hung_0 
FROM country AS country_9 
WHERE country_9.code IN (SELECT hung_8.country_code 
FROM hung_8)), 
counted_15 AS MATERIALIZED 
(SELECT programme_14.country_code AS hung_0, count(*) AS total 
FROM programme AS programme_14 
WHERE programme_14.country_code IN (SELECT found_2.code 
FROM found_2) AND programme_14.country_code = $1::VARCHAR AND programme_14.country_code = ANY ($2::TEXT[]) AND programme_14.voided_at IS NULL GROUP BY programme_14.country_code)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_17.*) AS value 
FROM found_2 LEFT OUTER JOIN counted_6 ON counted_6.hung_0 = found_2.code LEFT OUTER JOIN (SELECT rows_8.hung_0 AS hung_0, json_agg(rows_8.part_1) AS part_1 
FROM (SELECT hung_8.hung_0 AS hung_0, row_to_json(node_13.*) AS part_1 
FROM hung_8 LEFT OUTER JOIN (SELECT found_10.hung_0 AS hung_0, row_to_json(node_11.*) AS value 
FROM found_10 JOIN LATERAL (SELECT found_10.code AS code) AS node_11 ON true) AS link_12 ON link_12.hung_0 = hung_8.country_code JOIN LATERAL (SELECT link_12.value AS country) AS node_13 ON true ORDER BY hung_8.hung_0, hung_8.country_code ASC, hung_8.id ASC) AS rows_8 GROUP BY rows_8.hung_0) AS gathered_8 ON gathered_8.hung_0 = found_2.code LEFT OUTER JOIN counted_15 ON counted_15.hung_0 = found_2.code JOIN LATERAL (SELECT coalesce(counted_15.total, 0) AS "totalCount", coalesce(gathered_8.part_1, '[]'::json) AS nodes) AS connection_16 ON true JOIN LATERAL (SELECT found_2.code AS code, JSON_OBJECT('totalCount' : coalesce(counted_6.total, 0) RETURNING json) AS homes, row_to_json(connection_16.*) AS programmes) AS node_17 ON true) AS country) AS answer
