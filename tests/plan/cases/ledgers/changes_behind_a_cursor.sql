WITH counter_2 AS MATERIALIZED 
(SELECT change_counter_1.last AS last, hearth_history(change_counter_1.secret) AS history 
FROM change_counter AS change_counter_1 
WHERE change_counter_1.country_code = $2::VARCHAR), 
since_3 AS MATERIALIZED 
(SELECT hearth_unseal($1::VARCHAR, (SELECT counter_2.history 
FROM counter_2), $3::VARCHAR) AS place), 
known_5 AS MATERIALIZED 
(SELECT (SELECT since_3.place 
FROM since_3) = coalesce((SELECT hearth_place(change_4.number, change_4.changed_at) AS hearth_place_1 
FROM change AS change_4 
WHERE change_4.country_code = $2::VARCHAR AND change_4.number = (SELECT (SELECT since_3.place >> 24 AS anon_2 
FROM since_3) AS anon_1)), 0) AS there), 
changed_7 AS MATERIALIZED 
(SELECT change_6.country_code AS country_code, change_6.number AS number, change_6.type AS type, change_6.row_id AS row_id, change_6.kind AS kind, change_6.changed_at AS changed_at 
FROM change AS change_6 
WHERE change_6.country_code = $2::VARCHAR AND change_6.number > (SELECT since_3.place >> 24 AS anon_2 
FROM since_3) AND change_6.number <= (SELECT since_3.place >> 24 AS anon_2 
FROM since_3) + 10000 AND change_6.type = ANY ($4::TEXT[]) ORDER BY change_6.number 
 LIMIT $5::BIGINT), 
found_12 AS MATERIALIZED 
(SELECT json_object_agg(CAST(child_10.id AS TEXT), row_to_json(node_11.*)) AS rows 
FROM child AS child_10 JOIN LATERAL (SELECT (('Child_' || child_10.country_code) || '_') || CAST(child_10.id AS TEXT) AS id) AS node_11 ON true 
WHERE child_10.country_code = $2::VARCHAR AND child_10.id IN (SELECT changed_7.row_id 
FROM changed_7 
WHERE changed_7.type = 'Child')), 
found_15 AS MATERIALIZED 
(SELECT json_object_agg(CAST(community_partner_13.id AS TEXT), row_to_json(node_14.*)) AS rows 
FROM community_partner AS community_partner_13 JOIN LATERAL (SELECT (('CommunityPartner_' || community_partner_13.country_code) || '_') || CAST(community_partner_13.id AS TEXT) AS id, community_partner_13.name AS name) AS node_14 ON true 
WHERE community_partner_13.country_code = $2::VARCHAR AND community_partner_13.id IN (SELECT changed_7.row_id 
FROM changed_7 
WHERE changed_7.type = 'CommunityPartner'))
 SELECT row_to_json(answer.*) AS data, ARRAY[(SELECT known_5.there 
FROM known_5)] AS cursors, coalesce(string_to_array((SELECT string_agg(DISTINCT changed_7.type, ',') AS string_agg_1 
FROM changed_7), ','), '{}'::text[]) AS types 
FROM (SELECT (SELECT JSON_OBJECT('nodes' : (SELECT coalesce(json_agg(listed_16.entry), '[]'::json) AS coalesce_1 
FROM (SELECT JSON_OBJECT('rowId' : (((changed_7.type || '_') || changed_7.country_code) || '_') || CAST(changed_7.row_id AS TEXT), 'isGone' : changed_7.kind = 'VOIDED' OR NOT (false OR changed_7.type = 'Child' AND (EXISTS (SELECT 1 
FROM child AS child_8 
WHERE child_8.country_code = $2::VARCHAR AND child_8.voided_at IS NULL AND child_8.id = changed_7.row_id)) OR changed_7.type = 'CommunityPartner' AND (EXISTS (SELECT 1 
FROM community_partner AS community_partner_9 
WHERE community_partner_9.country_code = $2::VARCHAR AND community_partner_9.voided_at IS NULL AND community_partner_9.id = changed_7.row_id))), 'node' : CASE WHEN (changed_7.type = 'Child') THEN (SELECT found_12.rows -> CAST(changed_7.row_id AS TEXT) AS anon_3 
FROM found_12) WHEN (changed_7.type = 'CommunityPartner') THEN (SELECT found_15.rows -> CAST(changed_7.row_id AS TEXT) AS anon_4 
FROM found_15) ELSE null::json END RETURNING json) AS entry, changed_7.number AS number 
FROM changed_7 ORDER BY changed_7.number) AS listed_16), 'pageInfo' : JSON_OBJECT('hasNextPage' : CASE WHEN (SELECT count(*) >= $5::BIGINT AS anon_5 
FROM changed_7) THEN (SELECT max(changed_7.number) AS max_1 
FROM changed_7) ELSE least((SELECT since_3.place >> 24 AS anon_2 
FROM since_3) + 10000, (SELECT coalesce(max(counter_2.last), 0) AS coalesce_2 
FROM counter_2)) END < (SELECT coalesce(max(counter_2.last), 0) AS coalesce_2 
FROM counter_2), 'endCursor' : ($3::VARCHAR || '.') || hearth_seal(coalesce((SELECT hearth_place(change_17.number, change_17.changed_at) AS hearth_place_2 
FROM change AS change_17 
WHERE change_17.country_code = $2::VARCHAR AND change_17.number = (SELECT CASE WHEN (SELECT count(*) >= $5::BIGINT AS anon_5 
FROM changed_7) THEN (SELECT max(changed_7.number) AS max_1 
FROM changed_7) ELSE least((SELECT since_3.place >> 24 AS anon_2 
FROM since_3) + 10000, (SELECT coalesce(max(counter_2.last), 0) AS coalesce_2 
FROM counter_2)) END AS anon_6)), 0), (SELECT counter_2.history 
FROM counter_2), $3::VARCHAR) RETURNING json) RETURNING json) AS value 
WHERE (SELECT known_5.there 
FROM known_5)) AS changes) AS answer
