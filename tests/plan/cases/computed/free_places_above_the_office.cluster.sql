WITH page_2 AS MATERIALIZED 
(SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.capacity AS capacity, home_1.opened_on AS opened_on, home_1.closed_on AS closed_on 
FROM home AS home_1 
WHERE home_1.voided_at IS NULL ORDER BY home_1.country_code ASC, home_1.id ASC 
 LIMIT 1)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_4.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_3.*) AS part_0 
FROM page_2 JOIN LATERAL (SELECT page_2.capacity AS capacity, page_2.opened_on <= $1::DATE + CASE WHEN (page_2.country_code = ANY ($2::TEXT[])) THEN 1 WHEN (page_2.country_code = ANY ($3::TEXT[])) THEN -1 ELSE 0 END AND (page_2.closed_on IS NULL OR page_2.closed_on > $1::DATE + CASE WHEN (page_2.country_code = ANY ($2::TEXT[])) THEN 1 WHEN (page_2.country_code = ANY ($3::TEXT[])) THEN -1 ELSE 0 END) AS "isOpen", NULL AS occupancy, NULL AS "freePlaces", NULL AS before) AS node_3 ON true ORDER BY page_2.country_code ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT coalesce(gathered_2.part_0, '[]'::json) AS nodes) AS connection_4 ON true) AS homes, NULL AS free, NULL AS "full", NULL AS taken, NULL AS "byFree", NULL AS "byTaken", NULL AS "ofProgrammes") AS answer
