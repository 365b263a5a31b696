WITH search_5 AS MATERIALIZED 
(SELECT nearest_5.row_id AS row_id, least(CASE WHEN (count(*) FILTER (WHERE nearest_5.place < $3::BIGINT) = $3::BIGINT) THEN sum(nearest_5.far) FILTER (WHERE nearest_5.place < $3::BIGINT) END, min(nearest_5.far) FILTER (WHERE nearest_5.place = $3::BIGINT)) AS search_rank 
FROM (SELECT found_5.row_id AS row_id, found_5.place AS place, min(found_5.far) AS far 
FROM (SELECT met_7.row_id AS row_id, beginnings_5.place AS place, CASE WHEN (met_7.key = beginnings_5.start) THEN 0 ELSE 1 END AS far 
FROM unnest($4::TEXT[], $5::TEXT[], $6::BIGINT[]) AS beginnings_5(start, until, place) JOIN LATERAL (SELECT child_search_key_6.row_id AS row_id, child_search_key_6.key AS key 
FROM child_search_key AS child_search_key_6 
WHERE child_search_key_6.country_code = $1::VARCHAR AND child_search_key_6.programme_id = ANY ($2::UUID[]) AND child_search_key_6.key >= beginnings_5.start AND child_search_key_6.key < beginnings_5.until
 LIMIT ALL OFFSET 0) AS met_7 ON true UNION ALL SELECT met_9.row_id AS row_id, keys_5.place AS place, keys_5.far AS far 
FROM unnest($7::TEXT[], $8::BIGINT[], $9::BIGINT[]) AS keys_5(key, place, far) JOIN LATERAL (SELECT child_search_key_8.row_id AS row_id, child_search_key_8.key AS key 
FROM child_search_key AS child_search_key_8 
WHERE child_search_key_8.country_code = $1::VARCHAR AND child_search_key_8.programme_id = ANY ($2::UUID[]) AND child_search_key_8.key = keys_5.key
 LIMIT ALL OFFSET 0) AS met_9 ON true) AS found_5 GROUP BY found_5.row_id, found_5.place) AS nearest_5 GROUP BY nearest_5.row_id 
HAVING least(CASE WHEN (count(*) FILTER (WHERE nearest_5.place < $3::BIGINT) = $3::BIGINT) THEN sum(nearest_5.far) FILTER (WHERE nearest_5.place < $3::BIGINT) END, min(nearest_5.far) FILTER (WHERE nearest_5.place = $3::BIGINT)) IS NOT NULL), 
search_16 AS MATERIALIZED 
(SELECT nearest_16.row_id AS row_id, least(CASE WHEN (count(*) FILTER (WHERE nearest_16.place < $10::BIGINT) = $10::BIGINT) THEN sum(nearest_16.far) FILTER (WHERE nearest_16.place < $10::BIGINT) END, min(nearest_16.far) FILTER (WHERE nearest_16.place = $10::BIGINT)) AS search_rank 
FROM (SELECT found_16.row_id AS row_id, found_16.place AS place, min(found_16.far) AS far 
FROM (SELECT met_18.row_id AS row_id, beginnings_16.place AS place, CASE WHEN (met_18.key = beginnings_16.start) THEN 0 ELSE 1 END AS far 
FROM unnest($11::TEXT[], $12::TEXT[], $13::BIGINT[]) AS beginnings_16(start, until, place) JOIN LATERAL (SELECT home_search_key_17.row_id AS row_id, home_search_key_17.key AS key 
FROM home_search_key AS home_search_key_17 
WHERE home_search_key_17.country_code = $1::VARCHAR AND home_search_key_17.programme_id = ANY ($2::UUID[]) AND home_search_key_17.key >= beginnings_16.start AND home_search_key_17.key < beginnings_16.until
 LIMIT ALL OFFSET 0) AS met_18 ON true UNION ALL SELECT met_20.row_id AS row_id, keys_16.place AS place, keys_16.far AS far 
FROM unnest($14::TEXT[], $15::BIGINT[], $16::BIGINT[]) AS keys_16(key, place, far) JOIN LATERAL (SELECT home_search_key_19.row_id AS row_id, home_search_key_19.key AS key 
FROM home_search_key AS home_search_key_19 
WHERE home_search_key_19.country_code = $1::VARCHAR AND home_search_key_19.programme_id = ANY ($2::UUID[]) AND home_search_key_19.key = keys_16.key
 LIMIT ALL OFFSET 0) AS met_20 ON true) AS found_16 GROUP BY found_16.row_id, found_16.place) AS nearest_16 GROUP BY nearest_16.row_id 
HAVING least(CASE WHEN (count(*) FILTER (WHERE nearest_16.place < $10::BIGINT) = $10::BIGINT) THEN sum(nearest_16.far) FILTER (WHERE nearest_16.place < $10::BIGINT) END, min(nearest_16.far) FILTER (WHERE nearest_16.place = $10::BIGINT)) IS NOT NULL)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_24.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_23.*) AS part_0 
FROM (SELECT programme_1.country_code AS country_code, programme_1.id AS id 
FROM programme AS programme_1 
WHERE programme_1.country_code = $1::VARCHAR AND programme_1.id = ANY ($2::UUID[]) AND programme_1.voided_at IS NULL ORDER BY programme_1.id ASC 
 LIMIT 2) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_12.*) AS value 
FROM (SELECT coalesce(json_agg(rows_4.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_10.*) AS part_1 
FROM (SELECT child_3.country_code AS country_code, child_3.id AS id, child_3.given_name AS given_name, search_5.search_rank AS search_rank 
FROM child AS child_3 JOIN search_5 ON search_5.row_id = child_3.id 
WHERE child_3.programme_id = page_2.id AND child_3.country_code = $1::VARCHAR AND child_3.programme_id = ANY ($2::UUID[]) AND child_3.voided_at IS NULL ORDER BY search_5.search_rank ASC, child_3.id ASC 
 LIMIT 2) AS page_4 JOIN LATERAL (SELECT page_4.given_name AS "givenName") AS node_10 ON true ORDER BY page_4.search_rank ASC, page_4.id ASC) AS rows_4) AS gathered_4 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM child AS child_11 JOIN search_5 ON search_5.row_id = child_11.id 
WHERE child_11.programme_id = page_2.id AND child_11.country_code = $1::VARCHAR AND child_11.programme_id = ANY ($2::UUID[]) AND child_11.voided_at IS NULL) AS "totalCount", gathered_4.part_1 AS nodes) AS connection_12 ON true) AS link_13 ON true LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_2 
FROM home AS home_21 JOIN search_16 ON search_16.row_id = home_21.id 
WHERE home_21.programme_id = page_2.id AND home_21.country_code = $1::VARCHAR AND home_21.programme_id = ANY ($2::UUID[]) AND home_21.voided_at IS NULL) RETURNING json) AS value) AS link_22 ON true JOIN LATERAL (SELECT link_13.value AS children, link_22.value AS homes) AS node_23 ON true ORDER BY page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_24 ON true) AS programmes) AS answer
