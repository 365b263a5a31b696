SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM home AS home_3 
WHERE home_3.country_code = ANY ($1::TEXT[]) AND home_3.voided_at IS NULL), 'counts' : (SELECT coalesce(json_agg(groups_4.entry), '[]'::json) AS coalesce_1 
FROM (SELECT JSON_OBJECT('splits' : json_build_array(JSON_OBJECT('dimension' : 'COUNTRY', 'value' : CAST(placed_6.value_0 AS TEXT) RETURNING json), JSON_OBJECT('dimension' : 'FORM', 'value' : CAST(placed_6.value_1 AS TEXT) RETURNING json)), 'count' : placed_6.amount RETURNING json) AS entry 
FROM (SELECT met_4.value_0 AS value_0, met_4.value_1 AS value_1, count(*) AS amount, row_number() OVER (ORDER BY count(*) DESC, met_4.value_0, met_4.value_1) AS place 
FROM (SELECT ('Country_' || home_5.country_code) COLLATE "C" AS value_0, home_5.form AS value_1 
FROM home AS home_5 
WHERE home_5.country_code = ANY ($1::TEXT[]) AND home_5.voided_at IS NULL) AS met_4 GROUP BY met_4.value_0, met_4.value_1) AS placed_6 
WHERE placed_6.place <= 100 ORDER BY placed_6.place) AS groups_4) RETURNING json) AS value) AS homes, (SELECT row_to_json(connection_19.*) AS value 
FROM (SELECT coalesce(json_agg(rows_8.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_18.*) AS part_0 
FROM (SELECT country_7.code AS code 
FROM country AS country_7 ORDER BY country_7.code ASC 
 LIMIT 4) AS page_8 LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('counts' : (SELECT coalesce(json_agg(groups_11.entry), '[]'::json) AS coalesce_2 
FROM (SELECT JSON_OBJECT('splits' : json_build_array(JSON_OBJECT('value' : CAST(placed_13.value_0 AS TEXT) RETURNING json)), 'count' : placed_13.amount RETURNING json) AS entry 
FROM (SELECT met_11.value_0 AS value_0, count(*) AS amount, row_number() OVER (ORDER BY count(*) DESC, met_11.value_0) AS place 
FROM (SELECT home_12.setting AS value_0 
FROM home AS home_12 
WHERE home_12.country_code = page_8.code AND home_12.country_code = ANY ($1::TEXT[]) AND home_12.voided_at IS NULL) AS met_11 GROUP BY met_11.value_0) AS placed_13 
WHERE placed_13.place <= 100 ORDER BY placed_13.place) AS groups_11), 'distinct' : (SELECT coalesce(json_agg(groups_14.entry), '[]'::json) AS coalesce_3 
FROM (SELECT CAST(placed_16.value_0 AS TEXT) AS entry 
FROM (SELECT met_14.value_0 AS value_0, count(*) AS amount, row_number() OVER (ORDER BY met_14.value_0) AS place 
FROM (SELECT home_15.form AS value_0 
FROM home AS home_15 
WHERE home_15.country_code = page_8.code AND home_15.country_code = ANY ($1::TEXT[]) AND home_15.voided_at IS NULL) AS met_14 
WHERE met_14.value_0 IS NOT NULL GROUP BY met_14.value_0) AS placed_16 
WHERE placed_16.place <= 100 ORDER BY placed_16.place) AS groups_14) RETURNING json) AS value) AS link_17 ON true JOIN LATERAL (SELECT page_8.code AS code, link_17.value AS homes) AS node_18 ON true ORDER BY page_8.code ASC) AS rows_8) AS gathered_8 JOIN LATERAL (SELECT gathered_8.part_0 AS nodes) AS connection_19 ON true) AS countries) AS answer
