SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM community_partner AS community_partner_3 
WHERE community_partner_3.country_code = $1::VARCHAR AND community_partner_3.voided_at IS NULL) RETURNING json) AS value) AS a, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_2 
FROM community_partner AS community_partner_6 
WHERE community_partner_6.country_code = $1::VARCHAR AND community_partner_6.voided_at IS NULL) RETURNING json) AS value) AS b, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_3 
FROM community_partner AS community_partner_9 
WHERE community_partner_9.country_code = $1::VARCHAR AND community_partner_9.voided_at IS NULL) RETURNING json) AS value) AS c) AS answer
