WITH search_3 AS MATERIALIZED 
(SELECT nearest_3.row_id AS row_id, least(CASE WHEN (count(*) FILTER (WHERE nearest_3.place < $1::BIGINT) = $1::BIGINT) THEN sum(nearest_3.far) FILTER (WHERE nearest_3.place < $1::BIGINT) END, min(nearest_3.far) FILTER (WHERE nearest_3.place = $1::BIGINT)) AS search_rank 
FROM (SELECT found_3.row_id AS row_id, found_3.place AS place, min(found_3.far) AS far 
FROM (SELECT met_5.row_id AS row_id, beginnings_3.place AS place, CASE WHEN (met_5.key = beginnings_3.start) THEN 0 ELSE 1 END AS far 
FROM unnest($2::TEXT[], $3::TEXT[], $4::BIGINT[]) AS beginnings_3(start, until, place) JOIN LATERAL (SELECT child_search_key_4.row_id AS row_id, child_search_key_4.key AS key 
FROM child_search_key AS child_search_key_4 
WHERE child_search_key_4.country_code = $5::VARCHAR AND child_search_key_4.key >= beginnings_3.start AND child_search_key_4.key < beginnings_3.until
 LIMIT ALL OFFSET 0) AS met_5 ON true UNION ALL SELECT met_7.row_id AS row_id, keys_3.place AS place, keys_3.far AS far 
FROM unnest($6::TEXT[], $7::BIGINT[], $8::BIGINT[]) AS keys_3(key, place, far) JOIN LATERAL (SELECT child_search_key_6.row_id AS row_id, child_search_key_6.key AS key 
FROM child_search_key AS child_search_key_6 
WHERE child_search_key_6.country_code = $5::VARCHAR AND child_search_key_6.key = keys_3.key
 LIMIT ALL OFFSET 0) AS met_7 ON true) AS found_3 GROUP BY found_3.row_id, found_3.place) AS nearest_3 GROUP BY nearest_3.row_id 
HAVING least(CASE WHEN (count(*) FILTER (WHERE nearest_3.place < $1::BIGINT) = $1::BIGINT) THEN sum(nearest_3.far) FILTER (WHERE nearest_3.place < $1::BIGINT) END, min(nearest_3.far) FILTER (WHERE nearest_3.place = $1::BIGINT)) IS NOT NULL)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_9.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_1), '[]'::json) AS part_1, (array_agg(rows_2.cursor))[count(*)] AS end_cursor, coalesce(bool_or(rows_2.more), false) AS more 
FROM (SELECT row_to_json(node_8.*) AS part_1, (('cb11bd048e.' || page_2.country_code) || '_') || CAST(page_2.id AS TEXT) AS cursor, page_2.fetched > 2 AS more 
FROM (SELECT fetched_2.country_code AS country_code, fetched_2.id AS id, fetched_2.given_name AS given_name, fetched_2.family_name AS family_name, fetched_2.search_rank AS search_rank, count(*) OVER () AS fetched 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.given_name AS given_name, child_1.family_name AS family_name, found_2.search_rank AS search_rank 
FROM child AS child_1 JOIN (SELECT search_3.row_id AS row_id, search_3.search_rank AS search_rank 
FROM search_3 ORDER BY search_3.search_rank ASC, search_3.row_id ASC 
 LIMIT 3) AS found_2 ON found_2.row_id = child_1.id 
WHERE child_1.country_code = $5::VARCHAR AND child_1.voided_at IS NULL ORDER BY found_2.search_rank ASC, child_1.id ASC 
 LIMIT 3) AS fetched_2 ORDER BY fetched_2.search_rank ASC, fetched_2.id ASC 
 LIMIT 2) AS page_2 JOIN LATERAL (SELECT page_2.given_name AS "givenName", page_2.family_name AS "familyName") AS node_8 ON true ORDER BY page_2.search_rank ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM search_3) AS "totalCount", gathered_2.part_1 AS nodes, JSON_OBJECT('hasNextPage' : gathered_2.more, 'endCursor' : gathered_2.end_cursor RETURNING json) AS "pageInfo") AS connection_9 ON true) AS children) AS answer
