WITH release_2 AS MATERIALIZED 
(SELECT release_1.id AS id, release_1.year AS year, release_1.quarter AS quarter, release_1.month AS month, release_1.first_day AS first_day, release_1.last_day AS last_day, release_1.revision AS revision, release_1.published_at AS published_at, release_1.known_at AS known_at, release_1.reason AS reason, release_1.definitions AS definitions 
FROM release AS release_1 
WHERE release_1.year = $1::BIGINT AND release_1.quarter = $2::BIGINT AND release_1.month IS NULL ORDER BY release_1.revision DESC 
 LIMIT 1), 
release_7 AS MATERIALIZED 
(SELECT release_6.id AS id, release_6.year AS year, release_6.quarter AS quarter, release_6.month AS month, release_6.first_day AS first_day, release_6.last_day AS last_day, release_6.revision AS revision, release_6.published_at AS published_at, release_6.known_at AS known_at, release_6.reason AS reason, release_6.definitions AS definitions 
FROM release AS release_6 
WHERE release_6.year = $3::BIGINT AND release_6.quarter IS NULL AND release_6.month IS NULL AND release_6.revision = $4::BIGINT ORDER BY release_6.revision DESC 
 LIMIT 1), 
release_13 AS MATERIALIZED 
(SELECT release_12.id AS id, release_12.year AS year, release_12.quarter AS quarter, release_12.month AS month, release_12.first_day AS first_day, release_12.last_day AS last_day, release_12.revision AS revision, release_12.published_at AS published_at, release_12.known_at AS known_at, release_12.reason AS reason, release_12.definitions AS definitions 
FROM release AS release_12 
WHERE release_12.year = $3::BIGINT AND release_12.quarter IS NULL AND release_12.month IS NULL AND release_12.revision = $5::BIGINT ORDER BY release_12.revision DESC 
 LIMIT 1)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM release_2), EXISTS (SELECT 1 
FROM release_7), EXISTS (SELECT 1 
FROM release_13)] AS cursors 
FROM (SELECT (SELECT row_to_json(report_5.*) AS value 
FROM release_2 JOIN LATERAL (SELECT (SELECT coalesce(json_agg(row_to_json(listed_4.*)), '[]'::json) AS coalesce_1 
FROM (SELECT published_figure_3.value AS value 
FROM published_figure AS published_figure_3 
WHERE published_figure_3.release_id = (SELECT release_2.id 
FROM release_2) AND published_figure_3.split_by = '' AND published_figure_3.level = 'COUNTRY' AND published_figure_3.indicator = 'CARE_STOCK' ORDER BY published_figure_3.level, published_figure_3.indicator, published_figure_3.area, published_figure_3.categories) AS listed_4) AS cells) AS report_5 ON true) AS "indicatorReport", (SELECT row_to_json(report_11.*) AS value 
FROM release_7 JOIN LATERAL (SELECT release_7.revision AS revision, release_7.reason AS reason) AS release_8 ON true JOIN LATERAL (SELECT row_to_json(release_8.*) AS release, (SELECT coalesce(json_agg(row_to_json(listed_10.*)), '[]'::json) AS coalesce_2 
FROM (SELECT published_figure_9.value AS value 
FROM published_figure AS published_figure_9 
WHERE published_figure_9.release_id = (SELECT release_7.id 
FROM release_7) AND published_figure_9.split_by = '' AND published_figure_9.level = 'COUNTRY' AND published_figure_9.indicator = 'CARE_STOCK' AND published_figure_9.area = ANY ($6::TEXT[]) ORDER BY published_figure_9.level, published_figure_9.indicator, published_figure_9.area, published_figure_9.categories) AS listed_10) AS cells) AS report_11 ON true) AS earlier, (SELECT row_to_json(report_16.*) AS value 
FROM release_13 JOIN LATERAL (SELECT (SELECT coalesce(json_agg(row_to_json(listed_15.*)), '[]'::json) AS coalesce_3 
FROM (SELECT published_figure_14.value AS value 
FROM published_figure AS published_figure_14 
WHERE published_figure_14.release_id = (SELECT release_13.id 
FROM release_13) AND published_figure_14.split_by = '' AND published_figure_14.level = 'COUNTRY' AND published_figure_14.indicator = 'CARE_STOCK' ORDER BY published_figure_14.level, published_figure_14.indicator, published_figure_14.area, published_figure_14.categories) AS listed_15) AS cells) AS report_16 ON true) AS none) AS answer
