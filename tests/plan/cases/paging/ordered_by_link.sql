WITH after_2 AS 
(SELECT home_4.name_order AS order_0, child_3.birth_date AS order_1, child_3.id AS id 
FROM child AS child_3 LEFT OUTER JOIN placement AS placement_5 ON placement_5.child_file_id = child_3.id AND placement_5.started_on <= $1::DATE AND (placement_5.ended_on IS NULL OR placement_5.ended_on > $1::DATE) AND placement_5.country_code = $2::VARCHAR AND placement_5.voided_at IS NULL LEFT OUTER JOIN home AS home_4 ON home_4.id = placement_5.home_id AND home_4.country_code = $2::VARCHAR AND home_4.voided_at IS NULL 
WHERE child_3.country_code = $2::VARCHAR AND child_3.voided_at IS NULL AND child_3.country_code = $3::VARCHAR AND child_3.id = $4::UUID)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM after_2)] AS cursors 
FROM (SELECT (SELECT row_to_json(connection_13.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0, (array_agg(rows_2.cursor))[count(*)] AS end_cursor, coalesce(bool_or(rows_2.more), false) AS more 
FROM (SELECT row_to_json(node_12.*) AS part_0, (('26fafa08db.' || page_2.country_code) || '_') || CAST(page_2.id AS TEXT) AS cursor, page_2.fetched > 3 AS more 
FROM (SELECT fetched_2.country_code AS country_code, fetched_2.id AS id, fetched_2.birth_date AS birth_date, fetched_2.order_0 AS order_0, fetched_2.order_1 AS order_1, count(*) OVER () AS fetched 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.birth_date AS birth_date, home_6.name_order AS order_0, child_1.birth_date AS order_1 
FROM child AS child_1 LEFT OUTER JOIN placement AS placement_7 ON placement_7.child_file_id = child_1.id AND placement_7.started_on <= $1::DATE AND (placement_7.ended_on IS NULL OR placement_7.ended_on > $1::DATE) AND placement_7.country_code = $2::VARCHAR AND placement_7.voided_at IS NULL LEFT OUTER JOIN home AS home_6 ON home_6.id = placement_7.home_id AND home_6.country_code = $2::VARCHAR AND home_6.voided_at IS NULL 
WHERE child_1.country_code = $2::VARCHAR AND child_1.voided_at IS NULL AND (home_6.name_order < (SELECT after_2.order_0 
FROM after_2) OR home_6.name_order IS NOT NULL AND (SELECT after_2.order_0 
FROM after_2) IS NULL OR home_6.name_order IS NOT DISTINCT FROM (SELECT after_2.order_0 
FROM after_2) AND (child_1.birth_date > (SELECT after_2.order_1 
FROM after_2) OR child_1.birth_date IS NULL AND (SELECT after_2.order_1 
FROM after_2) IS NOT NULL OR child_1.birth_date IS NOT DISTINCT FROM (SELECT after_2.order_1 
FROM after_2) AND child_1.id > (SELECT after_2.id 
FROM after_2))) ORDER BY home_6.name_order DESC, child_1.birth_date ASC, child_1.id ASC 
 LIMIT 4) AS fetched_2 ORDER BY fetched_2.order_0 DESC, fetched_2.order_1 ASC, fetched_2.id ASC 
 LIMIT 3) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_10.*) AS value 
FROM placement AS placement_9, home AS home_8 JOIN LATERAL (SELECT home_8.name AS name) AS node_10 ON true 
WHERE placement_9.child_file_id = page_2.id AND placement_9.started_on <= $1::DATE AND (placement_9.ended_on IS NULL OR placement_9.ended_on > $1::DATE) AND placement_9.country_code = $2::VARCHAR AND placement_9.voided_at IS NULL AND home_8.id = placement_9.home_id AND home_8.country_code = $2::VARCHAR AND home_8.voided_at IS NULL) AS link_11 ON true JOIN LATERAL (SELECT page_2.birth_date AS "birthDate", link_11.value AS home) AS node_12 ON true ORDER BY page_2.order_0 DESC, page_2.order_1 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes, JSON_OBJECT('hasNextPage' : gathered_2.more, 'endCursor' : gathered_2.end_cursor RETURNING json) AS "pageInfo") AS connection_13 ON true 
WHERE EXISTS (SELECT 1 
FROM after_2)) AS children) AS answer
