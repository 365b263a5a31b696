WITH begun_3_0 AS MATERIALIZED 
(SELECT met_5.row_id AS row_id, CASE WHEN (met_5.key = starts_3_0.start) THEN 0 ELSE 1 END AS far 
FROM unnest($1::TEXT[], $2::TEXT[]) AS starts_3_0(start, until) JOIN LATERAL (SELECT child_search_key_4.row_id AS row_id, child_search_key_4.key AS key 
FROM child_search_key AS child_search_key_4 
WHERE child_search_key_4.country_code = $3::VARCHAR AND child_search_key_4.programme_id = ANY ($4::UUID[]) AND child_search_key_4.key >= starts_3_0.start AND child_search_key_4.key < starts_3_0.until
 LIMIT ALL OFFSET 0) AS met_5 ON true 
 LIMIT 10001), 
begun_3_1 AS MATERIALIZED 
(SELECT met_7.row_id AS row_id, CASE WHEN (met_7.key = starts_3_1.start) THEN 0 ELSE 1 END AS far 
FROM unnest($5::TEXT[], $6::TEXT[]) AS starts_3_1(start, until) JOIN LATERAL (SELECT child_search_key_6.row_id AS row_id, child_search_key_6.key AS key 
FROM child_search_key AS child_search_key_6 
WHERE child_search_key_6.country_code = $3::VARCHAR AND child_search_key_6.programme_id = ANY ($4::UUID[]) AND child_search_key_6.key >= starts_3_1.start AND child_search_key_6.key < starts_3_1.until
 LIMIT ALL OFFSET 0) AS met_7 ON true 
 LIMIT 10001), 
common_3 AS MATERIALIZED 
(SELECT EXISTS (SELECT 1 
FROM begun_3_0
 LIMIT ALL OFFSET 10000) AS is_0, EXISTS (SELECT 1 
FROM begun_3_1
 LIMIT ALL OFFSET 10000) AS is_1), 
