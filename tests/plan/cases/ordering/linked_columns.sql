SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_8.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_7.*) AS part_0 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.programme_id AS programme_id, home_1.opened_on AS opened_on, programme_3.name_order AS order_0, home_1.opened_on AS order_1 
FROM home AS home_1 LEFT OUTER JOIN programme AS programme_3 ON programme_3.id = home_1.programme_id AND programme_3.country_code = $1::VARCHAR AND programme_3.voided_at IS NULL 
WHERE home_1.country_code = $1::VARCHAR AND home_1.voided_at IS NULL ORDER BY programme_3.name_order DESC, home_1.opened_on ASC, home_1.id ASC 
 LIMIT 3) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_5.*) AS value 
FROM programme AS programme_4 JOIN LATERAL (SELECT programme_4.name AS name) AS node_5 ON true 
WHERE programme_4.id = page_2.programme_id AND programme_4.country_code = $1::VARCHAR AND programme_4.voided_at IS NULL) AS link_6 ON true JOIN LATERAL (SELECT link_6.value AS programme, page_2.opened_on AS "openedOn") AS node_7 ON true ORDER BY page_2.order_0 DESC, page_2.order_1 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_8 ON true) AS "toOne", (SELECT row_to_json(connection_18.*) AS value 
FROM (SELECT coalesce(json_agg(rows_10.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_17.*) AS part_0 
FROM (SELECT child_9.country_code AS country_code, child_9.id AS id, child_9.birth_date AS birth_date, home_11.opened_on AS order_0, child_9.birth_date AS order_1 
FROM child AS child_9 LEFT OUTER JOIN placement AS placement_12 ON placement_12.child_file_id = child_9.id AND placement_12.started_on <= $2::DATE AND (placement_12.ended_on IS NULL OR placement_12.ended_on > $2::DATE) AND placement_12.country_code = $1::VARCHAR AND placement_12.voided_at IS NULL LEFT OUTER JOIN home AS home_11 ON home_11.id = placement_12.home_id AND home_11.country_code = $1::VARCHAR AND home_11.voided_at IS NULL 
WHERE child_9.country_code = $1::VARCHAR AND child_9.voided_at IS NULL ORDER BY home_11.opened_on ASC, child_9.birth_date ASC, child_9.id ASC 
 LIMIT 3) AS page_10 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_15.*) AS value 
FROM placement AS placement_14, home AS home_13 JOIN LATERAL (SELECT home_13.opened_on AS "openedOn") AS node_15 ON true 
WHERE placement_14.child_file_id = page_10.id AND placement_14.started_on <= $2::DATE AND (placement_14.ended_on IS NULL OR placement_14.ended_on > $2::DATE) AND placement_14.country_code = $1::VARCHAR AND placement_14.voided_at IS NULL AND home_13.id = placement_14.home_id AND home_13.country_code = $1::VARCHAR AND home_13.voided_at IS NULL) AS link_16 ON true JOIN LATERAL (SELECT page_10.birth_date AS "birthDate", link_16.value AS home) AS node_17 ON true ORDER BY page_10.order_0 ASC, page_10.order_1 ASC, page_10.id ASC) AS rows_10) AS gathered_10 JOIN LATERAL (SELECT gathered_10.part_0 AS nodes) AS connection_18 ON true) AS through, (SELECT row_to_json(connection_30.*) AS value 
FROM (SELECT coalesce(json_agg(rows_20.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_29.*) AS part_0 
FROM (SELECT placement_19.country_code AS country_code, placement_19.id AS id, placement_19.started_on AS started_on, placement_19.home_id AS home_id, programme_22.started_on AS order_0, placement_19.started_on AS order_1 
FROM placement AS placement_19 LEFT OUTER JOIN home AS home_21 ON home_21.id = placement_19.home_id AND home_21.country_code = $1::VARCHAR AND home_21.voided_at IS NULL LEFT OUTER JOIN programme AS programme_22 ON programme_22.id = home_21.programme_id AND programme_22.country_code = $1::VARCHAR AND programme_22.voided_at IS NULL 
WHERE placement_19.country_code = $1::VARCHAR AND placement_19.voided_at IS NULL ORDER BY programme_22.started_on ASC, placement_19.started_on ASC, placement_19.id ASC 
 LIMIT 2) AS page_20 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_27.*) AS value 
FROM home AS home_23 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_25.*) AS value 
FROM programme AS programme_24 JOIN LATERAL (SELECT programme_24.started_on AS "startedOn") AS node_25 ON true 
WHERE programme_24.id = home_23.programme_id AND programme_24.country_code = $1::VARCHAR AND programme_24.voided_at IS NULL) AS link_26 ON true JOIN LATERAL (SELECT link_26.value AS programme) AS node_27 ON true 
WHERE home_23.id = page_20.home_id AND home_23.country_code = $1::VARCHAR AND home_23.voided_at IS NULL) AS link_28 ON true JOIN LATERAL (SELECT page_20.started_on AS "startedOn", link_28.value AS home) AS node_29 ON true ORDER BY page_20.order_0 ASC, page_20.order_1 ASC, page_20.id ASC) AS rows_20) AS gathered_20 JOIN LATERAL (SELECT gathered_20.part_0 AS nodes) AS connection_30 ON true) AS further) AS answer
