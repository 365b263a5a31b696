WITH after_2 AS 
(SELECT worked_out_5.value AS order_0, child_3.given_name_order AS order_1, child_3.id AS id 
FROM child AS child_3 JOIN LATERAL (SELECT (SELECT count(DISTINCT placement_4.home_id) AS count_1 
FROM placement AS placement_4 
WHERE placement_4.country_code = child_3.country_code AND placement_4.child_file_id = child_3.id AND placement_4.started_on <= $1::DATE AND (placement_4.ended_on IS NULL OR placement_4.ended_on > placement_4.started_on) AND placement_4.country_code = $2::VARCHAR AND placement_4.programme_id = ANY ($3::UUID[]) AND placement_4.voided_at IS NULL) AS value) AS worked_out_5 ON true 
WHERE child_3.country_code = $2::VARCHAR AND child_3.programme_id = ANY ($3::UUID[]) AND child_3.voided_at IS NULL AND child_3.country_code = $4::VARCHAR AND child_3.id = $5::UUID)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM after_2)] AS cursors 
FROM (SELECT (SELECT row_to_json(connection_11.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_10.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.given_name AS given_name, worked_out_8.value AS order_0, child_1.given_name_order AS order_1 
FROM child AS child_1 JOIN LATERAL (SELECT (SELECT count(DISTINCT placement_7.home_id) AS count_2 
FROM placement AS placement_7 
WHERE placement_7.country_code = child_1.country_code AND placement_7.child_file_id = child_1.id AND placement_7.started_on <= $1::DATE AND (placement_7.ended_on IS NULL OR placement_7.ended_on > placement_7.started_on) AND placement_7.country_code = $2::VARCHAR AND placement_7.programme_id = ANY ($3::UUID[]) AND placement_7.voided_at IS NULL) AS value) AS worked_out_8 ON true 
WHERE child_1.country_code = $2::VARCHAR AND child_1.programme_id = ANY ($3::UUID[]) AND child_1.voided_at IS NULL AND (SELECT count(DISTINCT placement_6.home_id) AS count_3 
FROM placement AS placement_6 
WHERE placement_6.country_code = child_1.country_code AND placement_6.child_file_id = child_1.id AND placement_6.started_on <= $1::DATE AND (placement_6.ended_on IS NULL OR placement_6.ended_on > placement_6.started_on) AND placement_6.country_code = $2::VARCHAR AND placement_6.programme_id = ANY ($3::UUID[]) AND placement_6.voided_at IS NULL) >= $6::BIGINT AND worked_out_8.value <= (SELECT after_2.order_0 
FROM after_2) AND (worked_out_8.value < (SELECT after_2.order_0 
FROM after_2) OR worked_out_8.value = (SELECT after_2.order_0 
FROM after_2) AND (child_1.given_name_order > (SELECT after_2.order_1 
FROM after_2) OR child_1.given_name_order = (SELECT after_2.order_1 
FROM after_2) AND child_1.id > (SELECT after_2.id 
FROM after_2))) ORDER BY worked_out_8.value DESC, child_1.given_name_order ASC, child_1.id ASC 
 LIMIT 2) AS page_2 JOIN LATERAL (SELECT page_2.given_name AS "givenName", (SELECT count(DISTINCT placement_9.home_id) AS count_4 
FROM placement AS placement_9 
WHERE placement_9.country_code = page_2.country_code AND placement_9.child_file_id = page_2.id AND placement_9.started_on <= $1::DATE AND (placement_9.ended_on IS NULL OR placement_9.ended_on > placement_9.started_on) AND placement_9.country_code = $2::VARCHAR AND placement_9.programme_id = ANY ($3::UUID[]) AND placement_9.voided_at IS NULL) AS "homesLivedIn") AS node_10 ON true ORDER BY page_2.order_0 DESC, page_2.order_1 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_11 ON true 
WHERE EXISTS (SELECT 1 
FROM after_2)) AS children) AS answer
