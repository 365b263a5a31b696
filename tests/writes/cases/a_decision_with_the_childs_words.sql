WITH participations_relative_read AS MATERIALIZED 
(SELECT relative_1.id AS id 
FROM relative AS relative_1 
WHERE relative_1.country_code = $1::VARCHAR AND relative_1.voided_at IS NULL AND relative_1.id = ANY ($14::UUID[])), 
participations_caregiver_read AS MATERIALIZED 
(SELECT caregiver_2.id AS id 
FROM caregiver AS caregiver_2 
WHERE caregiver_2.country_code = $1::VARCHAR AND caregiver_2.voided_at IS NULL AND caregiver_2.id = ANY ($15::UUID[])), 
options_home_read AS MATERIALIZED 
(SELECT home_3.id AS id 
FROM home AS home_3 
WHERE home_3.country_code = $1::VARCHAR AND home_3.voided_at IS NULL AND home_3.id = ANY ($16::UUID[])), 
child_read AS MATERIALIZED 
(SELECT true AS found, child_of_child.id AS id, child_of_child.programme_id AS programme_id, child_of_child.birth_date AS birth_date, child_of_child.died_on AS died_on, child_of_child.died_on_precision AS died_on_precision 
FROM child AS child_of_child 
WHERE child_of_child.country_code = $1::VARCHAR AND child_of_child.voided_at IS NULL AND child_of_child.id = $27::UUID FOR SHARE), 
placement_read AS MATERIALIZED 
(SELECT true AS found, placement_of_placement.id AS id, placement_of_placement.child_file_id AS child_id 
FROM placement AS placement_of_placement 
WHERE placement_of_placement.country_code = $1::VARCHAR AND placement_of_placement.voided_at IS NULL AND placement_of_placement.id = $28::UUID FOR SHARE), 
checks AS MATERIALIZED 
(SELECT array_cat(array_cat(array_cat(array_cat(array_cat(array_remove(ARRAY[CASE WHEN (child_read.found IS NOT true) THEN 'child_is_there' ELSE null END, CASE WHEN (placement_read.found IS NOT true) THEN 'placement_is_there' ELSE null END, CASE WHEN ((child_read.birth_date IS NULL OR child_read.birth_date <= coalesce($6::DATE, $7::DATE)) IS NOT true) THEN 'decided_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((child_read.died_on IS NULL OR coalesce($6::DATE, $7::DATE) <= least(CASE WHEN (child_read.died_on_precision = 'MONTH') THEN CAST(child_read.died_on + interval '1 month -1 day' AS DATE) WHEN (child_read.died_on_precision = 'YEAR') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) WHEN (child_read.died_on_precision = 'ESTIMATED') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) ELSE child_read.died_on END, $7::DATE)) IS NOT true) THEN 'decided_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((placement_read.id IS NULL OR placement_read.child_id = child_read.id) IS NOT true) THEN 'placement_id_of_the_same_child_id' ELSE null END], null), (SELECT array_agg('participations_relative_are_there:' || CAST(participations_relative_are_there_at.place AS TEXT) ORDER BY participations_relative_are_there_at.place) AS array_agg_1 
FROM (SELECT participations_relative_given.nth_part - 1 AS place 
FROM unnest($14::UUID[]) WITH ORDINALITY AS participations_relative_given(id, nth_part) 
WHERE participations_relative_given.id IS NOT NULL AND NOT (EXISTS (SELECT 1 
FROM participations_relative_read 
WHERE participations_relative_read.id = participations_relative_given.id))) AS participations_relative_are_there_at)), (SELECT array_agg('participations_caregiver_are_there:' || CAST(participations_caregiver_are_there_at.place AS TEXT) ORDER BY participations_caregiver_are_there_at.place) AS array_agg_2 
FROM (SELECT participations_caregiver_given.nth_part - 1 AS place 
FROM unnest($15::UUID[]) WITH ORDINALITY AS participations_caregiver_given(id, nth_part) 
WHERE participations_caregiver_given.id IS NOT NULL AND NOT (EXISTS (SELECT 1 
FROM participations_caregiver_read 
WHERE participations_caregiver_read.id = participations_caregiver_given.id))) AS participations_caregiver_are_there_at)), (SELECT array_agg('options_home_are_there:' || CAST(options_home_are_there_at.place AS TEXT) ORDER BY options_home_are_there_at.place) AS array_agg_3 
FROM (SELECT options_home_given.nth_part - 1 AS place 
FROM unnest($16::UUID[]) WITH ORDINALITY AS options_home_given(id, nth_part) 
WHERE options_home_given.id IS NOT NULL AND NOT (EXISTS (SELECT 1 
FROM options_home_read 
WHERE options_home_read.id = options_home_given.id))) AS options_home_are_there_at)), (SELECT array_agg('participations_decision_id_of_the_same_child_id:' || CAST(participations_decision_id_of_the_same_child_id_at.place AS TEXT) ORDER BY participations_decision_id_of_the_same_child_id_at.place) AS array_agg_4 
FROM (SELECT participations_given.nth_part - 1 AS place 
FROM unnest($17::UUID[], $18::TEXT[], $19::TEXT[], $20::TEXT[], $21::TEXT[], $22::TEXT[], $23::TEXT[], $24::TEXT[], $25::TEXT[], $26::TEXT[], $14::UUID[], $15::UUID[]) WITH ORDINALITY AS participations_given(id, role, present, how, asked_by, language, view, agrees, effect, name, relative_id, caregiver_id, nth_part), child_read 
WHERE ($4::UUID IS NULL OR child_read.id = child_read.id) IS NOT true) AS participations_decision_id_of_the_same_child_id_at)), (SELECT array_agg('participations_relative_id_of_the_same_child_id:' || CAST(participations_relative_id_of_the_same_child_id_at.place AS TEXT) ORDER BY participations_relative_id_of_the_same_child_id_at.place) AS array_agg_5 
FROM (SELECT participations_given.nth_part - 1 AS place 
FROM unnest($17::UUID[], $18::TEXT[], $19::TEXT[], $20::TEXT[], $21::TEXT[], $22::TEXT[], $23::TEXT[], $24::TEXT[], $25::TEXT[], $26::TEXT[], $14::UUID[], $15::UUID[]) WITH ORDINALITY AS participations_given(id, role, present, how, asked_by, language, view, agrees, effect, name, relative_id, caregiver_id, nth_part), relative AS relative_4, child_read 
WHERE relative_4.country_code = $1::VARCHAR AND relative_4.voided_at IS NULL AND relative_4.id = participations_given.relative_id AND (participations_given.relative_id IS NULL OR relative_4.child_file_id = child_read.id) IS NOT true) AS participations_relative_id_of_the_same_child_id_at)) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN child_read ON true LEFT OUTER JOIN placement_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_4, $2::VARCHAR AS anon_5, $3::VARCHAR AS anon_6, $29::VARCHAR AS anon_7, $30::VARCHAR AS anon_8, $31::VARCHAR AS anon_9, $32::TEXT[] AS anon_10, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(INSERT INTO decision (country_code, id, child_id, kind, decided_on, decided_by, outcome, reasons, look_again_on, looked_at_on, event_id, placement_id, programme_id) SELECT $1::VARCHAR AS country_code, $4::UUID AS id, child_read.id AS child_id, $5::VARCHAR AS kind, coalesce($6::DATE, $7::DATE) AS decided_on, $8::VARCHAR AS decided_by, $9::VARCHAR AS outcome, $10::VARCHAR AS reasons, $11::DATE AS look_again_on, $12::DATE AS looked_at_on, $13::UUID AS event_id, placement_read.id AS placement_id, child_read.programme_id AS programme_id 
FROM go, child_read, placement_read RETURNING id AS n_id, child_id AS n_child_id, kind AS n_kind, decided_on AS n_decided_on, decided_by AS n_decided_by, outcome AS n_outcome, reasons AS n_reasons, look_again_on AS n_look_again_on, looked_at_on AS n_looked_at_on, event_id AS n_event_id, placement_id AS n_placement_id, programme_id AS n_programme_id, version AS n_version), 
history_personal_of_written_1 AS 
(INSERT INTO history_personal (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Decision', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'recordDecision', null, null, jsonb_build_object('decidedBy', written_1.n_decided_by) AS jsonb_build_object_1 
FROM written_1 RETURNING row_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_11, 'Decision', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_12, $3::VARCHAR AS anon_13, 'recordDecision', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_1.n_child_id AS TEXT), 'kind', written_1.n_kind, 'decidedOn', written_1.n_decided_on, 'outcome', written_1.n_outcome, 'reasons', written_1.n_reasons, 'lookAgainOn', written_1.n_look_again_on, 'lookedAtOn', written_1.n_looked_at_on, 'eventId', written_1.n_event_id, 'placement', (('Placement_' || $1::VARCHAR) || '_') || CAST(written_1.n_placement_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_1.n_programme_id AS TEXT)) - $33::TEXT[] AS anon_14 
FROM written_1 RETURNING row_id), 
written_2 AS 
(INSERT INTO participation (country_code, id, decision_id, child_id, programme_id, role, present, how, asked_by, language, view, agrees, effect, name, relative_id, caregiver_id) SELECT $1::VARCHAR AS country_code, participations_given.id AS id, written_1.n_id AS decision_id, written_1.n_child_id AS child_id, written_1.n_programme_id AS programme_id, participations_given.role AS role, coalesce(participations_given.present, 'NOT_KNOWN') AS present, participations_given.how AS how, participations_given.asked_by AS asked_by, participations_given.language AS language, participations_given.view AS view, coalesce(participations_given.agrees, 'NOT_SAID') AS agrees, participations_given.effect AS effect, participations_given.name AS name, participations_given.relative_id AS relative_id, participations_given.caregiver_id AS caregiver_id 
FROM go, unnest($17::UUID[], $18::TEXT[], $19::TEXT[], $20::TEXT[], $21::TEXT[], $22::TEXT[], $23::TEXT[], $24::TEXT[], $25::TEXT[], $26::TEXT[], $14::UUID[], $15::UUID[]) WITH ORDINALITY AS participations_given(id, role, present, how, asked_by, language, view, agrees, effect, name, relative_id, caregiver_id, nth_part), written_1 RETURNING id AS n_id, decision_id AS n_decision_id, child_id AS n_child_id, programme_id AS n_programme_id, role AS n_role, present AS n_present, how AS n_how, asked_by AS n_asked_by, language AS n_language, view AS n_view, agrees AS n_agrees, effect AS n_effect, name AS n_name, relative_id AS n_relative_id, caregiver_id AS n_caregiver_id, version AS n_version), 
history_personal_of_written_2 AS 
(INSERT INTO history_personal (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_15, 'Participation', written_2.n_id AS n_id, written_2.n_version AS n_version, written_2.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_16, $3::VARCHAR AS anon_17, 'recordDecision', null, null, jsonb_build_object('askedBy', written_2.n_asked_by, 'name', written_2.n_name) AS jsonb_build_object_2 
FROM written_2 RETURNING row_id), 
history_sensitive_of_written_2 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_18, 'Participation', written_2.n_id AS n_id, written_2.n_version AS n_version, written_2.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_19, $3::VARCHAR AS anon_20, 'recordDecision', null, null, jsonb_build_object('decision', (('Decision_' || $1::VARCHAR) || '_') || CAST(written_2.n_decision_id AS TEXT), 'child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_2.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_2.n_programme_id AS TEXT), 'role', written_2.n_role, 'present', written_2.n_present, 'how', written_2.n_how, 'language', written_2.n_language, 'view', written_2.n_view, 'agrees', written_2.n_agrees, 'effect', written_2.n_effect, 'relative', (('Relative_' || $1::VARCHAR) || '_') || CAST(written_2.n_relative_id AS TEXT), 'caregiver', (('Caregiver_' || $1::VARCHAR) || '_') || CAST(written_2.n_caregiver_id AS TEXT)) AS jsonb_build_object_3 
FROM written_2 RETURNING row_id), 
written_3 AS 
(INSERT INTO decision_option (country_code, id, decision_id, child_id, programme_id, home_id, choice, why) SELECT $1::VARCHAR AS country_code, options_given.id AS id, written_1.n_id AS decision_id, written_1.n_child_id AS child_id, written_1.n_programme_id AS programme_id, options_given.home_id AS home_id, options_given.choice AS choice, options_given.why AS why 
FROM go, unnest($34::UUID[], $16::UUID[], $35::TEXT[], $36::TEXT[]) WITH ORDINALITY AS options_given(id, home_id, choice, why, nth_part), written_1 RETURNING id AS n_id, decision_id AS n_decision_id, child_id AS n_child_id, programme_id AS n_programme_id, home_id AS n_home_id, choice AS n_choice, why AS n_why, version AS n_version), 
history_sensitive_of_written_3 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_21, 'DecisionOption', written_3.n_id AS n_id, written_3.n_version AS n_version, written_3.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_22, $3::VARCHAR AS anon_23, 'recordDecision', null, null, jsonb_build_object('decision', (('Decision_' || $1::VARCHAR) || '_') || CAST(written_3.n_decision_id AS TEXT), 'child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_3.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_3.n_programme_id AS TEXT), 'home', (('Home_' || $1::VARCHAR) || '_') || CAST(written_3.n_home_id AS TEXT), 'choice', written_3.n_choice, 'why', written_3.n_why) AS jsonb_build_object_4 
FROM written_3 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'Decision' AS type, written_1.n_id AS row_id, 'CREATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 3 AS place, 'Participation' AS type, written_2.n_id AS row_id, 'CREATED' AS kind, written_2.n_programme_id AS programme_id 
FROM written_2 UNION ALL SELECT 5 AS place, 'DecisionOption' AS type, written_3.n_id AS row_id, 'CREATED' AS kind, written_3.n_programme_id AS programme_id 
FROM written_3), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_28, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_personal_of_written_1) AS anon_29, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_30, (SELECT count(*) AS entries 
FROM history_personal_of_written_2) AS anon_31, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_2) AS anon_32, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_3) AS anon_33 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_24, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_25, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $37::UUID AS anon_26, 'recordDecision', $29::VARCHAR AS anon_27 
FROM touched, counter RETURNING number)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $32::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2), (SELECT count(*) AS count_4 
FROM written_3)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_15.*) AS value 
FROM decision AS decision_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_5.*) AS value 
FROM (SELECT coalesce(json_agg(rows_3.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_4.*) AS part_0 
FROM (SELECT participation_2.country_code AS country_code, participation_2.id AS id, participation_2.role AS role, participation_2.present AS present, participation_2.how AS how, participation_2.view AS view, participation_2.agrees AS agrees, participation_2.effect AS effect 
FROM participation AS participation_2 
WHERE participation_2.decision_id = decision_1.id AND participation_2.country_code = $1::VARCHAR AND participation_2.voided_at IS NULL ORDER BY participation_2.id ASC 
 LIMIT 10) AS page_3 JOIN LATERAL (SELECT (('Participation_' || page_3.country_code) || '_') || CAST(page_3.id AS TEXT) AS id, page_3.role AS role, page_3.present AS present, page_3.how AS how, page_3.view AS view, page_3.agrees AS agrees, page_3.effect AS effect) AS node_4 ON true ORDER BY page_3.id ASC) AS rows_3) AS gathered_3 JOIN LATERAL (SELECT gathered_3.part_0 AS nodes) AS connection_5 ON true) AS link_6 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_13.*) AS value 
