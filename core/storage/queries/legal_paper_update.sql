UPDATE legal_paper
SET seen_on = $seen_on, note = $note, noted_by = $noted_by, updated_at = $updated_at, row_version = row_version + 1
WHERE synergy_id = $synergy_id AND outcome_id = $outcome_id AND row_version = $row_version
