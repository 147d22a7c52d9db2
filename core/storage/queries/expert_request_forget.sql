UPDATE expert_request SET note = NULL, updated_at = $now, row_version = row_version + 1
WHERE expert_id = $expert_id
RETURNING request_id