search_3 AS MATERIALIZED 
(SELECT ranked_3.row_id AS row_id, ranked_3.search_rank AS search_rank 
FROM (SELECT nearest_3.row_id AS row_id, least(least(nearest_3.far_0, CASE WHEN said_3.begins_0 THEN 1 END) + least(nearest_3.far_1, CASE WHEN said_3.begins_1 THEN 1 END), nearest_3.far_2) AS search_rank 
FROM (SELECT found_3.row_id AS row_id, min(found_3.far) FILTER (WHERE found_3.place = 0) AS far_0, min(found_3.far) FILTER (WHERE found_3.place = 1) AS far_1, min(found_3.far) FILTER (WHERE found_3.place = 2) AS far_2 
FROM (SELECT begun_3_0.row_id AS row_id, 0 AS place, begun_3_0.far AS far 
FROM begun_3_0 
WHERE NOT (SELECT common_3.is_0 
FROM common_3) UNION ALL SELECT met_9.row_id AS row_id, 0 AS place, 0 AS far 
FROM unnest($1::TEXT[]) AS words_3_0(start) JOIN LATERAL (SELECT child_search_key_8.row_id AS row_id, child_search_key_8.key AS key 
FROM child_search_key AS child_search_key_8 
WHERE child_search_key_8.country_code = $3::VARCHAR AND child_search_key_8.programme_id = ANY ($4::UUID[]) AND child_search_key_8.key = words_3_0.start
 LIMIT ALL OFFSET 0) AS met_9 ON true 
WHERE (SELECT common_3.is_0 
FROM common_3) UNION ALL SELECT begun_3_1.row_id AS row_id, 1 AS place, begun_3_1.far AS far 
FROM begun_3_1 
WHERE NOT (SELECT common_3.is_1 
FROM common_3) UNION ALL SELECT met_11.row_id AS row_id, 1 AS place, 0 AS far 
FROM unnest($5::TEXT[]) AS words_3_1(start) JOIN LATERAL (SELECT child_search_key_10.row_id AS row_id, child_search_key_10.key AS key 
FROM child_search_key AS child_search_key_10 
WHERE child_search_key_10.country_code = $3::VARCHAR AND child_search_key_10.programme_id = ANY ($4::UUID[]) AND child_search_key_10.key = words_3_1.start
 LIMIT ALL OFFSET 0) AS met_11 ON true 
WHERE (SELECT common_3.is_1 
FROM common_3) UNION ALL SELECT whole_3.row_id AS row_id, 2 AS place, whole_3.far AS far 
FROM (SELECT met_13.row_id AS row_id, CASE WHEN (met_13.key = starts_3.start) THEN 0 ELSE 1 END AS far 
FROM unnest($7::TEXT[], $8::TEXT[]) AS starts_3(start, until) JOIN LATERAL (SELECT child_search_key_12.row_id AS row_id, child_search_key_12.key AS key 
FROM child_search_key AS child_search_key_12 
WHERE child_search_key_12.country_code = $3::VARCHAR AND child_search_key_12.programme_id = ANY ($4::UUID[]) AND child_search_key_12.key >= starts_3.start AND child_search_key_12.key < starts_3.until
 LIMIT ALL OFFSET 0) AS met_13 ON true) AS whole_3 UNION ALL SELECT met_15.row_id AS row_id, keys_3.place AS place, keys_3.far AS far 
FROM unnest($9::TEXT[], $10::BIGINT[], $11::BIGINT[]) AS keys_3(key, place, far) JOIN LATERAL (SELECT child_search_key_14.row_id AS row_id, child_search_key_14.key AS key 
FROM child_search_key AS child_search_key_14 
WHERE child_search_key_14.country_code = $3::VARCHAR AND child_search_key_14.programme_id = ANY ($4::UUID[]) AND child_search_key_14.key = keys_3.key
 LIMIT ALL OFFSET 0) AS met_15 ON true) AS found_3 GROUP BY found_3.row_id) AS nearest_3 LEFT OUTER JOIN LATERAL (SELECT (SELECT common_3.is_0 
FROM common_3) AND (' ' || concat_ws(' ', child_16.case_number_search, child_16.given_name_search, child_16.family_name_search, child_16.name_reading_search)) LIKE ANY ($12::TEXT[]) AS begins_0, (SELECT common_3.is_1 
FROM common_3) AND (' ' || concat_ws(' ', child_16.case_number_search, child_16.given_name_search, child_16.family_name_search, child_16.name_reading_search)) LIKE ANY ($13::TEXT[]) AS begins_1 
FROM child AS child_16 
WHERE child_16.country_code = $3::VARCHAR AND child_16.programme_id = ANY ($4::UUID[]) AND child_16.voided_at IS NULL AND child_16.id = nearest_3.row_id AND ((SELECT common_3.is_0 
FROM common_3) AND (nearest_3.far_0 IS NULL OR nearest_3.far_0 > 1) OR (SELECT common_3.is_1 
FROM common_3) AND (nearest_3.far_1 IS NULL OR nearest_3.far_1 > 1)) AND ((SELECT common_3.is_0 
FROM common_3) OR nearest_3.far_0 IS NOT NULL) AND ((SELECT common_3.is_1 
FROM common_3) OR nearest_3.far_1 IS NOT NULL) AND (nearest_3.far_2 IS NULL OR nearest_3.far_2 > 1)
 LIMIT ALL OFFSET 0) AS said_3 ON true) AS ranked_3 
WHERE ranked_3.search_rank IS NOT NULL), 
met_2 AS MATERIALIZED 
(SELECT 2 AS search_rank, looked_2.id AS id 
FROM (SELECT child_21.id AS id, coalesce((' ' || concat_ws(' ', child_21.case_number_search, child_21.given_name_search, child_21.family_name_search, child_21.name_reading_search)) LIKE ANY ($12::TEXT[]) AND (' ' || concat_ws(' ', child_21.case_number_search, child_21.given_name_search, child_21.family_name_search, child_21.name_reading_search)) LIKE ANY ($13::TEXT[]), false) AND (child_21.id NOT IN (SELECT search_3.row_id 
FROM search_3 
WHERE search_3.search_rank < 2)) AS is_one 
FROM child AS child_21 
WHERE child_21.country_code = $3::VARCHAR AND child_21.programme_id = ANY ($4::UUID[]) AND child_21.voided_at IS NULL AND (SELECT common_3.is_0 AND common_3.is_1 AS anon_1 
FROM common_3) ORDER BY child_21.id DESC 
 LIMIT 500) AS looked_2 
WHERE looked_2.is_one ORDER BY looked_2.id DESC 
 LIMIT 3), 
