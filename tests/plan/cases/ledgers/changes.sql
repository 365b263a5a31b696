WITH changed_4 AS MATERIALIZED 
(SELECT change_3.country_code AS country_code, change_3.number AS number, change_3.type AS type, change_3.row_id AS row_id, change_3.kind AS kind, change_3.changed_at AS changed_at 
FROM change AS change_3 
WHERE change_3.country_code = $1::VARCHAR AND change_3.number > 0 AND change_3.number <= 0 + 10000 ORDER BY change_3.number 
 LIMIT $2::BIGINT), 
counter_2 AS MATERIALIZED 
(SELECT change_counter_1.last AS last, hearth_history(change_counter_1.secret) AS history 
FROM change_counter AS change_counter_1 
WHERE change_counter_1.country_code = $1::VARCHAR), 
found_20 AS MATERIALIZED 
(SELECT json_object_agg(CAST(child_14.id AS TEXT), row_to_json(node_19.*)) AS rows 
FROM child AS child_14 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_17.*) AS value 
FROM placement AS placement_16, home AS home_15 JOIN LATERAL (SELECT home_15.name AS name) AS node_17 ON true 
WHERE placement_16.child_file_id = child_14.id AND placement_16.started_on <= $4::DATE AND (placement_16.ended_on IS NULL OR placement_16.ended_on > $4::DATE) AND placement_16.country_code = $1::VARCHAR AND placement_16.voided_at IS NULL AND home_15.id = placement_16.home_id AND home_15.country_code = $1::VARCHAR) AS link_18 ON true JOIN LATERAL (SELECT (('Child_' || child_14.country_code) || '_') || CAST(child_14.id AS TEXT) AS id, 'Child' AS __typename, child_14.given_name AS "givenName", link_18.value AS home) AS node_19 ON true 
WHERE child_14.country_code = $1::VARCHAR AND child_14.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Child')), 
found_23 AS MATERIALIZED 
(SELECT json_object_agg(CAST(community_link_21.id AS TEXT), row_to_json(node_22.*)) AS rows 
FROM community_link AS community_link_21 JOIN LATERAL (SELECT (('CommunityLink_' || community_link_21.country_code) || '_') || CAST(community_link_21.id AS TEXT) AS id, 'CommunityLink' AS __typename) AS node_22 ON true 
WHERE community_link_21.country_code = $1::VARCHAR AND community_link_21.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'CommunityLink')), 
found_26 AS MATERIALIZED 
(SELECT json_object_agg(CAST(community_partner_24.id AS TEXT), row_to_json(node_25.*)) AS rows 
FROM community_partner AS community_partner_24 JOIN LATERAL (SELECT (('CommunityPartner_' || community_partner_24.country_code) || '_') || CAST(community_partner_24.id AS TEXT) AS id, 'CommunityPartner' AS __typename) AS node_25 ON true 
WHERE community_partner_24.country_code = $1::VARCHAR AND community_partner_24.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'CommunityPartner')), 
found_29 AS MATERIALIZED 
(SELECT json_object_agg(CAST(home_27.id AS TEXT), row_to_json(node_28.*)) AS rows 
FROM home AS home_27 JOIN LATERAL (SELECT (('Home_' || home_27.country_code) || '_') || CAST(home_27.id AS TEXT) AS id, 'Home' AS __typename) AS node_28 ON true 
WHERE home_27.country_code = $1::VARCHAR AND home_27.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Home')), 
found_32 AS MATERIALIZED 
(SELECT json_object_agg(CAST(placement_30.id AS TEXT), row_to_json(node_31.*)) AS rows 
FROM placement AS placement_30 JOIN LATERAL (SELECT (('Placement_' || placement_30.country_code) || '_') || CAST(placement_30.id AS TEXT) AS id, 'Placement' AS __typename, placement_30.started_on AS "startedOn") AS node_31 ON true 
WHERE placement_30.country_code = $1::VARCHAR AND placement_30.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Placement')), 
found_35 AS MATERIALIZED 
(SELECT json_object_agg(CAST(placement_exception_33.id AS TEXT), row_to_json(node_34.*)) AS rows 
FROM placement_exception AS placement_exception_33 JOIN LATERAL (SELECT (('PlacementException_' || placement_exception_33.country_code) || '_') || CAST(placement_exception_33.id AS TEXT) AS id, 'PlacementException' AS __typename) AS node_34 ON true 
WHERE placement_exception_33.country_code = $1::VARCHAR AND placement_exception_33.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'PlacementException')), 
found_38 AS MATERIALIZED 
(SELECT json_object_agg(CAST(programme_36.id AS TEXT), row_to_json(node_37.*)) AS rows 
FROM programme AS programme_36 JOIN LATERAL (SELECT (('Programme_' || programme_36.country_code) || '_') || CAST(programme_36.id AS TEXT) AS id, 'Programme' AS __typename) AS node_37 ON true 
WHERE programme_36.country_code = $1::VARCHAR AND programme_36.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Programme')), 
found_41 AS MATERIALIZED 
(SELECT json_object_agg(CAST(sibling_bond_39.id AS TEXT), row_to_json(node_40.*)) AS rows 
FROM sibling_bond AS sibling_bond_39 JOIN LATERAL (SELECT (('SiblingBond_' || sibling_bond_39.country_code) || '_') || CAST(sibling_bond_39.id AS TEXT) AS id, 'SiblingBond' AS __typename) AS node_40 ON true 
WHERE sibling_bond_39.country_code = $1::VARCHAR AND sibling_bond_39.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'SiblingBond'))
 SELECT row_to_json(answer.*) AS data, coalesce(string_to_array((SELECT string_agg(DISTINCT changed_4.type, ',') AS string_agg_1 
FROM changed_4), ','), '{}'::text[]) AS types 
FROM (SELECT (SELECT JSON_OBJECT('head' : ($3::VARCHAR || '.') || hearth_seal(coalesce((SELECT hearth_place(change_5.number, change_5.changed_at) AS hearth_place_1 
FROM change AS change_5 
WHERE change_5.country_code = $1::VARCHAR AND change_5.number = (SELECT (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2) AS anon_1)), 0), (SELECT counter_2.history 
FROM counter_2), $3::VARCHAR), 'nodes' : (SELECT coalesce(json_agg(listed_42.entry), '[]'::json) AS coalesce_2 
FROM (SELECT JSON_OBJECT('rowId' : (((changed_4.type || '_') || changed_4.country_code) || '_') || CAST(changed_4.row_id AS TEXT), 'type' : upper(left(changed_4.type, 1) || regexp_replace(substr(changed_4.type, 2), '([A-Z])', '_\1', 'g')), 'kind' : changed_4.kind, 'changedAt' : changed_4.changed_at, 'isGone' : changed_4.kind = 'VOIDED' OR NOT (false OR changed_4.type = 'Child' AND (EXISTS (SELECT 1 
FROM child AS child_6 
WHERE child_6.country_code = $1::VARCHAR AND child_6.voided_at IS NULL AND child_6.id = changed_4.row_id)) OR changed_4.type = 'CommunityLink' AND (EXISTS (SELECT 1 
FROM community_link AS community_link_7 
WHERE community_link_7.country_code = $1::VARCHAR AND community_link_7.id = changed_4.row_id)) OR changed_4.type = 'CommunityPartner' AND (EXISTS (SELECT 1 
FROM community_partner AS community_partner_8 
WHERE community_partner_8.country_code = $1::VARCHAR AND community_partner_8.id = changed_4.row_id)) OR changed_4.type = 'Home' AND (EXISTS (SELECT 1 
FROM home AS home_9 
WHERE home_9.country_code = $1::VARCHAR AND home_9.id = changed_4.row_id)) OR changed_4.type = 'Placement' AND (EXISTS (SELECT 1 
FROM placement AS placement_10 
WHERE placement_10.country_code = $1::VARCHAR AND placement_10.voided_at IS NULL AND placement_10.id = changed_4.row_id)) OR changed_4.type = 'PlacementException' AND (EXISTS (SELECT 1 
FROM placement_exception AS placement_exception_11 
WHERE placement_exception_11.country_code = $1::VARCHAR AND placement_exception_11.id = changed_4.row_id)) OR changed_4.type = 'Programme' AND (EXISTS (SELECT 1 
FROM programme AS programme_12 
WHERE programme_12.country_code = $1::VARCHAR AND programme_12.id = changed_4.row_id)) OR changed_4.type = 'SiblingBond' AND (EXISTS (SELECT 1 
FROM sibling_bond AS sibling_bond_13 
WHERE sibling_bond_13.country_code = $1::VARCHAR AND sibling_bond_13.id = changed_4.row_id))), 'node' : CASE WHEN (changed_4.type = 'Child') THEN (SELECT found_20.rows -> CAST(changed_4.row_id AS TEXT) AS anon_2 
FROM found_20) WHEN (changed_4.type = 'CommunityLink') THEN (SELECT found_23.rows -> CAST(changed_4.row_id AS TEXT) AS anon_3 
FROM found_23) WHEN (changed_4.type = 'CommunityPartner') THEN (SELECT found_26.rows -> CAST(changed_4.row_id AS TEXT) AS anon_4 
FROM found_26) WHEN (changed_4.type = 'Home') THEN (SELECT found_29.rows -> CAST(changed_4.row_id AS TEXT) AS anon_5 
FROM found_29) WHEN (changed_4.type = 'Placement') THEN (SELECT found_32.rows -> CAST(changed_4.row_id AS TEXT) AS anon_6 
FROM found_32) WHEN (changed_4.type = 'PlacementException') THEN (SELECT found_35.rows -> CAST(changed_4.row_id AS TEXT) AS anon_7 
FROM found_35) WHEN (changed_4.type = 'Programme') THEN (SELECT found_38.rows -> CAST(changed_4.row_id AS TEXT) AS anon_8 
FROM found_38) WHEN (changed_4.type = 'SiblingBond') THEN (SELECT found_41.rows -> CAST(changed_4.row_id AS TEXT) AS anon_9 
FROM found_41) ELSE null::json END RETURNING json) AS entry, changed_4.number AS number 
FROM changed_4 ORDER BY changed_4.number) AS listed_42), 'edges' : (SELECT coalesce(json_agg(listed_43.entry), '[]'::json) AS coalesce_3 
FROM (SELECT JSON_OBJECT('cursor' : ($3::VARCHAR || '.') || hearth_seal(hearth_place(changed_4.number, changed_4.changed_at), (SELECT counter_2.history 
FROM counter_2), $3::VARCHAR), 'node' : JSON_OBJECT('kind' : changed_4.kind, '__typename' : 'Change' RETURNING json), '__typename' : 'ChangeEdge' RETURNING json) AS entry, changed_4.number AS number 
FROM changed_4 ORDER BY changed_4.number) AS listed_43), 'pageInfo' : JSON_OBJECT('hasNextPage' : CASE WHEN (SELECT count(*) >= $2::BIGINT AS anon_10 
FROM changed_4) THEN (SELECT max(changed_4.number) AS max_1 
FROM changed_4) ELSE least(0 + 10000, (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2)) END < (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2), 'hasPreviousPage' : false, 'startCursor' : ($3::VARCHAR || '.') || hearth_seal((SELECT min(hearth_place(changed_4.number, changed_4.changed_at)) AS min_1 
FROM changed_4), (SELECT counter_2.history 
FROM counter_2), $3::VARCHAR), 'endCursor' : ($3::VARCHAR || '.') || hearth_seal(coalesce((SELECT hearth_place(change_44.number, change_44.changed_at) AS hearth_place_2 
FROM change AS change_44 
WHERE change_44.country_code = $1::VARCHAR AND change_44.number = (SELECT CASE WHEN (SELECT count(*) >= $2::BIGINT AS anon_10 
FROM changed_4) THEN (SELECT max(changed_4.number) AS max_1 
FROM changed_4) ELSE least(0 + 10000, (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2)) END AS anon_11)), 0), (SELECT counter_2.history 
FROM counter_2), $3::VARCHAR), '__typename' : 'PageInfo' RETURNING json), '__typename' : 'ChangeConnection' RETURNING json) AS value) AS changes) AS answer
