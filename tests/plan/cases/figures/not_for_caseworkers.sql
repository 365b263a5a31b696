SELECT row_to_json(answer.*) AS data 
FROM (SELECT NULL AS "indicatorReport", NULL AS releases, NULL AS "releaseProof", (SELECT row_to_json(node_2.*) AS value 
FROM country AS country_1 JOIN LATERAL (SELECT country_1.code AS code, NULL AS indicator) AS node_2 ON true 
WHERE country_1.code = $1::VARCHAR) AS country) AS answer
