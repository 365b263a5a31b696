WITH changed_4 AS MATERIALIZED 
(SELECT change_3.country_code AS country_code, change_3.number AS number, change_3.type AS type, change_3.row_id AS row_id, change_3.kind AS kind, change_3.changed_at AS changed_at 
FROM change AS change_3 
WHERE change_3.country_code = $1::VARCHAR AND change_3.number > 0 AND change_3.number <= 0 + 10000 ORDER BY change_3.number 
 LIMIT $2::BIGINT), 
counter_2 AS MATERIALIZED 
(SELECT change_counter_1.last AS last, hearth_history(change_counter_1.secret) AS history 
FROM change_counter AS change_counter_1 
WHERE change_counter_1.country_code = $1::VARCHAR), 
found_34 AS MATERIALIZED 
(SELECT json_object_agg(CAST(care_episode_32.id AS TEXT), row_to_json(node_33.*)) AS rows 
FROM care_episode AS care_episode_32 JOIN LATERAL (SELECT (('CareEpisode_' || care_episode_32.country_code) || '_') || CAST(care_episode_32.id AS TEXT) AS id, 'CareEpisode' AS __typename) AS node_33 ON true 
WHERE care_episode_32.country_code = $1::VARCHAR AND care_episode_32.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'CareEpisode')), 
found_37 AS MATERIALIZED 
(SELECT json_object_agg(CAST(caregiver_35.id AS TEXT), row_to_json(node_36.*)) AS rows 
FROM caregiver AS caregiver_35 JOIN LATERAL (SELECT (('Caregiver_' || caregiver_35.country_code) || '_') || CAST(caregiver_35.id AS TEXT) AS id, 'Caregiver' AS __typename) AS node_36 ON true 
WHERE caregiver_35.country_code = $1::VARCHAR AND caregiver_35.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Caregiver')), 
found_40 AS MATERIALIZED 
(SELECT json_object_agg(CAST(caregiver_assignment_38.id AS TEXT), row_to_json(node_39.*)) AS rows 
FROM caregiver_assignment AS caregiver_assignment_38 JOIN LATERAL (SELECT (('CaregiverAssignment_' || caregiver_assignment_38.country_code) || '_') || CAST(caregiver_assignment_38.id AS TEXT) AS id, 'CaregiverAssignment' AS __typename) AS node_39 ON true 
WHERE caregiver_assignment_38.country_code = $1::VARCHAR AND caregiver_assignment_38.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'CaregiverAssignment')), 
found_43 AS MATERIALIZED 
(SELECT json_object_agg(CAST(caregiver_check_41.id AS TEXT), row_to_json(node_42.*)) AS rows 
FROM caregiver_check AS caregiver_check_41 JOIN LATERAL (SELECT (('CaregiverCheck_' || caregiver_check_41.country_code) || '_') || CAST(caregiver_check_41.id AS TEXT) AS id, 'CaregiverCheck' AS __typename) AS node_42 ON true 
WHERE caregiver_check_41.country_code = $1::VARCHAR AND caregiver_check_41.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'CaregiverCheck')), 
found_46 AS MATERIALIZED 
(SELECT json_object_agg(CAST(caregiver_credential_44.id AS TEXT), row_to_json(node_45.*)) AS rows 
FROM caregiver_credential AS caregiver_credential_44 JOIN LATERAL (SELECT (('CaregiverCredential_' || caregiver_credential_44.country_code) || '_') || CAST(caregiver_credential_44.id AS TEXT) AS id, 'CaregiverCredential' AS __typename) AS node_45 ON true 
WHERE caregiver_credential_44.country_code = $1::VARCHAR AND caregiver_credential_44.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'CaregiverCredential')), 
found_53 AS MATERIALIZED 
(SELECT json_object_agg(CAST(child_47.id AS TEXT), row_to_json(node_52.*)) AS rows 
FROM child AS child_47 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_50.*) AS value 
FROM placement AS placement_49, home AS home_48 JOIN LATERAL (SELECT home_48.name AS name) AS node_50 ON true 
WHERE placement_49.child_file_id = child_47.id AND placement_49.started_on <= $4::DATE AND (placement_49.ended_on IS NULL OR placement_49.ended_on > $4::DATE) AND placement_49.country_code = $1::VARCHAR AND placement_49.voided_at IS NULL AND home_48.id = placement_49.home_id AND home_48.country_code = $1::VARCHAR AND home_48.voided_at IS NULL) AS link_51 ON true JOIN LATERAL (SELECT (('Child_' || child_47.country_code) || '_') || CAST(child_47.id AS TEXT) AS id, 'Child' AS __typename, child_47.given_name AS "givenName", link_51.value AS home) AS node_52 ON true 
WHERE child_47.country_code = $1::VARCHAR AND child_47.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Child')), 
found_56 AS MATERIALIZED 
(SELECT json_object_agg(CAST(community_link_54.id AS TEXT), row_to_json(node_55.*)) AS rows 
FROM community_link AS community_link_54 JOIN LATERAL (SELECT (('CommunityLink_' || community_link_54.country_code) || '_') || CAST(community_link_54.id AS TEXT) AS id, 'CommunityLink' AS __typename) AS node_55 ON true 
WHERE community_link_54.country_code = $1::VARCHAR AND community_link_54.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'CommunityLink')), 
found_59 AS MATERIALIZED 
(SELECT json_object_agg(CAST(community_partner_57.id AS TEXT), row_to_json(node_58.*)) AS rows 
FROM community_partner AS community_partner_57 JOIN LATERAL (SELECT (('CommunityPartner_' || community_partner_57.country_code) || '_') || CAST(community_partner_57.id AS TEXT) AS id, 'CommunityPartner' AS __typename) AS node_58 ON true 
WHERE community_partner_57.country_code = $1::VARCHAR AND community_partner_57.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'CommunityPartner')), 
found_62 AS MATERIALIZED 
(SELECT json_object_agg(CAST(decision_60.id AS TEXT), row_to_json(node_61.*)) AS rows 
FROM decision AS decision_60 JOIN LATERAL (SELECT (('Decision_' || decision_60.country_code) || '_') || CAST(decision_60.id AS TEXT) AS id, 'Decision' AS __typename) AS node_61 ON true 
WHERE decision_60.country_code = $1::VARCHAR AND decision_60.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Decision')), 
found_65 AS MATERIALIZED 
(SELECT json_object_agg(CAST(decision_option_63.id AS TEXT), row_to_json(node_64.*)) AS rows 
FROM decision_option AS decision_option_63 JOIN LATERAL (SELECT (('DecisionOption_' || decision_option_63.country_code) || '_') || CAST(decision_option_63.id AS TEXT) AS id, 'DecisionOption' AS __typename) AS node_64 ON true 
WHERE decision_option_63.country_code = $1::VARCHAR AND decision_option_63.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'DecisionOption')), 
found_68 AS MATERIALIZED 
(SELECT json_object_agg(CAST(gatekeeping_assessment_66.id AS TEXT), row_to_json(node_67.*)) AS rows 
FROM gatekeeping_assessment AS gatekeeping_assessment_66 JOIN LATERAL (SELECT (('GatekeepingAssessment_' || gatekeeping_assessment_66.country_code) || '_') || CAST(gatekeeping_assessment_66.id AS TEXT) AS id, 'GatekeepingAssessment' AS __typename) AS node_67 ON true 
WHERE gatekeeping_assessment_66.country_code = $1::VARCHAR AND gatekeeping_assessment_66.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'GatekeepingAssessment')), 
found_71 AS MATERIALIZED 
(SELECT json_object_agg(CAST(guardianship_69.id AS TEXT), row_to_json(node_70.*)) AS rows 
FROM guardianship AS guardianship_69 JOIN LATERAL (SELECT (('Guardianship_' || guardianship_69.country_code) || '_') || CAST(guardianship_69.id AS TEXT) AS id, 'Guardianship' AS __typename) AS node_70 ON true 
WHERE guardianship_69.country_code = $1::VARCHAR AND guardianship_69.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Guardianship')), 
found_74 AS MATERIALIZED 
(SELECT json_object_agg(CAST(home_72.id AS TEXT), row_to_json(node_73.*)) AS rows 
FROM home AS home_72 JOIN LATERAL (SELECT (('Home_' || home_72.country_code) || '_') || CAST(home_72.id AS TEXT) AS id, 'Home' AS __typename) AS node_73 ON true 
WHERE home_72.country_code = $1::VARCHAR AND home_72.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Home')), 
found_77 AS MATERIALIZED 
(SELECT json_object_agg(CAST(home_address_75.id AS TEXT), row_to_json(node_76.*)) AS rows 
FROM home_address AS home_address_75 JOIN LATERAL (SELECT (('HomeAddress_' || home_address_75.country_code) || '_') || CAST(home_address_75.id AS TEXT) AS id, 'HomeAddress' AS __typename) AS node_76 ON true 
WHERE home_address_75.country_code = $1::VARCHAR AND home_address_75.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'HomeAddress')), 
found_80 AS MATERIALIZED 
(SELECT json_object_agg(CAST(inspection_78.id AS TEXT), row_to_json(node_79.*)) AS rows 
FROM inspection AS inspection_78 JOIN LATERAL (SELECT (('Inspection_' || inspection_78.country_code) || '_') || CAST(inspection_78.id AS TEXT) AS id, 'Inspection' AS __typename) AS node_79 ON true 
WHERE inspection_78.country_code = $1::VARCHAR AND inspection_78.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Inspection')), 
found_83 AS MATERIALIZED 
(SELECT json_object_agg(CAST(legal_status_81.id AS TEXT), row_to_json(node_82.*)) AS rows 
FROM legal_status AS legal_status_81 JOIN LATERAL (SELECT (('LegalStatus_' || legal_status_81.country_code) || '_') || CAST(legal_status_81.id AS TEXT) AS id, 'LegalStatus' AS __typename) AS node_82 ON true 
WHERE legal_status_81.country_code = $1::VARCHAR AND legal_status_81.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'LegalStatus')), 
found_86 AS MATERIALIZED 
(SELECT json_object_agg(CAST(participation_84.id AS TEXT), row_to_json(node_85.*)) AS rows 
FROM participation AS participation_84 JOIN LATERAL (SELECT (('Participation_' || participation_84.country_code) || '_') || CAST(participation_84.id AS TEXT) AS id, 'Participation' AS __typename) AS node_85 ON true 
WHERE participation_84.country_code = $1::VARCHAR AND participation_84.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Participation')), 
found_89 AS MATERIALIZED 
(SELECT json_object_agg(CAST(placement_87.id AS TEXT), row_to_json(node_88.*)) AS rows 
FROM placement AS placement_87 JOIN LATERAL (SELECT (('Placement_' || placement_87.country_code) || '_') || CAST(placement_87.id AS TEXT) AS id, 'Placement' AS __typename, placement_87.started_on AS "startedOn") AS node_88 ON true 
WHERE placement_87.country_code = $1::VARCHAR AND placement_87.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Placement')), 
found_92 AS MATERIALIZED 
(SELECT json_object_agg(CAST(placement_exception_90.id AS TEXT), row_to_json(node_91.*)) AS rows 
FROM placement_exception AS placement_exception_90 JOIN LATERAL (SELECT (('PlacementException_' || placement_exception_90.country_code) || '_') || CAST(placement_exception_90.id AS TEXT) AS id, 'PlacementException' AS __typename) AS node_91 ON true 
WHERE placement_exception_90.country_code = $1::VARCHAR AND placement_exception_90.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'PlacementException')), 
found_95 AS MATERIALIZED 
(SELECT json_object_agg(CAST(programme_93.id AS TEXT), row_to_json(node_94.*)) AS rows 
FROM programme AS programme_93 JOIN LATERAL (SELECT (('Programme_' || programme_93.country_code) || '_') || CAST(programme_93.id AS TEXT) AS id, 'Programme' AS __typename) AS node_94 ON true 
WHERE programme_93.country_code = $1::VARCHAR AND programme_93.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Programme')), 
found_98 AS MATERIALIZED 
(SELECT json_object_agg(CAST(programme_year_96.id AS TEXT), row_to_json(node_97.*)) AS rows 
FROM programme_year AS programme_year_96 JOIN LATERAL (SELECT (('ProgrammeYear_' || programme_year_96.country_code) || '_') || CAST(programme_year_96.id AS TEXT) AS id, 'ProgrammeYear' AS __typename) AS node_97 ON true 
WHERE programme_year_96.country_code = $1::VARCHAR AND programme_year_96.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'ProgrammeYear')), 
found_101 AS MATERIALIZED 
(SELECT json_object_agg(CAST(relative_99.id AS TEXT), row_to_json(node_100.*)) AS rows 
FROM relative AS relative_99 JOIN LATERAL (SELECT (('Relative_' || relative_99.country_code) || '_') || CAST(relative_99.id AS TEXT) AS id, 'Relative' AS __typename) AS node_100 ON true 
WHERE relative_99.country_code = $1::VARCHAR AND relative_99.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Relative')), 
found_104 AS MATERIALIZED 
(SELECT json_object_agg(CAST(sibling_bond_102.id AS TEXT), row_to_json(node_103.*)) AS rows 
FROM sibling_bond AS sibling_bond_102 JOIN LATERAL (SELECT (('SiblingBond_' || sibling_bond_102.country_code) || '_') || CAST(sibling_bond_102.id AS TEXT) AS id, 'SiblingBond' AS __typename) AS node_103 ON true 
WHERE sibling_bond_102.country_code = $1::VARCHAR AND sibling_bond_102.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'SiblingBond')), 
found_107 AS MATERIALIZED 
(SELECT json_object_agg(CAST(support_service_105.id AS TEXT), row_to_json(node_106.*)) AS rows 
FROM support_service AS support_service_105 JOIN LATERAL (SELECT (('SupportService_' || support_service_105.country_code) || '_') || CAST(support_service_105.id AS TEXT) AS id, 'SupportService' AS __typename) AS node_106 ON true 
WHERE support_service_105.country_code = $1::VARCHAR AND support_service_105.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'SupportService')), 
found_110 AS MATERIALIZED 
(SELECT json_object_agg(CAST(task_108.id AS TEXT), row_to_json(node_109.*)) AS rows 
FROM task AS task_108 JOIN LATERAL (SELECT (('Task_' || task_108.country_code) || '_') || CAST(task_108.id AS TEXT) AS id, 'Task' AS __typename) AS node_109 ON true 
WHERE task_108.country_code = $1::VARCHAR AND task_108.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'Task')), 
found_113 AS MATERIALIZED 
(SELECT json_object_agg(CAST(temporary_stay_111.id AS TEXT), row_to_json(node_112.*)) AS rows 
FROM temporary_stay AS temporary_stay_111 JOIN LATERAL (SELECT (('TemporaryStay_' || temporary_stay_111.country_code) || '_') || CAST(temporary_stay_111.id AS TEXT) AS id, 'TemporaryStay' AS __typename) AS node_112 ON true 
WHERE temporary_stay_111.country_code = $1::VARCHAR AND temporary_stay_111.id IN (SELECT changed_4.row_id 
FROM changed_4 
WHERE changed_4.type = 'TemporaryStay'))
 SELECT row_to_json(answer.*) AS data, coalesce(string_to_array((SELECT string_agg(DISTINCT changed_4.type, ',') AS string_agg_1 
FROM changed_4), ','), '{}'::text[]) AS types 
FROM (SELECT (SELECT JSON_OBJECT('head' : ($3::VARCHAR || '.') || hearth_seal(coalesce((SELECT hearth_place(change_5.number, change_5.changed_at) AS hearth_place_1 
FROM change AS change_5 
WHERE change_5.country_code = $1::VARCHAR AND change_5.number = (SELECT (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2) AS anon_1)), 0), (SELECT counter_2.history 
FROM counter_2), $3::VARCHAR), 'nodes' : (SELECT coalesce(json_agg(listed_114.entry), '[]'::json) AS coalesce_2 
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
WHERE community_partner_13.country_code = $1::VARCHAR AND community_partner_13.voided_at IS NULL AND community_partner_13.id = changed_4.row_id)) OR changed_4.type = 'Decision' AND (EXISTS (SELECT 1 
FROM decision AS decision_14 
WHERE decision_14.country_code = $1::VARCHAR AND decision_14.voided_at IS NULL AND decision_14.id = changed_4.row_id)) OR changed_4.type = 'DecisionOption' AND (EXISTS (SELECT 1 
FROM decision_option AS decision_option_15 
WHERE decision_option_15.country_code = $1::VARCHAR AND decision_option_15.voided_at IS NULL AND decision_option_15.id = changed_4.row_id)) OR changed_4.type = 'GatekeepingAssessment' AND (EXISTS (SELECT 1 
FROM gatekeeping_assessment AS gatekeeping_assessment_16 
WHERE gatekeeping_assessment_16.country_code = $1::VARCHAR AND gatekeeping_assessment_16.voided_at IS NULL AND gatekeeping_assessment_16.id = changed_4.row_id)) OR changed_4.type = 'Guardianship' AND (EXISTS (SELECT 1 
FROM guardianship AS guardianship_17 
WHERE guardianship_17.country_code = $1::VARCHAR AND guardianship_17.voided_at IS NULL AND guardianship_17.id = changed_4.row_id)) OR changed_4.type = 'Home' AND (EXISTS (SELECT 1 
FROM home AS home_18 
WHERE home_18.country_code = $1::VARCHAR AND home_18.voided_at IS NULL AND home_18.id = changed_4.row_id)) OR changed_4.type = 'HomeAddress' AND (EXISTS (SELECT 1 
FROM home_address AS home_address_19 
WHERE home_address_19.country_code = $1::VARCHAR AND home_address_19.voided_at IS NULL AND home_address_19.id = changed_4.row_id)) OR changed_4.type = 'Inspection' AND (EXISTS (SELECT 1 
FROM inspection AS inspection_20 
WHERE inspection_20.country_code = $1::VARCHAR AND inspection_20.voided_at IS NULL AND inspection_20.id = changed_4.row_id)) OR changed_4.type = 'LegalStatus' AND (EXISTS (SELECT 1 
FROM legal_status AS legal_status_21 
WHERE legal_status_21.country_code = $1::VARCHAR AND legal_status_21.voided_at IS NULL AND legal_status_21.id = changed_4.row_id)) OR changed_4.type = 'Participation' AND (EXISTS (SELECT 1 
FROM participation AS participation_22 
WHERE participation_22.country_code = $1::VARCHAR AND participation_22.voided_at IS NULL AND participation_22.id = changed_4.row_id)) OR changed_4.type = 'Placement' AND (EXISTS (SELECT 1 
FROM placement AS placement_23 
WHERE placement_23.country_code = $1::VARCHAR AND placement_23.voided_at IS NULL AND placement_23.id = changed_4.row_id)) OR changed_4.type = 'PlacementException' AND (EXISTS (SELECT 1 
FROM placement_exception AS placement_exception_24 
WHERE placement_exception_24.country_code = $1::VARCHAR AND placement_exception_24.id = changed_4.row_id)) OR changed_4.type = 'Programme' AND (EXISTS (SELECT 1 
FROM programme AS programme_25 
WHERE programme_25.country_code = $1::VARCHAR AND programme_25.voided_at IS NULL AND programme_25.id = changed_4.row_id)) OR changed_4.type = 'ProgrammeYear' AND (EXISTS (SELECT 1 
FROM programme_year AS programme_year_26 
WHERE programme_year_26.country_code = $1::VARCHAR AND programme_year_26.voided_at IS NULL AND programme_year_26.id = changed_4.row_id)) OR changed_4.type = 'Relative' AND (EXISTS (SELECT 1 
FROM relative AS relative_27 
WHERE relative_27.country_code = $1::VARCHAR AND relative_27.voided_at IS NULL AND relative_27.id = changed_4.row_id)) OR changed_4.type = 'SiblingBond' AND (EXISTS (SELECT 1 
FROM sibling_bond AS sibling_bond_28 
WHERE sibling_bond_28.country_code = $1::VARCHAR AND sibling_bond_28.voided_at IS NULL AND sibling_bond_28.id = changed_4.row_id)) OR changed_4.type = 'SupportService' AND (EXISTS (SELECT 1 
FROM support_service AS support_service_29 
WHERE support_service_29.country_code = $1::VARCHAR AND support_service_29.voided_at IS NULL AND support_service_29.id = changed_4.row_id)) OR changed_4.type = 'Task' AND (EXISTS (SELECT 1 
FROM task AS task_30 
WHERE task_30.country_code = $1::VARCHAR AND task_30.voided_at IS NULL AND task_30.id = changed_4.row_id)) OR changed_4.type = 'TemporaryStay' AND (EXISTS (SELECT 1 
FROM temporary_stay AS temporary_stay_31 
WHERE temporary_stay_31.country_code = $1::VARCHAR AND temporary_stay_31.voided_at IS NULL AND temporary_stay_31.id = changed_4.row_id))), 'node' : CASE WHEN (changed_4.type = 'CareEpisode') THEN (SELECT found_34.rows -> CAST(changed_4.row_id AS TEXT) AS anon_2 
FROM found_34) WHEN (changed_4.type = 'Caregiver') THEN (SELECT found_37.rows -> CAST(changed_4.row_id AS TEXT) AS anon_3 
FROM found_37) WHEN (changed_4.type = 'CaregiverAssignment') THEN (SELECT found_40.rows -> CAST(changed_4.row_id AS TEXT) AS anon_4 
FROM found_40) WHEN (changed_4.type = 'CaregiverCheck') THEN (SELECT found_43.rows -> CAST(changed_4.row_id AS TEXT) AS anon_5 
FROM found_43) WHEN (changed_4.type = 'CaregiverCredential') THEN (SELECT found_46.rows -> CAST(changed_4.row_id AS TEXT) AS anon_6 
FROM found_46) WHEN (changed_4.type = 'Child') THEN (SELECT found_53.rows -> CAST(changed_4.row_id AS TEXT) AS anon_7 
FROM found_53) WHEN (changed_4.type = 'CommunityLink') THEN (SELECT found_56.rows -> CAST(changed_4.row_id AS TEXT) AS anon_8 
FROM found_56) WHEN (changed_4.type = 'CommunityPartner') THEN (SELECT found_59.rows -> CAST(changed_4.row_id AS TEXT) AS anon_9 
FROM found_59) WHEN (changed_4.type = 'Decision') THEN (SELECT found_62.rows -> CAST(changed_4.row_id AS TEXT) AS anon_10 
FROM found_62) WHEN (changed_4.type = 'DecisionOption') THEN (SELECT found_65.rows -> CAST(changed_4.row_id AS TEXT) AS anon_11 
FROM found_65) WHEN (changed_4.type = 'GatekeepingAssessment') THEN (SELECT found_68.rows -> CAST(changed_4.row_id AS TEXT) AS anon_12 
FROM found_68) WHEN (changed_4.type = 'Guardianship') THEN (SELECT found_71.rows -> CAST(changed_4.row_id AS TEXT) AS anon_13 
FROM found_71) WHEN (changed_4.type = 'Home') THEN (SELECT found_74.rows -> CAST(changed_4.row_id AS TEXT) AS anon_14 
FROM found_74) WHEN (changed_4.type = 'HomeAddress') THEN (SELECT found_77.rows -> CAST(changed_4.row_id AS TEXT) AS anon_15 
FROM found_77) WHEN (changed_4.type = 'Inspection') THEN (SELECT found_80.rows -> CAST(changed_4.row_id AS TEXT) AS anon_16 
FROM found_80) WHEN (changed_4.type = 'LegalStatus') THEN (SELECT found_83.rows -> CAST(changed_4.row_id AS TEXT) AS anon_17 
FROM found_83) WHEN (changed_4.type = 'Participation') THEN (SELECT found_86.rows -> CAST(changed_4.row_id AS TEXT) AS anon_18 
FROM found_86) WHEN (changed_4.type = 'Placement') THEN (SELECT found_89.rows -> CAST(changed_4.row_id AS TEXT) AS anon_19 
FROM found_89) WHEN (changed_4.type = 'PlacementException') THEN (SELECT found_92.rows -> CAST(changed_4.row_id AS TEXT) AS anon_20 
FROM found_92) WHEN (changed_4.type = 'Programme') THEN (SELECT found_95.rows -> CAST(changed_4.row_id AS TEXT) AS anon_21 
FROM found_95) WHEN (changed_4.type = 'ProgrammeYear') THEN (SELECT found_98.rows -> CAST(changed_4.row_id AS TEXT) AS anon_22 
FROM found_98) WHEN (changed_4.type = 'Relative') THEN (SELECT found_101.rows -> CAST(changed_4.row_id AS TEXT) AS anon_23 
FROM found_101) WHEN (changed_4.type = 'SiblingBond') THEN (SELECT found_104.rows -> CAST(changed_4.row_id AS TEXT) AS anon_24 
FROM found_104) WHEN (changed_4.type = 'SupportService') THEN (SELECT found_107.rows -> CAST(changed_4.row_id AS TEXT) AS anon_25 
FROM found_107) WHEN (changed_4.type = 'Task') THEN (SELECT found_110.rows -> CAST(changed_4.row_id AS TEXT) AS anon_26 
FROM found_110) WHEN (changed_4.type = 'TemporaryStay') THEN (SELECT found_113.rows -> CAST(changed_4.row_id AS TEXT) AS anon_27 
FROM found_113) ELSE null::json END RETURNING json) AS entry, changed_4.number AS number 
FROM changed_4 ORDER BY changed_4.number) AS listed_114), 'edges' : (SELECT coalesce(json_agg(listed_115.entry), '[]'::json) AS coalesce_3 
FROM (SELECT JSON_OBJECT('cursor' : ($3::VARCHAR || '.') || hearth_seal(hearth_place(changed_4.number, changed_4.changed_at), (SELECT counter_2.history 
FROM counter_2), $3::VARCHAR), 'node' : JSON_OBJECT('kind' : changed_4.kind, '__typename' : 'Change' RETURNING json), '__typename' : 'ChangeEdge' RETURNING json) AS entry, changed_4.number AS number 
FROM changed_4 ORDER BY changed_4.number) AS listed_115), 'pageInfo' : JSON_OBJECT('hasNextPage' : CASE WHEN (SELECT count(*) >= $2::BIGINT AS anon_28 
FROM changed_4) THEN (SELECT max(changed_4.number) AS max_1 
FROM changed_4) ELSE least(0 + 10000, (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2)) END < (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2), 'hasPreviousPage' : false, 'startCursor' : ($3::VARCHAR || '.') || hearth_seal((SELECT min(hearth_place(changed_4.number, changed_4.changed_at)) AS min_1 
FROM changed_4), (SELECT counter_2.history 
FROM counter_2), $3::VARCHAR), 'endCursor' : ($3::VARCHAR || '.') || hearth_seal(coalesce((SELECT hearth_place(change_116.number, change_116.changed_at) AS hearth_place_2 
FROM change AS change_116 
WHERE change_116.country_code = $1::VARCHAR AND change_116.number = (SELECT CASE WHEN (SELECT count(*) >= $2::BIGINT AS anon_28 
FROM changed_4) THEN (SELECT max(changed_4.number) AS max_1 
FROM changed_4) ELSE least(0 + 10000, (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2)) END AS anon_29)), 0), (SELECT counter_2.history 
FROM counter_2), $3::VARCHAR), '__typename' : 'PageInfo' RETURNING json), '__typename' : 'ChangeConnection' RETURNING json) AS value) AS changes) AS answer
