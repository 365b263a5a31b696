WITH after_2 AS 
(SELECT child_3.family_name_order AS order_0, child_3.id AS id 
FROM child AS child_3 
WHERE child_3.country_code = $1::VARCHAR AND child_3.voided_at IS NULL AND child_3.country_code = $2::VARCHAR AND child_3.id = $3::UUID), 
before_2 AS 
(SELECT child_4.family_name_order AS order_0, child_4.id AS id 
FROM child AS child_4 
WHERE child_4.country_code = $1::VARCHAR AND child_4.voided_at IS NULL AND child_4.country_code = $4::VARCHAR AND child_4.id = $5::UUID)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM after_2), EXISTS (SELECT 1 
FROM before_2)] AS cursors 
FROM (SELECT (SELECT row_to_json(connection_9.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_1), '[]'::json) AS part_1, coalesce(bool_or(rows_2.more), false) AS more 
FROM (SELECT row_to_json(node_5.*) AS part_1, page_2.fetched > 50 AS more 
FROM (SELECT fetched_2.country_code AS country_code, fetched_2.id AS id, fetched_2.family_name AS family_name, fetched_2.case_number AS case_number, fetched_2.order_0 AS order_0, count(*) OVER () AS fetched 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.family_name AS family_name, child_1.case_number AS case_number, child_1.family_name_order AS order_0 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL AND (child_1.family_name_order > (SELECT after_2.order_0 
FROM after_2) OR child_1.family_name_order IS NULL AND (SELECT after_2.order_0 
FROM after_2) IS NOT NULL OR child_1.family_name_order IS NOT DISTINCT FROM (SELECT after_2.order_0 
FROM after_2) AND child_1.id > (SELECT after_2.id 
FROM after_2)) AND (child_1.family_name_order < (SELECT before_2.order_0 
FROM before_2) OR child_1.family_name_order IS NOT NULL AND (SELECT before_2.order_0 
FROM before_2) IS NULL OR child_1.family_name_order IS NOT DISTINCT FROM (SELECT before_2.order_0 
FROM before_2) AND child_1.id < (SELECT before_2.id 
FROM before_2)) ORDER BY child_1.family_name_order ASC, child_1.id ASC 
 LIMIT 51) AS fetched_2 ORDER BY fetched_2.order_0 ASC, fetched_2.id ASC 
 LIMIT 50) AS page_2 JOIN LATERAL (SELECT page_2.family_name AS "familyName", page_2.case_number AS "caseNumber") AS node_5 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM child AS child_6 
WHERE child_6.country_code = $1::VARCHAR AND child_6.voided_at IS NULL) AS "totalCount", gathered_2.part_1 AS nodes, JSON_OBJECT('hasNextPage' : gathered_2.more OR (EXISTS (SELECT 1 
FROM child AS child_7 
WHERE child_7.country_code = $1::VARCHAR AND child_7.voided_at IS NULL AND (child_7.family_name_order > (SELECT before_2.order_0 
FROM before_2) OR child_7.family_name_order IS NULL AND (SELECT before_2.order_0 
FROM before_2) IS NOT NULL OR child_7.family_name_order IS NOT DISTINCT FROM (SELECT before_2.order_0 
FROM before_2) AND (child_7.id > (SELECT before_2.id 
FROM before_2) OR child_7.id = (SELECT before_2.id 
FROM before_2))))), 'hasPreviousPage' : EXISTS (SELECT 1 
FROM child AS child_8 
WHERE child_8.country_code = $1::VARCHAR AND child_8.voided_at IS NULL AND (child_8.family_name_order < (SELECT after_2.order_0 
FROM after_2) OR child_8.family_name_order IS NOT NULL AND (SELECT after_2.order_0 
FROM after_2) IS NULL OR child_8.family_name_order IS NOT DISTINCT FROM (SELECT after_2.order_0 
FROM after_2) AND (child_8.id < (SELECT after_2.id 
FROM after_2) OR child_8.id = (SELECT after_2.id 
FROM after_2)))) RETURNING json) AS "pageInfo") AS connection_9 ON true 
WHERE (EXISTS (SELECT 1 
FROM after_2)) AND (EXISTS (SELECT 1 
FROM before_2))) AS children) AS answer
