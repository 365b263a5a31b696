SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT coalesce(json_agg(coalesce(found_3.rows -> anon_1.id) ORDER BY anon_1.n), '[]'::json) AS value 
FROM unnest($1::TEXT[]) WITH ORDINALITY AS anon_1(id, n) JOIN (SELECT json_object_agg('Country_' || country_1.code, row_to_json(node_2.*)) AS rows 
FROM country AS country_1 JOIN LATERAL (SELECT 'Country_' || country_1.code AS id, country_1.code AS code) AS node_2 ON true 
WHERE country_1.code = ANY ($2::TEXT[])) AS found_3 ON true) AS nodes, (SELECT row_to_json(connection_7.*) AS value 
FROM (SELECT coalesce(json_agg(rows_5.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_6.*) AS part_0 
FROM (SELECT country_4.code AS code 
FROM country AS country_4 ORDER BY country_4.code ASC 
 LIMIT 2) AS page_5 JOIN LATERAL (SELECT 'Country_' || page_5.code AS id) AS node_6 ON true ORDER BY page_5.code ASC) AS rows_5) AS gathered_5 JOIN LATERAL (SELECT gathered_5.part_0 AS nodes) AS connection_7 ON true) AS countries) AS answer
