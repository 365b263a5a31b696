SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM home AS home_3 
WHERE home_3.country_code = $1::VARCHAR AND home_3.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM placement AS placement_4 
WHERE placement_4.home_id = home_3.id AND placement_4.country_code = $1::VARCHAR AND placement_4.voided_at IS NULL AND placement_4.ended_on IS NULL))) RETURNING json) AS value) AS "some", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_2 
FROM home AS home_7 
WHERE home_7.country_code = $1::VARCHAR AND home_7.voided_at IS NULL AND NOT (EXISTS (SELECT 1 
FROM placement AS placement_8 
WHERE placement_8.home_id = home_7.id AND placement_8.country_code = $1::VARCHAR AND placement_8.voided_at IS NULL AND placement_8.ended_on IS NULL))) RETURNING json) AS value) AS none, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_3 
FROM home AS home_11 
WHERE home_11.country_code = $1::VARCHAR AND home_11.voided_at IS NULL AND NOT (EXISTS (SELECT 1 
FROM placement AS placement_12 
WHERE placement_12.home_id = home_11.id AND placement_12.country_code = $1::VARCHAR AND placement_12.voided_at IS NULL AND placement_12.ended_on IS NOT NULL))) RETURNING json) AS value) AS every, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_4 
FROM home AS home_15 
WHERE home_15.country_code = $1::VARCHAR AND home_15.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM placement AS placement_16 
WHERE placement_16.home_id = home_15.id AND placement_16.country_code = $1::VARCHAR AND placement_16.voided_at IS NULL AND placement_16.start_reason = $2::VARCHAR)) AND NOT (EXISTS (SELECT 1 
FROM placement AS placement_17 
WHERE placement_17.home_id = home_15.id AND placement_17.country_code = $1::VARCHAR AND placement_17.voided_at IS NULL AND placement_17.start_reason = $3::VARCHAR))) RETURNING json) AS value) AS "someAndNone", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_5 
FROM child AS child_20 
WHERE child_20.country_code = $1::VARCHAR AND child_20.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM placement AS placement_22, home AS home_21 
WHERE placement_22.child_file_id = child_20.id AND placement_22.started_on <= $4::DATE AND (placement_22.ended_on IS NULL OR placement_22.ended_on > $4::DATE) AND placement_22.country_code = $1::VARCHAR AND placement_22.voided_at IS NULL AND home_21.id = placement_22.home_id AND home_21.country_code = $1::VARCHAR AND home_21.voided_at IS NULL AND home_21.form = $5::VARCHAR))) RETURNING json) AS value) AS "toOne", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_6 
FROM child AS child_25 
WHERE child_25.country_code = $1::VARCHAR AND child_25.voided_at IS NULL AND NOT (EXISTS (SELECT 1 
FROM placement AS placement_27, home AS home_26 
WHERE placement_27.child_file_id = child_25.id AND placement_27.started_on <= $4::DATE AND (placement_27.ended_on IS NULL OR placement_27.ended_on > $4::DATE) AND placement_27.country_code = $1::VARCHAR AND placement_27.voided_at IS NULL AND home_26.id = placement_27.home_id AND home_26.country_code = $1::VARCHAR AND home_26.voided_at IS NULL AND home_26.form = $6::VARCHAR))) RETURNING json) AS value) AS "notToOne", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_7 
FROM child AS child_30 
WHERE child_30.country_code = $1::VARCHAR AND child_30.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM placement AS placement_32, home AS home_31 
WHERE placement_32.child_file_id = child_30.id AND placement_32.started_on <= $4::DATE AND (placement_32.ended_on IS NULL OR placement_32.ended_on > $4::DATE) AND placement_32.country_code = $1::VARCHAR AND placement_32.voided_at IS NULL AND home_31.id = placement_32.home_id AND home_31.country_code = $1::VARCHAR AND home_31.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM programme AS programme_33 
WHERE programme_33.id = home_31.programme_id AND programme_33.country_code = $1::VARCHAR AND programme_33.voided_at IS NULL AND programme_33.kind = $7::VARCHAR)) AND (EXISTS (SELECT 1 
FROM placement AS placement_35, child AS child_34 
WHERE placement_35.home_id = home_31.id AND placement_35.started_on <= $4::DATE AND (placement_35.ended_on IS NULL OR placement_35.ended_on > $4::DATE) AND placement_35.country_code = $1::VARCHAR AND placement_35.voided_at IS NULL AND child_34.id = placement_35.child_file_id AND child_34.country_code = $1::VARCHAR AND child_34.voided_at IS NULL AND child_34.sex = $8::VARCHAR))))) RETURNING json) AS value) AS further, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_8 
FROM child AS child_38 
WHERE child_38.country_code = $1::VARCHAR AND child_38.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM sibling_bond AS sibling_bond_40, child AS child_39 
WHERE sibling_bond_40.child_file_id = child_38.id AND sibling_bond_40.started_on <= $4::DATE AND (sibling_bond_40.ended_on IS NULL OR sibling_bond_40.ended_on > $4::DATE) AND sibling_bond_40.country_code = $1::VARCHAR AND sibling_bond_40.voided_at IS NULL AND child_39.id = sibling_bond_40.sibling_file_id AND child_39.country_code = $1::VARCHAR AND child_39.voided_at IS NULL AND child_39.sex = $9::VARCHAR)) AND NOT (EXISTS (SELECT 1 
FROM sibling_bond AS sibling_bond_42, child AS child_41 
WHERE sibling_bond_42.child_file_id = child_38.id AND sibling_bond_42.started_on <= $4::DATE AND (sibling_bond_42.ended_on IS NULL OR sibling_bond_42.ended_on > $4::DATE) AND sibling_bond_42.country_code = $1::VARCHAR AND sibling_bond_42.voided_at IS NULL AND child_41.id = sibling_bond_42.sibling_file_id AND child_41.country_code = $1::VARCHAR AND child_41.voided_at IS NULL AND NOT (EXISTS (SELECT 1 
FROM placement AS placement_44, home AS home_43 
WHERE placement_44.child_file_id = child_41.id AND placement_44.started_on <= $4::DATE AND (placement_44.ended_on IS NULL OR placement_44.ended_on > $4::DATE) AND placement_44.country_code = $1::VARCHAR AND placement_44.voided_at IS NULL AND home_43.id = placement_44.home_id AND home_43.country_code = $1::VARCHAR AND home_43.voided_at IS NULL AND home_43.form = $10::VARCHAR))))) RETURNING json) AS value) AS siblings, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_9 
FROM home AS home_47 
WHERE home_47.country_code = $1::VARCHAR AND home_47.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM country AS country_48 
WHERE country_48.code = home_47.country_code AND country_48.code = $11::VARCHAR))) RETURNING json) AS value) AS country) AS answer
