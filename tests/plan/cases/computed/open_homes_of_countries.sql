SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM home AS home_3 
WHERE home_3.country_code = ANY ($1::TEXT[]) AND home_3.voided_at IS NULL AND home_3.opened_on <= $2::DATE + CASE WHEN (home_3.country_code = ANY ($3::TEXT[])) THEN 1 WHEN (home_3.country_code = ANY ($4::TEXT[])) THEN -1 ELSE 0 END AND (home_3.closed_on IS NULL OR home_3.closed_on > $2::DATE + CASE WHEN (home_3.country_code = ANY ($3::TEXT[])) THEN 1 WHEN (home_3.country_code = ANY ($4::TEXT[])) THEN -1 ELSE 0 END)) RETURNING json) AS value) AS open, (SELECT row_to_json(connection_11.*) AS value 
FROM (SELECT coalesce(json_agg(rows_5.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_9.*) AS part_1 
FROM (SELECT home_4.country_code AS country_code, home_4.id AS id, home_4.opened_on AS opened_on, home_4.closed_on AS closed_on 
FROM home AS home_4 
WHERE home_4.country_code = ANY ($1::TEXT[]) AND home_4.voided_at IS NULL AND NOT (home_4.opened_on <= $2::DATE + CASE WHEN (home_4.country_code = ANY ($3::TEXT[])) THEN 1 WHEN (home_4.country_code = ANY ($4::TEXT[])) THEN -1 ELSE 0 END AND (home_4.closed_on IS NULL OR home_4.closed_on > $2::DATE + CASE WHEN (home_4.country_code = ANY ($3::TEXT[])) THEN 1 WHEN (home_4.country_code = ANY ($4::TEXT[])) THEN -1 ELSE 0 END)) ORDER BY home_4.country_code ASC, home_4.id ASC 
 LIMIT 2) AS page_5 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_7.*) AS value 
FROM country AS country_6 JOIN LATERAL (SELECT country_6.code AS code) AS node_7 ON true 
WHERE country_6.code = page_5.country_code) AS link_8 ON true JOIN LATERAL (SELECT page_5.opened_on <= $2::DATE + CASE WHEN (page_5.country_code = ANY ($3::TEXT[])) THEN 1 WHEN (page_5.country_code = ANY ($4::TEXT[])) THEN -1 ELSE 0 END AND (page_5.closed_on IS NULL OR page_5.closed_on > $2::DATE + CASE WHEN (page_5.country_code = ANY ($3::TEXT[])) THEN 1 WHEN (page_5.country_code = ANY ($4::TEXT[])) THEN -1 ELSE 0 END) AS "isOpen", page_5.closed_on AS "closedOn", link_8.value AS country) AS node_9 ON true ORDER BY page_5.country_code ASC, page_5.id ASC) AS rows_5) AS gathered_5 JOIN LATERAL (SELECT (SELECT count(*) AS count_2 
FROM home AS home_10 
WHERE home_10.country_code = ANY ($1::TEXT[]) AND home_10.voided_at IS NULL AND NOT (home_10.opened_on <= $2::DATE + CASE WHEN (home_10.country_code = ANY ($3::TEXT[])) THEN 1 WHEN (home_10.country_code = ANY ($4::TEXT[])) THEN -1 ELSE 0 END AND (home_10.closed_on IS NULL OR home_10.closed_on > $2::DATE + CASE WHEN (home_10.country_code = ANY ($3::TEXT[])) THEN 1 WHEN (home_10.country_code = ANY ($4::TEXT[])) THEN -1 ELSE 0 END))) AS "totalCount", gathered_5.part_1 AS nodes) AS connection_11 ON true) AS closed) AS answer
