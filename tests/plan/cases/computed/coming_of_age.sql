SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_26.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_14.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.birth_date AS birth_date, child_1.died_on AS died_on, child_1.birth_date AS order_0 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL AND child_1.birth_date <= CAST($2::DATE - make_interval((SELECT policy_7.whole 
FROM policy AS policy_7 
WHERE policy_7.code = $1::VARCHAR AND policy_7.key = 'age_of_majority' AND policy_7.from_day <= $3::DATE AND (policy_7.until_day IS NULL OR policy_7.until_day > $3::DATE))) AS DATE) AND CASE WHEN (child_1.died_on IS NULL) THEN CAST((child_1.birth_date - (CAST(EXTRACT(day FROM child_1.birth_date) AS INTEGER) - 1)) + make_interval((SELECT policy_3.whole 
FROM policy AS policy_3 
WHERE policy_3.code = $1::VARCHAR AND policy_3.key = 'age_of_majority' AND policy_3.from_day <= $3::DATE AND (policy_3.until_day IS NULL OR policy_3.until_day > $3::DATE))) AS DATE) + (CAST(EXTRACT(day FROM child_1.birth_date) AS INTEGER) - 1) END < $2::DATE AND child_1.birth_date >= CAST(($4::DATE - 1) - make_interval((SELECT policy_9.whole 
FROM policy AS policy_9 
WHERE policy_9.code = $1::VARCHAR AND policy_9.key = 'age_of_majority' AND policy_9.from_day <= $3::DATE AND (policy_9.until_day IS NULL OR policy_9.until_day > $3::DATE))) AS DATE) AND CASE WHEN (child_1.died_on IS NULL) THEN CAST((child_1.birth_date - (CAST(EXTRACT(day FROM child_1.birth_date) AS INTEGER) - 1)) + make_interval((SELECT policy_8.whole 
FROM policy AS policy_8 
WHERE policy_8.code = $1::VARCHAR AND policy_8.key = 'age_of_majority' AND policy_8.from_day <= $3::DATE AND (policy_8.until_day IS NULL OR policy_8.until_day > $3::DATE))) AS DATE) + (CAST(EXTRACT(day FROM child_1.birth_date) AS INTEGER) - 1) END >= $4::DATE ORDER BY child_1.birth_date ASC, child_1.id ASC 
 LIMIT 3) AS page_2 JOIN LATERAL (SELECT page_2.birth_date AS "birthDate", CASE WHEN (page_2.died_on IS NULL) THEN CAST((page_2.birth_date - (CAST(EXTRACT(day FROM page_2.birth_date) AS INTEGER) - 1)) + make_interval((SELECT policy_13.whole 
FROM policy AS policy_13 
WHERE policy_13.code = $1::VARCHAR AND policy_13.key = 'age_of_majority' AND policy_13.from_day <= $3::DATE AND (policy_13.until_day IS NULL OR policy_13.until_day > $3::DATE))) AS DATE) + (CAST(EXTRACT(day FROM page_2.birth_date) AS INTEGER) - 1) END AS "comesOfAgeOn", CAST(EXTRACT(year FROM age(CAST(least($3::DATE, page_2.died_on) AS TIMESTAMP WITHOUT TIME ZONE), CAST(page_2.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) AS age) AS node_14 ON true ORDER BY page_2.order_0 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes, (SELECT count(*) AS count_1 
FROM child AS child_15 
WHERE child_15.country_code = $1::VARCHAR AND child_15.voided_at IS NULL AND child_15.birth_date <= CAST($2::DATE - make_interval((SELECT policy_20.whole 
FROM policy AS policy_20 
WHERE policy_20.code = $1::VARCHAR AND policy_20.key = 'age_of_majority' AND policy_20.from_day <= $3::DATE AND (policy_20.until_day IS NULL OR policy_20.until_day > $3::DATE))) AS DATE) AND CASE WHEN (child_15.died_on IS NULL) THEN CAST((child_15.birth_date - (CAST(EXTRACT(day FROM child_15.birth_date) AS INTEGER) - 1)) + make_interval((SELECT policy_16.whole 
FROM policy AS policy_16 
WHERE policy_16.code = $1::VARCHAR AND policy_16.key = 'age_of_majority' AND policy_16.from_day <= $3::DATE AND (policy_16.until_day IS NULL OR policy_16.until_day > $3::DATE))) AS DATE) + (CAST(EXTRACT(day FROM child_15.birth_date) AS INTEGER) - 1) END < $2::DATE AND child_15.birth_date >= CAST(($4::DATE - 1) - make_interval((SELECT policy_22.whole 
FROM policy AS policy_22 
WHERE policy_22.code = $1::VARCHAR AND policy_22.key = 'age_of_majority' AND policy_22.from_day <= $3::DATE AND (policy_22.until_day IS NULL OR policy_22.until_day > $3::DATE))) AS DATE) AND CASE WHEN (child_15.died_on IS NULL) THEN CAST((child_15.birth_date - (CAST(EXTRACT(day FROM child_15.birth_date) AS INTEGER) - 1)) + make_interval((SELECT policy_21.whole 
FROM policy AS policy_21 
WHERE policy_21.code = $1::VARCHAR AND policy_21.key = 'age_of_majority' AND policy_21.from_day <= $3::DATE AND (policy_21.until_day IS NULL OR policy_21.until_day > $3::DATE))) AS DATE) + (CAST(EXTRACT(day FROM child_15.birth_date) AS INTEGER) - 1) END >= $4::DATE) AS "totalCount") AS connection_26 ON true) AS children) AS answer
