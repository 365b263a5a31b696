SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_101.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_51.*) AS part_1 
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
WHERE community_link_10.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_11.child_file_id AS child_id, gatekeeping_assessment_11.country_code AS country_code, gatekeeping_assessment_11.opened_on AS day, gatekeeping_assessment_11.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_11 
WHERE gatekeeping_assessment_11.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_12.child_file_id AS child_id, gatekeeping_assessment_12.country_code AS country_code, gatekeeping_assessment_12.due_on AS day, gatekeeping_assessment_12.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_12 
WHERE gatekeeping_assessment_12.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_13.child_file_id AS child_id, gatekeeping_assessment_13.country_code AS country_code, gatekeeping_assessment_13.completed_on AS day, gatekeeping_assessment_13.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_13 
WHERE gatekeeping_assessment_13.country_code = $1::VARCHAR UNION ALL SELECT guardianship_14.child_file_id AS child_id, guardianship_14.country_code AS country_code, guardianship_14.started_on AS day, guardianship_14.voided_at AS recorded_in_error, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind 
FROM guardianship AS guardianship_14 
WHERE guardianship_14.country_code = $1::VARCHAR UNION ALL SELECT legal_status_15.child_file_id AS child_id, legal_status_15.country_code AS country_code, legal_status_15.appeal_until AS day, legal_status_15.voided_at AS recorded_in_error, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_15 
WHERE legal_status_15.country_code = $1::VARCHAR UNION ALL SELECT legal_status_16.child_file_id AS child_id, legal_status_16.country_code AS country_code, legal_status_16.started_on AS day, legal_status_16.voided_at AS recorded_in_error, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_16 
WHERE legal_status_16.country_code = $1::VARCHAR UNION ALL SELECT placement_17.child_file_id AS child_id, placement_17.country_code AS country_code, placement_17.started_on AS day, placement_17.voided_at AS recorded_in_error, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_17 
WHERE placement_17.country_code = $1::VARCHAR UNION ALL SELECT placement_18.child_file_id AS child_id, placement_18.country_code AS country_code, placement_18.prepared_on AS day, placement_18.voided_at AS recorded_in_error, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_18 
WHERE placement_18.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_19.child_file_id AS child_id, placement_exception_19.country_code AS country_code, placement_exception_19.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_19 
WHERE placement_exception_19.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_20.child_file_id AS child_id, sibling_bond_20.country_code AS country_code, sibling_bond_20.started_on AS day, sibling_bond_20.voided_at AS recorded_in_error, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_20 
WHERE sibling_bond_20.country_code = $1::VARCHAR UNION ALL SELECT support_service_21.child_file_id AS child_id, support_service_21.country_code AS country_code, support_service_21.asked_on AS day, support_service_21.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_21 
WHERE support_service_21.country_code = $1::VARCHAR UNION ALL SELECT support_service_22.child_file_id AS child_id, support_service_22.country_code AS country_code, support_service_22.offered_on AS day, support_service_22.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_22 
WHERE support_service_22.country_code = $1::VARCHAR UNION ALL SELECT support_service_23.child_file_id AS child_id, support_service_23.country_code AS country_code, support_service_23.started_on AS day, support_service_23.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_23 
WHERE support_service_23.country_code = $1::VARCHAR UNION ALL SELECT task_24.child_file_id AS child_id, task_24.country_code AS country_code, task_24.due_on AS day, task_24.voided_at AS recorded_in_error, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_24 
WHERE task_24.country_code = $1::VARCHAR UNION ALL SELECT task_25.child_file_id AS child_id, task_25.country_code AS country_code, task_25.done_on AS day, task_25.voided_at AS recorded_in_error, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_25 
WHERE task_25.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_26.child_file_id AS child_id, temporary_stay_26.country_code AS country_code, temporary_stay_26.started_on AS day, temporary_stay_26.voided_at AS recorded_in_error, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind 
FROM temporary_stay AS temporary_stay_26 
WHERE temporary_stay_26.country_code = $1::VARCHAR) AS timeline_entry_3 
WHERE timeline_entry_3.child_id = child_1.id AND timeline_entry_3.country_code = $1::VARCHAR AND timeline_entry_3.child_id IS NOT NULL AND timeline_entry_3.day IS NOT NULL AND timeline_entry_3.recorded_in_error IS NULL AND timeline_entry_3.kind = $2::VARCHAR AND timeline_entry_3.day >= $3::DATE)) AND NOT (EXISTS (SELECT 1 
FROM (SELECT care_episode_28.child_file_id AS child_id, care_episode_28.country_code AS country_code, care_episode_28.started_on AS day, care_episode_28.voided_at AS recorded_in_error, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_28 
WHERE care_episode_28.country_code = $1::VARCHAR UNION ALL SELECT care_episode_29.child_file_id AS child_id, care_episode_29.country_code AS country_code, care_episode_29.follow_up_until AS day, care_episode_29.voided_at AS recorded_in_error, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_29 
WHERE care_episode_29.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_30.child_file_id AS child_id, caregiver_assignment_30.country_code AS country_code, caregiver_assignment_30.started_on AS day, caregiver_assignment_30.voided_at AS recorded_in_error, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM caregiver_assignment AS caregiver_assignment_30 
WHERE caregiver_assignment_30.country_code = $1::VARCHAR UNION ALL SELECT child_31.id AS child_id, child_31.country_code AS country_code, child_31.birth_date AS day, child_31.voided_at AS recorded_in_error, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_31 
WHERE child_31.country_code = $1::VARCHAR UNION ALL SELECT child_32.id AS child_id, child_32.country_code AS country_code, child_32.enrolled_on AS day, child_32.voided_at AS recorded_in_error, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_32 
WHERE child_32.country_code = $1::VARCHAR UNION ALL SELECT child_33.id AS child_id, child_33.country_code AS country_code, child_33.died_on AS day, child_33.voided_at AS recorded_in_error, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_33 
WHERE child_33.country_code = $1::VARCHAR UNION ALL SELECT community_link_34.child_file_id AS child_id, community_link_34.country_code AS country_code, community_link_34.started_on AS day, community_link_34.voided_at AS recorded_in_error, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_34 
WHERE community_link_34.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_35.child_file_id AS child_id, gatekeeping_assessment_35.country_code AS country_code, gatekeeping_assessment_35.opened_on AS day, gatekeeping_assessment_35.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_35 
WHERE gatekeeping_assessment_35.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_36.child_file_id AS child_id, gatekeeping_assessment_36.country_code AS country_code, gatekeeping_assessment_36.due_on AS day, gatekeeping_assessment_36.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_36 
WHERE gatekeeping_assessment_36.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_37.child_file_id AS child_id, gatekeeping_assessment_37.country_code AS country_code, gatekeeping_assessment_37.completed_on AS day, gatekeeping_assessment_37.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_37 
WHERE gatekeeping_assessment_37.country_code = $1::VARCHAR UNION ALL SELECT guardianship_38.child_file_id AS child_id, guardianship_38.country_code AS country_code, guardianship_38.started_on AS day, guardianship_38.voided_at AS recorded_in_error, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind 
FROM guardianship AS guardianship_38 
WHERE guardianship_38.country_code = $1::VARCHAR UNION ALL SELECT legal_status_39.child_file_id AS child_id, legal_status_39.country_code AS country_code, legal_status_39.appeal_until AS day, legal_status_39.voided_at AS recorded_in_error, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_39 
WHERE legal_status_39.country_code = $1::VARCHAR UNION ALL SELECT legal_status_40.child_file_id AS child_id, legal_status_40.country_code AS country_code, legal_status_40.started_on AS day, legal_status_40.voided_at AS recorded_in_error, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_40 
WHERE legal_status_40.country_code = $1::VARCHAR UNION ALL SELECT placement_41.child_file_id AS child_id, placement_41.country_code AS country_code, placement_41.started_on AS day, placement_41.voided_at AS recorded_in_error, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_41 
WHERE placement_41.country_code = $1::VARCHAR UNION ALL SELECT placement_42.child_file_id AS child_id, placement_42.country_code AS country_code, placement_42.prepared_on AS day, placement_42.voided_at AS recorded_in_error, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_42 
WHERE placement_42.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_43.child_file_id AS child_id, placement_exception_43.country_code AS country_code, placement_exception_43.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_43 
WHERE placement_exception_43.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_44.child_file_id AS child_id, sibling_bond_44.country_code AS country_code, sibling_bond_44.started_on AS day, sibling_bond_44.voided_at AS recorded_in_error, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_44 
WHERE sibling_bond_44.country_code = $1::VARCHAR UNION ALL SELECT support_service_45.child_file_id AS child_id, support_service_45.country_code AS country_code, support_service_45.asked_on AS day, support_service_45.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_45 
WHERE support_service_45.country_code = $1::VARCHAR UNION ALL SELECT support_service_46.child_file_id AS child_id, support_service_46.country_code AS country_code, support_service_46.offered_on AS day, support_service_46.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_46 
WHERE support_service_46.country_code = $1::VARCHAR UNION ALL SELECT support_service_47.child_file_id AS child_id, support_service_47.country_code AS country_code, support_service_47.started_on AS day, support_service_47.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_47 
WHERE support_service_47.country_code = $1::VARCHAR UNION ALL SELECT task_48.child_file_id AS child_id, task_48.country_code AS country_code, task_48.due_on AS day, task_48.voided_at AS recorded_in_error, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_48 
WHERE task_48.country_code = $1::VARCHAR UNION ALL SELECT task_49.child_file_id AS child_id, task_49.country_code AS country_code, task_49.done_on AS day, task_49.voided_at AS recorded_in_error, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_49 
WHERE task_49.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_50.child_file_id AS child_id, temporary_stay_50.country_code AS country_code, temporary_stay_50.started_on AS day, temporary_stay_50.voided_at AS recorded_in_error, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind 
FROM temporary_stay AS temporary_stay_50 
WHERE temporary_stay_50.country_code = $1::VARCHAR) AS timeline_entry_27 
WHERE timeline_entry_27.child_id = child_1.id AND timeline_entry_27.country_code = $1::VARCHAR AND timeline_entry_27.child_id IS NOT NULL AND timeline_entry_27.day IS NOT NULL AND timeline_entry_27.recorded_in_error IS NULL AND timeline_entry_27.kind = $4::VARCHAR)) ORDER BY child_1.id ASC 
 LIMIT 3) AS page_2 JOIN LATERAL (SELECT page_2.given_name AS "givenName") AS node_51 ON true ORDER BY page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM child AS child_52 
