SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_11.*) AS value 
FROM child AS child_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_3.*) AS value 
FROM child AS child_2 JOIN LATERAL (SELECT (('Child_' || child_2.country_code) || '_') || CAST(child_2.id AS TEXT) AS id) AS node_3 ON true 
WHERE child_2.id = child_1.same_as_id AND child_2.country_code = $1::VARCHAR AND child_2.voided_at IS NULL) AS link_4 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_9.*) AS value 
FROM (SELECT coalesce(json_agg(rows_6.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_7.*) AS part_1 
FROM (SELECT child_5.country_code AS country_code, child_5.id AS id, child_5.case_number AS case_number, child_5.void_reason AS void_reason 
FROM child AS child_5 
WHERE child_5.same_as_id = child_1.id AND child_5.country_code = $1::VARCHAR ORDER BY child_5.id ASC 
 LIMIT 1) AS page_6 JOIN LATERAL (SELECT page_6.case_number AS "caseNumber", page_6.void_reason AS "voidReason") AS node_7 ON true ORDER BY page_6.id ASC) AS rows_6) AS gathered_6 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM child AS child_8 
WHERE child_8.same_as_id = child_1.id AND child_8.country_code = $1::VARCHAR) AS "totalCount", gathered_6.part_1 AS nodes) AS connection_9 ON true) AS link_10 ON true JOIN LATERAL (SELECT child_1.case_number AS "caseNumber", link_4.value AS "sameAs", link_10.value AS "alsoRecordedAs") AS node_11 ON true 
WHERE child_1.country_code = $1::VARCHAR AND child_1.country_code = $2::VARCHAR AND child_1.id = (SELECT coalesce((SELECT child_12.same_as_id 
FROM child AS child_12 
WHERE child_12.country_code = $1::VARCHAR AND child_12.id = $3::UUID AND child_12.same_as_id IS NOT NULL), $3::UUID) AS coalesce_1)) AS child, (SELECT row_to_json(connection_18.*) AS value 
FROM (SELECT coalesce(json_agg(rows_14.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_17.*) AS part_0 
FROM (SELECT child_13.country_code AS country_code, child_13.id AS id, child_13.case_number AS case_number 
FROM child AS child_13 
WHERE child_13.country_code = $1::VARCHAR AND child_13.voided_at IS NULL AND child_13.id = ANY (array((SELECT unnest(ARRAY[child_15.id, child_15.same_as_id]) AS unnest_1 
FROM child AS child_15 
WHERE child_15.country_code = $1::VARCHAR AND child_15.id = ANY ($4::UUID[]) AND ((child_15.country_code || '_') || CAST(child_15.id AS TEXT)) = ANY ($5::TEXT[])))) AND NOT (EXISTS (SELECT 1 
FROM child AS child_16 
WHERE child_16.same_as_id = child_13.id AND child_16.country_code = $1::VARCHAR AND child_16.sex = $6::VARCHAR)) ORDER BY child_13.id ASC 
 LIMIT 50) AS page_14 JOIN LATERAL (SELECT page_14.case_number AS "caseNumber") AS node_17 ON true ORDER BY page_14.id ASC) AS rows_14) AS gathered_14 JOIN LATERAL (SELECT gathered_14.part_0 AS nodes) AS connection_18 ON true) AS children) AS answer
