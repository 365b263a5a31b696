WITH after_2 AS 
(SELECT worked_out_5.value AS order_0, home_3.name_order AS order_1, home_3.id AS id 
FROM home AS home_3 JOIN LATERAL (SELECT CASE WHEN (home_3.opened_on <= $1::DATE AND (home_3.closed_on IS NULL OR home_3.closed_on > $1::DATE)) THEN greatest(home_3.capacity - (SELECT count(*) AS count_1 
FROM home_stay AS home_stay_4 
WHERE home_stay_4.country_code = home_3.country_code AND home_stay_4.home_id = home_3.id AND home_stay_4.started_on <= $1::DATE AND (home_stay_4.ended_on IS NULL OR home_stay_4.ended_on > $1::DATE) AND home_stay_4.country_code = $2::VARCHAR AND home_stay_4.voided_at IS NULL), 0) ELSE 0 END AS value) AS worked_out_5 ON true 
WHERE home_3.country_code = $2::VARCHAR AND home_3.voided_at IS NULL AND home_3.country_code = $3::VARCHAR AND home_3.id = $4::UUID)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM after_2)] AS cursors 
FROM (SELECT (SELECT row_to_json(connection_12.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_11.*) AS part_0 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.name AS name, home_1.capacity AS capacity, home_1.opened_on AS opened_on, home_1.closed_on AS closed_on, worked_out_9.value AS order_0, home_1.name_order AS order_1 
FROM home AS home_1 JOIN LATERAL (SELECT CASE WHEN (home_1.opened_on <= $1::DATE AND (home_1.closed_on IS NULL OR home_1.closed_on > $1::DATE)) THEN greatest(home_1.capacity - (SELECT count(*) AS count_2 
FROM home_stay AS home_stay_8 
WHERE home_stay_8.country_code = home_1.country_code AND home_stay_8.home_id = home_1.id AND home_stay_8.started_on <= $1::DATE AND (home_stay_8.ended_on IS NULL OR home_stay_8.ended_on > $1::DATE) AND home_stay_8.country_code = $2::VARCHAR AND home_stay_8.voided_at IS NULL), 0) ELSE 0 END AS value) AS worked_out_9 ON true 
WHERE home_1.country_code = $2::VARCHAR AND home_1.voided_at IS NULL AND home_1.opened_on <= $1::DATE AND (home_1.closed_on IS NULL OR home_1.closed_on > $1::DATE) AND (SELECT count(*) AS count_3 
FROM home_stay AS home_stay_6 
WHERE home_stay_6.country_code = home_1.country_code AND home_stay_6.home_id = home_1.id AND home_stay_6.started_on <= $1::DATE AND (home_stay_6.ended_on IS NULL OR home_stay_6.ended_on > $1::DATE) AND home_stay_6.country_code = $2::VARCHAR AND home_stay_6.voided_at IS NULL) >= $5::BIGINT AND CASE WHEN (home_1.opened_on <= $1::DATE AND (home_1.closed_on IS NULL OR home_1.closed_on > $1::DATE)) THEN greatest(home_1.capacity - (SELECT count(*) AS count_4 
FROM home_stay AS home_stay_7 
WHERE home_stay_7.country_code = home_1.country_code AND home_stay_7.home_id = home_1.id AND home_stay_7.started_on <= $1::DATE AND (home_stay_7.ended_on IS NULL OR home_stay_7.ended_on > $1::DATE) AND home_stay_7.country_code = $2::VARCHAR AND home_stay_7.voided_at IS NULL), 0) ELSE 0 END > $6::BIGINT AND worked_out_9.value <= (SELECT after_2.order_0 
FROM after_2) AND (worked_out_9.value < (SELECT after_2.order_0 
FROM after_2) OR worked_out_9.value = (SELECT after_2.order_0 
FROM after_2) AND (home_1.name_order > (SELECT after_2.order_1 
FROM after_2) OR home_1.name_order = (SELECT after_2.order_1 
FROM after_2) AND home_1.id > (SELECT after_2.id 
FROM after_2))) ORDER BY worked_out_9.value DESC, home_1.name_order ASC, home_1.id ASC 
 LIMIT 3) AS page_2 JOIN LATERAL (SELECT page_2.name AS name, CASE WHEN (page_2.opened_on <= $1::DATE AND (page_2.closed_on IS NULL OR page_2.closed_on > $1::DATE)) THEN greatest(page_2.capacity - (SELECT count(*) AS count_5 
FROM home_stay AS home_stay_10 
WHERE home_stay_10.country_code = page_2.country_code AND home_stay_10.home_id = page_2.id AND home_stay_10.started_on <= $1::DATE AND (home_stay_10.ended_on IS NULL OR home_stay_10.ended_on > $1::DATE) AND home_stay_10.country_code = $2::VARCHAR AND home_stay_10.voided_at IS NULL), 0) ELSE 0 END AS "freePlaces") AS node_11 ON true ORDER BY page_2.order_0 DESC, page_2.order_1 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_12 ON true 
WHERE EXISTS (SELECT 1 
FROM after_2)) AS homes) AS answer
