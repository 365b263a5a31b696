WITH filled_6 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_5.amount), 0) AS BIGINT) AS amount 
FROM (SELECT in_rows_2.country_code AS country_code, count(*) AS amount 
FROM (SELECT rows_2.country_code AS country_code, rows_2.child_id AS child_id, rows_2.setting AS setting, rows_2.arrangement AS arrangement, rows_2.programme_id AS programme_id, rows_2.started_on AS started_on, rows_2.ended_on AS ended_on 
FROM (SELECT placement_1.country_code AS country_code, placement_1.care_episode_id AS care_episode_id, placement_1.setting AS setting, placement_1.started_on AS started_on, placement_1.ended_on AS ended_on, placement_1.child_file_id AS child_id, placement_1.arrangement AS arrangement, placement_1.programme_id AS programme_id 
FROM placement AS placement_1 
WHERE placement_1.country_code = $2::VARCHAR AND placement_1.voided_at IS NULL) AS rows_2 JOIN (SELECT care_episode_3.country_code AS country_code, care_episode_3.id AS id 
FROM care_episode AS care_episode_3 
WHERE care_episode_3.country_code = $2::VARCHAR AND care_episode_3.voided_at IS NULL) AS rows_4 ON rows_4.id = rows_2.care_episode_id 
WHERE rows_2.setting != 'NOT_CARE' AND (rows_2.ended_on IS NULL OR rows_2.ended_on > rows_2.started_on)) AS in_rows_2 
WHERE in_rows_2.started_on <= $3::DATE AND (in_rows_2.ended_on IS NULL OR in_rows_2.ended_on > $3::DATE) GROUP BY in_rows_2.country_code) AS counted_5), 
filled_13 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_12.amount), 0) AS BIGINT) AS amount 
FROM (SELECT in_rows_9.country_code AS country_code, count(*) AS amount 
FROM (SELECT rows_9.country_code AS country_code, rows_9.child_id AS child_id, rows_9.setting AS setting, rows_9.arrangement AS arrangement, rows_9.programme_id AS programme_id, rows_9.started_on AS started_on, rows_9.ended_on AS ended_on 
FROM (SELECT placement_8.country_code AS country_code, placement_8.care_episode_id AS care_episode_id, placement_8.setting AS setting, placement_8.started_on AS started_on, placement_8.ended_on AS ended_on, placement_8.child_file_id AS child_id, placement_8.arrangement AS arrangement, placement_8.programme_id AS programme_id 
FROM placement AS placement_8 
WHERE placement_8.country_code = $2::VARCHAR AND placement_8.voided_at IS NULL) AS rows_9 JOIN (SELECT care_episode_10.country_code AS country_code, care_episode_10.id AS id 
FROM care_episode AS care_episode_10 
WHERE care_episode_10.country_code = $2::VARCHAR AND care_episode_10.voided_at IS NULL) AS rows_11 ON rows_11.id = rows_9.care_episode_id 
WHERE rows_9.setting != 'NOT_CARE' AND (rows_9.ended_on IS NULL OR rows_9.ended_on > rows_9.started_on)) AS in_rows_9 
WHERE in_rows_9.started_on <= $4::DATE AND (in_rows_9.ended_on IS NULL OR in_rows_9.ended_on > $4::DATE) GROUP BY in_rows_9.country_code) AS counted_12), 
filled_22 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_21.amount), 0) AS BIGINT) AS amount 
FROM (SELECT in_rows_16.country_code AS country_code, count(*) AS amount 
FROM (SELECT rows_16.country_code AS country_code, rows_16.child_id AS child_id, rows_16.setting AS setting, rows_16.arrangement AS arrangement, rows_16.programme_id AS programme_id, rows_16.started_on AS started_on, rows_16.ended_on AS ended_on 
FROM (SELECT placement_15.country_code AS country_code, placement_15.care_episode_id AS care_episode_id, placement_15.setting AS setting, placement_15.started_on AS started_on, placement_15.ended_on AS ended_on, placement_15.child_file_id AS child_id, placement_15.arrangement AS arrangement, placement_15.programme_id AS programme_id 
FROM placement AS placement_15 
WHERE placement_15.country_code = $2::VARCHAR AND placement_15.voided_at IS NULL) AS rows_16 JOIN (SELECT care_episode_17.country_code AS country_code, care_episode_17.id AS id 
FROM care_episode AS care_episode_17 
WHERE care_episode_17.country_code = $2::VARCHAR AND care_episode_17.voided_at IS NULL) AS rows_18 ON rows_18.id = rows_16.care_episode_id 
WHERE rows_16.setting != 'NOT_CARE' AND (rows_16.ended_on IS NULL OR rows_16.ended_on > rows_16.started_on)) AS in_rows_16 JOIN (SELECT child_19.country_code AS country_code, child_19.id AS id, child_19.birth_date AS birth_date 
FROM child AS child_19 
WHERE child_19.country_code = $2::VARCHAR AND child_19.voided_at IS NULL) AS rows_20 ON rows_20.id = in_rows_16.child_id 
WHERE in_rows_16.started_on <= $3::DATE AND (in_rows_16.ended_on IS NULL OR in_rows_16.ended_on > $3::DATE) AND rows_20.birth_date > $3::DATE - make_interval(18) GROUP BY in_rows_16.country_code) AS counted_21), 
filled_33 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_32.amount), 0) AS BIGINT) AS amount 
FROM (SELECT in_rows_27.country_code AS country_code, count(*) AS amount 
FROM (SELECT rows_27.country_code AS country_code, rows_27.child_id AS child_id, rows_27.setting AS setting, rows_27.arrangement AS arrangement, rows_27.programme_id AS programme_id, rows_27.started_on AS started_on, rows_27.ended_on AS ended_on 
FROM (SELECT placement_26.country_code AS country_code, placement_26.care_episode_id AS care_episode_id, placement_26.setting AS setting, placement_26.started_on AS started_on, placement_26.ended_on AS ended_on, placement_26.child_file_id AS child_id, placement_26.arrangement AS arrangement, placement_26.programme_id AS programme_id 
FROM placement AS placement_26 
WHERE placement_26.country_code = $2::VARCHAR AND placement_26.voided_at IS NULL) AS rows_27 JOIN (SELECT care_episode_28.country_code AS country_code, care_episode_28.id AS id 
FROM care_episode AS care_episode_28 
WHERE care_episode_28.country_code = $2::VARCHAR AND care_episode_28.voided_at IS NULL) AS rows_29 ON rows_29.id = rows_27.care_episode_id 
WHERE rows_27.setting != 'NOT_CARE' AND (rows_27.ended_on IS NULL OR rows_27.ended_on > rows_27.started_on)) AS in_rows_27 JOIN (SELECT child_30.country_code AS country_code, child_30.id AS id, child_30.birth_date AS birth_date 
FROM child AS child_30 
WHERE child_30.country_code = $2::VARCHAR AND child_30.voided_at IS NULL) AS rows_31 ON rows_31.id = in_rows_27.child_id 
WHERE in_rows_27.started_on <= $4::DATE AND (in_rows_27.ended_on IS NULL OR in_rows_27.ended_on > $4::DATE) AND rows_31.birth_date > $4::DATE - make_interval(18) GROUP BY in_rows_27.country_code) AS counted_32), 
filled_42 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_41.amount), 0) AS BIGINT) AS amount 
FROM (SELECT in_rows_38.country_code AS country_code, count(*) AS amount 
FROM (SELECT rows_38.country_code AS country_code, rows_38.child_id AS child_id, rows_38.setting AS setting, rows_38.arrangement AS arrangement, rows_38.programme_id AS programme_id, rows_38.home_id AS home_id, rows_38.started_on AS started_on, rows_38.ended_on AS ended_on 
FROM (SELECT placement_37.country_code AS country_code, placement_37.care_episode_id AS care_episode_id, placement_37.setting AS setting, placement_37.started_on AS started_on, placement_37.ended_on AS ended_on, placement_37.child_file_id AS child_id, placement_37.arrangement AS arrangement, placement_37.programme_id AS programme_id, placement_37.home_id AS home_id 
FROM placement AS placement_37 
WHERE placement_37.country_code = $2::VARCHAR AND placement_37.voided_at IS NULL) AS rows_38 JOIN (SELECT care_episode_39.country_code AS country_code, care_episode_39.id AS id 
FROM care_episode AS care_episode_39 
WHERE care_episode_39.country_code = $2::VARCHAR AND care_episode_39.voided_at IS NULL) AS rows_40 ON rows_40.id = rows_38.care_episode_id 
WHERE rows_38.setting != 'NOT_CARE' AND (rows_38.ended_on IS NULL OR rows_38.ended_on > rows_38.started_on)) AS in_rows_38 
WHERE in_rows_38.started_on <= $3::DATE AND (in_rows_38.ended_on IS NULL OR in_rows_38.ended_on > $3::DATE) AND in_rows_38.home_id IS NOT NULL GROUP BY in_rows_38.country_code) AS counted_41), 
filled_47 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_46.amount), 0) AS BIGINT) AS amount 
FROM (SELECT rows_45.country_code AS country_code, CAST(coalesce(sum(rows_45.capacity), 0) AS BIGINT) AS amount 
FROM (SELECT home_44.country_code AS country_code, home_44.form AS form, home_44.setting AS setting, home_44.programme_id AS programme_id, home_44.capacity AS capacity, home_44.opened_on AS opened_on, home_44.closed_on AS closed_on 
FROM home AS home_44 
WHERE home_44.country_code = $2::VARCHAR AND home_44.voided_at IS NULL) AS rows_45 
WHERE rows_45.opened_on <= $3::DATE AND (rows_45.closed_on IS NULL OR rows_45.closed_on > $3::DATE) GROUP BY rows_45.country_code) AS counted_46), 
filled_54 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_53.amount), 0) AS BIGINT) AS amount 
FROM (SELECT in_rows_50.country_code AS country_code, count(*) AS amount 
FROM (SELECT rows_50.country_code AS country_code, rows_50.child_id AS child_id, rows_50.setting AS setting, rows_50.arrangement AS arrangement, rows_50.programme_id AS programme_id, rows_50.home_id AS home_id, rows_50.started_on AS started_on, rows_50.ended_on AS ended_on 
FROM (SELECT placement_49.country_code AS country_code, placement_49.care_episode_id AS care_episode_id, placement_49.setting AS setting, placement_49.started_on AS started_on, placement_49.ended_on AS ended_on, placement_49.child_file_id AS child_id, placement_49.arrangement AS arrangement, placement_49.programme_id AS programme_id, placement_49.home_id AS home_id 
FROM placement AS placement_49 
WHERE placement_49.country_code = $2::VARCHAR AND placement_49.voided_at IS NULL) AS rows_50 JOIN (SELECT care_episode_51.country_code AS country_code, care_episode_51.id AS id 
FROM care_episode AS care_episode_51 
WHERE care_episode_51.country_code = $2::VARCHAR AND care_episode_51.voided_at IS NULL) AS rows_52 ON rows_52.id = rows_50.care_episode_id 
WHERE rows_50.setting != 'NOT_CARE' AND (rows_50.ended_on IS NULL OR rows_50.ended_on > rows_50.started_on)) AS in_rows_50 
WHERE in_rows_50.started_on <= $4::DATE AND (in_rows_50.ended_on IS NULL OR in_rows_50.ended_on > $4::DATE) AND in_rows_50.home_id IS NOT NULL GROUP BY in_rows_50.country_code) AS counted_53), 
filled_59 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_58.amount), 0) AS BIGINT) AS amount 
FROM (SELECT rows_57.country_code AS country_code, CAST(coalesce(sum(rows_57.capacity), 0) AS BIGINT) AS amount 
FROM (SELECT home_56.country_code AS country_code, home_56.form AS form, home_56.setting AS setting, home_56.programme_id AS programme_id, home_56.capacity AS capacity, home_56.opened_on AS opened_on, home_56.closed_on AS closed_on 
FROM home AS home_56 
WHERE home_56.country_code = $2::VARCHAR AND home_56.voided_at IS NULL) AS rows_57 
WHERE rows_57.opened_on <= $4::DATE AND (rows_57.closed_on IS NULL OR rows_57.closed_on > $4::DATE) GROUP BY rows_57.country_code) AS counted_58), 
filled_74 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_73.amount), 0) AS BIGINT) AS amount 
FROM (SELECT first_entry.country_code AS country_code, count(*) AS amount 
FROM (SELECT DISTINCT ON (in_rows_62.country_code, in_rows_62.child_id) in_rows_62.country_code AS country_code, in_rows_62.child_id AS child_id, in_rows_62.setting AS setting, in_rows_62.arrangement AS arrangement, in_rows_62.programme_id AS programme_id, in_rows_62.started_on AS started_on 
FROM (SELECT rows_62.country_code AS country_code, rows_62.care_episode_id AS care_episode_id, rows_62.child_id AS child_id, rows_62.setting AS setting, rows_62.arrangement AS arrangement, rows_62.programme_id AS programme_id, rows_62.started_on AS started_on 
FROM (SELECT placement_61.country_code AS country_code, placement_61.care_episode_id AS care_episode_id, placement_61.setting AS setting, placement_61.started_on AS started_on, placement_61.ended_on AS ended_on, placement_61.child_file_id AS child_id, placement_61.arrangement AS arrangement, placement_61.programme_id AS programme_id 
FROM placement AS placement_61 
WHERE placement_61.country_code = $2::VARCHAR AND placement_61.voided_at IS NULL) AS rows_62 JOIN (SELECT care_episode_63.country_code AS country_code, care_episode_63.id AS id 
FROM care_episode AS care_episode_63 
WHERE care_episode_63.country_code = $2::VARCHAR AND care_episode_63.voided_at IS NULL) AS rows_64 ON rows_64.id = rows_62.care_episode_id 
WHERE rows_62.setting != 'NOT_CARE' AND (rows_62.ended_on IS NULL OR rows_62.ended_on > rows_62.started_on)) AS in_rows_62 
WHERE in_rows_62.started_on >= $7::DATE AND in_rows_62.started_on < $8::DATE AND NOT (EXISTS (SELECT * 
FROM (SELECT rows_66.country_code AS country_code, rows_66.child_id AS child_id, rows_66.ended_on AS ended_on 
FROM (SELECT placement_65.country_code AS country_code, placement_65.care_episode_id AS care_episode_id, placement_65.setting AS setting, placement_65.started_on AS started_on, placement_65.ended_on AS ended_on, placement_65.child_file_id AS child_id 
FROM placement AS placement_65 
WHERE placement_65.country_code = $2::VARCHAR AND placement_65.voided_at IS NULL) AS rows_66 JOIN (SELECT care_episode_67.country_code AS country_code, care_episode_67.id AS id 
FROM care_episode AS care_episode_67 
WHERE care_episode_67.country_code = $2::VARCHAR AND care_episode_67.voided_at IS NULL) AS rows_68 ON rows_68.id = rows_66.care_episode_id 
WHERE rows_66.setting != 'NOT_CARE' AND (rows_66.ended_on IS NULL OR rows_66.ended_on > rows_66.started_on)) AS in_rows_66 
WHERE in_rows_62.child_id = in_rows_66.child_id AND in_rows_62.started_on = in_rows_66.ended_on)) ORDER BY in_rows_62.country_code, in_rows_62.child_id, in_rows_62.started_on) AS first_entry 
WHERE EXISTS (SELECT * 
FROM (SELECT rows_70.country_code AS country_code, rows_70.child_id AS child_id, rows_70.ended_on AS ended_on 
FROM (SELECT placement_69.country_code AS country_code, placement_69.care_episode_id AS care_episode_id, placement_69.setting AS setting, placement_69.started_on AS started_on, placement_69.ended_on AS ended_on, placement_69.child_file_id AS child_id 
FROM placement AS placement_69 
WHERE placement_69.country_code = $2::VARCHAR AND placement_69.voided_at IS NULL) AS rows_70 JOIN (SELECT care_episode_71.country_code AS country_code, care_episode_71.id AS id 
FROM care_episode AS care_episode_71 
WHERE care_episode_71.country_code = $2::VARCHAR AND care_episode_71.voided_at IS NULL) AS rows_72 ON rows_72.id = rows_70.care_episode_id 
WHERE rows_70.setting != 'NOT_CARE' AND (rows_70.ended_on IS NULL OR rows_70.ended_on > rows_70.started_on)) AS in_rows_70 
WHERE in_rows_70.child_id = first_entry.child_id AND in_rows_70.ended_on < first_entry.started_on) GROUP BY first_entry.country_code) AS counted_73), 
filled_85 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_84.amount), 0) AS BIGINT) AS amount 
FROM (SELECT first_entry.country_code AS country_code, count(*) AS amount 
FROM (SELECT DISTINCT ON (in_rows_77.country_code, in_rows_77.child_id) in_rows_77.country_code AS country_code, in_rows_77.child_id AS child_id, in_rows_77.setting AS setting, in_rows_77.arrangement AS arrangement, in_rows_77.programme_id AS programme_id, in_rows_77.started_on AS started_on 
FROM (SELECT rows_77.country_code AS country_code, rows_77.care_episode_id AS care_episode_id, rows_77.child_id AS child_id, rows_77.setting AS setting, rows_77.arrangement AS arrangement, rows_77.programme_id AS programme_id, rows_77.started_on AS started_on 
FROM (SELECT placement_76.country_code AS country_code, placement_76.care_episode_id AS care_episode_id, placement_76.setting AS setting, placement_76.started_on AS started_on, placement_76.ended_on AS ended_on, placement_76.child_file_id AS child_id, placement_76.arrangement AS arrangement, placement_76.programme_id AS programme_id 
FROM placement AS placement_76 
WHERE placement_76.country_code = $2::VARCHAR AND placement_76.voided_at IS NULL) AS rows_77 JOIN (SELECT care_episode_78.country_code AS country_code, care_episode_78.id AS id 
FROM care_episode AS care_episode_78 
WHERE care_episode_78.country_code = $2::VARCHAR AND care_episode_78.voided_at IS NULL) AS rows_79 ON rows_79.id = rows_77.care_episode_id 
WHERE rows_77.setting != 'NOT_CARE' AND (rows_77.ended_on IS NULL OR rows_77.ended_on > rows_77.started_on)) AS in_rows_77 
WHERE in_rows_77.started_on >= $7::DATE AND in_rows_77.started_on < $8::DATE AND NOT (EXISTS (SELECT * 
FROM (SELECT rows_81.country_code AS country_code, rows_81.child_id AS child_id, rows_81.ended_on AS ended_on 
FROM (SELECT placement_80.country_code AS country_code, placement_80.care_episode_id AS care_episode_id, placement_80.setting AS setting, placement_80.started_on AS started_on, placement_80.ended_on AS ended_on, placement_80.child_file_id AS child_id 
FROM placement AS placement_80 
WHERE placement_80.country_code = $2::VARCHAR AND placement_80.voided_at IS NULL) AS rows_81 JOIN (SELECT care_episode_82.country_code AS country_code, care_episode_82.id AS id 
FROM care_episode AS care_episode_82 
WHERE care_episode_82.country_code = $2::VARCHAR AND care_episode_82.voided_at IS NULL) AS rows_83 ON rows_83.id = rows_81.care_episode_id 
WHERE rows_81.setting != 'NOT_CARE' AND (rows_81.ended_on IS NULL OR rows_81.ended_on > rows_81.started_on)) AS in_rows_81 
WHERE in_rows_77.child_id = in_rows_81.child_id AND in_rows_77.started_on = in_rows_81.ended_on)) ORDER BY in_rows_77.country_code, in_rows_77.child_id, in_rows_77.started_on) AS first_entry GROUP BY first_entry.country_code) AS counted_84), 
filled_100 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_99.amount), 0) AS BIGINT) AS amount 
FROM (SELECT first_entry.country_code AS country_code, count(*) AS amount 
FROM (SELECT DISTINCT ON (in_rows_88.country_code, in_rows_88.child_id) in_rows_88.country_code AS country_code, in_rows_88.child_id AS child_id, in_rows_88.setting AS setting, in_rows_88.arrangement AS arrangement, in_rows_88.programme_id AS programme_id, in_rows_88.started_on AS started_on 
FROM (SELECT rows_88.country_code AS country_code, rows_88.care_episode_id AS care_episode_id, rows_88.child_id AS child_id, rows_88.setting AS setting, rows_88.arrangement AS arrangement, rows_88.programme_id AS programme_id, rows_88.started_on AS started_on 
FROM (SELECT placement_87.country_code AS country_code, placement_87.care_episode_id AS care_episode_id, placement_87.setting AS setting, placement_87.started_on AS started_on, placement_87.ended_on AS ended_on, placement_87.child_file_id AS child_id, placement_87.arrangement AS arrangement, placement_87.programme_id AS programme_id 
FROM placement AS placement_87 
WHERE placement_87.country_code = $2::VARCHAR AND placement_87.voided_at IS NULL) AS rows_88 JOIN (SELECT care_episode_89.country_code AS country_code, care_episode_89.id AS id 
FROM care_episode AS care_episode_89 
WHERE care_episode_89.country_code = $2::VARCHAR AND care_episode_89.voided_at IS NULL) AS rows_90 ON rows_90.id = rows_88.care_episode_id 
WHERE rows_88.setting != 'NOT_CARE' AND (rows_88.ended_on IS NULL OR rows_88.ended_on > rows_88.started_on)) AS in_rows_88 
WHERE in_rows_88.started_on >= $9::DATE AND in_rows_88.started_on < $10::DATE AND NOT (EXISTS (SELECT * 
FROM (SELECT rows_92.country_code AS country_code, rows_92.child_id AS child_id, rows_92.ended_on AS ended_on 
FROM (SELECT placement_91.country_code AS country_code, placement_91.care_episode_id AS care_episode_id, placement_91.setting AS setting, placement_91.started_on AS started_on, placement_91.ended_on AS ended_on, placement_91.child_file_id AS child_id 
FROM placement AS placement_91 
WHERE placement_91.country_code = $2::VARCHAR AND placement_91.voided_at IS NULL) AS rows_92 JOIN (SELECT care_episode_93.country_code AS country_code, care_episode_93.id AS id 
FROM care_episode AS care_episode_93 
WHERE care_episode_93.country_code = $2::VARCHAR AND care_episode_93.voided_at IS NULL) AS rows_94 ON rows_94.id = rows_92.care_episode_id 
WHERE rows_92.setting != 'NOT_CARE' AND (rows_92.ended_on IS NULL OR rows_92.ended_on > rows_92.started_on)) AS in_rows_92 
WHERE in_rows_88.child_id = in_rows_92.child_id AND in_rows_88.started_on = in_rows_92.ended_on)) ORDER BY in_rows_88.country_code, in_rows_88.child_id, in_rows_88.started_on) AS first_entry 
WHERE EXISTS (SELECT * 
FROM (SELECT rows_96.country_code AS country_code, rows_96.child_id AS child_id, rows_96.ended_on AS ended_on 
FROM (SELECT placement_95.country_code AS country_code, placement_95.care_episode_id AS care_episode_id, placement_95.setting AS setting, placement_95.started_on AS started_on, placement_95.ended_on AS ended_on, placement_95.child_file_id AS child_id 
FROM placement AS placement_95 
WHERE placement_95.country_code = $2::VARCHAR AND placement_95.voided_at IS NULL) AS rows_96 JOIN (SELECT care_episode_97.country_code AS country_code, care_episode_97.id AS id 
FROM care_episode AS care_episode_97 
WHERE care_episode_97.country_code = $2::VARCHAR AND care_episode_97.voided_at IS NULL) AS rows_98 ON rows_98.id = rows_96.care_episode_id 
WHERE rows_96.setting != 'NOT_CARE' AND (rows_96.ended_on IS NULL OR rows_96.ended_on > rows_96.started_on)) AS in_rows_96 
WHERE in_rows_96.child_id = first_entry.child_id AND in_rows_96.ended_on < first_entry.started_on) GROUP BY first_entry.country_code) AS counted_99), 
filled_111 AS MATERIALIZED 
(SELECT 0 AS n, CAST(coalesce(sum(counted_110.amount), 0) AS BIGINT) AS amount 
FROM (SELECT first_entry.country_code AS country_code, count(*) AS amount 
FROM (SELECT DISTINCT ON (in_rows_103.country_code, in_rows_103.child_id) in_rows_103.country_code AS country_code, in_rows_103.child_id AS child_id, in_rows_103.setting AS setting, in_rows_103.arrangement AS arrangement, in_rows_103.programme_id AS programme_id, in_rows_103.started_on AS started_on 
FROM (SELECT rows_103.country_code AS country_code, rows_103.care_episode_id AS care_episode_id, rows_103.child_id AS child_id, rows_103.setting AS setting, rows_103.arrangement AS arrangement, rows_103.programme_id AS programme_id, rows_103.started_on AS started_on 
FROM (SELECT placement_102.country_code AS country_code, placement_102.care_episode_id AS care_episode_id, placement_102.setting AS setting, placement_102.started_on AS started_on, placement_102.ended_on AS ended_on, placement_102.child_file_id AS child_id, placement_102.arrangement AS arrangement, placement_102.programme_id AS programme_id 
FROM placement AS placement_102 
WHERE placement_102.country_code = $2::VARCHAR AND placement_102.voided_at IS NULL) AS rows_103 JOIN (SELECT care_episode_104.country_code AS country_code, care_episode_104.id AS id 
FROM care_episode AS care_episode_104 
WHERE care_episode_104.country_code = $2::VARCHAR AND care_episode_104.voided_at IS NULL) AS rows_105 ON rows_105.id = rows_103.care_episode_id 
WHERE rows_103.setting != 'NOT_CARE' AND (rows_103.ended_on IS NULL OR rows_103.ended_on > rows_103.started_on)) AS in_rows_103 
WHERE in_rows_103.started_on >= $9::DATE AND in_rows_103.started_on < $10::DATE AND NOT (EXISTS (SELECT * 
FROM (SELECT rows_107.country_code AS country_code, rows_107.child_id AS child_id, rows_107.ended_on AS ended_on 
FROM (SELECT placement_106.country_code AS country_code, placement_106.care_episode_id AS care_episode_id, placement_106.setting AS setting, placement_106.started_on AS started_on, placement_106.ended_on AS ended_on, placement_106.child_file_id AS child_id 
FROM placement AS placement_106 
WHERE placement_106.country_code = $2::VARCHAR AND placement_106.voided_at IS NULL) AS rows_107 JOIN (SELECT care_episode_108.country_code AS country_code, care_episode_108.id AS id 
FROM care_episode AS care_episode_108 
WHERE care_episode_108.country_code = $2::VARCHAR AND care_episode_108.voided_at IS NULL) AS rows_109 ON rows_109.id = rows_107.care_episode_id 
WHERE rows_107.setting != 'NOT_CARE' AND (rows_107.ended_on IS NULL OR rows_107.ended_on > rows_107.started_on)) AS in_rows_107 
WHERE in_rows_103.child_id = in_rows_107.child_id AND in_rows_103.started_on = in_rows_107.ended_on)) ORDER BY in_rows_103.country_code, in_rows_103.child_id, in_rows_103.started_on) AS first_entry GROUP BY first_entry.country_code) AS counted_110)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(report_116.*) AS value 
FROM (SELECT $1::JSON AS period, null::json AS release, (SELECT coalesce(json_agg(row_to_json(listed_115.*)), '[]'::json) AS coalesce_1 
FROM (SELECT figures_113.indicator AS indicator, $2::VARCHAR AS area, $2::VARCHAR AS country, '[]'::json AS splits, figures_113.value AS value, figures_113.numerator AS numerator, figures_113.denominator AS denominator, CASE WHEN (figures_113.value IS NULL) THEN 'NOT_AVAILABLE' ELSE 'PUBLISHED' END AS status, row_to_json(comparison_114.*) AS comparison 
FROM (SELECT 0 AS place, 'CARE_STOCK' AS indicator, cells_7.n AS n, cells_7.amount AS value, cells_7.amount AS numerator, CAST(null AS BIGINT) AS denominator, cells_14.amount AS compared_value, cells_14.amount AS compared_numerator, CAST(null AS BIGINT) AS compared_denominator 
FROM filled_6 AS cells_7 JOIN filled_13 AS cells_14 ON cells_14.n = cells_7.n UNION ALL SELECT 1 AS place, 'DATACARE_ALTERNATIVE_CARE_RATE' AS indicator, cells_23.n AS n, round((CAST(cells_23.amount AS NUMERIC) * 100000) / CAST(nullif(population_of_25.amount, 0) AS NUMERIC), 1) AS value, cells_23.amount AS numerator, population_of_25.amount AS denominator, round((CAST(cells_34.amount AS NUMERIC) * 100000) / CAST(nullif(population_of_36.amount, 0) AS NUMERIC), 1) AS compared_value, cells_34.amount AS compared_numerator, population_of_36.amount AS compared_denominator 
FROM filled_22 AS cells_23 JOIN (SELECT 0 AS n, max(population_24.children) AS amount 
FROM population AS population_24 
WHERE population_24.code = $2::VARCHAR AND population_24.year = $5::BIGINT) AS population_of_25 ON population_of_25.n = cells_23.n JOIN filled_33 AS cells_34 ON cells_34.n = cells_23.n JOIN (SELECT 0 AS n, max(population_35.children) AS amount 
FROM population AS population_35 
WHERE population_35.code = $2::VARCHAR AND population_35.year = $6::BIGINT) AS population_of_36 ON population_of_36.n = cells_34.n UNION ALL SELECT 2 AS place, 'OCCUPANCY' AS indicator, cells_43.n AS n, round((CAST(cells_43.amount AS NUMERIC) * 100) / CAST(nullif(cells_48.amount, 0) AS NUMERIC), 1) AS value, cells_43.amount AS numerator, cells_48.amount AS denominator, round((CAST(cells_55.amount AS NUMERIC) * 100) / CAST(nullif(cells_60.amount, 0) AS NUMERIC), 1) AS compared_value, cells_55.amount AS compared_numerator, cells_60.amount AS compared_denominator 
FROM filled_42 AS cells_43 JOIN filled_47 AS cells_48 ON cells_48.n = cells_43.n JOIN filled_54 AS cells_55 ON cells_55.n = cells_43.n JOIN filled_59 AS cells_60 ON cells_60.n = cells_55.n UNION ALL SELECT 3 AS place, 'RE_ENTRIES' AS indicator, cells_75.n AS n, round((CAST(cells_75.amount AS NUMERIC) * 100) / CAST(nullif(cells_86.amount, 0) AS NUMERIC), 1) AS value, cells_75.amount AS numerator, cells_86.amount AS denominator, round((CAST(cells_101.amount AS NUMERIC) * 100) / CAST(nullif(cells_112.amount, 0) AS NUMERIC), 1) AS compared_value, cells_101.amount AS compared_numerator, cells_112.amount AS compared_denominator 
FROM filled_74 AS cells_75 JOIN filled_85 AS cells_86 ON cells_86.n = cells_75.n JOIN filled_100 AS cells_101 ON cells_101.n = cells_75.n JOIN filled_111 AS cells_112 ON cells_112.n = cells_101.n) AS figures_113 JOIN LATERAL (SELECT figures_113.compared_value AS value, figures_113.compared_numerator AS numerator, figures_113.value - figures_113.compared_value AS change, CASE WHEN (figures_113.compared_value IS NULL) THEN 'NOT_AVAILABLE' ELSE 'PUBLISHED' END AS status) AS comparison_114 ON true 
WHERE $2::VARCHAR = ANY ($11::TEXT[]) ORDER BY figures_113.place, figures_113.n) AS listed_115) AS cells, '[]'::json AS coverage) AS report_116) AS "indicatorReport") AS answer
