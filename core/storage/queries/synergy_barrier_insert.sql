INSERT INTO synergy_barrier (
    barrier_id, synergy_id, reason, note, seen_on, removed_on, row_version, created_at, updated_at
)
VALUES ($barrier_id, $synergy_id, $reason, $note, $seen_on, $removed_on, $row_version, $created_at, $updated_at)
