WITH after_2 AS 
(SELECT worked_out_4.value AS order_0, child_3.id AS id 
FROM child AS child_3 JOIN LATERAL (SELECT CAST(EXTRACT(year FROM age(CAST(least($1::DATE, child_3.died_on) AS TIMESTAMP WITHOUT TIME ZONE), CAST(child_3.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) AS value) AS worked_out_4 ON true 
WHERE child_3.country_code = $2::VARCHAR AND child_3.voided_at IS NULL AND child_3.country_code = $3::VARCHAR AND child_3.id = $4::UUID)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM after_2)] AS cursors 
FROM (SELECT (SELECT row_to_json(connection_7.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0 
FROM (SELECT row_to_json(node_6.*) AS part_0 
FROM (SELECT child_1.country_code AS country_code, child_1.id AS id, child_1.given_name AS given_name, child_1.birth_date AS birth_date, child_1.died_on AS died_on, worked_out_5.value AS order_0 
FROM child AS child_1 JOIN LATERAL (SELECT CAST(EXTRACT(year FROM age(CAST(least($1::DATE, child_1.died_on) AS TIMESTAMP WITHOUT TIME ZONE), CAST(child_1.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) AS value) AS worked_out_5 ON true 
WHERE child_1.country_code = $2::VARCHAR AND child_1.voided_at IS NULL AND (child_1.birth_date >= CAST($1::DATE - make_interval(CAST(least(greatest($5::BIGINT, -200), 200) AS INTEGER) + 1) AS DATE) AND child_1.birth_date <= CAST($1::DATE - make_interval(CAST(least(greatest($6::BIGINT, -200), 200) AS INTEGER)) AS DATE) OR child_1.died_on IS NOT NULL) AND CAST(EXTRACT(year FROM age(CAST(least($1::DATE, child_1.died_on) AS TIMESTAMP WITHOUT TIME ZONE), CAST(child_1.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) < $5::BIGINT AND CAST(EXTRACT(year FROM age(CAST(least($1::DATE, child_1.died_on) AS TIMESTAMP WITHOUT TIME ZONE), CAST(child_1.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) >= $6::BIGINT AND (worked_out_5.value < (SELECT after_2.order_0 
FROM after_2) OR worked_out_5.value IS NOT NULL AND (SELECT after_2.order_0 
FROM after_2) IS NULL OR worked_out_5.value IS NOT DISTINCT FROM (SELECT after_2.order_0 
FROM after_2) AND child_1.id < (SELECT after_2.id 
FROM after_2)) ORDER BY worked_out_5.value DESC, child_1.id DESC 
 LIMIT 3) AS page_2 JOIN LATERAL (SELECT page_2.given_name AS "givenName", page_2.birth_date AS "birthDate", CAST(EXTRACT(year FROM age(CAST(least($1::DATE, page_2.died_on) AS TIMESTAMP WITHOUT TIME ZONE), CAST(page_2.birth_date AS TIMESTAMP WITHOUT TIME ZONE))) AS INTEGER) AS age) AS node_6 ON true ORDER BY page_2.order_0 DESC, page_2.id DESC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes) AS connection_7 ON true 
WHERE EXISTS (SELECT 1 
FROM after_2)) AS children) AS answer
