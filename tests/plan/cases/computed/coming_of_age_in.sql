SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_6.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_5.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.birth_date AS birth_date, child_1.died_on AS died_on 
FROM child AS child_1 
WHERE child_1.country_code = $1::VARCHAR AND child_1.voided_at IS NULL AND CASE WHEN (child_1.died_on IS NULL) THEN CAST((child_1.birth_date - (CAST(EXTRACT(day FROM child_1.birth_date) AS INTEGER) - 1)) + make_interval($2::INTEGER) AS DATE) + (CAST(EXTRACT(day FROM child_1.birth_date) AS INTEGER) - 1) END IS NOT NULL AND (child_1.birth_date >= CAST(((SELECT min(given_3.value) AS min_1 
FROM unnest($3::DATE[]) AS given_3(value)) - 1) - make_interval($2::INTEGER) AS DATE) AND child_1.birth_date <= CAST((SELECT max(given_4.value) AS max_1 
FROM unnest($3::DATE[]) AS given_4(value)) - make_interval($2::INTEGER) AS DATE) AND CASE WHEN (child_1.died_on IS NULL) THEN CAST((child_1.birth_date - (CAST(EXTRACT(day FROM child_1.birth_date) AS INTEGER) - 1)) + make_interval($2::INTEGER) AS DATE) + (CAST(EXTRACT(day FROM child_1.birth_date) AS INTEGER) - 1) END = ANY ($3::DATE[])) IS NOT true AND CASE WHEN (child_1.died_on IS NULL) THEN CAST((child_1.birth_date - (CAST(EXTRACT(day FROM child_1.birth_date) AS INTEGER) - 1)) + make_interval($2::INTEGER) AS DATE) + (CAST(EXTRACT(day FROM child_1.birth_date) AS INTEGER) - 1) END IS NOT NULL ORDER BY child_1.id ASC 
 LIMIT 2) AS page_2 JOIN LATERAL (SELECT CASE WHEN (page_2.died_on IS NULL) THEN CAST((page_2.birth_date - (CAST(EXTRACT(day FROM page_2.birth_date) AS INTEGER) - 1)) + make_interval($2::INTEGER) AS DATE) + (CAST(EXTRACT(day FROM page_2.birth_date) AS INTEGER) - 1) END AS "comesOfAgeOn") AS node_5 ON true ORDER BY page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_6 ON true) AS children) AS answer
