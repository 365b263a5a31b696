WITH past_5 AS MATERIALIZED 
(SELECT earliest_4.row_id AS row_id, jsonb_object_agg(earliest_4.key, earliest_4.value) AS held 
FROM (SELECT DISTINCT ON (entries_2.row_id, held_3.key) entries_2.row_id AS row_id, held_3.key AS key, held_3.value AS value 
FROM (SELECT history_sensitive_1.row_id AS row_id, history_sensitive_1.version AS version, history_sensitive_1.before AS before 
FROM history_sensitive AS history_sensitive_1 
WHERE history_sensitive_1.country_code = $1::VARCHAR AND history_sensitive_1.type = 'Placement' AND history_sensitive_1.recorded_at > $2::TIMESTAMP WITH TIME ZONE AND history_sensitive_1.before IS NOT NULL) AS entries_2 JOIN jsonb_each(entries_2.before) AS held_3 ON true ORDER BY entries_2.row_id, held_3.key, entries_2.version) AS earliest_4 GROUP BY earliest_4.row_id), 
past_14 AS MATERIALIZED 
(SELECT earliest_13.row_id AS row_id, jsonb_object_agg(earliest_13.key, earliest_13.value) AS held 
FROM (SELECT DISTINCT ON (entries_11.row_id, held_12.key) entries_11.row_id AS row_id, held_12.key AS key, held_12.value AS value 
FROM (SELECT history_plain_9.row_id AS row_id, history_plain_9.version AS version, history_plain_9.before AS before 
FROM history_plain AS history_plain_9 
WHERE history_plain_9.country_code = $1::VARCHAR AND history_plain_9.type = 'Home' AND history_plain_9.recorded_at > $2::TIMESTAMP WITH TIME ZONE AND history_plain_9.before IS NOT NULL UNION ALL SELECT history_sensitive_10.row_id AS row_id, history_sensitive_10.version AS version, history_sensitive_10.before AS before 
FROM history_sensitive AS history_sensitive_10 
WHERE history_sensitive_10.country_code = $1::VARCHAR AND history_sensitive_10.type = 'Home' AND history_sensitive_10.recorded_at > $2::TIMESTAMP WITH TIME ZONE AND history_sensitive_10.before IS NOT NULL) AS entries_11 JOIN jsonb_each(entries_11.before) AS held_12 ON true ORDER BY entries_11.row_id, held_12.key, entries_11.version) AS earliest_13 GROUP BY earliest_13.row_id), 
filled_20 AS MATERIALIZED 
(SELECT grid_19.n AS n, CAST(coalesce(sum(counted_18.amount), 0) AS BIGINT) AS amount 
FROM (VALUES (0, 'FAMILY_BASED'), (1, 'INDEPENDENT'), (2, 'RESIDENTIAL')) AS grid_19 (n, setting) LEFT OUTER JOIN (SELECT rows_8.country_code AS country_code, rows_17.setting AS setting, count(*) AS amount 
FROM (SELECT placement_6.country_code AS country_code, placement_6.child_file_id AS child_id, CASE WHEN (was_7.held ? 'home') THEN CAST(split_part(was_7.held ->> 'home', '_', 3) AS UUID) ELSE placement_6.home_id END AS home_id, CASE WHEN (was_7.held ? 'programme') THEN CAST(split_part(was_7.held ->> 'programme', '_', 3) AS UUID) ELSE placement_6.programme_id END AS programme_id, CASE WHEN (was_7.held ? 'startedOn') THEN CAST(was_7.held ->> 'startedOn' AS DATE) ELSE placement_6.started_on END AS started_on, CASE WHEN (was_7.held ? 'endedOn') THEN CAST(was_7.held ->> 'endedOn' AS DATE) ELSE placement_6.ended_on END AS ended_on 
FROM placement AS placement_6 LEFT OUTER JOIN past_5 AS was_7 ON was_7.row_id = placement_6.id 
WHERE placement_6.country_code = $1::VARCHAR AND placement_6.created_at <= $2::TIMESTAMP WITH TIME ZONE AND CASE WHEN (was_7.held ? 'voidedAt') THEN CAST(was_7.held ->> 'voidedAt' AS TIMESTAMP WITH TIME ZONE) ELSE placement_6.voided_at END IS NULL) AS rows_8 JOIN (SELECT home_15.country_code AS country_code, home_15.id AS id, CASE WHEN (was_16.held ? 'form') THEN was_16.held ->> 'form' ELSE home_15.form END AS form, home_15.setting AS setting 
FROM home AS home_15 LEFT OUTER JOIN past_14 AS was_16 ON was_16.row_id = home_15.id 
WHERE home_15.country_code = $1::VARCHAR AND home_15.created_at <= $2::TIMESTAMP WITH TIME ZONE AND CASE WHEN (was_16.held ? 'voidedAt') THEN CAST(was_16.held ->> 'voidedAt' AS TIMESTAMP WITH TIME ZONE) ELSE home_15.voided_at END IS NULL) AS rows_17 ON rows_17.id = rows_8.home_id 
WHERE rows_8.started_on <= $3::DATE AND (rows_8.ended_on IS NULL OR rows_8.ended_on > $3::DATE) GROUP BY rows_8.country_code, rows_17.setting) AS counted_18 ON counted_18.setting = grid_19.setting GROUP BY grid_19.n), 
filled_31 AS MATERIALIZED 
(SELECT grid_30.n AS n, CAST(coalesce(sum(counted_29.amount), 0) AS BIGINT) AS amount 
FROM (VALUES (0, 'FAMILY_BASED'), (1, 'INDEPENDENT'), (2, 'RESIDENTIAL')) AS grid_30 (n, setting) LEFT OUTER JOIN (SELECT rows_25.country_code AS country_code, rows_28.setting AS setting, CAST(coalesce(sum(rows_25.capacity), 0) AS BIGINT) AS amount 
FROM (SELECT home_23.country_code AS country_code, home_23.id AS id, home_23.programme_id AS programme_id, CASE WHEN (was_24.held ? 'capacity') THEN CAST(was_24.held ->> 'capacity' AS BIGINT) ELSE home_23.capacity END AS capacity, CASE WHEN (was_24.held ? 'openedOn') THEN CAST(was_24.held ->> 'openedOn' AS DATE) ELSE home_23.opened_on END AS opened_on, CASE WHEN (was_24.held ? 'closedOn') THEN CAST(was_24.held ->> 'closedOn' AS DATE) ELSE home_23.closed_on END AS closed_on 
FROM home AS home_23 LEFT OUTER JOIN past_14 AS was_24 ON was_24.row_id = home_23.id 
WHERE home_23.country_code = $1::VARCHAR AND home_23.created_at <= $2::TIMESTAMP WITH TIME ZONE AND CASE WHEN (was_24.held ? 'voidedAt') THEN CAST(was_24.held ->> 'voidedAt' AS TIMESTAMP WITH TIME ZONE) ELSE home_23.voided_at END IS NULL) AS rows_25 JOIN (SELECT home_26.country_code AS country_code, home_26.id AS id, CASE WHEN (was_27.held ? 'form') THEN was_27.held ->> 'form' ELSE home_26.form END AS form, home_26.setting AS setting 
FROM home AS home_26 LEFT OUTER JOIN past_14 AS was_27 ON was_27.row_id = home_26.id 
WHERE home_26.country_code = $1::VARCHAR AND home_26.created_at <= $2::TIMESTAMP WITH TIME ZONE AND CASE WHEN (was_27.held ? 'voidedAt') THEN CAST(was_27.held ->> 'voidedAt' AS TIMESTAMP WITH TIME ZONE) ELSE home_26.voided_at END IS NULL) AS rows_28 ON rows_28.id = rows_25.id 
WHERE rows_25.opened_on <= $3::DATE AND (rows_25.closed_on IS NULL OR rows_25.closed_on > $3::DATE) GROUP BY rows_25.country_code, rows_28.setting) AS counted_29 ON counted_29.setting = grid_30.setting GROUP BY grid_30.n)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(report_35.*) AS value 
FROM (SELECT (SELECT coalesce(json_agg(row_to_json(listed_34.*)), '[]'::json) AS coalesce_1 
FROM (SELECT figures_33.indicator AS indicator, CASE figures_33.n WHEN 0 THEN '[{"value":"FAMILY_BASED"}]'::json WHEN 1 THEN '[{"value":"INDEPENDENT"}]'::json WHEN 2 THEN '[{"value":"RESIDENTIAL"}]'::json END AS splits, figures_33.numerator AS numerator, figures_33.denominator AS denominator 
FROM (SELECT 0 AS place, 'CARE_STOCK' AS indicator, cells_21.n AS n, cells_21.amount AS value, cells_21.amount AS numerator, CAST(null AS BIGINT) AS denominator 
FROM filled_20 AS cells_21 UNION ALL SELECT 1 AS place, 'OCCUPANCY' AS indicator, cells_22.n AS n, round((CAST(cells_22.amount AS NUMERIC) * 100) / CAST(nullif(cells_32.amount, 0) AS NUMERIC), 1) AS value, cells_22.amount AS numerator, cells_32.amount AS denominator 
FROM filled_20 AS cells_22 JOIN filled_31 AS cells_32 ON cells_32.n = cells_22.n) AS figures_33 ORDER BY figures_33.place, figures_33.n) AS listed_34) AS cells) AS report_35) AS "indicatorReport") AS answer
