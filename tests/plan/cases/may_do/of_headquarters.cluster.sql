WITH page_2 AS MATERIALIZED 
(SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.programme_id AS programme_id 
FROM home AS home_1 
WHERE home_1.voided_at IS NULL ORDER BY home_1.country_code ASC, home_1.id ASC 
 LIMIT 1), 
found_4 AS MATERIALIZED 
(SELECT programme_3.country_code AS country_code, programme_3.id AS id, programme_3.id AS hung_0, programme_3.country_code AS hung_1 
FROM programme AS programme_3 
WHERE (programme_3.id, programme_3.country_code) IN (SELECT page_2.programme_id, page_2.country_code 
FROM page_2) AND programme_3.voided_at IS NULL)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT $1::JSON AS viewer, (SELECT row_to_json(connection_8.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_7.*) AS part_0 
FROM page_2 LEFT OUTER JOIN (SELECT found_4.hung_0 AS hung_0, found_4.hung_1 AS hung_1, row_to_json(node_5.*) AS value 
FROM found_4 JOIN LATERAL (SELECT '{}'::text[] AS "mayDo") AS node_5 ON true) AS link_6 ON link_6.hung_0 = page_2.programme_id AND link_6.hung_1 = page_2.country_code JOIN LATERAL (SELECT '{}'::text[] AS "mayDo", link_6.value AS programme) AS node_7 ON true ORDER BY page_2.country_code ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT coalesce(gathered_2.part_0, '[]'::json) AS nodes) AS connection_8 ON true) AS homes) AS answer
