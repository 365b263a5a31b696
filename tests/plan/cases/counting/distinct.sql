SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT JSON_OBJECT('distinct' : (SELECT coalesce(json_agg(groups_3.entry), '[]'::json) AS coalesce_1 
FROM (SELECT CAST(placed_5.value_0 AS TEXT) AS entry 
FROM (SELECT met_3.value_0 AS value_0, count(*) AS amount, row_number() OVER (ORDER BY met_3.value_0) AS place 
FROM (SELECT child_4.family_name AS value_0 
FROM child AS child_4 
WHERE child_4.country_code = $1::VARCHAR AND child_4.voided_at IS NULL) AS met_3 
WHERE met_3.value_0 IS NOT NULL GROUP BY met_3.value_0) AS placed_5 
WHERE placed_5.place <= 4 ORDER BY placed_5.place) AS groups_3) RETURNING json) AS value) AS children, (SELECT JSON_OBJECT('forms' : (SELECT coalesce(json_agg(groups_8.entry), '[]'::json) AS coalesce_2 
FROM (SELECT CAST(placed_10.value_0 AS TEXT) AS entry 
FROM (SELECT met_8.value_0 AS value_0, count(*) AS amount, row_number() OVER (ORDER BY met_8.value_0) AS place 
FROM (SELECT home_9.form AS value_0 
FROM home AS home_9 
WHERE home_9.country_code = $1::VARCHAR AND home_9.voided_at IS NULL) AS met_8 
WHERE met_8.value_0 IS NOT NULL GROUP BY met_8.value_0) AS placed_10 
WHERE placed_10.place <= 100 ORDER BY placed_10.place) AS groups_8), 'programmes' : (SELECT coalesce(json_agg(groups_11.entry), '[]'::json) AS coalesce_3 
FROM (SELECT CAST(placed_14.value_0 AS TEXT) AS entry 
FROM (SELECT met_11.value_0 AS value_0, count(*) AS amount, row_number() OVER (ORDER BY met_11.value_0) AS place 
FROM (SELECT ((('Programme_' || programme_13.country_code) || '_') || CAST(programme_13.id AS TEXT)) COLLATE "C" AS value_0 
FROM home AS home_12 LEFT OUTER JOIN programme AS programme_13 ON programme_13.id = home_12.programme_id AND programme_13.country_code = $1::VARCHAR AND programme_13.voided_at IS NULL 
WHERE home_12.country_code = $1::VARCHAR AND home_12.voided_at IS NULL) AS met_11 
WHERE met_11.value_0 IS NOT NULL GROUP BY met_11.value_0) AS placed_14 
WHERE placed_14.place <= 100 ORDER BY placed_14.place) AS groups_11) RETURNING json) AS value) AS homes) AS answer
