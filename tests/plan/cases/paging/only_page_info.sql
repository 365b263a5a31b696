SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_3.*) AS value 
FROM (SELECT coalesce(bool_or(rows_2.more), false) AS more 
FROM (SELECT page_2.fetched > 2 AS more 
FROM (SELECT fetched_2.country_code AS country_code, fetched_2.id AS id, count(*) OVER () AS fetched 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR ORDER BY child_1.id ASC 
 LIMIT 3) AS fetched_2 ORDER BY fetched_2.id ASC 
 LIMIT 2) AS page_2 ORDER BY page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT JSON_OBJECT('hasNextPage' : gathered_2.more, 'hasPreviousPage' : false RETURNING json) AS "pageInfo") AS connection_3 ON true) AS children, (SELECT row_to_json(connection_9.*) AS value 
FROM (SELECT coalesce(json_agg(rows_5.part_1), '[]'::json) AS part_1, coalesce(json_agg(rows_5.part_2), '[]'::json) AS part_2, (array_agg(rows_5.cursor))[1] AS start_cursor, (array_agg(rows_5.cursor))[count(*)] AS end_cursor, coalesce(bool_or(rows_5.more), false) AS more 
FROM (SELECT row_to_json(edge_6.*) AS part_1, row_to_json(node_7.*) AS part_2, (('8053321281.' || page_5.country_code) || '_') || CAST(page_5.id AS TEXT) AS cursor, page_5.fetched > 50 AS more 
FROM (SELECT fetched_5.country_code AS country_code, fetched_5.id AS id, count(*) OVER () AS fetched 
FROM (SELECT child_4.country_code AS country_code, child_4.id AS id 
FROM child AS child_4 
WHERE child_4.country_code = $1::VARCHAR AND child_4.case_number_key = (regexp_replace(regexp_replace(normalize(casefold(normalize(regexp_replace($2::VARCHAR, '[\u00ad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\u0001-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f]', '', 'g'), NFKC) COLLATE pg_unicode_fast), NFKC), '^[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000]+|[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000]+$', '', 'g'), '[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000\u002d\u2010-\u2013\u2043\u2212\ufe63\uff0d\u2014-\u2015\ufe58]+', '-', 'g') COLLATE "C") ORDER BY child_4.id ASC 
 LIMIT 51) AS fetched_5 ORDER BY fetched_5.id ASC 
 LIMIT 50) AS page_5 JOIN LATERAL (SELECT (('8053321281.' || page_5.country_code) || '_') || CAST(page_5.id AS TEXT) AS cursor) AS edge_6 ON true JOIN LATERAL (SELECT (('Child_' || page_5.country_code) || '_') || CAST(page_5.id AS TEXT) AS id) AS node_7 ON true ORDER BY page_5.id ASC) AS rows_5) AS gathered_5 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM child AS child_8 
WHERE child_8.country_code = $1::VARCHAR AND child_8.case_number_key = (regexp_replace(regexp_replace(normalize(casefold(normalize(regexp_replace($2::VARCHAR, '[\u00ad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\u0001-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f]', '', 'g'), NFKC) COLLATE pg_unicode_fast), NFKC), '^[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000]+|[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000]+$', '', 'g'), '[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000\u002d\u2010-\u2013\u2043\u2212\ufe63\uff0d\u2014-\u2015\ufe58]+', '-', 'g') COLLATE "C")) AS "totalCount", gathered_5.part_1 AS edges, gathered_5.part_2 AS nodes, JSON_OBJECT('hasNextPage' : gathered_5.more, 'hasPreviousPage' : false, 'startCursor' : gathered_5.start_cursor, 'endCursor' : gathered_5.end_cursor RETURNING json) AS "pageInfo") AS connection_9 ON true) AS none) AS answer
