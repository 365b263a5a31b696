SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM placement AS placement_3 
WHERE placement_3.country_code = $1::VARCHAR AND placement_3.voided_at IS NULL) RETURNING json) AS value) AS "all", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_2 
FROM placement AS placement_6 
WHERE placement_6.country_code = $1::VARCHAR AND placement_6.voided_at IS NULL AND placement_6.end_reason = $2::VARCHAR) RETURNING json) AS value) AS "is", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_3 
FROM placement AS placement_9 
WHERE placement_9.country_code = $1::VARCHAR AND placement_9.voided_at IS NULL AND (placement_9.end_reason = $3::VARCHAR) IS NOT true) RETURNING json) AS value) AS "not", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_4 
FROM placement AS placement_12 
WHERE placement_12.country_code = $1::VARCHAR AND placement_12.voided_at IS NULL AND placement_12.end_reason IS NOT NULL AND (placement_12.end_reason = $4::VARCHAR) IS NOT true) RETURNING json) AS value) AS ne, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_5 
FROM placement AS placement_15 
WHERE placement_15.country_code = $1::VARCHAR AND placement_15.voided_at IS NULL AND (placement_15.end_reason IS NOT NULL AND (placement_15.end_reason = $5::VARCHAR) IS NOT true) IS NOT true) RETURNING json) AS value) AS "notNe", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_6 
FROM placement AS placement_18 
WHERE placement_18.country_code = $1::VARCHAR AND placement_18.voided_at IS NULL AND ((placement_18.end_reason = $6::VARCHAR) IS NOT true) IS NOT true) RETURNING json) AS value) AS "notNot", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_7 
FROM placement AS placement_21 
WHERE placement_21.country_code = $1::VARCHAR AND placement_21.voided_at IS NULL AND (placement_21.end_reason = $7::VARCHAR AND placement_21.start_reason = $8::VARCHAR) IS NOT true) RETURNING json) AS value) AS "notAnd", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_8 
FROM placement AS placement_24 
WHERE placement_24.country_code = $1::VARCHAR AND placement_24.voided_at IS NULL AND (placement_24.end_reason = $9::VARCHAR OR placement_24.start_reason = $10::VARCHAR) IS NOT true) RETURNING json) AS value) AS "notOr") AS answer
