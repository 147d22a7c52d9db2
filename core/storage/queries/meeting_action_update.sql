UPDATE meeting_action SET
    what = $what, owner_id = $owner_id, due_on = $due_on, state = $state, state_on = $state_on,
    updated_at = $updated_at, row_version = row_version + 1
WHERE action_id = $action_id AND row_version = $row_version AND retired_at IS NULL
RETURNING row_version
