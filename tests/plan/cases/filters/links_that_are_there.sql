SELECT row_to_json(answer.*) AS data 
FROM (SELECT (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_1 
FROM child AS child_3 
WHERE child_3.country_code = $1::VARCHAR AND child_3.voided_at IS NULL) RETURNING json) AS value) AS "all", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_2 
FROM child AS child_6 
WHERE child_6.country_code = $1::VARCHAR AND child_6.voided_at IS NULL AND NOT (EXISTS (SELECT 1 
FROM placement AS placement_8, home AS home_7 
WHERE placement_8.child_file_id = child_6.id AND placement_8.started_on <= $2::DATE AND (placement_8.ended_on IS NULL OR placement_8.ended_on > $2::DATE) AND placement_8.country_code = $1::VARCHAR AND placement_8.voided_at IS NULL AND home_7.id = placement_8.home_id AND home_7.country_code = $1::VARCHAR AND home_7.voided_at IS NULL))) RETURNING json) AS value) AS none, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_3 
FROM child AS child_11 
WHERE child_11.country_code = $1::VARCHAR AND child_11.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM placement AS placement_13, home AS home_12 
WHERE placement_13.child_file_id = child_11.id AND placement_13.started_on <= $2::DATE AND (placement_13.ended_on IS NULL OR placement_13.ended_on > $2::DATE) AND placement_13.country_code = $1::VARCHAR AND placement_13.voided_at IS NULL AND home_12.id = placement_13.home_id AND home_12.country_code = $1::VARCHAR AND home_12.voided_at IS NULL))) RETURNING json) AS value) AS "some", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_4 
FROM child AS child_16 
WHERE child_16.country_code = $1::VARCHAR AND child_16.voided_at IS NULL AND NOT (EXISTS (SELECT 1 
FROM placement AS placement_18, home AS home_17 
WHERE placement_18.child_file_id = child_16.id AND placement_18.started_on <= $2::DATE AND (placement_18.ended_on IS NULL OR placement_18.ended_on > $2::DATE) AND placement_18.country_code = $1::VARCHAR AND placement_18.voided_at IS NULL AND home_17.id = placement_18.home_id AND home_17.country_code = $1::VARCHAR AND home_17.voided_at IS NULL))) RETURNING json) AS value) AS none2, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_5 
FROM child AS child_21 
WHERE child_21.country_code = $1::VARCHAR AND child_21.voided_at IS NULL AND NOT (EXISTS (SELECT 1 
FROM placement AS placement_23, home AS home_22 
WHERE placement_23.child_file_id = child_21.id AND placement_23.started_on <= $2::DATE AND (placement_23.ended_on IS NULL OR placement_23.ended_on > $2::DATE) AND placement_23.country_code = $1::VARCHAR AND placement_23.voided_at IS NULL AND home_22.id = placement_23.home_id AND home_22.country_code = $1::VARCHAR AND home_22.voided_at IS NULL))) RETURNING json) AS value) AS none3, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_6 
FROM child AS child_26 
WHERE child_26.country_code = $1::VARCHAR AND child_26.voided_at IS NULL AND (NOT (EXISTS (SELECT 1 
FROM placement AS placement_28, home AS home_27 
WHERE placement_28.child_file_id = child_26.id AND placement_28.started_on <= $2::DATE AND (placement_28.ended_on IS NULL OR placement_28.ended_on > $2::DATE) AND placement_28.country_code = $1::VARCHAR AND placement_28.voided_at IS NULL AND home_27.id = placement_28.home_id AND home_27.country_code = $1::VARCHAR AND home_27.voided_at IS NULL)) OR (EXISTS (SELECT 1 
FROM placement AS placement_30, home AS home_29 
WHERE placement_30.child_file_id = child_26.id AND placement_30.started_on <= $2::DATE AND (placement_30.ended_on IS NULL OR placement_30.ended_on > $2::DATE) AND placement_30.country_code = $1::VARCHAR AND placement_30.voided_at IS NULL AND home_29.id = placement_30.home_id AND home_29.country_code = $1::VARCHAR AND home_29.voided_at IS NULL AND home_29.form = $3::VARCHAR)))) RETURNING json) AS value) AS either, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_7 
FROM child AS child_33 
WHERE child_33.country_code = $1::VARCHAR AND child_33.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM placement AS placement_35, home AS home_34 
WHERE placement_35.child_file_id = child_33.id AND placement_35.started_on <= $2::DATE AND (placement_35.ended_on IS NULL OR placement_35.ended_on > $2::DATE) AND placement_35.country_code = $1::VARCHAR AND placement_35.voided_at IS NULL AND home_34.id = placement_35.home_id AND home_34.country_code = $1::VARCHAR AND home_34.voided_at IS NULL)) AND (EXISTS (SELECT 1 
FROM placement AS placement_37, home AS home_36 
WHERE placement_37.child_file_id = child_33.id AND placement_37.started_on <= $2::DATE AND (placement_37.ended_on IS NULL OR placement_37.ended_on > $2::DATE) AND placement_37.country_code = $1::VARCHAR AND placement_37.voided_at IS NULL AND home_36.id = placement_37.home_id AND home_36.country_code = $1::VARCHAR AND home_36.voided_at IS NULL AND home_36.form = $4::VARCHAR))) RETURNING json) AS value) AS foster, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_8 
FROM child AS child_40 
WHERE child_40.country_code = $1::VARCHAR AND child_40.voided_at IS NULL AND NOT (EXISTS (SELECT 1 
FROM placement AS placement_42, home AS home_41 
WHERE placement_42.child_file_id = child_40.id AND placement_42.started_on <= $2::DATE AND (placement_42.ended_on IS NULL OR placement_42.ended_on > $2::DATE) AND placement_42.country_code = $1::VARCHAR AND placement_42.voided_at IS NULL AND home_41.id = placement_42.home_id AND home_41.country_code = $1::VARCHAR AND home_41.voided_at IS NULL)) AND (EXISTS (SELECT 1 
FROM placement AS placement_44, home AS home_43 
WHERE placement_44.child_file_id = child_40.id AND placement_44.started_on <= $2::DATE AND (placement_44.ended_on IS NULL OR placement_44.ended_on > $2::DATE) AND placement_44.country_code = $1::VARCHAR AND placement_44.voided_at IS NULL AND home_43.id = placement_44.home_id AND home_43.country_code = $1::VARCHAR AND home_43.voided_at IS NULL AND home_43.form = $5::VARCHAR))) RETURNING json) AS value) AS never, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_9 
FROM child AS child_47 
WHERE child_47.country_code = $1::VARCHAR AND child_47.voided_at IS NULL AND (NOT (EXISTS (SELECT 1 
FROM placement AS placement_49, home AS home_48 
WHERE placement_49.child_file_id = child_47.id AND placement_49.started_on <= $2::DATE AND (placement_49.ended_on IS NULL OR placement_49.ended_on > $2::DATE) AND placement_49.country_code = $1::VARCHAR AND placement_49.voided_at IS NULL AND home_48.id = placement_49.home_id AND home_48.country_code = $1::VARCHAR AND home_48.voided_at IS NULL)) OR (EXISTS (SELECT 1 
FROM placement AS placement_51, home AS home_50 
WHERE placement_51.child_file_id = child_47.id AND placement_51.started_on <= $2::DATE AND (placement_51.ended_on IS NULL OR placement_51.ended_on > $2::DATE) AND placement_51.country_code = $1::VARCHAR AND placement_51.voided_at IS NULL AND home_50.id = placement_51.home_id AND home_50.country_code = $1::VARCHAR AND home_50.voided_at IS NULL AND home_50.form = $6::VARCHAR))) IS NOT true) RETURNING json) AS value) AS others, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_10 
FROM child AS child_54 
WHERE child_54.country_code = $1::VARCHAR AND child_54.voided_at IS NULL AND NOT (EXISTS (SELECT 1 
FROM sibling_bond AS sibling_bond_56, child AS child_55 
WHERE sibling_bond_56.child_file_id = child_54.id AND sibling_bond_56.started_on <= $2::DATE AND (sibling_bond_56.ended_on IS NULL OR sibling_bond_56.ended_on > $2::DATE) AND sibling_bond_56.country_code = $1::VARCHAR AND sibling_bond_56.voided_at IS NULL AND child_55.id = sibling_bond_56.sibling_file_id AND child_55.country_code = $1::VARCHAR AND child_55.voided_at IS NULL))) RETURNING json) AS value) AS "only", (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_11 
FROM child AS child_59 
WHERE child_59.country_code = $1::VARCHAR AND child_59.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM sibling_bond AS sibling_bond_61, child AS child_60 
WHERE sibling_bond_61.child_file_id = child_59.id AND sibling_bond_61.started_on <= $2::DATE AND (sibling_bond_61.ended_on IS NULL OR sibling_bond_61.ended_on > $2::DATE) AND sibling_bond_61.country_code = $1::VARCHAR AND sibling_bond_61.voided_at IS NULL AND child_60.id = sibling_bond_61.sibling_file_id AND child_60.country_code = $1::VARCHAR AND child_60.voided_at IS NULL AND child_60.sex = $7::VARCHAR)) AND (EXISTS (SELECT 1 
FROM sibling_bond AS sibling_bond_63, child AS child_62 
WHERE sibling_bond_63.child_file_id = child_59.id AND sibling_bond_63.started_on <= $2::DATE AND (sibling_bond_63.ended_on IS NULL OR sibling_bond_63.ended_on > $2::DATE) AND sibling_bond_63.country_code = $1::VARCHAR AND sibling_bond_63.voided_at IS NULL AND child_62.id = sibling_bond_63.sibling_file_id AND child_62.country_code = $1::VARCHAR AND child_62.voided_at IS NULL))) RETURNING json) AS value) AS brothers, (SELECT JSON_OBJECT('totalCount' : (SELECT count(*) AS count_12 
FROM placement AS placement_66 
WHERE placement_66.country_code = $1::VARCHAR AND placement_66.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM home AS home_67 
WHERE home_67.id = placement_66.home_id AND home_67.country_code = $1::VARCHAR AND home_67.voided_at IS NULL AND (EXISTS (SELECT 1 
FROM programme AS programme_68 
WHERE programme_68.id = home_67.programme_id AND programme_68.country_code = $1::VARCHAR AND programme_68.voided_at IS NULL))))) RETURNING json) AS value) AS placed) AS answer
