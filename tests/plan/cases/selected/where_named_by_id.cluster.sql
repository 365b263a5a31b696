SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_9.*) AS value 
FROM (SELECT child_2.birth_date AS day, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind, child_2.country_code AS country_code, child_2.id AS id, child_2.id AS child_id, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error 
FROM child AS child_2 
WHERE child_2.country_code = $1::VARCHAR UNION ALL SELECT child_3.enrolled_on AS day, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind, child_3.country_code AS country_code, child_3.id AS id, child_3.id AS child_id, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error 
FROM child AS child_3 
WHERE child_3.country_code = $1::VARCHAR UNION ALL SELECT child_4.died_on AS day, 'CHILD_DIED_ON'::text COLLATE "C" AS kind, child_4.country_code AS country_code, child_4.id AS id, child_4.id AS child_id, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error 
FROM child AS child_4 
WHERE child_4.country_code = $1::VARCHAR UNION ALL SELECT community_link_5.started_on AS day, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind, community_link_5.country_code AS country_code, community_link_5.id AS id, community_link_5.child_id AS child_id, community_link_5.voided_at AS recorded_in_error 
FROM community_link AS community_link_5 
WHERE community_link_5.country_code = $1::VARCHAR UNION ALL SELECT placement_6.started_on AS day, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, placement_6.country_code AS country_code, placement_6.id AS id, placement_6.child_id AS child_id, placement_6.voided_at AS recorded_in_error 
FROM placement AS placement_6 
WHERE placement_6.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_7.dated AS day, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, placement_exception_7.country_code AS country_code, placement_exception_7.id AS id, placement_exception_7.child_id AS child_id, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error 
FROM placement_exception AS placement_exception_7 
WHERE placement_exception_7.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_8.started_on AS day, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, sibling_bond_8.country_code AS country_code, sibling_bond_8.id AS id, sibling_bond_8.child_id AS child_id, sibling_bond_8.voided_at AS recorded_in_error 
FROM sibling_bond AS sibling_bond_8 
WHERE sibling_bond_8.country_code = $1::VARCHAR) AS timeline_entry_1 JOIN LATERAL (SELECT 'TimelineEntry' AS __typename, timeline_entry_1.day AS day, coalesce(CASE WHEN (timeline_entry_1.kind IN ('CHILD_BIRTH_DATE', 'CHILD_ENROLLED_ON', 'CHILD_DIED_ON')) THEN JSON_OBJECT('id' : (('Child_' || timeline_entry_1.country_code) || '_') || CAST(timeline_entry_1.id AS TEXT) RETURNING json) END, CASE WHEN (timeline_entry_1.kind IN ('COMMUNITY_LINK_STARTED_ON')) THEN JSON_OBJECT('id' : (('CommunityLink_' || timeline_entry_1.country_code) || '_') || CAST(timeline_entry_1.id AS TEXT) RETURNING json) END, CASE WHEN (timeline_entry_1.kind IN ('PLACEMENT_STARTED_ON')) THEN JSON_OBJECT('id' : (('Placement_' || timeline_entry_1.country_code) || '_') || CAST(timeline_entry_1.id AS TEXT) RETURNING json) END, CASE WHEN (timeline_entry_1.kind IN ('PLACEMENT_EXCEPTION_DATED')) THEN JSON_OBJECT('id' : (('PlacementException_' || timeline_entry_1.country_code) || '_') || CAST(timeline_entry_1.id AS TEXT) RETURNING json) END, CASE WHEN (timeline_entry_1.kind IN ('SIBLING_BOND_STARTED_ON')) THEN JSON_OBJECT('id' : (('SiblingBond_' || timeline_entry_1.country_code) || '_') || CAST(timeline_entry_1.id AS TEXT) RETURNING json) END) AS row) AS node_9 ON true 
WHERE timeline_entry_1.country_code = $1::VARCHAR AND timeline_entry_1.child_id IS NOT NULL AND timeline_entry_1.day IS NOT NULL AND timeline_entry_1.recorded_in_error IS NULL AND timeline_entry_1.country_code = $2::VARCHAR AND timeline_entry_1.id = $3::UUID AND timeline_entry_1.kind = $4::VARCHAR) AS node, (SELECT coalesce(json_agg(coalesce(found_12.rows -> anon_1.id, found_22.rows -> anon_1.id) ORDER BY anon_1.n), '[]'::json) AS value 
FROM unnest($5::TEXT[]) WITH ORDINALITY AS anon_1(id, n) JOIN (SELECT json_object_agg((('Child_' || child_10.country_code) || '_') || CAST(child_10.id AS TEXT), row_to_json(node_11.*)) AS rows 
FROM child AS child_10 JOIN LATERAL (SELECT (('Child_' || child_10.country_code) || '_') || CAST(child_10.id AS TEXT) AS id) AS node_11 ON true 
WHERE child_10.country_code = $1::VARCHAR AND child_10.id = ANY ($6::UUID[]) AND ((child_10.country_code || '_') || CAST(child_10.id AS TEXT)) = ANY ($7::TEXT[])) AS found_12 ON true JOIN (SELECT json_object_agg((((('TimelineEntry_' || timeline_entry_13.country_code) || '_') || CAST(timeline_entry_13.id AS TEXT)) || '_') || timeline_entry_13.kind, row_to_json(node_21.*)) AS rows 
FROM (SELECT child_14.country_code AS country_code, child_14.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind, child_14.id AS child_id, child_14.birth_date AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error 
FROM child AS child_14 
WHERE child_14.country_code = $1::VARCHAR UNION ALL SELECT child_15.country_code AS country_code, child_15.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind, child_15.id AS child_id, child_15.enrolled_on AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error 
FROM child AS child_15 
WHERE child_15.country_code = $1::VARCHAR UNION ALL SELECT child_16.country_code AS country_code, child_16.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind, child_16.id AS child_id, child_16.died_on AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error 
FROM child AS child_16 
WHERE child_16.country_code = $1::VARCHAR UNION ALL SELECT community_link_17.country_code AS country_code, community_link_17.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind, community_link_17.child_id AS child_id, community_link_17.started_on AS day, community_link_17.voided_at AS recorded_in_error 
FROM community_link AS community_link_17 
WHERE community_link_17.country_code = $1::VARCHAR UNION ALL SELECT placement_18.country_code AS country_code, placement_18.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, placement_18.child_id AS child_id, placement_18.started_on AS day, placement_18.voided_at AS recorded_in_error 
FROM placement AS placement_18 
WHERE placement_18.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_19.country_code AS country_code, placement_exception_19.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, placement_exception_19.child_id AS child_id, placement_exception_19.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error 
FROM placement_exception AS placement_exception_19 
WHERE placement_exception_19.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_20.country_code AS country_code, sibling_bond_20.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, sibling_bond_20.child_id AS child_id, sibling_bond_20.started_on AS day, sibling_bond_20.voided_at AS recorded_in_error 
FROM sibling_bond AS sibling_bond_20 
WHERE sibling_bond_20.country_code = $1::VARCHAR) AS timeline_entry_13 JOIN LATERAL (SELECT (((('TimelineEntry_' || timeline_entry_13.country_code) || '_') || CAST(timeline_entry_13.id AS TEXT)) || '_') || timeline_entry_13.kind AS id) AS node_21 ON true 
WHERE timeline_entry_13.country_code = $1::VARCHAR AND timeline_entry_13.child_id IS NOT NULL AND timeline_entry_13.day IS NOT NULL AND timeline_entry_13.recorded_in_error IS NULL AND timeline_entry_13.id = ANY ($8::UUID[]) AND ((((timeline_entry_13.country_code || '_') || CAST(timeline_entry_13.id AS TEXT)) || '_') || timeline_entry_13.kind) = ANY ($9::TEXT[])) AS found_22 ON true) AS nodes, (SELECT row_to_json(connection_33.*) AS value 
FROM (SELECT coalesce(json_agg(rows_31.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_32.*) AS part_0 
FROM (SELECT timeline_entry_23.country_code AS country_code, timeline_entry_23.id AS id, timeline_entry_23.kind AS kind, timeline_entry_23.day AS order_0 
FROM (SELECT child_24.country_code AS country_code, child_24.id AS child_id, child_24.birth_date AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, child_24.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_24 
WHERE child_24.country_code = $1::VARCHAR UNION ALL SELECT child_25.country_code AS country_code, child_25.id AS child_id, child_25.enrolled_on AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, child_25.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_25 
WHERE child_25.country_code = $1::VARCHAR UNION ALL SELECT child_26.country_code AS country_code, child_26.id AS child_id, child_26.died_on AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, child_26.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_26 
WHERE child_26.country_code = $1::VARCHAR UNION ALL SELECT community_link_27.country_code AS country_code, community_link_27.child_id AS child_id, community_link_27.started_on AS day, community_link_27.voided_at AS recorded_in_error, community_link_27.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_27 
WHERE community_link_27.country_code = $1::VARCHAR UNION ALL SELECT placement_28.country_code AS country_code, placement_28.child_id AS child_id, placement_28.started_on AS day, placement_28.voided_at AS recorded_in_error, placement_28.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_28 
WHERE placement_28.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_29.country_code AS country_code, placement_exception_29.child_id AS child_id, placement_exception_29.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_29.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_29 
WHERE placement_exception_29.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_30.country_code AS country_code, sibling_bond_30.child_id AS child_id, sibling_bond_30.started_on AS day, sibling_bond_30.voided_at AS recorded_in_error, sibling_bond_30.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_30 
WHERE sibling_bond_30.country_code = $1::VARCHAR) AS timeline_entry_23 
WHERE timeline_entry_23.country_code = $1::VARCHAR AND timeline_entry_23.child_id IS NOT NULL AND timeline_entry_23.day IS NOT NULL AND timeline_entry_23.recorded_in_error IS NULL AND timeline_entry_23.id = ANY ($10::UUID[]) AND ((((timeline_entry_23.country_code || '_') || CAST(timeline_entry_23.id AS TEXT)) || '_') || timeline_entry_23.kind) = ANY ($11::TEXT[]) ORDER BY timeline_entry_23.day DESC, timeline_entry_23.id DESC, timeline_entry_23.kind DESC 
 LIMIT 50) AS page_31 JOIN LATERAL (SELECT (((('TimelineEntry_' || page_31.country_code) || '_') || CAST(page_31.id AS TEXT)) || '_') || page_31.kind AS id, page_31.kind AS kind) AS node_32 ON true ORDER BY page_31.order_0 DESC, page_31.id DESC, page_31.kind DESC) AS rows_31) AS gathered_31 JOIN LATERAL (SELECT gathered_31.part_0 AS nodes) AS connection_33 ON true) AS "timelineEntries") AS answer
