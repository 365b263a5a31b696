WITH before_2 AS 
(SELECT child_3.family_name_order AS order_0, child_3.id AS id 
FROM child AS child_3 
WHERE child_3.country_code = $1::VARCHAR AND child_3.voided_at IS NULL AND child_3.country_code = $2::VARCHAR AND child_3.id = $3::UUID)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM before_2)] AS cursors 
FROM (SELECT (SELECT row_to_json(connection_6.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0, coalesce(bool_or(rows_2.more), false) AS more 
FROM (SELECT row_to_json(node_4.*) AS part_0, page_2.fetched > 1 AS more 
FROM (SELECT fetched_2.country_code AS country_code, fetched_2.id AS id, fetched_2.family_name AS family_name, fetched_2.case_number AS case_number, fetched_2.order_0 AS order_0, count(*) OVER () AS fetched 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.family_name AS family_name, child_1.case_number AS case_number, child_1.family_name_order AS order_0 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL AND (child_1.family_name_order < (SELECT before_2.order_0 
FROM before_2) OR child_1.family_name_order IS NOT NULL AND (SELECT before_2.order_0 
FROM before_2) IS NULL OR child_1.family_name_order IS NOT DISTINCT FROM (SELECT before_2.order_0 
FROM before_2) AND child_1.id < (SELECT before_2.id 
FROM before_2)) ORDER BY child_1.family_name_order DESC, child_1.id DESC 
 LIMIT 2) AS fetched_2 ORDER BY fetched_2.order_0 DESC, fetched_2.id DESC 
 LIMIT 1) AS page_2 JOIN LATERAL (SELECT page_2.family_name AS "familyName", page_2.case_number AS "caseNumber") AS node_4 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes, JSON_OBJECT('hasNextPage' : EXISTS (SELECT 1 
FROM child AS child_5 
WHERE child_5.country_code = $1::VARCHAR AND child_5.voided_at IS NULL AND (child_5.family_name_order > (SELECT before_2.order_0 
FROM before_2) OR child_5.family_name_order IS NULL AND (SELECT before_2.order_0 
FROM before_2) IS NOT NULL OR child_5.family_name_order IS NOT DISTINCT FROM (SELECT before_2.order_0 
FROM before_2) AND (child_5.id > (SELECT before_2.id 
FROM before_2) OR child_5.id = (SELECT before_2.id 
FROM before_2)))), 'hasPreviousPage' : gathered_2.more RETURNING json) AS "pageInfo") AS connection_6 ON true 
WHERE EXISTS (SELECT 1 
FROM before_2)) AS children) AS answer
