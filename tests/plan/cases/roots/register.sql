SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_6.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_1), '[]'::json) AS part_1, (array_agg(rows_2.cursor))[count(*)] AS end_cursor, coalesce(bool_or(rows_2.more), false) AS more 
FROM (SELECT row_to_json(node_4.*) AS part_1, '701d021d08.' || page_2.code AS cursor, page_2.fetched > 3 AS more 
FROM (SELECT fetched_2.code AS code, fetched_2.name AS name, fetched_2.region AS region, fetched_2.languages AS languages, fetched_2.currency AS currency, fetched_2.time_zone AS time_zone, count(*) OVER () AS fetched 
FROM (SELECT country_1.code AS code, country_1.name AS name, country_1.region AS region, country_1.languages AS languages, country_1.currency AS currency, country_1.time_zone AS time_zone 
FROM country AS country_1 ORDER BY country_1.code ASC 
 LIMIT 4) AS fetched_2 ORDER BY fetched_2.code ASC 
 LIMIT 3) AS page_2 JOIN LATERAL (SELECT page_2.code AS code, page_2.name AS name, page_2.region AS region, page_2.languages AS languages, page_2.currency AS currency, page_2.time_zone AS "timeZone", (SELECT policy_3.whole 
FROM policy AS policy_3 
WHERE policy_3.code = page_2.code AND policy_3.key = 'age_of_majority' AND policy_3.jurisdiction = '' AND policy_3.from_day <= $1::DATE + CASE WHEN (page_2.code = ANY ($2::TEXT[])) THEN 1 WHEN (page_2.code = ANY ($3::TEXT[])) THEN -1 ELSE 0 END AND (policy_3.until_day IS NULL OR policy_3.until_day > $1::DATE + CASE WHEN (page_2.code = ANY ($2::TEXT[])) THEN 1 WHEN (page_2.code = ANY ($3::TEXT[])) THEN -1 ELSE 0 END)) AS "ageOfMajority") AS node_4 ON true ORDER BY page_2.code ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM country AS country_5) AS "totalCount", gathered_2.part_1 AS nodes, JSON_OBJECT('hasNextPage' : gathered_2.more, 'endCursor' : gathered_2.end_cursor RETURNING json) AS "pageInfo") AS connection_6 ON true) AS countries) AS answer
