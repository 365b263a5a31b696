SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_17.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_16.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.case_number AS case_number, child_1.programme_id AS programme_id, child_1.case_number_order AS order_0 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL ORDER BY child_1.case_number_order ASC, child_1.id ASC 
 LIMIT 3) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_7.*) AS value 
FROM programme AS programme_3 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_5.*) AS value 
FROM country AS country_4 JOIN LATERAL (SELECT country_4.code AS code) AS node_5 ON true 
WHERE country_4.code = programme_3.country_code) AS link_6 ON true JOIN LATERAL (SELECT programme_3.name AS name, programme_3.kind AS kind, link_6.value AS country) AS node_7 ON true 
WHERE programme_3.id = page_2.programme_id AND programme_3.country_code = $1::VARCHAR AND programme_3.voided_at IS NULL) AS link_8 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_11.*) AS value 
FROM placement AS placement_10, home AS home_9 JOIN LATERAL (SELECT home_9.name AS name, home_9.form AS form) AS node_11 ON true 
WHERE placement_10.child_file_id = page_2.id AND placement_10.started_on <= $2::DATE AND (placement_10.ended_on IS NULL OR placement_10.ended_on > $2::DATE) AND placement_10.country_code = $1::VARCHAR AND placement_10.voided_at IS NULL AND home_9.id = placement_10.home_id AND home_9.country_code = $1::VARCHAR AND home_9.voided_at IS NULL) AS link_12 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_14.*) AS value 
FROM country AS country_13 JOIN LATERAL (SELECT country_13.name AS name) AS node_14 ON true 
WHERE country_13.code = page_2.country_code) AS link_15 ON true JOIN LATERAL (SELECT page_2.case_number AS "caseNumber", link_8.value AS programme, link_12.value AS home, link_15.value AS country) AS node_16 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_17 ON true) AS children) AS answer
