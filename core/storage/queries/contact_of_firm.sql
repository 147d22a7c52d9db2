SELECT * FROM contact WHERE firm_id = $firm_id AND erased_at IS NULL ORDER BY name COLLATE tr
