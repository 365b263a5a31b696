SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_117.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_59.*) AS part_1 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.given_name AS given_name 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM (SELECT care_episode_4.child_file_id AS child_id, care_episode_4.country_code AS country_code, care_episode_4.started_on AS day, care_episode_4.voided_at AS recorded_in_error, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_4 
WHERE care_episode_4.country_code = $1::VARCHAR UNION ALL SELECT care_episode_5.child_file_id AS child_id, care_episode_5.country_code AS country_code, care_episode_5.follow_up_until AS day, care_episode_5.voided_at AS recorded_in_error, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_5 
WHERE care_episode_5.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_6.child_file_id AS child_id, caregiver_assignment_6.country_code AS country_code, caregiver_assignment_6.started_on AS day, caregiver_assignment_6.voided_at AS recorded_in_error, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM caregiver_assignment AS caregiver_assignment_6 
WHERE caregiver_assignment_6.country_code = $1::VARCHAR UNION ALL SELECT child_7.id AS child_id, child_7.country_code AS country_code, child_7.birth_date AS day, child_7.voided_at AS recorded_in_error, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_7 
WHERE child_7.country_code = $1::VARCHAR UNION ALL SELECT child_8.id AS child_id, child_8.country_code AS country_code, child_8.enrolled_on AS day, child_8.voided_at AS recorded_in_error, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_8 
WHERE child_8.country_code = $1::VARCHAR UNION ALL SELECT child_9.id AS child_id, child_9.country_code AS country_code, child_9.died_on AS day, child_9.voided_at AS recorded_in_error, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_9 
WHERE child_9.country_code = $1::VARCHAR UNION ALL SELECT community_link_10.child_file_id AS child_id, community_link_10.country_code AS country_code, community_link_10.started_on AS day, community_link_10.voided_at AS recorded_in_error, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_10 
WHERE community_link_10.country_code = $1::VARCHAR UNION ALL SELECT decision_11.child_file_id AS child_id, decision_11.country_code AS country_code, decision_11.decided_on AS day, decision_11.voided_at AS recorded_in_error, 'DECISION_DECIDED_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_11 
WHERE decision_11.country_code = $1::VARCHAR UNION ALL SELECT decision_12.child_file_id AS child_id, decision_12.country_code AS country_code, decision_12.look_again_on AS day, decision_12.voided_at AS recorded_in_error, 'DECISION_LOOK_AGAIN_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_12 
WHERE decision_12.country_code = $1::VARCHAR UNION ALL SELECT decision_13.child_file_id AS child_id, decision_13.country_code AS country_code, decision_13.looked_at_on AS day, decision_13.voided_at AS recorded_in_error, 'DECISION_LOOKED_AT_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_13 
WHERE decision_13.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_14.child_file_id AS child_id, gatekeeping_assessment_14.country_code AS country_code, gatekeeping_assessment_14.opened_on AS day, gatekeeping_assessment_14.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_14 
WHERE gatekeeping_assessment_14.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_15.child_file_id AS child_id, gatekeeping_assessment_15.country_code AS country_code, gatekeeping_assessment_15.due_on AS day, gatekeeping_assessment_15.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_15 
WHERE gatekeeping_assessment_15.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_16.child_file_id AS child_id, gatekeeping_assessment_16.country_code AS country_code, gatekeeping_assessment_16.completed_on AS day, gatekeeping_assessment_16.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_16 
WHERE gatekeeping_assessment_16.country_code = $1::VARCHAR UNION ALL SELECT guardianship_17.child_file_id AS child_id, guardianship_17.country_code AS country_code, guardianship_17.started_on AS day, guardianship_17.voided_at AS recorded_in_error, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind 
FROM guardianship AS guardianship_17 
WHERE guardianship_17.country_code = $1::VARCHAR UNION ALL SELECT legal_status_18.child_file_id AS child_id, legal_status_18.country_code AS country_code, legal_status_18.appeal_until AS day, legal_status_18.voided_at AS recorded_in_error, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_18 
WHERE legal_status_18.country_code = $1::VARCHAR UNION ALL SELECT legal_status_19.child_file_id AS child_id, legal_status_19.country_code AS country_code, legal_status_19.started_on AS day, legal_status_19.voided_at AS recorded_in_error, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_19 
WHERE legal_status_19.country_code = $1::VARCHAR UNION ALL SELECT placement_20.child_file_id AS child_id, placement_20.country_code AS country_code, placement_20.started_on AS day, placement_20.voided_at AS recorded_in_error, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_20 
WHERE placement_20.country_code = $1::VARCHAR UNION ALL SELECT placement_21.child_file_id AS child_id, placement_21.country_code AS country_code, placement_21.prepared_on AS day, placement_21.voided_at AS recorded_in_error, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_21 
WHERE placement_21.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_22.child_file_id AS child_id, placement_exception_22.country_code AS country_code, placement_exception_22.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_22 
WHERE placement_exception_22.country_code = $1::VARCHAR UNION ALL SELECT relative_23.child_file_id AS child_id, relative_23.country_code AS country_code, relative_23.died_on AS day, relative_23.voided_at AS recorded_in_error, 'RELATIVE_DIED_ON'::text COLLATE "C" AS kind 
FROM relative AS relative_23 
WHERE relative_23.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_24.child_file_id AS child_id, sibling_bond_24.country_code AS country_code, sibling_bond_24.started_on AS day, sibling_bond_24.voided_at AS recorded_in_error, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_24 
WHERE sibling_bond_24.country_code = $1::VARCHAR UNION ALL SELECT support_service_25.child_file_id AS child_id, support_service_25.country_code AS country_code, support_service_25.asked_on AS day, support_service_25.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_25 
WHERE support_service_25.country_code = $1::VARCHAR UNION ALL SELECT support_service_26.child_file_id AS child_id, support_service_26.country_code AS country_code, support_service_26.offered_on AS day, support_service_26.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_26 
WHERE support_service_26.country_code = $1::VARCHAR UNION ALL SELECT support_service_27.child_file_id AS child_id, support_service_27.country_code AS country_code, support_service_27.started_on AS day, support_service_27.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_27 
WHERE support_service_27.country_code = $1::VARCHAR UNION ALL SELECT task_28.child_file_id AS child_id, task_28.country_code AS country_code, task_28.due_on AS day, task_28.voided_at AS recorded_in_error, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_28 
WHERE task_28.country_code = $1::VARCHAR UNION ALL SELECT task_29.child_file_id AS child_id, task_29.country_code AS country_code, task_29.done_on AS day, task_29.voided_at AS recorded_in_error, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_29 
WHERE task_29.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_30.child_file_id AS child_id, temporary_stay_30.country_code AS country_code, temporary_stay_30.started_on AS day, temporary_stay_30.voided_at AS recorded_in_error, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind 
FROM temporary_stay AS temporary_stay_30 
WHERE temporary_stay_30.country_code = $1::VARCHAR) AS timeline_entry_3 
WHERE timeline_entry_3.child_id = child_1.id AND timeline_entry_3.country_code = $1::VARCHAR AND timeline_entry_3.child_id IS NOT NULL AND timeline_entry_3.day IS NOT NULL AND timeline_entry_3.recorded_in_error IS NULL AND timeline_entry_3.kind = $2::VARCHAR AND timeline_entry_3.day >= $3::DATE)) AND NOT (EXISTS (SELECT 1 
FROM (SELECT care_episode_32.child_file_id AS child_id, care_episode_32.country_code AS country_code, care_episode_32.started_on AS day, care_episode_32.voided_at AS recorded_in_error, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_32 
WHERE care_episode_32.country_code = $1::VARCHAR UNION ALL SELECT care_episode_33.child_file_id AS child_id, care_episode_33.country_code AS country_code, care_episode_33.follow_up_until AS day, care_episode_33.voided_at AS recorded_in_error, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_33 
WHERE care_episode_33.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_34.child_file_id AS child_id, caregiver_assignment_34.country_code AS country_code, caregiver_assignment_34.started_on AS day, caregiver_assignment_34.voided_at AS recorded_in_error, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM caregiver_assignment AS caregiver_assignment_34 
WHERE caregiver_assignment_34.country_code = $1::VARCHAR UNION ALL SELECT child_35.id AS child_id, child_35.country_code AS country_code, child_35.birth_date AS day, child_35.voided_at AS recorded_in_error, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_35 
WHERE child_35.country_code = $1::VARCHAR UNION ALL SELECT child_36.id AS child_id, child_36.country_code AS country_code, child_36.enrolled_on AS day, child_36.voided_at AS recorded_in_error, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_36 
WHERE child_36.country_code = $1::VARCHAR UNION ALL SELECT child_37.id AS child_id, child_37.country_code AS country_code, child_37.died_on AS day, child_37.voided_at AS recorded_in_error, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_37 
WHERE child_37.country_code = $1::VARCHAR UNION ALL SELECT community_link_38.child_file_id AS child_id, community_link_38.country_code AS country_code, community_link_38.started_on AS day, community_link_38.voided_at AS recorded_in_error, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_38 
WHERE community_link_38.country_code = $1::VARCHAR UNION ALL SELECT decision_39.child_file_id AS child_id, decision_39.country_code AS country_code, decision_39.decided_on AS day, decision_39.voided_at AS recorded_in_error, 'DECISION_DECIDED_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_39 
WHERE decision_39.country_code = $1::VARCHAR UNION ALL SELECT decision_40.child_file_id AS child_id, decision_40.country_code AS country_code, decision_40.look_again_on AS day, decision_40.voided_at AS recorded_in_error, 'DECISION_LOOK_AGAIN_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_40 
WHERE decision_40.country_code = $1::VARCHAR UNION ALL SELECT decision_41.child_file_id AS child_id, decision_41.country_code AS country_code, decision_41.looked_at_on AS day, decision_41.voided_at AS recorded_in_error, 'DECISION_LOOKED_AT_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_41 
WHERE decision_41.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_42.child_file_id AS child_id, gatekeeping_assessment_42.country_code AS country_code, gatekeeping_assessment_42.opened_on AS day, gatekeeping_assessment_42.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_42 
WHERE gatekeeping_assessment_42.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_43.child_file_id AS child_id, gatekeeping_assessment_43.country_code AS country_code, gatekeeping_assessment_43.due_on AS day, gatekeeping_assessment_43.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_43 
WHERE gatekeeping_assessment_43.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_44.child_file_id AS child_id, gatekeeping_assessment_44.country_code AS country_code, gatekeeping_assessment_44.completed_on AS day, gatekeeping_assessment_44.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_44 
WHERE gatekeeping_assessment_44.country_code = $1::VARCHAR UNION ALL SELECT guardianship_45.child_file_id AS child_id, guardianship_45.country_code AS country_code, guardianship_45.started_on AS day, guardianship_45.voided_at AS recorded_in_error, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind 
FROM guardianship AS guardianship_45 
WHERE guardianship_45.country_code = $1::VARCHAR UNION ALL SELECT legal_status_46.child_file_id AS child_id, legal_status_46.country_code AS country_code, legal_status_46.appeal_until AS day, legal_status_46.voided_at AS recorded_in_error, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_46 
WHERE legal_status_46.country_code = $1::VARCHAR UNION ALL SELECT legal_status_47.child_file_id AS child_id, legal_status_47.country_code AS country_code, legal_status_47.started_on AS day, legal_status_47.voided_at AS recorded_in_error, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_47 
WHERE legal_status_47.country_code = $1::VARCHAR UNION ALL SELECT placement_48.child_file_id AS child_id, placement_48.country_code AS country_code, placement_48.started_on AS day, placement_48.voided_at AS recorded_in_error, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_48 
WHERE placement_48.country_code = $1::VARCHAR UNION ALL SELECT placement_49.child_file_id AS child_id, placement_49.country_code AS country_code, placement_49.prepared_on AS day, placement_49.voided_at AS recorded_in_error, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_49 
WHERE placement_49.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_50.child_file_id AS child_id, placement_exception_50.country_code AS country_code, placement_exception_50.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_50 
WHERE placement_exception_50.country_code = $1::VARCHAR UNION ALL SELECT relative_51.child_file_id AS child_id, relative_51.country_code AS country_code, relative_51.died_on AS day, relative_51.voided_at AS recorded_in_error, 'RELATIVE_DIED_ON'::text COLLATE "C" AS kind 
FROM relative AS relative_51 
WHERE relative_51.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_52.child_file_id AS child_id, sibling_bond_52.country_code AS country_code, sibling_bond_52.started_on AS day, sibling_bond_52.voided_at AS recorded_in_error, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_52 
WHERE sibling_bond_52.country_code = $1::VARCHAR UNION ALL SELECT support_service_53.child_file_id AS child_id, support_service_53.country_code AS country_code, support_service_53.asked_on AS day, support_service_53.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_53 
WHERE support_service_53.country_code = $1::VARCHAR UNION ALL SELECT support_service_54.child_file_id AS child_id, support_service_54.country_code AS country_code, support_service_54.offered_on AS day, support_service_54.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_54 
WHERE support_service_54.country_code = $1::VARCHAR UNION ALL SELECT support_service_55.child_file_id AS child_id, support_service_55.country_code AS country_code, support_service_55.started_on AS day, support_service_55.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_55 
WHERE support_service_55.country_code = $1::VARCHAR UNION ALL SELECT task_56.child_file_id AS child_id, task_56.country_code AS country_code, task_56.due_on AS day, task_56.voided_at AS recorded_in_error, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_56 
WHERE task_56.country_code = $1::VARCHAR UNION ALL SELECT task_57.child_file_id AS child_id, task_57.country_code AS country_code, task_57.done_on AS day, task_57.voided_at AS recorded_in_error, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_57 
WHERE task_57.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_58.child_file_id AS child_id, temporary_stay_58.country_code AS country_code, temporary_stay_58.started_on AS day, temporary_stay_58.voided_at AS recorded_in_error, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind 
FROM temporary_stay AS temporary_stay_58 
WHERE temporary_stay_58.country_code = $1::VARCHAR) AS timeline_entry_31 
WHERE timeline_entry_31.child_id = child_1.id AND timeline_entry_31.country_code = $1::VARCHAR AND timeline_entry_31.child_id IS NOT NULL AND timeline_entry_31.day IS NOT NULL AND timeline_entry_31.recorded_in_error IS NULL AND timeline_entry_31.kind = $4::VARCHAR)) ORDER BY child_1.id ASC 
 LIMIT 3) AS page_2 JOIN LATERAL (SELECT page_2.given_name AS "givenName") AS node_59 ON true ORDER BY page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM child AS child_60 
