-- The ledger of a region, or of one synergy, with what its counting and drawing ask of the synergy.
WITH first_site AS (
    SELECT firm_id, min_by(site_id, created_at) AS site_id FROM live_site GROUP BY firm_id
)
SELECT impact_entry.*, synergy.title, synergy.stage, synergy.stage_since, synergy.kind, synergy.owner_id,
       synergy.giver_firm_id, synergy.taker_firm_id, synergy.have_id,
       have.yearly_amount AS have_amount, have.yearly_unit AS have_unit,
       giver.nace AS giver_nace, giver.zone_id AS giver_zone_id, giver.district AS giver_district,
       taker.nace AS taker_nace, taker.zone_id AS taker_zone_id,
       money_firm.name AS firm_name, giver_firm.name AS giver_name, taker_firm.name AS taker_name,
       coalesce(enterer.name, impact_entry.entered_by) AS entered_by_name,
       coalesce(confirmer.name, impact_entry.confirmed_by) AS confirmed_by_name
FROM impact_entry
JOIN synergy ON synergy.synergy_id = impact_entry.synergy_id
LEFT JOIN resource AS have ON have.resource_id = synergy.have_id
LEFT JOIN resource AS want ON want.resource_id = synergy.want_id
LEFT JOIN first_site AS giver_first ON giver_first.firm_id = synergy.giver_firm_id
LEFT JOIN first_site AS taker_first ON taker_first.firm_id = synergy.taker_firm_id
LEFT JOIN live_site AS giver ON giver.site_id = coalesce(have.site_id, giver_first.site_id)
LEFT JOIN live_site AS taker ON taker.site_id = coalesce(want.site_id, taker_first.site_id)
LEFT JOIN firm AS money_firm ON money_firm.firm_id = impact_entry.firm_id
LEFT JOIN firm AS giver_firm ON giver_firm.firm_id = synergy.giver_firm_id
LEFT JOIN firm AS taker_firm ON taker_firm.firm_id = synergy.taker_firm_id
LEFT JOIN user_account AS enterer ON enterer.user_id = impact_entry.entered_by
LEFT JOIN user_account AS confirmer ON confirmer.user_id = impact_entry.confirmed_by
WHERE synergy.region_id = $region_id
ORDER BY impact_entry.entered_at, impact_entry.entry_id
