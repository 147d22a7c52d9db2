UPDATE programme_indicator SET retired_at = $now, updated_at = $now, row_version = row_version + 1
WHERE indicator_id = $indicator_id
