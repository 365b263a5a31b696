WITH search_7 AS MATERIALIZED 
(SELECT nearest_7.row_id AS row_id, least(CASE WHEN (count(*) FILTER (WHERE nearest_7.place < $3::BIGINT) = $3::BIGINT) THEN sum(nearest_7.far) FILTER (WHERE nearest_7.place < $3::BIGINT) END, min(nearest_7.far) FILTER (WHERE nearest_7.place = $3::BIGINT)) AS search_rank 
FROM (SELECT found_7.row_id AS row_id, found_7.place AS place, min(found_7.far) AS far 
FROM (SELECT child_search_key_5.row_id AS row_id, beginnings_7.place AS place, CASE WHEN (child_search_key_5.key = beginnings_7.start) THEN 0 ELSE 1 END AS far 
FROM unnest($4::TEXT[], $5::TEXT[], $6::BIGINT[]) AS beginnings_7(start, until, place) JOIN child_search_key AS child_search_key_5 ON true 
WHERE child_search_key_5.country_code = $1::VARCHAR AND child_search_key_5.programme_id = ANY ($2::UUID[]) AND child_search_key_5.key >= beginnings_7.start AND child_search_key_5.key < beginnings_7.until UNION ALL SELECT child_search_key_6.row_id AS row_id, keys_7.place AS place, keys_7.far AS far 
FROM unnest($7::TEXT[], $8::BIGINT[], $9::BIGINT[]) AS keys_7(key, place, far) JOIN child_search_key AS child_search_key_6 ON true 
WHERE child_search_key_6.country_code = $1::VARCHAR AND child_search_key_6.programme_id = ANY ($2::UUID[]) AND child_search_key_6.key = keys_7.key) AS found_7 GROUP BY found_7.row_id, found_7.place) AS nearest_7 GROUP BY nearest_7.row_id 
HAVING least(CASE WHEN (count(*) FILTER (WHERE nearest_7.place < $3::BIGINT) = $3::BIGINT) THEN sum(nearest_7.far) FILTER (WHERE nearest_7.place < $3::BIGINT) END, min(nearest_7.far) FILTER (WHERE nearest_7.place = $3::BIGINT)) IS NOT NULL), 
search_16 AS MATERIALIZED 
(SELECT nearest_16.row_id AS row_id, least(CASE WHEN (count(*) FILTER (WHERE nearest_16.place < $10::BIGINT) = $10::BIGINT) THEN sum(nearest_16.far) FILTER (WHERE nearest_16.place < $10::BIGINT) END, min(nearest_16.far) FILTER (WHERE nearest_16.place = $10::BIGINT)) AS search_rank 
FROM (SELECT found_16.row_id AS row_id, found_16.place AS place, min(found_16.far) AS far 
FROM (SELECT home_search_key_14.row_id AS row_id, beginnings_16.place AS place, CASE WHEN (home_search_key_14.key = beginnings_16.start) THEN 0 ELSE 1 END AS far 
FROM unnest($11::TEXT[], $12::TEXT[], $13::BIGINT[]) AS beginnings_16(start, until, place) JOIN home_search_key AS home_search_key_14 ON true 
WHERE home_search_key_14.country_code = $1::VARCHAR AND home_search_key_14.programme_id = ANY ($2::UUID[]) AND home_search_key_14.key >= beginnings_16.start AND home_search_key_14.key < beginnings_16.until UNION ALL SELECT home_search_key_15.row_id AS row_id, keys_16.place AS place, keys_16.far AS far 
FROM unnest($14::TEXT[], $15::BIGINT[], $16::BIGINT[]) AS keys_16(key, place, far) JOIN home_search_key AS home_search_key_15 ON true 
WHERE home_search_key_15.country_code = $1::VARCHAR AND home_search_key_15.programme_id = ANY ($2::UUID[]) AND home_search_key_15.key = keys_16.key) AS found_16 GROUP BY found_16.row_id, found_16.place) AS nearest_16 GROUP BY nearest_16.row_id 
HAVING least(CASE WHEN (count(*) FILTER (WHERE nearest_16.place < $10::BIGINT) = $10::BIGINT) THEN sum(nearest_16.far) FILTER (WHERE nearest_16.place < $10::BIGINT) END, min(nearest_16.far) FILTER (WHERE nearest_16.place = $10::BIGINT)) IS NOT NULL)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_20.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_19.*) AS part_0 
FROM (SELECT programme_1.country_code AS country_code, programme_1.id AS id 
FROM programme AS programme_1 
WHERE programme_1.country_code = $1::VARCHAR AND programme_1.id = ANY ($2::UUID[]) ORDER BY programme_1.id ASC 
 LIMIT 2) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_10.*) AS value 
FROM (SELECT coalesce(json_agg(rows_4.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_8.*) AS part_1 
FROM (SELECT child_3.country_code AS country_code, child_3.id AS id, child_3.given_name AS given_name, search_7.search_rank AS search_rank 
FROM child AS child_3 JOIN search_7 ON search_7.row_id = child_3.id 
WHERE child_3.programme_id = page_2.id AND child_3.country_code = $1::VARCHAR AND child_3.programme_id = ANY ($2::UUID[]) ORDER BY search_7.search_rank ASC, child_3.id ASC 
 LIMIT 2) AS page_4 JOIN LATERAL (SELECT page_4.given_name AS "givenName") AS node_8 ON true ORDER BY page_4.search_rank ASC, page_4.id ASC) AS rows_4) AS gathered_4 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM child AS child_9 JOIN search_7 ON search_7.row_id = child_9.id 
WHERE child_9.programme_id = page_2.id AND child_9.country_code = $1::VARCHAR AND child_9.programme_id = ANY ($2::UUID[])) AS "totalCount", gathered_4.part_1 AS nodes) AS connection_10 ON true) AS link_11 ON true LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_2 
FROM home AS home_17 JOIN search_16 ON search_16.row_id = home_17.id 
WHERE home_17.programme_id = page_2.id AND home_17.country_code = $1::VARCHAR AND home_17.programme_id = ANY ($2::UUID[])) RETURNING json) AS value) AS link_18 ON true JOIN LATERAL (SELECT link_11.value AS children, link_18.value AS homes) AS node_19 ON true ORDER BY page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_20 ON true) AS programmes) AS answer
