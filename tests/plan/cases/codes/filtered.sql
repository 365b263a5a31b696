SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM placement AS placement_3 
WHERE placement_3.country_code = $1::VARCHAR AND placement_3.voided_at IS NULL AND placement_3.local_kind = $2::VARCHAR) RETURNING json) AS value) AS eq, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_2 
FROM placement AS placement_6 
WHERE placement_6.country_code = $1::VARCHAR AND placement_6.voided_at IS NULL AND placement_6.local_kind IS NOT NULL AND (placement_6.local_kind = $3::VARCHAR) IS NOT true) RETURNING json) AS value) AS ne, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_3 
FROM placement AS placement_9 
WHERE placement_9.country_code = $1::VARCHAR AND placement_9.voided_at IS NULL AND placement_9.local_kind = ANY ($4::TEXT[])) RETURNING json) AS value) AS "in", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_4 
FROM placement AS placement_12 
WHERE placement_12.country_code = $1::VARCHAR AND placement_12.voided_at IS NULL AND placement_12.local_kind IS NOT NULL AND (placement_12.local_kind = ANY ($5::TEXT[])) IS NOT true) RETURNING json) AS value) AS "notIn", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_5 
FROM placement AS placement_15 
WHERE placement_15.country_code = $1::VARCHAR AND placement_15.voided_at IS NULL AND placement_15.local_kind IS NULL) RETURNING json) AS value) AS "isNull", (SELECT JSON_OBJECT('counts' : (SELECT coalesce(json_agg(groups_18.entry), '[]'::json) AS coalesce_1 
FROM (SELECT JSON_OBJECT('splits' : json_build_array(JSON_OBJECT('value' : CAST(placed_20.value_0 AS TEXT) RETURNING json)), 'count' : placed_20.amount RETURNING json) AS entry 
FROM (SELECT met_18.value_0 AS value_0, count(*) AS amount, row_number() OVER (ORDER BY count(*) DESC, met_18.value_0) AS place 
FROM (SELECT placement_19.local_kind AS value_0 
FROM placement AS placement_19 
WHERE placement_19.country_code = $1::VARCHAR AND placement_19.voided_at IS NULL) AS met_18 GROUP BY met_18.value_0) AS placed_20 
WHERE placed_20.place <= 100 ORDER BY placed_20.place) AS groups_18), 'distinct' : (SELECT coalesce(json_agg(groups_21.entry), '[]'::json) AS coalesce_2 
FROM (SELECT CAST(placed_23.value_0 AS TEXT) AS entry 
FROM (SELECT met_21.value_0 AS value_0, count(*) AS amount, row_number() OVER (ORDER BY met_21.value_0) AS place 
FROM (SELECT placement_22.local_kind AS value_0 
FROM placement AS placement_22 
WHERE placement_22.country_code = $1::VARCHAR AND placement_22.voided_at IS NULL) AS met_21 
WHERE met_21.value_0 IS NOT NULL GROUP BY met_21.value_0) AS placed_23 
WHERE placed_23.place <= 100 ORDER BY placed_23.place) AS groups_21) RETURNING json) AS value) AS counted) AS answer
