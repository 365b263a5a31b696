SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_13.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_3), '[]'::json) AS part_3 
FROM (SELECT row_to_json(node_3.*) AS part_3 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.case_number AS case_number 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL AND child_1.sex = ANY ($2::TEXT[]) ORDER BY child_1.id ASC 
 LIMIT 1) AS page_2 JOIN LATERAL (SELECT page_2.case_number AS "caseNumber") AS node_3 ON true ORDER BY page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM child AS child_4 
WHERE child_4.country_code = $1::VARCHAR AND child_4.voided_at IS NULL AND child_4.sex = ANY ($2::TEXT[])) AS "totalCount", (SELECT coalesce(json_agg(groups_5.entry), '[]'::json) AS coalesce_1 
FROM (SELECT JSON_OBJECT('splits' : json_build_array(JSON_OBJECT('dimension' : 'SEX', 'value' : CAST(placed_9.value_0 AS TEXT) RETURNING json), JSON_OBJECT('dimension' : 'HOME', 'value' : CAST(placed_9.value_1 AS TEXT) RETURNING json)), 'number' : placed_9.amount, '__typename' : 'GroupCount' RETURNING json) AS entry 
FROM (SELECT met_5.value_0 AS value_0, met_5.value_1 AS value_1, count(*) AS amount, row_number() OVER (ORDER BY count(*) DESC, met_5.value_0, met_5.value_1) AS place 
FROM (SELECT child_6.sex AS value_0, ((('Home_' || home_7.country_code) || '_') || CAST(home_7.id AS TEXT)) COLLATE "C" AS value_1 
FROM child AS child_6 LEFT OUTER JOIN placement AS placement_8 ON placement_8.child_file_id = child_6.id AND placement_8.started_on <= $3::DATE AND (placement_8.ended_on IS NULL OR placement_8.ended_on > $3::DATE) AND placement_8.country_code = $1::VARCHAR AND placement_8.voided_at IS NULL LEFT OUTER JOIN home AS home_7 ON home_7.id = placement_8.home_id AND home_7.country_code = $1::VARCHAR AND home_7.voided_at IS NULL 
WHERE child_6.country_code = $1::VARCHAR AND child_6.voided_at IS NULL AND child_6.sex = ANY ($2::TEXT[])) AS met_5 GROUP BY met_5.value_0, met_5.value_1) AS placed_9 
WHERE placed_9.place <= 5 ORDER BY placed_9.place) AS groups_5) AS counts, (SELECT coalesce(json_agg(groups_10.entry), '[]'::json) AS coalesce_2 
FROM (SELECT JSON_OBJECT('count' : placed_12.amount, 'splits' : json_build_array(JSON_OBJECT('value' : CAST(placed_12.value_0 AS TEXT) RETURNING json)) RETURNING json) AS entry 
FROM (SELECT met_10.value_0 AS value_0, count(*) AS amount, row_number() OVER (ORDER BY count(*) DESC, met_10.value_0) AS place 
FROM (SELECT child_11.sex AS value_0 
FROM child AS child_11 
WHERE child_11.country_code = $1::VARCHAR AND child_11.voided_at IS NULL AND child_11.sex = ANY ($2::TEXT[])) AS met_10 GROUP BY met_10.value_0) AS placed_12 
WHERE placed_12.place <= 100 ORDER BY placed_12.place) AS groups_10) AS "bySex", gathered_2.part_3 AS nodes) AS connection_13 ON true) AS children) AS answer
