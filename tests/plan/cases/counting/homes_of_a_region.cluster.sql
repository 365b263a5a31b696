WITH page_8 AS MATERIALIZED 
(SELECT country_7.code AS code 
FROM country AS country_7 ORDER BY country_7.code ASC 
 LIMIT 4), 
listed_14 AS MATERIALIZED 
(SELECT groups_11.hung_0 AS hung_0, json_agg(groups_11.entry) AS entries 
FROM (SELECT placed_13.hung_0 AS hung_0, JSON_OBJECT('splits' : json_build_array(JSON_OBJECT('value' : CAST(placed_13.value_0 AS TEXT) RETURNING json)), 'count' : placed_13.amount RETURNING json) AS entry 
FROM (SELECT met_11.hung_0 AS hung_0, met_11.value_0 AS value_0, count(*) AS amount, row_number() OVER (PARTITION BY met_11.hung_0 ORDER BY count(*) DESC, met_11.value_0) AS place 
FROM (SELECT home_12.country_code AS hung_0, home_12.setting AS value_0 
FROM home AS home_12 
WHERE home_12.country_code IN (SELECT page_8.code 
FROM page_8) AND home_12.country_code = ANY ($1::TEXT[]) AND home_12.voided_at IS NULL) AS met_11 GROUP BY met_11.hung_0, met_11.value_0) AS placed_13 
WHERE placed_13.place <= 100 ORDER BY placed_13.hung_0, placed_13.place) AS groups_11 GROUP BY groups_11.hung_0), 
listed_18 AS MATERIALIZED 
(SELECT groups_15.hung_0 AS hung_0, json_agg(groups_15.entry) AS entries 
FROM (SELECT placed_17.hung_0 AS hung_0, CAST(placed_17.value_0 AS TEXT) AS entry 
FROM (SELECT met_15.hung_0 AS hung_0, met_15.value_0 AS value_0, count(*) AS amount, row_number() OVER (PARTITION BY met_15.hung_0 ORDER BY met_15.value_0) AS place 
FROM (SELECT home_16.country_code AS hung_0, home_16.form AS value_0 
FROM home AS home_16 
WHERE home_16.country_code IN (SELECT page_8.code 
FROM page_8) AND home_16.country_code = ANY ($1::TEXT[]) AND home_16.voided_at IS NULL) AS met_15 
WHERE met_15.value_0 IS NOT NULL GROUP BY met_15.hung_0, met_15.value_0) AS placed_17 
WHERE placed_17.place <= 100 ORDER BY placed_17.hung_0, placed_17.place) AS groups_15 GROUP BY groups_15.hung_0)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM home AS home_3 
WHERE home_3.country_code = ANY ($1::TEXT[]) AND home_3.voided_at IS NULL), 'counts' : (SELECT coalesce(json_agg(groups_4.entry), '[]'::json) AS coalesce_1 
FROM (SELECT JSON_OBJECT('splits' : json_build_array(JSON_OBJECT('dimension' : 'COUNTRY', 'value' : CAST(placed_6.value_0 AS TEXT) RETURNING json), JSON_OBJECT('dimension' : 'FORM', 'value' : CAST(placed_6.value_1 AS TEXT) RETURNING json)), 'count' : placed_6.amount RETURNING json) AS entry 
FROM (SELECT met_4.value_0 AS value_0, met_4.value_1 AS value_1, count(*) AS amount, row_number() OVER (ORDER BY count(*) DESC, met_4.value_0, met_4.value_1) AS place 
FROM (SELECT ('Country_' || home_5.country_code) COLLATE "C" AS value_0, home_5.form AS value_1 
FROM home AS home_5 
WHERE home_5.country_code = ANY ($1::TEXT[]) AND home_5.voided_at IS NULL) AS met_4 GROUP BY met_4.value_0, met_4.value_1) AS placed_6 
WHERE placed_6.place <= 100 ORDER BY placed_6.place) AS groups_4) RETURNING json) AS value) AS homes, (SELECT row_to_json(connection_20.*) AS value 
FROM (SELECT coalesce(json_agg(rows_8.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_19.*) AS part_0 
FROM page_8 LEFT OUTER JOIN listed_14 ON listed_14.hung_0 = page_8.code LEFT OUTER JOIN listed_18 ON listed_18.hung_0 = page_8.code JOIN LATERAL (SELECT page_8.code AS code, JSON_OBJECT('counts' : coalesce(listed_14.entries, '[]'::json), 'distinct' : coalesce(listed_18.entries, '[]'::json) RETURNING json) AS homes) AS node_19 ON true ORDER BY page_8.code ASC) AS rows_8) AS gathered_8 JOIN LATERAL (SELECT coalesce(gathered_8.part_0, '[]'::json) AS nodes) AS connection_20 ON true) AS countries) AS answer
