SELECT site_permit.* FROM site_permit JOIN site USING (site_id) JOIN firm USING (firm_id)
WHERE firm.region_id = $region_id
ORDER BY position
