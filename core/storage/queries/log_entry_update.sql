UPDATE log_entry SET
    way = $way, made_on = $made_on, firm_id = $firm_id, contact_id = $contact_id, note = $note,
    updated_at = $updated_at, row_version = row_version + 1
WHERE log_entry_id = $log_entry_id AND row_version = $row_version AND retired_at IS NULL
RETURNING row_version
