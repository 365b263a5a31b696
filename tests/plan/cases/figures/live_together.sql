WITH together_7 AS MATERIALIZED 
(SELECT in_rows_2.country_code AS country_code, CASE WHEN (rows_6.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex, CASE WHEN (rows_6.birth_date > $2::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (rows_6.birth_date > $2::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (rows_6.birth_date > $2::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (rows_6.birth_date > $2::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END AS age_group, in_rows_2.setting AS setting, count(*) AS amount 
FROM (SELECT rows_2.country_code AS country_code, rows_2.child_id AS child_id, rows_2.setting AS setting, rows_2.arrangement AS arrangement, rows_2.programme_id AS programme_id, rows_2.started_on AS started_on, rows_2.ended_on AS ended_on 
FROM (SELECT placement_1.country_code AS country_code, placement_1.care_episode_id AS care_episode_id, placement_1.setting AS setting, placement_1.started_on AS started_on, placement_1.ended_on AS ended_on, placement_1.child_file_id AS child_id, placement_1.arrangement AS arrangement, placement_1.programme_id AS programme_id 
FROM placement AS placement_1 
WHERE placement_1.country_code = $3::VARCHAR AND placement_1.voided_at IS NULL) AS rows_2 JOIN (SELECT care_episode_3.country_code AS country_code, care_episode_3.id AS id 
FROM care_episode AS care_episode_3 
WHERE care_episode_3.country_code = $3::VARCHAR AND care_episode_3.voided_at IS NULL) AS rows_4 ON rows_4.id = rows_2.care_episode_id 
WHERE rows_2.setting != 'NOT_CARE' AND (rows_2.ended_on IS NULL OR rows_2.ended_on > rows_2.started_on)) AS in_rows_2 JOIN (SELECT child_5.country_code AS country_code, child_5.id AS id, child_5.sex AS sex, child_5.birth_date AS birth_date 
FROM child AS child_5 
WHERE child_5.country_code = $3::VARCHAR AND child_5.voided_at IS NULL) AS rows_6 ON rows_6.id = in_rows_2.child_id 
WHERE in_rows_2.started_on <= $2::DATE AND (in_rows_2.ended_on IS NULL OR in_rows_2.ended_on > $2::DATE) GROUP BY GROUPING SETS((in_rows_2.country_code), (in_rows_2.country_code, CASE WHEN (rows_6.birth_date > $2::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (rows_6.birth_date > $2::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (rows_6.birth_date > $2::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (rows_6.birth_date > $2::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END), (in_rows_2.country_code, in_rows_2.setting), (in_rows_2.country_code, CASE WHEN (rows_6.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END), (in_rows_2.country_code, CASE WHEN (rows_6.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END, CASE WHEN (rows_6.birth_date > $2::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (rows_6.birth_date > $2::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (rows_6.birth_date > $2::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (rows_6.birth_date > $2::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END))), 
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
filled_40 AS MATERIALIZED 
(SELECT grid_39.n AS n, CAST(coalesce(sum(counted_38.amount), 0) AS BIGINT) AS amount 
FROM (VALUES (0, 'FEMALE'), (1, 'MALE_OTHER_OR_UNKNOWN')) AS grid_39 (n, sex) LEFT OUTER JOIN (SELECT first_entry.country_code AS country_code, CASE WHEN (rows_37.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex, count(*) AS amount 
FROM (SELECT DISTINCT ON (in_rows_29.country_code, in_rows_29.child_id) in_rows_29.country_code AS country_code, in_rows_29.child_id AS child_id, in_rows_29.setting AS setting, in_rows_29.arrangement AS arrangement, in_rows_29.programme_id AS programme_id, in_rows_29.started_on AS started_on 
FROM (SELECT rows_29.country_code AS country_code, rows_29.care_episode_id AS care_episode_id, rows_29.child_id AS child_id, rows_29.setting AS setting, rows_29.arrangement AS arrangement, rows_29.programme_id AS programme_id, rows_29.started_on AS started_on 
FROM (SELECT placement_28.country_code AS country_code, placement_28.care_episode_id AS care_episode_id, placement_28.setting AS setting, placement_28.started_on AS started_on, placement_28.ended_on AS ended_on, placement_28.child_file_id AS child_id, placement_28.arrangement AS arrangement, placement_28.programme_id AS programme_id 
FROM placement AS placement_28 
WHERE placement_28.country_code = $3::VARCHAR AND placement_28.voided_at IS NULL) AS rows_29 JOIN (SELECT care_episode_30.country_code AS country_code, care_episode_30.id AS id 
FROM care_episode AS care_episode_30 
WHERE care_episode_30.country_code = $3::VARCHAR AND care_episode_30.voided_at IS NULL) AS rows_31 ON rows_31.id = rows_29.care_episode_id 
WHERE rows_29.setting != 'NOT_CARE' AND (rows_29.ended_on IS NULL OR rows_29.ended_on > rows_29.started_on)) AS in_rows_29 
WHERE in_rows_29.started_on >= $4::DATE AND in_rows_29.started_on < $5::DATE AND NOT (EXISTS (SELECT * 
FROM (SELECT rows_33.country_code AS country_code, rows_33.child_id AS child_id, rows_33.ended_on AS ended_on 
FROM (SELECT placement_32.country_code AS country_code, placement_32.care_episode_id AS care_episode_id, placement_32.setting AS setting, placement_32.started_on AS started_on, placement_32.ended_on AS ended_on, placement_32.child_file_id AS child_id 
FROM placement AS placement_32 
WHERE placement_32.country_code = $3::VARCHAR AND placement_32.voided_at IS NULL) AS rows_33 JOIN (SELECT care_episode_34.country_code AS country_code, care_episode_34.id AS id 
FROM care_episode AS care_episode_34 
WHERE care_episode_34.country_code = $3::VARCHAR AND care_episode_34.voided_at IS NULL) AS rows_35 ON rows_35.id = rows_33.care_episode_id 
WHERE rows_33.setting != 'NOT_CARE' AND (rows_33.ended_on IS NULL OR rows_33.ended_on > rows_33.started_on)) AS in_rows_33 
WHERE in_rows_29.child_id = in_rows_33.child_id AND in_rows_29.started_on = in_rows_33.ended_on)) ORDER BY in_rows_29.country_code, in_rows_29.child_id, in_rows_29.started_on) AS first_entry JOIN (SELECT child_36.country_code AS country_code, child_36.id AS id, child_36.sex AS sex, child_36.birth_date AS birth_date 
FROM child AS child_36 
WHERE child_36.country_code = $3::VARCHAR AND child_36.voided_at IS NULL) AS rows_37 ON rows_37.id = first_entry.child_id GROUP BY first_entry.country_code, CASE WHEN (rows_37.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END) AS counted_38 ON counted_38.sex = grid_39.sex GROUP BY grid_39.n), 
filled_45 AS MATERIALIZED 
(SELECT grid_44.n AS n, CAST(coalesce(sum(counted_43.amount), 0) AS BIGINT) AS amount 
FROM (VALUES (0, 'FEMALE'), (1, 'MALE_OTHER_OR_UNKNOWN')) AS grid_44 (n, sex) LEFT OUTER JOIN (SELECT split_42.country_code AS country_code, split_42.sex AS sex, split_42.amount AS amount 
FROM together_7 AS split_42 
WHERE split_42.sex IS NOT NULL AND split_42.age_group IS NULL AND split_42.setting IS NULL) AS counted_43 ON counted_43.sex = grid_44.sex GROUP BY grid_44.n), 
filled_50 AS MATERIALIZED 
(SELECT grid_49.n AS n, CAST(coalesce(sum(counted_48.amount), 0) AS BIGINT) AS amount 
FROM (VALUES (0, 'FEMALE'), (1, 'MALE_OTHER_OR_UNKNOWN')) AS grid_49 (n, sex) LEFT OUTER JOIN (SELECT split_47.country_code AS country_code, split_47.sex AS sex, split_47.amount AS amount 
FROM together_7 AS split_47 
WHERE split_47.sex IS NOT NULL AND split_47.age_group IS NOT NULL AND split_47.setting IS NULL AND split_47.age_group = 'AGE_18_PLUS_OR_UNKNOWN') AS counted_48 ON counted_48.sex = grid_49.sex GROUP BY grid_49.n), 
filled_65 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_64.amount), 0) AS BIGINT) AS amount 
FROM (SELECT first_entry.country_code AS country_code, count(*) AS amount 
FROM (SELECT DISTINCT ON (in_rows_57.country_code, in_rows_57.child_id) in_rows_57.country_code AS country_code, in_rows_57.child_id AS child_id, in_rows_57.setting AS setting, in_rows_57.arrangement AS arrangement, in_rows_57.programme_id AS programme_id, in_rows_57.started_on AS started_on 
FROM (SELECT rows_57.country_code AS country_code, rows_57.care_episode_id AS care_episode_id, rows_57.child_id AS child_id, rows_57.setting AS setting, rows_57.arrangement AS arrangement, rows_57.programme_id AS programme_id, rows_57.started_on AS started_on 
FROM (SELECT placement_56.country_code AS country_code, placement_56.care_episode_id AS care_episode_id, placement_56.setting AS setting, placement_56.started_on AS started_on, placement_56.ended_on AS ended_on, placement_56.child_file_id AS child_id, placement_56.arrangement AS arrangement, placement_56.programme_id AS programme_id 
FROM placement AS placement_56 
WHERE placement_56.country_code = $3::VARCHAR AND placement_56.voided_at IS NULL) AS rows_57 JOIN (SELECT care_episode_58.country_code AS country_code, care_episode_58.id AS id 
FROM care_episode AS care_episode_58 
WHERE care_episode_58.country_code = $3::VARCHAR AND care_episode_58.voided_at IS NULL) AS rows_59 ON rows_59.id = rows_57.care_episode_id 
WHERE rows_57.setting != 'NOT_CARE' AND (rows_57.ended_on IS NULL OR rows_57.ended_on > rows_57.started_on)) AS in_rows_57 
WHERE in_rows_57.started_on >= $6::DATE AND in_rows_57.started_on < $7::DATE AND NOT (EXISTS (SELECT * 
FROM (SELECT rows_61.country_code AS country_code, rows_61.child_id AS child_id, rows_61.ended_on AS ended_on 
FROM (SELECT placement_60.country_code AS country_code, placement_60.care_episode_id AS care_episode_id, placement_60.setting AS setting, placement_60.started_on AS started_on, placement_60.ended_on AS ended_on, placement_60.child_file_id AS child_id 
FROM placement AS placement_60 
WHERE placement_60.country_code = $3::VARCHAR AND placement_60.voided_at IS NULL) AS rows_61 JOIN (SELECT care_episode_62.country_code AS country_code, care_episode_62.id AS id 
FROM care_episode AS care_episode_62 
WHERE care_episode_62.country_code = $3::VARCHAR AND care_episode_62.voided_at IS NULL) AS rows_63 ON rows_63.id = rows_61.care_episode_id 
WHERE rows_61.setting != 'NOT_CARE' AND (rows_61.ended_on IS NULL OR rows_61.ended_on > rows_61.started_on)) AS in_rows_61 
WHERE in_rows_57.child_id = in_rows_61.child_id AND in_rows_57.started_on = in_rows_61.ended_on)) ORDER BY in_rows_57.country_code, in_rows_57.child_id, in_rows_57.started_on) AS first_entry GROUP BY first_entry.country_code) AS counted_64)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(report_27.*) AS value 
FROM (SELECT $1::JSON AS period, (SELECT coalesce(json_agg(row_to_json(listed_26.*)), '[]'::json) AS coalesce_1 
FROM (SELECT figures_25.indicator AS indicator, figures_25.value AS value, figures_25.numerator AS numerator, figures_25.denominator AS denominator, CASE WHEN (figures_25.value IS NULL) THEN 'NOT_AVAILABLE' ELSE 'PUBLISHED' END AS status 
FROM (SELECT 0 AS place, 'CARE_STOCK' AS indicator, cells_11.n AS n, cells_11.amount AS value, cells_11.amount AS numerator, CAST(null AS BIGINT) AS denominator 
FROM filled_10 AS cells_11 UNION ALL SELECT 1 AS place, 'RESIDENTIAL_TO_FAMILY_BASED' AS indicator, cells_15.n AS n, round(CAST(cells_15.amount AS NUMERIC) / CAST(nullif(cells_19.amount, 0) AS NUMERIC), 2) AS value, cells_15.amount AS numerator, cells_19.amount AS denominator 
FROM filled_14 AS cells_15 JOIN filled_18 AS cells_19 ON cells_19.n = cells_15.n UNION ALL SELECT 2 AS place, 'YOUNG_ADULTS_IN_CARE' AS indicator, cells_23.n AS n, round((CAST(cells_23.amount AS NUMERIC) * 100) / CAST(nullif(cells_24.amount, 0) AS NUMERIC), 1) AS value, cells_23.amount AS numerator, cells_24.amount AS denominator 
FROM filled_22 AS cells_23 JOIN filled_10 AS cells_24 ON cells_24.n = cells_23.n) AS figures_25 ORDER BY figures_25.place, figures_25.n) AS listed_26) AS cells) AS report_27) AS whole, (SELECT row_to_json(report_55.*) AS value 
FROM (SELECT (SELECT coalesce(json_agg(row_to_json(listed_54.*)), '[]'::json) AS coalesce_2 
FROM (SELECT figures_53.indicator AS indicator, CASE figures_53.n WHEN 0 THEN '[{"value":"FEMALE"}]'::json WHEN 1 THEN '[{"value":"MALE_OTHER_OR_UNKNOWN"}]'::json END AS splits, figures_53.value AS value, figures_53.numerator AS numerator, figures_53.denominator AS denominator, CASE WHEN (figures_53.value IS NULL) THEN 'NOT_AVAILABLE' ELSE 'PUBLISHED' END AS status 
FROM (SELECT 0 AS place, 'CARE_INFLOW' AS indicator, cells_41.n AS n, cells_41.amount AS value, cells_41.amount AS numerator, CAST(null AS BIGINT) AS denominator 
FROM filled_40 AS cells_41 UNION ALL SELECT 1 AS place, 'CARE_STOCK' AS indicator, cells_46.n AS n, cells_46.amount AS value, cells_46.amount AS numerator, CAST(null AS BIGINT) AS denominator 
FROM filled_45 AS cells_46 UNION ALL SELECT 2 AS place, 'YOUNG_ADULTS_IN_CARE' AS indicator, cells_51.n AS n, round((CAST(cells_51.amount AS NUMERIC) * 100) / CAST(nullif(cells_52.amount, 0) AS NUMERIC), 1) AS value, cells_51.amount AS numerator, cells_52.amount AS denominator 
FROM filled_50 AS cells_51 JOIN filled_45 AS cells_52 ON cells_52.n = cells_51.n) AS figures_53 ORDER BY figures_53.place, figures_53.n) AS listed_54) AS cells) AS report_55) AS sexes, (SELECT row_to_json(report_69.*) AS value 
FROM (SELECT (SELECT coalesce(json_agg(row_to_json(listed_68.*)), '[]'::json) AS coalesce_3 
FROM (SELECT figures_67.indicator AS indicator, figures_67.value AS value 
FROM (SELECT 0 AS place, 'CARE_INFLOW' AS indicator, cells_66.n AS n, cells_66.amount AS value, cells_66.amount AS numerator, CAST(null AS BIGINT) AS denominator 
FROM filled_65 AS cells_66) AS figures_67 ORDER BY figures_67.place, figures_67.n) AS listed_68) AS cells) AS report_69) AS before) AS answer
