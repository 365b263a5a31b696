-- The measures of 2025 as an analyst would write them, one statement each, by country and by the splits that countries
-- have. Row security says whose rows they are.

-- children_in_care
SELECT p.country_code,
  CASE WHEN c.sex = 'FEMALE' THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex,
  CASE WHEN c.birth_date > DATE '2020-12-31' THEN 'AGE_0_4' WHEN c.birth_date > DATE '2015-12-31' THEN 'AGE_5_9'
    WHEN c.birth_date > DATE '2010-12-31' THEN 'AGE_10_14' WHEN c.birth_date > DATE '2007-12-31' THEN 'AGE_15_17'
    ELSE 'AGE_18_PLUS_OR_UNKNOWN' END AS age_group,
  h.setting, count(*) AS amount
FROM placement p
JOIN child c ON c.country_code = p.country_code AND c.id = p.child_id
JOIN home h ON h.country_code = p.country_code AND h.id = p.home_id
WHERE p.voided_at IS NULL AND p.started_on <= DATE '2025-12-31' AND (p.ended_on IS NULL OR p.ended_on > DATE '2025-12-31')
GROUP BY p.country_code, GROUPING SETS ((), (2), (3), (2, 3), (h.setting));

-- children_in_care_before
SELECT p.country_code, CASE WHEN c.sex = 'FEMALE' THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex,
  count(*) AS amount
FROM placement p JOIN child c ON c.country_code = p.country_code AND c.id = p.child_id
WHERE p.voided_at IS NULL AND p.started_on <= DATE '2024-12-31' AND (p.ended_on IS NULL OR p.ended_on > DATE '2024-12-31')
GROUP BY p.country_code, GROUPING SETS ((), (2));

-- entries
SELECT p.country_code, CASE WHEN c.sex = 'FEMALE' THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex,
  count(DISTINCT p.child_id) AS amount
FROM placement p JOIN child c ON c.country_code = p.country_code AND c.id = p.child_id
WHERE p.voided_at IS NULL AND p.started_on BETWEEN DATE '2025-01-01' AND DATE '2025-12-31'
  AND NOT EXISTS (SELECT FROM placement e WHERE e.country_code = p.country_code AND e.child_id = p.child_id
    AND e.voided_at IS NULL AND e.ended_on = p.started_on)
GROUP BY p.country_code, GROUPING SETS ((), (2));

-- exits
SELECT p.country_code, count(DISTINCT p.child_id) AS amount
FROM placement p
WHERE p.voided_at IS NULL AND p.ended_on BETWEEN DATE '2025-01-01' AND DATE '2025-12-31'
  AND NOT EXISTS (SELECT FROM placement l WHERE l.country_code = p.country_code AND l.child_id = p.child_id
    AND l.voided_at IS NULL AND l.started_on = p.ended_on)
GROUP BY p.country_code;

-- minors_in_care
SELECT p.country_code, count(*) AS amount
FROM placement p JOIN child c ON c.country_code = p.country_code AND c.id = p.child_id
WHERE p.voided_at IS NULL AND p.started_on <= DATE '2025-12-31' AND (p.ended_on IS NULL OR p.ended_on > DATE '2025-12-31')
  AND c.birth_date > DATE '2007-12-31'
GROUP BY p.country_code;

-- minors_in_residential_care
SELECT p.country_code, count(*) AS amount
FROM placement p
JOIN child c ON c.country_code = p.country_code AND c.id = p.child_id
JOIN home h ON h.country_code = p.country_code AND h.id = p.home_id
WHERE p.voided_at IS NULL AND p.started_on <= DATE '2025-12-31' AND (p.ended_on IS NULL OR p.ended_on > DATE '2025-12-31')
  AND c.birth_date > DATE '2007-12-31' AND h.setting = 'RESIDENTIAL'
GROUP BY p.country_code;

