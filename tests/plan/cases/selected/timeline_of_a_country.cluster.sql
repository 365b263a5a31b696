SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_65.*) AS value 
FROM (SELECT coalesce(json_agg(rows_29.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_35.*) AS part_1 
FROM (SELECT timeline_entry_1.country_code AS country_code, timeline_entry_1.id AS id, timeline_entry_1.kind AS kind, timeline_entry_1.day AS day, timeline_entry_1.child_id AS child_id, child_31.family_name_order AS order_0, timeline_entry_1.day AS order_1 
FROM (SELECT care_episode_2.country_code AS country_code, care_episode_2.child_file_id AS child_id, care_episode_2.started_on AS day, care_episode_2.voided_at AS recorded_in_error, care_episode_2.id AS id, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_2 
WHERE care_episode_2.country_code = $1::VARCHAR UNION ALL SELECT care_episode_3.country_code AS country_code, care_episode_3.child_file_id AS child_id, care_episode_3.follow_up_until AS day, care_episode_3.voided_at AS recorded_in_error, care_episode_3.id AS id, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_3 
WHERE care_episode_3.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_4.country_code AS country_code, caregiver_assignment_4.child_file_id AS child_id, caregiver_assignment_4.started_on AS day, caregiver_assignment_4.voided_at AS recorded_in_error, caregiver_assignment_4.id AS id, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM caregiver_assignment AS caregiver_assignment_4 
WHERE caregiver_assignment_4.country_code = $1::VARCHAR UNION ALL SELECT child_5.country_code AS country_code, child_5.id AS child_id, child_5.birth_date AS day, child_5.voided_at AS recorded_in_error, child_5.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_5 
WHERE child_5.country_code = $1::VARCHAR UNION ALL SELECT child_6.country_code AS country_code, child_6.id AS child_id, child_6.enrolled_on AS day, child_6.voided_at AS recorded_in_error, child_6.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_6 
WHERE child_6.country_code = $1::VARCHAR UNION ALL SELECT child_7.country_code AS country_code, child_7.id AS child_id, child_7.died_on AS day, child_7.voided_at AS recorded_in_error, child_7.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_7 
WHERE child_7.country_code = $1::VARCHAR UNION ALL SELECT community_link_8.country_code AS country_code, community_link_8.child_file_id AS child_id, community_link_8.started_on AS day, community_link_8.voided_at AS recorded_in_error, community_link_8.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_8 
WHERE community_link_8.country_code = $1::VARCHAR UNION ALL SELECT decision_9.country_code AS country_code, decision_9.child_file_id AS child_id, decision_9.decided_on AS day, decision_9.voided_at AS recorded_in_error, decision_9.id AS id, 'DECISION_DECIDED_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_9 
WHERE decision_9.country_code = $1::VARCHAR UNION ALL SELECT decision_10.country_code AS country_code, decision_10.child_file_id AS child_id, decision_10.look_again_on AS day, decision_10.voided_at AS recorded_in_error, decision_10.id AS id, 'DECISION_LOOK_AGAIN_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_10 
WHERE decision_10.country_code = $1::VARCHAR UNION ALL SELECT decision_11.country_code AS country_code, decision_11.child_file_id AS child_id, decision_11.looked_at_on AS day, decision_11.voided_at AS recorded_in_error, decision_11.id AS id, 'DECISION_LOOKED_AT_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_11 
WHERE decision_11.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_12.country_code AS country_code, gatekeeping_assessment_12.child_file_id AS child_id, gatekeeping_assessment_12.opened_on AS day, gatekeeping_assessment_12.voided_at AS recorded_in_error, gatekeeping_assessment_12.id AS id, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_12 
WHERE gatekeeping_assessment_12.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_13.country_code AS country_code, gatekeeping_assessment_13.child_file_id AS child_id, gatekeeping_assessment_13.due_on AS day, gatekeeping_assessment_13.voided_at AS recorded_in_error, gatekeeping_assessment_13.id AS id, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_13 
WHERE gatekeeping_assessment_13.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_14.country_code AS country_code, gatekeeping_assessment_14.child_file_id AS child_id, gatekeeping_assessment_14.completed_on AS day, gatekeeping_assessment_14.voided_at AS recorded_in_error, gatekeeping_assessment_14.id AS id, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_14 
WHERE gatekeeping_assessment_14.country_code = $1::VARCHAR UNION ALL SELECT guardianship_15.country_code AS country_code, guardianship_15.child_file_id AS child_id, guardianship_15.started_on AS day, guardianship_15.voided_at AS recorded_in_error, guardianship_15.id AS id, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind 
FROM guardianship AS guardianship_15 
WHERE guardianship_15.country_code = $1::VARCHAR UNION ALL SELECT legal_status_16.country_code AS country_code, legal_status_16.child_file_id AS child_id, legal_status_16.appeal_until AS day, legal_status_16.voided_at AS recorded_in_error, legal_status_16.id AS id, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_16 
WHERE legal_status_16.country_code = $1::VARCHAR UNION ALL SELECT legal_status_17.country_code AS country_code, legal_status_17.child_file_id AS child_id, legal_status_17.started_on AS day, legal_status_17.voided_at AS recorded_in_error, legal_status_17.id AS id, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_17 
WHERE legal_status_17.country_code = $1::VARCHAR UNION ALL SELECT placement_18.country_code AS country_code, placement_18.child_file_id AS child_id, placement_18.started_on AS day, placement_18.voided_at AS recorded_in_error, placement_18.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_18 
WHERE placement_18.country_code = $1::VARCHAR UNION ALL SELECT placement_19.country_code AS country_code, placement_19.child_file_id AS child_id, placement_19.prepared_on AS day, placement_19.voided_at AS recorded_in_error, placement_19.id AS id, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_19 
WHERE placement_19.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_20.country_code AS country_code, placement_exception_20.child_file_id AS child_id, placement_exception_20.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_20.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_20 
WHERE placement_exception_20.country_code = $1::VARCHAR UNION ALL SELECT relative_21.country_code AS country_code, relative_21.child_file_id AS child_id, relative_21.died_on AS day, relative_21.voided_at AS recorded_in_error, relative_21.id AS id, 'RELATIVE_DIED_ON'::text COLLATE "C" AS kind 
FROM relative AS relative_21 
WHERE relative_21.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_22.country_code AS country_code, sibling_bond_22.child_file_id AS child_id, sibling_bond_22.started_on AS day, sibling_bond_22.voided_at AS recorded_in_error, sibling_bond_22.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_22 
WHERE sibling_bond_22.country_code = $1::VARCHAR UNION ALL SELECT support_service_23.country_code AS country_code, support_service_23.child_file_id AS child_id, support_service_23.asked_on AS day, support_service_23.voided_at AS recorded_in_error, support_service_23.id AS id, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_23 
WHERE support_service_23.country_code = $1::VARCHAR UNION ALL SELECT support_service_24.country_code AS country_code, support_service_24.child_file_id AS child_id, support_service_24.offered_on AS day, support_service_24.voided_at AS recorded_in_error, support_service_24.id AS id, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_24 
WHERE support_service_24.country_code = $1::VARCHAR UNION ALL SELECT support_service_25.country_code AS country_code, support_service_25.child_file_id AS child_id, support_service_25.started_on AS day, support_service_25.voided_at AS recorded_in_error, support_service_25.id AS id, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_25 
WHERE support_service_25.country_code = $1::VARCHAR UNION ALL SELECT task_26.country_code AS country_code, task_26.child_file_id AS child_id, task_26.due_on AS day, task_26.voided_at AS recorded_in_error, task_26.id AS id, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_26 
WHERE task_26.country_code = $1::VARCHAR UNION ALL SELECT task_27.country_code AS country_code, task_27.child_file_id AS child_id, task_27.done_on AS day, task_27.voided_at AS recorded_in_error, task_27.id AS id, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_27 
WHERE task_27.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_28.country_code AS country_code, temporary_stay_28.child_file_id AS child_id, temporary_stay_28.started_on AS day, temporary_stay_28.voided_at AS recorded_in_error, temporary_stay_28.id AS id, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind 
FROM temporary_stay AS temporary_stay_28 
WHERE temporary_stay_28.country_code = $1::VARCHAR) AS timeline_entry_1 LEFT OUTER JOIN child AS child_31 ON child_31.id = timeline_entry_1.child_id AND child_31.country_code = $1::VARCHAR AND child_31.voided_at IS NULL 
WHERE timeline_entry_1.country_code = $1::VARCHAR AND timeline_entry_1.child_id IS NOT NULL AND timeline_entry_1.day IS NOT NULL AND timeline_entry_1.recorded_in_error IS NULL AND timeline_entry_1.day >= $2::DATE AND (EXISTS (SELECT 1 
FROM child AS child_30 
WHERE child_30.id = timeline_entry_1.child_id AND child_30.country_code = $1::VARCHAR AND child_30.voided_at IS NULL AND child_30.given_name >= $3::VARCHAR)) ORDER BY child_31.family_name_order DESC, timeline_entry_1.day DESC, timeline_entry_1.id DESC, timeline_entry_1.kind DESC 
 LIMIT 4) AS page_29 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_33.*) AS value 
FROM child AS child_32 JOIN LATERAL (SELECT child_32.family_name AS "familyName") AS node_33 ON true 
WHERE child_32.id = page_29.child_id AND child_32.country_code = $1::VARCHAR AND child_32.voided_at IS NULL) AS link_34 ON true JOIN LATERAL (SELECT page_29.kind AS kind, page_29.day AS day, link_34.value AS child) AS node_35 ON true ORDER BY page_29.order_0 DESC, page_29.order_1 DESC, page_29.id DESC, page_29.kind DESC) AS rows_29) AS gathered_29 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM (SELECT care_episode_37.country_code AS country_code, care_episode_37.child_file_id AS child_id, care_episode_37.started_on AS day, care_episode_37.voided_at AS recorded_in_error 
FROM care_episode AS care_episode_37 
WHERE care_episode_37.country_code = $1::VARCHAR UNION ALL SELECT care_episode_38.country_code AS country_code, care_episode_38.child_file_id AS child_id, care_episode_38.follow_up_until AS day, care_episode_38.voided_at AS recorded_in_error 
FROM care_episode AS care_episode_38 
WHERE care_episode_38.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_39.country_code AS country_code, caregiver_assignment_39.child_file_id AS child_id, caregiver_assignment_39.started_on AS day, caregiver_assignment_39.voided_at AS recorded_in_error 
FROM caregiver_assignment AS caregiver_assignment_39 
WHERE caregiver_assignment_39.country_code = $1::VARCHAR UNION ALL SELECT child_40.country_code AS country_code, child_40.id AS child_id, child_40.birth_date AS day, child_40.voided_at AS recorded_in_error 
FROM child AS child_40 
WHERE child_40.country_code = $1::VARCHAR UNION ALL SELECT child_41.country_code AS country_code, child_41.id AS child_id, child_41.enrolled_on AS day, child_41.voided_at AS recorded_in_error 
FROM child AS child_41 
WHERE child_41.country_code = $1::VARCHAR UNION ALL SELECT child_42.country_code AS country_code, child_42.id AS child_id, child_42.died_on AS day, child_42.voided_at AS recorded_in_error 
FROM child AS child_42 
WHERE child_42.country_code = $1::VARCHAR UNION ALL SELECT community_link_43.country_code AS country_code, community_link_43.child_file_id AS child_id, community_link_43.started_on AS day, community_link_43.voided_at AS recorded_in_error 
FROM community_link AS community_link_43 
WHERE community_link_43.country_code = $1::VARCHAR UNION ALL SELECT decision_44.country_code AS country_code, decision_44.child_file_id AS child_id, decision_44.decided_on AS day, decision_44.voided_at AS recorded_in_error 
FROM decision AS decision_44 
WHERE decision_44.country_code = $1::VARCHAR UNION ALL SELECT decision_45.country_code AS country_code, decision_45.child_file_id AS child_id, decision_45.look_again_on AS day, decision_45.voided_at AS recorded_in_error 
FROM decision AS decision_45 
WHERE decision_45.country_code = $1::VARCHAR UNION ALL SELECT decision_46.country_code AS country_code, decision_46.child_file_id AS child_id, decision_46.looked_at_on AS day, decision_46.voided_at AS recorded_in_error 
FROM decision AS decision_46 
WHERE decision_46.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_47.country_code AS country_code, gatekeeping_assessment_47.child_file_id AS child_id, gatekeeping_assessment_47.opened_on AS day, gatekeeping_assessment_47.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_47 
WHERE gatekeeping_assessment_47.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_48.country_code AS country_code, gatekeeping_assessment_48.child_file_id AS child_id, gatekeeping_assessment_48.due_on AS day, gatekeeping_assessment_48.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_48 
WHERE gatekeeping_assessment_48.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_49.country_code AS country_code, gatekeeping_assessment_49.child_file_id AS child_id, gatekeeping_assessment_49.completed_on AS day, gatekeeping_assessment_49.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_49 
WHERE gatekeeping_assessment_49.country_code = $1::VARCHAR UNION ALL SELECT guardianship_50.country_code AS country_code, guardianship_50.child_file_id AS child_id, guardianship_50.started_on AS day, guardianship_50.voided_at AS recorded_in_error 
FROM guardianship AS guardianship_50 
WHERE guardianship_50.country_code = $1::VARCHAR UNION ALL SELECT legal_status_51.country_code AS country_code, legal_status_51.child_file_id AS child_id, legal_status_51.appeal_until AS day, legal_status_51.voided_at AS recorded_in_error 
FROM legal_status AS legal_status_51 
WHERE legal_status_51.country_code = $1::VARCHAR UNION ALL SELECT legal_status_52.country_code AS country_code, legal_status_52.child_file_id AS child_id, legal_status_52.started_on AS day, legal_status_52.voided_at AS recorded_in_error 
FROM legal_status AS legal_status_52 
WHERE legal_status_52.country_code = $1::VARCHAR UNION ALL SELECT placement_53.country_code AS country_code, placement_53.child_file_id AS child_id, placement_53.started_on AS day, placement_53.voided_at AS recorded_in_error 
FROM placement AS placement_53 
WHERE placement_53.country_code = $1::VARCHAR UNION ALL SELECT placement_54.country_code AS country_code, placement_54.child_file_id AS child_id, placement_54.prepared_on AS day, placement_54.voided_at AS recorded_in_error 
FROM placement AS placement_54 
WHERE placement_54.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_55.country_code AS country_code, placement_exception_55.child_file_id AS child_id, placement_exception_55.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error 
FROM placement_exception AS placement_exception_55 
WHERE placement_exception_55.country_code = $1::VARCHAR UNION ALL SELECT relative_56.country_code AS country_code, relative_56.child_file_id AS child_id, relative_56.died_on AS day, relative_56.voided_at AS recorded_in_error 
FROM relative AS relative_56 
WHERE relative_56.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_57.country_code AS country_code, sibling_bond_57.child_file_id AS child_id, sibling_bond_57.started_on AS day, sibling_bond_57.voided_at AS recorded_in_error 
FROM sibling_bond AS sibling_bond_57 
WHERE sibling_bond_57.country_code = $1::VARCHAR UNION ALL SELECT support_service_58.country_code AS country_code, support_service_58.child_file_id AS child_id, support_service_58.asked_on AS day, support_service_58.voided_at AS recorded_in_error 
FROM support_service AS support_service_58 
WHERE support_service_58.country_code = $1::VARCHAR UNION ALL SELECT support_service_59.country_code AS country_code, support_service_59.child_file_id AS child_id, support_service_59.offered_on AS day, support_service_59.voided_at AS recorded_in_error 
FROM support_service AS support_service_59 
WHERE support_service_59.country_code = $1::VARCHAR UNION ALL SELECT support_service_60.country_code AS country_code, support_service_60.child_file_id AS child_id, support_service_60.started_on AS day, support_service_60.voided_at AS recorded_in_error 
FROM support_service AS support_service_60 
WHERE support_service_60.country_code = $1::VARCHAR UNION ALL SELECT task_61.country_code AS country_code, task_61.child_file_id AS child_id, task_61.due_on AS day, task_61.voided_at AS recorded_in_error 
FROM task AS task_61 
WHERE task_61.country_code = $1::VARCHAR UNION ALL SELECT task_62.country_code AS country_code, task_62.child_file_id AS child_id, task_62.done_on AS day, task_62.voided_at AS recorded_in_error 
FROM task AS task_62 
WHERE task_62.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_63.country_code AS country_code, temporary_stay_63.child_file_id AS child_id, temporary_stay_63.started_on AS day, temporary_stay_63.voided_at AS recorded_in_error 
FROM temporary_stay AS temporary_stay_63 
WHERE temporary_stay_63.country_code = $1::VARCHAR) AS timeline_entry_36 
WHERE timeline_entry_36.country_code = $1::VARCHAR AND timeline_entry_36.child_id IS NOT NULL AND timeline_entry_36.day IS NOT NULL AND timeline_entry_36.recorded_in_error IS NULL AND timeline_entry_36.day >= $2::DATE AND (EXISTS (SELECT 1 
FROM child AS child_64 
WHERE child_64.id = timeline_entry_36.child_id AND child_64.country_code = $1::VARCHAR AND child_64.voided_at IS NULL AND child_64.given_name >= $3::VARCHAR))) AS "totalCount", gathered_29.part_1 AS nodes) AS connection_65 ON true) AS "timelineEntries") AS answer
