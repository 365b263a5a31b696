WITH release_2 AS MATERIALIZED 
(SELECT release_1.id AS id, release_1.year AS year, release_1.quarter AS quarter, release_1.month AS month, release_1.first_day AS first_day, release_1.last_day AS last_day, release_1.revision AS revision, release_1.published_at AS published_at, release_1.known_at AS known_at, release_1.reason AS reason, release_1.definitions AS definitions 
FROM release AS release_1 
WHERE release_1.year = $1::BIGINT AND release_1.quarter IS NULL AND release_1.month IS NULL ORDER BY release_1.revision DESC 
 LIMIT 1), 
release_4 AS MATERIALIZED 
(SELECT release_3.id AS id, release_3.year AS year, release_3.quarter AS quarter, release_3.month AS month, release_3.first_day AS first_day, release_3.last_day AS last_day, release_3.revision AS revision, release_3.published_at AS published_at, release_3.known_at AS known_at, release_3.reason AS reason, release_3.definitions AS definitions 
FROM release AS release_3 
WHERE release_3.year = $2::BIGINT AND release_3.quarter IS NULL AND release_3.month IS NULL ORDER BY release_3.revision DESC 
 LIMIT 1)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM release_2), EXISTS (SELECT 1 
FROM release_4)] AS cursors 
FROM (SELECT (SELECT row_to_json(report_10.*) AS value 
FROM release_2 JOIN release_4 ON true JOIN LATERAL (SELECT release_4.year AS year, release_4.revision AS revision, release_4.reason AS reason) AS release_5 ON true JOIN LATERAL (SELECT row_to_json(release_5.*) AS "comparedWith", (SELECT coalesce(json_agg(row_to_json(listed_9.*)), '[]'::json) AS coalesce_1 
FROM (SELECT published_figure_6.country_code AS country, CASE published_figure_6.categories WHEN 'FEMALE,AGE_0_4' THEN '[{"value":"FEMALE"},{"value":"AGE_0_4"}]'::json WHEN 'FEMALE,AGE_10_14' THEN '[{"value":"FEMALE"},{"value":"AGE_10_14"}]'::json WHEN 'FEMALE,AGE_15_17' THEN '[{"value":"FEMALE"},{"value":"AGE_15_17"}]'::json WHEN 'FEMALE,AGE_18_PLUS_OR_UNKNOWN' THEN '[{"value":"FEMALE"},{"value":"AGE_18_PLUS_OR_UNKNOWN"}]'::json WHEN 'FEMALE,AGE_5_9' THEN '[{"value":"FEMALE"},{"value":"AGE_5_9"}]'::json WHEN 'MALE_OTHER_OR_UNKNOWN,AGE_0_4' THEN '[{"value":"MALE_OTHER_OR_UNKNOWN"},{"value":"AGE_0_4"}]'::json WHEN 'MALE_OTHER_OR_UNKNOWN,AGE_10_14' THEN '[{"value":"MALE_OTHER_OR_UNKNOWN"},{"value":"AGE_10_14"}]'::json WHEN 'MALE_OTHER_OR_UNKNOWN,AGE_15_17' THEN '[{"value":"MALE_OTHER_OR_UNKNOWN"},{"value":"AGE_15_17"}]'::json WHEN 'MALE_OTHER_OR_UNKNOWN,AGE_18_PLUS_OR_UNKNOWN' THEN '[{"value":"MALE_OTHER_OR_UNKNOWN"},{"value":"AGE_18_PLUS_OR_UNKNOWN"}]'::json WHEN 'MALE_OTHER_OR_UNKNOWN,AGE_5_9' THEN '[{"value":"MALE_OTHER_OR_UNKNOWN"},{"value":"AGE_5_9"}]'::json END AS "in", published_figure_6.value AS value, row_to_json(comparison_8.*) AS comparison 
FROM published_figure AS published_figure_6 LEFT OUTER JOIN published_figure AS published_figure_7 ON published_figure_7.release_id = (SELECT release_4.id 
FROM release_4) AND published_figure_7.split_by = 'SEX,AGE_GROUP' AND published_figure_7.level = 'COUNTRY' AND published_figure_7.indicator = 'CARE_STOCK' AND published_figure_7.level = published_figure_6.level AND published_figure_7.indicator = published_figure_6.indicator AND published_figure_7.area = published_figure_6.area AND published_figure_7.categories = published_figure_6.categories JOIN LATERAL (SELECT published_figure_6.value - published_figure_7.value AS change, published_figure_7.value AS value, coalesce(published_figure_7.status, 'NOT_AVAILABLE') AS status) AS comparison_8 ON true 
WHERE published_figure_6.release_id = (SELECT release_2.id 
FROM release_2) AND published_figure_6.split_by = 'SEX,AGE_GROUP' AND published_figure_6.level = 'COUNTRY' AND published_figure_6.indicator = 'CARE_STOCK' ORDER BY published_figure_6.level, published_figure_6.indicator, published_figure_6.area, published_figure_6.categories) AS listed_9) AS cells) AS report_10 ON true) AS "indicatorReport") AS answer
