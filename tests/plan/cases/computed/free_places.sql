SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_14.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_1), '[]'::json) AS part_1, (array_agg(rows_2.cursor))[count(*)] AS end_cursor 
FROM (SELECT row_to_json(node_10.*) AS part_1, (('8287ac38ed.' || page_2.country_code) || '_') || CAST(page_2.id AS TEXT) AS cursor 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.name AS name, home_1.capacity AS capacity, home_1.opened_on AS opened_on, home_1.closed_on AS closed_on, worked_out_6.value AS order_0, home_1.name_order AS order_1 
FROM home AS home_1 JOIN LATERAL (SELECT CASE WHEN (home_1.opened_on <= $1::DATE AND (home_1.closed_on IS NULL OR home_1.closed_on > $1::DATE)) THEN greatest(home_1.capacity - (SELECT count(*) AS count_1 
FROM home_stay AS home_stay_5 
WHERE home_stay_5.country_code = home_1.country_code AND home_stay_5.home_id = home_1.id AND home_stay_5.started_on <= $1::DATE AND (home_stay_5.ended_on IS NULL OR home_stay_5.ended_on > $1::DATE) AND home_stay_5.country_code = $2::VARCHAR AND home_stay_5.voided_at IS NULL), 0) ELSE 0 END AS value) AS worked_out_6 ON true 
WHERE home_1.country_code = $2::VARCHAR AND home_1.opened_on <= $1::DATE AND (home_1.closed_on IS NULL OR home_1.closed_on > $1::DATE) AND (SELECT count(*) AS count_2 
FROM home_stay AS home_stay_3 
WHERE home_stay_3.country_code = home_1.country_code AND home_stay_3.home_id = home_1.id AND home_stay_3.started_on <= $1::DATE AND (home_stay_3.ended_on IS NULL OR home_stay_3.ended_on > $1::DATE) AND home_stay_3.country_code = $2::VARCHAR AND home_stay_3.voided_at IS NULL) >= $3::BIGINT AND CASE WHEN (home_1.opened_on <= $1::DATE AND (home_1.closed_on IS NULL OR home_1.closed_on > $1::DATE)) THEN greatest(home_1.capacity - (SELECT count(*) AS count_3 
FROM home_stay AS home_stay_4 
WHERE home_stay_4.country_code = home_1.country_code AND home_stay_4.home_id = home_1.id AND home_stay_4.started_on <= $1::DATE AND (home_stay_4.ended_on IS NULL OR home_stay_4.ended_on > $1::DATE) AND home_stay_4.country_code = $2::VARCHAR AND home_stay_4.voided_at IS NULL), 0) ELSE 0 END > $4::BIGINT ORDER BY worked_out_6.value DESC, home_1.name_order ASC, home_1.id ASC 
 LIMIT 3) AS page_2 JOIN LATERAL (SELECT page_2.name AS name, page_2.capacity AS capacity, (SELECT count(*) AS count_4 
FROM home_stay AS home_stay_7 
WHERE home_stay_7.country_code = page_2.country_code AND home_stay_7.home_id = page_2.id AND home_stay_7.started_on <= $1::DATE AND (home_stay_7.ended_on IS NULL OR home_stay_7.ended_on > $1::DATE) AND home_stay_7.country_code = $2::VARCHAR AND home_stay_7.voided_at IS NULL) AS occupancy, CASE WHEN (page_2.opened_on <= $1::DATE AND (page_2.closed_on IS NULL OR page_2.closed_on > $1::DATE)) THEN greatest(page_2.capacity - (SELECT count(*) AS count_5 
FROM home_stay AS home_stay_8 
WHERE home_stay_8.country_code = page_2.country_code AND home_stay_8.home_id = page_2.id AND home_stay_8.started_on <= $1::DATE AND (home_stay_8.ended_on IS NULL OR home_stay_8.ended_on > $1::DATE) AND home_stay_8.country_code = $2::VARCHAR AND home_stay_8.voided_at IS NULL), 0) ELSE 0 END AS "freePlaces", CASE WHEN (page_2.opened_on <= $5::DATE AND (page_2.closed_on IS NULL OR page_2.closed_on > $5::DATE)) THEN greatest(page_2.capacity - (SELECT count(*) AS count_6 
FROM home_stay AS home_stay_9 
WHERE home_stay_9.country_code = page_2.country_code AND home_stay_9.home_id = page_2.id AND home_stay_9.started_on <= $5::DATE AND (home_stay_9.ended_on IS NULL OR home_stay_9.ended_on > $5::DATE) AND home_stay_9.country_code = $2::VARCHAR AND home_stay_9.voided_at IS NULL), 0) ELSE 0 END AS before, page_2.opened_on <= $1::DATE AND (page_2.closed_on IS NULL OR page_2.closed_on > $1::DATE) AS "isOpen") AS node_10 ON true ORDER BY page_2.order_0 DESC, page_2.order_1 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT (SELECT count(*) AS count_7 
FROM home AS home_11 
WHERE home_11.country_code = $2::VARCHAR AND home_11.opened_on <= $1::DATE AND (home_11.closed_on IS NULL OR home_11.closed_on > $1::DATE) AND (SELECT count(*) AS count_8 
FROM home_stay AS home_stay_12 
WHERE home_stay_12.country_code = home_11.country_code AND home_stay_12.home_id = home_11.id AND home_stay_12.started_on <= $1::DATE AND (home_stay_12.ended_on IS NULL OR home_stay_12.ended_on > $1::DATE) AND home_stay_12.country_code = $2::VARCHAR AND home_stay_12.voided_at IS NULL) >= $3::BIGINT AND CASE WHEN (home_11.opened_on <= $1::DATE AND (home_11.closed_on IS NULL OR home_11.closed_on > $1::DATE)) THEN greatest(home_11.capacity - (SELECT count(*) AS count_9 
FROM home_stay AS home_stay_13 
WHERE home_stay_13.country_code = home_11.country_code AND home_stay_13.home_id = home_11.id AND home_stay_13.started_on <= $1::DATE AND (home_stay_13.ended_on IS NULL OR home_stay_13.ended_on > $1::DATE) AND home_stay_13.country_code = $2::VARCHAR AND home_stay_13.voided_at IS NULL), 0) ELSE 0 END > $4::BIGINT) AS "totalCount", gathered_2.part_1 AS nodes, JSON_OBJECT('endCursor' : gathered_2.end_cursor RETURNING json) AS "pageInfo") AS connection_14 ON true) AS homes, (SELECT row_to_json(connection_20.*) AS value 
FROM (SELECT coalesce(json_agg(rows_16.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_19.*) AS part_0 
FROM (SELECT home_15.country_code AS country_code, home_15.id AS id, home_15.closed_on AS closed_on, home_15.opened_on AS opened_on, home_15.capacity AS capacity 
FROM home AS home_15 
WHERE home_15.country_code = $2::VARCHAR AND NOT (home_15.opened_on <= $1::DATE AND (home_15.closed_on IS NULL OR home_15.closed_on > $1::DATE)) ORDER BY home_15.id ASC 
 LIMIT 2) AS page_16 JOIN LATERAL (SELECT page_16.closed_on AS "closedOn", page_16.opened_on <= $1::DATE AND (page_16.closed_on IS NULL OR page_16.closed_on > $1::DATE) AS "isOpen", CASE WHEN (page_16.opened_on <= $1::DATE AND (page_16.closed_on IS NULL OR page_16.closed_on > $1::DATE)) THEN greatest(page_16.capacity - (SELECT count(*) AS count_10 
FROM home_stay AS home_stay_17 
WHERE home_stay_17.country_code = page_16.country_code AND home_stay_17.home_id = page_16.id AND home_stay_17.started_on <= $1::DATE AND (home_stay_17.ended_on IS NULL OR home_stay_17.ended_on > $1::DATE) AND home_stay_17.country_code = $2::VARCHAR AND home_stay_17.voided_at IS NULL), 0) ELSE 0 END AS "freePlaces", (SELECT count(*) AS count_11 
FROM home_stay AS home_stay_18 
WHERE home_stay_18.country_code = page_16.country_code AND home_stay_18.home_id = page_16.id AND home_stay_18.started_on <= $1::DATE AND (home_stay_18.ended_on IS NULL OR home_stay_18.ended_on > $1::DATE) AND home_stay_18.country_code = $2::VARCHAR AND home_stay_18.voided_at IS NULL) AS occupancy) AS node_19 ON true ORDER BY page_16.id ASC) AS rows_16) AS gathered_16 JOIN LATERAL (SELECT gathered_16.part_0 AS nodes) AS connection_20 ON true) AS closed, (SELECT row_to_json(connection_33.*) AS value 
FROM (SELECT coalesce(json_agg(rows_22.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_32.*) AS part_0 
FROM (SELECT child_21.country_code AS country_code, child_21.id AS id, child_21.given_name AS given_name, worked_out_26.value AS order_0 
FROM child AS child_21 LEFT OUTER JOIN placement AS placement_24 ON placement_24.child_file_id = child_21.id AND placement_24.started_on <= $1::DATE AND (placement_24.ended_on IS NULL OR placement_24.ended_on > $1::DATE) AND placement_24.country_code = $2::VARCHAR AND placement_24.voided_at IS NULL LEFT OUTER JOIN home AS home_23 ON home_23.id = placement_24.home_id AND home_23.country_code = $2::VARCHAR JOIN LATERAL (SELECT CASE WHEN (home_23.id IS NOT NULL) THEN CASE WHEN (home_23.opened_on <= $1::DATE AND (home_23.closed_on IS NULL OR home_23.closed_on > $1::DATE)) THEN greatest(home_23.capacity - (SELECT count(*) AS count_12 
FROM home_stay AS home_stay_25 
WHERE home_stay_25.country_code = home_23.country_code AND home_stay_25.home_id = home_23.id AND home_stay_25.started_on <= $1::DATE AND (home_stay_25.ended_on IS NULL OR home_stay_25.ended_on > $1::DATE) AND home_stay_25.country_code = $2::VARCHAR AND home_stay_25.voided_at IS NULL), 0) ELSE 0 END END AS value) AS worked_out_26 ON true 
WHERE child_21.country_code = $2::VARCHAR AND child_21.voided_at IS NULL ORDER BY worked_out_26.value ASC, child_21.id ASC 
 LIMIT 2) AS page_22 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_30.*) AS value 
FROM placement AS placement_28, home AS home_27 JOIN LATERAL (SELECT CASE WHEN (home_27.opened_on <= $1::DATE AND (home_27.closed_on IS NULL OR home_27.closed_on > $1::DATE)) THEN greatest(home_27.capacity - (SELECT count(*) AS count_13 
FROM home_stay AS home_stay_29 
WHERE home_stay_29.country_code = home_27.country_code AND home_stay_29.home_id = home_27.id AND home_stay_29.started_on <= $1::DATE AND (home_stay_29.ended_on IS NULL OR home_stay_29.ended_on > $1::DATE) AND home_stay_29.country_code = $2::VARCHAR AND home_stay_29.voided_at IS NULL), 0) ELSE 0 END AS "freePlaces") AS node_30 ON true 
WHERE placement_28.child_file_id = page_22.id AND placement_28.started_on <= $1::DATE AND (placement_28.ended_on IS NULL OR placement_28.ended_on > $1::DATE) AND placement_28.country_code = $2::VARCHAR AND placement_28.voided_at IS NULL AND home_27.id = placement_28.home_id AND home_27.country_code = $2::VARCHAR) AS link_31 ON true JOIN LATERAL (SELECT page_22.given_name AS "givenName", link_31.value AS home) AS node_32 ON true ORDER BY page_22.order_0 ASC, page_22.id ASC) AS rows_22) AS gathered_22 JOIN LATERAL (SELECT gathered_22.part_0 AS nodes) AS connection_33 ON true) AS children) AS answer
