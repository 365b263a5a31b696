SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_57.*) AS value 
FROM (SELECT coalesce(json_agg(rows_25.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_31.*) AS part_1 
FROM (SELECT timeline_entry_1.country_code AS country_code, timeline_entry_1.id AS id, timeline_entry_1.kind AS kind, timeline_entry_1.day AS day, timeline_entry_1.child_id AS child_id, child_27.family_name_order AS order_0, timeline_entry_1.day AS order_1 
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
WHERE community_link_8.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_9.country_code AS country_code, gatekeeping_assessment_9.child_file_id AS child_id, gatekeeping_assessment_9.opened_on AS day, gatekeeping_assessment_9.voided_at AS recorded_in_error, gatekeeping_assessment_9.id AS id, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_9 
WHERE gatekeeping_assessment_9.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_10.country_code AS country_code, gatekeeping_assessment_10.child_file_id AS child_id, gatekeeping_assessment_10.due_on AS day, gatekeeping_assessment_10.voided_at AS recorded_in_error, gatekeeping_assessment_10.id AS id, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_10 
WHERE gatekeeping_assessment_10.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_11.country_code AS country_code, gatekeeping_assessment_11.child_file_id AS child_id, gatekeeping_assessment_11.completed_on AS day, gatekeeping_assessment_11.voided_at AS recorded_in_error, gatekeeping_assessment_11.id AS id, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_11 
WHERE gatekeeping_assessment_11.country_code = $1::VARCHAR UNION ALL SELECT guardianship_12.country_code AS country_code, guardianship_12.child_file_id AS child_id, guardianship_12.started_on AS day, guardianship_12.voided_at AS recorded_in_error, guardianship_12.id AS id, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind 
FROM guardianship AS guardianship_12 
WHERE guardianship_12.country_code = $1::VARCHAR UNION ALL SELECT legal_status_13.country_code AS country_code, legal_status_13.child_file_id AS child_id, legal_status_13.appeal_until AS day, legal_status_13.voided_at AS recorded_in_error, legal_status_13.id AS id, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_13 
WHERE legal_status_13.country_code = $1::VARCHAR UNION ALL SELECT legal_status_14.country_code AS country_code, legal_status_14.child_file_id AS child_id, legal_status_14.started_on AS day, legal_status_14.voided_at AS recorded_in_error, legal_status_14.id AS id, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_14 
WHERE legal_status_14.country_code = $1::VARCHAR UNION ALL SELECT placement_15.country_code AS country_code, placement_15.child_file_id AS child_id, placement_15.started_on AS day, placement_15.voided_at AS recorded_in_error, placement_15.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_15 
WHERE placement_15.country_code = $1::VARCHAR UNION ALL SELECT placement_16.country_code AS country_code, placement_16.child_file_id AS child_id, placement_16.prepared_on AS day, placement_16.voided_at AS recorded_in_error, placement_16.id AS id, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_16 
WHERE placement_16.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_17.country_code AS country_code, placement_exception_17.child_file_id AS child_id, placement_exception_17.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_17.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_17 
WHERE placement_exception_17.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_18.country_code AS country_code, sibling_bond_18.child_file_id AS child_id, sibling_bond_18.started_on AS day, sibling_bond_18.voided_at AS recorded_in_error, sibling_bond_18.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_18 
WHERE sibling_bond_18.country_code = $1::VARCHAR UNION ALL SELECT support_service_19.country_code AS country_code, support_service_19.child_file_id AS child_id, support_service_19.asked_on AS day, support_service_19.voided_at AS recorded_in_error, support_service_19.id AS id, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_19 
WHERE support_service_19.country_code = $1::VARCHAR UNION ALL SELECT support_service_20.country_code AS country_code, support_service_20.child_file_id AS child_id, support_service_20.offered_on AS day, support_service_20.voided_at AS recorded_in_error, support_service_20.id AS id, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_20 
WHERE support_service_20.country_code = $1::VARCHAR UNION ALL SELECT support_service_21.country_code AS country_code, support_service_21.child_file_id AS child_id, support_service_21.started_on AS day, support_service_21.voided_at AS recorded_in_error, support_service_21.id AS id, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_21 
WHERE support_service_21.country_code = $1::VARCHAR UNION ALL SELECT task_22.country_code AS country_code, task_22.child_file_id AS child_id, task_22.due_on AS day, task_22.voided_at AS recorded_in_error, task_22.id AS id, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_22 
WHERE task_22.country_code = $1::VARCHAR UNION ALL SELECT task_23.country_code AS country_code, task_23.child_file_id AS child_id, task_23.done_on AS day, task_23.voided_at AS recorded_in_error, task_23.id AS id, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_23 
WHERE task_23.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_24.country_code AS country_code, temporary_stay_24.child_file_id AS child_id, temporary_stay_24.started_on AS day, temporary_stay_24.voided_at AS recorded_in_error, temporary_stay_24.id AS id, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind 
FROM temporary_stay AS temporary_stay_24 
WHERE temporary_stay_24.country_code = $1::VARCHAR) AS timeline_entry_1 LEFT OUTER JOIN child AS child_27 ON child_27.id = timeline_entry_1.child_id AND child_27.country_code = $1::VARCHAR AND child_27.voided_at IS NULL 
WHERE timeline_entry_1.country_code = $1::VARCHAR AND timeline_entry_1.child_id IS NOT NULL AND timeline_entry_1.day IS NOT NULL AND timeline_entry_1.recorded_in_error IS NULL AND timeline_entry_1.day >= $2::DATE AND (EXISTS (SELECT 1 
FROM child AS child_26 
WHERE child_26.id = timeline_entry_1.child_id AND child_26.country_code = $1::VARCHAR AND child_26.voided_at IS NULL AND child_26.given_name >= $3::VARCHAR)) ORDER BY child_27.family_name_order DESC, timeline_entry_1.day DESC, timeline_entry_1.id DESC, timeline_entry_1.kind DESC 
 LIMIT 4) AS page_25 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_29.*) AS value 
