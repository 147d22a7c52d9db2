SELECT * FROM expert WHERE region_id = $region_id AND erased_at IS NULL ORDER BY name COLLATE tr, expert_id
