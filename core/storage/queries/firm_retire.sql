UPDATE firm SET retired_at = $now, updated_at = $now, row_version = row_version + 1
WHERE firm_id = $firm_id AND row_version = $row_version AND retired_at IS NULL
RETURNING row_version
