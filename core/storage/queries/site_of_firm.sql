SELECT * FROM site WHERE firm_id = $firm_id AND retired_at IS NULL ORDER BY name COLLATE tr
