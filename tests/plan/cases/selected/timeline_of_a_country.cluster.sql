SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_25.*) AS value 
FROM (SELECT coalesce(json_agg(rows_9.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_15.*) AS part_1 
FROM (SELECT timeline_entry_1.country_code AS country_code, timeline_entry_1.id AS id, timeline_entry_1.kind AS kind, timeline_entry_1.day AS day, timeline_entry_1.child_id AS child_id, child_11.family_name_order AS order_0, timeline_entry_1.day AS order_1 
FROM (SELECT child_2.country_code AS country_code, child_2.id AS child_id, child_2.birth_date AS day, child_2.voided_at AS recorded_in_error, child_2.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_2 
WHERE child_2.country_code = $1::VARCHAR UNION ALL SELECT child_3.country_code AS country_code, child_3.id AS child_id, child_3.enrolled_on AS day, child_3.voided_at AS recorded_in_error, child_3.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_3 
WHERE child_3.country_code = $1::VARCHAR UNION ALL SELECT child_4.country_code AS country_code, child_4.id AS child_id, child_4.died_on AS day, child_4.voided_at AS recorded_in_error, child_4.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_4 
WHERE child_4.country_code = $1::VARCHAR UNION ALL SELECT community_link_5.country_code AS country_code, community_link_5.child_file_id AS child_id, community_link_5.started_on AS day, community_link_5.voided_at AS recorded_in_error, community_link_5.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_5 
WHERE community_link_5.country_code = $1::VARCHAR UNION ALL SELECT placement_6.country_code AS country_code, placement_6.child_file_id AS child_id, placement_6.started_on AS day, placement_6.voided_at AS recorded_in_error, placement_6.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_6 
WHERE placement_6.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_7.country_code AS country_code, placement_exception_7.child_file_id AS child_id, placement_exception_7.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_7.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_7 
WHERE placement_exception_7.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_8.country_code AS country_code, sibling_bond_8.child_file_id AS child_id, sibling_bond_8.started_on AS day, sibling_bond_8.voided_at AS recorded_in_error, sibling_bond_8.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_8 
WHERE sibling_bond_8.country_code = $1::VARCHAR) AS timeline_entry_1 LEFT OUTER JOIN child AS child_11 ON child_11.id = timeline_entry_1.child_id AND child_11.country_code = $1::VARCHAR AND child_11.voided_at IS NULL 
WHERE timeline_entry_1.country_code = $1::VARCHAR AND timeline_entry_1.child_id IS NOT NULL AND timeline_entry_1.day IS NOT NULL AND timeline_entry_1.recorded_in_error IS NULL AND timeline_entry_1.day >= $2::DATE AND (EXISTS (SELECT 1 
FROM child AS child_10 
WHERE child_10.id = timeline_entry_1.child_id AND child_10.country_code = $1::VARCHAR AND child_10.voided_at IS NULL AND child_10.given_name >= $3::VARCHAR)) ORDER BY child_11.family_name_order DESC, timeline_entry_1.day DESC, timeline_entry_1.id DESC, timeline_entry_1.kind DESC 
 LIMIT 4) AS page_9 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_13.*) AS value 
FROM child AS child_12 JOIN LATERAL (SELECT child_12.family_name AS "familyName") AS node_13 ON true 
WHERE child_12.id = page_9.child_id AND child_12.country_code = $1::VARCHAR AND child_12.voided_at IS NULL) AS link_14 ON true JOIN LATERAL (SELECT page_9.kind AS kind, page_9.day AS day, link_14.value AS child) AS node_15 ON true ORDER BY page_9.order_0 DESC, page_9.order_1 DESC, page_9.id DESC, page_9.kind DESC) AS rows_9) AS gathered_9 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
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
WHERE timeline_entry_16.country_code = $1::VARCHAR AND timeline_entry_16.child_id IS NOT NULL AND timeline_entry_16.day IS NOT NULL AND timeline_entry_16.recorded_in_error IS NULL AND timeline_entry_16.day >= $2::DATE AND (EXISTS (SELECT 1 
FROM child AS child_24 
WHERE child_24.id = timeline_entry_16.child_id AND child_24.country_code = $1::VARCHAR AND child_24.voided_at IS NULL AND child_24.given_name >= $3::VARCHAR))) AS "totalCount", gathered_9.part_1 AS nodes) AS connection_25 ON true) AS "timelineEntries") AS answer