FROM child AS child_28 JOIN LATERAL (SELECT child_28.family_name AS "familyName") AS node_29 ON true 
WHERE child_28.id = page_25.child_id AND child_28.country_code = $1::VARCHAR AND child_28.voided_at IS NULL) AS link_30 ON true JOIN LATERAL (SELECT page_25.kind AS kind, page_25.day AS day, link_30.value AS child) AS node_31 ON true ORDER BY page_25.order_0 DESC, page_25.order_1 DESC, page_25.id DESC, page_25.kind DESC) AS rows_25) AS gathered_25 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM (SELECT care_episode_33.country_code AS country_code, care_episode_33.child_file_id AS child_id, care_episode_33.started_on AS day, care_episode_33.voided_at AS recorded_in_error 
FROM care_episode AS care_episode_33 
WHERE care_episode_33.country_code = $1::VARCHAR UNION ALL SELECT care_episode_34.country_code AS country_code, care_episode_34.child_file_id AS child_id, care_episode_34.follow_up_until AS day, care_episode_34.voided_at AS recorded_in_error 
FROM care_episode AS care_episode_34 
WHERE care_episode_34.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_35.country_code AS country_code, caregiver_assignment_35.child_file_id AS child_id, caregiver_assignment_35.started_on AS day, caregiver_assignment_35.voided_at AS recorded_in_error 
FROM caregiver_assignment AS caregiver_assignment_35 
WHERE caregiver_assignment_35.country_code = $1::VARCHAR UNION ALL SELECT child_36.country_code AS country_code, child_36.id AS child_id, child_36.birth_date AS day, child_36.voided_at AS recorded_in_error 
FROM child AS child_36 
WHERE child_36.country_code = $1::VARCHAR UNION ALL SELECT child_37.country_code AS country_code, child_37.id AS child_id, child_37.enrolled_on AS day, child_37.voided_at AS recorded_in_error 
FROM child AS child_37 
WHERE child_37.country_code = $1::VARCHAR UNION ALL SELECT child_38.country_code AS country_code, child_38.id AS child_id, child_38.died_on AS day, child_38.voided_at AS recorded_in_error 
FROM child AS child_38 
WHERE child_38.country_code = $1::VARCHAR UNION ALL SELECT community_link_39.country_code AS country_code, community_link_39.child_file_id AS child_id, community_link_39.started_on AS day, community_link_39.voided_at AS recorded_in_error 
FROM community_link AS community_link_39 
WHERE community_link_39.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_40.country_code AS country_code, gatekeeping_assessment_40.child_file_id AS child_id, gatekeeping_assessment_40.opened_on AS day, gatekeeping_assessment_40.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_40 
WHERE gatekeeping_assessment_40.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_41.country_code AS country_code, gatekeeping_assessment_41.child_file_id AS child_id, gatekeeping_assessment_41.due_on AS day, gatekeeping_assessment_41.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_41 
WHERE gatekeeping_assessment_41.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_42.country_code AS country_code, gatekeeping_assessment_42.child_file_id AS child_id, gatekeeping_assessment_42.completed_on AS day, gatekeeping_assessment_42.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_42 
WHERE gatekeeping_assessment_42.country_code = $1::VARCHAR UNION ALL SELECT guardianship_43.country_code AS country_code, guardianship_43.child_file_id AS child_id, guardianship_43.started_on AS day, guardianship_43.voided_at AS recorded_in_error 
FROM guardianship AS guardianship_43 
WHERE guardianship_43.country_code = $1::VARCHAR UNION ALL SELECT legal_status_44.country_code AS country_code, legal_status_44.child_file_id AS child_id, legal_status_44.appeal_until AS day, legal_status_44.voided_at AS recorded_in_error 
FROM legal_status AS legal_status_44 
WHERE legal_status_44.country_code = $1::VARCHAR UNION ALL SELECT legal_status_45.country_code AS country_code, legal_status_45.child_file_id AS child_id, legal_status_45.started_on AS day, legal_status_45.voided_at AS recorded_in_error 
FROM legal_status AS legal_status_45 
WHERE legal_status_45.country_code = $1::VARCHAR UNION ALL SELECT placement_46.country_code AS country_code, placement_46.child_file_id AS child_id, placement_46.started_on AS day, placement_46.voided_at AS recorded_in_error 
FROM placement AS placement_46 
WHERE placement_46.country_code = $1::VARCHAR UNION ALL SELECT placement_47.country_code AS country_code, placement_47.child_file_id AS child_id, placement_47.prepared_on AS day, placement_47.voided_at AS recorded_in_error 
FROM placement AS placement_47 
WHERE placement_47.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_48.country_code AS country_code, placement_exception_48.child_file_id AS child_id, placement_exception_48.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error 
FROM placement_exception AS placement_exception_48 
WHERE placement_exception_48.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_49.country_code AS country_code, sibling_bond_49.child_file_id AS child_id, sibling_bond_49.started_on AS day, sibling_bond_49.voided_at AS recorded_in_error 
FROM sibling_bond AS sibling_bond_49 
WHERE sibling_bond_49.country_code = $1::VARCHAR UNION ALL SELECT support_service_50.country_code AS country_code, support_service_50.child_file_id AS child_id, support_service_50.asked_on AS day, support_service_50.voided_at AS recorded_in_error 
FROM support_service AS support_service_50 
WHERE support_service_50.country_code = $1::VARCHAR UNION ALL SELECT support_service_51.country_code AS country_code, support_service_51.child_file_id AS child_id, support_service_51.offered_on AS day, support_service_51.voided_at AS recorded_in_error 
FROM support_service AS support_service_51 
WHERE support_service_51.country_code = $1::VARCHAR UNION ALL SELECT support_service_52.country_code AS country_code, support_service_52.child_file_id AS child_id, support_service_52.started_on AS day, support_service_52.voided_at AS recorded_in_error 
FROM support_service AS support_service_52 
WHERE support_service_52.country_code = $1::VARCHAR UNION ALL SELECT task_53.country_code AS country_code, task_53.child_file_id AS child_id, task_53.due_on AS day, task_53.voided_at AS recorded_in_error 
FROM task AS task_53 
WHERE task_53.country_code = $1::VARCHAR UNION ALL SELECT task_54.country_code AS country_code, task_54.child_file_id AS child_id, task_54.done_on AS day, task_54.voided_at AS recorded_in_error 
FROM task AS task_54 
WHERE task_54.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_55.country_code AS country_code, temporary_stay_55.child_file_id AS child_id, temporary_stay_55.started_on AS day, temporary_stay_55.voided_at AS recorded_in_error 
FROM temporary_stay AS temporary_stay_55 
WHERE temporary_stay_55.country_code = $1::VARCHAR) AS timeline_entry_32 
WHERE timeline_entry_32.country_code = $1::VARCHAR AND timeline_entry_32.child_id IS NOT NULL AND timeline_entry_32.day IS NOT NULL AND timeline_entry_32.recorded_in_error IS NULL AND timeline_entry_32.day >= $2::DATE AND (EXISTS (SELECT 1 
FROM child AS child_56 
WHERE child_56.id = timeline_entry_32.child_id AND child_56.country_code = $1::VARCHAR AND child_56.voided_at IS NULL AND child_56.given_name >= $3::VARCHAR))) AS "totalCount", gathered_25.part_1 AS nodes) AS connection_57 ON true) AS "timelineEntries") AS answer
