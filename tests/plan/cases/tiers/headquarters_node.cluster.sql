WITH found_2 AS MATERIALIZED 
(SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.opened_on AS opened_on 
FROM home AS home_1 
WHERE home_1.id = ANY ($2::UUID[]) AND ((home_1.country_code || '_') || CAST(home_1.id AS TEXT)) = ANY ($3::TEXT[]))
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT NULL AS node, (SELECT coalesce(json_agg(coalesce(found_4.rows -> anon_1.id) ORDER BY anon_1.n), '[]'::json) AS value 
FROM unnest($1::TEXT[]) WITH ORDINALITY AS anon_1(id, n) JOIN (SELECT json_object_agg((('Home_' || found_2.country_code) || '_') || CAST(found_2.id AS TEXT), row_to_json(node_3.*)) AS rows 
FROM found_2 JOIN LATERAL (SELECT found_2.opened_on AS "openedOn", NULL AS name) AS node_3 ON true) AS found_4 ON true) AS nodes) AS answer
