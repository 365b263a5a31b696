WITH release_2 AS MATERIALIZED 
(SELECT release_1.id AS id, release_1.year AS year, release_1.quarter AS quarter, release_1.month AS month, release_1.first_day AS first_day, release_1.last_day AS last_day, release_1.revision AS revision, release_1.published_at AS published_at, release_1.known_at AS known_at, release_1.reason AS reason, release_1.definitions AS definitions 
FROM release AS release_1 
WHERE release_1.year = $1::BIGINT AND release_1.quarter IS NULL AND release_1.month IS NULL ORDER BY release_1.revision DESC 
 LIMIT 1)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM release_2)] AS cursors 
FROM (SELECT (SELECT row_to_json(report_8.*) AS value 
FROM release_2 JOIN LATERAL (SELECT release_2.revision AS revision, release_2.reason AS reason, release_2.known_at AS "knownAt", release_2.definitions AS definitions) AS release_3 ON true JOIN LATERAL (SELECT 'IndicatorReport' AS __typename, $2::JSON AS period, row_to_json(release_3.*) AS release, (SELECT coalesce(json_agg(row_to_json(listed_5.*)), '[]'::json) AS coalesce_1 
FROM (SELECT published_figure_4.indicator AS indicator, published_figure_4.area AS area, nullif(published_figure_4.country_code, '') AS country, '[]'::json AS splits, published_figure_4.value AS value, published_figure_4.numerator AS numerator, published_figure_4.denominator AS denominator, published_figure_4.status AS status 
FROM published_figure AS published_figure_4 
WHERE published_figure_4.release_id = (SELECT release_2.id 
FROM release_2) AND published_figure_4.split_by = '' AND published_figure_4.level IN ('FEDERATION', 'COUNTRY') AND published_figure_4.indicator IN ('CARE_STOCK', 'DATACARE_ALTERNATIVE_CARE_RATE') AND published_figure_4.area = ANY ($3::TEXT[]) ORDER BY published_figure_4.level, published_figure_4.indicator, published_figure_4.area, published_figure_4.categories) AS listed_5) AS cells, (SELECT coalesce(json_agg(row_to_json(listed_7.*)), '[]'::json) AS coalesce_2 
FROM (SELECT release_coverage_6.country_code AS country, release_coverage_6.completeness AS completeness, release_coverage_6.timeliness AS timeliness, release_coverage_6.last_entry_on AS "lastEntryOn" 
FROM release_coverage AS release_coverage_6 
WHERE release_coverage_6.release_id = (SELECT release_2.id 
FROM release_2) AND release_coverage_6.country_code = ANY ($4::TEXT[]) ORDER BY release_coverage_6.country_code) AS listed_7) AS coverage) AS report_8 ON true) AS "indicatorReport") AS answer
