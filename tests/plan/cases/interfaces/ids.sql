SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_4.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_3.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.case_number_order AS order_0 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL ORDER BY child_1.case_number_order ASC, child_1.id ASC 
 LIMIT 1) AS page_2 JOIN LATERAL (SELECT (('Child_' || page_2.country_code) || '_') || CAST(page_2.id AS TEXT) AS id) AS node_3 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_4 ON true) AS children, (SELECT row_to_json(connection_8.*) AS value 
FROM (SELECT coalesce(json_agg(rows_6.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_7.*) AS part_0 
FROM (SELECT home_5.country_code AS country_code, home_5.id AS id, home_5.opened_on AS order_0 
FROM home AS home_5 
WHERE home_5.country_code = $1::VARCHAR AND home_5.voided_at IS NULL ORDER BY home_5.opened_on ASC, home_5.id ASC 
 LIMIT 1) AS page_6 JOIN LATERAL (SELECT (('Home_' || page_6.country_code) || '_') || CAST(page_6.id AS TEXT) AS id) AS node_7 ON true ORDER BY page_6.order_0 ASC, page_6.id ASC) AS rows_6) AS gathered_6 JOIN LATERAL (SELECT gathered_6.part_0 AS nodes) AS connection_8 ON true) AS homes) AS answer
