SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_59.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_58.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.given_name AS given_name, child_1.case_number_order AS order_0 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL ORDER BY child_1.case_number_order ASC, child_1.id ASC 
 LIMIT 2) AS page_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_56.*) AS value 
FROM (SELECT coalesce(json_agg(rows_27.part_2), '[]'::json) AS part_2, (array_agg(rows_27.cursor))[count(*)] AS end_cursor, coalesce(bool_or(rows_27.more), false) AS more 
FROM (SELECT row_to_json(node_31.*) AS part_2, (((('0c2d92e263.' || page_27.country_code) || '_') || CAST(page_27.id AS TEXT)) || '_') || page_27.kind AS cursor, page_27.fetched > 3 AS more 
FROM (SELECT fetched_27.country_code AS country_code, fetched_27.id AS id, fetched_27.kind AS kind, fetched_27.day AS day, fetched_27.precision AS precision, fetched_27.ended_on AS ended_on, fetched_27.child_id AS child_id, fetched_27.order_0 AS order_0, count(*) OVER () AS fetched 
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
WHERE community_link_10.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_11.country_code AS country_code, gatekeeping_assessment_11.child_file_id AS child_id, gatekeeping_assessment_11.opened_on AS day, gatekeeping_assessment_11.voided_at AS recorded_in_error, gatekeeping_assessment_11.id AS id, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, CAST(NULL AS DATE) AS ended_on 
FROM gatekeeping_assessment AS gatekeeping_assessment_11 
WHERE gatekeeping_assessment_11.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_12.country_code AS country_code, gatekeeping_assessment_12.child_file_id AS child_id, gatekeeping_assessment_12.due_on AS day, gatekeeping_assessment_12.voided_at AS recorded_in_error, gatekeeping_assessment_12.id AS id, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, CAST(NULL AS DATE) AS ended_on 
FROM gatekeeping_assessment AS gatekeeping_assessment_12 
WHERE gatekeeping_assessment_12.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_13.country_code AS country_code, gatekeeping_assessment_13.child_file_id AS child_id, gatekeeping_assessment_13.completed_on AS day, gatekeeping_assessment_13.voided_at AS recorded_in_error, gatekeeping_assessment_13.id AS id, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, CAST(NULL AS DATE) AS ended_on 
FROM gatekeeping_assessment AS gatekeeping_assessment_13 
WHERE gatekeeping_assessment_13.country_code = $1::VARCHAR UNION ALL SELECT guardianship_14.country_code AS country_code, guardianship_14.child_file_id AS child_id, guardianship_14.started_on AS day, guardianship_14.voided_at AS recorded_in_error, guardianship_14.id AS id, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, guardianship_14.ended_on AS ended_on 
FROM guardianship AS guardianship_14 
WHERE guardianship_14.country_code = $1::VARCHAR UNION ALL SELECT legal_status_15.country_code AS country_code, legal_status_15.child_file_id AS child_id, legal_status_15.appeal_until AS day, legal_status_15.voided_at AS recorded_in_error, legal_status_15.id AS id, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, CAST(NULL AS DATE) AS ended_on 
FROM legal_status AS legal_status_15 
WHERE legal_status_15.country_code = $1::VARCHAR UNION ALL SELECT legal_status_16.country_code AS country_code, legal_status_16.child_file_id AS child_id, legal_status_16.started_on AS day, legal_status_16.voided_at AS recorded_in_error, legal_status_16.id AS id, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, legal_status_16.ended_on AS ended_on 
FROM legal_status AS legal_status_16 
WHERE legal_status_16.country_code = $1::VARCHAR UNION ALL SELECT placement_17.country_code AS country_code, placement_17.child_file_id AS child_id, placement_17.started_on AS day, placement_17.voided_at AS recorded_in_error, placement_17.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, placement_17.ended_on AS ended_on 
FROM placement AS placement_17 
WHERE placement_17.country_code = $1::VARCHAR UNION ALL SELECT placement_18.country_code AS country_code, placement_18.child_file_id AS child_id, placement_18.prepared_on AS day, placement_18.voided_at AS recorded_in_error, placement_18.id AS id, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, CAST(NULL AS DATE) AS ended_on 
FROM placement AS placement_18 
WHERE placement_18.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_19.country_code AS country_code, placement_exception_19.child_file_id AS child_id, placement_exception_19.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_19.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, placement_exception_19.lapses_on AS ended_on 
FROM placement_exception AS placement_exception_19 
WHERE placement_exception_19.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_20.country_code AS country_code, sibling_bond_20.child_file_id AS child_id, sibling_bond_20.started_on AS day, sibling_bond_20.voided_at AS recorded_in_error, sibling_bond_20.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, sibling_bond_20.ended_on AS ended_on 
FROM sibling_bond AS sibling_bond_20 
WHERE sibling_bond_20.country_code = $1::VARCHAR UNION ALL SELECT support_service_21.country_code AS country_code, support_service_21.child_file_id AS child_id, support_service_21.asked_on AS day, support_service_21.voided_at AS recorded_in_error, support_service_21.id AS id, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, CAST(NULL AS DATE) AS ended_on 
FROM support_service AS support_service_21 
WHERE support_service_21.country_code = $1::VARCHAR UNION ALL SELECT support_service_22.country_code AS country_code, support_service_22.child_file_id AS child_id, support_service_22.offered_on AS day, support_service_22.voided_at AS recorded_in_error, support_service_22.id AS id, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, CAST(NULL AS DATE) AS ended_on 
FROM support_service AS support_service_22 
WHERE support_service_22.country_code = $1::VARCHAR UNION ALL SELECT support_service_23.country_code AS country_code, support_service_23.child_file_id AS child_id, support_service_23.started_on AS day, support_service_23.voided_at AS recorded_in_error, support_service_23.id AS id, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, support_service_23.ended_on AS ended_on 
FROM support_service AS support_service_23 
WHERE support_service_23.country_code = $1::VARCHAR UNION ALL SELECT task_24.country_code AS country_code, task_24.child_file_id AS child_id, task_24.due_on AS day, task_24.voided_at AS recorded_in_error, task_24.id AS id, 'TASK_DUE_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, CAST(NULL AS DATE) AS ended_on 
FROM task AS task_24 
WHERE task_24.country_code = $1::VARCHAR UNION ALL SELECT task_25.country_code AS country_code, task_25.child_file_id AS child_id, task_25.done_on AS day, task_25.voided_at AS recorded_in_error, task_25.id AS id, 'TASK_DONE_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, CAST(NULL AS DATE) AS ended_on 
FROM task AS task_25 
WHERE task_25.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_26.country_code AS country_code, temporary_stay_26.child_file_id AS child_id, temporary_stay_26.started_on AS day, temporary_stay_26.voided_at AS recorded_in_error, temporary_stay_26.id AS id, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS precision, temporary_stay_26.ended_on AS ended_on 
FROM temporary_stay AS temporary_stay_26 
WHERE temporary_stay_26.country_code = $1::VARCHAR) AS timeline_entry_3 
WHERE timeline_entry_3.child_id = page_2.id AND timeline_entry_3.country_code = $1::VARCHAR AND timeline_entry_3.child_id IS NOT NULL AND timeline_entry_3.day IS NOT NULL AND timeline_entry_3.recorded_in_error IS NULL ORDER BY timeline_entry_3.day DESC, timeline_entry_3.id DESC, timeline_entry_3.kind DESC 
 LIMIT 4) AS fetched_27 ORDER BY fetched_27.order_0 DESC, fetched_27.id DESC, fetched_27.kind DESC 
 LIMIT 3) AS page_27 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_29.*) AS value 
