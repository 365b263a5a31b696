SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_13.*) AS value 
FROM placement AS placement_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_7.*) AS value 
FROM child AS child_2 LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM placement AS placement_5 
WHERE placement_5.child_file_id = child_2.id AND placement_5.country_code = $1::VARCHAR AND placement_5.programme_id = ANY ($2::UUID[]) AND placement_5.voided_at IS NULL) RETURNING json) AS value) AS link_6 ON true JOIN LATERAL (SELECT link_6.value AS placements) AS node_7 ON true 
WHERE child_2.id = placement_1.child_file_id AND child_2.country_code = $1::VARCHAR AND child_2.programme_id = ANY ($2::UUID[]) AND child_2.voided_at IS NULL) AS link_8 ON true LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_2 
FROM placement_exception AS placement_exception_11 
WHERE placement_exception_11.placement_id = placement_1.id AND placement_exception_11.country_code = $1::VARCHAR AND placement_exception_11.programme_id = ANY ($2::UUID[])) RETURNING json) AS value) AS link_12 ON true JOIN LATERAL (SELECT placement_1.started_on AS "startedOn", placement_1.voided_at AS "voidedAt", link_8.value AS child, link_12.value AS exceptions) AS node_13 ON true 
WHERE placement_1.country_code = $1::VARCHAR AND placement_1.programme_id = ANY ($2::UUID[]) AND placement_1.country_code = $3::VARCHAR AND placement_1.id = $4::UUID) AS placement, (SELECT row_to_json(node_15.*) AS value 
FROM placement AS placement_14 JOIN LATERAL (SELECT placement_14.started_on AS "startedOn") AS node_15 ON true 
WHERE placement_14.country_code = $1::VARCHAR AND placement_14.programme_id = ANY ($2::UUID[]) AND placement_14.country_code = $5::VARCHAR AND placement_14.id = $6::UUID) AS node, (SELECT coalesce(json_agg(coalesce(found_22.rows -> anon_1.id) ORDER BY anon_1.n), '[]'::json) AS value 
FROM unnest($7::TEXT[]) WITH ORDINALITY AS anon_1(id, n) JOIN (SELECT json_object_agg((('Placement_' || placement_16.country_code) || '_') || CAST(placement_16.id AS TEXT), row_to_json(node_21.*)) AS rows 
FROM placement AS placement_16 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_19.*) AS value 
FROM home AS home_17 JOIN LATERAL (SELECT (SELECT count(*) AS count_3 
FROM home_stay AS home_stay_18 
WHERE home_stay_18.country_code = home_17.country_code AND home_stay_18.home_id = home_17.id AND home_stay_18.started_on <= $8::DATE AND (home_stay_18.ended_on IS NULL OR home_stay_18.ended_on > $8::DATE) AND home_stay_18.country_code = $1::VARCHAR AND home_stay_18.voided_at IS NULL) AS occupancy) AS node_19 ON true 
WHERE home_17.id = placement_16.home_id AND home_17.country_code = $1::VARCHAR AND home_17.programme_id = ANY ($2::UUID[]) AND home_17.voided_at IS NULL) AS link_20 ON true JOIN LATERAL (SELECT placement_16.void_reason AS "voidReason", link_20.value AS home) AS node_21 ON true 
WHERE placement_16.country_code = $1::VARCHAR AND placement_16.programme_id = ANY ($2::UUID[]) AND placement_16.id = ANY ($9::UUID[]) AND ((placement_16.country_code || '_') || CAST(placement_16.id AS TEXT)) = ANY ($10::TEXT[])) AS found_22 ON true) AS nodes, (SELECT row_to_json(connection_30.*) AS value 
FROM (SELECT coalesce(json_agg(rows_24.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_28.*) AS part_1 
FROM (SELECT placement_exception_23.country_code AS country_code, placement_exception_23.id AS id, placement_exception_23.placement_id AS placement_id 
FROM placement_exception AS placement_exception_23 
WHERE placement_exception_23.country_code = $1::VARCHAR AND placement_exception_23.programme_id = ANY ($2::UUID[]) ORDER BY placement_exception_23.id ASC 
 LIMIT 50) AS page_24 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_26.*) AS value 
FROM placement AS placement_25 JOIN LATERAL (SELECT placement_25.started_on AS "startedOn") AS node_26 ON true 
WHERE placement_25.id = page_24.placement_id AND placement_25.country_code = $1::VARCHAR AND placement_25.programme_id = ANY ($2::UUID[]) AND placement_25.voided_at IS NULL) AS link_27 ON true JOIN LATERAL (SELECT link_27.value AS placement) AS node_28 ON true ORDER BY page_24.id ASC) AS rows_24) AS gathered_24 JOIN LATERAL (SELECT (SELECT count(*) AS count_4 
FROM placement_exception AS placement_exception_29 
WHERE placement_exception_29.country_code = $1::VARCHAR AND placement_exception_29.programme_id = ANY ($2::UUID[])) AS "totalCount", gathered_24.part_1 AS nodes) AS connection_30 ON true) AS "placementExceptions") AS answer
