SELECT * FROM district WHERE region_id = $region_id ORDER BY name COLLATE tr
