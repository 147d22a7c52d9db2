SELECT * FROM log_entry WHERE log_entry_id = $log_entry_id
