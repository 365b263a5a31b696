WITH begun_5_0 AS MATERIALIZED 
(SELECT met_7.row_id AS row_id, CASE WHEN (met_7.key = starts_5_0.start) THEN 0 ELSE 1 END AS far 
FROM unnest($3::TEXT[], $4::TEXT[]) AS starts_5_0(start, until) JOIN LATERAL (SELECT child_search_key_6.row_id AS row_id, child_search_key_6.key AS key 
FROM child_search_key AS child_search_key_6 
WHERE child_search_key_6.country_code = $1::VARCHAR AND child_search_key_6.programme_id = ANY ($2::UUID[]) AND child_search_key_6.key >= starts_5_0.start AND child_search_key_6.key < starts_5_0.until
 LIMIT ALL OFFSET 0) AS met_7 ON true 
 LIMIT 4001), 
common_5 AS MATERIALIZED 
(SELECT EXISTS (SELECT 1 
FROM begun_5_0
 LIMIT ALL OFFSET 4000) AS is_0), 
search_5 AS MATERIALIZED 
(SELECT ranked_5.row_id AS row_id, ranked_5.search_rank AS search_rank 
FROM (SELECT nearest_5.row_id AS row_id, least(nearest_5.far_0, CASE WHEN said_5.begins_0 THEN 1 END) AS search_rank 
FROM (SELECT found_5.row_id AS row_id, min(found_5.far) AS far_0 
FROM (SELECT begun_5_0.row_id AS row_id, 0 AS place, begun_5_0.far AS far 
FROM begun_5_0 
WHERE NOT (SELECT common_5.is_0 
FROM common_5) UNION ALL SELECT met_9.row_id AS row_id, 0 AS place, 0 AS far 
FROM unnest($3::TEXT[]) AS words_5_0(start) JOIN LATERAL (SELECT child_search_key_8.row_id AS row_id, child_search_key_8.key AS key 
FROM child_search_key AS child_search_key_8 
WHERE child_search_key_8.country_code = $1::VARCHAR AND child_search_key_8.programme_id = ANY ($2::UUID[]) AND child_search_key_8.key = words_5_0.start
 LIMIT ALL OFFSET 0) AS met_9 ON true 
WHERE (SELECT common_5.is_0 
FROM common_5) UNION ALL SELECT met_11.row_id AS row_id, keys_5.place AS place, keys_5.far AS far 
FROM unnest($5::TEXT[], $6::BIGINT[], $7::BIGINT[]) AS keys_5(key, place, far) JOIN LATERAL (SELECT child_search_key_10.row_id AS row_id, child_search_key_10.key AS key 
FROM child_search_key AS child_search_key_10 
WHERE child_search_key_10.country_code = $1::VARCHAR AND child_search_key_10.programme_id = ANY ($2::UUID[]) AND child_search_key_10.key = keys_5.key
 LIMIT ALL OFFSET 0) AS met_11 ON true) AS found_5 GROUP BY found_5.row_id) AS nearest_5 LEFT OUTER JOIN LATERAL (SELECT (SELECT common_5.is_0 
FROM common_5) AND (' ' || concat_ws(' ', child_12.case_number_search, child_12.given_name_search, child_12.family_name_search, child_12.name_reading_search, ('=' || split_part(split_part(child_12.given_name_search, '/', 1), ' ', 1)) || coalesce(split_part(split_part(child_12.family_name_search, '/', 1), ' ', 1), ''), ('=' || coalesce(split_part(split_part(child_12.family_name_search, '/', 1), ' ', 1), '')) || split_part(split_part(child_12.given_name_search, '/', 1), ' ', 1), ('=' || split_part(split_part(child_12.given_name_search, '/', 1), ' ', 2)) || coalesce(split_part(split_part(child_12.family_name_search, '/', 1), ' ', 2), ''), ('=' || coalesce(split_part(split_part(child_12.family_name_search, '/', 1), ' ', 2), '')) || split_part(split_part(child_12.given_name_search, '/', 1), ' ', 2), '=' || split_part(split_part(child_12.name_reading_search, '/', 1), ' ', 1), '=' || split_part(split_part(child_12.name_reading_search, '/', 1), ' ', 2))) LIKE ANY ($8::TEXT[]) AS begins_0 
FROM child AS child_12 
WHERE child_12.country_code = $1::VARCHAR AND child_12.programme_id = ANY ($2::UUID[]) AND child_12.voided_at IS NULL AND child_12.id = nearest_5.row_id AND (SELECT common_5.is_0 
FROM common_5) AND (nearest_5.far_0 IS NULL OR nearest_5.far_0 > 1)
 LIMIT ALL OFFSET 0) AS said_5 ON true) AS ranked_5 
WHERE ranked_5.search_rank IS NOT NULL), 
rest_5 AS 
(SELECT each_5_0.row_id AS row_id 
FROM (SELECT met_14.row_id AS row_id, CASE WHEN (met_14.key = all_5_0.start) THEN 0 ELSE 1 END AS far 
FROM unnest($3::TEXT[], $4::TEXT[]) AS all_5_0(start, until) JOIN LATERAL (SELECT child_search_key_13.row_id AS row_id, child_search_key_13.key AS key 
FROM child_search_key AS child_search_key_13 
WHERE child_search_key_13.country_code = $1::VARCHAR AND child_search_key_13.programme_id = ANY ($2::UUID[]) AND child_search_key_13.key >= all_5_0.start AND child_search_key_13.key < all_5_0.until
 LIMIT ALL OFFSET 0) AS met_14 ON true) AS each_5_0 
WHERE (SELECT common_5.is_0 
FROM common_5) AND (each_5_0.row_id NOT IN (SELECT search_5.row_id 
FROM search_5)) GROUP BY each_5_0.row_id), 
all_5 AS 
(SELECT both_5.row_id AS row_id, both_5.search_rank AS search_rank 
FROM (SELECT search_5.row_id AS row_id, search_5.search_rank AS search_rank 
FROM search_5 UNION ALL SELECT rest_5.row_id AS row_id, 1 AS search_rank 
FROM rest_5) AS both_5 
 LIMIT (SELECT 2147483647)), 
