WITH child_locked AS MATERIALIZED 
(SELECT child_held.id AS id 
FROM child AS child_held 
WHERE child_held.country_code = $1::VARCHAR AND child_held.voided_at IS NULL AND child_held.id = ANY (array_cat(ARRAY[$2::UUID], ARRAY[$3::UUID])) ORDER BY child_held.id FOR UPDATE)
 SELECT (SELECT count(*) AS count_1 
FROM child_locked) AS locked_0
;

WITH own_read AS MATERIALIZED 
(SELECT true AS found, child_of_own.id AS id, child_of_own.version AS version, child_of_own.voided_at AS voided_at, child_of_own.sex AS sex, child_of_own.birth_date AS birth_date, child_of_own.died_on AS died_on, child_of_own.died_on_precision AS died_on_precision, child_of_own.birth_date_precision AS birth_date_precision 
FROM child AS child_of_own 
WHERE child_of_own.country_code = $1::VARCHAR AND child_of_own.id = $8::UUID), 
same_as_read AS MATERIALIZED 
(SELECT true AS found, child_of_same_as.id AS id, child_of_same_as.birth_date AS birth_date, child_of_same_as.died_on AS died_on, child_of_same_as.died_on_precision AS died_on_precision, child_of_same_as.birth_date_precision AS birth_date_precision, child_of_same_as.sex AS sex, child_of_same_as.programme_id AS programme_id, child_of_same_as.enrolled_on AS enrolled_on, child_of_same_as.given_name AS given_name 
FROM child AS child_of_same_as 
WHERE child_of_same_as.country_code = $1::VARCHAR AND child_of_same_as.voided_at IS NULL AND child_of_same_as.id = $9::UUID FOR SHARE), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (own_read.found IS NOT true) THEN 'own_is_there' ELSE null END, CASE WHEN ((own_read.version = $5::BIGINT) IS NOT true) THEN 'own_is_as_seen' ELSE null END, CASE WHEN ((own_read.voided_at IS NULL) IS NOT true) THEN 'own_is_not_void' ELSE null END, CASE WHEN (same_as_read.found IS NOT true) THEN 'same_as_is_there' ELSE null END, CASE WHEN ((own_read.id != same_as_read.id) IS NOT true) THEN 'another_record' ELSE null END, CASE WHEN ((own_read.sex = same_as_read.sex OR own_read.sex = 'UNKNOWN' OR same_as_read.sex = 'UNKNOWN' OR 'SEX' = ANY ($6::TEXT[])) IS NOT true) THEN 'same_sex' ELSE null END, CASE WHEN ((own_read.birth_date IS NULL OR same_as_read.birth_date IS NULL OR own_read.birth_date <= least(CASE WHEN (same_as_read.birth_date_precision = 'MONTH') THEN CAST(same_as_read.birth_date + interval '1 month -1 day' AS DATE) WHEN (same_as_read.birth_date_precision = 'YEAR') THEN CAST(same_as_read.birth_date + interval '1 year -1 day' AS DATE) WHEN (same_as_read.birth_date_precision = 'ESTIMATED') THEN CAST(same_as_read.birth_date + interval '1 year -1 day' AS DATE) ELSE same_as_read.birth_date END, $7::DATE) AND same_as_read.birth_date <= least(CASE WHEN (own_read.birth_date_precision = 'MONTH') THEN CAST(own_read.birth_date + interval '1 month -1 day' AS DATE) WHEN (own_read.birth_date_precision = 'YEAR') THEN CAST(own_read.birth_date + interval '1 year -1 day' AS DATE) WHEN (own_read.birth_date_precision = 'ESTIMATED') THEN CAST(own_read.birth_date + interval '1 year -1 day' AS DATE) ELSE own_read.birth_date END, $7::DATE) OR 'BIRTH_DATE' = ANY ($6::TEXT[])) IS NOT true) THEN 'same_birth_date' ELSE null END, CASE WHEN (((own_read.died_on IS NULL OR same_as_read.died_on IS NULL OR own_read.died_on <= least(CASE WHEN (same_as_read.died_on_precision = 'MONTH') THEN CAST(same_as_read.died_on + interval '1 month -1 day' AS DATE) WHEN (same_as_read.died_on_precision = 'YEAR') THEN CAST(same_as_read.died_on + interval '1 year -1 day' AS DATE) WHEN (same_as_read.died_on_precision = 'ESTIMATED') THEN CAST(same_as_read.died_on + interval '1 year -1 day' AS DATE) ELSE same_as_read.died_on END, $7::DATE) AND same_as_read.died_on <= least(CASE WHEN (own_read.died_on_precision = 'MONTH') THEN CAST(own_read.died_on + interval '1 month -1 day' AS DATE) WHEN (own_read.died_on_precision = 'YEAR') THEN CAST(own_read.died_on + interval '1 year -1 day' AS DATE) WHEN (own_read.died_on_precision = 'ESTIMATED') THEN CAST(own_read.died_on + interval '1 year -1 day' AS DATE) ELSE own_read.died_on END, $7::DATE)) AND (own_read.died_on IS NULL OR same_as_read.died_on IS NOT NULL)) IS NOT true) THEN 'same_death' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM community_link AS community_link_1 
WHERE community_link_1.country_code = $1::VARCHAR AND community_link_1.voided_at IS NULL AND community_link_1.child_file_id = own_read.id AND (same_as_read.birth_date IS NULL OR same_as_read.birth_date <= community_link_1.started_on OR coalesce(community_link_1.ended_on IS NOT NULL AND community_link_1.ended_on = community_link_1.started_on + 1, false)) IS NOT true))) IS NOT true) THEN 'community_link_started_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM community_link AS community_link_2 
WHERE community_link_2.country_code = $1::VARCHAR AND community_link_2.voided_at IS NULL AND community_link_2.child_file_id = own_read.id AND (same_as_read.died_on IS NULL OR community_link_2.started_on <= least(CASE WHEN (same_as_read.died_on_precision = 'MONTH') THEN CAST(same_as_read.died_on + interval '1 month -1 day' AS DATE) WHEN (same_as_read.died_on_precision = 'YEAR') THEN CAST(same_as_read.died_on + interval '1 year -1 day' AS DATE) WHEN (same_as_read.died_on_precision = 'ESTIMATED') THEN CAST(same_as_read.died_on + interval '1 year -1 day' AS DATE) ELSE same_as_read.died_on END, $7::DATE) OR coalesce(community_link_2.ended_on IS NOT NULL AND community_link_2.ended_on = community_link_2.started_on + 1, false)) IS NOT true))) IS NOT true) THEN 'community_link_started_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM community_link AS community_link_3 
WHERE community_link_3.country_code = $1::VARCHAR AND community_link_3.voided_at IS NULL AND community_link_3.child_file_id = own_read.id AND (same_as_read.died_on IS NULL OR community_link_3.ended_on IS NOT NULL AND community_link_3.ended_on <= least(CASE WHEN (same_as_read.died_on_precision = 'MONTH') THEN CAST(same_as_read.died_on + interval '1 month -1 day' AS DATE) WHEN (same_as_read.died_on_precision = 'YEAR') THEN CAST(same_as_read.died_on + interval '1 year -1 day' AS DATE) WHEN (same_as_read.died_on_precision = 'ESTIMATED') THEN CAST(same_as_read.died_on + interval '1 year -1 day' AS DATE) ELSE same_as_read.died_on END, $7::DATE) + 1) IS NOT true))) IS NOT true) THEN 'community_link_ended_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM placement AS placement_4 
WHERE placement_4.country_code = $1::VARCHAR AND placement_4.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM placement AS placement_5 
WHERE placement_5.country_code = $1::VARCHAR AND placement_5.voided_at IS NULL AND placement_4.child_file_id = own_read.id AND placement_5.child_file_id = same_as_read.id AND placement_4.id != placement_5.id AND (daterange(placement_4.started_on, placement_4.ended_on) && daterange(placement_5.started_on, placement_5.ended_on))))))) IS NOT true) THEN 'placement_of_one_at_a_time' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM placement AS placement_6 
WHERE placement_6.country_code = $1::VARCHAR AND placement_6.voided_at IS NULL AND placement_6.child_file_id = own_read.id AND (placement_6.end_reason IS NULL OR NOT coalesce(placement_6.end_reason = 'DEATH' AND placement_6.ended_on IS NOT NULL, false) OR same_as_read.died_on IS NOT NULL AND placement_6.ended_on >= same_as_read.died_on) IS NOT true))) IS NOT true) THEN 'placement_death_is_on_record' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM placement AS placement_7 
WHERE placement_7.country_code = $1::VARCHAR AND placement_7.voided_at IS NULL AND placement_7.child_file_id = own_read.id AND (same_as_read.birth_date IS NULL OR same_as_read.birth_date <= placement_7.started_on) IS NOT true))) IS NOT true) THEN 'placement_started_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM placement AS placement_8 
WHERE placement_8.country_code = $1::VARCHAR AND placement_8.voided_at IS NULL AND placement_8.child_file_id = own_read.id AND (same_as_read.died_on IS NULL OR placement_8.started_on <= least(CASE WHEN (same_as_read.died_on_precision = 'MONTH') THEN CAST(same_as_read.died_on + interval '1 month -1 day' AS DATE) WHEN (same_as_read.died_on_precision = 'YEAR') THEN CAST(same_as_read.died_on + interval '1 year -1 day' AS DATE) WHEN (same_as_read.died_on_precision = 'ESTIMATED') THEN CAST(same_as_read.died_on + interval '1 year -1 day' AS DATE) ELSE same_as_read.died_on END, $7::DATE)) IS NOT true))) IS NOT true) THEN 'placement_started_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM placement AS placement_9 
WHERE placement_9.country_code = $1::VARCHAR AND placement_9.voided_at IS NULL AND placement_9.child_file_id = own_read.id AND (same_as_read.died_on IS NULL OR placement_9.ended_on IS NOT NULL AND placement_9.ended_on <= least(CASE WHEN (same_as_read.died_on_precision = 'MONTH') THEN CAST(same_as_read.died_on + interval '1 month -1 day' AS DATE) WHEN (same_as_read.died_on_precision = 'YEAR') THEN CAST(same_as_read.died_on + interval '1 year -1 day' AS DATE) WHEN (same_as_read.died_on_precision = 'ESTIMATED') THEN CAST(same_as_read.died_on + interval '1 year -1 day' AS DATE) ELSE same_as_read.died_on END, $7::DATE) + 1) IS NOT true))) IS NOT true) THEN 'placement_ended_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM sibling_bond AS sibling_bond_10 
WHERE sibling_bond_10.country_code = $1::VARCHAR AND sibling_bond_10.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM sibling_bond AS sibling_bond_11 
WHERE sibling_bond_11.country_code = $1::VARCHAR AND sibling_bond_11.voided_at IS NULL AND (sibling_bond_10.child_file_id = own_read.id AND sibling_bond_11.child_file_id = same_as_read.id AND sibling_bond_10.id != sibling_bond_11.id AND sibling_bond_10.sibling_file_id = sibling_bond_11.sibling_file_id OR sibling_bond_10.sibling_file_id = own_read.id AND sibling_bond_11.sibling_file_id = same_as_read.id AND sibling_bond_10.id != sibling_bond_11.id AND sibling_bond_10.child_file_id = sibling_bond_11.child_file_id) AND (daterange(sibling_bond_10.started_on, sibling_bond_10.ended_on) && daterange(sibling_bond_11.started_on, sibling_bond_11.ended_on))))))) IS NOT true) THEN 'sibling_bond_of_one_at_a_time' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM sibling_bond AS sibling_bond_12 
WHERE sibling_bond_12.country_code = $1::VARCHAR AND sibling_bond_12.voided_at IS NULL AND (sibling_bond_12.child_file_id = own_read.id AND sibling_bond_12.sibling_file_id = same_as_read.id OR sibling_bond_12.sibling_file_id = own_read.id AND sibling_bond_12.child_file_id = same_as_read.id)))) IS NOT true) THEN 'sibling_bond_of_two' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM sibling_bond AS sibling_bond_13 
WHERE sibling_bond_13.country_code = $1::VARCHAR AND sibling_bond_13.voided_at IS NULL AND sibling_bond_13.child_file_id = own_read.id AND (same_as_read.birth_date IS NULL OR same_as_read.birth_date <= sibling_bond_13.started_on) IS NOT true))) IS NOT true) THEN 'sibling_bond_started_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM sibling_bond AS sibling_bond_14 
WHERE sibling_bond_14.country_code = $1::VARCHAR AND sibling_bond_14.voided_at IS NULL AND sibling_bond_14.child_file_id = own_read.id AND (same_as_read.died_on IS NULL OR sibling_bond_14.started_on <= least(CASE WHEN (same_as_read.died_on_precision = 'MONTH') THEN CAST(same_as_read.died_on + interval '1 month -1 day' AS DATE) WHEN (same_as_read.died_on_precision = 'YEAR') THEN CAST(same_as_read.died_on + interval '1 year -1 day' AS DATE) WHEN (same_as_read.died_on_precision = 'ESTIMATED') THEN CAST(same_as_read.died_on + interval '1 year -1 day' AS DATE) ELSE same_as_read.died_on END, $7::DATE)) IS NOT true))) IS NOT true) THEN 'sibling_bond_started_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM sibling_bond AS sibling_bond_15 
WHERE sibling_bond_15.country_code = $1::VARCHAR AND sibling_bond_15.voided_at IS NULL AND sibling_bond_15.sibling_file_id = own_read.id AND (same_as_read.birth_date IS NULL OR same_as_read.birth_date <= sibling_bond_15.started_on) IS NOT true))) IS NOT true) THEN 'sibling_bond_started_on_in_the_life_of_sibling_id_begun' ELSE null END, CASE WHEN ((NOT (EXISTS (SELECT 1 
FROM sibling_bond AS sibling_bond_16 
WHERE sibling_bond_16.country_code = $1::VARCHAR AND sibling_bond_16.voided_at IS NULL AND sibling_bond_16.sibling_file_id = own_read.id AND (same_as_read.died_on IS NULL OR sibling_bond_16.started_on <= least(CASE WHEN (same_as_read.died_on_precision = 'MONTH') THEN CAST(same_as_read.died_on + interval '1 month -1 day' AS DATE) WHEN (same_as_read.died_on_precision = 'YEAR') THEN CAST(same_as_read.died_on + interval '1 year -1 day' AS DATE) WHEN (same_as_read.died_on_precision = 'ESTIMATED') THEN CAST(same_as_read.died_on + interval '1 year -1 day' AS DATE) ELSE same_as_read.died_on END, $7::DATE)) IS NOT true))) IS NOT true) THEN 'sibling_bond_started_on_in_the_life_of_sibling_id' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN own_read ON true LEFT OUTER JOIN same_as_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_5, $2::VARCHAR AS anon_6, $3::VARCHAR AS anon_7, $10::VARCHAR AS anon_8, $11::VARCHAR AS anon_9, $12::VARCHAR AS anon_10, $13::TEXT[] AS anon_11, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE child SET version=(child.version + 1), updated_at=now(), programme_id=same_as_read.programme_id, same_as_id=same_as_read.id, voided_at=CASE WHEN (child.id = own_read.id) THEN now() ELSE child.voided_at END, void_reason=CASE WHEN (child.id = own_read.id) THEN $4::VARCHAR ELSE child.void_reason END, case_number_twin=CASE WHEN (child.programme_id = same_as_read.programme_id) THEN child.case_number_twin ELSE 0 END FROM go, own_read, same_as_read WHERE child.country_code = $1::VARCHAR AND go.one = 1 AND (child.id = own_read.id AND child.version = own_read.version OR child.same_as_id = own_read.id) RETURNING new.programme_id AS n_programme_id, new.same_as_id AS n_same_as_id, new.voided_at AS n_voided_at, new.void_reason AS n_void_reason, new.id AS n_id, new.version AS n_version, new.case_number_search AS n_case_number_search, new.given_name_search AS n_given_name_search, new.family_name_search AS n_family_name_search, new.name_reading_search AS n_name_reading_search, old.programme_id AS o_programme_id, old.same_as_id AS o_same_as_id, old.voided_at AS o_voided_at, old.void_reason AS o_void_reason, old.id AS o_id, old.version AS o_version, old.case_number_search AS o_case_number_search, old.given_name_search AS o_given_name_search, old.family_name_search AS o_family_name_search, old.name_reading_search AS o_name_reading_search), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Child', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'voidChild', $4::VARCHAR AS anon_4, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_1.o_programme_id AS TEXT), 'sameAs', (('Child_' || $1::VARCHAR) || '_') || CAST(written_1.o_same_as_id AS TEXT), 'voidedAt', written_1.o_voided_at, 'voidReason', written_1.o_void_reason) AS jsonb_build_object_1, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_1.n_programme_id AS TEXT), 'sameAs', (('Child_' || $1::VARCHAR) || '_') || CAST(written_1.n_same_as_id AS TEXT), 'voidedAt', written_1.n_voided_at, 'voidReason', written_1.n_void_reason) AS jsonb_build_object_2 
FROM written_1 RETURNING row_id), 
written_6 AS 
(UPDATE sibling_bond SET version=(sibling_bond.version + 1), updated_at=now(), sibling_name=same_as_read.given_name, sibling_same_as_id=written_1.n_same_as_id FROM go, written_1, same_as_read WHERE sibling_bond.country_code = $1::VARCHAR AND go.one = 1 AND sibling_bond.sibling_file_id = written_1.n_id RETURNING new.sibling_name AS n_sibling_name, new.sibling_same_as_id AS n_sibling_same_as_id, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, old.sibling_name AS o_sibling_name, old.sibling_same_as_id AS o_sibling_same_as_id, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id), 
borrowed_personal AS 
(SELECT 'SiblingBond' AS type, written_6.n_id AS row_id, written_6.n_version AS version, written_6.n_programme_id AS programme_id, jsonb_build_object('siblingName', written_6.o_sibling_name) AS before, jsonb_build_object('siblingName', written_6.n_sibling_name) AS after 
FROM written_6), 
history_personal_of_borrowed_personal AS 
(INSERT INTO history_personal (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_12, borrowed_personal.type AS type, borrowed_personal.row_id AS row_id, borrowed_personal.version AS version, borrowed_personal.programme_id AS programme_id, $2::VARCHAR AS anon_13, $3::VARCHAR AS anon_14, 'voidChild', null, borrowed_personal.before AS before, borrowed_personal.after AS after 
FROM borrowed_personal RETURNING row_id), 
written_2 AS 
(UPDATE community_link SET version=(community_link.version + 1), updated_at=now(), programme_id=written_1.n_programme_id, child_same_as_id=written_1.n_same_as_id FROM go, written_1 WHERE community_link.country_code = $1::VARCHAR AND go.one = 1 AND community_link.child_file_id = written_1.n_id RETURNING new.programme_id AS n_programme_id, new.child_same_as_id AS n_child_same_as_id, new.id AS n_id, new.version AS n_version, old.programme_id AS o_programme_id, old.child_same_as_id AS o_child_same_as_id, old.id AS o_id, old.version AS o_version), 
written_3 AS 
(UPDATE placement SET version=(placement.version + 1), updated_at=now(), programme_id=written_1.n_programme_id, child_same_as_id=written_1.n_same_as_id FROM go, written_1 WHERE placement.country_code = $1::VARCHAR AND go.one = 1 AND placement.child_file_id = written_1.n_id RETURNING new.programme_id AS n_programme_id, new.child_same_as_id AS n_child_same_as_id, new.id AS n_id, new.version AS n_version, old.programme_id AS o_programme_id, old.child_same_as_id AS o_child_same_as_id, old.id AS o_id, old.version AS o_version), 
written_4 AS 
(UPDATE placement_exception SET version=(placement_exception.version + 1), updated_at=now(), programme_id=written_1.n_programme_id, child_same_as_id=written_1.n_same_as_id FROM go, written_1 WHERE placement_exception.country_code = $1::VARCHAR AND go.one = 1 AND placement_exception.child_file_id = written_1.n_id RETURNING new.programme_id AS n_programme_id, new.child_same_as_id AS n_child_same_as_id, new.id AS n_id, new.version AS n_version, old.programme_id AS o_programme_id, old.child_same_as_id AS o_child_same_as_id, old.id AS o_id, old.version AS o_version), 
written_5 AS 
(UPDATE sibling_bond SET version=(sibling_bond.version + 1), updated_at=now(), programme_id=written_1.n_programme_id, child_same_as_id=written_1.n_same_as_id FROM go, written_1 WHERE sibling_bond.country_code = $1::VARCHAR AND go.one = 1 AND sibling_bond.child_file_id = written_1.n_id RETURNING new.programme_id AS n_programme_id, new.child_same_as_id AS n_child_same_as_id, new.id AS n_id, new.version AS n_version, old.programme_id AS o_programme_id, old.child_same_as_id AS o_child_same_as_id, old.id AS o_id, old.version AS o_version), 
copies_sensitive AS 
(SELECT 'CommunityLink' AS type, written_2.n_id AS row_id, written_2.n_version AS version, written_2.n_programme_id AS programme_id, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_2.o_programme_id AS TEXT)) AS before, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_2.n_programme_id AS TEXT)) AS after 
FROM written_2 UNION ALL SELECT 'Placement' AS type, written_3.n_id AS row_id, written_3.n_version AS version, written_3.n_programme_id AS programme_id, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_3.o_programme_id AS TEXT)) AS before, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_3.n_programme_id AS TEXT)) AS after 
FROM written_3 UNION ALL SELECT 'PlacementException' AS type, written_4.n_id AS row_id, written_4.n_version AS version, written_4.n_programme_id AS programme_id, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_4.o_programme_id AS TEXT)) AS before, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_4.n_programme_id AS TEXT)) AS after 
FROM written_4 UNION ALL SELECT 'SiblingBond' AS type, written_5.n_id AS row_id, written_5.n_version AS version, written_5.n_programme_id AS programme_id, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_5.o_programme_id AS TEXT)) AS before, jsonb_build_object('programme', (('Programme_' || $1::VARCHAR) || '_') || CAST(written_5.n_programme_id AS TEXT)) AS after 
FROM written_5), 
history_sensitive_of_copies_sensitive AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_15, copies_sensitive.type AS type, copies_sensitive.row_id AS row_id, copies_sensitive.version AS version, copies_sensitive.programme_id AS programme_id, $2::VARCHAR AS anon_16, $3::VARCHAR AS anon_17, 'voidChild', $4::VARCHAR AS anon_4, copies_sensitive.before AS before, copies_sensitive.after AS after 
FROM copies_sensitive RETURNING row_id), 
noticed_1 AS 
(SELECT sibling_bond_17.id AS n_id, sibling_bond_17.programme_id AS n_programme_id 
FROM sibling_bond AS sibling_bond_17, go 
WHERE sibling_bond_17.country_code = $1::VARCHAR AND sibling_bond_17.voided_at IS NULL AND sibling_bond_17.sibling_file_id IN (SELECT written_1.n_id AS id 
FROM written_1)), 
noticed_2 AS 
(SELECT child_18.id AS n_id, child_18.programme_id AS n_programme_id 
FROM child AS child_18, go 
WHERE child_18.country_code = $1::VARCHAR AND child_18.voided_at IS NULL AND child_18.id = (SELECT same_as_read.id 
FROM same_as_read)), 
touched AS 
(SELECT 1 AS place, 'Child' AS type, written_1.n_id AS row_id, 'VOIDED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1 UNION ALL SELECT 0 AS place, 'Child' AS type, written_1.n_id AS row_id, 'LEFT' AS kind, written_1.o_programme_id AS programme_id 
FROM written_1 
WHERE written_1.o_programme_id != written_1.n_programme_id UNION ALL SELECT 3 AS place, 'CommunityLink' AS type, written_2.n_id AS row_id, 'UPDATED' AS kind, written_2.n_programme_id AS programme_id 
FROM written_2 UNION ALL SELECT 2 AS place, 'CommunityLink' AS type, written_2.n_id AS row_id, 'LEFT' AS kind, written_2.o_programme_id AS programme_id 
FROM written_2 
WHERE written_2.o_programme_id != written_2.n_programme_id UNION ALL SELECT 5 AS place, 'Placement' AS type, written_3.n_id AS row_id, 'UPDATED' AS kind, written_3.n_programme_id AS programme_id 
FROM written_3 UNION ALL SELECT 4 AS place, 'Placement' AS type, written_3.n_id AS row_id, 'LEFT' AS kind, written_3.o_programme_id AS programme_id 
FROM written_3 
WHERE written_3.o_programme_id != written_3.n_programme_id UNION ALL SELECT 7 AS place, 'PlacementException' AS type, written_4.n_id AS row_id, 'UPDATED' AS kind, written_4.n_programme_id AS programme_id 
FROM written_4 UNION ALL SELECT 6 AS place, 'PlacementException' AS type, written_4.n_id AS row_id, 'LEFT' AS kind, written_4.o_programme_id AS programme_id 
FROM written_4 
WHERE written_4.o_programme_id != written_4.n_programme_id UNION ALL SELECT 9 AS place, 'SiblingBond' AS type, written_5.n_id AS row_id, 'UPDATED' AS kind, written_5.n_programme_id AS programme_id 
FROM written_5 UNION ALL SELECT 8 AS place, 'SiblingBond' AS type, written_5.n_id AS row_id, 'LEFT' AS kind, written_5.o_programme_id AS programme_id 
FROM written_5 
WHERE written_5.o_programme_id != written_5.n_programme_id UNION ALL SELECT 11 AS place, 'SiblingBond' AS type, written_6.n_id AS row_id, 'UPDATED' AS kind, written_6.n_programme_id AS programme_id 
FROM written_6 UNION ALL SELECT 22 AS place, 'SiblingBond' AS type, noticed_1.n_id AS row_id, 'UPDATED' AS kind, noticed_1.n_programme_id AS programme_id 
FROM noticed_1 UNION ALL SELECT 23 AS place, 'Child' AS type, noticed_2.n_id AS row_id, 'UPDATED' AS kind, noticed_2.n_programme_id AS programme_id 
FROM noticed_2), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_22, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_23, (SELECT count(*) AS entries 
FROM history_personal_of_borrowed_personal) AS anon_24, (SELECT count(*) AS entries 
FROM history_sensitive_of_copies_sensitive) AS anon_25 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_18, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_19, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $14::UUID AS anon_20, 'voidChild', $10::VARCHAR AS anon_21 
FROM touched, counter RETURNING number), 
mine AS 
(SELECT written_1.n_id AS id, 'Child' AS type 
FROM written_1 UNION ALL SELECT written_2.n_id AS id, 'CommunityLink' AS type 
FROM written_2 UNION ALL SELECT written_3.n_id AS id, 'Placement' AS type 
FROM written_3 UNION ALL SELECT written_4.n_id AS id, 'PlacementException' AS type 
FROM written_4 UNION ALL SELECT written_5.n_id AS id, 'SiblingBond' AS type 
FROM written_5), 
written_7 AS 
(UPDATE history_plain SET programme_id=(SELECT written_1.n_programme_id 
FROM written_1 
 LIMIT 1) FROM go WHERE history_plain.country_code = $1::VARCHAR AND go.one = 1 AND (history_plain.type, history_plain.row_id) IN (SELECT mine.type, mine.id 
FROM mine) RETURNING new.programme_id AS n_programme_id, new.id AS n_id, old.programme_id AS o_programme_id, old.id AS o_id), 
written_8 AS 
(UPDATE history_personal SET programme_id=(SELECT written_1.n_programme_id 
FROM written_1 
 LIMIT 1) FROM go WHERE history_personal.country_code = $1::VARCHAR AND go.one = 1 AND (history_personal.type, history_personal.row_id) IN (SELECT mine.type, mine.id 
FROM mine) RETURNING new.programme_id AS n_programme_id, new.id AS n_id, old.programme_id AS o_programme_id, old.id AS o_id), 
written_9 AS 
(UPDATE history_sensitive SET programme_id=(SELECT written_1.n_programme_id 
FROM written_1 
 LIMIT 1) FROM go WHERE history_sensitive.country_code = $1::VARCHAR AND go.one = 1 AND (history_sensitive.type, history_sensitive.row_id) IN (SELECT mine.type, mine.id 
FROM mine) RETURNING new.programme_id AS n_programme_id, new.id AS n_id, old.programme_id AS o_programme_id, old.id AS o_id), 
keyed_written_1 AS 
(SELECT string_to_array(CASE WHEN (written_1.n_voided_at IS NULL) THEN concat_ws(' ', split_part(written_1.n_case_number_search, '/', 2), split_part(written_1.n_given_name_search, '/', 2), split_part(written_1.n_family_name_search, '/', 2), split_part(written_1.n_name_reading_search, '/', 2), ('=' || split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 1)) || coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 1), ''), ('=' || coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 1), '')) || split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 1), ('=' || split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 2)) || coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 2), ''), ('=' || coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 2), '')) || split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 2), CASE WHEN (coalesce(split_part(written_1.n_family_name_search, '/', 3), '-') != '') THEN regexp_replace(split_part(written_1.n_given_name_search, '/', 3), '-(\S*)', '_=' || ('\1' || coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 1), '')), 'g') END, CASE WHEN (coalesce(split_part(written_1.n_family_name_search, '/', 3), '-') != '') THEN regexp_replace(split_part(written_1.n_given_name_search, '/', 3), '-(\S*)', '_=' || (coalesce(split_part(split_part(written_1.n_family_name_search, '/', 1), ' ', 1), '') || '\1'), 'g') END, CASE WHEN (split_part(written_1.n_given_name_search, '/', 3) != '') THEN regexp_replace(split_part(written_1.n_family_name_search, '/', 3), '-(\S*)', '_=' || ('\1' || coalesce(split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 1), '')), 'g') END, CASE WHEN (split_part(written_1.n_given_name_search, '/', 3) != '') THEN regexp_replace(split_part(written_1.n_family_name_search, '/', 3), '-(\S*)', '_=' || (coalesce(split_part(split_part(written_1.n_given_name_search, '/', 1), ' ', 1), '') || '\1'), 'g') END, '=' || split_part(split_part(written_1.n_name_reading_search, '/', 1), ' ', 1), '=' || split_part(split_part(written_1.n_name_reading_search, '/', 1), ' ', 2), regexp_replace(split_part(written_1.n_name_reading_search, '/', 3), '-(\S*)', '_=' || '\1', 'g')) ELSE '' END, ' ') AS n_keys, written_1.n_programme_id AS n_programme_id, written_1.n_id AS n_id, string_to_array(CASE WHEN (written_1.o_voided_at IS NULL) THEN concat_ws(' ', split_part(written_1.o_case_number_search, '/', 2), split_part(written_1.o_given_name_search, '/', 2), split_part(written_1.o_family_name_search, '/', 2), split_part(written_1.o_name_reading_search, '/', 2), ('=' || split_part(split_part(written_1.o_given_name_search, '/', 1), ' ', 1)) || coalesce(split_part(split_part(written_1.o_family_name_search, '/', 1), ' ', 1), ''), ('=' || coalesce(split_part(split_part(written_1.o_family_name_search, '/', 1), ' ', 1), '')) || split_part(split_part(written_1.o_given_name_search, '/', 1), ' ', 1), ('=' || split_part(split_part(written_1.o_given_name_search, '/', 1), ' ', 2)) || coalesce(split_part(split_part(written_1.o_family_name_search, '/', 1), ' ', 2), ''), ('=' || coalesce(split_part(split_part(written_1.o_family_name_search, '/', 1), ' ', 2), '')) || split_part(split_part(written_1.o_given_name_search, '/', 1), ' ', 2), CASE WHEN (coalesce(split_part(written_1.o_family_name_search, '/', 3), '-') != '') THEN regexp_replace(split_part(written_1.o_given_name_search, '/', 3), '-(\S*)', '_=' || ('\1' || coalesce(split_part(split_part(written_1.o_family_name_search, '/', 1), ' ', 1), '')), 'g') END, CASE WHEN (coalesce(split_part(written_1.o_family_name_search, '/', 3), '-') != '') THEN regexp_replace(split_part(written_1.o_given_name_search, '/', 3), '-(\S*)', '_=' || (coalesce(split_part(split_part(written_1.o_family_name_search, '/', 1), ' ', 1), '') || '\1'), 'g') END, CASE WHEN (split_part(written_1.o_given_name_search, '/', 3) != '') THEN regexp_replace(split_part(written_1.o_family_name_search, '/', 3), '-(\S*)', '_=' || ('\1' || coalesce(split_part(split_part(written_1.o_given_name_search, '/', 1), ' ', 1), '')), 'g') END, CASE WHEN (split_part(written_1.o_given_name_search, '/', 3) != '') THEN regexp_replace(split_part(written_1.o_family_name_search, '/', 3), '-(\S*)', '_=' || (coalesce(split_part(split_part(written_1.o_given_name_search, '/', 1), ' ', 1), '') || '\1'), 'g') END, '=' || split_part(split_part(written_1.o_name_reading_search, '/', 1), ' ', 1), '=' || split_part(split_part(written_1.o_name_reading_search, '/', 1), ' ', 2), regexp_replace(split_part(written_1.o_name_reading_search, '/', 3), '-(\S*)', '_=' || '\1', 'g')) ELSE '' END, ' ') AS o_keys, written_1.o_programme_id AS o_programme_id, written_1.o_id AS o_id 
FROM written_1), 
written_10 AS 
(DELETE FROM child_search_key USING (SELECT DISTINCT each.key AS key, keyed_written_1.o_programme_id AS programme_id, keyed_written_1.o_id AS row_id 
FROM keyed_written_1 JOIN unnest(keyed_written_1.o_keys) AS each(key) ON true 
WHERE each.key != ALL (ARRAY['', '=', '_=']) AND (each.key != ALL (keyed_written_1.n_keys) OR keyed_written_1.o_programme_id != keyed_written_1.n_programme_id)) AS o_keyed_written_1 WHERE child_search_key.country_code = $1::VARCHAR AND child_search_key.key = o_keyed_written_1.key AND child_search_key.programme_id = o_keyed_written_1.programme_id AND child_search_key.row_id = o_keyed_written_1.row_id RETURNING child_search_key.key AS n_key, child_search_key.programme_id AS n_programme_id, child_search_key.row_id AS n_row_id), 
written_11 AS 
(INSERT INTO child_search_key (country_code, key, programme_id, row_id) SELECT $1::VARCHAR AS country_code, n_keyed_written_1.key AS key, n_keyed_written_1.programme_id AS programme_id, n_keyed_written_1.row_id AS row_id 
FROM go, (SELECT DISTINCT each.key AS key, keyed_written_1.n_programme_id AS programme_id, keyed_written_1.n_id AS row_id 
FROM keyed_written_1 JOIN unnest(keyed_written_1.n_keys) AS each(key) ON true 
WHERE each.key != ALL (ARRAY['', '=', '_=']) AND (each.key != ALL (keyed_written_1.o_keys) OR keyed_written_1.n_programme_id != keyed_written_1.o_programme_id)) AS n_keyed_written_1 RETURNING key AS n_key, programme_id AS n_programme_id, row_id AS n_row_id)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $13::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1), (SELECT count(*) AS count_3 
FROM written_2), (SELECT count(*) AS count_4 
FROM written_3), (SELECT count(*) AS count_5 
FROM written_4), (SELECT count(*) AS count_6 
FROM written_5), (SELECT count(*) AS count_7 
FROM written_6), (SELECT count(*) AS count_8 
FROM written_7), (SELECT count(*) AS count_9 
FROM written_8), (SELECT count(*) AS count_10 
FROM written_9), (SELECT count(*) AS count_11 
FROM written_10), (SELECT count(*) AS count_12 
FROM written_11)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_15.*) AS value 
FROM child AS child_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_13.*) AS value 
FROM child AS child_2 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_6.*) AS value 
FROM (SELECT coalesce(json_agg(rows_4.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_5.*) AS part_0 
FROM (SELECT placement_3.country_code AS country_code, placement_3.id AS id, placement_3.home_name AS home_name, placement_3.started_on AS started_on, placement_3.ended_on AS ended_on, placement_3.started_on AS order_0 
FROM placement AS placement_3 
WHERE placement_3.child_file_id = child_2.id AND placement_3.country_code = $1::VARCHAR AND placement_3.voided_at IS NULL ORDER BY placement_3.started_on ASC, placement_3.id ASC 
 LIMIT 20) AS page_4 JOIN LATERAL (SELECT page_4.home_name AS "homeName", page_4.started_on AS "startedOn", page_4.ended_on AS "endedOn") AS node_5 ON true ORDER BY page_4.order_0 ASC, page_4.id ASC) AS rows_4) AS gathered_4 JOIN LATERAL (SELECT gathered_4.part_0 AS nodes) AS connection_6 ON true) AS link_7 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_11.*) AS value 
