-- Waste codes that the region's sites hold a permit for on a day, and what they may do with them.
SELECT site_permit.site_id, site.firm_id, site_permit.waste_code, site_permit.operation
FROM site_permit
JOIN live_site AS site USING (site_id)
JOIN live_firm AS firm USING (firm_id)
WHERE firm.region_id = $region_id AND site_permit.waste_code IS NOT NULL
  AND (site_permit.valid_until IS NULL OR site_permit.valid_until >= $today)
ORDER BY site_permit.site_id, site_permit.position