FROM child AS child_28 JOIN LATERAL (SELECT child_28.given_name AS "givenName") AS node_29 ON true 
WHERE child_28.id = page_27.child_id AND child_28.country_code = $1::VARCHAR AND child_28.voided_at IS NULL) AS link_30 ON true JOIN LATERAL (SELECT (((('TimelineEntry_' || page_27.country_code) || '_') || CAST(page_27.id AS TEXT)) || '_') || page_27.kind AS id, page_27.kind AS kind, page_27.day AS day, page_27.precision AS precision, page_27.ended_on AS "endedOn", link_30.value AS child) AS node_31 ON true ORDER BY page_27.order_0 DESC, page_27.id DESC, page_27.kind DESC) AS rows_27) AS gathered_27 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
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
WHERE timeline_entry_32.child_id = page_2.id AND timeline_entry_32.country_code = $1::VARCHAR AND timeline_entry_32.child_id IS NOT NULL AND timeline_entry_32.day IS NOT NULL AND timeline_entry_32.recorded_in_error IS NULL) AS "totalCount", JSON_OBJECT('hasNextPage' : gathered_27.more, 'endCursor' : gathered_27.end_cursor RETURNING json) AS "pageInfo", gathered_27.part_2 AS nodes) AS connection_56 ON true) AS link_57 ON true JOIN LATERAL (SELECT page_2.given_name AS "givenName", link_57.value AS timeline) AS node_58 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_59 ON true) AS children) AS answer
