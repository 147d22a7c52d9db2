UPDATE own_precedent SET withdrawn_at = $withdrawn_at, row_version = row_version + 1
WHERE precedent_id = $precedent_id AND row_version = $row_version