-- homes
SELECT country_code, count(*) AS amount FROM home
WHERE opened_on <= DATE '2025-12-31' AND (closed_on IS NULL OR closed_on > DATE '2025-12-31')
GROUP BY country_code;

-- places
SELECT country_code, sum(capacity)::bigint AS amount FROM home
WHERE opened_on <= DATE '2025-12-31' AND (closed_on IS NULL OR closed_on > DATE '2025-12-31')
GROUP BY country_code;

-- community_links
SELECT p.country_code, CASE WHEN c.sex = 'FEMALE' THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex,
  CASE WHEN c.birth_date > DATE '2020-12-31' THEN 'AGE_0_4' WHEN c.birth_date > DATE '2015-12-31' THEN 'AGE_5_9'
    WHEN c.birth_date > DATE '2010-12-31' THEN 'AGE_10_14' WHEN c.birth_date > DATE '2007-12-31' THEN 'AGE_15_17'
    ELSE 'AGE_18_PLUS_OR_UNKNOWN' END AS age_group,
  count(*) AS amount
FROM placement p
JOIN child c ON c.country_code = p.country_code AND c.id = p.child_id
JOIN community_link l ON l.country_code = p.country_code AND l.child_id = p.child_id
WHERE p.voided_at IS NULL AND p.started_on <= DATE '2025-12-31' AND (p.ended_on IS NULL OR p.ended_on > DATE '2025-12-31')
  AND l.started_on <= DATE '2025-12-31' AND (l.ended_on IS NULL OR l.ended_on > DATE '2025-12-31')
GROUP BY p.country_code, GROUPING SETS ((), (2), (3));

-- children_without_links
SELECT p.country_code, CASE WHEN c.sex = 'FEMALE' THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex,
  count(*) AS amount
FROM placement p JOIN child c ON c.country_code = p.country_code AND c.id = p.child_id
WHERE p.voided_at IS NULL AND p.started_on <= DATE '2025-12-31' AND (p.ended_on IS NULL OR p.ended_on > DATE '2025-12-31')
  AND NOT EXISTS (SELECT FROM community_link l WHERE l.country_code = p.country_code AND l.child_id = p.child_id
    AND l.started_on <= DATE '2025-12-31' AND (l.ended_on IS NULL OR l.ended_on > DATE '2025-12-31'))
GROUP BY p.country_code, GROUPING SETS ((), (2));

-- care_days
SELECT p.country_code, CASE WHEN c.sex = 'FEMALE' THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex,
  CASE WHEN c.birth_date > DATE '2020-12-31' THEN 'AGE_0_4' WHEN c.birth_date > DATE '2015-12-31' THEN 'AGE_5_9'
    WHEN c.birth_date > DATE '2010-12-31' THEN 'AGE_10_14' WHEN c.birth_date > DATE '2007-12-31' THEN 'AGE_15_17'
    ELSE 'AGE_18_PLUS_OR_UNKNOWN' END AS age_group,
  sum(least(p.ended_on, DATE '2026-01-01') - greatest(p.started_on, DATE '2025-01-01')) AS amount
FROM placement p JOIN child c ON c.country_code = p.country_code AND c.id = p.child_id
WHERE p.voided_at IS NULL AND p.started_on < DATE '2026-01-01' AND (p.ended_on IS NULL OR p.ended_on > DATE '2025-01-01')
GROUP BY p.country_code, GROUPING SETS ((), (2), (3));

-- moves
SELECT p.country_code, count(*) AS amount FROM placement p
WHERE p.voided_at IS NULL AND p.started_on BETWEEN DATE '2025-01-01' AND DATE '2025-12-31'
  AND EXISTS (SELECT FROM placement e WHERE e.country_code = p.country_code AND e.child_id = p.child_id
    AND e.voided_at IS NULL AND e.ended_on = p.started_on AND e.home_id <> p.home_id)
GROUP BY p.country_code;