search_21 AS MATERIALIZED 
(SELECT ranked_21.row_id AS row_id, ranked_21.search_rank AS search_rank 
FROM (SELECT nearest_21.row_id AS row_id, nearest_21.far_0 AS search_rank 
FROM (SELECT found_21.row_id AS row_id, min(found_21.far) AS far_0 
FROM (SELECT begun_21_0.row_id AS row_id, 0 AS place, begun_21_0.far AS far 
FROM (SELECT met_23.row_id AS row_id, CASE WHEN (met_23.key = starts_21_0.start) THEN 0 ELSE 1 END AS far 
FROM unnest($9::TEXT[], $10::TEXT[]) AS starts_21_0(start, until) JOIN LATERAL (SELECT home_search_key_22.row_id AS row_id, home_search_key_22.key AS key 
FROM home_search_key AS home_search_key_22 
WHERE home_search_key_22.country_code = $1::VARCHAR AND home_search_key_22.programme_id = ANY ($2::UUID[]) AND home_search_key_22.key >= starts_21_0.start AND home_search_key_22.key < starts_21_0.until
 LIMIT ALL OFFSET 0) AS met_23 ON true) AS begun_21_0 UNION ALL SELECT met_25.row_id AS row_id, keys_21.place AS place, keys_21.far AS far 
FROM unnest($11::TEXT[], $12::BIGINT[], $13::BIGINT[]) AS keys_21(key, place, far) JOIN LATERAL (SELECT home_search_key_24.row_id AS row_id, home_search_key_24.key AS key 
FROM home_search_key AS home_search_key_24 
WHERE home_search_key_24.country_code = $1::VARCHAR AND home_search_key_24.programme_id = ANY ($2::UUID[]) AND home_search_key_24.key = keys_21.key
 LIMIT ALL OFFSET 0) AS met_25 ON true) AS found_21 GROUP BY found_21.row_id) AS nearest_21) AS ranked_21 
WHERE ranked_21.search_rank IS NOT NULL)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_29.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_28.*) AS part_0 
FROM (SELECT programme_1.country_code AS country_code, programme_1.id AS id 
FROM programme AS programme_1 
WHERE programme_1.country_code = $1::VARCHAR AND programme_1.id = ANY ($2::UUID[]) AND programme_1.voided_at IS NULL ORDER BY programme_1.id ASC 
 LIMIT 2) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_17.*) AS value 
FROM (SELECT coalesce(json_agg(rows_4.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_15.*) AS part_1 
FROM (SELECT child_3.country_code AS country_code, child_3.id AS id, child_3.given_name AS given_name, all_5.search_rank AS search_rank 
FROM child AS child_3 JOIN all_5 ON all_5.row_id = child_3.id 
WHERE child_3.programme_id = page_2.id AND child_3.country_code = $1::VARCHAR AND child_3.programme_id = ANY ($2::UUID[]) AND child_3.voided_at IS NULL ORDER BY all_5.search_rank ASC, child_3.id ASC 
 LIMIT 2) AS page_4 JOIN LATERAL (SELECT page_4.given_name AS "givenName") AS node_15 ON true ORDER BY page_4.search_rank ASC, page_4.id ASC) AS rows_4) AS gathered_4 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM child AS child_16 JOIN all_5 ON all_5.row_id = child_16.id 
WHERE child_16.programme_id = page_2.id AND child_16.country_code = $1::VARCHAR AND child_16.programme_id = ANY ($2::UUID[]) AND child_16.voided_at IS NULL) AS "totalCount", gathered_4.part_1 AS nodes) AS connection_17 ON true) AS link_18 ON true LEFT OUTER JOIN LATERAL (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_2 
FROM home AS home_26 JOIN search_21 ON search_21.row_id = home_26.id 
WHERE home_26.programme_id = page_2.id AND home_26.country_code = $1::VARCHAR AND home_26.programme_id = ANY ($2::UUID[]) AND home_26.voided_at IS NULL) RETURNING json) AS value) AS link_27 ON true JOIN LATERAL (SELECT link_18.value AS children, link_27.value AS homes) AS node_28 ON true ORDER BY page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_29 ON true) AS programmes) AS answer
