WITH filled_8 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_7.amount), 0) AS BIGINT) AS amount 
FROM (SELECT in_rows_4.country_code AS country_code, count(*) AS amount 
FROM (SELECT rows_4.country_code AS country_code, rows_4.child_id AS child_id, rows_4.setting AS setting, rows_4.arrangement AS arrangement, rows_4.programme_id AS programme_id, rows_4.started_on AS started_on, rows_4.ended_on AS ended_on 
FROM (SELECT placement_3.country_code AS country_code, placement_3.care_episode_id AS care_episode_id, placement_3.setting AS setting, placement_3.started_on AS started_on, placement_3.ended_on AS ended_on, placement_3.child_file_id AS child_id, placement_3.arrangement AS arrangement, placement_3.programme_id AS programme_id 
FROM placement AS placement_3 
WHERE placement_3.country_code = $2::VARCHAR AND placement_3.voided_at IS NULL) AS rows_4 JOIN (SELECT care_episode_5.country_code AS country_code, care_episode_5.id AS id 
FROM care_episode AS care_episode_5 
WHERE care_episode_5.country_code = $2::VARCHAR AND care_episode_5.voided_at IS NULL) AS rows_6 ON rows_6.id = rows_4.care_episode_id 
WHERE rows_4.setting != 'NOT_CARE' AND (rows_4.ended_on IS NULL OR rows_4.ended_on > rows_4.started_on)) AS in_rows_4 
WHERE in_rows_4.started_on <= $3::DATE AND (in_rows_4.ended_on IS NULL OR in_rows_4.ended_on > $3::DATE) GROUP BY in_rows_4.country_code) AS counted_7)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_14.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_13.*) AS part_0 
FROM (SELECT country_1.code AS code 
FROM country AS country_1 
WHERE country_1.code = ANY ($1::TEXT[]) ORDER BY country_1.code ASC 
 LIMIT 3) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(figure_11.*) AS value 
FROM (SELECT 0 AS place, 'CARE_STOCK' AS indicator, cells_9.n AS n, cells_9.amount AS value, cells_9.amount AS numerator, CAST(null AS BIGINT) AS denominator 
FROM filled_8 AS cells_9) AS figures_10 JOIN LATERAL (SELECT $2::VARCHAR AS area, figures_10.value AS value, CASE WHEN (figures_10.value IS NULL) THEN 'NOT_AVAILABLE' ELSE 'PUBLISHED' END AS status, '[]'::json AS splits) AS figure_11 ON true 
WHERE page_2.code = $2::VARCHAR) AS figure_of_12 ON true JOIN LATERAL (SELECT page_2.code AS code, figure_of_12.value AS indicator) AS node_13 ON true ORDER BY page_2.code ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_14 ON true) AS countries) AS answer
