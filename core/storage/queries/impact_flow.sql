-- What an estimate of each synergy in some stages, or of one synergy, needs; a side without a card takes the place of
-- its firm's first site. Most synergies are ideas: those that nobody follows are not read.
WITH first_site AS (
    SELECT firm_id, min_by(site_id, created_at) AS site_id FROM live_site GROUP BY firm_id
)
SELECT synergy.synergy_id, synergy.title, synergy.stage, synergy.stage_since, synergy.kind, synergy.have_id,
       synergy.giver_firm_id, synergy.taker_firm_id, synergy.owner_id,
       synergy.quantity, synergy.unit, synergy.period,
       have.name AS have_name, have.description AS have_description, have.waste_codes AS have_codes,
       have.handling AS have_handling, have.yearly_amount AS have_amount, have.yearly_unit AS have_unit,
       have.recurrence AS have_recurrence, have.density_t_per_m3 AS have_density,
       have.hazardous AS have_hazardous,
       want.name AS want_name, want.description AS want_description, want.handling AS want_handling,
       giver.lat AS giver_lat, giver.lon AS giver_lon, giver.nace AS giver_nace, giver.zone_id AS giver_zone_id,
       giver.district AS giver_district, taker.lat AS taker_lat, taker.lon AS taker_lon,
       taker.nace AS taker_nace, taker.zone_id AS taker_zone_id
FROM synergy
LEFT JOIN resource AS have ON have.resource_id = synergy.have_id
LEFT JOIN resource AS want ON want.resource_id = synergy.want_id
LEFT JOIN first_site AS giver_first ON giver_first.firm_id = synergy.giver_firm_id
LEFT JOIN first_site AS taker_first ON taker_first.firm_id = synergy.taker_firm_id
LEFT JOIN live_site AS giver ON giver.site_id = coalesce(have.site_id, giver_first.site_id)
LEFT JOIN live_site AS taker ON taker.site_id = coalesce(want.site_id, taker_first.site_id)
WHERE synergy.region_id = $region_id AND list_contains($stages, synergy.stage)
  AND ($synergy_id IS NULL OR synergy.synergy_id = $synergy_id)
ORDER BY synergy.synergy_id
