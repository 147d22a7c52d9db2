SELECT synergy_readiness.synergy_id, synergy_readiness.perspective, synergy_readiness.level
FROM synergy_readiness
JOIN synergy USING (synergy_id)
WHERE synergy.region_id = $region_id AND synergy_id IN (SELECT unnest($synergy_ids))
ORDER BY synergy_readiness.synergy_id, synergy_readiness.perspective
