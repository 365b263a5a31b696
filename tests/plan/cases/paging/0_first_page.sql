SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_6.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_1), '[]'::json) AS part_1, (array_agg(rows_2.cursor))[1] AS start_cursor, (array_agg(rows_2.cursor))[count(*)] AS end_cursor, coalesce(bool_or(rows_2.more), false) AS more 
FROM (SELECT row_to_json(edge_4.*) AS part_1, (('fb2dcafd85.' || page_2.country_code) || '_') || CAST(page_2.id AS TEXT) AS cursor, page_2.fetched > 3 AS more 
FROM (SELECT fetched_2.country_code AS country_code, fetched_2.id AS id, fetched_2.family_name AS family_name, fetched_2.case_number AS case_number, fetched_2.order_0 AS order_0, count(*) OVER () AS fetched 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.family_name AS family_name, child_1.case_number AS case_number, child_1.family_name_order AS order_0 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL ORDER BY child_1.family_name_order ASC, child_1.id ASC 
 LIMIT 4) AS fetched_2 ORDER BY fetched_2.order_0 ASC, fetched_2.id ASC 
 LIMIT 3) AS page_2 JOIN LATERAL (SELECT page_2.family_name AS "familyName", page_2.case_number AS "caseNumber") AS node_3 ON true JOIN LATERAL (SELECT (('fb2dcafd85.' || page_2.country_code) || '_') || CAST(page_2.id AS TEXT) AS cursor, row_to_json(node_3.*) AS node) AS edge_4 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM child AS child_5 
WHERE child_5.country_code = $1::VARCHAR AND child_5.voided_at IS NULL) AS "totalCount", gathered_2.part_1 AS edges, JSON_OBJECT('hasNextPage' : gathered_2.more, 'hasPreviousPage' : false, 'startCursor' : gathered_2.start_cursor, 'endCursor' : gathered_2.end_cursor RETURNING json) AS "pageInfo") AS connection_6 ON true) AS children) AS answer
