UPDATE deflator SET retired_at = $now, updated_at = $now, row_version = row_version + 1 WHERE deflator_id = $deflator_id
