SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_35.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_33.*) AS part_1 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.name_order AS order_0 
FROM home AS home_1 
WHERE home_1.country_code = $1::VARCHAR AND home_1.voided_at IS NULL ORDER BY home_1.name_order ASC, home_1.id ASC 
 LIMIT 2) AS page_2 LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM placement AS placement_6 JOIN child AS child_5 ON child_5.id = placement_6.child_file_id 
WHERE placement_6.home_id = page_2.id AND placement_6.started_on <= $2::DATE AND (placement_6.ended_on IS NULL OR placement_6.ended_on > $2::DATE) AND placement_6.country_code = $1::VARCHAR AND placement_6.voided_at IS NULL AND child_5.country_code = $1::VARCHAR AND child_5.voided_at IS NULL) RETURNING json) AS value) AS link_7 ON true LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_2 
FROM placement AS placement_11 JOIN child AS child_10 ON child_10.id = placement_11.child_file_id 
WHERE placement_11.home_id = page_2.id AND placement_11.started_on <= $2::DATE AND (placement_11.ended_on IS NULL OR placement_11.ended_on > $2::DATE) AND placement_11.country_code = $1::VARCHAR AND placement_11.voided_at IS NULL AND child_10.country_code = $1::VARCHAR AND child_10.voided_at IS NULL) RETURNING json) AS value) AS link_12 ON true LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_3 
FROM placement AS placement_16 JOIN child AS child_15 ON child_15.id = placement_16.child_file_id 
WHERE placement_16.home_id = page_2.id AND placement_16.started_on <= $2::DATE AND (placement_16.ended_on IS NULL OR placement_16.ended_on > $2::DATE) AND placement_16.country_code = $1::VARCHAR AND placement_16.voided_at IS NULL AND child_15.country_code = $1::VARCHAR AND child_15.voided_at IS NULL) RETURNING json) AS value) AS link_17 ON true LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_4 
FROM placement AS placement_21 JOIN child AS child_20 ON child_20.id = placement_21.child_file_id 
WHERE placement_21.home_id = page_2.id AND placement_21.started_on <= $2::DATE AND (placement_21.ended_on IS NULL OR placement_21.ended_on > $2::DATE) AND placement_21.country_code = $1::VARCHAR AND placement_21.voided_at IS NULL AND child_20.country_code = $1::VARCHAR AND child_20.voided_at IS NULL) RETURNING json) AS value) AS link_22 ON true LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_5 
FROM placement AS placement_26 JOIN child AS child_25 ON child_25.id = placement_26.child_file_id 
WHERE placement_26.home_id = page_2.id AND placement_26.started_on <= $2::DATE AND (placement_26.ended_on IS NULL OR placement_26.ended_on > $2::DATE) AND placement_26.country_code = $1::VARCHAR AND placement_26.voided_at IS NULL AND child_25.country_code = $1::VARCHAR AND child_25.voided_at IS NULL) RETURNING json) AS value) AS link_27 ON true LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_6 
FROM placement AS placement_31 JOIN child AS child_30 ON child_30.id = placement_31.child_file_id 
WHERE placement_31.home_id = page_2.id AND placement_31.started_on <= $2::DATE AND (placement_31.ended_on IS NULL OR placement_31.ended_on > $2::DATE) AND placement_31.country_code = $1::VARCHAR AND placement_31.voided_at IS NULL AND child_30.country_code = $1::VARCHAR AND child_30.voided_at IS NULL AND child_30.sex = $3::VARCHAR) RETURNING json) AS value) AS link_32 ON true JOIN LATERAL (SELECT link_7.value AS b, link_12.value AS c, link_17.value AS d, link_22.value AS e, link_27.value AS f, link_32.value AS g) AS node_33 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT (SELECT count(*) AS count_7 
FROM home AS home_34 
WHERE home_34.country_code = $1::VARCHAR AND home_34.voided_at IS NULL) AS "totalCount", gathered_2.part_1 AS nodes) AS connection_35 ON true) AS a) AS answer
