SELECT synergy.*, giver.name AS giver_name, taker.name AS taker_name, have.name AS have_name, want.name AS want_name
FROM synergy
LEFT JOIN firm AS giver ON giver.firm_id = synergy.giver_firm_id
LEFT JOIN firm AS taker ON taker.firm_id = synergy.taker_firm_id
LEFT JOIN resource AS have ON have.resource_id = synergy.have_id
LEFT JOIN resource AS want ON want.resource_id = synergy.want_id
WHERE synergy.region_id = $region_id
ORDER BY synergy.stage_since DESC, synergy.synergy_id
