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
filled_21 AS MATERIALIZED 
(SELECT grid_20.n AS n, CAST(coalesce(sum(counted_19.amount), 0) AS BIGINT) AS amount 
FROM (VALUES (0, 'FAMILY_BASED'), (1, 'INDEPENDENT'), (2, 'RESIDENTIAL')) AS grid_20 (n, setting) LEFT OUTER JOIN (SELECT rows_8.country_code AS country_code, rows_18.setting AS setting, count(*) AS amount 
FROM (SELECT placement_6.country_code AS country_code, placement_6.child_file_id AS child_id, CASE WHEN (was_7.held ? 'home') THEN CAST(split_part(was_7.held ->> 'home', '_', 3) AS UUID) ELSE placement_6.home_id END AS home_id, CASE WHEN (was_7.held ? 'programme') THEN CAST(split_part(was_7.held ->> 'programme', '_', 3) AS UUID) ELSE placement_6.programme_id END AS programme_id, CASE WHEN (was_7.held ? 'startedOn') THEN CAST(was_7.held ->> 'startedOn' AS DATE) ELSE placement_6.started_on END AS started_on, CASE WHEN (was_7.held ? 'endedOn') THEN CAST(was_7.held ->> 'endedOn' AS DATE) ELSE placement_6.ended_on END AS ended_on 
FROM placement AS placement_6 LEFT OUTER JOIN past_5 AS was_7 ON was_7.row_id = placement_6.id 
WHERE placement_6.country_code = $1::VARCHAR AND placement_6.created_at <= $2::TIMESTAMP WITH TIME ZONE AND CASE WHEN (was_7.held ? 'voidedAt') THEN CAST(was_7.held ->> 'voidedAt' AS TIMESTAMP WITH TIME ZONE) ELSE placement_6.voided_at END IS NULL) AS rows_8 JOIN (SELECT home_15.country_code AS country_code, home_15.id AS id, CASE WHEN (was_16.held ? 'form') THEN was_16.held ->> 'form' ELSE home_15.form END AS form, (SELECT CASE WHEN form IN ('SOS_FAMILY', 'FOSTER_FAMILY', 'KINSHIP_FAMILY') THEN 'FAMILY_BASED' WHEN form = 'SUPERVISED_INDEPENDENT_LIVING' THEN 'INDEPENDENT' ELSE 'RESIDENTIAL' END 
FROM (SELECT CASE WHEN (was_16.held ? 'form') THEN was_16.held ->> 'form' ELSE home_15.form END AS form) AS then_17) AS setting 
FROM home AS home_15 LEFT OUTER JOIN past_14 AS was_16 ON was_16.row_id = home_15.id 
WHERE home_15.country_code = $1::VARCHAR AND home_15.created_at <= $2::TIMESTAMP WITH TIME ZONE AND CASE WHEN (was_16.held ? 'voidedAt') THEN CAST(was_16.held ->> 'voidedAt' AS TIMESTAMP WITH TIME ZONE) ELSE home_15.voided_at END IS NULL) AS rows_18 ON rows_18.id = rows_8.home_id 
WHERE rows_8.started_on <= $3::DATE AND (rows_8.ended_on IS NULL OR rows_8.ended_on > $3::DATE) GROUP BY rows_8.country_code, rows_18.setting) AS counted_19 ON counted_19.setting = grid_20.setting GROUP BY grid_20.n), 
filled_33 AS MATERIALIZED 
(SELECT grid_32.n AS n, CAST(coalesce(sum(counted_31.amount), 0) AS BIGINT) AS amount 
FROM (VALUES (0, 'FAMILY_BASED'), (1, 'INDEPENDENT'), (2, 'RESIDENTIAL')) AS grid_32 (n, setting) LEFT OUTER JOIN (SELECT rows_26.country_code AS country_code, rows_30.setting AS setting, CAST(coalesce(sum(rows_26.capacity), 0) AS BIGINT) AS amount 
FROM (SELECT home_24.country_code AS country_code, home_24.id AS id, CASE WHEN (was_25.held ? 'programme') THEN CAST(split_part(was_25.held ->> 'programme', '_', 3) AS UUID) ELSE home_24.programme_id END AS programme_id, CASE WHEN (was_25.held ? 'capacity') THEN CAST(was_25.held ->> 'capacity' AS BIGINT) ELSE home_24.capacity END AS capacity, CASE WHEN (was_25.held ? 'openedOn') THEN CAST(was_25.held ->> 'openedOn' AS DATE) ELSE home_24.opened_on END AS opened_on, CASE WHEN (was_25.held ? 'closedOn') THEN CAST(was_25.held ->> 'closedOn' AS DATE) ELSE home_24.closed_on END AS closed_on 
FROM home AS home_24 LEFT OUTER JOIN past_14 AS was_25 ON was_25.row_id = home_24.id 
WHERE home_24.country_code = $1::VARCHAR AND home_24.created_at <= $2::TIMESTAMP WITH TIME ZONE AND CASE WHEN (was_25.held ? 'voidedAt') THEN CAST(was_25.held ->> 'voidedAt' AS TIMESTAMP WITH TIME ZONE) ELSE home_24.voided_at END IS NULL) AS rows_26 JOIN (SELECT home_27.country_code AS country_code, home_27.id AS id, CASE WHEN (was_28.held ? 'form') THEN was_28.held ->> 'form' ELSE home_27.form END AS form, (SELECT CASE WHEN form IN ('SOS_FAMILY', 'FOSTER_FAMILY', 'KINSHIP_FAMILY') THEN 'FAMILY_BASED' WHEN form = 'SUPERVISED_INDEPENDENT_LIVING' THEN 'INDEPENDENT' ELSE 'RESIDENTIAL' END 
FROM (SELECT CASE WHEN (was_28.held ? 'form') THEN was_28.held ->> 'form' ELSE home_27.form END AS form) AS then_29) AS setting 
FROM home AS home_27 LEFT OUTER JOIN past_14 AS was_28 ON was_28.row_id = home_27.id 
WHERE home_27.country_code = $1::VARCHAR AND home_27.created_at <= $2::TIMESTAMP WITH TIME ZONE AND CASE WHEN (was_28.held ? 'voidedAt') THEN CAST(was_28.held ->> 'voidedAt' AS TIMESTAMP WITH TIME ZONE) ELSE home_27.voided_at END IS NULL) AS rows_30 ON rows_30.id = rows_26.id 
WHERE rows_26.opened_on <= $3::DATE AND (rows_26.closed_on IS NULL OR rows_26.closed_on > $3::DATE) GROUP BY rows_26.country_code, rows_30.setting) AS counted_31 ON counted_31.setting = grid_32.setting GROUP BY grid_32.n)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(report_37.*) AS value 
FROM (SELECT (SELECT coalesce(json_agg(row_to_json(listed_36.*)), '[]'::json) AS coalesce_1 
FROM (SELECT figures_35.indicator AS indicator, CASE figures_35.n WHEN 0 THEN '[{"value":"FAMILY_BASED"}]'::json WHEN 1 THEN '[{"value":"INDEPENDENT"}]'::json WHEN 2 THEN '[{"value":"RESIDENTIAL"}]'::json END AS splits, figures_35.numerator AS numerator, figures_35.denominator AS denominator 
FROM (SELECT 0 AS place, 'CARE_STOCK' AS indicator, cells_22.n AS n, cells_22.amount AS value, cells_22.amount AS numerator, CAST(null AS BIGINT) AS denominator 
FROM filled_21 AS cells_22 UNION ALL SELECT 1 AS place, 'OCCUPANCY' AS indicator, cells_23.n AS n, round((CAST(cells_23.amount AS NUMERIC) * 100) / CAST(nullif(cells_34.amount, 0) AS NUMERIC), 1) AS value, cells_23.amount AS numerator, cells_34.amount AS denominator 
FROM filled_21 AS cells_23 JOIN filled_33 AS cells_34 ON cells_34.n = cells_23.n) AS figures_35 ORDER BY figures_35.place, figures_35.n) AS listed_36) AS cells) AS report_37) AS "indicatorReport") AS answer
