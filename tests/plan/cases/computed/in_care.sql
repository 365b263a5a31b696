SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM child AS child_3 
WHERE child_3.country_code = $1::VARCHAR AND child_3.voided_at IS NULL) RETURNING json) AS value) AS "all", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_2 
FROM child AS child_6 
WHERE child_6.country_code = $1::VARCHAR AND child_6.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM placement AS placement_7 
WHERE placement_7.country_code = child_6.country_code AND placement_7.child_file_id = child_6.id AND placement_7.started_on <= $2::DATE AND (placement_7.ended_on IS NULL OR placement_7.ended_on > $2::DATE) AND placement_7.country_code = $1::VARCHAR AND placement_7.voided_at IS NULL))) RETURNING json) AS value) AS here, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_3 
FROM child AS child_10 
WHERE child_10.country_code = $1::VARCHAR AND child_10.voided_at IS NULL AND NOT (EXISTS (SELECT 1 
FROM placement AS placement_11 
WHERE placement_11.country_code = child_10.country_code AND placement_11.child_file_id = child_10.id AND placement_11.started_on <= $2::DATE AND (placement_11.ended_on IS NULL OR placement_11.ended_on > $2::DATE) AND placement_11.country_code = $1::VARCHAR AND placement_11.voided_at IS NULL))) RETURNING json) AS value) AS gone, (SELECT row_to_json(connection_24.*) AS value 
FROM (SELECT coalesce(json_agg(rows_13.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_23.*) AS part_0 
FROM (SELECT child_12.country_code AS country_code, child_12.id AS id, child_12.given_name AS given_name, child_12.given_name_order AS order_0 
FROM child AS child_12 
WHERE child_12.country_code = $1::VARCHAR AND child_12.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM placement AS placement_14 
WHERE placement_14.country_code = child_12.country_code AND placement_14.child_file_id = child_12.id AND placement_14.started_on <= $2::DATE AND (placement_14.ended_on IS NULL OR placement_14.ended_on > $2::DATE) AND placement_14.country_code = $1::VARCHAR AND placement_14.voided_at IS NULL)) ORDER BY child_12.given_name_order ASC, child_12.id ASC 
 LIMIT 3) AS page_13 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_17.*) AS value 
FROM placement AS placement_16 JOIN LATERAL (SELECT placement_16.home_name AS "homeName", placement_16.started_on AS "startedOn") AS node_17 ON true 
WHERE placement_16.child_file_id = page_13.id AND placement_16.started_on <= $2::DATE AND (placement_16.ended_on IS NULL OR placement_16.ended_on > $2::DATE) AND placement_16.country_code = $1::VARCHAR AND placement_16.voided_at IS NULL) AS link_18 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_21.*) AS value 
FROM placement AS placement_20, home AS home_19 JOIN LATERAL (SELECT home_19.name AS name) AS node_21 ON true 
WHERE placement_20.child_file_id = page_13.id AND placement_20.started_on <= $2::DATE AND (placement_20.ended_on IS NULL OR placement_20.ended_on > $2::DATE) AND placement_20.country_code = $1::VARCHAR AND placement_20.voided_at IS NULL AND home_19.id = placement_20.home_id AND home_19.country_code = $1::VARCHAR AND home_19.voided_at IS NULL) AS link_22 ON true JOIN LATERAL (SELECT page_13.given_name AS "givenName", EXISTS (SELECT 1 
FROM placement AS placement_15 
WHERE placement_15.country_code = page_13.country_code AND placement_15.child_file_id = page_13.id AND placement_15.started_on <= $2::DATE AND (placement_15.ended_on IS NULL OR placement_15.ended_on > $2::DATE) AND placement_15.country_code = $1::VARCHAR AND placement_15.voided_at IS NULL) AS "inCare", link_18.value AS "currentPlacement", link_22.value AS home) AS node_23 ON true ORDER BY page_13.order_0 ASC, page_13.id ASC) AS rows_13) AS gathered_13 JOIN LATERAL (SELECT gathered_13.part_0 AS nodes) AS connection_24 ON true) AS children, (SELECT row_to_json(connection_37.*) AS value 
FROM (SELECT coalesce(json_agg(rows_26.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_36.*) AS part_0 
FROM (SELECT child_25.country_code AS country_code, child_25.id AS id, child_25.given_name AS given_name, child_25.given_name_order AS order_0 
FROM child AS child_25 
WHERE child_25.country_code = $1::VARCHAR AND child_25.voided_at IS NULL AND NOT (EXISTS (SELECT 1 
FROM placement AS placement_27 
WHERE placement_27.country_code = child_25.country_code AND placement_27.child_file_id = child_25.id AND placement_27.started_on <= $2::DATE AND (placement_27.ended_on IS NULL OR placement_27.ended_on > $2::DATE) AND placement_27.country_code = $1::VARCHAR AND placement_27.voided_at IS NULL)) ORDER BY child_25.given_name_order ASC, child_25.id ASC 
 LIMIT 2) AS page_26 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_30.*) AS value 
FROM placement AS placement_29 JOIN LATERAL (SELECT placement_29.home_name AS "homeName") AS node_30 ON true 
WHERE placement_29.child_file_id = page_26.id AND placement_29.started_on <= $2::DATE AND (placement_29.ended_on IS NULL OR placement_29.ended_on > $2::DATE) AND placement_29.country_code = $1::VARCHAR AND placement_29.voided_at IS NULL) AS link_31 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_34.*) AS value 
FROM placement AS placement_33, home AS home_32 JOIN LATERAL (SELECT home_32.name AS name) AS node_34 ON true 
WHERE placement_33.child_file_id = page_26.id AND placement_33.started_on <= $2::DATE AND (placement_33.ended_on IS NULL OR placement_33.ended_on > $2::DATE) AND placement_33.country_code = $1::VARCHAR AND placement_33.voided_at IS NULL AND home_32.id = placement_33.home_id AND home_32.country_code = $1::VARCHAR AND home_32.voided_at IS NULL) AS link_35 ON true JOIN LATERAL (SELECT page_26.given_name AS "givenName", EXISTS (SELECT 1 
FROM placement AS placement_28 
WHERE placement_28.country_code = page_26.country_code AND placement_28.child_file_id = page_26.id AND placement_28.started_on <= $2::DATE AND (placement_28.ended_on IS NULL OR placement_28.ended_on > $2::DATE) AND placement_28.country_code = $1::VARCHAR AND placement_28.voided_at IS NULL) AS "inCare", link_31.value AS "currentPlacement", link_35.value AS home) AS node_36 ON true ORDER BY page_26.order_0 ASC, page_26.id ASC) AS rows_26) AS gathered_26 JOIN LATERAL (SELECT gathered_26.part_0 AS nodes) AS connection_37 ON true) AS "left") AS answer
