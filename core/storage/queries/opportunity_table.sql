SELECT opportunity.*, site.zone_id, site.firm_id
FROM opportunity
JOIN live_site AS site USING (site_id)
JOIN live_firm AS firm USING (firm_id)
WHERE firm.region_id = $region_id AND opportunity.retired_at IS NULL
ORDER BY opportunity.opportunity_id
