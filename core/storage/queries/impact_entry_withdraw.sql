UPDATE impact_entry SET
    withdrawn_by = $by, withdrawn_on = $on, withdrawal = $reason, updated_at = $now, row_version = row_version + 1
WHERE entry_id = $entry_id
