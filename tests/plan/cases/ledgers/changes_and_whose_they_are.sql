WITH changed_13 AS MATERIALIZED 
(SELECT merged_12.country_code AS country_code, merged_12.number AS number, merged_12.type AS type, merged_12.row_id AS row_id, merged_12.kind AS kind, merged_12.changed_at AS changed_at, merged_12.writer AS writer, merged_12.operation AS operation, merged_12.key AS key 
FROM (SELECT theirs_10.country_code AS country_code, theirs_10.number AS number, theirs_10.type AS type, theirs_10.row_id AS row_id, theirs_10.kind AS kind, theirs_10.changed_at AS changed_at, theirs_10.writer AS writer, theirs_10.operation AS operation, theirs_10.key AS key 
FROM unnest($2::UUID[]) AS anon_1(id) JOIN LATERAL (SELECT change_9.country_code AS country_code, change_9.number AS number, change_9.type AS type, change_9.row_id AS row_id, change_9.kind AS kind, change_9.changed_at AS changed_at, change_9.writer AS writer, change_9.operation AS operation, change_9.key AS key 
FROM change AS change_9 
WHERE change_9.country_code = $3::VARCHAR AND (change_9.programme_id = ANY ($2::UUID[]) OR change_9.programme_id IS NULL) AND change_9.programme_id = anon_1.id AND change_9.type != ALL ('{CaregiverCheck}'::text[]) AND change_9.number > 0 ORDER BY change_9.number 
 LIMIT $4::BIGINT) AS theirs_10 ON true UNION ALL (SELECT change_11.country_code AS country_code, change_11.number AS number, change_11.type AS type, change_11.row_id AS row_id, change_11.kind AS kind, change_11.changed_at AS changed_at, change_11.writer AS writer, change_11.operation AS operation, change_11.key AS key 
FROM change AS change_11 
WHERE change_11.country_code = $3::VARCHAR AND (change_11.programme_id = ANY ($2::UUID[]) OR change_11.programme_id IS NULL) AND change_11.programme_id IS NULL AND change_11.type != ALL ('{CaregiverCheck}'::text[]) AND change_11.number > 0 ORDER BY change_11.programme_id, change_11.number 
 LIMIT $4::BIGINT)) AS merged_12 ORDER BY merged_12.number 
 LIMIT $4::BIGINT)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT JSON_OBJECT('nodes' : (SELECT coalesce(json_agg(listed_14.entry), '[]'::json) AS coalesce_1 
FROM (SELECT JSON_OBJECT('rowId' : (((changed_13.type || '_') || changed_13.country_code) || '_') || CAST(changed_13.row_id AS TEXT), 'isMine' : coalesce(changed_13.writer = $1::UUID, false), 'operation' : changed_13.operation, 'idempotencyKey' : CASE WHEN (changed_13.writer = $1::UUID) THEN changed_13.key END RETURNING json) AS entry, changed_13.number AS number 
FROM changed_13 ORDER BY changed_13.number) AS listed_14) RETURNING json) AS value) AS changes) AS answer
