UPDATE impact_entry SET
    refused_by = $by, refused_on = $on, refusal = $reason, updated_at = $now, row_version = row_version + 1
WHERE entry_id = $entry_id
