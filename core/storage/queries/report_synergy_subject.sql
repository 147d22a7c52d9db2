SELECT synergy_id FROM synergy WHERE region_id = $region_id AND (synergy_id = $said OR title = $said)
