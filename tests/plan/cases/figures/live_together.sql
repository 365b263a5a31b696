WITH together_7 AS MATERIALIZED 
(SELECT rows_2.country_code AS country_code, CASE WHEN (rows_4.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex, CASE WHEN (rows_4.birth_date > $2::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (rows_4.birth_date > $2::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (rows_4.birth_date > $2::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (rows_4.birth_date > $2::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END AS age_group, rows_6.setting AS setting, count(*) AS amount 
FROM (SELECT placement_1.country_code AS country_code, placement_1.child_file_id AS child_id, placement_1.home_id AS home_id, placement_1.programme_id AS programme_id, placement_1.started_on AS started_on, placement_1.ended_on AS ended_on 
FROM placement AS placement_1 
WHERE placement_1.country_code = $3::VARCHAR AND placement_1.voided_at IS NULL) AS rows_2 JOIN (SELECT child_3.country_code AS country_code, child_3.id AS id, child_3.sex AS sex, child_3.birth_date AS birth_date 
FROM child AS child_3 
WHERE child_3.country_code = $3::VARCHAR AND child_3.voided_at IS NULL) AS rows_4 ON rows_4.id = rows_2.child_id JOIN (SELECT home_5.country_code AS country_code, home_5.id AS id, home_5.form AS form, home_5.setting AS setting 
FROM home AS home_5 
WHERE home_5.country_code = $3::VARCHAR AND home_5.voided_at IS NULL) AS rows_6 ON rows_6.id = rows_2.home_id 
WHERE rows_2.started_on <= $2::DATE AND (rows_2.ended_on IS NULL OR rows_2.ended_on > $2::DATE) GROUP BY GROUPING SETS((rows_2.country_code), (rows_2.country_code, CASE WHEN (rows_4.birth_date > $2::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (rows_4.birth_date > $2::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (rows_4.birth_date > $2::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (rows_4.birth_date > $2::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END), (rows_2.country_code, rows_6.setting), (rows_2.country_code, CASE WHEN (rows_4.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END), (rows_2.country_code, CASE WHEN (rows_4.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END, CASE WHEN (rows_4.birth_date > $2::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (rows_4.birth_date > $2::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (rows_4.birth_date > $2::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (rows_4.birth_date > $2::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END))), 
filled_10 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_9.amount), 0) AS BIGINT) AS amount 
FROM (SELECT split_8.country_code AS country_code, split_8.amount AS amount 
FROM together_7 AS split_8 
WHERE split_8.sex IS NULL AND split_8.age_group IS NULL AND split_8.setting IS NULL) AS counted_9), 
filled_14 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_13.amount), 0) AS BIGINT) AS amount 
FROM (SELECT split_12.country_code AS country_code, split_12.amount AS amount 
FROM together_7 AS split_12 
WHERE split_12.sex IS NULL AND split_12.age_group IS NULL AND split_12.setting IS NOT NULL AND split_12.setting = 'RESIDENTIAL') AS counted_13), 
filled_18 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_17.amount), 0) AS BIGINT) AS amount 
FROM (SELECT split_16.country_code AS country_code, split_16.amount AS amount 
FROM together_7 AS split_16 
WHERE split_16.sex IS NULL AND split_16.age_group IS NULL AND split_16.setting IS NOT NULL AND split_16.setting = 'FAMILY_BASED') AS counted_17), 
filled_22 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_21.amount), 0) AS BIGINT) AS amount 
FROM (SELECT split_20.country_code AS country_code, split_20.amount AS amount 
FROM together_7 AS split_20 
WHERE split_20.sex IS NULL AND split_20.age_group IS NOT NULL AND split_20.setting IS NULL AND split_20.age_group = 'AGE_18_PLUS_OR_UNKNOWN') AS counted_21), 
filled_36 AS MATERIALIZED 
(SELECT grid_35.n AS n, CAST(coalesce(sum(counted_34.amount), 0) AS BIGINT) AS amount 
FROM (VALUES (0, 'FEMALE'), (1, 'MALE_OTHER_OR_UNKNOWN')) AS grid_35 (n, sex) LEFT OUTER JOIN (SELECT first_entry.country_code AS country_code, CASE WHEN (rows_33.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex, count(*) AS amount 
FROM (SELECT DISTINCT ON (rows_29.country_code, rows_29.child_id) rows_29.country_code AS country_code, rows_29.child_id AS child_id, rows_29.home_id AS home_id, rows_29.programme_id AS programme_id, rows_29.started_on AS started_on 
FROM (SELECT placement_28.country_code AS country_code, placement_28.child_file_id AS child_id, placement_28.home_id AS home_id, placement_28.programme_id AS programme_id, placement_28.started_on AS started_on 
FROM placement AS placement_28 
WHERE placement_28.country_code = $3::VARCHAR AND placement_28.voided_at IS NULL) AS rows_29 
WHERE rows_29.started_on >= $4::DATE AND rows_29.started_on < $5::DATE AND NOT (EXISTS (SELECT * 
FROM (SELECT placement_30.country_code AS country_code, placement_30.child_file_id AS child_id, placement_30.ended_on AS ended_on 
FROM placement AS placement_30 
WHERE placement_30.country_code = $3::VARCHAR AND placement_30.voided_at IS NULL) AS rows_31 
WHERE rows_29.child_id = rows_31.child_id AND rows_29.started_on = rows_31.ended_on)) ORDER BY rows_29.country_code, rows_29.child_id, rows_29.started_on) AS first_entry JOIN (SELECT child_32.country_code AS country_code, child_32.id AS id, child_32.sex AS sex, child_32.birth_date AS birth_date 
FROM child AS child_32 
WHERE child_32.country_code = $3::VARCHAR AND child_32.voided_at IS NULL) AS rows_33 ON rows_33.id = first_entry.child_id GROUP BY first_entry.country_code, CASE WHEN (rows_33.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END) AS counted_34 ON counted_34.sex = grid_35.sex GROUP BY grid_35.n), 
filled_41 AS MATERIALIZED 
(SELECT grid_40.n AS n, CAST(coalesce(sum(counted_39.amount), 0) AS BIGINT) AS amount 
FROM (VALUES (0, 'FEMALE'), (1, 'MALE_OTHER_OR_UNKNOWN')) AS grid_40 (n, sex) LEFT OUTER JOIN (SELECT split_38.country_code AS country_code, split_38.sex AS sex, split_38.amount AS amount 
FROM together_7 AS split_38 
WHERE split_38.sex IS NOT NULL AND split_38.age_group IS NULL AND split_38.setting IS NULL) AS counted_39 ON counted_39.sex = grid_40.sex GROUP BY grid_40.n), 
filled_46 AS MATERIALIZED 
(SELECT grid_45.n AS n, CAST(coalesce(sum(counted_44.amount), 0) AS BIGINT) AS amount 
FROM (VALUES (0, 'FEMALE'), (1, 'MALE_OTHER_OR_UNKNOWN')) AS grid_45 (n, sex) LEFT OUTER JOIN (SELECT split_43.country_code AS country_code, split_43.sex AS sex, split_43.amount AS amount 
FROM together_7 AS split_43 
WHERE split_43.sex IS NOT NULL AND split_43.age_group IS NOT NULL AND split_43.setting IS NULL AND split_43.age_group = 'AGE_18_PLUS_OR_UNKNOWN') AS counted_44 ON counted_44.sex = grid_45.sex GROUP BY grid_45.n), 
filled_57 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_56.amount), 0) AS BIGINT) AS amount 
FROM (SELECT first_entry.country_code AS country_code, count(*) AS amount 
FROM (SELECT DISTINCT ON (rows_53.country_code, rows_53.child_id) rows_53.country_code AS country_code, rows_53.child_id AS child_id, rows_53.home_id AS home_id, rows_53.programme_id AS programme_id, rows_53.started_on AS started_on 
FROM (SELECT placement_52.country_code AS country_code, placement_52.child_file_id AS child_id, placement_52.home_id AS home_id, placement_52.programme_id AS programme_id, placement_52.started_on AS started_on 
FROM placement AS placement_52 
WHERE placement_52.country_code = $3::VARCHAR AND placement_52.voided_at IS NULL) AS rows_53 
WHERE rows_53.started_on >= $6::DATE AND rows_53.started_on < $7::DATE AND NOT (EXISTS (SELECT * 
FROM (SELECT placement_54.country_code AS country_code, placement_54.child_file_id AS child_id, placement_54.ended_on AS ended_on 
FROM placement AS placement_54 
WHERE placement_54.country_code = $3::VARCHAR AND placement_54.voided_at IS NULL) AS rows_55 
WHERE rows_53.child_id = rows_55.child_id AND rows_53.started_on = rows_55.ended_on)) ORDER BY rows_53.country_code, rows_53.child_id, rows_53.started_on) AS first_entry GROUP BY first_entry.country_code) AS counted_56)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(report_27.*) AS value 
FROM (SELECT $1::JSON AS period, (SELECT coalesce(json_agg(row_to_json(listed_26.*)), '[]'::json) AS coalesce_1 
FROM (SELECT figures_25.indicator AS indicator, figures_25.value AS value, figures_25.numerator AS numerator, figures_25.denominator AS denominator, CASE WHEN (figures_25.value IS NULL) THEN 'NOT_AVAILABLE' ELSE 'PUBLISHED' END AS status 
FROM (SELECT 0 AS place, 'CARE_STOCK' AS indicator, cells_11.n AS n, cells_11.amount AS value, cells_11.amount AS numerator, CAST(null AS BIGINT) AS denominator 
FROM filled_10 AS cells_11 UNION ALL SELECT 1 AS place, 'RESIDENTIAL_TO_FAMILY_BASED' AS indicator, cells_15.n AS n, round(CAST(cells_15.amount AS NUMERIC) / CAST(nullif(cells_19.amount, 0) AS NUMERIC), 2) AS value, cells_15.amount AS numerator, cells_19.amount AS denominator 
FROM filled_14 AS cells_15 JOIN filled_18 AS cells_19 ON cells_19.n = cells_15.n UNION ALL SELECT 2 AS place, 'YOUNG_ADULTS_IN_CARE' AS indicator, cells_23.n AS n, round((CAST(cells_23.amount AS NUMERIC) * 100) / CAST(nullif(cells_24.amount, 0) AS NUMERIC), 1) AS value, cells_23.amount AS numerator, cells_24.amount AS denominator 
FROM filled_22 AS cells_23 JOIN filled_10 AS cells_24 ON cells_24.n = cells_23.n) AS figures_25 ORDER BY figures_25.place, figures_25.n) AS listed_26) AS cells) AS report_27) AS whole, (SELECT row_to_json(report_51.*) AS value 
FROM (SELECT (SELECT coalesce(json_agg(row_to_json(listed_50.*)), '[]'::json) AS coalesce_2 
FROM (SELECT figures_49.indicator AS indicator, CASE figures_49.n WHEN 0 THEN '[{"value":"FEMALE"}]'::json WHEN 1 THEN '[{"value":"MALE_OTHER_OR_UNKNOWN"}]'::json END AS splits, figures_49.value AS value, figures_49.numerator AS numerator, figures_49.denominator AS denominator, CASE WHEN (figures_49.value IS NULL) THEN 'NOT_AVAILABLE' ELSE 'PUBLISHED' END AS status 
FROM (SELECT 0 AS place, 'CARE_INFLOW' AS indicator, cells_37.n AS n, cells_37.amount AS value, cells_37.amount AS numerator, CAST(null AS BIGINT) AS denominator 
FROM filled_36 AS cells_37 UNION ALL SELECT 1 AS place, 'CARE_STOCK' AS indicator, cells_42.n AS n, cells_42.amount AS value, cells_42.amount AS numerator, CAST(null AS BIGINT) AS denominator 
FROM filled_41 AS cells_42 UNION ALL SELECT 2 AS place, 'YOUNG_ADULTS_IN_CARE' AS indicator, cells_47.n AS n, round((CAST(cells_47.amount AS NUMERIC) * 100) / CAST(nullif(cells_48.amount, 0) AS NUMERIC), 1) AS value, cells_47.amount AS numerator, cells_48.amount AS denominator 
FROM filled_46 AS cells_47 JOIN filled_41 AS cells_48 ON cells_48.n = cells_47.n) AS figures_49 ORDER BY figures_49.place, figures_49.n) AS listed_50) AS cells) AS report_51) AS sexes, (SELECT row_to_json(report_61.*) AS value 
FROM (SELECT (SELECT coalesce(json_agg(row_to_json(listed_60.*)), '[]'::json) AS coalesce_3 
FROM (SELECT figures_59.indicator AS indicator, figures_59.value AS value 
FROM (SELECT 0 AS place, 'CARE_INFLOW' AS indicator, cells_58.n AS n, cells_58.amount AS value, cells_58.amount AS numerator, CAST(null AS BIGINT) AS denominator 
FROM filled_57 AS cells_58) AS figures_59 ORDER BY figures_59.place, figures_59.n) AS listed_60) AS cells) AS report_61) AS before) AS answer
