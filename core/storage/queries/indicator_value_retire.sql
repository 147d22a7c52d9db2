UPDATE indicator_value SET retired_at = $now, updated_at = $now, row_version = row_version + 1
WHERE indicator_value_id = $indicator_value_id
