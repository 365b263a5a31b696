SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_12.*) AS value 
FROM country AS country_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_6.*) AS value 
FROM (SELECT coalesce(json_agg(rows_3.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_4.*) AS part_1 
FROM (SELECT home_2.country_code AS country_code, home_2.id AS id, home_2.name AS name 
FROM home AS home_2 
WHERE home_2.country_code = country_1.code AND home_2.country_code = $1::VARCHAR AND home_2.voided_at IS NULL ORDER BY home_2.id ASC 
 LIMIT 20) AS page_3 JOIN LATERAL (SELECT page_3.name AS name) AS node_4 ON true ORDER BY page_3.id ASC) AS rows_3) AS gathered_3 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM home AS home_5 
WHERE home_5.country_code = country_1.code AND home_5.country_code = $1::VARCHAR AND home_5.voided_at IS NULL) AS "totalCount", gathered_3.part_1 AS nodes) AS connection_6 ON true) AS link_7 ON true LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_2 
FROM child AS child_10 
WHERE child_10.country_code = country_1.code AND child_10.country_code = $1::VARCHAR AND child_10.voided_at IS NULL) RETURNING json) AS value) AS link_11 ON true JOIN LATERAL (SELECT country_1.name AS name, link_7.value AS homes, link_11.value AS children) AS node_12 ON true 
WHERE country_1.code = $2::VARCHAR) AS country) AS answer
