WITH after_46 AS 
(SELECT timeline_entry_47.day AS order_0, timeline_entry_47.id AS id, timeline_entry_47.kind AS kind 
FROM (SELECT care_episode_48.country_code AS country_code, care_episode_48.id AS id, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind, care_episode_48.started_on AS day, care_episode_48.child_file_id AS child_id, care_episode_48.voided_at AS recorded_in_error 
FROM care_episode AS care_episode_48 
WHERE care_episode_48.country_code = $1::VARCHAR UNION ALL SELECT care_episode_49.country_code AS country_code, care_episode_49.id AS id, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind, care_episode_49.follow_up_until AS day, care_episode_49.child_file_id AS child_id, care_episode_49.voided_at AS recorded_in_error 
FROM care_episode AS care_episode_49 
WHERE care_episode_49.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_50.country_code AS country_code, caregiver_assignment_50.id AS id, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind, caregiver_assignment_50.started_on AS day, caregiver_assignment_50.child_file_id AS child_id, caregiver_assignment_50.voided_at AS recorded_in_error 
FROM caregiver_assignment AS caregiver_assignment_50 
WHERE caregiver_assignment_50.country_code = $1::VARCHAR UNION ALL SELECT child_51.country_code AS country_code, child_51.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind, child_51.birth_date AS day, child_51.id AS child_id, child_51.voided_at AS recorded_in_error 
FROM child AS child_51 
WHERE child_51.country_code = $1::VARCHAR UNION ALL SELECT child_52.country_code AS country_code, child_52.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind, child_52.enrolled_on AS day, child_52.id AS child_id, child_52.voided_at AS recorded_in_error 
FROM child AS child_52 
WHERE child_52.country_code = $1::VARCHAR UNION ALL SELECT child_53.country_code AS country_code, child_53.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind, child_53.died_on AS day, child_53.id AS child_id, child_53.voided_at AS recorded_in_error 
FROM child AS child_53 
WHERE child_53.country_code = $1::VARCHAR UNION ALL SELECT community_link_54.country_code AS country_code, community_link_54.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind, community_link_54.started_on AS day, community_link_54.child_file_id AS child_id, community_link_54.voided_at AS recorded_in_error 
FROM community_link AS community_link_54 
WHERE community_link_54.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_55.country_code AS country_code, gatekeeping_assessment_55.id AS id, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_55.opened_on AS day, gatekeeping_assessment_55.child_file_id AS child_id, gatekeeping_assessment_55.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_55 
WHERE gatekeeping_assessment_55.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_56.country_code AS country_code, gatekeeping_assessment_56.id AS id, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_56.due_on AS day, gatekeeping_assessment_56.child_file_id AS child_id, gatekeeping_assessment_56.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_56 
WHERE gatekeeping_assessment_56.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_57.country_code AS country_code, gatekeeping_assessment_57.id AS id, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_57.completed_on AS day, gatekeeping_assessment_57.child_file_id AS child_id, gatekeeping_assessment_57.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_57 
WHERE gatekeeping_assessment_57.country_code = $1::VARCHAR UNION ALL SELECT guardianship_58.country_code AS country_code, guardianship_58.id AS id, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind, guardianship_58.started_on AS day, guardianship_58.child_file_id AS child_id, guardianship_58.voided_at AS recorded_in_error 
FROM guardianship AS guardianship_58 
WHERE guardianship_58.country_code = $1::VARCHAR UNION ALL SELECT legal_status_59.country_code AS country_code, legal_status_59.id AS id, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind, legal_status_59.appeal_until AS day, legal_status_59.child_file_id AS child_id, legal_status_59.voided_at AS recorded_in_error 
FROM legal_status AS legal_status_59 
WHERE legal_status_59.country_code = $1::VARCHAR UNION ALL SELECT legal_status_60.country_code AS country_code, legal_status_60.id AS id, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind, legal_status_60.started_on AS day, legal_status_60.child_file_id AS child_id, legal_status_60.voided_at AS recorded_in_error 
FROM legal_status AS legal_status_60 
WHERE legal_status_60.country_code = $1::VARCHAR UNION ALL SELECT placement_61.country_code AS country_code, placement_61.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, placement_61.started_on AS day, placement_61.child_file_id AS child_id, placement_61.voided_at AS recorded_in_error 
FROM placement AS placement_61 
WHERE placement_61.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_62.country_code AS country_code, placement_exception_62.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, placement_exception_62.dated AS day, placement_exception_62.child_file_id AS child_id, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error 
FROM placement_exception AS placement_exception_62 
WHERE placement_exception_62.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_63.country_code AS country_code, sibling_bond_63.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, sibling_bond_63.started_on AS day, sibling_bond_63.child_file_id AS child_id, sibling_bond_63.voided_at AS recorded_in_error 
FROM sibling_bond AS sibling_bond_63 
WHERE sibling_bond_63.country_code = $1::VARCHAR UNION ALL SELECT support_service_64.country_code AS country_code, support_service_64.id AS id, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind, support_service_64.asked_on AS day, support_service_64.child_file_id AS child_id, support_service_64.voided_at AS recorded_in_error 
FROM support_service AS support_service_64 
WHERE support_service_64.country_code = $1::VARCHAR UNION ALL SELECT support_service_65.country_code AS country_code, support_service_65.id AS id, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind, support_service_65.offered_on AS day, support_service_65.child_file_id AS child_id, support_service_65.voided_at AS recorded_in_error 
FROM support_service AS support_service_65 
WHERE support_service_65.country_code = $1::VARCHAR UNION ALL SELECT support_service_66.country_code AS country_code, support_service_66.id AS id, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind, support_service_66.started_on AS day, support_service_66.child_file_id AS child_id, support_service_66.voided_at AS recorded_in_error 
FROM support_service AS support_service_66 
WHERE support_service_66.country_code = $1::VARCHAR UNION ALL SELECT task_67.country_code AS country_code, task_67.id AS id, 'TASK_DUE_ON'::text COLLATE "C" AS kind, task_67.due_on AS day, task_67.child_file_id AS child_id, task_67.voided_at AS recorded_in_error 
FROM task AS task_67 
WHERE task_67.country_code = $1::VARCHAR UNION ALL SELECT task_68.country_code AS country_code, task_68.id AS id, 'TASK_DONE_ON'::text COLLATE "C" AS kind, task_68.done_on AS day, task_68.child_file_id AS child_id, task_68.voided_at AS recorded_in_error 
FROM task AS task_68 
WHERE task_68.country_code = $1::VARCHAR) AS timeline_entry_47 
WHERE timeline_entry_47.country_code = $1::VARCHAR AND timeline_entry_47.child_id IS NOT NULL AND timeline_entry_47.day IS NOT NULL AND timeline_entry_47.recorded_in_error IS NULL AND timeline_entry_47.country_code = $2::VARCHAR AND timeline_entry_47.id = $3::UUID AND timeline_entry_47.kind = $4::VARCHAR)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM after_46)] AS cursors 
FROM (SELECT (SELECT row_to_json(node_97.*) AS value 
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
WHERE placement_15.country_code = $1::VARCHAR UNION ALL SELECT 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, placement_exception_16.dated AS day, placement_exception_16.child_file_id AS child_id, placement_exception_16.country_code AS country_code, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_16.id AS id 
FROM placement_exception AS placement_exception_16 
WHERE placement_exception_16.country_code = $1::VARCHAR UNION ALL SELECT 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, sibling_bond_17.started_on AS day, sibling_bond_17.child_file_id AS child_id, sibling_bond_17.country_code AS country_code, sibling_bond_17.voided_at AS recorded_in_error, sibling_bond_17.id AS id 
FROM sibling_bond AS sibling_bond_17 
WHERE sibling_bond_17.country_code = $1::VARCHAR UNION ALL SELECT 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind, support_service_18.asked_on AS day, support_service_18.child_file_id AS child_id, support_service_18.country_code AS country_code, support_service_18.voided_at AS recorded_in_error, support_service_18.id AS id 
FROM support_service AS support_service_18 
WHERE support_service_18.country_code = $1::VARCHAR UNION ALL SELECT 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind, support_service_19.offered_on AS day, support_service_19.child_file_id AS child_id, support_service_19.country_code AS country_code, support_service_19.voided_at AS recorded_in_error, support_service_19.id AS id 
FROM support_service AS support_service_19 
WHERE support_service_19.country_code = $1::VARCHAR UNION ALL SELECT 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind, support_service_20.started_on AS day, support_service_20.child_file_id AS child_id, support_service_20.country_code AS country_code, support_service_20.voided_at AS recorded_in_error, support_service_20.id AS id 
FROM support_service AS support_service_20 
WHERE support_service_20.country_code = $1::VARCHAR UNION ALL SELECT 'TASK_DUE_ON'::text COLLATE "C" AS kind, task_21.due_on AS day, task_21.child_file_id AS child_id, task_21.country_code AS country_code, task_21.voided_at AS recorded_in_error, task_21.id AS id 
FROM task AS task_21 
WHERE task_21.country_code = $1::VARCHAR UNION ALL SELECT 'TASK_DONE_ON'::text COLLATE "C" AS kind, task_22.done_on AS day, task_22.child_file_id AS child_id, task_22.country_code AS country_code, task_22.voided_at AS recorded_in_error, task_22.id AS id 
FROM task AS task_22 
WHERE task_22.country_code = $1::VARCHAR) AS timeline_entry_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_95.*) AS value 
FROM child AS child_23 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_93.*) AS value 
FROM (SELECT coalesce(json_agg(rows_46.part_1), '[]'::json) AS part_1, (array_agg(rows_46.cursor))[1] AS start_cursor, coalesce(bool_or(rows_46.more), false) AS more 
FROM (SELECT row_to_json(edge_70.*) AS part_1, (((('0c2d92e263.' || page_46.country_code) || '_') || CAST(page_46.id AS TEXT)) || '_') || page_46.kind AS cursor, page_46.fetched > $5::BIGINT AS more 
FROM (SELECT fetched_46.country_code AS country_code, fetched_46.id AS id, fetched_46.kind AS kind, fetched_46.day AS day, fetched_46.order_0 AS order_0, count(*) OVER () AS fetched 
FROM (SELECT timeline_entry_24.country_code AS country_code, timeline_entry_24.id AS id, timeline_entry_24.kind AS kind, timeline_entry_24.day AS day, timeline_entry_24.day AS order_0 
FROM (SELECT care_episode_25.country_code AS country_code, care_episode_25.child_file_id AS child_id, care_episode_25.started_on AS day, care_episode_25.voided_at AS recorded_in_error, care_episode_25.id AS id, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_25 
WHERE care_episode_25.country_code = $1::VARCHAR UNION ALL SELECT care_episode_26.country_code AS country_code, care_episode_26.child_file_id AS child_id, care_episode_26.follow_up_until AS day, care_episode_26.voided_at AS recorded_in_error, care_episode_26.id AS id, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_26 
WHERE care_episode_26.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_27.country_code AS country_code, caregiver_assignment_27.child_file_id AS child_id, caregiver_assignment_27.started_on AS day, caregiver_assignment_27.voided_at AS recorded_in_error, caregiver_assignment_27.id AS id, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM caregiver_assignment AS caregiver_assignment_27 
WHERE caregiver_assignment_27.country_code = $1::VARCHAR UNION ALL SELECT child_28.country_code AS country_code, child_28.id AS child_id, child_28.birth_date AS day, child_28.voided_at AS recorded_in_error, child_28.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_28 
WHERE child_28.country_code = $1::VARCHAR UNION ALL SELECT child_29.country_code AS country_code, child_29.id AS child_id, child_29.enrolled_on AS day, child_29.voided_at AS recorded_in_error, child_29.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_29 
WHERE child_29.country_code = $1::VARCHAR UNION ALL SELECT child_30.country_code AS country_code, child_30.id AS child_id, child_30.died_on AS day, child_30.voided_at AS recorded_in_error, child_30.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_30 
WHERE child_30.country_code = $1::VARCHAR UNION ALL SELECT community_link_31.country_code AS country_code, community_link_31.child_file_id AS child_id, community_link_31.started_on AS day, community_link_31.voided_at AS recorded_in_error, community_link_31.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_31 
WHERE community_link_31.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_32.country_code AS country_code, gatekeeping_assessment_32.child_file_id AS child_id, gatekeeping_assessment_32.opened_on AS day, gatekeeping_assessment_32.voided_at AS recorded_in_error, gatekeeping_assessment_32.id AS id, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_32 
WHERE gatekeeping_assessment_32.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_33.country_code AS country_code, gatekeeping_assessment_33.child_file_id AS child_id, gatekeeping_assessment_33.due_on AS day, gatekeeping_assessment_33.voided_at AS recorded_in_error, gatekeeping_assessment_33.id AS id, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_33 
WHERE gatekeeping_assessment_33.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_34.country_code AS country_code, gatekeeping_assessment_34.child_file_id AS child_id, gatekeeping_assessment_34.completed_on AS day, gatekeeping_assessment_34.voided_at AS recorded_in_error, gatekeeping_assessment_34.id AS id, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_34 
WHERE gatekeeping_assessment_34.country_code = $1::VARCHAR UNION ALL SELECT guardianship_35.country_code AS country_code, guardianship_35.child_file_id AS child_id, guardianship_35.started_on AS day, guardianship_35.voided_at AS recorded_in_error, guardianship_35.id AS id, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind 
FROM guardianship AS guardianship_35 
WHERE guardianship_35.country_code = $1::VARCHAR UNION ALL SELECT legal_status_36.country_code AS country_code, legal_status_36.child_file_id AS child_id, legal_status_36.appeal_until AS day, legal_status_36.voided_at AS recorded_in_error, legal_status_36.id AS id, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_36 
WHERE legal_status_36.country_code = $1::VARCHAR UNION ALL SELECT legal_status_37.country_code AS country_code, legal_status_37.child_file_id AS child_id, legal_status_37.started_on AS day, legal_status_37.voided_at AS recorded_in_error, legal_status_37.id AS id, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_37 
WHERE legal_status_37.country_code = $1::VARCHAR UNION ALL SELECT placement_38.country_code AS country_code, placement_38.child_file_id AS child_id, placement_38.started_on AS day, placement_38.voided_at AS recorded_in_error, placement_38.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_38 
WHERE placement_38.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_39.country_code AS country_code, placement_exception_39.child_file_id AS child_id, placement_exception_39.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_39.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_39 
WHERE placement_exception_39.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_40.country_code AS country_code, sibling_bond_40.child_file_id AS child_id, sibling_bond_40.started_on AS day, sibling_bond_40.voided_at AS recorded_in_error, sibling_bond_40.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_40 
WHERE sibling_bond_40.country_code = $1::VARCHAR UNION ALL SELECT support_service_41.country_code AS country_code, support_service_41.child_file_id AS child_id, support_service_41.asked_on AS day, support_service_41.voided_at AS recorded_in_error, support_service_41.id AS id, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_41 
WHERE support_service_41.country_code = $1::VARCHAR UNION ALL SELECT support_service_42.country_code AS country_code, support_service_42.child_file_id AS child_id, support_service_42.offered_on AS day, support_service_42.voided_at AS recorded_in_error, support_service_42.id AS id, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_42 
WHERE support_service_42.country_code = $1::VARCHAR UNION ALL SELECT support_service_43.country_code AS country_code, support_service_43.child_file_id AS child_id, support_service_43.started_on AS day, support_service_43.voided_at AS recorded_in_error, support_service_43.id AS id, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_43 
WHERE support_service_43.country_code = $1::VARCHAR UNION ALL SELECT task_44.country_code AS country_code, task_44.child_file_id AS child_id, task_44.due_on AS day, task_44.voided_at AS recorded_in_error, task_44.id AS id, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_44 
WHERE task_44.country_code = $1::VARCHAR UNION ALL SELECT task_45.country_code AS country_code, task_45.child_file_id AS child_id, task_45.done_on AS day, task_45.voided_at AS recorded_in_error, task_45.id AS id, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_45 
WHERE task_45.country_code = $1::VARCHAR) AS timeline_entry_24 
WHERE timeline_entry_24.child_id = child_23.id AND timeline_entry_24.country_code = $1::VARCHAR AND timeline_entry_24.child_id IS NOT NULL AND timeline_entry_24.day IS NOT NULL AND timeline_entry_24.recorded_in_error IS NULL AND (timeline_entry_24.day, timeline_entry_24.id, timeline_entry_24.kind) < ((SELECT after_46.order_0 
FROM after_46), (SELECT after_46.id 
FROM after_46), (SELECT after_46.kind 
FROM after_46)) ORDER BY timeline_entry_24.day DESC, timeline_entry_24.id DESC, timeline_entry_24.kind DESC 
 LIMIT $5::BIGINT + 1) AS fetched_46 ORDER BY fetched_46.order_0 DESC, fetched_46.id DESC, fetched_46.kind DESC 
 LIMIT $5::BIGINT) AS page_46 JOIN LATERAL (SELECT page_46.kind AS kind, page_46.day AS day) AS node_69 ON true JOIN LATERAL (SELECT (((('0c2d92e263.' || page_46.country_code) || '_') || CAST(page_46.id AS TEXT)) || '_') || page_46.kind AS cursor, row_to_json(node_69.*) AS node) AS edge_70 ON true ORDER BY page_46.order_0 DESC, page_46.id DESC, page_46.kind DESC) AS rows_46) AS gathered_46 JOIN LATERAL (SELECT JSON_OBJECT('hasPreviousPage' : EXISTS (SELECT 1 
FROM (SELECT care_episode_72.country_code AS country_code, care_episode_72.child_file_id AS child_id, care_episode_72.started_on AS day, care_episode_72.voided_at AS recorded_in_error, care_episode_72.id AS id, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_72 
WHERE care_episode_72.country_code = $1::VARCHAR UNION ALL SELECT care_episode_73.country_code AS country_code, care_episode_73.child_file_id AS child_id, care_episode_73.follow_up_until AS day, care_episode_73.voided_at AS recorded_in_error, care_episode_73.id AS id, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_73 
WHERE care_episode_73.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_74.country_code AS country_code, caregiver_assignment_74.child_file_id AS child_id, caregiver_assignment_74.started_on AS day, caregiver_assignment_74.voided_at AS recorded_in_error, caregiver_assignment_74.id AS id, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM caregiver_assignment AS caregiver_assignment_74 
WHERE caregiver_assignment_74.country_code = $1::VARCHAR UNION ALL SELECT child_75.country_code AS country_code, child_75.id AS child_id, child_75.birth_date AS day, child_75.voided_at AS recorded_in_error, child_75.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_75 
WHERE child_75.country_code = $1::VARCHAR UNION ALL SELECT child_76.country_code AS country_code, child_76.id AS child_id, child_76.enrolled_on AS day, child_76.voided_at AS recorded_in_error, child_76.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_76 
WHERE child_76.country_code = $1::VARCHAR UNION ALL SELECT child_77.country_code AS country_code, child_77.id AS child_id, child_77.died_on AS day, child_77.voided_at AS recorded_in_error, child_77.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_77 
WHERE child_77.country_code = $1::VARCHAR UNION ALL SELECT community_link_78.country_code AS country_code, community_link_78.child_file_id AS child_id, community_link_78.started_on AS day, community_link_78.voided_at AS recorded_in_error, community_link_78.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_78 
WHERE community_link_78.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_79.country_code AS country_code, gatekeeping_assessment_79.child_file_id AS child_id, gatekeeping_assessment_79.opened_on AS day, gatekeeping_assessment_79.voided_at AS recorded_in_error, gatekeeping_assessment_79.id AS id, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_79 
WHERE gatekeeping_assessment_79.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_80.country_code AS country_code, gatekeeping_assessment_80.child_file_id AS child_id, gatekeeping_assessment_80.due_on AS day, gatekeeping_assessment_80.voided_at AS recorded_in_error, gatekeeping_assessment_80.id AS id, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_80 
WHERE gatekeeping_assessment_80.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_81.country_code AS country_code, gatekeeping_assessment_81.child_file_id AS child_id, gatekeeping_assessment_81.completed_on AS day, gatekeeping_assessment_81.voided_at AS recorded_in_error, gatekeeping_assessment_81.id AS id, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_81 
WHERE gatekeeping_assessment_81.country_code = $1::VARCHAR UNION ALL SELECT guardianship_82.country_code AS country_code, guardianship_82.child_file_id AS child_id, guardianship_82.started_on AS day, guardianship_82.voided_at AS recorded_in_error, guardianship_82.id AS id, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind 
FROM guardianship AS guardianship_82 
WHERE guardianship_82.country_code = $1::VARCHAR UNION ALL SELECT legal_status_83.country_code AS country_code, legal_status_83.child_file_id AS child_id, legal_status_83.appeal_until AS day, legal_status_83.voided_at AS recorded_in_error, legal_status_83.id AS id, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_83 
WHERE legal_status_83.country_code = $1::VARCHAR UNION ALL SELECT legal_status_84.country_code AS country_code, legal_status_84.child_file_id AS child_id, legal_status_84.started_on AS day, legal_status_84.voided_at AS recorded_in_error, legal_status_84.id AS id, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_84 
WHERE legal_status_84.country_code = $1::VARCHAR UNION ALL SELECT placement_85.country_code AS country_code, placement_85.child_file_id AS child_id, placement_85.started_on AS day, placement_85.voided_at AS recorded_in_error, placement_85.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_85 
WHERE placement_85.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_86.country_code AS country_code, placement_exception_86.child_file_id AS child_id, placement_exception_86.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_86.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_86 
WHERE placement_exception_86.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_87.country_code AS country_code, sibling_bond_87.child_file_id AS child_id, sibling_bond_87.started_on AS day, sibling_bond_87.voided_at AS recorded_in_error, sibling_bond_87.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_87 
WHERE sibling_bond_87.country_code = $1::VARCHAR UNION ALL SELECT support_service_88.country_code AS country_code, support_service_88.child_file_id AS child_id, support_service_88.asked_on AS day, support_service_88.voided_at AS recorded_in_error, support_service_88.id AS id, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_88 
WHERE support_service_88.country_code = $1::VARCHAR UNION ALL SELECT support_service_89.country_code AS country_code, support_service_89.child_file_id AS child_id, support_service_89.offered_on AS day, support_service_89.voided_at AS recorded_in_error, support_service_89.id AS id, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_89 
WHERE support_service_89.country_code = $1::VARCHAR UNION ALL SELECT support_service_90.country_code AS country_code, support_service_90.child_file_id AS child_id, support_service_90.started_on AS day, support_service_90.voided_at AS recorded_in_error, support_service_90.id AS id, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_90 
WHERE support_service_90.country_code = $1::VARCHAR UNION ALL SELECT task_91.country_code AS country_code, task_91.child_file_id AS child_id, task_91.due_on AS day, task_91.voided_at AS recorded_in_error, task_91.id AS id, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_91 
WHERE task_91.country_code = $1::VARCHAR UNION ALL SELECT task_92.country_code AS country_code, task_92.child_file_id AS child_id, task_92.done_on AS day, task_92.voided_at AS recorded_in_error, task_92.id AS id, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_92 
WHERE task_92.country_code = $1::VARCHAR) AS timeline_entry_71 
WHERE timeline_entry_71.child_id = child_23.id AND timeline_entry_71.country_code = $1::VARCHAR AND timeline_entry_71.child_id IS NOT NULL AND timeline_entry_71.day IS NOT NULL AND timeline_entry_71.recorded_in_error IS NULL AND (timeline_entry_71.day, timeline_entry_71.id, timeline_entry_71.kind) >= ((SELECT after_46.order_0 
FROM after_46), (SELECT after_46.id 
FROM after_46), (SELECT after_46.kind 
FROM after_46))), 'hasNextPage' : gathered_46.more, 'startCursor' : gathered_46.start_cursor RETURNING json) AS "pageInfo", gathered_46.part_1 AS edges) AS connection_93 ON true 
WHERE EXISTS (SELECT 1 
FROM after_46)) AS link_94 ON true JOIN LATERAL (SELECT link_94.value AS timeline) AS node_95 ON true 
WHERE child_23.id = timeline_entry_1.child_id AND child_23.country_code = $1::VARCHAR AND child_23.voided_at IS NULL) AS link_96 ON true JOIN LATERAL (SELECT timeline_entry_1.kind AS kind, timeline_entry_1.day AS day, link_96.value AS child) AS node_97 ON true 
WHERE timeline_entry_1.country_code = $1::VARCHAR AND timeline_entry_1.child_id IS NOT NULL AND timeline_entry_1.day IS NOT NULL AND timeline_entry_1.recorded_in_error IS NULL AND timeline_entry_1.country_code = $6::VARCHAR AND timeline_entry_1.id = $7::UUID AND timeline_entry_1.kind = $8::VARCHAR) AS "timelineEntry") AS answer
