SELECT user_id, region_id, name, role, organisation, email, phone, retired_at, row_version
FROM user_account
WHERE region_id = $region_id
ORDER BY name COLLATE tr, user_id