rest_3 AS 
(SELECT each_3_0.row_id AS row_id 
FROM (SELECT met_18.row_id AS row_id, CASE WHEN (met_18.key = all_3_0.start) THEN 0 ELSE 1 END AS far 
FROM unnest($1::TEXT[], $2::TEXT[]) AS all_3_0(start, until) JOIN LATERAL (SELECT child_search_key_17.row_id AS row_id, child_search_key_17.key AS key 
FROM child_search_key AS child_search_key_17 
WHERE child_search_key_17.country_code = $3::VARCHAR AND child_search_key_17.programme_id = ANY ($4::UUID[]) AND child_search_key_17.key >= all_3_0.start AND child_search_key_17.key < all_3_0.until
 LIMIT ALL OFFSET 0) AS met_18 ON true) AS each_3_0 
WHERE (SELECT common_3.is_0 AND common_3.is_1 AS anon_1 
FROM common_3) AND each_3_0.row_id IN (SELECT each_3_1.row_id 
FROM (SELECT met_20.row_id AS row_id, CASE WHEN (met_20.key = all_3_1.start) THEN 0 ELSE 1 END AS far 
FROM unnest($5::TEXT[], $6::TEXT[]) AS all_3_1(start, until) JOIN LATERAL (SELECT child_search_key_19.row_id AS row_id, child_search_key_19.key AS key 
FROM child_search_key AS child_search_key_19 
WHERE child_search_key_19.country_code = $3::VARCHAR AND child_search_key_19.programme_id = ANY ($4::UUID[]) AND child_search_key_19.key >= all_3_1.start AND child_search_key_19.key < all_3_1.until
 LIMIT ALL OFFSET 0) AS met_20 ON true) AS each_3_1
 LIMIT ALL OFFSET 0) AND (each_3_0.row_id NOT IN (SELECT search_3.row_id 
FROM search_3)) GROUP BY each_3_0.row_id)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_23.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_1), '[]'::json) AS part_1, coalesce(bool_or(rows_2.more), false) AS more 
FROM (SELECT row_to_json(node_22.*) AS part_1, page_2.fetched > 2 AS more 
FROM (SELECT fetched_2.country_code AS country_code, fetched_2.id AS id, fetched_2.given_name AS given_name, fetched_2.family_name AS family_name, fetched_2.search_rank AS search_rank, count(*) OVER () AS fetched 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.given_name AS given_name, child_1.family_name AS family_name, found_2.search_rank AS search_rank 
FROM child AS child_1 JOIN (SELECT near_2.search_rank AS search_rank, near_2.id AS id 
FROM (SELECT search_3.search_rank AS search_rank, search_3.row_id AS id 
FROM search_3 ORDER BY search_3.search_rank DESC, search_3.row_id DESC 
 LIMIT 3) AS near_2 UNION SELECT met_2.search_rank AS search_rank, met_2.id AS id 
FROM met_2 UNION SELECT others_2.search_rank AS search_rank, others_2.id AS id 
FROM (SELECT 2 AS search_rank, rest_3.row_id AS id 
FROM rest_3 
WHERE (SELECT common_3.is_0 AND common_3.is_1 AS anon_1 
FROM common_3) AND (SELECT count(*) AS count_1 
FROM met_2) < 3 ORDER BY rest_3.row_id DESC 
 LIMIT 3) AS others_2) AS found_2 ON found_2.id = child_1.id 
WHERE child_1.country_code = $3::VARCHAR AND child_1.programme_id = ANY ($4::UUID[]) AND child_1.voided_at IS NULL ORDER BY found_2.search_rank DESC, found_2.id DESC 
 LIMIT 3) AS fetched_2 ORDER BY fetched_2.search_rank DESC, fetched_2.id DESC 
 LIMIT 2) AS page_2 JOIN LATERAL (SELECT page_2.given_name AS "givenName", page_2.family_name AS "familyName") AS node_22 ON true ORDER BY page_2.search_rank ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT (SELECT count(*) AS count_2 
FROM search_3) + (SELECT count(*) AS count_3 
FROM rest_3) AS "totalCount", gathered_2.part_1 AS nodes, JSON_OBJECT('hasPreviousPage' : gathered_2.more RETURNING json) AS "pageInfo") AS connection_23 ON true) AS children) AS answer
