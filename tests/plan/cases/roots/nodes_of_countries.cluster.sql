WITH found_2 AS MATERIALIZED 
(SELECT country_1.code AS code 
FROM country AS country_1 
WHERE country_1.code = ANY ($2::TEXT[])), 
page_6 AS MATERIALIZED 
(SELECT country_5.code AS code 
FROM country AS country_5 ORDER BY country_5.code ASC 
 LIMIT 2)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT coalesce(json_agg(coalesce(found_4.rows -> anon_1.id) ORDER BY anon_1.n), '[]'::json) AS value 
FROM unnest($1::TEXT[]) WITH ORDINALITY AS anon_1(id, n) JOIN (SELECT json_object_agg('Country_' || found_2.code, row_to_json(node_3.*)) AS rows 
FROM found_2 JOIN LATERAL (SELECT 'Country_' || found_2.code AS id, found_2.code AS code) AS node_3 ON true) AS found_4 ON true) AS nodes, (SELECT row_to_json(connection_8.*) AS value 
FROM (SELECT coalesce(json_agg(rows_6.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_7.*) AS part_0 
FROM page_6 JOIN LATERAL (SELECT 'Country_' || page_6.code AS id) AS node_7 ON true ORDER BY page_6.code ASC) AS rows_6) AS gathered_6 JOIN LATERAL (SELECT coalesce(gathered_6.part_0, '[]'::json) AS nodes) AS connection_8 ON true) AS countries) AS answer
