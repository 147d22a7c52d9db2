SELECT * FROM zone_target WHERE zone_target_id = $zone_target_id
