INSERT INTO meeting_decision (
    decision_id, meeting_id, decided, created_at, updated_at, row_version
)
VALUES (
    $decision_id, $meeting_id, $decided, $created_at, $updated_at, $row_version
)
