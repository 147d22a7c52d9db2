SELECT * FROM exchange_rate WHERE region_id = $region_id AND retired_at IS NULL ORDER BY rate_on
