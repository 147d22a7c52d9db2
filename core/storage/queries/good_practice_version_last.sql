SELECT coalesce(max(version), 0) AS version FROM good_practice_version WHERE sheet_id = $sheet_id
