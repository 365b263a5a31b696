SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_2.*) AS value 
FROM child AS child_1 JOIN LATERAL (SELECT 'Child' AS __typename, child_1.case_number AS "caseNumber") AS node_2 ON true 
WHERE child_1.country_code = $1::VARCHAR AND child_1.country_code = $2::VARCHAR AND child_1.id = (SELECT coalesce((SELECT child_3.same_as_id 
FROM child AS child_3 
WHERE child_3.country_code = $1::VARCHAR AND child_3.id = $3::UUID AND child_3.same_as_id IS NOT NULL), $3::UUID) AS coalesce_1)) AS node, (SELECT row_to_json(node_11.*) AS value 
FROM home AS home_4 LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM placement AS placement_9 JOIN child AS child_8 ON child_8.id = placement_9.child_file_id 
WHERE placement_9.home_id = home_4.id AND placement_9.started_on <= $4::DATE AND (placement_9.ended_on IS NULL OR placement_9.ended_on > $4::DATE) AND placement_9.country_code = $1::VARCHAR AND placement_9.voided_at IS NULL AND child_8.country_code = $1::VARCHAR AND child_8.voided_at IS NULL) RETURNING json) AS value) AS link_10 ON true JOIN LATERAL (SELECT 'Home' AS __typename, home_4.opened_on AS "openedOn", (SELECT count(*) AS count_2 
FROM home_stay AS home_stay_5 
WHERE home_stay_5.country_code = home_4.country_code AND home_stay_5.home_id = home_4.id AND home_stay_5.started_on <= $4::DATE AND (home_stay_5.ended_on IS NULL OR home_stay_5.ended_on > $4::DATE) AND home_stay_5.country_code = $1::VARCHAR AND home_stay_5.voided_at IS NULL) AS occupancy, link_10.value AS children) AS node_11 ON true 
WHERE home_4.country_code = $1::VARCHAR AND home_4.country_code = $5::VARCHAR AND home_4.id = $6::UUID) AS home) AS answer
