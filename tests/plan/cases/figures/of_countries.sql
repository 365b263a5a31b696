WITH release_4 AS MATERIALIZED 
(SELECT release_3.id AS id, release_3.year AS year, release_3.quarter AS quarter, release_3.month AS month, release_3.first_day AS first_day, release_3.last_day AS last_day, release_3.revision AS revision, release_3.published_at AS published_at, release_3.known_at AS known_at, release_3.reason AS reason, release_3.definitions AS definitions, release_3.commitment AS commitment 
FROM release AS release_3 
WHERE release_3.year = $1::BIGINT AND release_3.quarter = $2::BIGINT AND release_3.month IS NULL ORDER BY release_3.revision DESC 
 LIMIT 1)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM release_4)] AS cursors 
FROM (SELECT (SELECT row_to_json(connection_13.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_12.*) AS part_0 
FROM (SELECT country_1.code AS code 
FROM country AS country_1 
WHERE country_1.code = ANY ($3::TEXT[]) ORDER BY country_1.code ASC 
 LIMIT 4) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(figure_6.*) AS value 
FROM published_figure AS published_figure_5 JOIN LATERAL (SELECT published_figure_5.value AS value, published_figure_5.status AS status) AS figure_6 ON true 
WHERE published_figure_5.release_id = (SELECT release_4.id 
FROM release_4) AND published_figure_5.split_by = '' AND published_figure_5.level = 'COUNTRY' AND published_figure_5.indicator = 'CARE_STOCK' AND published_figure_5.area = page_2.code) AS figure_of_7 ON true LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM home AS home_10 
WHERE home_10.country_code = page_2.code AND home_10.voided_at IS NULL) RETURNING json) AS value) AS link_11 ON true JOIN LATERAL (SELECT page_2.code AS code, figure_of_7.value AS stock, link_11.value AS homes) AS node_12 ON true ORDER BY page_2.code ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_13 ON true) AS countries) AS answer
