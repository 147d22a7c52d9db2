SELECT * FROM body WHERE region_id = $region_id AND retired_at IS NULL ORDER BY position, name_en
