UPDATE impact_entry SET confirmed_by = $by, confirmed_on = $on, updated_at = $now, row_version = row_version + 1
WHERE entry_id = $entry_id
