WITH page_2 AS MATERIALIZED 
(SELECT country_1.code AS code 
FROM country AS country_1 ORDER BY country_1.code ASC 
 LIMIT 2)
 SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_9.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_8.*) AS part_0 
FROM page_2 JOIN LATERAL (SELECT page_2.code AS code, (SELECT policy_3.whole 
FROM policy AS policy_3 
WHERE policy_3.code = page_2.code AND policy_3.key = 'age_of_majority' AND policy_3.jurisdiction = '' AND policy_3.from_day <= $1::DATE + CASE WHEN (page_2.code = ANY ($2::TEXT[])) THEN 1 WHEN (page_2.code = ANY ($3::TEXT[])) THEN -1 ELSE 0 END AND (policy_3.until_day IS NULL OR policy_3.until_day > $1::DATE + CASE WHEN (page_2.code = ANY ($2::TEXT[])) THEN 1 WHEN (page_2.code = ANY ($3::TEXT[])) THEN -1 ELSE 0 END)) AS "ageOfMajority", (SELECT rules_5.entry 
FROM (SELECT JSON_OBJECT('value' : policy_4.value, 'unit' : policy_4.unit RETURNING json) AS entry 
FROM policy AS policy_4 
WHERE policy_4.code = page_2.code AND policy_4.jurisdiction = '' AND policy_4.from_day <= $1::DATE + CASE WHEN (page_2.code = ANY ($2::TEXT[])) THEN 1 WHEN (page_2.code = ANY ($3::TEXT[])) THEN -1 ELSE 0 END AND (policy_4.until_day IS NULL OR policy_4.until_day > $1::DATE + CASE WHEN (page_2.code = ANY ($2::TEXT[])) THEN 1 WHEN (page_2.code = ANY ($3::TEXT[])) THEN -1 ELSE 0 END) AND policy_4.key = $4::VARCHAR ORDER BY policy_4.key) AS rules_5) AS rule, (SELECT coalesce(json_agg(rules_7.entry), '[]'::json) AS coalesce_1 
FROM (SELECT JSON_OBJECT('key' : policy_6.key RETURNING json) AS entry 
FROM policy AS policy_6 
WHERE policy_6.code = page_2.code AND policy_6.jurisdiction = '' AND policy_6.from_day <= $5::DATE AND (policy_6.until_day IS NULL OR policy_6.until_day > $5::DATE) ORDER BY policy_6.key) AS rules_7) AS rules) AS node_8 ON true ORDER BY page_2.code ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT coalesce(gathered_2.part_0, '[]'::json) AS nodes) AS connection_9 ON true) AS countries) AS answer
