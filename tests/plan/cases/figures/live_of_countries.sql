WITH filled_6 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_5.amount), 0) AS BIGINT) AS amount 
FROM (SELECT rows_4.country_code AS country_code, count(*) AS amount 
FROM (SELECT placement_3.country_code AS country_code, placement_3.child_file_id AS child_id, placement_3.home_id AS home_id, placement_3.programme_id AS programme_id, placement_3.started_on AS started_on, placement_3.ended_on AS ended_on 
FROM placement AS placement_3 
WHERE placement_3.country_code = $2::VARCHAR AND placement_3.voided_at IS NULL) AS rows_4 
WHERE rows_4.started_on <= $3::DATE AND (rows_4.ended_on IS NULL OR rows_4.ended_on > $3::DATE) GROUP BY rows_4.country_code) AS counted_5)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_12.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_11.*) AS part_0 
FROM (SELECT country_1.code AS code 
FROM country AS country_1 
WHERE country_1.code = ANY ($1::TEXT[]) ORDER BY country_1.code ASC 
 LIMIT 3) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(figure_9.*) AS value 
FROM (SELECT 0 AS place, 'CARE_STOCK' AS indicator, cells_7.n AS n, cells_7.amount AS value, cells_7.amount AS numerator, CAST(null AS BIGINT) AS denominator 
FROM filled_6 AS cells_7) AS figures_8 JOIN LATERAL (SELECT $2::VARCHAR AS area, figures_8.value AS value, CASE WHEN (figures_8.value IS NULL) THEN 'NOT_AVAILABLE' ELSE 'PUBLISHED' END AS status, '[]'::json AS splits) AS figure_9 ON true 
WHERE page_2.code = $2::VARCHAR) AS figure_of_10 ON true JOIN LATERAL (SELECT page_2.code AS code, figure_of_10.value AS indicator) AS node_11 ON true ORDER BY page_2.code ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_12 ON true) AS countries) AS answer
