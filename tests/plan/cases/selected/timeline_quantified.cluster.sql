SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_93.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_47.*) AS part_1 
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
WHERE placement_17.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_18.child_file_id AS child_id, placement_exception_18.country_code AS country_code, placement_exception_18.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_18 
WHERE placement_exception_18.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_19.child_file_id AS child_id, sibling_bond_19.country_code AS country_code, sibling_bond_19.started_on AS day, sibling_bond_19.voided_at AS recorded_in_error, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_19 
WHERE sibling_bond_19.country_code = $1::VARCHAR UNION ALL SELECT support_service_20.child_file_id AS child_id, support_service_20.country_code AS country_code, support_service_20.asked_on AS day, support_service_20.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_20 
WHERE support_service_20.country_code = $1::VARCHAR UNION ALL SELECT support_service_21.child_file_id AS child_id, support_service_21.country_code AS country_code, support_service_21.offered_on AS day, support_service_21.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_21 
WHERE support_service_21.country_code = $1::VARCHAR UNION ALL SELECT support_service_22.child_file_id AS child_id, support_service_22.country_code AS country_code, support_service_22.started_on AS day, support_service_22.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_22 
WHERE support_service_22.country_code = $1::VARCHAR UNION ALL SELECT task_23.child_file_id AS child_id, task_23.country_code AS country_code, task_23.due_on AS day, task_23.voided_at AS recorded_in_error, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_23 
WHERE task_23.country_code = $1::VARCHAR UNION ALL SELECT task_24.child_file_id AS child_id, task_24.country_code AS country_code, task_24.done_on AS day, task_24.voided_at AS recorded_in_error, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_24 
WHERE task_24.country_code = $1::VARCHAR) AS timeline_entry_3 
WHERE timeline_entry_3.child_id = child_1.id AND timeline_entry_3.country_code = $1::VARCHAR AND timeline_entry_3.child_id IS NOT NULL AND timeline_entry_3.day IS NOT NULL AND timeline_entry_3.recorded_in_error IS NULL AND timeline_entry_3.kind = $2::VARCHAR AND timeline_entry_3.day >= $3::DATE)) AND NOT (EXISTS (SELECT 1 
FROM (SELECT care_episode_26.child_file_id AS child_id, care_episode_26.country_code AS country_code, care_episode_26.started_on AS day, care_episode_26.voided_at AS recorded_in_error, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_26 
WHERE care_episode_26.country_code = $1::VARCHAR UNION ALL SELECT care_episode_27.child_file_id AS child_id, care_episode_27.country_code AS country_code, care_episode_27.follow_up_until AS day, care_episode_27.voided_at AS recorded_in_error, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_27 
WHERE care_episode_27.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_28.child_file_id AS child_id, caregiver_assignment_28.country_code AS country_code, caregiver_assignment_28.started_on AS day, caregiver_assignment_28.voided_at AS recorded_in_error, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM caregiver_assignment AS caregiver_assignment_28 
WHERE caregiver_assignment_28.country_code = $1::VARCHAR UNION ALL SELECT child_29.id AS child_id, child_29.country_code AS country_code, child_29.birth_date AS day, child_29.voided_at AS recorded_in_error, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_29 
WHERE child_29.country_code = $1::VARCHAR UNION ALL SELECT child_30.id AS child_id, child_30.country_code AS country_code, child_30.enrolled_on AS day, child_30.voided_at AS recorded_in_error, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_30 
WHERE child_30.country_code = $1::VARCHAR UNION ALL SELECT child_31.id AS child_id, child_31.country_code AS country_code, child_31.died_on AS day, child_31.voided_at AS recorded_in_error, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_31 
WHERE child_31.country_code = $1::VARCHAR UNION ALL SELECT community_link_32.child_file_id AS child_id, community_link_32.country_code AS country_code, community_link_32.started_on AS day, community_link_32.voided_at AS recorded_in_error, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_32 
WHERE community_link_32.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_33.child_file_id AS child_id, gatekeeping_assessment_33.country_code AS country_code, gatekeeping_assessment_33.opened_on AS day, gatekeeping_assessment_33.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_33 
WHERE gatekeeping_assessment_33.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_34.child_file_id AS child_id, gatekeeping_assessment_34.country_code AS country_code, gatekeeping_assessment_34.due_on AS day, gatekeeping_assessment_34.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_34 
WHERE gatekeeping_assessment_34.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_35.child_file_id AS child_id, gatekeeping_assessment_35.country_code AS country_code, gatekeeping_assessment_35.completed_on AS day, gatekeeping_assessment_35.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_35 
WHERE gatekeeping_assessment_35.country_code = $1::VARCHAR UNION ALL SELECT guardianship_36.child_file_id AS child_id, guardianship_36.country_code AS country_code, guardianship_36.started_on AS day, guardianship_36.voided_at AS recorded_in_error, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind 
FROM guardianship AS guardianship_36 
WHERE guardianship_36.country_code = $1::VARCHAR UNION ALL SELECT legal_status_37.child_file_id AS child_id, legal_status_37.country_code AS country_code, legal_status_37.appeal_until AS day, legal_status_37.voided_at AS recorded_in_error, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_37 
WHERE legal_status_37.country_code = $1::VARCHAR UNION ALL SELECT legal_status_38.child_file_id AS child_id, legal_status_38.country_code AS country_code, legal_status_38.started_on AS day, legal_status_38.voided_at AS recorded_in_error, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_38 
WHERE legal_status_38.country_code = $1::VARCHAR UNION ALL SELECT placement_39.child_file_id AS child_id, placement_39.country_code AS country_code, placement_39.started_on AS day, placement_39.voided_at AS recorded_in_error, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_39 
WHERE placement_39.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_40.child_file_id AS child_id, placement_exception_40.country_code AS country_code, placement_exception_40.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_40 
WHERE placement_exception_40.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_41.child_file_id AS child_id, sibling_bond_41.country_code AS country_code, sibling_bond_41.started_on AS day, sibling_bond_41.voided_at AS recorded_in_error, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_41 
WHERE sibling_bond_41.country_code = $1::VARCHAR UNION ALL SELECT support_service_42.child_file_id AS child_id, support_service_42.country_code AS country_code, support_service_42.asked_on AS day, support_service_42.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_42 
WHERE support_service_42.country_code = $1::VARCHAR UNION ALL SELECT support_service_43.child_file_id AS child_id, support_service_43.country_code AS country_code, support_service_43.offered_on AS day, support_service_43.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_43 
WHERE support_service_43.country_code = $1::VARCHAR UNION ALL SELECT support_service_44.child_file_id AS child_id, support_service_44.country_code AS country_code, support_service_44.started_on AS day, support_service_44.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_44 
WHERE support_service_44.country_code = $1::VARCHAR UNION ALL SELECT task_45.child_file_id AS child_id, task_45.country_code AS country_code, task_45.due_on AS day, task_45.voided_at AS recorded_in_error, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_45 
WHERE task_45.country_code = $1::VARCHAR UNION ALL SELECT task_46.child_file_id AS child_id, task_46.country_code AS country_code, task_46.done_on AS day, task_46.voided_at AS recorded_in_error, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_46 
WHERE task_46.country_code = $1::VARCHAR) AS timeline_entry_25 
WHERE timeline_entry_25.child_id = child_1.id AND timeline_entry_25.country_code = $1::VARCHAR AND timeline_entry_25.child_id IS NOT NULL AND timeline_entry_25.day IS NOT NULL AND timeline_entry_25.recorded_in_error IS NULL AND timeline_entry_25.kind = $4::VARCHAR)) ORDER BY child_1.id ASC 
 LIMIT 3) AS page_2 JOIN LATERAL (SELECT page_2.given_name AS "givenName") AS node_47 ON true ORDER BY page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM child AS child_48 
