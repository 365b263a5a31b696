SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_5.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_3.*) AS part_1 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.form AS form, home_1.capacity AS capacity, home_1.opened_on AS order_0 
FROM home AS home_1 
WHERE home_1.country_code = $1::VARCHAR AND home_1.voided_at IS NULL AND (home_1.form = $2::VARCHAR OR home_1.form = ANY ($3::TEXT[]) AND home_1.capacity <= $4::BIGINT) ORDER BY home_1.opened_on ASC, home_1.id ASC 
 LIMIT 3) AS page_2 JOIN LATERAL (SELECT page_2.form AS form, page_2.capacity AS capacity) AS node_3 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM home AS home_4 
WHERE home_4.country_code = $1::VARCHAR AND home_4.voided_at IS NULL AND (home_4.form = $2::VARCHAR OR home_4.form = ANY ($3::TEXT[]) AND home_4.capacity <= $4::BIGINT)) AS "totalCount", gathered_2.part_1 AS nodes) AS connection_5 ON true) AS homes) AS answer
