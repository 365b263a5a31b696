WITH changed_2 AS MATERIALIZED 
(SELECT change_1.country_code AS country_code, change_1.number AS number, change_1.type AS type, change_1.row_id AS row_id, change_1.kind AS kind, change_1.changed_at AS changed_at 
FROM change AS change_1 
WHERE change_1.country_code = $2::VARCHAR AND change_1.number > 0 AND change_1.number <= 0 + 10000 ORDER BY change_1.number 
 LIMIT $4::BIGINT), 
found_18 AS MATERIALIZED 
(SELECT json_object_agg(CAST(child_12.id AS TEXT), row_to_json(node_17.*)) AS rows 
FROM child AS child_12 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_15.*) AS value 
FROM placement AS placement_14, home AS home_13 JOIN LATERAL (SELECT home_13.name AS name) AS node_15 ON true 
WHERE placement_14.child_id = child_12.id AND placement_14.started_on <= $3::DATE AND (placement_14.ended_on IS NULL OR placement_14.ended_on > $3::DATE) AND placement_14.country_code = $2::VARCHAR AND placement_14.voided_at IS NULL AND home_13.id = placement_14.home_id AND home_13.country_code = $2::VARCHAR) AS link_16 ON true JOIN LATERAL (SELECT (('Child_' || child_12.country_code) || '_') || CAST(child_12.id AS TEXT) AS id, 'Child' AS __typename, child_12.given_name AS "givenName", link_16.value AS home) AS node_17 ON true 
WHERE child_12.country_code = $2::VARCHAR AND child_12.id IN (SELECT changed_2.row_id 
FROM changed_2 
WHERE changed_2.type = 'Child')), 
found_21 AS MATERIALIZED 
(SELECT json_object_agg(CAST(community_link_19.id AS TEXT), row_to_json(node_20.*)) AS rows 
FROM community_link AS community_link_19 JOIN LATERAL (SELECT (('CommunityLink_' || community_link_19.country_code) || '_') || CAST(community_link_19.id AS TEXT) AS id, 'CommunityLink' AS __typename) AS node_20 ON true 
WHERE community_link_19.country_code = $2::VARCHAR AND community_link_19.id IN (SELECT changed_2.row_id 
FROM changed_2 
WHERE changed_2.type = 'CommunityLink')), 
found_24 AS MATERIALIZED 
(SELECT json_object_agg(CAST(community_partner_22.id AS TEXT), row_to_json(node_23.*)) AS rows 
FROM community_partner AS community_partner_22 JOIN LATERAL (SELECT (('CommunityPartner_' || community_partner_22.country_code) || '_') || CAST(community_partner_22.id AS TEXT) AS id, 'CommunityPartner' AS __typename) AS node_23 ON true 
WHERE community_partner_22.country_code = $2::VARCHAR AND community_partner_22.id IN (SELECT changed_2.row_id 
FROM changed_2 
WHERE changed_2.type = 'CommunityPartner')), 
found_27 AS MATERIALIZED 
(SELECT json_object_agg(CAST(home_25.id AS TEXT), row_to_json(node_26.*)) AS rows 
FROM home AS home_25 JOIN LATERAL (SELECT (('Home_' || home_25.country_code) || '_') || CAST(home_25.id AS TEXT) AS id, 'Home' AS __typename) AS node_26 ON true 
WHERE home_25.country_code = $2::VARCHAR AND home_25.id IN (SELECT changed_2.row_id 
FROM changed_2 
WHERE changed_2.type = 'Home')), 
found_30 AS MATERIALIZED 
(SELECT json_object_agg(CAST(placement_28.id AS TEXT), row_to_json(node_29.*)) AS rows 
FROM placement AS placement_28 JOIN LATERAL (SELECT (('Placement_' || placement_28.country_code) || '_') || CAST(placement_28.id AS TEXT) AS id, 'Placement' AS __typename, placement_28.started_on AS "startedOn") AS node_29 ON true 
WHERE placement_28.country_code = $2::VARCHAR AND placement_28.id IN (SELECT changed_2.row_id 
FROM changed_2 
WHERE changed_2.type = 'Placement')), 
found_33 AS MATERIALIZED 
(SELECT json_object_agg(CAST(placement_exception_31.id AS TEXT), row_to_json(node_32.*)) AS rows 
FROM placement_exception AS placement_exception_31 JOIN LATERAL (SELECT (('PlacementException_' || placement_exception_31.country_code) || '_') || CAST(placement_exception_31.id AS TEXT) AS id, 'PlacementException' AS __typename) AS node_32 ON true 
WHERE placement_exception_31.country_code = $2::VARCHAR AND placement_exception_31.id IN (SELECT changed_2.row_id 
FROM changed_2 
WHERE changed_2.type = 'PlacementException')), 
found_36 AS MATERIALIZED 
(SELECT json_object_agg(CAST(programme_34.id AS TEXT), row_to_json(node_35.*)) AS rows 
FROM programme AS programme_34 JOIN LATERAL (SELECT (('Programme_' || programme_34.country_code) || '_') || CAST(programme_34.id AS TEXT) AS id, 'Programme' AS __typename) AS node_35 ON true 
WHERE programme_34.country_code = $2::VARCHAR AND programme_34.id IN (SELECT changed_2.row_id 
FROM changed_2 
WHERE changed_2.type = 'Programme')), 
found_39 AS MATERIALIZED 
(SELECT json_object_agg(CAST(sibling_bond_37.id AS TEXT), row_to_json(node_38.*)) AS rows 
FROM sibling_bond AS sibling_bond_37 JOIN LATERAL (SELECT (('SiblingBond_' || sibling_bond_37.country_code) || '_') || CAST(sibling_bond_37.id AS TEXT) AS id, 'SiblingBond' AS __typename) AS node_38 ON true 
WHERE sibling_bond_37.country_code = $2::VARCHAR AND sibling_bond_37.id IN (SELECT changed_2.row_id 
FROM changed_2 
WHERE changed_2.type = 'SiblingBond'))
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT JSON_OBJECT('head' : ($1::VARCHAR || '.') || CAST(coalesce((SELECT change_counter_3.last 
FROM change_counter AS change_counter_3 
WHERE change_counter_3.country_code = $2::VARCHAR), 0) AS TEXT), 'nodes' : (SELECT coalesce(json_agg(listed_40.entry), '[]'::json) AS coalesce_1 
FROM (SELECT JSON_OBJECT('rowId' : (((changed_2.type || '_') || changed_2.country_code) || '_') || CAST(changed_2.row_id AS TEXT), 'type' : CASE WHEN (changed_2.type = 'Child') THEN 'CHILD' WHEN (changed_2.type = 'CommunityLink') THEN 'COMMUNITY_LINK' WHEN (changed_2.type = 'CommunityPartner') THEN 'COMMUNITY_PARTNER' WHEN (changed_2.type = 'Home') THEN 'HOME' WHEN (changed_2.type = 'Placement') THEN 'PLACEMENT' WHEN (changed_2.type = 'PlacementException') THEN 'PLACEMENT_EXCEPTION' WHEN (changed_2.type = 'Programme') THEN 'PROGRAMME' WHEN (changed_2.type = 'SiblingBond') THEN 'SIBLING_BOND' ELSE changed_2.type END, 'kind' : changed_2.kind, 'changedAt' : changed_2.changed_at, 'isGone' : changed_2.kind = 'VOIDED' OR NOT (false OR changed_2.type = 'Child' AND (EXISTS (SELECT 1 
FROM child AS child_4 
WHERE child_4.country_code = $2::VARCHAR AND child_4.id = changed_2.row_id)) OR changed_2.type = 'CommunityLink' AND (EXISTS (SELECT 1 
FROM community_link AS community_link_5 
WHERE community_link_5.country_code = $2::VARCHAR AND community_link_5.id = changed_2.row_id)) OR changed_2.type = 'CommunityPartner' AND (EXISTS (SELECT 1 
FROM community_partner AS community_partner_6 
WHERE community_partner_6.country_code = $2::VARCHAR AND community_partner_6.id = changed_2.row_id)) OR changed_2.type = 'Home' AND (EXISTS (SELECT 1 
FROM home AS home_7 
WHERE home_7.country_code = $2::VARCHAR AND home_7.id = changed_2.row_id)) OR changed_2.type = 'Placement' AND (EXISTS (SELECT 1 
FROM placement AS placement_8 
WHERE placement_8.country_code = $2::VARCHAR AND placement_8.voided_at IS NULL AND placement_8.id = changed_2.row_id)) OR changed_2.type = 'PlacementException' AND (EXISTS (SELECT 1 
FROM placement_exception AS placement_exception_9 
WHERE placement_exception_9.country_code = $2::VARCHAR AND placement_exception_9.id = changed_2.row_id)) OR changed_2.type = 'Programme' AND (EXISTS (SELECT 1 
FROM programme AS programme_10 
WHERE programme_10.country_code = $2::VARCHAR AND programme_10.id = changed_2.row_id)) OR changed_2.type = 'SiblingBond' AND (EXISTS (SELECT 1 
FROM sibling_bond AS sibling_bond_11 
WHERE sibling_bond_11.country_code = $2::VARCHAR AND sibling_bond_11.id = changed_2.row_id))), 'node' : CASE WHEN (changed_2.type = 'Child') THEN (SELECT found_18.rows -> CAST(changed_2.row_id AS TEXT) AS anon_1 
FROM found_18) WHEN (changed_2.type = 'CommunityLink') THEN (SELECT found_21.rows -> CAST(changed_2.row_id AS TEXT) AS anon_2 
FROM found_21) WHEN (changed_2.type = 'CommunityPartner') THEN (SELECT found_24.rows -> CAST(changed_2.row_id AS TEXT) AS anon_3 
FROM found_24) WHEN (changed_2.type = 'Home') THEN (SELECT found_27.rows -> CAST(changed_2.row_id AS TEXT) AS anon_4 
FROM found_27) WHEN (changed_2.type = 'Placement') THEN (SELECT found_30.rows -> CAST(changed_2.row_id AS TEXT) AS anon_5 
FROM found_30) WHEN (changed_2.type = 'PlacementException') THEN (SELECT found_33.rows -> CAST(changed_2.row_id AS TEXT) AS anon_6 
FROM found_33) WHEN (changed_2.type = 'Programme') THEN (SELECT found_36.rows -> CAST(changed_2.row_id AS TEXT) AS anon_7 
FROM found_36) WHEN (changed_2.type = 'SiblingBond') THEN (SELECT found_39.rows -> CAST(changed_2.row_id AS TEXT) AS anon_8 
FROM found_39) ELSE null::json END RETURNING json) AS entry, changed_2.number AS number 
FROM changed_2 ORDER BY changed_2.number) AS listed_40), 'edges' : (SELECT coalesce(json_agg(listed_41.entry), '[]'::json) AS coalesce_2 
FROM (SELECT JSON_OBJECT('cursor' : ($1::VARCHAR || '.') || CAST(changed_2.number AS TEXT), 'node' : JSON_OBJECT('kind' : changed_2.kind, '__typename' : 'Change' RETURNING json), '__typename' : 'ChangeEdge' RETURNING json) AS entry, changed_2.number AS number 
FROM changed_2 ORDER BY changed_2.number) AS listed_41), 'pageInfo' : JSON_OBJECT('hasNextPage' : CASE WHEN (SELECT count(*) >= $4::BIGINT AS anon_9 
FROM changed_2) THEN (SELECT max(changed_2.number) AS max_1 
FROM changed_2) ELSE least(0 + 10000, coalesce((SELECT change_counter_42.last 
FROM change_counter AS change_counter_42 
WHERE change_counter_42.country_code = $2::VARCHAR), 0)) END < coalesce((SELECT change_counter_43.last 
FROM change_counter AS change_counter_43 
WHERE change_counter_43.country_code = $2::VARCHAR), 0), 'hasPreviousPage' : false, 'startCursor' : ($1::VARCHAR || '.') || CAST((SELECT min(changed_2.number) AS min_1 
FROM changed_2) AS TEXT), 'endCursor' : ($1::VARCHAR || '.') || CAST(CASE WHEN (SELECT count(*) >= $4::BIGINT AS anon_10 
FROM changed_2) THEN (SELECT max(changed_2.number) AS max_2 
FROM changed_2) ELSE least(0 + 10000, coalesce((SELECT change_counter_44.last 
FROM change_counter AS change_counter_44 
WHERE change_counter_44.country_code = $2::VARCHAR), 0)) END AS TEXT), '__typename' : 'PageInfo' RETURNING json), '__typename' : 'ChangeConnection' RETURNING json) AS value) AS changes) AS answer
