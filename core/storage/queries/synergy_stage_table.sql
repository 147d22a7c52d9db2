SELECT synergy_stage.synergy_id, synergy_stage.stage, synergy_stage.entered_on, synergy_stage.stall_reason,
       synergy_stage.skipped, synergy_stage.user_id
FROM synergy_stage
JOIN synergy USING (synergy_id)
WHERE synergy.region_id = $region_id
ORDER BY synergy_stage.recorded_at, synergy_stage.entered_on, synergy_stage.rowid
