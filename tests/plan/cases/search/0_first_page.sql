WITH begun_3_0 AS MATERIALIZED 
(SELECT met_5.row_id AS row_id, CASE WHEN (met_5.key = starts_3_0.start) THEN 0 ELSE 1 END AS far 
FROM unnest($1::TEXT[], $2::TEXT[]) AS starts_3_0(start, until) JOIN LATERAL (SELECT child_search_key_4.row_id AS row_id, child_search_key_4.key AS key 
FROM child_search_key AS child_search_key_4 
WHERE child_search_key_4.country_code = $3::VARCHAR AND child_search_key_4.key >= starts_3_0.start AND child_search_key_4.key < starts_3_0.until
 LIMIT ALL OFFSET 0) AS met_5 ON true 
 LIMIT 4001), 
common_3 AS MATERIALIZED 
(SELECT EXISTS (SELECT 1 
FROM begun_3_0
 LIMIT ALL OFFSET 4000) AS is_0), 
search_3 AS MATERIALIZED 
(SELECT ranked_3.row_id AS row_id, ranked_3.search_rank AS search_rank 
FROM (SELECT nearest_3.row_id AS row_id, least(nearest_3.far_0, CASE WHEN said_3.begins_0 THEN 1 END) AS search_rank 
FROM (SELECT found_3.row_id AS row_id, min(found_3.far) AS far_0 
FROM (SELECT begun_3_0.row_id AS row_id, 0 AS place, begun_3_0.far AS far 
FROM begun_3_0 
WHERE NOT (SELECT common_3.is_0 
FROM common_3) UNION ALL SELECT met_7.row_id AS row_id, 0 AS place, 0 AS far 
FROM unnest($1::TEXT[]) AS words_3_0(start) JOIN LATERAL (SELECT child_search_key_6.row_id AS row_id, child_search_key_6.key AS key 
FROM child_search_key AS child_search_key_6 
WHERE child_search_key_6.country_code = $3::VARCHAR AND child_search_key_6.key = words_3_0.start
 LIMIT ALL OFFSET 0) AS met_7 ON true 
WHERE (SELECT common_3.is_0 
FROM common_3) UNION ALL SELECT met_9.row_id AS row_id, keys_3.place AS place, keys_3.far AS far 
FROM unnest($4::TEXT[], $5::BIGINT[], $6::BIGINT[]) AS keys_3(key, place, far) JOIN LATERAL (SELECT child_search_key_8.row_id AS row_id, child_search_key_8.key AS key 
FROM child_search_key AS child_search_key_8 
WHERE child_search_key_8.country_code = $3::VARCHAR AND child_search_key_8.key = keys_3.key
 LIMIT ALL OFFSET 0) AS met_9 ON true) AS found_3 GROUP BY found_3.row_id) AS nearest_3 LEFT OUTER JOIN LATERAL (SELECT (SELECT common_3.is_0 
FROM common_3) AND (' ' || concat_ws(' ', child_10.case_number_search, child_10.given_name_search, child_10.family_name_search, child_10.name_reading_search, ('=' || split_part(split_part(child_10.given_name_search, '/', 1), ' ', 1)) || coalesce(split_part(split_part(child_10.family_name_search, '/', 1), ' ', 1), ''), ('=' || coalesce(split_part(split_part(child_10.family_name_search, '/', 1), ' ', 1), '')) || split_part(split_part(child_10.given_name_search, '/', 1), ' ', 1), ('=' || split_part(split_part(child_10.given_name_search, '/', 1), ' ', 2)) || coalesce(split_part(split_part(child_10.family_name_search, '/', 1), ' ', 2), ''), ('=' || coalesce(split_part(split_part(child_10.family_name_search, '/', 1), ' ', 2), '')) || split_part(split_part(child_10.given_name_search, '/', 1), ' ', 2), '=' || split_part(split_part(child_10.name_reading_search, '/', 1), ' ', 1), '=' || split_part(split_part(child_10.name_reading_search, '/', 1), ' ', 2))) LIKE ANY ($7::TEXT[]) AS begins_0 
FROM child AS child_10 
WHERE child_10.country_code = $3::VARCHAR AND child_10.voided_at IS NULL AND child_10.id = nearest_3.row_id AND (SELECT common_3.is_0 
FROM common_3) AND (nearest_3.far_0 IS NULL OR nearest_3.far_0 > 1)
 LIMIT ALL OFFSET 0) AS said_3 ON true) AS ranked_3 
WHERE ranked_3.search_rank IS NOT NULL), 
met_2 AS MATERIALIZED 
(SELECT 1 AS search_rank, looked_2.id AS id 
FROM (SELECT child_13.id AS id, coalesce((' ' || concat_ws(' ', child_13.case_number_search, child_13.given_name_search, child_13.family_name_search, child_13.name_reading_search, ('=' || split_part(split_part(child_13.given_name_search, '/', 1), ' ', 1)) || coalesce(split_part(split_part(child_13.family_name_search, '/', 1), ' ', 1), ''), ('=' || coalesce(split_part(split_part(child_13.family_name_search, '/', 1), ' ', 1), '')) || split_part(split_part(child_13.given_name_search, '/', 1), ' ', 1), ('=' || split_part(split_part(child_13.given_name_search, '/', 1), ' ', 2)) || coalesce(split_part(split_part(child_13.family_name_search, '/', 1), ' ', 2), ''), ('=' || coalesce(split_part(split_part(child_13.family_name_search, '/', 1), ' ', 2), '')) || split_part(split_part(child_13.given_name_search, '/', 1), ' ', 2), '=' || split_part(split_part(child_13.name_reading_search, '/', 1), ' ', 1), '=' || split_part(split_part(child_13.name_reading_search, '/', 1), ' ', 2))) LIKE ANY ($7::TEXT[]), false) AND (child_13.id NOT IN (SELECT search_3.row_id 
FROM search_3 
WHERE search_3.search_rank < 1)) AS is_one 
FROM child AS child_13 
WHERE child_13.country_code = $3::VARCHAR AND child_13.voided_at IS NULL AND (SELECT common_3.is_0 
FROM common_3) ORDER BY child_13.id ASC 
 LIMIT 500) AS looked_2 
WHERE looked_2.is_one ORDER BY looked_2.id ASC 
 LIMIT 3), 
