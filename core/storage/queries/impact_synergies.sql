-- The synergies that somebody made an entry for which was not withdrawn or refused.
SELECT DISTINCT synergy_id
FROM impact_entry
JOIN synergy USING (synergy_id)
WHERE synergy.region_id = $region_id AND withdrawn_on IS NULL AND refused_on IS NULL
