SELECT * FROM zone WHERE region_id = $region_id ORDER BY name_tr COLLATE tr