-- sibling_days
SELECT b.country_code, CASE WHEN c.sex = 'FEMALE' THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex,
  CASE WHEN c.birth_date > DATE '2020-12-31' THEN 'AGE_0_4' WHEN c.birth_date > DATE '2015-12-31' THEN 'AGE_5_9'
    WHEN c.birth_date > DATE '2010-12-31' THEN 'AGE_10_14' WHEN c.birth_date > DATE '2007-12-31' THEN 'AGE_15_17'
    ELSE 'AGE_18_PLUS_OR_UNKNOWN' END AS age_group,
  sum(d.days) AS amount
FROM sibling_bond b
JOIN child c ON c.country_code = b.country_code AND c.id = b.child_id
JOIN placement p ON p.country_code = b.country_code AND p.child_id = b.child_id
JOIN placement s ON s.country_code = b.country_code AND s.child_id = b.sibling_id
CROSS JOIN LATERAL (SELECT least(b.ended_on, p.ended_on, s.ended_on, DATE '2026-01-01')
  - greatest(b.started_on, p.started_on, s.started_on, DATE '2025-01-01') AS days) d
WHERE p.voided_at IS NULL AND p.started_on < DATE '2026-01-01' AND (p.ended_on IS NULL OR p.ended_on > DATE '2025-01-01')
  AND s.voided_at IS NULL AND s.started_on < DATE '2026-01-01' AND (s.ended_on IS NULL OR s.ended_on > DATE '2025-01-01')
  AND b.started_on < DATE '2026-01-01' AND (b.ended_on IS NULL OR b.ended_on > DATE '2025-01-01') AND d.days > 0
GROUP BY b.country_code, GROUPING SETS ((), (2), (3));

-- sibling_days_together
SELECT b.country_code, CASE WHEN c.sex = 'FEMALE' THEN 'FEMALE' ELSE 'MALE_OTHER_OR_UNKNOWN' END AS sex,
  CASE WHEN c.birth_date > DATE '2020-12-31' THEN 'AGE_0_4' WHEN c.birth_date > DATE '2015-12-31' THEN 'AGE_5_9'
    WHEN c.birth_date > DATE '2010-12-31' THEN 'AGE_10_14' WHEN c.birth_date > DATE '2007-12-31' THEN 'AGE_15_17'
    ELSE 'AGE_18_PLUS_OR_UNKNOWN' END AS age_group,
  sum(d.days) AS amount
FROM sibling_bond b
JOIN child c ON c.country_code = b.country_code AND c.id = b.child_id
JOIN placement p ON p.country_code = b.country_code AND p.child_id = b.child_id
JOIN placement s ON s.country_code = b.country_code AND s.child_id = b.sibling_id AND s.home_id = p.home_id
CROSS JOIN LATERAL (SELECT least(b.ended_on, p.ended_on, s.ended_on, DATE '2026-01-01')
  - greatest(b.started_on, p.started_on, s.started_on, DATE '2025-01-01') AS days) d
WHERE p.voided_at IS NULL AND p.started_on < DATE '2026-01-01' AND (p.ended_on IS NULL OR p.ended_on > DATE '2025-01-01')
  AND s.voided_at IS NULL AND s.started_on < DATE '2026-01-01' AND (s.ended_on IS NULL OR s.ended_on > DATE '2025-01-01')
  AND b.started_on < DATE '2026-01-01' AND (b.ended_on IS NULL OR b.ended_on > DATE '2025-01-01') AND d.days > 0
GROUP BY b.country_code, GROUPING SETS ((), (2), (3));

