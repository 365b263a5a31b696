SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(node_10.*) AS value 
FROM country AS country_1 JOIN LATERAL (SELECT (SELECT policy_2.whole 
FROM policy AS policy_2 
WHERE policy_2.code = country_1.code AND policy_2.key = 'age_of_majority' AND policy_2.jurisdiction = '' AND policy_2.from_day <= $1::DATE + CASE WHEN (country_1.code = ANY ($2::TEXT[])) THEN 1 WHEN (country_1.code = ANY ($3::TEXT[])) THEN -1 ELSE 0 END AND (policy_2.until_day IS NULL OR policy_2.until_day > $1::DATE + CASE WHEN (country_1.code = ANY ($2::TEXT[])) THEN 1 WHEN (country_1.code = ANY ($3::TEXT[])) THEN -1 ELSE 0 END)) AS "ageOfMajority", (SELECT coalesce(json_agg(parts_4.jurisdiction), '[]'::json) AS coalesce_1 
FROM (SELECT DISTINCT policy_3.jurisdiction AS jurisdiction 
FROM policy AS policy_3 
WHERE policy_3.code = country_1.code AND policy_3.jurisdiction != '' ORDER BY policy_3.jurisdiction) AS parts_4) AS jurisdictions, (SELECT rules_7.entry 
FROM (SELECT JSON_OBJECT('__typename' : 'CountryRule', 'key' : policy_5.key, 'description' : described_6.value, 'value' : policy_5.value, 'number' : policy_5.whole, 'unit' : policy_5.unit, 'certain' : policy_5.certain = 'YES', 'laidDownBy' : policy_5.origin, 'from' : nullif(policy_5.from_day, '-infinity'::date), 'until' : policy_5.until_day, 'jurisdiction' : nullif(policy_5.jurisdiction, '') RETURNING json) AS entry 
FROM policy AS policy_5 JOIN json_each_text($4::JSON) AS described_6 ON described_6.key = policy_5.key 
WHERE policy_5.code = country_1.code AND policy_5.jurisdiction = $5::VARCHAR AND policy_5.from_day <= $6::DATE AND (policy_5.until_day IS NULL OR policy_5.until_day > $6::DATE) AND policy_5.key = $7::VARCHAR ORDER BY policy_5.key) AS rules_7) AS rule, (SELECT rules_9.entry 
FROM (SELECT JSON_OBJECT('value' : policy_8.value RETURNING json) AS entry 
FROM policy AS policy_8 
WHERE policy_8.code = country_1.code AND policy_8.jurisdiction = '' AND policy_8.from_day <= $1::DATE + CASE WHEN (country_1.code = ANY ($2::TEXT[])) THEN 1 WHEN (country_1.code = ANY ($3::TEXT[])) THEN -1 ELSE 0 END AND (policy_8.until_day IS NULL OR policy_8.until_day > $1::DATE + CASE WHEN (country_1.code = ANY ($2::TEXT[])) THEN 1 WHEN (country_1.code = ANY ($3::TEXT[])) THEN -1 ELSE 0 END) AND policy_8.key = $8::VARCHAR ORDER BY policy_8.key) AS rules_9) AS today) AS node_10 ON true 
WHERE country_1.code = $9::VARCHAR) AS country) AS answer
