SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_4.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_3.*) AS part_0 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.opened_on AS opened_on 
FROM home AS home_1 
WHERE home_1.country_code = $1::VARCHAR AND home_1.voided_at IS NULL AND home_1.id = ANY ($2::UUID[]) AND ((home_1.country_code || '_') || CAST(home_1.id AS TEXT)) = ANY ($3::TEXT[]) ORDER BY home_1.id ASC 
 LIMIT 50) AS page_2 JOIN LATERAL (SELECT page_2.opened_on AS "openedOn") AS node_3 ON true ORDER BY page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_4 ON true) AS eq, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM home AS home_7 
WHERE home_7.country_code = $1::VARCHAR AND home_7.voided_at IS NULL AND home_7.id IS NOT NULL AND (home_7.id = ANY ($4::UUID[]) AND ((home_7.country_code || '_') || CAST(home_7.id AS TEXT)) = ANY ($5::TEXT[])) IS NOT true) RETURNING json) AS value) AS ne, (SELECT row_to_json(connection_11.*) AS value 
FROM (SELECT coalesce(json_agg(rows_9.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_10.*) AS part_0 
FROM (SELECT home_8.country_code AS country_code, home_8.id AS id, home_8.opened_on AS opened_on, home_8.opened_on AS order_0 
FROM home AS home_8 
WHERE home_8.country_code = $1::VARCHAR AND home_8.voided_at IS NULL AND home_8.id = ANY ($6::UUID[]) AND ((home_8.country_code || '_') || CAST(home_8.id AS TEXT)) = ANY ($7::TEXT[]) ORDER BY home_8.opened_on DESC, home_8.id DESC 
 LIMIT 50) AS page_9 JOIN LATERAL (SELECT page_9.opened_on AS "openedOn") AS node_10 ON true ORDER BY page_9.order_0 DESC, page_9.id DESC) AS rows_9) AS gathered_9 JOIN LATERAL (SELECT gathered_9.part_0 AS nodes) AS connection_11 ON true) AS "in", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_2 
FROM home AS home_14 
WHERE home_14.country_code = $1::VARCHAR AND home_14.voided_at IS NULL AND home_14.id IS NOT NULL AND (home_14.id = ANY ($8::UUID[]) AND ((home_14.country_code || '_') || CAST(home_14.id AS TEXT)) = ANY ($9::TEXT[])) IS NOT true) RETURNING json) AS value) AS "notIn", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_3 
FROM child AS child_17 
WHERE child_17.country_code = $1::VARCHAR AND child_17.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM placement AS placement_19, home AS home_18 
WHERE placement_19.child_file_id = child_17.id AND placement_19.started_on <= $10::DATE AND (placement_19.ended_on IS NULL OR placement_19.ended_on > $10::DATE) AND placement_19.country_code = $1::VARCHAR AND placement_19.voided_at IS NULL AND home_18.id = placement_19.home_id AND home_18.country_code = $1::VARCHAR AND home_18.voided_at IS NULL AND home_18.id = ANY ($11::UUID[]) AND ((home_18.country_code || '_') || CAST(home_18.id AS TEXT)) = ANY ($12::TEXT[])))) RETURNING json) AS value) AS child) AS answer
