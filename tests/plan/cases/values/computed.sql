SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_4.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_3.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.birth_date AS birth_date, child_1.died_on AS died_on, child_1.birth_date AS order_0, child_1.case_number_order AS order_1 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL ORDER BY child_1.birth_date DESC, child_1.case_number_order ASC, child_1.id ASC 
 LIMIT 4) AS page_2 JOIN LATERAL (SELECT page_2.birth_date AS "birthDate", CAST(EXTRACT(year FROM age(CAST(least($2::DATE, page_2.died_on) AS TIMESTAMP WITHOUT TIME ZONE), CAST(page_2.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) AS age) AS node_3 ON true ORDER BY page_2.order_0 DESC, page_2.order_1 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_4 ON true) AS children, (SELECT row_to_json(connection_9.*) AS value 
FROM (SELECT coalesce(json_agg(rows_6.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_8.*) AS part_0 
FROM (SELECT home_5.country_code AS country_code, home_5.id AS id, home_5.opened_on AS opened_on, home_5.capacity AS capacity, home_5.opened_on AS order_0 
FROM home AS home_5 
WHERE home_5.country_code = $1::VARCHAR AND home_5.voided_at IS NULL ORDER BY home_5.opened_on ASC, home_5.id ASC 
 LIMIT 3) AS page_6 JOIN LATERAL (SELECT page_6.opened_on AS "openedOn", (SELECT count(*) AS count_1 
FROM home_stay AS home_stay_7 
WHERE home_stay_7.country_code = page_6.country_code AND home_stay_7.home_id = page_6.id AND home_stay_7.started_on <= $2::DATE AND (home_stay_7.ended_on IS NULL OR home_stay_7.ended_on > $2::DATE) AND home_stay_7.country_code = $1::VARCHAR AND home_stay_7.voided_at IS NULL) AS occupancy, page_6.capacity AS capacity) AS node_8 ON true ORDER BY page_6.order_0 ASC, page_6.id ASC) AS rows_6) AS gathered_6 JOIN LATERAL (SELECT gathered_6.part_0 AS nodes) AS connection_9 ON true) AS homes) AS answer
