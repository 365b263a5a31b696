SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_9.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_5.*) AS part_1 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.birth_date AS birth_date, child_1.birth_date AS order_0 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL AND child_1.family_name >= $2::VARCHAR AND child_1.family_name < $3::VARCHAR AND child_1.birth_date >= $4::DATE AND (EXISTS (SELECT 1 
FROM placement AS placement_4, home AS home_3 
WHERE placement_4.child_file_id = child_1.id AND placement_4.started_on <= $5::DATE AND (placement_4.ended_on IS NULL OR placement_4.ended_on > $5::DATE) AND placement_4.country_code = $1::VARCHAR AND placement_4.voided_at IS NULL AND home_3.id = placement_4.home_id AND home_3.country_code = $1::VARCHAR AND home_3.voided_at IS NULL AND home_3.form = ANY ($6::TEXT[]))) ORDER BY child_1.birth_date ASC, child_1.id ASC 
 LIMIT 50) AS page_2 JOIN LATERAL (SELECT page_2.birth_date AS "birthDate") AS node_5 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM child AS child_6 
WHERE child_6.country_code = $1::VARCHAR AND child_6.voided_at IS NULL AND child_6.family_name >= $2::VARCHAR AND child_6.family_name < $3::VARCHAR AND child_6.birth_date >= $4::DATE AND (EXISTS (SELECT 1 
FROM placement AS placement_8, home AS home_7 
WHERE placement_8.child_file_id = child_6.id AND placement_8.started_on <= $5::DATE AND (placement_8.ended_on IS NULL OR placement_8.ended_on > $5::DATE) AND placement_8.country_code = $1::VARCHAR AND placement_8.voided_at IS NULL AND home_7.id = placement_8.home_id AND home_7.country_code = $1::VARCHAR AND home_7.voided_at IS NULL AND home_7.form = ANY ($6::TEXT[])))) AS "totalCount", gathered_2.part_1 AS nodes) AS connection_9 ON true) AS children) AS answer
