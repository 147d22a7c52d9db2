UPDATE answer SET withdrawn_at = $withdrawn_at, withdrawn_by = $withdrawn_by, row_version = row_version + 1
WHERE answer_id = $answer_id AND row_version = $row_version
