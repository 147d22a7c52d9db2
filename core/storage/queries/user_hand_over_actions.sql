UPDATE meeting_action SET owner_id = $to_id, updated_at = $now, row_version = row_version + 1
WHERE owner_id = $from_id AND state = 'open' AND retired_at IS NULL
    AND meeting_id IN (SELECT meeting_id FROM meeting WHERE region_id = $region_id AND retired_at IS NULL)
RETURNING action_id AS record_id
