SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT JSON_OBJECT('counts' : (SELECT coalesce(json_agg(groups_3.entry), '[]'::json) AS coalesce_1 
FROM (SELECT JSON_OBJECT('splits' : json_build_array(JSON_OBJECT('dimension' : 'FORM', 'value' : CAST(placed_6.value_0 AS TEXT) RETURNING json), JSON_OBJECT('dimension' : 'PROGRAMME', 'value' : CAST(placed_6.value_1 AS TEXT) RETURNING json)), 'count' : placed_6.amount RETURNING json) AS entry 
FROM (SELECT met_3.value_0 AS value_0, met_3.value_1 AS value_1, count(*) AS amount, row_number() OVER (ORDER BY count(*) DESC, met_3.value_0, met_3.value_1) AS place 
FROM (SELECT home_4.form AS value_0, ((('Programme_' || programme_5.country_code) || '_') || CAST(programme_5.id AS TEXT)) COLLATE "C" AS value_1 
FROM home AS home_4 LEFT OUTER JOIN programme AS programme_5 ON programme_5.id = home_4.programme_id AND programme_5.country_code = home_4.country_code AND programme_5.voided_at IS NULL 
WHERE home_4.voided_at IS NULL) AS met_3 GROUP BY met_3.value_0, met_3.value_1) AS placed_6 
WHERE placed_6.place <= 3 ORDER BY placed_6.place) AS groups_3), 'named' : NULL, 'distinct' : NULL RETURNING json) AS value) AS homes, (SELECT JSON_OBJECT('distinct' : (SELECT coalesce(json_agg(groups_9.entry), '[]'::json) AS coalesce_2 
FROM (SELECT CAST(placed_11.value_0 AS TEXT) AS entry 
FROM (SELECT met_9.value_0 AS value_0, count(*) AS amount, row_number() OVER (ORDER BY met_9.value_0) AS place 
FROM (SELECT programme_10.kind AS value_0 
FROM programme AS programme_10 
WHERE programme_10.voided_at IS NULL) AS met_9 
WHERE met_9.value_0 IS NOT NULL GROUP BY met_9.value_0) AS placed_11 
WHERE placed_11.place <= 100 ORDER BY placed_11.place) AS groups_9) RETURNING json) AS value) AS programmes) AS answer
