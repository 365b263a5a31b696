WITH changed_2 AS MATERIALIZED 
(SELECT change_1.country_code AS country_code, change_1.number AS number, change_1.type AS type, change_1.row_id AS row_id, change_1.kind AS kind, change_1.changed_at AS changed_at 
FROM change AS change_1 
WHERE change_1.country_code = $1::VARCHAR AND change_1.number > $2::BIGINT AND change_1.number <= $2::BIGINT + 10000 AND change_1.type = ANY ($3::TEXT[]) ORDER BY change_1.number 
 LIMIT $4::BIGINT), 
found_7 AS MATERIALIZED 
(SELECT json_object_agg(CAST(child_5.id AS TEXT), row_to_json(node_6.*)) AS rows 
FROM child AS child_5 JOIN LATERAL (SELECT (('Child_' || child_5.country_code) || '_') || CAST(child_5.id AS TEXT) AS id) AS node_6 ON true 
WHERE child_5.country_code = $1::VARCHAR AND child_5.id IN (SELECT changed_2.row_id 
FROM changed_2 
WHERE changed_2.type = 'Child')), 
found_10 AS MATERIALIZED 
(SELECT json_object_agg(CAST(community_partner_8.id AS TEXT), row_to_json(node_9.*)) AS rows 
FROM community_partner AS community_partner_8 JOIN LATERAL (SELECT (('CommunityPartner_' || community_partner_8.country_code) || '_') || CAST(community_partner_8.id AS TEXT) AS id, community_partner_8.name AS name) AS node_9 ON true 
WHERE community_partner_8.country_code = $1::VARCHAR AND community_partner_8.id IN (SELECT changed_2.row_id 
FROM changed_2 
WHERE changed_2.type = 'CommunityPartner'))
 SELECT row_to_json(answer.*) AS data, ARRAY[coalesce((SELECT change_counter_15.last 
FROM change_counter AS change_counter_15 
WHERE change_counter_15.country_code = $1::VARCHAR), 0) >= $2::BIGINT] AS cursors 
FROM (SELECT (SELECT JSON_OBJECT('nodes' : (SELECT coalesce(json_agg(listed_11.entry), '[]'::json) AS coalesce_1 
FROM (SELECT JSON_OBJECT('rowId' : (((changed_2.type || '_') || changed_2.country_code) || '_') || CAST(changed_2.row_id AS TEXT), 'isGone' : changed_2.kind = 'VOIDED' OR NOT (false OR changed_2.type = 'Child' AND (EXISTS (SELECT 1 
FROM child AS child_3 
WHERE child_3.country_code = $1::VARCHAR AND child_3.id = changed_2.row_id)) OR changed_2.type = 'CommunityPartner' AND (EXISTS (SELECT 1 
FROM community_partner AS community_partner_4 
WHERE community_partner_4.country_code = $1::VARCHAR AND community_partner_4.id = changed_2.row_id))), 'node' : CASE WHEN (changed_2.type = 'Child') THEN (SELECT found_7.rows -> CAST(changed_2.row_id AS TEXT) AS anon_1 
FROM found_7) WHEN (changed_2.type = 'CommunityPartner') THEN (SELECT found_10.rows -> CAST(changed_2.row_id AS TEXT) AS anon_2 
FROM found_10) ELSE null::json END RETURNING json) AS entry, changed_2.number AS number 
FROM changed_2 ORDER BY changed_2.number) AS listed_11), 'pageInfo' : JSON_OBJECT('hasNextPage' : CASE WHEN (SELECT count(*) >= $4::BIGINT AS anon_3 
FROM changed_2) THEN (SELECT max(changed_2.number) AS max_1 
FROM changed_2) ELSE least($2::BIGINT + 10000, coalesce((SELECT change_counter_12.last 
FROM change_counter AS change_counter_12 
WHERE change_counter_12.country_code = $1::VARCHAR), 0)) END < coalesce((SELECT change_counter_13.last 
FROM change_counter AS change_counter_13 
WHERE change_counter_13.country_code = $1::VARCHAR), 0), 'endCursor' : ($5::VARCHAR || '.') || CAST(CASE WHEN (SELECT count(*) >= $4::BIGINT AS anon_4 
FROM changed_2) THEN (SELECT max(changed_2.number) AS max_2 
FROM changed_2) ELSE least($2::BIGINT + 10000, coalesce((SELECT change_counter_14.last 
FROM change_counter AS change_counter_14 
WHERE change_counter_14.country_code = $1::VARCHAR), 0)) END AS TEXT) RETURNING json) RETURNING json) AS value 
WHERE coalesce((SELECT change_counter_16.last 
FROM change_counter AS change_counter_16 
WHERE change_counter_16.country_code = $1::VARCHAR), 0) >= $2::BIGINT) AS changes) AS answer
