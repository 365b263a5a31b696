SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM home AS home_3 
WHERE home_3.country_code = $1::VARCHAR AND home_3.voided_at IS NULL) RETURNING json) AS value) AS a, (SELECT row_to_json(connection_7.*) AS value 
FROM (SELECT coalesce(json_agg(rows_5.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_6.*) AS part_0 
FROM (SELECT home_4.country_code AS country_code, home_4.id AS id, home_4.opened_on AS opened_on, home_4.opened_on AS order_0 
FROM home AS home_4 
WHERE home_4.country_code = $1::VARCHAR AND home_4.voided_at IS NULL ORDER BY home_4.opened_on ASC, home_4.id ASC 
 LIMIT 1) AS page_5 JOIN LATERAL (SELECT page_5.opened_on AS "openedOn") AS node_6 ON true ORDER BY page_5.order_0 ASC, page_5.id ASC) AS rows_5) AS gathered_5 JOIN LATERAL (SELECT gathered_5.part_0 AS nodes) AS connection_7 ON true) AS b) AS answer
