UPDATE legal_answer
SET said = $said, note = $note, answered_by = $answered_by, updated_at = $updated_at, row_version = row_version + 1
WHERE synergy_id = $synergy_id AND question_id = $question_id AND row_version = $row_version
