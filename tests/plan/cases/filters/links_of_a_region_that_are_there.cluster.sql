SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM home AS home_3 
WHERE home_3.country_code = ANY ($1::TEXT[]) AND home_3.voided_at IS NULL AND home_3.country_code IN (SELECT country_4.code 
FROM country AS country_4)) RETURNING json) AS value) AS homes, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_2 
FROM country AS country_7 
WHERE country_7.code IN (SELECT home_8.country_code 
FROM home AS home_8 
WHERE home_8.country_code = ANY ($1::TEXT[]) AND home_8.voided_at IS NULL)) RETURNING json) AS value) AS countries) AS answer
