UPDATE zone_target SET
    counted_as = $counted_as, target = $target, due_on = $due_on, updated_at = $updated_at,
    row_version = row_version + 1
WHERE zone_target_id = $zone_target_id AND row_version = $row_version AND retired_at IS NULL
RETURNING row_version
