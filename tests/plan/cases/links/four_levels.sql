SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_30.*) AS value 
FROM country AS country_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_28.*) AS value 
FROM (SELECT coalesce(json_agg(rows_3.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_27.*) AS part_0 
FROM (SELECT programme_2.country_code AS country_code, programme_2.id AS id, programme_2.name AS name 
FROM programme AS programme_2 
WHERE programme_2.country_code = country_1.code AND programme_2.country_code = $1::VARCHAR AND programme_2.voided_at IS NULL AND programme_2.kind = $2::VARCHAR ORDER BY programme_2.id ASC 
 LIMIT 1) AS page_3 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_25.*) AS value 
FROM (SELECT coalesce(json_agg(rows_5.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(edge_24.*) AS part_0 
FROM (SELECT home_4.country_code AS country_code, home_4.id AS id, home_4.name AS name, home_4.opened_on AS order_0 
FROM home AS home_4 
WHERE home_4.programme_id = page_3.id AND home_4.country_code = $1::VARCHAR AND home_4.voided_at IS NULL ORDER BY home_4.opened_on DESC, home_4.id DESC 
 LIMIT 1) AS page_5 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_21.*) AS value 
FROM (SELECT coalesce(json_agg(rows_7.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_20.*) AS part_0 
FROM (SELECT placement_6.country_code AS country_code, placement_6.id AS id, placement_6.started_on AS started_on, placement_6.child_file_id AS child_id, placement_6.started_on AS order_0 
FROM placement AS placement_6 
WHERE placement_6.home_id = page_5.id AND placement_6.country_code = $1::VARCHAR AND placement_6.voided_at IS NULL ORDER BY placement_6.started_on ASC, placement_6.id ASC 
 LIMIT 1) AS page_7 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_18.*) AS value 
FROM child AS child_8 LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_16.*) AS value 
FROM (SELECT coalesce(json_agg(rows_10.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_14.*) AS part_1 
FROM (SELECT community_link_9.country_code AS country_code, community_link_9.id AS id, community_link_9.kind AS kind, community_link_9.partner_id AS partner_id, community_link_9.started_on AS order_0 
FROM community_link AS community_link_9 
WHERE community_link_9.child_file_id = child_8.id AND community_link_9.country_code = $1::VARCHAR AND community_link_9.voided_at IS NULL ORDER BY community_link_9.started_on DESC, community_link_9.id DESC 
 LIMIT 1) AS page_10 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_12.*) AS value 
FROM community_partner AS community_partner_11 JOIN LATERAL (SELECT community_partner_11.name AS name) AS node_12 ON true 
WHERE community_partner_11.id = page_10.partner_id AND community_partner_11.country_code = $1::VARCHAR AND community_partner_11.voided_at IS NULL) AS link_13 ON true JOIN LATERAL (SELECT page_10.kind AS kind, link_13.value AS partner) AS node_14 ON true ORDER BY page_10.order_0 DESC, page_10.id DESC) AS rows_10) AS gathered_10 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM community_link AS community_link_15 
WHERE community_link_15.child_file_id = child_8.id AND community_link_15.country_code = $1::VARCHAR AND community_link_15.voided_at IS NULL) AS "totalCount", gathered_10.part_1 AS nodes) AS connection_16 ON true) AS link_17 ON true JOIN LATERAL (SELECT child_8.given_name AS "givenName", link_17.value AS "communityLinks") AS node_18 ON true 
WHERE child_8.id = page_7.child_id AND child_8.country_code = $1::VARCHAR AND child_8.voided_at IS NULL) AS link_19 ON true JOIN LATERAL (SELECT page_7.started_on AS "startedOn", link_19.value AS child) AS node_20 ON true ORDER BY page_7.order_0 ASC, page_7.id ASC) AS rows_7) AS gathered_7 JOIN LATERAL (SELECT gathered_7.part_0 AS nodes) AS connection_21 ON true) AS link_22 ON true JOIN LATERAL (SELECT page_5.name AS name, link_22.value AS placements) AS node_23 ON true JOIN LATERAL (SELECT (('30114018d8.' || page_5.country_code) || '_') || CAST(page_5.id AS TEXT) AS cursor, row_to_json(node_23.*) AS node) AS edge_24 ON true ORDER BY page_5.order_0 ASC, page_5.id ASC) AS rows_5) AS gathered_5 JOIN LATERAL (SELECT gathered_5.part_0 AS edges) AS connection_25 ON true) AS link_26 ON true JOIN LATERAL (SELECT page_3.name AS name, link_26.value AS homes) AS node_27 ON true ORDER BY page_3.id ASC) AS rows_3) AS gathered_3 JOIN LATERAL (SELECT gathered_3.part_0 AS nodes) AS connection_28 ON true) AS link_29 ON true JOIN LATERAL (SELECT country_1.name AS name, link_29.value AS programmes) AS node_30 ON true 
WHERE country_1.code = $3::VARCHAR) AS country) AS answer
