SELECT * FROM setting WHERE region_id = $region_id ORDER BY name
