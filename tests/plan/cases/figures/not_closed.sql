WITH release_2 AS MATERIALIZED 
(SELECT release_1.id AS id, release_1.year AS year, release_1.quarter AS quarter, release_1.month AS month, release_1.first_day AS first_day, release_1.last_day AS last_day, release_1.revision AS revision, release_1.published_at AS published_at, release_1.known_at AS known_at, release_1.reason AS reason, release_1.definitions AS definitions, release_1.commitment AS commitment 
FROM release AS release_1 
WHERE release_1.year = $1::BIGINT AND release_1.quarter = $2::BIGINT AND release_1.month IS NULL ORDER BY release_1.revision DESC 
 LIMIT 1), 
release_8 AS MATERIALIZED 
(SELECT release_7.id AS id, release_7.year AS year, release_7.quarter AS quarter, release_7.month AS month, release_7.first_day AS first_day, release_7.last_day AS last_day, release_7.revision AS revision, release_7.published_at AS published_at, release_7.known_at AS known_at, release_7.reason AS reason, release_7.definitions AS definitions, release_7.commitment AS commitment 
FROM release AS release_7 
WHERE release_7.year = $3::BIGINT AND release_7.quarter IS NULL AND release_7.month IS NULL AND release_7.revision = $4::BIGINT ORDER BY release_7.revision DESC 
 LIMIT 1), 
release_15 AS MATERIALIZED 
(SELECT release_14.id AS id, release_14.year AS year, release_14.quarter AS quarter, release_14.month AS month, release_14.first_day AS first_day, release_14.last_day AS last_day, release_14.revision AS revision, release_14.published_at AS published_at, release_14.known_at AS known_at, release_14.reason AS reason, release_14.definitions AS definitions, release_14.commitment AS commitment 
FROM release AS release_14 
WHERE release_14.year = $3::BIGINT AND release_14.quarter IS NULL AND release_14.month IS NULL AND release_14.revision = $5::BIGINT ORDER BY release_14.revision DESC 
 LIMIT 1)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM release_2), EXISTS (SELECT 1 
FROM release_8), EXISTS (SELECT 1 
FROM release_15)] AS cursors 
FROM (SELECT (SELECT row_to_json(report_6.*) AS value 
FROM release_2 JOIN LATERAL (SELECT (SELECT coalesce(json_agg(row_to_json(listed_5.*)), '[]'::json) AS coalesce_1 
FROM (SELECT page_4.value AS value 
FROM (SELECT published_figure_3.level AS level, published_figure_3.indicator AS indicator, published_figure_3.area AS area, published_figure_3.categories AS categories, published_figure_3.country_code AS country_code, published_figure_3.value AS value, published_figure_3.numerator AS numerator, published_figure_3.denominator AS denominator, published_figure_3.uncertainty AS uncertainty, published_figure_3.status AS status 
FROM published_figure AS published_figure_3 
WHERE published_figure_3.release_id = (SELECT release_2.id 
FROM release_2) AND published_figure_3.split_by = '' AND published_figure_3.level = 'COUNTRY' AND published_figure_3.indicator = 'CARE_STOCK' ORDER BY published_figure_3.level, published_figure_3.indicator, published_figure_3.area, published_figure_3.categories) AS page_4) AS listed_5) AS cells) AS report_6 ON true) AS "indicatorReport", (SELECT row_to_json(report_13.*) AS value 
FROM release_8 JOIN LATERAL (SELECT release_8.revision AS revision, release_8.reason AS reason) AS release_9 ON true JOIN LATERAL (SELECT row_to_json(release_9.*) AS release, (SELECT coalesce(json_agg(row_to_json(listed_12.*)), '[]'::json) AS coalesce_2 
FROM (SELECT page_11.value AS value 
FROM (SELECT published_figure_10.level AS level, published_figure_10.indicator AS indicator, published_figure_10.area AS area, published_figure_10.categories AS categories, published_figure_10.country_code AS country_code, published_figure_10.value AS value, published_figure_10.numerator AS numerator, published_figure_10.denominator AS denominator, published_figure_10.uncertainty AS uncertainty, published_figure_10.status AS status 
FROM published_figure AS published_figure_10 
WHERE published_figure_10.release_id = (SELECT release_8.id 
FROM release_8) AND published_figure_10.split_by = '' AND published_figure_10.level = 'COUNTRY' AND published_figure_10.indicator = 'CARE_STOCK' AND published_figure_10.area = ANY ($6::TEXT[]) ORDER BY published_figure_10.level, published_figure_10.indicator, published_figure_10.area, published_figure_10.categories) AS page_11) AS listed_12) AS cells) AS report_13 ON true) AS earlier, (SELECT row_to_json(report_19.*) AS value 
FROM release_15 JOIN LATERAL (SELECT (SELECT coalesce(json_agg(row_to_json(listed_18.*)), '[]'::json) AS coalesce_3 
FROM (SELECT page_17.value AS value 
FROM (SELECT published_figure_16.level AS level, published_figure_16.indicator AS indicator, published_figure_16.area AS area, published_figure_16.categories AS categories, published_figure_16.country_code AS country_code, published_figure_16.value AS value, published_figure_16.numerator AS numerator, published_figure_16.denominator AS denominator, published_figure_16.uncertainty AS uncertainty, published_figure_16.status AS status 
FROM published_figure AS published_figure_16 
WHERE published_figure_16.release_id = (SELECT release_15.id 
FROM release_15) AND published_figure_16.split_by = '' AND published_figure_16.level = 'COUNTRY' AND published_figure_16.indicator = 'CARE_STOCK' ORDER BY published_figure_16.level, published_figure_16.indicator, published_figure_16.area, published_figure_16.categories) AS page_17) AS listed_18) AS cells) AS report_19 ON true) AS none) AS answer
