WITH after_58 AS 
(SELECT timeline_entry_59.day AS order_0, timeline_entry_59.id AS id, timeline_entry_59.kind AS kind 
FROM (SELECT care_episode_60.country_code AS country_code, care_episode_60.id AS id, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind, care_episode_60.started_on AS day, care_episode_60.child_file_id AS child_id, care_episode_60.voided_at AS recorded_in_error 
FROM care_episode AS care_episode_60 
WHERE care_episode_60.country_code = $1::VARCHAR UNION ALL SELECT care_episode_61.country_code AS country_code, care_episode_61.id AS id, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind, care_episode_61.follow_up_until AS day, care_episode_61.child_file_id AS child_id, care_episode_61.voided_at AS recorded_in_error 
FROM care_episode AS care_episode_61 
WHERE care_episode_61.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_62.country_code AS country_code, caregiver_assignment_62.id AS id, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind, caregiver_assignment_62.started_on AS day, caregiver_assignment_62.child_file_id AS child_id, caregiver_assignment_62.voided_at AS recorded_in_error 
FROM caregiver_assignment AS caregiver_assignment_62 
WHERE caregiver_assignment_62.country_code = $1::VARCHAR UNION ALL SELECT child_63.country_code AS country_code, child_63.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind, child_63.birth_date AS day, child_63.id AS child_id, child_63.voided_at AS recorded_in_error 
FROM child AS child_63 
WHERE child_63.country_code = $1::VARCHAR UNION ALL SELECT child_64.country_code AS country_code, child_64.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind, child_64.enrolled_on AS day, child_64.id AS child_id, child_64.voided_at AS recorded_in_error 
FROM child AS child_64 
WHERE child_64.country_code = $1::VARCHAR UNION ALL SELECT child_65.country_code AS country_code, child_65.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind, child_65.died_on AS day, child_65.id AS child_id, child_65.voided_at AS recorded_in_error 
FROM child AS child_65 
WHERE child_65.country_code = $1::VARCHAR UNION ALL SELECT community_link_66.country_code AS country_code, community_link_66.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind, community_link_66.started_on AS day, community_link_66.child_file_id AS child_id, community_link_66.voided_at AS recorded_in_error 
FROM community_link AS community_link_66 
WHERE community_link_66.country_code = $1::VARCHAR UNION ALL SELECT decision_67.country_code AS country_code, decision_67.id AS id, 'DECISION_DECIDED_ON'::text COLLATE "C" AS kind, decision_67.decided_on AS day, decision_67.child_file_id AS child_id, decision_67.voided_at AS recorded_in_error 
FROM decision AS decision_67 
WHERE decision_67.country_code = $1::VARCHAR UNION ALL SELECT decision_68.country_code AS country_code, decision_68.id AS id, 'DECISION_LOOK_AGAIN_ON'::text COLLATE "C" AS kind, decision_68.look_again_on AS day, decision_68.child_file_id AS child_id, decision_68.voided_at AS recorded_in_error 
FROM decision AS decision_68 
WHERE decision_68.country_code = $1::VARCHAR UNION ALL SELECT decision_69.country_code AS country_code, decision_69.id AS id, 'DECISION_LOOKED_AT_ON'::text COLLATE "C" AS kind, decision_69.looked_at_on AS day, decision_69.child_file_id AS child_id, decision_69.voided_at AS recorded_in_error 
FROM decision AS decision_69 
WHERE decision_69.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_70.country_code AS country_code, gatekeeping_assessment_70.id AS id, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_70.opened_on AS day, gatekeeping_assessment_70.child_file_id AS child_id, gatekeeping_assessment_70.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_70 
WHERE gatekeeping_assessment_70.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_71.country_code AS country_code, gatekeeping_assessment_71.id AS id, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_71.due_on AS day, gatekeeping_assessment_71.child_file_id AS child_id, gatekeeping_assessment_71.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_71 
WHERE gatekeeping_assessment_71.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_72.country_code AS country_code, gatekeeping_assessment_72.id AS id, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_72.completed_on AS day, gatekeeping_assessment_72.child_file_id AS child_id, gatekeeping_assessment_72.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_72 
WHERE gatekeeping_assessment_72.country_code = $1::VARCHAR UNION ALL SELECT guardianship_73.country_code AS country_code, guardianship_73.id AS id, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind, guardianship_73.started_on AS day, guardianship_73.child_file_id AS child_id, guardianship_73.voided_at AS recorded_in_error 
FROM guardianship AS guardianship_73 
WHERE guardianship_73.country_code = $1::VARCHAR UNION ALL SELECT legal_status_74.country_code AS country_code, legal_status_74.id AS id, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind, legal_status_74.appeal_until AS day, legal_status_74.child_file_id AS child_id, legal_status_74.voided_at AS recorded_in_error 
FROM legal_status AS legal_status_74 
WHERE legal_status_74.country_code = $1::VARCHAR UNION ALL SELECT legal_status_75.country_code AS country_code, legal_status_75.id AS id, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind, legal_status_75.started_on AS day, legal_status_75.child_file_id AS child_id, legal_status_75.voided_at AS recorded_in_error 
FROM legal_status AS legal_status_75 
WHERE legal_status_75.country_code = $1::VARCHAR UNION ALL SELECT placement_76.country_code AS country_code, placement_76.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, placement_76.started_on AS day, placement_76.child_file_id AS child_id, placement_76.voided_at AS recorded_in_error 
FROM placement AS placement_76 
WHERE placement_76.country_code = $1::VARCHAR UNION ALL SELECT placement_77.country_code AS country_code, placement_77.id AS id, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind, placement_77.prepared_on AS day, placement_77.child_file_id AS child_id, placement_77.voided_at AS recorded_in_error 
FROM placement AS placement_77 
WHERE placement_77.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_78.country_code AS country_code, placement_exception_78.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, placement_exception_78.dated AS day, placement_exception_78.child_file_id AS child_id, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error 
FROM placement_exception AS placement_exception_78 
WHERE placement_exception_78.country_code = $1::VARCHAR UNION ALL SELECT relative_79.country_code AS country_code, relative_79.id AS id, 'RELATIVE_DIED_ON'::text COLLATE "C" AS kind, relative_79.died_on AS day, relative_79.child_file_id AS child_id, relative_79.voided_at AS recorded_in_error 
FROM relative AS relative_79 
WHERE relative_79.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_80.country_code AS country_code, sibling_bond_80.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, sibling_bond_80.started_on AS day, sibling_bond_80.child_file_id AS child_id, sibling_bond_80.voided_at AS recorded_in_error 
FROM sibling_bond AS sibling_bond_80 
WHERE sibling_bond_80.country_code = $1::VARCHAR UNION ALL SELECT support_service_81.country_code AS country_code, support_service_81.id AS id, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind, support_service_81.asked_on AS day, support_service_81.child_file_id AS child_id, support_service_81.voided_at AS recorded_in_error 
FROM support_service AS support_service_81 
WHERE support_service_81.country_code = $1::VARCHAR UNION ALL SELECT support_service_82.country_code AS country_code, support_service_82.id AS id, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind, support_service_82.offered_on AS day, support_service_82.child_file_id AS child_id, support_service_82.voided_at AS recorded_in_error 
FROM support_service AS support_service_82 
WHERE support_service_82.country_code = $1::VARCHAR UNION ALL SELECT support_service_83.country_code AS country_code, support_service_83.id AS id, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind, support_service_83.started_on AS day, support_service_83.child_file_id AS child_id, support_service_83.voided_at AS recorded_in_error 
FROM support_service AS support_service_83 
WHERE support_service_83.country_code = $1::VARCHAR UNION ALL SELECT task_84.country_code AS country_code, task_84.id AS id, 'TASK_DUE_ON'::text COLLATE "C" AS kind, task_84.due_on AS day, task_84.child_file_id AS child_id, task_84.voided_at AS recorded_in_error 
FROM task AS task_84 
WHERE task_84.country_code = $1::VARCHAR UNION ALL SELECT task_85.country_code AS country_code, task_85.id AS id, 'TASK_DONE_ON'::text COLLATE "C" AS kind, task_85.done_on AS day, task_85.child_file_id AS child_id, task_85.voided_at AS recorded_in_error 
FROM task AS task_85 
WHERE task_85.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_86.country_code AS country_code, temporary_stay_86.id AS id, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind, temporary_stay_86.started_on AS day, temporary_stay_86.child_file_id AS child_id, temporary_stay_86.voided_at AS recorded_in_error 
FROM temporary_stay AS temporary_stay_86 
WHERE temporary_stay_86.country_code = $1::VARCHAR) AS timeline_entry_59 
WHERE timeline_entry_59.country_code = $1::VARCHAR AND timeline_entry_59.child_id IS NOT NULL AND timeline_entry_59.day IS NOT NULL AND timeline_entry_59.recorded_in_error IS NULL AND timeline_entry_59.country_code = $2::VARCHAR AND timeline_entry_59.id = $3::UUID AND timeline_entry_59.kind = $4::VARCHAR)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM after_58)] AS cursors 
FROM (SELECT (SELECT row_to_json(node_121.*) AS value 
FROM (SELECT 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind, care_episode_2.started_on AS day, care_episode_2.child_file_id AS child_id, care_episode_2.country_code AS country_code, care_episode_2.voided_at AS recorded_in_error, care_episode_2.id AS id 
FROM care_episode AS care_episode_2 
WHERE care_episode_2.country_code = $1::VARCHAR UNION ALL SELECT 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind, care_episode_3.follow_up_until AS day, care_episode_3.child_file_id AS child_id, care_episode_3.country_code AS country_code, care_episode_3.voided_at AS recorded_in_error, care_episode_3.id AS id 
FROM care_episode AS care_episode_3 
WHERE care_episode_3.country_code = $1::VARCHAR UNION ALL SELECT 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind, caregiver_assignment_4.started_on AS day, caregiver_assignment_4.child_file_id AS child_id, caregiver_assignment_4.country_code AS country_code, caregiver_assignment_4.voided_at AS recorded_in_error, caregiver_assignment_4.id AS id 
FROM caregiver_assignment AS caregiver_assignment_4 
WHERE caregiver_assignment_4.country_code = $1::VARCHAR UNION ALL SELECT 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind, child_5.birth_date AS day, child_5.id AS child_id, child_5.country_code AS country_code, child_5.voided_at AS recorded_in_error, child_5.id AS id 
FROM child AS child_5 
WHERE child_5.country_code = $1::VARCHAR UNION ALL SELECT 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind, child_6.enrolled_on AS day, child_6.id AS child_id, child_6.country_code AS country_code, child_6.voided_at AS recorded_in_error, child_6.id AS id 
FROM child AS child_6 
WHERE child_6.country_code = $1::VARCHAR UNION ALL SELECT 'CHILD_DIED_ON'::text COLLATE "C" AS kind, child_7.died_on AS day, child_7.id AS child_id, child_7.country_code AS country_code, child_7.voided_at AS recorded_in_error, child_7.id AS id 
FROM child AS child_7 
WHERE child_7.country_code = $1::VARCHAR UNION ALL SELECT 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind, community_link_8.started_on AS day, community_link_8.child_file_id AS child_id, community_link_8.country_code AS country_code, community_link_8.voided_at AS recorded_in_error, community_link_8.id AS id 
FROM community_link AS community_link_8 
WHERE community_link_8.country_code = $1::VARCHAR UNION ALL SELECT 'DECISION_DECIDED_ON'::text COLLATE "C" AS kind, decision_9.decided_on AS day, decision_9.child_file_id AS child_id, decision_9.country_code AS country_code, decision_9.voided_at AS recorded_in_error, decision_9.id AS id 
FROM decision AS decision_9 
WHERE decision_9.country_code = $1::VARCHAR UNION ALL SELECT 'DECISION_LOOK_AGAIN_ON'::text COLLATE "C" AS kind, decision_10.look_again_on AS day, decision_10.child_file_id AS child_id, decision_10.country_code AS country_code, decision_10.voided_at AS recorded_in_error, decision_10.id AS id 
FROM decision AS decision_10 
WHERE decision_10.country_code = $1::VARCHAR UNION ALL SELECT 'DECISION_LOOKED_AT_ON'::text COLLATE "C" AS kind, decision_11.looked_at_on AS day, decision_11.child_file_id AS child_id, decision_11.country_code AS country_code, decision_11.voided_at AS recorded_in_error, decision_11.id AS id 
FROM decision AS decision_11 
WHERE decision_11.country_code = $1::VARCHAR UNION ALL SELECT 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_12.opened_on AS day, gatekeeping_assessment_12.child_file_id AS child_id, gatekeeping_assessment_12.country_code AS country_code, gatekeeping_assessment_12.voided_at AS recorded_in_error, gatekeeping_assessment_12.id AS id 
FROM gatekeeping_assessment AS gatekeeping_assessment_12 
WHERE gatekeeping_assessment_12.country_code = $1::VARCHAR UNION ALL SELECT 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_13.due_on AS day, gatekeeping_assessment_13.child_file_id AS child_id, gatekeeping_assessment_13.country_code AS country_code, gatekeeping_assessment_13.voided_at AS recorded_in_error, gatekeeping_assessment_13.id AS id 
FROM gatekeeping_assessment AS gatekeeping_assessment_13 
WHERE gatekeeping_assessment_13.country_code = $1::VARCHAR UNION ALL SELECT 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_14.completed_on AS day, gatekeeping_assessment_14.child_file_id AS child_id, gatekeeping_assessment_14.country_code AS country_code, gatekeeping_assessment_14.voided_at AS recorded_in_error, gatekeeping_assessment_14.id AS id 
FROM gatekeeping_assessment AS gatekeeping_assessment_14 
WHERE gatekeeping_assessment_14.country_code = $1::VARCHAR UNION ALL SELECT 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind, guardianship_15.started_on AS day, guardianship_15.child_file_id AS child_id, guardianship_15.country_code AS country_code, guardianship_15.voided_at AS recorded_in_error, guardianship_15.id AS id 
FROM guardianship AS guardianship_15 
WHERE guardianship_15.country_code = $1::VARCHAR UNION ALL SELECT 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind, legal_status_16.appeal_until AS day, legal_status_16.child_file_id AS child_id, legal_status_16.country_code AS country_code, legal_status_16.voided_at AS recorded_in_error, legal_status_16.id AS id 
FROM legal_status AS legal_status_16 
WHERE legal_status_16.country_code = $1::VARCHAR UNION ALL SELECT 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind, legal_status_17.started_on AS day, legal_status_17.child_file_id AS child_id, legal_status_17.country_code AS country_code, legal_status_17.voided_at AS recorded_in_error, legal_status_17.id AS id 
FROM legal_status AS legal_status_17 
WHERE legal_status_17.country_code = $1::VARCHAR UNION ALL SELECT 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, placement_18.started_on AS day, placement_18.child_file_id AS child_id, placement_18.country_code AS country_code, placement_18.voided_at AS recorded_in_error, placement_18.id AS id 
FROM placement AS placement_18 
WHERE placement_18.country_code = $1::VARCHAR UNION ALL SELECT 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind, placement_19.prepared_on AS day, placement_19.child_file_id AS child_id, placement_19.country_code AS country_code, placement_19.voided_at AS recorded_in_error, placement_19.id AS id 
FROM placement AS placement_19 
WHERE placement_19.country_code = $1::VARCHAR UNION ALL SELECT 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, placement_exception_20.dated AS day, placement_exception_20.child_file_id AS child_id, placement_exception_20.country_code AS country_code, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_20.id AS id 
FROM placement_exception AS placement_exception_20 
WHERE placement_exception_20.country_code = $1::VARCHAR UNION ALL SELECT 'RELATIVE_DIED_ON'::text COLLATE "C" AS kind, relative_21.died_on AS day, relative_21.child_file_id AS child_id, relative_21.country_code AS country_code, relative_21.voided_at AS recorded_in_error, relative_21.id AS id 
FROM relative AS relative_21 
WHERE relative_21.country_code = $1::VARCHAR UNION ALL SELECT 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, sibling_bond_22.started_on AS day, sibling_bond_22.child_file_id AS child_id, sibling_bond_22.country_code AS country_code, sibling_bond_22.voided_at AS recorded_in_error, sibling_bond_22.id AS id 
FROM sibling_bond AS sibling_bond_22 
WHERE sibling_bond_22.country_code = $1::VARCHAR UNION ALL SELECT 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind, support_service_23.asked_on AS day, support_service_23.child_file_id AS child_id, support_service_23.country_code AS country_code, support_service_23.voided_at AS recorded_in_error, support_service_23.id AS id 
FROM support_service AS support_service_23 
WHERE support_service_23.country_code = $1::VARCHAR UNION ALL SELECT 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind, support_service_24.offered_on AS day, support_service_24.child_file_id AS child_id, support_service_24.country_code AS country_code, support_service_24.voided_at AS recorded_in_error, support_service_24.id AS id 
FROM support_service AS support_service_24 
WHERE support_service_24.country_code = $1::VARCHAR UNION ALL SELECT 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind, support_service_25.started_on AS day, support_service_25.child_file_id AS child_id, support_service_25.country_code AS country_code, support_service_25.voided_at AS recorded_in_error, support_service_25.id AS id 
FROM support_service AS support_service_25 
WHERE support_service_25.country_code = $1::VARCHAR UNION ALL SELECT 'TASK_DUE_ON'::text COLLATE "C" AS kind, task_26.due_on AS day, task_26.child_file_id AS child_id, task_26.country_code AS country_code, task_26.voided_at AS recorded_in_error, task_26.id AS id 
FROM task AS task_26 
WHERE task_26.country_code = $1::VARCHAR UNION ALL SELECT 'TASK_DONE_ON'::text COLLATE "C" AS kind, task_27.done_on AS day, task_27.child_file_id AS child_id, task_27.country_code AS country_code, task_27.voided_at AS recorded_in_error, task_27.id AS id 
FROM task AS task_27 
WHERE task_27.country_code = $1::VARCHAR UNION ALL SELECT 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind, temporary_stay_28.started_on AS day, temporary_stay_28.child_file_id AS child_id, temporary_stay_28.country_code AS country_code, temporary_stay_28.voided_at AS recorded_in_error, temporary_stay_28.id AS id 
FROM temporary_stay AS temporary_stay_28 
WHERE temporary_stay_28.country_code = $1::VARCHAR) AS timeline_entry_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_119.*) AS value 
FROM child AS child_29 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_117.*) AS value 
FROM (SELECT coalesce(json_agg(rows_58.part_1), '[]'::json) AS part_1, (array_agg(rows_58.cursor))[1] AS start_cursor, coalesce(bool_or(rows_58.more), false) AS more 
FROM (SELECT row_to_json(edge_88.*) AS part_1, (((('0c2d92e263.' || page_58.country_code) || '_') || CAST(page_58.id AS TEXT)) || '_') || page_58.kind AS cursor, page_58.fetched > $5::BIGINT AS more 
FROM (SELECT fetched_58.country_code AS country_code, fetched_58.id AS id, fetched_58.kind AS kind, fetched_58.day AS day, fetched_58.order_0 AS order_0, count(*) OVER () AS fetched 
FROM (SELECT timeline_entry_30.country_code AS country_code, timeline_entry_30.id AS id, timeline_entry_30.kind AS kind, timeline_entry_30.day AS day, timeline_entry_30.day AS order_0 
FROM (SELECT care_episode_31.country_code AS country_code, care_episode_31.child_file_id AS child_id, care_episode_31.started_on AS day, care_episode_31.voided_at AS recorded_in_error, care_episode_31.id AS id, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_31 
WHERE care_episode_31.country_code = $1::VARCHAR UNION ALL SELECT care_episode_32.country_code AS country_code, care_episode_32.child_file_id AS child_id, care_episode_32.follow_up_until AS day, care_episode_32.voided_at AS recorded_in_error, care_episode_32.id AS id, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_32 
WHERE care_episode_32.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_33.country_code AS country_code, caregiver_assignment_33.child_file_id AS child_id, caregiver_assignment_33.started_on AS day, caregiver_assignment_33.voided_at AS recorded_in_error, caregiver_assignment_33.id AS id, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM caregiver_assignment AS caregiver_assignment_33 
WHERE caregiver_assignment_33.country_code = $1::VARCHAR UNION ALL SELECT child_34.country_code AS country_code, child_34.id AS child_id, child_34.birth_date AS day, child_34.voided_at AS recorded_in_error, child_34.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_34 
WHERE child_34.country_code = $1::VARCHAR UNION ALL SELECT child_35.country_code AS country_code, child_35.id AS child_id, child_35.enrolled_on AS day, child_35.voided_at AS recorded_in_error, child_35.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_35 
WHERE child_35.country_code = $1::VARCHAR UNION ALL SELECT child_36.country_code AS country_code, child_36.id AS child_id, child_36.died_on AS day, child_36.voided_at AS recorded_in_error, child_36.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_36 
WHERE child_36.country_code = $1::VARCHAR UNION ALL SELECT community_link_37.country_code AS country_code, community_link_37.child_file_id AS child_id, community_link_37.started_on AS day, community_link_37.voided_at AS recorded_in_error, community_link_37.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_37 
WHERE community_link_37.country_code = $1::VARCHAR UNION ALL SELECT decision_38.country_code AS country_code, decision_38.child_file_id AS child_id, decision_38.decided_on AS day, decision_38.voided_at AS recorded_in_error, decision_38.id AS id, 'DECISION_DECIDED_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_38 
WHERE decision_38.country_code = $1::VARCHAR UNION ALL SELECT decision_39.country_code AS country_code, decision_39.child_file_id AS child_id, decision_39.look_again_on AS day, decision_39.voided_at AS recorded_in_error, decision_39.id AS id, 'DECISION_LOOK_AGAIN_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_39 
WHERE decision_39.country_code = $1::VARCHAR UNION ALL SELECT decision_40.country_code AS country_code, decision_40.child_file_id AS child_id, decision_40.looked_at_on AS day, decision_40.voided_at AS recorded_in_error, decision_40.id AS id, 'DECISION_LOOKED_AT_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_40 
WHERE decision_40.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_41.country_code AS country_code, gatekeeping_assessment_41.child_file_id AS child_id, gatekeeping_assessment_41.opened_on AS day, gatekeeping_assessment_41.voided_at AS recorded_in_error, gatekeeping_assessment_41.id AS id, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_41 
WHERE gatekeeping_assessment_41.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_42.country_code AS country_code, gatekeeping_assessment_42.child_file_id AS child_id, gatekeeping_assessment_42.due_on AS day, gatekeeping_assessment_42.voided_at AS recorded_in_error, gatekeeping_assessment_42.id AS id, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_42 
WHERE gatekeeping_assessment_42.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_43.country_code AS country_code, gatekeeping_assessment_43.child_file_id AS child_id, gatekeeping_assessment_43.completed_on AS day, gatekeeping_assessment_43.voided_at AS recorded_in_error, gatekeeping_assessment_43.id AS id, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_43 
WHERE gatekeeping_assessment_43.country_code = $1::VARCHAR UNION ALL SELECT guardianship_44.country_code AS country_code, guardianship_44.child_file_id AS child_id, guardianship_44.started_on AS day, guardianship_44.voided_at AS recorded_in_error, guardianship_44.id AS id, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind 
FROM guardianship AS guardianship_44 
WHERE guardianship_44.country_code = $1::VARCHAR UNION ALL SELECT legal_status_45.country_code AS country_code, legal_status_45.child_file_id AS child_id, legal_status_45.appeal_until AS day, legal_status_45.voided_at AS recorded_in_error, legal_status_45.id AS id, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_45 
WHERE legal_status_45.country_code = $1::VARCHAR UNION ALL SELECT legal_status_46.country_code AS country_code, legal_status_46.child_file_id AS child_id, legal_status_46.started_on AS day, legal_status_46.voided_at AS recorded_in_error, legal_status_46.id AS id, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_46 
WHERE legal_status_46.country_code = $1::VARCHAR UNION ALL SELECT placement_47.country_code AS country_code, placement_47.child_file_id AS child_id, placement_47.started_on AS day, placement_47.voided_at AS recorded_in_error, placement_47.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_47 
WHERE placement_47.country_code = $1::VARCHAR UNION ALL SELECT placement_48.country_code AS country_code, placement_48.child_file_id AS child_id, placement_48.prepared_on AS day, placement_48.voided_at AS recorded_in_error, placement_48.id AS id, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_48 
WHERE placement_48.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_49.country_code AS country_code, placement_exception_49.child_file_id AS child_id, placement_exception_49.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_49.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_49 
WHERE placement_exception_49.country_code = $1::VARCHAR UNION ALL SELECT relative_50.country_code AS country_code, relative_50.child_file_id AS child_id, relative_50.died_on AS day, relative_50.voided_at AS recorded_in_error, relative_50.id AS id, 'RELATIVE_DIED_ON'::text COLLATE "C" AS kind 
FROM relative AS relative_50 
WHERE relative_50.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_51.country_code AS country_code, sibling_bond_51.child_file_id AS child_id, sibling_bond_51.started_on AS day, sibling_bond_51.voided_at AS recorded_in_error, sibling_bond_51.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_51 
WHERE sibling_bond_51.country_code = $1::VARCHAR UNION ALL SELECT support_service_52.country_code AS country_code, support_service_52.child_file_id AS child_id, support_service_52.asked_on AS day, support_service_52.voided_at AS recorded_in_error, support_service_52.id AS id, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_52 
WHERE support_service_52.country_code = $1::VARCHAR UNION ALL SELECT support_service_53.country_code AS country_code, support_service_53.child_file_id AS child_id, support_service_53.offered_on AS day, support_service_53.voided_at AS recorded_in_error, support_service_53.id AS id, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_53 
WHERE support_service_53.country_code = $1::VARCHAR UNION ALL SELECT support_service_54.country_code AS country_code, support_service_54.child_file_id AS child_id, support_service_54.started_on AS day, support_service_54.voided_at AS recorded_in_error, support_service_54.id AS id, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_54 
WHERE support_service_54.country_code = $1::VARCHAR UNION ALL SELECT task_55.country_code AS country_code, task_55.child_file_id AS child_id, task_55.due_on AS day, task_55.voided_at AS recorded_in_error, task_55.id AS id, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_55 
WHERE task_55.country_code = $1::VARCHAR UNION ALL SELECT task_56.country_code AS country_code, task_56.child_file_id AS child_id, task_56.done_on AS day, task_56.voided_at AS recorded_in_error, task_56.id AS id, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_56 
WHERE task_56.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_57.country_code AS country_code, temporary_stay_57.child_file_id AS child_id, temporary_stay_57.started_on AS day, temporary_stay_57.voided_at AS recorded_in_error, temporary_stay_57.id AS id, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind 
FROM temporary_stay AS temporary_stay_57 
WHERE temporary_stay_57.country_code = $1::VARCHAR) AS timeline_entry_30 
WHERE timeline_entry_30.child_id = child_29.id AND timeline_entry_30.country_code = $1::VARCHAR AND timeline_entry_30.child_id IS NOT NULL AND timeline_entry_30.day IS NOT NULL AND timeline_entry_30.recorded_in_error IS NULL AND (timeline_entry_30.day, timeline_entry_30.id, timeline_entry_30.kind) < ((SELECT after_58.order_0 
FROM after_58), (SELECT after_58.id 
FROM after_58), (SELECT after_58.kind 
FROM after_58)) ORDER BY timeline_entry_30.day DESC, timeline_entry_30.id DESC, timeline_entry_30.kind DESC 
 LIMIT $5::BIGINT + 1) AS fetched_58 ORDER BY fetched_58.order_0 DESC, fetched_58.id DESC, fetched_58.kind DESC 
 LIMIT $5::BIGINT) AS page_58 JOIN LATERAL (SELECT page_58.kind AS kind, page_58.day AS day) AS node_87 ON true JOIN LATERAL (SELECT (((('0c2d92e263.' || page_58.country_code) || '_') || CAST(page_58.id AS TEXT)) || '_') || page_58.kind AS cursor, row_to_json(node_87.*) AS node) AS edge_88 ON true ORDER BY page_58.order_0 DESC, page_58.id DESC, page_58.kind DESC) AS rows_58) AS gathered_58 JOIN LATERAL (SELECT JSON_OBJECT('hasPreviousPage' : EXISTS (SELECT 1 
FROM (SELECT care_episode_90.country_code AS country_code, care_episode_90.child_file_id AS child_id, care_episode_90.started_on AS day, care_episode_90.voided_at AS recorded_in_error, care_episode_90.id AS id, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_90 
WHERE care_episode_90.country_code = $1::VARCHAR UNION ALL SELECT care_episode_91.country_code AS country_code, care_episode_91.child_file_id AS child_id, care_episode_91.follow_up_until AS day, care_episode_91.voided_at AS recorded_in_error, care_episode_91.id AS id, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_91 
WHERE care_episode_91.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_92.country_code AS country_code, caregiver_assignment_92.child_file_id AS child_id, caregiver_assignment_92.started_on AS day, caregiver_assignment_92.voided_at AS recorded_in_error, caregiver_assignment_92.id AS id, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM caregiver_assignment AS caregiver_assignment_92 
WHERE caregiver_assignment_92.country_code = $1::VARCHAR UNION ALL SELECT child_93.country_code AS country_code, child_93.id AS child_id, child_93.birth_date AS day, child_93.voided_at AS recorded_in_error, child_93.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_93 
WHERE child_93.country_code = $1::VARCHAR UNION ALL SELECT child_94.country_code AS country_code, child_94.id AS child_id, child_94.enrolled_on AS day, child_94.voided_at AS recorded_in_error, child_94.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_94 
WHERE child_94.country_code = $1::VARCHAR UNION ALL SELECT child_95.country_code AS country_code, child_95.id AS child_id, child_95.died_on AS day, child_95.voided_at AS recorded_in_error, child_95.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_95 
WHERE child_95.country_code = $1::VARCHAR UNION ALL SELECT community_link_96.country_code AS country_code, community_link_96.child_file_id AS child_id, community_link_96.started_on AS day, community_link_96.voided_at AS recorded_in_error, community_link_96.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_96 
WHERE community_link_96.country_code = $1::VARCHAR UNION ALL SELECT decision_97.country_code AS country_code, decision_97.child_file_id AS child_id, decision_97.decided_on AS day, decision_97.voided_at AS recorded_in_error, decision_97.id AS id, 'DECISION_DECIDED_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_97 
WHERE decision_97.country_code = $1::VARCHAR UNION ALL SELECT decision_98.country_code AS country_code, decision_98.child_file_id AS child_id, decision_98.look_again_on AS day, decision_98.voided_at AS recorded_in_error, decision_98.id AS id, 'DECISION_LOOK_AGAIN_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_98 
WHERE decision_98.country_code = $1::VARCHAR UNION ALL SELECT decision_99.country_code AS country_code, decision_99.child_file_id AS child_id, decision_99.looked_at_on AS day, decision_99.voided_at AS recorded_in_error, decision_99.id AS id, 'DECISION_LOOKED_AT_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_99 
WHERE decision_99.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_100.country_code AS country_code, gatekeeping_assessment_100.child_file_id AS child_id, gatekeeping_assessment_100.opened_on AS day, gatekeeping_assessment_100.voided_at AS recorded_in_error, gatekeeping_assessment_100.id AS id, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_100 
WHERE gatekeeping_assessment_100.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_101.country_code AS country_code, gatekeeping_assessment_101.child_file_id AS child_id, gatekeeping_assessment_101.due_on AS day, gatekeeping_assessment_101.voided_at AS recorded_in_error, gatekeeping_assessment_101.id AS id, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_101 
WHERE gatekeeping_assessment_101.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_102.country_code AS country_code, gatekeeping_assessment_102.child_file_id AS child_id, gatekeeping_assessment_102.completed_on AS day, gatekeeping_assessment_102.voided_at AS recorded_in_error, gatekeeping_assessment_102.id AS id, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_102 
WHERE gatekeeping_assessment_102.country_code = $1::VARCHAR UNION ALL SELECT guardianship_103.country_code AS country_code, guardianship_103.child_file_id AS child_id, guardianship_103.started_on AS day, guardianship_103.voided_at AS recorded_in_error, guardianship_103.id AS id, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind 
FROM guardianship AS guardianship_103 
WHERE guardianship_103.country_code = $1::VARCHAR UNION ALL SELECT legal_status_104.country_code AS country_code, legal_status_104.child_file_id AS child_id, legal_status_104.appeal_until AS day, legal_status_104.voided_at AS recorded_in_error, legal_status_104.id AS id, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_104 
WHERE legal_status_104.country_code = $1::VARCHAR UNION ALL SELECT legal_status_105.country_code AS country_code, legal_status_105.child_file_id AS child_id, legal_status_105.started_on AS day, legal_status_105.voided_at AS recorded_in_error, legal_status_105.id AS id, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_105 
WHERE legal_status_105.country_code = $1::VARCHAR UNION ALL SELECT placement_106.country_code AS country_code, placement_106.child_file_id AS child_id, placement_106.started_on AS day, placement_106.voided_at AS recorded_in_error, placement_106.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_106 
WHERE placement_106.country_code = $1::VARCHAR UNION ALL SELECT placement_107.country_code AS country_code, placement_107.child_file_id AS child_id, placement_107.prepared_on AS day, placement_107.voided_at AS recorded_in_error, placement_107.id AS id, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_107 
WHERE placement_107.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_108.country_code AS country_code, placement_exception_108.child_file_id AS child_id, placement_exception_108.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_108.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_108 
WHERE placement_exception_108.country_code = $1::VARCHAR UNION ALL SELECT relative_109.country_code AS country_code, relative_109.child_file_id AS child_id, relative_109.died_on AS day, relative_109.voided_at AS recorded_in_error, relative_109.id AS id, 'RELATIVE_DIED_ON'::text COLLATE "C" AS kind 
FROM relative AS relative_109 
WHERE relative_109.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_110.country_code AS country_code, sibling_bond_110.child_file_id AS child_id, sibling_bond_110.started_on AS day, sibling_bond_110.voided_at AS recorded_in_error, sibling_bond_110.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_110 
WHERE sibling_bond_110.country_code = $1::VARCHAR UNION ALL SELECT support_service_111.country_code AS country_code, support_service_111.child_file_id AS child_id, support_service_111.asked_on AS day, support_service_111.voided_at AS recorded_in_error, support_service_111.id AS id, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_111 
WHERE support_service_111.country_code = $1::VARCHAR UNION ALL SELECT support_service_112.country_code AS country_code, support_service_112.child_file_id AS child_id, support_service_112.offered_on AS day, support_service_112.voided_at AS recorded_in_error, support_service_112.id AS id, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_112 
WHERE support_service_112.country_code = $1::VARCHAR UNION ALL SELECT support_service_113.country_code AS country_code, support_service_113.child_file_id AS child_id, support_service_113.started_on AS day, support_service_113.voided_at AS recorded_in_error, support_service_113.id AS id, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_113 
WHERE support_service_113.country_code = $1::VARCHAR UNION ALL SELECT task_114.country_code AS country_code, task_114.child_file_id AS child_id, task_114.due_on AS day, task_114.voided_at AS recorded_in_error, task_114.id AS id, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_114 
WHERE task_114.country_code = $1::VARCHAR UNION ALL SELECT task_115.country_code AS country_code, task_115.child_file_id AS child_id, task_115.done_on AS day, task_115.voided_at AS recorded_in_error, task_115.id AS id, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_115 
WHERE task_115.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_116.country_code AS country_code, temporary_stay_116.child_file_id AS child_id, temporary_stay_116.started_on AS day, temporary_stay_116.voided_at AS recorded_in_error, temporary_stay_116.id AS id, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind 
FROM temporary_stay AS temporary_stay_116 
WHERE temporary_stay_116.country_code = $1::VARCHAR) AS timeline_entry_89 
WHERE timeline_entry_89.child_id = child_29.id AND timeline_entry_89.country_code = $1::VARCHAR AND timeline_entry_89.child_id IS NOT NULL AND timeline_entry_89.day IS NOT NULL AND timeline_entry_89.recorded_in_error IS NULL AND (timeline_entry_89.day, timeline_entry_89.id, timeline_entry_89.kind) >= ((SELECT after_58.order_0 
FROM after_58), (SELECT after_58.id 
FROM after_58), (SELECT after_58.kind 
FROM after_58))), 'hasNextPage' : gathered_58.more, 'startCursor' : gathered_58.start_cursor RETURNING json) AS "pageInfo", gathered_58.part_1 AS edges) AS connection_117 ON true 
WHERE EXISTS (SELECT 1 
FROM after_58)) AS link_118 ON true JOIN LATERAL (SELECT link_118.value AS timeline) AS node_119 ON true 
WHERE child_29.id = timeline_entry_1.child_id AND child_29.country_code = $1::VARCHAR AND child_29.voided_at IS NULL) AS link_120 ON true JOIN LATERAL (SELECT timeline_entry_1.kind AS kind, timeline_entry_1.day AS day, link_120.value AS child) AS node_121 ON true 
WHERE timeline_entry_1.country_code = $1::VARCHAR AND timeline_entry_1.child_id IS NOT NULL AND timeline_entry_1.day IS NOT NULL AND timeline_entry_1.recorded_in_error IS NULL AND timeline_entry_1.country_code = $6::VARCHAR AND timeline_entry_1.id = $7::UUID AND timeline_entry_1.kind = $8::VARCHAR) AS "timelineEntry") AS answer
