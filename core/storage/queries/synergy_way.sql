SELECT stage, entered_on, stall_reason, skipped, user_id, recorded_at
FROM synergy_stage
WHERE synergy_id = $synergy_id
ORDER BY recorded_at, entered_on, rowid
