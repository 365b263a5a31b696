SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_4.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_3.*) AS part_0 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.closed_on AS closed_on, home_1.voided_at AS voided_at, home_1.name_order AS order_0 
FROM home AS home_1 
WHERE home_1.country_code = $1::VARCHAR AND home_1.voided_at IS NULL ORDER BY home_1.name_order ASC, home_1.id ASC 
 LIMIT 2) AS page_2 JOIN LATERAL (SELECT page_2.closed_on AS "closedOn", CASE WHEN (page_2.voided_at IS NULL) THEN array_remove(CAST(ARRAY[CASE WHEN (page_2.closed_on IS NULL) THEN 'closeHome' END, 'correctHome', 'moveHomeToProgramme', CASE WHEN (page_2.closed_on IS NOT NULL) THEN 'reopenHome' END, 'updateHome', 'voidHome'] AS TEXT[]), NULL) ELSE '{}'::text[] END AS "mayDo") AS node_3 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_4 ON true) AS homes, (SELECT row_to_json(connection_13.*) AS value 
FROM (SELECT coalesce(json_agg(rows_6.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_12.*) AS part_0 
FROM (SELECT child_5.country_code AS country_code, child_5.id AS id, child_5.died_on AS died_on, child_5.voided_at AS voided_at, child_5.birth_date AS order_0 
FROM child AS child_5 
WHERE child_5.country_code = $1::VARCHAR AND child_5.voided_at IS NULL ORDER BY child_5.birth_date ASC, child_5.id ASC 
 LIMIT 2) AS page_6 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_10.*) AS value 
FROM (SELECT coalesce(json_agg(rows_8.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_9.*) AS part_0 
FROM (SELECT placement_7.country_code AS country_code, placement_7.id AS id, placement_7.ended_on AS ended_on, placement_7.voided_at AS voided_at 
FROM placement AS placement_7 
WHERE placement_7.child_file_id = page_6.id AND placement_7.country_code = $1::VARCHAR AND placement_7.voided_at IS NULL ORDER BY placement_7.id ASC 
 LIMIT 2) AS page_8 JOIN LATERAL (SELECT page_8.ended_on AS "endedOn", CASE WHEN (page_8.voided_at IS NULL) THEN array_remove(CAST(ARRAY['correctPlacement', CASE WHEN (page_8.ended_on IS NULL OR page_8.ended_on > $2::DATE) THEN 'endPlacement' END, 'voidPlacement'] AS TEXT[]), NULL) ELSE '{}'::text[] END AS "mayDo") AS node_9 ON true ORDER BY page_8.id ASC) AS rows_8) AS gathered_8 JOIN LATERAL (SELECT gathered_8.part_0 AS nodes) AS connection_10 ON true) AS link_11 ON true JOIN LATERAL (SELECT page_6.died_on AS "diedOn", CASE WHEN (page_6.voided_at IS NULL) THEN array_remove(CAST(ARRAY[CASE WHEN (page_6.died_on IS NOT NULL) THEN 'correctDeath' END, 'moveToProgramme', CASE WHEN (page_6.died_on IS NULL) THEN 'recordDeath' END, 'updateChild', 'voidChild', CASE WHEN (page_6.died_on IS NOT NULL) THEN 'voidDeath' END] AS TEXT[]), NULL) ELSE '{}'::text[] END AS "mayDo", link_11.value AS placements) AS node_12 ON true ORDER BY page_6.order_0 ASC, page_6.id ASC) AS rows_6) AS gathered_6 JOIN LATERAL (SELECT gathered_6.part_0 AS nodes) AS connection_13 ON true) AS children) AS answer
