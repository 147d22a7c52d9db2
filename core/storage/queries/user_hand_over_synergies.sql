UPDATE synergy SET owner_id = $to_id, updated_at = $now, row_version = row_version + 1
WHERE owner_id = $from_id AND region_id = $region_id AND stage <> 'dropped'
RETURNING synergy_id AS record_id
