SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_13.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_11.*) AS part_1 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.given_name AS given_name, placement_3.started_on AS order_0 
FROM child AS child_1 LEFT OUTER JOIN placement AS placement_3 ON placement_3.child_file_id = child_1.id AND placement_3.started_on <= $1::DATE AND (placement_3.ended_on IS NULL OR placement_3.ended_on > $1::DATE) AND placement_3.country_code = $2::VARCHAR AND placement_3.programme_id = ANY ($3::UUID[]) AND placement_3.voided_at IS NULL 
WHERE child_1.country_code = $2::VARCHAR AND child_1.programme_id = ANY ($3::UUID[]) AND child_1.voided_at IS NULL ORDER BY placement_3.started_on ASC, child_1.id ASC 
 LIMIT 4) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_9.*) AS value 
FROM placement AS placement_5 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_7.*) AS value 
FROM home AS home_6 JOIN LATERAL (SELECT home_6.name AS name) AS node_7 ON true 
WHERE home_6.id = placement_5.home_id AND home_6.country_code = $2::VARCHAR AND home_6.programme_id = ANY ($3::UUID[]) AND home_6.voided_at IS NULL) AS link_8 ON true JOIN LATERAL (SELECT placement_5.home_name AS "homeName", placement_5.started_on AS "startedOn", link_8.value AS home) AS node_9 ON true 
WHERE placement_5.child_file_id = page_2.id AND placement_5.started_on <= $1::DATE AND (placement_5.ended_on IS NULL OR placement_5.ended_on > $1::DATE) AND placement_5.country_code = $2::VARCHAR AND placement_5.programme_id = ANY ($3::UUID[]) AND placement_5.voided_at IS NULL) AS link_10 ON true JOIN LATERAL (SELECT page_2.given_name AS "givenName", EXISTS (SELECT 1 
FROM placement AS placement_4 
WHERE placement_4.country_code = page_2.country_code AND placement_4.child_file_id = page_2.id AND placement_4.started_on <= $1::DATE AND (placement_4.ended_on IS NULL OR placement_4.ended_on > $1::DATE) AND placement_4.country_code = $2::VARCHAR AND placement_4.programme_id = ANY ($3::UUID[]) AND placement_4.voided_at IS NULL) AS "inCare", link_10.value AS "currentPlacement") AS node_11 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM child AS child_12 
WHERE child_12.country_code = $2::VARCHAR AND child_12.programme_id = ANY ($3::UUID[]) AND child_12.voided_at IS NULL) AS "totalCount", gathered_2.part_1 AS nodes) AS connection_13 ON true) AS children, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_2 
FROM child AS child_16 
WHERE child_16.country_code = $2::VARCHAR AND child_16.programme_id = ANY ($3::UUID[]) AND child_16.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM placement AS placement_17 
WHERE placement_17.child_file_id = child_16.id AND placement_17.started_on <= $1::DATE AND (placement_17.ended_on IS NULL OR placement_17.ended_on > $1::DATE) AND placement_17.country_code = $2::VARCHAR AND placement_17.programme_id = ANY ($3::UUID[]) AND placement_17.voided_at IS NULL AND placement_17.started_on >= $4::DATE))) RETURNING json) AS value) AS since) AS answer
