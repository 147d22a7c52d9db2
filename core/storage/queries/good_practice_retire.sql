UPDATE good_practice SET retired_at = $now, updated_at = $now, row_version = row_version + 1
WHERE sheet_id = $sheet_id AND row_version = $row_version AND retired_at IS NULL
RETURNING row_version
