SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_24.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_23.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.case_number_order AS order_0 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL ORDER BY child_1.case_number_order ASC, child_1.id ASC 
 LIMIT 2) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_21.*) AS value 
FROM (SELECT coalesce(json_agg(rows_11.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_12.*) AS part_1 
FROM (SELECT timeline_entry_3.country_code AS country_code, timeline_entry_3.id AS id, timeline_entry_3.kind AS kind, timeline_entry_3.day AS day, timeline_entry_3.day AS order_0 
FROM (SELECT child_4.country_code AS country_code, child_4.id AS child_id, child_4.birth_date AS day, child_4.voided_at AS recorded_in_error, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, child_4.id AS id 
FROM child AS child_4 
WHERE child_4.country_code = $1::VARCHAR UNION ALL SELECT child_5.country_code AS country_code, child_5.id AS child_id, child_5.enrolled_on AS day, child_5.voided_at AS recorded_in_error, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, child_5.id AS id 
FROM child AS child_5 
WHERE child_5.country_code = $1::VARCHAR UNION ALL SELECT child_6.country_code AS country_code, child_6.id AS child_id, child_6.died_on AS day, child_6.voided_at AS recorded_in_error, 'CHILD_DIED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, child_6.id AS id 
FROM child AS child_6 
WHERE child_6.country_code = $1::VARCHAR UNION ALL SELECT community_link_7.country_code AS country_code, community_link_7.child_file_id AS child_id, community_link_7.started_on AS day, community_link_7.voided_at AS recorded_in_error, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind, community_link_7.ended_on AS ended_on, community_link_7.id AS id 
FROM community_link AS community_link_7 
WHERE community_link_7.country_code = $1::VARCHAR UNION ALL SELECT placement_8.country_code AS country_code, placement_8.child_file_id AS child_id, placement_8.started_on AS day, placement_8.voided_at AS recorded_in_error, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, placement_8.ended_on AS ended_on, placement_8.id AS id 
FROM placement AS placement_8 
WHERE placement_8.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_9.country_code AS country_code, placement_exception_9.child_file_id AS child_id, placement_exception_9.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, placement_exception_9.id AS id 
FROM placement_exception AS placement_exception_9 
WHERE placement_exception_9.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_10.country_code AS country_code, sibling_bond_10.child_file_id AS child_id, sibling_bond_10.started_on AS day, sibling_bond_10.voided_at AS recorded_in_error, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, sibling_bond_10.ended_on AS ended_on, sibling_bond_10.id AS id 
FROM sibling_bond AS sibling_bond_10 
WHERE sibling_bond_10.country_code = $1::VARCHAR) AS timeline_entry_3 
WHERE timeline_entry_3.child_id = page_2.id AND timeline_entry_3.country_code = $1::VARCHAR AND timeline_entry_3.child_id IS NOT NULL AND timeline_entry_3.day IS NOT NULL AND timeline_entry_3.recorded_in_error IS NULL AND timeline_entry_3.kind = ANY ($2::TEXT[]) AND timeline_entry_3.ended_on IS NOT NULL ORDER BY timeline_entry_3.day ASC, timeline_entry_3.id ASC, timeline_entry_3.kind ASC 
 LIMIT 20) AS page_11 JOIN LATERAL (SELECT page_11.kind AS kind, page_11.day AS day) AS node_12 ON true ORDER BY page_11.order_0 ASC, page_11.id ASC, page_11.kind ASC) AS rows_11) AS gathered_11 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM (SELECT child_14.country_code AS country_code, child_14.id AS child_id, child_14.birth_date AS day, child_14.voided_at AS recorded_in_error, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM child AS child_14 
WHERE child_14.country_code = $1::VARCHAR UNION ALL SELECT child_15.country_code AS country_code, child_15.id AS child_id, child_15.enrolled_on AS day, child_15.voided_at AS recorded_in_error, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM child AS child_15 
WHERE child_15.country_code = $1::VARCHAR UNION ALL SELECT child_16.country_code AS country_code, child_16.id AS child_id, child_16.died_on AS day, child_16.voided_at AS recorded_in_error, 'CHILD_DIED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM child AS child_16 
WHERE child_16.country_code = $1::VARCHAR UNION ALL SELECT community_link_17.country_code AS country_code, community_link_17.child_file_id AS child_id, community_link_17.started_on AS day, community_link_17.voided_at AS recorded_in_error, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind, community_link_17.ended_on AS ended_on 
FROM community_link AS community_link_17 
WHERE community_link_17.country_code = $1::VARCHAR UNION ALL SELECT placement_18.country_code AS country_code, placement_18.child_file_id AS child_id, placement_18.started_on AS day, placement_18.voided_at AS recorded_in_error, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, placement_18.ended_on AS ended_on 
FROM placement AS placement_18 
WHERE placement_18.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_19.country_code AS country_code, placement_exception_19.child_file_id AS child_id, placement_exception_19.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM placement_exception AS placement_exception_19 
WHERE placement_exception_19.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_20.country_code AS country_code, sibling_bond_20.child_file_id AS child_id, sibling_bond_20.started_on AS day, sibling_bond_20.voided_at AS recorded_in_error, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, sibling_bond_20.ended_on AS ended_on 
FROM sibling_bond AS sibling_bond_20 
WHERE sibling_bond_20.country_code = $1::VARCHAR) AS timeline_entry_13 
WHERE timeline_entry_13.child_id = page_2.id AND timeline_entry_13.country_code = $1::VARCHAR AND timeline_entry_13.child_id IS NOT NULL AND timeline_entry_13.day IS NOT NULL AND timeline_entry_13.recorded_in_error IS NULL AND timeline_entry_13.kind = ANY ($2::TEXT[]) AND timeline_entry_13.ended_on IS NOT NULL) AS "totalCount", gathered_11.part_1 AS nodes) AS connection_21 ON true) AS link_22 ON true JOIN LATERAL (SELECT link_22.value AS timeline) AS node_23 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_24 ON true) AS children) AS answer
