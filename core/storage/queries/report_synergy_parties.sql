-- The firms of a synergy with the cards that they bring, giver and taker first; the place is that of the card's site,
-- else of the firm's first.
WITH party AS (
    SELECT 1 AS position, synergy_id, giver_firm_id AS firm_id, 'giver' AS role, have_id AS resource_id FROM synergy
    UNION ALL
    SELECT 2, synergy_id, taker_firm_id, 'taker', want_id FROM synergy
    UNION ALL
    SELECT 3, synergy_id, firm_id, role, resource_id FROM synergy_party WHERE retired_at IS NULL
)
SELECT party.firm_id, firm.name AS firm_name, party.role, party.resource_id, resource.name AS resource_name,
       resource.direction, resource.quantity_typed, resource.yearly_amount, resource.yearly_unit, resource.period,
       resource.waste_codes, resource.hazardous, resource.handling, resource.kind, site.district, site.nace
FROM party
LEFT JOIN firm USING (firm_id)
LEFT JOIN resource ON resource.resource_id = party.resource_id
LEFT JOIN live_site AS site ON site.site_id = coalesce(
    resource.site_id, (SELECT min(site_id) FROM live_site WHERE live_site.firm_id = party.firm_id)
)
WHERE party.synergy_id = $synergy_id
ORDER BY party.position, firm.name COLLATE tr
