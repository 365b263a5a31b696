SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_6.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_5.*) AS part_0 
FROM (SELECT placement_1.country_code AS country_code, placement_1.id AS id, placement_1.started_on AS started_on, placement_1.local_kind AS local_kind, placement_1.started_on AS order_0 
FROM placement AS placement_1 
WHERE placement_1.country_code = $1::VARCHAR AND placement_1.voided_at IS NULL AND placement_1.local_kind IS NOT NULL ORDER BY placement_1.started_on ASC, placement_1.id ASC 
 LIMIT 3) AS page_2 JOIN LATERAL (SELECT page_2.started_on AS "startedOn", (SELECT JSON_OBJECT('__typename' : 'Code', 'code' : code_3.code, 'label' : coalesce((SELECT code_3.labels[array_position(code_3.languages, languages_4.language)] AS anon_2 
FROM unnest($2::TEXT[]) WITH ORDINALITY AS languages_4(language, place) 
WHERE languages_4.language = ANY (code_3.languages) ORDER BY languages_4.place 
 LIMIT 1), code_3.label), 'international' : code_3.international RETURNING json) AS anon_1 
FROM national_code AS code_3 
WHERE code_3.country = $1::VARCHAR AND code_3.list_key = 'placement_kinds' AND code_3.code = page_2.local_kind ORDER BY code_3.from_day <= page_2.started_on DESC, code_3.from_day DESC 
 LIMIT 1) AS "localKind") AS node_5 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_6 ON true) AS placements) AS answer
