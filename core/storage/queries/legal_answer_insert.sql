INSERT INTO legal_answer (synergy_id, question_id, said, note, answered_by, updated_at)
VALUES ($synergy_id, $question_id, $said, $note, $answered_by, $updated_at)
