SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM placement AS placement_3 
WHERE placement_3.country_code = $1::VARCHAR AND placement_3.voided_at IS NULL AND placement_3.started_on = $2::DATE) RETURNING json) AS value) AS eq, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_2 
FROM placement AS placement_6 
WHERE placement_6.country_code = $1::VARCHAR AND placement_6.voided_at IS NULL AND placement_6.ended_on IS NOT NULL AND (placement_6.ended_on = $3::DATE) IS NOT true) RETURNING json) AS value) AS ne, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_3 
FROM placement AS placement_9 
WHERE placement_9.country_code = $1::VARCHAR AND placement_9.voided_at IS NULL AND placement_9.ended_on IS NOT NULL AND (placement_9.ended_on = ANY ($4::DATE[])) IS NOT true) RETURNING json) AS value) AS "notIn", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_4 
FROM placement AS placement_12 
WHERE placement_12.country_code = $1::VARCHAR AND placement_12.voided_at IS NULL AND placement_12.started_on < $5::DATE AND placement_12.started_on >= $6::DATE) RETURNING json) AS value) AS within, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_5 
FROM placement AS placement_15 
WHERE placement_15.country_code = $1::VARCHAR AND placement_15.voided_at IS NULL AND placement_15.ended_on IS NULL) RETURNING json) AS value) AS open, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_6 
FROM placement AS placement_18 
WHERE placement_18.country_code = $1::VARCHAR AND placement_18.voided_at IS NULL AND placement_18.ended_on IS NOT NULL) RETURNING json) AS value) AS "notOpen") AS answer
