WITH changed_4 AS MATERIALIZED 
(SELECT change_3.country_code AS country_code, change_3.number AS number, change_3.type AS type, change_3.row_id AS row_id, change_3.kind AS kind, change_3.changed_at AS changed_at 
FROM change AS change_3 
WHERE change_3.country_code = $1::VARCHAR AND change_3.number > 0 AND change_3.number <= 0 + 10000 ORDER BY change_3.number 
 LIMIT $2::BIGINT), 
counter_2 AS MATERIALIZED 
(SELECT change_counter_1.last AS last, hearth_history(change_counter_1.secret) AS history 
FROM change_counter AS change_counter_1 
WHERE change_counter_1.country_code = $1::VARCHAR), 
found_29 AS MATERIALIZED 
(SELECT json_object_agg(CAST(care_episode_27.id AS TEXT), row_to_json(node_28.*)) AS rows 
FROM care_episode AS care_episode_27 JOIN LATERAL (SELECT (('CareEpisode_' || care_episode_27.country_code) || '_') || CAST(care_episode_27.id AS TEXT) AS id, 'CareEpisode' AS __typename) AS node_28 ON true 
WHERE care_episode_27.country_code = $1::VARCHAR AND care_episode_27.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'CareEpisode')), 
found_32 AS MATERIALIZED 
(SELECT json_object_agg(CAST(caregiver_30.id AS TEXT), row_to_json(node_31.*)) AS rows 
FROM caregiver AS caregiver_30 JOIN LATERAL (SELECT (('Caregiver_' || caregiver_30.country_code) || '_') || CAST(caregiver_30.id AS TEXT) AS id, 'Caregiver' AS __typename) AS node_31 ON true 
WHERE caregiver_30.country_code = $1::VARCHAR AND caregiver_30.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Caregiver')), 
found_35 AS MATERIALIZED 
(SELECT json_object_agg(CAST(caregiver_assignment_33.id AS TEXT), row_to_json(node_34.*)) AS rows 
FROM caregiver_assignment AS caregiver_assignment_33 JOIN LATERAL (SELECT (('CaregiverAssignment_' || caregiver_assignment_33.country_code) || '_') || CAST(caregiver_assignment_33.id AS TEXT) AS id, 'CaregiverAssignment' AS __typename) AS node_34 ON true 
WHERE caregiver_assignment_33.country_code = $1::VARCHAR AND caregiver_assignment_33.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'CaregiverAssignment')), 
found_38 AS MATERIALIZED 
(SELECT json_object_agg(CAST(caregiver_check_36.id AS TEXT), row_to_json(node_37.*)) AS rows 
FROM caregiver_check AS caregiver_check_36 JOIN LATERAL (SELECT (('CaregiverCheck_' || caregiver_check_36.country_code) || '_') || CAST(caregiver_check_36.id AS TEXT) AS id, 'CaregiverCheck' AS __typename) AS node_37 ON true 
WHERE caregiver_check_36.country_code = $1::VARCHAR AND caregiver_check_36.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'CaregiverCheck')), 
found_41 AS MATERIALIZED 
(SELECT json_object_agg(CAST(caregiver_credential_39.id AS TEXT), row_to_json(node_40.*)) AS rows 
FROM caregiver_credential AS caregiver_credential_39 JOIN LATERAL (SELECT (('CaregiverCredential_' || caregiver_credential_39.country_code) || '_') || CAST(caregiver_credential_39.id AS TEXT) AS id, 'CaregiverCredential' AS __typename) AS node_40 ON true 
WHERE caregiver_credential_39.country_code = $1::VARCHAR AND caregiver_credential_39.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'CaregiverCredential')), 
found_48 AS MATERIALIZED 
(SELECT json_object_agg(CAST(child_42.id AS TEXT), row_to_json(node_47.*)) AS rows 
FROM child AS child_42 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_45.*) AS value 
FROM placement AS placement_44, home AS home_43 JOIN LATERAL (SELECT home_43.name AS name) AS node_45 ON true 
WHERE placement_44.child_file_id = child_42.id AND placement_44.started_on <= $4::DATE AND (placement_44.ended_on IS NULL OR placement_44.ended_on > $4::DATE) AND placement_44.country_code = $1::VARCHAR AND placement_44.voided_at IS NULL AND home_43.id = placement_44.home_id AND home_43.country_code = $1::VARCHAR AND home_43.voided_at IS NULL) AS link_46 ON true JOIN LATERAL (SELECT (('Child_' || child_42.country_code) || '_') || CAST(child_42.id AS TEXT) AS id, 'Child' AS __typename, child_42.given_name AS "givenName", link_46.value AS home) AS node_47 ON true 
WHERE child_42.country_code = $1::VARCHAR AND child_42.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Child')), 
found_51 AS MATERIALIZED 
(SELECT json_object_agg(CAST(community_link_49.id AS TEXT), row_to_json(node_50.*)) AS rows 
FROM community_link AS community_link_49 JOIN LATERAL (SELECT (('CommunityLink_' || community_link_49.country_code) || '_') || CAST(community_link_49.id AS TEXT) AS id, 'CommunityLink' AS __typename) AS node_50 ON true 
WHERE community_link_49.country_code = $1::VARCHAR AND community_link_49.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'CommunityLink')), 
found_54 AS MATERIALIZED 
(SELECT json_object_agg(CAST(community_partner_52.id AS TEXT), row_to_json(node_53.*)) AS rows 
FROM community_partner AS community_partner_52 JOIN LATERAL (SELECT (('CommunityPartner_' || community_partner_52.country_code) || '_') || CAST(community_partner_52.id AS TEXT) AS id, 'CommunityPartner' AS __typename) AS node_53 ON true 
WHERE community_partner_52.country_code = $1::VARCHAR AND community_partner_52.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'CommunityPartner')), 
found_57 AS MATERIALIZED 
(SELECT json_object_agg(CAST(gatekeeping_assessment_55.id AS TEXT), row_to_json(node_56.*)) AS rows 
FROM gatekeeping_assessment AS gatekeeping_assessment_55 JOIN LATERAL (SELECT (('GatekeepingAssessment_' || gatekeeping_assessment_55.country_code) || '_') || CAST(gatekeeping_assessment_55.id AS TEXT) AS id, 'GatekeepingAssessment' AS __typename) AS node_56 ON true 
WHERE gatekeeping_assessment_55.country_code = $1::VARCHAR AND gatekeeping_assessment_55.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'GatekeepingAssessment')), 
found_60 AS MATERIALIZED 
(SELECT json_object_agg(CAST(guardianship_58.id AS TEXT), row_to_json(node_59.*)) AS rows 
FROM guardianship AS guardianship_58 JOIN LATERAL (SELECT (('Guardianship_' || guardianship_58.country_code) || '_') || CAST(guardianship_58.id AS TEXT) AS id, 'Guardianship' AS __typename) AS node_59 ON true 
WHERE guardianship_58.country_code = $1::VARCHAR AND guardianship_58.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Guardianship')), 
found_63 AS MATERIALIZED 
(SELECT json_object_agg(CAST(home_61.id AS TEXT), row_to_json(node_62.*)) AS rows 
FROM home AS home_61 JOIN LATERAL (SELECT (('Home_' || home_61.country_code) || '_') || CAST(home_61.id AS TEXT) AS id, 'Home' AS __typename) AS node_62 ON true 
WHERE home_61.country_code = $1::VARCHAR AND home_61.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Home')), 
found_66 AS MATERIALIZED 
(SELECT json_object_agg(CAST(home_address_64.id AS TEXT), row_to_json(node_65.*)) AS rows 
FROM home_address AS home_address_64 JOIN LATERAL (SELECT (('HomeAddress_' || home_address_64.country_code) || '_') || CAST(home_address_64.id AS TEXT) AS id, 'HomeAddress' AS __typename) AS node_65 ON true 
WHERE home_address_64.country_code = $1::VARCHAR AND home_address_64.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'HomeAddress')), 
found_69 AS MATERIALIZED 
(SELECT json_object_agg(CAST(inspection_67.id AS TEXT), row_to_json(node_68.*)) AS rows 
FROM inspection AS inspection_67 JOIN LATERAL (SELECT (('Inspection_' || inspection_67.country_code) || '_') || CAST(inspection_67.id AS TEXT) AS id, 'Inspection' AS __typename) AS node_68 ON true 
WHERE inspection_67.country_code = $1::VARCHAR AND inspection_67.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Inspection')), 
found_72 AS MATERIALIZED 
(SELECT json_object_agg(CAST(legal_status_70.id AS TEXT), row_to_json(node_71.*)) AS rows 
FROM legal_status AS legal_status_70 JOIN LATERAL (SELECT (('LegalStatus_' || legal_status_70.country_code) || '_') || CAST(legal_status_70.id AS TEXT) AS id, 'LegalStatus' AS __typename) AS node_71 ON true 
WHERE legal_status_70.country_code = $1::VARCHAR AND legal_status_70.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'LegalStatus')), 
found_75 AS MATERIALIZED 
(SELECT json_object_agg(CAST(placement_73.id AS TEXT), row_to_json(node_74.*)) AS rows 
FROM placement AS placement_73 JOIN LATERAL (SELECT (('Placement_' || placement_73.country_code) || '_') || CAST(placement_73.id AS TEXT) AS id, 'Placement' AS __typename, placement_73.started_on AS "startedOn") AS node_74 ON true 
WHERE placement_73.country_code = $1::VARCHAR AND placement_73.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Placement')), 
found_78 AS MATERIALIZED 
(SELECT json_object_agg(CAST(placement_exception_76.id AS TEXT), row_to_json(node_77.*)) AS rows 
FROM placement_exception AS placement_exception_76 JOIN LATERAL (SELECT (('PlacementException_' || placement_exception_76.country_code) || '_') || CAST(placement_exception_76.id AS TEXT) AS id, 'PlacementException' AS __typename) AS node_77 ON true 
WHERE placement_exception_76.country_code = $1::VARCHAR AND placement_exception_76.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'PlacementException')), 
found_81 AS MATERIALIZED 
(SELECT json_object_agg(CAST(programme_79.id AS TEXT), row_to_json(node_80.*)) AS rows 
FROM programme AS programme_79 JOIN LATERAL (SELECT (('Programme_' || programme_79.country_code) || '_') || CAST(programme_79.id AS TEXT) AS id, 'Programme' AS __typename) AS node_80 ON true 
WHERE programme_79.country_code = $1::VARCHAR AND programme_79.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Programme')), 
found_84 AS MATERIALIZED 
(SELECT json_object_agg(CAST(programme_year_82.id AS TEXT), row_to_json(node_83.*)) AS rows 
FROM programme_year AS programme_year_82 JOIN LATERAL (SELECT (('ProgrammeYear_' || programme_year_82.country_code) || '_') || CAST(programme_year_82.id AS TEXT) AS id, 'ProgrammeYear' AS __typename) AS node_83 ON true 
WHERE programme_year_82.country_code = $1::VARCHAR AND programme_year_82.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'ProgrammeYear')), 
found_87 AS MATERIALIZED 
(SELECT json_object_agg(CAST(sibling_bond_85.id AS TEXT), row_to_json(node_86.*)) AS rows 
FROM sibling_bond AS sibling_bond_85 JOIN LATERAL (SELECT (('SiblingBond_' || sibling_bond_85.country_code) || '_') || CAST(sibling_bond_85.id AS TEXT) AS id, 'SiblingBond' AS __typename) AS node_86 ON true 
WHERE sibling_bond_85.country_code = $1::VARCHAR AND sibling_bond_85.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'SiblingBond')), 
found_90 AS MATERIALIZED 
(SELECT json_object_agg(CAST(support_service_88.id AS TEXT), row_to_json(node_89.*)) AS rows 
FROM support_service AS support_service_88 JOIN LATERAL (SELECT (('SupportService_' || support_service_88.country_code) || '_') || CAST(support_service_88.id AS TEXT) AS id, 'SupportService' AS __typename) AS node_89 ON true 
WHERE support_service_88.country_code = $1::VARCHAR AND support_service_88.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'SupportService')), 
found_93 AS MATERIALIZED 
(SELECT json_object_agg(CAST(task_91.id AS TEXT), row_to_json(node_92.*)) AS rows 
FROM task AS task_91 JOIN LATERAL (SELECT (('Task_' || task_91.country_code) || '_') || CAST(task_91.id AS TEXT) AS id, 'Task' AS __typename) AS node_92 ON true 
WHERE task_91.country_code = $1::VARCHAR AND task_91.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Task'))
 SELECT row_to_json(answer.*) AS data, coalesce(string_to_array((SELECT string_agg(DISTINCT changed_4.type, ',') AS string_agg_1 
FROM changed_4), ','), '{}'::text[]) AS types 
FROM (SELECT (SELECT JSON_OBJECT('head' : ($3::VARCHAR || '.') || hearth_seal(coalesce((SELECT hearth_place(change_5.number, change_5.changed_at) AS hearth_place_1 
FROM change AS change_5 
WHERE change_5.country_code = $1::VARCHAR AND change_5.number = (SELECT (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2) AS anon_1)), 0), (SELECT counter_2.history 
FROM counter_2), $3::VARCHAR), 'nodes' : (SELECT coalesce(json_agg(listed_94.entry), '[]'::json) AS coalesce_2 
FROM (SELECT JSON_OBJECT('rowId' : (((changed_4.type || '_') || changed_4.country_code) || '_') || CAST(changed_4.row_id AS TEXT), 'type' : upper(left(changed_4.type, 1) || regexp_replace(substr(changed_4.type, 2), '([A-Z])', '_\1', 'g')), 'kind' : changed_4.kind, 'changedAt' : changed_4.changed_at, 'isGone' : changed_4.kind = 'VOIDED' OR NOT (false OR changed_4.type = 'CareEpisode' AND (EXISTS (SELECT 1 
FROM care_episode AS care_episode_6 
WHERE care_episode_6.country_code = $1::VARCHAR AND care_episode_6.voided_at IS NULL AND care_episode_6.id = changed_4.row_id)) OR changed_4.type = 'Caregiver' AND (EXISTS (SELECT 1 
FROM caregiver AS caregiver_7 
WHERE caregiver_7.country_code = $1::VARCHAR AND caregiver_7.voided_at IS NULL AND caregiver_7.id = changed_4.row_id)) OR changed_4.type = 'CaregiverAssignment' AND (EXISTS (SELECT 1 
FROM caregiver_assignment AS caregiver_assignment_8 
WHERE caregiver_assignment_8.country_code = $1::VARCHAR AND caregiver_assignment_8.voided_at IS NULL AND caregiver_assignment_8.id = changed_4.row_id)) OR changed_4.type = 'CaregiverCheck' AND (EXISTS (SELECT 1 
FROM caregiver_check AS caregiver_check_9 
WHERE caregiver_check_9.country_code = $1::VARCHAR AND caregiver_check_9.voided_at IS NULL AND caregiver_check_9.id = changed_4.row_id)) OR changed_4.type = 'CaregiverCredential' AND (EXISTS (SELECT 1 
FROM caregiver_credential AS caregiver_credential_10 
WHERE caregiver_credential_10.country_code = $1::VARCHAR AND caregiver_credential_10.voided_at IS NULL AND caregiver_credential_10.id = changed_4.row_id)) OR changed_4.type = 'Child' AND (EXISTS (SELECT 1 
FROM child AS child_11 
WHERE child_11.country_code = $1::VARCHAR AND child_11.voided_at IS NULL AND child_11.id = changed_4.row_id)) OR changed_4.type = 'CommunityLink' AND (EXISTS (SELECT 1 
FROM community_link AS community_link_12 
WHERE community_link_12.country_code = $1::VARCHAR AND community_link_12.voided_at IS NULL AND community_link_12.id = changed_4.row_id)) OR changed_4.type = 'CommunityPartner' AND (EXISTS (SELECT 1 
FROM community_partner AS community_partner_13 
WHERE community_partner_13.country_code = $1::VARCHAR AND community_partner_13.voided_at IS NULL AND community_partner_13.id = changed_4.row_id)) OR changed_4.type = 'GatekeepingAssessment' AND (EXISTS (SELECT 1 
FROM gatekeeping_assessment AS gatekeeping_assessment_14 
WHERE gatekeeping_assessment_14.country_code = $1::VARCHAR AND gatekeeping_assessment_14.voided_at IS NULL AND gatekeeping_assessment_14.id = changed_4.row_id)) OR changed_4.type = 'Guardianship' AND (EXISTS (SELECT 1 
FROM guardianship AS guardianship_15 
WHERE guardianship_15.country_code = $1::VARCHAR AND guardianship_15.voided_at IS NULL AND guardianship_15.id = changed_4.row_id)) OR changed_4.type = 'Home' AND (EXISTS (SELECT 1 
FROM home AS home_16 
WHERE home_16.country_code = $1::VARCHAR AND home_16.voided_at IS NULL AND home_16.id = changed_4.row_id)) OR changed_4.type = 'HomeAddress' AND (EXISTS (SELECT 1 
FROM home_address AS home_address_17 
WHERE home_address_17.country_code = $1::VARCHAR AND home_address_17.voided_at IS NULL AND home_address_17.id = changed_4.row_id)) OR changed_4.type = 'Inspection' AND (EXISTS (SELECT 1 
FROM inspection AS inspection_18 
WHERE inspection_18.country_code = $1::VARCHAR AND inspection_18.voided_at IS NULL AND inspection_18.id = changed_4.row_id)) OR changed_4.type = 'LegalStatus' AND (EXISTS (SELECT 1 
FROM legal_status AS legal_status_19 
WHERE legal_status_19.country_code = $1::VARCHAR AND legal_status_19.voided_at IS NULL AND legal_status_19.id = changed_4.row_id)) OR changed_4.type = 'Placement' AND (EXISTS (SELECT 1 
FROM placement AS placement_20 
WHERE placement_20.country_code = $1::VARCHAR AND placement_20.voided_at IS NULL AND placement_20.id = changed_4.row_id)) OR changed_4.type = 'PlacementException' AND (EXISTS (SELECT 1 
FROM placement_exception AS placement_exception_21 
WHERE placement_exception_21.country_code = $1::VARCHAR AND placement_exception_21.id = changed_4.row_id)) OR changed_4.type = 'Programme' AND (EXISTS (SELECT 1 
FROM programme AS programme_22 
WHERE programme_22.country_code = $1::VARCHAR AND programme_22.voided_at IS NULL AND programme_22.id = changed_4.row_id)) OR changed_4.type = 'ProgrammeYear' AND (EXISTS (SELECT 1 
FROM programme_year AS programme_year_23 
WHERE programme_year_23.country_code = $1::VARCHAR AND programme_year_23.voided_at IS NULL AND programme_year_23.id = changed_4.row_id)) OR changed_4.type = 'SiblingBond' AND (EXISTS (SELECT 1 
FROM sibling_bond AS sibling_bond_24 
WHERE sibling_bond_24.country_code = $1::VARCHAR AND sibling_bond_24.voided_at IS NULL AND sibling_bond_24.id = changed_4.row_id)) OR changed_4.type = 'SupportService' AND (EXISTS (SELECT 1 
FROM support_service AS support_service_25 
WHERE support_service_25.country_code = $1::VARCHAR AND support_service_25.voided_at IS NULL AND support_service_25.id = changed_4.row_id)) OR changed_4.type = 'Task' AND (EXISTS (SELECT 1 
FROM task AS task_26 
WHERE task_26.country_code = $1::VARCHAR AND task_26.voided_at IS NULL AND task_26.id = changed_4.row_id))), 'node' : CASE WHEN (changed_4.type = 'CareEpisode') THEN (SELECT found_29.rows -> CAST(changed_4.row_id AS TEXT) AS anon_2 
FROM found_29) WHEN (changed_4.type = 'Caregiver') THEN (SELECT found_32.rows -> CAST(changed_4.row_id AS TEXT) AS anon_3 
FROM found_32) WHEN (changed_4.type = 'CaregiverAssignment') THEN (SELECT found_35.rows -> CAST(changed_4.row_id AS TEXT) AS anon_4 
FROM found_35) WHEN (changed_4.type = 'CaregiverCheck') THEN (SELECT found_38.rows -> CAST(changed_4.row_id AS TEXT) AS anon_5 
FROM found_38) WHEN (changed_4.type = 'CaregiverCredential') THEN (SELECT found_41.rows -> CAST(changed_4.row_id AS TEXT) AS anon_6 
FROM found_41) WHEN (changed_4.type = 'Child') THEN (SELECT found_48.rows -> CAST(changed_4.row_id AS TEXT) AS anon_7 
FROM found_48) WHEN (changed_4.type = 'CommunityLink') THEN (SELECT found_51.rows -> CAST(changed_4.row_id AS TEXT) AS anon_8 
FROM found_51) WHEN (changed_4.type = 'CommunityPartner') THEN (SELECT found_54.rows -> CAST(changed_4.row_id AS TEXT) AS anon_9 
FROM found_54) WHEN (changed_4.type = 'GatekeepingAssessment') THEN (SELECT found_57.rows -> CAST(changed_4.row_id AS TEXT) AS anon_10 
FROM found_57) WHEN (changed_4.type = 'Guardianship') THEN (SELECT found_60.rows -> CAST(changed_4.row_id AS TEXT) AS anon_11 
FROM found_60) WHEN (changed_4.type = 'Home') THEN (SELECT found_63.rows -> CAST(changed_4.row_id AS TEXT) AS anon_12 
FROM found_63) WHEN (changed_4.type = 'HomeAddress') THEN (SELECT found_66.rows -> CAST(changed_4.row_id AS TEXT) AS anon_13 
FROM found_66) WHEN (changed_4.type = 'Inspection') THEN (SELECT found_69.rows -> CAST(changed_4.row_id AS TEXT) AS anon_14 
FROM found_69) WHEN (changed_4.type = 'LegalStatus') THEN (SELECT found_72.rows -> CAST(changed_4.row_id AS TEXT) AS anon_15 
FROM found_72) WHEN (changed_4.type = 'Placement') THEN (SELECT found_75.rows -> CAST(changed_4.row_id AS TEXT) AS anon_16 
FROM found_75) WHEN (changed_4.type = 'PlacementException') THEN (SELECT found_78.rows -> CAST(changed_4.row_id AS TEXT) AS anon_17 
FROM found_78) WHEN (changed_4.type = 'Programme') THEN (SELECT found_81.rows -> CAST(changed_4.row_id AS TEXT) AS anon_18 
FROM found_81) WHEN (changed_4.type = 'ProgrammeYear') THEN (SELECT found_84.rows -> CAST(changed_4.row_id AS TEXT) AS anon_19 
FROM found_84) WHEN (changed_4.type = 'SiblingBond') THEN (SELECT found_87.rows -> CAST(changed_4.row_id AS TEXT) AS anon_20 
FROM found_87) WHEN (changed_4.type = 'SupportService') THEN (SELECT found_90.rows -> CAST(changed_4.row_id AS TEXT) AS anon_21 
FROM found_90) WHEN (changed_4.type = 'Task') THEN (SELECT found_93.rows -> CAST(changed_4.row_id AS TEXT) AS anon_22 
FROM found_93) ELSE null::json END RETURNING json) AS entry, changed_4.number AS number 
FROM changed_4 ORDER BY changed_4.number) AS listed_94), 'edges' : (SELECT coalesce(json_agg(listed_95.entry), '[]'::json) AS coalesce_3 
FROM (SELECT JSON_OBJECT('cursor' : ($3::VARCHAR || '.') || hearth_seal(hearth_place(changed_4.number, changed_4.changed_at), (SELECT counter_2.history 
FROM counter_2), $3::VARCHAR), 'node' : JSON_OBJECT('kind' : changed_4.kind, '__typename' : 'Change' RETURNING json), '__typename' : 'ChangeEdge' RETURNING json) AS entry, changed_4.number AS number 
FROM changed_4 ORDER BY changed_4.number) AS listed_95), 'pageInfo' : JSON_OBJECT('hasNextPage' : CASE WHEN (SELECT count(*) >= $2::BIGINT AS anon_23 
FROM changed_4) THEN (SELECT max(changed_4.number) AS max_1 
FROM changed_4) ELSE least(0 + 10000, (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2)) END < (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2), 'hasPreviousPage' : false, 'startCursor' : ($3::VARCHAR || '.') || hearth_seal((SELECT min(hearth_place(changed_4.number, changed_4.changed_at)) AS min_1 
FROM changed_4), (SELECT counter_2.history 
FROM counter_2), $3::VARCHAR), 'endCursor' : ($3::VARCHAR || '.') || hearth_seal(coalesce((SELECT hearth_place(change_96.number, change_96.changed_at) AS hearth_place_2 
FROM change AS change_96 
WHERE change_96.country_code = $1::VARCHAR AND change_96.number = (SELECT CASE WHEN (SELECT count(*) >= $2::BIGINT AS anon_23 
FROM changed_4) THEN (SELECT max(changed_4.number) AS max_1 
FROM changed_4) ELSE least(0 + 10000, (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2)) END AS anon_24)), 0), (SELECT counter_2.history 
FROM counter_2), $3::VARCHAR), '__typename' : 'PageInfo' RETURNING json), '__typename' : 'ChangeConnection' RETURNING json) AS value) AS changes) AS answer