-- stay_days
WITH gone AS (
  SELECT p.country_code, p.child_id, max(p.ended_on) AS ended_on FROM placement p
  WHERE p.voided_at IS NULL AND p.ended_on BETWEEN DATE '2025-01-01' AND DATE '2025-12-31'
    AND NOT EXISTS (SELECT FROM placement l WHERE l.country_code = p.country_code AND l.child_id = p.child_id
      AND l.voided_at IS NULL AND l.started_on = p.ended_on)
  GROUP BY p.country_code, p.child_id
), stay AS (
  SELECT g.country_code, g.ended_on - max(p.started_on) AS days
  FROM gone g JOIN placement p ON p.country_code = g.country_code AND p.child_id = g.child_id
  WHERE p.voided_at IS NULL AND p.started_on < g.ended_on
    AND NOT EXISTS (SELECT FROM placement e WHERE e.country_code = p.country_code AND e.child_id = p.child_id
      AND e.voided_at IS NULL AND e.ended_on = p.started_on)
  GROUP BY g.country_code, g.child_id, g.ended_on
)
SELECT country_code, sum(days) AS amount FROM stay GROUP BY country_code;

-- leaving_residential
SELECT p.country_code, count(*) AS amount
FROM placement p JOIN home h ON h.country_code = p.country_code AND h.id = p.home_id
WHERE p.voided_at IS NULL AND p.ended_on BETWEEN DATE '2025-01-01' AND DATE '2025-12-31' AND h.setting = 'RESIDENTIAL'
  AND NOT EXISTS (SELECT FROM placement n JOIN home m ON m.country_code = n.country_code AND m.id = n.home_id
    WHERE n.country_code = p.country_code AND n.child_id = p.child_id AND n.voided_at IS NULL
      AND n.started_on = p.ended_on AND m.setting = 'RESIDENTIAL')
GROUP BY p.country_code;

-- leaving_for_a_family
SELECT p.country_code, count(*) AS amount
FROM placement p
JOIN home h ON h.country_code = p.country_code AND h.id = p.home_id
LEFT JOIN placement n ON n.country_code = p.country_code AND n.child_id = p.child_id AND n.voided_at IS NULL
  AND n.started_on = p.ended_on
LEFT JOIN home m ON m.country_code = n.country_code AND m.id = n.home_id
WHERE p.voided_at IS NULL AND p.ended_on BETWEEN DATE '2025-01-01' AND DATE '2025-12-31' AND h.setting = 'RESIDENTIAL'
  AND CASE WHEN n.child_id IS NULL
    THEN p.end_reason IN ('REUNIFICATION_WITH_FAMILY', 'KINSHIP_CARE_OUTSIDE', 'FOSTER_CARE_OUTSIDE', 'ADOPTION')
    ELSE m.setting = 'FAMILY_BASED' END
GROUP BY p.country_code;

-- residents
SELECT p.country_code, count(DISTINCT p.child_id) AS amount
FROM placement p JOIN home h ON h.country_code = p.country_code AND h.id = p.home_id
WHERE p.voided_at IS NULL AND p.started_on < DATE '2026-01-01' AND (p.ended_on IS NULL OR p.ended_on >= DATE '2025-01-01')
  AND h.setting = 'RESIDENTIAL'
GROUP BY p.country_code;

-- re_entries
WITH come AS (
  SELECT p.country_code, p.child_id, min(p.started_on) AS started_on FROM placement p
  WHERE p.voided_at IS NULL AND p.started_on BETWEEN DATE '2025-01-01' AND DATE '2025-12-31'
    AND NOT EXISTS (SELECT FROM placement e WHERE e.country_code = p.country_code AND e.child_id = p.child_id
      AND e.voided_at IS NULL AND e.ended_on = p.started_on)
  GROUP BY p.country_code, p.child_id
)
SELECT c.country_code, count(*) AS amount FROM come c
WHERE EXISTS (SELECT FROM placement p WHERE p.country_code = c.country_code AND p.child_id = c.child_id
  AND p.voided_at IS NULL AND p.ended_on < c.started_on)
GROUP BY c.country_code;

-- children_in_homes
SELECT p.country_code, count(*) AS amount
FROM placement p JOIN care_episode e ON e.country_code = p.country_code AND e.id = p.care_episode_id
WHERE p.voided_at IS NULL AND e.voided_at IS NULL AND p.setting <> 'NOT_CARE' AND p.home_id IS NOT NULL
  AND p.started_on <= DATE '2025-12-31' AND (p.ended_on IS NULL OR p.ended_on > DATE '2025-12-31')
