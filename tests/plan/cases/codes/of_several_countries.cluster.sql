WITH page_2 AS MATERIALIZED 
(SELECT country_1.code AS code 
FROM country AS country_1 
WHERE country_1.code = ANY ($1::TEXT[]) ORDER BY country_1.code ASC 
 LIMIT 50)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_8.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_7.*) AS part_0 
FROM page_2 JOIN LATERAL (SELECT page_2.code AS code, (SELECT coalesce(json_agg(chosen_4.told ORDER BY chosen_4.place), '[]'::json) AS coalesce_1 
FROM (SELECT JSON_OBJECT('code' : codes_3.code RETURNING json) AS told, codes_3.place AS place 
FROM national_code AS codes_3 
WHERE codes_3.country = page_2.code AND codes_3.list_key = $2::VARCHAR AND codes_3.from_day <= $3::DATE + CASE WHEN (page_2.code = ANY ($4::TEXT[])) THEN 1 WHEN (page_2.code = ANY ($5::TEXT[])) THEN -1 ELSE 0 END AND (codes_3.until_day IS NULL OR codes_3.until_day > $3::DATE + CASE WHEN (page_2.code = ANY ($4::TEXT[])) THEN 1 WHEN (page_2.code = ANY ($5::TEXT[])) THEN -1 ELSE 0 END)) AS chosen_4) AS today, (SELECT coalesce(json_agg(chosen_6.told ORDER BY chosen_6.place), '[]'::json) AS coalesce_2 
FROM (SELECT JSON_OBJECT('code' : codes_5.code, 'from' : nullif(codes_5.from_day, date '-infinity'), 'until' : codes_5.until_day RETURNING json) AS told, codes_5.place AS place 
FROM national_code AS codes_5 
WHERE codes_5.country = page_2.code AND codes_5.list_key = $6::VARCHAR AND codes_5.from_day <= $7::DATE AND (codes_5.until_day IS NULL OR codes_5.until_day > $7::DATE)) AS chosen_6) AS before) AS node_7 ON true ORDER BY page_2.code ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT coalesce(gathered_2.part_0, '[]'::json) AS nodes) AS connection_8 ON true) AS countries) AS answer
