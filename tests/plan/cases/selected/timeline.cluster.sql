SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_67.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_66.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.given_name AS given_name, child_1.case_number_order AS order_0 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL ORDER BY child_1.case_number_order ASC, child_1.id ASC 
 LIMIT 2) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_64.*) AS value 
FROM (SELECT coalesce(json_agg(rows_31.part_2), '[]'::json) AS part_2, (array_agg(rows_31.cursor))[count(*)] AS end_cursor, coalesce(bool_or(rows_31.more), false) AS more 
FROM (SELECT row_to_json(node_35.*) AS part_2, (((('0c2d92e263.' || page_31.country_code) || '_') || CAST(page_31.id AS TEXT)) || '_') || page_31.kind AS cursor, page_31.fetched > 3 AS more 
FROM (SELECT fetched_31.country_code AS country_code, fetched_31.id AS id, fetched_31.kind AS kind, fetched_31.day AS day, fetched_31.precision AS precision, fetched_31.ended_on AS ended_on, fetched_31.child_id AS child_id, fetched_31.order_0 AS order_0, count(*) OVER () AS fetched 
FROM (SELECT timeline_entry_3.country_code AS country_code, timeline_entry_3.id AS id, timeline_entry_3.kind AS kind, timeline_entry_3.day AS day, timeline_entry_3.precision AS precision, timeline_entry_3.ended_on AS ended_on, timeline_entry_3.child_id AS child_id, timeline_entry_3.day AS order_0 
FROM (SELECT care_episode_4.country_code AS country_code, care_episode_4.child_file_id AS child_id, care_episode_4.started_on AS day, care_episode_4.voided_at AS recorded_in_error, care_episode_4.id AS id, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, care_episode_4.ended_on AS ended_on 
FROM care_episode AS care_episode_4 
WHERE care_episode_4.country_code = $1::VARCHAR UNION ALL SELECT care_episode_5.country_code AS country_code, care_episode_5.child_file_id AS child_id, care_episode_5.follow_up_until AS day, care_episode_5.voided_at AS recorded_in_error, care_episode_5.id AS id, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, CAST(NULL AS DATE) AS ended_on 
FROM care_episode AS care_episode_5 
WHERE care_episode_5.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_6.country_code AS country_code, caregiver_assignment_6.child_file_id AS child_id, caregiver_assignment_6.started_on AS day, caregiver_assignment_6.voided_at AS recorded_in_error, caregiver_assignment_6.id AS id, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, caregiver_assignment_6.ended_on AS ended_on 
FROM caregiver_assignment AS caregiver_assignment_6 
WHERE caregiver_assignment_6.country_code = $1::VARCHAR UNION ALL SELECT child_7.country_code AS country_code, child_7.id AS child_id, child_7.birth_date AS day, child_7.voided_at AS recorded_in_error, child_7.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind, child_7.birth_date_precision AS precision, CAST(NULL AS DATE) AS ended_on 
FROM child AS child_7 
WHERE child_7.country_code = $1::VARCHAR UNION ALL SELECT child_8.country_code AS country_code, child_8.id AS child_id, child_8.enrolled_on AS day, child_8.voided_at AS recorded_in_error, child_8.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, CAST(NULL AS DATE) AS ended_on 
FROM child AS child_8 
WHERE child_8.country_code = $1::VARCHAR UNION ALL SELECT child_9.country_code AS country_code, child_9.id AS child_id, child_9.died_on AS day, child_9.voided_at AS recorded_in_error, child_9.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind, child_9.died_on_precision AS precision, CAST(NULL AS DATE) AS ended_on 
FROM child AS child_9 
WHERE child_9.country_code = $1::VARCHAR UNION ALL SELECT community_link_10.country_code AS country_code, community_link_10.child_file_id AS child_id, community_link_10.started_on AS day, community_link_10.voided_at AS recorded_in_error, community_link_10.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, community_link_10.ended_on AS ended_on 
FROM community_link AS community_link_10 
WHERE community_link_10.country_code = $1::VARCHAR UNION ALL SELECT decision_11.country_code AS country_code, decision_11.child_file_id AS child_id, decision_11.decided_on AS day, decision_11.voided_at AS recorded_in_error, decision_11.id AS id, 'DECISION_DECIDED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, CAST(NULL AS DATE) AS ended_on 
FROM decision AS decision_11 
WHERE decision_11.country_code = $1::VARCHAR UNION ALL SELECT decision_12.country_code AS country_code, decision_12.child_file_id AS child_id, decision_12.look_again_on AS day, decision_12.voided_at AS recorded_in_error, decision_12.id AS id, 'DECISION_LOOK_AGAIN_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, CAST(NULL AS DATE) AS ended_on 
FROM decision AS decision_12 
WHERE decision_12.country_code = $1::VARCHAR UNION ALL SELECT decision_13.country_code AS country_code, decision_13.child_file_id AS child_id, decision_13.looked_at_on AS day, decision_13.voided_at AS recorded_in_error, decision_13.id AS id, 'DECISION_LOOKED_AT_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, CAST(NULL AS DATE) AS ended_on 
FROM decision AS decision_13 
WHERE decision_13.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_14.country_code AS country_code, gatekeeping_assessment_14.child_file_id AS child_id, gatekeeping_assessment_14.opened_on AS day, gatekeeping_assessment_14.voided_at AS recorded_in_error, gatekeeping_assessment_14.id AS id, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, CAST(NULL AS DATE) AS ended_on 
FROM gatekeeping_assessment AS gatekeeping_assessment_14 
WHERE gatekeeping_assessment_14.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_15.country_code AS country_code, gatekeeping_assessment_15.child_file_id AS child_id, gatekeeping_assessment_15.due_on AS day, gatekeeping_assessment_15.voided_at AS recorded_in_error, gatekeeping_assessment_15.id AS id, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, CAST(NULL AS DATE) AS ended_on 
FROM gatekeeping_assessment AS gatekeeping_assessment_15 
WHERE gatekeeping_assessment_15.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_16.country_code AS country_code, gatekeeping_assessment_16.child_file_id AS child_id, gatekeeping_assessment_16.completed_on AS day, gatekeeping_assessment_16.voided_at AS recorded_in_error, gatekeeping_assessment_16.id AS id, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, CAST(NULL AS DATE) AS ended_on 
FROM gatekeeping_assessment AS gatekeeping_assessment_16 
WHERE gatekeeping_assessment_16.country_code = $1::VARCHAR UNION ALL SELECT guardianship_17.country_code AS country_code, guardianship_17.child_file_id AS child_id, guardianship_17.started_on AS day, guardianship_17.voided_at AS recorded_in_error, guardianship_17.id AS id, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, guardianship_17.ended_on AS ended_on 
FROM guardianship AS guardianship_17 
WHERE guardianship_17.country_code = $1::VARCHAR UNION ALL SELECT legal_status_18.country_code AS country_code, legal_status_18.child_file_id AS child_id, legal_status_18.appeal_until AS day, legal_status_18.voided_at AS recorded_in_error, legal_status_18.id AS id, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, CAST(NULL AS DATE) AS ended_on 
FROM legal_status AS legal_status_18 
WHERE legal_status_18.country_code = $1::VARCHAR UNION ALL SELECT legal_status_19.country_code AS country_code, legal_status_19.child_file_id AS child_id, legal_status_19.started_on AS day, legal_status_19.voided_at AS recorded_in_error, legal_status_19.id AS id, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, legal_status_19.ended_on AS ended_on 
FROM legal_status AS legal_status_19 
WHERE legal_status_19.country_code = $1::VARCHAR UNION ALL SELECT placement_20.country_code AS country_code, placement_20.child_file_id AS child_id, placement_20.started_on AS day, placement_20.voided_at AS recorded_in_error, placement_20.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, placement_20.ended_on AS ended_on 
FROM placement AS placement_20 
WHERE placement_20.country_code = $1::VARCHAR UNION ALL SELECT placement_21.country_code AS country_code, placement_21.child_file_id AS child_id, placement_21.prepared_on AS day, placement_21.voided_at AS recorded_in_error, placement_21.id AS id, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, CAST(NULL AS DATE) AS ended_on 
FROM placement AS placement_21 
WHERE placement_21.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_22.country_code AS country_code, placement_exception_22.child_file_id AS child_id, placement_exception_22.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_22.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, placement_exception_22.lapses_on AS ended_on 
FROM placement_exception AS placement_exception_22 
WHERE placement_exception_22.country_code = $1::VARCHAR UNION ALL SELECT relative_23.country_code AS country_code, relative_23.child_file_id AS child_id, relative_23.died_on AS day, relative_23.voided_at AS recorded_in_error, relative_23.id AS id, 'RELATIVE_DIED_ON'::text COLLATE "C" AS kind, relative_23.died_on_precision AS precision, CAST(NULL AS DATE) AS ended_on 
FROM relative AS relative_23 
WHERE relative_23.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_24.country_code AS country_code, sibling_bond_24.child_file_id AS child_id, sibling_bond_24.started_on AS day, sibling_bond_24.voided_at AS recorded_in_error, sibling_bond_24.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, sibling_bond_24.ended_on AS ended_on 
FROM sibling_bond AS sibling_bond_24 
WHERE sibling_bond_24.country_code = $1::VARCHAR UNION ALL SELECT support_service_25.country_code AS country_code, support_service_25.child_file_id AS child_id, support_service_25.asked_on AS day, support_service_25.voided_at AS recorded_in_error, support_service_25.id AS id, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, CAST(NULL AS DATE) AS ended_on 
FROM support_service AS support_service_25 
WHERE support_service_25.country_code = $1::VARCHAR UNION ALL SELECT support_service_26.country_code AS country_code, support_service_26.child_file_id AS child_id, support_service_26.offered_on AS day, support_service_26.voided_at AS recorded_in_error, support_service_26.id AS id, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, CAST(NULL AS DATE) AS ended_on 
FROM support_service AS support_service_26 
WHERE support_service_26.country_code = $1::VARCHAR UNION ALL SELECT support_service_27.country_code AS country_code, support_service_27.child_file_id AS child_id, support_service_27.started_on AS day, support_service_27.voided_at AS recorded_in_error, support_service_27.id AS id, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, support_service_27.ended_on AS ended_on 
FROM support_service AS support_service_27 
WHERE support_service_27.country_code = $1::VARCHAR UNION ALL SELECT task_28.country_code AS country_code, task_28.child_file_id AS child_id, task_28.due_on AS day, task_28.voided_at AS recorded_in_error, task_28.id AS id, 'TASK_DUE_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, CAST(NULL AS DATE) AS ended_on 
FROM task AS task_28 
WHERE task_28.country_code = $1::VARCHAR UNION ALL SELECT task_29.country_code AS country_code, task_29.child_file_id AS child_id, task_29.done_on AS day, task_29.voided_at AS recorded_in_error, task_29.id AS id, 'TASK_DONE_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, CAST(NULL AS DATE) AS ended_on 
FROM task AS task_29 
WHERE task_29.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_30.country_code AS country_code, temporary_stay_30.child_file_id AS child_id, temporary_stay_30.started_on AS day, temporary_stay_30.voided_at AS recorded_in_error, temporary_stay_30.id AS id, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, temporary_stay_30.ended_on AS ended_on 
FROM temporary_stay AS temporary_stay_30 
WHERE temporary_stay_30.country_code = $1::VARCHAR) AS timeline_entry_3 
WHERE timeline_entry_3.child_id = page_2.id AND timeline_entry_3.country_code = $1::VARCHAR AND timeline_entry_3.child_id IS NOT NULL AND timeline_entry_3.day IS NOT NULL AND timeline_entry_3.recorded_in_error IS NULL ORDER BY timeline_entry_3.day DESC, timeline_entry_3.id DESC, timeline_entry_3.kind DESC 
 LIMIT 4) AS fetched_31 ORDER BY fetched_31.order_0 DESC, fetched_31.id DESC, fetched_31.kind DESC 
 LIMIT 3) AS page_31 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_33.*) AS value 
FROM child AS child_32 JOIN LATERAL (SELECT child_32.given_name AS "givenName") AS node_33 ON true 
WHERE child_32.id = page_31.child_id AND child_32.country_code = $1::VARCHAR AND child_32.voided_at IS NULL) AS link_34 ON true JOIN LATERAL (SELECT (((('TimelineEntry_' || page_31.country_code) || '_') || CAST(page_31.id AS TEXT)) || '_') || page_31.kind AS id, page_31.kind AS kind, page_31.day AS day, page_31.precision AS precision, page_31.ended_on AS "endedOn", link_34.value AS child) AS node_35 ON true ORDER BY page_31.order_0 DESC, page_31.id DESC, page_31.kind DESC) AS rows_31) AS gathered_31 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
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
WHERE timeline_entry_36.child_id = page_2.id AND timeline_entry_36.country_code = $1::VARCHAR AND timeline_entry_36.child_id IS NOT NULL AND timeline_entry_36.day IS NOT NULL AND timeline_entry_36.recorded_in_error IS NULL) AS "totalCount", JSON_OBJECT('hasNextPage' : gathered_31.more, 'endCursor' : gathered_31.end_cursor RETURNING json) AS "pageInfo", gathered_31.part_2 AS nodes) AS connection_64 ON true) AS link_65 ON true JOIN LATERAL (SELECT page_2.given_name AS "givenName", link_65.value AS timeline) AS node_66 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_67 ON true) AS children) AS answer
