WITH filled_9 AS MATERIALIZED 
(SELECT grid_8.n AS n, CAST(coalesce(sum(counted_7.amount), 0) AS BIGINT) AS amount 
FROM (VALUES (0, 'AGE_0_4'), (1, 'AGE_10_14'), (2, 'AGE_15_17'), (3, 'AGE_18_PLUS_OR_UNKNOWN'), (4, 'AGE_5_9')) AS grid_8 (n, age_group) LEFT OUTER JOIN (SELECT held.country_code AS country_code, CASE WHEN (rows_6.birth_date > $2::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (rows_6.birth_date > $2::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (rows_6.birth_date > $2::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (rows_6.birth_date > $2::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END AS age_group, CAST(coalesce(sum(held.links), 0) AS BIGINT) AS amount 
FROM (SELECT rows_2.country_code AS country_code, rows_4.child_id AS child_id, count(*) AS links 
FROM (SELECT placement_1.country_code AS country_code, placement_1.child_id AS child_id, placement_1.home_id AS home_id, placement_1.programme_id AS programme_id, placement_1.started_on AS started_on, placement_1.ended_on AS ended_on 
FROM placement AS placement_1 
WHERE placement_1.country_code = $3::VARCHAR AND placement_1.voided_at IS NULL) AS rows_2 JOIN (SELECT community_link_3.country_code AS country_code, community_link_3.child_id AS child_id, community_link_3.started_on AS started_on, community_link_3.ended_on AS ended_on 
FROM community_link AS community_link_3 
WHERE community_link_3.country_code = $3::VARCHAR AND community_link_3.voided_at IS NULL) AS rows_4 ON rows_4.child_id = rows_2.child_id 
WHERE rows_2.started_on <= $2::DATE AND (rows_2.ended_on IS NULL OR rows_2.ended_on > $2::DATE) AND rows_4.started_on <= $2::DATE AND (rows_4.ended_on IS NULL OR rows_4.ended_on > $2::DATE) GROUP BY rows_2.country_code, rows_4.child_id) AS held JOIN (SELECT child_5.country_code AS country_code, child_5.id AS id, child_5.sex AS sex, child_5.birth_date AS birth_date 
FROM child AS child_5 
WHERE child_5.country_code = $3::VARCHAR) AS rows_6 ON rows_6.id = held.child_id GROUP BY held.country_code, CASE WHEN (rows_6.birth_date > $2::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (rows_6.birth_date > $2::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (rows_6.birth_date > $2::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (rows_6.birth_date > $2::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END) AS counted_7 ON counted_7.age_group = grid_8.age_group GROUP BY grid_8.n), 
filled_17 AS MATERIALIZED 
(SELECT grid_16.n AS n, CAST(coalesce(sum(counted_15.amount), 0) AS BIGINT) AS amount 
FROM (VALUES (0, 'AGE_0_4'), (1, 'AGE_10_14'), (2, 'AGE_15_17'), (3, 'AGE_18_PLUS_OR_UNKNOWN'), (4, 'AGE_5_9')) AS grid_16 (n, age_group) LEFT OUTER JOIN (SELECT rows_12.country_code AS country_code, CASE WHEN (rows_14.birth_date > $2::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (rows_14.birth_date > $2::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (rows_14.birth_date > $2::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (rows_14.birth_date > $2::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END AS age_group, count(*) AS amount 
FROM (SELECT placement_11.country_code AS country_code, placement_11.child_id AS child_id, placement_11.home_id AS home_id, placement_11.programme_id AS programme_id, placement_11.started_on AS started_on, placement_11.ended_on AS ended_on 
FROM placement AS placement_11 
WHERE placement_11.country_code = $3::VARCHAR AND placement_11.voided_at IS NULL) AS rows_12 JOIN (SELECT child_13.country_code AS country_code, child_13.id AS id, child_13.sex AS sex, child_13.birth_date AS birth_date 
FROM child AS child_13 
WHERE child_13.country_code = $3::VARCHAR) AS rows_14 ON rows_14.id = rows_12.child_id 
WHERE rows_12.started_on <= $2::DATE AND (rows_12.ended_on IS NULL OR rows_12.ended_on > $2::DATE) GROUP BY rows_12.country_code, CASE WHEN (rows_14.birth_date > $2::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (rows_14.birth_date > $2::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (rows_14.birth_date > $2::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (rows_14.birth_date > $2::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END) AS counted_15 ON counted_15.age_group = grid_16.age_group GROUP BY grid_16.n), 
filled_27 AS MATERIALIZED 
(SELECT grid_26.n AS n, CAST(coalesce(sum(counted_25.amount), 0) AS BIGINT) AS amount 
FROM (VALUES (0, 'AGE_0_4'), (1, 'AGE_10_14'), (2, 'AGE_15_17'), (3, 'AGE_18_PLUS_OR_UNKNOWN'), (4, 'AGE_5_9')) AS grid_26 (n, age_group) LEFT OUTER JOIN (SELECT rows_20.country_code AS country_code, CASE WHEN (rows_24.birth_date > $2::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (rows_24.birth_date > $2::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (rows_24.birth_date > $2::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (rows_24.birth_date > $2::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END AS age_group, count(*) AS amount 
FROM (SELECT placement_19.country_code AS country_code, placement_19.child_id AS child_id, placement_19.home_id AS home_id, placement_19.programme_id AS programme_id, placement_19.started_on AS started_on, placement_19.ended_on AS ended_on 
FROM placement AS placement_19 
WHERE placement_19.country_code = $3::VARCHAR AND placement_19.voided_at IS NULL) AS rows_20 JOIN (SELECT child_23.country_code AS country_code, child_23.id AS id, child_23.sex AS sex, child_23.birth_date AS birth_date 
FROM child AS child_23 
WHERE child_23.country_code = $3::VARCHAR) AS rows_24 ON rows_24.id = rows_20.child_id 
WHERE rows_20.started_on <= $2::DATE AND (rows_20.ended_on IS NULL OR rows_20.ended_on > $2::DATE) AND NOT (EXISTS (SELECT * 
FROM (SELECT community_link_21.country_code AS country_code, community_link_21.child_id AS child_id, community_link_21.started_on AS started_on, community_link_21.ended_on AS ended_on 
FROM community_link AS community_link_21 
WHERE community_link_21.country_code = $3::VARCHAR AND community_link_21.voided_at IS NULL) AS rows_22 
WHERE rows_22.child_id = rows_20.child_id AND rows_22.started_on <= $2::DATE AND (rows_22.ended_on IS NULL OR rows_22.ended_on > $2::DATE))) GROUP BY rows_20.country_code, CASE WHEN (rows_24.birth_date > $2::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (rows_24.birth_date > $2::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (rows_24.birth_date > $2::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (rows_24.birth_date > $2::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END) AS counted_25 ON counted_25.age_group = grid_26.age_group GROUP BY grid_26.n)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(report_32.*) AS value 
FROM (SELECT $1::JSON AS period, (SELECT coalesce(json_agg(row_to_json(listed_31.*)), '[]'::json) AS coalesce_1 
FROM (SELECT figures_30.indicator AS indicator, CASE figures_30.n WHEN 0 THEN '[{"dimension":"AGE_GROUP","value":"AGE_0_4"}]'::json WHEN 1 THEN '[{"dimension":"AGE_GROUP","value":"AGE_10_14"}]'::json WHEN 2 THEN '[{"dimension":"AGE_GROUP","value":"AGE_15_17"}]'::json WHEN 3 THEN '[{"dimension":"AGE_GROUP","value":"AGE_18_PLUS_OR_UNKNOWN"}]'::json WHEN 4 THEN '[{"dimension":"AGE_GROUP","value":"AGE_5_9"}]'::json END AS splits, figures_30.value AS value, figures_30.numerator AS numerator, figures_30.denominator AS denominator, CASE WHEN (figures_30.value IS NULL) THEN 'NOT_AVAILABLE' ELSE 'PUBLISHED' END AS status 
FROM (SELECT 0 AS place, 'COMMUNITY_LINKS_PER_CHILD' AS indicator, cells_10.n AS n, round(CAST(cells_10.amount AS NUMERIC) / CAST(nullif(cells_18.amount, 0) AS NUMERIC), 2) AS value, cells_10.amount AS numerator, cells_18.amount AS denominator 
FROM filled_9 AS cells_10 JOIN filled_17 AS cells_18 ON cells_18.n = cells_10.n UNION ALL SELECT 1 AS place, 'WITHOUT_COMMUNITY_LINKS' AS indicator, cells_28.n AS n, round((CAST(cells_28.amount AS NUMERIC) * 100) / CAST(nullif(cells_29.amount, 0) AS NUMERIC), 1) AS value, cells_28.amount AS numerator, cells_29.amount AS denominator 
FROM filled_27 AS cells_28 JOIN filled_17 AS cells_29 ON cells_29.n = cells_28.n) AS figures_30 ORDER BY figures_30.place, figures_30.n) AS listed_31) AS cells) AS report_32) AS "indicatorReport") AS answer
