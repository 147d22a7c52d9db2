UPDATE synergy_readiness SET
    level = $level, note = $note, set_by = $set_by, updated_at = $updated_at, row_version = row_version + 1
WHERE synergy_id = $synergy_id AND perspective = $perspective AND row_version = $row_version
RETURNING row_version
