WITH before_27 AS 
(SELECT timeline_entry_28.day AS order_0, timeline_entry_28.id AS id, timeline_entry_28.kind AS kind 
FROM (SELECT care_episode_29.country_code AS country_code, care_episode_29.id AS id, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind, care_episode_29.started_on AS day, care_episode_29.child_file_id AS child_id, care_episode_29.voided_at AS recorded_in_error 
FROM care_episode AS care_episode_29 
WHERE care_episode_29.country_code = $1::VARCHAR UNION ALL SELECT care_episode_30.country_code AS country_code, care_episode_30.id AS id, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind, care_episode_30.follow_up_until AS day, care_episode_30.child_file_id AS child_id, care_episode_30.voided_at AS recorded_in_error 
FROM care_episode AS care_episode_30 
WHERE care_episode_30.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_31.country_code AS country_code, caregiver_assignment_31.id AS id, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind, caregiver_assignment_31.started_on AS day, caregiver_assignment_31.child_file_id AS child_id, caregiver_assignment_31.voided_at AS recorded_in_error 
FROM caregiver_assignment AS caregiver_assignment_31 
WHERE caregiver_assignment_31.country_code = $1::VARCHAR UNION ALL SELECT child_32.country_code AS country_code, child_32.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind, child_32.birth_date AS day, child_32.id AS child_id, child_32.voided_at AS recorded_in_error 
FROM child AS child_32 
WHERE child_32.country_code = $1::VARCHAR UNION ALL SELECT child_33.country_code AS country_code, child_33.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind, child_33.enrolled_on AS day, child_33.id AS child_id, child_33.voided_at AS recorded_in_error 
FROM child AS child_33 
WHERE child_33.country_code = $1::VARCHAR UNION ALL SELECT child_34.country_code AS country_code, child_34.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind, child_34.died_on AS day, child_34.id AS child_id, child_34.voided_at AS recorded_in_error 
FROM child AS child_34 
WHERE child_34.country_code = $1::VARCHAR UNION ALL SELECT community_link_35.country_code AS country_code, community_link_35.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind, community_link_35.started_on AS day, community_link_35.child_file_id AS child_id, community_link_35.voided_at AS recorded_in_error 
FROM community_link AS community_link_35 
WHERE community_link_35.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_36.country_code AS country_code, gatekeeping_assessment_36.id AS id, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_36.opened_on AS day, gatekeeping_assessment_36.child_file_id AS child_id, gatekeeping_assessment_36.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_36 
WHERE gatekeeping_assessment_36.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_37.country_code AS country_code, gatekeeping_assessment_37.id AS id, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_37.due_on AS day, gatekeeping_assessment_37.child_file_id AS child_id, gatekeeping_assessment_37.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_37 
WHERE gatekeeping_assessment_37.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_38.country_code AS country_code, gatekeeping_assessment_38.id AS id, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_38.completed_on AS day, gatekeeping_assessment_38.child_file_id AS child_id, gatekeeping_assessment_38.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_38 
WHERE gatekeeping_assessment_38.country_code = $1::VARCHAR UNION ALL SELECT guardianship_39.country_code AS country_code, guardianship_39.id AS id, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind, guardianship_39.started_on AS day, guardianship_39.child_file_id AS child_id, guardianship_39.voided_at AS recorded_in_error 
FROM guardianship AS guardianship_39 
WHERE guardianship_39.country_code = $1::VARCHAR UNION ALL SELECT legal_status_40.country_code AS country_code, legal_status_40.id AS id, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind, legal_status_40.appeal_until AS day, legal_status_40.child_file_id AS child_id, legal_status_40.voided_at AS recorded_in_error 
FROM legal_status AS legal_status_40 
WHERE legal_status_40.country_code = $1::VARCHAR UNION ALL SELECT legal_status_41.country_code AS country_code, legal_status_41.id AS id, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind, legal_status_41.started_on AS day, legal_status_41.child_file_id AS child_id, legal_status_41.voided_at AS recorded_in_error 
FROM legal_status AS legal_status_41 
WHERE legal_status_41.country_code = $1::VARCHAR UNION ALL SELECT placement_42.country_code AS country_code, placement_42.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, placement_42.started_on AS day, placement_42.child_file_id AS child_id, placement_42.voided_at AS recorded_in_error 
FROM placement AS placement_42 
WHERE placement_42.country_code = $1::VARCHAR UNION ALL SELECT placement_43.country_code AS country_code, placement_43.id AS id, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind, placement_43.prepared_on AS day, placement_43.child_file_id AS child_id, placement_43.voided_at AS recorded_in_error 
FROM placement AS placement_43 
WHERE placement_43.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_44.country_code AS country_code, placement_exception_44.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, placement_exception_44.dated AS day, placement_exception_44.child_file_id AS child_id, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error 
FROM placement_exception AS placement_exception_44 
WHERE placement_exception_44.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_45.country_code AS country_code, sibling_bond_45.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, sibling_bond_45.started_on AS day, sibling_bond_45.child_file_id AS child_id, sibling_bond_45.voided_at AS recorded_in_error 
FROM sibling_bond AS sibling_bond_45 
WHERE sibling_bond_45.country_code = $1::VARCHAR UNION ALL SELECT support_service_46.country_code AS country_code, support_service_46.id AS id, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind, support_service_46.asked_on AS day, support_service_46.child_file_id AS child_id, support_service_46.voided_at AS recorded_in_error 
FROM support_service AS support_service_46 
WHERE support_service_46.country_code = $1::VARCHAR UNION ALL SELECT support_service_47.country_code AS country_code, support_service_47.id AS id, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind, support_service_47.offered_on AS day, support_service_47.child_file_id AS child_id, support_service_47.voided_at AS recorded_in_error 
FROM support_service AS support_service_47 
WHERE support_service_47.country_code = $1::VARCHAR UNION ALL SELECT support_service_48.country_code AS country_code, support_service_48.id AS id, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind, support_service_48.started_on AS day, support_service_48.child_file_id AS child_id, support_service_48.voided_at AS recorded_in_error 
FROM support_service AS support_service_48 
WHERE support_service_48.country_code = $1::VARCHAR UNION ALL SELECT task_49.country_code AS country_code, task_49.id AS id, 'TASK_DUE_ON'::text COLLATE "C" AS kind, task_49.due_on AS day, task_49.child_file_id AS child_id, task_49.voided_at AS recorded_in_error 
FROM task AS task_49 
WHERE task_49.country_code = $1::VARCHAR UNION ALL SELECT task_50.country_code AS country_code, task_50.id AS id, 'TASK_DONE_ON'::text COLLATE "C" AS kind, task_50.done_on AS day, task_50.child_file_id AS child_id, task_50.voided_at AS recorded_in_error 
FROM task AS task_50 
WHERE task_50.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_51.country_code AS country_code, temporary_stay_51.id AS id, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind, temporary_stay_51.started_on AS day, temporary_stay_51.child_file_id AS child_id, temporary_stay_51.voided_at AS recorded_in_error 
FROM temporary_stay AS temporary_stay_51 
WHERE temporary_stay_51.country_code = $1::VARCHAR) AS timeline_entry_28 
WHERE timeline_entry_28.country_code = $1::VARCHAR AND timeline_entry_28.child_id IS NOT NULL AND timeline_entry_28.day IS NOT NULL AND timeline_entry_28.recorded_in_error IS NULL AND timeline_entry_28.country_code = $2::VARCHAR AND timeline_entry_28.id = $3::UUID AND timeline_entry_28.kind = $4::VARCHAR)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM before_27)] AS cursors 
FROM (SELECT (SELECT row_to_json(connection_80.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_79.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.case_number_order AS order_0 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL ORDER BY child_1.case_number_order ASC, child_1.id ASC 
 LIMIT 1) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_77.*) AS value 
FROM (SELECT coalesce(json_agg(rows_27.part_1), '[]'::json) AS part_1, coalesce(bool_or(rows_27.more), false) AS more 
FROM (SELECT row_to_json(node_52.*) AS part_1, page_27.fetched > 2 AS more 
FROM (SELECT fetched_27.country_code AS country_code, fetched_27.id AS id, fetched_27.kind AS kind, fetched_27.day AS day, fetched_27.order_0 AS order_0, count(*) OVER () AS fetched 
FROM (SELECT timeline_entry_3.country_code AS country_code, timeline_entry_3.id AS id, timeline_entry_3.kind AS kind, timeline_entry_3.day AS day, timeline_entry_3.day AS order_0 
FROM (SELECT care_episode_4.country_code AS country_code, care_episode_4.child_file_id AS child_id, care_episode_4.started_on AS day, care_episode_4.voided_at AS recorded_in_error, care_episode_4.id AS id, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_4 
WHERE care_episode_4.country_code = $1::VARCHAR UNION ALL SELECT care_episode_5.country_code AS country_code, care_episode_5.child_file_id AS child_id, care_episode_5.follow_up_until AS day, care_episode_5.voided_at AS recorded_in_error, care_episode_5.id AS id, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_5 
WHERE care_episode_5.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_6.country_code AS country_code, caregiver_assignment_6.child_file_id AS child_id, caregiver_assignment_6.started_on AS day, caregiver_assignment_6.voided_at AS recorded_in_error, caregiver_assignment_6.id AS id, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM caregiver_assignment AS caregiver_assignment_6 
WHERE caregiver_assignment_6.country_code = $1::VARCHAR UNION ALL SELECT child_7.country_code AS country_code, child_7.id AS child_id, child_7.birth_date AS day, child_7.voided_at AS recorded_in_error, child_7.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_7 
WHERE child_7.country_code = $1::VARCHAR UNION ALL SELECT child_8.country_code AS country_code, child_8.id AS child_id, child_8.enrolled_on AS day, child_8.voided_at AS recorded_in_error, child_8.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_8 
WHERE child_8.country_code = $1::VARCHAR UNION ALL SELECT child_9.country_code AS country_code, child_9.id AS child_id, child_9.died_on AS day, child_9.voided_at AS recorded_in_error, child_9.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_9 
WHERE child_9.country_code = $1::VARCHAR UNION ALL SELECT community_link_10.country_code AS country_code, community_link_10.child_file_id AS child_id, community_link_10.started_on AS day, community_link_10.voided_at AS recorded_in_error, community_link_10.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_10 
WHERE community_link_10.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_11.country_code AS country_code, gatekeeping_assessment_11.child_file_id AS child_id, gatekeeping_assessment_11.opened_on AS day, gatekeeping_assessment_11.voided_at AS recorded_in_error, gatekeeping_assessment_11.id AS id, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_11 
WHERE gatekeeping_assessment_11.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_12.country_code AS country_code, gatekeeping_assessment_12.child_file_id AS child_id, gatekeeping_assessment_12.due_on AS day, gatekeeping_assessment_12.voided_at AS recorded_in_error, gatekeeping_assessment_12.id AS id, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_12 
WHERE gatekeeping_assessment_12.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_13.country_code AS country_code, gatekeeping_assessment_13.child_file_id AS child_id, gatekeeping_assessment_13.completed_on AS day, gatekeeping_assessment_13.voided_at AS recorded_in_error, gatekeeping_assessment_13.id AS id, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_13 
WHERE gatekeeping_assessment_13.country_code = $1::VARCHAR UNION ALL SELECT guardianship_14.country_code AS country_code, guardianship_14.child_file_id AS child_id, guardianship_14.started_on AS day, guardianship_14.voided_at AS recorded_in_error, guardianship_14.id AS id, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind 
FROM guardianship AS guardianship_14 
WHERE guardianship_14.country_code = $1::VARCHAR UNION ALL SELECT legal_status_15.country_code AS country_code, legal_status_15.child_file_id AS child_id, legal_status_15.appeal_until AS day, legal_status_15.voided_at AS recorded_in_error, legal_status_15.id AS id, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_15 
WHERE legal_status_15.country_code = $1::VARCHAR UNION ALL SELECT legal_status_16.country_code AS country_code, legal_status_16.child_file_id AS child_id, legal_status_16.started_on AS day, legal_status_16.voided_at AS recorded_in_error, legal_status_16.id AS id, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_16 
WHERE legal_status_16.country_code = $1::VARCHAR UNION ALL SELECT placement_17.country_code AS country_code, placement_17.child_file_id AS child_id, placement_17.started_on AS day, placement_17.voided_at AS recorded_in_error, placement_17.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_17 
WHERE placement_17.country_code = $1::VARCHAR UNION ALL SELECT placement_18.country_code AS country_code, placement_18.child_file_id AS child_id, placement_18.prepared_on AS day, placement_18.voided_at AS recorded_in_error, placement_18.id AS id, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_18 
WHERE placement_18.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_19.country_code AS country_code, placement_exception_19.child_file_id AS child_id, placement_exception_19.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_19.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_19 
WHERE placement_exception_19.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_20.country_code AS country_code, sibling_bond_20.child_file_id AS child_id, sibling_bond_20.started_on AS day, sibling_bond_20.voided_at AS recorded_in_error, sibling_bond_20.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_20 
WHERE sibling_bond_20.country_code = $1::VARCHAR UNION ALL SELECT support_service_21.country_code AS country_code, support_service_21.child_file_id AS child_id, support_service_21.asked_on AS day, support_service_21.voided_at AS recorded_in_error, support_service_21.id AS id, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_21 
WHERE support_service_21.country_code = $1::VARCHAR UNION ALL SELECT support_service_22.country_code AS country_code, support_service_22.child_file_id AS child_id, support_service_22.offered_on AS day, support_service_22.voided_at AS recorded_in_error, support_service_22.id AS id, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_22 
WHERE support_service_22.country_code = $1::VARCHAR UNION ALL SELECT support_service_23.country_code AS country_code, support_service_23.child_file_id AS child_id, support_service_23.started_on AS day, support_service_23.voided_at AS recorded_in_error, support_service_23.id AS id, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_23 
WHERE support_service_23.country_code = $1::VARCHAR UNION ALL SELECT task_24.country_code AS country_code, task_24.child_file_id AS child_id, task_24.due_on AS day, task_24.voided_at AS recorded_in_error, task_24.id AS id, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_24 
WHERE task_24.country_code = $1::VARCHAR UNION ALL SELECT task_25.country_code AS country_code, task_25.child_file_id AS child_id, task_25.done_on AS day, task_25.voided_at AS recorded_in_error, task_25.id AS id, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_25 
WHERE task_25.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_26.country_code AS country_code, temporary_stay_26.child_file_id AS child_id, temporary_stay_26.started_on AS day, temporary_stay_26.voided_at AS recorded_in_error, temporary_stay_26.id AS id, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind 
FROM temporary_stay AS temporary_stay_26 
WHERE temporary_stay_26.country_code = $1::VARCHAR) AS timeline_entry_3 
WHERE timeline_entry_3.child_id = page_2.id AND timeline_entry_3.country_code = $1::VARCHAR AND timeline_entry_3.child_id IS NOT NULL AND timeline_entry_3.day IS NOT NULL AND timeline_entry_3.recorded_in_error IS NULL AND (timeline_entry_3.day, timeline_entry_3.id, timeline_entry_3.kind) > ((SELECT before_27.order_0 
FROM before_27), (SELECT before_27.id 
FROM before_27), (SELECT before_27.kind 
FROM before_27)) ORDER BY timeline_entry_3.day ASC, timeline_entry_3.id ASC, timeline_entry_3.kind ASC 
 LIMIT 3) AS fetched_27 ORDER BY fetched_27.order_0 ASC, fetched_27.id ASC, fetched_27.kind ASC 
 LIMIT 2) AS page_27 JOIN LATERAL (SELECT page_27.kind AS kind, page_27.day AS day) AS node_52 ON true ORDER BY page_27.order_0 DESC, page_27.id DESC, page_27.kind DESC) AS rows_27) AS gathered_27 JOIN LATERAL (SELECT JSON_OBJECT('hasPreviousPage' : gathered_27.more, 'hasNextPage' : EXISTS (SELECT 1 
FROM (SELECT care_episode_54.country_code AS country_code, care_episode_54.child_file_id AS child_id, care_episode_54.started_on AS day, care_episode_54.voided_at AS recorded_in_error, care_episode_54.id AS id, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_54 
WHERE care_episode_54.country_code = $1::VARCHAR UNION ALL SELECT care_episode_55.country_code AS country_code, care_episode_55.child_file_id AS child_id, care_episode_55.follow_up_until AS day, care_episode_55.voided_at AS recorded_in_error, care_episode_55.id AS id, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_55 
WHERE care_episode_55.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_56.country_code AS country_code, caregiver_assignment_56.child_file_id AS child_id, caregiver_assignment_56.started_on AS day, caregiver_assignment_56.voided_at AS recorded_in_error, caregiver_assignment_56.id AS id, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM caregiver_assignment AS caregiver_assignment_56 
WHERE caregiver_assignment_56.country_code = $1::VARCHAR UNION ALL SELECT child_57.country_code AS country_code, child_57.id AS child_id, child_57.birth_date AS day, child_57.voided_at AS recorded_in_error, child_57.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_57 
WHERE child_57.country_code = $1::VARCHAR UNION ALL SELECT child_58.country_code AS country_code, child_58.id AS child_id, child_58.enrolled_on AS day, child_58.voided_at AS recorded_in_error, child_58.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_58 
WHERE child_58.country_code = $1::VARCHAR UNION ALL SELECT child_59.country_code AS country_code, child_59.id AS child_id, child_59.died_on AS day, child_59.voided_at AS recorded_in_error, child_59.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_59 
WHERE child_59.country_code = $1::VARCHAR UNION ALL SELECT community_link_60.country_code AS country_code, community_link_60.child_file_id AS child_id, community_link_60.started_on AS day, community_link_60.voided_at AS recorded_in_error, community_link_60.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_60 
WHERE community_link_60.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_61.country_code AS country_code, gatekeeping_assessment_61.child_file_id AS child_id, gatekeeping_assessment_61.opened_on AS day, gatekeeping_assessment_61.voided_at AS recorded_in_error, gatekeeping_assessment_61.id AS id, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_61 
WHERE gatekeeping_assessment_61.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_62.country_code AS country_code, gatekeeping_assessment_62.child_file_id AS child_id, gatekeeping_assessment_62.due_on AS day, gatekeeping_assessment_62.voided_at AS recorded_in_error, gatekeeping_assessment_62.id AS id, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_62 
WHERE gatekeeping_assessment_62.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_63.country_code AS country_code, gatekeeping_assessment_63.child_file_id AS child_id, gatekeeping_assessment_63.completed_on AS day, gatekeeping_assessment_63.voided_at AS recorded_in_error, gatekeeping_assessment_63.id AS id, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_63 
WHERE gatekeeping_assessment_63.country_code = $1::VARCHAR UNION ALL SELECT guardianship_64.country_code AS country_code, guardianship_64.child_file_id AS child_id, guardianship_64.started_on AS day, guardianship_64.voided_at AS recorded_in_error, guardianship_64.id AS id, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind 
FROM guardianship AS guardianship_64 
WHERE guardianship_64.country_code = $1::VARCHAR UNION ALL SELECT legal_status_65.country_code AS country_code, legal_status_65.child_file_id AS child_id, legal_status_65.appeal_until AS day, legal_status_65.voided_at AS recorded_in_error, legal_status_65.id AS id, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_65 
WHERE legal_status_65.country_code = $1::VARCHAR UNION ALL SELECT legal_status_66.country_code AS country_code, legal_status_66.child_file_id AS child_id, legal_status_66.started_on AS day, legal_status_66.voided_at AS recorded_in_error, legal_status_66.id AS id, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_66 
WHERE legal_status_66.country_code = $1::VARCHAR UNION ALL SELECT placement_67.country_code AS country_code, placement_67.child_file_id AS child_id, placement_67.started_on AS day, placement_67.voided_at AS recorded_in_error, placement_67.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_67 
WHERE placement_67.country_code = $1::VARCHAR UNION ALL SELECT placement_68.country_code AS country_code, placement_68.child_file_id AS child_id, placement_68.prepared_on AS day, placement_68.voided_at AS recorded_in_error, placement_68.id AS id, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_68 
WHERE placement_68.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_69.country_code AS country_code, placement_exception_69.child_file_id AS child_id, placement_exception_69.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_69.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_69 
WHERE placement_exception_69.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_70.country_code AS country_code, sibling_bond_70.child_file_id AS child_id, sibling_bond_70.started_on AS day, sibling_bond_70.voided_at AS recorded_in_error, sibling_bond_70.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_70 
WHERE sibling_bond_70.country_code = $1::VARCHAR UNION ALL SELECT support_service_71.country_code AS country_code, support_service_71.child_file_id AS child_id, support_service_71.asked_on AS day, support_service_71.voided_at AS recorded_in_error, support_service_71.id AS id, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_71 
WHERE support_service_71.country_code = $1::VARCHAR UNION ALL SELECT support_service_72.country_code AS country_code, support_service_72.child_file_id AS child_id, support_service_72.offered_on AS day, support_service_72.voided_at AS recorded_in_error, support_service_72.id AS id, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_72 
WHERE support_service_72.country_code = $1::VARCHAR UNION ALL SELECT support_service_73.country_code AS country_code, support_service_73.child_file_id AS child_id, support_service_73.started_on AS day, support_service_73.voided_at AS recorded_in_error, support_service_73.id AS id, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_73 
WHERE support_service_73.country_code = $1::VARCHAR UNION ALL SELECT task_74.country_code AS country_code, task_74.child_file_id AS child_id, task_74.due_on AS day, task_74.voided_at AS recorded_in_error, task_74.id AS id, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_74 
WHERE task_74.country_code = $1::VARCHAR UNION ALL SELECT task_75.country_code AS country_code, task_75.child_file_id AS child_id, task_75.done_on AS day, task_75.voided_at AS recorded_in_error, task_75.id AS id, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_75 
WHERE task_75.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_76.country_code AS country_code, temporary_stay_76.child_file_id AS child_id, temporary_stay_76.started_on AS day, temporary_stay_76.voided_at AS recorded_in_error, temporary_stay_76.id AS id, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind 
FROM temporary_stay AS temporary_stay_76 
WHERE temporary_stay_76.country_code = $1::VARCHAR) AS timeline_entry_53 
WHERE timeline_entry_53.child_id = page_2.id AND timeline_entry_53.country_code = $1::VARCHAR AND timeline_entry_53.child_id IS NOT NULL AND timeline_entry_53.day IS NOT NULL AND timeline_entry_53.recorded_in_error IS NULL AND (timeline_entry_53.day, timeline_entry_53.id, timeline_entry_53.kind) <= ((SELECT before_27.order_0 
FROM before_27), (SELECT before_27.id 
FROM before_27), (SELECT before_27.kind 
FROM before_27))) RETURNING json) AS "pageInfo", gathered_27.part_1 AS nodes) AS connection_77 ON true 
WHERE EXISTS (SELECT 1 
FROM before_27)) AS link_78 ON true JOIN LATERAL (SELECT link_78.value AS timeline) AS node_79 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_80 ON true) AS children) AS answer
