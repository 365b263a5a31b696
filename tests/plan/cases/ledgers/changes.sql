WITH changed_4 AS MATERIALIZED 
(SELECT change_3.country_code AS country_code, change_3.number AS number, change_3.type AS type, change_3.row_id AS row_id, change_3.kind AS kind, change_3.changed_at AS changed_at 
FROM change AS change_3 
WHERE change_3.country_code = $1::VARCHAR AND change_3.number > 0 AND change_3.number <= 0 + 10000 ORDER BY change_3.number 
 LIMIT $2::BIGINT), 
counter_2 AS MATERIALIZED 
(SELECT change_counter_1.last AS last, hearth_history(change_counter_1.secret) AS history 
FROM change_counter AS change_counter_1 
WHERE change_counter_1.country_code = $1::VARCHAR), 
found_21 AS MATERIALIZED 
(SELECT json_object_agg(CAST(child_15.id AS TEXT), row_to_json(node_20.*)) AS rows 
FROM child AS child_15 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_18.*) AS value 
FROM placement AS placement_17, home AS home_16 JOIN LATERAL (SELECT home_16.name AS name) AS node_18 ON true 
WHERE placement_17.child_file_id = child_15.id AND placement_17.started_on <= $4::DATE AND (placement_17.ended_on IS NULL OR placement_17.ended_on > $4::DATE) AND placement_17.country_code = $1::VARCHAR AND placement_17.voided_at IS NULL AND home_16.id = placement_17.home_id AND home_16.country_code = $1::VARCHAR AND home_16.voided_at IS NULL) AS link_19 ON true JOIN LATERAL (SELECT (('Child_' || child_15.country_code) || '_') || CAST(child_15.id AS TEXT) AS id, 'Child' AS __typename, child_15.given_name AS "givenName", link_19.value AS home) AS node_20 ON true 
WHERE child_15.country_code = $1::VARCHAR AND child_15.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Child')), 
found_24 AS MATERIALIZED 
(SELECT json_object_agg(CAST(community_link_22.id AS TEXT), row_to_json(node_23.*)) AS rows 
FROM community_link AS community_link_22 JOIN LATERAL (SELECT (('CommunityLink_' || community_link_22.country_code) || '_') || CAST(community_link_22.id AS TEXT) AS id, 'CommunityLink' AS __typename) AS node_23 ON true 
WHERE community_link_22.country_code = $1::VARCHAR AND community_link_22.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'CommunityLink')), 
found_27 AS MATERIALIZED 
(SELECT json_object_agg(CAST(community_partner_25.id AS TEXT), row_to_json(node_26.*)) AS rows 
FROM community_partner AS community_partner_25 JOIN LATERAL (SELECT (('CommunityPartner_' || community_partner_25.country_code) || '_') || CAST(community_partner_25.id AS TEXT) AS id, 'CommunityPartner' AS __typename) AS node_26 ON true 
WHERE community_partner_25.country_code = $1::VARCHAR AND community_partner_25.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'CommunityPartner')), 
found_30 AS MATERIALIZED 
(SELECT json_object_agg(CAST(home_28.id AS TEXT), row_to_json(node_29.*)) AS rows 
FROM home AS home_28 JOIN LATERAL (SELECT (('Home_' || home_28.country_code) || '_') || CAST(home_28.id AS TEXT) AS id, 'Home' AS __typename) AS node_29 ON true 
WHERE home_28.country_code = $1::VARCHAR AND home_28.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Home')), 
found_33 AS MATERIALIZED 
(SELECT json_object_agg(CAST(placement_31.id AS TEXT), row_to_json(node_32.*)) AS rows 
FROM placement AS placement_31 JOIN LATERAL (SELECT (('Placement_' || placement_31.country_code) || '_') || CAST(placement_31.id AS TEXT) AS id, 'Placement' AS __typename, placement_31.started_on AS "startedOn") AS node_32 ON true 
WHERE placement_31.country_code = $1::VARCHAR AND placement_31.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Placement')), 
found_36 AS MATERIALIZED 
(SELECT json_object_agg(CAST(placement_exception_34.id AS TEXT), row_to_json(node_35.*)) AS rows 
FROM placement_exception AS placement_exception_34 JOIN LATERAL (SELECT (('PlacementException_' || placement_exception_34.country_code) || '_') || CAST(placement_exception_34.id AS TEXT) AS id, 'PlacementException' AS __typename) AS node_35 ON true 
WHERE placement_exception_34.country_code = $1::VARCHAR AND placement_exception_34.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'PlacementException')), 
found_39 AS MATERIALIZED 
(SELECT json_object_agg(CAST(programme_37.id AS TEXT), row_to_json(node_38.*)) AS rows 
FROM programme AS programme_37 JOIN LATERAL (SELECT (('Programme_' || programme_37.country_code) || '_') || CAST(programme_37.id AS TEXT) AS id, 'Programme' AS __typename) AS node_38 ON true 
WHERE programme_37.country_code = $1::VARCHAR AND programme_37.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Programme')), 
found_42 AS MATERIALIZED 
(SELECT json_object_agg(CAST(programme_year_40.id AS TEXT), row_to_json(node_41.*)) AS rows 
FROM programme_year AS programme_year_40 JOIN LATERAL (SELECT (('ProgrammeYear_' || programme_year_40.country_code) || '_') || CAST(programme_year_40.id AS TEXT) AS id, 'ProgrammeYear' AS __typename) AS node_41 ON true 
WHERE programme_year_40.country_code = $1::VARCHAR AND programme_year_40.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'ProgrammeYear')), 
found_45 AS MATERIALIZED 
(SELECT json_object_agg(CAST(sibling_bond_43.id AS TEXT), row_to_json(node_44.*)) AS rows 
FROM sibling_bond AS sibling_bond_43 JOIN LATERAL (SELECT (('SiblingBond_' || sibling_bond_43.country_code) || '_') || CAST(sibling_bond_43.id AS TEXT) AS id, 'SiblingBond' AS __typename) AS node_44 ON true 
WHERE sibling_bond_43.country_code = $1::VARCHAR AND sibling_bond_43.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'SiblingBond'))
 SELECT row_to_json(answer.*) AS data, coalesce(string_to_array((SELECT string_agg(DISTINCT changed_4.type, ',') AS string_agg_1 
FROM changed_4), ','), '{}'::text[]) AS types 
FROM (SELECT (SELECT JSON_OBJECT('head' : ($3::VARCHAR || '.') || hearth_seal(coalesce((SELECT hearth_place(change_5.number, change_5.changed_at) AS hearth_place_1 
FROM change AS change_5 
WHERE change_5.country_code = $1::VARCHAR AND change_5.number = (SELECT (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2) AS anon_1)), 0), (SELECT counter_2.history 
FROM counter_2), $3::VARCHAR), 'nodes' : (SELECT coalesce(json_agg(listed_46.entry), '[]'::json) AS coalesce_2 
FROM (SELECT JSON_OBJECT('rowId' : (((changed_4.type || '_') || changed_4.country_code) || '_') || CAST(changed_4.row_id AS TEXT), 'type' : upper(left(changed_4.type, 1) || regexp_replace(substr(changed_4.type, 2), '([A-Z])', '_\1', 'g')), 'kind' : changed_4.kind, 'changedAt' : changed_4.changed_at, 'isGone' : changed_4.kind = 'VOIDED' OR NOT (false OR changed_4.type = 'Child' AND (EXISTS (SELECT 1 
FROM child AS child_6 
WHERE child_6.country_code = $1::VARCHAR AND child_6.voided_at IS NULL AND child_6.id = changed_4.row_id)) OR changed_4.type = 'CommunityLink' AND (EXISTS (SELECT 1 
FROM community_link AS community_link_7 
WHERE community_link_7.country_code = $1::VARCHAR AND community_link_7.voided_at IS NULL AND community_link_7.id = changed_4.row_id)) OR changed_4.type = 'CommunityPartner' AND (EXISTS (SELECT 1 
FROM community_partner AS community_partner_8 
WHERE community_partner_8.country_code = $1::VARCHAR AND community_partner_8.voided_at IS NULL AND community_partner_8.id = changed_4.row_id)) OR changed_4.type = 'Home' AND (EXISTS (SELECT 1 
FROM home AS home_9 
WHERE home_9.country_code = $1::VARCHAR AND home_9.voided_at IS NULL AND home_9.id = changed_4.row_id)) OR changed_4.type = 'Placement' AND (EXISTS (SELECT 1 
FROM placement AS placement_10 
WHERE placement_10.country_code = $1::VARCHAR AND placement_10.voided_at IS NULL AND placement_10.id = changed_4.row_id)) OR changed_4.type = 'PlacementException' AND (EXISTS (SELECT 1 
FROM placement_exception AS placement_exception_11 
WHERE placement_exception_11.country_code = $1::VARCHAR AND placement_exception_11.id = changed_4.row_id)) OR changed_4.type = 'Programme' AND (EXISTS (SELECT 1 
FROM programme AS programme_12 
WHERE programme_12.country_code = $1::VARCHAR AND programme_12.voided_at IS NULL AND programme_12.id = changed_4.row_id)) OR changed_4.type = 'ProgrammeYear' AND (EXISTS (SELECT 1 
FROM programme_year AS programme_year_13 
WHERE programme_year_13.country_code = $1::VARCHAR AND programme_year_13.voided_at IS NULL AND programme_year_13.id = changed_4.row_id)) OR changed_4.type = 'SiblingBond' AND (EXISTS (SELECT 1 
FROM sibling_bond AS sibling_bond_14 
WHERE sibling_bond_14.country_code = $1::VARCHAR AND sibling_bond_14.voided_at IS NULL AND sibling_bond_14.id = changed_4.row_id))), 'node' : CASE WHEN (changed_4.type = 'Child') THEN (SELECT found_21.rows -> CAST(changed_4.row_id AS TEXT) AS anon_2 
FROM found_21) WHEN (changed_4.type = 'CommunityLink') THEN (SELECT found_24.rows -> CAST(changed_4.row_id AS TEXT) AS anon_3 
FROM found_24) WHEN (changed_4.type = 'CommunityPartner') THEN (SELECT found_27.rows -> CAST(changed_4.row_id AS TEXT) AS anon_4 
FROM found_27) WHEN (changed_4.type = 'Home') THEN (SELECT found_30.rows -> CAST(changed_4.row_id AS TEXT) AS anon_5 
FROM found_30) WHEN (changed_4.type = 'Placement') THEN (SELECT found_33.rows -> CAST(changed_4.row_id AS TEXT) AS anon_6 
FROM found_33) WHEN (changed_4.type = 'PlacementException') THEN (SELECT found_36.rows -> CAST(changed_4.row_id AS TEXT) AS anon_7 
FROM found_36) WHEN (changed_4.type = 'Programme') THEN (SELECT found_39.rows -> CAST(changed_4.row_id AS TEXT) AS anon_8 
FROM found_39) WHEN (changed_4.type = 'ProgrammeYear') THEN (SELECT found_42.rows -> CAST(changed_4.row_id AS TEXT) AS anon_9 
FROM found_42) WHEN (changed_4.type = 'SiblingBond') THEN (SELECT found_45.rows -> CAST(changed_4.row_id AS TEXT) AS anon_10 
FROM found_45) ELSE null::json END RETURNING json) AS entry, changed_4.number AS number 
FROM changed_4 ORDER BY changed_4.number) AS listed_46), 'edges' : (SELECT coalesce(json_agg(listed_47.entry), '[]'::json) AS coalesce_3 
FROM (SELECT JSON_OBJECT('cursor' : ($3::VARCHAR || '.') || hearth_seal(hearth_place(changed_4.number, changed_4.changed_at), (SELECT counter_2.history 
FROM counter_2), $3::VARCHAR), 'node' : JSON_OBJECT('kind' : changed_4.kind, '__typename' : 'Change' RETURNING json), '__typename' : 'ChangeEdge' RETURNING json) AS entry, changed_4.number AS number 
FROM changed_4 ORDER BY changed_4.number) AS listed_47), 'pageInfo' : JSON_OBJECT('hasNextPage' : CASE WHEN (SELECT count(*) >= $2::BIGINT AS anon_11 
FROM changed_4) THEN (SELECT max(changed_4.number) AS max_1 
FROM changed_4) ELSE least(0 + 10000, (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2)) END < (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2), 'hasPreviousPage' : false, 'startCursor' : ($3::VARCHAR || '.') || hearth_seal((SELECT min(hearth_place(changed_4.number, changed_4.changed_at)) AS min_1 
FROM changed_4), (SELECT counter_2.history 
FROM counter_2), $3::VARCHAR), 'endCursor' : ($3::VARCHAR || '.') || hearth_seal(coalesce((SELECT hearth_place(change_48.number, change_48.changed_at) AS hearth_place_2 
FROM change AS change_48 
WHERE change_48.country_code = $1::VARCHAR AND change_48.number = (SELECT CASE WHEN (SELECT count(*) >= $2::BIGINT AS anon_11 
FROM changed_4) THEN (SELECT max(changed_4.number) AS max_1 
FROM changed_4) ELSE least(0 + 10000, (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2)) END AS anon_12)), 0), (SELECT counter_2.history 
FROM counter_2), $3::VARCHAR), '__typename' : 'PageInfo' RETURNING json), '__typename' : 'ChangeConnection' RETURNING json) AS value) AS changes) AS answer
