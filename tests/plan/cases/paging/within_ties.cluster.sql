WITH after_2 AS 
(SELECT home_3.form AS order_0, home_3.id AS id 
FROM home AS home_3 
WHERE home_3.country_code = $1::VARCHAR AND home_3.voided_at IS NULL AND home_3.country_code = $2::VARCHAR AND home_3.id = $3::UUID), 
before_7 AS 
(SELECT home_8.form AS order_0, home_8.id AS id 
FROM home AS home_8 
WHERE home_8.country_code = $1::VARCHAR AND home_8.voided_at IS NULL AND home_8.country_code = $4::VARCHAR AND home_8.id = $5::UUID)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM after_2), EXISTS (SELECT 1 
FROM before_7)] AS cursors 
FROM (SELECT (SELECT row_to_json(connection_5.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_4.*) AS part_0 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.form AS form, home_1.opened_on AS opened_on, home_1.form AS order_0 
FROM home AS home_1 
WHERE home_1.country_code = $1::VARCHAR AND home_1.voided_at IS NULL AND (home_1.form, home_1.id) < ((SELECT after_2.order_0 
FROM after_2), (SELECT after_2.id 
FROM after_2)) ORDER BY home_1.form DESC, home_1.id DESC 
 LIMIT 3) AS page_2 JOIN LATERAL (SELECT page_2.form AS form, page_2.opened_on AS "openedOn") AS node_4 ON true ORDER BY page_2.order_0 DESC, page_2.id DESC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_5 ON true 
WHERE EXISTS (SELECT 1 
FROM after_2)) AS next, (SELECT row_to_json(connection_10.*) AS value 
FROM (SELECT coalesce(json_agg(rows_7.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_9.*) AS part_0 
FROM (SELECT home_6.country_code AS country_code, home_6.id AS id, home_6.form AS form, home_6.opened_on AS opened_on, home_6.form AS order_0 
FROM home AS home_6 
WHERE home_6.country_code = $1::VARCHAR AND home_6.voided_at IS NULL AND (home_6.form, home_6.id) > ((SELECT before_7.order_0 
FROM before_7), (SELECT before_7.id 
FROM before_7)) ORDER BY home_6.form ASC, home_6.id ASC 
 LIMIT 3) AS page_7 JOIN LATERAL (SELECT page_7.form AS form, page_7.opened_on AS "openedOn") AS node_9 ON true ORDER BY page_7.order_0 DESC, page_7.id DESC) AS rows_7) AS gathered_7 JOIN LATERAL (SELECT gathered_7.part_0 AS nodes) AS connection_10 ON true 
WHERE EXISTS (SELECT 1 
FROM before_7)) AS back) AS answer
