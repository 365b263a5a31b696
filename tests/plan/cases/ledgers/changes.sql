WITH changed_4 AS MATERIALIZED 
(SELECT change_3.country_code AS country_code, change_3.number AS number, change_3.type AS type, change_3.row_id AS row_id, change_3.kind AS kind, change_3.changed_at AS changed_at 
FROM change AS change_3 
WHERE change_3.country_code = $1::VARCHAR AND change_3.number > 0 AND change_3.number <= 0 + 10000 ORDER BY change_3.number 
 LIMIT $2::BIGINT), 
counter_2 AS MATERIALIZED 
(SELECT change_counter_1.last AS last, hearth_history(change_counter_1.secret) AS history 
FROM change_counter AS change_counter_1 
WHERE change_counter_1.country_code = $1::VARCHAR), 
found_30 AS MATERIALIZED 
(SELECT json_object_agg(CAST(care_episode_28.id AS TEXT), row_to_json(node_29.*)) AS rows 
FROM care_episode AS care_episode_28 JOIN LATERAL (SELECT (('CareEpisode_' || care_episode_28.country_code) || '_') || CAST(care_episode_28.id AS TEXT) AS id, 'CareEpisode' AS __typename) AS node_29 ON true 
WHERE care_episode_28.country_code = $1::VARCHAR AND care_episode_28.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'CareEpisode')), 
found_33 AS MATERIALIZED 
(SELECT json_object_agg(CAST(caregiver_31.id AS TEXT), row_to_json(node_32.*)) AS rows 
FROM caregiver AS caregiver_31 JOIN LATERAL (SELECT (('Caregiver_' || caregiver_31.country_code) || '_') || CAST(caregiver_31.id AS TEXT) AS id, 'Caregiver' AS __typename) AS node_32 ON true 
WHERE caregiver_31.country_code = $1::VARCHAR AND caregiver_31.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Caregiver')), 
found_36 AS MATERIALIZED 
(SELECT json_object_agg(CAST(caregiver_assignment_34.id AS TEXT), row_to_json(node_35.*)) AS rows 
FROM caregiver_assignment AS caregiver_assignment_34 JOIN LATERAL (SELECT (('CaregiverAssignment_' || caregiver_assignment_34.country_code) || '_') || CAST(caregiver_assignment_34.id AS TEXT) AS id, 'CaregiverAssignment' AS __typename) AS node_35 ON true 
WHERE caregiver_assignment_34.country_code = $1::VARCHAR AND caregiver_assignment_34.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'CaregiverAssignment')), 
found_39 AS MATERIALIZED 
(SELECT json_object_agg(CAST(caregiver_check_37.id AS TEXT), row_to_json(node_38.*)) AS rows 
FROM caregiver_check AS caregiver_check_37 JOIN LATERAL (SELECT (('CaregiverCheck_' || caregiver_check_37.country_code) || '_') || CAST(caregiver_check_37.id AS TEXT) AS id, 'CaregiverCheck' AS __typename) AS node_38 ON true 
WHERE caregiver_check_37.country_code = $1::VARCHAR AND caregiver_check_37.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'CaregiverCheck')), 
found_42 AS MATERIALIZED 
(SELECT json_object_agg(CAST(caregiver_credential_40.id AS TEXT), row_to_json(node_41.*)) AS rows 
FROM caregiver_credential AS caregiver_credential_40 JOIN LATERAL (SELECT (('CaregiverCredential_' || caregiver_credential_40.country_code) || '_') || CAST(caregiver_credential_40.id AS TEXT) AS id, 'CaregiverCredential' AS __typename) AS node_41 ON true 
WHERE caregiver_credential_40.country_code = $1::VARCHAR AND caregiver_credential_40.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'CaregiverCredential')), 
found_49 AS MATERIALIZED 
(SELECT json_object_agg(CAST(child_43.id AS TEXT), row_to_json(node_48.*)) AS rows 
FROM child AS child_43 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_46.*) AS value 
FROM placement AS placement_45, home AS home_44 JOIN LATERAL (SELECT home_44.name AS name) AS node_46 ON true 
WHERE placement_45.child_file_id = child_43.id AND placement_45.started_on <= $4::DATE AND (placement_45.ended_on IS NULL OR placement_45.ended_on > $4::DATE) AND placement_45.country_code = $1::VARCHAR AND placement_45.voided_at IS NULL AND home_44.id = placement_45.home_id AND home_44.country_code = $1::VARCHAR AND home_44.voided_at IS NULL) AS link_47 ON true JOIN LATERAL (SELECT (('Child_' || child_43.country_code) || '_') || CAST(child_43.id AS TEXT) AS id, 'Child' AS __typename, child_43.given_name AS "givenName", link_47.value AS home) AS node_48 ON true 
WHERE child_43.country_code = $1::VARCHAR AND child_43.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Child')), 
found_52 AS MATERIALIZED 
(SELECT json_object_agg(CAST(community_link_50.id AS TEXT), row_to_json(node_51.*)) AS rows 
FROM community_link AS community_link_50 JOIN LATERAL (SELECT (('CommunityLink_' || community_link_50.country_code) || '_') || CAST(community_link_50.id AS TEXT) AS id, 'CommunityLink' AS __typename) AS node_51 ON true 
WHERE community_link_50.country_code = $1::VARCHAR AND community_link_50.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'CommunityLink')), 
found_55 AS MATERIALIZED 
(SELECT json_object_agg(CAST(community_partner_53.id AS TEXT), row_to_json(node_54.*)) AS rows 
FROM community_partner AS community_partner_53 JOIN LATERAL (SELECT (('CommunityPartner_' || community_partner_53.country_code) || '_') || CAST(community_partner_53.id AS TEXT) AS id, 'CommunityPartner' AS __typename) AS node_54 ON true 
WHERE community_partner_53.country_code = $1::VARCHAR AND community_partner_53.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'CommunityPartner')), 
found_58 AS MATERIALIZED 
(SELECT json_object_agg(CAST(gatekeeping_assessment_56.id AS TEXT), row_to_json(node_57.*)) AS rows 
FROM gatekeeping_assessment AS gatekeeping_assessment_56 JOIN LATERAL (SELECT (('GatekeepingAssessment_' || gatekeeping_assessment_56.country_code) || '_') || CAST(gatekeeping_assessment_56.id AS TEXT) AS id, 'GatekeepingAssessment' AS __typename) AS node_57 ON true 
WHERE gatekeeping_assessment_56.country_code = $1::VARCHAR AND gatekeeping_assessment_56.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'GatekeepingAssessment')), 
found_61 AS MATERIALIZED 
(SELECT json_object_agg(CAST(guardianship_59.id AS TEXT), row_to_json(node_60.*)) AS rows 
FROM guardianship AS guardianship_59 JOIN LATERAL (SELECT (('Guardianship_' || guardianship_59.country_code) || '_') || CAST(guardianship_59.id AS TEXT) AS id, 'Guardianship' AS __typename) AS node_60 ON true 
WHERE guardianship_59.country_code = $1::VARCHAR AND guardianship_59.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Guardianship')), 
found_64 AS MATERIALIZED 
(SELECT json_object_agg(CAST(home_62.id AS TEXT), row_to_json(node_63.*)) AS rows 
FROM home AS home_62 JOIN LATERAL (SELECT (('Home_' || home_62.country_code) || '_') || CAST(home_62.id AS TEXT) AS id, 'Home' AS __typename) AS node_63 ON true 
WHERE home_62.country_code = $1::VARCHAR AND home_62.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Home')), 
found_67 AS MATERIALIZED 
(SELECT json_object_agg(CAST(home_address_65.id AS TEXT), row_to_json(node_66.*)) AS rows 
FROM home_address AS home_address_65 JOIN LATERAL (SELECT (('HomeAddress_' || home_address_65.country_code) || '_') || CAST(home_address_65.id AS TEXT) AS id, 'HomeAddress' AS __typename) AS node_66 ON true 
WHERE home_address_65.country_code = $1::VARCHAR AND home_address_65.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'HomeAddress')), 
found_70 AS MATERIALIZED 
(SELECT json_object_agg(CAST(inspection_68.id AS TEXT), row_to_json(node_69.*)) AS rows 
FROM inspection AS inspection_68 JOIN LATERAL (SELECT (('Inspection_' || inspection_68.country_code) || '_') || CAST(inspection_68.id AS TEXT) AS id, 'Inspection' AS __typename) AS node_69 ON true 
WHERE inspection_68.country_code = $1::VARCHAR AND inspection_68.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Inspection')), 
found_73 AS MATERIALIZED 
(SELECT json_object_agg(CAST(legal_status_71.id AS TEXT), row_to_json(node_72.*)) AS rows 
FROM legal_status AS legal_status_71 JOIN LATERAL (SELECT (('LegalStatus_' || legal_status_71.country_code) || '_') || CAST(legal_status_71.id AS TEXT) AS id, 'LegalStatus' AS __typename) AS node_72 ON true 
WHERE legal_status_71.country_code = $1::VARCHAR AND legal_status_71.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'LegalStatus')), 
found_76 AS MATERIALIZED 
(SELECT json_object_agg(CAST(placement_74.id AS TEXT), row_to_json(node_75.*)) AS rows 
FROM placement AS placement_74 JOIN LATERAL (SELECT (('Placement_' || placement_74.country_code) || '_') || CAST(placement_74.id AS TEXT) AS id, 'Placement' AS __typename, placement_74.started_on AS "startedOn") AS node_75 ON true 
WHERE placement_74.country_code = $1::VARCHAR AND placement_74.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Placement')), 
found_79 AS MATERIALIZED 
(SELECT json_object_agg(CAST(placement_exception_77.id AS TEXT), row_to_json(node_78.*)) AS rows 
FROM placement_exception AS placement_exception_77 JOIN LATERAL (SELECT (('PlacementException_' || placement_exception_77.country_code) || '_') || CAST(placement_exception_77.id AS TEXT) AS id, 'PlacementException' AS __typename) AS node_78 ON true 
WHERE placement_exception_77.country_code = $1::VARCHAR AND placement_exception_77.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'PlacementException')), 
found_82 AS MATERIALIZED 
(SELECT json_object_agg(CAST(programme_80.id AS TEXT), row_to_json(node_81.*)) AS rows 
FROM programme AS programme_80 JOIN LATERAL (SELECT (('Programme_' || programme_80.country_code) || '_') || CAST(programme_80.id AS TEXT) AS id, 'Programme' AS __typename) AS node_81 ON true 
WHERE programme_80.country_code = $1::VARCHAR AND programme_80.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Programme')), 
found_85 AS MATERIALIZED 
(SELECT json_object_agg(CAST(programme_year_83.id AS TEXT), row_to_json(node_84.*)) AS rows 
FROM programme_year AS programme_year_83 JOIN LATERAL (SELECT (('ProgrammeYear_' || programme_year_83.country_code) || '_') || CAST(programme_year_83.id AS TEXT) AS id, 'ProgrammeYear' AS __typename) AS node_84 ON true 
WHERE programme_year_83.country_code = $1::VARCHAR AND programme_year_83.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'ProgrammeYear')), 
found_88 AS MATERIALIZED 
(SELECT json_object_agg(CAST(sibling_bond_86.id AS TEXT), row_to_json(node_87.*)) AS rows 
FROM sibling_bond AS sibling_bond_86 JOIN LATERAL (SELECT (('SiblingBond_' || sibling_bond_86.country_code) || '_') || CAST(sibling_bond_86.id AS TEXT) AS id, 'SiblingBond' AS __typename) AS node_87 ON true 
WHERE sibling_bond_86.country_code = $1::VARCHAR AND sibling_bond_86.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'SiblingBond')), 
found_91 AS MATERIALIZED 
(SELECT json_object_agg(CAST(support_service_89.id AS TEXT), row_to_json(node_90.*)) AS rows 
FROM support_service AS support_service_89 JOIN LATERAL (SELECT (('SupportService_' || support_service_89.country_code) || '_') || CAST(support_service_89.id AS TEXT) AS id, 'SupportService' AS __typename) AS node_90 ON true 
WHERE support_service_89.country_code = $1::VARCHAR AND support_service_89.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'SupportService')), 
found_94 AS MATERIALIZED 
(SELECT json_object_agg(CAST(task_92.id AS TEXT), row_to_json(node_93.*)) AS rows 
FROM task AS task_92 JOIN LATERAL (SELECT (('Task_' || task_92.country_code) || '_') || CAST(task_92.id AS TEXT) AS id, 'Task' AS __typename) AS node_93 ON true 
WHERE task_92.country_code = $1::VARCHAR AND task_92.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Task')), 
found_97 AS MATERIALIZED 
(SELECT json_object_agg(CAST(temporary_stay_95.id AS TEXT), row_to_json(node_96.*)) AS rows 
FROM temporary_stay AS temporary_stay_95 JOIN LATERAL (SELECT (('TemporaryStay_' || temporary_stay_95.country_code) || '_') || CAST(temporary_stay_95.id AS TEXT) AS id, 'TemporaryStay' AS __typename) AS node_96 ON true 
WHERE temporary_stay_95.country_code = $1::VARCHAR AND temporary_stay_95.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'TemporaryStay'))
 SELECT row_to_json(answer.*) AS data, coalesce(string_to_array((SELECT string_agg(DISTINCT changed_4.type, ',') AS string_agg_1 
FROM changed_4), ','), '{}'::text[]) AS types 
FROM (SELECT (SELECT JSON_OBJECT('head' : ($3::VARCHAR || '.') || hearth_seal(coalesce((SELECT hearth_place(change_5.number, change_5.changed_at) AS hearth_place_1 
FROM change AS change_5 
WHERE change_5.country_code = $1::VARCHAR AND change_5.number = (SELECT (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2) AS anon_1)), 0), (SELECT counter_2.history 
FROM counter_2), $3::VARCHAR), 'nodes' : (SELECT coalesce(json_agg(listed_98.entry), '[]'::json) AS coalesce_2 
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
WHERE task_26.country_code = $1::VARCHAR AND task_26.voided_at IS NULL AND task_26.id = changed_4.row_id)) OR changed_4.type = 'TemporaryStay' AND (EXISTS (SELECT 1 
FROM temporary_stay AS temporary_stay_27 
WHERE temporary_stay_27.country_code = $1::VARCHAR AND temporary_stay_27.voided_at IS NULL AND temporary_stay_27.id = changed_4.row_id))), 'node' : CASE WHEN (changed_4.type = 'CareEpisode') THEN (SELECT found_30.rows -> CAST(changed_4.row_id AS TEXT) AS anon_2 
FROM found_30) WHEN (changed_4.type = 'Caregiver') THEN (SELECT found_33.rows -> CAST(changed_4.row_id AS TEXT) AS anon_3 
FROM found_33) WHEN (changed_4.type = 'CaregiverAssignment') THEN (SELECT found_36.rows -> CAST(changed_4.row_id AS TEXT) AS anon_4 
FROM found_36) WHEN (changed_4.type = 'CaregiverCheck') THEN (SELECT found_39.rows -> CAST(changed_4.row_id AS TEXT) AS anon_5 
FROM found_39) WHEN (changed_4.type = 'CaregiverCredential') THEN (SELECT found_42.rows -> CAST(changed_4.row_id AS TEXT) AS anon_6 
FROM found_42) WHEN (changed_4.type = 'Child') THEN (SELECT found_49.rows -> CAST(changed_4.row_id AS TEXT) AS anon_7 
FROM found_49) WHEN (changed_4.type = 'CommunityLink') THEN (SELECT found_52.rows -> CAST(changed_4.row_id AS TEXT) AS anon_8 
FROM found_52) WHEN (changed_4.type = 'CommunityPartner') THEN (SELECT found_55.rows -> CAST(changed_4.row_id AS TEXT) AS anon_9 
FROM found_55) WHEN (changed_4.type = 'GatekeepingAssessment') THEN (SELECT found_58.rows -> CAST(changed_4.row_id AS TEXT) AS anon_10 
FROM found_58) WHEN (changed_4.type = 'Guardianship') THEN (SELECT found_61.rows -> CAST(changed_4.row_id AS TEXT) AS anon_11 
FROM found_61) WHEN (changed_4.type = 'Home') THEN (SELECT found_64.rows -> CAST(changed_4.row_id AS TEXT) AS anon_12 
FROM found_64) WHEN (changed_4.type = 'HomeAddress') THEN (SELECT found_67.rows -> CAST(changed_4.row_id AS TEXT) AS anon_13 
FROM found_67) WHEN (changed_4.type = 'Inspection') THEN (SELECT found_70.rows -> CAST(changed_4.row_id AS TEXT) AS anon_14 
FROM found_70) WHEN (changed_4.type = 'LegalStatus') THEN (SELECT found_73.rows -> CAST(changed_4.row_id AS TEXT) AS anon_15 
FROM found_73) WHEN (changed_4.type = 'Placement') THEN (SELECT found_76.rows -> CAST(changed_4.row_id AS TEXT) AS anon_16 
FROM found_76) WHEN (changed_4.type = 'PlacementException') THEN (SELECT found_79.rows -> CAST(changed_4.row_id AS TEXT) AS anon_17 
FROM found_79) WHEN (changed_4.type = 'Programme') THEN (SELECT found_82.rows -> CAST(changed_4.row_id AS TEXT) AS anon_18 
FROM found_82) WHEN (changed_4.type = 'ProgrammeYear') THEN (SELECT found_85.rows -> CAST(changed_4.row_id AS TEXT) AS anon_19 
FROM found_85) WHEN (changed_4.type = 'SiblingBond') THEN (SELECT found_88.rows -> CAST(changed_4.row_id AS TEXT) AS anon_20 
FROM found_88) WHEN (changed_4.type = 'SupportService') THEN (SELECT found_91.rows -> CAST(changed_4.row_id AS TEXT) AS anon_21 
FROM found_91) WHEN (changed_4.type = 'Task') THEN (SELECT found_94.rows -> CAST(changed_4.row_id AS TEXT) AS anon_22 
FROM found_94) WHEN (changed_4.type = 'TemporaryStay') THEN (SELECT found_97.rows -> CAST(changed_4.row_id AS TEXT) AS anon_23 
FROM found_97) ELSE null::json END RETURNING json) AS entry, changed_4.number AS number 
FROM changed_4 ORDER BY changed_4.number) AS listed_98), 'edges' : (SELECT coalesce(json_agg(listed_99.entry), '[]'::json) AS coalesce_3 
FROM (SELECT JSON_OBJECT('cursor' : ($3::VARCHAR || '.') || hearth_seal(hearth_place(changed_4.number, changed_4.changed_at), (SELECT counter_2.history 
FROM counter_2), $3::VARCHAR), 'node' : JSON_OBJECT('kind' : changed_4.kind, '__typename' : 'Change' RETURNING json), '__typename' : 'ChangeEdge' RETURNING json) AS entry, changed_4.number AS number 
FROM changed_4 ORDER BY changed_4.number) AS listed_99), 'pageInfo' : JSON_OBJECT('hasNextPage' : CASE WHEN (SELECT count(*) >= $2::BIGINT AS anon_24 
FROM changed_4) THEN (SELECT max(changed_4.number) AS max_1 
FROM changed_4) ELSE least(0 + 10000, (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2)) END < (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2), 'hasPreviousPage' : false, 'startCursor' : ($3::VARCHAR || '.') || hearth_seal((SELECT min(hearth_place(changed_4.number, changed_4.changed_at)) AS min_1 
FROM changed_4), (SELECT counter_2.history 
FROM counter_2), $3::VARCHAR), 'endCursor' : ($3::VARCHAR || '.') || hearth_seal(coalesce((SELECT hearth_place(change_100.number, change_100.changed_at) AS hearth_place_2 
FROM change AS change_100 
WHERE change_100.country_code = $1::VARCHAR AND change_100.number = (SELECT CASE WHEN (SELECT count(*) >= $2::BIGINT AS anon_24 
FROM changed_4) THEN (SELECT max(changed_4.number) AS max_1 
FROM changed_4) ELSE least(0 + 10000, (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2)) END AS anon_25)), 0), (SELECT counter_2.history 
FROM counter_2), $3::VARCHAR), '__typename' : 'PageInfo' RETURNING json), '__typename' : 'ChangeConnection' RETURNING json) AS value) AS changes) AS answer
