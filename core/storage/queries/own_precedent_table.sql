SELECT * FROM own_precedent
WHERE region_id = $region_id AND withdrawn_at IS NULL
ORDER BY precedent_id
