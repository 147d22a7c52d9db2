SELECT synergy_id, title, stage FROM synergy WHERE region_id = $region_id AND is_pilot
ORDER BY title COLLATE tr, synergy_id
