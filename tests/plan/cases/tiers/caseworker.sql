SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_28.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_27.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, home_5.name_order AS order_0 
FROM child AS child_1 LEFT OUTER JOIN placement AS placement_6 ON placement_6.child_file_id = child_1.id AND placement_6.started_on <= $1::DATE AND (placement_6.ended_on IS NULL OR placement_6.ended_on > $1::DATE) AND placement_6.country_code = $2::VARCHAR AND placement_6.programme_id = ANY ($3::UUID[]) AND placement_6.voided_at IS NULL LEFT OUTER JOIN home AS home_5 ON home_5.id = placement_6.home_id AND home_5.country_code = $2::VARCHAR AND home_5.programme_id = ANY ($3::UUID[]) AND home_5.voided_at IS NULL 
WHERE child_1.country_code = $2::VARCHAR AND child_1.programme_id = ANY ($3::UUID[]) AND child_1.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM placement AS placement_4, home AS home_3 
WHERE placement_4.child_file_id = child_1.id AND placement_4.started_on <= $1::DATE AND (placement_4.ended_on IS NULL OR placement_4.ended_on > $1::DATE) AND placement_4.country_code = $2::VARCHAR AND placement_4.programme_id = ANY ($3::UUID[]) AND placement_4.voided_at IS NULL AND home_3.id = placement_4.home_id AND home_3.country_code = $2::VARCHAR AND home_3.programme_id = ANY ($3::UUID[]) AND home_3.voided_at IS NULL AND home_3.capacity >= $4::BIGINT)) ORDER BY home_5.name_order ASC, child_1.id ASC 
 LIMIT 1) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_12.*) AS value 
FROM placement AS placement_8, home AS home_7 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_10.*) AS value 
FROM programme AS programme_9 JOIN LATERAL (SELECT programme_9.kind AS kind) AS node_10 ON true 
WHERE programme_9.id = home_7.programme_id AND programme_9.country_code = $2::VARCHAR AND programme_9.id = ANY ($3::UUID[]) AND programme_9.voided_at IS NULL) AS link_11 ON true JOIN LATERAL (SELECT link_11.value AS programme) AS node_12 ON true 
WHERE placement_8.child_file_id = page_2.id AND placement_8.started_on <= $1::DATE AND (placement_8.ended_on IS NULL OR placement_8.ended_on > $1::DATE) AND placement_8.country_code = $2::VARCHAR AND placement_8.programme_id = ANY ($3::UUID[]) AND placement_8.voided_at IS NULL AND home_7.id = placement_8.home_id AND home_7.country_code = $2::VARCHAR AND home_7.programme_id = ANY ($3::UUID[]) AND home_7.voided_at IS NULL) AS link_13 ON true LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM sibling_bond AS sibling_bond_17 JOIN child AS child_16 ON child_16.id = sibling_bond_17.sibling_file_id 
WHERE sibling_bond_17.child_file_id = page_2.id AND sibling_bond_17.started_on <= $1::DATE AND (sibling_bond_17.ended_on IS NULL OR sibling_bond_17.ended_on > $1::DATE) AND sibling_bond_17.country_code = $2::VARCHAR AND sibling_bond_17.programme_id = ANY ($3::UUID[]) AND sibling_bond_17.voided_at IS NULL AND child_16.country_code = $2::VARCHAR AND child_16.programme_id = ANY ($3::UUID[]) AND child_16.voided_at IS NULL) RETURNING json) AS value) AS link_18 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_25.*) AS value 
FROM (SELECT coalesce(json_agg(rows_20.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_24.*) AS part_0 
FROM (SELECT placement_19.country_code AS country_code, placement_19.id AS id, placement_19.home_name AS home_name, placement_19.home_id AS home_id 
FROM placement AS placement_19 
WHERE placement_19.child_file_id = page_2.id AND placement_19.country_code = $2::VARCHAR AND placement_19.programme_id = ANY ($3::UUID[]) AND placement_19.voided_at IS NULL ORDER BY placement_19.id ASC 
 LIMIT 1) AS page_20 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_22.*) AS value 
FROM home AS home_21 JOIN LATERAL (SELECT home_21.form AS form) AS node_22 ON true 
WHERE home_21.id = page_20.home_id AND home_21.country_code = $2::VARCHAR AND home_21.programme_id = ANY ($3::UUID[]) AND home_21.voided_at IS NULL) AS link_23 ON true JOIN LATERAL (SELECT page_20.home_name AS "homeName", link_23.value AS home) AS node_24 ON true ORDER BY page_20.id ASC) AS rows_20) AS gathered_20 JOIN LATERAL (SELECT gathered_20.part_0 AS nodes) AS connection_25 ON true) AS link_26 ON true JOIN LATERAL (SELECT link_13.value AS home, link_18.value AS siblings, link_26.value AS placements) AS node_27 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_28 ON true) AS children, (SELECT row_to_json(connection_34.*) AS value 
FROM (SELECT coalesce(json_agg(rows_30.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_33.*) AS part_0 
FROM (SELECT home_29.country_code AS country_code, home_29.id AS id, home_29.form AS form 
FROM home AS home_29 
WHERE home_29.country_code = $2::VARCHAR AND home_29.programme_id = ANY ($3::UUID[]) AND home_29.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM placement AS placement_31 
WHERE placement_31.home_id = home_29.id AND placement_31.country_code = $2::VARCHAR AND placement_31.programme_id = ANY ($3::UUID[]) AND placement_31.voided_at IS NULL AND placement_31.ended_on IS NULL)) ORDER BY home_29.id ASC 
 LIMIT 1) AS page_30 JOIN LATERAL (SELECT page_30.form AS form, (SELECT count(*) AS count_2 
FROM home_stay AS home_stay_32 
WHERE home_stay_32.country_code = page_30.country_code AND home_stay_32.home_id = page_30.id AND home_stay_32.started_on <= $1::DATE AND (home_stay_32.ended_on IS NULL OR home_stay_32.ended_on > $1::DATE) AND home_stay_32.country_code = $2::VARCHAR AND home_stay_32.voided_at IS NULL) AS occupancy) AS node_33 ON true ORDER BY page_30.id ASC) AS rows_30) AS gathered_30 JOIN LATERAL (SELECT gathered_30.part_0 AS nodes) AS connection_34 ON true) AS homes, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_3 
FROM programme AS programme_37 
WHERE programme_37.country_code = $2::VARCHAR AND programme_37.id = ANY ($3::UUID[]) AND programme_37.voided_at IS NULL) RETURNING json) AS value) AS programmes, (SELECT row_to_json(connection_41.*) AS value 
FROM (SELECT coalesce(json_agg(rows_39.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_40.*) AS part_0 
FROM (SELECT community_partner_38.country_code AS country_code, community_partner_38.id AS id, community_partner_38.kind AS kind, community_partner_38.name_order AS order_0 
FROM community_partner AS community_partner_38 
WHERE community_partner_38.country_code = $2::VARCHAR AND community_partner_38.voided_at IS NULL ORDER BY community_partner_38.name_order ASC, community_partner_38.id ASC 
 LIMIT 1) AS page_39 JOIN LATERAL (SELECT page_39.kind AS kind) AS node_40 ON true ORDER BY page_39.order_0 ASC, page_39.id ASC) AS rows_39) AS gathered_39 JOIN LATERAL (SELECT gathered_39.part_0 AS nodes) AS connection_41 ON true) AS "communityPartners") AS answer
