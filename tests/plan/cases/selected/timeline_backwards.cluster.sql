WITH before_25 AS 
(SELECT timeline_entry_26.day AS order_0, timeline_entry_26.id AS id, timeline_entry_26.kind AS kind 
FROM (SELECT care_episode_27.country_code AS country_code, care_episode_27.id AS id, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind, care_episode_27.started_on AS day, care_episode_27.child_file_id AS child_id, care_episode_27.voided_at AS recorded_in_error 
FROM care_episode AS care_episode_27 
WHERE care_episode_27.country_code = $1::VARCHAR UNION ALL SELECT care_episode_28.country_code AS country_code, care_episode_28.id AS id, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind, care_episode_28.follow_up_until AS day, care_episode_28.child_file_id AS child_id, care_episode_28.voided_at AS recorded_in_error 
FROM care_episode AS care_episode_28 
WHERE care_episode_28.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_29.country_code AS country_code, caregiver_assignment_29.id AS id, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind, caregiver_assignment_29.started_on AS day, caregiver_assignment_29.child_file_id AS child_id, caregiver_assignment_29.voided_at AS recorded_in_error 
FROM caregiver_assignment AS caregiver_assignment_29 
WHERE caregiver_assignment_29.country_code = $1::VARCHAR UNION ALL SELECT child_30.country_code AS country_code, child_30.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind, child_30.birth_date AS day, child_30.id AS child_id, child_30.voided_at AS recorded_in_error 
FROM child AS child_30 
WHERE child_30.country_code = $1::VARCHAR UNION ALL SELECT child_31.country_code AS country_code, child_31.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind, child_31.enrolled_on AS day, child_31.id AS child_id, child_31.voided_at AS recorded_in_error 
FROM child AS child_31 
WHERE child_31.country_code = $1::VARCHAR UNION ALL SELECT child_32.country_code AS country_code, child_32.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind, child_32.died_on AS day, child_32.id AS child_id, child_32.voided_at AS recorded_in_error 
FROM child AS child_32 
WHERE child_32.country_code = $1::VARCHAR UNION ALL SELECT community_link_33.country_code AS country_code, community_link_33.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind, community_link_33.started_on AS day, community_link_33.child_file_id AS child_id, community_link_33.voided_at AS recorded_in_error 
FROM community_link AS community_link_33 
WHERE community_link_33.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_34.country_code AS country_code, gatekeeping_assessment_34.id AS id, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_34.opened_on AS day, gatekeeping_assessment_34.child_file_id AS child_id, gatekeeping_assessment_34.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_34 
WHERE gatekeeping_assessment_34.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_35.country_code AS country_code, gatekeeping_assessment_35.id AS id, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_35.due_on AS day, gatekeeping_assessment_35.child_file_id AS child_id, gatekeeping_assessment_35.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_35 
WHERE gatekeeping_assessment_35.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_36.country_code AS country_code, gatekeeping_assessment_36.id AS id, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_36.completed_on AS day, gatekeeping_assessment_36.child_file_id AS child_id, gatekeeping_assessment_36.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_36 
WHERE gatekeeping_assessment_36.country_code = $1::VARCHAR UNION ALL SELECT guardianship_37.country_code AS country_code, guardianship_37.id AS id, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind, guardianship_37.started_on AS day, guardianship_37.child_file_id AS child_id, guardianship_37.voided_at AS recorded_in_error 
FROM guardianship AS guardianship_37 
WHERE guardianship_37.country_code = $1::VARCHAR UNION ALL SELECT legal_status_38.country_code AS country_code, legal_status_38.id AS id, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind, legal_status_38.appeal_until AS day, legal_status_38.child_file_id AS child_id, legal_status_38.voided_at AS recorded_in_error 
FROM legal_status AS legal_status_38 
WHERE legal_status_38.country_code = $1::VARCHAR UNION ALL SELECT legal_status_39.country_code AS country_code, legal_status_39.id AS id, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind, legal_status_39.started_on AS day, legal_status_39.child_file_id AS child_id, legal_status_39.voided_at AS recorded_in_error 
FROM legal_status AS legal_status_39 
WHERE legal_status_39.country_code = $1::VARCHAR UNION ALL SELECT placement_40.country_code AS country_code, placement_40.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, placement_40.started_on AS day, placement_40.child_file_id AS child_id, placement_40.voided_at AS recorded_in_error 
FROM placement AS placement_40 
WHERE placement_40.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_41.country_code AS country_code, placement_exception_41.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, placement_exception_41.dated AS day, placement_exception_41.child_file_id AS child_id, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error 
FROM placement_exception AS placement_exception_41 
WHERE placement_exception_41.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_42.country_code AS country_code, sibling_bond_42.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, sibling_bond_42.started_on AS day, sibling_bond_42.child_file_id AS child_id, sibling_bond_42.voided_at AS recorded_in_error 
FROM sibling_bond AS sibling_bond_42 
WHERE sibling_bond_42.country_code = $1::VARCHAR UNION ALL SELECT support_service_43.country_code AS country_code, support_service_43.id AS id, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind, support_service_43.asked_on AS day, support_service_43.child_file_id AS child_id, support_service_43.voided_at AS recorded_in_error 
FROM support_service AS support_service_43 
WHERE support_service_43.country_code = $1::VARCHAR UNION ALL SELECT support_service_44.country_code AS country_code, support_service_44.id AS id, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind, support_service_44.offered_on AS day, support_service_44.child_file_id AS child_id, support_service_44.voided_at AS recorded_in_error 
FROM support_service AS support_service_44 
WHERE support_service_44.country_code = $1::VARCHAR UNION ALL SELECT support_service_45.country_code AS country_code, support_service_45.id AS id, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind, support_service_45.started_on AS day, support_service_45.child_file_id AS child_id, support_service_45.voided_at AS recorded_in_error 
FROM support_service AS support_service_45 
WHERE support_service_45.country_code = $1::VARCHAR UNION ALL SELECT task_46.country_code AS country_code, task_46.id AS id, 'TASK_DUE_ON'::text COLLATE "C" AS kind, task_46.due_on AS day, task_46.child_file_id AS child_id, task_46.voided_at AS recorded_in_error 
FROM task AS task_46 
WHERE task_46.country_code = $1::VARCHAR UNION ALL SELECT task_47.country_code AS country_code, task_47.id AS id, 'TASK_DONE_ON'::text COLLATE "C" AS kind, task_47.done_on AS day, task_47.child_file_id AS child_id, task_47.voided_at AS recorded_in_error 
FROM task AS task_47 
WHERE task_47.country_code = $1::VARCHAR) AS timeline_entry_26 
WHERE timeline_entry_26.country_code = $1::VARCHAR AND timeline_entry_26.child_id IS NOT NULL AND timeline_entry_26.day IS NOT NULL AND timeline_entry_26.recorded_in_error IS NULL AND timeline_entry_26.country_code = $2::VARCHAR AND timeline_entry_26.id = $3::UUID AND timeline_entry_26.kind = $4::VARCHAR)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM before_25)] AS cursors 
FROM (SELECT (SELECT row_to_json(connection_74.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_73.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.case_number_order AS order_0 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL ORDER BY child_1.case_number_order ASC, child_1.id ASC 
 LIMIT 1) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_71.*) AS value 
FROM (SELECT coalesce(json_agg(rows_25.part_1), '[]'::json) AS part_1, coalesce(bool_or(rows_25.more), false) AS more 
FROM (SELECT row_to_json(node_48.*) AS part_1, page_25.fetched > 2 AS more 
FROM (SELECT fetched_25.country_code AS country_code, fetched_25.id AS id, fetched_25.kind AS kind, fetched_25.day AS day, fetched_25.order_0 AS order_0, count(*) OVER () AS fetched 
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
WHERE placement_17.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_18.country_code AS country_code, placement_exception_18.child_file_id AS child_id, placement_exception_18.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_18.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_18 
WHERE placement_exception_18.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_19.country_code AS country_code, sibling_bond_19.child_file_id AS child_id, sibling_bond_19.started_on AS day, sibling_bond_19.voided_at AS recorded_in_error, sibling_bond_19.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_19 
WHERE sibling_bond_19.country_code = $1::VARCHAR UNION ALL SELECT support_service_20.country_code AS country_code, support_service_20.child_file_id AS child_id, support_service_20.asked_on AS day, support_service_20.voided_at AS recorded_in_error, support_service_20.id AS id, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_20 
WHERE support_service_20.country_code = $1::VARCHAR UNION ALL SELECT support_service_21.country_code AS country_code, support_service_21.child_file_id AS child_id, support_service_21.offered_on AS day, support_service_21.voided_at AS recorded_in_error, support_service_21.id AS id, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_21 
WHERE support_service_21.country_code = $1::VARCHAR UNION ALL SELECT support_service_22.country_code AS country_code, support_service_22.child_file_id AS child_id, support_service_22.started_on AS day, support_service_22.voided_at AS recorded_in_error, support_service_22.id AS id, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_22 
WHERE support_service_22.country_code = $1::VARCHAR UNION ALL SELECT task_23.country_code AS country_code, task_23.child_file_id AS child_id, task_23.due_on AS day, task_23.voided_at AS recorded_in_error, task_23.id AS id, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_23 
WHERE task_23.country_code = $1::VARCHAR UNION ALL SELECT task_24.country_code AS country_code, task_24.child_file_id AS child_id, task_24.done_on AS day, task_24.voided_at AS recorded_in_error, task_24.id AS id, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_24 
WHERE task_24.country_code = $1::VARCHAR) AS timeline_entry_3 
WHERE timeline_entry_3.child_id = page_2.id AND timeline_entry_3.country_code = $1::VARCHAR AND timeline_entry_3.child_id IS NOT NULL AND timeline_entry_3.day IS NOT NULL AND timeline_entry_3.recorded_in_error IS NULL AND (timeline_entry_3.day, timeline_entry_3.id, timeline_entry_3.kind) > ((SELECT before_25.order_0 
FROM before_25), (SELECT before_25.id 
FROM before_25), (SELECT before_25.kind 
FROM before_25)) ORDER BY timeline_entry_3.day ASC, timeline_entry_3.id ASC, timeline_entry_3.kind ASC 
 LIMIT 3) AS fetched_25 ORDER BY fetched_25.order_0 ASC, fetched_25.id ASC, fetched_25.kind ASC 
 LIMIT 2) AS page_25 JOIN LATERAL (SELECT page_25.kind AS kind, page_25.day AS day) AS node_48 ON true ORDER BY page_25.order_0 DESC, page_25.id DESC, page_25.kind DESC) AS rows_25) AS gathered_25 JOIN LATERAL (SELECT JSON_OBJECT('hasPreviousPage' : gathered_25.more, 'hasNextPage' : EXISTS (SELECT 1 
FROM (SELECT care_episode_50.country_code AS country_code, care_episode_50.child_file_id AS child_id, care_episode_50.started_on AS day, care_episode_50.voided_at AS recorded_in_error, care_episode_50.id AS id, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_50 
WHERE care_episode_50.country_code = $1::VARCHAR UNION ALL SELECT care_episode_51.country_code AS country_code, care_episode_51.child_file_id AS child_id, care_episode_51.follow_up_until AS day, care_episode_51.voided_at AS recorded_in_error, care_episode_51.id AS id, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_51 
WHERE care_episode_51.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_52.country_code AS country_code, caregiver_assignment_52.child_file_id AS child_id, caregiver_assignment_52.started_on AS day, caregiver_assignment_52.voided_at AS recorded_in_error, caregiver_assignment_52.id AS id, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM caregiver_assignment AS caregiver_assignment_52 
WHERE caregiver_assignment_52.country_code = $1::VARCHAR UNION ALL SELECT child_53.country_code AS country_code, child_53.id AS child_id, child_53.birth_date AS day, child_53.voided_at AS recorded_in_error, child_53.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_53 
WHERE child_53.country_code = $1::VARCHAR UNION ALL SELECT child_54.country_code AS country_code, child_54.id AS child_id, child_54.enrolled_on AS day, child_54.voided_at AS recorded_in_error, child_54.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_54 
WHERE child_54.country_code = $1::VARCHAR UNION ALL SELECT child_55.country_code AS country_code, child_55.id AS child_id, child_55.died_on AS day, child_55.voided_at AS recorded_in_error, child_55.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_55 
WHERE child_55.country_code = $1::VARCHAR UNION ALL SELECT community_link_56.country_code AS country_code, community_link_56.child_file_id AS child_id, community_link_56.started_on AS day, community_link_56.voided_at AS recorded_in_error, community_link_56.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_56 
WHERE community_link_56.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_57.country_code AS country_code, gatekeeping_assessment_57.child_file_id AS child_id, gatekeeping_assessment_57.opened_on AS day, gatekeeping_assessment_57.voided_at AS recorded_in_error, gatekeeping_assessment_57.id AS id, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_57 
WHERE gatekeeping_assessment_57.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_58.country_code AS country_code, gatekeeping_assessment_58.child_file_id AS child_id, gatekeeping_assessment_58.due_on AS day, gatekeeping_assessment_58.voided_at AS recorded_in_error, gatekeeping_assessment_58.id AS id, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_58 
WHERE gatekeeping_assessment_58.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_59.country_code AS country_code, gatekeeping_assessment_59.child_file_id AS child_id, gatekeeping_assessment_59.completed_on AS day, gatekeeping_assessment_59.voided_at AS recorded_in_error, gatekeeping_assessment_59.id AS id, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_59 
WHERE gatekeeping_assessment_59.country_code = $1::VARCHAR UNION ALL SELECT guardianship_60.country_code AS country_code, guardianship_60.child_file_id AS child_id, guardianship_60.started_on AS day, guardianship_60.voided_at AS recorded_in_error, guardianship_60.id AS id, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind 
FROM guardianship AS guardianship_60 
WHERE guardianship_60.country_code = $1::VARCHAR UNION ALL SELECT legal_status_61.country_code AS country_code, legal_status_61.child_file_id AS child_id, legal_status_61.appeal_until AS day, legal_status_61.voided_at AS recorded_in_error, legal_status_61.id AS id, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_61 
WHERE legal_status_61.country_code = $1::VARCHAR UNION ALL SELECT legal_status_62.country_code AS country_code, legal_status_62.child_file_id AS child_id, legal_status_62.started_on AS day, legal_status_62.voided_at AS recorded_in_error, legal_status_62.id AS id, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_62 
WHERE legal_status_62.country_code = $1::VARCHAR UNION ALL SELECT placement_63.country_code AS country_code, placement_63.child_file_id AS child_id, placement_63.started_on AS day, placement_63.voided_at AS recorded_in_error, placement_63.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_63 
WHERE placement_63.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_64.country_code AS country_code, placement_exception_64.child_file_id AS child_id, placement_exception_64.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_64.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_64 
WHERE placement_exception_64.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_65.country_code AS country_code, sibling_bond_65.child_file_id AS child_id, sibling_bond_65.started_on AS day, sibling_bond_65.voided_at AS recorded_in_error, sibling_bond_65.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_65 
WHERE sibling_bond_65.country_code = $1::VARCHAR UNION ALL SELECT support_service_66.country_code AS country_code, support_service_66.child_file_id AS child_id, support_service_66.asked_on AS day, support_service_66.voided_at AS recorded_in_error, support_service_66.id AS id, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_66 
WHERE support_service_66.country_code = $1::VARCHAR UNION ALL SELECT support_service_67.country_code AS country_code, support_service_67.child_file_id AS child_id, support_service_67.offered_on AS day, support_service_67.voided_at AS recorded_in_error, support_service_67.id AS id, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_67 
WHERE support_service_67.country_code = $1::VARCHAR UNION ALL SELECT support_service_68.country_code AS country_code, support_service_68.child_file_id AS child_id, support_service_68.started_on AS day, support_service_68.voided_at AS recorded_in_error, support_service_68.id AS id, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_68 
WHERE support_service_68.country_code = $1::VARCHAR UNION ALL SELECT task_69.country_code AS country_code, task_69.child_file_id AS child_id, task_69.due_on AS day, task_69.voided_at AS recorded_in_error, task_69.id AS id, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_69 
WHERE task_69.country_code = $1::VARCHAR UNION ALL SELECT task_70.country_code AS country_code, task_70.child_file_id AS child_id, task_70.done_on AS day, task_70.voided_at AS recorded_in_error, task_70.id AS id, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_70 
WHERE task_70.country_code = $1::VARCHAR) AS timeline_entry_49 
WHERE timeline_entry_49.child_id = page_2.id AND timeline_entry_49.country_code = $1::VARCHAR AND timeline_entry_49.child_id IS NOT NULL AND timeline_entry_49.day IS NOT NULL AND timeline_entry_49.recorded_in_error IS NULL AND (timeline_entry_49.day, timeline_entry_49.id, timeline_entry_49.kind) <= ((SELECT before_25.order_0 
FROM before_25), (SELECT before_25.id 
FROM before_25), (SELECT before_25.kind 
FROM before_25))) RETURNING json) AS "pageInfo", gathered_25.part_1 AS nodes) AS connection_71 ON true 
WHERE EXISTS (SELECT 1 
FROM before_25)) AS link_72 ON true JOIN LATERAL (SELECT link_72.value AS timeline) AS node_73 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_74 ON true) AS children) AS answer