FROM (SELECT coalesce(json_agg(rows_9.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_10.*) AS part_0 
FROM (SELECT child_8.country_code AS country_code, child_8.id AS id, child_8.case_number AS case_number 
FROM child AS child_8 
WHERE child_8.same_as_id = child_2.id AND child_8.country_code = $1::VARCHAR ORDER BY child_8.id ASC 
 LIMIT 20) AS page_9 JOIN LATERAL (SELECT page_9.case_number AS "caseNumber") AS node_10 ON true ORDER BY page_9.id ASC) AS rows_9) AS gathered_9 JOIN LATERAL (SELECT gathered_9.part_0 AS nodes) AS connection_11 ON true) AS link_12 ON true JOIN LATERAL (SELECT (('Child_' || child_2.country_code) || '_') || CAST(child_2.id AS TEXT) AS id, child_2.given_name AS "givenName", link_7.value AS placements, link_12.value AS "alsoRecordedAs") AS node_13 ON true 
WHERE child_2.id = child_1.same_as_id AND child_2.country_code = $1::VARCHAR AND child_2.voided_at IS NULL) AS link_14 ON true JOIN LATERAL (SELECT (('Child_' || child_1.country_code) || '_') || CAST(child_1.id AS TEXT) AS id, child_1.version AS version, child_1.voided_at AS "voidedAt", child_1.void_reason AS "voidReason", link_14.value AS "sameAs") AS node_15 ON true 
WHERE child_1.country_code = $1::VARCHAR AND child_1.country_code = $2::VARCHAR AND child_1.id = $3::UUID) AS child, $4::JSON AS errors) AS answer
;

