SELECT * FROM synergy_place WHERE region_id = $region_id ORDER BY synergy_id
