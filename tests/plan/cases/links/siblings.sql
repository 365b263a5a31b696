SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_26.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_25.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.given_name AS given_name, child_1.case_number_order AS order_0 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM sibling_bond AS sibling_bond_4, child AS child_3 
WHERE sibling_bond_4.child_file_id = child_1.id AND sibling_bond_4.started_on <= $2::DATE AND (sibling_bond_4.ended_on IS NULL OR sibling_bond_4.ended_on > $2::DATE) AND sibling_bond_4.country_code = $1::VARCHAR AND sibling_bond_4.voided_at IS NULL AND child_3.id = sibling_bond_4.sibling_file_id AND child_3.country_code = $1::VARCHAR AND child_3.voided_at IS NULL AND child_3.given_name > $3::VARCHAR)) ORDER BY child_1.case_number_order ASC, child_1.id ASC 
 LIMIT 2) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_14.*) AS value 
FROM (SELECT coalesce(json_agg(rows_6.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_13.*) AS part_0 
FROM (SELECT child_5.country_code AS country_code, child_5.id AS id, child_5.given_name AS given_name, child_5.given_name_order AS order_0 
FROM sibling_bond AS sibling_bond_7 JOIN child AS child_5 ON child_5.id = sibling_bond_7.sibling_file_id 
WHERE sibling_bond_7.child_file_id = page_2.id AND sibling_bond_7.started_on <= $2::DATE AND (sibling_bond_7.ended_on IS NULL OR sibling_bond_7.ended_on > $2::DATE) AND sibling_bond_7.country_code = $1::VARCHAR AND sibling_bond_7.voided_at IS NULL AND child_5.country_code = $1::VARCHAR AND child_5.voided_at IS NULL ORDER BY child_5.given_name_order ASC, child_5.id ASC 
 LIMIT 20) AS page_6 LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM sibling_bond AS sibling_bond_11 JOIN child AS child_10 ON child_10.id = sibling_bond_11.sibling_file_id 
WHERE sibling_bond_11.child_file_id = page_6.id AND sibling_bond_11.started_on <= $2::DATE AND (sibling_bond_11.ended_on IS NULL OR sibling_bond_11.ended_on > $2::DATE) AND sibling_bond_11.country_code = $1::VARCHAR AND sibling_bond_11.voided_at IS NULL AND child_10.country_code = $1::VARCHAR AND child_10.voided_at IS NULL) RETURNING json) AS value) AS link_12 ON true JOIN LATERAL (SELECT page_6.given_name AS "givenName", link_12.value AS siblings) AS node_13 ON true ORDER BY page_6.order_0 ASC, page_6.id ASC) AS rows_6) AS gathered_6 JOIN LATERAL (SELECT gathered_6.part_0 AS nodes) AS connection_14 ON true) AS link_15 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_23.*) AS value 
FROM (SELECT coalesce(json_agg(rows_17.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_22.*) AS part_0 
FROM (SELECT sibling_bond_16.country_code AS country_code, sibling_bond_16.id AS id, sibling_bond_16.sibling_name AS sibling_name, sibling_bond_16.kind AS kind, sibling_bond_16.started_on AS started_on, sibling_bond_16.ended_on AS ended_on, sibling_bond_16.sibling_file_id AS sibling_id, child_18.given_name_order AS order_0 
FROM sibling_bond AS sibling_bond_16 LEFT OUTER JOIN child AS child_18 ON child_18.id = sibling_bond_16.sibling_file_id AND child_18.country_code = $1::VARCHAR AND child_18.voided_at IS NULL 
WHERE sibling_bond_16.child_file_id = page_2.id AND sibling_bond_16.country_code = $1::VARCHAR AND sibling_bond_16.voided_at IS NULL ORDER BY child_18.given_name_order ASC, sibling_bond_16.id ASC 
 LIMIT 20) AS page_17 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_20.*) AS value 
FROM child AS child_19 JOIN LATERAL (SELECT child_19.given_name AS "givenName") AS node_20 ON true 
WHERE child_19.id = page_17.sibling_id AND child_19.country_code = $1::VARCHAR AND child_19.voided_at IS NULL) AS link_21 ON true JOIN LATERAL (SELECT page_17.sibling_name AS "siblingName", page_17.kind AS kind, page_17.started_on AS "startedOn", page_17.ended_on AS "endedOn", link_21.value AS sibling) AS node_22 ON true ORDER BY page_17.order_0 ASC, page_17.id ASC) AS rows_17) AS gathered_17 JOIN LATERAL (SELECT gathered_17.part_0 AS nodes) AS connection_23 ON true) AS link_24 ON true JOIN LATERAL (SELECT page_2.given_name AS "givenName", link_15.value AS siblings, link_24.value AS "siblingBonds") AS node_25 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_26 ON true) AS children) AS answer
