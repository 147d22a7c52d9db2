INSERT INTO synergy_stage (synergy_id, stage, entered_on, stall_reason, skipped, user_id, recorded_at)
VALUES ($synergy_id, $stage, $entered_on, $stall_reason, $skipped, $user_id, $recorded_at)
