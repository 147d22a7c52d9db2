INSERT INTO synergy_readiness (synergy_id, perspective, level, note, set_by, updated_at)
VALUES ($synergy_id, $perspective, $level, $note, $set_by, $updated_at)
