WITH release_2 AS MATERIALIZED 
(SELECT release_1.id AS id, release_1.year AS year, release_1.quarter AS quarter, release_1.month AS month, release_1.first_day AS first_day, release_1.last_day AS last_day, release_1.revision AS revision, release_1.published_at AS published_at, release_1.known_at AS known_at, release_1.reason AS reason, release_1.definitions AS definitions, release_1.commitment AS commitment 
FROM release AS release_1 
WHERE release_1.year = $1::BIGINT AND release_1.quarter IS NULL AND release_1.month IS NULL ORDER BY release_1.revision DESC 
 LIMIT 1)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM release_2)] AS cursors 
FROM (SELECT (SELECT row_to_json(report_9.*) AS value 
FROM release_2 JOIN LATERAL (SELECT release_2.revision AS revision, release_2.reason AS reason, release_2.known_at AS "knownAt", release_2.definitions AS definitions) AS release_3 ON true JOIN LATERAL (SELECT 'IndicatorReport' AS __typename, $2::JSON AS period, row_to_json(release_3.*) AS release, (SELECT coalesce(json_agg(row_to_json(listed_6.*)), '[]'::json) AS coalesce_1 
FROM (SELECT page_5.indicator AS indicator, page_5.area AS area, nullif(page_5.country_code, '') AS country, '[]'::json AS splits, page_5.value AS value, page_5.numerator AS numerator, page_5.denominator AS denominator, page_5.status AS status 
FROM (SELECT published_figure_4.level AS level, published_figure_4.indicator AS indicator, published_figure_4.area AS area, published_figure_4.categories AS categories, published_figure_4.country_code AS country_code, published_figure_4.value AS value, published_figure_4.numerator AS numerator, published_figure_4.denominator AS denominator, published_figure_4.uncertainty AS uncertainty, published_figure_4.status AS status 
FROM published_figure AS published_figure_4 
WHERE published_figure_4.release_id = (SELECT release_2.id 
FROM release_2) AND published_figure_4.split_by = '' AND published_figure_4.level IN ('FEDERATION', 'COUNTRY') AND published_figure_4.indicator IN ('CARE_STOCK', 'DATACARE_ALTERNATIVE_CARE_RATE') AND published_figure_4.area = ANY ($3::TEXT[]) ORDER BY published_figure_4.level, published_figure_4.indicator, published_figure_4.area, published_figure_4.categories) AS page_5) AS listed_6) AS cells, (SELECT coalesce(json_agg(row_to_json(listed_8.*)), '[]'::json) AS coalesce_2 
FROM (SELECT release_coverage_7.country_code AS country, release_coverage_7.completeness AS completeness, release_coverage_7.timeliness AS timeliness, release_coverage_7.last_entry_on AS "lastEntryOn" 
FROM release_coverage AS release_coverage_7 
WHERE release_coverage_7.release_id = (SELECT release_2.id 
FROM release_2) AND release_coverage_7.country_code = ANY ($4::TEXT[]) ORDER BY release_coverage_7.country_code) AS listed_8) AS coverage) AS report_9 ON true) AS "indicatorReport") AS answer
