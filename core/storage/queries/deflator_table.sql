SELECT * FROM deflator WHERE region_id = $region_id AND retired_at IS NULL ORDER BY year
