INSERT INTO zone_target (
    zone_target_id, zone_id, counted_as, target, due_on, is_sample, created_at, updated_at, row_version
)
VALUES (
    $zone_target_id, $zone_id, $counted_as, $target, $due_on, $is_sample, $created_at, $updated_at,
    $row_version
)
