SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_11.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(edge_10.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.birth_date AS birth_date, home_3.name_order AS order_0, child_1.birth_date AS order_1 
FROM child AS child_1 LEFT OUTER JOIN placement AS placement_4 ON placement_4.child_file_id = child_1.id AND placement_4.started_on <= $1::DATE AND (placement_4.ended_on IS NULL OR placement_4.ended_on > $1::DATE) AND placement_4.country_code = $2::VARCHAR AND placement_4.voided_at IS NULL LEFT OUTER JOIN home AS home_3 ON home_3.id = placement_4.home_id AND home_3.country_code = $2::VARCHAR AND home_3.voided_at IS NULL 
WHERE child_1.country_code = $2::VARCHAR AND child_1.voided_at IS NULL ORDER BY home_3.name_order DESC, child_1.birth_date ASC, child_1.id ASC 
 LIMIT 2) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_7.*) AS value 
FROM placement AS placement_6, home AS home_5 JOIN LATERAL (SELECT home_5.name AS name) AS node_7 ON true 
WHERE placement_6.child_file_id = page_2.id AND placement_6.started_on <= $1::DATE AND (placement_6.ended_on IS NULL OR placement_6.ended_on > $1::DATE) AND placement_6.country_code = $2::VARCHAR AND placement_6.voided_at IS NULL AND home_5.id = placement_6.home_id AND home_5.country_code = $2::VARCHAR AND home_5.voided_at IS NULL) AS link_8 ON true JOIN LATERAL (SELECT page_2.birth_date AS "birthDate", link_8.value AS home) AS node_9 ON true JOIN LATERAL (SELECT (('26fafa08db.' || page_2.country_code) || '_') || CAST(page_2.id AS TEXT) AS cursor, row_to_json(node_9.*) AS node) AS edge_10 ON true ORDER BY page_2.order_0 DESC, page_2.order_1 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS edges) AS connection_11 ON true) AS children) AS answer
