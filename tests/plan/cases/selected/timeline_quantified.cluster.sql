SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_37.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_19.*) AS part_1 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.given_name AS given_name 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM (SELECT child_4.id AS child_id, child_4.country_code AS country_code, child_4.birth_date AS day, child_4.voided_at AS recorded_in_error, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_4 
WHERE child_4.country_code = $1::VARCHAR UNION ALL SELECT child_5.id AS child_id, child_5.country_code AS country_code, child_5.enrolled_on AS day, child_5.voided_at AS recorded_in_error, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_5 
WHERE child_5.country_code = $1::VARCHAR UNION ALL SELECT child_6.id AS child_id, child_6.country_code AS country_code, child_6.died_on AS day, child_6.voided_at AS recorded_in_error, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_6 
WHERE child_6.country_code = $1::VARCHAR UNION ALL SELECT community_link_7.child_file_id AS child_id, community_link_7.country_code AS country_code, community_link_7.started_on AS day, community_link_7.voided_at AS recorded_in_error, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_7 
WHERE community_link_7.country_code = $1::VARCHAR UNION ALL SELECT placement_8.child_file_id AS child_id, placement_8.country_code AS country_code, placement_8.started_on AS day, placement_8.voided_at AS recorded_in_error, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_8 
WHERE placement_8.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_9.child_file_id AS child_id, placement_exception_9.country_code AS country_code, placement_exception_9.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_9 
WHERE placement_exception_9.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_10.child_file_id AS child_id, sibling_bond_10.country_code AS country_code, sibling_bond_10.started_on AS day, sibling_bond_10.voided_at AS recorded_in_error, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_10 
WHERE sibling_bond_10.country_code = $1::VARCHAR) AS timeline_entry_3 
WHERE timeline_entry_3.child_id = child_1.id AND timeline_entry_3.country_code = $1::VARCHAR AND timeline_entry_3.child_id IS NOT NULL AND timeline_entry_3.day IS NOT NULL AND timeline_entry_3.recorded_in_error IS NULL AND timeline_entry_3.kind = $2::VARCHAR AND timeline_entry_3.day >= $3::DATE)) AND NOT (EXISTS (SELECT 1 
FROM (SELECT child_12.id AS child_id, child_12.country_code AS country_code, child_12.birth_date AS day, child_12.voided_at AS recorded_in_error, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_12 
WHERE child_12.country_code = $1::VARCHAR UNION ALL SELECT child_13.id AS child_id, child_13.country_code AS country_code, child_13.enrolled_on AS day, child_13.voided_at AS recorded_in_error, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_13 
WHERE child_13.country_code = $1::VARCHAR UNION ALL SELECT child_14.id AS child_id, child_14.country_code AS country_code, child_14.died_on AS day, child_14.voided_at AS recorded_in_error, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_14 
WHERE child_14.country_code = $1::VARCHAR UNION ALL SELECT community_link_15.child_file_id AS child_id, community_link_15.country_code AS country_code, community_link_15.started_on AS day, community_link_15.voided_at AS recorded_in_error, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_15 
WHERE community_link_15.country_code = $1::VARCHAR UNION ALL SELECT placement_16.child_file_id AS child_id, placement_16.country_code AS country_code, placement_16.started_on AS day, placement_16.voided_at AS recorded_in_error, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_16 
WHERE placement_16.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_17.child_file_id AS child_id, placement_exception_17.country_code AS country_code, placement_exception_17.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_17 
WHERE placement_exception_17.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_18.child_file_id AS child_id, sibling_bond_18.country_code AS country_code, sibling_bond_18.started_on AS day, sibling_bond_18.voided_at AS recorded_in_error, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_18 
WHERE sibling_bond_18.country_code = $1::VARCHAR) AS timeline_entry_11 
WHERE timeline_entry_11.child_id = child_1.id AND timeline_entry_11.country_code = $1::VARCHAR AND timeline_entry_11.child_id IS NOT NULL AND timeline_entry_11.day IS NOT NULL AND timeline_entry_11.recorded_in_error IS NULL AND timeline_entry_11.kind = $4::VARCHAR)) ORDER BY child_1.id ASC 
 LIMIT 3) AS page_2 JOIN LATERAL (SELECT page_2.given_name AS "givenName") AS node_19 ON true ORDER BY page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM child AS child_20 