WHERE child_48.country_code = $1::VARCHAR AND child_48.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM (SELECT care_episode_50.child_file_id AS child_id, care_episode_50.country_code AS country_code, care_episode_50.started_on AS day, care_episode_50.voided_at AS recorded_in_error, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_50 
WHERE care_episode_50.country_code = $1::VARCHAR UNION ALL SELECT care_episode_51.child_file_id AS child_id, care_episode_51.country_code AS country_code, care_episode_51.follow_up_until AS day, care_episode_51.voided_at AS recorded_in_error, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_51 
WHERE care_episode_51.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_52.child_file_id AS child_id, caregiver_assignment_52.country_code AS country_code, caregiver_assignment_52.started_on AS day, caregiver_assignment_52.voided_at AS recorded_in_error, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM caregiver_assignment AS caregiver_assignment_52 
WHERE caregiver_assignment_52.country_code = $1::VARCHAR UNION ALL SELECT child_53.id AS child_id, child_53.country_code AS country_code, child_53.birth_date AS day, child_53.voided_at AS recorded_in_error, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_53 
WHERE child_53.country_code = $1::VARCHAR UNION ALL SELECT child_54.id AS child_id, child_54.country_code AS country_code, child_54.enrolled_on AS day, child_54.voided_at AS recorded_in_error, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_54 
WHERE child_54.country_code = $1::VARCHAR UNION ALL SELECT child_55.id AS child_id, child_55.country_code AS country_code, child_55.died_on AS day, child_55.voided_at AS recorded_in_error, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_55 
WHERE child_55.country_code = $1::VARCHAR UNION ALL SELECT community_link_56.child_file_id AS child_id, community_link_56.country_code AS country_code, community_link_56.started_on AS day, community_link_56.voided_at AS recorded_in_error, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_56 
WHERE community_link_56.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_57.child_file_id AS child_id, gatekeeping_assessment_57.country_code AS country_code, gatekeeping_assessment_57.opened_on AS day, gatekeeping_assessment_57.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_57 
WHERE gatekeeping_assessment_57.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_58.child_file_id AS child_id, gatekeeping_assessment_58.country_code AS country_code, gatekeeping_assessment_58.due_on AS day, gatekeeping_assessment_58.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_58 
WHERE gatekeeping_assessment_58.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_59.child_file_id AS child_id, gatekeeping_assessment_59.country_code AS country_code, gatekeeping_assessment_59.completed_on AS day, gatekeeping_assessment_59.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_59 
WHERE gatekeeping_assessment_59.country_code = $1::VARCHAR UNION ALL SELECT guardianship_60.child_file_id AS child_id, guardianship_60.country_code AS country_code, guardianship_60.started_on AS day, guardianship_60.voided_at AS recorded_in_error, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind 
FROM guardianship AS guardianship_60 
WHERE guardianship_60.country_code = $1::VARCHAR UNION ALL SELECT legal_status_61.child_file_id AS child_id, legal_status_61.country_code AS country_code, legal_status_61.appeal_until AS day, legal_status_61.voided_at AS recorded_in_error, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_61 
WHERE legal_status_61.country_code = $1::VARCHAR UNION ALL SELECT legal_status_62.child_file_id AS child_id, legal_status_62.country_code AS country_code, legal_status_62.started_on AS day, legal_status_62.voided_at AS recorded_in_error, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_62 
WHERE legal_status_62.country_code = $1::VARCHAR UNION ALL SELECT placement_63.child_file_id AS child_id, placement_63.country_code AS country_code, placement_63.started_on AS day, placement_63.voided_at AS recorded_in_error, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_63 
WHERE placement_63.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_64.child_file_id AS child_id, placement_exception_64.country_code AS country_code, placement_exception_64.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_64 
WHERE placement_exception_64.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_65.child_file_id AS child_id, sibling_bond_65.country_code AS country_code, sibling_bond_65.started_on AS day, sibling_bond_65.voided_at AS recorded_in_error, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_65 
WHERE sibling_bond_65.country_code = $1::VARCHAR UNION ALL SELECT support_service_66.child_file_id AS child_id, support_service_66.country_code AS country_code, support_service_66.asked_on AS day, support_service_66.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_66 
WHERE support_service_66.country_code = $1::VARCHAR UNION ALL SELECT support_service_67.child_file_id AS child_id, support_service_67.country_code AS country_code, support_service_67.offered_on AS day, support_service_67.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_67 
WHERE support_service_67.country_code = $1::VARCHAR UNION ALL SELECT support_service_68.child_file_id AS child_id, support_service_68.country_code AS country_code, support_service_68.started_on AS day, support_service_68.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_68 
WHERE support_service_68.country_code = $1::VARCHAR UNION ALL SELECT task_69.child_file_id AS child_id, task_69.country_code AS country_code, task_69.due_on AS day, task_69.voided_at AS recorded_in_error, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_69 
WHERE task_69.country_code = $1::VARCHAR UNION ALL SELECT task_70.child_file_id AS child_id, task_70.country_code AS country_code, task_70.done_on AS day, task_70.voided_at AS recorded_in_error, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_70 
WHERE task_70.country_code = $1::VARCHAR) AS timeline_entry_49 
WHERE timeline_entry_49.child_id = child_48.id AND timeline_entry_49.country_code = $1::VARCHAR AND timeline_entry_49.child_id IS NOT NULL AND timeline_entry_49.day IS NOT NULL AND timeline_entry_49.recorded_in_error IS NULL AND timeline_entry_49.kind = $2::VARCHAR AND timeline_entry_49.day >= $3::DATE)) AND NOT (EXISTS (SELECT 1 
FROM (SELECT care_episode_72.child_file_id AS child_id, care_episode_72.country_code AS country_code, care_episode_72.started_on AS day, care_episode_72.voided_at AS recorded_in_error, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_72 
WHERE care_episode_72.country_code = $1::VARCHAR UNION ALL SELECT care_episode_73.child_file_id AS child_id, care_episode_73.country_code AS country_code, care_episode_73.follow_up_until AS day, care_episode_73.voided_at AS recorded_in_error, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_73 
WHERE care_episode_73.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_74.child_file_id AS child_id, caregiver_assignment_74.country_code AS country_code, caregiver_assignment_74.started_on AS day, caregiver_assignment_74.voided_at AS recorded_in_error, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM caregiver_assignment AS caregiver_assignment_74 
WHERE caregiver_assignment_74.country_code = $1::VARCHAR UNION ALL SELECT child_75.id AS child_id, child_75.country_code AS country_code, child_75.birth_date AS day, child_75.voided_at AS recorded_in_error, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_75 
WHERE child_75.country_code = $1::VARCHAR UNION ALL SELECT child_76.id AS child_id, child_76.country_code AS country_code, child_76.enrolled_on AS day, child_76.voided_at AS recorded_in_error, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_76 
WHERE child_76.country_code = $1::VARCHAR UNION ALL SELECT child_77.id AS child_id, child_77.country_code AS country_code, child_77.died_on AS day, child_77.voided_at AS recorded_in_error, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_77 
WHERE child_77.country_code = $1::VARCHAR UNION ALL SELECT community_link_78.child_file_id AS child_id, community_link_78.country_code AS country_code, community_link_78.started_on AS day, community_link_78.voided_at AS recorded_in_error, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_78 
WHERE community_link_78.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_79.child_file_id AS child_id, gatekeeping_assessment_79.country_code AS country_code, gatekeeping_assessment_79.opened_on AS day, gatekeeping_assessment_79.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_79 
WHERE gatekeeping_assessment_79.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_80.child_file_id AS child_id, gatekeeping_assessment_80.country_code AS country_code, gatekeeping_assessment_80.due_on AS day, gatekeeping_assessment_80.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_80 
WHERE gatekeeping_assessment_80.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_81.child_file_id AS child_id, gatekeeping_assessment_81.country_code AS country_code, gatekeeping_assessment_81.completed_on AS day, gatekeeping_assessment_81.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_81 
WHERE gatekeeping_assessment_81.country_code = $1::VARCHAR UNION ALL SELECT guardianship_82.child_file_id AS child_id, guardianship_82.country_code AS country_code, guardianship_82.started_on AS day, guardianship_82.voided_at AS recorded_in_error, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind 
FROM guardianship AS guardianship_82 
WHERE guardianship_82.country_code = $1::VARCHAR UNION ALL SELECT legal_status_83.child_file_id AS child_id, legal_status_83.country_code AS country_code, legal_status_83.appeal_until AS day, legal_status_83.voided_at AS recorded_in_error, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_83 
WHERE legal_status_83.country_code = $1::VARCHAR UNION ALL SELECT legal_status_84.child_file_id AS child_id, legal_status_84.country_code AS country_code, legal_status_84.started_on AS day, legal_status_84.voided_at AS recorded_in_error, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_84 
WHERE legal_status_84.country_code = $1::VARCHAR UNION ALL SELECT placement_85.child_file_id AS child_id, placement_85.country_code AS country_code, placement_85.started_on AS day, placement_85.voided_at AS recorded_in_error, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_85 
WHERE placement_85.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_86.child_file_id AS child_id, placement_exception_86.country_code AS country_code, placement_exception_86.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_86 
WHERE placement_exception_86.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_87.child_file_id AS child_id, sibling_bond_87.country_code AS country_code, sibling_bond_87.started_on AS day, sibling_bond_87.voided_at AS recorded_in_error, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_87 
WHERE sibling_bond_87.country_code = $1::VARCHAR UNION ALL SELECT support_service_88.child_file_id AS child_id, support_service_88.country_code AS country_code, support_service_88.asked_on AS day, support_service_88.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_88 
WHERE support_service_88.country_code = $1::VARCHAR UNION ALL SELECT support_service_89.child_file_id AS child_id, support_service_89.country_code AS country_code, support_service_89.offered_on AS day, support_service_89.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_89 
WHERE support_service_89.country_code = $1::VARCHAR UNION ALL SELECT support_service_90.child_file_id AS child_id, support_service_90.country_code AS country_code, support_service_90.started_on AS day, support_service_90.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_90 
WHERE support_service_90.country_code = $1::VARCHAR UNION ALL SELECT task_91.child_file_id AS child_id, task_91.country_code AS country_code, task_91.due_on AS day, task_91.voided_at AS recorded_in_error, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_91 
WHERE task_91.country_code = $1::VARCHAR UNION ALL SELECT task_92.child_file_id AS child_id, task_92.country_code AS country_code, task_92.done_on AS day, task_92.voided_at AS recorded_in_error, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_92 
WHERE task_92.country_code = $1::VARCHAR) AS timeline_entry_71 
WHERE timeline_entry_71.child_id = child_48.id AND timeline_entry_71.country_code = $1::VARCHAR AND timeline_entry_71.child_id IS NOT NULL AND timeline_entry_71.day IS NOT NULL AND timeline_entry_71.recorded_in_error IS NULL AND timeline_entry_71.kind = $4::VARCHAR))) AS "totalCount", gathered_2.part_1 AS nodes) AS connection_93 ON true) AS children) AS answer
