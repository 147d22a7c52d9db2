INSERT INTO meeting_action (
    action_id, meeting_id, what, owner_id, due_on, state, state_on, created_at, updated_at, row_version
)
VALUES (
    $action_id, $meeting_id, $what, $owner_id, $due_on, $state, $state_on, $created_at, $updated_at,
    $row_version
)
