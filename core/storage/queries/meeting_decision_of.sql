SELECT * FROM meeting_decision WHERE meeting_id = $meeting_id AND retired_at IS NULL ORDER BY created_at, decision_id
