SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_64.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_63.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.case_number_order AS order_0 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL ORDER BY child_1.case_number_order ASC, child_1.id ASC 
 LIMIT 2) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_61.*) AS value 
FROM (SELECT coalesce(json_agg(rows_31.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_32.*) AS part_1 
FROM (SELECT timeline_entry_3.country_code AS country_code, timeline_entry_3.id AS id, timeline_entry_3.kind AS kind, timeline_entry_3.day AS day, timeline_entry_3.day AS order_0 
FROM (SELECT care_episode_4.country_code AS country_code, care_episode_4.child_file_id AS child_id, care_episode_4.started_on AS day, care_episode_4.voided_at AS recorded_in_error, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind, care_episode_4.ended_on AS ended_on, care_episode_4.id AS id 
FROM care_episode AS care_episode_4 
WHERE care_episode_4.country_code = $1::VARCHAR UNION ALL SELECT care_episode_5.country_code AS country_code, care_episode_5.child_file_id AS child_id, care_episode_5.follow_up_until AS day, care_episode_5.voided_at AS recorded_in_error, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, care_episode_5.id AS id 
FROM care_episode AS care_episode_5 
WHERE care_episode_5.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_6.country_code AS country_code, caregiver_assignment_6.child_file_id AS child_id, caregiver_assignment_6.started_on AS day, caregiver_assignment_6.voided_at AS recorded_in_error, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind, caregiver_assignment_6.ended_on AS ended_on, caregiver_assignment_6.id AS id 
FROM caregiver_assignment AS caregiver_assignment_6 
WHERE caregiver_assignment_6.country_code = $1::VARCHAR UNION ALL SELECT child_7.country_code AS country_code, child_7.id AS child_id, child_7.birth_date AS day, child_7.voided_at AS recorded_in_error, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, child_7.id AS id 
FROM child AS child_7 
WHERE child_7.country_code = $1::VARCHAR UNION ALL SELECT child_8.country_code AS country_code, child_8.id AS child_id, child_8.enrolled_on AS day, child_8.voided_at AS recorded_in_error, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, child_8.id AS id 
FROM child AS child_8 
WHERE child_8.country_code = $1::VARCHAR UNION ALL SELECT child_9.country_code AS country_code, child_9.id AS child_id, child_9.died_on AS day, child_9.voided_at AS recorded_in_error, 'CHILD_DIED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, child_9.id AS id 
FROM child AS child_9 
WHERE child_9.country_code = $1::VARCHAR UNION ALL SELECT community_link_10.country_code AS country_code, community_link_10.child_file_id AS child_id, community_link_10.started_on AS day, community_link_10.voided_at AS recorded_in_error, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind, community_link_10.ended_on AS ended_on, community_link_10.id AS id 
FROM community_link AS community_link_10 
WHERE community_link_10.country_code = $1::VARCHAR UNION ALL SELECT decision_11.country_code AS country_code, decision_11.child_file_id AS child_id, decision_11.decided_on AS day, decision_11.voided_at AS recorded_in_error, 'DECISION_DECIDED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, decision_11.id AS id 
FROM decision AS decision_11 
WHERE decision_11.country_code = $1::VARCHAR UNION ALL SELECT decision_12.country_code AS country_code, decision_12.child_file_id AS child_id, decision_12.look_again_on AS day, decision_12.voided_at AS recorded_in_error, 'DECISION_LOOK_AGAIN_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, decision_12.id AS id 
FROM decision AS decision_12 
WHERE decision_12.country_code = $1::VARCHAR UNION ALL SELECT decision_13.country_code AS country_code, decision_13.child_file_id AS child_id, decision_13.looked_at_on AS day, decision_13.voided_at AS recorded_in_error, 'DECISION_LOOKED_AT_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, decision_13.id AS id 
FROM decision AS decision_13 
WHERE decision_13.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_14.country_code AS country_code, gatekeeping_assessment_14.child_file_id AS child_id, gatekeeping_assessment_14.opened_on AS day, gatekeeping_assessment_14.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, gatekeeping_assessment_14.id AS id 
FROM gatekeeping_assessment AS gatekeeping_assessment_14 
WHERE gatekeeping_assessment_14.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_15.country_code AS country_code, gatekeeping_assessment_15.child_file_id AS child_id, gatekeeping_assessment_15.due_on AS day, gatekeeping_assessment_15.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, gatekeeping_assessment_15.id AS id 
FROM gatekeeping_assessment AS gatekeeping_assessment_15 
WHERE gatekeeping_assessment_15.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_16.country_code AS country_code, gatekeeping_assessment_16.child_file_id AS child_id, gatekeeping_assessment_16.completed_on AS day, gatekeeping_assessment_16.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, gatekeeping_assessment_16.id AS id 
FROM gatekeeping_assessment AS gatekeeping_assessment_16 
WHERE gatekeeping_assessment_16.country_code = $1::VARCHAR UNION ALL SELECT guardianship_17.country_code AS country_code, guardianship_17.child_file_id AS child_id, guardianship_17.started_on AS day, guardianship_17.voided_at AS recorded_in_error, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind, guardianship_17.ended_on AS ended_on, guardianship_17.id AS id 
FROM guardianship AS guardianship_17 
WHERE guardianship_17.country_code = $1::VARCHAR UNION ALL SELECT legal_status_18.country_code AS country_code, legal_status_18.child_file_id AS child_id, legal_status_18.appeal_until AS day, legal_status_18.voided_at AS recorded_in_error, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, legal_status_18.id AS id 
FROM legal_status AS legal_status_18 
WHERE legal_status_18.country_code = $1::VARCHAR UNION ALL SELECT legal_status_19.country_code AS country_code, legal_status_19.child_file_id AS child_id, legal_status_19.started_on AS day, legal_status_19.voided_at AS recorded_in_error, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind, legal_status_19.ended_on AS ended_on, legal_status_19.id AS id 
FROM legal_status AS legal_status_19 
WHERE legal_status_19.country_code = $1::VARCHAR UNION ALL SELECT placement_20.country_code AS country_code, placement_20.child_file_id AS child_id, placement_20.started_on AS day, placement_20.voided_at AS recorded_in_error, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, placement_20.ended_on AS ended_on, placement_20.id AS id 
FROM placement AS placement_20 
WHERE placement_20.country_code = $1::VARCHAR UNION ALL SELECT placement_21.country_code AS country_code, placement_21.child_file_id AS child_id, placement_21.prepared_on AS day, placement_21.voided_at AS recorded_in_error, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, placement_21.id AS id 
FROM placement AS placement_21 
WHERE placement_21.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_22.country_code AS country_code, placement_exception_22.child_file_id AS child_id, placement_exception_22.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, placement_exception_22.lapses_on AS ended_on, placement_exception_22.id AS id 
FROM placement_exception AS placement_exception_22 
WHERE placement_exception_22.country_code = $1::VARCHAR UNION ALL SELECT relative_23.country_code AS country_code, relative_23.child_file_id AS child_id, relative_23.died_on AS day, relative_23.voided_at AS recorded_in_error, 'RELATIVE_DIED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, relative_23.id AS id 
FROM relative AS relative_23 
WHERE relative_23.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_24.country_code AS country_code, sibling_bond_24.child_file_id AS child_id, sibling_bond_24.started_on AS day, sibling_bond_24.voided_at AS recorded_in_error, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, sibling_bond_24.ended_on AS ended_on, sibling_bond_24.id AS id 
FROM sibling_bond AS sibling_bond_24 
WHERE sibling_bond_24.country_code = $1::VARCHAR UNION ALL SELECT support_service_25.country_code AS country_code, support_service_25.child_file_id AS child_id, support_service_25.asked_on AS day, support_service_25.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, support_service_25.id AS id 
FROM support_service AS support_service_25 
WHERE support_service_25.country_code = $1::VARCHAR UNION ALL SELECT support_service_26.country_code AS country_code, support_service_26.child_file_id AS child_id, support_service_26.offered_on AS day, support_service_26.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, support_service_26.id AS id 
FROM support_service AS support_service_26 
WHERE support_service_26.country_code = $1::VARCHAR UNION ALL SELECT support_service_27.country_code AS country_code, support_service_27.child_file_id AS child_id, support_service_27.started_on AS day, support_service_27.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind, support_service_27.ended_on AS ended_on, support_service_27.id AS id 
FROM support_service AS support_service_27 
WHERE support_service_27.country_code = $1::VARCHAR UNION ALL SELECT task_28.country_code AS country_code, task_28.child_file_id AS child_id, task_28.due_on AS day, task_28.voided_at AS recorded_in_error, 'TASK_DUE_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, task_28.id AS id 
FROM task AS task_28 
WHERE task_28.country_code = $1::VARCHAR UNION ALL SELECT task_29.country_code AS country_code, task_29.child_file_id AS child_id, task_29.done_on AS day, task_29.voided_at AS recorded_in_error, 'TASK_DONE_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, task_29.id AS id 
FROM task AS task_29 
WHERE task_29.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_30.country_code AS country_code, temporary_stay_30.child_file_id AS child_id, temporary_stay_30.started_on AS day, temporary_stay_30.voided_at AS recorded_in_error, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind, temporary_stay_30.ended_on AS ended_on, temporary_stay_30.id AS id 
FROM temporary_stay AS temporary_stay_30 
WHERE temporary_stay_30.country_code = $1::VARCHAR) AS timeline_entry_3 
WHERE timeline_entry_3.child_id = page_2.id AND timeline_entry_3.country_code = $1::VARCHAR AND timeline_entry_3.child_id IS NOT NULL AND timeline_entry_3.day IS NOT NULL AND timeline_entry_3.recorded_in_error IS NULL AND timeline_entry_3.kind = ANY ($2::TEXT[]) AND timeline_entry_3.ended_on IS NOT NULL ORDER BY timeline_entry_3.day ASC, timeline_entry_3.id ASC, timeline_entry_3.kind ASC 
 LIMIT 20) AS page_31 JOIN LATERAL (SELECT page_31.kind AS kind, page_31.day AS day) AS node_32 ON true ORDER BY page_31.order_0 ASC, page_31.id ASC, page_31.kind ASC) AS rows_31) AS gathered_31 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM (SELECT care_episode_34.country_code AS country_code, care_episode_34.child_file_id AS child_id, care_episode_34.started_on AS day, care_episode_34.voided_at AS recorded_in_error, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind, care_episode_34.ended_on AS ended_on 
FROM care_episode AS care_episode_34 
WHERE care_episode_34.country_code = $1::VARCHAR UNION ALL SELECT care_episode_35.country_code AS country_code, care_episode_35.child_file_id AS child_id, care_episode_35.follow_up_until AS day, care_episode_35.voided_at AS recorded_in_error, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM care_episode AS care_episode_35 
WHERE care_episode_35.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_36.country_code AS country_code, caregiver_assignment_36.child_file_id AS child_id, caregiver_assignment_36.started_on AS day, caregiver_assignment_36.voided_at AS recorded_in_error, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind, caregiver_assignment_36.ended_on AS ended_on 
FROM caregiver_assignment AS caregiver_assignment_36 
WHERE caregiver_assignment_36.country_code = $1::VARCHAR UNION ALL SELECT child_37.country_code AS country_code, child_37.id AS child_id, child_37.birth_date AS day, child_37.voided_at AS recorded_in_error, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM child AS child_37 
WHERE child_37.country_code = $1::VARCHAR UNION ALL SELECT child_38.country_code AS country_code, child_38.id AS child_id, child_38.enrolled_on AS day, child_38.voided_at AS recorded_in_error, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM child AS child_38 
WHERE child_38.country_code = $1::VARCHAR UNION ALL SELECT child_39.country_code AS country_code, child_39.id AS child_id, child_39.died_on AS day, child_39.voided_at AS recorded_in_error, 'CHILD_DIED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM child AS child_39 
WHERE child_39.country_code = $1::VARCHAR UNION ALL SELECT community_link_40.country_code AS country_code, community_link_40.child_file_id AS child_id, community_link_40.started_on AS day, community_link_40.voided_at AS recorded_in_error, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind, community_link_40.ended_on AS ended_on 
FROM community_link AS community_link_40 
WHERE community_link_40.country_code = $1::VARCHAR UNION ALL SELECT decision_41.country_code AS country_code, decision_41.child_file_id AS child_id, decision_41.decided_on AS day, decision_41.voided_at AS recorded_in_error, 'DECISION_DECIDED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM decision AS decision_41 
WHERE decision_41.country_code = $1::VARCHAR UNION ALL SELECT decision_42.country_code AS country_code, decision_42.child_file_id AS child_id, decision_42.look_again_on AS day, decision_42.voided_at AS recorded_in_error, 'DECISION_LOOK_AGAIN_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM decision AS decision_42 
WHERE decision_42.country_code = $1::VARCHAR UNION ALL SELECT decision_43.country_code AS country_code, decision_43.child_file_id AS child_id, decision_43.looked_at_on AS day, decision_43.voided_at AS recorded_in_error, 'DECISION_LOOKED_AT_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM decision AS decision_43 
WHERE decision_43.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_44.country_code AS country_code, gatekeeping_assessment_44.child_file_id AS child_id, gatekeeping_assessment_44.opened_on AS day, gatekeeping_assessment_44.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM gatekeeping_assessment AS gatekeeping_assessment_44 
WHERE gatekeeping_assessment_44.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_45.country_code AS country_code, gatekeeping_assessment_45.child_file_id AS child_id, gatekeeping_assessment_45.due_on AS day, gatekeeping_assessment_45.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM gatekeeping_assessment AS gatekeeping_assessment_45 
WHERE gatekeeping_assessment_45.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_46.country_code AS country_code, gatekeeping_assessment_46.child_file_id AS child_id, gatekeeping_assessment_46.completed_on AS day, gatekeeping_assessment_46.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM gatekeeping_assessment AS gatekeeping_assessment_46 
WHERE gatekeeping_assessment_46.country_code = $1::VARCHAR UNION ALL SELECT guardianship_47.country_code AS country_code, guardianship_47.child_file_id AS child_id, guardianship_47.started_on AS day, guardianship_47.voided_at AS recorded_in_error, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind, guardianship_47.ended_on AS ended_on 
FROM guardianship AS guardianship_47 
WHERE guardianship_47.country_code = $1::VARCHAR UNION ALL SELECT legal_status_48.country_code AS country_code, legal_status_48.child_file_id AS child_id, legal_status_48.appeal_until AS day, legal_status_48.voided_at AS recorded_in_error, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM legal_status AS legal_status_48 
WHERE legal_status_48.country_code = $1::VARCHAR UNION ALL SELECT legal_status_49.country_code AS country_code, legal_status_49.child_file_id AS child_id, legal_status_49.started_on AS day, legal_status_49.voided_at AS recorded_in_error, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind, legal_status_49.ended_on AS ended_on 
FROM legal_status AS legal_status_49 
WHERE legal_status_49.country_code = $1::VARCHAR UNION ALL SELECT placement_50.country_code AS country_code, placement_50.child_file_id AS child_id, placement_50.started_on AS day, placement_50.voided_at AS recorded_in_error, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, placement_50.ended_on AS ended_on 
FROM placement AS placement_50 
WHERE placement_50.country_code = $1::VARCHAR UNION ALL SELECT placement_51.country_code AS country_code, placement_51.child_file_id AS child_id, placement_51.prepared_on AS day, placement_51.voided_at AS recorded_in_error, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM placement AS placement_51 
WHERE placement_51.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_52.country_code AS country_code, placement_exception_52.child_file_id AS child_id, placement_exception_52.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, placement_exception_52.lapses_on AS ended_on 
FROM placement_exception AS placement_exception_52 
WHERE placement_exception_52.country_code = $1::VARCHAR UNION ALL SELECT relative_53.country_code AS country_code, relative_53.child_file_id AS child_id, relative_53.died_on AS day, relative_53.voided_at AS recorded_in_error, 'RELATIVE_DIED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM relative AS relative_53 
WHERE relative_53.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_54.country_code AS country_code, sibling_bond_54.child_file_id AS child_id, sibling_bond_54.started_on AS day, sibling_bond_54.voided_at AS recorded_in_error, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, sibling_bond_54.ended_on AS ended_on 
FROM sibling_bond AS sibling_bond_54 
WHERE sibling_bond_54.country_code = $1::VARCHAR UNION ALL SELECT support_service_55.country_code AS country_code, support_service_55.child_file_id AS child_id, support_service_55.asked_on AS day, support_service_55.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM support_service AS support_service_55 
WHERE support_service_55.country_code = $1::VARCHAR UNION ALL SELECT support_service_56.country_code AS country_code, support_service_56.child_file_id AS child_id, support_service_56.offered_on AS day, support_service_56.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM support_service AS support_service_56 
WHERE support_service_56.country_code = $1::VARCHAR UNION ALL SELECT support_service_57.country_code AS country_code, support_service_57.child_file_id AS child_id, support_service_57.started_on AS day, support_service_57.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind, support_service_57.ended_on AS ended_on 
FROM support_service AS support_service_57 
WHERE support_service_57.country_code = $1::VARCHAR UNION ALL SELECT task_58.country_code AS country_code, task_58.child_file_id AS child_id, task_58.due_on AS day, task_58.voided_at AS recorded_in_error, 'TASK_DUE_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM task AS task_58 
WHERE task_58.country_code = $1::VARCHAR UNION ALL SELECT task_59.country_code AS country_code, task_59.child_file_id AS child_id, task_59.done_on AS day, task_59.voided_at AS recorded_in_error, 'TASK_DONE_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM task AS task_59 
WHERE task_59.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_60.country_code AS country_code, temporary_stay_60.child_file_id AS child_id, temporary_stay_60.started_on AS day, temporary_stay_60.voided_at AS recorded_in_error, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind, temporary_stay_60.ended_on AS ended_on 
FROM temporary_stay AS temporary_stay_60 
WHERE temporary_stay_60.country_code = $1::VARCHAR) AS timeline_entry_33 
WHERE timeline_entry_33.child_id = page_2.id AND timeline_entry_33.country_code = $1::VARCHAR AND timeline_entry_33.child_id IS NOT NULL AND timeline_entry_33.day IS NOT NULL AND timeline_entry_33.recorded_in_error IS NULL AND timeline_entry_33.kind = ANY ($2::TEXT[]) AND timeline_entry_33.ended_on IS NOT NULL) AS "totalCount", gathered_31.part_1 AS nodes) AS connection_61 ON true) AS link_62 ON true JOIN LATERAL (SELECT link_62.value AS timeline) AS node_63 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_64 ON true) AS children) AS answer