WHERE child_60.country_code = $1::VARCHAR AND child_60.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM (SELECT care_episode_62.child_file_id AS child_id, care_episode_62.country_code AS country_code, care_episode_62.started_on AS day, care_episode_62.voided_at AS recorded_in_error, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_62 
WHERE care_episode_62.country_code = $1::VARCHAR UNION ALL SELECT care_episode_63.child_file_id AS child_id, care_episode_63.country_code AS country_code, care_episode_63.follow_up_until AS day, care_episode_63.voided_at AS recorded_in_error, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_63 
WHERE care_episode_63.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_64.child_file_id AS child_id, caregiver_assignment_64.country_code AS country_code, caregiver_assignment_64.started_on AS day, caregiver_assignment_64.voided_at AS recorded_in_error, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM caregiver_assignment AS caregiver_assignment_64 
WHERE caregiver_assignment_64.country_code = $1::VARCHAR UNION ALL SELECT child_65.id AS child_id, child_65.country_code AS country_code, child_65.birth_date AS day, child_65.voided_at AS recorded_in_error, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_65 
WHERE child_65.country_code = $1::VARCHAR UNION ALL SELECT child_66.id AS child_id, child_66.country_code AS country_code, child_66.enrolled_on AS day, child_66.voided_at AS recorded_in_error, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_66 
WHERE child_66.country_code = $1::VARCHAR UNION ALL SELECT child_67.id AS child_id, child_67.country_code AS country_code, child_67.died_on AS day, child_67.voided_at AS recorded_in_error, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_67 
WHERE child_67.country_code = $1::VARCHAR UNION ALL SELECT community_link_68.child_file_id AS child_id, community_link_68.country_code AS country_code, community_link_68.started_on AS day, community_link_68.voided_at AS recorded_in_error, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_68 
WHERE community_link_68.country_code = $1::VARCHAR UNION ALL SELECT decision_69.child_file_id AS child_id, decision_69.country_code AS country_code, decision_69.decided_on AS day, decision_69.voided_at AS recorded_in_error, 'DECISION_DECIDED_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_69 
WHERE decision_69.country_code = $1::VARCHAR UNION ALL SELECT decision_70.child_file_id AS child_id, decision_70.country_code AS country_code, decision_70.look_again_on AS day, decision_70.voided_at AS recorded_in_error, 'DECISION_LOOK_AGAIN_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_70 
WHERE decision_70.country_code = $1::VARCHAR UNION ALL SELECT decision_71.child_file_id AS child_id, decision_71.country_code AS country_code, decision_71.looked_at_on AS day, decision_71.voided_at AS recorded_in_error, 'DECISION_LOOKED_AT_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_71 
WHERE decision_71.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_72.child_file_id AS child_id, gatekeeping_assessment_72.country_code AS country_code, gatekeeping_assessment_72.opened_on AS day, gatekeeping_assessment_72.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_72 
WHERE gatekeeping_assessment_72.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_73.child_file_id AS child_id, gatekeeping_assessment_73.country_code AS country_code, gatekeeping_assessment_73.due_on AS day, gatekeeping_assessment_73.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_73 
WHERE gatekeeping_assessment_73.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_74.child_file_id AS child_id, gatekeeping_assessment_74.country_code AS country_code, gatekeeping_assessment_74.completed_on AS day, gatekeeping_assessment_74.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_74 
WHERE gatekeeping_assessment_74.country_code = $1::VARCHAR UNION ALL SELECT guardianship_75.child_file_id AS child_id, guardianship_75.country_code AS country_code, guardianship_75.started_on AS day, guardianship_75.voided_at AS recorded_in_error, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind 
FROM guardianship AS guardianship_75 
WHERE guardianship_75.country_code = $1::VARCHAR UNION ALL SELECT legal_status_76.child_file_id AS child_id, legal_status_76.country_code AS country_code, legal_status_76.appeal_until AS day, legal_status_76.voided_at AS recorded_in_error, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_76 
WHERE legal_status_76.country_code = $1::VARCHAR UNION ALL SELECT legal_status_77.child_file_id AS child_id, legal_status_77.country_code AS country_code, legal_status_77.started_on AS day, legal_status_77.voided_at AS recorded_in_error, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_77 
WHERE legal_status_77.country_code = $1::VARCHAR UNION ALL SELECT placement_78.child_file_id AS child_id, placement_78.country_code AS country_code, placement_78.started_on AS day, placement_78.voided_at AS recorded_in_error, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_78 
WHERE placement_78.country_code = $1::VARCHAR UNION ALL SELECT placement_79.child_file_id AS child_id, placement_79.country_code AS country_code, placement_79.prepared_on AS day, placement_79.voided_at AS recorded_in_error, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_79 
WHERE placement_79.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_80.child_file_id AS child_id, placement_exception_80.country_code AS country_code, placement_exception_80.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_80 
WHERE placement_exception_80.country_code = $1::VARCHAR UNION ALL SELECT relative_81.child_file_id AS child_id, relative_81.country_code AS country_code, relative_81.died_on AS day, relative_81.voided_at AS recorded_in_error, 'RELATIVE_DIED_ON'::text COLLATE "C" AS kind 
FROM relative AS relative_81 
WHERE relative_81.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_82.child_file_id AS child_id, sibling_bond_82.country_code AS country_code, sibling_bond_82.started_on AS day, sibling_bond_82.voided_at AS recorded_in_error, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_82 
WHERE sibling_bond_82.country_code = $1::VARCHAR UNION ALL SELECT support_service_83.child_file_id AS child_id, support_service_83.country_code AS country_code, support_service_83.asked_on AS day, support_service_83.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_83 
WHERE support_service_83.country_code = $1::VARCHAR UNION ALL SELECT support_service_84.child_file_id AS child_id, support_service_84.country_code AS country_code, support_service_84.offered_on AS day, support_service_84.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_84 
WHERE support_service_84.country_code = $1::VARCHAR UNION ALL SELECT support_service_85.child_file_id AS child_id, support_service_85.country_code AS country_code, support_service_85.started_on AS day, support_service_85.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_85 
WHERE support_service_85.country_code = $1::VARCHAR UNION ALL SELECT task_86.child_file_id AS child_id, task_86.country_code AS country_code, task_86.due_on AS day, task_86.voided_at AS recorded_in_error, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_86 
WHERE task_86.country_code = $1::VARCHAR UNION ALL SELECT task_87.child_file_id AS child_id, task_87.country_code AS country_code, task_87.done_on AS day, task_87.voided_at AS recorded_in_error, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_87 
WHERE task_87.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_88.child_file_id AS child_id, temporary_stay_88.country_code AS country_code, temporary_stay_88.started_on AS day, temporary_stay_88.voided_at AS recorded_in_error, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind 
FROM temporary_stay AS temporary_stay_88 
WHERE temporary_stay_88.country_code = $1::VARCHAR) AS timeline_entry_61 
WHERE timeline_entry_61.child_id = child_60.id AND timeline_entry_61.country_code = $1::VARCHAR AND timeline_entry_61.child_id IS NOT NULL AND timeline_entry_61.day IS NOT NULL AND timeline_entry_61.recorded_in_error IS NULL AND timeline_entry_61.kind = $2::VARCHAR AND timeline_entry_61.day >= $3::DATE)) AND NOT (EXISTS (SELECT 1 
FROM (SELECT care_episode_90.child_file_id AS child_id, care_episode_90.country_code AS country_code, care_episode_90.started_on AS day, care_episode_90.voided_at AS recorded_in_error, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_90 
WHERE care_episode_90.country_code = $1::VARCHAR UNION ALL SELECT care_episode_91.child_file_id AS child_id, care_episode_91.country_code AS country_code, care_episode_91.follow_up_until AS day, care_episode_91.voided_at AS recorded_in_error, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_91 
WHERE care_episode_91.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_92.child_file_id AS child_id, caregiver_assignment_92.country_code AS country_code, caregiver_assignment_92.started_on AS day, caregiver_assignment_92.voided_at AS recorded_in_error, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM caregiver_assignment AS caregiver_assignment_92 
WHERE caregiver_assignment_92.country_code = $1::VARCHAR UNION ALL SELECT child_93.id AS child_id, child_93.country_code AS country_code, child_93.birth_date AS day, child_93.voided_at AS recorded_in_error, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_93 
WHERE child_93.country_code = $1::VARCHAR UNION ALL SELECT child_94.id AS child_id, child_94.country_code AS country_code, child_94.enrolled_on AS day, child_94.voided_at AS recorded_in_error, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_94 
WHERE child_94.country_code = $1::VARCHAR UNION ALL SELECT child_95.id AS child_id, child_95.country_code AS country_code, child_95.died_on AS day, child_95.voided_at AS recorded_in_error, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_95 
WHERE child_95.country_code = $1::VARCHAR UNION ALL SELECT community_link_96.child_file_id AS child_id, community_link_96.country_code AS country_code, community_link_96.started_on AS day, community_link_96.voided_at AS recorded_in_error, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_96 
WHERE community_link_96.country_code = $1::VARCHAR UNION ALL SELECT decision_97.child_file_id AS child_id, decision_97.country_code AS country_code, decision_97.decided_on AS day, decision_97.voided_at AS recorded_in_error, 'DECISION_DECIDED_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_97 
WHERE decision_97.country_code = $1::VARCHAR UNION ALL SELECT decision_98.child_file_id AS child_id, decision_98.country_code AS country_code, decision_98.look_again_on AS day, decision_98.voided_at AS recorded_in_error, 'DECISION_LOOK_AGAIN_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_98 
WHERE decision_98.country_code = $1::VARCHAR UNION ALL SELECT decision_99.child_file_id AS child_id, decision_99.country_code AS country_code, decision_99.looked_at_on AS day, decision_99.voided_at AS recorded_in_error, 'DECISION_LOOKED_AT_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_99 
WHERE decision_99.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_100.child_file_id AS child_id, gatekeeping_assessment_100.country_code AS country_code, gatekeeping_assessment_100.opened_on AS day, gatekeeping_assessment_100.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_100 
WHERE gatekeeping_assessment_100.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_101.child_file_id AS child_id, gatekeeping_assessment_101.country_code AS country_code, gatekeeping_assessment_101.due_on AS day, gatekeeping_assessment_101.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_101 
WHERE gatekeeping_assessment_101.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_102.child_file_id AS child_id, gatekeeping_assessment_102.country_code AS country_code, gatekeeping_assessment_102.completed_on AS day, gatekeeping_assessment_102.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_102 
WHERE gatekeeping_assessment_102.country_code = $1::VARCHAR UNION ALL SELECT guardianship_103.child_file_id AS child_id, guardianship_103.country_code AS country_code, guardianship_103.started_on AS day, guardianship_103.voided_at AS recorded_in_error, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind 
FROM guardianship AS guardianship_103 
WHERE guardianship_103.country_code = $1::VARCHAR UNION ALL SELECT legal_status_104.child_file_id AS child_id, legal_status_104.country_code AS country_code, legal_status_104.appeal_until AS day, legal_status_104.voided_at AS recorded_in_error, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_104 
WHERE legal_status_104.country_code = $1::VARCHAR UNION ALL SELECT legal_status_105.child_file_id AS child_id, legal_status_105.country_code AS country_code, legal_status_105.started_on AS day, legal_status_105.voided_at AS recorded_in_error, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_105 
WHERE legal_status_105.country_code = $1::VARCHAR UNION ALL SELECT placement_106.child_file_id AS child_id, placement_106.country_code AS country_code, placement_106.started_on AS day, placement_106.voided_at AS recorded_in_error, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_106 
WHERE placement_106.country_code = $1::VARCHAR UNION ALL SELECT placement_107.child_file_id AS child_id, placement_107.country_code AS country_code, placement_107.prepared_on AS day, placement_107.voided_at AS recorded_in_error, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_107 
WHERE placement_107.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_108.child_file_id AS child_id, placement_exception_108.country_code AS country_code, placement_exception_108.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_108 
WHERE placement_exception_108.country_code = $1::VARCHAR UNION ALL SELECT relative_109.child_file_id AS child_id, relative_109.country_code AS country_code, relative_109.died_on AS day, relative_109.voided_at AS recorded_in_error, 'RELATIVE_DIED_ON'::text COLLATE "C" AS kind 
FROM relative AS relative_109 
WHERE relative_109.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_110.child_file_id AS child_id, sibling_bond_110.country_code AS country_code, sibling_bond_110.started_on AS day, sibling_bond_110.voided_at AS recorded_in_error, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_110 
WHERE sibling_bond_110.country_code = $1::VARCHAR UNION ALL SELECT support_service_111.child_file_id AS child_id, support_service_111.country_code AS country_code, support_service_111.asked_on AS day, support_service_111.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_111 
WHERE support_service_111.country_code = $1::VARCHAR UNION ALL SELECT support_service_112.child_file_id AS child_id, support_service_112.country_code AS country_code, support_service_112.offered_on AS day, support_service_112.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_112 
WHERE support_service_112.country_code = $1::VARCHAR UNION ALL SELECT support_service_113.child_file_id AS child_id, support_service_113.country_code AS country_code, support_service_113.started_on AS day, support_service_113.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_113 
WHERE support_service_113.country_code = $1::VARCHAR UNION ALL SELECT task_114.child_file_id AS child_id, task_114.country_code AS country_code, task_114.due_on AS day, task_114.voided_at AS recorded_in_error, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_114 
WHERE task_114.country_code = $1::VARCHAR UNION ALL SELECT task_115.child_file_id AS child_id, task_115.country_code AS country_code, task_115.done_on AS day, task_115.voided_at AS recorded_in_error, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_115 
WHERE task_115.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_116.child_file_id AS child_id, temporary_stay_116.country_code AS country_code, temporary_stay_116.started_on AS day, temporary_stay_116.voided_at AS recorded_in_error, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind 
FROM temporary_stay AS temporary_stay_116 
WHERE temporary_stay_116.country_code = $1::VARCHAR) AS timeline_entry_89 
WHERE timeline_entry_89.child_id = child_60.id AND timeline_entry_89.country_code = $1::VARCHAR AND timeline_entry_89.child_id IS NOT NULL AND timeline_entry_89.day IS NOT NULL AND timeline_entry_89.recorded_in_error IS NULL AND timeline_entry_89.kind = $4::VARCHAR))) AS "totalCount", gathered_2.part_1 AS nodes) AS connection_117 ON true) AS children) AS answer
