SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_8.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0, (array_agg(rows_2.cursor))[count(*)] AS end_cursor, coalesce(bool_or(rows_2.more), false) AS more 
FROM (SELECT row_to_json(node_7.*) AS part_0, (('aaa44025b3.' || page_2.country_code) || '_') || CAST(page_2.id AS TEXT) AS cursor, page_2.fetched > 3 AS more 
FROM (SELECT fetched_2.country_code AS country_code, fetched_2.id AS id, fetched_2.given_name AS given_name, fetched_2.order_0 AS order_0, fetched_2.order_1 AS order_1, count(*) OVER () AS fetched 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.given_name AS given_name, worked_out_5.value AS order_0, child_1.given_name_order AS order_1 
FROM child AS child_1 JOIN LATERAL (SELECT (SELECT count(DISTINCT placement_4.home_id) AS count_1 
FROM placement AS placement_4 
WHERE placement_4.country_code = child_1.country_code AND placement_4.child_file_id = child_1.id AND placement_4.started_on <= $1::DATE AND (placement_4.ended_on IS NULL OR placement_4.ended_on > placement_4.started_on) AND placement_4.country_code = $2::VARCHAR AND placement_4.programme_id = ANY ($3::UUID[]) AND placement_4.voided_at IS NULL) AS value) AS worked_out_5 ON true 
WHERE child_1.country_code = $2::VARCHAR AND child_1.programme_id = ANY ($3::UUID[]) AND child_1.voided_at IS NULL AND (SELECT count(DISTINCT placement_3.home_id) AS count_2 
FROM placement AS placement_3 
WHERE placement_3.country_code = child_1.country_code AND placement_3.child_file_id = child_1.id AND placement_3.started_on <= $1::DATE AND (placement_3.ended_on IS NULL OR placement_3.ended_on > placement_3.started_on) AND placement_3.country_code = $2::VARCHAR AND placement_3.programme_id = ANY ($3::UUID[]) AND placement_3.voided_at IS NULL) >= $4::BIGINT ORDER BY worked_out_5.value DESC, child_1.given_name_order ASC, child_1.id ASC 
 LIMIT 4) AS fetched_2 ORDER BY fetched_2.order_0 DESC, fetched_2.order_1 ASC, fetched_2.id ASC 
 LIMIT 3) AS page_2 JOIN LATERAL (SELECT page_2.given_name AS "givenName", (SELECT count(DISTINCT placement_6.home_id) AS count_3 
FROM placement AS placement_6 
WHERE placement_6.country_code = page_2.country_code AND placement_6.child_file_id = page_2.id AND placement_6.started_on <= $1::DATE AND (placement_6.ended_on IS NULL OR placement_6.ended_on > placement_6.started_on) AND placement_6.country_code = $2::VARCHAR AND placement_6.programme_id = ANY ($3::UUID[]) AND placement_6.voided_at IS NULL) AS "homesLivedIn") AS node_7 ON true ORDER BY page_2.order_0 DESC, page_2.order_1 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes, JSON_OBJECT('hasNextPage' : gathered_2.more, 'endCursor' : gathered_2.end_cursor RETURNING json) AS "pageInfo") AS connection_8 ON true) AS children) AS answer
