SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_6.*) AS value 
FROM country AS country_1 LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM home AS home_4 
WHERE home_4.country_code = country_1.code AND home_4.country_code = $1::VARCHAR AND home_4.programme_id = ANY ($2::UUID[]) AND home_4.voided_at IS NULL) RETURNING json) AS value) AS link_5 ON true JOIN LATERAL (SELECT 'Country_' || country_1.code AS id, 'Country' AS __typename, country_1.name AS name, link_5.value AS homes) AS node_6 ON true 
WHERE country_1.code = $3::VARCHAR) AS node, (SELECT row_to_json(node_8.*) AS value 
FROM country AS country_7 JOIN LATERAL (SELECT 'Country_' || country_7.code AS id) AS node_8 ON true 
WHERE country_7.code = $4::VARCHAR) AS unknown) AS answer
