SELECT * FROM impact_entry WHERE entry_id = $entry_id
