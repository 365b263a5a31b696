WITH asked_5 AS MATERIALIZED 
(SELECT child_4.country_code AS country_code, child_4.id AS id, child_4.given_name AS given_name 
FROM child AS child_4 
WHERE child_4.country_code = $1::VARCHAR AND child_4.programme_id = ANY ($2::UUID[]) AND child_4.voided_at IS NULL AND child_4.id = (SELECT coalesce((SELECT child_3.same_as_id 
FROM child AS child_3 
WHERE child_3.country_code = $1::VARCHAR AND child_3.programme_id = ANY ($2::UUID[]) AND child_3.id = $4::UUID AND child_3.same_as_id IS NOT NULL), $4::UUID) AS coalesce_1))
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_11.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_10.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.given_name AS given_name 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.programme_id = ANY ($2::UUID[]) AND child_1.voided_at IS NULL AND child_1.country_code = $3::VARCHAR AND child_1.id IN (SELECT DISTINCT child_6.id 
FROM asked_5, child AS child_6, sibling_bond AS sibling_bond_7, sibling_bond AS sibling_bond_8 
WHERE child_6.country_code = $1::VARCHAR AND child_6.programme_id = ANY ($2::UUID[]) AND child_6.voided_at IS NULL AND sibling_bond_7.country_code = $1::VARCHAR AND sibling_bond_7.programme_id = ANY ($2::UUID[]) AND sibling_bond_7.voided_at IS NULL AND sibling_bond_8.country_code = $1::VARCHAR AND sibling_bond_8.programme_id = ANY ($2::UUID[]) AND sibling_bond_8.voided_at IS NULL AND sibling_bond_7.child_file_id = asked_5.id AND sibling_bond_8.child_file_id = sibling_bond_7.sibling_file_id AND child_6.id = sibling_bond_8.sibling_file_id AND child_6.id != asked_5.id AND sibling_bond_7.started_on <= $5::DATE AND (sibling_bond_7.ended_on IS NULL OR sibling_bond_7.ended_on > $5::DATE) AND sibling_bond_8.started_on <= $5::DATE AND (sibling_bond_8.ended_on IS NULL OR sibling_bond_8.ended_on > $5::DATE) AND NOT (EXISTS (SELECT 1 
FROM sibling_bond AS sibling_bond_9 
WHERE sibling_bond_9.child_file_id = asked_5.id AND sibling_bond_9.sibling_file_id = child_6.id AND sibling_bond_9.started_on <= $5::DATE AND (sibling_bond_9.ended_on IS NULL OR sibling_bond_9.ended_on > $5::DATE) AND sibling_bond_9.country_code = $1::VARCHAR AND sibling_bond_9.programme_id = ANY ($2::UUID[]) AND sibling_bond_9.voided_at IS NULL))) ORDER BY child_1.id ASC 
 LIMIT 50) AS page_2 JOIN LATERAL (SELECT page_2.given_name AS "givenName") AS node_10 ON true ORDER BY page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_11 ON true) AS "possibleSiblings") AS answer