WHERE child_52.country_code = $1::VARCHAR AND child_52.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM (SELECT care_episode_54.child_file_id AS child_id, care_episode_54.country_code AS country_code, care_episode_54.started_on AS day, care_episode_54.voided_at AS recorded_in_error, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_54 
WHERE care_episode_54.country_code = $1::VARCHAR UNION ALL SELECT care_episode_55.child_file_id AS child_id, care_episode_55.country_code AS country_code, care_episode_55.follow_up_until AS day, care_episode_55.voided_at AS recorded_in_error, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_55 
WHERE care_episode_55.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_56.child_file_id AS child_id, caregiver_assignment_56.country_code AS country_code, caregiver_assignment_56.started_on AS day, caregiver_assignment_56.voided_at AS recorded_in_error, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM caregiver_assignment AS caregiver_assignment_56 
WHERE caregiver_assignment_56.country_code = $1::VARCHAR UNION ALL SELECT child_57.id AS child_id, child_57.country_code AS country_code, child_57.birth_date AS day, child_57.voided_at AS recorded_in_error, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_57 
WHERE child_57.country_code = $1::VARCHAR UNION ALL SELECT child_58.id AS child_id, child_58.country_code AS country_code, child_58.enrolled_on AS day, child_58.voided_at AS recorded_in_error, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_58 
WHERE child_58.country_code = $1::VARCHAR UNION ALL SELECT child_59.id AS child_id, child_59.country_code AS country_code, child_59.died_on AS day, child_59.voided_at AS recorded_in_error, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_59 
WHERE child_59.country_code = $1::VARCHAR UNION ALL SELECT community_link_60.child_file_id AS child_id, community_link_60.country_code AS country_code, community_link_60.started_on AS day, community_link_60.voided_at AS recorded_in_error, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_60 
WHERE community_link_60.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_61.child_file_id AS child_id, gatekeeping_assessment_61.country_code AS country_code, gatekeeping_assessment_61.opened_on AS day, gatekeeping_assessment_61.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_61 
WHERE gatekeeping_assessment_61.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_62.child_file_id AS child_id, gatekeeping_assessment_62.country_code AS country_code, gatekeeping_assessment_62.due_on AS day, gatekeeping_assessment_62.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_62 
WHERE gatekeeping_assessment_62.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_63.child_file_id AS child_id, gatekeeping_assessment_63.country_code AS country_code, gatekeeping_assessment_63.completed_on AS day, gatekeeping_assessment_63.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_63 
WHERE gatekeeping_assessment_63.country_code = $1::VARCHAR UNION ALL SELECT guardianship_64.child_file_id AS child_id, guardianship_64.country_code AS country_code, guardianship_64.started_on AS day, guardianship_64.voided_at AS recorded_in_error, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind 
FROM guardianship AS guardianship_64 
WHERE guardianship_64.country_code = $1::VARCHAR UNION ALL SELECT legal_status_65.child_file_id AS child_id, legal_status_65.country_code AS country_code, legal_status_65.appeal_until AS day, legal_status_65.voided_at AS recorded_in_error, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_65 
WHERE legal_status_65.country_code = $1::VARCHAR UNION ALL SELECT legal_status_66.child_file_id AS child_id, legal_status_66.country_code AS country_code, legal_status_66.started_on AS day, legal_status_66.voided_at AS recorded_in_error, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_66 
WHERE legal_status_66.country_code = $1::VARCHAR UNION ALL SELECT placement_67.child_file_id AS child_id, placement_67.country_code AS country_code, placement_67.started_on AS day, placement_67.voided_at AS recorded_in_error, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_67 
WHERE placement_67.country_code = $1::VARCHAR UNION ALL SELECT placement_68.child_file_id AS child_id, placement_68.country_code AS country_code, placement_68.prepared_on AS day, placement_68.voided_at AS recorded_in_error, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_68 
WHERE placement_68.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_69.child_file_id AS child_id, placement_exception_69.country_code AS country_code, placement_exception_69.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_69 
WHERE placement_exception_69.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_70.child_file_id AS child_id, sibling_bond_70.country_code AS country_code, sibling_bond_70.started_on AS day, sibling_bond_70.voided_at AS recorded_in_error, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_70 
WHERE sibling_bond_70.country_code = $1::VARCHAR UNION ALL SELECT support_service_71.child_file_id AS child_id, support_service_71.country_code AS country_code, support_service_71.asked_on AS day, support_service_71.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_71 
WHERE support_service_71.country_code = $1::VARCHAR UNION ALL SELECT support_service_72.child_file_id AS child_id, support_service_72.country_code AS country_code, support_service_72.offered_on AS day, support_service_72.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_72 
WHERE support_service_72.country_code = $1::VARCHAR UNION ALL SELECT support_service_73.child_file_id AS child_id, support_service_73.country_code AS country_code, support_service_73.started_on AS day, support_service_73.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_73 
WHERE support_service_73.country_code = $1::VARCHAR UNION ALL SELECT task_74.child_file_id AS child_id, task_74.country_code AS country_code, task_74.due_on AS day, task_74.voided_at AS recorded_in_error, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_74 
WHERE task_74.country_code = $1::VARCHAR UNION ALL SELECT task_75.child_file_id AS child_id, task_75.country_code AS country_code, task_75.done_on AS day, task_75.voided_at AS recorded_in_error, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_75 
WHERE task_75.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_76.child_file_id AS child_id, temporary_stay_76.country_code AS country_code, temporary_stay_76.started_on AS day, temporary_stay_76.voided_at AS recorded_in_error, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind 
FROM temporary_stay AS temporary_stay_76 
WHERE temporary_stay_76.country_code = $1::VARCHAR) AS timeline_entry_53 
WHERE timeline_entry_53.child_id = child_52.id AND timeline_entry_53.country_code = $1::VARCHAR AND timeline_entry_53.child_id IS NOT NULL AND timeline_entry_53.day IS NOT NULL AND timeline_entry_53.recorded_in_error IS NULL AND timeline_entry_53.kind = $2::VARCHAR AND timeline_entry_53.day >= $3::DATE)) AND NOT (EXISTS (SELECT 1 
FROM (SELECT care_episode_78.child_file_id AS child_id, care_episode_78.country_code AS country_code, care_episode_78.started_on AS day, care_episode_78.voided_at AS recorded_in_error, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_78 
WHERE care_episode_78.country_code = $1::VARCHAR UNION ALL SELECT care_episode_79.child_file_id AS child_id, care_episode_79.country_code AS country_code, care_episode_79.follow_up_until AS day, care_episode_79.voided_at AS recorded_in_error, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_79 
WHERE care_episode_79.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_80.child_file_id AS child_id, caregiver_assignment_80.country_code AS country_code, caregiver_assignment_80.started_on AS day, caregiver_assignment_80.voided_at AS recorded_in_error, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM caregiver_assignment AS caregiver_assignment_80 
WHERE caregiver_assignment_80.country_code = $1::VARCHAR UNION ALL SELECT child_81.id AS child_id, child_81.country_code AS country_code, child_81.birth_date AS day, child_81.voided_at AS recorded_in_error, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_81 
WHERE child_81.country_code = $1::VARCHAR UNION ALL SELECT child_82.id AS child_id, child_82.country_code AS country_code, child_82.enrolled_on AS day, child_82.voided_at AS recorded_in_error, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_82 
WHERE child_82.country_code = $1::VARCHAR UNION ALL SELECT child_83.id AS child_id, child_83.country_code AS country_code, child_83.died_on AS day, child_83.voided_at AS recorded_in_error, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_83 
WHERE child_83.country_code = $1::VARCHAR UNION ALL SELECT community_link_84.child_file_id AS child_id, community_link_84.country_code AS country_code, community_link_84.started_on AS day, community_link_84.voided_at AS recorded_in_error, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_84 
WHERE community_link_84.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_85.child_file_id AS child_id, gatekeeping_assessment_85.country_code AS country_code, gatekeeping_assessment_85.opened_on AS day, gatekeeping_assessment_85.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_85 
WHERE gatekeeping_assessment_85.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_86.child_file_id AS child_id, gatekeeping_assessment_86.country_code AS country_code, gatekeeping_assessment_86.due_on AS day, gatekeeping_assessment_86.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_86 
WHERE gatekeeping_assessment_86.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_87.child_file_id AS child_id, gatekeeping_assessment_87.country_code AS country_code, gatekeeping_assessment_87.completed_on AS day, gatekeeping_assessment_87.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_87 
WHERE gatekeeping_assessment_87.country_code = $1::VARCHAR UNION ALL SELECT guardianship_88.child_file_id AS child_id, guardianship_88.country_code AS country_code, guardianship_88.started_on AS day, guardianship_88.voided_at AS recorded_in_error, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind 
FROM guardianship AS guardianship_88 
WHERE guardianship_88.country_code = $1::VARCHAR UNION ALL SELECT legal_status_89.child_file_id AS child_id, legal_status_89.country_code AS country_code, legal_status_89.appeal_until AS day, legal_status_89.voided_at AS recorded_in_error, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_89 
WHERE legal_status_89.country_code = $1::VARCHAR UNION ALL SELECT legal_status_90.child_file_id AS child_id, legal_status_90.country_code AS country_code, legal_status_90.started_on AS day, legal_status_90.voided_at AS recorded_in_error, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_90 
WHERE legal_status_90.country_code = $1::VARCHAR UNION ALL SELECT placement_91.child_file_id AS child_id, placement_91.country_code AS country_code, placement_91.started_on AS day, placement_91.voided_at AS recorded_in_error, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_91 
WHERE placement_91.country_code = $1::VARCHAR UNION ALL SELECT placement_92.child_file_id AS child_id, placement_92.country_code AS country_code, placement_92.prepared_on AS day, placement_92.voided_at AS recorded_in_error, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_92 
WHERE placement_92.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_93.child_file_id AS child_id, placement_exception_93.country_code AS country_code, placement_exception_93.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_93 
WHERE placement_exception_93.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_94.child_file_id AS child_id, sibling_bond_94.country_code AS country_code, sibling_bond_94.started_on AS day, sibling_bond_94.voided_at AS recorded_in_error, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_94 
WHERE sibling_bond_94.country_code = $1::VARCHAR UNION ALL SELECT support_service_95.child_file_id AS child_id, support_service_95.country_code AS country_code, support_service_95.asked_on AS day, support_service_95.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_95 
WHERE support_service_95.country_code = $1::VARCHAR UNION ALL SELECT support_service_96.child_file_id AS child_id, support_service_96.country_code AS country_code, support_service_96.offered_on AS day, support_service_96.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_96 
WHERE support_service_96.country_code = $1::VARCHAR UNION ALL SELECT support_service_97.child_file_id AS child_id, support_service_97.country_code AS country_code, support_service_97.started_on AS day, support_service_97.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_97 
WHERE support_service_97.country_code = $1::VARCHAR UNION ALL SELECT task_98.child_file_id AS child_id, task_98.country_code AS country_code, task_98.due_on AS day, task_98.voided_at AS recorded_in_error, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_98 
WHERE task_98.country_code = $1::VARCHAR UNION ALL SELECT task_99.child_file_id AS child_id, task_99.country_code AS country_code, task_99.done_on AS day, task_99.voided_at AS recorded_in_error, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_99 
WHERE task_99.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_100.child_file_id AS child_id, temporary_stay_100.country_code AS country_code, temporary_stay_100.started_on AS day, temporary_stay_100.voided_at AS recorded_in_error, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind 
FROM temporary_stay AS temporary_stay_100 
WHERE temporary_stay_100.country_code = $1::VARCHAR) AS timeline_entry_77 
WHERE timeline_entry_77.child_id = child_52.id AND timeline_entry_77.country_code = $1::VARCHAR AND timeline_entry_77.child_id IS NOT NULL AND timeline_entry_77.day IS NOT NULL AND timeline_entry_77.recorded_in_error IS NULL AND timeline_entry_77.kind = $4::VARCHAR))) AS "totalCount", gathered_2.part_1 AS nodes) AS connection_101 ON true) AS children) AS answer
