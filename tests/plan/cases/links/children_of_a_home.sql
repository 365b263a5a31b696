SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_19.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_18.*) AS part_0 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.name AS name, home_1.name_order AS order_0 
FROM home AS home_1 
WHERE home_1.country_code = $1::VARCHAR AND home_1.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM placement AS placement_4, child AS child_3 
WHERE placement_4.home_id = home_1.id AND placement_4.started_on <= $2::DATE AND (placement_4.ended_on IS NULL OR placement_4.ended_on > $2::DATE) AND placement_4.country_code = $1::VARCHAR AND placement_4.voided_at IS NULL AND child_3.id = placement_4.child_file_id AND child_3.country_code = $1::VARCHAR AND child_3.voided_at IS NULL AND child_3.given_name > $3::VARCHAR)) ORDER BY home_1.name_order ASC, home_1.id ASC 
 LIMIT 2) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_16.*) AS value 
FROM (SELECT coalesce(json_agg(rows_7.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_13.*) AS part_1 
FROM (SELECT child_6.country_code AS country_code, child_6.id AS id, child_6.given_name AS given_name, child_6.given_name_order AS order_0 
FROM placement AS placement_8 JOIN child AS child_6 ON child_6.id = placement_8.child_file_id 
WHERE placement_8.home_id = page_2.id AND placement_8.started_on <= $2::DATE AND (placement_8.ended_on IS NULL OR placement_8.ended_on > $2::DATE) AND placement_8.country_code = $1::VARCHAR AND placement_8.voided_at IS NULL AND child_6.country_code = $1::VARCHAR AND child_6.voided_at IS NULL ORDER BY child_6.given_name_order ASC, child_6.id ASC 
 LIMIT 20) AS page_7 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_11.*) AS value 
FROM placement AS placement_10, home AS home_9 JOIN LATERAL (SELECT home_9.name AS name) AS node_11 ON true 
WHERE placement_10.child_file_id = page_7.id AND placement_10.started_on <= $2::DATE AND (placement_10.ended_on IS NULL OR placement_10.ended_on > $2::DATE) AND placement_10.country_code = $1::VARCHAR AND placement_10.voided_at IS NULL AND home_9.id = placement_10.home_id AND home_9.country_code = $1::VARCHAR AND home_9.voided_at IS NULL) AS link_12 ON true JOIN LATERAL (SELECT page_7.given_name AS "givenName", link_12.value AS home) AS node_13 ON true ORDER BY page_7.order_0 ASC, page_7.id ASC) AS rows_7) AS gathered_7 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM placement AS placement_15 JOIN child AS child_14 ON child_14.id = placement_15.child_file_id 
WHERE placement_15.home_id = page_2.id AND placement_15.started_on <= $2::DATE AND (placement_15.ended_on IS NULL OR placement_15.ended_on > $2::DATE) AND placement_15.country_code = $1::VARCHAR AND placement_15.voided_at IS NULL AND child_14.country_code = $1::VARCHAR AND child_14.voided_at IS NULL) AS "totalCount", gathered_7.part_1 AS nodes) AS connection_16 ON true) AS link_17 ON true JOIN LATERAL (SELECT page_2.name AS name, (SELECT count(*) AS count_2 
FROM home_stay AS home_stay_5 
WHERE home_stay_5.country_code = page_2.country_code AND home_stay_5.home_id = page_2.id AND home_stay_5.started_on <= $2::DATE AND (home_stay_5.ended_on IS NULL OR home_stay_5.ended_on > $2::DATE) AND home_stay_5.country_code = $1::VARCHAR AND home_stay_5.voided_at IS NULL) AS occupancy, link_17.value AS children) AS node_18 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_19 ON true) AS homes) AS answer
