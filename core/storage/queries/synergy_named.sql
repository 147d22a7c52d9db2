-- One synergy with the names of its main firms and cards, and what running synergies take of its have.
SELECT synergy.synergy_id, synergy.region_id, giver.name AS giver_name, taker.name AS taker_name,
       have.name AS have_name, want.name AS want_name, have.yearly_amount, have.yearly_unit,
       resource_left.taken_by, resource_left.taken_amount, resource_left.is_used_up
FROM synergy
LEFT JOIN firm AS giver ON giver.firm_id = synergy.giver_firm_id
LEFT JOIN firm AS taker ON taker.firm_id = synergy.taker_firm_id
LEFT JOIN resource AS have ON have.resource_id = synergy.have_id
LEFT JOIN resource AS want ON want.resource_id = synergy.want_id
LEFT JOIN resource_left ON resource_left.resource_id = synergy.have_id
WHERE synergy.synergy_id = $synergy_id
