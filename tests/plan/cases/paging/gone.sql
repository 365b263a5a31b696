WITH after_2 AS 
(SELECT child_3.id AS id 
FROM child AS child_3 
WHERE child_3.country_code = $1::VARCHAR AND child_3.voided_at IS NULL AND child_3.country_code = $2::VARCHAR AND child_3.id = $3::UUID)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM after_2)] AS cursors 
FROM (SELECT (SELECT row_to_json(connection_6.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_4.*) AS part_1 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.given_name AS given_name 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL AND (child_1.id) > ((SELECT after_2.id 
FROM after_2)) ORDER BY child_1.id ASC 
 LIMIT 2) AS page_2 JOIN LATERAL (SELECT page_2.given_name AS "givenName") AS node_4 ON true ORDER BY page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM child AS child_5 
WHERE child_5.country_code = $1::VARCHAR AND child_5.voided_at IS NULL) AS "totalCount", gathered_2.part_1 AS nodes) AS connection_6 ON true 
WHERE EXISTS (SELECT 1 
FROM after_2)) AS gone, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_2 
FROM home AS home_9 
WHERE home_9.country_code = $1::VARCHAR AND home_9.voided_at IS NULL) RETURNING json) AS value) AS homes) AS answer
