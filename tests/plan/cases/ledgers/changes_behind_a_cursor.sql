WITH counter_2 AS MATERIALIZED 
(SELECT change_counter_1.last AS last, change_counter_1.secret AS secret 
FROM change_counter AS change_counter_1 
WHERE change_counter_1.country_code = $1::VARCHAR), 
since_3 AS MATERIALIZED 
(SELECT hearth_unseal($2::VARCHAR, (SELECT counter_2.secret 
FROM counter_2), $3::VARCHAR) AS number), 
changed_5 AS MATERIALIZED 
(SELECT change_4.country_code AS country_code, change_4.number AS number, change_4.type AS type, change_4.row_id AS row_id, change_4.kind AS kind, change_4.changed_at AS changed_at 
FROM change AS change_4 
WHERE change_4.country_code = $1::VARCHAR AND change_4.number > (SELECT since_3.number 
FROM since_3) AND change_4.number <= (SELECT since_3.number 
FROM since_3) + 10000 AND change_4.type = ANY ($4::TEXT[]) ORDER BY change_4.number 
 LIMIT $5::BIGINT), 
found_10 AS MATERIALIZED 
(SELECT json_object_agg(CAST(child_8.id AS TEXT), row_to_json(node_9.*)) AS rows 
FROM child AS child_8 JOIN LATERAL (SELECT (('Child_' || child_8.country_code) || '_') || CAST(child_8.id AS TEXT) AS id) AS node_9 ON true 
WHERE child_8.country_code = $1::VARCHAR AND child_8.id IN (SELECT changed_5.row_id 
FROM changed_5 
WHERE changed_5.type = 'Child')), 
found_13 AS MATERIALIZED 
(SELECT json_object_agg(CAST(community_partner_11.id AS TEXT), row_to_json(node_12.*)) AS rows 
FROM community_partner AS community_partner_11 JOIN LATERAL (SELECT (('CommunityPartner_' || community_partner_11.country_code) || '_') || CAST(community_partner_11.id AS TEXT) AS id, community_partner_11.name AS name) AS node_12 ON true 
WHERE community_partner_11.country_code = $1::VARCHAR AND community_partner_11.id IN (SELECT changed_5.row_id 
FROM changed_5 
WHERE changed_5.type = 'CommunityPartner'))
 SELECT row_to_json(answer.*) AS data, ARRAY[(SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2) >= (SELECT since_3.number 
FROM since_3)] AS cursors 
FROM (SELECT (SELECT JSON_OBJECT('nodes' : (SELECT coalesce(json_agg(listed_14.entry), '[]'::json) AS coalesce_2 
FROM (SELECT JSON_OBJECT('rowId' : (((changed_5.type || '_') || changed_5.country_code) || '_') || CAST(changed_5.row_id AS TEXT), 'isGone' : changed_5.kind = 'VOIDED' OR NOT (false OR changed_5.type = 'Child' AND (EXISTS (SELECT 1 
FROM child AS child_6 
WHERE child_6.country_code = $1::VARCHAR AND child_6.id = changed_5.row_id)) OR changed_5.type = 'CommunityPartner' AND (EXISTS (SELECT 1 
FROM community_partner AS community_partner_7 
WHERE community_partner_7.country_code = $1::VARCHAR AND community_partner_7.id = changed_5.row_id))), 'node' : CASE WHEN (changed_5.type = 'Child') THEN (SELECT found_10.rows -> CAST(changed_5.row_id AS TEXT) AS anon_1 
FROM found_10) WHEN (changed_5.type = 'CommunityPartner') THEN (SELECT found_13.rows -> CAST(changed_5.row_id AS TEXT) AS anon_2 
FROM found_13) ELSE null::json END RETURNING json) AS entry, changed_5.number AS number 
FROM changed_5 ORDER BY changed_5.number) AS listed_14), 'pageInfo' : JSON_OBJECT('hasNextPage' : CASE WHEN (SELECT count(*) >= $5::BIGINT AS anon_3 
FROM changed_5) THEN (SELECT max(changed_5.number) AS max_1 
FROM changed_5) ELSE least((SELECT since_3.number 
FROM since_3) + 10000, (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2)) END < (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2), 'endCursor' : ($3::VARCHAR || '.') || hearth_seal(CASE WHEN (SELECT count(*) >= $5::BIGINT AS anon_3 
FROM changed_5) THEN (SELECT max(changed_5.number) AS max_1 
FROM changed_5) ELSE least((SELECT since_3.number 
FROM since_3) + 10000, (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2)) END, (SELECT counter_2.secret 
FROM counter_2), $3::VARCHAR) RETURNING json) RETURNING json) AS value 
WHERE (SELECT coalesce(max(counter_2.last), 0) AS coalesce_1 
FROM counter_2) >= (SELECT since_3.number 
FROM since_3)) AS changes) AS answer
