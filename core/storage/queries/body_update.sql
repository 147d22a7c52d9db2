UPDATE body SET
    position = $position, name_tr = $name_tr, name_en = $name_en, task_tr = $task_tr,
    task_en = $task_en, updated_at = $updated_at, row_version = row_version + 1
WHERE body_id = $body_id AND row_version = $row_version AND retired_at IS NULL
RETURNING row_version
