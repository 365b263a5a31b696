SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM home AS home_3 
WHERE home_3.country_code = $1::VARCHAR AND home_3.voided_at IS NULL AND home_3.capacity = ANY ($2::BIGINT[])) RETURNING json) AS value) AS capacity, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_2 
FROM home AS home_6 
WHERE home_6.country_code = $1::VARCHAR AND home_6.voided_at IS NULL AND home_6.capacity IS NOT NULL AND (home_6.capacity = ANY ($3::BIGINT[])) IS NOT true) RETURNING json) AS value) AS "notCapacity", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_3 
FROM home AS home_9 
WHERE home_9.country_code = $1::VARCHAR AND home_9.voided_at IS NULL AND home_9.form = $4::VARCHAR) RETURNING json) AS value) AS form, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_4 
FROM home AS home_12 
WHERE home_12.country_code = $1::VARCHAR AND home_12.voided_at IS NULL AND home_12.form IS NOT NULL AND (home_12.form = $5::VARCHAR) IS NOT true) RETURNING json) AS value) AS "notForm", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_5 
FROM home AS home_15 
WHERE home_15.country_code = $1::VARCHAR AND home_15.voided_at IS NULL AND home_15.setting = ANY ($6::TEXT[])) RETURNING json) AS value) AS setting, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_6 
FROM placement AS placement_18 
WHERE placement_18.country_code = $1::VARCHAR AND placement_18.voided_at IS NULL AND placement_18.end_reason IS NOT NULL AND (placement_18.end_reason = ANY ($7::TEXT[])) IS NOT true) RETURNING json) AS value) AS ended, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_7 
FROM placement AS placement_21 
WHERE placement_21.country_code = $1::VARCHAR AND placement_21.voided_at IS NULL AND placement_21.end_reason IS NULL) RETURNING json) AS value) AS "notEnded") AS answer
