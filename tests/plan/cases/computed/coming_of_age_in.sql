SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_14.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_13.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.birth_date AS birth_date, child_1.died_on AS died_on 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL AND CASE WHEN (child_1.died_on IS NULL) THEN CAST((child_1.birth_date - (CAST(EXTRACT(day FROM child_1.birth_date) AS INTEGER) - 1)) + make_interval((SELECT policy_3.whole 
FROM policy AS policy_3 
WHERE policy_3.code = $1::VARCHAR AND policy_3.key = 'age_of_majority' AND policy_3.from_day <= $2::DATE AND (policy_3.until_day IS NULL OR policy_3.until_day > $2::DATE))) AS DATE) + (CAST(EXTRACT(day FROM child_1.birth_date) AS INTEGER) - 1) END IS NOT NULL AND (child_1.birth_date >= CAST(((SELECT min(given_5.value) AS min_1 
FROM unnest($3::DATE[]) AS given_5(value)) - 1) - make_interval((SELECT policy_7.whole 
FROM policy AS policy_7 
WHERE policy_7.code = $1::VARCHAR AND policy_7.key = 'age_of_majority' AND policy_7.from_day <= $2::DATE AND (policy_7.until_day IS NULL OR policy_7.until_day > $2::DATE))) AS DATE) AND child_1.birth_date <= CAST((SELECT max(given_6.value) AS max_1 
FROM unnest($3::DATE[]) AS given_6(value)) - make_interval((SELECT policy_10.whole 
FROM policy AS policy_10 
WHERE policy_10.code = $1::VARCHAR AND policy_10.key = 'age_of_majority' AND policy_10.from_day <= $2::DATE AND (policy_10.until_day IS NULL OR policy_10.until_day > $2::DATE))) AS DATE) AND CASE WHEN (child_1.died_on IS NULL) THEN CAST((child_1.birth_date - (CAST(EXTRACT(day FROM child_1.birth_date) AS INTEGER) - 1)) + make_interval((SELECT policy_4.whole 
FROM policy AS policy_4 
WHERE policy_4.code = $1::VARCHAR AND policy_4.key = 'age_of_majority' AND policy_4.from_day <= $2::DATE AND (policy_4.until_day IS NULL OR policy_4.until_day > $2::DATE))) AS DATE) + (CAST(EXTRACT(day FROM child_1.birth_date) AS INTEGER) - 1) END = ANY ($3::DATE[])) IS NOT true AND CASE WHEN (child_1.died_on IS NULL) THEN CAST((child_1.birth_date - (CAST(EXTRACT(day FROM child_1.birth_date) AS INTEGER) - 1)) + make_interval((SELECT policy_11.whole 
FROM policy AS policy_11 
WHERE policy_11.code = $1::VARCHAR AND policy_11.key = 'age_of_majority' AND policy_11.from_day <= $2::DATE AND (policy_11.until_day IS NULL OR policy_11.until_day > $2::DATE))) AS DATE) + (CAST(EXTRACT(day FROM child_1.birth_date) AS INTEGER) - 1) END IS NOT NULL ORDER BY child_1.id ASC 
 LIMIT 2) AS page_2 JOIN LATERAL (SELECT CASE WHEN (page_2.died_on IS NULL) THEN CAST((page_2.birth_date - (CAST(EXTRACT(day FROM page_2.birth_date) AS INTEGER) - 1)) + make_interval((SELECT policy_12.whole 
FROM policy AS policy_12 
WHERE policy_12.code = $1::VARCHAR AND policy_12.key = 'age_of_majority' AND policy_12.from_day <= $2::DATE AND (policy_12.until_day IS NULL OR policy_12.until_day > $2::DATE))) AS DATE) + (CAST(EXTRACT(day FROM page_2.birth_date) AS INTEGER) - 1) END AS "comesOfAgeOn") AS node_13 ON true ORDER BY page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_14 ON true) AS children) AS answer
