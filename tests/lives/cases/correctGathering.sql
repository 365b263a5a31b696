WITH host_read AS MATERIALIZED 
(SELECT true AS found, community_partner_of_host.id AS id 
FROM community_partner AS community_partner_of_host 
WHERE community_partner_of_host.country_code = $1::VARCHAR AND community_partner_of_host.voided_at IS NULL AND community_partner_of_host.id = $6::UUID FOR SHARE), 
guest_read AS MATERIALIZED 
(SELECT true AS found, community_partner_of_guest.id AS id 
FROM community_partner AS community_partner_of_guest 
WHERE community_partner_of_guest.country_code = $1::VARCHAR AND community_partner_of_guest.voided_at IS NULL AND community_partner_of_guest.id = $7::UUID FOR SHARE), 
pastime_read AS MATERIALIZED 
(SELECT true AS found, pastime_of_pastime.id AS id 
FROM pastime AS pastime_of_pastime 
WHERE pastime_of_pastime.country_code = $1::VARCHAR AND pastime_of_pastime.voided_at IS NULL AND pastime_of_pastime.id = $8::UUID FOR SHARE), 
venue_read AS MATERIALIZED 
(SELECT true AS found, home_of_venue.id AS id, home_of_venue.name AS name, home_of_venue.name_order AS name_order 
FROM home AS home_of_venue 
WHERE home_of_venue.country_code = $1::VARCHAR AND home_of_venue.voided_at IS NULL AND home_of_venue.id = $9::UUID FOR SHARE), 
own_read AS MATERIALIZED 
(SELECT true AS found, gathering_of_own.id AS id, gathering_of_own.version AS version, gathering_of_own.child_file_id AS child_id, gathering_of_own.home_id AS home_id, gathering_of_own.started_on AS started_on, gathering_of_own.ended_on AS ended_on 
FROM gathering AS gathering_of_own 
WHERE gathering_of_own.country_code = $1::VARCHAR AND gathering_of_own.id = $15::UUID), 
child_read AS MATERIALIZED 
(SELECT true AS found, child_of_child.id AS id, child_of_child.birth_date AS birth_date, child_of_child.died_on AS died_on, child_of_child.died_on_precision AS died_on_precision 
FROM child AS child_of_child 
WHERE child_of_child.country_code = $1::VARCHAR AND child_of_child.voided_at IS NULL AND child_of_child.id = (SELECT own_read.child_id 
FROM own_read) FOR SHARE), 
home_read AS MATERIALIZED 
(SELECT true AS found, home_of_home.id AS id, home_of_home.opened_on AS opened_on, home_of_home.closed_on AS closed_on 
FROM home AS home_of_home 
WHERE home_of_home.country_code = $1::VARCHAR AND home_of_home.voided_at IS NULL AND home_of_home.id = (SELECT own_read.home_id 
FROM own_read) FOR SHARE), 
checks AS MATERIALIZED 
(SELECT array_remove(ARRAY[CASE WHEN (own_read.found IS NOT true) THEN 'own_is_there' ELSE null END, CASE WHEN ((own_read.version = $13::BIGINT) IS NOT true) THEN 'own_is_as_seen' ELSE null END, CASE WHEN (($6::UUID IS NULL OR host_read.found) IS NOT true) THEN 'host_is_there' ELSE null END, CASE WHEN (($7::UUID IS NULL OR guest_read.found) IS NOT true) THEN 'guest_is_there' ELSE null END, CASE WHEN (($8::UUID IS NULL OR pastime_read.found) IS NOT true) THEN 'pastime_is_there' ELSE null END, CASE WHEN (($9::UUID IS NULL OR venue_read.found) IS NOT true) THEN 'venue_is_there' ELSE null END, CASE WHEN ((CASE WHEN ('endedOn' = ANY ($10::TEXT[])) THEN $12::DATE ELSE own_read.ended_on END IS NULL OR CASE WHEN ('endedOn' = ANY ($10::TEXT[])) THEN $12::DATE ELSE own_read.ended_on END >= CASE WHEN ('startedOn' = ANY ($10::TEXT[])) THEN $11::DATE ELSE own_read.started_on END) IS NOT true) THEN 'ends_after_start' ELSE null END, CASE WHEN ((child_read.id IS NULL OR child_read.birth_date IS NULL OR child_read.birth_date <= CASE WHEN ('startedOn' = ANY ($10::TEXT[])) THEN $11::DATE ELSE own_read.started_on END) IS NOT true) THEN 'started_on_in_the_life_of_child_id_begun' ELSE null END, CASE WHEN ((child_read.id IS NULL OR child_read.died_on IS NULL OR CASE WHEN ('startedOn' = ANY ($10::TEXT[])) THEN $11::DATE ELSE own_read.started_on END <= least(CASE WHEN (child_read.died_on_precision = 'MONTH') THEN CAST(child_read.died_on + interval '1 month -1 day' AS DATE) WHEN (child_read.died_on_precision = 'YEAR') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) WHEN (child_read.died_on_precision = 'ESTIMATED') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) ELSE child_read.died_on END, $14::DATE)) IS NOT true) THEN 'started_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((home_read.id IS NULL OR home_read.opened_on <= CASE WHEN ('startedOn' = ANY ($10::TEXT[])) THEN $11::DATE ELSE own_read.started_on END AND (home_read.closed_on IS NULL OR CASE WHEN ('startedOn' = ANY ($10::TEXT[])) THEN $11::DATE ELSE own_read.started_on END < home_read.closed_on OR CASE WHEN ('endedOn' = ANY ($10::TEXT[])) THEN $12::DATE ELSE own_read.ended_on END IS NOT NULL AND CASE WHEN ('startedOn' = ANY ($10::TEXT[])) THEN $11::DATE ELSE own_read.started_on END <= home_read.closed_on AND CASE WHEN ('endedOn' = ANY ($10::TEXT[])) THEN $12::DATE ELSE own_read.ended_on END = CASE WHEN ('startedOn' = ANY ($10::TEXT[])) THEN $11::DATE ELSE own_read.started_on END)) IS NOT true) THEN 'started_on_inside_home_id' ELSE null END, CASE WHEN ((child_read.id IS NULL OR child_read.died_on IS NULL OR CASE WHEN ('endedOn' = ANY ($10::TEXT[])) THEN $12::DATE ELSE own_read.ended_on END IS NOT NULL AND CASE WHEN ('endedOn' = ANY ($10::TEXT[])) THEN $12::DATE ELSE own_read.ended_on END <= least(CASE WHEN (child_read.died_on_precision = 'MONTH') THEN CAST(child_read.died_on + interval '1 month -1 day' AS DATE) WHEN (child_read.died_on_precision = 'YEAR') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) WHEN (child_read.died_on_precision = 'ESTIMATED') THEN CAST(child_read.died_on + interval '1 year -1 day' AS DATE) ELSE child_read.died_on END, $14::DATE) + 1) IS NOT true) THEN 'ended_on_in_the_life_of_child_id' ELSE null END, CASE WHEN ((home_read.id IS NULL OR CASE WHEN ('endedOn' = ANY ($10::TEXT[])) THEN $12::DATE ELSE own_read.ended_on END IS NULL OR home_read.closed_on IS NULL OR CASE WHEN ('endedOn' = ANY ($10::TEXT[])) THEN $12::DATE ELSE own_read.ended_on END IS NOT NULL AND CASE WHEN ('endedOn' = ANY ($10::TEXT[])) THEN $12::DATE ELSE own_read.ended_on END <= home_read.closed_on) IS NOT true) THEN 'ended_on_inside_home_id' ELSE null END], null) AS failed 
FROM (SELECT 1 AS one) AS fact LEFT OUTER JOIN own_read ON true LEFT OUTER JOIN host_read ON true LEFT OUTER JOIN guest_read ON true LEFT OUTER JOIN pastime_read ON true LEFT OUTER JOIN venue_read ON true LEFT OUTER JOIN child_read ON true LEFT OUTER JOIN home_read ON true), 
key AS 
(INSERT INTO idempotency_key (country_code, issuer, subject, key, path, digest, ids, refusals) SELECT $1::VARCHAR AS anon_7, $2::VARCHAR AS anon_8, $3::VARCHAR AS anon_9, $16::VARCHAR AS anon_10, $17::VARCHAR AS anon_11, $18::VARCHAR AS anon_12, $19::TEXT[] AS anon_13, checks.failed AS failed 
FROM checks ON CONFLICT (country_code, issuer, subject, key, path) DO UPDATE SET digest = excluded.digest, ids = excluded.ids, refusals = excluded.refusals, recorded_at = now() WHERE idempotency_key.recorded_at < now() - interval '30 days' AND (idempotency_key.digest != excluded.digest OR idempotency_key.refusals != '{}'::text[]) RETURNING true AS taken), 
go AS MATERIALIZED 
(SELECT 1 AS one 
FROM checks, key 
WHERE cardinality(checks.failed) = 0), 
written_1 AS 
(UPDATE gathering SET version=(gathering.version + 1), updated_at=now(), host_id=CASE WHEN ($6::UUID IS NOT NULL) THEN (SELECT host_read.id 
FROM host_read) ELSE gathering.host_id END, guest_id=CASE WHEN ($7::UUID IS NOT NULL) THEN (SELECT guest_read.id 
FROM guest_read) ELSE gathering.guest_id END, pastime_id=CASE WHEN ($8::UUID IS NOT NULL) THEN (SELECT pastime_read.id 
FROM pastime_read) ELSE gathering.pastime_id END, venue_id=CASE WHEN ($9::UUID IS NOT NULL) THEN (SELECT venue_read.id 
FROM venue_read) ELSE gathering.venue_id END, venue_name=CASE WHEN ($9::UUID IS NOT NULL) THEN (SELECT venue_read.name 
FROM venue_read) ELSE gathering.venue_name END, started_on=CASE WHEN ('startedOn' = ANY ($10::TEXT[])) THEN $11::DATE ELSE gathering.started_on END, ended_on=CASE WHEN ('endedOn' = ANY ($10::TEXT[])) THEN $12::DATE ELSE gathering.ended_on END, venue_name_order=CASE WHEN ($9::UUID IS NOT NULL) THEN (SELECT venue_read.name_order 
FROM venue_read) ELSE gathering.venue_name_order END FROM go, own_read WHERE gathering.country_code = $1::VARCHAR AND go.one = 1 AND gathering.id = own_read.id AND gathering.version = own_read.version RETURNING new.started_on AS n_started_on, new.ended_on AS n_ended_on, new.host_id AS n_host_id, new.guest_id AS n_guest_id, new.pastime_id AS n_pastime_id, new.venue_id AS n_venue_id, new.venue_name AS n_venue_name, new.venue_name_order AS n_venue_name_order, new.id AS n_id, new.version AS n_version, new.programme_id AS n_programme_id, new.child_file_id AS n_child_id, new.home_id AS n_home_id, old.started_on AS o_started_on, old.ended_on AS o_ended_on, old.host_id AS o_host_id, old.guest_id AS o_guest_id, old.pastime_id AS o_pastime_id, old.venue_id AS o_venue_id, old.venue_name AS o_venue_name, old.venue_name_order AS o_venue_name_order, old.id AS o_id, old.version AS o_version, old.programme_id AS o_programme_id, old.child_file_id AS o_child_id, old.home_id AS o_home_id), 
history_sensitive_of_written_1 AS 
(INSERT INTO history_sensitive (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after) SELECT $1::VARCHAR AS anon_1, 'Gathering', written_1.n_id AS n_id, written_1.n_version AS n_version, written_1.n_programme_id AS n_programme_id, $2::VARCHAR AS anon_2, $3::VARCHAR AS anon_3, 'correctGathering', $4::VARCHAR AS anon_4, (jsonb_build_object('startedOn', written_1.o_started_on, 'endedOn', written_1.o_ended_on, 'host', (('CommunityPartner_' || $1::VARCHAR) || '_') || CAST(written_1.o_host_id AS TEXT), 'guest', (('CommunityPartner_' || $1::VARCHAR) || '_') || CAST(written_1.o_guest_id AS TEXT), 'pastime', (('Pastime_' || $1::VARCHAR) || '_') || CAST(written_1.o_pastime_id AS TEXT), 'venue', (('Home_' || $1::VARCHAR) || '_') || CAST(written_1.o_venue_id AS TEXT), 'venueName', written_1.o_venue_name) - $5::TEXT[]) - CAST(ARRAY[CASE WHEN (written_1.n_started_on IS NOT DISTINCT FROM written_1.o_started_on) THEN 'startedOn' END, CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_1.n_host_id IS NOT DISTINCT FROM written_1.o_host_id) THEN 'host' END, CASE WHEN (written_1.n_guest_id IS NOT DISTINCT FROM written_1.o_guest_id) THEN 'guest' END, CASE WHEN (written_1.n_pastime_id IS NOT DISTINCT FROM written_1.o_pastime_id) THEN 'pastime' END, CASE WHEN (written_1.n_venue_id IS NOT DISTINCT FROM written_1.o_venue_id) THEN 'venue' END, CASE WHEN (written_1.n_venue_name IS NOT DISTINCT FROM written_1.o_venue_name) THEN 'venueName' END] AS TEXT[]) AS anon_5, (jsonb_build_object('startedOn', written_1.n_started_on, 'endedOn', written_1.n_ended_on, 'host', (('CommunityPartner_' || $1::VARCHAR) || '_') || CAST(written_1.n_host_id AS TEXT), 'guest', (('CommunityPartner_' || $1::VARCHAR) || '_') || CAST(written_1.n_guest_id AS TEXT), 'pastime', (('Pastime_' || $1::VARCHAR) || '_') || CAST(written_1.n_pastime_id AS TEXT), 'venue', (('Home_' || $1::VARCHAR) || '_') || CAST(written_1.n_venue_id AS TEXT), 'venueName', written_1.n_venue_name) - $5::TEXT[]) - CAST(ARRAY[CASE WHEN (written_1.n_started_on IS NOT DISTINCT FROM written_1.o_started_on) THEN 'startedOn' END, CASE WHEN (written_1.n_ended_on IS NOT DISTINCT FROM written_1.o_ended_on) THEN 'endedOn' END, CASE WHEN (written_1.n_host_id IS NOT DISTINCT FROM written_1.o_host_id) THEN 'host' END, CASE WHEN (written_1.n_guest_id IS NOT DISTINCT FROM written_1.o_guest_id) THEN 'guest' END, CASE WHEN (written_1.n_pastime_id IS NOT DISTINCT FROM written_1.o_pastime_id) THEN 'pastime' END, CASE WHEN (written_1.n_venue_id IS NOT DISTINCT FROM written_1.o_venue_id) THEN 'venue' END, CASE WHEN (written_1.n_venue_name IS NOT DISTINCT FROM written_1.o_venue_name) THEN 'venueName' END] AS TEXT[]) AS anon_6 
FROM written_1 RETURNING row_id), 
touched AS 
(SELECT 1 AS place, 'Gathering' AS type, written_1.n_id AS row_id, 'UPDATED' AS kind, written_1.n_programme_id AS programme_id 
FROM written_1), 
counter AS 
(INSERT INTO change_counter (country_code, last) SELECT $1::VARCHAR AS anon_18, settled.changes AS changes 
FROM (SELECT count(*) AS changes, (SELECT count(*) AS entries 
FROM history_sensitive_of_written_1) AS anon_19 
FROM touched) AS settled 
WHERE settled.changes > 0 ON CONFLICT (country_code) DO UPDATE SET last = (change_counter.last + excluded.last) RETURNING change_counter.last), 
feed AS 
(INSERT INTO change (country_code, number, type, row_id, kind, programme_id, writer, operation, key) SELECT $1::VARCHAR AS anon_14, (counter.last - (SELECT count(*) AS count_1 
FROM touched)) + row_number() OVER (ORDER BY touched.place) AS anon_15, touched.type AS type, touched.row_id AS row_id, touched.kind AS kind, touched.programme_id AS programme_id, $20::UUID AS anon_16, 'correctGathering', $16::VARCHAR AS anon_17 
FROM touched, counter RETURNING number)
 SELECT checks.failed AS failed, (SELECT key.taken 
FROM key) IS NOT null AS taken, $19::TEXT[] AS touched, ARRAY[(SELECT count(*) AS count_2 
FROM written_1)] AS written, (SELECT counter.last 
FROM counter) AS number 
FROM checks
