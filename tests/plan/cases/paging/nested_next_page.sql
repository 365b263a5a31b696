WITH after_4 AS 
(SELECT child_5.case_number_order AS order_0, child_5.id AS id 
FROM child AS child_5 
WHERE child_5.country_code = $1::VARCHAR AND child_5.voided_at IS NULL AND child_5.country_code = $2::VARCHAR AND child_5.id = $3::UUID)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM after_4)] AS cursors 
FROM (SELECT (SELECT row_to_json(connection_12.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_11.*) AS part_0 
FROM (SELECT programme_1.country_code AS country_code, programme_1.id AS id, programme_1.name_order AS order_0 
FROM programme AS programme_1 
WHERE programme_1.country_code = $1::VARCHAR AND programme_1.voided_at IS NULL AND programme_1.kind = $4::VARCHAR ORDER BY programme_1.name_order ASC, programme_1.id ASC 
 LIMIT 1) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_9.*) AS value 
FROM (SELECT coalesce(json_agg(rows_4.part_1), '[]'::json) AS part_1, coalesce(bool_or(rows_4.more), false) AS more 
FROM (SELECT row_to_json(node_6.*) AS part_1, page_4.fetched > 2 AS more 
FROM (SELECT fetched_4.country_code AS country_code, fetched_4.id AS id, fetched_4.case_number AS case_number, fetched_4.order_0 AS order_0, count(*) OVER () AS fetched 
FROM (SELECT child_3.country_code AS country_code, child_3.id AS id, child_3.case_number AS case_number, child_3.case_number_order AS order_0 
FROM child AS child_3 
WHERE child_3.programme_id = page_2.id AND child_3.country_code = $1::VARCHAR AND child_3.voided_at IS NULL AND (child_3.case_number_order, child_3.id) > ((SELECT after_4.order_0 
FROM after_4), (SELECT after_4.id 
FROM after_4)) ORDER BY child_3.case_number_order ASC, child_3.id ASC 
 LIMIT 3) AS fetched_4 ORDER BY fetched_4.order_0 ASC, fetched_4.id ASC 
 LIMIT 2) AS page_4 JOIN LATERAL (SELECT page_4.case_number AS "caseNumber") AS node_6 ON true ORDER BY page_4.order_0 ASC, page_4.id ASC) AS rows_4) AS gathered_4 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM child AS child_7 
WHERE child_7.programme_id = page_2.id AND child_7.country_code = $1::VARCHAR AND child_7.voided_at IS NULL) AS "totalCount", gathered_4.part_1 AS nodes, JSON_OBJECT('hasPreviousPage' : EXISTS (SELECT 1 
FROM child AS child_8 
WHERE child_8.programme_id = page_2.id AND child_8.country_code = $1::VARCHAR AND child_8.voided_at IS NULL AND (child_8.case_number_order, child_8.id) <= ((SELECT after_4.order_0 
FROM after_4), (SELECT after_4.id 
FROM after_4))), 'hasNextPage' : gathered_4.more RETURNING json) AS "pageInfo") AS connection_9 ON true 
WHERE EXISTS (SELECT 1 
FROM after_4)) AS link_10 ON true JOIN LATERAL (SELECT link_10.value AS children) AS node_11 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_12 ON true) AS programmes) AS answer
