UPDATE meeting SET retired_at = $now, updated_at = $now, row_version = row_version + 1
WHERE meeting_id = $meeting_id AND row_version = $row_version AND retired_at IS NULL
RETURNING row_version
