INSERT INTO log_entry (
    log_entry_id, synergy_id, way, made_on, firm_id, contact_id, note, made_by, row_version, created_at, updated_at
)
VALUES (
    $log_entry_id, $synergy_id, $way, $made_on, $firm_id, $contact_id, $note, $made_by, $row_version, $created_at,
    $updated_at
)
