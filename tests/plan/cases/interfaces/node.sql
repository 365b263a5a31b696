SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_2.*) AS value 
FROM child AS child_1 JOIN LATERAL (SELECT 'Child' AS __typename, child_1.case_number AS "caseNumber") AS node_2 ON true 
WHERE child_1.country_code = $1::VARCHAR AND child_1.country_code = $2::VARCHAR AND child_1.id = $3::UUID) AS node, (SELECT row_to_json(node_10.*) AS value 
FROM home AS home_3 LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM placement AS placement_8 JOIN child AS child_7 ON child_7.id = placement_8.child_id 
WHERE placement_8.home_id = home_3.id AND placement_8.started_on <= $4::DATE AND (placement_8.ended_on IS NULL OR placement_8.ended_on > $4::DATE) AND placement_8.country_code = $1::VARCHAR AND placement_8.voided_at IS NULL AND child_7.country_code = $1::VARCHAR) RETURNING json) AS value) AS link_9 ON true JOIN LATERAL (SELECT 'Home' AS __typename, home_3.opened_on AS "openedOn", (SELECT count(*) AS count_2 
FROM home_stay AS home_stay_4 
WHERE home_stay_4.country_code = home_3.country_code AND home_stay_4.home_id = home_3.id AND home_stay_4.started_on <= $4::DATE AND (home_stay_4.ended_on IS NULL OR home_stay_4.ended_on > $4::DATE) AND home_stay_4.country_code = $1::VARCHAR AND home_stay_4.voided_at IS NULL) AS occupancy, link_9.value AS children) AS node_10 ON true 
WHERE home_3.country_code = $1::VARCHAR AND home_3.country_code = $5::VARCHAR AND home_3.id = $6::UUID) AS home) AS answer
