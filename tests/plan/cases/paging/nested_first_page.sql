SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_10.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_9.*) AS part_0 
FROM (SELECT programme_1.country_code AS country_code, programme_1.id AS id, programme_1.name_order AS order_0 
FROM programme AS programme_1 
WHERE programme_1.country_code = $1::VARCHAR AND programme_1.voided_at IS NULL AND programme_1.kind = $2::VARCHAR ORDER BY programme_1.name_order ASC, programme_1.id ASC 
 LIMIT 1) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_7.*) AS value 
FROM (SELECT coalesce(json_agg(rows_4.part_1), '[]'::json) AS part_1, (array_agg(rows_4.cursor))[count(*)] AS end_cursor, coalesce(bool_or(rows_4.more), false) AS more 
FROM (SELECT row_to_json(node_5.*) AS part_1, (('4c4dfd105e.' || page_4.country_code) || '_') || CAST(page_4.id AS TEXT) AS cursor, page_4.fetched > 2 AS more 
FROM (SELECT fetched_4.country_code AS country_code, fetched_4.id AS id, fetched_4.case_number AS case_number, fetched_4.order_0 AS order_0, count(*) OVER () AS fetched 
FROM (SELECT child_3.country_code AS country_code, child_3.id AS id, child_3.case_number AS case_number, child_3.case_number_order AS order_0 
FROM child AS child_3 
WHERE child_3.programme_id = page_2.id AND child_3.country_code = $1::VARCHAR AND child_3.voided_at IS NULL ORDER BY child_3.case_number_order ASC, child_3.id ASC 
 LIMIT 3) AS fetched_4 ORDER BY fetched_4.order_0 ASC, fetched_4.id ASC 
 LIMIT 2) AS page_4 JOIN LATERAL (SELECT page_4.case_number AS "caseNumber") AS node_5 ON true ORDER BY page_4.order_0 ASC, page_4.id ASC) AS rows_4) AS gathered_4 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM child AS child_6 
WHERE child_6.programme_id = page_2.id AND child_6.country_code = $1::VARCHAR AND child_6.voided_at IS NULL) AS "totalCount", gathered_4.part_1 AS nodes, JSON_OBJECT('endCursor' : gathered_4.end_cursor, 'hasNextPage' : gathered_4.more RETURNING json) AS "pageInfo") AS connection_7 ON true) AS link_8 ON true JOIN LATERAL (SELECT link_8.value AS children) AS node_9 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_10 ON true) AS programmes) AS answer
