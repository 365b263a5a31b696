SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_4.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_3.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.sex AS sex, child_1.birth_date_precision AS birth_date_precision, child_1.case_number_order AS order_0 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL ORDER BY child_1.case_number_order ASC, child_1.id ASC 
 LIMIT 2) AS page_2 JOIN LATERAL (SELECT page_2.sex AS sex, page_2.birth_date_precision AS "birthDatePrecision") AS node_3 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_4 ON true) AS children, (SELECT row_to_json(connection_8.*) AS value 
FROM (SELECT coalesce(json_agg(rows_6.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_7.*) AS part_0 
FROM (SELECT home_5.country_code AS country_code, home_5.id AS id, home_5.form AS form, home_5.setting AS setting, home_5.opened_on AS order_0 
FROM home AS home_5 
WHERE home_5.country_code = $1::VARCHAR AND home_5.voided_at IS NULL ORDER BY home_5.opened_on ASC, home_5.id ASC 
 LIMIT 2) AS page_6 JOIN LATERAL (SELECT page_6.form AS form, page_6.setting AS setting) AS node_7 ON true ORDER BY page_6.order_0 ASC, page_6.id ASC) AS rows_6) AS gathered_6 JOIN LATERAL (SELECT gathered_6.part_0 AS nodes) AS connection_8 ON true) AS homes, (SELECT row_to_json(connection_12.*) AS value 
FROM (SELECT coalesce(json_agg(rows_10.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_11.*) AS part_0 
FROM (SELECT programme_9.country_code AS country_code, programme_9.id AS id, programme_9.kind AS kind, programme_9.kind AS order_0, programme_9.name_order AS order_1 
FROM programme AS programme_9 
WHERE programme_9.country_code = $1::VARCHAR AND programme_9.voided_at IS NULL ORDER BY programme_9.kind ASC, programme_9.name_order ASC, programme_9.id ASC 
 LIMIT 2) AS page_10 JOIN LATERAL (SELECT page_10.kind AS kind) AS node_11 ON true ORDER BY page_10.order_0 ASC, page_10.order_1 ASC, page_10.id ASC) AS rows_10) AS gathered_10 JOIN LATERAL (SELECT gathered_10.part_0 AS nodes) AS connection_12 ON true) AS programmes) AS answer
