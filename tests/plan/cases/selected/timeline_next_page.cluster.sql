WITH after_50 AS 
(SELECT timeline_entry_51.day AS order_0, timeline_entry_51.id AS id, timeline_entry_51.kind AS kind 
FROM (SELECT care_episode_52.country_code AS country_code, care_episode_52.id AS id, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind, care_episode_52.started_on AS day, care_episode_52.child_file_id AS child_id, care_episode_52.voided_at AS recorded_in_error 
FROM care_episode AS care_episode_52 
WHERE care_episode_52.country_code = $1::VARCHAR UNION ALL SELECT care_episode_53.country_code AS country_code, care_episode_53.id AS id, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind, care_episode_53.follow_up_until AS day, care_episode_53.child_file_id AS child_id, care_episode_53.voided_at AS recorded_in_error 
FROM care_episode AS care_episode_53 
WHERE care_episode_53.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_54.country_code AS country_code, caregiver_assignment_54.id AS id, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind, caregiver_assignment_54.started_on AS day, caregiver_assignment_54.child_file_id AS child_id, caregiver_assignment_54.voided_at AS recorded_in_error 
FROM caregiver_assignment AS caregiver_assignment_54 
WHERE caregiver_assignment_54.country_code = $1::VARCHAR UNION ALL SELECT child_55.country_code AS country_code, child_55.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind, child_55.birth_date AS day, child_55.id AS child_id, child_55.voided_at AS recorded_in_error 
FROM child AS child_55 
WHERE child_55.country_code = $1::VARCHAR UNION ALL SELECT child_56.country_code AS country_code, child_56.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind, child_56.enrolled_on AS day, child_56.id AS child_id, child_56.voided_at AS recorded_in_error 
FROM child AS child_56 
WHERE child_56.country_code = $1::VARCHAR UNION ALL SELECT child_57.country_code AS country_code, child_57.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind, child_57.died_on AS day, child_57.id AS child_id, child_57.voided_at AS recorded_in_error 
FROM child AS child_57 
WHERE child_57.country_code = $1::VARCHAR UNION ALL SELECT community_link_58.country_code AS country_code, community_link_58.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind, community_link_58.started_on AS day, community_link_58.child_file_id AS child_id, community_link_58.voided_at AS recorded_in_error 
FROM community_link AS community_link_58 
WHERE community_link_58.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_59.country_code AS country_code, gatekeeping_assessment_59.id AS id, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_59.opened_on AS day, gatekeeping_assessment_59.child_file_id AS child_id, gatekeeping_assessment_59.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_59 
WHERE gatekeeping_assessment_59.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_60.country_code AS country_code, gatekeeping_assessment_60.id AS id, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_60.due_on AS day, gatekeeping_assessment_60.child_file_id AS child_id, gatekeeping_assessment_60.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_60 
WHERE gatekeeping_assessment_60.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_61.country_code AS country_code, gatekeeping_assessment_61.id AS id, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_61.completed_on AS day, gatekeeping_assessment_61.child_file_id AS child_id, gatekeeping_assessment_61.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_61 
WHERE gatekeeping_assessment_61.country_code = $1::VARCHAR UNION ALL SELECT guardianship_62.country_code AS country_code, guardianship_62.id AS id, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind, guardianship_62.started_on AS day, guardianship_62.child_file_id AS child_id, guardianship_62.voided_at AS recorded_in_error 
FROM guardianship AS guardianship_62 
WHERE guardianship_62.country_code = $1::VARCHAR UNION ALL SELECT legal_status_63.country_code AS country_code, legal_status_63.id AS id, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind, legal_status_63.appeal_until AS day, legal_status_63.child_file_id AS child_id, legal_status_63.voided_at AS recorded_in_error 
FROM legal_status AS legal_status_63 
WHERE legal_status_63.country_code = $1::VARCHAR UNION ALL SELECT legal_status_64.country_code AS country_code, legal_status_64.id AS id, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind, legal_status_64.started_on AS day, legal_status_64.child_file_id AS child_id, legal_status_64.voided_at AS recorded_in_error 
FROM legal_status AS legal_status_64 
WHERE legal_status_64.country_code = $1::VARCHAR UNION ALL SELECT placement_65.country_code AS country_code, placement_65.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, placement_65.started_on AS day, placement_65.child_file_id AS child_id, placement_65.voided_at AS recorded_in_error 
FROM placement AS placement_65 
WHERE placement_65.country_code = $1::VARCHAR UNION ALL SELECT placement_66.country_code AS country_code, placement_66.id AS id, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind, placement_66.prepared_on AS day, placement_66.child_file_id AS child_id, placement_66.voided_at AS recorded_in_error 
FROM placement AS placement_66 
WHERE placement_66.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_67.country_code AS country_code, placement_exception_67.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, placement_exception_67.dated AS day, placement_exception_67.child_file_id AS child_id, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error 
FROM placement_exception AS placement_exception_67 
WHERE placement_exception_67.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_68.country_code AS country_code, sibling_bond_68.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, sibling_bond_68.started_on AS day, sibling_bond_68.child_file_id AS child_id, sibling_bond_68.voided_at AS recorded_in_error 
FROM sibling_bond AS sibling_bond_68 
WHERE sibling_bond_68.country_code = $1::VARCHAR UNION ALL SELECT support_service_69.country_code AS country_code, support_service_69.id AS id, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind, support_service_69.asked_on AS day, support_service_69.child_file_id AS child_id, support_service_69.voided_at AS recorded_in_error 
FROM support_service AS support_service_69 
WHERE support_service_69.country_code = $1::VARCHAR UNION ALL SELECT support_service_70.country_code AS country_code, support_service_70.id AS id, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind, support_service_70.offered_on AS day, support_service_70.child_file_id AS child_id, support_service_70.voided_at AS recorded_in_error 
FROM support_service AS support_service_70 
WHERE support_service_70.country_code = $1::VARCHAR UNION ALL SELECT support_service_71.country_code AS country_code, support_service_71.id AS id, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind, support_service_71.started_on AS day, support_service_71.child_file_id AS child_id, support_service_71.voided_at AS recorded_in_error 
FROM support_service AS support_service_71 
WHERE support_service_71.country_code = $1::VARCHAR UNION ALL SELECT task_72.country_code AS country_code, task_72.id AS id, 'TASK_DUE_ON'::text COLLATE "C" AS kind, task_72.due_on AS day, task_72.child_file_id AS child_id, task_72.voided_at AS recorded_in_error 
FROM task AS task_72 
WHERE task_72.country_code = $1::VARCHAR UNION ALL SELECT task_73.country_code AS country_code, task_73.id AS id, 'TASK_DONE_ON'::text COLLATE "C" AS kind, task_73.done_on AS day, task_73.child_file_id AS child_id, task_73.voided_at AS recorded_in_error 
FROM task AS task_73 
WHERE task_73.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_74.country_code AS country_code, temporary_stay_74.id AS id, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind, temporary_stay_74.started_on AS day, temporary_stay_74.child_file_id AS child_id, temporary_stay_74.voided_at AS recorded_in_error 
FROM temporary_stay AS temporary_stay_74 
WHERE temporary_stay_74.country_code = $1::VARCHAR) AS timeline_entry_51 
WHERE timeline_entry_51.country_code = $1::VARCHAR AND timeline_entry_51.child_id IS NOT NULL AND timeline_entry_51.day IS NOT NULL AND timeline_entry_51.recorded_in_error IS NULL AND timeline_entry_51.country_code = $2::VARCHAR AND timeline_entry_51.id = $3::UUID AND timeline_entry_51.kind = $4::VARCHAR)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM after_50)] AS cursors 
FROM (SELECT (SELECT row_to_json(node_105.*) AS value 
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
WHERE community_link_8.country_code = $1::VARCHAR UNION ALL SELECT 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_9.opened_on AS day, gatekeeping_assessment_9.child_file_id AS child_id, gatekeeping_assessment_9.country_code AS country_code, gatekeeping_assessment_9.voided_at AS recorded_in_error, gatekeeping_assessment_9.id AS id 
FROM gatekeeping_assessment AS gatekeeping_assessment_9 
WHERE gatekeeping_assessment_9.country_code = $1::VARCHAR UNION ALL SELECT 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_10.due_on AS day, gatekeeping_assessment_10.child_file_id AS child_id, gatekeeping_assessment_10.country_code AS country_code, gatekeeping_assessment_10.voided_at AS recorded_in_error, gatekeeping_assessment_10.id AS id 
FROM gatekeeping_assessment AS gatekeeping_assessment_10 
WHERE gatekeeping_assessment_10.country_code = $1::VARCHAR UNION ALL SELECT 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_11.completed_on AS day, gatekeeping_assessment_11.child_file_id AS child_id, gatekeeping_assessment_11.country_code AS country_code, gatekeeping_assessment_11.voided_at AS recorded_in_error, gatekeeping_assessment_11.id AS id 
FROM gatekeeping_assessment AS gatekeeping_assessment_11 
WHERE gatekeeping_assessment_11.country_code = $1::VARCHAR UNION ALL SELECT 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind, guardianship_12.started_on AS day, guardianship_12.child_file_id AS child_id, guardianship_12.country_code AS country_code, guardianship_12.voided_at AS recorded_in_error, guardianship_12.id AS id 
FROM guardianship AS guardianship_12 
WHERE guardianship_12.country_code = $1::VARCHAR UNION ALL SELECT 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind, legal_status_13.appeal_until AS day, legal_status_13.child_file_id AS child_id, legal_status_13.country_code AS country_code, legal_status_13.voided_at AS recorded_in_error, legal_status_13.id AS id 
FROM legal_status AS legal_status_13 
WHERE legal_status_13.country_code = $1::VARCHAR UNION ALL SELECT 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind, legal_status_14.started_on AS day, legal_status_14.child_file_id AS child_id, legal_status_14.country_code AS country_code, legal_status_14.voided_at AS recorded_in_error, legal_status_14.id AS id 
FROM legal_status AS legal_status_14 
WHERE legal_status_14.country_code = $1::VARCHAR UNION ALL SELECT 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, placement_15.started_on AS day, placement_15.child_file_id AS child_id, placement_15.country_code AS country_code, placement_15.voided_at AS recorded_in_error, placement_15.id AS id 
FROM placement AS placement_15 
WHERE placement_15.country_code = $1::VARCHAR UNION ALL SELECT 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind, placement_16.prepared_on AS day, placement_16.child_file_id AS child_id, placement_16.country_code AS country_code, placement_16.voided_at AS recorded_in_error, placement_16.id AS id 
FROM placement AS placement_16 
WHERE placement_16.country_code = $1::VARCHAR UNION ALL SELECT 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, placement_exception_17.dated AS day, placement_exception_17.child_file_id AS child_id, placement_exception_17.country_code AS country_code, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_17.id AS id 
FROM placement_exception AS placement_exception_17 
WHERE placement_exception_17.country_code = $1::VARCHAR UNION ALL SELECT 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, sibling_bond_18.started_on AS day, sibling_bond_18.child_file_id AS child_id, sibling_bond_18.country_code AS country_code, sibling_bond_18.voided_at AS recorded_in_error, sibling_bond_18.id AS id 
FROM sibling_bond AS sibling_bond_18 
WHERE sibling_bond_18.country_code = $1::VARCHAR UNION ALL SELECT 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind, support_service_19.asked_on AS day, support_service_19.child_file_id AS child_id, support_service_19.country_code AS country_code, support_service_19.voided_at AS recorded_in_error, support_service_19.id AS id 
FROM support_service AS support_service_19 
WHERE support_service_19.country_code = $1::VARCHAR UNION ALL SELECT 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind, support_service_20.offered_on AS day, support_service_20.child_file_id AS child_id, support_service_20.country_code AS country_code, support_service_20.voided_at AS recorded_in_error, support_service_20.id AS id 
FROM support_service AS support_service_20 
WHERE support_service_20.country_code = $1::VARCHAR UNION ALL SELECT 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind, support_service_21.started_on AS day, support_service_21.child_file_id AS child_id, support_service_21.country_code AS country_code, support_service_21.voided_at AS recorded_in_error, support_service_21.id AS id 
FROM support_service AS support_service_21 
WHERE support_service_21.country_code = $1::VARCHAR UNION ALL SELECT 'TASK_DUE_ON'::text COLLATE "C" AS kind, task_22.due_on AS day, task_22.child_file_id AS child_id, task_22.country_code AS country_code, task_22.voided_at AS recorded_in_error, task_22.id AS id 
FROM task AS task_22 
WHERE task_22.country_code = $1::VARCHAR UNION ALL SELECT 'TASK_DONE_ON'::text COLLATE "C" AS kind, task_23.done_on AS day, task_23.child_file_id AS child_id, task_23.country_code AS country_code, task_23.voided_at AS recorded_in_error, task_23.id AS id 
FROM task AS task_23 
WHERE task_23.country_code = $1::VARCHAR UNION ALL SELECT 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind, temporary_stay_24.started_on AS day, temporary_stay_24.child_file_id AS child_id, temporary_stay_24.country_code AS country_code, temporary_stay_24.voided_at AS recorded_in_error, temporary_stay_24.id AS id 
FROM temporary_stay AS temporary_stay_24 
WHERE temporary_stay_24.country_code = $1::VARCHAR) AS timeline_entry_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_103.*) AS value 
FROM child AS child_25 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_101.*) AS value 
FROM (SELECT coalesce(json_agg(rows_50.part_1), '[]'::json) AS part_1, (array_agg(rows_50.cursor))[1] AS start_cursor, coalesce(bool_or(rows_50.more), false) AS more 
FROM (SELECT row_to_json(edge_76.*) AS part_1, (((('0c2d92e263.' || page_50.country_code) || '_') || CAST(page_50.id AS TEXT)) || '_') || page_50.kind AS cursor, page_50.fetched > $5::BIGINT AS more 
FROM (SELECT fetched_50.country_code AS country_code, fetched_50.id AS id, fetched_50.kind AS kind, fetched_50.day AS day, fetched_50.order_0 AS order_0, count(*) OVER () AS fetched 
FROM (SELECT timeline_entry_26.country_code AS country_code, timeline_entry_26.id AS id, timeline_entry_26.kind AS kind, timeline_entry_26.day AS day, timeline_entry_26.day AS order_0 
FROM (SELECT care_episode_27.country_code AS country_code, care_episode_27.child_file_id AS child_id, care_episode_27.started_on AS day, care_episode_27.voided_at AS recorded_in_error, care_episode_27.id AS id, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_27 
WHERE care_episode_27.country_code = $1::VARCHAR UNION ALL SELECT care_episode_28.country_code AS country_code, care_episode_28.child_file_id AS child_id, care_episode_28.follow_up_until AS day, care_episode_28.voided_at AS recorded_in_error, care_episode_28.id AS id, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_28 
WHERE care_episode_28.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_29.country_code AS country_code, caregiver_assignment_29.child_file_id AS child_id, caregiver_assignment_29.started_on AS day, caregiver_assignment_29.voided_at AS recorded_in_error, caregiver_assignment_29.id AS id, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM caregiver_assignment AS caregiver_assignment_29 
WHERE caregiver_assignment_29.country_code = $1::VARCHAR UNION ALL SELECT child_30.country_code AS country_code, child_30.id AS child_id, child_30.birth_date AS day, child_30.voided_at AS recorded_in_error, child_30.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_30 
WHERE child_30.country_code = $1::VARCHAR UNION ALL SELECT child_31.country_code AS country_code, child_31.id AS child_id, child_31.enrolled_on AS day, child_31.voided_at AS recorded_in_error, child_31.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_31 
WHERE child_31.country_code = $1::VARCHAR UNION ALL SELECT child_32.country_code AS country_code, child_32.id AS child_id, child_32.died_on AS day, child_32.voided_at AS recorded_in_error, child_32.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_32 
WHERE child_32.country_code = $1::VARCHAR UNION ALL SELECT community_link_33.country_code AS country_code, community_link_33.child_file_id AS child_id, community_link_33.started_on AS day, community_link_33.voided_at AS recorded_in_error, community_link_33.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_33 
WHERE community_link_33.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_34.country_code AS country_code, gatekeeping_assessment_34.child_file_id AS child_id, gatekeeping_assessment_34.opened_on AS day, gatekeeping_assessment_34.voided_at AS recorded_in_error, gatekeeping_assessment_34.id AS id, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_34 
WHERE gatekeeping_assessment_34.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_35.country_code AS country_code, gatekeeping_assessment_35.child_file_id AS child_id, gatekeeping_assessment_35.due_on AS day, gatekeeping_assessment_35.voided_at AS recorded_in_error, gatekeeping_assessment_35.id AS id, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_35 
WHERE gatekeeping_assessment_35.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_36.country_code AS country_code, gatekeeping_assessment_36.child_file_id AS child_id, gatekeeping_assessment_36.completed_on AS day, gatekeeping_assessment_36.voided_at AS recorded_in_error, gatekeeping_assessment_36.id AS id, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_36 
WHERE gatekeeping_assessment_36.country_code = $1::VARCHAR UNION ALL SELECT guardianship_37.country_code AS country_code, guardianship_37.child_file_id AS child_id, guardianship_37.started_on AS day, guardianship_37.voided_at AS recorded_in_error, guardianship_37.id AS id, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind 
FROM guardianship AS guardianship_37 
WHERE guardianship_37.country_code = $1::VARCHAR UNION ALL SELECT legal_status_38.country_code AS country_code, legal_status_38.child_file_id AS child_id, legal_status_38.appeal_until AS day, legal_status_38.voided_at AS recorded_in_error, legal_status_38.id AS id, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_38 
WHERE legal_status_38.country_code = $1::VARCHAR UNION ALL SELECT legal_status_39.country_code AS country_code, legal_status_39.child_file_id AS child_id, legal_status_39.started_on AS day, legal_status_39.voided_at AS recorded_in_error, legal_status_39.id AS id, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_39 
WHERE legal_status_39.country_code = $1::VARCHAR UNION ALL SELECT placement_40.country_code AS country_code, placement_40.child_file_id AS child_id, placement_40.started_on AS day, placement_40.voided_at AS recorded_in_error, placement_40.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_40 
WHERE placement_40.country_code = $1::VARCHAR UNION ALL SELECT placement_41.country_code AS country_code, placement_41.child_file_id AS child_id, placement_41.prepared_on AS day, placement_41.voided_at AS recorded_in_error, placement_41.id AS id, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_41 
WHERE placement_41.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_42.country_code AS country_code, placement_exception_42.child_file_id AS child_id, placement_exception_42.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_42.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_42 
WHERE placement_exception_42.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_43.country_code AS country_code, sibling_bond_43.child_file_id AS child_id, sibling_bond_43.started_on AS day, sibling_bond_43.voided_at AS recorded_in_error, sibling_bond_43.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_43 
WHERE sibling_bond_43.country_code = $1::VARCHAR UNION ALL SELECT support_service_44.country_code AS country_code, support_service_44.child_file_id AS child_id, support_service_44.asked_on AS day, support_service_44.voided_at AS recorded_in_error, support_service_44.id AS id, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_44 
WHERE support_service_44.country_code = $1::VARCHAR UNION ALL SELECT support_service_45.country_code AS country_code, support_service_45.child_file_id AS child_id, support_service_45.offered_on AS day, support_service_45.voided_at AS recorded_in_error, support_service_45.id AS id, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_45 
WHERE support_service_45.country_code = $1::VARCHAR UNION ALL SELECT support_service_46.country_code AS country_code, support_service_46.child_file_id AS child_id, support_service_46.started_on AS day, support_service_46.voided_at AS recorded_in_error, support_service_46.id AS id, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_46 
WHERE support_service_46.country_code = $1::VARCHAR UNION ALL SELECT task_47.country_code AS country_code, task_47.child_file_id AS child_id, task_47.due_on AS day, task_47.voided_at AS recorded_in_error, task_47.id AS id, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_47 
WHERE task_47.country_code = $1::VARCHAR UNION ALL SELECT task_48.country_code AS country_code, task_48.child_file_id AS child_id, task_48.done_on AS day, task_48.voided_at AS recorded_in_error, task_48.id AS id, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_48 
WHERE task_48.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_49.country_code AS country_code, temporary_stay_49.child_file_id AS child_id, temporary_stay_49.started_on AS day, temporary_stay_49.voided_at AS recorded_in_error, temporary_stay_49.id AS id, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind 
FROM temporary_stay AS temporary_stay_49 
WHERE temporary_stay_49.country_code = $1::VARCHAR) AS timeline_entry_26 
WHERE timeline_entry_26.child_id = child_25.id AND timeline_entry_26.country_code = $1::VARCHAR AND timeline_entry_26.child_id IS NOT NULL AND timeline_entry_26.day IS NOT NULL AND timeline_entry_26.recorded_in_error IS NULL AND (timeline_entry_26.day, timeline_entry_26.id, timeline_entry_26.kind) < ((SELECT after_50.order_0 
FROM after_50), (SELECT after_50.id 
FROM after_50), (SELECT after_50.kind 
FROM after_50)) ORDER BY timeline_entry_26.day DESC, timeline_entry_26.id DESC, timeline_entry_26.kind DESC 
 LIMIT $5::BIGINT + 1) AS fetched_50 ORDER BY fetched_50.order_0 DESC, fetched_50.id DESC, fetched_50.kind DESC 
 LIMIT $5::BIGINT) AS page_50 JOIN LATERAL (SELECT page_50.kind AS kind, page_50.day AS day) AS node_75 ON true JOIN LATERAL (SELECT (((('0c2d92e263.' || page_50.country_code) || '_') || CAST(page_50.id AS TEXT)) || '_') || page_50.kind AS cursor, row_to_json(node_75.*) AS node) AS edge_76 ON true ORDER BY page_50.order_0 DESC, page_50.id DESC, page_50.kind DESC) AS rows_50) AS gathered_50 JOIN LATERAL (SELECT JSON_OBJECT('hasPreviousPage' : EXISTS (SELECT 1 
FROM (SELECT care_episode_78.country_code AS country_code, care_episode_78.child_file_id AS child_id, care_episode_78.started_on AS day, care_episode_78.voided_at AS recorded_in_error, care_episode_78.id AS id, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_78 
WHERE care_episode_78.country_code = $1::VARCHAR UNION ALL SELECT care_episode_79.country_code AS country_code, care_episode_79.child_file_id AS child_id, care_episode_79.follow_up_until AS day, care_episode_79.voided_at AS recorded_in_error, care_episode_79.id AS id, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_79 
WHERE care_episode_79.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_80.country_code AS country_code, caregiver_assignment_80.child_file_id AS child_id, caregiver_assignment_80.started_on AS day, caregiver_assignment_80.voided_at AS recorded_in_error, caregiver_assignment_80.id AS id, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM caregiver_assignment AS caregiver_assignment_80 
WHERE caregiver_assignment_80.country_code = $1::VARCHAR UNION ALL SELECT child_81.country_code AS country_code, child_81.id AS child_id, child_81.birth_date AS day, child_81.voided_at AS recorded_in_error, child_81.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_81 
WHERE child_81.country_code = $1::VARCHAR UNION ALL SELECT child_82.country_code AS country_code, child_82.id AS child_id, child_82.enrolled_on AS day, child_82.voided_at AS recorded_in_error, child_82.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_82 
WHERE child_82.country_code = $1::VARCHAR UNION ALL SELECT child_83.country_code AS country_code, child_83.id AS child_id, child_83.died_on AS day, child_83.voided_at AS recorded_in_error, child_83.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_83 
WHERE child_83.country_code = $1::VARCHAR UNION ALL SELECT community_link_84.country_code AS country_code, community_link_84.child_file_id AS child_id, community_link_84.started_on AS day, community_link_84.voided_at AS recorded_in_error, community_link_84.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_84 
WHERE community_link_84.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_85.country_code AS country_code, gatekeeping_assessment_85.child_file_id AS child_id, gatekeeping_assessment_85.opened_on AS day, gatekeeping_assessment_85.voided_at AS recorded_in_error, gatekeeping_assessment_85.id AS id, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_85 
WHERE gatekeeping_assessment_85.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_86.country_code AS country_code, gatekeeping_assessment_86.child_file_id AS child_id, gatekeeping_assessment_86.due_on AS day, gatekeeping_assessment_86.voided_at AS recorded_in_error, gatekeeping_assessment_86.id AS id, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_86 
WHERE gatekeeping_assessment_86.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_87.country_code AS country_code, gatekeeping_assessment_87.child_file_id AS child_id, gatekeeping_assessment_87.completed_on AS day, gatekeeping_assessment_87.voided_at AS recorded_in_error, gatekeeping_assessment_87.id AS id, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_87 
WHERE gatekeeping_assessment_87.country_code = $1::VARCHAR UNION ALL SELECT guardianship_88.country_code AS country_code, guardianship_88.child_file_id AS child_id, guardianship_88.started_on AS day, guardianship_88.voided_at AS recorded_in_error, guardianship_88.id AS id, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind 
FROM guardianship AS guardianship_88 
WHERE guardianship_88.country_code = $1::VARCHAR UNION ALL SELECT legal_status_89.country_code AS country_code, legal_status_89.child_file_id AS child_id, legal_status_89.appeal_until AS day, legal_status_89.voided_at AS recorded_in_error, legal_status_89.id AS id, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_89 
WHERE legal_status_89.country_code = $1::VARCHAR UNION ALL SELECT legal_status_90.country_code AS country_code, legal_status_90.child_file_id AS child_id, legal_status_90.started_on AS day, legal_status_90.voided_at AS recorded_in_error, legal_status_90.id AS id, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_90 
WHERE legal_status_90.country_code = $1::VARCHAR UNION ALL SELECT placement_91.country_code AS country_code, placement_91.child_file_id AS child_id, placement_91.started_on AS day, placement_91.voided_at AS recorded_in_error, placement_91.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_91 
WHERE placement_91.country_code = $1::VARCHAR UNION ALL SELECT placement_92.country_code AS country_code, placement_92.child_file_id AS child_id, placement_92.prepared_on AS day, placement_92.voided_at AS recorded_in_error, placement_92.id AS id, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_92 
WHERE placement_92.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_93.country_code AS country_code, placement_exception_93.child_file_id AS child_id, placement_exception_93.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_93.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_93 
WHERE placement_exception_93.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_94.country_code AS country_code, sibling_bond_94.child_file_id AS child_id, sibling_bond_94.started_on AS day, sibling_bond_94.voided_at AS recorded_in_error, sibling_bond_94.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_94 
WHERE sibling_bond_94.country_code = $1::VARCHAR UNION ALL SELECT support_service_95.country_code AS country_code, support_service_95.child_file_id AS child_id, support_service_95.asked_on AS day, support_service_95.voided_at AS recorded_in_error, support_service_95.id AS id, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_95 
WHERE support_service_95.country_code = $1::VARCHAR UNION ALL SELECT support_service_96.country_code AS country_code, support_service_96.child_file_id AS child_id, support_service_96.offered_on AS day, support_service_96.voided_at AS recorded_in_error, support_service_96.id AS id, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_96 
WHERE support_service_96.country_code = $1::VARCHAR UNION ALL SELECT support_service_97.country_code AS country_code, support_service_97.child_file_id AS child_id, support_service_97.started_on AS day, support_service_97.voided_at AS recorded_in_error, support_service_97.id AS id, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_97 
WHERE support_service_97.country_code = $1::VARCHAR UNION ALL SELECT task_98.country_code AS country_code, task_98.child_file_id AS child_id, task_98.due_on AS day, task_98.voided_at AS recorded_in_error, task_98.id AS id, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_98 
WHERE task_98.country_code = $1::VARCHAR UNION ALL SELECT task_99.country_code AS country_code, task_99.child_file_id AS child_id, task_99.done_on AS day, task_99.voided_at AS recorded_in_error, task_99.id AS id, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_99 
WHERE task_99.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_100.country_code AS country_code, temporary_stay_100.child_file_id AS child_id, temporary_stay_100.started_on AS day, temporary_stay_100.voided_at AS recorded_in_error, temporary_stay_100.id AS id, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind 
FROM temporary_stay AS temporary_stay_100 
WHERE temporary_stay_100.country_code = $1::VARCHAR) AS timeline_entry_77 
WHERE timeline_entry_77.child_id = child_25.id AND timeline_entry_77.country_code = $1::VARCHAR AND timeline_entry_77.child_id IS NOT NULL AND timeline_entry_77.day IS NOT NULL AND timeline_entry_77.recorded_in_error IS NULL AND (timeline_entry_77.day, timeline_entry_77.id, timeline_entry_77.kind) >= ((SELECT after_50.order_0 
FROM after_50), (SELECT after_50.id 
FROM after_50), (SELECT after_50.kind 
FROM after_50))), 'hasNextPage' : gathered_50.more, 'startCursor' : gathered_50.start_cursor RETURNING json) AS "pageInfo", gathered_50.part_1 AS edges) AS connection_101 ON true 
WHERE EXISTS (SELECT 1 
FROM after_50)) AS link_102 ON true JOIN LATERAL (SELECT link_102.value AS timeline) AS node_103 ON true 
WHERE child_25.id = timeline_entry_1.child_id AND child_25.country_code = $1::VARCHAR AND child_25.voided_at IS NULL) AS link_104 ON true JOIN LATERAL (SELECT timeline_entry_1.kind AS kind, timeline_entry_1.day AS day, link_104.value AS child) AS node_105 ON true 
WHERE timeline_entry_1.country_code = $1::VARCHAR AND timeline_entry_1.child_id IS NOT NULL AND timeline_entry_1.day IS NOT NULL AND timeline_entry_1.recorded_in_error IS NULL AND timeline_entry_1.country_code = $6::VARCHAR AND timeline_entry_1.id = $7::UUID AND timeline_entry_1.kind = $8::VARCHAR) AS "timelineEntry") AS answer
