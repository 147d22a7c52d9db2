INSERT INTO body (
    body_id, region_id, position, name_tr, name_en, task_tr, task_en, is_sample, created_at,
    updated_at, row_version
)
VALUES (
    $body_id, $region_id, $position, $name_tr, $name_en, $task_tr, $task_en, $is_sample, $created_at,
    $updated_at, $row_version
)
