WITH after_2 AS 
(SELECT placement_3.ended_on AS order_0, placement_3.started_on AS order_1, placement_3.id AS id 
FROM placement AS placement_3 
WHERE placement_3.country_code = $1::VARCHAR AND placement_3.voided_at IS NULL AND placement_3.country_code = $2::VARCHAR AND placement_3.id = $3::UUID), 
before_8 AS 
(SELECT placement_9.ended_on AS order_0, placement_9.started_on AS order_1, placement_9.id AS id 
FROM placement AS placement_9 
WHERE placement_9.country_code = $1::VARCHAR AND placement_9.voided_at IS NULL AND placement_9.country_code = $4::VARCHAR AND placement_9.id = $5::UUID), 
after_14 AS 
(SELECT placement_15.ended_on AS order_0, placement_15.started_on AS order_1, placement_15.id AS id 
FROM placement AS placement_15 
WHERE placement_15.country_code = $1::VARCHAR AND placement_15.voided_at IS NULL AND placement_15.country_code = $6::VARCHAR AND placement_15.id = $7::UUID), 
before_20 AS 
(SELECT placement_21.ended_on AS order_0, placement_21.started_on AS order_1, placement_21.id AS id 
FROM placement AS placement_21 
WHERE placement_21.country_code = $1::VARCHAR AND placement_21.voided_at IS NULL AND placement_21.country_code = $8::VARCHAR AND placement_21.id = $9::UUID), 
after_26 AS 
(SELECT placement_27.ended_on AS order_0, placement_27.started_on AS order_1, placement_27.id AS id 
FROM placement AS placement_27 
WHERE placement_27.country_code = $1::VARCHAR AND placement_27.voided_at IS NULL AND placement_27.country_code = $10::VARCHAR AND placement_27.id = $11::UUID), 
before_26 AS 
(SELECT placement_28.ended_on AS order_0, placement_28.started_on AS order_1, placement_28.id AS id 
FROM placement AS placement_28 
WHERE placement_28.country_code = $1::VARCHAR AND placement_28.voided_at IS NULL AND placement_28.country_code = $12::VARCHAR AND placement_28.id = $13::UUID)
 SELECT row_to_json(answer.*) AS data, ARRAY[EXISTS (SELECT 1 
FROM after_2), EXISTS (SELECT 1 
FROM before_8), EXISTS (SELECT 1 
FROM after_14), EXISTS (SELECT 1 
FROM before_20), EXISTS (SELECT 1 
FROM after_26), EXISTS (SELECT 1 
FROM before_26)] AS cursors 
FROM (SELECT (SELECT row_to_json(connection_6.*) AS value 
FROM (SELECT coalesce(json_agg(rows_2.part_0), '[]'::json) AS part_0, coalesce(bool_or(rows_2.more), false) AS more 
FROM (SELECT row_to_json(node_4.*) AS part_0, page_2.fetched > 2 AS more 
FROM (SELECT fetched_2.country_code AS country_code, fetched_2.id AS id, fetched_2.started_on AS started_on, fetched_2.ended_on AS ended_on, fetched_2.order_0 AS order_0, fetched_2.order_1 AS order_1, count(*) OVER () AS fetched 
FROM (SELECT placement_1.country_code AS country_code, placement_1.id AS id, placement_1.started_on AS started_on, placement_1.ended_on AS ended_on, placement_1.ended_on AS order_0, placement_1.started_on AS order_1 
FROM placement AS placement_1 
WHERE placement_1.country_code = $1::VARCHAR AND placement_1.voided_at IS NULL AND placement_1.started_on >= $14::DATE AND (placement_1.ended_on < (SELECT after_2.order_0 
FROM after_2) OR placement_1.ended_on IS NOT NULL AND (SELECT after_2.order_0 
FROM after_2) IS NULL OR placement_1.ended_on IS NOT DISTINCT FROM (SELECT after_2.order_0 
FROM after_2) AND (placement_1.started_on > (SELECT after_2.order_1 
FROM after_2) OR placement_1.started_on = (SELECT after_2.order_1 
FROM after_2) AND placement_1.id > (SELECT after_2.id 
FROM after_2))) ORDER BY placement_1.ended_on DESC, placement_1.started_on ASC, placement_1.id ASC 
 LIMIT 3) AS fetched_2 ORDER BY fetched_2.order_0 DESC, fetched_2.order_1 ASC, fetched_2.id ASC 
 LIMIT 2) AS page_2 JOIN LATERAL (SELECT page_2.started_on AS "startedOn", page_2.ended_on AS "endedOn") AS node_4 ON true ORDER BY page_2.order_0 DESC, page_2.order_1 ASC, page_2.id ASC) AS rows_2) AS gathered_2 JOIN LATERAL (SELECT gathered_2.part_0 AS nodes, JSON_OBJECT('hasNextPage' : gathered_2.more, 'hasPreviousPage' : EXISTS (SELECT 1 
FROM placement AS placement_5 
WHERE placement_5.country_code = $1::VARCHAR AND placement_5.voided_at IS NULL AND placement_5.started_on >= $14::DATE AND (placement_5.ended_on > (SELECT after_2.order_0 
FROM after_2) OR placement_5.ended_on IS NULL AND (SELECT after_2.order_0 
FROM after_2) IS NOT NULL OR placement_5.ended_on IS NOT DISTINCT FROM (SELECT after_2.order_0 
FROM after_2) AND (placement_5.started_on < (SELECT after_2.order_1 
FROM after_2) OR placement_5.started_on = (SELECT after_2.order_1 
FROM after_2) AND (placement_5.id < (SELECT after_2.id 
FROM after_2) OR placement_5.id = (SELECT after_2.id 
FROM after_2))))) RETURNING json) AS "pageInfo") AS connection_6 ON true 
WHERE EXISTS (SELECT 1 
FROM after_2)) AS "afterOpen", (SELECT row_to_json(connection_12.*) AS value 
FROM (SELECT coalesce(json_agg(rows_8.part_0), '[]'::json) AS part_0, coalesce(bool_or(rows_8.more), false) AS more 
FROM (SELECT row_to_json(node_10.*) AS part_0, page_8.fetched > 3 AS more 
FROM (SELECT fetched_8.country_code AS country_code, fetched_8.id AS id, fetched_8.started_on AS started_on, fetched_8.ended_on AS ended_on, fetched_8.order_0 AS order_0, fetched_8.order_1 AS order_1, count(*) OVER () AS fetched 
FROM (SELECT placement_7.country_code AS country_code, placement_7.id AS id, placement_7.started_on AS started_on, placement_7.ended_on AS ended_on, placement_7.ended_on AS order_0, placement_7.started_on AS order_1 
FROM placement AS placement_7 
WHERE placement_7.country_code = $1::VARCHAR AND placement_7.voided_at IS NULL AND placement_7.started_on >= $15::DATE AND (placement_7.ended_on > (SELECT before_8.order_0 
FROM before_8) OR placement_7.ended_on IS NULL AND (SELECT before_8.order_0 
FROM before_8) IS NOT NULL OR placement_7.ended_on IS NOT DISTINCT FROM (SELECT before_8.order_0 
FROM before_8) AND (placement_7.started_on < (SELECT before_8.order_1 
FROM before_8) OR placement_7.started_on = (SELECT before_8.order_1 
FROM before_8) AND placement_7.id < (SELECT before_8.id 
FROM before_8))) ORDER BY placement_7.ended_on ASC, placement_7.started_on DESC, placement_7.id DESC 
 LIMIT 4) AS fetched_8 ORDER BY fetched_8.order_0 ASC, fetched_8.order_1 DESC, fetched_8.id DESC 
 LIMIT 3) AS page_8 JOIN LATERAL (SELECT page_8.started_on AS "startedOn", page_8.ended_on AS "endedOn") AS node_10 ON true ORDER BY page_8.order_0 DESC, page_8.order_1 ASC, page_8.id ASC) AS rows_8) AS gathered_8 JOIN LATERAL (SELECT gathered_8.part_0 AS nodes, JSON_OBJECT('hasNextPage' : EXISTS (SELECT 1 
FROM placement AS placement_11 
WHERE placement_11.country_code = $1::VARCHAR AND placement_11.voided_at IS NULL AND placement_11.started_on >= $15::DATE AND (placement_11.ended_on < (SELECT before_8.order_0 
FROM before_8) OR placement_11.ended_on IS NOT NULL AND (SELECT before_8.order_0 
FROM before_8) IS NULL OR placement_11.ended_on IS NOT DISTINCT FROM (SELECT before_8.order_0 
FROM before_8) AND (placement_11.started_on > (SELECT before_8.order_1 
FROM before_8) OR placement_11.started_on = (SELECT before_8.order_1 
FROM before_8) AND (placement_11.id > (SELECT before_8.id 
FROM before_8) OR placement_11.id = (SELECT before_8.id 
FROM before_8))))), 'hasPreviousPage' : gathered_8.more RETURNING json) AS "pageInfo") AS connection_12 ON true 
WHERE EXISTS (SELECT 1 
FROM before_8)) AS "beforeOpen", (SELECT row_to_json(connection_18.*) AS value 
FROM (SELECT coalesce(json_agg(rows_14.part_0), '[]'::json) AS part_0, coalesce(bool_or(rows_14.more), false) AS more 
FROM (SELECT row_to_json(node_16.*) AS part_0, page_14.fetched > 2 AS more 
FROM (SELECT fetched_14.country_code AS country_code, fetched_14.id AS id, fetched_14.started_on AS started_on, fetched_14.ended_on AS ended_on, fetched_14.order_0 AS order_0, fetched_14.order_1 AS order_1, count(*) OVER () AS fetched 
FROM (SELECT placement_13.country_code AS country_code, placement_13.id AS id, placement_13.started_on AS started_on, placement_13.ended_on AS ended_on, placement_13.ended_on AS order_0, placement_13.started_on AS order_1 
FROM placement AS placement_13 
WHERE placement_13.country_code = $1::VARCHAR AND placement_13.voided_at IS NULL AND placement_13.started_on >= $16::DATE AND (placement_13.ended_on < (SELECT after_14.order_0 
FROM after_14) OR placement_13.ended_on IS NOT NULL AND (SELECT after_14.order_0 
FROM after_14) IS NULL OR placement_13.ended_on IS NOT DISTINCT FROM (SELECT after_14.order_0 
FROM after_14) AND (placement_13.started_on > (SELECT after_14.order_1 
FROM after_14) OR placement_13.started_on = (SELECT after_14.order_1 
FROM after_14) AND placement_13.id > (SELECT after_14.id 
FROM after_14))) ORDER BY placement_13.ended_on DESC, placement_13.started_on ASC, placement_13.id ASC 
 LIMIT 3) AS fetched_14 ORDER BY fetched_14.order_0 DESC, fetched_14.order_1 ASC, fetched_14.id ASC 
 LIMIT 2) AS page_14 JOIN LATERAL (SELECT page_14.started_on AS "startedOn", page_14.ended_on AS "endedOn") AS node_16 ON true ORDER BY page_14.order_0 DESC, page_14.order_1 ASC, page_14.id ASC) AS rows_14) AS gathered_14 JOIN LATERAL (SELECT gathered_14.part_0 AS nodes, JSON_OBJECT('hasNextPage' : gathered_14.more, 'hasPreviousPage' : EXISTS (SELECT 1 
FROM placement AS placement_17 
WHERE placement_17.country_code = $1::VARCHAR AND placement_17.voided_at IS NULL AND placement_17.started_on >= $16::DATE AND (placement_17.ended_on > (SELECT after_14.order_0 
FROM after_14) OR placement_17.ended_on IS NULL AND (SELECT after_14.order_0 
FROM after_14) IS NOT NULL OR placement_17.ended_on IS NOT DISTINCT FROM (SELECT after_14.order_0 
FROM after_14) AND (placement_17.started_on < (SELECT after_14.order_1 
FROM after_14) OR placement_17.started_on = (SELECT after_14.order_1 
FROM after_14) AND (placement_17.id < (SELECT after_14.id 
FROM after_14) OR placement_17.id = (SELECT after_14.id 
FROM after_14))))) RETURNING json) AS "pageInfo") AS connection_18 ON true 
WHERE EXISTS (SELECT 1 
FROM after_14)) AS "afterEnded", (SELECT row_to_json(connection_24.*) AS value 
FROM (SELECT coalesce(json_agg(rows_20.part_0), '[]'::json) AS part_0, coalesce(bool_or(rows_20.more), false) AS more 
FROM (SELECT row_to_json(node_22.*) AS part_0, page_20.fetched > 2 AS more 
FROM (SELECT fetched_20.country_code AS country_code, fetched_20.id AS id, fetched_20.started_on AS started_on, fetched_20.ended_on AS ended_on, fetched_20.order_0 AS order_0, fetched_20.order_1 AS order_1, count(*) OVER () AS fetched 
FROM (SELECT placement_19.country_code AS country_code, placement_19.id AS id, placement_19.started_on AS started_on, placement_19.ended_on AS ended_on, placement_19.ended_on AS order_0, placement_19.started_on AS order_1 
FROM placement AS placement_19 
WHERE placement_19.country_code = $1::VARCHAR AND placement_19.voided_at IS NULL AND placement_19.started_on >= $17::DATE AND (placement_19.ended_on > (SELECT before_20.order_0 
FROM before_20) OR placement_19.ended_on IS NULL AND (SELECT before_20.order_0 
FROM before_20) IS NOT NULL OR placement_19.ended_on IS NOT DISTINCT FROM (SELECT before_20.order_0 
FROM before_20) AND (placement_19.started_on < (SELECT before_20.order_1 
FROM before_20) OR placement_19.started_on = (SELECT before_20.order_1 
FROM before_20) AND placement_19.id < (SELECT before_20.id 
FROM before_20))) ORDER BY placement_19.ended_on ASC, placement_19.started_on DESC, placement_19.id DESC 
 LIMIT 3) AS fetched_20 ORDER BY fetched_20.order_0 ASC, fetched_20.order_1 DESC, fetched_20.id DESC 
 LIMIT 2) AS page_20 JOIN LATERAL (SELECT page_20.started_on AS "startedOn", page_20.ended_on AS "endedOn") AS node_22 ON true ORDER BY page_20.order_0 DESC, page_20.order_1 ASC, page_20.id ASC) AS rows_20) AS gathered_20 JOIN LATERAL (SELECT gathered_20.part_0 AS nodes, JSON_OBJECT('hasNextPage' : EXISTS (SELECT 1 
FROM placement AS placement_23 
WHERE placement_23.country_code = $1::VARCHAR AND placement_23.voided_at IS NULL AND placement_23.started_on >= $17::DATE AND (placement_23.ended_on < (SELECT before_20.order_0 
FROM before_20) OR placement_23.ended_on IS NOT NULL AND (SELECT before_20.order_0 
FROM before_20) IS NULL OR placement_23.ended_on IS NOT DISTINCT FROM (SELECT before_20.order_0 
FROM before_20) AND (placement_23.started_on > (SELECT before_20.order_1 
FROM before_20) OR placement_23.started_on = (SELECT before_20.order_1 
FROM before_20) AND (placement_23.id > (SELECT before_20.id 
FROM before_20) OR placement_23.id = (SELECT before_20.id 
FROM before_20))))), 'hasPreviousPage' : gathered_20.more RETURNING json) AS "pageInfo") AS connection_24 ON true 
WHERE EXISTS (SELECT 1 
FROM before_20)) AS "beforeEnded", (SELECT row_to_json(connection_31.*) AS value 
FROM (SELECT coalesce(json_agg(rows_26.part_1), '[]'::json) AS part_1 
FROM (SELECT row_to_json(node_29.*) AS part_1 
FROM (SELECT placement_25.country_code AS country_code, placement_25.id AS id, placement_25.started_on AS started_on, placement_25.ended_on AS ended_on, placement_25.ended_on AS order_0, placement_25.started_on AS order_1 
FROM placement AS placement_25 
WHERE placement_25.country_code = $1::VARCHAR AND placement_25.voided_at IS NULL AND (placement_25.ended_on < (SELECT after_26.order_0 
FROM after_26) OR placement_25.ended_on IS NOT NULL AND (SELECT after_26.order_0 
FROM after_26) IS NULL OR placement_25.ended_on IS NOT DISTINCT FROM (SELECT after_26.order_0 
FROM after_26) AND (placement_25.started_on > (SELECT after_26.order_1 
FROM after_26) OR placement_25.started_on = (SELECT after_26.order_1 
FROM after_26) AND placement_25.id > (SELECT after_26.id 
FROM after_26))) AND (placement_25.ended_on > (SELECT before_26.order_0 
FROM before_26) OR placement_25.ended_on IS NULL AND (SELECT before_26.order_0 
FROM before_26) IS NOT NULL OR placement_25.ended_on IS NOT DISTINCT FROM (SELECT before_26.order_0 
FROM before_26) AND (placement_25.started_on < (SELECT before_26.order_1 
FROM before_26) OR placement_25.started_on = (SELECT before_26.order_1 
FROM before_26) AND placement_25.id < (SELECT before_26.id 
FROM before_26))) ORDER BY placement_25.ended_on DESC, placement_25.started_on ASC, placement_25.id ASC 
 LIMIT 50) AS page_26 JOIN LATERAL (SELECT page_26.started_on AS "startedOn", page_26.ended_on AS "endedOn") AS node_29 ON true ORDER BY page_26.order_0 DESC, page_26.order_1 ASC, page_26.id ASC) AS rows_26) AS gathered_26 JOIN LATERAL (SELECT (SELECT count(*) AS count_1 
FROM placement AS placement_30 
WHERE placement_30.country_code = $1::VARCHAR AND placement_30.voided_at IS NULL) AS "totalCount", gathered_26.part_1 AS nodes) AS connection_31 ON true 
WHERE (EXISTS (SELECT 1 
FROM after_26)) AND (EXISTS (SELECT 1 
FROM before_26))) AS "allBetween") AS answer
