UPDATE answer SET note = NULL, row_version = row_version + 1
WHERE answer_id = $answer_id AND row_version = $row_version
