SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_10.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_1), '[]'::json) AS part_1, coalesce(bool_or(rows_2.more), false) AS more 
FROM (SELECT row_to_json(node_8.*) AS part_1, page_2.fetched > 1 AS more 
FROM (SELECT fetched_2.country_code AS country_code, fetched_2.id AS id, fetched_2.name AS name, fetched_2.order_0 AS order_0, count(*) OVER () AS fetched 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.name AS name, home_1.name_order AS order_0 
FROM home AS home_1 
WHERE home_1.country_code = $1::VARCHAR AND home_1.voided_at IS NULL AND home_1.form = $2::VARCHAR ORDER BY home_1.name_order ASC, home_1.id ASC 
 LIMIT 2) AS fetched_2 ORDER BY fetched_2.order_0 ASC, fetched_2.id ASC 
 LIMIT 1) AS page_2 LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM placement AS placement_6 JOIN child AS child_5 ON child_5.id = placement_6.child_file_id 
WHERE placement_6.home_id = page_2.id AND placement_6.started_on <= $3::DATE AND (placement_6.ended_on IS NULL OR placement_6.ended_on > $3::DATE) AND placement_6.country_code = $1::VARCHAR AND placement_6.voided_at IS NULL AND child_5.country_code = $1::VARCHAR AND child_5.voided_at IS NULL AND child_5.sex = $4::VARCHAR) RETURNING json) AS value) AS link_7 ON true JOIN LATERAL (SELECT page_2.name AS name, link_7.value AS children) AS node_8 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT (SELECT count(*) AS count_2 
FROM home AS home_9 
WHERE home_9.country_code = $1::VARCHAR AND home_9.voided_at IS NULL AND home_9.form = $2::VARCHAR) AS "totalCount", gathered_2.part_1 AS nodes, JSON_OBJECT('hasNextPage' : gathered_2.more RETURNING json) AS "pageInfo") AS connection_10 ON true) AS homes) AS answer
