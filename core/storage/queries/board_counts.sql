SELECT stage, count(*) AS synergies
FROM asked_synergy($region_id, $firm_id, $owner_id, $nobodys, $kind, $zone_id, $pilots, $search)
GROUP BY stage
