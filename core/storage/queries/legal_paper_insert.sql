INSERT INTO legal_paper (synergy_id, outcome_id, seen_on, note, noted_by, updated_at)
VALUES ($synergy_id, $outcome_id, $seen_on, $note, $noted_by, $updated_at)
