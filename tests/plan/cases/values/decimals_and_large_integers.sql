SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT row_to_json(connection_4.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_3.*) AS part_0 
FROM (SELECT programme_1.country_code AS country_code, programme_1.id AS id, programme_1.name AS name, programme_1.annual_budget AS annual_budget, programme_1.people_reached AS people_reached, programme_1.version AS version, programme_1.name_root_order AS order_0 
FROM programme AS programme_1 
WHERE programme_1.voided_at IS NULL ORDER BY programme_1.name_root_order ASC, programme_1.country_code ASC, programme_1.id ASC 
 LIMIT 50) AS page_2 JOIN LATERAL (SELECT page_2.name AS name, CAST(page_2.annual_budget AS TEXT) AS "annualBudget", CAST(page_2.people_reached AS TEXT) AS "peopleReached", page_2.version AS version) AS node_3 ON true ORDER BY page_2.order_0 ASC, page_2.country_code ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_4 ON true) AS programmes) AS answer
