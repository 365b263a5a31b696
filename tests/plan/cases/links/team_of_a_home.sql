SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_21.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_20.*) AS part_0 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.name AS name, home_1.name_order AS order_0 
FROM home AS home_1 
WHERE home_1.country_code = $1::VARCHAR AND home_1.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_3 
WHERE caregiver_assignment_3.home_id = home_1.id AND caregiver_assignment_3.started_on <= $2::DATE AND (caregiver_assignment_3.ended_on IS NULL OR caregiver_assignment_3.ended_on > $2::DATE) AND caregiver_assignment_3.country_code = $1::VARCHAR AND caregiver_assignment_3.voided_at IS NULL AND caregiver_assignment_3.role = $3::VARCHAR)) ORDER BY home_1.name_order ASC, home_1.id ASC 
 LIMIT 2) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_8.*) AS value 
FROM (SELECT coalesce(json_agg(rows_5.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_6.*) AS part_1 
FROM (SELECT caregiver_assignment_4.country_code AS country_code, caregiver_assignment_4.id AS id, caregiver_assignment_4.caregiver_name AS caregiver_name, caregiver_assignment_4.role AS role, caregiver_assignment_4.started_on AS started_on, caregiver_assignment_4.started_on AS order_0 
FROM caregiver_assignment AS caregiver_assignment_4 
WHERE caregiver_assignment_4.home_id = page_2.id AND caregiver_assignment_4.started_on <= $2::DATE AND (caregiver_assignment_4.ended_on IS NULL OR caregiver_assignment_4.ended_on > $2::DATE) AND caregiver_assignment_4.country_code = $1::VARCHAR AND caregiver_assignment_4.voided_at IS NULL ORDER BY caregiver_assignment_4.started_on ASC, caregiver_assignment_4.id ASC 
 LIMIT 3) AS page_5 JOIN LATERAL (SELECT page_5.caregiver_name AS "caregiverName", page_5.role AS role, page_5.started_on AS "startedOn") AS node_6 ON true ORDER BY page_5.order_0 ASC, page_5.id ASC) AS rows_5) AS gathered_5 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM caregiver_assignment AS caregiver_assignment_7 
WHERE caregiver_assignment_7.home_id = page_2.id AND caregiver_assignment_7.started_on <= $2::DATE AND (caregiver_assignment_7.ended_on IS NULL OR caregiver_assignment_7.ended_on > $2::DATE) AND caregiver_assignment_7.country_code = $1::VARCHAR AND caregiver_assignment_7.voided_at IS NULL) AS "totalCount", gathered_5.part_1 AS nodes) AS connection_8 ON true) AS link_9 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_14.*) AS value 
FROM (SELECT coalesce(json_agg(rows_11.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_12.*) AS part_1 
FROM (SELECT caregiver_assignment_10.country_code AS country_code, caregiver_assignment_10.id AS id, caregiver_assignment_10.role AS role, caregiver_assignment_10.started_on AS started_on, caregiver_assignment_10.ended_on AS ended_on 
FROM caregiver_assignment AS caregiver_assignment_10 
WHERE caregiver_assignment_10.home_id = page_2.id AND caregiver_assignment_10.started_on <= $4::DATE AND (caregiver_assignment_10.ended_on IS NULL OR caregiver_assignment_10.ended_on > $4::DATE) AND caregiver_assignment_10.country_code = $1::VARCHAR AND caregiver_assignment_10.voided_at IS NULL AND caregiver_assignment_10.role IS NOT NULL AND (caregiver_assignment_10.role = $5::VARCHAR) IS NOT true ORDER BY caregiver_assignment_10.id ASC 
 LIMIT 20) AS page_11 JOIN LATERAL (SELECT page_11.role AS role, page_11.started_on AS "startedOn", page_11.ended_on AS "endedOn") AS node_12 ON true ORDER BY page_11.id ASC) AS rows_11) AS gathered_11 JOIN LATERAL (SELECT (SELECT count(*) AS count_2 
FROM caregiver_assignment AS caregiver_assignment_13 
WHERE caregiver_assignment_13.home_id = page_2.id AND caregiver_assignment_13.started_on <= $4::DATE AND (caregiver_assignment_13.ended_on IS NULL OR caregiver_assignment_13.ended_on > $4::DATE) AND caregiver_assignment_13.country_code = $1::VARCHAR AND caregiver_assignment_13.voided_at IS NULL AND caregiver_assignment_13.role IS NOT NULL AND (caregiver_assignment_13.role = $5::VARCHAR) IS NOT true) AS "totalCount", gathered_11.part_1 AS nodes) AS connection_14 ON true) AS link_15 ON true LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_3 
FROM caregiver_assignment AS caregiver_assignment_18 
WHERE caregiver_assignment_18.home_id = page_2.id AND caregiver_assignment_18.country_code = $1::VARCHAR AND caregiver_assignment_18.voided_at IS NULL) RETURNING json) AS value) AS link_19 ON true JOIN LATERAL (SELECT page_2.name AS name, link_9.value AS team, link_15.value AS "then", link_19.value AS assignments) AS node_20 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_21 ON true) AS homes) AS answer
