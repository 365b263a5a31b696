SELECT row_to_json(answer.*) AS data 
FROM (SELECT NULL AS node, (SELECT coalesce(json_agg(coalesce(found_3.rows -> anon_1.id) ORDER BY anon_1.n), '[]'::json) AS value 
FROM unnest($1::TEXT[]) WITH ORDINALITY AS anon_1(id, n) JOIN (SELECT json_object_agg((('Home_' || home_1.country_code) || '_') || CAST(home_1.id AS TEXT), row_to_json(node_2.*)) AS rows 
FROM home AS home_1 JOIN LATERAL (SELECT home_1.opened_on AS "openedOn", NULL AS name) AS node_2 ON true 
WHERE home_1.id = ANY ($2::UUID[]) AND ((home_1.country_code || '_') || CAST(home_1.id AS TEXT)) = ANY ($3::TEXT[])) AS found_3 ON true) AS nodes) AS answer
