SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT coalesce(json_agg(coalesce(found_4.rows -> coalesce(led_6.rows ->> anon_1.id, anon_1.id), found_12.rows -> anon_1.id) ORDER BY anon_1.n), '[]'::json) AS value 
FROM unnest($1::TEXT[]) WITH ORDINALITY AS anon_1(id, n) JOIN (SELECT json_object_agg((('Child_' || child_1.country_code) || '_') || CAST(child_1.id AS TEXT), row_to_json(node_2.*)) AS rows 
FROM child AS child_1 JOIN LATERAL (SELECT 'Child' AS type, child_1.case_number AS "caseNumber") AS node_2 ON true 
WHERE child_1.country_code = $2::VARCHAR AND child_1.id = ANY (array((SELECT unnest(ARRAY[child_3.id, child_3.same_as_id]) AS unnest_1 
FROM child AS child_3 
WHERE child_3.country_code = $2::VARCHAR AND child_3.id = ANY ($3::UUID[]) AND ((child_3.country_code || '_') || CAST(child_3.id AS TEXT)) = ANY ($4::TEXT[]))))) AS found_4 ON true JOIN (SELECT json_object_agg((('Child_' || child_5.country_code) || '_') || CAST(child_5.id AS TEXT), (('Child_' || child_5.country_code) || '_') || CAST(child_5.same_as_id AS TEXT)) AS rows 
FROM child AS child_5 
WHERE child_5.country_code = $2::VARCHAR AND child_5.id = ANY ($3::UUID[]) AND ((child_5.country_code || '_') || CAST(child_5.id AS TEXT)) = ANY ($4::TEXT[]) AND child_5.same_as_id IS NOT NULL) AS led_6 ON true JOIN (SELECT json_object_agg((('Home_' || home_7.country_code) || '_') || CAST(home_7.id AS TEXT), row_to_json(node_11.*)) AS rows 
FROM home AS home_7 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_9.*) AS value 
FROM programme AS programme_8 JOIN LATERAL (SELECT programme_8.name AS name) AS node_9 ON true 
WHERE programme_8.id = home_7.programme_id AND programme_8.country_code = $2::VARCHAR AND programme_8.voided_at IS NULL) AS link_10 ON true JOIN LATERAL (SELECT 'Home' AS type, home_7.opened_on AS "openedOn", link_10.value AS programme) AS node_11 ON true 
WHERE home_7.country_code = $2::VARCHAR AND home_7.id = ANY ($5::UUID[]) AND ((home_7.country_code || '_') || CAST(home_7.id AS TEXT)) = ANY ($6::TEXT[])) AS found_12 ON true) AS nodes, (SELECT coalesce(json_agg(null::json ORDER BY anon_2.n), '[]'::json) AS value 
FROM unnest($7::TEXT[]) WITH ORDINALITY AS anon_2(id, n)) AS none) AS answer
