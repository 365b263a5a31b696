WITH after_18 AS 
(SELECT timeline_entry_19.day AS order_0, timeline_entry_19.id AS id, timeline_entry_19.kind AS kind 
FROM (SELECT child_20.country_code AS country_code, child_20.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind, child_20.birth_date AS day, child_20.id AS child_id, child_20.voided_at AS recorded_in_error 
FROM child AS child_20 
WHERE child_20.country_code = $1::VARCHAR UNION ALL SELECT child_21.country_code AS country_code, child_21.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind, child_21.enrolled_on AS day, child_21.id AS child_id, child_21.voided_at AS recorded_in_error 
FROM child AS child_21 
WHERE child_21.country_code = $1::VARCHAR UNION ALL SELECT child_22.country_code AS country_code, child_22.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind, child_22.died_on AS day, child_22.id AS child_id, child_22.voided_at AS recorded_in_error 
FROM child AS child_22 
WHERE child_22.country_code = $1::VARCHAR UNION ALL SELECT community_link_23.country_code AS country_code, community_link_23.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind, community_link_23.started_on AS day, community_link_23.child_file_id AS child_id, community_link_23.voided_at AS recorded_in_error 
FROM community_link AS community_link_23 
WHERE community_link_23.country_code = $1::VARCHAR UNION ALL SELECT placement_24.country_code AS country_code, placement_24.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, placement_24.started_on AS day, placement_24.child_file_id AS child_id, placement_24.voided_at AS recorded_in_error 
FROM placement AS placement_24 
WHERE placement_24.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_25.country_code AS country_code, placement_exception_25.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, placement_exception_25.dated AS day, placement_exception_25.child_file_id AS child_id, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error 
FROM placement_exception AS placement_exception_25 
WHERE placement_exception_25.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_26.country_code AS country_code, sibling_bond_26.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, sibling_bond_26.started_on AS day, sibling_bond_26.child_file_id AS child_id, sibling_bond_26.voided_at AS recorded_in_error 
FROM sibling_bond AS sibling_bond_26 
WHERE sibling_bond_26.country_code = $1::VARCHAR) AS timeline_entry_19 
WHERE timeline_entry_19.country_code = $1::VARCHAR AND timeline_entry_19.child_id IS NOT NULL AND timeline_entry_19.day IS NOT NULL AND timeline_entry_19.recorded_in_error IS NULL AND timeline_entry_19.country_code = $2::VARCHAR AND timeline_entry_19.id = $3::UUID AND timeline_entry_19.kind = $4::VARCHAR)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM after_18)] AS cursors 
FROM (SELECT (SELECT row_to_json(node_41.*) AS value 
FROM (SELECT 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind, child_2.birth_date AS day, child_2.id AS child_id, child_2.country_code AS country_code, child_2.voided_at AS recorded_in_error, child_2.id AS id 
FROM child AS child_2 
WHERE child_2.country_code = $1::VARCHAR UNION ALL SELECT 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind, child_3.enrolled_on AS day, child_3.id AS child_id, child_3.country_code AS country_code, child_3.voided_at AS recorded_in_error, child_3.id AS id 
FROM child AS child_3 
WHERE child_3.country_code = $1::VARCHAR UNION ALL SELECT 'CHILD_DIED_ON'::text COLLATE "C" AS kind, child_4.died_on AS day, child_4.id AS child_id, child_4.country_code AS country_code, child_4.voided_at AS recorded_in_error, child_4.id AS id 
FROM child AS child_4 
WHERE child_4.country_code = $1::VARCHAR UNION ALL SELECT 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind, community_link_5.started_on AS day, community_link_5.child_file_id AS child_id, community_link_5.country_code AS country_code, community_link_5.voided_at AS recorded_in_error, community_link_5.id AS id 
FROM community_link AS community_link_5 
WHERE community_link_5.country_code = $1::VARCHAR UNION ALL SELECT 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, placement_6.started_on AS day, placement_6.child_file_id AS child_id, placement_6.country_code AS country_code, placement_6.voided_at AS recorded_in_error, placement_6.id AS id 
FROM placement AS placement_6 
WHERE placement_6.country_code = $1::VARCHAR UNION ALL SELECT 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, placement_exception_7.dated AS day, placement_exception_7.child_file_id AS child_id, placement_exception_7.country_code AS country_code, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_7.id AS id 
FROM placement_exception AS placement_exception_7 
WHERE placement_exception_7.country_code = $1::VARCHAR UNION ALL SELECT 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, sibling_bond_8.started_on AS day, sibling_bond_8.child_file_id AS child_id, sibling_bond_8.country_code AS country_code, sibling_bond_8.voided_at AS recorded_in_error, sibling_bond_8.id AS id 
FROM sibling_bond AS sibling_bond_8 
WHERE sibling_bond_8.country_code = $1::VARCHAR) AS timeline_entry_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_39.*) AS value 
FROM child AS child_9 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_37.*) AS value 
FROM (SELECT coalesce(json_agg(rows_18.part_1), '[]'::json) AS part_1, (array_agg(rows_18.cursor))[1] AS start_cursor, coalesce(bool_or(rows_18.more), false) AS more 
FROM (SELECT row_to_json(edge_28.*) AS part_1, (((('0c2d92e263.' || page_18.country_code) || '_') || CAST(page_18.id AS TEXT)) || '_') || page_18.kind AS cursor, page_18.fetched > $5::BIGINT AS more 
FROM (SELECT fetched_18.country_code AS country_code, fetched_18.id AS id, fetched_18.kind AS kind, fetched_18.day AS day, fetched_18.order_0 AS order_0, count(*) OVER () AS fetched 
FROM (SELECT timeline_entry_10.country_code AS country_code, timeline_entry_10.id AS id, timeline_entry_10.kind AS kind, timeline_entry_10.day AS day, timeline_entry_10.day AS order_0 
FROM (SELECT child_11.country_code AS country_code, child_11.id AS child_id, child_11.birth_date AS day, child_11.voided_at AS recorded_in_error, child_11.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_11 
WHERE child_11.country_code = $1::VARCHAR UNION ALL SELECT child_12.country_code AS country_code, child_12.id AS child_id, child_12.enrolled_on AS day, child_12.voided_at AS recorded_in_error, child_12.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_12 
WHERE child_12.country_code = $1::VARCHAR UNION ALL SELECT child_13.country_code AS country_code, child_13.id AS child_id, child_13.died_on AS day, child_13.voided_at AS recorded_in_error, child_13.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_13 
WHERE child_13.country_code = $1::VARCHAR UNION ALL SELECT community_link_14.country_code AS country_code, community_link_14.child_file_id AS child_id, community_link_14.started_on AS day, community_link_14.voided_at AS recorded_in_error, community_link_14.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_14 
WHERE community_link_14.country_code = $1::VARCHAR UNION ALL SELECT placement_15.country_code AS country_code, placement_15.child_file_id AS child_id, placement_15.started_on AS day, placement_15.voided_at AS recorded_in_error, placement_15.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_15 
WHERE placement_15.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_16.country_code AS country_code, placement_exception_16.child_file_id AS child_id, placement_exception_16.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_16.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_16 
WHERE placement_exception_16.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_17.country_code AS country_code, sibling_bond_17.child_file_id AS child_id, sibling_bond_17.started_on AS day, sibling_bond_17.voided_at AS recorded_in_error, sibling_bond_17.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_17 
WHERE sibling_bond_17.country_code = $1::VARCHAR) AS timeline_entry_10 
WHERE timeline_entry_10.child_id = child_9.id AND timeline_entry_10.country_code = $1::VARCHAR AND timeline_entry_10.child_id IS NOT NULL AND timeline_entry_10.day IS NOT NULL AND timeline_entry_10.recorded_in_error IS NULL AND (timeline_entry_10.day, timeline_entry_10.id, timeline_entry_10.kind) < ((SELECT after_18.order_0 
FROM after_18), (SELECT after_18.id 
FROM after_18), (SELECT after_18.kind 
FROM after_18)) ORDER BY timeline_entry_10.day DESC, timeline_entry_10.id DESC, timeline_entry_10.kind DESC 
 LIMIT $5::BIGINT + 1) AS fetched_18 ORDER BY fetched_18.order_0 DESC, fetched_18.id DESC, fetched_18.kind DESC 
 LIMIT $5::BIGINT) AS page_18 JOIN LATERAL (SELECT page_18.kind AS kind, page_18.day AS day) AS node_27 ON true JOIN LATERAL (SELECT (((('0c2d92e263.' || page_18.country_code) || '_') || CAST(page_18.id AS TEXT)) || '_') || page_18.kind AS cursor, row_to_json(node_27.*) AS node) AS edge_28 ON true ORDER BY page_18.order_0 DESC, page_18.id DESC, page_18.kind DESC) AS rows_18) AS gathered_18 JOIN LATERAL (SELECT JSON_OBJECT('hasPreviousPage' : EXISTS (SELECT 1 
FROM (SELECT child_30.country_code AS country_code, child_30.id AS child_id, child_30.birth_date AS day, child_30.voided_at AS recorded_in_error, child_30.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_30 
WHERE child_30.country_code = $1::VARCHAR UNION ALL SELECT child_31.country_code AS country_code, child_31.id AS child_id, child_31.enrolled_on AS day, child_31.voided_at AS recorded_in_error, child_31.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_31 
WHERE child_31.country_code = $1::VARCHAR UNION ALL SELECT child_32.country_code AS country_code, child_32.id AS child_id, child_32.died_on AS day, child_32.voided_at AS recorded_in_error, child_32.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_32 
WHERE child_32.country_code = $1::VARCHAR UNION ALL SELECT community_link_33.country_code AS country_code, community_link_33.child_file_id AS child_id, community_link_33.started_on AS day, community_link_33.voided_at AS recorded_in_error, community_link_33.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_33 
WHERE community_link_33.country_code = $1::VARCHAR UNION ALL SELECT placement_34.country_code AS country_code, placement_34.child_file_id AS child_id, placement_34.started_on AS day, placement_34.voided_at AS recorded_in_error, placement_34.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_34 
WHERE placement_34.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_35.country_code AS country_code, placement_exception_35.child_file_id AS child_id, placement_exception_35.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_35.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_35 
WHERE placement_exception_35.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_36.country_code AS country_code, sibling_bond_36.child_file_id AS child_id, sibling_bond_36.started_on AS day, sibling_bond_36.voided_at AS recorded_in_error, sibling_bond_36.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_36 
WHERE sibling_bond_36.country_code = $1::VARCHAR) AS timeline_entry_29 
WHERE timeline_entry_29.child_id = child_9.id AND timeline_entry_29.country_code = $1::VARCHAR AND timeline_entry_29.child_id IS NOT NULL AND timeline_entry_29.day IS NOT NULL AND timeline_entry_29.recorded_in_error IS NULL AND (timeline_entry_29.day, timeline_entry_29.id, timeline_entry_29.kind) >= ((SELECT after_18.order_0 
FROM after_18), (SELECT after_18.id 
FROM after_18), (SELECT after_18.kind 
FROM after_18))), 'hasNextPage' : gathered_18.more, 'startCursor' : gathered_18.start_cursor RETURNING json) AS "pageInfo", gathered_18.part_1 AS edges) AS connection_37 ON true 
WHERE EXISTS (SELECT 1 
FROM after_18)) AS link_38 ON true JOIN LATERAL (SELECT link_38.value AS timeline) AS node_39 ON true 
WHERE child_9.id = timeline_entry_1.child_id AND child_9.country_code = $1::VARCHAR AND child_9.voided_at IS NULL) AS link_40 ON true JOIN LATERAL (SELECT timeline_entry_1.kind AS kind, timeline_entry_1.day AS day, link_40.value AS child) AS node_41 ON true 
WHERE timeline_entry_1.country_code = $1::VARCHAR AND timeline_entry_1.child_id IS NOT NULL AND timeline_entry_1.day IS NOT NULL AND timeline_entry_1.recorded_in_error IS NULL AND timeline_entry_1.country_code = $6::VARCHAR AND timeline_entry_1.id = $7::UUID AND timeline_entry_1.kind = $8::VARCHAR) AS "timelineEntry") AS answer
