SELECT coalesce((SELECT counter.last 
FROM change_counter AS counter 
WHERE counter.country_code = $1::VARCHAR), 0) AS head, (SELECT hearth_history(counter.secret) AS hearth_history_1 
FROM change_counter AS counter 
WHERE counter.country_code = $1::VARCHAR) AS history, array((SELECT DISTINCT change_1.type 
FROM change AS change_1 
WHERE change_1.country_code = $1::VARCHAR AND change_1.number > $2::BIGINT)) AS types
;

SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_11.*) AS value 
FROM child AS child_1 LEFT OUTER JOIN LATERAL (SELECT row_to_json(node_4.*) AS value 
FROM placement AS placement_3, home AS home_2 JOIN LATERAL (SELECT (('Home_' || home_2.country_code) || '_') || CAST(home_2.id AS TEXT) AS id, home_2.name AS name) AS node_4 ON true 
WHERE placement_3.child_file_id = child_1.id AND placement_3.started_on <= $1::DATE AND (placement_3.ended_on IS NULL OR placement_3.ended_on > $1::DATE) AND placement_3.country_code = $2::VARCHAR AND placement_3.voided_at IS NULL AND home_2.id = placement_3.home_id AND home_2.country_code = $2::VARCHAR AND home_2.voided_at IS NULL) AS link_5 ON true LEFT OUTER JOIN LATERAL (SELECT row_to_json(connection_9.*) AS value 
FROM (SELECT coalesce(json_agg(rows_7.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_8.*) AS part_0 
FROM (SELECT placement_6.country_code AS country_code, placement_6.id AS id, placement_6.version AS version, placement_6.home_name AS home_name, placement_6.started_on AS started_on, placement_6.ended_on AS ended_on, placement_6.started_on AS order_0 
FROM placement AS placement_6 
WHERE placement_6.child_file_id = child_1.id AND placement_6.country_code = $2::VARCHAR AND placement_6.voided_at IS NULL ORDER BY placement_6.started_on DESC, placement_6.id DESC 
 LIMIT 5) AS page_7 JOIN LATERAL (SELECT (('Placement_' || page_7.country_code) || '_') || CAST(page_7.id AS TEXT) AS id, page_7.version AS version, page_7.home_name AS "homeName", page_7.started_on AS "startedOn", page_7.ended_on AS "endedOn") AS node_8 ON true ORDER BY page_7.order_0 DESC, page_7.id DESC) AS rows_7) AS gathered_7 JOIN LATERAL (SELECT gathered_7.part_0 AS nodes) AS connection_9 ON true) AS link_10 ON true JOIN LATERAL (SELECT (('Child_' || child_1.country_code) || '_') || CAST(child_1.id AS TEXT) AS id, child_1.version AS version, link_5.value AS home, link_10.value AS placements) AS node_11 ON true 
WHERE child_1.country_code = $2::VARCHAR AND child_1.country_code = $3::VARCHAR AND child_1.id = (SELECT coalesce((SELECT child_12.same_as_id 
FROM child AS child_12 
WHERE child_12.country_code = $2::VARCHAR AND child_12.id = $4::UUID AND child_12.same_as_id IS NOT NULL), $4::UUID) AS coalesce_1)) AS "childChanged") AS answer
;