GROUP BY p.country_code;

-- children_on_a_legal_ground
SELECT p.country_code, count(*) AS amount
FROM placement p JOIN care_episode e ON e.country_code = p.country_code AND e.id = p.care_episode_id
WHERE p.voided_at IS NULL AND e.voided_at IS NULL AND p.setting <> 'NOT_CARE'
  AND p.started_on <= DATE '2025-12-31' AND (p.ended_on IS NULL OR p.ended_on > DATE '2025-12-31')
  AND EXISTS (SELECT FROM legal_status s WHERE s.country_code = p.country_code AND s.child_id = p.child_id
    AND s.voided_at IS NULL AND s.domain = 'CARE' AND (s.started_on IS NULL OR s.started_on <= DATE '2025-12-31')
    AND (s.ended_on IS NULL OR s.ended_on > DATE '2025-12-31'))
GROUP BY p.country_code;

-- entering
WITH stay AS (
  SELECT p.country_code, p.child_id, p.care_episode_id, p.started_on, p.ended_on, e.started_on AS care_started_on,
    e.entered_from
  FROM placement p JOIN care_episode e ON e.country_code = p.country_code AND e.id = p.care_episode_id
  WHERE p.voided_at IS NULL AND e.voided_at IS NULL AND p.setting <> 'NOT_CARE'
)
SELECT s.country_code, count(DISTINCT s.child_id) AS amount FROM stay s
WHERE s.started_on BETWEEN DATE '2025-01-01' AND DATE '2025-12-31' AND s.entered_from IS DISTINCT FROM 'OTHER_CARE'
  AND NOT EXISTS (SELECT FROM stay b WHERE b.country_code = s.country_code AND b.child_id = s.child_id
    AND b.ended_on = s.started_on)
  AND NOT EXISTS (SELECT FROM stay b WHERE b.country_code = s.country_code AND b.care_episode_id = s.care_episode_id
    AND b.started_on < s.started_on)
  AND NOT EXISTS (SELECT FROM care_episode o WHERE o.country_code = s.country_code AND o.child_id = s.child_id
    AND o.voided_at IS NULL AND o.ended_on = s.care_started_on)
GROUP BY s.country_code;

-- gatekept
WITH stay AS (
  SELECT p.country_code, p.child_id, p.care_episode_id, p.started_on, p.ended_on, e.started_on AS care_started_on,
    e.entered_from
  FROM placement p JOIN care_episode e ON e.country_code = p.country_code AND e.id = p.care_episode_id
  WHERE p.voided_at IS NULL AND e.voided_at IS NULL AND p.setting <> 'NOT_CARE'
), come AS (
  SELECT DISTINCT ON (s.country_code, s.child_id) s.* FROM stay s
  WHERE s.started_on BETWEEN DATE '2025-01-01' AND DATE '2025-12-31' AND s.entered_from IS DISTINCT FROM 'OTHER_CARE'
    AND NOT EXISTS (SELECT FROM stay b WHERE b.country_code = s.country_code AND b.child_id = s.child_id
      AND b.ended_on = s.started_on)
    AND NOT EXISTS (SELECT FROM stay b WHERE b.country_code = s.country_code AND b.care_episode_id = s.care_episode_id
      AND b.started_on < s.started_on)
    AND NOT EXISTS (SELECT FROM care_episode o WHERE o.country_code = s.country_code AND o.child_id = s.child_id
      AND o.voided_at IS NULL AND o.ended_on = s.care_started_on)
  ORDER BY s.country_code, s.child_id, s.started_on
)
SELECT c.country_code, count(*) AS amount FROM come c
WHERE EXISTS (SELECT FROM gatekeeping_assessment a WHERE a.country_code = c.country_code
  AND a.care_episode_id = c.care_episode_id AND a.voided_at IS NULL AND a.completed_on <= c.care_started_on
  AND a.assessor IN ('AUTHORITY', 'JOINT'))
