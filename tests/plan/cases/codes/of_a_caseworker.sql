SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_10.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_9.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.programme_id = ANY ($2::UUID[]) AND child_1.voided_at IS NULL ORDER BY child_1.id ASC 
 LIMIT 2) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_7.*) AS value 
FROM (SELECT coalesce(json_agg(rows_4.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_6.*) AS part_0 
FROM (SELECT placement_3.country_code AS country_code, placement_3.id AS id, placement_3.local_kind AS local_kind, placement_3.started_on AS started_on 
FROM placement AS placement_3 
WHERE placement_3.child_file_id = page_2.id AND placement_3.country_code = $1::VARCHAR AND placement_3.programme_id = ANY ($2::UUID[]) AND placement_3.voided_at IS NULL ORDER BY placement_3.id ASC 
 LIMIT 2) AS page_4 JOIN LATERAL (SELECT (SELECT JSON_OBJECT('kind' : code_5.international RETURNING json) AS anon_1 
FROM national_code AS code_5 
WHERE code_5.country = $1::VARCHAR AND code_5.list_key = 'placement_kinds' AND code_5.code = page_4.local_kind ORDER BY code_5.from_day <= page_4.started_on DESC, code_5.from_day DESC 
 LIMIT 1) AS "localKind") AS node_6 ON true ORDER BY page_4.id ASC) AS rows_4) AS gathered_4 JOIN LATERAL (SELECT gathered_4.part_0 AS nodes) AS connection_7 ON true) AS link_8 ON true JOIN LATERAL (SELECT link_8.value AS placements) AS node_9 ON true ORDER BY page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_10 ON true) AS children) AS answer
