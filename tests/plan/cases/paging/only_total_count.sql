SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM child AS child_3 
WHERE child_3.country_code = $1::VARCHAR AND child_3.voided_at IS NULL) RETURNING json) AS value) AS children) AS answer
