UPDATE meeting_decision SET
    decided = $decided, updated_at = $updated_at, row_version = row_version + 1
WHERE decision_id = $decision_id AND row_version = $row_version AND retired_at IS NULL
RETURNING row_version
