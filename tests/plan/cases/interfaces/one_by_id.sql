SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_2.*) AS value 
FROM child AS child_1 JOIN LATERAL (SELECT child_1.case_number AS "caseNumber") AS node_2 ON true 
WHERE child_1.country_code = $1::VARCHAR AND child_1.country_code = $2::VARCHAR AND child_1.id = (SELECT coalesce((SELECT child_3.same_as_id 
FROM child AS child_3 
WHERE child_3.country_code = $1::VARCHAR AND child_3.id = $3::UUID AND child_3.same_as_id IS NOT NULL), $3::UUID) AS coalesce_1)) AS child, (SELECT row_to_json(node_5.*) AS value 
FROM home AS home_4 JOIN LATERAL (SELECT home_4.opened_on AS "openedOn") AS node_5 ON true 
WHERE home_4.country_code = $1::VARCHAR AND home_4.country_code = $4::VARCHAR AND home_4.id = $5::UUID) AS home, (SELECT row_to_json(node_7.*) AS value 
FROM home AS home_6 JOIN LATERAL (SELECT home_6.opened_on AS "openedOn") AS node_7 ON true 
WHERE home_6.country_code = $1::VARCHAR AND home_6.country_code = $6::VARCHAR AND home_6.id = $7::UUID) AS "foreign", (SELECT row_to_json(node_9.*) AS value 
FROM home AS home_8 JOIN LATERAL (SELECT home_8.opened_on AS "openedOn") AS node_9 ON true 
WHERE home_8.country_code = $1::VARCHAR AND home_8.country_code = $8::VARCHAR AND home_8.id = $9::UUID) AS unknown) AS answer
