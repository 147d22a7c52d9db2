SELECT * FROM support_call WHERE region_id = $region_id AND retired_at IS NULL
ORDER BY closes_on DESC NULLS FIRST, name COLLATE tr, call_id
