SELECT JSON_OBJECT('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa_root' : (SELECT JSON_OBJECT('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa_total' : (SELECT count(*) AS count_1 
FROM home AS home_7 
WHERE home_7.country_code = $1::VARCHAR AND home_7.voided_at IS NULL), 'nodes' : gathered_2.part_1, 'edges' : gathered_2.part_2, 'pageInfo' : JSON_OBJECT('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa_more' : gathered_2.more RETURNING json) RETURNING json) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_1), '[]'::json) AS part_1, coalesce(json_agg(rows_2.part_2), '[]'::json) AS part_2, coalesce(bool_or(rows_2.more), false) AS more 
FROM (SELECT JSON_OBJECT('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa_one' : page_2.name, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa_two' : page_2.form, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa_link' : link_5.value RETURNING json) AS part_1, JSON_OBJECT('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa_node' : row_to_json(node_6.*) RETURNING json) AS part_2, page_2.fetched > 1 AS more 
FROM (SELECT fetched_2.country_code AS country_code, fetched_2.id AS id, fetched_2.name AS name, fetched_2.form AS form, fetched_2.programme_id AS programme_id, fetched_2.order_0 AS order_0, count(*) OVER () AS fetched 
FROM (SELECT home_1.country_code AS country_code, home_1.id AS id, home_1.name AS name, home_1.form AS form, home_1.programme_id AS programme_id, home_1.name_order AS order_0 
FROM home AS home_1 
WHERE home_1.country_code = $1::VARCHAR AND home_1.voided_at IS NULL ORDER BY home_1.name_order ASC, home_1.id ASC 
 LIMIT 2) AS fetched_2 ORDER BY fetched_2.order_0 ASC, fetched_2.id ASC 
 LIMIT 1) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_4.*) AS value 
FROM programme AS programme_3 JOIN LATERAL (SELECT programme_3.name AS name) AS node_4 ON true 
WHERE programme_3.id = page_2.programme_id AND programme_3.country_code = $1::VARCHAR AND programme_3.voided_at IS NULL) AS link_5 ON true JOIN LATERAL (SELECT page_2.name AS name) AS node_6 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2) RETURNING json) AS data
