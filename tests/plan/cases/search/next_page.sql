WITH search_5 AS MATERIALIZED 
(SELECT nearest_5.row_id AS row_id, least(CASE WHEN (count(*) FILTER (WHERE nearest_5.place < $1::BIGINT) = $1::BIGINT) THEN sum(nearest_5.far) FILTER (WHERE nearest_5.place < $1::BIGINT) END, min(nearest_5.far) FILTER (WHERE nearest_5.place = $1::BIGINT)) AS search_rank 
FROM (SELECT found_5.row_id AS row_id, found_5.place AS place, min(found_5.far) AS far 
FROM (SELECT child_search_key_3.row_id AS row_id, beginnings_5.place AS place, CASE WHEN (child_search_key_3.key = beginnings_5.start) THEN 0 ELSE 1 END AS far 
FROM unnest($2::TEXT[], $3::TEXT[], $4::BIGINT[]) AS beginnings_5(start, until, place) JOIN child_search_key AS child_search_key_3 ON true 
WHERE child_search_key_3.country_code = $5::VARCHAR AND child_search_key_3.key >= beginnings_5.start AND child_search_key_3.key < beginnings_5.until UNION ALL SELECT child_search_key_4.row_id AS row_id, keys_5.place AS place, keys_5.far AS far 
FROM unnest($6::TEXT[], $7::BIGINT[], $8::BIGINT[]) AS keys_5(key, place, far) JOIN child_search_key AS child_search_key_4 ON true 
WHERE child_search_key_4.country_code = $5::VARCHAR AND child_search_key_4.key = keys_5.key) AS found_5 GROUP BY found_5.row_id, found_5.place) AS nearest_5 GROUP BY nearest_5.row_id 
HAVING least(CASE WHEN (count(*) FILTER (WHERE nearest_5.place < $1::BIGINT) = $1::BIGINT) THEN sum(nearest_5.far) FILTER (WHERE nearest_5.place < $1::BIGINT) END, min(nearest_5.far) FILTER (WHERE nearest_5.place = $1::BIGINT)) IS NOT NULL), 
after_2 AS 
(SELECT search_5.search_rank AS search_rank, child_6.id AS id 
FROM child AS child_6 JOIN search_5 ON search_5.row_id = child_6.id 
WHERE child_6.country_code = $5::VARCHAR AND child_6.country_code = $9::VARCHAR AND child_6.id = $10::UUID)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM after_2)] AS cursors 
FROM (SELECT (SELECT row_to_json(connection_8.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_7.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.given_name AS given_name, child_1.family_name AS family_name, found_2.search_rank AS search_rank 
FROM child AS child_1 JOIN (SELECT search_5.row_id AS row_id, search_5.search_rank AS search_rank 
FROM search_5 
WHERE (search_5.search_rank, search_5.row_id) > ((SELECT after_2.search_rank 
FROM after_2), (SELECT after_2.id 
FROM after_2)) ORDER BY search_5.search_rank ASC, search_5.row_id ASC 
 LIMIT 2) AS found_2 ON found_2.row_id = child_1.id 
WHERE child_1.country_code = $5::VARCHAR ORDER BY found_2.search_rank ASC, child_1.id ASC 
 LIMIT 2) AS page_2 JOIN LATERAL (SELECT page_2.given_name AS "givenName", page_2.family_name AS "familyName") AS node_7 ON true ORDER BY page_2.search_rank ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes, JSON_OBJECT('hasPreviousPage' : EXISTS (SELECT 1 
FROM search_5 
WHERE (search_5.search_rank, search_5.row_id) <= ((SELECT after_2.search_rank 
FROM after_2), (SELECT after_2.id 
FROM after_2))) RETURNING json) AS "pageInfo") AS connection_8 ON true 
WHERE EXISTS (SELECT 1 
FROM after_2)) AS children) AS answer
