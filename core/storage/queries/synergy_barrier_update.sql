UPDATE synergy_barrier SET
    reason = $reason, note = $note, seen_on = $seen_on, removed_on = $removed_on, updated_at = $updated_at,
    row_version = row_version + 1
WHERE barrier_id = $barrier_id AND row_version = $row_version AND retired_at IS NULL
RETURNING row_version
