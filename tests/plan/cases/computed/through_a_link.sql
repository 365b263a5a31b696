SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_13.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_12.*) AS part_0 
FROM (SELECT placement_1.country_code AS country_code, placement_1.id AS id, placement_1.started_on AS started_on, placement_1.child_file_id AS child_id, worked_out_7.value AS order_0 
FROM placement AS placement_1 LEFT OUTER JOIN child AS child_5 ON child_5.id = placement_1.child_file_id AND child_5.country_code = $1::VARCHAR AND child_5.voided_at IS NULL JOIN LATERAL (SELECT CASE WHEN (child_5.id IS NOT NULL) THEN (SELECT count(DISTINCT placement_6.home_id) AS count_1 
FROM placement AS placement_6 
WHERE placement_6.country_code = child_5.country_code AND placement_6.child_file_id = child_5.id AND placement_6.started_on <= $2::DATE AND (placement_6.ended_on IS NULL OR placement_6.ended_on > placement_6.started_on) AND placement_6.country_code = $1::VARCHAR AND placement_6.voided_at IS NULL) END AS value) AS worked_out_7 ON true 
WHERE placement_1.country_code = $1::VARCHAR AND placement_1.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM child AS child_3 
WHERE child_3.id = placement_1.child_file_id AND child_3.country_code = $1::VARCHAR AND child_3.voided_at IS NULL AND (SELECT count(DISTINCT placement_4.home_id) AS count_2 
FROM placement AS placement_4 
WHERE placement_4.country_code = child_3.country_code AND placement_4.child_file_id = child_3.id AND placement_4.started_on <= $2::DATE AND (placement_4.ended_on IS NULL OR placement_4.ended_on > placement_4.started_on) AND placement_4.country_code = $1::VARCHAR AND placement_4.voided_at IS NULL) = ANY ($3::BIGINT[]))) ORDER BY worked_out_7.value ASC, placement_1.id ASC 
 LIMIT 3) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_10.*) AS value 
FROM child AS child_8 JOIN LATERAL (SELECT (SELECT count(DISTINCT placement_9.home_id) AS count_3 
FROM placement AS placement_9 
WHERE placement_9.country_code = child_8.country_code AND placement_9.child_file_id = child_8.id AND placement_9.started_on <= $2::DATE AND (placement_9.ended_on IS NULL OR placement_9.ended_on > placement_9.started_on) AND placement_9.country_code = $1::VARCHAR AND placement_9.voided_at IS NULL) AS "homesLivedIn") AS node_10 ON true 
WHERE child_8.id = page_2.child_id AND child_8.country_code = $1::VARCHAR AND child_8.voided_at IS NULL) AS link_11 ON true JOIN LATERAL (SELECT page_2.started_on AS "startedOn", link_11.value AS child) AS node_12 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_13 ON true) AS placements) AS answer
