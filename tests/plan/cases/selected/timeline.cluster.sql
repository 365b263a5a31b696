SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_27.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_26.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.given_name AS given_name, child_1.case_number_order AS order_0 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL ORDER BY child_1.case_number_order ASC, child_1.id ASC 
 LIMIT 2) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_24.*) AS value 
FROM (SELECT coalesce(json_agg(rows_11.part_2), '[]'::json) AS part_2, (array_agg(rows_11.cursor))[count(*)] AS end_cursor, coalesce(bool_or(rows_11.more), false) AS more 
FROM (SELECT row_to_json(node_15.*) AS part_2, (((('0c2d92e263.' || page_11.country_code) || '_') || CAST(page_11.id AS TEXT)) || '_') || page_11.kind AS cursor, page_11.fetched > 3 AS more 
FROM (SELECT fetched_11.country_code AS country_code, fetched_11.id AS id, fetched_11.kind AS kind, fetched_11.day AS day, fetched_11.precision AS precision, fetched_11.ended_on AS ended_on, fetched_11.child_id AS child_id, fetched_11.order_0 AS order_0, count(*) OVER () AS fetched 
FROM (SELECT timeline_entry_3.country_code AS country_code, timeline_entry_3.id AS id, timeline_entry_3.kind AS kind, timeline_entry_3.day AS day, timeline_entry_3.precision AS precision, timeline_entry_3.ended_on AS ended_on, timeline_entry_3.child_id AS child_id, timeline_entry_3.day AS order_0 
FROM (SELECT child_4.country_code AS country_code, child_4.id AS child_id, child_4.birth_date AS day, child_4.voided_at AS recorded_in_error, child_4.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind, child_4.birth_date_precision AS precision, CAST(NULL AS DATE) AS ended_on 
FROM child AS child_4 
WHERE child_4.country_code = $1::VARCHAR UNION ALL SELECT child_5.country_code AS country_code, child_5.id AS child_id, child_5.enrolled_on AS day, child_5.voided_at AS recorded_in_error, child_5.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, CAST(NULL AS DATE) AS ended_on 
FROM child AS child_5 
WHERE child_5.country_code = $1::VARCHAR UNION ALL SELECT child_6.country_code AS country_code, child_6.id AS child_id, child_6.died_on AS day, child_6.voided_at AS recorded_in_error, child_6.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind, child_6.died_on_precision AS precision, CAST(NULL AS DATE) AS ended_on 
FROM child AS child_6 
WHERE child_6.country_code = $1::VARCHAR UNION ALL SELECT community_link_7.country_code AS country_code, community_link_7.child_file_id AS child_id, community_link_7.started_on AS day, community_link_7.voided_at AS recorded_in_error, community_link_7.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, community_link_7.ended_on AS ended_on 
FROM community_link AS community_link_7 
WHERE community_link_7.country_code = $1::VARCHAR UNION ALL SELECT placement_8.country_code AS country_code, placement_8.child_file_id AS child_id, placement_8.started_on AS day, placement_8.voided_at AS recorded_in_error, placement_8.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, placement_8.ended_on AS ended_on 
FROM placement AS placement_8 
WHERE placement_8.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_9.country_code AS country_code, placement_exception_9.child_file_id AS child_id, placement_exception_9.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_9.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, CAST(NULL AS DATE) AS ended_on 
FROM placement_exception AS placement_exception_9 
WHERE placement_exception_9.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_10.country_code AS country_code, sibling_bond_10.child_file_id AS child_id, sibling_bond_10.started_on AS day, sibling_bond_10.voided_at AS recorded_in_error, sibling_bond_10.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, sibling_bond_10.ended_on AS ended_on 
FROM sibling_bond AS sibling_bond_10 
WHERE sibling_bond_10.country_code = $1::VARCHAR) AS timeline_entry_3 
WHERE timeline_entry_3.child_id = page_2.id AND timeline_entry_3.country_code = $1::VARCHAR AND timeline_entry_3.child_id IS NOT NULL AND timeline_entry_3.day IS NOT NULL AND timeline_entry_3.recorded_in_error IS NULL ORDER BY timeline_entry_3.day DESC, timeline_entry_3.id DESC, timeline_entry_3.kind DESC 
 LIMIT 4) AS fetched_11 ORDER BY fetched_11.order_0 DESC, fetched_11.id DESC, fetched_11.kind DESC 
 LIMIT 3) AS page_11 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_13.*) AS value 
FROM child AS child_12 JOIN LATERAL (SELECT child_12.given_name AS "givenName") AS node_13 ON true 
WHERE child_12.id = page_11.child_id AND child_12.country_code = $1::VARCHAR AND child_12.voided_at IS NULL) AS link_14 ON true JOIN LATERAL (SELECT (((('TimelineEntry_' || page_11.country_code) || '_') || CAST(page_11.id AS TEXT)) || '_') || page_11.kind AS id, page_11.kind AS kind, page_11.day AS day, page_11.precision AS precision, page_11.ended_on AS "endedOn", link_14.value AS child) AS node_15 ON true ORDER BY page_11.order_0 DESC, page_11.id DESC, page_11.kind DESC) AS rows_11) AS gathered_11 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM (SELECT child_17.country_code AS country_code, child_17.id AS child_id, child_17.birth_date AS day, child_17.voided_at AS recorded_in_error 
FROM child AS child_17 
WHERE child_17.country_code = $1::VARCHAR UNION ALL SELECT child_18.country_code AS country_code, child_18.id AS child_id, child_18.enrolled_on AS day, child_18.voided_at AS recorded_in_error 
FROM child AS child_18 
WHERE child_18.country_code = $1::VARCHAR UNION ALL SELECT child_19.country_code AS country_code, child_19.id AS child_id, child_19.died_on AS day, child_19.voided_at AS recorded_in_error 
FROM child AS child_19 
WHERE child_19.country_code = $1::VARCHAR UNION ALL SELECT community_link_20.country_code AS country_code, community_link_20.child_file_id AS child_id, community_link_20.started_on AS day, community_link_20.voided_at AS recorded_in_error 
FROM community_link AS community_link_20 
WHERE community_link_20.country_code = $1::VARCHAR UNION ALL SELECT placement_21.country_code AS country_code, placement_21.child_file_id AS child_id, placement_21.started_on AS day, placement_21.voided_at AS recorded_in_error 
FROM placement AS placement_21 
WHERE placement_21.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_22.country_code AS country_code, placement_exception_22.child_file_id AS child_id, placement_exception_22.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error 
FROM placement_exception AS placement_exception_22 
WHERE placement_exception_22.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_23.country_code AS country_code, sibling_bond_23.child_file_id AS child_id, sibling_bond_23.started_on AS day, sibling_bond_23.voided_at AS recorded_in_error 
FROM sibling_bond AS sibling_bond_23 
WHERE sibling_bond_23.country_code = $1::VARCHAR) AS timeline_entry_16 
WHERE timeline_entry_16.child_id = page_2.id AND timeline_entry_16.country_code = $1::VARCHAR AND timeline_entry_16.child_id IS NOT NULL AND timeline_entry_16.day IS NOT NULL AND timeline_entry_16.recorded_in_error IS NULL) AS "totalCount", JSON_OBJECT('hasNextPage' : gathered_11.more, 'endCursor' : gathered_11.end_cursor RETURNING json) AS "pageInfo", gathered_11.part_2 AS nodes) AS connection_24 ON true) AS link_25 ON true JOIN LATERAL (SELECT page_2.given_name AS "givenName", link_25.value AS timeline) AS node_26 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_27 ON true) AS children) AS answer