FROM (SELECT coalesce(json_agg(rows_8.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_12.*) AS part_0 
FROM (SELECT decision_option_7.country_code AS country_code, decision_option_7.id AS id, decision_option_7.choice AS choice, decision_option_7.why AS why, decision_option_7.home_id AS home_id 
FROM decision_option AS decision_option_7 
WHERE decision_option_7.decision_id = decision_1.id AND decision_option_7.country_code = $1::VARCHAR AND decision_option_7.voided_at IS NULL ORDER BY decision_option_7.id ASC 
 LIMIT 10) AS page_8 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_10.*) AS value 
FROM home AS home_9 JOIN LATERAL (SELECT (('Home_' || home_9.country_code) || '_') || CAST(home_9.id AS TEXT) AS id, home_9.name AS name) AS node_10 ON true 
WHERE home_9.id = page_8.home_id AND home_9.country_code = $1::VARCHAR AND home_9.voided_at IS NULL) AS link_11 ON true JOIN LATERAL (SELECT (('DecisionOption_' || page_8.country_code) || '_') || CAST(page_8.id AS TEXT) AS id, page_8.choice AS choice, page_8.why AS why, link_11.value AS home) AS node_12 ON true ORDER BY page_8.id ASC) AS rows_8) AS gathered_8 JOIN LATERAL (SELECT gathered_8.part_0 AS nodes) AS connection_13 ON true) AS link_14 ON true JOIN LATERAL (SELECT (('Decision_' || decision_1.country_code) || '_') || CAST(decision_1.id AS TEXT) AS id, decision_1.version AS version, decision_1.kind AS kind, decision_1.decided_on AS "decidedOn", decision_1.decided_by AS "decidedBy", decision_1.outcome AS outcome, decision_1.look_again_on AS "lookAgainOn", decision_1.look_again_on IS NOT NULL AND decision_1.looked_at_on IS NULL AND decision_1.not_owed_from IS NULL AS owed, link_6.value AS participations, link_14.value AS options) AS node_15 ON true 
WHERE decision_1.country_code = $1::VARCHAR AND decision_1.country_code = $2::VARCHAR AND decision_1.id = $3::UUID) AS decision, $4::JSON AS errors) AS answer
;

