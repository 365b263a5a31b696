SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_48.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_47.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.given_name AS given_name, child_1.programme_id AS programme_id, child_1.case_number_order AS order_0 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL ORDER BY child_1.case_number_order ASC, child_1.id ASC 
 LIMIT 2) AS page_2 LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM placement AS placement_5 
WHERE placement_5.child_file_id = page_2.id AND placement_5.country_code = $1::VARCHAR AND placement_5.voided_at IS NULL) RETURNING json) AS value) AS link_6 ON true LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_2 
FROM placement AS placement_9 
WHERE placement_9.child_file_id = page_2.id AND placement_9.country_code = $1::VARCHAR AND placement_9.voided_at IS NULL) RETURNING json) AS value) AS link_10 ON true LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_3 
FROM placement AS placement_13 
WHERE placement_13.child_file_id = page_2.id AND placement_13.country_code = $1::VARCHAR AND placement_13.voided_at IS NULL) RETURNING json) AS value) AS link_14 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_17.*) AS value 
FROM placement AS placement_16, home AS home_15 JOIN LATERAL (SELECT home_15.name AS name) AS node_17 ON true 
WHERE placement_16.child_file_id = page_2.id AND placement_16.started_on <= $2::DATE AND (placement_16.ended_on IS NULL OR placement_16.ended_on > $2::DATE) AND placement_16.country_code = $1::VARCHAR AND placement_16.voided_at IS NULL AND home_15.id = placement_16.home_id AND home_15.country_code = $1::VARCHAR AND home_15.voided_at IS NULL) AS link_18 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_20.*) AS value 
FROM programme AS programme_19 JOIN LATERAL (SELECT programme_19.name AS name) AS node_20 ON true 
WHERE programme_19.id = page_2.programme_id AND programme_19.country_code = $1::VARCHAR AND programme_19.voided_at IS NULL) AS link_21 ON true LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_4 
FROM community_link AS community_link_24 
WHERE community_link_24.child_file_id = page_2.id AND community_link_24.country_code = $1::VARCHAR AND community_link_24.voided_at IS NULL) RETURNING json) AS value) AS link_25 ON true LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_5 
FROM community_link AS community_link_28 
WHERE community_link_28.child_file_id = page_2.id AND community_link_28.country_code = $1::VARCHAR AND community_link_28.voided_at IS NULL) RETURNING json) AS value) AS link_29 ON true LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_6 
FROM sibling_bond AS sibling_bond_33 JOIN child AS child_32 ON child_32.id = sibling_bond_33.sibling_file_id 
WHERE sibling_bond_33.child_file_id = page_2.id AND sibling_bond_33.started_on <= $2::DATE AND (sibling_bond_33.ended_on IS NULL OR sibling_bond_33.ended_on > $2::DATE) AND sibling_bond_33.country_code = $1::VARCHAR AND sibling_bond_33.voided_at IS NULL AND child_32.country_code = $1::VARCHAR AND child_32.voided_at IS NULL) RETURNING json) AS value) AS link_34 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_41.*) AS value 
FROM (SELECT coalesce(json_agg(rows_36.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_40.*) AS part_0 
FROM (SELECT placement_35.country_code AS country_code, placement_35.id AS id, placement_35.started_on AS started_on, placement_35.home_id AS home_id, placement_35.started_on AS order_0 
FROM placement AS placement_35 
WHERE placement_35.child_file_id = page_2.id AND placement_35.country_code = $1::VARCHAR AND placement_35.voided_at IS NULL ORDER BY placement_35.started_on ASC, placement_35.id ASC 
 LIMIT 2) AS page_36 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_38.*) AS value 
FROM home AS home_37 JOIN LATERAL (SELECT home_37.name AS name) AS node_38 ON true 
WHERE home_37.id = page_36.home_id AND home_37.country_code = $1::VARCHAR AND home_37.voided_at IS NULL) AS link_39 ON true JOIN LATERAL (SELECT page_36.started_on AS "startedOn", link_39.value AS home) AS node_40 ON true ORDER BY page_36.order_0 ASC, page_36.id ASC) AS rows_36) AS gathered_36 JOIN LATERAL (SELECT gathered_36.part_0 AS nodes) AS connection_41 ON true
 LIMIT ALL OFFSET 0) AS link_42 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_45.*) AS value 
FROM placement AS placement_44, home AS home_43 JOIN LATERAL (SELECT home_43.name AS name, home_43.form AS form) AS node_45 ON true 
WHERE placement_44.child_file_id = page_2.id AND placement_44.started_on <= $2::DATE AND (placement_44.ended_on IS NULL OR placement_44.ended_on > $2::DATE) AND placement_44.country_code = $1::VARCHAR AND placement_44.voided_at IS NULL AND home_43.id = placement_44.home_id AND home_43.country_code = $1::VARCHAR AND home_43.voided_at IS NULL
 LIMIT ALL OFFSET 0) AS link_46 ON true JOIN LATERAL (SELECT page_2.given_name AS "givenName", link_6.value AS a, link_10.value AS b, link_14.value AS c, link_18.value AS d, link_21.value AS e, link_25.value AS f, link_29.value AS g, link_34.value AS h, link_42.value AS i, link_46.value AS j) AS node_47 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_48 ON true) AS children) AS answer
