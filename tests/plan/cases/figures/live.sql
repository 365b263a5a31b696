WITH filled_4 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_3.amount), 0) AS BIGINT) AS amount 
FROM (SELECT rows_2.country_code AS country_code, count(*) AS amount 
FROM (SELECT placement_1.country_code AS country_code, placement_1.child_file_id AS child_id, placement_1.home_id AS home_id, placement_1.programme_id AS programme_id, placement_1.started_on AS started_on, placement_1.ended_on AS ended_on 
FROM placement AS placement_1 
WHERE placement_1.country_code = $2::VARCHAR AND placement_1.voided_at IS NULL) AS rows_2 
WHERE rows_2.started_on <= $3::DATE AND (rows_2.ended_on IS NULL OR rows_2.ended_on > $3::DATE) GROUP BY rows_2.country_code) AS counted_3), 
filled_9 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_8.amount), 0) AS BIGINT) AS amount 
FROM (SELECT rows_7.country_code AS country_code, count(*) AS amount 
FROM (SELECT placement_6.country_code AS country_code, placement_6.child_file_id AS child_id, placement_6.home_id AS home_id, placement_6.programme_id AS programme_id, placement_6.started_on AS started_on, placement_6.ended_on AS ended_on 
FROM placement AS placement_6 
WHERE placement_6.country_code = $2::VARCHAR AND placement_6.voided_at IS NULL) AS rows_7 
WHERE rows_7.started_on <= $4::DATE AND (rows_7.ended_on IS NULL OR rows_7.ended_on > $4::DATE) GROUP BY rows_7.country_code) AS counted_8), 
filled_16 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_15.amount), 0) AS BIGINT) AS amount 
FROM (SELECT rows_12.country_code AS country_code, count(*) AS amount 
FROM (SELECT placement_11.country_code AS country_code, placement_11.child_file_id AS child_id, placement_11.home_id AS home_id, placement_11.programme_id AS programme_id, placement_11.started_on AS started_on, placement_11.ended_on AS ended_on 
FROM placement AS placement_11 
WHERE placement_11.country_code = $2::VARCHAR AND placement_11.voided_at IS NULL) AS rows_12 JOIN (SELECT child_13.country_code AS country_code, child_13.id AS id, child_13.birth_date AS birth_date 
FROM child AS child_13 
WHERE child_13.country_code = $2::VARCHAR AND child_13.voided_at IS NULL) AS rows_14 ON rows_14.id = rows_12.child_id 
WHERE rows_12.started_on <= $3::DATE AND (rows_12.ended_on IS NULL OR rows_12.ended_on > $3::DATE) AND rows_14.birth_date > $3::DATE - make_interval(18) GROUP BY rows_12.country_code) AS counted_15), 
filled_25 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_24.amount), 0) AS BIGINT) AS amount 
FROM (SELECT rows_21.country_code AS country_code, count(*) AS amount 
FROM (SELECT placement_20.country_code AS country_code, placement_20.child_file_id AS child_id, placement_20.home_id AS home_id, placement_20.programme_id AS programme_id, placement_20.started_on AS started_on, placement_20.ended_on AS ended_on 
FROM placement AS placement_20 
WHERE placement_20.country_code = $2::VARCHAR AND placement_20.voided_at IS NULL) AS rows_21 JOIN (SELECT child_22.country_code AS country_code, child_22.id AS id, child_22.birth_date AS birth_date 
FROM child AS child_22 
WHERE child_22.country_code = $2::VARCHAR AND child_22.voided_at IS NULL) AS rows_23 ON rows_23.id = rows_21.child_id 
WHERE rows_21.started_on <= $4::DATE AND (rows_21.ended_on IS NULL OR rows_21.ended_on > $4::DATE) AND rows_23.birth_date > $4::DATE - make_interval(18) GROUP BY rows_21.country_code) AS counted_24), 
filled_33 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_32.amount), 0) AS BIGINT) AS amount 
FROM (SELECT rows_31.country_code AS country_code, CAST(coalesce(sum(rows_31.capacity), 0) AS BIGINT) AS amount 
FROM (SELECT home_30.country_code AS country_code, home_30.id AS id, home_30.programme_id AS programme_id, home_30.capacity AS capacity, home_30.opened_on AS opened_on, home_30.closed_on AS closed_on 
FROM home AS home_30 
WHERE home_30.country_code = $2::VARCHAR AND home_30.voided_at IS NULL) AS rows_31 
WHERE rows_31.opened_on <= $3::DATE AND (rows_31.closed_on IS NULL OR rows_31.closed_on > $3::DATE) GROUP BY rows_31.country_code) AS counted_32), 
filled_39 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_38.amount), 0) AS BIGINT) AS amount 
FROM (SELECT rows_37.country_code AS country_code, CAST(coalesce(sum(rows_37.capacity), 0) AS BIGINT) AS amount 
FROM (SELECT home_36.country_code AS country_code, home_36.id AS id, home_36.programme_id AS programme_id, home_36.capacity AS capacity, home_36.opened_on AS opened_on, home_36.closed_on AS closed_on 
FROM home AS home_36 
WHERE home_36.country_code = $2::VARCHAR AND home_36.voided_at IS NULL) AS rows_37 
WHERE rows_37.opened_on <= $4::DATE AND (rows_37.closed_on IS NULL OR rows_37.closed_on > $4::DATE) GROUP BY rows_37.country_code) AS counted_38), 
filled_48 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_47.amount), 0) AS BIGINT) AS amount 
FROM (SELECT first_entry.country_code AS country_code, count(*) AS amount 
FROM (SELECT DISTINCT ON (rows_42.country_code, rows_42.child_id) rows_42.country_code AS country_code, rows_42.child_id AS child_id, rows_42.home_id AS home_id, rows_42.programme_id AS programme_id, rows_42.started_on AS started_on 
FROM (SELECT placement_41.country_code AS country_code, placement_41.child_file_id AS child_id, placement_41.home_id AS home_id, placement_41.programme_id AS programme_id, placement_41.started_on AS started_on 
FROM placement AS placement_41 
WHERE placement_41.country_code = $2::VARCHAR AND placement_41.voided_at IS NULL) AS rows_42 
WHERE rows_42.started_on >= $7::DATE AND rows_42.started_on < $8::DATE AND NOT (EXISTS (SELECT * 
FROM (SELECT placement_43.country_code AS country_code, placement_43.child_file_id AS child_id, placement_43.ended_on AS ended_on 
FROM placement AS placement_43 
WHERE placement_43.country_code = $2::VARCHAR AND placement_43.voided_at IS NULL) AS rows_44 
WHERE rows_42.child_id = rows_44.child_id AND rows_42.started_on = rows_44.ended_on)) ORDER BY rows_42.country_code, rows_42.child_id, rows_42.started_on) AS first_entry 
WHERE EXISTS (SELECT * 
FROM (SELECT placement_45.country_code AS country_code, placement_45.child_file_id AS child_id, placement_45.ended_on AS ended_on 
FROM placement AS placement_45 
WHERE placement_45.country_code = $2::VARCHAR AND placement_45.voided_at IS NULL) AS rows_46 
WHERE rows_46.child_id = first_entry.child_id AND rows_46.ended_on < first_entry.started_on) GROUP BY first_entry.country_code) AS counted_47), 
filled_55 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_54.amount), 0) AS BIGINT) AS amount 
FROM (SELECT first_entry.country_code AS country_code, count(*) AS amount 
FROM (SELECT DISTINCT ON (rows_51.country_code, rows_51.child_id) rows_51.country_code AS country_code, rows_51.child_id AS child_id, rows_51.home_id AS home_id, rows_51.programme_id AS programme_id, rows_51.started_on AS started_on 
FROM (SELECT placement_50.country_code AS country_code, placement_50.child_file_id AS child_id, placement_50.home_id AS home_id, placement_50.programme_id AS programme_id, placement_50.started_on AS started_on 
FROM placement AS placement_50 
WHERE placement_50.country_code = $2::VARCHAR AND placement_50.voided_at IS NULL) AS rows_51 
WHERE rows_51.started_on >= $7::DATE AND rows_51.started_on < $8::DATE AND NOT (EXISTS (SELECT * 
FROM (SELECT placement_52.country_code AS country_code, placement_52.child_file_id AS child_id, placement_52.ended_on AS ended_on 
FROM placement AS placement_52 
WHERE placement_52.country_code = $2::VARCHAR AND placement_52.voided_at IS NULL) AS rows_53 
WHERE rows_51.child_id = rows_53.child_id AND rows_51.started_on = rows_53.ended_on)) ORDER BY rows_51.country_code, rows_51.child_id, rows_51.started_on) AS first_entry GROUP BY first_entry.country_code) AS counted_54), 
filled_64 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_63.amount), 0) AS BIGINT) AS amount 
FROM (SELECT first_entry.country_code AS country_code, count(*) AS amount 
FROM (SELECT DISTINCT ON (rows_58.country_code, rows_58.child_id) rows_58.country_code AS country_code, rows_58.child_id AS child_id, rows_58.home_id AS home_id, rows_58.programme_id AS programme_id, rows_58.started_on AS started_on 
FROM (SELECT placement_57.country_code AS country_code, placement_57.child_file_id AS child_id, placement_57.home_id AS home_id, placement_57.programme_id AS programme_id, placement_57.started_on AS started_on 
FROM placement AS placement_57 
WHERE placement_57.country_code = $2::VARCHAR AND placement_57.voided_at IS NULL) AS rows_58 
WHERE rows_58.started_on >= $9::DATE AND rows_58.started_on < $10::DATE AND NOT (EXISTS (SELECT * 
FROM (SELECT placement_59.country_code AS country_code, placement_59.child_file_id AS child_id, placement_59.ended_on AS ended_on 
FROM placement AS placement_59 
WHERE placement_59.country_code = $2::VARCHAR AND placement_59.voided_at IS NULL) AS rows_60 
WHERE rows_58.child_id = rows_60.child_id AND rows_58.started_on = rows_60.ended_on)) ORDER BY rows_58.country_code, rows_58.child_id, rows_58.started_on) AS first_entry 
WHERE EXISTS (SELECT * 
FROM (SELECT placement_61.country_code AS country_code, placement_61.child_file_id AS child_id, placement_61.ended_on AS ended_on 
FROM placement AS placement_61 
WHERE placement_61.country_code = $2::VARCHAR AND placement_61.voided_at IS NULL) AS rows_62 
WHERE rows_62.child_id = first_entry.child_id AND rows_62.ended_on < first_entry.started_on) GROUP BY first_entry.country_code) AS counted_63), 
filled_71 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_70.amount), 0) AS BIGINT) AS amount 
FROM (SELECT first_entry.country_code AS country_code, count(*) AS amount 
FROM (SELECT DISTINCT ON (rows_67.country_code, rows_67.child_id) rows_67.country_code AS country_code, rows_67.child_id AS child_id, rows_67.home_id AS home_id, rows_67.programme_id AS programme_id, rows_67.started_on AS started_on 
FROM (SELECT placement_66.country_code AS country_code, placement_66.child_file_id AS child_id, placement_66.home_id AS home_id, placement_66.programme_id AS programme_id, placement_66.started_on AS started_on 
FROM placement AS placement_66 
WHERE placement_66.country_code = $2::VARCHAR AND placement_66.voided_at IS NULL) AS rows_67 
WHERE rows_67.started_on >= $9::DATE AND rows_67.started_on < $10::DATE AND NOT (EXISTS (SELECT * 
FROM (SELECT placement_68.country_code AS country_code, placement_68.child_file_id AS child_id, placement_68.ended_on AS ended_on 
FROM placement AS placement_68 
WHERE placement_68.country_code = $2::VARCHAR AND placement_68.voided_at IS NULL) AS rows_69 
WHERE rows_67.child_id = rows_69.child_id AND rows_67.started_on = rows_69.ended_on)) ORDER BY rows_67.country_code, rows_67.child_id, rows_67.started_on) AS first_entry GROUP BY first_entry.country_code) AS counted_70)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(report_76.*) AS value 
FROM (SELECT $1::JSON AS period, null::json AS release, (SELECT coalesce(json_agg(row_to_json(listed_75.*)), '[]'::json) AS coalesce_1 
FROM (SELECT figures_73.indicator AS indicator, $2::VARCHAR AS area, $2::VARCHAR AS country, '[]'::json AS splits, figures_73.value AS value, figures_73.numerator AS numerator, figures_73.denominator AS denominator, CASE WHEN (figures_73.value IS NULL) THEN 'NOT_AVAILABLE' ELSE 'PUBLISHED' END AS status, row_to_json(comparison_74.*) AS comparison 
FROM (SELECT 0 AS place, 'CARE_STOCK' AS indicator, cells_5.n AS n, cells_5.amount AS value, cells_5.amount AS numerator, CAST(null AS BIGINT) AS denominator, cells_10.amount AS compared_value, cells_10.amount AS compared_numerator, CAST(null AS BIGINT) AS compared_denominator 
FROM filled_4 AS cells_5 JOIN filled_9 AS cells_10 ON cells_10.n = cells_5.n UNION ALL SELECT 1 AS place, 'DATACARE_ALTERNATIVE_CARE_RATE' AS indicator, cells_17.n AS n, round((CAST(cells_17.amount AS NUMERIC) * 100000) / CAST(nullif(population_of_19.amount, 0) AS NUMERIC), 1) AS value, cells_17.amount AS numerator, population_of_19.amount AS denominator, round((CAST(cells_26.amount AS NUMERIC) * 100000) / CAST(nullif(population_of_28.amount, 0) AS NUMERIC), 1) AS compared_value, cells_26.amount AS compared_numerator, population_of_28.amount AS compared_denominator 
FROM filled_16 AS cells_17 JOIN (SELECT 0 AS n, max(population_18.children) AS amount 
FROM population AS population_18 
WHERE population_18.code = $2::VARCHAR AND population_18.year = $5::BIGINT) AS population_of_19 ON population_of_19.n = cells_17.n JOIN filled_25 AS cells_26 ON cells_26.n = cells_17.n JOIN (SELECT 0 AS n, max(population_27.children) AS amount 
FROM population AS population_27 
WHERE population_27.code = $2::VARCHAR AND population_27.year = $6::BIGINT) AS population_of_28 ON population_of_28.n = cells_26.n UNION ALL SELECT 2 AS place, 'OCCUPANCY' AS indicator, cells_29.n AS n, round((CAST(cells_29.amount AS NUMERIC) * 100) / CAST(nullif(cells_34.amount, 0) AS NUMERIC), 1) AS value, cells_29.amount AS numerator, cells_34.amount AS denominator, round((CAST(cells_35.amount AS NUMERIC) * 100) / CAST(nullif(cells_40.amount, 0) AS NUMERIC), 1) AS compared_value, cells_35.amount AS compared_numerator, cells_40.amount AS compared_denominator 
FROM filled_4 AS cells_29 JOIN filled_33 AS cells_34 ON cells_34.n = cells_29.n JOIN filled_9 AS cells_35 ON cells_35.n = cells_29.n JOIN filled_39 AS cells_40 ON cells_40.n = cells_35.n UNION ALL SELECT 3 AS place, 'RE_ENTRIES' AS indicator, cells_49.n AS n, round((CAST(cells_49.amount AS NUMERIC) * 100) / CAST(nullif(cells_56.amount, 0) AS NUMERIC), 1) AS value, cells_49.amount AS numerator, cells_56.amount AS denominator, round((CAST(cells_65.amount AS NUMERIC) * 100) / CAST(nullif(cells_72.amount, 0) AS NUMERIC), 1) AS compared_value, cells_65.amount AS compared_numerator, cells_72.amount AS compared_denominator 
FROM filled_48 AS cells_49 JOIN filled_55 AS cells_56 ON cells_56.n = cells_49.n JOIN filled_64 AS cells_65 ON cells_65.n = cells_49.n JOIN filled_71 AS cells_72 ON cells_72.n = cells_65.n) AS figures_73 JOIN LATERAL (SELECT figures_73.compared_value AS value, figures_73.compared_numerator AS numerator, figures_73.value - figures_73.compared_value AS change, CASE WHEN (figures_73.compared_value IS NULL) THEN 'NOT_AVAILABLE' ELSE 'PUBLISHED' END AS status) AS comparison_74 ON true 
WHERE $2::VARCHAR = ANY ($11::TEXT[]) ORDER BY figures_73.place, figures_73.n) AS listed_75) AS cells, '[]'::json AS coverage) AS report_76) AS "indicatorReport") AS answer
