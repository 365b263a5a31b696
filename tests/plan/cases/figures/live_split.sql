WITH filled_11 AS MATERIALIZED 
(SELECT grid_10.n AS n, CAST(coalesce(sum(counted_9.amount), 0) AS BIGINT) AS amount 
FROM (VALUES (0, 'AGE_0_4'), (1, 'AGE_10_14'), (2, 'AGE_15_17'), (3, 'AGE_18_PLUS_OR_UNKNOWN'), (4, 'AGE_5_9')) AS grid_10 (n, age_group) LEFT OUTER JOIN (SELECT held.country_code AS country_code, CASE WHEN (rows_8.birth_date > $2::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (rows_8.birth_date > $2::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (rows_8.birth_date > $2::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (rows_8.birth_date > $2::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END AS age_group, CAST(coalesce(sum(held.links), 0) AS BIGINT) AS amount 
FROM (SELECT in_rows_2.country_code AS country_code, rows_6.child_id AS child_id, count(*) AS links 
FROM (SELECT rows_2.country_code AS country_code, rows_2.child_id AS child_id, rows_2.setting AS setting, rows_2.arrangement AS arrangement, rows_2.programme_id AS programme_id, rows_2.started_on AS started_on, rows_2.ended_on AS ended_on 
FROM (SELECT placement_1.country_code AS country_code, placement_1.care_episode_id AS care_episode_id, placement_1.setting AS setting, placement_1.started_on AS started_on, placement_1.ended_on AS ended_on, placement_1.child_file_id AS child_id, placement_1.arrangement AS arrangement, placement_1.programme_id AS programme_id 
FROM placement AS placement_1 
WHERE placement_1.country_code = $3::VARCHAR AND placement_1.voided_at IS NULL) AS rows_2 JOIN (SELECT care_episode_3.country_code AS country_code, care_episode_3.id AS id 
FROM care_episode AS care_episode_3 
WHERE care_episode_3.country_code = $3::VARCHAR AND care_episode_3.voided_at IS NULL) AS rows_4 ON rows_4.id = rows_2.care_episode_id 
WHERE rows_2.setting != 'NOT_CARE' AND (rows_2.ended_on IS NULL OR rows_2.ended_on > rows_2.started_on)) AS in_rows_2 JOIN (SELECT community_link_5.country_code AS country_code, community_link_5.child_file_id AS child_id, community_link_5.started_on AS started_on, community_link_5.ended_on AS ended_on 
FROM community_link AS community_link_5 
WHERE community_link_5.country_code = $3::VARCHAR AND community_link_5.voided_at IS NULL) AS rows_6 ON rows_6.child_id = in_rows_2.child_id 
WHERE in_rows_2.started_on <= $2::DATE AND (in_rows_2.ended_on IS NULL OR in_rows_2.ended_on > $2::DATE) AND rows_6.started_on <= $2::DATE AND (rows_6.ended_on IS NULL OR rows_6.ended_on > $2::DATE) GROUP BY in_rows_2.country_code, rows_6.child_id) AS held JOIN (SELECT child_7.country_code AS country_code, child_7.id AS id, child_7.sex AS sex, child_7.birth_date AS birth_date 
FROM child AS child_7 
WHERE child_7.country_code = $3::VARCHAR AND child_7.voided_at IS NULL) AS rows_8 ON rows_8.id = held.child_id GROUP BY held.country_code, CASE WHEN (rows_8.birth_date > $2::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (rows_8.birth_date > $2::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (rows_8.birth_date > $2::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (rows_8.birth_date > $2::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END) AS counted_9 ON counted_9.age_group = grid_10.age_group GROUP BY grid_10.n), 
filled_21 AS MATERIALIZED 
(SELECT grid_20.n AS n, CAST(coalesce(sum(counted_19.amount), 0) AS BIGINT) AS amount 
FROM (VALUES (0, 'AGE_0_4'), (1, 'AGE_10_14'), (2, 'AGE_15_17'), (3, 'AGE_18_PLUS_OR_UNKNOWN'), (4, 'AGE_5_9')) AS grid_20 (n, age_group) LEFT OUTER JOIN (SELECT in_rows_14.country_code AS country_code, CASE WHEN (rows_18.birth_date > $2::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (rows_18.birth_date > $2::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (rows_18.birth_date > $2::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (rows_18.birth_date > $2::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END AS age_group, count(*) AS amount 
FROM (SELECT rows_14.country_code AS country_code, rows_14.child_id AS child_id, rows_14.setting AS setting, rows_14.arrangement AS arrangement, rows_14.programme_id AS programme_id, rows_14.started_on AS started_on, rows_14.ended_on AS ended_on 
FROM (SELECT placement_13.country_code AS country_code, placement_13.care_episode_id AS care_episode_id, placement_13.setting AS setting, placement_13.started_on AS started_on, placement_13.ended_on AS ended_on, placement_13.child_file_id AS child_id, placement_13.arrangement AS arrangement, placement_13.programme_id AS programme_id 
FROM placement AS placement_13 
WHERE placement_13.country_code = $3::VARCHAR AND placement_13.voided_at IS NULL) AS rows_14 JOIN (SELECT care_episode_15.country_code AS country_code, care_episode_15.id AS id 
FROM care_episode AS care_episode_15 
WHERE care_episode_15.country_code = $3::VARCHAR AND care_episode_15.voided_at IS NULL) AS rows_16 ON rows_16.id = rows_14.care_episode_id 
WHERE rows_14.setting != 'NOT_CARE' AND (rows_14.ended_on IS NULL OR rows_14.ended_on > rows_14.started_on)) AS in_rows_14 JOIN (SELECT child_17.country_code AS country_code, child_17.id AS id, child_17.sex AS sex, child_17.birth_date AS birth_date 
FROM child AS child_17 
WHERE child_17.country_code = $3::VARCHAR AND child_17.voided_at IS NULL) AS rows_18 ON rows_18.id = in_rows_14.child_id 
WHERE in_rows_14.started_on <= $2::DATE AND (in_rows_14.ended_on IS NULL OR in_rows_14.ended_on > $2::DATE) GROUP BY in_rows_14.country_code, CASE WHEN (rows_18.birth_date > $2::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (rows_18.birth_date > $2::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (rows_18.birth_date > $2::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (rows_18.birth_date > $2::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END) AS counted_19 ON counted_19.age_group = grid_20.age_group GROUP BY grid_20.n), 
filled_33 AS MATERIALIZED 
(SELECT grid_32.n AS n, CAST(coalesce(sum(counted_31.amount), 0) AS BIGINT) AS amount 
FROM (VALUES (0, 'AGE_0_4'), (1, 'AGE_10_14'), (2, 'AGE_15_17'), (3, 'AGE_18_PLUS_OR_UNKNOWN'), (4, 'AGE_5_9')) AS grid_32 (n, age_group) LEFT OUTER JOIN (SELECT in_rows_24.country_code AS country_code, CASE WHEN (rows_30.birth_date > $2::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (rows_30.birth_date > $2::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (rows_30.birth_date > $2::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (rows_30.birth_date > $2::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END AS age_group, count(*) AS amount 
FROM (SELECT rows_24.country_code AS country_code, rows_24.child_id AS child_id, rows_24.setting AS setting, rows_24.arrangement AS arrangement, rows_24.programme_id AS programme_id, rows_24.started_on AS started_on, rows_24.ended_on AS ended_on 
FROM (SELECT placement_23.country_code AS country_code, placement_23.care_episode_id AS care_episode_id, placement_23.setting AS setting, placement_23.started_on AS started_on, placement_23.ended_on AS ended_on, placement_23.child_file_id AS child_id, placement_23.arrangement AS arrangement, placement_23.programme_id AS programme_id 
FROM placement AS placement_23 
WHERE placement_23.country_code = $3::VARCHAR AND placement_23.voided_at IS NULL) AS rows_24 JOIN (SELECT care_episode_25.country_code AS country_code, care_episode_25.id AS id 
FROM care_episode AS care_episode_25 
WHERE care_episode_25.country_code = $3::VARCHAR AND care_episode_25.voided_at IS NULL) AS rows_26 ON rows_26.id = rows_24.care_episode_id 
WHERE rows_24.setting != 'NOT_CARE' AND (rows_24.ended_on IS NULL OR rows_24.ended_on > rows_24.started_on)) AS in_rows_24 JOIN (SELECT child_29.country_code AS country_code, child_29.id AS id, child_29.sex AS sex, child_29.birth_date AS birth_date 
FROM child AS child_29 
WHERE child_29.country_code = $3::VARCHAR AND child_29.voided_at IS NULL) AS rows_30 ON rows_30.id = in_rows_24.child_id 
WHERE in_rows_24.started_on <= $2::DATE AND (in_rows_24.ended_on IS NULL OR in_rows_24.ended_on > $2::DATE) AND NOT (EXISTS (SELECT * 
FROM (SELECT community_link_27.country_code AS country_code, community_link_27.child_file_id AS child_id, community_link_27.started_on AS started_on, community_link_27.ended_on AS ended_on 
FROM community_link AS community_link_27 
WHERE community_link_27.country_code = $3::VARCHAR AND community_link_27.voided_at IS NULL) AS rows_28 
WHERE rows_28.child_id = in_rows_24.child_id AND rows_28.started_on <= $2::DATE AND (rows_28.ended_on IS NULL OR rows_28.ended_on > $2::DATE))) GROUP BY in_rows_24.country_code, CASE WHEN (rows_30.birth_date > $2::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (rows_30.birth_date > $2::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (rows_30.birth_date > $2::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (rows_30.birth_date > $2::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END) AS counted_31 ON counted_31.age_group = grid_32.age_group GROUP BY grid_32.n)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(report_38.*) AS value 
FROM (SELECT $1::JSON AS period, (SELECT coalesce(json_agg(row_to_json(listed_37.*)), '[]'::json) AS coalesce_1 
FROM (SELECT figures_36.indicator AS indicator, CASE figures_36.n WHEN 0 THEN '[{"dimension":"AGE_GROUP","value":"AGE_0_4"}]'::json WHEN 1 THEN '[{"dimension":"AGE_GROUP","value":"AGE_10_14"}]'::json WHEN 2 THEN '[{"dimension":"AGE_GROUP","value":"AGE_15_17"}]'::json WHEN 3 THEN '[{"dimension":"AGE_GROUP","value":"AGE_18_PLUS_OR_UNKNOWN"}]'::json WHEN 4 THEN '[{"dimension":"AGE_GROUP","value":"AGE_5_9"}]'::json END AS splits, figures_36.value AS value, figures_36.numerator AS numerator, figures_36.denominator AS denominator, CASE WHEN (figures_36.value IS NULL) THEN 'NOT_AVAILABLE' ELSE 'PUBLISHED' END AS status 
FROM (SELECT 0 AS place, 'COMMUNITY_LINKS_PER_CHILD' AS indicator, cells_12.n AS n, round(CAST(cells_12.amount AS NUMERIC) / CAST(nullif(cells_22.amount, 0) AS NUMERIC), 2) AS value, cells_12.amount AS numerator, cells_22.amount AS denominator 
FROM filled_11 AS cells_12 JOIN filled_21 AS cells_22 ON cells_22.n = cells_12.n UNION ALL SELECT 1 AS place, 'WITHOUT_COMMUNITY_LINKS' AS indicator, cells_34.n AS n, round((CAST(cells_34.amount AS NUMERIC) * 100) / CAST(nullif(cells_35.amount, 0) AS NUMERIC), 1) AS value, cells_34.amount AS numerator, cells_35.amount AS denominator 
FROM filled_33 AS cells_34 JOIN filled_21 AS cells_35 ON cells_35.n = cells_34.n) AS figures_36 ORDER BY figures_36.place, figures_36.n) AS listed_37) AS cells) AS report_38) AS "indicatorReport") AS answer
