SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_2.*) AS value 
FROM child AS child_1 JOIN LATERAL (SELECT child_1.case_number AS "caseNumber") AS node_2 ON true 
WHERE child_1.country_code = $1::VARCHAR AND child_1.country_code = $2::VARCHAR AND child_1.id = $3::UUID) AS child, (SELECT row_to_json(node_4.*) AS value 
FROM home AS home_3 JOIN LATERAL (SELECT home_3.opened_on AS "openedOn") AS node_4 ON true 
WHERE home_3.country_code = $1::VARCHAR AND home_3.country_code = $4::VARCHAR AND home_3.id = $5::UUID) AS home, (SELECT row_to_json(node_6.*) AS value 
FROM home AS home_5 JOIN LATERAL (SELECT home_5.opened_on AS "openedOn") AS node_6 ON true 
WHERE home_5.country_code = $1::VARCHAR AND home_5.country_code = $6::VARCHAR AND home_5.id = $7::UUID) AS "foreign", (SELECT row_to_json(node_8.*) AS value 
FROM home AS home_7 JOIN LATERAL (SELECT home_7.opened_on AS "openedOn") AS node_8 ON true 
WHERE home_7.country_code = $1::VARCHAR AND home_7.country_code = $8::VARCHAR AND home_7.id = $9::UUID) AS unknown) AS answer