WHERE child_20.country_code = $1::VARCHAR AND child_20.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM (SELECT child_22.id AS child_id, child_22.country_code AS country_code, child_22.birth_date AS day, child_22.voided_at AS recorded_in_error, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_22 
WHERE child_22.country_code = $1::VARCHAR UNION ALL SELECT child_23.id AS child_id, child_23.country_code AS country_code, child_23.enrolled_on AS day, child_23.voided_at AS recorded_in_error, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_23 
WHERE child_23.country_code = $1::VARCHAR UNION ALL SELECT child_24.id AS child_id, child_24.country_code AS country_code, child_24.died_on AS day, child_24.voided_at AS recorded_in_error, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_24 
WHERE child_24.country_code = $1::VARCHAR UNION ALL SELECT community_link_25.child_file_id AS child_id, community_link_25.country_code AS country_code, community_link_25.started_on AS day, community_link_25.voided_at AS recorded_in_error, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_25 
WHERE community_link_25.country_code = $1::VARCHAR UNION ALL SELECT placement_26.child_file_id AS child_id, placement_26.country_code AS country_code, placement_26.started_on AS day, placement_26.voided_at AS recorded_in_error, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_26 
WHERE placement_26.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_27.child_file_id AS child_id, placement_exception_27.country_code AS country_code, placement_exception_27.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_27 
WHERE placement_exception_27.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_28.child_file_id AS child_id, sibling_bond_28.country_code AS country_code, sibling_bond_28.started_on AS day, sibling_bond_28.voided_at AS recorded_in_error, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_28 
WHERE sibling_bond_28.country_code = $1::VARCHAR) AS timeline_entry_21 
WHERE timeline_entry_21.child_id = child_20.id AND timeline_entry_21.country_code = $1::VARCHAR AND timeline_entry_21.child_id IS NOT NULL AND timeline_entry_21.day IS NOT NULL AND timeline_entry_21.recorded_in_error IS NULL AND timeline_entry_21.kind = $2::VARCHAR AND timeline_entry_21.day >= $3::DATE)) AND NOT (EXISTS (SELECT 1 
FROM (SELECT child_30.id AS child_id, child_30.country_code AS country_code, child_30.birth_date AS day, child_30.voided_at AS recorded_in_error, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_30 
WHERE child_30.country_code = $1::VARCHAR UNION ALL SELECT child_31.id AS child_id, child_31.country_code AS country_code, child_31.enrolled_on AS day, child_31.voided_at AS recorded_in_error, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_31 
WHERE child_31.country_code = $1::VARCHAR UNION ALL SELECT child_32.id AS child_id, child_32.country_code AS country_code, child_32.died_on AS day, child_32.voided_at AS recorded_in_error, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_32 
WHERE child_32.country_code = $1::VARCHAR UNION ALL SELECT community_link_33.child_file_id AS child_id, community_link_33.country_code AS country_code, community_link_33.started_on AS day, community_link_33.voided_at AS recorded_in_error, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_33 
WHERE community_link_33.country_code = $1::VARCHAR UNION ALL SELECT placement_34.child_file_id AS child_id, placement_34.country_code AS country_code, placement_34.started_on AS day, placement_34.voided_at AS recorded_in_error, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_34 
WHERE placement_34.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_35.child_file_id AS child_id, placement_exception_35.country_code AS country_code, placement_exception_35.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_35 
WHERE placement_exception_35.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_36.child_file_id AS child_id, sibling_bond_36.country_code AS country_code, sibling_bond_36.started_on AS day, sibling_bond_36.voided_at AS recorded_in_error, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_36 
WHERE sibling_bond_36.country_code = $1::VARCHAR) AS timeline_entry_29 
WHERE timeline_entry_29.child_id = child_20.id AND timeline_entry_29.country_code = $1::VARCHAR AND timeline_entry_29.child_id IS NOT NULL AND timeline_entry_29.day IS NOT NULL AND timeline_entry_29.recorded_in_error IS NULL AND timeline_entry_29.kind = $4::VARCHAR))) AS "totalCount", gathered_2.part_1 AS nodes) AS connection_37 ON true) AS children) AS answer
