SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM child AS child_3 
WHERE child_3.country_code = $1::VARCHAR AND child_3.voided_at IS NULL AND child_3.family_name = $2::VARCHAR) RETURNING json) AS value) AS eq, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_2 
FROM child AS child_6 
WHERE child_6.country_code = $1::VARCHAR AND child_6.voided_at IS NULL AND child_6.family_name IS NOT NULL AND (child_6.family_name = $3::VARCHAR) IS NOT true) RETURNING json) AS value) AS ne, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_3 
FROM child AS child_9 
WHERE child_9.country_code = $1::VARCHAR AND child_9.voided_at IS NULL AND child_9.family_name = ANY ($4::TEXT[])) RETURNING json) AS value) AS "in", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_4 
FROM child AS child_12 
WHERE child_12.country_code = $1::VARCHAR AND child_12.voided_at IS NULL AND child_12.family_name IS NOT NULL AND (child_12.family_name = ANY ($5::TEXT[])) IS NOT true) RETURNING json) AS value) AS "notIn", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_5 
FROM child AS child_15 
WHERE child_15.country_code = $1::VARCHAR AND child_15.voided_at IS NULL AND child_15.family_name < $6::VARCHAR) RETURNING json) AS value) AS lt, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_6 
FROM child AS child_18 
WHERE child_18.country_code = $1::VARCHAR AND child_18.voided_at IS NULL AND child_18.family_name <= $7::VARCHAR) RETURNING json) AS value) AS lte, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_7 
FROM child AS child_21 
WHERE child_21.country_code = $1::VARCHAR AND child_21.voided_at IS NULL AND child_21.family_name > $8::VARCHAR) RETURNING json) AS value) AS gt, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_8 
FROM child AS child_24 
WHERE child_24.country_code = $1::VARCHAR AND child_24.voided_at IS NULL AND child_24.family_name >= $9::VARCHAR) RETURNING json) AS value) AS gte, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_9 
FROM child AS child_27 
WHERE child_27.country_code = $1::VARCHAR AND child_27.voided_at IS NULL AND child_27.family_name >= $10::VARCHAR AND child_27.family_name < $11::VARCHAR) RETURNING json) AS value) AS "startsWith", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_10 
FROM child AS child_30 
WHERE child_30.country_code = $1::VARCHAR AND child_30.voided_at IS NULL AND child_30.family_name >= $12::VARCHAR AND child_30.family_name < $13::VARCHAR) RETURNING json) AS value) AS small, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_11 
FROM child AS child_33 
WHERE child_33.country_code = $1::VARCHAR AND child_33.voided_at IS NULL AND strpos(child_33.family_name, $14::VARCHAR) > 0) RETURNING json) AS value) AS contains, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_12 
FROM child AS child_36 
WHERE child_36.country_code = $1::VARCHAR AND child_36.voided_at IS NULL AND strpos(child_36.family_name, $15::VARCHAR) > 0) RETURNING json) AS value) AS percent, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_13 
FROM child AS child_39 
WHERE child_39.country_code = $1::VARCHAR AND child_39.voided_at IS NULL AND child_39.family_name IS NULL) RETURNING json) AS value) AS "isNull", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_14 
FROM child AS child_42 
WHERE child_42.country_code = $1::VARCHAR AND child_42.voided_at IS NULL AND child_42.family_name IS NOT NULL) RETURNING json) AS value) AS "isNotNull", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_15 
FROM child AS child_45 
WHERE child_45.country_code = $1::VARCHAR AND child_45.voided_at IS NULL AND child_45.family_name = ANY ($16::TEXT[])) RETURNING json) AS value) AS nothing, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_16 
FROM child AS child_48 
WHERE child_48.country_code = $1::VARCHAR AND child_48.voided_at IS NULL AND child_48.family_name IS NOT NULL AND (child_48.family_name = ANY ($17::TEXT[])) IS NOT true) RETURNING json) AS value) AS everything) AS answer
