WITH before_31 AS 
(SELECT timeline_entry_32.day AS order_0, timeline_entry_32.id AS id, timeline_entry_32.kind AS kind 
FROM (SELECT care_episode_33.country_code AS country_code, care_episode_33.id AS id, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind, care_episode_33.started_on AS day, care_episode_33.child_file_id AS child_id, care_episode_33.voided_at AS recorded_in_error 
FROM care_episode AS care_episode_33 
WHERE care_episode_33.country_code = $1::VARCHAR UNION ALL SELECT care_episode_34.country_code AS country_code, care_episode_34.id AS id, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind, care_episode_34.follow_up_until AS day, care_episode_34.child_file_id AS child_id, care_episode_34.voided_at AS recorded_in_error 
FROM care_episode AS care_episode_34 
WHERE care_episode_34.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_35.country_code AS country_code, caregiver_assignment_35.id AS id, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind, caregiver_assignment_35.started_on AS day, caregiver_assignment_35.child_file_id AS child_id, caregiver_assignment_35.voided_at AS recorded_in_error 
FROM caregiver_assignment AS caregiver_assignment_35 
WHERE caregiver_assignment_35.country_code = $1::VARCHAR UNION ALL SELECT child_36.country_code AS country_code, child_36.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind, child_36.birth_date AS day, child_36.id AS child_id, child_36.voided_at AS recorded_in_error 
FROM child AS child_36 
WHERE child_36.country_code = $1::VARCHAR UNION ALL SELECT child_37.country_code AS country_code, child_37.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind, child_37.enrolled_on AS day, child_37.id AS child_id, child_37.voided_at AS recorded_in_error 
FROM child AS child_37 
WHERE child_37.country_code = $1::VARCHAR UNION ALL SELECT child_38.country_code AS country_code, child_38.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind, child_38.died_on AS day, child_38.id AS child_id, child_38.voided_at AS recorded_in_error 
FROM child AS child_38 
WHERE child_38.country_code = $1::VARCHAR UNION ALL SELECT community_link_39.country_code AS country_code, community_link_39.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind, community_link_39.started_on AS day, community_link_39.child_file_id AS child_id, community_link_39.voided_at AS recorded_in_error 
FROM community_link AS community_link_39 
WHERE community_link_39.country_code = $1::VARCHAR UNION ALL SELECT decision_40.country_code AS country_code, decision_40.id AS id, 'DECISION_DECIDED_ON'::text COLLATE "C" AS kind, decision_40.decided_on AS day, decision_40.child_file_id AS child_id, decision_40.voided_at AS recorded_in_error 
FROM decision AS decision_40 
WHERE decision_40.country_code = $1::VARCHAR UNION ALL SELECT decision_41.country_code AS country_code, decision_41.id AS id, 'DECISION_LOOK_AGAIN_ON'::text COLLATE "C" AS kind, decision_41.look_again_on AS day, decision_41.child_file_id AS child_id, decision_41.voided_at AS recorded_in_error 
FROM decision AS decision_41 
WHERE decision_41.country_code = $1::VARCHAR UNION ALL SELECT decision_42.country_code AS country_code, decision_42.id AS id, 'DECISION_LOOKED_AT_ON'::text COLLATE "C" AS kind, decision_42.looked_at_on AS day, decision_42.child_file_id AS child_id, decision_42.voided_at AS recorded_in_error 
FROM decision AS decision_42 
WHERE decision_42.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_43.country_code AS country_code, gatekeeping_assessment_43.id AS id, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_43.opened_on AS day, gatekeeping_assessment_43.child_file_id AS child_id, gatekeeping_assessment_43.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_43 
WHERE gatekeeping_assessment_43.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_44.country_code AS country_code, gatekeeping_assessment_44.id AS id, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_44.due_on AS day, gatekeeping_assessment_44.child_file_id AS child_id, gatekeeping_assessment_44.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_44 
WHERE gatekeeping_assessment_44.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_45.country_code AS country_code, gatekeeping_assessment_45.id AS id, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_45.completed_on AS day, gatekeeping_assessment_45.child_file_id AS child_id, gatekeeping_assessment_45.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_45 
WHERE gatekeeping_assessment_45.country_code = $1::VARCHAR UNION ALL SELECT guardianship_46.country_code AS country_code, guardianship_46.id AS id, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind, guardianship_46.started_on AS day, guardianship_46.child_file_id AS child_id, guardianship_46.voided_at AS recorded_in_error 
FROM guardianship AS guardianship_46 
WHERE guardianship_46.country_code = $1::VARCHAR UNION ALL SELECT legal_status_47.country_code AS country_code, legal_status_47.id AS id, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind, legal_status_47.appeal_until AS day, legal_status_47.child_file_id AS child_id, legal_status_47.voided_at AS recorded_in_error 
FROM legal_status AS legal_status_47 
WHERE legal_status_47.country_code = $1::VARCHAR UNION ALL SELECT legal_status_48.country_code AS country_code, legal_status_48.id AS id, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind, legal_status_48.started_on AS day, legal_status_48.child_file_id AS child_id, legal_status_48.voided_at AS recorded_in_error 
FROM legal_status AS legal_status_48 
WHERE legal_status_48.country_code = $1::VARCHAR UNION ALL SELECT placement_49.country_code AS country_code, placement_49.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, placement_49.started_on AS day, placement_49.child_file_id AS child_id, placement_49.voided_at AS recorded_in_error 
FROM placement AS placement_49 
WHERE placement_49.country_code = $1::VARCHAR UNION ALL SELECT placement_50.country_code AS country_code, placement_50.id AS id, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind, placement_50.prepared_on AS day, placement_50.child_file_id AS child_id, placement_50.voided_at AS recorded_in_error 
FROM placement AS placement_50 
WHERE placement_50.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_51.country_code AS country_code, placement_exception_51.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, placement_exception_51.dated AS day, placement_exception_51.child_file_id AS child_id, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error 
FROM placement_exception AS placement_exception_51 
WHERE placement_exception_51.country_code = $1::VARCHAR UNION ALL SELECT relative_52.country_code AS country_code, relative_52.id AS id, 'RELATIVE_DIED_ON'::text COLLATE "C" AS kind, relative_52.died_on AS day, relative_52.child_file_id AS child_id, relative_52.voided_at AS recorded_in_error 
FROM relative AS relative_52 
WHERE relative_52.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_53.country_code AS country_code, sibling_bond_53.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, sibling_bond_53.started_on AS day, sibling_bond_53.child_file_id AS child_id, sibling_bond_53.voided_at AS recorded_in_error 
FROM sibling_bond AS sibling_bond_53 
WHERE sibling_bond_53.country_code = $1::VARCHAR UNION ALL SELECT support_service_54.country_code AS country_code, support_service_54.id AS id, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind, support_service_54.asked_on AS day, support_service_54.child_file_id AS child_id, support_service_54.voided_at AS recorded_in_error 
FROM support_service AS support_service_54 
WHERE support_service_54.country_code = $1::VARCHAR UNION ALL SELECT support_service_55.country_code AS country_code, support_service_55.id AS id, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind, support_service_55.offered_on AS day, support_service_55.child_file_id AS child_id, support_service_55.voided_at AS recorded_in_error 
FROM support_service AS support_service_55 
WHERE support_service_55.country_code = $1::VARCHAR UNION ALL SELECT support_service_56.country_code AS country_code, support_service_56.id AS id, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind, support_service_56.started_on AS day, support_service_56.child_file_id AS child_id, support_service_56.voided_at AS recorded_in_error 
FROM support_service AS support_service_56 
WHERE support_service_56.country_code = $1::VARCHAR UNION ALL SELECT task_57.country_code AS country_code, task_57.id AS id, 'TASK_DUE_ON'::text COLLATE "C" AS kind, task_57.due_on AS day, task_57.child_file_id AS child_id, task_57.voided_at AS recorded_in_error 
FROM task AS task_57 
WHERE task_57.country_code = $1::VARCHAR UNION ALL SELECT task_58.country_code AS country_code, task_58.id AS id, 'TASK_DONE_ON'::text COLLATE "C" AS kind, task_58.done_on AS day, task_58.child_file_id AS child_id, task_58.voided_at AS recorded_in_error 
FROM task AS task_58 
WHERE task_58.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_59.country_code AS country_code, temporary_stay_59.id AS id, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind, temporary_stay_59.started_on AS day, temporary_stay_59.child_file_id AS child_id, temporary_stay_59.voided_at AS recorded_in_error 
FROM temporary_stay AS temporary_stay_59 
WHERE temporary_stay_59.country_code = $1::VARCHAR) AS timeline_entry_32 
WHERE timeline_entry_32.country_code = $1::VARCHAR AND timeline_entry_32.child_id IS NOT NULL AND timeline_entry_32.day IS NOT NULL AND timeline_entry_32.recorded_in_error IS NULL AND timeline_entry_32.country_code = $2::VARCHAR AND timeline_entry_32.id = $3::UUID AND timeline_entry_32.kind = $4::VARCHAR)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM before_31)] AS cursors 
FROM (SELECT (SELECT row_to_json(connection_92.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_91.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.case_number_order AS order_0 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL ORDER BY child_1.case_number_order ASC, child_1.id ASC 
 LIMIT 1) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_89.*) AS value 
FROM (SELECT coalesce(json_agg(rows_31.part_1), '[]'::json) AS part_1, coalesce(bool_or(rows_31.more), false) AS more 
FROM (SELECT row_to_json(node_60.*) AS part_1, page_31.fetched > 2 AS more 
FROM (SELECT fetched_31.country_code AS country_code, fetched_31.id AS id, fetched_31.kind AS kind, fetched_31.day AS day, fetched_31.order_0 AS order_0, count(*) OVER () AS fetched 
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
WHERE community_link_10.country_code = $1::VARCHAR UNION ALL SELECT decision_11.country_code AS country_code, decision_11.child_file_id AS child_id, decision_11.decided_on AS day, decision_11.voided_at AS recorded_in_error, decision_11.id AS id, 'DECISION_DECIDED_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_11 
WHERE decision_11.country_code = $1::VARCHAR UNION ALL SELECT decision_12.country_code AS country_code, decision_12.child_file_id AS child_id, decision_12.look_again_on AS day, decision_12.voided_at AS recorded_in_error, decision_12.id AS id, 'DECISION_LOOK_AGAIN_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_12 
WHERE decision_12.country_code = $1::VARCHAR UNION ALL SELECT decision_13.country_code AS country_code, decision_13.child_file_id AS child_id, decision_13.looked_at_on AS day, decision_13.voided_at AS recorded_in_error, decision_13.id AS id, 'DECISION_LOOKED_AT_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_13 
WHERE decision_13.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_14.country_code AS country_code, gatekeeping_assessment_14.child_file_id AS child_id, gatekeeping_assessment_14.opened_on AS day, gatekeeping_assessment_14.voided_at AS recorded_in_error, gatekeeping_assessment_14.id AS id, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_14 
WHERE gatekeeping_assessment_14.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_15.country_code AS country_code, gatekeeping_assessment_15.child_file_id AS child_id, gatekeeping_assessment_15.due_on AS day, gatekeeping_assessment_15.voided_at AS recorded_in_error, gatekeeping_assessment_15.id AS id, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_15 
WHERE gatekeeping_assessment_15.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_16.country_code AS country_code, gatekeeping_assessment_16.child_file_id AS child_id, gatekeeping_assessment_16.completed_on AS day, gatekeeping_assessment_16.voided_at AS recorded_in_error, gatekeeping_assessment_16.id AS id, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_16 
WHERE gatekeeping_assessment_16.country_code = $1::VARCHAR UNION ALL SELECT guardianship_17.country_code AS country_code, guardianship_17.child_file_id AS child_id, guardianship_17.started_on AS day, guardianship_17.voided_at AS recorded_in_error, guardianship_17.id AS id, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind 
FROM guardianship AS guardianship_17 
WHERE guardianship_17.country_code = $1::VARCHAR UNION ALL SELECT legal_status_18.country_code AS country_code, legal_status_18.child_file_id AS child_id, legal_status_18.appeal_until AS day, legal_status_18.voided_at AS recorded_in_error, legal_status_18.id AS id, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_18 
WHERE legal_status_18.country_code = $1::VARCHAR UNION ALL SELECT legal_status_19.country_code AS country_code, legal_status_19.child_file_id AS child_id, legal_status_19.started_on AS day, legal_status_19.voided_at AS recorded_in_error, legal_status_19.id AS id, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_19 
WHERE legal_status_19.country_code = $1::VARCHAR UNION ALL SELECT placement_20.country_code AS country_code, placement_20.child_file_id AS child_id, placement_20.started_on AS day, placement_20.voided_at AS recorded_in_error, placement_20.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_20 
WHERE placement_20.country_code = $1::VARCHAR UNION ALL SELECT placement_21.country_code AS country_code, placement_21.child_file_id AS child_id, placement_21.prepared_on AS day, placement_21.voided_at AS recorded_in_error, placement_21.id AS id, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_21 
WHERE placement_21.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_22.country_code AS country_code, placement_exception_22.child_file_id AS child_id, placement_exception_22.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_22.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_22 
WHERE placement_exception_22.country_code = $1::VARCHAR UNION ALL SELECT relative_23.country_code AS country_code, relative_23.child_file_id AS child_id, relative_23.died_on AS day, relative_23.voided_at AS recorded_in_error, relative_23.id AS id, 'RELATIVE_DIED_ON'::text COLLATE "C" AS kind 
FROM relative AS relative_23 
WHERE relative_23.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_24.country_code AS country_code, sibling_bond_24.child_file_id AS child_id, sibling_bond_24.started_on AS day, sibling_bond_24.voided_at AS recorded_in_error, sibling_bond_24.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_24 
WHERE sibling_bond_24.country_code = $1::VARCHAR UNION ALL SELECT support_service_25.country_code AS country_code, support_service_25.child_file_id AS child_id, support_service_25.asked_on AS day, support_service_25.voided_at AS recorded_in_error, support_service_25.id AS id, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_25 
WHERE support_service_25.country_code = $1::VARCHAR UNION ALL SELECT support_service_26.country_code AS country_code, support_service_26.child_file_id AS child_id, support_service_26.offered_on AS day, support_service_26.voided_at AS recorded_in_error, support_service_26.id AS id, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_26 
WHERE support_service_26.country_code = $1::VARCHAR UNION ALL SELECT support_service_27.country_code AS country_code, support_service_27.child_file_id AS child_id, support_service_27.started_on AS day, support_service_27.voided_at AS recorded_in_error, support_service_27.id AS id, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_27 
WHERE support_service_27.country_code = $1::VARCHAR UNION ALL SELECT task_28.country_code AS country_code, task_28.child_file_id AS child_id, task_28.due_on AS day, task_28.voided_at AS recorded_in_error, task_28.id AS id, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_28 
WHERE task_28.country_code = $1::VARCHAR UNION ALL SELECT task_29.country_code AS country_code, task_29.child_file_id AS child_id, task_29.done_on AS day, task_29.voided_at AS recorded_in_error, task_29.id AS id, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_29 
WHERE task_29.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_30.country_code AS country_code, temporary_stay_30.child_file_id AS child_id, temporary_stay_30.started_on AS day, temporary_stay_30.voided_at AS recorded_in_error, temporary_stay_30.id AS id, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind 
FROM temporary_stay AS temporary_stay_30 
WHERE temporary_stay_30.country_code = $1::VARCHAR) AS timeline_entry_3 
WHERE timeline_entry_3.child_id = page_2.id AND timeline_entry_3.country_code = $1::VARCHAR AND timeline_entry_3.child_id IS NOT NULL AND timeline_entry_3.day IS NOT NULL AND timeline_entry_3.recorded_in_error IS NULL AND (timeline_entry_3.day, timeline_entry_3.id, timeline_entry_3.kind) > ((SELECT before_31.order_0 
FROM before_31), (SELECT before_31.id 
FROM before_31), (SELECT before_31.kind 
FROM before_31)) ORDER BY timeline_entry_3.day ASC, timeline_entry_3.id ASC, timeline_entry_3.kind ASC 
 LIMIT 3) AS fetched_31 ORDER BY fetched_31.order_0 ASC, fetched_31.id ASC, fetched_31.kind ASC 
 LIMIT 2) AS page_31 JOIN LATERAL (SELECT page_31.kind AS kind, page_31.day AS day) AS node_60 ON true ORDER BY page_31.order_0 DESC, page_31.id DESC, page_31.kind DESC) AS rows_31) AS gathered_31 JOIN LATERAL (SELECT JSON_OBJECT('hasPreviousPage' : gathered_31.more, 'hasNextPage' : EXISTS (SELECT 1 
FROM (SELECT care_episode_62.country_code AS country_code, care_episode_62.child_file_id AS child_id, care_episode_62.started_on AS day, care_episode_62.voided_at AS recorded_in_error, care_episode_62.id AS id, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_62 
WHERE care_episode_62.country_code = $1::VARCHAR UNION ALL SELECT care_episode_63.country_code AS country_code, care_episode_63.child_file_id AS child_id, care_episode_63.follow_up_until AS day, care_episode_63.voided_at AS recorded_in_error, care_episode_63.id AS id, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_63 
WHERE care_episode_63.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_64.country_code AS country_code, caregiver_assignment_64.child_file_id AS child_id, caregiver_assignment_64.started_on AS day, caregiver_assignment_64.voided_at AS recorded_in_error, caregiver_assignment_64.id AS id, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM caregiver_assignment AS caregiver_assignment_64 
WHERE caregiver_assignment_64.country_code = $1::VARCHAR UNION ALL SELECT child_65.country_code AS country_code, child_65.id AS child_id, child_65.birth_date AS day, child_65.voided_at AS recorded_in_error, child_65.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_65 
WHERE child_65.country_code = $1::VARCHAR UNION ALL SELECT child_66.country_code AS country_code, child_66.id AS child_id, child_66.enrolled_on AS day, child_66.voided_at AS recorded_in_error, child_66.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_66 
WHERE child_66.country_code = $1::VARCHAR UNION ALL SELECT child_67.country_code AS country_code, child_67.id AS child_id, child_67.died_on AS day, child_67.voided_at AS recorded_in_error, child_67.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_67 
WHERE child_67.country_code = $1::VARCHAR UNION ALL SELECT community_link_68.country_code AS country_code, community_link_68.child_file_id AS child_id, community_link_68.started_on AS day, community_link_68.voided_at AS recorded_in_error, community_link_68.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_68 
WHERE community_link_68.country_code = $1::VARCHAR UNION ALL SELECT decision_69.country_code AS country_code, decision_69.child_file_id AS child_id, decision_69.decided_on AS day, decision_69.voided_at AS recorded_in_error, decision_69.id AS id, 'DECISION_DECIDED_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_69 
WHERE decision_69.country_code = $1::VARCHAR UNION ALL SELECT decision_70.country_code AS country_code, decision_70.child_file_id AS child_id, decision_70.look_again_on AS day, decision_70.voided_at AS recorded_in_error, decision_70.id AS id, 'DECISION_LOOK_AGAIN_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_70 
WHERE decision_70.country_code = $1::VARCHAR UNION ALL SELECT decision_71.country_code AS country_code, decision_71.child_file_id AS child_id, decision_71.looked_at_on AS day, decision_71.voided_at AS recorded_in_error, decision_71.id AS id, 'DECISION_LOOKED_AT_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_71 
WHERE decision_71.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_72.country_code AS country_code, gatekeeping_assessment_72.child_file_id AS child_id, gatekeeping_assessment_72.opened_on AS day, gatekeeping_assessment_72.voided_at AS recorded_in_error, gatekeeping_assessment_72.id AS id, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_72 
WHERE gatekeeping_assessment_72.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_73.country_code AS country_code, gatekeeping_assessment_73.child_file_id AS child_id, gatekeeping_assessment_73.due_on AS day, gatekeeping_assessment_73.voided_at AS recorded_in_error, gatekeeping_assessment_73.id AS id, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_73 
WHERE gatekeeping_assessment_73.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_74.country_code AS country_code, gatekeeping_assessment_74.child_file_id AS child_id, gatekeeping_assessment_74.completed_on AS day, gatekeeping_assessment_74.voided_at AS recorded_in_error, gatekeeping_assessment_74.id AS id, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_74 
WHERE gatekeeping_assessment_74.country_code = $1::VARCHAR UNION ALL SELECT guardianship_75.country_code AS country_code, guardianship_75.child_file_id AS child_id, guardianship_75.started_on AS day, guardianship_75.voided_at AS recorded_in_error, guardianship_75.id AS id, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind 
FROM guardianship AS guardianship_75 
WHERE guardianship_75.country_code = $1::VARCHAR UNION ALL SELECT legal_status_76.country_code AS country_code, legal_status_76.child_file_id AS child_id, legal_status_76.appeal_until AS day, legal_status_76.voided_at AS recorded_in_error, legal_status_76.id AS id, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_76 
WHERE legal_status_76.country_code = $1::VARCHAR UNION ALL SELECT legal_status_77.country_code AS country_code, legal_status_77.child_file_id AS child_id, legal_status_77.started_on AS day, legal_status_77.voided_at AS recorded_in_error, legal_status_77.id AS id, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_77 
WHERE legal_status_77.country_code = $1::VARCHAR UNION ALL SELECT placement_78.country_code AS country_code, placement_78.child_file_id AS child_id, placement_78.started_on AS day, placement_78.voided_at AS recorded_in_error, placement_78.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_78 
WHERE placement_78.country_code = $1::VARCHAR UNION ALL SELECT placement_79.country_code AS country_code, placement_79.child_file_id AS child_id, placement_79.prepared_on AS day, placement_79.voided_at AS recorded_in_error, placement_79.id AS id, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_79 
WHERE placement_79.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_80.country_code AS country_code, placement_exception_80.child_file_id AS child_id, placement_exception_80.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_80.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_80 
WHERE placement_exception_80.country_code = $1::VARCHAR UNION ALL SELECT relative_81.country_code AS country_code, relative_81.child_file_id AS child_id, relative_81.died_on AS day, relative_81.voided_at AS recorded_in_error, relative_81.id AS id, 'RELATIVE_DIED_ON'::text COLLATE "C" AS kind 
FROM relative AS relative_81 
WHERE relative_81.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_82.country_code AS country_code, sibling_bond_82.child_file_id AS child_id, sibling_bond_82.started_on AS day, sibling_bond_82.voided_at AS recorded_in_error, sibling_bond_82.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_82 
WHERE sibling_bond_82.country_code = $1::VARCHAR UNION ALL SELECT support_service_83.country_code AS country_code, support_service_83.child_file_id AS child_id, support_service_83.asked_on AS day, support_service_83.voided_at AS recorded_in_error, support_service_83.id AS id, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_83 
WHERE support_service_83.country_code = $1::VARCHAR UNION ALL SELECT support_service_84.country_code AS country_code, support_service_84.child_file_id AS child_id, support_service_84.offered_on AS day, support_service_84.voided_at AS recorded_in_error, support_service_84.id AS id, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_84 
WHERE support_service_84.country_code = $1::VARCHAR UNION ALL SELECT support_service_85.country_code AS country_code, support_service_85.child_file_id AS child_id, support_service_85.started_on AS day, support_service_85.voided_at AS recorded_in_error, support_service_85.id AS id, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_85 
WHERE support_service_85.country_code = $1::VARCHAR UNION ALL SELECT task_86.country_code AS country_code, task_86.child_file_id AS child_id, task_86.due_on AS day, task_86.voided_at AS recorded_in_error, task_86.id AS id, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_86 
WHERE task_86.country_code = $1::VARCHAR UNION ALL SELECT task_87.country_code AS country_code, task_87.child_file_id AS child_id, task_87.done_on AS day, task_87.voided_at AS recorded_in_error, task_87.id AS id, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_87 
WHERE task_87.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_88.country_code AS country_code, temporary_stay_88.child_file_id AS child_id, temporary_stay_88.started_on AS day, temporary_stay_88.voided_at AS recorded_in_error, temporary_stay_88.id AS id, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind 
FROM temporary_stay AS temporary_stay_88 
WHERE temporary_stay_88.country_code = $1::VARCHAR) AS timeline_entry_61 
WHERE timeline_entry_61.child_id = page_2.id AND timeline_entry_61.country_code = $1::VARCHAR AND timeline_entry_61.child_id IS NOT NULL AND timeline_entry_61.day IS NOT NULL AND timeline_entry_61.recorded_in_error IS NULL AND (timeline_entry_61.day, timeline_entry_61.id, timeline_entry_61.kind) <= ((SELECT before_31.order_0 
FROM before_31), (SELECT before_31.id 
FROM before_31), (SELECT before_31.kind 
FROM before_31))) RETURNING json) AS "pageInfo", gathered_31.part_1 AS nodes) AS connection_89 ON true 
WHERE EXISTS (SELECT 1 
FROM before_31)) AS link_90 ON true JOIN LATERAL (SELECT link_90.value AS timeline) AS node_91 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_92 ON true) AS children) AS answer
