SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT coalesce(json_agg(coalesce(found_3.rows -> anon_1.id, found_9.rows -> anon_1.id) ORDER BY anon_1.n), '[]'::json) AS value 
FROM unnest($1::TEXT[]) WITH ORDINALITY AS anon_1(id, n) JOIN (SELECT json_object_agg((('Child_' || child_1.country_code) || '_') || CAST(child_1.id AS TEXT), row_to_json(node_2.*)) AS rows 
FROM child AS child_1 JOIN LATERAL (SELECT 'Child' AS type, child_1.case_number AS "caseNumber") AS node_2 ON true 
WHERE child_1.country_code = $2::VARCHAR AND child_1.id = ANY ($3::UUID[]) AND ((child_1.country_code || '_') || CAST(child_1.id AS TEXT)) = ANY ($4::TEXT[])) AS found_3 ON true JOIN (SELECT json_object_agg((('Home_' || home_4.country_code) || '_') || CAST(home_4.id AS TEXT), row_to_json(node_8.*)) AS rows 
FROM home AS home_4 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_6.*) AS value 
FROM programme AS programme_5 JOIN LATERAL (SELECT programme_5.name AS name) AS node_6 ON true 
WHERE programme_5.id = home_4.programme_id AND programme_5.country_code = $2::VARCHAR AND programme_5.voided_at IS NULL) AS link_7 ON true JOIN LATERAL (SELECT 'Home' AS type, home_4.opened_on AS "openedOn", link_7.value AS programme) AS node_8 ON true 
WHERE home_4.country_code = $2::VARCHAR AND home_4.id = ANY ($5::UUID[]) AND ((home_4.country_code || '_') || CAST(home_4.id AS TEXT)) = ANY ($6::TEXT[])) AS found_9 ON true) AS nodes, (SELECT coalesce(json_agg(null::json ORDER BY anon_2.n), '[]'::json) AS value 
FROM unnest($7::TEXT[]) WITH ORDINALITY AS anon_2(id, n)) AS none) AS answer
