WITH release_2 AS MATERIALIZED 
(SELECT release_1.id AS id, release_1.year AS year, release_1.quarter AS quarter, release_1.month AS month, release_1.first_day AS first_day, release_1.last_day AS last_day, release_1.revision AS revision, release_1.published_at AS published_at, release_1.known_at AS known_at, release_1.reason AS reason, release_1.definitions AS definitions, release_1.commitment AS commitment 
FROM release AS release_1 
WHERE release_1.year = $1::BIGINT AND release_1.quarter IS NULL AND release_1.month IS NULL ORDER BY release_1.revision DESC 
 LIMIT 1)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM release_2)] AS cursors 
FROM (SELECT (SELECT row_to_json(report_7.*) AS value 
FROM release_2 JOIN LATERAL (SELECT (SELECT coalesce(json_agg(row_to_json(listed_6.*)), '[]'::json) AS coalesce_1 
FROM (SELECT release_coverage_3.country_code AS country, (SELECT coalesce(json_agg(settings_5.entry), '[]'::json) AS coalesce_2 
FROM (SELECT JSON_OBJECT('__typename' : 'SettingReading', 'form' : CASE WHEN (policy_4.key = 'setting_of.SOS_FAMILY') THEN 'SOS_FAMILY' WHEN (policy_4.key = 'setting_of.FOSTER_FAMILY') THEN 'FOSTER_FAMILY' WHEN (policy_4.key = 'setting_of.KINSHIP_FAMILY') THEN 'KINSHIP_FAMILY' WHEN (policy_4.key = 'setting_of.SMALL_GROUP_HOME') THEN 'SMALL_GROUP_HOME' WHEN (policy_4.key = 'setting_of.YOUTH_HOME') THEN 'YOUTH_HOME' WHEN (policy_4.key = 'setting_of.SUPERVISED_INDEPENDENT_LIVING') THEN 'SUPERVISED_INDEPENDENT_LIVING' WHEN (policy_4.key = 'setting_of.EMERGENCY_SHELTER') THEN 'EMERGENCY_SHELTER' END, 'counted' : CASE WHEN (policy_4.key = 'setting_of.SOS_FAMILY') THEN 'FAMILY_BASED' WHEN (policy_4.key = 'setting_of.FOSTER_FAMILY') THEN 'FAMILY_BASED' WHEN (policy_4.key = 'setting_of.KINSHIP_FAMILY') THEN 'FAMILY_BASED' WHEN (policy_4.key = 'setting_of.SMALL_GROUP_HOME') THEN 'RESIDENTIAL' WHEN (policy_4.key = 'setting_of.YOUTH_HOME') THEN 'RESIDENTIAL' WHEN (policy_4.key = 'setting_of.SUPERVISED_INDEPENDENT_LIVING') THEN 'INDEPENDENT' WHEN (policy_4.key = 'setting_of.EMERGENCY_SHELTER') THEN 'RESIDENTIAL' END, 'national' : policy_4.value, 'jurisdiction' : nullif(policy_4.jurisdiction, ''), 'certain' : policy_4.certain = 'YES' RETURNING json) AS entry 
FROM policy AS policy_4 
WHERE policy_4.code = release_coverage_3.country_code AND policy_4.key IN ('setting_of.SOS_FAMILY', 'setting_of.FOSTER_FAMILY', 'setting_of.KINSHIP_FAMILY', 'setting_of.SMALL_GROUP_HOME', 'setting_of.YOUTH_HOME', 'setting_of.SUPERVISED_INDEPENDENT_LIVING', 'setting_of.EMERGENCY_SHELTER') AND (policy_4.jurisdiction = '' OR policy_4.origin IN ('PART', 'INSTALLATION')) AND policy_4.from_day <= (SELECT release_2.last_day 
FROM release_2) AND (policy_4.until_day IS NULL OR policy_4.until_day > (SELECT release_2.last_day 
FROM release_2)) ORDER BY CASE WHEN (policy_4.key = 'setting_of.SOS_FAMILY') THEN 0 WHEN (policy_4.key = 'setting_of.FOSTER_FAMILY') THEN 1 WHEN (policy_4.key = 'setting_of.KINSHIP_FAMILY') THEN 2 WHEN (policy_4.key = 'setting_of.SMALL_GROUP_HOME') THEN 3 WHEN (policy_4.key = 'setting_of.YOUTH_HOME') THEN 4 WHEN (policy_4.key = 'setting_of.SUPERVISED_INDEPENDENT_LIVING') THEN 5 WHEN (policy_4.key = 'setting_of.EMERGENCY_SHELTER') THEN 6 END, policy_4.jurisdiction) AS settings_5) AS settings 
FROM release_coverage AS release_coverage_3 
WHERE release_coverage_3.release_id = (SELECT release_2.id 
FROM release_2) ORDER BY release_coverage_3.country_code) AS listed_6) AS coverage) AS report_7 ON true) AS "indicatorReport") AS answer
