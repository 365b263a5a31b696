WITH child_read AS MATERIALIZED 
(SELECT true AS found, child_of_child.id AS id, child_of_child.programme_id AS programme_id, child_of_child.birth_date AS birth_date, child_of_child.died_on AS died_on, child_of_child.died_on_precision AS died_on_precision 
FROM child AS child_of_child 
WHERE child_of_child.country_code = $1::VARCHAR AND child_of_child.voided_at IS NULL AND child_of_child.id = $39::UUID FOR SHARE), 
partner_read AS MATERIALIZED 
(SELECT true AS found, community_partner_of_partner.id AS id 
FROM community_partner AS community_partner_of_partner 
WHERE community_partner_of_partner.country_code = $1::VARCHAR AND community_partner_of_partner.voided_at IS NULL AND community_partner_of_partner.id = $40::UUID FOR SHARE), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (child_read.found IS NOT true) THEN 'child_is_there' ELSE null END, CASE WHEN (partner_read.found IS NOT true) THEN 'partner_is_there' ELSE null END, CASE WHEN (($35::DATE IS NULL OR $35::DATE >= $34::DATE) IS NOT true) THEN 'ends_after_start' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM pastime AS pastime_1 
WHERE pastime_1.country_code = $1::VARCHAR AND pastime_1.voided_at IS NULL AND pastime_1.child_file_id = child_read.id AND pastime_1.kind = $5::VARCHAR AND ($35::DATE IS NULL OR $35::DATE > greatest(pastime_1.started_on, $34::DATE)) AND (pastime_1.ended_on IS NULL OR pastime_1.ended_on > greatest($34::DATE, pastime_1.started_on))))) IS NOT true) THEN 'one_at_a_time' ELSE null END, CASE WHEN ((child_read.birth_date IS NULL OR child_read.birth_date <= $34::DATE) IS NOT true) THEN 'started_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((child_read.died_on IS NULL OR $34::DATE <= least(CASE WHEN (child_read.died_on_precision = 'MONTH') THEN CAST(child_read.died_on + interval '1 month -1 day' AS DATE) WHEN (child_read.died_on_precision = 'YEAR') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) WHEN (child_read.died_on_precision = 'ESTIMATED') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) ELSE child_read.died_on END, $38::DATE)) IS NOT true) THEN 'started_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((child_read.died_on IS NULL OR $35::DATE IS NOT NULL AND $35::DATE <= least(CASE WHEN (child_read.died_on_precision = 'MONTH') THEN CAST(child_read.died_on + interval '1 month -1 day' AS DATE) WHEN (child_read.died_on_precision = 'YEAR') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) WHEN (child_read.died_on_precision = 'ESTIMATED') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) ELSE child_read.died_on END, $38::DATE) + 1) IS NOT true) THEN 'ended_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((($35::DATE IS NULL) = ($13::VARCHAR IS NULL)) IS NOT true) THEN 'end_reason_with_the_end' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN child_read ON true LEFT OUTER JOIN partner_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_4, $2::VARCHAR AS anon_5, $3::VARCHAR AS anon_6, $41::VARCHAR AS anon_7, $42::VARCHAR AS anon_8, $43::VARCHAR AS anon_9, $44::TEXT[] AS anon_10, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(INSERT INTO pastime (country_code, id, child_id, kind, title, trainer, room, hours, own_choice, found_on, found_on_precision, end_reason, partner_id, note_0, note_1, note_2, note_3, note_4, note_5, note_6, note_7, note_8, note_9, note_10, note_11, note_12, note_13, note_14, note_15, note_16, note_17, note_18, note_19, started_on, ended_on, programme_id, title_order, trainer_order) SELECT $1::VARCHAR AS country_code, $4::UUID AS id, child_read.id AS child_id, $5::VARCHAR AS kind, $6::VARCHAR AS title, $7::VARCHAR AS trainer, $8::VARCHAR AS room, coalesce($9::BIGINT, 1) AS hours, coalesce($10::VARCHAR, 'NOT_KNOWN') AS own_choice, $11::DATE AS found_on, CASE WHEN ($11::DATE IS NULL) THEN $12::VARCHAR ELSE coalesce($12::VARCHAR, 'DAY') END AS found_on_precision, $13::VARCHAR AS end_reason, partner_read.id AS partner_id, $14::VARCHAR AS note_0, $15::VARCHAR AS note_1, $16::VARCHAR AS note_2, $17::VARCHAR AS note_3, $18::VARCHAR AS note_4, $19::VARCHAR AS note_5, $20::VARCHAR AS note_6, $21::VARCHAR AS note_7, $22::VARCHAR AS note_8, $23::VARCHAR AS note_9, $24::VARCHAR AS note_10, $25::VARCHAR AS note_11, $26::VARCHAR AS note_12, $27::VARCHAR AS note_13, $28::VARCHAR AS note_14, $29::VARCHAR AS note_15, $30::VARCHAR AS note_16, $31::VARCHAR AS note_17, $32::VARCHAR AS note_18, $33::VARCHAR AS note_19, $34::DATE AS started_on, $35::DATE AS ended_on, child_read.programme_id AS programme_id, $36::VARCHAR AS title_order, $37::VARCHAR AS trainer_order 
FROM go, child_read, partner_read RETURNING id AS n_id, child_id AS n_child_id, kind AS n_kind, title AS n_title, trainer AS n_trainer, room AS n_room, hours AS n_hours, own_choice AS n_own_choice, found_on AS n_found_on, found_on_precision AS n_found_on_precision, end_reason AS n_end_reason, partner_id AS n_partner_id, note_0 AS n_note_0, note_1 AS n_note_1, note_2 AS n_note_2, note_3 AS n_note_3, note_4 AS n_note_4, note_5 AS n_note_5, note_6 AS n_note_6, note_7 AS n_note_7, note_8 AS n_note_8, note_9 AS n_note_9, note_10 AS n_note_10, note_11 AS n_note_11, note_12 AS n_note_12, note_13 AS n_note_13, note_14 AS n_note_14, note_15 AS n_note_15, note_16 AS n_note_16, note_17 AS n_note_17, note_18 AS n_note_18, note_19 AS n_note_19, started_on AS n_started_on, ended_on AS n_ended_on, programme_id AS n_programme_id, title_order AS n_title_order, trainer_order AS n_trainer_order, version AS n_version), 
history_plain_of_written_1 AS 
(INSERT INTO history_plain (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Pastime', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'recordPastime', null, null, jsonb_build_object('room', written_1.n_room) AS jsonb_build_object_1 
FROM written_1 RETURNING row_id), 
history_personal_of_written_1 AS 
(INSERT INTO history_personal (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_11, 'Pastime', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_12, $3::VARCHAR AS anon_13, 'recordPastime', null, null, jsonb_build_object('title', written_1.n_title, 'trainer', written_1.n_trainer) - $45::TEXT[] AS anon_14 
FROM written_1 RETURNING row_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_15, 'Pastime', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_16, $3::VARCHAR AS anon_17, 'recordPastime', null, null, jsonb_build_object('child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_1.n_child_id AS TEXT), 'kind', written_1.n_kind, 'hours', written_1.n_hours, 'ownChoice', written_1.n_own_choice, 'foundOn', written_1.n_found_on, 'foundOnPrecision', written_1.n_found_on_precision, 'endReason', written_1.n_end_reason, 'partner', (('CommunityPartner_' || $1::VARCHAR) || '_') || CAST(written_1.n_partner_id AS TEXT), 'note0', written_1.n_note_0, 'note1', written_1.n_note_1, 'note2', written_1.n_note_2, 'note3', written_1.n_note_3, 'note4', written_1.n_note_4, 'note5', written_1.n_note_5, 'note6', written_1.n_note_6, 'note7', written_1.n_note_7, 'note8', written_1.n_note_8, 'note9', written_1.n_note_9, 'note10', written_1.n_note_10, 'note11', written_1.n_note_11, 'note12', written_1.n_note_12, 'note13', written_1.n_note_13, 'note14', written_1.n_note_14, 'note15', written_1.n_note_15, 'note16', written_1.n_note_16, 'note17', written_1.n_note_17, 'note18', written_1.n_note_18, 'note19', written_1.n_note_19, 'startedOn', written_1.n_started_on, 'endedOn', written_1.n_ended_on, 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_1.n_programme_id AS TEXT)) - $45::TEXT[] AS anon_18 
FROM written_1 RETURNING row_id), 
written_2 AS 
(INSERT INTO pastime_step (country_code, id, pastime_id, child_id, programme_id, title, title_order) SELECT $1::VARCHAR AS country_code, steps_given.id AS id, written_1.n_id AS pastime_id, written_1.n_child_id AS child_id, written_1.n_programme_id AS programme_id, steps_given.title AS title, steps_given.title_order AS title_order 
FROM go, unnest($46::UUID[], $47::TEXT[], $48::TEXT[]) WITH ORDINALITY AS steps_given(id, title, title_order, nth_part), written_1 RETURNING id AS n_id, pastime_id AS n_pastime_id, child_id AS n_child_id, programme_id AS n_programme_id, title AS n_title, title_order AS n_title_order, version AS n_version), 
history_sensitive_of_written_2 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_19, 'PastimeStep', written_2.n_id AS n_id, written_2.n_version AS n_version, written_2.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_20, $3::VARCHAR AS anon_21, 'recordPastime', null, null, jsonb_build_object('pastime', (('Pastime_' || $1::VARCHAR) || '_') || CAST(written_2.n_pastime_id AS TEXT), 'child', (('Child_' || $1::VARCHAR) || '_') || CAST(written_2.n_child_id AS TEXT), 'programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_2.n_programme_id AS TEXT), 'title', written_2.n_title) AS jsonb_build_object_2 
FROM written_2 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'Pastime' AS type, written_1.n_id AS row_id, 'CREATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 3 AS place, 'PastimeStep' AS type, written_2.n_id AS row_id, 'CREATED' AS kind, written_2.n_programme_id AS programme_id 
FROM written_2), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_26, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_plain_of_written_1) AS anon_27, (SELECT count(*) AS entries 
FROM history_personal_of_written_1) AS anon_28, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_29, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_2) AS anon_30 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_22, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_23, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $49::UUID AS anon_24, 'recordPastime', $41::VARCHAR AS anon_25 
FROM touched, counter RETURNING number)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $44::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