rest_3 AS 
(SELECT each_3_0.row_id AS row_id 
FROM (SELECT met_12.row_id AS row_id, CASE WHEN (met_12.key = all_3_0.start) THEN 0 ELSE 1 END AS far 
FROM unnest($1::TEXT[], $2::TEXT[]) AS all_3_0(start, until) JOIN LATERAL (SELECT child_search_key_11.row_id AS row_id, child_search_key_11.key AS key 
FROM child_search_key AS child_search_key_11 
WHERE child_search_key_11.country_code = $3::VARCHAR AND child_search_key_11.key >= all_3_0.start AND child_search_key_11.key < all_3_0.until
 LIMIT ALL OFFSET 0) AS met_12 ON true) AS each_3_0 
WHERE (SELECT common_3.is_0 
FROM common_3) AND (each_3_0.row_id NOT IN (SELECT search_3.row_id 
FROM search_3)) GROUP BY each_3_0.row_id)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_15.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_1), '[]'::json) AS part_1, (array_agg(rows_2.cursor))[count(*)] AS end_cursor, coalesce(bool_or(rows_2.more), false) AS more 
FROM (SELECT row_to_json(node_14.*) AS part_1, (('cb11bd048e.' || page_2.country_code) || '_') || CAST(page_2.id AS TEXT) AS cursor, page_2.fetched > 2 AS more 
FROM (SELECT fetched_2.country_code AS country_code, fetched_2.id AS id, fetched_2.given_name AS given_name, fetched_2.family_name AS family_name, fetched_2.search_rank AS search_rank, count(*) OVER () AS fetched 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.given_name AS given_name, child_1.family_name AS family_name, found_2.search_rank AS search_rank 
FROM child AS child_1 JOIN (SELECT near_2.search_rank AS search_rank, near_2.id AS id 
FROM (SELECT search_3.search_rank AS search_rank, search_3.row_id AS id 
FROM search_3 ORDER BY search_3.search_rank ASC, search_3.row_id ASC 
 LIMIT 3) AS near_2 UNION SELECT met_2.search_rank AS search_rank, met_2.id AS id 
FROM met_2 UNION SELECT others_2.search_rank AS search_rank, others_2.id AS id 
FROM (SELECT 1 AS search_rank, rest_3.row_id AS id 
FROM rest_3 
WHERE (SELECT common_3.is_0 
FROM common_3) AND (SELECT count(*) AS count_1 
FROM met_2) < 3 ORDER BY rest_3.row_id ASC 
 LIMIT 3) AS others_2) AS found_2 ON found_2.id = child_1.id 
WHERE child_1.country_code = $3::VARCHAR AND child_1.voided_at IS NULL ORDER BY found_2.search_rank ASC, found_2.id ASC 
 LIMIT 3) AS fetched_2 ORDER BY fetched_2.search_rank ASC, fetched_2.id ASC 
 LIMIT 2) AS page_2 JOIN LATERAL (SELECT page_2.given_name AS "givenName", page_2.family_name AS "familyName") AS node_14 ON true ORDER BY page_2.search_rank ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT (SELECT count(*) AS count_2 
FROM search_3) + (SELECT count(*) AS count_3 
FROM rest_3) AS "totalCount", gathered_2.part_1 AS nodes, JSON_OBJECT('hasNextPage' : gathered_2.more, 'endCursor' : gathered_2.end_cursor RETURNING json) AS "pageInfo") AS connection_15 ON true) AS children) AS answer
