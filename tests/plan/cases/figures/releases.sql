SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT coalesce(json_agg(listed_3.entry), '[]'::json) AS value 
FROM (SELECT row_to_json(release_2.*) AS entry 
FROM release AS release_1 JOIN LATERAL (SELECT release_1.year AS year, release_1.quarter AS quarter, release_1.month AS month, release_1.revision AS revision, release_1.known_at AS "knownAt", release_1.reason AS reason) AS release_2 ON true ORDER BY release_1.last_day DESC, release_1.first_day, release_1.revision DESC 
 LIMIT 1000) AS listed_3) AS releases, $1::JSON AS indicators) AS answer
