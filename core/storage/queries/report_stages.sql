-- Every stage that a synergy entered up to a day, in the order in which it happened, with the two firms.
SELECT synergy_stage.synergy_id, synergy_stage.stage, synergy_stage.entered_on, synergy_stage.stall_reason,
       synergy.giver_firm_id, synergy.taker_firm_id
FROM synergy_stage
JOIN synergy USING (synergy_id)
WHERE synergy.region_id = $region_id AND synergy_stage.entered_on <= $last
ORDER BY synergy_stage.recorded_at, synergy_stage.entered_on
