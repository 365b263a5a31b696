SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_29.*) AS value 
FROM (SELECT care_episode_2.started_on AS day, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind, care_episode_2.country_code AS country_code, care_episode_2.id AS id, care_episode_2.child_file_id AS child_id, care_episode_2.voided_at AS recorded_in_error 
FROM care_episode AS care_episode_2 
WHERE care_episode_2.country_code = $1::VARCHAR UNION ALL SELECT care_episode_3.follow_up_until AS day, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind, care_episode_3.country_code AS country_code, care_episode_3.id AS id, care_episode_3.child_file_id AS child_id, care_episode_3.voided_at AS recorded_in_error 
FROM care_episode AS care_episode_3 
WHERE care_episode_3.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_4.started_on AS day, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind, caregiver_assignment_4.country_code AS country_code, caregiver_assignment_4.id AS id, caregiver_assignment_4.child_file_id AS child_id, caregiver_assignment_4.voided_at AS recorded_in_error 
FROM caregiver_assignment AS caregiver_assignment_4 
WHERE caregiver_assignment_4.country_code = $1::VARCHAR UNION ALL SELECT child_5.birth_date AS day, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind, child_5.country_code AS country_code, child_5.id AS id, child_5.id AS child_id, child_5.voided_at AS recorded_in_error 
FROM child AS child_5 
WHERE child_5.country_code = $1::VARCHAR UNION ALL SELECT child_6.enrolled_on AS day, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind, child_6.country_code AS country_code, child_6.id AS id, child_6.id AS child_id, child_6.voided_at AS recorded_in_error 
FROM child AS child_6 
WHERE child_6.country_code = $1::VARCHAR UNION ALL SELECT child_7.died_on AS day, 'CHILD_DIED_ON'::text COLLATE "C" AS kind, child_7.country_code AS country_code, child_7.id AS id, child_7.id AS child_id, child_7.voided_at AS recorded_in_error 
FROM child AS child_7 
WHERE child_7.country_code = $1::VARCHAR UNION ALL SELECT community_link_8.started_on AS day, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind, community_link_8.country_code AS country_code, community_link_8.id AS id, community_link_8.child_file_id AS child_id, community_link_8.voided_at AS recorded_in_error 
FROM community_link AS community_link_8 
WHERE community_link_8.country_code = $1::VARCHAR UNION ALL SELECT decision_9.decided_on AS day, 'DECISION_DECIDED_ON'::text COLLATE "C" AS kind, decision_9.country_code AS country_code, decision_9.id AS id, decision_9.child_file_id AS child_id, decision_9.voided_at AS recorded_in_error 
FROM decision AS decision_9 
WHERE decision_9.country_code = $1::VARCHAR UNION ALL SELECT decision_10.look_again_on AS day, 'DECISION_LOOK_AGAIN_ON'::text COLLATE "C" AS kind, decision_10.country_code AS country_code, decision_10.id AS id, decision_10.child_file_id AS child_id, decision_10.voided_at AS recorded_in_error 
FROM decision AS decision_10 
WHERE decision_10.country_code = $1::VARCHAR UNION ALL SELECT decision_11.looked_at_on AS day, 'DECISION_LOOKED_AT_ON'::text COLLATE "C" AS kind, decision_11.country_code AS country_code, decision_11.id AS id, decision_11.child_file_id AS child_id, decision_11.voided_at AS recorded_in_error 
FROM decision AS decision_11 
WHERE decision_11.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_12.opened_on AS day, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_12.country_code AS country_code, gatekeeping_assessment_12.id AS id, gatekeeping_assessment_12.child_file_id AS child_id, gatekeeping_assessment_12.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_12 
WHERE gatekeeping_assessment_12.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_13.due_on AS day, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_13.country_code AS country_code, gatekeeping_assessment_13.id AS id, gatekeeping_assessment_13.child_file_id AS child_id, gatekeeping_assessment_13.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_13 
WHERE gatekeeping_assessment_13.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_14.completed_on AS day, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_14.country_code AS country_code, gatekeeping_assessment_14.id AS id, gatekeeping_assessment_14.child_file_id AS child_id, gatekeeping_assessment_14.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_14 
WHERE gatekeeping_assessment_14.country_code = $1::VARCHAR UNION ALL SELECT guardianship_15.started_on AS day, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind, guardianship_15.country_code AS country_code, guardianship_15.id AS id, guardianship_15.child_file_id AS child_id, guardianship_15.voided_at AS recorded_in_error 
FROM guardianship AS guardianship_15 
WHERE guardianship_15.country_code = $1::VARCHAR UNION ALL SELECT legal_status_16.appeal_until AS day, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind, legal_status_16.country_code AS country_code, legal_status_16.id AS id, legal_status_16.child_file_id AS child_id, legal_status_16.voided_at AS recorded_in_error 
FROM legal_status AS legal_status_16 
WHERE legal_status_16.country_code = $1::VARCHAR UNION ALL SELECT legal_status_17.started_on AS day, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind, legal_status_17.country_code AS country_code, legal_status_17.id AS id, legal_status_17.child_file_id AS child_id, legal_status_17.voided_at AS recorded_in_error 
FROM legal_status AS legal_status_17 
WHERE legal_status_17.country_code = $1::VARCHAR UNION ALL SELECT placement_18.started_on AS day, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, placement_18.country_code AS country_code, placement_18.id AS id, placement_18.child_file_id AS child_id, placement_18.voided_at AS recorded_in_error 
FROM placement AS placement_18 
WHERE placement_18.country_code = $1::VARCHAR UNION ALL SELECT placement_19.prepared_on AS day, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind, placement_19.country_code AS country_code, placement_19.id AS id, placement_19.child_file_id AS child_id, placement_19.voided_at AS recorded_in_error 
FROM placement AS placement_19 
WHERE placement_19.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_20.dated AS day, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, placement_exception_20.country_code AS country_code, placement_exception_20.id AS id, placement_exception_20.child_file_id AS child_id, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error 
FROM placement_exception AS placement_exception_20 
WHERE placement_exception_20.country_code = $1::VARCHAR UNION ALL SELECT relative_21.died_on AS day, 'RELATIVE_DIED_ON'::text COLLATE "C" AS kind, relative_21.country_code AS country_code, relative_21.id AS id, relative_21.child_file_id AS child_id, relative_21.voided_at AS recorded_in_error 
FROM relative AS relative_21 
WHERE relative_21.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_22.started_on AS day, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, sibling_bond_22.country_code AS country_code, sibling_bond_22.id AS id, sibling_bond_22.child_file_id AS child_id, sibling_bond_22.voided_at AS recorded_in_error 
FROM sibling_bond AS sibling_bond_22 
WHERE sibling_bond_22.country_code = $1::VARCHAR UNION ALL SELECT support_service_23.asked_on AS day, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind, support_service_23.country_code AS country_code, support_service_23.id AS id, support_service_23.child_file_id AS child_id, support_service_23.voided_at AS recorded_in_error 
FROM support_service AS support_service_23 
WHERE support_service_23.country_code = $1::VARCHAR UNION ALL SELECT support_service_24.offered_on AS day, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind, support_service_24.country_code AS country_code, support_service_24.id AS id, support_service_24.child_file_id AS child_id, support_service_24.voided_at AS recorded_in_error 
FROM support_service AS support_service_24 
WHERE support_service_24.country_code = $1::VARCHAR UNION ALL SELECT support_service_25.started_on AS day, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind, support_service_25.country_code AS country_code, support_service_25.id AS id, support_service_25.child_file_id AS child_id, support_service_25.voided_at AS recorded_in_error 
FROM support_service AS support_service_25 
WHERE support_service_25.country_code = $1::VARCHAR UNION ALL SELECT task_26.due_on AS day, 'TASK_DUE_ON'::text COLLATE "C" AS kind, task_26.country_code AS country_code, task_26.id AS id, task_26.child_file_id AS child_id, task_26.voided_at AS recorded_in_error 
FROM task AS task_26 
WHERE task_26.country_code = $1::VARCHAR UNION ALL SELECT task_27.done_on AS day, 'TASK_DONE_ON'::text COLLATE "C" AS kind, task_27.country_code AS country_code, task_27.id AS id, task_27.child_file_id AS child_id, task_27.voided_at AS recorded_in_error 
FROM task AS task_27 
WHERE task_27.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_28.started_on AS day, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind, temporary_stay_28.country_code AS country_code, temporary_stay_28.id AS id, temporary_stay_28.child_file_id AS child_id, temporary_stay_28.voided_at AS recorded_in_error 
FROM temporary_stay AS temporary_stay_28 
WHERE temporary_stay_28.country_code = $1::VARCHAR) AS timeline_entry_1 JOIN LATERAL (SELECT 'TimelineEntry' AS __typename, timeline_entry_1.day AS day, coalesce(CASE WHEN (timeline_entry_1.kind IN ('CARE_EPISODE_STARTED_ON', 'CARE_EPISODE_FOLLOW_UP_UNTIL')) THEN JSON_OBJECT('id' : (('CareEpisode_' || timeline_entry_1.country_code) || '_') || CAST(timeline_entry_1.id AS TEXT) RETURNING json) END, CASE WHEN (timeline_entry_1.kind IN ('CAREGIVER_ASSIGNMENT_STARTED_ON')) THEN JSON_OBJECT('id' : (('CaregiverAssignment_' || timeline_entry_1.country_code) || '_') || CAST(timeline_entry_1.id AS TEXT) RETURNING json) END, CASE WHEN (timeline_entry_1.kind IN ('CHILD_BIRTH_DATE', 'CHILD_ENROLLED_ON', 'CHILD_DIED_ON')) THEN JSON_OBJECT('id' : (('Child_' || timeline_entry_1.country_code) || '_') || CAST(timeline_entry_1.id AS TEXT) RETURNING json) END, CASE WHEN (timeline_entry_1.kind IN ('COMMUNITY_LINK_STARTED_ON')) THEN JSON_OBJECT('id' : (('CommunityLink_' || timeline_entry_1.country_code) || '_') || CAST(timeline_entry_1.id AS TEXT) RETURNING json) END, CASE WHEN (timeline_entry_1.kind IN ('DECISION_DECIDED_ON', 'DECISION_LOOK_AGAIN_ON', 'DECISION_LOOKED_AT_ON')) THEN JSON_OBJECT('id' : (('Decision_' || timeline_entry_1.country_code) || '_') || CAST(timeline_entry_1.id AS TEXT) RETURNING json) END, CASE WHEN (timeline_entry_1.kind IN ('GATEKEEPING_ASSESSMENT_OPENED_ON', 'GATEKEEPING_ASSESSMENT_DUE_ON', 'GATEKEEPING_ASSESSMENT_COMPLETED_ON')) THEN JSON_OBJECT('id' : (('GatekeepingAssessment_' || timeline_entry_1.country_code) || '_') || CAST(timeline_entry_1.id AS TEXT) RETURNING json) END, CASE WHEN (timeline_entry_1.kind IN ('GUARDIANSHIP_STARTED_ON')) THEN JSON_OBJECT('id' : (('Guardianship_' || timeline_entry_1.country_code) || '_') || CAST(timeline_entry_1.id AS TEXT) RETURNING json) END, CASE WHEN (timeline_entry_1.kind IN ('LEGAL_STATUS_APPEAL_UNTIL', 'LEGAL_STATUS_STARTED_ON')) THEN JSON_OBJECT('id' : (('LegalStatus_' || timeline_entry_1.country_code) || '_') || CAST(timeline_entry_1.id AS TEXT) RETURNING json) END, CASE WHEN (timeline_entry_1.kind IN ('PLACEMENT_STARTED_ON', 'PLACEMENT_PREPARED_ON')) THEN JSON_OBJECT('id' : (('Placement_' || timeline_entry_1.country_code) || '_') || CAST(timeline_entry_1.id AS TEXT) RETURNING json) END, CASE WHEN (timeline_entry_1.kind IN ('PLACEMENT_EXCEPTION_DATED')) THEN JSON_OBJECT('id' : (('PlacementException_' || timeline_entry_1.country_code) || '_') || CAST(timeline_entry_1.id AS TEXT) RETURNING json) END, CASE WHEN (timeline_entry_1.kind IN ('RELATIVE_DIED_ON')) THEN JSON_OBJECT('id' : (('Relative_' || timeline_entry_1.country_code) || '_') || CAST(timeline_entry_1.id AS TEXT) RETURNING json) END, CASE WHEN (timeline_entry_1.kind IN ('SIBLING_BOND_STARTED_ON')) THEN JSON_OBJECT('id' : (('SiblingBond_' || timeline_entry_1.country_code) || '_') || CAST(timeline_entry_1.id AS TEXT) RETURNING json) END, CASE WHEN (timeline_entry_1.kind IN ('SUPPORT_SERVICE_ASKED_ON', 'SUPPORT_SERVICE_OFFERED_ON', 'SUPPORT_SERVICE_STARTED_ON')) THEN JSON_OBJECT('id' : (('SupportService_' || timeline_entry_1.country_code) || '_') || CAST(timeline_entry_1.id AS TEXT) RETURNING json) END, CASE WHEN (timeline_entry_1.kind IN ('TASK_DUE_ON', 'TASK_DONE_ON')) THEN JSON_OBJECT('id' : (('Task_' || timeline_entry_1.country_code) || '_') || CAST(timeline_entry_1.id AS TEXT) RETURNING json) END, CASE WHEN (timeline_entry_1.kind IN ('TEMPORARY_STAY_STARTED_ON')) THEN JSON_OBJECT('id' : (('TemporaryStay_' || timeline_entry_1.country_code) || '_') || CAST(timeline_entry_1.id AS TEXT) RETURNING json) END) AS row) AS node_29 ON true 
WHERE timeline_entry_1.country_code = $1::VARCHAR AND timeline_entry_1.child_id IS NOT NULL AND timeline_entry_1.day IS NOT NULL AND timeline_entry_1.recorded_in_error IS NULL AND timeline_entry_1.country_code = $2::VARCHAR AND timeline_entry_1.id = $3::UUID AND timeline_entry_1.kind = $4::VARCHAR) AS node, (SELECT coalesce(json_agg(coalesce(found_32.rows -> anon_1.id, found_62.rows -> anon_1.id) ORDER BY anon_1.n), '[]'::json) AS value 
FROM unnest($5::TEXT[]) WITH ORDINALITY AS anon_1(id, n) JOIN (SELECT json_object_agg((('SupportService_' || support_service_30.country_code) || '_') || CAST(support_service_30.id AS TEXT), row_to_json(node_31.*)) AS rows 
FROM support_service AS support_service_30 JOIN LATERAL (SELECT (('SupportService_' || support_service_30.country_code) || '_') || CAST(support_service_30.id AS TEXT) AS id) AS node_31 ON true 
WHERE support_service_30.country_code = $1::VARCHAR AND support_service_30.id = ANY ($6::UUID[]) AND ((support_service_30.country_code || '_') || CAST(support_service_30.id AS TEXT)) = ANY ($7::TEXT[])) AS found_32 ON true JOIN (SELECT json_object_agg((((('TimelineEntry_' || timeline_entry_33.country_code) || '_') || CAST(timeline_entry_33.id AS TEXT)) || '_') || timeline_entry_33.kind, row_to_json(node_61.*)) AS rows 
FROM (SELECT care_episode_34.country_code AS country_code, care_episode_34.id AS id, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind, care_episode_34.child_file_id AS child_id, care_episode_34.started_on AS day, care_episode_34.voided_at AS recorded_in_error 
FROM care_episode AS care_episode_34 
WHERE care_episode_34.country_code = $1::VARCHAR UNION ALL SELECT care_episode_35.country_code AS country_code, care_episode_35.id AS id, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind, care_episode_35.child_file_id AS child_id, care_episode_35.follow_up_until AS day, care_episode_35.voided_at AS recorded_in_error 
FROM care_episode AS care_episode_35 
WHERE care_episode_35.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_36.country_code AS country_code, caregiver_assignment_36.id AS id, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind, caregiver_assignment_36.child_file_id AS child_id, caregiver_assignment_36.started_on AS day, caregiver_assignment_36.voided_at AS recorded_in_error 
FROM caregiver_assignment AS caregiver_assignment_36 
WHERE caregiver_assignment_36.country_code = $1::VARCHAR UNION ALL SELECT child_37.country_code AS country_code, child_37.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind, child_37.id AS child_id, child_37.birth_date AS day, child_37.voided_at AS recorded_in_error 
FROM child AS child_37 
WHERE child_37.country_code = $1::VARCHAR UNION ALL SELECT child_38.country_code AS country_code, child_38.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind, child_38.id AS child_id, child_38.enrolled_on AS day, child_38.voided_at AS recorded_in_error 
FROM child AS child_38 
WHERE child_38.country_code = $1::VARCHAR UNION ALL SELECT child_39.country_code AS country_code, child_39.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind, child_39.id AS child_id, child_39.died_on AS day, child_39.voided_at AS recorded_in_error 
FROM child AS child_39 
WHERE child_39.country_code = $1::VARCHAR UNION ALL SELECT community_link_40.country_code AS country_code, community_link_40.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind, community_link_40.child_file_id AS child_id, community_link_40.started_on AS day, community_link_40.voided_at AS recorded_in_error 
FROM community_link AS community_link_40 
WHERE community_link_40.country_code = $1::VARCHAR UNION ALL SELECT decision_41.country_code AS country_code, decision_41.id AS id, 'DECISION_DECIDED_ON'::text COLLATE "C" AS kind, decision_41.child_file_id AS child_id, decision_41.decided_on AS day, decision_41.voided_at AS recorded_in_error 
FROM decision AS decision_41 
WHERE decision_41.country_code = $1::VARCHAR UNION ALL SELECT decision_42.country_code AS country_code, decision_42.id AS id, 'DECISION_LOOK_AGAIN_ON'::text COLLATE "C" AS kind, decision_42.child_file_id AS child_id, decision_42.look_again_on AS day, decision_42.voided_at AS recorded_in_error 
FROM decision AS decision_42 
WHERE decision_42.country_code = $1::VARCHAR UNION ALL SELECT decision_43.country_code AS country_code, decision_43.id AS id, 'DECISION_LOOKED_AT_ON'::text COLLATE "C" AS kind, decision_43.child_file_id AS child_id, decision_43.looked_at_on AS day, decision_43.voided_at AS recorded_in_error 
FROM decision AS decision_43 
WHERE decision_43.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_44.country_code AS country_code, gatekeeping_assessment_44.id AS id, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_44.child_file_id AS child_id, gatekeeping_assessment_44.opened_on AS day, gatekeeping_assessment_44.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_44 
WHERE gatekeeping_assessment_44.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_45.country_code AS country_code, gatekeeping_assessment_45.id AS id, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_45.child_file_id AS child_id, gatekeeping_assessment_45.due_on AS day, gatekeeping_assessment_45.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_45 
WHERE gatekeeping_assessment_45.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_46.country_code AS country_code, gatekeeping_assessment_46.id AS id, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind, gatekeeping_assessment_46.child_file_id AS child_id, gatekeeping_assessment_46.completed_on AS day, gatekeeping_assessment_46.voided_at AS recorded_in_error 
FROM gatekeeping_assessment AS gatekeeping_assessment_46 
WHERE gatekeeping_assessment_46.country_code = $1::VARCHAR UNION ALL SELECT guardianship_47.country_code AS country_code, guardianship_47.id AS id, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind, guardianship_47.child_file_id AS child_id, guardianship_47.started_on AS day, guardianship_47.voided_at AS recorded_in_error 
FROM guardianship AS guardianship_47 
WHERE guardianship_47.country_code = $1::VARCHAR UNION ALL SELECT legal_status_48.country_code AS country_code, legal_status_48.id AS id, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind, legal_status_48.child_file_id AS child_id, legal_status_48.appeal_until AS day, legal_status_48.voided_at AS recorded_in_error 
FROM legal_status AS legal_status_48 
WHERE legal_status_48.country_code = $1::VARCHAR UNION ALL SELECT legal_status_49.country_code AS country_code, legal_status_49.id AS id, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind, legal_status_49.child_file_id AS child_id, legal_status_49.started_on AS day, legal_status_49.voided_at AS recorded_in_error 
FROM legal_status AS legal_status_49 
WHERE legal_status_49.country_code = $1::VARCHAR UNION ALL SELECT placement_50.country_code AS country_code, placement_50.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind, placement_50.child_file_id AS child_id, placement_50.started_on AS day, placement_50.voided_at AS recorded_in_error 
FROM placement AS placement_50 
WHERE placement_50.country_code = $1::VARCHAR UNION ALL SELECT placement_51.country_code AS country_code, placement_51.id AS id, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind, placement_51.child_file_id AS child_id, placement_51.prepared_on AS day, placement_51.voided_at AS recorded_in_error 
FROM placement AS placement_51 
WHERE placement_51.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_52.country_code AS country_code, placement_exception_52.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind, placement_exception_52.child_file_id AS child_id, placement_exception_52.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error 
FROM placement_exception AS placement_exception_52 
WHERE placement_exception_52.country_code = $1::VARCHAR UNION ALL SELECT relative_53.country_code AS country_code, relative_53.id AS id, 'RELATIVE_DIED_ON'::text COLLATE "C" AS kind, relative_53.child_file_id AS child_id, relative_53.died_on AS day, relative_53.voided_at AS recorded_in_error 
FROM relative AS relative_53 
WHERE relative_53.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_54.country_code AS country_code, sibling_bond_54.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind, sibling_bond_54.child_file_id AS child_id, sibling_bond_54.started_on AS day, sibling_bond_54.voided_at AS recorded_in_error 
FROM sibling_bond AS sibling_bond_54 
WHERE sibling_bond_54.country_code = $1::VARCHAR UNION ALL SELECT support_service_55.country_code AS country_code, support_service_55.id AS id, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind, support_service_55.child_file_id AS child_id, support_service_55.asked_on AS day, support_service_55.voided_at AS recorded_in_error 
FROM support_service AS support_service_55 
WHERE support_service_55.country_code = $1::VARCHAR UNION ALL SELECT support_service_56.country_code AS country_code, support_service_56.id AS id, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind, support_service_56.child_file_id AS child_id, support_service_56.offered_on AS day, support_service_56.voided_at AS recorded_in_error 
FROM support_service AS support_service_56 
WHERE support_service_56.country_code = $1::VARCHAR UNION ALL SELECT support_service_57.country_code AS country_code, support_service_57.id AS id, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind, support_service_57.child_file_id AS child_id, support_service_57.started_on AS day, support_service_57.voided_at AS recorded_in_error 
FROM support_service AS support_service_57 
WHERE support_service_57.country_code = $1::VARCHAR UNION ALL SELECT task_58.country_code AS country_code, task_58.id AS id, 'TASK_DUE_ON'::text COLLATE "C" AS kind, task_58.child_file_id AS child_id, task_58.due_on AS day, task_58.voided_at AS recorded_in_error 
FROM task AS task_58 
WHERE task_58.country_code = $1::VARCHAR UNION ALL SELECT task_59.country_code AS country_code, task_59.id AS id, 'TASK_DONE_ON'::text COLLATE "C" AS kind, task_59.child_file_id AS child_id, task_59.done_on AS day, task_59.voided_at AS recorded_in_error 
FROM task AS task_59 
WHERE task_59.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_60.country_code AS country_code, temporary_stay_60.id AS id, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind, temporary_stay_60.child_file_id AS child_id, temporary_stay_60.started_on AS day, temporary_stay_60.voided_at AS recorded_in_error 
FROM temporary_stay AS temporary_stay_60 
WHERE temporary_stay_60.country_code = $1::VARCHAR) AS timeline_entry_33 JOIN LATERAL (SELECT (((('TimelineEntry_' || timeline_entry_33.country_code) || '_') || CAST(timeline_entry_33.id AS TEXT)) || '_') || timeline_entry_33.kind AS id) AS node_61 ON true 
WHERE timeline_entry_33.country_code = $1::VARCHAR AND timeline_entry_33.child_id IS NOT NULL AND timeline_entry_33.day IS NOT NULL AND timeline_entry_33.recorded_in_error IS NULL AND timeline_entry_33.id = ANY ($8::UUID[]) AND ((((timeline_entry_33.country_code || '_') || CAST(timeline_entry_33.id AS TEXT)) || '_') || timeline_entry_33.kind) = ANY ($9::TEXT[])) AS found_62 ON true) AS nodes, (SELECT row_to_json(connection_93.*) AS value 
FROM (SELECT coalesce(json_agg(rows_91.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_92.*) AS part_0 
FROM (SELECT timeline_entry_63.country_code AS country_code, timeline_entry_63.id AS id, timeline_entry_63.kind AS kind, timeline_entry_63.day AS order_0 
FROM (SELECT care_episode_64.country_code AS country_code, care_episode_64.child_file_id AS child_id, care_episode_64.started_on AS day, care_episode_64.voided_at AS recorded_in_error, care_episode_64.id AS id, 'CARE_EPISODE_STARTED_ON'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_64 
WHERE care_episode_64.country_code = $1::VARCHAR UNION ALL SELECT care_episode_65.country_code AS country_code, care_episode_65.child_file_id AS child_id, care_episode_65.follow_up_until AS day, care_episode_65.voided_at AS recorded_in_error, care_episode_65.id AS id, 'CARE_EPISODE_FOLLOW_UP_UNTIL'::text COLLATE "C" AS kind 
FROM care_episode AS care_episode_65 
WHERE care_episode_65.country_code = $1::VARCHAR UNION ALL SELECT caregiver_assignment_66.country_code AS country_code, caregiver_assignment_66.child_file_id AS child_id, caregiver_assignment_66.started_on AS day, caregiver_assignment_66.voided_at AS recorded_in_error, caregiver_assignment_66.id AS id, 'CAREGIVER_ASSIGNMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM caregiver_assignment AS caregiver_assignment_66 
WHERE caregiver_assignment_66.country_code = $1::VARCHAR UNION ALL SELECT child_67.country_code AS country_code, child_67.id AS child_id, child_67.birth_date AS day, child_67.voided_at AS recorded_in_error, child_67.id AS id, 'CHILD_BIRTH_DATE'::text COLLATE "C" AS kind 
FROM child AS child_67 
WHERE child_67.country_code = $1::VARCHAR UNION ALL SELECT child_68.country_code AS country_code, child_68.id AS child_id, child_68.enrolled_on AS day, child_68.voided_at AS recorded_in_error, child_68.id AS id, 'CHILD_ENROLLED_ON'::text COLLATE "C" AS kind 
FROM child AS child_68 
WHERE child_68.country_code = $1::VARCHAR UNION ALL SELECT child_69.country_code AS country_code, child_69.id AS child_id, child_69.died_on AS day, child_69.voided_at AS recorded_in_error, child_69.id AS id, 'CHILD_DIED_ON'::text COLLATE "C" AS kind 
FROM child AS child_69 
WHERE child_69.country_code = $1::VARCHAR UNION ALL SELECT community_link_70.country_code AS country_code, community_link_70.child_file_id AS child_id, community_link_70.started_on AS day, community_link_70.voided_at AS recorded_in_error, community_link_70.id AS id, 'COMMUNITY_LINK_STARTED_ON'::text COLLATE "C" AS kind 
FROM community_link AS community_link_70 
WHERE community_link_70.country_code = $1::VARCHAR UNION ALL SELECT decision_71.country_code AS country_code, decision_71.child_file_id AS child_id, decision_71.decided_on AS day, decision_71.voided_at AS recorded_in_error, decision_71.id AS id, 'DECISION_DECIDED_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_71 
WHERE decision_71.country_code = $1::VARCHAR UNION ALL SELECT decision_72.country_code AS country_code, decision_72.child_file_id AS child_id, decision_72.look_again_on AS day, decision_72.voided_at AS recorded_in_error, decision_72.id AS id, 'DECISION_LOOK_AGAIN_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_72 
WHERE decision_72.country_code = $1::VARCHAR UNION ALL SELECT decision_73.country_code AS country_code, decision_73.child_file_id AS child_id, decision_73.looked_at_on AS day, decision_73.voided_at AS recorded_in_error, decision_73.id AS id, 'DECISION_LOOKED_AT_ON'::text COLLATE "C" AS kind 
FROM decision AS decision_73 
WHERE decision_73.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_74.country_code AS country_code, gatekeeping_assessment_74.child_file_id AS child_id, gatekeeping_assessment_74.opened_on AS day, gatekeeping_assessment_74.voided_at AS recorded_in_error, gatekeeping_assessment_74.id AS id, 'GATEKEEPING_ASSESSMENT_OPENED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_74 
WHERE gatekeeping_assessment_74.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_75.country_code AS country_code, gatekeeping_assessment_75.child_file_id AS child_id, gatekeeping_assessment_75.due_on AS day, gatekeeping_assessment_75.voided_at AS recorded_in_error, gatekeeping_assessment_75.id AS id, 'GATEKEEPING_ASSESSMENT_DUE_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_75 
WHERE gatekeeping_assessment_75.country_code = $1::VARCHAR UNION ALL SELECT gatekeeping_assessment_76.country_code AS country_code, gatekeeping_assessment_76.child_file_id AS child_id, gatekeeping_assessment_76.completed_on AS day, gatekeeping_assessment_76.voided_at AS recorded_in_error, gatekeeping_assessment_76.id AS id, 'GATEKEEPING_ASSESSMENT_COMPLETED_ON'::text COLLATE "C" AS kind 
FROM gatekeeping_assessment AS gatekeeping_assessment_76 
WHERE gatekeeping_assessment_76.country_code = $1::VARCHAR UNION ALL SELECT guardianship_77.country_code AS country_code, guardianship_77.child_file_id AS child_id, guardianship_77.started_on AS day, guardianship_77.voided_at AS recorded_in_error, guardianship_77.id AS id, 'GUARDIANSHIP_STARTED_ON'::text COLLATE "C" AS kind 
FROM guardianship AS guardianship_77 
WHERE guardianship_77.country_code = $1::VARCHAR UNION ALL SELECT legal_status_78.country_code AS country_code, legal_status_78.child_file_id AS child_id, legal_status_78.appeal_until AS day, legal_status_78.voided_at AS recorded_in_error, legal_status_78.id AS id, 'LEGAL_STATUS_APPEAL_UNTIL'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_78 
WHERE legal_status_78.country_code = $1::VARCHAR UNION ALL SELECT legal_status_79.country_code AS country_code, legal_status_79.child_file_id AS child_id, legal_status_79.started_on AS day, legal_status_79.voided_at AS recorded_in_error, legal_status_79.id AS id, 'LEGAL_STATUS_STARTED_ON'::text COLLATE "C" AS kind 
FROM legal_status AS legal_status_79 
WHERE legal_status_79.country_code = $1::VARCHAR UNION ALL SELECT placement_80.country_code AS country_code, placement_80.child_file_id AS child_id, placement_80.started_on AS day, placement_80.voided_at AS recorded_in_error, placement_80.id AS id, 'PLACEMENT_STARTED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_80 
WHERE placement_80.country_code = $1::VARCHAR UNION ALL SELECT placement_81.country_code AS country_code, placement_81.child_file_id AS child_id, placement_81.prepared_on AS day, placement_81.voided_at AS recorded_in_error, placement_81.id AS id, 'PLACEMENT_PREPARED_ON'::text COLLATE "C" AS kind 
FROM placement AS placement_81 
WHERE placement_81.country_code = $1::VARCHAR UNION ALL SELECT placement_exception_82.country_code AS country_code, placement_exception_82.child_file_id AS child_id, placement_exception_82.dated AS day, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS recorded_in_error, placement_exception_82.id AS id, 'PLACEMENT_EXCEPTION_DATED'::text COLLATE "C" AS kind 
FROM placement_exception AS placement_exception_82 
WHERE placement_exception_82.country_code = $1::VARCHAR UNION ALL SELECT relative_83.country_code AS country_code, relative_83.child_file_id AS child_id, relative_83.died_on AS day, relative_83.voided_at AS recorded_in_error, relative_83.id AS id, 'RELATIVE_DIED_ON'::text COLLATE "C" AS kind 
FROM relative AS relative_83 
WHERE relative_83.country_code = $1::VARCHAR UNION ALL SELECT sibling_bond_84.country_code AS country_code, sibling_bond_84.child_file_id AS child_id, sibling_bond_84.started_on AS day, sibling_bond_84.voided_at AS recorded_in_error, sibling_bond_84.id AS id, 'SIBLING_BOND_STARTED_ON'::text COLLATE "C" AS kind 
FROM sibling_bond AS sibling_bond_84 
WHERE sibling_bond_84.country_code = $1::VARCHAR UNION ALL SELECT support_service_85.country_code AS country_code, support_service_85.child_file_id AS child_id, support_service_85.asked_on AS day, support_service_85.voided_at AS recorded_in_error, support_service_85.id AS id, 'SUPPORT_SERVICE_ASKED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_85 
WHERE support_service_85.country_code = $1::VARCHAR UNION ALL SELECT support_service_86.country_code AS country_code, support_service_86.child_file_id AS child_id, support_service_86.offered_on AS day, support_service_86.voided_at AS recorded_in_error, support_service_86.id AS id, 'SUPPORT_SERVICE_OFFERED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_86 
WHERE support_service_86.country_code = $1::VARCHAR UNION ALL SELECT support_service_87.country_code AS country_code, support_service_87.child_file_id AS child_id, support_service_87.started_on AS day, support_service_87.voided_at AS recorded_in_error, support_service_87.id AS id, 'SUPPORT_SERVICE_STARTED_ON'::text COLLATE "C" AS kind 
FROM support_service AS support_service_87 
WHERE support_service_87.country_code = $1::VARCHAR UNION ALL SELECT task_88.country_code AS country_code, task_88.child_file_id AS child_id, task_88.due_on AS day, task_88.voided_at AS recorded_in_error, task_88.id AS id, 'TASK_DUE_ON'::text COLLATE "C" AS kind 
FROM task AS task_88 
WHERE task_88.country_code = $1::VARCHAR UNION ALL SELECT task_89.country_code AS country_code, task_89.child_file_id AS child_id, task_89.done_on AS day, task_89.voided_at AS recorded_in_error, task_89.id AS id, 'TASK_DONE_ON'::text COLLATE "C" AS kind 
FROM task AS task_89 
WHERE task_89.country_code = $1::VARCHAR UNION ALL SELECT temporary_stay_90.country_code AS country_code, temporary_stay_90.child_file_id AS child_id, temporary_stay_90.started_on AS day, temporary_stay_90.voided_at AS recorded_in_error, temporary_stay_90.id AS id, 'TEMPORARY_STAY_STARTED_ON'::text COLLATE "C" AS kind 
FROM temporary_stay AS temporary_stay_90 
WHERE temporary_stay_90.country_code = $1::VARCHAR) AS timeline_entry_63 
WHERE timeline_entry_63.country_code = $1::VARCHAR AND timeline_entry_63.child_id IS NOT NULL AND timeline_entry_63.day IS NOT NULL AND timeline_entry_63.recorded_in_error IS NULL AND timeline_entry_63.id = ANY ($10::UUID[]) AND ((((timeline_entry_63.country_code || '_') || CAST(timeline_entry_63.id AS TEXT)) || '_') || timeline_entry_63.kind) = ANY ($11::TEXT[]) ORDER BY timeline_entry_63.day DESC, timeline_entry_63.id DESC, timeline_entry_63.kind DESC 
 LIMIT 50) AS page_91 JOIN LATERAL (SELECT (((('TimelineEntry_' || page_91.country_code) || '_') || CAST(page_91.id AS TEXT)) || '_') || page_91.kind AS id, page_91.kind AS kind) AS node_92 ON true ORDER BY page_91.order_0 DESC, page_91.id DESC, page_91.kind DESC) AS rows_91) AS gathered_91 JOIN LATERAL (SELECT gathered_91.part_0 AS nodes) AS connection_93 ON true) AS "timelineEntries") AS answer
