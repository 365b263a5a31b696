SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_16.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_15.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.case_number_order AS order_0 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL ORDER BY child_1.case_number_order ASC, child_1.id ASC 
 LIMIT 1) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_13.*) AS value 
FROM (SELECT coalesce(json_agg(rows_11.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_12.*) AS part_0 
FROM (SELECT timeline_entry_3.country_code AS country_code, timeline_entry_3.id AS id, timeline_entry_3.kind AS kind, timeline_entry_3.day AS order_0 
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
WHERE timeline_entry_3.child_id = page_2.id AND timeline_entry_3.country_code = $1::VARCHAR AND timeline_entry_3.child_id IS NOT NULL AND timeline_entry_3.day IS NOT NULL AND timeline_entry_3.recorded_in_error IS NULL ORDER BY timeline_entry_3.day DESC, timeline_entry_3.id DESC, timeline_entry_3.kind DESC 
 LIMIT 4) AS page_11 JOIN LATERAL (SELECT coalesce(CASE WHEN (page_11.kind IN ('CHILD_BIRTH_DATE', 'CHILD_ENROLLED_ON', 'CHILD_DIED_ON')) THEN JSON_OBJECT('__typename' : 'Child', 'id' : (('Child_' || page_11.country_code) || '_') || CAST(page_11.id AS TEXT) RETURNING json) END, CASE WHEN (page_11.kind IN ('COMMUNITY_LINK_STARTED_ON')) THEN JSON_OBJECT('__typename' : 'CommunityLink', 'id' : (('CommunityLink_' || page_11.country_code) || '_') || CAST(page_11.id AS TEXT) RETURNING json) END, CASE WHEN (page_11.kind IN ('PLACEMENT_STARTED_ON')) THEN JSON_OBJECT('__typename' : 'Placement', 'id' : (('Placement_' || page_11.country_code) || '_') || CAST(page_11.id AS TEXT) RETURNING json) END, CASE WHEN (page_11.kind IN ('PLACEMENT_EXCEPTION_DATED')) THEN JSON_OBJECT('__typename' : 'PlacementException', 'id' : (('PlacementException_' || page_11.country_code) || '_') || CAST(page_11.id AS TEXT) RETURNING json) END, CASE WHEN (page_11.kind IN ('SIBLING_BOND_STARTED_ON')) THEN JSON_OBJECT('__typename' : 'SiblingBond', 'id' : (('SiblingBond_' || page_11.country_code) || '_') || CAST(page_11.id AS TEXT) RETURNING json) END) AS row) AS node_12 ON true ORDER BY page_11.order_0 DESC, page_11.id DESC, page_11.kind DESC) AS rows_11) AS gathered_11 JOIN LATERAL (SELECT gathered_11.part_0 AS nodes) AS connection_13 ON true) AS link_14 ON true JOIN LATERAL (SELECT link_14.value AS timeline) AS node_15 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_16 ON true) AS children) AS answer
