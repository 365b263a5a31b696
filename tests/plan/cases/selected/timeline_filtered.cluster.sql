SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_56.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_55.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.case_number_order AS order_0 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL ORDER BY child_1.case_number_order ASC, child_1.id ASC 
 LIMIT 2) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_53.*) AS value 
FROM (SELECT coalesce(json_agg(rows_27.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_28.*) AS part_1 
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
WHERE community_link_10.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_11.country_code AS country_code, gatekeeping_assessment_11.child_file_id AS child_id, gatekeeping_assessment_11.opened_on AS day, gatekeeping_assessment_11.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, gatekeeping_assessment_11.id AS id 
FROM gatekeeping_assessment AS gatekeeping_assessment_11 
WHERE gatekeeping_assessment_11.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_12.country_code AS country_code, gatekeeping_assessment_12.child_file_id AS child_id, gatekeeping_assessment_12.due_on AS day, gatekeeping_assessment_12.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, gatekeeping_assessment_12.id AS id 
FROM gatekeeping_assessment AS gatekeeping_assessment_12 
WHERE gatekeeping_assessment_12.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_13.country_code AS country_code, gatekeeping_assessment_13.child_file_id AS child_id, gatekeeping_assessment_13.completed_on AS day, gatekeeping_assessment_13.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, gatekeeping_assessment_13.id AS id 
FROM gatekeeping_assessment AS gatekeeping_assessment_13 
WHERE gatekeeping_assessment_13.country_code = $1::VARCHAR UNION ALL SELECT guardianship_14.country_code AS country_code, guardianship_14.child_file_id AS child_id, guardianship_14.started_on AS day, guardianship_14.voided_at AS recorded_in_error, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind, guardianship_14.ended_on AS ended_on, guardianship_14.id AS id 
FROM guardianship AS guardianship_14 
WHERE guardianship_14.country_code = $1::VARCHAR UNION ALL SELECT legal_status_15.country_code AS country_code, legal_status_15.child_file_id AS child_id, legal_status_15.appeal_until AS day, legal_status_15.voided_at AS recorded_in_error, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, legal_status_15.id AS id 
FROM legal_status AS legal_status_15 
WHERE legal_status_15.country_code = $1::VARCHAR UNION ALL SELECT legal_status_16.country_code AS country_code, legal_status_16.child_file_id AS child_id, legal_status_16.started_on AS day, legal_status_16.voided_at AS recorded_in_error, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind, legal_status_16.ended_on AS ended_on, legal_status_16.id AS id 
FROM legal_status AS legal_status_16 
WHERE legal_status_16.country_code = $1::VARCHAR UNION ALL SELECT placement_17.country_code AS country_code, placement_17.child_file_id AS child_id, placement_17.started_on AS day, placement_17.voided_at AS recorded_in_error, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, placement_17.ended_on AS ended_on, placement_17.id AS id 
FROM placement AS placement_17 
WHERE placement_17.country_code = $1::VARCHAR UNION ALL SELECT placement_18.country_code AS country_code, placement_18.child_file_id AS child_id, placement_18.prepared_on AS day, placement_18.voided_at AS recorded_in_error, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, placement_18.id AS id 
FROM placement AS placement_18 
WHERE placement_18.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_19.country_code AS country_code, placement_exception_19.child_file_id AS child_id, placement_exception_19.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, placement_exception_19.lapses_on AS ended_on, placement_exception_19.id AS id 
FROM placement_exception AS placement_exception_19 
WHERE placement_exception_19.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_20.country_code AS country_code, sibling_bond_20.child_file_id AS child_id, sibling_bond_20.started_on AS day, sibling_bond_20.voided_at AS recorded_in_error, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, sibling_bond_20.ended_on AS ended_on, sibling_bond_20.id AS id 
FROM sibling_bond AS sibling_bond_20 
WHERE sibling_bond_20.country_code = $1::VARCHAR UNION ALL SELECT support_service_21.country_code AS country_code, support_service_21.child_file_id AS child_id, support_service_21.asked_on AS day, support_service_21.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, support_service_21.id AS id 
FROM support_service AS support_service_21 
WHERE support_service_21.country_code = $1::VARCHAR UNION ALL SELECT support_service_22.country_code AS country_code, support_service_22.child_file_id AS child_id, support_service_22.offered_on AS day, support_service_22.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, support_service_22.id AS id 
FROM support_service AS support_service_22 
WHERE support_service_22.country_code = $1::VARCHAR UNION ALL SELECT support_service_23.country_code AS country_code, support_service_23.child_file_id AS child_id, support_service_23.started_on AS day, support_service_23.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind, support_service_23.ended_on AS ended_on, support_service_23.id AS id 
FROM support_service AS support_service_23 
WHERE support_service_23.country_code = $1::VARCHAR UNION ALL SELECT task_24.country_code AS country_code, task_24.child_file_id AS child_id, task_24.due_on AS day, task_24.voided_at AS recorded_in_error, 'TASK_DUE_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, task_24.id AS id 
FROM task AS task_24 
WHERE task_24.country_code = $1::VARCHAR UNION ALL SELECT task_25.country_code AS country_code, task_25.child_file_id AS child_id, task_25.done_on AS day, task_25.voided_at AS recorded_in_error, 'TASK_DONE_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on, task_25.id AS id 
FROM task AS task_25 
WHERE task_25.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_26.country_code AS country_code, temporary_stay_26.child_file_id AS child_id, temporary_stay_26.started_on AS day, temporary_stay_26.voided_at AS recorded_in_error, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind, temporary_stay_26.ended_on AS ended_on, temporary_stay_26.id AS id 
FROM temporary_stay AS temporary_stay_26 
WHERE temporary_stay_26.country_code = $1::VARCHAR) AS timeline_entry_3 
WHERE timeline_entry_3.child_id = page_2.id AND timeline_entry_3.country_code = $1::VARCHAR AND timeline_entry_3.child_id IS NOT NULL AND timeline_entry_3.day IS NOT NULL AND timeline_entry_3.recorded_in_error IS NULL AND timeline_entry_3.kind = ANY ($2::TEXT[]) AND timeline_entry_3.ended_on IS NOT NULL ORDER BY timeline_entry_3.day ASC, timeline_entry_3.id ASC, timeline_entry_3.kind ASC 
 LIMIT 20) AS page_27 JOIN LATERAL (SELECT page_27.kind AS kind, page_27.day AS day) AS node_28 ON true ORDER BY page_27.order_0 ASC, page_27.id ASC, page_27.kind ASC) AS rows_27) AS gathered_27 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM (SELECT care_episode_30.country_code AS country_code, care_episode_30.child_file_id AS child_id, care_episode_30.started_on AS day, care_episode_30.voided_at AS recorded_in_error, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind, care_episode_30.ended_on AS ended_on 
FROM care_episode AS care_episode_30 
WHERE care_episode_30.country_code = $1::VARCHAR UNION ALL SELECT care_episode_31.country_code AS country_code, care_episode_31.child_file_id AS child_id, care_episode_31.follow_up_until AS day, care_episode_31.voided_at AS recorded_in_error, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM care_episode AS care_episode_31 
WHERE care_episode_31.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_32.country_code AS country_code, caregiver_assignment_32.child_file_id AS child_id, caregiver_assignment_32.started_on AS day, caregiver_assignment_32.voided_at AS recorded_in_error, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind, caregiver_assignment_32.ended_on AS ended_on 
FROM caregiver_assignment AS caregiver_assignment_32 
WHERE caregiver_assignment_32.country_code = $1::VARCHAR UNION ALL SELECT child_33.country_code AS country_code, child_33.id AS child_id, child_33.birth_date AS day, child_33.voided_at AS recorded_in_error, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM child AS child_33 
WHERE child_33.country_code = $1::VARCHAR UNION ALL SELECT child_34.country_code AS country_code, child_34.id AS child_id, child_34.enrolled_on AS day, child_34.voided_at AS recorded_in_error, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM child AS child_34 
WHERE child_34.country_code = $1::VARCHAR UNION ALL SELECT child_35.country_code AS country_code, child_35.id AS child_id, child_35.died_on AS day, child_35.voided_at AS recorded_in_error, 'CHILD_DIED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM child AS child_35 
WHERE child_35.country_code = $1::VARCHAR UNION ALL SELECT community_link_36.country_code AS country_code, community_link_36.child_file_id AS child_id, community_link_36.started_on AS day, community_link_36.voided_at AS recorded_in_error, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind, community_link_36.ended_on AS ended_on 
FROM community_link AS community_link_36 
WHERE community_link_36.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_37.country_code AS country_code, gatekeeping_assessment_37.child_file_id AS child_id, gatekeeping_assessment_37.opened_on AS day, gatekeeping_assessment_37.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM gatekeeping_assessment AS gatekeeping_assessment_37 
WHERE gatekeeping_assessment_37.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_38.country_code AS country_code, gatekeeping_assessment_38.child_file_id AS child_id, gatekeeping_assessment_38.due_on AS day, gatekeeping_assessment_38.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM gatekeeping_assessment AS gatekeeping_assessment_38 
WHERE gatekeeping_assessment_38.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_39.country_code AS country_code, gatekeeping_assessment_39.child_file_id AS child_id, gatekeeping_assessment_39.completed_on AS day, gatekeeping_assessment_39.voided_at AS recorded_in_error, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM gatekeeping_assessment AS gatekeeping_assessment_39 
WHERE gatekeeping_assessment_39.country_code = $1::VARCHAR UNION ALL SELECT guardianship_40.country_code AS country_code, guardianship_40.child_file_id AS child_id, guardianship_40.started_on AS day, guardianship_40.voided_at AS recorded_in_error, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind, guardianship_40.ended_on AS ended_on 
FROM guardianship AS guardianship_40 
WHERE guardianship_40.country_code = $1::VARCHAR UNION ALL SELECT legal_status_41.country_code AS country_code, legal_status_41.child_file_id AS child_id, legal_status_41.appeal_until AS day, legal_status_41.voided_at AS recorded_in_error, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM legal_status AS legal_status_41 
WHERE legal_status_41.country_code = $1::VARCHAR UNION ALL SELECT legal_status_42.country_code AS country_code, legal_status_42.child_file_id AS child_id, legal_status_42.started_on AS day, legal_status_42.voided_at AS recorded_in_error, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind, legal_status_42.ended_on AS ended_on 
FROM legal_status AS legal_status_42 
WHERE legal_status_42.country_code = $1::VARCHAR UNION ALL SELECT placement_43.country_code AS country_code, placement_43.child_file_id AS child_id, placement_43.started_on AS day, placement_43.voided_at AS recorded_in_error, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, placement_43.ended_on AS ended_on 
FROM placement AS placement_43 
WHERE placement_43.country_code = $1::VARCHAR UNION ALL SELECT placement_44.country_code AS country_code, placement_44.child_file_id AS child_id, placement_44.prepared_on AS day, placement_44.voided_at AS recorded_in_error, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM placement AS placement_44 
WHERE placement_44.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_45.country_code AS country_code, placement_exception_45.child_file_id AS child_id, placement_exception_45.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, placement_exception_45.lapses_on AS ended_on 
FROM placement_exception AS placement_exception_45 
WHERE placement_exception_45.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_46.country_code AS country_code, sibling_bond_46.child_file_id AS child_id, sibling_bond_46.started_on AS day, sibling_bond_46.voided_at AS recorded_in_error, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, sibling_bond_46.ended_on AS ended_on 
FROM sibling_bond AS sibling_bond_46 
WHERE sibling_bond_46.country_code = $1::VARCHAR UNION ALL SELECT support_service_47.country_code AS country_code, support_service_47.child_file_id AS child_id, support_service_47.asked_on AS day, support_service_47.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM support_service AS support_service_47 
WHERE support_service_47.country_code = $1::VARCHAR UNION ALL SELECT support_service_48.country_code AS country_code, support_service_48.child_file_id AS child_id, support_service_48.offered_on AS day, support_service_48.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM support_service AS support_service_48 
WHERE support_service_48.country_code = $1::VARCHAR UNION ALL SELECT support_service_49.country_code AS country_code, support_service_49.child_file_id AS child_id, support_service_49.started_on AS day, support_service_49.voided_at AS recorded_in_error, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind, support_service_49.ended_on AS ended_on 
FROM support_service AS support_service_49 
WHERE support_service_49.country_code = $1::VARCHAR UNION ALL SELECT task_50.country_code AS country_code, task_50.child_file_id AS child_id, task_50.due_on AS day, task_50.voided_at AS recorded_in_error, 'TASK_DUE_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM task AS task_50 
WHERE task_50.country_code = $1::VARCHAR UNION ALL SELECT task_51.country_code AS country_code, task_51.child_file_id AS child_id, task_51.done_on AS day, task_51.voided_at AS recorded_in_error, 'TASK_DONE_ON'::text COLLATE "C" AS kind, CAST(NULL AS DATE) AS ended_on 
FROM task AS task_51 
WHERE task_51.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_52.country_code AS country_code, temporary_stay_52.child_file_id AS child_id, temporary_stay_52.started_on AS day, temporary_stay_52.voided_at AS recorded_in_error, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind, temporary_stay_52.ended_on AS ended_on 
FROM temporary_stay AS temporary_stay_52 
WHERE temporary_stay_52.country_code = $1::VARCHAR) AS timeline_entry_29 
WHERE timeline_entry_29.child_id = page_2.id AND timeline_entry_29.country_code = $1::VARCHAR AND timeline_entry_29.child_id IS NOT NULL AND timeline_entry_29.day IS NOT NULL AND timeline_entry_29.recorded_in_error IS NULL AND timeline_entry_29.kind = ANY ($2::TEXT[]) AND timeline_entry_29.ended_on IS NOT NULL) AS "totalCount", gathered_27.part_1 AS nodes) AS connection_53 ON true) AS link_54 ON true JOIN LATERAL (SELECT link_54.value AS timeline) AS node_55 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_56 ON true) AS children) AS answer
