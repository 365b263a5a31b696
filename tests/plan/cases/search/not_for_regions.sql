SELECT row_to_json(answer.*) AS data 
FROM (SELECT NULL AS homes, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM home AS home_3 
WHERE home_3.country_code = ANY ($1::TEXT[]) AND home_3.voided_at IS NULL) RETURNING json) AS value) AS "all") AS answer
