UPDATE expert_request SET
    asked = $asked, asked_on = $asked_on, state = $state, state_on = $state_on, note = $note,
    updated_at = $updated_at, row_version = row_version + 1
WHERE request_id = $request_id AND row_version = $row_version
RETURNING row_version
