INSERT INTO expert_request (
    request_id, synergy_id, expert_id, asked, asked_on, asked_by, state, state_on, note, row_version,
    created_at, updated_at
)
VALUES (
    $request_id, $synergy_id, $expert_id, $asked, $asked_on, $asked_by, $state, $state_on, $note, $row_version,
    $created_at, $updated_at
)
