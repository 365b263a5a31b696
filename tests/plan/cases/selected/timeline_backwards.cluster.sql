WITH before_11 AS 
(SELECT timeline_entry_12.day AS order_0, timeline_entry_12.id AS id, timeline_entry_12.kind AS kind 
FROM (SELECT child_13.country_code AS country_code, child_13.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind, child_13.birth_date AS day, child_13.id AS child_id, child_13.voided_at AS recorded_in_error 
FROM child AS child_13 
WHERE child_13.country_code = $1::VARCHAR UNION ALL SELECT child_14.country_code AS country_code, child_14.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind, child_14.enrolled_on AS day, child_14.id AS child_id, child_14.voided_at AS recorded_in_error 
FROM child AS child_14 
WHERE child_14.country_code = $1::VARCHAR UNION ALL SELECT child_15.country_code AS country_code, child_15.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind, child_15.died_on AS day, child_15.id AS child_id, child_15.voided_at AS recorded_in_error 
FROM child AS child_15 
WHERE child_15.country_code = $1::VARCHAR UNION ALL SELECT community_link_16.country_code AS country_code, community_link_16.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind, community_link_16.started_on AS day, community_link_16.child_file_id AS child_id, community_link_16.voided_at AS recorded_in_error 
FROM community_link AS community_link_16 
WHERE community_link_16.country_code = $1::VARCHAR UNION ALL SELECT placement_17.country_code AS country_code, placement_17.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, placement_17.started_on AS day, placement_17.child_file_id AS child_id, placement_17.voided_at AS recorded_in_error 
FROM placement AS placement_17 
WHERE placement_17.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_18.country_code AS country_code, placement_exception_18.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, placement_exception_18.dated AS day, placement_exception_18.child_file_id AS child_id, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error 
FROM placement_exception AS placement_exception_18 
WHERE placement_exception_18.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_19.country_code AS country_code, sibling_bond_19.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, sibling_bond_19.started_on AS day, sibling_bond_19.child_file_id AS child_id, sibling_bond_19.voided_at AS recorded_in_error 
FROM sibling_bond AS sibling_bond_19 
WHERE sibling_bond_19.country_code = $1::VARCHAR) AS timeline_entry_12 
WHERE timeline_entry_12.country_code = $1::VARCHAR AND timeline_entry_12.child_id IS NOT NULL AND timeline_entry_12.day IS NOT NULL AND timeline_entry_12.recorded_in_error IS NULL AND timeline_entry_12.country_code = $2::VARCHAR AND timeline_entry_12.id = $3::UUID AND timeline_entry_12.kind = $4::VARCHAR)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM before_11)] AS cursors 
FROM (SELECT (SELECT row_to_json(connection_32.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_31.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.case_number_order AS order_0 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL ORDER BY child_1.case_number_order ASC, child_1.id ASC 
 LIMIT 1) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_29.*) AS value 
FROM (SELECT coalesce(json_agg(rows_11.part_1), '[]'::json) AS part_1, coalesce(bool_or(rows_11.more), false) AS more 
FROM (SELECT row_to_json(node_20.*) AS part_1, page_11.fetched > 2 AS more 
FROM (SELECT fetched_11.country_code AS country_code, fetched_11.id AS id, fetched_11.kind AS kind, fetched_11.day AS day, fetched_11.order_0 AS order_0, count(*) OVER () AS fetched 
FROM (SELECT timeline_entry_3.country_code AS country_code, timeline_entry_3.id AS id, timeline_entry_3.kind AS kind, timeline_entry_3.day AS day, timeline_entry_3.day AS order_0 
FROM (SELECT child_4.country_code AS country_code, child_4.id AS child_id, child_4.birth_date AS day, child_4.voided_at AS recorded_in_error, child_4.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_4 
WHERE child_4.country_code = $1::VARCHAR UNION ALL SELECT child_5.country_code AS country_code, child_5.id AS child_id, child_5.enrolled_on AS day, child_5.voided_at AS recorded_in_error, child_5.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_5 
WHERE child_5.country_code = $1::VARCHAR UNION ALL SELECT child_6.country_code AS country_code, child_6.id AS child_id, child_6.died_on AS day, child_6.voided_at AS recorded_in_error, child_6.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_6 
WHERE child_6.country_code = $1::VARCHAR UNION ALL SELECT community_link_7.country_code AS country_code, community_link_7.child_file_id AS child_id, community_link_7.started_on AS day, community_link_7.voided_at AS recorded_in_error, community_link_7.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_7 
WHERE community_link_7.country_code = $1::VARCHAR UNION ALL SELECT placement_8.country_code AS country_code, placement_8.child_file_id AS child_id, placement_8.started_on AS day, placement_8.voided_at AS recorded_in_error, placement_8.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_8 
WHERE placement_8.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_9.country_code AS country_code, placement_exception_9.child_file_id AS child_id, placement_exception_9.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_9.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_9 
WHERE placement_exception_9.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_10.country_code AS country_code, sibling_bond_10.child_file_id AS child_id, sibling_bond_10.started_on AS day, sibling_bond_10.voided_at AS recorded_in_error, sibling_bond_10.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_10 
WHERE sibling_bond_10.country_code = $1::VARCHAR) AS timeline_entry_3 
WHERE timeline_entry_3.child_id = page_2.id AND timeline_entry_3.country_code = $1::VARCHAR AND timeline_entry_3.child_id IS NOT NULL AND timeline_entry_3.day IS NOT NULL AND timeline_entry_3.recorded_in_error IS NULL AND (timeline_entry_3.day, timeline_entry_3.id, timeline_entry_3.kind) > ((SELECT before_11.order_0 
FROM before_11), (SELECT before_11.id 
FROM before_11), (SELECT before_11.kind 
FROM before_11)) ORDER BY timeline_entry_3.day ASC, timeline_entry_3.id ASC, timeline_entry_3.kind ASC 
 LIMIT 3) AS fetched_11 ORDER BY fetched_11.order_0 ASC, fetched_11.id ASC, fetched_11.kind ASC 
 LIMIT 2) AS page_11 JOIN LATERAL (SELECT page_11.kind AS kind, page_11.day AS day) AS node_20 ON true ORDER BY page_11.order_0 DESC, page_11.id DESC, page_11.kind DESC) AS rows_11) AS gathered_11 JOIN LATERAL (SELECT JSON_OBJECT('hasPreviousPage' : gathered_11.more, 'hasNextPage' : EXISTS (SELECT 1 
FROM (SELECT child_22.country_code AS country_code, child_22.id AS child_id, child_22.birth_date AS day, child_22.voided_at AS recorded_in_error, child_22.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_22 
WHERE child_22.country_code = $1::VARCHAR UNION ALL SELECT child_23.country_code AS country_code, child_23.id AS child_id, child_23.enrolled_on AS day, child_23.voided_at AS recorded_in_error, child_23.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_23 
WHERE child_23.country_code = $1::VARCHAR UNION ALL SELECT child_24.country_code AS country_code, child_24.id AS child_id, child_24.died_on AS day, child_24.voided_at AS recorded_in_error, child_24.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_24 
WHERE child_24.country_code = $1::VARCHAR UNION ALL SELECT community_link_25.country_code AS country_code, community_link_25.child_file_id AS child_id, community_link_25.started_on AS day, community_link_25.voided_at AS recorded_in_error, community_link_25.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_25 
WHERE community_link_25.country_code = $1::VARCHAR UNION ALL SELECT placement_26.country_code AS country_code, placement_26.child_file_id AS child_id, placement_26.started_on AS day, placement_26.voided_at AS recorded_in_error, placement_26.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_26 
WHERE placement_26.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_27.country_code AS country_code, placement_exception_27.child_file_id AS child_id, placement_exception_27.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_27.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_27 
WHERE placement_exception_27.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_28.country_code AS country_code, sibling_bond_28.child_file_id AS child_id, sibling_bond_28.started_on AS day, sibling_bond_28.voided_at AS recorded_in_error, sibling_bond_28.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_28 
WHERE sibling_bond_28.country_code = $1::VARCHAR) AS timeline_entry_21 
WHERE timeline_entry_21.child_id = page_2.id AND timeline_entry_21.country_code = $1::VARCHAR AND timeline_entry_21.child_id IS NOT NULL AND timeline_entry_21.day IS NOT NULL AND timeline_entry_21.recorded_in_error IS NULL AND (timeline_entry_21.day, timeline_entry_21.id, timeline_entry_21.kind) <= ((SELECT before_11.order_0 
FROM before_11), (SELECT before_11.id 
FROM before_11), (SELECT before_11.kind 
FROM before_11))) RETURNING json) AS "pageInfo", gathered_11.part_1 AS nodes) AS connection_29 ON true 
WHERE EXISTS (SELECT 1 
FROM before_11)) AS link_30 ON true JOIN LATERAL (SELECT link_30.value AS timeline) AS node_31 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_32 ON true) AS children) AS answer
