-- What the release of schema version 202611301320 counted: measure | splits | days. It stays as it was.

-- children_in_care | ; AGE_GROUP; CARE_FORM; PROGRAMME_KIND; SETTING; SEX; SEX,AGE_GROUP | last
SELECT placement_1.country_code AS country_code, CASE WHEN (child_2.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex, CASE WHEN (child_2.birth_date > $1::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (child_2.birth_date > $1::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (child_2.birth_date > $1::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (child_2.birth_date > $1::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END AS age_group, home_3.setting AS setting, home_3.form AS care_form, programme_4.kind AS programme_kind, count(*) AS amount, count(*) AS children
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.home_id AS home_id, placement.programme_id AS programme_id, placement.started_on AS started_on, placement.ended_on AS ended_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_1 JOIN (SELECT child.country_code AS country_code, child.id AS id, child.sex AS sex, child.birth_date AS birth_date
FROM child
WHERE child.voided_at IS NULL) AS child_2 ON child_2.country_code = placement_1.country_code AND child_2.id = placement_1.child_id JOIN (SELECT home.country_code AS country_code, home.id AS id, home.form AS form, home.setting AS setting
FROM home
WHERE home.voided_at IS NULL) AS home_3 ON home_3.country_code = placement_1.country_code AND home_3.id = placement_1.home_id JOIN (SELECT programme.country_code AS country_code, programme.id AS id, programme.kind AS kind
FROM programme
WHERE programme.voided_at IS NULL) AS programme_4 ON programme_4.country_code = placement_1.country_code AND programme_4.id = placement_1.programme_id
WHERE placement_1.started_on <= $1::DATE AND (placement_1.ended_on IS NULL OR placement_1.ended_on > $1::DATE) GROUP BY GROUPING SETS((placement_1.country_code), (placement_1.country_code, CASE WHEN (child_2.birth_date > $1::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (child_2.birth_date > $1::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (child_2.birth_date > $1::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (child_2.birth_date > $1::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END), (placement_1.country_code, home_3.form), (placement_1.country_code, programme_4.kind), (placement_1.country_code, home_3.setting), (placement_1.country_code, CASE WHEN (child_2.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END), (placement_1.country_code, CASE WHEN (child_2.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END, CASE WHEN (child_2.birth_date > $1::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (child_2.birth_date > $1::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (child_2.birth_date > $1::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (child_2.birth_date > $1::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END));

-- children_in_care_before | ; SEX | first
SELECT placement_1.country_code AS country_code, CASE WHEN (child_2.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex, count(*) AS amount, count(*) AS children
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.home_id AS home_id, placement.programme_id AS programme_id, placement.started_on AS started_on, placement.ended_on AS ended_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_1 JOIN (SELECT child.country_code AS country_code, child.id AS id, child.sex AS sex, child.birth_date AS birth_date
FROM child
WHERE child.voided_at IS NULL) AS child_2 ON child_2.country_code = placement_1.country_code AND child_2.id = placement_1.child_id
WHERE placement_1.started_on <= $1::DATE - 1 AND (placement_1.ended_on IS NULL OR placement_1.ended_on > $1::DATE - 1) GROUP BY GROUPING SETS((placement_1.country_code), (placement_1.country_code, CASE WHEN (child_2.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END));

-- entries | ; AGE_GROUP; SETTING; SEX | first, after
SELECT first_entry.country_code AS country_code, CASE WHEN (child_3.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex, CASE WHEN (child_3.birth_date > first_entry.started_on - make_interval(5)) THEN 'AGE_0_4' WHEN (child_3.birth_date > first_entry.started_on - make_interval(10)) THEN 'AGE_5_9' WHEN (child_3.birth_date > first_entry.started_on - make_interval(15)) THEN 'AGE_10_14' WHEN (child_3.birth_date > first_entry.started_on - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END AS age_group, home_4.setting AS setting, count(*) AS amount, count(*) AS children
FROM (SELECT DISTINCT ON (placement_1.country_code, placement_1.child_id) placement_1.country_code AS country_code, placement_1.child_id AS child_id, placement_1.home_id AS home_id, placement_1.programme_id AS programme_id, placement_1.started_on AS started_on
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.home_id AS home_id, placement.programme_id AS programme_id, placement.started_on AS started_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_1
WHERE placement_1.started_on >= $1::DATE AND placement_1.started_on < $2::DATE AND NOT (EXISTS (SELECT *
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.ended_on AS ended_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_2
WHERE placement_1.country_code = placement_2.country_code AND placement_1.child_id = placement_2.child_id AND placement_1.started_on = placement_2.ended_on)) ORDER BY placement_1.country_code, placement_1.child_id, placement_1.started_on) AS first_entry JOIN (SELECT child.country_code AS country_code, child.id AS id, child.sex AS sex, child.birth_date AS birth_date
FROM child
WHERE child.voided_at IS NULL) AS child_3 ON child_3.country_code = first_entry.country_code AND child_3.id = first_entry.child_id JOIN (SELECT home.country_code AS country_code, home.id AS id, home.form AS form, home.setting AS setting
FROM home
WHERE home.voided_at IS NULL) AS home_4 ON home_4.country_code = first_entry.country_code AND home_4.id = first_entry.home_id GROUP BY GROUPING SETS((first_entry.country_code), (first_entry.country_code, CASE WHEN (child_3.birth_date > first_entry.started_on - make_interval(5)) THEN 'AGE_0_4' WHEN (child_3.birth_date > first_entry.started_on - make_interval(10)) THEN 'AGE_5_9' WHEN (child_3.birth_date > first_entry.started_on - make_interval(15)) THEN 'AGE_10_14' WHEN (child_3.birth_date > first_entry.started_on - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END), (first_entry.country_code, home_4.setting), (first_entry.country_code, CASE WHEN (child_3.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END));

-- exits | ; AGE_GROUP; SETTING; SEX | first, after
SELECT last_exit.country_code AS country_code, CASE WHEN (child_3.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex, CASE WHEN (child_3.birth_date > last_exit.ended_on - make_interval(5)) THEN 'AGE_0_4' WHEN (child_3.birth_date > last_exit.ended_on - make_interval(10)) THEN 'AGE_5_9' WHEN (child_3.birth_date > last_exit.ended_on - make_interval(15)) THEN 'AGE_10_14' WHEN (child_3.birth_date > last_exit.ended_on - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END AS age_group, home_4.setting AS setting, count(*) AS amount, count(*) AS children
FROM (SELECT DISTINCT ON (placement_1.country_code, placement_1.child_id) placement_1.country_code AS country_code, placement_1.child_id AS child_id, placement_1.home_id AS home_id, placement_1.programme_id AS programme_id, placement_1.ended_on AS ended_on
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.home_id AS home_id, placement.programme_id AS programme_id, placement.ended_on AS ended_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_1
WHERE placement_1.ended_on >= $1::DATE AND placement_1.ended_on < $2::DATE AND NOT (EXISTS (SELECT *
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.started_on AS started_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_2
WHERE placement_2.country_code = placement_1.country_code AND placement_2.child_id = placement_1.child_id AND placement_2.started_on = placement_1.ended_on)) ORDER BY placement_1.country_code, placement_1.child_id, placement_1.ended_on DESC) AS last_exit JOIN (SELECT child.country_code AS country_code, child.id AS id, child.sex AS sex, child.birth_date AS birth_date
FROM child
WHERE child.voided_at IS NULL) AS child_3 ON child_3.country_code = last_exit.country_code AND child_3.id = last_exit.child_id JOIN (SELECT home.country_code AS country_code, home.id AS id, home.form AS form, home.setting AS setting
FROM home
WHERE home.voided_at IS NULL) AS home_4 ON home_4.country_code = last_exit.country_code AND home_4.id = last_exit.home_id GROUP BY GROUPING SETS((last_exit.country_code), (last_exit.country_code, CASE WHEN (child_3.birth_date > last_exit.ended_on - make_interval(5)) THEN 'AGE_0_4' WHEN (child_3.birth_date > last_exit.ended_on - make_interval(10)) THEN 'AGE_5_9' WHEN (child_3.birth_date > last_exit.ended_on - make_interval(15)) THEN 'AGE_10_14' WHEN (child_3.birth_date > last_exit.ended_on - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END), (last_exit.country_code, home_4.setting), (last_exit.country_code, CASE WHEN (child_3.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END));

-- minors_in_care |  | last
SELECT placement_1.country_code AS country_code, count(*) AS amount, count(*) AS children
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.home_id AS home_id, placement.programme_id AS programme_id, placement.started_on AS started_on, placement.ended_on AS ended_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_1 JOIN (SELECT child.country_code AS country_code, child.id AS id, child.birth_date AS birth_date
FROM child
WHERE child.voided_at IS NULL) AS child_2 ON child_2.country_code = placement_1.country_code AND child_2.id = placement_1.child_id
WHERE placement_1.started_on <= $1::DATE AND (placement_1.ended_on IS NULL OR placement_1.ended_on > $1::DATE) AND child_2.birth_date > $1::DATE - make_interval(18) GROUP BY placement_1.country_code;

-- leaving_for_a_family | ; AGE_GROUP; SEX | first, after
SELECT left_for_a_family.country_code AS country_code, CASE WHEN (child_8.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex, CASE WHEN (child_8.birth_date > left_for_a_family.ended_on - make_interval(5)) THEN 'AGE_0_4' WHEN (child_8.birth_date > left_for_a_family.ended_on - make_interval(10)) THEN 'AGE_5_9' WHEN (child_8.birth_date > left_for_a_family.ended_on - make_interval(15)) THEN 'AGE_10_14' WHEN (child_8.birth_date > left_for_a_family.ended_on - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END AS age_group, count(*) AS amount, count(DISTINCT left_for_a_family.child_id) AS children
FROM (SELECT placement_1.country_code AS country_code, placement_1.child_id AS child_id, placement_1.ended_on AS ended_on
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.home_id AS home_id, placement.ended_on AS ended_on, placement.end_reason AS end_reason
FROM placement
WHERE placement.voided_at IS NULL) AS placement_1 JOIN (SELECT home.country_code AS country_code, home.id AS id, home.setting AS setting
FROM home
WHERE home.voided_at IS NULL) AS home_2 ON home_2.country_code = placement_1.country_code AND home_2.id = placement_1.home_id
WHERE home_2.setting = 'RESIDENTIAL' AND placement_1.ended_on >= $1::DATE AND placement_1.ended_on < $2::DATE AND (EXISTS (SELECT *
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.home_id AS home_id, placement.started_on AS started_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_3 JOIN (SELECT home.country_code AS country_code, home.id AS id, home.setting AS setting
FROM home
WHERE home.voided_at IS NULL) AS home_4 ON home_4.country_code = placement_3.country_code AND home_4.id = placement_3.home_id
WHERE placement_3.country_code = placement_1.country_code AND placement_3.child_id = placement_1.child_id AND placement_3.started_on = placement_1.ended_on AND home_4.setting = 'FAMILY_BASED')) UNION ALL SELECT placement_5.country_code AS country_code, placement_5.child_id AS child_id, placement_5.ended_on AS ended_on
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.home_id AS home_id, placement.ended_on AS ended_on, placement.end_reason AS end_reason
FROM placement
WHERE placement.voided_at IS NULL) AS placement_5 JOIN (SELECT home.country_code AS country_code, home.id AS id, home.setting AS setting
FROM home
WHERE home.voided_at IS NULL) AS home_6 ON home_6.country_code = placement_5.country_code AND home_6.id = placement_5.home_id
WHERE home_6.setting = 'RESIDENTIAL' AND placement_5.ended_on >= $1::DATE AND placement_5.ended_on < $2::DATE AND placement_5.end_reason IN ('REUNIFICATION_WITH_FAMILY', 'KINSHIP_CARE_OUTSIDE', 'FOSTER_CARE_OUTSIDE', 'ADOPTION') AND NOT (EXISTS (SELECT *
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.home_id AS home_id, placement.started_on AS started_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_7
WHERE placement_7.country_code = placement_5.country_code AND placement_7.child_id = placement_5.child_id AND placement_7.started_on = placement_5.ended_on))) AS left_for_a_family JOIN (SELECT child.country_code AS country_code, child.id AS id, child.sex AS sex, child.birth_date AS birth_date
FROM child
WHERE child.voided_at IS NULL) AS child_8 ON child_8.country_code = left_for_a_family.country_code AND child_8.id = left_for_a_family.child_id GROUP BY GROUPING SETS((left_for_a_family.country_code), (left_for_a_family.country_code, CASE WHEN (child_8.birth_date > left_for_a_family.ended_on - make_interval(5)) THEN 'AGE_0_4' WHEN (child_8.birth_date > left_for_a_family.ended_on - make_interval(10)) THEN 'AGE_5_9' WHEN (child_8.birth_date > left_for_a_family.ended_on - make_interval(15)) THEN 'AGE_10_14' WHEN (child_8.birth_date > left_for_a_family.ended_on - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END), (left_for_a_family.country_code, CASE WHEN (child_8.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END));

-- leaving_residential | ; AGE_GROUP; SEX | first, after
SELECT placement_1.country_code AS country_code, CASE WHEN (child_5.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex, CASE WHEN (child_5.birth_date > placement_1.ended_on - make_interval(5)) THEN 'AGE_0_4' WHEN (child_5.birth_date > placement_1.ended_on - make_interval(10)) THEN 'AGE_5_9' WHEN (child_5.birth_date > placement_1.ended_on - make_interval(15)) THEN 'AGE_10_14' WHEN (child_5.birth_date > placement_1.ended_on - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END AS age_group, count(*) AS amount, count(DISTINCT placement_1.child_id) AS children
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.home_id AS home_id, placement.ended_on AS ended_on, placement.end_reason AS end_reason
FROM placement
WHERE placement.voided_at IS NULL) AS placement_1 JOIN (SELECT home.country_code AS country_code, home.id AS id, home.setting AS setting
FROM home
WHERE home.voided_at IS NULL) AS home_2 ON home_2.country_code = placement_1.country_code AND home_2.id = placement_1.home_id JOIN (SELECT child.country_code AS country_code, child.id AS id, child.sex AS sex, child.birth_date AS birth_date
FROM child
WHERE child.voided_at IS NULL) AS child_5 ON child_5.country_code = placement_1.country_code AND child_5.id = placement_1.child_id
WHERE home_2.setting = 'RESIDENTIAL' AND placement_1.ended_on >= $1::DATE AND placement_1.ended_on < $2::DATE AND NOT (EXISTS (SELECT *
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.home_id AS home_id, placement.started_on AS started_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_3 JOIN (SELECT home.country_code AS country_code, home.id AS id, home.setting AS setting
FROM home
WHERE home.voided_at IS NULL) AS home_4 ON home_4.country_code = placement_3.country_code AND home_4.id = placement_3.home_id
WHERE placement_3.country_code = placement_1.country_code AND placement_3.child_id = placement_1.child_id AND placement_3.started_on = placement_1.ended_on AND home_4.setting = 'RESIDENTIAL')) GROUP BY GROUPING SETS((placement_1.country_code), (placement_1.country_code, CASE WHEN (child_5.birth_date > placement_1.ended_on - make_interval(5)) THEN 'AGE_0_4' WHEN (child_5.birth_date > placement_1.ended_on - make_interval(10)) THEN 'AGE_5_9' WHEN (child_5.birth_date > placement_1.ended_on - make_interval(15)) THEN 'AGE_10_14' WHEN (child_5.birth_date > placement_1.ended_on - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END), (placement_1.country_code, CASE WHEN (child_5.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END));

-- residents |  | after, first
SELECT resident.country_code AS country_code, count(*) AS amount, count(*) AS children
FROM (SELECT DISTINCT placement_1.country_code AS country_code, placement_1.child_id AS child_id
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.home_id AS home_id, placement.started_on AS started_on, placement.ended_on AS ended_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_1 JOIN (SELECT home.country_code AS country_code, home.id AS id, home.setting AS setting
FROM home
WHERE home.voided_at IS NULL) AS home_2 ON home_2.country_code = placement_1.country_code AND home_2.id = placement_1.home_id
WHERE home_2.setting = 'RESIDENTIAL' AND placement_1.started_on < $1::DATE AND (placement_1.ended_on IS NULL OR placement_1.ended_on >= $2::DATE)) AS resident GROUP BY resident.country_code;

-- minors_in_residential_care |  | last
SELECT placement_1.country_code AS country_code, count(*) AS amount, count(*) AS children
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.home_id AS home_id, placement.programme_id AS programme_id, placement.started_on AS started_on, placement.ended_on AS ended_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_1 JOIN (SELECT child.country_code AS country_code, child.id AS id, child.birth_date AS birth_date
FROM child
WHERE child.voided_at IS NULL) AS child_2 ON child_2.country_code = placement_1.country_code AND child_2.id = placement_1.child_id JOIN (SELECT home.country_code AS country_code, home.id AS id, home.setting AS setting
FROM home
WHERE home.voided_at IS NULL) AS home_3 ON home_3.country_code = placement_1.country_code AND home_3.id = placement_1.home_id
WHERE placement_1.started_on <= $1::DATE AND (placement_1.ended_on IS NULL OR placement_1.ended_on > $1::DATE) AND child_2.birth_date > $1::DATE - make_interval(18) AND home_3.setting = 'RESIDENTIAL' GROUP BY placement_1.country_code;

-- stay_days | ; SEX | first, after
SELECT stayed.country_code AS country_code, CASE WHEN (child_5.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex, CAST(coalesce(sum(stayed.days), 0) AS BIGINT) AS amount, count(*) AS children
FROM (SELECT last_exit.country_code AS country_code, last_exit.child_id AS child_id, last_exit.ended_on - max(placement_3.started_on) AS days
FROM (SELECT DISTINCT ON (placement_1.country_code, placement_1.child_id) placement_1.country_code AS country_code, placement_1.child_id AS child_id, placement_1.home_id AS home_id, placement_1.programme_id AS programme_id, placement_1.ended_on AS ended_on
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.home_id AS home_id, placement.programme_id AS programme_id, placement.ended_on AS ended_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_1
WHERE placement_1.ended_on >= $1::DATE AND placement_1.ended_on < $2::DATE AND NOT (EXISTS (SELECT *
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.started_on AS started_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_2
WHERE placement_2.country_code = placement_1.country_code AND placement_2.child_id = placement_1.child_id AND placement_2.started_on = placement_1.ended_on)) ORDER BY placement_1.country_code, placement_1.child_id, placement_1.ended_on DESC) AS last_exit JOIN (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.started_on AS started_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_3 ON placement_3.country_code = last_exit.country_code AND placement_3.child_id = last_exit.child_id
WHERE placement_3.started_on < last_exit.ended_on AND NOT (EXISTS (SELECT *
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.ended_on AS ended_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_4
WHERE placement_3.country_code = placement_4.country_code AND placement_3.child_id = placement_4.child_id AND placement_3.started_on = placement_4.ended_on)) GROUP BY last_exit.country_code, last_exit.child_id, last_exit.ended_on) AS stayed JOIN (SELECT child.country_code AS country_code, child.id AS id, child.sex AS sex, child.birth_date AS birth_date
FROM child
WHERE child.voided_at IS NULL) AS child_5 ON child_5.country_code = stayed.country_code AND child_5.id = stayed.child_id GROUP BY GROUPING SETS((stayed.country_code), (stayed.country_code, CASE WHEN (child_5.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END));

-- moves | ; AGE_GROUP; SEX | last, first, after
SELECT placement_1.country_code AS country_code, CASE WHEN (child_3.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex, CASE WHEN (child_3.birth_date > $1::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (child_3.birth_date > $1::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (child_3.birth_date > $1::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (child_3.birth_date > $1::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END AS age_group, count(*) AS amount, count(DISTINCT placement_1.child_id) AS children
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.home_id AS home_id, placement.started_on AS started_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_1 JOIN (SELECT child.country_code AS country_code, child.id AS id, child.sex AS sex, child.birth_date AS birth_date
FROM child
WHERE child.voided_at IS NULL) AS child_3 ON child_3.country_code = placement_1.country_code AND child_3.id = placement_1.child_id
WHERE placement_1.started_on >= $2::DATE AND placement_1.started_on < $3::DATE AND (EXISTS (SELECT *
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.home_id AS home_id, placement.ended_on AS ended_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_2
WHERE placement_1.country_code = placement_2.country_code AND placement_1.child_id = placement_2.child_id AND placement_1.started_on = placement_2.ended_on AND placement_2.home_id != placement_1.home_id)) GROUP BY GROUPING SETS((placement_1.country_code), (placement_1.country_code, CASE WHEN (child_3.birth_date > $1::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (child_3.birth_date > $1::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (child_3.birth_date > $1::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (child_3.birth_date > $1::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END), (placement_1.country_code, CASE WHEN (child_3.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END));

-- care_days | ; AGE_GROUP; SEX | last, after, first
SELECT cared_for.country_code AS country_code, CASE WHEN (child_2.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex, CASE WHEN (child_2.birth_date > $1::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (child_2.birth_date > $1::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (child_2.birth_date > $1::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (child_2.birth_date > $1::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END AS age_group, CAST(coalesce(sum(cared_for.days), 0) AS BIGINT) AS amount, count(*) AS children
FROM (SELECT placement_1.country_code AS country_code, placement_1.child_id AS child_id, sum(least($2::DATE, coalesce(placement_1.ended_on, $2::DATE)) - greatest($3::DATE, placement_1.started_on)) AS days
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.started_on AS started_on, placement.ended_on AS ended_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_1
WHERE placement_1.started_on < $2::DATE AND (placement_1.ended_on IS NULL OR placement_1.ended_on > $3::DATE) GROUP BY placement_1.country_code, placement_1.child_id) AS cared_for JOIN (SELECT child.country_code AS country_code, child.id AS id, child.sex AS sex, child.birth_date AS birth_date
FROM child
WHERE child.voided_at IS NULL) AS child_2 ON child_2.country_code = cared_for.country_code AND child_2.id = cared_for.child_id GROUP BY GROUPING SETS((cared_for.country_code), (cared_for.country_code, CASE WHEN (child_2.birth_date > $1::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (child_2.birth_date > $1::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (child_2.birth_date > $1::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (child_2.birth_date > $1::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END), (cared_for.country_code, CASE WHEN (child_2.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END));

-- re_entries | ; AGE_GROUP; SEX | first, after
SELECT first_entry.country_code AS country_code, CASE WHEN (child_4.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex, CASE WHEN (child_4.birth_date > first_entry.started_on - make_interval(5)) THEN 'AGE_0_4' WHEN (child_4.birth_date > first_entry.started_on - make_interval(10)) THEN 'AGE_5_9' WHEN (child_4.birth_date > first_entry.started_on - make_interval(15)) THEN 'AGE_10_14' WHEN (child_4.birth_date > first_entry.started_on - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END AS age_group, count(*) AS amount, count(*) AS children
FROM (SELECT DISTINCT ON (placement_1.country_code, placement_1.child_id) placement_1.country_code AS country_code, placement_1.child_id AS child_id, placement_1.home_id AS home_id, placement_1.programme_id AS programme_id, placement_1.started_on AS started_on
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.home_id AS home_id, placement.programme_id AS programme_id, placement.started_on AS started_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_1
WHERE placement_1.started_on >= $1::DATE AND placement_1.started_on < $2::DATE AND NOT (EXISTS (SELECT *
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.ended_on AS ended_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_2
WHERE placement_1.country_code = placement_2.country_code AND placement_1.child_id = placement_2.child_id AND placement_1.started_on = placement_2.ended_on)) ORDER BY placement_1.country_code, placement_1.child_id, placement_1.started_on) AS first_entry JOIN (SELECT child.country_code AS country_code, child.id AS id, child.sex AS sex, child.birth_date AS birth_date
FROM child
WHERE child.voided_at IS NULL) AS child_4 ON child_4.country_code = first_entry.country_code AND child_4.id = first_entry.child_id
WHERE EXISTS (SELECT *
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.ended_on AS ended_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_3
WHERE placement_3.country_code = first_entry.country_code AND placement_3.child_id = first_entry.child_id AND placement_3.ended_on < first_entry.started_on) GROUP BY GROUPING SETS((first_entry.country_code), (first_entry.country_code, CASE WHEN (child_4.birth_date > first_entry.started_on - make_interval(5)) THEN 'AGE_0_4' WHEN (child_4.birth_date > first_entry.started_on - make_interval(10)) THEN 'AGE_5_9' WHEN (child_4.birth_date > first_entry.started_on - make_interval(15)) THEN 'AGE_10_14' WHEN (child_4.birth_date > first_entry.started_on - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END), (first_entry.country_code, CASE WHEN (child_4.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END));

-- sibling_days_together | ; AGE_GROUP; SEX | last, after, first
SELECT sibling.country_code AS country_code, CASE WHEN (child_4.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex, CASE WHEN (child_4.birth_date > $1::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (child_4.birth_date > $1::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (child_4.birth_date > $1::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (child_4.birth_date > $1::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END AS age_group, CAST(coalesce(sum(sibling.days), 0) AS BIGINT) AS amount, count(*) AS children
FROM (SELECT sibling_bond_1.country_code AS country_code, sibling_bond_1.child_id AS child_id, sum(least($2::DATE, coalesce(sibling_bond_1.ended_on, $2::DATE), coalesce(placement_2.ended_on, $2::DATE), coalesce(placement_3.ended_on, $2::DATE)) - greatest($3::DATE, sibling_bond_1.started_on, placement_2.started_on, placement_3.started_on)) AS days
FROM (SELECT sibling_bond.country_code AS country_code, sibling_bond.child_file_id AS child_id, sibling_bond.sibling_file_id AS sibling_id, sibling_bond.started_on AS started_on, sibling_bond.ended_on AS ended_on
FROM sibling_bond
WHERE sibling_bond.voided_at IS NULL) AS sibling_bond_1 JOIN (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.home_id AS home_id, placement.started_on AS started_on, placement.ended_on AS ended_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_2 ON placement_2.country_code = sibling_bond_1.country_code AND placement_2.child_id = sibling_bond_1.child_id JOIN (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.home_id AS home_id, placement.started_on AS started_on, placement.ended_on AS ended_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_3 ON placement_3.country_code = sibling_bond_1.country_code AND placement_3.child_id = sibling_bond_1.sibling_id
WHERE sibling_bond_1.started_on < $2::DATE AND (sibling_bond_1.ended_on IS NULL OR sibling_bond_1.ended_on > $3::DATE) AND placement_2.started_on < $2::DATE AND (placement_2.ended_on IS NULL OR placement_2.ended_on > $3::DATE) AND placement_3.started_on < $2::DATE AND (placement_3.ended_on IS NULL OR placement_3.ended_on > $3::DATE) AND least($2::DATE, coalesce(sibling_bond_1.ended_on, $2::DATE), coalesce(placement_2.ended_on, $2::DATE), coalesce(placement_3.ended_on, $2::DATE)) - greatest($3::DATE, sibling_bond_1.started_on, placement_2.started_on, placement_3.started_on) > 0 AND placement_2.home_id IS NOT DISTINCT FROM placement_3.home_id GROUP BY sibling_bond_1.country_code, sibling_bond_1.child_id) AS sibling JOIN (SELECT child.country_code AS country_code, child.id AS id, child.sex AS sex, child.birth_date AS birth_date
FROM child
WHERE child.voided_at IS NULL) AS child_4 ON child_4.country_code = sibling.country_code AND child_4.id = sibling.child_id GROUP BY GROUPING SETS((sibling.country_code), (sibling.country_code, CASE WHEN (child_4.birth_date > $1::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (child_4.birth_date > $1::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (child_4.birth_date > $1::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (child_4.birth_date > $1::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END), (sibling.country_code, CASE WHEN (child_4.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END));

-- sibling_days | ; AGE_GROUP; SEX | last, after, first
SELECT sibling.country_code AS country_code, CASE WHEN (child_4.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex, CASE WHEN (child_4.birth_date > $1::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (child_4.birth_date > $1::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (child_4.birth_date > $1::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (child_4.birth_date > $1::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END AS age_group, CAST(coalesce(sum(sibling.days), 0) AS BIGINT) AS amount, count(*) AS children
FROM (SELECT sibling_bond_1.country_code AS country_code, sibling_bond_1.child_id AS child_id, sum(least($2::DATE, coalesce(sibling_bond_1.ended_on, $2::DATE), coalesce(placement_2.ended_on, $2::DATE), coalesce(placement_3.ended_on, $2::DATE)) - greatest($3::DATE, sibling_bond_1.started_on, placement_2.started_on, placement_3.started_on)) AS days
FROM (SELECT sibling_bond.country_code AS country_code, sibling_bond.child_file_id AS child_id, sibling_bond.sibling_file_id AS sibling_id, sibling_bond.started_on AS started_on, sibling_bond.ended_on AS ended_on
FROM sibling_bond
WHERE sibling_bond.voided_at IS NULL) AS sibling_bond_1 JOIN (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.home_id AS home_id, placement.started_on AS started_on, placement.ended_on AS ended_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_2 ON placement_2.country_code = sibling_bond_1.country_code AND placement_2.child_id = sibling_bond_1.child_id JOIN (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.home_id AS home_id, placement.started_on AS started_on, placement.ended_on AS ended_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_3 ON placement_3.country_code = sibling_bond_1.country_code AND placement_3.child_id = sibling_bond_1.sibling_id
WHERE sibling_bond_1.started_on < $2::DATE AND (sibling_bond_1.ended_on IS NULL OR sibling_bond_1.ended_on > $3::DATE) AND placement_2.started_on < $2::DATE AND (placement_2.ended_on IS NULL OR placement_2.ended_on > $3::DATE) AND placement_3.started_on < $2::DATE AND (placement_3.ended_on IS NULL OR placement_3.ended_on > $3::DATE) AND least($2::DATE, coalesce(sibling_bond_1.ended_on, $2::DATE), coalesce(placement_2.ended_on, $2::DATE), coalesce(placement_3.ended_on, $2::DATE)) - greatest($3::DATE, sibling_bond_1.started_on, placement_2.started_on, placement_3.started_on) > 0 GROUP BY sibling_bond_1.country_code, sibling_bond_1.child_id) AS sibling JOIN (SELECT child.country_code AS country_code, child.id AS id, child.sex AS sex, child.birth_date AS birth_date
FROM child
WHERE child.voided_at IS NULL) AS child_4 ON child_4.country_code = sibling.country_code AND child_4.id = sibling.child_id GROUP BY GROUPING SETS((sibling.country_code), (sibling.country_code, CASE WHEN (child_4.birth_date > $1::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (child_4.birth_date > $1::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (child_4.birth_date > $1::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (child_4.birth_date > $1::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END), (sibling.country_code, CASE WHEN (child_4.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END));

-- community_links | ; AGE_GROUP; SEX | last
SELECT held.country_code AS country_code, CASE WHEN (child_3.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex, CASE WHEN (child_3.birth_date > $1::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (child_3.birth_date > $1::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (child_3.birth_date > $1::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (child_3.birth_date > $1::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END AS age_group, CAST(coalesce(sum(held.links), 0) AS BIGINT) AS amount, count(*) AS children
FROM (SELECT placement_1.country_code AS country_code, community_link_2.child_id AS child_id, count(*) AS links
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.home_id AS home_id, placement.programme_id AS programme_id, placement.started_on AS started_on, placement.ended_on AS ended_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_1 JOIN (SELECT community_link.country_code AS country_code, community_link.child_file_id AS child_id, community_link.started_on AS started_on, community_link.ended_on AS ended_on
FROM community_link
WHERE community_link.voided_at IS NULL) AS community_link_2 ON community_link_2.country_code = placement_1.country_code AND community_link_2.child_id = placement_1.child_id
WHERE placement_1.started_on <= $1::DATE AND (placement_1.ended_on IS NULL OR placement_1.ended_on > $1::DATE) AND community_link_2.started_on <= $1::DATE AND (community_link_2.ended_on IS NULL OR community_link_2.ended_on > $1::DATE) GROUP BY placement_1.country_code, community_link_2.child_id) AS held JOIN (SELECT child.country_code AS country_code, child.id AS id, child.sex AS sex, child.birth_date AS birth_date
FROM child
WHERE child.voided_at IS NULL) AS child_3 ON child_3.country_code = held.country_code AND child_3.id = held.child_id GROUP BY GROUPING SETS((held.country_code), (held.country_code, CASE WHEN (child_3.birth_date > $1::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (child_3.birth_date > $1::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (child_3.birth_date > $1::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (child_3.birth_date > $1::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END), (held.country_code, CASE WHEN (child_3.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END));

-- children_without_links | ; AGE_GROUP; SEX | last
SELECT placement_1.country_code AS country_code, CASE WHEN (child_3.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex, CASE WHEN (child_3.birth_date > $1::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (child_3.birth_date > $1::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (child_3.birth_date > $1::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (child_3.birth_date > $1::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END AS age_group, count(*) AS amount, count(*) AS children
FROM (SELECT placement.country_code AS country_code, placement.child_file_id AS child_id, placement.home_id AS home_id, placement.programme_id AS programme_id, placement.started_on AS started_on, placement.ended_on AS ended_on
FROM placement
WHERE placement.voided_at IS NULL) AS placement_1 JOIN (SELECT child.country_code AS country_code, child.id AS id, child.sex AS sex, child.birth_date AS birth_date
FROM child
WHERE child.voided_at IS NULL) AS child_3 ON child_3.country_code = placement_1.country_code AND child_3.id = placement_1.child_id
WHERE placement_1.started_on <= $1::DATE AND (placement_1.ended_on IS NULL OR placement_1.ended_on > $1::DATE) AND NOT (EXISTS (SELECT *
FROM (SELECT community_link.country_code AS country_code, community_link.child_file_id AS child_id, community_link.started_on AS started_on, community_link.ended_on AS ended_on
FROM community_link
WHERE community_link.voided_at IS NULL) AS community_link_2
WHERE community_link_2.country_code = placement_1.country_code AND community_link_2.child_id = placement_1.child_id AND community_link_2.started_on <= $1::DATE AND (community_link_2.ended_on IS NULL OR community_link_2.ended_on > $1::DATE))) GROUP BY GROUPING SETS((placement_1.country_code), (placement_1.country_code, CASE WHEN (child_3.birth_date > $1::DATE - make_interval(5)) THEN 'AGE_0_4' WHEN (child_3.birth_date > $1::DATE - make_interval(10)) THEN 'AGE_5_9' WHEN (child_3.birth_date > $1::DATE - make_interval(15)) THEN 'AGE_10_14' WHEN (child_3.birth_date > $1::DATE - make_interval(18)) THEN 'AGE_15_17' ELSE 'AGE_18_PLUS_OR_UNKNOWN' END), (placement_1.country_code, CASE WHEN (child_3.sex = 'FEMALE') THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END));

-- homes | ; CARE_FORM; PROGRAMME_KIND; SETTING | last
SELECT home_1.country_code AS country_code, home_2.setting AS setting, home_2.form AS care_form, programme_3.kind AS programme_kind, count(*) AS amount, 0 AS children
FROM (SELECT home.country_code AS country_code, home.id AS id, home.programme_id AS programme_id, home.capacity AS capacity, home.opened_on AS opened_on, home.closed_on AS closed_on
FROM home
WHERE home.voided_at IS NULL) AS home_1 JOIN (SELECT home.country_code AS country_code, home.id AS id, home.form AS form, home.setting AS setting
FROM home
WHERE home.voided_at IS NULL) AS home_2 ON home_2.country_code = home_1.country_code AND home_2.id = home_1.id JOIN (SELECT programme.country_code AS country_code, programme.id AS id, programme.kind AS kind
FROM programme
WHERE programme.voided_at IS NULL) AS programme_3 ON programme_3.country_code = home_1.country_code AND programme_3.id = home_1.programme_id
WHERE home_1.opened_on <= $1::DATE AND (home_1.closed_on IS NULL OR home_1.closed_on > $1::DATE) GROUP BY GROUPING SETS((home_1.country_code), (home_1.country_code, home_2.form), (home_1.country_code, programme_3.kind), (home_1.country_code, home_2.setting));

-- places | ; CARE_FORM; SETTING | last
SELECT home_1.country_code AS country_code, home_2.setting AS setting, home_2.form AS care_form, CAST(coalesce(sum(home_1.capacity), 0) AS BIGINT) AS amount, 0 AS children
FROM (SELECT home.country_code AS country_code, home.id AS id, home.programme_id AS programme_id, home.capacity AS capacity, home.opened_on AS opened_on, home.closed_on AS closed_on
FROM home
WHERE home.voided_at IS NULL) AS home_1 JOIN (SELECT home.country_code AS country_code, home.id AS id, home.form AS form, home.setting AS setting
FROM home
WHERE home.voided_at IS NULL) AS home_2 ON home_2.country_code = home_1.country_code AND home_2.id = home_1.id
WHERE home_1.opened_on <= $1::DATE AND (home_1.closed_on IS NULL OR home_1.closed_on > $1::DATE) GROUP BY GROUPING SETS((home_1.country_code), (home_1.country_code, home_2.form), (home_1.country_code, home_2.setting));