GROUP BY c.country_code;

-- in_care_for_a_year
WITH stay AS (
  SELECT p.country_code, p.child_id, p.started_on, p.ended_on
  FROM placement p JOIN care_episode e ON e.country_code = p.country_code AND e.id = p.care_episode_id
  WHERE p.voided_at IS NULL AND e.voided_at IS NULL AND p.setting <> 'NOT_CARE'
)
SELECT s.country_code, count(*) AS amount FROM stay s
WHERE s.started_on <= DATE '2025-12-31' AND (s.ended_on IS NULL OR s.ended_on > DATE '2025-12-31')
  AND NOT EXISTS (SELECT FROM stay n WHERE n.country_code = s.country_code AND n.child_id = s.child_id
    AND n.started_on > DATE '2024-12-31' AND n.started_on <= DATE '2025-12-31'
    AND NOT EXISTS (SELECT FROM stay b WHERE b.country_code = n.country_code AND b.child_id = n.child_id
      AND b.ended_on = n.started_on))
GROUP BY s.country_code;

-- same_key_carer
WITH stay AS (
  SELECT p.country_code, p.child_id, p.started_on, p.ended_on
  FROM placement p JOIN care_episode e ON e.country_code = p.country_code AND e.id = p.care_episode_id
  WHERE p.voided_at IS NULL AND e.voided_at IS NULL AND p.setting <> 'NOT_CARE'
)
SELECT s.country_code, count(*) AS amount FROM stay s
WHERE s.started_on <= DATE '2025-12-31' AND (s.ended_on IS NULL OR s.ended_on > DATE '2025-12-31')
  AND NOT EXISTS (SELECT FROM stay n WHERE n.country_code = s.country_code AND n.child_id = s.child_id
    AND n.started_on > DATE '2024-12-31' AND n.started_on <= DATE '2025-12-31'
    AND NOT EXISTS (SELECT FROM stay b WHERE b.country_code = n.country_code AND b.child_id = n.child_id
      AND b.ended_on = n.started_on))
  AND EXISTS (SELECT FROM caregiver_assignment k WHERE k.country_code = s.country_code AND k.child_id = s.child_id
    AND k.voided_at IS NULL AND k.role = 'KEY_CARER' AND k.started_on <= DATE '2024-12-31'
    AND (k.ended_on IS NULL OR k.ended_on > DATE '2025-12-31'))
GROUP BY s.country_code;

-- carers_in_post
SELECT country_code, count(*) AS amount FROM caregiver
WHERE kind IN ('FAMILY_CARER', 'STAFF', 'SOCIAL_WORKER') AND engaged_on <= DATE '2025-12-31'
  AND (left_on IS NULL OR left_on > DATE '2025-12-31')
GROUP BY country_code;

-- qualified_carers
SELECT country_code, count(*) AS amount FROM caregiver
WHERE kind IN ('FAMILY_CARER', 'STAFF', 'SOCIAL_WORKER') AND engaged_on <= DATE '2025-12-31'
  AND (left_on IS NULL OR left_on > DATE '2025-12-31') AND minimum_qualification = 'YES'
GROUP BY country_code;

-- managers_in_post
SELECT country_code, count(*) AS amount FROM caregiver
WHERE kind = 'MANAGER' AND engaged_on <= DATE '2025-12-31' AND (left_on IS NULL OR left_on > DATE '2025-12-31')
GROUP BY country_code;

-- qualified_managers
SELECT country_code, count(*) AS amount FROM caregiver
WHERE kind = 'MANAGER' AND engaged_on <= DATE '2025-12-31' AND (left_on IS NULL OR left_on > DATE '2025-12-31')
  AND minimum_qualification = 'YES'
GROUP BY country_code;
