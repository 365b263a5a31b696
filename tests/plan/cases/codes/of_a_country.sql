SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_7.*) AS value 
FROM country AS country_1 JOIN LATERAL (SELECT (SELECT coalesce(json_agg(chosen_4.told ORDER BY chosen_4.place), '[]'::json) AS coalesce_1 
FROM (SELECT JSON_OBJECT('__typename' : 'Code', 'code' : codes_2.code, 'label' : coalesce((SELECT codes_2.labels[array_position(codes_2.languages, languages_3.language)] AS anon_1 
FROM unnest($1::TEXT[]) WITH ORDINALITY AS languages_3(language, place) 
WHERE languages_3.language = ANY (codes_2.languages) ORDER BY languages_3.place 
 LIMIT 1), codes_2.label), 'international' : codes_2.international, 'from' : nullif(codes_2.from_day, date '-infinity'), 'until' : codes_2.until_day, 'source' : codes_2.source, 'certain' : codes_2.certain = 'YES' RETURNING json) AS told, codes_2.place AS place 
FROM national_code AS codes_2 
WHERE codes_2.country = country_1.code AND codes_2.list_key = $2::VARCHAR AND codes_2.from_day <= $3::DATE + CASE WHEN (country_1.code = ANY ($4::TEXT[])) THEN 1 WHEN (country_1.code = ANY ($5::TEXT[])) THEN -1 ELSE 0 END AND (codes_2.until_day IS NULL OR codes_2.until_day > $3::DATE + CASE WHEN (country_1.code = ANY ($4::TEXT[])) THEN 1 WHEN (country_1.code = ANY ($5::TEXT[])) THEN -1 ELSE 0 END)) AS chosen_4) AS codes, (SELECT coalesce(json_agg(chosen_6.told ORDER BY chosen_6.place), '[]'::json) AS coalesce_2 
FROM (SELECT JSON_OBJECT('code' : codes_5.code RETURNING json) AS told, codes_5.place AS place 
FROM national_code AS codes_5 
WHERE codes_5.country = country_1.code AND codes_5.list_key = $6::VARCHAR AND codes_5.from_day <= $7::DATE AND (codes_5.until_day IS NULL OR codes_5.until_day > $7::DATE)) AS chosen_6) AS "then") AS node_7 ON true 
WHERE country_1.code = $8::VARCHAR) AS country) AS answer
