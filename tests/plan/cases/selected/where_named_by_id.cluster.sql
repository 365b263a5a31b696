SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_9.*) AS value 
FROM (SELECT child_2.birth_date AS day, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind, child_2.country_code AS country_code, child_2.id AS id, child_2.id AS child_id, child_2.voided_at AS recorded_in_error 
FROM child AS child_2 
WHERE child_2.country_code = $1::VARCHAR UNION ALL SELECT child_3.enrolled_on AS day, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind, child_3.country_code AS country_code, child_3.id AS id, child_3.id AS child_id, child_3.voided_at AS recorded_in_error 
FROM child AS child_3 
WHERE child_3.country_code = $1::VARCHAR UNION ALL SELECT child_4.died_on AS day, 'CHILD_DIED_ON'::text COLLATE "C" AS kind, child_4.country_code AS country_code, child_4.id AS id, child_4.id AS child_id, child_4.voided_at AS recorded_in_error 
FROM child AS child_4 
WHERE child_4.country_code = $1::VARCHAR UNION ALL SELECT community_link_5.started_on AS day, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind, community_link_5.country_code AS country_code, community_link_5.id AS id, community_link_5.child_file_id AS child_id, community_link_5.voided_at AS recorded_in_error 
FROM community_link AS community_link_5 
WHERE community_link_5.country_code = $1::VARCHAR UNION ALL SELECT placement_6.started_on AS day, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, placement_6.country_code AS country_code, placement_6.id AS id, placement_6.child_file_id AS child_id, placement_6.voided_at AS recorded_in_error 
FROM placement AS placement_6 
WHERE placement_6.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_7.dated AS day, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, placement_exception_7.country_code AS country_code, placement_exception_7.id AS id, placement_exception_7.child_file_id AS child_id, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error 
FROM placement_exception AS placement_exception_7 
WHERE placement_exception_7.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_8.started_on AS day, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, sibling_bond_8.country_code AS country_code, sibling_bond_8.id AS id, sibling_bond_8.child_file_id AS child_id, sibling_bond_8.voided_at AS recorded_in_error 
FROM sibling_bond AS sibling_bond_8 
WHERE sibling_bond_8.country_code = $1::VARCHAR) AS timeline_entry_1 JOIN LATERAL (SELECT 'TimelineEntry' AS __typename, timeline_entry_1.day AS day, coalesce(CASE WHEN (timeline_entry_1.kind IN ('CHILD_BIRTH_DATE', 'CHILD_ENROLLED_ON', 'CHILD_DIED_ON')) THEN JSON_OBJECT('id' : (('Child_' || timeline_entry_1.country_code) || '_') || CAST(timeline_entry_1.id AS TEXT) RETURNING json) END, CASE WHEN (timeline_entry_1.kind IN ('COMMUNITY_LINK_STARTED_ON')) THEN JSON_OBJECT('id' : (('CommunityLink_' || timeline_entry_1.country_code) || '_') || CAST(timeline_entry_1.id AS TEXT) RETURNING json) END, CASE WHEN (timeline_entry_1.kind IN ('PLACEMENT_STARTED_ON')) THEN JSON_OBJECT('id' : (('Placement_' || timeline_entry_1.country_code) || '_') || CAST(timeline_entry_1.id AS TEXT) RETURNING json) END, CASE WHEN (timeline_entry_1.kind IN ('PLACEMENT_EXCEPTION_DATED')) THEN JSON_OBJECT('id' : (('PlacementException_' || timeline_entry_1.country_code) || '_') || CAST(timeline_entry_1.id AS TEXT) RETURNING json) END, CASE WHEN (timeline_entry_1.kind IN ('SIBLING_BOND_STARTED_ON')) THEN JSON_OBJECT('id' : (('SiblingBond_' || timeline_entry_1.country_code) || '_') || CAST(timeline_entry_1.id AS TEXT) RETURNING json) END) AS row) AS node_9 ON true 
WHERE timeline_entry_1.country_code = $1::VARCHAR AND timeline_entry_1.child_id IS NOT NULL AND timeline_entry_1.day IS NOT NULL AND timeline_entry_1.recorded_in_error IS NULL AND timeline_entry_1.country_code = $2::VARCHAR AND timeline_entry_1.id = $3::UUID AND timeline_entry_1.kind = $4::VARCHAR) AS node, (SELECT coalesce(json_agg(coalesce(found_13.rows -> coalesce(led_15.rows ->> anon_1.id, anon_1.id), found_25.rows -> anon_1.id) ORDER BY anon_1.n), '[]'::json) AS value 
FROM unnest($5::TEXT[]) WITH ORDINALITY AS anon_1(id, n) JOIN (SELECT json_object_agg((('Child_' || child_10.country_code) || '_') || CAST(child_10.id AS TEXT), row_to_json(node_11.*)) AS rows 
FROM child AS child_10 JOIN LATERAL (SELECT (('Child_' || child_10.country_code) || '_') || CAST(child_10.id AS TEXT) AS id) AS node_11 ON true 
WHERE child_10.country_code = $1::VARCHAR AND child_10.id = ANY (array((SELECT unnest(ARRAY[child_12.id, child_12.same_as_id]) AS unnest_1 
FROM child AS child_12 
WHERE child_12.country_code = $1::VARCHAR AND child_12.id = ANY ($6::UUID[]) AND ((child_12.country_code || '_') || CAST(child_12.id AS TEXT)) = ANY ($7::TEXT[]))))) AS found_13 ON true JOIN (SELECT json_object_agg((('Child_' || child_14.country_code) || '_') || CAST(child_14.id AS TEXT), (('Child_' || child_14.country_code) || '_') || CAST(child_14.same_as_id AS TEXT)) AS rows 
FROM child AS child_14 
WHERE child_14.country_code = $1::VARCHAR AND child_14.id = ANY ($6::UUID[]) AND ((child_14.country_code || '_') || CAST(child_14.id AS TEXT)) = ANY ($7::TEXT[]) AND child_14.same_as_id IS NOT NULL) AS led_15 ON true JOIN (SELECT json_object_agg((((('TimelineEntry_' || timeline_entry_16.country_code) || '_') || CAST(timeline_entry_16.id AS TEXT)) || '_') || timeline_entry_16.kind, row_to_json(node_24.*)) AS rows 
FROM (SELECT child_17.country_code AS country_code, child_17.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind, child_17.id AS child_id, child_17.birth_date AS day, child_17.voided_at AS recorded_in_error 
FROM child AS child_17 
WHERE child_17.country_code = $1::VARCHAR UNION ALL SELECT child_18.country_code AS country_code, child_18.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind, child_18.id AS child_id, child_18.enrolled_on AS day, child_18.voided_at AS recorded_in_error 
FROM child AS child_18 
WHERE child_18.country_code = $1::VARCHAR UNION ALL SELECT child_19.country_code AS country_code, child_19.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind, child_19.id AS child_id, child_19.died_on AS day, child_19.voided_at AS recorded_in_error 
FROM child AS child_19 
WHERE child_19.country_code = $1::VARCHAR UNION ALL SELECT community_link_20.country_code AS country_code, community_link_20.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind, community_link_20.child_file_id AS child_id, community_link_20.started_on AS day, community_link_20.voided_at AS recorded_in_error 
FROM community_link AS community_link_20 
WHERE community_link_20.country_code = $1::VARCHAR UNION ALL SELECT placement_21.country_code AS country_code, placement_21.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, placement_21.child_file_id AS child_id, placement_21.started_on AS day, placement_21.voided_at AS recorded_in_error 
FROM placement AS placement_21 
WHERE placement_21.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_22.country_code AS country_code, placement_exception_22.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, placement_exception_22.child_file_id AS child_id, placement_exception_22.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error 
FROM placement_exception AS placement_exception_22 
WHERE placement_exception_22.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_23.country_code AS country_code, sibling_bond_23.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, sibling_bond_23.child_file_id AS child_id, sibling_bond_23.started_on AS day, sibling_bond_23.voided_at AS recorded_in_error 
FROM sibling_bond AS sibling_bond_23 
WHERE sibling_bond_23.country_code = $1::VARCHAR) AS timeline_entry_16 JOIN LATERAL (SELECT (((('TimelineEntry_' || timeline_entry_16.country_code) || '_') || CAST(timeline_entry_16.id AS TEXT)) || '_') || timeline_entry_16.kind AS id) AS node_24 ON true 
WHERE timeline_entry_16.country_code = $1::VARCHAR AND timeline_entry_16.child_id IS NOT NULL AND timeline_entry_16.day IS NOT NULL AND timeline_entry_16.recorded_in_error IS NULL AND timeline_entry_16.id = ANY ($8::UUID[]) AND ((((timeline_entry_16.country_code || '_') || CAST(timeline_entry_16.id AS TEXT)) || '_') || timeline_entry_16.kind) = ANY ($9::TEXT[])) AS found_25 ON true) AS nodes, (SELECT row_to_json(connection_36.*) AS value 
FROM (SELECT coalesce(json_agg(rows_34.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_35.*) AS part_0 
FROM (SELECT timeline_entry_26.country_code AS country_code, timeline_entry_26.id AS id, timeline_entry_26.kind AS kind, timeline_entry_26.day AS order_0 
FROM (SELECT child_27.country_code AS country_code, child_27.id AS child_id, child_27.birth_date AS day, child_27.voided_at AS recorded_in_error, child_27.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_27 
WHERE child_27.country_code = $1::VARCHAR UNION ALL SELECT child_28.country_code AS country_code, child_28.id AS child_id, child_28.enrolled_on AS day, child_28.voided_at AS recorded_in_error, child_28.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_28 
WHERE child_28.country_code = $1::VARCHAR UNION ALL SELECT child_29.country_code AS country_code, child_29.id AS child_id, child_29.died_on AS day, child_29.voided_at AS recorded_in_error, child_29.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_29 
WHERE child_29.country_code = $1::VARCHAR UNION ALL SELECT community_link_30.country_code AS country_code, community_link_30.child_file_id AS child_id, community_link_30.started_on AS day, community_link_30.voided_at AS recorded_in_error, community_link_30.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_30 
WHERE community_link_30.country_code = $1::VARCHAR UNION ALL SELECT placement_31.country_code AS country_code, placement_31.child_file_id AS child_id, placement_31.started_on AS day, placement_31.voided_at AS recorded_in_error, placement_31.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_31 
WHERE placement_31.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_32.country_code AS country_code, placement_exception_32.child_file_id AS child_id, placement_exception_32.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_32.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_32 
WHERE placement_exception_32.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_33.country_code AS country_code, sibling_bond_33.child_file_id AS child_id, sibling_bond_33.started_on AS day, sibling_bond_33.voided_at AS recorded_in_error, sibling_bond_33.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_33 
WHERE sibling_bond_33.country_code = $1::VARCHAR) AS timeline_entry_26 
WHERE timeline_entry_26.country_code = $1::VARCHAR AND timeline_entry_26.child_id IS NOT NULL AND timeline_entry_26.day IS NOT NULL AND timeline_entry_26.recorded_in_error IS NULL AND timeline_entry_26.id = ANY ($10::UUID[]) AND ((((timeline_entry_26.country_code || '_') || CAST(timeline_entry_26.id AS TEXT)) || '_') || timeline_entry_26.kind) = ANY ($11::TEXT[]) ORDER BY timeline_entry_26.day DESC, timeline_entry_26.id DESC, timeline_entry_26.kind DESC 
 LIMIT 50) AS page_34 JOIN LATERAL (SELECT (((('TimelineEntry_' || page_34.country_code) || '_') || CAST(page_34.id AS TEXT)) || '_') || page_34.kind AS id, page_34.kind AS kind) AS node_35 ON true ORDER BY page_34.order_0 DESC, page_34.id DESC, page_34.kind DESC) AS rows_34) AS gathered_34 JOIN LATERAL (SELECT gathered_34.part_0 AS nodes) AS connection_36 ON true) AS "timelineEntries") AS answer
