SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_4.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_3.*) AS part_0 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.capacity AS capacity, home_1.opened_on AS opened_on, home_1.capacity AS order_0, home_1.opened_on AS order_1 
FROM home AS home_1 
WHERE home_1.country_code = $1::VARCHAR AND home_1.voided_at IS NULL AND home_1.capacity < $2::BIGINT ORDER BY home_1.capacity ASC, home_1.opened_on ASC, home_1.id ASC 
 LIMIT $3::BIGINT) AS page_2 JOIN LATERAL (SELECT page_2.capacity AS capacity, page_2.opened_on AS "openedOn") AS node_3 ON true ORDER BY page_2.order_0 ASC, page_2.order_1 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_4 ON true) AS homes) AS answer
