WITH counter_2 AS MATERIALIZED 
(SELECT change_counter_1.last AS last, change_counter_1.secret AS secret 
FROM change_counter AS change_counter_1 
WHERE change_counter_1.country_code = $2::VARCHAR), 
changed_4 AS MATERIALIZED 
(SELECT change_3.country_code AS country_code, change_3.number AS number, change_3.type AS type, change_3.row_id AS row_id, change_3.kind AS kind, change_3.changed_at AS changed_at 
FROM change AS change_3 
WHERE change_3.country_code = $2::VARCHAR AND change_3.number > 0 AND change_3.number <= 0 + 10000 ORDER BY change_3.number 
 LIMIT $4::BIGINT), 
found_19 AS MATERIALIZED 
(SELECT json_object_agg(CAST(child_13.id AS TEXT), row_to_json(node_18.*)) AS rows 
FROM child AS child_13 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_16.*) AS value 
FROM placement AS placement_15, home AS home_14 JOIN LATERAL (SELECT home_14.name AS name) AS node_16 ON true 
WHERE placement_15.child_id = child_13.id AND placement_15.started_on <= $3::DATE AND (placement_15.ended_on IS NULL OR placement_15.ended_on > $3::DATE) AND placement_15.country_code = $2::VARCHAR AND placement_15.voided_at IS NULL AND home_14.id = placement_15.home_id AND home_14.country_code = $2::VARCHAR) AS link_17 ON true JOIN LATERAL (SELECT (('Child_' || child_13.country_code) || '_') || CAST(child_13.id AS TEXT) AS id, 'Child' AS __typename, child_13.given_name AS "givenName", link_17.value AS home) AS node_18 ON true 
WHERE child_13.country_code = $2::VARCHAR AND child_13.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Child')), 
found_22 AS MATERIALIZED 
(SELECT json_object_agg(CAST(community_link_20.id AS TEXT), row_to_json(node_21.*)) AS rows 
FROM community_link AS community_link_20 JOIN LATERAL (SELECT (('CommunityLink_' || community_link_20.country_code) || '_') || CAST(community_link_20.id AS TEXT) AS id, 'CommunityLink' AS __typename) AS node_21 ON true 
WHERE community_link_20.country_code = $2::VARCHAR AND community_link_20.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'CommunityLink')), 
found_25 AS MATERIALIZED 
(SELECT json_object_agg(CAST(community_partner_23.id AS TEXT), row_to_json(node_24.*)) AS rows 
FROM community_partner AS community_partner_23 JOIN LATERAL (SELECT (('CommunityPartner_' || community_partner_23.country_code) || '_') || CAST(community_partner_23.id AS TEXT) AS id, 'CommunityPartner' AS __typename) AS node_24 ON true 
WHERE community_partner_23.country_code = $2::VARCHAR AND community_partner_23.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'CommunityPartner')), 
found_28 AS MATERIALIZED 
(SELECT json_object_agg(CAST(home_26.id AS TEXT), row_to_json(node_27.*)) AS rows 
FROM home AS home_26 JOIN LATERAL (SELECT (('Home_' || home_26.country_code) || '_') || CAST(home_26.id AS TEXT) AS id, 'Home' AS __typename) AS node_27 ON true 
WHERE home_26.country_code = $2::VARCHAR AND home_26.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Home')), 
found_31 AS MATERIALIZED 
(SELECT json_object_agg(CAST(placement_29.id AS TEXT), row_to_json(node_30.*)) AS rows 
FROM placement AS placement_29 JOIN LATERAL (SELECT (('Placement_' || placement_29.country_code) || '_') || CAST(placement_29.id AS TEXT) AS id, 'Placement' AS __typename, placement_29.started_on AS "startedOn") AS node_30 ON true 
WHERE placement_29.country_code = $2::VARCHAR AND placement_29.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Placement')), 
found_34 AS MATERIALIZED 
(SELECT json_object_agg(CAST(placement_exception_32.id AS TEXT), row_to_json(node_33.*)) AS rows 
FROM placement_exception AS placement_exception_32 JOIN LATERAL (SELECT (('PlacementException_' || placement_exception_32.country_code) || '_') || CAST(placement_exception_32.id AS TEXT) AS id, 'PlacementException' AS __typename) AS node_33 ON true 
WHERE placement_exception_32.country_code = $2::VARCHAR AND placement_exception_32.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'PlacementException')), 
found_37 AS MATERIALIZED 
(SELECT json_object_agg(CAST(programme_35.id AS TEXT), row_to_json(node_36.*)) AS rows 
FROM programme AS programme_35 JOIN LATERAL (SELECT (('Programme_' || programme_35.country_code) || '_') || CAST(programme_35.id AS TEXT) AS id, 'Programme' AS __typename) AS node_36 ON true 
WHERE programme_35.country_code = $2::VARCHAR AND programme_35.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Programme')), 
found_40 AS MATERIALIZED 
(SELECT json_object_agg(CAST(sibling_bond_38.id AS TEXT), row_to_json(node_39.*)) AS rows 
FROM sibling_bond AS sibling_bond_38 JOIN LATERAL (SELECT (('SiblingBond_' || sibling_bond_38.country_code) || '_') || CAST(sibling_bond_38.id AS TEXT) AS id, 'SiblingBond' AS __typename) AS node_39 ON true 
WHERE sibling_bond_38.country_code = $2::VARCHAR AND sibling_bond_38.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'SiblingBond'))
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT JSON_OBJECT('head' : ($1::VARCHAR || '.') || hearth_seal((SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2), (SELECT counter_2.secret 
FROM counter_2), $1::VARCHAR), 'nodes' : (SELECT coalesce(json_agg(listed_41.entry), '[]'::json) AS coalesce_2 
FROM (SELECT JSON_OBJECT('rowId' : (((changed_4.type || '_') || changed_4.country_code) || '_') || CAST(changed_4.row_id AS TEXT), 'type' : CASE WHEN (changed_4.type = 'Child') THEN 'CHILD' WHEN (changed_4.type = 'CommunityLink') THEN 'COMMUNITY_LINK' WHEN (changed_4.type = 'CommunityPartner') THEN 'COMMUNITY_PARTNER' WHEN (changed_4.type = 'Home') THEN 'HOME' WHEN (changed_4.type = 'Placement') THEN 'PLACEMENT' WHEN (changed_4.type = 'PlacementException') THEN 'PLACEMENT_EXCEPTION' WHEN (changed_4.type = 'Programme') THEN 'PROGRAMME' WHEN (changed_4.type = 'SiblingBond') THEN 'SIBLING_BOND' ELSE changed_4.type END, 'kind' : changed_4.kind, 'changedAt' : changed_4.changed_at, 'isGone' : changed_4.kind = 'VOIDED' OR NOT (false OR changed_4.type = 'Child' AND (EXISTS (SELECT 1 
FROM child AS child_5 
WHERE child_5.country_code = $2::VARCHAR AND child_5.id = changed_4.row_id)) OR changed_4.type = 'CommunityLink' AND (EXISTS (SELECT 1 
FROM community_link AS community_link_6 
WHERE community_link_6.country_code = $2::VARCHAR AND community_link_6.id = changed_4.row_id)) OR changed_4.type = 'CommunityPartner' AND (EXISTS (SELECT 1 
FROM community_partner AS community_partner_7 
WHERE community_partner_7.country_code = $2::VARCHAR AND community_partner_7.id = changed_4.row_id)) OR changed_4.type = 'Home' AND (EXISTS (SELECT 1 
FROM home AS home_8 
WHERE home_8.country_code = $2::VARCHAR AND home_8.id = changed_4.row_id)) OR changed_4.type = 'Placement' AND (EXISTS (SELECT 1 
FROM placement AS placement_9 
WHERE placement_9.country_code = $2::VARCHAR AND placement_9.voided_at IS NULL AND placement_9.id = changed_4.row_id)) OR changed_4.type = 'PlacementException' AND (EXISTS (SELECT 1 
FROM placement_exception AS placement_exception_10 
WHERE placement_exception_10.country_code = $2::VARCHAR AND placement_exception_10.id = changed_4.row_id)) OR changed_4.type = 'Programme' AND (EXISTS (SELECT 1 
FROM programme AS programme_11 
WHERE programme_11.country_code = $2::VARCHAR AND programme_11.id = changed_4.row_id)) OR changed_4.type = 'SiblingBond' AND (EXISTS (SELECT 1 
FROM sibling_bond AS sibling_bond_12 
WHERE sibling_bond_12.country_code = $2::VARCHAR AND sibling_bond_12.id = changed_4.row_id))), 'node' : CASE WHEN (changed_4.type = 'Child') THEN (SELECT found_19.rows -> CAST(changed_4.row_id AS TEXT) AS anon_1 
FROM found_19) WHEN (changed_4.type = 'CommunityLink') THEN (SELECT found_22.rows -> CAST(changed_4.row_id AS TEXT) AS anon_2 
FROM found_22) WHEN (changed_4.type = 'CommunityPartner') THEN (SELECT found_25.rows -> CAST(changed_4.row_id AS TEXT) AS anon_3 
FROM found_25) WHEN (changed_4.type = 'Home') THEN (SELECT found_28.rows -> CAST(changed_4.row_id AS TEXT) AS anon_4 
FROM found_28) WHEN (changed_4.type = 'Placement') THEN (SELECT found_31.rows -> CAST(changed_4.row_id AS TEXT) AS anon_5 
FROM found_31) WHEN (changed_4.type = 'PlacementException') THEN (SELECT found_34.rows -> CAST(changed_4.row_id AS TEXT) AS anon_6 
FROM found_34) WHEN (changed_4.type = 'Programme') THEN (SELECT found_37.rows -> CAST(changed_4.row_id AS TEXT) AS anon_7 
FROM found_37) WHEN (changed_4.type = 'SiblingBond') THEN (SELECT found_40.rows -> CAST(changed_4.row_id AS TEXT) AS anon_8 
FROM found_40) ELSE null::json END RETURNING json) AS entry, changed_4.number AS number 
FROM changed_4 ORDER BY changed_4.number) AS listed_41), 'edges' : (SELECT coalesce(json_agg(listed_42.entry), '[]'::json) AS coalesce_3 
FROM (SELECT JSON_OBJECT('cursor' : ($1::VARCHAR || '.') || hearth_seal(changed_4.number, (SELECT counter_2.secret 
FROM counter_2), $1::VARCHAR), 'node' : JSON_OBJECT('kind' : changed_4.kind, '__typename' : 'Change' RETURNING json), '__typename' : 'ChangeEdge' RETURNING json) AS entry, changed_4.number AS number 
FROM changed_4 ORDER BY changed_4.number) AS listed_42), 'pageInfo' : JSON_OBJECT('hasNextPage' : CASE WHEN (SELECT count(*) >= $4::BIGINT AS anon_9 
FROM changed_4) THEN (SELECT max(changed_4.number) AS max_1 
FROM changed_4) ELSE least(0 + 10000, (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2)) END < (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2), 'hasPreviousPage' : false, 'startCursor' : ($1::VARCHAR || '.') || hearth_seal((SELECT min(changed_4.number) AS min_1 
FROM changed_4), (SELECT counter_2.secret 
FROM counter_2), $1::VARCHAR), 'endCursor' : ($1::VARCHAR || '.') || hearth_seal(CASE WHEN (SELECT count(*) >= $4::BIGINT AS anon_9 
FROM changed_4) THEN (SELECT max(changed_4.number) AS max_1 
FROM changed_4) ELSE least(0 + 10000, (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2)) END, (SELECT counter_2.secret 
FROM counter_2), $1::VARCHAR), '__typename' : 'PageInfo' RETURNING json), '__typename' : 'ChangeConnection' RETURNING json) AS value) AS changes) AS answer
