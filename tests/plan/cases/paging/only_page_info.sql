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
WHERE child_4.country_code = $1::VARCHAR AND child_4.case_number_key = (regexp_replace(regexp_replace(normalize(casefold(normalize(regexp_replace($2::VARCHAR, '[\u00AD\u034F\u061C\u115F-\u1160\u17B4-\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF\u0001-\u0008\u000E-\u001B\u007F-\u0084\u0086-\u009F]', '', 'g'), NFKC) COLLATE pg_unicode_fast), NFKC), '^[\u0009-\u000D\u001C-\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028-\u2029\u202F\u205F\u2800\u3000]+|[\u0009-\u000D\u001C-\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028-\u2029\u202F\u205F\u2800\u3000]+$', '', 'g'), '[\u0009-\u000D\u001C-\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028-\u2029\u202F\u205F\u2800\u3000\u002D\u2010-\u2013\u2043\u2212\uFE63\uFF0D\u2014-\u2015\uFE58]+', '-', 'g') COLLATE "C") ORDER BY child_4.id ASC 
 LIMIT 51) AS fetched_5 ORDER BY fetched_5.id ASC 
 LIMIT 50) AS page_5 JOIN LATERAL (SELECT (('8053321281.' || page_5.country_code) || '_') || CAST(page_5.id AS TEXT) AS cursor) AS edge_6 ON true JOIN LATERAL (SELECT (('Child_' || page_5.country_code) || '_') || CAST(page_5.id AS TEXT) AS id) AS node_7 ON true ORDER BY page_5.id ASC) AS rows_5) AS gathered_5 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM child AS child_8 
WHERE child_8.country_code = $1::VARCHAR AND child_8.case_number_key = (regexp_replace(regexp_replace(normalize(casefold(normalize(regexp_replace($2::VARCHAR, '[\u00AD\u034F\u061C\u115F-\u1160\u17B4-\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF\u0001-\u0008\u000E-\u001B\u007F-\u0084\u0086-\u009F]', '', 'g'), NFKC) COLLATE pg_unicode_fast), NFKC), '^[\u0009-\u000D\u001C-\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028-\u2029\u202F\u205F\u2800\u3000]+|[\u0009-\u000D\u001C-\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028-\u2029\u202F\u205F\u2800\u3000]+$', '', 'g'), '[\u0009-\u000D\u001C-\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028-\u2029\u202F\u205F\u2800\u3000\u002D\u2010-\u2013\u2043\u2212\uFE63\uFF0D\u2014-\u2015\uFE58]+', '-', 'g') COLLATE "C")) AS "totalCount", gathered_5.part_1 AS edges, gathered_5.part_2 AS nodes, JSON_OBJECT('hasNextPage' : gathered_5.more, 'hasPreviousPage' : false, 'startCursor' : gathered_5.start_cursor, 'endCursor' : gathered_5.end_cursor RETURNING json) AS "pageInfo") AS connection_9 ON true) AS none) AS answer
